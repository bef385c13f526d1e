namespace Hone.Tensors;

public partial class ReferenceBackend
{
    /// <summary>What xIELU computes once a call.</summary>
    internal readonly record struct XieluNumbers(float Positive, float Negative, float Beta, float Epsilon)
    {
        /// <summary>From the stored numbers.</summary>
        public static XieluNumbers From(Tensor alphaPositive, Tensor alphaNegative, Tensor beta, Tensor epsilon)
        {
            float constant = beta.HostSpan()[0];
            return new XieluNumbers(
                Softplus(alphaPositive.HostSpan()[0]), constant + Softplus(alphaNegative.HostSpan()[0]), constant, epsilon.HostSpan()[0]);
        }

        private static float Softplus(float a) => a > 20f ? a : ScalarMath.Log(1f + ScalarMath.Exp(a));
    }

    /// <summary>The factor of softplus in the slopes' gradients.</summary>
    internal static float Sigmoid(float a) => 1f / (1f + ScalarMath.Exp(-a));

    // expm1 by tanh: no cancellation, since u is never positive.
    private static float ExpMinusOne(float x, float epsilon)
    {
        float u = ScalarMath.Tanh(0.5f * (x < epsilon ? x : epsilon));
        return (u + u) / (1f - u);
    }

    /// <inheritdoc/>
    public override void Xielu(Tensor x, Tensor alphaPositive, Tensor alphaNegative, Tensor beta, Tensor epsilon, Tensor y)
    {
        XieluNumbers at = XieluNumbers.From(alphaPositive, alphaNegative, beta, epsilon);
        Span<float> from = x.HostSpan(), to = y.HostSpan();
        for (int i = 0; i < to.Length; i++)
        {
            float value = from[i];
            to[i] = value > 0
                ? MathF.FusedMultiplyAdd(at.Positive * value, value, at.Beta * value)
                : MathF.FusedMultiplyAdd(ExpMinusOne(value, at.Epsilon) - value, at.Negative, at.Beta * value);
        }
    }

    /// <inheritdoc/>
    public override void XieluGradient(
        Tensor x, Tensor alphaPositive, Tensor alphaNegative, Tensor beta, Tensor epsilon, Tensor dy, Tensor dx,
        Tensor dalphaPositive, Tensor dalphaNegative)
    {
        XieluNumbers at = XieluNumbers.From(alphaPositive, alphaNegative, beta, epsilon);
        float positiveSlope = Sigmoid(alphaPositive.HostSpan()[0]), negativeSlope = Sigmoid(alphaNegative.HostSpan()[0]);
        Span<float> positive = stackalloc float[16], negative = stackalloc float[16];
        for (long r = 0; r < x.Shape.Rows; r++)
        {
            ReadOnlySpan<float> row = x.HostRow(r), gradient = dy.HostRow(r);
            Span<float> result = dx.HostRow(r);
            positive.Clear();
            negative.Clear();
            for (int i = 0; i < row.Length; i++)
            {
                float value = row[i], m = ExpMinusOne(value, at.Epsilon);
                bool above = value > 0;
                float e = value < at.Epsilon ? 1f + m : 0f;
                result[i] = gradient[i] * (above
                    ? MathF.FusedMultiplyAdd(2f * at.Positive, value, at.Beta)
                    : MathF.FusedMultiplyAdd(at.Negative, e - 1f, at.Beta));
                positive[i & 15] = MathF.FusedMultiplyAdd(above ? gradient[i] : 0f, value * value, positive[i & 15]);
                negative[i & 15] = MathF.FusedMultiplyAdd(above ? 0f : gradient[i], m - value, negative[i & 15]);
            }
            if (!dalphaPositive.IsEmpty)
                dalphaPositive.HostSpan()[0] = MathF.FusedMultiplyAdd(LaneTree(positive), positiveSlope, dalphaPositive.HostSpan()[0]);
            if (!dalphaNegative.IsEmpty)
                dalphaNegative.HostSpan()[0] = MathF.FusedMultiplyAdd(LaneTree(negative), negativeSlope, dalphaNegative.HostSpan()[0]);
        }
    }
}
