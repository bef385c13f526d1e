using Hone.Tensors;

namespace Hone.Training.Data;

/// <summary>A finite set of preferences, read again and again, every epoch in an order of its own that the seed and the epoch decide.</summary>
public sealed class ShuffledPreferences : IPreferenceSource
{
    private readonly IReadOnlyList<PreferenceExample> _examples;
    private readonly ulong _seed;
    private readonly int[] _order;
    private long _epoch = -1;

    /// <summary>Examples to read in shuffled order.</summary>
    /// <exception cref="ArgumentException">There are none.</exception>
    public ShuffledPreferences(IReadOnlyList<PreferenceExample> examples, ulong seed, string description)
    {
        ArgumentNullException.ThrowIfNull(examples);
        if (examples.Count == 0) throw new ArgumentException($"{description} holds no example to learn from.", nameof(examples));
        (_examples, _seed, Description) = (examples, seed, description);
        _order = new int[examples.Count];
    }

    /// <inheritdoc/>
    public string Description { get; }

    /// <inheritdoc/>
    public (long Number, PreferenceExample Example) At(long position)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(position);
        long epoch = position / _examples.Count;
        if (epoch != _epoch)
        {
            for (int i = 0; i < _order.Length; i++) _order[i] = i;
            new PhiloxStream(_seed, RandomPurpose.DataOrder, (ulong)epoch).Shuffle(_order.AsSpan());
            _epoch = epoch;
        }
        int index = _order[position % _examples.Count];
        return (index, _examples[index]);
    }
}
