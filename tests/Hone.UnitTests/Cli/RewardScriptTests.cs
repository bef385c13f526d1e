using Hone.Cli.Scripting;
using Hone.Training.Rewards;
using Xunit;

namespace Hone.UnitTests.Cli;

public sealed class RewardScriptTests
{
    private static readonly RewardSample Sample = new()
    {
        Prompt = "2+2=",
        Completion = " #4",
        CompletionIds = [7, 8],
        Answer = "4",
        IsTruncated = false,
        Metadata = new Dictionary<string, string> { ["kind"] = "sum" },
    };

    [Theory]
    [InlineData("Completion.Contains(Answer) ? 1.0 : 0.0", 1.0)]
    [InlineData("return 0.25;", 0.25)]
    [InlineData("(double?)null", null)]
    [InlineData("CompletionIds.Count", 2.0)]
    [InlineData("CompletionIds.Sum() / 3", 5.0)]
    [InlineData("Regex.Match(Completion, \"#(\\\\d+)\").Groups[1].Value == Answer ? 1 : 0", 1.0)]
    [InlineData("double.Parse(\"1.5\", CultureInfo.InvariantCulture)", 1.5)]
    [InlineData("Metadata[\"kind\"] == \"sum\" && !IsTruncated ? 2 : 0", 2.0)]
    [InlineData("double Twice(double x) => 2 * x;\nvar seen = new List<int> { 1 };\nTwice(seen.Count)", 2.0)]
    [InlineData("if (Completion.Length > 2) return 3;\nreturn null;", 3.0)]
    [InlineData("new LastIntegerVerifier().Verify(Completion, Answer).Reward", 1.0)]
    public void GivesWhatTheScriptSays(string code, double? expected) => Assert.Equal(expected, RewardScript.Compile(code, "reward.csx")(Sample));

    [Fact]
    public void IsCompiledOnceAndKeepsNoStateBetweenSamples()
    {
        RewardFunction reward = RewardScript.Compile("int count = 0;\ncount++;\ncount", "reward.csx");
        Assert.Equal(1.0, reward(Sample));
        Assert.Equal(1.0, reward(Sample));
    }

    [Fact]
    public void AnErrorNamesFileLineAndColumnOnce()
    {
        RewardScriptException error = Assert.Throws<RewardScriptException>(() => RewardScript.Compile("var x = 1;\nComplexion.Length + Nothing", "reward.csx"));
        Assert.StartsWith("reward.csx:2:1: CS0103: ", error.Message);
        Assert.Contains("Complexion", error.Message);
        Assert.DoesNotContain('\n', error.Message);
    }

    [Fact]
    public void AValueOfAnotherTypeIsRefused() =>
        Assert.StartsWith("reward.csx:1:1: CS0029", Assert.Throws<RewardScriptException>(() => RewardScript.Compile("\"much\"", "reward.csx")).Message);

    [Theory]
    [InlineData("1.0;")]
    [InlineData("double x = 1.0;")]
    [InlineData("")]
    public void AScriptWithoutAValueIsRefused(string code) =>
        Assert.Throws<RewardScriptException>(() => RewardScript.Compile(code, "reward.csx"));

    [Fact]
    public void WhatItThrowsNamesTheScriptAndTheLine()
    {
        RewardFunction reward = RewardScript.Compile("var parts = Completion.Split(',');\nparts[3].Length", "reward.csx");
        RewardScriptException error = Assert.Throws<RewardScriptException>(() => reward(Sample));
        Assert.StartsWith("reward.csx:2: IndexOutOfRangeException: ", error.Message);
    }

    [Fact]
    public void ARewardThatIsNoNumberIsRefused() =>
        Assert.Contains("NaN", Assert.Throws<RewardScriptException>(() => RewardScript.Compile("double.NaN", "reward.csx")(Sample)).Message);

    [Fact]
    public void AMissingFileIsRefused() =>
        Assert.StartsWith("no-such.csx: cannot be read", Assert.Throws<RewardScriptException>(() => RewardScript.Load("no-such.csx")).Message);
}
