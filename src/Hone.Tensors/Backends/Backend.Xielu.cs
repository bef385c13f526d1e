namespace Hone.Tensors;

public abstract partial class Backend
{
    /// <summary>
    /// xIELU (arXiv 2411.13010). Once: softplus(a) = a above 20, else log(1 + exp(a)); p = softplus(alphaPositive);
    /// n = beta + softplus(alphaNegative). Where x is above 0: y = fma(p * x, x, beta * x). Elsewhere: u = tanh(0.5 * min(x, eps));
    /// m = (u + u) / (1 - u), which is expm1(min(x, eps)); y = fma(m - x, n, beta * x).
    /// </summary>
    /// <param name="x">[R, D].</param>
    /// <param name="alphaPositive">One element.</param>
    /// <param name="alphaNegative">One element.</param>
    /// <param name="beta">One element.</param>
    /// <param name="epsilon">One element, eps.</param>
    /// <param name="y">[R, D]; may be x.</param>
    public abstract void Xielu(Tensor x, Tensor alphaPositive, Tensor alphaNegative, Tensor beta, Tensor epsilon, Tensor y);

    /// <summary>
    /// Gradients of <see cref="Xielu"/>, with its p, n and m. Where x is above 0: dx = dy * fma(2 * p, x, beta); elsewhere, with
    /// e = 1 + m where x is below eps and 0 from there on: dx = dy * fma(n, e - 1, beta).
    /// The slopes continue over rows ascending: dalpha = fma(s, 1 / (1 + exp(-alpha)), dalpha), s the row's lane sum, for the
    /// positive slope of fma(dy, x * x) and for the negative of fma(dy, m - x), each with dy taken as 0 on the other side.
    /// </summary>
    /// <param name="x">[R, D], the input.</param>
    /// <param name="alphaPositive">One element.</param>
    /// <param name="alphaNegative">One element.</param>
    /// <param name="beta">One element.</param>
    /// <param name="epsilon">One element.</param>
    /// <param name="dy">[R, D].</param>
    /// <param name="dx">[R, D], overwritten; not dy.</param>
    /// <param name="dalphaPositive">One element, continued; or the empty tensor when it is not trained.</param>
    /// <param name="dalphaNegative">One element, continued; or the empty tensor when it is not trained.</param>
    public abstract void XieluGradient(
        Tensor x, Tensor alphaPositive, Tensor alphaNegative, Tensor beta, Tensor epsilon, Tensor dy, Tensor dx,
        Tensor dalphaPositive, Tensor dalphaNegative);
}
