namespace Hone.Tokenizers;

/// <summary>
/// One step of what cuts a text into pieces before tokens are merged, as in the <c>pre_tokenizer</c> of a Hugging Face
/// tokenizer.json. Byte-level tokenizers have exactly one <see cref="PreTokenizerKind.ByteLevel"/> step, the last.
/// </summary>
public sealed record PreTokenizerStep
{
    private PreTokenizerStep(PreTokenizerKind kind) => Kind = kind;

    /// <summary>Which step it is; the other properties matter to one kind each.</summary>
    public PreTokenizerKind Kind { get; }

    /// <summary>Split: the pattern.</summary>
    public string Pattern { get; private init; } = "";

    /// <summary>Split: whether <see cref="Pattern"/> is a regular expression, or else a literal.</summary>
    public bool IsRegex { get; private init; }

    /// <summary>Split: what is done with the matches.</summary>
    public SplitBehavior Behavior { get; private init; }

    /// <summary>Split: whether matches and the stretches between them change places.</summary>
    public bool Invert { get; private init; }

    /// <summary>Digits: whether each number character is its own piece, or else each run of them.</summary>
    public bool IndividualDigits { get; private init; }

    /// <summary>ByteLevel: whether a piece that does not begin with a space gets one.</summary>
    public bool AddPrefixSpace { get; private init; }

    /// <summary>ByteLevel: whether the piece is cut by the GPT-2 pattern.</summary>
    public bool UseRegex { get; private init; }

    /// <summary>Cuts at a pattern.</summary>
    /// <param name="pattern">A regular expression (Oniguruma syntax) or a literal; not empty.</param>
    /// <param name="isRegex">Which of the two.</param>
    /// <param name="behavior">What is done with matches; default Isolated.</param>
    /// <param name="invert">Whether matches and the rest change places; default false.</param>
    /// <exception cref="ArgumentException">The pattern is null or empty.</exception>
    public static PreTokenizerStep Split(string pattern, bool isRegex, SplitBehavior behavior = SplitBehavior.Isolated, bool invert = false)
    {
        ArgumentException.ThrowIfNullOrEmpty(pattern);
        return new PreTokenizerStep(PreTokenizerKind.Split) { Pattern = pattern, IsRegex = isRegex, Behavior = behavior, Invert = invert };
    }

    /// <summary>Cuts numbers (<c>\p{N}</c>) out of the text.</summary>
    /// <param name="individual">Whether each is its own piece, or else each run.</param>
    public static PreTokenizerStep Digits(bool individual) => new(PreTokenizerKind.Digits) { IndividualDigits = individual };

    /// <summary>Turns pieces into bytes, and cuts them by the GPT-2 pattern before that.</summary>
    /// <param name="addPrefixSpace">Whether a piece that does not begin with a space gets one; default false.</param>
    /// <param name="useRegex">Whether the GPT-2 pattern is applied; default true.</param>
    public static PreTokenizerStep ByteLevel(bool addPrefixSpace = false, bool useRegex = true) =>
        new(PreTokenizerKind.ByteLevel) { AddPrefixSpace = addPrefixSpace, UseRegex = useRegex };
}
