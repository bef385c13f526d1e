using Hone.Tensors;
using Xunit;

namespace Hone.UnitTests.Tensors;

/// <summary>Products with few rows: the bits of the reference on both sides of every border between the ways they are made.</summary>
public sealed class RowProductTests : IDisposable
{
    private readonly ProductBench _bench = new();

    public void Dispose() => _bench.Dispose();

    [Theory]
    [InlineData(1, 1)]
    [InlineData(3, 33)]
    [InlineData(130, 31)]
    [InlineData(64, 96)]
    [InlineData(257, 140)] // more panels than workers, the last one cut
    public void EveryNumberOfRowsHasTheBitsOfTheReference(int inputs, int outputs)
    {
        Tensor w = _bench.Random(new Shape(outputs, inputs)), bias = _bench.Random(new Shape(outputs));
        Tensor panels = _bench.Make(Backend.PanelShape(outputs, inputs));
        _bench.Reference.PackPanels(w, panels);
        for (int rows = 1; rows <= 40; rows++)
        {
            Tensor x = _bench.Random(new Shape(rows, inputs));
            string size = $"{rows} x {inputs} x {outputs}";
            _bench.Compare($"Product {size}", () => [_bench.Make(new Shape(rows, outputs), 3)], (b, o) => b.Product(x, panels, default, o[0]));
            _bench.Compare($"Product with bias {size}", () => [_bench.Make(new Shape(rows, outputs), 3)], (b, o) => b.Product(x, panels, bias, o[0]));
        }
        _bench.CheckEdges($"{inputs} x {outputs}");
    }

    [Theory]
    [InlineData(1, 600, 700)] // pieces for several workers
    [InlineData(12, 600, 330)]
    [InlineData(13, 4100, 70)] // panels too long to be read by several tiles
    [InlineData(36, 300, 100)]
    public void LargerProductsHaveTheBitsOfTheReference(int rows, int inputs, int outputs)
    {
        Tensor x = _bench.Random(new Shape(rows, inputs)), w = _bench.Random(new Shape(outputs, inputs)), bias = _bench.Random(new Shape(outputs));
        Tensor panels = _bench.Make(Backend.PanelShape(outputs, inputs));
        _bench.Reference.PackPanels(w, panels);
        _bench.Compare("Product", () => [_bench.Make(new Shape(rows, outputs), 3)], (b, o) => b.Product(x, panels, bias, o[0]));
        _bench.CheckEdges("Product");
    }

    [Fact]
    public void NoRowsAreNoWork()
    {
        Tensor panels = _bench.Make(Backend.PanelShape(5, 4)), nothing = _bench.Make(new Shape(0, 4)), y = _bench.Make(new Shape(0, 5));
        foreach (CpuBackend cpu in _bench.Cpus)
            cpu.Product(nothing, panels, default, y);
        _bench.CheckEdges("no rows");
    }

    [Fact]
    public void ASecondCallAllocatesNothing()
    {
        Tensor x = _bench.Random(new Shape(24, 96)), panels = _bench.Make(Backend.PanelShape(1000, 96)), y = _bench.Make(new Shape(24, 1000));
        foreach (CpuBackend cpu in _bench.Cpus)
        {
            long bytes = 0;
            for (int round = 0; round < 3; round++)
            {
                bytes = GC.GetAllocatedBytesForCurrentThread();
                cpu.Product(x, panels, default, y);
                cpu.Product(x.Slice(0, 1), panels, default, y.Slice(0, 1));
                bytes = GC.GetAllocatedBytesForCurrentThread() - bytes;
            }
            Assert.Equal(0, bytes);
        }
    }
}
