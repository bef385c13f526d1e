namespace Hone.Training.Losses;

/// <summary>A step's loss, gradients and metrics (<see cref="PolicyLoss.Compute(in PolicyLossBatch, PolicyLossOptions, PolicyLossNormalizers?)"/>).</summary>
/// <param name="Loss">The scalar loss.</param>
/// <param name="LogProbGradient">d loss / d log-probability by token.</param>
/// <param name="EntropyGradient">d loss / d entropy by token; null when entropy_coef is 0.</param>
/// <param name="Metrics">As <see cref="PolicyLossAccumulator.Metrics"/>.</param>
public sealed record PolicyLossResult(
    double Loss, double[] LogProbGradient, double[]? EntropyGradient, IReadOnlyList<KeyValuePair<string, double>> Metrics);

/// <summary>
/// The running sums of one optimizer step. Rows are added one by one in the order of the micro-batches, so that any split
/// of the same rows gives the same bits. Not thread-safe; one a step.
/// </summary>
public sealed class PolicyLossAccumulator
{
    private double _loss, _kl, _entropy, _keptEntropy, _phi;
    private double _low, _high, _region, _cispo;
    private double _lowMin = double.PositiveInfinity, _highMax = double.NegativeInfinity;
    private long _rows, _tokens;
    private bool _hasEntropies;

    /// <summary>Begins a step.</summary>
    /// <param name="options">The loss.</param>
    /// <param name="normalizers">Divisors of the whole step.</param>
    public PolicyLossAccumulator(PolicyLossOptions options, PolicyLossNormalizers normalizers)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(normalizers);
        Options = options;
        Normalizers = normalizers;
    }

    /// <summary>The loss that is computed.</summary>
    public PolicyLossOptions Options { get; }

    /// <summary>Divisors of the whole step.</summary>
    public PolicyLossNormalizers Normalizers { get; }

    /// <summary>Policy and divergence terms of the rows so far, over the step's divisor.</summary>
    public double PolicyTerms => _loss / Normalizers.PolicyDivisor(Options);

    /// <summary>The loss of the rows so far; after the last row, that of the step.</summary>
    public double Loss => Options.EntropyCoef == 0.0 ? PolicyTerms : PolicyTerms - Options.EntropyCoef * (_keptEntropy / Normalizers.EntropyTokens);

    /// <summary>Rows so far.</summary>
    public long Rows => _rows;

    /// <summary>Masked-in tokens so far.</summary>
    public long Tokens => _tokens;

    /// <summary>
    /// The metrics by TRL's keys, in a fixed order: means over all tokens (or rows, where the ratio is by sequence) so far,
    /// never means of micro-batch means. <c>policy_loss</c> and <c>entropy_coef</c> appear with an entropy bonus,
    /// <c>kl</c> with beta, <c>entropy</c> where entropies were given, then what the loss kind has.
    /// </summary>
    public IReadOnlyList<KeyValuePair<string, double>> Metrics()
    {
        var metrics = new List<KeyValuePair<string, double>>();
        void Put(string key, double value) => metrics.Add(new KeyValuePair<string, double>(key, value));

        double tokens = Math.Max(1, _tokens), rows = Math.Max(1, _rows);
        double units = Options.ImportanceSamplingLevel == ImportanceSamplingLevel.Sequence ? rows : tokens;
        if (Options.EntropyCoef != 0.0)
        {
            Put("policy_loss", PolicyTerms);
            Put("entropy_coef", Options.EntropyCoef);
        }

        if (Options.Beta != 0.0) Put("kl", _kl / tokens);
        if (_hasEntropies) Put("entropy", _entropy / tokens);
        switch (Options.LossType)
        {
            case PolicyLossKind.Cispo:
                Put("cispo_clip_ratio", _cispo / units);
                break;
            case PolicyLossKind.Vespo:
                Put("vespo/phi_seq_mean", _phi / rows);
                break;
            case PolicyLossKind.Sapo:
                break;
            default:
                Put("clip_ratio/low_mean", _low / units);
                Put("clip_ratio/high_mean", _high / units);
                Put("clip_ratio/region_mean", _region / units);
                Put("clip_ratio/low_min", double.IsFinite(_lowMin) ? _lowMin : double.NaN);
                Put("clip_ratio/high_max", double.IsFinite(_highMax) ? _highMax : double.NaN);
                break;
        }

        return metrics;
    }

    internal void NoteEntropies() => _hasEntropies = true;

    internal void CountClips(ref PolicyRowTotals row, double ratio, double advantage)
    {
        if (Options.Delta is double delta) ratio = Math.Min(ratio, delta);
        if (ratio < 1.0 - Options.Epsilon && advantage < 0.0) row.Low++;
        if (ratio > 1.0 + Options.High && advantage > 0.0) row.High++;
        if (ratio > Options.High && advantage > 0.0) row.Cispo++;
    }

    internal void Add(in PolicyRowTotals row)
    {
        PolicyRowTotals counted = row;
        double denominator = row.Tokens;
        if (Options.ImportanceSamplingLevel == ImportanceSamplingLevel.Sequence)
        {
            counted.Low = counted.High = counted.Cispo = 0;
            CountClips(ref counted, row.SequenceRatio, row.Advantage);
            denominator = 1;
        }

        _rows++;
        _tokens += row.Tokens;
        _loss += row.Loss;
        _kl += row.Kl;
        _entropy += row.Entropy;
        _keptEntropy += row.KeptEntropy;
        _phi += row.Phi;
        _low += counted.Low;
        _high += counted.High;
        _region += counted.Low + counted.High;
        _cispo += counted.Cispo;
        if (denominator == 0) return; // a row without tokens has no share of its own
        _lowMin = Math.Min(_lowMin, counted.Low / denominator);
        _highMax = Math.Max(_highMax, counted.High / denominator);
    }
}

/// <summary>What one row adds to a step.</summary>
internal struct PolicyRowTotals
{
    internal int Tokens, Low, High, Cispo;
    internal double Loss, Kl, Entropy, KeptEntropy, Phi, SequenceRatio, Advantage;
}
