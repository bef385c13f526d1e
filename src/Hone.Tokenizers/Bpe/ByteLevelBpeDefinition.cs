using System.Text;

namespace Hone.Tokenizers;

/// <summary>Everything that defines a <see cref="ByteLevelBpe"/>: what a tokenizer.json, a GGUF file or the trainer hands over.</summary>
public sealed record ByteLevelBpeDefinition
{
    /// <summary>
    /// Spellings in the byte-level alphabet; the index is the id, null is an unused id or one that only
    /// <see cref="AddedTokens"/> names.
    /// </summary>
    public required IReadOnlyList<string?> Tokens { get; init; }

    /// <summary>The merges, the earlier before the later.</summary>
    public required IReadOnlyList<BpeMerge> Merges { get; init; }

    /// <summary>Tokens found in the text as it is; default none. Ids may also be in <see cref="Tokens"/>, spelled the same.</summary>
    public IReadOnlyList<AddedToken> AddedTokens { get; init; } = [];

    /// <summary>Unicode normal forms applied in order to what is not an added token; default none.</summary>
    public IReadOnlyList<NormalizationForm> Normalizers { get; init; } = [];

    /// <summary>How the text is cut; default one ByteLevel step with the GPT-2 pattern.</summary>
    public IReadOnlyList<PreTokenizerStep> PreTokenizers { get; init; } = [PreTokenizerStep.ByteLevel()];

    /// <summary>Ids put before a text by <see cref="EncodeOptions.AddSpecialTokens"/>; default none.</summary>
    public IReadOnlyList<int> Prefix { get; init; } = [];

    /// <summary>Ids put after a text by <see cref="EncodeOptions.AddSpecialTokens"/>; default none.</summary>
    public IReadOnlyList<int> Suffix { get; init; } = [];

    /// <summary>Whether a piece that is a token as a whole becomes that token without merging; default false.</summary>
    public bool IgnoreMerges { get; init; }

    /// <summary>
    /// Spelling of the token that stands for a byte without a token. Null, the default, means that such a text cannot be
    /// encoded.
    /// </summary>
    public string? UnknownToken { get; init; }

    /// <summary>Whether neighbouring unknown bytes become one unknown token; default false.</summary>
    public bool FuseUnknown { get; init; }

    /// <summary>Ids that frame a text; default none.</summary>
    public SpecialTokenIds Special { get; init; }
}
