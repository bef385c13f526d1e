using Hone.Training.Schedules;

namespace Hone.Training.Losses;

/// <summary>Which loss of a pair without a reference policy.</summary>
public enum ReferenceFreeLossKind
{
    /// <summary><c>orpo</c>: odds ratio preference optimization (arXiv 2403.07691, eq. 7).</summary>
    Orpo,

    /// <summary><c>cpo</c> (TRL's CPOConfig: sigmoid): contrastive preference optimization (arXiv 2401.08417).</summary>
    Cpo,

    /// <summary><c>cpo_hinge</c>: its hinge form.</summary>
    CpoHinge,

    /// <summary><c>cpo_ipo</c>: its squared form, on log-probabilities by token.</summary>
    CpoIpo,

    /// <summary><c>simpo</c>: log-probabilities by token with a target margin (arXiv 2405.14734, eq. 6).</summary>
    SimPo,
}

/// <summary>Options of <see cref="ReferenceFreeLoss"/>; names and defaults as in TRL's ORPOConfig and CPOConfig.</summary>
public sealed record ReferenceFreeLossOptions
{
    /// <summary><c>loss_type</c>.</summary>
    public ReferenceFreeLossKind Kind { get; init; } = ReferenceFreeLossKind.Orpo;

    /// <summary><c>beta</c>, positive; default 0.1 (SimPO's paper takes 2 and above).</summary>
    public double Beta { get; init; } = 0.1;

    /// <summary><c>label_smoothing</c>: share of flipped labels, in [0, 0.5); default 0. Read by cpo and simpo.</summary>
    public double LabelSmoothing { get; init; }

    /// <summary><c>simpo_gamma</c>: the target margin of simpo; default 0.5.</summary>
    public double SimPoGamma { get; init; } = 0.5;

    /// <summary><c>alpha</c>: exponent of AlphaPO's reward (1 - p^-alpha) / alpha in the place of log p, for all kinds but orpo (arXiv 2501.03884); default 0, off.</summary>
    public double Alpha { get; init; }

    /// <summary>
    /// Weight of the mean negative log-likelihood of the chosen answers' tokens: <c>cpo_alpha</c>, default 1. SimPO's paper has
    /// 0, ORPO's 1.
    /// </summary>
    public double NllWeight { get; init; } = 1.0;

    /// <summary>Whether an answer's log-probability is the mean over its tokens (orpo, cpo_ipo, simpo), not the sum.</summary>
    public bool IsByToken => Kind is ReferenceFreeLossKind.Orpo or ReferenceFreeLossKind.CpoIpo or ReferenceFreeLossKind.SimPo;
}

/// <summary>
/// Preference losses without a reference policy: ORPO, CPO, SimPO and AlphaPO, with their gradients by token. Double, tokens and
/// pairs ascending.
/// </summary>
/// <remarks>
/// With p the log-probability of an answer (of whole answers by token for orpo, cpo_ipo and simpo, else the sum), w chosen, l
/// rejected, r = p or AlphaPO's (1 - exp(-alpha p)) / alpha, d = r_w - r_l, b = beta, e = label_smoothing, S the logistic
/// function, a pair's loss is
/// <list type="bullet">
/// <item>orpo: -b log S(log odds_w - log odds_l), log odds = p - log(1 - exp p) (arXiv 2403.07691, eq. 4 and 7);</item>
/// <item>cpo: -(1 - e) log S(b d) - e log S(-b d) (arXiv 2401.08417, eq. 3);</item>
/// <item>simpo: the same on d - gamma / b (arXiv 2405.14734, eq. 6; AlphaPO, arXiv 2501.03884);</item>
/// <item>cpo_hinge: max(0, 1 - b d); cpo_ipo: (d - 1 / (2 b))^2.</item>
/// </list>
/// The step's loss is the mean over its pairs plus the weight times the mean of -l over the tokens of all chosen answers.
/// </remarks>
public static class ReferenceFreeLoss
{
    /// <summary>A pair's loss from the log-probabilities of its answers, the likelihood term left aside.</summary>
    /// <param name="chosen">Of the chosen answer: by token or whole, as the kind has it; below 0 for orpo.</param>
    /// <param name="rejected">Of the rejected one.</param>
    /// <param name="options">The loss.</param>
    public static PairLoss Pair(double chosen, double rejected, ReferenceFreeLossOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        double beta = options.Beta;
        if (options.Kind == ReferenceFreeLossKind.Orpo)
        {
            double odds = LogOdds(chosen) - LogOdds(rejected), by = -beta * LogisticMath.Sigmoid(-odds);
            // d log odds / d p = 1 / (1 - exp p).
            return new PairLoss(-beta * LogisticMath.LogSigmoid(odds), by * FixedMath.Exp(-LogisticMath.Log1MinusExp(chosen)), -by * FixedMath.Exp(-LogisticMath.Log1MinusExp(rejected)));
        }
        Slope w = Reward(chosen, options.Alpha), l = Reward(rejected, options.Alpha);
        double margin = w.Value - l.Value;
        Slope loss = options.Kind switch
        {
            ReferenceFreeLossKind.CpoHinge => beta * margin < 1.0 ? new Slope(1.0 - (beta * margin), -beta) : default,
            ReferenceFreeLossKind.CpoIpo => new Slope((margin - (0.5 / beta)) * (margin - (0.5 / beta)), 2.0 * (margin - (0.5 / beta))),
            ReferenceFreeLossKind.SimPo => Scaled(LogisticMath.Logistic(beta * (margin - (options.SimPoGamma / beta)), options.LabelSmoothing), beta),
            _ => Scaled(LogisticMath.Logistic(beta * margin, options.LabelSmoothing), beta),
        };
        return new PairLoss(loss.Value, loss.By * w.By, -loss.By * l.By);
    }

    /// <summary>Adds a micro-batch to the step: its gradients are written, its loss and metrics are added to the totals.</summary>
    /// <param name="batch">The next pairs of the step; reference log-probabilities are not read.</param>
    /// <param name="options">The loss.</param>
    /// <param name="step">The step's divisors and running sums.</param>
    /// <param name="gradient">Receives d loss / d log-probability by token, 0 where masked. Assigned.</param>
    /// <exception cref="ArgumentException">A span does not fit, or an option is out of its range.</exception>
    public static void Compute(in PreferenceBatch batch, ReferenceFreeLossOptions options, PreferenceTotals step, Span<double> gradient)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(step);
        batch.Validate(gradient, inPairs: true);
        if (!(options.Beta > 0)) throw new ArgumentException("beta is not above 0.", nameof(options));
        if (!(options.LabelSmoothing >= 0 && options.LabelSmoothing < 0.5)) throw new ArgumentException("label_smoothing is not in [0, 0.5).", nameof(options));
        step.NllWeight = options.NllWeight;
        step.HasOdds = options.Kind == ReferenceFreeLossKind.Orpo;
        double nllGradient = -options.NllWeight / Math.Max(1, step.ChosenTokens);
        for (int pair = 0; pair < batch.RowCount / 2; pair++)
        {
            RowSum w = batch.Sum(2 * pair), l = batch.Sum((2 * pair) + 1);
            double chosenLength = options.IsByToken ? Math.Max(1, w.Count) : 1.0, rejectedLength = options.IsByToken ? Math.Max(1, l.Count) : 1.0;
            double chosen = w.Policy / chosenLength, rejected = l.Policy / rejectedLength;
            PairLoss loss = Pair(chosen, rejected, options);
            step.AddLoss(loss.Value);
            if (step.NllWeight != 0.0) step.AddNll(w.Policy);
            if (step.HasOdds)
            {
                double odds = LogOdds(chosen) - LogOdds(rejected);
                step.AddOdds(LogisticMath.LogSigmoid(odds), odds);
            }
            step.AddPair(options.Beta * chosen, options.Beta * rejected, chosen, rejected);
            batch.Spread(2 * pair, gradient, loss.ByChosen / chosenLength / step.Items, nllGradient);
            batch.Spread((2 * pair) + 1, gradient, loss.ByRejected / rejectedLength / step.Items);
        }
    }

    private static double LogOdds(double logProb) => logProb - LogisticMath.Log1MinusExp(logProb);

    private static Slope Scaled(in Slope slope, double factor) => slope with { By = slope.By * factor };

    private static Slope Reward(double logProb, double alpha)
    {
        if (alpha == 0.0) return new Slope(logProb, 1.0);
        double power = FixedMath.Exp(-alpha * logProb);
        return new Slope((1.0 - power) / alpha, power);
    }
}
