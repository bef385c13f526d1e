using System.Globalization;
using System.Text;

namespace Hone.Tokenizers;

/// <summary>
/// A text holds something for which the vocabulary has no token, and the tokenizer has no unknown token. For byte-level
/// tokenizers it happens only with vocabularies that lack some of the 256 bytes (<see cref="ByteAlphabet.Seen"/>).
/// </summary>
public sealed class UnencodableTextException : ArgumentException
{
    /// <summary>Makes the exception for one byte.</summary>
    /// <param name="value">The byte of the text's UTF-8 form that has no token.</param>
    public UnencodableTextException(byte value)
        : base($"The vocabulary has no token for the byte 0x{value:X2} of the text's UTF-8 form, and the tokenizer has no unknown token. "
            + "Train with ByteAlphabet.All, or with an UnknownToken.", "text") => Value = value;

    /// <summary>Makes the exception for one character.</summary>
    /// <param name="character">The character that has no token.</param>
    public UnencodableTextException(Rune character)
        : base("The vocabulary has no token for the character U+" + character.Value.ToString("X4", CultureInfo.InvariantCulture)
            + ", and the tokenizer has no unknown token.", "text")
    {
    }

    /// <summary>Makes the exception for one word.</summary>
    /// <param name="word">The word that has no token.</param>
    public UnencodableTextException(string word)
        : base($"The vocabulary has no token for the word {TokenizerFormatException.Quote(word)}, and the tokenizer has no unknown token.", "text")
    {
    }

    /// <summary>The byte that has no token; null where a character or a word has none.</summary>
    public byte? Value { get; }
}
