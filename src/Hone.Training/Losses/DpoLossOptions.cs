namespace Hone.Training.Losses;

/// <summary>A summand of a preference loss.</summary>
/// <param name="Kind">Its formula.</param>
/// <param name="Weight">Its entry of <c>loss_weights</c>; default 1.</param>
public sealed record DpoLossTerm(DpoLossKind Kind, double Weight = 1.0);

/// <summary>Options of <see cref="DpoLoss"/>; names and defaults as in TRL's DPOConfig.</summary>
public sealed record DpoLossOptions
{
    /// <summary><c>loss_type</c> with <c>loss_weights</c>: the summands; default one, sigmoid.</summary>
    public IReadOnlyList<DpoLossTerm> Terms { get; init; } = [new DpoLossTerm(DpoLossKind.Sigmoid)];

    /// <summary><c>beta</c>, positive: strength of the pull to the reference; default 0.1.</summary>
    public double Beta { get; init; } = 0.1;

    /// <summary><c>label_smoothing</c>: share of flipped labels, in [0, 0.5); default 0. Read by sigmoid, exo_pair (above 0), robust, aot, aot_unpaired.</summary>
    public double LabelSmoothing { get; init; }

    /// <summary><c>f_divergence_type</c>, default reverse_kl. aot, aot_unpaired, apo_zero and apo_down's first term read plain log-ratios.</summary>
    public FDivergenceKind FDivergence { get; init; } = FDivergenceKind.ReverseKl;

    /// <summary><c>f_alpha_divergence_coef</c>: alpha of alpha_divergence; default 0.5. At 1 the divergence is reverse_kl.</summary>
    public double FAlphaDivergenceCoef { get; init; } = 0.5;

    /// <summary><c>ld_alpha</c>: weight, in [0, 1], of the tokens of the longer answer beyond the shorter one's length (LD-DPO, arXiv 2409.06411); null, the default, is off.</summary>
    public double? LdAlpha { get; init; }

    /// <summary><c>discopop_tau</c>: temperature of discopop's modulation; default 0.05.</summary>
    public double DiscopopTau { get; init; } = 0.05;

    /// <summary>Whether a pair's gradient depends on the other pairs of the step (aot, aot_unpaired), so that a call must hold them all.</summary>
    public bool NeedsWholeStep => Terms.Any(t => t.Kind is DpoLossKind.Aot or DpoLossKind.AotUnpaired);

    /// <summary>What does not fit together, by the recipe's key; null where all is well.</summary>
    public (string Key, string Problem)? FindProblem()
    {
        if (Terms.Count == 0) return ("loss_type", "is empty");
        if (!(Beta > 0)) return ("beta", "is not above 0");
        if (!(LabelSmoothing >= 0 && LabelSmoothing < 0.5)) return ("label_smoothing", "is not in [0, 0.5)");
        if (LabelSmoothing == 0 && Terms.Any(t => t.Kind == DpoLossKind.ExoPair)) return ("label_smoothing", "must be above 0 with exo_pair; its paper takes 1e-3");
        if (LdAlpha is { } alpha && !(alpha >= 0 && alpha <= 1)) return ("ld_alpha", "is not in [0, 1]");
        if (!(DiscopopTau > 0)) return ("discopop_tau", "is not above 0");
        return null;
    }

    internal void Validate()
    {
        if (FindProblem() is { } problem) throw new ArgumentException($"{problem.Key} {problem.Problem}.");
    }
}
