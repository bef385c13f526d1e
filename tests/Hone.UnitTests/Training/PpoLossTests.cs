using Hone.Training.Losses;
using Xunit;

namespace Hone.UnitTests.Training;

public sealed class PpoLossTests
{
    private static readonly int[] Offsets = [0, 3, 4, 9, 12];
    private static readonly bool[] Mask = [true, true, false, true, true, false, true, true, true, true, true, true];

    public static TheoryData<string, LossAggregation> Losses()
    {
        var data = new TheoryData<string, LossAggregation>();
        foreach (LossAggregation mode in Enum.GetValues<LossAggregation>())
            foreach (string name in new[] { "vanilla", "geo_mean", "gpg", "value" }) data.Add(name, mode);
        return data;
    }

    [Theory]
    [MemberData(nameof(Losses))]
    public void GradientIsTheFiniteDifferenceAndSplitsGiveTheSameBits(string name, LossAggregation mode)
    {
        for (int seed = 1; seed <= 4; seed++)
        {
            var random = new Random(seed);
            double[] x = Draw(random, 1.0), other = [.. x.Select(v => v + 0.7 * (random.NextDouble() - 0.5))], third = Draw(random, 2.0);
            (double loss, double[] gradient) = Run(name, mode, x, other, third, 4);
            double largest = gradient.Max(Math.Abs);
            for (int t = 0; t < x.Length; t++)
            {
                if (name is not "gpg" && NearKink(x[t] - other[t])) continue;
                double At(double by) => Run(name, mode, [.. x.Select((v, i) => i == t ? v + by : v)], other, third, 4).Loss;
                double numeric = (8 * (At(1e-5) - At(-1e-5)) - (At(2e-5) - At(-2e-5))) / 12e-5;
                Assert.True(Math.Abs(numeric - gradient[t]) <= 1e-6 * largest, $"{name} {mode} {seed} {t}: {numeric:R}, {gradient[t]:R}");
            }

            foreach (int size in new[] { 1, 3 })
            {
                (double splitLoss, double[] splitGradient) = Run(name, mode, x, other, third, size);
                Assert.Equal(BitConverter.DoubleToInt64Bits(loss), BitConverter.DoubleToInt64Bits(splitLoss));
                Assert.Equal(gradient, splitGradient);
            }
        }
    }

    private static double[] Draw(Random random, double scale) => [.. Enumerable.Range(0, 12).Select(_ => scale * (random.NextDouble() - 0.5))];

    // The kinks lie where the log-ratio (or the move of the value) meets a bound of the clips used below.
    private static bool NearKink(double difference) =>
        new[] { Math.Log(0.8), Math.Log(1.2), Math.Log(1.3), 0.2, -0.2 }.Any(k => Math.Abs(difference - k) < 1e-3);

    private static (double Loss, double[] Gradient) Run(string name, LossAggregation mode, double[] x, double[] other, double[] third, int size)
    {
        LossDivisors divisors = LossDivisors.ForStep(mode, Offsets, Mask, 7.0);
        var totals = new PpoTotals();
        double[] gradient = new double[x.Length];
        for (int start = 0; start < 4; start += size)
        {
            ReadOnlySpan<int> offsets = Offsets.AsSpan(start, Math.Min(size, 4 - start) + 1);
            Range range = offsets[0]..offsets[^1];
            Span<double> part = gradient.AsSpan(range);
            var batch = new PpoBatch { Offsets = offsets, Mask = Mask.AsSpan(range), LogProbs = x.AsSpan(range), OldLogProbs = other.AsSpan(range), Advantages = third.AsSpan(range) };
            switch (name)
            {
                case "vanilla": PpoLoss.Vanilla(batch, divisors, totals, part, 0.2, 0.2, 1.3); break;
                case "geo_mean": PpoLoss.GeometricMean(batch, divisors, totals, part, 0.2, 0.2); break;
                case "gpg": PpoLoss.Gpg(batch, divisors, totals, part); break;
                default: PpoLoss.Value(offsets, Mask.AsSpan(range), x.AsSpan(range), other.AsSpan(range), third.AsSpan(range), 0.2, divisors, totals, part); break;
            }
        }

        return (totals.Loss, gradient);
    }
}
