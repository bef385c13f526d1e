namespace Hone.Models.Hub;

/// <summary>Where models come from and where they are kept. The command line fills it from the environment; libraries read none.</summary>
public sealed record HubOptions
{
    /// <summary>The server (<c>HF_ENDPOINT</c>); default https://huggingface.co.</summary>
    public Uri Endpoint { get; init; } = new("https://huggingface.co");

    /// <summary>The folder of <c>models--user--repo</c> folders (<c>HF_HUB_CACHE</c>).</summary>
    public required string CacheRoot { get; init; }

    /// <summary>Access token (<c>HF_TOKEN</c>), sent to the endpoint's own host only; null for none.</summary>
    public string? Token { get; init; }

    /// <summary>Whether only the cache is read (<c>HF_HUB_OFFLINE</c>); default false.</summary>
    public bool IsOffline { get; init; }

    /// <summary>Tries of a request that fails, or of a transfer that breaks off without having moved on; at least 1, default 5.</summary>
    public int Attempts { get; init; } = 5;

    /// <summary>The longest wait between tries in seconds, also where a server asks for more; default 60.</summary>
    public double MaximumDelaySeconds { get; init; } = 60;

    /// <summary>The longest silence of a server in seconds before a try counts as failed; default 60.</summary>
    public double TimeoutSeconds { get; init; } = 60;

    /// <summary>The clock that waits are measured by.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;
}

/// <summary>How far a fetch is. Reported after every few megabytes and at the end of every file.</summary>
/// <param name="File">The file's name in the repository.</param>
/// <param name="Bytes">Bytes of it that are here.</param>
/// <param name="TotalBytes">Its size; null where the server does not say.</param>
/// <param name="Index">Its number, 0 for the first.</param>
/// <param name="Count">Files in all.</param>
public sealed record HubProgress(string File, long Bytes, long? TotalBytes, int Index, int Count);

/// <summary>A model that is here.</summary>
/// <param name="Path">The folder of its files.</param>
/// <param name="Commit">The commit that it is.</param>
/// <param name="Files">Names of the files, in ordinal order.</param>
/// <param name="FetchedBytes">Bytes that were fetched now; 0 where all were here.</param>
public sealed record HubSnapshot(string Path, string Commit, IReadOnlyList<string> Files, long FetchedBytes);
