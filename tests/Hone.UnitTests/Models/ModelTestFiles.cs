using System.Buffers.Binary;
using System.Text;

namespace Hone.UnitTests.Models;

/// <summary>Recorded reference files of the repository, hand-made safetensors bytes, and a directory that cleans up.</summary>
internal static class ModelTestFiles
{
    public static string Reference(string relative)
    {
        for (var directory = new DirectoryInfo(AppContext.BaseDirectory); directory is not null; directory = directory.Parent)
        {
            if (File.Exists(Path.Combine(directory.FullName, "Hone.slnx")))
                return Path.Combine(directory.FullName, "tests/Hone.ParityTests/Data/reference", relative);
        }
        throw new DirectoryNotFoundException("The tests do not run inside the repository.");
    }

    /// <summary>The bytes of a safetensors file with any header.</summary>
    public static byte[] Safetensors(string header, int dataBytes, ulong? headerLength = null)
    {
        byte[] json = Encoding.UTF8.GetBytes(header);
        var bytes = new byte[8 + json.Length + dataBytes];
        BinaryPrimitives.WriteUInt64LittleEndian(bytes, headerLength ?? (ulong)json.Length);
        json.CopyTo(bytes, 8);
        for (int i = 0; i < dataBytes; i++)
            bytes[8 + json.Length + i] = (byte)(i * 37);
        return bytes;
    }
}

internal sealed class TemporaryDirectory : IDisposable
{
    public TemporaryDirectory() => Root = Directory.CreateTempSubdirectory("hone-models-").FullName;

    public string Root { get; }

    public string this[string name] => Path.Combine(Root, name);

    public void Dispose() => Directory.Delete(Root, recursive: true);
}
