using Hone.Tensors;

namespace Hone.Models;

/// <summary>
/// <see cref="TransformerConfig"/> to config.json. A key whose value follows from the model as it was read is written
/// with its original JSON (or left out, if it was); only what a change touches is written anew.
/// </summary>
internal static class HuggingFaceConfigWriter
{
    public static byte[] ToBytes(ModelFamily family, TransformerConfig model, TransformerConfig? readModel, ConfigSpelling spelling, DType? type, SortedDictionary<string, string> raw)
    {
        var keys = new SortedDictionary<string, string>(raw, StringComparer.Ordinal);
        SortedDictionary<string, string> wanted = Keys(family, model, spelling);
        SortedDictionary<string, string>? before = readModel is null ? null : Keys(family, readModel, spelling);
        foreach ((string key, string json) in wanted)
        {
            if (before is null || !before.TryGetValue(key, out string? was) || was != json)
                keys[key] = json;
        }
        if (type is { } stored)
            keys[raw.ContainsKey("dtype") || spelling == ConfigSpelling.Transformers5 ? "dtype" : "torch_dtype"] = $"\"{Name(stored)}\"";
        return ConfigJson.Write(keys);
    }

    private static SortedDictionary<string, string> Keys(ModelFamily family, TransformerConfig model, ConfigSpelling spelling)
    {
        LayerConfig layer = model.Layers[0];
        var keys = new SortedDictionary<string, string>(StringComparer.Ordinal)
        {
            ["architectures"] = $"[\n    \"{family.Architecture}\"\n  ]",
            ["bos_token_id"] = ConfigJson.Value(model.BosTokenId),
            ["eos_token_id"] = ConfigJson.OneOrList(model.EosTokenIds),
            [family.Keys.Activation] = $"\"{ActivationNames.Of(layer.FeedForward)}\"",
            [family.Keys.Width] = ConfigJson.Value(model.Width),
            ["initializer_range"] = ConfigJson.Value(model.InitializerRange),
            [family.Keys.FeedForward] = ConfigJson.Value(layer.FeedForward.Width),
            [family.Keys.Context] = ConfigJson.Value(model.ContextLength),
            ["model_type"] = $"\"{family.ModelType}\"",
            [family.Keys.Heads] = ConfigJson.Value(layer.Attention.QueryHeads),
            [family.Keys.Layers] = ConfigJson.Value(model.LayerCount),
            ["pad_token_id"] = ConfigJson.Value(model.PadTokenId),
            [family.Keys.NormEpsilon] = ConfigJson.Value(model.NormEpsilon),
            ["tie_word_embeddings"] = ConfigJson.Value(model.TieEmbeddings || family.IsEncoder),
            ["vocab_size"] = ConfigJson.Value(model.VocabularySize),
        };
        if (family.HasKeyValueHeads)
        {
            keys["head_dim"] = ConfigJson.Value(layer.Attention.HeadDim);
            keys["num_key_value_heads"] = ConfigJson.Value(layer.Attention.KeyValueHeads);
        }
        AddOptional(keys, family, model, layer);
        AddWindows(keys, family, model);
        RotaryWriter.Add(keys, family, model, spelling);
        return keys;
    }

    private static void AddOptional(SortedDictionary<string, string> keys, ModelFamily family, TransformerConfig model, LayerConfig layer)
    {
        if (family.QkvBias == BiasRule.ByKey)
            keys["attention_bias"] = ConfigJson.Value(layer.Attention.QkvBias);
        if (family.FeedForwardBias == BiasRule.ByKey)
            keys["mlp_bias"] = ConfigJson.Value(layer.FeedForward.Bias);
        if (family.QkNormKey is { } normKey)
            keys[normKey] = ConfigJson.Value(layer.Attention.QkNorm);
        if (family.Norm == NormKind.LayerWithoutBias)
            keys["norm_bias"] = ConfigJson.Value(model.Norm == NormKind.Layer);
        if (family.HasSegments)
            keys["type_vocab_size"] = ConfigJson.Value(model.TokenTypes);
        if (family.DefaultQueryScalar is not null && layer.Attention.Scale is { } scale)
            keys["query_pre_attn_scalar"] = ConfigJson.Value(Math.Round(1.0 / (scale * scale), 6));
        if (family.DefaultAttentionSoftCap is not null)
            keys["attn_logit_softcapping"] = layer.Attention.SoftCap > 0 ? ConfigJson.Value(layer.Attention.SoftCap) : "null";
        if (family.DefaultLogitSoftCap is not null)
            keys["final_logit_softcapping"] = model.LogitSoftCap > 0 ? ConfigJson.Value(model.LogitSoftCap) : "null";
        if (family.HasUnrotatedLayers)
            keys["no_rope_layers"] = ConfigJson.List(model.Layers.Select(l => l.Attention.Rotary is { Dim: 0 } ? "0" : "1"));
    }

    private static void AddWindows(SortedDictionary<string, string> keys, ModelFamily family, TransformerConfig model)
    {
        if (family.Windows == WindowRule.None)
            return;
        int window = model.Layers.Max(layer => layer.Attention.Window);
        keys[family.Keys.Window] = window > 0 ? ConfigJson.Value(window) : "null";
        if (family.Windows == WindowRule.EveryLayer)
            return;
        keys["layer_types"] = ConfigJson.List(model.Layers.Select(layer => layer.Attention.Window > 0 ? "\"sliding_attention\"" : "\"full_attention\""));
        if (family.Windows != WindowRule.Switched)
            return;
        int first = 0;
        while (first < model.LayerCount && model.Layers[first].Attention.Window == 0)
            first++;
        if (!family.HasUnrotatedLayers)
            keys["max_window_layers"] = ConfigJson.Value(first);
        keys["use_sliding_window"] = ConfigJson.Value(window > 0);
    }

    private static string Name(DType type) => type switch
    {
        DType.Float32 => "float32",
        DType.BFloat16 => "bfloat16",
        DType.Float16 => "float16",
        _ => throw new ArgumentOutOfRangeException(nameof(type), type, "Weights are float32, bfloat16 or float16."),
    };
}
