namespace Hone.Tensors;

/// <summary>Log-probabilities from logits that are there: the row work of <see cref="LogProbabilityOps"/> without its products.</summary>
internal static unsafe class LogitLogProbOps
{
    /// <summary><see cref="Backend.LogitLogProb"/>.</summary>
    public static void Forward(
        CpuBackend cpu, Tensor logits, ReadOnlySpan<int> targets, float inverseTemperature, KeptSets? kept,
        Tensor logProb, Tensor logSumExp, Tensor entropy)
    {
        int rows = RequireRows(logits, targets, kept), vocabulary = logits.Shape.Last;
        LaneOps.Require(logProb.ElementCount == rows && logSumExp.ElementCount == rows && entropy.ElementCount == rows, logits, logProb);
        float* chosen = logProb.Floats, lse = logSumExp.Floats, h = entropy.Floats;
        // One row at a time is copied where it must be cut; the caller's logits stay as they are.
        int each = kept is null ? rows : 1;
        long copyBytes = kept is null ? 0 : (long)vocabulary * sizeof(float);
        TensorStorage scratch = cpu.LaneScratch.Storage(copyBytes + ((long)Math.Max(1, each) * sizeof(LogSumExpTile.State)));
        var states = (LogSumExpTile.State*)(scratch.Pointer + copyBytes);
        fixed (int* target = targets)
        {
            for (int row = 0; row < rows; row += each)
            {
                Tensor part = logits.Slice(row, each);
                if (kept is not null)
                {
                    var copy = new Tensor(scratch, 0, part.Shape);
                    cpu.Copy(part, copy);
                    part = copy;
                }
                for (int i = 0; i < each; i++)
                    states[i] = LogSumExpTile.State.Start;
                var work = new TokenLogProbWork(
                    cpu.Set, part.Floats, states, each, vocabulary, row, 0, target, kept, inverseTemperature, chosen, lse, h, null, null);
                cpu.Workers.Run(ref work, work.Pieces);
                for (int i = 0; i < each; i++)
                {
                    lse[row + i] = states[i].LogSumExp;
                    h[row + i] = lse[row + i] - (states[i].Weighted / states[i].Mass);
                    chosen[row + i] -= lse[row + i];
                }
            }
        }
    }

    /// <summary><see cref="Backend.LogitLogProbGradient"/>.</summary>
    public static void Gradient(
        CpuBackend cpu, Tensor logits, ReadOnlySpan<int> targets, float inverseTemperature, KeptSets? kept, Tensor logSumExp, Tensor entropy,
        Tensor dlogProb, Tensor dentropy, Tensor dlogits)
    {
        int rows = RequireRows(logits, targets, kept), vocabulary = logits.Shape.Last;
        LaneOps.Require(dlogits.ElementCount == logits.ElementCount, logits, dlogits);
        LaneOps.Require(logSumExp.ElementCount == rows && entropy.ElementCount == rows && dlogProb.ElementCount == rows, logits, dlogProb);
        LaneOps.Require(dentropy.IsEmpty || dentropy.ElementCount == rows, logits, dentropy);
        if (rows == 0)
            return;
        cpu.Copy(logits, dlogits);
        fixed (int* target = targets)
        {
            var work = new TokenLogProbWork(
                cpu.Set, dlogits.Floats, null, rows, vocabulary, 0, 0, target, kept, inverseTemperature,
                null, logSumExp.Floats, entropy.Floats, dlogProb.Floats, dentropy.IsEmpty ? null : dentropy.Floats);
            cpu.Workers.Run(ref work, work.Pieces);
        }
    }

    private static int RequireRows(Tensor logits, ReadOnlySpan<int> targets, KeptSets? kept)
    {
        int rows = LaneOps.Rows(logits);
        if (targets.Length != rows || (kept is not null && kept.RowCount != rows))
            throw new ArgumentException($"{targets.Length} targets and {kept?.RowCount ?? rows} kept sets for logits {logits}.", nameof(targets));
        foreach (int target in targets)
        {
            if ((uint)target >= (uint)logits.Shape.Last)
                throw new ArgumentOutOfRangeException(nameof(targets), target, $"The vocabulary has {logits.Shape.Last} ids.");
        }
        return rows;
    }
}
