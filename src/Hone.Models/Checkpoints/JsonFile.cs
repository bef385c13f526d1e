using System.Text.Json;
using System.Text.Unicode;

namespace Hone.Models;

/// <summary>JSON files of a model directory: bounded in size and depth, no key twice, an object at the root.</summary>
internal static class JsonFile
{
    /// <summary>Bytes a config file may have.</summary>
    public const int ConfigBytes = 4 << 20;

    /// <summary>Bytes an index of shards may have.</summary>
    public const int IndexBytes = 64 << 20;

    /// <summary>Opens a file; the caller disposes the document.</summary>
    /// <exception cref="CheckpointFormatException">It is too large or is no JSON object.</exception>
    public static JsonDocument Read(string path, int limit)
    {
        using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, 1);
        if (stream.Length > limit)
            throw CheckpointErrors.File(path, "is too large", expected: $"at most {limit} bytes", got: $"{stream.Length}");
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return Parse(bytes, path);
    }

    /// <summary>Opens bytes; the caller disposes the document.</summary>
    /// <exception cref="CheckpointFormatException">They are no JSON object.</exception>
    public static JsonDocument Parse(ReadOnlyMemory<byte> bytes, string? path)
    {
        // The parser leaves that to whoever reads a text, and a name is read by everybody.
        if (!Utf8.IsValid(bytes.Span))
            throw CheckpointErrors.File(path, "is not valid UTF-8");
        JsonDocument document;
        try
        {
            document = JsonDocument.Parse(bytes, new JsonDocumentOptions { MaxDepth = 32, AllowDuplicateProperties = false });
        }
        catch (JsonException e)
        {
            throw CheckpointErrors.File(path, "is not valid JSON", got: e.Message.Split('.')[0], inner: e);
        }
        bool isObject = document.RootElement.ValueKind == JsonValueKind.Object;
        if (isObject && HasValidNames(document.RootElement))
            return document;
        document.Dispose();
        throw CheckpointErrors.File(path, isObject ? "has a name that is no valid text" : "is not a JSON object");
    }

    // An escape can spell half of a surrogate pair.
    private static bool HasValidNames(JsonElement element)
    {
        try
        {
            return element.ValueKind switch
            {
                JsonValueKind.Object => element.EnumerateObject().All(property => property.Name is not null && HasValidNames(property.Value)),
                JsonValueKind.Array => element.EnumerateArray().All(HasValidNames),
                _ => true,
            };
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }

    /// <summary>A text value.</summary>
    /// <exception cref="CheckpointFormatException">It is no valid text.</exception>
    public static string Text(string? path, string key, JsonElement value)
    {
        if (value.ValueKind != JsonValueKind.String)
            throw CheckpointErrors.Setting(path, key, "is no text", got: value.ValueKind.ToString());
        try
        {
            return value.GetString()!;
        }
        catch (InvalidOperationException)
        {
            throw CheckpointErrors.Setting(path, key, "is text that is not valid UTF-8");
        }
    }
}
