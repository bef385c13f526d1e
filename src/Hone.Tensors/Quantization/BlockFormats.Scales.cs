using System.Buffers.Binary;

namespace Hone.Tensors;

public static partial class BlockFormats
{
    private const int HalfExponent = 0x7C00;

    /// <summary>
    /// The first block that has a scale or a minimum that is an infinity or a NaN. No encoder writes one, and products with such blocks
    /// mean nothing: who reads blocks from a file refuses it.
    /// </summary>
    /// <param name="format">A format of GGUF; not NF4, whose scales lie apart (<see cref="NF4"/>).</param>
    /// <param name="blocks">Whole blocks.</param>
    /// <returns>The number of the block, or -1 where all are finite.</returns>
    /// <exception cref="ArgumentException">The bytes are no whole blocks, or the format is NF4.</exception>
    public static long FirstNonFinite(QuantFormat format, ReadOnlySpan<byte> blocks)
    {
        (int scale, int minimum) = ScalePlaces(format);
        int size = format.BlockBytes();
        if (blocks.Length % size != 0)
            throw new ArgumentException($"{blocks.Length} bytes are no whole blocks of {format}, which have {size}.", nameof(blocks));
        for (int at = 0; at < blocks.Length; at += size)
        {
            if (!IsFinite(blocks, at + scale) || !IsFinite(blocks, at + minimum))
                return at / size;
        }
        return -1;
    }

    private static bool IsFinite(ReadOnlySpan<byte> blocks, int at) =>
        (BinaryPrimitives.ReadUInt16LittleEndian(blocks[at..]) & HalfExponent) != HalfExponent;

    // Where the float16 numbers of a block are; the same place twice where there is one.
    private static (int Scale, int Minimum) ScalePlaces(QuantFormat format) => format switch
    {
        QuantFormat.Q8_0 or QuantFormat.Q4_0 or QuantFormat.Q5_0 or QuantFormat.IQ4_NL => (0, 0),
        QuantFormat.Q4_1 or QuantFormat.Q5_1 or QuantFormat.Q4_K or QuantFormat.Q5_K => (0, 2),
        QuantFormat.Q2_K => (80, 82),
        QuantFormat.Q3_K => (108, 108),
        QuantFormat.Q6_K => (208, 208),
        _ => throw new ArgumentException($"The scales of {format} do not lie in its blocks.", nameof(format)),
    };
}
