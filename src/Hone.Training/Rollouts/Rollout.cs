using Hone.Evaluation.Tasks;

namespace Hone.Training.Rollouts;

/// <summary>One sampled completion with everything that training needs to know of how it was drawn.</summary>
public sealed class Rollout
{
    /// <summary>The example whose prompt it continues.</summary>
    public required TaskExample Example { get; init; }

    /// <summary>Number of its group (its prompt) in the generation batch.</summary>
    public required int Group { get; init; }

    /// <summary>Ids of the prompt.</summary>
    public required int[] PromptIds { get; init; }

    /// <summary>Ids that were drawn, the end-of-text token included where it was.</summary>
    public required int[] CompletionIds { get; init; }

    /// <summary>Log-probability of each drawn id at drawing time.</summary>
    public required float[] LogProbs { get; init; }

    /// <summary>Entropy of each distribution that an id was drawn from, in nats.</summary>
    public required float[] Entropies { get; init; }

    /// <summary>Ids that each could have been, where truncation cut some; null where nothing was cut.</summary>
    public required IReadOnlyList<int[]>? KeptIds { get; init; }

    /// <summary>The completion as text, without the end-of-text token.</summary>
    public required string Text { get; init; }

    /// <summary>Whether the model ended it by itself.</summary>
    public required bool Terminated { get; init; }

    /// <summary>Length that it was declared to reach when it was drawn; 0, the default, means its own. Scoring hands it to <see cref="Hone.Models.TokenBatch.Add(ReadOnlySpan{int}, int, int)"/>.</summary>
    public int DeclaredLength { get; init; }

    /// <summary>Version of the weights that drew it.</summary>
    public required long WeightVersion { get; init; }
}
