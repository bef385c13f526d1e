namespace Hone.Training.Data;

/// <summary>A preference: a pair, or one answer with a label.</summary>
/// <param name="Answers">Prompt and answer as ids, of which the answer counts. A pair has two, the chosen one first; a labelled answer is one.</param>
/// <param name="IsDesirable">The label of a single answer; true for pairs.</param>
public sealed record PreferenceExample(IReadOnlyList<TrainingSequence> Answers, bool IsDesirable = true);

/// <summary>Preferences by number. The same number gives the same example every time, so that a position in the data is all a resume needs.</summary>
public interface IPreferenceSource
{
    /// <summary>What it is, for people and receipts.</summary>
    string Description { get; }

    /// <summary>The example that is read as the <paramref name="position"/>-th of the whole run, epochs included, and its number, which is the same in every epoch.</summary>
    (long Number, PreferenceExample Example) At(long position);
}
