// Written by tools/GenerateGemmTiles.cs; change that and run it again.
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Hone.Tensors;

/// <summary>Register tiles of 512-bit vectors. 12 x 32: 24 accumulators, 2 vectors of B and 1 of A leave 5 of 32 registers.</summary>
internal static unsafe partial class GemmTile
{
    private const int Avx512MaxRows = 12;
    private const int Avx512Columns = 32;

    private static void Avx512Rows(int rows, float* a, nint rs, nint cs, float* b, nint ldb, float* c, nint ldc, int k, bool accumulate)
    {
        switch (rows)
        {
            case 1: Avx512Rows1(a, rs, cs, b, ldb, c, ldc, k, accumulate); break;
            case 2: Avx512Rows2(a, rs, cs, b, ldb, c, ldc, k, accumulate); break;
            case 3: Avx512Rows3(a, rs, cs, b, ldb, c, ldc, k, accumulate); break;
            case 4: Avx512Rows4(a, rs, cs, b, ldb, c, ldc, k, accumulate); break;
            case 5: Avx512Rows5(a, rs, cs, b, ldb, c, ldc, k, accumulate); break;
            case 6: Avx512Rows6(a, rs, cs, b, ldb, c, ldc, k, accumulate); break;
            case 7: Avx512Rows7(a, rs, cs, b, ldb, c, ldc, k, accumulate); break;
            case 8: Avx512Rows8(a, rs, cs, b, ldb, c, ldc, k, accumulate); break;
            case 9: Avx512Rows9(a, rs, cs, b, ldb, c, ldc, k, accumulate); break;
            case 10: Avx512Rows10(a, rs, cs, b, ldb, c, ldc, k, accumulate); break;
            case 11: Avx512Rows11(a, rs, cs, b, ldb, c, ldc, k, accumulate); break;
            default: Avx512Rows12(a, rs, cs, b, ldb, c, ldc, k, accumulate); break;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization), SkipLocalsInit]
    private static void Avx512Rows1(float* a, nint rs, nint cs, float* b, nint ldb, float* c, nint ldc, int k, bool accumulate)
    {
        rs *= sizeof(float);
        cs *= sizeof(float);
        byte* a0 = (byte*)a;
        Vector512<float> c0x = default, c0y = default;
        if (accumulate)
        {
            c0x = Vector512.Load(c);
            c0y = Vector512.Load(c + 16);
        }
        for (; k > 0; k--)
        {
            if (Sse.IsSupported)
            {
                Sse.Prefetch0(b + PrefetchFloats);
                Sse.Prefetch0(b + PrefetchFloats + 16);
            }
            Vector512<float> bx = Vector512.Load(b), by = Vector512.Load(b + 16);
            Vector512<float> x = Vector512.Create(*(float*)(a0));
            c0x = Vector512.FusedMultiplyAdd(x, bx, c0x);
            c0y = Vector512.FusedMultiplyAdd(x, by, c0y);
            a0 += cs;
            b += ldb;
        }
        c0x.Store(c);
        c0y.Store(c + 16);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization), SkipLocalsInit]
    private static void Avx512Rows2(float* a, nint rs, nint cs, float* b, nint ldb, float* c, nint ldc, int k, bool accumulate)
    {
        rs *= sizeof(float);
        cs *= sizeof(float);
        byte* a0 = (byte*)a;
        Vector512<float> c0x = default, c0y = default;
        Vector512<float> c1x = default, c1y = default;
        if (accumulate)
        {
            c0x = Vector512.Load(c);
            c0y = Vector512.Load(c + 16);
            c1x = Vector512.Load(c + ldc);
            c1y = Vector512.Load(c + ldc + 16);
        }
        for (; k > 0; k--)
        {
            if (Sse.IsSupported)
            {
                Sse.Prefetch0(b + PrefetchFloats);
                Sse.Prefetch0(b + PrefetchFloats + 16);
            }
            Vector512<float> bx = Vector512.Load(b), by = Vector512.Load(b + 16);
            Vector512<float> x = Vector512.Create(*(float*)(a0));
            c0x = Vector512.FusedMultiplyAdd(x, bx, c0x);
            c0y = Vector512.FusedMultiplyAdd(x, by, c0y);
            x = Vector512.Create(*(float*)(a0 + rs));
            c1x = Vector512.FusedMultiplyAdd(x, bx, c1x);
            c1y = Vector512.FusedMultiplyAdd(x, by, c1y);
            a0 += cs;
            b += ldb;
        }
        c0x.Store(c);
        c0y.Store(c + 16);
        c1x.Store(c + ldc);
        c1y.Store(c + ldc + 16);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization), SkipLocalsInit]
    private static void Avx512Rows3(float* a, nint rs, nint cs, float* b, nint ldb, float* c, nint ldc, int k, bool accumulate)
    {
        rs *= sizeof(float);
        cs *= sizeof(float);
        byte* a0 = (byte*)a;
        nint rs2 = 2 * rs;
        Vector512<float> c0x = default, c0y = default;
        Vector512<float> c1x = default, c1y = default;
        Vector512<float> c2x = default, c2y = default;
        if (accumulate)
        {
            c0x = Vector512.Load(c);
            c0y = Vector512.Load(c + 16);
            c1x = Vector512.Load(c + ldc);
            c1y = Vector512.Load(c + ldc + 16);
            c2x = Vector512.Load(c + (2 * ldc));
            c2y = Vector512.Load(c + (2 * ldc) + 16);
        }
        for (; k > 0; k--)
        {
            if (Sse.IsSupported)
            {
                Sse.Prefetch0(b + PrefetchFloats);
                Sse.Prefetch0(b + PrefetchFloats + 16);
            }
            Vector512<float> bx = Vector512.Load(b), by = Vector512.Load(b + 16);
            Vector512<float> x = Vector512.Create(*(float*)(a0));
            c0x = Vector512.FusedMultiplyAdd(x, bx, c0x);
            c0y = Vector512.FusedMultiplyAdd(x, by, c0y);
            x = Vector512.Create(*(float*)(a0 + rs));
            c1x = Vector512.FusedMultiplyAdd(x, bx, c1x);
            c1y = Vector512.FusedMultiplyAdd(x, by, c1y);
            x = Vector512.Create(*(float*)(a0 + rs2));
            c2x = Vector512.FusedMultiplyAdd(x, bx, c2x);
            c2y = Vector512.FusedMultiplyAdd(x, by, c2y);
            a0 += cs;
            b += ldb;
        }
        c0x.Store(c);
        c0y.Store(c + 16);
        c1x.Store(c + ldc);
        c1y.Store(c + ldc + 16);
        c2x.Store(c + (2 * ldc));
        c2y.Store(c + (2 * ldc) + 16);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization), SkipLocalsInit]
    private static void Avx512Rows4(float* a, nint rs, nint cs, float* b, nint ldb, float* c, nint ldc, int k, bool accumulate)
    {
        rs *= sizeof(float);
        cs *= sizeof(float);
        byte* a0 = (byte*)a;
        byte* a3 = a0 + (3 * rs);
        nint rs2 = 2 * rs;
        Vector512<float> c0x = default, c0y = default;
        Vector512<float> c1x = default, c1y = default;
        Vector512<float> c2x = default, c2y = default;
        Vector512<float> c3x = default, c3y = default;
        if (accumulate)
        {
            c0x = Vector512.Load(c);
            c0y = Vector512.Load(c + 16);
            c1x = Vector512.Load(c + ldc);
            c1y = Vector512.Load(c + ldc + 16);
            c2x = Vector512.Load(c + (2 * ldc));
            c2y = Vector512.Load(c + (2 * ldc) + 16);
            c3x = Vector512.Load(c + (3 * ldc));
            c3y = Vector512.Load(c + (3 * ldc) + 16);
        }
        for (; k > 0; k--)
        {
            Vector512<float> bx = Vector512.Load(b), by = Vector512.Load(b + 16);
            Vector512<float> x = Vector512.Create(*(float*)(a0));
            c0x = Vector512.FusedMultiplyAdd(x, bx, c0x);
            c0y = Vector512.FusedMultiplyAdd(x, by, c0y);
            x = Vector512.Create(*(float*)(a0 + rs));
            c1x = Vector512.FusedMultiplyAdd(x, bx, c1x);
            c1y = Vector512.FusedMultiplyAdd(x, by, c1y);
            x = Vector512.Create(*(float*)(a0 + rs2));
            c2x = Vector512.FusedMultiplyAdd(x, bx, c2x);
            c2y = Vector512.FusedMultiplyAdd(x, by, c2y);
            x = Vector512.Create(*(float*)(a3));
            c3x = Vector512.FusedMultiplyAdd(x, bx, c3x);
            c3y = Vector512.FusedMultiplyAdd(x, by, c3y);
            a0 += cs;
            a3 += cs;
            b += ldb;
        }
        c0x.Store(c);
        c0y.Store(c + 16);
        c1x.Store(c + ldc);
        c1y.Store(c + ldc + 16);
        c2x.Store(c + (2 * ldc));
        c2y.Store(c + (2 * ldc) + 16);
        c3x.Store(c + (3 * ldc));
        c3y.Store(c + (3 * ldc) + 16);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization), SkipLocalsInit]
    private static void Avx512Rows5(float* a, nint rs, nint cs, float* b, nint ldb, float* c, nint ldc, int k, bool accumulate)
    {
        rs *= sizeof(float);
        cs *= sizeof(float);
        byte* a0 = (byte*)a;
        byte* a3 = a0 + (3 * rs);
        nint rs2 = 2 * rs;
        Vector512<float> c0x = default, c0y = default;
        Vector512<float> c1x = default, c1y = default;
        Vector512<float> c2x = default, c2y = default;
        Vector512<float> c3x = default, c3y = default;
        Vector512<float> c4x = default, c4y = default;
        if (accumulate)
        {
            c0x = Vector512.Load(c);
            c0y = Vector512.Load(c + 16);
            c1x = Vector512.Load(c + ldc);
            c1y = Vector512.Load(c + ldc + 16);
            c2x = Vector512.Load(c + (2 * ldc));
            c2y = Vector512.Load(c + (2 * ldc) + 16);
            c3x = Vector512.Load(c + (3 * ldc));
            c3y = Vector512.Load(c + (3 * ldc) + 16);
            c4x = Vector512.Load(c + (4 * ldc));
            c4y = Vector512.Load(c + (4 * ldc) + 16);
        }
        for (; k > 0; k--)
        {
            Vector512<float> bx = Vector512.Load(b), by = Vector512.Load(b + 16);
            Vector512<float> x = Vector512.Create(*(float*)(a0));
            c0x = Vector512.FusedMultiplyAdd(x, bx, c0x);
            c0y = Vector512.FusedMultiplyAdd(x, by, c0y);
            x = Vector512.Create(*(float*)(a0 + rs));
            c1x = Vector512.FusedMultiplyAdd(x, bx, c1x);
            c1y = Vector512.FusedMultiplyAdd(x, by, c1y);
            x = Vector512.Create(*(float*)(a0 + rs2));
            c2x = Vector512.FusedMultiplyAdd(x, bx, c2x);
            c2y = Vector512.FusedMultiplyAdd(x, by, c2y);
            x = Vector512.Create(*(float*)(a3));
            c3x = Vector512.FusedMultiplyAdd(x, bx, c3x);
            c3y = Vector512.FusedMultiplyAdd(x, by, c3y);
            x = Vector512.Create(*(float*)(a3 + rs));
            c4x = Vector512.FusedMultiplyAdd(x, bx, c4x);
            c4y = Vector512.FusedMultiplyAdd(x, by, c4y);
            a0 += cs;
            a3 += cs;
            b += ldb;
        }
        c0x.Store(c);
        c0y.Store(c + 16);
        c1x.Store(c + ldc);
        c1y.Store(c + ldc + 16);
        c2x.Store(c + (2 * ldc));
        c2y.Store(c + (2 * ldc) + 16);
        c3x.Store(c + (3 * ldc));
        c3y.Store(c + (3 * ldc) + 16);
        c4x.Store(c + (4 * ldc));
        c4y.Store(c + (4 * ldc) + 16);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization), SkipLocalsInit]
    private static void Avx512Rows6(float* a, nint rs, nint cs, float* b, nint ldb, float* c, nint ldc, int k, bool accumulate)
    {
        rs *= sizeof(float);
        cs *= sizeof(float);
        byte* a0 = (byte*)a;
        byte* a3 = a0 + (3 * rs);
        nint rs2 = 2 * rs;
        Vector512<float> c0x = default, c0y = default;
        Vector512<float> c1x = default, c1y = default;
        Vector512<float> c2x = default, c2y = default;
        Vector512<float> c3x = default, c3y = default;
        Vector512<float> c4x = default, c4y = default;
        Vector512<float> c5x = default, c5y = default;
        if (accumulate)
        {
            c0x = Vector512.Load(c);
            c0y = Vector512.Load(c + 16);
            c1x = Vector512.Load(c + ldc);
            c1y = Vector512.Load(c + ldc + 16);
            c2x = Vector512.Load(c + (2 * ldc));
            c2y = Vector512.Load(c + (2 * ldc) + 16);
            c3x = Vector512.Load(c + (3 * ldc));
            c3y = Vector512.Load(c + (3 * ldc) + 16);
            c4x = Vector512.Load(c + (4 * ldc));
            c4y = Vector512.Load(c + (4 * ldc) + 16);
            c5x = Vector512.Load(c + (5 * ldc));
            c5y = Vector512.Load(c + (5 * ldc) + 16);
        }
        for (; k > 0; k--)
        {
            Vector512<float> bx = Vector512.Load(b), by = Vector512.Load(b + 16);
            Vector512<float> x = Vector512.Create(*(float*)(a0));
            c0x = Vector512.FusedMultiplyAdd(x, bx, c0x);
            c0y = Vector512.FusedMultiplyAdd(x, by, c0y);
            x = Vector512.Create(*(float*)(a0 + rs));
            c1x = Vector512.FusedMultiplyAdd(x, bx, c1x);
            c1y = Vector512.FusedMultiplyAdd(x, by, c1y);
            x = Vector512.Create(*(float*)(a0 + rs2));
            c2x = Vector512.FusedMultiplyAdd(x, bx, c2x);
            c2y = Vector512.FusedMultiplyAdd(x, by, c2y);
            x = Vector512.Create(*(float*)(a3));
            c3x = Vector512.FusedMultiplyAdd(x, bx, c3x);
            c3y = Vector512.FusedMultiplyAdd(x, by, c3y);
            x = Vector512.Create(*(float*)(a3 + rs));
            c4x = Vector512.FusedMultiplyAdd(x, bx, c4x);
            c4y = Vector512.FusedMultiplyAdd(x, by, c4y);
            x = Vector512.Create(*(float*)(a3 + rs2));
            c5x = Vector512.FusedMultiplyAdd(x, bx, c5x);
            c5y = Vector512.FusedMultiplyAdd(x, by, c5y);
            a0 += cs;
            a3 += cs;
            b += ldb;
        }
        c0x.Store(c);
        c0y.Store(c + 16);
        c1x.Store(c + ldc);
        c1y.Store(c + ldc + 16);
        c2x.Store(c + (2 * ldc));
        c2y.Store(c + (2 * ldc) + 16);
        c3x.Store(c + (3 * ldc));
        c3y.Store(c + (3 * ldc) + 16);
        c4x.Store(c + (4 * ldc));
        c4y.Store(c + (4 * ldc) + 16);
        c5x.Store(c + (5 * ldc));
        c5y.Store(c + (5 * ldc) + 16);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization), SkipLocalsInit]
    private static void Avx512Rows7(float* a, nint rs, nint cs, float* b, nint ldb, float* c, nint ldc, int k, bool accumulate)
    {
        rs *= sizeof(float);
        cs *= sizeof(float);
        byte* a0 = (byte*)a;
        byte* a3 = a0 + (3 * rs);
        byte* a6 = a3 + (3 * rs);
        nint rs2 = 2 * rs;
        Vector512<float> c0x = default, c0y = default;
        Vector512<float> c1x = default, c1y = default;
        Vector512<float> c2x = default, c2y = default;
        Vector512<float> c3x = default, c3y = default;
        Vector512<float> c4x = default, c4y = default;
        Vector512<float> c5x = default, c5y = default;
        Vector512<float> c6x = default, c6y = default;
        if (accumulate)
        {
            c0x = Vector512.Load(c);
            c0y = Vector512.Load(c + 16);
            c1x = Vector512.Load(c + ldc);
            c1y = Vector512.Load(c + ldc + 16);
            c2x = Vector512.Load(c + (2 * ldc));
            c2y = Vector512.Load(c + (2 * ldc) + 16);
            c3x = Vector512.Load(c + (3 * ldc));
            c3y = Vector512.Load(c + (3 * ldc) + 16);
            c4x = Vector512.Load(c + (4 * ldc));
            c4y = Vector512.Load(c + (4 * ldc) + 16);
            c5x = Vector512.Load(c + (5 * ldc));
            c5y = Vector512.Load(c + (5 * ldc) + 16);
            c6x = Vector512.Load(c + (6 * ldc));
            c6y = Vector512.Load(c + (6 * ldc) + 16);
        }
        for (; k > 0; k--)
        {
            Vector512<float> bx = Vector512.Load(b), by = Vector512.Load(b + 16);
            Vector512<float> x = Vector512.Create(*(float*)(a0));
            c0x = Vector512.FusedMultiplyAdd(x, bx, c0x);
            c0y = Vector512.FusedMultiplyAdd(x, by, c0y);
            x = Vector512.Create(*(float*)(a0 + rs));
            c1x = Vector512.FusedMultiplyAdd(x, bx, c1x);
            c1y = Vector512.FusedMultiplyAdd(x, by, c1y);
            x = Vector512.Create(*(float*)(a0 + rs2));
            c2x = Vector512.FusedMultiplyAdd(x, bx, c2x);
            c2y = Vector512.FusedMultiplyAdd(x, by, c2y);
            x = Vector512.Create(*(float*)(a3));
            c3x = Vector512.FusedMultiplyAdd(x, bx, c3x);
            c3y = Vector512.FusedMultiplyAdd(x, by, c3y);
            x = Vector512.Create(*(float*)(a3 + rs));
            c4x = Vector512.FusedMultiplyAdd(x, bx, c4x);
            c4y = Vector512.FusedMultiplyAdd(x, by, c4y);
            x = Vector512.Create(*(float*)(a3 + rs2));
            c5x = Vector512.FusedMultiplyAdd(x, bx, c5x);
            c5y = Vector512.FusedMultiplyAdd(x, by, c5y);
            x = Vector512.Create(*(float*)(a6));
            c6x = Vector512.FusedMultiplyAdd(x, bx, c6x);
            c6y = Vector512.FusedMultiplyAdd(x, by, c6y);
            a0 += cs;
            a3 += cs;
            a6 += cs;
            b += ldb;
        }
        c0x.Store(c);
        c0y.Store(c + 16);
        c1x.Store(c + ldc);
        c1y.Store(c + ldc + 16);
        c2x.Store(c + (2 * ldc));
        c2y.Store(c + (2 * ldc) + 16);
        c3x.Store(c + (3 * ldc));
        c3y.Store(c + (3 * ldc) + 16);
        c4x.Store(c + (4 * ldc));
        c4y.Store(c + (4 * ldc) + 16);
        c5x.Store(c + (5 * ldc));
        c5y.Store(c + (5 * ldc) + 16);
        c6x.Store(c + (6 * ldc));
        c6y.Store(c + (6 * ldc) + 16);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization), SkipLocalsInit]
    private static void Avx512Rows8(float* a, nint rs, nint cs, float* b, nint ldb, float* c, nint ldc, int k, bool accumulate)
    {
        rs *= sizeof(float);
        cs *= sizeof(float);
        byte* a0 = (byte*)a;
        byte* a3 = a0 + (3 * rs);
        byte* a6 = a3 + (3 * rs);
        nint rs2 = 2 * rs;
        Vector512<float> c0x = default, c0y = default;
        Vector512<float> c1x = default, c1y = default;
        Vector512<float> c2x = default, c2y = default;
        Vector512<float> c3x = default, c3y = default;
        Vector512<float> c4x = default, c4y = default;
        Vector512<float> c5x = default, c5y = default;
        Vector512<float> c6x = default, c6y = default;
        Vector512<float> c7x = default, c7y = default;
        if (accumulate)
        {
            c0x = Vector512.Load(c);
            c0y = Vector512.Load(c + 16);
            c1x = Vector512.Load(c + ldc);
            c1y = Vector512.Load(c + ldc + 16);
            c2x = Vector512.Load(c + (2 * ldc));
            c2y = Vector512.Load(c + (2 * ldc) + 16);
            c3x = Vector512.Load(c + (3 * ldc));
            c3y = Vector512.Load(c + (3 * ldc) + 16);
            c4x = Vector512.Load(c + (4 * ldc));
            c4y = Vector512.Load(c + (4 * ldc) + 16);
            c5x = Vector512.Load(c + (5 * ldc));
            c5y = Vector512.Load(c + (5 * ldc) + 16);
            c6x = Vector512.Load(c + (6 * ldc));
            c6y = Vector512.Load(c + (6 * ldc) + 16);
            c7x = Vector512.Load(c + (7 * ldc));
            c7y = Vector512.Load(c + (7 * ldc) + 16);
        }
        for (; k > 0; k--)
        {
            Vector512<float> bx = Vector512.Load(b), by = Vector512.Load(b + 16);
            Vector512<float> x = Vector512.Create(*(float*)(a0));
            c0x = Vector512.FusedMultiplyAdd(x, bx, c0x);
            c0y = Vector512.FusedMultiplyAdd(x, by, c0y);
            x = Vector512.Create(*(float*)(a0 + rs));
            c1x = Vector512.FusedMultiplyAdd(x, bx, c1x);
            c1y = Vector512.FusedMultiplyAdd(x, by, c1y);
            x = Vector512.Create(*(float*)(a0 + rs2));
            c2x = Vector512.FusedMultiplyAdd(x, bx, c2x);
            c2y = Vector512.FusedMultiplyAdd(x, by, c2y);
            x = Vector512.Create(*(float*)(a3));
            c3x = Vector512.FusedMultiplyAdd(x, bx, c3x);
            c3y = Vector512.FusedMultiplyAdd(x, by, c3y);
            x = Vector512.Create(*(float*)(a3 + rs));
            c4x = Vector512.FusedMultiplyAdd(x, bx, c4x);
            c4y = Vector512.FusedMultiplyAdd(x, by, c4y);
            x = Vector512.Create(*(float*)(a3 + rs2));
            c5x = Vector512.FusedMultiplyAdd(x, bx, c5x);
            c5y = Vector512.FusedMultiplyAdd(x, by, c5y);
            x = Vector512.Create(*(float*)(a6));
            c6x = Vector512.FusedMultiplyAdd(x, bx, c6x);
            c6y = Vector512.FusedMultiplyAdd(x, by, c6y);
            x = Vector512.Create(*(float*)(a6 + rs));
            c7x = Vector512.FusedMultiplyAdd(x, bx, c7x);
            c7y = Vector512.FusedMultiplyAdd(x, by, c7y);
            a0 += cs;
            a3 += cs;
            a6 += cs;
            b += ldb;
        }
        c0x.Store(c);
        c0y.Store(c + 16);
        c1x.Store(c + ldc);
        c1y.Store(c + ldc + 16);
        c2x.Store(c + (2 * ldc));
        c2y.Store(c + (2 * ldc) + 16);
        c3x.Store(c + (3 * ldc));
        c3y.Store(c + (3 * ldc) + 16);
        c4x.Store(c + (4 * ldc));
        c4y.Store(c + (4 * ldc) + 16);
        c5x.Store(c + (5 * ldc));
        c5y.Store(c + (5 * ldc) + 16);
        c6x.Store(c + (6 * ldc));
        c6y.Store(c + (6 * ldc) + 16);
        c7x.Store(c + (7 * ldc));
        c7y.Store(c + (7 * ldc) + 16);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization), SkipLocalsInit]
    private static void Avx512Rows9(float* a, nint rs, nint cs, float* b, nint ldb, float* c, nint ldc, int k, bool accumulate)
    {
        rs *= sizeof(float);
        cs *= sizeof(float);
        byte* a0 = (byte*)a;
        byte* a3 = a0 + (3 * rs);
        byte* a6 = a3 + (3 * rs);
        nint rs2 = 2 * rs;
        Vector512<float> c0x = default, c0y = default;
        Vector512<float> c1x = default, c1y = default;
        Vector512<float> c2x = default, c2y = default;
        Vector512<float> c3x = default, c3y = default;
        Vector512<float> c4x = default, c4y = default;
        Vector512<float> c5x = default, c5y = default;
        Vector512<float> c6x = default, c6y = default;
        Vector512<float> c7x = default, c7y = default;
        Vector512<float> c8x = default, c8y = default;
        if (accumulate)
        {
            c0x = Vector512.Load(c);
            c0y = Vector512.Load(c + 16);
            c1x = Vector512.Load(c + ldc);
            c1y = Vector512.Load(c + ldc + 16);
            c2x = Vector512.Load(c + (2 * ldc));
            c2y = Vector512.Load(c + (2 * ldc) + 16);
            c3x = Vector512.Load(c + (3 * ldc));
            c3y = Vector512.Load(c + (3 * ldc) + 16);
            c4x = Vector512.Load(c + (4 * ldc));
            c4y = Vector512.Load(c + (4 * ldc) + 16);
            c5x = Vector512.Load(c + (5 * ldc));
            c5y = Vector512.Load(c + (5 * ldc) + 16);
            c6x = Vector512.Load(c + (6 * ldc));
            c6y = Vector512.Load(c + (6 * ldc) + 16);
            c7x = Vector512.Load(c + (7 * ldc));
            c7y = Vector512.Load(c + (7 * ldc) + 16);
            c8x = Vector512.Load(c + (8 * ldc));
            c8y = Vector512.Load(c + (8 * ldc) + 16);
        }
        for (; k > 0; k--)
        {
            Vector512<float> bx = Vector512.Load(b), by = Vector512.Load(b + 16);
            Vector512<float> x = Vector512.Create(*(float*)(a0));
            c0x = Vector512.FusedMultiplyAdd(x, bx, c0x);
            c0y = Vector512.FusedMultiplyAdd(x, by, c0y);
            x = Vector512.Create(*(float*)(a0 + rs));
            c1x = Vector512.FusedMultiplyAdd(x, bx, c1x);
            c1y = Vector512.FusedMultiplyAdd(x, by, c1y);
            x = Vector512.Create(*(float*)(a0 + rs2));
            c2x = Vector512.FusedMultiplyAdd(x, bx, c2x);
            c2y = Vector512.FusedMultiplyAdd(x, by, c2y);
            x = Vector512.Create(*(float*)(a3));
            c3x = Vector512.FusedMultiplyAdd(x, bx, c3x);
            c3y = Vector512.FusedMultiplyAdd(x, by, c3y);
            x = Vector512.Create(*(float*)(a3 + rs));
            c4x = Vector512.FusedMultiplyAdd(x, bx, c4x);
            c4y = Vector512.FusedMultiplyAdd(x, by, c4y);
            x = Vector512.Create(*(float*)(a3 + rs2));
            c5x = Vector512.FusedMultiplyAdd(x, bx, c5x);
            c5y = Vector512.FusedMultiplyAdd(x, by, c5y);
            x = Vector512.Create(*(float*)(a6));
            c6x = Vector512.FusedMultiplyAdd(x, bx, c6x);
            c6y = Vector512.FusedMultiplyAdd(x, by, c6y);
            x = Vector512.Create(*(float*)(a6 + rs));
            c7x = Vector512.FusedMultiplyAdd(x, bx, c7x);
            c7y = Vector512.FusedMultiplyAdd(x, by, c7y);
            x = Vector512.Create(*(float*)(a6 + rs2));
            c8x = Vector512.FusedMultiplyAdd(x, bx, c8x);
            c8y = Vector512.FusedMultiplyAdd(x, by, c8y);
            a0 += cs;
            a3 += cs;
            a6 += cs;
            b += ldb;
        }
        c0x.Store(c);
        c0y.Store(c + 16);
        c1x.Store(c + ldc);
        c1y.Store(c + ldc + 16);
        c2x.Store(c + (2 * ldc));
        c2y.Store(c + (2 * ldc) + 16);
        c3x.Store(c + (3 * ldc));
        c3y.Store(c + (3 * ldc) + 16);
        c4x.Store(c + (4 * ldc));
        c4y.Store(c + (4 * ldc) + 16);
        c5x.Store(c + (5 * ldc));
        c5y.Store(c + (5 * ldc) + 16);
        c6x.Store(c + (6 * ldc));
        c6y.Store(c + (6 * ldc) + 16);
        c7x.Store(c + (7 * ldc));
        c7y.Store(c + (7 * ldc) + 16);
        c8x.Store(c + (8 * ldc));
        c8y.Store(c + (8 * ldc) + 16);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization), SkipLocalsInit]
    private static void Avx512Rows10(float* a, nint rs, nint cs, float* b, nint ldb, float* c, nint ldc, int k, bool accumulate)
    {
        rs *= sizeof(float);
        cs *= sizeof(float);
        byte* a0 = (byte*)a;
        byte* a3 = a0 + (3 * rs);
        byte* a6 = a3 + (3 * rs);
        byte* a9 = a6 + (3 * rs);
        nint rs2 = 2 * rs;
        Vector512<float> c0x = default, c0y = default;
        Vector512<float> c1x = default, c1y = default;
        Vector512<float> c2x = default, c2y = default;
        Vector512<float> c3x = default, c3y = default;
        Vector512<float> c4x = default, c4y = default;
        Vector512<float> c5x = default, c5y = default;
        Vector512<float> c6x = default, c6y = default;
        Vector512<float> c7x = default, c7y = default;
        Vector512<float> c8x = default, c8y = default;
        Vector512<float> c9x = default, c9y = default;
        if (accumulate)
        {
            c0x = Vector512.Load(c);
            c0y = Vector512.Load(c + 16);
            c1x = Vector512.Load(c + ldc);
            c1y = Vector512.Load(c + ldc + 16);
            c2x = Vector512.Load(c + (2 * ldc));
            c2y = Vector512.Load(c + (2 * ldc) + 16);
            c3x = Vector512.Load(c + (3 * ldc));
            c3y = Vector512.Load(c + (3 * ldc) + 16);
            c4x = Vector512.Load(c + (4 * ldc));
            c4y = Vector512.Load(c + (4 * ldc) + 16);
            c5x = Vector512.Load(c + (5 * ldc));
            c5y = Vector512.Load(c + (5 * ldc) + 16);
            c6x = Vector512.Load(c + (6 * ldc));
            c6y = Vector512.Load(c + (6 * ldc) + 16);
            c7x = Vector512.Load(c + (7 * ldc));
            c7y = Vector512.Load(c + (7 * ldc) + 16);
            c8x = Vector512.Load(c + (8 * ldc));
            c8y = Vector512.Load(c + (8 * ldc) + 16);
            c9x = Vector512.Load(c + (9 * ldc));
            c9y = Vector512.Load(c + (9 * ldc) + 16);
        }
        for (; k > 0; k--)
        {
            Vector512<float> bx = Vector512.Load(b), by = Vector512.Load(b + 16);
            Vector512<float> x = Vector512.Create(*(float*)(a0));
            c0x = Vector512.FusedMultiplyAdd(x, bx, c0x);
            c0y = Vector512.FusedMultiplyAdd(x, by, c0y);
            x = Vector512.Create(*(float*)(a0 + rs));
            c1x = Vector512.FusedMultiplyAdd(x, bx, c1x);
            c1y = Vector512.FusedMultiplyAdd(x, by, c1y);
            x = Vector512.Create(*(float*)(a0 + rs2));
            c2x = Vector512.FusedMultiplyAdd(x, bx, c2x);
            c2y = Vector512.FusedMultiplyAdd(x, by, c2y);
            x = Vector512.Create(*(float*)(a3));
            c3x = Vector512.FusedMultiplyAdd(x, bx, c3x);
            c3y = Vector512.FusedMultiplyAdd(x, by, c3y);
            x = Vector512.Create(*(float*)(a3 + rs));
            c4x = Vector512.FusedMultiplyAdd(x, bx, c4x);
            c4y = Vector512.FusedMultiplyAdd(x, by, c4y);
            x = Vector512.Create(*(float*)(a3 + rs2));
            c5x = Vector512.FusedMultiplyAdd(x, bx, c5x);
            c5y = Vector512.FusedMultiplyAdd(x, by, c5y);
            x = Vector512.Create(*(float*)(a6));
            c6x = Vector512.FusedMultiplyAdd(x, bx, c6x);
            c6y = Vector512.FusedMultiplyAdd(x, by, c6y);
            x = Vector512.Create(*(float*)(a6 + rs));
            c7x = Vector512.FusedMultiplyAdd(x, bx, c7x);
            c7y = Vector512.FusedMultiplyAdd(x, by, c7y);
            x = Vector512.Create(*(float*)(a6 + rs2));
            c8x = Vector512.FusedMultiplyAdd(x, bx, c8x);
            c8y = Vector512.FusedMultiplyAdd(x, by, c8y);
            x = Vector512.Create(*(float*)(a9));
            c9x = Vector512.FusedMultiplyAdd(x, bx, c9x);
            c9y = Vector512.FusedMultiplyAdd(x, by, c9y);
            a0 += cs;
            a3 += cs;
            a6 += cs;
            a9 += cs;
            b += ldb;
        }
        c0x.Store(c);
        c0y.Store(c + 16);
        c1x.Store(c + ldc);
        c1y.Store(c + ldc + 16);
        c2x.Store(c + (2 * ldc));
        c2y.Store(c + (2 * ldc) + 16);
        c3x.Store(c + (3 * ldc));
        c3y.Store(c + (3 * ldc) + 16);
        c4x.Store(c + (4 * ldc));
        c4y.Store(c + (4 * ldc) + 16);
        c5x.Store(c + (5 * ldc));
        c5y.Store(c + (5 * ldc) + 16);
        c6x.Store(c + (6 * ldc));
        c6y.Store(c + (6 * ldc) + 16);
        c7x.Store(c + (7 * ldc));
        c7y.Store(c + (7 * ldc) + 16);
        c8x.Store(c + (8 * ldc));
        c8y.Store(c + (8 * ldc) + 16);
        c9x.Store(c + (9 * ldc));
        c9y.Store(c + (9 * ldc) + 16);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization), SkipLocalsInit]
    private static void Avx512Rows11(float* a, nint rs, nint cs, float* b, nint ldb, float* c, nint ldc, int k, bool accumulate)
    {
        rs *= sizeof(float);
        cs *= sizeof(float);
        byte* a0 = (byte*)a;
        byte* a3 = a0 + (3 * rs);
        byte* a6 = a3 + (3 * rs);
        byte* a9 = a6 + (3 * rs);
        nint rs2 = 2 * rs;
        Vector512<float> c0x = default, c0y = default;
        Vector512<float> c1x = default, c1y = default;
        Vector512<float> c2x = default, c2y = default;
        Vector512<float> c3x = default, c3y = default;
        Vector512<float> c4x = default, c4y = default;
        Vector512<float> c5x = default, c5y = default;
        Vector512<float> c6x = default, c6y = default;
        Vector512<float> c7x = default, c7y = default;
        Vector512<float> c8x = default, c8y = default;
        Vector512<float> c9x = default, c9y = default;
        Vector512<float> c10x = default, c10y = default;
        if (accumulate)
        {
            c0x = Vector512.Load(c);
            c0y = Vector512.Load(c + 16);
            c1x = Vector512.Load(c + ldc);
            c1y = Vector512.Load(c + ldc + 16);
            c2x = Vector512.Load(c + (2 * ldc));
            c2y = Vector512.Load(c + (2 * ldc) + 16);
            c3x = Vector512.Load(c + (3 * ldc));
            c3y = Vector512.Load(c + (3 * ldc) + 16);
            c4x = Vector512.Load(c + (4 * ldc));
            c4y = Vector512.Load(c + (4 * ldc) + 16);
            c5x = Vector512.Load(c + (5 * ldc));
            c5y = Vector512.Load(c + (5 * ldc) + 16);
            c6x = Vector512.Load(c + (6 * ldc));
            c6y = Vector512.Load(c + (6 * ldc) + 16);
            c7x = Vector512.Load(c + (7 * ldc));
            c7y = Vector512.Load(c + (7 * ldc) + 16);
            c8x = Vector512.Load(c + (8 * ldc));
            c8y = Vector512.Load(c + (8 * ldc) + 16);
            c9x = Vector512.Load(c + (9 * ldc));
            c9y = Vector512.Load(c + (9 * ldc) + 16);
            c10x = Vector512.Load(c + (10 * ldc));
            c10y = Vector512.Load(c + (10 * ldc) + 16);
        }
        for (; k > 0; k--)
        {
            Vector512<float> bx = Vector512.Load(b), by = Vector512.Load(b + 16);
            Vector512<float> x = Vector512.Create(*(float*)(a0));
            c0x = Vector512.FusedMultiplyAdd(x, bx, c0x);
            c0y = Vector512.FusedMultiplyAdd(x, by, c0y);
            x = Vector512.Create(*(float*)(a0 + rs));
            c1x = Vector512.FusedMultiplyAdd(x, bx, c1x);
            c1y = Vector512.FusedMultiplyAdd(x, by, c1y);
            x = Vector512.Create(*(float*)(a0 + rs2));
            c2x = Vector512.FusedMultiplyAdd(x, bx, c2x);
            c2y = Vector512.FusedMultiplyAdd(x, by, c2y);
            x = Vector512.Create(*(float*)(a3));
            c3x = Vector512.FusedMultiplyAdd(x, bx, c3x);
            c3y = Vector512.FusedMultiplyAdd(x, by, c3y);
            x = Vector512.Create(*(float*)(a3 + rs));
            c4x = Vector512.FusedMultiplyAdd(x, bx, c4x);
            c4y = Vector512.FusedMultiplyAdd(x, by, c4y);
            x = Vector512.Create(*(float*)(a3 + rs2));
            c5x = Vector512.FusedMultiplyAdd(x, bx, c5x);
            c5y = Vector512.FusedMultiplyAdd(x, by, c5y);
            x = Vector512.Create(*(float*)(a6));
            c6x = Vector512.FusedMultiplyAdd(x, bx, c6x);
            c6y = Vector512.FusedMultiplyAdd(x, by, c6y);
            x = Vector512.Create(*(float*)(a6 + rs));
            c7x = Vector512.FusedMultiplyAdd(x, bx, c7x);
            c7y = Vector512.FusedMultiplyAdd(x, by, c7y);
            x = Vector512.Create(*(float*)(a6 + rs2));
            c8x = Vector512.FusedMultiplyAdd(x, bx, c8x);
            c8y = Vector512.FusedMultiplyAdd(x, by, c8y);
            x = Vector512.Create(*(float*)(a9));
            c9x = Vector512.FusedMultiplyAdd(x, bx, c9x);
            c9y = Vector512.FusedMultiplyAdd(x, by, c9y);
            x = Vector512.Create(*(float*)(a9 + rs));
            c10x = Vector512.FusedMultiplyAdd(x, bx, c10x);
            c10y = Vector512.FusedMultiplyAdd(x, by, c10y);
            a0 += cs;
            a3 += cs;
            a6 += cs;
            a9 += cs;
            b += ldb;
        }
        c0x.Store(c);
        c0y.Store(c + 16);
        c1x.Store(c + ldc);
        c1y.Store(c + ldc + 16);
        c2x.Store(c + (2 * ldc));
        c2y.Store(c + (2 * ldc) + 16);
        c3x.Store(c + (3 * ldc));
        c3y.Store(c + (3 * ldc) + 16);
        c4x.Store(c + (4 * ldc));
        c4y.Store(c + (4 * ldc) + 16);
        c5x.Store(c + (5 * ldc));
        c5y.Store(c + (5 * ldc) + 16);
        c6x.Store(c + (6 * ldc));
        c6y.Store(c + (6 * ldc) + 16);
        c7x.Store(c + (7 * ldc));
        c7y.Store(c + (7 * ldc) + 16);
        c8x.Store(c + (8 * ldc));
        c8y.Store(c + (8 * ldc) + 16);
        c9x.Store(c + (9 * ldc));
        c9y.Store(c + (9 * ldc) + 16);
        c10x.Store(c + (10 * ldc));
        c10y.Store(c + (10 * ldc) + 16);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization), SkipLocalsInit]
    private static void Avx512Rows12(float* a, nint rs, nint cs, float* b, nint ldb, float* c, nint ldc, int k, bool accumulate)
    {
        rs *= sizeof(float);
        cs *= sizeof(float);
        byte* a0 = (byte*)a;
        byte* a3 = a0 + (3 * rs);
        byte* a6 = a3 + (3 * rs);
        byte* a9 = a6 + (3 * rs);
        nint rs2 = 2 * rs;
        Vector512<float> c0x = default, c0y = default;
        Vector512<float> c1x = default, c1y = default;
        Vector512<float> c2x = default, c2y = default;
        Vector512<float> c3x = default, c3y = default;
        Vector512<float> c4x = default, c4y = default;
        Vector512<float> c5x = default, c5y = default;
        Vector512<float> c6x = default, c6y = default;
        Vector512<float> c7x = default, c7y = default;
        Vector512<float> c8x = default, c8y = default;
        Vector512<float> c9x = default, c9y = default;
        Vector512<float> c10x = default, c10y = default;
        Vector512<float> c11x = default, c11y = default;
        if (accumulate)
        {
            c0x = Vector512.Load(c);
            c0y = Vector512.Load(c + 16);
            c1x = Vector512.Load(c + ldc);
            c1y = Vector512.Load(c + ldc + 16);
            c2x = Vector512.Load(c + (2 * ldc));
            c2y = Vector512.Load(c + (2 * ldc) + 16);
            c3x = Vector512.Load(c + (3 * ldc));
            c3y = Vector512.Load(c + (3 * ldc) + 16);
            c4x = Vector512.Load(c + (4 * ldc));
            c4y = Vector512.Load(c + (4 * ldc) + 16);
            c5x = Vector512.Load(c + (5 * ldc));
            c5y = Vector512.Load(c + (5 * ldc) + 16);
            c6x = Vector512.Load(c + (6 * ldc));
            c6y = Vector512.Load(c + (6 * ldc) + 16);
            c7x = Vector512.Load(c + (7 * ldc));
            c7y = Vector512.Load(c + (7 * ldc) + 16);
            c8x = Vector512.Load(c + (8 * ldc));
            c8y = Vector512.Load(c + (8 * ldc) + 16);
            c9x = Vector512.Load(c + (9 * ldc));
            c9y = Vector512.Load(c + (9 * ldc) + 16);
            c10x = Vector512.Load(c + (10 * ldc));
            c10y = Vector512.Load(c + (10 * ldc) + 16);
            c11x = Vector512.Load(c + (11 * ldc));
            c11y = Vector512.Load(c + (11 * ldc) + 16);
        }
        for (; k > 0; k--)
        {
            Vector512<float> bx = Vector512.Load(b), by = Vector512.Load(b + 16);
            Vector512<float> x = Vector512.Create(*(float*)(a0));
            c0x = Vector512.FusedMultiplyAdd(x, bx, c0x);
            c0y = Vector512.FusedMultiplyAdd(x, by, c0y);
            x = Vector512.Create(*(float*)(a0 + rs));
            c1x = Vector512.FusedMultiplyAdd(x, bx, c1x);
            c1y = Vector512.FusedMultiplyAdd(x, by, c1y);
            x = Vector512.Create(*(float*)(a0 + rs2));
            c2x = Vector512.FusedMultiplyAdd(x, bx, c2x);
            c2y = Vector512.FusedMultiplyAdd(x, by, c2y);
            x = Vector512.Create(*(float*)(a3));
            c3x = Vector512.FusedMultiplyAdd(x, bx, c3x);
            c3y = Vector512.FusedMultiplyAdd(x, by, c3y);
            x = Vector512.Create(*(float*)(a3 + rs));
            c4x = Vector512.FusedMultiplyAdd(x, bx, c4x);
            c4y = Vector512.FusedMultiplyAdd(x, by, c4y);
            x = Vector512.Create(*(float*)(a3 + rs2));
            c5x = Vector512.FusedMultiplyAdd(x, bx, c5x);
            c5y = Vector512.FusedMultiplyAdd(x, by, c5y);
            x = Vector512.Create(*(float*)(a6));
            c6x = Vector512.FusedMultiplyAdd(x, bx, c6x);
            c6y = Vector512.FusedMultiplyAdd(x, by, c6y);
            x = Vector512.Create(*(float*)(a6 + rs));
            c7x = Vector512.FusedMultiplyAdd(x, bx, c7x);
            c7y = Vector512.FusedMultiplyAdd(x, by, c7y);
            x = Vector512.Create(*(float*)(a6 + rs2));
            c8x = Vector512.FusedMultiplyAdd(x, bx, c8x);
            c8y = Vector512.FusedMultiplyAdd(x, by, c8y);
            x = Vector512.Create(*(float*)(a9));
            c9x = Vector512.FusedMultiplyAdd(x, bx, c9x);
            c9y = Vector512.FusedMultiplyAdd(x, by, c9y);
            x = Vector512.Create(*(float*)(a9 + rs));
            c10x = Vector512.FusedMultiplyAdd(x, bx, c10x);
            c10y = Vector512.FusedMultiplyAdd(x, by, c10y);
            x = Vector512.Create(*(float*)(a9 + rs2));
            c11x = Vector512.FusedMultiplyAdd(x, bx, c11x);
            c11y = Vector512.FusedMultiplyAdd(x, by, c11y);
            a0 += cs;
            a3 += cs;
            a6 += cs;
            a9 += cs;
            b += ldb;
        }
        c0x.Store(c);
        c0y.Store(c + 16);
        c1x.Store(c + ldc);
        c1y.Store(c + ldc + 16);
        c2x.Store(c + (2 * ldc));
        c2y.Store(c + (2 * ldc) + 16);
        c3x.Store(c + (3 * ldc));
        c3y.Store(c + (3 * ldc) + 16);
        c4x.Store(c + (4 * ldc));
        c4y.Store(c + (4 * ldc) + 16);
        c5x.Store(c + (5 * ldc));
        c5y.Store(c + (5 * ldc) + 16);
        c6x.Store(c + (6 * ldc));
        c6y.Store(c + (6 * ldc) + 16);
        c7x.Store(c + (7 * ldc));
        c7y.Store(c + (7 * ldc) + 16);
        c8x.Store(c + (8 * ldc));
        c8y.Store(c + (8 * ldc) + 16);
        c9x.Store(c + (9 * ldc));
        c9y.Store(c + (9 * ldc) + 16);
        c10x.Store(c + (10 * ldc));
        c10y.Store(c + (10 * ldc) + 16);
        c11x.Store(c + (11 * ldc));
        c11y.Store(c + (11 * ldc) + 16);
    }
}
