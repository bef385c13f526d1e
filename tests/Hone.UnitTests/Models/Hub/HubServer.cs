using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;

namespace Hone.UnitTests.Models.Hub;

/// <summary>A request as it came.</summary>
internal sealed record HubRequest(string Method, string Path, IReadOnlyDictionary<string, string> Headers)
{
    /// <summary>First byte asked for; null without a range.</summary>
    public long? From => Headers.TryGetValue("range", out string? range) ? long.Parse(range["bytes=".Length..].TrimEnd('-'), CultureInfo.InvariantCulture) : null;
}

/// <summary>An answer, which need not be an honest one.</summary>
internal sealed record HubReply(int Status, byte[] Body)
{
    public IReadOnlyList<string> Headers { get; init; } = [];

    /// <summary>What Content-Length says; null for the truth.</summary>
    public long? DeclaredLength { get; init; }

    /// <summary>The connection is closed after so many bytes of the body.</summary>
    public int CutAfter { get; init; } = int.MaxValue;
}

/// <summary>A hub on this machine with one model, over raw sockets so that it can lie.</summary>
internal sealed class HubServer : IDisposable
{
    public const string Commit = "0123456789abcdef0123456789abcdef01234567";
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly List<HubRequest> _requests = [];

    public HubServer()
    {
        _listener.Start();
        _ = Task.Run(AcceptAsync);
    }

    public Dictionary<string, byte[]> Files { get; } = new(StringComparer.Ordinal);

    /// <summary>Whether the listing has sizes and hashes; else they are on the files' answers.</summary>
    public bool ListsBlobs { get; set; } = true;

    /// <summary>Answers before the honest one; null leaves it to that.</summary>
    public Func<HubRequest, HubReply?> Override { get; set; } = _ => null;

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    public Uri Endpoint => new($"http://127.0.0.1:{Port}");

    public IReadOnlyList<HubRequest> Requests
    {
        get
        {
            lock (_requests) return [.. _requests];
        }
    }

    public static string Sha256(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

    public static string GitHash(byte[] bytes) => Convert.ToHexStringLower(SHA1.HashData([.. Encoding.ASCII.GetBytes($"blob {bytes.Length}\0"), .. bytes]));

    /// <summary>The honest answer for a file, from the byte asked for on.</summary>
    public HubReply Serve(HubRequest request)
    {
        byte[] bytes = Files[Uri.UnescapeDataString(request.Path[(request.Path.IndexOf(Commit, StringComparison.Ordinal) + Commit.Length + 1)..])];
        string[] tag = bytes.Length > 500 ? [$"X-Linked-ETag: \"{Sha256(bytes)}\"", $"X-Linked-Size: {bytes.Length}"] : [$"ETag: \"{GitHash(bytes)}\""];
        if (request.From is not { } from) return new HubReply(200, bytes) { Headers = tag };
        if (from >= bytes.Length) return new HubReply(416, []) { Headers = [$"Content-Range: bytes */{bytes.Length}"] };
        return new HubReply(206, bytes[(int)from..]) { Headers = [.. tag, $"Content-Range: bytes {from}-{bytes.Length - 1}/{bytes.Length}"] };
    }

    public void Dispose() => _listener.Stop();

    private HubReply Answer(HubRequest request)
    {
        if (Override(request) is { } reply) return reply;
        if (request.Path.StartsWith("/api/models/user/repo/revision/", StringComparison.Ordinal)) return new HubReply(200, Encoding.UTF8.GetBytes(Listing()));
        return request.Path.StartsWith($"/user/repo/resolve/{Commit}/", StringComparison.Ordinal) ? Serve(request) : new HubReply(404, []);
    }

    private string Listing() => $$"""{"sha": "{{Commit}}", "siblings": [{{string.Join(", ", Files.Select(f => !ListsBlobs
        ? $$"""{"rfilename": "{{f.Key}}"}"""
        : f.Value.Length > 500
            ? $$$"""{"rfilename": "{{{f.Key}}}", "size": {{{f.Value.Length}}}, "blobId": "00", "lfs": {"sha256": "{{{Sha256(f.Value)}}}", "size": {{{f.Value.Length}}}}}"""
            : $$"""{"rfilename": "{{f.Key}}", "size": {{f.Value.Length}}, "blobId": "{{GitHash(f.Value)}}"}"""))}}]}""";

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                TcpClient client = await _listener.AcceptTcpClientAsync();
                _ = Task.Run(() => ServeAsync(client));
            }
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException or InvalidOperationException)
        {
            // Stopped.
        }
    }

    private async Task ServeAsync(TcpClient client)
    {
        using (client)
        {
            try
            {
                NetworkStream stream = client.GetStream();
                HubRequest request = await ReadAsync(stream);
                lock (_requests) _requests.Add(request);
                HubReply reply = Answer(request);
                var head = new StringBuilder($"HTTP/1.1 {reply.Status} X\r\nConnection: close\r\nContent-Length: {reply.DeclaredLength ?? reply.Body.Length}\r\n");
                foreach (string header in reply.Headers) head.Append(header).Append("\r\n");
                await stream.WriteAsync(Encoding.ASCII.GetBytes(head.Append("\r\n").ToString()));
                if (request.Method != "HEAD") await stream.WriteAsync(reply.Body.AsMemory(0, Math.Min(reply.Body.Length, reply.CutAfter)));
                await stream.FlushAsync();
                client.Client.Shutdown(SocketShutdown.Send);
            }
            catch (Exception e) when (e is IOException or SocketException or ObjectDisposedException)
            {
                // The client has seen enough.
            }
        }
    }

    private static async Task<HubRequest> ReadAsync(NetworkStream stream)
    {
        var text = new StringBuilder();
        var one = new byte[1];
        while (!text.ToString().EndsWith("\r\n\r\n", StringComparison.Ordinal))
        {
            if (await stream.ReadAsync(one) == 0) throw new IOException("closed");
            text.Append((char)one[0]);
        }
        string[] lines = text.ToString().Split("\r\n", StringSplitOptions.RemoveEmptyEntries), first = lines[0].Split(' ');
        return new HubRequest(first[0], first[1].Split('?')[0], lines.Skip(1).Select(l => l.Split(": ", 2)).ToDictionary(p => p[0].ToLowerInvariant(), p => p[1]));
    }
}

/// <summary>A clock whose waits are over at once, and are noted.</summary>
internal sealed class ImpatientTime : TimeProvider
{
    public List<TimeSpan> Waits { get; } = [];

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        lock (Waits) Waits.Add(dueTime);
        return System.CreateTimer(callback, state, TimeSpan.Zero, period);
    }
}
