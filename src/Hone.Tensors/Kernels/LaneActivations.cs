using System.Runtime.CompilerServices;

namespace Hone.Tensors;

/// <summary>A pointwise function with its derivative on lanes; the scalar twin is <see cref="ReferenceBackend.ActivationAt"/>.</summary>
internal interface ILaneActivation
{
    /// <summary>act(x).</summary>
    static abstract T Value<T>(T x) where T : unmanaged, ILaneValues<T>;

    /// <summary>act(x) and act'(x), which share their terms.</summary>
    static abstract T ValueAndDerivative<T>(T x, out T derivative) where T : unmanaged, ILaneValues<T>;
}

/// <summary><see cref="Activation.Silu"/>.</summary>
internal readonly struct LaneSilu : ILaneActivation
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Value<T>(T x) where T : unmanaged, ILaneValues<T> => x * Sigmoid(x);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T ValueAndDerivative<T>(T x, out T derivative) where T : unmanaged, ILaneValues<T>
    {
        T s = Sigmoid(x), value = x * s;
        derivative = T.Fma(value, T.Create(1f) - s, s);
        return value;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static T Sigmoid<T>(T x) where T : unmanaged, ILaneValues<T>
    {
        T one = T.Create(1f);
        return one / (one + LaneMath.Exp(-x));
    }
}

/// <summary><see cref="Activation.GeluTanh"/>.</summary>
internal readonly struct LaneGeluTanh : ILaneActivation
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Value<T>(T x) where T : unmanaged, ILaneValues<T> => x * (T.Create(0.5f) * (T.Create(1f) + Inner(x)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T ValueAndDerivative<T>(T x, out T derivative) where T : unmanaged, ILaneValues<T>
    {
        T one = T.Create(1f), half = T.Create(0.5f), tanh = Inner(x);
        T h = half * (one + tanh);
        T slope = T.Fma(T.Create(ReferenceBackend.GeluCubicSlope) * x, x, T.Create(ReferenceBackend.GeluRoot));
        derivative = T.Fma(x * half * (one - (tanh * tanh)), slope, h);
        return x * h;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static T Inner<T>(T x) where T : unmanaged, ILaneValues<T> =>
        LaneMath.Tanh(x * T.Fma(T.Create(ReferenceBackend.GeluCubic) * x, x, T.Create(ReferenceBackend.GeluRoot)));
}

/// <summary><see cref="Activation.Gelu"/>.</summary>
internal readonly struct LaneGelu : ILaneActivation
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Value<T>(T x) where T : unmanaged, ILaneValues<T> => x * Half(x);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T ValueAndDerivative<T>(T x, out T derivative) where T : unmanaged, ILaneValues<T>
    {
        T h = Half(x);
        derivative = T.Fma(x, LaneMath.Exp(T.Create(-0.5f) * x * x) * T.Create(ReferenceBackend.InverseRootTwoPi), h);
        return x * h;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static T Half<T>(T x) where T : unmanaged, ILaneValues<T> =>
        T.Create(0.5f) * (T.Create(1f) + LaneMath.Erf(x * T.Create(ReferenceBackend.InverseRootTwo)));
}

/// <summary><see cref="Activation.Relu"/>.</summary>
internal readonly struct LaneRelu : ILaneActivation
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Value<T>(T x) where T : unmanaged, ILaneValues<T> => Where(x, x);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T ValueAndDerivative<T>(T x, out T derivative) where T : unmanaged, ILaneValues<T>
    {
        derivative = Where(x, T.Create(1f));
        return Where(x, x);
    }

    /// <summary>The value where x is above 0, else +0.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Where<T>(T x, T value) where T : unmanaged, ILaneValues<T> =>
        T.Select(T.LessThan(T.Create(0f), x), value, T.Create(0f));
}

/// <summary><see cref="Activation.ReluSquared"/>.</summary>
internal readonly struct LaneReluSquared : ILaneActivation
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Value<T>(T x) where T : unmanaged, ILaneValues<T>
    {
        T r = LaneRelu.Where(x, x);
        return r * r;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T ValueAndDerivative<T>(T x, out T derivative) where T : unmanaged, ILaneValues<T>
    {
        T r = LaneRelu.Where(x, x);
        derivative = r + r;
        return r * r;
    }
}
