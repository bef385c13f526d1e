namespace Hone.Tensors;

public sealed partial class ComputeContext
{
    /// <summary>
    /// Rounds keys or values in place to what a cache of a precision would hold, so that attention without a cache reads the numbers
    /// that attention over a cache reads. The gradient passes straight through, dx = dy (arXiv 1308.3432): rounding is flat
    /// almost everywhere. That needs no record on the tape, because no op before attention reads its own result backward.
    /// </summary>
    /// <param name="x">[T, Hkv, Dh], overwritten; float32 leaves it as it is.</param>
    /// <param name="type">The precision of the cache.</param>
    public void RoundToCache(Tensor x, CacheDType type)
    {
        if (type != CacheDType.Float32)
            Backend.RoundToCache(x, type, x);
    }
}
