namespace Hone.Tensors;

/// <summary>Blocks of queries of a batch, as work items. Reused from call to call. The longest chains come first, so that no worker ends on one alone.</summary>
internal sealed class AttentionPlan
{
    private int[] _sequences = new int[64];
    private int[] _starts = new int[64];

    /// <summary>Number of blocks.</summary>
    public int Count { get; private set; }

    /// <summary>Sequence of a block.</summary>
    public int Sequence(int block) => _sequences[block];

    /// <summary>First row of a block, counted from the sequence's first row.</summary>
    public int Start(int block) => _starts[block];

    /// <summary>Cuts every sequence into blocks of at most <paramref name="rows"/> rows.</summary>
    public void Cut(RaggedBatch batch, int rows)
    {
        Count = 0;
        ReadOnlySpan<int> offsets = batch.Offsets;
        for (int b = 0; b < batch.SequenceCount; b++)
        {
            int length = offsets[b + 1] - offsets[b];
            for (int start = (length - 1) / rows * rows; start >= 0 && length > 0; start -= rows)
            {
                if (Count == _starts.Length)
                {
                    Array.Resize(ref _sequences, 2 * Count);
                    Array.Resize(ref _starts, 2 * Count);
                }
                _sequences[Count] = b;
                _starts[Count++] = start;
            }
        }
    }
}
