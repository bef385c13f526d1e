using System.Buffers.Binary;

namespace Hone.Tensors;

/// <summary>
/// 22 bytes hold 32 numbers: d (float16), the fifth bits (32 bits, number i in bit i), 16 bytes of low four bits; byte i has
/// number i low and number i + 16 high. Number = d * (code - 16).
/// </summary>
internal static class Q5_0
{
    private const int Elements = 32, Half = 16, Bytes = 22;

    public static void Decode(ReadOnlySpan<byte> blocks, Span<float> values)
    {
        for (; values.Length > 0; values = values[Elements..], blocks = blocks[Bytes..])
        {
            float d = BlockFormats.ReadHalf(blocks, 0);
            uint fifth = BinaryPrimitives.ReadUInt32LittleEndian(blocks[2..]);
            ReadOnlySpan<byte> codes = blocks.Slice(6, Half);
            for (int i = 0; i < Half; i++)
            {
                values[i] = (((codes[i] & 15) | (int)(((fifth >> i) & 1) << 4)) - 16) * d;
                values[i + Half] = (((codes[i] >> 4) | (int)(((fifth >> (i + Half)) & 1) << 4)) - 16) * d;
            }
        }
    }

    // The number of largest magnitude, the first of them, is code 0, so that d has the other sign.
    public static void Encode(ReadOnlySpan<float> values, Span<byte> blocks)
    {
        for (int block = 0; values.Length > 0; values = values[Elements..], blocks = blocks[Bytes..], block++)
        {
            float d = Q4_0.Largest(values[..Elements]) / -16, inverse = d != 0 ? 1 / d : 0;
            BlockFormats.WriteHalf(blocks, 0, d, QuantFormat.Q5_0, block);
            Span<byte> codes = blocks.Slice(6, Half);
            uint fifth = 0;
            for (int i = 0; i < Half; i++)
            {
                int low = Code(values[i] * inverse), high = Code(values[i + Half] * inverse);
                codes[i] = (byte)((low & 15) | ((high & 15) << 4));
                fifth |= ((uint)(low >> 4) & 1) << i;
                fifth |= ((uint)(high >> 4) & 1) << (i + Half);
            }
            BinaryPrimitives.WriteUInt32LittleEndian(blocks[2..], fifth);
        }
    }

    private static int Code(float value) => Math.Min(31, BlockFormats.Cut(value + 16.5f));
}
