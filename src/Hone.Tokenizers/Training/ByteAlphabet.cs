namespace Hone.Tokenizers;

/// <summary>Which bytes get a token of their own when a vocabulary is trained.</summary>
public enum ByteAlphabet
{
    /// <summary>All 256: every text can be encoded.</summary>
    All,

    /// <summary>
    /// Only bytes that the training text has: a smaller vocabulary. A text with another byte becomes the unknown token, or
    /// where there is none an <see cref="UnencodableTextException"/>.
    /// </summary>
    Seen,
}
