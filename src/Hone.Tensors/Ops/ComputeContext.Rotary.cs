namespace Hone.Tensors;

public sealed partial class ComputeContext
{
    /// <summary>
    /// Rotary position embedding, half-split layout. A rotation, so dx is dy rotated back. x itself is rotated and returned, also with
    /// a tape: no op before attention reads its own result backward.
    /// </summary>
    /// <param name="x">[T, H, Dh], overwritten; no other op may have been handed it.</param>
    /// <param name="table">Cosines and sines; twice their width is at most Dh.</param>
    /// <param name="batch">Positions of the T rows.</param>
    /// <returns>[T, H, Dh].</returns>
    /// <exception cref="ArgumentException">The table is too wide, or a position is beyond it.</exception>
    public Tensor Rotate(Tensor x, RotaryTable table, RaggedBatch batch)
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(batch);
        if (2 * table.Cosine[1] > x[2] || x[0] != batch.TokenCount)
            throw new ArgumentException($"A rotary width of {2 * table.Cosine[1]} and {batch.TokenCount} positions do not fit {x.Shape}.", nameof(table));
        for (int b = 0; b < batch.SequenceCount; b++)
        {
            int end = batch.StartPositions[b] + batch.Offsets[b + 1] - batch.Offsets[b];
            if (end > table.Positions)
                throw new ArgumentException($"A sequence of {end} positions exceeds the context of {table.Positions}.", nameof(batch));
            table.Reserve(batch.StartPositions[b], end);
        }
        Backend.Rotate(x, table.Cosine, table.Sine, batch, inverse: false, x);
        return Tape is null ? x : RecordRotate(x, table, batch);
    }

    private Tensor RecordRotate(Tensor x, RotaryTable table, RaggedBatch batch) =>
        Tape!.Record(x, Tape.Saved.MarkTop(), pass =>
        {
            if (!pass.Wants(x))
                return;
            if (pass.TryTakeOutputGradient(out Tensor taken))
            {
                pass.Backend.Rotate(taken.Reshape(x.Shape), table.Cosine, table.Sine, batch, inverse: true, taken.Reshape(x.Shape));
                pass.Give(x, taken);
                return;
            }
            Tensor dy = pass.OutputGradient.Reshape(x.Shape);
            Tensor dx = pass.Target(x, out bool accumulate);
            if (!accumulate)
            {
                pass.Backend.Rotate(dy, table.Cosine, table.Sine, batch, inverse: true, dx);
                return;
            }
            Tensor part = pass.Rent(x.Shape);
            pass.Backend.Rotate(dy, table.Cosine, table.Sine, batch, inverse: true, part);
            pass.Backend.Add(dx, part, dx);
            pass.Return(part);
        });
}
