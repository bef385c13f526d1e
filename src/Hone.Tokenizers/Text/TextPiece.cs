namespace Hone.Tokenizers;

/// <summary>A stretch of a text, in UTF-16 units: <paramref name="Start"/> inclusive, <paramref name="End"/> exclusive.</summary>
internal readonly record struct TextPiece(int Start, int End);
