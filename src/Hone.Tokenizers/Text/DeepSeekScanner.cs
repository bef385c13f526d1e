namespace Hone.Tokenizers;

/// <summary>
/// The third pattern of DeepSeek-V3's pre-tokenizer by hand. Numbers and control characters may belong to no match. Source:
/// <c>pre_tokenizer</c> of that model's tokenizer.json.
/// </summary>
internal sealed class DeepSeekScanner : IPatternMatcher
{
    public const string Pattern = @"[!""#$%&'()*+,\-./:;<=>?@\[\\\]^_`{|}~][A-Za-z]+|[^" + "\r\n" + @"\p{L}\p{P}\p{S}]?[\p{L}\p{M}]+| ?[\p{P}\p{S}]+[" + "\r\n" + @"]*|\s*[" + "\r\n" + @"]+|\s+(?!\S)|\s+";

    public void FindMatches(ReadOnlySpan<char> text, List<TextPiece> matches)
    {
        for (int i = 0; i < text.Length;)
        {
            CharClass c = CharClasses.At(text, i, out int length);
            int end = MatchAt(text, i, c, length);
            if (end > 0) matches.Add(new TextPiece(i, end));
            i = end > 0 ? end : i + length;
        }
    }

    private static int MatchAt(ReadOnlySpan<char> text, int i, CharClass c, int length)
    {
        if (text[i] is > ' ' and < '\u007F' && !char.IsAsciiLetterOrDigit(text[i]))
        {
            int letters = i + 1;
            while (letters < text.Length && char.IsAsciiLetter(text[letters])) letters++;
            if (letters > i + 1) return letters;
        }
        if ((c & (CharClass.Newline | CharClass.Letter | CharClass.PunctuationOrSymbol)) == 0)
        {
            int word = CharClasses.RunOf(text, i + length, CharClass.Letter | CharClass.Mark);
            if (word > i + length) return word;
        }
        if ((c & (CharClass.Letter | CharClass.Mark)) != 0) return CharClasses.RunOf(text, i, CharClass.Letter | CharClass.Mark);

        int j = text[i] == ' ' ? i + 1 : i;
        int other = CharClasses.RunOf(text, j, CharClass.PunctuationOrSymbol);
        if (other > j) return CharClasses.RunOf(text, other, CharClass.Newline);
        return ScannerParts.LinesOrSpaces(text, i);
    }
}
