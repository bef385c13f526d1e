namespace Hone.Verification;

/// <summary>Correct when the whole completion is the reference answer, code unit by code unit.</summary>
public sealed class ExactMatchVerifier : IVerifier
{
    /// <summary>Makes a verifier.</summary>
    /// <param name="trim">Whether white space at both ends of both texts is ignored. Default true.</param>
    /// <param name="ignoreCase">Whether letter case is ignored (simple case mapping, no culture). Default false.</param>
    public ExactMatchVerifier(bool trim = true, bool ignoreCase = false)
    {
        Trim = trim;
        IgnoreCase = ignoreCase;
    }

    /// <summary>Whether white space at both ends is ignored.</summary>
    public bool Trim { get; }

    /// <summary>Whether letter case is ignored.</summary>
    public bool IgnoreCase { get; }

    /// <inheritdoc/>
    public string Name => (Trim, IgnoreCase) switch
    {
        (true, false) => "exact_match",
        (true, true) => "exact_match:ignore_case",
        (false, false) => "exact_match:no_trim",
        (false, true) => "exact_match:no_trim,ignore_case",
    };

    /// <inheritdoc/>
    public Verdict Verify(string completion, string reference)
    {
        ArgumentNullException.ThrowIfNull(completion);
        ArgumentNullException.ThrowIfNull(reference);
        ReadOnlySpan<char> expected = Trim ? reference.AsSpan().Trim() : reference;
        ReadOnlySpan<char> actual = Trim ? completion.AsSpan().Trim() : completion;
        if (expected.IsEmpty) return Verdict.Undecidable("the reference is empty");
        StringComparison comparison = IgnoreCase ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal;
        return actual.Equals(expected, comparison)
            ? Verdict.Correct()
            : Verdict.Incorrect($"'{IntegerText.Shorten(actual)}' is not '{IntegerText.Shorten(expected)}'");
    }

    /// <inheritdoc/>
    public string? AnswerOf(string completion)
    {
        ArgumentNullException.ThrowIfNull(completion);
        string answer = Trim ? completion.Trim() : completion;
        return answer.Length == 0 ? null : IgnoreCase ? answer.ToUpperInvariant() : answer;
    }
}
