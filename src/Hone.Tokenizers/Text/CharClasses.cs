using System.Globalization;

namespace Hone.Tokenizers;

/// <summary>What the splitting patterns of tokenizers ask about a code point.</summary>
[Flags]
internal enum CharClass : byte
{
    None = 0,

    /// <summary><c>\p{L}</c></summary>
    Letter = 1,

    /// <summary><c>\p{N}</c></summary>
    Number = 2,

    /// <summary><c>\s</c>: the property White_Space</summary>
    Space = 4,

    /// <summary><c>[\r\n]</c></summary>
    Newline = 8,

    /// <summary><c>\p{M}</c></summary>
    Mark = 16,

    /// <summary><c>[\p{Lu}\p{Lt}\p{Lm}\p{Lo}\p{M}]</c></summary>
    UpperLike = 32,

    /// <summary><c>[\p{Ll}\p{Lm}\p{Lo}\p{M}]</c></summary>
    LowerLike = 64,

    /// <summary><c>[\p{P}\p{S}]</c></summary>
    PunctuationOrSymbol = 128,
}

/// <summary>Looks up <see cref="CharClass"/> by code point. White space lies in the basic plane: one UTF-16 unit each.</summary>
internal static class CharClasses
{
    private static readonly CharClass[] BasicPlane = MakeBasicPlane();

    /// <summary>Returns the class of the code point at <paramref name="index"/> and its length in UTF-16 units.</summary>
    public static CharClass At(ReadOnlySpan<char> text, int index, out int length)
    {
        char c = text[index];
        if (char.IsHighSurrogate(c) && index + 1 < text.Length && char.IsLowSurrogate(text[index + 1]))
        {
            length = 2;
            return Classify(CharUnicodeInfo.GetUnicodeCategory(char.ConvertToUtf32(c, text[index + 1])));
        }
        length = 1;
        return BasicPlane[c];
    }

    /// <summary>Returns the end of the longest run from <paramref name="index"/> whose code points have any of the classes.</summary>
    public static int RunOf(ReadOnlySpan<char> text, int index, CharClass any)
    {
        while (index < text.Length && (At(text, index, out int length) & any) != 0) index += length;
        return index;
    }

    /// <summary>Returns the end of the longest run from <paramref name="index"/> whose code points have none of the classes.</summary>
    public static int RunOfNot(ReadOnlySpan<char> text, int index, CharClass none)
    {
        while (index < text.Length && (At(text, index, out int length) & none) == 0) index += length;
        return index;
    }

    /// <summary>Whether the code point is a word character (<c>\w</c>): alphabetic, mark, digit, connector or join control.</summary>
    public static bool IsWord(int codePoint) => CharUnicodeInfo.GetUnicodeCategory(codePoint) switch
    {
        UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter or UnicodeCategory.TitlecaseLetter
            or UnicodeCategory.ModifierLetter or UnicodeCategory.OtherLetter or UnicodeCategory.NonSpacingMark
            or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark or UnicodeCategory.DecimalDigitNumber
            or UnicodeCategory.LetterNumber or UnicodeCategory.ConnectorPunctuation => true,
        // Letters in circles and squares are alphabetic.
        UnicodeCategory.OtherSymbol => codePoint is >= 0x24B6 and <= 0x24E9 or >= 0x1F130 and <= 0x1F149 or >= 0x1F150 and <= 0x1F169 or >= 0x1F170 and <= 0x1F189,
        _ => false,
    };

    private static CharClass[] MakeBasicPlane()
    {
        var table = new CharClass[0x10000];
        for (int c = 0; c < table.Length; c++)
        {
            table[c] = Classify(char.GetUnicodeCategory((char)c));
            if (char.IsWhiteSpace((char)c)) table[c] |= CharClass.Space;
        }
        table['\r'] |= CharClass.Newline;
        table['\n'] |= CharClass.Newline;
        return table;
    }

    private static CharClass Classify(UnicodeCategory category) => category switch
    {
        UnicodeCategory.UppercaseLetter or UnicodeCategory.TitlecaseLetter => CharClass.Letter | CharClass.UpperLike,
        UnicodeCategory.LowercaseLetter => CharClass.Letter | CharClass.LowerLike,
        UnicodeCategory.ModifierLetter or UnicodeCategory.OtherLetter => CharClass.Letter | CharClass.UpperLike | CharClass.LowerLike,
        UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark
            => CharClass.Mark | CharClass.UpperLike | CharClass.LowerLike,
        UnicodeCategory.DecimalDigitNumber or UnicodeCategory.LetterNumber or UnicodeCategory.OtherNumber => CharClass.Number,
        >= UnicodeCategory.ConnectorPunctuation and <= UnicodeCategory.OtherSymbol => CharClass.PunctuationOrSymbol,
        _ => CharClass.None,
    };
}
