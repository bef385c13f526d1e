using System.Text.Json;

namespace Hone.Models;

/// <summary>adapter_config.json as PEFT writes it. What would change the result and is not supported is refused by name, never ignored.</summary>
internal static class PeftConfigReader
{
    // Say nothing about what is computed from the saved tensors.
    private static readonly HashSet<string> s_inert = new(StringComparer.Ordinal)
    {
        "auto_mapping", "base_model_name_or_path", "inference_mode", "megatron_core", "peft_type", "peft_version", "qalora_group_size", "revision",
        "runtime_config", "task_type", "eva_config", "velora_config", "loftq_config", "lora_dropout",
    };

    private static readonly HashSet<string> s_read = new(StringComparer.Ordinal)
    {
        "r", "lora_alpha", "use_rslora", "use_dora", "target_modules", "exclude_modules", "layers_to_transform", "layers_pattern",
        "rank_pattern", "alpha_pattern", "modules_to_save", "fan_in_fan_out", "bias", "init_lora_weights",
    };

    /// <exception cref="CheckpointFormatException">It is no adapter that can be used.</exception>
    public static LoraConfig Read(string path)
    {
        using JsonDocument document = JsonFile.Read(path, JsonFile.ConfigBytes);
        var reader = new ConfigReader(document.RootElement, path);
        string type = reader.Text("peft_type") ?? throw CheckpointErrors.Setting(path, "peft_type", "is missing", expected: "LORA");
        if (type != "LORA")
            throw CheckpointErrors.Setting(path, "peft_type", "is not supported", "LORA", type);
        if (reader.Text("bias") is { } bias && bias != "none")
            throw CheckpointErrors.Setting(path, "bias", "is not supported: trained biases are not read", "none", bias);
        RefuseOthers(reader);
        RefuseInitialization(reader);
        (IReadOnlyList<string> targets, string? pattern) = Names(reader, "target_modules");
        (IReadOnlyList<string> excluded, string? excludedPattern) = Names(reader, "exclude_modules");
        if (targets.Count == 0 && pattern is null)
            throw CheckpointErrors.Setting(path, "target_modules", "is missing", expected: "a list of modules or a regular expression");
        var config = new LoraConfig
        {
            Rank = reader.RequiredInt("r"),
            Alpha = reader.Double("lora_alpha", 8),
            UseRsLora = reader.Bool("use_rslora", false),
            UseDora = reader.Bool("use_dora", false),
            TargetModules = targets,
            TargetPattern = pattern,
            ExcludeModules = excluded,
            ExcludePattern = excludedPattern,
            LayersToTransform = Layers(reader),
            LayersPattern = Names(reader, "layers_pattern") is ({ } list, var one) ? one is null ? list : [one] : [],
            RankPattern = [.. Pairs(reader, "rank_pattern").Select(pair => KeyValuePair.Create(pair.Key, ToRank(reader, pair)))],
            AlphaPattern = [.. Pairs(reader, "alpha_pattern")],
            ModulesToSave = reader.Texts("modules_to_save") ?? [],
            Dropout = reader.Double("lora_dropout", 0),
            BaseModel = reader.Text("base_model_name_or_path"),
            FanInFanOut = reader.Bool("fan_in_fan_out", false),
            RawKeys = reader.Properties.ToDictionary(property => property.Name, property => property.Value.GetRawText(), StringComparer.Ordinal),
        };
        if (config.Rank <= 0 || config.RankPattern.Any(pair => pair.Value <= 0))
            throw CheckpointErrors.Setting(path, config.Rank <= 0 ? "r" : "rank_pattern", "is not a rank", "1 or more");
        return config;
    }

    private static void RefuseOthers(ConfigReader reader)
    {
        foreach (JsonProperty property in reader.Properties)
        {
            if (s_inert.Contains(property.Name) || s_read.Contains(property.Name) || IsOff(property.Value))
                continue;
            throw CheckpointErrors.Setting(reader.File, property.Name, "is not supported", "null or false", property.Value.GetRawText());
        }
    }

    private static bool IsOff(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Null or JsonValueKind.False => true,
        JsonValueKind.Array => value.GetArrayLength() == 0,
        JsonValueKind.Object => !value.EnumerateObject().Any(),
        _ => false,
    };

    // These begin by taking something out of the base's weights: the saved factors belong to a base that is nowhere saved.
    private static void RefuseInitialization(ConfigReader reader)
    {
        if (!reader.TryGet("init_lora_weights", out JsonElement value) || value.ValueKind is JsonValueKind.True or JsonValueKind.False)
            return;
        string name = JsonFile.Text(reader.File, "init_lora_weights", value);
        if (name is not ("gaussian" or "eva" or "orthogonal"))
            throw CheckpointErrors.Setting(reader.File, "init_lora_weights", "is not supported: it changes the base's weights", "true, false, gaussian, orthogonal or eva", name,
                "Convert the adapter to plain LoRA with the library that made it.");
    }

    private static (IReadOnlyList<string> List, string? Pattern) Names(ConfigReader reader, string key)
    {
        if (!reader.TryGet(key, out JsonElement value))
            return ([], null);
        return value.ValueKind == JsonValueKind.String ? ([], reader.Text(key)) : (reader.Texts(key)!, null);
    }

    private static IReadOnlyList<int>? Layers(ConfigReader reader)
    {
        if (!reader.TryGet("layers_to_transform", out JsonElement value))
            return null;
        IReadOnlyList<int> layers = value.ValueKind == JsonValueKind.Array ? reader.Numbers("layers_to_transform")! : [reader.Int("layers_to_transform", 0)];
        // PEFT takes an empty list for none chosen.
        return layers.Count == 0 ? null : layers;
    }

    private static IEnumerable<KeyValuePair<string, double>> Pairs(ConfigReader reader, string key)
    {
        if (reader.Object(key) is not { } pairs)
            yield break;
        foreach (JsonProperty pair in pairs.Properties)
            yield return KeyValuePair.Create(pair.Name, pairs.Double(pair.Name, 0));
    }

    private static int ToRank(ConfigReader reader, KeyValuePair<string, double> pair) =>
        pair.Value is >= 1 and <= int.MaxValue && pair.Value == Math.Floor(pair.Value)
            ? (int)pair.Value
            : throw CheckpointErrors.Setting(reader.File, "rank_pattern", $"gives '{CheckpointErrors.Printable(pair.Key)}' no rank", "a whole number of 1 or more");
}
