namespace Hone.Training.Data;

/// <summary>Training examples by number. The same number gives the same example every time, so that a position in the data is all a resume needs.</summary>
public interface ISequenceSource
{
    /// <summary>What it is, for people and receipts.</summary>
    string Description { get; }

    /// <summary>The example that is read as the <paramref name="position"/>-th of the whole run, epochs included.</summary>
    TrainingSequence At(long position);
}
