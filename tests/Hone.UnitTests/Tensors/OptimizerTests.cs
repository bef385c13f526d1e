using Hone.Tensors;
using Xunit;

namespace Hone.UnitTests.Tensors;

public sealed class OptimizerTests
{
    private static readonly int[] Lengths = [.. Enumerable.Range(1, 256), 4095, 4096, 4097, 8193, 40_003];
    private static readonly AdamWStep Step = new(3e-3f, 0.9f, 0.95f, 1e-8f, 0.1f, 0.19f, 0.312f);

    private static float[] Positive(int n, ulong seed) => [.. OpBench.Normals(n, seed).Select(v => v * v)];

    private static float[] AdamW(OpBench b, int n)
    {
        Tensor w = b.Of(OpBench.Normals(n, 1)), m = b.Of(OpBench.Normals(n, 3)), v = b.Of(Positive(n, 4));
        b.Backend.AdamW(w, b.Of(OpBench.Normals(n, 2)), 0.7f, m, v, Step);
        return [.. b.Read(w), .. b.Read(m), .. b.Read(v)];
    }

    private static float[] Sgd(OpBench b, int n, bool buffered, bool nesterov)
    {
        Tensor w = b.Of(OpBench.Normals(n, 1)), buffer = buffered ? b.Of(OpBench.Normals(n, 3)) : default;
        b.Backend.Sgd(w, b.Of(OpBench.Normals(n, 2)), 0.7f, buffer, 0.9f, nesterov, 0.01f, 0.1f);
        return [.. b.Read(w), .. buffered ? b.Read(buffer) : []];
    }

    [Fact]
    public void UpdatesHaveTheBitsOfTheReference() => OpBench.SameBits([.. Lengths.SelectMany(n => new Func<OpBench, float[]>[]
    {
        b => AdamW(b, n), b => Sgd(b, n, false, false), b => Sgd(b, n, true, false), b => Sgd(b, n, true, true),
    })]);

    private static float[] AdamWWithPanels(OpBench b, int rows, int columns)
    {
        int n = rows * columns;
        Tensor w = b.Of(OpBench.Normals(n, 1), rows, columns), m = b.Of(OpBench.Normals(n, 3), rows, columns), v = b.Of(Positive(n, 4), rows, columns);
        Shape shape = Backend.PanelShape(rows, columns);
        Tensor panels = b.Of(OpBench.Normals((int)shape.ElementCount, 5), shape[0], shape[1], shape[2]);
        b.Backend.AdamW(w, b.Of(OpBench.Normals(n, 2), rows, columns), 0.7f, m, v, Step, panels);
        return [.. b.Read(w), .. b.Read(m), .. b.Read(v), .. b.Read(panels)];
    }

    [Fact]
    public void PanelsOfAnUpdatedWeightHaveTheBitsOfTheReference()
    {
        // Panels that are not full, chains of all remainders, and enough numbers for panels to go past the caches.
        (int, int)[] shapes = [(1, 1), (31, 5), (32, 16), (33, 70), (64, 31), (97, 257), (1100, 256)];
        OpBench.SameBits([.. shapes.Select(s => new Func<OpBench, float[]>(b => AdamWWithPanels(b, s.Item1, s.Item2)))]);
    }

    [Fact]
    public void ProductsReadWhatAnUpdateWroteWithItsPanels()
    {
        using var cpu = new CpuBackend(2);
        using var b = new OpBench(cpu);
        const int N = 70, K = 48;
        using var parameter = new Parameter("w", cpu.CreateTensor(new Shape(N, K)));
        cpu.Upload(OpBench.Normals(N * K, 1), parameter.Value);
        Assert.True(parameter.Panels.IsEmpty);
        using var first = new PackedMatrix(cpu, parameter);
        using var second = new PackedMatrix(cpu, parameter);
        _ = first.Panels;
        _ = second.Panels;
        Tensor g = b.Of(OpBench.Normals(N * K, 2), N, K), m = b.Of(new float[N * K], N, K), v = b.Of(new float[N * K], N, K);
        cpu.AdamW(parameter.Value, g, 1, m, v, Step, parameter.Panels);
        parameter.MarkChangedWithPanels();
        Shape shape = Backend.PanelShape(N, K);
        Tensor expected = b.Of(new float[shape.ElementCount], shape[0], shape[1], shape[2]);
        cpu.PackPanels(parameter.Value, expected);
        Assert.Equal(b.Read(expected), b.Read(second.Panels));
        Assert.Equal(b.Read(expected), b.Read(first.Panels));
        second.Dispose();
        first.Dispose();
        Assert.True(parameter.Panels.IsEmpty);
    }

    // The two halves of a float64, so that its bits are compared too.
    private static float[] Halves(double value)
    {
        long bits = BitConverter.DoubleToInt64Bits(value);
        return [BitConverter.Int32BitsToSingle((int)bits), BitConverter.Int32BitsToSingle((int)(bits >> 32))];
    }

    [Fact]
    public void SumOfSquaresHasTheBitsOfTheReference() =>
        OpBench.SameBits([.. Lengths.Select(n => new Func<OpBench, float[]>(b => Halves(b.Backend.SumOfSquares(b.Of(OpBench.Normals(n, 1))))))]);

    [Fact]
    public void UpdatesAgreeWithFloat64()
    {
        const int n = 500;
        using var cpu = new CpuBackend(1);
        float[] w = OpBench.Normals(n, 1), g = OpBench.Normals(n, 2), m = OpBench.Normals(n, 3), v = Positive(n, 4);
        var adam = new double[3 * n];
        var sgd = new double[2 * n];
        for (int i = 0; i < n; i++)
        {
            double gradient = 0.7 * g[i];
            double first = (0.9 * m[i]) + (0.1 * gradient), second = (0.95 * v[i]) + (0.05 * gradient * gradient);
            adam[i] = (w[i] * (1 - (3e-3 * 0.1))) - (3e-3 * (first / 0.19) / ((Math.Sqrt(second) / 0.312) + 1e-8));
            (adam[n + i], adam[(2 * n) + i]) = (first, second);
            double buffer = (0.9 * m[i]) + gradient;
            sgd[i] = (w[i] * (1 - (0.01 * 0.1))) - (0.01 * ((0.9 * buffer) + gradient));
            sgd[n + i] = buffer;
        }
        OpBench.Near(adam, OpBench.On(cpu, b => AdamW(b, n)), 1e-6, 1);
        OpBench.Near(sgd, OpBench.On(cpu, b => Sgd(b, n, true, true)), 1e-6, 1);
    }

    [Fact]
    public void SumOfSquaresAgreesWithAPlainSum()
    {
        using var cpu = new CpuBackend(2);
        using var b = new OpBench(cpu);
        float[] x = OpBench.Normals(40_003, 1);
        Assert.Equal(x.Sum(v => (double)v * v), cpu.SumOfSquares(b.Of(x)), 1e-8);
        Assert.Equal(0.0, cpu.SumOfSquares(b.Of([])));
    }

    [Fact]
    public void FindsTheFirstThatIsNotFinite()
    {
        float[] bad = [float.NaN, float.PositiveInfinity, float.NegativeInfinity];
        foreach (CpuBackend cpu in OpBench.CpuBackends())
        {
            using (cpu)
            {
                foreach (int n in new[] { 1, 15, 256, 257, 50_000 })
                {
                    using var b = new OpBench(cpu);
                    float[] x = [.. OpBench.Normals(n, 1).Select((v, i) => i % 7 == 0 ? float.MaxValue : v)];
                    Assert.Equal(-1, cpu.FirstNonFinite(b.Of(x)));
                    for (int at = n - 1; at >= 0; at -= Math.Max(1, n / 5))
                    {
                        x[at] = bad[at % 3];
                        Assert.Equal(at, cpu.FirstNonFinite(b.Of(x)));
                    }
                }
            }
        }
    }

    [Fact]
    public void AllocatesNothing() => OpBench.AllocatesNothing(b =>
    {
        Tensor w = b.Of(OpBench.Normals(20_000, 1)), g = b.Of(OpBench.Normals(20_000, 2)), m = b.Of(new float[20_000]), v = b.Of(new float[20_000]);
        return () =>
        {
            b.Backend.AdamW(w, g, 1, m, v, Step);
            b.Backend.Sgd(w, g, 1, m, 0.9f, true, 0.1f, 0);
            b.Backend.LinearCombination(0.5f, g, 0.5f, m);
            b.Backend.SumOfSquares(w);
            b.Backend.FirstNonFinite(w);
        };
    });
}
