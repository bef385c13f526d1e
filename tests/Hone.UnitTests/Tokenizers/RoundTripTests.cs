using System.Text;
using FsCheck.Fluent;
using Hone.Tokenizers;
using Xunit;

namespace Hone.UnitTests.Tokenizers;

public sealed class RoundTripTests
{
    [Fact]
    public void Any_text_comes_back_with_a_replacement_character_for_each_lone_surrogate()
    {
        foreach (ByteLevelBpe tokenizer in new[] { TestTokenizers.Trained(), TestTokenizers.Trained(singleDigits: false) })
        {
            Properties.Hold(Properties.Text(), text => tokenizer.Decode(tokenizer.Encode(text)) == Properties.Valid(text));
            Properties.Hold(Properties.Text(), text => tokenizer.Decode(tokenizer.Encode(text, EncodeOptions.SpecialTokensAsText)) == Properties.Valid(text));
        }
    }

    [Fact]
    public void Text_of_strangers_gives_no_special_token()
    {
        ByteLevelBpe tokenizer = TestTokenizers.Trained();
        Properties.Hold(Properties.Text(), text => !tokenizer.Encode(text, EncodeOptions.SpecialTokensAsText).Any(tokenizer.IsSpecial));
        Assert.Contains(tokenizer.TokenToId("<|user|>")!.Value, tokenizer.Encode("a<|user|>b"));
    }

    [Fact]
    public void The_cache_changes_nothing()
    {
        ByteLevelBpe warm = TestTokenizers.Trained();
        foreach (string text in TestTokenizers.Texts) warm.Encode(text);
        foreach (string text in TestTokenizers.Texts) Assert.Equal(TestTokenizers.Trained().Encode(text), warm.Encode(text));
    }

    [Fact]
    public void Threads_may_share_a_tokenizer()
    {
        ByteLevelBpe tokenizer = TestTokenizers.Trained();
        string text = string.Concat(TestTokenizers.Texts);
        int[] expected = TestTokenizers.Trained().Encode(text);
        var results = new int[4][];
        var threads = Enumerable.Range(0, 4).Select(t => new Thread(() =>
        {
            for (int i = 0; i < 50; i++) results[t] = tokenizer.Encode(text);
        })).ToList();
        threads.ForEach(thread => thread.Start());
        threads.ForEach(thread => thread.Join());
        Assert.All(results, result => Assert.Equal(expected, result));
    }

    [Fact]
    public void Streamed_text_is_the_decoded_text_and_never_half_a_character()
    {
        ByteLevelBpe tokenizer = TestTokenizers.Trained();
        var ids = Gen.Choose(0, tokenizer.VocabularySize - 1).ArrayOf();
        foreach (bool skip in new[] { false, true })
        {
            Properties.Hold(ids, sample =>
            {
                var decoder = new StreamingDecoder(tokenizer, skip);
                var all = new StringBuilder();
                foreach (int id in sample)
                {
                    string part = decoder.Add(id);
                    if (part != Properties.Valid(part)) return false;
                    all.Append(part);
                }
                return all.Append(decoder.Flush()).ToString() == tokenizer.Decode(sample, skip);
            }, 2000);
        }
    }

    [Fact]
    public void A_character_waits_for_its_last_byte_and_a_broken_one_becomes_a_replacement_character()
    {
        ByteLevelBpe tokenizer = TestTokenizers.Load(TestTokenizers.Json());
        var decoder = new StreamingDecoder(tokenizer);
        Assert.Equal(["", "", "", "\U0001FA92"], new[] { 0xF0, 0x9F, 0xAA, 0x92 }.Select(decoder.Add));
        Assert.Equal("", decoder.Flush());
        Assert.Equal(["", "\uFFFDa", "\uFFFD", ""], new[] { 0xE2, 'a', 0xFF, 0xC3 }.Select(decoder.Add));
        Assert.Equal("\uFFFD", decoder.Flush());
        decoder.Add(0xF0);
        decoder.Reset();
        Assert.Equal("", decoder.Flush());
        Assert.Throws<ArgumentOutOfRangeException>(() => decoder.Add(256));
    }

    [Fact]
    public void A_failed_call_leaves_the_list_as_it_was()
    {
        ByteLevelBpe tokenizer = BpeTrainer.Train(["abc abc"], new BpeTrainerOptions { VocabularySize = 8, Alphabet = ByteAlphabet.Seen });
        var ids = new List<int> { 7 };
        UnencodableTextException e = Assert.Throws<UnencodableTextException>(() => tokenizer.Encode("abc x", ids));
        Assert.Equal((byte)'x', e.Value);
        Assert.Equal([7], ids);
    }

    [Fact]
    public void Ids_outside_the_vocabulary_are_refused()
    {
        ByteLevelBpe tokenizer = TestTokenizers.Trained();
        Assert.Throws<ArgumentOutOfRangeException>(() => tokenizer.Decode([tokenizer.VocabularySize]));
        Assert.Throws<ArgumentOutOfRangeException>(() => tokenizer.Decode([-1], skipSpecialTokens: true));
        Assert.Throws<ArgumentOutOfRangeException>(() => tokenizer.IdToToken(-1));
        Assert.Null(tokenizer.TokenToId("no such token"));
    }
}
