using System.Text;
using Hone.Tokenizers;
using Xunit;

namespace Hone.UnitTests.Tokenizers;

public sealed class RefusalTests
{
    private const string Last = """{"type":"ByteLevel","add_prefix_space":false}""";

    public static TheoryData<string, string> Components => new()
    {
        { TestTokenizers.Json(normalizer: """{"type":"Transliterate"}"""), "Transliterate" },
        { TestTokenizers.Json(normalizer: """{"type":"Sequence","normalizers":[{"type":"Replace"}]}"""), "pattern" },
        { TestTokenizers.Json(normalizer: """{"type":"Precompiled","precompiled_charsmap":"AAAA"}"""), "character map" },
        { TestTokenizers.Json(preTokenizer: """{"type":"UnicodeScripts"}"""), "UnicodeScripts" },
        { TestTokenizers.Json(preTokenizer: """{"type":"Metaspace"}"""), "replacement" },
        { TestTokenizers.Json(preTokenizer: """{"type":"ByteLevel","add_prefix_space":false,"new_setting":1}"""), "new_setting" },
        { TestTokenizers.Json(preTokenizer: $$$"""{"type":"Sequence","pretokenizers":[{"type":"Split","pattern":{"Regex":"\\p{Ogham}"},"behavior":"Isolated","invert":false},{{{Last}}}]}"""), "Ogham" },
        { TestTokenizers.Json(postProcessor: """{"type":"Rotate"}"""), "Rotate" },
        { TestTokenizers.Json(postProcessor: """{"type":"RobertaProcessing"}"""), "array" },
        { TestTokenizers.Json(decoder: """{"type":"Morse"}"""), "Morse" },
        { TestTokenizers.Json(decoder: """{"type":"WordPiece"}"""), "prefix" },
        { TestTokenizers.Json(model: "\"dropout\":0.1,"), "dropout" },
        { TestTokenizers.Json(model: "\"unk_token\":\"<none>\","), "<none>" },
        { TestTokenizers.Json(top: "\"truncation\":{\"max_words\":8},"), "max_words" },
        { TestTokenizers.Json(top: "\"padding\":{\"colour\":1},"), "colour" },
        { TestTokenizers.Json(top: "\"surprise\":1,"), "surprise" },
        { TestTokenizers.Json().Replace("\"BPE\"", "\"Unigram\""), "merges" },
        { TestTokenizers.Json().Replace("\"BPE\"", "\"Neural\""), "Neural" },
    };

    [Theory]
    [MemberData(nameof(Components))]
    public void What_is_not_supported_is_refused_by_name(string json, string name) => Assert.Contains(name, TestTokenizers.Refused(json).Message);

    public static TheoryData<string, string> Contradictions => new()
    {
        { TestTokenizers.Json(extraTokens: ",\"ab\":5"), "one token an id" },
        { TestTokenizers.Json(extraTokens: ",\"a\":256"), "two ids" },
        { TestTokenizers.Json(extraTokens: ",\"ab\":-1"), "-1" },
        { TestTokenizers.Json(extraTokens: ",\"ab\":2147483647"), "2147483647" },
        { TestTokenizers.Json(extraTokens: ",\"ab\":99999999999999999999"), "99999999999999999999" },
        { TestTokenizers.Json(extraTokens: ",\"ab\":1.5"), "1.5" },
        { TestTokenizers.Json(extraTokens: ",\"ab\":\"5\""), "ids from 0" },
        { TestTokenizers.Json(extraTokens: ",\"\\ud800\":256"), "surrogate" },
        { TestTokenizers.Json(merges: "\"a b\""), "\"ab\"" },
        { TestTokenizers.Json(merges: "\"a zz\""), "\"zz\"" },
        { TestTokenizers.Json(merges: "\"a\""), "merges[0]" },
        { TestTokenizers.Json(merges: "\"a b c\""), "merges[0]" },
        { TestTokenizers.Json(merges: "[\"a\",\"b\",\"c\"]"), "merges[0]" },
        { TestTokenizers.Json(merges: "[\"a\",1]"), "strings" },
        { TestTokenizers.Json(extraTokens: ",\"ab\":256", merges: "\"a b\",\"a b\""), "twice" },
        { TestTokenizers.Json(extraTokens: ",\"\":256", merges: "[\"\",\"a\"]"), "empty side" },
        { TestTokenizers.Json(addedTokens: """[{"id":300,"content":"a"}]"""), "300" },
        { TestTokenizers.Json(addedTokens: """[{"id":97,"content":"<s>"}]"""), "97" },
        { TestTokenizers.Json(addedTokens: """[{"id":300,"content":""}]"""), "0 characters" },
        { TestTokenizers.Json(addedTokens: """[{"id":300,"content":"<s>"},{"id":301,"content":"<s>"}]"""), "twice" },
        { TestTokenizers.Json(addedTokens: """[{"id":4000000,"content":"<s>"}]"""), "4000000" },
        { TestTokenizers.Json(addedTokens: """[{"id":300,"content":"<s>","special":1}]"""), "true or false" },
        { TestTokenizers.Json(postProcessor: """{"type":"TemplateProcessing","single":[{"SpecialToken":{"id":"x"}},{"Sequence":{"id":"A"}}],"special_tokens":{"x":{"ids":[999]}}}"""), "999" },
        { TestTokenizers.Json(postProcessor: """{"type":"TemplateProcessing","single":[],"special_tokens":{}}"""), "single" },
        { new string('[', 100_000), "32 levels" },
        { string.Concat(Enumerable.Repeat("{\"type\":", 1000)), "32 levels" },
        { "", "JSON" },
        { "null", "object" },
        { "[]", "object" },
        { "{}", "version" },
        { """{"version":"2.0"}""", "version" },
    };

    [Theory]
    [MemberData(nameof(Contradictions))]
    public void A_file_that_contradicts_itself_is_refused_with_the_place(string json, string part)
    {
        TokenizerFormatException e = TestTokenizers.Refused(json);
        Assert.Contains(part, e.Message);
        Assert.StartsWith("test.json: ", e.Message);
        Assert.DoesNotContain('\n', e.Message);
    }

    [Fact]
    public void Sizes_are_checked_before_anything_is_read()
    {
        byte[] json = Encoding.UTF8.GetBytes(TestTokenizers.Json(extraTokens: ",\"ab\":256", merges: "\"a b\"", addedTokens: """[{"id":300,"content":"<s>"}]"""));
        foreach (TokenizerLimits limits in new[]
        {
            new TokenizerLimits { MaxFileBytes = 100 }, new TokenizerLimits { MaxTokens = 256 }, new TokenizerLimits { MaxMerges = 0 }, new TokenizerLimits { MaxAddedTokens = 0 },
        })
            Assert.Contains("at most", Assert.Throws<TokenizerFormatException>(() => TokenizerJsonReader.Read(json, "big", null, limits)).Message);
    }

    [Fact]
    public void Byte_fallback_is_accepted_where_it_changes_nothing() =>
        Assert.Equal("[a]", TestTokenizers.Load(TestTokenizers.Json(model: "\"byte_fallback\":true,")).Pieces("a"));

    /// <summary>Bytes flipped, cut, doubled and swapped at random: a file is read or refused, nothing else.</summary>
    [Fact]
    public void Ten_thousand_damaged_files_are_read_or_refused()
    {
        byte[] good = TestTokenizers.Save(TestTokenizers.Trained(size: 290));
        byte[] rich = Encoding.UTF8.GetBytes(TestTokenizers.Json(
            normalizer: """{"type":"Sequence","normalizers":[{"type":"NFC"}]}""",
            preTokenizer: """{"type":"Sequence","pretokenizers":[{"type":"Split","pattern":{"Regex":"[^a-c]+(?!x)|\\s"},"behavior":"MergedWithNext","invert":true},{"type":"Digits","individual_digits":false},{"type":"ByteLevel","add_prefix_space":true}]}""",
            addedTokens: """[{"id":300,"content":"<s>","special":true,"lstrip":true,"single_word":true,"normalized":true}]""",
            postProcessor: """{"type":"TemplateProcessing","single":[{"SpecialToken":{"id":"<s>","type_id":0}},{"Sequence":{"id":"A","type_id":0}}],"pair":[],"special_tokens":{"<s>":{"id":"<s>","ids":[300],"tokens":["<s>"]}}}""",
            model: "\"ignore_merges\":true,", extraTokens: ",\"ab\":256", merges: "\"a b\""));
        // Most of a file is vocabulary: half of the damage goes where the structure is.
        var random = new Random(20250101);
        int read = 0;
        for (int round = 0; round < 10_000; round++)
        {
            byte[] json = Damage((round & 1) == 0 ? good : rich, random);
            long before = GC.GetAllocatedBytesForCurrentThread();
            try
            {
                Tokenizer tokenizer = TokenizerJsonReader.Read(json, "damaged.json");
                read++;
                try
                {
                    int[] ids = tokenizer.Encode("The 12 stones <s>!", EncodeOptions.AddSpecialTokens);
                    tokenizer.Decode(ids);
                }
                catch (UnencodableTextException) when (tokenizer is not ByteLevelBpe { HasAllBytes: true })
                {
                }
                catch (TokenizerFormatException)
                {
                }
            }
            catch (TokenizerFormatException)
            {
            }
            long taken = GC.GetAllocatedBytesForCurrentThread() - before;
            Assert.True(taken < 64 << 20, $"round {round} took {taken} bytes for a file of {json.Length}");
        }
        Assert.InRange(read, 100, 9_900);
    }

    /// <summary>Files of the other kinds, damaged at random. HONE_FUZZ_COUNT sets the number.</summary>
    [Fact]
    public void Damaged_files_of_other_kinds_are_read_or_refused()
    {
        string bytes = "{" + string.Join(", ", Enumerable.Range(0, 256).Select(b => $"\"<0x{b:X2}>\": {b}")) + "}";
        using var document = System.Text.Json.JsonDocument.Parse(File.ReadAllBytes(SharedData.Fixture("components.json")));
        string[] specs = [.. document.RootElement.EnumerateArray().Select(entry => entry.GetProperty("spec").GetString()!)];
        var random = new Random(20260103);
        int read = 0;
        int count = Fuzz.Count(3000);
        for (int i = 0; i < count; i++)
        {
            (string good, string other) = (specs[random.Next(specs.Length)].Replace("\"@BYTES@\"", "@BYTES@"), specs[random.Next(specs.Length)]);
            string json = (i % 3 == 0 ? Fuzz.Damage(good, other, random) : Fuzz.DamageValues(good, other, random)).Replace("@BYTES@", bytes);
            try
            {
                Tokenizer tokenizer = TestTokenizers.Read(json);
                read++;
                tokenizer.Decode(tokenizer.Encode("The 12 stones <s> abab \u00E9\u4E00\U0001F600!", EncodeOptions.AddSpecialTokens));
            }
            catch (TokenizerFormatException)
            {
            }
            catch (UnencodableTextException)
            {
            }
            catch (Exception e)
            {
                Assert.Fail($"{e.GetType().Name} {e.Message} for {json.Replace(bytes, "@BYTES@")}");
            }
        }
        Assert.InRange(read, count / 100, count);
    }

    [Fact]
    public void Damaged_binary_files_are_read_or_refused()
    {
        // The shortest llama2.c vocabulary and a SentencePiece model of four pieces, written here.
        var llama = new List<byte> { 8, 0, 0, 0 };
        for (int i = 0; i < 300; i++) llama.AddRange([.. BitConverter.GetBytes(-(float)i), 2, 0, 0, 0, (byte)'a', (byte)('a' + i % 26)]);
        byte[] Piece(string text, float score, int type) => [0x0A, (byte)Encoding.UTF8.GetByteCount(text), .. Encoding.UTF8.GetBytes(text), 0x15, .. BitConverter.GetBytes(score), 0x18, (byte)type];
        byte[][] pieces = [Piece("<unk>", 0, 2), Piece("<s>", 0, 3), Piece("\u2581a", -1, 1), Piece("b", -2, 1)];
        byte[] sentence = [.. pieces.SelectMany(piece => (byte[])[0x0A, (byte)piece.Length, .. piece])];
        Assert.Equal([2, 3, 0], SentencePieceTokenizer.Read(sentence, "m").Encode("abcc"));
        Assert.Equal("ab \u2047 ", SentencePieceTokenizer.Read(sentence, "m").Decode([2, 3, 0]));
        string folder = Directory.CreateTempSubdirectory("hone-tokenizer-").FullName;
        TokenizerDirectory.Save(SentencePieceTokenizer.Read(sentence, "m"), new TokenizerConfig(), folder);
        Assert.Equal([2, 3, 0], TokenizerDirectory.Load(folder).Tokenizer.Encode("abcc"));
        Directory.Delete(folder, recursive: true);
        var random = new Random(20260104);
        for (int i = 0; i < Fuzz.Count(3000); i++)
        {
            byte[] good = i % 2 == 0 ? [.. llama] : sentence;
            byte[] bad = Damage(good, random);
            try
            {
                Tokenizer tokenizer = i % 2 == 0 ? Llama2CTokenizer.Read(bad, "bad") : SentencePieceTokenizer.Read(bad, "bad");
                tokenizer.Decode(tokenizer.Encode("ab \u00E9 aab"));
            }
            catch (TokenizerFormatException)
            {
            }
        }
    }

    private static byte[] Damage(byte[] good, Random random)
    {
        List<byte> json = [.. good];
        int structure = random.Next(2) == 0 ? Math.Min(1200, json.Count) : json.Count;
        for (int n = random.Next(1, 4); n > 0; n--)
        {
            int at = random.Next(structure);
            int length = Math.Min(random.Next(1, 20), json.Count - at);
            switch (random.Next(7))
            {
                case 0: json[at] = (byte)random.Next(256); break;
                case 1: json[at] ^= (byte)(1 << random.Next(8)); break;
                case 2: json.RemoveRange(at, length); break;
                case 3: json.InsertRange(at, json.GetRange(random.Next(json.Count - length), length)); break;
                case 4: json.RemoveRange(at, json.Count - at); break;
                case 5: json.InsertRange(at, Encoding.UTF8.GetBytes(new[] { "9", "-", "null", "[", "{", "\"\\ud800\"", "1e9", "\\u0000" }[random.Next(8)])); break;
                default: (json[at], json[at + length - 1]) = (json[at + length - 1], json[at]); break;
            }
            structure = Math.Min(structure, json.Count);
            if (structure == 0) break;
        }
        return [.. json];
    }
}
