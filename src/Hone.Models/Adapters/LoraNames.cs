namespace Hone.Models;

/// <summary>Names of tensors in adapter_model.safetensors, as PEFT writes them.</summary>
internal static class LoraNames
{
    private const string Prefix = "base_model.model.";

    public static string A(string module, bool isTable) => Prefix + module + (isTable ? ".lora_embedding_A" : ".lora_A.weight");

    public static string B(string module, bool isTable) => Prefix + module + (isTable ? ".lora_embedding_B" : ".lora_B.weight");

    public static string Magnitude(string module) => Prefix + module + ".lora_magnitude_vector";

    public static string Saved(string module, string ending) => Prefix + module + "." + ending;

    public static string Base(string module) => Prefix + module + ".base_layer.weight";
}
