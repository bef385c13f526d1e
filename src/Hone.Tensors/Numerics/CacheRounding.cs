namespace Hone.Tensors;

/// <summary>Rounding of one key or value to what a cache holds, in scalar code: the specification of <see cref="Backend.RoundToCache"/>.</summary>
internal static class CacheRounding
{
    /// <summary>Largest magnitude of a quantized number.</summary>
    public const float Int8Limit = 127f;

    /// <summary>Bits of the nearest BFloat16, ties to even; a NaN stays a NaN.</summary>
    public static ushort ToBFloat16(float value)
    {
        uint bits = BitConverter.SingleToUInt32Bits(value);
        return (ushort)((float.IsNaN(value) ? bits | 0x400000 : bits + 0x7FFF + ((bits >> 16) & 1)) >> 16);
    }

    /// <summary>The float32 of a BFloat16.</summary>
    public static float FromBFloat16(ushort bits) => BitConverter.UInt32BitsToSingle((uint)bits << 16);

    /// <summary>max |x_d| / 127; NaN when a number is not finite.</summary>
    public static float Int8Scale(ReadOnlySpan<float> x)
    {
        float largest = 0;
        foreach (float value in x)
        {
            if (!float.IsFinite(value))
                return float.NaN;
            largest = Math.Max(largest, Math.Abs(value));
        }
        return largest / Int8Limit;
    }

    /// <summary>x / scale to the nearest integer, ties to even, within -127 and 127; 0 where the scale is 0 or NaN.</summary>
    public static sbyte ToInt8(float x, float scale) =>
        scale > 0 ? (sbyte)MathF.Round(Math.Clamp(x / scale, -Int8Limit, Int8Limit), MidpointRounding.ToEven) : (sbyte)0;

    /// <summary>The float32 of a quantized number.</summary>
    public static float FromInt8(sbyte q, float scale) => q * scale;

    /// <summary>A row rounded, as float32. <paramref name="y"/> may be <paramref name="x"/>.</summary>
    public static void Round(ReadOnlySpan<float> x, CacheDType type, Span<float> y)
    {
        float scale = type == CacheDType.Int8 ? Int8Scale(x) : 0;
        for (int d = 0; d < x.Length; d++)
        {
            y[d] = type switch
            {
                CacheDType.BFloat16 => FromBFloat16(ToBFloat16(x[d])),
                CacheDType.Int8 => FromInt8(ToInt8(x[d], scale), scale),
                _ => x[d],
            };
        }
    }
}
