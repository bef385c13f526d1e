using System.Buffers.Binary;

namespace Hone.Tensors;

/// <summary>
/// 24 bytes hold 32 numbers: d, m (float16), the fifth bits (32 bits, number i in bit i), 16 bytes of low four bits; byte i has
/// number i low and number i + 16 high. Number = d * code + m.
/// </summary>
internal static class Q5_1
{
    private const int Elements = 32, Half = 16, Bytes = 24;

    public static void Decode(ReadOnlySpan<byte> blocks, Span<float> values)
    {
        for (; values.Length > 0; values = values[Elements..], blocks = blocks[Bytes..])
        {
            float d = BlockFormats.ReadHalf(blocks, 0), m = BlockFormats.ReadHalf(blocks, 2);
            uint fifth = BinaryPrimitives.ReadUInt32LittleEndian(blocks[4..]);
            ReadOnlySpan<byte> codes = blocks.Slice(8, Half);
            for (int i = 0; i < Half; i++)
            {
                values[i] = (((codes[i] & 15) | (int)(((fifth >> i) & 1) << 4)) * d) + m;
                values[i + Half] = (((codes[i] >> 4) | (int)(((fifth >> (i + Half)) & 1) << 4)) * d) + m;
            }
        }
    }

    // The smallest number is code 0, the largest code 31. The codes are those of the unrounded scale and minimum.
    public static void Encode(ReadOnlySpan<float> values, Span<byte> blocks)
    {
        for (int block = 0; values.Length > 0; values = values[Elements..], blocks = blocks[Bytes..], block++)
        {
            (float smallest, float largest) = Q4_1.Range(values[..Elements]);
            float d = (largest - smallest) / 31, inverse = d != 0 ? 1 / d : 0;
            BlockFormats.WriteHalf(blocks, 0, d, QuantFormat.Q5_1, block);
            BlockFormats.WriteHalf(blocks, 2, smallest, QuantFormat.Q5_1, block);
            Span<byte> codes = blocks.Slice(8, Half);
            uint fifth = 0;
            for (int i = 0; i < Half; i++)
            {
                int low = BlockFormats.Cut(((values[i] - smallest) * inverse) + 0.5f);
                int high = BlockFormats.Cut(((values[i + Half] - smallest) * inverse) + 0.5f);
                codes[i] = (byte)((low & 15) | ((high & 15) << 4));
                fifth |= ((uint)(low >> 4) & 1) << i;
                fifth |= ((uint)(high >> 4) & 1) << (i + Half);
            }
            BinaryPrimitives.WriteUInt32LittleEndian(blocks[4..], fifth);
        }
    }
}
