namespace Hone.Models;

/// <summary>Exact widening of the 16-bit floating-point types of files, and rounding to bfloat16.</summary>
internal static class FloatBits
{
    /// <summary>The float32 with the value of a binary16: signs, subnormals, infinities and NaN payloads are kept.</summary>
    public static float FromFloat16(ushort bits)
    {
        uint sign = (uint)(bits & 0x8000) << 16;
        uint exponent = (uint)(bits >> 10) & 0x1F;
        uint fraction = (uint)bits & 0x3FF;
        if (exponent == 0x1F)
            return BitConverter.UInt32BitsToSingle(sign | 0x7F800000 | (fraction << 13));
        if (exponent != 0)
            return BitConverter.UInt32BitsToSingle(sign | ((exponent + 112) << 23) | (fraction << 13));
        // A subnormal is fraction * 2^-24, which float32 holds as a normal number.
        float magnitude = fraction * (1f / (1 << 24));
        return BitConverter.UInt32BitsToSingle(sign | BitConverter.SingleToUInt32Bits(magnitude));
    }

    /// <summary>The float32 whose upper half the bits are.</summary>
    public static float FromBFloat16(ushort bits) => BitConverter.UInt32BitsToSingle((uint)bits << 16);

    /// <summary>The nearest bfloat16, ties to even; a NaN stays a NaN.</summary>
    public static ushort ToBFloat16(float value)
    {
        uint bits = BitConverter.SingleToUInt32Bits(value);
        if (float.IsNaN(value))
            return (ushort)((bits >> 16) | 0x40);
        return (ushort)((bits + 0x7FFF + ((bits >> 16) & 1)) >> 16);
    }
}
