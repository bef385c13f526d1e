namespace Hone.Models;

/// <summary>What a model's configuration is told from: metadata, and of some tensors shape or numbers. A file, or one that is about to be written.</summary>
/// <param name="Metadata">Keys and values.</param>
/// <param name="ShapeOf">The shape of a tensor, outermost axis first; null if there is none of that name.</param>
/// <param name="Read">The numbers of a small tensor that is there.</param>
internal sealed record GgufContent(GgufMetadata Metadata, Func<string, IReadOnlyList<long>?> ShapeOf, Func<string, float[]> Read);
