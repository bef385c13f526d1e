namespace Hone.Models;

/// <summary>Rules between a Transformer's parameters and the tensors of a GGUF file (llama.cpp, gguf-py: the names of its tensors).</summary>
internal static class GgufNames
{
    /// <summary>Names of the numbers of xIELU that a layer has, in the metadata of a file: "xielu.NAME", one number a layer.</summary>
    public static readonly string[] Xielu = ["alpha_n", "alpha_p", "beta", "eps"];

    /// <summary>What the map calls such a number, which is no tensor of the file: "blk.3.xielu.beta".</summary>
    public const string XieluMark = ".xielu.";

    /// <summary>The key of one of them.</summary>
    public static string XieluKey(string name) => "xielu." + name;

    /// <summary>The rules of an architecture.</summary>
    public static IEnumerable<WeightNameRule> Of(GgufArchitecture architecture, TransformerConfig model)
    {
        LayerConfig layer = model.Layers[0];
        foreach (WeightNameRule rule in (WeightNameRule[])[new("model.embed_tokens.weight", "token_embd.weight"), new("model.embed_positions.weight", "position_embd.weight"), new("lm_head.*", "output.*")])
            yield return rule;
        foreach ((string ours, string theirs) in Norms(layer.Placement))
        {
            yield return model.Norm == NormKind.RmsShifted
                ? new WeightNameRule(ours + ".weight", theirs + ".weight") { AddsOne = true }
                : new WeightNameRule(ours + ".*", theirs + ".*");
        }
        foreach (WeightNameRule rule in Attention(architecture, layer.Attention))
            yield return rule;
        foreach (WeightNameRule rule in FeedForward(architecture, layer.FeedForward))
            yield return rule;
    }

    private static IEnumerable<(string Ours, string Theirs)> Norms(NormPlacement placement)
    {
        const string Ours = "model.layers.*.", Theirs = "blk.*.";
        yield return ("model.norm", "output_norm");
        yield return (Ours + "self_attn.q_norm", Theirs + "attn_q_norm");
        yield return (Ours + "self_attn.k_norm", Theirs + "attn_k_norm");
        yield return (Ours + "input_layernorm", Theirs + "attn_norm");
        if (placement == NormPlacement.Pre)
        {
            yield return (Ours + "post_attention_layernorm", Theirs + "ffn_norm");
            yield break;
        }
        yield return (Ours + "post_attention_layernorm", Theirs + "post_attention_norm");
        yield return (Ours + "pre_feedforward_layernorm", Theirs + "ffn_norm");
        yield return (Ours + "post_feedforward_layernorm", Theirs + "post_ffw_norm");
    }

    private static IEnumerable<WeightNameRule> Attention(GgufArchitecture architecture, AttentionConfig attention)
    {
        const string Ours = "model.layers.*.self_attn.";
        yield return new(Ours + "o_proj.*", "blk.*.attn_output.*");
        if (architecture.FusesQkv)
        {
            foreach (string ending in (string[])["weight", "bias"])
            {
                IEnumerable<WeightNameRule> fused = WeightNameRule.Fused("blk.*.attn_qkv." + ending,
                    (Ours + "q_proj." + ending, attention.QueryWidth),
                    (Ours + "k_proj." + ending, attention.KeyValueWidth),
                    (Ours + "v_proj." + ending, attention.KeyValueWidth));
                foreach (WeightNameRule rule in fused)
                    yield return rule;
            }
            yield break;
        }
        int interleaved = architecture.InterleavesHeads ? attention.HeadDim : 0;
        yield return new(Ours + "q_proj.*", "blk.*.attn_q.*") { InterleavedRows = interleaved };
        yield return new(Ours + "k_proj.*", "blk.*.attn_k.*") { InterleavedRows = interleaved };
        yield return new(Ours + "v_proj.*", "blk.*.attn_v.*");
    }

    private static IEnumerable<WeightNameRule> FeedForward(GgufArchitecture architecture, FeedForwardConfig feedForward)
    {
        const string Ours = "model.layers.*.mlp.";
        yield return new(Ours + "down_proj.*", "blk.*.ffn_down.*");
        if (feedForward.Xielu)
        {
            foreach (string name in Xielu)
                yield return new(Ours + "act_fn." + name, "blk.*" + XieluMark + name);
        }
        if (architecture.FusesGate)
        {
            foreach (WeightNameRule rule in WeightNameRule.Fused("blk.*.ffn_up.weight", (Ours + "gate_proj.weight", feedForward.Width), (Ours + "up_proj.weight", feedForward.Width)))
                yield return rule;
            yield break;
        }
        yield return new(Ours + "gate_proj.*", "blk.*.ffn_gate.*");
        yield return new(Ours + "up_proj.*", "blk.*.ffn_up.*");
    }
}
