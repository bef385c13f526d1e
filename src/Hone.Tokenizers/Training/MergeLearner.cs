using System.Runtime.InteropServices;

namespace Hone.Tokenizers;

/// <summary>
/// The loop of BPE training. Knows for each pair how often it occurs and in which words, and after a merge touches only
/// those words. Candidates wait in a heap; an entry whose count has fallen is put back with the right one when it surfaces.
/// </summary>
internal sealed class MergeLearner
{
    private readonly long _minFrequency;
    private readonly int[][] _words;
    private readonly int[] _lengths;
    private readonly long[] _counts;
    private readonly Dictionary<long, Pair> _pairs = [];
    private readonly Dictionary<string, int> _idOf = new(StringComparer.Ordinal);
    private readonly PriorityQueue<(long Key, long Count), (long Count, long Key)> _queue;
    private readonly HashSet<Pair> _changed = [];

    public MergeLearner(IReadOnlyList<byte> alphabet, IReadOnlyList<(byte[] Bytes, long Count)> words, long minFrequency)
    {
        _minFrequency = minFrequency;
        var idOf = new int[256];
        foreach (byte value in alphabet)
        {
            idOf[value] = Tokens.Count;
            _idOf.Add(ByteLevelAlphabet.Spell([value]), Tokens.Count);
            Tokens.Add([value]);
        }
        _words = new int[words.Count][];
        _lengths = new int[words.Count];
        _counts = new long[words.Count];
        for (int w = 0; w < words.Count; w++)
        {
            _words[w] = Array.ConvertAll(words[w].Bytes, value => idOf[value]);
            _lengths[w] = _words[w].Length;
            _counts[w] = words[w].Count;
        }
        _queue = new PriorityQueue<(long, long), (long Count, long Key)>(Comparer<(long Count, long Key)>.Create(Compare));
    }

    /// <summary>The bytes of each token: the alphabet, then one a merge that gave a new token.</summary>
    public List<byte[]> Tokens { get; } = [];

    /// <summary>The merges in order, as indexes into <see cref="Tokens"/>.</summary>
    public List<(int Left, int Right)> Merges { get; } = [];

    /// <summary>Makes up to <paramref name="newTokens"/> tokens; none with the spelling of a reserved one.</summary>
    public void Run(int newTokens, IReadOnlyList<string> reserved)
    {
        for (int w = 0; w < _words.Length; w++)
        {
            for (int i = 0; i + 1 < _lengths[w]; i++) Count(_words[w][i], _words[w][i + 1], _counts[w], w);
        }
        Enqueue();

        int limit = Tokens.Count + newTokens;
        while (Tokens.Count < limit && _queue.TryDequeue(out (long Key, long Count) top, out _))
        {
            Pair pair = _pairs[top.Key];
            if (pair.Count != top.Count)
            {
                if (pair.Count < top.Count && pair.Count >= _minFrequency) _queue.Enqueue((top.Key, pair.Count), (pair.Count, top.Key));
                continue;
            }
            int left = (int)(top.Key >> 32);
            int right = (int)top.Key;
            byte[] bytes = [.. Tokens[left], .. Tokens[right]];
            string spelling = ByteLevelAlphabet.Spell(bytes);
            if (reserved.Contains(spelling)) continue;

            // Two pairs may spell the same token ("ab"+"c", "a"+"bc"): the second merge gives the first one's id.
            if (!_idOf.TryGetValue(spelling, out int id))
            {
                id = Tokens.Count;
                Tokens.Add(bytes);
                _idOf.Add(spelling, id);
            }
            // A merged pair comes back when another merge spells one of its tokens again: applied as an encoder would.
            if (!pair.Merged) Merges.Add((left, right));
            pair.Merged = true;
            List<int> where = pair.Words;
            pair.Words = [];
            foreach (int w in where) Replace(w, left, right, id);
            Enqueue();
        }
    }

    private void Replace(int w, int left, int right, int id)
    {
        int[] word = _words[w];
        int length = _lengths[w];
        long count = _counts[w];
        int to = 0;
        for (int i = 0; i < length; i++)
        {
            if (word[i] != left || i + 1 >= length || word[i + 1] != right)
            {
                word[to++] = word[i];
                continue;
            }
            Count(left, right, -count, -1);
            if (to > 0)
            {
                Count(word[to - 1], left, -count, -1);
                Count(word[to - 1], id, count, w);
            }
            if (i + 2 < length)
            {
                Count(right, word[i + 2], -count, -1);
                Count(id, word[i + 2], count, w);
            }
            word[to++] = id;
            i++;
        }
        _lengths[w] = to;
    }

    /// <summary>Changes a pair's count; <paramref name="word"/> is where it now occurs, or -1 where it went away.</summary>
    private void Count(int left, int right, long by, int word)
    {
        long key = ((long)left << 32) | (uint)right;
        ref Pair? pair = ref CollectionsMarshal.GetValueRefOrAddDefault(_pairs, key, out _);
        pair ??= new Pair { Key = key };
        pair.Count += by;
        if (word < 0) return;
        if (pair.Words.Count == 0 || pair.Words[^1] != word) pair.Words.Add(word);
        _changed.Add(pair);
    }

    private void Enqueue()
    {
        foreach (Pair pair in _changed)
        {
            if (pair.Count >= _minFrequency) _queue.Enqueue((pair.Key, pair.Count), (pair.Count, pair.Key));
        }
        _changed.Clear();
    }

    private int Compare((long Count, long Key) a, (long Count, long Key) b)
    {
        if (a.Count != b.Count) return b.Count.CompareTo(a.Count);
        int order = Tokens[(int)(a.Key >> 32)].AsSpan().SequenceCompareTo(Tokens[(int)(b.Key >> 32)]);
        return order != 0 ? order : Tokens[(int)a.Key].AsSpan().SequenceCompareTo(Tokens[(int)b.Key]);
    }

    private sealed class Pair
    {
        public long Key;
        public long Count;
        public bool Merged;
        public List<int> Words = [];
    }
}
