using System.Reflection;
using System.Security.Cryptography;
using System.Text;

namespace Hone.Cli.BuiltIn;

/// <summary>
/// Files inside the program: <c>models/NAME/...</c> and <c>recipes/NAME.yaml</c>, embedded when it is built. Weights are
/// mapped from disk, so a model is written once to a folder named by its content; what is there already is compared byte
/// by byte before it is used again.
/// </summary>
internal sealed class BuiltInFiles
{
    private readonly Func<string, Stream> _open;
    private readonly string _cacheRoot;

    internal BuiltInFiles(IEnumerable<string> names, Func<string, Stream> open, string cacheRoot)
    {
        Names = [.. names.Order(StringComparer.Ordinal)];
        _open = open;
        _cacheRoot = cacheRoot;
    }

    /// <summary>Names with '/' between folders, in ordinal order.</summary>
    internal IReadOnlyList<string> Names { get; }

    /// <summary>The files of this program, written when needed below the user's local application data.</summary>
    internal static BuiltInFiles OfProgram()
    {
        Assembly program = typeof(BuiltInFiles).Assembly;
        IEnumerable<string> names = program.GetManifestResourceNames()
            .Where(n => n.StartsWith("models/", StringComparison.Ordinal) || n.StartsWith("recipes/", StringComparison.Ordinal));
        return new BuiltInFiles(names, name => program.GetManifestResourceStream(name)!, DefaultCacheRoot());
    }

    /// <summary>Names of the folders directly below a folder.</summary>
    internal IEnumerable<string> FoldersIn(string folder) => Names
        .Where(n => n.StartsWith(folder + "/", StringComparison.Ordinal))
        .Select(n => n[(folder.Length + 1)..]).Where(n => n.Contains('/')).Select(n => n[..n.IndexOf('/')]).Distinct();

    internal string ReadText(string name)
    {
        using var reader = new StreamReader(_open(name), Encoding.UTF8);
        return reader.ReadToEnd();
    }

    /// <summary>Puts a folder on disk.</summary>
    /// <param name="folder">Such as <c>models/hone-base</c>.</param>
    /// <returns>The folder on disk, whole.</returns>
    /// <exception cref="IOException">Neither the cache nor the folder for temporary files can be written.</exception>
    internal string Extract(string folder)
    {
        var files = new SortedDictionary<string, byte[]>(StringComparer.Ordinal);
        foreach (string name in Names.Where(n => n.StartsWith(folder + "/", StringComparison.Ordinal)))
            files[name[(folder.Length + 1)..]] = Read(name);
        string leaf = $"{folder[(folder.LastIndexOf('/') + 1)..]}-{Hash(files)}";
        try
        {
            return Extract(files, Path.Combine(_cacheRoot, leaf));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return Extract(files, Path.Combine(Path.GetTempPath(), "hone-" + Environment.UserName, leaf));
        }
    }

    private static string Extract(SortedDictionary<string, byte[]> files, string target)
    {
        if (IsWhole(files, target)) return target;
        // A name of this process, so that two that start together do not write into each other's folder.
        string partial = $"{target}.{Environment.ProcessId}.partial";
        try
        {
            foreach ((string name, byte[] bytes) in files)
            {
                string path = Path.Combine(partial, name);
                Directory.CreateDirectory(Path.GetDirectoryName(path)!);
                File.WriteAllBytes(path, bytes);
            }
            if (Directory.Exists(target) && !IsWhole(files, target)) Directory.Delete(target, recursive: true);
            if (!Directory.Exists(target)) Directory.Move(partial, target);
        }
        catch (IOException) when (IsWhole(files, target))
        {
            // Another process was first, with the same bytes.
        }
        finally
        {
            if (Directory.Exists(partial)) Directory.Delete(partial, recursive: true);
        }
        return target;
    }

    private static bool IsWhole(SortedDictionary<string, byte[]> files, string target)
    {
        foreach ((string name, byte[] bytes) in files)
        {
            var file = new FileInfo(Path.Combine(target, name));
            if (!file.Exists || file.Length != bytes.Length || !File.ReadAllBytes(file.FullName).AsSpan().SequenceEqual(bytes)) return false;
        }
        return true;
    }

    private byte[] Read(string name)
    {
        using Stream stream = _open(name);
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }

    private static string Hash(SortedDictionary<string, byte[]> files)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach ((string name, byte[] bytes) in files)
        {
            hash.AppendData(Encoding.UTF8.GetBytes($"{name}\0{bytes.Length}\0"));
            hash.AppendData(bytes);
        }
        return Convert.ToHexStringLower(hash.GetHashAndReset().AsSpan(0, 6));
    }

    private static string DefaultCacheRoot()
    {
        string data = Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData);
        return data.Length > 0 ? Path.Combine(data, "hone") : Path.Combine(Path.GetTempPath(), "hone-" + Environment.UserName);
    }
}
