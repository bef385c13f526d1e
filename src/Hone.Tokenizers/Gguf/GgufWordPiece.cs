namespace Hone.Tokenizers;

/// <summary>
/// The kind <c>bert</c>: WordPiece. In the file a word's first piece has a mark before it and the others have none, where a
/// tokenizer.json writes "##" before the others. GGUF does not say whether texts are lowered; they are, so vocabularies with
/// capitals are refused.
/// </summary>
internal static class GgufWordPiece
{
    private const int DefaultCls = 101;
    private const int DefaultSep = 102;

    public static int? Cls(GgufVocabulary vocabulary) => vocabulary.BosId ?? (vocabulary.Tokens.Count > DefaultCls ? DefaultCls : null);

    public static byte[] ToJson(GgufVocabulary vocabulary, string file)
    {
        int unknown = GgufJson.Unknown(vocabulary, file);
        int? sep = vocabulary.SeparatorId ?? vocabulary.EosId ?? (vocabulary.Tokens.Count > DefaultSep ? DefaultSep : null);
        var spellings = new Dictionary<string, int>(StringComparer.Ordinal);
        for (int id = 0; id < vocabulary.Tokens.Count; id++)
        {
            GgufTokenType type = vocabulary.TypeOf(id);
            if (type == GgufTokenType.Unused) continue;
            string spelling = type == GgufTokenType.Normal ? Spelling(vocabulary.Tokens[id]) : vocabulary.Tokens[id];
            if (type == GgufTokenType.Normal && !IsBracketed(spelling) && spelling.AsSpan().IndexOfAnyInRange('A', 'Z') >= 0)
                throw new TokenizerFormatException(file, $"{GgufKeys.Tokens}[{id}]", "a vocabulary of small letters; a GGUF file does not say that texts keep their capitals", TokenizerFormatException.Quote(spelling));
            if (!spellings.TryAdd(spelling, id)) throw new TokenizerFormatException(file, $"{GgufKeys.Tokens}[{id}]", $"another token than {spellings[spelling]}", TokenizerFormatException.Quote(spelling));
        }
        return GgufJson.Write(vocabulary, Cls(vocabulary), sep, json =>
        {
            json.WriteStartObject("normalizer");
            json.WriteString("type", "BertNormalizer");
            json.WriteBoolean("clean_text", true);
            json.WriteBoolean("handle_chinese_chars", true);
            json.WriteNull("strip_accents");
            json.WriteBoolean("lowercase", true);
            json.WriteEndObject();
            GgufJson.Component(json, "pre_tokenizer", "BertPreTokenizer");
            json.WriteStartObject("decoder");
            json.WriteString("type", "WordPiece");
            json.WriteString("prefix", "##");
            json.WriteBoolean("cleanup", true);
            json.WriteEndObject();
            json.WriteStartObject("model");
            json.WriteString("type", "WordPiece");
            json.WriteString("unk_token", vocabulary.Tokens[unknown]);
            json.WriteString("continuing_subword_prefix", "##");
            json.WriteNumber("max_input_chars_per_word", 100);
            json.WriteStartObject("vocab");
            foreach ((string spelling, int id) in spellings) json.WriteNumber(spelling, id);
            json.WriteEndObject();
            json.WriteEndObject();
        });
    }

    public static GgufVocabulary Write(PipelineTokenizer tokenizer, JsonCursor root, IReadOnlyList<AddedToken> added, int rows)
    {
        JsonCursor model = root["model"];
        if ((model["continuing_subword_prefix"].TextOrNull() ?? "##") != "##") throw GgufTokenizer.Unsaid("a WordPiece whose later pieces do not begin with ##");
        JsonCursor normalizer = root["normalizer"];
        if (normalizer.IsNull || normalizer["type"].Text() != "BertNormalizer" || !normalizer["lowercase"].Flag(true) || !normalizer["strip_accents"].Flag(true)
            || !normalizer["clean_text"].Flag(true) || !normalizer["handle_chinese_chars"].Flag(true)
            || root["pre_tokenizer"].IsNull || root["pre_tokenizer"]["type"].Text() != "BertPreTokenizer")
            throw GgufTokenizer.Unsaid("a WordPiece that does not lower texts and cut them as uncased BERT does");
        if (tokenizer.FramePrefix.Count != 1 || tokenizer.FrameSuffix.Count != 1) throw GgufTokenizer.Unsaid("a WordPiece without one token before and one after a text");
        string unknown = model["unk_token"].TextOrNull() ?? "[UNK]";
        GgufVocabulary table = GgufPipeline.Table(tokenizer, added, unknown, rows, byteTokens: false);
        string[] tokens = [.. table.Tokens.Select((token, id) => table.TokenTypes![id] != GgufTokenType.Normal || IsBracketed(token) ? token
            : token.StartsWith("##", StringComparison.Ordinal) ? token[2..] : GgufJson.Mark + token)];
        // Two spellings of tokenizer.json that become one cannot be told apart any more.
        if (tokens.Distinct(StringComparer.Ordinal).Count() != tokens.Length) throw GgufTokenizer.Unsaid("a WordPiece with pieces that GGUF spells alike");
        return table with
        {
            Model = "bert",
            Pre = "default",
            Tokens = tokens,
            BosId = tokenizer.FramePrefix[0],
            SeparatorId = tokenizer.FrameSuffix[0],
            AddBos = true,
        };
    }

    private static string Spelling(string token) =>
        IsBracketed(token) ? token : token.StartsWith(GgufJson.Mark, StringComparison.Ordinal) ? token[1..] : "##" + token;

    private static bool IsBracketed(string token) => token.Length > 1 && token[0] == '[' && token[^1] == ']';
}
