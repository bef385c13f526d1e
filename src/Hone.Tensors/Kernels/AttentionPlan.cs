namespace Hone.Tensors;

/// <summary>
/// Blocks of queries of a batch, as work items. Reused from call to call. Blocks of one head follow each other, so that its keys
/// and values stay in a cache, and of those the longest chains come first, so that no worker ends on one alone.
/// </summary>
internal sealed class AttentionPlan
{
    private AttentionBlock[] _blocks = new AttentionBlock[64];

    /// <summary>Number of blocks.</summary>
    public int Count { get; private set; }

    /// <summary>A block.</summary>
    public ref readonly AttentionBlock this[int index] => ref _blocks[index];

    /// <summary>Cuts every sequence into blocks of at most <paramref name="rows"/> rows of one head, or of all heads <paramref name="together"/>.</summary>
    public void Cut(RaggedBatch batch, int heads, int rows, bool together)
    {
        Count = 0;
        ReadOnlySpan<int> offsets = batch.Offsets;
        for (int b = 0; b < batch.SequenceCount; b++)
        {
            int length = offsets[b + 1] - offsets[b];
            int step = together ? heads : 1;
            for (int head = 0; head < heads && length > 0; head += step)
            {
                for (int start = (length - 1) / rows * rows; start >= 0; start -= rows)
                {
                    if (Count == _blocks.Length)
                        Array.Resize(ref _blocks, 2 * Count);
                    _blocks[Count++] = new AttentionBlock(b, head, step, start);
                }
            }
        }
    }
}

/// <summary>Rows of a sequence, the first of which is counted from the sequence's first row, and consecutive heads.</summary>
internal readonly record struct AttentionBlock(int Sequence, int Head, int Heads, int Start);
