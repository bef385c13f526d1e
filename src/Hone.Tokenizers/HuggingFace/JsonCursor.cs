using System.Text.Json;

namespace Hone.Tokenizers;

/// <summary>A JSON value that knows its file and path, so that each misfit names its place. Holds no memory of its own.</summary>
internal readonly struct JsonCursor(JsonElement element, string file, string path)
{
    private const int MaxDepth = 32;

    public JsonElement Element => element;

    public string File => file;

    public string Path => path;

    public bool IsNull => element.ValueKind is JsonValueKind.Null or JsonValueKind.Undefined;

    public bool IsString => element.ValueKind == JsonValueKind.String;

    public bool IsArray => element.ValueKind == JsonValueKind.Array;

    public bool IsObject => element.ValueKind == JsonValueKind.Object;

    /// <summary>Reads a file whose size is checked first.</summary>
    public static byte[] ReadFile(string path, long maxBytes)
    {
        using FileStream stream = System.IO.File.OpenRead(path);
        if (stream.Length > maxBytes)
            throw new TokenizerFormatException(path, "$", $"at most {maxBytes} bytes", $"{stream.Length} bytes");
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }

    public static JsonDocument Parse(ReadOnlyMemory<byte> utf8, string file)
    {
        if (utf8.Span.StartsWith("\uFEFF"u8)) utf8 = utf8[3..];
        try
        {
            return JsonDocument.Parse(utf8, new JsonDocumentOptions { MaxDepth = MaxDepth });
        }
        catch (JsonException e)
        {
            throw new TokenizerFormatException(file, "$", $"JSON of at most {MaxDepth} levels", TokenizerFormatException.Quote(e.Message), e);
        }
    }

    /// <summary>Returns a member; undefined, which reads as null, if it is absent.</summary>
    public JsonCursor this[string name]
    {
        get
        {
            Require(JsonValueKind.Object, "an object");
            return new JsonCursor(element.TryGetProperty(name, out JsonElement value) ? value : default, file, $"{path}.{name}");
        }
    }

    /// <summary>Refuses members that are not listed: each could change what the tokenizer does.</summary>
    public void AllowOnly(params ReadOnlySpan<string> names)
    {
        Require(JsonValueKind.Object, "an object");
        foreach (JsonProperty property in element.EnumerateObject())
        {
            string name = Name(property);
            if (!names.Contains(name)) throw Fail($"only {string.Join(", ", names!)}", TokenizerFormatException.Quote(name));
        }
    }

    public IEnumerable<JsonCursor> Items()
    {
        Require(JsonValueKind.Array, "an array");
        int index = 0;
        foreach (JsonElement item in element.EnumerateArray()) yield return new JsonCursor(item, file, $"{path}[{index++}]");
    }

    public string Text()
    {
        Require(JsonValueKind.String, "a string");
        return Text(element);
    }

    /// <summary>Returns a string of this array or object; a separate method so that long lists need no cursor an item.</summary>
    public string Text(JsonElement value)
    {
        if (value.ValueKind != JsonValueKind.String) throw Fail("strings", Describe(value));
        try
        {
            return value.GetString()!;
        }
        catch (InvalidOperationException e)
        {
            throw new TokenizerFormatException(file, path, "valid Unicode", "half of a surrogate pair or bytes that are not UTF-8", e);
        }
    }

    public string Name(JsonProperty property)
    {
        try
        {
            return property.Name;
        }
        catch (InvalidOperationException e)
        {
            throw new TokenizerFormatException(file, path, "names of valid Unicode", "half of a surrogate pair or bytes that are not UTF-8", e);
        }
    }

    public string? TextOrNull() => IsNull ? null : Text();

    /// <summary>Returns a flag; the fallback if it is absent or null, or a failure where there is no fallback.</summary>
    public bool Flag(bool? fallback = null)
    {
        if (IsNull && fallback is { } value) return value;
        if (element.ValueKind is not (JsonValueKind.True or JsonValueKind.False)) throw Fail("true or false");
        return element.GetBoolean();
    }

    public int Id()
    {
        if (element.ValueKind != JsonValueKind.Number || !element.TryGetInt32(out int id) || id < 0)
            throw Fail($"an id from 0 to {ByteLevelBpe.MaxVocabularySize - 1}");
        return id;
    }

    public void Require(JsonValueKind kind, string expected)
    {
        if (element.ValueKind != kind) throw Fail(expected);
    }

    public TokenizerFormatException Fail(string expected, string? got = null) => new(file, path, expected, got ?? Describe(element));

    private static string Describe(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Undefined => "nothing",
        JsonValueKind.Object => "an object",
        JsonValueKind.Array => $"an array of {value.GetArrayLength()}",
        JsonValueKind.String => "a string",
        _ => TokenizerFormatException.Quote(value.GetRawText()),
    };
}
