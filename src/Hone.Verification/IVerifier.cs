namespace Hone.Verification;

/// <summary>
/// Decides whether a completion gives the reference answer. Implementations are immutable, safe on
/// many threads at once, deterministic, and run in time linear in the length of their input.
/// </summary>
public interface IVerifier
{
    /// <summary>The name under which <see cref="Verifiers.Create"/> makes this verifier, settings included.</summary>
    string Name { get; }

    /// <summary>Checks one completion.</summary>
    /// <param name="completion">What the model wrote after the prompt, without special tokens. A verifier
    /// cannot see whether the model stopped by itself: whoever samples judges a completion that ran into
    /// the length limit.</param>
    /// <param name="reference">The reference answer. Unusable ones give <see cref="VerdictKind.Undecidable"/>.</param>
    /// <returns>The verdict; nothing that the strings hold makes this throw.</returns>
    /// <exception cref="ArgumentNullException">A string is null.</exception>
    Verdict Verify(string completion, string reference);

    /// <summary>The answer that a completion gives, in a canonical form: completions with equal forms vote for
    /// the same answer. Null when it gives none, or when the verifier does not look at answers.</summary>
    /// <param name="completion">What the model wrote after the prompt.</param>
    /// <exception cref="ArgumentNullException">The string is null.</exception>
    string? AnswerOf(string completion);
}
