namespace Hone.Tensors;

public partial class ReferenceBackend
{
    internal const float GeluRoot = 0.797884561f;           // sqrt(2 / pi)
    internal const float GeluCubic = 0.0356774081f;         // 0.044715 sqrt(2 / pi)
    internal const float GeluCubicSlope = 0.107032224f;     // 3 * 0.044715 sqrt(2 / pi)
    internal const float InverseRootTwo = 0.707106769f;     // 1 / sqrt 2
    internal const float InverseRootTwoPi = 0.398942292f;   // 1 / sqrt(2 pi)

    /// <summary>The value and the derivative of an activation; the derivative is exact for the value's own intermediate terms.</summary>
    internal static (float Value, float Derivative) ActivationAt(Activation activation, float x)
    {
        switch (activation)
        {
            case Activation.Silu:
            {
                float s = 1f / (1f + ScalarMath.Exp(-x));
                return (x * s, MathF.FusedMultiplyAdd(x * s, 1f - s, s));
            }
            case Activation.GeluTanh:
            {
                float tanh = ScalarMath.Tanh(x * MathF.FusedMultiplyAdd(GeluCubic * x, x, GeluRoot));
                float h = 0.5f * (1f + tanh);
                float slope = MathF.FusedMultiplyAdd(GeluCubicSlope * x, x, GeluRoot);
                return (x * h, MathF.FusedMultiplyAdd(x * 0.5f * (1f - (tanh * tanh)), slope, h));
            }
            case Activation.Gelu:
            {
                float h = 0.5f * (1f + ScalarMath.Erf(x * InverseRootTwo));
                return (x * h, MathF.FusedMultiplyAdd(x, ScalarMath.Exp(-0.5f * x * x) * InverseRootTwoPi, h));
            }
            case Activation.Relu:
                return x > 0 ? (x, 1f) : (0f, 0f);
            case Activation.ReluSquared:
            {
                float r = x > 0 ? x : 0f;
                return (r * r, r + r);
            }
            case Activation.GeluSine:
                return GeluSineAt(x);
            case Activation.GeluSinc:
                return GeluSincAt(x);
            default:
                throw new ArgumentOutOfRangeException(nameof(activation), activation, "Not a defined activation.");
        }
    }

    /// <inheritdoc/>
    public override void GatedActivation(Activation activation, Tensor gate, Tensor up, Tensor y)
    {
        Span<float> g = gate.HostSpan(), u = up.HostSpan(), result = y.HostSpan();
        for (int i = 0; i < result.Length; i++)
            result[i] = ActivationAt(activation, g[i]).Value * u[i];
    }

    /// <inheritdoc/>
    public override void GatedActivationGradient(Activation activation, Tensor gate, Tensor up, Tensor dy, Tensor dgate, Tensor dup)
    {
        Span<float> g = gate.HostSpan(), u = up.HostSpan(), d = dy.HostSpan(), dg = dgate.HostSpan(), du = dup.HostSpan();
        for (int i = 0; i < d.Length; i++)
        {
            (float value, float derivative) = ActivationAt(activation, g[i]);
            float gateGradient = d[i] * u[i] * derivative;
            du[i] = d[i] * value;
            dg[i] = gateGradient;
        }
    }

    /// <inheritdoc/>
    public override void Activate(Activation activation, Tensor x, Tensor y)
    {
        Span<float> from = x.HostSpan(), to = y.HostSpan();
        for (int i = 0; i < to.Length; i++)
            to[i] = ActivationAt(activation, from[i]).Value;
    }

    /// <inheritdoc/>
    public override void ActivateGradient(Activation activation, Tensor x, Tensor dy, Tensor dx, bool accumulate)
    {
        Span<float> from = x.HostSpan(), d = dy.HostSpan(), to = dx.HostSpan();
        for (int i = 0; i < to.Length; i++)
        {
            float g = d[i] * ActivationAt(activation, from[i]).Derivative;
            to[i] = accumulate ? to[i] + g : g;
        }
    }

    /// <inheritdoc/>
    public override void Add(Tensor a, Tensor b, Tensor y)
    {
        Span<float> left = a.HostSpan(), right = b.HostSpan(), to = y.HostSpan();
        for (int i = 0; i < to.Length; i++)
            to[i] = left[i] + right[i];
    }

    /// <inheritdoc/>
    public override void Scale(Tensor x, float factor, Tensor y)
    {
        Span<float> from = x.HostSpan(), to = y.HostSpan();
        for (int i = 0; i < to.Length; i++)
            to[i] = from[i] * factor;
    }

    /// <inheritdoc/>
    public override void AddScaled(Tensor x, float factor, Tensor y)
    {
        Span<float> from = x.HostSpan(), to = y.HostSpan();
        for (int i = 0; i < to.Length; i++)
            to[i] = MathF.FusedMultiplyAdd(from[i], factor, to[i]);
    }

    /// <inheritdoc/>
    public override void ScaleColumns(Tensor x, Tensor factors, Tensor bias, Tensor y)
    {
        ReadOnlySpan<float> f = factors.HostSpan(), b = bias.IsEmpty ? default : bias.HostSpan();
        for (long m = 0; m < x.Shape.Rows; m++)
        {
            ReadOnlySpan<float> row = x.HostRow(m);
            Span<float> result = y.HostRow(m);
            for (int n = 0; n < row.Length; n++)
            {
                float product = row[n] * f[n];
                result[n] = b.IsEmpty ? product : product + b[n];
            }
        }
    }
}
