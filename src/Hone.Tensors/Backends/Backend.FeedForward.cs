namespace Hone.Tensors;

/// <summary>Pointwise functions of feed-forward layers.</summary>
public enum Activation : byte
{
    /// <summary>x s, s = 1 / (1 + exp(-x)). Derivative: fma(x * s, 1 - s, s).</summary>
    Silu,

    /// <summary>The tanh form: u = x * fma(0.044715 * sqrt(2/pi) * x, x, sqrt(2/pi)); h = 0.5 * (1 + tanh(u)); x h. Derivative: fma(x * 0.5 * (1 - tanh(u)^2), fma(3 * 0.044715 * sqrt(2/pi) * x, x, sqrt(2/pi)), h).</summary>
    GeluTanh,

    /// <summary>h = 0.5 * (1 + erf(x / sqrt 2)); x h. Derivative: fma(x, exp(-0.5 x x) / sqrt(2 pi), h).</summary>
    Gelu,

    /// <summary>x where it is above 0, else +0. Derivative: 1 where x is above 0, else 0.</summary>
    Relu,

    /// <summary>r = x where it is above 0, else +0; r r (arXiv 2109.08668). Derivative: r + r.</summary>
    ReluSquared,

    /// <summary>GELUSine, found by program search: with g and g' of <see cref="Gelu"/> and the sine and cosine of <see cref="GeluSinc"/>: fma(0.1, sin x, g). Derivative: fma(0.1, cos x, g').</summary>
    GeluSine,

    /// <summary>
    /// GELU with a sinc perturbation, found by program search: m = fma(0.5, s, 1), s = sin(a) / a, a = pi * x; g * m. Derivative: fma(g, 0.5 * s', g' * m), s' = (cos a - s) / x.
    /// Below |x| = 0.125, with q = a * a: s = fma(fma(q, 1/120, -1/6), q, 1) and s' = pi * (a * fma(q, 1/30, -1/3)).
    /// Sine and cosine of t: t bounded to +-100000; k = (t / pi + 12582912) - 12582912, the quotient as a product; r = t - k pi by three fma, with pi in three parts; the
    /// Taylor polynomials to r^11 and r^12 in Horner form by fma; times 1 - 2 |k - 2 ((k / 2 + 12582912) - 12582912)|.
    /// </summary>
    GeluSinc,
}

public abstract partial class Backend
{
    /// <summary>y = act(gate) * up, element by element.</summary>
    public abstract void GatedActivation(Activation activation, Tensor gate, Tensor up, Tensor y);

    /// <summary>y = act(gate) * up of two products of the same rows: <see cref="Products"/> and <see cref="GatedActivation"/>, to their bits.</summary>
    /// <param name="x">[M, K].</param>
    /// <param name="gate">The first product; unless <paramref name="keep"/>, what its result holds afterwards is not defined, so that a backend need not write it.</param>
    /// <param name="up">The second, as many outputs F; likewise.</param>
    /// <param name="activation">Which.</param>
    /// <param name="y">[M, F], overwritten.</param>
    /// <param name="keep">Whether the results of both products are wanted, too.</param>
    public virtual void GatedProducts(Tensor x, in ProductPart gate, in ProductPart up, Activation activation, Tensor y, bool keep = false)
    {
        Products(x, [gate, up]);
        GatedActivation(activation, gate.Y, up.Y, y);
    }

    /// <summary>dup = dy * act(gate); dgate = (dy * up) * act'(gate). The outputs may be gate and up themselves, and dup may be dy.</summary>
    public abstract void GatedActivationGradient(Activation activation, Tensor gate, Tensor up, Tensor dy, Tensor dgate, Tensor dup);

    /// <summary>y = act(x); y may be x.</summary>
    public abstract void Activate(Activation activation, Tensor x, Tensor y);

    /// <summary>dx = dy * act'(x), or dx + that when <paramref name="accumulate"/>.</summary>
    public abstract void ActivateGradient(Activation activation, Tensor x, Tensor dy, Tensor dx, bool accumulate);

    /// <summary>y = a + b; y may be a or b.</summary>
    public abstract void Add(Tensor a, Tensor b, Tensor y);

    /// <summary>y = x * factor; y may be x.</summary>
    public abstract void Scale(Tensor x, float factor, Tensor y);

    /// <summary>y = fma(x, factor, y).</summary>
    public abstract void AddScaled(Tensor x, float factor, Tensor y);

    /// <summary>y[m, n] = x[m, n] * factors[n]; then, when there is a bias, + bias[n]. y may be x.</summary>
    /// <param name="x">[M, N].</param>
    /// <param name="factors">[N].</param>
    /// <param name="bias">[N], or the empty tensor.</param>
    /// <param name="y">[M, N].</param>
    public abstract void ScaleColumns(Tensor x, Tensor factors, Tensor bias, Tensor y);
}
