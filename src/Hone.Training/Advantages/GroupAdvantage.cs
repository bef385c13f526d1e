namespace Hone.Training.Advantages;

/// <summary>By what group-relative advantages are divided; the recipe's <c>scale_rewards</c>.</summary>
public enum RewardScaling
{
    /// <summary><c>group</c>: the standard deviation of the row's group (GRPO, arXiv 2402.03300).</summary>
    Group,

    /// <summary><c>batch</c>: that of all rows (arXiv 2508.08221).</summary>
    Batch,

    /// <summary><c>none</c>: nothing (Dr. GRPO, arXiv 2503.20783).</summary>
    None,
}

/// <summary>How several rewards become one advantage; the recipe's <c>multi_objective_aggregation</c>.</summary>
public enum RewardAggregation
{
    /// <summary><c>sum_then_normalize</c>: the weighted sum is compared within the group.</summary>
    SumThenNormalize,

    /// <summary><c>normalize_then_sum</c>: each reward is standardised within its group, the weighted sum over the batch (GDPO, arXiv 2601.05242).</summary>
    NormalizeThenSum,
}

/// <summary>What one reward function said about every row.</summary>
/// <param name="Name">The name used in metric keys.</param>
/// <param name="Weight">The factor in the weighted sum.</param>
/// <param name="Scores">One score a row; null is not judged.</param>
public sealed record RewardScores(string Name, double Weight, IReadOnlyList<double?> Scores);

/// <summary>Advantages and what is logged with them.</summary>
/// <param name="Advantages">One a row; 0 for a row that no function judged.</param>
/// <param name="Rewards">The weighted sum of each row's scores (those that are not null); null where none is.</param>
/// <param name="Metrics">TRL's keys: rewards/NAME/mean, rewards/NAME/std, reward, reward_std, frac_reward_zero_std.</param>
public sealed record GroupAdvantageResult(double[] Advantages, double?[] Rewards, IReadOnlyList<KeyValuePair<string, double>> Metrics);

/// <summary>
/// Group-relative advantages as TRL computes them: (reward - mean of the group) / (std + 1e-4), the deviation with n - 1.
/// Rows that no function judged take part in no mean and no deviation, and get 0.
/// </summary>
public static class GroupAdvantage
{
    private const double Epsilon = 1e-4;
    private const double NoSpread = 1e-8;

    /// <summary>The advantages of a generation batch.</summary>
    /// <param name="groups">The group (prompt) of each row; any numbers, members need not be neighbours.</param>
    /// <param name="scores">One entry a reward function.</param>
    /// <param name="scaling">What the differences are divided by.</param>
    /// <param name="aggregation">How several functions are joined; with normalize_then_sum <paramref name="scaling"/> has no effect.</param>
    /// <exception cref="ArgumentException">A function's scores are not one a row, or a score or weight is not finite.</exception>
    public static GroupAdvantageResult Compute(
        ReadOnlySpan<int> groups, IReadOnlyList<RewardScores> scores,
        RewardScaling scaling = RewardScaling.Group, RewardAggregation aggregation = RewardAggregation.SumThenNormalize)
    {
        ArgumentNullException.ThrowIfNull(scores);
        Validate(groups.Length, scores);
        List<List<int>> members = GroupStatistics.Members(groups);
        double[] sums = WeightedSum(groups.Length, scores, null, out bool[] judged);
        double[] advantages = new double[groups.Length];
        List<int> all = Judged(Enumerable.Range(0, groups.Length), judged);
        double mean = GroupStatistics.Mean(sums, all), deviation = GroupStatistics.Deviation(sums, all, mean);
        int flat = 0;

        if (aggregation == RewardAggregation.NormalizeThenSum)
        {
            double[] joined = WeightedSum(groups.Length, scores, members, out _);
            double joinedMean = GroupStatistics.Mean(joined, all), joinedDeviation = GroupStatistics.Deviation(joined, all, joinedMean);
            foreach (int row in all) advantages[row] = (joined[row] - joinedMean) / (joinedDeviation + Epsilon);
            flat = joinedDeviation <= NoSpread ? all.Count : 0;
        }
        else
        {
            foreach (List<int> group in members)
            {
                List<int> rows = Judged(group, judged);
                double groupMean = GroupStatistics.Mean(sums, rows), groupDeviation = GroupStatistics.Deviation(sums, rows, groupMean);
                double divisor = scaling switch { RewardScaling.Group => groupDeviation + Epsilon, RewardScaling.Batch => deviation + Epsilon, _ => 1.0 };
                foreach (int row in rows) advantages[row] = (sums[row] - groupMean) / divisor;
                if (scaling == RewardScaling.Batch ? deviation <= NoSpread : groupDeviation <= NoSpread) flat += rows.Count;
            }
        }

        var metrics = new List<KeyValuePair<string, double>>();
        foreach (RewardScores function in scores)
        {
            double[] column = [.. function.Scores.Select(s => s ?? 0.0)];
            List<int> rows = [.. Enumerable.Range(0, column.Length).Where(r => function.Scores[r] is not null)];
            double own = GroupStatistics.Mean(column, rows);
            metrics.Add(new($"rewards/{function.Name}/mean", rows.Count == 0 ? double.NaN : own));
            metrics.Add(new($"rewards/{function.Name}/std", rows.Count == 0 ? double.NaN : GroupStatistics.Deviation(column, rows, own)));
        }

        metrics.Add(new("reward", all.Count == 0 ? double.NaN : mean));
        metrics.Add(new("reward_std", all.Count == 0 ? double.NaN : deviation));
        metrics.Add(new("frac_reward_zero_std", all.Count == 0 ? double.NaN : (double)flat / all.Count));

        double?[] rewards = new double?[groups.Length];
        foreach (int row in all) rewards[row] = sums[row];
        return new GroupAdvantageResult(advantages, rewards, metrics);
    }

    // With members, each function's scores are first standardised within their groups.
    private static double[] WeightedSum(int rows, IReadOnlyList<RewardScores> scores, List<List<int>>? members, out bool[] judged)
    {
        double[] sums = new double[rows];
        judged = new bool[rows];
        foreach (RewardScores function in scores)
        {
            double[] column = new double[rows];
            bool[] has = new bool[rows];
            for (int r = 0; r < rows; r++)
            {
                has[r] = function.Scores[r] is not null;
                column[r] = function.Scores[r] ?? 0.0;
                judged[r] |= has[r];
            }

            foreach (List<int> group in members ?? [])
            {
                List<int> judgedRows = Judged(group, has);
                double mean = GroupStatistics.Mean(column, judgedRows);
                double deviation = GroupStatistics.Deviation(column, judgedRows, mean);
                foreach (int row in judgedRows) column[row] = (column[row] - mean) / (deviation + Epsilon);
            }

            for (int r = 0; r < rows; r++)
                if (has[r]) sums[r] += function.Weight * column[r];
        }

        return sums;
    }

    private static List<int> Judged(IEnumerable<int> rows, bool[] judged) => [.. rows.Where(r => judged[r])];

    private static void Validate(int rows, IReadOnlyList<RewardScores> scores)
    {
        if (scores.Count == 0) throw new ArgumentException("There is no reward function.", nameof(scores));
        foreach (RewardScores function in scores)
        {
            if (function.Scores.Count != rows)
                throw new ArgumentException($"Reward {function.Name} has {function.Scores.Count} scores for {rows} rows.", nameof(scores));
            if (!double.IsFinite(function.Weight)) throw new ArgumentException($"Reward {function.Name} has weight {function.Weight}.", nameof(scores));
            for (int r = 0; r < rows; r++)
                if (function.Scores[r] is double score && !double.IsFinite(score))
                    throw new ArgumentException($"Reward {function.Name} gave {score} for row {r}; null means not judged.", nameof(scores));
        }
    }
}
