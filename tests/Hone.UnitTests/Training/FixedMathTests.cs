using Hone.Training.Schedules;
using Xunit;

namespace Hone.UnitTests.Training;

public sealed class FixedMathTests
{
    [Fact]
    public void ExactWhereTheFunctionIs()
    {
        Assert.Equal(1.0, FixedMath.Exp(0.0));
        Assert.Equal(1.0, FixedMath.Exp(-0.0));
        Assert.Equal(0.0, FixedMath.Log(1.0));
        Assert.Equal([1.0, 0.0, -1.0, 0.0, 1.0], new[] { 0.0, 0.5, 1.0, 1.5, 2.0 }.Select(x => Math.Abs(FixedMath.CosPi(x)) == 0 ? 0.0 : FixedMath.CosPi(x)));
        Assert.Equal(8.0, FixedMath.Pow(2.0, 3.0));
        Assert.Equal(double.PositiveInfinity, FixedMath.Exp(710.0));
        Assert.Equal(0.0, FixedMath.Exp(-800.0));
        Assert.True(double.IsNaN(FixedMath.Exp(double.NaN)));
        Assert.True(double.IsNaN(FixedMath.Log(-1.0)));
        Assert.Equal(double.NegativeInfinity, FixedMath.Log(0.0));
    }

    [Fact]
    public void CloseToThePlatformsEverywhereElse()
    {
        var random = new Random(1);
        for (int i = 0; i < 20_000; i++)
        {
            double x = (random.NextDouble() - 0.5) * Math.Pow(10, random.Next(-6, 3));
            Assert.Equal(1.0, FixedMath.Exp(x) / Math.Exp(x), 1e-15 * 4);
            Assert.Equal(FixedMath.CosPi(x), Math.Cos(Math.PI * (x % 2.0)), 1e-15 * 4);
            double positive = Math.Exp(20 * (random.NextDouble() - 0.5));
            Assert.True(Math.Abs(FixedMath.Log(positive) - Math.Log(positive)) <= 4e-16 * Math.Max(1e-3, Math.Abs(Math.Log(positive))));
            Assert.Equal(1.0, FixedMath.Pow(positive, 1.7) / Math.Pow(positive, 1.7), 1e-14);
        }
    }

    [Fact]
    public void GoldenBits()
    {
        // Guards the bits: a changed polynomial changes trained weights.
        ulong hash = 14695981039346656037UL;
        void Mix(double value) => hash = (hash ^ (ulong)BitConverter.DoubleToInt64Bits(value)) * 1099511628211UL;
        for (int i = -400; i <= 400; i++)
        {
            Mix(FixedMath.Exp(i / 37.0));
            Mix(FixedMath.CosPi(i / 50.0));
            Mix(FixedMath.Log(1 + (i + 400) / 91.0));
        }

        Assert.Equal(12401583860280882569UL, hash);
    }
}
