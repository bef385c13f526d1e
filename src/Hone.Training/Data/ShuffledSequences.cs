using Hone.Tensors;

namespace Hone.Training.Data;

/// <summary>A finite set of examples, read again and again, every epoch in an order of its own that the seed and the epoch decide.</summary>
public sealed class ShuffledSequences : ISequenceSource
{
    private readonly IReadOnlyList<TrainingSequence> _sequences;
    private readonly ulong _seed;
    private readonly int[] _order;
    private long _epoch = -1;

    /// <summary>Examples to read in shuffled order.</summary>
    /// <exception cref="ArgumentException">There are none.</exception>
    public ShuffledSequences(IReadOnlyList<TrainingSequence> sequences, ulong seed, string description)
    {
        ArgumentNullException.ThrowIfNull(sequences);
        if (sequences.Count == 0)
            throw new ArgumentException($"{description} holds no example to learn from.", nameof(sequences));
        (_sequences, _seed, Description) = (sequences, seed, description);
        _order = new int[sequences.Count];
    }

    /// <inheritdoc/>
    public string Description { get; }

    /// <inheritdoc/>
    public TrainingSequence At(long position)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(position);
        long epoch = position / _sequences.Count;
        if (epoch != _epoch)
        {
            for (int i = 0; i < _order.Length; i++)
                _order[i] = i;
            new PhiloxStream(_seed, RandomPurpose.DataOrder, (ulong)epoch).Shuffle(_order.AsSpan());
            _epoch = epoch;
        }
        return _sequences[_order[position % _sequences.Count]];
    }
}
