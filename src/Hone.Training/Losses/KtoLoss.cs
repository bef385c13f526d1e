namespace Hone.Training.Losses;

/// <summary>Which loss of answers that are labelled one by one; as in TRL's KTOConfig.</summary>
public enum KtoLossKind
{
    /// <summary><c>kto</c>: Kahneman-Tversky optimization (arXiv 2402.01306, eq. 8).</summary>
    Kto,

    /// <summary><c>apo_zero_unpaired</c>: the same without the divergence term (APO, arXiv 2408.06266).</summary>
    ApoZeroUnpaired,
}

/// <summary>Options of <see cref="KtoLoss"/>; names and defaults as in TRL's KTOConfig.</summary>
public sealed record KtoLossOptions
{
    /// <summary><c>loss_type</c>, default kto.</summary>
    public KtoLossKind Kind { get; init; } = KtoLossKind.Kto;

    /// <summary><c>beta</c>, positive: strength of the pull to the reference; default 0.1.</summary>
    public double Beta { get; init; } = 0.1;

    /// <summary><c>desirable_weight</c> of answers labelled true; default 1.</summary>
    public double DesirableWeight { get; init; } = 1.0;

    /// <summary><c>undesirable_weight</c> of answers labelled false; default 1.</summary>
    public double UndesirableWeight { get; init; } = 1.0;
}

/// <summary>
/// Kahneman-Tversky optimization: losses of single answers labelled good or bad, against a reference policy (arXiv 2402.01306,
/// eq. 8). With u the sum of l - ref over the answer's tokens, z the divergence estimate and S the logistic function: a
/// desirable answer costs desirable_weight (1 - S(beta (u - z))), another one undesirable_weight (1 - S(beta (z - u))); the loss
/// is the mean over the step's rows. apo_zero_unpaired has z = 0.
/// </summary>
public static class KtoLoss
{
    /// <summary>
    /// The divergence estimate z of a step: the mean of the log-ratios of answers that belong to other prompts, at least 0 and
    /// held constant. With apo_zero_unpaired it is 0.
    /// </summary>
    /// <param name="logProbs">Log-probabilities of the mismatched answers under the weights being trained, sums over their tokens.</param>
    /// <param name="refLogProbs">The same under the reference.</param>
    /// <param name="options">The loss.</param>
    /// <exception cref="ArgumentException">The lengths differ, or there is no answer.</exception>
    public static double Divergence(ReadOnlySpan<double> logProbs, ReadOnlySpan<double> refLogProbs, KtoLossOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        if (options.Kind == KtoLossKind.ApoZeroUnpaired) return 0.0;
        if (logProbs.Length != refLogProbs.Length || logProbs.IsEmpty)
            throw new ArgumentException($"{logProbs.Length} log-probabilities for {refLogProbs.Length} of the reference.", nameof(refLogProbs));
        double sum = 0.0;
        for (int i = 0; i < logProbs.Length; i++) sum += logProbs[i] - refLogProbs[i];
        return Math.Max(0.0, sum / logProbs.Length);
    }

    /// <summary>Adds a micro-batch to the step: its gradients are written, its loss and metrics are added to the totals.</summary>
    /// <param name="batch">The next rows of the step, an answer each.</param>
    /// <param name="labels">One a row: whether the answer is desirable.</param>
    /// <param name="divergence">z of the whole step (<see cref="Divergence"/>).</param>
    /// <param name="options">The loss.</param>
    /// <param name="step">The step's divisors and running sums; its items are rows.</param>
    /// <param name="gradient">Receives d loss / d log-probability by token, 0 where masked. Assigned.</param>
    /// <exception cref="ArgumentException">A span does not fit, or beta is not positive.</exception>
    public static void Compute(
        in PreferenceBatch batch, ReadOnlySpan<bool> labels, double divergence, KtoLossOptions options, PreferenceTotals step, Span<double> gradient)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(step);
        batch.Validate(gradient, inPairs: false);
        if (labels.Length != batch.RowCount) throw new ArgumentException($"{labels.Length} labels for {batch.RowCount} rows.", nameof(labels));
        if (!(options.Beta > 0)) throw new ArgumentException("beta is not above 0.", nameof(options));
        double z = options.Kind == KtoLossKind.Kto ? divergence : 0.0;
        for (int row = 0; row < batch.RowCount; row++)
        {
            RowSum sum = batch.Sum(row);
            double ratio = sum.Policy - sum.Reference, sign = labels[row] ? 1.0 : -1.0;
            double weight = labels[row] ? options.DesirableWeight : options.UndesirableWeight;
            double x = sign * options.Beta * (ratio - z), missed = LogisticMath.Sigmoid(-x);
            step.AddLoss(weight * missed);
            step.AddRow(labels[row], options.Beta * ratio, sum.Policy);
            batch.Spread(row, gradient, -weight * sign * options.Beta * missed * LogisticMath.Sigmoid(x) / step.Items);
        }
    }
}
