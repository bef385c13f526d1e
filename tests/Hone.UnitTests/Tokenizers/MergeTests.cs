using Hone.Tokenizers;
using Xunit;

namespace Hone.UnitTests.Tokenizers;

public sealed class MergeTests
{
    /// <summary>The definition of BPE, as slow as it reads.</summary>
    private static List<int> Naive(IReadOnlyDictionary<(int, int), (int Rank, int Id)> merges, IEnumerable<int> symbols)
    {
        List<int> ids = symbols.ToList();
        while (true)
        {
            int best = -1;
            for (int i = 0; i + 1 < ids.Count; i++)
            {
                if (!merges.TryGetValue((ids[i], ids[i + 1]), out (int Rank, int Id) merge)) continue;
                if (best < 0 || merge.Rank < merges[(ids[best], ids[best + 1])].Rank) best = i;
            }
            if (best < 0) return ids;
            ids[best] = merges[(ids[best], ids[best + 1])].Id;
            ids.RemoveAt(best + 1);
        }
    }

    [Fact]
    public void Short_and_long_pieces_merge_as_the_definition_says()
    {
        var random = new Random(1);
        for (int round = 0; round < 30; round++)
        {
            var known = new Dictionary<(int, int), (int, int)>();
            int next = 3;
            for (int m = 0; m < 20; m++)
            {
                if (known.TryAdd((random.Next(next), random.Next(next)), (m, next))) next++;
            }
            var table = new MergeTable(known.Count);
            foreach (((int left, int right), (int rank, int id)) in known) Assert.True(table.TryAdd(left, right, rank, id));
            var merger = new PieceMerger(table);
            foreach (int length in new[] { 1, 2, 3, 7, 47, 48, 49, 50, 200, 1000 })
            {
                int[] symbols = Enumerable.Range(0, length).Select(_ => random.Next(3)).ToArray();
                symbols.CopyTo(merger.Rent(length));
                var got = new List<int>();
                merger.Merge(length, got);
                Assert.Equal(Naive(known, symbols), got);
            }
        }
    }

    [Fact]
    public void A_piece_of_a_million_bytes_is_merged_and_comes_back()
    {
        ByteLevelBpe tokenizer = TestTokenizers.Trained();
        foreach (string unit in new[] { "the", "\U0001FA92" })
        {
            string text = string.Concat(Enumerable.Repeat(unit, 1_000_000 / unit.Length));
            Assert.Equal(text, tokenizer.Decode(tokenizer.Encode(text)));
        }
    }

    [Fact]
    public void Merges_are_applied_by_rank_from_the_left()
    {
        string json = TestTokenizers.Json(extraTokens: ",\"bc\":256,\"ab\":257,\"abc\":258,\"aa\":259", merges: "\"b c\",[\"a\",\"b\"],\"a bc\",\"a a\"");
        ByteLevelBpe tokenizer = TestTokenizers.Load(json);
        Assert.Equal("[abc]", tokenizer.Pieces("abc"));
        Assert.Equal("[ab][abc]", tokenizer.Pieces("ababc"));
        Assert.Equal("[aa][a]", tokenizer.Pieces("aaa"));
    }

    [Fact]
    public void Ignoring_merges_a_whole_piece_is_looked_up_first()
    {
        const string Extra = ",\"stone\":256,\"\u0120stone\":257";
        Assert.Equal("[stone][ stone]", TestTokenizers.Load(TestTokenizers.Json(model: "\"ignore_merges\":true,", extraTokens: Extra)).Pieces("stone stone"));
        Assert.Equal("[s][t][o][n][e]", TestTokenizers.Load(TestTokenizers.Json(model: "\"ignore_merges\":false,", extraTokens: Extra)).Pieces("stone"));
    }
}
