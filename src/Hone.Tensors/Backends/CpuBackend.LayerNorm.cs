namespace Hone.Tensors;

public sealed partial class CpuBackend
{
    /// <inheritdoc/>
    public override void LayerNorm(Tensor x, Tensor gain, Tensor bias, float epsilon, Tensor y, Tensor mean, Tensor inverseDeviation) =>
        LayerNormOps.LayerNorm(this, x, gain, bias, epsilon, y, mean, inverseDeviation);

    /// <inheritdoc/>
    public override void LayerNormInputGradient(
        Tensor x, Tensor gain, Tensor mean, Tensor inverseDeviation, Tensor dy, Tensor dx, bool accumulate) =>
        LayerNormOps.InputGradient(this, x, gain, mean, inverseDeviation, dy, dx, accumulate);

    /// <inheritdoc/>
    public override void LayerNormGainGradient(Tensor x, Tensor mean, Tensor inverseDeviation, Tensor dy, Tensor dgain) =>
        LayerNormOps.GainGradient(this, x, mean, inverseDeviation, dy, dgain);
}
