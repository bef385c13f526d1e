using Hone.Tensors;
using Xunit;

namespace Hone.UnitTests.Tensors;

/// <summary>Steps of many sequences, whose keys are written and read by one call: outputs and pages have the bits of the reference.</summary>
public sealed class StepAttentionTests : IDisposable
{
    private const int Layers = 3, Layer = 1;
    private readonly ProductBench _bench = new();

    public void Dispose() => _bench.Dispose();

    [Theory]
    [InlineData(4, 1, 64, 64)]
    [InlineData(3, 3, 64, 64)]
    [InlineData(2, 4, 64, 64)]
    [InlineData(1, 9, 32, 32)]
    [InlineData(2, 13, 16, 32)] // more rows than a tile
    [InlineData(1, 100, 8, 32)] // more heads than a block
    [InlineData(2, 2, 20, 128)]
    [InlineData(2, 1, 33, 96)]
    [InlineData(2, 2, 32, 40)] // values that fill no panel
    [InlineData(2, 2, 32, 32, 40)]
    [InlineData(2, 2, 32, 32, 0, 1.25f)]
    [InlineData(2, 2, 32, 32, 0, 0f, -0.5f)]
    public void StepsHaveTheBitsOfTheReference(int heads, int group, int headDim, int valueDim, int window = 0, float cap = 0, float scale = 0.2f)
    {
        var shape = new AttentionShape(heads * group, heads, headDim, valueDim, scale, window, cap);
        // Both sides of pages and of tiles of keys; as many sequences as make a step for any number of threads here.
        int[] lengths = [1, 2, 15, 16, 17, 31, 32, 33, 63, 64, 65, 97, 127, 128, 129, 160, 161, 256, 257, 300, 1, 128, 40, 8, 300, 33, 129, 5, 64, 65, 31, 2, 20];
        Check(shape, lengths, [.. lengths.Select(_ => 1)]);
    }

    [Fact]
    public void SequencesThatWaitOrGoOnByTwoRowsHaveTheBitsOfTheReference()
    {
        int[] lengths = [.. Enumerable.Range(0, 36).Select(i => 3 + (11 * i % 140))], rows = [.. Enumerable.Range(0, 36).Select(i => i % 3)];
        Check(new AttentionShape(6, 2, 64, 64, 0.1f), lengths, rows);
    }

    [Fact]
    public void ASecondStepAllocatesNothing()
    {
        var shape = new AttentionShape(6, 2, 64, 64, 0.1f);
        int[] lengths = [.. Enumerable.Range(1, 36)];
        (RaggedBatch batch, Tensor q, Tensor k, Tensor v) = Inputs(shape, lengths, [.. lengths.Select(_ => 1)], out int count);
        Tensor output = _bench.Make(q.Shape);
        using KeyValuePages pages = Pages(shape, count);
        foreach (CpuBackend cpu in _bench.Cpus)
        {
            long bytes = 0;
            for (int round = 0; round < 3; round++)
            {
                bytes = GC.GetAllocatedBytesForCurrentThread();
                cpu.WriteAndAttend(q, k, v, batch, pages, Layer, shape, output);
                bytes = GC.GetAllocatedBytesForCurrentThread() - bytes;
            }
            Assert.Equal(0, bytes);
        }
    }

    [Fact]
    public void WhatDoesNotFitIsRefused()
    {
        var shape = new AttentionShape(6, 2, 64, 64, 0.1f);
        int[] lengths = [.. Enumerable.Range(1, 36)];
        (RaggedBatch batch, Tensor q, Tensor k, Tensor v) = Inputs(shape, lengths, [.. lengths.Select(_ => 1)], out int count);
        Tensor output = _bench.Make(q.Shape);
        using KeyValuePages pages = Pages(shape, count);
        foreach (CpuBackend cpu in _bench.Cpus)
        {
            Assert.Throws<ArgumentException>(() => cpu.WriteAndAttend(q, k.Slice(0, 35), v, batch, pages, Layer, shape, output));
            Assert.Throws<ArgumentException>(() => cpu.WriteAndAttend(q, k, v.Slice(0, 35), batch, pages, Layer, shape, output));
            Assert.Throws<ArgumentException>(() => cpu.WriteAndAttend(q.Slice(0, 35), k, v, batch, pages, Layer, shape, output));
            Assert.Throws<ArgumentException>(() => cpu.WriteAndAttend(q, k, v, batch, pages, Layers, shape, output));
            Assert.Throws<ArgumentException>(() => cpu.WriteAndAttend(q, k, v, batch, pages, Layer, shape with { Causal = false }, output));
        }
    }

    private void Check(AttentionShape shape, int[] lengths, int[] rows)
    {
        (RaggedBatch batch, Tensor q, Tensor k, Tensor v) = Inputs(shape, lengths, rows, out int count);
        Tensor expected = _bench.Make(new Shape(batch.TokenCount, shape.QueryHeads, shape.ValueDim));
        using KeyValuePages wanted = Pages(shape, count);
        _bench.Reference.WriteAndAttend(q, k, v, batch, wanted, Layer, shape, expected);
        foreach (CpuBackend cpu in _bench.Cpus)
        {
            Tensor output = _bench.Make(expected.Shape, 3);
            using KeyValuePages pages = Pages(shape, count);
            cpu.WriteAndAttend(q, k, v, batch, pages, Layer, shape, output);
            ProductBench.SameBits(expected, output, $"{shape}, {cpu.Description}");
            for (int page = 0; page < count; page++)
                ProductBench.SameBits(wanted.Page(page), pages.Page(page), $"page {page}, {shape}, {cpu.Description}");
        }
        _bench.CheckEdges(shape.ToString());
    }

    // Sequences of the given lengths after some new rows each; pages in an order that has nothing to do with positions.
    private (RaggedBatch Batch, Tensor Q, Tensor K, Tensor V) Inputs(AttentionShape shape, int[] lengths, int[] rows, out int count)
    {
        int[][] tables = [.. lengths.Select(length => new int[(length + 31) / 32])];
        int pages = tables.Sum(table => table.Length), next = 0;
        count = pages;
        int stride = Enumerable.Range(pages / 3, pages).First(x => System.Numerics.BigInteger.GreatestCommonDivisor(x, pages) == 1);
        var batch = new RaggedBatch();
        for (int b = 0; b < lengths.Length; b++)
        {
            for (int i = 0; i < tables[b].Length; i++)
                tables[b][i] = (int)((long)next++ * stride % pages);
            batch.Add(rows[b], lengths[b] - rows[b], tables[b]);
        }
        return (batch, _bench.Random(new Shape(batch.TokenCount, shape.QueryHeads, shape.HeadDim), 4),
            _bench.Random(new Shape(batch.TokenCount, shape.KeyValueHeads, shape.HeadDim), 4), _bench.Random(new Shape(batch.TokenCount, shape.KeyValueHeads, shape.ValueDim), 2));
    }

    // The same numbers in every one: what sequences have read before.
    private KeyValuePages Pages(AttentionShape shape, int count)
    {
        var pages = new KeyValuePages(_bench.Reference, Layers, shape.KeyValueHeads, shape.HeadDim, shape.ValueDim);
        pages.Reserve(count);
        uint state = 1;
        for (int page = 0; page < count; page++)
        {
            foreach (ref float x in pages.Page(page).HostSpan())
                x = ((state = (state * 1664525) + 1013904223) >> 8) / 8388608f - 1f;
        }
        return pages;
    }
}
