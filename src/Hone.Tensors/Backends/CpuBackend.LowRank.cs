namespace Hone.Tensors;

public sealed partial class CpuBackend
{
    /// <inheritdoc/>
    public override void AddLowRanks(Tensor x, ReadOnlySpan<LowRankPart> parts) => LowRankOps.Run(this, x, parts);

    /// <inheritdoc/>
    public override void LowRankInputGradient(Tensor dy, Tensor b, float scale, Tensor a, Tensor du, Tensor dx) =>
        LowRankOps.InputGradient(this, dy, b, scale, a, du, dx);
}
