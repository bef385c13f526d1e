using System.Text.Json;
using Hone.Tensors;

namespace Hone.Models;

/// <summary>
/// config.json to <see cref="TransformerConfig"/>, with the defaults of transformers (configuration_*.py) where a key is
/// missing.
/// </summary>
internal static class HuggingFaceConfigReader
{
    public static HuggingFaceConfig Read(JsonElement root, string? file)
    {
        var config = new ConfigReader(root, file);
        ModelFamily family = ReadFamily(config);
        RefusedSettings.Check(config, family);
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
            ?? throw CheckpointErrors.Setting(config.File, "model_type", "is missing", expected: "the family's name, such as llama", hint: "Is this a model directory?");
        ModelFamily family = ModelFamilies.Find(modelType)
            ?? throw CheckpointErrors.Setting(config.File, "model_type", "is not supported", got: modelType, hint: "Supported are " + ModelFamilies.Names + ".");
        foreach (string architecture in config.Texts("architectures") ?? [])
        {
            if (architecture != family.Architecture)
                throw CheckpointErrors.Setting(config.File, "architectures", "is not supported", family.Architecture, architecture);
        }
        return family;
    }

    private static TransformerConfig ReadModel(ConfigReader config, ModelFamily family)
    {
        int width = config.RequiredInt(family.Keys.Width);
        int heads = config.RequiredInt(family.Keys.Heads);
        int layers = config.RequiredInt(family.Keys.Layers);
        int vocabulary = config.RequiredInt("vocab_size");
        int context = config.Int(family.Keys.Context, family.DefaultContextLength);
        if (layers is < 1 or > TransformerConfig.MaximumLayers)
            throw CheckpointErrors.Setting(config.File, family.Keys.Layers, "is out of range", $"1 to {TransformerConfig.MaximumLayers}", $"{layers}");
        if (heads < 1)
            throw CheckpointErrors.Setting(config.File, family.Keys.Heads, "is out of range", "1 or more", $"{heads}");
        AttentionConfig attention = ReadAttention(config, family, width, heads);
        (RotaryConfig rotary, RotaryConfig? local) = new RotaryReader(config, family, attention.HeadDim, context).Read();
        var layer = new LayerConfig(attention, ReadFeedForward(config, family, width)) { Placement = family.Placement };
        int? pad = config.Token("pad_token_id", null);
        return new TransformerConfig
        {
            VocabularySize = vocabulary,
            Width = width,
            Layers = new LayerReader(config, family, layers).Read(layer, local),
            Norm = family.Norm == NormKind.LayerWithoutBias && config.Bool("norm_bias", false) ? NormKind.Layer : family.Norm,
            NormEpsilon = config.Double(family.Keys.NormEpsilon, family.DefaultNormEpsilon),
            RopeTheta = rotary.Theta,
            RotaryDim = rotary.Dim,
            RopeScaling = rotary.Scaling,
            ReversedRotation = rotary.Reversed,
            LearnedPositions = !family.HasRotary,
            TokenTypes = family.HasSegments ? config.Int("type_vocab_size", 2) : 0,
            EmbeddingScale = family.ScaledEmbedding ? Math.Sqrt(Math.Max(width, 1)) : 1.0,
            EmbeddingNorm = family.EmbeddingNorm,
            FinalNorm = family.FinalNorm,
            HasHead = !family.IsEncoder,
            HeadBias = family.HeadBias,
            LogitSoftCap = ReadSoftCap(config, "final_logit_softcapping", family.DefaultLogitSoftCap),
            Pooler = family.HasSegments,
            ContextLength = context,
            TieEmbeddings = config.Bool("tie_word_embeddings", family.DefaultTied) && !family.IsEncoder,
            InitializerRange = config.Double("initializer_range", 0.02),
            BosTokenId = Existing(config.Token("bos_token_id", family.DefaultBosTokenId), family.DefaultBosTokenId, vocabulary),
            EosTokenIds = [.. config.Tokens("eos_token_id", family.DefaultEosTokenIds)
                .Where(id => id < vocabulary || !family.DefaultEosTokenIds.Contains(id))],
            // Nothing pads here, and files exist that name -1 or an id past the vocabulary.
            PadTokenId = pad >= 0 && pad < vocabulary ? pad : null,
        };
    }

    // A default that a small vocabulary does not have is none; a chosen id that it does not have is a mistake.
    private static int? Existing(int? id, int? familyDefault, int vocabulary) => id >= vocabulary && id == familyDefault ? null : id;

    private static AttentionConfig ReadAttention(ConfigReader config, ModelFamily family, int width, int heads)
    {
        bool bias = config.Bool("attention_bias", false);
        int headDim = ReadHeadDim(config, family, width, heads);
        return new AttentionConfig(heads, ReadKeyValueHeads(config, family, heads), headDim)
        {
            QkNorm = family.QkNorm || (family.QkNormKey is { } key && config.Bool(key, false)),
            QkNormOverAllHeads = family.QkNormOverAllHeads,
            QkNormAfterRotation = family.QkNormAfterRotation,
            QkvBias = family.QkvBias switch { BiasRule.Always => true, BiasRule.ByKey => bias, _ => false },
            OutputBias = family.OutputBias switch { BiasRule.Always => true, BiasRule.ByKey => bias, _ => false },
            Scale = ReadScale(config, family),
            SoftCap = ReadSoftCap(config, "attn_logit_softcapping", family.DefaultAttentionSoftCap),
            Bidirectional = family.IsEncoder,
        };
    }

    private static double? ReadScale(ConfigReader config, ModelFamily family)
    {
        if (!family.HasRotary && !config.Bool("scale_attn_weights", true))
            return 1.0;
        if (family.DefaultQueryScalar is not { } missing)
            return null;
        double scalar = config.Double("query_pre_attn_scalar", missing);
        return scalar > 0 ? 1.0 / Math.Sqrt(scalar)
            : throw CheckpointErrors.Setting(config.File, "query_pre_attn_scalar", "is out of range", "above 0", $"{scalar}");
    }

    // A null or 0 turns a cap off.
    private static double ReadSoftCap(ConfigReader config, string key, double? missing) =>
        missing is { } value ? config.Double(key, config.Has(key) ? 0 : value) : 0;

    private static FeedForwardConfig ReadFeedForward(ConfigReader config, ModelFamily family, int width)
    {
        string name = config.Text(family.Keys.Activation) ?? family.DefaultActivation;
        bool xielu = name == ActivationNames.Xielu && !family.Gated;
        Activation activation = default;
        if (!xielu && !ActivationNames.TryParse(name, out activation))
            throw CheckpointErrors.Setting(config.File, family.Keys.Activation, "is not supported", ActivationNames.All, name);
        // GPT-2 leaves the usual width out.
        int inner = !family.HasRotary && !family.IsEncoder
            ? config.Int(family.Keys.FeedForward, (int)Math.Min(4L * width, int.MaxValue))
            : config.RequiredInt(family.Keys.FeedForward);
        return new FeedForwardConfig(inner)
        {
            Gated = family.Gated,
            Activation = activation,
            Xielu = xielu,
            Bias = family.FeedForwardBias == BiasRule.Always || (family.FeedForwardBias == BiasRule.ByKey && config.Bool("mlp_bias", false)),
        };
    }

    private static int ReadKeyValueHeads(ConfigReader config, ModelFamily family, int heads)
    {
        if (!family.HasKeyValueHeads)
            return heads;
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

    private static DType? ReadType(ConfigReader config) => (config.Text("dtype") ?? config.Text("torch_dtype")) switch
    {
        "float32" => DType.Float32,
        "bfloat16" => DType.BFloat16,
        "float16" => DType.Float16,
        _ => null,
    };
}
