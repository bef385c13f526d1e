using Hone.Training.Schedules;

namespace Hone.Training.Losses;

/// <summary>The logistic function and its kin in double precision, without overflow at either end; bits depend on the argument alone.</summary>
internal static class LogisticMath
{
    private const double Ln2 = 0.6931471805599453;

    /// <summary>1 / (1 + exp(-x)).</summary>
    internal static double Sigmoid(double x)
    {
        if (x >= 0) return 1.0 / (1.0 + FixedMath.Exp(-x));
        double e = FixedMath.Exp(x);
        return e / (1.0 + e);
    }

    /// <summary>log(1 / (1 + exp(-x))), never above 0.</summary>
    internal static double LogSigmoid(double x) => Math.Min(x, 0.0) - Log1Plus(FixedMath.Exp(-Math.Abs(x)));

    /// <summary>log(1 - exp(x)) for x below 0; minus infinity at 0.</summary>
    internal static double Log1MinusExp(double x) => x > -Ln2 ? FixedMath.Log(-ExpMinus1(x)) : Log1Plus(-FixedMath.Exp(x));

    /// <summary>The logistic loss of a margin with a share of flipped labels: -(1 - s) log sigmoid(x) - s log sigmoid(-x), and its derivative.</summary>
    internal static Slope Logistic(double x, double smoothing)
    {
        double value = -(1.0 - smoothing) * LogSigmoid(x), by = -(1.0 - smoothing) * Sigmoid(-x);
        if (smoothing == 0.0) return new Slope(value, by);
        return new Slope(value - smoothing * LogSigmoid(-x), by + smoothing * Sigmoid(x));
    }

    // Corrects the rounding of 1 + x (Higham, Accuracy and Stability of Numerical Algorithms, 1.14.1).
    private static double Log1Plus(double x)
    {
        double sum = 1.0 + x;
        return sum == 1.0 ? x : FixedMath.Log(sum) * (x / (sum - 1.0));
    }

    private static double ExpMinus1(double x)
    {
        if (Math.Abs(x) > 0.35) return FixedMath.Exp(x) - 1.0;
        // Taylor to the 15th power, as in FixedMath.Exp.
        double sum = 0.0;
        for (int n = 15; n >= 2; n--) sum = (sum + 1.0) * x / n;
        return (sum + 1.0) * x;
    }
}

/// <summary>A value and its derivative.</summary>
internal readonly record struct Slope(double Value, double By);
