namespace Hone.Tokenizers;

/// <summary>Alternatives that the hand-written scanners share. Each returns the end of its match, or -1.</summary>
internal static class ScannerParts
{
    /// <summary>
    /// <c>'s|'t|'re|'ve|'m|'ll|'d</c>. Ignoring case follows Unicode case folding, as the reference engines do: the long s
    /// (U+017F) is an s.
    /// </summary>
    public static int Contraction(ReadOnlySpan<char> text, int i, bool ignoreCase)
    {
        if (text[i] != '\'' || i + 1 >= text.Length) return -1;
        char a = Fold(text[i + 1], ignoreCase);
        if (a is 's' or 't' or 'm' or 'd') return i + 2;
        if (i + 2 >= text.Length) return -1;
        char b = Fold(text[i + 2], ignoreCase);
        return (a, b) is ('r', 'e') or ('v', 'e') or ('l', 'l') ? i + 3 : -1;
    }

    /// <summary><c>\s+(?!\S)|\s+</c>: white space, but for its last character where something else follows.</summary>
    public static int Spaces(ReadOnlySpan<char> text, int i)
    {
        int end = CharClasses.RunOf(text, i, CharClass.Space);
        if (end == i) return -1;
        return end < text.Length && end - i > 1 ? end - 1 : end;
    }

    /// <summary><c>\s*[\r\n]+|\s+(?!\S)|\s+</c>: white space up to its last line break, else as <see cref="Spaces"/>.</summary>
    public static int LinesOrSpaces(ReadOnlySpan<char> text, int i)
    {
        int end = CharClasses.RunOf(text, i, CharClass.Space);
        if (end == i) return -1;
        int lastBreak = text[i..end].LastIndexOfAny('\r', '\n');
        if (lastBreak >= 0) return i + lastBreak + 1;
        return end < text.Length && end - i > 1 ? end - 1 : end;
    }

    /// <summary><c>\p{N}{1,max}</c></summary>
    public static int Digits(ReadOnlySpan<char> text, int i, int max)
    {
        int end = i;
        for (int n = 0; n < max && end < text.Length; n++)
        {
            if ((CharClasses.At(text, end, out int length) & CharClass.Number) == 0) break;
            end += length;
        }
        return end == i ? -1 : end;
    }

    private static char Fold(char c, bool ignoreCase)
    {
        if (!ignoreCase) return c;
        return c == '\u017F' ? 's' : char.IsAsciiLetterUpper(c) ? (char)(c | 0x20) : c;
    }
}
