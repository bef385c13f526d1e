using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Hone.Tokenizers;

/// <summary>
/// Writes a Hugging Face <c>tokenizer.json</c>, version 1.0. What <see cref="TokenizerJsonReader"/> reads back is written the
/// same again, byte for byte.
/// </summary>
public static class TokenizerJsonWriter
{
    internal static readonly JsonWriterOptions Options = new()
    {
        Indented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>Writes a tokenizer to a stream.</summary>
    /// <param name="tokenizer">What is written; its special token ids belong to tokenizer_config.json and are not.</param>
    /// <param name="stream">Receives UTF-8 that ends in a line feed; left open.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public static void Write(ByteLevelBpe tokenizer, Stream stream)
    {
        ArgumentNullException.ThrowIfNull(tokenizer);
        ArgumentNullException.ThrowIfNull(stream);
        ByteLevelBpeDefinition definition = tokenizer.Definition;
        using (var json = new Utf8JsonWriter(stream, Options))
        {
            json.WriteStartObject();
            json.WriteString("version", "1.0");
            json.WriteNull("truncation");
            json.WriteNull("padding");
            WriteAddedTokens(json, definition);
            WriteNormalizer(json, definition);
            WritePreTokenizer(json, definition);
            WritePostProcessor(json, tokenizer);
            json.WriteStartObject("decoder");
            WriteByteLevel(json, PreTokenizerStep.ByteLevel());
            json.WriteEndObject();
            WriteModel(json, definition);
            json.WriteEndObject();
        }
        stream.Write("\n"u8);
    }

    private static void WriteAddedTokens(Utf8JsonWriter json, ByteLevelBpeDefinition definition)
    {
        json.WriteStartArray("added_tokens");
        foreach (AddedToken token in definition.AddedTokens)
        {
            json.WriteStartObject();
            json.WriteNumber("id", token.Id);
            json.WriteString("content", token.Content);
            json.WriteBoolean("single_word", token.SingleWord);
            json.WriteBoolean("lstrip", token.LeftStrip);
            json.WriteBoolean("rstrip", token.RightStrip);
            json.WriteBoolean("normalized", token.Normalized);
            json.WriteBoolean("special", token.Special);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private static void WriteNormalizer(Utf8JsonWriter json, ByteLevelBpeDefinition definition)
    {
        if (definition.Normalizers.Count == 0)
        {
            json.WriteNull("normalizer");
            return;
        }
        json.WriteStartObject("normalizer");
        if (definition.Normalizers.Count == 1)
        {
            json.WriteString("type", NameOf(definition.Normalizers[0]));
        }
        else
        {
            json.WriteString("type", "Sequence");
            json.WriteStartArray("normalizers");
            foreach (NormalizationForm form in definition.Normalizers)
            {
                json.WriteStartObject();
                json.WriteString("type", NameOf(form));
                json.WriteEndObject();
            }
            json.WriteEndArray();
        }
        json.WriteEndObject();
    }

    private static string NameOf(NormalizationForm form) => form switch
    {
        NormalizationForm.FormC => "NFC",
        NormalizationForm.FormD => "NFD",
        NormalizationForm.FormKC => "NFKC",
        _ => "NFKD",
    };

    private static void WritePreTokenizer(Utf8JsonWriter json, ByteLevelBpeDefinition definition)
    {
        json.WriteStartObject("pre_tokenizer");
        if (definition.PreTokenizers.Count == 1)
        {
            WriteStep(json, definition.PreTokenizers[0]);
        }
        else
        {
            json.WriteString("type", "Sequence");
            json.WriteStartArray("pretokenizers");
            foreach (PreTokenizerStep step in definition.PreTokenizers)
            {
                json.WriteStartObject();
                WriteStep(json, step);
                json.WriteEndObject();
            }
            json.WriteEndArray();
        }
        json.WriteEndObject();
    }

    private static void WriteStep(Utf8JsonWriter json, PreTokenizerStep step)
    {
        switch (step.Kind)
        {
            case PreTokenizerKind.ByteLevel:
                WriteByteLevel(json, step);
                break;
            case PreTokenizerKind.Digits:
                json.WriteString("type", "Digits");
                json.WriteBoolean("individual_digits", step.IndividualDigits);
                break;
            default:
                json.WriteString("type", "Split");
                json.WriteStartObject("pattern");
                json.WriteString(step.IsRegex ? "Regex" : "String", step.Pattern);
                json.WriteEndObject();
                json.WriteString("behavior", step.Behavior switch
                {
                    SplitBehavior.Isolated => "Isolated",
                    SplitBehavior.Removed => "Removed",
                    SplitBehavior.MergedWithPrevious => "MergedWithPrevious",
                    SplitBehavior.MergedWithNext => "MergedWithNext",
                    _ => "Contiguous",
                });
                json.WriteBoolean("invert", step.Invert);
                break;
        }
    }

    private static void WriteByteLevel(Utf8JsonWriter json, PreTokenizerStep step)
    {
        json.WriteString("type", "ByteLevel");
        json.WriteBoolean("add_prefix_space", step.AddPrefixSpace);
        json.WriteBoolean("trim_offsets", true);
        json.WriteBoolean("use_regex", step.UseRegex);
    }

    private static void WritePostProcessor(Utf8JsonWriter json, ByteLevelBpe tokenizer)
    {
        ByteLevelBpeDefinition definition = tokenizer.Definition;
        json.WriteStartObject("post_processor");
        if (definition.Prefix.Count + definition.Suffix.Count == 0)
        {
            WriteByteLevel(json, PreTokenizerStep.ByteLevel());
            json.WriteEndObject();
            return;
        }
        json.WriteString("type", "TemplateProcessing");
        json.WriteStartArray("single");
        WriteFramed(json, tokenizer, "A", 0);
        json.WriteEndArray();
        json.WriteStartArray("pair");
        WriteFramed(json, tokenizer, "A", 0);
        WriteFramed(json, tokenizer, "B", 1);
        json.WriteEndArray();
        json.WriteStartObject("special_tokens");
        foreach (int id in definition.Prefix.Concat(definition.Suffix).Distinct())
        {
            string spelling = tokenizer.IdToToken(id)!;
            json.WriteStartObject(spelling);
            json.WriteString("id", spelling);
            json.WriteStartArray("ids");
            json.WriteNumberValue(id);
            json.WriteEndArray();
            json.WriteStartArray("tokens");
            json.WriteStringValue(spelling);
            json.WriteEndArray();
            json.WriteEndObject();
        }
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteFramed(Utf8JsonWriter json, ByteLevelBpe tokenizer, string sequence, int type)
    {
        foreach (int id in tokenizer.Definition.Prefix) WritePart("SpecialToken", tokenizer.IdToToken(id)!);
        WritePart("Sequence", sequence);
        foreach (int id in tokenizer.Definition.Suffix) WritePart("SpecialToken", tokenizer.IdToToken(id)!);

        void WritePart(string kind, string id)
        {
            json.WriteStartObject();
            json.WriteStartObject(kind);
            json.WriteString("id", id);
            json.WriteNumber("type_id", type);
            json.WriteEndObject();
            json.WriteEndObject();
        }
    }

    private static void WriteModel(Utf8JsonWriter json, ByteLevelBpeDefinition definition)
    {
        json.WriteStartObject("model");
        json.WriteString("type", "BPE");
        json.WriteNull("dropout");
        json.WriteString("unk_token", definition.UnknownToken);
        json.WriteNull("continuing_subword_prefix");
        json.WriteNull("end_of_word_suffix");
        json.WriteBoolean("fuse_unk", definition.FuseUnknown);
        json.WriteBoolean("byte_fallback", false);
        json.WriteBoolean("ignore_merges", definition.IgnoreMerges);
        json.WriteStartObject("vocab");
        for (int id = 0; id < definition.Tokens.Count; id++)
        {
            if (definition.Tokens[id] is { } token) json.WriteNumber(token, id);
        }
        json.WriteEndObject();

        // The older spelling is read by every version of the library; it cannot hold a token with a space.
        bool pairs = definition.Merges.Any(static merge => merge.Left.Contains(' ') || merge.Right.Contains(' '));
        json.WriteStartArray("merges");
        foreach (BpeMerge merge in definition.Merges)
        {
            if (!pairs)
            {
                json.WriteStringValue($"{merge.Left} {merge.Right}");
                continue;
            }
            json.WriteStartArray();
            json.WriteStringValue(merge.Left);
            json.WriteStringValue(merge.Right);
            json.WriteEndArray();
        }
        json.WriteEndArray();
        json.WriteEndObject();
    }
}
