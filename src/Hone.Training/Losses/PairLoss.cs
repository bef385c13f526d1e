using Hone.Training.Schedules;

namespace Hone.Training.Losses;

/// <summary>A pair's loss and its derivatives by the log-probabilities of the two answers.</summary>
/// <param name="Value">The loss.</param>
/// <param name="ByChosen">d loss / d log-probability of the chosen answer.</param>
/// <param name="ByRejected">The same of the rejected one.</param>
public readonly record struct PairLoss(double Value, double ByChosen, double ByRejected)
{
    internal PairLoss Add(in PairLoss other, double weight) =>
        new(Value + (weight * other.Value), ByChosen + (weight * other.ByChosen), ByRejected + (weight * other.ByRejected));
}

/// <summary>A pair as <see cref="DpoLoss"/> sees it: log-ratios u = l - ref of the answers, their scores s = f(u) with derivatives, lengths in tokens.</summary>
internal readonly struct ScoredPair
{
    private const double ExponentLimit = 80.0;

    internal ScoredPair(in RowSum chosen, in RowSum rejected, DpoLossOptions options)
    {
        ChosenRatio = chosen.Policy - chosen.Reference;
        RejectedRatio = rejected.Policy - rejected.Reference;
        Chosen = Score(ChosenRatio, options);
        Rejected = Score(RejectedRatio, options);
        ChosenLength = Math.Max(1, chosen.Count);
        RejectedLength = Math.Max(1, rejected.Count);
    }

    internal double ChosenRatio { get; }

    internal double RejectedRatio { get; }

    internal Slope Chosen { get; }

    internal Slope Rejected { get; }

    internal double ChosenLength { get; }

    internal double RejectedLength { get; }

    internal double Margin => Chosen.Value - Rejected.Value;

    /// <summary>A loss of the margin, d margin / d score being 1 and -1.</summary>
    internal PairLoss OfMargin(in Slope loss, double scale = 1.0) =>
        new(loss.Value, loss.By * scale * Chosen.By, -loss.By * scale * Rejected.By);

    private static Slope Score(double u, DpoLossOptions options)
    {
        switch (options.FDivergence)
        {
            case FDivergenceKind.ForwardKl:
                double inverse = FixedMath.Exp(-u);
                return new Slope(-inverse, inverse);
            case FDivergenceKind.JsDivergence:
                return new Slope(LogisticMath.LogSigmoid(u), LogisticMath.Sigmoid(-u));
            case FDivergenceKind.AlphaDivergence when Math.Abs(options.FAlphaDivergenceCoef - 1.0) >= 1e-6:
                double rate = options.FAlphaDivergenceCoef - 1.0, exponent = rate * u;
                double power = FixedMath.Exp(Math.Min(exponent, ExponentLimit));
                return new Slope(power / rate, exponent > ExponentLimit ? 0.0 : power);
            default:
                return new Slope(u, 1.0);
        }
    }
}
