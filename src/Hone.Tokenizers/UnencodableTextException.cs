namespace Hone.Tokenizers;

/// <summary>
/// A text holds a byte for which the vocabulary has no token, and the tokenizer has no unknown token. It happens only with
/// vocabularies that lack some of the 256 bytes (<see cref="ByteAlphabet.Seen"/>).
/// </summary>
public sealed class UnencodableTextException : ArgumentException
{
    /// <summary>Makes the exception for one byte.</summary>
    /// <param name="value">The byte of the text's UTF-8 form that has no token.</param>
    public UnencodableTextException(byte value)
        : base($"The vocabulary has no token for the byte 0x{value:X2} of the text's UTF-8 form, and the tokenizer has no unknown token. "
            + "Train with ByteAlphabet.All, or with an UnknownToken.", "text") => Value = value;

    /// <summary>The byte that has no token.</summary>
    public byte Value { get; }
}
