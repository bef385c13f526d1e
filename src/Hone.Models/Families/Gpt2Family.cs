namespace Hone.Models;

/// <summary>GPT-2 and its relatives of the same model_type.</summary>
internal static class Gpt2Family
{
    // Radford et al., 2019; matrices are stored [inputs, outputs], queries, keys and values in one.
    public static readonly ModelFamily Gpt2 = new()
    {
        ModelType = "gpt2",
        Architecture = "GPT2LMHeadModel",
        Keys = new ConfigKeys
        {
            Width = "n_embd",
            Layers = "n_layer",
            Heads = "n_head",
            FeedForward = "n_inner",
            Context = "n_positions",
            NormEpsilon = "layer_norm_epsilon",
            Activation = "activation_function",
        },
        DefaultContextLength = 1024,
        DefaultBosTokenId = 50256,
        DefaultEosTokenIds = [50256],
        DefaultTied = true,
        HasKeyValueHeads = false,
        Norm = NormKind.Layer,
        DefaultNormEpsilon = 1e-5,
        QkvBias = BiasRule.Always,
        OutputBias = BiasRule.Always,
        FeedForwardBias = BiasRule.Always,
        Gated = false,
        DefaultActivation = "gelu_new",
        HasRotary = false,
        NamePrefix = "transformer.",
        NameRules = model =>
        [
            new("model.embed_tokens.weight", "wte.weight"),
            new("model.embed_positions.weight", "wpe.weight"),
            new("model.norm.*", "ln_f.*"),
            new("model.layers.*.input_layernorm.*", "h.*.ln_1.*"),
            new("model.layers.*.post_attention_layernorm.*", "h.*.ln_2.*"),
            .. Fused(model.Width, "weight", true),
            .. Fused(model.Width, "bias", false),
            new("model.layers.*.self_attn.o_proj.weight", "h.*.attn.c_proj.weight") { IsTransposed = true },
            new("model.layers.*.self_attn.o_proj.bias", "h.*.attn.c_proj.bias"),
            new("model.layers.*.mlp.up_proj.weight", "h.*.mlp.c_fc.weight") { IsTransposed = true },
            new("model.layers.*.mlp.up_proj.bias", "h.*.mlp.c_fc.bias"),
            new("model.layers.*.mlp.down_proj.weight", "h.*.mlp.c_proj.weight") { IsTransposed = true },
            new("model.layers.*.mlp.down_proj.bias", "h.*.mlp.c_proj.bias"),
        ],
    };

    private static IEnumerable<WeightNameRule> Fused(int width, string ending, bool transposed) =>
        WeightNameRule.Fused("h.*.attn.c_attn." + ending,
            ("model.layers.*.self_attn.q_proj." + ending, width),
            ("model.layers.*.self_attn.k_proj." + ending, width),
            ("model.layers.*.self_attn.v_proj." + ending, width))
        .Select(rule => rule with { IsTransposed = transposed });
}
