using System.Numerics;
using Hone.Evaluation.Statistics;
using Xunit;

namespace Hone.UnitTests.Evaluation;

public sealed class StatisticsTests
{
    [Fact]
    public void Pass_at_k_equals_the_enumeration_of_all_subsets()
    {
        for (int n = 1; n <= 9; n++)
        {
            for (int c = 0; c <= n; c++)
            {
                for (int k = 1; k <= n; k++)
                {
                    // Samples 0..c-1 are correct; every k-subset is as likely as any other.
                    int[] subsets = [.. Enumerable.Range(0, 1 << n).Where(m => BitOperations.PopCount((uint)m) == k)];
                    double expected = subsets.Count(m => (m & ((1 << c) - 1)) != 0) / (double)subsets.Length;
                    Assert.Equal(expected, PassAtK.Unbiased(n, c, k), 1e-14);
                }
            }
        }
    }

    [Fact]
    public void Pass_at_k_is_stable_for_many_samples()
    {
        Assert.Equal(0.3, PassAtK.Unbiased(1_000_000, 300_000, 1), 1e-9);
        Assert.Equal(1 - Math.Pow(0.9, 10), PassAtK.Unbiased(10_000_000, 1_000_000, 10), 1e-6);
        Assert.Equal(1, PassAtK.Unbiased(1000, 1, 1000));
        Assert.Equal(0, PassAtK.Unbiased(1000, 0, 1000));
    }

    [Theory]
    [InlineData(0, 0, 1)]
    [InlineData(4, 5, 1)]
    [InlineData(4, -1, 1)]
    [InlineData(4, 2, 0)]
    [InlineData(4, 2, 5)]
    public void Pass_at_k_refuses_impossible_counts(int n, int c, int k) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => PassAtK.Unbiased(n, c, k));

    [Theory]
    // Published worked values: Newcombe 1998 (Statistics in Medicine 17, 857), table I, score method.
    [InlineData(81, 263, 0.2553, 0.3662)]
    [InlineData(15, 148, 0.0624, 0.1605)]
    [InlineData(0, 20, 0.0, 0.1611)]
    [InlineData(1, 29, 0.0061, 0.1718)]
    public void Wilson_gives_the_published_intervals(double successes, double trials, double low, double high)
    {
        Estimate e = Intervals.Wilson(successes, trials);
        Assert.Equal(successes / trials, e.Value, 1e-15);
        Assert.Equal(low, e.Low, 0.00006);
        Assert.Equal(high, e.High, 0.00006);
        Estimate mirrored = Intervals.Wilson(trials - successes, trials);
        Assert.Equal(1 - e.High, mirrored.Low, 1e-12);
        Assert.Equal(1 - e.Low, mirrored.High, 1e-12);
    }

    [Fact]
    public void Wilson_covers_as_promised()
    {
        // Exact coverage by summing the binomial distribution, averaged over p.
        const int n = 40;
        double coverage = 0;
        int points = 0;
        for (double p = 0.05; p < 0.96; p += 0.01, points++)
        {
            double probability = Math.Pow(1 - p, n);
            for (int c = 0; c <= n; c++)
            {
                Estimate e = Intervals.Wilson(c, n);
                if (e.Low <= p && p <= e.High) coverage += probability;
                probability *= (n - c) / (c + 1.0) * p / (1 - p);
            }
        }
        Assert.InRange(coverage / points, 0.94, 0.96);
    }

    [Fact]
    public void Clustered_share_is_the_normal_interval_over_problems()
    {
        double[] shares = [0, 0.25, 0.5, 0.75, 1];
        Estimate e = Intervals.ClusteredShare(shares);
        double half = 1.959963984540054 * Math.Sqrt(0.15625 / 5);
        Assert.Equal(0.5, e.Value, 1e-15);
        Assert.Equal(0.5 - half, e.Low, 1e-12);
        Assert.Equal(0.5 + half, e.High, 1e-12);

        // Samples that agree within a problem carry no more information than one of them.
        double[] zeroOne = [.. Enumerable.Range(0, 400).Select(i => i % 4 == 0 ? 1.0 : 0.0)];
        Estimate wilson = Intervals.Wilson(100, 400);
        Assert.Equal(wilson.High - wilson.Low, Intervals.ClusteredShare(zeroOne).High - Intervals.ClusteredShare(zeroOne).Low, 0.001);
    }

    [Fact]
    public void Equal_shares_still_have_an_interval()
    {
        Assert.Equal(Intervals.Wilson(500, 500), Intervals.ClusteredShare([.. Enumerable.Repeat(1.0, 500)]));
        Assert.True(Intervals.ClusteredShare([.. Enumerable.Repeat(1.0, 500)]).Low < 0.995);
        Estimate tenth = Intervals.ClusteredShare([.. Enumerable.Repeat(0.1, 7)]);
        Assert.Equal(0.1, tenth.Value, 1e-15);
        Assert.True(tenth.Low < 0.1 && tenth.High > 0.1);
    }

    [Fact]
    public void Paired_difference_has_the_closed_form()
    {
        Estimate e = Intervals.PairedDifference([0.1, 0.2, 0.9, 0.0], [0.5, 0.8, 0.9, 1.0]);
        double[] d = [0.4, 0.6, 0, 1];
        double variance = d.Sum(x => (x - 0.5) * (x - 0.5)) / 3;
        Assert.Equal(0.5, e.Value, 1e-12);
        Assert.Equal(0.5 - 1.959963984540054 * Math.Sqrt(variance / 4), e.Low, 1e-12);
        Assert.Equal(new Estimate(0, 0, 0), Intervals.PairedDifference([0.3, 0.4], [0.3, 0.4]));
        Assert.Throws<ArgumentException>(() => Intervals.PairedDifference([1], [1, 2]));
        Assert.Throws<ArgumentException>(() => Intervals.PairedDifference([], []));
    }

    [Theory]
    [InlineData("a a b", "1 1 0", 1)]
    [InlineData("a b b", "1 0 0", 0)]
    [InlineData("a b", "1 0", 0.5)]
    [InlineData("a b c", "0 1 0", 0.3333333333333333)]
    [InlineData("- - a", "0 0 1", 1)]
    [InlineData("- -", "0 0", 0)]
    [InlineData("a a b b -", "1 1 0 0 0", 0.5)]
    public void Majority_vote(string answers, string correct, double expected) =>
        Assert.Equal(expected, PassAtK.MajorityVote(
            [.. answers.Split(' ').Select(a => a == "-" ? null : a)], [.. correct.Split(' ').Select(c => c == "1")]), 1e-15);

    [Fact]
    public void Seeds_are_summarised()
    {
        SeedSummary s = SeedSummary.Of([2, 4, 4, 4, 5, 5, 7, 9]);
        Assert.Equal((8, 5.0, 2.0, 9.0), (s.Count, s.Mean, s.Min, s.Max));
        Assert.Equal(Math.Sqrt(32 / 7.0), s.Deviation, 1e-14);
        Assert.Equal(0, SeedSummary.Of([0.1]).Deviation);
        Assert.Throws<ArgumentException>(() => SeedSummary.Of([]));
        Assert.Throws<ArgumentException>(() => SeedSummary.Of([1, double.NaN]));
    }

    [Fact]
    public void Shares_out_of_range_are_refused()
    {
        Assert.Throws<ArgumentException>(() => Intervals.ClusteredShare([]));
        Assert.Throws<ArgumentException>(() => Intervals.ClusteredShare([0.5, double.NaN]));
        Assert.Throws<ArgumentException>(() => Intervals.ClusteredShare([1.5]));
        Assert.Throws<ArgumentOutOfRangeException>(() => Intervals.Wilson(1, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => Intervals.Wilson(3, 2));
    }
}
