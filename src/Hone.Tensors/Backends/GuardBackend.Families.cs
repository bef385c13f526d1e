namespace Hone.Tensors;

public sealed partial class GuardBackend
{
    /// <inheritdoc/>
    public override void LayerNorm(Tensor x, Tensor gain, Tensor bias, float epsilon, Tensor y, Tensor mean, Tensor inverseDeviation) =>
        _queue.Enqueue(() => _inner.LayerNorm(x, gain, bias, epsilon, y, mean, inverseDeviation));

    /// <inheritdoc/>
    public override void LayerNormInputGradient(
        Tensor x, Tensor gain, Tensor mean, Tensor inverseDeviation, Tensor dy, Tensor dx, bool accumulate) =>
        _queue.Enqueue(() => _inner.LayerNormInputGradient(x, gain, mean, inverseDeviation, dy, dx, accumulate));

    /// <inheritdoc/>
    public override void LayerNormGainGradient(Tensor x, Tensor mean, Tensor inverseDeviation, Tensor dy, Tensor dgain) =>
        _queue.Enqueue(() => _inner.LayerNormGainGradient(x, mean, inverseDeviation, dy, dgain));

    /// <inheritdoc/>
    public override void SoftCap(Tensor x, float cap, Tensor y) => _queue.Enqueue(() => _inner.SoftCap(x, cap, y));

    /// <inheritdoc/>
    public override void SoftCapGradient(Tensor x, float cap, Tensor dy, Tensor dx, bool accumulate) =>
        _queue.Enqueue(() => _inner.SoftCapGradient(x, cap, dy, dx, accumulate));

    /// <inheritdoc/>
    public override void Xielu(Tensor x, Tensor alphaPositive, Tensor alphaNegative, Tensor beta, Tensor epsilon, Tensor y) =>
        _queue.Enqueue(() => _inner.Xielu(x, alphaPositive, alphaNegative, beta, epsilon, y));

    /// <inheritdoc/>
    public override void XieluGradient(
        Tensor x, Tensor alphaPositive, Tensor alphaNegative, Tensor beta, Tensor epsilon, Tensor dy, Tensor dx,
        Tensor dalphaPositive, Tensor dalphaNegative) =>
        _queue.Enqueue(() => _inner.XieluGradient(x, alphaPositive, alphaNegative, beta, epsilon, dy, dx, dalphaPositive, dalphaNegative));
}
