using Hone.Training.Losses;
using Xunit;

namespace Hone.UnitTests.Training;

/// <summary>Preference losses: gradients beside finite differences, splits beside the whole step by bits, what must hold exactly.</summary>
public sealed class PreferenceLossTests
{
    private delegate PreferenceTotals Loss(in PreferenceBatch batch, PreferenceTotals step, Span<double> gradient);

    public static TheoryData<DpoLossKind, FDivergenceKind> DpoKinds()
    {
        var data = new TheoryData<DpoLossKind, FDivergenceKind>();
        foreach (DpoLossKind kind in Enum.GetValues<DpoLossKind>())
            foreach (FDivergenceKind divergence in Enum.GetValues<FDivergenceKind>())
                data.Add(kind, divergence);
        return data;
    }

    public static TheoryData<ReferenceFreeLossKind, double> ReferenceFreeKinds()
    {
        var data = new TheoryData<ReferenceFreeLossKind, double>();
        foreach (ReferenceFreeLossKind kind in Enum.GetValues<ReferenceFreeLossKind>())
            foreach (double alpha in (double[])[0, 0.3])
                data.Add(kind, alpha);
        return data;
    }

    private static DpoLossOptions Options(DpoLossKind kind, FDivergenceKind divergence = FDivergenceKind.ReverseKl) => new()
    {
        Terms = [new DpoLossTerm(kind, 0.7), new DpoLossTerm(DpoLossKind.Sft, 0.2)], FDivergence = divergence, Beta = 0.3, LabelSmoothing = 0.1, LdAlpha = 0.4, DiscopopTau = 0.5,
    };

    [Theory, MemberData(nameof(DpoKinds))]
    public void DpoGradientsAreFiniteDifferences(DpoLossKind kind, FDivergenceKind divergence)
    {
        DpoLossOptions options = Options(kind, divergence);
        for (int seed = 1; seed <= 3; seed++)
            Check(new Step(seed, pairs: 4), (in PreferenceBatch b, PreferenceTotals s, Span<double> g) => { DpoLoss.Compute(b, options, s, g); return s; });
    }

    [Theory, MemberData(nameof(ReferenceFreeKinds))]
    public void ReferenceFreeGradientsAreFiniteDifferences(ReferenceFreeLossKind kind, double alpha)
    {
        var options = new ReferenceFreeLossOptions { Kind = kind, Beta = 0.4, LabelSmoothing = 0.1, Alpha = alpha, NllWeight = 0.3 };
        for (int seed = 1; seed <= 3; seed++)
            Check(new Step(seed, pairs: 4), (in PreferenceBatch b, PreferenceTotals s, Span<double> g) => { ReferenceFreeLoss.Compute(b, options, s, g); return s; });
    }

    [Theory]
    [InlineData(KtoLossKind.Kto)]
    [InlineData(KtoLossKind.ApoZeroUnpaired)]
    public void KtoGradientsAreFiniteDifferences(KtoLossKind kind)
    {
        var options = new KtoLossOptions { Kind = kind, Beta = 0.5, DesirableWeight = 1.3, UndesirableWeight = 0.8 };
        bool[] labels = [true, false, false, true, true, false];
        Check(new Step(5, pairs: 3), (in PreferenceBatch b, PreferenceTotals _, Span<double> g) =>
        {
            var rows = new PreferenceTotals(6, 0);
            KtoLoss.Compute(b, labels, 0.1, options, rows, g);
            return rows;
        });
    }

    [Theory, MemberData(nameof(DpoKinds))]
    public void AnySplitIntoMicroBatchesGivesTheSameBits(DpoLossKind kind, FDivergenceKind divergence)
    {
        DpoLossOptions options = Options(kind, divergence);
        var data = new Step(9, pairs: 7);
        PreferenceTotals whole = data.NewTotals();
        var expected = new double[data.LogProbs.Length];
        DpoLoss.Compute(data.Rows(0, 14), options, whole, expected);
        if (options.NeedsWholeStep)
        {
            Assert.Throws<ArgumentException>(() => DpoLoss.Compute(data.Rows(0, 4), options, data.NewTotals(), new double[data.Offsets[4]]));
            return;
        }
        foreach (int pairs in (int[])[1, 2, 3, 5])
        {
            PreferenceTotals split = data.NewTotals();
            var gradient = new double[expected.Length];
            for (int row = 0; row < 14; row += 2 * pairs)
            {
                int end = Math.Min(14, row + (2 * pairs));
                DpoLoss.Compute(data.Rows(row, end), options, split, gradient.AsSpan(data.Offsets[row]..data.Offsets[end]));
            }
            Assert.Equal(BitConverter.DoubleToInt64Bits(whole.Loss), BitConverter.DoubleToInt64Bits(split.Loss));
            Assert.Equal(expected.Select(BitConverter.DoubleToInt64Bits), gradient.Select(BitConverter.DoubleToInt64Bits));
            Assert.Equal(whole.Metrics(), split.Metrics());
        }
    }

    [Fact]
    public void AtTheReferenceTheMarginIsZeroAndTheLossIsLogTwo()
    {
        var data = new Step(2, pairs: 3);
        PreferenceTotals step = data.NewTotals();
        DpoLoss.Compute(
            new PreferenceBatch { Offsets = data.Offsets, LogProbs = data.LogProbs, RefLogProbs = data.LogProbs, Mask = data.Mask }, new DpoLossOptions(), step, new double[data.LogProbs.Length]);
        Assert.Equal(0.6931471805599453, step.Loss, 15);
        Assert.Equal(0.0, step.Metrics().First(m => m.Key == "rewards/margins").Value);
        Assert.Equal(0.0, step.Metrics().First(m => m.Key == "rewards/accuracies").Value);
    }

    [Theory]
    [InlineData(1e4)]
    [InlineData(-1e4)]
    public void FarFromTheReferenceNothingOverflows(double distance)
    {
        var options = new DpoLossOptions { LabelSmoothing = 0.1 };
        foreach (DpoLossKind kind in Enum.GetValues<DpoLossKind>().Except([DpoLossKind.Sft, DpoLossKind.Aot, DpoLossKind.AotUnpaired, DpoLossKind.Discopop]))
        {
            PairLoss loss = DpoLoss.Pair(kind, distance, -distance, 0, 0, options, 3, 5);
            Assert.True(double.IsFinite(loss.Value) && double.IsFinite(loss.ByChosen) && double.IsFinite(loss.ByRejected), kind.ToString());
        }
        PairLoss odds = ReferenceFreeLoss.Pair(-1e-7, -50, new ReferenceFreeLossOptions());
        Assert.True(double.IsFinite(odds.Value) && double.IsFinite(odds.ByChosen) && double.IsFinite(odds.ByRejected));
    }

    [Fact]
    public void WhatDoesNotFitIsRefused()
    {
        var data = new Step(1, pairs: 2);
        var gradient = new double[data.LogProbs.Length];
        Assert.Throws<ArgumentException>(() => DpoLoss.Compute(data.Rows(0, 3), new DpoLossOptions(), data.NewTotals(), new double[data.Offsets[3]]));
        Assert.Throws<ArgumentException>(() => DpoLoss.Compute(data.Rows(0, 4), new DpoLossOptions { Beta = 0 }, data.NewTotals(), gradient));
        Assert.Throws<ArgumentException>(() => DpoLoss.Compute(data.Rows(0, 4), new DpoLossOptions { Terms = [new(DpoLossKind.ExoPair)] }, data.NewTotals(), gradient));
        Assert.Throws<ArgumentException>(() => DpoLoss.Compute(data.Rows(0, 4), new DpoLossOptions { LabelSmoothing = 0.5 }, data.NewTotals(), gradient));
        Assert.Throws<ArgumentException>(() => DpoLoss.Compute(data.Rows(0, 4), new DpoLossOptions(), data.NewTotals(), new double[1]));
        Assert.Throws<ArgumentException>(() => KtoLoss.Compute(data.Rows(0, 4), [true], 0, new KtoLossOptions(), new PreferenceTotals(4, 0), gradient));
        Assert.Throws<ArgumentException>(() => PreferenceTotals.ForPairs([0, 2, 3, 4]));
    }

    private static void Check(Step data, Loss loss)
    {
        var gradient = new double[data.LogProbs.Length];
        loss(data.Rows(0, data.Offsets.Length - 1), data.NewTotals(), gradient);
        double largest = gradient.Max(Math.Abs);
        Assert.True(largest > 0);
        const double h = 1e-5;
        for (int t = 0; t < gradient.Length; t++)
        {
            double value = data.LogProbs[t];
            data.LogProbs[t] = value + h;
            double up = loss(data.Rows(0, data.Offsets.Length - 1), data.NewTotals(), new double[gradient.Length]).Loss;
            data.LogProbs[t] = value - h;
            double down = loss(data.Rows(0, data.Offsets.Length - 1), data.NewTotals(), new double[gradient.Length]).Loss;
            data.LogProbs[t] = value;
            double numeric = (up - down) / (2 * h);
            Assert.True(Math.Abs(numeric - gradient[t]) <= 1e-6 * Math.Max(1, largest), $"token {t}: {numeric:R} and {gradient[t]:R}");
            if (!data.Mask[t]) Assert.Equal(0.0, gradient[t]);
        }
    }

    /// <summary>Random pairs of answers of different lengths, some of their tokens masked out.</summary>
    private sealed class Step
    {
        public Step(int seed, int pairs)
        {
            var random = new Random(seed);
            var offsets = new List<int> { 0 };
            for (int row = 0; row < 2 * pairs; row++) offsets.Add(offsets[^1] + random.Next(2, 7));
            Offsets = [.. offsets];
            LogProbs = [.. Enumerable.Range(0, Offsets[^1]).Select(_ => -0.05 - (2 * random.NextDouble()))];
            Reference = [.. LogProbs.Select(l => Math.Min(0, l + (0.6 * (random.NextDouble() - 0.5))))];
            Mask = [.. LogProbs.Select((_, t) => Array.IndexOf(Offsets, t) >= 0 || random.Next(5) > 0)];
        }

        public int[] Offsets { get; }

        public double[] LogProbs { get; }

        public double[] Reference { get; }

        public bool[] Mask { get; }

        public PreferenceTotals NewTotals() => Offsets.Length % 2 == 1 ? PreferenceTotals.ForPairs(Offsets, Mask) : new PreferenceTotals(1, 1);

        public PreferenceBatch Rows(int first, int end)
        {
            Range tokens = Offsets[first]..Offsets[end];
            return new PreferenceBatch { Offsets = Offsets.AsSpan(first, end - first + 1), LogProbs = LogProbs.AsSpan(tokens), RefLogProbs = Reference.AsSpan(tokens), Mask = Mask.AsSpan(tokens) };
        }
    }
}
