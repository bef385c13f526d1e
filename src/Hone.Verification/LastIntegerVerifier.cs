using System.Globalization;

namespace Hone.Verification;

/// <summary>
/// Correct when the last number in the completion is the reference integer: for models that answer in
/// sentences. The rules, each on the side of refusing:
/// <list type="bullet">
/// <item>A number is a run of decimal digits, with any of <c>. , : / ^ * × ÷ + - − x</c> standing directly
/// between digits belonging to it. Of the runs in the text the last one counts.</item>
/// <item>It is an integer when it is digits, digits in groups of three with commas (<c>1,234,567</c>), or
/// one of these followed by <c>.</c> and zeros only (<c>$18.00</c>). Leading zeros do not matter.</item>
/// <item>Everything else is no integer: <c>3.5</c>, <c>3/4</c>, <c>12:30</c>, <c>5-6</c>, <c>2,3</c>, <c>1e5</c>,
/// digits of other scripts. An operator with spaces around it after another number (<c>8 - 2</c>) is an
/// expression that nobody evaluated, so no integer either.</item>
/// <item>A minus sign (<c>-</c> or U+2212) before the number counts when nothing, white space, a currency
/// sign or opening punctuation stands before it.</item>
/// </list>
/// The reference is an integer in the same writing, or a GSM8K solution: then what follows its last <c>####</c>.
/// </summary>
public sealed class LastIntegerVerifier : IVerifier
{
    private const string Joiners = ".,:/^*×÷+-−x";
    private const string SpacedOperators = "/^*×÷+-−x";
    private const string OpeningBeforeMinus = "([{#=:$€£\"'*_>≈~";
    private const string SolutionMarker = "####";

    /// <inheritdoc/>
    public string Name => "last_integer";

    /// <inheritdoc/>
    public Verdict Verify(string completion, string reference)
    {
        ArgumentNullException.ThrowIfNull(completion);
        ArgumentNullException.ThrowIfNull(reference);
        if (!TryReadReference(reference, out string expected))
            return Verdict.Undecidable($"the reference '{IntegerText.Shorten(reference)}' is not an integer");
        return TryReadAnswer(completion, out string actual, out string problem) switch
        {
            false => Verdict.Incorrect(problem),
            true when actual == expected => Verdict.Correct(),
            true => Verdict.Incorrect($"{IntegerText.Shorten(actual)} is not {IntegerText.Shorten(expected)}"),
        };
    }

    /// <inheritdoc/>
    public string? AnswerOf(string completion)
    {
        ArgumentNullException.ThrowIfNull(completion);
        return TryReadAnswer(completion, out string answer, out _) ? answer : null;
    }

    private static bool TryReadAnswer(string completion, out string answer, out string problem)
    {
        answer = "";
        if (!TryFindLastNumber(completion, out Range range, out string? flaw))
        {
            problem = "no number";
            return false;
        }
        ReadOnlySpan<char> number = completion.AsSpan(range);
        if (flaw is null && TryNormalize(number, IsNegative(completion, range.Start.Value), out answer))
        {
            problem = "";
            return true;
        }
        problem = $"'{IntegerText.Shorten(number)}' {flaw ?? "is not an integer"}";
        return false;
    }

    private static bool TryReadReference(string reference, out string canonical)
    {
        ReadOnlySpan<char> text = reference;
        int marker = text.LastIndexOf(SolutionMarker);
        if (marker >= 0) text = text[(marker + SolutionMarker.Length)..];
        text = IntegerText.TrimAscii(text);
        bool negative = text.Length > 0 && text[0] is '-' or '−';
        return TryNormalize(negative ? text[1..] : text, negative, out canonical);
    }

    private static bool TryFindLastNumber(string text, out Range range, out string? problem)
    {
        range = default;
        problem = null;
        int end = text.Length;
        while (end > 0 && !IsDigit(text[end - 1])) end--;
        if (end == 0) return false;
        int start = end;
        while (true)
        {
            while (start > 0 && IsDigit(text[start - 1])) start--;
            if (start >= 2 && Joiners.Contains(text[start - 1]) && IsDigit(text[start - 2])) start--;
            else break;
        }
        range = start..end;
        if (IsExponent(text, start)) problem = "is part of a number with an exponent";
        else if (FollowsOperator(text, start)) problem = "ends an expression that is not evaluated";
        else if (end < text.Length && FollowedByPower(text, end)) problem = "is part of a number with an exponent";
        return true;
    }

    // Digits, e or E, perhaps a sign, and then this number: 1e5, 2E-3.
    private static bool IsExponent(string text, int start)
    {
        int i = start - 1;
        if (i >= 0 && text[i] is '+' or '-') i--;
        return i >= 1 && text[i] is 'e' or 'E' && IsDigit(text[i - 1]);
    }

    // Superscript digits are no decimal digits, yet they change the value: 10².
    private static bool FollowedByPower(string text, int end) =>
        char.GetUnicodeCategory(text[end]) == UnicodeCategory.OtherNumber;

    // Another number, spaces, an operator, spaces, and then this number.
    private static bool FollowsOperator(string text, int start)
    {
        int i = SkipSpaces(text, start - 1);
        if (i < 0 || !SpacedOperators.Contains(text[i])) return false;
        i = SkipSpaces(text, i - 1);
        return i >= 0 && IsDigit(text[i]);
    }

    private static int SkipSpaces(string text, int i)
    {
        while (i >= 0 && text[i] is ' ' or '\t' or '\u00a0') i--;
        return i;
    }

    private static bool IsNegative(string text, int start)
    {
        int i = start - 1;
        while (i >= 0 && "$€£".Contains(text[i])) i--;
        if (i < 0 || text[i] is not ('-' or '−')) return false;
        return i == 0 || char.IsWhiteSpace(text[i - 1]) || OpeningBeforeMinus.Contains(text[i - 1]);
    }

    private static bool TryNormalize(ReadOnlySpan<char> number, bool negative, out string canonical)
    {
        canonical = "";
        int point = number.IndexOf('.');
        ReadOnlySpan<char> whole = point < 0 ? number : number[..point];
        if (point >= 0 && (point == number.Length - 1 || number[(point + 1)..].ContainsAnyExcept('0'))) return false;

        Span<char> digits = whole.Length <= 256 ? stackalloc char[256] : new char[whole.Length];
        int count = 0;
        int group = whole.IndexOf(',');
        if (group is 0 or > 3) return false;
        for (int i = 0; i < whole.Length; i++)
        {
            bool separator = group >= 0 && i >= group && (i - group) % 4 == 0;
            if (separator ? whole[i] != ',' : !char.IsAsciiDigit(whole[i])) return false;
            if (!separator) digits[count++] = whole[i];
        }
        if (count == 0 || (group >= 0 && (whole.Length - group) % 4 != 0)) return false;

        ReadOnlySpan<char> significant = digits[..count].TrimStart('0');
        canonical = significant.IsEmpty ? "0" : negative ? string.Concat("-", significant) : significant.ToString();
        return true;
    }

    private static bool IsDigit(char c) => char.IsDigit(c);
}
