using System.Numerics;

namespace Hone.Tokenizers;

/// <summary>A pair of ids to the rank of its merge and the id it gives. Open addressing with linear probing; immutable once filled.</summary>
internal sealed class MergeTable
{
    private const ulong Empty = ulong.MaxValue;

    private readonly ulong[] _keys;
    private readonly int[] _ranks;
    private readonly int[] _ids;
    private readonly int _shift;

    public MergeTable(int count)
    {
        int size = (int)BitOperations.RoundUpToPowerOf2((uint)Math.Max(16, count * 2));
        _keys = new ulong[size];
        Array.Fill(_keys, Empty);
        _ranks = new int[size];
        _ids = new int[size];
        _shift = 64 - BitOperations.Log2((uint)size);
    }

    /// <summary>Adds a pair; false if it is there already.</summary>
    public bool TryAdd(int left, int right, int rank, int id)
    {
        ulong key = Key(left, right);
        int slot = Find(key);
        if (_keys[slot] == key) return false;
        _keys[slot] = key;
        _ranks[slot] = rank;
        _ids[slot] = id;
        return true;
    }

    /// <summary>Adds a pair, in the place of one that is there.</summary>
    public void Set(int left, int right, int rank, int id)
    {
        if (TryAdd(left, right, rank, id)) return;
        int slot = Find(Key(left, right));
        _ranks[slot] = rank;
        _ids[slot] = id;
    }

    /// <summary>Returns the rank of a pair's merge, or <see cref="int.MaxValue"/> if there is none.</summary>
    public int Rank(int left, int right, out int id)
    {
        ulong key = Key(left, right);
        int slot = Find(key);
        id = _ids[slot];
        return _keys[slot] == key ? _ranks[slot] : int.MaxValue;
    }

    private int Find(ulong key)
    {
        int mask = _keys.Length - 1;
        int slot = (int)((key * 0x9E3779B97F4A7C15UL) >> _shift);
        while (_keys[slot] != key && _keys[slot] != Empty) slot = (slot + 1) & mask;
        return slot;
    }

    private static ulong Key(int left, int right) => ((ulong)(uint)left << 32) | (uint)right;
}
