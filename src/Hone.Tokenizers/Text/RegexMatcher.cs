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
    private readonly CodePointSet? _single;
    private readonly bool _hasAscii;

    /// <exception cref="ArgumentException">The pattern is malformed, too long, or uses a construct that is not supported.</exception>
    public RegexMatcher(string pattern)
    {
        if (pattern.Length == 0) throw new ArgumentException("an empty pattern is not supported");
        if (pattern.Length > MaxPatternLength) throw new ArgumentException($"a pattern has at most {MaxPatternLength} characters");
        _pattern = pattern;
        _program = new PatternProgram(PatternParser.Parse(pattern));
        if (_program.Steps is not [{ Op: PatternOp.Run or PatternOp.PossessiveRun, B: 1, Max: PatternNode.Unbounded } run, { Op: PatternOp.Done }]) return;
        _single = _program.Sets[run.A];
        _hasAscii = Enumerable.Range(0, 128).Any(_single.Contains);
    }

    /// <exception cref="PatternLimitException">Matching took more steps than a text of this length is allowed.</exception>
    public void FindMatches(ReadOnlySpan<char> text, List<TextPiece> matches)
    {
        if (_single is { } set)
        {
            FindRuns(set, text, matches);
            return;
        }
        var run = new PatternRun(_program, StepsAText + StepsACharacter * text.Length);
        int from = 0;
        int last = -1;
        while (from <= text.Length)
        {
            int end = run.Match(text, 0, from);
            if (end == PatternRun.OutOfSteps) throw new PatternLimitException(_pattern);
            // An empty match counts, but not where a match has just ended.
            if (end > from || (end == from && last != from)) matches.Add(new TextPiece(from, last = end));
            if (end > from) from = end;
            else if (from == text.Length) break;
            else from += char.IsHighSurrogate(text[from]) && from + 1 < text.Length && char.IsLowSurrogate(text[from + 1]) ? 2 : 1;
        }
    }

    /// <summary>Runs of one set, of any length: no alternatives, so no state; ASCII is passed over at once where the set has none.</summary>
    private void FindRuns(CodePointSet set, ReadOnlySpan<char> text, List<TextPiece> matches)
    {
        int start = -1;
        for (int i = 0; i < text.Length;)
        {
            if (start < 0 && !_hasAscii)
            {
                int next = text[i..].IndexOfAnyExceptInRange('\0', '\u007F');
                if (next < 0) return;
                i += next;
            }
            bool taken = set.Contains(CodePoints.At(text, i, out int length));
            if (taken && start < 0) start = i;
            if (!taken && start >= 0)
            {
                matches.Add(new TextPiece(start, i));
                start = -1;
            }
            i += length;
        }
        if (start >= 0) matches.Add(new TextPiece(start, text.Length));
    }
}
