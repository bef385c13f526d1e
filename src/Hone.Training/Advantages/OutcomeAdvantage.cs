namespace Hone.Training.Advantages;

/// <summary>
/// Advantage estimates from one score a row, by the names verl gives them. Each returns one advantage a row, which every
/// token of the row takes. As there, a group of one is compared with 0.
/// </summary>
public static class OutcomeAdvantage
{
    /// <summary><c>grpo</c>: (score - mean) / (std + epsilon) within the group; without <paramref name="normByStd"/> the difference alone (<c>dr_grpo</c>, arXiv 2503.20783).</summary>
    /// <param name="scores">One score a row.</param>
    /// <param name="groups">The group of each row.</param>
    /// <param name="normByStd">Divide by the group's deviation (n - 1); default true.</param>
    /// <param name="epsilon">Added to the deviation; default 1e-6.</param>
    /// <exception cref="ArgumentException">The spans differ in length.</exception>
    public static double[] Grpo(ReadOnlySpan<double> scores, ReadOnlySpan<int> groups, bool normByStd = true, double epsilon = 1e-6)
    {
        Check(scores.Length, groups.Length, nameof(groups));
        double[] advantages = new double[scores.Length];
        foreach (List<int> rows in GroupStatistics.Members(groups))
        {
            double mean = rows.Count == 1 ? 0.0 : GroupStatistics.Mean(scores, rows);
            double deviation = rows.Count == 1 ? 1.0 : GroupStatistics.Deviation(scores, rows, mean);
            foreach (int row in rows) advantages[row] = normByStd ? (scores[row] - mean) / (deviation + epsilon) : scores[row] - mean;
        }

        return advantages;
    }

    /// <summary><c>rloo</c>: score - mean of the others of its group (arXiv 2402.14740, eq. 6).</summary>
    /// <exception cref="ArgumentException">The spans differ in length.</exception>
    public static double[] Rloo(ReadOnlySpan<double> scores, ReadOnlySpan<int> groups)
    {
        Check(scores.Length, groups.Length, nameof(groups));
        double[] advantages = new double[scores.Length];
        foreach (List<int> rows in GroupStatistics.Members(groups))
        {
            double mean = GroupStatistics.Mean(scores, rows);
            foreach (int row in rows)
                advantages[row] = rows.Count == 1 ? scores[row] : (scores[row] - mean) * rows.Count / (rows.Count - 1);
        }

        return advantages;
    }

    /// <summary><c>opo</c>: score - mean of the group weighted by completion length (arXiv 2505.23585).</summary>
    /// <param name="scores">One score a row.</param>
    /// <param name="groups">The group of each row.</param>
    /// <param name="tokenCounts">Masked-in tokens of each row.</param>
    /// <exception cref="ArgumentException">The spans differ in length.</exception>
    public static double[] Opo(ReadOnlySpan<double> scores, ReadOnlySpan<int> groups, ReadOnlySpan<int> tokenCounts)
    {
        Check(scores.Length, groups.Length, nameof(groups));
        Check(scores.Length, tokenCounts.Length, nameof(tokenCounts));
        double[] advantages = new double[scores.Length];
        foreach (List<int> rows in GroupStatistics.Members(groups))
        {
            double first = scores[rows[0]], sum = 0.0;
            long tokens = 0;
            foreach (int row in rows)
            {
                sum += tokenCounts[row] * (scores[row] - first);
                tokens += tokenCounts[row];
            }

            double baseline = rows.Count == 1 ? 0.0 : tokens == 0 ? first : first + sum / tokens;
            foreach (int row in rows) advantages[row] = scores[row] - baseline;
        }

        return advantages;
    }

    /// <summary><c>gpg</c>: (score - mean of the group) x rows / rows with a score other than 0 (arXiv 2504.02546).</summary>
    /// <exception cref="ArgumentException">The spans differ in length.</exception>
    public static double[] Gpg(ReadOnlySpan<double> scores, ReadOnlySpan<int> groups)
    {
        double[] advantages = Grpo(scores, groups, normByStd: false);
        int nonZero = 0;
        foreach (double score in scores)
            if (score != 0.0) nonZero++;
        double alpha = scores.Length / (double)Math.Max(1, nonZero);
        for (int row = 0; row < advantages.Length; row++) advantages[row] *= alpha;
        return advantages;
    }

    /// <summary><c>grpo_passk</c>: (best - second) / (std + 1e-6) to the best of a group, 0 to the others (arXiv 2503.19595). The first of equals is the best.</summary>
    /// <param name="scores">One score a row.</param>
    /// <param name="groups">The group of each row; two members at least.</param>
    /// <param name="normByStd">Divide by the group's deviation; default true.</param>
    /// <exception cref="ArgumentException">The spans differ in length, or a group has one member.</exception>
    public static double[] GrpoPassK(ReadOnlySpan<double> scores, ReadOnlySpan<int> groups, bool normByStd = true)
    {
        Check(scores.Length, groups.Length, nameof(groups));
        double[] advantages = new double[scores.Length];
        foreach (List<int> rows in GroupStatistics.Members(groups))
        {
            if (rows.Count < 2) throw new ArgumentException($"Row {rows[0]} is alone in its group; pass@k compares two at least.", nameof(groups));
            int best = rows[0];
            foreach (int row in rows)
                if (scores[row] > scores[best]) best = row;
            double second = double.NegativeInfinity;
            foreach (int row in rows)
                if (row != best) second = Math.Max(second, scores[row]);
            double lead = scores[best] - second;
            advantages[best] = normByStd ? lead / (GroupStatistics.Deviation(scores, rows, GroupStatistics.Mean(scores, rows)) + 1e-6) : lead;
        }

        return advantages;
    }

    /// <summary><c>reinforce_plus_plus_baseline</c>: score - mean of the group, whitened over all masked-in tokens (arXiv 2501.03262).</summary>
    /// <param name="scores">One score a row.</param>
    /// <param name="groups">The group of each row.</param>
    /// <param name="tokenCounts">Masked-in tokens of each row, its weight in the whitening.</param>
    /// <exception cref="ArgumentException">The spans differ in length.</exception>
    public static double[] ReinforcePlusPlusBaseline(ReadOnlySpan<double> scores, ReadOnlySpan<int> groups, ReadOnlySpan<int> tokenCounts)
    {
        Check(scores.Length, tokenCounts.Length, nameof(tokenCounts));
        double[] advantages = Grpo(scores, groups, normByStd: false);
        double tokens = 0, sum = 0, squares = 0;
        for (int row = 0; row < advantages.Length; row++)
        {
            tokens += tokenCounts[row];
            sum += tokenCounts[row] * advantages[row];
        }

        double mean = tokens == 0 ? 0.0 : sum / tokens;
        for (int row = 0; row < advantages.Length; row++)
        {
            double d = advantages[row] - mean;
            squares += tokenCounts[row] * d * d;
        }

        double scale = Math.Sqrt(squares / Math.Max(1, tokens - 1) + TokenAdvantage.VarianceFloor);
        for (int row = 0; row < advantages.Length; row++) advantages[row] = (advantages[row] - mean) / scale;
        return advantages;
    }

    private static void Check(int expected, int actual, string name)
    {
        if (actual != expected) throw new ArgumentException($"{name} has {actual} values for {expected} rows.", name);
    }
}
