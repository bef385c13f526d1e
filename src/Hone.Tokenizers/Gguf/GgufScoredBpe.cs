using System.Text.Json;

namespace Hone.Tokenizers;

/// <summary>
/// The kind <c>llama</c>: SentencePiece BPE, where two pieces join if a piece spells both, the better score first. A
/// tokenizer.json says that with merges; their order is that of <c>generate_merges</c> of huggingface/transformers
/// (<c>convert_slow_tokenizer.py</c>).
/// </summary>
internal static class GgufScoredBpe
{
    /// <summary>The longest piece, in UTF-16 units: the work for its joins grows with the square.</summary>
    private const int MaxPieceLength = 1024;

    public static byte[] ToJson(GgufVocabulary vocabulary, string file)
    {
        if (vocabulary.Scores is not { } scores) throw new TokenizerFormatException(file, GgufKeys.Scores, "scores", "nothing");
        int unknown = GgufJson.Unknown(vocabulary, file);
        var ids = new Dictionary<string, int>(StringComparer.Ordinal);
        var normal = new Dictionary<string, int>(StringComparer.Ordinal);
        for (int id = 0; id < vocabulary.Tokens.Count; id++)
        {
            GgufTokenType type = vocabulary.TypeOf(id);
            string token = vocabulary.Tokens[id];
            if (type == GgufTokenType.Unused) continue;
            if (!ids.TryAdd(token, id)) throw new TokenizerFormatException(file, $"{GgufKeys.Tokens}[{id}]", $"another token than {ids[token]}", TokenizerFormatException.Quote(token));
            if (type != GgufTokenType.Normal) continue;
            if (token.Length is 0 or > MaxPieceLength) throw new TokenizerFormatException(file, $"{GgufKeys.Tokens}[{id}]", $"1 to {MaxPieceLength} characters", $"{token.Length}");
            normal.Add(token, id);
        }
        bool prefix = vocabulary.AddSpacePrefix ?? true;
        bool addBos = vocabulary.AddBos ?? true;
        return GgufJson.Write(vocabulary, addBos ? vocabulary.BosId : null, vocabulary.AddEos == true ? vocabulary.EosId : null, json =>
        {
            WriteNormalizer(json, prefix);
            json.WriteNull("pre_tokenizer");
            WriteDecoder(json, prefix);
            json.WriteStartObject("model");
            json.WriteString("type", "BPE");
            json.WriteNull("dropout");
            json.WriteString("unk_token", vocabulary.Tokens[unknown]);
            json.WriteNull("continuing_subword_prefix");
            json.WriteNull("end_of_word_suffix");
            json.WriteBoolean("fuse_unk", true);
            json.WriteBoolean("byte_fallback", true);
            json.WriteStartObject("vocab");
            foreach ((string token, int id) in ids) json.WriteNumber(token, id);
            json.WriteEndObject();
            json.WriteStartArray("merges");
            foreach ((string left, string right) in Merges(normal, scores))
            {
                json.WriteStartArray();
                json.WriteStringValue(left);
                json.WriteStringValue(right);
                json.WriteEndArray();
            }
            json.WriteEndArray();
            json.WriteEndObject();
        });
    }

    /// <summary>All joins of a vocabulary, the better score first; with equal scores, the longer left side first.</summary>
    public static List<(string Left, string Right)> Merges(IReadOnlyDictionary<string, int> pieces, IReadOnlyList<float> scores)
    {
        var joins = new List<(float Score, string Left, string Right, int LeftId, int RightId, int Id)>();
        foreach ((string piece, int id) in pieces)
        {
            for (int cut = 1; cut < piece.Length; cut++)
            {
                if (char.IsLowSurrogate(piece[cut])) continue;
                if (pieces.TryGetValue(piece[..cut], out int left) && pieces.TryGetValue(piece[cut..], out int right))
                    joins.Add((scores[id], piece[..cut], piece[cut..], left, right, id));
            }
        }
        return [.. joins
            .OrderByDescending(static join => join.Score)
            .ThenByDescending(static join => join.Left.Length)
            .ThenByDescending(static join => join.Right.Length)
            .ThenBy(static join => join.Id)
            .ThenBy(static join => join.LeftId)
            .Select(static join => (join.Left, join.Right))];
    }

    public static GgufVocabulary Write(Llama2CTokenizer tokenizer, int rows)
    {
        var tokens = new string[rows];
        var types = new GgufTokenType[rows];
        var scores = new float[rows];
        HashSet<string> taken = [.. Enumerable.Range(0, tokenizer.VocabularySize).Select(tokenizer.IdToToken).OfType<string>()];
        for (int id = 0; id < rows; id++)
        {
            (tokens[id], types[id]) = id switch
            {
                0 => ("<unk>", GgufTokenType.Unknown),
                1 => ("<s>", GgufTokenType.Control),
                2 => ("</s>", GgufTokenType.Control),
                >= 3 and < 259 => ($"<0x{id - 3:X2}>", GgufTokenType.Byte),
                _ when id < tokenizer.VocabularySize => (tokenizer.IdToToken(id)!.Replace(' ', '\u2581'), GgufTokenType.Normal),
                _ => (GgufTokenizer.Padding(id, taken), GgufTokenType.Unused),
            };
            if (types[id] == GgufTokenType.Normal) scores[id] = tokenizer.Scores[id];
        }
        return GgufAdded.Frame(tokenizer, new GgufVocabulary { Model = "llama", Pre = "default", Tokens = tokens, TokenTypes = types, Scores = scores, UnknownId = 0, AddSpacePrefix = true });
    }

    /// <summary>Says the model of a tokenizer.json, if scores can say its merges.</summary>
    public static GgufVocabulary Write(PipelineTokenizer tokenizer, JsonCursor root, IReadOnlyList<AddedToken> added, int rows)
    {
        JsonCursor model = root["model"];
        BpeModelOptions options = ModelReader.ReadBpeOptions(model);
        if (!options.ByteFallback || options.IgnoreMerges || options.ContinuingSubwordPrefix.Length + options.EndOfWordSuffix.Length > 0)
            throw GgufTokenizer.Unsaid("a BPE that is neither byte-level nor falls back to bytes");
        bool prefix = HasPrefix(root);
        var limits = new TokenizerLimits();
        string?[] vocab = ModelReader.ReadVocabulary(model["vocab"], limits);
        GgufVocabulary table = GgufPipeline.Table(tokenizer, added, options.UnknownToken, rows, byteTokens: true);
        if (table.TokenTypes!.Count(static type => type == GgufTokenType.Byte) != 256) throw GgufTokenizer.Unsaid("a vocabulary that falls back to bytes but lacks some");
        var normal = new Dictionary<string, int>(StringComparer.Ordinal);
        for (int id = 0; id < vocab.Length; id++)
        {
            if (vocab[id] is { } token && table.TokenTypes![id] == GgufTokenType.Normal) normal[token] = id;
        }
        return GgufAdded.Frame(tokenizer, table with { Model = "llama", Pre = "default", Scores = Scores(normal, Effective(ModelReader.ReadMerges(model["merges"], limits)), table), AddSpacePrefix = prefix });
    }

    /// <summary>A merge that is listed twice has the later rank, as in the Hugging Face library.</summary>
    private static BpeMerge[] Effective(BpeMerge[] merges)
    {
        var last = new Dictionary<BpeMerge, int>();
        for (int rank = 0; rank < merges.Length; rank++) last[merges[rank]] = rank;
        return last.Count == merges.Length ? merges : [.. merges.Where((merge, rank) => last[merge] == rank)];
    }

    /// <summary>Scores that give the order of the merges; the pieces that no merge makes come last.</summary>
    private static float[] Scores(Dictionary<string, int> normal, BpeMerge[] merges, GgufVocabulary table)
    {
        var scores = new float[table.Tokens.Count];
        var rank = new Dictionary<string, int>(StringComparer.Ordinal);
        string? previous = null;
        foreach (BpeMerge merge in merges)
        {
            string piece = merge.Left + merge.Right;
            if (!normal.ContainsKey(piece) || !normal.ContainsKey(merge.Left) || !normal.ContainsKey(merge.Right)) throw GgufTokenizer.Unsaid($"merges of special tokens, such as {TokenizerFormatException.Quote(piece)}");
            if (piece != previous && !rank.TryAdd(piece, rank.Count)) throw GgufTokenizer.Unsaid($"merges that are not in the order of scores: those of {TokenizerFormatException.Quote(piece)} lie apart");
            previous = piece;
        }
        foreach ((string piece, int at) in rank) scores[normal[piece]] = -at;
        int joins = Merges(normal, scores).Count;
        if (joins != merges.Length) throw GgufTokenizer.Unsaid($"a vocabulary where {joins} pairs join but only {merges.Length} are merges");
        int next = rank.Count;
        foreach ((string piece, int id) in normal.OrderBy(static pair => pair.Value))
        {
            if (!rank.ContainsKey(piece)) scores[id] = -next++;
        }
        for (int id = 0; id < scores.Length; id++)
        {
            if (table.TokenTypes![id] is GgufTokenType.UserDefined or GgufTokenType.Unused) scores[id] = -1000;
        }
        return scores;
    }

    /// <summary>Whether texts get a mark before them; refuses what cuts or changes texts in another way.</summary>
    private static bool HasPrefix(JsonCursor root)
    {
        List<JsonCursor> steps = GgufPipeline.Flatten(root["normalizer"], "normalizers");
        bool prefix = steps.Count > 0 && steps[0]["type"].Text() == "Prepend" && steps[0]["prepend"].Text() == GgufJson.Mark;
        if (prefix) steps.RemoveAt(0);
        bool marks = steps.Count == 1 && IsReplace(steps[0], " ", GgufJson.Mark);
        List<JsonCursor> cuts = GgufPipeline.Flatten(root["pre_tokenizer"], "pretokenizers");
        // After the marks there is no space left that such a step could cut at.
        if (marks && cuts.Count == 1 && cuts[0]["type"].Text() == "Split" && cuts[0]["pattern"]["String"].TextOrNull() == " ") cuts.Clear();
        if (steps.Count == 0 && !prefix && cuts.Count == 1 && cuts[0]["type"].Text() == "Metaspace" && cuts[0]["replacement"].Text() == GgufJson.Mark
            && ComponentReader.Prepend(cuts[0]) == MetaspacePrepend.Never && !cuts[0]["split"].Flag(true))
        {
            marks = true;
            cuts.Clear();
        }
        if (!marks || cuts.Count > 0) throw GgufTokenizer.Unsaid("this tokenizer's way to mark spaces (normalizer and pre_tokenizer of tokenizer.json)");
        return prefix;
    }

    private static bool IsReplace(JsonCursor step, string pattern, string content) =>
        step["type"].Text() == "Replace" && step["pattern"]["String"].TextOrNull() == pattern && step["content"].Text() == content;

    private static void WriteNormalizer(Utf8JsonWriter json, bool prefix)
    {
        if (!prefix)
        {
            GgufJson.Replace(json, "normalizer", " ", GgufJson.Mark);
            return;
        }
        json.WriteStartObject("normalizer");
        json.WriteString("type", "Sequence");
        json.WriteStartArray("normalizers");
        GgufJson.Component(json, null, "Prepend", ("prepend", GgufJson.Mark));
        GgufJson.Replace(json, null, " ", GgufJson.Mark);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteDecoder(Utf8JsonWriter json, bool prefix)
    {
        json.WriteStartObject("decoder");
        json.WriteString("type", "Sequence");
        json.WriteStartArray("decoders");
        GgufJson.Replace(json, null, GgufJson.Mark, " ");
        GgufJson.Component(json, null, "ByteFallback");
        GgufJson.Component(json, null, "Fuse");
        if (prefix)
        {
            json.WriteStartObject();
            json.WriteString("type", "Strip");
            json.WriteString("content", " ");
            json.WriteNumber("start", 1);
            json.WriteNumber("stop", 0);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteEndObject();
    }
}
