namespace Hone.Tensors;

public sealed partial class CpuBackend
{
    /// <inheritdoc/>
    public override void AdamW(Tensor weight, Tensor gradient, float gradientScale, Tensor firstMoment, Tensor secondMoment, in AdamWStep step, Tensor panels = default) =>
        OptimizerOps.AdamW(this, weight, gradient, gradientScale, firstMoment, secondMoment, step, panels);

    /// <inheritdoc/>
    public override void Sgd(Tensor weight, Tensor gradient, float gradientScale, Tensor momentumBuffer, float momentum, bool nesterov, float learningRate, float weightDecay) =>
        OptimizerOps.Sgd(this, weight, gradient, gradientScale, momentumBuffer, momentum, nesterov, learningRate, weightDecay);

    /// <inheritdoc/>
    public override void LinearCombination(float a, Tensor x, float b, Tensor y) => FeedForwardOps.LinearCombination(this, a, x, b, y);

    /// <inheritdoc/>
    public override double SumOfSquares(Tensor x) => OptimizerOps.SumOfSquares(this, x);

    /// <inheritdoc/>
    public override long FirstNonFinite(Tensor x) => OptimizerOps.FirstNonFinite(this, x);
}
