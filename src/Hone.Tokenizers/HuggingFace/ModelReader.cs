using System.Text.Json;

namespace Hone.Tokenizers;

/// <summary>Reads the <c>model</c> of a tokenizer.json.</summary>
internal static class ModelReader
{
    private const int MaxCharactersAWord = 1 << 20;

    /// <summary>Returns the model's type; files older than the member have only the members of BPE.</summary>
    public static string TypeOf(JsonCursor model) => model["type"].TextOrNull() ?? "BPE";

    public static PieceModel Read(JsonCursor model, TokenizerLimits limits)
    {
        switch (TypeOf(model))
        {
            case "BPE":
                return new BpeModel(ReadVocabulary(model["vocab"], limits), ReadMerges(model["merges"], limits), ReadBpeOptions(model));
            case "Unigram":
                return ReadUnigram(model, limits);
            case "WordPiece":
                model.AllowOnly("type", "unk_token", "continuing_subword_prefix", "max_input_chars_per_word", "vocab");
                JsonCursor characters = model["max_input_chars_per_word"];
                int count = characters.IsNull ? 100 : characters.Id();
                if (count > MaxCharactersAWord) throw characters.Fail($"at most {MaxCharactersAWord}");
                return new WordPieceModel(ReadVocabulary(model["vocab"], limits), model["unk_token"].TextOrNull() ?? "[UNK]", model["continuing_subword_prefix"].TextOrNull() ?? "##", count);
            case "WordLevel":
                model.AllowOnly("type", "unk_token", "vocab");
                return new WordLevelModel(ReadVocabulary(model["vocab"], limits), model["unk_token"].TextOrNull());
            case var other:
                throw model["type"].Fail("BPE, Unigram, WordPiece or WordLevel; other models are not supported", TokenizerFormatException.Quote(other));
        }
    }

    public static BpeModelOptions ReadBpeOptions(JsonCursor model)
    {
        model.AllowOnly("type", "dropout", "unk_token", "continuing_subword_prefix", "end_of_word_suffix", "fuse_unk", "byte_fallback",
            "ignore_merges", "vocab", "merges");
        if (!model["dropout"].IsNull && !(model["dropout"].Element.ValueKind == JsonValueKind.Number && model["dropout"].Element.TryGetDouble(out double p) && p == 0))
            throw model["dropout"].Fail("null or 0: dropout is not supported");
        return new BpeModelOptions
        {
            UnknownToken = model["unk_token"].TextOrNull(),
            FuseUnknown = model["fuse_unk"].Flag(false),
            ByteFallback = model["byte_fallback"].Flag(false),
            IgnoreMerges = model["ignore_merges"].Flag(false),
            ContinuingSubwordPrefix = Affix("continuing_subword_prefix"),
            EndOfWordSuffix = Affix("end_of_word_suffix"),
        };

        string Affix(string name)
        {
            string text = model[name].TextOrNull() ?? "";
            return text.Length <= 64 ? text : throw model[name].Fail("at most 64 characters", $"{text.Length}");
        }
    }

    private static UnigramModel ReadUnigram(JsonCursor model, TokenizerLimits limits)
    {
        model.AllowOnly("type", "unk_id", "vocab", "byte_fallback");
        JsonCursor vocab = model["vocab"];
        vocab.Require(JsonValueKind.Array, "an array of tokens and scores");
        int count = vocab.Element.GetArrayLength();
        int max = Math.Min(limits.MaxTokens, ByteLevelBpe.MaxVocabularySize);
        if (count > max) throw vocab.Fail($"at most {max} tokens", $"{count}");
        var tokens = new string[count];
        var scores = new double[count];
        int at = 0;
        foreach (JsonElement item in vocab.Element.EnumerateArray())
        {
            if (item.ValueKind != JsonValueKind.Array || item.GetArrayLength() != 2 || item[1].ValueKind != JsonValueKind.Number
                || !item[1].TryGetDouble(out scores[at]) || !double.IsFinite(scores[at]))
                throw new TokenizerFormatException(vocab.File, $"{vocab.Path}[{at}]", "a token and a finite score", item.ValueKind.ToString());
            tokens[at++] = vocab.Text(item[0]);
        }
        int? unknown = model["unk_id"].IsNull ? null : model["unk_id"].Id();
        if (unknown >= count) throw model["unk_id"].Fail($"an id below {count}");
        return new UnigramModel(tokens, scores, unknown, model["byte_fallback"].Flag(false));
    }

    public static string?[] ReadVocabulary(JsonCursor vocab, TokenizerLimits limits)
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

    public static BpeMerge[] ReadMerges(JsonCursor merges, TokenizerLimits limits)
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
}
