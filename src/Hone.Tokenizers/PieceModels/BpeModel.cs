using System.Runtime.InteropServices;
using System.Text;

namespace Hone.Tokenizers;

/// <summary>Settings of a <see cref="BpeModel"/>, as in a tokenizer.json.</summary>
internal sealed record BpeModelOptions
{
    public string? UnknownToken { get; init; }

    public bool FuseUnknown { get; init; }

    public bool ByteFallback { get; init; }

    public bool IgnoreMerges { get; init; }

    public string ContinuingSubwordPrefix { get; init; } = "";

    public string EndOfWordSuffix { get; init; } = "";
}

/// <summary>
/// Byte pair encoding over code points, with byte tokens for what has none. Sources: Sennrich et al., arXiv:1508.07909;
/// byte fallback of google/sentencepiece; details follow the Hugging Face tokenizers library.
/// </summary>
internal sealed class BpeModel : PieceModel
{
    private const char Mark = '\u2581';

    private readonly BpeModelOptions _options;
    private readonly MergeTable _merges;
    private readonly int[] _byteTokens;
    private readonly int[] _single = new int[0x10000];
    private readonly int _unknown;
    private readonly bool _endsAtMarks;
    private readonly PieceCache _cache = new();
    private PieceMerger? _spare;

    /// <exception cref="ArgumentException">A merge or the unknown token is not in the vocabulary.</exception>
    public BpeModel(IReadOnlyList<string?> tokens, IReadOnlyList<BpeMerge> merges, BpeModelOptions options)
        : base(tokens)
    {
        _options = options;
        _unknown = options.UnknownToken is { } unknown ? RequireUnknown(unknown) : -1;
        _byteTokens = FindByteTokens();
        Array.Fill(_single, -1);
        for (int id = 0; id < tokens.Count; id++)
        {
            if (tokens[id] is { Length: 1 } token) _single[token[0]] = id;
        }
        _merges = new MergeTable(merges.Count);
        for (int rank = 0; rank < merges.Count; rank++) AddMerge(merges[rank], rank);
        _endsAtMarks = EndsAtMarks();
    }

    public override void Encode(string piece, List<int> ids)
    {
        if (_options.IgnoreMerges && Find(piece) is { } whole)
        {
            ids.Add(whole);
            return;
        }
        if (!_endsAtMarks)
        {
            EncodeWord(piece, ids);
            return;
        }
        int start = 0;
        for (int i = 1; i < piece.Length; i++)
        {
            if (piece[i] != Mark || piece[i - 1] == Mark) continue;
            EncodeWord(piece.AsSpan(start, i - start), ids);
            start = i;
        }
        EncodeWord(piece.AsSpan(start), ids);
    }

    /// <summary>
    /// Whether no token goes on from another character to a mark. Then no merge does, and what lies between such places can
    /// be merged by itself with the same result.
    /// </summary>
    private bool EndsAtMarks()
    {
        if (_single[Mark] < 0 || _options.ContinuingSubwordPrefix.Length + _options.EndOfWordSuffix.Length > 0) return false;
        foreach (string? token in Tokens)
        {
            for (int i = 1; token is not null && i < token.Length; i++)
            {
                if (token[i] == Mark && token[i - 1] != Mark) return false;
            }
        }
        return true;
    }

    private void EncodeWord(ReadOnlySpan<char> piece, List<int> ids)
    {
        if (_cache.TryAppend(piece, ids, out int slot)) return;
        int before = ids.Count;
        PieceMerger merger = Interlocked.Exchange(ref _spare, null) ?? new PieceMerger(_merges);
        Span<int> symbols = merger.Rent(checked(piece.Length * (3 + Encoding.UTF8.GetMaxByteCount(_options.EndOfWordSuffix.Length + _options.ContinuingSubwordPrefix.Length))));
        merger.Merge(Symbols(piece, symbols), ids);
        _spare = merger;
        _cache.Set(slot, piece, CollectionsMarshal.AsSpan(ids)[before..]);
    }

    private int Symbols(ReadOnlySpan<char> piece, Span<int> symbols)
    {
        int count = 0;
        bool pending = false;
        for (int i = 0; i < piece.Length;)
        {
            CodePoints.At(piece, i, out int length);
            int id = SymbolAt(piece, i, length);
            if (id >= 0)
            {
                if (pending) symbols[count++] = _unknown;
                pending = false;
                symbols[count++] = id;
            }
            else if (!TryBytes(piece, i, length, symbols, ref count))
            {
                if (_unknown < 0) throw new UnencodableTextException(new Rune(CodePoints.At(piece, i, out _)));
                if (pending && !_options.FuseUnknown) symbols[count++] = _unknown;
                pending = true;
            }
            i += length;
        }
        if (pending) symbols[count++] = _unknown;
        return count;
    }

    private int SymbolAt(ReadOnlySpan<char> piece, int i, int length)
    {
        if (_options.ContinuingSubwordPrefix.Length + _options.EndOfWordSuffix.Length > 0) return Find(Affixed(piece, i, length)) ?? -1;
        return length == 1 ? _single[piece[i]] : Find(piece.Slice(i, length)) ?? -1;
    }

    private string Affixed(ReadOnlySpan<char> piece, int i, int length) => string.Concat(
        i > 0 ? _options.ContinuingSubwordPrefix : "", piece.Slice(i, length), i + length == piece.Length ? _options.EndOfWordSuffix : "");

    private bool TryBytes(ReadOnlySpan<char> piece, int i, int length, Span<int> symbols, ref int count)
    {
        if (!_options.ByteFallback) return false;
        byte[] bytes = Encoding.UTF8.GetBytes(Affixed(piece, i, length));
        foreach (byte value in bytes)
        {
            if (_byteTokens[value] < 0) return false;
        }
        foreach (byte value in bytes) symbols[count++] = _byteTokens[value];
        return true;
    }

    private void AddMerge(BpeMerge merge, int rank)
    {
        string prefix = _options.ContinuingSubwordPrefix;
        string right = prefix.Length > 0 && merge.Right.StartsWith(prefix, StringComparison.Ordinal) ? merge.Right[prefix.Length..] : merge.Right;
        _merges.Set(IdOf(merge.Left), IdOf(merge.Right), rank, IdOf(merge.Left + right));

        int IdOf(string token) =>
            Find(token) ?? throw new ArgumentException($"merge {rank} names {TokenizerFormatException.Quote(token)}, which is not in the vocabulary");
    }
}
