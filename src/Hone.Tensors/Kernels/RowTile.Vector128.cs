// Written by tools/GenerateRowTiles.cs; change that and run it again.
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Hone.Tensors;

/// <summary>Row tiles of 128-bit vectors. 4 x 8: 8 accumulators, 2 vectors of weights and 1 of x are 11 of 16 registers.</summary>
internal static unsafe partial class RowTile
{
    private const int Vector128MaxRows = 4;
    private const int Vector128Lanes = 4;

    private static void Vector128Float32(int rows, float* x, nint rs, nint cs, float* b, int k, nint ahead, nint aheadStep, float* y, nint ldy)
    {
        switch (rows)
        {
            case 1: Vector128Float321(x, rs, cs, b, k, ahead, aheadStep, y, ldy); break;
            case 2: Vector128Float322(x, rs, cs, b, k, ahead, aheadStep, y, ldy); break;
            case 3: Vector128Float323(x, rs, cs, b, k, ahead, aheadStep, y, ldy); break;
            default: Vector128Float324(x, rs, cs, b, k, ahead, aheadStep, y, ldy); break;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization), SkipLocalsInit]
    private static void Vector128Float321(float* x, nint rs, nint cs, float* b, int k, nint ahead, nint aheadStep, float* y, nint ldy)
    {
        rs *= sizeof(float);
        cs *= sizeof(float);
        byte* x0 = (byte*)x;
        Vector128<float> l0 = default, h0 = default;
        for (; k > 0; k--)
        {
            if (Sse.IsSupported)
            {
                byte* line = Line(ahead);
                Sse.Prefetch0(line);
                Sse.Prefetch0(line + 64);
                ahead += aheadStep;
            }
            Vector128<float> low = Vector128.Load(b), high = Vector128.Load(b + 16);
            Vector128<float> f = Vector128.Create(*(float*)(x0));
            l0 = Vector128.FusedMultiplyAdd(f, low, l0);
            h0 = Vector128.FusedMultiplyAdd(f, high, h0);
            x0 += cs;
            b += 32;
        }
        l0.Store(y);
        h0.Store(y + 16);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization), SkipLocalsInit]
    private static void Vector128Float322(float* x, nint rs, nint cs, float* b, int k, nint ahead, nint aheadStep, float* y, nint ldy)
    {
        rs *= sizeof(float);
        cs *= sizeof(float);
        byte* x0 = (byte*)x;
        Vector128<float> l0 = default, h0 = default;
        Vector128<float> l1 = default, h1 = default;
        for (; k > 0; k--)
        {
            if (Sse.IsSupported)
            {
                byte* line = Line(ahead);
                Sse.Prefetch0(line);
                Sse.Prefetch0(line + 64);
                ahead += aheadStep;
            }
            Vector128<float> low = Vector128.Load(b), high = Vector128.Load(b + 16);
            Vector128<float> f = Vector128.Create(*(float*)(x0));
            l0 = Vector128.FusedMultiplyAdd(f, low, l0);
            h0 = Vector128.FusedMultiplyAdd(f, high, h0);
            f = Vector128.Create(*(float*)(x0 + rs));
            l1 = Vector128.FusedMultiplyAdd(f, low, l1);
            h1 = Vector128.FusedMultiplyAdd(f, high, h1);
            x0 += cs;
            b += 32;
        }
        l0.Store(y);
        h0.Store(y + 16);
        l1.Store(y + ldy);
        h1.Store(y + ldy + 16);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization), SkipLocalsInit]
    private static void Vector128Float323(float* x, nint rs, nint cs, float* b, int k, nint ahead, nint aheadStep, float* y, nint ldy)
    {
        rs *= sizeof(float);
        cs *= sizeof(float);
        byte* x0 = (byte*)x;
        nint rs2 = 2 * rs;
        Vector128<float> l0 = default, h0 = default;
        Vector128<float> l1 = default, h1 = default;
        Vector128<float> l2 = default, h2 = default;
        for (; k > 0; k--)
        {
            if (Sse.IsSupported)
            {
                byte* line = Line(ahead);
                Sse.Prefetch0(line);
                Sse.Prefetch0(line + 64);
                ahead += aheadStep;
            }
            Vector128<float> low = Vector128.Load(b), high = Vector128.Load(b + 16);
            Vector128<float> f = Vector128.Create(*(float*)(x0));
            l0 = Vector128.FusedMultiplyAdd(f, low, l0);
            h0 = Vector128.FusedMultiplyAdd(f, high, h0);
            f = Vector128.Create(*(float*)(x0 + rs));
            l1 = Vector128.FusedMultiplyAdd(f, low, l1);
            h1 = Vector128.FusedMultiplyAdd(f, high, h1);
            f = Vector128.Create(*(float*)(x0 + rs2));
            l2 = Vector128.FusedMultiplyAdd(f, low, l2);
            h2 = Vector128.FusedMultiplyAdd(f, high, h2);
            x0 += cs;
            b += 32;
        }
        l0.Store(y);
        h0.Store(y + 16);
        l1.Store(y + ldy);
        h1.Store(y + ldy + 16);
        l2.Store(y + (2 * ldy));
        h2.Store(y + (2 * ldy) + 16);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization), SkipLocalsInit]
    private static void Vector128Float324(float* x, nint rs, nint cs, float* b, int k, nint ahead, nint aheadStep, float* y, nint ldy)
    {
        rs *= sizeof(float);
        cs *= sizeof(float);
        byte* x0 = (byte*)x;
        byte* x3 = x0 + (3 * rs);
        nint rs2 = 2 * rs;
        Vector128<float> l0 = default, h0 = default;
        Vector128<float> l1 = default, h1 = default;
        Vector128<float> l2 = default, h2 = default;
        Vector128<float> l3 = default, h3 = default;
        for (; k > 0; k--)
        {
            if (Sse.IsSupported)
            {
                byte* line = Line(ahead);
                Sse.Prefetch0(line);
                Sse.Prefetch0(line + 64);
                ahead += aheadStep;
            }
            Vector128<float> low = Vector128.Load(b), high = Vector128.Load(b + 16);
            Vector128<float> f = Vector128.Create(*(float*)(x0));
            l0 = Vector128.FusedMultiplyAdd(f, low, l0);
            h0 = Vector128.FusedMultiplyAdd(f, high, h0);
            f = Vector128.Create(*(float*)(x0 + rs));
            l1 = Vector128.FusedMultiplyAdd(f, low, l1);
            h1 = Vector128.FusedMultiplyAdd(f, high, h1);
            f = Vector128.Create(*(float*)(x0 + rs2));
            l2 = Vector128.FusedMultiplyAdd(f, low, l2);
            h2 = Vector128.FusedMultiplyAdd(f, high, h2);
            f = Vector128.Create(*(float*)(x3));
            l3 = Vector128.FusedMultiplyAdd(f, low, l3);
            h3 = Vector128.FusedMultiplyAdd(f, high, h3);
            x0 += cs;
            x3 += cs;
            b += 32;
        }
        l0.Store(y);
        h0.Store(y + 16);
        l1.Store(y + ldy);
        h1.Store(y + ldy + 16);
        l2.Store(y + (2 * ldy));
        h2.Store(y + (2 * ldy) + 16);
        l3.Store(y + (3 * ldy));
        h3.Store(y + (3 * ldy) + 16);
    }

    private static void Vector128BFloat16(int rows, float* x, nint rs, nint cs, ushort* b, int k, nint ahead, nint aheadStep, float* y, nint ldy)
    {
        switch (rows)
        {
            case 1: Vector128BFloat161(x, rs, cs, b, k, ahead, aheadStep, y, ldy); break;
            case 2: Vector128BFloat162(x, rs, cs, b, k, ahead, aheadStep, y, ldy); break;
            case 3: Vector128BFloat163(x, rs, cs, b, k, ahead, aheadStep, y, ldy); break;
            default: Vector128BFloat164(x, rs, cs, b, k, ahead, aheadStep, y, ldy); break;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization), SkipLocalsInit]
    private static void Vector128BFloat161(float* x, nint rs, nint cs, ushort* b, int k, nint ahead, nint aheadStep, float* y, nint ldy)
    {
        rs *= sizeof(float);
        cs *= sizeof(float);
        byte* x0 = (byte*)x;
        Vector128<float> l0 = default, h0 = default;
        for (; k > 1; k -= 2)
        {
            if (Sse.IsSupported)
            {
                byte* line = Line(ahead);
                Sse.Prefetch0(line);
                Sse.Prefetch0(line + 64);
                ahead += 2 * aheadStep;
            }
            Vector128<uint> pair = Vector128.Load((uint*)b);
            Vector128<float> low = Vector128.ShiftLeft(pair, 16).AsSingle();
            Vector128<float> high = (pair & Vector128.Create(0xffff0000u)).AsSingle();
            Vector128<float> f = Vector128.Create(*(float*)(x0));
            l0 = Vector128.FusedMultiplyAdd(f, low, l0);
            h0 = Vector128.FusedMultiplyAdd(f, high, h0);
            x0 += cs;
            b += 32;
            pair = Vector128.Load((uint*)b);
            low = Vector128.ShiftLeft(pair, 16).AsSingle();
            high = (pair & Vector128.Create(0xffff0000u)).AsSingle();
            f = Vector128.Create(*(float*)(x0));
            l0 = Vector128.FusedMultiplyAdd(f, low, l0);
            h0 = Vector128.FusedMultiplyAdd(f, high, h0);
            x0 += cs;
            b += 32;
        }
        if (k > 0)
        {
            Vector128<uint> pair = Vector128.Load((uint*)b);
            Vector128<float> low = Vector128.ShiftLeft(pair, 16).AsSingle();
            Vector128<float> high = (pair & Vector128.Create(0xffff0000u)).AsSingle();
            Vector128<float> f = Vector128.Create(*(float*)(x0));
            l0 = Vector128.FusedMultiplyAdd(f, low, l0);
            h0 = Vector128.FusedMultiplyAdd(f, high, h0);
            x0 += cs;
            b += 32;
        }
        l0.Store(y);
        h0.Store(y + 16);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization), SkipLocalsInit]
    private static void Vector128BFloat162(float* x, nint rs, nint cs, ushort* b, int k, nint ahead, nint aheadStep, float* y, nint ldy)
    {
        rs *= sizeof(float);
        cs *= sizeof(float);
        byte* x0 = (byte*)x;
        Vector128<float> l0 = default, h0 = default;
        Vector128<float> l1 = default, h1 = default;
        for (; k > 1; k -= 2)
        {
            if (Sse.IsSupported)
            {
                byte* line = Line(ahead);
                Sse.Prefetch0(line);
                Sse.Prefetch0(line + 64);
                ahead += 2 * aheadStep;
            }
            Vector128<uint> pair = Vector128.Load((uint*)b);
            Vector128<float> low = Vector128.ShiftLeft(pair, 16).AsSingle();
            Vector128<float> high = (pair & Vector128.Create(0xffff0000u)).AsSingle();
            Vector128<float> f = Vector128.Create(*(float*)(x0));
            l0 = Vector128.FusedMultiplyAdd(f, low, l0);
            h0 = Vector128.FusedMultiplyAdd(f, high, h0);
            f = Vector128.Create(*(float*)(x0 + rs));
            l1 = Vector128.FusedMultiplyAdd(f, low, l1);
            h1 = Vector128.FusedMultiplyAdd(f, high, h1);
            x0 += cs;
            b += 32;
            pair = Vector128.Load((uint*)b);
            low = Vector128.ShiftLeft(pair, 16).AsSingle();
            high = (pair & Vector128.Create(0xffff0000u)).AsSingle();
            f = Vector128.Create(*(float*)(x0));
            l0 = Vector128.FusedMultiplyAdd(f, low, l0);
            h0 = Vector128.FusedMultiplyAdd(f, high, h0);
            f = Vector128.Create(*(float*)(x0 + rs));
            l1 = Vector128.FusedMultiplyAdd(f, low, l1);
            h1 = Vector128.FusedMultiplyAdd(f, high, h1);
            x0 += cs;
            b += 32;
        }
        if (k > 0)
        {
            Vector128<uint> pair = Vector128.Load((uint*)b);
            Vector128<float> low = Vector128.ShiftLeft(pair, 16).AsSingle();
            Vector128<float> high = (pair & Vector128.Create(0xffff0000u)).AsSingle();
            Vector128<float> f = Vector128.Create(*(float*)(x0));
            l0 = Vector128.FusedMultiplyAdd(f, low, l0);
            h0 = Vector128.FusedMultiplyAdd(f, high, h0);
            f = Vector128.Create(*(float*)(x0 + rs));
            l1 = Vector128.FusedMultiplyAdd(f, low, l1);
            h1 = Vector128.FusedMultiplyAdd(f, high, h1);
            x0 += cs;
            b += 32;
        }
        l0.Store(y);
        h0.Store(y + 16);
        l1.Store(y + ldy);
        h1.Store(y + ldy + 16);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization), SkipLocalsInit]
    private static void Vector128BFloat163(float* x, nint rs, nint cs, ushort* b, int k, nint ahead, nint aheadStep, float* y, nint ldy)
    {
        rs *= sizeof(float);
        cs *= sizeof(float);
        byte* x0 = (byte*)x;
        nint rs2 = 2 * rs;
        Vector128<float> l0 = default, h0 = default;
        Vector128<float> l1 = default, h1 = default;
        Vector128<float> l2 = default, h2 = default;
        for (; k > 1; k -= 2)
        {
            if (Sse.IsSupported)
            {
                byte* line = Line(ahead);
                Sse.Prefetch0(line);
                Sse.Prefetch0(line + 64);
                ahead += 2 * aheadStep;
            }
            Vector128<uint> pair = Vector128.Load((uint*)b);
            Vector128<float> low = Vector128.ShiftLeft(pair, 16).AsSingle();
            Vector128<float> high = (pair & Vector128.Create(0xffff0000u)).AsSingle();
            Vector128<float> f = Vector128.Create(*(float*)(x0));
            l0 = Vector128.FusedMultiplyAdd(f, low, l0);
            h0 = Vector128.FusedMultiplyAdd(f, high, h0);
            f = Vector128.Create(*(float*)(x0 + rs));
            l1 = Vector128.FusedMultiplyAdd(f, low, l1);
            h1 = Vector128.FusedMultiplyAdd(f, high, h1);
            f = Vector128.Create(*(float*)(x0 + rs2));
            l2 = Vector128.FusedMultiplyAdd(f, low, l2);
            h2 = Vector128.FusedMultiplyAdd(f, high, h2);
            x0 += cs;
            b += 32;
            pair = Vector128.Load((uint*)b);
            low = Vector128.ShiftLeft(pair, 16).AsSingle();
            high = (pair & Vector128.Create(0xffff0000u)).AsSingle();
            f = Vector128.Create(*(float*)(x0));
            l0 = Vector128.FusedMultiplyAdd(f, low, l0);
            h0 = Vector128.FusedMultiplyAdd(f, high, h0);
            f = Vector128.Create(*(float*)(x0 + rs));
            l1 = Vector128.FusedMultiplyAdd(f, low, l1);
            h1 = Vector128.FusedMultiplyAdd(f, high, h1);
            f = Vector128.Create(*(float*)(x0 + rs2));
            l2 = Vector128.FusedMultiplyAdd(f, low, l2);
            h2 = Vector128.FusedMultiplyAdd(f, high, h2);
            x0 += cs;
            b += 32;
        }
        if (k > 0)
        {
            Vector128<uint> pair = Vector128.Load((uint*)b);
            Vector128<float> low = Vector128.ShiftLeft(pair, 16).AsSingle();
            Vector128<float> high = (pair & Vector128.Create(0xffff0000u)).AsSingle();
            Vector128<float> f = Vector128.Create(*(float*)(x0));
            l0 = Vector128.FusedMultiplyAdd(f, low, l0);
            h0 = Vector128.FusedMultiplyAdd(f, high, h0);
            f = Vector128.Create(*(float*)(x0 + rs));
            l1 = Vector128.FusedMultiplyAdd(f, low, l1);
            h1 = Vector128.FusedMultiplyAdd(f, high, h1);
            f = Vector128.Create(*(float*)(x0 + rs2));
            l2 = Vector128.FusedMultiplyAdd(f, low, l2);
            h2 = Vector128.FusedMultiplyAdd(f, high, h2);
            x0 += cs;
            b += 32;
        }
        l0.Store(y);
        h0.Store(y + 16);
        l1.Store(y + ldy);
        h1.Store(y + ldy + 16);
        l2.Store(y + (2 * ldy));
        h2.Store(y + (2 * ldy) + 16);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization), SkipLocalsInit]
    private static void Vector128BFloat164(float* x, nint rs, nint cs, ushort* b, int k, nint ahead, nint aheadStep, float* y, nint ldy)
    {
        rs *= sizeof(float);
        cs *= sizeof(float);
        byte* x0 = (byte*)x;
        byte* x3 = x0 + (3 * rs);
        nint rs2 = 2 * rs;
        Vector128<float> l0 = default, h0 = default;
        Vector128<float> l1 = default, h1 = default;
        Vector128<float> l2 = default, h2 = default;
        Vector128<float> l3 = default, h3 = default;
        for (; k > 1; k -= 2)
        {
            if (Sse.IsSupported)
            {
                byte* line = Line(ahead);
                Sse.Prefetch0(line);
                Sse.Prefetch0(line + 64);
                ahead += 2 * aheadStep;
            }
            Vector128<uint> pair = Vector128.Load((uint*)b);
            Vector128<float> low = Vector128.ShiftLeft(pair, 16).AsSingle();
            Vector128<float> high = (pair & Vector128.Create(0xffff0000u)).AsSingle();
            Vector128<float> f = Vector128.Create(*(float*)(x0));
            l0 = Vector128.FusedMultiplyAdd(f, low, l0);
            h0 = Vector128.FusedMultiplyAdd(f, high, h0);
            f = Vector128.Create(*(float*)(x0 + rs));
            l1 = Vector128.FusedMultiplyAdd(f, low, l1);
            h1 = Vector128.FusedMultiplyAdd(f, high, h1);
            f = Vector128.Create(*(float*)(x0 + rs2));
            l2 = Vector128.FusedMultiplyAdd(f, low, l2);
            h2 = Vector128.FusedMultiplyAdd(f, high, h2);
            f = Vector128.Create(*(float*)(x3));
            l3 = Vector128.FusedMultiplyAdd(f, low, l3);
            h3 = Vector128.FusedMultiplyAdd(f, high, h3);
            x0 += cs;
            x3 += cs;
            b += 32;
            pair = Vector128.Load((uint*)b);
            low = Vector128.ShiftLeft(pair, 16).AsSingle();
            high = (pair & Vector128.Create(0xffff0000u)).AsSingle();
            f = Vector128.Create(*(float*)(x0));
            l0 = Vector128.FusedMultiplyAdd(f, low, l0);
            h0 = Vector128.FusedMultiplyAdd(f, high, h0);
            f = Vector128.Create(*(float*)(x0 + rs));
            l1 = Vector128.FusedMultiplyAdd(f, low, l1);
            h1 = Vector128.FusedMultiplyAdd(f, high, h1);
            f = Vector128.Create(*(float*)(x0 + rs2));
            l2 = Vector128.FusedMultiplyAdd(f, low, l2);
            h2 = Vector128.FusedMultiplyAdd(f, high, h2);
            f = Vector128.Create(*(float*)(x3));
            l3 = Vector128.FusedMultiplyAdd(f, low, l3);
            h3 = Vector128.FusedMultiplyAdd(f, high, h3);
            x0 += cs;
            x3 += cs;
            b += 32;
        }
        if (k > 0)
        {
            Vector128<uint> pair = Vector128.Load((uint*)b);
            Vector128<float> low = Vector128.ShiftLeft(pair, 16).AsSingle();
            Vector128<float> high = (pair & Vector128.Create(0xffff0000u)).AsSingle();
            Vector128<float> f = Vector128.Create(*(float*)(x0));
            l0 = Vector128.FusedMultiplyAdd(f, low, l0);
            h0 = Vector128.FusedMultiplyAdd(f, high, h0);
            f = Vector128.Create(*(float*)(x0 + rs));
            l1 = Vector128.FusedMultiplyAdd(f, low, l1);
            h1 = Vector128.FusedMultiplyAdd(f, high, h1);
            f = Vector128.Create(*(float*)(x0 + rs2));
            l2 = Vector128.FusedMultiplyAdd(f, low, l2);
            h2 = Vector128.FusedMultiplyAdd(f, high, h2);
            f = Vector128.Create(*(float*)(x3));
            l3 = Vector128.FusedMultiplyAdd(f, low, l3);
            h3 = Vector128.FusedMultiplyAdd(f, high, h3);
            x0 += cs;
            x3 += cs;
            b += 32;
        }
        l0.Store(y);
        h0.Store(y + 16);
        l1.Store(y + ldy);
        h1.Store(y + ldy + 16);
        l2.Store(y + (2 * ldy));
        h2.Store(y + (2 * ldy) + 16);
        l3.Store(y + (3 * ldy));
        h3.Store(y + (3 * ldy) + 16);
    }
}
