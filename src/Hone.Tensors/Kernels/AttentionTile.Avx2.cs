// Written by tools/GenerateAttentionTiles.cs; change that and run it again.
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Hone.Tensors;

/// <summary>Register tiles of 256-bit vectors. 6 x 16: 12 accumulators, 2 vectors of B and 1 of A are 15 of 16 registers.</summary>
internal readonly unsafe struct AttentionTileAvx2 : IAttentionTile
{
    /// <inheritdoc/>
    public static int MaxRows => 6;

    /// <inheritdoc/>
    public static int Columns => 16;

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
            default: Scores6(a, lda, pages, c, ldc, columns, k); break;
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
            default: Band6(in t, a, b, c, open, full, close); break;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization), SkipLocalsInit]
    private static void Scores1(float* a, nint lda, float** pages, float* c, nint ldc, int columns, int k)
    {
        nint rs = lda * sizeof(float);
        nint rs2 = 2 * rs;
        int column = 0;
        for (; columns - column > 8; column += 16)
        {
            byte* a0 = (byte*)a;
            float* p = pages[column / 32] + (column % 32);
            Vector256<float> x, y, e;
            Vector256<float> c0x = default, c0y = default;
            for (int n = k; n > 0; n--, p += 32)
            {
                x = Vector256.Load(p);
                y = Vector256.Load(p + 8);
                e = Vector256.Create(*(float*)(a0)); c0x = Vector256.FusedMultiplyAdd(e, x, c0x); c0y = Vector256.FusedMultiplyAdd(e, y, c0y);
                a0 += sizeof(float);
            }
            c0x.Store(c + column); c0y.Store(c + column + 8);
        }
        if (column < columns)
        {
            byte* a0 = (byte*)a;
            float* p = pages[column / 32] + (column % 32);
            Vector256<float> x, e;
            Vector256<float> c0x = default;
            for (int n = k; n > 0; n--, p += 32)
            {
                x = Vector256.Load(p);
                e = Vector256.Create(*(float*)(a0)); c0x = Vector256.FusedMultiplyAdd(e, x, c0x);
                a0 += sizeof(float);
            }
            c0x.Store(c + column);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization), SkipLocalsInit]
    private static void Band1(in AttentionTileBand t, float* a, float* b, float* c, int open, int full, int close)
    {
        nint rs = t.RowStride * sizeof(float), rs2 = 2 * rs, cs = t.StepStride * sizeof(float), ldb = t.Ldb, ldc = t.Ldc;
        for (int columns = t.Columns; columns > 0; columns -= 16)
        {
            byte* a0 = (byte*)a;
            float* p = b;
            Vector256<float> x, y, e;
            Vector256<float> c0x = default, c0y = default;
            if (t.Accumulate)
            {
                c0x = Vector256.Load(c); c0y = Vector256.Load(c + 8);
            }
            for (int n = full; n > 0; n--, p += ldb)
            {
                x = Vector256.Load(p);
                y = Vector256.Load(p + 8);
                e = Vector256.Create(*(float*)(a0)); c0x = Vector256.FusedMultiplyAdd(e, x, c0x); c0y = Vector256.FusedMultiplyAdd(e, y, c0y);
                a0 += cs;
            }
            c0x.Store(c); c0y.Store(c + 8);
            b += (columns & 31) == 16 ? t.PanelStride - 16 : 16;
            c += 16;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization), SkipLocalsInit]
    private static void Scores2(float* a, nint lda, float** pages, float* c, nint ldc, int columns, int k)
    {
        nint rs = lda * sizeof(float);
        nint rs2 = 2 * rs;
        int column = 0;
        for (; columns - column > 8; column += 16)
        {
            byte* a0 = (byte*)a;
            float* p = pages[column / 32] + (column % 32);
            Vector256<float> x, y, e;
            Vector256<float> c0x = default, c0y = default;
            Vector256<float> c1x = default, c1y = default;
            for (int n = k; n > 0; n--, p += 32)
            {
                x = Vector256.Load(p);
                y = Vector256.Load(p + 8);
                e = Vector256.Create(*(float*)(a0)); c0x = Vector256.FusedMultiplyAdd(e, x, c0x); c0y = Vector256.FusedMultiplyAdd(e, y, c0y);
                e = Vector256.Create(*(float*)(a0 + rs)); c1x = Vector256.FusedMultiplyAdd(e, x, c1x); c1y = Vector256.FusedMultiplyAdd(e, y, c1y);
                a0 += sizeof(float);
            }
            c0x.Store(c + column); c0y.Store(c + column + 8);
            c1x.Store(c + column + ldc); c1y.Store(c + column + ldc + 8);
        }
        if (column < columns)
        {
            byte* a0 = (byte*)a;
            float* p = pages[column / 32] + (column % 32);
            Vector256<float> x, e;
            Vector256<float> c0x = default;
            Vector256<float> c1x = default;
            for (int n = k; n > 0; n--, p += 32)
            {
                x = Vector256.Load(p);
                e = Vector256.Create(*(float*)(a0)); c0x = Vector256.FusedMultiplyAdd(e, x, c0x);
                e = Vector256.Create(*(float*)(a0 + rs)); c1x = Vector256.FusedMultiplyAdd(e, x, c1x);
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
        for (int columns = t.Columns; columns > 0; columns -= 16)
        {
            byte* a0 = (byte*)a;
            float* p = b;
            Vector256<float> x, y, e;
            Vector256<float> c0x = default, c0y = default;
            Vector256<float> c1x = default, c1y = default;
            if (t.Accumulate)
            {
                c0x = Vector256.Load(c); c0y = Vector256.Load(c + 8);
                c1x = Vector256.Load(c + ldc); c1y = Vector256.Load(c + ldc + 8);
            }
            if (open >= 1)
                goto Full;
            if (open <= 0)
            {
                x = Vector256.Load(p);
                y = Vector256.Load(p + 8);
                e = Vector256.Create(*(float*)(a0)); c0x = Vector256.FusedMultiplyAdd(e, x, c0x); c0y = Vector256.FusedMultiplyAdd(e, y, c0y);
                a0 += cs;
                p += ldb;
            }
        Full:
            for (int n = full; n > 0; n--, p += ldb)
            {
                x = Vector256.Load(p);
                y = Vector256.Load(p + 8);
                e = Vector256.Create(*(float*)(a0)); c0x = Vector256.FusedMultiplyAdd(e, x, c0x); c0y = Vector256.FusedMultiplyAdd(e, y, c0y);
                e = Vector256.Create(*(float*)(a0 + rs)); c1x = Vector256.FusedMultiplyAdd(e, x, c1x); c1y = Vector256.FusedMultiplyAdd(e, y, c1y);
                a0 += cs;
            }
            if (close < 1)
                goto Done;
            x = Vector256.Load(p);
            y = Vector256.Load(p + 8);
            e = Vector256.Create(*(float*)(a0 + rs)); c1x = Vector256.FusedMultiplyAdd(e, x, c1x); c1y = Vector256.FusedMultiplyAdd(e, y, c1y);
            a0 += cs;
            p += ldb;
        Done:
            c0x.Store(c); c0y.Store(c + 8);
            c1x.Store(c + ldc); c1y.Store(c + ldc + 8);
            b += (columns & 31) == 16 ? t.PanelStride - 16 : 16;
            c += 16;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization), SkipLocalsInit]
    private static void Scores3(float* a, nint lda, float** pages, float* c, nint ldc, int columns, int k)
    {
        nint rs = lda * sizeof(float);
        nint rs2 = 2 * rs;
        int column = 0;
        for (; columns - column > 8; column += 16)
        {
            byte* a0 = (byte*)a;
            float* p = pages[column / 32] + (column % 32);
            Vector256<float> x, y, e;
            Vector256<float> c0x = default, c0y = default;
            Vector256<float> c1x = default, c1y = default;
            Vector256<float> c2x = default, c2y = default;
            for (int n = k; n > 0; n--, p += 32)
            {
                x = Vector256.Load(p);
                y = Vector256.Load(p + 8);
                e = Vector256.Create(*(float*)(a0)); c0x = Vector256.FusedMultiplyAdd(e, x, c0x); c0y = Vector256.FusedMultiplyAdd(e, y, c0y);
                e = Vector256.Create(*(float*)(a0 + rs)); c1x = Vector256.FusedMultiplyAdd(e, x, c1x); c1y = Vector256.FusedMultiplyAdd(e, y, c1y);
                e = Vector256.Create(*(float*)(a0 + rs2)); c2x = Vector256.FusedMultiplyAdd(e, x, c2x); c2y = Vector256.FusedMultiplyAdd(e, y, c2y);
                a0 += sizeof(float);
            }
            c0x.Store(c + column); c0y.Store(c + column + 8);
            c1x.Store(c + column + ldc); c1y.Store(c + column + ldc + 8);
            c2x.Store(c + column + (2 * ldc)); c2y.Store(c + column + (2 * ldc) + 8);
        }
        if (column < columns)
        {
            byte* a0 = (byte*)a;
            float* p = pages[column / 32] + (column % 32);
            Vector256<float> x, e;
            Vector256<float> c0x = default;
            Vector256<float> c1x = default;
            Vector256<float> c2x = default;
            for (int n = k; n > 0; n--, p += 32)
            {
                x = Vector256.Load(p);
                e = Vector256.Create(*(float*)(a0)); c0x = Vector256.FusedMultiplyAdd(e, x, c0x);
                e = Vector256.Create(*(float*)(a0 + rs)); c1x = Vector256.FusedMultiplyAdd(e, x, c1x);
                e = Vector256.Create(*(float*)(a0 + rs2)); c2x = Vector256.FusedMultiplyAdd(e, x, c2x);
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
        for (int columns = t.Columns; columns > 0; columns -= 16)
        {
            byte* a0 = (byte*)a;
            float* p = b;
            Vector256<float> x, y, e;
            Vector256<float> c0x = default, c0y = default;
            Vector256<float> c1x = default, c1y = default;
            Vector256<float> c2x = default, c2y = default;
            if (t.Accumulate)
            {
                c0x = Vector256.Load(c); c0y = Vector256.Load(c + 8);
                c1x = Vector256.Load(c + ldc); c1y = Vector256.Load(c + ldc + 8);
                c2x = Vector256.Load(c + (2 * ldc)); c2y = Vector256.Load(c + (2 * ldc) + 8);
            }
            if (open >= 2)
                goto Full;
            if (open <= 0)
            {
                x = Vector256.Load(p);
                y = Vector256.Load(p + 8);
                e = Vector256.Create(*(float*)(a0)); c0x = Vector256.FusedMultiplyAdd(e, x, c0x); c0y = Vector256.FusedMultiplyAdd(e, y, c0y);
                a0 += cs;
                p += ldb;
            }
            if (open <= 1)
            {
                x = Vector256.Load(p);
                y = Vector256.Load(p + 8);
                e = Vector256.Create(*(float*)(a0)); c0x = Vector256.FusedMultiplyAdd(e, x, c0x); c0y = Vector256.FusedMultiplyAdd(e, y, c0y);
                e = Vector256.Create(*(float*)(a0 + rs)); c1x = Vector256.FusedMultiplyAdd(e, x, c1x); c1y = Vector256.FusedMultiplyAdd(e, y, c1y);
                a0 += cs;
                p += ldb;
            }
        Full:
            for (int n = full; n > 0; n--, p += ldb)
            {
                x = Vector256.Load(p);
                y = Vector256.Load(p + 8);
                e = Vector256.Create(*(float*)(a0)); c0x = Vector256.FusedMultiplyAdd(e, x, c0x); c0y = Vector256.FusedMultiplyAdd(e, y, c0y);
                e = Vector256.Create(*(float*)(a0 + rs)); c1x = Vector256.FusedMultiplyAdd(e, x, c1x); c1y = Vector256.FusedMultiplyAdd(e, y, c1y);
                e = Vector256.Create(*(float*)(a0 + rs2)); c2x = Vector256.FusedMultiplyAdd(e, x, c2x); c2y = Vector256.FusedMultiplyAdd(e, y, c2y);
                a0 += cs;
            }
            if (close < 1)
                goto Done;
            x = Vector256.Load(p);
            y = Vector256.Load(p + 8);
            e = Vector256.Create(*(float*)(a0 + rs)); c1x = Vector256.FusedMultiplyAdd(e, x, c1x); c1y = Vector256.FusedMultiplyAdd(e, y, c1y);
            e = Vector256.Create(*(float*)(a0 + rs2)); c2x = Vector256.FusedMultiplyAdd(e, x, c2x); c2y = Vector256.FusedMultiplyAdd(e, y, c2y);
            a0 += cs;
            p += ldb;
            if (close < 2)
                goto Done;
            x = Vector256.Load(p);
            y = Vector256.Load(p + 8);
            e = Vector256.Create(*(float*)(a0 + rs2)); c2x = Vector256.FusedMultiplyAdd(e, x, c2x); c2y = Vector256.FusedMultiplyAdd(e, y, c2y);
            a0 += cs;
            p += ldb;
        Done:
            c0x.Store(c); c0y.Store(c + 8);
            c1x.Store(c + ldc); c1y.Store(c + ldc + 8);
            c2x.Store(c + (2 * ldc)); c2y.Store(c + (2 * ldc) + 8);
            b += (columns & 31) == 16 ? t.PanelStride - 16 : 16;
            c += 16;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization), SkipLocalsInit]
    private static void Scores4(float* a, nint lda, float** pages, float* c, nint ldc, int columns, int k)
    {
        nint rs = lda * sizeof(float);
        nint rs2 = 2 * rs;
        int column = 0;
        for (; columns - column > 8; column += 16)
        {
            byte* a0 = (byte*)a;
            byte* a3 = a0 + (3 * rs);
            float* p = pages[column / 32] + (column % 32);
            Vector256<float> x, y, e;
            Vector256<float> c0x = default, c0y = default;
            Vector256<float> c1x = default, c1y = default;
            Vector256<float> c2x = default, c2y = default;
            Vector256<float> c3x = default, c3y = default;
            for (int n = k; n > 0; n--, p += 32)
            {
                x = Vector256.Load(p);
                y = Vector256.Load(p + 8);
                e = Vector256.Create(*(float*)(a0)); c0x = Vector256.FusedMultiplyAdd(e, x, c0x); c0y = Vector256.FusedMultiplyAdd(e, y, c0y);
                e = Vector256.Create(*(float*)(a0 + rs)); c1x = Vector256.FusedMultiplyAdd(e, x, c1x); c1y = Vector256.FusedMultiplyAdd(e, y, c1y);
                e = Vector256.Create(*(float*)(a0 + rs2)); c2x = Vector256.FusedMultiplyAdd(e, x, c2x); c2y = Vector256.FusedMultiplyAdd(e, y, c2y);
                e = Vector256.Create(*(float*)(a3)); c3x = Vector256.FusedMultiplyAdd(e, x, c3x); c3y = Vector256.FusedMultiplyAdd(e, y, c3y);
                a0 += sizeof(float);
                a3 += sizeof(float);
            }
            c0x.Store(c + column); c0y.Store(c + column + 8);
            c1x.Store(c + column + ldc); c1y.Store(c + column + ldc + 8);
            c2x.Store(c + column + (2 * ldc)); c2y.Store(c + column + (2 * ldc) + 8);
            c3x.Store(c + column + (3 * ldc)); c3y.Store(c + column + (3 * ldc) + 8);
        }
        if (column < columns)
        {
            byte* a0 = (byte*)a;
            byte* a3 = a0 + (3 * rs);
            float* p = pages[column / 32] + (column % 32);
            Vector256<float> x, e;
            Vector256<float> c0x = default;
            Vector256<float> c1x = default;
            Vector256<float> c2x = default;
            Vector256<float> c3x = default;
            for (int n = k; n > 0; n--, p += 32)
            {
                x = Vector256.Load(p);
                e = Vector256.Create(*(float*)(a0)); c0x = Vector256.FusedMultiplyAdd(e, x, c0x);
                e = Vector256.Create(*(float*)(a0 + rs)); c1x = Vector256.FusedMultiplyAdd(e, x, c1x);
                e = Vector256.Create(*(float*)(a0 + rs2)); c2x = Vector256.FusedMultiplyAdd(e, x, c2x);
                e = Vector256.Create(*(float*)(a3)); c3x = Vector256.FusedMultiplyAdd(e, x, c3x);
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
        for (int columns = t.Columns; columns > 0; columns -= 16)
        {
            byte* a0 = (byte*)a;
            byte* a3 = a0 + (3 * rs);
            float* p = b;
            Vector256<float> x, y, e;
            Vector256<float> c0x = default, c0y = default;
            Vector256<float> c1x = default, c1y = default;
            Vector256<float> c2x = default, c2y = default;
            Vector256<float> c3x = default, c3y = default;
            if (t.Accumulate)
            {
                c0x = Vector256.Load(c); c0y = Vector256.Load(c + 8);
                c1x = Vector256.Load(c + ldc); c1y = Vector256.Load(c + ldc + 8);
                c2x = Vector256.Load(c + (2 * ldc)); c2y = Vector256.Load(c + (2 * ldc) + 8);
                c3x = Vector256.Load(c + (3 * ldc)); c3y = Vector256.Load(c + (3 * ldc) + 8);
            }
            if (open >= 3)
                goto Full;
            if (open <= 0)
            {
                x = Vector256.Load(p);
                y = Vector256.Load(p + 8);
                e = Vector256.Create(*(float*)(a0)); c0x = Vector256.FusedMultiplyAdd(e, x, c0x); c0y = Vector256.FusedMultiplyAdd(e, y, c0y);
                a0 += cs;
                a3 += cs;
                p += ldb;
            }
            if (open <= 1)
            {
                x = Vector256.Load(p);
                y = Vector256.Load(p + 8);
                e = Vector256.Create(*(float*)(a0)); c0x = Vector256.FusedMultiplyAdd(e, x, c0x); c0y = Vector256.FusedMultiplyAdd(e, y, c0y);
                e = Vector256.Create(*(float*)(a0 + rs)); c1x = Vector256.FusedMultiplyAdd(e, x, c1x); c1y = Vector256.FusedMultiplyAdd(e, y, c1y);
                a0 += cs;
                a3 += cs;
                p += ldb;
            }
            if (open <= 2)
            {
                x = Vector256.Load(p);
                y = Vector256.Load(p + 8);
                e = Vector256.Create(*(float*)(a0)); c0x = Vector256.FusedMultiplyAdd(e, x, c0x); c0y = Vector256.FusedMultiplyAdd(e, y, c0y);
                e = Vector256.Create(*(float*)(a0 + rs)); c1x = Vector256.FusedMultiplyAdd(e, x, c1x); c1y = Vector256.FusedMultiplyAdd(e, y, c1y);
                e = Vector256.Create(*(float*)(a0 + rs2)); c2x = Vector256.FusedMultiplyAdd(e, x, c2x); c2y = Vector256.FusedMultiplyAdd(e, y, c2y);
                a0 += cs;
                a3 += cs;
                p += ldb;
            }
        Full:
            for (int n = full; n > 0; n--, p += ldb)
            {
                x = Vector256.Load(p);
                y = Vector256.Load(p + 8);
                e = Vector256.Create(*(float*)(a0)); c0x = Vector256.FusedMultiplyAdd(e, x, c0x); c0y = Vector256.FusedMultiplyAdd(e, y, c0y);
                e = Vector256.Create(*(float*)(a0 + rs)); c1x = Vector256.FusedMultiplyAdd(e, x, c1x); c1y = Vector256.FusedMultiplyAdd(e, y, c1y);
                e = Vector256.Create(*(float*)(a0 + rs2)); c2x = Vector256.FusedMultiplyAdd(e, x, c2x); c2y = Vector256.FusedMultiplyAdd(e, y, c2y);
                e = Vector256.Create(*(float*)(a3)); c3x = Vector256.FusedMultiplyAdd(e, x, c3x); c3y = Vector256.FusedMultiplyAdd(e, y, c3y);
                a0 += cs;
                a3 += cs;
            }
            if (close < 1)
                goto Done;
            x = Vector256.Load(p);
            y = Vector256.Load(p + 8);
            e = Vector256.Create(*(float*)(a0 + rs)); c1x = Vector256.FusedMultiplyAdd(e, x, c1x); c1y = Vector256.FusedMultiplyAdd(e, y, c1y);
            e = Vector256.Create(*(float*)(a0 + rs2)); c2x = Vector256.FusedMultiplyAdd(e, x, c2x); c2y = Vector256.FusedMultiplyAdd(e, y, c2y);
            e = Vector256.Create(*(float*)(a3)); c3x = Vector256.FusedMultiplyAdd(e, x, c3x); c3y = Vector256.FusedMultiplyAdd(e, y, c3y);
            a0 += cs;
            a3 += cs;
            p += ldb;
            if (close < 2)
                goto Done;
            x = Vector256.Load(p);
            y = Vector256.Load(p + 8);
            e = Vector256.Create(*(float*)(a0 + rs2)); c2x = Vector256.FusedMultiplyAdd(e, x, c2x); c2y = Vector256.FusedMultiplyAdd(e, y, c2y);
            e = Vector256.Create(*(float*)(a3)); c3x = Vector256.FusedMultiplyAdd(e, x, c3x); c3y = Vector256.FusedMultiplyAdd(e, y, c3y);
            a0 += cs;
            a3 += cs;
            p += ldb;
            if (close < 3)
                goto Done;
            x = Vector256.Load(p);
            y = Vector256.Load(p + 8);
            e = Vector256.Create(*(float*)(a3)); c3x = Vector256.FusedMultiplyAdd(e, x, c3x); c3y = Vector256.FusedMultiplyAdd(e, y, c3y);
            a0 += cs;
            a3 += cs;
            p += ldb;
        Done:
            c0x.Store(c); c0y.Store(c + 8);
            c1x.Store(c + ldc); c1y.Store(c + ldc + 8);
            c2x.Store(c + (2 * ldc)); c2y.Store(c + (2 * ldc) + 8);
            c3x.Store(c + (3 * ldc)); c3y.Store(c + (3 * ldc) + 8);
            b += (columns & 31) == 16 ? t.PanelStride - 16 : 16;
            c += 16;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization), SkipLocalsInit]
    private static void Scores5(float* a, nint lda, float** pages, float* c, nint ldc, int columns, int k)
    {
        nint rs = lda * sizeof(float);
        nint rs2 = 2 * rs;
        int column = 0;
        for (; columns - column > 8; column += 16)
        {
            byte* a0 = (byte*)a;
            byte* a3 = a0 + (3 * rs);
            float* p = pages[column / 32] + (column % 32);
            Vector256<float> x, y, e;
            Vector256<float> c0x = default, c0y = default;
            Vector256<float> c1x = default, c1y = default;
            Vector256<float> c2x = default, c2y = default;
            Vector256<float> c3x = default, c3y = default;
            Vector256<float> c4x = default, c4y = default;
            for (int n = k; n > 0; n--, p += 32)
            {
                x = Vector256.Load(p);
                y = Vector256.Load(p + 8);
                e = Vector256.Create(*(float*)(a0)); c0x = Vector256.FusedMultiplyAdd(e, x, c0x); c0y = Vector256.FusedMultiplyAdd(e, y, c0y);
                e = Vector256.Create(*(float*)(a0 + rs)); c1x = Vector256.FusedMultiplyAdd(e, x, c1x); c1y = Vector256.FusedMultiplyAdd(e, y, c1y);
                e = Vector256.Create(*(float*)(a0 + rs2)); c2x = Vector256.FusedMultiplyAdd(e, x, c2x); c2y = Vector256.FusedMultiplyAdd(e, y, c2y);
                e = Vector256.Create(*(float*)(a3)); c3x = Vector256.FusedMultiplyAdd(e, x, c3x); c3y = Vector256.FusedMultiplyAdd(e, y, c3y);
                e = Vector256.Create(*(float*)(a3 + rs)); c4x = Vector256.FusedMultiplyAdd(e, x, c4x); c4y = Vector256.FusedMultiplyAdd(e, y, c4y);
                a0 += sizeof(float);
                a3 += sizeof(float);
            }
            c0x.Store(c + column); c0y.Store(c + column + 8);
            c1x.Store(c + column + ldc); c1y.Store(c + column + ldc + 8);
            c2x.Store(c + column + (2 * ldc)); c2y.Store(c + column + (2 * ldc) + 8);
            c3x.Store(c + column + (3 * ldc)); c3y.Store(c + column + (3 * ldc) + 8);
            c4x.Store(c + column + (4 * ldc)); c4y.Store(c + column + (4 * ldc) + 8);
        }
        if (column < columns)
        {
            byte* a0 = (byte*)a;
            byte* a3 = a0 + (3 * rs);
            float* p = pages[column / 32] + (column % 32);
            Vector256<float> x, e;
            Vector256<float> c0x = default;
            Vector256<float> c1x = default;
            Vector256<float> c2x = default;
            Vector256<float> c3x = default;
            Vector256<float> c4x = default;
            for (int n = k; n > 0; n--, p += 32)
            {
                x = Vector256.Load(p);
                e = Vector256.Create(*(float*)(a0)); c0x = Vector256.FusedMultiplyAdd(e, x, c0x);
                e = Vector256.Create(*(float*)(a0 + rs)); c1x = Vector256.FusedMultiplyAdd(e, x, c1x);
                e = Vector256.Create(*(float*)(a0 + rs2)); c2x = Vector256.FusedMultiplyAdd(e, x, c2x);
                e = Vector256.Create(*(float*)(a3)); c3x = Vector256.FusedMultiplyAdd(e, x, c3x);
                e = Vector256.Create(*(float*)(a3 + rs)); c4x = Vector256.FusedMultiplyAdd(e, x, c4x);
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
        for (int columns = t.Columns; columns > 0; columns -= 16)
        {
            byte* a0 = (byte*)a;
            byte* a3 = a0 + (3 * rs);
            float* p = b;
            Vector256<float> x, y, e;
            Vector256<float> c0x = default, c0y = default;
            Vector256<float> c1x = default, c1y = default;
            Vector256<float> c2x = default, c2y = default;
            Vector256<float> c3x = default, c3y = default;
            Vector256<float> c4x = default, c4y = default;
            if (t.Accumulate)
            {
                c0x = Vector256.Load(c); c0y = Vector256.Load(c + 8);
                c1x = Vector256.Load(c + ldc); c1y = Vector256.Load(c + ldc + 8);
                c2x = Vector256.Load(c + (2 * ldc)); c2y = Vector256.Load(c + (2 * ldc) + 8);
                c3x = Vector256.Load(c + (3 * ldc)); c3y = Vector256.Load(c + (3 * ldc) + 8);
                c4x = Vector256.Load(c + (4 * ldc)); c4y = Vector256.Load(c + (4 * ldc) + 8);
            }
            if (open >= 4)
                goto Full;
            if (open <= 0)
            {
                x = Vector256.Load(p);
                y = Vector256.Load(p + 8);
                e = Vector256.Create(*(float*)(a0)); c0x = Vector256.FusedMultiplyAdd(e, x, c0x); c0y = Vector256.FusedMultiplyAdd(e, y, c0y);
                a0 += cs;
                a3 += cs;
                p += ldb;
            }
            if (open <= 1)
            {
                x = Vector256.Load(p);
                y = Vector256.Load(p + 8);
                e = Vector256.Create(*(float*)(a0)); c0x = Vector256.FusedMultiplyAdd(e, x, c0x); c0y = Vector256.FusedMultiplyAdd(e, y, c0y);
                e = Vector256.Create(*(float*)(a0 + rs)); c1x = Vector256.FusedMultiplyAdd(e, x, c1x); c1y = Vector256.FusedMultiplyAdd(e, y, c1y);
                a0 += cs;
                a3 += cs;
                p += ldb;
            }
            if (open <= 2)
            {
                x = Vector256.Load(p);
                y = Vector256.Load(p + 8);
                e = Vector256.Create(*(float*)(a0)); c0x = Vector256.FusedMultiplyAdd(e, x, c0x); c0y = Vector256.FusedMultiplyAdd(e, y, c0y);
                e = Vector256.Create(*(float*)(a0 + rs)); c1x = Vector256.FusedMultiplyAdd(e, x, c1x); c1y = Vector256.FusedMultiplyAdd(e, y, c1y);
                e = Vector256.Create(*(float*)(a0 + rs2)); c2x = Vector256.FusedMultiplyAdd(e, x, c2x); c2y = Vector256.FusedMultiplyAdd(e, y, c2y);
                a0 += cs;
                a3 += cs;
                p += ldb;
            }
            if (open <= 3)
            {
                x = Vector256.Load(p);
                y = Vector256.Load(p + 8);
                e = Vector256.Create(*(float*)(a0)); c0x = Vector256.FusedMultiplyAdd(e, x, c0x); c0y = Vector256.FusedMultiplyAdd(e, y, c0y);
                e = Vector256.Create(*(float*)(a0 + rs)); c1x = Vector256.FusedMultiplyAdd(e, x, c1x); c1y = Vector256.FusedMultiplyAdd(e, y, c1y);
                e = Vector256.Create(*(float*)(a0 + rs2)); c2x = Vector256.FusedMultiplyAdd(e, x, c2x); c2y = Vector256.FusedMultiplyAdd(e, y, c2y);
                e = Vector256.Create(*(float*)(a3)); c3x = Vector256.FusedMultiplyAdd(e, x, c3x); c3y = Vector256.FusedMultiplyAdd(e, y, c3y);
                a0 += cs;
                a3 += cs;
                p += ldb;
            }
        Full:
            for (int n = full; n > 0; n--, p += ldb)
            {
                x = Vector256.Load(p);
                y = Vector256.Load(p + 8);
                e = Vector256.Create(*(float*)(a0)); c0x = Vector256.FusedMultiplyAdd(e, x, c0x); c0y = Vector256.FusedMultiplyAdd(e, y, c0y);
                e = Vector256.Create(*(float*)(a0 + rs)); c1x = Vector256.FusedMultiplyAdd(e, x, c1x); c1y = Vector256.FusedMultiplyAdd(e, y, c1y);
                e = Vector256.Create(*(float*)(a0 + rs2)); c2x = Vector256.FusedMultiplyAdd(e, x, c2x); c2y = Vector256.FusedMultiplyAdd(e, y, c2y);
                e = Vector256.Create(*(float*)(a3)); c3x = Vector256.FusedMultiplyAdd(e, x, c3x); c3y = Vector256.FusedMultiplyAdd(e, y, c3y);
                e = Vector256.Create(*(float*)(a3 + rs)); c4x = Vector256.FusedMultiplyAdd(e, x, c4x); c4y = Vector256.FusedMultiplyAdd(e, y, c4y);
                a0 += cs;
                a3 += cs;
            }
            if (close < 1)
                goto Done;
            x = Vector256.Load(p);
            y = Vector256.Load(p + 8);
            e = Vector256.Create(*(float*)(a0 + rs)); c1x = Vector256.FusedMultiplyAdd(e, x, c1x); c1y = Vector256.FusedMultiplyAdd(e, y, c1y);
            e = Vector256.Create(*(float*)(a0 + rs2)); c2x = Vector256.FusedMultiplyAdd(e, x, c2x); c2y = Vector256.FusedMultiplyAdd(e, y, c2y);
            e = Vector256.Create(*(float*)(a3)); c3x = Vector256.FusedMultiplyAdd(e, x, c3x); c3y = Vector256.FusedMultiplyAdd(e, y, c3y);
            e = Vector256.Create(*(float*)(a3 + rs)); c4x = Vector256.FusedMultiplyAdd(e, x, c4x); c4y = Vector256.FusedMultiplyAdd(e, y, c4y);
            a0 += cs;
            a3 += cs;
            p += ldb;
            if (close < 2)
                goto Done;
            x = Vector256.Load(p);
            y = Vector256.Load(p + 8);
            e = Vector256.Create(*(float*)(a0 + rs2)); c2x = Vector256.FusedMultiplyAdd(e, x, c2x); c2y = Vector256.FusedMultiplyAdd(e, y, c2y);
            e = Vector256.Create(*(float*)(a3)); c3x = Vector256.FusedMultiplyAdd(e, x, c3x); c3y = Vector256.FusedMultiplyAdd(e, y, c3y);
            e = Vector256.Create(*(float*)(a3 + rs)); c4x = Vector256.FusedMultiplyAdd(e, x, c4x); c4y = Vector256.FusedMultiplyAdd(e, y, c4y);
            a0 += cs;
            a3 += cs;
            p += ldb;
            if (close < 3)
                goto Done;
            x = Vector256.Load(p);
            y = Vector256.Load(p + 8);
            e = Vector256.Create(*(float*)(a3)); c3x = Vector256.FusedMultiplyAdd(e, x, c3x); c3y = Vector256.FusedMultiplyAdd(e, y, c3y);
            e = Vector256.Create(*(float*)(a3 + rs)); c4x = Vector256.FusedMultiplyAdd(e, x, c4x); c4y = Vector256.FusedMultiplyAdd(e, y, c4y);
            a0 += cs;
            a3 += cs;
            p += ldb;
            if (close < 4)
                goto Done;
            x = Vector256.Load(p);
            y = Vector256.Load(p + 8);
            e = Vector256.Create(*(float*)(a3 + rs)); c4x = Vector256.FusedMultiplyAdd(e, x, c4x); c4y = Vector256.FusedMultiplyAdd(e, y, c4y);
            a0 += cs;
            a3 += cs;
            p += ldb;
        Done:
            c0x.Store(c); c0y.Store(c + 8);
            c1x.Store(c + ldc); c1y.Store(c + ldc + 8);
            c2x.Store(c + (2 * ldc)); c2y.Store(c + (2 * ldc) + 8);
            c3x.Store(c + (3 * ldc)); c3y.Store(c + (3 * ldc) + 8);
            c4x.Store(c + (4 * ldc)); c4y.Store(c + (4 * ldc) + 8);
            b += (columns & 31) == 16 ? t.PanelStride - 16 : 16;
            c += 16;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization), SkipLocalsInit]
    private static void Scores6(float* a, nint lda, float** pages, float* c, nint ldc, int columns, int k)
    {
        nint rs = lda * sizeof(float);
        nint rs2 = 2 * rs;
        int column = 0;
        for (; columns - column > 8; column += 16)
        {
            byte* a0 = (byte*)a;
            byte* a3 = a0 + (3 * rs);
            float* p = pages[column / 32] + (column % 32);
            Vector256<float> x, y, e;
            Vector256<float> c0x = default, c0y = default;
            Vector256<float> c1x = default, c1y = default;
            Vector256<float> c2x = default, c2y = default;
            Vector256<float> c3x = default, c3y = default;
            Vector256<float> c4x = default, c4y = default;
            Vector256<float> c5x = default, c5y = default;
            for (int n = k; n > 0; n--, p += 32)
            {
                x = Vector256.Load(p);
                y = Vector256.Load(p + 8);
                e = Vector256.Create(*(float*)(a0)); c0x = Vector256.FusedMultiplyAdd(e, x, c0x); c0y = Vector256.FusedMultiplyAdd(e, y, c0y);
                e = Vector256.Create(*(float*)(a0 + rs)); c1x = Vector256.FusedMultiplyAdd(e, x, c1x); c1y = Vector256.FusedMultiplyAdd(e, y, c1y);
                e = Vector256.Create(*(float*)(a0 + rs2)); c2x = Vector256.FusedMultiplyAdd(e, x, c2x); c2y = Vector256.FusedMultiplyAdd(e, y, c2y);
                e = Vector256.Create(*(float*)(a3)); c3x = Vector256.FusedMultiplyAdd(e, x, c3x); c3y = Vector256.FusedMultiplyAdd(e, y, c3y);
                e = Vector256.Create(*(float*)(a3 + rs)); c4x = Vector256.FusedMultiplyAdd(e, x, c4x); c4y = Vector256.FusedMultiplyAdd(e, y, c4y);
                e = Vector256.Create(*(float*)(a3 + rs2)); c5x = Vector256.FusedMultiplyAdd(e, x, c5x); c5y = Vector256.FusedMultiplyAdd(e, y, c5y);
                a0 += sizeof(float);
                a3 += sizeof(float);
            }
            c0x.Store(c + column); c0y.Store(c + column + 8);
            c1x.Store(c + column + ldc); c1y.Store(c + column + ldc + 8);
            c2x.Store(c + column + (2 * ldc)); c2y.Store(c + column + (2 * ldc) + 8);
            c3x.Store(c + column + (3 * ldc)); c3y.Store(c + column + (3 * ldc) + 8);
            c4x.Store(c + column + (4 * ldc)); c4y.Store(c + column + (4 * ldc) + 8);
            c5x.Store(c + column + (5 * ldc)); c5y.Store(c + column + (5 * ldc) + 8);
        }
        if (column < columns)
        {
            byte* a0 = (byte*)a;
            byte* a3 = a0 + (3 * rs);
            float* p = pages[column / 32] + (column % 32);
            Vector256<float> x, e;
            Vector256<float> c0x = default;
            Vector256<float> c1x = default;
            Vector256<float> c2x = default;
            Vector256<float> c3x = default;
            Vector256<float> c4x = default;
            Vector256<float> c5x = default;
            for (int n = k; n > 0; n--, p += 32)
            {
                x = Vector256.Load(p);
                e = Vector256.Create(*(float*)(a0)); c0x = Vector256.FusedMultiplyAdd(e, x, c0x);
                e = Vector256.Create(*(float*)(a0 + rs)); c1x = Vector256.FusedMultiplyAdd(e, x, c1x);
                e = Vector256.Create(*(float*)(a0 + rs2)); c2x = Vector256.FusedMultiplyAdd(e, x, c2x);
                e = Vector256.Create(*(float*)(a3)); c3x = Vector256.FusedMultiplyAdd(e, x, c3x);
                e = Vector256.Create(*(float*)(a3 + rs)); c4x = Vector256.FusedMultiplyAdd(e, x, c4x);
                e = Vector256.Create(*(float*)(a3 + rs2)); c5x = Vector256.FusedMultiplyAdd(e, x, c5x);
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
        for (int columns = t.Columns; columns > 0; columns -= 16)
        {
            byte* a0 = (byte*)a;
            byte* a3 = a0 + (3 * rs);
            float* p = b;
            Vector256<float> x, y, e;
            Vector256<float> c0x = default, c0y = default;
            Vector256<float> c1x = default, c1y = default;
            Vector256<float> c2x = default, c2y = default;
            Vector256<float> c3x = default, c3y = default;
            Vector256<float> c4x = default, c4y = default;
            Vector256<float> c5x = default, c5y = default;
            if (t.Accumulate)
            {
                c0x = Vector256.Load(c); c0y = Vector256.Load(c + 8);
                c1x = Vector256.Load(c + ldc); c1y = Vector256.Load(c + ldc + 8);
                c2x = Vector256.Load(c + (2 * ldc)); c2y = Vector256.Load(c + (2 * ldc) + 8);
                c3x = Vector256.Load(c + (3 * ldc)); c3y = Vector256.Load(c + (3 * ldc) + 8);
                c4x = Vector256.Load(c + (4 * ldc)); c4y = Vector256.Load(c + (4 * ldc) + 8);
                c5x = Vector256.Load(c + (5 * ldc)); c5y = Vector256.Load(c + (5 * ldc) + 8);
            }
            if (open >= 5)
                goto Full;
            if (open <= 0)
            {
                x = Vector256.Load(p);
                y = Vector256.Load(p + 8);
                e = Vector256.Create(*(float*)(a0)); c0x = Vector256.FusedMultiplyAdd(e, x, c0x); c0y = Vector256.FusedMultiplyAdd(e, y, c0y);
                a0 += cs;
                a3 += cs;
                p += ldb;
            }
            if (open <= 1)
            {
                x = Vector256.Load(p);
                y = Vector256.Load(p + 8);
                e = Vector256.Create(*(float*)(a0)); c0x = Vector256.FusedMultiplyAdd(e, x, c0x); c0y = Vector256.FusedMultiplyAdd(e, y, c0y);
                e = Vector256.Create(*(float*)(a0 + rs)); c1x = Vector256.FusedMultiplyAdd(e, x, c1x); c1y = Vector256.FusedMultiplyAdd(e, y, c1y);
                a0 += cs;
                a3 += cs;
                p += ldb;
            }
            if (open <= 2)
            {
                x = Vector256.Load(p);
                y = Vector256.Load(p + 8);
                e = Vector256.Create(*(float*)(a0)); c0x = Vector256.FusedMultiplyAdd(e, x, c0x); c0y = Vector256.FusedMultiplyAdd(e, y, c0y);
                e = Vector256.Create(*(float*)(a0 + rs)); c1x = Vector256.FusedMultiplyAdd(e, x, c1x); c1y = Vector256.FusedMultiplyAdd(e, y, c1y);
                e = Vector256.Create(*(float*)(a0 + rs2)); c2x = Vector256.FusedMultiplyAdd(e, x, c2x); c2y = Vector256.FusedMultiplyAdd(e, y, c2y);
                a0 += cs;
                a3 += cs;
                p += ldb;
            }
            if (open <= 3)
            {
                x = Vector256.Load(p);
                y = Vector256.Load(p + 8);
                e = Vector256.Create(*(float*)(a0)); c0x = Vector256.FusedMultiplyAdd(e, x, c0x); c0y = Vector256.FusedMultiplyAdd(e, y, c0y);
                e = Vector256.Create(*(float*)(a0 + rs)); c1x = Vector256.FusedMultiplyAdd(e, x, c1x); c1y = Vector256.FusedMultiplyAdd(e, y, c1y);
                e = Vector256.Create(*(float*)(a0 + rs2)); c2x = Vector256.FusedMultiplyAdd(e, x, c2x); c2y = Vector256.FusedMultiplyAdd(e, y, c2y);
                e = Vector256.Create(*(float*)(a3)); c3x = Vector256.FusedMultiplyAdd(e, x, c3x); c3y = Vector256.FusedMultiplyAdd(e, y, c3y);
                a0 += cs;
                a3 += cs;
                p += ldb;
            }
            if (open <= 4)
            {
                x = Vector256.Load(p);
                y = Vector256.Load(p + 8);
                e = Vector256.Create(*(float*)(a0)); c0x = Vector256.FusedMultiplyAdd(e, x, c0x); c0y = Vector256.FusedMultiplyAdd(e, y, c0y);
                e = Vector256.Create(*(float*)(a0 + rs)); c1x = Vector256.FusedMultiplyAdd(e, x, c1x); c1y = Vector256.FusedMultiplyAdd(e, y, c1y);
                e = Vector256.Create(*(float*)(a0 + rs2)); c2x = Vector256.FusedMultiplyAdd(e, x, c2x); c2y = Vector256.FusedMultiplyAdd(e, y, c2y);
                e = Vector256.Create(*(float*)(a3)); c3x = Vector256.FusedMultiplyAdd(e, x, c3x); c3y = Vector256.FusedMultiplyAdd(e, y, c3y);
                e = Vector256.Create(*(float*)(a3 + rs)); c4x = Vector256.FusedMultiplyAdd(e, x, c4x); c4y = Vector256.FusedMultiplyAdd(e, y, c4y);
                a0 += cs;
                a3 += cs;
                p += ldb;
            }
        Full:
            for (int n = full; n > 0; n--, p += ldb)
            {
                x = Vector256.Load(p);
                y = Vector256.Load(p + 8);
                e = Vector256.Create(*(float*)(a0)); c0x = Vector256.FusedMultiplyAdd(e, x, c0x); c0y = Vector256.FusedMultiplyAdd(e, y, c0y);
                e = Vector256.Create(*(float*)(a0 + rs)); c1x = Vector256.FusedMultiplyAdd(e, x, c1x); c1y = Vector256.FusedMultiplyAdd(e, y, c1y);
                e = Vector256.Create(*(float*)(a0 + rs2)); c2x = Vector256.FusedMultiplyAdd(e, x, c2x); c2y = Vector256.FusedMultiplyAdd(e, y, c2y);
                e = Vector256.Create(*(float*)(a3)); c3x = Vector256.FusedMultiplyAdd(e, x, c3x); c3y = Vector256.FusedMultiplyAdd(e, y, c3y);
                e = Vector256.Create(*(float*)(a3 + rs)); c4x = Vector256.FusedMultiplyAdd(e, x, c4x); c4y = Vector256.FusedMultiplyAdd(e, y, c4y);
                e = Vector256.Create(*(float*)(a3 + rs2)); c5x = Vector256.FusedMultiplyAdd(e, x, c5x); c5y = Vector256.FusedMultiplyAdd(e, y, c5y);
                a0 += cs;
                a3 += cs;
            }
            if (close < 1)
                goto Done;
            x = Vector256.Load(p);
            y = Vector256.Load(p + 8);
            e = Vector256.Create(*(float*)(a0 + rs)); c1x = Vector256.FusedMultiplyAdd(e, x, c1x); c1y = Vector256.FusedMultiplyAdd(e, y, c1y);
            e = Vector256.Create(*(float*)(a0 + rs2)); c2x = Vector256.FusedMultiplyAdd(e, x, c2x); c2y = Vector256.FusedMultiplyAdd(e, y, c2y);
            e = Vector256.Create(*(float*)(a3)); c3x = Vector256.FusedMultiplyAdd(e, x, c3x); c3y = Vector256.FusedMultiplyAdd(e, y, c3y);
            e = Vector256.Create(*(float*)(a3 + rs)); c4x = Vector256.FusedMultiplyAdd(e, x, c4x); c4y = Vector256.FusedMultiplyAdd(e, y, c4y);
            e = Vector256.Create(*(float*)(a3 + rs2)); c5x = Vector256.FusedMultiplyAdd(e, x, c5x); c5y = Vector256.FusedMultiplyAdd(e, y, c5y);
            a0 += cs;
            a3 += cs;
            p += ldb;
            if (close < 2)
                goto Done;
            x = Vector256.Load(p);
            y = Vector256.Load(p + 8);
            e = Vector256.Create(*(float*)(a0 + rs2)); c2x = Vector256.FusedMultiplyAdd(e, x, c2x); c2y = Vector256.FusedMultiplyAdd(e, y, c2y);
            e = Vector256.Create(*(float*)(a3)); c3x = Vector256.FusedMultiplyAdd(e, x, c3x); c3y = Vector256.FusedMultiplyAdd(e, y, c3y);
            e = Vector256.Create(*(float*)(a3 + rs)); c4x = Vector256.FusedMultiplyAdd(e, x, c4x); c4y = Vector256.FusedMultiplyAdd(e, y, c4y);
            e = Vector256.Create(*(float*)(a3 + rs2)); c5x = Vector256.FusedMultiplyAdd(e, x, c5x); c5y = Vector256.FusedMultiplyAdd(e, y, c5y);
            a0 += cs;
            a3 += cs;
            p += ldb;
            if (close < 3)
                goto Done;
            x = Vector256.Load(p);
            y = Vector256.Load(p + 8);
            e = Vector256.Create(*(float*)(a3)); c3x = Vector256.FusedMultiplyAdd(e, x, c3x); c3y = Vector256.FusedMultiplyAdd(e, y, c3y);
            e = Vector256.Create(*(float*)(a3 + rs)); c4x = Vector256.FusedMultiplyAdd(e, x, c4x); c4y = Vector256.FusedMultiplyAdd(e, y, c4y);
            e = Vector256.Create(*(float*)(a3 + rs2)); c5x = Vector256.FusedMultiplyAdd(e, x, c5x); c5y = Vector256.FusedMultiplyAdd(e, y, c5y);
            a0 += cs;
            a3 += cs;
            p += ldb;
            if (close < 4)
                goto Done;
            x = Vector256.Load(p);
            y = Vector256.Load(p + 8);
            e = Vector256.Create(*(float*)(a3 + rs)); c4x = Vector256.FusedMultiplyAdd(e, x, c4x); c4y = Vector256.FusedMultiplyAdd(e, y, c4y);
            e = Vector256.Create(*(float*)(a3 + rs2)); c5x = Vector256.FusedMultiplyAdd(e, x, c5x); c5y = Vector256.FusedMultiplyAdd(e, y, c5y);
            a0 += cs;
            a3 += cs;
            p += ldb;
            if (close < 5)
                goto Done;
            x = Vector256.Load(p);
            y = Vector256.Load(p + 8);
            e = Vector256.Create(*(float*)(a3 + rs2)); c5x = Vector256.FusedMultiplyAdd(e, x, c5x); c5y = Vector256.FusedMultiplyAdd(e, y, c5y);
            a0 += cs;
            a3 += cs;
            p += ldb;
        Done:
            c0x.Store(c); c0y.Store(c + 8);
            c1x.Store(c + ldc); c1y.Store(c + ldc + 8);
            c2x.Store(c + (2 * ldc)); c2y.Store(c + (2 * ldc) + 8);
            c3x.Store(c + (3 * ldc)); c3y.Store(c + (3 * ldc) + 8);
            c4x.Store(c + (4 * ldc)); c4y.Store(c + (4 * ldc) + 8);
            c5x.Store(c + (5 * ldc)); c5y.Store(c + (5 * ldc) + 8);
            b += (columns & 31) == 16 ? t.PanelStride - 16 : 16;
            c += 16;
        }
    }

}
