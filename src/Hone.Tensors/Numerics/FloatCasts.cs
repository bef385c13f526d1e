namespace Hone.Tensors;

/// <summary>
/// Casts between float32 and the smaller floating-point formats of files: to the nearest value, ties to even, nothing saturated
/// where the format has an infinity or a NaN to say so. Widening is exact. The bits are the same on every machine.
/// </summary>
public static class FloatCasts
{
    /// <summary>The nearest binary16 (IEEE 754): from 65,520 on an infinity, subnormals kept; a NaN stays a NaN of its sign.</summary>
    public static ushort ToFloat16(float value) => (ushort)ToSmall(value, exponentBits: 5, fractionBits: 10);

    /// <summary>The float32 with the value of a binary16: signs, subnormals, infinities and NaN payloads are kept.</summary>
    public static float FromFloat16(ushort bits)
    {
        uint sign = (uint)(bits & 0x8000) << 16, exponent = (uint)(bits >> 10) & 0x1F, fraction = (uint)bits & 0x3FF;
        return exponent switch
        {
            0x1F => BitConverter.UInt32BitsToSingle(sign | 0x7F800000 | (fraction << 13)),
            // A subnormal is fraction * 2^-24, which float32 holds as a normal number.
            0 => BitConverter.UInt32BitsToSingle(sign | BitConverter.SingleToUInt32Bits(fraction * (1f / (1 << 24)))),
            _ => BitConverter.UInt32BitsToSingle(sign | ((exponent + 112) << 23) | (fraction << 13)),
        };
    }

    /// <summary>The nearest bfloat16: the upper half of the float32, rounded; subnormals kept, a NaN stays a NaN of its sign.</summary>
    public static ushort ToBFloat16(float value)
    {
        uint bits = BitConverter.SingleToUInt32Bits(value);
        if (float.IsNaN(value))
            return (ushort)((bits >> 16) | 0x40);
        return (ushort)((bits + 0x7FFF + ((bits >> 16) & 1)) >> 16);
    }

    /// <summary>The float32 whose upper half the bits are.</summary>
    public static float FromBFloat16(ushort bits) => BitConverter.UInt32BitsToSingle((uint)bits << 16);

    /// <summary>The nearest float8 E5M2 (OCP 8-bit floating point, section 5): from 61,440 on an infinity.</summary>
    public static byte ToFloat8E5M2(float value) => (byte)ToSmall(value, exponentBits: 5, fractionBits: 2);

    /// <summary>The float32 with the value of a float8 E5M2: the upper byte of a binary16.</summary>
    public static float FromFloat8E5M2(byte bits) => FromFloat16((ushort)(bits << 8));

    /// <summary>
    /// The nearest float8 E4M3 without infinities (OCP 8-bit floating point, section 5; "e4m3fn"). 448 is the largest number: what
    /// lies beyond, infinities included, becomes 448 of its sign, as torch casts it; a NaN stays a NaN.
    /// </summary>
    public static byte ToFloat8E4M3(float value)
    {
        uint sign = (BitConverter.SingleToUInt32Bits(value) >> 24) & 0x80;
        if (float.IsNaN(value))
            return (byte)(sign | 0x7F);
        return Math.Abs(value) >= 448f ? (byte)(sign | 0x7E) : (byte)ToSmall(value, exponentBits: 4, fractionBits: 3);
    }

    /// <summary>The float32 with the value of a float8 E4M3 without infinities.</summary>
    public static float FromFloat8E4M3(byte bits)
    {
        uint sign = (uint)(bits & 0x80) << 24, exponent = (uint)(bits >> 3) & 0xF, fraction = (uint)bits & 7;
        if ((bits & 0x7F) == 0x7F)
            return BitConverter.UInt32BitsToSingle(sign | 0x7FC00000);
        return exponent == 0
            ? BitConverter.UInt32BitsToSingle(sign | BitConverter.SingleToUInt32Bits(fraction * (1f / 512)))
            : BitConverter.UInt32BitsToSingle(sign | ((exponent + 120) << 23) | (fraction << 20));
    }

    // Sign, exponent and fraction side by side. An exponent of ones is infinity and NaN; E4M3, which has numbers there, comes
    // with numbers only.
    private static uint ToSmall(float value, int exponentBits, int fractionBits)
    {
        uint bits = BitConverter.SingleToUInt32Bits(value), magnitude = bits & 0x7FFFFFFF;
        uint sign = bits >> 31 << (exponentBits + fractionBits);
        uint infinity = ((1u << exponentBits) - 1) << fractionBits;
        int bias = (1 << (exponentBits - 1)) - 1, drop = 23 - fractionBits;
        if (magnitude > 0x7F800000)
            return sign | infinity | (1u << (fractionBits - 1)) | ((magnitude & 0x7FFFFF) >> drop);

        int exponent = (int)(magnitude >> 23) - 127 + bias;
        uint rounded;
        if (exponent >= 1)
        {
            // A carry out of the fraction is the next exponent, as it should be.
            rounded = RoundShift(magnitude - ((uint)(127 - bias) << 23), drop);
        }
        else
        {
            uint fraction = (magnitude & 0x7FFFFF) | 0x800000;
            int shift = drop + 1 - exponent;
            rounded = magnitude < 0x800000 || shift > 25 ? 0 : RoundShift(fraction, shift);
        }
        return sign | (exponentBits == 4 ? rounded : Math.Min(rounded, infinity));
    }

    private static uint RoundShift(uint value, int shift)
    {
        uint half = 1u << (shift - 1), kept = value >> shift, rest = value & ((half << 1) - 1);
        return rest > half || (rest == half && (kept & 1) != 0) ? kept + 1 : kept;
    }
}
