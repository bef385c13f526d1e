namespace Hone.Tensors;

/// <summary>
/// Which rows of a packed batch belong to which sequence, and where each sequence's rows stand in it. B sequences,
/// T rows in all, no padding. Reused from step to step, so that a decode step allocates nothing. Not thread safe.
/// </summary>
public sealed class RaggedBatch
{
    private int[] _offsets = new int[1];
    private int[] _starts = [];
    private int[] _pageOffsets = new int[1];
    private int[] _pages = [];

    /// <summary>Number of sequences, B.</summary>
    public int SequenceCount { get; private set; }

    /// <summary>Number of rows, T.</summary>
    public int TokenCount => _offsets[SequenceCount];

    /// <summary>First row of each sequence and, last, T: [B + 1].</summary>
    public ReadOnlySpan<int> Offsets => _offsets.AsSpan(0, SequenceCount + 1);

    /// <summary>Position, in its own sequence, of each sequence's first row: [B]. 0 in training.</summary>
    public ReadOnlySpan<int> StartPositions => _starts.AsSpan(0, SequenceCount);

    /// <summary>Where each sequence's pages begin in <see cref="Pages"/>, and last their number: [B + 1].</summary>
    public ReadOnlySpan<int> PageOffsets => _pageOffsets.AsSpan(0, SequenceCount + 1);

    /// <summary>Page numbers of all sequences one after the other; a sequence's i-th page holds positions 32 i to 32 i + 31.</summary>
    public ReadOnlySpan<int> Pages => _pages.AsSpan(0, _pageOffsets[SequenceCount]);

    /// <summary>Rows of the longest sequence.</summary>
    public int LongestSequence
    {
        get
        {
            int longest = 0;
            for (int b = 0; b < SequenceCount; b++)
                longest = Math.Max(longest, _offsets[b + 1] - _offsets[b]);
            return longest;
        }
    }

    /// <summary>Forgets all sequences.</summary>
    public void Clear() => SequenceCount = 0;

    /// <summary>Adds a sequence without pages: <paramref name="length"/> rows whose first stands at <paramref name="startPosition"/>.</summary>
    public void Add(int length, int startPosition = 0) => Add(length, startPosition, []);

    /// <summary>Adds a sequence whose keys and values are in <paramref name="pages"/>.</summary>
    /// <exception cref="ArgumentException">The pages do not reach the last row.</exception>
    public void Add(int length, int startPosition, ReadOnlySpan<int> pages)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(length);
        ArgumentOutOfRangeException.ThrowIfNegative(startPosition);
        if (!pages.IsEmpty && pages.Length * (long)KeyValuePages.PageTokens < (long)startPosition + length)
            throw new ArgumentException($"{pages.Length} pages do not hold {(long)startPosition + length} positions.", nameof(pages));
        int count = SequenceCount;
        Grow(ref _offsets, count + 2);
        Grow(ref _starts, count + 1);
        Grow(ref _pageOffsets, count + 2);
        int firstPage = _pageOffsets[count];
        Grow(ref _pages, firstPage + pages.Length);
        _offsets[count + 1] = checked(_offsets[count] + length);
        _starts[count] = startPosition;
        pages.CopyTo(_pages.AsSpan(firstPage));
        _pageOffsets[count + 1] = firstPage + pages.Length;
        SequenceCount = count + 1;
    }

    /// <summary>A copy that later changes do not touch.</summary>
    public RaggedBatch Clone()
    {
        var copy = new RaggedBatch();
        for (int b = 0; b < SequenceCount; b++)
            copy.Add(_offsets[b + 1] - _offsets[b], _starts[b], _pages.AsSpan(_pageOffsets[b].._pageOffsets[b + 1]));
        return copy;
    }

    private static void Grow(ref int[] array, int length)
    {
        if (array.Length < length)
            Array.Resize(ref array, Math.Max(length, array.Length * 2));
    }
}
