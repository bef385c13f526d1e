namespace Hone.Models;

/// <summary>The dense Phi models.</summary>
internal static class PhiFamilies
{
    // arXiv 2306.11644, arXiv 2309.05463
    public static readonly ModelFamily Phi = new()
    {
        ModelType = "phi",
        Architecture = "PhiForCausalLM",
        Keys = new ConfigKeys { NormEpsilon = "layer_norm_eps" },
        DefaultContextLength = 2048,
        DefaultBosTokenId = 1,
        DefaultEosTokenIds = [2],
        Norm = NormKind.Layer,
        DefaultNormEpsilon = 1e-5,
        Placement = NormPlacement.Parallel,
        QkNormKey = "qk_layernorm",
        QkvBias = BiasRule.Always,
        OutputBias = BiasRule.Always,
        FeedForwardBias = BiasRule.Always,
        Gated = false,
        DefaultActivation = "gelu_new",
        DefaultPartialRotary = 0.5,
        HeadBias = true,
        NameRules = _ =>
        [
            new("model.layers.*.self_attn.o_proj.*", "model.layers.*.self_attn.dense.*"),
            new("model.layers.*.self_attn.q_norm.*", "model.layers.*.self_attn.q_layernorm.*"),
            new("model.layers.*.self_attn.k_norm.*", "model.layers.*.self_attn.k_layernorm.*"),
            new("model.layers.*.mlp.up_proj.*", "model.layers.*.mlp.fc1.*"),
            new("model.layers.*.mlp.down_proj.*", "model.layers.*.mlp.fc2.*"),
            new("model.norm.*", "model.final_layernorm.*"),
        ],
    };

    // arXiv 2404.14219; also Phi-4 (arXiv 2412.08905)
    public static readonly ModelFamily Phi3 = new()
    {
        ModelType = "phi3",
        Architecture = "Phi3ForCausalLM",
        DefaultContextLength = 4096,
        DefaultBosTokenId = 1,
        DefaultEosTokenIds = [32000],
        DefaultNormEpsilon = 1e-5,
        QkvBias = BiasRule.Never,
        OutputBias = BiasRule.Never,
        Windows = WindowRule.EveryLayer,
        DefaultPartialRotary = 1.0,
        NameRules = model =>
        [
            .. WeightNameRule.Fused("model.layers.*.self_attn.qkv_proj.weight",
                ("model.layers.*.self_attn.q_proj.weight", model.Layers[0].Attention.QueryWidth),
                ("model.layers.*.self_attn.k_proj.weight", model.Layers[0].Attention.KeyValueWidth),
                ("model.layers.*.self_attn.v_proj.weight", model.Layers[0].Attention.KeyValueWidth)),
            .. WeightNameRule.Fused("model.layers.*.mlp.gate_up_proj.weight",
                ("model.layers.*.mlp.gate_proj.weight", model.Layers[0].FeedForward.Width),
                ("model.layers.*.mlp.up_proj.weight", model.Layers[0].FeedForward.Width)),
        ],
    };
}
