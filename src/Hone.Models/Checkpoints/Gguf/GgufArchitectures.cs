namespace Hone.Models;

/// <summary>The architectures whose GGUF files open here.</summary>
public static class GgufArchitectures
{
    /// <summary>All of them, in ordinal order of their names.</summary>
    public static IReadOnlyList<GgufArchitecture> All { get; } =
    [
        new() { Name = "apertus", Families = [LlamaFamilies.Apertus], HasOutput = true },
        new() { Name = "arcee", Families = [LlamaFamilies.Arcee], InterleavesHeads = true },
        new() { Name = "gemma2", Families = [GemmaFamilies.Gemma2], HasOutput = false, HasWindow = true, WindowPeriod = 2, LayersOfWideScale = 46 },
        new() { Name = "gemma3", Families = [GemmaFamilies.Gemma3], HasOutput = false, HasWindow = true, WindowPeriod = 6, LayersOfWideScale = 62 },
        new() { Name = "gpt2", Families = [Gpt2Family.Gpt2], FusesQkv = true, EpsilonKey = "attention.layer_norm_epsilon" },
        new() { Name = "llama", Families = [LlamaFamilies.Llama, MistralFamilies.Mistral], InterleavesHeads = true },
        new() { Name = "mistral3", Families = [MistralFamilies.Ministral3], InterleavesHeads = true },
        new() { Name = "olmo2", Families = [OlmoFamilies.Olmo2, OlmoFamilies.Olmo3], HasOutput = true, HasWindow = true, WindowPeriod = 4 },
        new() { Name = "phi2", Families = [PhiFamilies.Phi], HasOutput = true, EpsilonKey = "attention.layer_norm_epsilon" },
        new() { Name = "phi3", Families = [PhiFamilies.Phi3], FusesQkv = true, FusesGate = true, HasWindow = true },
        new() { Name = "qwen2", Families = [QwenFamilies.Qwen2] },
        new() { Name = "qwen3", Families = [QwenFamilies.Qwen3] },
        new() { Name = "smollm3", Families = [LlamaFamilies.SmolLM3], InterleavesHeads = true },
    ];

    /// <summary>The architecture of a name; null if it is not read here.</summary>
    public static GgufArchitecture? Find(string name) => All.FirstOrDefault(architecture => architecture.Name == name);

    /// <summary>The architecture that holds models of a family; null if llama.cpp has none, or none that is written here.</summary>
    public static GgufArchitecture? For(ModelFamily family)
    {
        ArgumentNullException.ThrowIfNull(family);
        return All.FirstOrDefault(architecture => architecture.Families.Any(held => held.ModelType == family.ModelType));
    }

    /// <summary>"apertus, arcee, ...", for messages.</summary>
    internal static string Names => string.Join(", ", All.Select(architecture => architecture.Name));
}
