using Hone.Cli.Errors;
using Hone.Models.Hub;
using Hone.Training.Configuration;

namespace Hone.Cli.BuiltIn;

/// <summary>Finds models: a path, the name of a built-in one, or of one that was fetched (<c>user/repo[:revision]</c>).</summary>
/// <param name="files">The files inside the program.</param>
/// <param name="findCached">The folder of a fetched model; null for a name that is none.</param>
internal sealed class ModelLibrary(BuiltInFiles files, Func<string, string?>? findCached = null)
{
    private const string Folder = "models";

    /// <summary>Names of the built-in models.</summary>
    internal IReadOnlyList<string> Names { get; } = [.. files.FoldersIn(Folder)];

    /// <summary>The path of a model. A path that is there wins over a built-in name; <c>models/NAME</c> names a built-in one as well.</summary>
    /// <param name="nameOrPath">As it was typed.</param>
    /// <exception cref="UserException">There is none.</exception>
    internal string Resolve(string nameOrPath) => Path.Exists(nameOrPath) ? nameOrPath : BuiltIn(nameOrPath) ?? findCached?.Invoke(nameOrPath) ?? throw Unknown(nameOrPath);

    /// <summary>As <see cref="Resolve(string)"/>, for a model that a recipe names: its path may begin at the recipe's folder too.</summary>
    internal string Resolve(string nameOrPath, string recipeDirectory)
    {
        string beside = Path.Combine(recipeDirectory, nameOrPath);
        return !Path.Exists(nameOrPath) && Path.Exists(beside) ? beside : Resolve(nameOrPath);
    }

    private string? BuiltIn(string nameOrPath)
    {
        string name = nameOrPath.Replace('\\', '/').TrimEnd('/');
        if (name.StartsWith(Folder + "/", StringComparison.Ordinal)) name = name[(Folder.Length + 1)..];
        return Names.Contains(name) ? files.Extract($"{Folder}/{name}") : null;
    }

    private UserException Unknown(string nameOrPath)
    {
        string parent = Path.GetDirectoryName(nameOrPath) ?? "";
        string full = Path.GetFullPath(parent.Length == 0 ? "." : parent);
        IEnumerable<string> beside = Directory.Exists(full) ? Directory.EnumerateDirectories(full).Select(d => Path.Combine(parent, Path.GetFileName(d))) : [];
        string? nearest = NearestName.Of(nameOrPath, Names.Concat(beside.Order(StringComparer.Ordinal)));
        string hint = nearest is not null ? $"Did you mean '{nearest}'?"
            : findCached is not null && nameOrPath.Contains('/') && HubModelName.TryParse(nameOrPath) is not null ? $"Fetch it with 'hone pull {nameOrPath}', or give a model folder."
            : Names.Count > 0 ? $"Give a model folder, or a built-in model: {string.Join(", ", Names)}."
            : "Give a folder with config.json, model.safetensors and tokenizer.json.";
        return new UserException($"unknown model '{nameOrPath}': there is no such folder and no built-in model of that name", hint);
    }
}
