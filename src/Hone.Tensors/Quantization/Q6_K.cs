namespace Hone.Tensors;

/// <summary>
/// 210 bytes hold 256 numbers in 16 parts of 16: 128 bytes of low four bits (of each 128 numbers, byte i has number i low and
/// number i + 64 high), 64 bytes of the upper two bits, 16 scales (int8), d (float16). Number = d * scale * (code - 32).
/// </summary>
internal static class Q6_K
{
    private const int Elements = 256, Parts = 16, PartElements = 16, Bytes = 210, Upper = 128, Scales = 192, D = 208;

    private static readonly SymmetricRule Rule = new(PartElements, CodeHalf: 32, ScaleHalf: 128);

    public static void Decode(ReadOnlySpan<byte> blocks, Span<float> values)
    {
        for (; values.Length > 0; values = values[Elements..], blocks = blocks[Bytes..])
        {
            float d = BlockFormats.ReadHalf(blocks, D);
            for (int part = 0; part < Parts; part++)
            {
                float scale = d * (sbyte)blocks[Scales + part];
                (int start, int upperShift) = SuperblockBits.TwoBits(part);
                int shift = part % 8 / 4 * 4;
                ReadOnlySpan<byte> lower = blocks.Slice((part / 8 * 64) + (part % 4 * 16), PartElements), upper = blocks.Slice(Upper + start, PartElements);
                Span<float> target = values.Slice(part * PartElements, PartElements);
                for (int i = 0; i < target.Length; i++)
                    target[i] = scale * (((lower[i] >> shift) & 15) + (((upper[i] >> upperShift) & 3) << 4) - 32);
            }
        }
    }

    public static void Encode(ReadOnlySpan<float> values, Span<byte> blocks, KernelSet set)
    {
        for (int block = 0; values.Length > 0; values = values[Elements..], blocks = blocks[Bytes..], block++)
        {
            BlockSearchOps.Symmetric(set, values[..Elements], Rule, out SymmetricBlock found);
            for (int i = 0; i < Elements; i++)
                found.Codes[i] += 32;
            for (int i = 0; i < 128; i++)
            {
                int number = (i / 64 * 128) + (i % 64);
                blocks[i] = (byte)((found.Codes[number] & 15) | ((found.Codes[number + 64] & 15) << 4));
            }
            SuperblockBits.PackTwoBits(found.Codes, shift: 4, blocks[Upper..]);
            for (int part = 0; part < Parts; part++)
                blocks[Scales + part] = (byte)found.Scales[part];
            SuperblockBits.WriteHalf(blocks, D, found.D, QuantFormat.Q6_K, block);
        }
    }
}
