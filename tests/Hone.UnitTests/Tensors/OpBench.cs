using Hone.Tensors;
using Xunit;

namespace Hone.UnitTests.Tensors;

/// <summary>A backend with the tensors of one op, and the comparison of all backends by bits.</summary>
internal sealed class OpBench(Backend backend) : IDisposable
{
    private readonly List<TensorStorage> _owned = [];

    public Backend Backend { get; } = backend;

    /// <summary>A tensor with these elements.</summary>
    public Tensor Of(float[] values, params int[] lengths)
    {
        Shape shape = lengths.Length switch
        {
            0 => new Shape(values.Length),
            1 => new Shape(lengths[0]),
            2 => new Shape(lengths[0], lengths[1]),
            3 => new Shape(lengths[0], lengths[1], lengths[2]),
            _ => throw new ArgumentException("Up to three axes.", nameof(lengths)),
        };
        Tensor tensor = Backend.CreateTensor(shape);
        _owned.Add(tensor.Storage);
        Backend.Upload(values, tensor);
        return tensor;
    }

    public float[] Read(Tensor tensor)
    {
        var values = new float[tensor.ElementCount];
        Backend.Download(tensor, values);
        return values;
    }

    public void Dispose()
    {
        foreach (TensorStorage storage in _owned)
            storage.Dispose();
    }

    /// <summary>Every kernel set of this processor, on one thread and on two.</summary>
    public static IEnumerable<CpuBackend> CpuBackends()
    {
        foreach (KernelSet set in Enum.GetValues<KernelSet>())
        {
            if (!KernelSets.IsSupported(set))
                continue;
            yield return new CpuBackend(1, set);
            yield return new CpuBackend(2, set);
        }
    }

    public static float[] On(Backend backend, Func<OpBench, float[]> run)
    {
        using var bench = new OpBench(backend);
        return run(bench);
    }

    /// <summary>Runs every case on the reference and on each CpuBackend and compares all bits; returns the results of the reference.</summary>
    public static List<float[]> SameBits(params Func<OpBench, float[]>[] cases)
    {
        using var reference = new ReferenceBackend();
        List<float[]> want = [.. cases.Select(run => On(reference, run))];
        foreach (CpuBackend cpu in CpuBackends())
        {
            using (cpu)
            {
                for (int c = 0; c < cases.Length; c++)
                {
                    float[] got = On(cpu, cases[c]);
                    Assert.Equal(want[c].Length, got.Length);
                    for (int i = 0; i < got.Length; i++)
                    {
                        if (BitConverter.SingleToInt32Bits(want[c][i]) != BitConverter.SingleToInt32Bits(got[i]))
                            Assert.Fail($"{cpu.Description}, case {c}, element {i} of {got.Length}: {got[i]:G9}, reference {want[c][i]:G9}.");
                    }
                }
            }
        }
        return want;
    }

    /// <summary>A warm call allocates nothing on the calling thread.</summary>
    public static void AllocatesNothing(Func<OpBench, Action> prepare)
    {
        foreach (CpuBackend cpu in CpuBackends())
        {
            using (cpu)
            {
                using var bench = new OpBench(cpu);
                Action call = prepare(bench);
                call();
                call();
                long before = GC.GetAllocatedBytesForCurrentThread();
                call();
                Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
            }
        }
    }

    /// <summary>Normal numbers from a seed.</summary>
    public static float[] Normals(int count, ulong seed, double deviation = 1)
    {
        var stream = new PhiloxStream(seed, RandomPurpose.Task);
        var values = new float[count];
        for (int i = 0; i < count; i++)
            values[i] = (float)(deviation * stream.NextNormal());
        return values;
    }

    /// <summary>Every element within <paramref name="bound"/> of the oracle, relative to it or to <paramref name="scale"/>, whichever is larger.</summary>
    public static void Near(IReadOnlyList<double> want, float[] got, double bound, double scale)
    {
        Assert.Equal(want.Count, got.Length);
        for (int i = 0; i < got.Length; i++)
        {
            double error = Math.Abs(got[i] - want[i]) / Math.Max(scale, Math.Abs(want[i]));
            Assert.True(error <= bound, $"Element {i}: {got[i]:G9}, oracle {want[i]:G9}, error {error:E2}.");
        }
    }

    /// <summary>
    /// The gradient of sum(weights * f(x)) by central differences of a float64 forward pass, at spread coordinates, agrees with
    /// the analytic one within 1e-3 of the larger of it and a tenth of the largest.
    /// </summary>
    public static void MatchesDifferences(float[] x, Func<double[], double> loss, float[] gradient)
    {
        double[] at = [.. x.Select(value => (double)value)];
        double largest = gradient.Max(Math.Abs);
        for (int i = 0; i < at.Length; i += Math.Max(1, at.Length / 37))
        {
            const double step = 1e-5;
            double middle = at[i];
            at[i] = middle + step;
            double up = loss(at);
            at[i] = middle - step;
            double down = loss(at);
            at[i] = middle;
            double want = (up - down) / (2 * step);
            Assert.True(
                Math.Abs(want - gradient[i]) <= 1e-3 * Math.Max(Math.Abs(want), 0.1 * largest),
                $"Coordinate {i}: {gradient[i]:G9}, differences {want:G9}.");
        }
    }
}
