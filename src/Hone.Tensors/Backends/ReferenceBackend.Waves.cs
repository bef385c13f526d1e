namespace Hone.Tensors;

public partial class ReferenceBackend
{
    internal const float Pi = 3.14159274f, InversePi = 0.318309873f, WaveBound = 100000f, RoundShift = 12582912f;

    // pi in three parts of few bits, so that their products with a whole number are exact.
    internal const float PiHigh = 3.140625f, PiMiddle = 9.67502594e-4f, PiLow = 1.50995803e-7f;

    internal const float SincLimit = 0.125f, SineShare = 0.1f, SincShare = 0.5f;

    internal const float Sine3 = -1f / 6, Sine5 = 1f / 120, Sine7 = -1f / 5040, Sine9 = 1f / 362880, Sine11 = -1f / 39916800;
    internal const float Cosine2 = -0.5f, Cosine4 = 1f / 24, Cosine6 = -1f / 720, Cosine8 = 1f / 40320, Cosine10 = -1f / 3628800, Cosine12 = 1f / 479001600;

    private static (float Sine, float Cosine) Wave(float x)
    {
        float t = WaveBound < x ? WaveBound : x;
        t = -WaveBound > t ? -WaveBound : t;
        float k = MathF.FusedMultiplyAdd(t, InversePi, RoundShift) - RoundShift;
        float r = MathF.FusedMultiplyAdd(k, -PiHigh, t);
        r = MathF.FusedMultiplyAdd(k, -PiMiddle, r);
        r = MathF.FusedMultiplyAdd(k, -PiLow, r);
        float half = MathF.FusedMultiplyAdd(k, 0.5f, RoundShift) - RoundShift;
        float sign = 1f - (2f * MathF.Abs(MathF.FusedMultiplyAdd(-2f, half, k))), q = r * r;
        float p = MathF.FusedMultiplyAdd(Sine11, q, Sine9);
        p = MathF.FusedMultiplyAdd(p, q, Sine7);
        p = MathF.FusedMultiplyAdd(p, q, Sine5);
        p = MathF.FusedMultiplyAdd(p, q, Sine3);
        float c = MathF.FusedMultiplyAdd(Cosine12, q, Cosine10);
        c = MathF.FusedMultiplyAdd(c, q, Cosine8);
        c = MathF.FusedMultiplyAdd(c, q, Cosine6);
        c = MathF.FusedMultiplyAdd(c, q, Cosine4);
        c = MathF.FusedMultiplyAdd(c, q, Cosine2);
        return (sign * MathF.FusedMultiplyAdd(p * q, r, r), sign * MathF.FusedMultiplyAdd(c, q, 1f));
    }

    private static (float Value, float Derivative) GeluSineAt(float x)
    {
        (float value, float derivative) = ActivationAt(Activation.Gelu, x);
        (float sine, float cosine) = Wave(x);
        return (MathF.FusedMultiplyAdd(SineShare, sine, value), MathF.FusedMultiplyAdd(SineShare, cosine, derivative));
    }

    private static (float Value, float Derivative) GeluSincAt(float x)
    {
        (float value, float derivative) = ActivationAt(Activation.Gelu, x);
        float a = Pi * x, q = a * a, s, slope;
        if (MathF.Abs(x) < SincLimit)
        {
            s = MathF.FusedMultiplyAdd(MathF.FusedMultiplyAdd(q, 1f / 120, -1f / 6), q, 1f);
            slope = Pi * (a * MathF.FusedMultiplyAdd(q, 1f / 30, -1f / 3));
        }
        else
        {
            (float sine, float cosine) = Wave(a);
            s = sine / a;
            slope = (cosine - s) / x;
        }
        float m = MathF.FusedMultiplyAdd(SincShare, s, 1f);
        return (value * m, MathF.FusedMultiplyAdd(value, SincShare * slope, derivative * m));
    }
}
