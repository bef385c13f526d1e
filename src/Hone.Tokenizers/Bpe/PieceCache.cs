namespace Hone.Tokenizers;

/// <summary>
/// The ids of pieces met before: a fixed number of slots, a new piece replacing whatever shares its slot. Entries are
/// immutable and replaced whole, so threads may share it; the hash is seeded by the runtime, so a text cannot aim at slots.
/// Results never depend on it.
/// </summary>
internal sealed class PieceCache
{
    /// <summary>Longer pieces are not kept: with <see cref="Slots"/> this bounds the memory to about 10 MB.</summary>
    private const int MaxPieceLength = 48;
    private const int Slots = 1 << 15;

    private readonly Entry?[] _entries = new Entry?[Slots];

    public bool TryAppend(ReadOnlySpan<char> piece, List<int> ids, out int slot)
    {
        slot = -1;
        if (piece.Length > MaxPieceLength) return false;
        slot = string.GetHashCode(piece) & (Slots - 1);
        Entry? entry = Volatile.Read(ref _entries[slot]);
        if (entry is null || !piece.SequenceEqual(entry.Piece)) return false;
        if (entry.Ids.Length == 1) ids.Add(entry.Ids[0]);
        else ids.AddRange(entry.Ids);
        return true;
    }

    public void Set(int slot, ReadOnlySpan<char> piece, ReadOnlySpan<int> ids)
    {
        if (slot >= 0) Volatile.Write(ref _entries[slot], new Entry(piece.ToString(), ids.ToArray()));
    }

    private sealed record Entry(string Piece, int[] Ids);
}
