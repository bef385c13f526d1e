using System.Text;

namespace Hone.Tokenizers;

/// <summary>
/// One step from tokens to text, fed as the tokens come. A token arrives in one or more parts, the last of them marked as its
/// end. Not thread-safe: an instance a stream.
/// </summary>
internal abstract class TokenDecoder
{
    /// <summary>Receives what this step gives on; set once, by whoever builds the chain.</summary>
    public TokenDecoder Next { get; set; } = null!;

    /// <summary>Takes a part of a token.</summary>
    public abstract void Push(string part, bool end);

    /// <summary>Takes the end of all tokens.</summary>
    public virtual void Finish() => Next.Finish();
}

/// <summary>A step that needs each token as a whole.</summary>
internal abstract class WholeTokenDecoder : TokenDecoder
{
    private readonly StringBuilder _held = new();

    public sealed override void Push(string part, bool end)
    {
        if (!end)
        {
            _held.Append(part);
            return;
        }
        if (_held.Length > 0)
        {
            part = _held.Append(part).ToString();
            _held.Clear();
        }
        Take(part);
    }

    /// <summary>Takes one whole token.</summary>
    protected abstract void Take(string token);
}

/// <summary>The end of a chain: collects text until it is fetched.</summary>
internal sealed class TextSink : TokenDecoder
{
    private readonly StringBuilder _text = new();

    public override void Push(string part, bool end) => _text.Append(part);

    public override void Finish()
    {
    }

    public string Fetch()
    {
        if (_text.Length == 0) return "";
        string text = _text.ToString();
        _text.Clear();
        return text;
    }
}
