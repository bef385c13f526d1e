using Hone.Tensors;
using Xunit;

namespace Hone.UnitTests.Tensors;

public sealed class NormalizationTests
{
    private const float Epsilon = 1e-5f;

    private static IEnumerable<(int Rows, int Columns)> Sizes() =>
        Enumerable.Range(1, 256).Select(columns => (3, columns)).Concat([(70, 576), (41, 391), (9000, 2), (6, 100), (7, 100)]);

    private static float[] Forward(OpBench b, int rows, int columns, bool gain, bool inPlace)
    {
        Tensor x = b.Of(OpBench.Normals(rows * columns, 1), rows, columns);
        Tensor inverse = gain ? b.Of(new float[rows]) : default;
        Tensor y = inPlace ? x : b.Of(new float[rows * columns], rows, columns);
        b.Backend.RmsNorm(x, gain ? b.Of(OpBench.Normals(columns, 2)) : default, Epsilon, y, inverse);
        return [.. b.Read(y), .. inverse.IsEmpty ? [] : b.Read(inverse)];
    }

    private static float[] InputGradient(OpBench b, int rows, int columns, bool gain, bool accumulate)
    {
        Tensor x = b.Of(OpBench.Normals(rows * columns, 1), rows, columns), y = b.Of(new float[rows * columns], rows, columns);
        Tensor weights = gain ? b.Of(OpBench.Normals(columns, 2)) : default, inverse = b.Of(new float[rows]);
        Tensor dy = b.Of(OpBench.Normals(rows * columns, 3), rows, columns);
        Tensor dx = accumulate ? b.Of(OpBench.Normals(rows * columns, 4), rows, columns) : dy;
        b.Backend.RmsNorm(x, weights, Epsilon, y, inverse);
        b.Backend.RmsNormInputGradient(x, weights, inverse, dy, dx, accumulate);
        return b.Read(dx);
    }

    private static float[] GainGradient(OpBench b, int rows, int columns)
    {
        Tensor x = b.Of(OpBench.Normals(rows * columns, 1), rows, columns), y = b.Of(new float[rows * columns], rows, columns);
        Tensor inverse = b.Of(new float[rows]), dgain = b.Of(OpBench.Normals(columns, 5));
        b.Backend.RmsNorm(x, default, Epsilon, y, inverse);
        b.Backend.RmsNormGainGradient(x, inverse, b.Of(OpBench.Normals(rows * columns, 3), rows, columns), dgain);
        return b.Read(dgain);
    }

    [Fact]
    public void ForwardHasTheBitsOfTheReference() => OpBench.SameBits(
        [.. Sizes().SelectMany(s => new Func<OpBench, float[]>[] { b => Forward(b, s.Rows, s.Columns, true, false), b => Forward(b, s.Rows, s.Columns, false, true) })]);

    [Fact]
    public void InputGradientHasTheBitsOfTheReference() => OpBench.SameBits(
        [.. Sizes().SelectMany(s => new Func<OpBench, float[]>[] { b => InputGradient(b, s.Rows, s.Columns, true, true), b => InputGradient(b, s.Rows, s.Columns, false, false) })]);

    [Fact]
    public void GainGradientHasTheBitsOfTheReference() => OpBench.SameBits(
        [.. Sizes().Select(s => new Func<OpBench, float[]>(b => GainGradient(b, s.Rows, s.Columns)))]);

    private static double[] Oracle(double[] x, float[] gain, int rows, int columns)
    {
        var y = new double[x.Length];
        for (int r = 0; r < rows; r++)
        {
            double squares = 0;
            for (int i = 0; i < columns; i++)
                squares += x[(r * columns) + i] * x[(r * columns) + i];
            double inverse = 1 / Math.Sqrt((squares / columns) + Epsilon);
            for (int i = 0; i < columns; i++)
                y[(r * columns) + i] = x[(r * columns) + i] * inverse * gain[i];
        }
        return y;
    }

    [Fact]
    public void AgreesWithFloat64()
    {
        float[] x = OpBench.Normals(5 * 333, 1), gain = OpBench.Normals(333, 2);
        using var cpu = new CpuBackend(1);
        float[] got = OpBench.On(cpu, b => Forward(b, 5, 333, true, false))[..x.Length];
        OpBench.Near(Oracle([.. x.Select(v => (double)v)], gain, 5, 333), got, 1e-6, 1e-3);
    }

    [Fact]
    public void GradientsMatchCentralDifferences()
    {
        const int rows = 4, columns = 37;
        float[] x = OpBench.Normals(rows * columns, 1), gain = OpBench.Normals(columns, 2), dy = OpBench.Normals(rows * columns, 3);
        double Loss(double[] at, float[] weights) => Oracle(at, weights, rows, columns).Zip(dy, (y, d) => y * d).Sum();
        using var cpu = new CpuBackend(1);
        float[] dx = OpBench.On(cpu, b => InputGradient(b, rows, columns, true, true));
        float[] before = OpBench.Normals(rows * columns, 4);
        OpBench.MatchesDifferences(x, at => Loss(at, gain), [.. dx.Zip(before, (a, s) => a - s)]);
        float[] dgain = OpBench.On(cpu, b => GainGradient(b, rows, columns));
        double[] input = [.. x.Select(v => (double)v)];
        OpBench.MatchesDifferences(
            gain, at => GainLoss(input, at, dy, rows, columns),
            [.. dgain.Zip(OpBench.Normals(columns, 5), (a, s) => a - s)]);
    }

    private static double GainLoss(double[] x, double[] gain, float[] dy, int rows, int columns)
    {
        float[] ones = [.. Enumerable.Repeat(1f, columns)];
        double[] normal = Oracle(x, ones, rows, columns);
        double sum = 0;
        for (int i = 0; i < normal.Length; i++)
            sum += normal[i] * gain[i % columns] * dy[i];
        return sum;
    }

    [Fact]
    public void AllocatesNothing() => OpBench.AllocatesNothing(b =>
    {
        Tensor x = b.Of(OpBench.Normals(100 * 200, 1), 100, 200), y = b.Of(new float[100 * 200], 100, 200);
        Tensor gain = b.Of(OpBench.Normals(200, 2)), inverse = b.Of(new float[100]), dgain = b.Of(new float[200]);
        return () =>
        {
            b.Backend.RmsNorm(x, gain, Epsilon, y, inverse);
            b.Backend.RmsNormInputGradient(x, gain, inverse, x, y, true);
            b.Backend.RmsNormGainGradient(x, inverse, y, dgain);
        };
    });

    [Fact]
    public void RefusesShapesThatDoNotFit()
    {
        using var cpu = new CpuBackend(1);
        using var b = new OpBench(cpu);
        Tensor x = b.Of(new float[6], 2, 3), wide = b.Of(new float[8], 2, 4);
        Assert.Throws<ArgumentException>(() => cpu.RmsNorm(x, default, Epsilon, wide, default));
        Assert.Throws<ArgumentException>(() => cpu.RmsNorm(x, wide, Epsilon, x, default));
    }
}
