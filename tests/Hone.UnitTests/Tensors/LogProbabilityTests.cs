using Hone.Tensors;
using Xunit;

namespace Hone.UnitTests.Tensors;

public sealed class LogProbabilityTests
{
    private const float InverseTemperature = 0.8f;

    private static float[] Temperatures(int rows) => [.. Enumerable.Range(0, rows).Select(r => 0.5f + (0.1f * r))];

    private static float[] LogSumExp(OpBench b, int rows, int vocabulary, bool masked)
    {
        float[] logits = OpBench.Normals(rows * vocabulary, 1, 8);
        if (masked)
        {
            // Whole tiles and all but one id of a row are masked.
            for (int i = 0; i < logits.Length; i++)
                logits[i] = i % vocabulary == vocabulary - 1 || i % 3 == 1 && i % vocabulary > 600 ? logits[i] : float.NegativeInfinity;
        }
        Tensor lse = b.Of(new float[rows]), entropy = b.Of(new float[rows]), alone = b.Of(new float[rows]);
        Tensor x = b.Of(logits, rows, vocabulary);
        b.Backend.LogSumExp(x, Temperatures(rows), lse, entropy);
        b.Backend.LogSumExp(x, Temperatures(rows), alone, default);
        return [.. b.Read(lse), .. b.Read(entropy), .. b.Read(alone)];
    }

    [Fact]
    public void LogSumExpHasTheBitsOfTheReference()
    {
        IEnumerable<(int, int)> sizes = Enumerable.Range(1, 256).Select(v => (2, v)).Concat([(3, 511), (3, 512), (3, 513), (5, 2049), (7, 5000)]);
        OpBench.SameBits([.. sizes.SelectMany(((int Rows, int Ids) s) => new Func<OpBench, float[]>[]
        {
            b => LogSumExp(b, s.Rows, s.Ids, false), b => LogSumExp(b, s.Rows, s.Ids, true),
        })]);
    }

    private sealed record Case(int Rows, int Width, int Vocabulary, bool Kept = false, bool Entropy = true, bool Weights = true)
    {
        public float[] Hidden => OpBench.Normals(Rows * Width, 1);

        public float[] Weight => OpBench.Normals(Vocabulary * Width, 2, 2 / Math.Sqrt(Width));

        public int[] Targets
        {
            get
            {
                var stream = new PhiloxStream(3, RandomPurpose.Task);
                return [.. Enumerable.Range(0, Rows).Select(_ => stream.NextInt32(Vocabulary))];
            }
        }

        // Every third row keeps everything; the others their target and every seventh id above a third of the vocabulary.
        public KeptSets? Sets
        {
            get
            {
                if (!Kept)
                    return null;
                var sets = new KeptSets();
                for (int r = 0; r < Rows; r++)
                {
                    int target = Targets[r];
                    sets.AddRow(r % 3 == 0 ? [] : [.. Enumerable.Range(0, Vocabulary).Where(v => v == target || (v > Vocabulary / 3 && v % 7 == 0))]);
                }
                return sets;
            }
        }

        public float[] LogProbGradients => OpBench.Normals(Rows, 5);

        public float[] EntropyGradients => OpBench.Normals(Rows, 6, 0.3);
    }

    private static Tensor Panels(OpBench b, Case c, Tensor weight)
    {
        Shape shape = Backend.PanelShape(c.Vocabulary, c.Width);
        Tensor panels = b.Of(new float[shape.ElementCount], shape[0], shape[1], shape[2]);
        b.Backend.PackPanels(weight, panels);
        return panels;
    }

    // Kept logits are compared, too.
    private static float[] Run(OpBench b, Case c, bool keep = false)
    {
        Tensor hidden = b.Of(c.Hidden, c.Rows, c.Width), weight = b.Of(c.Weight, c.Vocabulary, c.Width), panels = Panels(b, c, weight);
        Tensor logProb = b.Of(new float[c.Rows]), lse = b.Of(new float[c.Rows]), entropy = b.Of(new float[c.Rows]);
        Tensor logits = keep ? b.Of(new float[c.Rows * c.Vocabulary], c.Rows, c.Vocabulary) : default;
        b.Backend.TokenLogProb(hidden, panels, c.Vocabulary, c.Targets, InverseTemperature, c.Sets, logProb, lse, entropy, logits: logits);
        Tensor dhidden = b.Of(new float[c.Rows * c.Width], c.Rows, c.Width);
        Tensor dweight = c.Weights ? b.Of(OpBench.Normals(c.Vocabulary * c.Width, 7, 0.01), c.Vocabulary, c.Width) : default;
        b.Backend.TokenLogProbGradient(
            hidden, panels, weight, c.Targets, InverseTemperature, c.Sets, lse, entropy, b.Of(c.LogProbGradients),
            c.Entropy ? b.Of(c.EntropyGradients) : default, dhidden, dweight, logits: logits);
        return [.. b.Read(logProb), .. b.Read(lse), .. b.Read(entropy), .. b.Read(dhidden), .. c.Weights ? b.Read(dweight) : [], .. keep ? b.Read(logits) : []];
    }

    [Fact]
    public void TokenLogProbHasTheBitsOfTheReference()
    {
        List<Case> cases = [.. Enumerable.Range(1, 256).Select(v => new Case(3, 5, v, v % 2 == 0, v % 3 == 0, v % 5 != 0))];
        cases.Add(new Case(9, 16, 1200, Kept: true));
        cases.Add(new Case(9, 16, 1200, Entropy: false, Weights: false));
        // More rows and ids than one block of logits holds.
        cases.Add(new Case(530, 3, 2500, Kept: true));
        OpBench.SameBits([.. cases.Select(c => new Func<OpBench, float[]>(b => Run(b, c)))]);
    }

    [Fact]
    public void KeptLogitsHaveTheBitsOfTheReference()
    {
        List<Case> cases = [.. Enumerable.Range(1, 80).Select(v => new Case(3, 5, 7 * v, v % 2 == 0, v % 3 == 0, v % 5 != 0))];
        // Enough rows for every worker to have its own, and more than one block of logits holds.
        cases.Add(new Case(530, 3, 2500, Kept: true));
        OpBench.SameBits([.. cases.Select(c => new Func<OpBench, float[]>(b => Run(b, c, keep: true)))]);
    }

    [Fact]
    public void AWeightGradientThatIsNewStartsFromZero()
    {
        var c = new Case(530, 3, 2500);
        float[] Gradient(OpBench b, bool isNew)
        {
            Tensor hidden = b.Of(c.Hidden, c.Rows, c.Width), weight = b.Of(c.Weight, c.Vocabulary, c.Width), panels = Panels(b, c, weight);
            Tensor lse = b.Of(new float[c.Rows]), entropy = b.Of(new float[c.Rows]), dhidden = b.Of(new float[c.Rows * c.Width], c.Rows, c.Width);
            b.Backend.TokenLogProb(hidden, panels, c.Vocabulary, c.Targets, InverseTemperature, null, b.Of(new float[c.Rows]), lse, entropy);
            Tensor dweight = b.Of(isNew ? OpBench.Normals(c.Vocabulary * c.Width, 7) : new float[c.Vocabulary * c.Width], c.Vocabulary, c.Width);
            b.Backend.TokenLogProbGradient(
                hidden, panels, weight, c.Targets, InverseTemperature, null, lse, entropy, b.Of(c.LogProbGradients), default, dhidden, dweight,
                accumulate: !isNew);
            return b.Read(dweight);
        }
        OpBench.SameBits(b => Gradient(b, isNew: true));
        using var cpu = new CpuBackend(2);
        Assert.Equal(OpBench.On(cpu, b => Gradient(b, isNew: false)), OpBench.On(cpu, b => Gradient(b, isNew: true)));
    }

    [Theory]
    [InlineData(3, 700)]
    [InlineData(530, 2500)]
    public void KeptLogitsChangeNoBit(int rows, int vocabulary)
    {
        using var cpu = new CpuBackend(2);
        var c = new Case(rows, 3, vocabulary, Kept: true);
        float[] computed = OpBench.On(cpu, b => Run(b, c)), kept = OpBench.On(cpu, b => Run(b, c, keep: true));
        Assert.Equal(computed, kept[..computed.Length]);
    }

    private static double[] Oracle(Case c, double[] hidden, double[] weight, out double[] entropies)
    {
        var logProbs = new double[c.Rows];
        entropies = new double[c.Rows];
        int[] targets = c.Targets;
        KeptSets? sets = c.Sets;
        for (int r = 0; r < c.Rows; r++)
        {
            var z = new double[c.Vocabulary];
            for (int v = 0; v < c.Vocabulary; v++)
            {
                for (int d = 0; d < c.Width; d++)
                    z[v] += hidden[(r * c.Width) + d] * weight[(v * c.Width) + d] * InverseTemperature;
                if (sets is not null && sets.Row(r).Length > 0 && sets.Row(r).BinarySearch(v) < 0)
                    z[v] = double.NegativeInfinity;
            }
            double mass = z.Sum(Math.Exp), lse = Math.Log(mass);
            logProbs[r] = z[targets[r]] - lse;
            entropies[r] = -z.Where(v => !double.IsInfinity(v)).Sum(v => Math.Exp(v - lse) * (v - lse));
        }
        return logProbs;
    }

    private static double[] Wide(float[] values) => [.. values.Select(v => (double)v)];

    [Fact]
    public void AgreesWithFloat64()
    {
        var c = new Case(12, 24, 700, Kept: true);
        using var cpu = new CpuBackend(1);
        float[] got = OpBench.On(cpu, b => Run(b, c));
        double[] want = Oracle(c, Wide(c.Hidden), Wide(c.Weight), out double[] entropies);
        OpBench.Near(want, got[..12], 3e-6, 1);
        OpBench.Near(entropies, got[24..36], 3e-6, 1);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void GradientsMatchCentralDifferences(bool kept)
    {
        var c = new Case(6, 8, 40, kept);
        using var cpu = new CpuBackend(1);
        float[] got = OpBench.On(cpu, b => Run(b, c));
        double Loss(double[] hidden, double[] weight)
        {
            double[] logProbs = Oracle(c, hidden, weight, out double[] entropies);
            return logProbs.Zip(c.LogProbGradients, (a, g) => a * g).Sum() + entropies.Zip(c.EntropyGradients, (a, g) => a * g).Sum();
        }
        OpBench.MatchesDifferences(c.Hidden, at => Loss(at, Wide(c.Weight)), got[18..66]);
        float[] before = OpBench.Normals(40 * 8, 7, 0.01);
        OpBench.MatchesDifferences(c.Weight, at => Loss(Wide(c.Hidden), at), [.. got[66..].Zip(before, (a, s) => a - s)]);
    }

    [Fact]
    public void WeightGradientContinuesAcrossMicroBatches()
    {
        var c = new Case(10, 6, 80);
        float[] Split(OpBench b, params int[] parts)
        {
            Tensor hidden = b.Of(c.Hidden, c.Rows, c.Width), weight = b.Of(c.Weight, c.Vocabulary, c.Width), panels = Panels(b, c, weight);
            Tensor logProb = b.Of(new float[c.Rows]), lse = b.Of(new float[c.Rows]), entropy = b.Of(new float[c.Rows]);
            Tensor g = b.Of(c.LogProbGradients), dhidden = b.Of(new float[c.Rows * c.Width], c.Rows, c.Width);
            Tensor dweight = b.Of(new float[c.Vocabulary * c.Width], c.Vocabulary, c.Width);
            int row = 0;
            foreach (int n in parts)
            {
                int[] targets = c.Targets[row..(row + n)];
                Tensor some = hidden.Slice(row, n), l = lse.Slice(row, n), h = entropy.Slice(row, n);
                b.Backend.TokenLogProb(some, panels, c.Vocabulary, targets, InverseTemperature, null, logProb.Slice(row, n), l, h);
                b.Backend.TokenLogProbGradient(
                    some, panels, weight, targets, InverseTemperature, null, l, h, g.Slice(row, n), default, dhidden.Slice(row, n), dweight);
                row += n;
            }
            return [.. b.Read(dhidden), .. b.Read(dweight)];
        }
        using var cpu = new CpuBackend(2);
        Assert.Equal(OpBench.On(cpu, b => Split(b, 10)), OpBench.On(cpu, b => Split(b, 3, 1, 6)));
    }

    [Fact]
    public void AllocatesNothing() => OpBench.AllocatesNothing(b =>
    {
        var c = new Case(40, 8, 1500);
        Tensor hidden = b.Of(c.Hidden, c.Rows, c.Width), weight = b.Of(c.Weight, c.Vocabulary, c.Width), panels = Panels(b, c, weight);
        Tensor logProb = b.Of(new float[c.Rows]), lse = b.Of(new float[c.Rows]), entropy = b.Of(new float[c.Rows]);
        Tensor dhidden = b.Of(new float[c.Rows * c.Width], c.Rows, c.Width), dweight = b.Of(new float[c.Vocabulary * c.Width], c.Vocabulary, c.Width);
        Tensor logits = b.Of(OpBench.Normals(20 * 1500, 1), 20, 1500), rows = b.Of(new float[20]);
        int[] targets = c.Targets;
        float[] temperatures = Temperatures(20);
        return () =>
        {
            b.Backend.TokenLogProb(hidden, panels, c.Vocabulary, targets, InverseTemperature, null, logProb, lse, entropy);
            b.Backend.TokenLogProbGradient(hidden, panels, weight, targets, InverseTemperature, null, lse, entropy, logProb, default, dhidden, dweight);
            b.Backend.LogSumExp(logits, temperatures, rows, default);
        };
    });

    [Fact]
    public void RefusesTargetsOutsideTheVocabulary()
    {
        using var cpu = new CpuBackend(1);
        using var b = new OpBench(cpu);
        var c = new Case(1, 4, 8);
        Tensor hidden = b.Of(c.Hidden, 1, 4), panels = Panels(b, c, b.Of(c.Weight, 8, 4)), one = b.Of(new float[1]);
        Assert.Throws<ArgumentOutOfRangeException>(() => cpu.TokenLogProb(hidden, panels, 8, [8], 1, null, one, one, one));
        Assert.Throws<ArgumentException>(() => cpu.TokenLogProb(hidden, panels, 8, [1, 2], 1, null, one, one, one));
    }
}
