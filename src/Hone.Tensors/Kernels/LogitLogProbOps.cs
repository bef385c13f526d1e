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
        if (rows == 0)
            return;
        if (kept is not null)
        {
            // The caller's logits stay as they are: what is cut is a copy.
            var copy = new Tensor(cpu.LaneScratch.Storage(logits.SizeBytes), 0, logits.Shape);
            cpu.Copy(logits, copy);
            logits = copy;
        }
        fixed (int* target = targets)
        {
            var results = new TokenRows(target, inverseTemperature, logProb.Floats, logSumExp.Floats, entropy.Floats);
            var work = new TakeRowsWork(cpu.Set, logits.Floats, results, rows, vocabulary, kept);
            cpu.Workers.Run(ref work, work.Pieces);
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
            var gradients = new TokenGradients(
                target, inverseTemperature, logSumExp.Floats, entropy.Floats, dlogProb.Floats, dentropy.IsEmpty ? null : dentropy.Floats);
            var work = new RowGradientsWork(cpu.Set, dlogits.Floats, gradients, rows, vocabulary, kept);
            cpu.Workers.Run(ref work, work.Pieces);
        }
    }

    /// <summary>Whole rows of logits are cut, in place, and taken: pieces are rows.</summary>
    private readonly struct TakeRowsWork(KernelSet set, float* logits, TokenRows results, int rows, int vocabulary, KeptSets? kept) : IParallelWork
    {
        /// <summary>Number of pieces.</summary>
        public int Pieces => LaneOps.Pieces(rows, LaneOps.RowsPerPiece(vocabulary));

        /// <inheritdoc/>
        public void Execute(int index, int worker)
        {
            int each = LaneOps.RowsPerPiece(vocabulary), to = Math.Min(rows, (index + 1) * each);
            for (int r = index * each; r < to; r++)
            {
                float* row = logits + ((nint)r * vocabulary);
                if (kept is not null)
                    LogitTile.Cut(row, vocabulary, 0, kept.Row(r));
                LogSumExpTile.State state = LogSumExpTile.State.Start;
                results.Take(set, r, row, 0, vocabulary, vocabulary, ref state);
                results.End(r, state);
            }
        }
    }

    /// <summary>Whole rows of logits are cut and become their gradients, in place: pieces are rows.</summary>
    private readonly struct RowGradientsWork(KernelSet set, float* logits, TokenGradients gradients, int rows, int vocabulary, KeptSets? kept) : IParallelWork
    {
        /// <summary>Number of pieces.</summary>
        public int Pieces => LaneOps.Pieces(rows, LaneOps.RowsPerPiece(vocabulary));

        /// <inheritdoc/>
        public void Execute(int index, int worker)
        {
            int each = LaneOps.RowsPerPiece(vocabulary), to = Math.Min(rows, (index + 1) * each);
            for (int r = index * each; r < to; r++)
            {
                float* row = logits + ((nint)r * vocabulary);
                if (kept is not null)
                    LogitTile.Cut(row, vocabulary, 0, kept.Row(r));
                gradients.Apply(set, r, row, 0, vocabulary);
            }
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
