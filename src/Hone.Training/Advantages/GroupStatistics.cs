namespace Hone.Training.Advantages;

/// <summary>
/// Rows by group, and means and deviations whose sums start from the first member: equal values give their own value as
/// the mean and exactly 0 as the deviation, so that a group without contrast gives exactly no gradient.
/// </summary>
internal static class GroupStatistics
{
    /// <summary>The rows of each group, groups in order of first appearance, rows ascending.</summary>
    internal static List<List<int>> Members(ReadOnlySpan<int> groups)
    {
        var members = new List<List<int>>();
        var places = new Dictionary<int, int>();
        for (int row = 0; row < groups.Length; row++)
        {
            if (!places.TryGetValue(groups[row], out int place))
            {
                place = members.Count;
                places.Add(groups[row], place);
                members.Add([]);
            }

            members[place].Add(row);
        }

        return members;
    }

    /// <summary>Mean of the chosen values; 0 of none.</summary>
    internal static double Mean(ReadOnlySpan<double> values, List<int> rows)
    {
        if (rows.Count == 0) return 0.0;
        double first = values[rows[0]], sum = 0.0;
        foreach (int row in rows) sum += values[row] - first;
        return first + sum / rows.Count;
    }

    /// <summary>Standard deviation with n - 1; 0 of fewer than two values.</summary>
    internal static double Deviation(ReadOnlySpan<double> values, List<int> rows, double mean)
    {
        if (rows.Count < 2) return 0.0;
        double sum = 0.0;
        foreach (int row in rows)
        {
            double d = values[row] - mean;
            sum += d * d;
        }

        return Math.Sqrt(sum / (rows.Count - 1));
    }
}
