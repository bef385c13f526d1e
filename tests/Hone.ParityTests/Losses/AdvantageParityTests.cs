using System.Text.Json;
using Hone.Training.Advantages;
using Xunit;

namespace Hone.ParityTests.Losses;

public sealed class AdvantageParityTests
{
    public static TheoryData<int, string> Cases()
    {
        var data = new TheoryData<int, string>();
        if (!File.Exists(Path.Combine(ReferenceFolder.Root, "losses", "advantages_and_ppo.json")))
        {
            data.Add(-1, "absent");
            return data;
        }

        int index = 0;
        foreach (JsonElement entry in ReferenceFolder.Json("losses", "advantages_and_ppo.json").GetProperty("advantages").EnumerateArray())
            data.Add(index++, entry.GetProperty("name").GetString()!);
        return data;
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void AdvantagesAreTheRecordedOnes(int index, string name)
    {
        JsonElement root = ReferenceFolder.Json("losses", "advantages_and_ppo.json");
        JsonElement inputs = root.GetProperty("inputs"), entry = root.GetProperty("advantages")[index], options = entry.GetProperty("options");
        bool tools = options.TryGetProperty("mask", out JsonElement which) && which.GetString() == "with_tool";
        double[][] maskRows = inputs.GetProperty(tools ? "mask_with_tool" : "mask").Matrix();
        double[][] rewardRows = inputs.GetProperty("token_level_rewards").Matrix();
        int width = maskRows[0].Length;
        int[] offsets = [.. Enumerable.Range(0, maskRows.Length + 1).Select(r => r * width)];
        bool[] mask = [.. maskRows.SelectMany(r => r).Select(m => m != 0)];
        double[] rewards = [.. rewardRows.SelectMany(r => r)];
        double[] scores = [.. rewardRows.Select(r => r.Sum())];
        int[] groups = [.. inputs.GetProperty("group").Numbers().Select(g => (int)g)];
        int[] counts = [.. maskRows.Select(r => r.Count(m => m != 0))];
        bool byStd = options.Flag("norm_by_std", true);

        double[] ByToken(double[] rows) => [.. mask.Select((m, t) => m ? rows[t / width] : 0.0)];
        double[] advantages;
        double[]? returns = null;
        switch (name)
        {
            case "gae":
                double[] values = [.. inputs.GetProperty("values").Matrix().SelectMany(r => r)];
                (advantages, returns) = TokenAdvantage.Gae(rewards, values, mask, offsets, options.Number("gamma", 1), options.Number("lam", 1));
                break;
            case "reinforce_plus_plus":
                (advantages, returns) = TokenAdvantage.ReinforcePlusPlus(rewards, mask, offsets, options.Number("gamma", 1));
                break;
            case "remax":
                (advantages, returns) = TokenAdvantage.ReMax(rewards, inputs.GetProperty("reward_baselines").Numbers(), mask, offsets);
                break;
            case "grpo":
                advantages = ByToken(OutcomeAdvantage.Grpo(scores, groups, byStd, options.Number("epsilon", 1e-6)));
                break;
            case "rloo":
                advantages = ByToken(OutcomeAdvantage.Rloo(scores, groups));
                break;
            case "opo":
                advantages = ByToken(OutcomeAdvantage.Opo(scores, groups, counts));
                break;
            case "gpg":
                advantages = ByToken(OutcomeAdvantage.Gpg(scores, groups));
                break;
            case "grpo_passk":
                advantages = ByToken(OutcomeAdvantage.GrpoPassK(scores, groups, byStd));
                break;
            case "reinforce_plus_plus_baseline":
                advantages = ByToken(OutcomeAdvantage.ReinforcePlusPlusBaseline(scores, groups, counts));
                break;
            default:
                throw new InvalidDataException($"unknown estimate {name}");
        }

        Near(entry.GetProperty("advantages"), advantages, "advantage");
        if (entry.TryGetProperty("returns", out JsonElement recorded) && recorded.ValueKind == JsonValueKind.Array)
            Near(recorded, returns ?? advantages, "return");
    }

    private static void Near(JsonElement expectedRows, double[] actual, string what)
    {
        double[] expected = [.. expectedRows.Matrix().SelectMany(r => r)];
        Assert.Equal(expected.Length, actual.Length);
        double largest = Math.Max(1e-12, expected.Max(Math.Abs));
        for (int i = 0; i < expected.Length; i++)
            Assert.True(Math.Abs(expected[i] - actual[i]) <= 1e-6 * largest, $"{what}[{i}]: expected {expected[i]:R}, got {actual[i]:R}");
    }
}
