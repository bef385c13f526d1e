namespace Hone.Models;

/// <summary>The families whose config.json opens here.</summary>
public static class ModelFamilies
{
    /// <summary>Llama 1 to 3 (arXiv 2307.09288, arXiv 2407.21783), SmolLM 1 and 2, and the many models that call themselves llama.</summary>
    public static ModelFamily Llama => LlamaFamilies.Llama;

    /// <summary>Qwen3 dense (arXiv 2505.09388).</summary>
    public static ModelFamily Qwen3 => QwenFamilies.Qwen3;

    /// <summary>All of them, in ordinal order of model_type.</summary>
    public static IReadOnlyList<ModelFamily> All { get; } =
    [
        LlamaFamilies.Apertus,
        LlamaFamilies.Arcee,
        EncoderFamilies.Bert,
        LlamaFamilies.Cwm,
        GemmaFamilies.Gemma2,
        GemmaFamilies.Gemma3,
        Gpt2Family.Gpt2,
        LlamaFamilies.Llama,
        MistralFamilies.Ministral,
        MistralFamilies.Ministral3,
        MistralFamilies.Mistral,
        EncoderFamilies.ModernBert,
        LlamaFamilies.NanoChat,
        OlmoFamilies.Olmo2,
        OlmoFamilies.Olmo3,
        PhiFamilies.Phi,
        PhiFamilies.Phi3,
        QwenFamilies.Qwen2,
        QwenFamilies.Qwen3,
        LlamaFamilies.SmolLM3,
    ];

    /// <summary>The family of a model_type; null if it is not supported.</summary>
    public static ModelFamily? Find(string modelType) => All.FirstOrDefault(family => family.ModelType == modelType);

    /// <summary>"apertus, arcee, ...", for messages.</summary>
    internal static string Names => string.Join(", ", All.Select(family => family.ModelType));
}
