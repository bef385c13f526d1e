namespace Hone.Evaluation.Doctor;

/// <summary>How bad a finding is.</summary>
public enum FindingSeverity : byte
{
    /// <summary>Good to know; nothing is wrong.</summary>
    Note,

    /// <summary>The model works, and probably not as its makers meant it.</summary>
    Warning,

    /// <summary>The model does not open, or computes something else than its files say.</summary>
    Error,
}

/// <summary>One thing that was found.</summary>
/// <param name="Severity">How bad it is.</param>
/// <param name="Subject">The file or part that it is about: "config.json", "weights", "tokenizer".</param>
/// <param name="Message">What is so, one sentence without a stop.</param>
/// <param name="Hint">What to do about it; null if nothing useful can be said.</param>
public sealed record DoctorFinding(FindingSeverity Severity, string Subject, string Message, string? Hint = null);
