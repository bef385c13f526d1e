using System.Globalization;
using System.Text.RegularExpressions;

namespace Hone.Tokenizers;

/// <summary>
/// Any other pattern, by the .NET engine: without backtracking where the pattern allows it, else with a time limit.
/// </summary>
/// <remarks>
/// Files are written for Oniguruma. Constructs that .NET reads differently are refused, and since .NET matches UTF-16 units,
/// a code point above U+FFFF is shown to it as one unit of the same general category.
/// </remarks>
internal sealed class RegexMatcher : IPatternMatcher
{
    /// <summary>The longest pattern taken, in UTF-16 units.</summary>
    public const int MaxPatternLength = 8192;

    private static readonly TimeSpan TimeLimit = TimeSpan.FromSeconds(2);

    private readonly Regex _regex;

    /// <exception cref="ArgumentException">The pattern is malformed, too long, or uses a construct that is not supported.</exception>
    public RegexMatcher(string pattern)
    {
        Check(pattern);
        // In Oniguruma's default syntax ^ and $ match at line breaks.
        const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.Multiline;
        try
        {
            _regex = new Regex(pattern, Options | RegexOptions.NonBacktracking, TimeLimit);
        }
        catch (NotSupportedException)
        {
            _regex = new Regex(pattern, Options, TimeLimit);
        }
    }

    /// <exception cref="RegexMatchTimeoutException">Matching took longer than the limit.</exception>
    public void FindMatches(ReadOnlySpan<char> text, List<TextPiece> matches)
    {
        if (text.IndexOfAnyInRange('\uD800', '\uDFFF') >= 0)
        {
            FindInSurrogates(text, matches);
            return;
        }
        foreach (ValueMatch match in _regex.EnumerateMatches(text)) matches.Add(new TextPiece(match.Index, match.Index + match.Length));
    }

    private void FindInSurrogates(ReadOnlySpan<char> text, List<TextPiece> matches)
    {
        var shown = new char[text.Length];
        var offsets = new int[text.Length + 1];
        int count = 0;
        for (int i = 0; i < text.Length;)
        {
            offsets[count] = i;
            if (char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
            {
                shown[count++] = StandIn(CharUnicodeInfo.GetUnicodeCategory(char.ConvertToUtf32(text[i], text[i + 1])));
                i += 2;
            }
            else
            {
                shown[count++] = text[i++];
            }
        }
        offsets[count] = text.Length;
        foreach (ValueMatch match in _regex.EnumerateMatches(shown.AsSpan(0, count)))
            matches.Add(new TextPiece(offsets[match.Index], offsets[match.Index + match.Length]));
    }

    /// <summary>Returns a rare character of the category, unlikely to be named by a pattern.</summary>
    private static char StandIn(UnicodeCategory category) => category switch
    {
        UnicodeCategory.UppercaseLetter => '\uA640',
        UnicodeCategory.LowercaseLetter => '\uA641',
        UnicodeCategory.TitlecaseLetter => '\u1F88',
        UnicodeCategory.ModifierLetter => '\uA717',
        UnicodeCategory.OtherLetter => '\uA000',
        UnicodeCategory.NonSpacingMark => '\uA802',
        UnicodeCategory.SpacingCombiningMark => '\uA823',
        UnicodeCategory.EnclosingMark => '\uA670',
        UnicodeCategory.DecimalDigitNumber => '\uA620',
        UnicodeCategory.LetterNumber => '\uA6E6',
        UnicodeCategory.OtherNumber => '\uA830',
        UnicodeCategory.ConnectorPunctuation => '\uFE4D',
        UnicodeCategory.DashPunctuation => '\uFE58',
        UnicodeCategory.OpenPunctuation => '\uFE59',
        UnicodeCategory.ClosePunctuation => '\uFE5A',
        UnicodeCategory.InitialQuotePunctuation => '\u2E02',
        UnicodeCategory.FinalQuotePunctuation => '\u2E03',
        UnicodeCategory.OtherPunctuation => '\uA874',
        UnicodeCategory.MathSymbol => '\uFB29',
        UnicodeCategory.CurrencySymbol => '\uA838',
        UnicodeCategory.ModifierSymbol => '\uA700',
        UnicodeCategory.OtherSymbol => '\uA490',
        UnicodeCategory.Format => '\u206A',
        UnicodeCategory.PrivateUse => '\uF8FE',
        _ => '\uFDD1',
    };

    private static void Check(string pattern)
    {
        if (pattern.Length == 0) throw new ArgumentException("an empty pattern is not supported");
        if (pattern.Length > MaxPatternLength) throw new ArgumentException($"a pattern has at most {MaxPatternLength} characters");
        bool inClass = false;
        for (int i = 0; i < pattern.Length; i++)
        {
            ReadOnlySpan<char> rest = pattern.AsSpan(i);
            if (char.IsSurrogate(pattern[i])) throw Unsupported("a character above U+FFFF");
            if (pattern[i] == '\\')
            {
                if (i + 1 < pattern.Length && pattern[i + 1] is 'G' or 'h' or 'H' or 'R' or 'X' or 'K')
                    throw Unsupported($"\\{pattern[i + 1]}");
                i++;
            }
            else if (inClass)
            {
                if (pattern[i] == '[') throw Unsupported("a class inside a class");
                if (rest.StartsWith("&&")) throw Unsupported("&& in a class");
                if (pattern[i] == ']') inClass = false;
            }
            else if (pattern[i] == '[')
            {
                inClass = true;
                // A bracket that closes at once is a literal in both engines.
                if (i + 1 < pattern.Length && pattern[i + 1] == '^') i++;
                if (i + 1 < pattern.Length && pattern[i + 1] == ']') i++;
            }
            else if (pattern[i] is '?' or '+' or '*' && i + 1 < pattern.Length && pattern[i + 1] == '+')
            {
                throw Unsupported("a possessive quantifier");
            }
            else if (rest.StartsWith("(?") && !Groups.Any(pattern.AsSpan(i).ToString().StartsWith))
            {
                throw Unsupported("a group other than (?: (?i: (?= (?! (?<= (?<! (?>");
            }
        }
    }

    private static readonly string[] Groups = ["(?:", "(?i:", "(?=", "(?!", "(?<=", "(?<!", "(?>"];

    private static ArgumentException Unsupported(string what) => new($"{what} in a pattern is not supported");
}
