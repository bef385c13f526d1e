using Hone.Tensors;
using Xunit;

namespace Hone.UnitTests.Tensors;

/// <summary>What adapters add to products: bits of the reference, and of the four ops that it stands for.</summary>
public sealed class LowRankTests : IDisposable
{
    private readonly ProductBench _bench = new();

    public void Dispose() => _bench.Dispose();

    [Theory]
    [InlineData(33, new[] { 16 }, new[] { 40 })]
    [InlineData(64, new[] { 16, 16, 16 }, new[] { 96, 32, 33 })]
    [InlineData(7, new[] { 1, 40 }, new[] { 5, 64 })]
    [InlineData(90, new[] { 64, 33, 8, 4 }, new[] { 1, 31, 70, 128 })]
    public void EveryChangeHasTheBitsOfTheReference(int columns, int[] ranks, int[] outputs)
    {
        foreach (int rows in (int[])[1, 2, 5, 12, 13, 24, 37, 64, 150])
            All(rows, columns, ranks, outputs);
    }

    [Fact]
    public void FewRowsOfLargeFactorsHaveTheBitsOfTheReference() => All(3, 2100, [64], [3000]);

    private void All(int rows, int columns, int[] ranks, int[] outputs)
    {
        string size = $"{rows} x {columns}, ranks {string.Join(' ', ranks)}";
        Tensor x = _bench.Random(new Shape(rows, columns));
        Tensor[] a = [.. ranks.Select(rank => Panels(_bench.Random(new Shape(rank, columns))))];
        Tensor[] b = [.. ranks.Select((rank, i) => Panels(_bench.Random(new Shape(outputs[i], rank))))];
        Tensor[] y = [.. outputs.Select(n => _bench.Random(new Shape(rows, n)))];
        _bench.Compare(
            $"AddLowRanks {size}",
            () => [.. ranks.Select(rank => _bench.Make(new Shape(rows, rank), 3)), .. y.Select(_bench.Clone)],
            (backend, o) => backend.AddLowRanks(x, Parts(o)));
        for (int i = 0; i < ranks.Length; i++)
        {
            (Tensor u, Tensor d) = (_bench.Make(new Shape(rows, ranks[i])), _bench.Make(y[i].Shape));
            Tensor own = _bench.Clone(y[i]), expected = _bench.Clone(y[i]);
            _bench.Reference.Product(x, a[i], default, u);
            _bench.Reference.Scale(u, 0.3f, u);
            _bench.Reference.Product(u, b[i], default, d);
            _bench.Reference.Add(expected, d, expected);
            _bench.Reference.AddLowRanks(x, [new LowRankPart(a[i], 0.3f, b[i], u, own)]);
            ProductBench.SameBits(expected, own, $"part {i} of {size}");
        }
        _bench.CheckEdges(size);

        LowRankPart[] Parts(Tensor[] o) =>
            [.. ranks.Select((_, i) => new LowRankPart(a[i], 0.3f, b[i], o[i], o[ranks.Length + i]))];
    }

    [Fact]
    public void BFloat16FactorsEnterAsTheirExactNumbers()
    {
        Tensor x = _bench.Random(new Shape(20, 40));
        using TensorStorage storage = _bench.Reference.Allocate(1 << 16);
        var a = new Tensor(storage, 0, Backend.PanelShape(9, 40), DType.BFloat16);
        var b = new Tensor(storage, 8192, Backend.PanelShape(50, 9), DType.BFloat16);
        foreach (ref ushort half in a.HostHalves())
            half = (ushort)_bench.Next(0x3e00, 0x3f80);
        foreach (ref ushort half in b.HostHalves())
            half = (ushort)_bench.Next(0xbe00, 0xbf80);
        _bench.Compare(
            "AddLowRanks of BFloat16", () => [_bench.Make(new Shape(20, 9)), _bench.Make(new Shape(20, 50), 1)],
            (backend, o) => backend.AddLowRanks(x, [new LowRankPart(a, 2f, b, o[0], o[1])]));
        _bench.CheckEdges("BFloat16");
    }

    [Theory]
    [InlineData(16, 40, 33)]
    [InlineData(16, 192, 64)]
    [InlineData(1, 5, 7)]
    [InlineData(40, 33, 100)]
    public void EveryGradientHasTheBitsOfTheReference(int rank, int outputs, int columns)
    {
        foreach (int rows in (int[])[1, 5, 12, 13, 37, 150])
        {
            Tensor dy = _bench.Random(new Shape(rows, outputs)), a = _bench.Random(new Shape(rank, columns)), b = _bench.Random(new Shape(outputs, rank));
            Tensor dx = _bench.Random(new Shape(rows, columns)), u = _bench.Make(new Shape(rows, rank));
            string size = $"{rows} x {outputs}, rank {rank}, {columns}";
            _bench.Compare(
                $"LowRankInputGradient {size}", () => [_bench.Make(u.Shape, 3), _bench.Clone(dx)],
                (backend, o) => backend.LowRankInputGradient(dy, b, 0.3f, a, o[0], o[1]));
            _bench.Compare(
                $"LowRankInputGradient without dx {size}", () => [_bench.Make(u.Shape, 3)],
                (backend, o) => backend.LowRankInputGradient(dy, b, 0.3f, a, o[0], default));
            _bench.Compare(
                $"One after the other {size}", () => [_bench.Make(u.Shape, 3), _bench.Clone(dx)],
                (backend, o) =>
                {
                    if (backend is ReferenceBackend)
                    {
                        backend.LowRankInputGradient(dy, b, 0.3f, a, o[0], o[1]);
                        return;
                    }
                    backend.ProductInputGradient(dy, b, o[0], false);
                    backend.Scale(o[0], 0.3f, o[0]);
                    backend.ProductInputGradient(o[0], a, o[1], true);
                });
            _bench.CheckEdges(size);
        }
    }

    [Fact]
    public void PartsThatDoNotFitAreRefused()
    {
        Tensor x = _bench.Random(new Shape(4, 40)), a = Panels(_bench.Random(new Shape(8, 40))), b = Panels(_bench.Random(new Shape(50, 8)));
        Tensor u = _bench.Make(new Shape(4, 8)), y = _bench.Make(new Shape(4, 50));
        foreach (CpuBackend cpu in _bench.Cpus)
        {
            Assert.Throws<ArgumentException>(() => cpu.AddLowRanks(x, [new LowRankPart(b, 1, b, u, y)]));
            Assert.Throws<ArgumentException>(() => cpu.AddLowRanks(x, [new LowRankPart(a, 1, a, u, y)]));
            Assert.Throws<ArgumentException>(() => cpu.AddLowRanks(x, [new LowRankPart(a, 1, b, u, _bench.Make(new Shape(3, 50)))]));
            Assert.Throws<ArgumentException>(() => cpu.AddLowRanks(x, [new LowRankPart(a, 1, b, _bench.Make(new Shape(4, 40)), y)]));
        }
    }

    private Tensor Panels(Tensor weight)
    {
        Tensor panels = _bench.Make(Backend.PanelShape(weight[0], weight[1]));
        _bench.Reference.PackPanels(weight, panels);
        return panels;
    }
}
