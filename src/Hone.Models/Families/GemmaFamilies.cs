namespace Hone.Models;

/// <summary>The text models of Gemma.</summary>
internal static class GemmaFamilies
{
    // arXiv 2408.00118
    public static readonly ModelFamily Gemma2 = new()
    {
        ModelType = "gemma2",
        Architecture = "Gemma2ForCausalLM",
        Keys = new ConfigKeys { Activation = "hidden_activation" },
        DefaultContextLength = 8192,
        DefaultBosTokenId = 2,
        DefaultEosTokenIds = [1],
        DefaultTied = true,
        DefaultHeadDim = 256,
        DefaultKeyValueHeads = 4,
        Norm = NormKind.RmsShifted,
        Placement = NormPlacement.Sandwich,
        DefaultActivation = "gelu_pytorch_tanh",
        Windows = WindowRule.ByLayerType,
        DefaultWindow = 4096,
        WindowPeriod = 2,
        ScaledEmbedding = true,
        DefaultQueryScalar = 256,
        DefaultAttentionSoftCap = 50.0,
        DefaultLogitSoftCap = 30.0,
    };

    // arXiv 2503.19786
    public static readonly ModelFamily Gemma3 = Gemma2 with
    {
        ModelType = "gemma3_text",
        Architecture = "Gemma3ForCausalLM",
        DefaultContextLength = 131072,
        QkNorm = true,
        WindowPeriod = 6,
        WindowPeriodKeys = ["sliding_window_pattern", "_sliding_window_pattern"],
        DefaultRopeTheta = 1000000.0,
        HasLocalRotary = true,
        DefaultLocalRopeTheta = 10000.0,
        DefaultAttentionSoftCap = 0,
        DefaultLogitSoftCap = 0,
    };
}
