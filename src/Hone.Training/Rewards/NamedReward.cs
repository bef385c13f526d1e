using Hone.Verification;

namespace Hone.Training.Rewards;

/// <summary>Judges one completion. Null means that this reward does not apply to it; such a completion is not learned from by it.</summary>
/// <exception cref="Exception">Whatever it throws stops the run with the reward's name, before the weights change.</exception>
public delegate double? RewardFunction(RewardSample sample);

/// <summary>A reward function with its name in metrics ("rewards/NAME/mean") and its weight in the sum.</summary>
/// <param name="Name">Name in metrics.</param>
/// <param name="Function">Judges one completion; called on one thread, in order.</param>
/// <param name="Weight">Factor in the weighted sum. Default 1.</param>
public sealed record NamedReward(string Name, RewardFunction Function, double Weight = 1.0)
{
    /// <summary>Correct is 1, incorrect 0; undecidable (a bad reference answer) is null, never 0.</summary>
    public static NamedReward From(IVerifier verifier, double weight = 1.0)
    {
        ArgumentNullException.ThrowIfNull(verifier);
        return new NamedReward(verifier.Name, sample => verifier.Verify(sample.Completion, sample.Answer).Reward, weight);
    }
}
