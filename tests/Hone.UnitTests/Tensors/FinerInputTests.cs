using Hone.Tensors;
using Xunit;

namespace Hone.UnitTests.Tensors;

/// <summary>Products whose activations have two parts of eight bits: what is left over, and the second product of it.</summary>
public sealed class FinerInputTests : IDisposable
{
    private readonly QuantizedBench _bench = new();

    public void Dispose() => _bench.Dispose();

    public static TheoryData<QuantFormat> Formats => QuantizedBench.Formats;

    [Theory]
    [InlineData(1, 32)]
    [InlineData(5, 576)]
    [InlineData(70, 256)]
    public void TheRemainderHasTheBitsOfTheReference(int rows, int columns)
    {
        float[] x = _bench.Activations(rows, columns);
        if (rows > 1)
            (x[3], x[70], x[140]) = (float.NaN, float.PositiveInfinity, float.NegativeInfinity);
        float[] expected = Remainder(_bench.Reference, x, rows, columns);
        foreach (CpuBackend cpu in _bench.Cpus)
            QuantizedBench.SameBits(expected, Remainder(cpu, x, rows, columns), cpu.Description);
        for (int block = 0; block < x.Length; block += 32)
        {
            float[] values = x[block..(block + 32)];
            float largest = values.All(float.IsFinite) ? values.Max(Math.Abs) : float.NaN;
            for (int i = block; i < block + 32; i++)
            {
                bool fits = float.IsNaN(largest) ? float.IsNaN(expected[i])
                    : largest < ReferenceBackend.SmallestActivation ? expected[i] == x[i]
                    : Math.Abs(expected[i]) <= largest / 253;
                Assert.True(fits, $"{i}: {expected[i]:R} of {x[i]:R}, largest {largest:R}.");
            }
        }
    }

    private float[] Remainder(Backend backend, float[] x, int rows, int columns)
    {
        Tensor r = _bench.Make(backend, rows, columns);
        backend.ActivationRemainder(_bench.Upload(backend, x, rows, columns), r);
        return QuantizedBench.Read(backend, r);
    }

    [Theory, MemberData(nameof(Formats))]
    public void AProductIsTheSumOfTheTwoAloneAndInAGroup(QuantFormat format)
    {
        const int N = 40, K = 512;
        foreach (int rows in (int[])[1, 6, 45])
        {
            byte[] bytes = _bench.Blocks(format, N, K), other = _bench.Blocks(QuantFormat.Q8_0, 33, K);
            float[] x = _bench.Activations(rows, K), bias = _bench.Uniform(N);
            Backend reference = _bench.Reference;
            float[] y = _bench.Product(reference, format, bytes, x, bias, rows, N, K);
            float[] z = _bench.Product(reference, format, bytes, Remainder(reference, x, rows, K), null, rows, N, K);
            // NF4 rounds no activations: there is nothing left over.
            float[] expected = format == QuantFormat.NF4 ? y : [.. y.Zip(z, (a, b) => a + b)];
            float[] beside = _bench.Product(reference, QuantFormat.Q8_0, other, x, null, rows, 33, K);
            foreach (Backend backend in _bench.Backends)
            {
                using var context = new ComputeContext(backend);
                Tensor input = _bench.Upload(backend, x, rows, K);
                using var weight = new PackedMatrix(backend, new Parameter("w", _bench.Pack(backend, format, bytes, N, K))) { HasFinerInput = true };
                using var plain = new PackedMatrix(backend, new Parameter("p", _bench.Pack(backend, QuantFormat.Q8_0, other, 33, K)));
                var add = new Parameter("b", _bench.Upload(backend, bias, N));
                QuantizedBench.SameBits(expected, QuantizedBench.Read(backend, context.Linear(input, weight, add)), $"{backend.Description} alone");
                var results = new Tensor[3];
                context.LinearGroup(input, [plain, weight, plain], [null, add, null], results);
                QuantizedBench.SameBits(beside, QuantizedBench.Read(backend, results[0]), $"{backend.Description} before");
                QuantizedBench.SameBits(expected, QuantizedBench.Read(backend, results[1]), $"{backend.Description} in a group");
                QuantizedBench.SameBits(beside, QuantizedBench.Read(backend, results[2]), $"{backend.Description} behind");
            }
            _bench.Clear();
        }
    }

    [Fact]
    public void TheRoundingErrorBecomesAHundredTimesSmaller()
    {
        const int M = 9, N = 64, K = 576;
        byte[] bytes = _bench.Blocks(QuantFormat.Q4_0, N, K);
        float[] x = _bench.Uniform(M * K), decoded = QuantizedBench.Decode(QuantFormat.Q4_0, bytes, N * K);
        CpuBackend cpu = _bench.Cpus[0];
        using var context = new ComputeContext(cpu);
        Tensor input = _bench.Upload(cpu, x, M, K);
        var parameter = new Parameter("w", _bench.Pack(cpu, QuantFormat.Q4_0, bytes, N, K));
        using var coarse = new PackedMatrix(cpu, parameter);
        using var fine = new PackedMatrix(cpu, parameter) { HasFinerInput = true };
        Assert.True(Error(fine) * 100 < Error(coarse));

        double Error(PackedMatrix weight)
        {
            float[] y = QuantizedBench.Read(cpu, context.Linear(input, weight));
            double sum = 0;
            for (int i = 0; i < y.Length; i++)
            {
                double exact = 0;
                for (int k = 0; k < K; k++)
                    exact += (double)decoded[(i % N * K) + k] * x[(i / N * K) + k];
                sum += (y[i] - exact) * (y[i] - exact);
            }
            return Math.Sqrt(sum);
        }
    }
}
