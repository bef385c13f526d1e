using System.Reflection;
using System.Reflection.Metadata;

namespace Hone.Tensors;

/// <summary>Where a loaded assembly's metadata is in memory; the one way to it in a single-file program, whose assemblies are no files.</summary>
internal static class LoadedAssembly
{
    /// <summary>The metadata, mapped as long as the assembly is loaded.</summary>
    /// <param name="assembly">Any assembly of this process.</param>
    /// <param name="address">First byte.</param>
    /// <param name="sizeBytes">Bytes.</param>
    /// <returns>False for an assembly that was made at run time.</returns>
    public static unsafe bool TryGetMetadata(Assembly assembly, out nint address, out int sizeBytes)
    {
        bool found = assembly.TryGetRawMetadata(out byte* metadata, out sizeBytes);
        address = (nint)metadata;
        return found;
    }
}
