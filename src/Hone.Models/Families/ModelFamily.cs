namespace Hone.Models;

/// <summary>
/// What distinguishes a published family: how its config.json is spelled, what it means where it is silent, and how its
/// tensors are named and laid out. Data only: the forward pass is the one Transformer's.
/// </summary>
public sealed record ModelFamily
{
    /// <summary>The value of model_type.</summary>
    public required string ModelType { get; init; }

    /// <summary>The class name in "architectures".</summary>
    public required string Architecture { get; init; }

    /// <summary>Names of the settings that every family has. Default Llama's.</summary>
    public ConfigKeys Keys { get; init; } = new();

    /// <summary>Context length when the file names none, in tokens.</summary>
    public required int DefaultContextLength { get; init; }

    /// <summary>Id that begins a text when the file does not have the key.</summary>
    public int? DefaultBosTokenId { get; init; }

    /// <summary>Ids that end a text when the file does not have the key.</summary>
    public IReadOnlyList<int> DefaultEosTokenIds { get; init; } = [];

    /// <summary>Whether the output matrix is the embedding when the file does not say.</summary>
    public bool DefaultTied { get; init; }

    /// <summary>Head width when the file names none; null means width / heads.</summary>
    public int? DefaultHeadDim { get; init; }

    /// <summary>Whether key/value heads may be fewer than query heads; the key is not read otherwise. Default true.</summary>
    public bool HasKeyValueHeads { get; init; } = true;

    /// <summary>Key/value heads when the file does not have the key; null means as many as query heads.</summary>
    public int? DefaultKeyValueHeads { get; init; }

    /// <summary>Kind of the norms. A norm whose bias a key decides ("norm_bias") is named without.</summary>
    public NormKind Norm { get; init; } = NormKind.Rms;

    /// <summary>Epsilon of the norms when the file names none.</summary>
    public double DefaultNormEpsilon { get; init; } = 1e-6;

    /// <summary>Where the norms of a layer stand.</summary>
    public NormPlacement Placement { get; init; } = NormPlacement.Pre;

    /// <summary>Whether the first layer has no norm before attention.</summary>
    public bool SkipFirstAttentionNorm { get; init; }

    /// <summary>Whether the embedding passes a norm.</summary>
    public bool EmbeddingNorm { get; init; }

    /// <summary>Whether the last layer's output passes a norm. Default true.</summary>
    public bool FinalNorm { get; init; } = true;

    /// <summary>Whether queries and keys are normalised.</summary>
    public bool QkNorm { get; init; }

    /// <summary>Key that turns that norm on; null where it is fixed.</summary>
    public string? QkNormKey { get; init; }

    /// <summary>Whether that norm is over all heads at once.</summary>
    public bool QkNormOverAllHeads { get; init; }

    /// <summary>Whether that norm comes after the rotation.</summary>
    public bool QkNormAfterRotation { get; init; }

    /// <summary>Biases of the query, key and value projections; their key is "attention_bias".</summary>
    public BiasRule QkvBias { get; init; } = BiasRule.ByKey;

    /// <summary>Bias of the attention's output projection; its key is "attention_bias".</summary>
    public BiasRule OutputBias { get; init; } = BiasRule.ByKey;

    /// <summary>Biases of the feed-forward; their key is "mlp_bias".</summary>
    public BiasRule FeedForwardBias { get; init; } = BiasRule.Never;

    /// <summary>Whether the feed-forward is gated. Default true.</summary>
    public bool Gated { get; init; } = true;

    /// <summary>Name of the activation when the file names none. Default "silu".</summary>
    public string DefaultActivation { get; init; } = "silu";

    /// <summary>Which layers have windows.</summary>
    public WindowRule Windows { get; init; } = WindowRule.None;

    /// <summary>Window when the file does not have the key; null means none.</summary>
    public int? DefaultWindow { get; init; }

    /// <summary>Of so many layers one is without a window, where the file lists no layers; 0 means that all have one.</summary>
    public int WindowPeriod { get; init; }

    /// <summary>Whether that is the first of them rather than the last.</summary>
    public bool FullLayerFirst { get; init; }

    /// <summary>Keys that name the period; empty where it is fixed.</summary>
    public IReadOnlyList<string> WindowPeriodKeys { get; init; } = [];

    /// <summary>Whether positions are rotary. Default true; otherwise they are a learned embedding.</summary>
    public bool HasRotary { get; init; } = true;

    /// <summary>Base of the rotary frequencies when the file names none.</summary>
    public double DefaultRopeTheta { get; init; } = 10000.0;

    /// <summary>Share of a head that is rotated when the file names none; null means whole heads, and that the file cannot say otherwise.</summary>
    public double? DefaultPartialRotary { get; init; }

    /// <summary>Scaling of a file that says nothing at all about rotary positions.</summary>
    public RopeScaling? DefaultRopeScaling { get; init; }

    /// <summary>Whether layers with windows have rotary positions of their own, without scaling.</summary>
    public bool HasLocalRotary { get; init; }

    /// <summary>Base of those when the file names none; null means the base of the other layers.</summary>
    public double? DefaultLocalRopeTheta { get; init; }

    /// <summary>Whether the key "no_rope_layers" says which layers are rotated.</summary>
    public bool HasUnrotatedLayers { get; init; }

    /// <summary>Whether rotary angles turn the other way.</summary>
    public bool ReversedRotation { get; init; }

    /// <summary>Whether queries may be scaled by position ("llama_4_scaling_beta").</summary>
    public bool HasQueryScale { get; init; }

    /// <summary>Whether token embeddings are multiplied by the root of the width.</summary>
    public bool ScaledEmbedding { get; init; }

    /// <summary>"query_pre_attn_scalar" when the file names none: scores are divided by its root; null means that there is no such key, and the head width counts.</summary>
    public double? DefaultQueryScalar { get; init; }

    /// <summary>"attn_logit_softcapping" when the file does not have the key, 0 for none; null means that the family has none.</summary>
    public double? DefaultAttentionSoftCap { get; init; }

    /// <summary>"final_logit_softcapping" when the file does not have the key, 0 for none; null means that the family has none.</summary>
    public double? DefaultLogitSoftCap { get; init; }

    /// <summary>Whether the output matrix has a bias.</summary>
    public bool HeadBias { get; init; }

    /// <summary>Whether it is an encoder: attention in both directions, no output matrix.</summary>
    public bool IsEncoder { get; init; }

    /// <summary>Whether there are segment embeddings ("type_vocab_size") and a pooler.</summary>
    public bool HasSegments { get; init; }

    /// <summary>From the Transformer's names to the checkpoint's.</summary>
    internal Func<TransformerConfig, IEnumerable<WeightNameRule>>? NameRules { get; init; }

    /// <summary>A prefix that the names of a checkpoint have or lack, depending on the class that saved it; empty where there is none.</summary>
    public string NamePrefix { get; init; } = "";

    /// <summary>Whether a checkpoint made here has the prefix. Default true.</summary>
    public bool WritesPrefix { get; init; } = true;

    /// <summary>From the Transformer's names to those of a checkpoint of this model.</summary>
    /// <param name="model">What is stored: fused tensors are split by its sizes.</param>
    /// <param name="hasPrefix">Whether names have the <see cref="NamePrefix"/>; null means as this family writes them.</param>
    public WeightNameMap NamesOf(TransformerConfig model, bool? hasPrefix = null)
    {
        ArgumentNullException.ThrowIfNull(model);
        if (NameRules is null)
            return WeightNameMap.Identity;
        string prefix = hasPrefix ?? WritesPrefix ? NamePrefix : "";
        return new WeightNameMap(NameRules(model).Select(rule => rule with { File = prefix + rule.File }));
    }
}

/// <summary>Names of settings that every family has, as config.json spells them.</summary>
public sealed record ConfigKeys
{
    /// <summary>Width of the residual stream.</summary>
    public string Width { get; init; } = "hidden_size";

    /// <summary>Number of layers.</summary>
    public string Layers { get; init; } = "num_hidden_layers";

    /// <summary>Number of query heads.</summary>
    public string Heads { get; init; } = "num_attention_heads";

    /// <summary>Inner width of the feed-forward.</summary>
    public string FeedForward { get; init; } = "intermediate_size";

    /// <summary>Context length.</summary>
    public string Context { get; init; } = "max_position_embeddings";

    /// <summary>Epsilon of the norms.</summary>
    public string NormEpsilon { get; init; } = "rms_norm_eps";

    /// <summary>Name of the pointwise function.</summary>
    public string Activation { get; init; } = "hidden_act";

    /// <summary>The window.</summary>
    public string Window { get; init; } = "sliding_window";
}

/// <summary>Whether projections have biases.</summary>
public enum BiasRule : byte
{
    /// <summary>They have none.</summary>
    Never,

    /// <summary>They have one.</summary>
    Always,

    /// <summary>A key of config.json says so.</summary>
    ByKey,
}

/// <summary>Which layers of a family read a window of positions.</summary>
public enum WindowRule : byte
{
    /// <summary>None does.</summary>
    None,

    /// <summary>All do, where the file names a window.</summary>
    EveryLayer,

    /// <summary>Those that "layer_types" names, else one after the other by a period.</summary>
    ByLayerType,

    /// <summary>As <see cref="ByLayerType"/>, where "use_sliding_window" is on; else those from "max_window_layers" on (Qwen).</summary>
    Switched,
}
