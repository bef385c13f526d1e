namespace Hone.Tensors;

// With a quantized output matrix: rows are quantized once, logits exist for a block of rows and ids at a time (4 MB).
internal static unsafe partial class LogProbabilityOps
{
    private const int QuantizedBlockRows = 1024;

    /// <summary><see cref="Backend.QuantizedTokenLogProb"/>.</summary>
    public static void QuantizedTokenLogProb(
        CpuBackend cpu, Tensor hidden, QuantizedTensor weight, ReadOnlySpan<int> targets, float inverseTemperature, KeptSets? kept,
        Tensor logProb, Tensor logSumExp, Tensor entropy, Tensor bias, float softCap)
    {
        int rows = RequireRows(hidden, targets, weight.Rows, kept);
        RequireQuantized(hidden, weight, bias);
        LaneOps.Require(logProb.ElementCount == rows && logSumExp.ElementCount == rows && entropy.ElementCount == rows, hidden, logProb);
        fixed (int* target = targets)
        {
            var results = new TokenRows(target, inverseTemperature, logProb.Floats, logSumExp.Floats, entropy.Floats);
            for (int row = 0; row < rows; row += QuantizedBlockRows)
            {
                int some = Math.Min(QuantizedBlockRows, rows - row), blockIds = BlockIds(some, weight.Rows);
                long logitBytes = (long)some * blockIds * sizeof(float);
                TensorStorage scratch = cpu.LaneScratch.Storage(logitBytes + ((long)some * sizeof(LogSumExpTile.State)));
                var states = (LogSumExpTile.State*)(scratch.Pointer + logitBytes);
                for (int i = 0; i < some; i++)
                    states[i] = LogSumExpTile.State.Start;
                QuantizedRows x = QuantizedOps.Prepare(cpu, hidden.Floats + ((nint)row * weight.Columns), some, weight);
                for (int id = 0; id < weight.Rows; id += blockIds)
                {
                    Tensor logits = Logits(cpu, x, weight, scratch, id, Math.Min(blockIds, weight.Rows - id), bias);
                    if (softCap > 0)
                        cpu.SoftCap(logits, softCap, logits);
                    var work = new TakeQuantizedLogitsWork(cpu.Set, logits.Floats, states, results, row, some, logits[1], id, kept);
                    cpu.Workers.Run(ref work, work.Pieces);
                }
                for (int i = 0; i < some; i++)
                    results.End(row + i, states[i]);
            }
        }
    }

    /// <summary><see cref="Backend.QuantizedTokenLogProbGradient"/>.</summary>
    public static void QuantizedTokenLogProbGradient(
        CpuBackend cpu, Tensor hidden, QuantizedTensor weight, ReadOnlySpan<int> targets, float inverseTemperature, KeptSets? kept,
        Tensor logSumExp, Tensor entropy, Tensor dlogProb, Tensor dentropy, Tensor dhidden, Tensor bias, float softCap, Tensor dbias)
    {
        int rows = RequireRows(hidden, targets, weight.Rows, kept);
        RequireQuantized(hidden, weight, bias);
        LaneOps.Require(logSumExp.ElementCount == rows && entropy.ElementCount == rows && dlogProb.ElementCount == rows, hidden, dlogProb);
        LaneOps.Require(dentropy.IsEmpty || dentropy.ElementCount == rows, hidden, dentropy);
        LaneOps.Require(dhidden.ElementCount == hidden.ElementCount, hidden, dhidden);
        LaneOps.Require(dbias.IsEmpty || dbias.ElementCount == weight.Rows, hidden, dbias);
        fixed (int* target = targets)
        {
            var gradients = new TokenGradients(
                target, inverseTemperature, logSumExp.Floats, entropy.Floats, dlogProb.Floats, dentropy.IsEmpty ? null : dentropy.Floats);
            for (int row = 0; row < rows; row += QuantizedBlockRows)
            {
                int some = Math.Min(QuantizedBlockRows, rows - row), blockIds = BlockIds(some, weight.Rows);
                long logitBytes = (long)some * blockIds * sizeof(float);
                TensorStorage scratch = cpu.LaneScratch.Storage(logitBytes * (softCap > 0 ? 2 : 1));
                QuantizedRows x = QuantizedOps.Prepare(cpu, hidden.Floats + ((nint)row * weight.Columns), some, weight);
                float* drow = dhidden.Floats + ((nint)row * weight.Columns);
                for (int id = 0; id < weight.Rows; id += blockIds)
                {
                    Tensor logits = Logits(cpu, x, weight, scratch, id, Math.Min(blockIds, weight.Rows - id), bias);
                    float* uncapped = softCap > 0 ? (float*)(scratch.Pointer + logitBytes) : null;
                    var work = new QuantizedLogitGradientWork(cpu.Set, logits.Floats, uncapped, softCap, gradients, row, some, logits[1], id, kept);
                    cpu.Workers.Run(ref work, work.Pieces);
                    if (!dbias.IsEmpty)
                        cpu.BiasGradient(logits, dbias.Slice(id, logits[1]));
                    QuantizedOps.InputGradient(cpu, logits.Floats, logits[1], weight, id, logits[1], drow, some, accumulate: id > 0);
                }
            }
        }
    }

    private static Tensor Logits(CpuBackend cpu, QuantizedRows x, QuantizedTensor weight, TensorStorage scratch, int id, int ids, Tensor bias)
    {
        var logits = new Tensor(scratch, 0, new Shape(x.Rows, ids));
        QuantizedOps.Product(cpu, x, weight, id, ids, bias.IsEmpty ? null : bias.Floats + id, logits.Floats, ids);
        return logits;
    }

    private static int BlockIds(int rows, int vocabularySize) =>
        Math.Min(vocabularySize, Math.Max(Backend.VocabularyTile, BlockFloats / rows / Backend.VocabularyTile * Backend.VocabularyTile));

    private static void RequireQuantized(Tensor hidden, QuantizedTensor weight, Tensor bias)
    {
        LaneOps.Require(hidden.Shape.Last == weight.Columns, hidden, hidden);
        LaneOps.Require(bias.IsEmpty || bias.ElementCount == weight.Rows, hidden, bias);
    }
}

/// <summary>Logits [rows, ids] of a block are cut and taken into the states of their rows; a piece is a row.</summary>
internal readonly unsafe struct TakeQuantizedLogitsWork(
    KernelSet set, float* logits, LogSumExpTile.State* states, TokenRows results, int firstRow, int rows, int ids, int firstId, KeptSets? kept) : IParallelWork
{
    /// <summary>Number of pieces.</summary>
    public int Pieces => rows;

    /// <inheritdoc/>
    public void Execute(int index, int worker)
    {
        float* row = logits + ((nint)index * ids);
        if (kept is not null)
            LogitTile.Cut(row, ids, firstId, kept.Row(firstRow + index));
        results.Take(set, firstRow + index, row, firstId, ids, ids, ref states[index]);
    }
}

/// <summary>Logits [rows, ids] of a block become their gradients; a piece is a row.</summary>
internal readonly unsafe struct QuantizedLogitGradientWork(
    KernelSet set, float* logits, float* uncapped, float softCap, TokenGradients gradients, int firstRow, int rows, int ids, int firstId, KeptSets? kept) : IParallelWork
{
    /// <summary>Number of pieces.</summary>
    public int Pieces => rows;

    /// <inheritdoc/>
    public void Execute(int index, int worker)
    {
        float* row = logits + ((nint)index * ids), before = uncapped + ((nint)index * ids);
        if (softCap > 0)
        {
            new ReadOnlySpan<float>(row, ids).CopyTo(new Span<float>(before, ids));
            SoftCapOps.SoftCap(set, row, softCap, row, ids);
        }
        if (kept is not null)
            LogitTile.Cut(row, ids, firstId, kept.Row(firstRow + index));
        gradients.Apply(set, firstRow + index, row, firstId, ids);
        if (softCap > 0)
            SoftCapOps.Gradient(set, before, softCap, row, ids);
    }
}
