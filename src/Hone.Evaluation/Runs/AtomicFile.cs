namespace Hone.Evaluation.Runs;

/// <summary>
/// Files and folders that are either whole or not there: written aside in the same folder, flushed to the
/// disk, renamed. What an interrupted write leaves behind ends in <see cref="PartialSuffix"/>.
/// </summary>
public static class AtomicFile
{
    /// <summary>How the names of unfinished files and folders end.</summary>
    public const string PartialSuffix = ".partial";

    /// <summary>Writes a file, replacing the one that is there.</summary>
    /// <param name="path">The file; its folder is made if missing.</param>
    /// <param name="write">Writes the content; when it throws, the old file stays and nothing is left over.</param>
    public static void Write(string path, Action<Stream> write)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        ArgumentNullException.ThrowIfNull(write);
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        string partial = path + PartialSuffix;
        try
        {
            using (var stream = new FileStream(partial, FileMode.Create, FileAccess.Write, FileShare.None))
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

    /// <summary>Makes a folder with its files. A folder of that name that is there already is replaced.</summary>
    /// <param name="path">The folder.</param>
    /// <param name="write">Is given the folder to write into; when it throws, nothing is left over.</param>
    public static void WriteDirectory(string path, Action<string> write)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        ArgumentNullException.ThrowIfNull(write);
        string partial = Path.TrimEndingDirectorySeparator(path) + PartialSuffix;
        DeleteDirectory(partial);
        Directory.CreateDirectory(partial);
        try
        {
            write(partial);
            foreach (string file in Directory.EnumerateFiles(partial, "*", SearchOption.AllDirectories))
            {
                using var stream = new FileStream(file, FileMode.Open, FileAccess.ReadWrite);
                stream.Flush(flushToDisk: true);
            }
            Replace(partial, path);
        }
        catch
        {
            DeleteDirectory(partial);
            throw;
        }
    }

    // A folder cannot be renamed over another: the old one steps aside first, so that one of the two is
    // whole at every moment.
    private static void Replace(string partial, string path)
    {
        if (!Directory.Exists(path))
        {
            Directory.Move(partial, path);
            return;
        }
        string old = Path.TrimEndingDirectorySeparator(path) + ".old" + PartialSuffix;
        DeleteDirectory(old);
        Directory.Move(path, old);
        Directory.Move(partial, path);
        DeleteDirectory(old);
    }

    private static void DeleteDirectory(string path)
    {
        if (Directory.Exists(path)) Directory.Delete(path, recursive: true);
    }
}
