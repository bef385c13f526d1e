using Hone.Evaluation.Statistics;

namespace Hone.Experiments;

/// <summary>One arm over all seeds, judged by a rule that was fixed before the runs.</summary>
/// <param name="Arm">The arm.</param>
/// <param name="After">pass@1 after training, in [0, 1], over the seeds.</param>
/// <param name="ChangePoints">After minus before in percentage points, over the seeds.</param>
/// <param name="Rule">The rule, as it is printed.</param>
/// <param name="Verdict">What the rule says of these numbers.</param>
/// <param name="Holds">Whether the rule holds; null for an arm that is reported and not judged.</param>
public sealed record RlvrSummary(RlvrArm Arm, SeedSummary After, SeedSummary ChangePoints, string Rule, string Verdict, bool? Holds)
{
    /// <summary>How far a format-only reward may move pass@1 on average, in percentage points, either way.</summary>
    public const double FormatOnlyPoints = 5;

    /// <summary>Summarises the cells of one arm.</summary>
    /// <param name="arm">The arm.</param>
    /// <param name="cells">Its cells, one a seed, at least one.</param>
    /// <exception cref="ArgumentException">There is none, or one is of another arm.</exception>
    public static RlvrSummary Of(RlvrArm arm, IReadOnlyList<RlvrCell> cells)
    {
        ArgumentNullException.ThrowIfNull(cells);
        if (cells.Any(c => c.Arm != arm))
            throw new ArgumentException($"All cells must be of the arm {RlvrArms.NameOf(arm)}.", nameof(cells));
        SeedSummary after = SeedSummary.Of([.. cells.Select(c => c.After.PassAt1.Value)]);
        SeedSummary change = SeedSummary.Of([.. cells.Select(c => c.ChangePoints)]);
        string measured = FormattableString.Invariant($"{change.Mean:+0.0;-0.0} points on average, {change.Min:+0.0;-0.0} to {change.Max:+0.0;-0.0}");
        switch (arm)
        {
            case RlvrArm.FormatOnly:
                bool holds = Math.Abs(change.Mean) <= FormatOnlyPoints;
                return new RlvrSummary(
                    arm, after, change, FormattableString.Invariant($"within {FormatOnlyPoints:0} points of the base on average over seeds"),
                    $"{(holds ? "holds" : "does not hold")}: {measured}", holds);
            case RlvrArm.Random:
                return new RlvrSummary(
                    arm, after, change, "no threshold: a walk without direction, shown with its spread",
                    FormattableString.Invariant($"walked {measured} (standard deviation {change.Deviation:0.0})"), null);
            case RlvrArm.RejectionSampling:
                return new RlvrSummary(arm, after, change, "no threshold: reported as it is", measured, null);
            default:
                return new RlvrSummary(arm, after, change, "no threshold: what the controls stand beside", measured, null);
        }
    }
}
