namespace Hone.Tensors;

public sealed partial class GuardBackend
{
    /// <inheritdoc/>
    public override void AddLowRanks(Tensor x, ReadOnlySpan<LowRankPart> parts)
    {
        LowRankPart[] copy = parts.ToArray();
        _queue.Enqueue(() => _inner.AddLowRanks(x, copy));
    }
}
