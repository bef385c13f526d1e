using Hone.Cli.Errors;
using Hone.Cli.Hub;
using Xunit;

namespace Hone.UnitTests.Cli;

/// <summary>The variables of the huggingface_hub library mean here what they mean there.</summary>
public sealed class HubEnvironmentTests
{
    private static HubEnvironment Of(params (string Name, string Value)[] variables) =>
        new(name => variables.FirstOrDefault(v => v.Name == name).Value, Path.Combine(Path.GetTempPath(), "nobody"));

    [Fact]
    public void TheCacheIsWhereTheHubKeepsIt()
    {
        string home = Path.Combine(Path.GetTempPath(), "nobody");
        Assert.Equal(Path.Combine(home, ".cache", "huggingface", "hub"), Of().CacheRoot);
        Assert.Equal(Path.Combine("x", "huggingface", "hub"), Of(("XDG_CACHE_HOME", "x")).CacheRoot);
        Assert.Equal(Path.Combine("y", "hub"), Of(("XDG_CACHE_HOME", "x"), ("HF_HOME", "y")).CacheRoot);
        Assert.Equal(Path.Combine(home, "z"), Of(("HF_HOME", "y"), ("HF_HUB_CACHE", "~/z")).CacheRoot);
    }

    [Theory]
    [InlineData("1", true)]
    [InlineData("yes", true)]
    [InlineData("0", false)]
    [InlineData("", false)]
    public void OfflineIsAYes(string value, bool offline) => Assert.Equal(offline, Of(("HF_HUB_OFFLINE", value)).Options(TimeProvider.System).IsOffline);

    [Fact]
    public void TheTokenIsTheVariableOrTheFileOfALogin()
    {
        string file = Path.GetTempFileName();
        try
        {
            File.WriteAllText(file, "kept\n");
            Assert.Null(Of().Options(TimeProvider.System).Token);
            Assert.Equal("kept", Of(("HF_TOKEN_PATH", file)).Options(TimeProvider.System).Token);
            Assert.Equal("given", Of(("HF_TOKEN", "given"), ("HF_TOKEN_PATH", file)).Options(TimeProvider.System).Token);
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Fact]
    public void AnEndpointIsAnAddress()
    {
        Assert.Equal("http://localhost:1/", Of(("HF_ENDPOINT", "http://localhost:1")).Options(TimeProvider.System).Endpoint.AbsoluteUri);
        Assert.Contains("HF_ENDPOINT", Assert.Throws<UserException>(() => Of(("HF_ENDPOINT", "ftp://x")).Options(TimeProvider.System)).Message);
    }
}
