using Hone.Tensors;
using Xunit;

namespace Hone.UnitTests.Tensors;

public sealed class XieluTests
{
    private static readonly (int Rows, int Columns)[] Sizes =
        [.. Enumerable.Range(1, 256).Select(columns => (3, columns)), (70, 576), (9000, 2)];

    private static Tensor[] Numbers(OpBench b) => [b.Of([0.3f]), b.Of([-0.9f]), b.Of([0.5f]), b.Of([-1e-6f])];

    private static float[] Values(int count) => OpBench.Normals(count, 1, 2);

    private static float[] Forward(OpBench b, int rows, int columns)
    {
        Tensor x = b.Of(Values(rows * columns), rows, columns);
        Tensor[] n = Numbers(b);
        b.Backend.Xielu(x, n[0], n[1], n[2], n[3], x);
        return b.Read(x);
    }

    private static float[] Gradient(OpBench b, int rows, int columns, bool trained)
    {
        Tensor x = b.Of(Values(rows * columns), rows, columns), dy = b.Of(OpBench.Normals(rows * columns, 3), rows, columns);
        Tensor dx = b.Of(new float[rows * columns], rows, columns), positive = b.Of([0.25f]), negative = b.Of([-0.5f]);
        Tensor[] n = Numbers(b);
        b.Backend.XieluGradient(x, n[0], n[1], n[2], n[3], dy, dx, trained ? positive : default, trained ? negative : default);
        return [.. b.Read(dx), .. b.Read(positive), .. b.Read(negative)];
    }

    [Fact]
    public void HasTheBitsOfTheReference() => OpBench.SameBits([.. Sizes.SelectMany(s => new Func<OpBench, float[]>[]
    {
        b => Forward(b, s.Rows, s.Columns), b => Gradient(b, s.Rows, s.Columns, s.Columns % 7 != 0),
    })]);

    private static double Of(double x, double alphaPositive, double alphaNegative)
    {
        double positive = Math.Log(1 + Math.Exp(alphaPositive)), negative = 0.5 + Math.Log(1 + Math.Exp(alphaNegative));
        return x > 0 ? (positive * x * x) + (0.5 * x) : ((Math.Exp(Math.Min(x, -1e-6)) - 1 - x) * negative) + (0.5 * x);
    }

    [Fact]
    public void AgreesWithFloat64()
    {
        using var cpu = new CpuBackend(1);
        OpBench.Near([.. Values(2000).Select(v => Of(v, 0.3f, -0.9f))], OpBench.On(cpu, b => Forward(b, 4, 500)), 2e-6, 1);
    }

    [Fact]
    public void GradientsMatchCentralDifferences()
    {
        using var cpu = new CpuBackend(1);
        float[] x = Values(111), dy = OpBench.Normals(111, 3), got = OpBench.On(cpu, b => Gradient(b, 3, 37, true));
        double Loss(Func<int, double> at, double positive, double negative) => Enumerable.Range(0, 111).Sum(i => Of(at(i), positive, negative) * dy[i]);
        OpBench.MatchesDifferences(x, at => Loss(i => at[i], 0.3f, -0.9f), got[..111]);
        OpBench.MatchesDifferences([0.3f, -0.9f], at => Loss(i => x[i], at[0], at[1]), [got[111] - 0.25f, got[112] + 0.5f]);
    }

    [Fact]
    public void SlopesContinueAcrossMicroBatches()
    {
        float[] x = Values(40), dy = OpBench.Normals(40, 3);
        float[] Split(OpBench b, params int[] parts)
        {
            Tensor all = b.Of(x, 8, 5), dall = b.Of(dy, 8, 5), dx = b.Of(new float[40], 8, 5), positive = b.Of([0f]), negative = b.Of([0f]);
            Tensor[] n = Numbers(b);
            int row = 0;
            foreach (int rows in parts)
            {
                b.Backend.XieluGradient(all.Slice(row, rows), n[0], n[1], n[2], n[3], dall.Slice(row, rows), dx.Slice(row, rows), positive, negative);
                row += rows;
            }
            return [.. b.Read(dx), .. b.Read(positive), .. b.Read(negative)];
        }
        using var cpu = new CpuBackend(2);
        Assert.Equal(OpBench.On(cpu, b => Split(b, 8)), OpBench.On(cpu, b => Split(b, 3, 1, 4)));
    }

    [Fact]
    public void AllocatesNothing() => OpBench.AllocatesNothing(b =>
    {
        Tensor x = b.Of(Values(20_000), 100, 200), y = b.Of(new float[20_000], 100, 200), slope = b.Of([0f]);
        Tensor[] n = Numbers(b);
        return () =>
        {
            b.Backend.Xielu(x, n[0], n[1], n[2], n[3], y);
            b.Backend.XieluGradient(x, n[0], n[1], n[2], n[3], x, y, slope, default);
        };
    });
}
