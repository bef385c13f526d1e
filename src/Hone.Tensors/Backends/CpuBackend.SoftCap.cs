namespace Hone.Tensors;

public sealed partial class CpuBackend
{
    /// <inheritdoc/>
    public override void SoftCap(Tensor x, float cap, Tensor y) => SoftCapOps.SoftCap(this, x, cap, y);

    /// <inheritdoc/>
    public override void SoftCapGradient(Tensor x, float cap, Tensor dy, Tensor dx, bool accumulate) =>
        SoftCapOps.Gradient(this, x, cap, dy, dx, accumulate);
}
