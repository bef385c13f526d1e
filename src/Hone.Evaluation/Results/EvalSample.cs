using Hone.Evaluation.Tasks;
using Hone.Verification;

namespace Hone.Evaluation.Results;

/// <summary>One completion and what was found about it.</summary>
public sealed record EvalSample
{
    /// <summary>The text after the prompt, without special tokens.</summary>
    public required string Completion { get; init; }

    /// <summary>Tokens sampled, the end token included where it came.</summary>
    public required int TokenCount { get; init; }

    /// <summary>What the verifier said.</summary>
    public required Verdict Verdict { get; init; }

    /// <summary>The answer in canonical form, for votes; null when there is none.</summary>
    public string? Answer { get; init; }

    /// <summary>Whether the completion shows its work; null where the task does not say.</summary>
    public bool? ShowsWork { get; init; }

    /// <summary>Mean natural log-probability of the sampled tokens at the sampling temperature.</summary>
    public required double MeanLogProb { get; init; }

    /// <summary>Whether the model ended by itself; false when the length limit did.</summary>
    public bool Terminated { get; init; } = true;

    /// <summary>Makes a sample by asking the task about a completion.</summary>
    /// <param name="task">Judges it.</param>
    /// <param name="example">Holds the reference answer.</param>
    /// <param name="completion">The text after the prompt.</param>
    /// <param name="tokenCount">Tokens sampled.</param>
    /// <param name="meanLogProb">Their mean log-probability.</param>
    /// <param name="terminated">Whether the model ended by itself.</param>
    public static EvalSample Judge(
        EvalTask task, TaskExample example, string completion, int tokenCount, double meanLogProb, bool terminated)
    {
        ArgumentNullException.ThrowIfNull(task);
        ArgumentNullException.ThrowIfNull(example);
        return new EvalSample
        {
            Completion = completion,
            TokenCount = tokenCount,
            Verdict = task.Verifier.Verify(completion, example.Answer),
            Answer = task.Verifier.AnswerOf(completion),
            ShowsWork = task.ShowsWork?.Invoke(completion),
            MeanLogProb = meanLogProb,
            Terminated = terminated,
        };
    }
}
