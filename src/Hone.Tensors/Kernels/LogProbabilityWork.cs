using System.Runtime.CompilerServices;

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

/// <summary>Results of <see cref="Backend.TokenLogProb"/> for all rows: while tiles are taken, the target's scaled logit waits in the log-probability.</summary>
internal readonly unsafe struct TokenRows(int* targets, float inverseTemperature, float* logProb, float* logSumExp, float* entropy)
{
    /// <summary>Takes a part of a row into its state.</summary>
    /// <param name="set">Kernels.</param>
    /// <param name="row">Row of the batch.</param>
    /// <param name="logits">The part.</param>
    /// <param name="firstId">Its first id, where a vocabulary tile begins.</param>
    /// <param name="ids">Its ids.</param>
    /// <param name="columns">Its columns: beyond the ids they are -infinity.</param>
    /// <param name="state">The row's state.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Take(KernelSet set, int row, float* logits, int firstId, int ids, int columns, ref LogSumExpTile.State state)
    {
        int target = targets[row] - firstId;
        if ((uint)target < (uint)ids)
            logProb[row] = logits[target] * inverseTemperature;
        LogSumExpTile.Take(set, logits, columns, inverseTemperature, true, ref state);
    }

    /// <summary>Ends a row.</summary>
    public void End(int row, in LogSumExpTile.State state)
    {
        float lse = state.LogSumExp;
        logSumExp[row] = lse;
        entropy[row] = lse - (state.Weighted / state.Mass);
        logProb[row] -= lse;
    }
}

/// <summary>Many rows: a piece is rows, for which a worker makes the logits tile by tile and takes them at once.</summary>
internal readonly unsafe struct TokenLogProbWork(KernelSet set, GemmScratch scratch, LogitTile tiles, TokenRows results, int rows, int pieces) : IParallelWork
{
    /// <inheritdoc/>
    [SkipLocalsInit]
    public void Execute(int index, int worker)
    {
        int first = (int)((long)index * rows / pieces), count = (int)((long)(index + 1) * rows / pieces) - first;
        float* logits = scratch.Own(worker);
        LogSumExpTile.State* states = stackalloc LogSumExpTile.State[LogitTile.Rows];
        for (int i = 0; i < count; i++)
            states[i] = LogSumExpTile.State.Start;
        tiles.Pack(first, count, logits);
        for (int tile = 0; tile < tiles.Count; tile++)
        {
            tiles.Compute(first, count, tile, logits, null);
            int ids = tiles.Ids(tile), columns = tiles.Columns(tile);
            for (int i = 0; i < count; i++)
                results.Take(set, first + i, logits + ((nint)i * Backend.VocabularyTile), tile * Backend.VocabularyTile, ids, columns, ref states[i]);
        }
        for (int i = 0; i < count; i++)
            results.End(first + i, states[i]);
    }
}

/// <summary>Few rows: logits [rows, count] of ids <c>firstId</c> and on, made by a product that all workers share, are cut and taken.</summary>
internal readonly unsafe struct TakeLogitsWork(
    KernelSet set, float* logits, LogSumExpTile.State* states, TokenRows results, int rows, int count, int firstId, KeptSets? kept) : IParallelWork
{
    /// <inheritdoc/>
    public void Execute(int index, int worker)
    {
        float* row = logits + ((nint)index * count);
        if (kept is not null)
            LogitTile.Cut(row, count, firstId, kept.Row(index));
        results.Take(set, index, row, firstId, count, count, ref states[index]);
    }

    /// <summary>Number of pieces.</summary>
    public int Pieces => rows;
}

/// <summary>What the gradient of every row needs; pointers are to the whole batch. A null entropy gradient means that there is none.</summary>
internal readonly unsafe struct TokenGradients(
    int* targets, float inverseTemperature, float* logSumExp, float* entropy, float* dlogProb, float* dentropy)
{
    /// <summary>Overwrites logits of a row with their gradients.</summary>
    public void Apply(KernelSet set, int row, float* logits, int firstId, int columns)
    {
        var numbers = new LogSumExpTile.RowGradient(
            inverseTemperature, logSumExp[row], entropy[row], dlogProb[row], dentropy == null ? 0f : dentropy[row], dentropy != null);
        LogSumExpTile.Gradient(set, logits, columns, targets[row] - firstId, numbers);
    }
}

/// <summary>
/// Gradients of the logits of some rows and tiles, to memory that the products of backward read: [rows, ids] without gaps.
/// A piece is some of the rows and one tile.
/// </summary>
internal readonly unsafe struct LogitGradientWork(
    KernelSet set, GemmScratch scratch, LogitTile tiles, TokenGradients gradients, int firstRow, int rows, int rowPieces, int firstTile, int tileCount,
    float softCap, float* result, int ids) : IParallelWork
{
    /// <summary>Number of pieces.</summary>
    public int Pieces => rowPieces * tileCount;

    /// <inheritdoc/>
    public void Execute(int index, int worker)
    {
        // Neighbouring pieces have the same rows, whose hidden states stay in the worker's cache.
        int piece = index / tileCount, tile = firstTile + (index % tileCount), firstId = tile * Backend.VocabularyTile;
        int first = (int)((long)piece * rows / rowPieces), count = (int)((long)(piece + 1) * rows / rowPieces) - first;
        float* logits = scratch.Own(worker), target = result + ((nint)first * ids) + ((index % tileCount) * Backend.VocabularyTile);
        float* uncapped = softCap > 0 ? logits + LogitTile.Floats : null;
        tiles.Pack(firstRow + first, count, logits);
        tiles.Compute(firstRow + first, count, tile, logits, uncapped);
        int some = tiles.Ids(tile), columns = tiles.Columns(tile);
        for (int i = 0; i < count; i++, logits += Backend.VocabularyTile, target += ids)
        {
            gradients.Apply(set, firstRow + first + i, logits, firstId, columns);
            if (softCap > 0)
                SoftCapOps.Gradient(set, uncapped + ((nint)i * Backend.VocabularyTile), softCap, logits, some);
            new ReadOnlySpan<float>(logits, some).CopyTo(new Span<float>(target, some));
        }
    }
}
