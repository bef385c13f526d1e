using System.Text;
using Hone.Tokenizers;
using Xunit;

namespace Hone.UnitTests.Tokenizers;

public sealed class BpeTrainerTests
{
    private static readonly string Fixture = SharedData.Fixture("trained.tokenizer.json");

    [Fact]
    public void The_same_texts_give_the_committed_file_byte_for_byte()
    {
        byte[] saved = TestTokenizers.Save(TestTokenizers.Trained());
        Assert.Equal(Encoding.UTF8.GetString(File.ReadAllBytes(Fixture)), Encoding.UTF8.GetString(saved));
        Assert.Equal(saved, TestTokenizers.Save((ByteLevelBpe)TokenizerJsonReader.Read(Fixture)));
    }

    [Fact]
    public void The_order_of_the_texts_does_not_matter()
    {
        byte[] expected = TestTokenizers.Save(TestTokenizers.Trained());
        var options = new BpeTrainerOptions { VocabularySize = 340, SpecialTokens = ["<|endoftext|>", "<|user|>", "<|assistant|>"], SingleDigits = true };
        Assert.Equal(expected, TestTokenizers.Save(BpeTrainer.Train(TestTokenizers.Texts.Reverse(), options)));
    }

    [Fact]
    public void The_most_frequent_pair_comes_first_and_of_equals_the_first_in_byte_order()
    {
        ByteLevelBpe t = BpeTrainer.Train(["zx\nzx\nzx\nba\nba\nab\nab\nqq"], new BpeTrainerOptions { VocabularySize = 259 });
        Assert.Equal([new("z", "x"), new("a", "b"), new("b", "a")], t.Definition.Merges);
    }

    /// <summary>Counts every pair anew for each merge, over the same pieces.</summary>
    [Fact]
    public void Merges_are_those_of_counting_anew()
    {
        string text = string.Join(' ', TestTokenizers.Texts.Take(2)) + " aaa aaaa aaaaa abab ababab";
        ByteLevelBpe got = BpeTrainer.Train([text], new BpeTrainerOptions { VocabularySize = 360, MinFrequency = 2 });

        var pieces = new List<TextPiece>();
        new Gpt2Scanner().FindMatches(text, pieces);
        List<List<string>> words = pieces.Select(piece => Encoding.UTF8.GetBytes(text[piece.Start..piece.End]).Select(b => ByteLevelAlphabet.ToChar(b).ToString()).ToList()).ToList();
        var expected = new List<BpeMerge>();
        var spelled = new HashSet<string>();
        while (spelled.Count < 360 - 256)
        {
            var counts = new Dictionary<(string Left, string Right), int>();
            foreach (List<string> word in words)
            {
                for (int i = 0; i + 1 < word.Count; i++) counts[(word[i], word[i + 1])] = counts.GetValueOrDefault((word[i], word[i + 1])) + 1;
            }
            if (counts.Count == 0 || counts.Values.Max() < 2) break;
            (string left, string right) = counts.OrderByDescending(pair => pair.Value).ThenBy(pair => Bytes(pair.Key.Left)).ThenBy(pair => Bytes(pair.Key.Right)).First().Key;
            expected.Add(new BpeMerge(left, right));
            spelled.Add(left + right);
            foreach (List<string> word in words)
            {
                for (int i = 0; i + 1 < word.Count; i++)
                {
                    if (word[i] != left || word[i + 1] != right) continue;
                    word[i] += right;
                    word.RemoveAt(i + 1);
                }
            }
        }
        Assert.Equal(expected, got.Definition.Merges);

        static string Bytes(string spelling) => Convert.ToHexString(ByteLevelAlphabet.TryUnspell(spelling)!);
    }

    [Fact]
    public void With_single_digits_no_token_holds_two_and_the_saved_file_says_so()
    {
        string[] texts = [string.Concat(Enumerable.Repeat("in 1999 and 1999 and \u0661\u0662\u0661\u0662 ", 50))];
        var options = new BpeTrainerOptions { VocabularySize = 300 };
        ByteLevelBpe grouped = BpeTrainer.Train(texts, options);
        ByteLevelBpe single = BpeTrainer.Train(texts, options with { SingleDigits = true });
        Assert.True(grouped.Encode("1999").Length < 4);
        ByteLevelBpe loaded = (ByteLevelBpe)TokenizerJsonReader.Read(TestTokenizers.Save(single), "saved");
        foreach (ByteLevelBpe t in new[] { single, loaded })
        {
            Assert.Equal("[1][9][9][9][\u0661][\u0662]", t.Pieces("1999\u0661\u0662"));
            for (int id = 0; id < t.VocabularySize; id++)
                Assert.True(Encoding.UTF8.GetString(t.TokenBytes(id)).Count(char.IsNumber) <= 1, t.IdToToken(id));
        }
        Assert.Contains("\"individual_digits\": true", Encoding.UTF8.GetString(TestTokenizers.Save(single)));
    }

    [Fact]
    public void Sizes_and_special_tokens_are_as_asked()
    {
        ByteLevelBpe t = TestTokenizers.Trained(size: 320);
        Assert.Equal(320, t.VocabularySize);
        Assert.True(t.HasAllBytes);
        Assert.Equal([0, 1, 2], new[] { "<|endoftext|>", "<|user|>", "<|assistant|>" }.Select(token => t.TokenToId(token)!.Value));
        Assert.True(t.IsSpecial(2));
        Assert.False(t.IsSpecial(3));
        Assert.Equal("\0", Encoding.UTF8.GetString(t.TokenBytes(3)));
        Assert.Equal(256, BpeTrainer.Train([], new BpeTrainerOptions { VocabularySize = 1000 }).VocabularySize);
        Assert.Empty(BpeTrainer.Train(["ab"], new BpeTrainerOptions { VocabularySize = 1000 }).Definition.Merges);
        Assert.Single(BpeTrainer.Train(["ab"], new BpeTrainerOptions { VocabularySize = 1000, MinFrequency = 1 }).Definition.Merges);
    }

    [Fact]
    public void A_vocabulary_of_seen_bytes_is_small_and_clear_about_other_bytes()
    {
        var options = new BpeTrainerOptions { VocabularySize = 20, Alphabet = ByteAlphabet.Seen, SpecialTokens = ["<unk>"] };
        ByteLevelBpe strict = BpeTrainer.Train(["stone stone"], options);
        Assert.False(strict.HasAllBytes);
        Assert.Equal(1 + 6, strict.Definition.Tokens.TakeWhile(token => token == "<unk>" || token!.Length == 1).Count());
        Assert.Equal((byte)'x', Assert.Throws<UnencodableTextException>(() => strict.Encode("x")).Value);
        ByteLevelBpe lenient = BpeTrainer.Train(["stone stone"], options with { UnknownToken = "<unk>" });
        Assert.Equal([lenient.TokenToId("s")!.Value, 0, 0], lenient.Encode("s\u00E9"));
        Assert.Equal([lenient.TokenToId("s")!.Value, 0, 0], TokenizerJsonReader.Read(TestTokenizers.Save(lenient), "saved").Encode("s\u00E9"));
    }

    [Fact]
    public void Contradicting_options_are_refused()
    {
        Assert.Throws<ArgumentException>(() => new BpeTrainer(new BpeTrainerOptions { VocabularySize = 255 }));
        Assert.Throws<ArgumentException>(() => new BpeTrainer(new BpeTrainerOptions { VocabularySize = 300, SpecialTokens = ["<s>", "<s>"] }));
        Assert.Throws<ArgumentException>(() => new BpeTrainer(new BpeTrainerOptions { VocabularySize = 300, SpecialTokens = ["a"] }));
        Assert.Throws<ArgumentException>(() => new BpeTrainer(new BpeTrainerOptions { VocabularySize = 300, UnknownToken = "<unk>" }));
        Assert.Throws<ArgumentOutOfRangeException>(() => new BpeTrainer(new BpeTrainerOptions { VocabularySize = 300, MinFrequency = 0 }));
        Assert.Throws<ArgumentException>(() => BpeTrainer.Train(["abc"], new BpeTrainerOptions { VocabularySize = 2, Alphabet = ByteAlphabet.Seen }));
    }
}
