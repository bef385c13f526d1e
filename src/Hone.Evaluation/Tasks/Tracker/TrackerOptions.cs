namespace Hone.Evaluation.Tasks.Tracker;

/// <summary>Settings of the tracker task.</summary>
public sealed record TrackerOptions
{
    /// <summary>Seed of problems and wordings. Default 0.</summary>
    public ulong Seed { get; init; }

    /// <summary>Number of training prompts, at least 1. Default 4096, more than 50 steps of 32 use up.</summary>
    public int TrainCount { get; init; } = 4096;

    /// <summary>Number of held-out prompts, all different, 1..100,000. Default 512.</summary>
    public int TestCount { get; init; } = 512;

    /// <summary>Fewest steps of a prompt, 4..6. Default 4.</summary>
    public int MinSteps { get; init; } = TrackerProblem.MinTestedSteps;

    /// <summary>Most steps of a prompt, <see cref="MinSteps"/>..6. Default 6.</summary>
    public int MaxSteps { get; init; } = TrackerProblem.MaxSteps;

    /// <exception cref="ArgumentException">A setting is out of its range.</exception>
    internal void Validate()
    {
        Check(TrainCount >= 1, nameof(TrainCount), TrainCount, "at least 1");
        Check(TestCount is >= 1 and <= 100_000, nameof(TestCount), TestCount, "1..100,000");
        Check(MinSteps is >= TrackerProblem.MinTestedSteps and <= TrackerProblem.MaxSteps, nameof(MinSteps), MinSteps, "4..6");
        Check(MaxSteps >= MinSteps && MaxSteps <= TrackerProblem.MaxSteps, nameof(MaxSteps), MaxSteps, "MinSteps..6");
    }

    private static void Check(bool holds, string name, int value, string range)
    {
        if (!holds) throw new ArgumentOutOfRangeException(name, value, $"{name} is {range}");
    }
}
