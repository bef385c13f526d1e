using Hone.Training.Schedules;

namespace Hone.Training.Losses;

/// <summary>
/// Direct preference optimization and its relatives: losses of pairs of answers against a reference policy, with their
/// gradients by token. All arithmetic is in double, tokens ascending within a row and pairs ascending, with functions whose
/// bits are fixed.
/// </summary>
/// <remarks>
/// <para>Let u be an answer's log-ratio, the sum of l - ref over its tokens (w of the chosen, l of the rejected one), s = f(u) its
/// score (<see cref="FDivergenceKind"/>; f(u) = u by default), b = beta, e = label_smoothing, n its length,
/// x = b (s_w - s_l), S the logistic function. A pair's loss is</para>
/// <list type="bullet">
/// <item>sigmoid: -(1 - e) log S(x) - e log S(-x) (DPO, arXiv 2305.18290, eq. 7);</item>
/// <item>hinge: max(0, 1 - x) (SLiC, arXiv 2305.10425);</item>
/// <item>ipo: (s_w / n_w - s_l / n_l - 1 / (2 b))^2 (arXiv 2310.12036, eq. 17);</item>
/// <item>exo_pair: S(x) (log S(x) - log(1 - e)) + S(-x) (log S(-x) - log e) (arXiv 2402.00856, eq. 16);</item>
/// <item>nca_pair: -log S(b s_w) - (log S(-b s_w) + log S(-b s_l)) / 2 (arXiv 2402.05369);</item>
/// <item>robust: (-(1 - e) log S(x) + e log S(-x)) / (1 - 2 e) (arXiv 2403.00409);</item>
/// <item>bco_pair: -log S(b s_w) - log S(-b s_l) (arXiv 2404.04656);</item>
/// <item>sppo_hard: (s_w - 1 / (2 b))^2 + (s_l + 1 / (2 b))^2 (arXiv 2405.00675);</item>
/// <item>aot: sigmoid's on b (d_k - r_k), d and r the step's differences of the answers' log-probabilities under policy and
/// reference, each sorted; aot_unpaired: on the sorted u_w and u_l (arXiv 2406.05882);</item>
/// <item>apo_zero: 1 - S(b u_w) + S(b u_l); apo_down: S(b u_w) + 1 - S(x) (arXiv 2408.06266);</item>
/// <item>discopop: -(1 - m) log S(x) + m exp(-x), m = S(x / tau) (arXiv 2406.08414);</item>
/// <item>sigmoid_norm: -log S(b (s_w / n_w - s_l / n_l)) (after SimPO, arXiv 2405.14734);</item>
/// <item>sft: the mean of -l over the tokens of the step's chosen answers.</item>
/// </list>
/// <para>The step's loss is the mean over its pairs of the weighed sum. With ld_alpha the tokens of the longer answer beyond the
/// shorter one's length weigh that much in u, though not in sft (LD-DPO, arXiv 2409.06411).</para>
/// </remarks>
public static class DpoLoss
{
    /// <summary>Adds a micro-batch to the step: its gradients are written, its loss and metrics are added to the totals.</summary>
    /// <param name="batch">The next pairs of the step; all of them where <see cref="DpoLossOptions.NeedsWholeStep"/>.</param>
    /// <param name="options">The loss.</param>
    /// <param name="step">The step's divisors and running sums.</param>
    /// <param name="gradient">Receives d loss / d log-probability by token, 0 where masked. Assigned.</param>
    /// <exception cref="ArgumentException">A span or an option does not fit, or aot is not given the whole step.</exception>
    public static void Compute(in PreferenceBatch batch, DpoLossOptions options, PreferenceTotals step, Span<double> gradient)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(step);
        options.Validate();
        batch.Validate(gradient, inPairs: true);
        int pairs = batch.RowCount / 2;
        if (options.NeedsWholeStep && pairs != step.Items)
            throw new ArgumentException($"aot sorts the whole step: give its {step.Items} pairs at once, not {pairs}.");
        step.NllWeight = options.Terms.Where(t => t.Kind == DpoLossKind.Sft).Sum(t => t.Weight);
        double nllGradient = -step.NllWeight / Math.Max(1, step.ChosenTokens);
        PairLoss[] transported = options.NeedsWholeStep ? Transport(batch, options) : [];
        for (int pair = 0; pair < pairs; pair++)
        {
            int limit = SharedLength(batch, pair, options);
            double tail = options.LdAlpha ?? 1.0;
            RowSum chosen = batch.Sum(2 * pair, limit, tail), rejected = batch.Sum((2 * pair) + 1, limit, tail);
            var scored = new ScoredPair(chosen, rejected, options);
            PairLoss sum = transported.Length > 0 ? transported[pair] : default;
            foreach (DpoLossTerm term in options.Terms)
                if (term.Kind is not (DpoLossKind.Sft or DpoLossKind.Aot or DpoLossKind.AotUnpaired)) sum = sum.Add(Of(term.Kind, scored, options), term.Weight);
            step.AddLoss(sum.Value);
            if (step.NllWeight != 0.0) step.AddNll(chosen.Plain);
            step.AddPair(options.Beta * scored.ChosenRatio, options.Beta * scored.RejectedRatio, chosen.Policy, rejected.Policy);
            batch.Spread(2 * pair, gradient, sum.ByChosen / step.Items, nllGradient, limit, tail);
            batch.Spread((2 * pair) + 1, gradient, sum.ByRejected / step.Items, 0.0, limit, tail);
        }
    }

    /// <summary>
    /// A pair's loss from the log-probabilities of its answers, for the kinds that look at one pair alone.
    /// </summary>
    /// <param name="kind">None of aot, aot_unpaired, sft.</param>
    /// <param name="chosen">Log-probability of the chosen answer, the sum over its tokens.</param>
    /// <param name="rejected">The same of the rejected one.</param>
    /// <param name="refChosen">Under the reference; 0 without one.</param>
    /// <param name="refRejected">The same of the rejected one.</param>
    /// <param name="options">The loss; its terms are not read.</param>
    /// <param name="chosenLength">Tokens of the chosen answer, which ipo and sigmoid_norm divide by.</param>
    /// <param name="rejectedLength">The same of the rejected one.</param>
    /// <exception cref="ArgumentException">The kind looks at the whole step.</exception>
    public static PairLoss Pair(
        DpoLossKind kind, double chosen, double rejected, double refChosen, double refRejected, DpoLossOptions options,
        int chosenLength = 1, int rejectedLength = 1)
    {
        ArgumentNullException.ThrowIfNull(options);
        var scored = new ScoredPair(new RowSum(chosen, refChosen, chosen, chosenLength), new RowSum(rejected, refRejected, rejected, rejectedLength), options);
        return Of(kind, scored, options);
    }

    private static int SharedLength(in PreferenceBatch batch, int pair, DpoLossOptions options) =>
        options.LdAlpha is null ? int.MaxValue : Math.Min(batch.CountIn(2 * pair), batch.CountIn((2 * pair) + 1));

    private static PairLoss Of(DpoLossKind kind, in ScoredPair pair, DpoLossOptions options)
    {
        double beta = options.Beta, smoothing = options.LabelSmoothing, x = beta * pair.Margin;
        switch (kind)
        {
            case DpoLossKind.Sigmoid:
                return pair.OfMargin(LogisticMath.Logistic(x, smoothing), beta);
            case DpoLossKind.Hinge:
                return pair.OfMargin(x < 1.0 ? new Slope(1.0 - x, -1.0) : default, beta);
            case DpoLossKind.ExoPair:
                return pair.OfMargin(Exo(x, smoothing), beta);
            case DpoLossKind.Robust:
                double clean = 1.0 - smoothing, unbiased = 1.0 - (2.0 * smoothing);
                return pair.OfMargin(new Slope(
                    ((-clean * LogisticMath.LogSigmoid(x)) + (smoothing * LogisticMath.LogSigmoid(-x))) / unbiased,
                    ((-clean * LogisticMath.Sigmoid(-x)) - (smoothing * LogisticMath.Sigmoid(x))) / unbiased), beta);
            case DpoLossKind.Discopop:
                return pair.OfMargin(Discopop(x, options.DiscopopTau), beta);
            case DpoLossKind.Ipo:
                double distance = (pair.Chosen.Value / pair.ChosenLength) - (pair.Rejected.Value / pair.RejectedLength) - (1.0 / (2.0 * beta));
                return ByLength(pair, new Slope(distance * distance, 2.0 * distance));
            case DpoLossKind.SigmoidNorm:
                Slope normed = LogisticMath.Logistic(beta * ((pair.Chosen.Value / pair.ChosenLength) - (pair.Rejected.Value / pair.RejectedLength)), 0.0);
                return ByLength(pair, normed with { By = normed.By * beta });
            case DpoLossKind.NcaPair:
                double reward = beta * pair.Chosen.Value, other = beta * pair.Rejected.Value;
                return Apart(pair,
                    new Slope(
                        -LogisticMath.LogSigmoid(reward) - (0.5 * LogisticMath.LogSigmoid(-reward)),
                        beta * (-LogisticMath.Sigmoid(-reward) + (0.5 * LogisticMath.Sigmoid(reward)))),
                    new Slope(-0.5 * LogisticMath.LogSigmoid(-other), beta * 0.5 * LogisticMath.Sigmoid(other)));
            case DpoLossKind.BcoPair:
                double good = beta * pair.Chosen.Value, bad = beta * pair.Rejected.Value;
                return Apart(pair,
                    new Slope(-LogisticMath.LogSigmoid(good), -beta * LogisticMath.Sigmoid(-good)),
                    new Slope(-LogisticMath.LogSigmoid(-bad), beta * LogisticMath.Sigmoid(bad)));
            case DpoLossKind.SppoHard:
                double over = pair.Chosen.Value - (0.5 / beta), under = pair.Rejected.Value + (0.5 / beta);
                return Apart(pair, new Slope(over * over, 2.0 * over), new Slope(under * under, 2.0 * under));
            case DpoLossKind.ApoZero:
                Slope up = Sigmoid(pair.ChosenRatio, beta), down = Sigmoid(pair.RejectedRatio, beta);
                return new PairLoss(1.0 - up.Value + down.Value, -up.By, down.By);
            case DpoLossKind.ApoDown:
                Slope lowered = Sigmoid(pair.ChosenRatio, beta), apart = Sigmoid(pair.Margin, beta);
                return new PairLoss(lowered.Value, lowered.By, 0.0).Add(pair.OfMargin(new Slope(1.0 - apart.Value, -apart.By)), 1.0);
            default:
                throw new ArgumentException($"{kind} is a loss of a whole step, not of one pair.", nameof(kind));
        }
    }

    private static PairLoss ByLength(in ScoredPair pair, in Slope loss) =>
        new(loss.Value, loss.By * pair.Chosen.By / pair.ChosenLength, -loss.By * pair.Rejected.By / pair.RejectedLength);

    private static PairLoss Apart(in ScoredPair pair, in Slope chosen, in Slope rejected) =>
        new(chosen.Value + rejected.Value, chosen.By * pair.Chosen.By, rejected.By * pair.Rejected.By);

    private static Slope Sigmoid(double u, double beta)
    {
        double value = LogisticMath.Sigmoid(beta * u);
        return new Slope(value, beta * value * LogisticMath.Sigmoid(-beta * u));
    }

    private static Slope Exo(double x, double smoothing)
    {
        double win = LogisticMath.Sigmoid(x), lose = LogisticMath.Sigmoid(-x);
        double above = LogisticMath.LogSigmoid(x) - FixedMath.Log(1.0 - smoothing), below = LogisticMath.LogSigmoid(-x) - FixedMath.Log(smoothing);
        return new Slope((win * above) + (lose * below), win * lose * (above - below));
    }

    private static Slope Discopop(double x, double tau)
    {
        double gate = LogisticMath.Sigmoid(x / tau), byGate = gate * LogisticMath.Sigmoid(-x / tau) / tau;
        double logistic = -LogisticMath.LogSigmoid(x), exponential = FixedMath.Exp(-x);
        return new Slope(
            (logistic * (1.0 - gate)) + (exponential * gate),
            (-LogisticMath.Sigmoid(-x) * (1.0 - gate)) - (logistic * byGate) - (exponential * gate) + (exponential * byGate));
    }

    // Optimal transport in one dimension: the k-th smallest on one side belongs to the k-th smallest on the other.
    private static PairLoss[] Transport(in PreferenceBatch batch, DpoLossOptions options)
    {
        int pairs = batch.RowCount / 2;
        var chosen = new double[pairs];
        var rejected = new double[pairs];
        var policy = new double[pairs];
        var reference = new double[pairs];
        for (int pair = 0; pair < pairs; pair++)
        {
            int limit = SharedLength(batch, pair, options);
            RowSum w = batch.Sum(2 * pair, limit, options.LdAlpha ?? 1.0), l = batch.Sum((2 * pair) + 1, limit, options.LdAlpha ?? 1.0);
            chosen[pair] = w.Policy - w.Reference;
            rejected[pair] = l.Policy - l.Reference;
            policy[pair] = w.Policy - l.Policy;
            reference[pair] = w.Reference - l.Reference;
        }
        var losses = new PairLoss[pairs];
        foreach (DpoLossTerm term in options.Terms)
        {
            bool paired = term.Kind == DpoLossKind.Aot;
            if (!paired && term.Kind != DpoLossKind.AotUnpaired) continue;
            double[] left = paired ? policy : chosen, right = paired ? reference : rejected;
            int[] leftOrder = Order(left), rightOrder = Order(right);
            for (int k = 0; k < pairs; k++)
            {
                int i = leftOrder[k], j = rightOrder[k];
                Slope loss = LogisticMath.Logistic(options.Beta * (left[i] - right[j]), options.LabelSmoothing);
                double by = options.Beta * loss.By;
                losses[i] = losses[i].Add(new PairLoss(loss.Value, by, paired ? -by : 0.0), term.Weight);
                if (!paired) losses[j] = losses[j].Add(new PairLoss(0.0, 0.0, -by), term.Weight);
            }
        }
        return losses;
    }

    // Ascending, equal values in the order of their pairs.
    private static int[] Order(double[] values) => [.. Enumerable.Range(0, values.Length).OrderBy(i => values[i])];
}
