using Hone.Tensors;
using Xunit;

namespace Hone.UnitTests.Tensors;

/// <summary>Products with weights in block formats: bits on every kernel set, exact packing, gradients of decoded weights.</summary>
public sealed class QuantizedProductTests : IDisposable
{
    private readonly QuantizedBench _bench = new();

    public static TheoryData<QuantFormat> Formats => QuantizedBench.Formats;

    public void Dispose() => _bench.Dispose();

    private static int Columns(QuantFormat format, int blocks) => format.BlockElements() * blocks;

    [Theory, MemberData(nameof(Formats))]
    public void ProductsHaveTheBitsOfTheReference(QuantFormat format)
    {
        foreach ((int m, int n, int blocks) in new[] { (1, 1, 1), (1, 33, 2), (2, 32, 3), (3, 40, 1), (4, 31, 5), (5, 17, 2), (6, 64, 1), (7, 65, 3), (13, 48, 2), (24, 16, 1), (40, 70, 2) })
        {
            int k = Columns(format, blocks);
            byte[] bytes = _bench.Blocks(format, n, k);
            float[] x = _bench.Activations(m, k);
            float[]? bias = m % 2 == 0 ? _bench.Uniform(n) : null;
            float[] expected = _bench.Product(_bench.Reference, format, bytes, x, bias, m, n, k);
            foreach (CpuBackend cpu in _bench.Cpus)
                QuantizedBench.SameBits(expected, _bench.Product(cpu, format, bytes, x, bias, m, n, k), $"{format} {m} x {n} x {k} on {cpu.Description}, vnni {cpu.UsesVnni}");
            _bench.Clear();
        }
    }

    [Theory, MemberData(nameof(Formats))]
    public void LongRowsAndManyRowsHaveTheBitsOfTheReference(QuantFormat format)
    {
        foreach ((int m, int n, int k) in new[] { (2, 33, 1536), (150, 34, 768) })
        {
            byte[] bytes = _bench.Blocks(format, n, k);
            float[] x = _bench.Activations(m, k);
            float[] expected = _bench.Product(_bench.Reference, format, bytes, x, null, m, n, k);
            foreach (CpuBackend cpu in _bench.Cpus)
                QuantizedBench.SameBits(expected, _bench.Product(cpu, format, bytes, x, null, m, n, k), $"{format} {m} x {n} x {k} on {cpu.Description}, vnni {cpu.UsesVnni}");
            _bench.Clear();
        }
    }

    [Theory]
    [InlineData(QuantFormat.Q8_0, 16, 40, 32)] // one part a tile: the matrix unit begins what nobody asked for
    [InlineData(QuantFormat.Q8_0, 48, 33, 64)]
    [InlineData(QuantFormat.Q8_0, 300, 70, 96)] // an odd number of parts, several lists of tiles, rows that are no whole tile
    [InlineData(QuantFormat.Q8_0, 272, 33, 800)] // sums that go on, an odd number of parts each time
    [InlineData(QuantFormat.Q4_0, 1100, 65, 32)] // several pieces of rows
    [InlineData(QuantFormat.Q4_1, 290, 34, 160)]
    [InlineData(QuantFormat.Q5_1, 33, 64, 832)]
    [InlineData(QuantFormat.Q6_K, 273, 40, 256)]
    [InlineData(QuantFormat.Q2_K, 40, 33, 1280)]
    public void ManyTilesHaveTheBitsOfTheReference(QuantFormat format, int m, int n, int k)
    {
        byte[] bytes = _bench.Blocks(format, n, k);
        float[] x = _bench.Activations(m, k);
        x[((m - 3) * k) + 7] = float.NaN;
        float[] expected = _bench.Product(_bench.Reference, format, bytes, x, null, m, n, k);
        foreach (CpuBackend cpu in _bench.Cpus)
            QuantizedBench.SameBits(expected, _bench.Product(cpu, format, bytes, x, null, m, n, k), $"{format} {m} x {n} x {k} on {cpu.Description}, vnni {cpu.UsesVnni}, matrix unit {cpu.UsesMatrixUnit}");
    }

    [Theory, MemberData(nameof(Formats))]
    public void ARowOfABatchIsTheRowAlone(QuantFormat format)
    {
        const int M = 29, N = 37, K = 512;
        byte[] bytes = _bench.Blocks(format, N, K);
        float[] x = _bench.Activations(M, K);
        foreach (CpuBackend cpu in _bench.Cpus)
        {
            float[] all = _bench.Product(cpu, format, bytes, x, null, M, N, K);
            for (int row = 0; row < M; row += 7)
                QuantizedBench.SameBits(all[(row * N)..((row + 1) * N)], _bench.Product(cpu, format, bytes, x[(row * K)..((row + 1) * K)], null, 1, N, K), $"{format} row {row} on {cpu.Description}");
            _bench.Clear();
        }
    }

    [Theory, MemberData(nameof(Formats))]
    public void ANonFiniteActivationMakesItsRowNaNOnEveryKernelSet(QuantFormat format)
    {
        const int M = 3, N = 33, K = 256;
        byte[] bytes = _bench.Blocks(format, N, K);
        foreach (float bad in new[] { float.NaN, float.PositiveInfinity, float.NegativeInfinity })
        {
            float[] x = _bench.Activations(M, K);
            x[K + 70] = bad;
            foreach (ReferenceBackend backend in _bench.Backends)
            {
                float[] y = _bench.Product(backend, format, bytes, x, null, M, N, K);
                // NF4 multiplies the number itself.
                for (int i = 0; i < y.Length; i++)
                    Assert.Equal(i / N == 1, format == QuantFormat.NF4 ? !float.IsFinite(y[i]) : float.IsNaN(y[i]));
            }
            _bench.Clear();
        }
    }

    [Theory, MemberData(nameof(Formats))]
    public void ProductsAreThoseOfDecodedWeightsUpToTheRoundingOfActivations(QuantFormat format)
    {
        const int M = 5, N = 21, K = 512;
        byte[] bytes = _bench.Blocks(format, N, K);
        float[] decoded = QuantizedBench.Decode(format, bytes, N * K);
        float[] x = _bench.Activations(M, K), y = _bench.Product(_bench.Cpus[0], format, bytes, x, null, M, N, K);
        for (int m = 0; m < M; m++)
        {
            for (int n = 0; n < N; n++)
            {
                double sum = 0, slack = 0, size = 0;
                for (int block = 0; block < K; block += 32)
                {
                    double largest = 0;
                    for (int i = block; i < block + 32; i++)
                        largest = Math.Max(largest, Math.Abs((double)x[(m * K) + i]));
                    for (int i = block; i < block + 32; i++)
                    {
                        double w = decoded[(n * K) + i];
                        sum += w * x[(m * K) + i];
                        size += Math.Abs(w * x[(m * K) + i]);
                        // Half a step of the activations' scale.
                        slack += Math.Abs(w) * largest / 254 * 1.0001;
                    }
                }
                Assert.InRange(y[(m * N) + n], sum - slack - (1e-5 * size) - 1e-30, sum + slack + (1e-5 * size) + 1e-30);
            }
        }
    }

    [Theory, MemberData(nameof(Formats))]
    public void IntegerActivationsGiveTheProductOfDecodedWeights(QuantFormat format)
    {
        // Blocks that hold 127 and integers are quantized without error: only the order of sums is left.
        const int M = 3, N = 40, K = 768;
        byte[] bytes = _bench.Blocks(format, N, K);
        float[] decoded = QuantizedBench.Decode(format, bytes, N * K);
        float[] x = [.. Enumerable.Range(0, M * K).Select(i => i % 32 == 0 ? 127f : _bench.Next(-127, 128))];
        float[] y = _bench.Product(_bench.Cpus[^1], format, bytes, x, null, M, N, K);
        for (int i = 0; i < y.Length; i++)
        {
            double sum = 0, size = 0;
            for (int k = 0; k < K; k++)
            {
                sum += (double)decoded[(i % N * K) + k] * x[(i / N * K) + k];
                size += Math.Abs((double)decoded[(i % N * K) + k] * x[(i / N * K) + k]);
            }
            Assert.InRange(y[i], sum - (3e-6 * size), sum + (3e-6 * size));
        }
    }

    [Theory, MemberData(nameof(Formats))]
    public void PackingIsUndoneExactlyForAnyRows(QuantFormat format)
    {
        const int N = 75;
        int k = Columns(format, 3), rowBytes = (int)format.RowBytes(k);
        byte[] bytes = _bench.Blocks(format, N, k);
        foreach (ReferenceBackend backend in _bench.Backends)
        {
            QuantizedTensor weight = backend.CreateQuantized(format, N, k);
            Assert.True(weight.SizeBytes <= (N + 31) * (long)rowBytes);
            foreach ((int first, int count) in new[] { (40, 35), (0, 7), (7, 33) })
                backend.PackBlocks(bytes.AsSpan(first * rowBytes, count * rowBytes), weight, first);
            foreach ((int first, int count) in new[] { (0, N), (31, 2), (74, 1) })
            {
                var again = new byte[count * rowBytes];
                backend.UnpackBlocks(weight, first, again);
                Assert.True(again.AsSpan().SequenceEqual(bytes.AsSpan(first * rowBytes, count * rowBytes)), $"{format} on {backend.Description}");
            }
            Assert.Throws<ArgumentException>(() => backend.PackBlocks(bytes, weight, 1));
            Assert.Throws<ArgumentException>(() => backend.UnpackBlocks(weight, 0, new byte[rowBytes - 1]));
            weight.Dispose();
        }
    }

    [Theory, MemberData(nameof(Formats))]
    public void DecodedAndGatheredRowsHaveTheBitsOfTheFormat(QuantFormat format)
    {
        const int N = 70;
        int k = Columns(format, 3);
        byte[] bytes = _bench.Blocks(format, N, k);
        float[] decoded = QuantizedBench.Decode(format, bytes, N * k);
        int[] ids = [69, 0, 33, 33, 31];
        foreach (ReferenceBackend backend in _bench.Backends)
        {
            QuantizedTensor weight = _bench.Pack(backend, format, bytes, N, k);
            foreach ((int first, int count) in new[] { (0, N), (30, 37) })
            {
                Tensor y = _bench.Make(backend, count, k);
                backend.DecodeRows(weight, first, y);
                QuantizedBench.SameBits(decoded[(first * k)..((first + count) * k)], QuantizedBench.Read(backend, y), $"{format} decoded on {backend.Description}");
            }
            Tensor gathered = _bench.Make(backend, ids.Length, k);
            backend.GatherQuantizedRows(weight, ids, gathered);
            QuantizedBench.SameBits([.. ids.SelectMany(id => decoded[(id * k)..((id + 1) * k)])], QuantizedBench.Read(backend, gathered), $"{format} gathered on {backend.Description}");
        }
    }

    [Theory, MemberData(nameof(Formats))]
    public void TheInputGradientHasTheBitsOfTheDecodedWeights(QuantFormat format)
    {
        foreach ((int m, int n, bool accumulate) in new[] { (1, 33, false), (7, 70, true), (20, 32, false) })
        {
            const int K = 512;
            byte[] bytes = _bench.Blocks(format, n, K);
            float[] decoded = QuantizedBench.Decode(format, bytes, n * K);
            float[] dy = _bench.Uniform(m * n), start = _bench.Uniform(m * K);
            Tensor expected = _bench.Upload(_bench.Reference, start, m, K);
            _bench.Reference.ProductInputGradient(_bench.Upload(_bench.Reference, dy, m, n), _bench.Upload(_bench.Reference, decoded, n, K), expected, accumulate);
            foreach (ReferenceBackend backend in _bench.Backends)
            {
                Tensor dx = _bench.Upload(backend, start, m, K);
                backend.QuantizedInputGradient(_bench.Upload(backend, dy, m, n), _bench.Pack(backend, format, bytes, n, K), dx, accumulate);
                QuantizedBench.SameBits(QuantizedBench.Read(_bench.Reference, expected), QuantizedBench.Read(backend, dx), $"{format} {m} x {n} on {backend.Description}");
            }
            _bench.Clear();
        }
    }

    [Fact]
    public void AProductAllocatesNothingOnceItHasRun()
    {
        const int M = 3, N = 96, K = 256;
        foreach (CpuBackend cpu in _bench.Cpus)
        {
            QuantizedTensor weight = _bench.Pack(cpu, QuantFormat.Q4_K, _bench.Blocks(QuantFormat.Q4_K, N, K), N, K);
            Tensor x = _bench.Upload(cpu, _bench.Activations(M, K), M, K), y = _bench.Make(cpu, M, N);
            int[] ids = [1, 95];
            Tensor rows = _bench.Make(cpu, 2, K);
            void Run()
            {
                cpu.QuantizedProduct(x, weight, default, y);
                cpu.GatherQuantizedRows(weight, ids, rows);
            }
            for (int i = 0; i < 3; i++)
                Run();
            long before = GC.GetAllocatedBytesForCurrentThread();
            Run();
            Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
        }
    }
}
