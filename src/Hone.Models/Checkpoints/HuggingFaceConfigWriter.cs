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
            if (before is null || before[key] != json)
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
            ["attention_bias"] = ConfigJson.Value(layer.Attention.QkvBias),
            ["bos_token_id"] = ConfigJson.Value(model.BosTokenId),
            ["eos_token_id"] = ConfigJson.OneOrList(model.EosTokenIds),
            ["head_dim"] = ConfigJson.Value(layer.Attention.HeadDim),
            ["hidden_act"] = layer.FeedForward.Activation switch
            {
                Activation.Silu => "\"silu\"",
                Activation.Gelu => "\"gelu\"",
                _ => "\"gelu_pytorch_tanh\"",
            },
            ["hidden_size"] = ConfigJson.Value(model.Width),
            ["initializer_range"] = ConfigJson.Value(model.InitializerRange),
            ["intermediate_size"] = ConfigJson.Value(layer.FeedForward.Width),
            ["max_position_embeddings"] = ConfigJson.Value(model.ContextLength),
            ["model_type"] = $"\"{family.ModelType}\"",
            ["num_attention_heads"] = ConfigJson.Value(layer.Attention.QueryHeads),
            ["num_hidden_layers"] = ConfigJson.Value(model.LayerCount),
            ["num_key_value_heads"] = ConfigJson.Value(layer.Attention.KeyValueHeads),
            ["pad_token_id"] = ConfigJson.Value(model.PadTokenId),
            ["rms_norm_eps"] = ConfigJson.Value(model.NormEpsilon),
            ["tie_word_embeddings"] = ConfigJson.Value(model.TieEmbeddings),
            ["vocab_size"] = ConfigJson.Value(model.VocabularySize),
        };
        if (family.HasFeedForwardBias)
            keys["mlp_bias"] = ConfigJson.Value(layer.FeedForward.Bias);
        if (family.HasWindows)
            AddWindows(keys, model);
        if (spelling == ConfigSpelling.Transformers5)
        {
            keys["rope_parameters"] = $"{{\n    \"rope_theta\": {ConfigJson.Value(model.RopeTheta)},\n    \"rope_type\": \"default\"\n  }}";
        }
        else
        {
            keys["rope_scaling"] = "null";
            keys["rope_theta"] = ConfigJson.Value(model.RopeTheta);
        }
        return keys;
    }

    private static void AddWindows(SortedDictionary<string, string> keys, TransformerConfig model)
    {
        int window = model.Layers.Max(layer => layer.Attention.Window);
        int first = 0;
        while (first < model.LayerCount && model.Layers[first].Attention.Window == 0)
            first++;
        keys["layer_types"] = ConfigJson.List(model.Layers.Select(layer => layer.Attention.Window > 0 ? "\"sliding_attention\"" : "\"full_attention\""));
        keys["max_window_layers"] = ConfigJson.Value(first);
        keys["sliding_window"] = window > 0 ? ConfigJson.Value(window) : "null";
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
