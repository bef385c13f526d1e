using System.Buffers.Binary;

namespace Hone.Tensors;

/// <summary>
/// A block as integers, scales and minima, which integer products need apart: w = scale * q, or scale * q + minimum. The layouts
/// are those of ggml (ggml-common.h). Scalar, and the specification of the vector kernels.
/// </summary>
internal static class BlockParts
{
    /// <summary>The values of IQ4_NL's indices.</summary>
    public static ReadOnlySpan<sbyte> UnevenValues => [-127, -104, -83, -65, -49, -35, -22, -10, 1, 13, 25, 38, 53, 69, 89, 113];

    /// <summary>Columns that share a scale: 32 or 16; 0 for NF4, which has no integers.</summary>
    public static int PartElements(QuantFormat format) => format switch
    {
        QuantFormat.Q2_K or QuantFormat.Q3_K or QuantFormat.Q6_K => 16,
        QuantFormat.NF4 => 0,
        _ => 32,
    };

    /// <summary>Whether parts have a minimum.</summary>
    public static bool HasMinima(QuantFormat format) =>
        format is QuantFormat.Q4_1 or QuantFormat.Q5_1 or QuantFormat.Q2_K or QuantFormat.Q4_K or QuantFormat.Q5_K;

    /// <summary>Takes a block apart.</summary>
    /// <param name="format">Any but NF4.</param>
    /// <param name="block">Its bytes.</param>
    /// <param name="values">Receives an integer for every element.</param>
    /// <param name="scales">Receives the scale of every part.</param>
    /// <param name="minima">Receives the minimum of every part, signed as it is added; 0 where the format has none.</param>
    public static void Take(QuantFormat format, ReadOnlySpan<byte> block, Span<sbyte> values, Span<float> scales, Span<float> minima)
    {
        minima.Clear();
        switch (format)
        {
            case QuantFormat.Q8_0:
                scales[0] = Half(block);
                for (int i = 0; i < 32; i++)
                    values[i] = (sbyte)block[2 + i];
                break;
            case QuantFormat.Q4_0:
                scales[0] = Half(block);
                for (int i = 0; i < 32; i++)
                    values[i] = (sbyte)(Nibble(block[2..], i) - 8);
                break;
            case QuantFormat.Q4_1:
                (scales[0], minima[0]) = (Half(block), Half(block[2..]));
                for (int i = 0; i < 32; i++)
                    values[i] = (sbyte)Nibble(block[4..], i);
                break;
            case QuantFormat.Q5_0:
                scales[0] = Half(block);
                for (int i = 0; i < 32; i++)
                    values[i] = (sbyte)((Nibble(block[6..], i) | (Bit(block[2..], i) << 4)) - 16);
                break;
            case QuantFormat.Q5_1:
                (scales[0], minima[0]) = (Half(block), Half(block[2..]));
                for (int i = 0; i < 32; i++)
                    values[i] = (sbyte)(Nibble(block[8..], i) | (Bit(block[4..], i) << 4));
                break;
            case QuantFormat.IQ4_NL:
                scales[0] = Half(block);
                for (int i = 0; i < 32; i++)
                    values[i] = UnevenValues[Nibble(block[2..], i)];
                break;
            case QuantFormat.Q2_K:
                TakeQ2K(block, values, scales, minima);
                break;
            case QuantFormat.Q3_K:
                TakeQ3K(block, values, scales);
                break;
            case QuantFormat.Q4_K or QuantFormat.Q5_K:
                TakeQ45K(block, values, scales, minima, format == QuantFormat.Q5_K);
                break;
            case QuantFormat.Q6_K:
                TakeQ6K(block, values, scales);
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(format), format, "This format has no integers.");
        }
    }

    /// <summary>Scale j and minimum j of the eight pairs of 6 bits in the 12 bytes of Q4_K and Q5_K.</summary>
    public static (int Scale, int Minimum) SixBits(ReadOnlySpan<byte> packed, int j) => j < 4
        ? (packed[j] & 63, packed[j + 4] & 63)
        : ((packed[j + 4] & 15) | (packed[j - 4] >> 6 << 4), (packed[j + 4] >> 4) | (packed[j] >> 6 << 4));

    private static void TakeQ2K(ReadOnlySpan<byte> block, Span<sbyte> values, Span<float> scales, Span<float> minima)
    {
        float d = Half(block[80..]), dmin = Half(block[82..]);
        for (int part = 0; part < 16; part++)
        {
            scales[part] = d * (block[part] & 15);
            minima[part] = -(dmin * (block[part] >> 4));
            for (int i = 0; i < 16; i++)
            {
                int element = (part * 16) + i;
                values[element] = (sbyte)TwoBits(block[16..], element);
            }
        }
    }

    private static void TakeQ3K(ReadOnlySpan<byte> block, Span<sbyte> values, Span<float> scales)
    {
        float d = Half(block[108..]);
        ReadOnlySpan<byte> packed = block[96..108];
        for (int part = 0; part < 16; part++)
        {
            int low = part < 8 ? packed[part] & 15 : packed[part - 8] >> 4;
            int high = (packed[8 + (part % 4)] >> (part / 4 * 2)) & 3;
            scales[part] = d * ((low | (high << 4)) - 32);
        }
        for (int i = 0; i < 256; i++)
        {
            int high = (block[i % 32] >> (i / 32)) & 1;
            values[i] = (sbyte)((TwoBits(block[32..], i) | (high << 2)) - 4);
        }
    }

    private static void TakeQ45K(ReadOnlySpan<byte> block, Span<sbyte> values, Span<float> scales, Span<float> minima, bool five)
    {
        float d = Half(block), dmin = Half(block[2..]);
        ReadOnlySpan<byte> low = block[(five ? 48 : 16)..];
        for (int part = 0; part < 8; part++)
        {
            (int scale, int minimum) = SixBits(block[4..16], part);
            scales[part] = d * scale;
            minima[part] = -(dmin * minimum);
            for (int i = 0; i < 32; i++)
            {
                int nibble = (low[(part / 2 * 32) + i] >> (part % 2 * 4)) & 15;
                int high = five ? (block[16 + i] >> part) & 1 : 0;
                values[(part * 32) + i] = (sbyte)(nibble | (high << 4));
            }
        }
    }

    private static void TakeQ6K(ReadOnlySpan<byte> block, Span<sbyte> values, Span<float> scales)
    {
        float d = Half(block[208..]);
        for (int part = 0; part < 16; part++)
            scales[part] = d * (sbyte)block[192 + part];
        for (int i = 0; i < 256; i++)
        {
            // Half a block: 64 bytes of nibbles, 32 of pairs of bits; elements in quarters of 32.
            int half = i / 128, quarter = i % 128 / 32, l = i % 32;
            int nibble = (block[(half * 64) + (quarter % 2 * 32) + l] >> (quarter / 2 * 4)) & 15;
            int high = (block[128 + (half * 32) + l] >> (quarter * 2)) & 3;
            values[i] = (sbyte)((nibble | (high << 4)) - 32);
        }
    }

    private static float Half(ReadOnlySpan<byte> bytes) => (float)BinaryPrimitives.ReadHalfLittleEndian(bytes);

    // 32 elements in 16 bytes: first the low halves, then the high ones.
    private static int Nibble(ReadOnlySpan<byte> bytes, int i) => i < 16 ? bytes[i] & 15 : bytes[i - 16] >> 4;

    private static int Bit(ReadOnlySpan<byte> bytes, int i) => (bytes[i / 8] >> (i % 8)) & 1;

    // 128 elements in 32 bytes: four quarters of 32, each two bits higher.
    private static int TwoBits(ReadOnlySpan<byte> bytes, int i) => (bytes[(i / 128 * 32) + (i % 32)] >> (i % 128 / 32 * 2)) & 3;
}
