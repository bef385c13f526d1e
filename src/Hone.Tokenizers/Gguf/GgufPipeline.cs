using System.Text.Json;

namespace Hone.Tokenizers;

/// <summary>Says a tokenizer that was made of a tokenizer.json: its file is read again, part by part.</summary>
internal static class GgufPipeline
{
    private const int MaxParts = 256;

    public static GgufVocabulary Write(PipelineTokenizer tokenizer, int rows)
    {
        if (tokenizer.Source is not { Name: "tokenizer.json" } source) throw GgufTokenizer.Unsaid("a tokenizer without a tokenizer.json");
        using JsonDocument document = JsonCursor.Parse(source.Bytes, source.Name);
        var root = new JsonCursor(document.RootElement, source.Name, "$");
        List<AddedToken> added = TokenizerJsonReader.ReadAddedTokens(root["added_tokens"], new TokenizerLimits());
        foreach (AddedToken token in added) GgufAdded.Check(token, normalizes: !root["normalizer"].IsNull);
        return ModelReader.TypeOf(root["model"]) switch
        {
            "BPE" => GgufScoredBpe.Write(tokenizer, root, added, rows),
            "Unigram" => GgufUnigram.Write(tokenizer, root, added, rows),
            "WordPiece" => GgufWordPiece.Write(tokenizer, root, added, rows),
            var other => throw GgufTokenizer.Unsaid($"a {other} model"),
        };
    }

    /// <summary>Spellings and types by id; the kind of the model is the caller's.</summary>
    public static GgufVocabulary Table(PipelineTokenizer tokenizer, IReadOnlyList<AddedToken> added, string? unknown, int rows, bool byteTokens)
    {
        var tokens = new string[rows];
        var types = new GgufTokenType[rows];
        HashSet<string> taken = [.. Enumerable.Range(0, tokenizer.VocabularySize).Select(tokenizer.IdToToken).OfType<string>()];
        for (int id = 0; id < rows; id++)
        {
            string? spelling = id < tokenizer.VocabularySize ? tokenizer.IdToToken(id) : null;
            tokens[id] = spelling ?? GgufTokenizer.Padding(id, taken);
            types[id] = spelling is null ? GgufTokenType.Unused
                : byteTokens && ByteFallbackDecoder.TryByte(spelling, out _) ? GgufTokenType.Byte
                : GgufTokenType.Normal;
        }
        foreach (AddedToken token in added) types[token.Id] = token.Special ? GgufTokenType.Control : GgufTokenType.UserDefined;
        int? unknownId = unknown is null ? null : tokenizer.TokenToId(unknown);
        if (unknownId is { } at) types[at] = GgufTokenType.Unknown;
        return new GgufVocabulary { Model = "", Tokens = tokens, TokenTypes = types, UnknownId = unknownId };
    }

    /// <summary>The steps of a component, sequences opened.</summary>
    public static List<JsonCursor> Flatten(JsonCursor component, string parts)
    {
        var steps = new List<JsonCursor>();
        Collect(component);
        return steps;

        void Collect(JsonCursor item)
        {
            if (item.IsNull || steps.Count > MaxParts) return;
            if (item["type"].Text() != "Sequence")
            {
                steps.Add(item);
                return;
            }
            foreach (JsonCursor part in item[parts].Items()) Collect(part);
        }
    }
}
