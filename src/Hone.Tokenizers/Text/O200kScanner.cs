namespace Hone.Tokenizers;

/// <summary>
/// The pattern of o200k (gpt-oss) by hand: words are split where lower case turns to upper case. Every character belongs to
/// a match. Source: <c>pre_tokenizer</c> of gpt-oss's tokenizer.json.
/// </summary>
internal sealed class O200kScanner : IPatternMatcher
{
    public const string Pattern = @"[^\r\n\p{L}\p{N}]?[\p{Lu}\p{Lt}\p{Lm}\p{Lo}\p{M}]*[\p{Ll}\p{Lm}\p{Lo}\p{M}]+(?i:'s|'t|'re|'ve|'m|'ll|'d)?|[^\r\n\p{L}\p{N}]?[\p{Lu}\p{Lt}\p{Lm}\p{Lo}\p{M}]+[\p{Ll}\p{Lm}\p{Lo}\p{M}]*(?i:'s|'t|'re|'ve|'m|'ll|'d)?|\p{N}{1,3}| ?[^\s\p{L}\p{N}]+[\r\n/]*|\s*[\r\n]+|\s+(?!\S)|\s+";

    public void FindMatches(ReadOnlySpan<char> text, List<TextPiece> matches)
    {
        for (int i = 0; i < text.Length;)
        {
            int end = MatchAt(text, i);
            matches.Add(new TextPiece(i, end));
            i = end;
        }
    }

    private static int MatchAt(ReadOnlySpan<char> text, int i)
    {
        CharClass c = CharClasses.At(text, i, out int length);
        bool mayLead = (c & (CharClass.Newline | CharClass.Letter | CharClass.Number)) == 0;

        // The engine tries each alternative with the leading character first and then, where that fails, without it.
        int word = mayLead ? EndsLower(text, i + length) : -1;
        if (word < 0) word = EndsLower(text, i);
        if (word < 0 && mayLead) word = AllUpper(text, i + length);
        if (word < 0) word = AllUpper(text, i);
        if (word > 0)
        {
            int contraction = word < text.Length ? ScannerParts.Contraction(text, word, ignoreCase: true) : -1;
            return contraction > 0 ? contraction : word;
        }

        if ((c & CharClass.Number) != 0) return ScannerParts.Digits(text, i, 3);
        int j = text[i] == ' ' ? i + 1 : i;
        int other = CharClasses.RunOfNot(text, j, CharClass.Letter | CharClass.Number | CharClass.Space);
        if (other > j)
        {
            while (other < text.Length && text[other] is '\r' or '\n' or '/') other++;
            return other;
        }
        return ScannerParts.LinesOrSpaces(text, i);
    }

    /// <summary>
    /// <c>U*L+</c>, where the sets share caseless letters and marks: if no L follows the run of U, the run gives back
    /// characters until one of them is an L, which is then the last of the match.
    /// </summary>
    private static int EndsLower(ReadOnlySpan<char> text, int i)
    {
        int lastShared = -1;
        int j = i;
        while (j < text.Length)
        {
            CharClass c = CharClasses.At(text, j, out int length);
            if ((c & CharClass.UpperLike) == 0) break;
            j += length;
            if ((c & CharClass.LowerLike) != 0) lastShared = j;
        }
        int end = CharClasses.RunOf(text, j, CharClass.LowerLike);
        return end > j ? end : lastShared;
    }

    private static int AllUpper(ReadOnlySpan<char> text, int i)
    {
        int end = CharClasses.RunOf(text, i, CharClass.UpperLike);
        return end > i ? end : -1;
    }
}
