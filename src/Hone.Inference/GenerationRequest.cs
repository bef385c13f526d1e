namespace Hone.Inference;

/// <summary>One prompt and how many continuations of it are wanted. They share one prefill.</summary>
public sealed record GenerationRequest
{
    /// <summary>Ids of the prompt; at least one.</summary>
    public required IReadOnlyList<int> PromptIds { get; init; }

    /// <summary>Continuations, 1 or more. Default 1.</summary>
    public int Count { get; init; } = 1;

    /// <summary>New tokens at most, a stop token included. Default 512.</summary>
    public int MaximumNewTokens { get; init; } = 512;

    /// <summary>Ids that end a continuation. Default none.</summary>
    public IReadOnlyCollection<int> StopTokenIds { get; init; } = [];

    /// <summary>How tokens are drawn.</summary>
    public SamplingOptions Sampling { get; init; } = new();

    /// <summary>Slot of the model's <see cref="Hone.Models.AdapterBank"/> that reads the prompt and continues it; 0, the default, is the base alone.</summary>
    public int AdapterSlot { get; init; }

    /// <summary>
    /// Whether a sequence keeps its keys and values when it ends, so that <see cref="InferenceEngine.SubmitAfter"/> goes on from
    /// them; they take memory until then, or until <see cref="InferenceEngine.Release"/>. A cancelled one keeps nothing. Default
    /// false.
    /// </summary>
    public bool KeepState { get; init; }

    /// <summary>Identity of the prompt in the random stream; equal ids and seeds give equal continuations. Default 0.</summary>
    public ulong PromptId { get; init; }

    /// <summary>Sample index of the first continuation in the random stream; the others follow. Default 0.</summary>
    public int FirstSampleIndex { get; init; }
}
