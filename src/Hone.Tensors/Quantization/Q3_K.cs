namespace Hone.Tensors;

/// <summary>
/// 110 bytes hold 256 numbers in 16 parts of 16: 32 bytes of upper bits (byte i has numbers i, i + 32 ... from the lowest bit
/// up), 64 bytes of two bits a number, 12 bytes of 6-bit scales, d (float16). Number = d * scale * (code - 4).
/// </summary>
internal static class Q3_K
{
    private const int Elements = 256, Parts = 16, PartElements = 16, Bytes = 110, Upper = 0, Codes = 32, Scales = 96, D = 108;

    private static readonly SymmetricRule Rule = new(PartElements, CodeHalf: 4, ScaleHalf: 32);

    public static void Decode(ReadOnlySpan<byte> blocks, Span<float> values)
    {
        for (; values.Length > 0; values = values[Elements..], blocks = blocks[Bytes..])
        {
            float d = BlockFormats.ReadHalf(blocks, D);
            for (int part = 0; part < Parts; part++)
            {
                float scale = d * SuperblockBits.SixBitScale(blocks.Slice(Scales, 12), part);
                (int start, int shift) = SuperblockBits.TwoBits(part);
                ReadOnlySpan<byte> codes = blocks.Slice(Codes + start, PartElements), upper = blocks.Slice(Upper + (part % 2 * 16), PartElements);
                Span<float> target = values.Slice(part * PartElements, PartElements);
                for (int i = 0; i < target.Length; i++)
                    target[i] = scale * (((codes[i] >> shift) & 3) + (((upper[i] >> (part / 2)) & 1) << 2) - 4);
            }
        }
    }

    public static void Encode(ReadOnlySpan<float> values, Span<byte> blocks, KernelSet set)
    {
        for (int block = 0; values.Length > 0; values = values[Elements..], blocks = blocks[Bytes..], block++)
        {
            BlockSearchOps.Symmetric(set, values[..Elements], Rule, out SymmetricBlock found);
            for (int i = 0; i < Elements; i++)
                found.Codes[i] += 4;
            for (int i = 0; i < 32; i++)
            {
                int upper = 0;
                for (int bit = 0; bit < 8; bit++)
                    upper |= ((found.Codes[i + (bit * 32)] >> 2) & 1) << bit;
                blocks[Upper + i] = (byte)upper;
            }
            SuperblockBits.PackTwoBits(found.Codes, shift: 0, blocks[Codes..]);
            SuperblockBits.PackSixBitScales(found.Scales, blocks.Slice(Scales, 12));
            SuperblockBits.WriteHalf(blocks, D, found.D, QuantFormat.Q3_K, block);
        }
    }
}
