using System.Text;
using Hone.Models.Hub;
using Xunit;

namespace Hone.UnitTests.Models.Hub;

/// <summary>Fetching a model from a server that breaks off, lies, redirects and refuses: it goes on, tries again, or says so in one line.</summary>
public sealed class HubTests : IDisposable
{
    private const string Weights = "model.safetensors";
    private readonly HubServer _server = new();
    private readonly HttpClient _client = new(new SocketsHttpHandler { AllowAutoRedirect = false });
    private readonly ImpatientTime _time = new();
    private readonly string _cache = Directory.CreateTempSubdirectory("hone-hub-").FullName;

    public HubTests()
    {
        _server.Files["config.json"] = Encoding.UTF8.GetBytes("{\"model_type\": \"llama\"}");
        var bytes = new byte[300_000];
        new Random(1).NextBytes(bytes);
        _server.Files[Weights] = bytes;
        _server.Files["pytorch_model.bin"] = [1, 2, 3];
    }

    private static HubModelName Name => HubModelName.TryParse("user/repo")!;

    private string Root => Path.Combine(_cache, "models--user--repo");

    private string Snapshot => Path.Combine(Root, "snapshots", HubServer.Commit);

    public void Dispose()
    {
        _client.Dispose();
        _server.Dispose();
        Directory.Delete(_cache, recursive: true);
    }

    private HubOptions Options => new() { Endpoint = _server.Endpoint, CacheRoot = _cache, Time = _time, Attempts = 3, Token = "secret" };

    private Task<HubSnapshot> PullAsync(HubOptions? options = null) =>
        new HubClient(_client, options ?? Options).PullAsync(Name, cancellation: TestContext.Current.CancellationToken);

    private async Task<HubException> RefusedAsync()
    {
        HubException refusal = await Assert.ThrowsAsync<HubException>(() => PullAsync());
        Assert.DoesNotContain('\n', refusal.Message + refusal.Hint);
        Assert.NotEmpty(refusal.Hint);
        AssertNothingIsUsed();
        return refusal;
    }

    private void AssertNothingIsUsed()
    {
        Assert.Null(new HubCache(_cache, Name).Find());
        Assert.False(Directory.Exists(Snapshot));
        Assert.False(File.Exists(Path.Combine(Root, "blobs", HubServer.Sha256(_server.Files[Weights]))));
    }

    private void AssertWhole(HubSnapshot snapshot)
    {
        Assert.Equal(Snapshot, snapshot.Path);
        Assert.Equal(["config.json", Weights], snapshot.Files);
        foreach (string file in snapshot.Files)
            Assert.Equal(_server.Files[file], File.ReadAllBytes(Path.Combine(snapshot.Path, file)));
        Assert.Empty(Directory.GetFiles(Path.Combine(Root, "blobs"), "*.incomplete"));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task AModelComesInTheLayoutOfTheHubOnceAndIsFoundOffline(bool listsBlobs)
    {
        _server.ListsBlobs = listsBlobs;
        HubSnapshot snapshot = await PullAsync();
        AssertWhole(snapshot);
        Assert.Equal(300_000 + _server.Files["config.json"].Length, snapshot.FetchedBytes);
        Assert.Equal(HubServer.Commit, File.ReadAllText(Path.Combine(Root, "refs", "main")));
        Assert.Equal(
            new[] { HubServer.Sha256(_server.Files[Weights]), HubServer.GitHash(_server.Files["config.json"]) }.Order(),
            Directory.GetFiles(Path.Combine(Root, "blobs")).Select(f => Path.GetFileName(f)!).Order());
        if (!OperatingSystem.IsWindows()) Assert.NotNull(new FileInfo(Path.Combine(Snapshot, Weights)).LinkTarget);

        int gets = _server.Requests.Count(r => r.Method == "GET" && r.Path.Contains("/resolve/", StringComparison.Ordinal));
        HubSnapshot again = await PullAsync();
        Assert.Equal(0, again.FetchedBytes);
        Assert.Equal(gets, _server.Requests.Count(r => r.Method == "GET" && r.Path.Contains("/resolve/", StringComparison.Ordinal)));

        int all = _server.Requests.Count;
        AssertWhole(await PullAsync(Options with { IsOffline = true }));
        Assert.Equal(all, _server.Requests.Count);
    }

    [Fact]
    public async Task OfflineWithoutTheModelIsOneLine()
    {
        HubException refusal = await Assert.ThrowsAsync<HubException>(() => PullAsync(Options with { IsOffline = true }));
        Assert.Contains("not in the cache", refusal.Message);
        Assert.Empty(_server.Requests);
    }

    [Fact]
    public async Task ATransferThatBreaksOffGoesOnWhereItStopped()
    {
        _server.Override = r => r.Path.EndsWith(Weights, StringComparison.Ordinal) ? _server.Serve(r) with { CutAfter = 70_000 } : null;
        AssertWhole(await PullAsync());
        HubRequest[] gets = [.. _server.Requests.Where(r => r.Method == "GET" && r.Path.EndsWith(Weights, StringComparison.Ordinal))];
        Assert.Equal([null, 70_000L, 140_000L, 210_000L, 280_000L], gets.Select(r => r.From));
    }

    [Fact]
    public async Task AnInterruptedFetchGoesOnWithTheNextCommand()
    {
        bool broken = true;
        _server.Override = r => r.Path.EndsWith(Weights, StringComparison.Ordinal) && broken ? _server.Serve(r) with { CutAfter = r.From is null ? 100_000 : 0 } : null;
        HubException refusal = await RefusedAsync();
        Assert.Contains("stays at 100000 of 300000 bytes", refusal.Message);
        broken = false;
        HubSnapshot snapshot = await PullAsync();
        AssertWhole(snapshot);
        Assert.Equal(200_000, snapshot.FetchedBytes);
    }

    [Theory]
    [InlineData(900_000)]
    [InlineData(120_000)]
    public async Task AFalseLengthIsNotBelieved(int declared)
    {
        _server.Override = r => r.Path.EndsWith(Weights, StringComparison.Ordinal) && r.From is null
            ? _server.Serve(r) with { DeclaredLength = declared, CutAfter = Math.Min(declared, 300_000) } : null;
        AssertWhole(await PullAsync());
    }

    [Fact]
    public async Task ABodyThatIsTooLongIsCutAndJudgedByItsHash()
    {
        _server.Override = r => r.Path.EndsWith(Weights, StringComparison.Ordinal) ? new HubReply(200, [.. _server.Files[Weights], .. new byte[50_000]]) : null;
        AssertWhole(await PullAsync());
    }

    [Fact]
    public async Task AServerWithoutRangesBeginsAnew()
    {
        _server.Override = r => r.Path.EndsWith(Weights, StringComparison.Ordinal)
            ? new HubReply(200, _server.Files[Weights]) { CutAfter = r.From is null ? 100_000 : int.MaxValue } : null;
        AssertWhole(await PullAsync());
    }

    [Fact]
    public async Task AWrongHashIsThrownAway()
    {
        byte[] other = [.. _server.Files[Weights]];
        other[150_000] ^= 1;
        _server.Override = r => r.Path.EndsWith(Weights, StringComparison.Ordinal) ? new HubReply(200, other) : null;
        HubException refusal = await RefusedAsync();
        Assert.Contains($"{Weights}: its hash is {HubServer.Sha256(other)[..12]}", refusal.Message);
        Assert.Empty(Directory.GetFiles(Path.Combine(Root, "blobs"), "*.incomplete"));
        _server.Override = _ => null;
        AssertWhole(await PullAsync());
    }

    [Fact]
    public async Task ADamagedBeginningIsFetchedAnew()
    {
        Directory.CreateDirectory(Path.Combine(Root, "blobs"));
        await File.WriteAllBytesAsync(Path.Combine(Root, "blobs", HubServer.Sha256(_server.Files[Weights]) + ".incomplete"), new byte[5_000], TestContext.Current.CancellationToken);
        AssertWhole(await PullAsync());
        Assert.Equal([5_000L, null], _server.Requests.Where(r => r.Path.EndsWith(Weights, StringComparison.Ordinal)).Select(r => r.From));
    }

    [Fact]
    public async Task RedirectsAreFollowedAndTheTokenStaysAtHome()
    {
        _server.ListsBlobs = false;
        using var elsewhere = new HubServer();
        elsewhere.Override = r => new HubReply(r.From is null ? 200 : 206, _server.Files[Weights]);
        _server.Override = r =>
        {
            if (r.Path.EndsWith("config.json", StringComparison.Ordinal)) return new HubReply(307, []) { Headers = [$"Location: {r.Path.Replace("config", "renamed", StringComparison.Ordinal)}"] };
            if (r.Path.EndsWith("renamed.json", StringComparison.Ordinal)) return _server.Serve(r with { Path = r.Path.Replace("renamed", "config", StringComparison.Ordinal) });
            return r.Path.EndsWith(Weights, StringComparison.Ordinal)
                ? _server.Serve(r) with { Status = 302, Body = [], Headers = [$"Location: {elsewhere.Endpoint}files/x?signature=1", .. _server.Serve(r).Headers] } : null;
        };
        AssertWhole(await PullAsync());
        Assert.All(_server.Requests, r => Assert.Equal("Bearer secret", r.Headers["authorization"]));
        Assert.NotEmpty(elsewhere.Requests);
        Assert.All(elsewhere.Requests, r => Assert.False(r.Headers.ContainsKey("authorization")));
    }

    [Fact]
    public async Task ACircleOfRedirectsEnds()
    {
        _server.Override = r => new HubReply(302, []) { Headers = [$"Location: {r.Path}"] };
        Assert.Contains("more than 10 redirects", (await RefusedAsync()).Message);
    }

    [Theory]
    [InlineData(401, "user/repo: the server asks for a token it accepts (401)")]
    [InlineData(403, "user/repo: not allowed (403)")]
    [InlineData(404, "user/repo: not found (404)")]
    public async Task ARefusalIsOneLineAndIsNotTriedAgain(int status, string message)
    {
        _server.Override = _ => new HubReply(status, []);
        Assert.StartsWith(message, (await RefusedAsync()).Message);
        Assert.Single(_server.Requests);
    }

    [Fact]
    public async Task TooManyRequestsIsWaitedForAsLongAsTheServerAsks()
    {
        int refusals = 0;
        _server.Override = r => r.Path.EndsWith(Weights, StringComparison.Ordinal) && refusals++ < 2 ? new HubReply(429, []) { Headers = ["Retry-After: 7"] } : null;
        AssertWhole(await PullAsync());
        Assert.Equal([TimeSpan.FromSeconds(7), TimeSpan.FromSeconds(7)], _time.Waits);
    }

    [Fact]
    public async Task TooManyRequestsForEverIsOneLine()
    {
        _server.Override = _ => new HubReply(429, []) { Headers = ["Retry-After: 100000"] };
        Assert.Contains("(429) after 3 tries", (await RefusedAsync()).Message);
        Assert.Equal([TimeSpan.FromSeconds(60), TimeSpan.FromSeconds(60)], _time.Waits);
    }

    [Fact]
    public async Task AServerErrorIsTriedAgainLongerEachTime()
    {
        int errors = 0;
        _server.Override = _ => errors++ < 2 ? new HubReply(503, []) : null;
        AssertWhole(await PullAsync());
        Assert.Equal([TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(2)], _time.Waits);
    }

    [Fact]
    public async Task NobodyThereIsOneLine()
    {
        _server.Dispose();
        HubException refusal = await Assert.ThrowsAsync<HubException>(() => PullAsync());
        Assert.Contains("cannot be reached after 3 tries", refusal.Message);
    }

    [Theory]
    [InlineData("{\"sha\": \"0123456789abcdef0123456789abcdef01234567\", \"siblings\": [{\"rfilename\": \"../config.json\"}]}", "'../config.json'")]
    [InlineData("{\"sha\": \"../x\", \"siblings\": []}", "'../x'")]
    [InlineData("<html>", "something else than a list")]
    [InlineData("{}", "something else than a list")]
    public async Task AListingThatLeadsElsewhereIsRefused(string listing, string message)
    {
        _server.Override = r => r.Path.StartsWith("/api/", StringComparison.Ordinal) ? new HubReply(200, Encoding.UTF8.GetBytes(listing)) : null;
        Assert.Contains(message, (await RefusedAsync()).Message);
    }

    [Fact]
    public async Task AFailedUpdateLeavesTheOldVersionInUse()
    {
        AssertWhole(await PullAsync());
        const string newer = "fedcba9876543210fedcba9876543210fedcba98";
        _server.Override = r => r.Path.StartsWith("/api/", StringComparison.Ordinal)
            ? new HubReply(200, Encoding.UTF8.GetBytes($$"""{"sha": "{{newer}}", "siblings": [{"rfilename": "config.json"}, {"rfilename": "{{Weights}}"}]}"""))
            : r.Path.EndsWith(Weights, StringComparison.Ordinal) ? new HubReply(404, []) : _server.Serve(r with { Path = r.Path.Replace(newer, HubServer.Commit, StringComparison.Ordinal) });
        await Assert.ThrowsAsync<HubException>(() => PullAsync());
        Assert.Equal(HubServer.Commit, new HubCache(_cache, Name).Find()!.Commit);
        Assert.False(Directory.Exists(Path.Combine(Root, "snapshots", newer)));
    }

    [Theory]
    [InlineData("user/repo", "user/repo", "main")]
    [InlineData("user/repo:refs/pr/1", "user/repo", "refs/pr/1")]
    [InlineData("gpt2", "gpt2", "main")]
    [InlineData("a/b/c", null, null)]
    [InlineData("../x", null, null)]
    [InlineData("user/repo:../x", null, null)]
    [InlineData("user/", null, null)]
    [InlineData("user/re po", null, null)]
    [InlineData("", null, null)]
    public void NamesAreReadOrRefused(string text, string? repository, string? revision)
    {
        HubModelName? name = HubModelName.TryParse(text);
        Assert.Equal((repository, revision), (name?.Repository, name?.Revision));
    }
}
