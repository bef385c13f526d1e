namespace Hone.Training.Data;

/// <summary>Token ids of one example and which of them are learned.</summary>
/// <param name="Ids">T ids.</param>
/// <param name="FirstTarget">The first id that is predicted and counts in the loss; those before it are only read. At least 1: nothing predicts the first id.</param>
public sealed record TrainingSequence(int[] Ids, int FirstTarget)
{
    /// <summary>Ids that count in the loss.</summary>
    public int TargetCount => Math.Max(0, Ids.Length - FirstTarget);
}
