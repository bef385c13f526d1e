using System.Text.Json;
using Hone.Training.Losses;
using Xunit;

namespace Hone.ParityTests.Losses;

public sealed class PolicyLossParityTests
{
    private const double Tolerance = 1e-6;

    public static TheoryData<int, string> Cases()
    {
        var data = new TheoryData<int, string>();
        if (!File.Exists(Path.Combine(ReferenceFolder.Root, "losses", "policy_losses.json")))
        {
            data.Add(-1, "absent");
            return data;
        }

        int index = 0;
        foreach (JsonElement entry in ReferenceFolder.Json("losses", "policy_losses.json").GetProperty("cases").EnumerateArray())
            data.Add(index++, entry.GetProperty("options").GetProperty("loss_type").GetString()!);
        return data;
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void LossGradientAndMetricsAreTheRecordedOnes(int index, string lossType)
    {
        JsonElement root = ReferenceFolder.Json("losses", "policy_losses.json");
        JsonElement entry = root.GetProperty("cases")[index];
        Assert.Equal(lossType, entry.GetProperty("options").GetProperty("loss_type").GetString());
        var step = new RecordedStep(root.GetProperty("inputs"), entry.GetProperty("options"), packed: false);
        PolicyLossResult result = step.Compute();

        Near(entry.GetProperty("loss").GetDouble(), result.Loss, Math.Abs(entry.GetProperty("loss").GetDouble()), "loss");
        NearAll([.. entry.GetProperty("gradient").Matrix().SelectMany(r => r)], result.LogProbGradient, "gradient");
        if (entry.TryGetProperty("entropy_gradient", out JsonElement entropyGradient) && entropyGradient.ValueKind == JsonValueKind.Array)
            NearAll([.. entropyGradient.Matrix().SelectMany(r => r)], result.EntropyGradient!, "entropy gradient");

        Dictionary<string, double> metrics = result.Metrics.ToDictionary(m => m.Key, m => m.Value);
        int compared = 0;
        foreach (JsonProperty metric in entry.GetProperty("metrics").EnumerateObject())
        {
            Assert.True(metrics.ContainsKey(metric.Name), $"metric {metric.Name} is missing");
            double ours = metrics[metric.Name];
            // The recorded policy_loss is that of one micro-batch before its division by the accumulation; ours is the step's.
            if (metric.Name == "policy_loss" && lossType is not ("dapo" or "cispo" or "vespo")) ours *= step.Accumulation;
            double theirs = metric.Value.ValueKind == JsonValueKind.Number ? metric.Value.GetDouble() : double.NaN;
            Near(theirs, ours, Math.Max(1.0, Math.Abs(theirs)), metric.Name);
            compared++;
        }

        Assert.Equal(compared, metrics.Count);
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void PackingDropsThePaddingAndNothingElse(int index, string lossType)
    {
        JsonElement root = ReferenceFolder.Json("losses", "policy_losses.json");
        JsonElement options = root.GetProperty("cases")[index].GetProperty("options");
        Assert.NotEmpty(lossType);
        var padded = new RecordedStep(root.GetProperty("inputs"), options, packed: false);
        var packed = new RecordedStep(root.GetProperty("inputs"), options, packed: true);
        PolicyLossResult a = padded.Compute(), b = packed.Compute();
        Assert.Equal(a.Loss, b.Loss);
        Assert.Equal(a.LogProbGradient.Where((_, t) => padded.InCompletion[t]), b.LogProbGradient);
        Assert.Equal(a.Metrics, b.Metrics);
    }

    private static void NearAll(double[] expected, double[] actual, string what)
    {
        Assert.Equal(expected.Length, actual.Length);
        double largest = expected.Max(Math.Abs);
        for (int i = 0; i < expected.Length; i++) Near(expected[i], actual[i], largest, $"{what}[{i}]");
    }

    private static void Near(double expected, double actual, double scale, string what)
    {
        if (double.IsNaN(expected) && double.IsNaN(actual)) return;
        Assert.True(Math.Abs(expected - actual) <= Tolerance * scale, $"{what}: expected {expected:R}, got {actual:R}");
    }

    /// <summary>The recorded inputs as rows, whole (padding masked out) or packed (padding left out).</summary>
    private sealed class RecordedStep
    {
        private readonly PolicyLossOptions _options;
        private readonly PolicyLossNormalizers _normalizers;
        private readonly int[] _offsets;
        private readonly bool[] _mask;
        private readonly double[] _logProbs, _old, _reference, _entropies, _sampler, _advantages;

        public RecordedStep(JsonElement inputs, JsonElement options, bool packed)
        {
            double[][] completion = inputs.GetProperty("completion_mask").Matrix();
            double[][] tools = inputs.GetProperty("tool_mask").Matrix();
            bool withTools = options.Flag("tool_mask");
            var keep = new List<(int Row, int Column)>();
            var offsets = new List<int> { 0 };
            var mask = new List<bool>();
            for (int r = 0; r < completion.Length; r++)
            {
                for (int t = 0; t < completion[r].Length; t++)
                {
                    if (packed && completion[r][t] == 0) continue;
                    keep.Add((r, t));
                    mask.Add(completion[r][t] != 0 && (!withTools || tools[r][t] != 0));
                }

                offsets.Add(keep.Count);
            }

            double[] Pick(string name)
            {
                double[][] values = inputs.GetProperty(name).Matrix();
                return [.. keep.Select(k => values[k.Row].Length == 1 ? values[k.Row][0] : values[k.Row][k.Column])];
            }

            InCompletion = [.. keep.Select(k => completion[k.Row][k.Column] != 0)];
            _offsets = [.. offsets];
            _mask = [.. mask];
            _advantages = inputs.GetProperty("advantages").Numbers();
            _logProbs = Pick("per_token_logps");
            _old = options.Flag("old", true) ? Pick("old_per_token_logps") : [];
            _reference = Pick("ref_per_token_logps");
            _entropies = Pick("entropies");
            _sampler = options.Flag("importance_sampling_ratio") ? Pick("importance_sampling_ratio") : [];
            _options = Read(options);
            Accumulation = options.Number("accumulation", 1);

            PolicyLossNormalizers counted = PolicyLossNormalizers.ForStep(_options, _offsets, _mask, _entropies);
            _normalizers = counted with
            {
                Rows = counted.Rows * Accumulation,
                Tokens = counted.Tokens * Accumulation,
                EntropyTokens = counted.EntropyTokens * Accumulation,
                NormalizerTokens = Math.Max(1, options.Number("num_items_in_batch")) * Accumulation / options.Number("steps_per_generation", 1),
            };
        }

        public double Accumulation { get; }

        public bool[] InCompletion { get; }

        public PolicyLossResult Compute() => PolicyLoss.Compute(
            new PolicyLossBatch
            {
                Offsets = _offsets, Mask = _mask, Advantages = _advantages, LogProbs = _logProbs, OldLogProbs = _old,
                RefLogProbs = _reference, Entropies = _entropies, SamplerRatio = _sampler,
            },
            _options, _normalizers);

        private static PolicyLossOptions Read(JsonElement o) => new()
        {
            LossType = o.GetProperty("loss_type").GetString() switch
            {
                "grpo" => PolicyLossKind.Grpo,
                "bnpo" => PolicyLossKind.Bnpo,
                "dr_grpo" => PolicyLossKind.DrGrpo,
                "dapo" => PolicyLossKind.Dapo,
                "cispo" => PolicyLossKind.Cispo,
                "luspo" => PolicyLossKind.Luspo,
                "sapo" => PolicyLossKind.Sapo,
                "vespo" => PolicyLossKind.Vespo,
                string other => throw new InvalidDataException($"loss_type {other}"),
                null => throw new InvalidDataException("loss_type is null"),
            },
            ImportanceSamplingLevel = o.GetProperty("importance_sampling_level").GetString() == "sequence"
                ? ImportanceSamplingLevel.Sequence : ImportanceSamplingLevel.Token,
            Epsilon = o.Number("epsilon_low", 0.2),
            EpsilonHigh = o.NumberOrNull("epsilon_high"),
            Delta = o.NumberOrNull("delta"),
            Beta = o.Number("beta"),
            UseBiasCorrectionKl = o.Flag("use_bias_correction_kl"),
            OffPolicyMaskThreshold = o.NumberOrNull("off_policy_mask_threshold"),
            TopEntropyQuantile = o.Number("top_entropy_quantile", 1),
            EntropyCoef = o.Number("entropy_coef"),
            SapoTemperaturePos = o.Number("sapo_temperature_pos", 1),
            SapoTemperatureNeg = o.Number("sapo_temperature_neg", 1.05),
            VespoKPos = o.Number("vespo_k_pos", 2),
            VespoLambdaPos = o.Number("vespo_lambda_pos", 3),
            VespoKNeg = o.Number("vespo_k_neg", 3),
            VespoLambdaNeg = o.Number("vespo_lambda_neg", 2),
            MaxCompletionLength = (int)o.Number("max_completion_length", 512),
        };
    }
}
