using System.Text;

namespace Hone.Tokenizers;

/// <summary>One step of changing a text before it is cut into pieces. Immutable. A text holds no lone surrogate.</summary>
internal abstract class Normalizer
{
    public abstract string Normalize(string text);
}

/// <summary>Steps one after the other.</summary>
internal sealed class NormalizerSequence(Normalizer[] steps) : Normalizer
{
    public override string Normalize(string text)
    {
        foreach (Normalizer step in steps) text = step.Normalize(text);
        return text;
    }
}

/// <summary>A Unicode normal form (NFC, NFD, NFKC, NFKD).</summary>
internal sealed class FormNormalizer(NormalizationForm form) : Normalizer
{
    public override string Normalize(string text)
    {
        ReadOnlySpan<char> result = UnicodeNormalizer.Normalize(text, form);
        return result.Overlaps(text) && result.Length == text.Length ? text : result.ToString();
    }
}

/// <summary>Lower case, each code point by itself: there is no final sigma.</summary>
internal sealed class LowercaseNormalizer : Normalizer
{
    public override string Normalize(string text) => Lower(text);

    public static string Lower(string text)
    {
        if (Ascii.IsValid(text)) return text.ToLowerInvariant();
        var result = new StringBuilder(text.Length);
        Span<char> units = stackalloc char[2];
        foreach (Rune rune in text.EnumerateRunes())
        {
            switch (rune.Value)
            {
                // The only letter whose lower case is two characters.
                case 0x130: result.Append("i\u0307"); break;
                case 0x212A: result.Append('k'); break;
                case 0x212B: result.Append('\u00E5'); break;
                case 0x2126: result.Append('\u03C9'); break;
                default: result.Append(units[..Rune.ToLowerInvariant(rune).EncodeToUtf16(units)]); break;
            }
        }
        return result.ToString();
    }
}

/// <summary>Takes white space off the ends.</summary>
internal sealed class StripNormalizer(bool left, bool right) : Normalizer
{
    public override string Normalize(string text)
    {
        if (left) text = text.TrimStart();
        return right ? text.TrimEnd() : text;
    }
}

/// <summary>Drops combining marks (all of them, as <c>is_combining_mark</c> of the unicode-normalization crate).</summary>
internal sealed class StripAccentsNormalizer : Normalizer
{
    public override string Normalize(string text) => RuneFilter.Keep(text, static c => !CodePoints.IsMark(c));
}

/// <summary>Puts a string before the text; an empty text stays empty.</summary>
internal sealed class PrependNormalizer(string prefix) : Normalizer
{
    public override string Normalize(string text) => text.Length == 0 ? text : prefix + text;
}

/// <summary>Puts a string in the place of each match.</summary>
internal sealed class ReplaceNormalizer(IPatternMatcher matcher, string content) : Normalizer
{
    public override string Normalize(string text) => Replace(matcher, text, content);

    public static string Replace(IPatternMatcher matcher, string text, string content)
    {
        var matches = new List<TextPiece>();
        matcher.FindMatches(text, matches);
        if (matches.Count == 0) return text;
        var result = new StringBuilder(text.Length);
        int at = 0;
        foreach (TextPiece match in matches)
        {
            result.Append(text, at, match.Start - at).Append(content);
            at = match.End;
        }
        return result.Append(text, at, text.Length - at).ToString();
    }
}

/// <summary>The characters of the byte-level alphabet for the text's UTF-8 bytes.</summary>
internal sealed class ByteLevelNormalizer : Normalizer
{
    public override string Normalize(string text) => ByteLevelAlphabet.Spell(Encoding.UTF8.GetBytes(text));
}

/// <summary>Control characters and odd white space, as the normalization of machine translation has it (<c>Nmt</c>).</summary>
internal sealed class NmtNormalizer : Normalizer
{
    public override string Normalize(string text)
    {
        var result = new StringBuilder(text.Length);
        foreach (char c in text)
        {
            if (c is >= '\u0001' and <= '\u0008' or '\u000B' or >= '\u000E' and <= '\u001F' or '\u007F' or '\u008F' or '\u009F') continue;
            result.Append(c is '\t' or '\n' or '\f' or '\r' or '\u1680' or >= '\u200B' and <= '\u200F' or '\u2028' or '\u2029' or '\u2581' or '\uFEFF' or '\uFFFD' ? ' ' : c);
        }
        return result.ToString();
    }
}

/// <summary>Keeps the code points of a text that pass a test.</summary>
internal static class RuneFilter
{
    public static string Keep(string text, Func<int, bool> keep)
    {
        var result = new StringBuilder(text.Length);
        for (int i = 0; i < text.Length;)
        {
            int c = CodePoints.At(text, i, out int length);
            if (keep(c)) result.Append(text, i, length);
            i += length;
        }
        return result.Length == text.Length ? text : result.ToString();
    }
}
