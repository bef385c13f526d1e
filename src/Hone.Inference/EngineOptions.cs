namespace Hone.Inference;

/// <summary>Limits of an <see cref="InferenceEngine"/>. None of them changes a drawn token.</summary>
public sealed record EngineOptions
{
    /// <summary>Sequences that grow at the same time; a request for more continuations runs alone. Default 256.</summary>
    public int MaximumSequences { get; init; } = 256;

    /// <summary>Prompt tokens read in one step at most. Default 2048.</summary>
    public int PrefillTokens { get; init; } = 2048;

    /// <summary>Key/value pages of 32 tokens at most; 0, the default, means no limit.</summary>
    public int MaximumPages { get; init; }
}
