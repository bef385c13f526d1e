namespace Hone.Tensors;

public partial class ReferenceBackend
{
    /// <inheritdoc/>
    public override void RmsNorm(Tensor x, Tensor gain, float epsilon, Tensor y, Tensor inverseRms)
    {
        for (long r = 0; r < x.Shape.Rows; r++)
        {
            ReadOnlySpan<float> row = x.HostRow(r);
            Span<float> result = y.HostRow(r);
            float inverse = 1f / MathF.Sqrt((LaneDot(row, row) / row.Length) + epsilon);
            for (int i = 0; i < row.Length; i++)
                result[i] = gain.IsEmpty ? row[i] * inverse : row[i] * inverse * gain.HostSpan()[i];
            if (!inverseRms.IsEmpty)
                inverseRms.HostSpan()[(int)r] = inverse;
        }
    }

    /// <inheritdoc/>
    public override void RmsNormInputGradient(Tensor x, Tensor gain, Tensor inverseRms, Tensor dy, Tensor dx, bool accumulate)
    {
        Span<float> lanes = stackalloc float[16];
        for (long r = 0; r < x.Shape.Rows; r++)
        {
            ReadOnlySpan<float> row = x.HostRow(r), gradient = dy.HostRow(r);
            Span<float> result = dx.HostRow(r);
            float inverse = inverseRms.HostSpan()[(int)r];
            lanes.Clear();
            for (int i = 0; i < row.Length; i++)
            {
                float t = gain.IsEmpty ? gradient[i] : gradient[i] * gain.HostSpan()[i];
                lanes[i & 15] = MathF.FusedMultiplyAdd(t, row[i] * inverse, lanes[i & 15]);
            }
            float c = LaneTree(lanes) / row.Length;
            for (int i = 0; i < row.Length; i++)
            {
                float t = gain.IsEmpty ? gradient[i] : gradient[i] * gain.HostSpan()[i];
                float g = inverse * MathF.FusedMultiplyAdd(-(row[i] * inverse), c, t);
                result[i] = accumulate ? result[i] + g : g;
            }
        }
    }

    /// <inheritdoc/>
    public override void RmsNormGainGradient(Tensor x, Tensor inverseRms, Tensor dy, Tensor dgain)
    {
        Span<float> result = dgain.HostSpan();
        for (long r = 0; r < x.Shape.Rows; r++)
        {
            ReadOnlySpan<float> row = x.HostRow(r), gradient = dy.HostRow(r);
            float inverse = inverseRms.HostSpan()[(int)r];
            for (int i = 0; i < row.Length; i++)
                result[i] = MathF.FusedMultiplyAdd(gradient[i], row[i] * inverse, result[i]);
        }
    }
}
