namespace Hone.Tensors;

public partial class ReferenceBackend
{
    private static float SoftCapOf(float x, float cap) => ScalarMath.Tanh(x / cap) * cap;

    private static float SoftCapSlope(float x, float cap)
    {
        float t = ScalarMath.Tanh(x / cap);
        return MathF.FusedMultiplyAdd(-t, t, 1f);
    }

    /// <inheritdoc/>
    public override void SoftCap(Tensor x, float cap, Tensor y)
    {
        Span<float> from = x.HostSpan(), to = y.HostSpan();
        for (int i = 0; i < to.Length; i++)
            to[i] = SoftCapOf(from[i], cap);
    }

    /// <inheritdoc/>
    public override void SoftCapGradient(Tensor x, float cap, Tensor dy, Tensor dx, bool accumulate)
    {
        Span<float> from = x.HostSpan(), d = dy.HostSpan(), to = dx.HostSpan();
        for (int i = 0; i < to.Length; i++)
        {
            float g = d[i] * SoftCapSlope(from[i], cap);
            to[i] = accumulate ? to[i] + g : g;
        }
    }
}
