using Hone.Cli.Errors;
using Hone.Models.Hub;

namespace Hone.Cli.Hub;

/// <summary>Where models are fetched from and kept, as the environment variables of the huggingface_hub library say.</summary>
/// <param name="read">Reads a variable; null where it is not set.</param>
/// <param name="home">The user's folder.</param>
internal sealed class HubEnvironment(Func<string, string?> read, string home)
{
    private static readonly string[] True = ["1", "ON", "YES", "TRUE"];

    /// <summary>That of this process.</summary>
    internal static HubEnvironment OfProcess() => new(Environment.GetEnvironmentVariable, Environment.GetFolderPath(Environment.SpecialFolder.UserProfile));

    /// <summary>HF_HUB_CACHE, else hub in HF_HOME, else in XDG_CACHE_HOME/huggingface, else in ~/.cache/huggingface.</summary>
    internal string CacheRoot => Value("HF_HUB_CACHE") is { } cache ? Expanded(cache) : Path.Combine(Home, "hub");

    private string Home => Value("HF_HOME") is { } own ? Expanded(own)
        : Path.Combine(Value("XDG_CACHE_HOME") is { } caches ? Expanded(caches) : Path.Combine(home, ".cache"), "huggingface");

    /// <summary>The settings.</summary>
    /// <exception cref="UserException">HF_ENDPOINT is no http address.</exception>
    internal HubOptions Options(TimeProvider clock)
    {
        string endpoint = Value("HF_ENDPOINT") ?? "https://huggingface.co";
        if (!Uri.TryCreate(endpoint, UriKind.Absolute, out Uri? uri) || uri.Scheme is not ("http" or "https"))
            throw new UserException($"HF_ENDPOINT is '{endpoint}', which is no http address", "Set it to something like https://huggingface.co, or unset it.");
        return new HubOptions { Endpoint = uri, CacheRoot = CacheRoot, Token = Token(), IsOffline = IsOffline, Time = clock };
    }

    /// <summary>The folder of a model that is in the cache; null for all else.</summary>
    internal string? FindCached(string name) => HubModelName.TryParse(name) is { } model ? new HubCache(CacheRoot, model).Find()?.Path : null;

    private bool IsOffline => Value("HF_HUB_OFFLINE") is { } offline && True.Contains(offline.ToUpperInvariant());

    // HF_TOKEN, else the file that a login leaves.
    private string? Token()
    {
        if (Value("HF_TOKEN") is { } token) return token.Trim();
        string file = Value("HF_TOKEN_PATH") is { } path ? Expanded(path) : Path.Combine(Home, "token");
        return File.Exists(file) && File.ReadAllText(file).Trim() is { Length: > 0 } kept ? kept : null;
    }

    private string? Value(string name) => read(name) is { } value && value.Trim().Length > 0 ? value : null;

    private string Expanded(string path) => path == "~" || path.StartsWith("~/", StringComparison.Ordinal) ? Path.Combine(home, path[1..].TrimStart('/')) : path;
}
