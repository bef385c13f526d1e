using System.Buffers.Binary;

namespace Hone.Tensors;

/// <summary>How superblocks of 256 numbers pack their bits.</summary>
internal static class SuperblockBits
{
    /// <summary>
    /// Two bits a number: of each 128 numbers, byte i has numbers i, i + 32, i + 64 and i + 96 from the lowest bits up. The
    /// first byte of a part of 16 numbers, and how far its bits are up.
    /// </summary>
    public static (int Start, int Shift) TwoBits(int part) => ((part / 8 * 32) + (part % 2 * 16), part % 8 / 2 * 2);

    /// <summary>Packs bits <paramref name="shift"/> and the next of 256 codes, two bits a number.</summary>
    public static void PackTwoBits(ReadOnlySpan<sbyte> codes, int shift, Span<byte> bytes)
    {
        for (int half = 0; half < 2; half++)
        {
            ReadOnlySpan<sbyte> from = codes.Slice(half * 128, 128);
            for (int i = 0; i < 32; i++)
            {
                bytes[(half * 32) + i] = (byte)(((from[i] >> shift) & 3) | (((from[i + 32] >> shift) & 3) << 2)
                    | (((from[i + 64] >> shift) & 3) << 4) | (((from[i + 96] >> shift) & 3) << 6));
            }
        }
    }

    /// <summary>Packs the low four bits of 256 codes: of each 64 numbers, byte i has number i low and number i + 32 high.</summary>
    public static void PackFourBits(ReadOnlySpan<sbyte> codes, Span<byte> bytes)
    {
        for (int start = 0; start < codes.Length; start += 64)
        {
            for (int i = 0; i < 32; i++)
                bytes[(start / 2) + i] = (byte)((codes[start + i] & 15) | ((codes[start + i + 32] & 15) << 4));
        }
    }

    /// <summary>
    /// Six bits of scale and minimum for each of 8 parts in 12 bytes: parts 0 to 3 low in bytes 0 to 3 (scale) and 4 to 7
    /// (minimum); parts 4 to 7 with four bits each in bytes 8 to 11, their upper two bits above those of parts 0 to 3.
    /// </summary>
    public static (int Scale, int Minimum) SixBitPair(ReadOnlySpan<byte> packed, int part) => part < 4
        ? (packed[part] & 63, packed[part + 4] & 63)
        : ((packed[part + 4] & 15) | (packed[part - 4] >> 6 << 4), (packed[part + 4] >> 4) | (packed[part] >> 6 << 4));

    /// <summary>The reverse of <see cref="SixBitPair"/> for all 8 parts.</summary>
    public static void PackSixBitPairs(in PartIntegers scales, in PartIntegers minima, Span<byte> packed)
    {
        for (int part = 0; part < 4; part++)
        {
            packed[part] = (byte)(scales[part] | (scales[part + 4] >> 4 << 6));
            packed[part + 4] = (byte)(minima[part] | (minima[part + 4] >> 4 << 6));
            packed[part + 8] = (byte)((scales[part + 4] & 15) | ((minima[part + 4] & 15) << 4));
        }
    }

    /// <summary>
    /// Six bits of scale, offset 32, for each of 16 parts in 12 bytes: the low four bits of parts p and p + 8 in byte p, the
    /// upper two bits of parts p, p + 4, p + 8, p + 12 in byte 8 + p from the lowest bits up.
    /// </summary>
    public static int SixBitScale(ReadOnlySpan<byte> packed, int part) =>
        (((packed[part % 8] >> (part / 8 * 4)) & 15) | (((packed[8 + (part % 4)] >> (part / 4 * 2)) & 3) << 4)) - 32;

    /// <summary>The reverse of <see cref="SixBitScale"/> for all 16 parts.</summary>
    public static void PackSixBitScales(in PartIntegers scales, Span<byte> packed)
    {
        packed.Clear();
        for (int part = 0; part < 16; part++)
        {
            int scale = scales[part] + 32;
            packed[part % 8] |= (byte)((scale & 15) << (part / 8 * 4));
            packed[8 + (part % 4)] |= (byte)(scale >> 4 << (part / 4 * 2));
        }
    }

    /// <summary>Writes a float16 that a search chose; refuses one that is not finite.</summary>
    public static void WriteHalf(Span<byte> bytes, int offset, ushort half, QuantFormat format, int block)
    {
        if ((half & 0x7C00) == 0x7C00)
            QuantErrors.TooLarge(format, block, float.PositiveInfinity);
        BinaryPrimitives.WriteUInt16LittleEndian(bytes[offset..], half);
    }
}
