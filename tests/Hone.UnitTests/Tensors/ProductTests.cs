using Hone.Tensors;
using Xunit;

namespace Hone.UnitTests.Tensors;

public sealed class ProductTests : IDisposable
{
    private static readonly int[] Few = [1, 13, 34];
    private static readonly bool[] Both = [false, true];
    private readonly ProductBench _bench = new();

    public void Dispose() => _bench.Dispose();

    [Fact]
    public void EveryProductHasTheBitsOfTheReferenceAtSmallSizes()
    {
        // Each size runs densely beside a few of the other two.
        for (int size = 1; size <= 40; size++)
        {
            foreach (int one in Few)
            {
                foreach (int other in Few)
                {
                    All(size, one, other);
                    All(one, size, other);
                    All(one, other, size);
                }
            }
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public void EveryProductHasTheBitsOfTheReferenceAlongOneSize(int axis)
    {
        for (int size = 1; size <= 256; size++)
            All(axis == 0 ? size : 13, axis == 1 ? size : 20, axis == 2 ? size : 33);
    }

    [Theory]
    [InlineData(150, 1700, 70)] // chains longer than a slice
    [InlineData(1700, 70, 150)] // many rows, a tail of columns
    [InlineData(33000, 33, 2)] // chains longer than a packed part
    [InlineData(300, 544, 130)] // whole panels, packed
    [InlineData(90, 64, 1000)] // whole panels, read where they stand
    [InlineData(260, 130, 500)] // many blocks
    public void EveryProductHasTheBitsOfTheReferenceWhenItIsCutIntoBlocks(int m, int k, int n) => All(m, k, n);

    private void All(int m, int k, int n)
    {
        string size = $"{m} x {k} x {n}";
        Tensor x = _bench.Random(new Shape(m, k)), w = _bench.Random(new Shape(n, k)), dy = _bench.Random(new Shape(m, n));
        Tensor bias = _bench.Random(new Shape(n)), dx = _bench.Random(new Shape(m, k)), dw = _bench.Random(new Shape(n, k));
        Tensor wt = _bench.Random(new Shape(k, n));
        Tensor panels = _bench.Make(Backend.PanelShape(n, k));
        _bench.Reference.PackPanels(w, panels);
        Shape y = new(m, n);
        _bench.Compare($"PackPanels {size}", () => [_bench.Make(panels.Shape, 3)], (b, o) => b.PackPanels(w, o[0]));
        _bench.Compare($"Product {size}", () => [_bench.Make(y, 3)], (b, o) => b.Product(x, panels, default, o[0]));
        _bench.Compare($"Product with bias {size}", () => [_bench.Make(y, 3)], (b, o) => b.Product(x, panels, bias, o[0]));
        _bench.Compare($"ProductInputGradient {size}", () => [_bench.Make(dx.Shape, 3)], (b, o) => b.ProductInputGradient(dy, w, o[0], false));
        _bench.Compare($"ProductInputGradient accumulating {size}", () => [_bench.Clone(dx)], (b, o) => b.ProductInputGradient(dy, w, o[0], true));
        _bench.Compare($"ProductWeightGradient {size}", () => [_bench.Clone(dw)], (b, o) => b.ProductWeightGradient(dy, x, o[0]));
        _bench.Compare($"ProductWeightGradient from 0 {size}", () => [_bench.Make(dw.Shape, 3)], (b, o) => b.ProductWeightGradient(dy, x, o[0], false));
        foreach (bool accumulate in Both)
        {
            _bench.Compare(
                $"ProductGradients {accumulate} {size}", () => [_bench.Clone(dx), _bench.Clone(dw)],
                (b, o) => b.ProductGradients(dy, x, w, o[0], accumulate, o[1], !accumulate));
        }
        _bench.Compare($"BiasGradient {size}", () => [_bench.Clone(bias)], (b, o) => b.BiasGradient(dy, o[0]));
        _bench.Compare($"MatrixMultiply {size}", () => [_bench.Make(y, 3)], (b, o) => b.MatrixMultiply(x, wt, false, o[0]));
        _bench.Compare($"MatrixMultiply transposed {size}", () => [_bench.Make(y, 3)], (b, o) => b.MatrixMultiply(x, w, true, o[0]));
        _bench.Compare($"Transpose {size}", () => [_bench.Make(new Shape(k, m), 3)], (b, o) => b.Transpose(x, o[0]));
        _bench.CheckEdges(size);
    }

    [Fact]
    public void TheRowsOfABatchAreTheRowsComputedAlone()
    {
        const int M = 37, K = 65, N = 71;
        Tensor x = _bench.Random(new Shape(M, K)), w = _bench.Random(new Shape(N, K)), panels = _bench.Make(Backend.PanelShape(N, K));
        _bench.Reference.PackPanels(w, panels);
        foreach (CpuBackend cpu in _bench.Cpus)
        {
            Tensor whole = _bench.Make(new Shape(M, N)), row = _bench.Make(new Shape(1, N));
            cpu.Product(x, panels, default, whole);
            for (int m = 0; m < M; m++)
            {
                cpu.Product(x.Slice(m, 1), panels, default, row);
                ProductBench.SameBits(whole.Slice(m, 1), row, $"row {m}, {cpu.Description}");
            }
        }
    }

    [Fact]
    public void TheWeightGradientOfPartsInOrderIsThatOfTheWhole()
    {
        const int M = 301, K = 45, N = 34;
        Tensor x = _bench.Random(new Shape(M, K)), dy = _bench.Random(new Shape(M, N)), start = _bench.Random(new Shape(N, K));
        foreach (CpuBackend cpu in _bench.Cpus)
        {
            Tensor whole = _bench.Clone(start), parts = _bench.Clone(start);
            cpu.ProductWeightGradient(dy, x, whole);
            for (int m = 0, count; m < M; m += count)
            {
                count = Math.Min(_bench.Next(1, 60), M - m);
                cpu.ProductWeightGradient(dy.Slice(m, count), x.Slice(m, count), parts);
            }
            ProductBench.SameBits(whole, parts, cpu.Description);
        }
    }

    [Fact]
    public void TheSumIsNearTheFloat64Sum()
    {
        const int M = 9, K = 300, N = 40;
        Tensor x = _bench.Random(new Shape(M, K)), w = _bench.Random(new Shape(N, K)), y = _bench.Make(new Shape(M, N));
        Tensor panels = _bench.Make(Backend.PanelShape(N, K));
        foreach (CpuBackend cpu in _bench.Cpus)
        {
            cpu.PackPanels(w, panels);
            cpu.Product(x, panels, default, y);
            for (int m = 0; m < M; m++)
            {
                for (int n = 0; n < N; n++)
                {
                    double sum = 0;
                    for (int k = 0; k < K; k++)
                        sum += (double)x.HostRow(m)[k] * w.HostRow(n)[k];
                    Assert.Equal(sum, y.HostRow(m)[n], 1e-4);
                }
            }
        }
    }

    [Fact]
    public void ASecondCallAllocatesNothing()
    {
        const int M = 70, K = 96, N = 130;
        Tensor x = _bench.Random(new Shape(M, K)), w = _bench.Random(new Shape(N, K)), y = _bench.Random(new Shape(M, N)), dx = _bench.Make(x.Shape), dw = _bench.Make(w.Shape);
        Tensor bias = _bench.Random(new Shape(N)), panels = _bench.Make(Backend.PanelShape(N, K)), wt = _bench.Make(new Shape(K, N));
        foreach (CpuBackend cpu in _bench.Cpus)
        {
            long bytes = 0;
            for (int round = 0; round < 3; round++)
            {
                bytes = GC.GetAllocatedBytesForCurrentThread();
                cpu.PackPanels(w, panels);
                cpu.Product(x, panels, bias, y);
                cpu.ProductInputGradient(y, w, dx, false);
                cpu.ProductWeightGradient(y, x, dw);
                cpu.BiasGradient(y, bias);
                cpu.Transpose(w, wt);
                cpu.MatrixMultiply(x, wt, false, y);
                cpu.MatrixMultiply(x, w, true, y);
                bytes = GC.GetAllocatedBytesForCurrentThread() - bytes;
            }
            Assert.Equal(0, bytes);
        }
    }

    [Fact]
    public void ShapesThatDoNotFitAreRefused()
    {
        CpuBackend cpu = _bench.Cpus[0];
        Tensor x = _bench.Make(new Shape(3, 4)), w = _bench.Make(new Shape(5, 6)), y = _bench.Make(new Shape(3, 5));
        Assert.Throws<ArgumentException>(() => cpu.ProductInputGradient(y, w, x, false));
        Assert.Throws<ArgumentException>(() => cpu.ProductWeightGradient(y, x, w));
        Assert.Throws<ArgumentException>(() => cpu.Product(x, w, default, y));
        Assert.Throws<ArgumentException>(() => cpu.Transpose(x, y));
    }
}
