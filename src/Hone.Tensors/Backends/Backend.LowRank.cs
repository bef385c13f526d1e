namespace Hone.Tensors;

/// <summary>What low-rank adapters add to products (LoRA, arXiv 2106.09685).</summary>
public abstract partial class Backend
{
    /// <summary>
    /// Several low-rank changes of the same rows, each with the bits of <see cref="Product"/>, <see cref="Scale"/>,
    /// <see cref="Product"/> and <see cref="Add"/> one after the other: u = x Aᵀ, a chain over K from +0, then u = u * s; d = u Bᵀ,
    /// a chain over R from +0; y = y + d.
    /// </summary>
    /// <param name="x">[M, K]; leading axes may be several.</param>
    /// <param name="parts">Factors, and where their results go; the results do not overlap.</param>
    /// <exception cref="ArgumentException">Shapes do not fit.</exception>
    public abstract void AddLowRanks(Tensor x, ReadOnlySpan<LowRankPart> parts);

    /// <summary>
    /// The gradients of hidden rows and inputs of a low-rank change, with the bits of <see cref="ProductInputGradient"/>,
    /// <see cref="Scale"/> and <see cref="ProductInputGradient"/> one after the other: du = dy B, a chain over N from +0, then
    /// du = du * s; dx goes on with a chain over R of du A.
    /// </summary>
    /// <param name="dy">[M, N].</param>
    /// <param name="b">Row-major B [N, R], float32 or BFloat16.</param>
    /// <param name="scale">s.</param>
    /// <param name="a">Row-major A [R, K], float32 or BFloat16.</param>
    /// <param name="du">[M, R], overwritten.</param>
    /// <param name="dx">[M, K], continued; or the empty tensor.</param>
    /// <exception cref="ArgumentException">Shapes do not fit.</exception>
    public abstract void LowRankInputGradient(Tensor dy, Tensor b, float scale, Tensor a, Tensor du, Tensor dx);
}
