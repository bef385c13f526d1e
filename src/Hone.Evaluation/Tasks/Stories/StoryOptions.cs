namespace Hone.Evaluation.Tasks.Stories;

/// <summary>Settings of the story task.</summary>
public sealed record StoryOptions
{
    /// <summary>Seed of problems and wordings. Default 0.</summary>
    public ulong Seed { get; init; }

    /// <summary>Number of training prompts, at least 1. Default 4096, more than 60 steps of 8 use up.</summary>
    public int TrainCount { get; init; } = 4096;

    /// <summary>Number of held-out prompts, all different, 1..4096. Default 512.</summary>
    public int TestCount { get; init; } = 512;

    /// <exception cref="ArgumentException">A setting is out of its range.</exception>
    internal void Validate()
    {
        if (TrainCount < 1) throw new ArgumentOutOfRangeException(nameof(TrainCount), TrainCount, "TrainCount is at least 1");
        if (TestCount is < 1 or > 4096) throw new ArgumentOutOfRangeException(nameof(TestCount), TestCount, "TestCount is 1..4096");
    }
}
