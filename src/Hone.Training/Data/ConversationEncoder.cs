using System.Buffers;
using System.Text.Json;
using Hone.Evaluation.Running;
using Hone.Tokenizers;

namespace Hone.Training.Data;

/// <summary>
/// Conversations of training data as ids, through the model's chat template, with what an assistant wrote as targets: the renderer of
/// rollouts and serving. A row's <c>tools</c> and <c>chat_template_kwargs</c> are given to the template.
/// </summary>
public sealed class ConversationEncoder
{
    private readonly Lazy<ChatEncoder?> _encoder;

    /// <summary>An encoder of a model's template, which is parsed when the first conversation comes.</summary>
    /// <param name="tokenizer">The model's tokenizer.</param>
    /// <param name="config">Its configuration with the templates; null, or one without a template, refuses conversations.</param>
    /// <param name="mask">Which turns count in the loss; <see cref="ChatMask.None"/> learns whole conversations.</param>
    public ConversationEncoder(Tokenizer tokenizer, TokenizerConfig? config, ChatMask mask = ChatMask.AllAssistantTurns)
    {
        ArgumentNullException.ThrowIfNull(tokenizer);
        Mask = mask;
        _encoder = new Lazy<ChatEncoder?>(() => config is { ChatTemplate: not null } ? ChatEncoder.From(tokenizer, config, clock: FixedDay.Instance) : null);
    }

    /// <summary>Which turns count in the loss.</summary>
    public ChatMask Mask { get; }

    /// <summary>The message where a conversation comes and the model has no template.</summary>
    internal const string NoTemplate = "\"messages\" needs a chat template, and the model has none; write \"prompt\" and \"completion\"";

    /// <summary>A conversation as a training sequence.</summary>
    /// <param name="messages">An array of messages.</param>
    /// <param name="row">The row it stands in, whose further columns the template may want.</param>
    /// <param name="maximumLength">Longer conversations are cut at the end.</param>
    /// <param name="mask">Which turns count; null for <see cref="Mask"/>.</param>
    /// <exception cref="FormatException">The model has no template, or the template refuses the conversation (<see cref="TemplateException"/>).</exception>
    /// <exception cref="UnencodableTextException">The vocabulary has no token for a part of the text.</exception>
    public TrainingSequence Encode(JsonElement messages, JsonElement row, int maximumLength, ChatMask? mask = null)
    {
        if (messages.ValueKind != JsonValueKind.Array) throw new FormatException("a conversation is a list of messages, each with \"role\" and \"content\"");
        ChatEncoder encoder = _encoder.Value ?? throw new FormatException(NoTemplate);
        ChatMask wanted = mask ?? Mask;
        EncodedChat encoded = encoder.Encode(messages, new ChatEncodeOptions
        {
            Mask = wanted,
            Tools = row.TryGetProperty("tools", out JsonElement tools) && tools.ValueKind == JsonValueKind.Array ? tools : null,
            Variables = row.TryGetProperty("chat_template_kwargs", out JsonElement variables) && variables.ValueKind == JsonValueKind.Object
                ? variables.EnumerateObject().ToDictionary(v => v.Name, v => v.Value) : new Dictionary<string, JsonElement>(),
        });
        int length = Math.Min(encoded.Ids.Length, maximumLength);
        int[] ids = encoded.Ids[..length];
        if (wanted == ChatMask.None) return new TrainingSequence(ids, 1);
        bool[] counts = encoded.Mask[..length];
        int first = Math.Max(1, Array.IndexOf(counts, true) is >= 0 and int found ? found : length);
        bool all = first >= length || !counts.AsSpan(first).Contains(false);
        return new TrainingSequence(ids, first) { Mask = all ? null : counts };
    }

    /// <summary>Two lists of messages as one.</summary>
    internal static JsonElement Join(JsonElement first, JsonElement second)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            writer.WriteStartArray();
            foreach (JsonElement message in first.EnumerateArray()) message.WriteTo(writer);
            foreach (JsonElement message in second.EnumerateArray()) message.WriteTo(writer);
            writer.WriteEndArray();
        }
        using JsonDocument document = JsonDocument.Parse(buffer.WrittenMemory);
        return document.RootElement.Clone();
    }
}
