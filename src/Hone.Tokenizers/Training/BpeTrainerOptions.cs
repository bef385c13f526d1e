namespace Hone.Tokenizers;

/// <summary>What <see cref="BpeTrainer"/> is to make.</summary>
public sealed record BpeTrainerOptions
{
    /// <summary>
    /// Greatest number of tokens, special ones and bytes included; fewer if the text gives no more pairs. At least the special
    /// tokens and the alphabet. No default.
    /// </summary>
    public required int VocabularySize { get; init; }

    /// <summary>How often a pair must occur to be merged; at least 1, default 2.</summary>
    public long MinFrequency { get; init; } = 2;

    /// <summary>Special tokens; they get the ids from 0 on, in this order. Default none.</summary>
    public IReadOnlyList<string> SpecialTokens { get; init; } = [];

    /// <summary>
    /// Whether each number character is a piece of its own, so that no token holds two digits; default false. The saved file
    /// says so by a Digits pre-tokenizer.
    /// </summary>
    public bool SingleDigits { get; init; }

    /// <summary>Which bytes get a token; default all.</summary>
    public ByteAlphabet Alphabet { get; init; } = ByteAlphabet.All;

    /// <summary>
    /// The special token that stands for a byte without a token, one of <see cref="SpecialTokens"/>; null, the default, for
    /// none. Of use only with <see cref="ByteAlphabet.Seen"/>.
    /// </summary>
    public string? UnknownToken { get; init; }
}
