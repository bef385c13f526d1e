using Hone.Tensors;
using Xunit;

namespace Hone.UnitTests.Tensors;

public sealed class RotaryTests
{
    private const int Positions = 40;

    private static (float[] Cosine, float[] Sine) Angles(int half)
    {
        var cosine = new float[Positions * half];
        var sine = new float[Positions * half];
        for (int i = 0; i < cosine.Length; i++)
        {
            double angle = (i / half) * DeterministicMath.Pow(100, -(double)(i % half) / half);
            (cosine[i], sine[i]) = ((float)DeterministicMath.Cos(angle), (float)DeterministicMath.Sin(angle));
        }
        return (cosine, sine);
    }

    private static RaggedBatch Batch()
    {
        var batch = new RaggedBatch();
        batch.Add(0);
        batch.Add(3, 2);
        batch.Add(0, 5);
        batch.Add(1, 39);
        batch.Add(17);
        batch.Add(0);
        return batch;
    }

    private static float[] Rotate(OpBench b, int heads, int headDim, int half, bool inverse, bool inPlace)
    {
        RaggedBatch batch = Batch();
        (float[] cosine, float[] sine) = Angles(half);
        Tensor x = b.Of(OpBench.Normals(batch.TokenCount * heads * headDim, 1), batch.TokenCount, heads, headDim);
        Tensor y = inPlace ? x : b.Of(new float[x.ElementCount], batch.TokenCount, heads, headDim);
        b.Backend.Rotate(x, b.Of(cosine, Positions, half), b.Of(sine, Positions, half), batch, inverse, y);
        return b.Read(y);
    }

    [Fact]
    public void HasTheBitsOfTheReference()
    {
        var cases = new List<Func<OpBench, float[]>>();
        for (int half = 1; half <= 128; half++)
        {
            int width = half;
            cases.Add(b => Rotate(b, 2, 2 * width, width, width % 2 == 0, width % 3 == 0));
        }
        cases.Add(b => Rotate(b, 3, 50, 20, false, false));
        cases.Add(b => Rotate(b, 3, 50, 20, true, true));
        cases.Add(b => Rotate(b, 24, 64, 32, false, false));
        cases.Add(b => Rotate(b, 24, 64, 32, true, true));
        OpBench.SameBits([.. cases]);
    }

    private static double[] Oracle(double[] x, int heads, int headDim, int half)
    {
        RaggedBatch batch = Batch();
        (float[] cosine, float[] sine) = Angles(half);
        double[] y = [.. x];
        for (int b = 0; b < batch.SequenceCount; b++)
        {
            for (int t = batch.Offsets[b]; t < batch.Offsets[b + 1]; t++)
            {
                int position = batch.StartPositions[b] + t - batch.Offsets[b];
                for (int h = 0; h < heads; h++)
                {
                    for (int i = 0; i < half; i++)
                    {
                        int first = (((t * heads) + h) * headDim) + i;
                        double c = cosine[(position * half) + i], s = sine[(position * half) + i];
                        y[first] = (x[first] * c) - (x[first + half] * s);
                        y[first + half] = (x[first + half] * c) + (x[first] * s);
                    }
                }
            }
        }
        return y;
    }

    [Fact]
    public void AgreesWithFloat64()
    {
        using var cpu = new CpuBackend(1);
        float[] x = OpBench.Normals(21 * 3 * 50, 1);
        OpBench.Near(Oracle([.. x.Select(v => (double)v)], 3, 50, 20), OpBench.On(cpu, b => Rotate(b, 3, 50, 20, false, false)), 3e-7, 1);
    }

    // The rotation is linear, so its gradient is the inverse rotation of the gradient.
    [Fact]
    public void InverseMatchesCentralDifferences()
    {
        using var cpu = new CpuBackend(1);
        float[] dy = OpBench.Normals(21 * 3 * 50, 1), x = OpBench.Normals(dy.Length, 2);
        float[] dx = OpBench.On(cpu, b => Rotate(b, 3, 50, 20, true, false));
        OpBench.MatchesDifferences(x, at => Oracle(at, 3, 50, 20).Zip(dy, (y, d) => y * d).Sum(), dx);
    }

    [Fact]
    public void AllocatesNothing() => OpBench.AllocatesNothing(b =>
    {
        RaggedBatch batch = Batch();
        (float[] cosine, float[] sine) = Angles(32);
        Tensor x = b.Of(OpBench.Normals(batch.TokenCount * 12 * 64, 1), batch.TokenCount, 12, 64);
        Tensor c = b.Of(cosine, Positions, 32), s = b.Of(sine, Positions, 32);
        return () => b.Backend.Rotate(x, c, s, batch, false, x);
    });

    [Fact]
    public void RefusesPositionsWithoutAngles()
    {
        using var cpu = new CpuBackend(1);
        using var b = new OpBench(cpu);
        var batch = new RaggedBatch();
        batch.Add(2, 39);
        Tensor x = b.Of(new float[8], 2, 1, 4), table = b.Of(new float[80], 40, 2);
        Assert.Throws<ArgumentException>(() => cpu.Rotate(x, table, table, batch, false, x));
    }
}
