namespace Hone.Models;

/// <summary>
/// Settings of GGUF files that change what is computed and that no family here has. Each must be absent or have the neutral value
/// beside it, which for 1 includes 0; one that does not is refused.
/// </summary>
internal static class GgufRefusals
{
    private static readonly (string Key, double Neutral)[] All =
    [
        ("expert_count", 0), ("expert_used_count", 0), ("attention.clamp_kqv", 0), ("attention.max_alibi_bias", 0), ("logit_scale", 1),
        ("embedding_scale", 1), ("residual_scale", 1), ("attention.scale", 0), ("nextn_predict_layers", 0), ("rope.scale_linear", 1),
        ("attention.q_lora_rank", 0), ("attention.kv_lora_rank", 0), ("ssm.conv_kernel", 0), ("attention.output_scale", 1),
        ("rope.scaling.yarn_ext_factor", 1), ("rope.scaling.attn_factor", 1),
    ];

    /// <summary>Refuses what no family knows.</summary>
    public static void Check(GgufMetadata metadata, GgufArchitecture architecture)
    {
        foreach ((string name, double neutral) in All)
        {
            string key = architecture.Name + "." + name;
            if (!metadata.TryGet(key, out GgufValue? value) || (name == "rope.scaling.attn_factor" && architecture.Name == "phi3"))
                continue;
            if (!IsNeutral(value, neutral))
                throw Refused(metadata, key, value);
        }
        foreach (string name in (ReadOnlySpan<string>)["attn_logit_softcapping", "final_logit_softcapping"])
        {
            bool known = name[0] == 'a' ? architecture.Families[0].DefaultAttentionSoftCap is > 0 : architecture.Families[0].DefaultLogitSoftCap is not null;
            if (!known && metadata.TryGet($"{architecture.Name}.{name}", out GgufValue? value) && !IsNeutral(value, 0))
                throw Refused(metadata, $"{architecture.Name}.{name}", value);
        }
        if (metadata.TryGet(architecture.Name + ".attention.temperature_scale", out GgufValue? scale) && !architecture.Families[0].HasQueryScale && !IsNeutral(scale, 0))
            throw Refused(metadata, architecture.Name + ".attention.temperature_scale", scale);
        if (metadata.TryGet(architecture.Name + ".attention.causal", out GgufValue? causal) && causal.Bool is not true)
            throw Refused(metadata, architecture.Name + ".attention.causal", causal);
    }

    private static bool IsNeutral(GgufValue value, double neutral) =>
        value.TryGetNumber(out double number) ? number == neutral || (neutral == 1 && number == 0)
            : value.ToNumbers() is { } many && Array.TrueForAll(many, each => each == neutral);

    private static CheckpointFormatException Refused(GgufMetadata metadata, string key, GgufValue value) =>
        CheckpointErrors.Setting(metadata.File, key, "is not supported with this value", got: value.ToString(), hint: "It would change what the model computes.");
}
