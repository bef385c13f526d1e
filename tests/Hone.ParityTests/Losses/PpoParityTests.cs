using System.Text.Json;
using Hone.Training.Losses;
using Xunit;

namespace Hone.ParityTests.Losses;

public sealed class PpoParityTests
{
    private static readonly Func<JsonElement> Root = () => ReferenceFolder.Json("losses", "advantages_and_ppo.json");

    [Fact]
    public void PolicyLossesAreTheRecordedOnes()
    {
        JsonElement root = Root(), inputs = root.GetProperty("inputs");
        (int[] offsets, bool[] mask, int width) = Rows(inputs);
        double[] old = Flat(inputs.GetProperty("old_log_prob")), current = Flat(inputs.GetProperty("log_prob")), advantages = Flat(inputs.GetProperty("ppo_advantages"));
        foreach (JsonElement entry in root.GetProperty("policy").EnumerateArray())
        {
            JsonElement options = entry.GetProperty("options");
            LossDivisors divisors = LossDivisors.ForStep(Mode(entry.GetProperty("loss_agg_mode").GetString()!), offsets, mask, width);
            var totals = new PpoTotals();
            double[] gradient = new double[current.Length];
            var batch = new PpoBatch { Offsets = offsets, Mask = mask, LogProbs = current, OldLogProbs = old, Advantages = advantages };
            double either = options.Number("clip_ratio", 0.2), low = options.Number("clip_ratio_low", either), high = options.Number("clip_ratio_high", either);
            string name = entry.GetProperty("name").GetString()!;
            if (name == "vanilla") PpoLoss.Vanilla(batch, divisors, totals, gradient, low, high, options.Number("clip_ratio_c", 3));
            else if (name == "geo_mean") PpoLoss.GeometricMean(batch, divisors, totals, gradient, low, high);
            else if (name == "gpg") PpoLoss.Gpg(batch, divisors, totals, gradient);
            else throw new InvalidDataException($"unknown loss {name}");

            Near([entry.GetProperty("loss").GetDouble()], [totals.Loss], $"{name} loss");
            Near(Flat(entry.GetProperty("gradient")), gradient, $"{name} gradient");
            foreach (JsonProperty metric in entry.GetProperty("metrics").EnumerateObject())
            {
                double ours = metric.Name switch
                {
                    "actor/pg_clipfrac" => totals.ClipFraction,
                    "actor/pg_clipfrac_lower" => totals.LowerClipFraction,
                    "actor/ppo_kl" => totals.Kl,
                    _ => throw new InvalidDataException($"unknown metric {metric.Name}"),
                };
                Near([metric.Value.GetDouble()], [ours], $"{name} {metric.Name}");
            }
        }
    }

    [Fact]
    public void ValueLossesAreTheRecordedOnes()
    {
        JsonElement root = Root(), inputs = root.GetProperty("inputs");
        (int[] offsets, bool[] mask, int width) = Rows(inputs);
        foreach (JsonElement entry in root.GetProperty("value").EnumerateArray())
        {
            LossDivisors divisors = LossDivisors.ForStep(LossAggregation.TokenMean, offsets, mask, width);
            var totals = new PpoTotals();
            double[] gradient = new double[mask.Length];
            PpoLoss.Value(offsets, mask, Flat(inputs.GetProperty("new_values")), Flat(inputs.GetProperty("values")), Flat(inputs.GetProperty("returns")),
                entry.GetProperty("cliprange_value").GetDouble(), divisors, totals, gradient);
            Near([entry.GetProperty("loss").GetDouble()], [totals.Loss], "loss");
            Near([entry.GetProperty("clipfrac").GetDouble()], [totals.ClipFraction], "clipfrac");
            Near(Flat(entry.GetProperty("gradient")), gradient, "gradient");
        }
    }

    [Fact]
    public void DivergenceEstimatesAreTheRecordedOnes()
    {
        JsonElement root = Root(), inputs = root.GetProperty("inputs");
        double[] current = Flat(inputs.GetProperty("log_prob")), reference = Flat(inputs.GetProperty("ref_log_prob"));
        foreach (JsonElement entry in root.GetProperty("kl").EnumerateArray())
        {
            Func<double, double, double> estimate = entry.GetProperty("kind").GetString() switch
            {
                "k1" => KlEstimator.K1,
                "abs" => KlEstimator.Abs,
                "k2" => KlEstimator.K2,
                "k3" => KlEstimator.K3,
                string other => throw new InvalidDataException($"unknown estimate {other}"),
                null => throw new InvalidDataException("no kind"),
            };
            Near(Flat(entry.GetProperty("value")), [.. current.Select((l, t) => estimate(l, reference[t]))], "kl");
        }
    }

    private static LossAggregation Mode(string name) => name switch
    {
        "token-mean" => LossAggregation.TokenMean,
        "seq-mean-token-sum" => LossAggregation.SequenceMeanTokenSum,
        "seq-mean-token-mean" => LossAggregation.SequenceMeanTokenMean,
        "seq-mean-token-sum-norm" => LossAggregation.SequenceSumNorm,
        _ => throw new InvalidDataException($"unknown aggregation {name}"),
    };

    private static (int[] Offsets, bool[] Mask, int Width) Rows(JsonElement inputs)
    {
        double[][] mask = inputs.GetProperty("mask").Matrix();
        return ([.. Enumerable.Range(0, mask.Length + 1).Select(r => r * mask[0].Length)], [.. mask.SelectMany(r => r).Select(m => m != 0)], mask[0].Length);
    }

    private static double[] Flat(JsonElement rows) => [.. rows.Matrix().SelectMany(r => r)];

    private static void Near(double[] expected, double[] actual, string what)
    {
        Assert.Equal(expected.Length, actual.Length);
        double largest = expected.Max(Math.Abs);
        for (int i = 0; i < expected.Length; i++)
            Assert.True(Math.Abs(expected[i] - actual[i]) <= 1e-6 * largest + 1e-12, $"{what}[{i}]: expected {expected[i]:R}, got {actual[i]:R}");
    }
}
