namespace Hone.Verification;

/// <summary>What a verifier concluded about one completion.</summary>
public enum VerdictKind
{
    /// <summary>Nothing can be said, because the reference answer is unusable. Never the model's fault.</summary>
    Undecidable = 0,

    /// <summary>The completion does not give the reference answer in the required form.</summary>
    Incorrect = 1,

    /// <summary>The completion gives the reference answer in the required form.</summary>
    Correct = 2,
}

/// <summary>
/// The outcome of checking one completion, with a reason a person can read. A bad reference answer
/// gives <see cref="VerdictKind.Undecidable"/> (no reward), a bad completion
/// <see cref="VerdictKind.Incorrect"/> (reward 0). The default value is undecidable.
/// </summary>
/// <param name="Kind">The conclusion.</param>
/// <param name="Reason">One line saying why; empty for the default value.</param>
public readonly record struct Verdict(VerdictKind Kind, string Reason)
{
    /// <summary>One line saying why; never null.</summary>
    public string Reason { get => field ?? ""; init; } = Reason;

    /// <summary>Whether <see cref="Kind"/> is <see cref="VerdictKind.Correct"/>.</summary>
    public bool IsCorrect => Kind == VerdictKind.Correct;

    /// <summary>The reward in reinforcement learning: 1 correct, 0 incorrect, null (not judged) undecidable.</summary>
    public double? Reward => Kind switch
    {
        VerdictKind.Correct => 1.0,
        VerdictKind.Incorrect => 0.0,
        _ => null,
    };

    /// <summary>A correct verdict.</summary>
    public static Verdict Correct(string reason = "equal") => new(VerdictKind.Correct, reason);

    /// <summary>An incorrect verdict: the completion is at fault.</summary>
    public static Verdict Incorrect(string reason) => new(VerdictKind.Incorrect, reason);

    /// <summary>An undecidable verdict: the reference answer is at fault.</summary>
    public static Verdict Undecidable(string reason) => new(VerdictKind.Undecidable, reason);
}
