using static Hone.Tensors.FunctionConstants;

namespace Hone.Tensors;

/// <summary>
/// The functions of the numeric contract (rule 10) for one float32 at a time. Fixed polynomials of IEEE additions,
/// multiplications, divisions and fused multiply-adds only, so that every machine computes the same bits; the vector
/// kernels compute the same ones lane by lane. Ulps are those of the exact result; a NaN gives a NaN.
/// </summary>
public static class ScalarMath
{
    /// <summary>
    /// e^x within 0.9 ulp. Results below 2^-125.5 (x below -86.99) are +0, so no result is subnormal; above float.MaxValue
    /// (x from 88.73) they are infinite. Exp(0) = 1.
    /// </summary>
    public static float Exp(float x)
    {
        float a = x < ExpLow ? ExpLow : x;
        a = a > ExpHigh ? ExpHigh : a;
        float t = MathF.FusedMultiplyAdd(a, Log2E, ExpShift);
        float n = t - ExpShift;
        float r = MathF.FusedMultiplyAdd(n, -Ln2High, a);
        r = MathF.FusedMultiplyAdd(n, -Ln2Low, r);
        float p = MathF.FusedMultiplyAdd(Exp6, r, Exp5);
        p = MathF.FusedMultiplyAdd(p, r, Exp4);
        p = MathF.FusedMultiplyAdd(p, r, Exp3);
        p = MathF.FusedMultiplyAdd(p, r, Exp2);
        p = MathF.FusedMultiplyAdd(p, r, 2f);
        p = MathF.FusedMultiplyAdd(p, r, 2f);
        return p * BitConverter.Int32BitsToSingle(BitConverter.SingleToInt32Bits(t) << 23);
    }

    /// <summary>
    /// Natural logarithm within 1.0 ulp, subnormal arguments included. Log(1) = +0, Log of either zero is -infinity, of a
    /// negative number NaN.
    /// </summary>
    public static float Log(float x)
    {
        bool tiny = x < 1.17549435e-38f;
        float scaled = tiny ? x * 8388608f : x;
        int bits = BitConverter.SingleToInt32Bits(scaled) - LogCentre;
        float e = (float)(bits >> 23) + (tiny ? -23f : 0f);
        float f = BitConverter.Int32BitsToSingle((bits & 0x7fffff) + LogCentre) - 1f;
        float p = MathF.FusedMultiplyAdd(Log11, f, Log10);
        p = MathF.FusedMultiplyAdd(p, f, Log9);
        p = MathF.FusedMultiplyAdd(p, f, Log8);
        p = MathF.FusedMultiplyAdd(p, f, Log7);
        p = MathF.FusedMultiplyAdd(p, f, Log6);
        p = MathF.FusedMultiplyAdd(p, f, Log5);
        p = MathF.FusedMultiplyAdd(p, f, Log4);
        p = MathF.FusedMultiplyAdd(p, f, Log3);
        p = MathF.FusedMultiplyAdd(p, f, Log2);
        p = MathF.FusedMultiplyAdd(f * f, p, f);
        float result = MathF.FusedMultiplyAdd(e, Ln2, p);
        result = x == 0f ? float.NegativeInfinity : result;
        // Infinity and NaN stay themselves; a negative number becomes NaN.
        return x < float.PositiveInfinity ? (x < 0f ? float.NaN : result) : x;
    }

    /// <summary>Hyperbolic tangent within 1.4 ulp; odd, the sign of zero kept, 1 at infinity.</summary>
    public static float Tanh(float x)
    {
        float a = MathF.Abs(x), s = x * x;
        float p = MathF.FusedMultiplyAdd(Tanh11, s, Tanh9);
        p = MathF.FusedMultiplyAdd(p, s, Tanh7);
        p = MathF.FusedMultiplyAdd(p, s, Tanh5);
        p = MathF.FusedMultiplyAdd(p, s, Tanh3);
        float small = MathF.FusedMultiplyAdd(p * s, a, a);
        float large = 1f - (2f / (Exp(a + a) + 1f));
        return MathF.CopySign(a < TanhLimit ? small : large, x);
    }

    /// <summary>Error function within 1.2 ulp; odd, the sign of zero kept, 1 at infinity.</summary>
    public static float Erf(float x)
    {
        float a = MathF.Abs(x), s = x * x;
        float p = MathF.FusedMultiplyAdd(ErfSmall10, s, ErfSmall8);
        p = MathF.FusedMultiplyAdd(p, s, ErfSmall6);
        p = MathF.FusedMultiplyAdd(p, s, ErfSmall4);
        p = MathF.FusedMultiplyAdd(p, s, ErfSmall2);
        p = MathF.FusedMultiplyAdd(p, s, ErfSmall0);
        float small = MathF.FusedMultiplyAdd(p, a, a);
        float t = a > ErfOne ? ErfOne : a;
        float q = MathF.FusedMultiplyAdd(ErfLarge5, t, ErfLarge4);
        q = MathF.FusedMultiplyAdd(q, t, ErfLarge3);
        q = MathF.FusedMultiplyAdd(q, t, ErfLarge2);
        q = MathF.FusedMultiplyAdd(q, t, ErfLarge1);
        q = MathF.FusedMultiplyAdd(q, t, ErfLarge0);
        q = MathF.FusedMultiplyAdd(q, t, -t);
        float large = 1f - Exp(q);
        return MathF.CopySign(a < ErfLimit ? small : large, x);
    }

    /// <summary>Sine of an angle in radians, rounded from <see cref="DeterministicMath.Sin"/>: within 0.51 ulp up to |x| = 2^40.</summary>
    public static float Sin(float x) => (float)DeterministicMath.Sin(x);

    /// <summary>Cosine of an angle in radians, rounded from <see cref="DeterministicMath.Cos"/>: within 0.51 ulp up to |x| = 2^40.</summary>
    public static float Cos(float x) => (float)DeterministicMath.Cos(x);

    /// <summary>x^y, rounded from <see cref="DeterministicMath.Pow"/>: within 0.51 ulp.</summary>
    public static float Pow(float x, float y) => (float)DeterministicMath.Pow(x, y);
}
