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

    /// <inheritdoc/>
    public override void ScaleColumns(Tensor x, Tensor factors, Tensor bias, Tensor y) =>
        _queue.Enqueue(() => _inner.ScaleColumns(x, factors, bias, y));

    /// <inheritdoc/>
    public override void LogitLogProb(
        Tensor logits, ReadOnlySpan<int> targets, float inverseTemperature, KeptSets? kept, Tensor logProb, Tensor logSumExp, Tensor entropy)
    {
        int[] copy = targets.ToArray();
        _queue.Enqueue(() => _inner.LogitLogProb(logits, copy, inverseTemperature, kept, logProb, logSumExp, entropy));
    }

    /// <inheritdoc/>
    public override void LogitLogProbGradient(
        Tensor logits, ReadOnlySpan<int> targets, float inverseTemperature, KeptSets? kept, Tensor logSumExp, Tensor entropy,
        Tensor dlogProb, Tensor dentropy, Tensor dlogits)
    {
        int[] copy = targets.ToArray();
        _queue.Enqueue(() => _inner.LogitLogProbGradient(
            logits, copy, inverseTemperature, kept, logSumExp, entropy, dlogProb, dentropy, dlogits));
    }
}
