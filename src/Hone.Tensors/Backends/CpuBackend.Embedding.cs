namespace Hone.Tensors;

public sealed partial class CpuBackend
{
    /// <inheritdoc/>
    public override void GatherRows(Tensor table, ReadOnlySpan<int> ids, Tensor y) => EmbeddingOps.GatherRows(this, table, ids, y);

    /// <inheritdoc/>
    public override void ScatterAddRows(Tensor dy, ReadOnlySpan<int> ids, Tensor dtable) => EmbeddingOps.ScatterAddRows(this, dy, ids, dtable);
}
