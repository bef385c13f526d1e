namespace Hone.Tokenizers;

/// <summary>Each code point that passes a test is a match.</summary>
internal sealed class CodePointMatcher(Func<int, bool> test) : IPatternMatcher
{
    public void FindMatches(ReadOnlySpan<char> text, List<TextPiece> matches)
    {
        for (int i = 0; i < text.Length;)
        {
            int c = CodePoints.At(text, i, out int length);
            if (test(c)) matches.Add(new TextPiece(i, i + length));
            i += length;
        }
    }
}

/// <summary><c>\w+|[^\w\s]+</c> by hand.</summary>
internal sealed class WordMatcher : IPatternMatcher
{
    public void FindMatches(ReadOnlySpan<char> text, List<TextPiece> matches)
    {
        int start = 0;
        int kind = -1;
        for (int i = 0; i < text.Length;)
        {
            int c = CodePoints.At(text, i, out int length);
            int now = CharClasses.IsWord(c) || c is 0x200C or 0x200D ? 1 : CodePoints.IsSpace(c) ? 0 : 2;
            if (now != kind)
            {
                if (kind > 0) matches.Add(new TextPiece(start, i));
                (start, kind) = (i, now);
            }
            i += length;
        }
        if (kind > 0) matches.Add(new TextPiece(start, text.Length));
    }
}
