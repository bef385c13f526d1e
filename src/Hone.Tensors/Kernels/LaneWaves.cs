using System.Runtime.CompilerServices;
using static Hone.Tensors.ReferenceBackend;

namespace Hone.Tensors;

/// <summary><see cref="Activation.GeluSine"/>.</summary>
internal readonly struct LaneGeluSine : ILaneActivation
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Value<T>(T x) where T : unmanaged, ILaneValues<T>
    {
        T sine = LaneWave.Of(x, out _);
        return T.Fma(T.Create(SineShare), sine, LaneGelu.Value(x));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T ValueAndDerivative<T>(T x, out T derivative) where T : unmanaged, ILaneValues<T>
    {
        T value = LaneGelu.ValueAndDerivative(x, out T slope), sine = LaneWave.Of(x, out T cosine);
        derivative = T.Fma(T.Create(SineShare), cosine, slope);
        return T.Fma(T.Create(SineShare), sine, value);
    }
}

/// <summary><see cref="Activation.GeluSinc"/>.</summary>
internal readonly struct LaneGeluSinc : ILaneActivation
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Value<T>(T x) where T : unmanaged, ILaneValues<T> =>
        LaneGelu.Value(x) * T.Fma(T.Create(SincShare), Sinc(x, out _), T.Create(1f));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T ValueAndDerivative<T>(T x, out T derivative) where T : unmanaged, ILaneValues<T>
    {
        T value = LaneGelu.ValueAndDerivative(x, out T geluSlope);
        T m = T.Fma(T.Create(SincShare), Sinc(x, out T slope), T.Create(1f));
        derivative = T.Fma(value, T.Create(SincShare) * slope, geluSlope * m);
        return value * m;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static T Sinc<T>(T x, out T slope) where T : unmanaged, ILaneValues<T>
    {
        T pi = T.Create(Pi), a = pi * x, q = a * a;
        T near = T.Fma(T.Fma(q, T.Create(1f / 120), T.Create(-1f / 6)), q, T.Create(1f));
        T nearSlope = pi * (a * T.Fma(q, T.Create(1f / 30), T.Create(-1f / 3)));
        T far = LaneWave.Of(a, out T cosine) / a;
        T isNear = T.LessThan(T.Abs(x), T.Create(SincLimit));
        slope = T.Select(isNear, nearSlope, (cosine - far) / x);
        return T.Select(isNear, near, far);
    }
}

/// <summary>Sine and cosine of activations; the scalar twin is in ReferenceBackend.Waves.cs.</summary>
internal static class LaneWave
{
    /// <summary>sin x, and cos x.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Of<T>(T x, out T cosine) where T : unmanaged, ILaneValues<T>
    {
        T shift = T.Create(RoundShift), t = T.AtLeast(T.Create(-WaveBound), T.AtMost(T.Create(WaveBound), x));
        T k = T.Fma(t, T.Create(InversePi), shift) - shift;
        T r = T.Fma(k, T.Create(-PiHigh), t);
        r = T.Fma(k, T.Create(-PiMiddle), r);
        r = T.Fma(k, T.Create(-PiLow), r);
        T half = T.Fma(k, T.Create(0.5f), shift) - shift;
        T sign = T.Create(1f) - (T.Create(2f) * T.Abs(T.Fma(T.Create(-2f), half, k))), q = r * r;
        T p = T.Fma(T.Create(Sine11), q, T.Create(Sine9));
        p = T.Fma(p, q, T.Create(Sine7));
        p = T.Fma(p, q, T.Create(Sine5));
        p = T.Fma(p, q, T.Create(Sine3));
        T c = T.Fma(T.Create(Cosine12), q, T.Create(Cosine10));
        c = T.Fma(c, q, T.Create(Cosine8));
        c = T.Fma(c, q, T.Create(Cosine6));
        c = T.Fma(c, q, T.Create(Cosine4));
        c = T.Fma(c, q, T.Create(Cosine2));
        cosine = sign * T.Fma(c, q, T.Create(1f));
        return sign * T.Fma(p * q, r, r);
    }
}
