namespace Hone.Tensors;

/// <summary>
/// Log-probabilities over the vocabulary. Logits exist for one vocabulary tile of a worker's rows at a time, unless the caller wants
/// them kept for backward; the row states carry the log-sum-exp from tile to tile. Their gradients exist for a block of rows and ids
/// at a time (4 MB), and the chains of both products of backward go on from block to block in their written order.
/// </summary>
internal static unsafe partial class LogProbabilityOps
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
        Tensor logProb, Tensor logSumExp, Tensor entropy, Tensor bias, float softCap, Tensor logits)
    {
        int rows = RequireRows(hidden, targets, vocabularySize, kept);
        LaneOps.Require(panels.Shape == Backend.PanelShape(vocabularySize, hidden.Shape.Last), hidden, panels);
        LaneOps.Require(bias.IsEmpty || bias.ElementCount == vocabularySize, hidden, bias);
        LaneOps.Require(logProb.ElementCount == rows && logSumExp.ElementCount == rows && entropy.ElementCount == rows, hidden, logProb);
        LaneOps.Require(logits.IsEmpty || logits.Shape == Backend.KeptLogitsShape(rows, vocabularySize), hidden, logits);
        if (rows == 0)
            return;
        fixed (int* target = targets)
        {
            var results = new TokenRows(target, inverseTemperature, logProb.Floats, logSumExp.Floats, entropy.Floats);
            if (cpu.Threads > 1 && rows < cpu.Threads * RowTile.MaxRows)
            {
                FewRows(cpu, hidden, panels, vocabularySize, bias, softCap, kept, results, rows, logits);
                return;
            }
            int pieces = Pieces(rows, cpu.Threads);
            var tiles = new LogitTile(cpu.Set, hidden, panels, vocabularySize, bias, softCap, kept, logits, isFilled: false);
            cpu.Scratch.ReserveOwn(tiles.WorkerFloats);
            var work = new TokenLogProbWork(cpu.Set, cpu.Scratch, tiles, results, rows, pieces);
            cpu.Workers.Run(ref work, pieces);
        }
    }

    // Too few rows for every worker to have some: the vocabulary is shared instead.
    private static void FewRows(
        CpuBackend cpu, Tensor hidden, Tensor panels, int vocabularySize, Tensor bias, float softCap, KeptSets? kept, TokenRows results, int rows, Tensor held)
    {
        Tensor matrix = hidden.Reshape(new Shape(rows, hidden.Shape.Last));
        int blockIds = Math.Min(vocabularySize, Math.Max(Backend.VocabularyTile, BlockFloats / rows / Backend.VocabularyTile * Backend.VocabularyTile));
        long logitBytes = (long)rows * blockIds * sizeof(float);
        TensorStorage scratch = cpu.LaneScratch.Storage(logitBytes + ((long)rows * sizeof(LogSumExpTile.State)));
        var states = (LogSumExpTile.State*)(scratch.Pointer + logitBytes);
        for (int i = 0; i < rows; i++)
            states[i] = LogSumExpTile.State.Start;
        for (int id = 0; id < vocabularySize; id += blockIds)
        {
            int count = Math.Min(blockIds, vocabularySize - id);
            var logits = new Tensor(scratch, 0, new Shape(rows, count));
            int panelCount = (count + Backend.PanelWidth - 1) / Backend.PanelWidth;
            cpu.Product(matrix, panels.Slice(id / Backend.PanelWidth, panelCount), bias.IsEmpty ? default : bias.Slice(id, count), logits);
            for (int at = 0; at < count && !held.IsEmpty; at += Backend.VocabularyTile)
            {
                float* tile = held.Floats + ((nint)(id + at) * rows);
                GemmPack.CopyRows(logits.Floats + at, count, Math.Min(Backend.VocabularyTile, count - at), rows, tile, Backend.VocabularyTile);
            }
            if (softCap > 0)
                cpu.SoftCap(logits, softCap, logits);
            var work = new TakeLogitsWork(cpu.Set, logits.Floats, states, results, rows, count, id, kept);
            cpu.Workers.Run(ref work, work.Pieces);
        }
        for (int i = 0; i < rows; i++)
            results.End(i, states[i]);
    }

    /// <summary><see cref="Backend.TokenLogProbGradient"/>.</summary>
    public static void TokenLogProbGradient(
        CpuBackend cpu, Tensor hidden, Tensor panels, Tensor weight, ReadOnlySpan<int> targets, float inverseTemperature, KeptSets? kept,
        Tensor logSumExp, Tensor entropy, Tensor dlogProb, Tensor dentropy, Tensor dhidden, Tensor dweight,
        Tensor bias, float softCap, Tensor dbias, Tensor held, bool accumulate)
    {
        int vocabularySize = weight[0], width = hidden.Shape.Last;
        int rows = RequireRows(hidden, targets, vocabularySize, kept);
        LaneOps.Require(weight[1] == width && panels.Shape == Backend.PanelShape(vocabularySize, width), weight, panels);
        LaneOps.Require(logSumExp.ElementCount == rows && entropy.ElementCount == rows && dlogProb.ElementCount == rows, hidden, dlogProb);
        LaneOps.Require(dentropy.IsEmpty || dentropy.ElementCount == rows, hidden, dentropy);
        LaneOps.Require(dhidden.ElementCount == hidden.ElementCount, hidden, dhidden);
        LaneOps.Require(dweight.IsEmpty || dweight.Shape == weight.Shape, weight, dweight);
        LaneOps.Require(bias.IsEmpty || bias.ElementCount == vocabularySize, weight, bias);
        LaneOps.Require(held.IsEmpty || held.Shape == Backend.KeptLogitsShape(rows, vocabularySize), hidden, held);
        LaneOps.Require(dbias.IsEmpty || dbias.ElementCount == vocabularySize, weight, dbias);
        if (rows == 0)
        {
            if (!accumulate && !dweight.IsEmpty)
                cpu.Fill(dweight, 0f);
            return;
        }
        Tensor matrix = hidden.Reshape(new Shape(rows, width)), dmatrix = dhidden.Reshape(new Shape(rows, width));
        (int blockRows, int blockIds) = Block(rows, vocabularySize);
        TensorStorage scratch = cpu.LaneScratch.Storage((long)blockRows * blockIds * sizeof(float));
        fixed (int* target = targets)
        {
            var tiles = new LogitTile(cpu.Set, hidden, panels, vocabularySize, bias, softCap, kept, held, isFilled: !held.IsEmpty);
            var gradients = new TokenGradients(
                target, inverseTemperature, logSumExp.Floats, entropy.Floats, dlogProb.Floats, dentropy.IsEmpty ? null : dentropy.Floats);
            for (int row = 0; row < rows; row += blockRows)
            {
                int rowCount = Math.Min(blockRows, rows - row);
                Tensor some = matrix.Slice(row, rowCount);
                for (int id = 0; id < vocabularySize; id += blockIds)
                {
                    int idCount = Math.Min(blockIds, vocabularySize - id), tileCount = (idCount + Backend.VocabularyTile - 1) / Backend.VocabularyTile;
                    var logits = new Tensor(scratch, 0, new Shape(rowCount, idCount));
                    cpu.Scratch.ReserveOwn(tiles.WorkerFloats);
                    var work = new LogitGradientWork(
                        cpu.Set, cpu.Scratch, tiles, gradients, row, rowCount, Pieces(rowCount, cpu.Threads), id / Backend.VocabularyTile, tileCount,
                        softCap, logits.Floats, idCount);
                    cpu.Workers.Run(ref work, work.Pieces);
                    if (!dbias.IsEmpty)
                        cpu.BiasGradient(logits, dbias.Slice(id, idCount));
                    Tensor rowsOf = weight.Slice(id, idCount), drows = dmatrix.Slice(row, rowCount);
                    if (dweight.IsEmpty)
                        cpu.ProductInputGradient(logits, rowsOf, drows, accumulate: id > 0);
                    else
                        cpu.ProductGradients(logits, some, rowsOf, drows, id > 0, dweight.Slice(id, idCount), accumulate || row > 0);
                }
            }
        }
    }

    // Gradients of logits that exist at once: few enough rows for their ids to be many, so that chains over either are long.
    private static (int Rows, int Ids) Block(int rows, int vocabularySize)
    {
        int usual = Math.Min(vocabularySize, UsualIds);
        int blockRows = Math.Min(rows, BlockFloats / usual);
        int ids = Math.Max(Backend.VocabularyTile, BlockFloats / blockRows / Backend.VocabularyTile * Backend.VocabularyTile);
        return (blockRows, Math.Min(ids, vocabularySize));
    }

    // Equal pieces, as many for each worker, of no more rows than a worker has room for.
    private static int Pieces(int rows, int threads)
    {
        long each = (long)threads * LogitTile.Rows;
        return (int)Math.Min(rows, (rows + each - 1) / each * threads);
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
