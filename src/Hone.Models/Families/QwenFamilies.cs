namespace Hone.Models;

/// <summary>The dense Qwen models.</summary>
internal static class QwenFamilies
{
    // arXiv 2407.10671, arXiv 2412.15115
    public static readonly ModelFamily Qwen2 = new()
    {
        ModelType = "qwen2",
        Architecture = "Qwen2ForCausalLM",
        DefaultContextLength = 32768,
        DefaultKeyValueHeads = 32,
        QkvBias = BiasRule.Always,
        OutputBias = BiasRule.Never,
        Windows = WindowRule.Switched,
        DefaultWindow = 4096,
    };

    // arXiv 2505.09388
    public static readonly ModelFamily Qwen3 = new()
    {
        ModelType = "qwen3",
        Architecture = "Qwen3ForCausalLM",
        DefaultContextLength = 32768,
        DefaultHeadDim = 128,
        DefaultKeyValueHeads = 32,
        QkNorm = true,
        Windows = WindowRule.Switched,
        DefaultWindow = 4096,
    };
}
