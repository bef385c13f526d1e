namespace Hone.Tokenizers;

/// <summary><c>\p{N}{1,max}</c> by hand: numbers in groups of at most <paramref name="max"/> code points.</summary>
internal sealed class DigitRunScanner(int max) : IPatternMatcher
{
    public void FindMatches(ReadOnlySpan<char> text, List<TextPiece> matches)
    {
        for (int i = 0; i < text.Length;)
        {
            i = CharClasses.RunOfNot(text, i, CharClass.Number);
            if (i == text.Length) return;
            int end = ScannerParts.Digits(text, i, max);
            matches.Add(new TextPiece(i, end));
            i = end;
        }
    }
}
