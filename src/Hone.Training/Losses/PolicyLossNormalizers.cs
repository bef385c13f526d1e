namespace Hone.Training.Losses;

/// <summary>
/// The divisors and the entropy threshold of one optimizer step. They are those of the whole step and known before its
/// first micro-batch, which is what makes a token's gradient independent of the micro-batch that it lies in.
/// </summary>
/// <remarks>
/// TRL divides each micro-batch by its own counts and by the accumulation count. Its numbers come out when
/// <see cref="Rows"/>, <see cref="Tokens"/> and <see cref="EntropyTokens"/> are one micro-batch's counts times the
/// accumulation, and <see cref="NormalizerTokens"/> is num_items_in_batch x accumulation / steps_per_generation.
/// </remarks>
public sealed record PolicyLossNormalizers
{
    /// <summary>Rows of the step; divides grpo, sapo, luspo and (times max_completion_length) dr_grpo.</summary>
    public required double Rows { get; init; }

    /// <summary>Masked-in tokens of the step; divides bnpo. At least 1.</summary>
    public required double Tokens { get; init; }

    /// <summary>Divides dapo, cispo and vespo: the masked-in tokens of the step, or their mean over the steps that share one generation. At least 1.</summary>
    public required double NormalizerTokens { get; init; }

    /// <summary>Tokens that the entropy bonus acts on: masked in, and at or above the threshold. At least 1.</summary>
    public required double EntropyTokens { get; init; }

    /// <summary>Tokens with an entropy below it lose their policy term; minus infinity where all are kept.</summary>
    public double EntropyThreshold { get; init; } = double.NegativeInfinity;

    /// <summary>Counts the rows and tokens of a whole step and, where the options ask for it, takes the entropy quantile.</summary>
    /// <param name="options">The loss.</param>
    /// <param name="offsets">Row boundaries of the whole step.</param>
    /// <param name="mask">Tokens that count; empty means all.</param>
    /// <param name="entropies">Entropies of the step's tokens (those recorded while sampling are known before it); may be empty when top_entropy_quantile is 1.</param>
    /// <exception cref="ArgumentException">A span does not fit the offsets, or the quantile is not in (0, 1].</exception>
    public static PolicyLossNormalizers ForStep(
        PolicyLossOptions options, ReadOnlySpan<int> offsets, ReadOnlySpan<bool> mask, ReadOnlySpan<double> entropies = default)
    {
        ArgumentNullException.ThrowIfNull(options);
        if (offsets.Length < 1) throw new ArgumentException("Offsets has no element; a step of no rows has one.", nameof(offsets));
        int length = offsets[^1] - offsets[0];
        if (!mask.IsEmpty && mask.Length != length) throw new ArgumentException($"The mask has {mask.Length} values for {length} tokens.", nameof(mask));
        if (options.TopEntropyQuantile is not (> 0.0 and <= 1.0))
            throw new ArgumentException($"top_entropy_quantile is {options.TopEntropyQuantile}; it lies in (0, 1].", nameof(options));
        if (options.SelectsByEntropy && entropies.Length != length)
            throw new ArgumentException($"{entropies.Length} entropies for {length} tokens; top_entropy_quantile needs one each.", nameof(entropies));

        long tokens = 0;
        for (int t = 0; t < length; t++)
            if (mask.IsEmpty || mask[t]) tokens++;

        double threshold = double.NegativeInfinity;
        long kept = tokens;
        if (options.SelectsByEntropy && tokens > 0)
        {
            threshold = Quantile(entropies, mask, checked((int)tokens), 1.0 - options.TopEntropyQuantile);
            kept = 0;
            for (int t = 0; t < length; t++)
                if ((mask.IsEmpty || mask[t]) && entropies[t] >= threshold) kept++;
        }

        return new PolicyLossNormalizers
        {
            Rows = Math.Max(1, offsets.Length - 1),
            Tokens = Math.Max(1, tokens),
            NormalizerTokens = Math.Max(1, tokens),
            EntropyTokens = Math.Max(1, kept),
            EntropyThreshold = threshold,
        };
    }

    internal double PolicyDivisor(PolicyLossOptions options) => options.LossType switch
    {
        PolicyLossKind.Grpo or PolicyLossKind.Sapo or PolicyLossKind.Luspo => Rows,
        PolicyLossKind.DrGrpo => Rows * options.MaxCompletionLength,
        PolicyLossKind.Bnpo => Tokens,
        _ => NormalizerTokens,
    };

    // Linear interpolation between the two nearest order statistics, as numpy and torch do.
    private static double Quantile(ReadOnlySpan<double> values, ReadOnlySpan<bool> mask, int count, double q)
    {
        double[] sorted = new double[count];
        int n = 0;
        for (int t = 0; t < values.Length; t++)
            if (mask.IsEmpty || mask[t]) sorted[n++] = values[t];
        Array.Sort(sorted);
        double rank = q * (count - 1);
        int below = (int)Math.Floor(rank);
        int above = Math.Min(below + 1, count - 1);
        double weight = rank - below, gap = sorted[above] - sorted[below];
        // From the nearer end: the result never passes the order statistic that it is meant to meet.
        return weight < 0.5 ? sorted[below] + weight * gap : sorted[above] - (1.0 - weight) * gap;
    }
}
