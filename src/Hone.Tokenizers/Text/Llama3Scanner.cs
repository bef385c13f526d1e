namespace Hone.Tokenizers;

/// <summary>
/// The pattern of cl100k and Llama 3, and with single digits that of Qwen2 and Qwen3, by hand. Every character belongs to a
/// match. Source: <c>pre_tokenizer</c> of those models' tokenizer.json.
/// </summary>
internal sealed class Llama3Scanner(int maxDigits) : IPatternMatcher
{
    public const string ThreeDigitPattern = @"(?i:'s|'t|'re|'ve|'m|'ll|'d)|[^\r\n\p{L}\p{N}]?\p{L}+|\p{N}{1,3}| ?[^\s\p{L}\p{N}]+[\r\n]*|\s*[\r\n]+|\s+(?!\S)|\s+";
    public const string OneDigitPattern = @"(?i:'s|'t|'re|'ve|'m|'ll|'d)|[^\r\n\p{L}\p{N}]?\p{L}+|\p{N}| ?[^\s\p{L}\p{N}]+[\r\n]*|\s*[\r\n]+|\s+(?!\S)|\s+";

    public void FindMatches(ReadOnlySpan<char> text, List<TextPiece> matches)
    {
        for (int i = 0; i < text.Length;)
        {
            int end = MatchAt(text, i);
            matches.Add(new TextPiece(i, end));
            i = end;
        }
    }

    private int MatchAt(ReadOnlySpan<char> text, int i)
    {
        int contraction = ScannerParts.Contraction(text, i, ignoreCase: true);
        if (contraction > 0) return contraction;

        CharClass c = CharClasses.At(text, i, out int length);
        if ((c & CharClass.Letter) != 0) return CharClasses.RunOf(text, i + length, CharClass.Letter);
        if ((c & CharClass.Number) != 0) return ScannerParts.Digits(text, i, maxDigits);
        if ((c & CharClass.Newline) == 0)
        {
            int letters = CharClasses.RunOf(text, i + length, CharClass.Letter);
            if (letters > i + length) return letters;
        }

        int j = text[i] == ' ' ? i + 1 : i;
        int other = CharClasses.RunOfNot(text, j, CharClass.Letter | CharClass.Number | CharClass.Space);
        if (other > j) return CharClasses.RunOf(text, other, CharClass.Newline);
        return ScannerParts.LinesOrSpaces(text, i);
    }
}
