using System.Text;

namespace Hone.Tokenizers;

/// <summary>
/// A SentencePiece model (<c>spiece.model</c>, <c>tokenizer.model</c>) of the kinds Unigram and BPE, as the SentencePiece
/// library itself encodes and decodes: text that spells a control piece stays text, and unknown text is shown as the model
/// says. A tokenizer.json made of the same model may differ in both.
/// </summary>
/// <remarks>
/// Source: <c>src/unigram_model.cc</c>, <c>src/bpe_model.cc</c> and <c>src/sentencepiece_processor.cc</c> of
/// google/sentencepiece. Not supported, and refused: word and character models, denormalization.
/// </remarks>
public sealed class SentencePieceTokenizer : Tokenizer
{
    private readonly SentencePieceDefinition _definition;
    private readonly SentencePieceNormalizer _normalizer;
    private readonly SentencePieceModel _model;
    private readonly Dictionary<string, int> _ids = new(StringComparer.Ordinal);
    private readonly byte[][] _bytes;
    private readonly (string, ReadOnlyMemory<byte>) _source;

    private SentencePieceTokenizer(SentencePieceDefinition definition, ReadOnlyMemory<byte> data, string name)
        : base(Frame(definition))
    {
        _definition = definition;
        _source = (name, data);
        _bytes = new byte[definition.Pieces.Count][];
        var userDefined = new PrefixTrie(definition.Pieces.Where(static piece => piece.Type == PieceType.UserDefined).Sum(static piece => piece.Text.Length));
        for (int id = 0; id < definition.Pieces.Count; id++)
        {
            (string text, _, PieceType type) = definition.Pieces[id];
            _ids.TryAdd(text, id);
            if (type == PieceType.UserDefined) userDefined.Add(text, id);
            _bytes[id] = type switch
            {
                PieceType.Control => [],
                PieceType.Unknown => Encoding.UTF8.GetBytes(definition.UnknownSurface),
                PieceType.Byte when ByteFallbackDecoder.TryByte(text, out byte value) => [value],
                _ => Encoding.UTF8.GetBytes(text.Replace('\u2581', ' ')),
            };
        }
        _normalizer = new SentencePieceNormalizer(definition, userDefined);
        _model = new SentencePieceModel(definition, userDefined);
    }

    /// <inheritdoc/>
    public override int VocabularySize => _bytes.Length;

    internal override (string Name, ReadOnlyMemory<byte> Bytes)? Source => _source;

    /// <summary>Reads a file.</summary>
    /// <param name="path">Path of the model.</param>
    /// <param name="limits">Greatest sizes; null for the defaults.</param>
    /// <exception cref="TokenizerFormatException">The file is malformed, too large or asks for what is not supported.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static SentencePieceTokenizer Read(string path, TokenizerLimits? limits = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        return Read(JsonCursor.ReadFile(path, (limits ?? new TokenizerLimits()).MaxFileBytes), path, limits);
    }

    /// <summary>Reads a file's bytes.</summary>
    /// <param name="data">The whole file; not to be changed afterwards.</param>
    /// <param name="file">What messages call it.</param>
    /// <param name="limits">Greatest sizes; null for the defaults.</param>
    /// <exception cref="TokenizerFormatException">The file is malformed, too large or asks for what is not supported.</exception>
    public static SentencePieceTokenizer Read(ReadOnlyMemory<byte> data, string file, TokenizerLimits? limits = null)
    {
        ArgumentNullException.ThrowIfNull(file);
        SentencePieceDefinition definition = SentencePieceDefinition.Read(data.Span, file, limits ?? new TokenizerLimits());
        string name = Path.GetFileName(file);
        return new SentencePieceTokenizer(definition, data, name.EndsWith(".model", StringComparison.Ordinal) ? name : "tokenizer.model");
    }

    /// <inheritdoc/>
    public override void Encode(ReadOnlySpan<char> text, List<int> ids, EncodeOptions options = EncodeOptions.None)
    {
        ArgumentNullException.ThrowIfNull(ids);
        if ((options & EncodeOptions.AddSpecialTokens) != 0 && Special.Bos is { } bos) ids.Add(bos);
        string normalized = _normalizer.Normalize(LoneSurrogates.Replace(text));
        if (normalized.Length > 0) _model.Encode(normalized, ids);
    }

    /// <inheritdoc/>
    public override string Decode(ReadOnlySpan<int> ids, bool skipSpecialTokens = false)
    {
        foreach (int id in ids) CheckId(id);
        var stream = new PieceStream(_definition);
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
    public override string? IdToToken(int id) => _definition.Pieces[CheckId(id)].Text;

    /// <inheritdoc/>
    public override ReadOnlySpan<byte> TokenBytes(int id) => _bytes[CheckId(id)];

    /// <inheritdoc/>
    public override bool IsSpecial(int id) => _definition.Pieces[CheckId(id)].Type is PieceType.Control or PieceType.Unknown;

    internal override IReadOnlyList<int> FramePrefix => Special.Bos is { } bos ? [bos] : [];

    internal override TokenStream OpenStream() => new PieceStream(_definition);

    private static SpecialTokenIds Frame(SentencePieceDefinition definition)
    {
        return new SpecialTokenIds(Find(definition.BosId), Find(definition.EosId), Find(definition.PadId));

        int? Find(int id) => id >= 0 && id < definition.Pieces.Count && definition.Pieces[id].Type == PieceType.Control ? id : null;
    }

    private int CheckId(int id)
    {
        if ((uint)id >= (uint)_bytes.Length)
            throw new ArgumentOutOfRangeException(nameof(id), id, $"An id of this vocabulary lies in [0, {_bytes.Length}).");
        return id;
    }

    /// <summary>The marks before the first visible text are dropped; a byte that is no part of a character is U+FFFD.</summary>
    private sealed class PieceStream(SentencePieceDefinition definition) : TokenStream
    {
        private readonly List<byte> _run = [];
        private bool _begun;

        public override string Add(Tokenizer tokenizer, int id)
        {
            (string text, _, PieceType type) = definition.Pieces[id];
            if (type == PieceType.Byte && ByteFallbackDecoder.TryByte(text, out byte value))
            {
                _run.Add(value);
                return "";
            }
            string before = EndRun();
            if (before.Length > 0) _begun = true;
            if (type == PieceType.Control) return before;
            if (type == PieceType.Unknown)
            {
                _begun = true;
                return before + definition.UnknownSurface;
            }
            bool consumed = false;
            if (!_begun && (definition.AddDummyPrefix || definition.RemoveExtraWhitespaces) && text.StartsWith('\u2581'))
            {
                text = text[1..];
                consumed = !definition.RemoveExtraWhitespaces;
            }
            if (consumed || text.Length > 0) _begun = true;
            return before + text.Replace('\u2581', ' ');
        }

        public override string Finish() => EndRun();

        private string EndRun()
        {
            if (_run.Count == 0) return "";
            var text = new StringBuilder();
            ReadOnlySpan<byte> rest = System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_run);
            while (rest.Length > 0)
            {
                bool valid = Rune.DecodeFromUtf8(rest, out Rune rune, out int length) == System.Buffers.OperationStatus.Done;
                text.Append(valid ? rune.ToString() : "\uFFFD");
                rest = rest[(valid ? length : 1)..];
            }
            _run.Clear();
            return text.ToString();
        }
    }
}
