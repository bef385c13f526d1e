using System.Text.Json;

namespace Hone.Tokenizers;

/// <summary>
/// What Hone uses of a Hugging Face <c>tokenizer_config.json</c>: the framing tokens and the chat templates. Other members
/// concern the Python classes and are passed over.
/// </summary>
public sealed record TokenizerConfig
{
    internal static readonly string[] SpecialNames = ["bos_token", "eos_token", "unk_token", "sep_token", "pad_token", "cls_token", "mask_token"];

    private const int MaxTemplates = 64;

    /// <summary>Spelling of the token that begins a text, or null.</summary>
    public string? BosToken { get; init; }

    /// <summary>Spelling of the token that ends a text, or null.</summary>
    public string? EosToken { get; init; }

    /// <summary>Spelling of the token that fills a batch, or null.</summary>
    public string? PadToken { get; init; }

    /// <summary>Spelling of the unknown token, or null.</summary>
    public string? UnknownToken { get; init; }

    /// <summary>Whether the Python class puts the first token before a text (<c>add_bos_token</c>); null where it is not said.</summary>
    public bool? AddBosToken { get; init; }

    /// <summary>Whether the Python class puts the last token after a text (<c>add_eos_token</c>); null where it is not said.</summary>
    public bool? AddEosToken { get; init; }

    /// <summary>
    /// Spellings of all special tokens by name, as chat templates are given them: <c>bos_token</c>, <c>eos_token</c>,
    /// <c>unk_token</c>, <c>sep_token</c>, <c>pad_token</c>, <c>cls_token</c>, <c>mask_token</c>; only those that are there.
    /// </summary>
    public IReadOnlyDictionary<string, string> SpecialTokens { get; init; } = new SortedDictionary<string, string>(StringComparer.Ordinal);

    /// <summary>The default chat template (Jinja), or null.</summary>
    public string? ChatTemplate { get; init; }

    /// <summary>Further chat templates by name, such as <c>tool_use</c>; default none. "default" is <see cref="ChatTemplate"/>.</summary>
    public IReadOnlyDictionary<string, string> NamedChatTemplates { get; init; } = new SortedDictionary<string, string>(StringComparer.Ordinal);

    /// <summary>Reads a file.</summary>
    /// <param name="path">Path of the tokenizer_config.json.</param>
    /// <param name="limits">Greatest sizes; null for the defaults.</param>
    /// <exception cref="TokenizerFormatException">The file is malformed or too large.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static TokenizerConfig Read(string path, TokenizerLimits? limits = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        return Read(JsonCursor.ReadFile(path, (limits ?? new TokenizerLimits()).MaxFileBytes), path);
    }

    /// <summary>Reads a file's bytes.</summary>
    /// <param name="utf8">The whole file.</param>
    /// <param name="file">What messages call it.</param>
    /// <exception cref="TokenizerFormatException">The file is malformed.</exception>
    public static TokenizerConfig Read(ReadOnlyMemory<byte> utf8, string file)
    {
        ArgumentNullException.ThrowIfNull(file);
        using JsonDocument document = JsonCursor.Parse(utf8, file);
        var root = new JsonCursor(document.RootElement, file, "$");
        root.Require(JsonValueKind.Object, "an object");
        (string? template, IReadOnlyDictionary<string, string> named) = ReadTemplates(root["chat_template"]);
        var special = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (string name in SpecialNames)
        {
            if (ReadToken(root[name]) is { } token) special[name] = token;
        }
        return new TokenizerConfig
        {
            SpecialTokens = special,
            BosToken = ReadToken(root["bos_token"]),
            EosToken = ReadToken(root["eos_token"]),
            PadToken = ReadToken(root["pad_token"]),
            UnknownToken = ReadToken(root["unk_token"]),
            AddBosToken = root["add_bos_token"].IsNull ? null : root["add_bos_token"].Flag(),
            AddEosToken = root["add_eos_token"].IsNull ? null : root["add_eos_token"].Flag(),
            ChatTemplate = template,
            NamedChatTemplates = named,
        };
    }

    /// <summary>Writes what this holds, and the class name that lets the Python library read tokenizer.json.</summary>
    /// <param name="stream">Receives UTF-8 that ends in a line feed; left open.</param>
    /// <exception cref="ArgumentNullException"><paramref name="stream"/> is null.</exception>
    public void Write(Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        using (var json = new Utf8JsonWriter(stream, TokenizerJsonWriter.Options))
        {
            json.WriteStartObject();
            if (AddBosToken is { } bos) json.WriteBoolean("add_bos_token", bos);
            if (AddEosToken is { } eos) json.WriteBoolean("add_eos_token", eos);
            json.WriteString("bos_token", BosToken);
            WriteTemplates(json);
            json.WriteBoolean("clean_up_tokenization_spaces", false);
            json.WriteString("eos_token", EosToken);
            json.WriteString("pad_token", PadToken);
            json.WriteString("tokenizer_class", "PreTrainedTokenizerFast");
            json.WriteString("unk_token", UnknownToken);
            json.WriteEndObject();
        }
        stream.Write("\n"u8);
    }

    private void WriteTemplates(Utf8JsonWriter json)
    {
        if (NamedChatTemplates.Count == 0)
        {
            if (ChatTemplate is not null) json.WriteString("chat_template", ChatTemplate);
            return;
        }
        json.WriteStartArray("chat_template");
        if (ChatTemplate is not null) WriteOne("default", ChatTemplate);
        foreach ((string name, string template) in NamedChatTemplates.OrderBy(static pair => pair.Key, StringComparer.Ordinal)) WriteOne(name, template);
        json.WriteEndArray();

        void WriteOne(string name, string template)
        {
            json.WriteStartObject();
            json.WriteString("name", name);
            json.WriteString("template", template);
            json.WriteEndObject();
        }
    }

    /// <summary>A token is written as its spelling or as an object with its flags.</summary>
    private static string? ReadToken(JsonCursor token) => token.IsObject ? token["content"].Text() : token.TextOrNull();

    private static (string? Default, IReadOnlyDictionary<string, string> Named) ReadTemplates(JsonCursor value)
    {
        var named = new SortedDictionary<string, string>(StringComparer.Ordinal);
        if (!value.IsArray) return (value.TextOrNull(), named);
        string? main = null;
        foreach (JsonCursor item in value.Items())
        {
            string name = item["name"].Text();
            string template = item["template"].Text();
            if (name == "default") main = template;
            else if (!named.TryAdd(name, template)) throw item.Fail("one template a name", TokenizerFormatException.Quote(name));
            if (named.Count > MaxTemplates) throw value.Fail($"at most {MaxTemplates} templates", "more");
        }
        return (main, named);
    }
}
