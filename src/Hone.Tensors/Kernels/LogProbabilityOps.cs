using System.Diagnostics;

namespace Hone.Tensors;

/// <summary>
/// Log-probabilities over the vocabulary. Logits exist for a block of rows and ids at a time (4 MB); the row states carry the
/// log-sum-exp from block to block, and the chains of both gradients go on from block to block in their written order.
/// </summary>
internal static unsafe class LogProbabilityOps
{
    private const int BlockFloats = 1 << 20, UsualIds = 2048;

    /// <summary><see cref="Backend.LogSumExp"/>.</summary>
    public static void LogSumExp(CpuBackend cpu, Tensor logits, ReadOnlySpan<float> inverseTemperature, Tensor logSumExp, Tensor entropy)
    {
        int rows = LaneOps.Rows(logits), vocabulary = logits.Shape.Last;
        LaneOps.Require(inverseTemperature.Length >= rows && logSumExp.ElementCount >= rows, logits, logSumExp);
        LaneOps.Require(entropy.IsEmpty || entropy.ElementCount >= rows, logits, entropy);
        fixed (float* scale = inverseTemperature)
        {
            var work = new LogSumExpWork(
                cpu.Set, logits.Floats, scale, logSumExp.Floats, entropy.IsEmpty ? null : entropy.Floats, rows, vocabulary);
            cpu.Workers.Run(ref work, work.Pieces);
        }
    }

    /// <summary><see cref="Backend.TokenLogProb"/>.</summary>
    public static void TokenLogProb(
        CpuBackend cpu, Tensor hidden, Tensor panels, int vocabularySize, ReadOnlySpan<int> targets, float inverseTemperature, KeptSets? kept,
        Tensor logProb, Tensor logSumExp, Tensor entropy, Tensor bias, float softCap)
    {
        int rows = RequireRows(hidden, targets, vocabularySize, kept);
        LaneOps.Require(panels.Shape == Backend.PanelShape(vocabularySize, hidden.Shape.Last), hidden, panels);
        LaneOps.Require(bias.IsEmpty || bias.ElementCount == vocabularySize, hidden, bias);
        LaneOps.Require(logProb.ElementCount == rows && logSumExp.ElementCount == rows && entropy.ElementCount == rows, hidden, logProb);
        if (rows == 0)
            return;
        Tensor matrix = hidden.Reshape(new Shape(rows, hidden.Shape.Last));
        (int blockRows, int blockIds) = Block(rows, vocabularySize);
        long logitBytes = (long)blockRows * blockIds * sizeof(float);
        TensorStorage scratch = cpu.LaneScratch.Storage(logitBytes + ((long)blockRows * sizeof(LogSumExpTile.State)));
        var states = (LogSumExpTile.State*)(scratch.Pointer + logitBytes);
        float* chosen = logProb.Floats, lse = logSumExp.Floats, h = entropy.Floats;
        fixed (int* target = targets)
        {
            for (int row = 0; row < rows; row += blockRows)
            {
                int rowCount = Math.Min(blockRows, rows - row);
                for (int i = 0; i < rowCount; i++)
                    states[i] = LogSumExpTile.State.Start;
                for (int id = 0; id < vocabularySize; id += blockIds)
                {
                    Tensor logits = Logits(cpu, matrix.Slice(row, rowCount), panels, id, Math.Min(blockIds, vocabularySize - id), bias, scratch);
                    if (softCap > 0)
                        cpu.SoftCap(logits, softCap, logits);
                    var work = new TokenLogProbWork(
                        cpu.Set, logits.Floats, states, rowCount, logits[1], row, id, target, kept, inverseTemperature, chosen, lse, h, null, null);
                    cpu.Workers.Run(ref work, work.Pieces);
                }
                for (int i = 0; i < rowCount; i++)
                {
                    lse[row + i] = states[i].LogSumExp;
                    h[row + i] = lse[row + i] - (states[i].Weighted / states[i].Mass);
                    chosen[row + i] -= lse[row + i];
                }
            }
        }
    }

    /// <summary><see cref="Backend.TokenLogProbGradient"/>.</summary>
    public static void TokenLogProbGradient(
        CpuBackend cpu, Tensor hidden, Tensor panels, Tensor weight, ReadOnlySpan<int> targets, float inverseTemperature, KeptSets? kept,
        Tensor logSumExp, Tensor entropy, Tensor dlogProb, Tensor dentropy, Tensor dhidden, Tensor dweight,
        Tensor bias, float softCap, Tensor dbias)
    {
        int vocabularySize = weight[0], width = hidden.Shape.Last;
        int rows = RequireRows(hidden, targets, vocabularySize, kept);
        LaneOps.Require(weight[1] == width && panels.Shape == Backend.PanelShape(vocabularySize, width), weight, panels);
        LaneOps.Require(logSumExp.ElementCount == rows && entropy.ElementCount == rows && dlogProb.ElementCount == rows, hidden, dlogProb);
        LaneOps.Require(dentropy.IsEmpty || dentropy.ElementCount == rows, hidden, dentropy);
        LaneOps.Require(dhidden.ElementCount == hidden.ElementCount, hidden, dhidden);
        LaneOps.Require(dweight.IsEmpty || dweight.Shape == weight.Shape, weight, dweight);
        LaneOps.Require(bias.IsEmpty || bias.ElementCount == vocabularySize, weight, bias);
        LaneOps.Require(dbias.IsEmpty || dbias.ElementCount == vocabularySize, weight, dbias);
        if (rows == 0)
            return;
        Tensor matrix = hidden.Reshape(new Shape(rows, width)), dmatrix = dhidden.Reshape(new Shape(rows, width));
        (int blockRows, int blockIds) = Block(rows, vocabularySize);
        long blockLength = (long)blockRows * blockIds;
        TensorStorage scratch = cpu.LaneScratch.Storage((softCap > 0 ? 2 : 1) * blockLength * sizeof(float));
        fixed (int* target = targets)
        {
            for (int row = 0; row < rows; row += blockRows)
            {
                int rowCount = Math.Min(blockRows, rows - row);
                Tensor some = matrix.Slice(row, rowCount);
                for (int id = 0; id < vocabularySize; id += blockIds)
                {
                    int idCount = Math.Min(blockIds, vocabularySize - id);
                    Tensor logits = Logits(cpu, some, panels, id, idCount, bias, scratch), uncapped = default;
                    if (softCap > 0)
                    {
                        uncapped = new Tensor(scratch, blockLength, logits.Shape);
                        cpu.Copy(logits, uncapped);
                        cpu.SoftCap(uncapped, softCap, logits);
                    }
                    var work = new TokenLogProbWork(
                        cpu.Set, logits.Floats, null, rowCount, idCount, row, id, target, kept, inverseTemperature,
                        null, logSumExp.Floats, entropy.Floats, dlogProb.Floats, dentropy.IsEmpty ? null : dentropy.Floats);
                    cpu.Workers.Run(ref work, work.Pieces);
                    if (softCap > 0)
                        cpu.SoftCapGradient(uncapped, softCap, logits, logits, accumulate: false);
                    if (!dbias.IsEmpty)
                        cpu.BiasGradient(logits, dbias.Slice(id, idCount));
                    cpu.ProductInputGradient(logits, weight.Slice(id, idCount), dmatrix.Slice(row, rowCount), accumulate: id > 0);
                    if (!dweight.IsEmpty)
                        cpu.ProductWeightGradient(logits, some, dweight.Slice(id, idCount));
                }
            }
        }
    }

    // Logits of some rows and ids; the first id is a multiple of both the vocabulary tile and the panel width.
    private static Tensor Logits(CpuBackend cpu, Tensor hidden, Tensor panels, int firstId, int count, Tensor bias, TensorStorage scratch)
    {
        Debug.Assert(firstId % Backend.VocabularyTile == 0, "A block begins where a vocabulary tile begins.");
        var logits = new Tensor(scratch, 0, new Shape(hidden[0], count));
        int panelCount = (count + Backend.PanelWidth - 1) / Backend.PanelWidth;
        cpu.Product(hidden, panels.Slice(firstId / Backend.PanelWidth, panelCount), bias.IsEmpty ? default : bias.Slice(firstId, count), logits);
        return logits;
    }

    // Few rows take more ids at once, so that a decode step reads its weights in one product.
    private static (int Rows, int Ids) Block(int rows, int vocabularySize)
    {
        int usual = Math.Min(vocabularySize, UsualIds);
        int blockRows = Math.Min(rows, BlockFloats / usual);
        int ids = Math.Max(Backend.VocabularyTile, BlockFloats / blockRows / Backend.VocabularyTile * Backend.VocabularyTile);
        return (blockRows, Math.Min(ids, vocabularySize));
    }

    private static int RequireRows(Tensor hidden, ReadOnlySpan<int> targets, int vocabularySize, KeptSets? kept)
    {
        int rows = LaneOps.Rows(hidden);
        if (targets.Length != rows || (kept is not null && kept.RowCount != rows))
            throw new ArgumentException($"{targets.Length} targets and {kept?.RowCount ?? rows} kept sets for hidden states {hidden}.", nameof(targets));
        foreach (int target in targets)
        {
            if ((uint)target >= (uint)vocabularySize)
                throw new ArgumentOutOfRangeException(nameof(targets), target, $"The vocabulary has {vocabularySize} ids.");
        }
        return rows;
    }
}
