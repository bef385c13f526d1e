namespace Hone.Tensors;

public abstract partial class Backend
{
    /// <summary>
    /// Layer norm of each row (arXiv 1607.06450): m = (lane sum of x) / D; d = x - m; v = (lane sum of fma(d, d)) / D;
    /// r = 1 / sqrt(v + eps); y = fma(d * r, gain, bias), or (d * r) * gain when there is no bias.
    /// </summary>
    /// <param name="x">[R, D].</param>
    /// <param name="gain">[D].</param>
    /// <param name="bias">[D], or the empty tensor.</param>
    /// <param name="epsilon">eps.</param>
    /// <param name="y">[R, D]; may be x.</param>
    /// <param name="mean">[R] receives m, or the empty tensor when nobody needs it.</param>
    /// <param name="inverseDeviation">[R] receives r; empty when <paramref name="mean"/> is.</param>
    public abstract void LayerNorm(Tensor x, Tensor gain, Tensor bias, float epsilon, Tensor y, Tensor mean, Tensor inverseDeviation);

    /// <summary>
    /// t = dy * gain; h = (x - m) * r; a = (lane sum of t) / D; c = (lane sum of fma(t, h)) / D;
    /// g = r * fma(-h, c, t - a); dx = g, or dx + g when <paramref name="accumulate"/>.
    /// </summary>
    /// <param name="x">[R, D], the input.</param>
    /// <param name="gain">[D].</param>
    /// <param name="mean">[R], m of the forward pass.</param>
    /// <param name="inverseDeviation">[R], r of the forward pass.</param>
    /// <param name="dy">[R, D].</param>
    /// <param name="dx">[R, D]; may be dy when not accumulating.</param>
    /// <param name="accumulate">Whether dx is added to.</param>
    public abstract void LayerNormInputGradient(
        Tensor x, Tensor gain, Tensor mean, Tensor inverseDeviation, Tensor dy, Tensor dx, bool accumulate);

    /// <summary>dgain[i] continues over rows ascending: dgain = fma(dy, (x - m) * r, dgain). The bias takes <see cref="BiasGradient"/>.</summary>
    public abstract void LayerNormGainGradient(Tensor x, Tensor mean, Tensor inverseDeviation, Tensor dy, Tensor dgain);
}
