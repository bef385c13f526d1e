using Hone.Inference;

namespace Hone.Evaluation.Running;

/// <summary>How an evaluation samples.</summary>
public sealed record EvalOptions
{
    /// <summary>Problems of the task's test side, from its beginning; 0, the default, takes all.</summary>
    public int Problems { get; init; }

    /// <summary>Completions of each problem. Default 1.</summary>
    public int Samples { get; init; } = 1;

    /// <summary>Tokens of a completion at most. Default 512.</summary>
    public int MaximumNewTokens { get; init; } = 512;

    /// <summary>How tokens are drawn; its seed is the evaluation's.</summary>
    public SamplingOptions Sampling { get; init; } = new();

    /// <summary>Prompts to ids; null, the default, gives them as texts to continue.</summary>
    public PromptEncoder? Prompts { get; init; }

    /// <summary>Slot of the model's adapters that answers; 0, the default, is the base alone.</summary>
    public int AdapterSlot { get; init; }

    /// <summary>Whether the prompts are those that force the work to be shown (<see cref="Tasks.TaskExample.ForcedPrompt"/>). Default false.</summary>
    public bool ForcedPrompts { get; init; }
}
