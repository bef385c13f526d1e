using System.Globalization;
using System.Text.Json;

namespace Hone.Models;

/// <summary>Typed access to the keys of a JSON config; every complaint names the file and the key.</summary>
internal readonly struct ConfigReader(JsonElement root, string? file)
{
    /// <summary>The file, for messages.</summary>
    public string? File { get; } = file;

    /// <summary>Whether the key is there and not null.</summary>
    public bool TryGet(string key, out JsonElement value) =>
        root.TryGetProperty(key, out value) && value.ValueKind != JsonValueKind.Null;

    /// <summary>Whether the key is there, null or not.</summary>
    public bool Has(string key) => root.TryGetProperty(key, out _);

    public int RequiredInt(string key) => TryGet(key, out JsonElement value)
        ? ToInt(key, value)
        : throw CheckpointErrors.Setting(File, key, "is missing", expected: "a whole number");

    public int Int(string key, int missing) => TryGet(key, out JsonElement value) ? ToInt(key, value) : missing;

    /// <summary>A token id: the default if the key is missing, null if it is null.</summary>
    public int? Token(string key, int? missing) =>
        !Has(key) ? missing : TryGet(key, out JsonElement value) ? ToInt(key, value) : null;

    /// <summary>One id or a list of ids; the default if the key is missing, none if it is null.</summary>
    public IReadOnlyList<int> Tokens(string key, IReadOnlyList<int> missing)
    {
        if (!TryGet(key, out JsonElement value))
            return Has(key) ? [] : missing;
        if (value.ValueKind != JsonValueKind.Array)
            return [ToInt(key, value)];
        var ids = new List<int>();
        foreach (JsonElement element in value.EnumerateArray())
            ids.Add(ToInt(key, element));
        return ids;
    }

    /// <summary>A list of whole numbers; null if the key is missing or null.</summary>
    public IReadOnlyList<int>? Numbers(string key)
    {
        if (!TryGet(key, out JsonElement value))
            return null;
        if (value.ValueKind != JsonValueKind.Array)
            throw Wrong(key, value, "a list");
        var numbers = new List<int>();
        foreach (JsonElement element in value.EnumerateArray())
            numbers.Add(ToInt(key, element));
        return numbers;
    }

    /// <summary>A list of numbers; null if the key is missing or null.</summary>
    public IReadOnlyList<double>? Doubles(string key)
    {
        if (!TryGet(key, out JsonElement value))
            return null;
        if (value.ValueKind != JsonValueKind.Array)
            throw Wrong(key, value, "a list");
        var numbers = new List<double>();
        foreach (JsonElement element in value.EnumerateArray())
            numbers.Add(ToDouble(key, element));
        return numbers;
    }

    public double Double(string key, double missing)
    {
        return TryGet(key, out JsonElement value) ? ToDouble(key, value) : missing;
    }

    public bool Bool(string key, bool missing)
    {
        if (!TryGet(key, out JsonElement value))
            return missing;
        return value.ValueKind is JsonValueKind.True or JsonValueKind.False ? value.GetBoolean() : throw Wrong(key, value, "true or false");
    }

    public string? Text(string key) => TryGet(key, out JsonElement value) ? JsonFile.Text(File, key, value) : null;

    /// <summary>A list of texts; null if the key is missing or null.</summary>
    public IReadOnlyList<string>? Texts(string key)
    {
        if (!TryGet(key, out JsonElement value))
            return null;
        if (value.ValueKind != JsonValueKind.Array)
            throw Wrong(key, value, "a list");
        var texts = new List<string>();
        foreach (JsonElement element in value.EnumerateArray())
            texts.Add(JsonFile.Text(File, key, element));
        return texts;
    }

    /// <summary>The object under a key; null if the key is missing or null.</summary>
    public ConfigReader? Object(string key)
    {
        if (!TryGet(key, out JsonElement value))
            return null;
        return value.ValueKind == JsonValueKind.Object ? new ConfigReader(value, File) : throw Wrong(key, value, "an object");
    }

    /// <summary>All keys with their values.</summary>
    public IEnumerable<JsonProperty> Properties => root.EnumerateObject();

    /// <summary>The complaint about a value of the wrong kind.</summary>
    public CheckpointFormatException Wrong(string key, JsonElement value, string expected) =>
        CheckpointErrors.Setting(File, key, "has a value of the wrong kind", expected, value.GetRawText());

    private double ToDouble(string key, JsonElement value) =>
        value.ValueKind == JsonValueKind.Number && value.TryGetDouble(out double number) && double.IsFinite(number) ? number
            : throw Wrong(key, value, "a number");

    private int ToInt(string key, JsonElement value) =>
        value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out int number) ? number
            : throw Wrong(key, value, string.Create(CultureInfo.InvariantCulture, $"a whole number of at most {int.MaxValue}"));
}
