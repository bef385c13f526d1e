using Hone.Training.Schedules;

namespace Hone.Training.Losses;

/// <summary>
/// PPO's losses with an advantage a token, as verl computes them. Each call adds a micro-batch to the step's
/// <see cref="PpoTotals"/> and assigns the gradient by token, 0 where masked. Double, tokens and rows ascending.
/// </summary>
public static class PpoLoss
{
    private const double LogRatioLimit = 20.0;

    /// <summary>
    /// <c>vanilla</c>: max(-A r, -A clip(r, 1 - low, 1 + high)) (arXiv 1707.06347, eq. 7); where A is negative not above
    /// -A c (dual clip, arXiv 1912.09729, eq. 5). The log-ratio is held within +-20.
    /// </summary>
    /// <param name="batch">The next rows of the step.</param>
    /// <param name="divisors">Of the whole step.</param>
    /// <param name="totals">Of the step so far.</param>
    /// <param name="gradient">Receives d loss / d log-probability.</param>
    /// <param name="clipRatioLow">clip_ratio_low, default 0.2.</param>
    /// <param name="clipRatioHigh">clip_ratio_high, default 0.2.</param>
    /// <param name="clipRatioC">clip_ratio_c, above 1, default 3.</param>
    /// <exception cref="ArgumentException">A span does not fit, or clip_ratio_c is not above 1.</exception>
    public static void Vanilla(
        in PpoBatch batch, LossDivisors divisors, PpoTotals totals, Span<double> gradient,
        double clipRatioLow = 0.2, double clipRatioHigh = 0.2, double clipRatioC = 3.0)
    {
        Begin(batch, divisors, totals, gradient);
        if (!(clipRatioC > 1.0)) throw new ArgumentException($"clip_ratio_c is {clipRatioC}; it is above 1.", nameof(clipRatioC));
        double low = 1.0 - clipRatioLow, high = 1.0 + clipRatioHigh;
        for (int row = 0; row + 1 < batch.Offsets.Length; row++)
        {
            double divisor = divisors.Of(batch.CountIn(row)), sum = 0.0, kl = 0.0;
            for (int t = batch.Offsets[row] - batch.Offsets[0]; t < batch.Offsets[row + 1] - batch.Offsets[0]; t++)
            {
                gradient[t] = 0.0;
                if (!batch.Counts(t)) continue;
                double raw = batch.LogProbs[t] - batch.OldLogProbs[t], logRatio = Math.Clamp(raw, -LogRatioLimit, LogRatioLimit);
                double ratio = FixedMath.Exp(logRatio), clipped = Math.Min(Math.Max(ratio, low), high), advantage = batch.Advantages[t];
                double slope = raw == logRatio ? -advantage * ratio : 0.0;
                double plain = -advantage * ratio, bound = -advantage * clipped;
                double bySlope = ratio < low || ratio > high ? 0.0 : slope;
                double value = Math.Max(plain, bound);
                double derivative = plain > bound ? slope : plain < bound ? bySlope : 0.5 * (slope + bySlope);
                if (bound > plain) totals.ClippedTokens++;
                double ceiling = -advantage * clipRatioC;
                if (advantage < 0.0 && value >= ceiling)
                {
                    if (value > ceiling) totals.LowerClippedTokens++;
                    derivative = value > ceiling ? 0.0 : 0.5 * derivative;
                    value = ceiling;
                }

                sum += value;
                kl -= logRatio;
                totals.Tokens++;
                gradient[t] = derivative / divisor;
            }

            totals.Loss += sum / divisor;
            totals.KlSum += kl;
        }
    }

    /// <summary>
    /// <c>geo_mean</c> (GMPO, arXiv 2507.20673): -mean(A) exp(mean of the log-ratios), each log-ratio clipped to
    /// [-low, high] where that lowers A r; the mean over all rows, whatever the aggregation.
    /// </summary>
    /// <param name="batch">The next rows of the step.</param>
    /// <param name="divisors">Of the whole step.</param>
    /// <param name="totals">Of the step so far.</param>
    /// <param name="gradient">Receives d loss / d log-probability.</param>
    /// <param name="clipRatioLow">Lower bound of a log-ratio, default 0.4.</param>
    /// <param name="clipRatioHigh">Upper bound of a log-ratio, default 0.4.</param>
    /// <exception cref="ArgumentException">A span does not fit.</exception>
    public static void GeometricMean(
        in PpoBatch batch, LossDivisors divisors, PpoTotals totals, Span<double> gradient, double clipRatioLow = 0.4, double clipRatioHigh = 0.4)
    {
        Begin(batch, divisors, totals, gradient);
        for (int row = 0; row + 1 < batch.Offsets.Length; row++)
        {
            int first = batch.Offsets[row] - batch.Offsets[0], end = batch.Offsets[row + 1] - batch.Offsets[0];
            double count = Math.Max(1, batch.CountIn(row)), logs = 0.0, advantages = 0.0, kl = 0.0;
            for (int t = first; t < end; t++)
            {
                gradient[t] = 0.0;
                if (!batch.Counts(t)) continue;
                double logRatio = batch.LogProbs[t] - batch.OldLogProbs[t], advantage = batch.Advantages[t];
                double clipped = Math.Clamp(logRatio, -clipRatioLow, clipRatioHigh);
                double taken = advantage > 0.0 ? Math.Min(logRatio, clipped) : advantage < 0.0 ? Math.Max(logRatio, clipped) : 0.0;
                if (clipped != logRatio && advantage > 0.0) totals.ClippedTokens++;
                if (clipped != logRatio && advantage < 0.0) totals.LowerClippedTokens++;
                gradient[t] = taken == logRatio && advantage != 0.0 ? 1.0 : 0.0;
                logs += taken;
                advantages += advantage;
                kl -= logRatio;
                totals.Tokens++;
            }

            double value = -(advantages / count) * FixedMath.Exp(logs / count);
            for (int t = first; t < end; t++) gradient[t] *= value / count / divisors.AllRows;
            totals.Loss += value / divisors.AllRows;
            totals.KlSum += kl;
        }
    }

    /// <summary><c>gpg</c>: -A l, no ratio (arXiv 2504.02546).</summary>
    /// <param name="batch">The next rows of the step.</param>
    /// <param name="divisors">Of the whole step.</param>
    /// <param name="totals">Of the step so far.</param>
    /// <param name="gradient">Receives d loss / d log-probability.</param>
    /// <exception cref="ArgumentException">A span does not fit.</exception>
    public static void Gpg(in PpoBatch batch, LossDivisors divisors, PpoTotals totals, Span<double> gradient)
    {
        Begin(batch, divisors, totals, gradient);
        for (int row = 0; row + 1 < batch.Offsets.Length; row++)
        {
            double divisor = divisors.Of(batch.CountIn(row)), sum = 0.0, kl = 0.0;
            for (int t = batch.Offsets[row] - batch.Offsets[0]; t < batch.Offsets[row + 1] - batch.Offsets[0]; t++)
            {
                gradient[t] = 0.0;
                if (!batch.Counts(t)) continue;
                sum -= batch.Advantages[t] * batch.LogProbs[t];
                kl -= batch.LogProbs[t] - batch.OldLogProbs[t];
                totals.Tokens++;
                gradient[t] = -batch.Advantages[t] / divisor;
            }

            totals.Loss += sum / divisor;
            totals.KlSum += kl;
        }
    }

    /// <summary>
    /// The critic's loss: half of max((V - R)^2, (clip(V, old - c, old + c) - R)^2) (the value clipping of PPO's reference code).
    /// </summary>
    /// <param name="offsets">Row boundaries.</param>
    /// <param name="mask">Tokens that count; empty means all.</param>
    /// <param name="values">The critic's values under the weights being trained.</param>
    /// <param name="oldValues">Those that the advantages were made with.</param>
    /// <param name="returns">What they aim at.</param>
    /// <param name="clipRange">cliprange_value, c.</param>
    /// <param name="divisors">Of the whole step.</param>
    /// <param name="totals">Of the step so far.</param>
    /// <param name="gradient">Receives d loss / d value.</param>
    /// <exception cref="ArgumentException">A span does not fit.</exception>
    public static void Value(
        ReadOnlySpan<int> offsets, ReadOnlySpan<bool> mask, ReadOnlySpan<double> values, ReadOnlySpan<double> oldValues, ReadOnlySpan<double> returns,
        double clipRange, LossDivisors divisors, PpoTotals totals, Span<double> gradient)
    {
        var batch = new PpoBatch { Offsets = offsets, Mask = mask, LogProbs = values, OldLogProbs = oldValues, Advantages = returns };
        Begin(batch, divisors, totals, gradient);
        for (int row = 0; row + 1 < offsets.Length; row++)
        {
            double divisor = divisors.Of(batch.CountIn(row)), sum = 0.0;
            for (int t = offsets[row] - offsets[0]; t < offsets[row + 1] - offsets[0]; t++)
            {
                gradient[t] = 0.0;
                if (!batch.Counts(t)) continue;
                double low = oldValues[t] - clipRange, high = oldValues[t] + clipRange;
                double plain = values[t] - returns[t], bound = Math.Min(Math.Max(values[t], low), high) - returns[t];
                double byBound = values[t] < low || values[t] > high ? 0.0 : bound;
                double plainSquare = plain * plain, boundSquare = bound * bound;
                if (boundSquare > plainSquare) totals.ClippedTokens++;
                sum += 0.5 * Math.Max(plainSquare, boundSquare);
                totals.Tokens++;
                gradient[t] = (plainSquare > boundSquare ? plain : plainSquare < boundSquare ? byBound : 0.5 * (plain + byBound)) / divisor;
            }

            totals.Loss += sum / divisor;
        }
    }

    private static void Begin(in PpoBatch batch, LossDivisors divisors, PpoTotals totals, ReadOnlySpan<double> gradient)
    {
        ArgumentNullException.ThrowIfNull(divisors);
        ArgumentNullException.ThrowIfNull(totals);
        batch.Validate(gradient);
    }
}
