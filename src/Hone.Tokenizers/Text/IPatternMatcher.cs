namespace Hone.Tokenizers;

/// <summary>Finds all matches of a splitting pattern in a text.</summary>
internal interface IPatternMatcher
{
    /// <summary>Appends the matches, from left to right and without overlap. The text holds no lone surrogate.</summary>
    void FindMatches(ReadOnlySpan<char> text, List<TextPiece> matches);
}
