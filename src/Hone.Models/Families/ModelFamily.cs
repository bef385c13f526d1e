namespace Hone.Models;

/// <summary>
/// What distinguishes a published family where its config.json is silent. Data only: the forward pass is the one
/// Transformer's.
/// </summary>
public sealed record ModelFamily
{
    /// <summary>The value of model_type.</summary>
    public required string ModelType { get; init; }

    /// <summary>The class name in "architectures".</summary>
    public required string Architecture { get; init; }

    /// <summary>Whether queries and keys are normalised per head.</summary>
    public bool QkNorm { get; init; }

    /// <summary>Head width when the file names none; null means width / heads.</summary>
    public int? DefaultHeadDim { get; init; }

    /// <summary>Key/value heads when the file does not have the key; null means as many as query heads.</summary>
    public int? DefaultKeyValueHeads { get; init; }

    /// <summary>Context length when the file names none, in tokens.</summary>
    public required int DefaultContextLength { get; init; }

    /// <summary>Id that begins a text when the file does not have the key.</summary>
    public int? DefaultBosTokenId { get; init; }

    /// <summary>Id that ends a text when the file does not have the key.</summary>
    public int? DefaultEosTokenId { get; init; }

    /// <summary>Whether the feed-forward layers may have biases ("mlp_bias").</summary>
    public bool HasFeedForwardBias { get; init; }

    /// <summary>Whether layers may have windows ("use_sliding_window", "layer_types").</summary>
    public bool HasWindows { get; init; }

    /// <summary>From the Transformer's names to the checkpoint's.</summary>
    public WeightNameMap Names { get; init; } = WeightNameMap.Identity;
}
