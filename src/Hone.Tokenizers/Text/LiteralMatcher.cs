namespace Hone.Tokenizers;

/// <summary>Finds a fixed string, by ordinal comparison.</summary>
internal sealed class LiteralMatcher(string literal) : IPatternMatcher
{
    public void FindMatches(ReadOnlySpan<char> text, List<TextPiece> matches)
    {
        for (int i = 0; ;)
        {
            int at = text[i..].IndexOf(literal.AsSpan(), StringComparison.Ordinal);
            if (at < 0) return;
            matches.Add(new TextPiece(i + at, i + at + literal.Length));
            i += at + literal.Length;
        }
    }
}
