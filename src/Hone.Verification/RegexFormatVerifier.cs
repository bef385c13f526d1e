using System.Text.RegularExpressions;

namespace Hone.Verification;

/// <summary>
/// Correct when the whole completion has a form, whatever its content: the reference answer is not
/// looked at. It is the reward of the format-only control, which shows how much of a result is form.
/// Matching is by automaton (no backtracking), so its time is linear in the completion.
/// </summary>
public sealed class RegexFormatVerifier : IVerifier
{
    private readonly Regex _regex;

    /// <summary>Makes a verifier.</summary>
    /// <param name="pattern">A .NET regular expression that must match the completion from its first
    /// character to its last; anchors are not needed. Without look-around, back-references and atomic
    /// groups, which need backtracking.</param>
    /// <exception cref="ArgumentException">The pattern is empty, malformed or needs backtracking.</exception>
    public RegexFormatVerifier(string pattern)
    {
        ArgumentException.ThrowIfNullOrEmpty(pattern);
        Pattern = pattern;
        try
        {
            // The pattern alone first: one with unbalanced brackets could escape the anchored group.
            _ = new Regex(pattern, RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);
            _regex = new Regex(@"\A(?:" + pattern + @")\z", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);
        }
        catch (NotSupportedException e)
        {
            throw new ArgumentException($"the pattern '{pattern}' needs backtracking: {e.Message}", nameof(pattern), e);
        }
    }

    /// <summary>The pattern that the whole completion must match.</summary>
    public string Pattern { get; }

    /// <inheritdoc/>
    public string Name => "regex:" + Pattern;

    /// <inheritdoc/>
    public Verdict Verify(string completion, string reference)
    {
        ArgumentNullException.ThrowIfNull(completion);
        ArgumentNullException.ThrowIfNull(reference);
        return _regex.IsMatch(completion)
            ? Verdict.Correct("has the form")
            : Verdict.Incorrect($"'{IntegerText.Shorten(completion)}' has not the form {Pattern}");
    }

    /// <inheritdoc/>
    public string? AnswerOf(string completion)
    {
        ArgumentNullException.ThrowIfNull(completion);
        return null;
    }
}
