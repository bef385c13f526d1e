using Hone.Models;

namespace Hone.Training.Configuration;

/// <summary>A recipe with <c>recipe: sft</c>: supervised fine-tuning on texts or prompts with completions. Names and defaults as in TRL's SFTConfig.</summary>
public sealed record SftConfig
{
    /// <summary>Length, output, memory, seed.</summary>
    public required RunConfig Run { get; init; }

    /// <summary>The optimizer; learning_rate 2e-5 by default.</summary>
    public required OptimizerConfig Optimizer { get; init; }

    /// <summary>The learning-rate schedule.</summary>
    public required ScheduleConfig Schedule { get; init; }

    /// <summary>The adapter that is trained instead of the weights (<c>use_peft</c>, <c>lora_*</c>); null, the default, trains the weights.</summary>
    public LoraConfig? Lora { get; init; }

    /// <summary><c>model</c>: a model folder. Required.</summary>
    public required string Model { get; init; }

    /// <summary><c>data</c>: a JSONL file (text, or prompt + completion). Required.</summary>
    public required string Data { get; init; }

    /// <summary><c>eval_data</c>: the same for evaluation; null is none.</summary>
    public string? EvalData { get; init; }

    /// <summary><c>max_length</c>: tokens of an example, more are cut; default 1024.</summary>
    public int MaxLength { get; init; } = 1024;

    /// <summary><c>batch_size</c>: examples of an optimizer step; default 8.</summary>
    public int BatchSize { get; init; } = 8;

    /// <summary><c>completion_only_loss</c>: only completions are learned; null, the default, where the data has prompts with completions.</summary>
    public bool? CompletionOnlyLoss { get; init; }

    /// <summary>Reads a whole recipe; unknown keys are refused.</summary>
    /// <exception cref="RecipeException">A key is unknown or missing, or a value does not fit.</exception>
    public static SftConfig Read(RecipeReader reader)
    {
        RecipeKind.Sft.Expect(reader);
        var config = new SftConfig
        {
            Model = reader.RequiredText("model", "model folder"),
            Data = reader.RequiredText("data", "JSONL: text, or prompt + completion"),
            EvalData = reader.Text("eval_data", null, "the same for evaluation"),
            MaxLength = reader.Integer("max_length", 1024, "tokens of an example", min: 2),
            BatchSize = reader.Integer("batch_size", 8, "examples of an optimizer step", min: 1),
            CompletionOnlyLoss = reader.Choice("completion_only_loss", (bool?)null, "only completions are learned; null where the data has prompts",
                ("true", (bool?)true), ("false", (bool?)false), ("null", (bool?)null)),
            Optimizer = OptimizerConfig.Read(reader, 2e-5),
            Schedule = ScheduleConfig.Read(reader),
            Lora = LoraRecipeKeys.Read(reader),
            Run = RunConfig.Read(reader),
        };
        reader.Finish();
        return config;
    }
}
