using System.Buffers.Binary;

namespace Hone.Tokenizers;

/// <summary>
/// The compiled replacement rules of a SentencePiece model: a double-array trie over UTF-8 bytes whose values are places in
/// a block of NUL-terminated strings. Immutable. A file is not trusted: a link that leads out of the array ends the search.
/// </summary>
/// <remarks>Format: <c>precompiled_charsmap</c> of google/sentencepiece, <c>src/normalizer.cc</c>; units as in Darts-clone.</remarks>
internal sealed class PrecompiledCharsMap
{
    private readonly uint[] _units;
    private readonly byte[] _strings;

    /// <exception cref="ArgumentException">The bytes are too few for the trie that they announce.</exception>
    public PrecompiledCharsMap(ReadOnlySpan<byte> data)
    {
        if (data.Length < 4) throw new ArgumentException("a character map has at least 4 bytes");
        uint size = BinaryPrimitives.ReadUInt32LittleEndian(data);
        if (size > data.Length - 4 || size < 4 || size % 4 != 0)
            throw new ArgumentException($"a character map of {data.Length} bytes cannot hold a trie of {size}");
        _units = new uint[size / 4];
        for (int i = 0; i < _units.Length; i++) _units[i] = BinaryPrimitives.ReadUInt32LittleEndian(data[(4 + i * 4)..]);
        _strings = data[(4 + (int)size)..].ToArray();
    }

    /// <summary>Finds the shortest key that begins the bytes.</summary>
    public bool TryShortest(ReadOnlySpan<byte> text, out ReadOnlySpan<byte> replacement, out int length) => Search(text, longest: false, out replacement, out length);

    /// <summary>Finds the longest key that begins the bytes.</summary>
    public bool TryLongest(ReadOnlySpan<byte> text, out ReadOnlySpan<byte> replacement, out int length) => Search(text, longest: true, out replacement, out length);

    private bool Search(ReadOnlySpan<byte> text, bool longest, out ReadOnlySpan<byte> replacement, out int length)
    {
        long found = -1;
        length = 0;
        uint node = Offset(_units[0]);
        for (int i = 0; i < text.Length && text[i] != 0; i++)
        {
            node ^= text[i];
            if (node >= _units.Length) break;
            uint unit = _units[node];
            if ((unit & 0x8000_00FF) != text[i]) break;
            node ^= Offset(unit);
            if ((unit >> 8 & 1) == 0) continue;
            if (node >= _units.Length) break;
            found = _units[node] & 0x7FFF_FFFF;
            length = i + 1;
            if (!longest) break;
        }
        replacement = default;
        if (found < 0 || found > _strings.Length) return false;
        replacement = _strings.AsSpan((int)found);
        int end = replacement.IndexOf((byte)0);
        if (end >= 0) replacement = replacement[..end];
        return true;
    }

    private static uint Offset(uint unit) => unit >> 10 << (int)((unit & 0x200) >> 6);
}
