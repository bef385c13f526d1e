using Hone.Tensors;
using Hone.Training.Rewards;

namespace Hone.Experiments;

/// <summary>
/// A reward that says nothing: 1 or 0 with probability 1/2 each. The coin of a completion is a function of (seed, generation,
/// row) and not of the order of calls, so that a repeated run gets the same rewards.
/// </summary>
internal static class RandomReward
{
    /// <summary>The reward of a run.</summary>
    public static NamedReward Of(int seed)
    {
        var coins = new Philox((ulong)seed, RandomPurpose.Noise);
        return new NamedReward("random", sample => Coin(coins, sample.Generation, sample.Row));
    }

    private static double Coin(Philox coins, long generation, int row) =>
        coins.Block((ulong)generation, (uint)row, 0).Word0 >> 31;
}
