namespace Hone.Tensors;

public sealed partial class CpuBackend
{
    /// <inheritdoc/>
    public override void RoundToCache(Tensor x, CacheDType type, Tensor y) => CacheOps.Round(this, x, type, y);
}
