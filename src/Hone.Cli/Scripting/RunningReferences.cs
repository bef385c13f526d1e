using System.Collections.Immutable;
using System.Reflection;
using Hone.Tensors;
using Microsoft.CodeAnalysis;

namespace Hone.Cli.Scripting;

/// <summary>
/// The assemblies of this very process as references for the compiler, read from memory: in a single-file program there
/// are no files to read.
/// </summary>
internal static class RunningReferences
{
    // Facades that a script's types are looked up through, and what its imports need; the runtime loads them lazily.
    private static readonly string[] Needed =
        ["System.Runtime", "System.Collections", "System.Linq", "System.Text.RegularExpressions", "System.Runtime.Extensions", "System.Console", "System.Text.Json"];

    /// <summary>The libraries that a script may use and what they refer to, each once.</summary>
    internal static ImmutableArray<MetadataReference> All(IEnumerable<Assembly> roots)
    {
        var references = ImmutableArray.CreateBuilder<MetadataReference>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var waiting = new Queue<Assembly>(roots.Concat(Needed.Select(n => Assembly.Load(new AssemblyName(n)))).Append(typeof(object).Assembly));
        while (waiting.TryDequeue(out Assembly? assembly))
        {
            if (!seen.Add(assembly.GetName().Name!)) continue;
            if (Reference(assembly) is { } reference) references.Add(reference);
            foreach (AssemblyName name in assembly.GetReferencedAssemblies())
            {
                // Optional dependencies of libraries may be absent; a script that needs one gets the compiler's own message.
                if (!seen.Contains(name.Name!) && TryLoad(name) is { } next) waiting.Enqueue(next);
            }
        }
        return references.ToImmutable();
    }

    private static Assembly? TryLoad(AssemblyName name)
    {
        try
        {
            return Assembly.Load(name);
        }
        catch (Exception e) when (e is FileNotFoundException or FileLoadException or BadImageFormatException)
        {
            return null;
        }
    }

    // The metadata stays mapped as long as the assembly, and nothing here unloads one.
    private static PortableExecutableReference? Reference(Assembly assembly) =>
        LoadedAssembly.TryGetMetadata(assembly, out nint metadata, out int length)
            ? AssemblyMetadata.Create(ModuleMetadata.CreateFromMetadata(metadata, length)).GetReference(display: assembly.GetName().Name)
            : null;
}
