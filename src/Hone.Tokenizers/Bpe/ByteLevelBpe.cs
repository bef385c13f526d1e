using System.Runtime.InteropServices;
using System.Text;

namespace Hone.Tokenizers;

/// <summary>
/// Byte-level byte pair encoding: the text is cut into pieces, each piece's UTF-8 bytes are merged by rank. Every text can
/// be encoded if the vocabulary has all 256 bytes, and decodes to itself (lone surrogates, normalization and stripped white
/// space apart).
/// </summary>
/// <remarks>
/// Sources: Sennrich et al., arXiv:1508.07909, section 3.2 (merges); Radford et al. 2019, "Language Models are Unsupervised
/// Multitask Learners", section 2.2 (bytes); the behaviour of added tokens and components follows the Hugging Face
/// tokenizers library. A byte without a token becomes the unknown token where there is one and is an
/// <see cref="UnencodableTextException"/> otherwise; that library drops it in silence.
/// </remarks>
public sealed partial class ByteLevelBpe : Tokenizer
{
    /// <summary>The greatest number of ids.</summary>
    public const int MaxVocabularySize = 1 << 22;

    private readonly Dictionary<string, int> _vocabulary;
    private readonly Dictionary<string, int> _addedByContent = new(StringComparer.Ordinal);
    private readonly string?[] _spellings;
    private readonly bool[] _special;
    private readonly byte[] _bytes;
    private readonly int[] _byteOffsets;

    /// <summary>Builds a tokenizer.</summary>
    /// <param name="definition">Its vocabulary and components; copied.</param>
    /// <exception cref="ArgumentNullException"><paramref name="definition"/> is null.</exception>
    /// <exception cref="ArgumentException">The definition contradicts itself, or a component is not supported.</exception>
    public ByteLevelBpe(ByteLevelBpeDefinition definition)
        : base(definition?.Special ?? throw new ArgumentNullException(nameof(definition)))
    {
        Definition = definition with
        {
            Tokens = [.. definition.Tokens],
            Merges = [.. definition.Merges],
            AddedTokens = [.. definition.AddedTokens],
            Normalizers = [.. definition.Normalizers],
            PreTokenizers = [.. definition.PreTokenizers],
            Prefix = [.. definition.Prefix],
            Suffix = [.. definition.Suffix],
        };
        if (Definition.Tokens.Count > MaxVocabularySize)
            throw new ArgumentException($"a vocabulary has at most {MaxVocabularySize} tokens, not {Definition.Tokens.Count}");

        _vocabulary = IndexTokens(Definition.Tokens);
        _spellings = PlaceAddedTokens();
        _special = new bool[_spellings.Length];
        foreach (AddedToken token in Definition.AddedTokens) _special[token.Id] = token.Special;
        (_bytes, _byteOffsets) = CollectBytes();
        CheckIds();

        _merges = BuildMerges();
        for (int b = 0; b < 256; b++)
            _byteIds[b] = _vocabulary.GetValueOrDefault(ByteLevelAlphabet.ToChar((byte)b).ToString(), -1);
        if (Definition.UnknownToken is { } unknown)
        {
            if (!_vocabulary.TryGetValue(unknown, out _unknownId))
                throw new ArgumentException($"the unknown token {TokenizerFormatException.Quote(unknown)} is not in the vocabulary");
        }
        else
        {
            _unknownId = -1;
        }
        _maxTokenLength = _vocabulary.Keys.Select(static key => key.Length).DefaultIfEmpty().Max();

        (_splitters, _addPrefixSpace, _prefixedSplitter) = BuildSplitters();
        AddedToken[] plain = [.. Definition.AddedTokens.Where(static token => !token.Normalized)];
        AddedToken[] normalized = [.. Definition.AddedTokens.Where(static token => token.Normalized)];
        _plainAdded = new AddedTokenMatcher(plain, [.. plain.Select(static token => token.Content)]);
        _normalizedAdded = new AddedTokenMatcher(normalized, [.. normalized.Select(token => Normalize(token.Content).ToString())]);
    }

    /// <summary>What the tokenizer was built from; its lists do not change.</summary>
    public ByteLevelBpeDefinition Definition { get; }

    /// <inheritdoc/>
    public override int VocabularySize => _spellings.Length;

    /// <summary>Whether each of the 256 bytes has a token, so that every text can be encoded.</summary>
    public bool HasAllBytes => Array.IndexOf(_byteIds, -1) < 0;

    internal override IReadOnlyList<int> FramePrefix => Definition.Prefix;

    internal override IReadOnlyList<int> FrameSuffix => Definition.Suffix;

    /// <inheritdoc/>
    public override string Decode(ReadOnlySpan<int> ids, bool skipSpecialTokens = false)
    {
        int length = 0;
        foreach (int id in ids) length = checked(length + TokenBytes(id).Length);
        var bytes = new byte[length];
        int at = 0;
        foreach (int id in ids)
        {
            if (skipSpecialTokens && _special[id]) continue;
            ReadOnlySpan<byte> token = TokenBytes(id);
            token.CopyTo(bytes.AsSpan(at));
            at += token.Length;
        }
        return Encoding.UTF8.GetString(bytes, 0, at);
    }

    /// <inheritdoc/>
    public override int? TokenToId(string token)
    {
        ArgumentNullException.ThrowIfNull(token);
        return _addedByContent.TryGetValue(token, out int id) || _vocabulary.TryGetValue(token, out id) ? id : null;
    }

    /// <inheritdoc/>
    public override string? IdToToken(int id) => _spellings[CheckId(id)];

    /// <inheritdoc/>
    public override ReadOnlySpan<byte> TokenBytes(int id)
    {
        CheckId(id);
        return _bytes.AsSpan(_byteOffsets[id], _byteOffsets[id + 1] - _byteOffsets[id]);
    }

    /// <inheritdoc/>
    public override bool IsSpecial(int id) => _special[CheckId(id)];

    private int CheckId(int id)
    {
        if ((uint)id >= (uint)_spellings.Length)
            throw new ArgumentOutOfRangeException(nameof(id), id, $"An id of this vocabulary lies in [0, {_spellings.Length}).");
        return id;
    }

    private static Dictionary<string, int> IndexTokens(IReadOnlyList<string?> tokens)
    {
        var vocabulary = new Dictionary<string, int>(tokens.Count, StringComparer.Ordinal);
        for (int id = 0; id < tokens.Count; id++)
        {
            if (tokens[id] is { } token && !vocabulary.TryAdd(token, id))
                throw new ArgumentException($"the token {TokenizerFormatException.Quote(token)} has two ids, {vocabulary[token]} and {id}");
        }
        return vocabulary;
    }

    private string?[] PlaceAddedTokens()
    {
        int size = Definition.Tokens.Count;
        foreach (AddedToken token in Definition.AddedTokens)
        {
            AddedTokenPlaces.Check(token, Definition.Tokens.Count + Definition.AddedTokens.Count);
            size = Math.Max(size, token.Id + 1);
        }

        var spellings = new string?[size];
        for (int id = 0; id < Definition.Tokens.Count; id++) spellings[id] = Definition.Tokens[id];
        foreach (AddedToken token in Definition.AddedTokens)
        {
            string name = TokenizerFormatException.Quote(token.Content);
            if (_vocabulary.TryGetValue(token.Content, out int known) && known != token.Id)
                throw new ArgumentException($"the added token {name} has the id {token.Id}, but {known} in the vocabulary");
            if (!_addedByContent.TryAdd(token.Content, token.Id)) throw new ArgumentException($"the added token {name} is listed twice");
            if (spellings[token.Id] is { } other && other != token.Content)
                throw new ArgumentException($"the id {token.Id} stands for both {TokenizerFormatException.Quote(other)} and {name}");
            spellings[token.Id] = token.Content;
        }
        return spellings;
    }

    private (byte[] Bytes, int[] Offsets) CollectBytes()
    {
        var all = new List<byte>(_spellings.Length * 8);
        var offsets = new int[_spellings.Length + 1];
        for (int id = 0; id < _spellings.Length; id++)
        {
            if (_spellings[id] is { } spelling) AddBytesOf(spelling, all);
            offsets[id + 1] = all.Count;
        }
        return (all.ToArray(), offsets);
    }

    /// <summary>
    /// A spelling outside the byte-level alphabet is its own text. So is an added token whose reading in that alphabet would
    /// not be UTF-8: it was put in as text ("café"), and text must come back.
    /// </summary>
    private void AddBytesOf(string spelling, List<byte> all)
    {
        int start = all.Count;
        bool isSpelled = true;
        foreach (char c in spelling)
        {
            isSpelled &= ByteLevelAlphabet.TryToByte(c, out byte value);
            all.Add(value);
        }
        if (isSpelled && !(_addedByContent.ContainsKey(spelling) && !System.Text.Unicode.Utf8.IsValid(CollectionsMarshal.AsSpan(all)[start..])))
            return;
        all.RemoveRange(start, all.Count - start);
        all.AddRange(Encoding.UTF8.GetBytes(spelling));
    }

    private void CheckIds()
    {
        foreach (int? id in Definition.Prefix.Concat(Definition.Suffix).Cast<int?>().Append(Special.Bos).Append(Special.Eos).Append(Special.Pad))
        {
            if (id is { } given && ((uint)given >= (uint)_spellings.Length || _spellings[given] is null))
                throw new ArgumentException($"the id {given} of a special token is not in the vocabulary");
        }
    }

    private MergeTable BuildMerges()
    {
        var table = new MergeTable(Definition.Merges.Count);
        Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> spellings = _vocabulary.GetAlternateLookup<ReadOnlySpan<char>>();
        Span<char> joined = stackalloc char[256];
        for (int rank = 0; rank < Definition.Merges.Count; rank++)
        {
            (string left, string right) = Definition.Merges[rank];
            if (left.Length == 0 || right.Length == 0) throw new ArgumentException($"merge {rank} has an empty side");
            if (!_vocabulary.TryGetValue(left, out int leftId)) throw UnknownMerge(rank, left);
            if (!_vocabulary.TryGetValue(right, out int rightId)) throw UnknownMerge(rank, right);
            int length = left.Length + right.Length;
            if (joined.Length < length) joined = new char[length];
            left.CopyTo(joined);
            right.CopyTo(joined[left.Length..]);
            if (!spellings.TryGetValue(joined[..length], out int id)) throw UnknownMerge(rank, left + right);
            if (!table.TryAdd(leftId, rightId, rank, id)) throw new ArgumentException($"merge {rank} is there twice");
        }
        return table;
    }

    private static ArgumentException UnknownMerge(int rank, string token) =>
        new($"merge {rank} names {TokenizerFormatException.Quote(token)}, which is not in the vocabulary");

    private (Splitter[] Splitters, bool AddPrefixSpace, Splitter? Prefixed) BuildSplitters()
    {
        IReadOnlyList<PreTokenizerStep> steps = Definition.PreTokenizers;
        if (steps.Count == 0 || steps[^1].Kind != PreTokenizerKind.ByteLevel || steps.Count(static step => step.Kind == PreTokenizerKind.ByteLevel) != 1)
            throw new ArgumentException("a byte-level tokenizer has exactly one ByteLevel pre-tokenizer, the last");
        var splitters = steps.SkipLast(1).Select(Splitter.From).ToList();
        Splitter? last = steps[^1].UseRegex ? Splitter.From(steps[^1]) : null;
        if (last is not null && !steps[^1].AddPrefixSpace) splitters.Add(last);
        return (splitters.ToArray(), steps[^1].AddPrefixSpace, last);
    }
}
