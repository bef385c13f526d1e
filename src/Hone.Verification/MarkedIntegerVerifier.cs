namespace Hone.Verification;

/// <summary>
/// Correct when the text after the marker is exactly the reference integer, as in GSM8K's <c>#### 42</c>.
/// The answer text, after removal of surrounding ASCII white space (space, tab, CR, LF), must match
/// <c>0|-?[1-9][0-9]*</c> in ASCII digits: no plus sign, no leading zero, no <c>-0</c>, no separator, no
/// unit, nothing after it. Both sides being canonical, equality of integers of any size is equality of
/// strings, so nothing can overflow.
/// </summary>
public sealed class MarkedIntegerVerifier : IVerifier
{
    /// <summary>Makes a verifier.</summary>
    /// <param name="marker">The text before the answer, compared by code unit; at least one character, no
    /// digit, minus sign or white space at its end (it would be ambiguous). Default <c>#</c>.</param>
    /// <param name="rule">Which marker counts when there are several.</param>
    /// <exception cref="ArgumentException">The marker is empty or ends in a digit, a minus sign or white space.</exception>
    public MarkedIntegerVerifier(string marker = "#", MarkerRule rule = MarkerRule.Only)
    {
        ArgumentException.ThrowIfNullOrEmpty(marker);
        char last = marker[^1];
        if (char.IsDigit(last) || last == '-' || char.IsWhiteSpace(last))
            throw new ArgumentException($"the marker '{marker}' ends in a digit, a minus sign or white space", nameof(marker));
        Marker = marker;
        Rule = rule;
    }

    /// <summary>The text before the answer.</summary>
    public string Marker { get; }

    /// <summary>Which marker counts when there are several.</summary>
    public MarkerRule Rule { get; }

    /// <inheritdoc/>
    public string Name => BaseName + (Marker == "#" ? "" : ":" + Marker);

    private string BaseName => Rule switch
    {
        MarkerRule.First => "marked_integer_first",
        MarkerRule.Last => "marked_integer_last",
        _ => "marked_integer",
    };

    /// <inheritdoc/>
    public Verdict Verify(string completion, string reference)
    {
        ArgumentNullException.ThrowIfNull(completion);
        ArgumentNullException.ThrowIfNull(reference);
        ReadOnlySpan<char> expected = IntegerText.TrimAscii(reference);
        if (!IntegerText.IsCanonical(expected))
            return Verdict.Undecidable($"the reference '{IntegerText.Shorten(expected)}' is not a canonical integer");

        if (!TryReadAnswer(completion, out ReadOnlySpan<char> answer, out string problem)) return Verdict.Incorrect(problem);
        return answer.SequenceEqual(expected)
            ? Verdict.Correct()
            : Verdict.Incorrect($"{IntegerText.Shorten(answer)} is not {IntegerText.Shorten(expected)}");
    }

    /// <inheritdoc/>
    public string? AnswerOf(string completion)
    {
        ArgumentNullException.ThrowIfNull(completion);
        return TryReadAnswer(completion, out ReadOnlySpan<char> answer, out _) ? answer.ToString() : null;
    }

    private bool TryReadAnswer(string completion, out ReadOnlySpan<char> answer, out string problem)
    {
        answer = default;
        problem = "";
        int first = completion.IndexOf(Marker, StringComparison.Ordinal);
        int afterFirst = first + Marker.Length;
        int second = first < 0 ? -1 : completion.IndexOf(Marker, afterFirst, StringComparison.Ordinal);
        if (first < 0) problem = $"no '{Marker}'";
        else if (second >= 0 && Rule == MarkerRule.Only) problem = $"several '{Marker}'";
        if (problem.Length > 0) return false;

        answer = IntegerText.TrimAscii(Rule switch
        {
            MarkerRule.Last => completion.AsSpan(completion.LastIndexOf(Marker, StringComparison.Ordinal) + Marker.Length),
            MarkerRule.First when second >= 0 => completion.AsSpan(afterFirst, second - afterFirst),
            _ => completion.AsSpan(afterFirst),
        });
        if (IntegerText.IsCanonical(answer)) return true;
        problem = $"'{IntegerText.Shorten(answer)}' is not an integer written plainly";
        return false;
    }
}
