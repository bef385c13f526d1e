namespace Hone.Evaluation.Statistics;

/// <summary>One number measured with several seeds.</summary>
/// <param name="Count">How many seeds.</param>
/// <param name="Mean">Their mean.</param>
/// <param name="Deviation">Sample standard deviation (divisor n - 1); 0 for one seed.</param>
/// <param name="Min">The smallest.</param>
/// <param name="Max">The largest.</param>
public readonly record struct SeedSummary(int Count, double Mean, double Deviation, double Min, double Max)
{
    /// <summary>Summarises one value a seed.</summary>
    /// <param name="values">The values, at least one, all finite.</param>
    /// <exception cref="ArgumentException">There is none, or one is not finite.</exception>
    public static SeedSummary Of(IReadOnlyList<double> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        if (values.Count == 0) throw new ArgumentException("at least one seed", nameof(values));
        double min = double.PositiveInfinity, max = double.NegativeInfinity;
        for (int i = 0; i < values.Count; i++)
        {
            if (!double.IsFinite(values[i])) throw new ArgumentException($"value {i} is {values[i]}", nameof(values));
            min = Math.Min(min, values[i]);
            max = Math.Max(max, values[i]);
        }
        (double mean, double deviation) = Intervals.MeanAndDeviation(values);
        return new SeedSummary(values.Count, mean, deviation, min, max);
    }
}
