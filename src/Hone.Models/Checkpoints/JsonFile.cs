using System.Text.Json;

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
        JsonDocument document;
        try
        {
            document = JsonDocument.Parse(bytes, new JsonDocumentOptions { MaxDepth = 32, AllowDuplicateProperties = false });
        }
        catch (JsonException e)
        {
            throw CheckpointErrors.File(path, "is not valid JSON", got: e.Message.Split('.')[0], inner: e);
        }
        if (document.RootElement.ValueKind == JsonValueKind.Object)
            return document;
        document.Dispose();
        throw CheckpointErrors.File(path, "is not a JSON object");
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
