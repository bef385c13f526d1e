namespace Hone.Tensors;

public sealed partial class GuardBackend
{
    /// <inheritdoc/>
    public override void AddLowRanks(Tensor x, ReadOnlySpan<LowRankPart> parts)
    {
        LowRankPart[] copy = parts.ToArray();
        _queue.Enqueue(() => _inner.AddLowRanks(x, copy));
    }

    /// <inheritdoc/>
    public override void LowRankInputGradient(Tensor dy, Tensor b, float scale, Tensor a, Tensor du, Tensor dx) =>
        _queue.Enqueue(() => _inner.LowRankInputGradient(dy, b, scale, a, du, dx));
}
