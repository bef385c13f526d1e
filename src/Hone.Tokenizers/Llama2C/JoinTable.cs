namespace Hone.Tokenizers;

/// <summary>Merges of a vocabulary with scores: two tokens join where the joined text is a token, the better score first.</summary>
internal static class JoinTable
{
    /// <summary>
    /// Returns every pair of tokens that joins to a token; equal scores have equal ranks, so that the leftmost of them joins
    /// first.
    /// </summary>
    public static MergeTable Make(IReadOnlyDictionary<string, int> ids, Func<int, float> score)
    {
        float[] scores = [.. ids.Values.Select(score).Distinct().OrderDescending()];
        var ranks = new Dictionary<float, int>();
        for (int i = 0; i < scores.Length; i++) ranks[scores[i]] = i;
        var pairs = new List<(int Left, int Right, int Rank, int Id)>();
        foreach ((string token, int id) in ids)
        {
            for (int cut = 1; cut < token.Length; cut++)
            {
                if (char.IsLowSurrogate(token[cut])) continue;
                if (ids.TryGetValue(token[..cut], out int left) && ids.TryGetValue(token[cut..], out int right)) pairs.Add((left, right, ranks[score(id)], id));
            }
        }
        var table = new MergeTable(pairs.Count);
        foreach ((int left, int right, int rank, int id) in pairs) table.Set(left, right, rank, id);
        return table;
    }
}
