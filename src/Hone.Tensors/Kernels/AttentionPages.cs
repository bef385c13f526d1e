namespace Hone.Tensors;

/// <summary>
/// Lays rows of packed keys (or values) out as transposed pages [width, 32], the form in which the scores of 32 keys are one
/// vector chain. Page j of sequence b is number FirstPage(b) + j, for every head.
/// </summary>
internal unsafe struct AttentionPages(float* source, RaggedBatch batch, int heads, int width, float* pages) : IParallelWork
{
    private const int Tokens = KeyValuePages.PageTokens;
    private readonly RaggedBatch _batch = batch;
    private readonly int _pieces = PageCount(batch);

    /// <summary>Pages of one head of a batch, a few of them unused.</summary>
    public static int PageCount(RaggedBatch batch) => (batch.TokenCount / Tokens) + batch.SequenceCount;

    /// <summary>Number of the first page of the sequence whose first row is <paramref name="offset"/>. The gaps make it a function of the offset alone.</summary>
    public static int FirstPage(int sequence, int offset) => (offset / Tokens) + sequence;

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
        for (int h = 0; h < heads && rows > 0; h++)
        {
            TransposeKernels.Block(
                source + ((((nint)row * heads) + h) * width), (nint)heads * width,
                pages + ((((nint)h * _pieces) + index) * width * Tokens), Tokens, rows, width);
        }
    }
}

/// <summary>Writes new keys and values of each sequence into its pages; a piece is one sequence and head.</summary>
internal unsafe struct WriteKeyValuesWork(float* k, float* v, RaggedBatch batch, KeyValuePages pages, int layer) : IParallelWork
{
    private const int Tokens = KeyValuePages.PageTokens;

    /// <inheritdoc/>
    public readonly void Execute(int index, int worker)
    {
        int heads = pages.KeyValueHeads, sequence = index / heads, h = index % heads;
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
}
