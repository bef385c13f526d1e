namespace Hone.Training.Configuration;

/// <summary>Which optimizer; the recipe's <c>optimizer</c>.</summary>
public enum OptimizerKind
{
    /// <summary><c>adamw</c>: decoupled weight decay (arXiv 1711.05101).</summary>
    AdamW,

    /// <summary><c>muon</c>: orthogonalised momentum on inner matrices, AdamW on the rest.</summary>
    Muon,

    /// <summary><c>sgd</c>: gradient descent with momentum.</summary>
    Sgd,
}

/// <summary>The optimizer of a recipe; names and defaults as in transformers' TrainingArguments where it has them.</summary>
public sealed record OptimizerConfig
{
    /// <summary><c>optimizer</c>, default adamw.</summary>
    public OptimizerKind Optimizer { get; init; } = OptimizerKind.AdamW;

    /// <summary><c>learning_rate</c>: default 1e-6 (rl), 2e-5 (sft), 1e-3 (pretrain). With muon it is that of the AdamW part.</summary>
    public required double LearningRate { get; init; }

    /// <summary><c>adam_beta1</c>, default 0.9.</summary>
    public double AdamBeta1 { get; init; } = 0.9;

    /// <summary><c>adam_beta2</c>, default 0.999.</summary>
    public double AdamBeta2 { get; init; } = 0.999;

    /// <summary><c>adam_epsilon</c>, default 1e-8.</summary>
    public double AdamEpsilon { get; init; } = 1e-8;

    /// <summary><c>weight_decay</c>, default 0; times the rate, on matrices (norms and biases are left alone).</summary>
    public double WeightDecay { get; init; }

    /// <summary><c>momentum</c> of sgd (null: 0) and muon (null: 0.95).</summary>
    public double? Momentum { get; init; }

    /// <summary><c>nesterov</c>: look-ahead momentum for muon and sgd; default true, without effect at momentum 0.</summary>
    public bool Nesterov { get; init; } = true;

    /// <summary><c>muon_learning_rate</c>: rate of the matrices that muon takes; default 0.02.</summary>
    public double MuonLearningRate { get; init; } = 0.02;

    /// <summary><c>max_grad_norm</c>: the global gradient norm is clipped to it; default 1, 0 is off.</summary>
    public double MaxGradNorm { get; init; } = 1.0;

    /// <summary><see cref="Momentum"/>, or what its absence means for the optimizer.</summary>
    public double EffectiveMomentum => Momentum ?? (Optimizer == OptimizerKind.Muon ? 0.95 : 0.0);

    /// <summary>Reads the keys from the section that they stand in.</summary>
    /// <param name="reader">The recipe.</param>
    /// <param name="learningRate">The default rate of the kind of recipe.</param>
    /// <exception cref="RecipeException">A value does not fit.</exception>
    public static OptimizerConfig Read(RecipeReader reader, double learningRate)
    {
        ArgumentNullException.ThrowIfNull(reader);
        return new OptimizerConfig
        {
            Optimizer = reader.Choice("optimizer", OptimizerKind.AdamW, "how gradients become updates",
                ("adamw", OptimizerKind.AdamW), ("muon", OptimizerKind.Muon), ("sgd", OptimizerKind.Sgd)),
            LearningRate = reader.Number("learning_rate", learningRate, "the full rate (with muon: of its AdamW part)", min: 0),
            AdamBeta1 = reader.Number("adam_beta1", 0.9, "decay of the mean gradient", min: 0, max: 1),
            AdamBeta2 = reader.Number("adam_beta2", 0.999, "decay of the mean squared gradient", min: 0, max: 1),
            AdamEpsilon = reader.Number("adam_epsilon", 1e-8, "added to the root of the mean square", min: 0),
            WeightDecay = reader.Number("weight_decay", 0.0, "decoupled decay of matrices", min: 0),
            Momentum = reader.OptionalNumber("momentum", "of sgd (null: 0) and muon (null: 0.95)", min: 0, max: 1),
            Nesterov = reader.Flag("nesterov", true, "look-ahead momentum for muon and sgd"),
            MuonLearningRate = reader.Number("muon_learning_rate", 0.02, "rate of the matrices that muon takes", min: 0),
            MaxGradNorm = reader.Number("max_grad_norm", 1.0, "the gradient norm is clipped to it; 0 is off", min: 0),
        };
    }
}
