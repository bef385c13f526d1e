namespace Hone.Models;

/// <summary>
/// Normal draws as a pure function of (seed, stream, index): Philox4x32-10 (Salmon et al., SC 2011) gives 52 bits, and
/// algorithm AS 241 (Wichura 1988, PPND16) turns them into a normal number. Only IEEE additions, multiplications,
/// divisions and square roots, so that every machine draws the same bits.
/// </summary>
internal static class SeededNormal
{
    /// <summary>Elements <paramref name="first"/> and on of the stream, times the deviation.</summary>
    public static void Fill(ulong seed, ulong stream, long first, double deviation, Span<float> values)
    {
        Span<uint> words = stackalloc uint[4];
        long loaded = -1;
        for (int i = 0; i < values.Length; i++)
        {
            long index = first + i;
            long pair = index >> 1;
            if (pair != loaded)
            {
                Philox(seed, (ulong)pair, stream, words);
                loaded = pair;
            }
            int at = (int)(index & 1) * 2;
            ulong bits = ((ulong)words[at + 1] << 32 | words[at]) >> 12;
            double uniform = (bits + 0.5) * (1.0 / (1UL << 52));
            values[i] = (float)(deviation * Inverse(uniform));
        }
    }

    /// <summary>Ten rounds of Philox4x32 with the counter (low, high) as four words, least significant first.</summary>
    internal static void Philox(ulong key, ulong low, ulong high, Span<uint> words)
    {
        uint k0 = (uint)key, k1 = (uint)(key >> 32);
        uint c0 = (uint)low, c1 = (uint)(low >> 32), c2 = (uint)high, c3 = (uint)(high >> 32);
        for (int round = 0; round < 10; round++)
        {
            ulong p0 = 0xD2511F53UL * c0;
            ulong p1 = 0xCD9E8D57UL * c2;
            (c0, c1, c2, c3) = ((uint)(p1 >> 32) ^ c1 ^ k0, (uint)p1, (uint)(p0 >> 32) ^ c3 ^ k1, (uint)p0);
            k0 += 0x9E3779B9;
            k1 += 0xBB67AE85;
        }
        words[0] = c0;
        words[1] = c1;
        words[2] = c2;
        words[3] = c3;
    }

    /// <summary>The x with Phi(x) = <paramref name="p"/>, 0 below p below 1, to about 1e-16.</summary>
    internal static double Inverse(double p)
    {
        double q = p - 0.5;
        if (Math.Abs(q) <= 0.425)
        {
            double s = 0.180625 - (q * q);
            return q * Ratio(s, Central);
        }
        double r = Math.Sqrt(-Log(q < 0 ? p : 1 - p));
        double x = r <= 5 ? Ratio(r - 1.6, Middle) : Ratio(r - 5, Tail);
        return q < 0 ? -x : x;
    }

    // Numerator a0..a7, then denominator 1, b1..b7.
    private static double Ratio(double r, ReadOnlySpan<double> c)
    {
        double numerator = c[7];
        for (int i = 6; i >= 0; i--)
            numerator = (numerator * r) + c[i];
        double denominator = c[14];
        for (int i = 13; i >= 8; i--)
            denominator = (denominator * r) + c[i];
        return numerator / ((denominator * r) + 1.0);
    }

    // log(m 2^e) = e log 2 + 2 atanh((m - 1) / (m + 1)), m in [sqrt 1/2, sqrt 2): the series to its 25th power is exact to rounding.
    private static double Log(double x)
    {
        long bits = BitConverter.DoubleToInt64Bits(x);
        int exponent = (int)(bits >> 52) - 1023;
        double mantissa = BitConverter.Int64BitsToDouble((bits & 0x000FFFFFFFFFFFFF) | 0x3FF0000000000000);
        if (mantissa > 1.4142135623730951)
        {
            mantissa *= 0.5;
            exponent++;
        }
        double z = (mantissa - 1) / (mantissa + 1);
        double square = z * z;
        double sum = 0;
        for (int power = 25; power >= 1; power -= 2)
            sum = (sum * square) + (1.0 / power);
        return (exponent * 0.6931471805599453) + (2 * z * sum);
    }

    private static ReadOnlySpan<double> Central =>
    [
        3.3871328727963666080e0, 1.3314166789178437745e+2, 1.9715909503065514427e+3, 1.3731693765509461125e+4,
        4.5921953931549871457e+4, 6.7265770927008700853e+4, 3.3430575583588128105e+4, 2.5090809287301226727e+3,
        4.2313330701600911252e+1, 6.8718700749205790830e+2, 5.3941960214247511077e+3, 2.1213794301586595867e+4,
        3.9307895800092710610e+4, 2.8729085735721942674e+4, 5.2264952788528545610e+3,
    ];

    private static ReadOnlySpan<double> Middle =>
    [
        1.42343711074968357734e0, 4.63033784615654529590e0, 5.76949722146069140550e0, 3.64784832476320460504e0,
        1.27045825245236838258e0, 2.41780725177450611770e-1, 2.27238449892691845833e-2, 7.74545014278341407640e-4,
        2.05319162663775882187e0, 1.67638483018380384940e0, 6.89767334985100004550e-1, 1.48103976427480074590e-1,
        1.51986665636164571966e-2, 5.47593808499534494600e-4, 1.05075007164441684324e-9,
    ];

    private static ReadOnlySpan<double> Tail =>
    [
        6.65790464350110377720e0, 5.46378491116411436990e0, 1.78482653991729133580e0, 2.96560571828504891230e-1,
        2.65321895265761230930e-2, 1.24266094738807843860e-3, 2.71155556874348757815e-5, 2.01033439929228813265e-7,
        5.99832206555887937690e-1, 1.36929880922735805310e-1, 1.48753612908506148525e-2, 7.86869131145613259100e-4,
        1.84631831751005468180e-5, 1.42151175831644588870e-7, 2.04426310338993978564e-15,
    ];
}
