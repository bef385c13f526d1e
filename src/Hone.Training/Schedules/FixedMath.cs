namespace Hone.Training.Schedules;

/// <summary>
/// Elementary functions in double precision whose bits depend on the argument alone: additions,
/// multiplications and divisions of IEEE 754 in a written order, no call into a platform library.
/// Errors stay below two units in the last place over the ranges used by losses and schedules.
/// </summary>
internal static class FixedMath
{
    private const double Log2E = 1.4426950408889634;

    // ln 2 in two parts; the first has 32 significant bits, so that k * Ln2High is exact for every exponent k.
    private const double Ln2High = 6.93147180369123816490e-01;
    private const double Ln2Low = 1.90821492927058770002e-10;

    /// <summary>e to the x; exactly 1 at 0, infinity above 709.78, 0 below -745.</summary>
    internal static double Exp(double x)
    {
        if (double.IsNaN(x)) return x;
        if (x > 709.782712893384) return double.PositiveInfinity;
        if (x < -745.2) return 0.0;

        double k = Math.Floor(x * Log2E + 0.5);
        double r = (x - k * Ln2High) - k * Ln2Low; // |r| <= 0.35
        // Taylor to the 14th power: the first omitted term is below 2e-19.
        double sum = 1.0 / 87178291200.0;
        sum = sum * r + 1.0 / 6227020800.0;
        sum = sum * r + 1.0 / 479001600.0;
        sum = sum * r + 1.0 / 39916800.0;
        sum = sum * r + 1.0 / 3628800.0;
        sum = sum * r + 1.0 / 362880.0;
        sum = sum * r + 1.0 / 40320.0;
        sum = sum * r + 1.0 / 5040.0;
        sum = sum * r + 1.0 / 720.0;
        sum = sum * r + 1.0 / 120.0;
        sum = sum * r + 1.0 / 24.0;
        sum = sum * r + 1.0 / 6.0;
        sum = sum * r + 0.5;
        sum = sum * r * r + r + 1.0;
        return Math.ScaleB(sum, (int)k);
    }

    /// <summary>Natural logarithm; exactly 0 at 1, minus infinity at 0, NaN below.</summary>
    internal static double Log(double x)
    {
        if (double.IsNaN(x) || x < 0) return double.NaN;
        if (x == 0) return double.NegativeInfinity;
        if (double.IsPositiveInfinity(x)) return x;

        int exponent = Math.ILogB(x);
        double m = Math.ScaleB(x, -exponent); // [1, 2)
        if (m > 1.4142135623730951)
        {
            m *= 0.5;
            exponent++;
        }

        // log m = 2 artanh(s), s = (m - 1) / (m + 1), |s| <= 0.1716; terms to s^23.
        double f = m - 1.0;
        double s = f / (2.0 + f);
        double z = s * s;
        double series = 0.0;
        for (int n = 23; n >= 3; n -= 2) series = (series + 1.0 / n) * z;
        double log = 2.0 * s + 2.0 * s * series;
        return exponent * Ln2High + (log + exponent * Ln2Low);
    }

    /// <summary>x to the power p for x &gt;= 0; integer powers up to 16 by repeated multiplication.</summary>
    internal static double Pow(double x, double p)
    {
        if (p >= 0 && p <= 16 && p == Math.Floor(p))
        {
            double product = 1.0;
            for (int i = 0; i < (int)p; i++) product *= x;
            return product;
        }

        if (x == 0) return p > 0 ? 0.0 : double.PositiveInfinity;
        return Exp(p * Log(x));
    }

    /// <summary>
    /// Cosine of pi x. The argument is reduced exactly (multiples of pi are the only ones a schedule asks for),
    /// so that CosPi(0) = 1, CosPi(0.5) = 0 and CosPi(1) = -1 without error.
    /// </summary>
    internal static double CosPi(double x)
    {
        double r = Math.Abs(x) % 2.0;        // exact
        if (r > 1.0) r = 2.0 - r;            // [0, 1], exact
        bool negative = r > 0.5;
        if (negative) r = 1.0 - r;           // [0, 0.5], exact
        double value = r <= 0.25 ? CosSeries(Math.PI * r) : SinSeries(Math.PI * (0.5 - r));
        return negative ? -value : value;
    }

    // |y| <= pi / 4: the first omitted term is below 1e-18.
    private static double CosSeries(double y)
    {
        double z = y * y;
        double sum = 1.0;
        for (int n = 16; n >= 2; n -= 2) sum = 1.0 - sum * z / (n * (n - 1));
        return sum;
    }

    private static double SinSeries(double y)
    {
        double z = y * y;
        double sum = 1.0;
        for (int n = 17; n >= 3; n -= 2) sum = 1.0 - sum * z / (n * (n - 1));
        return y * sum;
    }
}
