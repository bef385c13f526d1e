namespace Hone.Training.Data;

/// <summary>
/// Packs: as many of the next examples as fit a number of tokens together, at least one. Examples keep the order of their source and
/// are whole, and each attends to itself alone; so packs give the bits of the same examples unpacked, in batches whose size in
/// tokens is steady. Where a pack begins depends on those before it; they are found again from the first when asked for.
/// </summary>
public sealed class PackedSequences
{
    private readonly ISequenceSource _source;
    private readonly int _maximumLength;
    private readonly List<long> _starts = [0];

    /// <summary>Packs over a source.</summary>
    /// <param name="source">The examples.</param>
    /// <param name="maximumLength">Tokens of a pack at most, unless one example alone is longer.</param>
    /// <exception cref="ArgumentOutOfRangeException">The length is below 2.</exception>
    public PackedSequences(ISequenceSource source, int maximumLength)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentOutOfRangeException.ThrowIfLessThan(maximumLength, 2);
        (_source, _maximumLength) = (source, maximumLength);
    }

    /// <summary>The examples of a pack, in order.</summary>
    /// <param name="pack">Its number in the whole run, 0 for the first.</param>
    public IReadOnlyList<TrainingSequence> At(long pack)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(pack);
        var examples = new List<TrainingSequence>();
        while (_starts.Count <= pack) Fill(_starts.Count - 1, examples);
        Fill(pack, examples);
        return examples;
    }

    private void Fill(long pack, List<TrainingSequence> examples)
    {
        examples.Clear();
        long position = _starts[(int)pack];
        int tokens = 0;
        for (; ; position++)
        {
            TrainingSequence next = _source.At(position);
            if (examples.Count > 0 && tokens + next.Ids.Length > _maximumLength) break;
            examples.Add(next);
            tokens += next.Ids.Length;
        }
        if (_starts.Count == pack + 1) _starts.Add(position);
    }
}
