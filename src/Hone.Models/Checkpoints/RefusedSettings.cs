using System.Text.Json;

namespace Hone.Models;

/// <summary>
/// Settings of transformers, or of relatives of the supported families, that change what is computed. Each must be absent,
/// null, false, 0, empty or the number beside it in a file whose family does not know it; one that is not is refused.
/// </summary>
internal static class RefusedSettings
{
    private static readonly (string Key, double Neutral)[] All =
    [
        ("quantization_config", 0), ("auto_map", 0), ("pruned_heads", 0), ("rotary_pct", 1), ("rope_interleaved", 0), ("rope_interleave", 0),
        ("embedding_multiplier", 1), ("residual_multiplier", 1), ("attention_multiplier", 0), ("logits_scaling", 1), ("logit_scale", 1),
        ("num_experts", 0), ("num_local_experts", 0), ("n_routed_experts", 0), ("kv_lora_rank", 0), ("use_bidirectional_attention", 0),
        ("add_cross_attention", 0), ("is_encoder_decoder", 0), ("is_decoder", 0), ("qkv_bias", 0), ("num_nextn_predict_layers", 0),
        ("attention_chunk_size", 0), ("attn_output_gate", 0), ("alibi", 0), ("clip_qkv", 0), ("use_qk_norm", 0), ("embedding_size", 0),
        ("parallel_attn", 0), ("use_parallel_residual", 0), ("swiglu_limit", 0), ("index_topk", 0), ("layer_norm_elementwise_affine", 1),
        ("text_config", 0), ("vision_config", 0), ("sparse_prediction", 0), ("num_kv_shared_layers", 0), ("scale_attn_by_inverse_layer_idx", 0),
        ("no_rope_layers", 0), ("query_pre_attn_scalar", 0), ("attn_logit_softcapping", 0), ("final_logit_softcapping", 0), ("mlp_bias", 0),
        ("attention_bias", 0), ("sliding_window", 0), ("use_sliding_window", 0), ("qk_layernorm", 0), ("partial_rotary_factor", 1),
        ("rope_scaling", 0), ("rope_parameters", 0), ("norm_bias", 0), ("type_vocab_size", 0),
    ];

    // Dropout is for the training of others: nothing is dropped here. Families that were published with it may say so.
    private static readonly string[] Dropouts =
        ["attention_dropout", "hidden_dropout", "resid_pdrop", "embd_pdrop", "attn_pdrop", "hidden_dropout_prob", "attention_probs_dropout_prob", "embedding_dropout", "mlp_dropout"];

    /// <summary>Refuses what the family does not know.</summary>
    public static void Check(ConfigReader config, ModelFamily family)
    {
        foreach ((string key, double neutral) in All)
        {
            if (!Knows(family, key))
                RequireNeutral(config, key, neutral);
        }
        bool withDropout = family.Norm is NormKind.Layer or NormKind.LayerWithoutBias || family.ModelType == "phi3";
        foreach (string key in Dropouts)
        {
            if (!withDropout)
                RequireNeutral(config, key, 0);
        }
        if (config.Text("position_embedding_type") is { } positions && positions != "absolute")
            throw Refused(config, "position_embedding_type", $"\"{positions}\"");
    }

    private static bool Knows(ModelFamily family, string key) => key switch
    {
        "partial_rotary_factor" => family.HasRotary,
        "rope_scaling" or "rope_parameters" => family.HasRotary,
        "no_rope_layers" => family.HasUnrotatedLayers,
        "query_pre_attn_scalar" => family.DefaultQueryScalar is not null,
        "attn_logit_softcapping" => family.DefaultAttentionSoftCap is not null,
        "final_logit_softcapping" => family.DefaultLogitSoftCap is not null,
        "mlp_bias" => family.FeedForwardBias == BiasRule.ByKey,
        "attention_bias" => family.QkvBias == BiasRule.ByKey,
        "sliding_window" => family.Windows != WindowRule.None && family.Keys.Window == key,
        "use_sliding_window" => family.Windows == WindowRule.Switched,
        "qk_layernorm" => family.QkNormKey == key,
        "scale_attn_by_inverse_layer_idx" => !family.HasRotary && !family.IsEncoder,
        "norm_bias" => family.Norm == NormKind.LayerWithoutBias,
        "type_vocab_size" => family.HasSegments,
        _ => false,
    };

    private static void RequireNeutral(ConfigReader config, string key, double neutral)
    {
        if (!config.TryGet(key, out JsonElement value))
            return;
        bool isNeutral = value.ValueKind switch
        {
            JsonValueKind.False => true,
            JsonValueKind.True => neutral == 1 && key == "layer_norm_elementwise_affine",
            JsonValueKind.Number => value.TryGetDouble(out double number) && (number == neutral || (neutral != 1 && number == 0)),
            JsonValueKind.Array => value.GetArrayLength() == 0,
            JsonValueKind.Object => !value.EnumerateObject().Any(),
            _ => false,
        };
        if (!isNeutral)
            throw Refused(config, key, value.GetRawText());
    }

    private static CheckpointFormatException Refused(ConfigReader config, string key, string got) =>
        CheckpointErrors.Setting(config.File, key, "is not supported with this value", got: got, hint: "It would change what the model computes.");
}
