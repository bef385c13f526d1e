using System.Text.Json;

namespace Hone.Tokenizers;

/// <summary>The parts of a tokenizer.json that are alike for all kinds, written from a GGUF vocabulary.</summary>
internal static class GgufJson
{
    public const string Mark = "\u2581";

    /// <summary>Writes a whole file; the kind adds normalizer, pre-tokenizer, decoder and model.</summary>
    /// <param name="vocabulary">Gives the added tokens.</param>
    /// <param name="prefix">Id before a text, or null.</param>
    /// <param name="suffix">Id after a text, or null.</param>
    /// <param name="components">Writes the other members.</param>
    public static byte[] Write(GgufVocabulary vocabulary, int? prefix, int? suffix, Action<Utf8JsonWriter> components)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, TokenizerJsonWriter.Options))
        {
            json.WriteStartObject();
            json.WriteString("version", "1.0");
            json.WriteNull("truncation");
            json.WriteNull("padding");
            WriteAdded(json, vocabulary);
            components(json);
            WriteFrame(json, vocabulary, prefix, suffix);
            json.WriteEndObject();
        }
        stream.Write("\n"u8);
        return stream.ToArray();
    }

    public static void Component(Utf8JsonWriter json, string? name, string type, params ReadOnlySpan<(string Key, string Value)> members)
    {
        if (name is null) json.WriteStartObject();
        else json.WriteStartObject(name);
        json.WriteString("type", type);
        foreach ((string key, string value) in members) json.WriteString(key, value);
        json.WriteEndObject();
    }

    public static void Replace(Utf8JsonWriter json, string? name, string pattern, string content, bool isRegex = false)
    {
        if (name is null) json.WriteStartObject();
        else json.WriteStartObject(name);
        json.WriteString("type", "Replace");
        json.WriteStartObject("pattern");
        json.WriteString(isRegex ? "Regex" : "String", pattern);
        json.WriteEndObject();
        json.WriteString("content", content);
        json.WriteEndObject();
    }

    /// <summary>Returns the id of the unknown token: the one that the file names, or else the first of that type.</summary>
    public static int Unknown(GgufVocabulary vocabulary, string file)
    {
        if (vocabulary.UnknownId is { } named) return named;
        for (int id = 0; id < vocabulary.Tokens.Count; id++)
        {
            if (vocabulary.TypeOf(id) == GgufTokenType.Unknown) return id;
        }
        throw new TokenizerFormatException(file, GgufKeys.Unknown, "an unknown token", "none");
    }

    private static void WriteAdded(Utf8JsonWriter json, GgufVocabulary vocabulary)
    {
        json.WriteStartArray("added_tokens");
        for (int id = 0; id < vocabulary.Tokens.Count; id++)
        {
            GgufTokenType type = vocabulary.TypeOf(id);
            if (type is not (GgufTokenType.Control or GgufTokenType.Unknown or GgufTokenType.UserDefined)) continue;
            json.WriteStartObject();
            json.WriteNumber("id", id);
            json.WriteString("content", vocabulary.Tokens[id]);
            foreach (string flag in (ReadOnlySpan<string>)["single_word", "lstrip", "rstrip", "normalized"]) json.WriteBoolean(flag, false);
            json.WriteBoolean("special", type != GgufTokenType.UserDefined);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private static void WriteFrame(Utf8JsonWriter json, GgufVocabulary vocabulary, int? prefix, int? suffix)
    {
        if (prefix is null && suffix is null)
        {
            json.WriteNull("post_processor");
            return;
        }
        json.WriteStartObject("post_processor");
        json.WriteString("type", "TemplateProcessing");
        json.WriteStartArray("single");
        Sequence("A", 0);
        json.WriteEndArray();
        json.WriteStartArray("pair");
        Sequence("A", 0);
        Sequence("B", 1);
        json.WriteEndArray();
        json.WriteStartObject("special_tokens");
        foreach (int id in new[] { prefix, suffix }.OfType<int>().Distinct())
        {
            string token = vocabulary.Tokens[id];
            json.WriteStartObject(token);
            json.WriteString("id", token);
            json.WriteStartArray("ids");
            json.WriteNumberValue(id);
            json.WriteEndArray();
            json.WriteStartArray("tokens");
            json.WriteStringValue(token);
            json.WriteEndArray();
            json.WriteEndObject();
        }
        json.WriteEndObject();
        json.WriteEndObject();

        void Sequence(string name, int type)
        {
            if (prefix is { } first) Part("SpecialToken", vocabulary.Tokens[first], type);
            Part("Sequence", name, type);
            if (suffix is { } last) Part("SpecialToken", vocabulary.Tokens[last], type);
        }

        void Part(string kind, string id, int type)
        {
            json.WriteStartObject();
            json.WriteStartObject(kind);
            json.WriteString("id", id);
            json.WriteNumber("type_id", type);
            json.WriteEndObject();
            json.WriteEndObject();
        }
    }
}
