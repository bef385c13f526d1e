namespace Hone.Training.Benchmarking;

/// <summary>What several measurements of one thing say together. Values are kept in the order of measuring.</summary>
/// <param name="values">At least one.</param>
public sealed class SampleStatistics(IReadOnlyList<double> values)
{
    private readonly double[] _sorted = values.Count > 0 ? [.. values.Order()] : throw new ArgumentException("At least one value is needed.", nameof(values));

    /// <summary>In the order of measuring.</summary>
    public IReadOnlyList<double> Values => values;

    /// <summary>The smallest.</summary>
    public double Minimum => _sorted[0];

    /// <summary>The largest.</summary>
    public double Maximum => _sorted[^1];

    /// <summary>The middle one, or the mean of the two in the middle.</summary>
    public double Median => (_sorted[(_sorted.Length - 1) / 2] + _sorted[_sorted.Length / 2]) / 2;

    /// <summary>The arithmetic mean.</summary>
    public double Mean => _sorted.Sum() / _sorted.Length;

    /// <summary>Standard deviation of the sample, divisor n - 1; 0 for one value.</summary>
    public double StandardDeviation
    {
        get
        {
            if (_sorted.Length == 1)
                return 0;
            double mean = Mean;
            return Math.Sqrt(_sorted.Sum(v => (v - mean) * (v - mean)) / (_sorted.Length - 1));
        }
    }
}
