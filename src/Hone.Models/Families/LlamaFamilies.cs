namespace Hone.Models;

/// <summary>Llama and models that differ from it in a few settings.</summary>
internal static class LlamaFamilies
{
    // arXiv 2307.09288, arXiv 2407.21783
    public static readonly ModelFamily Llama = new()
    {
        ModelType = "llama",
        Architecture = "LlamaForCausalLM",
        DefaultContextLength = 2048,
        DefaultBosTokenId = 1,
        DefaultEosTokenIds = [2],
        FeedForwardBias = BiasRule.ByKey,
    };

    public static readonly ModelFamily SmolLM3 = new()
    {
        ModelType = "smollm3",
        Architecture = "SmolLM3ForCausalLM",
        DefaultContextLength = 32768,
        DefaultBosTokenId = 128000,
        DefaultEosTokenIds = [128001],
        DefaultTied = true,
        DefaultKeyValueHeads = 4,
        FeedForwardBias = BiasRule.ByKey,
        DefaultRopeTheta = 2000000.0,
        HasUnrotatedLayers = true,
        Windows = WindowRule.Switched,
    };

    public static readonly ModelFamily Cwm = new()
    {
        ModelType = "cwm",
        Architecture = "CwmForCausalLM",
        DefaultContextLength = 131072,
        DefaultBosTokenId = 128000,
        DefaultEosTokenIds = [128001, 128008, 128009],
        DefaultHeadDim = 128,
        DefaultKeyValueHeads = 8,
        DefaultNormEpsilon = 1e-5,
        QkvBias = BiasRule.Never,
        OutputBias = BiasRule.Never,
        FeedForwardBias = BiasRule.ByKey,
        Windows = WindowRule.ByLayerType,
        DefaultWindow = 8192,
        WindowPeriod = 4,
        FullLayerFirst = true,
        DefaultRopeTheta = 1000000.0,
        DefaultRopeScaling = new RopeScaling(RopeScalingKind.Llama3) { Factor = 16, OriginalContextLength = 8192 },
    };

    public static readonly ModelFamily Arcee = new()
    {
        ModelType = "arcee",
        Architecture = "ArceeForCausalLM",
        DefaultContextLength = 4096,
        DefaultBosTokenId = 128000,
        DefaultEosTokenIds = [128001],
        DefaultNormEpsilon = 1e-5,
        FeedForwardBias = BiasRule.ByKey,
        Gated = false,
        DefaultActivation = "relu2",
    };

    // arXiv 2509.14233
    public static readonly ModelFamily Apertus = new()
    {
        ModelType = "apertus",
        Architecture = "ApertusForCausalLM",
        DefaultContextLength = 65536,
        DefaultBosTokenId = 1,
        DefaultEosTokenIds = [2],
        DefaultNormEpsilon = 1e-5,
        QkNorm = true,
        Gated = false,
        DefaultActivation = "xielu",
        DefaultRopeTheta = 12000000.0,
        DefaultRopeScaling = new RopeScaling(RopeScalingKind.Llama3) { Factor = 8, OriginalContextLength = 8192 },
        NameRules = _ =>
        [
            new("model.layers.*.input_layernorm.*", "model.layers.*.attention_layernorm.*"),
            new("model.layers.*.post_attention_layernorm.*", "model.layers.*.feedforward_layernorm.*"),
            new("model.layers.*.mlp.act_fn.beta", "model.layers.*.mlp.act_fn.beta") { IsScalar = true },
            new("model.layers.*.mlp.act_fn.eps", "model.layers.*.mlp.act_fn.eps") { IsScalar = true },
        ],
    };

    // github.com/karpathy/nanochat
    public static readonly ModelFamily NanoChat = new()
    {
        ModelType = "nanochat",
        Architecture = "NanoChatForCausalLM",
        DefaultContextLength = 2048,
        DefaultBosTokenId = 0,
        DefaultEosTokenIds = [1],
        Norm = NormKind.RmsPlain,
        EmbeddingNorm = true,
        QkNorm = true,
        QkNormAfterRotation = true,
        Gated = false,
        DefaultActivation = "relu2",
        ReversedRotation = true,
        DefaultLogitSoftCap = 15.0,
        NameRules = _ =>
        [
            new("model.layers.*.mlp.up_proj.*", "model.layers.*.mlp.fc1.*"),
            new("model.layers.*.mlp.down_proj.*", "model.layers.*.mlp.fc2.*"),
        ],
    };
}
