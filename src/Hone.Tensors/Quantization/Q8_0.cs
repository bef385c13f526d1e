namespace Hone.Tensors;

/// <summary>34 bytes hold 32 numbers: d (float16), 32 codes (int8). Number = d * code.</summary>
internal static class Q8_0
{
    private const int Elements = 32, Bytes = 34;

    public static void Decode(ReadOnlySpan<byte> blocks, Span<float> values)
    {
        for (; values.Length > 0; values = values[Elements..], blocks = blocks[Bytes..])
        {
            float d = BlockFormats.ReadHalf(blocks, 0);
            ReadOnlySpan<byte> codes = blocks.Slice(2, Elements);
            for (int i = 0; i < Elements; i++)
                values[i] = (sbyte)codes[i] * d;
        }
    }

    // The largest magnitude is code 127; codes are rounded half away from zero.
    public static void Encode(ReadOnlySpan<float> values, Span<byte> blocks)
    {
        for (int block = 0; values.Length > 0; values = values[Elements..], blocks = blocks[Bytes..], block++)
        {
            float largest = 0;
            foreach (float value in values[..Elements])
                largest = Math.Max(largest, Math.Abs(value));
            float d = largest / 127, inverse = d != 0 ? 1 / d : 0;
            BlockFormats.WriteHalf(blocks, 0, d, QuantFormat.Q8_0, block);
            Span<byte> codes = blocks.Slice(2, Elements);
            for (int i = 0; i < Elements; i++)
                codes[i] = (byte)Round(values[i] * inverse);
        }
    }

    // Below 2^23 adding a half of the sign and cutting could round 0.49999997 up, so the rest is looked at instead.
    private static int Round(float value)
    {
        int cut = BlockFormats.Cut(value);
        float rest = value - cut;
        return Math.Abs(value) < 128 ? cut + (rest >= 0.5f ? 1 : rest <= -0.5f ? -1 : 0) : cut;
    }
}
