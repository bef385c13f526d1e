namespace Hone.Tensors;

/// <summary>
/// The functions of the numeric contract (rule 10) in float64, for what is computed once and reaches tensors: position
/// tables, schedules, initialisers. Fixed series of IEEE operations, so that every machine computes the same bits.
/// Relative error about 2e-16; a NaN gives a NaN.
/// </summary>
public static class DeterministicMath
{
    private const double Log2E = 1.4426950408889634;

    // The high part has 21 zero bits at its end, so that its product with an exponent is exact.
    private const double Ln2High = 6.93147180369123816490e-01, Ln2Low = 1.90821492927058770002e-10;

    // pi / 2 as the sum of three float64 numbers.
    private const double HalfPi1 = 1.5707963267948966, HalfPi2 = 6.123233995736766e-17, HalfPi3 = -1.4973849048591833e-33;
    private const double TwoOverPi = 0.6366197723675814;

    /// <summary>e^x. +0 below -745.2, infinite above 709.79; results below 2^-1022 are rounded to subnormals.</summary>
    public static double Exp(double x)
    {
        if (!(x > -746.0))
            return double.IsNaN(x) ? x : 0.0;
        if (x > 710.0)
            return double.PositiveInfinity;
        double n = Math.Round(x * Log2E);
        double r = Math.FusedMultiplyAdd(n, -Ln2High, x);
        r = Math.FusedMultiplyAdd(n, -Ln2Low, r);
        // Taylor to r^13 on |r| <= ln 2 / 2: remainder 5e-18.
        double p = Math.FusedMultiplyAdd(1.0 / 6227020800, r, 1.0 / 479001600);
        p = Math.FusedMultiplyAdd(p, r, 1.0 / 39916800);
        p = Math.FusedMultiplyAdd(p, r, 1.0 / 3628800);
        p = Math.FusedMultiplyAdd(p, r, 1.0 / 362880);
        p = Math.FusedMultiplyAdd(p, r, 1.0 / 40320);
        p = Math.FusedMultiplyAdd(p, r, 1.0 / 5040);
        p = Math.FusedMultiplyAdd(p, r, 1.0 / 720);
        p = Math.FusedMultiplyAdd(p, r, 1.0 / 120);
        p = Math.FusedMultiplyAdd(p, r, 1.0 / 24);
        p = Math.FusedMultiplyAdd(p, r, 1.0 / 6);
        p = Math.FusedMultiplyAdd(p, r, 0.5);
        p = Math.FusedMultiplyAdd(p, r, 1.0);
        p = Math.FusedMultiplyAdd(p, r, 1.0);
        // 2^n in two normal factors; the first product is exact.
        int half = (int)n >> 1;
        return p * PowerOfTwo(half) * PowerOfTwo((int)n - half);
    }

    /// <summary>Natural logarithm. -infinity at zero, NaN below.</summary>
    public static double Log(double x)
    {
        if (!(x > 0.0) || double.IsPositiveInfinity(x))
            return LogOfSpecial(x);
        return LogParts(x).High;
    }

    /// <summary>Sine of an angle in radians. The relative bound holds up to |x| = 2^40; NaN at infinity.</summary>
    public static double Sin(double x)
    {
        // Also keeps the sign of zero and spares tiny numbers the reduction.
        if (Math.Abs(x) < 1e-9)
            return x;
        (double r, int quadrant) = ReduceAngle(x);
        double value = (quadrant & 1) == 0 ? SineSeries(r) : CosineSeries(r);
        return (quadrant & 2) == 0 ? value : -value;
    }

    /// <summary>Cosine of an angle in radians. The relative bound holds up to |x| = 2^40; NaN at infinity.</summary>
    public static double Cos(double x)
    {
        (double r, int quadrant) = ReduceAngle(x);
        double value = (quadrant & 1) == 0 ? CosineSeries(r) : SineSeries(r);
        return ((quadrant + 1) & 2) == 0 ? value : -value;
    }

    /// <summary>
    /// x^y. x^0 and 1^y are 1; a negative x needs an integral y; powers of zero and infinity are those of IEEE 754-2019,
    /// section 9.2.1. The logarithm carries 110 bits, so large exponents keep the bound.
    /// </summary>
    public static double Pow(double x, double y)
    {
        if (y == 0.0 || x == 1.0)
            return 1.0;
        if (double.IsNaN(x) || double.IsNaN(y))
            return double.NaN;
        double a = Math.Abs(x);
        if (double.IsInfinity(y))
            return a == 1.0 ? 1.0 : (a > 1.0) == (y > 0.0) ? double.PositiveInfinity : 0.0;
        bool integral = Math.Floor(y) == y;
        bool odd = integral && Math.Abs(y) < 9007199254740992.0 && ((long)y & 1) != 0;
        double sign = odd && double.IsNegative(x) ? -1.0 : 1.0;
        if (a == 0.0 || double.IsInfinity(a))
            return sign * ((a == 0.0) == (y > 0.0) ? 0.0 : double.PositiveInfinity);
        if (x < 0.0 && !integral)
            return double.NaN;
        (double high, double low) = LogParts(a);
        double power = y * high;
        if (Math.Abs(power) > 800.0)
            return sign * (power > 0.0 ? double.PositiveInfinity : 0.0);
        double rest = Math.FusedMultiplyAdd(y, high, -power) + (y * low);
        double e = Exp(power);
        return sign * (double.IsInfinity(e) ? e : Math.FusedMultiplyAdd(e, rest, e));
    }

    private static double LogOfSpecial(double x) =>
        x == 0.0 ? double.NegativeInfinity : x < 0.0 ? double.NaN : x;

    // log x = e ln 2 + 2 atanh(s) with s = (m - 1) / (m + 1), as a sum of two numbers; x is positive and finite.
    private static (double High, double Low) LogParts(double x)
    {
        int e = 0;
        if (x < 2.2250738585072014e-308)
        {
            x *= 18014398509481984.0; // 2^54
            e = -54;
        }
        long bits = BitConverter.DoubleToInt64Bits(x);
        // m in [sqrt(1/2), sqrt 2): the exponent grows by one when the fraction is above sqrt 2's.
        long shifted = bits + (0x3ff0000000000000L - 0x3fe6a09e667f3bcdL);
        e += (int)(shifted >> 52) - 1023;
        double m = BitConverter.Int64BitsToDouble((shifted & 0xfffffffffffffL) + 0x3fe6a09e667f3bcdL);
        double f = m - 1.0;
        double d = m + 1.0;
        double dLow = m - (d - 1.0);
        double s = f / d;
        double sLow = (Math.FusedMultiplyAdd(-s, d, f) - (s * dLow)) / d;
        double z = s * s;
        // 2 atanh(s) = 2 s + s z (2/3 + 2/5 z + ...), |s| <= 0.172: remainder 3e-19.
        double p = Math.FusedMultiplyAdd(2.0 / 25, z, 2.0 / 23);
        p = Math.FusedMultiplyAdd(p, z, 2.0 / 21);
        p = Math.FusedMultiplyAdd(p, z, 2.0 / 19);
        p = Math.FusedMultiplyAdd(p, z, 2.0 / 17);
        p = Math.FusedMultiplyAdd(p, z, 2.0 / 15);
        p = Math.FusedMultiplyAdd(p, z, 2.0 / 13);
        p = Math.FusedMultiplyAdd(p, z, 2.0 / 11);
        p = Math.FusedMultiplyAdd(p, z, 2.0 / 9);
        p = Math.FusedMultiplyAdd(p, z, 2.0 / 7);
        p = Math.FusedMultiplyAdd(p, z, 2.0 / 5);
        p = Math.FusedMultiplyAdd(p, z, 2.0 / 3);
        double main = e * Ln2High, twice = s + s;
        double sum = main + twice;
        double lost = Math.Abs(main) >= Math.Abs(twice) ? twice - (sum - main) : main - (sum - twice);
        lost += (e * Ln2Low) + Math.FusedMultiplyAdd(s * z, p, sLow + sLow);
        double high = sum + lost;
        return (high, lost - (high - sum));
    }

    // x = r + quadrant pi / 2. The first difference is exact: its last bit is at least that of HalfPi1.
    private static (double Remainder, int Quadrant) ReduceAngle(double x)
    {
        double n = Math.Round(x * TwoOverPi);
        double r = Math.FusedMultiplyAdd(-n, HalfPi1, x);
        r = Math.FusedMultiplyAdd(-n, HalfPi2, r);
        r = Math.FusedMultiplyAdd(-n, HalfPi3, r);
        return (r, Math.Abs(n) < 9e18 ? (int)((long)n & 3) : 0);
    }

    // Taylor to r^17 on |r| <= pi / 4: remainder 1e-19.
    private static double SineSeries(double r)
    {
        double z = r * r;
        double p = Math.FusedMultiplyAdd(1.0 / 355687428096000, z, -1.0 / 1307674368000);
        p = Math.FusedMultiplyAdd(p, z, 1.0 / 6227020800);
        p = Math.FusedMultiplyAdd(p, z, -1.0 / 39916800);
        p = Math.FusedMultiplyAdd(p, z, 1.0 / 362880);
        p = Math.FusedMultiplyAdd(p, z, -1.0 / 5040);
        p = Math.FusedMultiplyAdd(p, z, 1.0 / 120);
        p = Math.FusedMultiplyAdd(p, z, -1.0 / 6);
        return Math.FusedMultiplyAdd(p * z, r, r);
    }

    // Taylor to r^16 on |r| <= pi / 4: remainder 2e-18.
    private static double CosineSeries(double r)
    {
        double z = r * r;
        double p = Math.FusedMultiplyAdd(1.0 / 20922789888000, z, -1.0 / 87178291200);
        p = Math.FusedMultiplyAdd(p, z, 1.0 / 479001600);
        p = Math.FusedMultiplyAdd(p, z, -1.0 / 3628800);
        p = Math.FusedMultiplyAdd(p, z, 1.0 / 40320);
        p = Math.FusedMultiplyAdd(p, z, -1.0 / 720);
        p = Math.FusedMultiplyAdd(p, z, 1.0 / 24);
        p = Math.FusedMultiplyAdd(p, z, -0.5);
        return Math.FusedMultiplyAdd(p, z, 1.0);
    }

    private static double PowerOfTwo(int exponent) => BitConverter.Int64BitsToDouble((long)(exponent + 1023) << 52);
}
