namespace Hone.Tensors;

public partial class ReferenceBackend
{
    /// <inheritdoc/>
    public override void AddLowRanks(Tensor x, ReadOnlySpan<LowRankPart> parts)
    {
        foreach (ref readonly LowRankPart part in parts)
        {
            Product(x, part.A, default, part.U);
            Scale(part.U, part.Scale, part.U);
            int rank = part.U.Shape.Last, outputs = part.Y.Shape.Last;
            ReadOnlySpan<float> packed = DecodedPanels(part.B);
            for (long m = 0; m < part.Y.Shape.Rows; m++)
            {
                ReadOnlySpan<float> hidden = part.U.HostRow(m);
                Span<float> result = part.Y.HostRow(m);
                for (int n = 0; n < outputs; n++)
                {
                    float sum = 0;
                    for (int r = 0; r < rank; r++)
                        sum = MathF.FusedMultiplyAdd(hidden[r], packed[PanelIndex(n, r, rank)], sum);
                    result[n] += sum;
                }
            }
        }
    }

    /// <inheritdoc/>
    public override void LowRankInputGradient(Tensor dy, Tensor b, float scale, Tensor a, Tensor du, Tensor dx)
    {
        ProductInputGradient(dy, b, du, accumulate: false);
        Scale(du, scale, du);
        if (!dx.IsEmpty)
            ProductInputGradient(du, a, dx, accumulate: true);
    }
}
