namespace Hone.Training.Data;

/// <summary>Token ids of one example and which of them are learned.</summary>
/// <param name="Ids">T ids.</param>
/// <param name="FirstTarget">The first id that is predicted and counts in the loss; those before it are only read. At least 1: nothing predicts the first id.</param>
public sealed record TrainingSequence(int[] Ids, int FirstTarget)
{
    /// <summary>Which ids count, one entry an id, where those from <see cref="FirstTarget"/> on do not all: the turns of an assistant. Null, the default, is all of them.</summary>
    public bool[]? Mask { get; init; }

    /// <summary>Ids that count in the loss.</summary>
    public int TargetCount
    {
        get
        {
            if (Mask is null) return Math.Max(0, Ids.Length - FirstTarget);
            int count = 0;
            for (int t = FirstTarget; t < Ids.Length; t++)
                if (Mask[t]) count++;
            return count;
        }
    }

    /// <summary>Whether an id counts in the loss.</summary>
    /// <param name="position">Its place, 0 for the first.</param>
    public bool IsTarget(int position) => position >= FirstTarget && (Mask is null || Mask[position]);
}
