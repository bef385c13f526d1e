namespace Hone.Tensors;

public partial class ReferenceBackend
{
    /// <inheritdoc/>
    public override void LayerNorm(Tensor x, Tensor gain, Tensor bias, float epsilon, Tensor y, Tensor mean, Tensor inverseDeviation)
    {
        Span<float> lanes = stackalloc float[16];
        for (long r = 0; r < x.Shape.Rows; r++)
        {
            ReadOnlySpan<float> row = x.HostRow(r);
            Span<float> result = y.HostRow(r);
            lanes.Clear();
            for (int i = 0; i < row.Length; i++)
                lanes[i & 15] += row[i];
            float m = LaneTree(lanes) / row.Length;
            lanes.Clear();
            for (int i = 0; i < row.Length; i++)
                lanes[i & 15] = MathF.FusedMultiplyAdd(row[i] - m, row[i] - m, lanes[i & 15]);
            float inverse = 1f / MathF.Sqrt((LaneTree(lanes) / row.Length) + epsilon);
            for (int i = 0; i < row.Length; i++)
            {
                float h = (row[i] - m) * inverse, g = gain.HostSpan()[i];
                result[i] = bias.IsEmpty ? h * g : MathF.FusedMultiplyAdd(h, g, bias.HostSpan()[i]);
            }
            if (mean.IsEmpty)
                continue;
            mean.HostSpan()[(int)r] = m;
            inverseDeviation.HostSpan()[(int)r] = inverse;
        }
    }

    /// <inheritdoc/>
    public override void LayerNormInputGradient(
        Tensor x, Tensor gain, Tensor mean, Tensor inverseDeviation, Tensor dy, Tensor dx, bool accumulate)
    {
        Span<float> plain = stackalloc float[16], weighted = stackalloc float[16];
        Span<float> g = gain.HostSpan();
        for (long r = 0; r < x.Shape.Rows; r++)
        {
            ReadOnlySpan<float> row = x.HostRow(r), gradient = dy.HostRow(r);
            Span<float> result = dx.HostRow(r);
            float m = mean.HostSpan()[(int)r], inverse = inverseDeviation.HostSpan()[(int)r];
            plain.Clear();
            weighted.Clear();
            for (int i = 0; i < row.Length; i++)
            {
                float t = gradient[i] * g[i];
                plain[i & 15] += t;
                weighted[i & 15] = MathF.FusedMultiplyAdd(t, (row[i] - m) * inverse, weighted[i & 15]);
            }
            float a = LaneTree(plain) / row.Length, c = LaneTree(weighted) / row.Length;
            for (int i = 0; i < row.Length; i++)
            {
                float t = gradient[i] * g[i];
                float value = inverse * MathF.FusedMultiplyAdd(-((row[i] - m) * inverse), c, t - a);
                result[i] = accumulate ? result[i] + value : value;
            }
        }
    }

    /// <inheritdoc/>
    public override void LayerNormGainGradient(Tensor x, Tensor mean, Tensor inverseDeviation, Tensor dy, Tensor dgain)
    {
        Span<float> result = dgain.HostSpan();
        for (long r = 0; r < x.Shape.Rows; r++)
        {
            ReadOnlySpan<float> row = x.HostRow(r), gradient = dy.HostRow(r);
            float m = mean.HostSpan()[(int)r], inverse = inverseDeviation.HostSpan()[(int)r];
            for (int i = 0; i < row.Length; i++)
                result[i] = MathF.FusedMultiplyAdd(gradient[i], (row[i] - m) * inverse, result[i]);
        }
    }
}
