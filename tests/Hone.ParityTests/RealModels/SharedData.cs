using Xunit;

namespace Hone.ParityTests.RealModels;

/// <summary>
/// Real models and what other programs computed from them, too large for the repository: folders minilm and stories260k
/// under the folder that the environment variable HONE_DATA names, or in shared/data beside the repository.
/// </summary>
internal static class SharedData
{
    private const string Variable = "HONE_DATA";

    /// <summary>The path of a file or folder; skips the test where there is none.</summary>
    public static string Find(params string[] parts)
    {
        string relative = Path.Combine(parts);
        foreach (string root in Roots())
        {
            string path = Path.Combine(root, relative);
            if (Path.Exists(path))
                return path;
        }
        Assert.Skip($"There is no {relative}; set {Variable} to a folder that has it.");
        return relative;
    }

    private static IEnumerable<string> Roots()
    {
        if (Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } named)
        {
            yield return named;
            yield break;
        }
        string? folder = AppContext.BaseDirectory;
        while (folder is not null && !File.Exists(Path.Combine(folder, "Hone.slnx")))
            folder = Path.GetDirectoryName(folder);
        // A worktree can lie a folder deeper than the repository.
        for (int up = 0; up < 2 && folder is not null; up++)
        {
            folder = Path.GetDirectoryName(folder);
            if (folder is not null)
                yield return Path.Combine(folder, "shared", "data");
        }
    }
}
