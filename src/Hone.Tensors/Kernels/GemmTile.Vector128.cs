// Written by tools/GenerateGemmTiles.cs; change that and run it again.
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Hone.Tensors;

/// <summary>Register tiles of 128-bit vectors. 4 x 8: 8 accumulators, 2 vectors of B and 1 of A are 11 of 16 registers.</summary>
internal static unsafe partial class GemmTile
{
    private const int Vector128MaxRows = 4;
    private const int Vector128Columns = 8;

    private static void Vector128Rows(int rows, float* a, nint rs, nint cs, float* b, nint ldb, float* c, nint ldc, int k, bool accumulate)
    {
        switch (rows)
        {
            case 1: Vector128Rows1(a, rs, cs, b, ldb, c, ldc, k, accumulate); break;
            case 2: Vector128Rows2(a, rs, cs, b, ldb, c, ldc, k, accumulate); break;
            case 3: Vector128Rows3(a, rs, cs, b, ldb, c, ldc, k, accumulate); break;
            default: Vector128Rows4(a, rs, cs, b, ldb, c, ldc, k, accumulate); break;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization), SkipLocalsInit]
    private static void Vector128Rows1(float* a, nint rs, nint cs, float* b, nint ldb, float* c, nint ldc, int k, bool accumulate)
    {
        rs *= sizeof(float);
        cs *= sizeof(float);
        byte* a0 = (byte*)a;
        Vector128<float> c0x = default, c0y = default;
        if (accumulate)
        {
            c0x = Vector128.Load(c);
            c0y = Vector128.Load(c + 4);
        }
        for (; k > 0; k--)
        {
            if (Sse.IsSupported)
            {
                Sse.Prefetch0(b + PrefetchFloats);
            }
            Vector128<float> bx = Vector128.Load(b), by = Vector128.Load(b + 4);
            Vector128<float> x = Vector128.Create(*(float*)(a0));
            c0x = Vector128.FusedMultiplyAdd(x, bx, c0x);
            c0y = Vector128.FusedMultiplyAdd(x, by, c0y);
            a0 += cs;
            b += ldb;
        }
        c0x.Store(c);
        c0y.Store(c + 4);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization), SkipLocalsInit]
    private static void Vector128Rows2(float* a, nint rs, nint cs, float* b, nint ldb, float* c, nint ldc, int k, bool accumulate)
    {
        rs *= sizeof(float);
        cs *= sizeof(float);
        byte* a0 = (byte*)a;
        Vector128<float> c0x = default, c0y = default;
        Vector128<float> c1x = default, c1y = default;
        if (accumulate)
        {
            c0x = Vector128.Load(c);
            c0y = Vector128.Load(c + 4);
            c1x = Vector128.Load(c + ldc);
            c1y = Vector128.Load(c + ldc + 4);
        }
        for (; k > 0; k--)
        {
            if (Sse.IsSupported)
            {
                Sse.Prefetch0(b + PrefetchFloats);
            }
            Vector128<float> bx = Vector128.Load(b), by = Vector128.Load(b + 4);
            Vector128<float> x = Vector128.Create(*(float*)(a0));
            c0x = Vector128.FusedMultiplyAdd(x, bx, c0x);
            c0y = Vector128.FusedMultiplyAdd(x, by, c0y);
            x = Vector128.Create(*(float*)(a0 + rs));
            c1x = Vector128.FusedMultiplyAdd(x, bx, c1x);
            c1y = Vector128.FusedMultiplyAdd(x, by, c1y);
            a0 += cs;
            b += ldb;
        }
        c0x.Store(c);
        c0y.Store(c + 4);
        c1x.Store(c + ldc);
        c1y.Store(c + ldc + 4);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization), SkipLocalsInit]
    private static void Vector128Rows3(float* a, nint rs, nint cs, float* b, nint ldb, float* c, nint ldc, int k, bool accumulate)
    {
        rs *= sizeof(float);
        cs *= sizeof(float);
        byte* a0 = (byte*)a;
        nint rs2 = 2 * rs;
        Vector128<float> c0x = default, c0y = default;
        Vector128<float> c1x = default, c1y = default;
        Vector128<float> c2x = default, c2y = default;
        if (accumulate)
        {
            c0x = Vector128.Load(c);
            c0y = Vector128.Load(c + 4);
            c1x = Vector128.Load(c + ldc);
            c1y = Vector128.Load(c + ldc + 4);
            c2x = Vector128.Load(c + (2 * ldc));
            c2y = Vector128.Load(c + (2 * ldc) + 4);
        }
        for (; k > 0; k--)
        {
            if (Sse.IsSupported)
            {
                Sse.Prefetch0(b + PrefetchFloats);
            }
            Vector128<float> bx = Vector128.Load(b), by = Vector128.Load(b + 4);
            Vector128<float> x = Vector128.Create(*(float*)(a0));
            c0x = Vector128.FusedMultiplyAdd(x, bx, c0x);
            c0y = Vector128.FusedMultiplyAdd(x, by, c0y);
            x = Vector128.Create(*(float*)(a0 + rs));
            c1x = Vector128.FusedMultiplyAdd(x, bx, c1x);
            c1y = Vector128.FusedMultiplyAdd(x, by, c1y);
            x = Vector128.Create(*(float*)(a0 + rs2));
            c2x = Vector128.FusedMultiplyAdd(x, bx, c2x);
            c2y = Vector128.FusedMultiplyAdd(x, by, c2y);
            a0 += cs;
            b += ldb;
        }
        c0x.Store(c);
        c0y.Store(c + 4);
        c1x.Store(c + ldc);
        c1y.Store(c + ldc + 4);
        c2x.Store(c + (2 * ldc));
        c2y.Store(c + (2 * ldc) + 4);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization), SkipLocalsInit]
    private static void Vector128Rows4(float* a, nint rs, nint cs, float* b, nint ldb, float* c, nint ldc, int k, bool accumulate)
    {
        rs *= sizeof(float);
        cs *= sizeof(float);
        byte* a0 = (byte*)a;
        byte* a3 = a0 + (3 * rs);
        nint rs2 = 2 * rs;
        Vector128<float> c0x = default, c0y = default;
        Vector128<float> c1x = default, c1y = default;
        Vector128<float> c2x = default, c2y = default;
        Vector128<float> c3x = default, c3y = default;
        if (accumulate)
        {
            c0x = Vector128.Load(c);
            c0y = Vector128.Load(c + 4);
            c1x = Vector128.Load(c + ldc);
            c1y = Vector128.Load(c + ldc + 4);
            c2x = Vector128.Load(c + (2 * ldc));
            c2y = Vector128.Load(c + (2 * ldc) + 4);
            c3x = Vector128.Load(c + (3 * ldc));
            c3y = Vector128.Load(c + (3 * ldc) + 4);
        }
        for (; k > 0; k--)
        {
            Vector128<float> bx = Vector128.Load(b), by = Vector128.Load(b + 4);
            Vector128<float> x = Vector128.Create(*(float*)(a0));
            c0x = Vector128.FusedMultiplyAdd(x, bx, c0x);
            c0y = Vector128.FusedMultiplyAdd(x, by, c0y);
            x = Vector128.Create(*(float*)(a0 + rs));
            c1x = Vector128.FusedMultiplyAdd(x, bx, c1x);
            c1y = Vector128.FusedMultiplyAdd(x, by, c1y);
            x = Vector128.Create(*(float*)(a0 + rs2));
            c2x = Vector128.FusedMultiplyAdd(x, bx, c2x);
            c2y = Vector128.FusedMultiplyAdd(x, by, c2y);
            x = Vector128.Create(*(float*)(a3));
            c3x = Vector128.FusedMultiplyAdd(x, bx, c3x);
            c3y = Vector128.FusedMultiplyAdd(x, by, c3y);
            a0 += cs;
            a3 += cs;
            b += ldb;
        }
        c0x.Store(c);
        c0y.Store(c + 4);
        c1x.Store(c + ldc);
        c1y.Store(c + ldc + 4);
        c2x.Store(c + (2 * ldc));
        c2y.Store(c + (2 * ldc) + 4);
        c3x.Store(c + (3 * ldc));
        c3y.Store(c + (3 * ldc) + 4);
    }
}
