using Hone.Training.Schedules;

namespace Hone.Training.Losses;

/// <summary>
/// The policy losses of reinforcement learning with group advantages, with their gradients by token.
/// All arithmetic is in double, tokens ascending within a row and rows ascending, with functions whose bits are fixed.
/// </summary>
/// <remarks>
/// <para>Let l be a token's log-probability, o the same under the weights that sampled, A the row's advantage,
/// r = exp(l - o) (or, by sequence, exp of the mean of l - o over the row's mask). The policy term P is</para>
/// <list type="bullet">
/// <item>grpo, bnpo, dr_grpo, dapo, luspo: -min(min(r, delta) A, clip(r, 1 - epsilon, 1 + epsilon_high) A)
/// (PPO, arXiv 1707.06347, eq. 7; GRPO, arXiv 2402.03300, eq. 3);</item>
/// <item>cispo: -min(r, epsilon_high) A l, no gradient through r (arXiv 2506.13585, eq. 4);</item>
/// <item>sapo: -(4 / tau) sigmoid(tau (r - 1)) A, tau by the sign of A (arXiv 2511.20347);</item>
/// <item>vespo: -phi A l, no gradient through phi = exp(lambda + k log w - lambda w), where log w is the sum over the row
/// of l - o (each within +-20) and of the sampler's log-ratio, within [log 1e-8, 20].</item>
/// </list>
/// <para>A token's loss is P x (row kept) x (entropy kept) x (sampler's ratio; not with vespo) + beta K, with
/// K = exp(ref - l) - (ref - l) - 1 (Schulman's k3), times r with use_bias_correction_kl (DeepSeek-V3.2).
/// The rows' sums (grpo, sapo: means) are divided by <see cref="PolicyLossNormalizers"/>; entropy_coef times the mean
/// entropy of the kept tokens is subtracted.</para>
/// </remarks>
public static class PolicyLoss
{
    private const double LogFloor = -18.420680743952367; // log 1e-8
    private const double LogCeiling = 20.0;

    /// <summary>Adds a micro-batch to the step: its gradients are written, its loss and metrics are added to the accumulator.</summary>
    /// <param name="batch">The next rows of the step.</param>
    /// <param name="step">The step's options, divisors and running sums.</param>
    /// <param name="logProbGradient">Receives d loss / d log-probability by token, 0 where masked. Assigned.</param>
    /// <param name="entropyGradient">Receives d loss / d entropy by token; may be empty when entropy_coef is 0. Assigned.</param>
    /// <exception cref="ArgumentException">A span does not fit the batch, or one that the options need is absent.</exception>
    public static void Compute(in PolicyLossBatch batch, PolicyLossAccumulator step, Span<double> logProbGradient, Span<double> entropyGradient = default)
    {
        ArgumentNullException.ThrowIfNull(step);
        batch.Validate(step.Options);
        if (logProbGradient.Length != batch.TokenCount)
            throw new ArgumentException($"The gradient has {logProbGradient.Length} values for {batch.TokenCount} tokens.", nameof(logProbGradient));
        bool wantsEntropyGradient = step.Options.EntropyCoef != 0.0 || !entropyGradient.IsEmpty;
        if (wantsEntropyGradient && entropyGradient.Length != batch.TokenCount)
            throw new ArgumentException($"The entropy gradient has {entropyGradient.Length} values for {batch.TokenCount} tokens.", nameof(entropyGradient));

        if (!batch.Entropies.IsEmpty) step.NoteEntropies();
        for (int row = 0; row < batch.RowCount; row++)
        {
            int first = batch.Offsets[row] - batch.Offsets[0];
            int count = batch.Offsets[row + 1] - batch.Offsets[row];
            Row(batch.Rows(row, 1), step, logProbGradient.Slice(first, count),
                wantsEntropyGradient ? entropyGradient.Slice(first, count) : default);
        }
    }

    /// <summary>A whole step in one call; the same bits as the same rows in several micro-batches.</summary>
    /// <param name="batch">All rows of the step.</param>
    /// <param name="options">The loss.</param>
    /// <param name="normalizers">The step's divisors; null counts them from <paramref name="batch"/>.</param>
    /// <exception cref="ArgumentException">As for the other overload.</exception>
    public static PolicyLossResult Compute(in PolicyLossBatch batch, PolicyLossOptions options, PolicyLossNormalizers? normalizers = null)
    {
        ArgumentNullException.ThrowIfNull(options);
        normalizers ??= PolicyLossNormalizers.ForStep(
            options, batch.Offsets, batch.Mask, batch.SelectionEntropies.IsEmpty ? batch.Entropies : batch.SelectionEntropies);
        var step = new PolicyLossAccumulator(options, normalizers);
        double[] gradient = new double[batch.TokenCount];
        double[]? entropyGradient = options.EntropyCoef != 0.0 ? new double[batch.TokenCount] : null;
        Compute(batch, step, gradient, entropyGradient);
        return new PolicyLossResult(step.Loss, gradient, entropyGradient, step.Metrics());
    }

    private static void Row(in PolicyLossBatch row, PolicyLossAccumulator step, Span<double> gradient, Span<double> entropyGradient)
    {
        PolicyLossOptions options = step.Options;
        PolicyLossNormalizers normalizers = step.Normalizers;
        double advantage = row.Advantages[0];
        bool bySequence = options.ImportanceSamplingLevel == ImportanceSamplingLevel.Sequence;
        RatioSums sums = Ratios(row, options.LossType == PolicyLossKind.Vespo);
        double meanCount = Math.Max(1, sums.Count);
        double sequenceRatio = bySequence ? FixedMath.Exp(sums.LogRatio / meanCount) : 1.0;
        double phi = options.LossType == PolicyLossKind.Vespo ? VespoWeight(sums.ClampedLogWeight, advantage, options) : 1.0;
        bool kept = !(options.OffPolicyMaskThreshold is double limit && advantage < 0.0 && -sums.LogRatio / meanCount > limit);
        bool perRow = options.LossType is PolicyLossKind.Grpo or PolicyLossKind.Sapo;
        double divisor = normalizers.PolicyDivisor(options) * (perRow ? meanCount : 1.0);
        double entropyDivisor = normalizers.EntropyTokens;

        var totals = new PolicyRowTotals { Tokens = sums.Count, SequenceRatio = sequenceRatio, Phi = phi, Advantage = advantage };
        double loss = 0.0, shared = 0.0; // shared: the derivative by log r of the row's one ratio
        for (int t = 0; t < gradient.Length; t++)
        {
            gradient[t] = 0.0;
            if (!entropyGradient.IsEmpty) entropyGradient[t] = 0.0;
            if (!row.Mask.IsEmpty && !row.Mask[t]) continue;

            double logProb = row.LogProbs[t];
            double ratio = bySequence ? sequenceRatio : row.OldLogProbs.IsEmpty ? 1.0 : FixedMath.Exp(logProb - row.OldLogProbs[t]);
            bool high = IsHighEntropy(row, t, options, normalizers);

            double own = 0.0, value = 0.0;
            if (kept && high)
            {
                Term term = PolicyTerm(options, advantage, ratio, logProb, phi);
                double weight = row.SamplerRatio.IsEmpty || options.LossType == PolicyLossKind.Vespo ? 1.0 : row.SamplerRatio[t];
                value = term.Value * weight;
                if (bySequence) shared += term.ByLogRatio * weight;
                else own += term.ByLogRatio * weight;
                own += term.ByLogProb * weight;
            }

            if (options.Beta != 0.0)
            {
                double gap = row.RefLogProbs[t] - logProb;
                double exp = FixedMath.Exp(gap);
                double kl = exp - gap - 1.0, byLogProb = 1.0 - exp;
                if (options.UseBiasCorrectionKl)
                {
                    kl *= ratio;
                    byLogProb *= ratio;
                    if (bySequence) shared += options.Beta * kl;
                    else byLogProb += kl;
                }

                value += options.Beta * kl;
                own += options.Beta * byLogProb;
                totals.Kl += kl;
            }

            loss += value;
            gradient[t] = own / divisor;
            if (!row.Entropies.IsEmpty)
            {
                totals.Entropy += row.Entropies[t];
                if (high)
                {
                    totals.KeptEntropy += row.Entropies[t];
                    if (!entropyGradient.IsEmpty) entropyGradient[t] = -options.EntropyCoef / entropyDivisor;
                }
            }

            step.CountClips(ref totals, ratio, advantage);
        }

        if (shared != 0.0)
        {
            double each = shared / meanCount / divisor;
            for (int t = 0; t < gradient.Length; t++)
                if (row.Mask.IsEmpty || row.Mask[t]) gradient[t] += each;
        }

        totals.Loss = perRow ? loss / meanCount : loss;
        step.Add(totals);
    }

    private static bool IsHighEntropy(in PolicyLossBatch row, int t, PolicyLossOptions options, PolicyLossNormalizers normalizers)
    {
        if (!options.SelectsByEntropy) return true;
        double entropy = row.SelectionEntropies.IsEmpty ? row.Entropies[t] : row.SelectionEntropies[t];
        return entropy >= normalizers.EntropyThreshold;
    }

    private static Term PolicyTerm(PolicyLossOptions options, double advantage, double ratio, double logProb, double phi)
    {
        switch (options.LossType)
        {
            case PolicyLossKind.Cispo:
                double clipped = Math.Min(ratio, options.High);
                return new Term(-clipped * advantage * logProb, 0.0, -clipped * advantage);
            case PolicyLossKind.Vespo:
                return new Term(-phi * advantage * logProb, 0.0, -phi * advantage);
            case PolicyLossKind.Sapo:
                double tau = advantage > 0.0 ? options.SapoTemperaturePos : options.SapoTemperatureNeg;
                double gate = 1.0 / (1.0 + FixedMath.Exp(-tau * (ratio - 1.0)));
                return new Term(-4.0 / tau * gate * advantage, -4.0 * gate * (1.0 - gate) * ratio * advantage, 0.0);
            default:
                return Clipped(options, advantage, ratio);
        }
    }

    // The derivative passes at the ends of a clip, and a tie takes half of each side, as in the libraries it is compared with.
    private static Term Clipped(PolicyLossOptions options, double advantage, double ratio)
    {
        double low = 1.0 - options.Epsilon, high = 1.0 + options.High;
        double capped = options.Delta is double delta ? Math.Min(ratio, delta) : ratio;
        double clamped = Math.Min(Math.Max(ratio, low), high);
        double plain = capped * advantage, bound = clamped * advantage;
        double byPlain = options.Delta is double cap && ratio > cap ? 0.0 : ratio * advantage;
        double byBound = ratio < low || ratio > high ? 0.0 : ratio * advantage;
        if (plain < bound) return new Term(-plain, -byPlain, 0.0);
        if (plain > bound) return new Term(-bound, -byBound, 0.0);
        return new Term(-plain, -0.5 * (byPlain + byBound), 0.0);
    }

    private static double VespoWeight(double logWeight, double advantage, PolicyLossOptions options)
    {
        double logW = Math.Clamp(logWeight, LogFloor, LogCeiling);
        double k = advantage >= 0.0 ? options.VespoKPos : options.VespoKNeg;
        double lambda = advantage >= 0.0 ? options.VespoLambdaPos : options.VespoLambdaNeg;
        return FixedMath.Exp(lambda + k * logW - lambda * FixedMath.Exp(logW));
    }

    private static RatioSums Ratios(in PolicyLossBatch row, bool withWeight)
    {
        var sums = new RatioSums();
        for (int t = 0; t < row.LogProbs.Length; t++)
        {
            if (!row.Mask.IsEmpty && !row.Mask[t]) continue;
            sums.Count++;
            double logRatio = row.OldLogProbs.IsEmpty ? 0.0 : row.LogProbs[t] - row.OldLogProbs[t];
            sums.LogRatio += logRatio;
            if (!withWeight) continue;
            sums.ClampedLogWeight += Math.Clamp(logRatio, -LogCeiling, LogCeiling);
            if (!row.SamplerRatio.IsEmpty)
                sums.ClampedLogWeight += Math.Clamp(FixedMath.Log(row.SamplerRatio[t]), LogFloor, LogCeiling);
        }

        return sums;
    }

    private struct RatioSums
    {
        internal int Count;
        internal double LogRatio;
        internal double ClampedLogWeight;
    }

    /// <summary>A policy term, its derivative by log r, and its derivative by the log-probability where r is held.</summary>
    private readonly record struct Term(double Value, double ByLogRatio, double ByLogProb);
}
