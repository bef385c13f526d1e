using System.Globalization;
using System.Text.Json;

namespace Hone.Models;

/// <summary>JSON as Python's json.dumps(indent=2, sort_keys=True) spells it, so that saved copies of files differ in nothing but values.</summary>
internal static class ConfigJson
{
    public static string Value(bool value) => value ? "true" : "false";

    public static string Value(int value) => value.ToString(CultureInfo.InvariantCulture);

    public static string Value(int? value) => value is { } number ? Value(number) : "null";

    /// <summary>Shortest digits that read back to the same number: 10000.0, 1e-06.</summary>
    public static string Value(double value)
    {
        string text = value.ToString("R", CultureInfo.InvariantCulture).ToLowerInvariant();
        return text.AsSpan().IndexOfAny('.', 'e') < 0 ? text + ".0" : text;
    }

    /// <summary>A list at the top level of a file.</summary>
    public static string List(IEnumerable<string> items) => "[\n    " + string.Join(",\n    ", items) + "\n  ]";

    /// <summary>null, one id, or a list of ids.</summary>
    public static string OneOrList(IReadOnlyList<int> ids) => ids.Count switch
    {
        0 => "null",
        1 => Value(ids[0]),
        _ => List(ids.Select(Value)),
    };

    /// <summary>An object of keys with ready JSON, in the order of the dictionary.</summary>
    public static byte[] Write(SortedDictionary<string, string> keys)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream, new JsonWriterOptions { Indented = true, NewLine = "\n" }))
        {
            writer.WriteStartObject();
            foreach ((string key, string json) in keys)
            {
                writer.WritePropertyName(key);
                writer.WriteRawValue(json);
            }
            writer.WriteEndObject();
        }
        stream.WriteByte((byte)'\n');
        return stream.ToArray();
    }
}
