using Hone.Tensors;
using Xunit;

namespace Hone.UnitTests.Tensors;

/// <summary>Soft capping alone, and of logits inside log-probabilities, with a bias on them.</summary>
public sealed class SoftCapTests
{
    private const float Cap = 1.7f, InverseTemperature = 0.8f;
    private static readonly int[] Lengths = [.. Enumerable.Range(1, 256), 8193];

    private static float[] Values(int count, ulong seed) => OpBench.Normals(count, seed, 4);

    private static float[] Forward(OpBench b, int n)
    {
        Tensor x = b.Of(Values(n, 1));
        b.Backend.SoftCap(x, Cap, x);
        return b.Read(x);
    }

    private static float[] Gradient(OpBench b, int n, bool accumulate)
    {
        Tensor dy = b.Of(Values(n, 2)), dx = accumulate ? b.Of(Values(n, 3)) : dy;
        b.Backend.SoftCapGradient(b.Of(Values(n, 1)), Cap, dy, dx, accumulate);
        return b.Read(dx);
    }

    [Fact]
    public void HasTheBitsOfTheReference() => OpBench.SameBits(
        [.. Lengths.SelectMany(n => new Func<OpBench, float[]>[] { b => Forward(b, n), b => Gradient(b, n, n % 2 == 0) })]);

    [Fact]
    public void AgreesWithFloat64AndItsDifferences()
    {
        using var cpu = new CpuBackend(1);
        float[] x = Values(500, 1), dy = Values(500, 2);
        double Of(double v) => Cap * Math.Tanh(v / Cap);
        OpBench.Near([.. x.Select(v => Of(v))], OpBench.On(cpu, b => Forward(b, 500)), 1e-6, 1);
        OpBench.MatchesDifferences(x, at => at.Zip(dy, (v, d) => Of(v) * d).Sum(), OpBench.On(cpu, b => Gradient(b, 500, false)));
    }

    private sealed record Case(int Rows, int Width, int Vocabulary, bool Kept, bool Bias, float Cap)
    {
        public float[] Hidden => OpBench.Normals(Rows * Width, 1);

        public float[] Weight => OpBench.Normals(Vocabulary * Width, 2, 2 / Math.Sqrt(Width));

        public float[] Offsets => OpBench.Normals(Vocabulary, 8);

        public int[] Targets => [.. Enumerable.Range(0, Rows).Select(r => r * 31 % Vocabulary)];

        public KeptSets? Sets
        {
            get
            {
                if (!Kept)
                    return null;
                var sets = new KeptSets();
                foreach (int target in Targets)
                    sets.AddRow([.. Enumerable.Range(0, Vocabulary).Where(v => v == target || v % 3 == 0)]);
                return sets;
            }
        }
    }

    private static float[] Run(OpBench b, Case c, bool keep = false)
    {
        Tensor hidden = b.Of(c.Hidden, c.Rows, c.Width), weight = b.Of(c.Weight, c.Vocabulary, c.Width);
        Shape shape = Backend.PanelShape(c.Vocabulary, c.Width);
        Tensor panels = b.Of(new float[shape.ElementCount], shape[0], shape[1], shape[2]), bias = c.Bias ? b.Of(c.Offsets) : default;
        b.Backend.PackPanels(weight, panels);
        Tensor logProb = b.Of(new float[c.Rows]), lse = b.Of(new float[c.Rows]), entropy = b.Of(new float[c.Rows]);
        Tensor logits = keep ? b.Of(new float[c.Rows * c.Vocabulary], c.Rows, c.Vocabulary) : default;
        b.Backend.TokenLogProb(hidden, panels, c.Vocabulary, c.Targets, InverseTemperature, c.Sets, logProb, lse, entropy, bias, c.Cap, logits);
        Tensor dhidden = b.Of(new float[c.Rows * c.Width], c.Rows, c.Width), dweight = b.Of(new float[c.Vocabulary * c.Width], c.Vocabulary, c.Width);
        Tensor dbias = c.Bias ? b.Of(new float[c.Vocabulary]) : default;
        b.Backend.TokenLogProbGradient(
            hidden, panels, weight, c.Targets, InverseTemperature, c.Sets, lse, entropy, b.Of(OpBench.Normals(c.Rows, 5)), b.Of(OpBench.Normals(c.Rows, 6, 0.3)),
            dhidden, dweight, bias, c.Cap, dbias, logits);
        return [.. b.Read(logProb), .. b.Read(lse), .. b.Read(entropy), .. b.Read(dhidden), .. b.Read(dweight), .. c.Bias ? b.Read(dbias) : [], .. keep ? b.Read(logits) : []];
    }

    [Fact]
    public void LogProbabilitiesHaveTheBitsOfTheReference()
    {
        List<Case> cases = [.. Enumerable.Range(1, 130).Select(v => new Case(3, 5, v, v % 2 == 0, v % 3 != 0, v % 5 == 0 ? 0 : Cap))];
        // More rows and ids than one block of logits holds.
        cases.Add(new Case(530, 3, 2500, Kept: true, Bias: true, Cap));
        OpBench.SameBits([.. cases.Select(c => new Func<OpBench, float[]>(b => Run(b, c)))]);
        // Logits that are kept are those before the cap.
        OpBench.SameBits([.. cases.Where(c => c.Vocabulary % 3 == 1).Select(c => new Func<OpBench, float[]>(b => Run(b, c, keep: true)))]);
    }

    [Fact]
    public void LogProbabilitiesAreThoseOfLogitsThatAreHeld()
    {
        using var cpu = new CpuBackend(2);
        using var b = new OpBench(cpu);
        var c = new Case(7, 12, 1100, false, true, Cap);
        float[] fused = Run(b, c);
        Shape shape = Backend.PanelShape(c.Vocabulary, c.Width);
        Tensor panels = b.Of(new float[shape.ElementCount], shape[0], shape[1], shape[2]), logits = b.Of(new float[7 * 1100], 7, 1100);
        cpu.PackPanels(b.Of(c.Weight, 1100, 12), panels);
        cpu.Product(b.Of(c.Hidden, 7, 12), panels, b.Of(c.Offsets), logits);
        cpu.SoftCap(logits, Cap, logits);
        Tensor lse = b.Of(new float[7]);
        cpu.LogSumExp(logits, [.. Enumerable.Repeat(InverseTemperature, 7)], lse, default);
        float[] z = b.Read(logits), sums = b.Read(lse);
        Assert.Equal(sums, fused[7..14]);
        Assert.Equal([.. c.Targets.Select((target, r) => (z[(r * 1100) + target] * InverseTemperature) - sums[r])], fused[..7]);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void GradientsOfLogProbabilitiesMatchCentralDifferences(bool kept)
    {
        var c = new Case(6, 8, 40, kept, true, Cap);
        float[] g = OpBench.Normals(6, 5), e = OpBench.Normals(6, 6, 0.3);
        double Loss(double[] hidden, double[] weight, double[] bias)
        {
            double loss = 0;
            for (int r = 0; r < c.Rows; r++)
            {
                double[] z = [.. Enumerable.Range(0, c.Vocabulary).Select(v =>
                {
                    double logit = bias[v] + Enumerable.Range(0, c.Width).Sum(d => hidden[(r * c.Width) + d] * weight[(v * c.Width) + d]);
                    bool cut = kept && c.Sets!.Row(r).BinarySearch(v) < 0;
                    return cut ? double.NegativeInfinity : Cap * Math.Tanh(logit / Cap) * InverseTemperature;
                })];
                double lse = Math.Log(z.Sum(Math.Exp));
                loss += (g[r] * (z[c.Targets[r]] - lse)) - (e[r] * z.Where(v => !double.IsInfinity(v)).Sum(v => Math.Exp(v - lse) * (v - lse)));
            }
            return loss;
        }
        double[] Wide(float[] values) => [.. values.Select(v => (double)v)];
        using var cpu = new CpuBackend(1);
        float[] got = OpBench.On(cpu, b => Run(b, c));
        OpBench.MatchesDifferences(c.Hidden, at => Loss(at, Wide(c.Weight), Wide(c.Offsets)), got[18..66]);
        OpBench.MatchesDifferences(c.Weight, at => Loss(Wide(c.Hidden), at, Wide(c.Offsets)), got[66..386]);
        OpBench.MatchesDifferences(c.Offsets, at => Loss(Wide(c.Hidden), Wide(c.Weight), at), got[386..]);
    }

    [Fact]
    public void AllocatesNothing() => OpBench.AllocatesNothing(b =>
    {
        Tensor x = b.Of(Values(20_000, 1)), y = b.Of(Values(20_000, 2));
        return () =>
        {
            b.Backend.SoftCap(x, Cap, y);
            b.Backend.SoftCapGradient(x, Cap, y, y, false);
        };
    });
}
