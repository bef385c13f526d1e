using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Hone.Tensors;

/// <summary>
/// Keys and values to and from what a cache holds. The scalar equivalent is <see cref="CacheRounding"/>; every step is an exact
/// move or one IEEE operation on each number, so that all widths of vectors give its bits.
/// </summary>
internal static unsafe class CacheKernels
{
    // 1.5 x 2^23: a float of magnitude below 2^22 that is added to it is rounded to an integer, ties to even, in its low bits.
    private const float Rounder = 12582912f;

    /// <summary>The scale of a row: max |x_d| / 127, NaN when a number is not finite.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static float Scale<T>(float* x, int width) where T : unmanaged, ILanes<T>
    {
        // x - x is 0, and a NaN for what is not finite.
        T largest = T.Create(0f), zero = T.Create(0f);
        int d = 0;
        for (; d + LaneMemory.Count <= width; d += LaneMemory.Count)
            Largest(T.Load(x + d), ref largest, ref zero);
        if (d < width)
            Largest(LaneMemory.Load<T>(x + d, width - d), ref largest, ref zero);
        float nothing = T.Sum(zero);
        return nothing == 0f ? T.Largest(largest) / CacheRounding.Int8Limit : float.NaN;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Largest<T>(T x, ref T largest, ref T zero) where T : unmanaged, ILanes<T>
    {
        largest = T.AtLeast(T.Abs(x), largest);
        zero += x - x;
    }

    // x / scale within the limits plus the rounder.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static T Steps<T>(T x, T scale) where T : unmanaged, ILanes<T> =>
        T.AtMost(T.Create(CacheRounding.Int8Limit), T.AtLeast(T.Create(-CacheRounding.Int8Limit), x / scale)) + T.Create(Rounder);

    /// <summary>A row [width] quantized with its scale.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization), SkipLocalsInit]
    public static void Quantize<T>(float* x, int width, float scale, sbyte* target) where T : unmanaged, ILanes<T>
    {
        if (!(scale > 0))
        {
            new Span<sbyte>(target, width).Clear();
            return;
        }
        float* steps = stackalloc float[LaneMemory.Count];
        T by = T.Create(scale);
        for (int d = 0; d < width; d += LaneMemory.Count)
        {
            int count = Math.Min(LaneMemory.Count, width - d);
            T.Store(steps, Steps(LaneMemory.Load<T>(x + d, count), by));
            if (count == LaneMemory.Count)
            {
                // The low bytes.
                int* bits = (int*)steps;
                Vector128<short> low = Vector128.Narrow(Vector128.Load(bits), Vector128.Load(bits + 4)), high = Vector128.Narrow(Vector128.Load(bits + 8), Vector128.Load(bits + 12));
                Vector128.Narrow(low, high).Store(target + d);
                continue;
            }
            for (int i = 0; i < count; i++)
                target[d + i] = unchecked((sbyte)((int*)steps)[i]);
        }
    }

    /// <summary>A row [width] rounded to int8 and back; y may be x.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void RoundInt8<T>(float* x, int width, float* y) where T : unmanaged, ILanes<T>
    {
        float scale = Scale<T>(x, width);
        if (!(scale > 0))
        {
            new Span<float>(y, width).Fill(0f * scale);
            return;
        }
        T by = T.Create(scale);
        for (int d = 0; d < width; d += LaneMemory.Count)
        {
            int count = Math.Min(LaneMemory.Count, width - d);
            T steps = Steps(LaneMemory.Load<T>(x + d, count), by) - T.Create(Rounder);
            LaneMemory.Store(y + d, steps * by, count);
        }
    }

    /// <summary>Numbers rounded to BFloat16 and back; y may be x. Integer steps only.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void RoundBFloat16(float* x, long count, float* y)
    {
        long i = 0;
        if (Vector512.IsHardwareAccelerated)
        {
            for (; i + 16 <= count; i += 16)
            {
                Vector512<float> v = Vector512.Load(x + i);
                Vector512<uint> bits = v.AsUInt32(), odd = Vector512.ShiftRightLogical(bits, 16) & Vector512<uint>.One;
                bits = Vector512.ConditionalSelect(Vector512.Equals(v, v).AsUInt32(), bits + Vector512.Create(0x7FFFu) + odd, bits | Vector512.Create(0x400000u));
                (bits & Vector512.Create(0xFFFF0000u)).AsSingle().Store(y + i);
            }
        }
        for (; i + 4 <= count; i += 4)
        {
            Vector128<float> v = Vector128.Load(x + i);
            Vector128<uint> bits = v.AsUInt32(), odd = Vector128.ShiftRightLogical(bits, 16) & Vector128<uint>.One;
            bits = Vector128.ConditionalSelect(Vector128.Equals(v, v).AsUInt32(), bits + Vector128.Create(0x7FFFu) + odd, bits | Vector128.Create(0x400000u));
            (bits & Vector128.Create(0xFFFF0000u)).AsSingle().Store(y + i);
        }
        for (; i < count; i++)
            y[i] = CacheRounding.FromBFloat16(CacheRounding.ToBFloat16(x[i]));
    }

    /// <summary>Numbers as BFloat16.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Narrow(float* x, int count, ushort* target)
    {
        int i = 0;
        for (; i + 8 <= count; i += 8)
            Vector128.Narrow(Narrow(Vector128.Load(x + i)), Narrow(Vector128.Load(x + i + 4))).Store(target + i);
        for (; i < count; i++)
            target[i] = CacheRounding.ToBFloat16(x[i]);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<uint> Narrow(Vector128<float> v)
    {
        Vector128<uint> bits = v.AsUInt32(), odd = Vector128.ShiftRightLogical(bits, 16) & Vector128<uint>.One;
        bits = Vector128.ConditionalSelect(Vector128.Equals(v, v).AsUInt32(), bits + Vector128.Create(0x7FFFu) + odd, bits | Vector128.Create(0x400000u));
        return Vector128.ShiftRightLogical(bits, 16);
    }

    /// <summary>K [width, 32] of a page as float32.</summary>
    /// <param name="source">K.</param>
    /// <param name="scales">[32]; null with BFloat16.</param>
    /// <param name="width">Dh.</param>
    /// <param name="target">[width, 32].</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void WidenKeys<T>(byte* source, float* scales, int width, float* target) where T : unmanaged, ILanes<T>
    {
        if (scales is null)
        {
            ushort* halves = (ushort*)source;
            for (int d = 0; d < width; d++, halves += 32, target += 32)
            {
                T.Store(target, T.FromBFloat16(halves));
                T.Store(target + 16, T.FromBFloat16(halves + 16));
            }
            return;
        }
        sbyte* bytes = (sbyte*)source;
        T low = T.Load(scales), high = T.Load(scales + 16);
        for (int d = 0; d < width; d++, bytes += 32, target += 32)
        {
            T.Store(target, T.FromInt8(bytes) * low);
            T.Store(target + 16, T.FromInt8(bytes + 16) * high);
        }
    }

    /// <summary>The first rows of V [32, width] of a page as float32 panels of 32 columns, zeros behind the last.</summary>
    /// <param name="source">V.</param>
    /// <param name="scales">[32]; null with BFloat16.</param>
    /// <param name="width">Dv.</param>
    /// <param name="rows">Rows.</param>
    /// <param name="panels">First row of the first panel.</param>
    /// <param name="panelStride">Floats between panels.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void WidenValues<T>(byte* source, float* scales, int width, int rows, float* panels, nint panelStride) where T : unmanaged, ILanes<T>
    {
        for (int column = 0; column < width; column += 32, panels += panelStride)
        {
            int count = Math.Min(32, width - column);
            for (int row = 0; row < rows; row++)
            {
                float* target = panels + (row * 32);
                if (scales is null)
                    WidenHalves<T>((ushort*)source + (row * width) + column, count, target);
                else
                    WidenBytes<T>((sbyte*)source + (row * width) + column, scales[row], count, target);
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void WidenHalves<T>(ushort* source, int count, float* target) where T : unmanaged, ILanes<T>
    {
        if (count == 32)
        {
            T.Store(target, T.FromBFloat16(source));
            T.Store(target + 16, T.FromBFloat16(source + 16));
            return;
        }
        for (int i = 0; i < 32; i++)
            target[i] = i < count ? CacheRounding.FromBFloat16(source[i]) : 0f;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void WidenBytes<T>(sbyte* source, float scale, int count, float* target) where T : unmanaged, ILanes<T>
    {
        if (count == 32)
        {
            T by = T.Create(scale);
            T.Store(target, T.FromInt8(source) * by);
            T.Store(target + 16, T.FromInt8(source + 16) * by);
            return;
        }
        for (int i = 0; i < 32; i++)
            target[i] = i < count ? CacheRounding.FromInt8(source[i], scale) : 0f;
    }
}
