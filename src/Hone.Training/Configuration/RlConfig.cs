using Hone.Models;
using Hone.Training.Advantages;
using Hone.Training.Losses;

namespace Hone.Training.Configuration;

/// <summary>One reward of a recipe's list <c>rewards</c>.</summary>
/// <param name="Name"><c>name</c>: a built-in reward; null with a script.</param>
/// <param name="Script"><c>script</c>: a file beside the recipe; null with a name.</param>
/// <param name="Weight"><c>weight</c> in the sum, default 1.</param>
public sealed record RewardConfig(string? Name, string? Script, double Weight);

/// <summary>
/// A recipe with <c>recipe: rl</c>: reinforcement learning with verifiable rewards. Names and defaults are those of TRL's
/// GRPOConfig; the batch is prompts_per_step x num_generations completions an optimizer step.
/// </summary>
public sealed record RlConfig
{
    /// <summary>Length, output, memory, seed.</summary>
    public required RunConfig Run { get; init; }

    /// <summary>The optimizer; learning_rate 1e-6 by default.</summary>
    public required OptimizerConfig Optimizer { get; init; }

    /// <summary>The learning-rate schedule.</summary>
    public required ScheduleConfig Schedule { get; init; }

    /// <summary>The policy loss with all its options; max_completion_length included.</summary>
    public required PolicyLossOptions Loss { get; init; }

    /// <summary>The adapter that is trained instead of the weights (<c>use_peft</c>, <c>lora_*</c>); null, the default, trains the weights.</summary>
    public LoraConfig? Lora { get; init; }

    /// <summary><c>quantize</c>: as what the frozen base of an adapter is held; as its file has it by default.</summary>
    public QuantizeConfig Quantize { get; init; } = QuantizeConfig.AsFile;

    /// <summary><c>model</c>: a model folder, or a .gguf file. Required.</summary>
    public required string Model { get; init; }

    /// <summary><c>task</c>: a task's name or a JSONL file. Required.</summary>
    public required string Task { get; init; }

    /// <summary><c>verifier</c>: how answers of a JSONL task are judged: exact_match (default), marked_integer, last_integer and the others that Verifiers names. A built-in task brings its own.</summary>
    public string Verifier { get; init; } = "exact_match";

    /// <summary><c>test_share</c>: share of a JSONL task's problems that is held out, by the hash of their content; default 0.1.</summary>
    public double TestShare { get; init; } = 0.1;

    /// <summary><c>apply_chat_template</c>: prompts are user turns in the model's chat template; null, the default, leaves it to the task.</summary>
    public bool? ApplyChatTemplate { get; init; }

    /// <summary><c>system_prompt</c>: a system turn before each; null, the default, writes none, and the template may put its own.</summary>
    public string? SystemPrompt { get; init; }

    /// <summary><c>rewards</c>: a list of name or script with weight; empty, the default, is the task's own verifier.</summary>
    public required IReadOnlyList<RewardConfig> Rewards { get; init; }

    /// <summary><c>prompts_per_step</c>: prompts of an optimizer step; default 8.</summary>
    public int PromptsPerStep { get; init; } = 8;

    /// <summary><c>num_generations</c>: completions of a prompt, the group; default 8, at least 2.</summary>
    public int NumGenerations { get; init; } = 8;

    /// <summary><c>steps_per_generation</c>: optimizer steps that one generation is divided over; default 1.</summary>
    public int StepsPerGeneration { get; init; } = 1;

    /// <summary><c>num_iterations</c>: times that a generation is learned from; default 1.</summary>
    public int NumIterations { get; init; } = 1;

    /// <summary><c>max_completion_length</c> in tokens, default 512.</summary>
    public int MaxCompletionLength => Loss.MaxCompletionLength;

    /// <summary><c>temperature</c>, default 1.</summary>
    public double Temperature { get; init; } = 1.0;

    /// <summary><c>top_p</c> in (0, 1], default 1.</summary>
    public double TopP { get; init; } = 1.0;

    /// <summary><c>top_k</c>, default 0, all.</summary>
    public int TopK { get; init; }

    /// <summary><c>min_p</c>: the least share of the best token's probability; null, the default, is off.</summary>
    public double? MinP { get; init; }

    /// <summary><c>scale_rewards</c>: group (default), batch or none; true and false mean group and none.</summary>
    public RewardScaling ScaleRewards { get; init; } = RewardScaling.Group;

    /// <summary><c>multi_objective_aggregation</c>, default sum_then_normalize.</summary>
    public RewardAggregation MultiObjectiveAggregation { get; init; } = RewardAggregation.SumThenNormalize;

    /// <summary><c>mask_truncated_completions</c>: completions that reached the length limit are not learned from; default false.</summary>
    public bool MaskTruncatedCompletions { get; init; }

    /// <summary><c>eval_problems</c>: held-out problems that the model is measured on before and after; 0 measures nothing. Default 512.</summary>
    public int EvalProblems { get; init; } = 512;

    /// <summary><c>eval_samples</c>: completions of each of them; default 4.</summary>
    public int EvalSamples { get; init; } = 4;

    /// <summary>
    /// <c>min_forced_accuracy</c>: training is refused while the model, made to show its work, gets fewer problems right;
    /// default 0.5, 0 is off. Only for tasks with forced prompts.
    /// </summary>
    public double MinForcedAccuracy { get; init; } = 0.5;

    /// <summary>Reads a whole recipe; unknown keys are refused.</summary>
    /// <exception cref="RecipeException">A key is unknown or missing, or a value does not fit.</exception>
    public static RlConfig Read(RecipeReader reader)
    {
        RecipeKind.Rl.Expect(reader);
        var config = new RlConfig
        {
            Model = reader.RequiredText("model", "model folder or .gguf file"),
            Task = reader.RequiredText("task", "a task's name or a JSONL file"),
            Verifier = reader.Text("verifier", "exact_match", "how answers of a JSONL task are judged")!,
            TestShare = reader.Number("test_share", 0.1, "share of a JSONL task that is held out", min: 0, max: 1),
            ApplyChatTemplate = reader.Choice("apply_chat_template", (bool?)null, "prompts are user turns in the model's chat template; null is as the task says",
                ("true", (bool?)true), ("false", (bool?)false), ("null", (bool?)null)),
            SystemPrompt = reader.Text("system_prompt", null, "a system turn before each prompt; null is the template's own"),
            Rewards = reader.List("rewards", "several rewards with weights; empty is the task's own verifier", ReadReward),
            PromptsPerStep = reader.Integer("prompts_per_step", 8, "prompts of an optimizer step", min: 1),
            NumGenerations = reader.Integer("num_generations", 8, "completions of a prompt", min: 2),
            StepsPerGeneration = reader.Integer("steps_per_generation", 1, "optimizer steps that one generation is divided over", min: 1),
            NumIterations = reader.Integer("num_iterations", 1, "times that a generation is learned from", min: 1),
            Temperature = reader.Number("temperature", 1.0, "of sampling; log-probabilities are taken at it", min: 1e-6),
            TopP = reader.Number("top_p", 1.0, "smallest set of tokens with this probability", min: 1e-6, max: 1),
            TopK = reader.Integer("top_k", 0, "only the k likeliest tokens; 0 is all", min: 0),
            MinP = reader.OptionalNumber("min_p", "least share of the best token's probability; null is off", min: 0, max: 1),
            ScaleRewards = reader.Choice("scale_rewards", RewardScaling.Group, "what differences from the group's mean are divided by",
                ("group", RewardScaling.Group), ("batch", RewardScaling.Batch), ("none", RewardScaling.None),
                ("true", RewardScaling.Group), ("false", RewardScaling.None)),
            MultiObjectiveAggregation = reader.Choice("multi_objective_aggregation", RewardAggregation.SumThenNormalize, "how several rewards are joined",
                ("sum_then_normalize", RewardAggregation.SumThenNormalize), ("normalize_then_sum", RewardAggregation.NormalizeThenSum)),
            MaskTruncatedCompletions = reader.Flag("mask_truncated_completions", false, "completions cut at the limit are not learned from"),
            EvalProblems = reader.Integer("eval_problems", 512, "held-out problems measured before and after; 0 is none", min: 0),
            EvalSamples = reader.Integer("eval_samples", 4, "completions of each", min: 1),
            MinForcedAccuracy = reader.Number("min_forced_accuracy", 0.5, "refuses training below it; 0 is off", min: 0, max: 1),
            Loss = ReadLoss(reader),
            Optimizer = OptimizerConfig.Read(reader, 1e-6),
            Schedule = ScheduleConfig.Read(reader),
            Lora = LoraRecipeKeys.Read(reader),
            Quantize = QuantizeConfig.Read(reader),
            Run = RunConfig.Read(reader),
        };
        config.Quantize.Require(reader, config.Lora);
        reader.Finish();
        Check(reader, config);
        return config;
    }

    private static void Check(RecipeReader reader, RlConfig config)
    {
        int updates = config.StepsPerGeneration * config.NumIterations;
        if (config.Run.MaxSteps % updates != 0)
            throw reader.Error("max_steps", $"{config.Run.MaxSteps} is no multiple of steps_per_generation x num_iterations = {updates}: a run ends, and is resumed, between generations");
        if (config.Loss.LossType == PolicyLossKind.Luspo && config.Loss.ImportanceSamplingLevel != ImportanceSamplingLevel.Sequence)
            throw reader.Error("importance_sampling_level", "luspo is defined with sequence ratios; set it to sequence");
    }

    private static PolicyLossOptions ReadLoss(RecipeReader reader) => new()
    {
        LossType = reader.Choice("loss_type", PolicyLossKind.Dapo, "policy loss",
            ("dapo", PolicyLossKind.Dapo), ("grpo", PolicyLossKind.Grpo), ("dr_grpo", PolicyLossKind.DrGrpo), ("bnpo", PolicyLossKind.Bnpo),
            ("cispo", PolicyLossKind.Cispo), ("luspo", PolicyLossKind.Luspo), ("sapo", PolicyLossKind.Sapo), ("vespo", PolicyLossKind.Vespo)),
        ImportanceSamplingLevel = reader.Choice("importance_sampling_level", ImportanceSamplingLevel.Token, "one ratio a token or a sequence (GSPO)",
            ("token", ImportanceSamplingLevel.Token), ("sequence", ImportanceSamplingLevel.Sequence)),
        MaxCompletionLength = reader.Integer("max_completion_length", 512, "tokens of a completion", min: 1),
        Beta = reader.Number("beta", 0.0, "weight of the divergence from the reference; 0 needs no reference", min: 0),
        UseBiasCorrectionKl = reader.Flag("use_bias_correction_kl", false, "the divergence is multiplied by the ratio"),
        Epsilon = reader.Number("epsilon", 0.2, "clip below, 1 - epsilon", min: 0),
        EpsilonHigh = reader.OptionalNumber("epsilon_high", "clip above, 1 + epsilon_high; with cispo the bound itself (5.0); null is epsilon", min: 0),
        Delta = reader.OptionalNumber("delta", "upper bound of the unclipped ratio; null is none", min: 0),
        OffPolicyMaskThreshold = reader.OptionalNumber("off_policy_mask_threshold", "drops rows with negative advantage that moved further; null is off"),
        TopEntropyQuantile = reader.Number("top_entropy_quantile", 1.0, "share of tokens, by entropy, that are learned from", min: 1e-6, max: 1),
        EntropyCoef = reader.Number("entropy_coef", 0.0, "weight of the entropy bonus"),
        SapoTemperaturePos = reader.Number("sapo_temperature_pos", 1.0, "sapo's gate, positive advantages", min: 1e-6),
        SapoTemperatureNeg = reader.Number("sapo_temperature_neg", 1.05, "sapo's gate, other advantages", min: 1e-6),
        VespoKPos = reader.Number("vespo_k_pos", 2.0, "vespo's exponent, advantages not negative", min: 0),
        VespoLambdaPos = reader.Number("vespo_lambda_pos", 3.0, "vespo's decay, advantages not negative", min: 0),
        VespoKNeg = reader.Number("vespo_k_neg", 3.0, "vespo's exponent, negative advantages", min: 0),
        VespoLambdaNeg = reader.Number("vespo_lambda_neg", 2.0, "vespo's decay, negative advantages", min: 0),
    };

    private static RewardConfig ReadReward(RecipeReader reader)
    {
        string? name = reader.Text("name", null, "a built-in reward");
        string? script = reader.Text("script", null, "a script beside the recipe");
        if (!reader.DescribesOnly && name is null == script is null) throw reader.Error("name", "a reward has either a name or a script");
        return new RewardConfig(name, script, reader.Number("weight", 1.0, "its factor in the sum"));
    }
}
