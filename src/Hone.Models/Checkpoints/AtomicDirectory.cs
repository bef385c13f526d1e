namespace Hone.Models;

/// <summary>
/// Directories that are replaced as a whole: written beside their place, flushed, renamed. Whatever moment a crash
/// comes at, the old or the new content is there whole, at the name itself or (between two renames) at the name with
/// ".old", from where the next write brings it back.
/// </summary>
public static class AtomicDirectory
{
    /// <summary>Ending of a directory that is being written.</summary>
    public const string PartialSuffix = ".partial";

    /// <summary>Ending of the directory that is being replaced.</summary>
    public const string OldSuffix = ".old";

    /// <summary>Writes a directory aside and puts it in place.</summary>
    /// <param name="path">The directory; its parent is made if it is not there.</param>
    /// <param name="isOurs">Says whether an existing, non-empty directory may be replaced.</param>
    /// <param name="isReplaced">Says of a file name of the old directory whether it goes with it; all others are carried over unless newly written.</param>
    /// <param name="write">Writes the content into the directory that it is handed; an exception leaves the old one as it was.</param>
    /// <exception cref="IOException">The path is a file, or a directory that <paramref name="isOurs"/> does not recognise.</exception>
    public static void Replace(string path, Func<string, bool> isOurs, Func<string, bool> isReplaced, Action<string> write)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        ArgumentNullException.ThrowIfNull(isOurs);
        ArgumentNullException.ThrowIfNull(isReplaced);
        ArgumentNullException.ThrowIfNull(write);
        string full = Resolve(path);
        string partial = full + PartialSuffix;
        Recover(full, isReplaced);
        if (File.Exists(full))
            throw new IOException($"{path} is a file; a directory is to be written there.");
        if (Directory.Exists(full) && Directory.EnumerateFileSystemEntries(full).Any() && !isOurs(full))
            throw new IOException($"{path} is not empty and holds something else; it is not replaced. Choose another directory or empty it.");
        if (Directory.Exists(partial))
            Directory.Delete(partial, recursive: true);
        Directory.CreateDirectory(partial);
        try
        {
            write(partial);
            Flush(partial);
        }
        catch
        {
            Directory.Delete(partial, recursive: true);
            throw;
        }
        Swap(full, partial, isReplaced);
    }

    private static void Swap(string full, string partial, Func<string, bool> isReplaced)
    {
        string old = full + OldSuffix;
        if (!Directory.Exists(full))
        {
            Directory.Move(partial, full);
            return;
        }
        Directory.Move(full, old);
        try
        {
            Directory.Move(partial, full);
        }
        catch
        {
            Directory.Move(old, full);
            throw;
        }
        CarryOver(old, full, isReplaced);
    }

    // A crash between the renames leaves the old directory under its other name; one after them leaves both.
    private static void Recover(string full, Func<string, bool> isReplaced)
    {
        string old = full + OldSuffix;
        if (!Directory.Exists(old))
            return;
        if (Directory.Exists(full))
            CarryOver(old, full, isReplaced);
        else
            Directory.Move(old, full);
    }

    private static void CarryOver(string old, string full, Func<string, bool> isReplaced)
    {
        foreach (string entry in Directory.EnumerateFileSystemEntries(old).ToList())
        {
            string name = Path.GetFileName(entry);
            string target = Path.Combine(full, name);
            if (File.Exists(target) || Directory.Exists(target))
                continue;
            if (Directory.Exists(entry))
                Directory.Move(entry, target);
            else if (!isReplaced(name))
                File.Move(entry, target);
        }
        Directory.Delete(old, recursive: true);
    }

    private static void Flush(string directory)
    {
        foreach (string file in Directory.EnumerateFiles(directory, "*", SearchOption.AllDirectories))
        {
            using Microsoft.Win32.SafeHandles.SafeFileHandle handle = File.OpenHandle(file, FileMode.Open, FileAccess.ReadWrite);
            RandomAccess.FlushToDisk(handle);
        }
    }

    // The target of a link is replaced, not the link.
    private static string Resolve(string path)
    {
        string full = Path.TrimEndingDirectorySeparator(Path.GetFullPath(path));
        if (!Directory.Exists(full))
            return full;
        return new DirectoryInfo(full).ResolveLinkTarget(returnFinalTarget: true)?.FullName ?? full;
    }
}
