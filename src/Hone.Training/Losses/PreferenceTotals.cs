namespace Hone.Training.Losses;

/// <summary>
/// The divisors and running sums of one optimizer step of a preference loss. Rows are added one by one in the order of the
/// micro-batches, so that any split of the same rows gives the same bits. Not thread-safe; one a step.
/// </summary>
public sealed class PreferenceTotals
{
    private double _pairLoss, _nll, _logOddsRatio, _logOdds;
    private double _chosenReward, _rejectedReward, _margin, _chosenLogps, _rejectedLogps;
    private long _chosen, _rejected, _wins, _pairs;

    /// <summary>Begins a step.</summary>
    /// <param name="items">Pairs of the whole step; for KTO its rows. At least 1.</param>
    /// <param name="chosenTokens">Tokens of the step's chosen answers, which a likelihood term is divided by.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no item, or fewer than no tokens.</exception>
    public PreferenceTotals(long items, long chosenTokens)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(items, 1);
        ArgumentOutOfRangeException.ThrowIfNegative(chosenTokens);
        (Items, ChosenTokens) = (items, chosenTokens);
    }

    /// <summary>Counts a step from all its rows, in pairs.</summary>
    /// <param name="offsets">Row boundaries of the whole step; row 2p is chosen, 2p + 1 rejected.</param>
    /// <param name="mask">Tokens that count; empty means all.</param>
    /// <exception cref="ArgumentException">The mask does not fit, or there is no pair.</exception>
    public static PreferenceTotals ForPairs(ReadOnlySpan<int> offsets, ReadOnlySpan<bool> mask = default)
    {
        if (offsets.Length < 3 || offsets.Length % 2 == 0) throw new ArgumentException($"{offsets.Length - 1} rows are no pairs.", nameof(offsets));
        if (!mask.IsEmpty && mask.Length != offsets[^1] - offsets[0])
            throw new ArgumentException($"The mask has {mask.Length} values for {offsets[^1] - offsets[0]} tokens.", nameof(mask));
        long tokens = 0;
        for (int row = 0; row + 1 < offsets.Length; row += 2)
            for (int t = offsets[row] - offsets[0]; t < offsets[row + 1] - offsets[0]; t++)
                if (mask.IsEmpty || mask[t]) tokens++;
        return new PreferenceTotals((offsets.Length - 1) / 2, tokens);
    }

    /// <summary>Pairs of the whole step; for KTO its rows.</summary>
    public long Items { get; }

    /// <summary>Tokens of the chosen answers of the whole step.</summary>
    public long ChosenTokens { get; }

    /// <summary>The loss of the rows so far, over the step's divisors.</summary>
    public double Loss => (_pairLoss / Items) + (NllWeight * Nll);

    /// <summary>Mean negative log-likelihood of the chosen answers' tokens so far, over the step's divisor.</summary>
    public double Nll => _nll / Math.Max(1, ChosenTokens);

    /// <summary>Rows so far.</summary>
    public long Rows => _chosen + _rejected;

    internal double NllWeight { get; set; }

    internal bool HasOdds { get; set; }

    /// <summary>
    /// The metrics by TRL's keys, in a fixed order, means over the rows so far; null-like NaN where there is no such row:
    /// rewards/chosen, rewards/rejected, rewards/accuracies (pairs only), rewards/margins, logps/chosen, logps/rejected, then
    /// nll_loss where the loss has it and, for ORPO, log_odds_ratio and log_odds_chosen.
    /// </summary>
    public IReadOnlyList<KeyValuePair<string, double>> Metrics()
    {
        double chosen = _chosenReward / _chosen, rejected = _rejectedReward / _rejected; // 0 / 0 is NaN
        var metrics = new List<KeyValuePair<string, double>> { new("rewards/chosen", chosen), new("rewards/rejected", rejected) };
        if (_pairs > 0) metrics.Add(new("rewards/accuracies", (double)_wins / _pairs));
        metrics.Add(new("rewards/margins", _pairs > 0 ? _margin / _pairs : chosen - rejected));
        metrics.Add(new("logps/chosen", _chosenLogps / _chosen));
        metrics.Add(new("logps/rejected", _rejectedLogps / _rejected));
        if (NllWeight != 0.0) metrics.Add(new("nll_loss", Nll));
        if (HasOdds)
        {
            metrics.Add(new("log_odds_ratio", _logOddsRatio / Math.Max(1, _pairs)));
            metrics.Add(new("log_odds_chosen", _logOdds / Math.Max(1, _pairs)));
        }
        return metrics;
    }

    internal void AddLoss(double loss) => _pairLoss += loss;

    internal void AddNll(double logProb) => _nll -= logProb;

    internal void AddOdds(double ratio, double odds)
    {
        _logOddsRatio += ratio;
        _logOdds += odds;
    }

    internal void AddPair(double chosenReward, double rejectedReward, double chosenLogps, double rejectedLogps)
    {
        AddRow(true, chosenReward, chosenLogps);
        AddRow(false, rejectedReward, rejectedLogps);
        _margin += chosenReward - rejectedReward;
        if (chosenReward > rejectedReward) _wins++;
        _pairs++;
    }

    internal void AddRow(bool chosen, double reward, double logps)
    {
        if (chosen)
        {
            _chosen++;
            _chosenReward += reward;
            _chosenLogps += logps;
        }
        else
        {
            _rejected++;
            _rejectedReward += reward;
            _rejectedLogps += logps;
        }
    }
}
