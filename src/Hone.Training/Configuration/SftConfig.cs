using Hone.Models;
using Hone.Tokenizers;

namespace Hone.Training.Configuration;

/// <summary>A recipe with <c>recipe: sft</c>: supervised fine-tuning on texts, conversations or prompts with completions. Names and defaults as in TRL's SFTConfig.</summary>
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

    /// <summary><c>quantize</c>: as what the frozen base of an adapter is held; as its file has it by default.</summary>
    public QuantizeConfig Quantize { get; init; } = QuantizeConfig.AsFile;

    /// <summary><c>model</c>: a model folder, or a .gguf file. Required.</summary>
    public required string Model { get; init; }

    /// <summary><c>data</c>: a JSONL file (text, messages, or prompt + completion). Required.</summary>
    public required string Data { get; init; }

    /// <summary><c>eval_data</c>: the same for evaluation; null is none.</summary>
    public string? EvalData { get; init; }

    /// <summary><c>max_length</c>: tokens of an example, more are cut; default 1024.</summary>
    public int MaxLength { get; init; } = 1024;

    /// <summary><c>batch_size</c>: examples of an optimizer step; default 8.</summary>
    public int BatchSize { get; init; } = 8;

    /// <summary><c>completion_only_loss</c>: only completions are learned; null, the default, where the data has prompts with completions.</summary>
    public bool? CompletionOnlyLoss { get; init; }

    /// <summary>
    /// <c>assistant_only_loss</c>: of conversations only the assistant's turns are learned (true, the default), all of them (false), or
    /// the last turn (last), for templates that write earlier turns differently once later ones are there. TRL's default is false.
    /// </summary>
    public ChatMask AssistantOnlyLoss { get; init; } = ChatMask.AllAssistantTurns;

    /// <summary><c>packing</c>: batch_size counts packs of up to max_length tokens, each of whole examples that do not see each other, instead of examples; default false.</summary>
    public bool Packing { get; init; }

    /// <summary>Reads a whole recipe; unknown keys are refused.</summary>
    /// <exception cref="RecipeException">A key is unknown or missing, or a value does not fit.</exception>
    public static SftConfig Read(RecipeReader reader)
    {
        RecipeKind.Sft.Expect(reader);
        var config = new SftConfig
        {
            Model = reader.RequiredText("model", "model folder or .gguf file"),
            Data = reader.RequiredText("data", "JSONL: text, messages, or prompt + completion"),
            EvalData = reader.Text("eval_data", null, "the same for evaluation"),
            MaxLength = reader.Integer("max_length", 1024, "tokens of an example", min: 2),
            BatchSize = reader.Integer("batch_size", 8, "examples of an optimizer step", min: 1),
            CompletionOnlyLoss = reader.Choice("completion_only_loss", (bool?)null, "only completions are learned; null where the data has prompts",
                ("true", (bool?)true), ("false", (bool?)false), ("null", (bool?)null)),
            AssistantOnlyLoss = reader.Choice("assistant_only_loss", ChatMask.AllAssistantTurns, "of conversations the assistant's turns are learned, or the last one",
                ("true", ChatMask.AllAssistantTurns), ("false", ChatMask.None), ("last", ChatMask.LastAssistantTurn)),
            Packing = reader.Flag("packing", false, "batch_size counts packs of examples, up to max_length tokens each"),
            Optimizer = OptimizerConfig.Read(reader, 2e-5),
            Schedule = ScheduleConfig.Read(reader),
            Lora = LoraRecipeKeys.Read(reader),
            Quantize = QuantizeConfig.Read(reader),
            Run = RunConfig.Read(reader),
        };
        config.Quantize.Require(reader, config.Lora);
        reader.Finish();
        return config;
    }
}
