using System.Text;
using System.Text.Json;

namespace Hone.Tokenizers;

/// <summary>
/// Chat templates beside tokenizer_config.json: <c>chat_template.jinja</c> or <c>chat_template.json</c> for the default, and
/// <c>additional_chat_templates/NAME.jinja</c> for others. A file goes before the configuration.
/// </summary>
internal static class ChatTemplateFiles
{
    private const int MaxTemplates = 64;

    public static TokenizerConfig AddTo(TokenizerConfig config, string directory, TokenizerLimits limits)
    {
        string json = Path.Combine(directory, "chat_template.json");
        if (File.Exists(json))
        {
            using JsonDocument document = JsonCursor.Parse(JsonCursor.ReadFile(json, limits.MaxFileBytes), json);
            config = config with { ChatTemplate = new JsonCursor(document.RootElement, json, "$")["chat_template"].Text() };
        }
        string jinja = Path.Combine(directory, "chat_template.jinja");
        if (File.Exists(jinja)) config = config with { ChatTemplate = ReadText(jinja, limits) };
        string additional = Path.Combine(directory, "additional_chat_templates");
        if (!Directory.Exists(additional)) return config;
        var named = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach ((string name, string template) in config.NamedChatTemplates) named[name] = template;
        foreach (string path in Directory.EnumerateFiles(additional, "*.jinja").Order(StringComparer.Ordinal))
        {
            if (named.Count >= MaxTemplates) throw new TokenizerFormatException(additional, "the folder", $"at most {MaxTemplates} templates", "more");
            named[Path.GetFileNameWithoutExtension(path)] = ReadText(path, limits);
        }
        return config with { NamedChatTemplates = named };
    }

    /// <summary>Reads special_tokens_map.json, which says what the configuration does not.</summary>
    public static TokenizerConfig AddSpecialTokens(TokenizerConfig config, string directory, TokenizerLimits limits)
    {
        string path = Path.Combine(directory, "special_tokens_map.json");
        if (!File.Exists(path)) return config;
        TokenizerConfig map = TokenizerConfig.Read(path, limits);
        var special = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach ((string name, string token) in map.SpecialTokens.Concat(config.SpecialTokens)) special[name] = token;
        return config with
        {
            SpecialTokens = special,
            BosToken = config.BosToken ?? map.BosToken,
            EosToken = config.EosToken ?? map.EosToken,
            PadToken = config.PadToken ?? map.PadToken,
            UnknownToken = config.UnknownToken ?? map.UnknownToken,
        };
    }

    private static string ReadText(string path, TokenizerLimits limits)
    {
        byte[] template = JsonCursor.ReadFile(path, limits.MaxFileBytes);
        if (!System.Text.Unicode.Utf8.IsValid(template)) throw new TokenizerFormatException(path, "the file", "UTF-8", "other bytes");
        return Encoding.UTF8.GetString(template);
    }
}
