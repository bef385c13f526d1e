using Hone.Training.Advantages;
using Xunit;

namespace Hone.UnitTests.Training;

public sealed class AdvantageTests
{
    [Fact]
    public void AGroupOfTwoIsSymmetric()
    {
        GroupAdvantageResult result = GroupAdvantage.Compute([0, 0], [new("r", 1, [1.0, 0.0])]);
        double expected = 0.5 / (Math.Sqrt(0.5) + 1e-4);
        Assert.Equal(expected, result.Advantages[0], 14);
        Assert.Equal(-expected, result.Advantages[1], 14);
    }

    [Theory]
    [InlineData(RewardScaling.Group, RewardAggregation.SumThenNormalize)]
    [InlineData(RewardScaling.Batch, RewardAggregation.SumThenNormalize)]
    [InlineData(RewardScaling.None, RewardAggregation.SumThenNormalize)]
    [InlineData(RewardScaling.Group, RewardAggregation.NormalizeThenSum)]
    public void EqualRewardsGiveExactlyNothing(RewardScaling scaling, RewardAggregation aggregation)
    {
        // 0.1 + 0.1 + 0.1 is not 0.3: a plain mean would leave a trace.
        GroupAdvantageResult result = GroupAdvantage.Compute([4, 4, 4, 4, 4, 4], [new("r", 0.7, Enumerable.Repeat<double?>(0.1, 6).ToArray())], scaling, aggregation);
        Assert.All(result.Advantages, a => Assert.Equal(0.0, a));
        Assert.Equal(1.0, result.Metrics.Single(m => m.Key == "frac_reward_zero_std").Value);
    }

    [Fact]
    public void RowsThatNobodyJudgedTakeNoPart()
    {
        GroupAdvantageResult with = GroupAdvantage.Compute([0, 0, 0, 1, 1], [new("r", 1, [1.0, null, 0.0, null, null])]);
        GroupAdvantageResult without = GroupAdvantage.Compute([0, 0], [new("r", 1, [1.0, 0.0])]);
        Assert.Equal([without.Advantages[0], 0.0, without.Advantages[1], 0.0, 0.0], with.Advantages);
        Assert.Equal([1.0, null, 0.0, null, null], with.Rewards);
        Assert.Equal(without.Metrics, with.Metrics);
    }

    [Fact]
    public void AFunctionThatAbstainsLeavesTheOthers()
    {
        GroupAdvantageResult result = GroupAdvantage.Compute([0, 0],
            [new("a", 2, [1.0, null]), new("b", 0.5, [null, 1.0])], RewardScaling.None);
        Assert.Equal([2.0, 0.5], result.Rewards);
        Assert.Equal([0.75, -0.75], result.Advantages);
        Assert.Equal(1.0, result.Metrics.Single(m => m.Key == "rewards/a/mean").Value);
    }

    [Fact]
    public void NormalizeThenSumWeighsContrastNotScale()
    {
        // The second function is a hundred times the first; standardised in the group both speak alike.
        GroupAdvantageResult result = GroupAdvantage.Compute([0, 0, 0, 0],
            [new("a", 1, [1.0, 0.0, 1.0, 0.0]), new("b", 1, [0.0, 100.0, 100.0, 0.0])], RewardScaling.Group, RewardAggregation.NormalizeThenSum);
        Assert.Equal(0.0, result.Advantages[0], 3);
        Assert.Equal(0.0, result.Advantages[1], 3);
        Assert.True(result.Advantages[2] > 1.1 && result.Advantages[3] < -1.1);
    }

    [Fact]
    public void GroupsNeedNotBeNeighbours()
    {
        double?[] scores = [1.0, 5.0, 0.0, 7.0];
        double[] mixed = GroupAdvantage.Compute([0, 1, 0, 1], [new("r", 1, scores)]).Advantages;
        double[] sorted = GroupAdvantage.Compute([0, 0, 1, 1], [new("r", 1, [1.0, 0.0, 5.0, 7.0])]).Advantages;
        Assert.Equal([sorted[0], sorted[2], sorted[1], sorted[3]], mixed);
    }

    [Fact]
    public void BadScoresAreNamed()
    {
        Assert.Contains("null means not judged", Assert.Throws<ArgumentException>(() => GroupAdvantage.Compute([0], [new("r", 1, [double.NaN])])).Message);
        Assert.Contains("2 scores for 1 rows", Assert.Throws<ArgumentException>(() => GroupAdvantage.Compute([0], [new("r", 1, [1.0, 2.0])])).Message);
        Assert.Throws<ArgumentException>(() => GroupAdvantage.Compute([0], []));
        Assert.Throws<ArgumentException>(() => OutcomeAdvantage.GrpoPassK([1.0], [0]));
        Assert.Throws<ArgumentException>(() => OutcomeAdvantage.Grpo([1.0], [0, 1]));
    }

    [Fact]
    public void GaeOfLambdaOneIsTheReturnMinusTheValue()
    {
        double[] values = [0.3, -0.2, 0.4];
        TokenAdvantages result = TokenAdvantage.Gae([0, 0, 1], values, [], [0, 3]);
        Assert.All(result.Returns, r => Assert.Equal(1.0, r, 14));
        Assert.Equal(0.0, result.Advantages.Average(), 14);
    }
}
