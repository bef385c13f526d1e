namespace Hone.Tensors;

public sealed partial class CpuBackend
{
    /// <inheritdoc/>
    public override void AddLowRanks(Tensor x, ReadOnlySpan<LowRankPart> parts) => LowRankOps.Run(this, x, parts);
}
