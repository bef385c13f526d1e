using Hone.Tokenizers;
using Xunit;

namespace Hone.UnitTests.Tokenizers;

public sealed class ComponentTests
{
    private static string Added(params string[] tokens) =>
        "[" + string.Join(',', tokens.Select((token, i) => $$"""{"id":{{300 + i}},{{token}}}""")) + "]";

    [Fact]
    public void The_longest_added_token_wins_at_the_leftmost_place()
    {
        ByteLevelBpe t = TestTokenizers.Load(TestTokenizers.Json(addedTokens: Added(
            "\"content\":\"<a>\",\"special\":true", "\"content\":\"<a><b>\",\"special\":true", "\"content\":\"b><c\",\"special\":true")));
        Assert.Equal("[x][<a><b>][<][c][<a>][>]", t.Pieces("x<a><b><c<a>>"));
        Assert.Equal([300], t.Encode("<a>"));
        Assert.Equal(303, t.VocabularySize);
        Assert.Null(t.IdToToken(290));
        Assert.Equal("", t.Decode([290]));
    }

    [Fact]
    public void White_space_is_stripped_where_the_token_asks_for_it()
    {
        ByteLevelBpe t = TestTokenizers.Load(TestTokenizers.Json(addedTokens: Added(
            "\"content\":\"<l>\",\"special\":true,\"lstrip\":true", "\"content\":\"<r>\",\"special\":true,\"rstrip\":true")));
        Assert.Equal("[a][<l>][ ][b]", t.Pieces("a \n<l> b"));
        Assert.Equal("[a][ ][<r>][b]", t.Pieces("a <r> \nb"));
        Assert.Equal("[<r>][<l>]", t.Pieces("<r>  <l>"));
    }

    [Fact]
    public void A_single_word_token_counts_only_between_other_characters()
    {
        ByteLevelBpe t = TestTokenizers.Load(TestTokenizers.Json(addedTokens: Added("\"content\":\"ing\",\"special\":true,\"single_word\":true")));
        Assert.Equal(300, Assert.Single(t.Encode("ing")));
        Assert.DoesNotContain(300, t.Encode("ting"));
        Assert.DoesNotContain(300, t.Encode("ing\U00020000"));
        Assert.Contains(300, t.Encode("t ing!"));
    }

    [Fact]
    public void Normalized_tokens_are_found_in_normalized_text_and_others_in_the_text_as_it_is()
    {
        string normalized = Added("\"content\":\"\u00E9!\",\"special\":false,\"normalized\":true");
        string plain = Added("\"content\":\"\u00E9!\",\"special\":false,\"normalized\":false");
        const string Nfd = """{"type":"NFD"}""";
        Assert.Equal([300], TestTokenizers.Load(TestTokenizers.Json(addedTokens: normalized, normalizer: Nfd)).Encode("e\u0301!"));
        Assert.Equal([300], TestTokenizers.Load(TestTokenizers.Json(addedTokens: normalized, normalizer: Nfd)).Encode("\u00E9!"));
        Assert.DoesNotContain(300, TestTokenizers.Load(TestTokenizers.Json(addedTokens: plain, normalizer: Nfd)).Encode("e\u0301!"));
        Assert.Equal([300], TestTokenizers.Load(TestTokenizers.Json(addedTokens: plain, normalizer: Nfd)).Encode("\u00E9!"));
    }

    [Theory]
    [InlineData("""{"type":"NFC"}""", "e\u0301\uFB01", "\u00E9\uFB01")]
    [InlineData("""{"type":"NFD"}""", "\u00E9", "e\u0301")]
    [InlineData("""{"type":"NFKC"}""", "e\u0301\uFB01", "\u00E9fi")]
    [InlineData("""{"type":"NFKD"}""", "\u00E9\uFB01", "e\u0301fi")]
    [InlineData("""{"type":"Sequence","normalizers":[{"type":"NFKD"},{"type":"NFC"}]}""", "\u00E9\uFB01\u1100\u1161", "\u00E9fi\uAC00")]
    [InlineData("""{"type":"Sequence","normalizers":[]}""", "e\u0301", "e\u0301")]
    public void Text_takes_the_normal_form(string normalizer, string text, string expected)
    {
        ByteLevelBpe t = TestTokenizers.Load(TestTokenizers.Json(normalizer));
        Assert.Equal(expected, t.Decode(t.Encode(text)));
    }

    [Fact]
    public void Content_that_is_not_ascii_comes_back_as_text()
    {
        ByteLevelBpe t = TestTokenizers.Load(TestTokenizers.Json(addedTokens: Added("\"content\":\"caf\u00E9\",\"special\":true", "\"content\":\"\u0120x\",\"special\":false")));
        Assert.Equal("a caf\u00E9", t.Decode(t.Encode("a caf\u00E9")));
        Assert.Equal(" x", t.Decode([301]));
        Assert.Equal("a ", t.Decode(t.Encode("a caf\u00E9"), skipSpecialTokens: true));
    }

    [Fact]
    public void A_prefix_space_goes_before_each_stretch_that_has_none()
    {
        ByteLevelBpe t = TestTokenizers.Load(TestTokenizers.Json(
            preTokenizer: """{"type":"ByteLevel","add_prefix_space":true,"trim_offsets":true,"use_regex":true}""",
            addedTokens: Added("\"content\":\"<a>\",\"special\":true")));
        Assert.Equal(" x<a> y", t.Decode(t.Encode("x<a> y")));
        Assert.Empty(t.Encode(""));
        t = TestTokenizers.Load(TestTokenizers.Json(preTokenizer:
            """{"type":"Sequence","pretokenizers":[{"type":"Digits","individual_digits":false},{"type":"ByteLevel","add_prefix_space":true,"use_regex":false}]}"""));
        Assert.Equal(" a 12 b", t.Decode(t.Encode("a12b")));
    }

    [Fact]
    public void The_template_frames_a_text_only_on_request()
    {
        ByteLevelBpe t = TestTokenizers.Load(TestTokenizers.Json(
            addedTokens: Added("\"content\":\"<s>\",\"special\":true", "\"content\":\"</s>\",\"special\":true"),
            postProcessor: """{"type":"Sequence","processors":[{"type":"ByteLevel","add_prefix_space":true,"trim_offsets":false},{"type":"TemplateProcessing","single":[{"SpecialToken":{"id":"<s>","type_id":0}},{"Sequence":{"id":"A","type_id":0}},{"SpecialToken":{"id":"</s>","type_id":0}}],"pair":[],"special_tokens":{"<s>":{"id":"<s>","ids":[300],"tokens":["<s>"]},"</s>":{"id":"</s>","ids":[301],"tokens":["</s>"]}}}]}"""));
        Assert.Equal("[h]", t.Pieces("h"));
        Assert.Equal("[<s>][h][</s>]", t.Pieces("h", EncodeOptions.AddSpecialTokens));
        Assert.Equal([300, 301], t.Encode("", EncodeOptions.AddSpecialTokens));
        byte[] saved = TestTokenizers.Save(t);
        ByteLevelBpe again = (ByteLevelBpe)TokenizerJsonReader.Read(saved, "saved");
        Assert.Equal("[<s>][h][</s>]", again.Pieces("h", EncodeOptions.AddSpecialTokens));
        Assert.Equal(saved, TestTokenizers.Save(again));
    }

    [Fact]
    public void Unknown_bytes_become_the_unknown_token_one_each_or_fused()
    {
        foreach (bool fuse in new[] { false, true })
        {
            string json = $$$"""{"version":"1.0","pre_tokenizer":{"type":"ByteLevel","add_prefix_space":false},"decoder":{"type":"ByteLevel"},"model":{"type":"BPE","unk_token":"<unk>","fuse_unk":{{{(fuse ? "true" : "false")}}},"vocab":{"<unk>":0,"a":1},"merges":[]}}""";
            ByteLevelBpe t = TestTokenizers.Load(json);
            Assert.Equal(fuse ? [1, 0, 1] : [1, 0, 0, 1], t.Encode("abba"));
            Assert.False(t.HasAllBytes);
        }
    }
}
