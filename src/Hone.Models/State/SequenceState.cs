using Hone.Tensors;

namespace Hone.Models;

/// <summary>
/// What a model remembers of one sequence: the pages of its keys and values. An argument of the forward pass, never
/// part of a module. Forks share pages until one of them writes. The holder disposes it. Not thread safe.
/// </summary>
public sealed class SequenceState : IDisposable
{
    private readonly PagePool _pool;
    private int[] _pages;
    private int _pageCount;
    private bool _disposed;

    /// <summary>An empty sequence.</summary>
    /// <param name="pool">Where its pages come from.</param>
    /// <param name="expectedTokens">Length up to which it grows without allocating on the managed heap; more is allowed. Default 0.</param>
    /// <param name="declaredLength">
    /// Length that the sequence may reach; 0, the default, means the model's whole context. Position tables that depend on the
    /// length (LongRoPE) are chosen by it once, so it is part of what identifies a prefix: states that differ in
    /// <see cref="Transformer.PositionTable"/> of it share no keys.
    /// </param>
    /// <param name="adapterSlot">Slot of the model's <see cref="AdapterBank"/> that reads and continues it; 0, the default, is the base alone. Part of what identifies a prefix.</param>
    public SequenceState(PagePool pool, int expectedTokens = 0, int declaredLength = 0, int adapterSlot = 0)
    {
        ArgumentNullException.ThrowIfNull(pool);
        ArgumentOutOfRangeException.ThrowIfNegative(expectedTokens);
        ArgumentOutOfRangeException.ThrowIfNegative(declaredLength);
        ArgumentOutOfRangeException.ThrowIfNegative(adapterSlot);
        DeclaredLength = declaredLength == 0 ? int.MaxValue : declaredLength;
        AdapterSlot = adapterSlot;
        _pool = pool;
        _pages = new int[TableLength(expectedTokens)];
    }

    /// <summary>The pool its pages come from.</summary>
    public PagePool Pool => _pool;

    /// <summary>Length that the sequence may reach; <see cref="int.MaxValue"/> when none was declared.</summary>
    public int DeclaredLength { get; private init; }

    /// <summary>The adapter that its keys and values come from; 0 is none.</summary>
    public int AdapterSlot { get; }

    /// <summary>Tokens that are in the state.</summary>
    public int Length { get; private set; }

    /// <summary>Pages in order; the i-th holds positions 32 i to 32 i + 31.</summary>
    public ReadOnlySpan<int> Pages => _pages.AsSpan(0, _pageCount);

    /// <summary>Bytes of its pages, shared ones included.</summary>
    public long SizeBytes => _pageCount * _pool.Pages.PageBytes;

    /// <summary>Pages that <see cref="Reserve"/> would take for <paramref name="tokens"/> more tokens.</summary>
    public int PagesNeeded(int tokens)
    {
        int needed = TableLength(checked(Length + tokens)) - _pageCount;
        bool copies = tokens > 0 && Length % KeyValuePages.PageTokens != 0 && _pool.IsShared(_pages[PageIndex(Length)]);
        return Math.Max(0, needed) + (copies ? 1 : 0);
    }

    /// <summary>Makes room for <paramref name="tokens"/> more tokens, and makes the page that they begin in the sequence's own.</summary>
    public void Reserve(int tokens)
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        ArgumentOutOfRangeException.ThrowIfNegative(tokens);
        if (tokens > 0 && Length % KeyValuePages.PageTokens != 0)
        {
            ref int page = ref _pages[PageIndex(Length)];
            if (_pool.IsShared(page))
                page = _pool.CopyForWriting(page);
        }
        int needed = TableLength(checked(Length + tokens));
        if (needed > _pages.Length)
            Array.Resize(ref _pages, Math.Max(needed, _pages.Length * 2));
        while (_pageCount < needed)
        {
            // Counted once it is there: a refused page must not be given back later.
            int rented = _pool.Rent();
            _pages[_pageCount++] = rented;
        }
    }

    /// <summary>Says that <paramref name="tokens"/> tokens have been written after <see cref="Reserve"/>.</summary>
    public void Advance(int tokens)
    {
        if (tokens < 0 || Length + tokens > _pageCount * KeyValuePages.PageTokens)
            throw new ArgumentOutOfRangeException(nameof(tokens), tokens, $"There is room for {(_pageCount * KeyValuePages.PageTokens) - Length} tokens.");
        Length += tokens;
    }

    /// <summary>A second sequence with the same past; nothing is copied until one of the two writes into the last page.</summary>
    /// <param name="expectedTokens">As in the constructor. Default 0.</param>
    public SequenceState Fork(int expectedTokens = 0)
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        // Pages that are reserved and not yet written stay with this sequence: two would write them.
        int shared = TableLength(Length);
        var fork = new SequenceState(_pool, Math.Max(expectedTokens, Length), adapterSlot: AdapterSlot) { _pageCount = shared, Length = Length, DeclaredLength = DeclaredLength };
        _pages.AsSpan(0, shared).CopyTo(fork._pages);
        foreach (int page in fork.Pages)
            _pool.AddReference(page);
        return fork;
    }

    /// <summary>Forgets everything from position <paramref name="length"/> on.</summary>
    public void TruncateTo(int length)
    {
        if (length < 0 || length > Length)
            throw new ArgumentOutOfRangeException(nameof(length), length, $"The state holds {Length} tokens.");
        int keep = TableLength(length);
        while (_pageCount > keep)
            _pool.Release(_pages[--_pageCount]);
        Length = length;
    }

    /// <summary>Gives its pages back.</summary>
    public void Dispose()
    {
        if (_disposed)
            return;
        TruncateTo(0);
        _disposed = true;
    }

    private static int TableLength(int tokens) => (int)((tokens + (KeyValuePages.PageTokens - 1L)) / KeyValuePages.PageTokens);

    private static int PageIndex(int position) => position / KeyValuePages.PageTokens;
}
