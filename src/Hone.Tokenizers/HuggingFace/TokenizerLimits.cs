namespace Hone.Tokenizers;

/// <summary>How large a tokenizer's files may be. Checked before memory is taken.</summary>
public sealed record TokenizerLimits
{
    /// <summary>Greatest size of a file in bytes; default 256 MiB (the largest published vocabularies take about 35 MB).</summary>
    public long MaxFileBytes { get; init; } = 256L << 20;

    /// <summary>Greatest number of tokens, added ones apart; default <see cref="ByteLevelBpe.MaxVocabularySize"/>, which it cannot exceed.</summary>
    public int MaxTokens { get; init; } = ByteLevelBpe.MaxVocabularySize;

    /// <summary>Greatest number of merges; default 4,194,304.</summary>
    public int MaxMerges { get; init; } = 1 << 22;

    /// <summary>Greatest number of added tokens; default 65,536.</summary>
    public int MaxAddedTokens { get; init; } = 1 << 16;
}
