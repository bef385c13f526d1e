using System.Text;

namespace Hone.Tokenizers;

/// <summary>The two ways in which SentencePiece cuts normalized text. Threads may share it.</summary>
internal sealed class SentencePieceModel
{
    private const float UnknownPenalty = 10;

    private readonly SentencePieceDefinition _definition;
    private readonly PrefixTrie _userDefined;
    private readonly Dictionary<string, int> _ids = new(StringComparer.Ordinal);
    private readonly PrefixTrie _trie;
    private readonly MergeTable? _joins;
    private readonly int[] _bytes = new int[256];
    private readonly int _unknown;
    private readonly float _least = float.MaxValue;
    private readonly float _greatest = float.MinValue;

    public SentencePieceModel(SentencePieceDefinition definition, PrefixTrie userDefined)
    {
        _definition = definition;
        _userDefined = userDefined;
        Array.Fill(_bytes, -1);
        _trie = new PrefixTrie(definition.Pieces.Sum(static piece => piece.Text.Length));
        for (int id = 0; id < definition.Pieces.Count; id++)
        {
            (string text, float score, PieceType type) = definition.Pieces[id];
            if (type == PieceType.Unknown) _unknown = id;
            if (type == PieceType.Byte && ByteFallbackDecoder.TryByte(text, out byte value)) _bytes[value] = id;
            if (type is not (PieceType.Normal or PieceType.UserDefined or PieceType.Unused)) continue;
            if (!_ids.TryAdd(text, id)) continue;
            _trie.Add(text, id);
            if (type != PieceType.Normal) continue;
            _least = Math.Min(_least, score);
            _greatest = Math.Max(_greatest, score);
        }
        if (!definition.IsUnigram) _joins = JoinTable.Make(_ids.Where(pair => definition.Pieces[pair.Value].Type == PieceType.Normal).ToDictionary(), id => definition.Pieces[id].Score);
    }

    public void Encode(string text, List<int> ids)
    {
        int before = ids.Count;
        if (_joins is { } joins) EncodeBpe(text, joins, ids);
        else EncodeUnigram(text, ids);
        // Unknown neighbours are one piece, unless their bytes stand for them.
        if (_definition.ByteFallback) return;
        int to = before;
        for (int i = before; i < ids.Count; i++)
        {
            if (ids[i] == _unknown && to > before && ids[to - 1] == _unknown) continue;
            ids[to++] = ids[i];
        }
        ids.RemoveRange(to, ids.Count - to);
    }

    private void EncodeUnigram(string text, List<int> ids)
    {
        float unknownScore = (_least == float.MaxValue ? 0 : _least) - UnknownPenalty;
        var best = new (int From, int Id, float Score)[text.Length + 1];
        for (int i = 1; i < best.Length; i++) best[i].From = -1;
        for (int start = 0; start < text.Length;)
        {
            CodePoints.At(text, start, out int single);
            float score = best[start].Score;
            bool hasSingle = false;
            int node = 0;
            for (int end = start; end < text.Length && _trie.TryStep(ref node, text[end], out int id); end++)
            {
                if (id < 0 || _definition.Pieces[id].Type == PieceType.Unused) continue;
                double own = _definition.Pieces[id].Score;
                if (_definition.Pieces[id].Type == PieceType.UserDefined) own = Encoding.UTF8.GetByteCount(text.AsSpan(start, end + 1 - start)) * (double)_greatest - 0.1;
                Offer(end + 1, start, id, own + score);
                hasSingle |= end + 1 - start == single;
            }
            if (!hasSingle) Offer(start + single, start, _unknown, (double)(float)(unknownScore + score));
            start += single;
        }
        int before = ids.Count;
        for (int end = text.Length; end > 0; end = best[end].From)
        {
            if (best[end].Id == _unknown) AddUnknown(text.AsSpan(best[end].From, end - best[end].From), ids, reversed: true);
            else ids.Add(best[end].Id);
        }
        ids.Reverse(before, ids.Count - before);

        // A new sum is compared before it is rounded, as there; ties are decided by that.
        void Offer(int end, int from, int id, double score)
        {
            if (best[end].From < 0 || score > best[end].Score) best[end] = (from, id, (float)score);
        }
    }

    /// <summary>Joins symbols between user-defined pieces, which stand by themselves.</summary>
    private void EncodeBpe(string text, MergeTable joins, List<int> ids)
    {
        var merger = new PieceMerger(joins);
        var joined = new List<int>();
        int start = 0;
        for (int i = 0; i < text.Length;)
        {
            int node = 0;
            (int end, int symbol) = (0, -1);
            for (int j = i; j < text.Length && _userDefined.TryStep(ref node, text[j], out int id); j++)
            {
                if (id >= 0) (end, symbol) = (j + 1, id);
            }
            if (symbol >= 0)
            {
                Join(text.AsSpan(start, i - start));
                ids.Add(symbol);
                start = i = end;
                continue;
            }
            CodePoints.At(text, i, out int length);
            i += length;
        }
        Join(text.AsSpan(start));

        void Join(ReadOnlySpan<char> part)
        {
            if (part.IsEmpty) return;
            // A character without a piece has a negative symbol, which joins with nothing.
            Span<int> symbols = merger.Rent(part.Length);
            var lookup = _ids.GetAlternateLookup<ReadOnlySpan<char>>();
            var characters = new List<string>();
            int count = 0;
            for (int i = 0; i < part.Length;)
            {
                CodePoints.At(part, i, out int length);
                if (lookup.TryGetValue(part.Slice(i, length), out int id))
                {
                    symbols[count++] = id;
                }
                else
                {
                    characters.Add(part.Slice(i, length).ToString());
                    symbols[count++] = -characters.Count;
                }
                i += length;
            }
            joined.Clear();
            merger.Merge(count, joined);
            foreach (int id in joined)
            {
                if (id < 0) AddUnknown(characters[-id - 1], ids, reversed: false);
                else ids.Add(id);
            }
        }
    }

    private void AddUnknown(ReadOnlySpan<char> text, List<int> ids, bool reversed)
    {
        int before = ids.Count;
        if (_definition.ByteFallback)
        {
            Span<byte> utf8 = stackalloc byte[4];
            int count = Encoding.UTF8.GetBytes(text, utf8);
            foreach (byte value in utf8[..count]) ids.Add(_bytes[value] >= 0 ? _bytes[value] : _unknown);
            if (reversed) ids.Reverse(before, ids.Count - before);
            return;
        }
        ids.Add(_unknown);
    }
}
