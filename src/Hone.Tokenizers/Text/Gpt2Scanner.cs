namespace Hone.Tokenizers;

/// <summary>
/// The pattern of GPT-2 by hand:
/// <c>'s|'t|'re|'ve|'m|'ll|'d| ?\p{L}+| ?\p{N}+| ?[^\s\p{L}\p{N}]+|\s+(?!\S)|\s+</c> (openai/gpt-2, <c>src/encoder.py</c>).
/// Every character belongs to a match.
/// </summary>
internal sealed class Gpt2Scanner : IPatternMatcher
{
    public const string Pattern = @"'s|'t|'re|'ve|'m|'ll|'d| ?\p{L}+| ?\p{N}+| ?[^\s\p{L}\p{N}]+|\s+(?!\S)|\s+";

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
        int contraction = ScannerParts.Contraction(text, i, ignoreCase: false);
        if (contraction > 0) return contraction;

        int j = text[i] == ' ' ? i + 1 : i;
        if (j < text.Length)
        {
            CharClass c = CharClasses.At(text, j, out int length);
            if ((c & CharClass.Letter) != 0) return CharClasses.RunOf(text, j + length, CharClass.Letter);
            if ((c & CharClass.Number) != 0) return CharClasses.RunOf(text, j + length, CharClass.Number);
            if ((c & CharClass.Space) == 0)
                return CharClasses.RunOfNot(text, j + length, CharClass.Letter | CharClass.Number | CharClass.Space);
        }
        return ScannerParts.Spaces(text, i);
    }
}
