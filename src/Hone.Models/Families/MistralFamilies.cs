namespace Hone.Models;

/// <summary>The dense models of Mistral AI.</summary>
internal static class MistralFamilies
{
    // arXiv 2310.06825
    public static readonly ModelFamily Mistral = new()
    {
        ModelType = "mistral",
        Architecture = "MistralForCausalLM",
        DefaultContextLength = 131072,
        DefaultBosTokenId = 1,
        DefaultEosTokenIds = [2],
        DefaultKeyValueHeads = 8,
        QkvBias = BiasRule.Never,
        OutputBias = BiasRule.Never,
        Windows = WindowRule.EveryLayer,
        DefaultWindow = 4096,
    };

    public static readonly ModelFamily Ministral = new()
    {
        ModelType = "ministral",
        Architecture = "MinistralForCausalLM",
        DefaultContextLength = 131072,
        DefaultBosTokenId = 1,
        DefaultEosTokenIds = [2],
        DefaultKeyValueHeads = 8,
        QkvBias = BiasRule.Never,
        OutputBias = BiasRule.Never,
        Windows = WindowRule.ByLayerType,
        DefaultWindow = 4096,
    };

    public static readonly ModelFamily Ministral3 = new()
    {
        ModelType = "ministral3",
        Architecture = "Ministral3ForCausalLM",
        DefaultContextLength = 262144,
        DefaultBosTokenId = 1,
        DefaultEosTokenIds = [2],
        DefaultHeadDim = 128,
        DefaultKeyValueHeads = 8,
        DefaultNormEpsilon = 1e-5,
        QkvBias = BiasRule.Never,
        OutputBias = BiasRule.Never,
        Windows = WindowRule.EveryLayer,
        HasQueryScale = true,
        DefaultRopeTheta = 1000000.0,
        DefaultRopeScaling = new RopeScaling(RopeScalingKind.Yarn)
        {
            Factor = 16,
            OriginalContextLength = 16384,
            Magnitude = 1,
            MagnitudeAllDimensions = 1,
            QueryScaleBeta = 0.1,
        },
    };
}
