namespace Hone.Training.Losses;

/// <summary>Completions of a micro-batch with an advantage a token, packed as <see cref="PolicyLossBatch"/> is.</summary>
public readonly ref struct PpoBatch
{
    /// <summary>Row boundaries, ascending, one more than there are rows.</summary>
    public required ReadOnlySpan<int> Offsets { get; init; }

    /// <summary>Log-probability of each token under the weights being trained.</summary>
    public required ReadOnlySpan<double> LogProbs { get; init; }

    /// <summary>Log-probabilities under the weights that sampled.</summary>
    public required ReadOnlySpan<double> OldLogProbs { get; init; }

    /// <summary>One advantage a token.</summary>
    public required ReadOnlySpan<double> Advantages { get; init; }

    /// <summary>Tokens that count; empty means all.</summary>
    public ReadOnlySpan<bool> Mask { get; init; }

    internal int Tokens => Offsets[^1] - Offsets[0];

    internal bool Counts(int token) => Mask.IsEmpty || Mask[token];

    internal int CountIn(int row)
    {
        int count = 0;
        for (int t = Offsets[row] - Offsets[0]; t < Offsets[row + 1] - Offsets[0]; t++)
            if (Counts(t)) count++;
        return count;
    }

    internal void Validate(ReadOnlySpan<double> gradient)
    {
        if (Offsets.Length < 1) throw new ArgumentException("Offsets has no element; a batch of no rows has one.", nameof(Offsets));
        Check(LogProbs.Length, nameof(LogProbs));
        Check(OldLogProbs.Length, nameof(OldLogProbs));
        Check(Advantages.Length, nameof(Advantages));
        Check(gradient.Length, nameof(gradient));
        if (!Mask.IsEmpty) Check(Mask.Length, nameof(Mask));
    }

    private void Check(int length, string name)
    {
        if (length != Tokens) throw new ArgumentException($"{name} has {length} values for {Tokens} tokens.", name);
    }
}

/// <summary>The running sums of a step; rows are added one by one, so that any split into micro-batches gives the same bits.</summary>
public sealed class PpoTotals
{
    /// <summary>The loss of the rows so far.</summary>
    public double Loss { get; internal set; }

    /// <summary>Masked-in tokens so far.</summary>
    public long Tokens { get; internal set; }

    /// <summary>Share of tokens whose clipped term was taken (with the geometric mean: a log-ratio outside the clip at a positive advantage); <c>actor/pg_clipfrac</c>, with the value loss <c>critic/vf_clipfrac</c>.</summary>
    public double ClipFraction => ClippedTokens / (double)Math.Max(1, Tokens);

    /// <summary>Share of tokens cut by the lower bound (with the geometric mean: a log-ratio outside the clip at a negative advantage); <c>actor/pg_clipfrac_lower</c>.</summary>
    public double LowerClipFraction => LowerClippedTokens / (double)Math.Max(1, Tokens);

    /// <summary>Mean of old - current log-probability; <c>actor/ppo_kl</c>.</summary>
    public double Kl => KlSum / Math.Max(1, Tokens);

    internal long ClippedTokens { get; set; }

    internal long LowerClippedTokens { get; set; }

    internal double KlSum { get; set; }
}
