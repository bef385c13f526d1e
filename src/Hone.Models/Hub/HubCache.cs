using System.Security.Cryptography;

namespace Hone.Models.Hub;

/// <summary>
/// The folder of one model in the layout of the huggingface_hub library: <c>blobs/TAG</c> holds contents, <c>snapshots/COMMIT/FILE</c> leads
/// to them, <c>refs/REVISION</c> names a commit. A blob gets its name when it is whole and checked, a snapshot when all its blobs
/// are there, and a ref when its snapshot is.
/// </summary>
public sealed class HubCache
{
    private readonly string _root;

    /// <summary>The folder of a model below a cache; nothing is made yet.</summary>
    /// <param name="cacheRoot">The cache.</param>
    /// <param name="name">The model.</param>
    public HubCache(string cacheRoot, HubModelName name)
    {
        ArgumentException.ThrowIfNullOrEmpty(cacheRoot);
        ArgumentNullException.ThrowIfNull(name);
        _root = Path.Combine(Path.GetFullPath(cacheRoot), "models--" + name.Repository.Replace("/", "--", StringComparison.Ordinal));
        Name = name;
    }

    /// <summary>The model.</summary>
    public HubModelName Name { get; }

    /// <summary>The folder of the model's files as far as the cache knows the revision; null where it does not, or the folder has no config.json.</summary>
    public HubSnapshot? Find()
    {
        string? commit = Name.IsCommit ? Name.Revision : ReadRef();
        if (commit is null) return null;
        string path = SnapshotPath(commit);
        if (!File.Exists(Path.Combine(path, ModelDirectory.ConfigFileName))) return null;
        string[] files = [.. Directory.EnumerateFiles(path, "*", SearchOption.AllDirectories).Select(f => Path.GetRelativePath(path, f).Replace('\\', '/')).Order(StringComparer.Ordinal)];
        return new HubSnapshot(path, commit, files, 0);
    }

    internal string SnapshotPath(string commit) => Path.Combine(_root, "snapshots", commit);

    internal string BlobPath(string tag) => Path.Combine(_root, "blobs", tag);

    internal string PartialPath(string tag) => BlobPath(tag) + ".incomplete";

    /// <summary>Makes the snapshot from blobs that are all there, then names it.</summary>
    internal HubSnapshot Link(string commit, IReadOnlyList<(string File, string Tag)> files, long fetched)
    {
        string snapshot = SnapshotPath(commit);
        foreach ((string file, string tag) in files)
        {
            string target = Path.Combine(snapshot, file.Replace('/', Path.DirectorySeparatorChar));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            if (LeadsTo(target, BlobPath(tag))) continue;
            string aside = target + ".new";
            File.Delete(aside);
            try
            {
                File.CreateSymbolicLink(aside, Path.GetRelativePath(Path.GetDirectoryName(target)!, BlobPath(tag)));
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException or PlatformNotSupportedException)
            {
                // No links here (Windows without the right to make them): the file itself.
                File.Copy(BlobPath(tag), aside);
            }
            File.Move(aside, target, overwrite: true);
        }
        if (!Name.IsCommit)
        {
            string reference = RefPath();
            Directory.CreateDirectory(Path.GetDirectoryName(reference)!);
            File.WriteAllText(reference + ".new", commit);
            File.Move(reference + ".new", reference, overwrite: true);
        }
        return new HubSnapshot(snapshot, commit, [.. files.Select(f => f.File).Order(StringComparer.Ordinal)], fetched);
    }

    /// <summary>Whether a file's content is what its tag says: a sha256, or git's sha1 of a blob. Other tags say nothing.</summary>
    internal static bool Matches(string path, string tag, out string actual)
    {
        using FileStream stream = File.OpenRead(path);
        if (HubNames.IsHex(tag, 64)) actual = Convert.ToHexStringLower(SHA256.HashData(stream));
        else if (HubNames.IsHex(tag, 40)) actual = GitHash(stream);
        else actual = tag;
        return actual == tag;
    }

#pragma warning disable CA5350 // git names its blobs by sha1; it finds damage here, it does not keep anybody out.
    private static string GitHash(FileStream stream)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA1);
        hash.AppendData(System.Text.Encoding.ASCII.GetBytes(FormattableString.Invariant($"blob {stream.Length}\0")));
        var buffer = new byte[1 << 16];
        int read;
        while ((read = stream.Read(buffer)) > 0) hash.AppendData(buffer.AsSpan(0, read));
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
#pragma warning restore CA5350

    private static bool LeadsTo(string path, string blob)
    {
        var file = new FileInfo(path);
        if (file.LinkTarget is { } link) return Path.GetFullPath(link, Path.GetDirectoryName(path)!) == blob;
        return false;
    }

    private string RefPath() => Path.Combine(_root, "refs", Name.Revision.Replace('/', Path.DirectorySeparatorChar));

    private string? ReadRef()
    {
        if (!File.Exists(RefPath())) return null;
        string commit = File.ReadAllText(RefPath()).Trim();
        return HubNames.IsHex(commit, 40) ? commit : null;
    }
}
