using System.Runtime.CompilerServices;
using static Hone.Tensors.FunctionConstants;

namespace Hone.Tensors;

/// <summary>
/// <see cref="ScalarMath"/> on sixteen lanes: line for line the same operations, hence the same bits, with selections in
/// place of branches. Exp takes 14 vector operations.
/// </summary>
internal static class LaneMath
{
    /// <summary><see cref="ScalarMath.Exp"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Exp<T>(T x) where T : unmanaged, ILaneValues<T>
    {
        return ExpBetween(T.AtMost(T.Create(ExpHigh), T.AtLeast(T.Create(ExpLow), x)));
    }

    /// <summary><see cref="ScalarMath.Exp"/> of arguments that are known to be at most <see cref="ExpHigh"/>, as in every softmax.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T ExpUpToHigh<T>(T x) where T : unmanaged, ILaneValues<T> => ExpBetween(T.AtLeast(T.Create(ExpLow), x));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static T ExpBetween<T>(T a) where T : unmanaged, ILaneValues<T>
    {
        T t = T.Fma(a, T.Create(Log2E), T.Create(ExpShift));
        T n = t - T.Create(ExpShift);
        T r = T.Fma(n, T.Create(-Ln2High), a);
        r = T.Fma(n, T.Create(-Ln2Low), r);
        T p = T.Fma(T.Create(Exp6), r, T.Create(Exp5));
        p = T.Fma(p, r, T.Create(Exp4));
        p = T.Fma(p, r, T.Create(Exp3));
        p = T.Fma(p, r, T.Create(Exp2));
        p = T.Fma(p, r, T.Create(2f));
        p = T.Fma(p, r, T.Create(2f));
        return p * T.LowBitsAsExponent(t);
    }

    /// <summary><see cref="ScalarMath.Log"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Log<T>(T x) where T : unmanaged, ILaneValues<T>
    {
        T zero = T.Create(0f);
        T tiny = T.LessThan(x, T.Create(1.17549435e-38f));
        T scaled = T.Select(tiny, x * T.Create(8388608f), x);
        T e = T.ExponentFrom(scaled, LogCentre) + T.Select(tiny, T.Create(-23f), zero);
        T f = T.FractionFrom(scaled, LogCentre) - T.Create(1f);
        T p = T.Fma(T.Create(Log11), f, T.Create(Log10));
        p = T.Fma(p, f, T.Create(Log9));
        p = T.Fma(p, f, T.Create(Log8));
        p = T.Fma(p, f, T.Create(Log7));
        p = T.Fma(p, f, T.Create(Log6));
        p = T.Fma(p, f, T.Create(Log5));
        p = T.Fma(p, f, T.Create(Log4));
        p = T.Fma(p, f, T.Create(Log3));
        p = T.Fma(p, f, T.Create(Log2));
        p = T.Fma(f * f, p, f);
        T result = T.Fma(e, T.Create(Ln2), p);
        result = T.Select(T.Equal(x, zero), T.Create(float.NegativeInfinity), result);
        result = T.Select(T.LessThan(x, zero), T.Create(float.NaN), result);
        return T.Select(T.LessThan(x, T.Create(float.PositiveInfinity)), result, x);
    }

    /// <summary><see cref="ScalarMath.Tanh"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Tanh<T>(T x) where T : unmanaged, ILaneValues<T>
    {
        T a = T.Abs(x), s = x * x;
        T p = T.Fma(T.Create(Tanh11), s, T.Create(Tanh9));
        p = T.Fma(p, s, T.Create(Tanh7));
        p = T.Fma(p, s, T.Create(Tanh5));
        p = T.Fma(p, s, T.Create(Tanh3));
        T small = T.Fma(p * s, a, a);
        T one = T.Create(1f);
        T large = one - (T.Create(2f) / (Exp(a + a) + one));
        return T.CopySign(T.Select(T.LessThan(a, T.Create(TanhLimit)), small, large), x);
    }

    /// <summary><see cref="ScalarMath.Erf"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Erf<T>(T x) where T : unmanaged, ILaneValues<T>
    {
        T a = T.Abs(x), s = x * x;
        T p = T.Fma(T.Create(ErfSmall10), s, T.Create(ErfSmall8));
        p = T.Fma(p, s, T.Create(ErfSmall6));
        p = T.Fma(p, s, T.Create(ErfSmall4));
        p = T.Fma(p, s, T.Create(ErfSmall2));
        p = T.Fma(p, s, T.Create(ErfSmall0));
        T small = T.Fma(p, a, a);
        T t = T.AtMost(T.Create(ErfOne), a);
        T q = T.Fma(T.Create(ErfLarge5), t, T.Create(ErfLarge4));
        q = T.Fma(q, t, T.Create(ErfLarge3));
        q = T.Fma(q, t, T.Create(ErfLarge2));
        q = T.Fma(q, t, T.Create(ErfLarge1));
        q = T.Fma(q, t, T.Create(ErfLarge0));
        q = T.Fma(q, t, -t);
        T large = T.Create(1f) - Exp(q);
        return T.CopySign(T.Select(T.LessThan(a, T.Create(ErfLimit)), small, large), x);
    }
}
