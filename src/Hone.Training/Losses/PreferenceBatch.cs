namespace Hone.Training.Losses;

/// <summary>
/// Answers of a micro-batch, packed as in <see cref="PolicyLossBatch"/>: row r has the tokens Offsets[r] - Offsets[0] up to
/// Offsets[r + 1] - Offsets[0] of every per-token span. In pairs, row 2p is the chosen and row 2p + 1 the rejected answer of pair
/// p; for KTO a row stands alone. Nothing is copied or kept.
/// </summary>
public readonly ref struct PreferenceBatch
{
    /// <summary>Row boundaries, ascending, one more than there are rows. They may start above 0.</summary>
    public required ReadOnlySpan<int> Offsets { get; init; }

    /// <summary>Log-probability of each token under the weights being trained.</summary>
    public required ReadOnlySpan<double> LogProbs { get; init; }

    /// <summary>The same under the reference policy; absent means all 0 (reference-free).</summary>
    public ReadOnlySpan<double> RefLogProbs { get; init; }

    /// <summary>True for an answer's tokens; absent means all.</summary>
    public ReadOnlySpan<bool> Mask { get; init; }

    /// <summary>Number of rows.</summary>
    public int RowCount => Offsets.Length - 1;

    /// <summary>Number of tokens, masked ones included.</summary>
    public int TokenCount => Offsets[^1] - Offsets[0];

    internal (int First, int End) Range(int row) => (Offsets[row] - Offsets[0], Offsets[row + 1] - Offsets[0]);

    internal bool Counts(int token) => Mask.IsEmpty || Mask[token];

    /// <summary>Masked-in tokens of a row.</summary>
    internal int CountIn(int row)
    {
        (int first, int end) = Range(row);
        int count = 0;
        for (int t = first; t < end; t++)
            if (Counts(t)) count++;
        return count;
    }

    /// <summary>
    /// A row's log-probability and the reference's, tokens ascending; tokens from the <paramref name="limit"/>-th counted on
    /// weigh <paramref name="tail"/>.
    /// </summary>
    internal RowSum Sum(int row, int limit = int.MaxValue, double tail = 1.0)
    {
        (int first, int end) = Range(row);
        double policy = 0.0, reference = 0.0, plain = 0.0;
        int count = 0;
        for (int t = first; t < end; t++)
        {
            if (!Counts(t)) continue;
            double weight = count++ < limit ? 1.0 : tail;
            policy += weight * LogProbs[t];
            plain += LogProbs[t];
            if (!RefLogProbs.IsEmpty) reference += weight * RefLogProbs[t];
        }
        return new RowSum(policy, reference, plain, count);
    }

    /// <summary>Writes a row's gradient: <paramref name="by"/> a counted token, weighed as in <see cref="Sum"/>, plus <paramref name="plain"/>.</summary>
    internal void Spread(int row, Span<double> gradient, double by, double plain = 0.0, int limit = int.MaxValue, double tail = 1.0)
    {
        (int first, int end) = Range(row);
        int count = 0;
        for (int t = first; t < end; t++)
            gradient[t] = Counts(t) ? (by * (count++ < limit ? 1.0 : tail)) + plain : 0.0;
    }

    internal void Validate(ReadOnlySpan<double> gradient, bool inPairs)
    {
        if (Offsets.Length < 1) throw new ArgumentException("Offsets has no element; a batch of no rows has one.", nameof(Offsets));
        for (int r = 0; r < RowCount; r++)
            if (Offsets[r + 1] < Offsets[r]) throw new ArgumentException($"Offsets fall from {Offsets[r]} to {Offsets[r + 1]} at row {r}.", nameof(Offsets));
        if (inPairs && RowCount % 2 != 0) throw new ArgumentException($"{RowCount} rows are no pairs.", nameof(Offsets));
        Check(LogProbs.Length, true, nameof(LogProbs));
        Check(RefLogProbs.Length, false, nameof(RefLogProbs));
        Check(Mask.Length, false, nameof(Mask));
        Check(gradient.Length, true, nameof(gradient));
    }

    private void Check(int length, bool needed, string name)
    {
        if (length != TokenCount && (needed || length != 0))
            throw new ArgumentException($"{name} has {length} values for {TokenCount} tokens.", name);
    }
}

/// <summary>A row as one number a policy.</summary>
/// <param name="Policy">Sum of the weighed log-probabilities.</param>
/// <param name="Reference">The same under the reference.</param>
/// <param name="Plain">Sum of the log-probabilities, weights left aside.</param>
/// <param name="Count">Tokens that count.</param>
internal readonly record struct RowSum(double Policy, double Reference, double Plain, int Count);
