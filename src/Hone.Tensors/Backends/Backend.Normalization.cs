namespace Hone.Tensors;

/// <summary>
/// Row reductions. "Lane sum" of terms f(i), i ascending: sixteen accumulators from +0, lane l takes i = l, l + 16, ...
/// (each by one fused multiply-add when the term is a product, else one addition); then the written tree
/// lanes l + (l + 8), then l + (l + 4), l + (l + 2), l + (l + 1).
/// </summary>
public abstract partial class Backend
{
    /// <summary>
    /// Root-mean-square norm of each row (arXiv 1910.07467): s = lane sum of fma(x, x); r = 1 / sqrt(s / D + eps);
    /// y = (x * r) * gain, without the last factor when there is no gain.
    /// </summary>
    /// <param name="x">[R, D].</param>
    /// <param name="gain">[D], or the empty tensor.</param>
    /// <param name="epsilon">eps.</param>
    /// <param name="y">[R, D]; may be x.</param>
    /// <param name="inverseRms">[R] receives r, or the empty tensor when nobody needs it.</param>
    public abstract void RmsNorm(Tensor x, Tensor gain, float epsilon, Tensor y, Tensor inverseRms);

    /// <summary>
    /// t = dy * gain (dy without gain); h = x * r; c = lane sum of fma(t, h) / D; g = r * fma(-h, c, t);
    /// dx = g, or dx + g when <paramref name="accumulate"/>.
    /// </summary>
    /// <param name="x">[R, D], the input.</param>
    /// <param name="gain">[D], or the empty tensor.</param>
    /// <param name="inverseRms">[R], r of the forward pass.</param>
    /// <param name="dy">[R, D].</param>
    /// <param name="dx">[R, D]; may be dy when not accumulating.</param>
    /// <param name="accumulate">Whether dx is added to.</param>
    public abstract void RmsNormInputGradient(Tensor x, Tensor gain, Tensor inverseRms, Tensor dy, Tensor dx, bool accumulate);

    /// <summary>dgain[i] continues over rows ascending: dgain = fma(dy, x * r, dgain).</summary>
    public abstract void RmsNormGainGradient(Tensor x, Tensor inverseRms, Tensor dy, Tensor dgain);
}
