using System.Runtime.CompilerServices;

namespace Hone.Tensors;

/// <summary>Rounding to a cache's precision, and pages of one: what the attention ops need of them.</summary>
internal static unsafe class CacheOps
{
    /// <summary><see cref="Backend.RoundToCache"/>.</summary>
    public static void Round(CpuBackend cpu, Tensor x, CacheDType type, Tensor y)
    {
        LaneOps.Require(x.Shape == y.Shape, x, y);
        if (type == CacheDType.Float32)
        {
            if (x.Floats != y.Floats)
                cpu.Copy(x, y);
            return;
        }
        var work = new RoundToCacheWork(cpu.Set, x.Floats, y.Floats, LaneOps.Rows(x), x.Shape.Last, type);
        cpu.Workers.Run(ref work, work.Pieces);
    }

    /// <summary><see cref="Backend.WriteKeyValues"/> into pages that are not float32; sizes have been checked.</summary>
    public static void Write(CpuBackend cpu, Tensor k, Tensor v, RaggedBatch batch, KeyValuePages pages, int layer)
    {
        switch (cpu.Set)
        {
            case KernelSet.Avx512:
                var wide = new WriteRoundedWork<Lanes512>(k.Floats, v.Floats, batch, pages, layer);
                cpu.Workers.Run(ref wide, wide.Pieces);
                break;
            case KernelSet.Avx2:
                var middle = new WriteRoundedWork<Lanes256>(k.Floats, v.Floats, batch, pages, layer);
                cpu.Workers.Run(ref middle, middle.Pieces);
                break;
            default:
                var narrow = new WriteRoundedWork<Lanes128>(k.Floats, v.Floats, batch, pages, layer);
                cpu.Workers.Run(ref narrow, narrow.Pieces);
                break;
        }
    }

    /// <summary>Keys of a page of one layer and head as [Dh, 32], and its first values as panels of 32 columns, in float32.</summary>
    /// <param name="pages">Pages that are not float32.</param>
    /// <param name="page">Page.</param>
    /// <param name="layer">Layer.</param>
    /// <param name="head">Key/value head.</param>
    /// <param name="rows">Values wanted.</param>
    /// <param name="keys">[Dh, 32].</param>
    /// <param name="panels">First row of the first panel.</param>
    /// <param name="panelStride">Floats between panels.</param>
    public static void Widen<T>(KeyValuePages pages, int page, int layer, int head, int rows, float* keys, float* panels, nint panelStride)
        where T : unmanaged, ILanes<T>
    {
        byte* block = pages.Head(page, layer, head);
        float* scales = pages.Type == CacheDType.Int8 ? (float*)block : null;
        CacheKernels.WidenKeys<T>(block + pages.KeyOffset, scales, pages.HeadDim, keys);
        CacheKernels.WidenValues<T>(
            block + pages.ValueOffset, scales is null ? null : scales + KeyValuePages.PageTokens, pages.ValueDim, rows, panels, panelStride);
    }
}

/// <summary><see cref="Backend.RoundToCache"/>: pieces are rows of heads.</summary>
internal readonly unsafe struct RoundToCacheWork(KernelSet set, float* x, float* y, int rows, int width, CacheDType type) : IParallelWork
{
    /// <summary>Number of pieces.</summary>
    public int Pieces => LaneOps.Pieces(rows, LaneOps.RowsPerPiece(width));

    /// <inheritdoc/>
    public void Execute(int index, int worker)
    {
        int each = LaneOps.RowsPerPiece(width), from = index * each, to = Math.Min(rows, from + each);
        nint start = (nint)from * width;
        if (type == CacheDType.BFloat16)
        {
            CacheKernels.RoundBFloat16(x + start, (long)(to - from) * width, y + start);
            return;
        }
        for (; from < to; from++, start += width)
        {
            switch (set)
            {
                case KernelSet.Avx512:
                    CacheKernels.RoundInt8<Lanes512>(x + start, width, y + start);
                    break;
                case KernelSet.Avx2:
                    CacheKernels.RoundInt8<Lanes256>(x + start, width, y + start);
                    break;
                default:
                    CacheKernels.RoundInt8<Lanes128>(x + start, width, y + start);
                    break;
            }
        }
    }
}

/// <summary>Rounds new keys and values of each sequence into its pages; a piece is one sequence and head.</summary>
internal readonly unsafe struct WriteRoundedWork<T>(float* k, float* v, RaggedBatch batch, KeyValuePages pages, int layer) : IParallelWork
    where T : unmanaged, ILanes<T>
{
    private const int Tokens = KeyValuePages.PageTokens;

    // Numbers of a key that are rounded before they are spread over the page.
    private const int Part = 256;

    /// <summary>Number of pieces.</summary>
    public int Pieces => batch.SequenceCount * pages.KeyValueHeads;

    /// <inheritdoc/>
    public void Execute(int index, int worker)
    {
        int heads = pages.KeyValueHeads, sequence = index / heads, h = index % heads;
        int row = batch.Offsets[sequence], end = batch.Offsets[sequence + 1], position = batch.StartPositions[sequence];
        ReadOnlySpan<int> table = batch.Pages[batch.PageOffsets[sequence]..batch.PageOffsets[sequence + 1]];
        for (; row < end; row++, position++)
        {
            byte* block = pages.Head(table[position / Tokens], layer, h);
            nint from = ((nint)row * heads) + h;
            if (pages.Type == CacheDType.BFloat16)
                Halves(block, position % Tokens, k + (from * pages.HeadDim), v + (from * pages.ValueDim));
            else
                Bytes(block, position % Tokens, k + (from * pages.HeadDim), v + (from * pages.ValueDim));
        }
    }

    [SkipLocalsInit]
    private void Halves(byte* block, int slot, float* key, float* value)
    {
        ushort* part = stackalloc ushort[Part], keys = (ushort*)(block + pages.KeyOffset) + slot;
        for (int d = 0; d < pages.HeadDim; d += Part)
        {
            int count = Math.Min(Part, pages.HeadDim - d);
            CacheKernels.Narrow(key + d, count, part);
            for (int i = 0; i < count; i++)
                keys[(d + i) * Tokens] = part[i];
        }
        CacheKernels.Narrow(value, pages.ValueDim, (ushort*)(block + pages.ValueOffset) + (slot * pages.ValueDim));
    }

    [SkipLocalsInit]
    private void Bytes(byte* block, int slot, float* key, float* value)
    {
        float* scales = (float*)block;
        float scale = CacheKernels.Scale<T>(key, pages.HeadDim);
        scales[slot] = scale;
        sbyte* part = stackalloc sbyte[Part], keys = (sbyte*)(block + pages.KeyOffset) + slot;
        for (int d = 0; d < pages.HeadDim; d += Part)
        {
            int count = Math.Min(Part, pages.HeadDim - d);
            CacheKernels.Quantize<T>(key + d, count, scale, part);
            for (int i = 0; i < count; i++)
                keys[(d + i) * Tokens] = part[i];
        }
        scale = CacheKernels.Scale<T>(value, pages.ValueDim);
        scales[Tokens + slot] = scale;
        CacheKernels.Quantize<T>(value, pages.ValueDim, scale, (sbyte*)(block + pages.ValueOffset) + (slot * pages.ValueDim));
    }
}
