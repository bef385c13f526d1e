using System.Runtime.InteropServices;
using System.Text;

namespace Hone.Tokenizers;

/// <summary>
/// The segmentation of greatest total score, found by dynamic programming. Sources: T. Kudo, arXiv:1804.10959, section 3.2;
/// <c>EncodeOptimized</c> of google/sentencepiece; ties and unknown text as in the Hugging Face tokenizers library.
/// </summary>
internal sealed class UnigramModel : PieceModel
{
    private const double UnknownPenalty = 10;

    private readonly double[] _scores;
    private readonly int _unknown;
    private readonly double _unknownScore;
    private readonly int[]? _byteTokens;
    private readonly PrefixTrie _trie;
    private readonly PieceCache _cache = new();

    /// <param name="tokens">The pieces.</param>
    /// <param name="scores">Their scores.</param>
    /// <param name="unknown">The id for text without a piece; null where such text cannot be encoded.</param>
    /// <param name="byteFallback">Whether such text becomes byte tokens.</param>
    public UnigramModel(string[] tokens, double[] scores, int? unknown, bool byteFallback)
        : base(tokens)
    {
        _scores = scores;
        _unknown = unknown ?? -1;
        _unknownScore = scores.DefaultIfEmpty().Min() - UnknownPenalty;
        if (byteFallback) _byteTokens = FindByteTokens();
        _trie = new PrefixTrie(tokens.Sum(static token => token.Length));
        for (int id = 0; id < tokens.Length; id++) _trie.Add(tokens[id], id);
    }

    public override void Encode(string piece, List<int> ids)
    {
        if (_cache.TryAppend(piece, ids, out int slot)) return;
        int before = ids.Count;
        EncodeBest(piece, ids);
        _cache.Set(slot, piece, CollectionsMarshal.AsSpan(ids)[before..]);
    }

    private void EncodeBest(string piece, List<int> ids)
    {
        var best = new Node[piece.Length + 1];
        for (int i = 1; i < best.Length; i++) best[i].From = -1;
        for (int start = 0; start < piece.Length;)
        {
            CodePoints.At(piece, start, out int single);
            double score = best[start].Score;
            bool hasSingle = false;
            int node = 0;
            for (int end = start; end < piece.Length && _trie.TryStep(ref node, piece[end], out int id); end++)
            {
                if (id < 0) continue;
                Offer(ref best[end + 1], start, id, score + _scores[id]);
                hasSingle |= end + 1 - start == single;
            }
            if (!hasSingle)
            {
                if (_unknown < 0) throw new UnencodableTextException(Rune.GetRuneAt(piece, start));
                Offer(ref best[start + single], start, _unknown, score + _unknownScore);
            }
            start += single;
        }
        Walk(piece, best, ids);
    }

    private static void Offer(ref Node node, int from, int id, double score)
    {
        if (node.From >= 0 && score <= node.Score) return;
        node = new Node { From = from, Id = id, Score = score };
    }

    /// <summary>Goes back along the best path; unknown neighbours are one stretch.</summary>
    private void Walk(string piece, Node[] best, List<int> ids)
    {
        int before = ids.Count;
        for (int end = piece.Length; end > 0;)
        {
            int start = best[end].From;
            int id = best[end].Id;
            if (id == _unknown)
            {
                while (start > 0 && best[start].Id == _unknown) start = best[start].From;
                AddUnknown(piece.AsSpan(start, end - start), ids);
            }
            else
            {
                ids.Add(id);
            }
            end = start;
        }
        ids.Reverse(before, ids.Count - before);
    }

    private void AddUnknown(ReadOnlySpan<char> text, List<int> ids)
    {
        if (Find(text) is { } known)
        {
            ids.Add(known);
            return;
        }
        if (_byteTokens is { } tokens)
        {
            byte[] bytes = new byte[Encoding.UTF8.GetByteCount(text)];
            Encoding.UTF8.GetBytes(text, bytes);
            if (bytes.All(value => tokens[value] >= 0))
            {
                for (int i = bytes.Length - 1; i >= 0; i--) ids.Add(tokens[bytes[i]]);
                return;
            }
        }
        ids.Add(_unknown);
    }

    private struct Node
    {
        public int From;
        public int Id;
        public double Score;
    }
}
