using Hone.Evaluation.Statistics;

namespace Hone.Experiments;

/// <summary>What one evaluation found.</summary>
/// <param name="PassAt1">Sampled pass@1 with its 95 % interval, in [0, 1].</param>
/// <param name="Greedy">Accuracy of the greedy completions, in [0, 1].</param>
/// <param name="Forced">Greedy accuracy when made to show the work; null where the task has no such prompts.</param>
/// <param name="ChainShare">Share of the sampled completions that show their work; null where the task does not say.</param>
/// <param name="MeanLength">Mean tokens of a sampled completion.</param>
public sealed record RlvrMeasurement(Estimate PassAt1, double Greedy, double? Forced, double? ChainShare, double MeanLength);

/// <summary>One arm on one base: a row of the result.</summary>
public sealed record RlvrCell
{
    /// <summary>What the completions were rewarded for.</summary>
    public required RlvrArm Arm { get; init; }

    /// <summary>Seed of the run, and of the base where that was made here.</summary>
    public required int Seed { get; init; }

    /// <summary>Everything that the numbers depend on but the arm and the seed, the base's content hash included.</summary>
    public required IReadOnlyList<KeyValuePair<string, string>> Settings { get; init; }

    /// <summary>The base.</summary>
    public required RlvrMeasurement Before { get; init; }

    /// <summary>The trained model, opened from its directory.</summary>
    public required RlvrMeasurement After { get; init; }

    /// <summary>Wall time of the training steps, evaluations not counted.</summary>
    public required double TrainingSeconds { get; init; }

    /// <summary>After minus before, in percentage points of pass@1.</summary>
    public double ChangePoints => 100 * (After.PassAt1.Value - Before.PassAt1.Value);

    /// <summary>The cell's name in files.</summary>
    public string Name => NameOf(Seed, Arm);

    /// <summary>The name of the cell of a seed and an arm.</summary>
    public static string NameOf(int seed, RlvrArm arm) => FormattableString.Invariant($"seed{seed}-{RlvrArms.NameOf(arm)}");
}
