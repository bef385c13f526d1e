namespace Hone.Training.Rewards;

/// <summary>What a reward looks at: one completion of one prompt. In a reward.csx its members are in scope by name.</summary>
public sealed class RewardSample
{
    /// <summary>The prompt as text.</summary>
    public required string Prompt { get; init; }

    /// <summary>The completion as text, the end-of-text token left out.</summary>
    public required string Completion { get; init; }

    /// <summary>The ids that were sampled, the end-of-text token included where it was.</summary>
    public required IReadOnlyList<int> CompletionIds { get; init; }

    /// <summary>The reference answer of the task's example; empty when it has none.</summary>
    public required string Answer { get; init; }

    /// <summary>Whether the completion reached the length limit without ending itself.</summary>
    public required bool IsTruncated { get; init; }

    /// <summary>The other columns of the example, by name.</summary>
    public IReadOnlyDictionary<string, string> Metadata { get; init; } = new Dictionary<string, string>();

    /// <summary>Number of the generation batch in the run, 0 for the first.</summary>
    internal long Generation { get; init; }

    /// <summary>Row in the generation batch.</summary>
    internal int Row { get; init; }
}
