using System.Globalization;
using System.Text;

namespace Hone.Tokenizers;

/// <summary>Questions about code points that several components ask; all of Unicode, without a culture.</summary>
internal static class CodePoints
{
    /// <summary>The simple lower case; surrogates are returned as they are.</summary>
    public static int ToLower(int codePoint) => Rune.TryCreate(codePoint, out Rune rune) ? Rune.ToLowerInvariant(rune).Value : codePoint;

    /// <summary>The simple upper case; surrogates are returned as they are.</summary>
    public static int ToUpper(int codePoint) => Rune.TryCreate(codePoint, out Rune rune) ? Rune.ToUpperInvariant(rune).Value : codePoint;

    /// <summary>The property White_Space.</summary>
    public static bool IsSpace(int codePoint) => codePoint <= 0xFFFF && char.IsWhiteSpace((char)codePoint);

    /// <summary>Any number: Nd, Nl or No.</summary>
    public static bool IsNumber(int codePoint) => CharUnicodeInfo.GetUnicodeCategory(codePoint)
        is UnicodeCategory.DecimalDigitNumber or UnicodeCategory.LetterNumber or UnicodeCategory.OtherNumber;

    /// <summary>A combining mark: Mn, Mc or Me.</summary>
    public static bool IsMark(int codePoint) => CharUnicodeInfo.GetUnicodeCategory(codePoint)
        is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark;

    /// <summary>Punctuation of Unicode, or any ASCII character that is neither letter, digit, space nor control.</summary>
    public static bool IsPunctuation(int codePoint)
    {
        if (codePoint < 0x80) return codePoint is >= 0x21 and <= 0x7E && !char.IsAsciiLetterOrDigit((char)codePoint);
        return CharUnicodeInfo.GetUnicodeCategory(codePoint) is >= UnicodeCategory.ConnectorPunctuation and <= UnicodeCategory.OtherPunctuation;
    }

    /// <summary>Returns the code point at <paramref name="index"/> and its length in UTF-16 units; a lone surrogate is itself.</summary>
    public static int At(ReadOnlySpan<char> text, int index, out int length)
    {
        char c = text[index];
        if (char.IsHighSurrogate(c) && index + 1 < text.Length && char.IsLowSurrogate(text[index + 1]))
        {
            length = 2;
            return char.ConvertToUtf32(c, text[index + 1]);
        }
        length = 1;
        return c;
    }

    /// <summary>Returns where the code point that ends before <paramref name="index"/> begins.</summary>
    public static int Before(ReadOnlySpan<char> text, int index) =>
        index >= 2 && char.IsLowSurrogate(text[index - 1]) && char.IsHighSurrogate(text[index - 2]) ? index - 2 : index - 1;
}
