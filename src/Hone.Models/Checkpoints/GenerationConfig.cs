using System.Text.Json;

namespace Hone.Models;

/// <summary>
/// generation_config.json: how the model's makers would have it sampled, and which ids end a text (often more than
/// config.json names). A null setting is one that the file does not have. Keys not listed here are kept as read.
/// </summary>
public sealed record GenerationConfig
{
    private IReadOnlyDictionary<string, string> RawKeys { get; init; } = new Dictionary<string, string>();

    /// <summary>Id that begins a text.</summary>
    public int? BosTokenId { get; init; }

    /// <summary>Ids that end a text; empty if the file names none.</summary>
    public IReadOnlyList<int> EosTokenIds { get; init; } = [];

    /// <summary>Id of padding.</summary>
    public int? PadTokenId { get; init; }

    /// <summary>Whether to sample; otherwise the most likely token is taken.</summary>
    public bool? DoSample { get; init; }

    /// <summary>Divisor of the logits, above 0.</summary>
    public double? Temperature { get; init; }

    /// <summary>Only the k most likely tokens.</summary>
    public int? TopK { get; init; }

    /// <summary>Only the most likely tokens that together reach this probability, above 0 and at most 1.</summary>
    public double? TopP { get; init; }

    /// <summary>Only tokens of at least this share of the largest probability, 0 to 1.</summary>
    public double? MinP { get; init; }

    /// <summary>The token ids of a model and no opinion on sampling.</summary>
    public static GenerationConfig From(TransformerConfig model)
    {
        ArgumentNullException.ThrowIfNull(model);
        return new GenerationConfig { BosTokenId = model.BosTokenId, EosTokenIds = model.EosTokenIds, PadTokenId = model.PadTokenId };
    }

    /// <summary>Reads a file.</summary>
    /// <exception cref="CheckpointFormatException">It is no valid file of that kind.</exception>
    public static GenerationConfig Read(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        using JsonDocument document = JsonFile.Read(path, JsonFile.ConfigBytes);
        return Read(document.RootElement, path);
    }

    /// <summary>Reads the bytes of a file.</summary>
    /// <exception cref="CheckpointFormatException">They are no valid file of that kind.</exception>
    public static GenerationConfig Parse(ReadOnlyMemory<byte> utf8, string? file = null)
    {
        using JsonDocument document = JsonFile.Parse(utf8, file);
        return Read(document.RootElement, file);
    }

    /// <summary>The bytes of the file: kept keys as read, keys in ordinal order.</summary>
    public byte[] ToBytes()
    {
        var keys = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach ((string key, string json) in RawKeys)
            keys[key] = json;
        Set(keys, "bos_token_id", BosTokenId is { } bos ? ConfigJson.Value(bos) : null);
        Set(keys, "eos_token_id", EosTokenIds.Count == 0 ? null : ConfigJson.OneOrList(EosTokenIds));
        Set(keys, "pad_token_id", PadTokenId is { } pad ? ConfigJson.Value(pad) : null);
        Set(keys, "do_sample", DoSample is { } sample ? ConfigJson.Value(sample) : null);
        Set(keys, "temperature", Temperature is { } temperature ? ConfigJson.Value(temperature) : null);
        Set(keys, "top_k", TopK is { } topK ? ConfigJson.Value(topK) : null);
        Set(keys, "top_p", TopP is { } topP ? ConfigJson.Value(topP) : null);
        Set(keys, "min_p", MinP is { } minP ? ConfigJson.Value(minP) : null);
        return ConfigJson.Write(keys);
    }

    private static GenerationConfig Read(JsonElement root, string? file)
    {
        var config = new ConfigReader(root, file);
        var raw = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (JsonProperty property in config.Properties)
            raw[property.Name] = property.Value.GetRawText();
        return new GenerationConfig
        {
            RawKeys = raw,
            BosTokenId = config.Token("bos_token_id", null),
            EosTokenIds = config.Tokens("eos_token_id", []),
            PadTokenId = config.Token("pad_token_id", null),
            DoSample = config.TryGet("do_sample", out _) ? config.Bool("do_sample", false) : null,
            Temperature = config.TryGet("temperature", out _) ? config.Double("temperature", 1) : null,
            TopK = config.TryGet("top_k", out _) ? config.Int("top_k", 0) : null,
            TopP = config.TryGet("top_p", out _) ? config.Double("top_p", 1) : null,
            MinP = config.TryGet("min_p", out _) ? config.Double("min_p", 0) : null,
        };
    }

    // A setting without a value leaves a null that was read where it is.
    private static void Set(SortedDictionary<string, string> keys, string key, string? json)
    {
        if (json is not null)
            keys[key] = json;
        else if (keys.TryGetValue(key, out string? kept) && kept != "null")
            keys.Remove(key);
    }
}
