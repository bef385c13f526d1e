namespace Hone.Tensors;

public sealed partial class ComputeContext
{
    /// <summary>
    /// Number of logits, R V, up to which <see cref="TokenLogProb"/> keeps those of a call for its backward: 128 MiB of float32, little beside the
    /// weights of a model that has so many ids.
    /// </summary>
    public const long MostKeptLogits = 32L << 20;

    /// <summary>
    /// Log-probability of one target a row and the entropy of its distribution, fused with the output projection: the
    /// logits of all rows are not needed at once. A tape keeps them up to <see cref="MostKeptLogits"/>, which saves backward a
    /// product. Cross-entropy is minus the mean of the log-probabilities. With g and e the gradients of log-probability and entropy: dz_v = g ([v = target] - p_v) - e p_v (log p_v + H), z = logits / T.
    /// </summary>
    /// <param name="hidden">[R, D].</param>
    /// <param name="head">Output weight [V, D].</param>
    /// <param name="targets">R ids in [0, V).</param>
    /// <param name="temperature">T, above 0; 1 leaves the logits as they are.</param>
    /// <param name="kept">Which ids each row could draw from; null for all. A target outside its set has log-probability -infinity.</param>
    /// <param name="bias">[V], added to the logits; null for none.</param>
    /// <param name="softCap">Bound of the logits, as in <see cref="SoftCap"/>; 0 for none.</param>
    /// <exception cref="ArgumentException">Counts or widths differ.</exception>
    public TokenLogProbs TokenLogProb(
        Tensor hidden, PackedMatrix head, ReadOnlySpan<int> targets, float temperature = 1f, KeptSets? kept = null,
        Parameter? bias = null, float softCap = 0f)
    {
        ArgumentNullException.ThrowIfNull(head);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(temperature);
        ArgumentOutOfRangeException.ThrowIfNegative(softCap);
        if (hidden.Shape != new Shape(targets.Length, head.Columns))
            throw new ArgumentException($"{targets.Length} targets and head {head.Weight} do not fit hidden {hidden.Shape}.", nameof(hidden));
        if (kept is not null && kept.RowCount != targets.Length)
            throw new ArgumentException($"{kept.RowCount} kept sets for {targets.Length} rows.", nameof(kept));
        RequireInRange(targets, head.Rows, nameof(targets));
        float inverse = 1f / temperature;
        ScratchArena.Mark mark = Tape?.Saved.MarkTop() ?? default;
        var shape = new Shape(targets.Length);
        Tensor logProb = Allocate(shape), lse = Allocate(shape), entropy = Allocate(shape); // [R] each
        Tensor added = bias is null ? default : bias.Value;
        bool keeps = Tape is not null && head.Weight.Blocks is null && (long)targets.Length * head.Rows <= MostKeptLogits;
        Tensor logits = keeps ? Allocate(Backend.KeptLogitsShape(targets.Length, head.Rows)) : default; // [tiles, R, 512]
        if (head.Weight.Blocks is { } blocks)
            Backend.QuantizedTokenLogProb(hidden, blocks, targets, inverse, kept, logProb, lse, entropy, added, softCap);
        else
            Backend.TokenLogProb(hidden, head.Panels, head.Rows, targets, inverse, kept, logProb, lse, entropy, added, softCap, logits);
        return Tape is null
            ? new TokenLogProbs(logProb, entropy, lse)
            : RecordTokenLogProb(mark, hidden, head, targets.ToArray(), inverse, kept, bias, softCap, logits, new TokenLogProbs(logProb, entropy, lse));
    }

    private TokenLogProbs RecordTokenLogProb(
        ScratchArena.Mark mark, Tensor hidden, PackedMatrix head, int[] targets, float inverse, KeptSets? kept, Parameter? bias, float softCap,
        Tensor logits, TokenLogProbs result)
    {
        Tensor entropy = Tape!.RecordCompanion(result.Entropy);
        Tensor logProb = Tape.Record(
            result.LogProb, mark,
            pass =>
            {
                Tensor dlogProb = pass.OutputGradient, zero = default;
                if (dlogProb.IsEmpty)
                {
                    dlogProb = zero = pass.Rent(result.LogProb.Shape);
                    pass.Backend.Fill(zero, 0);
                }
                Tensor dhidden = pass.Rent(hidden.Shape);
                bool accumulate = false;
                Tensor dweight = head.Weight.IsTrainable ? pass.Gradients.Accumulator(head.Weight, ParameterUse.Product, out accumulate) : default;
                Tensor dbias = bias is { IsTrainable: true } ? pass.Gradients.Accumulator(bias, ParameterUse.Product) : default;
                Tensor added = bias is null ? default : bias.Value;
                if (head.Weight.Blocks is { } blocks)
                {
                    pass.Backend.QuantizedTokenLogProbGradient(
                        hidden, blocks, targets, inverse, kept, result.LogSumExp, result.Entropy,
                        dlogProb, pass.CompanionGradient, dhidden, added, softCap, dbias);
                }
                else
                {
                    pass.Backend.TokenLogProbGradient(
                        hidden, head.Panels, head.Weight.Value, targets, inverse, kept, result.LogSumExp, result.Entropy,
                        dlogProb, pass.CompanionGradient, dhidden, dweight, added, softCap, dbias, logits, accumulate);
                }
                pass.Give(hidden, dhidden);
                if (!zero.IsEmpty)
                    pass.Return(zero);
            },
            entropy);
        return result with { LogProb = logProb, Entropy = entropy };
    }
}
