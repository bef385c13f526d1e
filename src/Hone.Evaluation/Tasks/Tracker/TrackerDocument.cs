namespace Hone.Evaluation.Tasks.Tracker;

/// <summary>The three kinds of document.</summary>
public enum TrackerDocumentKind
{
    /// <summary>A random walk of four equations, without a story.</summary>
    Drill,

    /// <summary>A story after <c>T:</c>, answered with its chain.</summary>
    Textbook,

    /// <summary>A story after <c>Q:</c>, mostly answered by the number only.</summary>
    Forum,
}

/// <summary>One document of the corpus.</summary>
/// <param name="Kind">Its kind.</param>
/// <param name="Problem">The problem that it writes out.</param>
/// <param name="Text">The text, without begin and end tokens: whoever tokenizes adds them.</param>
/// <param name="AnswerStart">Index in <paramref name="Text"/> of the first character after the prompt; 0 for a drill.</param>
public sealed record TrackerDocument(TrackerDocumentKind Kind, TrackerProblem Problem, string Text, int AnswerStart);
