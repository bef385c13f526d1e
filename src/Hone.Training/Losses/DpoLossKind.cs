namespace Hone.Training.Losses;

/// <summary>
/// Which loss of a pair (chosen, rejected) against a reference policy; the recipe's <c>loss_type</c>, as in TRL's DPOConfig.
/// The formulas are in <see cref="DpoLoss"/>.
/// </summary>
public enum DpoLossKind
{
    /// <summary><c>sigmoid</c>: direct preference optimization (arXiv 2305.18290, eq. 7); with label_smoothing its conservative form.</summary>
    Sigmoid,

    /// <summary><c>hinge</c>: SLiC's hinge on the margin (arXiv 2305.10425; as in RSO, arXiv 2309.06657).</summary>
    Hinge,

    /// <summary><c>ipo</c>: squared distance of the margin by token from 1 / (2 beta) (arXiv 2310.12036, eq. 17).</summary>
    Ipo,

    /// <summary><c>exo_pair</c>: reverse divergence from the smoothed preference; needs label_smoothing above 0 (arXiv 2402.00856, eq. 16).</summary>
    ExoPair,

    /// <summary><c>nca_pair</c>: noise contrast on absolute rewards (arXiv 2402.05369).</summary>
    NcaPair,

    /// <summary><c>robust</c>: unbiased under labels flipped at the rate label_smoothing, below 0.5 (arXiv 2403.00409).</summary>
    Robust,

    /// <summary><c>bco_pair</c>: binary classification of absolute rewards (arXiv 2404.04656), without a running mean.</summary>
    BcoPair,

    /// <summary><c>sppo_hard</c>: self-play preference optimization with hard labels (arXiv 2405.00675).</summary>
    SppoHard,

    /// <summary><c>aot</c>: distributional alignment by optimal transport on pairs (arXiv 2406.05882); sorts the whole step.</summary>
    Aot,

    /// <summary><c>aot_unpaired</c>: the same between all chosen and all rejected answers (arXiv 2406.05882).</summary>
    AotUnpaired,

    /// <summary><c>apo_zero</c>: raises the chosen, lowers the rejected answer (arXiv 2408.06266).</summary>
    ApoZero,

    /// <summary><c>apo_down</c>: lowers both, the rejected one more (arXiv 2408.06266).</summary>
    ApoDown,

    /// <summary><c>discopop</c>: the discovered log-ratio-modulated loss (arXiv 2406.08414).</summary>
    Discopop,

    /// <summary><c>sft</c>: mean negative log-likelihood of the chosen answers' tokens.</summary>
    Sft,

    /// <summary><c>sigmoid_norm</c>: sigmoid on log-ratios divided by the answers' lengths (arXiv 2405.14734).</summary>
    SigmoidNorm,
}

/// <summary>The divergence from the reference policy behind the scores; <c>f_divergence_type</c> (arXiv 2309.16240).</summary>
public enum FDivergenceKind
{
    /// <summary><c>reverse_kl</c>, the default: the score is the log-ratio u.</summary>
    ReverseKl,

    /// <summary><c>forward_kl</c>: -exp(-u).</summary>
    ForwardKl,

    /// <summary><c>js_divergence</c>: log sigmoid(u).</summary>
    JsDivergence,

    /// <summary><c>alpha_divergence</c>: exp((alpha - 1) u) / (alpha - 1).</summary>
    AlphaDivergence,
}
