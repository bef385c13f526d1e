using System.Globalization;

namespace Hone.Models;

/// <summary>Rotary positions to config.json, in both spellings.</summary>
internal static class RotaryWriter
{
    public static void Add(SortedDictionary<string, string> keys, ModelFamily family, TransformerConfig model, ConfigSpelling spelling)
    {
        if (!family.HasRotary)
            return;
        RotaryConfig main = model.Rotary, local = model.Layers.FirstOrDefault(layer => layer.Attention.Window > 0)?.Attention.Rotary ?? main;
        int headDim = model.Layers[0].Attention.HeadDim;
        double share = headDim > 0 ? (double)main.Dim / headDim : 1.0;
        if (family.DefaultPartialRotary is not null && spelling == ConfigSpelling.Transformers4)
            keys["partial_rotary_factor"] = ConfigJson.Value(share);
        if (family.ModelType == "phi3" && main.Scaling is { } longRope)
            keys["original_max_position_embeddings"] = ConfigJson.Value(longRope.OriginalContextLength);
        if (spelling == ConfigSpelling.Transformers5)
        {
            double? written = family.DefaultPartialRotary is null ? null : share;
            keys["rope_parameters"] = family.HasLocalRotary
                ? $"{{\n    \"full_attention\": {Parameters(main, true, null, 6)},\n    \"sliding_attention\": {Parameters(local, true, null, 6)}\n  }}"
                : Parameters(main, true, written, 4);
            return;
        }
        keys["rope_theta"] = ConfigJson.Value(main.Theta);
        keys["rope_scaling"] = main.Scaling is null ? "null" : Parameters(main, false, null, 4);
        if (family.HasLocalRotary)
            keys["rope_local_base_freq"] = ConfigJson.Value(local.Theta);
    }

    private static string Parameters(RotaryConfig rotary, bool withTheta, double? share, int indent)
    {
        var pairs = new SortedDictionary<string, string>(StringComparer.Ordinal) { ["rope_type"] = $"\"{Name(rotary.Scaling)}\"" };
        if (withTheta)
            pairs["rope_theta"] = ConfigJson.Value(rotary.Theta);
        if (share is { } part)
            pairs["partial_rotary_factor"] = ConfigJson.Value(part);
        if (rotary.Scaling is { } scaling)
            AddScaling(pairs, scaling);
        string space = new(' ', indent);
        return "{\n" + string.Join(",\n", pairs.Select(pair => $"{space}\"{pair.Key}\": {pair.Value}")) + "\n" + space[2..] + "}";
    }

    private static void AddScaling(SortedDictionary<string, string> pairs, RopeScaling scaling)
    {
        if (scaling.Kind != RopeScalingKind.None)
            pairs["factor"] = ConfigJson.Value(scaling.Factor);
        if (scaling.OriginalContextLength > 0)
            pairs["original_max_position_embeddings"] = ConfigJson.Value(scaling.OriginalContextLength);
        if (scaling.AttentionFactor is { } factor)
            pairs["attention_factor"] = ConfigJson.Value(factor);
        switch (scaling.Kind)
        {
            case RopeScalingKind.Yarn:
                pairs["beta_fast"] = ConfigJson.Value(scaling.BetaFast);
                pairs["beta_slow"] = ConfigJson.Value(scaling.BetaSlow);
                if (scaling.Magnitude != 0)
                    pairs["mscale"] = ConfigJson.Value(scaling.Magnitude);
                if (scaling.MagnitudeAllDimensions != 0)
                    pairs["mscale_all_dim"] = ConfigJson.Value(scaling.MagnitudeAllDimensions);
                if (!scaling.Truncate)
                    pairs["truncate"] = "false";
                break;
            case RopeScalingKind.Llama3:
                pairs["low_freq_factor"] = ConfigJson.Value(scaling.LowFrequencyFactor);
                pairs["high_freq_factor"] = ConfigJson.Value(scaling.HighFrequencyFactor);
                break;
            case RopeScalingKind.LongRope:
                pairs["short_factor"] = Numbers(scaling.ShortFactors);
                pairs["long_factor"] = Numbers(scaling.LongFactors);
                break;
        }
        if (scaling.QueryScaleBeta != 0)
            pairs["llama_4_scaling_beta"] = ConfigJson.Value(scaling.QueryScaleBeta);
    }

    private static string Numbers(IEnumerable<double> values) => "[" + string.Join(", ", values.Select(ConfigJson.Value)) + "]";

    private static string Name(RopeScaling? scaling) => scaling is null or { Kind: RopeScalingKind.None }
        ? "default" : scaling.Kind.ToString().ToLower(CultureInfo.InvariantCulture);
}
