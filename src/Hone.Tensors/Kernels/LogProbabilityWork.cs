namespace Hone.Tensors;

/// <summary><see cref="Backend.LogSumExp"/> on whole rows of logits: pieces are rows. A null entropy means that none is wanted.</summary>
internal readonly unsafe struct LogSumExpWork(
    KernelSet set, float* logits, float* inverseTemperature, float* logSumExp, float* entropy, int rows, int vocabulary) : IParallelWork
{
    /// <summary>Number of pieces.</summary>
    public int Pieces => LaneOps.Pieces(rows, LaneOps.RowsPerPiece(vocabulary));

    /// <inheritdoc/>
    public void Execute(int index, int worker)
    {
        int each = LaneOps.RowsPerPiece(vocabulary), to = Math.Min(rows, (index + 1) * each);
        for (int r = index * each; r < to; r++)
        {
            LogSumExpTile.State state = LogSumExpTile.State.Start;
            LogSumExpTile.Take(set, logits + ((nint)r * vocabulary), vocabulary, inverseTemperature[r], entropy != null, ref state);
            float lse = state.LogSumExp;
            logSumExp[r] = lse;
            if (entropy != null)
                entropy[r] = lse - (state.Weighted / state.Mass);
        }
    }
}

/// <summary>
/// What is done to logits [rows, count] of vocabulary ids <c>firstId</c> and on, for rows <c>firstRow</c> and on of the batch:
/// cut to the kept sets; then taken into the states (forward) or overwritten with their gradients (backward).
/// Pointers are to the whole batch, but for <c>logits</c> and <c>states</c>. Null states mean backward.
/// </summary>
internal readonly unsafe struct TokenLogProbWork(
    KernelSet set, float* logits, LogSumExpTile.State* states, int rows, int count, int firstRow, int firstId, int* targets, KeptSets? kept,
    float inverseTemperature, float* logProb, float* logSumExp, float* entropy, float* dlogProb, float* dentropy) : IParallelWork
{
    /// <summary>Number of pieces.</summary>
    public int Pieces => LaneOps.Pieces(rows, LaneOps.RowsPerPiece(count));

    /// <inheritdoc/>
    public void Execute(int index, int worker)
    {
        int each = LaneOps.RowsPerPiece(count), to = Math.Min(rows, (index + 1) * each);
        for (int i = index * each; i < to; i++)
        {
            int r = firstRow + i, target = targets[r] - firstId;
            float* row = logits + ((nint)i * count);
            if (kept is not null)
                Cut(row, kept.Row(r));
            if (states != null)
            {
                // The target's scaled logit waits in logProb for the row's log-sum-exp.
                if ((uint)target < (uint)count)
                    logProb[r] = row[target] * inverseTemperature;
                LogSumExpTile.Take(set, row, count, inverseTemperature, true, ref states[i]);
                continue;
            }
            var gradient = new LogSumExpTile.RowGradient(
                inverseTemperature, logSumExp[r], entropy[r], dlogProb[r], dentropy == null ? 0f : dentropy[r], dentropy != null);
            LogSumExpTile.Gradient(set, row, count, target, gradient);
        }
    }

    // Logits outside the kept ids become -infinity; an empty set keeps all.
    private void Cut(float* row, ReadOnlySpan<int> ids)
    {
        if (ids.IsEmpty)
            return;
        int next = ids.BinarySearch(firstId), clear = 0;
        for (next = next < 0 ? ~next : next; next < ids.Length && ids[next] - firstId < count; next++)
        {
            int keep = ids[next] - firstId;
            new Span<float>(row + clear, keep - clear).Fill(float.NegativeInfinity);
            clear = keep + 1;
        }
        new Span<float>(row + clear, count - clear).Fill(float.NegativeInfinity);
    }
}
