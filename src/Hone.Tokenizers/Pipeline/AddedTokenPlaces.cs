namespace Hone.Tokenizers;

/// <summary>What an added token's id and content may be.</summary>
internal static class AddedTokenPlaces
{
    /// <summary>How far the greatest id of an added token may lie beyond the number of tokens.</summary>
    private const int MaxUnusedIds = 1 << 20;

    /// <exception cref="ArgumentException">The id or the content is out of bounds.</exception>
    public static void Check(AddedToken token, int tokens)
    {
        int limit = Math.Min(ByteLevelBpe.MaxVocabularySize, tokens + MaxUnusedIds);
        string name = TokenizerFormatException.Quote(token.Content);
        if (token.Id < 0 || token.Id >= limit) throw new ArgumentException($"the id {token.Id} of the added token {name} is not in [0, {limit})");
        if (token.Content.Length is 0 or > AddedToken.MaxContentLength)
            throw new ArgumentException($"the added token {name} has {token.Content.Length} characters, not 1 to {AddedToken.MaxContentLength}");
    }
}
