using System.Runtime.CompilerServices;

namespace Hone.Tensors;

/// <summary>What the searches of <see cref="AffineSearch{TLanes}"/> and <see cref="SymmetricSearch{TLanes}"/> share: one superblock of 256 numbers, brought to a magnitude of 1.</summary>
internal static unsafe class BlockSearch
{
    /// <summary>Numbers in a superblock.</summary>
    public const int Elements = 256;

    /// <summary>Parts at most in a superblock.</summary>
    public const int MaxParts = 16;

    // Adding it moves the fraction bits of a number below 2^22 out of a float32: rounds to the nearest, ties to even.
    private const float RoundingBias = 12582912f;

    // A scale is at most the largest magnitude, and what is not above 2^-25 is 0 as a float16.
    private const float Nothing = 1f / (1 << 26);

    /// <summary>The lanes rounded to integers, ties to even; below 2^22.</summary>
    public static TLanes Round<TLanes>(TLanes a) where TLanes : unmanaged, ILanes<TLanes> =>
        a + TLanes.Create(RoundingBias) - TLanes.Create(RoundingBias);

    /// <summary>The number rounded to an integer, ties to even; below 2^22.</summary>
    public static float Round(float a) => a + RoundingBias - RoundingBias;

    /// <summary>
    /// x = values * 2^-exponent, whose largest magnitude is at least 1 and below 2; false when all are so small that every
    /// scale would be 0. The factor is a power of two, so that a search sees the same digits at any magnitude.
    /// </summary>
    public static bool Normalize(float* values, float* x, int count, out int exponent)
    {
        float largest = 0;
        for (int i = 0; i < count; i++)
            largest = Math.Max(largest, Math.Abs(values[i]));
        exponent = 0;
        if (largest <= Nothing)
            return false;
        // Clamped where 2^-exponent would be subnormal; no scale of such a block fits into float16.
        exponent = Math.Min(126, (int)(BitConverter.SingleToUInt32Bits(largest) >> 23) - 127);
        float factor = PowerOfTwo(-exponent);
        for (int i = 0; i < count; i++)
            x[i] = values[i] * factor;
        return true;
    }

    /// <summary>2^exponent, -126 to 127.</summary>
    public static float PowerOfTwo(int exponent) => BitConverter.UInt32BitsToSingle((uint)(exponent + 127) << 23);

    /// <summary>
    /// The float16 nearest to <paramref name="scale"/> * 2^exponent, and in <paramref name="scale"/> what it holds, * 2^-exponent. A
    /// scale that float16 would lose becomes the least that it has: integers under it can then be smaller ones.
    /// </summary>
    public static ushort RoundToHalf(ref float scale, int exponent)
    {
        float least = PowerOfTwo(-24 - exponent);
        if (scale != 0 && Math.Abs(scale) < least)
            scale = MathF.CopySign(least, scale);
        // The exponent is -26 to 126; the product of a power of two cannot lose digits that float16 keeps.
        ushort half = FloatCasts.ToFloat16(scale * PowerOfTwo(exponent));
        scale = FloatCasts.FromFloat16(half) * PowerOfTwo(-exponent);
        return half;
    }
}

/// <summary>Integers of the parts of a superblock.</summary>
[InlineArray(BlockSearch.MaxParts)]
internal struct PartIntegers
{
    private int _first;
}

/// <summary>Codes of the numbers of a superblock.</summary>
[InlineArray(BlockSearch.Elements)]
internal struct NumberCodes
{
    private sbyte _first;
}
