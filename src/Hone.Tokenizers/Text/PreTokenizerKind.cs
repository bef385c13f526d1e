namespace Hone.Tokenizers;

/// <summary>The kinds of <see cref="PreTokenizerStep"/>.</summary>
public enum PreTokenizerKind
{
    /// <summary>Cuts at a pattern.</summary>
    Split,

    /// <summary>Cuts numbers out.</summary>
    Digits,

    /// <summary>Turns pieces into bytes.</summary>
    ByteLevel,
}
