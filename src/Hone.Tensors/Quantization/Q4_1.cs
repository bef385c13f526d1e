namespace Hone.Tensors;

/// <summary>20 bytes hold 32 numbers: d, m (float16), 16 bytes of codes; byte i has number i low and number i + 16 high. Number = d * code + m.</summary>
internal static class Q4_1
{
    private const int Elements = 32, Half = 16, Bytes = 20;

    public static void Decode(ReadOnlySpan<byte> blocks, Span<float> values)
    {
        for (; values.Length > 0; values = values[Elements..], blocks = blocks[Bytes..])
        {
            float d = BlockFormats.ReadHalf(blocks, 0), m = BlockFormats.ReadHalf(blocks, 2);
            ReadOnlySpan<byte> codes = blocks.Slice(4, Half);
            for (int i = 0; i < Half; i++)
            {
                values[i] = ((codes[i] & 15) * d) + m;
                values[i + Half] = ((codes[i] >> 4) * d) + m;
            }
        }
    }

    // The smallest number is code 0, the largest code 15. The codes are those of the unrounded scale and minimum.
    public static void Encode(ReadOnlySpan<float> values, Span<byte> blocks)
    {
        for (int block = 0; values.Length > 0; values = values[Elements..], blocks = blocks[Bytes..], block++)
        {
            (float smallest, float largest) = Range(values[..Elements]);
            float d = (largest - smallest) / 15, inverse = d != 0 ? 1 / d : 0;
            BlockFormats.WriteHalf(blocks, 0, d, QuantFormat.Q4_1, block);
            BlockFormats.WriteHalf(blocks, 2, smallest, QuantFormat.Q4_1, block);
            Span<byte> codes = blocks.Slice(4, Half);
            for (int i = 0; i < Half; i++)
                codes[i] = (byte)(Code((values[i] - smallest) * inverse) | (Code((values[i + Half] - smallest) * inverse) << 4));
        }
    }

    /// <summary>The first smallest and the first largest number: of zeros of both signs the first one's sign counts.</summary>
    internal static (float Smallest, float Largest) Range(ReadOnlySpan<float> values)
    {
        float smallest = float.MaxValue, largest = float.MinValue;
        foreach (float value in values)
        {
            if (value < smallest)
                smallest = value;
            if (value > largest)
                largest = value;
        }
        return (smallest, largest);
    }

    private static int Code(float value) => Math.Min(15, BlockFormats.Cut(value + 0.5f));
}
