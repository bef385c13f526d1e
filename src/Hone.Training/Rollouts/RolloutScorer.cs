using Hone.Training.Advantages;
using Hone.Training.Configuration;
using Hone.Training.Rewards;

namespace Hone.Training.Rollouts;

/// <summary>A reward function threw; names it. Nothing was learned from the step.</summary>
public sealed class RewardException : Exception
{
    /// <summary>One line: which reward, which completion, what it said.</summary>
    public RewardException(string message, Exception inner) : base(message, inner) { }
}

/// <summary>Rewards and advantages of a generation batch.</summary>
internal static class RolloutScorer
{
    /// <param name="rollouts">All rows of the generation batch.</param>
    /// <param name="rewards">What they are rewarded for.</param>
    /// <param name="config">How rewards become advantages.</param>
    /// <param name="generation">Number of the generation batch in the run.</param>
    /// <exception cref="RewardException">A reward function threw, or gave a number that is not finite.</exception>
    public static GroupAdvantageResult Score(IReadOnlyList<Rollout> rollouts, IReadOnlyList<NamedReward> rewards, RlConfig config, long generation = 0)
    {
        RewardSample[] samples = [.. rollouts.Select((r, row) => ToSample(r, generation, row))];
        var scores = new List<RewardScores>();
        foreach (NamedReward reward in rewards)
            scores.Add(new RewardScores(reward.Name, reward.Weight, [.. samples.Select(s => Judge(reward, s))]));
        return GroupAdvantage.Compute(
            [.. rollouts.Select(r => r.Group)], scores, config.ScaleRewards, config.MultiObjectiveAggregation);
    }

    private static double? Judge(NamedReward reward, RewardSample sample)
    {
        try
        {
            double? value = reward.Function(sample);
            return value is null || double.IsFinite(value.Value)
                ? value
                : throw new InvalidOperationException($"it returned {value}, which is not a finite number");
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            string start = sample.Completion.Length <= 60 ? sample.Completion : sample.Completion[..60] + "...";
            throw new RewardException($"reward {reward.Name} failed on the completion \"{start.ReplaceLineEndings(" ")}\": {e.Message.ReplaceLineEndings(" ")}", e);
        }
    }

    private static RewardSample ToSample(Rollout rollout, long generation, int row) => new()
    {
        Prompt = rollout.Example.Prompt,
        Completion = rollout.Text,
        CompletionIds = rollout.CompletionIds,
        Answer = rollout.Example.Answer,
        IsTruncated = !rollout.Terminated,
        Metadata = rollout.Example.Metadata,
        Generation = generation,
        Row = row,
    };
}
