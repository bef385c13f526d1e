namespace Hone.Tensors;

/// <summary>
/// Sequences and key/value heads as pieces. Pieces that follow each other, which workers do at the same time, are of different
/// sequences, or of heads as far apart as there are workers: what one writes does not stand beside what another writes, where
/// a processor that reads ahead would take it away.
/// </summary>
internal static class AttentionPieces
{
    /// <summary>The sequence and the key/value head of a piece.</summary>
    public static (int Sequence, int Head) At(int piece, int sequences, int heads, int workers)
    {
        int sequence = piece % sequences, head = piece / sequences;
        return sequences < workers && heads % workers == 0 ? (sequence, (head % workers * (heads / workers)) + (head / workers)) : (sequence, head);
    }

    /// <summary>
    /// Whether pieces keep all workers busy: their costs, squares of lengths, are handed out as the workers would take them.
    /// </summary>
    public static bool AreEven(RaggedBatch batch, in AttentionShape shape, int threads)
    {
        if (threads == 1)
            return true;
        int pieces = batch.SequenceCount * shape.KeyValueHeads;
        Span<double> loads = stackalloc double[threads];
        loads.Clear();
        double sum = 0, most = 0;
        for (int piece = 0; piece < pieces; piece++)
        {
            int least = 0;
            for (int i = 1; i < threads; i++)
                least = loads[i] < loads[least] ? i : least;
            int sequence = At(piece, batch.SequenceCount, shape.KeyValueHeads, threads).Sequence;
            double length = batch.Offsets[sequence + 1] - batch.Offsets[sequence];
            loads[least] += length * length;
            sum += length * length;
            most = Math.Max(most, loads[least]);
        }
        return most * threads <= 1.1 * sum;
    }
}
