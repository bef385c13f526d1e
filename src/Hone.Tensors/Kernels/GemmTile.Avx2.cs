// Written by tools/GenerateGemmTiles.cs; change that and run it again.
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Hone.Tensors;

/// <summary>Register tiles of 256-bit vectors. 6 x 16: 12 accumulators, 2 vectors of B and 1 of A are 15 of 16 registers.</summary>
internal static unsafe partial class GemmTile
{
    private const int Avx2MaxRows = 6;
    private const int Avx2Columns = 16;

    private static void Avx2Rows(int rows, float* a, nint rs, nint cs, float* b, nint ldb, float* c, nint ldc, int k, bool accumulate)
    {
        switch (rows)
        {
            case 1: Avx2Rows1(a, rs, cs, b, ldb, c, ldc, k, accumulate); break;
            case 2: Avx2Rows2(a, rs, cs, b, ldb, c, ldc, k, accumulate); break;
            case 3: Avx2Rows3(a, rs, cs, b, ldb, c, ldc, k, accumulate); break;
            case 4: Avx2Rows4(a, rs, cs, b, ldb, c, ldc, k, accumulate); break;
            case 5: Avx2Rows5(a, rs, cs, b, ldb, c, ldc, k, accumulate); break;
            default: Avx2Rows6(a, rs, cs, b, ldb, c, ldc, k, accumulate); break;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization), SkipLocalsInit]
    private static void Avx2Rows1(float* a, nint rs, nint cs, float* b, nint ldb, float* c, nint ldc, int k, bool accumulate)
    {
        rs *= sizeof(float);
        cs *= sizeof(float);
        byte* a0 = (byte*)a;
        Vector256<float> c0x = default, c0y = default;
        if (accumulate)
        {
            c0x = Vector256.Load(c);
            c0y = Vector256.Load(c + 8);
        }
        for (; k > 0; k--)
        {
            if (Sse.IsSupported)
            {
                Sse.Prefetch0(b + PrefetchFloats);
            }
            Vector256<float> bx = Vector256.Load(b), by = Vector256.Load(b + 8);
            Vector256<float> x = Vector256.Create(*(float*)(a0));
            c0x = Vector256.FusedMultiplyAdd(x, bx, c0x);
            c0y = Vector256.FusedMultiplyAdd(x, by, c0y);
            a0 += cs;
            b += ldb;
        }
        c0x.Store(c);
        c0y.Store(c + 8);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization), SkipLocalsInit]
    private static void Avx2Rows2(float* a, nint rs, nint cs, float* b, nint ldb, float* c, nint ldc, int k, bool accumulate)
    {
        rs *= sizeof(float);
        cs *= sizeof(float);
        byte* a0 = (byte*)a;
        Vector256<float> c0x = default, c0y = default;
        Vector256<float> c1x = default, c1y = default;
        if (accumulate)
        {
            c0x = Vector256.Load(c);
            c0y = Vector256.Load(c + 8);
            c1x = Vector256.Load(c + ldc);
            c1y = Vector256.Load(c + ldc + 8);
        }
        for (; k > 0; k--)
        {
            if (Sse.IsSupported)
            {
                Sse.Prefetch0(b + PrefetchFloats);
            }
            Vector256<float> bx = Vector256.Load(b), by = Vector256.Load(b + 8);
            Vector256<float> x = Vector256.Create(*(float*)(a0));
            c0x = Vector256.FusedMultiplyAdd(x, bx, c0x);
            c0y = Vector256.FusedMultiplyAdd(x, by, c0y);
            x = Vector256.Create(*(float*)(a0 + rs));
            c1x = Vector256.FusedMultiplyAdd(x, bx, c1x);
            c1y = Vector256.FusedMultiplyAdd(x, by, c1y);
            a0 += cs;
            b += ldb;
        }
        c0x.Store(c);
        c0y.Store(c + 8);
        c1x.Store(c + ldc);
        c1y.Store(c + ldc + 8);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization), SkipLocalsInit]
    private static void Avx2Rows3(float* a, nint rs, nint cs, float* b, nint ldb, float* c, nint ldc, int k, bool accumulate)
    {
        rs *= sizeof(float);
        cs *= sizeof(float);
        byte* a0 = (byte*)a;
        nint rs2 = 2 * rs;
        Vector256<float> c0x = default, c0y = default;
        Vector256<float> c1x = default, c1y = default;
        Vector256<float> c2x = default, c2y = default;
        if (accumulate)
        {
            c0x = Vector256.Load(c);
            c0y = Vector256.Load(c + 8);
            c1x = Vector256.Load(c + ldc);
            c1y = Vector256.Load(c + ldc + 8);
            c2x = Vector256.Load(c + (2 * ldc));
            c2y = Vector256.Load(c + (2 * ldc) + 8);
        }
        for (; k > 0; k--)
        {
            if (Sse.IsSupported)
            {
                Sse.Prefetch0(b + PrefetchFloats);
            }
            Vector256<float> bx = Vector256.Load(b), by = Vector256.Load(b + 8);
            Vector256<float> x = Vector256.Create(*(float*)(a0));
            c0x = Vector256.FusedMultiplyAdd(x, bx, c0x);
            c0y = Vector256.FusedMultiplyAdd(x, by, c0y);
            x = Vector256.Create(*(float*)(a0 + rs));
            c1x = Vector256.FusedMultiplyAdd(x, bx, c1x);
            c1y = Vector256.FusedMultiplyAdd(x, by, c1y);
            x = Vector256.Create(*(float*)(a0 + rs2));
            c2x = Vector256.FusedMultiplyAdd(x, bx, c2x);
            c2y = Vector256.FusedMultiplyAdd(x, by, c2y);
            a0 += cs;
            b += ldb;
        }
        c0x.Store(c);
        c0y.Store(c + 8);
        c1x.Store(c + ldc);
        c1y.Store(c + ldc + 8);
        c2x.Store(c + (2 * ldc));
        c2y.Store(c + (2 * ldc) + 8);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization), SkipLocalsInit]
    private static void Avx2Rows4(float* a, nint rs, nint cs, float* b, nint ldb, float* c, nint ldc, int k, bool accumulate)
    {
        rs *= sizeof(float);
        cs *= sizeof(float);
        byte* a0 = (byte*)a;
        byte* a3 = a0 + (3 * rs);
        nint rs2 = 2 * rs;
        Vector256<float> c0x = default, c0y = default;
        Vector256<float> c1x = default, c1y = default;
        Vector256<float> c2x = default, c2y = default;
        Vector256<float> c3x = default, c3y = default;
        if (accumulate)
        {
            c0x = Vector256.Load(c);
            c0y = Vector256.Load(c + 8);
            c1x = Vector256.Load(c + ldc);
            c1y = Vector256.Load(c + ldc + 8);
            c2x = Vector256.Load(c + (2 * ldc));
            c2y = Vector256.Load(c + (2 * ldc) + 8);
            c3x = Vector256.Load(c + (3 * ldc));
            c3y = Vector256.Load(c + (3 * ldc) + 8);
        }
        for (; k > 0; k--)
        {
            Vector256<float> bx = Vector256.Load(b), by = Vector256.Load(b + 8);
            Vector256<float> x = Vector256.Create(*(float*)(a0));
            c0x = Vector256.FusedMultiplyAdd(x, bx, c0x);
            c0y = Vector256.FusedMultiplyAdd(x, by, c0y);
            x = Vector256.Create(*(float*)(a0 + rs));
            c1x = Vector256.FusedMultiplyAdd(x, bx, c1x);
            c1y = Vector256.FusedMultiplyAdd(x, by, c1y);
            x = Vector256.Create(*(float*)(a0 + rs2));
            c2x = Vector256.FusedMultiplyAdd(x, bx, c2x);
            c2y = Vector256.FusedMultiplyAdd(x, by, c2y);
            x = Vector256.Create(*(float*)(a3));
            c3x = Vector256.FusedMultiplyAdd(x, bx, c3x);
            c3y = Vector256.FusedMultiplyAdd(x, by, c3y);
            a0 += cs;
            a3 += cs;
            b += ldb;
        }
        c0x.Store(c);
        c0y.Store(c + 8);
        c1x.Store(c + ldc);
        c1y.Store(c + ldc + 8);
        c2x.Store(c + (2 * ldc));
        c2y.Store(c + (2 * ldc) + 8);
        c3x.Store(c + (3 * ldc));
        c3y.Store(c + (3 * ldc) + 8);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization), SkipLocalsInit]
    private static void Avx2Rows5(float* a, nint rs, nint cs, float* b, nint ldb, float* c, nint ldc, int k, bool accumulate)
    {
        rs *= sizeof(float);
        cs *= sizeof(float);
        byte* a0 = (byte*)a;
        byte* a3 = a0 + (3 * rs);
        nint rs2 = 2 * rs;
        Vector256<float> c0x = default, c0y = default;
        Vector256<float> c1x = default, c1y = default;
        Vector256<float> c2x = default, c2y = default;
        Vector256<float> c3x = default, c3y = default;
        Vector256<float> c4x = default, c4y = default;
        if (accumulate)
        {
            c0x = Vector256.Load(c);
            c0y = Vector256.Load(c + 8);
            c1x = Vector256.Load(c + ldc);
            c1y = Vector256.Load(c + ldc + 8);
            c2x = Vector256.Load(c + (2 * ldc));
            c2y = Vector256.Load(c + (2 * ldc) + 8);
            c3x = Vector256.Load(c + (3 * ldc));
            c3y = Vector256.Load(c + (3 * ldc) + 8);
            c4x = Vector256.Load(c + (4 * ldc));
            c4y = Vector256.Load(c + (4 * ldc) + 8);
        }
        for (; k > 0; k--)
        {
            Vector256<float> bx = Vector256.Load(b), by = Vector256.Load(b + 8);
            Vector256<float> x = Vector256.Create(*(float*)(a0));
            c0x = Vector256.FusedMultiplyAdd(x, bx, c0x);
            c0y = Vector256.FusedMultiplyAdd(x, by, c0y);
            x = Vector256.Create(*(float*)(a0 + rs));
            c1x = Vector256.FusedMultiplyAdd(x, bx, c1x);
            c1y = Vector256.FusedMultiplyAdd(x, by, c1y);
            x = Vector256.Create(*(float*)(a0 + rs2));
            c2x = Vector256.FusedMultiplyAdd(x, bx, c2x);
            c2y = Vector256.FusedMultiplyAdd(x, by, c2y);
            x = Vector256.Create(*(float*)(a3));
            c3x = Vector256.FusedMultiplyAdd(x, bx, c3x);
            c3y = Vector256.FusedMultiplyAdd(x, by, c3y);
            x = Vector256.Create(*(float*)(a3 + rs));
            c4x = Vector256.FusedMultiplyAdd(x, bx, c4x);
            c4y = Vector256.FusedMultiplyAdd(x, by, c4y);
            a0 += cs;
            a3 += cs;
            b += ldb;
        }
        c0x.Store(c);
        c0y.Store(c + 8);
        c1x.Store(c + ldc);
        c1y.Store(c + ldc + 8);
        c2x.Store(c + (2 * ldc));
        c2y.Store(c + (2 * ldc) + 8);
        c3x.Store(c + (3 * ldc));
        c3y.Store(c + (3 * ldc) + 8);
        c4x.Store(c + (4 * ldc));
        c4y.Store(c + (4 * ldc) + 8);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization), SkipLocalsInit]
    private static void Avx2Rows6(float* a, nint rs, nint cs, float* b, nint ldb, float* c, nint ldc, int k, bool accumulate)
    {
        rs *= sizeof(float);
        cs *= sizeof(float);
        byte* a0 = (byte*)a;
        byte* a3 = a0 + (3 * rs);
        nint rs2 = 2 * rs;
        Vector256<float> c0x = default, c0y = default;
        Vector256<float> c1x = default, c1y = default;
        Vector256<float> c2x = default, c2y = default;
        Vector256<float> c3x = default, c3y = default;
        Vector256<float> c4x = default, c4y = default;
        Vector256<float> c5x = default, c5y = default;
        if (accumulate)
        {
            c0x = Vector256.Load(c);
            c0y = Vector256.Load(c + 8);
            c1x = Vector256.Load(c + ldc);
            c1y = Vector256.Load(c + ldc + 8);
            c2x = Vector256.Load(c + (2 * ldc));
            c2y = Vector256.Load(c + (2 * ldc) + 8);
            c3x = Vector256.Load(c + (3 * ldc));
            c3y = Vector256.Load(c + (3 * ldc) + 8);
            c4x = Vector256.Load(c + (4 * ldc));
            c4y = Vector256.Load(c + (4 * ldc) + 8);
            c5x = Vector256.Load(c + (5 * ldc));
            c5y = Vector256.Load(c + (5 * ldc) + 8);
        }
        for (; k > 0; k--)
        {
            Vector256<float> bx = Vector256.Load(b), by = Vector256.Load(b + 8);
            Vector256<float> x = Vector256.Create(*(float*)(a0));
            c0x = Vector256.FusedMultiplyAdd(x, bx, c0x);
            c0y = Vector256.FusedMultiplyAdd(x, by, c0y);
            x = Vector256.Create(*(float*)(a0 + rs));
            c1x = Vector256.FusedMultiplyAdd(x, bx, c1x);
            c1y = Vector256.FusedMultiplyAdd(x, by, c1y);
            x = Vector256.Create(*(float*)(a0 + rs2));
            c2x = Vector256.FusedMultiplyAdd(x, bx, c2x);
            c2y = Vector256.FusedMultiplyAdd(x, by, c2y);
            x = Vector256.Create(*(float*)(a3));
            c3x = Vector256.FusedMultiplyAdd(x, bx, c3x);
            c3y = Vector256.FusedMultiplyAdd(x, by, c3y);
            x = Vector256.Create(*(float*)(a3 + rs));
            c4x = Vector256.FusedMultiplyAdd(x, bx, c4x);
            c4y = Vector256.FusedMultiplyAdd(x, by, c4y);
            x = Vector256.Create(*(float*)(a3 + rs2));
            c5x = Vector256.FusedMultiplyAdd(x, bx, c5x);
            c5y = Vector256.FusedMultiplyAdd(x, by, c5y);
            a0 += cs;
            a3 += cs;
            b += ldb;
        }
        c0x.Store(c);
        c0y.Store(c + 8);
        c1x.Store(c + ldc);
        c1y.Store(c + ldc + 8);
        c2x.Store(c + (2 * ldc));
        c2y.Store(c + (2 * ldc) + 8);
        c3x.Store(c + (3 * ldc));
        c3y.Store(c + (3 * ldc) + 8);
        c4x.Store(c + (4 * ldc));
        c4y.Store(c + (4 * ldc) + 8);
        c5x.Store(c + (5 * ldc));
        c5y.Store(c + (5 * ldc) + 8);
    }
}
