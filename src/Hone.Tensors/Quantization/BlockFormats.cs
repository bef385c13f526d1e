using System.Buffers.Binary;

namespace Hone.Tensors;

/// <summary>
/// Numbers to blocks of bytes and back, in the formats of GGUF. Decoding has the bits of ggml's reference, whose products are
/// exact. Encoding has the bytes of ggml's reference for Q8_0, Q4_0, Q4_1, Q5_0 and Q5_1; for the rest the format leaves the
/// choice of scales open, and a search chooses them. Blocks are independent of each other, so any cut into whole blocks gives the
/// same bytes, on any thread and any processor. Source: ggml, gguf-py and their published block layouts.
/// </summary>
public static partial class BlockFormats
{
    /// <summary>Blocks to float32.</summary>
    /// <param name="format">A format of GGUF; not NF4, whose scales lie apart (<see cref="NF4"/>).</param>
    /// <param name="blocks">Whole blocks. Nothing in them is refused: a scale that is no finite number gives numbers that are none.</param>
    /// <param name="values">As many numbers as the blocks hold.</param>
    /// <exception cref="ArgumentException">The sizes do not match, or the format is NF4.</exception>
    public static void Decode(QuantFormat format, ReadOnlySpan<byte> blocks, Span<float> values)
    {
        CheckSizes(format, values.Length, blocks.Length);
        switch (format)
        {
            case QuantFormat.Q8_0: Q8_0.Decode(blocks, values); break;
            case QuantFormat.Q4_0: Q4_0.Decode(blocks, values); break;
            case QuantFormat.Q4_1: Q4_1.Decode(blocks, values); break;
            case QuantFormat.Q5_0: Q5_0.Decode(blocks, values); break;
            case QuantFormat.Q5_1: Q5_1.Decode(blocks, values); break;
            case QuantFormat.Q2_K: Q2_K.Decode(blocks, values); break;
            case QuantFormat.Q3_K: Q3_K.Decode(blocks, values); break;
            case QuantFormat.Q4_K: Q4_K.Decode(blocks, values); break;
            case QuantFormat.Q5_K: Q5_K.Decode(blocks, values); break;
            case QuantFormat.Q6_K: Q6_K.Decode(blocks, values); break;
            case QuantFormat.IQ4_NL: IQ4_NL.Decode(blocks, values); break;
            default: QuantErrors.ScalesApart(format); break;
        }
    }

    /// <summary>Float32 to blocks.</summary>
    /// <param name="format">A format of GGUF; not NF4, whose scales lie apart (<see cref="NF4"/>).</param>
    /// <param name="values">Whole blocks of finite numbers; a row is a whole number of blocks.</param>
    /// <param name="blocks">As many bytes as the blocks take.</param>
    /// <exception cref="ArgumentException">
    /// The sizes do not match, the format is NF4, a number is a NaN or an infinity, or a block is so large that its scale is beyond float16.
    /// </exception>
    public static void Encode(QuantFormat format, ReadOnlySpan<float> values, Span<byte> blocks) =>
        Encode(format, values, blocks, KernelSets.Best);

    /// <summary>The same with the instructions of one set; all sets give the same bytes.</summary>
    internal static void Encode(QuantFormat format, ReadOnlySpan<float> values, Span<byte> blocks, KernelSet set)
    {
        CheckSizes(format, values.Length, blocks.Length);
        EncodePart(format, values, blocks, set, first: 0);
    }

    // "first" is the place of the first number in the whole, for messages.
    private static void EncodePart(QuantFormat format, ReadOnlySpan<float> values, Span<byte> blocks, KernelSet set, int first)
    {
        for (int i = 0; i < values.Length; i++)
        {
            if (!float.IsFinite(values[i]))
                QuantErrors.NotFinite(format, first + i, values[i]);
        }
        switch (format)
        {
            case QuantFormat.Q8_0: Q8_0.Encode(values, blocks); break;
            case QuantFormat.Q4_0: Q4_0.Encode(values, blocks); break;
            case QuantFormat.Q4_1: Q4_1.Encode(values, blocks); break;
            case QuantFormat.Q5_0: Q5_0.Encode(values, blocks); break;
            case QuantFormat.Q5_1: Q5_1.Encode(values, blocks); break;
            case QuantFormat.Q2_K: Q2_K.Encode(values, blocks, set); break;
            case QuantFormat.Q3_K: Q3_K.Encode(values, blocks, set); break;
            case QuantFormat.Q4_K: Q4_K.Encode(values, blocks, set); break;
            case QuantFormat.Q5_K: Q5_K.Encode(values, blocks, set); break;
            case QuantFormat.Q6_K: Q6_K.Encode(values, blocks, set); break;
            case QuantFormat.IQ4_NL: IQ4_NL.Encode(values, blocks, set); break;
            default: QuantErrors.ScalesApart(format); break;
        }
    }

    /// <summary>The float16 at a place in a block.</summary>
    internal static float ReadHalf(ReadOnlySpan<byte> block, int offset) =>
        FloatCasts.FromFloat16(BinaryPrimitives.ReadUInt16LittleEndian(block[offset..]));

    /// <summary>Writes a scale or minimum as float16; refuses one that float16 does not hold.</summary>
    internal static void WriteHalf(Span<byte> bytes, int offset, float value, QuantFormat format, int block)
    {
        ushort half = FloatCasts.ToFloat16(value);
        if ((half & 0x7C00) == 0x7C00)
            QuantErrors.TooLarge(format, block, value);
        BinaryPrimitives.WriteUInt16LittleEndian(bytes[offset..], half);
    }

    /// <summary>
    /// A code from a number, cut toward zero and to a byte as x86 does it: what no 32-bit integer holds (the reciprocal of a
    /// scale below 2^-128 is infinite) becomes 0.
    /// </summary>
    internal static int Cut(float value) => Math.Abs(value) < 2147483648f ? (sbyte)(int)value : 0;

    private static void CheckSizes(QuantFormat format, int numbers, int bytes)
    {
        int each = format.BlockElements(), size = format.BlockBytes();
        if (numbers % each != 0 || (long)numbers / each * size != bytes)
            QuantErrors.Sizes(format, numbers, bytes);
    }
}
