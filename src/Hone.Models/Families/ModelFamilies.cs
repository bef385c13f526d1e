namespace Hone.Models;

/// <summary>The families whose config.json opens here.</summary>
public static class ModelFamilies
{
    /// <summary>Llama 1 to 3 without rotary scaling (arXiv 2307.09288) and the many models that call themselves llama.</summary>
    public static ModelFamily Llama { get; } = new()
    {
        ModelType = "llama",
        Architecture = "LlamaForCausalLM",
        DefaultContextLength = 2048,
        DefaultBosTokenId = 1,
        DefaultEosTokenId = 2,
        HasFeedForwardBias = true,
    };

    /// <summary>Qwen3 dense (arXiv 2505.09388).</summary>
    public static ModelFamily Qwen3 { get; } = new()
    {
        ModelType = "qwen3",
        Architecture = "Qwen3ForCausalLM",
        QkNorm = true,
        DefaultHeadDim = 128,
        DefaultKeyValueHeads = 32,
        DefaultContextLength = 32768,
        HasWindows = true,
    };

    /// <summary>All of them, in ordinal order of model_type.</summary>
    public static IReadOnlyList<ModelFamily> All { get; } = [Llama, Qwen3];

    /// <summary>The family of a model_type; null if it is not supported.</summary>
    public static ModelFamily? Find(string modelType) => All.FirstOrDefault(family => family.ModelType == modelType);

    /// <summary>"llama, qwen3", for messages.</summary>
    internal static string Names => string.Join(", ", All.Select(family => family.ModelType));
}
