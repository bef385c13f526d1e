namespace Hone.Tensors;

/// <summary>One of several low-rank changes of the same rows' products: factors, and where hidden rows and outputs are.</summary>
/// <param name="A">Packed A [R, K], as in <see cref="Backend.Product"/>.</param>
/// <param name="Scale">s.</param>
/// <param name="B">Packed B [N, R].</param>
/// <param name="U">Hidden rows [M, R], overwritten.</param>
/// <param name="Y">Outputs [M, N], added to.</param>
public readonly record struct LowRankPart(Tensor A, float Scale, Tensor B, Tensor U, Tensor Y);
