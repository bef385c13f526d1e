namespace Hone.Training.Losses;

/// <summary>What <see cref="PolicyLoss"/> computes. Names and defaults are those of TRL's GRPOConfig.</summary>
public sealed record PolicyLossOptions
{
    /// <summary><c>loss_type</c>, default dapo.</summary>
    public PolicyLossKind LossType { get; init; } = PolicyLossKind.Dapo;

    /// <summary><c>importance_sampling_level</c>, default token.</summary>
    public ImportanceSamplingLevel ImportanceSamplingLevel { get; init; } = ImportanceSamplingLevel.Token;

    /// <summary><c>epsilon</c>: the ratio is clipped below at 1 - epsilon; default 0.2.</summary>
    public double Epsilon { get; init; } = 0.2;

    /// <summary>
    /// <c>epsilon_high</c>: the ratio is clipped above at 1 + epsilon_high, and with cispo at epsilon_high itself
    /// (5.0 is usual there); null means <see cref="Epsilon"/>, the default.
    /// </summary>
    public double? EpsilonHigh { get; init; }

    /// <summary><c>delta</c>: upper bound of the unclipped ratio (two-sided clipping, arXiv 2505.07291); null is none, the default.</summary>
    public double? Delta { get; init; }

    /// <summary><c>beta</c>: weight of the divergence from the reference policy; 0, the default, needs no reference log-probabilities.</summary>
    public double Beta { get; init; }

    /// <summary><c>use_bias_correction_kl</c>: the divergence is multiplied by the importance ratio (DeepSeek-V3.2); default false.</summary>
    public bool UseBiasCorrectionKl { get; init; }

    /// <summary>
    /// <c>off_policy_mask_threshold</c>: a row with a negative advantage whose mean (old - current) log-probability
    /// exceeds it gives no policy term (DeepSeek-V3.2); null is off, the default.
    /// </summary>
    public double? OffPolicyMaskThreshold { get; init; }

    /// <summary>
    /// <c>top_entropy_quantile</c>: the share, in (0, 1], of tokens with the highest entropy that keep their policy
    /// term (arXiv 2506.01939); default 1, all.
    /// </summary>
    public double TopEntropyQuantile { get; init; } = 1.0;

    /// <summary><c>entropy_coef</c>: weight of the mean entropy that is subtracted from the loss; default 0.</summary>
    public double EntropyCoef { get; init; }

    /// <summary><c>sapo_temperature_pos</c>: gate temperature where the advantage is positive; default 1.</summary>
    public double SapoTemperaturePos { get; init; } = 1.0;

    /// <summary><c>sapo_temperature_neg</c>: gate temperature elsewhere; default 1.05.</summary>
    public double SapoTemperatureNeg { get; init; } = 1.05;

    /// <summary><c>vespo_k_pos</c>: exponent where the advantage is not negative; default 2.</summary>
    public double VespoKPos { get; init; } = 2.0;

    /// <summary><c>vespo_lambda_pos</c>: decay where the advantage is not negative; default 3.</summary>
    public double VespoLambdaPos { get; init; } = 3.0;

    /// <summary><c>vespo_k_neg</c>: exponent where the advantage is negative; default 3.</summary>
    public double VespoKNeg { get; init; } = 3.0;

    /// <summary><c>vespo_lambda_neg</c>: decay where the advantage is negative; default 2.</summary>
    public double VespoLambdaNeg { get; init; } = 2.0;

    /// <summary><c>max_completion_length</c> in tokens, the divisor of dr_grpo; default 512.</summary>
    public int MaxCompletionLength { get; init; } = 512;

    internal double High => EpsilonHigh ?? Epsilon;

    internal bool SelectsByEntropy => TopEntropyQuantile < 1.0;

    /// <summary>Whether the loss reads entropies: for the quantile or for the bonus.</summary>
    public bool NeedsEntropies => SelectsByEntropy || EntropyCoef != 0.0;

    /// <summary>Whether the loss reads the reference policy's log-probabilities.</summary>
    public bool NeedsReference => Beta != 0.0;
}
