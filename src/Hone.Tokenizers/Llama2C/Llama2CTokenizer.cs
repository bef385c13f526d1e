using System.Buffers.Binary;
using System.Text;

namespace Hone.Tokenizers;

/// <summary>
/// The tokenizer of llama2.c (<c>tokenizer.bin</c>, <c>tok512.bin</c>): tokens with scores; of all neighbours that join to a
/// token, those of the best score join first. A text that is not empty begins with a space that it does not have.
/// </summary>
/// <remarks>
/// Source: <c>encode</c> and <c>decode</c> of karpathy/llama2.c, <c>run.c</c>. There, text ends at a NUL; here NUL is a
/// character like any other. Id 1 begins a text and also ends it; ids 3 to 258 are bytes.
/// </remarks>
public sealed class Llama2CTokenizer : Tokenizer
{
    private const int BeginOfText = 1;
    private const int FirstByte = 3;

    private readonly string?[] _tokens;
    private readonly byte[][] _bytes;
    private readonly Dictionary<string, int> _ids = new(StringComparer.Ordinal);
    private readonly MergeTable _merges;
    private readonly float[] _scores;
    private readonly ReadOnlyMemory<byte> _file;

    private Llama2CTokenizer(List<(string Text, byte[] Bytes, float Score)> tokens, ReadOnlyMemory<byte> file)
        : base(new SpecialTokenIds(BeginOfText, BeginOfText))
    {
        _file = file;
        _tokens = [.. tokens.Select(static token => token.Text)];
        _bytes = [.. tokens.Select(static token => ByteFallbackDecoder.TryByte(token.Text, out byte value) ? [value] : token.Bytes)];
        for (int id = 0; id < tokens.Count; id++) _ids.TryAdd(tokens[id].Text, id);
        _scores = [.. tokens.Select(static token => token.Score)];
        _merges = JoinTable.Make(_ids, id => _scores[id]);
    }

    /// <inheritdoc/>
    public override int VocabularySize => _tokens.Length;

    internal override (string Name, ReadOnlyMemory<byte> Bytes)? Source => ("tokenizer.bin", _file);

    internal override IReadOnlyList<int> FramePrefix => [BeginOfText];

    /// <summary>Scores by id.</summary>
    internal IReadOnlyList<float> Scores => _scores;

    /// <summary>Reads a file.</summary>
    /// <param name="path">Path of the file.</param>
    /// <param name="limits">Greatest sizes; null for the defaults.</param>
    /// <exception cref="TokenizerFormatException">The file is malformed or too large.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static Llama2CTokenizer Read(string path, TokenizerLimits? limits = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        return Read(JsonCursor.ReadFile(path, (limits ?? new TokenizerLimits()).MaxFileBytes), path, limits);
    }

    /// <summary>Reads a file's bytes: the greatest length, then score, length and bytes of each token to the end.</summary>
    /// <param name="data">The whole file; not to be changed afterwards.</param>
    /// <param name="file">What messages call it.</param>
    /// <param name="limits">Greatest sizes; null for the defaults.</param>
    /// <exception cref="TokenizerFormatException">The file is malformed or too large.</exception>
    public static Llama2CTokenizer Read(ReadOnlyMemory<byte> data, string file, TokenizerLimits? limits = null)
    {
        ArgumentNullException.ThrowIfNull(file);
        limits ??= new TokenizerLimits();
        ReadOnlySpan<byte> rest = data.Span;
        TokenizerFormatException Bad(int left, string expected, string got) => new(file, $"byte {data.Length - left}", expected, got);
        if (rest.Length < 4) throw Bad(rest.Length, "the greatest length of a token", $"{rest.Length} bytes");
        int greatest = BinaryPrimitives.ReadInt32LittleEndian(rest);
        if (greatest is < 1 or > 4096) throw Bad(rest.Length, "a greatest length from 1 to 4096", $"{greatest}");
        rest = rest[4..];
        var tokens = new List<(string, byte[], float)>();
        while (rest.Length > 0)
        {
            if (tokens.Count >= limits.MaxTokens) throw Bad(rest.Length, $"at most {limits.MaxTokens} tokens", "more");
            if (rest.Length < 8) throw Bad(rest.Length, "a score and a length", $"{rest.Length} bytes");
            float score = BinaryPrimitives.ReadSingleLittleEndian(rest);
            int length = BinaryPrimitives.ReadInt32LittleEndian(rest[4..]);
            if (float.IsNaN(score)) throw Bad(rest.Length, "a score", "NaN");
            if (length < 0 || length > greatest || length > rest.Length - 8) throw Bad(rest.Length, $"a length from 0 to {greatest} that the file holds", $"{length}");
            byte[] bytes = rest.Slice(8, length).ToArray();
            if (!System.Text.Unicode.Utf8.IsValid(bytes)) throw Bad(rest.Length, "a token in UTF-8", "other bytes");
            tokens.Add((Encoding.UTF8.GetString(bytes), bytes, score));
            rest = rest[(8 + length)..];
        }
        if (tokens.Count < FirstByte + 256) throw Bad(0, $"at least {FirstByte + 256} tokens", $"{tokens.Count}");
        return new Llama2CTokenizer(tokens, data);
    }

    /// <inheritdoc/>
    public override void Encode(ReadOnlySpan<char> text, List<int> ids, EncodeOptions options = EncodeOptions.None)
    {
        ArgumentNullException.ThrowIfNull(ids);
        if ((options & EncodeOptions.AddSpecialTokens) != 0) ids.Add(BeginOfText);
        text = LoneSurrogates.Replace(text);
        if (text.IsEmpty) return;
        var merger = new PieceMerger(_merges);
        Span<int> symbols = merger.Rent(text.Length * 3 + 1);
        int count = 0;
        if (_ids.TryGetValue(" ", out int space)) symbols[count++] = space;
        Span<byte> utf8 = stackalloc byte[4];
        var lookup = _ids.GetAlternateLookup<ReadOnlySpan<char>>();
        for (int i = 0; i < text.Length;)
        {
            CodePoints.At(text, i, out int length);
            if (lookup.TryGetValue(text.Slice(i, length), out int id))
            {
                symbols[count++] = id;
            }
            else
            {
                int bytes = Encoding.UTF8.GetBytes(text.Slice(i, length), utf8);
                foreach (byte value in utf8[..bytes]) symbols[count++] = value + FirstByte;
            }
            i += length;
        }
        merger.Merge(count, ids);
    }

    /// <inheritdoc/>
    public override string Decode(ReadOnlySpan<int> ids, bool skipSpecialTokens = false)
    {
        foreach (int id in ids) CheckId(id);
        var stream = new Stream2C();
        var text = new StringBuilder();
        foreach (int id in ids)
        {
            if (!(skipSpecialTokens && IsSpecial(id))) text.Append(stream.Add(this, id));
        }
        return text.Append(stream.Finish()).ToString();
    }

    /// <inheritdoc/>
    public override int? TokenToId(string token)
    {
        ArgumentNullException.ThrowIfNull(token);
        return _ids.TryGetValue(token, out int id) ? id : null;
    }

    /// <inheritdoc/>
    public override string? IdToToken(int id) => _tokens[CheckId(id)];

    /// <inheritdoc/>
    public override ReadOnlySpan<byte> TokenBytes(int id) => _bytes[CheckId(id)];

    /// <inheritdoc/>
    public override bool IsSpecial(int id) => CheckId(id) < FirstByte;

    internal override TokenStream OpenStream() => new Stream2C();

    private int CheckId(int id)
    {
        if ((uint)id >= (uint)_tokens.Length)
            throw new ArgumentOutOfRangeException(nameof(id), id, $"An id of this vocabulary lies in [0, {_tokens.Length}).");
        return id;
    }

    /// <summary>The begin of the text adds nothing, and the space after it (or after nothing) is the one that encoding put there.</summary>
    private sealed class Stream2C : TokenStream
    {
        private readonly Decoder _decoder = Encoding.UTF8.GetDecoder();
        private bool _begun;

        public override string Add(Tokenizer tokenizer, int id)
        {
            if (id == BeginOfText)
            {
                _begun = false;
                return "";
            }
            ReadOnlySpan<byte> bytes = tokenizer.TokenBytes(id);
            if (!_begun && bytes.Length > 0 && bytes[0] == ' ' && !ByteFallbackDecoder.TryByte(tokenizer.IdToToken(id)!, out _)) bytes = bytes[1..];
            _begun = true;
            return Read(bytes, flush: false);
        }

        public override string Finish() => Read([], flush: true);

        private string Read(ReadOnlySpan<byte> bytes, bool flush)
        {
            var chars = new char[bytes.Length + 4];
            return new string(chars, 0, _decoder.GetChars(bytes, chars, flush));
        }
    }
}
