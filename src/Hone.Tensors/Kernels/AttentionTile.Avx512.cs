// Written by tools/GenerateAttentionTiles.cs; change that and run it again.
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Hone.Tensors;

/// <summary>Register tiles of 512-bit vectors. 12 x 32: 24 accumulators, 2 vectors of B and 1 of A leave 5 of 32 registers.</summary>
internal readonly unsafe struct AttentionTileAvx512 : IAttentionTile
{
    /// <inheritdoc/>
    public static int MaxRows => 12;

    /// <inheritdoc/>
    public static int Columns => 32;

    /// <inheritdoc/>
    public static void Scores(int rows, float* a, nint lda, float** pages, float* c, nint ldc, int columns, int k)
    {
        switch (rows)
        {
            case 1: Scores1(a, lda, pages, c, ldc, columns, k); break;
            case 2: Scores2(a, lda, pages, c, ldc, columns, k); break;
            case 3: Scores3(a, lda, pages, c, ldc, columns, k); break;
            case 4: Scores4(a, lda, pages, c, ldc, columns, k); break;
            case 5: Scores5(a, lda, pages, c, ldc, columns, k); break;
            case 6: Scores6(a, lda, pages, c, ldc, columns, k); break;
            case 7: Scores7(a, lda, pages, c, ldc, columns, k); break;
            case 8: Scores8(a, lda, pages, c, ldc, columns, k); break;
            case 9: Scores9(a, lda, pages, c, ldc, columns, k); break;
            case 10: Scores10(a, lda, pages, c, ldc, columns, k); break;
            case 11: Scores11(a, lda, pages, c, ldc, columns, k); break;
            default: Scores12(a, lda, pages, c, ldc, columns, k); break;
        }
    }

    /// <inheritdoc/>
    public static void Band(int rows, in AttentionTileBand t, float* a, float* b, float* c, int open, int full, int close)
    {
        switch (rows)
        {
            case 1: Band1(in t, a, b, c, open, full, close); break;
            case 2: Band2(in t, a, b, c, open, full, close); break;
            case 3: Band3(in t, a, b, c, open, full, close); break;
            case 4: Band4(in t, a, b, c, open, full, close); break;
            case 5: Band5(in t, a, b, c, open, full, close); break;
            case 6: Band6(in t, a, b, c, open, full, close); break;
            case 7: Band7(in t, a, b, c, open, full, close); break;
            case 8: Band8(in t, a, b, c, open, full, close); break;
            case 9: Band9(in t, a, b, c, open, full, close); break;
            case 10: Band10(in t, a, b, c, open, full, close); break;
            case 11: Band11(in t, a, b, c, open, full, close); break;
            default: Band12(in t, a, b, c, open, full, close); break;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization), SkipLocalsInit]
    private static void Scores1(float* a, nint lda, float** pages, float* c, nint ldc, int columns, int k)
    {
        nint rs = lda * sizeof(float);
        nint rs2 = 2 * rs;
        int column = 0;
        for (; columns - column > 16; column += 32)
        {
            byte* a0 = (byte*)a;
            float* p = pages[column / 32] + (column % 32);
            Vector512<float> x, y, e;
            Vector512<float> c0x = default, c0y = default;
            for (int n = k; n > 0; n--, p += 32)
            {
                x = Vector512.Load(p);
                y = Vector512.Load(p + 16);
                e = Vector512.Create(*(float*)(a0)); c0x = Vector512.FusedMultiplyAdd(e, x, c0x); c0y = Vector512.FusedMultiplyAdd(e, y, c0y);
                a0 += sizeof(float);
            }
            c0x.Store(c + column); c0y.Store(c + column + 16);
        }
        if (column < columns)
        {
            byte* a0 = (byte*)a;
            float* p = pages[column / 32] + (column % 32);
            Vector512<float> x, e;
            Vector512<float> c0x = default;
            for (int n = k; n > 0; n--, p += 32)
            {
                x = Vector512.Load(p);
                e = Vector512.Create(*(float*)(a0)); c0x = Vector512.FusedMultiplyAdd(e, x, c0x);
                a0 += sizeof(float);
            }
            c0x.Store(c + column);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization), SkipLocalsInit]
    private static void Band1(in AttentionTileBand t, float* a, float* b, float* c, int open, int full, int close)
    {
        nint rs = t.RowStride * sizeof(float), rs2 = 2 * rs, cs = t.StepStride * sizeof(float), ldb = t.Ldb, ldc = t.Ldc;
        for (int columns = t.Columns; columns > 0; columns -= 32)
        {
            byte* a0 = (byte*)a;
            float* p = b;
            Vector512<float> x, y, e;
            Vector512<float> c0x = default, c0y = default;
            if (t.Accumulate)
            {
                c0x = Vector512.Load(c); c0y = Vector512.Load(c + 16);
            }
            for (int n = full; n > 0; n--, p += ldb)
            {
                x = Vector512.Load(p);
                y = Vector512.Load(p + 16);
                e = Vector512.Create(*(float*)(a0)); c0x = Vector512.FusedMultiplyAdd(e, x, c0x); c0y = Vector512.FusedMultiplyAdd(e, y, c0y);
                a0 += cs;
            }
            c0x.Store(c); c0y.Store(c + 16);
            b += t.PanelStride;
            c += 32;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization), SkipLocalsInit]
    private static void Scores2(float* a, nint lda, float** pages, float* c, nint ldc, int columns, int k)
    {
        nint rs = lda * sizeof(float);
        nint rs2 = 2 * rs;
        int column = 0;
        for (; columns - column > 16; column += 32)
        {
            byte* a0 = (byte*)a;
            float* p = pages[column / 32] + (column % 32);
            Vector512<float> x, y, e;
            Vector512<float> c0x = default, c0y = default;
            Vector512<float> c1x = default, c1y = default;
            for (int n = k; n > 0; n--, p += 32)
            {
                x = Vector512.Load(p);
                y = Vector512.Load(p + 16);
                e = Vector512.Create(*(float*)(a0)); c0x = Vector512.FusedMultiplyAdd(e, x, c0x); c0y = Vector512.FusedMultiplyAdd(e, y, c0y);
                e = Vector512.Create(*(float*)(a0 + rs)); c1x = Vector512.FusedMultiplyAdd(e, x, c1x); c1y = Vector512.FusedMultiplyAdd(e, y, c1y);
                a0 += sizeof(float);
            }
            c0x.Store(c + column); c0y.Store(c + column + 16);
            c1x.Store(c + column + ldc); c1y.Store(c + column + ldc + 16);
        }
        if (column < columns)
        {
            byte* a0 = (byte*)a;
            float* p = pages[column / 32] + (column % 32);
            Vector512<float> x, e;
            Vector512<float> c0x = default;
            Vector512<float> c1x = default;
            for (int n = k; n > 0; n--, p += 32)
            {
                x = Vector512.Load(p);
                e = Vector512.Create(*(float*)(a0)); c0x = Vector512.FusedMultiplyAdd(e, x, c0x);
                e = Vector512.Create(*(float*)(a0 + rs)); c1x = Vector512.FusedMultiplyAdd(e, x, c1x);
                a0 += sizeof(float);
            }
            c0x.Store(c + column);
            c1x.Store(c + column + ldc);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization), SkipLocalsInit]
    private static void Band2(in AttentionTileBand t, float* a, float* b, float* c, int open, int full, int close)
    {
        nint rs = t.RowStride * sizeof(float), rs2 = 2 * rs, cs = t.StepStride * sizeof(float), ldb = t.Ldb, ldc = t.Ldc;
        for (int columns = t.Columns; columns > 0; columns -= 32)
        {
            byte* a0 = (byte*)a;
            float* p = b;
            Vector512<float> x, y, e;
            Vector512<float> c0x = default, c0y = default;
            Vector512<float> c1x = default, c1y = default;
            if (t.Accumulate)
            {
                c0x = Vector512.Load(c); c0y = Vector512.Load(c + 16);
                c1x = Vector512.Load(c + ldc); c1y = Vector512.Load(c + ldc + 16);
            }
            if (open >= 1)
                goto Full;
            if (open <= 0)
            {
                x = Vector512.Load(p);
                y = Vector512.Load(p + 16);
                e = Vector512.Create(*(float*)(a0)); c0x = Vector512.FusedMultiplyAdd(e, x, c0x); c0y = Vector512.FusedMultiplyAdd(e, y, c0y);
                a0 += cs;
                p += ldb;
            }
        Full:
            for (int n = full; n > 0; n--, p += ldb)
            {
                x = Vector512.Load(p);
                y = Vector512.Load(p + 16);
                e = Vector512.Create(*(float*)(a0)); c0x = Vector512.FusedMultiplyAdd(e, x, c0x); c0y = Vector512.FusedMultiplyAdd(e, y, c0y);
                e = Vector512.Create(*(float*)(a0 + rs)); c1x = Vector512.FusedMultiplyAdd(e, x, c1x); c1y = Vector512.FusedMultiplyAdd(e, y, c1y);
                a0 += cs;
            }
            if (close < 1)
                goto Done;
            x = Vector512.Load(p);
            y = Vector512.Load(p + 16);
            e = Vector512.Create(*(float*)(a0 + rs)); c1x = Vector512.FusedMultiplyAdd(e, x, c1x); c1y = Vector512.FusedMultiplyAdd(e, y, c1y);
            a0 += cs;
            p += ldb;
        Done:
            c0x.Store(c); c0y.Store(c + 16);
            c1x.Store(c + ldc); c1y.Store(c + ldc + 16);
            b += t.PanelStride;
            c += 32;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization), SkipLocalsInit]
    private static void Scores3(float* a, nint lda, float** pages, float* c, nint ldc, int columns, int k)
    {
        nint rs = lda * sizeof(float);
        nint rs2 = 2 * rs;
        int column = 0;
        for (; columns - column > 16; column += 32)
        {
            byte* a0 = (byte*)a;
            float* p = pages[column / 32] + (column % 32);
            Vector512<float> x, y, e;
            Vector512<float> c0x = default, c0y = default;
            Vector512<float> c1x = default, c1y = default;
            Vector512<float> c2x = default, c2y = default;
            for (int n = k; n > 0; n--, p += 32)
            {
                x = Vector512.Load(p);
                y = Vector512.Load(p + 16);
                e = Vector512.Create(*(float*)(a0)); c0x = Vector512.FusedMultiplyAdd(e, x, c0x); c0y = Vector512.FusedMultiplyAdd(e, y, c0y);
                e = Vector512.Create(*(float*)(a0 + rs)); c1x = Vector512.FusedMultiplyAdd(e, x, c1x); c1y = Vector512.FusedMultiplyAdd(e, y, c1y);
                e = Vector512.Create(*(float*)(a0 + rs2)); c2x = Vector512.FusedMultiplyAdd(e, x, c2x); c2y = Vector512.FusedMultiplyAdd(e, y, c2y);
                a0 += sizeof(float);
            }
            c0x.Store(c + column); c0y.Store(c + column + 16);
            c1x.Store(c + column + ldc); c1y.Store(c + column + ldc + 16);
            c2x.Store(c + column + (2 * ldc)); c2y.Store(c + column + (2 * ldc) + 16);
        }
        if (column < columns)
        {
            byte* a0 = (byte*)a;
            float* p = pages[column / 32] + (column % 32);
            Vector512<float> x, e;
            Vector512<float> c0x = default;
            Vector512<float> c1x = default;
            Vector512<float> c2x = default;
            for (int n = k; n > 0; n--, p += 32)
            {
                x = Vector512.Load(p);
                e = Vector512.Create(*(float*)(a0)); c0x = Vector512.FusedMultiplyAdd(e, x, c0x);
                e = Vector512.Create(*(float*)(a0 + rs)); c1x = Vector512.FusedMultiplyAdd(e, x, c1x);
                e = Vector512.Create(*(float*)(a0 + rs2)); c2x = Vector512.FusedMultiplyAdd(e, x, c2x);
                a0 += sizeof(float);
            }
            c0x.Store(c + column);
            c1x.Store(c + column + ldc);
            c2x.Store(c + column + (2 * ldc));
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization), SkipLocalsInit]
    private static void Band3(in AttentionTileBand t, float* a, float* b, float* c, int open, int full, int close)
    {
        nint rs = t.RowStride * sizeof(float), rs2 = 2 * rs, cs = t.StepStride * sizeof(float), ldb = t.Ldb, ldc = t.Ldc;
        for (int columns = t.Columns; columns > 0; columns -= 32)
        {
            byte* a0 = (byte*)a;
            float* p = b;
            Vector512<float> x, y, e;
            Vector512<float> c0x = default, c0y = default;
            Vector512<float> c1x = default, c1y = default;
            Vector512<float> c2x = default, c2y = default;
            if (t.Accumulate)
            {
                c0x = Vector512.Load(c); c0y = Vector512.Load(c + 16);
                c1x = Vector512.Load(c + ldc); c1y = Vector512.Load(c + ldc + 16);
                c2x = Vector512.Load(c + (2 * ldc)); c2y = Vector512.Load(c + (2 * ldc) + 16);
            }
            if (open >= 2)
                goto Full;
            if (open <= 0)
            {
                x = Vector512.Load(p);
                y = Vector512.Load(p + 16);
                e = Vector512.Create(*(float*)(a0)); c0x = Vector512.FusedMultiplyAdd(e, x, c0x); c0y = Vector512.FusedMultiplyAdd(e, y, c0y);
                a0 += cs;
                p += ldb;
            }
            if (open <= 1)
            {
                x = Vector512.Load(p);
                y = Vector512.Load(p + 16);
                e = Vector512.Create(*(float*)(a0)); c0x = Vector512.FusedMultiplyAdd(e, x, c0x); c0y = Vector512.FusedMultiplyAdd(e, y, c0y);
                e = Vector512.Create(*(float*)(a0 + rs)); c1x = Vector512.FusedMultiplyAdd(e, x, c1x); c1y = Vector512.FusedMultiplyAdd(e, y, c1y);
                a0 += cs;
                p += ldb;
            }
        Full:
            for (int n = full; n > 0; n--, p += ldb)
            {
                x = Vector512.Load(p);
                y = Vector512.Load(p + 16);
                e = Vector512.Create(*(float*)(a0)); c0x = Vector512.FusedMultiplyAdd(e, x, c0x); c0y = Vector512.FusedMultiplyAdd(e, y, c0y);
                e = Vector512.Create(*(float*)(a0 + rs)); c1x = Vector512.FusedMultiplyAdd(e, x, c1x); c1y = Vector512.FusedMultiplyAdd(e, y, c1y);
                e = Vector512.Create(*(float*)(a0 + rs2)); c2x = Vector512.FusedMultiplyAdd(e, x, c2x); c2y = Vector512.FusedMultiplyAdd(e, y, c2y);
                a0 += cs;
            }
            if (close < 1)
                goto Done;
            x = Vector512.Load(p);
            y = Vector512.Load(p + 16);
            e = Vector512.Create(*(float*)(a0 + rs)); c1x = Vector512.FusedMultiplyAdd(e, x, c1x); c1y = Vector512.FusedMultiplyAdd(e, y, c1y);
            e = Vector512.Create(*(float*)(a0 + rs2)); c2x = Vector512.FusedMultiplyAdd(e, x, c2x); c2y = Vector512.FusedMultiplyAdd(e, y, c2y);
            a0 += cs;
            p += ldb;
            if (close < 2)
                goto Done;
            x = Vector512.Load(p);
            y = Vector512.Load(p + 16);
            e = Vector512.Create(*(float*)(a0 + rs2)); c2x = Vector512.FusedMultiplyAdd(e, x, c2x); c2y = Vector512.FusedMultiplyAdd(e, y, c2y);
            a0 += cs;
            p += ldb;
        Done:
            c0x.Store(c); c0y.Store(c + 16);
            c1x.Store(c + ldc); c1y.Store(c + ldc + 16);
            c2x.Store(c + (2 * ldc)); c2y.Store(c + (2 * ldc) + 16);
            b += t.PanelStride;
            c += 32;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization), SkipLocalsInit]
    private static void Scores4(float* a, nint lda, float** pages, float* c, nint ldc, int columns, int k)
    {
        nint rs = lda * sizeof(float);
        nint rs2 = 2 * rs;
        int column = 0;
        for (; columns - column > 16; column += 32)
        {
            byte* a0 = (byte*)a;
            byte* a3 = a0 + (3 * rs);
            float* p = pages[column / 32] + (column % 32);
            Vector512<float> x, y, e;
            Vector512<float> c0x = default, c0y = default;
            Vector512<float> c1x = default, c1y = default;
            Vector512<float> c2x = default, c2y = default;
            Vector512<float> c3x = default, c3y = default;
            for (int n = k; n > 0; n--, p += 32)
            {
                x = Vector512.Load(p);
                y = Vector512.Load(p + 16);
                e = Vector512.Create(*(float*)(a0)); c0x = Vector512.FusedMultiplyAdd(e, x, c0x); c0y = Vector512.FusedMultiplyAdd(e, y, c0y);
                e = Vector512.Create(*(float*)(a0 + rs)); c1x = Vector512.FusedMultiplyAdd(e, x, c1x); c1y = Vector512.FusedMultiplyAdd(e, y, c1y);
                e = Vector512.Create(*(float*)(a0 + rs2)); c2x = Vector512.FusedMultiplyAdd(e, x, c2x); c2y = Vector512.FusedMultiplyAdd(e, y, c2y);
                e = Vector512.Create(*(float*)(a3)); c3x = Vector512.FusedMultiplyAdd(e, x, c3x); c3y = Vector512.FusedMultiplyAdd(e, y, c3y);
                a0 += sizeof(float);
                a3 += sizeof(float);
            }
            c0x.Store(c + column); c0y.Store(c + column + 16);
            c1x.Store(c + column + ldc); c1y.Store(c + column + ldc + 16);
            c2x.Store(c + column + (2 * ldc)); c2y.Store(c + column + (2 * ldc) + 16);
            c3x.Store(c + column + (3 * ldc)); c3y.Store(c + column + (3 * ldc) + 16);
        }
        if (column < columns)
        {
            byte* a0 = (byte*)a;
            byte* a3 = a0 + (3 * rs);
            float* p = pages[column / 32] + (column % 32);
            Vector512<float> x, e;
            Vector512<float> c0x = default;
            Vector512<float> c1x = default;
            Vector512<float> c2x = default;
            Vector512<float> c3x = default;
            for (int n = k; n > 0; n--, p += 32)
            {
                x = Vector512.Load(p);
                e = Vector512.Create(*(float*)(a0)); c0x = Vector512.FusedMultiplyAdd(e, x, c0x);
                e = Vector512.Create(*(float*)(a0 + rs)); c1x = Vector512.FusedMultiplyAdd(e, x, c1x);
                e = Vector512.Create(*(float*)(a0 + rs2)); c2x = Vector512.FusedMultiplyAdd(e, x, c2x);
                e = Vector512.Create(*(float*)(a3)); c3x = Vector512.FusedMultiplyAdd(e, x, c3x);
                a0 += sizeof(float);
                a3 += sizeof(float);
            }
            c0x.Store(c + column);
            c1x.Store(c + column + ldc);
            c2x.Store(c + column + (2 * ldc));
            c3x.Store(c + column + (3 * ldc));
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization), SkipLocalsInit]
    private static void Band4(in AttentionTileBand t, float* a, float* b, float* c, int open, int full, int close)
    {
        nint rs = t.RowStride * sizeof(float), rs2 = 2 * rs, cs = t.StepStride * sizeof(float), ldb = t.Ldb, ldc = t.Ldc;
        for (int columns = t.Columns; columns > 0; columns -= 32)
        {
            byte* a0 = (byte*)a;
            byte* a3 = a0 + (3 * rs);
            float* p = b;
            Vector512<float> x, y, e;
            Vector512<float> c0x = default, c0y = default;
            Vector512<float> c1x = default, c1y = default;
            Vector512<float> c2x = default, c2y = default;
            Vector512<float> c3x = default, c3y = default;
            if (t.Accumulate)
            {
                c0x = Vector512.Load(c); c0y = Vector512.Load(c + 16);
                c1x = Vector512.Load(c + ldc); c1y = Vector512.Load(c + ldc + 16);
                c2x = Vector512.Load(c + (2 * ldc)); c2y = Vector512.Load(c + (2 * ldc) + 16);
                c3x = Vector512.Load(c + (3 * ldc)); c3y = Vector512.Load(c + (3 * ldc) + 16);
            }
            if (open >= 3)
                goto Full;
            if (open <= 0)
            {
                x = Vector512.Load(p);
                y = Vector512.Load(p + 16);
                e = Vector512.Create(*(float*)(a0)); c0x = Vector512.FusedMultiplyAdd(e, x, c0x); c0y = Vector512.FusedMultiplyAdd(e, y, c0y);
                a0 += cs;
                a3 += cs;
                p += ldb;
            }
            if (open <= 1)
            {
                x = Vector512.Load(p);
                y = Vector512.Load(p + 16);
                e = Vector512.Create(*(float*)(a0)); c0x = Vector512.FusedMultiplyAdd(e, x, c0x); c0y = Vector512.FusedMultiplyAdd(e, y, c0y);
                e = Vector512.Create(*(float*)(a0 + rs)); c1x = Vector512.FusedMultiplyAdd(e, x, c1x); c1y = Vector512.FusedMultiplyAdd(e, y, c1y);
                a0 += cs;
                a3 += cs;
                p += ldb;
            }
            if (open <= 2)
            {
                x = Vector512.Load(p);
                y = Vector512.Load(p + 16);
                e = Vector512.Create(*(float*)(a0)); c0x = Vector512.FusedMultiplyAdd(e, x, c0x); c0y = Vector512.FusedMultiplyAdd(e, y, c0y);
                e = Vector512.Create(*(float*)(a0 + rs)); c1x = Vector512.FusedMultiplyAdd(e, x, c1x); c1y = Vector512.FusedMultiplyAdd(e, y, c1y);
                e = Vector512.Create(*(float*)(a0 + rs2)); c2x = Vector512.FusedMultiplyAdd(e, x, c2x); c2y = Vector512.FusedMultiplyAdd(e, y, c2y);
                a0 += cs;
                a3 += cs;
                p += ldb;
            }
        Full:
            for (int n = full; n > 0; n--, p += ldb)
            {
                x = Vector512.Load(p);
                y = Vector512.Load(p + 16);
                e = Vector512.Create(*(float*)(a0)); c0x = Vector512.FusedMultiplyAdd(e, x, c0x); c0y = Vector512.FusedMultiplyAdd(e, y, c0y);
                e = Vector512.Create(*(float*)(a0 + rs)); c1x = Vector512.FusedMultiplyAdd(e, x, c1x); c1y = Vector512.FusedMultiplyAdd(e, y, c1y);
                e = Vector512.Create(*(float*)(a0 + rs2)); c2x = Vector512.FusedMultiplyAdd(e, x, c2x); c2y = Vector512.FusedMultiplyAdd(e, y, c2y);
                e = Vector512.Create(*(float*)(a3)); c3x = Vector512.FusedMultiplyAdd(e, x, c3x); c3y = Vector512.FusedMultiplyAdd(e, y, c3y);
                a0 += cs;
                a3 += cs;
            }
            if (close < 1)
                goto Done;
            x = Vector512.Load(p);
            y = Vector512.Load(p + 16);
            e = Vector512.Create(*(float*)(a0 + rs)); c1x = Vector512.FusedMultiplyAdd(e, x, c1x); c1y = Vector512.FusedMultiplyAdd(e, y, c1y);
            e = Vector512.Create(*(float*)(a0 + rs2)); c2x = Vector512.FusedMultiplyAdd(e, x, c2x); c2y = Vector512.FusedMultiplyAdd(e, y, c2y);
            e = Vector512.Create(*(float*)(a3)); c3x = Vector512.FusedMultiplyAdd(e, x, c3x); c3y = Vector512.FusedMultiplyAdd(e, y, c3y);
            a0 += cs;
            a3 += cs;
            p += ldb;
            if (close < 2)
                goto Done;
            x = Vector512.Load(p);
            y = Vector512.Load(p + 16);
            e = Vector512.Create(*(float*)(a0 + rs2)); c2x = Vector512.FusedMultiplyAdd(e, x, c2x); c2y = Vector512.FusedMultiplyAdd(e, y, c2y);
            e = Vector512.Create(*(float*)(a3)); c3x = Vector512.FusedMultiplyAdd(e, x, c3x); c3y = Vector512.FusedMultiplyAdd(e, y, c3y);
            a0 += cs;
            a3 += cs;
            p += ldb;
            if (close < 3)
                goto Done;
            x = Vector512.Load(p);
            y = Vector512.Load(p + 16);
            e = Vector512.Create(*(float*)(a3)); c3x = Vector512.FusedMultiplyAdd(e, x, c3x); c3y = Vector512.FusedMultiplyAdd(e, y, c3y);
            a0 += cs;
            a3 += cs;
            p += ldb;
        Done:
            c0x.Store(c); c0y.Store(c + 16);
            c1x.Store(c + ldc); c1y.Store(c + ldc + 16);
            c2x.Store(c + (2 * ldc)); c2y.Store(c + (2 * ldc) + 16);
            c3x.Store(c + (3 * ldc)); c3y.Store(c + (3 * ldc) + 16);
            b += t.PanelStride;
            c += 32;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization), SkipLocalsInit]
    private static void Scores5(float* a, nint lda, float** pages, float* c, nint ldc, int columns, int k)
    {
        nint rs = lda * sizeof(float);
        nint rs2 = 2 * rs;
        int column = 0;
        for (; columns - column > 16; column += 32)
        {
            byte* a0 = (byte*)a;
            byte* a3 = a0 + (3 * rs);
            float* p = pages[column / 32] + (column % 32);
            Vector512<float> x, y, e;
            Vector512<float> c0x = default, c0y = default;
            Vector512<float> c1x = default, c1y = default;
            Vector512<float> c2x = default, c2y = default;
            Vector512<float> c3x = default, c3y = default;
            Vector512<float> c4x = default, c4y = default;
            for (int n = k; n > 0; n--, p += 32)
            {
                x = Vector512.Load(p);
                y = Vector512.Load(p + 16);
                e = Vector512.Create(*(float*)(a0)); c0x = Vector512.FusedMultiplyAdd(e, x, c0x); c0y = Vector512.FusedMultiplyAdd(e, y, c0y);
                e = Vector512.Create(*(float*)(a0 + rs)); c1x = Vector512.FusedMultiplyAdd(e, x, c1x); c1y = Vector512.FusedMultiplyAdd(e, y, c1y);
                e = Vector512.Create(*(float*)(a0 + rs2)); c2x = Vector512.FusedMultiplyAdd(e, x, c2x); c2y = Vector512.FusedMultiplyAdd(e, y, c2y);
                e = Vector512.Create(*(float*)(a3)); c3x = Vector512.FusedMultiplyAdd(e, x, c3x); c3y = Vector512.FusedMultiplyAdd(e, y, c3y);
                e = Vector512.Create(*(float*)(a3 + rs)); c4x = Vector512.FusedMultiplyAdd(e, x, c4x); c4y = Vector512.FusedMultiplyAdd(e, y, c4y);
                a0 += sizeof(float);
                a3 += sizeof(float);
            }
            c0x.Store(c + column); c0y.Store(c + column + 16);
            c1x.Store(c + column + ldc); c1y.Store(c + column + ldc + 16);
            c2x.Store(c + column + (2 * ldc)); c2y.Store(c + column + (2 * ldc) + 16);
            c3x.Store(c + column + (3 * ldc)); c3y.Store(c + column + (3 * ldc) + 16);
            c4x.Store(c + column + (4 * ldc)); c4y.Store(c + column + (4 * ldc) + 16);
        }
        if (column < columns)
        {
            byte* a0 = (byte*)a;
            byte* a3 = a0 + (3 * rs);
            float* p = pages[column / 32] + (column % 32);
            Vector512<float> x, e;
            Vector512<float> c0x = default;
            Vector512<float> c1x = default;
            Vector512<float> c2x = default;
            Vector512<float> c3x = default;
            Vector512<float> c4x = default;
            for (int n = k; n > 0; n--, p += 32)
            {
                x = Vector512.Load(p);
                e = Vector512.Create(*(float*)(a0)); c0x = Vector512.FusedMultiplyAdd(e, x, c0x);
                e = Vector512.Create(*(float*)(a0 + rs)); c1x = Vector512.FusedMultiplyAdd(e, x, c1x);
                e = Vector512.Create(*(float*)(a0 + rs2)); c2x = Vector512.FusedMultiplyAdd(e, x, c2x);
                e = Vector512.Create(*(float*)(a3)); c3x = Vector512.FusedMultiplyAdd(e, x, c3x);
                e = Vector512.Create(*(float*)(a3 + rs)); c4x = Vector512.FusedMultiplyAdd(e, x, c4x);
                a0 += sizeof(float);
                a3 += sizeof(float);
            }
            c0x.Store(c + column);
            c1x.Store(c + column + ldc);
            c2x.Store(c + column + (2 * ldc));
            c3x.Store(c + column + (3 * ldc));
            c4x.Store(c + column + (4 * ldc));
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization), SkipLocalsInit]
    private static void Band5(in AttentionTileBand t, float* a, float* b, float* c, int open, int full, int close)
    {
        nint rs = t.RowStride * sizeof(float), rs2 = 2 * rs, cs = t.StepStride * sizeof(float), ldb = t.Ldb, ldc = t.Ldc;
        for (int columns = t.Columns; columns > 0; columns -= 32)
        {
            byte* a0 = (byte*)a;
            byte* a3 = a0 + (3 * rs);
            float* p = b;
            Vector512<float> x, y, e;
            Vector512<float> c0x = default, c0y = default;
            Vector512<float> c1x = default, c1y = default;
            Vector512<float> c2x = default, c2y = default;
            Vector512<float> c3x = default, c3y = default;
            Vector512<float> c4x = default, c4y = default;
            if (t.Accumulate)
            {
                c0x = Vector512.Load(c); c0y = Vector512.Load(c + 16);
                c1x = Vector512.Load(c + ldc); c1y = Vector512.Load(c + ldc + 16);
                c2x = Vector512.Load(c + (2 * ldc)); c2y = Vector512.Load(c + (2 * ldc) + 16);
                c3x = Vector512.Load(c + (3 * ldc)); c3y = Vector512.Load(c + (3 * ldc) + 16);
                c4x = Vector512.Load(c + (4 * ldc)); c4y = Vector512.Load(c + (4 * ldc) + 16);
            }
            if (open >= 4)
                goto Full;
            if (open <= 0)
            {
                x = Vector512.Load(p);
                y = Vector512.Load(p + 16);
                e = Vector512.Create(*(float*)(a0)); c0x = Vector512.FusedMultiplyAdd(e, x, c0x); c0y = Vector512.FusedMultiplyAdd(e, y, c0y);
                a0 += cs;
                a3 += cs;
                p += ldb;
            }
            if (open <= 1)
            {
                x = Vector512.Load(p);
                y = Vector512.Load(p + 16);
                e = Vector512.Create(*(float*)(a0)); c0x = Vector512.FusedMultiplyAdd(e, x, c0x); c0y = Vector512.FusedMultiplyAdd(e, y, c0y);
                e = Vector512.Create(*(float*)(a0 + rs)); c1x = Vector512.FusedMultiplyAdd(e, x, c1x); c1y = Vector512.FusedMultiplyAdd(e, y, c1y);
                a0 += cs;
                a3 += cs;
                p += ldb;
            }
            if (open <= 2)
            {
                x = Vector512.Load(p);
                y = Vector512.Load(p + 16);
                e = Vector512.Create(*(float*)(a0)); c0x = Vector512.FusedMultiplyAdd(e, x, c0x); c0y = Vector512.FusedMultiplyAdd(e, y, c0y);
                e = Vector512.Create(*(float*)(a0 + rs)); c1x = Vector512.FusedMultiplyAdd(e, x, c1x); c1y = Vector512.FusedMultiplyAdd(e, y, c1y);
                e = Vector512.Create(*(float*)(a0 + rs2)); c2x = Vector512.FusedMultiplyAdd(e, x, c2x); c2y = Vector512.FusedMultiplyAdd(e, y, c2y);
                a0 += cs;
                a3 += cs;
                p += ldb;
            }
            if (open <= 3)
            {
                x = Vector512.Load(p);
                y = Vector512.Load(p + 16);
                e = Vector512.Create(*(float*)(a0)); c0x = Vector512.FusedMultiplyAdd(e, x, c0x); c0y = Vector512.FusedMultiplyAdd(e, y, c0y);
                e = Vector512.Create(*(float*)(a0 + rs)); c1x = Vector512.FusedMultiplyAdd(e, x, c1x); c1y = Vector512.FusedMultiplyAdd(e, y, c1y);
                e = Vector512.Create(*(float*)(a0 + rs2)); c2x = Vector512.FusedMultiplyAdd(e, x, c2x); c2y = Vector512.FusedMultiplyAdd(e, y, c2y);
                e = Vector512.Create(*(float*)(a3)); c3x = Vector512.FusedMultiplyAdd(e, x, c3x); c3y = Vector512.FusedMultiplyAdd(e, y, c3y);
                a0 += cs;
                a3 += cs;
                p += ldb;
            }
        Full:
            for (int n = full; n > 0; n--, p += ldb)
            {
                x = Vector512.Load(p);
                y = Vector512.Load(p + 16);
                e = Vector512.Create(*(float*)(a0)); c0x = Vector512.FusedMultiplyAdd(e, x, c0x); c0y = Vector512.FusedMultiplyAdd(e, y, c0y);
                e = Vector512.Create(*(float*)(a0 + rs)); c1x = Vector512.FusedMultiplyAdd(e, x, c1x); c1y = Vector512.FusedMultiplyAdd(e, y, c1y);
                e = Vector512.Create(*(float*)(a0 + rs2)); c2x = Vector512.FusedMultiplyAdd(e, x, c2x); c2y = Vector512.FusedMultiplyAdd(e, y, c2y);
                e = Vector512.Create(*(float*)(a3)); c3x = Vector512.FusedMultiplyAdd(e, x, c3x); c3y = Vector512.FusedMultiplyAdd(e, y, c3y);
                e = Vector512.Create(*(float*)(a3 + rs)); c4x = Vector512.FusedMultiplyAdd(e, x, c4x); c4y = Vector512.FusedMultiplyAdd(e, y, c4y);
                a0 += cs;
                a3 += cs;
            }
            if (close < 1)
                goto Done;
            x = Vector512.Load(p);
            y = Vector512.Load(p + 16);
            e = Vector512.Create(*(float*)(a0 + rs)); c1x = Vector512.FusedMultiplyAdd(e, x, c1x); c1y = Vector512.FusedMultiplyAdd(e, y, c1y);
            e = Vector512.Create(*(float*)(a0 + rs2)); c2x = Vector512.FusedMultiplyAdd(e, x, c2x); c2y = Vector512.FusedMultiplyAdd(e, y, c2y);
            e = Vector512.Create(*(float*)(a3)); c3x = Vector512.FusedMultiplyAdd(e, x, c3x); c3y = Vector512.FusedMultiplyAdd(e, y, c3y);
            e = Vector512.Create(*(float*)(a3 + rs)); c4x = Vector512.FusedMultiplyAdd(e, x, c4x); c4y = Vector512.FusedMultiplyAdd(e, y, c4y);
            a0 += cs;
            a3 += cs;
            p += ldb;
            if (close < 2)
                goto Done;
            x = Vector512.Load(p);
            y = Vector512.Load(p + 16);
            e = Vector512.Create(*(float*)(a0 + rs2)); c2x = Vector512.FusedMultiplyAdd(e, x, c2x); c2y = Vector512.FusedMultiplyAdd(e, y, c2y);
            e = Vector512.Create(*(float*)(a3)); c3x = Vector512.FusedMultiplyAdd(e, x, c3x); c3y = Vector512.FusedMultiplyAdd(e, y, c3y);
            e = Vector512.Create(*(float*)(a3 + rs)); c4x = Vector512.FusedMultiplyAdd(e, x, c4x); c4y = Vector512.FusedMultiplyAdd(e, y, c4y);
            a0 += cs;
            a3 += cs;
            p += ldb;
            if (close < 3)
                goto Done;
            x = Vector512.Load(p);
            y = Vector512.Load(p + 16);
            e = Vector512.Create(*(float*)(a3)); c3x = Vector512.FusedMultiplyAdd(e, x, c3x); c3y = Vector512.FusedMultiplyAdd(e, y, c3y);
            e = Vector512.Create(*(float*)(a3 + rs)); c4x = Vector512.FusedMultiplyAdd(e, x, c4x); c4y = Vector512.FusedMultiplyAdd(e, y, c4y);
            a0 += cs;
            a3 += cs;
            p += ldb;
            if (close < 4)
                goto Done;
            x = Vector512.Load(p);
            y = Vector512.Load(p + 16);
            e = Vector512.Create(*(float*)(a3 + rs)); c4x = Vector512.FusedMultiplyAdd(e, x, c4x); c4y = Vector512.FusedMultiplyAdd(e, y, c4y);
            a0 += cs;
            a3 += cs;
            p += ldb;
        Done:
            c0x.Store(c); c0y.Store(c + 16);
            c1x.Store(c + ldc); c1y.Store(c + ldc + 16);
            c2x.Store(c + (2 * ldc)); c2y.Store(c + (2 * ldc) + 16);
            c3x.Store(c + (3 * ldc)); c3y.Store(c + (3 * ldc) + 16);
            c4x.Store(c + (4 * ldc)); c4y.Store(c + (4 * ldc) + 16);
            b += t.PanelStride;
            c += 32;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization), SkipLocalsInit]
    private static void Scores6(float* a, nint lda, float** pages, float* c, nint ldc, int columns, int k)
    {
        nint rs = lda * sizeof(float);
        nint rs2 = 2 * rs;
        int column = 0;
        for (; columns - column > 16; column += 32)
        {
            byte* a0 = (byte*)a;
            byte* a3 = a0 + (3 * rs);
            float* p = pages[column / 32] + (column % 32);
            Vector512<float> x, y, e;
            Vector512<float> c0x = default, c0y = default;
            Vector512<float> c1x = default, c1y = default;
            Vector512<float> c2x = default, c2y = default;
            Vector512<float> c3x = default, c3y = default;
            Vector512<float> c4x = default, c4y = default;
            Vector512<float> c5x = default, c5y = default;
            for (int n = k; n > 0; n--, p += 32)
            {
                x = Vector512.Load(p);
                y = Vector512.Load(p + 16);
                e = Vector512.Create(*(float*)(a0)); c0x = Vector512.FusedMultiplyAdd(e, x, c0x); c0y = Vector512.FusedMultiplyAdd(e, y, c0y);
                e = Vector512.Create(*(float*)(a0 + rs)); c1x = Vector512.FusedMultiplyAdd(e, x, c1x); c1y = Vector512.FusedMultiplyAdd(e, y, c1y);
                e = Vector512.Create(*(float*)(a0 + rs2)); c2x = Vector512.FusedMultiplyAdd(e, x, c2x); c2y = Vector512.FusedMultiplyAdd(e, y, c2y);
                e = Vector512.Create(*(float*)(a3)); c3x = Vector512.FusedMultiplyAdd(e, x, c3x); c3y = Vector512.FusedMultiplyAdd(e, y, c3y);
                e = Vector512.Create(*(float*)(a3 + rs)); c4x = Vector512.FusedMultiplyAdd(e, x, c4x); c4y = Vector512.FusedMultiplyAdd(e, y, c4y);
                e = Vector512.Create(*(float*)(a3 + rs2)); c5x = Vector512.FusedMultiplyAdd(e, x, c5x); c5y = Vector512.FusedMultiplyAdd(e, y, c5y);
                a0 += sizeof(float);
                a3 += sizeof(float);
            }
            c0x.Store(c + column); c0y.Store(c + column + 16);
            c1x.Store(c + column + ldc); c1y.Store(c + column + ldc + 16);
            c2x.Store(c + column + (2 * ldc)); c2y.Store(c + column + (2 * ldc) + 16);
            c3x.Store(c + column + (3 * ldc)); c3y.Store(c + column + (3 * ldc) + 16);
            c4x.Store(c + column + (4 * ldc)); c4y.Store(c + column + (4 * ldc) + 16);
            c5x.Store(c + column + (5 * ldc)); c5y.Store(c + column + (5 * ldc) + 16);
        }
        if (column < columns)
        {
            byte* a0 = (byte*)a;
            byte* a3 = a0 + (3 * rs);
            float* p = pages[column / 32] + (column % 32);
            Vector512<float> x, e;
            Vector512<float> c0x = default;
            Vector512<float> c1x = default;
            Vector512<float> c2x = default;
            Vector512<float> c3x = default;
            Vector512<float> c4x = default;
            Vector512<float> c5x = default;
            for (int n = k; n > 0; n--, p += 32)
            {
                x = Vector512.Load(p);
                e = Vector512.Create(*(float*)(a0)); c0x = Vector512.FusedMultiplyAdd(e, x, c0x);
                e = Vector512.Create(*(float*)(a0 + rs)); c1x = Vector512.FusedMultiplyAdd(e, x, c1x);
                e = Vector512.Create(*(float*)(a0 + rs2)); c2x = Vector512.FusedMultiplyAdd(e, x, c2x);
                e = Vector512.Create(*(float*)(a3)); c3x = Vector512.FusedMultiplyAdd(e, x, c3x);
                e = Vector512.Create(*(float*)(a3 + rs)); c4x = Vector512.FusedMultiplyAdd(e, x, c4x);
                e = Vector512.Create(*(float*)(a3 + rs2)); c5x = Vector512.FusedMultiplyAdd(e, x, c5x);
                a0 += sizeof(float);
                a3 += sizeof(float);
            }
            c0x.Store(c + column);
            c1x.Store(c + column + ldc);
            c2x.Store(c + column + (2 * ldc));
            c3x.Store(c + column + (3 * ldc));
            c4x.Store(c + column + (4 * ldc));
            c5x.Store(c + column + (5 * ldc));
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization), SkipLocalsInit]
    private static void Band6(in AttentionTileBand t, float* a, float* b, float* c, int open, int full, int close)
    {
        nint rs = t.RowStride * sizeof(float), rs2 = 2 * rs, cs = t.StepStride * sizeof(float), ldb = t.Ldb, ldc = t.Ldc;
        for (int columns = t.Columns; columns > 0; columns -= 32)
        {
            byte* a0 = (byte*)a;
            byte* a3 = a0 + (3 * rs);
            float* p = b;
            Vector512<float> x, y, e;
            Vector512<float> c0x = default, c0y = default;
            Vector512<float> c1x = default, c1y = default;
            Vector512<float> c2x = default, c2y = default;
            Vector512<float> c3x = default, c3y = default;
            Vector512<float> c4x = default, c4y = default;
            Vector512<float> c5x = default, c5y = default;
            if (t.Accumulate)
            {
                c0x = Vector512.Load(c); c0y = Vector512.Load(c + 16);
                c1x = Vector512.Load(c + ldc); c1y = Vector512.Load(c + ldc + 16);
                c2x = Vector512.Load(c + (2 * ldc)); c2y = Vector512.Load(c + (2 * ldc) + 16);
                c3x = Vector512.Load(c + (3 * ldc)); c3y = Vector512.Load(c + (3 * ldc) + 16);
                c4x = Vector512.Load(c + (4 * ldc)); c4y = Vector512.Load(c + (4 * ldc) + 16);
                c5x = Vector512.Load(c + (5 * ldc)); c5y = Vector512.Load(c + (5 * ldc) + 16);
            }
            if (open >= 5)
                goto Full;
            if (open <= 0)
            {
                x = Vector512.Load(p);
                y = Vector512.Load(p + 16);
                e = Vector512.Create(*(float*)(a0)); c0x = Vector512.FusedMultiplyAdd(e, x, c0x); c0y = Vector512.FusedMultiplyAdd(e, y, c0y);
                a0 += cs;
                a3 += cs;
                p += ldb;
            }
            if (open <= 1)
            {
                x = Vector512.Load(p);
                y = Vector512.Load(p + 16);
                e = Vector512.Create(*(float*)(a0)); c0x = Vector512.FusedMultiplyAdd(e, x, c0x); c0y = Vector512.FusedMultiplyAdd(e, y, c0y);
                e = Vector512.Create(*(float*)(a0 + rs)); c1x = Vector512.FusedMultiplyAdd(e, x, c1x); c1y = Vector512.FusedMultiplyAdd(e, y, c1y);
                a0 += cs;
                a3 += cs;
                p += ldb;
            }
            if (open <= 2)
            {
                x = Vector512.Load(p);
                y = Vector512.Load(p + 16);
                e = Vector512.Create(*(float*)(a0)); c0x = Vector512.FusedMultiplyAdd(e, x, c0x); c0y = Vector512.FusedMultiplyAdd(e, y, c0y);
                e = Vector512.Create(*(float*)(a0 + rs)); c1x = Vector512.FusedMultiplyAdd(e, x, c1x); c1y = Vector512.FusedMultiplyAdd(e, y, c1y);
                e = Vector512.Create(*(float*)(a0 + rs2)); c2x = Vector512.FusedMultiplyAdd(e, x, c2x); c2y = Vector512.FusedMultiplyAdd(e, y, c2y);
                a0 += cs;
                a3 += cs;
                p += ldb;
            }
            if (open <= 3)
            {
                x = Vector512.Load(p);
                y = Vector512.Load(p + 16);
                e = Vector512.Create(*(float*)(a0)); c0x = Vector512.FusedMultiplyAdd(e, x, c0x); c0y = Vector512.FusedMultiplyAdd(e, y, c0y);
                e = Vector512.Create(*(float*)(a0 + rs)); c1x = Vector512.FusedMultiplyAdd(e, x, c1x); c1y = Vector512.FusedMultiplyAdd(e, y, c1y);
                e = Vector512.Create(*(float*)(a0 + rs2)); c2x = Vector512.FusedMultiplyAdd(e, x, c2x); c2y = Vector512.FusedMultiplyAdd(e, y, c2y);
                e = Vector512.Create(*(float*)(a3)); c3x = Vector512.FusedMultiplyAdd(e, x, c3x); c3y = Vector512.FusedMultiplyAdd(e, y, c3y);
                a0 += cs;
                a3 += cs;
                p += ldb;
            }
            if (open <= 4)
            {
                x = Vector512.Load(p);
                y = Vector512.Load(p + 16);
                e = Vector512.Create(*(float*)(a0)); c0x = Vector512.FusedMultiplyAdd(e, x, c0x); c0y = Vector512.FusedMultiplyAdd(e, y, c0y);
                e = Vector512.Create(*(float*)(a0 + rs)); c1x = Vector512.FusedMultiplyAdd(e, x, c1x); c1y = Vector512.FusedMultiplyAdd(e, y, c1y);
                e = Vector512.Create(*(float*)(a0 + rs2)); c2x = Vector512.FusedMultiplyAdd(e, x, c2x); c2y = Vector512.FusedMultiplyAdd(e, y, c2y);
                e = Vector512.Create(*(float*)(a3)); c3x = Vector512.FusedMultiplyAdd(e, x, c3x); c3y = Vector512.FusedMultiplyAdd(e, y, c3y);
                e = Vector512.Create(*(float*)(a3 + rs)); c4x = Vector512.FusedMultiplyAdd(e, x, c4x); c4y = Vector512.FusedMultiplyAdd(e, y, c4y);
                a0 += cs;
                a3 += cs;
                p += ldb;
            }
        Full:
            for (int n = full; n > 0; n--, p += ldb)
            {
                x = Vector512.Load(p);
                y = Vector512.Load(p + 16);
                e = Vector512.Create(*(float*)(a0)); c0x = Vector512.FusedMultiplyAdd(e, x, c0x); c0y = Vector512.FusedMultiplyAdd(e, y, c0y);
                e = Vector512.Create(*(float*)(a0 + rs)); c1x = Vector512.FusedMultiplyAdd(e, x, c1x); c1y = Vector512.FusedMultiplyAdd(e, y, c1y);
                e = Vector512.Create(*(float*)(a0 + rs2)); c2x = Vector512.FusedMultiplyAdd(e, x, c2x); c2y = Vector512.FusedMultiplyAdd(e, y, c2y);
                e = Vector512.Create(*(float*)(a3)); c3x = Vector512.FusedMultiplyAdd(e, x, c3x); c3y = Vector512.FusedMultiplyAdd(e, y, c3y);
                e = Vector512.Create(*(float*)(a3 + rs)); c4x = Vector512.FusedMultiplyAdd(e, x, c4x); c4y = Vector512.FusedMultiplyAdd(e, y, c4y);
                e = Vector512.Create(*(float*)(a3 + rs2)); c5x = Vector512.FusedMultiplyAdd(e, x, c5x); c5y = Vector512.FusedMultiplyAdd(e, y, c5y);
                a0 += cs;
                a3 += cs;
            }
            if (close < 1)
                goto Done;
            x = Vector512.Load(p);
            y = Vector512.Load(p + 16);
            e = Vector512.Create(*(float*)(a0 + rs)); c1x = Vector512.FusedMultiplyAdd(e, x, c1x); c1y = Vector512.FusedMultiplyAdd(e, y, c1y);
            e = Vector512.Create(*(float*)(a0 + rs2)); c2x = Vector512.FusedMultiplyAdd(e, x, c2x); c2y = Vector512.FusedMultiplyAdd(e, y, c2y);
            e = Vector512.Create(*(float*)(a3)); c3x = Vector512.FusedMultiplyAdd(e, x, c3x); c3y = Vector512.FusedMultiplyAdd(e, y, c3y);
            e = Vector512.Create(*(float*)(a3 + rs)); c4x = Vector512.FusedMultiplyAdd(e, x, c4x); c4y = Vector512.FusedMultiplyAdd(e, y, c4y);
            e = Vector512.Create(*(float*)(a3 + rs2)); c5x = Vector512.FusedMultiplyAdd(e, x, c5x); c5y = Vector512.FusedMultiplyAdd(e, y, c5y);
            a0 += cs;
            a3 += cs;
            p += ldb;
            if (close < 2)
                goto Done;
            x = Vector512.Load(p);
            y = Vector512.Load(p + 16);
            e = Vector512.Create(*(float*)(a0 + rs2)); c2x = Vector512.FusedMultiplyAdd(e, x, c2x); c2y = Vector512.FusedMultiplyAdd(e, y, c2y);
            e = Vector512.Create(*(float*)(a3)); c3x = Vector512.FusedMultiplyAdd(e, x, c3x); c3y = Vector512.FusedMultiplyAdd(e, y, c3y);
            e = Vector512.Create(*(float*)(a3 + rs)); c4x = Vector512.FusedMultiplyAdd(e, x, c4x); c4y = Vector512.FusedMultiplyAdd(e, y, c4y);
            e = Vector512.Create(*(float*)(a3 + rs2)); c5x = Vector512.FusedMultiplyAdd(e, x, c5x); c5y = Vector512.FusedMultiplyAdd(e, y, c5y);
            a0 += cs;
            a3 += cs;
            p += ldb;
            if (close < 3)
                goto Done;
            x = Vector512.Load(p);
            y = Vector512.Load(p + 16);
            e = Vector512.Create(*(float*)(a3)); c3x = Vector512.FusedMultiplyAdd(e, x, c3x); c3y = Vector512.FusedMultiplyAdd(e, y, c3y);
            e = Vector512.Create(*(float*)(a3 + rs)); c4x = Vector512.FusedMultiplyAdd(e, x, c4x); c4y = Vector512.FusedMultiplyAdd(e, y, c4y);
            e = Vector512.Create(*(float*)(a3 + rs2)); c5x = Vector512.FusedMultiplyAdd(e, x, c5x); c5y = Vector512.FusedMultiplyAdd(e, y, c5y);
            a0 += cs;
            a3 += cs;
            p += ldb;
            if (close < 4)
                goto Done;
            x = Vector512.Load(p);
            y = Vector512.Load(p + 16);
            e = Vector512.Create(*(float*)(a3 + rs)); c4x = Vector512.FusedMultiplyAdd(e, x, c4x); c4y = Vector512.FusedMultiplyAdd(e, y, c4y);
            e = Vector512.Create(*(float*)(a3 + rs2)); c5x = Vector512.FusedMultiplyAdd(e, x, c5x); c5y = Vector512.FusedMultiplyAdd(e, y, c5y);
            a0 += cs;
            a3 += cs;
            p += ldb;
            if (close < 5)
                goto Done;
            x = Vector512.Load(p);
            y = Vector512.Load(p + 16);
            e = Vector512.Create(*(float*)(a3 + rs2)); c5x = Vector512.FusedMultiplyAdd(e, x, c5x); c5y = Vector512.FusedMultiplyAdd(e, y, c5y);
            a0 += cs;
            a3 += cs;
            p += ldb;
        Done:
            c0x.Store(c); c0y.Store(c + 16);
            c1x.Store(c + ldc); c1y.Store(c + ldc + 16);
            c2x.Store(c + (2 * ldc)); c2y.Store(c + (2 * ldc) + 16);
            c3x.Store(c + (3 * ldc)); c3y.Store(c + (3 * ldc) + 16);
            c4x.Store(c + (4 * ldc)); c4y.Store(c + (4 * ldc) + 16);
            c5x.Store(c + (5 * ldc)); c5y.Store(c + (5 * ldc) + 16);
            b += t.PanelStride;
            c += 32;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization), SkipLocalsInit]
    private static void Scores7(float* a, nint lda, float** pages, float* c, nint ldc, int columns, int k)
    {
        nint rs = lda * sizeof(float);
        nint rs2 = 2 * rs;
        int column = 0;
        for (; columns - column > 16; column += 32)
        {
            byte* a0 = (byte*)a;
            byte* a3 = a0 + (3 * rs);
            byte* a6 = a3 + (3 * rs);
            float* p = pages[column / 32] + (column % 32);
            Vector512<float> x, y, e;
            Vector512<float> c0x = default, c0y = default;
            Vector512<float> c1x = default, c1y = default;
            Vector512<float> c2x = default, c2y = default;
            Vector512<float> c3x = default, c3y = default;
            Vector512<float> c4x = default, c4y = default;
            Vector512<float> c5x = default, c5y = default;
            Vector512<float> c6x = default, c6y = default;
            for (int n = k; n > 0; n--, p += 32)
            {
                x = Vector512.Load(p);
                y = Vector512.Load(p + 16);
                e = Vector512.Create(*(float*)(a0)); c0x = Vector512.FusedMultiplyAdd(e, x, c0x); c0y = Vector512.FusedMultiplyAdd(e, y, c0y);
                e = Vector512.Create(*(float*)(a0 + rs)); c1x = Vector512.FusedMultiplyAdd(e, x, c1x); c1y = Vector512.FusedMultiplyAdd(e, y, c1y);
                e = Vector512.Create(*(float*)(a0 + rs2)); c2x = Vector512.FusedMultiplyAdd(e, x, c2x); c2y = Vector512.FusedMultiplyAdd(e, y, c2y);
                e = Vector512.Create(*(float*)(a3)); c3x = Vector512.FusedMultiplyAdd(e, x, c3x); c3y = Vector512.FusedMultiplyAdd(e, y, c3y);
                e = Vector512.Create(*(float*)(a3 + rs)); c4x = Vector512.FusedMultiplyAdd(e, x, c4x); c4y = Vector512.FusedMultiplyAdd(e, y, c4y);
                e = Vector512.Create(*(float*)(a3 + rs2)); c5x = Vector512.FusedMultiplyAdd(e, x, c5x); c5y = Vector512.FusedMultiplyAdd(e, y, c5y);
                e = Vector512.Create(*(float*)(a6)); c6x = Vector512.FusedMultiplyAdd(e, x, c6x); c6y = Vector512.FusedMultiplyAdd(e, y, c6y);
                a0 += sizeof(float);
                a3 += sizeof(float);
                a6 += sizeof(float);
            }
            c0x.Store(c + column); c0y.Store(c + column + 16);
            c1x.Store(c + column + ldc); c1y.Store(c + column + ldc + 16);
            c2x.Store(c + column + (2 * ldc)); c2y.Store(c + column + (2 * ldc) + 16);
            c3x.Store(c + column + (3 * ldc)); c3y.Store(c + column + (3 * ldc) + 16);
            c4x.Store(c + column + (4 * ldc)); c4y.Store(c + column + (4 * ldc) + 16);
            c5x.Store(c + column + (5 * ldc)); c5y.Store(c + column + (5 * ldc) + 16);
            c6x.Store(c + column + (6 * ldc)); c6y.Store(c + column + (6 * ldc) + 16);
        }
        if (column < columns)
        {
            byte* a0 = (byte*)a;
            byte* a3 = a0 + (3 * rs);
            byte* a6 = a3 + (3 * rs);
            float* p = pages[column / 32] + (column % 32);
            Vector512<float> x, e;
            Vector512<float> c0x = default;
            Vector512<float> c1x = default;
            Vector512<float> c2x = default;
            Vector512<float> c3x = default;
            Vector512<float> c4x = default;
            Vector512<float> c5x = default;
            Vector512<float> c6x = default;
            for (int n = k; n > 0; n--, p += 32)
            {
                x = Vector512.Load(p);
                e = Vector512.Create(*(float*)(a0)); c0x = Vector512.FusedMultiplyAdd(e, x, c0x);
                e = Vector512.Create(*(float*)(a0 + rs)); c1x = Vector512.FusedMultiplyAdd(e, x, c1x);
                e = Vector512.Create(*(float*)(a0 + rs2)); c2x = Vector512.FusedMultiplyAdd(e, x, c2x);
                e = Vector512.Create(*(float*)(a3)); c3x = Vector512.FusedMultiplyAdd(e, x, c3x);
                e = Vector512.Create(*(float*)(a3 + rs)); c4x = Vector512.FusedMultiplyAdd(e, x, c4x);
                e = Vector512.Create(*(float*)(a3 + rs2)); c5x = Vector512.FusedMultiplyAdd(e, x, c5x);
                e = Vector512.Create(*(float*)(a6)); c6x = Vector512.FusedMultiplyAdd(e, x, c6x);
                a0 += sizeof(float);
                a3 += sizeof(float);
                a6 += sizeof(float);
            }
            c0x.Store(c + column);
            c1x.Store(c + column + ldc);
            c2x.Store(c + column + (2 * ldc));
            c3x.Store(c + column + (3 * ldc));
            c4x.Store(c + column + (4 * ldc));
            c5x.Store(c + column + (5 * ldc));
            c6x.Store(c + column + (6 * ldc));
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization), SkipLocalsInit]
    private static void Band7(in AttentionTileBand t, float* a, float* b, float* c, int open, int full, int close)
    {
        nint rs = t.RowStride * sizeof(float), rs2 = 2 * rs, cs = t.StepStride * sizeof(float), ldb = t.Ldb, ldc = t.Ldc;
        for (int columns = t.Columns; columns > 0; columns -= 32)
        {
            byte* a0 = (byte*)a;
            byte* a3 = a0 + (3 * rs);
            byte* a6 = a3 + (3 * rs);
            float* p = b;
            Vector512<float> x, y, e;
            Vector512<float> c0x = default, c0y = default;
            Vector512<float> c1x = default, c1y = default;
            Vector512<float> c2x = default, c2y = default;
            Vector512<float> c3x = default, c3y = default;
            Vector512<float> c4x = default, c4y = default;
            Vector512<float> c5x = default, c5y = default;
            Vector512<float> c6x = default, c6y = default;
            if (t.Accumulate)
            {
                c0x = Vector512.Load(c); c0y = Vector512.Load(c + 16);
                c1x = Vector512.Load(c + ldc); c1y = Vector512.Load(c + ldc + 16);
                c2x = Vector512.Load(c + (2 * ldc)); c2y = Vector512.Load(c + (2 * ldc) + 16);
                c3x = Vector512.Load(c + (3 * ldc)); c3y = Vector512.Load(c + (3 * ldc) + 16);
                c4x = Vector512.Load(c + (4 * ldc)); c4y = Vector512.Load(c + (4 * ldc) + 16);
                c5x = Vector512.Load(c + (5 * ldc)); c5y = Vector512.Load(c + (5 * ldc) + 16);
                c6x = Vector512.Load(c + (6 * ldc)); c6y = Vector512.Load(c + (6 * ldc) + 16);
            }
            if (open >= 6)
                goto Full;
            if (open <= 0)
            {
                x = Vector512.Load(p);
                y = Vector512.Load(p + 16);
                e = Vector512.Create(*(float*)(a0)); c0x = Vector512.FusedMultiplyAdd(e, x, c0x); c0y = Vector512.FusedMultiplyAdd(e, y, c0y);
                a0 += cs;
                a3 += cs;
                a6 += cs;
                p += ldb;
            }
            if (open <= 1)
            {
                x = Vector512.Load(p);
                y = Vector512.Load(p + 16);
                e = Vector512.Create(*(float*)(a0)); c0x = Vector512.FusedMultiplyAdd(e, x, c0x); c0y = Vector512.FusedMultiplyAdd(e, y, c0y);
                e = Vector512.Create(*(float*)(a0 + rs)); c1x = Vector512.FusedMultiplyAdd(e, x, c1x); c1y = Vector512.FusedMultiplyAdd(e, y, c1y);
                a0 += cs;
                a3 += cs;
                a6 += cs;
                p += ldb;
            }
            if (open <= 2)
            {
                x = Vector512.Load(p);
                y = Vector512.Load(p + 16);
                e = Vector512.Create(*(float*)(a0)); c0x = Vector512.FusedMultiplyAdd(e, x, c0x); c0y = Vector512.FusedMultiplyAdd(e, y, c0y);
                e = Vector512.Create(*(float*)(a0 + rs)); c1x = Vector512.FusedMultiplyAdd(e, x, c1x); c1y = Vector512.FusedMultiplyAdd(e, y, c1y);
                e = Vector512.Create(*(float*)(a0 + rs2)); c2x = Vector512.FusedMultiplyAdd(e, x, c2x); c2y = Vector512.FusedMultiplyAdd(e, y, c2y);
                a0 += cs;
                a3 += cs;
                a6 += cs;
                p += ldb;
            }
            if (open <= 3)
            {
                x = Vector512.Load(p);
                y = Vector512.Load(p + 16);
                e = Vector512.Create(*(float*)(a0)); c0x = Vector512.FusedMultiplyAdd(e, x, c0x); c0y = Vector512.FusedMultiplyAdd(e, y, c0y);
                e = Vector512.Create(*(float*)(a0 + rs)); c1x = Vector512.FusedMultiplyAdd(e, x, c1x); c1y = Vector512.FusedMultiplyAdd(e, y, c1y);
                e = Vector512.Create(*(float*)(a0 + rs2)); c2x = Vector512.FusedMultiplyAdd(e, x, c2x); c2y = Vector512.FusedMultiplyAdd(e, y, c2y);
                e = Vector512.Create(*(float*)(a3)); c3x = Vector512.FusedMultiplyAdd(e, x, c3x); c3y = Vector512.FusedMultiplyAdd(e, y, c3y);
                a0 += cs;
                a3 += cs;
                a6 += cs;
                p += ldb;
            }
            if (open <= 4)
            {
                x = Vector512.Load(p);
                y = Vector512.Load(p + 16);
                e = Vector512.Create(*(float*)(a0)); c0x = Vector512.FusedMultiplyAdd(e, x, c0x); c0y = Vector512.FusedMultiplyAdd(e, y, c0y);
                e = Vector512.Create(*(float*)(a0 + rs)); c1x = Vector512.FusedMultiplyAdd(e, x, c1x); c1y = Vector512.FusedMultiplyAdd(e, y, c1y);
                e = Vector512.Create(*(float*)(a0 + rs2)); c2x = Vector512.FusedMultiplyAdd(e, x, c2x); c2y = Vector512.FusedMultiplyAdd(e, y, c2y);
                e = Vector512.Create(*(float*)(a3)); c3x = Vector512.FusedMultiplyAdd(e, x, c3x); c3y = Vector512.FusedMultiplyAdd(e, y, c3y);
                e = Vector512.Create(*(float*)(a3 + rs)); c4x = Vector512.FusedMultiplyAdd(e, x, c4x); c4y = Vector512.FusedMultiplyAdd(e, y, c4y);
                a0 += cs;
                a3 += cs;
                a6 += cs;
                p += ldb;
            }
            if (open <= 5)
            {
                x = Vector512.Load(p);
                y = Vector512.Load(p + 16);
                e = Vector512.Create(*(float*)(a0)); c0x = Vector512.FusedMultiplyAdd(e, x, c0x); c0y = Vector512.FusedMultiplyAdd(e, y, c0y);
                e = Vector512.Create(*(float*)(a0 + rs)); c1x = Vector512.FusedMultiplyAdd(e, x, c1x); c1y = Vector512.FusedMultiplyAdd(e, y, c1y);
                e = Vector512.Create(*(float*)(a0 + rs2)); c2x = Vector512.FusedMultiplyAdd(e, x, c2x); c2y = Vector512.FusedMultiplyAdd(e, y, c2y);
                e = Vector512.Create(*(float*)(a3)); c3x = Vector512.FusedMultiplyAdd(e, x, c3x); c3y = Vector512.FusedMultiplyAdd(e, y, c3y);
                e = Vector512.Create(*(float*)(a3 + rs)); c4x = Vector512.FusedMultiplyAdd(e, x, c4x); c4y = Vector512.FusedMultiplyAdd(e, y, c4y);
                e = Vector512.Create(*(float*)(a3 + rs2)); c5x = Vector512.FusedMultiplyAdd(e, x, c5x); c5y = Vector512.FusedMultiplyAdd(e, y, c5y);
                a0 += cs;
                a3 += cs;
                a6 += cs;
                p += ldb;
            }
        Full:
            for (int n = full; n > 0; n--, p += ldb)
            {
                x = Vector512.Load(p);
                y = Vector512.Load(p + 16);
                e = Vector512.Create(*(float*)(a0)); c0x = Vector512.FusedMultiplyAdd(e, x, c0x); c0y = Vector512.FusedMultiplyAdd(e, y, c0y);
                e = Vector512.Create(*(float*)(a0 + rs)); c1x = Vector512.FusedMultiplyAdd(e, x, c1x); c1y = Vector512.FusedMultiplyAdd(e, y, c1y);
                e = Vector512.Create(*(float*)(a0 + rs2)); c2x = Vector512.FusedMultiplyAdd(e, x, c2x); c2y = Vector512.FusedMultiplyAdd(e, y, c2y);
                e = Vector512.Create(*(float*)(a3)); c3x = Vector512.FusedMultiplyAdd(e, x, c3x); c3y = Vector512.FusedMultiplyAdd(e, y, c3y);
                e = Vector512.Create(*(float*)(a3 + rs)); c4x = Vector512.FusedMultiplyAdd(e, x, c4x); c4y = Vector512.FusedMultiplyAdd(e, y, c4y);
                e = Vector512.Create(*(float*)(a3 + rs2)); c5x = Vector512.FusedMultiplyAdd(e, x, c5x); c5y = Vector512.FusedMultiplyAdd(e, y, c5y);
                e = Vector512.Create(*(float*)(a6)); c6x = Vector512.FusedMultiplyAdd(e, x, c6x); c6y = Vector512.FusedMultiplyAdd(e, y, c6y);
                a0 += cs;
                a3 += cs;
                a6 += cs;
            }
            if (close < 1)
                goto Done;
            x = Vector512.Load(p);
            y = Vector512.Load(p + 16);
            e = Vector512.Create(*(float*)(a0 + rs)); c1x = Vector512.FusedMultiplyAdd(e, x, c1x); c1y = Vector512.FusedMultiplyAdd(e, y, c1y);
            e = Vector512.Create(*(float*)(a0 + rs2)); c2x = Vector512.FusedMultiplyAdd(e, x, c2x); c2y = Vector512.FusedMultiplyAdd(e, y, c2y);
            e = Vector512.Create(*(float*)(a3)); c3x = Vector512.FusedMultiplyAdd(e, x, c3x); c3y = Vector512.FusedMultiplyAdd(e, y, c3y);
            e = Vector512.Create(*(float*)(a3 + rs)); c4x = Vector512.FusedMultiplyAdd(e, x, c4x); c4y = Vector512.FusedMultiplyAdd(e, y, c4y);
            e = Vector512.Create(*(float*)(a3 + rs2)); c5x = Vector512.FusedMultiplyAdd(e, x, c5x); c5y = Vector512.FusedMultiplyAdd(e, y, c5y);
            e = Vector512.Create(*(float*)(a6)); c6x = Vector512.FusedMultiplyAdd(e, x, c6x); c6y = Vector512.FusedMultiplyAdd(e, y, c6y);
            a0 += cs;
            a3 += cs;
            a6 += cs;
            p += ldb;
            if (close < 2)
                goto Done;
            x = Vector512.Load(p);
            y = Vector512.Load(p + 16);
            e = Vector512.Create(*(float*)(a0 + rs2)); c2x = Vector512.FusedMultiplyAdd(e, x, c2x); c2y = Vector512.FusedMultiplyAdd(e, y, c2y);
            e = Vector512.Create(*(float*)(a3)); c3x = Vector512.FusedMultiplyAdd(e, x, c3x); c3y = Vector512.FusedMultiplyAdd(e, y, c3y);
            e = Vector512.Create(*(float*)(a3 + rs)); c4x = Vector512.FusedMultiplyAdd(e, x, c4x); c4y = Vector512.FusedMultiplyAdd(e, y, c4y);
            e = Vector512.Create(*(float*)(a3 + rs2)); c5x = Vector512.FusedMultiplyAdd(e, x, c5x); c5y = Vector512.FusedMultiplyAdd(e, y, c5y);
            e = Vector512.Create(*(float*)(a6)); c6x = Vector512.FusedMultiplyAdd(e, x, c6x); c6y = Vector512.FusedMultiplyAdd(e, y, c6y);
            a0 += cs;
            a3 += cs;
            a6 += cs;
            p += ldb;
            if (close < 3)
                goto Done;
            x = Vector512.Load(p);
            y = Vector512.Load(p + 16);
            e = Vector512.Create(*(float*)(a3)); c3x = Vector512.FusedMultiplyAdd(e, x, c3x); c3y = Vector512.FusedMultiplyAdd(e, y, c3y);
            e = Vector512.Create(*(float*)(a3 + rs)); c4x = Vector512.FusedMultiplyAdd(e, x, c4x); c4y = Vector512.FusedMultiplyAdd(e, y, c4y);
            e = Vector512.Create(*(float*)(a3 + rs2)); c5x = Vector512.FusedMultiplyAdd(e, x, c5x); c5y = Vector512.FusedMultiplyAdd(e, y, c5y);
            e = Vector512.Create(*(float*)(a6)); c6x = Vector512.FusedMultiplyAdd(e, x, c6x); c6y = Vector512.FusedMultiplyAdd(e, y, c6y);
            a0 += cs;
            a3 += cs;
            a6 += cs;
            p += ldb;
            if (close < 4)
                goto Done;
            x = Vector512.Load(p);
            y = Vector512.Load(p + 16);
            e = Vector512.Create(*(float*)(a3 + rs)); c4x = Vector512.FusedMultiplyAdd(e, x, c4x); c4y = Vector512.FusedMultiplyAdd(e, y, c4y);
            e = Vector512.Create(*(float*)(a3 + rs2)); c5x = Vector512.FusedMultiplyAdd(e, x, c5x); c5y = Vector512.FusedMultiplyAdd(e, y, c5y);
            e = Vector512.Create(*(float*)(a6)); c6x = Vector512.FusedMultiplyAdd(e, x, c6x); c6y = Vector512.FusedMultiplyAdd(e, y, c6y);
            a0 += cs;
            a3 += cs;
            a6 += cs;
            p += ldb;
            if (close < 5)
                goto Done;
            x = Vector512.Load(p);
            y = Vector512.Load(p + 16);
            e = Vector512.Create(*(float*)(a3 + rs2)); c5x = Vector512.FusedMultiplyAdd(e, x, c5x); c5y = Vector512.FusedMultiplyAdd(e, y, c5y);
            e = Vector512.Create(*(float*)(a6)); c6x = Vector512.FusedMultiplyAdd(e, x, c6x); c6y = Vector512.FusedMultiplyAdd(e, y, c6y);
            a0 += cs;
            a3 += cs;
            a6 += cs;
            p += ldb;
            if (close < 6)
                goto Done;
            x = Vector512.Load(p);
            y = Vector512.Load(p + 16);
            e = Vector512.Create(*(float*)(a6)); c6x = Vector512.FusedMultiplyAdd(e, x, c6x); c6y = Vector512.FusedMultiplyAdd(e, y, c6y);
            a0 += cs;
            a3 += cs;
            a6 += cs;
            p += ldb;
        Done:
            c0x.Store(c); c0y.Store(c + 16);
            c1x.Store(c + ldc); c1y.Store(c + ldc + 16);
            c2x.Store(c + (2 * ldc)); c2y.Store(c + (2 * ldc) + 16);
            c3x.Store(c + (3 * ldc)); c3y.Store(c + (3 * ldc) + 16);
            c4x.Store(c + (4 * ldc)); c4y.Store(c + (4 * ldc) + 16);
            c5x.Store(c + (5 * ldc)); c5y.Store(c + (5 * ldc) + 16);
            c6x.Store(c + (6 * ldc)); c6y.Store(c + (6 * ldc) + 16);
            b += t.PanelStride;
            c += 32;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization), SkipLocalsInit]
    private static void Scores8(float* a, nint lda, float** pages, float* c, nint ldc, int columns, int k)
    {
        nint rs = lda * sizeof(float);
        nint rs2 = 2 * rs;
        int column = 0;
        for (; columns - column > 16; column += 32)
        {
            byte* a0 = (byte*)a;
            byte* a3 = a0 + (3 * rs);
            byte* a6 = a3 + (3 * rs);
            float* p = pages[column / 32] + (column % 32);
            Vector512<float> x, y, e;
            Vector512<float> c0x = default, c0y = default;
            Vector512<float> c1x = default, c1y = default;
            Vector512<float> c2x = default, c2y = default;
            Vector512<float> c3x = default, c3y = default;
            Vector512<float> c4x = default, c4y = default;
            Vector512<float> c5x = default, c5y = default;
            Vector512<float> c6x = default, c6y = default;
            Vector512<float> c7x = default, c7y = default;
            for (int n = k; n > 0; n--, p += 32)
            {
                x = Vector512.Load(p);
                y = Vector512.Load(p + 16);
                e = Vector512.Create(*(float*)(a0)); c0x = Vector512.FusedMultiplyAdd(e, x, c0x); c0y = Vector512.FusedMultiplyAdd(e, y, c0y);
                e = Vector512.Create(*(float*)(a0 + rs)); c1x = Vector512.FusedMultiplyAdd(e, x, c1x); c1y = Vector512.FusedMultiplyAdd(e, y, c1y);
                e = Vector512.Create(*(float*)(a0 + rs2)); c2x = Vector512.FusedMultiplyAdd(e, x, c2x); c2y = Vector512.FusedMultiplyAdd(e, y, c2y);
                e = Vector512.Create(*(float*)(a3)); c3x = Vector512.FusedMultiplyAdd(e, x, c3x); c3y = Vector512.FusedMultiplyAdd(e, y, c3y);
                e = Vector512.Create(*(float*)(a3 + rs)); c4x = Vector512.FusedMultiplyAdd(e, x, c4x); c4y = Vector512.FusedMultiplyAdd(e, y, c4y);
                e = Vector512.Create(*(float*)(a3 + rs2)); c5x = Vector512.FusedMultiplyAdd(e, x, c5x); c5y = Vector512.FusedMultiplyAdd(e, y, c5y);
                e = Vector512.Create(*(float*)(a6)); c6x = Vector512.FusedMultiplyAdd(e, x, c6x); c6y = Vector512.FusedMultiplyAdd(e, y, c6y);
                e = Vector512.Create(*(float*)(a6 + rs)); c7x = Vector512.FusedMultiplyAdd(e, x, c7x); c7y = Vector512.FusedMultiplyAdd(e, y, c7y);
                a0 += sizeof(float);
                a3 += sizeof(float);
                a6 += sizeof(float);
            }
            c0x.Store(c + column); c0y.Store(c + column + 16);
            c1x.Store(c + column + ldc); c1y.Store(c + column + ldc + 16);
            c2x.Store(c + column + (2 * ldc)); c2y.Store(c + column + (2 * ldc) + 16);
            c3x.Store(c + column + (3 * ldc)); c3y.Store(c + column + (3 * ldc) + 16);
            c4x.Store(c + column + (4 * ldc)); c4y.Store(c + column + (4 * ldc) + 16);
            c5x.Store(c + column + (5 * ldc)); c5y.Store(c + column + (5 * ldc) + 16);
            c6x.Store(c + column + (6 * ldc)); c6y.Store(c + column + (6 * ldc) + 16);
            c7x.Store(c + column + (7 * ldc)); c7y.Store(c + column + (7 * ldc) + 16);
        }
        if (column < columns)
        {
            byte* a0 = (byte*)a;
            byte* a3 = a0 + (3 * rs);
            byte* a6 = a3 + (3 * rs);
            float* p = pages[column / 32] + (column % 32);
            Vector512<float> x, e;
            Vector512<float> c0x = default;
            Vector512<float> c1x = default;
            Vector512<float> c2x = default;
            Vector512<float> c3x = default;
            Vector512<float> c4x = default;
            Vector512<float> c5x = default;
            Vector512<float> c6x = default;
            Vector512<float> c7x = default;
            for (int n = k; n > 0; n--, p += 32)
            {
                x = Vector512.Load(p);
                e = Vector512.Create(*(float*)(a0)); c0x = Vector512.FusedMultiplyAdd(e, x, c0x);
                e = Vector512.Create(*(float*)(a0 + rs)); c1x = Vector512.FusedMultiplyAdd(e, x, c1x);
                e = Vector512.Create(*(float*)(a0 + rs2)); c2x = Vector512.FusedMultiplyAdd(e, x, c2x);
                e = Vector512.Create(*(float*)(a3)); c3x = Vector512.FusedMultiplyAdd(e, x, c3x);
                e = Vector512.Create(*(float*)(a3 + rs)); c4x = Vector512.FusedMultiplyAdd(e, x, c4x);
                e = Vector512.Create(*(float*)(a3 + rs2)); c5x = Vector512.FusedMultiplyAdd(e, x, c5x);
                e = Vector512.Create(*(float*)(a6)); c6x = Vector512.FusedMultiplyAdd(e, x, c6x);
                e = Vector512.Create(*(float*)(a6 + rs)); c7x = Vector512.FusedMultiplyAdd(e, x, c7x);
                a0 += sizeof(float);
                a3 += sizeof(float);
                a6 += sizeof(float);
            }
            c0x.Store(c + column);
            c1x.Store(c + column + ldc);
            c2x.Store(c + column + (2 * ldc));
            c3x.Store(c + column + (3 * ldc));
            c4x.Store(c + column + (4 * ldc));
            c5x.Store(c + column + (5 * ldc));
            c6x.Store(c + column + (6 * ldc));
            c7x.Store(c + column + (7 * ldc));
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization), SkipLocalsInit]
    private static void Band8(in AttentionTileBand t, float* a, float* b, float* c, int open, int full, int close)
    {
        nint rs = t.RowStride * sizeof(float), rs2 = 2 * rs, cs = t.StepStride * sizeof(float), ldb = t.Ldb, ldc = t.Ldc;
        for (int columns = t.Columns; columns > 0; columns -= 32)
        {
            byte* a0 = (byte*)a;
            byte* a3 = a0 + (3 * rs);
            byte* a6 = a3 + (3 * rs);
            float* p = b;
            Vector512<float> x, y, e;
            Vector512<float> c0x = default, c0y = default;
            Vector512<float> c1x = default, c1y = default;
            Vector512<float> c2x = default, c2y = default;
            Vector512<float> c3x = default, c3y = default;
            Vector512<float> c4x = default, c4y = default;
            Vector512<float> c5x = default, c5y = default;
            Vector512<float> c6x = default, c6y = default;
            Vector512<float> c7x = default, c7y = default;
            if (t.Accumulate)
            {
                c0x = Vector512.Load(c); c0y = Vector512.Load(c + 16);
                c1x = Vector512.Load(c + ldc); c1y = Vector512.Load(c + ldc + 16);
                c2x = Vector512.Load(c + (2 * ldc)); c2y = Vector512.Load(c + (2 * ldc) + 16);
                c3x = Vector512.Load(c + (3 * ldc)); c3y = Vector512.Load(c + (3 * ldc) + 16);
                c4x = Vector512.Load(c + (4 * ldc)); c4y = Vector512.Load(c + (4 * ldc) + 16);
                c5x = Vector512.Load(c + (5 * ldc)); c5y = Vector512.Load(c + (5 * ldc) + 16);
                c6x = Vector512.Load(c + (6 * ldc)); c6y = Vector512.Load(c + (6 * ldc) + 16);
                c7x = Vector512.Load(c + (7 * ldc)); c7y = Vector512.Load(c + (7 * ldc) + 16);
            }
            if (open >= 7)
                goto Full;
            if (open <= 0)
            {
                x = Vector512.Load(p);
                y = Vector512.Load(p + 16);
                e = Vector512.Create(*(float*)(a0)); c0x = Vector512.FusedMultiplyAdd(e, x, c0x); c0y = Vector512.FusedMultiplyAdd(e, y, c0y);
                a0 += cs;
                a3 += cs;
                a6 += cs;
                p += ldb;
            }
            if (open <= 1)
            {
                x = Vector512.Load(p);
                y = Vector512.Load(p + 16);
                e = Vector512.Create(*(float*)(a0)); c0x = Vector512.FusedMultiplyAdd(e, x, c0x); c0y = Vector512.FusedMultiplyAdd(e, y, c0y);
                e = Vector512.Create(*(float*)(a0 + rs)); c1x = Vector512.FusedMultiplyAdd(e, x, c1x); c1y = Vector512.FusedMultiplyAdd(e, y, c1y);
                a0 += cs;
                a3 += cs;
                a6 += cs;
                p += ldb;
            }
            if (open <= 2)
            {
                x = Vector512.Load(p);
                y = Vector512.Load(p + 16);
                e = Vector512.Create(*(float*)(a0)); c0x = Vector512.FusedMultiplyAdd(e, x, c0x); c0y = Vector512.FusedMultiplyAdd(e, y, c0y);
                e = Vector512.Create(*(float*)(a0 + rs)); c1x = Vector512.FusedMultiplyAdd(e, x, c1x); c1y = Vector512.FusedMultiplyAdd(e, y, c1y);
                e = Vector512.Create(*(float*)(a0 + rs2)); c2x = Vector512.FusedMultiplyAdd(e, x, c2x); c2y = Vector512.FusedMultiplyAdd(e, y, c2y);
                a0 += cs;
                a3 += cs;
                a6 += cs;
                p += ldb;
            }
            if (open <= 3)
            {
                x = Vector512.Load(p);
                y = Vector512.Load(p + 16);
                e = Vector512.Create(*(float*)(a0)); c0x = Vector512.FusedMultiplyAdd(e, x, c0x); c0y = Vector512.FusedMultiplyAdd(e, y, c0y);
                e = Vector512.Create(*(float*)(a0 + rs)); c1x = Vector512.FusedMultiplyAdd(e, x, c1x); c1y = Vector512.FusedMultiplyAdd(e, y, c1y);
                e = Vector512.Create(*(float*)(a0 + rs2)); c2x = Vector512.FusedMultiplyAdd(e, x, c2x); c2y = Vector512.FusedMultiplyAdd(e, y, c2y);
                e = Vector512.Create(*(float*)(a3)); c3x = Vector512.FusedMultiplyAdd(e, x, c3x); c3y = Vector512.FusedMultiplyAdd(e, y, c3y);
                a0 += cs;
                a3 += cs;
                a6 += cs;
                p += ldb;
            }
            if (open <= 4)
            {
                x = Vector512.Load(p);
                y = Vector512.Load(p + 16);
                e = Vector512.Create(*(float*)(a0)); c0x = Vector512.FusedMultiplyAdd(e, x, c0x); c0y = Vector512.FusedMultiplyAdd(e, y, c0y);
                e = Vector512.Create(*(float*)(a0 + rs)); c1x = Vector512.FusedMultiplyAdd(e, x, c1x); c1y = Vector512.FusedMultiplyAdd(e, y, c1y);
                e = Vector512.Create(*(float*)(a0 + rs2)); c2x = Vector512.FusedMultiplyAdd(e, x, c2x); c2y = Vector512.FusedMultiplyAdd(e, y, c2y);
                e = Vector512.Create(*(float*)(a3)); c3x = Vector512.FusedMultiplyAdd(e, x, c3x); c3y = Vector512.FusedMultiplyAdd(e, y, c3y);
                e = Vector512.Create(*(float*)(a3 + rs)); c4x = Vector512.FusedMultiplyAdd(e, x, c4x); c4y = Vector512.FusedMultiplyAdd(e, y, c4y);
                a0 += cs;
                a3 += cs;
                a6 += cs;
                p += ldb;
            }
            if (open <= 5)
            {
                x = Vector512.Load(p);
                y = Vector512.Load(p + 16);
                e = Vector512.Create(*(float*)(a0)); c0x = Vector512.FusedMultiplyAdd(e, x, c0x); c0y = Vector512.FusedMultiplyAdd(e, y, c0y);
                e = Vector512.Create(*(float*)(a0 + rs)); c1x = Vector512.FusedMultiplyAdd(e, x, c1x); c1y = Vector512.FusedMultiplyAdd(e, y, c1y);
                e = Vector512.Create(*(float*)(a0 + rs2)); c2x = Vector512.FusedMultiplyAdd(e, x, c2x); c2y = Vector512.FusedMultiplyAdd(e, y, c2y);
                e = Vector512.Create(*(float*)(a3)); c3x = Vector512.FusedMultiplyAdd(e, x, c3x); c3y = Vector512.FusedMultiplyAdd(e, y, c3y);
                e = Vector512.Create(*(float*)(a3 + rs)); c4x = Vector512.FusedMultiplyAdd(e, x, c4x); c4y = Vector512.FusedMultiplyAdd(e, y, c4y);
                e = Vector512.Create(*(float*)(a3 + rs2)); c5x = Vector512.FusedMultiplyAdd(e, x, c5x); c5y = Vector512.FusedMultiplyAdd(e, y, c5y);
                a0 += cs;
                a3 += cs;
                a6 += cs;
                p += ldb;
            }
            if (open <= 6)
            {
                x = Vector512.Load(p);
                y = Vector512.Load(p + 16);
                e = Vector512.Create(*(float*)(a0)); c0x = Vector512.FusedMultiplyAdd(e, x, c0x); c0y = Vector512.FusedMultiplyAdd(e, y, c0y);
                e = Vector512.Create(*(float*)(a0 + rs)); c1x = Vector512.FusedMultiplyAdd(e, x, c1x); c1y = Vector512.FusedMultiplyAdd(e, y, c1y);
                e = Vector512.Create(*(float*)(a0 + rs2)); c2x = Vector512.FusedMultiplyAdd(e, x, c2x); c2y = Vector512.FusedMultiplyAdd(e, y, c2y);
                e = Vector512.Create(*(float*)(a3)); c3x = Vector512.FusedMultiplyAdd(e, x, c3x); c3y = Vector512.FusedMultiplyAdd(e, y, c3y);
                e = Vector512.Create(*(float*)(a3 + rs)); c4x = Vector512.FusedMultiplyAdd(e, x, c4x); c4y = Vector512.FusedMultiplyAdd(e, y, c4y);
                e = Vector512.Create(*(float*)(a3 + rs2)); c5x = Vector512.FusedMultiplyAdd(e, x, c5x); c5y = Vector512.FusedMultiplyAdd(e, y, c5y);
                e = Vector512.Create(*(float*)(a6)); c6x = Vector512.FusedMultiplyAdd(e, x, c6x); c6y = Vector512.FusedMultiplyAdd(e, y, c6y);
                a0 += cs;
                a3 += cs;
                a6 += cs;
                p += ldb;
            }
        Full:
            for (int n = full; n > 0; n--, p += ldb)
            {
                x = Vector512.Load(p);
                y = Vector512.Load(p + 16);
                e = Vector512.Create(*(float*)(a0)); c0x = Vector512.FusedMultiplyAdd(e, x, c0x); c0y = Vector512.FusedMultiplyAdd(e, y, c0y);
                e = Vector512.Create(*(float*)(a0 + rs)); c1x = Vector512.FusedMultiplyAdd(e, x, c1x); c1y = Vector512.FusedMultiplyAdd(e, y, c1y);
                e = Vector512.Create(*(float*)(a0 + rs2)); c2x = Vector512.FusedMultiplyAdd(e, x, c2x); c2y = Vector512.FusedMultiplyAdd(e, y, c2y);
                e = Vector512.Create(*(float*)(a3)); c3x = Vector512.FusedMultiplyAdd(e, x, c3x); c3y = Vector512.FusedMultiplyAdd(e, y, c3y);
                e = Vector512.Create(*(float*)(a3 + rs)); c4x = Vector512.FusedMultiplyAdd(e, x, c4x); c4y = Vector512.FusedMultiplyAdd(e, y, c4y);
                e = Vector512.Create(*(float*)(a3 + rs2)); c5x = Vector512.FusedMultiplyAdd(e, x, c5x); c5y = Vector512.FusedMultiplyAdd(e, y, c5y);
                e = Vector512.Create(*(float*)(a6)); c6x = Vector512.FusedMultiplyAdd(e, x, c6x); c6y = Vector512.FusedMultiplyAdd(e, y, c6y);
                e = Vector512.Create(*(float*)(a6 + rs)); c7x = Vector512.FusedMultiplyAdd(e, x, c7x); c7y = Vector512.FusedMultiplyAdd(e, y, c7y);
                a0 += cs;
                a3 += cs;
                a6 += cs;
            }
            if (close < 1)
                goto Done;
            x = Vector512.Load(p);
            y = Vector512.Load(p + 16);
            e = Vector512.Create(*(float*)(a0 + rs)); c1x = Vector512.FusedMultiplyAdd(e, x, c1x); c1y = Vector512.FusedMultiplyAdd(e, y, c1y);
            e = Vector512.Create(*(float*)(a0 + rs2)); c2x = Vector512.FusedMultiplyAdd(e, x, c2x); c2y = Vector512.FusedMultiplyAdd(e, y, c2y);
            e = Vector512.Create(*(float*)(a3)); c3x = Vector512.FusedMultiplyAdd(e, x, c3x); c3y = Vector512.FusedMultiplyAdd(e, y, c3y);
            e = Vector512.Create(*(float*)(a3 + rs)); c4x = Vector512.FusedMultiplyAdd(e, x, c4x); c4y = Vector512.FusedMultiplyAdd(e, y, c4y);
            e = Vector512.Create(*(float*)(a3 + rs2)); c5x = Vector512.FusedMultiplyAdd(e, x, c5x); c5y = Vector512.FusedMultiplyAdd(e, y, c5y);
            e = Vector512.Create(*(float*)(a6)); c6x = Vector512.FusedMultiplyAdd(e, x, c6x); c6y = Vector512.FusedMultiplyAdd(e, y, c6y);
            e = Vector512.Create(*(float*)(a6 + rs)); c7x = Vector512.FusedMultiplyAdd(e, x, c7x); c7y = Vector512.FusedMultiplyAdd(e, y, c7y);
            a0 += cs;
            a3 += cs;
            a6 += cs;
            p += ldb;
            if (close < 2)
                goto Done;
            x = Vector512.Load(p);
            y = Vector512.Load(p + 16);
            e = Vector512.Create(*(float*)(a0 + rs2)); c2x = Vector512.FusedMultiplyAdd(e, x, c2x); c2y = Vector512.FusedMultiplyAdd(e, y, c2y);
            e = Vector512.Create(*(float*)(a3)); c3x = Vector512.FusedMultiplyAdd(e, x, c3x); c3y = Vector512.FusedMultiplyAdd(e, y, c3y);
            e = Vector512.Create(*(float*)(a3 + rs)); c4x = Vector512.FusedMultiplyAdd(e, x, c4x); c4y = Vector512.FusedMultiplyAdd(e, y, c4y);
            e = Vector512.Create(*(float*)(a3 + rs2)); c5x = Vector512.FusedMultiplyAdd(e, x, c5x); c5y = Vector512.FusedMultiplyAdd(e, y, c5y);
            e = Vector512.Create(*(float*)(a6)); c6x = Vector512.FusedMultiplyAdd(e, x, c6x); c6y = Vector512.FusedMultiplyAdd(e, y, c6y);
            e = Vector512.Create(*(float*)(a6 + rs)); c7x = Vector512.FusedMultiplyAdd(e, x, c7x); c7y = Vector512.FusedMultiplyAdd(e, y, c7y);
            a0 += cs;
            a3 += cs;
            a6 += cs;
            p += ldb;
            if (close < 3)
                goto Done;
            x = Vector512.Load(p);
            y = Vector512.Load(p + 16);
            e = Vector512.Create(*(float*)(a3)); c3x = Vector512.FusedMultiplyAdd(e, x, c3x); c3y = Vector512.FusedMultiplyAdd(e, y, c3y);
            e = Vector512.Create(*(float*)(a3 + rs)); c4x = Vector512.FusedMultiplyAdd(e, x, c4x); c4y = Vector512.FusedMultiplyAdd(e, y, c4y);
            e = Vector512.Create(*(float*)(a3 + rs2)); c5x = Vector512.FusedMultiplyAdd(e, x, c5x); c5y = Vector512.FusedMultiplyAdd(e, y, c5y);
            e = Vector512.Create(*(float*)(a6)); c6x = Vector512.FusedMultiplyAdd(e, x, c6x); c6y = Vector512.FusedMultiplyAdd(e, y, c6y);
            e = Vector512.Create(*(float*)(a6 + rs)); c7x = Vector512.FusedMultiplyAdd(e, x, c7x); c7y = Vector512.FusedMultiplyAdd(e, y, c7y);
            a0 += cs;
            a3 += cs;
            a6 += cs;
            p += ldb;
            if (close < 4)
                goto Done;
            x = Vector512.Load(p);
            y = Vector512.Load(p + 16);
            e = Vector512.Create(*(float*)(a3 + rs)); c4x = Vector512.FusedMultiplyAdd(e, x, c4x); c4y = Vector512.FusedMultiplyAdd(e, y, c4y);
            e = Vector512.Create(*(float*)(a3 + rs2)); c5x = Vector512.FusedMultiplyAdd(e, x, c5x); c5y = Vector512.FusedMultiplyAdd(e, y, c5y);
            e = Vector512.Create(*(float*)(a6)); c6x = Vector512.FusedMultiplyAdd(e, x, c6x); c6y = Vector512.FusedMultiplyAdd(e, y, c6y);
            e = Vector512.Create(*(float*)(a6 + rs)); c7x = Vector512.FusedMultiplyAdd(e, x, c7x); c7y = Vector512.FusedMultiplyAdd(e, y, c7y);
            a0 += cs;
            a3 += cs;
            a6 += cs;
            p += ldb;
            if (close < 5)
                goto Done;
            x = Vector512.Load(p);
            y = Vector512.Load(p + 16);
            e = Vector512.Create(*(float*)(a3 + rs2)); c5x = Vector512.FusedMultiplyAdd(e, x, c5x); c5y = Vector512.FusedMultiplyAdd(e, y, c5y);
            e = Vector512.Create(*(float*)(a6)); c6x = Vector512.FusedMultiplyAdd(e, x, c6x); c6y = Vector512.FusedMultiplyAdd(e, y, c6y);
            e = Vector512.Create(*(float*)(a6 + rs)); c7x = Vector512.FusedMultiplyAdd(e, x, c7x); c7y = Vector512.FusedMultiplyAdd(e, y, c7y);
            a0 += cs;
            a3 += cs;
            a6 += cs;
            p += ldb;
            if (close < 6)
                goto Done;
            x = Vector512.Load(p);
            y = Vector512.Load(p + 16);
            e = Vector512.Create(*(float*)(a6)); c6x = Vector512.FusedMultiplyAdd(e, x, c6x); c6y = Vector512.FusedMultiplyAdd(e, y, c6y);
            e = Vector512.Create(*(float*)(a6 + rs)); c7x = Vector512.FusedMultiplyAdd(e, x, c7x); c7y = Vector512.FusedMultiplyAdd(e, y, c7y);
            a0 += cs;
            a3 += cs;
            a6 += cs;
            p += ldb;
            if (close < 7)
                goto Done;
            x = Vector512.Load(p);
            y = Vector512.Load(p + 16);
            e = Vector512.Create(*(float*)(a6 + rs)); c7x = Vector512.FusedMultiplyAdd(e, x, c7x); c7y = Vector512.FusedMultiplyAdd(e, y, c7y);
            a0 += cs;
            a3 += cs;
            a6 += cs;
            p += ldb;
        Done:
            c0x.Store(c); c0y.Store(c + 16);
            c1x.Store(c + ldc); c1y.Store(c + ldc + 16);
            c2x.Store(c + (2 * ldc)); c2y.Store(c + (2 * ldc) + 16);
            c3x.Store(c + (3 * ldc)); c3y.Store(c + (3 * ldc) + 16);
            c4x.Store(c + (4 * ldc)); c4y.Store(c + (4 * ldc) + 16);
            c5x.Store(c + (5 * ldc)); c5y.Store(c + (5 * ldc) + 16);
            c6x.Store(c + (6 * ldc)); c6y.Store(c + (6 * ldc) + 16);
            c7x.Store(c + (7 * ldc)); c7y.Store(c + (7 * ldc) + 16);
            b += t.PanelStride;
            c += 32;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization), SkipLocalsInit]
    private static void Scores9(float* a, nint lda, float** pages, float* c, nint ldc, int columns, int k)
    {
        nint rs = lda * sizeof(float);
        nint rs2 = 2 * rs;
        int column = 0;
        for (; columns - column > 16; column += 32)
        {
            byte* a0 = (byte*)a;
            byte* a3 = a0 + (3 * rs);
            byte* a6 = a3 + (3 * rs);
            float* p = pages[column / 32] + (column % 32);
            Vector512<float> x, y, e;
            Vector512<float> c0x = default, c0y = default;
            Vector512<float> c1x = default, c1y = default;
            Vector512<float> c2x = default, c2y = default;
            Vector512<float> c3x = default, c3y = default;
            Vector512<float> c4x = default, c4y = default;
            Vector512<float> c5x = default, c5y = default;
            Vector512<float> c6x = default, c6y = default;
            Vector512<float> c7x = default, c7y = default;
            Vector512<float> c8x = default, c8y = default;
            for (int n = k; n > 0; n--, p += 32)
            {
                x = Vector512.Load(p);
                y = Vector512.Load(p + 16);
                e = Vector512.Create(*(float*)(a0)); c0x = Vector512.FusedMultiplyAdd(e, x, c0x); c0y = Vector512.FusedMultiplyAdd(e, y, c0y);
                e = Vector512.Create(*(float*)(a0 + rs)); c1x = Vector512.FusedMultiplyAdd(e, x, c1x); c1y = Vector512.FusedMultiplyAdd(e, y, c1y);
                e = Vector512.Create(*(float*)(a0 + rs2)); c2x = Vector512.FusedMultiplyAdd(e, x, c2x); c2y = Vector512.FusedMultiplyAdd(e, y, c2y);
                e = Vector512.Create(*(float*)(a3)); c3x = Vector512.FusedMultiplyAdd(e, x, c3x); c3y = Vector512.FusedMultiplyAdd(e, y, c3y);
                e = Vector512.Create(*(float*)(a3 + rs)); c4x = Vector512.FusedMultiplyAdd(e, x, c4x); c4y = Vector512.FusedMultiplyAdd(e, y, c4y);
                e = Vector512.Create(*(float*)(a3 + rs2)); c5x = Vector512.FusedMultiplyAdd(e, x, c5x); c5y = Vector512.FusedMultiplyAdd(e, y, c5y);
                e = Vector512.Create(*(float*)(a6)); c6x = Vector512.FusedMultiplyAdd(e, x, c6x); c6y = Vector512.FusedMultiplyAdd(e, y, c6y);
                e = Vector512.Create(*(float*)(a6 + rs)); c7x = Vector512.FusedMultiplyAdd(e, x, c7x); c7y = Vector512.FusedMultiplyAdd(e, y, c7y);
                e = Vector512.Create(*(float*)(a6 + rs2)); c8x = Vector512.FusedMultiplyAdd(e, x, c8x); c8y = Vector512.FusedMultiplyAdd(e, y, c8y);
                a0 += sizeof(float);
                a3 += sizeof(float);
                a6 += sizeof(float);
            }
            c0x.Store(c + column); c0y.Store(c + column + 16);
            c1x.Store(c + column + ldc); c1y.Store(c + column + ldc + 16);
            c2x.Store(c + column + (2 * ldc)); c2y.Store(c + column + (2 * ldc) + 16);
            c3x.Store(c + column + (3 * ldc)); c3y.Store(c + column + (3 * ldc) + 16);
            c4x.Store(c + column + (4 * ldc)); c4y.Store(c + column + (4 * ldc) + 16);
            c5x.Store(c + column + (5 * ldc)); c5y.Store(c + column + (5 * ldc) + 16);
            c6x.Store(c + column + (6 * ldc)); c6y.Store(c + column + (6 * ldc) + 16);
            c7x.Store(c + column + (7 * ldc)); c7y.Store(c + column + (7 * ldc) + 16);
            c8x.Store(c + column + (8 * ldc)); c8y.Store(c + column + (8 * ldc) + 16);
        }
        if (column < columns)
        {
            byte* a0 = (byte*)a;
            byte* a3 = a0 + (3 * rs);
            byte* a6 = a3 + (3 * rs);
            float* p = pages[column / 32] + (column % 32);
            Vector512<float> x, e;
            Vector512<float> c0x = default;
            Vector512<float> c1x = default;
            Vector512<float> c2x = default;
            Vector512<float> c3x = default;
            Vector512<float> c4x = default;
            Vector512<float> c5x = default;
            Vector512<float> c6x = default;
            Vector512<float> c7x = default;
            Vector512<float> c8x = default;
            for (int n = k; n > 0; n--, p += 32)
            {
                x = Vector512.Load(p);
                e = Vector512.Create(*(float*)(a0)); c0x = Vector512.FusedMultiplyAdd(e, x, c0x);
                e = Vector512.Create(*(float*)(a0 + rs)); c1x = Vector512.FusedMultiplyAdd(e, x, c1x);
                e = Vector512.Create(*(float*)(a0 + rs2)); c2x = Vector512.FusedMultiplyAdd(e, x, c2x);
                e = Vector512.Create(*(float*)(a3)); c3x = Vector512.FusedMultiplyAdd(e, x, c3x);
                e = Vector512.Create(*(float*)(a3 + rs)); c4x = Vector512.FusedMultiplyAdd(e, x, c4x);
                e = Vector512.Create(*(float*)(a3 + rs2)); c5x = Vector512.FusedMultiplyAdd(e, x, c5x);
                e = Vector512.Create(*(float*)(a6)); c6x = Vector512.FusedMultiplyAdd(e, x, c6x);
                e = Vector512.Create(*(float*)(a6 + rs)); c7x = Vector512.FusedMultiplyAdd(e, x, c7x);
                e = Vector512.Create(*(float*)(a6 + rs2)); c8x = Vector512.FusedMultiplyAdd(e, x, c8x);
                a0 += sizeof(float);
                a3 += sizeof(float);
                a6 += sizeof(float);
            }
            c0x.Store(c + column);
            c1x.Store(c + column + ldc);
            c2x.Store(c + column + (2 * ldc));
            c3x.Store(c + column + (3 * ldc));
            c4x.Store(c + column + (4 * ldc));
            c5x.Store(c + column + (5 * ldc));
            c6x.Store(c + column + (6 * ldc));
            c7x.Store(c + column + (7 * ldc));
            c8x.Store(c + column + (8 * ldc));
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization), SkipLocalsInit]
    private static void Band9(in AttentionTileBand t, float* a, float* b, float* c, int open, int full, int close)
    {
        nint rs = t.RowStride * sizeof(float), rs2 = 2 * rs, cs = t.StepStride * sizeof(float), ldb = t.Ldb, ldc = t.Ldc;
        for (int columns = t.Columns; columns > 0; columns -= 32)
        {
            byte* a0 = (byte*)a;
            byte* a3 = a0 + (3 * rs);
            byte* a6 = a3 + (3 * rs);
            float* p = b;
            Vector512<float> x, y, e;
            Vector512<float> c0x = default, c0y = default;
            Vector512<float> c1x = default, c1y = default;
            Vector512<float> c2x = default, c2y = default;
            Vector512<float> c3x = default, c3y = default;
            Vector512<float> c4x = default, c4y = default;
            Vector512<float> c5x = default, c5y = default;
            Vector512<float> c6x = default, c6y = default;
            Vector512<float> c7x = default, c7y = default;
            Vector512<float> c8x = default, c8y = default;
            if (t.Accumulate)
            {
                c0x = Vector512.Load(c); c0y = Vector512.Load(c + 16);
                c1x = Vector512.Load(c + ldc); c1y = Vector512.Load(c + ldc + 16);
                c2x = Vector512.Load(c + (2 * ldc)); c2y = Vector512.Load(c + (2 * ldc) + 16);
                c3x = Vector512.Load(c + (3 * ldc)); c3y = Vector512.Load(c + (3 * ldc) + 16);
                c4x = Vector512.Load(c + (4 * ldc)); c4y = Vector512.Load(c + (4 * ldc) + 16);
                c5x = Vector512.Load(c + (5 * ldc)); c5y = Vector512.Load(c + (5 * ldc) + 16);
                c6x = Vector512.Load(c + (6 * ldc)); c6y = Vector512.Load(c + (6 * ldc) + 16);
                c7x = Vector512.Load(c + (7 * ldc)); c7y = Vector512.Load(c + (7 * ldc) + 16);
                c8x = Vector512.Load(c + (8 * ldc)); c8y = Vector512.Load(c + (8 * ldc) + 16);
            }
            if (open >= 8)
                goto Full;
            if (open <= 0)
            {
                x = Vector512.Load(p);
                y = Vector512.Load(p + 16);
                e = Vector512.Create(*(float*)(a0)); c0x = Vector512.FusedMultiplyAdd(e, x, c0x); c0y = Vector512.FusedMultiplyAdd(e, y, c0y);
                a0 += cs;
                a3 += cs;
                a6 += cs;
                p += ldb;
            }
            if (open <= 1)
            {
                x = Vector512.Load(p);
                y = Vector512.Load(p + 16);
                e = Vector512.Create(*(float*)(a0)); c0x = Vector512.FusedMultiplyAdd(e, x, c0x); c0y = Vector512.FusedMultiplyAdd(e, y, c0y);
                e = Vector512.Create(*(float*)(a0 + rs)); c1x = Vector512.FusedMultiplyAdd(e, x, c1x); c1y = Vector512.FusedMultiplyAdd(e, y, c1y);
                a0 += cs;
                a3 += cs;
                a6 += cs;
                p += ldb;
            }
            if (open <= 2)
            {
                x = Vector512.Load(p);
                y = Vector512.Load(p + 16);
                e = Vector512.Create(*(float*)(a0)); c0x = Vector512.FusedMultiplyAdd(e, x, c0x); c0y = Vector512.FusedMultiplyAdd(e, y, c0y);
                e = Vector512.Create(*(float*)(a0 + rs)); c1x = Vector512.FusedMultiplyAdd(e, x, c1x); c1y = Vector512.FusedMultiplyAdd(e, y, c1y);
                e = Vector512.Create(*(float*)(a0 + rs2)); c2x = Vector512.FusedMultiplyAdd(e, x, c2x); c2y = Vector512.FusedMultiplyAdd(e, y, c2y);
                a0 += cs;
                a3 += cs;
                a6 += cs;
                p += ldb;
            }
            if (open <= 3)
            {
                x = Vector512.Load(p);
                y = Vector512.Load(p + 16);
                e = Vector512.Create(*(float*)(a0)); c0x = Vector512.FusedMultiplyAdd(e, x, c0x); c0y = Vector512.FusedMultiplyAdd(e, y, c0y);
                e = Vector512.Create(*(float*)(a0 + rs)); c1x = Vector512.FusedMultiplyAdd(e, x, c1x); c1y = Vector512.FusedMultiplyAdd(e, y, c1y);
                e = Vector512.Create(*(float*)(a0 + rs2)); c2x = Vector512.FusedMultiplyAdd(e, x, c2x); c2y = Vector512.FusedMultiplyAdd(e, y, c2y);
                e = Vector512.Create(*(float*)(a3)); c3x = Vector512.FusedMultiplyAdd(e, x, c3x); c3y = Vector512.FusedMultiplyAdd(e, y, c3y);
                a0 += cs;
                a3 += cs;
                a6 += cs;
                p += ldb;
            }
            if (open <= 4)
            {
                x = Vector512.Load(p);
                y = Vector512.Load(p + 16);
                e = Vector512.Create(*(float*)(a0)); c0x = Vector512.FusedMultiplyAdd(e, x, c0x); c0y = Vector512.FusedMultiplyAdd(e, y, c0y);
                e = Vector512.Create(*(float*)(a0 + rs)); c1x = Vector512.FusedMultiplyAdd(e, x, c1x); c1y = Vector512.FusedMultiplyAdd(e, y, c1y);
                e = Vector512.Create(*(float*)(a0 + rs2)); c2x = Vector512.FusedMultiplyAdd(e, x, c2x); c2y = Vector512.FusedMultiplyAdd(e, y, c2y);
                e = Vector512.Create(*(float*)(a3)); c3x = Vector512.FusedMultiplyAdd(e, x, c3x); c3y = Vector512.FusedMultiplyAdd(e, y, c3y);
                e = Vector512.Create(*(float*)(a3 + rs)); c4x = Vector512.FusedMultiplyAdd(e, x, c4x); c4y = Vector512.FusedMultiplyAdd(e, y, c4y);
                a0 += cs;
                a3 += cs;
                a6 += cs;
                p += ldb;
            }
            if (open <= 5)
            {
                x = Vector512.Load(p);
                y = Vector512.Load(p + 16);
                e = Vector512.Create(*(float*)(a0)); c0x = Vector512.FusedMultiplyAdd(e, x, c0x); c0y = Vector512.FusedMultiplyAdd(e, y, c0y);
                e = Vector512.Create(*(float*)(a0 + rs)); c1x = Vector512.FusedMultiplyAdd(e, x, c1x); c1y = Vector512.FusedMultiplyAdd(e, y, c1y);
                e = Vector512.Create(*(float*)(a0 + rs2)); c2x = Vector512.FusedMultiplyAdd(e, x, c2x); c2y = Vector512.FusedMultiplyAdd(e, y, c2y);
                e = Vector512.Create(*(float*)(a3)); c3x = Vector512.FusedMultiplyAdd(e, x, c3x); c3y = Vector512.FusedMultiplyAdd(e, y, c3y);
                e = Vector512.Create(*(float*)(a3 + rs)); c4x = Vector512.FusedMultiplyAdd(e, x, c4x); c4y = Vector512.FusedMultiplyAdd(e, y, c4y);
                e = Vector512.Create(*(float*)(a3 + rs2)); c5x = Vector512.FusedMultiplyAdd(e, x, c5x); c5y = Vector512.FusedMultiplyAdd(e, y, c5y);
                a0 += cs;
                a3 += cs;
                a6 += cs;
                p += ldb;
            }
            if (open <= 6)
            {
                x = Vector512.Load(p);
                y = Vector512.Load(p + 16);
                e = Vector512.Create(*(float*)(a0)); c0x = Vector512.FusedMultiplyAdd(e, x, c0x); c0y = Vector512.FusedMultiplyAdd(e, y, c0y);
                e = Vector512.Create(*(float*)(a0 + rs)); c1x = Vector512.FusedMultiplyAdd(e, x, c1x); c1y = Vector512.FusedMultiplyAdd(e, y, c1y);
                e = Vector512.Create(*(float*)(a0 + rs2)); c2x = Vector512.FusedMultiplyAdd(e, x, c2x); c2y = Vector512.FusedMultiplyAdd(e, y, c2y);
                e = Vector512.Create(*(float*)(a3)); c3x = Vector512.FusedMultiplyAdd(e, x, c3x); c3y = Vector512.FusedMultiplyAdd(e, y, c3y);
                e = Vector512.Create(*(float*)(a3 + rs)); c4x = Vector512.FusedMultiplyAdd(e, x, c4x); c4y = Vector512.FusedMultiplyAdd(e, y, c4y);
                e = Vector512.Create(*(float*)(a3 + rs2)); c5x = Vector512.FusedMultiplyAdd(e, x, c5x); c5y = Vector512.FusedMultiplyAdd(e, y, c5y);
                e = Vector512.Create(*(float*)(a6)); c6x = Vector512.FusedMultiplyAdd(e, x, c6x); c6y = Vector512.FusedMultiplyAdd(e, y, c6y);
                a0 += cs;
                a3 += cs;
                a6 += cs;
                p += ldb;
            }
            if (open <= 7)
            {
                x = Vector512.Load(p);
                y = Vector512.Load(p + 16);
                e = Vector512.Create(*(float*)(a0)); c0x = Vector512.FusedMultiplyAdd(e, x, c0x); c0y = Vector512.FusedMultiplyAdd(e, y, c0y);
                e = Vector512.Create(*(float*)(a0 + rs)); c1x = Vector512.FusedMultiplyAdd(e, x, c1x); c1y = Vector512.FusedMultiplyAdd(e, y, c1y);
                e = Vector512.Create(*(float*)(a0 + rs2)); c2x = Vector512.FusedMultiplyAdd(e, x, c2x); c2y = Vector512.FusedMultiplyAdd(e, y, c2y);
                e = Vector512.Create(*(float*)(a3)); c3x = Vector512.FusedMultiplyAdd(e, x, c3x); c3y = Vector512.FusedMultiplyAdd(e, y, c3y);
                e = Vector512.Create(*(float*)(a3 + rs)); c4x = Vector512.FusedMultiplyAdd(e, x, c4x); c4y = Vector512.FusedMultiplyAdd(e, y, c4y);
                e = Vector512.Create(*(float*)(a3 + rs2)); c5x = Vector512.FusedMultiplyAdd(e, x, c5x); c5y = Vector512.FusedMultiplyAdd(e, y, c5y);
                e = Vector512.Create(*(float*)(a6)); c6x = Vector512.FusedMultiplyAdd(e, x, c6x); c6y = Vector512.FusedMultiplyAdd(e, y, c6y);
                e = Vector512.Create(*(float*)(a6 + rs)); c7x = Vector512.FusedMultiplyAdd(e, x, c7x); c7y = Vector512.FusedMultiplyAdd(e, y, c7y);
                a0 += cs;
                a3 += cs;
                a6 += cs;
                p += ldb;
            }
        Full:
            for (int n = full; n > 0; n--, p += ldb)
            {
                x = Vector512.Load(p);
                y = Vector512.Load(p + 16);
                e = Vector512.Create(*(float*)(a0)); c0x = Vector512.FusedMultiplyAdd(e, x, c0x); c0y = Vector512.FusedMultiplyAdd(e, y, c0y);
                e = Vector512.Create(*(float*)(a0 + rs)); c1x = Vector512.FusedMultiplyAdd(e, x, c1x); c1y = Vector512.FusedMultiplyAdd(e, y, c1y);
                e = Vector512.Create(*(float*)(a0 + rs2)); c2x = Vector512.FusedMultiplyAdd(e, x, c2x); c2y = Vector512.FusedMultiplyAdd(e, y, c2y);
                e = Vector512.Create(*(float*)(a3)); c3x = Vector512.FusedMultiplyAdd(e, x, c3x); c3y = Vector512.FusedMultiplyAdd(e, y, c3y);
                e = Vector512.Create(*(float*)(a3 + rs)); c4x = Vector512.FusedMultiplyAdd(e, x, c4x); c4y = Vector512.FusedMultiplyAdd(e, y, c4y);
                e = Vector512.Create(*(float*)(a3 + rs2)); c5x = Vector512.FusedMultiplyAdd(e, x, c5x); c5y = Vector512.FusedMultiplyAdd(e, y, c5y);
                e = Vector512.Create(*(float*)(a6)); c6x = Vector512.FusedMultiplyAdd(e, x, c6x); c6y = Vector512.FusedMultiplyAdd(e, y, c6y);
                e = Vector512.Create(*(float*)(a6 + rs)); c7x = Vector512.FusedMultiplyAdd(e, x, c7x); c7y = Vector512.FusedMultiplyAdd(e, y, c7y);
                e = Vector512.Create(*(float*)(a6 + rs2)); c8x = Vector512.FusedMultiplyAdd(e, x, c8x); c8y = Vector512.FusedMultiplyAdd(e, y, c8y);
                a0 += cs;
                a3 += cs;
                a6 += cs;
            }
            if (close < 1)
                goto Done;
            x = Vector512.Load(p);
            y = Vector512.Load(p + 16);
            e = Vector512.Create(*(float*)(a0 + rs)); c1x = Vector512.FusedMultiplyAdd(e, x, c1x); c1y = Vector512.FusedMultiplyAdd(e, y, c1y);
            e = Vector512.Create(*(float*)(a0 + rs2)); c2x = Vector512.FusedMultiplyAdd(e, x, c2x); c2y = Vector512.FusedMultiplyAdd(e, y, c2y);
            e = Vector512.Create(*(float*)(a3)); c3x = Vector512.FusedMultiplyAdd(e, x, c3x); c3y = Vector512.FusedMultiplyAdd(e, y, c3y);
            e = Vector512.Create(*(float*)(a3 + rs)); c4x = Vector512.FusedMultiplyAdd(e, x, c4x); c4y = Vector512.FusedMultiplyAdd(e, y, c4y);
            e = Vector512.Create(*(float*)(a3 + rs2)); c5x = Vector512.FusedMultiplyAdd(e, x, c5x); c5y = Vector512.FusedMultiplyAdd(e, y, c5y);
            e = Vector512.Create(*(float*)(a6)); c6x = Vector512.FusedMultiplyAdd(e, x, c6x); c6y = Vector512.FusedMultiplyAdd(e, y, c6y);
            e = Vector512.Create(*(float*)(a6 + rs)); c7x = Vector512.FusedMultiplyAdd(e, x, c7x); c7y = Vector512.FusedMultiplyAdd(e, y, c7y);
            e = Vector512.Create(*(float*)(a6 + rs2)); c8x = Vector512.FusedMultiplyAdd(e, x, c8x); c8y = Vector512.FusedMultiplyAdd(e, y, c8y);
            a0 += cs;
            a3 += cs;
            a6 += cs;
            p += ldb;
            if (close < 2)
                goto Done;
            x = Vector512.Load(p);
            y = Vector512.Load(p + 16);
            e = Vector512.Create(*(float*)(a0 + rs2)); c2x = Vector512.FusedMultiplyAdd(e, x, c2x); c2y = Vector512.FusedMultiplyAdd(e, y, c2y);
            e = Vector512.Create(*(float*)(a3)); c3x = Vector512.FusedMultiplyAdd(e, x, c3x); c3y = Vector512.FusedMultiplyAdd(e, y, c3y);
            e = Vector512.Create(*(float*)(a3 + rs)); c4x = Vector512.FusedMultiplyAdd(e, x, c4x); c4y = Vector512.FusedMultiplyAdd(e, y, c4y);
            e = Vector512.Create(*(float*)(a3 + rs2)); c5x = Vector512.FusedMultiplyAdd(e, x, c5x); c5y = Vector512.FusedMultiplyAdd(e, y, c5y);
            e = Vector512.Create(*(float*)(a6)); c6x = Vector512.FusedMultiplyAdd(e, x, c6x); c6y = Vector512.FusedMultiplyAdd(e, y, c6y);
            e = Vector512.Create(*(float*)(a6 + rs)); c7x = Vector512.FusedMultiplyAdd(e, x, c7x); c7y = Vector512.FusedMultiplyAdd(e, y, c7y);
            e = Vector512.Create(*(float*)(a6 + rs2)); c8x = Vector512.FusedMultiplyAdd(e, x, c8x); c8y = Vector512.FusedMultiplyAdd(e, y, c8y);
            a0 += cs;
            a3 += cs;
            a6 += cs;
            p += ldb;
            if (close < 3)
                goto Done;
            x = Vector512.Load(p);
            y = Vector512.Load(p + 16);
            e = Vector512.Create(*(float*)(a3)); c3x = Vector512.FusedMultiplyAdd(e, x, c3x); c3y = Vector512.FusedMultiplyAdd(e, y, c3y);
            e = Vector512.Create(*(float*)(a3 + rs)); c4x = Vector512.FusedMultiplyAdd(e, x, c4x); c4y = Vector512.FusedMultiplyAdd(e, y, c4y);
            e = Vector512.Create(*(float*)(a3 + rs2)); c5x = Vector512.FusedMultiplyAdd(e, x, c5x); c5y = Vector512.FusedMultiplyAdd(e, y, c5y);
            e = Vector512.Create(*(float*)(a6)); c6x = Vector512.FusedMultiplyAdd(e, x, c6x); c6y = Vector512.FusedMultiplyAdd(e, y, c6y);
            e = Vector512.Create(*(float*)(a6 + rs)); c7x = Vector512.FusedMultiplyAdd(e, x, c7x); c7y = Vector512.FusedMultiplyAdd(e, y, c7y);
            e = Vector512.Create(*(float*)(a6 + rs2)); c8x = Vector512.FusedMultiplyAdd(e, x, c8x); c8y = Vector512.FusedMultiplyAdd(e, y, c8y);
            a0 += cs;
            a3 += cs;
            a6 += cs;
            p += ldb;
            if (close < 4)
                goto Done;
            x = Vector512.Load(p);
            y = Vector512.Load(p + 16);
            e = Vector512.Create(*(float*)(a3 + rs)); c4x = Vector512.FusedMultiplyAdd(e, x, c4x); c4y = Vector512.FusedMultiplyAdd(e, y, c4y);
            e = Vector512.Create(*(float*)(a3 + rs2)); c5x = Vector512.FusedMultiplyAdd(e, x, c5x); c5y = Vector512.FusedMultiplyAdd(e, y, c5y);
            e = Vector512.Create(*(float*)(a6)); c6x = Vector512.FusedMultiplyAdd(e, x, c6x); c6y = Vector512.FusedMultiplyAdd(e, y, c6y);
            e = Vector512.Create(*(float*)(a6 + rs)); c7x = Vector512.FusedMultiplyAdd(e, x, c7x); c7y = Vector512.FusedMultiplyAdd(e, y, c7y);
            e = Vector512.Create(*(float*)(a6 + rs2)); c8x = Vector512.FusedMultiplyAdd(e, x, c8x); c8y = Vector512.FusedMultiplyAdd(e, y, c8y);
            a0 += cs;
            a3 += cs;
            a6 += cs;
            p += ldb;
            if (close < 5)
                goto Done;
            x = Vector512.Load(p);
            y = Vector512.Load(p + 16);
            e = Vector512.Create(*(float*)(a3 + rs2)); c5x = Vector512.FusedMultiplyAdd(e, x, c5x); c5y = Vector512.FusedMultiplyAdd(e, y, c5y);
            e = Vector512.Create(*(float*)(a6)); c6x = Vector512.FusedMultiplyAdd(e, x, c6x); c6y = Vector512.FusedMultiplyAdd(e, y, c6y);
            e = Vector512.Create(*(float*)(a6 + rs)); c7x = Vector512.FusedMultiplyAdd(e, x, c7x); c7y = Vector512.FusedMultiplyAdd(e, y, c7y);
            e = Vector512.Create(*(float*)(a6 + rs2)); c8x = Vector512.FusedMultiplyAdd(e, x, c8x); c8y = Vector512.FusedMultiplyAdd(e, y, c8y);
            a0 += cs;
            a3 += cs;
            a6 += cs;
            p += ldb;
            if (close < 6)
                goto Done;
            x = Vector512.Load(p);
            y = Vector512.Load(p + 16);
            e = Vector512.Create(*(float*)(a6)); c6x = Vector512.FusedMultiplyAdd(e, x, c6x); c6y = Vector512.FusedMultiplyAdd(e, y, c6y);
            e = Vector512.Create(*(float*)(a6 + rs)); c7x = Vector512.FusedMultiplyAdd(e, x, c7x); c7y = Vector512.FusedMultiplyAdd(e, y, c7y);
            e = Vector512.Create(*(float*)(a6 + rs2)); c8x = Vector512.FusedMultiplyAdd(e, x, c8x); c8y = Vector512.FusedMultiplyAdd(e, y, c8y);
            a0 += cs;
            a3 += cs;
            a6 += cs;
            p += ldb;
            if (close < 7)
                goto Done;
            x = Vector512.Load(p);
            y = Vector512.Load(p + 16);
            e = Vector512.Create(*(float*)(a6 + rs)); c7x = Vector512.FusedMultiplyAdd(e, x, c7x); c7y = Vector512.FusedMultiplyAdd(e, y, c7y);
            e = Vector512.Create(*(float*)(a6 + rs2)); c8x = Vector512.FusedMultiplyAdd(e, x, c8x); c8y = Vector512.FusedMultiplyAdd(e, y, c8y);
            a0 += cs;
            a3 += cs;
            a6 += cs;
            p += ldb;
            if (close < 8)
                goto Done;
            x = Vector512.Load(p);
            y = Vector512.Load(p + 16);
            e = Vector512.Create(*(float*)(a6 + rs2)); c8x = Vector512.FusedMultiplyAdd(e, x, c8x); c8y = Vector512.FusedMultiplyAdd(e, y, c8y);
            a0 += cs;
            a3 += cs;
            a6 += cs;
            p += ldb;
        Done:
            c0x.Store(c); c0y.Store(c + 16);
            c1x.Store(c + ldc); c1y.Store(c + ldc + 16);
            c2x.Store(c + (2 * ldc)); c2y.Store(c + (2 * ldc) + 16);
            c3x.Store(c + (3 * ldc)); c3y.Store(c + (3 * ldc) + 16);
            c4x.Store(c + (4 * ldc)); c4y.Store(c + (4 * ldc) + 16);
            c5x.Store(c + (5 * ldc)); c5y.Store(c + (5 * ldc) + 16);
            c6x.Store(c + (6 * ldc)); c6y.Store(c + (6 * ldc) + 16);
            c7x.Store(c + (7 * ldc)); c7y.Store(c + (7 * ldc) + 16);
            c8x.Store(c + (8 * ldc)); c8y.Store(c + (8 * ldc) + 16);
            b += t.PanelStride;
            c += 32;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization), SkipLocalsInit]
    private static void Scores10(float* a, nint lda, float** pages, float* c, nint ldc, int columns, int k)
    {
        nint rs = lda * sizeof(float);
        nint rs2 = 2 * rs;
        int column = 0;
        for (; columns - column > 16; column += 32)
        {
            byte* a0 = (byte*)a;
            byte* a3 = a0 + (3 * rs);
            byte* a6 = a3 + (3 * rs);
            byte* a9 = a6 + (3 * rs);
            float* p = pages[column / 32] + (column % 32);
            Vector512<float> x, y, e;
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
            for (int n = k; n > 0; n--, p += 32)
            {
                x = Vector512.Load(p);
                y = Vector512.Load(p + 16);
                e = Vector512.Create(*(float*)(a0)); c0x = Vector512.FusedMultiplyAdd(e, x, c0x); c0y = Vector512.FusedMultiplyAdd(e, y, c0y);
                e = Vector512.Create(*(float*)(a0 + rs)); c1x = Vector512.FusedMultiplyAdd(e, x, c1x); c1y = Vector512.FusedMultiplyAdd(e, y, c1y);
                e = Vector512.Create(*(float*)(a0 + rs2)); c2x = Vector512.FusedMultiplyAdd(e, x, c2x); c2y = Vector512.FusedMultiplyAdd(e, y, c2y);
                e = Vector512.Create(*(float*)(a3)); c3x = Vector512.FusedMultiplyAdd(e, x, c3x); c3y = Vector512.FusedMultiplyAdd(e, y, c3y);
                e = Vector512.Create(*(float*)(a3 + rs)); c4x = Vector512.FusedMultiplyAdd(e, x, c4x); c4y = Vector512.FusedMultiplyAdd(e, y, c4y);
                e = Vector512.Create(*(float*)(a3 + rs2)); c5x = Vector512.FusedMultiplyAdd(e, x, c5x); c5y = Vector512.FusedMultiplyAdd(e, y, c5y);
                e = Vector512.Create(*(float*)(a6)); c6x = Vector512.FusedMultiplyAdd(e, x, c6x); c6y = Vector512.FusedMultiplyAdd(e, y, c6y);
                e = Vector512.Create(*(float*)(a6 + rs)); c7x = Vector512.FusedMultiplyAdd(e, x, c7x); c7y = Vector512.FusedMultiplyAdd(e, y, c7y);
                e = Vector512.Create(*(float*)(a6 + rs2)); c8x = Vector512.FusedMultiplyAdd(e, x, c8x); c8y = Vector512.FusedMultiplyAdd(e, y, c8y);
                e = Vector512.Create(*(float*)(a9)); c9x = Vector512.FusedMultiplyAdd(e, x, c9x); c9y = Vector512.FusedMultiplyAdd(e, y, c9y);
                a0 += sizeof(float);
                a3 += sizeof(float);
                a6 += sizeof(float);
                a9 += sizeof(float);
            }
            c0x.Store(c + column); c0y.Store(c + column + 16);
            c1x.Store(c + column + ldc); c1y.Store(c + column + ldc + 16);
            c2x.Store(c + column + (2 * ldc)); c2y.Store(c + column + (2 * ldc) + 16);
            c3x.Store(c + column + (3 * ldc)); c3y.Store(c + column + (3 * ldc) + 16);
            c4x.Store(c + column + (4 * ldc)); c4y.Store(c + column + (4 * ldc) + 16);
            c5x.Store(c + column + (5 * ldc)); c5y.Store(c + column + (5 * ldc) + 16);
            c6x.Store(c + column + (6 * ldc)); c6y.Store(c + column + (6 * ldc) + 16);
            c7x.Store(c + column + (7 * ldc)); c7y.Store(c + column + (7 * ldc) + 16);
            c8x.Store(c + column + (8 * ldc)); c8y.Store(c + column + (8 * ldc) + 16);
            c9x.Store(c + column + (9 * ldc)); c9y.Store(c + column + (9 * ldc) + 16);
        }
        if (column < columns)
        {
            byte* a0 = (byte*)a;
            byte* a3 = a0 + (3 * rs);
            byte* a6 = a3 + (3 * rs);
            byte* a9 = a6 + (3 * rs);
            float* p = pages[column / 32] + (column % 32);
            Vector512<float> x, e;
            Vector512<float> c0x = default;
            Vector512<float> c1x = default;
            Vector512<float> c2x = default;
            Vector512<float> c3x = default;
            Vector512<float> c4x = default;
            Vector512<float> c5x = default;
            Vector512<float> c6x = default;
            Vector512<float> c7x = default;
            Vector512<float> c8x = default;
            Vector512<float> c9x = default;
            for (int n = k; n > 0; n--, p += 32)
            {
                x = Vector512.Load(p);
                e = Vector512.Create(*(float*)(a0)); c0x = Vector512.FusedMultiplyAdd(e, x, c0x);
                e = Vector512.Create(*(float*)(a0 + rs)); c1x = Vector512.FusedMultiplyAdd(e, x, c1x);
                e = Vector512.Create(*(float*)(a0 + rs2)); c2x = Vector512.FusedMultiplyAdd(e, x, c2x);
                e = Vector512.Create(*(float*)(a3)); c3x = Vector512.FusedMultiplyAdd(e, x, c3x);
                e = Vector512.Create(*(float*)(a3 + rs)); c4x = Vector512.FusedMultiplyAdd(e, x, c4x);
                e = Vector512.Create(*(float*)(a3 + rs2)); c5x = Vector512.FusedMultiplyAdd(e, x, c5x);
                e = Vector512.Create(*(float*)(a6)); c6x = Vector512.FusedMultiplyAdd(e, x, c6x);
                e = Vector512.Create(*(float*)(a6 + rs)); c7x = Vector512.FusedMultiplyAdd(e, x, c7x);
                e = Vector512.Create(*(float*)(a6 + rs2)); c8x = Vector512.FusedMultiplyAdd(e, x, c8x);
                e = Vector512.Create(*(float*)(a9)); c9x = Vector512.FusedMultiplyAdd(e, x, c9x);
                a0 += sizeof(float);
                a3 += sizeof(float);
                a6 += sizeof(float);
                a9 += sizeof(float);
            }
            c0x.Store(c + column);
            c1x.Store(c + column + ldc);
            c2x.Store(c + column + (2 * ldc));
            c3x.Store(c + column + (3 * ldc));
            c4x.Store(c + column + (4 * ldc));
            c5x.Store(c + column + (5 * ldc));
            c6x.Store(c + column + (6 * ldc));
            c7x.Store(c + column + (7 * ldc));
            c8x.Store(c + column + (8 * ldc));
            c9x.Store(c + column + (9 * ldc));
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization), SkipLocalsInit]
    private static void Band10(in AttentionTileBand t, float* a, float* b, float* c, int open, int full, int close)
    {
        nint rs = t.RowStride * sizeof(float), rs2 = 2 * rs, cs = t.StepStride * sizeof(float), ldb = t.Ldb, ldc = t.Ldc;
        for (int columns = t.Columns; columns > 0; columns -= 32)
        {
            byte* a0 = (byte*)a;
            byte* a3 = a0 + (3 * rs);
            byte* a6 = a3 + (3 * rs);
            byte* a9 = a6 + (3 * rs);
            float* p = b;
            Vector512<float> x, y, e;
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
            if (t.Accumulate)
            {
                c0x = Vector512.Load(c); c0y = Vector512.Load(c + 16);
                c1x = Vector512.Load(c + ldc); c1y = Vector512.Load(c + ldc + 16);
                c2x = Vector512.Load(c + (2 * ldc)); c2y = Vector512.Load(c + (2 * ldc) + 16);
                c3x = Vector512.Load(c + (3 * ldc)); c3y = Vector512.Load(c + (3 * ldc) + 16);
                c4x = Vector512.Load(c + (4 * ldc)); c4y = Vector512.Load(c + (4 * ldc) + 16);
                c5x = Vector512.Load(c + (5 * ldc)); c5y = Vector512.Load(c + (5 * ldc) + 16);
                c6x = Vector512.Load(c + (6 * ldc)); c6y = Vector512.Load(c + (6 * ldc) + 16);
                c7x = Vector512.Load(c + (7 * ldc)); c7y = Vector512.Load(c + (7 * ldc) + 16);
                c8x = Vector512.Load(c + (8 * ldc)); c8y = Vector512.Load(c + (8 * ldc) + 16);
                c9x = Vector512.Load(c + (9 * ldc)); c9y = Vector512.Load(c + (9 * ldc) + 16);
            }
            if (open >= 9)
                goto Full;
            if (open <= 0)
            {
                x = Vector512.Load(p);
                y = Vector512.Load(p + 16);
                e = Vector512.Create(*(float*)(a0)); c0x = Vector512.FusedMultiplyAdd(e, x, c0x); c0y = Vector512.FusedMultiplyAdd(e, y, c0y);
                a0 += cs;
                a3 += cs;
                a6 += cs;
                a9 += cs;
                p += ldb;
            }
            if (open <= 1)
            {
                x = Vector512.Load(p);
                y = Vector512.Load(p + 16);
                e = Vector512.Create(*(float*)(a0)); c0x = Vector512.FusedMultiplyAdd(e, x, c0x); c0y = Vector512.FusedMultiplyAdd(e, y, c0y);
                e = Vector512.Create(*(float*)(a0 + rs)); c1x = Vector512.FusedMultiplyAdd(e, x, c1x); c1y = Vector512.FusedMultiplyAdd(e, y, c1y);
                a0 += cs;
                a3 += cs;
                a6 += cs;
                a9 += cs;
                p += ldb;
            }
            if (open <= 2)
            {
                x = Vector512.Load(p);
                y = Vector512.Load(p + 16);
                e = Vector512.Create(*(float*)(a0)); c0x = Vector512.FusedMultiplyAdd(e, x, c0x); c0y = Vector512.FusedMultiplyAdd(e, y, c0y);
                e = Vector512.Create(*(float*)(a0 + rs)); c1x = Vector512.FusedMultiplyAdd(e, x, c1x); c1y = Vector512.FusedMultiplyAdd(e, y, c1y);
                e = Vector512.Create(*(float*)(a0 + rs2)); c2x = Vector512.FusedMultiplyAdd(e, x, c2x); c2y = Vector512.FusedMultiplyAdd(e, y, c2y);
                a0 += cs;
                a3 += cs;
                a6 += cs;
                a9 += cs;
                p += ldb;
            }
            if (open <= 3)
            {
                x = Vector512.Load(p);
                y = Vector512.Load(p + 16);
                e = Vector512.Create(*(float*)(a0)); c0x = Vector512.FusedMultiplyAdd(e, x, c0x); c0y = Vector512.FusedMultiplyAdd(e, y, c0y);
                e = Vector512.Create(*(float*)(a0 + rs)); c1x = Vector512.FusedMultiplyAdd(e, x, c1x); c1y = Vector512.FusedMultiplyAdd(e, y, c1y);
                e = Vector512.Create(*(float*)(a0 + rs2)); c2x = Vector512.FusedMultiplyAdd(e, x, c2x); c2y = Vector512.FusedMultiplyAdd(e, y, c2y);
                e = Vector512.Create(*(float*)(a3)); c3x = Vector512.FusedMultiplyAdd(e, x, c3x); c3y = Vector512.FusedMultiplyAdd(e, y, c3y);
                a0 += cs;
                a3 += cs;
                a6 += cs;
                a9 += cs;
                p += ldb;
            }
            if (open <= 4)
            {
                x = Vector512.Load(p);
                y = Vector512.Load(p + 16);
                e = Vector512.Create(*(float*)(a0)); c0x = Vector512.FusedMultiplyAdd(e, x, c0x); c0y = Vector512.FusedMultiplyAdd(e, y, c0y);
                e = Vector512.Create(*(float*)(a0 + rs)); c1x = Vector512.FusedMultiplyAdd(e, x, c1x); c1y = Vector512.FusedMultiplyAdd(e, y, c1y);
                e = Vector512.Create(*(float*)(a0 + rs2)); c2x = Vector512.FusedMultiplyAdd(e, x, c2x); c2y = Vector512.FusedMultiplyAdd(e, y, c2y);
                e = Vector512.Create(*(float*)(a3)); c3x = Vector512.FusedMultiplyAdd(e, x, c3x); c3y = Vector512.FusedMultiplyAdd(e, y, c3y);
                e = Vector512.Create(*(float*)(a3 + rs)); c4x = Vector512.FusedMultiplyAdd(e, x, c4x); c4y = Vector512.FusedMultiplyAdd(e, y, c4y);
                a0 += cs;
                a3 += cs;
                a6 += cs;
                a9 += cs;
                p += ldb;
            }
            if (open <= 5)
            {
                x = Vector512.Load(p);
                y = Vector512.Load(p + 16);
                e = Vector512.Create(*(float*)(a0)); c0x = Vector512.FusedMultiplyAdd(e, x, c0x); c0y = Vector512.FusedMultiplyAdd(e, y, c0y);
                e = Vector512.Create(*(float*)(a0 + rs)); c1x = Vector512.FusedMultiplyAdd(e, x, c1x); c1y = Vector512.FusedMultiplyAdd(e, y, c1y);
                e = Vector512.Create(*(float*)(a0 + rs2)); c2x = Vector512.FusedMultiplyAdd(e, x, c2x); c2y = Vector512.FusedMultiplyAdd(e, y, c2y);
                e = Vector512.Create(*(float*)(a3)); c3x = Vector512.FusedMultiplyAdd(e, x, c3x); c3y = Vector512.FusedMultiplyAdd(e, y, c3y);
                e = Vector512.Create(*(float*)(a3 + rs)); c4x = Vector512.FusedMultiplyAdd(e, x, c4x); c4y = Vector512.FusedMultiplyAdd(e, y, c4y);
                e = Vector512.Create(*(float*)(a3 + rs2)); c5x = Vector512.FusedMultiplyAdd(e, x, c5x); c5y = Vector512.FusedMultiplyAdd(e, y, c5y);
                a0 += cs;
                a3 += cs;
                a6 += cs;
                a9 += cs;
                p += ldb;
            }
            if (open <= 6)
            {
                x = Vector512.Load(p);
                y = Vector512.Load(p + 16);
                e = Vector512.Create(*(float*)(a0)); c0x = Vector512.FusedMultiplyAdd(e, x, c0x); c0y = Vector512.FusedMultiplyAdd(e, y, c0y);
                e = Vector512.Create(*(float*)(a0 + rs)); c1x = Vector512.FusedMultiplyAdd(e, x, c1x); c1y = Vector512.FusedMultiplyAdd(e, y, c1y);
                e = Vector512.Create(*(float*)(a0 + rs2)); c2x = Vector512.FusedMultiplyAdd(e, x, c2x); c2y = Vector512.FusedMultiplyAdd(e, y, c2y);
                e = Vector512.Create(*(float*)(a3)); c3x = Vector512.FusedMultiplyAdd(e, x, c3x); c3y = Vector512.FusedMultiplyAdd(e, y, c3y);
                e = Vector512.Create(*(float*)(a3 + rs)); c4x = Vector512.FusedMultiplyAdd(e, x, c4x); c4y = Vector512.FusedMultiplyAdd(e, y, c4y);
                e = Vector512.Create(*(float*)(a3 + rs2)); c5x = Vector512.FusedMultiplyAdd(e, x, c5x); c5y = Vector512.FusedMultiplyAdd(e, y, c5y);
                e = Vector512.Create(*(float*)(a6)); c6x = Vector512.FusedMultiplyAdd(e, x, c6x); c6y = Vector512.FusedMultiplyAdd(e, y, c6y);
                a0 += cs;
                a3 += cs;
                a6 += cs;
                a9 += cs;
                p += ldb;
            }
            if (open <= 7)
            {
                x = Vector512.Load(p);
                y = Vector512.Load(p + 16);
                e = Vector512.Create(*(float*)(a0)); c0x = Vector512.FusedMultiplyAdd(e, x, c0x); c0y = Vector512.FusedMultiplyAdd(e, y, c0y);
                e = Vector512.Create(*(float*)(a0 + rs)); c1x = Vector512.FusedMultiplyAdd(e, x, c1x); c1y = Vector512.FusedMultiplyAdd(e, y, c1y);
                e = Vector512.Create(*(float*)(a0 + rs2)); c2x = Vector512.FusedMultiplyAdd(e, x, c2x); c2y = Vector512.FusedMultiplyAdd(e, y, c2y);
                e = Vector512.Create(*(float*)(a3)); c3x = Vector512.FusedMultiplyAdd(e, x, c3x); c3y = Vector512.FusedMultiplyAdd(e, y, c3y);
                e = Vector512.Create(*(float*)(a3 + rs)); c4x = Vector512.FusedMultiplyAdd(e, x, c4x); c4y = Vector512.FusedMultiplyAdd(e, y, c4y);
                e = Vector512.Create(*(float*)(a3 + rs2)); c5x = Vector512.FusedMultiplyAdd(e, x, c5x); c5y = Vector512.FusedMultiplyAdd(e, y, c5y);
                e = Vector512.Create(*(float*)(a6)); c6x = Vector512.FusedMultiplyAdd(e, x, c6x); c6y = Vector512.FusedMultiplyAdd(e, y, c6y);
                e = Vector512.Create(*(float*)(a6 + rs)); c7x = Vector512.FusedMultiplyAdd(e, x, c7x); c7y = Vector512.FusedMultiplyAdd(e, y, c7y);
                a0 += cs;
                a3 += cs;
                a6 += cs;
                a9 += cs;
                p += ldb;
            }
            if (open <= 8)
            {
                x = Vector512.Load(p);
                y = Vector512.Load(p + 16);
                e = Vector512.Create(*(float*)(a0)); c0x = Vector512.FusedMultiplyAdd(e, x, c0x); c0y = Vector512.FusedMultiplyAdd(e, y, c0y);
                e = Vector512.Create(*(float*)(a0 + rs)); c1x = Vector512.FusedMultiplyAdd(e, x, c1x); c1y = Vector512.FusedMultiplyAdd(e, y, c1y);
                e = Vector512.Create(*(float*)(a0 + rs2)); c2x = Vector512.FusedMultiplyAdd(e, x, c2x); c2y = Vector512.FusedMultiplyAdd(e, y, c2y);
                e = Vector512.Create(*(float*)(a3)); c3x = Vector512.FusedMultiplyAdd(e, x, c3x); c3y = Vector512.FusedMultiplyAdd(e, y, c3y);
                e = Vector512.Create(*(float*)(a3 + rs)); c4x = Vector512.FusedMultiplyAdd(e, x, c4x); c4y = Vector512.FusedMultiplyAdd(e, y, c4y);
                e = Vector512.Create(*(float*)(a3 + rs2)); c5x = Vector512.FusedMultiplyAdd(e, x, c5x); c5y = Vector512.FusedMultiplyAdd(e, y, c5y);
                e = Vector512.Create(*(float*)(a6)); c6x = Vector512.FusedMultiplyAdd(e, x, c6x); c6y = Vector512.FusedMultiplyAdd(e, y, c6y);
                e = Vector512.Create(*(float*)(a6 + rs)); c7x = Vector512.FusedMultiplyAdd(e, x, c7x); c7y = Vector512.FusedMultiplyAdd(e, y, c7y);
                e = Vector512.Create(*(float*)(a6 + rs2)); c8x = Vector512.FusedMultiplyAdd(e, x, c8x); c8y = Vector512.FusedMultiplyAdd(e, y, c8y);
                a0 += cs;
                a3 += cs;
                a6 += cs;
                a9 += cs;
                p += ldb;
            }
        Full:
            for (int n = full; n > 0; n--, p += ldb)
            {
                x = Vector512.Load(p);
                y = Vector512.Load(p + 16);
                e = Vector512.Create(*(float*)(a0)); c0x = Vector512.FusedMultiplyAdd(e, x, c0x); c0y = Vector512.FusedMultiplyAdd(e, y, c0y);
                e = Vector512.Create(*(float*)(a0 + rs)); c1x = Vector512.FusedMultiplyAdd(e, x, c1x); c1y = Vector512.FusedMultiplyAdd(e, y, c1y);
                e = Vector512.Create(*(float*)(a0 + rs2)); c2x = Vector512.FusedMultiplyAdd(e, x, c2x); c2y = Vector512.FusedMultiplyAdd(e, y, c2y);
                e = Vector512.Create(*(float*)(a3)); c3x = Vector512.FusedMultiplyAdd(e, x, c3x); c3y = Vector512.FusedMultiplyAdd(e, y, c3y);
                e = Vector512.Create(*(float*)(a3 + rs)); c4x = Vector512.FusedMultiplyAdd(e, x, c4x); c4y = Vector512.FusedMultiplyAdd(e, y, c4y);
                e = Vector512.Create(*(float*)(a3 + rs2)); c5x = Vector512.FusedMultiplyAdd(e, x, c5x); c5y = Vector512.FusedMultiplyAdd(e, y, c5y);
                e = Vector512.Create(*(float*)(a6)); c6x = Vector512.FusedMultiplyAdd(e, x, c6x); c6y = Vector512.FusedMultiplyAdd(e, y, c6y);
                e = Vector512.Create(*(float*)(a6 + rs)); c7x = Vector512.FusedMultiplyAdd(e, x, c7x); c7y = Vector512.FusedMultiplyAdd(e, y, c7y);
                e = Vector512.Create(*(float*)(a6 + rs2)); c8x = Vector512.FusedMultiplyAdd(e, x, c8x); c8y = Vector512.FusedMultiplyAdd(e, y, c8y);
                e = Vector512.Create(*(float*)(a9)); c9x = Vector512.FusedMultiplyAdd(e, x, c9x); c9y = Vector512.FusedMultiplyAdd(e, y, c9y);
                a0 += cs;
                a3 += cs;
                a6 += cs;
                a9 += cs;
            }
            if (close < 1)
                goto Done;
            x = Vector512.Load(p);
            y = Vector512.Load(p + 16);
            e = Vector512.Create(*(float*)(a0 + rs)); c1x = Vector512.FusedMultiplyAdd(e, x, c1x); c1y = Vector512.FusedMultiplyAdd(e, y, c1y);
            e = Vector512.Create(*(float*)(a0 + rs2)); c2x = Vector512.FusedMultiplyAdd(e, x, c2x); c2y = Vector512.FusedMultiplyAdd(e, y, c2y);
            e = Vector512.Create(*(float*)(a3)); c3x = Vector512.FusedMultiplyAdd(e, x, c3x); c3y = Vector512.FusedMultiplyAdd(e, y, c3y);
            e = Vector512.Create(*(float*)(a3 + rs)); c4x = Vector512.FusedMultiplyAdd(e, x, c4x); c4y = Vector512.FusedMultiplyAdd(e, y, c4y);
            e = Vector512.Create(*(float*)(a3 + rs2)); c5x = Vector512.FusedMultiplyAdd(e, x, c5x); c5y = Vector512.FusedMultiplyAdd(e, y, c5y);
            e = Vector512.Create(*(float*)(a6)); c6x = Vector512.FusedMultiplyAdd(e, x, c6x); c6y = Vector512.FusedMultiplyAdd(e, y, c6y);
            e = Vector512.Create(*(float*)(a6 + rs)); c7x = Vector512.FusedMultiplyAdd(e, x, c7x); c7y = Vector512.FusedMultiplyAdd(e, y, c7y);
            e = Vector512.Create(*(float*)(a6 + rs2)); c8x = Vector512.FusedMultiplyAdd(e, x, c8x); c8y = Vector512.FusedMultiplyAdd(e, y, c8y);
            e = Vector512.Create(*(float*)(a9)); c9x = Vector512.FusedMultiplyAdd(e, x, c9x); c9y = Vector512.FusedMultiplyAdd(e, y, c9y);
            a0 += cs;
            a3 += cs;
            a6 += cs;
            a9 += cs;
            p += ldb;
            if (close < 2)
                goto Done;
            x = Vector512.Load(p);
            y = Vector512.Load(p + 16);
            e = Vector512.Create(*(float*)(a0 + rs2)); c2x = Vector512.FusedMultiplyAdd(e, x, c2x); c2y = Vector512.FusedMultiplyAdd(e, y, c2y);
            e = Vector512.Create(*(float*)(a3)); c3x = Vector512.FusedMultiplyAdd(e, x, c3x); c3y = Vector512.FusedMultiplyAdd(e, y, c3y);
            e = Vector512.Create(*(float*)(a3 + rs)); c4x = Vector512.FusedMultiplyAdd(e, x, c4x); c4y = Vector512.FusedMultiplyAdd(e, y, c4y);
            e = Vector512.Create(*(float*)(a3 + rs2)); c5x = Vector512.FusedMultiplyAdd(e, x, c5x); c5y = Vector512.FusedMultiplyAdd(e, y, c5y);
            e = Vector512.Create(*(float*)(a6)); c6x = Vector512.FusedMultiplyAdd(e, x, c6x); c6y = Vector512.FusedMultiplyAdd(e, y, c6y);
            e = Vector512.Create(*(float*)(a6 + rs)); c7x = Vector512.FusedMultiplyAdd(e, x, c7x); c7y = Vector512.FusedMultiplyAdd(e, y, c7y);
            e = Vector512.Create(*(float*)(a6 + rs2)); c8x = Vector512.FusedMultiplyAdd(e, x, c8x); c8y = Vector512.FusedMultiplyAdd(e, y, c8y);
            e = Vector512.Create(*(float*)(a9)); c9x = Vector512.FusedMultiplyAdd(e, x, c9x); c9y = Vector512.FusedMultiplyAdd(e, y, c9y);
            a0 += cs;
            a3 += cs;
            a6 += cs;
            a9 += cs;
            p += ldb;
            if (close < 3)
                goto Done;
            x = Vector512.Load(p);
            y = Vector512.Load(p + 16);
            e = Vector512.Create(*(float*)(a3)); c3x = Vector512.FusedMultiplyAdd(e, x, c3x); c3y = Vector512.FusedMultiplyAdd(e, y, c3y);
            e = Vector512.Create(*(float*)(a3 + rs)); c4x = Vector512.FusedMultiplyAdd(e, x, c4x); c4y = Vector512.FusedMultiplyAdd(e, y, c4y);
            e = Vector512.Create(*(float*)(a3 + rs2)); c5x = Vector512.FusedMultiplyAdd(e, x, c5x); c5y = Vector512.FusedMultiplyAdd(e, y, c5y);
            e = Vector512.Create(*(float*)(a6)); c6x = Vector512.FusedMultiplyAdd(e, x, c6x); c6y = Vector512.FusedMultiplyAdd(e, y, c6y);
            e = Vector512.Create(*(float*)(a6 + rs)); c7x = Vector512.FusedMultiplyAdd(e, x, c7x); c7y = Vector512.FusedMultiplyAdd(e, y, c7y);
            e = Vector512.Create(*(float*)(a6 + rs2)); c8x = Vector512.FusedMultiplyAdd(e, x, c8x); c8y = Vector512.FusedMultiplyAdd(e, y, c8y);
            e = Vector512.Create(*(float*)(a9)); c9x = Vector512.FusedMultiplyAdd(e, x, c9x); c9y = Vector512.FusedMultiplyAdd(e, y, c9y);
            a0 += cs;
            a3 += cs;
            a6 += cs;
            a9 += cs;
            p += ldb;
            if (close < 4)
                goto Done;
            x = Vector512.Load(p);
            y = Vector512.Load(p + 16);
            e = Vector512.Create(*(float*)(a3 + rs)); c4x = Vector512.FusedMultiplyAdd(e, x, c4x); c4y = Vector512.FusedMultiplyAdd(e, y, c4y);
            e = Vector512.Create(*(float*)(a3 + rs2)); c5x = Vector512.FusedMultiplyAdd(e, x, c5x); c5y = Vector512.FusedMultiplyAdd(e, y, c5y);
            e = Vector512.Create(*(float*)(a6)); c6x = Vector512.FusedMultiplyAdd(e, x, c6x); c6y = Vector512.FusedMultiplyAdd(e, y, c6y);
            e = Vector512.Create(*(float*)(a6 + rs)); c7x = Vector512.FusedMultiplyAdd(e, x, c7x); c7y = Vector512.FusedMultiplyAdd(e, y, c7y);
            e = Vector512.Create(*(float*)(a6 + rs2)); c8x = Vector512.FusedMultiplyAdd(e, x, c8x); c8y = Vector512.FusedMultiplyAdd(e, y, c8y);
            e = Vector512.Create(*(float*)(a9)); c9x = Vector512.FusedMultiplyAdd(e, x, c9x); c9y = Vector512.FusedMultiplyAdd(e, y, c9y);
            a0 += cs;
            a3 += cs;
            a6 += cs;
            a9 += cs;
            p += ldb;
            if (close < 5)
                goto Done;
            x = Vector512.Load(p);
            y = Vector512.Load(p + 16);
            e = Vector512.Create(*(float*)(a3 + rs2)); c5x = Vector512.FusedMultiplyAdd(e, x, c5x); c5y = Vector512.FusedMultiplyAdd(e, y, c5y);
            e = Vector512.Create(*(float*)(a6)); c6x = Vector512.FusedMultiplyAdd(e, x, c6x); c6y = Vector512.FusedMultiplyAdd(e, y, c6y);
            e = Vector512.Create(*(float*)(a6 + rs)); c7x = Vector512.FusedMultiplyAdd(e, x, c7x); c7y = Vector512.FusedMultiplyAdd(e, y, c7y);
            e = Vector512.Create(*(float*)(a6 + rs2)); c8x = Vector512.FusedMultiplyAdd(e, x, c8x); c8y = Vector512.FusedMultiplyAdd(e, y, c8y);
            e = Vector512.Create(*(float*)(a9)); c9x = Vector512.FusedMultiplyAdd(e, x, c9x); c9y = Vector512.FusedMultiplyAdd(e, y, c9y);
            a0 += cs;
            a3 += cs;
            a6 += cs;
            a9 += cs;
            p += ldb;
            if (close < 6)
                goto Done;
            x = Vector512.Load(p);
            y = Vector512.Load(p + 16);
            e = Vector512.Create(*(float*)(a6)); c6x = Vector512.FusedMultiplyAdd(e, x, c6x); c6y = Vector512.FusedMultiplyAdd(e, y, c6y);
            e = Vector512.Create(*(float*)(a6 + rs)); c7x = Vector512.FusedMultiplyAdd(e, x, c7x); c7y = Vector512.FusedMultiplyAdd(e, y, c7y);
            e = Vector512.Create(*(float*)(a6 + rs2)); c8x = Vector512.FusedMultiplyAdd(e, x, c8x); c8y = Vector512.FusedMultiplyAdd(e, y, c8y);
            e = Vector512.Create(*(float*)(a9)); c9x = Vector512.FusedMultiplyAdd(e, x, c9x); c9y = Vector512.FusedMultiplyAdd(e, y, c9y);
            a0 += cs;
            a3 += cs;
            a6 += cs;
            a9 += cs;
            p += ldb;
            if (close < 7)
                goto Done;
            x = Vector512.Load(p);
            y = Vector512.Load(p + 16);
            e = Vector512.Create(*(float*)(a6 + rs)); c7x = Vector512.FusedMultiplyAdd(e, x, c7x); c7y = Vector512.FusedMultiplyAdd(e, y, c7y);
            e = Vector512.Create(*(float*)(a6 + rs2)); c8x = Vector512.FusedMultiplyAdd(e, x, c8x); c8y = Vector512.FusedMultiplyAdd(e, y, c8y);
            e = Vector512.Create(*(float*)(a9)); c9x = Vector512.FusedMultiplyAdd(e, x, c9x); c9y = Vector512.FusedMultiplyAdd(e, y, c9y);
            a0 += cs;
            a3 += cs;
            a6 += cs;
            a9 += cs;
            p += ldb;
            if (close < 8)
                goto Done;
            x = Vector512.Load(p);
            y = Vector512.Load(p + 16);
            e = Vector512.Create(*(float*)(a6 + rs2)); c8x = Vector512.FusedMultiplyAdd(e, x, c8x); c8y = Vector512.FusedMultiplyAdd(e, y, c8y);
            e = Vector512.Create(*(float*)(a9)); c9x = Vector512.FusedMultiplyAdd(e, x, c9x); c9y = Vector512.FusedMultiplyAdd(e, y, c9y);
            a0 += cs;
            a3 += cs;
            a6 += cs;
            a9 += cs;
            p += ldb;
            if (close < 9)
                goto Done;
            x = Vector512.Load(p);
            y = Vector512.Load(p + 16);
            e = Vector512.Create(*(float*)(a9)); c9x = Vector512.FusedMultiplyAdd(e, x, c9x); c9y = Vector512.FusedMultiplyAdd(e, y, c9y);
            a0 += cs;
            a3 += cs;
            a6 += cs;
            a9 += cs;
            p += ldb;
        Done:
            c0x.Store(c); c0y.Store(c + 16);
            c1x.Store(c + ldc); c1y.Store(c + ldc + 16);
            c2x.Store(c + (2 * ldc)); c2y.Store(c + (2 * ldc) + 16);
            c3x.Store(c + (3 * ldc)); c3y.Store(c + (3 * ldc) + 16);
            c4x.Store(c + (4 * ldc)); c4y.Store(c + (4 * ldc) + 16);
            c5x.Store(c + (5 * ldc)); c5y.Store(c + (5 * ldc) + 16);
            c6x.Store(c + (6 * ldc)); c6y.Store(c + (6 * ldc) + 16);
            c7x.Store(c + (7 * ldc)); c7y.Store(c + (7 * ldc) + 16);
            c8x.Store(c + (8 * ldc)); c8y.Store(c + (8 * ldc) + 16);
            c9x.Store(c + (9 * ldc)); c9y.Store(c + (9 * ldc) + 16);
            b += t.PanelStride;
            c += 32;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization), SkipLocalsInit]
    private static void Scores11(float* a, nint lda, float** pages, float* c, nint ldc, int columns, int k)
    {
        nint rs = lda * sizeof(float);
        nint rs2 = 2 * rs;
        int column = 0;
        for (; columns - column > 16; column += 32)
        {
            byte* a0 = (byte*)a;
            byte* a3 = a0 + (3 * rs);
            byte* a6 = a3 + (3 * rs);
            byte* a9 = a6 + (3 * rs);
            float* p = pages[column / 32] + (column % 32);
            Vector512<float> x, y, e;
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
            for (int n = k; n > 0; n--, p += 32)
            {
                x = Vector512.Load(p);
                y = Vector512.Load(p + 16);
                e = Vector512.Create(*(float*)(a0)); c0x = Vector512.FusedMultiplyAdd(e, x, c0x); c0y = Vector512.FusedMultiplyAdd(e, y, c0y);
                e = Vector512.Create(*(float*)(a0 + rs)); c1x = Vector512.FusedMultiplyAdd(e, x, c1x); c1y = Vector512.FusedMultiplyAdd(e, y, c1y);
                e = Vector512.Create(*(float*)(a0 + rs2)); c2x = Vector512.FusedMultiplyAdd(e, x, c2x); c2y = Vector512.FusedMultiplyAdd(e, y, c2y);
                e = Vector512.Create(*(float*)(a3)); c3x = Vector512.FusedMultiplyAdd(e, x, c3x); c3y = Vector512.FusedMultiplyAdd(e, y, c3y);
                e = Vector512.Create(*(float*)(a3 + rs)); c4x = Vector512.FusedMultiplyAdd(e, x, c4x); c4y = Vector512.FusedMultiplyAdd(e, y, c4y);
                e = Vector512.Create(*(float*)(a3 + rs2)); c5x = Vector512.FusedMultiplyAdd(e, x, c5x); c5y = Vector512.FusedMultiplyAdd(e, y, c5y);
                e = Vector512.Create(*(float*)(a6)); c6x = Vector512.FusedMultiplyAdd(e, x, c6x); c6y = Vector512.FusedMultiplyAdd(e, y, c6y);
                e = Vector512.Create(*(float*)(a6 + rs)); c7x = Vector512.FusedMultiplyAdd(e, x, c7x); c7y = Vector512.FusedMultiplyAdd(e, y, c7y);
                e = Vector512.Create(*(float*)(a6 + rs2)); c8x = Vector512.FusedMultiplyAdd(e, x, c8x); c8y = Vector512.FusedMultiplyAdd(e, y, c8y);
                e = Vector512.Create(*(float*)(a9)); c9x = Vector512.FusedMultiplyAdd(e, x, c9x); c9y = Vector512.FusedMultiplyAdd(e, y, c9y);
                e = Vector512.Create(*(float*)(a9 + rs)); c10x = Vector512.FusedMultiplyAdd(e, x, c10x); c10y = Vector512.FusedMultiplyAdd(e, y, c10y);
                a0 += sizeof(float);
                a3 += sizeof(float);
                a6 += sizeof(float);
                a9 += sizeof(float);
            }
            c0x.Store(c + column); c0y.Store(c + column + 16);
            c1x.Store(c + column + ldc); c1y.Store(c + column + ldc + 16);
            c2x.Store(c + column + (2 * ldc)); c2y.Store(c + column + (2 * ldc) + 16);
            c3x.Store(c + column + (3 * ldc)); c3y.Store(c + column + (3 * ldc) + 16);
            c4x.Store(c + column + (4 * ldc)); c4y.Store(c + column + (4 * ldc) + 16);
            c5x.Store(c + column + (5 * ldc)); c5y.Store(c + column + (5 * ldc) + 16);
            c6x.Store(c + column + (6 * ldc)); c6y.Store(c + column + (6 * ldc) + 16);
            c7x.Store(c + column + (7 * ldc)); c7y.Store(c + column + (7 * ldc) + 16);
            c8x.Store(c + column + (8 * ldc)); c8y.Store(c + column + (8 * ldc) + 16);
            c9x.Store(c + column + (9 * ldc)); c9y.Store(c + column + (9 * ldc) + 16);
            c10x.Store(c + column + (10 * ldc)); c10y.Store(c + column + (10 * ldc) + 16);
        }
        if (column < columns)
        {
            byte* a0 = (byte*)a;
            byte* a3 = a0 + (3 * rs);
            byte* a6 = a3 + (3 * rs);
            byte* a9 = a6 + (3 * rs);
            float* p = pages[column / 32] + (column % 32);
            Vector512<float> x, e;
            Vector512<float> c0x = default;
            Vector512<float> c1x = default;
            Vector512<float> c2x = default;
            Vector512<float> c3x = default;
            Vector512<float> c4x = default;
            Vector512<float> c5x = default;
            Vector512<float> c6x = default;
            Vector512<float> c7x = default;
            Vector512<float> c8x = default;
            Vector512<float> c9x = default;
            Vector512<float> c10x = default;
            for (int n = k; n > 0; n--, p += 32)
            {
                x = Vector512.Load(p);
                e = Vector512.Create(*(float*)(a0)); c0x = Vector512.FusedMultiplyAdd(e, x, c0x);
                e = Vector512.Create(*(float*)(a0 + rs)); c1x = Vector512.FusedMultiplyAdd(e, x, c1x);
                e = Vector512.Create(*(float*)(a0 + rs2)); c2x = Vector512.FusedMultiplyAdd(e, x, c2x);
                e = Vector512.Create(*(float*)(a3)); c3x = Vector512.FusedMultiplyAdd(e, x, c3x);
                e = Vector512.Create(*(float*)(a3 + rs)); c4x = Vector512.FusedMultiplyAdd(e, x, c4x);
                e = Vector512.Create(*(float*)(a3 + rs2)); c5x = Vector512.FusedMultiplyAdd(e, x, c5x);
                e = Vector512.Create(*(float*)(a6)); c6x = Vector512.FusedMultiplyAdd(e, x, c6x);
                e = Vector512.Create(*(float*)(a6 + rs)); c7x = Vector512.FusedMultiplyAdd(e, x, c7x);
                e = Vector512.Create(*(float*)(a6 + rs2)); c8x = Vector512.FusedMultiplyAdd(e, x, c8x);
                e = Vector512.Create(*(float*)(a9)); c9x = Vector512.FusedMultiplyAdd(e, x, c9x);
                e = Vector512.Create(*(float*)(a9 + rs)); c10x = Vector512.FusedMultiplyAdd(e, x, c10x);
                a0 += sizeof(float);
                a3 += sizeof(float);
                a6 += sizeof(float);
                a9 += sizeof(float);
            }
            c0x.Store(c + column);
            c1x.Store(c + column + ldc);
            c2x.Store(c + column + (2 * ldc));
            c3x.Store(c + column + (3 * ldc));
            c4x.Store(c + column + (4 * ldc));
            c5x.Store(c + column + (5 * ldc));
            c6x.Store(c + column + (6 * ldc));
            c7x.Store(c + column + (7 * ldc));
            c8x.Store(c + column + (8 * ldc));
            c9x.Store(c + column + (9 * ldc));
            c10x.Store(c + column + (10 * ldc));
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization), SkipLocalsInit]
    private static void Band11(in AttentionTileBand t, float* a, float* b, float* c, int open, int full, int close)
    {
        nint rs = t.RowStride * sizeof(float), rs2 = 2 * rs, cs = t.StepStride * sizeof(float), ldb = t.Ldb, ldc = t.Ldc;
        for (int columns = t.Columns; columns > 0; columns -= 32)
        {
            byte* a0 = (byte*)a;
            byte* a3 = a0 + (3 * rs);
            byte* a6 = a3 + (3 * rs);
            byte* a9 = a6 + (3 * rs);
            float* p = b;
            Vector512<float> x, y, e;
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
            if (t.Accumulate)
            {
                c0x = Vector512.Load(c); c0y = Vector512.Load(c + 16);
                c1x = Vector512.Load(c + ldc); c1y = Vector512.Load(c + ldc + 16);
                c2x = Vector512.Load(c + (2 * ldc)); c2y = Vector512.Load(c + (2 * ldc) + 16);
                c3x = Vector512.Load(c + (3 * ldc)); c3y = Vector512.Load(c + (3 * ldc) + 16);
                c4x = Vector512.Load(c + (4 * ldc)); c4y = Vector512.Load(c + (4 * ldc) + 16);
                c5x = Vector512.Load(c + (5 * ldc)); c5y = Vector512.Load(c + (5 * ldc) + 16);
                c6x = Vector512.Load(c + (6 * ldc)); c6y = Vector512.Load(c + (6 * ldc) + 16);
                c7x = Vector512.Load(c + (7 * ldc)); c7y = Vector512.Load(c + (7 * ldc) + 16);
                c8x = Vector512.Load(c + (8 * ldc)); c8y = Vector512.Load(c + (8 * ldc) + 16);
                c9x = Vector512.Load(c + (9 * ldc)); c9y = Vector512.Load(c + (9 * ldc) + 16);
                c10x = Vector512.Load(c + (10 * ldc)); c10y = Vector512.Load(c + (10 * ldc) + 16);
            }
            if (open >= 10)
                goto Full;
            if (open <= 0)
            {
                x = Vector512.Load(p);
                y = Vector512.Load(p + 16);
                e = Vector512.Create(*(float*)(a0)); c0x = Vector512.FusedMultiplyAdd(e, x, c0x); c0y = Vector512.FusedMultiplyAdd(e, y, c0y);
                a0 += cs;
                a3 += cs;
                a6 += cs;
                a9 += cs;
                p += ldb;
            }
            if (open <= 1)
            {
                x = Vector512.Load(p);
                y = Vector512.Load(p + 16);
                e = Vector512.Create(*(float*)(a0)); c0x = Vector512.FusedMultiplyAdd(e, x, c0x); c0y = Vector512.FusedMultiplyAdd(e, y, c0y);
                e = Vector512.Create(*(float*)(a0 + rs)); c1x = Vector512.FusedMultiplyAdd(e, x, c1x); c1y = Vector512.FusedMultiplyAdd(e, y, c1y);
                a0 += cs;
                a3 += cs;
                a6 += cs;
                a9 += cs;
                p += ldb;
            }
            if (open <= 2)
            {
                x = Vector512.Load(p);
                y = Vector512.Load(p + 16);
                e = Vector512.Create(*(float*)(a0)); c0x = Vector512.FusedMultiplyAdd(e, x, c0x); c0y = Vector512.FusedMultiplyAdd(e, y, c0y);
                e = Vector512.Create(*(float*)(a0 + rs)); c1x = Vector512.FusedMultiplyAdd(e, x, c1x); c1y = Vector512.FusedMultiplyAdd(e, y, c1y);
                e = Vector512.Create(*(float*)(a0 + rs2)); c2x = Vector512.FusedMultiplyAdd(e, x, c2x); c2y = Vector512.FusedMultiplyAdd(e, y, c2y);
                a0 += cs;
                a3 += cs;
                a6 += cs;
                a9 += cs;
                p += ldb;
            }
            if (open <= 3)
            {
                x = Vector512.Load(p);
                y = Vector512.Load(p + 16);
                e = Vector512.Create(*(float*)(a0)); c0x = Vector512.FusedMultiplyAdd(e, x, c0x); c0y = Vector512.FusedMultiplyAdd(e, y, c0y);
                e = Vector512.Create(*(float*)(a0 + rs)); c1x = Vector512.FusedMultiplyAdd(e, x, c1x); c1y = Vector512.FusedMultiplyAdd(e, y, c1y);
                e = Vector512.Create(*(float*)(a0 + rs2)); c2x = Vector512.FusedMultiplyAdd(e, x, c2x); c2y = Vector512.FusedMultiplyAdd(e, y, c2y);
                e = Vector512.Create(*(float*)(a3)); c3x = Vector512.FusedMultiplyAdd(e, x, c3x); c3y = Vector512.FusedMultiplyAdd(e, y, c3y);
                a0 += cs;
                a3 += cs;
                a6 += cs;
                a9 += cs;
                p += ldb;
            }
            if (open <= 4)
            {
                x = Vector512.Load(p);
                y = Vector512.Load(p + 16);
                e = Vector512.Create(*(float*)(a0)); c0x = Vector512.FusedMultiplyAdd(e, x, c0x); c0y = Vector512.FusedMultiplyAdd(e, y, c0y);
                e = Vector512.Create(*(float*)(a0 + rs)); c1x = Vector512.FusedMultiplyAdd(e, x, c1x); c1y = Vector512.FusedMultiplyAdd(e, y, c1y);
                e = Vector512.Create(*(float*)(a0 + rs2)); c2x = Vector512.FusedMultiplyAdd(e, x, c2x); c2y = Vector512.FusedMultiplyAdd(e, y, c2y);
                e = Vector512.Create(*(float*)(a3)); c3x = Vector512.FusedMultiplyAdd(e, x, c3x); c3y = Vector512.FusedMultiplyAdd(e, y, c3y);
                e = Vector512.Create(*(float*)(a3 + rs)); c4x = Vector512.FusedMultiplyAdd(e, x, c4x); c4y = Vector512.FusedMultiplyAdd(e, y, c4y);
                a0 += cs;
                a3 += cs;
                a6 += cs;
                a9 += cs;
                p += ldb;
            }
            if (open <= 5)
            {
                x = Vector512.Load(p);
                y = Vector512.Load(p + 16);
                e = Vector512.Create(*(float*)(a0)); c0x = Vector512.FusedMultiplyAdd(e, x, c0x); c0y = Vector512.FusedMultiplyAdd(e, y, c0y);
                e = Vector512.Create(*(float*)(a0 + rs)); c1x = Vector512.FusedMultiplyAdd(e, x, c1x); c1y = Vector512.FusedMultiplyAdd(e, y, c1y);
                e = Vector512.Create(*(float*)(a0 + rs2)); c2x = Vector512.FusedMultiplyAdd(e, x, c2x); c2y = Vector512.FusedMultiplyAdd(e, y, c2y);
                e = Vector512.Create(*(float*)(a3)); c3x = Vector512.FusedMultiplyAdd(e, x, c3x); c3y = Vector512.FusedMultiplyAdd(e, y, c3y);
                e = Vector512.Create(*(float*)(a3 + rs)); c4x = Vector512.FusedMultiplyAdd(e, x, c4x); c4y = Vector512.FusedMultiplyAdd(e, y, c4y);
                e = Vector512.Create(*(float*)(a3 + rs2)); c5x = Vector512.FusedMultiplyAdd(e, x, c5x); c5y = Vector512.FusedMultiplyAdd(e, y, c5y);
                a0 += cs;
                a3 += cs;
                a6 += cs;
                a9 += cs;
                p += ldb;
            }
            if (open <= 6)
            {
                x = Vector512.Load(p);
                y = Vector512.Load(p + 16);
                e = Vector512.Create(*(float*)(a0)); c0x = Vector512.FusedMultiplyAdd(e, x, c0x); c0y = Vector512.FusedMultiplyAdd(e, y, c0y);
                e = Vector512.Create(*(float*)(a0 + rs)); c1x = Vector512.FusedMultiplyAdd(e, x, c1x); c1y = Vector512.FusedMultiplyAdd(e, y, c1y);
                e = Vector512.Create(*(float*)(a0 + rs2)); c2x = Vector512.FusedMultiplyAdd(e, x, c2x); c2y = Vector512.FusedMultiplyAdd(e, y, c2y);
                e = Vector512.Create(*(float*)(a3)); c3x = Vector512.FusedMultiplyAdd(e, x, c3x); c3y = Vector512.FusedMultiplyAdd(e, y, c3y);
                e = Vector512.Create(*(float*)(a3 + rs)); c4x = Vector512.FusedMultiplyAdd(e, x, c4x); c4y = Vector512.FusedMultiplyAdd(e, y, c4y);
                e = Vector512.Create(*(float*)(a3 + rs2)); c5x = Vector512.FusedMultiplyAdd(e, x, c5x); c5y = Vector512.FusedMultiplyAdd(e, y, c5y);
                e = Vector512.Create(*(float*)(a6)); c6x = Vector512.FusedMultiplyAdd(e, x, c6x); c6y = Vector512.FusedMultiplyAdd(e, y, c6y);
                a0 += cs;
                a3 += cs;
                a6 += cs;
                a9 += cs;
                p += ldb;
            }
            if (open <= 7)
            {
                x = Vector512.Load(p);
                y = Vector512.Load(p + 16);
                e = Vector512.Create(*(float*)(a0)); c0x = Vector512.FusedMultiplyAdd(e, x, c0x); c0y = Vector512.FusedMultiplyAdd(e, y, c0y);
                e = Vector512.Create(*(float*)(a0 + rs)); c1x = Vector512.FusedMultiplyAdd(e, x, c1x); c1y = Vector512.FusedMultiplyAdd(e, y, c1y);
                e = Vector512.Create(*(float*)(a0 + rs2)); c2x = Vector512.FusedMultiplyAdd(e, x, c2x); c2y = Vector512.FusedMultiplyAdd(e, y, c2y);
                e = Vector512.Create(*(float*)(a3)); c3x = Vector512.FusedMultiplyAdd(e, x, c3x); c3y = Vector512.FusedMultiplyAdd(e, y, c3y);
                e = Vector512.Create(*(float*)(a3 + rs)); c4x = Vector512.FusedMultiplyAdd(e, x, c4x); c4y = Vector512.FusedMultiplyAdd(e, y, c4y);
                e = Vector512.Create(*(float*)(a3 + rs2)); c5x = Vector512.FusedMultiplyAdd(e, x, c5x); c5y = Vector512.FusedMultiplyAdd(e, y, c5y);
                e = Vector512.Create(*(float*)(a6)); c6x = Vector512.FusedMultiplyAdd(e, x, c6x); c6y = Vector512.FusedMultiplyAdd(e, y, c6y);
                e = Vector512.Create(*(float*)(a6 + rs)); c7x = Vector512.FusedMultiplyAdd(e, x, c7x); c7y = Vector512.FusedMultiplyAdd(e, y, c7y);
                a0 += cs;
                a3 += cs;
                a6 += cs;
                a9 += cs;
                p += ldb;
            }
            if (open <= 8)
            {
                x = Vector512.Load(p);
                y = Vector512.Load(p + 16);
                e = Vector512.Create(*(float*)(a0)); c0x = Vector512.FusedMultiplyAdd(e, x, c0x); c0y = Vector512.FusedMultiplyAdd(e, y, c0y);
                e = Vector512.Create(*(float*)(a0 + rs)); c1x = Vector512.FusedMultiplyAdd(e, x, c1x); c1y = Vector512.FusedMultiplyAdd(e, y, c1y);
                e = Vector512.Create(*(float*)(a0 + rs2)); c2x = Vector512.FusedMultiplyAdd(e, x, c2x); c2y = Vector512.FusedMultiplyAdd(e, y, c2y);
                e = Vector512.Create(*(float*)(a3)); c3x = Vector512.FusedMultiplyAdd(e, x, c3x); c3y = Vector512.FusedMultiplyAdd(e, y, c3y);
                e = Vector512.Create(*(float*)(a3 + rs)); c4x = Vector512.FusedMultiplyAdd(e, x, c4x); c4y = Vector512.FusedMultiplyAdd(e, y, c4y);
                e = Vector512.Create(*(float*)(a3 + rs2)); c5x = Vector512.FusedMultiplyAdd(e, x, c5x); c5y = Vector512.FusedMultiplyAdd(e, y, c5y);
                e = Vector512.Create(*(float*)(a6)); c6x = Vector512.FusedMultiplyAdd(e, x, c6x); c6y = Vector512.FusedMultiplyAdd(e, y, c6y);
                e = Vector512.Create(*(float*)(a6 + rs)); c7x = Vector512.FusedMultiplyAdd(e, x, c7x); c7y = Vector512.FusedMultiplyAdd(e, y, c7y);
                e = Vector512.Create(*(float*)(a6 + rs2)); c8x = Vector512.FusedMultiplyAdd(e, x, c8x); c8y = Vector512.FusedMultiplyAdd(e, y, c8y);
                a0 += cs;
                a3 += cs;
                a6 += cs;
                a9 += cs;
                p += ldb;
            }
            if (open <= 9)
            {
                x = Vector512.Load(p);
                y = Vector512.Load(p + 16);
                e = Vector512.Create(*(float*)(a0)); c0x = Vector512.FusedMultiplyAdd(e, x, c0x); c0y = Vector512.FusedMultiplyAdd(e, y, c0y);
                e = Vector512.Create(*(float*)(a0 + rs)); c1x = Vector512.FusedMultiplyAdd(e, x, c1x); c1y = Vector512.FusedMultiplyAdd(e, y, c1y);
                e = Vector512.Create(*(float*)(a0 + rs2)); c2x = Vector512.FusedMultiplyAdd(e, x, c2x); c2y = Vector512.FusedMultiplyAdd(e, y, c2y);
                e = Vector512.Create(*(float*)(a3)); c3x = Vector512.FusedMultiplyAdd(e, x, c3x); c3y = Vector512.FusedMultiplyAdd(e, y, c3y);
                e = Vector512.Create(*(float*)(a3 + rs)); c4x = Vector512.FusedMultiplyAdd(e, x, c4x); c4y = Vector512.FusedMultiplyAdd(e, y, c4y);
                e = Vector512.Create(*(float*)(a3 + rs2)); c5x = Vector512.FusedMultiplyAdd(e, x, c5x); c5y = Vector512.FusedMultiplyAdd(e, y, c5y);
                e = Vector512.Create(*(float*)(a6)); c6x = Vector512.FusedMultiplyAdd(e, x, c6x); c6y = Vector512.FusedMultiplyAdd(e, y, c6y);
                e = Vector512.Create(*(float*)(a6 + rs)); c7x = Vector512.FusedMultiplyAdd(e, x, c7x); c7y = Vector512.FusedMultiplyAdd(e, y, c7y);
                e = Vector512.Create(*(float*)(a6 + rs2)); c8x = Vector512.FusedMultiplyAdd(e, x, c8x); c8y = Vector512.FusedMultiplyAdd(e, y, c8y);
                e = Vector512.Create(*(float*)(a9)); c9x = Vector512.FusedMultiplyAdd(e, x, c9x); c9y = Vector512.FusedMultiplyAdd(e, y, c9y);
                a0 += cs;
                a3 += cs;
                a6 += cs;
                a9 += cs;
                p += ldb;
            }
        Full:
            for (int n = full; n > 0; n--, p += ldb)
            {
                x = Vector512.Load(p);
                y = Vector512.Load(p + 16);
                e = Vector512.Create(*(float*)(a0)); c0x = Vector512.FusedMultiplyAdd(e, x, c0x); c0y = Vector512.FusedMultiplyAdd(e, y, c0y);
                e = Vector512.Create(*(float*)(a0 + rs)); c1x = Vector512.FusedMultiplyAdd(e, x, c1x); c1y = Vector512.FusedMultiplyAdd(e, y, c1y);
                e = Vector512.Create(*(float*)(a0 + rs2)); c2x = Vector512.FusedMultiplyAdd(e, x, c2x); c2y = Vector512.FusedMultiplyAdd(e, y, c2y);
                e = Vector512.Create(*(float*)(a3)); c3x = Vector512.FusedMultiplyAdd(e, x, c3x); c3y = Vector512.FusedMultiplyAdd(e, y, c3y);
                e = Vector512.Create(*(float*)(a3 + rs)); c4x = Vector512.FusedMultiplyAdd(e, x, c4x); c4y = Vector512.FusedMultiplyAdd(e, y, c4y);
                e = Vector512.Create(*(float*)(a3 + rs2)); c5x = Vector512.FusedMultiplyAdd(e, x, c5x); c5y = Vector512.FusedMultiplyAdd(e, y, c5y);
                e = Vector512.Create(*(float*)(a6)); c6x = Vector512.FusedMultiplyAdd(e, x, c6x); c6y = Vector512.FusedMultiplyAdd(e, y, c6y);
                e = Vector512.Create(*(float*)(a6 + rs)); c7x = Vector512.FusedMultiplyAdd(e, x, c7x); c7y = Vector512.FusedMultiplyAdd(e, y, c7y);
                e = Vector512.Create(*(float*)(a6 + rs2)); c8x = Vector512.FusedMultiplyAdd(e, x, c8x); c8y = Vector512.FusedMultiplyAdd(e, y, c8y);
                e = Vector512.Create(*(float*)(a9)); c9x = Vector512.FusedMultiplyAdd(e, x, c9x); c9y = Vector512.FusedMultiplyAdd(e, y, c9y);
                e = Vector512.Create(*(float*)(a9 + rs)); c10x = Vector512.FusedMultiplyAdd(e, x, c10x); c10y = Vector512.FusedMultiplyAdd(e, y, c10y);
                a0 += cs;
                a3 += cs;
                a6 += cs;
                a9 += cs;
            }
            if (close < 1)
                goto Done;
            x = Vector512.Load(p);
            y = Vector512.Load(p + 16);
            e = Vector512.Create(*(float*)(a0 + rs)); c1x = Vector512.FusedMultiplyAdd(e, x, c1x); c1y = Vector512.FusedMultiplyAdd(e, y, c1y);
            e = Vector512.Create(*(float*)(a0 + rs2)); c2x = Vector512.FusedMultiplyAdd(e, x, c2x); c2y = Vector512.FusedMultiplyAdd(e, y, c2y);
            e = Vector512.Create(*(float*)(a3)); c3x = Vector512.FusedMultiplyAdd(e, x, c3x); c3y = Vector512.FusedMultiplyAdd(e, y, c3y);
            e = Vector512.Create(*(float*)(a3 + rs)); c4x = Vector512.FusedMultiplyAdd(e, x, c4x); c4y = Vector512.FusedMultiplyAdd(e, y, c4y);
            e = Vector512.Create(*(float*)(a3 + rs2)); c5x = Vector512.FusedMultiplyAdd(e, x, c5x); c5y = Vector512.FusedMultiplyAdd(e, y, c5y);
            e = Vector512.Create(*(float*)(a6)); c6x = Vector512.FusedMultiplyAdd(e, x, c6x); c6y = Vector512.FusedMultiplyAdd(e, y, c6y);
            e = Vector512.Create(*(float*)(a6 + rs)); c7x = Vector512.FusedMultiplyAdd(e, x, c7x); c7y = Vector512.FusedMultiplyAdd(e, y, c7y);
            e = Vector512.Create(*(float*)(a6 + rs2)); c8x = Vector512.FusedMultiplyAdd(e, x, c8x); c8y = Vector512.FusedMultiplyAdd(e, y, c8y);
            e = Vector512.Create(*(float*)(a9)); c9x = Vector512.FusedMultiplyAdd(e, x, c9x); c9y = Vector512.FusedMultiplyAdd(e, y, c9y);
            e = Vector512.Create(*(float*)(a9 + rs)); c10x = Vector512.FusedMultiplyAdd(e, x, c10x); c10y = Vector512.FusedMultiplyAdd(e, y, c10y);
            a0 += cs;
            a3 += cs;
            a6 += cs;
            a9 += cs;
            p += ldb;
            if (close < 2)
                goto Done;
            x = Vector512.Load(p);
            y = Vector512.Load(p + 16);
            e = Vector512.Create(*(float*)(a0 + rs2)); c2x = Vector512.FusedMultiplyAdd(e, x, c2x); c2y = Vector512.FusedMultiplyAdd(e, y, c2y);
            e = Vector512.Create(*(float*)(a3)); c3x = Vector512.FusedMultiplyAdd(e, x, c3x); c3y = Vector512.FusedMultiplyAdd(e, y, c3y);
            e = Vector512.Create(*(float*)(a3 + rs)); c4x = Vector512.FusedMultiplyAdd(e, x, c4x); c4y = Vector512.FusedMultiplyAdd(e, y, c4y);
            e = Vector512.Create(*(float*)(a3 + rs2)); c5x = Vector512.FusedMultiplyAdd(e, x, c5x); c5y = Vector512.FusedMultiplyAdd(e, y, c5y);
            e = Vector512.Create(*(float*)(a6)); c6x = Vector512.FusedMultiplyAdd(e, x, c6x); c6y = Vector512.FusedMultiplyAdd(e, y, c6y);
            e = Vector512.Create(*(float*)(a6 + rs)); c7x = Vector512.FusedMultiplyAdd(e, x, c7x); c7y = Vector512.FusedMultiplyAdd(e, y, c7y);
            e = Vector512.Create(*(float*)(a6 + rs2)); c8x = Vector512.FusedMultiplyAdd(e, x, c8x); c8y = Vector512.FusedMultiplyAdd(e, y, c8y);
            e = Vector512.Create(*(float*)(a9)); c9x = Vector512.FusedMultiplyAdd(e, x, c9x); c9y = Vector512.FusedMultiplyAdd(e, y, c9y);
            e = Vector512.Create(*(float*)(a9 + rs)); c10x = Vector512.FusedMultiplyAdd(e, x, c10x); c10y = Vector512.FusedMultiplyAdd(e, y, c10y);
            a0 += cs;
            a3 += cs;
            a6 += cs;
            a9 += cs;
            p += ldb;
            if (close < 3)
                goto Done;
            x = Vector512.Load(p);
            y = Vector512.Load(p + 16);
            e = Vector512.Create(*(float*)(a3)); c3x = Vector512.FusedMultiplyAdd(e, x, c3x); c3y = Vector512.FusedMultiplyAdd(e, y, c3y);
            e = Vector512.Create(*(float*)(a3 + rs)); c4x = Vector512.FusedMultiplyAdd(e, x, c4x); c4y = Vector512.FusedMultiplyAdd(e, y, c4y);
            e = Vector512.Create(*(float*)(a3 + rs2)); c5x = Vector512.FusedMultiplyAdd(e, x, c5x); c5y = Vector512.FusedMultiplyAdd(e, y, c5y);
            e = Vector512.Create(*(float*)(a6)); c6x = Vector512.FusedMultiplyAdd(e, x, c6x); c6y = Vector512.FusedMultiplyAdd(e, y, c6y);
            e = Vector512.Create(*(float*)(a6 + rs)); c7x = Vector512.FusedMultiplyAdd(e, x, c7x); c7y = Vector512.FusedMultiplyAdd(e, y, c7y);
            e = Vector512.Create(*(float*)(a6 + rs2)); c8x = Vector512.FusedMultiplyAdd(e, x, c8x); c8y = Vector512.FusedMultiplyAdd(e, y, c8y);
            e = Vector512.Create(*(float*)(a9)); c9x = Vector512.FusedMultiplyAdd(e, x, c9x); c9y = Vector512.FusedMultiplyAdd(e, y, c9y);
            e = Vector512.Create(*(float*)(a9 + rs)); c10x = Vector512.FusedMultiplyAdd(e, x, c10x); c10y = Vector512.FusedMultiplyAdd(e, y, c10y);
            a0 += cs;
            a3 += cs;
            a6 += cs;
            a9 += cs;
            p += ldb;
            if (close < 4)
                goto Done;
            x = Vector512.Load(p);
            y = Vector512.Load(p + 16);
            e = Vector512.Create(*(float*)(a3 + rs)); c4x = Vector512.FusedMultiplyAdd(e, x, c4x); c4y = Vector512.FusedMultiplyAdd(e, y, c4y);
            e = Vector512.Create(*(float*)(a3 + rs2)); c5x = Vector512.FusedMultiplyAdd(e, x, c5x); c5y = Vector512.FusedMultiplyAdd(e, y, c5y);
            e = Vector512.Create(*(float*)(a6)); c6x = Vector512.FusedMultiplyAdd(e, x, c6x); c6y = Vector512.FusedMultiplyAdd(e, y, c6y);
            e = Vector512.Create(*(float*)(a6 + rs)); c7x = Vector512.FusedMultiplyAdd(e, x, c7x); c7y = Vector512.FusedMultiplyAdd(e, y, c7y);
            e = Vector512.Create(*(float*)(a6 + rs2)); c8x = Vector512.FusedMultiplyAdd(e, x, c8x); c8y = Vector512.FusedMultiplyAdd(e, y, c8y);
            e = Vector512.Create(*(float*)(a9)); c9x = Vector512.FusedMultiplyAdd(e, x, c9x); c9y = Vector512.FusedMultiplyAdd(e, y, c9y);
            e = Vector512.Create(*(float*)(a9 + rs)); c10x = Vector512.FusedMultiplyAdd(e, x, c10x); c10y = Vector512.FusedMultiplyAdd(e, y, c10y);
            a0 += cs;
            a3 += cs;
            a6 += cs;
            a9 += cs;
            p += ldb;
            if (close < 5)
                goto Done;
            x = Vector512.Load(p);
            y = Vector512.Load(p + 16);
            e = Vector512.Create(*(float*)(a3 + rs2)); c5x = Vector512.FusedMultiplyAdd(e, x, c5x); c5y = Vector512.FusedMultiplyAdd(e, y, c5y);
            e = Vector512.Create(*(float*)(a6)); c6x = Vector512.FusedMultiplyAdd(e, x, c6x); c6y = Vector512.FusedMultiplyAdd(e, y, c6y);
            e = Vector512.Create(*(float*)(a6 + rs)); c7x = Vector512.FusedMultiplyAdd(e, x, c7x); c7y = Vector512.FusedMultiplyAdd(e, y, c7y);
            e = Vector512.Create(*(float*)(a6 + rs2)); c8x = Vector512.FusedMultiplyAdd(e, x, c8x); c8y = Vector512.FusedMultiplyAdd(e, y, c8y);
            e = Vector512.Create(*(float*)(a9)); c9x = Vector512.FusedMultiplyAdd(e, x, c9x); c9y = Vector512.FusedMultiplyAdd(e, y, c9y);
            e = Vector512.Create(*(float*)(a9 + rs)); c10x = Vector512.FusedMultiplyAdd(e, x, c10x); c10y = Vector512.FusedMultiplyAdd(e, y, c10y);
            a0 += cs;
            a3 += cs;
            a6 += cs;
            a9 += cs;
            p += ldb;
            if (close < 6)
                goto Done;
            x = Vector512.Load(p);
            y = Vector512.Load(p + 16);
            e = Vector512.Create(*(float*)(a6)); c6x = Vector512.FusedMultiplyAdd(e, x, c6x); c6y = Vector512.FusedMultiplyAdd(e, y, c6y);
            e = Vector512.Create(*(float*)(a6 + rs)); c7x = Vector512.FusedMultiplyAdd(e, x, c7x); c7y = Vector512.FusedMultiplyAdd(e, y, c7y);
            e = Vector512.Create(*(float*)(a6 + rs2)); c8x = Vector512.FusedMultiplyAdd(e, x, c8x); c8y = Vector512.FusedMultiplyAdd(e, y, c8y);
            e = Vector512.Create(*(float*)(a9)); c9x = Vector512.FusedMultiplyAdd(e, x, c9x); c9y = Vector512.FusedMultiplyAdd(e, y, c9y);
            e = Vector512.Create(*(float*)(a9 + rs)); c10x = Vector512.FusedMultiplyAdd(e, x, c10x); c10y = Vector512.FusedMultiplyAdd(e, y, c10y);
            a0 += cs;
            a3 += cs;
            a6 += cs;
            a9 += cs;
            p += ldb;
            if (close < 7)
                goto Done;
            x = Vector512.Load(p);
            y = Vector512.Load(p + 16);
            e = Vector512.Create(*(float*)(a6 + rs)); c7x = Vector512.FusedMultiplyAdd(e, x, c7x); c7y = Vector512.FusedMultiplyAdd(e, y, c7y);
            e = Vector512.Create(*(float*)(a6 + rs2)); c8x = Vector512.FusedMultiplyAdd(e, x, c8x); c8y = Vector512.FusedMultiplyAdd(e, y, c8y);
            e = Vector512.Create(*(float*)(a9)); c9x = Vector512.FusedMultiplyAdd(e, x, c9x); c9y = Vector512.FusedMultiplyAdd(e, y, c9y);
            e = Vector512.Create(*(float*)(a9 + rs)); c10x = Vector512.FusedMultiplyAdd(e, x, c10x); c10y = Vector512.FusedMultiplyAdd(e, y, c10y);
            a0 += cs;
            a3 += cs;
            a6 += cs;
            a9 += cs;
            p += ldb;
            if (close < 8)
                goto Done;
            x = Vector512.Load(p);
            y = Vector512.Load(p + 16);
            e = Vector512.Create(*(float*)(a6 + rs2)); c8x = Vector512.FusedMultiplyAdd(e, x, c8x); c8y = Vector512.FusedMultiplyAdd(e, y, c8y);
            e = Vector512.Create(*(float*)(a9)); c9x = Vector512.FusedMultiplyAdd(e, x, c9x); c9y = Vector512.FusedMultiplyAdd(e, y, c9y);
            e = Vector512.Create(*(float*)(a9 + rs)); c10x = Vector512.FusedMultiplyAdd(e, x, c10x); c10y = Vector512.FusedMultiplyAdd(e, y, c10y);
            a0 += cs;
            a3 += cs;
            a6 += cs;
            a9 += cs;
            p += ldb;
            if (close < 9)
                goto Done;
            x = Vector512.Load(p);
            y = Vector512.Load(p + 16);
            e = Vector512.Create(*(float*)(a9)); c9x = Vector512.FusedMultiplyAdd(e, x, c9x); c9y = Vector512.FusedMultiplyAdd(e, y, c9y);
            e = Vector512.Create(*(float*)(a9 + rs)); c10x = Vector512.FusedMultiplyAdd(e, x, c10x); c10y = Vector512.FusedMultiplyAdd(e, y, c10y);
            a0 += cs;
            a3 += cs;
            a6 += cs;
            a9 += cs;
            p += ldb;
            if (close < 10)
                goto Done;
            x = Vector512.Load(p);
            y = Vector512.Load(p + 16);
            e = Vector512.Create(*(float*)(a9 + rs)); c10x = Vector512.FusedMultiplyAdd(e, x, c10x); c10y = Vector512.FusedMultiplyAdd(e, y, c10y);
            a0 += cs;
            a3 += cs;
            a6 += cs;
            a9 += cs;
            p += ldb;
        Done:
            c0x.Store(c); c0y.Store(c + 16);
            c1x.Store(c + ldc); c1y.Store(c + ldc + 16);
            c2x.Store(c + (2 * ldc)); c2y.Store(c + (2 * ldc) + 16);
            c3x.Store(c + (3 * ldc)); c3y.Store(c + (3 * ldc) + 16);
            c4x.Store(c + (4 * ldc)); c4y.Store(c + (4 * ldc) + 16);
            c5x.Store(c + (5 * ldc)); c5y.Store(c + (5 * ldc) + 16);
            c6x.Store(c + (6 * ldc)); c6y.Store(c + (6 * ldc) + 16);
            c7x.Store(c + (7 * ldc)); c7y.Store(c + (7 * ldc) + 16);
            c8x.Store(c + (8 * ldc)); c8y.Store(c + (8 * ldc) + 16);
            c9x.Store(c + (9 * ldc)); c9y.Store(c + (9 * ldc) + 16);
            c10x.Store(c + (10 * ldc)); c10y.Store(c + (10 * ldc) + 16);
            b += t.PanelStride;
            c += 32;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization), SkipLocalsInit]
    private static void Scores12(float* a, nint lda, float** pages, float* c, nint ldc, int columns, int k)
    {
        nint rs = lda * sizeof(float);
        nint rs2 = 2 * rs;
        int column = 0;
        for (; columns - column > 16; column += 32)
        {
            byte* a0 = (byte*)a;
            byte* a3 = a0 + (3 * rs);
            byte* a6 = a3 + (3 * rs);
            byte* a9 = a6 + (3 * rs);
            float* p = pages[column / 32] + (column % 32);
            Vector512<float> x, y, e;
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
            for (int n = k; n > 0; n--, p += 32)
            {
                x = Vector512.Load(p);
                y = Vector512.Load(p + 16);
                e = Vector512.Create(*(float*)(a0)); c0x = Vector512.FusedMultiplyAdd(e, x, c0x); c0y = Vector512.FusedMultiplyAdd(e, y, c0y);
                e = Vector512.Create(*(float*)(a0 + rs)); c1x = Vector512.FusedMultiplyAdd(e, x, c1x); c1y = Vector512.FusedMultiplyAdd(e, y, c1y);
                e = Vector512.Create(*(float*)(a0 + rs2)); c2x = Vector512.FusedMultiplyAdd(e, x, c2x); c2y = Vector512.FusedMultiplyAdd(e, y, c2y);
                e = Vector512.Create(*(float*)(a3)); c3x = Vector512.FusedMultiplyAdd(e, x, c3x); c3y = Vector512.FusedMultiplyAdd(e, y, c3y);
                e = Vector512.Create(*(float*)(a3 + rs)); c4x = Vector512.FusedMultiplyAdd(e, x, c4x); c4y = Vector512.FusedMultiplyAdd(e, y, c4y);
                e = Vector512.Create(*(float*)(a3 + rs2)); c5x = Vector512.FusedMultiplyAdd(e, x, c5x); c5y = Vector512.FusedMultiplyAdd(e, y, c5y);
                e = Vector512.Create(*(float*)(a6)); c6x = Vector512.FusedMultiplyAdd(e, x, c6x); c6y = Vector512.FusedMultiplyAdd(e, y, c6y);
                e = Vector512.Create(*(float*)(a6 + rs)); c7x = Vector512.FusedMultiplyAdd(e, x, c7x); c7y = Vector512.FusedMultiplyAdd(e, y, c7y);
                e = Vector512.Create(*(float*)(a6 + rs2)); c8x = Vector512.FusedMultiplyAdd(e, x, c8x); c8y = Vector512.FusedMultiplyAdd(e, y, c8y);
                e = Vector512.Create(*(float*)(a9)); c9x = Vector512.FusedMultiplyAdd(e, x, c9x); c9y = Vector512.FusedMultiplyAdd(e, y, c9y);
                e = Vector512.Create(*(float*)(a9 + rs)); c10x = Vector512.FusedMultiplyAdd(e, x, c10x); c10y = Vector512.FusedMultiplyAdd(e, y, c10y);
                e = Vector512.Create(*(float*)(a9 + rs2)); c11x = Vector512.FusedMultiplyAdd(e, x, c11x); c11y = Vector512.FusedMultiplyAdd(e, y, c11y);
                a0 += sizeof(float);
                a3 += sizeof(float);
                a6 += sizeof(float);
                a9 += sizeof(float);
            }
            c0x.Store(c + column); c0y.Store(c + column + 16);
            c1x.Store(c + column + ldc); c1y.Store(c + column + ldc + 16);
            c2x.Store(c + column + (2 * ldc)); c2y.Store(c + column + (2 * ldc) + 16);
            c3x.Store(c + column + (3 * ldc)); c3y.Store(c + column + (3 * ldc) + 16);
            c4x.Store(c + column + (4 * ldc)); c4y.Store(c + column + (4 * ldc) + 16);
            c5x.Store(c + column + (5 * ldc)); c5y.Store(c + column + (5 * ldc) + 16);
            c6x.Store(c + column + (6 * ldc)); c6y.Store(c + column + (6 * ldc) + 16);
            c7x.Store(c + column + (7 * ldc)); c7y.Store(c + column + (7 * ldc) + 16);
            c8x.Store(c + column + (8 * ldc)); c8y.Store(c + column + (8 * ldc) + 16);
            c9x.Store(c + column + (9 * ldc)); c9y.Store(c + column + (9 * ldc) + 16);
            c10x.Store(c + column + (10 * ldc)); c10y.Store(c + column + (10 * ldc) + 16);
            c11x.Store(c + column + (11 * ldc)); c11y.Store(c + column + (11 * ldc) + 16);
        }
        if (column < columns)
        {
            byte* a0 = (byte*)a;
            byte* a3 = a0 + (3 * rs);
            byte* a6 = a3 + (3 * rs);
            byte* a9 = a6 + (3 * rs);
            float* p = pages[column / 32] + (column % 32);
            Vector512<float> x, e;
            Vector512<float> c0x = default;
            Vector512<float> c1x = default;
            Vector512<float> c2x = default;
            Vector512<float> c3x = default;
            Vector512<float> c4x = default;
            Vector512<float> c5x = default;
            Vector512<float> c6x = default;
            Vector512<float> c7x = default;
            Vector512<float> c8x = default;
            Vector512<float> c9x = default;
            Vector512<float> c10x = default;
            Vector512<float> c11x = default;
            for (int n = k; n > 0; n--, p += 32)
            {
                x = Vector512.Load(p);
                e = Vector512.Create(*(float*)(a0)); c0x = Vector512.FusedMultiplyAdd(e, x, c0x);
                e = Vector512.Create(*(float*)(a0 + rs)); c1x = Vector512.FusedMultiplyAdd(e, x, c1x);
                e = Vector512.Create(*(float*)(a0 + rs2)); c2x = Vector512.FusedMultiplyAdd(e, x, c2x);
                e = Vector512.Create(*(float*)(a3)); c3x = Vector512.FusedMultiplyAdd(e, x, c3x);
                e = Vector512.Create(*(float*)(a3 + rs)); c4x = Vector512.FusedMultiplyAdd(e, x, c4x);
                e = Vector512.Create(*(float*)(a3 + rs2)); c5x = Vector512.FusedMultiplyAdd(e, x, c5x);
                e = Vector512.Create(*(float*)(a6)); c6x = Vector512.FusedMultiplyAdd(e, x, c6x);
                e = Vector512.Create(*(float*)(a6 + rs)); c7x = Vector512.FusedMultiplyAdd(e, x, c7x);
                e = Vector512.Create(*(float*)(a6 + rs2)); c8x = Vector512.FusedMultiplyAdd(e, x, c8x);
                e = Vector512.Create(*(float*)(a9)); c9x = Vector512.FusedMultiplyAdd(e, x, c9x);
                e = Vector512.Create(*(float*)(a9 + rs)); c10x = Vector512.FusedMultiplyAdd(e, x, c10x);
                e = Vector512.Create(*(float*)(a9 + rs2)); c11x = Vector512.FusedMultiplyAdd(e, x, c11x);
                a0 += sizeof(float);
                a3 += sizeof(float);
                a6 += sizeof(float);
                a9 += sizeof(float);
            }
            c0x.Store(c + column);
            c1x.Store(c + column + ldc);
            c2x.Store(c + column + (2 * ldc));
            c3x.Store(c + column + (3 * ldc));
            c4x.Store(c + column + (4 * ldc));
            c5x.Store(c + column + (5 * ldc));
            c6x.Store(c + column + (6 * ldc));
            c7x.Store(c + column + (7 * ldc));
            c8x.Store(c + column + (8 * ldc));
            c9x.Store(c + column + (9 * ldc));
            c10x.Store(c + column + (10 * ldc));
            c11x.Store(c + column + (11 * ldc));
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization), SkipLocalsInit]
    private static void Band12(in AttentionTileBand t, float* a, float* b, float* c, int open, int full, int close)
    {
        nint rs = t.RowStride * sizeof(float), rs2 = 2 * rs, cs = t.StepStride * sizeof(float), ldb = t.Ldb, ldc = t.Ldc;
        for (int columns = t.Columns; columns > 0; columns -= 32)
        {
            byte* a0 = (byte*)a;
            byte* a3 = a0 + (3 * rs);
            byte* a6 = a3 + (3 * rs);
            byte* a9 = a6 + (3 * rs);
            float* p = b;
            Vector512<float> x, y, e;
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
            if (t.Accumulate)
            {
                c0x = Vector512.Load(c); c0y = Vector512.Load(c + 16);
                c1x = Vector512.Load(c + ldc); c1y = Vector512.Load(c + ldc + 16);
                c2x = Vector512.Load(c + (2 * ldc)); c2y = Vector512.Load(c + (2 * ldc) + 16);
                c3x = Vector512.Load(c + (3 * ldc)); c3y = Vector512.Load(c + (3 * ldc) + 16);
                c4x = Vector512.Load(c + (4 * ldc)); c4y = Vector512.Load(c + (4 * ldc) + 16);
                c5x = Vector512.Load(c + (5 * ldc)); c5y = Vector512.Load(c + (5 * ldc) + 16);
                c6x = Vector512.Load(c + (6 * ldc)); c6y = Vector512.Load(c + (6 * ldc) + 16);
                c7x = Vector512.Load(c + (7 * ldc)); c7y = Vector512.Load(c + (7 * ldc) + 16);
                c8x = Vector512.Load(c + (8 * ldc)); c8y = Vector512.Load(c + (8 * ldc) + 16);
                c9x = Vector512.Load(c + (9 * ldc)); c9y = Vector512.Load(c + (9 * ldc) + 16);
                c10x = Vector512.Load(c + (10 * ldc)); c10y = Vector512.Load(c + (10 * ldc) + 16);
                c11x = Vector512.Load(c + (11 * ldc)); c11y = Vector512.Load(c + (11 * ldc) + 16);
            }
            if (open >= 11)
                goto Full;
            if (open <= 0)
            {
                x = Vector512.Load(p);
                y = Vector512.Load(p + 16);
                e = Vector512.Create(*(float*)(a0)); c0x = Vector512.FusedMultiplyAdd(e, x, c0x); c0y = Vector512.FusedMultiplyAdd(e, y, c0y);
                a0 += cs;
                a3 += cs;
                a6 += cs;
                a9 += cs;
                p += ldb;
            }
            if (open <= 1)
            {
                x = Vector512.Load(p);
                y = Vector512.Load(p + 16);
                e = Vector512.Create(*(float*)(a0)); c0x = Vector512.FusedMultiplyAdd(e, x, c0x); c0y = Vector512.FusedMultiplyAdd(e, y, c0y);
                e = Vector512.Create(*(float*)(a0 + rs)); c1x = Vector512.FusedMultiplyAdd(e, x, c1x); c1y = Vector512.FusedMultiplyAdd(e, y, c1y);
                a0 += cs;
                a3 += cs;
                a6 += cs;
                a9 += cs;
                p += ldb;
            }
            if (open <= 2)
            {
                x = Vector512.Load(p);
                y = Vector512.Load(p + 16);
                e = Vector512.Create(*(float*)(a0)); c0x = Vector512.FusedMultiplyAdd(e, x, c0x); c0y = Vector512.FusedMultiplyAdd(e, y, c0y);
                e = Vector512.Create(*(float*)(a0 + rs)); c1x = Vector512.FusedMultiplyAdd(e, x, c1x); c1y = Vector512.FusedMultiplyAdd(e, y, c1y);
                e = Vector512.Create(*(float*)(a0 + rs2)); c2x = Vector512.FusedMultiplyAdd(e, x, c2x); c2y = Vector512.FusedMultiplyAdd(e, y, c2y);
                a0 += cs;
                a3 += cs;
                a6 += cs;
                a9 += cs;
                p += ldb;
            }
            if (open <= 3)
            {
                x = Vector512.Load(p);
                y = Vector512.Load(p + 16);
                e = Vector512.Create(*(float*)(a0)); c0x = Vector512.FusedMultiplyAdd(e, x, c0x); c0y = Vector512.FusedMultiplyAdd(e, y, c0y);
                e = Vector512.Create(*(float*)(a0 + rs)); c1x = Vector512.FusedMultiplyAdd(e, x, c1x); c1y = Vector512.FusedMultiplyAdd(e, y, c1y);
                e = Vector512.Create(*(float*)(a0 + rs2)); c2x = Vector512.FusedMultiplyAdd(e, x, c2x); c2y = Vector512.FusedMultiplyAdd(e, y, c2y);
                e = Vector512.Create(*(float*)(a3)); c3x = Vector512.FusedMultiplyAdd(e, x, c3x); c3y = Vector512.FusedMultiplyAdd(e, y, c3y);
                a0 += cs;
                a3 += cs;
                a6 += cs;
                a9 += cs;
                p += ldb;
            }
            if (open <= 4)
            {
                x = Vector512.Load(p);
                y = Vector512.Load(p + 16);
                e = Vector512.Create(*(float*)(a0)); c0x = Vector512.FusedMultiplyAdd(e, x, c0x); c0y = Vector512.FusedMultiplyAdd(e, y, c0y);
                e = Vector512.Create(*(float*)(a0 + rs)); c1x = Vector512.FusedMultiplyAdd(e, x, c1x); c1y = Vector512.FusedMultiplyAdd(e, y, c1y);
                e = Vector512.Create(*(float*)(a0 + rs2)); c2x = Vector512.FusedMultiplyAdd(e, x, c2x); c2y = Vector512.FusedMultiplyAdd(e, y, c2y);
                e = Vector512.Create(*(float*)(a3)); c3x = Vector512.FusedMultiplyAdd(e, x, c3x); c3y = Vector512.FusedMultiplyAdd(e, y, c3y);
                e = Vector512.Create(*(float*)(a3 + rs)); c4x = Vector512.FusedMultiplyAdd(e, x, c4x); c4y = Vector512.FusedMultiplyAdd(e, y, c4y);
                a0 += cs;
                a3 += cs;
                a6 += cs;
                a9 += cs;
                p += ldb;
            }
            if (open <= 5)
            {
                x = Vector512.Load(p);
                y = Vector512.Load(p + 16);
                e = Vector512.Create(*(float*)(a0)); c0x = Vector512.FusedMultiplyAdd(e, x, c0x); c0y = Vector512.FusedMultiplyAdd(e, y, c0y);
                e = Vector512.Create(*(float*)(a0 + rs)); c1x = Vector512.FusedMultiplyAdd(e, x, c1x); c1y = Vector512.FusedMultiplyAdd(e, y, c1y);
                e = Vector512.Create(*(float*)(a0 + rs2)); c2x = Vector512.FusedMultiplyAdd(e, x, c2x); c2y = Vector512.FusedMultiplyAdd(e, y, c2y);
                e = Vector512.Create(*(float*)(a3)); c3x = Vector512.FusedMultiplyAdd(e, x, c3x); c3y = Vector512.FusedMultiplyAdd(e, y, c3y);
                e = Vector512.Create(*(float*)(a3 + rs)); c4x = Vector512.FusedMultiplyAdd(e, x, c4x); c4y = Vector512.FusedMultiplyAdd(e, y, c4y);
                e = Vector512.Create(*(float*)(a3 + rs2)); c5x = Vector512.FusedMultiplyAdd(e, x, c5x); c5y = Vector512.FusedMultiplyAdd(e, y, c5y);
                a0 += cs;
                a3 += cs;
                a6 += cs;
                a9 += cs;
                p += ldb;
            }
            if (open <= 6)
            {
                x = Vector512.Load(p);
                y = Vector512.Load(p + 16);
                e = Vector512.Create(*(float*)(a0)); c0x = Vector512.FusedMultiplyAdd(e, x, c0x); c0y = Vector512.FusedMultiplyAdd(e, y, c0y);
                e = Vector512.Create(*(float*)(a0 + rs)); c1x = Vector512.FusedMultiplyAdd(e, x, c1x); c1y = Vector512.FusedMultiplyAdd(e, y, c1y);
                e = Vector512.Create(*(float*)(a0 + rs2)); c2x = Vector512.FusedMultiplyAdd(e, x, c2x); c2y = Vector512.FusedMultiplyAdd(e, y, c2y);
                e = Vector512.Create(*(float*)(a3)); c3x = Vector512.FusedMultiplyAdd(e, x, c3x); c3y = Vector512.FusedMultiplyAdd(e, y, c3y);
                e = Vector512.Create(*(float*)(a3 + rs)); c4x = Vector512.FusedMultiplyAdd(e, x, c4x); c4y = Vector512.FusedMultiplyAdd(e, y, c4y);
                e = Vector512.Create(*(float*)(a3 + rs2)); c5x = Vector512.FusedMultiplyAdd(e, x, c5x); c5y = Vector512.FusedMultiplyAdd(e, y, c5y);
                e = Vector512.Create(*(float*)(a6)); c6x = Vector512.FusedMultiplyAdd(e, x, c6x); c6y = Vector512.FusedMultiplyAdd(e, y, c6y);
                a0 += cs;
                a3 += cs;
                a6 += cs;
                a9 += cs;
                p += ldb;
            }
            if (open <= 7)
            {
                x = Vector512.Load(p);
                y = Vector512.Load(p + 16);
                e = Vector512.Create(*(float*)(a0)); c0x = Vector512.FusedMultiplyAdd(e, x, c0x); c0y = Vector512.FusedMultiplyAdd(e, y, c0y);
                e = Vector512.Create(*(float*)(a0 + rs)); c1x = Vector512.FusedMultiplyAdd(e, x, c1x); c1y = Vector512.FusedMultiplyAdd(e, y, c1y);
                e = Vector512.Create(*(float*)(a0 + rs2)); c2x = Vector512.FusedMultiplyAdd(e, x, c2x); c2y = Vector512.FusedMultiplyAdd(e, y, c2y);
                e = Vector512.Create(*(float*)(a3)); c3x = Vector512.FusedMultiplyAdd(e, x, c3x); c3y = Vector512.FusedMultiplyAdd(e, y, c3y);
                e = Vector512.Create(*(float*)(a3 + rs)); c4x = Vector512.FusedMultiplyAdd(e, x, c4x); c4y = Vector512.FusedMultiplyAdd(e, y, c4y);
                e = Vector512.Create(*(float*)(a3 + rs2)); c5x = Vector512.FusedMultiplyAdd(e, x, c5x); c5y = Vector512.FusedMultiplyAdd(e, y, c5y);
                e = Vector512.Create(*(float*)(a6)); c6x = Vector512.FusedMultiplyAdd(e, x, c6x); c6y = Vector512.FusedMultiplyAdd(e, y, c6y);
                e = Vector512.Create(*(float*)(a6 + rs)); c7x = Vector512.FusedMultiplyAdd(e, x, c7x); c7y = Vector512.FusedMultiplyAdd(e, y, c7y);
                a0 += cs;
                a3 += cs;
                a6 += cs;
                a9 += cs;
                p += ldb;
            }
            if (open <= 8)
            {
                x = Vector512.Load(p);
                y = Vector512.Load(p + 16);
                e = Vector512.Create(*(float*)(a0)); c0x = Vector512.FusedMultiplyAdd(e, x, c0x); c0y = Vector512.FusedMultiplyAdd(e, y, c0y);
                e = Vector512.Create(*(float*)(a0 + rs)); c1x = Vector512.FusedMultiplyAdd(e, x, c1x); c1y = Vector512.FusedMultiplyAdd(e, y, c1y);
                e = Vector512.Create(*(float*)(a0 + rs2)); c2x = Vector512.FusedMultiplyAdd(e, x, c2x); c2y = Vector512.FusedMultiplyAdd(e, y, c2y);
                e = Vector512.Create(*(float*)(a3)); c3x = Vector512.FusedMultiplyAdd(e, x, c3x); c3y = Vector512.FusedMultiplyAdd(e, y, c3y);
                e = Vector512.Create(*(float*)(a3 + rs)); c4x = Vector512.FusedMultiplyAdd(e, x, c4x); c4y = Vector512.FusedMultiplyAdd(e, y, c4y);
                e = Vector512.Create(*(float*)(a3 + rs2)); c5x = Vector512.FusedMultiplyAdd(e, x, c5x); c5y = Vector512.FusedMultiplyAdd(e, y, c5y);
                e = Vector512.Create(*(float*)(a6)); c6x = Vector512.FusedMultiplyAdd(e, x, c6x); c6y = Vector512.FusedMultiplyAdd(e, y, c6y);
                e = Vector512.Create(*(float*)(a6 + rs)); c7x = Vector512.FusedMultiplyAdd(e, x, c7x); c7y = Vector512.FusedMultiplyAdd(e, y, c7y);
                e = Vector512.Create(*(float*)(a6 + rs2)); c8x = Vector512.FusedMultiplyAdd(e, x, c8x); c8y = Vector512.FusedMultiplyAdd(e, y, c8y);
                a0 += cs;
                a3 += cs;
                a6 += cs;
                a9 += cs;
                p += ldb;
            }
            if (open <= 9)
            {
                x = Vector512.Load(p);
                y = Vector512.Load(p + 16);
                e = Vector512.Create(*(float*)(a0)); c0x = Vector512.FusedMultiplyAdd(e, x, c0x); c0y = Vector512.FusedMultiplyAdd(e, y, c0y);
                e = Vector512.Create(*(float*)(a0 + rs)); c1x = Vector512.FusedMultiplyAdd(e, x, c1x); c1y = Vector512.FusedMultiplyAdd(e, y, c1y);
                e = Vector512.Create(*(float*)(a0 + rs2)); c2x = Vector512.FusedMultiplyAdd(e, x, c2x); c2y = Vector512.FusedMultiplyAdd(e, y, c2y);
                e = Vector512.Create(*(float*)(a3)); c3x = Vector512.FusedMultiplyAdd(e, x, c3x); c3y = Vector512.FusedMultiplyAdd(e, y, c3y);
                e = Vector512.Create(*(float*)(a3 + rs)); c4x = Vector512.FusedMultiplyAdd(e, x, c4x); c4y = Vector512.FusedMultiplyAdd(e, y, c4y);
                e = Vector512.Create(*(float*)(a3 + rs2)); c5x = Vector512.FusedMultiplyAdd(e, x, c5x); c5y = Vector512.FusedMultiplyAdd(e, y, c5y);
                e = Vector512.Create(*(float*)(a6)); c6x = Vector512.FusedMultiplyAdd(e, x, c6x); c6y = Vector512.FusedMultiplyAdd(e, y, c6y);
                e = Vector512.Create(*(float*)(a6 + rs)); c7x = Vector512.FusedMultiplyAdd(e, x, c7x); c7y = Vector512.FusedMultiplyAdd(e, y, c7y);
                e = Vector512.Create(*(float*)(a6 + rs2)); c8x = Vector512.FusedMultiplyAdd(e, x, c8x); c8y = Vector512.FusedMultiplyAdd(e, y, c8y);
                e = Vector512.Create(*(float*)(a9)); c9x = Vector512.FusedMultiplyAdd(e, x, c9x); c9y = Vector512.FusedMultiplyAdd(e, y, c9y);
                a0 += cs;
                a3 += cs;
                a6 += cs;
                a9 += cs;
                p += ldb;
            }
            if (open <= 10)
            {
                x = Vector512.Load(p);
                y = Vector512.Load(p + 16);
                e = Vector512.Create(*(float*)(a0)); c0x = Vector512.FusedMultiplyAdd(e, x, c0x); c0y = Vector512.FusedMultiplyAdd(e, y, c0y);
                e = Vector512.Create(*(float*)(a0 + rs)); c1x = Vector512.FusedMultiplyAdd(e, x, c1x); c1y = Vector512.FusedMultiplyAdd(e, y, c1y);
                e = Vector512.Create(*(float*)(a0 + rs2)); c2x = Vector512.FusedMultiplyAdd(e, x, c2x); c2y = Vector512.FusedMultiplyAdd(e, y, c2y);
                e = Vector512.Create(*(float*)(a3)); c3x = Vector512.FusedMultiplyAdd(e, x, c3x); c3y = Vector512.FusedMultiplyAdd(e, y, c3y);
                e = Vector512.Create(*(float*)(a3 + rs)); c4x = Vector512.FusedMultiplyAdd(e, x, c4x); c4y = Vector512.FusedMultiplyAdd(e, y, c4y);
                e = Vector512.Create(*(float*)(a3 + rs2)); c5x = Vector512.FusedMultiplyAdd(e, x, c5x); c5y = Vector512.FusedMultiplyAdd(e, y, c5y);
                e = Vector512.Create(*(float*)(a6)); c6x = Vector512.FusedMultiplyAdd(e, x, c6x); c6y = Vector512.FusedMultiplyAdd(e, y, c6y);
                e = Vector512.Create(*(float*)(a6 + rs)); c7x = Vector512.FusedMultiplyAdd(e, x, c7x); c7y = Vector512.FusedMultiplyAdd(e, y, c7y);
                e = Vector512.Create(*(float*)(a6 + rs2)); c8x = Vector512.FusedMultiplyAdd(e, x, c8x); c8y = Vector512.FusedMultiplyAdd(e, y, c8y);
                e = Vector512.Create(*(float*)(a9)); c9x = Vector512.FusedMultiplyAdd(e, x, c9x); c9y = Vector512.FusedMultiplyAdd(e, y, c9y);
                e = Vector512.Create(*(float*)(a9 + rs)); c10x = Vector512.FusedMultiplyAdd(e, x, c10x); c10y = Vector512.FusedMultiplyAdd(e, y, c10y);
                a0 += cs;
                a3 += cs;
                a6 += cs;
                a9 += cs;
                p += ldb;
            }
        Full:
            for (int n = full; n > 0; n--, p += ldb)
            {
                x = Vector512.Load(p);
                y = Vector512.Load(p + 16);
                e = Vector512.Create(*(float*)(a0)); c0x = Vector512.FusedMultiplyAdd(e, x, c0x); c0y = Vector512.FusedMultiplyAdd(e, y, c0y);
                e = Vector512.Create(*(float*)(a0 + rs)); c1x = Vector512.FusedMultiplyAdd(e, x, c1x); c1y = Vector512.FusedMultiplyAdd(e, y, c1y);
                e = Vector512.Create(*(float*)(a0 + rs2)); c2x = Vector512.FusedMultiplyAdd(e, x, c2x); c2y = Vector512.FusedMultiplyAdd(e, y, c2y);
                e = Vector512.Create(*(float*)(a3)); c3x = Vector512.FusedMultiplyAdd(e, x, c3x); c3y = Vector512.FusedMultiplyAdd(e, y, c3y);
                e = Vector512.Create(*(float*)(a3 + rs)); c4x = Vector512.FusedMultiplyAdd(e, x, c4x); c4y = Vector512.FusedMultiplyAdd(e, y, c4y);
                e = Vector512.Create(*(float*)(a3 + rs2)); c5x = Vector512.FusedMultiplyAdd(e, x, c5x); c5y = Vector512.FusedMultiplyAdd(e, y, c5y);
                e = Vector512.Create(*(float*)(a6)); c6x = Vector512.FusedMultiplyAdd(e, x, c6x); c6y = Vector512.FusedMultiplyAdd(e, y, c6y);
                e = Vector512.Create(*(float*)(a6 + rs)); c7x = Vector512.FusedMultiplyAdd(e, x, c7x); c7y = Vector512.FusedMultiplyAdd(e, y, c7y);
                e = Vector512.Create(*(float*)(a6 + rs2)); c8x = Vector512.FusedMultiplyAdd(e, x, c8x); c8y = Vector512.FusedMultiplyAdd(e, y, c8y);
                e = Vector512.Create(*(float*)(a9)); c9x = Vector512.FusedMultiplyAdd(e, x, c9x); c9y = Vector512.FusedMultiplyAdd(e, y, c9y);
                e = Vector512.Create(*(float*)(a9 + rs)); c10x = Vector512.FusedMultiplyAdd(e, x, c10x); c10y = Vector512.FusedMultiplyAdd(e, y, c10y);
                e = Vector512.Create(*(float*)(a9 + rs2)); c11x = Vector512.FusedMultiplyAdd(e, x, c11x); c11y = Vector512.FusedMultiplyAdd(e, y, c11y);
                a0 += cs;
                a3 += cs;
                a6 += cs;
                a9 += cs;
            }
            if (close < 1)
                goto Done;
            x = Vector512.Load(p);
            y = Vector512.Load(p + 16);
            e = Vector512.Create(*(float*)(a0 + rs)); c1x = Vector512.FusedMultiplyAdd(e, x, c1x); c1y = Vector512.FusedMultiplyAdd(e, y, c1y);
            e = Vector512.Create(*(float*)(a0 + rs2)); c2x = Vector512.FusedMultiplyAdd(e, x, c2x); c2y = Vector512.FusedMultiplyAdd(e, y, c2y);
            e = Vector512.Create(*(float*)(a3)); c3x = Vector512.FusedMultiplyAdd(e, x, c3x); c3y = Vector512.FusedMultiplyAdd(e, y, c3y);
            e = Vector512.Create(*(float*)(a3 + rs)); c4x = Vector512.FusedMultiplyAdd(e, x, c4x); c4y = Vector512.FusedMultiplyAdd(e, y, c4y);
            e = Vector512.Create(*(float*)(a3 + rs2)); c5x = Vector512.FusedMultiplyAdd(e, x, c5x); c5y = Vector512.FusedMultiplyAdd(e, y, c5y);
            e = Vector512.Create(*(float*)(a6)); c6x = Vector512.FusedMultiplyAdd(e, x, c6x); c6y = Vector512.FusedMultiplyAdd(e, y, c6y);
            e = Vector512.Create(*(float*)(a6 + rs)); c7x = Vector512.FusedMultiplyAdd(e, x, c7x); c7y = Vector512.FusedMultiplyAdd(e, y, c7y);
            e = Vector512.Create(*(float*)(a6 + rs2)); c8x = Vector512.FusedMultiplyAdd(e, x, c8x); c8y = Vector512.FusedMultiplyAdd(e, y, c8y);
            e = Vector512.Create(*(float*)(a9)); c9x = Vector512.FusedMultiplyAdd(e, x, c9x); c9y = Vector512.FusedMultiplyAdd(e, y, c9y);
            e = Vector512.Create(*(float*)(a9 + rs)); c10x = Vector512.FusedMultiplyAdd(e, x, c10x); c10y = Vector512.FusedMultiplyAdd(e, y, c10y);
            e = Vector512.Create(*(float*)(a9 + rs2)); c11x = Vector512.FusedMultiplyAdd(e, x, c11x); c11y = Vector512.FusedMultiplyAdd(e, y, c11y);
            a0 += cs;
            a3 += cs;
            a6 += cs;
            a9 += cs;
            p += ldb;
            if (close < 2)
                goto Done;
            x = Vector512.Load(p);
            y = Vector512.Load(p + 16);
            e = Vector512.Create(*(float*)(a0 + rs2)); c2x = Vector512.FusedMultiplyAdd(e, x, c2x); c2y = Vector512.FusedMultiplyAdd(e, y, c2y);
            e = Vector512.Create(*(float*)(a3)); c3x = Vector512.FusedMultiplyAdd(e, x, c3x); c3y = Vector512.FusedMultiplyAdd(e, y, c3y);
            e = Vector512.Create(*(float*)(a3 + rs)); c4x = Vector512.FusedMultiplyAdd(e, x, c4x); c4y = Vector512.FusedMultiplyAdd(e, y, c4y);
            e = Vector512.Create(*(float*)(a3 + rs2)); c5x = Vector512.FusedMultiplyAdd(e, x, c5x); c5y = Vector512.FusedMultiplyAdd(e, y, c5y);
            e = Vector512.Create(*(float*)(a6)); c6x = Vector512.FusedMultiplyAdd(e, x, c6x); c6y = Vector512.FusedMultiplyAdd(e, y, c6y);
            e = Vector512.Create(*(float*)(a6 + rs)); c7x = Vector512.FusedMultiplyAdd(e, x, c7x); c7y = Vector512.FusedMultiplyAdd(e, y, c7y);
            e = Vector512.Create(*(float*)(a6 + rs2)); c8x = Vector512.FusedMultiplyAdd(e, x, c8x); c8y = Vector512.FusedMultiplyAdd(e, y, c8y);
            e = Vector512.Create(*(float*)(a9)); c9x = Vector512.FusedMultiplyAdd(e, x, c9x); c9y = Vector512.FusedMultiplyAdd(e, y, c9y);
            e = Vector512.Create(*(float*)(a9 + rs)); c10x = Vector512.FusedMultiplyAdd(e, x, c10x); c10y = Vector512.FusedMultiplyAdd(e, y, c10y);
            e = Vector512.Create(*(float*)(a9 + rs2)); c11x = Vector512.FusedMultiplyAdd(e, x, c11x); c11y = Vector512.FusedMultiplyAdd(e, y, c11y);
            a0 += cs;
            a3 += cs;
            a6 += cs;
            a9 += cs;
            p += ldb;
            if (close < 3)
                goto Done;
            x = Vector512.Load(p);
            y = Vector512.Load(p + 16);
            e = Vector512.Create(*(float*)(a3)); c3x = Vector512.FusedMultiplyAdd(e, x, c3x); c3y = Vector512.FusedMultiplyAdd(e, y, c3y);
            e = Vector512.Create(*(float*)(a3 + rs)); c4x = Vector512.FusedMultiplyAdd(e, x, c4x); c4y = Vector512.FusedMultiplyAdd(e, y, c4y);
            e = Vector512.Create(*(float*)(a3 + rs2)); c5x = Vector512.FusedMultiplyAdd(e, x, c5x); c5y = Vector512.FusedMultiplyAdd(e, y, c5y);
            e = Vector512.Create(*(float*)(a6)); c6x = Vector512.FusedMultiplyAdd(e, x, c6x); c6y = Vector512.FusedMultiplyAdd(e, y, c6y);
            e = Vector512.Create(*(float*)(a6 + rs)); c7x = Vector512.FusedMultiplyAdd(e, x, c7x); c7y = Vector512.FusedMultiplyAdd(e, y, c7y);
            e = Vector512.Create(*(float*)(a6 + rs2)); c8x = Vector512.FusedMultiplyAdd(e, x, c8x); c8y = Vector512.FusedMultiplyAdd(e, y, c8y);
            e = Vector512.Create(*(float*)(a9)); c9x = Vector512.FusedMultiplyAdd(e, x, c9x); c9y = Vector512.FusedMultiplyAdd(e, y, c9y);
            e = Vector512.Create(*(float*)(a9 + rs)); c10x = Vector512.FusedMultiplyAdd(e, x, c10x); c10y = Vector512.FusedMultiplyAdd(e, y, c10y);
            e = Vector512.Create(*(float*)(a9 + rs2)); c11x = Vector512.FusedMultiplyAdd(e, x, c11x); c11y = Vector512.FusedMultiplyAdd(e, y, c11y);
            a0 += cs;
            a3 += cs;
            a6 += cs;
            a9 += cs;
            p += ldb;
            if (close < 4)
                goto Done;
            x = Vector512.Load(p);
            y = Vector512.Load(p + 16);
            e = Vector512.Create(*(float*)(a3 + rs)); c4x = Vector512.FusedMultiplyAdd(e, x, c4x); c4y = Vector512.FusedMultiplyAdd(e, y, c4y);
            e = Vector512.Create(*(float*)(a3 + rs2)); c5x = Vector512.FusedMultiplyAdd(e, x, c5x); c5y = Vector512.FusedMultiplyAdd(e, y, c5y);
            e = Vector512.Create(*(float*)(a6)); c6x = Vector512.FusedMultiplyAdd(e, x, c6x); c6y = Vector512.FusedMultiplyAdd(e, y, c6y);
            e = Vector512.Create(*(float*)(a6 + rs)); c7x = Vector512.FusedMultiplyAdd(e, x, c7x); c7y = Vector512.FusedMultiplyAdd(e, y, c7y);
            e = Vector512.Create(*(float*)(a6 + rs2)); c8x = Vector512.FusedMultiplyAdd(e, x, c8x); c8y = Vector512.FusedMultiplyAdd(e, y, c8y);
            e = Vector512.Create(*(float*)(a9)); c9x = Vector512.FusedMultiplyAdd(e, x, c9x); c9y = Vector512.FusedMultiplyAdd(e, y, c9y);
            e = Vector512.Create(*(float*)(a9 + rs)); c10x = Vector512.FusedMultiplyAdd(e, x, c10x); c10y = Vector512.FusedMultiplyAdd(e, y, c10y);
            e = Vector512.Create(*(float*)(a9 + rs2)); c11x = Vector512.FusedMultiplyAdd(e, x, c11x); c11y = Vector512.FusedMultiplyAdd(e, y, c11y);
            a0 += cs;
            a3 += cs;
            a6 += cs;
            a9 += cs;
            p += ldb;
            if (close < 5)
                goto Done;
            x = Vector512.Load(p);
            y = Vector512.Load(p + 16);
            e = Vector512.Create(*(float*)(a3 + rs2)); c5x = Vector512.FusedMultiplyAdd(e, x, c5x); c5y = Vector512.FusedMultiplyAdd(e, y, c5y);
            e = Vector512.Create(*(float*)(a6)); c6x = Vector512.FusedMultiplyAdd(e, x, c6x); c6y = Vector512.FusedMultiplyAdd(e, y, c6y);
            e = Vector512.Create(*(float*)(a6 + rs)); c7x = Vector512.FusedMultiplyAdd(e, x, c7x); c7y = Vector512.FusedMultiplyAdd(e, y, c7y);
            e = Vector512.Create(*(float*)(a6 + rs2)); c8x = Vector512.FusedMultiplyAdd(e, x, c8x); c8y = Vector512.FusedMultiplyAdd(e, y, c8y);
            e = Vector512.Create(*(float*)(a9)); c9x = Vector512.FusedMultiplyAdd(e, x, c9x); c9y = Vector512.FusedMultiplyAdd(e, y, c9y);
            e = Vector512.Create(*(float*)(a9 + rs)); c10x = Vector512.FusedMultiplyAdd(e, x, c10x); c10y = Vector512.FusedMultiplyAdd(e, y, c10y);
            e = Vector512.Create(*(float*)(a9 + rs2)); c11x = Vector512.FusedMultiplyAdd(e, x, c11x); c11y = Vector512.FusedMultiplyAdd(e, y, c11y);
            a0 += cs;
            a3 += cs;
            a6 += cs;
            a9 += cs;
            p += ldb;
            if (close < 6)
                goto Done;
            x = Vector512.Load(p);
            y = Vector512.Load(p + 16);
            e = Vector512.Create(*(float*)(a6)); c6x = Vector512.FusedMultiplyAdd(e, x, c6x); c6y = Vector512.FusedMultiplyAdd(e, y, c6y);
            e = Vector512.Create(*(float*)(a6 + rs)); c7x = Vector512.FusedMultiplyAdd(e, x, c7x); c7y = Vector512.FusedMultiplyAdd(e, y, c7y);
            e = Vector512.Create(*(float*)(a6 + rs2)); c8x = Vector512.FusedMultiplyAdd(e, x, c8x); c8y = Vector512.FusedMultiplyAdd(e, y, c8y);
            e = Vector512.Create(*(float*)(a9)); c9x = Vector512.FusedMultiplyAdd(e, x, c9x); c9y = Vector512.FusedMultiplyAdd(e, y, c9y);
            e = Vector512.Create(*(float*)(a9 + rs)); c10x = Vector512.FusedMultiplyAdd(e, x, c10x); c10y = Vector512.FusedMultiplyAdd(e, y, c10y);
            e = Vector512.Create(*(float*)(a9 + rs2)); c11x = Vector512.FusedMultiplyAdd(e, x, c11x); c11y = Vector512.FusedMultiplyAdd(e, y, c11y);
            a0 += cs;
            a3 += cs;
            a6 += cs;
            a9 += cs;
            p += ldb;
            if (close < 7)
                goto Done;
            x = Vector512.Load(p);
            y = Vector512.Load(p + 16);
            e = Vector512.Create(*(float*)(a6 + rs)); c7x = Vector512.FusedMultiplyAdd(e, x, c7x); c7y = Vector512.FusedMultiplyAdd(e, y, c7y);
            e = Vector512.Create(*(float*)(a6 + rs2)); c8x = Vector512.FusedMultiplyAdd(e, x, c8x); c8y = Vector512.FusedMultiplyAdd(e, y, c8y);
            e = Vector512.Create(*(float*)(a9)); c9x = Vector512.FusedMultiplyAdd(e, x, c9x); c9y = Vector512.FusedMultiplyAdd(e, y, c9y);
            e = Vector512.Create(*(float*)(a9 + rs)); c10x = Vector512.FusedMultiplyAdd(e, x, c10x); c10y = Vector512.FusedMultiplyAdd(e, y, c10y);
            e = Vector512.Create(*(float*)(a9 + rs2)); c11x = Vector512.FusedMultiplyAdd(e, x, c11x); c11y = Vector512.FusedMultiplyAdd(e, y, c11y);
            a0 += cs;
            a3 += cs;
            a6 += cs;
            a9 += cs;
            p += ldb;
            if (close < 8)
                goto Done;
            x = Vector512.Load(p);
            y = Vector512.Load(p + 16);
            e = Vector512.Create(*(float*)(a6 + rs2)); c8x = Vector512.FusedMultiplyAdd(e, x, c8x); c8y = Vector512.FusedMultiplyAdd(e, y, c8y);
            e = Vector512.Create(*(float*)(a9)); c9x = Vector512.FusedMultiplyAdd(e, x, c9x); c9y = Vector512.FusedMultiplyAdd(e, y, c9y);
            e = Vector512.Create(*(float*)(a9 + rs)); c10x = Vector512.FusedMultiplyAdd(e, x, c10x); c10y = Vector512.FusedMultiplyAdd(e, y, c10y);
            e = Vector512.Create(*(float*)(a9 + rs2)); c11x = Vector512.FusedMultiplyAdd(e, x, c11x); c11y = Vector512.FusedMultiplyAdd(e, y, c11y);
            a0 += cs;
            a3 += cs;
            a6 += cs;
            a9 += cs;
            p += ldb;
            if (close < 9)
                goto Done;
            x = Vector512.Load(p);
            y = Vector512.Load(p + 16);
            e = Vector512.Create(*(float*)(a9)); c9x = Vector512.FusedMultiplyAdd(e, x, c9x); c9y = Vector512.FusedMultiplyAdd(e, y, c9y);
            e = Vector512.Create(*(float*)(a9 + rs)); c10x = Vector512.FusedMultiplyAdd(e, x, c10x); c10y = Vector512.FusedMultiplyAdd(e, y, c10y);
            e = Vector512.Create(*(float*)(a9 + rs2)); c11x = Vector512.FusedMultiplyAdd(e, x, c11x); c11y = Vector512.FusedMultiplyAdd(e, y, c11y);
            a0 += cs;
            a3 += cs;
            a6 += cs;
            a9 += cs;
            p += ldb;
            if (close < 10)
                goto Done;
            x = Vector512.Load(p);
            y = Vector512.Load(p + 16);
            e = Vector512.Create(*(float*)(a9 + rs)); c10x = Vector512.FusedMultiplyAdd(e, x, c10x); c10y = Vector512.FusedMultiplyAdd(e, y, c10y);
            e = Vector512.Create(*(float*)(a9 + rs2)); c11x = Vector512.FusedMultiplyAdd(e, x, c11x); c11y = Vector512.FusedMultiplyAdd(e, y, c11y);
            a0 += cs;
            a3 += cs;
            a6 += cs;
            a9 += cs;
            p += ldb;
            if (close < 11)
                goto Done;
            x = Vector512.Load(p);
            y = Vector512.Load(p + 16);
            e = Vector512.Create(*(float*)(a9 + rs2)); c11x = Vector512.FusedMultiplyAdd(e, x, c11x); c11y = Vector512.FusedMultiplyAdd(e, y, c11y);
            a0 += cs;
            a3 += cs;
            a6 += cs;
            a9 += cs;
            p += ldb;
        Done:
            c0x.Store(c); c0y.Store(c + 16);
            c1x.Store(c + ldc); c1y.Store(c + ldc + 16);
            c2x.Store(c + (2 * ldc)); c2y.Store(c + (2 * ldc) + 16);
            c3x.Store(c + (3 * ldc)); c3y.Store(c + (3 * ldc) + 16);
            c4x.Store(c + (4 * ldc)); c4y.Store(c + (4 * ldc) + 16);
            c5x.Store(c + (5 * ldc)); c5y.Store(c + (5 * ldc) + 16);
            c6x.Store(c + (6 * ldc)); c6y.Store(c + (6 * ldc) + 16);
            c7x.Store(c + (7 * ldc)); c7y.Store(c + (7 * ldc) + 16);
            c8x.Store(c + (8 * ldc)); c8y.Store(c + (8 * ldc) + 16);
            c9x.Store(c + (9 * ldc)); c9y.Store(c + (9 * ldc) + 16);
            c10x.Store(c + (10 * ldc)); c10y.Store(c + (10 * ldc) + 16);
            c11x.Store(c + (11 * ldc)); c11y.Store(c + (11 * ldc) + 16);
            b += t.PanelStride;
            c += 32;
        }
    }

}
