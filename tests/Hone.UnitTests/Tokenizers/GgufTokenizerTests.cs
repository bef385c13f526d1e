using System.Text.Json;
using Hone.Tokenizers;
using Xunit;

namespace Hone.UnitTests.Tokenizers;

/// <summary>Tokenizers said for a GGUF file and read back give the ids that they gave before.</summary>
public sealed class GgufTokenizerTests
{
    private static readonly Tokenizer Trained = TestTokenizers.Trained();
    private static readonly Tokenizer TrainedBack = Again(Trained, new TokenizerConfig()).Tokenizer;

    [Theory]
    [InlineData("gpt2", "gpt2", "gpt-2")]
    [InlineData("llama3", "gpt2", "llama-bpe")]
    [InlineData("qwen3", "gpt2", "qwen2")]
    [InlineData("deepseek_v3", "gpt2", "deepseek-v3")]
    [InlineData("gptoss", "gpt2", "gpt-4o")]
    [InlineData("sp_botchan_unigram1k", "t5", "default")]
    [InlineData("sp_kyoto_ja_unigram8k", "t5", "default")]
    public void Published_tokenizers_keep_their_ids(string name, string model, string pre)
    {
        string folder = SharedData.Require($"tokenizers/{name}");
        string configPath = Path.Combine(folder, "tokenizer_config.json");
        TokenizerConfig config = File.Exists(configPath) ? TokenizerConfig.Read(configPath) : new TokenizerConfig();
        Tokenizer tokenizer = TokenizerJsonReader.Read(SharedData.Unzip(Path.Combine(folder, "tokenizer.json.gz")), name, config);
        GgufVocabulary vocabulary = GgufTokenizer.Write(tokenizer, config, tokenizer.VocabularySize + 7);
        Assert.Equal((model, pre), (vocabulary.Model, vocabulary.Pre));
        Assert.Equal(tokenizer.VocabularySize + 7, vocabulary.Tokens.Distinct().Count());
        (Tokenizer again, TokenizerConfig settings) = ReadBack(vocabulary);
        Assert.Equal(config.ChatTemplate, settings.ChatTemplate);
        Assert.Equal(tokenizer.EosId, again.EosId);

        int cases = 0;
        foreach (JsonElement line in SharedData.Lines(Path.Combine(folder, "cases_shared.jsonl.gz")))
        {
            cases++;
            string text = line.GetProperty("text").GetString()!;
            foreach (EncodeOptions options in (EncodeOptions[])[EncodeOptions.None, EncodeOptions.SpecialTokensAsText])
            {
                int[] ids = tokenizer.Encode(text, options);
                Assert.Equal(ids, again.Encode(text, options));
                Assert.Equal(tokenizer.Decode(ids), again.Decode(ids));
                Assert.Equal(tokenizer.Decode(ids, skipSpecialTokens: true), again.Decode(ids, skipSpecialTokens: true));
            }
            if (model != "t5") Assert.Equal(tokenizer.Encode(text, EncodeOptions.AddSpecialTokens), again.Encode(text, EncodeOptions.AddSpecialTokens));
        }
        Assert.True(cases > 100, $"only {cases} cases");
    }

    /// <summary>
    /// The file's merges came from a list that lost those with a carriage return and has some twice; no scores give their order,
    /// so writing it is refused.
    /// </summary>
    [Fact]
    public void Merges_that_no_scores_can_order_are_refused()
    {
        string folder = SharedData.Require("tokenizers/mistral_v1");
        Tokenizer recorded = TokenizerJsonReader.Read(SharedData.Unzip(Path.Combine(folder, "tokenizer.json.gz")), "mistral_v1");
        Assert.Contains("order of scores", Assert.Throws<NotSupportedException>(() => GgufTokenizer.Write(recorded, new TokenizerConfig())).Message);
    }

    [Fact]
    public void The_tokenizer_of_an_embedding_model_keeps_its_ids()
    {
        string folder = SharedData.Require("minilm");
        (Tokenizer tokenizer, TokenizerConfig config) = TokenizerDirectory.Load(folder);
        (Tokenizer again, _) = Again(tokenizer, config);
        using JsonDocument document = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(folder, "expected.json")));
        foreach (JsonElement text in document.RootElement.GetProperty("texts").EnumerateArray())
            Assert.Equal(tokenizer.Encode(text.GetString()!, EncodeOptions.AddSpecialTokens), again.Encode(text.GetString()!, EncodeOptions.AddSpecialTokens));
    }

    [Fact]
    public void The_tokenizer_of_llama2c_keeps_its_ids()
    {
        Llama2CTokenizer tokenizer = Llama2CTokenizer.Read(SharedData.Require("stories260k/tok512.bin"));
        (Tokenizer again, _) = Again(tokenizer, new TokenizerConfig());
        foreach (string json in File.ReadLines(SharedData.Require("stories260k/tok512_cases_shared.jsonl")))
        {
            using JsonDocument document = JsonDocument.Parse(json);
            string text = document.RootElement.GetProperty("text").GetString()!;
            // In a GGUF file the mark is the space, so that a text with the mark itself is another text.
            if (!text.Contains('\u2581')) Assert.Equal(tokenizer.Encode(text, EncodeOptions.AddSpecialTokens), again.Encode(text, EncodeOptions.AddSpecialTokens | EncodeOptions.SpecialTokensAsText));
        }
    }

    [Fact]
    public void A_real_file_gives_the_recorded_ids()
    {
        string path = SharedData.Require("smollm2/SmolLM2-135M-Instruct.Q4_1.gguf");
        GgufVocabulary vocabulary = GgufVocabulary.FromMetadata(TinyGguf.Tokenizer(path), path);
        (Tokenizer tokenizer, TokenizerConfig config) = GgufTokenizer.Read(vocabulary, path);
        Assert.Equal((1, 2, 2), (tokenizer.BosId, tokenizer.EosId, tokenizer.PadId));
        Assert.Equal([0, 2], vocabulary.StopIds);
        Assert.Equal(49152, tokenizer.VocabularySize);
        using JsonDocument expected = JsonDocument.Parse(File.ReadAllBytes(SharedData.Require("smollm2/expected.json")));
        foreach (JsonElement prompt in expected.RootElement.GetProperty("prompts").EnumerateArray())
        {
            int[] ids = [.. prompt.GetProperty("ids").EnumerateArray().Select(static id => id.GetInt32())];
            Assert.Equal(ids, tokenizer.Encode(prompt.GetProperty("text").GetString()!));
        }

        GgufVocabulary again = GgufTokenizer.Write(tokenizer, config);
        Assert.Equal(vocabulary.Tokens, again.Tokens);
        Assert.Equal(vocabulary.TokenTypes!, again.TokenTypes!);
        Assert.Equal(vocabulary.Merges!, again.Merges!);
        Assert.Equal((vocabulary.Pre, vocabulary.BosId, vocabulary.EosId, vocabulary.PadId, vocabulary.UnknownId, vocabulary.AddBos, vocabulary.ChatTemplate),
            (again.Pre, again.BosId, again.EosId, again.PadId, again.UnknownId, again.AddBos, again.ChatTemplate));
    }

    [Fact]
    public void A_vocabulary_becomes_a_directory_that_gives_the_same_ids()
    {
        string folder = Directory.CreateTempSubdirectory("hone-gguf-").FullName;
        try
        {
            foreach (GgufVocabulary vocabulary in (GgufVocabulary[])[Scored(), GgufTokenizer.Write(Trained, new TokenizerConfig { EosToken = "<|endoftext|>", ChatTemplate = "{{ messages }}" })])
            {
                (Tokenizer tokenizer, TokenizerConfig config) = GgufTokenizer.Read(vocabulary, "test.gguf");
                TokenizerDirectory.Save(tokenizer, config, folder);
                (Tokenizer saved, TokenizerConfig settings) = TokenizerDirectory.Load(folder);
                Assert.Equal(tokenizer.EosId, saved.EosId);
                Assert.Equal(config.ChatTemplate, settings.ChatTemplate);
                foreach (string text in TestTokenizers.Texts) Assert.Equal(tokenizer.Encode(text, EncodeOptions.AddSpecialTokens), saved.Encode(text, EncodeOptions.AddSpecialTokens));
            }
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public void Any_text_keeps_its_ids() =>
        Properties.Hold(Properties.Text(), static text => Trained.Encode(text).SequenceEqual(TrainedBack.Encode(text)));

    [Fact]
    public void Pieces_join_by_score_and_the_rest_falls_back_to_bytes()
    {
        (Tokenizer tokenizer, _) = GgufTokenizer.Read(Scored(), "test.gguf");
        Assert.Equal("[\u2581ab][c]", Spelled("abc"));
        Assert.Equal("[\u2581][<0xC3>][<0xA9>]", Spelled("\u00e9"));
        Assert.Equal("[<s>][\u2581ab]", Spelled("<s>ab"));
        Assert.Equal("[\u2581a][<sep>][\u2581][c]", Spelled("a<sep>c"));
        Assert.Equal([1, .. tokenizer.Encode("ab")], tokenizer.Encode("ab", EncodeOptions.AddSpecialTokens));

        string Spelled(string text) => string.Concat(tokenizer.Encode(text).Select(id => $"[{tokenizer.IdToToken(id)}]"));
    }

    [Fact]
    public void Every_name_of_a_rule_for_words_is_read_and_an_unknown_one_is_refused()
    {
        GgufVocabulary vocabulary = GgufTokenizer.Write(Trained, new TokenizerConfig()) with { BosId = 0 };
        string[] names = [.. GgufWordRules.Names];
        Assert.Equal(names.Length, names.Distinct().Count());
        foreach (string name in names)
        {
            (Tokenizer tokenizer, TokenizerConfig config) = GgufTokenizer.Read(vocabulary with { Pre = name }, "test.gguf");
            foreach (string text in TestTokenizers.Texts) Assert.Equal(text.Normalize(), tokenizer.Decode(tokenizer.Encode(text)).Normalize());
            GgufVocabulary again = GgufTokenizer.Write(tokenizer, config);
            (Tokenizer same, _) = GgufTokenizer.Read(again, "test.gguf");
            foreach (string text in TestTokenizers.Texts) Assert.Equal(tokenizer.Encode(text), same.Encode(text));
        }
        TokenizerFormatException refused = Assert.Throws<TokenizerFormatException>(() => GgufTokenizer.Read(vocabulary with { Pre = "roberta-bpe" }, "test.gguf"));
        Assert.Equal("tokenizer.ggml.pre", refused.Location);
        Assert.DoesNotContain('\n', refused.Message);
    }

    [Theory]
    [InlineData("normalizer", """{"type":"Lowercase"}""", "pre_tokenizer")]
    [InlineData("pre_tokenizer", """{"type":"ByteLevel","add_prefix_space":true,"trim_offsets":true,"use_regex":true}""", "pre_tokenizer")]
    public void What_GGUF_cannot_say_is_refused_in_one_line(string member, string value, string named)
    {
        string json = member == "normalizer" ? TestTokenizers.Json(normalizer: value) : TestTokenizers.Json(preTokenizer: value);
        NotSupportedException refused = Assert.Throws<NotSupportedException>(() => GgufTokenizer.Write(TestTokenizers.Read(json), new TokenizerConfig()));
        Assert.DoesNotContain('\n', refused.Message);
        Assert.Contains(member == "normalizer" ? "" : named, refused.Message);
    }

    [Fact]
    public void White_space_that_an_added_token_takes_is_refused()
    {
        string json = TestTokenizers.Json(addedTokens: """[{"id":300,"content":"<e>","single_word":false,"lstrip":false,"rstrip":true,"normalized":false,"special":true}]""");
        Assert.Contains("<e>", Assert.Throws<NotSupportedException>(() => GgufTokenizer.Write(TestTokenizers.Read(json), new TokenizerConfig())).Message);
    }

    [Fact]
    public void Damaged_keys_are_refused_and_nothing_else_happens()
    {
        var random = new Random(7);
        KeyValuePair<string, object>[][] files = [[.. Scored().ToMetadata()], [.. GgufTokenizer.Write(Trained, new TokenizerConfig()).ToMetadata()]];
        int refused = 0;
        for (int round = 0; round < 3000; round++)
        {
            var keys = new Dictionary<string, object>(files[round % 2]);
            for (int n = random.Next(1, 4); n > 0; n--) Damage(keys, random);
            try
            {
                GgufVocabulary vocabulary = GgufVocabulary.FromMetadata(keys, "damaged.gguf");
                GgufTokenizer.Read(vocabulary, "damaged.gguf").Tokenizer.Encode("The smith's 12 <s> blades\u00e9");
            }
            catch (TokenizerFormatException)
            {
                refused++;
            }
            catch (UnencodableTextException)
            {
                refused++;
            }
        }
        Assert.InRange(refused, 500, 2999);
    }

    private static void Damage(Dictionary<string, object> keys, Random random)
    {
        string key = keys.Keys.ElementAt(random.Next(keys.Count));
        keys[key] = keys[key] switch
        {
            string[] texts when random.Next(3) > 0 => Changed(texts, texts[random.Next(texts.Length)] + (random.Next(2) == 0 ? "" : "x")),
            int[] numbers when random.Next(3) > 0 => Changed(numbers, random.Next(-1, 8)),
            float[] scores when random.Next(3) > 0 => Changed(scores, random.Next(4) == 0 ? float.NaN : random.Next(-9, 9)),
            uint => (uint)random.Next(0, 600),
            bool flag => !flag,
            string[] texts => texts[..random.Next(texts.Length)],
            _ => random.Next(3) switch { 0 => "gpt2", 1 => 3u, _ => new[] { 1, 2 } },
        };

        T[] Changed<T>(T[] items, T value)
        {
            T[] copy = [.. items];
            if (copy.Length > 0) copy[random.Next(copy.Length)] = value;
            return copy;
        }
    }

    /// <summary>A small SentencePiece BPE: pieces with scores, and all bytes.</summary>
    private static GgufVocabulary Scored()
    {
        var tokens = new List<(string, GgufTokenType, float)> { ("<unk>", GgufTokenType.Unknown, 0), ("<s>", GgufTokenType.Control, 0), ("</s>", GgufTokenType.Control, 0), ("<sep>", GgufTokenType.UserDefined, -1000) };
        for (int value = 0; value < 256; value++) tokens.Add(($"<0x{value:X2}>", GgufTokenType.Byte, 0));
        foreach ((string piece, float score) in (ReadOnlySpan<(string, float)>)[("\u2581a", -2), ("ab", -3), ("bc", -4), ("\u2581ab", -1), ("abc", -5), ("\u2581", -6), ("a", -7), ("b", -8), ("c", -9)])
            tokens.Add((piece, GgufTokenType.Normal, score));
        return new GgufVocabulary
        {
            Model = "llama",
            Tokens = [.. tokens.Select(static token => token.Item1)],
            TokenTypes = [.. tokens.Select(static token => token.Item2)],
            Scores = [.. tokens.Select(static token => token.Item3)],
            BosId = 1,
            EosId = 2,
            UnknownId = 0,
        };
    }

    private static (Tokenizer Tokenizer, TokenizerConfig Config) Again(Tokenizer tokenizer, TokenizerConfig config) => ReadBack(GgufTokenizer.Write(tokenizer, config));

    private static (Tokenizer Tokenizer, TokenizerConfig Config) ReadBack(GgufVocabulary vocabulary) =>
        GgufTokenizer.Read(GgufVocabulary.FromMetadata(new Dictionary<string, object>(vocabulary.ToMetadata()), "test.gguf"), "test.gguf");
}
