namespace Hone.Tensors;

/// <summary>
/// 84 bytes hold 256 numbers in 16 parts of 16: a byte a part (scale low, minimum high), 64 bytes of two bits a number, d, m
/// (float16). Number = d * scale * code - m * minimum.
/// </summary>
internal static class Q2_K
{
    private const int Elements = 256, Parts = 16, PartElements = 16, Bytes = 84, Codes = 16, D = 80, M = 82;

    private static readonly AffineRule Rule = new(PartElements, Top: 3, Levels: 15, GridStart: -0.5f, GridStep: 0.1f, GridSteps: 16, EvenShare: 0.5f);

    public static void Decode(ReadOnlySpan<byte> blocks, Span<float> values)
    {
        for (; values.Length > 0; values = values[Elements..], blocks = blocks[Bytes..])
        {
            float d = BlockFormats.ReadHalf(blocks, D), m = BlockFormats.ReadHalf(blocks, M);
            for (int part = 0; part < Parts; part++)
            {
                float scale = d * (blocks[part] & 15), minimum = m * (blocks[part] >> 4);
                (int start, int shift) = SuperblockBits.TwoBits(part);
                ReadOnlySpan<byte> codes = blocks.Slice(Codes + start, PartElements);
                Span<float> target = values.Slice(part * PartElements, PartElements);
                for (int i = 0; i < target.Length; i++)
                    target[i] = (scale * ((codes[i] >> shift) & 3)) - minimum;
            }
        }
    }

    public static void Encode(ReadOnlySpan<float> values, Span<byte> blocks, KernelSet set)
    {
        for (int block = 0; values.Length > 0; values = values[Elements..], blocks = blocks[Bytes..], block++)
        {
            BlockSearchOps.Affine(set, values[..Elements], Rule, out AffineBlock found);
            for (int part = 0; part < Parts; part++)
                blocks[part] = (byte)(found.Scales[part] | (found.Minima[part] << 4));
            SuperblockBits.PackTwoBits(found.Codes, shift: 0, blocks[Codes..]);
            SuperblockBits.WriteHalf(blocks, D, found.D, QuantFormat.Q2_K, block);
            SuperblockBits.WriteHalf(blocks, M, found.M, QuantFormat.Q2_K, block);
        }
    }
}
