namespace Hone.Tokenizers;

/// <summary>What a chat template wrote.</summary>
/// <param name="Text">The whole text.</param>
/// <param name="Generated">
/// Stretches inside generation blocks, in UTF-16 units, the end exclusive, ascending: what an assistant wrote. Empty where the
/// template has no such blocks.
/// </param>
public sealed record RenderedChat(string Text, IReadOnlyList<(int Start, int End)> Generated);
