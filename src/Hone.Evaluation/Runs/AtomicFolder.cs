namespace Hone.Evaluation.Runs;

/// <summary>
/// Folders that are either whole or not there: written aside in the same folder, flushed to the disk, renamed. What an interrupted write leaves behind ends in <see cref="PartialSuffix"/>.
/// </summary>
public static class AtomicFolder
{
    /// <summary>How the names of unfinished folders end.</summary>
    public const string PartialSuffix = ".partial";

    /// <summary>Makes a folder with its files. A folder of that name that is there already is replaced.</summary>
    /// <param name="path">The folder.</param>
    /// <param name="write">Is given the folder to write into; when it throws, nothing is left over.</param>
    public static void Write(string path, Action<string> write)
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
