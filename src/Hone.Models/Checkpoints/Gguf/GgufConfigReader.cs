using System.Globalization;
using System.Text.Json;

namespace Hone.Models;

/// <summary>
/// The metadata of a GGUF file to the config.json of the family that computes the same, with the defaults of llama.cpp where a
/// key is missing. What config.json says beyond that (initialisation) has its default.
/// </summary>
internal sealed class GgufConfigReader
{
    private readonly GgufContent _content;
    private readonly GgufMetadata _metadata;
    private readonly GgufArchitecture _architecture;
    private readonly string? _file;
    private readonly SortedDictionary<string, string> _keys = new(StringComparer.Ordinal);

    private GgufConfigReader(GgufContent content, GgufArchitecture architecture)
    {
        _content = content;
        _metadata = content.Metadata;
        _architecture = architecture;
        _file = content.Metadata.File;
    }

    /// <summary>Reads the metadata.</summary>
    /// <exception cref="CheckpointFormatException">They describe no supported model.</exception>
    public static (GgufArchitecture Architecture, HuggingFaceConfig Config) Read(GgufContent content)
    {
        GgufMetadata metadata = content.Metadata;
        if (metadata.Text("general.type") is { } type && type != "model")
            throw CheckpointErrors.Setting(metadata.File, "general.type", "says that this is no model", "model", type);
        string name = metadata.Text("general.architecture")
            ?? throw CheckpointErrors.Setting(metadata.File, "general.architecture", "is missing", expected: "the architecture's name, such as llama");
        GgufArchitecture architecture = GgufArchitectures.Find(name)
            ?? throw CheckpointErrors.Setting(metadata.File, "general.architecture", "is not supported", got: name, hint: "Supported are " + GgufArchitectures.Names + ".");
        return (architecture, new GgufConfigReader(content, architecture).ReadAll());
    }

    private HuggingFaceConfig ReadAll()
    {
        GgufRefusals.Check(_metadata, _architecture);
        int layers = Required("block_count"), width = Required("embedding_length"), heads = Required("attention.head_count");
        if (layers is < 1 or > TransformerConfig.MaximumLayers)
            throw CheckpointErrors.Setting(_file, Key("block_count"), "is out of range", $"1 to {TransformerConfig.MaximumLayers}", $"{layers}");
        if (heads < 1)
            throw CheckpointErrors.Setting(_file, Key("attention.head_count"), "is out of range", "1 or more", $"{heads}");
        int window = _architecture.HasWindow ? Uniform("attention.sliding_window") ?? 0 : 0;
        ModelFamily family = _architecture.Families[0];
        if (_architecture.Name == "olmo2" && window > 0)
            family = OlmoFamilies.Olmo3;
        int headDim = HeadDim(width, heads);
        AddSizes(family, layers, width, heads, headDim);
        AddSwitches(family);
        AddLayers(family, layers, window);
        AddTokens();
        var rotary = new GgufRotary(_content, _architecture, headDim);
        rotary.AddKeys(_keys, family);
        HuggingFaceConfig config = HuggingFaceConfig.Parse(ConfigJson.Write(_keys), _file);
        if (rotary.ReadScaling(config.Model) is not { } scaling)
            return config;
        try
        {
            return config.WithModel(Scaled(config.Model, family, scaling));
        }
        catch (ArgumentException e)
        {
            throw CheckpointErrors.File(_file, "has rotary positions that are not supported: " + e.Message.Split('\n')[0].TrimEnd('.'));
        }
    }

    // The scaling is for layers that read everything.
    private static TransformerConfig Scaled(TransformerConfig model, ModelFamily family, RopeScaling scaling)
    {
        RotaryConfig plain = model.Rotary;
        LayerConfig Own(LayerConfig layer) => family.HasLocalRotary && layer.Attention is { Window: > 0, Rotary: null }
            ? layer with { Attention = layer.Attention with { Rotary = plain } }
            : layer;
        return model with { RopeScaling = scaling, Layers = [.. model.Layers.Select(Own)] };
    }

    private void AddSizes(ModelFamily family, int layers, int width, int heads, int headDim)
    {
        ConfigKeys keys = family.Keys;
        Set("model_type", Quoted(family.ModelType));
        Set("architectures", $"[{Quoted(family.Architecture)}]");
        Set(keys.Width, ConfigJson.Value(width));
        Set(keys.Layers, ConfigJson.Value(layers));
        Set(keys.Heads, ConfigJson.Value(heads));
        Set(keys.FeedForward, ConfigJson.Value(Required("feed_forward_length")));
        Set(keys.Context, ConfigJson.Value(Required("context_length")));
        Set(keys.NormEpsilon, ConfigJson.Value(Decimal(_metadata.Number(Key(_architecture.EpsilonKey)) ?? throw Missing(_architecture.EpsilonKey))));
        Set(keys.Activation, Quoted(family.DefaultActivation));
        Set("vocab_size", ConfigJson.Value(Vocabulary()));
        Set("tie_word_embeddings", ConfigJson.Value(IsTied()));
        int keyValueHeads = Uniform("attention.head_count_kv") ?? heads;
        if (family.HasKeyValueHeads)
        {
            Set("num_key_value_heads", ConfigJson.Value(keyValueHeads));
            Set("head_dim", ConfigJson.Value(headDim));
        }
        else if (keyValueHeads != heads)
        {
            throw CheckpointErrors.Setting(_file, Key("attention.head_count_kv"), "is not supported with this value", $"{heads}", $"{keyValueHeads}");
        }
    }

    private void AddSwitches(ModelFamily family)
    {
        if (family.QkvBias == BiasRule.ByKey)
            Set("attention_bias", ConfigJson.Value(Has("blk.0.attn_q.bias") || Has("blk.0.attn_output.bias")));
        if (family.FeedForwardBias == BiasRule.ByKey)
            Set("mlp_bias", ConfigJson.Value(Has("blk.0.ffn_up.bias")));
        if (family.QkNormKey is { } normKey)
            Set(normKey, ConfigJson.Value(Has("blk.0.attn_q_norm.weight")));
        if (family.DefaultQueryScalar is not null)
        {
            int width = Required("embedding_length"), heads = Required("attention.head_count");
            int scalar = Required("block_count") == _architecture.LayersOfWideScale ? width / heads : HeadDim(width, heads);
            Set("query_pre_attn_scalar", ConfigJson.Value(scalar));
        }
        if (family.DefaultAttentionSoftCap is not null && _metadata.Number(Key("attn_logit_softcapping")) is { } scores)
            Set("attn_logit_softcapping", ConfigJson.Value(Decimal(scores)));
        if (family.DefaultLogitSoftCap is not null && _metadata.Number(Key("final_logit_softcapping")) is { } logits)
            Set("final_logit_softcapping", ConfigJson.Value(Decimal(logits)));
        if (family.ModelType == "smollm3")
            Set("no_rope_layers", ConfigJson.List(Enumerable.Range(0, Required("block_count")).Select(i => (i + 1) % 4 == 0 ? "0" : "1")));
    }

    private void AddLayers(ModelFamily family, int layers, int window)
    {
        if (family.Windows == WindowRule.None)
            return;
        Set(family.Keys.Window, window > 0 ? ConfigJson.Value(window) : "null");
        if (family.Windows == WindowRule.EveryLayer)
            return;
        bool[] windowed = Windowed(layers, window);
        Set("layer_types", ConfigJson.List(windowed.Select(sliding => sliding ? "\"sliding_attention\"" : "\"full_attention\"")));
        if (family.Windows == WindowRule.Switched)
            Set("use_sliding_window", "false");
    }

    private bool[] Windowed(int layers, int window)
    {
        const string Pattern = "attention.sliding_window_pattern";
        var windowed = new bool[layers];
        if (window == 0)
            return windowed;
        int period = _architecture.WindowPeriod;
        if (_metadata.TryGet(Key(Pattern), out GgufValue? value) && value.Type == GgufValueType.Array)
        {
            if (value.Bools is not { } listed || listed.Count != layers)
                throw _metadata.Wrong(Key(Pattern), value, $"{layers} truths or one number");
            return [.. listed];
        }
        period = _metadata.Int(Key(Pattern)) ?? period;
        for (int i = 0; i < layers; i++)
            windowed[i] = period == 0 || i % period < period - 1;
        return windowed;
    }

    private void AddTokens()
    {
        int vocabulary = Vocabulary();
        var ends = new List<int>();
        foreach (string name in (ReadOnlySpan<string>)["eos", "eot", "eom"])
        {
            if (Token(name, vocabulary) is { } id && !ends.Contains(id))
                ends.Add(id);
        }
        Set("bos_token_id", ConfigJson.Value(Token("bos", vocabulary)));
        Set("eos_token_id", ConfigJson.OneOrList(ends));
        Set("pad_token_id", ConfigJson.Value(Token("padding", vocabulary)));
    }

    // Files exist that name ids past the vocabulary; they mean none.
    private int? Token(string name, int vocabulary) =>
        _metadata.Int($"tokenizer.ggml.{name}_token_id") is { } id && id < vocabulary ? id : null;

    private int Vocabulary()
    {
        IReadOnlyList<long> shape = _content.ShapeOf("token_embd.weight")
            ?? throw CheckpointErrors.Tensor(_file, "token_embd.weight", "is not in the file");
        return shape.Count == 2 && shape[0] <= int.MaxValue ? (int)shape[0]
            : throw CheckpointErrors.Tensor(_file, "token_embd.weight", "has the wrong shape", expected: "[vocabulary, width]", got: CheckpointErrors.Shape(shape));
    }

    private bool IsTied()
    {
        bool has = Has("output.weight");
        if (_architecture.HasOutput is { } needed && needed != has)
            throw CheckpointErrors.Tensor(_file, "output.weight", needed ? "is not in the file" : $"is in the file; {_architecture.Name} has none");
        return !has;
    }

    private int HeadDim(int width, int heads)
    {
        int? key = Uniform("attention.key_length"), value = Uniform("attention.value_length");
        if (key is null && width % heads != 0)
            throw CheckpointErrors.Setting(_file, Key("attention.key_length"), "is missing, and the width is no multiple of the heads", $"a multiple of {heads}", $"{width}");
        int length = key ?? width / heads;
        return (value ?? length) == length ? length
            : throw CheckpointErrors.Setting(_file, Key("attention.value_length"), "is not the length of a key, which is not supported", $"{length}", $"{value}");
    }

    private bool Has(string tensor) => _content.ShapeOf(tensor) is not null;

    private string Key(string name) => _architecture.Name + "." + name;

    private int Required(string name) => Uniform(name) ?? throw Missing(name);

    // One number, or one for each layer that are all the same.
    private int? Uniform(string name)
    {
        if (!_metadata.TryGet(Key(name), out GgufValue? value) || value.Type != GgufValueType.Array)
            return _metadata.Int(Key(name));
        long[]? each = value.ToIntegers();
        if (each is not { Length: > 0 } || each[0] is < 0 or > int.MaxValue)
            throw _metadata.Wrong(Key(name), value, "a whole number");
        return Array.TrueForAll(each, number => number == each[0]) ? (int)each[0]
            : throw CheckpointErrors.Setting(_file, Key(name), "differs between layers, which is not supported", got: string.Join(", ", each.Distinct().Take(3)));
    }

    private CheckpointFormatException Missing(string name) => CheckpointErrors.Setting(_file, Key(name), "is missing");

    private void Set(string key, string json) => _keys[key] = json;

    private static string Quoted(string text) => $"\"{JsonEncodedText.Encode(text)}\"";

    /// <summary>The number whose nearest binary32 a file holds, in the fewest digits: 1e-06 and not 9.99999997e-07.</summary>
    public static double Decimal(double value) => Math.Abs(value) <= float.MaxValue && (float)value == value
        ? double.Parse(((float)value).ToString("R", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture)
        : value;
}
