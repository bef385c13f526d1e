namespace Hone.Tensors;

public partial class ReferenceBackend
{
    private const int SumBlock = 4096;

    /// <inheritdoc/>
    public override void AdamW(Tensor weight, Tensor gradient, float gradientScale, Tensor firstMoment, Tensor secondMoment, in AdamWStep step, Tensor panels = default)
    {
        Span<float> w = weight.HostSpan(), g = gradient.HostSpan(), m = firstMoment.HostSpan(), v = secondMoment.HostSpan();
        float keep = 1f - (step.LearningRate * step.WeightDecay), rate = -(step.LearningRate / step.BiasCorrection1);
        float new1 = 1f - step.Beta1, new2 = 1f - step.Beta2;
        for (int i = 0; i < w.Length; i++)
        {
            float gi = g[i] * gradientScale;
            m[i] = MathF.FusedMultiplyAdd(step.Beta1, m[i], new1 * gi);
            v[i] = MathF.FusedMultiplyAdd(step.Beta2, v[i], new2 * gi * gi);
            float direction = m[i] / ((MathF.Sqrt(v[i]) / step.BiasCorrection2Root) + step.Epsilon);
            w[i] = MathF.FusedMultiplyAdd(rate, direction, w[i] * keep);
        }
        if (!panels.IsEmpty)
            PackPanels(weight, panels);
    }

    /// <inheritdoc/>
    public override void Sgd(Tensor weight, Tensor gradient, float gradientScale, Tensor momentumBuffer, float momentum, bool nesterov, float learningRate, float weightDecay)
    {
        Span<float> w = weight.HostSpan(), g = gradient.HostSpan();
        float keep = 1f - (learningRate * weightDecay);
        for (int i = 0; i < w.Length; i++)
        {
            float direction = g[i] * gradientScale;
            if (!momentumBuffer.IsEmpty)
            {
                ref float b = ref momentumBuffer.HostSpan()[i];
                b = MathF.FusedMultiplyAdd(momentum, b, direction);
                direction = nesterov ? MathF.FusedMultiplyAdd(momentum, b, direction) : b;
            }
            w[i] = MathF.FusedMultiplyAdd(-learningRate, direction, w[i] * keep);
        }
    }

    /// <inheritdoc/>
    public override void LinearCombination(float a, Tensor x, float b, Tensor y)
    {
        Span<float> from = x.HostSpan(), to = y.HostSpan();
        for (int i = 0; i < to.Length; i++)
            to[i] = MathF.FusedMultiplyAdd(a, from[i], b * to[i]);
    }

    /// <inheritdoc/>
    public override double SumOfSquares(Tensor x)
    {
        Span<double> lanes = stackalloc double[16];
        ReadOnlySpan<float> values = x.HostSpan();
        double total = 0;
        for (int block = 0; block < values.Length; block += SumBlock)
        {
            lanes.Clear();
            int end = Math.Min(values.Length, block + SumBlock);
            for (int i = block; i < end; i++)
                lanes[i & 15] = Math.FusedMultiplyAdd(values[i], (double)values[i], lanes[i & 15]);
            for (int width = 8; width >= 1; width /= 2)
            {
                for (int l = 0; l < width; l++)
                    lanes[l] += lanes[l + width];
            }
            total += lanes[0];
        }
        return total;
    }

    /// <inheritdoc/>
    public override long FirstNonFinite(Tensor x)
    {
        ReadOnlySpan<float> values = x.HostSpan();
        for (int i = 0; i < values.Length; i++)
        {
            if (!float.IsFinite(values[i]))
                return i;
        }
        return -1;
    }
}
