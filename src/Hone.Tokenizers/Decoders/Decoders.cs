using System.Globalization;
using System.Text;

namespace Hone.Tokenizers;

/// <summary>Puts a space between tokens: what the library does where a file names no decoder.</summary>
internal sealed class JoinDecoder : WholeTokenDecoder
{
    private bool _any;

    protected override void Take(string token)
    {
        Next.Push(_any ? " " + token : token, end: true);
        _any = true;
    }
}

/// <summary>Puts a string in the place of each match.</summary>
internal sealed class ReplaceDecoder(IPatternMatcher matcher, string content) : WholeTokenDecoder
{
    protected override void Take(string token) => Next.Push(ReplaceNormalizer.Replace(matcher, token, content), end: true);
}

/// <summary>Makes one token of all.</summary>
internal sealed class FuseDecoder : TokenDecoder
{
    public override void Push(string part, bool end) => Next.Push(part, end: false);

    public override void Finish()
    {
        Next.Push("", end: true);
        Next.Finish();
    }
}

/// <summary>
/// Byte tokens such as <c>&lt;0x0A&gt;</c> become text once the run of them ends: the whole run if it is UTF-8, or else
/// U+FFFD for each of them.
/// </summary>
internal sealed class ByteFallbackDecoder : WholeTokenDecoder
{
    private readonly List<byte> _run = [];

    public static bool TryByte(string token, out byte value)
    {
        value = 0;
        return token.Length == 6 && token.StartsWith("<0x", StringComparison.Ordinal) && token[5] == '>' && char.IsAsciiHexDigit(token[3]) && char.IsAsciiHexDigit(token[4])
            && byte.TryParse(token.AsSpan(3, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture, out value);
    }

    public override void Finish()
    {
        EndRun();
        Next.Finish();
    }

    protected override void Take(string token)
    {
        if (TryByte(token, out byte value))
        {
            _run.Add(value);
            return;
        }
        EndRun();
        Next.Push(token, end: true);
    }

    private void EndRun()
    {
        if (_run.Count == 0) return;
        byte[] bytes = [.. _run];
        _run.Clear();
        if (System.Text.Unicode.Utf8.IsValid(bytes)) Next.Push(Encoding.UTF8.GetString(bytes), end: true);
        else foreach (byte _ in bytes) Next.Push("\uFFFD", end: true);
    }
}

/// <summary>Takes up to so many of one character off the ends of each token.</summary>
internal sealed class StripDecoder(string content, int start, int stop) : TokenDecoder
{
    private readonly StringBuilder _held = new();
    private int _cut;
    private bool _begun;

    public override void Push(string part, bool end)
    {
        if (stop > 0)
        {
            _held.Append(part);
            if (!end) return;
            part = _held.ToString();
            _held.Clear();
        }
        while (!_begun && part.Length > 0)
        {
            if (_cut < start && part.StartsWith(content, StringComparison.Ordinal))
            {
                part = part[content.Length..];
                _cut++;
            }
            else
            {
                _begun = true;
            }
        }
        for (int i = 0; i < stop && part.EndsWith(content, StringComparison.Ordinal); i++) part = part[..^content.Length];
        Next.Push(part, end);
        if (end) (_cut, _begun) = (0, false);
    }
}

/// <summary>Marks become spaces, but are dropped from the first token where a mark was put before the text.</summary>
internal sealed class MetaspaceDecoder(string mark, bool dropFirst) : WholeTokenDecoder
{
    private bool _any;

    protected override void Take(string token)
    {
        Next.Push(token.Replace(mark, !_any && dropFirst ? "" : " ", StringComparison.Ordinal), end: true);
        _any = true;
    }
}

/// <summary>A space before each token but the first and those that go on with a word.</summary>
internal sealed class WordPieceDecoder(string prefix, bool cleanUp) : WholeTokenDecoder
{
    private bool _any;

    public static string CleanUp(string text) => text.Replace(" .", ".").Replace(" ?", "?").Replace(" !", "!").Replace(" ,", ",").Replace(" ' ", "'")
        .Replace(" n't", "n't").Replace(" 'm", "'m").Replace(" do not", " don't").Replace(" 's", "'s").Replace(" 've", "'ve").Replace(" 're", "'re");

    protected override void Take(string token)
    {
        if (_any) token = token.StartsWith(prefix, StringComparison.Ordinal) ? token[prefix.Length..] : " " + token;
        _any = true;
        Next.Push(cleanUp ? CleanUp(token) : token, end: true);
    }
}

/// <summary>A suffix that ends a word becomes a space; in the last token, nothing.</summary>
internal sealed class BpeSuffixDecoder(string suffix) : WholeTokenDecoder
{
    private string? _last;

    public override void Finish()
    {
        if (_last is not null) Next.Push(_last.Replace(suffix, "", StringComparison.Ordinal), end: true);
        _last = null;
        Next.Finish();
    }

    protected override void Take(string token)
    {
        if (_last is not null) Next.Push(_last.Replace(suffix, " ", StringComparison.Ordinal), end: true);
        _last = token;
    }
}

/// <summary>Repeated tokens once, without the filler. Source: Graves et al. 2006, "Connectionist Temporal Classification", section 3.1.</summary>
internal sealed class CtcDecoder(string pad, string wordDelimiter, bool cleanUp) : WholeTokenDecoder
{
    private string? _last;

    protected override void Take(string token)
    {
        if (token == _last) return;
        _last = token;
        string text = pad.Length == 0 ? token : token.Replace(pad, "", StringComparison.Ordinal);
        if (cleanUp)
        {
            text = WordPieceDecoder.CleanUp(text);
            if (wordDelimiter.Length > 0) text = text.Replace(wordDelimiter, " ", StringComparison.Ordinal);
        }
        if (text.Length > 0) Next.Push(text, end: true);
    }
}

/// <summary>The byte-level alphabet back to bytes, and those to text; a token outside the alphabet is its own text.</summary>
internal sealed class ByteLevelDecoder : WholeTokenDecoder
{
    private readonly Decoder _decoder = Encoding.UTF8.GetDecoder();

    public override void Finish()
    {
        Next.Push(Decode([], flush: true), end: true);
        Next.Finish();
    }

    protected override void Take(string token) => Next.Push(Decode(ByteLevelAlphabet.TryUnspell(token) ?? Encoding.UTF8.GetBytes(token), flush: false), end: false);

    private string Decode(ReadOnlySpan<byte> bytes, bool flush)
    {
        var chars = new char[bytes.Length + 4];
        return new string(chars, 0, _decoder.GetChars(bytes, chars, flush));
    }
}
