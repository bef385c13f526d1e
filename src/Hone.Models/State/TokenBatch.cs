using System.Runtime.InteropServices;
using Hone.Tensors;

namespace Hone.Models;

/// <summary>
/// Token ids of several sequences, packed without padding, with or without states to go on from. Reused from step to
/// step, so that a decode step allocates nothing. Not thread safe.
/// </summary>
public sealed class TokenBatch
{
    private readonly List<SequenceState> _states = [];
    private readonly List<int> _declaredLengths = [];
    private readonly List<RowSegment> _segments = [];
    private readonly List<RowSegment> _chosen = [];
    private readonly List<int> _expand = [];
    private readonly List<int> _collapse = [];
    private readonly RaggedBatch _rotary = new();
    private int[] _ids = [];
    private int[] _positions = [];
    private int[] _zeros = [];
    private (int ShortLength, int Shift) _rotaryOf;

    /// <summary>Which rows belong to which sequence and where they stand in it.</summary>
    public RaggedBatch Layout { get; } = new();

    /// <summary>The sequences as attention sees them: <see cref="Layout"/>, but where a prompt is shared it stands in each of its sequences.</summary>
    internal RaggedBatch Whole { get; } = new();

    /// <summary>Whether prompts stand apart from the sequences that begin with them.</summary>
    internal bool SharesPrompts { get; private set; }

    /// <summary>The row of each row of <see cref="Whole"/>.</summary>
    internal ReadOnlySpan<int> Expand => CollectionsMarshal.AsSpan(_expand);

    /// <summary>For every row the first row of <see cref="Whole"/> that is it.</summary>
    internal ReadOnlySpan<int> Collapse => CollectionsMarshal.AsSpan(_collapse);

    /// <summary>Number of rows, T.</summary>
    public int TokenCount => Layout.TokenCount;

    /// <summary>All ids, packed: [T].</summary>
    public ReadOnlySpan<int> Ids => _ids.AsSpan(0, TokenCount);

    /// <summary>The pool of the states; null when the sequences have none.</summary>
    public PagePool? Pool => _states.Count > 0 ? _states[0].Pool : null;

    /// <summary>Whether any sequence uses an adapter.</summary>
    public bool HasAdapters { get; private set; }

    /// <summary>The adapter slots of all rows, in order.</summary>
    internal ReadOnlySpan<RowSegment> Segments => CollectionsMarshal.AsSpan(_segments);

    /// <summary>Starts again.</summary>
    public void Clear()
    {
        Layout.Clear();
        Whole.Clear();
        _expand.Clear();
        _collapse.Clear();
        SharesPrompts = false;
        _states.Clear();
        _declaredLengths.Clear();
        _segments.Clear();
        HasAdapters = false;
        _rotaryOf = default;
    }

    /// <summary>Adds a whole sequence without a state (training, scoring).</summary>
    /// <param name="ids">Its tokens.</param>
    /// <param name="declaredLength">
    /// Length that the sequence was declared to reach when it was drawn (<see cref="SequenceState.DeclaredLength"/>); 0, the
    /// default, means its own. Position tables that depend on the length are chosen by it.
    /// </param>
    /// <param name="adapterSlot">Slot of the model's <see cref="AdapterBank"/>; 0, the default, is the base alone.</param>
    /// <exception cref="InvalidOperationException">Other sequences of this batch have states.</exception>
    public void Add(ReadOnlySpan<int> ids, int declaredLength = 0, int adapterSlot = 0)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(declaredLength);
        ArgumentOutOfRangeException.ThrowIfNegative(adapterSlot);
        if (_states.Count > 0)
            throw new InvalidOperationException("A batch holds sequences with states or without, not both.");
        int first = TokenCount;
        AddRows(ids, 0, Math.Max(declaredLength, ids.Length), adapterSlot);
        AddWhole(first, ids.Length, first, 0, isFirst: true);
    }

    /// <summary>
    /// Adds whole sequences without states that begin with the same prompt, whose rows stand once: [prompt, ends of the sequences one
    /// after the other]. All that is done row by row is done once for it, to the bits that it has in each of them.
    /// </summary>
    /// <param name="prompt">What all of them begin with, at least one id.</param>
    /// <param name="ends">How each goes on; may be empty.</param>
    /// <param name="declaredLength">As in <see cref="Add(ReadOnlySpan{int}, int, int)"/>, the same for all; 0 means the longest one's own.</param>
    /// <param name="adapterSlot">As there.</param>
    /// <exception cref="ArgumentException">The prompt is empty, or there is no sequence.</exception>
    /// <exception cref="InvalidOperationException">Other sequences of this batch have states.</exception>
    public void AddGroup(ReadOnlySpan<int> prompt, IReadOnlyList<ReadOnlyMemory<int>> ends, int declaredLength = 0, int adapterSlot = 0)
    {
        ArgumentNullException.ThrowIfNull(ends);
        ArgumentOutOfRangeException.ThrowIfNegative(declaredLength);
        ArgumentOutOfRangeException.ThrowIfNegative(adapterSlot);
        if (prompt.IsEmpty || ends.Count == 0)
            throw new ArgumentException($"A group has a prompt and sequences; this one has {prompt.Length} ids and {ends.Count} sequences.", nameof(ends));
        if (_states.Count > 0)
            throw new InvalidOperationException("A batch holds sequences with states or without, not both.");
        if (ends.Count == 1)
        {
            Add([.. prompt, .. ends[0].Span], declaredLength, adapterSlot);
            return;
        }
        int declared = Math.Max(declaredLength, prompt.Length + ends.Max(end => end.Length)), first = TokenCount;
        SharesPrompts = true;
        AddRows(prompt, 0, declared, adapterSlot);
        for (int i = 0; i < ends.Count; i++)
        {
            int own = TokenCount;
            AddRows(ends[i].Span, prompt.Length, declared, adapterSlot);
            AddWhole(first, prompt.Length, own, ends[i].Length, isFirst: i == 0);
        }
    }

    private void AddRows(ReadOnlySpan<int> ids, int start, int declared, int adapterSlot)
    {
        Append(ids);
        AddSegment(ids.Length, adapterSlot);
        Layout.Add(ids.Length, start);
        Declare(declared);
    }

    private void AddWhole(int prompt, int promptLength, int own, int ownLength, bool isFirst)
    {
        Whole.Add(promptLength + ownLength);
        for (int t = 0; t < promptLength + ownLength; t++)
        {
            if (isFirst || t >= promptLength)
                _collapse.Add(_expand.Count);
            _expand.Add(t < promptLength ? prompt + t : own + t - promptLength);
        }
    }

    /// <summary>Adds the next tokens of a sequence whose past is in <paramref name="state"/>; room is reserved there.</summary>
    /// <exception cref="InvalidOperationException">Other sequences have no state, or one of another pool.</exception>
    public void Add(ReadOnlySpan<int> ids, SequenceState state)
    {
        ArgumentNullException.ThrowIfNull(state);
        if (_states.Count != Layout.SequenceCount || (_states.Count > 0 && _states[0].Pool != state.Pool))
            throw new InvalidOperationException("All sequences of a batch have states of the same pool, or none has one.");
        Append(ids);
        state.Reserve(ids.Length);
        AddSegment(ids.Length, state.AdapterSlot);
        Layout.Add(ids.Length, state.Length, state.Pages);
        _states.Add(state);
        Declare(state.DeclaredLength);
    }

    /// <summary>After a forward pass: the states now hold the batch's tokens.</summary>
    public void Commit()
    {
        for (int b = 0; b < _states.Count; b++)
            _states[b].Advance(Layout.Offsets[b + 1] - Layout.Offsets[b]);
    }

    /// <summary>
    /// Where rows stand in a rotary table of two parts, the second <paramref name="shift"/> rows down: sequences declared
    /// longer than <paramref name="shortLength"/> stand in the second. With 0 there is one part, and this is <see cref="Layout"/>.
    /// </summary>
    internal RaggedBatch RotaryLayout(int shortLength, int shift)
    {
        if (shortLength == 0)
            return Layout;
        if (_rotaryOf == (shortLength, shift))
            return _rotary;
        _rotary.Clear();
        for (int b = 0; b < Layout.SequenceCount; b++)
        {
            int start = Layout.StartPositions[b] + (_declaredLengths[b] > shortLength ? shift : 0);
            _rotary.Add(Layout.Offsets[b + 1] - Layout.Offsets[b], start);
        }
        _rotaryOf = (shortLength, shift);
        return _rotary;
    }

    /// <summary>The position of every row in its own sequence: [T].</summary>
    internal ReadOnlySpan<int> Positions
    {
        get
        {
            int count = TokenCount;
            if (_positions.Length < count)
                _positions = new int[Math.Max(count, _positions.Length * 2)];
            for (int b = 0; b < Layout.SequenceCount; b++)
            {
                int first = Layout.Offsets[b], start = Layout.StartPositions[b];
                for (int t = first; t < Layout.Offsets[b + 1]; t++)
                    _positions[t] = start + t - first;
            }
            return _positions.AsSpan(0, count);
        }
    }

    /// <summary>A 0 for every row: [T].</summary>
    internal ReadOnlySpan<int> Zeros
    {
        get
        {
            if (_zeros.Length < TokenCount)
                _zeros = new int[Math.Max(TokenCount, _zeros.Length * 2)];
            return _zeros.AsSpan(0, TokenCount);
        }
    }

    /// <summary>The adapter slots of chosen rows, in their order; empty means all rows. Valid until the next call.</summary>
    internal ReadOnlySpan<RowSegment> SegmentsOf(ReadOnlySpan<int> rows)
    {
        if (rows.IsEmpty)
            return Segments;
        _chosen.Clear();
        int at = 0;
        for (int i = 0; i < rows.Length; i++)
        {
            while (at > 0 && rows[i] < _segments[at].First)
                at--;
            while (rows[i] >= _segments[at].First + _segments[at].Count)
                at++;
            Extend(_chosen, i, 1, _segments[at].Slot);
        }
        return CollectionsMarshal.AsSpan(_chosen);
    }

    private void AddSegment(int count, int slot)
    {
        HasAdapters |= slot != 0;
        if (count > 0)
            Extend(_segments, TokenCount, count, slot);
    }

    private static void Extend(List<RowSegment> segments, int first, int count, int slot)
    {
        if (segments.Count > 0 && segments[^1] is var last && last.Slot == slot)
            segments[^1] = last with { Count = last.Count + count };
        else
            segments.Add(new RowSegment(first, count, slot));
    }

    private void Declare(int length)
    {
        _declaredLengths.Add(length);
        _rotaryOf = default;
    }

    private void Append(ReadOnlySpan<int> ids)
    {
        int count = TokenCount;
        if (_ids.Length < count + ids.Length)
            Array.Resize(ref _ids, Math.Max(count + ids.Length, _ids.Length * 2));
        ids.CopyTo(_ids.AsSpan(count));
    }
}
