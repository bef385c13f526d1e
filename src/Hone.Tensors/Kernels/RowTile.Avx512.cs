// Written by tools/GenerateRowTiles.cs; change that and run it again.
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Hone.Tensors;

/// <summary>Row tiles of 512-bit vectors. 12 x 32: 24 accumulators, 2 vectors of weights and 1 of x leave 5 of 32 registers.</summary>
internal static unsafe partial class RowTile
{
    private const int Avx512MaxRows = 12;
    private const int Avx512Lanes = 16;

    private static void Avx512Float32(int rows, float* x, nint rs, nint cs, float* b, int k, nint ahead, nint aheadStep, float* y, nint ldy)
    {
        switch (rows)
        {
            case 1: Avx512Float321(x, rs, cs, b, k, ahead, aheadStep, y, ldy); break;
            case 2: Avx512Float322(x, rs, cs, b, k, ahead, aheadStep, y, ldy); break;
            case 3: Avx512Float323(x, rs, cs, b, k, ahead, aheadStep, y, ldy); break;
            case 4: Avx512Float324(x, rs, cs, b, k, ahead, aheadStep, y, ldy); break;
            case 5: Avx512Float325(x, rs, cs, b, k, ahead, aheadStep, y, ldy); break;
            case 6: Avx512Float326(x, rs, cs, b, k, ahead, aheadStep, y, ldy); break;
            case 7: Avx512Float327(x, rs, cs, b, k, ahead, aheadStep, y, ldy); break;
            case 8: Avx512Float328(x, rs, cs, b, k, ahead, aheadStep, y, ldy); break;
            case 9: Avx512Float329(x, rs, cs, b, k, ahead, aheadStep, y, ldy); break;
            case 10: Avx512Float3210(x, rs, cs, b, k, ahead, aheadStep, y, ldy); break;
            case 11: Avx512Float3211(x, rs, cs, b, k, ahead, aheadStep, y, ldy); break;
            default: Avx512Float3212(x, rs, cs, b, k, ahead, aheadStep, y, ldy); break;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization), SkipLocalsInit]
    private static void Avx512Float321(float* x, nint rs, nint cs, float* b, int k, nint ahead, nint aheadStep, float* y, nint ldy)
    {
        rs *= sizeof(float);
        cs *= sizeof(float);
        byte* x0 = (byte*)x;
        Vector512<float> l0 = default, h0 = default;
        for (; k > 0; k--)
        {
            if (Sse.IsSupported)
            {
                byte* line = Line(ahead);
                Sse.Prefetch0(line);
                Sse.Prefetch0(line + 64);
                ahead += aheadStep;
            }
            Vector512<float> low = Vector512.Load(b), high = Vector512.Load(b + 16);
            Vector512<float> f = Vector512.Create(*(float*)(x0));
            l0 = Vector512.FusedMultiplyAdd(f, low, l0);
            h0 = Vector512.FusedMultiplyAdd(f, high, h0);
            x0 += cs;
            b += 32;
        }
        l0.Store(y);
        h0.Store(y + 16);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization), SkipLocalsInit]
    private static void Avx512Float322(float* x, nint rs, nint cs, float* b, int k, nint ahead, nint aheadStep, float* y, nint ldy)
    {
        rs *= sizeof(float);
        cs *= sizeof(float);
        byte* x0 = (byte*)x;
        Vector512<float> l0 = default, h0 = default;
        Vector512<float> l1 = default, h1 = default;
        for (; k > 0; k--)
        {
            if (Sse.IsSupported)
            {
                byte* line = Line(ahead);
                Sse.Prefetch0(line);
                Sse.Prefetch0(line + 64);
                ahead += aheadStep;
            }
            Vector512<float> low = Vector512.Load(b), high = Vector512.Load(b + 16);
            Vector512<float> f = Vector512.Create(*(float*)(x0));
            l0 = Vector512.FusedMultiplyAdd(f, low, l0);
            h0 = Vector512.FusedMultiplyAdd(f, high, h0);
            f = Vector512.Create(*(float*)(x0 + rs));
            l1 = Vector512.FusedMultiplyAdd(f, low, l1);
            h1 = Vector512.FusedMultiplyAdd(f, high, h1);
            x0 += cs;
            b += 32;
        }
        l0.Store(y);
        h0.Store(y + 16);
        l1.Store(y + ldy);
        h1.Store(y + ldy + 16);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization), SkipLocalsInit]
    private static void Avx512Float323(float* x, nint rs, nint cs, float* b, int k, nint ahead, nint aheadStep, float* y, nint ldy)
    {
        rs *= sizeof(float);
        cs *= sizeof(float);
        byte* x0 = (byte*)x;
        nint rs2 = 2 * rs;
        Vector512<float> l0 = default, h0 = default;
        Vector512<float> l1 = default, h1 = default;
        Vector512<float> l2 = default, h2 = default;
        for (; k > 0; k--)
        {
            if (Sse.IsSupported)
            {
                byte* line = Line(ahead);
                Sse.Prefetch0(line);
                Sse.Prefetch0(line + 64);
                ahead += aheadStep;
            }
            Vector512<float> low = Vector512.Load(b), high = Vector512.Load(b + 16);
            Vector512<float> f = Vector512.Create(*(float*)(x0));
            l0 = Vector512.FusedMultiplyAdd(f, low, l0);
            h0 = Vector512.FusedMultiplyAdd(f, high, h0);
            f = Vector512.Create(*(float*)(x0 + rs));
            l1 = Vector512.FusedMultiplyAdd(f, low, l1);
            h1 = Vector512.FusedMultiplyAdd(f, high, h1);
            f = Vector512.Create(*(float*)(x0 + rs2));
            l2 = Vector512.FusedMultiplyAdd(f, low, l2);
            h2 = Vector512.FusedMultiplyAdd(f, high, h2);
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
    private static void Avx512Float324(float* x, nint rs, nint cs, float* b, int k, nint ahead, nint aheadStep, float* y, nint ldy)
    {
        rs *= sizeof(float);
        cs *= sizeof(float);
        byte* x0 = (byte*)x;
        byte* x3 = x0 + (3 * rs);
        nint rs2 = 2 * rs;
        Vector512<float> l0 = default, h0 = default;
        Vector512<float> l1 = default, h1 = default;
        Vector512<float> l2 = default, h2 = default;
        Vector512<float> l3 = default, h3 = default;
        for (; k > 0; k--)
        {
            if (Sse.IsSupported)
            {
                byte* line = Line(ahead);
                Sse.Prefetch0(line);
                Sse.Prefetch0(line + 64);
                ahead += aheadStep;
            }
            Vector512<float> low = Vector512.Load(b), high = Vector512.Load(b + 16);
            Vector512<float> f = Vector512.Create(*(float*)(x0));
            l0 = Vector512.FusedMultiplyAdd(f, low, l0);
            h0 = Vector512.FusedMultiplyAdd(f, high, h0);
            f = Vector512.Create(*(float*)(x0 + rs));
            l1 = Vector512.FusedMultiplyAdd(f, low, l1);
            h1 = Vector512.FusedMultiplyAdd(f, high, h1);
            f = Vector512.Create(*(float*)(x0 + rs2));
            l2 = Vector512.FusedMultiplyAdd(f, low, l2);
            h2 = Vector512.FusedMultiplyAdd(f, high, h2);
            f = Vector512.Create(*(float*)(x3));
            l3 = Vector512.FusedMultiplyAdd(f, low, l3);
            h3 = Vector512.FusedMultiplyAdd(f, high, h3);
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
    private static void Avx512Float325(float* x, nint rs, nint cs, float* b, int k, nint ahead, nint aheadStep, float* y, nint ldy)
    {
        rs *= sizeof(float);
        cs *= sizeof(float);
        byte* x0 = (byte*)x;
        byte* x3 = x0 + (3 * rs);
        nint rs2 = 2 * rs;
        Vector512<float> l0 = default, h0 = default;
        Vector512<float> l1 = default, h1 = default;
        Vector512<float> l2 = default, h2 = default;
        Vector512<float> l3 = default, h3 = default;
        Vector512<float> l4 = default, h4 = default;
        for (; k > 0; k--)
        {
            if (Sse.IsSupported)
            {
                byte* line = Line(ahead);
                Sse.Prefetch0(line);
                Sse.Prefetch0(line + 64);
                ahead += aheadStep;
            }
            Vector512<float> low = Vector512.Load(b), high = Vector512.Load(b + 16);
            Vector512<float> f = Vector512.Create(*(float*)(x0));
            l0 = Vector512.FusedMultiplyAdd(f, low, l0);
            h0 = Vector512.FusedMultiplyAdd(f, high, h0);
            f = Vector512.Create(*(float*)(x0 + rs));
            l1 = Vector512.FusedMultiplyAdd(f, low, l1);
            h1 = Vector512.FusedMultiplyAdd(f, high, h1);
            f = Vector512.Create(*(float*)(x0 + rs2));
            l2 = Vector512.FusedMultiplyAdd(f, low, l2);
            h2 = Vector512.FusedMultiplyAdd(f, high, h2);
            f = Vector512.Create(*(float*)(x3));
            l3 = Vector512.FusedMultiplyAdd(f, low, l3);
            h3 = Vector512.FusedMultiplyAdd(f, high, h3);
            f = Vector512.Create(*(float*)(x3 + rs));
            l4 = Vector512.FusedMultiplyAdd(f, low, l4);
            h4 = Vector512.FusedMultiplyAdd(f, high, h4);
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
    private static void Avx512Float326(float* x, nint rs, nint cs, float* b, int k, nint ahead, nint aheadStep, float* y, nint ldy)
    {
        rs *= sizeof(float);
        cs *= sizeof(float);
        byte* x0 = (byte*)x;
        byte* x3 = x0 + (3 * rs);
        nint rs2 = 2 * rs;
        Vector512<float> l0 = default, h0 = default;
        Vector512<float> l1 = default, h1 = default;
        Vector512<float> l2 = default, h2 = default;
        Vector512<float> l3 = default, h3 = default;
        Vector512<float> l4 = default, h4 = default;
        Vector512<float> l5 = default, h5 = default;
        for (; k > 0; k--)
        {
            if (Sse.IsSupported)
            {
                byte* line = Line(ahead);
                Sse.Prefetch0(line);
                Sse.Prefetch0(line + 64);
                ahead += aheadStep;
            }
            Vector512<float> low = Vector512.Load(b), high = Vector512.Load(b + 16);
            Vector512<float> f = Vector512.Create(*(float*)(x0));
            l0 = Vector512.FusedMultiplyAdd(f, low, l0);
            h0 = Vector512.FusedMultiplyAdd(f, high, h0);
            f = Vector512.Create(*(float*)(x0 + rs));
            l1 = Vector512.FusedMultiplyAdd(f, low, l1);
            h1 = Vector512.FusedMultiplyAdd(f, high, h1);
            f = Vector512.Create(*(float*)(x0 + rs2));
            l2 = Vector512.FusedMultiplyAdd(f, low, l2);
            h2 = Vector512.FusedMultiplyAdd(f, high, h2);
            f = Vector512.Create(*(float*)(x3));
            l3 = Vector512.FusedMultiplyAdd(f, low, l3);
            h3 = Vector512.FusedMultiplyAdd(f, high, h3);
            f = Vector512.Create(*(float*)(x3 + rs));
            l4 = Vector512.FusedMultiplyAdd(f, low, l4);
            h4 = Vector512.FusedMultiplyAdd(f, high, h4);
            f = Vector512.Create(*(float*)(x3 + rs2));
            l5 = Vector512.FusedMultiplyAdd(f, low, l5);
            h5 = Vector512.FusedMultiplyAdd(f, high, h5);
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

    [MethodImpl(MethodImplOptions.AggressiveOptimization), SkipLocalsInit]
    private static void Avx512Float327(float* x, nint rs, nint cs, float* b, int k, nint ahead, nint aheadStep, float* y, nint ldy)
    {
        rs *= sizeof(float);
        cs *= sizeof(float);
        byte* x0 = (byte*)x;
        byte* x3 = x0 + (3 * rs);
        byte* x6 = x3 + (3 * rs);
        nint rs2 = 2 * rs;
        Vector512<float> l0 = default, h0 = default;
        Vector512<float> l1 = default, h1 = default;
        Vector512<float> l2 = default, h2 = default;
        Vector512<float> l3 = default, h3 = default;
        Vector512<float> l4 = default, h4 = default;
        Vector512<float> l5 = default, h5 = default;
        Vector512<float> l6 = default, h6 = default;
        for (; k > 0; k--)
        {
            if (Sse.IsSupported)
            {
                byte* line = Line(ahead);
                Sse.Prefetch0(line);
                Sse.Prefetch0(line + 64);
                ahead += aheadStep;
            }
            Vector512<float> low = Vector512.Load(b), high = Vector512.Load(b + 16);
            Vector512<float> f = Vector512.Create(*(float*)(x0));
            l0 = Vector512.FusedMultiplyAdd(f, low, l0);
            h0 = Vector512.FusedMultiplyAdd(f, high, h0);
            f = Vector512.Create(*(float*)(x0 + rs));
            l1 = Vector512.FusedMultiplyAdd(f, low, l1);
            h1 = Vector512.FusedMultiplyAdd(f, high, h1);
            f = Vector512.Create(*(float*)(x0 + rs2));
            l2 = Vector512.FusedMultiplyAdd(f, low, l2);
            h2 = Vector512.FusedMultiplyAdd(f, high, h2);
            f = Vector512.Create(*(float*)(x3));
            l3 = Vector512.FusedMultiplyAdd(f, low, l3);
            h3 = Vector512.FusedMultiplyAdd(f, high, h3);
            f = Vector512.Create(*(float*)(x3 + rs));
            l4 = Vector512.FusedMultiplyAdd(f, low, l4);
            h4 = Vector512.FusedMultiplyAdd(f, high, h4);
            f = Vector512.Create(*(float*)(x3 + rs2));
            l5 = Vector512.FusedMultiplyAdd(f, low, l5);
            h5 = Vector512.FusedMultiplyAdd(f, high, h5);
            f = Vector512.Create(*(float*)(x6));
            l6 = Vector512.FusedMultiplyAdd(f, low, l6);
            h6 = Vector512.FusedMultiplyAdd(f, high, h6);
            x0 += cs;
            x3 += cs;
            x6 += cs;
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
        l6.Store(y + (6 * ldy));
        h6.Store(y + (6 * ldy) + 16);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization), SkipLocalsInit]
    private static void Avx512Float328(float* x, nint rs, nint cs, float* b, int k, nint ahead, nint aheadStep, float* y, nint ldy)
    {
        rs *= sizeof(float);
        cs *= sizeof(float);
        byte* x0 = (byte*)x;
        byte* x3 = x0 + (3 * rs);
        byte* x6 = x3 + (3 * rs);
        nint rs2 = 2 * rs;
        Vector512<float> l0 = default, h0 = default;
        Vector512<float> l1 = default, h1 = default;
        Vector512<float> l2 = default, h2 = default;
        Vector512<float> l3 = default, h3 = default;
        Vector512<float> l4 = default, h4 = default;
        Vector512<float> l5 = default, h5 = default;
        Vector512<float> l6 = default, h6 = default;
        Vector512<float> l7 = default, h7 = default;
        for (; k > 0; k--)
        {
            if (Sse.IsSupported)
            {
                byte* line = Line(ahead);
                Sse.Prefetch0(line);
                Sse.Prefetch0(line + 64);
                ahead += aheadStep;
            }
            Vector512<float> low = Vector512.Load(b), high = Vector512.Load(b + 16);
            Vector512<float> f = Vector512.Create(*(float*)(x0));
            l0 = Vector512.FusedMultiplyAdd(f, low, l0);
            h0 = Vector512.FusedMultiplyAdd(f, high, h0);
            f = Vector512.Create(*(float*)(x0 + rs));
            l1 = Vector512.FusedMultiplyAdd(f, low, l1);
            h1 = Vector512.FusedMultiplyAdd(f, high, h1);
            f = Vector512.Create(*(float*)(x0 + rs2));
            l2 = Vector512.FusedMultiplyAdd(f, low, l2);
            h2 = Vector512.FusedMultiplyAdd(f, high, h2);
            f = Vector512.Create(*(float*)(x3));
            l3 = Vector512.FusedMultiplyAdd(f, low, l3);
            h3 = Vector512.FusedMultiplyAdd(f, high, h3);
            f = Vector512.Create(*(float*)(x3 + rs));
            l4 = Vector512.FusedMultiplyAdd(f, low, l4);
            h4 = Vector512.FusedMultiplyAdd(f, high, h4);
            f = Vector512.Create(*(float*)(x3 + rs2));
            l5 = Vector512.FusedMultiplyAdd(f, low, l5);
            h5 = Vector512.FusedMultiplyAdd(f, high, h5);
            f = Vector512.Create(*(float*)(x6));
            l6 = Vector512.FusedMultiplyAdd(f, low, l6);
            h6 = Vector512.FusedMultiplyAdd(f, high, h6);
            f = Vector512.Create(*(float*)(x6 + rs));
            l7 = Vector512.FusedMultiplyAdd(f, low, l7);
            h7 = Vector512.FusedMultiplyAdd(f, high, h7);
            x0 += cs;
            x3 += cs;
            x6 += cs;
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
        l6.Store(y + (6 * ldy));
        h6.Store(y + (6 * ldy) + 16);
        l7.Store(y + (7 * ldy));
        h7.Store(y + (7 * ldy) + 16);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization), SkipLocalsInit]
    private static void Avx512Float329(float* x, nint rs, nint cs, float* b, int k, nint ahead, nint aheadStep, float* y, nint ldy)
    {
        rs *= sizeof(float);
        cs *= sizeof(float);
        byte* x0 = (byte*)x;
        byte* x3 = x0 + (3 * rs);
        byte* x6 = x3 + (3 * rs);
        nint rs2 = 2 * rs;
        Vector512<float> l0 = default, h0 = default;
        Vector512<float> l1 = default, h1 = default;
        Vector512<float> l2 = default, h2 = default;
        Vector512<float> l3 = default, h3 = default;
        Vector512<float> l4 = default, h4 = default;
        Vector512<float> l5 = default, h5 = default;
        Vector512<float> l6 = default, h6 = default;
        Vector512<float> l7 = default, h7 = default;
        Vector512<float> l8 = default, h8 = default;
        for (; k > 0; k--)
        {
            if (Sse.IsSupported)
            {
                byte* line = Line(ahead);
                Sse.Prefetch0(line);
                Sse.Prefetch0(line + 64);
                ahead += aheadStep;
            }
            Vector512<float> low = Vector512.Load(b), high = Vector512.Load(b + 16);
            Vector512<float> f = Vector512.Create(*(float*)(x0));
            l0 = Vector512.FusedMultiplyAdd(f, low, l0);
            h0 = Vector512.FusedMultiplyAdd(f, high, h0);
            f = Vector512.Create(*(float*)(x0 + rs));
            l1 = Vector512.FusedMultiplyAdd(f, low, l1);
            h1 = Vector512.FusedMultiplyAdd(f, high, h1);
            f = Vector512.Create(*(float*)(x0 + rs2));
            l2 = Vector512.FusedMultiplyAdd(f, low, l2);
            h2 = Vector512.FusedMultiplyAdd(f, high, h2);
            f = Vector512.Create(*(float*)(x3));
            l3 = Vector512.FusedMultiplyAdd(f, low, l3);
            h3 = Vector512.FusedMultiplyAdd(f, high, h3);
            f = Vector512.Create(*(float*)(x3 + rs));
            l4 = Vector512.FusedMultiplyAdd(f, low, l4);
            h4 = Vector512.FusedMultiplyAdd(f, high, h4);
            f = Vector512.Create(*(float*)(x3 + rs2));
            l5 = Vector512.FusedMultiplyAdd(f, low, l5);
            h5 = Vector512.FusedMultiplyAdd(f, high, h5);
            f = Vector512.Create(*(float*)(x6));
            l6 = Vector512.FusedMultiplyAdd(f, low, l6);
            h6 = Vector512.FusedMultiplyAdd(f, high, h6);
            f = Vector512.Create(*(float*)(x6 + rs));
            l7 = Vector512.FusedMultiplyAdd(f, low, l7);
            h7 = Vector512.FusedMultiplyAdd(f, high, h7);
            f = Vector512.Create(*(float*)(x6 + rs2));
            l8 = Vector512.FusedMultiplyAdd(f, low, l8);
            h8 = Vector512.FusedMultiplyAdd(f, high, h8);
            x0 += cs;
            x3 += cs;
            x6 += cs;
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
        l6.Store(y + (6 * ldy));
        h6.Store(y + (6 * ldy) + 16);
        l7.Store(y + (7 * ldy));
        h7.Store(y + (7 * ldy) + 16);
        l8.Store(y + (8 * ldy));
        h8.Store(y + (8 * ldy) + 16);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization), SkipLocalsInit]
    private static void Avx512Float3210(float* x, nint rs, nint cs, float* b, int k, nint ahead, nint aheadStep, float* y, nint ldy)
    {
        rs *= sizeof(float);
        cs *= sizeof(float);
        byte* x0 = (byte*)x;
        byte* x3 = x0 + (3 * rs);
        byte* x6 = x3 + (3 * rs);
        byte* x9 = x6 + (3 * rs);
        nint rs2 = 2 * rs;
        Vector512<float> l0 = default, h0 = default;
        Vector512<float> l1 = default, h1 = default;
        Vector512<float> l2 = default, h2 = default;
        Vector512<float> l3 = default, h3 = default;
        Vector512<float> l4 = default, h4 = default;
        Vector512<float> l5 = default, h5 = default;
        Vector512<float> l6 = default, h6 = default;
        Vector512<float> l7 = default, h7 = default;
        Vector512<float> l8 = default, h8 = default;
        Vector512<float> l9 = default, h9 = default;
        for (; k > 0; k--)
        {
            if (Sse.IsSupported)
            {
                byte* line = Line(ahead);
                Sse.Prefetch0(line);
                Sse.Prefetch0(line + 64);
                ahead += aheadStep;
            }
            Vector512<float> low = Vector512.Load(b), high = Vector512.Load(b + 16);
            Vector512<float> f = Vector512.Create(*(float*)(x0));
            l0 = Vector512.FusedMultiplyAdd(f, low, l0);
            h0 = Vector512.FusedMultiplyAdd(f, high, h0);
            f = Vector512.Create(*(float*)(x0 + rs));
            l1 = Vector512.FusedMultiplyAdd(f, low, l1);
            h1 = Vector512.FusedMultiplyAdd(f, high, h1);
            f = Vector512.Create(*(float*)(x0 + rs2));
            l2 = Vector512.FusedMultiplyAdd(f, low, l2);
            h2 = Vector512.FusedMultiplyAdd(f, high, h2);
            f = Vector512.Create(*(float*)(x3));
            l3 = Vector512.FusedMultiplyAdd(f, low, l3);
            h3 = Vector512.FusedMultiplyAdd(f, high, h3);
            f = Vector512.Create(*(float*)(x3 + rs));
            l4 = Vector512.FusedMultiplyAdd(f, low, l4);
            h4 = Vector512.FusedMultiplyAdd(f, high, h4);
            f = Vector512.Create(*(float*)(x3 + rs2));
            l5 = Vector512.FusedMultiplyAdd(f, low, l5);
            h5 = Vector512.FusedMultiplyAdd(f, high, h5);
            f = Vector512.Create(*(float*)(x6));
            l6 = Vector512.FusedMultiplyAdd(f, low, l6);
            h6 = Vector512.FusedMultiplyAdd(f, high, h6);
            f = Vector512.Create(*(float*)(x6 + rs));
            l7 = Vector512.FusedMultiplyAdd(f, low, l7);
            h7 = Vector512.FusedMultiplyAdd(f, high, h7);
            f = Vector512.Create(*(float*)(x6 + rs2));
            l8 = Vector512.FusedMultiplyAdd(f, low, l8);
            h8 = Vector512.FusedMultiplyAdd(f, high, h8);
            f = Vector512.Create(*(float*)(x9));
            l9 = Vector512.FusedMultiplyAdd(f, low, l9);
            h9 = Vector512.FusedMultiplyAdd(f, high, h9);
            x0 += cs;
            x3 += cs;
            x6 += cs;
            x9 += cs;
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
        l6.Store(y + (6 * ldy));
        h6.Store(y + (6 * ldy) + 16);
        l7.Store(y + (7 * ldy));
        h7.Store(y + (7 * ldy) + 16);
        l8.Store(y + (8 * ldy));
        h8.Store(y + (8 * ldy) + 16);
        l9.Store(y + (9 * ldy));
        h9.Store(y + (9 * ldy) + 16);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization), SkipLocalsInit]
    private static void Avx512Float3211(float* x, nint rs, nint cs, float* b, int k, nint ahead, nint aheadStep, float* y, nint ldy)
    {
        rs *= sizeof(float);
        cs *= sizeof(float);
        byte* x0 = (byte*)x;
        byte* x3 = x0 + (3 * rs);
        byte* x6 = x3 + (3 * rs);
        byte* x9 = x6 + (3 * rs);
        nint rs2 = 2 * rs;
        Vector512<float> l0 = default, h0 = default;
        Vector512<float> l1 = default, h1 = default;
        Vector512<float> l2 = default, h2 = default;
        Vector512<float> l3 = default, h3 = default;
        Vector512<float> l4 = default, h4 = default;
        Vector512<float> l5 = default, h5 = default;
        Vector512<float> l6 = default, h6 = default;
        Vector512<float> l7 = default, h7 = default;
        Vector512<float> l8 = default, h8 = default;
        Vector512<float> l9 = default, h9 = default;
        Vector512<float> l10 = default, h10 = default;
        for (; k > 0; k--)
        {
            if (Sse.IsSupported)
            {
                byte* line = Line(ahead);
                Sse.Prefetch0(line);
                Sse.Prefetch0(line + 64);
                ahead += aheadStep;
            }
            Vector512<float> low = Vector512.Load(b), high = Vector512.Load(b + 16);
            Vector512<float> f = Vector512.Create(*(float*)(x0));
            l0 = Vector512.FusedMultiplyAdd(f, low, l0);
            h0 = Vector512.FusedMultiplyAdd(f, high, h0);
            f = Vector512.Create(*(float*)(x0 + rs));
            l1 = Vector512.FusedMultiplyAdd(f, low, l1);
            h1 = Vector512.FusedMultiplyAdd(f, high, h1);
            f = Vector512.Create(*(float*)(x0 + rs2));
            l2 = Vector512.FusedMultiplyAdd(f, low, l2);
            h2 = Vector512.FusedMultiplyAdd(f, high, h2);
            f = Vector512.Create(*(float*)(x3));
            l3 = Vector512.FusedMultiplyAdd(f, low, l3);
            h3 = Vector512.FusedMultiplyAdd(f, high, h3);
            f = Vector512.Create(*(float*)(x3 + rs));
            l4 = Vector512.FusedMultiplyAdd(f, low, l4);
            h4 = Vector512.FusedMultiplyAdd(f, high, h4);
            f = Vector512.Create(*(float*)(x3 + rs2));
            l5 = Vector512.FusedMultiplyAdd(f, low, l5);
            h5 = Vector512.FusedMultiplyAdd(f, high, h5);
            f = Vector512.Create(*(float*)(x6));
            l6 = Vector512.FusedMultiplyAdd(f, low, l6);
            h6 = Vector512.FusedMultiplyAdd(f, high, h6);
            f = Vector512.Create(*(float*)(x6 + rs));
            l7 = Vector512.FusedMultiplyAdd(f, low, l7);
            h7 = Vector512.FusedMultiplyAdd(f, high, h7);
            f = Vector512.Create(*(float*)(x6 + rs2));
            l8 = Vector512.FusedMultiplyAdd(f, low, l8);
            h8 = Vector512.FusedMultiplyAdd(f, high, h8);
            f = Vector512.Create(*(float*)(x9));
            l9 = Vector512.FusedMultiplyAdd(f, low, l9);
            h9 = Vector512.FusedMultiplyAdd(f, high, h9);
            f = Vector512.Create(*(float*)(x9 + rs));
            l10 = Vector512.FusedMultiplyAdd(f, low, l10);
            h10 = Vector512.FusedMultiplyAdd(f, high, h10);
            x0 += cs;
            x3 += cs;
            x6 += cs;
            x9 += cs;
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
        l6.Store(y + (6 * ldy));
        h6.Store(y + (6 * ldy) + 16);
        l7.Store(y + (7 * ldy));
        h7.Store(y + (7 * ldy) + 16);
        l8.Store(y + (8 * ldy));
        h8.Store(y + (8 * ldy) + 16);
        l9.Store(y + (9 * ldy));
        h9.Store(y + (9 * ldy) + 16);
        l10.Store(y + (10 * ldy));
        h10.Store(y + (10 * ldy) + 16);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization), SkipLocalsInit]
    private static void Avx512Float3212(float* x, nint rs, nint cs, float* b, int k, nint ahead, nint aheadStep, float* y, nint ldy)
    {
        rs *= sizeof(float);
        cs *= sizeof(float);
        byte* x0 = (byte*)x;
        byte* x3 = x0 + (3 * rs);
        byte* x6 = x3 + (3 * rs);
        byte* x9 = x6 + (3 * rs);
        nint rs2 = 2 * rs;
        Vector512<float> l0 = default, h0 = default;
        Vector512<float> l1 = default, h1 = default;
        Vector512<float> l2 = default, h2 = default;
        Vector512<float> l3 = default, h3 = default;
        Vector512<float> l4 = default, h4 = default;
        Vector512<float> l5 = default, h5 = default;
        Vector512<float> l6 = default, h6 = default;
        Vector512<float> l7 = default, h7 = default;
        Vector512<float> l8 = default, h8 = default;
        Vector512<float> l9 = default, h9 = default;
        Vector512<float> l10 = default, h10 = default;
        Vector512<float> l11 = default, h11 = default;
        for (; k > 0; k--)
        {
            if (Sse.IsSupported)
            {
                byte* line = Line(ahead);
                Sse.Prefetch0(line);
                Sse.Prefetch0(line + 64);
                ahead += aheadStep;
            }
            Vector512<float> low = Vector512.Load(b), high = Vector512.Load(b + 16);
            Vector512<float> f = Vector512.Create(*(float*)(x0));
            l0 = Vector512.FusedMultiplyAdd(f, low, l0);
            h0 = Vector512.FusedMultiplyAdd(f, high, h0);
            f = Vector512.Create(*(float*)(x0 + rs));
            l1 = Vector512.FusedMultiplyAdd(f, low, l1);
            h1 = Vector512.FusedMultiplyAdd(f, high, h1);
            f = Vector512.Create(*(float*)(x0 + rs2));
            l2 = Vector512.FusedMultiplyAdd(f, low, l2);
            h2 = Vector512.FusedMultiplyAdd(f, high, h2);
            f = Vector512.Create(*(float*)(x3));
            l3 = Vector512.FusedMultiplyAdd(f, low, l3);
            h3 = Vector512.FusedMultiplyAdd(f, high, h3);
            f = Vector512.Create(*(float*)(x3 + rs));
            l4 = Vector512.FusedMultiplyAdd(f, low, l4);
            h4 = Vector512.FusedMultiplyAdd(f, high, h4);
            f = Vector512.Create(*(float*)(x3 + rs2));
            l5 = Vector512.FusedMultiplyAdd(f, low, l5);
            h5 = Vector512.FusedMultiplyAdd(f, high, h5);
            f = Vector512.Create(*(float*)(x6));
            l6 = Vector512.FusedMultiplyAdd(f, low, l6);
            h6 = Vector512.FusedMultiplyAdd(f, high, h6);
            f = Vector512.Create(*(float*)(x6 + rs));
            l7 = Vector512.FusedMultiplyAdd(f, low, l7);
            h7 = Vector512.FusedMultiplyAdd(f, high, h7);
            f = Vector512.Create(*(float*)(x6 + rs2));
            l8 = Vector512.FusedMultiplyAdd(f, low, l8);
            h8 = Vector512.FusedMultiplyAdd(f, high, h8);
            f = Vector512.Create(*(float*)(x9));
            l9 = Vector512.FusedMultiplyAdd(f, low, l9);
            h9 = Vector512.FusedMultiplyAdd(f, high, h9);
            f = Vector512.Create(*(float*)(x9 + rs));
            l10 = Vector512.FusedMultiplyAdd(f, low, l10);
            h10 = Vector512.FusedMultiplyAdd(f, high, h10);
            f = Vector512.Create(*(float*)(x9 + rs2));
            l11 = Vector512.FusedMultiplyAdd(f, low, l11);
            h11 = Vector512.FusedMultiplyAdd(f, high, h11);
            x0 += cs;
            x3 += cs;
            x6 += cs;
            x9 += cs;
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
        l6.Store(y + (6 * ldy));
        h6.Store(y + (6 * ldy) + 16);
        l7.Store(y + (7 * ldy));
        h7.Store(y + (7 * ldy) + 16);
        l8.Store(y + (8 * ldy));
        h8.Store(y + (8 * ldy) + 16);
        l9.Store(y + (9 * ldy));
        h9.Store(y + (9 * ldy) + 16);
        l10.Store(y + (10 * ldy));
        h10.Store(y + (10 * ldy) + 16);
        l11.Store(y + (11 * ldy));
        h11.Store(y + (11 * ldy) + 16);
    }

    private static void Avx512BFloat16(int rows, float* x, nint rs, nint cs, ushort* b, int k, nint ahead, nint aheadStep, float* y, nint ldy)
    {
        switch (rows)
        {
            case 1: Avx512BFloat161(x, rs, cs, b, k, ahead, aheadStep, y, ldy); break;
            case 2: Avx512BFloat162(x, rs, cs, b, k, ahead, aheadStep, y, ldy); break;
            case 3: Avx512BFloat163(x, rs, cs, b, k, ahead, aheadStep, y, ldy); break;
            case 4: Avx512BFloat164(x, rs, cs, b, k, ahead, aheadStep, y, ldy); break;
            case 5: Avx512BFloat165(x, rs, cs, b, k, ahead, aheadStep, y, ldy); break;
            case 6: Avx512BFloat166(x, rs, cs, b, k, ahead, aheadStep, y, ldy); break;
            case 7: Avx512BFloat167(x, rs, cs, b, k, ahead, aheadStep, y, ldy); break;
            case 8: Avx512BFloat168(x, rs, cs, b, k, ahead, aheadStep, y, ldy); break;
            case 9: Avx512BFloat169(x, rs, cs, b, k, ahead, aheadStep, y, ldy); break;
            case 10: Avx512BFloat1610(x, rs, cs, b, k, ahead, aheadStep, y, ldy); break;
            case 11: Avx512BFloat1611(x, rs, cs, b, k, ahead, aheadStep, y, ldy); break;
            default: Avx512BFloat1612(x, rs, cs, b, k, ahead, aheadStep, y, ldy); break;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization), SkipLocalsInit]
    private static void Avx512BFloat161(float* x, nint rs, nint cs, ushort* b, int k, nint ahead, nint aheadStep, float* y, nint ldy)
    {
        rs *= sizeof(float);
        cs *= sizeof(float);
        byte* x0 = (byte*)x;
        Vector512<float> l0 = default, h0 = default;
        for (; k > 1; k -= 2)
        {
            if (Sse.IsSupported)
            {
                byte* line = Line(ahead);
                Sse.Prefetch0(line);
                Sse.Prefetch0(line + 64);
                ahead += 2 * aheadStep;
            }
            Vector512<uint> pair = Vector512.Load((uint*)b);
            Vector512<float> low = Vector512.ShiftLeft(pair, 16).AsSingle();
            Vector512<float> high = (pair & Vector512.Create(0xffff0000u)).AsSingle();
            Vector512<float> f = Vector512.Create(*(float*)(x0));
            l0 = Vector512.FusedMultiplyAdd(f, low, l0);
            h0 = Vector512.FusedMultiplyAdd(f, high, h0);
            x0 += cs;
            b += 32;
            pair = Vector512.Load((uint*)b);
            low = Vector512.ShiftLeft(pair, 16).AsSingle();
            high = (pair & Vector512.Create(0xffff0000u)).AsSingle();
            f = Vector512.Create(*(float*)(x0));
            l0 = Vector512.FusedMultiplyAdd(f, low, l0);
            h0 = Vector512.FusedMultiplyAdd(f, high, h0);
            x0 += cs;
            b += 32;
        }
        if (k > 0)
        {
            Vector512<uint> pair = Vector512.Load((uint*)b);
            Vector512<float> low = Vector512.ShiftLeft(pair, 16).AsSingle();
            Vector512<float> high = (pair & Vector512.Create(0xffff0000u)).AsSingle();
            Vector512<float> f = Vector512.Create(*(float*)(x0));
            l0 = Vector512.FusedMultiplyAdd(f, low, l0);
            h0 = Vector512.FusedMultiplyAdd(f, high, h0);
            x0 += cs;
            b += 32;
        }
        l0.Store(y);
        h0.Store(y + 16);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization), SkipLocalsInit]
    private static void Avx512BFloat162(float* x, nint rs, nint cs, ushort* b, int k, nint ahead, nint aheadStep, float* y, nint ldy)
    {
        rs *= sizeof(float);
        cs *= sizeof(float);
        byte* x0 = (byte*)x;
        Vector512<float> l0 = default, h0 = default;
        Vector512<float> l1 = default, h1 = default;
        for (; k > 1; k -= 2)
        {
            if (Sse.IsSupported)
            {
                byte* line = Line(ahead);
                Sse.Prefetch0(line);
                Sse.Prefetch0(line + 64);
                ahead += 2 * aheadStep;
            }
            Vector512<uint> pair = Vector512.Load((uint*)b);
            Vector512<float> low = Vector512.ShiftLeft(pair, 16).AsSingle();
            Vector512<float> high = (pair & Vector512.Create(0xffff0000u)).AsSingle();
            Vector512<float> f = Vector512.Create(*(float*)(x0));
            l0 = Vector512.FusedMultiplyAdd(f, low, l0);
            h0 = Vector512.FusedMultiplyAdd(f, high, h0);
            f = Vector512.Create(*(float*)(x0 + rs));
            l1 = Vector512.FusedMultiplyAdd(f, low, l1);
            h1 = Vector512.FusedMultiplyAdd(f, high, h1);
            x0 += cs;
            b += 32;
            pair = Vector512.Load((uint*)b);
            low = Vector512.ShiftLeft(pair, 16).AsSingle();
            high = (pair & Vector512.Create(0xffff0000u)).AsSingle();
            f = Vector512.Create(*(float*)(x0));
            l0 = Vector512.FusedMultiplyAdd(f, low, l0);
            h0 = Vector512.FusedMultiplyAdd(f, high, h0);
            f = Vector512.Create(*(float*)(x0 + rs));
            l1 = Vector512.FusedMultiplyAdd(f, low, l1);
            h1 = Vector512.FusedMultiplyAdd(f, high, h1);
            x0 += cs;
            b += 32;
        }
        if (k > 0)
        {
            Vector512<uint> pair = Vector512.Load((uint*)b);
            Vector512<float> low = Vector512.ShiftLeft(pair, 16).AsSingle();
            Vector512<float> high = (pair & Vector512.Create(0xffff0000u)).AsSingle();
            Vector512<float> f = Vector512.Create(*(float*)(x0));
            l0 = Vector512.FusedMultiplyAdd(f, low, l0);
            h0 = Vector512.FusedMultiplyAdd(f, high, h0);
            f = Vector512.Create(*(float*)(x0 + rs));
            l1 = Vector512.FusedMultiplyAdd(f, low, l1);
            h1 = Vector512.FusedMultiplyAdd(f, high, h1);
            x0 += cs;
            b += 32;
        }
        l0.Store(y);
        h0.Store(y + 16);
        l1.Store(y + ldy);
        h1.Store(y + ldy + 16);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization), SkipLocalsInit]
    private static void Avx512BFloat163(float* x, nint rs, nint cs, ushort* b, int k, nint ahead, nint aheadStep, float* y, nint ldy)
    {
        rs *= sizeof(float);
        cs *= sizeof(float);
        byte* x0 = (byte*)x;
        nint rs2 = 2 * rs;
        Vector512<float> l0 = default, h0 = default;
        Vector512<float> l1 = default, h1 = default;
        Vector512<float> l2 = default, h2 = default;
        for (; k > 1; k -= 2)
        {
            if (Sse.IsSupported)
            {
                byte* line = Line(ahead);
                Sse.Prefetch0(line);
                Sse.Prefetch0(line + 64);
                ahead += 2 * aheadStep;
            }
            Vector512<uint> pair = Vector512.Load((uint*)b);
            Vector512<float> low = Vector512.ShiftLeft(pair, 16).AsSingle();
            Vector512<float> high = (pair & Vector512.Create(0xffff0000u)).AsSingle();
            Vector512<float> f = Vector512.Create(*(float*)(x0));
            l0 = Vector512.FusedMultiplyAdd(f, low, l0);
            h0 = Vector512.FusedMultiplyAdd(f, high, h0);
            f = Vector512.Create(*(float*)(x0 + rs));
            l1 = Vector512.FusedMultiplyAdd(f, low, l1);
            h1 = Vector512.FusedMultiplyAdd(f, high, h1);
            f = Vector512.Create(*(float*)(x0 + rs2));
            l2 = Vector512.FusedMultiplyAdd(f, low, l2);
            h2 = Vector512.FusedMultiplyAdd(f, high, h2);
            x0 += cs;
            b += 32;
            pair = Vector512.Load((uint*)b);
            low = Vector512.ShiftLeft(pair, 16).AsSingle();
            high = (pair & Vector512.Create(0xffff0000u)).AsSingle();
            f = Vector512.Create(*(float*)(x0));
            l0 = Vector512.FusedMultiplyAdd(f, low, l0);
            h0 = Vector512.FusedMultiplyAdd(f, high, h0);
            f = Vector512.Create(*(float*)(x0 + rs));
            l1 = Vector512.FusedMultiplyAdd(f, low, l1);
            h1 = Vector512.FusedMultiplyAdd(f, high, h1);
            f = Vector512.Create(*(float*)(x0 + rs2));
            l2 = Vector512.FusedMultiplyAdd(f, low, l2);
            h2 = Vector512.FusedMultiplyAdd(f, high, h2);
            x0 += cs;
            b += 32;
        }
        if (k > 0)
        {
            Vector512<uint> pair = Vector512.Load((uint*)b);
            Vector512<float> low = Vector512.ShiftLeft(pair, 16).AsSingle();
            Vector512<float> high = (pair & Vector512.Create(0xffff0000u)).AsSingle();
            Vector512<float> f = Vector512.Create(*(float*)(x0));
            l0 = Vector512.FusedMultiplyAdd(f, low, l0);
            h0 = Vector512.FusedMultiplyAdd(f, high, h0);
            f = Vector512.Create(*(float*)(x0 + rs));
            l1 = Vector512.FusedMultiplyAdd(f, low, l1);
            h1 = Vector512.FusedMultiplyAdd(f, high, h1);
            f = Vector512.Create(*(float*)(x0 + rs2));
            l2 = Vector512.FusedMultiplyAdd(f, low, l2);
            h2 = Vector512.FusedMultiplyAdd(f, high, h2);
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
    private static void Avx512BFloat164(float* x, nint rs, nint cs, ushort* b, int k, nint ahead, nint aheadStep, float* y, nint ldy)
    {
        rs *= sizeof(float);
        cs *= sizeof(float);
        byte* x0 = (byte*)x;
        byte* x3 = x0 + (3 * rs);
        nint rs2 = 2 * rs;
        Vector512<float> l0 = default, h0 = default;
        Vector512<float> l1 = default, h1 = default;
        Vector512<float> l2 = default, h2 = default;
        Vector512<float> l3 = default, h3 = default;
        for (; k > 1; k -= 2)
        {
            if (Sse.IsSupported)
            {
                byte* line = Line(ahead);
                Sse.Prefetch0(line);
                Sse.Prefetch0(line + 64);
                ahead += 2 * aheadStep;
            }
            Vector512<uint> pair = Vector512.Load((uint*)b);
            Vector512<float> low = Vector512.ShiftLeft(pair, 16).AsSingle();
            Vector512<float> high = (pair & Vector512.Create(0xffff0000u)).AsSingle();
            Vector512<float> f = Vector512.Create(*(float*)(x0));
            l0 = Vector512.FusedMultiplyAdd(f, low, l0);
            h0 = Vector512.FusedMultiplyAdd(f, high, h0);
            f = Vector512.Create(*(float*)(x0 + rs));
            l1 = Vector512.FusedMultiplyAdd(f, low, l1);
            h1 = Vector512.FusedMultiplyAdd(f, high, h1);
            f = Vector512.Create(*(float*)(x0 + rs2));
            l2 = Vector512.FusedMultiplyAdd(f, low, l2);
            h2 = Vector512.FusedMultiplyAdd(f, high, h2);
            f = Vector512.Create(*(float*)(x3));
            l3 = Vector512.FusedMultiplyAdd(f, low, l3);
            h3 = Vector512.FusedMultiplyAdd(f, high, h3);
            x0 += cs;
            x3 += cs;
            b += 32;
            pair = Vector512.Load((uint*)b);
            low = Vector512.ShiftLeft(pair, 16).AsSingle();
            high = (pair & Vector512.Create(0xffff0000u)).AsSingle();
            f = Vector512.Create(*(float*)(x0));
            l0 = Vector512.FusedMultiplyAdd(f, low, l0);
            h0 = Vector512.FusedMultiplyAdd(f, high, h0);
            f = Vector512.Create(*(float*)(x0 + rs));
            l1 = Vector512.FusedMultiplyAdd(f, low, l1);
            h1 = Vector512.FusedMultiplyAdd(f, high, h1);
            f = Vector512.Create(*(float*)(x0 + rs2));
            l2 = Vector512.FusedMultiplyAdd(f, low, l2);
            h2 = Vector512.FusedMultiplyAdd(f, high, h2);
            f = Vector512.Create(*(float*)(x3));
            l3 = Vector512.FusedMultiplyAdd(f, low, l3);
            h3 = Vector512.FusedMultiplyAdd(f, high, h3);
            x0 += cs;
            x3 += cs;
            b += 32;
        }
        if (k > 0)
        {
            Vector512<uint> pair = Vector512.Load((uint*)b);
            Vector512<float> low = Vector512.ShiftLeft(pair, 16).AsSingle();
            Vector512<float> high = (pair & Vector512.Create(0xffff0000u)).AsSingle();
            Vector512<float> f = Vector512.Create(*(float*)(x0));
            l0 = Vector512.FusedMultiplyAdd(f, low, l0);
            h0 = Vector512.FusedMultiplyAdd(f, high, h0);
            f = Vector512.Create(*(float*)(x0 + rs));
            l1 = Vector512.FusedMultiplyAdd(f, low, l1);
            h1 = Vector512.FusedMultiplyAdd(f, high, h1);
            f = Vector512.Create(*(float*)(x0 + rs2));
            l2 = Vector512.FusedMultiplyAdd(f, low, l2);
            h2 = Vector512.FusedMultiplyAdd(f, high, h2);
            f = Vector512.Create(*(float*)(x3));
            l3 = Vector512.FusedMultiplyAdd(f, low, l3);
            h3 = Vector512.FusedMultiplyAdd(f, high, h3);
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
    private static void Avx512BFloat165(float* x, nint rs, nint cs, ushort* b, int k, nint ahead, nint aheadStep, float* y, nint ldy)
    {
        rs *= sizeof(float);
        cs *= sizeof(float);
        byte* x0 = (byte*)x;
        byte* x3 = x0 + (3 * rs);
        nint rs2 = 2 * rs;
        Vector512<float> l0 = default, h0 = default;
        Vector512<float> l1 = default, h1 = default;
        Vector512<float> l2 = default, h2 = default;
        Vector512<float> l3 = default, h3 = default;
        Vector512<float> l4 = default, h4 = default;
        for (; k > 1; k -= 2)
        {
            if (Sse.IsSupported)
            {
                byte* line = Line(ahead);
                Sse.Prefetch0(line);
                Sse.Prefetch0(line + 64);
                ahead += 2 * aheadStep;
            }
            Vector512<uint> pair = Vector512.Load((uint*)b);
            Vector512<float> low = Vector512.ShiftLeft(pair, 16).AsSingle();
            Vector512<float> high = (pair & Vector512.Create(0xffff0000u)).AsSingle();
            Vector512<float> f = Vector512.Create(*(float*)(x0));
            l0 = Vector512.FusedMultiplyAdd(f, low, l0);
            h0 = Vector512.FusedMultiplyAdd(f, high, h0);
            f = Vector512.Create(*(float*)(x0 + rs));
            l1 = Vector512.FusedMultiplyAdd(f, low, l1);
            h1 = Vector512.FusedMultiplyAdd(f, high, h1);
            f = Vector512.Create(*(float*)(x0 + rs2));
            l2 = Vector512.FusedMultiplyAdd(f, low, l2);
            h2 = Vector512.FusedMultiplyAdd(f, high, h2);
            f = Vector512.Create(*(float*)(x3));
            l3 = Vector512.FusedMultiplyAdd(f, low, l3);
            h3 = Vector512.FusedMultiplyAdd(f, high, h3);
            f = Vector512.Create(*(float*)(x3 + rs));
            l4 = Vector512.FusedMultiplyAdd(f, low, l4);
            h4 = Vector512.FusedMultiplyAdd(f, high, h4);
            x0 += cs;
            x3 += cs;
            b += 32;
            pair = Vector512.Load((uint*)b);
            low = Vector512.ShiftLeft(pair, 16).AsSingle();
            high = (pair & Vector512.Create(0xffff0000u)).AsSingle();
            f = Vector512.Create(*(float*)(x0));
            l0 = Vector512.FusedMultiplyAdd(f, low, l0);
            h0 = Vector512.FusedMultiplyAdd(f, high, h0);
            f = Vector512.Create(*(float*)(x0 + rs));
            l1 = Vector512.FusedMultiplyAdd(f, low, l1);
            h1 = Vector512.FusedMultiplyAdd(f, high, h1);
            f = Vector512.Create(*(float*)(x0 + rs2));
            l2 = Vector512.FusedMultiplyAdd(f, low, l2);
            h2 = Vector512.FusedMultiplyAdd(f, high, h2);
            f = Vector512.Create(*(float*)(x3));
            l3 = Vector512.FusedMultiplyAdd(f, low, l3);
            h3 = Vector512.FusedMultiplyAdd(f, high, h3);
            f = Vector512.Create(*(float*)(x3 + rs));
            l4 = Vector512.FusedMultiplyAdd(f, low, l4);
            h4 = Vector512.FusedMultiplyAdd(f, high, h4);
            x0 += cs;
            x3 += cs;
            b += 32;
        }
        if (k > 0)
        {
            Vector512<uint> pair = Vector512.Load((uint*)b);
            Vector512<float> low = Vector512.ShiftLeft(pair, 16).AsSingle();
            Vector512<float> high = (pair & Vector512.Create(0xffff0000u)).AsSingle();
            Vector512<float> f = Vector512.Create(*(float*)(x0));
            l0 = Vector512.FusedMultiplyAdd(f, low, l0);
            h0 = Vector512.FusedMultiplyAdd(f, high, h0);
            f = Vector512.Create(*(float*)(x0 + rs));
            l1 = Vector512.FusedMultiplyAdd(f, low, l1);
            h1 = Vector512.FusedMultiplyAdd(f, high, h1);
            f = Vector512.Create(*(float*)(x0 + rs2));
            l2 = Vector512.FusedMultiplyAdd(f, low, l2);
            h2 = Vector512.FusedMultiplyAdd(f, high, h2);
            f = Vector512.Create(*(float*)(x3));
            l3 = Vector512.FusedMultiplyAdd(f, low, l3);
            h3 = Vector512.FusedMultiplyAdd(f, high, h3);
            f = Vector512.Create(*(float*)(x3 + rs));
            l4 = Vector512.FusedMultiplyAdd(f, low, l4);
            h4 = Vector512.FusedMultiplyAdd(f, high, h4);
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
    private static void Avx512BFloat166(float* x, nint rs, nint cs, ushort* b, int k, nint ahead, nint aheadStep, float* y, nint ldy)
    {
        rs *= sizeof(float);
        cs *= sizeof(float);
        byte* x0 = (byte*)x;
        byte* x3 = x0 + (3 * rs);
        nint rs2 = 2 * rs;
        Vector512<float> l0 = default, h0 = default;
        Vector512<float> l1 = default, h1 = default;
        Vector512<float> l2 = default, h2 = default;
        Vector512<float> l3 = default, h3 = default;
        Vector512<float> l4 = default, h4 = default;
        Vector512<float> l5 = default, h5 = default;
        for (; k > 1; k -= 2)
        {
            if (Sse.IsSupported)
            {
                byte* line = Line(ahead);
                Sse.Prefetch0(line);
                Sse.Prefetch0(line + 64);
                ahead += 2 * aheadStep;
            }
            Vector512<uint> pair = Vector512.Load((uint*)b);
            Vector512<float> low = Vector512.ShiftLeft(pair, 16).AsSingle();
            Vector512<float> high = (pair & Vector512.Create(0xffff0000u)).AsSingle();
            Vector512<float> f = Vector512.Create(*(float*)(x0));
            l0 = Vector512.FusedMultiplyAdd(f, low, l0);
            h0 = Vector512.FusedMultiplyAdd(f, high, h0);
            f = Vector512.Create(*(float*)(x0 + rs));
            l1 = Vector512.FusedMultiplyAdd(f, low, l1);
            h1 = Vector512.FusedMultiplyAdd(f, high, h1);
            f = Vector512.Create(*(float*)(x0 + rs2));
            l2 = Vector512.FusedMultiplyAdd(f, low, l2);
            h2 = Vector512.FusedMultiplyAdd(f, high, h2);
            f = Vector512.Create(*(float*)(x3));
            l3 = Vector512.FusedMultiplyAdd(f, low, l3);
            h3 = Vector512.FusedMultiplyAdd(f, high, h3);
            f = Vector512.Create(*(float*)(x3 + rs));
            l4 = Vector512.FusedMultiplyAdd(f, low, l4);
            h4 = Vector512.FusedMultiplyAdd(f, high, h4);
            f = Vector512.Create(*(float*)(x3 + rs2));
            l5 = Vector512.FusedMultiplyAdd(f, low, l5);
            h5 = Vector512.FusedMultiplyAdd(f, high, h5);
            x0 += cs;
            x3 += cs;
            b += 32;
            pair = Vector512.Load((uint*)b);
            low = Vector512.ShiftLeft(pair, 16).AsSingle();
            high = (pair & Vector512.Create(0xffff0000u)).AsSingle();
            f = Vector512.Create(*(float*)(x0));
            l0 = Vector512.FusedMultiplyAdd(f, low, l0);
            h0 = Vector512.FusedMultiplyAdd(f, high, h0);
            f = Vector512.Create(*(float*)(x0 + rs));
            l1 = Vector512.FusedMultiplyAdd(f, low, l1);
            h1 = Vector512.FusedMultiplyAdd(f, high, h1);
            f = Vector512.Create(*(float*)(x0 + rs2));
            l2 = Vector512.FusedMultiplyAdd(f, low, l2);
            h2 = Vector512.FusedMultiplyAdd(f, high, h2);
            f = Vector512.Create(*(float*)(x3));
            l3 = Vector512.FusedMultiplyAdd(f, low, l3);
            h3 = Vector512.FusedMultiplyAdd(f, high, h3);
            f = Vector512.Create(*(float*)(x3 + rs));
            l4 = Vector512.FusedMultiplyAdd(f, low, l4);
            h4 = Vector512.FusedMultiplyAdd(f, high, h4);
            f = Vector512.Create(*(float*)(x3 + rs2));
            l5 = Vector512.FusedMultiplyAdd(f, low, l5);
            h5 = Vector512.FusedMultiplyAdd(f, high, h5);
            x0 += cs;
            x3 += cs;
            b += 32;
        }
        if (k > 0)
        {
            Vector512<uint> pair = Vector512.Load((uint*)b);
            Vector512<float> low = Vector512.ShiftLeft(pair, 16).AsSingle();
            Vector512<float> high = (pair & Vector512.Create(0xffff0000u)).AsSingle();
            Vector512<float> f = Vector512.Create(*(float*)(x0));
            l0 = Vector512.FusedMultiplyAdd(f, low, l0);
            h0 = Vector512.FusedMultiplyAdd(f, high, h0);
            f = Vector512.Create(*(float*)(x0 + rs));
            l1 = Vector512.FusedMultiplyAdd(f, low, l1);
            h1 = Vector512.FusedMultiplyAdd(f, high, h1);
            f = Vector512.Create(*(float*)(x0 + rs2));
            l2 = Vector512.FusedMultiplyAdd(f, low, l2);
            h2 = Vector512.FusedMultiplyAdd(f, high, h2);
            f = Vector512.Create(*(float*)(x3));
            l3 = Vector512.FusedMultiplyAdd(f, low, l3);
            h3 = Vector512.FusedMultiplyAdd(f, high, h3);
            f = Vector512.Create(*(float*)(x3 + rs));
            l4 = Vector512.FusedMultiplyAdd(f, low, l4);
            h4 = Vector512.FusedMultiplyAdd(f, high, h4);
            f = Vector512.Create(*(float*)(x3 + rs2));
            l5 = Vector512.FusedMultiplyAdd(f, low, l5);
            h5 = Vector512.FusedMultiplyAdd(f, high, h5);
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

    [MethodImpl(MethodImplOptions.AggressiveOptimization), SkipLocalsInit]
    private static void Avx512BFloat167(float* x, nint rs, nint cs, ushort* b, int k, nint ahead, nint aheadStep, float* y, nint ldy)
    {
        rs *= sizeof(float);
        cs *= sizeof(float);
        byte* x0 = (byte*)x;
        byte* x3 = x0 + (3 * rs);
        byte* x6 = x3 + (3 * rs);
        nint rs2 = 2 * rs;
        Vector512<float> l0 = default, h0 = default;
        Vector512<float> l1 = default, h1 = default;
        Vector512<float> l2 = default, h2 = default;
        Vector512<float> l3 = default, h3 = default;
        Vector512<float> l4 = default, h4 = default;
        Vector512<float> l5 = default, h5 = default;
        Vector512<float> l6 = default, h6 = default;
        for (; k > 1; k -= 2)
        {
            if (Sse.IsSupported)
            {
                byte* line = Line(ahead);
                Sse.Prefetch0(line);
                Sse.Prefetch0(line + 64);
                ahead += 2 * aheadStep;
            }
            Vector512<uint> pair = Vector512.Load((uint*)b);
            Vector512<float> low = Vector512.ShiftLeft(pair, 16).AsSingle();
            Vector512<float> high = (pair & Vector512.Create(0xffff0000u)).AsSingle();
            Vector512<float> f = Vector512.Create(*(float*)(x0));
            l0 = Vector512.FusedMultiplyAdd(f, low, l0);
            h0 = Vector512.FusedMultiplyAdd(f, high, h0);
            f = Vector512.Create(*(float*)(x0 + rs));
            l1 = Vector512.FusedMultiplyAdd(f, low, l1);
            h1 = Vector512.FusedMultiplyAdd(f, high, h1);
            f = Vector512.Create(*(float*)(x0 + rs2));
            l2 = Vector512.FusedMultiplyAdd(f, low, l2);
            h2 = Vector512.FusedMultiplyAdd(f, high, h2);
            f = Vector512.Create(*(float*)(x3));
            l3 = Vector512.FusedMultiplyAdd(f, low, l3);
            h3 = Vector512.FusedMultiplyAdd(f, high, h3);
            f = Vector512.Create(*(float*)(x3 + rs));
            l4 = Vector512.FusedMultiplyAdd(f, low, l4);
            h4 = Vector512.FusedMultiplyAdd(f, high, h4);
            f = Vector512.Create(*(float*)(x3 + rs2));
            l5 = Vector512.FusedMultiplyAdd(f, low, l5);
            h5 = Vector512.FusedMultiplyAdd(f, high, h5);
            f = Vector512.Create(*(float*)(x6));
            l6 = Vector512.FusedMultiplyAdd(f, low, l6);
            h6 = Vector512.FusedMultiplyAdd(f, high, h6);
            x0 += cs;
            x3 += cs;
            x6 += cs;
            b += 32;
            pair = Vector512.Load((uint*)b);
            low = Vector512.ShiftLeft(pair, 16).AsSingle();
            high = (pair & Vector512.Create(0xffff0000u)).AsSingle();
            f = Vector512.Create(*(float*)(x0));
            l0 = Vector512.FusedMultiplyAdd(f, low, l0);
            h0 = Vector512.FusedMultiplyAdd(f, high, h0);
            f = Vector512.Create(*(float*)(x0 + rs));
            l1 = Vector512.FusedMultiplyAdd(f, low, l1);
            h1 = Vector512.FusedMultiplyAdd(f, high, h1);
            f = Vector512.Create(*(float*)(x0 + rs2));
            l2 = Vector512.FusedMultiplyAdd(f, low, l2);
            h2 = Vector512.FusedMultiplyAdd(f, high, h2);
            f = Vector512.Create(*(float*)(x3));
            l3 = Vector512.FusedMultiplyAdd(f, low, l3);
            h3 = Vector512.FusedMultiplyAdd(f, high, h3);
            f = Vector512.Create(*(float*)(x3 + rs));
            l4 = Vector512.FusedMultiplyAdd(f, low, l4);
            h4 = Vector512.FusedMultiplyAdd(f, high, h4);
            f = Vector512.Create(*(float*)(x3 + rs2));
            l5 = Vector512.FusedMultiplyAdd(f, low, l5);
            h5 = Vector512.FusedMultiplyAdd(f, high, h5);
            f = Vector512.Create(*(float*)(x6));
            l6 = Vector512.FusedMultiplyAdd(f, low, l6);
            h6 = Vector512.FusedMultiplyAdd(f, high, h6);
            x0 += cs;
            x3 += cs;
            x6 += cs;
            b += 32;
        }
        if (k > 0)
        {
            Vector512<uint> pair = Vector512.Load((uint*)b);
            Vector512<float> low = Vector512.ShiftLeft(pair, 16).AsSingle();
            Vector512<float> high = (pair & Vector512.Create(0xffff0000u)).AsSingle();
            Vector512<float> f = Vector512.Create(*(float*)(x0));
            l0 = Vector512.FusedMultiplyAdd(f, low, l0);
            h0 = Vector512.FusedMultiplyAdd(f, high, h0);
            f = Vector512.Create(*(float*)(x0 + rs));
            l1 = Vector512.FusedMultiplyAdd(f, low, l1);
            h1 = Vector512.FusedMultiplyAdd(f, high, h1);
            f = Vector512.Create(*(float*)(x0 + rs2));
            l2 = Vector512.FusedMultiplyAdd(f, low, l2);
            h2 = Vector512.FusedMultiplyAdd(f, high, h2);
            f = Vector512.Create(*(float*)(x3));
            l3 = Vector512.FusedMultiplyAdd(f, low, l3);
            h3 = Vector512.FusedMultiplyAdd(f, high, h3);
            f = Vector512.Create(*(float*)(x3 + rs));
            l4 = Vector512.FusedMultiplyAdd(f, low, l4);
            h4 = Vector512.FusedMultiplyAdd(f, high, h4);
            f = Vector512.Create(*(float*)(x3 + rs2));
            l5 = Vector512.FusedMultiplyAdd(f, low, l5);
            h5 = Vector512.FusedMultiplyAdd(f, high, h5);
            f = Vector512.Create(*(float*)(x6));
            l6 = Vector512.FusedMultiplyAdd(f, low, l6);
            h6 = Vector512.FusedMultiplyAdd(f, high, h6);
            x0 += cs;
            x3 += cs;
            x6 += cs;
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
        l6.Store(y + (6 * ldy));
        h6.Store(y + (6 * ldy) + 16);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization), SkipLocalsInit]
    private static void Avx512BFloat168(float* x, nint rs, nint cs, ushort* b, int k, nint ahead, nint aheadStep, float* y, nint ldy)
    {
        rs *= sizeof(float);
        cs *= sizeof(float);
        byte* x0 = (byte*)x;
        byte* x3 = x0 + (3 * rs);
        byte* x6 = x3 + (3 * rs);
        nint rs2 = 2 * rs;
        Vector512<float> l0 = default, h0 = default;
        Vector512<float> l1 = default, h1 = default;
        Vector512<float> l2 = default, h2 = default;
        Vector512<float> l3 = default, h3 = default;
        Vector512<float> l4 = default, h4 = default;
        Vector512<float> l5 = default, h5 = default;
        Vector512<float> l6 = default, h6 = default;
        Vector512<float> l7 = default, h7 = default;
        for (; k > 1; k -= 2)
        {
            if (Sse.IsSupported)
            {
                byte* line = Line(ahead);
                Sse.Prefetch0(line);
                Sse.Prefetch0(line + 64);
                ahead += 2 * aheadStep;
            }
            Vector512<uint> pair = Vector512.Load((uint*)b);
            Vector512<float> low = Vector512.ShiftLeft(pair, 16).AsSingle();
            Vector512<float> high = (pair & Vector512.Create(0xffff0000u)).AsSingle();
            Vector512<float> f = Vector512.Create(*(float*)(x0));
            l0 = Vector512.FusedMultiplyAdd(f, low, l0);
            h0 = Vector512.FusedMultiplyAdd(f, high, h0);
            f = Vector512.Create(*(float*)(x0 + rs));
            l1 = Vector512.FusedMultiplyAdd(f, low, l1);
            h1 = Vector512.FusedMultiplyAdd(f, high, h1);
            f = Vector512.Create(*(float*)(x0 + rs2));
            l2 = Vector512.FusedMultiplyAdd(f, low, l2);
            h2 = Vector512.FusedMultiplyAdd(f, high, h2);
            f = Vector512.Create(*(float*)(x3));
            l3 = Vector512.FusedMultiplyAdd(f, low, l3);
            h3 = Vector512.FusedMultiplyAdd(f, high, h3);
            f = Vector512.Create(*(float*)(x3 + rs));
            l4 = Vector512.FusedMultiplyAdd(f, low, l4);
            h4 = Vector512.FusedMultiplyAdd(f, high, h4);
            f = Vector512.Create(*(float*)(x3 + rs2));
            l5 = Vector512.FusedMultiplyAdd(f, low, l5);
            h5 = Vector512.FusedMultiplyAdd(f, high, h5);
            f = Vector512.Create(*(float*)(x6));
            l6 = Vector512.FusedMultiplyAdd(f, low, l6);
            h6 = Vector512.FusedMultiplyAdd(f, high, h6);
            f = Vector512.Create(*(float*)(x6 + rs));
            l7 = Vector512.FusedMultiplyAdd(f, low, l7);
            h7 = Vector512.FusedMultiplyAdd(f, high, h7);
            x0 += cs;
            x3 += cs;
            x6 += cs;
            b += 32;
            pair = Vector512.Load((uint*)b);
            low = Vector512.ShiftLeft(pair, 16).AsSingle();
            high = (pair & Vector512.Create(0xffff0000u)).AsSingle();
            f = Vector512.Create(*(float*)(x0));
            l0 = Vector512.FusedMultiplyAdd(f, low, l0);
            h0 = Vector512.FusedMultiplyAdd(f, high, h0);
            f = Vector512.Create(*(float*)(x0 + rs));
            l1 = Vector512.FusedMultiplyAdd(f, low, l1);
            h1 = Vector512.FusedMultiplyAdd(f, high, h1);
            f = Vector512.Create(*(float*)(x0 + rs2));
            l2 = Vector512.FusedMultiplyAdd(f, low, l2);
            h2 = Vector512.FusedMultiplyAdd(f, high, h2);
            f = Vector512.Create(*(float*)(x3));
            l3 = Vector512.FusedMultiplyAdd(f, low, l3);
            h3 = Vector512.FusedMultiplyAdd(f, high, h3);
            f = Vector512.Create(*(float*)(x3 + rs));
            l4 = Vector512.FusedMultiplyAdd(f, low, l4);
            h4 = Vector512.FusedMultiplyAdd(f, high, h4);
            f = Vector512.Create(*(float*)(x3 + rs2));
            l5 = Vector512.FusedMultiplyAdd(f, low, l5);
            h5 = Vector512.FusedMultiplyAdd(f, high, h5);
            f = Vector512.Create(*(float*)(x6));
            l6 = Vector512.FusedMultiplyAdd(f, low, l6);
            h6 = Vector512.FusedMultiplyAdd(f, high, h6);
            f = Vector512.Create(*(float*)(x6 + rs));
            l7 = Vector512.FusedMultiplyAdd(f, low, l7);
            h7 = Vector512.FusedMultiplyAdd(f, high, h7);
            x0 += cs;
            x3 += cs;
            x6 += cs;
            b += 32;
        }
        if (k > 0)
        {
            Vector512<uint> pair = Vector512.Load((uint*)b);
            Vector512<float> low = Vector512.ShiftLeft(pair, 16).AsSingle();
            Vector512<float> high = (pair & Vector512.Create(0xffff0000u)).AsSingle();
            Vector512<float> f = Vector512.Create(*(float*)(x0));
            l0 = Vector512.FusedMultiplyAdd(f, low, l0);
            h0 = Vector512.FusedMultiplyAdd(f, high, h0);
            f = Vector512.Create(*(float*)(x0 + rs));
            l1 = Vector512.FusedMultiplyAdd(f, low, l1);
            h1 = Vector512.FusedMultiplyAdd(f, high, h1);
            f = Vector512.Create(*(float*)(x0 + rs2));
            l2 = Vector512.FusedMultiplyAdd(f, low, l2);
            h2 = Vector512.FusedMultiplyAdd(f, high, h2);
            f = Vector512.Create(*(float*)(x3));
            l3 = Vector512.FusedMultiplyAdd(f, low, l3);
            h3 = Vector512.FusedMultiplyAdd(f, high, h3);
            f = Vector512.Create(*(float*)(x3 + rs));
            l4 = Vector512.FusedMultiplyAdd(f, low, l4);
            h4 = Vector512.FusedMultiplyAdd(f, high, h4);
            f = Vector512.Create(*(float*)(x3 + rs2));
            l5 = Vector512.FusedMultiplyAdd(f, low, l5);
            h5 = Vector512.FusedMultiplyAdd(f, high, h5);
            f = Vector512.Create(*(float*)(x6));
            l6 = Vector512.FusedMultiplyAdd(f, low, l6);
            h6 = Vector512.FusedMultiplyAdd(f, high, h6);
            f = Vector512.Create(*(float*)(x6 + rs));
            l7 = Vector512.FusedMultiplyAdd(f, low, l7);
            h7 = Vector512.FusedMultiplyAdd(f, high, h7);
            x0 += cs;
            x3 += cs;
            x6 += cs;
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
        l6.Store(y + (6 * ldy));
        h6.Store(y + (6 * ldy) + 16);
        l7.Store(y + (7 * ldy));
        h7.Store(y + (7 * ldy) + 16);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization), SkipLocalsInit]
    private static void Avx512BFloat169(float* x, nint rs, nint cs, ushort* b, int k, nint ahead, nint aheadStep, float* y, nint ldy)
    {
        rs *= sizeof(float);
        cs *= sizeof(float);
        byte* x0 = (byte*)x;
        byte* x3 = x0 + (3 * rs);
        byte* x6 = x3 + (3 * rs);
        nint rs2 = 2 * rs;
        Vector512<float> l0 = default, h0 = default;
        Vector512<float> l1 = default, h1 = default;
        Vector512<float> l2 = default, h2 = default;
        Vector512<float> l3 = default, h3 = default;
        Vector512<float> l4 = default, h4 = default;
        Vector512<float> l5 = default, h5 = default;
        Vector512<float> l6 = default, h6 = default;
        Vector512<float> l7 = default, h7 = default;
        Vector512<float> l8 = default, h8 = default;
        for (; k > 1; k -= 2)
        {
            if (Sse.IsSupported)
            {
                byte* line = Line(ahead);
                Sse.Prefetch0(line);
                Sse.Prefetch0(line + 64);
                ahead += 2 * aheadStep;
            }
            Vector512<uint> pair = Vector512.Load((uint*)b);
            Vector512<float> low = Vector512.ShiftLeft(pair, 16).AsSingle();
            Vector512<float> high = (pair & Vector512.Create(0xffff0000u)).AsSingle();
            Vector512<float> f = Vector512.Create(*(float*)(x0));
            l0 = Vector512.FusedMultiplyAdd(f, low, l0);
            h0 = Vector512.FusedMultiplyAdd(f, high, h0);
            f = Vector512.Create(*(float*)(x0 + rs));
            l1 = Vector512.FusedMultiplyAdd(f, low, l1);
            h1 = Vector512.FusedMultiplyAdd(f, high, h1);
            f = Vector512.Create(*(float*)(x0 + rs2));
            l2 = Vector512.FusedMultiplyAdd(f, low, l2);
            h2 = Vector512.FusedMultiplyAdd(f, high, h2);
            f = Vector512.Create(*(float*)(x3));
            l3 = Vector512.FusedMultiplyAdd(f, low, l3);
            h3 = Vector512.FusedMultiplyAdd(f, high, h3);
            f = Vector512.Create(*(float*)(x3 + rs));
            l4 = Vector512.FusedMultiplyAdd(f, low, l4);
            h4 = Vector512.FusedMultiplyAdd(f, high, h4);
            f = Vector512.Create(*(float*)(x3 + rs2));
            l5 = Vector512.FusedMultiplyAdd(f, low, l5);
            h5 = Vector512.FusedMultiplyAdd(f, high, h5);
            f = Vector512.Create(*(float*)(x6));
            l6 = Vector512.FusedMultiplyAdd(f, low, l6);
            h6 = Vector512.FusedMultiplyAdd(f, high, h6);
            f = Vector512.Create(*(float*)(x6 + rs));
            l7 = Vector512.FusedMultiplyAdd(f, low, l7);
            h7 = Vector512.FusedMultiplyAdd(f, high, h7);
            f = Vector512.Create(*(float*)(x6 + rs2));
            l8 = Vector512.FusedMultiplyAdd(f, low, l8);
            h8 = Vector512.FusedMultiplyAdd(f, high, h8);
            x0 += cs;
            x3 += cs;
            x6 += cs;
            b += 32;
            pair = Vector512.Load((uint*)b);
            low = Vector512.ShiftLeft(pair, 16).AsSingle();
            high = (pair & Vector512.Create(0xffff0000u)).AsSingle();
            f = Vector512.Create(*(float*)(x0));
            l0 = Vector512.FusedMultiplyAdd(f, low, l0);
            h0 = Vector512.FusedMultiplyAdd(f, high, h0);
            f = Vector512.Create(*(float*)(x0 + rs));
            l1 = Vector512.FusedMultiplyAdd(f, low, l1);
            h1 = Vector512.FusedMultiplyAdd(f, high, h1);
            f = Vector512.Create(*(float*)(x0 + rs2));
            l2 = Vector512.FusedMultiplyAdd(f, low, l2);
            h2 = Vector512.FusedMultiplyAdd(f, high, h2);
            f = Vector512.Create(*(float*)(x3));
            l3 = Vector512.FusedMultiplyAdd(f, low, l3);
            h3 = Vector512.FusedMultiplyAdd(f, high, h3);
            f = Vector512.Create(*(float*)(x3 + rs));
            l4 = Vector512.FusedMultiplyAdd(f, low, l4);
            h4 = Vector512.FusedMultiplyAdd(f, high, h4);
            f = Vector512.Create(*(float*)(x3 + rs2));
            l5 = Vector512.FusedMultiplyAdd(f, low, l5);
            h5 = Vector512.FusedMultiplyAdd(f, high, h5);
            f = Vector512.Create(*(float*)(x6));
            l6 = Vector512.FusedMultiplyAdd(f, low, l6);
            h6 = Vector512.FusedMultiplyAdd(f, high, h6);
            f = Vector512.Create(*(float*)(x6 + rs));
            l7 = Vector512.FusedMultiplyAdd(f, low, l7);
            h7 = Vector512.FusedMultiplyAdd(f, high, h7);
            f = Vector512.Create(*(float*)(x6 + rs2));
            l8 = Vector512.FusedMultiplyAdd(f, low, l8);
            h8 = Vector512.FusedMultiplyAdd(f, high, h8);
            x0 += cs;
            x3 += cs;
            x6 += cs;
            b += 32;
        }
        if (k > 0)
        {
            Vector512<uint> pair = Vector512.Load((uint*)b);
            Vector512<float> low = Vector512.ShiftLeft(pair, 16).AsSingle();
            Vector512<float> high = (pair & Vector512.Create(0xffff0000u)).AsSingle();
            Vector512<float> f = Vector512.Create(*(float*)(x0));
            l0 = Vector512.FusedMultiplyAdd(f, low, l0);
            h0 = Vector512.FusedMultiplyAdd(f, high, h0);
            f = Vector512.Create(*(float*)(x0 + rs));
            l1 = Vector512.FusedMultiplyAdd(f, low, l1);
            h1 = Vector512.FusedMultiplyAdd(f, high, h1);
            f = Vector512.Create(*(float*)(x0 + rs2));
            l2 = Vector512.FusedMultiplyAdd(f, low, l2);
            h2 = Vector512.FusedMultiplyAdd(f, high, h2);
            f = Vector512.Create(*(float*)(x3));
            l3 = Vector512.FusedMultiplyAdd(f, low, l3);
            h3 = Vector512.FusedMultiplyAdd(f, high, h3);
            f = Vector512.Create(*(float*)(x3 + rs));
            l4 = Vector512.FusedMultiplyAdd(f, low, l4);
            h4 = Vector512.FusedMultiplyAdd(f, high, h4);
            f = Vector512.Create(*(float*)(x3 + rs2));
            l5 = Vector512.FusedMultiplyAdd(f, low, l5);
            h5 = Vector512.FusedMultiplyAdd(f, high, h5);
            f = Vector512.Create(*(float*)(x6));
            l6 = Vector512.FusedMultiplyAdd(f, low, l6);
            h6 = Vector512.FusedMultiplyAdd(f, high, h6);
            f = Vector512.Create(*(float*)(x6 + rs));
            l7 = Vector512.FusedMultiplyAdd(f, low, l7);
            h7 = Vector512.FusedMultiplyAdd(f, high, h7);
            f = Vector512.Create(*(float*)(x6 + rs2));
            l8 = Vector512.FusedMultiplyAdd(f, low, l8);
            h8 = Vector512.FusedMultiplyAdd(f, high, h8);
            x0 += cs;
            x3 += cs;
            x6 += cs;
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
        l6.Store(y + (6 * ldy));
        h6.Store(y + (6 * ldy) + 16);
        l7.Store(y + (7 * ldy));
        h7.Store(y + (7 * ldy) + 16);
        l8.Store(y + (8 * ldy));
        h8.Store(y + (8 * ldy) + 16);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization), SkipLocalsInit]
    private static void Avx512BFloat1610(float* x, nint rs, nint cs, ushort* b, int k, nint ahead, nint aheadStep, float* y, nint ldy)
    {
        rs *= sizeof(float);
        cs *= sizeof(float);
        byte* x0 = (byte*)x;
        byte* x3 = x0 + (3 * rs);
        byte* x6 = x3 + (3 * rs);
        byte* x9 = x6 + (3 * rs);
        nint rs2 = 2 * rs;
        Vector512<float> l0 = default, h0 = default;
        Vector512<float> l1 = default, h1 = default;
        Vector512<float> l2 = default, h2 = default;
        Vector512<float> l3 = default, h3 = default;
        Vector512<float> l4 = default, h4 = default;
        Vector512<float> l5 = default, h5 = default;
        Vector512<float> l6 = default, h6 = default;
        Vector512<float> l7 = default, h7 = default;
        Vector512<float> l8 = default, h8 = default;
        Vector512<float> l9 = default, h9 = default;
        for (; k > 1; k -= 2)
        {
            if (Sse.IsSupported)
            {
                byte* line = Line(ahead);
                Sse.Prefetch0(line);
                Sse.Prefetch0(line + 64);
                ahead += 2 * aheadStep;
            }
            Vector512<uint> pair = Vector512.Load((uint*)b);
            Vector512<float> low = Vector512.ShiftLeft(pair, 16).AsSingle();
            Vector512<float> high = (pair & Vector512.Create(0xffff0000u)).AsSingle();
            Vector512<float> f = Vector512.Create(*(float*)(x0));
            l0 = Vector512.FusedMultiplyAdd(f, low, l0);
            h0 = Vector512.FusedMultiplyAdd(f, high, h0);
            f = Vector512.Create(*(float*)(x0 + rs));
            l1 = Vector512.FusedMultiplyAdd(f, low, l1);
            h1 = Vector512.FusedMultiplyAdd(f, high, h1);
            f = Vector512.Create(*(float*)(x0 + rs2));
            l2 = Vector512.FusedMultiplyAdd(f, low, l2);
            h2 = Vector512.FusedMultiplyAdd(f, high, h2);
            f = Vector512.Create(*(float*)(x3));
            l3 = Vector512.FusedMultiplyAdd(f, low, l3);
            h3 = Vector512.FusedMultiplyAdd(f, high, h3);
            f = Vector512.Create(*(float*)(x3 + rs));
            l4 = Vector512.FusedMultiplyAdd(f, low, l4);
            h4 = Vector512.FusedMultiplyAdd(f, high, h4);
            f = Vector512.Create(*(float*)(x3 + rs2));
            l5 = Vector512.FusedMultiplyAdd(f, low, l5);
            h5 = Vector512.FusedMultiplyAdd(f, high, h5);
            f = Vector512.Create(*(float*)(x6));
            l6 = Vector512.FusedMultiplyAdd(f, low, l6);
            h6 = Vector512.FusedMultiplyAdd(f, high, h6);
            f = Vector512.Create(*(float*)(x6 + rs));
            l7 = Vector512.FusedMultiplyAdd(f, low, l7);
            h7 = Vector512.FusedMultiplyAdd(f, high, h7);
            f = Vector512.Create(*(float*)(x6 + rs2));
            l8 = Vector512.FusedMultiplyAdd(f, low, l8);
            h8 = Vector512.FusedMultiplyAdd(f, high, h8);
            f = Vector512.Create(*(float*)(x9));
            l9 = Vector512.FusedMultiplyAdd(f, low, l9);
            h9 = Vector512.FusedMultiplyAdd(f, high, h9);
            x0 += cs;
            x3 += cs;
            x6 += cs;
            x9 += cs;
            b += 32;
            pair = Vector512.Load((uint*)b);
            low = Vector512.ShiftLeft(pair, 16).AsSingle();
            high = (pair & Vector512.Create(0xffff0000u)).AsSingle();
            f = Vector512.Create(*(float*)(x0));
            l0 = Vector512.FusedMultiplyAdd(f, low, l0);
            h0 = Vector512.FusedMultiplyAdd(f, high, h0);
            f = Vector512.Create(*(float*)(x0 + rs));
            l1 = Vector512.FusedMultiplyAdd(f, low, l1);
            h1 = Vector512.FusedMultiplyAdd(f, high, h1);
            f = Vector512.Create(*(float*)(x0 + rs2));
            l2 = Vector512.FusedMultiplyAdd(f, low, l2);
            h2 = Vector512.FusedMultiplyAdd(f, high, h2);
            f = Vector512.Create(*(float*)(x3));
            l3 = Vector512.FusedMultiplyAdd(f, low, l3);
            h3 = Vector512.FusedMultiplyAdd(f, high, h3);
            f = Vector512.Create(*(float*)(x3 + rs));
            l4 = Vector512.FusedMultiplyAdd(f, low, l4);
            h4 = Vector512.FusedMultiplyAdd(f, high, h4);
            f = Vector512.Create(*(float*)(x3 + rs2));
            l5 = Vector512.FusedMultiplyAdd(f, low, l5);
            h5 = Vector512.FusedMultiplyAdd(f, high, h5);
            f = Vector512.Create(*(float*)(x6));
            l6 = Vector512.FusedMultiplyAdd(f, low, l6);
            h6 = Vector512.FusedMultiplyAdd(f, high, h6);
            f = Vector512.Create(*(float*)(x6 + rs));
            l7 = Vector512.FusedMultiplyAdd(f, low, l7);
            h7 = Vector512.FusedMultiplyAdd(f, high, h7);
            f = Vector512.Create(*(float*)(x6 + rs2));
            l8 = Vector512.FusedMultiplyAdd(f, low, l8);
            h8 = Vector512.FusedMultiplyAdd(f, high, h8);
            f = Vector512.Create(*(float*)(x9));
            l9 = Vector512.FusedMultiplyAdd(f, low, l9);
            h9 = Vector512.FusedMultiplyAdd(f, high, h9);
            x0 += cs;
            x3 += cs;
            x6 += cs;
            x9 += cs;
            b += 32;
        }
        if (k > 0)
        {
            Vector512<uint> pair = Vector512.Load((uint*)b);
            Vector512<float> low = Vector512.ShiftLeft(pair, 16).AsSingle();
            Vector512<float> high = (pair & Vector512.Create(0xffff0000u)).AsSingle();
            Vector512<float> f = Vector512.Create(*(float*)(x0));
            l0 = Vector512.FusedMultiplyAdd(f, low, l0);
            h0 = Vector512.FusedMultiplyAdd(f, high, h0);
            f = Vector512.Create(*(float*)(x0 + rs));
            l1 = Vector512.FusedMultiplyAdd(f, low, l1);
            h1 = Vector512.FusedMultiplyAdd(f, high, h1);
            f = Vector512.Create(*(float*)(x0 + rs2));
            l2 = Vector512.FusedMultiplyAdd(f, low, l2);
            h2 = Vector512.FusedMultiplyAdd(f, high, h2);
            f = Vector512.Create(*(float*)(x3));
            l3 = Vector512.FusedMultiplyAdd(f, low, l3);
            h3 = Vector512.FusedMultiplyAdd(f, high, h3);
            f = Vector512.Create(*(float*)(x3 + rs));
            l4 = Vector512.FusedMultiplyAdd(f, low, l4);
            h4 = Vector512.FusedMultiplyAdd(f, high, h4);
            f = Vector512.Create(*(float*)(x3 + rs2));
            l5 = Vector512.FusedMultiplyAdd(f, low, l5);
            h5 = Vector512.FusedMultiplyAdd(f, high, h5);
            f = Vector512.Create(*(float*)(x6));
            l6 = Vector512.FusedMultiplyAdd(f, low, l6);
            h6 = Vector512.FusedMultiplyAdd(f, high, h6);
            f = Vector512.Create(*(float*)(x6 + rs));
            l7 = Vector512.FusedMultiplyAdd(f, low, l7);
            h7 = Vector512.FusedMultiplyAdd(f, high, h7);
            f = Vector512.Create(*(float*)(x6 + rs2));
            l8 = Vector512.FusedMultiplyAdd(f, low, l8);
            h8 = Vector512.FusedMultiplyAdd(f, high, h8);
            f = Vector512.Create(*(float*)(x9));
            l9 = Vector512.FusedMultiplyAdd(f, low, l9);
            h9 = Vector512.FusedMultiplyAdd(f, high, h9);
            x0 += cs;
            x3 += cs;
            x6 += cs;
            x9 += cs;
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
        l6.Store(y + (6 * ldy));
        h6.Store(y + (6 * ldy) + 16);
        l7.Store(y + (7 * ldy));
        h7.Store(y + (7 * ldy) + 16);
        l8.Store(y + (8 * ldy));
        h8.Store(y + (8 * ldy) + 16);
        l9.Store(y + (9 * ldy));
        h9.Store(y + (9 * ldy) + 16);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization), SkipLocalsInit]
    private static void Avx512BFloat1611(float* x, nint rs, nint cs, ushort* b, int k, nint ahead, nint aheadStep, float* y, nint ldy)
    {
        rs *= sizeof(float);
        cs *= sizeof(float);
        byte* x0 = (byte*)x;
        byte* x3 = x0 + (3 * rs);
        byte* x6 = x3 + (3 * rs);
        byte* x9 = x6 + (3 * rs);
        nint rs2 = 2 * rs;
        Vector512<float> l0 = default, h0 = default;
        Vector512<float> l1 = default, h1 = default;
        Vector512<float> l2 = default, h2 = default;
        Vector512<float> l3 = default, h3 = default;
        Vector512<float> l4 = default, h4 = default;
        Vector512<float> l5 = default, h5 = default;
        Vector512<float> l6 = default, h6 = default;
        Vector512<float> l7 = default, h7 = default;
        Vector512<float> l8 = default, h8 = default;
        Vector512<float> l9 = default, h9 = default;
        Vector512<float> l10 = default, h10 = default;
        for (; k > 1; k -= 2)
        {
            if (Sse.IsSupported)
            {
                byte* line = Line(ahead);
                Sse.Prefetch0(line);
                Sse.Prefetch0(line + 64);
                ahead += 2 * aheadStep;
            }
            Vector512<uint> pair = Vector512.Load((uint*)b);
            Vector512<float> low = Vector512.ShiftLeft(pair, 16).AsSingle();
            Vector512<float> high = (pair & Vector512.Create(0xffff0000u)).AsSingle();
            Vector512<float> f = Vector512.Create(*(float*)(x0));
            l0 = Vector512.FusedMultiplyAdd(f, low, l0);
            h0 = Vector512.FusedMultiplyAdd(f, high, h0);
            f = Vector512.Create(*(float*)(x0 + rs));
            l1 = Vector512.FusedMultiplyAdd(f, low, l1);
            h1 = Vector512.FusedMultiplyAdd(f, high, h1);
            f = Vector512.Create(*(float*)(x0 + rs2));
            l2 = Vector512.FusedMultiplyAdd(f, low, l2);
            h2 = Vector512.FusedMultiplyAdd(f, high, h2);
            f = Vector512.Create(*(float*)(x3));
            l3 = Vector512.FusedMultiplyAdd(f, low, l3);
            h3 = Vector512.FusedMultiplyAdd(f, high, h3);
            f = Vector512.Create(*(float*)(x3 + rs));
            l4 = Vector512.FusedMultiplyAdd(f, low, l4);
            h4 = Vector512.FusedMultiplyAdd(f, high, h4);
            f = Vector512.Create(*(float*)(x3 + rs2));
            l5 = Vector512.FusedMultiplyAdd(f, low, l5);
            h5 = Vector512.FusedMultiplyAdd(f, high, h5);
            f = Vector512.Create(*(float*)(x6));
            l6 = Vector512.FusedMultiplyAdd(f, low, l6);
            h6 = Vector512.FusedMultiplyAdd(f, high, h6);
            f = Vector512.Create(*(float*)(x6 + rs));
            l7 = Vector512.FusedMultiplyAdd(f, low, l7);
            h7 = Vector512.FusedMultiplyAdd(f, high, h7);
            f = Vector512.Create(*(float*)(x6 + rs2));
            l8 = Vector512.FusedMultiplyAdd(f, low, l8);
            h8 = Vector512.FusedMultiplyAdd(f, high, h8);
            f = Vector512.Create(*(float*)(x9));
            l9 = Vector512.FusedMultiplyAdd(f, low, l9);
            h9 = Vector512.FusedMultiplyAdd(f, high, h9);
            f = Vector512.Create(*(float*)(x9 + rs));
            l10 = Vector512.FusedMultiplyAdd(f, low, l10);
            h10 = Vector512.FusedMultiplyAdd(f, high, h10);
            x0 += cs;
            x3 += cs;
            x6 += cs;
            x9 += cs;
            b += 32;
            pair = Vector512.Load((uint*)b);
            low = Vector512.ShiftLeft(pair, 16).AsSingle();
            high = (pair & Vector512.Create(0xffff0000u)).AsSingle();
            f = Vector512.Create(*(float*)(x0));
            l0 = Vector512.FusedMultiplyAdd(f, low, l0);
            h0 = Vector512.FusedMultiplyAdd(f, high, h0);
            f = Vector512.Create(*(float*)(x0 + rs));
            l1 = Vector512.FusedMultiplyAdd(f, low, l1);
            h1 = Vector512.FusedMultiplyAdd(f, high, h1);
            f = Vector512.Create(*(float*)(x0 + rs2));
            l2 = Vector512.FusedMultiplyAdd(f, low, l2);
            h2 = Vector512.FusedMultiplyAdd(f, high, h2);
            f = Vector512.Create(*(float*)(x3));
            l3 = Vector512.FusedMultiplyAdd(f, low, l3);
            h3 = Vector512.FusedMultiplyAdd(f, high, h3);
            f = Vector512.Create(*(float*)(x3 + rs));
            l4 = Vector512.FusedMultiplyAdd(f, low, l4);
            h4 = Vector512.FusedMultiplyAdd(f, high, h4);
            f = Vector512.Create(*(float*)(x3 + rs2));
            l5 = Vector512.FusedMultiplyAdd(f, low, l5);
            h5 = Vector512.FusedMultiplyAdd(f, high, h5);
            f = Vector512.Create(*(float*)(x6));
            l6 = Vector512.FusedMultiplyAdd(f, low, l6);
            h6 = Vector512.FusedMultiplyAdd(f, high, h6);
            f = Vector512.Create(*(float*)(x6 + rs));
            l7 = Vector512.FusedMultiplyAdd(f, low, l7);
            h7 = Vector512.FusedMultiplyAdd(f, high, h7);
            f = Vector512.Create(*(float*)(x6 + rs2));
            l8 = Vector512.FusedMultiplyAdd(f, low, l8);
            h8 = Vector512.FusedMultiplyAdd(f, high, h8);
            f = Vector512.Create(*(float*)(x9));
            l9 = Vector512.FusedMultiplyAdd(f, low, l9);
            h9 = Vector512.FusedMultiplyAdd(f, high, h9);
            f = Vector512.Create(*(float*)(x9 + rs));
            l10 = Vector512.FusedMultiplyAdd(f, low, l10);
            h10 = Vector512.FusedMultiplyAdd(f, high, h10);
            x0 += cs;
            x3 += cs;
            x6 += cs;
            x9 += cs;
            b += 32;
        }
        if (k > 0)
        {
            Vector512<uint> pair = Vector512.Load((uint*)b);
            Vector512<float> low = Vector512.ShiftLeft(pair, 16).AsSingle();
            Vector512<float> high = (pair & Vector512.Create(0xffff0000u)).AsSingle();
            Vector512<float> f = Vector512.Create(*(float*)(x0));
            l0 = Vector512.FusedMultiplyAdd(f, low, l0);
            h0 = Vector512.FusedMultiplyAdd(f, high, h0);
            f = Vector512.Create(*(float*)(x0 + rs));
            l1 = Vector512.FusedMultiplyAdd(f, low, l1);
            h1 = Vector512.FusedMultiplyAdd(f, high, h1);
            f = Vector512.Create(*(float*)(x0 + rs2));
            l2 = Vector512.FusedMultiplyAdd(f, low, l2);
            h2 = Vector512.FusedMultiplyAdd(f, high, h2);
            f = Vector512.Create(*(float*)(x3));
            l3 = Vector512.FusedMultiplyAdd(f, low, l3);
            h3 = Vector512.FusedMultiplyAdd(f, high, h3);
            f = Vector512.Create(*(float*)(x3 + rs));
            l4 = Vector512.FusedMultiplyAdd(f, low, l4);
            h4 = Vector512.FusedMultiplyAdd(f, high, h4);
            f = Vector512.Create(*(float*)(x3 + rs2));
            l5 = Vector512.FusedMultiplyAdd(f, low, l5);
            h5 = Vector512.FusedMultiplyAdd(f, high, h5);
            f = Vector512.Create(*(float*)(x6));
            l6 = Vector512.FusedMultiplyAdd(f, low, l6);
            h6 = Vector512.FusedMultiplyAdd(f, high, h6);
            f = Vector512.Create(*(float*)(x6 + rs));
            l7 = Vector512.FusedMultiplyAdd(f, low, l7);
            h7 = Vector512.FusedMultiplyAdd(f, high, h7);
            f = Vector512.Create(*(float*)(x6 + rs2));
            l8 = Vector512.FusedMultiplyAdd(f, low, l8);
            h8 = Vector512.FusedMultiplyAdd(f, high, h8);
            f = Vector512.Create(*(float*)(x9));
            l9 = Vector512.FusedMultiplyAdd(f, low, l9);
            h9 = Vector512.FusedMultiplyAdd(f, high, h9);
            f = Vector512.Create(*(float*)(x9 + rs));
            l10 = Vector512.FusedMultiplyAdd(f, low, l10);
            h10 = Vector512.FusedMultiplyAdd(f, high, h10);
            x0 += cs;
            x3 += cs;
            x6 += cs;
            x9 += cs;
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
        l6.Store(y + (6 * ldy));
        h6.Store(y + (6 * ldy) + 16);
        l7.Store(y + (7 * ldy));
        h7.Store(y + (7 * ldy) + 16);
        l8.Store(y + (8 * ldy));
        h8.Store(y + (8 * ldy) + 16);
        l9.Store(y + (9 * ldy));
        h9.Store(y + (9 * ldy) + 16);
        l10.Store(y + (10 * ldy));
        h10.Store(y + (10 * ldy) + 16);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization), SkipLocalsInit]
    private static void Avx512BFloat1612(float* x, nint rs, nint cs, ushort* b, int k, nint ahead, nint aheadStep, float* y, nint ldy)
    {
        rs *= sizeof(float);
        cs *= sizeof(float);
        byte* x0 = (byte*)x;
        byte* x3 = x0 + (3 * rs);
        byte* x6 = x3 + (3 * rs);
        byte* x9 = x6 + (3 * rs);
        nint rs2 = 2 * rs;
        Vector512<float> l0 = default, h0 = default;
        Vector512<float> l1 = default, h1 = default;
        Vector512<float> l2 = default, h2 = default;
        Vector512<float> l3 = default, h3 = default;
        Vector512<float> l4 = default, h4 = default;
        Vector512<float> l5 = default, h5 = default;
        Vector512<float> l6 = default, h6 = default;
        Vector512<float> l7 = default, h7 = default;
        Vector512<float> l8 = default, h8 = default;
        Vector512<float> l9 = default, h9 = default;
        Vector512<float> l10 = default, h10 = default;
        Vector512<float> l11 = default, h11 = default;
        for (; k > 1; k -= 2)
        {
            if (Sse.IsSupported)
            {
                byte* line = Line(ahead);
                Sse.Prefetch0(line);
                Sse.Prefetch0(line + 64);
                ahead += 2 * aheadStep;
            }
            Vector512<uint> pair = Vector512.Load((uint*)b);
            Vector512<float> low = Vector512.ShiftLeft(pair, 16).AsSingle();
            Vector512<float> high = (pair & Vector512.Create(0xffff0000u)).AsSingle();
            Vector512<float> f = Vector512.Create(*(float*)(x0));
            l0 = Vector512.FusedMultiplyAdd(f, low, l0);
            h0 = Vector512.FusedMultiplyAdd(f, high, h0);
            f = Vector512.Create(*(float*)(x0 + rs));
            l1 = Vector512.FusedMultiplyAdd(f, low, l1);
            h1 = Vector512.FusedMultiplyAdd(f, high, h1);
            f = Vector512.Create(*(float*)(x0 + rs2));
            l2 = Vector512.FusedMultiplyAdd(f, low, l2);
            h2 = Vector512.FusedMultiplyAdd(f, high, h2);
            f = Vector512.Create(*(float*)(x3));
            l3 = Vector512.FusedMultiplyAdd(f, low, l3);
            h3 = Vector512.FusedMultiplyAdd(f, high, h3);
            f = Vector512.Create(*(float*)(x3 + rs));
            l4 = Vector512.FusedMultiplyAdd(f, low, l4);
            h4 = Vector512.FusedMultiplyAdd(f, high, h4);
            f = Vector512.Create(*(float*)(x3 + rs2));
            l5 = Vector512.FusedMultiplyAdd(f, low, l5);
            h5 = Vector512.FusedMultiplyAdd(f, high, h5);
            f = Vector512.Create(*(float*)(x6));
            l6 = Vector512.FusedMultiplyAdd(f, low, l6);
            h6 = Vector512.FusedMultiplyAdd(f, high, h6);
            f = Vector512.Create(*(float*)(x6 + rs));
            l7 = Vector512.FusedMultiplyAdd(f, low, l7);
            h7 = Vector512.FusedMultiplyAdd(f, high, h7);
            f = Vector512.Create(*(float*)(x6 + rs2));
            l8 = Vector512.FusedMultiplyAdd(f, low, l8);
            h8 = Vector512.FusedMultiplyAdd(f, high, h8);
            f = Vector512.Create(*(float*)(x9));
            l9 = Vector512.FusedMultiplyAdd(f, low, l9);
            h9 = Vector512.FusedMultiplyAdd(f, high, h9);
            f = Vector512.Create(*(float*)(x9 + rs));
            l10 = Vector512.FusedMultiplyAdd(f, low, l10);
            h10 = Vector512.FusedMultiplyAdd(f, high, h10);
            f = Vector512.Create(*(float*)(x9 + rs2));
            l11 = Vector512.FusedMultiplyAdd(f, low, l11);
            h11 = Vector512.FusedMultiplyAdd(f, high, h11);
            x0 += cs;
            x3 += cs;
            x6 += cs;
            x9 += cs;
            b += 32;
            pair = Vector512.Load((uint*)b);
            low = Vector512.ShiftLeft(pair, 16).AsSingle();
            high = (pair & Vector512.Create(0xffff0000u)).AsSingle();
            f = Vector512.Create(*(float*)(x0));
            l0 = Vector512.FusedMultiplyAdd(f, low, l0);
            h0 = Vector512.FusedMultiplyAdd(f, high, h0);
            f = Vector512.Create(*(float*)(x0 + rs));
            l1 = Vector512.FusedMultiplyAdd(f, low, l1);
            h1 = Vector512.FusedMultiplyAdd(f, high, h1);
            f = Vector512.Create(*(float*)(x0 + rs2));
            l2 = Vector512.FusedMultiplyAdd(f, low, l2);
            h2 = Vector512.FusedMultiplyAdd(f, high, h2);
            f = Vector512.Create(*(float*)(x3));
            l3 = Vector512.FusedMultiplyAdd(f, low, l3);
            h3 = Vector512.FusedMultiplyAdd(f, high, h3);
            f = Vector512.Create(*(float*)(x3 + rs));
            l4 = Vector512.FusedMultiplyAdd(f, low, l4);
            h4 = Vector512.FusedMultiplyAdd(f, high, h4);
            f = Vector512.Create(*(float*)(x3 + rs2));
            l5 = Vector512.FusedMultiplyAdd(f, low, l5);
            h5 = Vector512.FusedMultiplyAdd(f, high, h5);
            f = Vector512.Create(*(float*)(x6));
            l6 = Vector512.FusedMultiplyAdd(f, low, l6);
            h6 = Vector512.FusedMultiplyAdd(f, high, h6);
            f = Vector512.Create(*(float*)(x6 + rs));
            l7 = Vector512.FusedMultiplyAdd(f, low, l7);
            h7 = Vector512.FusedMultiplyAdd(f, high, h7);
            f = Vector512.Create(*(float*)(x6 + rs2));
            l8 = Vector512.FusedMultiplyAdd(f, low, l8);
            h8 = Vector512.FusedMultiplyAdd(f, high, h8);
            f = Vector512.Create(*(float*)(x9));
            l9 = Vector512.FusedMultiplyAdd(f, low, l9);
            h9 = Vector512.FusedMultiplyAdd(f, high, h9);
            f = Vector512.Create(*(float*)(x9 + rs));
            l10 = Vector512.FusedMultiplyAdd(f, low, l10);
            h10 = Vector512.FusedMultiplyAdd(f, high, h10);
            f = Vector512.Create(*(float*)(x9 + rs2));
            l11 = Vector512.FusedMultiplyAdd(f, low, l11);
            h11 = Vector512.FusedMultiplyAdd(f, high, h11);
            x0 += cs;
            x3 += cs;
            x6 += cs;
            x9 += cs;
            b += 32;
        }
        if (k > 0)
        {
            Vector512<uint> pair = Vector512.Load((uint*)b);
            Vector512<float> low = Vector512.ShiftLeft(pair, 16).AsSingle();
            Vector512<float> high = (pair & Vector512.Create(0xffff0000u)).AsSingle();
            Vector512<float> f = Vector512.Create(*(float*)(x0));
            l0 = Vector512.FusedMultiplyAdd(f, low, l0);
            h0 = Vector512.FusedMultiplyAdd(f, high, h0);
            f = Vector512.Create(*(float*)(x0 + rs));
            l1 = Vector512.FusedMultiplyAdd(f, low, l1);
            h1 = Vector512.FusedMultiplyAdd(f, high, h1);
            f = Vector512.Create(*(float*)(x0 + rs2));
            l2 = Vector512.FusedMultiplyAdd(f, low, l2);
            h2 = Vector512.FusedMultiplyAdd(f, high, h2);
            f = Vector512.Create(*(float*)(x3));
            l3 = Vector512.FusedMultiplyAdd(f, low, l3);
            h3 = Vector512.FusedMultiplyAdd(f, high, h3);
            f = Vector512.Create(*(float*)(x3 + rs));
            l4 = Vector512.FusedMultiplyAdd(f, low, l4);
            h4 = Vector512.FusedMultiplyAdd(f, high, h4);
            f = Vector512.Create(*(float*)(x3 + rs2));
            l5 = Vector512.FusedMultiplyAdd(f, low, l5);
            h5 = Vector512.FusedMultiplyAdd(f, high, h5);
            f = Vector512.Create(*(float*)(x6));
            l6 = Vector512.FusedMultiplyAdd(f, low, l6);
            h6 = Vector512.FusedMultiplyAdd(f, high, h6);
            f = Vector512.Create(*(float*)(x6 + rs));
            l7 = Vector512.FusedMultiplyAdd(f, low, l7);
            h7 = Vector512.FusedMultiplyAdd(f, high, h7);
            f = Vector512.Create(*(float*)(x6 + rs2));
            l8 = Vector512.FusedMultiplyAdd(f, low, l8);
            h8 = Vector512.FusedMultiplyAdd(f, high, h8);
            f = Vector512.Create(*(float*)(x9));
            l9 = Vector512.FusedMultiplyAdd(f, low, l9);
            h9 = Vector512.FusedMultiplyAdd(f, high, h9);
            f = Vector512.Create(*(float*)(x9 + rs));
            l10 = Vector512.FusedMultiplyAdd(f, low, l10);
            h10 = Vector512.FusedMultiplyAdd(f, high, h10);
            f = Vector512.Create(*(float*)(x9 + rs2));
            l11 = Vector512.FusedMultiplyAdd(f, low, l11);
            h11 = Vector512.FusedMultiplyAdd(f, high, h11);
            x0 += cs;
            x3 += cs;
            x6 += cs;
            x9 += cs;
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
        l6.Store(y + (6 * ldy));
        h6.Store(y + (6 * ldy) + 16);
        l7.Store(y + (7 * ldy));
        h7.Store(y + (7 * ldy) + 16);
        l8.Store(y + (8 * ldy));
        h8.Store(y + (8 * ldy) + 16);
        l9.Store(y + (9 * ldy));
        h9.Store(y + (9 * ldy) + 16);
        l10.Store(y + (10 * ldy));
        h10.Store(y + (10 * ldy) + 16);
        l11.Store(y + (11 * ldy));
        h11.Store(y + (11 * ldy) + 16);
    }
}
