using System.Globalization;

namespace Hone.Evaluation.Tasks.Tracker;

/// <summary>A prompt of the tracker task with a better and a worse answer.</summary>
/// <param name="Prompt">As <see cref="TrackerTask.Prompt"/>.</param>
/// <param name="Chosen">The answer worked out step by step, and right.</param>
/// <param name="Rejected">An answer given at once, and wrong.</param>
public sealed record TrackerPreference(string Prompt, string Chosen, string Rejected);

/// <summary>
/// Preferences over answers of the tracker task: work shown and right before a guess that is wrong. The pair of an index has the
/// prompt of the task's example of the same index. Safe on many threads.
/// </summary>
public static class TrackerPreferences
{
    /// <summary>The pair of an index, without the ones before it.</summary>
    /// <param name="options">The task's settings; counts do not matter here.</param>
    /// <param name="index">Zero or more; there is no last one.</param>
    /// <param name="heldOut">Whether its problem is one that no training document shows.</param>
    /// <exception cref="ArgumentOutOfRangeException">The index is negative, or a setting out of its range.</exception>
    public static TrackerPreference At(TrackerOptions options, long index, bool heldOut)
    {
        ArgumentNullException.ThrowIfNull(options);
        (TrackerProblem problem, string story) = TrackerTask.Draw(options, index, heldOut ? TaskStream.TrackerTest : TaskStream.TrackerTrain, heldOut);
        var random = new CounterRandom(options.Seed, TaskStream.TrackerPreference, (ulong)index);
        // Every wrong number is as likely as any other.
        int wrong = (problem.Answer + 1 + random.Next(TrackerProblem.MaxState)) % (TrackerProblem.MaxState + 1);
        return new TrackerPreference(TrackerTask.Prompt(story), TrackerTask.ChainAnswer(problem), string.Create(CultureInfo.InvariantCulture, $" #{wrong}"));
    }
}
