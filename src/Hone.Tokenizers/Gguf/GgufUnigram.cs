using System.Text.Json;

namespace Hone.Tokenizers;

/// <summary>The kind <c>t5</c>: Unigram with the character map of SentencePiece.</summary>
internal static class GgufUnigram
{
    private const string Ends = @"\A +| +\z";
    private const string Runs = " {2,}";

    public static byte[] ToJson(GgufVocabulary vocabulary, string file)
    {
        if (vocabulary.Scores is not { } scores) throw new TokenizerFormatException(file, GgufKeys.Scores, "scores", "nothing");
        if (scores.Any(static score => !float.IsFinite(score))) throw new TokenizerFormatException(file, GgufKeys.Scores, "finite scores", "others");
        int unknown = GgufJson.Unknown(vocabulary, file);
        bool bytes = Enumerable.Range(0, vocabulary.Tokens.Count).Any(id => vocabulary.TypeOf(id) == GgufTokenType.Byte);
        bool prefix = vocabulary.AddSpacePrefix ?? true;
        return GgufJson.Write(vocabulary, vocabulary.AddBos == true ? vocabulary.BosId : null, vocabulary.AddEos ?? true ? vocabulary.EosId : null, json =>
        {
            json.WriteStartObject("normalizer");
            json.WriteString("type", "Sequence");
            json.WriteStartArray("normalizers");
            if (!vocabulary.PrecompiledCharsMap.IsEmpty) GgufJson.Component(json, null, "Precompiled", ("precompiled_charsmap", Convert.ToBase64String(vocabulary.PrecompiledCharsMap.Span)));
            if (vocabulary.RemoveExtraWhitespaces == true)
            {
                GgufJson.Replace(json, null, Ends, "", isRegex: true);
                GgufJson.Replace(json, null, Runs, " ", isRegex: true);
            }
            json.WriteEndArray();
            json.WriteEndObject();
            Metaspace(json, "pre_tokenizer", prefix);
            Metaspace(json, "decoder", prefix);
            json.WriteStartObject("model");
            json.WriteString("type", "Unigram");
            json.WriteNumber("unk_id", unknown);
            json.WriteStartArray("vocab");
            for (int id = 0; id < vocabulary.Tokens.Count; id++)
            {
                json.WriteStartArray();
                json.WriteStringValue(vocabulary.Tokens[id]);
                json.WriteNumberValue((double)scores[id]);
                json.WriteEndArray();
            }
            json.WriteEndArray();
            json.WriteBoolean("byte_fallback", bytes);
            json.WriteEndObject();
        });
    }

    public static GgufVocabulary Write(PipelineTokenizer tokenizer, JsonCursor root, IReadOnlyList<AddedToken> added, int rows)
    {
        JsonCursor model = root["model"];
        if (model["unk_id"].IsNull) throw GgufTokenizer.Unsaid("a Unigram model without an unknown token");
        int unknown = model["unk_id"].Id();
        (byte[] map, bool removes) = ReadNormalizer(root["normalizer"]);
        bool prefix = ReadMarks(root["pre_tokenizer"]);
        GgufVocabulary table = GgufPipeline.Table(tokenizer, added, tokenizer.IdToToken(unknown), rows, model["byte_fallback"].Flag(false));
        var scores = new float[rows];
        int at = 0;
        foreach (JsonCursor piece in model["vocab"].Items()) scores[at++] = (float)piece.Element[1].GetDouble();
        return GgufAdded.Frame(tokenizer, table with
        {
            Model = "t5",
            Pre = "default",
            Scores = scores,
            UnknownId = unknown,
            AddSpacePrefix = prefix,
            RemoveExtraWhitespaces = removes,
            PrecompiledCharsMap = map,
        });
    }

    private static (byte[] Map, bool Removes) ReadNormalizer(JsonCursor normalizer)
    {
        List<JsonCursor> steps = GgufPipeline.Flatten(normalizer, "normalizers");
        byte[] map = [];
        if (steps.Count > 0 && steps[0]["type"].Text() == "Precompiled")
        {
            map = steps[0]["precompiled_charsmap"].TextOrNull() is { } text ? Convert.FromBase64String(text) : [];
            steps.RemoveAt(0);
        }
        if (steps.Count == 0) return (map, false);
        bool ends = steps.Count == 2 && (IsReplace(steps[0], Ends, "") || (steps[0]["type"].Text() == "Strip" && steps[0]["strip_right"].Flag()));
        if (!ends || !(IsReplace(steps[1], Runs, " ") || IsReplace(steps[1], Runs, GgufJson.Mark)))
            throw GgufTokenizer.Unsaid("this tokenizer's normalizer beside the character map");
        return (map, true);
    }

    private static bool IsReplace(JsonCursor step, string pattern, string content) =>
        step["type"].Text() == "Replace" && step["pattern"]["Regex"].TextOrNull() == pattern && step["content"].Text() == content;

    private static bool ReadMarks(JsonCursor preTokenizer)
    {
        List<JsonCursor> steps = GgufPipeline.Flatten(preTokenizer, "pretokenizers");
        // Runs of spaces are one by then, and cutting at them changes nothing that the pieces' marks do not say.
        if (steps.Count == 2 && steps[0]["type"].Text() == "WhitespaceSplit") steps.RemoveAt(0);
        if (steps.Count != 1 || steps[0]["type"].Text() != "Metaspace" || steps[0]["replacement"].Text() != GgufJson.Mark || ComponentReader.Prepend(steps[0]) == MetaspacePrepend.First)
            throw GgufTokenizer.Unsaid("this tokenizer's way to mark spaces (pre_tokenizer of tokenizer.json)");
        return ComponentReader.Prepend(steps[0]) == MetaspacePrepend.Always;
    }

    private static void Metaspace(Utf8JsonWriter json, string name, bool prefix)
    {
        json.WriteStartObject(name);
        json.WriteString("type", "Metaspace");
        json.WriteString("replacement", GgufJson.Mark);
        json.WriteString("prepend_scheme", prefix ? "always" : "never");
        json.WriteBoolean("split", true);
        json.WriteEndObject();
    }
}
