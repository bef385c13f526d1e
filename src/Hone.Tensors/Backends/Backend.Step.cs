namespace Hone.Tensors;

public abstract partial class Backend
{
    /// <summary>
    /// One new position of one sequence through a stack of layers, as one call: where a model is small, what lies between the ops of a decode step costs
    /// as much as a third of it. The result has the bits of the ops one after the other. Default: there is no such way.
    /// </summary>
    /// <param name="x">[1, D], the residual stream, overwritten with what leaves the last layer.</param>
    /// <param name="layers">The layers; rotary tables reach the position.</param>
    /// <param name="batch">The sequence, its position and its pages, where new keys and values are written.</param>
    /// <param name="pages">The memory of the cache.</param>
    /// <returns>False, with nothing done, where this backend has no way of its own for these layers or this cache.</returns>
    /// <exception cref="ArgumentException">The row, the batch or the pages do not fit the layers.</exception>
    public virtual bool TryStep(Tensor x, LayerStack layers, RaggedBatch batch, KeyValuePages pages) => false;
}
