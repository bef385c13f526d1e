namespace Hone.Tensors;

public partial class ReferenceBackend
{
    /// <inheritdoc/>
    public override void RoundToCache(Tensor x, CacheDType type, Tensor y)
    {
        LaneOps.Require(x.Shape == y.Shape, x, y);
        for (long row = 0; row < x.Shape.Rows; row++)
            CacheRounding.Round(x.HostRow(row), type, y.HostRow(row));
    }
}
