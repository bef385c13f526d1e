using System.Text.Json;

namespace Hone.Models;

/// <summary>Rotary positions of a config.json, with the rules of transformers (modeling_rope_utils.py) in both of its spellings.</summary>
internal readonly struct RotaryReader(ConfigReader config, ModelFamily family, int headDim, int contextLength)
{
    /// <summary>Rotary positions of layers without windows, and of those with; the second is null where they are the same.</summary>
    public (RotaryConfig Global, RotaryConfig? Local) Read()
    {
        if (!family.HasRotary)
            return (RotaryConfig.None, null);
        ConfigReader? five = config.Object("rope_parameters"), four = config.Object("rope_scaling");
        ConfigReader? global = five, local = null;
        if (five is { } nested && (nested.Has("full_attention") || nested.Has("sliding_attention")))
        {
            if (!family.HasLocalRotary)
                throw CheckpointErrors.Setting(config.File, "rope_parameters", "has other positions for layers with windows, which this family does not have", got: "full_attention, sliding_attention");
            foreach (JsonProperty property in nested.Properties)
            {
                if (property.Name is not ("full_attention" or "sliding_attention"))
                    throw CheckpointErrors.Setting(config.File, "rope_parameters", "has an unknown kind of layers", "full_attention and sliding_attention", property.Name);
            }
            (global, local) = (nested.Object("full_attention"), nested.Object("sliding_attention"));
        }
        RotaryConfig main = One(global, four, Top("rope_theta", "global_rope_theta"), family.DefaultRopeTheta);
        if (global is null && four is null && family.DefaultRopeScaling is { } scaling && !config.Has("rope_parameters") && !config.Has("rope_scaling"))
            main = main with { Scaling = scaling };
        if (!family.HasLocalRotary)
            return (main, null);
        // Scaling is for layers that read everything; windows are short.
        RotaryConfig near = One(local, null, Top("rope_local_base_freq", "local_rope_theta"), family.DefaultLocalRopeTheta ?? main.Theta);
        return (main, near == main ? null : near);
    }

    private double? Top(string key, string other)
    {
        foreach (string name in (ReadOnlySpan<string>)[key, other])
        {
            if (config.TryGet(name, out _))
                return config.Double(name, 0);
        }
        return null;
    }

    private RotaryConfig One(ConfigReader? five, ConfigReader? four, double? top, double missing)
    {
        (double? nested, RopeScaling? scaling, double? partial) = Parameters(five, "rope_parameters");
        (double? oldTheta, RopeScaling? oldScaling, double? oldPartial) = Parameters(four, "rope_scaling");
        double theta = nested ?? oldTheta ?? top ?? missing;
        foreach (double? other in (ReadOnlySpan<double?>)[nested, oldTheta, top])
        {
            if (other is { } value && !value.Equals(theta))
                throw CheckpointErrors.Setting(config.File, "rope_theta", "is there twice with two values", $"{theta}", $"{value}");
        }
        if (scaling is not null && oldScaling is not null && scaling != oldScaling)
            throw CheckpointErrors.Setting(config.File, "rope_scaling", "is not what rope_parameters says");
        double? above = config.TryGet("partial_rotary_factor", out _) ? config.Double("partial_rotary_factor", 1) : null;
        double share = above ?? partial ?? oldPartial ?? family.DefaultPartialRotary ?? 1.0;
        if (family.DefaultPartialRotary is null && share != 1.0)
            throw CheckpointErrors.Setting(config.File, "partial_rotary_factor", "is not supported with this value", "1", $"{share}", "It would change what the model computes.");
        if (!(share is > 0 and <= 1))
            throw CheckpointErrors.Setting(config.File, "partial_rotary_factor", "is out of range", "above 0, at most 1", $"{share}");
        return new RotaryConfig(theta, (int)(headDim * share)) { Scaling = scaling ?? oldScaling, Reversed = family.ReversedRotation };
    }

    private (double? Theta, RopeScaling? Scaling, double? Partial) Parameters(ConfigReader? given, string key)
    {
        if (given is not { } rope)
            return (null, null, null);
        string type = rope.Text("rope_type") ?? rope.Text("type") ?? "default";
        if (rope.Text("type") is { } second && Canonical(second) != Canonical(type))
            throw CheckpointErrors.Setting(config.File, key, "has two types", type, second);
        type = Canonical(type);
        double? theta = rope.TryGet("rope_theta", out _) ? rope.Double("rope_theta", 0) : null;
        double? partial = rope.TryGet("partial_rotary_factor", out _) ? rope.Double("partial_rotary_factor", 1) : null;
        RopeScaling? scaling = type switch
        {
            "default" => null,
            "linear" => new RopeScaling(RopeScalingKind.Linear) { Factor = Needed(rope, key, type, "factor") },
            "dynamic" => new RopeScaling(RopeScalingKind.Dynamic) { Factor = Needed(rope, key, type, "factor") },
            "yarn" => Yarn(rope, key),
            "llama3" => new RopeScaling(RopeScalingKind.Llama3)
            {
                Factor = Needed(rope, key, type, "factor"),
                LowFrequencyFactor = Needed(rope, key, type, "low_freq_factor"),
                HighFrequencyFactor = Needed(rope, key, type, "high_freq_factor"),
                OriginalContextLength = Original(rope),
            },
            "longrope" => LongRope(rope, key),
            _ => throw CheckpointErrors.Setting(config.File, key, "has a type that is not supported", "default, linear, dynamic, yarn, llama3 or longrope", type, "It would change what the model computes."),
        };
        RefuseOthers(rope, key, type);
        if (family.HasQueryScale && rope.TryGet("llama_4_scaling_beta", out _))
        {
            scaling = (scaling ?? new RopeScaling(RopeScalingKind.None)) with
            {
                QueryScaleBeta = rope.Double("llama_4_scaling_beta", 0),
                OriginalContextLength = Original(rope),
            };
        }
        return (theta, scaling, partial);
    }

    private string Canonical(string type) => type switch
    {
        "su" => "longrope",
        // Early files of Phi-3 call their lists of divisors so.
        "yarn" when family.ModelType == "phi3" => "longrope",
        _ => type,
    };

    private RopeScaling Yarn(ConfigReader rope, string key)
    {
        int original = Original(rope);
        if (!rope.Has("factor"))
            throw Lacks(key, "yarn", "factor");
        return new RopeScaling(RopeScalingKind.Yarn)
        {
            OriginalContextLength = original,
            Factor = rope.Double("factor", (double)contextLength / Math.Max(original, 1)),
            AttentionFactor = rope.TryGet("attention_factor", out _) ? rope.Double("attention_factor", 1) : null,
            BetaFast = Or(rope.Double("beta_fast", 0), 32),
            BetaSlow = Or(rope.Double("beta_slow", 0), 1),
            Magnitude = rope.Double("mscale", 0),
            MagnitudeAllDimensions = rope.Double("mscale_all_dim", 0),
            Truncate = rope.Bool("truncate", true),
        };
    }

    private RopeScaling LongRope(ConfigReader rope, string key)
    {
        int original = Original(rope);
        return new RopeScaling(RopeScalingKind.LongRope)
        {
            OriginalContextLength = original,
            Factor = rope.Double("factor", (double)contextLength / Math.Max(original, 1)),
            AttentionFactor = rope.TryGet("attention_factor", out _) ? rope.Double("attention_factor", 1) : null,
            ShortFactors = rope.Doubles("short_factor") ?? throw Lacks(key, "longrope", "short_factor"),
            LongFactors = rope.Doubles("long_factor") ?? throw Lacks(key, "longrope", "long_factor"),
        };
    }

    // Beside the scaling in some files, above it in Phi's; the one above counts.
    private int Original(ConfigReader rope)
    {
        int inside = rope.Int("original_max_position_embeddings", contextLength);
        return config.Int("original_max_position_embeddings", family.ModelType == "phi3" ? 4096 : inside);
    }

    private void RefuseOthers(ConfigReader rope, string key, string type)
    {
        foreach (JsonProperty property in rope.Properties)
        {
            if (property.Value.ValueKind == JsonValueKind.Null)
                continue;
            bool known = property.Name switch
            {
                "rope_type" or "type" or "rope_theta" or "partial_rotary_factor" => true,
                "factor" => type != "default",
                "original_max_position_embeddings" => type != "default" || family.HasQueryScale,
                "attention_factor" => type is "yarn" or "longrope",
                "beta_fast" or "beta_slow" or "mscale" or "mscale_all_dim" or "truncate" => type == "yarn",
                "low_freq_factor" or "high_freq_factor" => type == "llama3",
                "short_factor" or "long_factor" => type == "longrope",
                "llama_4_scaling_beta" or "max_position_embeddings" => family.HasQueryScale,
                _ => false,
            };
            if (!known)
                throw CheckpointErrors.Setting(config.File, key, $"of type {type} has a setting that is not supported", got: property.Name, hint: "It could change what the model computes.");
        }
    }

    private double Needed(ConfigReader rope, string key, string type, string name) =>
        rope.TryGet(name, out _) ? rope.Double(name, 0) : throw Lacks(key, type, name);

    private CheckpointFormatException Lacks(string key, string type, string name) =>
        CheckpointErrors.Setting(config.File, key, $"of type {type} lacks a setting", expected: name);

    private static double Or(double value, double other) => value == 0 ? other : value;
}
