using System.Net;

namespace Hone.Models.Hub;

/// <summary>A file of a repository.</summary>
/// <param name="Name">Its path there.</param>
/// <param name="Tag">Its content's name: a sha256 of a large file, git's sha1 of another; or whatever the server calls it.</param>
/// <param name="SizeBytes">Its size; null where the server does not say.</param>
internal sealed record HubFile(string Name, string Tag, long? SizeBytes);

/// <summary>
/// Fetches one file into the cache: aside, going on where an earlier try broke off, and under its name only when its length and its
/// hash are right.
/// </summary>
internal sealed class HubDownload(HubHttp http, HubCache cache, HubOptions options)
{
    private const int ReportBytes = 4 << 20;

    /// <summary>Makes the blob of a file whole.</summary>
    /// <returns>Bytes that were fetched; 0 where it was there.</returns>
    /// <exception cref="HubException">It cannot be fetched, or what comes is not what the repository names.</exception>
    internal async Task<long> FetchAsync(HubFile file, Uri uri, Action<long> report, CancellationToken cancellation)
    {
        string blob = cache.BlobPath(file.Tag), partial = cache.PartialPath(file.Tag);
        if (IsWhole(blob, file)) return 0;
        Directory.CreateDirectory(Path.GetDirectoryName(blob)!);
        long fetched = 0;
        for (int round = 1; ; round++)
        {
            bool resumed = File.Exists(partial) && new FileInfo(partial).Length > 0;
            fetched += await TransferAsync(file, uri, partial, report, cancellation).ConfigureAwait(false);
            if (HubCache.Matches(partial, file.Tag, out string actual))
            {
                File.Move(partial, blob, overwrite: true);
                report(new FileInfo(blob).Length);
                return fetched;
            }
            File.Delete(partial);
            // What was begun by an earlier command may be of something else; from the start it is not.
            if (!resumed || round > 1)
            {
                throw new HubException(
                    $"{file.Name}: its hash is {Short(actual)}, the repository says {Short(file.Tag)}; what came was thrown away",
                    "Run the same command again; if it stays so, the server's file is damaged or not the one it names.");
            }
        }
    }

    // A blob was checked before it got its name; here it is only asked whether somebody cut it since.
    private static bool IsWhole(string blob, HubFile file) => File.Exists(blob) && (file.SizeBytes is not { } size || new FileInfo(blob).Length == size);

    private static string Short(string hash) => hash.Length > 12 ? hash[..12] + "..." : hash;

    private async Task<long> TransferAsync(HubFile file, Uri uri, string partial, Action<long> report, CancellationToken cancellation)
    {
        FileStream output;
        try
        {
            output = new FileStream(partial, FileMode.OpenOrCreate, FileAccess.Write, FileShare.None);
        }
        catch (IOException e) when (File.Exists(partial))
        {
            throw new HubException($"{file.Name}: another process is fetching it", "Wait until it is done, and run the same command again.", e);
        }
        await using (output.ConfigureAwait(false))
        {
            long fetched = 0, before = -1;
            for (int attempt = 0; ; )
            {
                if (output.Length > file.SizeBytes) output.SetLength(0);
                if (file.SizeBytes is { } size && output.Length == size) break;
                // A try that moved on does not count.
                attempt = output.Length > before ? 1 : attempt + 1;
                if (attempt > options.Attempts)
                {
                    throw new HubException(
                        $"{file.Name}: the transfer stays at {output.Length} of {file.SizeBytes?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "unknown"} bytes after {options.Attempts} tries",
                        "Run the same command again: it goes on where it stopped.");
                }
                if (attempt > 1) await http.WaitAsync(attempt - 1, cancellation).ConfigureAwait(false);
                before = output.Length;
                (long read, bool ended) = await OnceAsync(file, uri, output, report, cancellation).ConfigureAwait(false);
                fetched += read;
                if (file.SizeBytes is null && ended) break;
            }
            output.Flush(flushToDisk: true);
            return fetched;
        }
    }

    // One answer's body, as far as it comes. Ended: the server said that it was all.
    private async Task<(long Read, bool Ended)> OnceAsync(HubFile file, Uri uri, FileStream output, Action<long> report, CancellationToken cancellation)
    {
        long from = output.Length;
        using HttpResponseMessage response = await http.SendAsync(
            HttpMethod.Get, uri, file.Name, cancellation, from > 0 ? from : null, null, HttpStatusCode.RequestedRangeNotSatisfiable).ConfigureAwait(false);
        if (response.StatusCode == HttpStatusCode.RequestedRangeNotSatisfiable)
        {
            // Without a known size this is how a server says that all is here.
            if (file.SizeBytes is null && response.Content.Headers.ContentRange?.Length == from) return (0, true);
            output.SetLength(0);
            return (0, false);
        }
        // A server that knows no ranges, or gives another one, begins anew.
        long start = response.StatusCode == HttpStatusCode.PartialContent ? response.Content.Headers.ContentRange?.From ?? from : 0;
        if (start > from) throw new HubException($"{file.Name}: asked for bytes from {from} on, the server sends those from {start} on", "Run the same command later, or fetch the file by other means.");
        output.SetLength(start);
        output.Seek(start, SeekOrigin.Begin);
        long read = 0, reported = 0;
        var buffer = new byte[1 << 16];
        try
        {
            using Stream body = await response.Content.ReadAsStreamAsync(cancellation).ConfigureAwait(false);
            using CancellationTokenSource patience = http.Patience(cancellation);
            while (true)
            {
                int count = await body.ReadAsync(buffer, patience.Token).ConfigureAwait(false);
                patience.CancelAfter(TimeSpan.FromSeconds(options.TimeoutSeconds));
                if (count == 0) return (read, true);
                // A body that is longer than the file is cut there; the hash says whether it was the file.
                if (file.SizeBytes is { } size && output.Position + count > size) count = (int)(size - output.Position);
                output.Write(buffer, 0, count);
                read += count;
                if (read - reported >= ReportBytes)
                {
                    report(output.Position);
                    reported = read;
                }
                if (output.Position == file.SizeBytes) return (read, true);
            }
        }
        catch (Exception e) when (HubHttp.IsTransient(e, cancellation) && !IsDiskFull(e))
        {
            return (read, false);
        }
    }

    // ENOSPC as the runtime reports it on Unix, and the two Windows codes.
    private static bool IsDiskFull(Exception e) => e is IOException && (e.HResult & 0xFFFF) is 28 or 39 or 112;
}
