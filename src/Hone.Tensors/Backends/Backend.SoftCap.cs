namespace Hone.Tensors;

public abstract partial class Backend
{
    /// <summary>y = tanh(x / cap) * cap, element by element (arXiv 2408.00118); y may be x.</summary>
    /// <param name="x">Any shape.</param>
    /// <param name="cap">Above 0.</param>
    /// <param name="y">As many elements.</param>
    public abstract void SoftCap(Tensor x, float cap, Tensor y);

    /// <summary>t = tanh(x / cap); g = dy * fma(-t, t, 1); dx = g, or dx + g when <paramref name="accumulate"/>; dx may be dy when not accumulating.</summary>
    public abstract void SoftCapGradient(Tensor x, float cap, Tensor dy, Tensor dx, bool accumulate);
}
