// Written by tools/GenerateRowTiles.cs; change that and run it again.
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Hone.Tensors;

/// <summary>Row tiles of 256-bit vectors. 6 x 16: 12 accumulators, 2 vectors of weights and 1 of x are 15 of 16 registers.</summary>
internal static unsafe partial class RowTile
{
    private const int Avx2MaxRows = 6;
    private const int Avx2Lanes = 8;

    private static void Avx2Float32(int rows, float* x, nint rs, nint cs, float* b, int k, nint ahead, nint aheadStep, float* y, nint ldy)
    {
        switch (rows)
        {
            case 1: Avx2Float321(x, rs, cs, b, k, ahead, aheadStep, y, ldy); break;
            case 2: Avx2Float322(x, rs, cs, b, k, ahead, aheadStep, y, ldy); break;
            case 3: Avx2Float323(x, rs, cs, b, k, ahead, aheadStep, y, ldy); break;
            case 4: Avx2Float324(x, rs, cs, b, k, ahead, aheadStep, y, ldy); break;
            case 5: Avx2Float325(x, rs, cs, b, k, ahead, aheadStep, y, ldy); break;
            default: Avx2Float326(x, rs, cs, b, k, ahead, aheadStep, y, ldy); break;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization), SkipLocalsInit]
    private static void Avx2Float321(float* x, nint rs, nint cs, float* b, int k, nint ahead, nint aheadStep, float* y, nint ldy)
    {
        rs *= sizeof(float);
        cs *= sizeof(float);
        byte* x0 = (byte*)x;
        Vector256<float> l0 = default, h0 = default;
        for (; k > 0; k--)
        {
            if (Sse.IsSupported)
            {
                byte* line = Line(ahead);
                Sse.Prefetch0(line);
                Sse.Prefetch0(line + 64);
                ahead += aheadStep;
            }
            Vector256<float> low = Vector256.Load(b), high = Vector256.Load(b + 16);
            Vector256<float> f = Vector256.Create(*(float*)(x0));
            l0 = Vector256.FusedMultiplyAdd(f, low, l0);
            h0 = Vector256.FusedMultiplyAdd(f, high, h0);
            x0 += cs;
            b += 32;
        }
        l0.Store(y);
        h0.Store(y + 16);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization), SkipLocalsInit]
    private static void Avx2Float322(float* x, nint rs, nint cs, float* b, int k, nint ahead, nint aheadStep, float* y, nint ldy)
    {
        rs *= sizeof(float);
        cs *= sizeof(float);
        byte* x0 = (byte*)x;
        Vector256<float> l0 = default, h0 = default;
        Vector256<float> l1 = default, h1 = default;
        for (; k > 0; k--)
        {
            if (Sse.IsSupported)
            {
                byte* line = Line(ahead);
                Sse.Prefetch0(line);
                Sse.Prefetch0(line + 64);
                ahead += aheadStep;
            }
            Vector256<float> low = Vector256.Load(b), high = Vector256.Load(b + 16);
            Vector256<float> f = Vector256.Create(*(float*)(x0));
            l0 = Vector256.FusedMultiplyAdd(f, low, l0);
            h0 = Vector256.FusedMultiplyAdd(f, high, h0);
            f = Vector256.Create(*(float*)(x0 + rs));
            l1 = Vector256.FusedMultiplyAdd(f, low, l1);
            h1 = Vector256.FusedMultiplyAdd(f, high, h1);
            x0 += cs;
            b += 32;
        }
        l0.Store(y);
        h0.Store(y + 16);
        l1.Store(y + ldy);
        h1.Store(y + ldy + 16);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization), SkipLocalsInit]
    private static void Avx2Float323(float* x, nint rs, nint cs, float* b, int k, nint ahead, nint aheadStep, float* y, nint ldy)
    {
        rs *= sizeof(float);
        cs *= sizeof(float);
        byte* x0 = (byte*)x;
        nint rs2 = 2 * rs;
        Vector256<float> l0 = default, h0 = default;
        Vector256<float> l1 = default, h1 = default;
        Vector256<float> l2 = default, h2 = default;
        for (; k > 0; k--)
        {
            if (Sse.IsSupported)
            {
                byte* line = Line(ahead);
                Sse.Prefetch0(line);
                Sse.Prefetch0(line + 64);
                ahead += aheadStep;
            }
            Vector256<float> low = Vector256.Load(b), high = Vector256.Load(b + 16);
            Vector256<float> f = Vector256.Create(*(float*)(x0));
            l0 = Vector256.FusedMultiplyAdd(f, low, l0);
            h0 = Vector256.FusedMultiplyAdd(f, high, h0);
            f = Vector256.Create(*(float*)(x0 + rs));
            l1 = Vector256.FusedMultiplyAdd(f, low, l1);
            h1 = Vector256.FusedMultiplyAdd(f, high, h1);
            f = Vector256.Create(*(float*)(x0 + rs2));
            l2 = Vector256.FusedMultiplyAdd(f, low, l2);
            h2 = Vector256.FusedMultiplyAdd(f, high, h2);
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
    private static void Avx2Float324(float* x, nint rs, nint cs, float* b, int k, nint ahead, nint aheadStep, float* y, nint ldy)
    {
        rs *= sizeof(float);
        cs *= sizeof(float);
        byte* x0 = (byte*)x;
        byte* x3 = x0 + (3 * rs);
        nint rs2 = 2 * rs;
        Vector256<float> l0 = default, h0 = default;
        Vector256<float> l1 = default, h1 = default;
        Vector256<float> l2 = default, h2 = default;
        Vector256<float> l3 = default, h3 = default;
        for (; k > 0; k--)
        {
            if (Sse.IsSupported)
            {
                byte* line = Line(ahead);
                Sse.Prefetch0(line);
                Sse.Prefetch0(line + 64);
                ahead += aheadStep;
            }
            Vector256<float> low = Vector256.Load(b), high = Vector256.Load(b + 16);
            Vector256<float> f = Vector256.Create(*(float*)(x0));
            l0 = Vector256.FusedMultiplyAdd(f, low, l0);
            h0 = Vector256.FusedMultiplyAdd(f, high, h0);
            f = Vector256.Create(*(float*)(x0 + rs));
            l1 = Vector256.FusedMultiplyAdd(f, low, l1);
            h1 = Vector256.FusedMultiplyAdd(f, high, h1);
            f = Vector256.Create(*(float*)(x0 + rs2));
            l2 = Vector256.FusedMultiplyAdd(f, low, l2);
            h2 = Vector256.FusedMultiplyAdd(f, high, h2);
            f = Vector256.Create(*(float*)(x3));
            l3 = Vector256.FusedMultiplyAdd(f, low, l3);
            h3 = Vector256.FusedMultiplyAdd(f, high, h3);
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

    [MethodImpl(MethodImplOptions.AggressiveOptimization), SkipLocalsInit]
    private static void Avx2Float325(float* x, nint rs, nint cs, float* b, int k, nint ahead, nint aheadStep, float* y, nint ldy)
    {
        rs *= sizeof(float);
        cs *= sizeof(float);
        byte* x0 = (byte*)x;
        byte* x3 = x0 + (3 * rs);
        nint rs2 = 2 * rs;
        Vector256<float> l0 = default, h0 = default;
        Vector256<float> l1 = default, h1 = default;
        Vector256<float> l2 = default, h2 = default;
        Vector256<float> l3 = default, h3 = default;
        Vector256<float> l4 = default, h4 = default;
        for (; k > 0; k--)
        {
            if (Sse.IsSupported)
            {
                byte* line = Line(ahead);
                Sse.Prefetch0(line);
                Sse.Prefetch0(line + 64);
                ahead += aheadStep;
            }
            Vector256<float> low = Vector256.Load(b), high = Vector256.Load(b + 16);
            Vector256<float> f = Vector256.Create(*(float*)(x0));
            l0 = Vector256.FusedMultiplyAdd(f, low, l0);
            h0 = Vector256.FusedMultiplyAdd(f, high, h0);
            f = Vector256.Create(*(float*)(x0 + rs));
            l1 = Vector256.FusedMultiplyAdd(f, low, l1);
            h1 = Vector256.FusedMultiplyAdd(f, high, h1);
            f = Vector256.Create(*(float*)(x0 + rs2));
            l2 = Vector256.FusedMultiplyAdd(f, low, l2);
            h2 = Vector256.FusedMultiplyAdd(f, high, h2);
            f = Vector256.Create(*(float*)(x3));
            l3 = Vector256.FusedMultiplyAdd(f, low, l3);
            h3 = Vector256.FusedMultiplyAdd(f, high, h3);
            f = Vector256.Create(*(float*)(x3 + rs));
            l4 = Vector256.FusedMultiplyAdd(f, low, l4);
            h4 = Vector256.FusedMultiplyAdd(f, high, h4);
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
        l4.Store(y + (4 * ldy));
        h4.Store(y + (4 * ldy) + 16);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization), SkipLocalsInit]
    private static void Avx2Float326(float* x, nint rs, nint cs, float* b, int k, nint ahead, nint aheadStep, float* y, nint ldy)
    {
        rs *= sizeof(float);
        cs *= sizeof(float);
        byte* x0 = (byte*)x;
        byte* x3 = x0 + (3 * rs);
        nint rs2 = 2 * rs;
        Vector256<float> l0 = default, h0 = default;
        Vector256<float> l1 = default, h1 = default;
        Vector256<float> l2 = default, h2 = default;
        Vector256<float> l3 = default, h3 = default;
        Vector256<float> l4 = default, h4 = default;
        Vector256<float> l5 = default, h5 = default;
        for (; k > 0; k--)
        {
            if (Sse.IsSupported)
            {
                byte* line = Line(ahead);
                Sse.Prefetch0(line);
                Sse.Prefetch0(line + 64);
                ahead += aheadStep;
            }
            Vector256<float> low = Vector256.Load(b), high = Vector256.Load(b + 16);
            Vector256<float> f = Vector256.Create(*(float*)(x0));
            l0 = Vector256.FusedMultiplyAdd(f, low, l0);
            h0 = Vector256.FusedMultiplyAdd(f, high, h0);
            f = Vector256.Create(*(float*)(x0 + rs));
            l1 = Vector256.FusedMultiplyAdd(f, low, l1);
            h1 = Vector256.FusedMultiplyAdd(f, high, h1);
            f = Vector256.Create(*(float*)(x0 + rs2));
            l2 = Vector256.FusedMultiplyAdd(f, low, l2);
            h2 = Vector256.FusedMultiplyAdd(f, high, h2);
            f = Vector256.Create(*(float*)(x3));
            l3 = Vector256.FusedMultiplyAdd(f, low, l3);
            h3 = Vector256.FusedMultiplyAdd(f, high, h3);
            f = Vector256.Create(*(float*)(x3 + rs));
            l4 = Vector256.FusedMultiplyAdd(f, low, l4);
            h4 = Vector256.FusedMultiplyAdd(f, high, h4);
            f = Vector256.Create(*(float*)(x3 + rs2));
            l5 = Vector256.FusedMultiplyAdd(f, low, l5);
            h5 = Vector256.FusedMultiplyAdd(f, high, h5);
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
        l4.Store(y + (4 * ldy));
        h4.Store(y + (4 * ldy) + 16);
        l5.Store(y + (5 * ldy));
        h5.Store(y + (5 * ldy) + 16);
    }

    private static void Avx2BFloat16(int rows, float* x, nint rs, nint cs, ushort* b, int k, nint ahead, nint aheadStep, float* y, nint ldy)
    {
        switch (rows)
        {
            case 1: Avx2BFloat161(x, rs, cs, b, k, ahead, aheadStep, y, ldy); break;
            case 2: Avx2BFloat162(x, rs, cs, b, k, ahead, aheadStep, y, ldy); break;
            case 3: Avx2BFloat163(x, rs, cs, b, k, ahead, aheadStep, y, ldy); break;
            case 4: Avx2BFloat164(x, rs, cs, b, k, ahead, aheadStep, y, ldy); break;
            case 5: Avx2BFloat165(x, rs, cs, b, k, ahead, aheadStep, y, ldy); break;
            default: Avx2BFloat166(x, rs, cs, b, k, ahead, aheadStep, y, ldy); break;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization), SkipLocalsInit]
    private static void Avx2BFloat161(float* x, nint rs, nint cs, ushort* b, int k, nint ahead, nint aheadStep, float* y, nint ldy)
    {
        rs *= sizeof(float);
        cs *= sizeof(float);
        byte* x0 = (byte*)x;
        Vector256<float> l0 = default, h0 = default;
        for (; k > 1; k -= 2)
        {
            if (Sse.IsSupported)
            {
                byte* line = Line(ahead);
                Sse.Prefetch0(line);
                Sse.Prefetch0(line + 64);
                ahead += 2 * aheadStep;
            }
            Vector256<uint> pair = Vector256.Load((uint*)b);
            Vector256<float> low = Vector256.ShiftLeft(pair, 16).AsSingle();
            Vector256<float> high = (pair & Vector256.Create(0xffff0000u)).AsSingle();
            Vector256<float> f = Vector256.Create(*(float*)(x0));
            l0 = Vector256.FusedMultiplyAdd(f, low, l0);
            h0 = Vector256.FusedMultiplyAdd(f, high, h0);
            x0 += cs;
            b += 32;
            pair = Vector256.Load((uint*)b);
            low = Vector256.ShiftLeft(pair, 16).AsSingle();
            high = (pair & Vector256.Create(0xffff0000u)).AsSingle();
            f = Vector256.Create(*(float*)(x0));
            l0 = Vector256.FusedMultiplyAdd(f, low, l0);
            h0 = Vector256.FusedMultiplyAdd(f, high, h0);
            x0 += cs;
            b += 32;
        }
        if (k > 0)
        {
            Vector256<uint> pair = Vector256.Load((uint*)b);
            Vector256<float> low = Vector256.ShiftLeft(pair, 16).AsSingle();
            Vector256<float> high = (pair & Vector256.Create(0xffff0000u)).AsSingle();
            Vector256<float> f = Vector256.Create(*(float*)(x0));
            l0 = Vector256.FusedMultiplyAdd(f, low, l0);
            h0 = Vector256.FusedMultiplyAdd(f, high, h0);
            x0 += cs;
            b += 32;
        }
        l0.Store(y);
        h0.Store(y + 16);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization), SkipLocalsInit]
    private static void Avx2BFloat162(float* x, nint rs, nint cs, ushort* b, int k, nint ahead, nint aheadStep, float* y, nint ldy)
    {
        rs *= sizeof(float);
        cs *= sizeof(float);
        byte* x0 = (byte*)x;
        Vector256<float> l0 = default, h0 = default;
        Vector256<float> l1 = default, h1 = default;
        for (; k > 1; k -= 2)
        {
            if (Sse.IsSupported)
            {
                byte* line = Line(ahead);
                Sse.Prefetch0(line);
                Sse.Prefetch0(line + 64);
                ahead += 2 * aheadStep;
            }
            Vector256<uint> pair = Vector256.Load((uint*)b);
            Vector256<float> low = Vector256.ShiftLeft(pair, 16).AsSingle();
            Vector256<float> high = (pair & Vector256.Create(0xffff0000u)).AsSingle();
            Vector256<float> f = Vector256.Create(*(float*)(x0));
            l0 = Vector256.FusedMultiplyAdd(f, low, l0);
            h0 = Vector256.FusedMultiplyAdd(f, high, h0);
            f = Vector256.Create(*(float*)(x0 + rs));
            l1 = Vector256.FusedMultiplyAdd(f, low, l1);
            h1 = Vector256.FusedMultiplyAdd(f, high, h1);
            x0 += cs;
            b += 32;
            pair = Vector256.Load((uint*)b);
            low = Vector256.ShiftLeft(pair, 16).AsSingle();
            high = (pair & Vector256.Create(0xffff0000u)).AsSingle();
            f = Vector256.Create(*(float*)(x0));
            l0 = Vector256.FusedMultiplyAdd(f, low, l0);
            h0 = Vector256.FusedMultiplyAdd(f, high, h0);
            f = Vector256.Create(*(float*)(x0 + rs));
            l1 = Vector256.FusedMultiplyAdd(f, low, l1);
            h1 = Vector256.FusedMultiplyAdd(f, high, h1);
            x0 += cs;
            b += 32;
        }
        if (k > 0)
        {
            Vector256<uint> pair = Vector256.Load((uint*)b);
            Vector256<float> low = Vector256.ShiftLeft(pair, 16).AsSingle();
            Vector256<float> high = (pair & Vector256.Create(0xffff0000u)).AsSingle();
            Vector256<float> f = Vector256.Create(*(float*)(x0));
            l0 = Vector256.FusedMultiplyAdd(f, low, l0);
            h0 = Vector256.FusedMultiplyAdd(f, high, h0);
            f = Vector256.Create(*(float*)(x0 + rs));
            l1 = Vector256.FusedMultiplyAdd(f, low, l1);
            h1 = Vector256.FusedMultiplyAdd(f, high, h1);
            x0 += cs;
            b += 32;
        }
        l0.Store(y);
        h0.Store(y + 16);
        l1.Store(y + ldy);
        h1.Store(y + ldy + 16);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization), SkipLocalsInit]
    private static void Avx2BFloat163(float* x, nint rs, nint cs, ushort* b, int k, nint ahead, nint aheadStep, float* y, nint ldy)
    {
        rs *= sizeof(float);
        cs *= sizeof(float);
        byte* x0 = (byte*)x;
        nint rs2 = 2 * rs;
        Vector256<float> l0 = default, h0 = default;
        Vector256<float> l1 = default, h1 = default;
        Vector256<float> l2 = default, h2 = default;
        for (; k > 1; k -= 2)
        {
            if (Sse.IsSupported)
            {
                byte* line = Line(ahead);
                Sse.Prefetch0(line);
                Sse.Prefetch0(line + 64);
                ahead += 2 * aheadStep;
            }
            Vector256<uint> pair = Vector256.Load((uint*)b);
            Vector256<float> low = Vector256.ShiftLeft(pair, 16).AsSingle();
            Vector256<float> high = (pair & Vector256.Create(0xffff0000u)).AsSingle();
            Vector256<float> f = Vector256.Create(*(float*)(x0));
            l0 = Vector256.FusedMultiplyAdd(f, low, l0);
            h0 = Vector256.FusedMultiplyAdd(f, high, h0);
            f = Vector256.Create(*(float*)(x0 + rs));
            l1 = Vector256.FusedMultiplyAdd(f, low, l1);
            h1 = Vector256.FusedMultiplyAdd(f, high, h1);
            f = Vector256.Create(*(float*)(x0 + rs2));
            l2 = Vector256.FusedMultiplyAdd(f, low, l2);
            h2 = Vector256.FusedMultiplyAdd(f, high, h2);
            x0 += cs;
            b += 32;
            pair = Vector256.Load((uint*)b);
            low = Vector256.ShiftLeft(pair, 16).AsSingle();
            high = (pair & Vector256.Create(0xffff0000u)).AsSingle();
            f = Vector256.Create(*(float*)(x0));
            l0 = Vector256.FusedMultiplyAdd(f, low, l0);
            h0 = Vector256.FusedMultiplyAdd(f, high, h0);
            f = Vector256.Create(*(float*)(x0 + rs));
            l1 = Vector256.FusedMultiplyAdd(f, low, l1);
            h1 = Vector256.FusedMultiplyAdd(f, high, h1);
            f = Vector256.Create(*(float*)(x0 + rs2));
            l2 = Vector256.FusedMultiplyAdd(f, low, l2);
            h2 = Vector256.FusedMultiplyAdd(f, high, h2);
            x0 += cs;
            b += 32;
        }
        if (k > 0)
        {
            Vector256<uint> pair = Vector256.Load((uint*)b);
            Vector256<float> low = Vector256.ShiftLeft(pair, 16).AsSingle();
            Vector256<float> high = (pair & Vector256.Create(0xffff0000u)).AsSingle();
            Vector256<float> f = Vector256.Create(*(float*)(x0));
            l0 = Vector256.FusedMultiplyAdd(f, low, l0);
            h0 = Vector256.FusedMultiplyAdd(f, high, h0);
            f = Vector256.Create(*(float*)(x0 + rs));
            l1 = Vector256.FusedMultiplyAdd(f, low, l1);
            h1 = Vector256.FusedMultiplyAdd(f, high, h1);
            f = Vector256.Create(*(float*)(x0 + rs2));
            l2 = Vector256.FusedMultiplyAdd(f, low, l2);
            h2 = Vector256.FusedMultiplyAdd(f, high, h2);
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
    private static void Avx2BFloat164(float* x, nint rs, nint cs, ushort* b, int k, nint ahead, nint aheadStep, float* y, nint ldy)
    {
        rs *= sizeof(float);
        cs *= sizeof(float);
        byte* x0 = (byte*)x;
        byte* x3 = x0 + (3 * rs);
        nint rs2 = 2 * rs;
        Vector256<float> l0 = default, h0 = default;
        Vector256<float> l1 = default, h1 = default;
        Vector256<float> l2 = default, h2 = default;
        Vector256<float> l3 = default, h3 = default;
        for (; k > 1; k -= 2)
        {
            if (Sse.IsSupported)
            {
                byte* line = Line(ahead);
                Sse.Prefetch0(line);
                Sse.Prefetch0(line + 64);
                ahead += 2 * aheadStep;
            }
            Vector256<uint> pair = Vector256.Load((uint*)b);
            Vector256<float> low = Vector256.ShiftLeft(pair, 16).AsSingle();
            Vector256<float> high = (pair & Vector256.Create(0xffff0000u)).AsSingle();
            Vector256<float> f = Vector256.Create(*(float*)(x0));
            l0 = Vector256.FusedMultiplyAdd(f, low, l0);
            h0 = Vector256.FusedMultiplyAdd(f, high, h0);
            f = Vector256.Create(*(float*)(x0 + rs));
            l1 = Vector256.FusedMultiplyAdd(f, low, l1);
            h1 = Vector256.FusedMultiplyAdd(f, high, h1);
            f = Vector256.Create(*(float*)(x0 + rs2));
            l2 = Vector256.FusedMultiplyAdd(f, low, l2);
            h2 = Vector256.FusedMultiplyAdd(f, high, h2);
            f = Vector256.Create(*(float*)(x3));
            l3 = Vector256.FusedMultiplyAdd(f, low, l3);
            h3 = Vector256.FusedMultiplyAdd(f, high, h3);
            x0 += cs;
            x3 += cs;
            b += 32;
            pair = Vector256.Load((uint*)b);
            low = Vector256.ShiftLeft(pair, 16).AsSingle();
            high = (pair & Vector256.Create(0xffff0000u)).AsSingle();
            f = Vector256.Create(*(float*)(x0));
            l0 = Vector256.FusedMultiplyAdd(f, low, l0);
            h0 = Vector256.FusedMultiplyAdd(f, high, h0);
            f = Vector256.Create(*(float*)(x0 + rs));
            l1 = Vector256.FusedMultiplyAdd(f, low, l1);
            h1 = Vector256.FusedMultiplyAdd(f, high, h1);
            f = Vector256.Create(*(float*)(x0 + rs2));
            l2 = Vector256.FusedMultiplyAdd(f, low, l2);
            h2 = Vector256.FusedMultiplyAdd(f, high, h2);
            f = Vector256.Create(*(float*)(x3));
            l3 = Vector256.FusedMultiplyAdd(f, low, l3);
            h3 = Vector256.FusedMultiplyAdd(f, high, h3);
            x0 += cs;
            x3 += cs;
            b += 32;
        }
        if (k > 0)
        {
            Vector256<uint> pair = Vector256.Load((uint*)b);
            Vector256<float> low = Vector256.ShiftLeft(pair, 16).AsSingle();
            Vector256<float> high = (pair & Vector256.Create(0xffff0000u)).AsSingle();
            Vector256<float> f = Vector256.Create(*(float*)(x0));
            l0 = Vector256.FusedMultiplyAdd(f, low, l0);
            h0 = Vector256.FusedMultiplyAdd(f, high, h0);
            f = Vector256.Create(*(float*)(x0 + rs));
            l1 = Vector256.FusedMultiplyAdd(f, low, l1);
            h1 = Vector256.FusedMultiplyAdd(f, high, h1);
            f = Vector256.Create(*(float*)(x0 + rs2));
            l2 = Vector256.FusedMultiplyAdd(f, low, l2);
            h2 = Vector256.FusedMultiplyAdd(f, high, h2);
            f = Vector256.Create(*(float*)(x3));
            l3 = Vector256.FusedMultiplyAdd(f, low, l3);
            h3 = Vector256.FusedMultiplyAdd(f, high, h3);
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

    [MethodImpl(MethodImplOptions.AggressiveOptimization), SkipLocalsInit]
    private static void Avx2BFloat165(float* x, nint rs, nint cs, ushort* b, int k, nint ahead, nint aheadStep, float* y, nint ldy)
    {
        rs *= sizeof(float);
        cs *= sizeof(float);
        byte* x0 = (byte*)x;
        byte* x3 = x0 + (3 * rs);
        nint rs2 = 2 * rs;
        Vector256<float> l0 = default, h0 = default;
        Vector256<float> l1 = default, h1 = default;
        Vector256<float> l2 = default, h2 = default;
        Vector256<float> l3 = default, h3 = default;
        Vector256<float> l4 = default, h4 = default;
        for (; k > 1; k -= 2)
        {
            if (Sse.IsSupported)
            {
                byte* line = Line(ahead);
                Sse.Prefetch0(line);
                Sse.Prefetch0(line + 64);
                ahead += 2 * aheadStep;
            }
            Vector256<uint> pair = Vector256.Load((uint*)b);
            Vector256<float> low = Vector256.ShiftLeft(pair, 16).AsSingle();
            Vector256<float> high = (pair & Vector256.Create(0xffff0000u)).AsSingle();
            Vector256<float> f = Vector256.Create(*(float*)(x0));
            l0 = Vector256.FusedMultiplyAdd(f, low, l0);
            h0 = Vector256.FusedMultiplyAdd(f, high, h0);
            f = Vector256.Create(*(float*)(x0 + rs));
            l1 = Vector256.FusedMultiplyAdd(f, low, l1);
            h1 = Vector256.FusedMultiplyAdd(f, high, h1);
            f = Vector256.Create(*(float*)(x0 + rs2));
            l2 = Vector256.FusedMultiplyAdd(f, low, l2);
            h2 = Vector256.FusedMultiplyAdd(f, high, h2);
            f = Vector256.Create(*(float*)(x3));
            l3 = Vector256.FusedMultiplyAdd(f, low, l3);
            h3 = Vector256.FusedMultiplyAdd(f, high, h3);
            f = Vector256.Create(*(float*)(x3 + rs));
            l4 = Vector256.FusedMultiplyAdd(f, low, l4);
            h4 = Vector256.FusedMultiplyAdd(f, high, h4);
            x0 += cs;
            x3 += cs;
            b += 32;
            pair = Vector256.Load((uint*)b);
            low = Vector256.ShiftLeft(pair, 16).AsSingle();
            high = (pair & Vector256.Create(0xffff0000u)).AsSingle();
            f = Vector256.Create(*(float*)(x0));
            l0 = Vector256.FusedMultiplyAdd(f, low, l0);
            h0 = Vector256.FusedMultiplyAdd(f, high, h0);
            f = Vector256.Create(*(float*)(x0 + rs));
            l1 = Vector256.FusedMultiplyAdd(f, low, l1);
            h1 = Vector256.FusedMultiplyAdd(f, high, h1);
            f = Vector256.Create(*(float*)(x0 + rs2));
            l2 = Vector256.FusedMultiplyAdd(f, low, l2);
            h2 = Vector256.FusedMultiplyAdd(f, high, h2);
            f = Vector256.Create(*(float*)(x3));
            l3 = Vector256.FusedMultiplyAdd(f, low, l3);
            h3 = Vector256.FusedMultiplyAdd(f, high, h3);
            f = Vector256.Create(*(float*)(x3 + rs));
            l4 = Vector256.FusedMultiplyAdd(f, low, l4);
            h4 = Vector256.FusedMultiplyAdd(f, high, h4);
            x0 += cs;
            x3 += cs;
            b += 32;
        }
        if (k > 0)
        {
            Vector256<uint> pair = Vector256.Load((uint*)b);
            Vector256<float> low = Vector256.ShiftLeft(pair, 16).AsSingle();
            Vector256<float> high = (pair & Vector256.Create(0xffff0000u)).AsSingle();
            Vector256<float> f = Vector256.Create(*(float*)(x0));
            l0 = Vector256.FusedMultiplyAdd(f, low, l0);
            h0 = Vector256.FusedMultiplyAdd(f, high, h0);
            f = Vector256.Create(*(float*)(x0 + rs));
            l1 = Vector256.FusedMultiplyAdd(f, low, l1);
            h1 = Vector256.FusedMultiplyAdd(f, high, h1);
            f = Vector256.Create(*(float*)(x0 + rs2));
            l2 = Vector256.FusedMultiplyAdd(f, low, l2);
            h2 = Vector256.FusedMultiplyAdd(f, high, h2);
            f = Vector256.Create(*(float*)(x3));
            l3 = Vector256.FusedMultiplyAdd(f, low, l3);
            h3 = Vector256.FusedMultiplyAdd(f, high, h3);
            f = Vector256.Create(*(float*)(x3 + rs));
            l4 = Vector256.FusedMultiplyAdd(f, low, l4);
            h4 = Vector256.FusedMultiplyAdd(f, high, h4);
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
        l4.Store(y + (4 * ldy));
        h4.Store(y + (4 * ldy) + 16);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization), SkipLocalsInit]
    private static void Avx2BFloat166(float* x, nint rs, nint cs, ushort* b, int k, nint ahead, nint aheadStep, float* y, nint ldy)
    {
        rs *= sizeof(float);
        cs *= sizeof(float);
        byte* x0 = (byte*)x;
        byte* x3 = x0 + (3 * rs);
        nint rs2 = 2 * rs;
        Vector256<float> l0 = default, h0 = default;
        Vector256<float> l1 = default, h1 = default;
        Vector256<float> l2 = default, h2 = default;
        Vector256<float> l3 = default, h3 = default;
        Vector256<float> l4 = default, h4 = default;
        Vector256<float> l5 = default, h5 = default;
        for (; k > 1; k -= 2)
        {
            if (Sse.IsSupported)
            {
                byte* line = Line(ahead);
                Sse.Prefetch0(line);
                Sse.Prefetch0(line + 64);
                ahead += 2 * aheadStep;
            }
            Vector256<uint> pair = Vector256.Load((uint*)b);
            Vector256<float> low = Vector256.ShiftLeft(pair, 16).AsSingle();
            Vector256<float> high = (pair & Vector256.Create(0xffff0000u)).AsSingle();
            Vector256<float> f = Vector256.Create(*(float*)(x0));
            l0 = Vector256.FusedMultiplyAdd(f, low, l0);
            h0 = Vector256.FusedMultiplyAdd(f, high, h0);
            f = Vector256.Create(*(float*)(x0 + rs));
            l1 = Vector256.FusedMultiplyAdd(f, low, l1);
            h1 = Vector256.FusedMultiplyAdd(f, high, h1);
            f = Vector256.Create(*(float*)(x0 + rs2));
            l2 = Vector256.FusedMultiplyAdd(f, low, l2);
            h2 = Vector256.FusedMultiplyAdd(f, high, h2);
            f = Vector256.Create(*(float*)(x3));
            l3 = Vector256.FusedMultiplyAdd(f, low, l3);
            h3 = Vector256.FusedMultiplyAdd(f, high, h3);
            f = Vector256.Create(*(float*)(x3 + rs));
            l4 = Vector256.FusedMultiplyAdd(f, low, l4);
            h4 = Vector256.FusedMultiplyAdd(f, high, h4);
            f = Vector256.Create(*(float*)(x3 + rs2));
            l5 = Vector256.FusedMultiplyAdd(f, low, l5);
            h5 = Vector256.FusedMultiplyAdd(f, high, h5);
            x0 += cs;
            x3 += cs;
            b += 32;
            pair = Vector256.Load((uint*)b);
            low = Vector256.ShiftLeft(pair, 16).AsSingle();
            high = (pair & Vector256.Create(0xffff0000u)).AsSingle();
            f = Vector256.Create(*(float*)(x0));
            l0 = Vector256.FusedMultiplyAdd(f, low, l0);
            h0 = Vector256.FusedMultiplyAdd(f, high, h0);
            f = Vector256.Create(*(float*)(x0 + rs));
            l1 = Vector256.FusedMultiplyAdd(f, low, l1);
            h1 = Vector256.FusedMultiplyAdd(f, high, h1);
            f = Vector256.Create(*(float*)(x0 + rs2));
            l2 = Vector256.FusedMultiplyAdd(f, low, l2);
            h2 = Vector256.FusedMultiplyAdd(f, high, h2);
            f = Vector256.Create(*(float*)(x3));
            l3 = Vector256.FusedMultiplyAdd(f, low, l3);
            h3 = Vector256.FusedMultiplyAdd(f, high, h3);
            f = Vector256.Create(*(float*)(x3 + rs));
            l4 = Vector256.FusedMultiplyAdd(f, low, l4);
            h4 = Vector256.FusedMultiplyAdd(f, high, h4);
            f = Vector256.Create(*(float*)(x3 + rs2));
            l5 = Vector256.FusedMultiplyAdd(f, low, l5);
            h5 = Vector256.FusedMultiplyAdd(f, high, h5);
            x0 += cs;
            x3 += cs;
            b += 32;
        }
        if (k > 0)
        {
            Vector256<uint> pair = Vector256.Load((uint*)b);
            Vector256<float> low = Vector256.ShiftLeft(pair, 16).AsSingle();
            Vector256<float> high = (pair & Vector256.Create(0xffff0000u)).AsSingle();
            Vector256<float> f = Vector256.Create(*(float*)(x0));
            l0 = Vector256.FusedMultiplyAdd(f, low, l0);
            h0 = Vector256.FusedMultiplyAdd(f, high, h0);
            f = Vector256.Create(*(float*)(x0 + rs));
            l1 = Vector256.FusedMultiplyAdd(f, low, l1);
            h1 = Vector256.FusedMultiplyAdd(f, high, h1);
            f = Vector256.Create(*(float*)(x0 + rs2));
            l2 = Vector256.FusedMultiplyAdd(f, low, l2);
            h2 = Vector256.FusedMultiplyAdd(f, high, h2);
            f = Vector256.Create(*(float*)(x3));
            l3 = Vector256.FusedMultiplyAdd(f, low, l3);
            h3 = Vector256.FusedMultiplyAdd(f, high, h3);
            f = Vector256.Create(*(float*)(x3 + rs));
            l4 = Vector256.FusedMultiplyAdd(f, low, l4);
            h4 = Vector256.FusedMultiplyAdd(f, high, h4);
            f = Vector256.Create(*(float*)(x3 + rs2));
            l5 = Vector256.FusedMultiplyAdd(f, low, l5);
            h5 = Vector256.FusedMultiplyAdd(f, high, h5);
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
        l4.Store(y + (4 * ldy));
        h4.Store(y + (4 * ldy) + 16);
        l5.Store(y + (5 * ldy));
        h5.Store(y + (5 * ldy) + 16);
    }
}
