using Hone.Tensors;
using Xunit;

namespace Hone.UnitTests.Tensors;

public sealed class ScalarMathDoubleTests
{
    private const double Bound = 5e-16;

    private static void Near(double want, double got, double bound = Bound)
    {
        if (want == got || (double.IsNaN(want) && double.IsNaN(got)))
            return;
        Assert.True(Math.Abs(got - want) <= bound * Math.Abs(want), $"{got:R}, not {want:R}: {Math.Abs(got - want) / Math.Abs(want):E2}.");
    }

    [Fact]
    public void AgreesWithTheLibraryOnManyArguments()
    {
        var random = new PhiloxStream(7, RandomPurpose.Task);
        for (int i = 0; i < 200_000; i++)
        {
            double u = random.NextDouble(), x = (u - 0.5) * 1400, big = Math.ScaleB(1 + u, (int)(random.NextUInt32() % 2040) - 1020);
            Near(Math.Exp(x), DeterministicMath.Exp(x));
            Near(Math.Exp(x / 500), DeterministicMath.Exp(x / 500));
            Near(Math.Log(big), DeterministicMath.Log(big));
            Near(Math.Log(0.5 + u), DeterministicMath.Log(0.5 + u));
            Near(Math.Sin(x), DeterministicMath.Sin(x));
            Near(Math.Cos(x), DeterministicMath.Cos(x));
            Near(Math.Sin(x * 1e6), DeterministicMath.Sin(x * 1e6));
            Near(Math.Cos(x * 1e6), DeterministicMath.Cos(x * 1e6));
            double y = (random.NextDouble() - 0.5) * 2;
            Near(Math.Pow(big, y), DeterministicMath.Pow(big, y));
            Near(Math.Pow(1e6, y), DeterministicMath.Pow(1e6, y));
            Near(Math.Pow(0.999, i), DeterministicMath.Pow(0.999, i));
        }
    }

    // 40-digit values of mpmath 1.3.
    [Fact]
    public void AgreesWithKnownDigits()
    {
        Near(0.42054779319078249129850658974095, DeterministicMath.Sin(1e7));
        Near(-0.90727038618173956116271275092168, DeterministicMath.Cos(1e7));
        Near(2.7182818284590452353602874713527, DeterministicMath.Exp(1));
        Near(0.69314718055994530941723212145818, DeterministicMath.Log(2));
        Near(1e6, DeterministicMath.Pow(10, 6));
        Near(0.001, DeterministicMath.Pow(1e6, -0.5));
    }

    [Fact]
    public void EdgesAreThoseOfTheStandard()
    {
        double inf = double.PositiveInfinity, nan = double.NaN;
        double[] xs = [0.0, -0.0, 1, -1, 2, -2, 0.5, -0.5, inf, -inf, nan, double.Epsilon, double.MaxValue];
        double[] ys = [0.0, 1, -1, 2, -2, 3, -3, 0.5, -0.5, inf, -inf, nan, 1e300];
        foreach (double x in xs)
        {
            Near(Math.Exp(x), DeterministicMath.Exp(x));
            Near(Math.Log(x), DeterministicMath.Log(x));
            foreach (double y in ys)
            {
                double want = Math.Pow(x, y), got = DeterministicMath.Pow(x, y);
                Near(want, got);
                Assert.Equal(double.IsNegative(want) && want == 0, double.IsNegative(got) && got == 0);
            }
        }
        Assert.Equal(1.0, DeterministicMath.Exp(0));
        Assert.Equal(0.0, DeterministicMath.Log(1));
        Assert.Equal(0.0, DeterministicMath.Exp(-1000));
        Near(Math.Exp(-740), DeterministicMath.Exp(-740), 1e-2);
        Assert.True(double.IsNaN(DeterministicMath.Sin(inf)) && double.IsNaN(DeterministicMath.Cos(nan)));
        Assert.True(double.IsNegative(DeterministicMath.Sin(-0.0)));
    }
}
