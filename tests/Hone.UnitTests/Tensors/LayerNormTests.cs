using Hone.Tensors;
using Xunit;

namespace Hone.UnitTests.Tensors;

public sealed class LayerNormTests
{
    private const float Epsilon = 1e-5f;

    private static IEnumerable<(int Rows, int Columns)> Sizes() =>
        Enumerable.Range(1, 256).Select(columns => (3, columns)).Concat([(70, 576), (41, 391), (9000, 2), (6, 100)]);

    // A mean far from 0, so that subtracting it matters.
    private static float[] Values(int count) => [.. OpBench.Normals(count, 1).Select(v => v + 3)];

    private static float[] Forward(OpBench b, int rows, int columns, bool bias, bool inPlace)
    {
        Tensor x = b.Of(Values(rows * columns), rows, columns), y = inPlace ? x : b.Of(new float[rows * columns], rows, columns);
        Tensor mean = bias ? b.Of(new float[rows]) : default, inverse = bias ? b.Of(new float[rows]) : default;
        b.Backend.LayerNorm(x, b.Of(OpBench.Normals(columns, 2)), bias ? b.Of(OpBench.Normals(columns, 6)) : default, Epsilon, y, mean, inverse);
        return [.. b.Read(y), .. bias ? b.Read(mean) : [], .. bias ? b.Read(inverse) : []];
    }

    private static float[] Gradients(OpBench b, int rows, int columns, bool accumulate)
    {
        Tensor x = b.Of(Values(rows * columns), rows, columns), y = b.Of(new float[rows * columns], rows, columns);
        Tensor gain = b.Of(OpBench.Normals(columns, 2)), mean = b.Of(new float[rows]), inverse = b.Of(new float[rows]);
        Tensor dy = b.Of(OpBench.Normals(rows * columns, 3), rows, columns), dgain = b.Of(OpBench.Normals(columns, 5));
        Tensor dx = accumulate ? b.Of(OpBench.Normals(rows * columns, 4), rows, columns) : dy;
        b.Backend.LayerNorm(x, gain, default, Epsilon, y, mean, inverse);
        b.Backend.LayerNormGainGradient(x, mean, inverse, dy, dgain);
        b.Backend.LayerNormInputGradient(x, gain, mean, inverse, dy, dx, accumulate);
        return [.. b.Read(dx), .. b.Read(dgain)];
    }

    [Fact]
    public void ForwardHasTheBitsOfTheReference() => OpBench.SameBits(
        [.. Sizes().SelectMany(s => new Func<OpBench, float[]>[] { b => Forward(b, s.Rows, s.Columns, true, false), b => Forward(b, s.Rows, s.Columns, false, true) })]);

    [Fact]
    public void GradientsHaveTheBitsOfTheReference() => OpBench.SameBits(
        [.. Sizes().SelectMany(s => new Func<OpBench, float[]>[] { b => Gradients(b, s.Rows, s.Columns, true), b => Gradients(b, s.Rows, s.Columns, false) })]);

    private static double[] Oracle(double[] x, double[] gain, double[]? bias, int rows, int columns)
    {
        var y = new double[x.Length];
        for (int r = 0; r < rows; r++)
        {
            double[] row = x[(r * columns)..((r + 1) * columns)];
            double mean = row.Average(), deviation = Math.Sqrt(row.Average(v => (v - mean) * (v - mean)) + Epsilon);
            for (int i = 0; i < columns; i++)
                y[(r * columns) + i] = ((row[i] - mean) / deviation * gain[i]) + (bias?[i] ?? 0);
        }
        return y;
    }

    private static double[] Wide(float[] values) => [.. values.Select(v => (double)v)];

    [Fact]
    public void AgreesWithFloat64()
    {
        using var cpu = new CpuBackend(1);
        double[] want = Oracle(Wide(Values(5 * 333)), Wide(OpBench.Normals(333, 2)), Wide(OpBench.Normals(333, 6)), 5, 333);
        OpBench.Near(want, OpBench.On(cpu, b => Forward(b, 5, 333, true, false))[..want.Length], 3e-6, 1);
    }

    [Fact]
    public void GradientsMatchCentralDifferences()
    {
        const int rows = 4, columns = 37;
        double[] x = Wide(Values(rows * columns)), gain = Wide(OpBench.Normals(columns, 2)), dy = Wide(OpBench.Normals(rows * columns, 3));
        using var cpu = new CpuBackend(1);
        float[] got = OpBench.On(cpu, b => Gradients(b, rows, columns, false));
        double Loss(double[] at, double[] weights) => Oracle(at, weights, null, rows, columns).Zip(dy, (y, d) => y * d).Sum();
        OpBench.MatchesDifferences(Values(rows * columns), at => Loss(at, gain), got[..(rows * columns)]);
        float[] dgain = [.. got[(rows * columns)..].Zip(OpBench.Normals(columns, 5), (a, s) => a - s)];
        OpBench.MatchesDifferences(OpBench.Normals(columns, 2), at => Loss(x, at), dgain);
    }

    [Fact]
    public void AllocatesNothing() => OpBench.AllocatesNothing(b =>
    {
        Tensor x = b.Of(Values(100 * 200), 100, 200), y = b.Of(new float[100 * 200], 100, 200), gain = b.Of(OpBench.Normals(200, 2));
        Tensor mean = b.Of(new float[100]), inverse = b.Of(new float[100]), dgain = b.Of(new float[200]);
        return () =>
        {
            b.Backend.LayerNorm(x, gain, dgain, Epsilon, y, mean, inverse);
            b.Backend.LayerNormInputGradient(x, gain, mean, inverse, x, y, true);
            b.Backend.LayerNormGainGradient(x, mean, inverse, y, dgain);
        };
    });

    [Fact]
    public void RefusesShapesThatDoNotFit()
    {
        using var cpu = new CpuBackend(1);
        using var b = new OpBench(cpu);
        Tensor x = b.Of(new float[6], 2, 3), wide = b.Of(new float[4]), gain = b.Of(new float[3]);
        Assert.Throws<ArgumentException>(() => cpu.LayerNorm(x, wide, default, Epsilon, x, default, default));
        Assert.Throws<ArgumentException>(() => cpu.LayerNorm(x, gain, wide, Epsilon, x, default, default));
    }
}
