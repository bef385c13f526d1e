namespace Hone.Tensors;

public sealed partial class ComputeContext
{
    /// <summary>One new position of one sequence through a stack of layers, where the backend has a way of its own for that (<see cref="Backend.TryStep"/>); to the bits of the ops. Inference only.</summary>
    /// <param name="x">[1, D], overwritten with what leaves the last layer.</param>
    /// <param name="layers">The layers.</param>
    /// <param name="batch">One sequence of one row, its position and pages.</param>
    /// <param name="pages">The memory of the cache.</param>
    /// <returns>False, with nothing done, where there is no such way, or there is a tape.</returns>
    /// <exception cref="ArgumentException">The row, the batch or the pages do not fit the layers, or the position is beyond the rotary tables.</exception>
    public bool TryStep(Tensor x, LayerStack layers, RaggedBatch batch, KeyValuePages pages)
    {
        ArgumentNullException.ThrowIfNull(layers);
        ArgumentNullException.ThrowIfNull(batch);
        ArgumentNullException.ThrowIfNull(pages);
        if (Tape is not null)
            return false;
        Require(batch.TokenCount == 1 && batch.SequenceCount == 1, "A step takes one row of one sequence.", nameof(batch));
        int position = batch.StartPositions[0];
        RotaryTable? queries = null, keys = null;
        for (int i = 0; i < layers.Layers.Count; i++)
        {
            StepLayer layer = layers.Layers[i];
            if (layer.QueryTable == queries && layer.KeyTable == keys)
                continue;
            (queries, keys) = (layer.QueryTable, layer.KeyTable);
            Reserve(queries, position);
            Reserve(keys, position);
        }
        return Backend.TryStep(x, layers, batch, pages);
    }

    private static void Reserve(RotaryTable? table, int position)
    {
        if (table is null)
            return;
        if (position >= table.Positions)
            throw new ArgumentException($"Position {position} is beyond the context of {table.Positions}.", nameof(table));
        table.Reserve(position, position + 1);
    }
}
