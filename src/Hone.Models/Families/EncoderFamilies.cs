namespace Hone.Models;

/// <summary>Encoders: hidden states for embeddings, no next token.</summary>
internal static class EncoderFamilies
{
    // arXiv 1810.04805; also MiniLM (arXiv 2002.10957)
    public static readonly ModelFamily Bert = new()
    {
        ModelType = "bert",
        Architecture = "BertModel",
        Keys = new ConfigKeys { NormEpsilon = "layer_norm_eps" },
        DefaultContextLength = 512,
        DefaultTied = true,
        HasKeyValueHeads = false,
        Norm = NormKind.Layer,
        DefaultNormEpsilon = 1e-12,
        Placement = NormPlacement.Post,
        EmbeddingNorm = true,
        FinalNorm = false,
        QkvBias = BiasRule.Always,
        OutputBias = BiasRule.Always,
        FeedForwardBias = BiasRule.Always,
        Gated = false,
        DefaultActivation = "gelu",
        HasRotary = false,
        IsEncoder = true,
        HasSegments = true,
        NamePrefix = "bert.",
        WritesPrefix = false,
        NameRules = _ =>
        [
            new("model.embed_tokens.weight", "embeddings.word_embeddings.weight"),
            new("model.embed_positions.weight", "embeddings.position_embeddings.weight"),
            new("model.embed_token_types.weight", "embeddings.token_type_embeddings.weight"),
            new("model.embed_norm.*", "embeddings.LayerNorm.*"),
            new("model.layers.*.self_attn.q_proj.*", "encoder.layer.*.attention.self.query.*"),
            new("model.layers.*.self_attn.k_proj.*", "encoder.layer.*.attention.self.key.*"),
            new("model.layers.*.self_attn.v_proj.*", "encoder.layer.*.attention.self.value.*"),
            new("model.layers.*.self_attn.o_proj.*", "encoder.layer.*.attention.output.dense.*"),
            new("model.layers.*.post_attention_layernorm.*", "encoder.layer.*.attention.output.LayerNorm.*"),
            new("model.layers.*.mlp.up_proj.*", "encoder.layer.*.intermediate.dense.*"),
            new("model.layers.*.mlp.down_proj.*", "encoder.layer.*.output.dense.*"),
            new("model.layers.*.post_feedforward_layernorm.*", "encoder.layer.*.output.LayerNorm.*"),
            new("pooler.dense.*", "pooler.dense.*"),
        ],
    };

    // arXiv 2412.13663
    public static readonly ModelFamily ModernBert = new()
    {
        ModelType = "modernbert",
        Architecture = "ModernBertModel",
        Keys = new ConfigKeys { NormEpsilon = "norm_eps", Activation = "hidden_activation", Window = "local_attention" },
        DefaultContextLength = 8192,
        DefaultBosTokenId = 50281,
        DefaultEosTokenIds = [50282],
        DefaultTied = true,
        HasKeyValueHeads = false,
        Norm = NormKind.LayerWithoutBias,
        DefaultNormEpsilon = 1e-5,
        SkipFirstAttentionNorm = true,
        EmbeddingNorm = true,
        FeedForwardBias = BiasRule.ByKey,
        DefaultActivation = "gelu",
        Windows = WindowRule.ByLayerType,
        DefaultWindow = 128,
        WindowPeriod = 3,
        FullLayerFirst = true,
        WindowPeriodKeys = ["global_attn_every_n_layers"],
        DefaultRopeTheta = 160000.0,
        HasLocalRotary = true,
        DefaultLocalRopeTheta = 10000.0,
        IsEncoder = true,
        NamePrefix = "model.",
        WritesPrefix = false,
        NameRules = model =>
        [
            new("model.embed_tokens.weight", "embeddings.tok_embeddings.weight"),
            new("model.embed_norm.*", "embeddings.norm.*"),
            new("model.norm.*", "final_norm.*"),
            new("model.layers.*.input_layernorm.*", "layers.*.attn_norm.*"),
            new("model.layers.*.post_attention_layernorm.*", "layers.*.mlp_norm.*"),
            new("model.layers.*.self_attn.o_proj.*", "layers.*.attn.Wo.*"),
            new("model.layers.*.mlp.down_proj.*", "layers.*.mlp.Wo.*"),
            .. Fused(model, "weight"),
            .. Fused(model, "bias"),
        ],
    };

    private static IEnumerable<WeightNameRule> Fused(TransformerConfig model, string ending) =>
    [
        .. WeightNameRule.Fused("layers.*.attn.Wqkv." + ending,
            ("model.layers.*.self_attn.q_proj." + ending, model.Layers[0].Attention.QueryWidth),
            ("model.layers.*.self_attn.k_proj." + ending, model.Layers[0].Attention.KeyValueWidth),
            ("model.layers.*.self_attn.v_proj." + ending, model.Layers[0].Attention.KeyValueWidth)),
        .. WeightNameRule.Fused("layers.*.mlp.Wi." + ending,
            ("model.layers.*.mlp.gate_proj." + ending, model.Layers[0].FeedForward.Width),
            ("model.layers.*.mlp.up_proj." + ending, model.Layers[0].FeedForward.Width)),
    ];
}
