namespace Hone.Models.Hub;

/// <summary>A model on a hub: <c>user/repo</c> or <c>repo</c>, and a branch, tag or commit.</summary>
public sealed record HubModelName
{
    private const int MaximumLength = 96;

    private HubModelName(string repository, string revision) => (Repository, Revision) = (repository, revision);

    /// <summary><c>user/repo</c>, or <c>repo</c> alone for the oldest models.</summary>
    public string Repository { get; }

    /// <summary>Branch, tag, pull request (<c>refs/pr/1</c>) or commit; main where none was named.</summary>
    public string Revision { get; }

    /// <summary>Whether the revision is a whole commit hash, which never changes its meaning.</summary>
    public bool IsCommit => HubNames.IsHex(Revision, 40);

    /// <summary>Reads <c>user/repo[:revision]</c>.</summary>
    /// <param name="text">As it was typed.</param>
    /// <returns>Null where the text is no such name.</returns>
    public static HubModelName? TryParse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        int colon = text.IndexOf(':', StringComparison.Ordinal);
        string repository = colon < 0 ? text : text[..colon], revision = colon < 0 ? "main" : text[(colon + 1)..];
        string[] parts = repository.Split('/');
        bool named = parts.Length is 1 or 2 && Array.TrueForAll(parts, IsName) && HubNames.IsSafePath(revision) && !revision.Contains(':', StringComparison.Ordinal);
        return named ? new HubModelName(repository, revision) : null;
    }

    /// <summary><c>user/repo</c>, with its revision where that is not main.</summary>
    public override string ToString() => Revision == "main" ? Repository : $"{Repository}:{Revision}";

    private static bool IsName(string part) =>
        part.Length is > 0 and <= MaximumLength && part[0] is not ('.' or '-') && part[^1] is not ('.' or '-')
        && part.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.') && !part.Contains("--", StringComparison.Ordinal) && !part.Contains("..", StringComparison.Ordinal);
}

/// <summary>What names from outside may be before they become paths.</summary>
internal static class HubNames
{
    internal static bool IsHex(string text, int length) => text.Length == length && text.All(char.IsAsciiHexDigitLower);

    /// <summary>A relative path of plain parts with '/' between them, which leads nowhere else.</summary>
    internal static bool IsSafePath(string path) =>
        path.Length is > 0 and <= 512 && path.Split('/').All(p => p.Length > 0 && p is not ("." or "..") && !p.Any(c => c is '\\' or ':' or '*' or '?' or '"' or '<' or '>' or '|' || char.IsControl(c)));

    /// <summary>The name of a blob: what a server calls the content.</summary>
    internal static bool IsSafeTag(string tag) =>
        tag.Length is > 0 and <= 128 && tag[0] != '.' && tag.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.');
}
