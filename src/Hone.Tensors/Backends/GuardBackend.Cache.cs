namespace Hone.Tensors;

public sealed partial class GuardBackend
{
    /// <inheritdoc/>
    public override void RoundToCache(Tensor x, CacheDType type, Tensor y) => _queue.Enqueue(() => _inner.RoundToCache(x, type, y));
}
