namespace Hone.Training.Advantages;

/// <summary>An advantage and a return for every token.</summary>
/// <param name="Advantages">By token.</param>
/// <param name="Returns">By token.</param>
public sealed record TokenAdvantages(double[] Advantages, double[] Returns);

/// <summary>Advantage estimates from a reward a token, over packed rows (offsets as in <see cref="Losses.PolicyLossBatch"/>).</summary>
public static class TokenAdvantage
{
    /// <summary>Added to a variance before its root is divided by.</summary>
    internal const double VarianceFloor = 1e-8;

    /// <summary>
    /// <c>gae</c>: generalised advantage estimation (arXiv 1506.02438, eq. 16): delta = reward + gamma V' - V,
    /// A = delta + gamma lambda A', with V' and A' of the next masked-in token; a masked-out token (a tool's) takes its
    /// successor's A. Returns are A + V; advantages are then whitened with the mean and variance of the masked-in ones.
    /// </summary>
    /// <param name="rewards">By token.</param>
    /// <param name="values">The critic's values by token.</param>
    /// <param name="mask">Tokens that count; empty means all.</param>
    /// <param name="offsets">Row boundaries.</param>
    /// <param name="gamma">Discount; 1 is usual.</param>
    /// <param name="lambda">Decay; 1 is the plain return, 0 the one-step difference.</param>
    /// <exception cref="ArgumentException">A span does not fit the offsets.</exception>
    public static TokenAdvantages Gae(
        ReadOnlySpan<double> rewards, ReadOnlySpan<double> values, ReadOnlySpan<bool> mask, ReadOnlySpan<int> offsets, double gamma = 1.0, double lambda = 1.0)
    {
        int tokens = Check(rewards.Length, mask, offsets);
        if (values.Length != tokens) throw new ArgumentException($"{values.Length} values for {tokens} tokens.", nameof(values));
        double[] advantages = new double[tokens], returns = new double[tokens];
        for (int row = 0; row + 1 < offsets.Length; row++)
        {
            double nextValue = 0.0, last = 0.0;
            for (int t = offsets[row + 1] - offsets[0] - 1; t >= offsets[row] - offsets[0]; t--)
            {
                if (mask.IsEmpty || mask[t])
                {
                    last = rewards[t] + gamma * nextValue - values[t] + gamma * lambda * last;
                    nextValue = values[t];
                }

                advantages[t] = last;
                returns[t] = last + values[t];
            }
        }

        Whiten(advantages, mask);
        return new TokenAdvantages(advantages, returns);
    }

    /// <summary>
    /// <c>reinforce_plus_plus</c>: discounted returns, whitened over the masked-in tokens (arXiv 2501.03262); masked-out
    /// tokens get 0, and the return before one starts afresh.
    /// </summary>
    /// <param name="rewards">By token.</param>
    /// <param name="mask">Tokens that count; empty means all.</param>
    /// <param name="offsets">Row boundaries.</param>
    /// <param name="gamma">Discount.</param>
    /// <exception cref="ArgumentException">A span does not fit the offsets.</exception>
    public static TokenAdvantages ReinforcePlusPlus(ReadOnlySpan<double> rewards, ReadOnlySpan<bool> mask, ReadOnlySpan<int> offsets, double gamma = 1.0)
    {
        int tokens = Check(rewards.Length, mask, offsets);
        double[] returns = new double[tokens];
        for (int row = 0; row + 1 < offsets.Length; row++)
        {
            double running = 0.0;
            for (int t = offsets[row + 1] - offsets[0] - 1; t >= offsets[row] - offsets[0]; t--)
            {
                running = rewards[t] + gamma * running;
                returns[t] = running;
                if (!mask.IsEmpty && !mask[t]) running = 0.0;
            }
        }

        double[] advantages = [.. returns];
        Whiten(advantages, mask);
        for (int t = 0; t < tokens; t++)
            if (!mask.IsEmpty && !mask[t]) advantages[t] = 0.0;
        return new TokenAdvantages(advantages, returns);
    }

    /// <summary><c>remax</c>: the undiscounted return minus the score of the greedy completion of the same prompt (arXiv 2310.10505).</summary>
    /// <param name="rewards">By token.</param>
    /// <param name="baselines">The greedy completion's score by row.</param>
    /// <param name="mask">Tokens that count; empty means all. A masked-out token gives no reward and takes the return after it.</param>
    /// <param name="offsets">Row boundaries.</param>
    /// <exception cref="ArgumentException">A span does not fit the offsets.</exception>
    public static TokenAdvantages ReMax(ReadOnlySpan<double> rewards, ReadOnlySpan<double> baselines, ReadOnlySpan<bool> mask, ReadOnlySpan<int> offsets)
    {
        int tokens = Check(rewards.Length, mask, offsets);
        if (baselines.Length != offsets.Length - 1) throw new ArgumentException($"{baselines.Length} baselines for {offsets.Length - 1} rows.", nameof(baselines));
        double[] advantages = new double[tokens], returns = new double[tokens];
        for (int row = 0; row + 1 < offsets.Length; row++)
        {
            double running = 0.0;
            for (int t = offsets[row + 1] - offsets[0] - 1; t >= offsets[row] - offsets[0]; t--)
            {
                bool counts = mask.IsEmpty || mask[t];
                if (counts) running += rewards[t];
                returns[t] = running;
                advantages[t] = counts ? running - baselines[row] : running;
            }
        }

        return new TokenAdvantages(advantages, returns);
    }

    /// <summary>Shifts and scales all values by the mean and the deviation (n - 1) of the masked-in ones.</summary>
    internal static void Whiten(Span<double> values, ReadOnlySpan<bool> mask)
    {
        double count = 0, sum = 0, squares = 0;
        for (int t = 0; t < values.Length; t++)
        {
            if (!mask.IsEmpty && !mask[t]) continue;
            count++;
            sum += values[t];
        }

        double mean = count == 0 ? 0.0 : sum / count;
        for (int t = 0; t < values.Length; t++)
        {
            if (!mask.IsEmpty && !mask[t]) continue;
            double d = values[t] - mean;
            squares += d * d;
        }

        double scale = Math.Sqrt(squares / Math.Max(1, count - 1) + VarianceFloor);
        for (int t = 0; t < values.Length; t++) values[t] = (values[t] - mean) / scale;
    }

    private static int Check(int rewards, ReadOnlySpan<bool> mask, ReadOnlySpan<int> offsets)
    {
        if (offsets.Length < 1) throw new ArgumentException("Offsets has no element; a batch of no rows has one.", nameof(offsets));
        int tokens = offsets[^1] - offsets[0];
        if (rewards != tokens) throw new ArgumentException($"{rewards} rewards for {tokens} tokens.", nameof(rewards));
        if (!mask.IsEmpty && mask.Length != tokens) throw new ArgumentException($"The mask has {mask.Length} values for {tokens} tokens.", nameof(mask));
        return tokens;
    }
}
