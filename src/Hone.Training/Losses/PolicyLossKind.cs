namespace Hone.Training.Losses;

/// <summary>Which policy loss; the recipe's <c>loss_type</c>. The per-token terms and the divisors are in <see cref="PolicyLoss"/>.</summary>
public enum PolicyLossKind
{
    /// <summary><c>grpo</c>: mean over each sequence, then over sequences (DeepSeekMath, arXiv 2402.03300, eq. 3).</summary>
    Grpo,

    /// <summary><c>bnpo</c>: mean over all tokens of the step.</summary>
    Bnpo,

    /// <summary><c>dr_grpo</c>: sum divided by rows x max_completion_length (Dr. GRPO, arXiv 2503.20783).</summary>
    DrGrpo,

    /// <summary><c>dapo</c>: sum divided by the tokens of the step (DAPO, arXiv 2503.14476, eq. 8).</summary>
    Dapo,

    /// <summary><c>cispo</c>: clipped importance weight, without gradient, times log-probability (MiniMax-M1, arXiv 2506.13585, eq. 4).</summary>
    Cispo,

    /// <summary><c>luspo</c>: sum over each sequence, then mean over sequences (length-unbiased, arXiv 2602.05261; defined with importance_sampling_level sequence).</summary>
    Luspo,

    /// <summary><c>sapo</c>: a sigmoid gate in the place of the clip (SAPO, arXiv 2511.20347).</summary>
    Sapo,

    /// <summary><c>vespo</c>: one smooth weight a sequence, without gradient, times log-probability (arXiv 2602.10693).</summary>
    Vespo,
}

/// <summary>Over what the importance ratio is taken; the recipe's <c>importance_sampling_level</c>.</summary>
public enum ImportanceSamplingLevel
{
    /// <summary><c>token</c>: one ratio a token.</summary>
    Token,

    /// <summary><c>sequence</c>: one ratio a sequence, exp of the mean log-ratio (GSPO, arXiv 2507.18071, eq. 7).</summary>
    Sequence,
}
