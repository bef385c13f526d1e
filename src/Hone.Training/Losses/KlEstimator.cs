using Hone.Training.Schedules;

namespace Hone.Training.Losses;

/// <summary>
/// Estimates, by token, of the divergence of a policy from a reference, from their log-probabilities of a token that the
/// policy drew (Schulman, "Approximating KL divergence"); verl's <c>kl_loss_type</c>.
/// </summary>
public static class KlEstimator
{
    /// <summary><c>k1</c>: l - ref; unbiased, of either sign.</summary>
    public static double K1(double logProb, double reference) => logProb - reference;

    /// <summary><c>abs</c>: |l - ref|.</summary>
    public static double Abs(double logProb, double reference) => Math.Abs(logProb - reference);

    /// <summary><c>k2</c> (mse): (l - ref)^2 / 2; its gradient is unbiased.</summary>
    public static double K2(double logProb, double reference)
    {
        double d = logProb - reference;
        return 0.5 * d * d;
    }

    /// <summary><c>k3</c> (low_var_kl): exp(ref - l) - (ref - l) - 1 with the difference held within +-20 and the result within +-10; never negative.</summary>
    public static double K3(double logProb, double reference)
    {
        double d = Math.Clamp(reference - logProb, -20.0, 20.0);
        return Math.Clamp(FixedMath.Exp(d) - d - 1.0, -10.0, 10.0);
    }
}
