using Hone.Cli.Errors;
using Hone.Training.Configuration;

namespace Hone.Cli.BuiltIn;

/// <summary>A recipe that was found.</summary>
/// <param name="Label">What messages call it.</param>
/// <param name="Text">Its YAML.</param>
/// <param name="Directory">Where the files that it names are looked for.</param>
internal sealed record RecipeSource(string Label, string Text, string Directory)
{
    /// <summary>A reader with the overrides applied.</summary>
    /// <exception cref="RecipeException">The text is no recipe.</exception>
    internal RecipeReader Read(IEnumerable<string> overrides) => RecipeReader.Parse(Text, Label, overrides);
}

/// <summary>Finds recipes: a file, or the name of a built-in one (<c>sharpen</c>, <c>sharpen.yaml</c> or <c>recipes/sharpen.yaml</c>).</summary>
internal sealed class RecipeLibrary(BuiltInFiles files)
{
    private const string Folder = "recipes";
    private const string Ending = ".yaml";

    /// <summary>Names of the built-in recipes, without ending.</summary>
    internal IReadOnlyList<string> Names { get; } =
    [
        .. files.Names.Where(n => n.StartsWith(Folder + "/", StringComparison.Ordinal) && n.EndsWith(Ending, StringComparison.Ordinal))
            .Select(n => n[(Folder.Length + 1)..^Ending.Length]),
    ];

    /// <summary>The recipe of a name or path; a file that is there wins.</summary>
    /// <exception cref="UserException">There is neither.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    internal RecipeSource Find(string nameOrPath)
    {
        if (File.Exists(nameOrPath))
            return new RecipeSource(nameOrPath, File.ReadAllText(nameOrPath), Path.GetDirectoryName(Path.GetFullPath(nameOrPath))!);
        string name = nameOrPath.Replace('\\', '/');
        if (name.StartsWith(Folder + "/", StringComparison.Ordinal)) name = name[(Folder.Length + 1)..];
        if (name.EndsWith(Ending, StringComparison.Ordinal)) name = name[..^Ending.Length];
        if (Names.Contains(name))
            return new RecipeSource($"{Folder}/{name}{Ending}", files.ReadText($"{Folder}/{name}{Ending}"), files.Extract(Folder));
        throw Unknown(nameOrPath);
    }

    private UserException Unknown(string nameOrPath)
    {
        string parent = Path.GetDirectoryName(nameOrPath) ?? "";
        string full = Path.GetFullPath(parent.Length == 0 ? "." : parent);
        IEnumerable<string> beside = Directory.Exists(full)
            ? Directory.EnumerateFiles(full, "*" + Ending).Select(f => Path.Combine(parent, Path.GetFileName(f))).Order(StringComparer.Ordinal) : [];
        string? nearest = NearestName.Of(nameOrPath, Names.Concat(beside));
        string hint = nearest is not null ? $"Did you mean '{nearest}'?"
            : Names.Count > 0 ? $"Give a YAML file, or a built-in recipe: {string.Join(", ", Names)}."
            : "Give the path of a YAML file.";
        return new UserException($"unknown recipe '{nameOrPath}': there is no such file and no built-in recipe of that name", hint);
    }
}
