using Hone.Tensors;

namespace Hone.Models;

/// <summary>
/// Token ids of several sequences, packed without padding, with or without states to go on from. Reused from step to
/// step, so that a decode step allocates nothing. Not thread safe.
/// </summary>
public sealed class TokenBatch
{
    private readonly List<SequenceState> _states = [];
    private int[] _ids = [];

    /// <summary>Which rows belong to which sequence and where they stand in it.</summary>
    public RaggedBatch Layout { get; } = new();

    /// <summary>Number of rows, T.</summary>
    public int TokenCount => Layout.TokenCount;

    /// <summary>All ids, packed: [T].</summary>
    public ReadOnlySpan<int> Ids => _ids.AsSpan(0, TokenCount);

    /// <summary>The pool of the states; null when the sequences have none.</summary>
    public PagePool? Pool => _states.Count > 0 ? _states[0].Pool : null;

    /// <summary>Starts again.</summary>
    public void Clear()
    {
        Layout.Clear();
        _states.Clear();
    }

    /// <summary>Adds a whole sequence without a state (training, scoring).</summary>
    /// <exception cref="InvalidOperationException">Other sequences of this batch have states.</exception>
    public void Add(ReadOnlySpan<int> ids)
    {
        if (_states.Count > 0)
            throw new InvalidOperationException("A batch holds sequences with states or without, not both.");
        Append(ids);
        Layout.Add(ids.Length);
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
        Layout.Add(ids.Length, state.Length, state.Pages);
        _states.Add(state);
    }

    /// <summary>After a forward pass: the states now hold the batch's tokens.</summary>
    public void Commit()
    {
        for (int b = 0; b < _states.Count; b++)
            _states[b].Advance(Layout.Offsets[b + 1] - Layout.Offsets[b]);
    }

    private void Append(ReadOnlySpan<int> ids)
    {
        int count = TokenCount;
        if (_ids.Length < count + ids.Length)
            Array.Resize(ref _ids, Math.Max(count + ids.Length, _ids.Length * 2));
        ids.CopyTo(_ids.AsSpan(count));
    }
}
