namespace Hone.Models;

/// <summary>What the rules of a mixture ask of a model.</summary>
/// <param name="Architecture">llama.cpp's name of the architecture: "llama", "qwen3".</param>
/// <param name="LayerCount">Number of layers.</param>
/// <param name="QueryHeads">Query heads of the first layer.</param>
/// <param name="KeyValueHeads">Key/value heads of the first layer.</param>
/// <param name="ExpertCount">Experts of a layer; 0 for a dense model.</param>
public sealed record MixtureFacts(string Architecture, int LayerCount, int QueryHeads, int KeyValueHeads, int ExpertCount)
{
    /// <summary>Query heads to a key/value head.</summary>
    public int HeadsPerGroup => KeyValueHeads > 0 ? QueryHeads / KeyValueHeads : 0;

    /// <summary>Whether llama.cpp calls the model one of 70B, whose values have eight readers: 80 layers with grouped heads.</summary>
    public bool IsLarge => LayerCount == 80 && (Architecture == "qwen2" || (Architecture == "llama" && QueryHeads != KeyValueHeads));

    /// <summary>The facts of a model as a GGUF file says them.</summary>
    /// <exception cref="CheckpointFormatException">A key has another type.</exception>
    public static MixtureFacts Of(GgufMetadata metadata)
    {
        ArgumentNullException.ThrowIfNull(metadata);
        string architecture = metadata.Text("general.architecture") ?? "";
        int queries = First(metadata, architecture + ".attention.head_count");
        int keys = metadata.Has(architecture + ".attention.head_count_kv") ? First(metadata, architecture + ".attention.head_count_kv") : queries;
        return new MixtureFacts(architecture, metadata.Int(architecture + ".block_count") ?? 0, queries, keys, metadata.Int(architecture + ".expert_count") ?? 0);
    }

    // One number for all layers, or one for each.
    private static int First(GgufMetadata metadata, string key)
    {
        if (!metadata.TryGet(key, out GgufValue? value))
            return 0;
        return value.Type == GgufValueType.Array && metadata.Integers(key) is [long first and >= 0 and <= int.MaxValue, ..] ? (int)first : metadata.Int(key) ?? 0;
    }
}
