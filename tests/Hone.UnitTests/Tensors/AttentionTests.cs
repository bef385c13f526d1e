using Hone.Tensors;
using Xunit;

namespace Hone.UnitTests.Tensors;

public sealed class AttentionTests : IDisposable
{
    private readonly ProductBench _bench = new();

    public void Dispose() => _bench.Dispose();

    private static RaggedBatch Batch(params int[] lengths)
    {
        var batch = new RaggedBatch();
        foreach (int length in lengths)
            batch.Add(length);
        return batch;
    }

    private static AttentionShape ShapeOf(int heads, int group, int headDim, int valueDim, int window = 0) =>
        new(heads * group, heads, headDim, valueDim, 1 / MathF.Sqrt(headDim), window);

    private (Tensor Q, Tensor K, Tensor V) Inputs(int rows, AttentionShape s) => (
        _bench.Random(new Shape(rows, s.QueryHeads, s.HeadDim), 4),
        _bench.Random(new Shape(rows, s.KeyValueHeads, s.HeadDim), 4),
        _bench.Random(new Shape(rows, s.KeyValueHeads, s.ValueDim), 2));

    // Forward and backward on every backend.
    private void Packed(RaggedBatch batch, AttentionShape s)
    {
        string what = $"{string.Join('+', batch.Offsets.ToArray())} {s}";
        int rows = batch.TokenCount;
        (Tensor q, Tensor k, Tensor v) = Inputs(rows, s);
        Shape queryShape = q.Shape, outShape = new(rows, s.QueryHeads, s.ValueDim), lseShape = new(rows, s.QueryHeads);
        _bench.Compare($"Attention {what}", () => [_bench.Make(outShape, 3), _bench.Make(lseShape, 3)], (b, o) => b.Attention(q, k, v, batch, s, o[0], o[1]));
        Tensor output = _bench.Make(outShape), lse = _bench.Make(lseShape), dout = _bench.Random(outShape);
        _bench.Reference.Attention(q, k, v, batch, s, output, lse);
        _bench.Compare(
            $"AttentionGradient {what}", () => [_bench.Make(queryShape, 3), _bench.Make(k.Shape, 3), _bench.Make(v.Shape, 3)],
            (b, o) => b.AttentionGradient(q, k, v, output, lse, dout, batch, s, o[0], o[1], o[2]));
        _bench.CheckEdges(what);
    }

    [Fact]
    public void RandomBatchesHaveTheBitsOfTheReference()
    {
        for (int round = 0; round < 150; round++)
        {
            int[] lengths = new int[_bench.Next(1, 5)];
            for (int b = 0; b < lengths.Length; b++)
                lengths[b] = _bench.Next(0, 41);
            int window = round % 2 == 0 ? 0 : _bench.Next(1, 50);
            Packed(Batch(lengths), ShapeOf(_bench.Next(1, 4), _bench.Next(1, 6), _bench.Next(1, 41), _bench.Next(1, 41), window));
        }
    }

    [Fact]
    public void RandomMasksAndSoftCapsHaveTheBitsOfTheReference()
    {
        for (int round = 0; round < 60; round++)
        {
            int[] lengths = new int[_bench.Next(1, 4)];
            for (int b = 0; b < lengths.Length; b++)
                lengths[b] = _bench.Next(0, 60);
            int window = round % 2 == 0 ? 0 : _bench.Next(1, 50);
            AttentionShape s = ShapeOf(_bench.Next(1, 3), _bench.Next(1, 5), _bench.Next(1, 41), _bench.Next(1, 41), window);
            Packed(Batch(lengths), s with { SoftCap = round % 3 == 0 ? 0 : 0.5f + (_bench.Next(0, 8) * 0.3f), Causal = round % 4 >= 2 });
        }
    }

    [Theory]
    [InlineData(0, 0f)]
    [InlineData(100, 0f)]
    [InlineData(1, 0f)]
    [InlineData(0, 1.5f)]
    public void SeveralKeyTilesInBothDirectionsHaveTheBitsOfTheReference(int window, float cap) =>
        Packed(Batch(270, 1, 129), ShapeOf(1, 3, 32, 32, window) with { Causal = false, SoftCap = cap });

    [Fact]
    public void EveryLengthHasTheBitsOfTheReference()
    {
        for (int length = 1; length <= 256; length += length < 64 ? 1 : 3)
            Packed(Batch(length), ShapeOf(1, 1 + (length % 2), 8, 8, length % 3 == 0 ? length / 2 : 0));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void EveryHeadWidthHasTheBitsOfTheReference(bool keys)
    {
        for (int width = 1; width <= 256; width += width < 66 ? 1 : 5)
            Packed(Batch(9, 17), ShapeOf(1, 2, keys ? width : 6, keys ? 6 : width));
    }

    [Theory]
    [InlineData(32, 2, 0)]
    [InlineData(32, 3, 100)]
    [InlineData(64, 1, 129)]
    [InlineData(64, 4, 7)]
    [InlineData(40, 2, 0)]
    public void SeveralKeyTilesHaveTheBitsOfTheReference(int width, int group, int window) =>
        Packed(Batch(300, 1, 129), ShapeOf(2, group, width, width, window));

    private KeyValuePages Pages(AttentionShape s, int layers, int count)
    {
        var pages = new KeyValuePages(_bench.Reference, layers, s.KeyValueHeads, s.HeadDim, s.ValueDim);
        pages.Reserve(count);
        // What no row has written must not matter, whatever it is.
        for (int page = 0; page < count; page++)
            pages.Page(page).HostSpan().Fill(float.NaN);
        return pages;
    }

    // Page numbers of several sequences in an order that has nothing to do with their positions.
    private int[][] Tables(int[] lengths, out int count)
    {
        int[] needed = [.. lengths.Select(x => ((x + 31) / 32) + 1)];
        int[] order = [.. Enumerable.Range(0, needed.Sum() + 3)];
        for (int i = order.Length - 1; i > 0; i--)
        {
            int j = _bench.Next(0, i + 1);
            (order[i], order[j]) = (order[j], order[i]);
        }
        count = order.Length;
        int next = 0;
        return [.. needed.Select(x => order[next..(next += x)])];
    }

    [Theory]
    [InlineData(8, 8, 0, 0f)]
    [InlineData(32, 32, 0, 0f)]
    [InlineData(32, 64, 40, 0f)]
    [InlineData(20, 33, 150, 0f)]
    [InlineData(32, 32, 40, 1.25f)]
    public void PagesInChunksGiveTheRowsOfTheWhole(int headDim, int valueDim, int window, float cap)
    {
        AttentionShape s = ShapeOf(2, 2, headDim, valueDim, window) with { SoftCap = cap };
        int[] lengths = [200, 1, 33, 90];
        RaggedBatch whole = Batch(lengths);
        (Tensor q, Tensor k, Tensor v) = Inputs(whole.TokenCount, s);
        Shape outShape = new(whole.TokenCount, s.QueryHeads, s.ValueDim);
        Tensor expected = _bench.Make(outShape);
        _bench.Reference.Attention(q, k, v, whole, s, expected, default);
        int[][] tables = Tables(lengths, out int count);
        foreach (Backend backend in _bench.Cpus.Append<Backend>(_bench.Reference))
        {
            using KeyValuePages pages = Pages(s, 3, count);
            int[] done = new int[lengths.Length];
            while (done.Sum() < lengths.Sum())
            {
                // Some sequences go on by a chunk, others by one row, others wait.
                var step = new RaggedBatch();
                var rows = new List<int>();
                for (int b = 0; b < lengths.Length; b++)
                {
                    int take = Math.Min(lengths[b] - done[b], _bench.Next(0, 3) switch { 0 => 0, 1 => 1, _ => _bench.Next(1, 80) });
                    if (take == 0)
                        continue;
                    step.Add(take, done[b], tables[b]);
                    rows.AddRange(Enumerable.Range(whole.Offsets[b] + done[b], take));
                    done[b] += take;
                }
                Tensor stepQ = Rows(q, rows), stepK = Rows(k, rows), stepV = Rows(v, rows);
                Tensor output = _bench.Make(new Shape(rows.Count, s.QueryHeads, s.ValueDim), 3);
                backend.WriteKeyValues(stepK, stepV, step, pages, 1);
                backend.PagedAttention(stepQ, step, pages, 1, s, output);
                ProductBench.SameBits(Rows(expected, rows), output, $"{backend.Description}, rows {string.Join(',', rows)}");
            }
        }
        _bench.CheckEdges("paged attention");
    }

    private Tensor Rows(Tensor source, List<int> rows)
    {
        Tensor result = _bench.Make(source.Shape.WithLeading(rows.Count));
        for (int i = 0; i < rows.Count; i++)
            source.Slice(rows[i], 1).HostSpan().CopyTo(result.Slice(i, 1).HostSpan());
        return result;
    }

    [Fact]
    public void WritingLeavesEverythingElseInThePagesAsItIs()
    {
        AttentionShape s = ShapeOf(2, 1, 5, 7);
        int[] lengths = [40, 3];
        int[][] tables = Tables(lengths, out int count);
        var batch = new RaggedBatch();
        batch.Add(40, 13, tables[0]);
        batch.Add(3, 31, tables[1]);
        (_, Tensor k, Tensor v) = Inputs(batch.TokenCount, s);
        using KeyValuePages expected = Pages(s, 2, count);
        _bench.Reference.WriteKeyValues(k, v, batch, expected, 1);
        foreach (CpuBackend cpu in _bench.Cpus)
        {
            using KeyValuePages pages = Pages(s, 2, count);
            cpu.WriteKeyValues(k, v, batch, pages, 1);
            for (int page = 0; page < count; page++)
                ProductBench.SameBits(expected.Page(page), pages.Page(page), $"page {page}, {cpu.Description}");
        }
    }

    [Fact]
    public void PagesBeforeTheWindowAreNotLookedAt()
    {
        AttentionShape s = ShapeOf(1, 2, 16, 16, window: 20);
        using KeyValuePages pages = Pages(s, 1, 8);
        (Tensor q, Tensor k, Tensor v) = Inputs(120, s);
        int[] table = [3, 1, 7, 0];
        var fill = new RaggedBatch();
        fill.Add(120, 0, table);
        _bench.Reference.WriteKeyValues(k, v, fill, pages, 0);
        var step = new RaggedBatch();
        step.Add(1, 119, table);
        var evicted = new RaggedBatch();
        evicted.Add(1, 119, [int.MinValue, int.MinValue, int.MinValue, 0]);
        Tensor query = q.Slice(119, 1), expected = _bench.Make(query.Shape), actual = _bench.Make(query.Shape);
        _bench.Reference.PagedAttention(query, step, pages, 0, s, expected);
        foreach (CpuBackend cpu in _bench.Cpus)
        {
            cpu.PagedAttention(query, evicted, pages, 0, s, actual);
            ProductBench.SameBits(expected, actual, cpu.Description);
        }
    }

    [Fact]
    public void ABatchIsItsSequencesAlone()
    {
        AttentionShape s = ShapeOf(2, 2, 32, 32);
        int[] lengths = [70, 5, 130, 33];
        RaggedBatch batch = Batch(lengths);
        (Tensor q, Tensor k, Tensor v) = Inputs(batch.TokenCount, s);
        Tensor dout = _bench.Random(q.Shape);
        foreach (CpuBackend cpu in _bench.Cpus)
        {
            Tensor[] together = Outputs(q, k, v), alone = Outputs(q, k, v);
            Both(cpu, q, k, v, dout, batch, s, together);
            for (int b = 0; b < lengths.Length; b++)
            {
                int at = batch.Offsets[b], n = lengths[b];
                Both(cpu, q.Slice(at, n), k.Slice(at, n), v.Slice(at, n), dout.Slice(at, n), Batch(n), s, [.. alone.Select(x => x.Slice(at, n))]);
            }
            for (int i = 0; i < together.Length; i++)
                ProductBench.SameBits(together[i], alone[i], $"output {i}, {cpu.Description}");
        }
    }

    private Tensor[] Outputs(Tensor q, Tensor k, Tensor v) =>
        [_bench.Make(q.Shape), _bench.Make(new Shape(q[0], q[1])), _bench.Make(q.Shape), _bench.Make(k.Shape), _bench.Make(v.Shape)];

    private static void Both(Backend backend, Tensor q, Tensor k, Tensor v, Tensor dout, RaggedBatch batch, AttentionShape s, Tensor[] o)
    {
        backend.Attention(q, k, v, batch, s, o[0], o[1]);
        backend.AttentionGradient(q, k, v, o[0], o[1], dout, batch, s, o[2], o[3], o[4]);
    }

    [Fact]
    public void ASecondCallAllocatesNothing()
    {
        AttentionShape s = ShapeOf(2, 2, 32, 20);
        RaggedBatch batch = Batch(50, 60);
        (Tensor q, Tensor k, Tensor v) = Inputs(110, s);
        Tensor output = _bench.Make(new Shape(110, 4, 20)), lse = _bench.Make(new Shape(110, 4)), dout = _bench.Random(output.Shape);
        Tensor dq = _bench.Make(q.Shape), dk = _bench.Make(k.Shape), dv = _bench.Make(v.Shape);
        int[][] tables = Tables([50, 60], out int count);
        using KeyValuePages pages = Pages(s, 1, count);
        var paged = new RaggedBatch();
        paged.Add(50, 0, tables[0]);
        paged.Add(60, 0, tables[1]);
        foreach (CpuBackend cpu in _bench.Cpus)
        {
            long bytes = 0;
            for (int round = 0; round < 3; round++)
            {
                bytes = GC.GetAllocatedBytesForCurrentThread();
                cpu.Attention(q, k, v, batch, s, output, lse);
                cpu.AttentionGradient(q, k, v, output, lse, dout, batch, s, dq, dk, dv);
                cpu.WriteKeyValues(k, v, paged, pages, 0);
                cpu.PagedAttention(q, paged, pages, 0, s, output);
                bytes = GC.GetAllocatedBytesForCurrentThread() - bytes;
            }
            Assert.Equal(0, bytes);
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(30)]
    public void ForwardAndGradientsAreNearTheFloat64Formula(int window)
    {
        AttentionShape s = ShapeOf(1, 2, 12, 10, window);
        const int T = 140;
        (Tensor q, Tensor k, Tensor v) = Inputs(T, s);
        Tensor output = _bench.Make(new Shape(T, 2, 10)), lse = _bench.Make(new Shape(T, 2)), dout = _bench.Random(output.Shape);
        Tensor dq = _bench.Make(q.Shape), dk = _bench.Make(k.Shape), dv = _bench.Make(v.Shape);
        double[] wantDq = new double[T * 24], wantDk = new double[T * 12], wantDv = new double[T * 10], wantOut = new double[T * 20];
        for (int t = 0; t < T; t++)
        {
            for (int h = 0; h < 2; h++)
            {
                int low = s.FirstKey(t);
                double[] p = new double[t + 1];
                double sum = 0, dot = 0;
                for (int j = low; j <= t; j++)
                {
                    for (int d = 0; d < 12; d++)
                        p[j] += (double)q.HostRow((2 * t) + h)[d] * k.HostRow(j)[d];
                    p[j] = Math.Exp(p[j] * s.Scale);
                    sum += p[j];
                }
                double[] dp = new double[t + 1];
                for (int j = low; j <= t; j++)
                {
                    p[j] /= sum;
                    for (int d = 0; d < 10; d++)
                    {
                        dp[j] += (double)dout.HostRow((2 * t) + h)[d] * v.HostRow(j)[d];
                        wantOut[(((2 * t) + h) * 10) + d] += p[j] * v.HostRow(j)[d];
                        wantDv[(j * 10) + d] += p[j] * dout.HostRow((2 * t) + h)[d];
                    }
                    dot += p[j] * dp[j];
                }
                for (int j = low; j <= t; j++)
                {
                    double ds = p[j] * (dp[j] - dot) * s.Scale;
                    for (int d = 0; d < 12; d++)
                    {
                        wantDq[(((2 * t) + h) * 12) + d] += ds * k.HostRow(j)[d];
                        wantDk[(j * 12) + d] += ds * q.HostRow((2 * t) + h)[d];
                    }
                }
            }
        }
        foreach (CpuBackend cpu in _bench.Cpus)
        {
            Both(cpu, q, k, v, dout, Batch(T), s, [output, lse, dq, dk, dv]);
            Near(wantOut, output);
            Near(wantDq, dq);
            Near(wantDk, dk);
            Near(wantDv, dv);
        }
    }

    private static void Near(double[] expected, Tensor actual)
    {
        for (int i = 0; i < expected.Length; i++)
            Assert.Equal(expected[i], actual.HostSpan()[i], 2e-4);
    }

    [Fact]
    public void MemoryGrowsWithTheLengthAndNotWithItsSquare()
    {
        AttentionShape s = ShapeOf(1, 1, 8, 8);
        long Bytes(int length)
        {
            using var cpu = new CpuBackend(2);
            (Tensor q, Tensor k, Tensor v) = Inputs(length, s);
            Tensor[] o = [_bench.Make(q.Shape), _bench.Make(new Shape(length, 1)), _bench.Make(q.Shape), _bench.Make(k.Shape), _bench.Make(v.Shape)];
            Both(cpu, q, k, v, q, Batch(length), s, o);
            return cpu.Scratch.SizeBytes;
        }
        long one = Bytes(512), four = Bytes(2048);
        Assert.True(four <= 4 * one, $"{one} bytes at 512 rows, {four} at 2048.");
    }

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(97)]
    public void EveryGroupSizeAndChunkHasTheBitsOfTheReference(int rows)
    {
        foreach (int group in new[] { 1, 3, 13 })
        {
            foreach (int width in new[] { 32, 20 })
                Chunks(ShapeOf(2, group, width, width, rows == 4 ? 50 : 0), rows, 0, 31, 140);
        }
    }

    // As many new rows of sequences that have so many already.
    private void Chunks(AttentionShape s, int rows, params int[] starts)
    {
        int[][] tables = Tables([.. starts.Select(x => x + rows)], out int count);
        RaggedBatch fill = new(), step = new();
        for (int b = 0; b < starts.Length; b++)
        {
            fill.Add(starts[b] + rows, 0, tables[b]);
            step.Add(rows, starts[b], tables[b]);
        }
        (_, Tensor k, Tensor v) = Inputs(fill.TokenCount, s);
        Tensor q = Inputs(step.TokenCount, s).Q;
        using KeyValuePages pages = Pages(s, 1, count);
        _bench.Reference.WriteKeyValues(k, v, fill, pages, 0);
        _bench.Compare($"{rows} rows {s}", () => [_bench.Make(q.Shape, 3)], (b, o) => b.PagedAttention(q, step, pages, 0, s, o[0]));
        _bench.CheckEdges("paged attention");
    }

    // Wide heads reach the size at which a worker no longer lays out a sequence for itself: at 257 keys forward, at 171 backward.
    [Theory]
    [InlineData(300, 0)]
    [InlineData(200, 150)]
    public void SequencesTooLongForAWorkerAloneHaveTheBitsOfTheReference(int length, int window)
    {
        Assert.True(length * 3 * 256 > AttentionOps.OwnFloats);
        Packed(Batch(length, 40), ShapeOf(2, 1, 256, 256, window));
        Chunks(ShapeOf(2, 2, 256, 256, window), 7, length, 60);
    }

    [Fact]
    public void EverySequenceAndHeadIsOnePiece()
    {
        for (int workers = 1; workers <= 4; workers++)
        {
            for (int sequences = 1; sequences <= 5; sequences++)
            {
                for (int heads = 1; heads <= 8; heads++)
                {
                    var found = Enumerable.Range(0, sequences * heads).Select(i => AttentionPieces.At(i, sequences, heads, workers)).ToHashSet();
                    Assert.Equal(sequences * heads, found.Count);
                    Assert.All(found, piece => Assert.True(piece.Sequence < sequences && piece.Head < heads));
                }
            }
        }
    }

    // The last quotient is made by corrections of a product; numbers that they cannot carry are divided.
    [Theory]
    [InlineData(0f)]
    [InlineData(1e-43f)]
    [InlineData(1e-36f)]
    [InlineData(1e-28f)]
    [InlineData(1e26f)]
    [InlineData(1e36f)]
    public void ValuesOfEverySizeHaveTheBitsOfTheReference(float size)
    {
        AttentionShape s = ShapeOf(2, 2, 16, 48);
        RaggedBatch batch = Batch(130, 40);
        (Tensor q, Tensor k, Tensor v) = Inputs(batch.TokenCount, s);
        foreach (ref float x in v.HostSpan())
            x = (_bench.Next(0, 4) == 0 ? 1 : x) * size;
        Shape outShape = new(batch.TokenCount, s.QueryHeads, s.ValueDim);
        _bench.Compare($"values of {size}", () => [_bench.Make(outShape, 3)], (b, o) => b.Attention(q, k, v, batch, s, o[0], default));
        _bench.CheckEdges("attention");
    }

    [Fact]
    public void ShapesThatDoNotFitAreRefused()
    {
        CpuBackend cpu = _bench.Cpus[0];
        AttentionShape s = ShapeOf(2, 2, 8, 8);
        (Tensor q, Tensor k, Tensor v) = Inputs(4, s);
        Assert.Throws<ArgumentException>(() => cpu.Attention(q, k, v, Batch(5), s, q, default));
        Assert.Throws<ArgumentException>(() => cpu.Attention(q, k, v, Batch(4), s with { QueryHeads = 3 }, q, default));
        Assert.Throws<ArgumentException>(() => cpu.Attention(q, k, v, Batch(4), s with { SoftCap = -1 }, q, default));
        Assert.Throws<ArgumentException>(() => cpu.AttentionGradient(q, k, v, q, default, q, Batch(4), s, q, k, v));
        using KeyValuePages pages = Pages(s, 1, 1);
        var step = new RaggedBatch();
        step.Add(4, 0, [0]);
        foreach (Backend backend in new Backend[] { cpu, _bench.Reference })
            Assert.Throws<ArgumentException>(() => backend.PagedAttention(q, step, pages, 0, s with { Causal = false }, q));
        Assert.Throws<ArgumentException>(() => cpu.PagedAttention(q, Batch(4), pages, 0, s, q));
        Assert.Throws<ArgumentException>(() => cpu.WriteKeyValues(k, v, Batch(4), pages, 1));
    }
}
