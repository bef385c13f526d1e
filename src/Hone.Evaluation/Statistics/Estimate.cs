namespace Hone.Evaluation.Statistics;

/// <summary>A measured value with its 95 % interval.</summary>
/// <param name="Value">The estimate.</param>
/// <param name="Low">Lower end of the interval.</param>
/// <param name="High">Upper end of the interval.</param>
public readonly record struct Estimate(double Value, double Low, double High)
{
    /// <summary>The 97.5 % quantile of the standard normal distribution, which makes intervals 95 %.</summary>
    public const double Z95 = 1.959963984540054;
}
