using System.Buffers;
using System.Text.Json;

namespace Hone.Tokenizers;

/// <summary>Conversations of plain texts as the JSON that templates are given.</summary>
public static class ChatMessages
{
    /// <summary>Returns an array of messages.</summary>
    /// <param name="turns">Role (<c>system</c>, <c>user</c>, <c>assistant</c>) and content of each message.</param>
    /// <exception cref="ArgumentNullException">A role or content is null.</exception>
    public static JsonElement Of(params IEnumerable<(string Role, string Content)> turns)
    {
        ArgumentNullException.ThrowIfNull(turns);
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            writer.WriteStartArray();
            foreach ((string role, string content) in turns)
            {
                ArgumentNullException.ThrowIfNull(role);
                ArgumentNullException.ThrowIfNull(content);
                writer.WriteStartObject();
                writer.WriteString("role", role);
                writer.WriteString("content", content);
                writer.WriteEndObject();
            }
            writer.WriteEndArray();
        }
        using JsonDocument document = JsonDocument.Parse(buffer.WrittenMemory);
        return document.RootElement.Clone();
    }
}
