namespace Hone.Tokenizers;

/// <summary>
/// Decodes ids one at a time and returns only what no later token can change: bytes of a UTF-8 sequence that is not complete
/// yet are held back (byte tokens of SentencePiece vocabularies until their run ends). All returned strings together, the one
/// of <see cref="Flush"/> included, are equal to <see cref="Tokenizer.Decode"/> of all ids. Not thread-safe: one instance a
/// stream.
/// </summary>
public sealed class StreamingDecoder
{
    private readonly Tokenizer _tokenizer;
    private readonly bool _skipSpecialTokens;
    private TokenStream _stream;

    /// <summary>Makes a decoder at the beginning of a text.</summary>
    /// <param name="tokenizer">Gives the text of each token.</param>
    /// <param name="skipSpecialTokens">Whether tokens marked special add nothing; default false.</param>
    /// <exception cref="ArgumentNullException"><paramref name="tokenizer"/> is null.</exception>
    public StreamingDecoder(Tokenizer tokenizer, bool skipSpecialTokens = false)
    {
        ArgumentNullException.ThrowIfNull(tokenizer);
        _tokenizer = tokenizer;
        _skipSpecialTokens = skipSpecialTokens;
        _stream = tokenizer.OpenStream();
    }

    /// <summary>Takes one id and returns the text that it completes: possibly empty, never half a character.</summary>
    /// <param name="id">An id in the tokenizer's vocabulary.</param>
    /// <exception cref="ArgumentOutOfRangeException">The id is outside the vocabulary; the decoder is as before.</exception>
    public string Add(int id) => _tokenizer.IsSpecial(id) && _skipSpecialTokens ? "" : _stream.Add(_tokenizer, id);

    /// <summary>Ends the text: returns what was held back, U+FFFD for bytes that are no character. The decoder can be used again.</summary>
    public string Flush()
    {
        string rest = _stream.Finish();
        Reset();
        return rest;
    }

    /// <summary>Forgets what was held back and begins a new text.</summary>
    public void Reset() => _stream = _tokenizer.OpenStream();
}
