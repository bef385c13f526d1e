using System.Text.Json;
using Hone.Tensors;

namespace Hone.Models;

/// <summary>
/// config.json to <see cref="TransformerConfig"/>, with the defaults of transformers (configuration_llama.py,
/// configuration_qwen3.py, modeling_rope_utils.py) where a key is missing.
/// </summary>
internal static class HuggingFaceConfigReader
{
    // Settings of transformers, or of relatives of these families, that change what is computed. Here each must be
    // absent, null, false, 0, empty or the number beside it; one that is not is refused.
    private static readonly (string Key, double Neutral)[] Unsupported =
    [
        ("quantization_config", 0), ("auto_map", 0), ("attention_dropout", 0), ("hidden_dropout", 0), ("resid_pdrop", 0),
        ("embd_pdrop", 0), ("pruned_heads", 0), ("partial_rotary_factor", 1), ("rotary_pct", 1), ("rope_interleaved", 0),
        ("no_rope_layers", 0), ("final_logit_softcapping", 0), ("attn_logit_softcapping", 0), ("query_pre_attn_scalar", 0),
        ("embedding_multiplier", 1), ("residual_multiplier", 1), ("attention_multiplier", 0), ("logits_scaling", 1),
        ("logit_scale", 1), ("num_experts", 0), ("num_local_experts", 0), ("n_routed_experts", 0), ("kv_lora_rank", 0),
        ("use_bidirectional_attention", 0), ("add_cross_attention", 0), ("is_encoder_decoder", 0), ("qkv_bias", 0),
        ("num_nextn_predict_layers", 0), ("attention_chunk_size", 0), ("attn_output_gate", 0), ("alibi", 0),
    ];

    public static HuggingFaceConfig Read(JsonElement root, string? file)
    {
        var config = new ConfigReader(root, file);
        ModelFamily family = ReadFamily(config);
        RefuseUnsupported(config, family);
        TransformerConfig model = ReadModel(config, family);
        IReadOnlyList<string> problems = model.FindProblems();
        if (problems.Count > 0)
            throw CheckpointErrors.File(file, "describes no possible model: " + problems[0].TrimEnd('.'));
        var raw = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (JsonProperty property in config.Properties)
            raw[property.Name] = property.Value.GetRawText();
        bool isNew = config.Has("rope_parameters") || (config.Has("dtype") && !config.Has("rope_theta") && !config.Has("rope_scaling"));
        return new HuggingFaceConfig(family, model, model, isNew ? ConfigSpelling.Transformers5 : ConfigSpelling.Transformers4,
            ReadType(config), raw);
    }

    private static ModelFamily ReadFamily(ConfigReader config)
    {
        string modelType = config.Text("model_type")
            ?? throw CheckpointErrors.Setting(config.File, "model_type", "is missing", expected: "one of " + ModelFamilies.Names, hint: "Is this a model directory?");
        ModelFamily family = ModelFamilies.Find(modelType)
            ?? throw CheckpointErrors.Setting(config.File, "model_type", "is not supported", "one of " + ModelFamilies.Names, modelType);
        foreach (string architecture in config.Texts("architectures") ?? [])
        {
            if (architecture != family.Architecture)
                throw CheckpointErrors.Setting(config.File, "architectures", "is not supported", family.Architecture, architecture);
        }
        return family;
    }

    private static void RefuseUnsupported(ConfigReader config, ModelFamily family)
    {
        foreach ((string key, double neutral) in Unsupported)
            RequireNeutral(config, key, neutral);
        if (!family.HasFeedForwardBias)
            RequireNeutral(config, "mlp_bias", 0);
        if (!family.HasWindows)
        {
            RequireNeutral(config, "sliding_window", 0);
            RequireNeutral(config, "use_sliding_window", 0);
            foreach (string type in config.Texts("layer_types") ?? [])
            {
                if (type != "full_attention")
                    throw CheckpointErrors.Setting(config.File, "layer_types", $"has a kind that {family.ModelType} does not have here", "full_attention", type);
            }
        }
    }

    private static void RequireNeutral(ConfigReader config, string key, double neutral)
    {
        if (!config.TryGet(key, out JsonElement value))
            return;
        bool isNeutral = value.ValueKind switch
        {
            JsonValueKind.False => true,
            JsonValueKind.Number => value.TryGetDouble(out double number) && (number == neutral || (neutral != 1 && number == 0)),
            JsonValueKind.Array => value.GetArrayLength() == 0,
            JsonValueKind.Object => !value.EnumerateObject().Any(),
            _ => false,
        };
        if (!isNeutral)
            throw CheckpointErrors.Setting(config.File, key, "is not supported with this value", got: value.GetRawText(), hint: "It would change what the model computes.");
    }

    private static TransformerConfig ReadModel(ConfigReader config, ModelFamily family)
    {
        int width = config.RequiredInt("hidden_size");
        int heads = config.RequiredInt("num_attention_heads");
        int layers = config.RequiredInt("num_hidden_layers");
        int vocabulary = config.RequiredInt("vocab_size");
        if (layers is < 1 or > TransformerConfig.MaximumLayers)
            throw CheckpointErrors.Setting(config.File, "num_hidden_layers", "is out of range", $"1 to {TransformerConfig.MaximumLayers}", $"{layers}");
        if (heads < 1)
            throw CheckpointErrors.Setting(config.File, "num_attention_heads", "is out of range", "1 or more", $"{heads}");
        bool bias = config.Bool("attention_bias", false);
        var attention = new AttentionConfig(heads, ReadKeyValueHeads(config, family, heads), ReadHeadDim(config, family, width, heads))
        {
            QkNorm = family.QkNorm,
            QkvBias = bias,
            OutputBias = bias,
        };
        var feedForward = new FeedForwardConfig(config.RequiredInt("intermediate_size"))
        {
            Activation = ReadActivation(config),
            Bias = family.HasFeedForwardBias && config.Bool("mlp_bias", false),
        };
        int? pad = config.Token("pad_token_id", null);
        return new TransformerConfig
        {
            VocabularySize = vocabulary,
            Width = width,
            Layers = ReadLayers(config, family, layers, attention, feedForward),
            NormEpsilon = config.Double("rms_norm_eps", 1e-6),
            RopeTheta = ReadRopeTheta(config),
            RotaryDim = attention.HeadDim,
            ContextLength = config.Int("max_position_embeddings", family.DefaultContextLength),
            TieEmbeddings = config.Bool("tie_word_embeddings", false),
            InitializerRange = config.Double("initializer_range", 0.02),
            BosTokenId = config.Token("bos_token_id", family.DefaultBosTokenId),
            EosTokenIds = config.Tokens("eos_token_id", family.DefaultEosTokenId),
            // Nothing pads here, and files exist that name -1 or an id past the vocabulary.
            PadTokenId = pad >= 0 && pad < vocabulary ? pad : null,
        };
    }

    private static int ReadKeyValueHeads(ConfigReader config, ModelFamily family, int heads)
    {
        // A null means "as many as query heads" in every family; a missing key means the family's own default.
        int missing = config.Has("num_key_value_heads") ? heads : family.DefaultKeyValueHeads ?? heads;
        return config.Int("num_key_value_heads", missing);
    }

    private static int ReadHeadDim(ConfigReader config, ModelFamily family, int width, int heads)
    {
        int missing = config.Has("head_dim") ? width / heads : family.DefaultHeadDim ?? width / heads;
        if (!config.TryGet("head_dim", out _) && missing == width / heads && width % heads != 0)
            throw CheckpointErrors.Setting(config.File, "head_dim", "is missing, and the width is no multiple of the heads", $"a multiple of {heads}", $"{width}");
        return config.Int("head_dim", missing);
    }

    private static Activation ReadActivation(ConfigReader config)
    {
        string name = config.Text("hidden_act") ?? "silu";
        return name switch
        {
            "silu" or "swish" => Activation.Silu,
            "gelu" => Activation.Gelu,
            "gelu_new" or "gelu_pytorch_tanh" => Activation.GeluTanh,
            _ => throw CheckpointErrors.Setting(config.File, "hidden_act", "is not supported", "silu, gelu, gelu_new or gelu_pytorch_tanh", name),
        };
    }

    private static IReadOnlyList<LayerConfig> ReadLayers(ConfigReader config, ModelFamily family, int count, AttentionConfig attention, FeedForwardConfig feedForward)
    {
        IReadOnlyList<string>? types = config.Texts("layer_types");
        if (types is not null && types.Count != count)
            throw CheckpointErrors.Setting(config.File, "layer_types", "has the wrong length", $"{count} layers", $"{types.Count}");
        if (!family.HasWindows)
            return TransformerConfig.Uniform(count, attention, feedForward);
        int window = ReadWindow(config);
        int firstWindowed = config.Int("max_window_layers", 28);
        var full = new LayerConfig(attention, feedForward);
        var windowed = new LayerConfig(attention with { Window = window }, feedForward);
        var layers = new LayerConfig[count];
        for (int i = 0; i < count; i++)
        {
            string type = types?[i] ?? (window > 0 && i >= firstWindowed ? "sliding_attention" : "full_attention");
            layers[i] = type switch
            {
                "full_attention" => full,
                "sliding_attention" when window > 0 => windowed,
                "sliding_attention" => throw CheckpointErrors.Setting(config.File, "layer_types", "has a sliding layer, but no window is in use",
                    "use_sliding_window true and a sliding_window", $"layer {i} sliding_attention"),
                _ => throw CheckpointErrors.Setting(config.File, "layer_types", "has an unknown kind", "full_attention or sliding_attention", type),
            };
        }
        return layers;
    }

    private static int ReadWindow(ConfigReader config)
    {
        if (!config.Bool("use_sliding_window", false))
            return 0;
        // A null turns the window off; a missing key means the default of transformers.
        int window = config.Int("sliding_window", config.Has("sliding_window") ? 0 : 4096);
        if (window < 0)
            throw CheckpointErrors.Setting(config.File, "sliding_window", "is negative", got: $"{window}");
        return window;
    }

    private static double ReadRopeTheta(ConfigReader config)
    {
        double? top = config.TryGet("rope_theta", out _) ? config.Double("rope_theta", 0) : null;
        double? nested = ReadRope(config, "rope_parameters");
        double? scaling = ReadRope(config, "rope_scaling");
        double theta = nested ?? scaling ?? top ?? 10000.0;
        foreach (double? other in (ReadOnlySpan<double?>)[nested, scaling, top])
        {
            if (other is { } value && !value.Equals(theta))
                throw CheckpointErrors.Setting(config.File, "rope_theta", "is there twice with two values", $"{theta}", $"{value}");
        }
        return theta;
    }

    private static double? ReadRope(ConfigReader config, string key)
    {
        if (config.Object(key) is not { } rope)
            return null;
        // The type first: its name says more than that of one of its settings.
        foreach (string name in (ReadOnlySpan<string>)["rope_type", "type"])
        {
            if (rope.Text(name) is { } type && type != "default")
                throw CheckpointErrors.Setting(config.File, key, "has a type that is not supported", "default", type, "It would change what the model computes.");
        }
        foreach (JsonProperty property in rope.Properties)
        {
            if (property.Value.ValueKind == JsonValueKind.Null)
                continue;
            switch (property.Name)
            {
                case "rope_type" or "type" or "rope_theta":
                    break;
                case "partial_rotary_factor":
                    RequireNeutral(rope, "partial_rotary_factor", 1);
                    break;
                default:
                    throw CheckpointErrors.Setting(config.File, key, "has a setting that is not supported", got: property.Name, hint: "It could change what the model computes.");
            }
        }
        return rope.TryGet("rope_theta", out _) ? rope.Double("rope_theta", 0) : null;
    }

    private static DType? ReadType(ConfigReader config) => (config.Text("dtype") ?? config.Text("torch_dtype")) switch
    {
        "float32" => DType.Float32,
        "bfloat16" => DType.BFloat16,
        "float16" => DType.Float16,
        _ => null,
    };
}
