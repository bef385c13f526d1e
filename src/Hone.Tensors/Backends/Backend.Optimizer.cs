namespace Hone.Tensors;

/// <summary>The numbers of one AdamW update; see <see cref="Backend.AdamW"/>.</summary>
/// <param name="LearningRate">Step size.</param>
/// <param name="Beta1">Decay of the first moment.</param>
/// <param name="Beta2">Decay of the second moment.</param>
/// <param name="Epsilon">Added to the root.</param>
/// <param name="WeightDecay">Decoupled decay.</param>
/// <param name="BiasCorrection1">1 - Beta1^step.</param>
/// <param name="BiasCorrection2Root">sqrt(1 - Beta2^step).</param>
public readonly record struct AdamWStep(
    float LearningRate, float Beta1, float Beta2, float Epsilon, float WeightDecay, float BiasCorrection1, float BiasCorrection2Root);

public abstract partial class Backend
{
    /// <summary>
    /// AdamW (arXiv 1711.05101): m = fma(b1, m, (1 - b1) * g); v = fma(b2, v, ((1 - b2) * g) * g); w = w * (1 - lr * decay);
    /// w = fma(-(lr / c1), m / (sqrt(v) / c2root + eps), w), with g = gradient * gradientScale.
    /// </summary>
    /// <param name="weight">Updated.</param>
    /// <param name="gradient">Of its shape.</param>
    /// <param name="gradientScale">Times the gradient.</param>
    /// <param name="firstMoment">m, updated.</param>
    /// <param name="secondMoment">v, updated.</param>
    /// <param name="step">The numbers of the step.</param>
    /// <param name="panels">Receives the panels of a new weight [N, K] as <see cref="PackPanels"/> makes them; or the empty tensor.</param>
    public abstract void AdamW(
        Tensor weight, Tensor gradient, float gradientScale, Tensor firstMoment, Tensor secondMoment, in AdamWStep step, Tensor panels = default);

    /// <summary>
    /// Momentum SGD: b = fma(momentum, b, g); direction = nesterov ? fma(momentum, b, g) : b; w = w * (1 - lr * decay) then
    /// w = fma(-lr, direction, w), with g = gradient * gradientScale. With an empty buffer the direction is g.
    /// </summary>
    public abstract void Sgd(Tensor weight, Tensor gradient, float gradientScale, Tensor momentumBuffer, float momentum, bool nesterov, float learningRate, float weightDecay);

    /// <summary>
    /// y = fma(a, x, b * y), element by element; y may be x.
    /// </summary>
    public abstract void LinearCombination(float a, Tensor x, float b, Tensor y);

    /// <summary>
    /// Waits. Sum of squares in float64: blocks of 4096 elements; in a block sixteen float64 lanes by index mod 16, each
    /// lane = fma(x, x, lane), and the written tree; blocks added ascending.
    /// </summary>
    public abstract double SumOfSquares(Tensor x);

    /// <summary>Waits. Index of the first NaN or infinity, or -1.</summary>
    public abstract long FirstNonFinite(Tensor x);
}
