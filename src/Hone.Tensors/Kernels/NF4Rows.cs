using System.Runtime.Intrinsics;

namespace Hone.Tensors;

/// <summary>
/// Rows of an NF4 weight as numbers. A row of 64-number blocks lies as two places a byte, row after row; the magnitudes of all
/// blocks in that order are quantized again (<see cref="NF4Scales"/>), so that a weight takes 4.13 bits.
/// Number = table value * (second table value * second magnitude + mean), each operation rounded.
/// </summary>
internal static unsafe class NF4Rows
{
    /// <summary>The two table values of every byte, the upper four bits first.</summary>
    private static readonly ulong[] s_pairs = MakePairs();

    /// <summary>Decodes part of a row.</summary>
    /// <param name="places">Of the row.</param>
    /// <param name="scales">Of the weight.</param>
    /// <param name="row">Which row it is.</param>
    /// <param name="target">The whole row.</param>
    public static void Decode(ReadOnlySpan<byte> places, NF4Scales scales, int row, Span<float> target)
    {
        const int Each = NF4.DefaultBlockElements;
        ReadOnlySpan<byte> codes = scales.Codes;
        ReadOnlySpan<float> table = NF4Scales.Codebook, largest = scales.Largest;
        int blocks = target.Length / Each;
        long first = (long)row * blocks;
        fixed (float* to = target)
        fixed (ulong* pairs = s_pairs)
        {
            for (int block = 0; block < blocks; block++)
            {
                int at = checked((int)(first + block));
                float magnitude = (table[codes[at]] * largest[at / NF4Scales.BlockElements]) + scales.Offset;
                float* values = to + (block * Each);
                for (int i = 0; i < Each; i += 2)
                    *(ulong*)(values + i) = pairs[places[((block * Each) + i) / 2]];
                for (int i = 0; i < Each; i += 4)
                    (Vector128.Load(values + i) * magnitude).Store(values + i);
            }
        }
    }

    private static ulong[] MakePairs()
    {
        var pairs = new ulong[256];
        for (int i = 0; i < pairs.Length; i++)
            pairs[i] = BitConverter.SingleToUInt32Bits(NF4.Codebook[i >> 4]) | ((ulong)BitConverter.SingleToUInt32Bits(NF4.Codebook[i & 15]) << 32);
        return pairs;
    }
}
