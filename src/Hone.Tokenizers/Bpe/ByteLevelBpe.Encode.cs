using System.Runtime.InteropServices;
using System.Text;

namespace Hone.Tokenizers;

public sealed partial class ByteLevelBpe
{
    private readonly MergeTable _merges;
    private readonly int[] _byteIds = new int[256];
    private readonly int _unknownId;
    private readonly int _maxTokenLength;
    private readonly Splitter[] _splitters;
    private readonly bool _addPrefixSpace;
    private readonly Splitter? _prefixedSplitter;
    private readonly AddedTokenMatcher _plainAdded;
    private readonly AddedTokenMatcher _normalizedAdded;
    private readonly PieceCache _cache = new();
    private Workspace? _spare;

    /// <inheritdoc/>
    /// <exception cref="TokenizerFormatException">A pattern of the tokenizer's file takes too long on this text.</exception>
    public override void Encode(ReadOnlySpan<char> text, List<int> ids, EncodeOptions options = EncodeOptions.None)
    {
        ArgumentNullException.ThrowIfNull(ids);
        int before = ids.Count;
        Workspace work = Interlocked.Exchange(ref _spare, null) ?? new Workspace(_merges);
        try
        {
            bool frame = (options & EncodeOptions.AddSpecialTokens) != 0;
            if (frame) ids.AddRange(Definition.Prefix);
            EncodeText(LoneSurrogates.Replace(text), ids, (options & EncodeOptions.SpecialTokensAsText) != 0, work);
            if (frame) ids.AddRange(Definition.Suffix);
            if (work.IsSmall) _spare = work;
        }
        catch (Exception e)
        {
            ids.RemoveRange(before, ids.Count - before);
            if (e is PatternLimitException limit) throw limit.AsFormatException();
            throw;
        }
    }

    /// <summary>Cuts added tokens out of the text as it is, normalizes the rest, and cuts the normalized ones out of that.</summary>
    private void EncodeText(ReadOnlySpan<char> text, List<int> ids, bool specialAsText, Workspace work)
    {
        int from = 0;
        int covered = 0;
        while (!_plainAdded.IsEmpty && _plainAdded.Next(text, ref from, covered, specialAsText, out TextPiece piece) is { } token)
        {
            if (piece.Start > covered) EncodeRaw(text[covered..piece.Start], ids, specialAsText, work);
            ids.Add(token.Id);
            covered = Math.Max(covered, piece.End);
        }
        if (covered < text.Length) EncodeRaw(text[covered..], ids, specialAsText, work);
    }

    private void EncodeRaw(ReadOnlySpan<char> text, List<int> ids, bool specialAsText, Workspace work)
    {
        text = Normalize(text);
        int from = 0;
        int covered = 0;
        while (!_normalizedAdded.IsEmpty && _normalizedAdded.Next(text, ref from, covered, specialAsText, out TextPiece piece) is { } token)
        {
            if (piece.Start > covered) EncodeSegment(text[covered..piece.Start], ids, work);
            ids.Add(token.Id);
            covered = Math.Max(covered, piece.End);
        }
        if (covered < text.Length) EncodeSegment(text[covered..], ids, work);
    }

    private void EncodeSegment(ReadOnlySpan<char> text, List<int> ids, Workspace work)
    {
        List<TextPiece> pieces = work.Pieces;
        List<TextPiece> cut = work.Cut;
        pieces.Clear();
        pieces.Add(new TextPiece(0, text.Length));
        foreach (Splitter splitter in _splitters)
        {
            cut.Clear();
            foreach (TextPiece piece in pieces) splitter.Split(text, piece, work.Scratch, cut);
            (pieces, cut) = (cut, pieces);
        }
        foreach (TextPiece piece in pieces)
        {
            ReadOnlySpan<char> span = text[piece.Start..piece.End];
            if (_addPrefixSpace) EncodePrefixed(span, ids, work);
            else EncodePiece(span, ids, work);
        }
    }

    private void EncodePrefixed(ReadOnlySpan<char> piece, List<int> ids, Workspace work)
    {
        if (piece[0] != ' ') piece = string.Concat(" ", piece);
        if (_prefixedSplitter is null)
        {
            EncodePiece(piece, ids, work);
            return;
        }
        work.Prefixed.Clear();
        _prefixedSplitter.Split(piece, new TextPiece(0, piece.Length), work.Scratch, work.Prefixed);
        foreach (TextPiece part in work.Prefixed) EncodePiece(piece[part.Start..part.End], ids, work);
    }

    private void EncodePiece(ReadOnlySpan<char> piece, List<int> ids, Workspace work)
    {
        if (_cache.TryAppend(piece, ids, out int slot)) return;
        int before = ids.Count;
        ReadOnlySpan<byte> bytes = work.Utf8(piece);
        if (!Definition.IgnoreMerges || !TryWhole(bytes, ids))
        {
            int count = FillByteIds(bytes, work.Merger.Rent(bytes.Length));
            work.Merger.Merge(count, ids);
        }
        _cache.Set(slot, piece, CollectionsMarshal.AsSpan(ids)[before..]);
    }

    /// <summary>Appends what the merges make of some bytes, whatever words they are.</summary>
    internal void MergeBytes(ReadOnlySpan<byte> bytes, List<int> ids)
    {
        Workspace work = Interlocked.Exchange(ref _spare, null) ?? new Workspace(_merges);
        work.Merger.Merge(FillByteIds(bytes, work.Merger.Rent(bytes.Length)), ids);
        _spare = work;
    }

    private bool TryWhole(ReadOnlySpan<byte> bytes, List<int> ids)
    {
        if (bytes.Length > Math.Min(_maxTokenLength, 1024)) return false;
        Span<char> spelling = stackalloc char[bytes.Length];
        for (int i = 0; i < bytes.Length; i++) spelling[i] = ByteLevelAlphabet.ToChar(bytes[i]);
        if (!_vocabulary.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(spelling, out int id)) return false;
        ids.Add(id);
        return true;
    }

    private int FillByteIds(ReadOnlySpan<byte> bytes, Span<int> ids)
    {
        int count = 0;
        bool previousUnknown = false;
        foreach (byte value in bytes)
        {
            int id = _byteIds[value];
            bool unknown = id < 0;
            if (unknown)
            {
                if (_unknownId < 0) throw new UnencodableTextException(value);
                id = _unknownId;
            }
            if (!unknown || !previousUnknown || !Definition.FuseUnknown) ids[count++] = id;
            previousUnknown = unknown;
        }
        return count;
    }

    private ReadOnlySpan<char> Normalize(ReadOnlySpan<char> text)
    {
        foreach (NormalizationForm form in Definition.Normalizers) text = UnicodeNormalizer.Normalize(text, form);
        return text;
    }

    /// <summary>Buffers of one call, kept by the tokenizer for the next.</summary>
    private sealed class Workspace(MergeTable merges)
    {
        private const int KeptBytes = 1 << 16;
        private byte[] _utf8 = new byte[1024];

        public List<TextPiece> Pieces { get; } = [];
        public List<TextPiece> Cut { get; } = [];
        public List<TextPiece> Scratch { get; } = [];
        public List<TextPiece> Prefixed { get; } = [];
        public PieceMerger Merger { get; } = new(merges);

        /// <summary>Whether it is worth keeping; a very long text leaves long lists behind.</summary>
        public bool IsSmall => Math.Max(Pieces.Capacity, Math.Max(Cut.Capacity, Scratch.Capacity)) <= 1 << 18;

        public ReadOnlySpan<byte> Utf8(ReadOnlySpan<char> text)
        {
            if (text.Length * 3L <= _utf8.Length) return _utf8.AsSpan(0, Encoding.UTF8.GetBytes(text, _utf8));
            int count = Encoding.UTF8.GetByteCount(text);
            byte[] buffer = count <= _utf8.Length ? _utf8 : new byte[count];
            if (count <= KeptBytes) _utf8 = buffer;
            return buffer.AsSpan(0, Encoding.UTF8.GetBytes(text, buffer));
        }
    }
}
