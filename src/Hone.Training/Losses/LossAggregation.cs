namespace Hone.Training.Losses;

/// <summary>How per-token losses become one number; verl's <c>loss_agg_mode</c>.</summary>
public enum LossAggregation
{
    /// <summary><c>token-mean</c>: the sum over the tokens of the step by their number.</summary>
    TokenMean,

    /// <summary><c>seq-mean-token-sum</c>: the mean over rows of their sums.</summary>
    SequenceMeanTokenSum,

    /// <summary><c>seq-mean-token-mean</c>: the mean over rows of their means.</summary>
    SequenceMeanTokenMean,

    /// <summary><c>seq-mean-token-sum-norm</c>: the mean over rows of their sums, by a constant (the maximal completion length).</summary>
    SequenceSumNorm,
}

/// <summary>The divisors of a whole optimizer step for <see cref="LossAggregation"/>, known before its first micro-batch.</summary>
/// <param name="Mode">The mode.</param>
/// <param name="Tokens">Masked-in tokens of the step, at least 1.</param>
/// <param name="Rows">Rows of the step with a masked-in token, at least 1.</param>
/// <param name="AllRows">Rows of the step, at least 1 (the geometric-mean loss divides by it).</param>
/// <param name="ScaleFactor">The constant of <see cref="LossAggregation.SequenceSumNorm"/>.</param>
public sealed record LossDivisors(LossAggregation Mode, double Tokens, double Rows, double AllRows, double ScaleFactor)
{
    /// <summary>Counts a step.</summary>
    /// <param name="mode">The mode.</param>
    /// <param name="offsets">Row boundaries of the whole step.</param>
    /// <param name="mask">Tokens that count; empty means all.</param>
    /// <param name="scaleFactor">The constant of the last mode; not used by the others.</param>
    /// <exception cref="ArgumentException">The mask does not fit the offsets, or the constant is not positive where it is used.</exception>
    public static LossDivisors ForStep(LossAggregation mode, ReadOnlySpan<int> offsets, ReadOnlySpan<bool> mask, double scaleFactor = 1.0)
    {
        if (offsets.Length < 1) throw new ArgumentException("Offsets has no element; a step of no rows has one.", nameof(offsets));
        if (!mask.IsEmpty && mask.Length != offsets[^1] - offsets[0])
            throw new ArgumentException($"The mask has {mask.Length} values for {offsets[^1] - offsets[0]} tokens.", nameof(mask));
        if (mode == LossAggregation.SequenceSumNorm && !(scaleFactor > 0)) throw new ArgumentException($"The scale factor is {scaleFactor}; it is positive.", nameof(scaleFactor));
        long tokens = 0;
        int rows = 0;
        for (int r = 0; r + 1 < offsets.Length; r++)
        {
            int count = 0;
            for (int t = offsets[r] - offsets[0]; t < offsets[r + 1] - offsets[0]; t++)
                if (mask.IsEmpty || mask[t]) count++;
            tokens += count;
            if (count > 0) rows++;
        }

        return new LossDivisors(mode, Math.Max(1, tokens), Math.Max(1, rows), Math.Max(1, offsets.Length - 1), scaleFactor);
    }

    /// <summary>What a token's term in a row of <paramref name="count"/> masked-in tokens is divided by.</summary>
    internal double Of(int count) => Mode switch
    {
        LossAggregation.TokenMean => Tokens,
        LossAggregation.SequenceMeanTokenSum => Rows,
        LossAggregation.SequenceMeanTokenMean => Rows * Math.Max(1, count),
        _ => Rows * ScaleFactor,
    };
}
