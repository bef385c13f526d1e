using Hone.Tensors;
using Xunit;

namespace Hone.UnitTests.Tensors;

/// <summary>An op on a BFloat16 weight has the bits of the float32 op on the widened weight, on every backend.</summary>
public sealed class BFloat16Tests : IDisposable
{
    private const ushort Canary = 0x5A5A;
    private const int Guard = 48;

    private readonly ProductBench _bench = new();
    private readonly List<TensorStorage> _halves = [];

    public void Dispose()
    {
        foreach (TensorStorage storage in _halves)
            storage.Dispose();
        _bench.Dispose();
    }

    private IEnumerable<Backend> Backends => [_bench.Reference, .. _bench.Cpus];

    // At an odd offset, with canaries on both sides.
    private Tensor Halves(Shape shape)
    {
        Tensor all = _bench.Reference.CreateTensor(new Shape(checked((int)shape.ElementCount) + (2 * Guard)), DType.BFloat16);
        _halves.Add(all.Storage);
        all.HostHalves().Fill(Canary);
        return new Tensor(all.Storage, Guard - 1, shape, DType.BFloat16);
    }

    // A weight in both types: random bits of a moderate exponent, zeros of both signs and subnormals among them.
    private (Tensor Half, Tensor Wide) Weight(int rows, int columns)
    {
        Tensor half = Halves(new Shape(rows, columns)), wide = _bench.Make(new Shape(rows, columns));
        Span<ushort> bits = half.HostHalves();
        for (int i = 0; i < bits.Length; i++)
        {
            int kind = _bench.Next(0, 20);
            bits[i] = kind switch
            {
                0 => 0,
                1 => 0x8000,
                2 => (ushort)_bench.Next(1, 0x80),
                _ => (ushort)((_bench.Next(0, 2) << 15) | (_bench.Next(120, 128) << 7) | _bench.Next(0, 128)),
            };
        }
        _bench.Reference.Download(half, wide.HostSpan());
        return (half, wide);
    }

    private void CheckEdges(string what)
    {
        _bench.CheckEdges(what);
        foreach (TensorStorage storage in _halves)
        {
            Span<ushort> all = new Tensor(storage, 0, new Shape((int)(storage.SizeBytes / 2)), DType.BFloat16).HostHalves();
            Assert.All(all[..(Guard - 1)].ToArray().Concat(all[^Guard..].ToArray()), x => Assert.Equal(Canary, x));
            storage.Dispose();
        }
        _halves.Clear();
    }

    private (Tensor Half, Tensor Wide) Panels(Backend backend, Tensor half, Tensor wide)
    {
        Shape shape = Backend.PanelShape(half[0], half[1]);
        Tensor halfPanels = Halves(shape), widePanels = _bench.Make(shape, 3);
        backend.PackPanels(half, halfPanels);
        backend.PackPanels(wide, widePanels);
        return (halfPanels, widePanels);
    }

    [Fact]
    public void UploadAndDownloadKeepEveryValue()
    {
        ushort[] all = [.. Enumerable.Range(0, 65536).Select(i => (ushort)i)];
        using var guard = new GuardBackend(_bench.Reference);
        foreach (Backend backend in Backends.Append(guard))
        {
            Tensor tensor = backend.CreateTensor(new Shape(65536), DType.BFloat16);
            backend.Upload(all, tensor);
            var values = new float[65536];
            backend.Download(tensor, values);
            for (int i = 0; i < all.Length; i++)
                Assert.Equal((uint)i << 16, BitConverter.SingleToUInt32Bits(values[i]));
            // A guard looks at a call when it runs it.
            if (backend != guard)
                Assert.Throws<ArgumentException>(() => backend.Upload(all.AsSpan(1), tensor));
            tensor.Storage.Dispose();
        }
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(7, 31)]
    [InlineData(64, 33)]
    [InlineData(300, 97)]
    public void PanelsAreMovedBits(int inputs, int outputs)
    {
        (Tensor half, Tensor wide) = Weight(outputs, inputs);
        (Tensor expected, Tensor _) = Panels(_bench.Reference, half, wide);
        for (int n = 0; n < expected[0] * 32; n++)
        {
            for (int k = 0; k < inputs; k++)
            {
                int place = n % 32 < 16 ? 2 * (n % 32) : (2 * (n % 32 - 16)) + 1;
                Assert.Equal(n < outputs ? half.HostHalves()[(n * inputs) + k] : 0, expected.HostHalves()[(((n / 32 * inputs) + k) * 32) + place]);
            }
        }
        foreach (CpuBackend cpu in _bench.Cpus)
            Assert.Equal(expected.HostHalves().ToArray(), Panels(cpu, half, wide).Half.HostHalves().ToArray());
        CheckEdges("panels");
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(20, 33)]
    [InlineData(129, 31)]
    [InlineData(260, 160)]
    public void ProductsOfFewRows(int inputs, int outputs)
    {
        (Tensor half, Tensor wide) = Weight(outputs, inputs);
        (Tensor halfPanels, Tensor widePanels) = Panels(_bench.Reference, half, wide);
        Tensor bias = _bench.Random(new Shape(outputs));
        for (int rows = 1; rows <= 40; rows++)
            Product(_bench.Random(new Shape(rows, inputs)), halfPanels, widePanels, bias, $"{rows} x {inputs} x {outputs}");
        CheckEdges("products");
    }

    [Theory]
    [InlineData(100, 33, 70)]
    [InlineData(77, 1030, 1100)] // more panels than are widened at once
    public void ProductsOfManyRows(int rows, int inputs, int outputs)
    {
        (Tensor half, Tensor wide) = Weight(outputs, inputs);
        (Tensor halfPanels, Tensor widePanels) = Panels(_bench.Reference, half, wide);
        Product(_bench.Random(new Shape(rows, inputs)), halfPanels, widePanels, _bench.Random(new Shape(outputs)), $"{rows} x {inputs} x {outputs}");
        CheckEdges("products");
    }

    private void Product(Tensor x, Tensor halfPanels, Tensor widePanels, Tensor bias, string what)
    {
        Shape shape = new(x[0], bias[0]);
        Tensor expected = _bench.Make(shape, 3), withBias = _bench.Make(shape, 3);
        _bench.Cpus[^1].Product(x, widePanels, default, expected);
        _bench.Cpus[^1].Product(x, widePanels, bias, withBias);
        bool small = shape.ElementCount * x[1] < 1 << 20;
        foreach (Backend backend in Backends.Where(b => small || b is CpuBackend))
        {
            Tensor actual = _bench.Make(shape, 3);
            backend.Product(x, halfPanels, default, actual);
            ProductBench.SameBits(expected, actual, $"{what}, {backend.Description}");
            backend.Product(x, halfPanels, bias, actual);
            ProductBench.SameBits(withBias, actual, $"{what} with bias, {backend.Description}");
        }
    }

    [Theory]
    [InlineData(1, 5, 3)]
    [InlineData(40, 70, 33)]
    [InlineData(13, 1500, 1100)] // chains that go on from part to part
    public void InputGradients(int rows, int outputs, int inputs)
    {
        (Tensor half, Tensor wide) = Weight(outputs, inputs);
        Tensor dy = _bench.Random(new Shape(rows, outputs)), start = _bench.Random(new Shape(rows, inputs));
        foreach (bool accumulate in new[] { false, true })
        {
            Tensor expected = _bench.Clone(start);
            _bench.Cpus[^1].ProductInputGradient(dy, wide, expected, accumulate);
            foreach (Backend backend in Backends.Where(b => b is CpuBackend || rows * outputs * inputs < 1 << 20))
            {
                Tensor actual = _bench.Clone(start);
                backend.ProductInputGradient(dy, half, actual, accumulate);
                ProductBench.SameBits(expected, actual, $"{rows} x {outputs} x {inputs}, {backend.Description}");
            }
        }
        CheckEdges("input gradients");
    }

    [Fact]
    public void EmbeddingRows()
    {
        foreach (int width in new[] { 1, 7, 32, 45, 130 })
        {
            (Tensor half, Tensor wide) = Weight(20, width);
            int[] ids = [0, 19, 7, 7, 3];
            Tensor expected = _bench.Make(new Shape(ids.Length, width));
            _bench.Reference.GatherRows(wide, ids, expected);
            foreach (Backend backend in Backends)
            {
                Tensor actual = _bench.Make(new Shape(ids.Length, width));
                backend.GatherRows(half, ids, actual);
                ProductBench.SameBits(expected, actual, $"width {width}, {backend.Description}");
            }
        }
        CheckEdges("embedding rows");
    }

    [Theory]
    [InlineData(3, 40, 700)]
    [InlineData(50, 24, 600)]
    public void TokenLogProbabilities(int rows, int width, int vocabulary)
    {
        (Tensor half, Tensor wide) = Weight(vocabulary, width);
        (Tensor halfPanels, Tensor widePanels) = Panels(_bench.Reference, half, wide);
        Tensor hidden = _bench.Random(new Shape(rows, width)), g = _bench.Random(new Shape(rows));
        int[] targets = [.. Enumerable.Range(0, rows).Select(r => r * 7 % vocabulary)];
        Tensor[] Run(Backend b, Tensor panels, Tensor weight)
        {
            var shape = new Shape(rows);
            Tensor[] o = [_bench.Make(shape), _bench.Make(shape), _bench.Make(shape), _bench.Make(hidden.Shape)];
            b.TokenLogProb(hidden, panels, vocabulary, targets, 0.8f, null, o[0], o[1], o[2]);
            b.TokenLogProbGradient(hidden, panels, weight, targets, 0.8f, null, o[1], o[2], g, default, o[3], default);
            return o;
        }
        Tensor[] expected = Run(_bench.Reference, widePanels, wide);
        foreach (Backend backend in Backends)
        {
            Tensor[] actual = Run(backend, halfPanels, half);
            for (int i = 0; i < actual.Length; i++)
                ProductBench.SameBits(expected[i], actual[i], $"output {i}, {backend.Description}");
        }
        CheckEdges("log-probabilities");
    }

    [Fact]
    public void TrainingIsRefused()
    {
        foreach (Backend backend in Backends)
        {
            Tensor half = backend.CreateTensor(new Shape(4, 4), DType.BFloat16), wide = backend.CreateTensor(new Shape(4, 4));
            using var parameter = new Parameter("w", half);
            Assert.False(parameter.IsTrainable);
            Assert.Throws<ArgumentException>(() => parameter.IsTrainable = true);
            using var gradients = new Gradients(backend);
            Assert.Throws<ArgumentException>(() => gradients.Accumulator(parameter, ParameterUse.Product));
            Assert.Throws<ArgumentException>(() => backend.ProductWeightGradient(wide, wide, half));
            Assert.Throws<ArgumentException>(() => backend.AdamW(half, wide, 1, wide, wide, new AdamWStep()));
            Assert.Throws<ArgumentException>(() => backend.Sgd(half, wide, 1, default, 0, false, 1, 0));
            Assert.Throws<ArgumentException>(() => backend.ScatterAddRows(wide, [0, 1, 2, 3], half));
            wide.Storage.Dispose();
        }
    }

    [Fact]
    public void ASecondCallAllocatesNothing()
    {
        (Tensor half, Tensor wide) = Weight(200, 96);
        (Tensor panels, Tensor _) = Panels(_bench.Reference, half, wide);
        Tensor x = _bench.Random(new Shape(100, 96)), y = _bench.Make(new Shape(100, 200));
        foreach (CpuBackend cpu in _bench.Cpus)
        {
            long bytes = 0;
            for (int round = 0; round < 3; round++)
            {
                bytes = GC.GetAllocatedBytesForCurrentThread();
                cpu.Product(x, panels, default, y);
                cpu.Product(x.Slice(0, 1), panels, default, y.Slice(0, 1));
                cpu.ProductInputGradient(y, half, x, false);
                bytes = GC.GetAllocatedBytesForCurrentThread() - bytes;
            }
            Assert.Equal(0, bytes);
            Assert.True(cpu.Ledger.ScratchBytes > 0 && cpu.Ledger.PeakBytes >= cpu.Ledger.ScratchBytes);
        }
    }
}
