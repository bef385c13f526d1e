namespace Hone.Tensors;

public sealed partial class ComputeContext
{
    /// <summary>
    /// Log-probability of one target a row and the entropy of its distribution, from logits that are there: the bits of
    /// <see cref="TokenLogProb"/> where the logits are those of its product. For output matrices that differ from row to row.
    /// </summary>
    /// <param name="logits">[R, V], after bias and soft cap.</param>
    /// <param name="targets">R ids in [0, V).</param>
    /// <param name="temperature">T, above 0.</param>
    /// <param name="kept">Which ids each row could draw from; null for all.</param>
    /// <exception cref="ArgumentException">Counts differ.</exception>
    public TokenLogProbs LogitLogProb(Tensor logits, ReadOnlySpan<int> targets, float temperature = 1f, KeptSets? kept = null)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(temperature);
        if (logits.Shape.Rank != 2 || logits[0] != targets.Length)
            throw new ArgumentException($"{targets.Length} targets do not fit logits {logits.Shape}.", nameof(targets));
        if (kept is not null && kept.RowCount != targets.Length)
            throw new ArgumentException($"{kept.RowCount} kept sets for {targets.Length} rows.", nameof(kept));
        RequireInRange(targets, logits[1], nameof(targets));
        float inverse = 1f / temperature;
        ScratchArena.Mark mark = Tape?.Saved.MarkTop() ?? default;
        var shape = new Shape(targets.Length);
        Tensor logProb = Allocate(shape), lse = Allocate(shape), entropy = Allocate(shape); // [R] each
        Backend.LogitLogProb(logits, targets, inverse, kept, logProb, lse, entropy);
        var result = new TokenLogProbs(logProb, entropy, lse);
        return Tape is null ? result : RecordLogitLogProb(mark, logits, targets.ToArray(), inverse, kept, result);
    }

    private TokenLogProbs RecordLogitLogProb(
        ScratchArena.Mark mark, Tensor logits, int[] targets, float inverse, KeptSets? kept, TokenLogProbs result)
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
                Tensor dlogits = pass.Rent(logits.Shape); // [R, V]
                pass.Backend.LogitLogProbGradient(
                    logits, targets, inverse, kept, result.LogSumExp, result.Entropy, dlogProb, pass.CompanionGradient, dlogits);
                pass.Give(logits, dlogits);
                if (!zero.IsEmpty)
                    pass.Return(zero);
            },
            entropy);
        return result with { LogProb = logProb, Entropy = entropy };
    }
}
