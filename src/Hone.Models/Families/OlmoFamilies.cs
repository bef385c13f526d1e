namespace Hone.Models;

/// <summary>OLMo 2 and 3.</summary>
internal static class OlmoFamilies
{
    // arXiv 2501.00656
    public static readonly ModelFamily Olmo2 = new()
    {
        ModelType = "olmo2",
        Architecture = "Olmo2ForCausalLM",
        DefaultContextLength = 2048,
        DefaultEosTokenIds = [50279],
        DefaultNormEpsilon = 1e-5,
        Placement = NormPlacement.Output,
        QkNorm = true,
        QkNormOverAllHeads = true,
    };

    // arXiv 2512.13961
    public static readonly ModelFamily Olmo3 = Olmo2 with
    {
        ModelType = "olmo3",
        Architecture = "Olmo3ForCausalLM",
        Windows = WindowRule.ByLayerType,
        DefaultWindow = 4096,
        WindowPeriod = 4,
        DefaultRopeTheta = 500000.0,
        HasLocalRotary = true,
    };
}
