using System.Net;
using System.Text.Json;

namespace Hone.Models.Hub;

/// <summary>
/// Fetches models from a Hugging Face hub into the cache that other programs use too. Files are fetched one by one; the same command
/// after an interruption goes on where it stopped, and a model is found in the cache only when all of it is there and checked.
/// </summary>
public sealed class HubClient
{
    private const int MaximumListingBytes = 64 << 20;
    private const string OnlineHint = "Unset HF_HUB_OFFLINE, or give the path of a model folder.";

    private static readonly string[] DefaultEndings = [".json", ".safetensors", ".jinja", ".model", ".txt"];

    private readonly HubOptions _options;
    private readonly HubHttp _http;

    /// <summary>A client.</summary>
    /// <param name="client">Sends; follows no redirects by itself (<c>AllowAutoRedirect</c> off) and has no time limit of its own, so that tokens stay at home and long files come through. Not owned.</param>
    /// <param name="options">Where from and where to.</param>
    public HubClient(HttpClient client, HubOptions options)
    {
        ArgumentNullException.ThrowIfNull(client);
        ArgumentNullException.ThrowIfNull(options);
        _options = options;
        _http = new HubHttp(client, options);
    }

    /// <summary>Whether Hone reads such a file: configurations, safetensors, tokenizers, templates; not the same weights in other formats.</summary>
    /// <param name="file">Its path in the repository.</param>
    public static bool IsRead(string file)
    {
        ArgumentNullException.ThrowIfNull(file);
        return (!file.Contains('/', StringComparison.Ordinal) || file.StartsWith("additional_chat_templates/", StringComparison.Ordinal))
            && DefaultEndings.Any(e => file.EndsWith(e, StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>Makes a model complete in the cache.</summary>
    /// <param name="name">The model.</param>
    /// <param name="include">Which files are wanted; null for those that Hone reads.</param>
    /// <param name="progress">Is told how far it is, on whatever thread the bytes come; null for nobody.</param>
    /// <param name="cancellation">Stops it; what is there stays for the next time.</param>
    /// <exception cref="HubException">The model cannot be fetched, or offline is not there.</exception>
    /// <exception cref="IOException">The cache cannot be written.</exception>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public async Task<HubSnapshot> PullAsync(
        HubModelName name, Func<string, bool>? include = null, Action<HubProgress>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(name);
        var cache = new HubCache(_options.CacheRoot, name);
        if (_options.IsOffline)
            return cache.Find() ?? throw new HubException($"{name}: is not in the cache {_options.CacheRoot}, and this is offline", OnlineHint);
        (string commit, HubFile?[] known, string[] names) = await ListAsync(name, cancellation).ConfigureAwait(false);
        int[] wanted = [.. Enumerable.Range(0, names.Length).Where(i => (include ?? IsRead)(names[i]))];
        if (wanted.Length == 0) throw new HubException($"{name}: none of its {names.Length} files is wanted", "Check the name, or ask for other files with --include.");
        var download = new HubDownload(_http, cache, _options);
        var links = new List<(string, string)>();
        long fetched = 0;
        for (int i = 0; i < wanted.Length; i++)
        {
            int index = i;
            HubFile file = known[wanted[i]] ?? await AskAsync(name, commit, names[wanted[i]], cancellation).ConfigureAwait(false);
            fetched += await download.FetchAsync(
                file, FileUri(name, commit, file.Name),
                bytes => progress?.Invoke(new HubProgress(file.Name, bytes, file.SizeBytes, index, wanted.Length)), cancellation).ConfigureAwait(false);
            links.Add((file.Name, file.Tag));
        }
        return cache.Link(commit, links, fetched);
    }

    private Uri At(string path) => new($"{_options.Endpoint.AbsoluteUri.TrimEnd('/')}/{path}");

    private Uri FileUri(HubModelName name, string commit, string file) =>
        At($"{name.Repository}/resolve/{commit}/{string.Join('/', file.Split('/').Select(Uri.EscapeDataString))}");

    private async Task<(string Commit, HubFile?[] Known, string[] Names)> ListAsync(HubModelName name, CancellationToken cancellation)
    {
        Uri uri = At($"api/models/{name.Repository}/revision/{Uri.EscapeDataString(name.Revision)}?blobs=true");
        byte[] bytes = await ReadAsync(uri, name.ToString(), cancellation).ConfigureAwait(false);
        try
        {
            using JsonDocument document = JsonDocument.Parse(bytes);
            string commit = document.RootElement.GetProperty("sha").GetString() ?? "";
            if (!HubNames.IsHex(commit, 40)) throw new FormatException($"its commit is '{commit}'");
            var names = new List<string>();
            var known = new List<HubFile?>();
            foreach (JsonElement entry in document.RootElement.GetProperty("siblings").EnumerateArray())
            {
                string file = entry.GetProperty("rfilename").GetString() ?? "";
                if (!HubNames.IsSafePath(file)) throw new FormatException($"a file is named '{file}'");
                names.Add(file);
                known.Add(Known(file, entry));
            }
            return (commit, [.. known], [.. names]);
        }
        catch (Exception e) when (e is JsonException or FormatException or KeyNotFoundException or InvalidOperationException)
        {
            throw new HubException($"{name}: {uri.Host} answers with something else than a list of a model's files: {e.Message}", "Check HF_ENDPOINT.", e);
        }
    }

    // Size and content's name where the listing has them.
    private static HubFile? Known(string file, JsonElement entry)
    {
        if (!entry.TryGetProperty("size", out JsonElement size) || size.ValueKind != JsonValueKind.Number || !size.TryGetInt64(out long bytes) || bytes < 0) return null;
        string? tag = entry.TryGetProperty("lfs", out JsonElement lfs) && lfs.ValueKind == JsonValueKind.Object
            ? Text(lfs, "sha256") ?? Text(lfs, "oid") : Text(entry, "blobId");
        return tag is not null && (HubNames.IsHex(tag, 64) || HubNames.IsHex(tag, 40)) ? new HubFile(file, tag, bytes) : null;
    }

    private static string? Text(JsonElement row, string name) => row.TryGetProperty(name, out JsonElement value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    /// <summary>Asks the server for a file's size and tag: X-Linked-Size and X-Linked-ETag of a large file, on whichever answer has them, else the plain headers.</summary>
    private async Task<HubFile> AskAsync(HubModelName name, string commit, string file, CancellationToken cancellation)
    {
        string? linkedTag = null;
        long? linkedSize = null;
        void Note(HttpResponseMessage hop)
        {
            linkedTag ??= hop.Headers.TryGetValues("X-Linked-ETag", out IEnumerable<string>? tags) ? tags.First() : null;
            if (linkedSize is null && hop.Headers.TryGetValues("X-Linked-Size", out IEnumerable<string>? sizes) && long.TryParse(sizes.First(), out long size) && size >= 0) linkedSize = size;
        }
        Uri uri = FileUri(name, commit, file);
        HttpResponseMessage response = await _http.SendAsync(HttpMethod.Head, uri, file, cancellation, null, Note, HttpStatusCode.MethodNotAllowed, HttpStatusCode.NotImplemented).ConfigureAwait(false);
        if (!response.IsSuccessStatusCode)
        {
            response.Dispose();
            response = await _http.SendAsync(HttpMethod.Get, uri, file, cancellation, null, Note).ConfigureAwait(false);
        }
        using (response)
        {
            string tag = (linkedTag ?? response.Headers.ETag?.Tag ?? "").Replace("W/", "", StringComparison.Ordinal).Trim('"');
            if (!HubNames.IsSafeTag(tag)) throw new HubException($"{file}: the server gives its content no name (ETag)", "Check HF_ENDPOINT; a mirror must pass the headers of the hub on.");
            return new HubFile(file, tag, linkedSize ?? (linkedTag is null ? response.Content.Headers.ContentLength : null));
        }
    }

    private async Task<byte[]> ReadAsync(Uri uri, string what, CancellationToken cancellation)
    {
        for (int attempt = 1; ; attempt++)
        {
            using HttpResponseMessage response = await _http.SendAsync(HttpMethod.Get, uri, what, cancellation).ConfigureAwait(false);
            try
            {
                using CancellationTokenSource patience = _http.Patience(cancellation);
                using Stream body = await response.Content.ReadAsStreamAsync(patience.Token).ConfigureAwait(false);
                using var all = new MemoryStream();
                var buffer = new byte[1 << 14];
                int count;
                while ((count = await body.ReadAsync(buffer, patience.Token).ConfigureAwait(false)) > 0)
                {
                    all.Write(buffer, 0, count);
                    if (all.Length > MaximumListingBytes) throw new HubException($"{what}: the list of its files is longer than {MaximumListingBytes >> 20} MiB", "Check HF_ENDPOINT.");
                }
                return all.ToArray();
            }
            catch (Exception e) when (HubHttp.IsTransient(e, cancellation))
            {
                if (attempt >= _options.Attempts)
                    throw new HubException($"{what}: the list of its files breaks off, {attempt} times", "Check the connection and HF_ENDPOINT, and run the same command again.", e);
                await _http.WaitAsync(attempt, cancellation).ConfigureAwait(false);
            }
        }
    }
}
