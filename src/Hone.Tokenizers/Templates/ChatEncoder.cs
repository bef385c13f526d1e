using System.Text.Json;

namespace Hone.Tokenizers;

/// <summary>
/// The one way from a conversation to ids, for training, rollouts and serving: renders a template, encodes the text, and marks
/// which ids an assistant wrote. Immutable; threads may share it.
/// </summary>
/// <remarks>
/// With generation blocks the marks are theirs. Without, the conversation is rendered up to each assistant turn, with its
/// generation prompt and then with the turn itself; both renderings must begin the whole one, and the turn is what lies
/// between them. The text is cut at those places and the pieces are encoded one by one, so that ids on both sides of a mark's
/// edge are what a model sees when it writes the turn itself: the prompt's ids never depend on the answer.
/// </remarks>
public sealed class ChatEncoder
{
    private readonly Tokenizer _tokenizer;
    private readonly ChatTemplate _template;
    private readonly IReadOnlyDictionary<string, string> _specialTokens;
    private readonly TimeProvider _clock;

    /// <summary>Makes an encoder.</summary>
    /// <param name="tokenizer">Turns text into ids.</param>
    /// <param name="template">Turns conversations into text.</param>
    /// <param name="specialTokens">Spellings by name that the template is given; null for none (see <see cref="TokenizerConfig.SpecialTokens"/>).</param>
    /// <param name="clock">Where templates read the date; null for the system's. Training hands in a fixed one.</param>
    /// <exception cref="ArgumentNullException">The tokenizer or the template is null.</exception>
    public ChatEncoder(Tokenizer tokenizer, ChatTemplate template, IReadOnlyDictionary<string, string>? specialTokens = null, TimeProvider? clock = null)
    {
        ArgumentNullException.ThrowIfNull(tokenizer);
        ArgumentNullException.ThrowIfNull(template);
        _tokenizer = tokenizer;
        _template = template;
        _specialTokens = specialTokens ?? new Dictionary<string, string>();
        _clock = clock ?? TimeProvider.System;
    }

    /// <summary>The template.</summary>
    public ChatTemplate Template => _template;

    /// <summary>Makes the encoder of a model directory.</summary>
    /// <param name="tokenizer">The directory's tokenizer.</param>
    /// <param name="config">The directory's configuration, with its templates.</param>
    /// <param name="name">Name of a template such as <c>tool_use</c>; null for the default.</param>
    /// <param name="clock">Where templates read the date; null for the system's.</param>
    /// <exception cref="TemplateException">The directory has no such template, or it is malformed.</exception>
    public static ChatEncoder From(Tokenizer tokenizer, TokenizerConfig config, string? name = null, TimeProvider? clock = null)
    {
        ArgumentNullException.ThrowIfNull(config);
        string? source = name is null or "default" ? config.ChatTemplate : config.NamedChatTemplates.GetValueOrDefault(name);
        if (source is null) throw new TemplateException(name is null ? "the model has no chat template" : $"the model has no chat template {TokenizerFormatException.Quote(name)}");
        return new ChatEncoder(tokenizer, ChatTemplate.Parse(source), config.SpecialTokens, clock);
    }

    /// <summary>Renders and encodes a conversation.</summary>
    /// <param name="messages">An array of messages.</param>
    /// <param name="options">Tools, generation prompt, further variables, and what is marked; null for the defaults.</param>
    /// <exception cref="TemplateException">
    /// The template fails, or the marks asked for cannot be found: the message says why and what to do instead.
    /// </exception>
    /// <exception cref="UnencodableTextException">The vocabulary has no token for a part of the text.</exception>
    public EncodedChat Encode(JsonElement messages, ChatEncodeOptions? options = null)
    {
        options ??= new ChatEncodeOptions();
        ChatTemplateInput input = new()
        {
            Messages = messages,
            Tools = options.Tools,
            AddGenerationPrompt = options.AddGenerationPrompt,
            Variables = options.Variables,
            SpecialTokens = _specialTokens,
            Clock = _clock,
        };
        RenderedChat whole = _template.RenderMarked(input);
        if (options.Mask == ChatMask.None) return Pieces(whole.Text, [], ChatMaskSource.None);
        if (_template.HasGenerationBlocks)
        {
            IReadOnlyList<(int, int)> marks = options.Mask == ChatMask.LastAssistantTurn && whole.Generated.Count > 0 ? [whole.Generated[^1]] : whole.Generated;
            return Pieces(whole.Text, marks, ChatMaskSource.GenerationBlocks);
        }
        return Pieces(whole.Text, FindTurns(input, whole.Text, options.Mask), options.Mask == ChatMask.LastAssistantTurn ? ChatMaskSource.LastTurn : ChatMaskSource.Prefixes);
    }

    private List<(int Start, int End)> FindTurns(ChatTemplateInput input, string whole, ChatMask mask)
    {
        JsonElement[] messages = input.Messages.ValueKind == JsonValueKind.Array ? [.. input.Messages.EnumerateArray()] : [];
        var marks = new List<(int, int)>();
        for (int i = 0; i < messages.Length; i++)
        {
            bool last = i == messages.Length - 1;
            if (!IsAssistant(messages[i]))
            {
                if (last && mask == ChatMask.LastAssistantTurn) throw new TemplateException("the conversation does not end with an assistant's turn");
                continue;
            }
            if (mask == ChatMask.LastAssistantTurn && !last) continue;
            string before = _template.Render(input with { Messages = Prefix(messages, i), AddGenerationPrompt = true });
            string with = last && !input.AddGenerationPrompt ? whole : _template.Render(input with { Messages = Prefix(messages, i + 1), AddGenerationPrompt = false });
            int start = CommonStart(before, whole);
            if (start < before.Length && !IsAssistantStart(input, messages, i, before, whole, ref start))
                throw Rewrites(i, "with its generation prompt", whole, start);
            if (!whole.StartsWith(with, StringComparison.Ordinal)) throw Rewrites(i, "and its turn", whole, CommonStart(with, whole));
            if (with.Length < start) throw new TemplateException($"the template writes nothing for the assistant's turn {i}");
            marks.Add((start, with.Length));
        }
        return marks;
    }

    /// <summary>
    /// Some templates end a generation prompt with what a turn without thoughts does not begin with (an empty think block, or
    /// its opening). Then the turn begins where the prompt without that part ends: where the rendering of the turns before it
    /// and this one part.
    /// </summary>
    private bool IsAssistantStart(ChatTemplateInput input, JsonElement[] messages, int i, string before, string whole, ref int start)
    {
        string history = _template.Render(input with { Messages = Prefix(messages, i), AddGenerationPrompt = false });
        if (!whole.StartsWith(history, StringComparison.Ordinal) || !before.StartsWith(history, StringComparison.Ordinal) || start <= history.Length) return false;
        // The last line break of what both share ends the role's line.
        int line = whole.LastIndexOf('\n', start - 1, start - history.Length);
        if (line >= 0) start = line + 1;
        return true;
    }

    private static TemplateException Rewrites(int turn, string part, string whole, int at)
    {
        int line = whole.AsSpan(0, Math.Min(at, whole.Length)).Count('\n') + 1;
        return new TemplateException($"this template writes the conversation up to message {turn} {part} differently once later messages are there "
            + $"(from line {line} of the text), so that not every turn can be marked; train on the last turn only (ChatMask.LastAssistantTurn), or give the template generation blocks");
    }

    private static int CommonStart(string a, string b) => a.AsSpan().CommonPrefixLength(b);

    private static bool IsAssistant(JsonElement message) =>
        message.ValueKind == JsonValueKind.Object && message.TryGetProperty("role", out JsonElement role) && role.ValueKind == JsonValueKind.String && role.ValueEquals("assistant");

    private static JsonElement Prefix(JsonElement[] messages, int count)
    {
        var buffer = new System.Buffers.ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            writer.WriteStartArray();
            for (int i = 0; i < count; i++) messages[i].WriteTo(writer);
            writer.WriteEndArray();
        }
        using JsonDocument document = JsonDocument.Parse(buffer.WrittenMemory);
        return document.RootElement.Clone();
    }

    private EncodedChat Pieces(string text, IReadOnlyList<(int Start, int End)> marks, ChatMaskSource from)
    {
        var ids = new List<int>(text.Length / 3 + 8);
        var mask = new List<bool>(text.Length / 3 + 8);
        int at = 0;
        foreach ((int start, int end) in marks)
        {
            Add(at, start, marked: false);
            Add(Math.Max(start, at), end, marked: true);
            at = Math.Max(at, end);
        }
        Add(at, text.Length, marked: false);
        return new EncodedChat([.. ids], [.. mask], text, from);

        void Add(int start, int end, bool marked)
        {
            if (end <= start) return;
            _tokenizer.Encode(text.AsSpan(start, end - start), ids);
            while (mask.Count < ids.Count) mask.Add(marked);
        }
    }
}
