using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.X86;

namespace Hone.Tensors;

/// <summary>
/// Lays packed keys and values out in the forms that the register tiles read: transposed pages [width, 32], in which the scores
/// of 32 keys are one vector chain, and panels [32 columns] of consecutive rows, columns padded with zeros. Page j of sequence
/// b is number FirstPage(b) + j, for every head, and row r of a sequence is row 32 FirstPage(b) + r of the panels.
/// </summary>
internal unsafe struct AttentionPages : IParallelWork
{
    private const int Tokens = KeyValuePages.PageTokens;
    private readonly RaggedBatch _batch;
    private readonly float* _source;
    private readonly int _heads, _width, _pieces;
    private readonly float* _pages, _panels;

    /// <summary>Plans the layout of one tensor [T, heads, width].</summary>
    /// <param name="source">The tensor.</param>
    /// <param name="batch">Its sequences.</param>
    /// <param name="heads">Heads.</param>
    /// <param name="width">Width of a head.</param>
    /// <param name="pages">[heads, pages, width, 32], or null.</param>
    /// <param name="panels">[heads, panels of width, 32 pages, 32], or null.</param>
    public AttentionPages(float* source, RaggedBatch batch, int heads, int width, float* pages, float* panels)
    {
        _source = source;
        _batch = batch;
        _heads = heads;
        _width = width;
        _pages = pages;
        _panels = panels;
        _pieces = PageCount(batch);
    }

    /// <summary>Pages of one head of a batch, a few of them unused.</summary>
    public static int PageCount(RaggedBatch batch) => (batch.TokenCount / Tokens) + batch.SequenceCount;

    /// <summary>Number of the first page of the sequence whose first row is <paramref name="offset"/>. The gaps make it a function of the offset alone.</summary>
    public static int FirstPage(int sequence, int offset) => (offset / Tokens) + sequence;

    /// <summary>Columns of the panels that hold <paramref name="width"/>.</summary>
    public static int Padded(int width) => (width + 31) & -32;

    /// <summary>Number of pieces: one a page, all heads.</summary>
    public readonly int Pieces => _pieces;

    /// <inheritdoc/>
    public readonly void Execute(int index, int worker)
    {
        ReadOnlySpan<int> offsets = _batch.Offsets;
        int low = 0, high = _batch.SequenceCount - 1;
        while (low < high)
        {
            int middle = (low + high + 1) / 2;
            if (FirstPage(middle, offsets[middle]) <= index)
                low = middle;
            else
                high = middle - 1;
        }
        int row = offsets[low] + ((index - FirstPage(low, offsets[low])) * Tokens), rows = Math.Min(Tokens, offsets[low + 1] - row);
        nint stride = (nint)_heads * _width, padded = Padded(_width);
        for (int h = 0; h < _heads && rows > 0; h++)
        {
            float* source = _source + (row * stride) + (h * _width);
            if (h + 1 < _heads)
                Prefetch(source + _width, stride, rows);
            if (_pages is not null)
                Page(source, stride, _width, rows, _pages + ((((nint)h * _pieces) + index) * _width * Tokens));
            if (_panels is not null)
                Panels(source, stride, _width, rows, _panels + (((nint)h * _pieces * padded) + ((nint)index * 32)) * Tokens, (nint)_pieces * Tokens * 32);
        }
    }

    // Rows of the next head: lines far apart are no stream that the processor would follow.
    private readonly void Prefetch(float* source, nint stride, int rows)
    {
        if (!Sse.IsSupported)
            return;
        for (int i = 0; i < rows; i++, source += stride)
        {
            for (int d = 0; d < _width; d += 16)
                Sse.Prefetch0(source + d);
        }
    }

    /// <summary>One page [width, 32] from rows of a tensor; a last page that is not full ends in zeros.</summary>
    [SkipLocalsInit]
    public static void Page(float* source, nint stride, int width, int rows, float* page)
    {
        if (rows == Tokens)
        {
            TransposeKernels.Block(source, stride, page, Tokens, Tokens, width);
            return;
        }
        // Whole squares of sixteen are transposed ten times faster than their parts.
        const int columns = 64;
        float* whole = stackalloc float[Tokens * columns];
        for (; width > 0; width -= columns, source += columns, page += columns * Tokens)
        {
            int part = Math.Min(width, columns);
            for (int i = 0; i < rows; i++)
                new ReadOnlySpan<float>(source + (i * stride), part).CopyTo(new Span<float>(whole + (i * columns), part));
            new Span<float>(whole + (rows * columns), (Tokens - rows) * columns).Clear();
            TransposeKernels.Block(whole, columns, page, Tokens, Tokens, part);
        }
    }

    /// <summary>Panels [rows, 32] from rows of a tensor, zeros behind its columns.</summary>
    /// <param name="source">First row.</param>
    /// <param name="stride">Floats between rows.</param>
    /// <param name="width">Columns.</param>
    /// <param name="rows">Rows.</param>
    /// <param name="panels">First row of the first panel.</param>
    /// <param name="panelStride">Floats between panels.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Panels(float* source, nint stride, int width, int rows, float* panels, nint panelStride)
    {
        for (; width > 0; width -= 32, source += 32, panels += panelStride)
            GemmPack.PanelOfB(source, stride, Math.Min(width, 32), rows, panels);
    }
}

/// <summary>
/// Writes new keys and values of each sequence into its pages; a piece is one sequence, and one head of it or all. A key is
/// written across its page, a line for each of its elements, none of them near: those of the next head are asked for meanwhile.
/// </summary>
internal unsafe struct WriteKeyValuesWork(float* k, float* v, RaggedBatch batch, KeyValuePages pages, int layer, bool together) : IParallelWork
{
    private const int Tokens = KeyValuePages.PageTokens;

    // Fewer numbers than these are copied sooner than handed out.
    private const int SmallElements = 8192;

    /// <summary>Number of pieces.</summary>
    public readonly int Pieces => IsSmall ? 1 : together ? batch.SequenceCount : batch.SequenceCount * pages.KeyValueHeads;

    private readonly bool IsSmall => (long)batch.TokenCount * pages.KeyValueHeads * (pages.HeadDim + pages.ValueDim) <= SmallElements;

    /// <inheritdoc/>
    public readonly void Execute(int index, int worker)
    {
        int heads = pages.KeyValueHeads;
        if (IsSmall)
        {
            for (int sequence = 0; sequence < batch.SequenceCount; sequence++)
                WriteAll(sequence, heads);
        }
        else if (together)
        {
            WriteAll(index, heads);
        }
        else
        {
            Write(index / heads, index % heads);
        }
    }

    /// <summary>The new rows of a sequence.</summary>
    public readonly void WriteAll(int sequence, int heads)
    {
        Prefetch(sequence, 0);
        for (int h = 0; h < heads; h++)
        {
            if (h + 1 < heads)
                Prefetch(sequence, h + 1);
            Write(sequence, h);
        }
    }

    /// <summary>The new rows of one head of a sequence.</summary>
    public readonly void Write(int sequence, int h)
    {
        int heads = pages.KeyValueHeads;
        int row = batch.Offsets[sequence], end = batch.Offsets[sequence + 1], position = batch.StartPositions[sequence];
        ReadOnlySpan<int> table = batch.Pages[batch.PageOffsets[sequence]..batch.PageOffsets[sequence + 1]];
        while (row < end)
        {
            int slot = position % Tokens, rows = Math.Min(Tokens - slot, end - row), page = table[position / Tokens];
            TransposeKernels.Block(
                k + ((((nint)row * heads) + h) * pages.HeadDim), (nint)heads * pages.HeadDim, pages.Keys(page, layer, h) + slot, Tokens, rows, pages.HeadDim);
            float* values = pages.Values(page, layer, h) + (slot * pages.ValueDim);
            for (int i = 0; i < rows; i++)
            {
                new ReadOnlySpan<float>(v + (((((nint)row + i) * heads) + h) * pages.ValueDim), pages.ValueDim)
                    .CopyTo(new Span<float>(values + (i * pages.ValueDim), pages.ValueDim));
            }
            row += rows;
            position += rows;
        }
    }

    /// <summary>Asks for the lines that the first new key of a head will be written to.</summary>
    public readonly void Prefetch(int sequence, int h)
    {
        if (!Sse.IsSupported || batch.Offsets[sequence] == batch.Offsets[sequence + 1])
            return;
        int position = batch.StartPositions[sequence];
        float* keys = pages.Keys(batch.Pages[batch.PageOffsets[sequence] + (position / Tokens)], layer, h) + (position % Tokens);
        for (int line = 0; line < pages.HeadDim; line++)
            Sse.Prefetch0(keys + (line * Tokens));
    }
}
