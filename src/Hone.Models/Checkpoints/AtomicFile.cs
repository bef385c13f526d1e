namespace Hone.Models;

/// <summary>
/// Files that are there whole or not at all: written aside, flushed to the disk, renamed. After a crash the old file is
/// still in place, and at most a ".partial" file lies beside it, which the next write replaces.
/// </summary>
public static class AtomicFile
{
    /// <summary>Ending of a file that is being written.</summary>
    public const string PartialSuffix = ".partial";

    /// <summary>Writes a file with a callback; an exception from it leaves the old file as it was.</summary>
    /// <param name="path">The file; its directory is made if missing.</param>
    /// <param name="write">Writes the bytes; must not keep the stream.</param>
    public static void Write(string path, Action<Stream> write)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        ArgumentNullException.ThrowIfNull(write);
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        string partial = path + PartialSuffix;
        try
        {
            using (var stream = new FileStream(partial, FileMode.Create, FileAccess.Write, FileShare.None, 1 << 16))
            {
                write(stream);
                stream.Flush(flushToDisk: true);
            }
            File.Move(partial, path, overwrite: true);
        }
        catch
        {
            File.Delete(partial);
            throw;
        }
    }

    /// <summary>Writes a file of known bytes.</summary>
    public static void Write(string path, ReadOnlyMemory<byte> bytes) => Write(path, stream => stream.Write(bytes.Span));
}
