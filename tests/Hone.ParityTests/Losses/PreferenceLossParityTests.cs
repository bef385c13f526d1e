using System.Text.Json;
using Hone.Training.Losses;
using Xunit;

namespace Hone.ParityTests.Losses;

/// <summary>DPO's forms, KTO, ORPO, CPO, SimPO and AlphaPO beside TRL's own functions: loss, gradient by token, metrics.</summary>
public sealed class PreferenceLossParityTests
{
    private const double Tolerance = 1e-6;

    public static TheoryData<int> Dpo() => Indices("preference_losses.json");

    public static TheoryData<int> Kto() => Indices("kto_losses.json");

    public static TheoryData<int> ReferenceFree() => Indices("reference_free_losses.json");

    [Theory]
    [MemberData(nameof(Dpo))]
    public void DpoIsTheRecordedOne(int index)
    {
        JsonElement root = ReferenceFolder.Json("losses", "preference_losses.json"), entry = root.GetProperty("cases")[index];
        double[][] recorded = entry.GetProperty("gradient").Matrix();
        // Recorded: all chosen rows, then all rejected ones. Ours: pair by pair.
        int pairs = recorded.Length / 2;
        int[] order = [.. Enumerable.Range(0, pairs).SelectMany(p => new[] { p, pairs + p })];
        var rows = new Rows(root.GetProperty("inputs"), order);
        DpoLossOptions options = ReadDpo(entry.GetProperty("options"));
        var step = PreferenceTotals.ForPairs(rows.Offsets, rows.Mask);
        var gradient = new double[rows.Mask.Length];
        DpoLoss.Compute(rows.Batch, options, step, gradient);
        Near(entry.GetProperty("loss").GetDouble(), step.Loss, Math.Abs(entry.GetProperty("loss").GetDouble()), "loss");
        NearAll(rows.Pick(recorded), gradient);
        Dictionary<string, double> metrics = step.Metrics().ToDictionary(m => m.Key, m => m.Value);
        foreach (JsonProperty metric in entry.GetProperty("metrics").EnumerateObject())
            Near(metric.Value.GetDouble(), metrics[metric.Name], Math.Max(1.0, Math.Abs(metric.Value.GetDouble())), metric.Name);
    }

    [Theory]
    [MemberData(nameof(Kto))]
    public void KtoIsTheRecordedOne(int index)
    {
        JsonElement root = ReferenceFolder.Json("losses", "kto_losses.json"), entry = root.GetProperty("cases")[index];
        JsonElement inputs = root.GetProperty("inputs"), o = entry.GetProperty("options");
        double[][] recorded = entry.GetProperty("gradient").Matrix();
        var rows = new Rows(inputs, [.. Enumerable.Range(0, recorded.Length)]);
        var options = new KtoLossOptions
        {
            Kind = o.GetProperty("loss_type").GetString() == "kto" ? KtoLossKind.Kto : KtoLossKind.ApoZeroUnpaired,
            Beta = o.Number("beta"),
            DesirableWeight = o.Number("desirable_weight", 1),
            UndesirableWeight = o.Number("undesirable_weight", 1),
        };
        bool[] labels = [.. inputs.GetProperty("label").EnumerateArray().Select(e => e.GetBoolean())];
        double kl = KtoLoss.Divergence(inputs.GetProperty("kl_logps").Numbers(), inputs.GetProperty("ref_kl_logps").Numbers(), options);
        Near(entry.GetProperty("kl").GetDouble(), kl, 1.0, "kl");
        var step = new PreferenceTotals(labels.Length, 0);
        var gradient = new double[rows.Mask.Length];
        KtoLoss.Compute(rows.Batch, labels, kl, options, step, gradient);
        Near(entry.GetProperty("loss").GetDouble(), step.Loss, Math.Abs(entry.GetProperty("loss").GetDouble()), "loss");
        NearAll(rows.Pick(recorded), gradient);
    }

    [Theory]
    [MemberData(nameof(ReferenceFree))]
    public void TheReferenceFreeOnesAreTheRecordedOnes(int index)
    {
        JsonElement root = ReferenceFolder.Json("losses", "reference_free_losses.json"), entry = root.GetProperty("cases")[index];
        JsonElement inputs = root.GetProperty("inputs"), o = entry.GetProperty("options");
        double[] chosen = inputs.GetProperty("chosen_logps").Numbers(), rejected = inputs.GetProperty("rejected_logps").Numbers();
        var options = new ReferenceFreeLossOptions
        {
            Kind = entry.GetProperty("name").GetString() == "orpo" ? ReferenceFreeLossKind.Orpo : o.GetProperty("loss_type").GetString() switch
            {
                "sigmoid" => ReferenceFreeLossKind.Cpo,
                "hinge" => ReferenceFreeLossKind.CpoHinge,
                "ipo" => ReferenceFreeLossKind.CpoIpo,
                "simpo" => ReferenceFreeLossKind.SimPo,
                string other => throw new InvalidDataException(other),
                null => throw new InvalidDataException("loss_type is null"),
            },
            Beta = o.Number("beta"),
            LabelSmoothing = o.Number("label_smoothing"),
            SimPoGamma = o.Number("simpo_gamma"),
            Alpha = o.Number("alpha"),
            NllWeight = 0,
        };
        PairLoss[] pairs = [.. chosen.Select((c, i) => ReferenceFreeLoss.Pair(c, rejected[i], options))];
        NearAll(entry.GetProperty("losses").Numbers(), [.. pairs.Select(p => p.Value)]);
        NearAll(entry.GetProperty("chosen_gradient").Numbers(), [.. pairs.Select(p => p.ByChosen / chosen.Length)]);
        NearAll(entry.GetProperty("rejected_gradient").Numbers(), [.. pairs.Select(p => p.ByRejected / chosen.Length)]);
    }

    private static DpoLossOptions ReadDpo(JsonElement o)
    {
        double[] weights = o.GetProperty("loss_weights").Numbers();
        return new DpoLossOptions
        {
            Terms = [.. o.GetProperty("loss_type").EnumerateArray().Select((e, i) => new DpoLossTerm(
                Enum.Parse<DpoLossKind>(e.GetString()!.Replace("_", "", StringComparison.Ordinal), ignoreCase: true), weights[i]))],
            Beta = o.Number("beta"),
            LabelSmoothing = o.Number("label_smoothing"),
            FDivergence = Enum.Parse<FDivergenceKind>(o.GetProperty("f_divergence_type").GetString()!.Replace("_", "", StringComparison.Ordinal), ignoreCase: true),
            FAlphaDivergenceCoef = o.Number("f_alpha_divergence_coef"),
            LdAlpha = o.NumberOrNull("ld_alpha"),
            DiscopopTau = o.Number("discopop_tau"),
        };
    }

    private static TheoryData<int> Indices(string file)
    {
        if (!File.Exists(Path.Combine(ReferenceFolder.Root, "losses", file))) return [-1];
        return [.. Enumerable.Range(0, ReferenceFolder.Json("losses", file).GetProperty("cases").GetArrayLength())];
    }

    private static void NearAll(double[] expected, double[] actual)
    {
        Assert.Equal(expected.Length, actual.Length);
        double largest = expected.Max(Math.Abs);
        Assert.True(largest > 0);
        for (int i = 0; i < expected.Length; i++) Near(expected[i], actual[i], largest, $"[{i}]");
    }

    private static void Near(double expected, double actual, double scale, string what) =>
        Assert.True(Math.Abs(expected - actual) <= Tolerance * scale, $"{what}: expected {expected:R}, got {actual:R}");

    /// <summary>Recorded rows with their padding, which the mask leaves out. Log-probability t scores token t + 1.</summary>
    private sealed class Rows
    {
        private readonly int[] _order;
        private readonly double[] _logProbs, _reference;

        public Rows(JsonElement inputs, int[] order)
        {
            _order = order;
            _logProbs = Pick(inputs.GetProperty("per_token_logps").Matrix());
            _reference = Pick(inputs.GetProperty("ref_per_token_logps").Matrix());
            double[][] mask = [.. inputs.GetProperty("completion_mask").Matrix().Select(r => r[1..])];
            Mask = [.. Pick(mask).Select(m => m != 0)];
            Offsets = [.. Enumerable.Range(0, order.Length + 1).Select(r => r * mask[0].Length)];
        }

        public int[] Offsets { get; }

        public bool[] Mask { get; }

        public PreferenceBatch Batch => new() { Offsets = Offsets, LogProbs = _logProbs, RefLogProbs = _reference, Mask = Mask };

        public double[] Pick(double[][] recorded) => [.. _order.SelectMany(r => recorded[r])];
    }
}
