using Hone.Tensors;
using Xunit;

namespace Hone.UnitTests.Tensors;

/// <summary>Draws from rows of logits: ids of the reference, edges, and what the written rule says by itself.</summary>
public sealed class DrawTests : IDisposable
{
    private readonly ProductBench _bench = new();

    public void Dispose() => _bench.Dispose();

    [Theory]
    [InlineData(1)]
    [InlineData(15)]
    [InlineData(512)]
    [InlineData(1037)]
    [InlineData(3000)]
    public void DrawsAreThoseOfTheReference(int vocabulary)
    {
        const int Rows = 5, Draws = 40;
        Tensor logits = _bench.Random(new Shape(Rows, vocabulary), 12), lse = _bench.Make(new Shape(Rows));
        logits.HostSpan()[vocabulary / 2] = float.NegativeInfinity;
        if (vocabulary > 600)
            logits.HostSpan().Slice(2 * vocabulary, 600).Fill(float.NegativeInfinity);
        // A row of one certain id, and one of zeros whose normaliser is too large, so that the sum ends below u.
        logits.HostRow(3).Fill(float.NegativeInfinity);
        logits.HostRow(3)[vocabulary - 1] = 2;
        logits.HostRow(4).Clear();
        int[] rows = [.. Enumerable.Range(0, Draws).Select(i => i % Rows)];
        float[] scales = [.. rows.Select(r => r == 1 ? 0.7f : 1)];
        double[] uniforms = [.. Enumerable.Range(0, Draws).Select(i => i % 8 == 7 ? -1 : (i + 0.25) / Draws)];
        _bench.Reference.LogSumExp(logits, (float[])[1, 0.7f, 1, 1, 1], lse, default);
        lse.HostSpan()[4] += 3;
        _bench.Compare(
            $"DrawIds of {vocabulary}", () => [_bench.Make(new Shape(Draws, 2), 3)],
            (backend, o) => backend.DrawIds(logits, rows, scales, uniforms, lse, o[0]));
        _bench.CheckEdges("DrawIds");
    }

    [Fact]
    public void ADrawIsTheFirstIdWhoseSumExceedsTheNumber()
    {
        Tensor logits = _bench.Make(new Shape(1, 4)), lse = _bench.Make(new Shape(1)), drawn = _bench.Make(new Shape(6, 2));
        float[] p = [0, 0.25f, 0, 0.75f];
        for (int v = 0; v < 4; v++)
            logits.HostSpan()[v] = p[v] == 0 ? float.NegativeInfinity : MathF.Log(p[v]);
        foreach (Backend backend in (Backend[])[_bench.Reference, .. _bench.Cpus])
        {
            backend.DrawIds(logits, [0, 0, 0, 0, 0, 0], [1, 1, 1, 1, 1, 1], [0, 0.2, 0.3, 0.9, 0.9999999999, -1], lse, drawn);
            Assert.Equal([1, 1, 3, 3, 3, 3], Enumerable.Range(0, 6).Select(i => (int)drawn.HostSpan()[2 * i]));
            Assert.Equal(logits.HostSpan()[3], drawn.HostSpan()[11]);
        }
    }

    [Fact]
    public void WithoutAnyProbabilityTheLargestLogitIsTaken()
    {
        Tensor logits = _bench.Make(new Shape(2, 700)), lse = _bench.Make(new Shape(2), 1e30f);
        logits.HostRow(0)[650] = 5;
        logits.HostRow(0)[651] = 5;
        logits.HostRow(1)[640] = float.NaN;
        _bench.Compare(
            "DrawIds without probability", () => [_bench.Make(new Shape(2, 2))], (backend, o) => backend.DrawIds(logits, [0, 1], [1, 1], [0.5, 0.5], lse, o[0]));
        foreach (CpuBackend cpu in _bench.Cpus)
        {
            Assert.Throws<ArgumentException>(() => cpu.DrawIds(logits, [0, 2], [1, 1], [0, 0], lse, _bench.Make(new Shape(2, 2))));
            Assert.Throws<ArgumentException>(() => cpu.DrawIds(logits, [0, 1], [1, 1], [0, 0], lse, _bench.Make(new Shape(1, 2))));
        }
    }
}
