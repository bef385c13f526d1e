namespace Hone.Tokenizers;

/// <summary>
/// Merges the ids of one piece: always the pair of lowest rank, the leftmost of equals. Short pieces are searched through;
/// long ones use a heap of pairs, n log n for n bytes. Not thread-safe; keeps its buffers up to
/// <see cref="KeptLength"/> symbols.
/// </summary>
internal sealed class PieceMerger(MergeTable merges)
{
    private const int ShortLength = 48;
    private const int KeptLength = 1 << 16;

    private int[] _ids = new int[256];
    private int[] _ranks = new int[256];
    private int[] _next = new int[256];
    private int[] _previous = new int[256];
    private readonly List<ulong> _heap = [];

    /// <summary>Returns room for the ids of a piece, to be filled before <see cref="Merge"/>.</summary>
    public Span<int> Rent(int length)
    {
        if (_ids.Length < length)
        {
            int size = Math.Max(length, _ids.Length * 2);
            _ids = new int[size];
            _ranks = new int[size];
            _next = new int[size];
            _previous = new int[size];
        }
        return _ids.AsSpan(0, length);
    }

    /// <summary>Merges the first <paramref name="length"/> ids and appends the result.</summary>
    public void Merge(int length, List<int> output)
    {
        int left = length <= ShortLength ? MergeBySearch(length) : MergeByHeap(length);
        output.AddRange(_ids.AsSpan(0, left));
        if (_ids.Length <= KeptLength) return;
        _ids = [];
        _ranks = [];
        _next = [];
        _previous = [];
        _heap.Clear();
        _heap.TrimExcess();
    }

    private int MergeBySearch(int length)
    {
        Span<int> ids = _ids.AsSpan(0, length);
        Span<int> ranks = _ranks.AsSpan(0, length); // ranks[i] is that of the pair (i, i + 1)
        for (int i = 0; i + 1 < length; i++) ranks[i] = merges.Rank(ids[i], ids[i + 1], out _);
        while (length > 1)
        {
            int best = 0;
            for (int i = 1; i < length - 1; i++)
            {
                if (ranks[i] < ranks[best]) best = i;
            }
            if (ranks[best] == int.MaxValue) break;
            merges.Rank(ids[best], ids[best + 1], out ids[best]);
            ids[(best + 2)..length].CopyTo(ids[(best + 1)..]);
            ranks[(best + 2)..length].CopyTo(ranks[(best + 1)..]);
            length--;
            if (best > 0) ranks[best - 1] = merges.Rank(ids[best - 1], ids[best], out _);
            if (best + 1 < length) ranks[best] = merges.Rank(ids[best], ids[best + 1], out _);
        }
        return length;
    }

    private int MergeByHeap(int length)
    {
        _heap.Clear();
        for (int i = 0; i < length; i++)
        {
            _previous[i] = i - 1;
            _next[i] = i + 1 < length ? i + 1 : -1;
            _ranks[i] = int.MaxValue;
        }
        for (int i = 0; i + 1 < length; i++) Offer(i);
        while (_heap.Count > 0)
        {
            ulong top = Pop();
            int i = (int)(uint)top;
            // An entry is stale once its pair has changed: the rank kept at its place says so.
            if (_ranks[i] != (int)(top >> 32)) continue;
            int j = _next[i];
            merges.Rank(_ids[i], _ids[j], out _ids[i]);
            _ranks[j] = int.MaxValue;
            _next[i] = _next[j];
            if (_next[j] >= 0) _previous[_next[j]] = i;
            _ranks[i] = int.MaxValue;
            if (_next[i] >= 0) Offer(i);
            if (_previous[i] >= 0) Offer(_previous[i]);
        }
        int count = 0;
        for (int i = 0; i >= 0; i = _next[i]) _ids[count++] = _ids[i];
        return count;
    }

    private void Offer(int i)
    {
        int rank = merges.Rank(_ids[i], _ids[_next[i]], out _);
        _ranks[i] = rank;
        if (rank == int.MaxValue) return;
        _heap.Add(((ulong)(uint)rank << 32) | (uint)i);
        int child = _heap.Count - 1;
        while (child > 0)
        {
            int parent = (child - 1) / 2;
            if (_heap[parent] <= _heap[child]) break;
            (_heap[parent], _heap[child]) = (_heap[child], _heap[parent]);
            child = parent;
        }
    }

    private ulong Pop()
    {
        ulong top = _heap[0];
        ulong moved = _heap[^1];
        _heap.RemoveAt(_heap.Count - 1);
        int count = _heap.Count;
        if (count == 0) return top;
        int parent = 0;
        while (true)
        {
            int child = parent * 2 + 1;
            if (child >= count) break;
            if (child + 1 < count && _heap[child + 1] < _heap[child]) child++;
            if (moved <= _heap[child]) break;
            _heap[parent] = _heap[child];
            parent = child;
        }
        _heap[parent] = moved;
        return top;
    }
}
