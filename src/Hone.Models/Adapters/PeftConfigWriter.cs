using System.Text.Json;

namespace Hone.Models;

/// <summary>adapter_config.json in PEFT's spelling: keys in ordinal order; those that were read and are not ours are kept.</summary>
internal static class PeftConfigWriter
{
    public static byte[] ToBytes(LoraConfig config)
    {
        var keys = new SortedDictionary<string, Action<Utf8JsonWriter>>(StringComparer.Ordinal);
        foreach ((string key, string raw) in config.RawKeys)
            keys[key] = json => json.WriteRawValue(raw);
        void Text(string key, string? value) => keys[key] = json => json.WriteStringValue(value);
        void Flag(string key, bool value) => keys[key] = json => json.WriteBooleanValue(value);
        void Number(string key, double value) => keys[key] = json => WriteNumber(json, value);
        void Names(string key, IReadOnlyList<string> list, string? pattern) => keys[key] = json => WriteNames(json, list, pattern);
        Text("peft_type", "LORA");
        Text("bias", "none");
        Text("base_model_name_or_path", config.BaseModel);
        Number("r", config.Rank);
        Number("lora_alpha", config.Alpha);
        Number("lora_dropout", config.Dropout);
        Flag("use_rslora", config.UseRsLora);
        Flag("use_dora", config.UseDora);
        Flag("fan_in_fan_out", config.FanInFanOut ?? false);
        Names("target_modules", config.TargetModules, config.TargetPattern);
        Names("modules_to_save", config.ModulesToSave, null);
        if (config.ExcludeModules.Count > 0 || config.ExcludePattern is not null)
            Names("exclude_modules", config.ExcludeModules, config.ExcludePattern);
        keys.TryAdd("layers_pattern", json => WriteNames(json, config.LayersPattern, null));
        keys["layers_to_transform"] = json => WriteLayers(json, config.LayersToTransform);
        keys["rank_pattern"] = json => WritePairs(json, config.RankPattern.Select(pair => KeyValuePair.Create(pair.Key, (double)pair.Value)));
        keys["alpha_pattern"] = json => WritePairs(json, config.AlphaPattern);
        foreach ((string key, bool value) in new[] { ("inference_mode", true), ("init_lora_weights", true) })
            keys.TryAdd(key, json => json.WriteBooleanValue(value));
        keys.TryAdd("task_type", json => json.WriteStringValue("CAUSAL_LM"));
        foreach (string key in new[] { "auto_mapping", "revision" })
            keys.TryAdd(key, json => json.WriteNullValue());

        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, new JsonWriterOptions { Indented = true, NewLine = "\n", Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            json.WriteStartObject();
            foreach ((string key, Action<Utf8JsonWriter> write) in keys)
            {
                json.WritePropertyName(key);
                write(json);
            }
            json.WriteEndObject();
        }
        return stream.ToArray();
    }

    // A whole number without a point: PEFT's own check of r and alpha expects that.
    private static void WriteNumber(Utf8JsonWriter json, double value)
    {
        if (value == Math.Floor(value) && Math.Abs(value) < 1L << 53)
            json.WriteNumberValue((long)value);
        else
            json.WriteNumberValue(value);
    }

    private static void WriteNames(Utf8JsonWriter json, IReadOnlyList<string> list, string? pattern)
    {
        if (pattern is not null)
        {
            json.WriteStringValue(pattern);
            return;
        }
        if (list.Count == 0)
        {
            json.WriteNullValue();
            return;
        }
        json.WriteStartArray();
        foreach (string name in list)
            json.WriteStringValue(name);
        json.WriteEndArray();
    }

    private static void WriteLayers(Utf8JsonWriter json, IReadOnlyList<int>? layers)
    {
        if (layers is null)
        {
            json.WriteNullValue();
            return;
        }
        json.WriteStartArray();
        foreach (int layer in layers)
            json.WriteNumberValue(layer);
        json.WriteEndArray();
    }

    private static void WritePairs(Utf8JsonWriter json, IEnumerable<KeyValuePair<string, double>> pairs)
    {
        json.WriteStartObject();
        foreach ((string key, double value) in pairs)
        {
            json.WritePropertyName(key);
            WriteNumber(json, value);
        }
        json.WriteEndObject();
    }
}
