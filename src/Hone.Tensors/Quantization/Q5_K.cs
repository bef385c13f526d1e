namespace Hone.Tensors;

/// <summary>
/// 176 bytes hold 256 numbers in 8 parts of 32: d, m (float16), 12 bytes of 6-bit scales and minima, 32 bytes of fifth bits (byte
/// i has numbers i, i + 32 ... from the lowest bit up), 128 bytes of low four bits. Number = d * scale * code - m * minimum.
/// </summary>
internal static class Q5_K
{
    private const int Elements = 256, Parts = 8, PartElements = 32, Bytes = 176, D = 0, M = 2, Pairs = 4, Fifth = 16, Codes = 48;

    private static readonly AffineRule Rule = new(PartElements, Top: 31, Levels: 63, GridStart: -0.5f, GridStep: 0.1f, GridSteps: 16, EvenShare: 1);

    public static void Decode(ReadOnlySpan<byte> blocks, Span<float> values)
    {
        for (; values.Length > 0; values = values[Elements..], blocks = blocks[Bytes..])
        {
            float d = BlockFormats.ReadHalf(blocks, D), m = BlockFormats.ReadHalf(blocks, M);
            ReadOnlySpan<byte> fifth = blocks.Slice(Fifth, PartElements);
            for (int part = 0; part < Parts; part++)
            {
                (int s, int least) = SuperblockBits.SixBitPair(blocks.Slice(Pairs, 12), part);
                float scale = d * s, minimum = m * least;
                int shift = part % 2 * 4;
                ReadOnlySpan<byte> codes = blocks.Slice(Codes + (part / 2 * 32), PartElements);
                Span<float> target = values.Slice(part * PartElements, PartElements);
                for (int i = 0; i < target.Length; i++)
                    target[i] = (scale * (((codes[i] >> shift) & 15) + (((fifth[i] >> part) & 1) << 4))) - minimum;
            }
        }
    }

    public static void Encode(ReadOnlySpan<float> values, Span<byte> blocks, KernelSet set)
    {
        for (int block = 0; values.Length > 0; values = values[Elements..], blocks = blocks[Bytes..], block++)
        {
            BlockSearchOps.Affine(set, values[..Elements], Rule, out AffineBlock found);
            SuperblockBits.WriteHalf(blocks, D, found.D, QuantFormat.Q5_K, block);
            SuperblockBits.WriteHalf(blocks, M, found.M, QuantFormat.Q5_K, block);
            SuperblockBits.PackSixBitPairs(found.Scales, found.Minima, blocks.Slice(Pairs, 12));
            for (int i = 0; i < PartElements; i++)
            {
                int fifth = 0;
                for (int part = 0; part < Parts; part++)
                    fifth |= (found.Codes[i + (part * PartElements)] >> 4) << part;
                blocks[Fifth + i] = (byte)fifth;
            }
            SuperblockBits.PackFourBits(found.Codes, blocks[Codes..]);
        }
    }
}
