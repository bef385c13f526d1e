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
}
