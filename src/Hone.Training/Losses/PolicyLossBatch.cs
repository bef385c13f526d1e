namespace Hone.Training.Losses;

/// <summary>
/// Completions of a micro-batch, packed: row r has the tokens Offsets[r] - Offsets[0] up to Offsets[r + 1] - Offsets[0]
/// of every per-token span. A span that is empty is absent. Nothing is copied or kept.
/// </summary>
public readonly ref struct PolicyLossBatch
{
    /// <summary>Row boundaries, ascending, one more than there are rows. They may start above 0 (see <see cref="Rows"/>).</summary>
    public required ReadOnlySpan<int> Offsets { get; init; }

    /// <summary>Log-probability of each token under the weights being trained.</summary>
    public required ReadOnlySpan<double> LogProbs { get; init; }

    /// <summary>One advantage a row.</summary>
    public required ReadOnlySpan<double> Advantages { get; init; }

    /// <summary>Log-probabilities under the weights that sampled; absent means the current ones, held constant (ratio 1).</summary>
    public ReadOnlySpan<double> OldLogProbs { get; init; }

    /// <summary>Log-probabilities under the reference policy; needed when beta is not 0.</summary>
    public ReadOnlySpan<double> RefLogProbs { get; init; }

    /// <summary>Entropy of each token's distribution, in nats, under the weights being trained.</summary>
    public ReadOnlySpan<double> Entropies { get; init; }

    /// <summary>
    /// Entropies that the step's quantile was taken from, where the current ones are not known before the step (a second
    /// pass over the same rollouts); absent means <see cref="Entropies"/>.
    /// </summary>
    public ReadOnlySpan<double> SelectionEntropies { get; init; }

    /// <summary>True for tokens that were sampled and count (completion mask and tool mask together); absent means all.</summary>
    public ReadOnlySpan<bool> Mask { get; init; }

    /// <summary>Trainer's over sampler's probability, after whatever truncation or masking; absent means 1.</summary>
    public ReadOnlySpan<double> SamplerRatio { get; init; }

    /// <summary>Number of rows.</summary>
    public int RowCount => Offsets.Length - 1;

    /// <summary>Number of tokens, masked ones included.</summary>
    public int TokenCount => Offsets[^1] - Offsets[0];

    /// <summary>The rows from <paramref name="start"/> on, as views.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The range is not inside the batch.</exception>
    public PolicyLossBatch Rows(int start, int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(start);
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(start + count, RowCount);
        int first = Offsets[start] - Offsets[0];
        int tokens = Offsets[start + count] - Offsets[start];
        return new PolicyLossBatch
        {
            Offsets = Offsets.Slice(start, count + 1),
            Advantages = Advantages.Slice(start, count),
            LogProbs = LogProbs.Slice(first, tokens),
            OldLogProbs = Part(OldLogProbs, first, tokens),
            RefLogProbs = Part(RefLogProbs, first, tokens),
            Entropies = Part(Entropies, first, tokens),
            SelectionEntropies = Part(SelectionEntropies, first, tokens),
            Mask = Part(Mask, first, tokens),
            SamplerRatio = Part(SamplerRatio, first, tokens),
        };
    }

    internal void Validate(PolicyLossOptions options)
    {
        if (Offsets.Length < 1) throw new ArgumentException("Offsets has no element; a batch of no rows has one.", nameof(Offsets));
        for (int r = 0; r < RowCount; r++)
            if (Offsets[r + 1] < Offsets[r]) throw new ArgumentException($"Offsets fall from {Offsets[r]} to {Offsets[r + 1]} at row {r}.", nameof(Offsets));
        if (Advantages.Length != RowCount) throw new ArgumentException($"{Advantages.Length} advantages for {RowCount} rows.", nameof(Advantages));
        Check(LogProbs.Length, true, nameof(LogProbs));
        Check(OldLogProbs.Length, false, nameof(OldLogProbs));
        Check(RefLogProbs.Length, options.NeedsReference, nameof(RefLogProbs));
        Check(Entropies.Length, options.NeedsEntropies, nameof(Entropies));
        Check(SelectionEntropies.Length, false, nameof(SelectionEntropies));
        Check(Mask.Length, false, nameof(Mask));
        Check(SamplerRatio.Length, false, nameof(SamplerRatio));
    }

    private void Check(int length, bool needed, string name)
    {
        if (length != TokenCount && (needed || length != 0))
            throw new ArgumentException($"{name} has {length} values for {TokenCount} tokens.", name);
    }

    private static ReadOnlySpan<T> Part<T>(ReadOnlySpan<T> span, int start, int count) => span.IsEmpty ? span : span.Slice(start, count);
}
