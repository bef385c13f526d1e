namespace Hone.Evaluation.Statistics;

/// <summary>Intervals for accuracies and differences; 95 % each. Sums are taken in the order given.</summary>
public static class Intervals
{
    /// <summary>
    /// The share of successes in independent trials, with the score interval of Wilson (1927):
    /// (p + z²/2n ± z √(p(1−p)/n + z²/4n²)) / (1 + z²/n). For one sample per problem.
    /// </summary>
    /// <param name="successes">0..<paramref name="trials"/>; need not be whole, for shares of clusters.</param>
    /// <param name="trials">At least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of its range.</exception>
    public static Estimate Wilson(double successes, double trials)
    {
        if (!(trials >= 1)) throw new ArgumentOutOfRangeException(nameof(trials), trials, "at least one trial");
        if (!(successes >= 0 && successes <= trials)) throw new ArgumentOutOfRangeException(nameof(successes), successes, "0..trials");
        const double z2 = Estimate.Z95 * Estimate.Z95;
        double p = successes / trials;
        double center = p + z2 / (2 * trials);
        double half = Estimate.Z95 * Math.Sqrt(p * (1 - p) / trials + z2 / (4 * trials * trials));
        double scale = 1 + z2 / trials;
        // At the ends rounding could leave the estimate just outside its own interval.
        return new Estimate(p, Math.Min(p, Math.Max(0, (center - half) / scale)), Math.Max(p, Math.Min(1, (center + half) / scale)));
    }

    /// <summary>
    /// The mean of per-problem shares with the normal interval over problems, mean ± z s/√m, cut at 0 and
    /// 1. For several samples per problem, which are not independent: the problem is the unit. Where all
    /// problems have the same share, their spread says nothing, and the Wilson interval with one trial a
    /// problem is given (100 % of 500 problems is no proof of 100 %).
    /// </summary>
    /// <param name="problemShares">One share in 0..1 a problem, at least one.</param>
    /// <exception cref="ArgumentException">There is none, or one is not in 0..1.</exception>
    public static Estimate ClusteredShare(IReadOnlyList<double> problemShares)
    {
        ArgumentNullException.ThrowIfNull(problemShares);
        if (problemShares.Count == 0) throw new ArgumentException("at least one problem", nameof(problemShares));
        for (int i = 0; i < problemShares.Count; i++)
        {
            if (!(problemShares[i] is >= 0 and <= 1))
                throw new ArgumentException($"share {i} is {problemShares[i]}, not in 0..1", nameof(problemShares));
        }
        (double mean, double deviation) = MeanAndDeviation(problemShares);
        if (deviation == 0) return Wilson(mean * problemShares.Count, problemShares.Count);
        double half = Estimate.Z95 * deviation / Math.Sqrt(problemShares.Count);
        return new Estimate(mean, Math.Max(0, mean - half), Math.Min(1, mean + half));
    }

    /// <summary>
    /// The mean of <c>after - before</c> over the same problems in the same order, with the normal interval
    /// over problems: pairing removes what differs between problems. One problem, or equal differences, give
    /// an interval without width.
    /// </summary>
    /// <param name="before">One value a problem, at least one.</param>
    /// <param name="after">As many.</param>
    /// <exception cref="ArgumentException">The lengths differ or are zero.</exception>
    public static Estimate PairedDifference(IReadOnlyList<double> before, IReadOnlyList<double> after)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        if (before.Count != after.Count || before.Count == 0)
            throw new ArgumentException($"{before.Count} values before and {after.Count} after; equal and at least one are needed", nameof(after));
        var differences = new double[before.Count];
        for (int i = 0; i < differences.Length; i++) differences[i] = after[i] - before[i];
        (double mean, double deviation) = MeanAndDeviation(differences);
        double half = Estimate.Z95 * deviation / Math.Sqrt(differences.Length);
        return new Estimate(mean, mean - half, mean + half);
    }

    /// <summary>The mean and the sample standard deviation (divisor n - 1; 0 for one value), in two passes.</summary>
    internal static (double Mean, double Deviation) MeanAndDeviation(IReadOnlyList<double> values)
    {
        // Equal values are caught first: rounding in their mean would give them a spread.
        double sum = 0;
        bool equal = true;
        for (int i = 0; i < values.Count; i++)
        {
            sum += values[i];
            equal &= values[i] == values[0];
        }
        if (equal) return (values[0], 0);
        double mean = sum / values.Count;
        double squares = 0;
        for (int i = 0; i < values.Count; i++) squares += (values[i] - mean) * (values[i] - mean);
        return (mean, Math.Sqrt(squares / (values.Count - 1)));
    }
}
