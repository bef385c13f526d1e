using Hone.Training.Losses;
using Xunit;

namespace Hone.UnitTests.Training;

public sealed class PolicyLossTests
{
    public static TheoryData<PolicyLossKind, ImportanceSamplingLevel> Kinds()
    {
        var data = new TheoryData<PolicyLossKind, ImportanceSamplingLevel>();
        foreach (PolicyLossKind kind in Enum.GetValues<PolicyLossKind>())
            foreach (ImportanceSamplingLevel level in Enum.GetValues<ImportanceSamplingLevel>())
                data.Add(kind, level);
        return data;
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void GradientIsTheFiniteDifferenceOfTheLoss(PolicyLossKind kind, ImportanceSamplingLevel level)
    {
        // Held: what the loss treats as constant. cispo and vespo multiply l by a weight without gradient, so their
        // gradient is checked by the closed form below instead.
        bool held = kind is PolicyLossKind.Cispo or PolicyLossKind.Vespo;
        PolicyLossOptions options = Options(kind, level) with { Beta = held ? 0.0 : 0.07, UseBiasCorrectionKl = !held };
        for (int seed = 1; seed <= 5; seed++)
        {
            Step step = Step.Random(seed);
            PolicyLossNormalizers normalizers = step.Normalizers(options);
            PolicyLossResult result = step.Compute(options, normalizers);
            double largest = result.LogProbGradient.Max(Math.Abs);
            Assert.True(largest > 0);
            for (int t = 0; t < step.LogProbs.Length; t++)
            {
                if (NearKink(step, options, t)) continue;
                double numeric = held
                    ? Difference(step, options, normalizers, t, moveOldToo: true)
                    : Difference(step, options, normalizers, t, moveOldToo: false);
                Assert.True(Math.Abs(numeric - result.LogProbGradient[t]) < 1e-6 * largest,
                    $"{kind} {level} seed {seed} token {t}: {numeric:R} and {result.LogProbGradient[t]:R}");
            }
        }
    }

    [Fact]
    public void EntropyGradientIsTheFiniteDifferenceOfTheLoss()
    {
        PolicyLossOptions options = Options(PolicyLossKind.Dapo, ImportanceSamplingLevel.Token) with { EntropyCoef = 0.03, TopEntropyQuantile = 0.6 };
        Step step = Step.Random(11);
        PolicyLossNormalizers normalizers = step.Normalizers(options);
        PolicyLossResult result = step.Compute(options, normalizers);
        Assert.Contains(result.EntropyGradient!, g => g != 0);
        Assert.Contains(result.EntropyGradient!, g => g == 0);
        double[] selection = [.. step.Entropies];
        for (int t = 0; t < step.Entropies.Length; t++)
        {
            double[] up = [.. step.Entropies], down = [.. step.Entropies];
            up[t] += 1e-4;
            down[t] -= 1e-4;
            double a = (step with { Entropies = up, Selection = selection }).Compute(options, normalizers).Loss;
            double b = (step with { Entropies = down, Selection = selection }).Compute(options, normalizers).Loss;
            Assert.Equal(result.EntropyGradient![t], (a - b) / 2e-4, 9);
        }
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void AnySplitIntoMicroBatchesGivesTheSameBits(PolicyLossKind kind, ImportanceSamplingLevel level)
    {
        PolicyLossOptions options = Options(kind, level) with
        {
            Beta = 0.05, EntropyCoef = 0.01, TopEntropyQuantile = 0.7, OffPolicyMaskThreshold = 0.01,
        };
        Step step = Step.Random(3, rows: 12, withSampler: true);
        PolicyLossNormalizers normalizers = step.Normalizers(options);
        PolicyLossResult whole = step.Compute(options, normalizers);
        foreach (int size in new[] { 1, 2, 3, 5, 11 })
        {
            var running = new PolicyLossAccumulator(options, normalizers);
            double[] gradient = new double[step.LogProbs.Length], entropyGradient = new double[step.LogProbs.Length];
            for (int start = 0; start < step.Advantages.Length; start += size)
            {
                int count = Math.Min(size, step.Advantages.Length - start);
                int first = step.Offsets[start], length = step.Offsets[start + count] - first;
                PolicyLoss.Compute(step.Batch.Rows(start, count), running, gradient.AsSpan(first, length), entropyGradient.AsSpan(first, length));
            }

            Assert.Equal(BitConverter.DoubleToInt64Bits(whole.Loss), BitConverter.DoubleToInt64Bits(running.Loss));
            Assert.Equal(Bits(whole.LogProbGradient), Bits(gradient));
            Assert.Equal(Bits(whole.EntropyGradient!), Bits(entropyGradient));
            Assert.Equal(whole.Metrics, running.Metrics());
        }
    }

    [Fact]
    public void ARowsGradientDoesNotDependOnItsNeighbours()
    {
        PolicyLossOptions options = Options(PolicyLossKind.Dapo, ImportanceSamplingLevel.Token);
        Step step = Step.Random(5);
        PolicyLossNormalizers normalizers = step.Normalizers(options);
        double[] before = step.Compute(options, normalizers).LogProbGradient;
        double[] other = [.. step.LogProbs];
        for (int t = step.Offsets[3]; t < other.Length; t++) other[t] -= 0.3;
        double[] after = (step with { LogProbs = other }).Compute(options, normalizers).LogProbGradient;
        Assert.Equal(Bits(before[..step.Offsets[3]]), Bits(after[..step.Offsets[3]]));
        Assert.NotEqual(Bits(before), Bits(after));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void ZeroAdvantagesGiveExactlyZeroGradient(PolicyLossKind kind, ImportanceSamplingLevel level)
    {
        Step step = Step.Random(7) with { Advantages = new double[8] };
        PolicyLossResult result = step.Compute(Options(kind, level));
        Assert.All(result.LogProbGradient, g => Assert.Equal(0.0, Math.Abs(g)));
        Assert.Equal(0.0, result.Loss);
    }

    [Fact]
    public void WithoutOldLogProbabilitiesTheRatioIsOneAndTheGradientIsTheAdvantage()
    {
        Step step = Step.Random(9) with { Old = [] };
        PolicyLossOptions options = Options(PolicyLossKind.Dapo, ImportanceSamplingLevel.Token);
        PolicyLossNormalizers normalizers = step.Normalizers(options);
        PolicyLossResult result = step.Compute(options, normalizers);
        for (int r = 0; r < step.Advantages.Length; r++)
            for (int t = step.Offsets[r]; t < step.Offsets[r + 1]; t++)
                Assert.Equal(step.Mask[t] ? -step.Advantages[r] / normalizers.Tokens : 0.0, result.LogProbGradient[t]);
    }

    [Fact]
    public void TheEntropyThresholdIsTheInterpolatedQuantile()
    {
        var options = new PolicyLossOptions { TopEntropyQuantile = 0.7 };
        PolicyLossNormalizers step = PolicyLossNormalizers.ForStep(options, [0, 5], [true, true, true, false, true], [4.0, 1.0, 2.0, 100.0, 3.0]);
        Assert.Equal(1.9, step.EntropyThreshold, 12); // rank 0.3 x 3 = 0.9 between 1 and 2
        Assert.Equal(3, step.EntropyTokens);
        Assert.Equal(4, step.Tokens);
    }

    [Fact]
    public void AMissingOrMisfitSpanIsNamed()
    {
        Step step = Step.Random(1);
        Assert.Contains("RefLogProbs", Assert.Throws<ArgumentException>(() => (step with { Reference = [] }).Compute(new PolicyLossOptions { Beta = 0.1 })).Message);
        Assert.Contains("OldLogProbs", Assert.Throws<ArgumentException>(() => (step with { Old = [1.0] }).Compute(new PolicyLossOptions())).Message);
        Assert.Throws<ArgumentException>(() => PolicyLossNormalizers.ForStep(new PolicyLossOptions { TopEntropyQuantile = 0 }, [0], []));
    }

    private static PolicyLossOptions Options(PolicyLossKind kind, ImportanceSamplingLevel level) => new()
    {
        LossType = kind, ImportanceSamplingLevel = level, Epsilon = 0.15, EpsilonHigh = kind == PolicyLossKind.Cispo ? 1.2 : 0.25,
        Delta = 1.35, MaxCompletionLength = 16,
    };

    private static long[] Bits(double[] values) => [.. values.Select(BitConverter.DoubleToInt64Bits)];

    private static bool NearKink(Step step, PolicyLossOptions options, int token)
    {
        int row = Array.FindIndex(step.Offsets, o => o > token) - 1;
        double[] kinks = [1 - options.Epsilon, 1 + options.EpsilonHigh!.Value, options.Delta!.Value];
        double ratio = Math.Exp(step.LogProbs[token] - step.Old[token]);
        if (options.ImportanceSamplingLevel == ImportanceSamplingLevel.Sequence)
        {
            double sum = 0, count = 0;
            for (int t = step.Offsets[row]; t < step.Offsets[row + 1]; t++)
                if (step.Mask[t]) (sum, count) = (sum + step.LogProbs[t] - step.Old[t], count + 1);
            ratio = Math.Exp(sum / Math.Max(1, count));
        }

        return kinks.Any(k => Math.Abs(ratio - k) < 1e-3);
    }

    // Moving the old log-probability along keeps the ratio, and with it the weight that the loss holds constant.
    private static double Difference(Step step, PolicyLossOptions options, PolicyLossNormalizers normalizers, int t, bool moveOldToo)
    {
        const double H = 1e-5;
        double At(double by)
        {
            double[] moved = [.. step.LogProbs], old = [.. step.Old];
            moved[t] += by;
            if (moveOldToo) old[t] += by;
            return (step with { LogProbs = moved, Old = old }).Compute(options, normalizers).Loss;
        }

        // Fourth-order central difference.
        return (8 * (At(H) - At(-H)) - (At(2 * H) - At(-2 * H))) / (12 * H);
    }

    private sealed record Step
    {
        public required int[] Offsets { get; init; }
        public required bool[] Mask { get; init; }
        public required double[] LogProbs { get; init; }
        public required double[] Old { get; init; }
        public required double[] Reference { get; init; }
        public required double[] Entropies { get; init; }
        public required double[] Sampler { get; init; }
        public required double[] Advantages { get; init; }
        public double[] Selection { get; init; } = [];

        public PolicyLossBatch Batch => new()
        {
            Offsets = Offsets, Mask = Mask, LogProbs = LogProbs, OldLogProbs = Old, RefLogProbs = Reference,
            Entropies = Entropies, SelectionEntropies = Selection, SamplerRatio = Sampler, Advantages = Advantages,
        };

        public static Step Random(int seed, int rows = 8, bool withSampler = false)
        {
            var random = new Random(seed);
            int[] offsets = new int[rows + 1];
            for (int r = 0; r < rows; r++) offsets[r + 1] = offsets[r] + random.Next(1, 9);
            int n = offsets[^1];
            double[] Draw(Func<int, double> f) => [.. Enumerable.Range(0, n).Select(f)];
            double[] logProbs = Draw(_ => -3 * random.NextDouble());
            return new Step
            {
                Offsets = offsets,
                Mask = [.. Enumerable.Range(0, n).Select(_ => random.NextDouble() < 0.85)],
                LogProbs = logProbs,
                Old = Draw(t => logProbs[t] + 0.5 * (random.NextDouble() - 0.5)),
                Reference = Draw(t => logProbs[t] + 0.8 * (random.NextDouble() - 0.5)),
                Entropies = Draw(_ => 2 * random.NextDouble()),
                Sampler = withSampler ? Draw(_ => 0.7 + 0.6 * random.NextDouble()) : [],
                Advantages = [.. Enumerable.Range(0, rows).Select(_ => 2 * random.NextDouble() - 1)],
            };
        }

        public PolicyLossNormalizers Normalizers(PolicyLossOptions options) => PolicyLossNormalizers.ForStep(options, Offsets, Mask, Entropies);

        public PolicyLossResult Compute(PolicyLossOptions options, PolicyLossNormalizers? normalizers = null) => PolicyLoss.Compute(Batch, options, normalizers);
    }
}
