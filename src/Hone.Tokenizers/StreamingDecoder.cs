using System.Text;

namespace Hone.Tokenizers;

/// <summary>
/// Decodes ids one at a time and returns only whole characters: bytes of a UTF-8 sequence that is not complete yet are held
/// back. All returned strings together, the one of <see cref="Flush"/> included, are equal to
/// <see cref="Tokenizer.Decode"/> of all ids. Not thread-safe: one instance a stream.
/// </summary>
public sealed class StreamingDecoder
{
    private readonly Tokenizer _tokenizer;
    private readonly bool _skipSpecialTokens;
    private readonly Decoder _decoder = Encoding.UTF8.GetDecoder();
    private char[] _buffer = new char[64];

    /// <summary>Makes a decoder at the beginning of a text.</summary>
    /// <param name="tokenizer">Gives the bytes of each token.</param>
    /// <param name="skipSpecialTokens">Whether tokens marked special add nothing; default false.</param>
    /// <exception cref="ArgumentNullException"><paramref name="tokenizer"/> is null.</exception>
    public StreamingDecoder(Tokenizer tokenizer, bool skipSpecialTokens = false)
    {
        ArgumentNullException.ThrowIfNull(tokenizer);
        _tokenizer = tokenizer;
        _skipSpecialTokens = skipSpecialTokens;
    }

    /// <summary>Takes one id and returns the text that it completes: possibly empty, never half a character.</summary>
    /// <param name="id">An id in the tokenizer's vocabulary.</param>
    /// <exception cref="ArgumentOutOfRangeException">The id is outside the vocabulary; the decoder is as before.</exception>
    public string Add(int id)
    {
        ReadOnlySpan<byte> bytes = _tokenizer.TokenBytes(id);
        return _skipSpecialTokens && _tokenizer.IsSpecial(id) ? "" : Decode(bytes, flush: false);
    }

    /// <summary>Ends the text: returns U+FFFD for bytes still held back, else empty. The decoder can be used again.</summary>
    public string Flush() => Decode([], flush: true);

    /// <summary>Forgets the bytes held back and begins a new text.</summary>
    public void Reset() => _decoder.Reset();

    private string Decode(ReadOnlySpan<byte> bytes, bool flush)
    {
        // A byte gives at most one UTF-16 unit, and up to three bytes held back may each become U+FFFD.
        if (_buffer.Length < bytes.Length + 4) _buffer = new char[bytes.Length + 4];
        int count = _decoder.GetChars(bytes, _buffer, flush);
        return count == 0 ? "" : new string(_buffer, 0, count);
    }
}
