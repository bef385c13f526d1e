using Hone.Tensors;
using Xunit;

namespace Hone.UnitTests.Tensors;

public sealed class ScalarMathTests
{
    // A prime stride visits every exponent and sign: 2^32 / 1021 is 4.2 million arguments a function.
    private const uint Stride = 1021;

    private static void CheckUlps(Func<float, float> function, Func<double, double> oracle, float low, float high, double bound)
    {
        double worst = 0;
        float at = 0;
        for (ulong bits = 0; bits <= uint.MaxValue; bits += Stride)
        {
            float x = BitConverter.UInt32BitsToSingle((uint)bits);
            if (!(x >= low && x <= high))
                continue;
            double ulps = Ulps(function(x), oracle(x));
            if (!(ulps <= worst))
                (worst, at) = (ulps, x);
        }
        Assert.True(worst <= bound, $"{worst} ulp at {at:G9}, bound {bound}.");
    }

    internal static double Ulps(float got, double want)
    {
        if (double.IsNaN(want) || double.IsInfinity(want) || Math.Abs(want) > float.MaxValue)
            return (double)got == want || (double.IsNaN(want) && float.IsNaN(got)) || float.IsInfinity(got) ? 0 : double.PositiveInfinity;
        int exponent = want == 0 ? -126 : Math.Max(-126, Math.ILogB(want));
        return Math.Abs(got - want) / Math.ScaleB(1, exponent - 23);
    }

    [Fact]
    public void ExpIsWithinItsBound() => CheckUlps(ScalarMath.Exp, Math.Exp, -86.988f, 88.7228f, 0.9);

    [Fact]
    public void LogIsWithinItsBound() => CheckUlps(ScalarMath.Log, Math.Log, float.Epsilon, float.MaxValue, 1.0);

    [Fact]
    public void TanhIsWithinItsBound() => CheckUlps(ScalarMath.Tanh, Math.Tanh, float.MinValue, float.MaxValue, 1.4);

    [Fact]
    public void ErfIsWithinItsBound() => CheckUlps(ScalarMath.Erf, ErfOracle, float.MinValue, float.MaxValue, 1.2);

    [Fact]
    public void SineAndCosineAreWithinTheirBounds()
    {
        CheckUlps(ScalarMath.Sin, Math.Sin, -1e12f, 1e12f, 0.51);
        CheckUlps(ScalarMath.Cos, Math.Cos, -1e12f, 1e12f, 0.51);
    }

    [Fact]
    public void PowIsWithinItsBound() => CheckUlps(x => ScalarMath.Pow(x, -0.37f), x => Math.Pow(x, -0.37f), float.Epsilon, float.MaxValue, 0.51);

    [Fact]
    public void ExpAtItsEdges()
    {
        Assert.Equal(0, BitConverter.SingleToInt32Bits(ScalarMath.Exp(float.NegativeInfinity)));
        Assert.Equal(0, BitConverter.SingleToInt32Bits(ScalarMath.Exp(-1e30f)));
        Assert.Equal(0, BitConverter.SingleToInt32Bits(ScalarMath.Exp(-87f)));
        Assert.Equal(1f, ScalarMath.Exp(0f));
        Assert.Equal(1f, ScalarMath.Exp(-0f));
        Assert.Equal(float.PositiveInfinity, ScalarMath.Exp(88.73f));
        Assert.Equal(float.PositiveInfinity, ScalarMath.Exp(float.PositiveInfinity));
        Assert.True(float.IsNaN(ScalarMath.Exp(float.NaN)));
        Assert.True(float.IsNaN(ScalarMath.Exp(BitConverter.Int32BitsToSingle(0x7f800001))));
    }

    [Fact]
    public void LogAtItsEdges()
    {
        Assert.Equal(0, BitConverter.SingleToInt32Bits(ScalarMath.Log(1f)));
        Assert.Equal(float.NegativeInfinity, ScalarMath.Log(0f));
        Assert.Equal(float.NegativeInfinity, ScalarMath.Log(-0f));
        Assert.Equal(float.PositiveInfinity, ScalarMath.Log(float.PositiveInfinity));
        Assert.True(float.IsNaN(ScalarMath.Log(-1f)));
        Assert.True(float.IsNaN(ScalarMath.Log(-float.Epsilon)));
        Assert.True(float.IsNaN(ScalarMath.Log(float.NegativeInfinity)));
        Assert.True(float.IsNaN(ScalarMath.Log(float.NaN)));
    }

    [Fact]
    public void OddFunctionsAtTheirEdges()
    {
        foreach (Func<float, float> f in new Func<float, float>[] { ScalarMath.Tanh, ScalarMath.Erf })
        {
            Assert.Equal(0, BitConverter.SingleToInt32Bits(f(0f)));
            Assert.Equal(int.MinValue, BitConverter.SingleToInt32Bits(f(-0f)));
            Assert.Equal(1f, f(float.PositiveInfinity));
            Assert.Equal(-1f, f(float.NegativeInfinity));
            Assert.True(float.IsNaN(f(float.NaN)));
            Assert.Equal(-f(0.7f), f(-0.7f));
            Assert.Equal(-f(2.7f), f(-2.7f));
        }
    }

    // erf by its Taylor series, and by the continued fraction of erfc where that cancels. Abramowitz and Stegun 7.1.6, 7.1.14.
    internal static double ErfOracle(double x)
    {
        double a = Math.Abs(x);
        if (a > 6)
            return Math.Sign(x);
        if (a < 2.5)
        {
            double term = x, sum = x;
            for (int n = 1; n < 80; n++)
            {
                term *= 2 * x * x / ((2 * n) + 1);
                sum += term;
            }
            return 2 / Math.Sqrt(Math.PI) * Math.Exp(-x * x) * sum;
        }
        double fraction = a;
        for (int n = 60; n > 0; n--)
            fraction = a + (n / 2.0 / fraction);
        return Math.Sign(x) * (1 - (Math.Exp(-a * a) / Math.Sqrt(Math.PI) / fraction));
    }
}
