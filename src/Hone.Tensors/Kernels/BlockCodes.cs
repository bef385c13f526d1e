using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Hone.Tensors;

/// <summary>
/// Blocks of a panel as what tiles multiply with, in memory that the nearest cache holds: unsigned codes of a byte each,
/// codes[block of 32, group of 4 columns, output, column], and float32 scales and minima, scales[part, output]. Only moves bits
/// and multiplies exactly, so it may use any vector there is.
/// </summary>
internal static unsafe partial class BlockCodes
{
    /// <summary>Bytes of the codes of a block of 32 columns.</summary>
    public const int BlockBytes = 32 * BlockPanels.Width;

    // How far ahead of itself taking apart asks for memory.
    private const int AheadBytes = 8 * 1024;

    private const int GroupBytes = 4 * BlockPanels.Width, Width = BlockPanels.Width;

    /// <summary>What unsigned codes exceed the integers of the format by.</summary>
    public static int Offset(QuantFormat format) => format switch
    {
        QuantFormat.Q8_0 or QuantFormat.IQ4_NL => 128,
        QuantFormat.Q4_0 => 8,
        QuantFormat.Q5_0 => 16,
        QuantFormat.Q3_K => 4,
        QuantFormat.Q6_K => 32,
        _ => 0,
    };

    /// <summary>The largest unsigned code.</summary>
    public static int Largest(QuantFormat format) => format switch
    {
        QuantFormat.Q8_0 or QuantFormat.IQ4_NL => 255,
        QuantFormat.Q6_K => 63,
        QuantFormat.Q5_0 or QuantFormat.Q5_1 or QuantFormat.Q5_K => 31,
        QuantFormat.Q3_K => 7,
        QuantFormat.Q2_K => 3,
        _ => 15,
    };

    /// <summary>Takes blocks of a panel apart.</summary>
    /// <param name="format">Block format.</param>
    /// <param name="panel">The first of the blocks in its panel.</param>
    /// <param name="blocks">Blocks of the format.</param>
    /// <param name="codes">Receives 32 * 32 bytes for 32 columns.</param>
    /// <param name="scales">Receives 32 numbers a part.</param>
    /// <param name="minima">Receives 32 numbers a part, signed as they are added, where the format has minima.</param>
    public static void Take(QuantFormat format, byte* panel, int blocks, byte* codes, float* scales, float* minima)
    {
        switch (format)
        {
            case QuantFormat.Q8_0: TakeQ8(panel, blocks, codes, scales, 0x80); break;
            case QuantFormat.Q4_0: TakeQ4(panel, blocks, codes, scales, null); break;
            case QuantFormat.Q4_1: TakeQ4(panel, blocks, codes, scales, minima); break;
            case QuantFormat.Q5_0: TakeQ5(panel, blocks, codes, scales, null); break;
            case QuantFormat.Q5_1: TakeQ5(panel, blocks, codes, scales, minima); break;
            case QuantFormat.IQ4_NL: TakeUneven(panel, blocks, codes, scales); break;
            case QuantFormat.Q2_K: TakeQ2K(panel, blocks, codes, scales, minima); break;
            case QuantFormat.Q3_K: TakeQ3K(panel, blocks, codes, scales); break;
            case QuantFormat.Q4_K: TakeQ45K(panel, blocks, codes, scales, minima, false); break;
            case QuantFormat.Q5_K: TakeQ45K(panel, blocks, codes, scales, minima, true); break;
            default: TakeQ6K(panel, blocks, codes, scales); break;
        }
    }

    /// <summary><see cref="Take"/> with signed codes: the integers of the format.</summary>
    /// <param name="format">Block format.</param>
    /// <param name="panel">As there.</param>
    /// <param name="blocks">As there.</param>
    /// <param name="codes">As there.</param>
    /// <param name="scales">As there.</param>
    /// <param name="minima">As there.</param>
    public static void TakeSigned(QuantFormat format, byte* panel, int blocks, byte* codes, float* scales, float* minima)
    {
        if (format == QuantFormat.Q8_0)
        {
            TakeQ8(panel, blocks, codes, scales, 0);
            return;
        }
        Take(format, panel, blocks, codes, scales, minima);
        Sign(format, codes, blocks * (format.BlockElements() / Backend.ActivationBlock));
    }

    // From the unsigned codes of so many blocks of 32 columns.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Sign(QuantFormat format, byte* codes, int blocks)
    {
        if (Offset(format) == 0)
            return;
        Vector256<byte> offset = Vector256.Create((byte)Offset(format));
        for (byte* end = codes + (blocks * BlockBytes); codes < end; codes += 64)
        {
            (Vector256.Load(codes) - offset).Store(codes);
            (Vector256.Load(codes + 32) - offset).Store(codes + 32);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void TakeQ8(byte* panel, int blocks, byte* codes, float* scales, byte flipped)
    {
        Vector256<byte> sign = Vector256.Create(flipped);
        for (; blocks > 0; blocks--, scales += Width)
        {
            Halves(panel, scales);
            panel += 2 * Width;
            for (int i = 0; i < BlockBytes; i += 64, panel += 64, codes += 64)
            {
                (Vector256.Load(panel) ^ sign).Store(codes);
                (Vector256.Load(panel + 32) ^ sign).Store(codes + 32);
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void TakeQ4(byte* panel, int blocks, byte* codes, float* scales, float* minima)
    {
        for (; blocks > 0; blocks--, scales += Width, codes += BlockBytes)
        {
            Halves(panel, scales);
            panel += 2 * Width;
            if (minima != null)
            {
                Halves(panel, minima);
                panel += 2 * Width;
                minima += Width;
            }
            Nibbles(panel, codes, codes + (BlockBytes / 2), BlockBytes / 2);
            panel += BlockBytes / 2;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void TakeQ5(byte* panel, int blocks, byte* codes, float* scales, float* minima)
    {
        // A nibble times 1 + 2^7 + 2^14 + 2^21 has its bit t at place 8 t; here at 8 t + 4.
        Vector256<uint> spread = Vector256.Create(0x02040810u), fifth = Vector256.Create(0x10101010u), nibble = Vector256.Create(15u);
        for (; blocks > 0; blocks--, scales += Width, codes += BlockBytes)
        {
            Halves(panel, scales);
            panel += 2 * Width;
            if (minima != null)
            {
                Halves(panel, minima);
                panel += 2 * Width;
                minima += Width;
            }
            byte* high = panel;
            panel += 4 * Width;
            Nibbles(panel, codes, codes + (BlockBytes / 2), BlockBytes / 2);
            panel += BlockBytes / 2;
            for (int j = 0; j < GroupBytes; j += 32)
            {
                Vector256<uint> bits = Vector256.Load((uint*)(high + j));
                for (int group = 0; group < 8; group++)
                {
                    byte* at = codes + (group * GroupBytes) + j;
                    Vector256<uint> some = (Vector256.ShiftRightLogical(bits, 4 * group) & nibble) * spread & fifth;
                    (Vector256.Load((uint*)at) | some).Store((uint*)at);
                }
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void TakeUneven(byte* panel, int blocks, byte* codes, float* scales)
    {
        // The values plus 128.
        Vector128<byte> values = Vector128.Create((byte)1, 24, 45, 63, 79, 93, 106, 118, 129, 141, 153, 166, 181, 197, 217, 241);
        Vector128<byte> nibble = Vector128.Create((byte)15);
        for (; blocks > 0; blocks--, scales += Width, codes += BlockBytes)
        {
            Halves(panel, scales);
            panel += 2 * Width;
            for (int i = 0; i < BlockBytes / 2; i += 16, panel += 16)
            {
                Vector128<byte> pair = Vector128.Load(panel);
                Vector128.ShuffleNative(values, pair & nibble).Store(codes + i);
                Vector128.ShuffleNative(values, Vector128.ShiftRightLogical(pair.AsUInt16(), 4).AsByte() & nibble).Store(codes + (BlockBytes / 2) + i);
            }
        }
    }

    /// <summary>low[i] = source[i] &amp; 15, high[i] = source[i] >> 4.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Nibbles(byte* source, byte* low, byte* high, int bytes)
    {
        Vector256<byte> nibble = Vector256.Create((byte)15);
        for (int i = 0; i < bytes; i += 64)
        {
            if (Sse.IsSupported)
                Sse.Prefetch0(source + AheadBytes + i);
            Vector256<byte> a = Vector256.Load(source + i), b = Vector256.Load(source + i + 32);
            (a & nibble).Store(low + i);
            (b & nibble).Store(low + i + 32);
            (Vector256.ShiftRightLogical(a.AsUInt16(), 4).AsByte() & nibble).Store(high + i);
            (Vector256.ShiftRightLogical(b.AsUInt16(), 4).AsByte() & nibble).Store(high + i + 32);
        }
    }

    /// <summary>32 float16 to float32, exact for finite ones.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Halves(byte* source, float* target)
    {
        for (int i = 0; i < Width; i += 8)
            Halves8(source + (2 * i)).Store(target + i);
    }

    /// <summary>
    /// 8 float16 to float32. The bits of exponent and fraction move to their places, where the number is 2^-112 of what it
    /// should be, subnormal ones too; the factor is exact.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Halves8(byte* source)
    {
        (Vector128<int> low, Vector128<int> high) = Vector128.Widen(Vector128.Load((short*)source));
        Vector256<int> wide = Vector256.Create(low, high);
        return (Vector256.ShiftLeft(wide, 13) & Vector256.Create(unchecked((int)0x8FFFE000))).AsSingle() * Vector256.Create(5.192296858534828e33f);
    }

    /// <summary>16 float16 to float32, as <see cref="Halves8"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Halves16(byte* source)
    {
        Vector512<int> wide = Avx512F.ConvertToVector512Int32(Vector256.Load((short*)source));
        return (Vector512.ShiftLeft(wide, 13) & Vector512.Create(unchecked((int)0x8FFFE000))).AsSingle() * Vector512.Create(5.192296858534828e33f);
    }
}
