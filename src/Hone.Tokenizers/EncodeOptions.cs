namespace Hone.Tokenizers;

/// <summary>What <see cref="Tokenizer.Encode(ReadOnlySpan{char}, List{int}, EncodeOptions)"/> does beside splitting the text.</summary>
[Flags]
public enum EncodeOptions
{
    /// <summary>The text's ids only; text that spells a special token becomes that token.</summary>
    None = 0,

    /// <summary>Adds the tokens that the tokenizer's post-processor puts around a text (for many models, nothing).</summary>
    AddSpecialTokens = 1,

    /// <summary>
    /// Text that spells a special token is encoded as ordinary text. For text from strangers: it cannot then forge the end
    /// of a turn. Added tokens that are not marked special are still recognised.
    /// </summary>
    SpecialTokensAsText = 2,
}
