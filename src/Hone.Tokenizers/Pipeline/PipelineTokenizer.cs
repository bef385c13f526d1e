using System.Text;

namespace Hone.Tokenizers;

/// <summary>
/// A tokenizer made of the components that a Hugging Face tokenizer.json names: normalizer, pre-tokenizers, a model (BPE,
/// Unigram, WordPiece or WordLevel), added tokens and decoders. <see cref="ByteLevelBpe"/> is the fast form of the byte-level
/// ones.
/// </summary>
/// <remarks>
/// Its order of work is that of the Hugging Face tokenizers library: added tokens are cut out of the text, the stretches
/// between them are normalized, normalized added tokens are cut out of those, and what is left is cut into pieces for the
/// model. Decoding follows the file's decoders; <see cref="TokenBytes"/> is a token's share of a text that it does not begin.
/// </remarks>
public sealed class PipelineTokenizer : Tokenizer
{
    private readonly PipelineDefinition _definition;
    private readonly AddedTokenMatcher _plainAdded;
    private readonly AddedTokenMatcher _normalizedAdded;
    private readonly Dictionary<string, int> _addedIds = new(StringComparer.Ordinal);
    private readonly string?[] _spellings;
    private readonly Dictionary<int, string> _shown = [];
    private readonly HashSet<string> _special = new(StringComparer.Ordinal);
    private readonly byte[]?[] _bytes;

    /// <exception cref="ArgumentException">The parts contradict each other.</exception>
    internal PipelineTokenizer(PipelineDefinition definition)
        : base(definition.Special)
    {
        _definition = definition;
        _spellings = PlaceTokens();
        _bytes = new byte[]?[_spellings.Length];
        // A token that is looked for in normalized text is shown as it is found there.
        foreach (AddedToken token in definition.AddedTokens)
        {
            if (token.Normalized && definition.Normalizer is { } normalizer) _shown[token.Id] = normalizer.Normalize(token.Content);
        }
        AddedToken[] plain = [.. definition.AddedTokens.Where(static token => !token.Normalized)];
        AddedToken[] normalized = [.. definition.AddedTokens.Where(static token => token.Normalized)];
        _plainAdded = new AddedTokenMatcher(plain, [.. plain.Select(static token => token.Content)]);
        _normalizedAdded = new AddedTokenMatcher(normalized, [.. normalized.Select(token => definition.Normalizer?.Normalize(token.Content) ?? token.Content)]);
    }

    /// <inheritdoc/>
    public override int VocabularySize => _spellings.Length;

    internal override (string Name, ReadOnlyMemory<byte> Bytes)? Source => _definition.Source;

    internal override IReadOnlyList<int> FramePrefix => _definition.Prefix;

    internal override IReadOnlyList<int> FrameSuffix => _definition.Suffix;

    /// <inheritdoc/>
    /// <exception cref="TokenizerFormatException">A pattern of the tokenizer's file takes too many steps on this text.</exception>
    public override void Encode(ReadOnlySpan<char> text, List<int> ids, EncodeOptions options = EncodeOptions.None)
    {
        ArgumentNullException.ThrowIfNull(ids);
        int before = ids.Count;
        try
        {
            bool frame = (options & EncodeOptions.AddSpecialTokens) != 0;
            if (frame) ids.AddRange(_definition.Prefix);
            EncodeText(LoneSurrogates.Replace(text), ids, (options & EncodeOptions.SpecialTokensAsText) != 0);
            if (frame) ids.AddRange(_definition.Suffix);
        }
        catch (Exception e)
        {
            ids.RemoveRange(before, ids.Count - before);
            if (e is PatternLimitException limit) throw limit.AsFormatException();
            throw;
        }
    }

    /// <inheritdoc/>
    public override string Decode(ReadOnlySpan<int> ids, bool skipSpecialTokens = false)
    {
        foreach (int id in ids) CheckId(id);
        var stream = new ChainTokenStream(_definition.Decoders());
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
        return _addedIds.TryGetValue(token, out int id) ? id : _definition.Model.Find(token);
    }

    /// <inheritdoc/>
    public override string? IdToToken(int id) => _spellings[CheckId(id)];

    /// <inheritdoc/>
    public override ReadOnlySpan<byte> TokenBytes(int id) => _bytes[CheckId(id)] ??= BytesOf(_spellings[id]);

    /// <inheritdoc/>
    public override bool IsSpecial(int id) => _spellings[CheckId(id)] is { } token && _special.Contains(token);

    internal override string? ShownToken(int id) => _shown.TryGetValue(id, out string? shown) ? shown : _spellings[id];

    internal override TokenStream OpenStream() => new ChainTokenStream(_definition.Decoders());

    private void EncodeText(ReadOnlySpan<char> text, List<int> ids, bool specialAsText)
    {
        int from = 0;
        int covered = 0;
        while (!_plainAdded.IsEmpty && _plainAdded.Next(text, ref from, covered, specialAsText, out TextPiece piece) is { } token)
        {
            if (piece.Start > covered) EncodeRaw(text[covered..piece.Start], covered == 0, ids, specialAsText);
            ids.Add(token.Id);
            covered = Math.Max(covered, piece.End);
        }
        if (covered < text.Length) EncodeRaw(text[covered..], covered == 0, ids, specialAsText);
    }

    private void EncodeRaw(ReadOnlySpan<char> raw, bool atStart, List<int> ids, bool specialAsText)
    {
        string text = raw.ToString();
        if (_definition.Normalizer is { } normalizer) text = normalizer.Normalize(text);
        int from = 0;
        int covered = 0;
        while (!_normalizedAdded.IsEmpty && _normalizedAdded.Next(text, ref from, covered, specialAsText, out TextPiece piece) is { } token)
        {
            if (piece.Start > covered) EncodeStretch(text[covered..piece.Start], atStart && covered == 0, ids);
            ids.Add(token.Id);
            covered = Math.Max(covered, piece.End);
        }
        if (covered < text.Length) EncodeStretch(text[covered..], atStart && covered == 0, ids);
    }

    private void EncodeStretch(string text, bool atStart, List<int> ids)
    {
        if (_definition.PreTokenizers.Count == 0)
        {
            _definition.Model.Encode(text, ids);
            return;
        }
        var pieces = new List<PreToken> { new(text, atStart) };
        var cut = new List<PreToken>();
        foreach (PreTokenizer step in _definition.PreTokenizers)
        {
            cut.Clear();
            foreach (PreToken piece in pieces) step.Cut(piece, cut);
            (pieces, cut) = (cut, pieces);
        }
        foreach (PreToken piece in pieces) _definition.Model.Encode(piece.Text, ids);
    }

    private string?[] PlaceTokens()
    {
        IReadOnlyList<string?> tokens = _definition.Model.Tokens;
        int size = tokens.Count;
        foreach (AddedToken token in _definition.AddedTokens)
        {
            AddedTokenPlaces.Check(token, tokens.Count + _definition.AddedTokens.Count);
            size = Math.Max(size, token.Id + 1);
        }
        var spellings = new string?[size];
        for (int id = 0; id < tokens.Count; id++) spellings[id] = tokens[id];
        foreach (AddedToken token in _definition.AddedTokens)
        {
            string name = TokenizerFormatException.Quote(token.Content);
            if (_definition.Model.Find(token.Content) is { } known && known != token.Id)
                throw new ArgumentException($"the added token {name} has the id {token.Id}, but {known} in the vocabulary");
            if (!_addedIds.TryAdd(token.Content, token.Id)) throw new ArgumentException($"the added token {name} is listed twice");
            if (spellings[token.Id] is { } other && other != token.Content)
                throw new ArgumentException($"the id {token.Id} stands for both {TokenizerFormatException.Quote(other)} and {name}");
            spellings[token.Id] = token.Content;
            if (token.Special) _special.Add(token.Content);
        }
        foreach (int id in _definition.Prefix.Concat(_definition.Suffix))
        {
            if ((uint)id >= (uint)size || spellings[id] is null) throw new ArgumentException($"the id {id} of a special token is not in the vocabulary");
        }
        return spellings;
    }

    private byte[] BytesOf(string? token)
    {
        if (token is null) return [];
        if (ByteFallbackDecoder.TryByte(token, out byte value) && _definition.Decoders().Any(static step => step is ByteFallbackDecoder)) return [value];
        if (_definition.Decoders().Any(static step => step is ByteLevelDecoder)) return ByteLevelAlphabet.TryUnspell(token) ?? Encoding.UTF8.GetBytes(token);
        var stream = new ChainTokenStream(_definition.Decoders());
        string before = stream.Add("a");
        string all = before + stream.Add(token) + stream.Finish();
        return Encoding.UTF8.GetBytes(all.StartsWith('a') ? all[1..] : all);
    }

    private int CheckId(int id)
    {
        if ((uint)id >= (uint)_spellings.Length)
            throw new ArgumentOutOfRangeException(nameof(id), id, $"An id of this vocabulary lies in [0, {_spellings.Length}).");
        return id;
    }
}
