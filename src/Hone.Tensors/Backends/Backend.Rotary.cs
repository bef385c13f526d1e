namespace Hone.Tensors;

public abstract partial class Backend
{
    /// <summary>
    /// Rotary position embedding (arXiv 2104.09864), half-split layout: pairs (i, i + R / 2) for i below R / 2 of every
    /// head, R = twice the last length of the tables; the rest of the head is copied. With c, s from row p of the
    /// tables, p the row's position in its sequence, and s negated when <paramref name="inverse"/> (the backward):
    /// y1 = fma(-x2, s, x1 * c), y2 = fma(x1, s, x2 * c).
    /// </summary>
    /// <param name="x">[T, H, Dh].</param>
    /// <param name="cosine">[P, R / 2].</param>
    /// <param name="sine">[P, R / 2].</param>
    /// <param name="batch">Positions of the T rows.</param>
    /// <param name="inverse">Rotate back.</param>
    /// <param name="y">[T, H, Dh]; may be x.</param>
    public abstract void Rotate(Tensor x, Tensor cosine, Tensor sine, RaggedBatch batch, bool inverse, Tensor y);
}
