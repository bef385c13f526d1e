using Hone.Tensors;
using Xunit;

namespace Hone.UnitTests.Tensors;

/// <summary>Keys and values of every cache precision: one rounding, in pages and without them, whatever computes it.</summary>
public sealed class CacheDTypeTests : IDisposable
{
    private readonly ProductBench _bench = new();

    public void Dispose() => _bench.Dispose();

    public static TheoryData<CacheDType> Types => [CacheDType.Float32, CacheDType.BFloat16, CacheDType.Int8];

    public static TheoryData<CacheDType> Rounded => [CacheDType.BFloat16, CacheDType.Int8];

    [Theory]
    [MemberData(nameof(Types))]
    public void EveryWidthIsRoundedToTheBitsOfTheReference(CacheDType type)
    {
        for (int width = 1; width <= 70; width++)
        {
            Tensor x = _bench.Random(new Shape(5, 3, width), MathF.ScaleB(1, width - 35));
            x.Slice(1, 1).HostSpan().Clear();
            _bench.Compare($"{type}, width {width}", () => [_bench.Make(x.Shape, 3)], (b, o) => b.RoundToCache(x, type, o[0]));
            _bench.Compare($"{type}, width {width}, in place", () => [_bench.Clone(x)], (b, o) => b.RoundToCache(o[0], type, o[0]));
            _bench.CheckEdges($"{type}, width {width}");
        }
        Tensor many = _bench.Random(new Shape(700, 2, 64));
        _bench.Compare($"{type}, several pieces", () => [_bench.Make(many.Shape, 3)], (b, o) => b.RoundToCache(many, type, o[0]));
    }

    [Fact]
    public void BFloat16IsTheNearestWithTiesToEven()
    {
        float[] from = [1f, -0f, 1.00390625f, 1.01171875f, 1.0039064f, -1.00390625f, float.MaxValue, float.Epsilon, 9.1835e-41f, float.PositiveInfinity];
        float[] to = [1f, -0f, 1f, 1.015625f, 1.0078125f, -1f, float.PositiveInfinity, 0f, 9.1835e-41f, float.PositiveInfinity];
        Assert.Equal(to, Round(CacheDType.BFloat16, from));
        Assert.All(Round(CacheDType.BFloat16, [float.NaN, BitConverter.UInt32BitsToSingle(0x7F800001), 1f])[..2], x => Assert.True(float.IsNaN(x)));
    }

    [Fact]
    public void Int8IsTheNearestStepOfTheLargestWithTiesToEven()
    {
        Assert.Equal([127f, -127f, 0f, 2f, 2f, -2f, 4f, 0f], Round(CacheDType.Int8, [127f, -127f, 0.5f, 1.5f, 2.5f, -1.5f, 3.5f, -0.5f]));
        Assert.Equal([0f, 0f, 0f], Round(CacheDType.Int8, [0f, -0f, 0f]));
        // The scale of the smallest numbers rounds: to 0, or to less than a 127th of the largest.
        float least = float.Epsilon;
        Assert.Equal([0f, 0f], Round(CacheDType.Int8, [least, -3 * least]));
        Assert.Equal([127 * least, 100 * least, -127 * least], Round(CacheDType.Int8, [189 * least, 100 * least, -150 * least]));
        float[] large = Round(CacheDType.Int8, [3e38f, -3e38f, 1e38f]);
        Assert.All(large, x => Assert.True(float.IsFinite(x)));
        Assert.InRange(large[0] / 3e38f, 0.9999998f, 1.0000002f);
    }

    [Theory]
    [InlineData(float.NaN)]
    [InlineData(float.PositiveInfinity)]
    [InlineData(float.NegativeInfinity)]
    public void Int8HidesNothingThatIsNotFinite(float wrong)
    {
        for (int at = 0; at < 20; at++)
        {
            float[] row = [.. Enumerable.Range(1, 20).Select(x => (float)x)];
            row[at] = wrong;
            Assert.All(Round(CacheDType.Int8, row), x => Assert.True(float.IsNaN(x)));
        }
    }

    // The same numbers on every backend.
    private float[] Round(CacheDType type, float[] row)
    {
        Tensor x = _bench.Make(new Shape(1, 1, row.Length)), y = _bench.Make(x.Shape);
        row.CopyTo(x.HostSpan());
        _bench.Reference.RoundToCache(x, type, y);
        float[] expected = y.HostSpan().ToArray();
        foreach (CpuBackend cpu in _bench.Cpus)
        {
            cpu.RoundToCache(x, type, y);
            Assert.Equal(expected, y.HostSpan().ToArray());
        }
        return expected;
    }

    [Theory]
    [InlineData(CacheDType.BFloat16, 0.00391)]
    [InlineData(CacheDType.Int8, 0.00394)]
    public void RoundedNumbersAreNear(CacheDType type, double share)
    {
        Tensor x = _bench.Random(new Shape(200, 2, 48), 7), y = _bench.Make(x.Shape);
        _bench.Cpus[0].RoundToCache(x, type, y);
        int changed = 0;
        for (int row = 0; row < 400; row++)
        {
            float largest = x.HostRow(row).ToArray().Max(MathF.Abs);
            for (int d = 0; d < 48; d++)
            {
                Assert.True(Math.Abs(x.HostRow(row)[d] - (double)y.HostRow(row)[d]) <= share * largest);
                changed += x.HostRow(row)[d] != y.HostRow(row)[d] ? 1 : 0;
            }
        }
        Assert.True(changed > 18000, $"Only {changed} of 19200 numbers have been rounded.");
    }

    [Fact]
    public void PagesTakeTheBytesOfTheirPrecision()
    {
        using KeyValuePages full = new(_bench.Reference, 3, 2, 64, 64), half = new(_bench.Reference, 3, 2, 64, 64, CacheDType.BFloat16), bytes = new(_bench.Reference, 3, 2, 64, 64, CacheDType.Int8);
        Assert.Equal(3 * 2 * 32 * (64 + 64) * 4, full.PageBytes);
        Assert.Equal(full.PageBytes, 2 * half.PageBytes);
        Assert.Equal(3 * 2 * 32 * (64 + 4 + 64 + 4), bytes.PageBytes);
    }

    private static AttentionShape ShapeOf(int headDim, int valueDim, int window, float cap) => new(4, 2, headDim, valueDim, 1 / MathF.Sqrt(headDim), window, cap);

    private KeyValuePages Pages(AttentionShape s, CacheDType type, int count, Backend? backend = null)
    {
        var pages = new KeyValuePages(backend ?? _bench.Reference, 2, s.KeyValueHeads, s.HeadDim, s.ValueDim, type);
        pages.Reserve(count);
        // What no row has written must not matter, whatever it is.
        for (int page = 0; page < count; page++)
            pages.Page(page).HostSpan().Fill(float.NaN);
        return pages;
    }

    public static TheoryData<CacheDType, int, int, int, float> Shapes()
    {
        var data = new TheoryData<CacheDType, int, int, int, float>();
        foreach (CacheDType type in (CacheDType[])[CacheDType.BFloat16, CacheDType.Int8])
        {
            data.Add(type, 8, 8, 0, 0f);
            data.Add(type, 32, 32, 0, 0f);
            data.Add(type, 64, 64, 0, 0f);
            data.Add(type, 32, 64, 40, 0f);
            data.Add(type, 20, 33, 150, 0f);
            data.Add(type, 300, 70, 0, 0f);
            data.Add(type, 32, 32, 40, 1.25f);
        }
        return data;
    }

    [Theory]
    [MemberData(nameof(Shapes))]
    public void PagesInChunksGiveTheRowsOfPackedAttentionOverRoundedKeys(CacheDType type, int headDim, int valueDim, int window, float cap)
    {
        AttentionShape s = ShapeOf(headDim, valueDim, window, cap);
        const int Length = 200;
        var whole = new RaggedBatch();
        whole.Add(Length);
        Tensor q = _bench.Random(new Shape(Length, 4, headDim), 4), k = _bench.Random(new Shape(Length, 2, headDim), 4), v = _bench.Random(new Shape(Length, 2, valueDim), 2);
        Tensor roundedK = _bench.Make(k.Shape), roundedV = _bench.Make(v.Shape), expected = _bench.Make(new Shape(Length, 4, valueDim));
        _bench.Reference.RoundToCache(k, type, roundedK);
        _bench.Reference.RoundToCache(v, type, roundedV);
        _bench.Reference.Attention(q, roundedK, roundedV, whole, s, expected, default);
        int[] table = [5, 0, 7, 2, 3, 6, 1];
        int[][] chunkings = [[200], [1, 1, 30, 1, 4, 90, 1, 72], [150, .. Enumerable.Repeat(1, 50)]];
        foreach (int[] chunks in chunkings)
        {
            // The reference is slow: once, in the most uneven chunks.
            foreach (Backend backend in chunks.Length == 8 ? _bench.Cpus.Append<Backend>(_bench.Reference) : _bench.Cpus)
            {
                using KeyValuePages pages = Pages(s, type, 8);
                int done = 0;
                foreach (int rows in chunks)
                {
                    var step = new RaggedBatch();
                    step.Add(rows, done, table);
                    Tensor output = _bench.Make(new Shape(rows, 4, valueDim), 3);
                    backend.WriteKeyValues(k.Slice(done, rows), v.Slice(done, rows), step, pages, 1);
                    backend.PagedAttention(q.Slice(done, rows), step, pages, 1, s, output);
                    ProductBench.SameBits(expected.Slice(done, rows), output, $"{backend.Description}, {type}, {rows} rows at {done}");
                    done += rows;
                }
            }
        }
        _bench.CheckEdges("paged attention");
    }

    [Theory]
    [MemberData(nameof(Rounded))]
    public void EveryBackendWritesTheSameBytesAndNoOthers(CacheDType type)
    {
        AttentionShape s = ShapeOf(37, 19, 0, 0);
        var batch = new RaggedBatch();
        batch.Add(40, 13, [4, 1]);
        batch.Add(3, 31, [0, 3]);
        Tensor k = _bench.Random(new Shape(43, 2, 37), 9), v = _bench.Random(new Shape(43, 2, 19), 9);
        using KeyValuePages expected = Pages(s, type, 6);
        _bench.Reference.WriteKeyValues(k, v, batch, expected, 1);
        Assert.Contains(expected.Page(1).HostSpan().ToArray(), x => !float.IsNaN(x));
        foreach (CpuBackend cpu in _bench.Cpus)
        {
            using KeyValuePages pages = Pages(s, type, 6);
            cpu.WriteKeyValues(k, v, batch, pages, 1);
            for (int page = 0; page < 6; page++)
                ProductBench.SameBits(expected.Page(page), pages.Page(page), $"{type}, page {page}, {cpu.Description}");
        }
    }

    [Theory]
    [MemberData(nameof(Rounded))]
    public void ASecondCallAllocatesNothing(CacheDType type)
    {
        AttentionShape s = ShapeOf(32, 20, 0, 0);
        Tensor q = _bench.Random(new Shape(110, 4, 32)), k = _bench.Random(new Shape(110, 2, 32)), v = _bench.Random(new Shape(110, 2, 20));
        Tensor output = _bench.Make(new Shape(110, 4, 20)), rounded = _bench.Make(k.Shape);
        using KeyValuePages pages = Pages(s, type, 5);
        var paged = new RaggedBatch();
        paged.Add(110, 0, [0, 4, 2, 1]);
        foreach (CpuBackend cpu in _bench.Cpus)
        {
            long bytes = 0;
            for (int round = 0; round < 3; round++)
            {
                bytes = GC.GetAllocatedBytesForCurrentThread();
                cpu.RoundToCache(k, type, rounded);
                cpu.WriteKeyValues(k, v, paged, pages, 0);
                cpu.PagedAttention(q, paged, pages, 0, s, output);
                bytes = GC.GetAllocatedBytesForCurrentThread() - bytes;
            }
            Assert.Equal(0, bytes);
        }
    }

    // The documented estimator: with r = round(k), dk is the dr of attention over r, unchanged.
    [Theory]
    [MemberData(nameof(Types))]
    public void TheGradientPassesStraightThrough(CacheDType type)
    {
        CpuBackend cpu = _bench.Cpus[^1];
        AttentionShape s = new(2, 1, 16, 16, 0.25f);
        var batch = new RaggedBatch();
        batch.Add(45);
        using var weight = new Parameter("k", _bench.Random(new Shape(16, 24)));
        using var packed = new PackedMatrix(cpu, weight);
        using var context = new ComputeContext(cpu);
        using var tape = new Tape(cpu);
        using var gradients = new Gradients(cpu);
        Tensor x = _bench.Random(new Shape(45, 24)), q = _bench.Random(new Shape(45, 2, 16), 4), v = _bench.Random(new Shape(45, 1, 16)), dout = _bench.Random(q.Shape);
        context.Tape = tape;
        Tensor k = context.Linear(x, packed).Reshape(new Shape(45, 1, 16));
        Tensor unrounded = _bench.Clone(k), rounded = _bench.Make(k.Shape);
        context.RoundToCache(k, type);
        Tensor output = context.Attention(q, k, v, batch, s);
        cpu.RoundToCache(unrounded, type, rounded);
        ProductBench.SameBits(rounded, k, "rounded keys");
        Tensor outputOf = _bench.Make(output.Shape), lse = _bench.Make(new Shape(45, 2)), dq = _bench.Make(q.Shape), dk = _bench.Make(k.Shape), dv = _bench.Make(v.Shape), dw = _bench.Make(weight.Value.Shape);
        cpu.Attention(q, rounded, v, batch, s, outputOf, lse);
        cpu.AttentionGradient(q, rounded, v, outputOf, lse, dout, batch, s, dq, dk, dv);
        cpu.ProductWeightGradient(dk.Reshape(new Shape(45, 16)), x, dw);
        tape.Seed(output, dout);
        tape.Backward(gradients, context);
        ProductBench.SameBits(dw, gradients.Total(weight), $"gradient with {type}");
        Assert.Contains(dw.HostSpan().ToArray(), g => g != 0);
    }
}
