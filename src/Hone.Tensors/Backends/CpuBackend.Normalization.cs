namespace Hone.Tensors;

public sealed partial class CpuBackend
{
    /// <inheritdoc/>
    public override void RmsNorm(Tensor x, Tensor gain, float epsilon, Tensor y, Tensor inverseRms) =>
        NormalizationOps.RmsNorm(this, x, gain, epsilon, y, inverseRms);

    /// <inheritdoc/>
    public override void RmsNormInputGradient(Tensor x, Tensor gain, Tensor inverseRms, Tensor dy, Tensor dx, bool accumulate) =>
        NormalizationOps.InputGradient(this, x, gain, inverseRms, dy, dx, accumulate);

    /// <inheritdoc/>
    public override void RmsNormGainGradient(Tensor x, Tensor inverseRms, Tensor dy, Tensor dgain) =>
        NormalizationOps.GainGradient(this, x, inverseRms, dy, dgain);
}
