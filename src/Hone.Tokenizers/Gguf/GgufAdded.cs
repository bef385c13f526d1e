namespace Hone.Tokenizers;

/// <summary>What all kinds share on the way to a file: added tokens that GGUF can say, and the tokens around a text.</summary>
internal static class GgufAdded
{
    /// <exception cref="NotSupportedException">The token does what GGUF has no flag for.</exception>
    public static void Check(AddedToken token, bool normalizes)
    {
        string name = TokenizerFormatException.Quote(token.Content);
        if (token.LeftStrip || token.RightStrip || token.SingleWord) throw GgufTokenizer.Unsaid($"the added token {name}, which takes white space or word edges into account (lstrip, rstrip, single_word)");
        if (token.Normalized && normalizes && !System.Text.Ascii.IsValid(token.Content)) throw GgufTokenizer.Unsaid($"the added token {name}, which is looked for in normalized text");
    }

    /// <summary>Sets the tokens that a text begins and ends with.</summary>
    /// <exception cref="NotSupportedException">They are not one beginning and one end.</exception>
    public static GgufVocabulary Frame(Tokenizer tokenizer, GgufVocabulary vocabulary)
    {
        IReadOnlyList<int> prefix = tokenizer.FramePrefix;
        IReadOnlyList<int> suffix = tokenizer.FrameSuffix;
        if (prefix.Count > 1 || suffix.Count > 1) throw GgufTokenizer.Unsaid($"{prefix.Count} tokens before a text and {suffix.Count} after it");
        if (prefix.Count == 1 && tokenizer.BosId is { } bos && bos != prefix[0]) throw GgufTokenizer.Unsaid("texts that begin with another token than bos_token");
        if (suffix.Count == 1 && tokenizer.EosId is { } eos && eos != suffix[0]) throw GgufTokenizer.Unsaid("texts that end with another token than eos_token");
        return vocabulary with
        {
            AddBos = prefix.Count == 1,
            AddEos = suffix.Count == 1,
            BosId = prefix.Count == 1 ? prefix[0] : null,
            EosId = suffix.Count == 1 ? suffix[0] : null,
        };
    }
}
