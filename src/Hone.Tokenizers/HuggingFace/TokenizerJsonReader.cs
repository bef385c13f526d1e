using System.Text;
using System.Text.Json;

namespace Hone.Tokenizers;

/// <summary>
/// Reads a Hugging Face <c>tokenizer.json</c>, version 1.0, with a byte-level BPE model. A component or setting that is not
/// supported is refused by name, never passed over.
/// </summary>
/// <remarks>
/// Format: the serialised form of the Hugging Face tokenizers library. Supported: normalizers NFC, NFD, NFKC, NFKD and
/// Sequence; pre-tokenizers ByteLevel (the last), Split, Digits and Sequence; post-processors ByteLevel,
/// TemplateProcessing (its single form) and Sequence; decoder ByteLevel.
/// </remarks>
public static class TokenizerJsonReader
{
    /// <summary>Reads a file.</summary>
    /// <param name="path">Path of the tokenizer.json.</param>
    /// <param name="config">Names the tokens that frame a text; null for none.</param>
    /// <param name="limits">Greatest sizes; null for the defaults.</param>
    /// <exception cref="TokenizerFormatException">The file is malformed, too large or asks for what is not supported.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static ByteLevelBpe Read(string path, TokenizerConfig? config = null, TokenizerLimits? limits = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        limits ??= new TokenizerLimits();
        return Read(JsonCursor.ReadFile(path, limits.MaxFileBytes), path, config, limits);
    }

    /// <summary>Reads a file's bytes.</summary>
    /// <param name="utf8">The whole file.</param>
    /// <param name="file">What messages call it.</param>
    /// <param name="config">Names the tokens that frame a text; null for none.</param>
    /// <param name="limits">Greatest sizes; null for the defaults.</param>
    /// <exception cref="TokenizerFormatException">The file is malformed, too large or asks for what is not supported.</exception>
    public static ByteLevelBpe Read(ReadOnlyMemory<byte> utf8, string file, TokenizerConfig? config = null, TokenizerLimits? limits = null)
    {
        ArgumentNullException.ThrowIfNull(file);
        limits ??= new TokenizerLimits();
        if (utf8.Length > limits.MaxFileBytes)
            throw new TokenizerFormatException(file, "$", $"at most {limits.MaxFileBytes} bytes", $"{utf8.Length} bytes");
        using JsonDocument document = JsonCursor.Parse(utf8, file);
        ByteLevelBpeDefinition definition = ReadDefinition(new JsonCursor(document.RootElement, file, "$"), limits);
        definition = definition with { Special = Frame(definition, config, file) };
        try
        {
            return new ByteLevelBpe(definition);
        }
        catch (ArgumentException e)
        {
            throw new TokenizerFormatException(file, "$", "a consistent tokenizer of supported parts", e.Message, e);
        }
    }

    private static ByteLevelBpeDefinition ReadDefinition(JsonCursor root, TokenizerLimits limits)
    {
        root.AllowOnly("version", "truncation", "padding", "added_tokens", "normalizer", "pre_tokenizer", "post_processor", "decoder", "model");
        if (root["version"].Text() is not "1.0") throw root["version"].Fail("\"1.0\"");
        if (!root["truncation"].IsNull) throw root["truncation"].Fail("null: truncation is not supported");
        if (!root["padding"].IsNull) throw root["padding"].Fail("null: padding is not supported");

        // Components first: their names say more about what kind of tokenizer a file holds than the model's settings.
        var components = new TokenizerJsonComponents();
        List<NormalizationForm> normalizers = components.ReadNormalizers(root["normalizer"]);
        List<PreTokenizerStep> preTokenizers = components.ReadPreTokenizers(root["pre_tokenizer"]);
        (List<int> prefix, List<int> suffix) = components.ReadPostProcessor(root["post_processor"]);
        components.CheckDecoder(root["decoder"]);

        JsonCursor model = root["model"];
        // Files older than the field have only the BPE model's members.
        if (model["type"].TextOrNull() is { } type && type != "BPE")
            throw model["type"].Fail("\"BPE\"; other models are not supported", TokenizerFormatException.Quote(type));
        model.AllowOnly("type", "dropout", "unk_token", "continuing_subword_prefix", "end_of_word_suffix", "fuse_unk", "byte_fallback",
            "ignore_merges", "vocab", "merges");
        if (!model["dropout"].IsNull && !(model["dropout"].Element.ValueKind == JsonValueKind.Number && model["dropout"].Element.TryGetDouble(out double p) && p == 0))
            throw model["dropout"].Fail("null or 0: dropout is not supported");
        foreach (string affix in (ReadOnlySpan<string>)["continuing_subword_prefix", "end_of_word_suffix"])
        {
            if (!string.IsNullOrEmpty(model[affix].TextOrNull())) throw model[affix].Fail($"null or empty: {affix} is not supported");
        }

        string?[] tokens = ReadVocabulary(model["vocab"], limits);
        if (model["byte_fallback"].Flag(false) && !TokenizerJsonComponents.HasAllBytes(tokens))
            throw model["byte_fallback"].Fail("false, or a vocabulary with all 256 bytes, where it changes nothing");
        return new ByteLevelBpeDefinition
        {
            Tokens = tokens,
            Merges = ReadMerges(model["merges"], limits),
            AddedTokens = ReadAddedTokens(root["added_tokens"], limits),
            Normalizers = normalizers,
            PreTokenizers = preTokenizers,
            Prefix = prefix,
            Suffix = suffix,
            IgnoreMerges = model["ignore_merges"].Flag(false),
            UnknownToken = model["unk_token"].TextOrNull(),
            FuseUnknown = model["fuse_unk"].Flag(false),
        };
    }

    private static string?[] ReadVocabulary(JsonCursor vocab, TokenizerLimits limits)
    {
        vocab.Require(JsonValueKind.Object, "an object of tokens and ids");
        int count = vocab.Element.GetPropertyCount();
        int max = Math.Min(limits.MaxTokens, ByteLevelBpe.MaxVocabularySize);
        if (count > max) throw vocab.Fail($"at most {max} tokens", $"{count}");
        // Ids may leave gaps, but a single one must not make the table large.
        int limit = (int)Math.Min(ByteLevelBpe.MaxVocabularySize, 2L * count + 65_536);
        var tokens = new List<string?>(count);
        foreach (JsonProperty property in vocab.Element.EnumerateObject())
        {
            string token = vocab.Name(property);
            if (property.Value.ValueKind != JsonValueKind.Number || !property.Value.TryGetInt32(out int id) || id < 0 || id >= limit)
                throw vocab.Fail($"ids from 0 to {limit - 1}", $"{TokenizerFormatException.Quote(property.Value.GetRawText())} for {TokenizerFormatException.Quote(token)}");
            while (tokens.Count <= id) tokens.Add(null);
            if (tokens[id] is { } other)
                throw vocab.Fail("one token an id", $"{TokenizerFormatException.Quote(other)} and {TokenizerFormatException.Quote(token)} with the id {id}");
            tokens[id] = token;
        }
        return [.. tokens];
    }

    private static BpeMerge[] ReadMerges(JsonCursor merges, TokenizerLimits limits)
    {
        merges.Require(JsonValueKind.Array, "an array of merges");
        int count = merges.Element.GetArrayLength();
        if (count > limits.MaxMerges) throw merges.Fail($"at most {limits.MaxMerges} merges", $"{count}");
        var read = new BpeMerge[count];
        int index = 0;
        foreach (JsonElement item in merges.Element.EnumerateArray())
        {
            read[index] = ReadMerge(merges, item, index);
            index++;
        }
        return read;
    }

    private static BpeMerge ReadMerge(JsonCursor merges, JsonElement item, int index)
    {
        if (item.ValueKind == JsonValueKind.Array && item.GetArrayLength() == 2)
            return new BpeMerge(merges.Text(item[0]), merges.Text(item[1]));
        if (item.ValueKind == JsonValueKind.String)
        {
            string text = merges.Text(item);
            int space = text.IndexOf(' ');
            if (space >= 0 && text.IndexOf(' ', space + 1) < 0) return new BpeMerge(text[..space], text[(space + 1)..]);
        }
        throw new TokenizerFormatException(merges.File, $"{merges.Path}[{index}]", "\"left right\" or [\"left\", \"right\"]",
            item.ValueKind.ToString());
    }

    private static List<AddedToken> ReadAddedTokens(JsonCursor list, TokenizerLimits limits)
    {
        var tokens = new List<AddedToken>();
        if (list.IsNull) return tokens;
        list.Require(JsonValueKind.Array, "an array of added tokens");
        int count = list.Element.GetArrayLength();
        if (count > limits.MaxAddedTokens) throw list.Fail($"at most {limits.MaxAddedTokens} added tokens", $"{count}");
        foreach (JsonCursor item in list.Items())
        {
            item.AllowOnly("id", "content", "single_word", "lstrip", "rstrip", "normalized", "special");
            bool special = item["special"].Flag(false);
            tokens.Add(new AddedToken(item["content"].Text(), item["id"].Id())
            {
                Special = special,
                Normalized = item["normalized"].Flag(!special),
                LeftStrip = item["lstrip"].Flag(false),
                RightStrip = item["rstrip"].Flag(false),
                SingleWord = item["single_word"].Flag(false),
            });
        }
        return tokens;
    }

    private static SpecialTokenIds Frame(ByteLevelBpeDefinition definition, TokenizerConfig? config, string file)
    {
        if (config is null) return default;
        return new SpecialTokenIds(Find(config.BosToken, "bos_token"), Find(config.EosToken, "eos_token"), Find(config.PadToken, "pad_token"));

        int? Find(string? token, string key)
        {
            if (token is null) return null;
            foreach (AddedToken added in definition.AddedTokens)
            {
                if (added.Content == token) return added.Id;
            }
            for (int id = 0; id < definition.Tokens.Count; id++)
            {
                if (definition.Tokens[id] == token) return id;
            }
            throw new TokenizerFormatException(file, "$.added_tokens", $"the {key} {TokenizerFormatException.Quote(token)} of tokenizer_config.json", "a vocabulary without it");
        }
    }
}
