using System.Text;

namespace Hone.Tokenizers;

/// <summary>Text from tokens as they come; what a <see cref="StreamingDecoder"/> reads. Not thread-safe.</summary>
internal abstract class TokenStream
{
    /// <summary>Takes a token and returns the text that is certain now.</summary>
    public abstract string Add(Tokenizer tokenizer, int id);

    /// <summary>Ends the text and returns what is left of it.</summary>
    public abstract string Finish();
}

/// <summary>Text that is the UTF-8 reading of the tokens' bytes.</summary>
internal sealed class Utf8TokenStream : TokenStream
{
    private readonly Decoder _decoder = Encoding.UTF8.GetDecoder();
    private char[] _buffer = new char[64];

    public override string Add(Tokenizer tokenizer, int id) => Decode(tokenizer.TokenBytes(id), flush: false);

    public override string Finish() => Decode([], flush: true);

    private string Decode(ReadOnlySpan<byte> bytes, bool flush)
    {
        // A byte gives at most one UTF-16 unit, and up to three bytes held back may each become U+FFFD.
        if (_buffer.Length < bytes.Length + 4) _buffer = new char[bytes.Length + 4];
        int count = _decoder.GetChars(bytes, _buffer, flush);
        return count == 0 ? "" : new string(_buffer, 0, count);
    }
}

/// <summary>Text that comes out of a chain of decoders.</summary>
internal sealed class ChainTokenStream : TokenStream
{
    private readonly TokenDecoder _first;
    private readonly TextSink _sink = new();

    public ChainTokenStream(TokenDecoder[] steps)
    {
        for (int i = 0; i < steps.Length; i++) steps[i].Next = i + 1 < steps.Length ? steps[i + 1] : _sink;
        _first = steps.Length > 0 ? steps[0] : _sink;
    }

    public string Add(string token)
    {
        _first.Push(token, end: true);
        return _sink.Fetch();
    }

    public override string Add(Tokenizer tokenizer, int id) => tokenizer.ShownToken(id) is { } token ? Add(token) : "";

    public override string Finish()
    {
        _first.Finish();
        return _sink.Fetch();
    }
}
