namespace Hone.Tensors;

/// <summary>
/// 18 bytes hold 32 numbers: d (float16), 16 bytes of places in <see cref="Table"/>; byte i has number i low and number i + 16
/// high. Number = d * Table[place].
/// </summary>
internal static class IQ4_NL
{
    private const int Elements = 32, Half = 16, Bytes = 18;

    /// <summary>The 16 values, denser about zero.</summary>
    public static ReadOnlySpan<sbyte> Table => [-127, -104, -83, -65, -49, -35, -22, -10, 1, 13, 25, 38, 53, 69, 89, 113];

    public static void Decode(ReadOnlySpan<byte> blocks, Span<float> values)
    {
        ReadOnlySpan<sbyte> table = Table;
        for (; values.Length > 0; values = values[Elements..], blocks = blocks[Bytes..])
        {
            float d = BlockFormats.ReadHalf(blocks, 0);
            ReadOnlySpan<byte> places = blocks.Slice(2, Half);
            for (int i = 0; i < Half; i++)
            {
                values[i] = d * table[places[i] & 15];
                values[i + Half] = d * table[places[i] >> 4];
            }
        }
    }

    public static void Encode(ReadOnlySpan<float> values, Span<byte> blocks, KernelSet set)
    {
        for (int block = 0; values.Length > 0; values = values[Elements..], blocks = blocks[Bytes..], block++)
        {
            BlockSearchOps.Table(set, values[..Elements], Table, out TableBlock found);
            SuperblockBits.WriteHalf(blocks, 0, found.D, QuantFormat.IQ4_NL, block);
            for (int i = 0; i < Half; i++)
                blocks[2 + i] = (byte)((found.Codes[i] & 15) | ((found.Codes[i + Half] & 15) << 4));
        }
    }
}
