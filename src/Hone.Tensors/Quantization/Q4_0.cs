namespace Hone.Tensors;

/// <summary>18 bytes hold 32 numbers: d (float16), 16 bytes of codes; byte i has number i low and number i + 16 high. Number = d * (code - 8).</summary>
internal static class Q4_0
{
    private const int Elements = 32, Half = 16, Bytes = 18;

    public static void Decode(ReadOnlySpan<byte> blocks, Span<float> values)
    {
        for (; values.Length > 0; values = values[Elements..], blocks = blocks[Bytes..])
        {
            float d = BlockFormats.ReadHalf(blocks, 0);
            ReadOnlySpan<byte> codes = blocks.Slice(2, Half);
            for (int i = 0; i < Half; i++)
            {
                values[i] = ((codes[i] & 15) - 8) * d;
                values[i + Half] = ((codes[i] >> 4) - 8) * d;
            }
        }
    }

    // The number of largest magnitude, the first of them, is code 0, so that d has the other sign.
    public static void Encode(ReadOnlySpan<float> values, Span<byte> blocks)
    {
        for (int block = 0; values.Length > 0; values = values[Elements..], blocks = blocks[Bytes..], block++)
        {
            float d = Largest(values[..Elements]) / -8, inverse = d != 0 ? 1 / d : 0;
            BlockFormats.WriteHalf(blocks, 0, d, QuantFormat.Q4_0, block);
            Span<byte> codes = blocks.Slice(2, Half);
            for (int i = 0; i < Half; i++)
                codes[i] = (byte)(Code(values[i] * inverse) | (Code(values[i + Half] * inverse) << 4));
        }
    }

    /// <summary>The first number of largest magnitude; 0 (positive) when all are zeros of any sign.</summary>
    internal static float Largest(ReadOnlySpan<float> values)
    {
        float magnitude = 0, largest = 0;
        foreach (float value in values)
        {
            if (Math.Abs(value) > magnitude)
            {
                magnitude = Math.Abs(value);
                largest = value;
            }
        }
        return largest;
    }

    private static int Code(float value) => Math.Min(15, BlockFormats.Cut(value + 8.5f));
}
