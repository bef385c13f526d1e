namespace Hone.Tokenizers;

/// <summary>
/// Any pattern that has no scanner of its own: a backtracking matcher over code points, with a number of steps that bounds
/// the work for a text. Immutable; threads may share it.
/// </summary>
internal sealed class RegexMatcher : IPatternMatcher
{
    /// <summary>The longest pattern taken, in UTF-16 units.</summary>
    public const int MaxPatternLength = 8192;

    private const long StepsAText = 1L << 24;
    private const long StepsACharacter = 2048;

    private readonly PatternProgram _program;
    private readonly string _pattern;

    /// <exception cref="ArgumentException">The pattern is malformed, too long, or uses a construct that is not supported.</exception>
    public RegexMatcher(string pattern)
    {
        if (pattern.Length == 0) throw new ArgumentException("an empty pattern is not supported");
        if (pattern.Length > MaxPatternLength) throw new ArgumentException($"a pattern has at most {MaxPatternLength} characters");
        _pattern = pattern;
        _program = new PatternProgram(PatternParser.Parse(pattern));
    }

    /// <exception cref="PatternLimitException">Matching took more steps than a text of this length is allowed.</exception>
    public void FindMatches(ReadOnlySpan<char> text, List<TextPiece> matches)
    {
        var run = new PatternRun(_program, StepsAText + StepsACharacter * text.Length);
        int from = 0;
        while (from <= text.Length)
        {
            int end = run.Match(text, 0, from);
            if (end == PatternRun.OutOfSteps) throw new PatternLimitException(_pattern);
            if (end > from) matches.Add(new TextPiece(from, end));
            if (end > from) from = end;
            else if (from == text.Length) break;
            else from += char.IsHighSurrogate(text[from]) && from + 1 < text.Length && char.IsLowSurrogate(text[from + 1]) ? 2 : 1;
        }
    }
}
