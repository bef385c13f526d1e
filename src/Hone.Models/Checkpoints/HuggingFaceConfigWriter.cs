using System.Globalization;
using System.Text.Json;
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
        return Write(keys);
    }

    private static SortedDictionary<string, string> Keys(ModelFamily family, TransformerConfig model, ConfigSpelling spelling)
    {
        LayerConfig layer = model.Layers[0];
        var keys = new SortedDictionary<string, string>(StringComparer.Ordinal)
        {
            ["architectures"] = $"[\n    \"{family.Architecture}\"\n  ]",
            ["attention_bias"] = Json(layer.Attention.QkvBias),
            ["bos_token_id"] = Json(model.BosTokenId),
            ["eos_token_id"] = model.EosTokenIds.Count switch
            {
                0 => "null",
                1 => Json(model.EosTokenIds[0]),
                _ => List(model.EosTokenIds.Select(id => Json(id))),
            },
            ["head_dim"] = Json(layer.Attention.HeadDim),
            ["hidden_act"] = layer.FeedForward.Activation switch
            {
                Activation.Silu => "\"silu\"",
                Activation.Gelu => "\"gelu\"",
                _ => "\"gelu_pytorch_tanh\"",
            },
            ["hidden_size"] = Json(model.Width),
            ["initializer_range"] = Number(model.InitializerRange),
            ["intermediate_size"] = Json(layer.FeedForward.Width),
            ["max_position_embeddings"] = Json(model.ContextLength),
            ["model_type"] = $"\"{family.ModelType}\"",
            ["num_attention_heads"] = Json(layer.Attention.QueryHeads),
            ["num_hidden_layers"] = Json(model.LayerCount),
            ["num_key_value_heads"] = Json(layer.Attention.KeyValueHeads),
            ["pad_token_id"] = Json(model.PadTokenId),
            ["rms_norm_eps"] = Number(model.NormEpsilon),
            ["tie_word_embeddings"] = Json(model.TieEmbeddings),
            ["vocab_size"] = Json(model.VocabularySize),
        };
        if (family.HasFeedForwardBias)
            keys["mlp_bias"] = Json(layer.FeedForward.Bias);
        if (family.HasWindows)
            AddWindows(keys, model);
        if (spelling == ConfigSpelling.Transformers5)
        {
            keys["rope_parameters"] = $"{{\n    \"rope_theta\": {Number(model.RopeTheta)},\n    \"rope_type\": \"default\"\n  }}";
        }
        else
        {
            keys["rope_scaling"] = "null";
            keys["rope_theta"] = Number(model.RopeTheta);
        }
        return keys;
    }

    private static void AddWindows(SortedDictionary<string, string> keys, TransformerConfig model)
    {
        int window = model.Layers.Max(layer => layer.Attention.Window);
        int first = 0;
        while (first < model.LayerCount && model.Layers[first].Attention.Window == 0)
            first++;
        keys["layer_types"] = List(model.Layers.Select(layer => layer.Attention.Window > 0 ? "\"sliding_attention\"" : "\"full_attention\""));
        keys["max_window_layers"] = Json(first);
        keys["sliding_window"] = window > 0 ? Json(window) : "null";
        keys["use_sliding_window"] = Json(window > 0);
    }

    private static byte[] Write(SortedDictionary<string, string> keys)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream, new JsonWriterOptions { Indented = true, NewLine = "\n" }))
        {
            writer.WriteStartObject();
            foreach ((string key, string json) in keys)
            {
                writer.WritePropertyName(key);
                writer.WriteRawValue(json);
            }
            writer.WriteEndObject();
        }
        stream.WriteByte((byte)'\n');
        return stream.ToArray();
    }

    private static string List(IEnumerable<string> items) => "[\n    " + string.Join(",\n    ", items) + "\n  ]";

    private static string Name(DType type) => type switch
    {
        DType.Float32 => "float32",
        DType.BFloat16 => "bfloat16",
        DType.Float16 => "float16",
        _ => throw new ArgumentOutOfRangeException(nameof(type), type, "Weights are float32, bfloat16 or float16."),
    };

    private static string Json(bool value) => value ? "true" : "false";

    private static string Json(int? value) => value?.ToString(CultureInfo.InvariantCulture) ?? "null";

    // Shortest digits that read back to the same number, spelled as Python does: 10000.0, 1e-06.
    private static string Number(double value)
    {
        string text = value.ToString("R", CultureInfo.InvariantCulture).ToLowerInvariant();
        return text.AsSpan().IndexOfAny('.', 'e') < 0 ? text + ".0" : text;
    }
}
