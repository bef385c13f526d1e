// Written by tools/GenerateAttentionTiles.cs; change that and run it again.
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Hone.Tensors;

/// <summary>Register tiles of 128-bit vectors. 4 x 8: 8 accumulators, 2 vectors of B and 1 of A are 11 of 16 registers.</summary>
internal readonly unsafe struct AttentionTileVector128 : IAttentionTile
{
    /// <inheritdoc/>
    public static int MaxRows => 4;

    /// <inheritdoc/>
    public static int Columns => 8;

    /// <inheritdoc/>
    public static void Scores(int rows, float* a, nint lda, float** pages, float* c, nint ldc, int columns, int k)
    {
        switch (rows)
        {
            case 1: Scores1(a, lda, pages, c, ldc, columns, k); break;
            case 2: Scores2(a, lda, pages, c, ldc, columns, k); break;
            case 3: Scores3(a, lda, pages, c, ldc, columns, k); break;
            default: Scores4(a, lda, pages, c, ldc, columns, k); break;
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
            default: Band4(in t, a, b, c, open, full, close); break;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization), SkipLocalsInit]
    private static void Scores1(float* a, nint lda, float** pages, float* c, nint ldc, int columns, int k)
    {
        nint rs = lda * sizeof(float);
        nint rs2 = 2 * rs;
        int column = 0;
        for (; columns - column > 4; column += 8)
        {
            byte* a0 = (byte*)a;
            float* p = pages[column / 32] + (column % 32);
            Vector128<float> x, y, e;
            Vector128<float> c0x = default, c0y = default;
            for (int n = k; n > 0; n--, p += 32)
            {
                x = Vector128.Load(p);
                y = Vector128.Load(p + 4);
                e = Vector128.Create(*(float*)(a0)); c0x = Vector128.FusedMultiplyAdd(e, x, c0x); c0y = Vector128.FusedMultiplyAdd(e, y, c0y);
                a0 += sizeof(float);
            }
            c0x.Store(c + column); c0y.Store(c + column + 4);
        }
        if (column < columns)
        {
            byte* a0 = (byte*)a;
            float* p = pages[column / 32] + (column % 32);
            Vector128<float> x, e;
            Vector128<float> c0x = default;
            for (int n = k; n > 0; n--, p += 32)
            {
                x = Vector128.Load(p);
                e = Vector128.Create(*(float*)(a0)); c0x = Vector128.FusedMultiplyAdd(e, x, c0x);
                a0 += sizeof(float);
            }
            c0x.Store(c + column);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization), SkipLocalsInit]
    private static void Band1(in AttentionTileBand t, float* a, float* b, float* c, int open, int full, int close)
    {
        nint rs = t.RowStride * sizeof(float), rs2 = 2 * rs, cs = t.StepStride * sizeof(float), ldb = t.Ldb, ldc = t.Ldc;
        for (int columns = t.Columns; columns > 0; columns -= 8)
        {
            byte* a0 = (byte*)a;
            float* p = b;
            Vector128<float> x, y, e;
            Vector128<float> c0x = default, c0y = default;
            if (t.Accumulate)
            {
                c0x = Vector128.Load(c); c0y = Vector128.Load(c + 4);
            }
            for (int n = full; n > 0; n--, p += ldb)
            {
                x = Vector128.Load(p);
                y = Vector128.Load(p + 4);
                e = Vector128.Create(*(float*)(a0)); c0x = Vector128.FusedMultiplyAdd(e, x, c0x); c0y = Vector128.FusedMultiplyAdd(e, y, c0y);
                a0 += cs;
            }
            c0x.Store(c); c0y.Store(c + 4);
            b += (columns & 31) == 8 ? t.PanelStride - 24 : 8;
            c += 8;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization), SkipLocalsInit]
    private static void Scores2(float* a, nint lda, float** pages, float* c, nint ldc, int columns, int k)
    {
        nint rs = lda * sizeof(float);
        nint rs2 = 2 * rs;
        int column = 0;
        for (; columns - column > 4; column += 8)
        {
            byte* a0 = (byte*)a;
            float* p = pages[column / 32] + (column % 32);
            Vector128<float> x, y, e;
            Vector128<float> c0x = default, c0y = default;
            Vector128<float> c1x = default, c1y = default;
            for (int n = k; n > 0; n--, p += 32)
            {
                x = Vector128.Load(p);
                y = Vector128.Load(p + 4);
                e = Vector128.Create(*(float*)(a0)); c0x = Vector128.FusedMultiplyAdd(e, x, c0x); c0y = Vector128.FusedMultiplyAdd(e, y, c0y);
                e = Vector128.Create(*(float*)(a0 + rs)); c1x = Vector128.FusedMultiplyAdd(e, x, c1x); c1y = Vector128.FusedMultiplyAdd(e, y, c1y);
                a0 += sizeof(float);
            }
            c0x.Store(c + column); c0y.Store(c + column + 4);
            c1x.Store(c + column + ldc); c1y.Store(c + column + ldc + 4);
        }
        if (column < columns)
        {
            byte* a0 = (byte*)a;
            float* p = pages[column / 32] + (column % 32);
            Vector128<float> x, e;
            Vector128<float> c0x = default;
            Vector128<float> c1x = default;
            for (int n = k; n > 0; n--, p += 32)
            {
                x = Vector128.Load(p);
                e = Vector128.Create(*(float*)(a0)); c0x = Vector128.FusedMultiplyAdd(e, x, c0x);
                e = Vector128.Create(*(float*)(a0 + rs)); c1x = Vector128.FusedMultiplyAdd(e, x, c1x);
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
        for (int columns = t.Columns; columns > 0; columns -= 8)
        {
            byte* a0 = (byte*)a;
            float* p = b;
            Vector128<float> x, y, e;
            Vector128<float> c0x = default, c0y = default;
            Vector128<float> c1x = default, c1y = default;
            if (t.Accumulate)
            {
                c0x = Vector128.Load(c); c0y = Vector128.Load(c + 4);
                c1x = Vector128.Load(c + ldc); c1y = Vector128.Load(c + ldc + 4);
            }
            if (open >= 1)
                goto Full;
            if (open <= 0)
            {
                x = Vector128.Load(p);
                y = Vector128.Load(p + 4);
                e = Vector128.Create(*(float*)(a0)); c0x = Vector128.FusedMultiplyAdd(e, x, c0x); c0y = Vector128.FusedMultiplyAdd(e, y, c0y);
                a0 += cs;
                p += ldb;
            }
        Full:
            for (int n = full; n > 0; n--, p += ldb)
            {
                x = Vector128.Load(p);
                y = Vector128.Load(p + 4);
                e = Vector128.Create(*(float*)(a0)); c0x = Vector128.FusedMultiplyAdd(e, x, c0x); c0y = Vector128.FusedMultiplyAdd(e, y, c0y);
                e = Vector128.Create(*(float*)(a0 + rs)); c1x = Vector128.FusedMultiplyAdd(e, x, c1x); c1y = Vector128.FusedMultiplyAdd(e, y, c1y);
                a0 += cs;
            }
            if (close < 1)
                goto Done;
            x = Vector128.Load(p);
            y = Vector128.Load(p + 4);
            e = Vector128.Create(*(float*)(a0 + rs)); c1x = Vector128.FusedMultiplyAdd(e, x, c1x); c1y = Vector128.FusedMultiplyAdd(e, y, c1y);
            a0 += cs;
            p += ldb;
        Done:
            c0x.Store(c); c0y.Store(c + 4);
            c1x.Store(c + ldc); c1y.Store(c + ldc + 4);
            b += (columns & 31) == 8 ? t.PanelStride - 24 : 8;
            c += 8;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization), SkipLocalsInit]
    private static void Scores3(float* a, nint lda, float** pages, float* c, nint ldc, int columns, int k)
    {
        nint rs = lda * sizeof(float);
        nint rs2 = 2 * rs;
        int column = 0;
        for (; columns - column > 4; column += 8)
        {
            byte* a0 = (byte*)a;
            float* p = pages[column / 32] + (column % 32);
            Vector128<float> x, y, e;
            Vector128<float> c0x = default, c0y = default;
            Vector128<float> c1x = default, c1y = default;
            Vector128<float> c2x = default, c2y = default;
            for (int n = k; n > 0; n--, p += 32)
            {
                x = Vector128.Load(p);
                y = Vector128.Load(p + 4);
                e = Vector128.Create(*(float*)(a0)); c0x = Vector128.FusedMultiplyAdd(e, x, c0x); c0y = Vector128.FusedMultiplyAdd(e, y, c0y);
                e = Vector128.Create(*(float*)(a0 + rs)); c1x = Vector128.FusedMultiplyAdd(e, x, c1x); c1y = Vector128.FusedMultiplyAdd(e, y, c1y);
                e = Vector128.Create(*(float*)(a0 + rs2)); c2x = Vector128.FusedMultiplyAdd(e, x, c2x); c2y = Vector128.FusedMultiplyAdd(e, y, c2y);
                a0 += sizeof(float);
            }
            c0x.Store(c + column); c0y.Store(c + column + 4);
            c1x.Store(c + column + ldc); c1y.Store(c + column + ldc + 4);
            c2x.Store(c + column + (2 * ldc)); c2y.Store(c + column + (2 * ldc) + 4);
        }
        if (column < columns)
        {
            byte* a0 = (byte*)a;
            float* p = pages[column / 32] + (column % 32);
            Vector128<float> x, e;
            Vector128<float> c0x = default;
            Vector128<float> c1x = default;
            Vector128<float> c2x = default;
            for (int n = k; n > 0; n--, p += 32)
            {
                x = Vector128.Load(p);
                e = Vector128.Create(*(float*)(a0)); c0x = Vector128.FusedMultiplyAdd(e, x, c0x);
                e = Vector128.Create(*(float*)(a0 + rs)); c1x = Vector128.FusedMultiplyAdd(e, x, c1x);
                e = Vector128.Create(*(float*)(a0 + rs2)); c2x = Vector128.FusedMultiplyAdd(e, x, c2x);
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
        for (int columns = t.Columns; columns > 0; columns -= 8)
        {
            byte* a0 = (byte*)a;
            float* p = b;
            Vector128<float> x, y, e;
            Vector128<float> c0x = default, c0y = default;
            Vector128<float> c1x = default, c1y = default;
            Vector128<float> c2x = default, c2y = default;
            if (t.Accumulate)
            {
                c0x = Vector128.Load(c); c0y = Vector128.Load(c + 4);
                c1x = Vector128.Load(c + ldc); c1y = Vector128.Load(c + ldc + 4);
                c2x = Vector128.Load(c + (2 * ldc)); c2y = Vector128.Load(c + (2 * ldc) + 4);
            }
            if (open >= 2)
                goto Full;
            if (open <= 0)
            {
                x = Vector128.Load(p);
                y = Vector128.Load(p + 4);
                e = Vector128.Create(*(float*)(a0)); c0x = Vector128.FusedMultiplyAdd(e, x, c0x); c0y = Vector128.FusedMultiplyAdd(e, y, c0y);
                a0 += cs;
                p += ldb;
            }
            if (open <= 1)
            {
                x = Vector128.Load(p);
                y = Vector128.Load(p + 4);
                e = Vector128.Create(*(float*)(a0)); c0x = Vector128.FusedMultiplyAdd(e, x, c0x); c0y = Vector128.FusedMultiplyAdd(e, y, c0y);
                e = Vector128.Create(*(float*)(a0 + rs)); c1x = Vector128.FusedMultiplyAdd(e, x, c1x); c1y = Vector128.FusedMultiplyAdd(e, y, c1y);
                a0 += cs;
                p += ldb;
            }
        Full:
            for (int n = full; n > 0; n--, p += ldb)
            {
                x = Vector128.Load(p);
                y = Vector128.Load(p + 4);
                e = Vector128.Create(*(float*)(a0)); c0x = Vector128.FusedMultiplyAdd(e, x, c0x); c0y = Vector128.FusedMultiplyAdd(e, y, c0y);
                e = Vector128.Create(*(float*)(a0 + rs)); c1x = Vector128.FusedMultiplyAdd(e, x, c1x); c1y = Vector128.FusedMultiplyAdd(e, y, c1y);
                e = Vector128.Create(*(float*)(a0 + rs2)); c2x = Vector128.FusedMultiplyAdd(e, x, c2x); c2y = Vector128.FusedMultiplyAdd(e, y, c2y);
                a0 += cs;
            }
            if (close < 1)
                goto Done;
            x = Vector128.Load(p);
            y = Vector128.Load(p + 4);
            e = Vector128.Create(*(float*)(a0 + rs)); c1x = Vector128.FusedMultiplyAdd(e, x, c1x); c1y = Vector128.FusedMultiplyAdd(e, y, c1y);
            e = Vector128.Create(*(float*)(a0 + rs2)); c2x = Vector128.FusedMultiplyAdd(e, x, c2x); c2y = Vector128.FusedMultiplyAdd(e, y, c2y);
            a0 += cs;
            p += ldb;
            if (close < 2)
                goto Done;
            x = Vector128.Load(p);
            y = Vector128.Load(p + 4);
            e = Vector128.Create(*(float*)(a0 + rs2)); c2x = Vector128.FusedMultiplyAdd(e, x, c2x); c2y = Vector128.FusedMultiplyAdd(e, y, c2y);
            a0 += cs;
            p += ldb;
        Done:
            c0x.Store(c); c0y.Store(c + 4);
            c1x.Store(c + ldc); c1y.Store(c + ldc + 4);
            c2x.Store(c + (2 * ldc)); c2y.Store(c + (2 * ldc) + 4);
            b += (columns & 31) == 8 ? t.PanelStride - 24 : 8;
            c += 8;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization), SkipLocalsInit]
    private static void Scores4(float* a, nint lda, float** pages, float* c, nint ldc, int columns, int k)
    {
        nint rs = lda * sizeof(float);
        nint rs2 = 2 * rs;
        int column = 0;
        for (; columns - column > 4; column += 8)
        {
            byte* a0 = (byte*)a;
            byte* a3 = a0 + (3 * rs);
            float* p = pages[column / 32] + (column % 32);
            Vector128<float> x, y, e;
            Vector128<float> c0x = default, c0y = default;
            Vector128<float> c1x = default, c1y = default;
            Vector128<float> c2x = default, c2y = default;
            Vector128<float> c3x = default, c3y = default;
            for (int n = k; n > 0; n--, p += 32)
            {
                x = Vector128.Load(p);
                y = Vector128.Load(p + 4);
                e = Vector128.Create(*(float*)(a0)); c0x = Vector128.FusedMultiplyAdd(e, x, c0x); c0y = Vector128.FusedMultiplyAdd(e, y, c0y);
                e = Vector128.Create(*(float*)(a0 + rs)); c1x = Vector128.FusedMultiplyAdd(e, x, c1x); c1y = Vector128.FusedMultiplyAdd(e, y, c1y);
                e = Vector128.Create(*(float*)(a0 + rs2)); c2x = Vector128.FusedMultiplyAdd(e, x, c2x); c2y = Vector128.FusedMultiplyAdd(e, y, c2y);
                e = Vector128.Create(*(float*)(a3)); c3x = Vector128.FusedMultiplyAdd(e, x, c3x); c3y = Vector128.FusedMultiplyAdd(e, y, c3y);
                a0 += sizeof(float);
                a3 += sizeof(float);
            }
            c0x.Store(c + column); c0y.Store(c + column + 4);
            c1x.Store(c + column + ldc); c1y.Store(c + column + ldc + 4);
            c2x.Store(c + column + (2 * ldc)); c2y.Store(c + column + (2 * ldc) + 4);
            c3x.Store(c + column + (3 * ldc)); c3y.Store(c + column + (3 * ldc) + 4);
        }
        if (column < columns)
        {
            byte* a0 = (byte*)a;
            byte* a3 = a0 + (3 * rs);
            float* p = pages[column / 32] + (column % 32);
            Vector128<float> x, e;
            Vector128<float> c0x = default;
            Vector128<float> c1x = default;
            Vector128<float> c2x = default;
            Vector128<float> c3x = default;
            for (int n = k; n > 0; n--, p += 32)
            {
                x = Vector128.Load(p);
                e = Vector128.Create(*(float*)(a0)); c0x = Vector128.FusedMultiplyAdd(e, x, c0x);
                e = Vector128.Create(*(float*)(a0 + rs)); c1x = Vector128.FusedMultiplyAdd(e, x, c1x);
                e = Vector128.Create(*(float*)(a0 + rs2)); c2x = Vector128.FusedMultiplyAdd(e, x, c2x);
                e = Vector128.Create(*(float*)(a3)); c3x = Vector128.FusedMultiplyAdd(e, x, c3x);
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
        for (int columns = t.Columns; columns > 0; columns -= 8)
        {
            byte* a0 = (byte*)a;
            byte* a3 = a0 + (3 * rs);
            float* p = b;
            Vector128<float> x, y, e;
            Vector128<float> c0x = default, c0y = default;
            Vector128<float> c1x = default, c1y = default;
            Vector128<float> c2x = default, c2y = default;
            Vector128<float> c3x = default, c3y = default;
            if (t.Accumulate)
            {
                c0x = Vector128.Load(c); c0y = Vector128.Load(c + 4);
                c1x = Vector128.Load(c + ldc); c1y = Vector128.Load(c + ldc + 4);
                c2x = Vector128.Load(c + (2 * ldc)); c2y = Vector128.Load(c + (2 * ldc) + 4);
                c3x = Vector128.Load(c + (3 * ldc)); c3y = Vector128.Load(c + (3 * ldc) + 4);
            }
            if (open >= 3)
                goto Full;
            if (open <= 0)
            {
                x = Vector128.Load(p);
                y = Vector128.Load(p + 4);
                e = Vector128.Create(*(float*)(a0)); c0x = Vector128.FusedMultiplyAdd(e, x, c0x); c0y = Vector128.FusedMultiplyAdd(e, y, c0y);
                a0 += cs;
                a3 += cs;
                p += ldb;
            }
            if (open <= 1)
            {
                x = Vector128.Load(p);
                y = Vector128.Load(p + 4);
                e = Vector128.Create(*(float*)(a0)); c0x = Vector128.FusedMultiplyAdd(e, x, c0x); c0y = Vector128.FusedMultiplyAdd(e, y, c0y);
                e = Vector128.Create(*(float*)(a0 + rs)); c1x = Vector128.FusedMultiplyAdd(e, x, c1x); c1y = Vector128.FusedMultiplyAdd(e, y, c1y);
                a0 += cs;
                a3 += cs;
                p += ldb;
            }
            if (open <= 2)
            {
                x = Vector128.Load(p);
                y = Vector128.Load(p + 4);
                e = Vector128.Create(*(float*)(a0)); c0x = Vector128.FusedMultiplyAdd(e, x, c0x); c0y = Vector128.FusedMultiplyAdd(e, y, c0y);
                e = Vector128.Create(*(float*)(a0 + rs)); c1x = Vector128.FusedMultiplyAdd(e, x, c1x); c1y = Vector128.FusedMultiplyAdd(e, y, c1y);
                e = Vector128.Create(*(float*)(a0 + rs2)); c2x = Vector128.FusedMultiplyAdd(e, x, c2x); c2y = Vector128.FusedMultiplyAdd(e, y, c2y);
                a0 += cs;
                a3 += cs;
                p += ldb;
            }
        Full:
            for (int n = full; n > 0; n--, p += ldb)
            {
                x = Vector128.Load(p);
                y = Vector128.Load(p + 4);
                e = Vector128.Create(*(float*)(a0)); c0x = Vector128.FusedMultiplyAdd(e, x, c0x); c0y = Vector128.FusedMultiplyAdd(e, y, c0y);
                e = Vector128.Create(*(float*)(a0 + rs)); c1x = Vector128.FusedMultiplyAdd(e, x, c1x); c1y = Vector128.FusedMultiplyAdd(e, y, c1y);
                e = Vector128.Create(*(float*)(a0 + rs2)); c2x = Vector128.FusedMultiplyAdd(e, x, c2x); c2y = Vector128.FusedMultiplyAdd(e, y, c2y);
                e = Vector128.Create(*(float*)(a3)); c3x = Vector128.FusedMultiplyAdd(e, x, c3x); c3y = Vector128.FusedMultiplyAdd(e, y, c3y);
                a0 += cs;
                a3 += cs;
            }
            if (close < 1)
                goto Done;
            x = Vector128.Load(p);
            y = Vector128.Load(p + 4);
            e = Vector128.Create(*(float*)(a0 + rs)); c1x = Vector128.FusedMultiplyAdd(e, x, c1x); c1y = Vector128.FusedMultiplyAdd(e, y, c1y);
            e = Vector128.Create(*(float*)(a0 + rs2)); c2x = Vector128.FusedMultiplyAdd(e, x, c2x); c2y = Vector128.FusedMultiplyAdd(e, y, c2y);
            e = Vector128.Create(*(float*)(a3)); c3x = Vector128.FusedMultiplyAdd(e, x, c3x); c3y = Vector128.FusedMultiplyAdd(e, y, c3y);
            a0 += cs;
            a3 += cs;
            p += ldb;
            if (close < 2)
                goto Done;
            x = Vector128.Load(p);
            y = Vector128.Load(p + 4);
            e = Vector128.Create(*(float*)(a0 + rs2)); c2x = Vector128.FusedMultiplyAdd(e, x, c2x); c2y = Vector128.FusedMultiplyAdd(e, y, c2y);
            e = Vector128.Create(*(float*)(a3)); c3x = Vector128.FusedMultiplyAdd(e, x, c3x); c3y = Vector128.FusedMultiplyAdd(e, y, c3y);
            a0 += cs;
            a3 += cs;
            p += ldb;
            if (close < 3)
                goto Done;
            x = Vector128.Load(p);
            y = Vector128.Load(p + 4);
            e = Vector128.Create(*(float*)(a3)); c3x = Vector128.FusedMultiplyAdd(e, x, c3x); c3y = Vector128.FusedMultiplyAdd(e, y, c3y);
            a0 += cs;
            a3 += cs;
            p += ldb;
        Done:
            c0x.Store(c); c0y.Store(c + 4);
            c1x.Store(c + ldc); c1y.Store(c + ldc + 4);
            c2x.Store(c + (2 * ldc)); c2y.Store(c + (2 * ldc) + 4);
            c3x.Store(c + (3 * ldc)); c3y.Store(c + (3 * ldc) + 4);
            b += (columns & 31) == 8 ? t.PanelStride - 24 : 8;
            c += 8;
        }
    }

}
