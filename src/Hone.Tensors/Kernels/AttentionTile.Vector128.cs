// Written by tools/GenerateAttentionTiles.cs; change that and run it again.
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Hone.Tensors;

/// <summary>Register tiles of 128-bit vectors. 4 x 8: 8 accumulators, 2 vectors of B and 1 of A are 11 of 16 registers.</summary>
internal readonly unsafe struct AttentionTileVector128 : IAttentionTile
{
    /// <inheritdoc/>
    public static int MaxRows => 4;

    /// <inheritdoc/>
    public static int Columns => 8;

    /// <inheritdoc/>
    public static void Scores(int rows, float* a, float** pages, float* c, int columns, int k, byte* ahead, nint aheadStride)
    {
        switch (rows)
        {
            case 1: Scores1(a, a, pages, c, columns, k, ahead, aheadStride); break;
            case 2: Scores2(a, a, pages, c, columns, k, ahead, aheadStride); break;
            case 3: Scores3(a, a, pages, c, columns, k, ahead, aheadStride); break;
            default: Scores4(a, a, pages, c, columns, k, ahead, aheadStride); break;
        }
    }

    /// <inheritdoc/>
    public static void ByRow(int rows, in AttentionTileBand t, float* a, float* b, float* again, float* c, int open, int full, int close)
    {
        switch (rows)
        {
            case 1: ByRow1(in t, a, a, b, again, c, open, full, close); break;
            case 2: ByRow2(in t, a, a, b, again, c, open, full, close); break;
            case 3: ByRow3(in t, a, a, b, again, c, open, full, close); break;
            default: ByRow4(in t, a, a, b, again, c, open, full, close); break;
        }
    }

    /// <inheritdoc/>
    public static void ByColumn(int rows, in AttentionTileBand t, float* a, float* b, float* c, int open, int full, int close)
    {
        switch (rows)
        {
            case 1: ByColumn1(in t, a, a, b, null, c, open, full, close); break;
            case 2: ByColumn2(in t, a, a, b, null, c, open, full, close); break;
            case 3: ByColumn3(in t, a, a, b, null, c, open, full, close); break;
            default: ByColumn4(in t, a, a, b, null, c, open, full, close); break;
        }
    }

    /// <inheritdoc/>
    public static void Shared(int rows, in AttentionTileBand t, float* a, float* b, float* c, int steps)
    {
        switch (rows)
        {
            case 1: Shared1(in t, a, a, b, c, steps); break;
            case 2: Shared2(in t, a, a, b, c, steps); break;
            case 3: Shared3(in t, a, a, b, c, steps); break;
            default: Shared4(in t, a, a, b, c, steps); break;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization), SkipLocalsInit]
    private static void Scores1(float* a, float* twin, float** pages, float* c, int columns, int k, byte* ahead, nint aheadStride)
    {
        int column = 0;
        float* firstA = a, firstTwin = twin;
        for (; columns - column > 4; column += 8)
        {
            float* p = pages[column / 32] + (column % 32);
            a = firstA;
            twin = firstTwin;
            Vector128<float> x, y, e;
            Vector128<float> c0x = default, c0y = default;
            int n = k;
            for (; n >= 8; n -= 8)
            {
                x = Vector128.Load(p);
                y = Vector128.Load(p + 4);
                e = Vector128.Create(*(a)); c0x = Vector128.FusedMultiplyAdd(e, x, c0x); c0y = Vector128.FusedMultiplyAdd(e, y, c0y);
                x = Vector128.Load(p + 32);
                y = Vector128.Load(p + 36);
                e = Vector128.Create(*(a + 1)); c0x = Vector128.FusedMultiplyAdd(e, x, c0x); c0y = Vector128.FusedMultiplyAdd(e, y, c0y);
                x = Vector128.Load(p + 64);
                y = Vector128.Load(p + 68);
                e = Vector128.Create(*(a + 2)); c0x = Vector128.FusedMultiplyAdd(e, x, c0x); c0y = Vector128.FusedMultiplyAdd(e, y, c0y);
                x = Vector128.Load(p + 96);
                y = Vector128.Load(p + 100);
                e = Vector128.Create(*(a + 3)); c0x = Vector128.FusedMultiplyAdd(e, x, c0x); c0y = Vector128.FusedMultiplyAdd(e, y, c0y);
                if (Sse.IsSupported)
                {
                    Sse.Prefetch1(ahead);
                    Sse.Prefetch1(ahead + 64);
                }
                ahead += aheadStride;
                x = Vector128.Load(p + 128);
                y = Vector128.Load(p + 132);
                e = Vector128.Create(*(a + 4)); c0x = Vector128.FusedMultiplyAdd(e, x, c0x); c0y = Vector128.FusedMultiplyAdd(e, y, c0y);
                x = Vector128.Load(p + 160);
                y = Vector128.Load(p + 164);
                e = Vector128.Create(*(a + 5)); c0x = Vector128.FusedMultiplyAdd(e, x, c0x); c0y = Vector128.FusedMultiplyAdd(e, y, c0y);
                x = Vector128.Load(p + 192);
                y = Vector128.Load(p + 196);
                e = Vector128.Create(*(a + 6)); c0x = Vector128.FusedMultiplyAdd(e, x, c0x); c0y = Vector128.FusedMultiplyAdd(e, y, c0y);
                x = Vector128.Load(p + 224);
                y = Vector128.Load(p + 228);
                e = Vector128.Create(*(a + 7)); c0x = Vector128.FusedMultiplyAdd(e, x, c0x); c0y = Vector128.FusedMultiplyAdd(e, y, c0y);
                if (Sse.IsSupported)
                {
                    Sse.Prefetch1(ahead);
                    Sse.Prefetch1(ahead + 64);
                }
                ahead += aheadStride;
                a += 96;
                twin += 96;
                p += 256;
            }
            for (; n > 0; n--)
            {
                x = Vector128.Load(p);
                y = Vector128.Load(p + 4);
                e = Vector128.Create(*(a)); c0x = Vector128.FusedMultiplyAdd(e, x, c0x); c0y = Vector128.FusedMultiplyAdd(e, y, c0y);
                a += 1;
                twin += 1;
                p += 32;
            }
            c0x.Store(c + column); c0y.Store(c + column + 4);
        }
        if (column < columns)
        {
            float* p = pages[column / 32] + (column % 32);
            a = firstA;
            twin = firstTwin;
            Vector128<float> x;
            Vector128<float> c0x = default;
            int n = k;
            for (; n >= 8; n -= 8)
            {
                x = Vector128.Load(p);
                c0x = Vector128.FusedMultiplyAdd(Vector128.Create(*(a)), x, c0x);
                x = Vector128.Load(p + 32);
                c0x = Vector128.FusedMultiplyAdd(Vector128.Create(*(a + 1)), x, c0x);
                x = Vector128.Load(p + 64);
                c0x = Vector128.FusedMultiplyAdd(Vector128.Create(*(a + 2)), x, c0x);
                x = Vector128.Load(p + 96);
                c0x = Vector128.FusedMultiplyAdd(Vector128.Create(*(a + 3)), x, c0x);
                if (Sse.IsSupported)
                {
                    Sse.Prefetch1(ahead);
                    Sse.Prefetch1(ahead + 64);
                }
                ahead += aheadStride;
                x = Vector128.Load(p + 128);
                c0x = Vector128.FusedMultiplyAdd(Vector128.Create(*(a + 4)), x, c0x);
                x = Vector128.Load(p + 160);
                c0x = Vector128.FusedMultiplyAdd(Vector128.Create(*(a + 5)), x, c0x);
                x = Vector128.Load(p + 192);
                c0x = Vector128.FusedMultiplyAdd(Vector128.Create(*(a + 6)), x, c0x);
                x = Vector128.Load(p + 224);
                c0x = Vector128.FusedMultiplyAdd(Vector128.Create(*(a + 7)), x, c0x);
                if (Sse.IsSupported)
                {
                    Sse.Prefetch1(ahead);
                    Sse.Prefetch1(ahead + 64);
                }
                ahead += aheadStride;
                a += 96;
                twin += 96;
                p += 256;
            }
            for (; n > 0; n--)
            {
                x = Vector128.Load(p);
                c0x = Vector128.FusedMultiplyAdd(Vector128.Create(*(a)), x, c0x);
                a += 1;
                twin += 1;
                p += 32;
            }
            c0x.Store(c + column);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization), SkipLocalsInit]
    private static void ByRow1(in AttentionTileBand t, float* a, float* twin, float* b, float* again, float* c, int open, int full, int close)
    {
        byte* ahead = t.Ahead;
        nint aheadStride = t.AheadStride;
        float* firstA = a, firstTwin = twin;
        nint ldc = t.Ldc;
        for (int columns = t.Columns; columns > 0; columns -= 8)
        {
            a = firstA;
            twin = firstTwin;
            float* p = b;
            Vector128<float> x, y, e;
            Vector128<float> c0x = default, c0y = default;
            if (t.Accumulate)
            {
                c0x = Vector128.Load(c); c0y = Vector128.Load(c + 4);
                if (again is not null)
                {
                    e = Vector128.Create(*(again)); c0x *= e; c0y *= e;
                }
            }
            int n = full;
            for (; n >= 4; n -= 4)
            {
                x = Vector128.Load(p);
                y = Vector128.Load(p + 4);
                e = Vector128.Create(*(a)); c0x = Vector128.FusedMultiplyAdd(e, x, c0x); c0y = Vector128.FusedMultiplyAdd(e, y, c0y);
                x = Vector128.Load(p + 32);
                y = Vector128.Load(p + 36);
                e = Vector128.Create(*(a + 1)); c0x = Vector128.FusedMultiplyAdd(e, x, c0x); c0y = Vector128.FusedMultiplyAdd(e, y, c0y);
                x = Vector128.Load(p + 64);
                y = Vector128.Load(p + 68);
                e = Vector128.Create(*(a + 2)); c0x = Vector128.FusedMultiplyAdd(e, x, c0x); c0y = Vector128.FusedMultiplyAdd(e, y, c0y);
                x = Vector128.Load(p + 96);
                y = Vector128.Load(p + 100);
                e = Vector128.Create(*(a + 3)); c0x = Vector128.FusedMultiplyAdd(e, x, c0x); c0y = Vector128.FusedMultiplyAdd(e, y, c0y);
                if (Sse.IsSupported)
                {
                    Sse.Prefetch1(ahead);
                    Sse.Prefetch1(ahead + 64);
                }
                ahead += aheadStride;
                a += 4;
                twin += 4;
                p += 128;
            }
            for (; n > 0; n--)
            {
                x = Vector128.Load(p);
                y = Vector128.Load(p + 4);
                e = Vector128.Create(*(a)); c0x = Vector128.FusedMultiplyAdd(e, x, c0x); c0y = Vector128.FusedMultiplyAdd(e, y, c0y);
                a += 1;
                twin += 1;
                p += 32;
            }
            c0x.Store(c); c0y.Store(c + 4);
            b += (columns & 31) == 8 ? t.PanelStride - 24 : 8;
            c += 8;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization), SkipLocalsInit]
    private static void ByColumn1(in AttentionTileBand t, float* a, float* twin, float* b, float* again, float* c, int open, int full, int close)
    {
        byte* ahead = t.Ahead;
        nint aheadStride = t.AheadStride;
        float* firstA = a, firstTwin = twin;
        nint ldc = t.Ldc;
        for (int columns = t.Columns; columns > 0; columns -= 8)
        {
            a = firstA;
            twin = firstTwin;
            float* p = b;
            Vector128<float> x, y, e;
            Vector128<float> c0x = default, c0y = default;
            if (t.Accumulate)
            {
                c0x = Vector128.Load(c); c0y = Vector128.Load(c + 4);
            }
            int n = full;
            for (; n >= 4; n -= 4)
            {
                x = Vector128.Load(p);
                y = Vector128.Load(p + 4);
                e = Vector128.Create(*(a)); c0x = Vector128.FusedMultiplyAdd(e, x, c0x); c0y = Vector128.FusedMultiplyAdd(e, y, c0y);
                x = Vector128.Load(p + 32);
                y = Vector128.Load(p + 36);
                e = Vector128.Create(*(a + 144)); c0x = Vector128.FusedMultiplyAdd(e, x, c0x); c0y = Vector128.FusedMultiplyAdd(e, y, c0y);
                x = Vector128.Load(p + 64);
                y = Vector128.Load(p + 68);
                e = Vector128.Create(*(a + 288)); c0x = Vector128.FusedMultiplyAdd(e, x, c0x); c0y = Vector128.FusedMultiplyAdd(e, y, c0y);
                x = Vector128.Load(p + 96);
                y = Vector128.Load(p + 100);
                e = Vector128.Create(*(a + 432)); c0x = Vector128.FusedMultiplyAdd(e, x, c0x); c0y = Vector128.FusedMultiplyAdd(e, y, c0y);
                if (Sse.IsSupported)
                {
                    Sse.Prefetch1(ahead);
                    Sse.Prefetch1(ahead + 64);
                }
                ahead += aheadStride;
                a += 576;
                twin += 576;
                p += 128;
            }
            for (; n > 0; n--)
            {
                x = Vector128.Load(p);
                y = Vector128.Load(p + 4);
                e = Vector128.Create(*(a)); c0x = Vector128.FusedMultiplyAdd(e, x, c0x); c0y = Vector128.FusedMultiplyAdd(e, y, c0y);
                a += 144;
                twin += 144;
                p += 32;
            }
            c0x.Store(c); c0y.Store(c + 4);
            b += (columns & 31) == 8 ? t.PanelStride - 24 : 8;
            c += 8;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization), SkipLocalsInit]
    private static void Shared1(in AttentionTileBand t, float* a, float* twin, float* b, float* c, int steps)
    {
        nint ldb = t.Ldb;
        float* firstA = a, firstTwin = twin;
        nint ldc = t.Ldc;
        for (int columns = t.Columns; columns > 0; columns -= 8)
        {
            a = firstA;
            twin = firstTwin;
            float* p = b;
            Vector128<float> x, y, e;
            Vector128<float> c0x = default, c0y = default;
            if (t.Accumulate)
            {
                c0x = Vector128.Load(c); c0y = Vector128.Load(c + 4);
            }
            for (int n = steps; n > 0; n--, a++, twin++, p += ldb)
            {
                x = Vector128.Load(p);
                y = Vector128.Load(p + 4);
                e = Vector128.Create(*(a)); c0x = Vector128.FusedMultiplyAdd(e, x, c0x); c0y = Vector128.FusedMultiplyAdd(e, y, c0y);
            }
            c0x.Store(c); c0y.Store(c + 4);
            b += (columns & 31) == 8 ? t.PanelStride - 24 : 8;
            c += 8;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization), SkipLocalsInit]
    private static void Scores2(float* a, float* twin, float** pages, float* c, int columns, int k, byte* ahead, nint aheadStride)
    {
        int column = 0;
        float* firstA = a, firstTwin = twin;
        for (; columns - column > 4; column += 8)
        {
            float* p = pages[column / 32] + (column % 32);
            a = firstA;
            twin = firstTwin;
            Vector128<float> x, y, e;
            Vector128<float> c0x = default, c0y = default;
            Vector128<float> c1x = default, c1y = default;
            int n = k;
            for (; n >= 8; n -= 8)
            {
                x = Vector128.Load(p);
                y = Vector128.Load(p + 4);
                e = Vector128.Create(*(a)); c0x = Vector128.FusedMultiplyAdd(e, x, c0x); c0y = Vector128.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector128.FusedMultiplyAdd(Vector128.Create(*(a + 8)), x, c1x); c1y = Vector128.FusedMultiplyAdd(Vector128.Create(*(twin + 8)), y, c1y);
                x = Vector128.Load(p + 32);
                y = Vector128.Load(p + 36);
                e = Vector128.Create(*(a + 1)); c0x = Vector128.FusedMultiplyAdd(e, x, c0x); c0y = Vector128.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector128.FusedMultiplyAdd(Vector128.Create(*(a + 9)), x, c1x); c1y = Vector128.FusedMultiplyAdd(Vector128.Create(*(twin + 9)), y, c1y);
                x = Vector128.Load(p + 64);
                y = Vector128.Load(p + 68);
                e = Vector128.Create(*(a + 2)); c0x = Vector128.FusedMultiplyAdd(e, x, c0x); c0y = Vector128.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector128.FusedMultiplyAdd(Vector128.Create(*(a + 10)), x, c1x); c1y = Vector128.FusedMultiplyAdd(Vector128.Create(*(twin + 10)), y, c1y);
                x = Vector128.Load(p + 96);
                y = Vector128.Load(p + 100);
                e = Vector128.Create(*(a + 3)); c0x = Vector128.FusedMultiplyAdd(e, x, c0x); c0y = Vector128.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector128.FusedMultiplyAdd(Vector128.Create(*(a + 11)), x, c1x); c1y = Vector128.FusedMultiplyAdd(Vector128.Create(*(twin + 11)), y, c1y);
                if (Sse.IsSupported)
                {
                    Sse.Prefetch1(ahead);
                    Sse.Prefetch1(ahead + 64);
                }
                ahead += aheadStride;
                x = Vector128.Load(p + 128);
                y = Vector128.Load(p + 132);
                e = Vector128.Create(*(a + 4)); c0x = Vector128.FusedMultiplyAdd(e, x, c0x); c0y = Vector128.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector128.FusedMultiplyAdd(Vector128.Create(*(a + 12)), x, c1x); c1y = Vector128.FusedMultiplyAdd(Vector128.Create(*(twin + 12)), y, c1y);
                x = Vector128.Load(p + 160);
                y = Vector128.Load(p + 164);
                e = Vector128.Create(*(a + 5)); c0x = Vector128.FusedMultiplyAdd(e, x, c0x); c0y = Vector128.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector128.FusedMultiplyAdd(Vector128.Create(*(a + 13)), x, c1x); c1y = Vector128.FusedMultiplyAdd(Vector128.Create(*(twin + 13)), y, c1y);
                x = Vector128.Load(p + 192);
                y = Vector128.Load(p + 196);
                e = Vector128.Create(*(a + 6)); c0x = Vector128.FusedMultiplyAdd(e, x, c0x); c0y = Vector128.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector128.FusedMultiplyAdd(Vector128.Create(*(a + 14)), x, c1x); c1y = Vector128.FusedMultiplyAdd(Vector128.Create(*(twin + 14)), y, c1y);
                x = Vector128.Load(p + 224);
                y = Vector128.Load(p + 228);
                e = Vector128.Create(*(a + 7)); c0x = Vector128.FusedMultiplyAdd(e, x, c0x); c0y = Vector128.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector128.FusedMultiplyAdd(Vector128.Create(*(a + 15)), x, c1x); c1y = Vector128.FusedMultiplyAdd(Vector128.Create(*(twin + 15)), y, c1y);
                if (Sse.IsSupported)
                {
                    Sse.Prefetch1(ahead);
                    Sse.Prefetch1(ahead + 64);
                }
                ahead += aheadStride;
                a += 96;
                twin += 96;
                p += 256;
            }
            for (; n > 0; n--)
            {
                x = Vector128.Load(p);
                y = Vector128.Load(p + 4);
                e = Vector128.Create(*(a)); c0x = Vector128.FusedMultiplyAdd(e, x, c0x); c0y = Vector128.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector128.FusedMultiplyAdd(Vector128.Create(*(a + 8)), x, c1x); c1y = Vector128.FusedMultiplyAdd(Vector128.Create(*(twin + 8)), y, c1y);
                a += 1;
                twin += 1;
                p += 32;
            }
            c0x.Store(c + column); c0y.Store(c + column + 4);
            c1x.Store(c + column + 144); c1y.Store(c + column + 144 + 4);
        }
        if (column < columns)
        {
            float* p = pages[column / 32] + (column % 32);
            a = firstA;
            twin = firstTwin;
            Vector128<float> x;
            Vector128<float> c0x = default;
            Vector128<float> c1x = default;
            int n = k;
            for (; n >= 8; n -= 8)
            {
                x = Vector128.Load(p);
                c0x = Vector128.FusedMultiplyAdd(Vector128.Create(*(a)), x, c0x);
                c1x = Vector128.FusedMultiplyAdd(Vector128.Create(*(a + 8)), x, c1x);
                x = Vector128.Load(p + 32);
                c0x = Vector128.FusedMultiplyAdd(Vector128.Create(*(a + 1)), x, c0x);
                c1x = Vector128.FusedMultiplyAdd(Vector128.Create(*(a + 9)), x, c1x);
                x = Vector128.Load(p + 64);
                c0x = Vector128.FusedMultiplyAdd(Vector128.Create(*(a + 2)), x, c0x);
                c1x = Vector128.FusedMultiplyAdd(Vector128.Create(*(a + 10)), x, c1x);
                x = Vector128.Load(p + 96);
                c0x = Vector128.FusedMultiplyAdd(Vector128.Create(*(a + 3)), x, c0x);
                c1x = Vector128.FusedMultiplyAdd(Vector128.Create(*(a + 11)), x, c1x);
                if (Sse.IsSupported)
                {
                    Sse.Prefetch1(ahead);
                    Sse.Prefetch1(ahead + 64);
                }
                ahead += aheadStride;
                x = Vector128.Load(p + 128);
                c0x = Vector128.FusedMultiplyAdd(Vector128.Create(*(a + 4)), x, c0x);
                c1x = Vector128.FusedMultiplyAdd(Vector128.Create(*(a + 12)), x, c1x);
                x = Vector128.Load(p + 160);
                c0x = Vector128.FusedMultiplyAdd(Vector128.Create(*(a + 5)), x, c0x);
                c1x = Vector128.FusedMultiplyAdd(Vector128.Create(*(a + 13)), x, c1x);
                x = Vector128.Load(p + 192);
                c0x = Vector128.FusedMultiplyAdd(Vector128.Create(*(a + 6)), x, c0x);
                c1x = Vector128.FusedMultiplyAdd(Vector128.Create(*(a + 14)), x, c1x);
                x = Vector128.Load(p + 224);
                c0x = Vector128.FusedMultiplyAdd(Vector128.Create(*(a + 7)), x, c0x);
                c1x = Vector128.FusedMultiplyAdd(Vector128.Create(*(a + 15)), x, c1x);
                if (Sse.IsSupported)
                {
                    Sse.Prefetch1(ahead);
                    Sse.Prefetch1(ahead + 64);
                }
                ahead += aheadStride;
                a += 96;
                twin += 96;
                p += 256;
            }
            for (; n > 0; n--)
            {
                x = Vector128.Load(p);
                c0x = Vector128.FusedMultiplyAdd(Vector128.Create(*(a)), x, c0x);
                c1x = Vector128.FusedMultiplyAdd(Vector128.Create(*(a + 8)), x, c1x);
                a += 1;
                twin += 1;
                p += 32;
            }
            c0x.Store(c + column);
            c1x.Store(c + column + 144);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization), SkipLocalsInit]
    private static void ByRow2(in AttentionTileBand t, float* a, float* twin, float* b, float* again, float* c, int open, int full, int close)
    {
        byte* ahead = t.Ahead;
        nint aheadStride = t.AheadStride;
        float* firstA = a, firstTwin = twin;
        nint ldc = t.Ldc;
        for (int columns = t.Columns; columns > 0; columns -= 8)
        {
            a = firstA;
            twin = firstTwin;
            float* p = b;
            Vector128<float> x, y, e;
            Vector128<float> c0x = default, c0y = default;
            Vector128<float> c1x = default, c1y = default;
            if (t.Accumulate)
            {
                c0x = Vector128.Load(c); c0y = Vector128.Load(c + 4);
                c1x = Vector128.Load(c + ldc); c1y = Vector128.Load(c + ldc + 4);
                if (again is not null)
                {
                    e = Vector128.Create(*(again)); c0x *= e; c0y *= e;
                    e = Vector128.Create(*(again + 1)); c1x *= e; c1y *= e;
                }
            }
            if (open >= 1)
                goto Full;
            if (open <= 0)
            {
                x = Vector128.Load(p);
                y = Vector128.Load(p + 4);
                e = Vector128.Create(*(a)); c0x = Vector128.FusedMultiplyAdd(e, x, c0x); c0y = Vector128.FusedMultiplyAdd(e, y, c0y);
                a += 1;
                twin += 1;
                p += 32;
            }
        Full:
            int n = full;
            for (; n >= 4; n -= 4)
            {
                x = Vector128.Load(p);
                y = Vector128.Load(p + 4);
                e = Vector128.Create(*(a)); c0x = Vector128.FusedMultiplyAdd(e, x, c0x); c0y = Vector128.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector128.FusedMultiplyAdd(Vector128.Create(*(a + 144)), x, c1x); c1y = Vector128.FusedMultiplyAdd(Vector128.Create(*(twin + 144)), y, c1y);
                x = Vector128.Load(p + 32);
                y = Vector128.Load(p + 36);
                e = Vector128.Create(*(a + 1)); c0x = Vector128.FusedMultiplyAdd(e, x, c0x); c0y = Vector128.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector128.FusedMultiplyAdd(Vector128.Create(*(a + 145)), x, c1x); c1y = Vector128.FusedMultiplyAdd(Vector128.Create(*(twin + 145)), y, c1y);
                x = Vector128.Load(p + 64);
                y = Vector128.Load(p + 68);
                e = Vector128.Create(*(a + 2)); c0x = Vector128.FusedMultiplyAdd(e, x, c0x); c0y = Vector128.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector128.FusedMultiplyAdd(Vector128.Create(*(a + 146)), x, c1x); c1y = Vector128.FusedMultiplyAdd(Vector128.Create(*(twin + 146)), y, c1y);
                x = Vector128.Load(p + 96);
                y = Vector128.Load(p + 100);
                e = Vector128.Create(*(a + 3)); c0x = Vector128.FusedMultiplyAdd(e, x, c0x); c0y = Vector128.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector128.FusedMultiplyAdd(Vector128.Create(*(a + 147)), x, c1x); c1y = Vector128.FusedMultiplyAdd(Vector128.Create(*(twin + 147)), y, c1y);
                if (Sse.IsSupported)
                {
                    Sse.Prefetch1(ahead);
                    Sse.Prefetch1(ahead + 64);
                }
                ahead += aheadStride;
                a += 4;
                twin += 4;
                p += 128;
            }
            for (; n > 0; n--)
            {
                x = Vector128.Load(p);
                y = Vector128.Load(p + 4);
                e = Vector128.Create(*(a)); c0x = Vector128.FusedMultiplyAdd(e, x, c0x); c0y = Vector128.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector128.FusedMultiplyAdd(Vector128.Create(*(a + 144)), x, c1x); c1y = Vector128.FusedMultiplyAdd(Vector128.Create(*(twin + 144)), y, c1y);
                a += 1;
                twin += 1;
                p += 32;
            }
            if (close < 1)
                goto Done;
            x = Vector128.Load(p);
            y = Vector128.Load(p + 4);
            c1x = Vector128.FusedMultiplyAdd(Vector128.Create(*(a + 144)), x, c1x); c1y = Vector128.FusedMultiplyAdd(Vector128.Create(*(twin + 144)), y, c1y);
            a += 1;
            twin += 1;
            p += 32;
        Done:
            c0x.Store(c); c0y.Store(c + 4);
            c1x.Store(c + ldc); c1y.Store(c + ldc + 4);
            b += (columns & 31) == 8 ? t.PanelStride - 24 : 8;
            c += 8;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization), SkipLocalsInit]
    private static void ByColumn2(in AttentionTileBand t, float* a, float* twin, float* b, float* again, float* c, int open, int full, int close)
    {
        byte* ahead = t.Ahead;
        nint aheadStride = t.AheadStride;
        float* firstA = a, firstTwin = twin;
        nint ldc = t.Ldc;
        for (int columns = t.Columns; columns > 0; columns -= 8)
        {
            a = firstA;
            twin = firstTwin;
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
                e = Vector128.Create(*(a)); c0x = Vector128.FusedMultiplyAdd(e, x, c0x); c0y = Vector128.FusedMultiplyAdd(e, y, c0y);
                a += 144;
                twin += 144;
                p += 32;
            }
        Full:
            int n = full;
            for (; n >= 4; n -= 4)
            {
                x = Vector128.Load(p);
                y = Vector128.Load(p + 4);
                e = Vector128.Create(*(a)); c0x = Vector128.FusedMultiplyAdd(e, x, c0x); c0y = Vector128.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector128.FusedMultiplyAdd(Vector128.Create(*(a + 1)), x, c1x); c1y = Vector128.FusedMultiplyAdd(Vector128.Create(*(twin + 1)), y, c1y);
                x = Vector128.Load(p + 32);
                y = Vector128.Load(p + 36);
                e = Vector128.Create(*(a + 144)); c0x = Vector128.FusedMultiplyAdd(e, x, c0x); c0y = Vector128.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector128.FusedMultiplyAdd(Vector128.Create(*(a + 145)), x, c1x); c1y = Vector128.FusedMultiplyAdd(Vector128.Create(*(twin + 145)), y, c1y);
                x = Vector128.Load(p + 64);
                y = Vector128.Load(p + 68);
                e = Vector128.Create(*(a + 288)); c0x = Vector128.FusedMultiplyAdd(e, x, c0x); c0y = Vector128.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector128.FusedMultiplyAdd(Vector128.Create(*(a + 289)), x, c1x); c1y = Vector128.FusedMultiplyAdd(Vector128.Create(*(twin + 289)), y, c1y);
                x = Vector128.Load(p + 96);
                y = Vector128.Load(p + 100);
                e = Vector128.Create(*(a + 432)); c0x = Vector128.FusedMultiplyAdd(e, x, c0x); c0y = Vector128.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector128.FusedMultiplyAdd(Vector128.Create(*(a + 433)), x, c1x); c1y = Vector128.FusedMultiplyAdd(Vector128.Create(*(twin + 433)), y, c1y);
                if (Sse.IsSupported)
                {
                    Sse.Prefetch1(ahead);
                    Sse.Prefetch1(ahead + 64);
                }
                ahead += aheadStride;
                a += 576;
                twin += 576;
                p += 128;
            }
            for (; n > 0; n--)
            {
                x = Vector128.Load(p);
                y = Vector128.Load(p + 4);
                e = Vector128.Create(*(a)); c0x = Vector128.FusedMultiplyAdd(e, x, c0x); c0y = Vector128.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector128.FusedMultiplyAdd(Vector128.Create(*(a + 1)), x, c1x); c1y = Vector128.FusedMultiplyAdd(Vector128.Create(*(twin + 1)), y, c1y);
                a += 144;
                twin += 144;
                p += 32;
            }
            if (close < 1)
                goto Done;
            x = Vector128.Load(p);
            y = Vector128.Load(p + 4);
            c1x = Vector128.FusedMultiplyAdd(Vector128.Create(*(a + 1)), x, c1x); c1y = Vector128.FusedMultiplyAdd(Vector128.Create(*(twin + 1)), y, c1y);
            a += 144;
            twin += 144;
            p += 32;
        Done:
            c0x.Store(c); c0y.Store(c + 4);
            c1x.Store(c + ldc); c1y.Store(c + ldc + 4);
            b += (columns & 31) == 8 ? t.PanelStride - 24 : 8;
            c += 8;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization), SkipLocalsInit]
    private static void Shared2(in AttentionTileBand t, float* a, float* twin, float* b, float* c, int steps)
    {
        nint ldb = t.Ldb;
        float* firstA = a, firstTwin = twin;
        nint ldc = t.Ldc;
        for (int columns = t.Columns; columns > 0; columns -= 8)
        {
            a = firstA;
            twin = firstTwin;
            float* p = b;
            Vector128<float> x, y, e;
            Vector128<float> c0x = default, c0y = default;
            Vector128<float> c1x = default, c1y = default;
            if (t.Accumulate)
            {
                c0x = Vector128.Load(c); c0y = Vector128.Load(c + 4);
                c1x = Vector128.Load(c + ldc); c1y = Vector128.Load(c + ldc + 4);
            }
            for (int n = steps; n > 0; n--, a++, twin++, p += ldb)
            {
                x = Vector128.Load(p);
                y = Vector128.Load(p + 4);
                e = Vector128.Create(*(a)); c0x = Vector128.FusedMultiplyAdd(e, x, c0x); c0y = Vector128.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector128.FusedMultiplyAdd(Vector128.Create(*(a + 144)), x, c1x); c1y = Vector128.FusedMultiplyAdd(Vector128.Create(*(twin + 144)), y, c1y);
            }
            c0x.Store(c); c0y.Store(c + 4);
            c1x.Store(c + ldc); c1y.Store(c + ldc + 4);
            b += (columns & 31) == 8 ? t.PanelStride - 24 : 8;
            c += 8;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization), SkipLocalsInit]
    private static void Scores3(float* a, float* twin, float** pages, float* c, int columns, int k, byte* ahead, nint aheadStride)
    {
        int column = 0;
        float* firstA = a, firstTwin = twin;
        for (; columns - column > 4; column += 8)
        {
            float* p = pages[column / 32] + (column % 32);
            a = firstA;
            twin = firstTwin;
            Vector128<float> x, y, e;
            Vector128<float> c0x = default, c0y = default;
            Vector128<float> c1x = default, c1y = default;
            Vector128<float> c2x = default, c2y = default;
            int n = k;
            for (; n >= 8; n -= 8)
            {
                x = Vector128.Load(p);
                y = Vector128.Load(p + 4);
                e = Vector128.Create(*(a)); c0x = Vector128.FusedMultiplyAdd(e, x, c0x); c0y = Vector128.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector128.FusedMultiplyAdd(Vector128.Create(*(a + 8)), x, c1x); c1y = Vector128.FusedMultiplyAdd(Vector128.Create(*(twin + 8)), y, c1y);
                c2x = Vector128.FusedMultiplyAdd(Vector128.Create(*(a + 16)), x, c2x); c2y = Vector128.FusedMultiplyAdd(Vector128.Create(*(twin + 16)), y, c2y);
                x = Vector128.Load(p + 32);
                y = Vector128.Load(p + 36);
                e = Vector128.Create(*(a + 1)); c0x = Vector128.FusedMultiplyAdd(e, x, c0x); c0y = Vector128.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector128.FusedMultiplyAdd(Vector128.Create(*(a + 9)), x, c1x); c1y = Vector128.FusedMultiplyAdd(Vector128.Create(*(twin + 9)), y, c1y);
                c2x = Vector128.FusedMultiplyAdd(Vector128.Create(*(a + 17)), x, c2x); c2y = Vector128.FusedMultiplyAdd(Vector128.Create(*(twin + 17)), y, c2y);
                x = Vector128.Load(p + 64);
                y = Vector128.Load(p + 68);
                e = Vector128.Create(*(a + 2)); c0x = Vector128.FusedMultiplyAdd(e, x, c0x); c0y = Vector128.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector128.FusedMultiplyAdd(Vector128.Create(*(a + 10)), x, c1x); c1y = Vector128.FusedMultiplyAdd(Vector128.Create(*(twin + 10)), y, c1y);
                c2x = Vector128.FusedMultiplyAdd(Vector128.Create(*(a + 18)), x, c2x); c2y = Vector128.FusedMultiplyAdd(Vector128.Create(*(twin + 18)), y, c2y);
                x = Vector128.Load(p + 96);
                y = Vector128.Load(p + 100);
                e = Vector128.Create(*(a + 3)); c0x = Vector128.FusedMultiplyAdd(e, x, c0x); c0y = Vector128.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector128.FusedMultiplyAdd(Vector128.Create(*(a + 11)), x, c1x); c1y = Vector128.FusedMultiplyAdd(Vector128.Create(*(twin + 11)), y, c1y);
                c2x = Vector128.FusedMultiplyAdd(Vector128.Create(*(a + 19)), x, c2x); c2y = Vector128.FusedMultiplyAdd(Vector128.Create(*(twin + 19)), y, c2y);
                if (Sse.IsSupported)
                {
                    Sse.Prefetch1(ahead);
                    Sse.Prefetch1(ahead + 64);
                }
                ahead += aheadStride;
                x = Vector128.Load(p + 128);
                y = Vector128.Load(p + 132);
                e = Vector128.Create(*(a + 4)); c0x = Vector128.FusedMultiplyAdd(e, x, c0x); c0y = Vector128.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector128.FusedMultiplyAdd(Vector128.Create(*(a + 12)), x, c1x); c1y = Vector128.FusedMultiplyAdd(Vector128.Create(*(twin + 12)), y, c1y);
                c2x = Vector128.FusedMultiplyAdd(Vector128.Create(*(a + 20)), x, c2x); c2y = Vector128.FusedMultiplyAdd(Vector128.Create(*(twin + 20)), y, c2y);
                x = Vector128.Load(p + 160);
                y = Vector128.Load(p + 164);
                e = Vector128.Create(*(a + 5)); c0x = Vector128.FusedMultiplyAdd(e, x, c0x); c0y = Vector128.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector128.FusedMultiplyAdd(Vector128.Create(*(a + 13)), x, c1x); c1y = Vector128.FusedMultiplyAdd(Vector128.Create(*(twin + 13)), y, c1y);
                c2x = Vector128.FusedMultiplyAdd(Vector128.Create(*(a + 21)), x, c2x); c2y = Vector128.FusedMultiplyAdd(Vector128.Create(*(twin + 21)), y, c2y);
                x = Vector128.Load(p + 192);
                y = Vector128.Load(p + 196);
                e = Vector128.Create(*(a + 6)); c0x = Vector128.FusedMultiplyAdd(e, x, c0x); c0y = Vector128.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector128.FusedMultiplyAdd(Vector128.Create(*(a + 14)), x, c1x); c1y = Vector128.FusedMultiplyAdd(Vector128.Create(*(twin + 14)), y, c1y);
                c2x = Vector128.FusedMultiplyAdd(Vector128.Create(*(a + 22)), x, c2x); c2y = Vector128.FusedMultiplyAdd(Vector128.Create(*(twin + 22)), y, c2y);
                x = Vector128.Load(p + 224);
                y = Vector128.Load(p + 228);
                e = Vector128.Create(*(a + 7)); c0x = Vector128.FusedMultiplyAdd(e, x, c0x); c0y = Vector128.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector128.FusedMultiplyAdd(Vector128.Create(*(a + 15)), x, c1x); c1y = Vector128.FusedMultiplyAdd(Vector128.Create(*(twin + 15)), y, c1y);
                c2x = Vector128.FusedMultiplyAdd(Vector128.Create(*(a + 23)), x, c2x); c2y = Vector128.FusedMultiplyAdd(Vector128.Create(*(twin + 23)), y, c2y);
                if (Sse.IsSupported)
                {
                    Sse.Prefetch1(ahead);
                    Sse.Prefetch1(ahead + 64);
                }
                ahead += aheadStride;
                a += 96;
                twin += 96;
                p += 256;
            }
            for (; n > 0; n--)
            {
                x = Vector128.Load(p);
                y = Vector128.Load(p + 4);
                e = Vector128.Create(*(a)); c0x = Vector128.FusedMultiplyAdd(e, x, c0x); c0y = Vector128.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector128.FusedMultiplyAdd(Vector128.Create(*(a + 8)), x, c1x); c1y = Vector128.FusedMultiplyAdd(Vector128.Create(*(twin + 8)), y, c1y);
                c2x = Vector128.FusedMultiplyAdd(Vector128.Create(*(a + 16)), x, c2x); c2y = Vector128.FusedMultiplyAdd(Vector128.Create(*(twin + 16)), y, c2y);
                a += 1;
                twin += 1;
                p += 32;
            }
            c0x.Store(c + column); c0y.Store(c + column + 4);
            c1x.Store(c + column + 144); c1y.Store(c + column + 144 + 4);
            c2x.Store(c + column + 288); c2y.Store(c + column + 288 + 4);
        }
        if (column < columns)
        {
            float* p = pages[column / 32] + (column % 32);
            a = firstA;
            twin = firstTwin;
            Vector128<float> x;
            Vector128<float> c0x = default;
            Vector128<float> c1x = default;
            Vector128<float> c2x = default;
            int n = k;
            for (; n >= 8; n -= 8)
            {
                x = Vector128.Load(p);
                c0x = Vector128.FusedMultiplyAdd(Vector128.Create(*(a)), x, c0x);
                c1x = Vector128.FusedMultiplyAdd(Vector128.Create(*(a + 8)), x, c1x);
                c2x = Vector128.FusedMultiplyAdd(Vector128.Create(*(a + 16)), x, c2x);
                x = Vector128.Load(p + 32);
                c0x = Vector128.FusedMultiplyAdd(Vector128.Create(*(a + 1)), x, c0x);
                c1x = Vector128.FusedMultiplyAdd(Vector128.Create(*(a + 9)), x, c1x);
                c2x = Vector128.FusedMultiplyAdd(Vector128.Create(*(a + 17)), x, c2x);
                x = Vector128.Load(p + 64);
                c0x = Vector128.FusedMultiplyAdd(Vector128.Create(*(a + 2)), x, c0x);
                c1x = Vector128.FusedMultiplyAdd(Vector128.Create(*(a + 10)), x, c1x);
                c2x = Vector128.FusedMultiplyAdd(Vector128.Create(*(a + 18)), x, c2x);
                x = Vector128.Load(p + 96);
                c0x = Vector128.FusedMultiplyAdd(Vector128.Create(*(a + 3)), x, c0x);
                c1x = Vector128.FusedMultiplyAdd(Vector128.Create(*(a + 11)), x, c1x);
                c2x = Vector128.FusedMultiplyAdd(Vector128.Create(*(a + 19)), x, c2x);
                if (Sse.IsSupported)
                {
                    Sse.Prefetch1(ahead);
                    Sse.Prefetch1(ahead + 64);
                }
                ahead += aheadStride;
                x = Vector128.Load(p + 128);
                c0x = Vector128.FusedMultiplyAdd(Vector128.Create(*(a + 4)), x, c0x);
                c1x = Vector128.FusedMultiplyAdd(Vector128.Create(*(a + 12)), x, c1x);
                c2x = Vector128.FusedMultiplyAdd(Vector128.Create(*(a + 20)), x, c2x);
                x = Vector128.Load(p + 160);
                c0x = Vector128.FusedMultiplyAdd(Vector128.Create(*(a + 5)), x, c0x);
                c1x = Vector128.FusedMultiplyAdd(Vector128.Create(*(a + 13)), x, c1x);
                c2x = Vector128.FusedMultiplyAdd(Vector128.Create(*(a + 21)), x, c2x);
                x = Vector128.Load(p + 192);
                c0x = Vector128.FusedMultiplyAdd(Vector128.Create(*(a + 6)), x, c0x);
                c1x = Vector128.FusedMultiplyAdd(Vector128.Create(*(a + 14)), x, c1x);
                c2x = Vector128.FusedMultiplyAdd(Vector128.Create(*(a + 22)), x, c2x);
                x = Vector128.Load(p + 224);
                c0x = Vector128.FusedMultiplyAdd(Vector128.Create(*(a + 7)), x, c0x);
                c1x = Vector128.FusedMultiplyAdd(Vector128.Create(*(a + 15)), x, c1x);
                c2x = Vector128.FusedMultiplyAdd(Vector128.Create(*(a + 23)), x, c2x);
                if (Sse.IsSupported)
                {
                    Sse.Prefetch1(ahead);
                    Sse.Prefetch1(ahead + 64);
                }
                ahead += aheadStride;
                a += 96;
                twin += 96;
                p += 256;
            }
            for (; n > 0; n--)
            {
                x = Vector128.Load(p);
                c0x = Vector128.FusedMultiplyAdd(Vector128.Create(*(a)), x, c0x);
                c1x = Vector128.FusedMultiplyAdd(Vector128.Create(*(a + 8)), x, c1x);
                c2x = Vector128.FusedMultiplyAdd(Vector128.Create(*(a + 16)), x, c2x);
                a += 1;
                twin += 1;
                p += 32;
            }
            c0x.Store(c + column);
            c1x.Store(c + column + 144);
            c2x.Store(c + column + 288);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization), SkipLocalsInit]
    private static void ByRow3(in AttentionTileBand t, float* a, float* twin, float* b, float* again, float* c, int open, int full, int close)
    {
        byte* ahead = t.Ahead;
        nint aheadStride = t.AheadStride;
        float* firstA = a, firstTwin = twin;
        nint ldc = t.Ldc;
        for (int columns = t.Columns; columns > 0; columns -= 8)
        {
            a = firstA;
            twin = firstTwin;
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
                if (again is not null)
                {
                    e = Vector128.Create(*(again)); c0x *= e; c0y *= e;
                    e = Vector128.Create(*(again + 1)); c1x *= e; c1y *= e;
                    e = Vector128.Create(*(again + 2)); c2x *= e; c2y *= e;
                }
            }
            if (open >= 2)
                goto Full;
            if (open <= 0)
            {
                x = Vector128.Load(p);
                y = Vector128.Load(p + 4);
                e = Vector128.Create(*(a)); c0x = Vector128.FusedMultiplyAdd(e, x, c0x); c0y = Vector128.FusedMultiplyAdd(e, y, c0y);
                a += 1;
                twin += 1;
                p += 32;
            }
            if (open <= 1)
            {
                x = Vector128.Load(p);
                y = Vector128.Load(p + 4);
                e = Vector128.Create(*(a)); c0x = Vector128.FusedMultiplyAdd(e, x, c0x); c0y = Vector128.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector128.FusedMultiplyAdd(Vector128.Create(*(a + 144)), x, c1x); c1y = Vector128.FusedMultiplyAdd(Vector128.Create(*(twin + 144)), y, c1y);
                a += 1;
                twin += 1;
                p += 32;
            }
        Full:
            int n = full;
            for (; n >= 4; n -= 4)
            {
                x = Vector128.Load(p);
                y = Vector128.Load(p + 4);
                e = Vector128.Create(*(a)); c0x = Vector128.FusedMultiplyAdd(e, x, c0x); c0y = Vector128.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector128.FusedMultiplyAdd(Vector128.Create(*(a + 144)), x, c1x); c1y = Vector128.FusedMultiplyAdd(Vector128.Create(*(twin + 144)), y, c1y);
                c2x = Vector128.FusedMultiplyAdd(Vector128.Create(*(a + 288)), x, c2x); c2y = Vector128.FusedMultiplyAdd(Vector128.Create(*(twin + 288)), y, c2y);
                x = Vector128.Load(p + 32);
                y = Vector128.Load(p + 36);
                e = Vector128.Create(*(a + 1)); c0x = Vector128.FusedMultiplyAdd(e, x, c0x); c0y = Vector128.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector128.FusedMultiplyAdd(Vector128.Create(*(a + 145)), x, c1x); c1y = Vector128.FusedMultiplyAdd(Vector128.Create(*(twin + 145)), y, c1y);
                c2x = Vector128.FusedMultiplyAdd(Vector128.Create(*(a + 289)), x, c2x); c2y = Vector128.FusedMultiplyAdd(Vector128.Create(*(twin + 289)), y, c2y);
                x = Vector128.Load(p + 64);
                y = Vector128.Load(p + 68);
                e = Vector128.Create(*(a + 2)); c0x = Vector128.FusedMultiplyAdd(e, x, c0x); c0y = Vector128.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector128.FusedMultiplyAdd(Vector128.Create(*(a + 146)), x, c1x); c1y = Vector128.FusedMultiplyAdd(Vector128.Create(*(twin + 146)), y, c1y);
                c2x = Vector128.FusedMultiplyAdd(Vector128.Create(*(a + 290)), x, c2x); c2y = Vector128.FusedMultiplyAdd(Vector128.Create(*(twin + 290)), y, c2y);
                x = Vector128.Load(p + 96);
                y = Vector128.Load(p + 100);
                e = Vector128.Create(*(a + 3)); c0x = Vector128.FusedMultiplyAdd(e, x, c0x); c0y = Vector128.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector128.FusedMultiplyAdd(Vector128.Create(*(a + 147)), x, c1x); c1y = Vector128.FusedMultiplyAdd(Vector128.Create(*(twin + 147)), y, c1y);
                c2x = Vector128.FusedMultiplyAdd(Vector128.Create(*(a + 291)), x, c2x); c2y = Vector128.FusedMultiplyAdd(Vector128.Create(*(twin + 291)), y, c2y);
                if (Sse.IsSupported)
                {
                    Sse.Prefetch1(ahead);
                    Sse.Prefetch1(ahead + 64);
                }
                ahead += aheadStride;
                a += 4;
                twin += 4;
                p += 128;
            }
            for (; n > 0; n--)
            {
                x = Vector128.Load(p);
                y = Vector128.Load(p + 4);
                e = Vector128.Create(*(a)); c0x = Vector128.FusedMultiplyAdd(e, x, c0x); c0y = Vector128.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector128.FusedMultiplyAdd(Vector128.Create(*(a + 144)), x, c1x); c1y = Vector128.FusedMultiplyAdd(Vector128.Create(*(twin + 144)), y, c1y);
                c2x = Vector128.FusedMultiplyAdd(Vector128.Create(*(a + 288)), x, c2x); c2y = Vector128.FusedMultiplyAdd(Vector128.Create(*(twin + 288)), y, c2y);
                a += 1;
                twin += 1;
                p += 32;
            }
            if (close < 1)
                goto Done;
            x = Vector128.Load(p);
            y = Vector128.Load(p + 4);
            c1x = Vector128.FusedMultiplyAdd(Vector128.Create(*(a + 144)), x, c1x); c1y = Vector128.FusedMultiplyAdd(Vector128.Create(*(twin + 144)), y, c1y);
            c2x = Vector128.FusedMultiplyAdd(Vector128.Create(*(a + 288)), x, c2x); c2y = Vector128.FusedMultiplyAdd(Vector128.Create(*(twin + 288)), y, c2y);
            a += 1;
            twin += 1;
            p += 32;
            if (close < 2)
                goto Done;
            x = Vector128.Load(p);
            y = Vector128.Load(p + 4);
            c2x = Vector128.FusedMultiplyAdd(Vector128.Create(*(a + 288)), x, c2x); c2y = Vector128.FusedMultiplyAdd(Vector128.Create(*(twin + 288)), y, c2y);
            a += 1;
            twin += 1;
            p += 32;
        Done:
            c0x.Store(c); c0y.Store(c + 4);
            c1x.Store(c + ldc); c1y.Store(c + ldc + 4);
            c2x.Store(c + (2 * ldc)); c2y.Store(c + (2 * ldc) + 4);
            b += (columns & 31) == 8 ? t.PanelStride - 24 : 8;
            c += 8;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization), SkipLocalsInit]
    private static void ByColumn3(in AttentionTileBand t, float* a, float* twin, float* b, float* again, float* c, int open, int full, int close)
    {
        byte* ahead = t.Ahead;
        nint aheadStride = t.AheadStride;
        float* firstA = a, firstTwin = twin;
        nint ldc = t.Ldc;
        for (int columns = t.Columns; columns > 0; columns -= 8)
        {
            a = firstA;
            twin = firstTwin;
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
                e = Vector128.Create(*(a)); c0x = Vector128.FusedMultiplyAdd(e, x, c0x); c0y = Vector128.FusedMultiplyAdd(e, y, c0y);
                a += 144;
                twin += 144;
                p += 32;
            }
            if (open <= 1)
            {
                x = Vector128.Load(p);
                y = Vector128.Load(p + 4);
                e = Vector128.Create(*(a)); c0x = Vector128.FusedMultiplyAdd(e, x, c0x); c0y = Vector128.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector128.FusedMultiplyAdd(Vector128.Create(*(a + 1)), x, c1x); c1y = Vector128.FusedMultiplyAdd(Vector128.Create(*(twin + 1)), y, c1y);
                a += 144;
                twin += 144;
                p += 32;
            }
        Full:
            int n = full;
            for (; n >= 4; n -= 4)
            {
                x = Vector128.Load(p);
                y = Vector128.Load(p + 4);
                e = Vector128.Create(*(a)); c0x = Vector128.FusedMultiplyAdd(e, x, c0x); c0y = Vector128.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector128.FusedMultiplyAdd(Vector128.Create(*(a + 1)), x, c1x); c1y = Vector128.FusedMultiplyAdd(Vector128.Create(*(twin + 1)), y, c1y);
                c2x = Vector128.FusedMultiplyAdd(Vector128.Create(*(a + 2)), x, c2x); c2y = Vector128.FusedMultiplyAdd(Vector128.Create(*(twin + 2)), y, c2y);
                x = Vector128.Load(p + 32);
                y = Vector128.Load(p + 36);
                e = Vector128.Create(*(a + 144)); c0x = Vector128.FusedMultiplyAdd(e, x, c0x); c0y = Vector128.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector128.FusedMultiplyAdd(Vector128.Create(*(a + 145)), x, c1x); c1y = Vector128.FusedMultiplyAdd(Vector128.Create(*(twin + 145)), y, c1y);
                c2x = Vector128.FusedMultiplyAdd(Vector128.Create(*(a + 146)), x, c2x); c2y = Vector128.FusedMultiplyAdd(Vector128.Create(*(twin + 146)), y, c2y);
                x = Vector128.Load(p + 64);
                y = Vector128.Load(p + 68);
                e = Vector128.Create(*(a + 288)); c0x = Vector128.FusedMultiplyAdd(e, x, c0x); c0y = Vector128.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector128.FusedMultiplyAdd(Vector128.Create(*(a + 289)), x, c1x); c1y = Vector128.FusedMultiplyAdd(Vector128.Create(*(twin + 289)), y, c1y);
                c2x = Vector128.FusedMultiplyAdd(Vector128.Create(*(a + 290)), x, c2x); c2y = Vector128.FusedMultiplyAdd(Vector128.Create(*(twin + 290)), y, c2y);
                x = Vector128.Load(p + 96);
                y = Vector128.Load(p + 100);
                e = Vector128.Create(*(a + 432)); c0x = Vector128.FusedMultiplyAdd(e, x, c0x); c0y = Vector128.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector128.FusedMultiplyAdd(Vector128.Create(*(a + 433)), x, c1x); c1y = Vector128.FusedMultiplyAdd(Vector128.Create(*(twin + 433)), y, c1y);
                c2x = Vector128.FusedMultiplyAdd(Vector128.Create(*(a + 434)), x, c2x); c2y = Vector128.FusedMultiplyAdd(Vector128.Create(*(twin + 434)), y, c2y);
                if (Sse.IsSupported)
                {
                    Sse.Prefetch1(ahead);
                    Sse.Prefetch1(ahead + 64);
                }
                ahead += aheadStride;
                a += 576;
                twin += 576;
                p += 128;
            }
            for (; n > 0; n--)
            {
                x = Vector128.Load(p);
                y = Vector128.Load(p + 4);
                e = Vector128.Create(*(a)); c0x = Vector128.FusedMultiplyAdd(e, x, c0x); c0y = Vector128.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector128.FusedMultiplyAdd(Vector128.Create(*(a + 1)), x, c1x); c1y = Vector128.FusedMultiplyAdd(Vector128.Create(*(twin + 1)), y, c1y);
                c2x = Vector128.FusedMultiplyAdd(Vector128.Create(*(a + 2)), x, c2x); c2y = Vector128.FusedMultiplyAdd(Vector128.Create(*(twin + 2)), y, c2y);
                a += 144;
                twin += 144;
                p += 32;
            }
            if (close < 1)
                goto Done;
            x = Vector128.Load(p);
            y = Vector128.Load(p + 4);
            c1x = Vector128.FusedMultiplyAdd(Vector128.Create(*(a + 1)), x, c1x); c1y = Vector128.FusedMultiplyAdd(Vector128.Create(*(twin + 1)), y, c1y);
            c2x = Vector128.FusedMultiplyAdd(Vector128.Create(*(a + 2)), x, c2x); c2y = Vector128.FusedMultiplyAdd(Vector128.Create(*(twin + 2)), y, c2y);
            a += 144;
            twin += 144;
            p += 32;
            if (close < 2)
                goto Done;
            x = Vector128.Load(p);
            y = Vector128.Load(p + 4);
            c2x = Vector128.FusedMultiplyAdd(Vector128.Create(*(a + 2)), x, c2x); c2y = Vector128.FusedMultiplyAdd(Vector128.Create(*(twin + 2)), y, c2y);
            a += 144;
            twin += 144;
            p += 32;
        Done:
            c0x.Store(c); c0y.Store(c + 4);
            c1x.Store(c + ldc); c1y.Store(c + ldc + 4);
            c2x.Store(c + (2 * ldc)); c2y.Store(c + (2 * ldc) + 4);
            b += (columns & 31) == 8 ? t.PanelStride - 24 : 8;
            c += 8;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization), SkipLocalsInit]
    private static void Shared3(in AttentionTileBand t, float* a, float* twin, float* b, float* c, int steps)
    {
        nint ldb = t.Ldb;
        float* firstA = a, firstTwin = twin;
        nint ldc = t.Ldc;
        for (int columns = t.Columns; columns > 0; columns -= 8)
        {
            a = firstA;
            twin = firstTwin;
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
            for (int n = steps; n > 0; n--, a++, twin++, p += ldb)
            {
                x = Vector128.Load(p);
                y = Vector128.Load(p + 4);
                e = Vector128.Create(*(a)); c0x = Vector128.FusedMultiplyAdd(e, x, c0x); c0y = Vector128.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector128.FusedMultiplyAdd(Vector128.Create(*(a + 144)), x, c1x); c1y = Vector128.FusedMultiplyAdd(Vector128.Create(*(twin + 144)), y, c1y);
                c2x = Vector128.FusedMultiplyAdd(Vector128.Create(*(a + 288)), x, c2x); c2y = Vector128.FusedMultiplyAdd(Vector128.Create(*(twin + 288)), y, c2y);
            }
            c0x.Store(c); c0y.Store(c + 4);
            c1x.Store(c + ldc); c1y.Store(c + ldc + 4);
            c2x.Store(c + (2 * ldc)); c2y.Store(c + (2 * ldc) + 4);
            b += (columns & 31) == 8 ? t.PanelStride - 24 : 8;
            c += 8;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization), SkipLocalsInit]
    private static void Scores4(float* a, float* twin, float** pages, float* c, int columns, int k, byte* ahead, nint aheadStride)
    {
        int column = 0;
        float* firstA = a, firstTwin = twin;
        for (; columns - column > 4; column += 8)
        {
            float* p = pages[column / 32] + (column % 32);
            a = firstA;
            twin = firstTwin;
            Vector128<float> x, y, e;
            Vector128<float> c0x = default, c0y = default;
            Vector128<float> c1x = default, c1y = default;
            Vector128<float> c2x = default, c2y = default;
            Vector128<float> c3x = default, c3y = default;
            int n = k;
            for (; n >= 8; n -= 8)
            {
                x = Vector128.Load(p);
                y = Vector128.Load(p + 4);
                e = Vector128.Create(*(a)); c0x = Vector128.FusedMultiplyAdd(e, x, c0x); c0y = Vector128.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector128.FusedMultiplyAdd(Vector128.Create(*(a + 8)), x, c1x); c1y = Vector128.FusedMultiplyAdd(Vector128.Create(*(twin + 8)), y, c1y);
                c2x = Vector128.FusedMultiplyAdd(Vector128.Create(*(a + 16)), x, c2x); c2y = Vector128.FusedMultiplyAdd(Vector128.Create(*(twin + 16)), y, c2y);
                e = Vector128.Create(*(a + 24)); c3x = Vector128.FusedMultiplyAdd(e, x, c3x); c3y = Vector128.FusedMultiplyAdd(e, y, c3y);
                x = Vector128.Load(p + 32);
                y = Vector128.Load(p + 36);
                e = Vector128.Create(*(a + 1)); c0x = Vector128.FusedMultiplyAdd(e, x, c0x); c0y = Vector128.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector128.FusedMultiplyAdd(Vector128.Create(*(a + 9)), x, c1x); c1y = Vector128.FusedMultiplyAdd(Vector128.Create(*(twin + 9)), y, c1y);
                c2x = Vector128.FusedMultiplyAdd(Vector128.Create(*(a + 17)), x, c2x); c2y = Vector128.FusedMultiplyAdd(Vector128.Create(*(twin + 17)), y, c2y);
                e = Vector128.Create(*(a + 25)); c3x = Vector128.FusedMultiplyAdd(e, x, c3x); c3y = Vector128.FusedMultiplyAdd(e, y, c3y);
                x = Vector128.Load(p + 64);
                y = Vector128.Load(p + 68);
                e = Vector128.Create(*(a + 2)); c0x = Vector128.FusedMultiplyAdd(e, x, c0x); c0y = Vector128.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector128.FusedMultiplyAdd(Vector128.Create(*(a + 10)), x, c1x); c1y = Vector128.FusedMultiplyAdd(Vector128.Create(*(twin + 10)), y, c1y);
                c2x = Vector128.FusedMultiplyAdd(Vector128.Create(*(a + 18)), x, c2x); c2y = Vector128.FusedMultiplyAdd(Vector128.Create(*(twin + 18)), y, c2y);
                e = Vector128.Create(*(a + 26)); c3x = Vector128.FusedMultiplyAdd(e, x, c3x); c3y = Vector128.FusedMultiplyAdd(e, y, c3y);
                x = Vector128.Load(p + 96);
                y = Vector128.Load(p + 100);
                e = Vector128.Create(*(a + 3)); c0x = Vector128.FusedMultiplyAdd(e, x, c0x); c0y = Vector128.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector128.FusedMultiplyAdd(Vector128.Create(*(a + 11)), x, c1x); c1y = Vector128.FusedMultiplyAdd(Vector128.Create(*(twin + 11)), y, c1y);
                c2x = Vector128.FusedMultiplyAdd(Vector128.Create(*(a + 19)), x, c2x); c2y = Vector128.FusedMultiplyAdd(Vector128.Create(*(twin + 19)), y, c2y);
                e = Vector128.Create(*(a + 27)); c3x = Vector128.FusedMultiplyAdd(e, x, c3x); c3y = Vector128.FusedMultiplyAdd(e, y, c3y);
                if (Sse.IsSupported)
                {
                    Sse.Prefetch1(ahead);
                    Sse.Prefetch1(ahead + 64);
                }
                ahead += aheadStride;
                x = Vector128.Load(p + 128);
                y = Vector128.Load(p + 132);
                e = Vector128.Create(*(a + 4)); c0x = Vector128.FusedMultiplyAdd(e, x, c0x); c0y = Vector128.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector128.FusedMultiplyAdd(Vector128.Create(*(a + 12)), x, c1x); c1y = Vector128.FusedMultiplyAdd(Vector128.Create(*(twin + 12)), y, c1y);
                c2x = Vector128.FusedMultiplyAdd(Vector128.Create(*(a + 20)), x, c2x); c2y = Vector128.FusedMultiplyAdd(Vector128.Create(*(twin + 20)), y, c2y);
                e = Vector128.Create(*(a + 28)); c3x = Vector128.FusedMultiplyAdd(e, x, c3x); c3y = Vector128.FusedMultiplyAdd(e, y, c3y);
                x = Vector128.Load(p + 160);
                y = Vector128.Load(p + 164);
                e = Vector128.Create(*(a + 5)); c0x = Vector128.FusedMultiplyAdd(e, x, c0x); c0y = Vector128.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector128.FusedMultiplyAdd(Vector128.Create(*(a + 13)), x, c1x); c1y = Vector128.FusedMultiplyAdd(Vector128.Create(*(twin + 13)), y, c1y);
                c2x = Vector128.FusedMultiplyAdd(Vector128.Create(*(a + 21)), x, c2x); c2y = Vector128.FusedMultiplyAdd(Vector128.Create(*(twin + 21)), y, c2y);
                e = Vector128.Create(*(a + 29)); c3x = Vector128.FusedMultiplyAdd(e, x, c3x); c3y = Vector128.FusedMultiplyAdd(e, y, c3y);
                x = Vector128.Load(p + 192);
                y = Vector128.Load(p + 196);
                e = Vector128.Create(*(a + 6)); c0x = Vector128.FusedMultiplyAdd(e, x, c0x); c0y = Vector128.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector128.FusedMultiplyAdd(Vector128.Create(*(a + 14)), x, c1x); c1y = Vector128.FusedMultiplyAdd(Vector128.Create(*(twin + 14)), y, c1y);
                c2x = Vector128.FusedMultiplyAdd(Vector128.Create(*(a + 22)), x, c2x); c2y = Vector128.FusedMultiplyAdd(Vector128.Create(*(twin + 22)), y, c2y);
                e = Vector128.Create(*(a + 30)); c3x = Vector128.FusedMultiplyAdd(e, x, c3x); c3y = Vector128.FusedMultiplyAdd(e, y, c3y);
                x = Vector128.Load(p + 224);
                y = Vector128.Load(p + 228);
                e = Vector128.Create(*(a + 7)); c0x = Vector128.FusedMultiplyAdd(e, x, c0x); c0y = Vector128.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector128.FusedMultiplyAdd(Vector128.Create(*(a + 15)), x, c1x); c1y = Vector128.FusedMultiplyAdd(Vector128.Create(*(twin + 15)), y, c1y);
                c2x = Vector128.FusedMultiplyAdd(Vector128.Create(*(a + 23)), x, c2x); c2y = Vector128.FusedMultiplyAdd(Vector128.Create(*(twin + 23)), y, c2y);
                e = Vector128.Create(*(a + 31)); c3x = Vector128.FusedMultiplyAdd(e, x, c3x); c3y = Vector128.FusedMultiplyAdd(e, y, c3y);
                if (Sse.IsSupported)
                {
                    Sse.Prefetch1(ahead);
                    Sse.Prefetch1(ahead + 64);
                }
                ahead += aheadStride;
                a += 96;
                twin += 96;
                p += 256;
            }
            for (; n > 0; n--)
            {
                x = Vector128.Load(p);
                y = Vector128.Load(p + 4);
                e = Vector128.Create(*(a)); c0x = Vector128.FusedMultiplyAdd(e, x, c0x); c0y = Vector128.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector128.FusedMultiplyAdd(Vector128.Create(*(a + 8)), x, c1x); c1y = Vector128.FusedMultiplyAdd(Vector128.Create(*(twin + 8)), y, c1y);
                c2x = Vector128.FusedMultiplyAdd(Vector128.Create(*(a + 16)), x, c2x); c2y = Vector128.FusedMultiplyAdd(Vector128.Create(*(twin + 16)), y, c2y);
                e = Vector128.Create(*(a + 24)); c3x = Vector128.FusedMultiplyAdd(e, x, c3x); c3y = Vector128.FusedMultiplyAdd(e, y, c3y);
                a += 1;
                twin += 1;
                p += 32;
            }
            c0x.Store(c + column); c0y.Store(c + column + 4);
            c1x.Store(c + column + 144); c1y.Store(c + column + 144 + 4);
            c2x.Store(c + column + 288); c2y.Store(c + column + 288 + 4);
            c3x.Store(c + column + 432); c3y.Store(c + column + 432 + 4);
        }
        if (column < columns)
        {
            float* p = pages[column / 32] + (column % 32);
            a = firstA;
            twin = firstTwin;
            Vector128<float> x;
            Vector128<float> c0x = default;
            Vector128<float> c1x = default;
            Vector128<float> c2x = default;
            Vector128<float> c3x = default;
            int n = k;
            for (; n >= 8; n -= 8)
            {
                x = Vector128.Load(p);
                c0x = Vector128.FusedMultiplyAdd(Vector128.Create(*(a)), x, c0x);
                c1x = Vector128.FusedMultiplyAdd(Vector128.Create(*(a + 8)), x, c1x);
                c2x = Vector128.FusedMultiplyAdd(Vector128.Create(*(a + 16)), x, c2x);
                c3x = Vector128.FusedMultiplyAdd(Vector128.Create(*(a + 24)), x, c3x);
                x = Vector128.Load(p + 32);
                c0x = Vector128.FusedMultiplyAdd(Vector128.Create(*(a + 1)), x, c0x);
                c1x = Vector128.FusedMultiplyAdd(Vector128.Create(*(a + 9)), x, c1x);
                c2x = Vector128.FusedMultiplyAdd(Vector128.Create(*(a + 17)), x, c2x);
                c3x = Vector128.FusedMultiplyAdd(Vector128.Create(*(a + 25)), x, c3x);
                x = Vector128.Load(p + 64);
                c0x = Vector128.FusedMultiplyAdd(Vector128.Create(*(a + 2)), x, c0x);
                c1x = Vector128.FusedMultiplyAdd(Vector128.Create(*(a + 10)), x, c1x);
                c2x = Vector128.FusedMultiplyAdd(Vector128.Create(*(a + 18)), x, c2x);
                c3x = Vector128.FusedMultiplyAdd(Vector128.Create(*(a + 26)), x, c3x);
                x = Vector128.Load(p + 96);
                c0x = Vector128.FusedMultiplyAdd(Vector128.Create(*(a + 3)), x, c0x);
                c1x = Vector128.FusedMultiplyAdd(Vector128.Create(*(a + 11)), x, c1x);
                c2x = Vector128.FusedMultiplyAdd(Vector128.Create(*(a + 19)), x, c2x);
                c3x = Vector128.FusedMultiplyAdd(Vector128.Create(*(a + 27)), x, c3x);
                if (Sse.IsSupported)
                {
                    Sse.Prefetch1(ahead);
                    Sse.Prefetch1(ahead + 64);
                }
                ahead += aheadStride;
                x = Vector128.Load(p + 128);
                c0x = Vector128.FusedMultiplyAdd(Vector128.Create(*(a + 4)), x, c0x);
                c1x = Vector128.FusedMultiplyAdd(Vector128.Create(*(a + 12)), x, c1x);
                c2x = Vector128.FusedMultiplyAdd(Vector128.Create(*(a + 20)), x, c2x);
                c3x = Vector128.FusedMultiplyAdd(Vector128.Create(*(a + 28)), x, c3x);
                x = Vector128.Load(p + 160);
                c0x = Vector128.FusedMultiplyAdd(Vector128.Create(*(a + 5)), x, c0x);
                c1x = Vector128.FusedMultiplyAdd(Vector128.Create(*(a + 13)), x, c1x);
                c2x = Vector128.FusedMultiplyAdd(Vector128.Create(*(a + 21)), x, c2x);
                c3x = Vector128.FusedMultiplyAdd(Vector128.Create(*(a + 29)), x, c3x);
                x = Vector128.Load(p + 192);
                c0x = Vector128.FusedMultiplyAdd(Vector128.Create(*(a + 6)), x, c0x);
                c1x = Vector128.FusedMultiplyAdd(Vector128.Create(*(a + 14)), x, c1x);
                c2x = Vector128.FusedMultiplyAdd(Vector128.Create(*(a + 22)), x, c2x);
                c3x = Vector128.FusedMultiplyAdd(Vector128.Create(*(a + 30)), x, c3x);
                x = Vector128.Load(p + 224);
                c0x = Vector128.FusedMultiplyAdd(Vector128.Create(*(a + 7)), x, c0x);
                c1x = Vector128.FusedMultiplyAdd(Vector128.Create(*(a + 15)), x, c1x);
                c2x = Vector128.FusedMultiplyAdd(Vector128.Create(*(a + 23)), x, c2x);
                c3x = Vector128.FusedMultiplyAdd(Vector128.Create(*(a + 31)), x, c3x);
                if (Sse.IsSupported)
                {
                    Sse.Prefetch1(ahead);
                    Sse.Prefetch1(ahead + 64);
                }
                ahead += aheadStride;
                a += 96;
                twin += 96;
                p += 256;
            }
            for (; n > 0; n--)
            {
                x = Vector128.Load(p);
                c0x = Vector128.FusedMultiplyAdd(Vector128.Create(*(a)), x, c0x);
                c1x = Vector128.FusedMultiplyAdd(Vector128.Create(*(a + 8)), x, c1x);
                c2x = Vector128.FusedMultiplyAdd(Vector128.Create(*(a + 16)), x, c2x);
                c3x = Vector128.FusedMultiplyAdd(Vector128.Create(*(a + 24)), x, c3x);
                a += 1;
                twin += 1;
                p += 32;
            }
            c0x.Store(c + column);
            c1x.Store(c + column + 144);
            c2x.Store(c + column + 288);
            c3x.Store(c + column + 432);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization), SkipLocalsInit]
    private static void ByRow4(in AttentionTileBand t, float* a, float* twin, float* b, float* again, float* c, int open, int full, int close)
    {
        byte* ahead = t.Ahead;
        nint aheadStride = t.AheadStride;
        float* firstA = a, firstTwin = twin;
        nint ldc = t.Ldc;
        for (int columns = t.Columns; columns > 0; columns -= 8)
        {
            a = firstA;
            twin = firstTwin;
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
                if (again is not null)
                {
                    e = Vector128.Create(*(again)); c0x *= e; c0y *= e;
                    e = Vector128.Create(*(again + 1)); c1x *= e; c1y *= e;
                    e = Vector128.Create(*(again + 2)); c2x *= e; c2y *= e;
                    e = Vector128.Create(*(again + 3)); c3x *= e; c3y *= e;
                }
            }
            if (open >= 3)
                goto Full;
            if (open <= 0)
            {
                x = Vector128.Load(p);
                y = Vector128.Load(p + 4);
                e = Vector128.Create(*(a)); c0x = Vector128.FusedMultiplyAdd(e, x, c0x); c0y = Vector128.FusedMultiplyAdd(e, y, c0y);
                a += 1;
                twin += 1;
                p += 32;
            }
            if (open <= 1)
            {
                x = Vector128.Load(p);
                y = Vector128.Load(p + 4);
                e = Vector128.Create(*(a)); c0x = Vector128.FusedMultiplyAdd(e, x, c0x); c0y = Vector128.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector128.FusedMultiplyAdd(Vector128.Create(*(a + 144)), x, c1x); c1y = Vector128.FusedMultiplyAdd(Vector128.Create(*(twin + 144)), y, c1y);
                a += 1;
                twin += 1;
                p += 32;
            }
            if (open <= 2)
            {
                x = Vector128.Load(p);
                y = Vector128.Load(p + 4);
                e = Vector128.Create(*(a)); c0x = Vector128.FusedMultiplyAdd(e, x, c0x); c0y = Vector128.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector128.FusedMultiplyAdd(Vector128.Create(*(a + 144)), x, c1x); c1y = Vector128.FusedMultiplyAdd(Vector128.Create(*(twin + 144)), y, c1y);
                c2x = Vector128.FusedMultiplyAdd(Vector128.Create(*(a + 288)), x, c2x); c2y = Vector128.FusedMultiplyAdd(Vector128.Create(*(twin + 288)), y, c2y);
                a += 1;
                twin += 1;
                p += 32;
            }
        Full:
            int n = full;
            for (; n >= 4; n -= 4)
            {
                x = Vector128.Load(p);
                y = Vector128.Load(p + 4);
                e = Vector128.Create(*(a)); c0x = Vector128.FusedMultiplyAdd(e, x, c0x); c0y = Vector128.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector128.FusedMultiplyAdd(Vector128.Create(*(a + 144)), x, c1x); c1y = Vector128.FusedMultiplyAdd(Vector128.Create(*(twin + 144)), y, c1y);
                c2x = Vector128.FusedMultiplyAdd(Vector128.Create(*(a + 288)), x, c2x); c2y = Vector128.FusedMultiplyAdd(Vector128.Create(*(twin + 288)), y, c2y);
                e = Vector128.Create(*(a + 432)); c3x = Vector128.FusedMultiplyAdd(e, x, c3x); c3y = Vector128.FusedMultiplyAdd(e, y, c3y);
                x = Vector128.Load(p + 32);
                y = Vector128.Load(p + 36);
                e = Vector128.Create(*(a + 1)); c0x = Vector128.FusedMultiplyAdd(e, x, c0x); c0y = Vector128.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector128.FusedMultiplyAdd(Vector128.Create(*(a + 145)), x, c1x); c1y = Vector128.FusedMultiplyAdd(Vector128.Create(*(twin + 145)), y, c1y);
                c2x = Vector128.FusedMultiplyAdd(Vector128.Create(*(a + 289)), x, c2x); c2y = Vector128.FusedMultiplyAdd(Vector128.Create(*(twin + 289)), y, c2y);
                e = Vector128.Create(*(a + 433)); c3x = Vector128.FusedMultiplyAdd(e, x, c3x); c3y = Vector128.FusedMultiplyAdd(e, y, c3y);
                x = Vector128.Load(p + 64);
                y = Vector128.Load(p + 68);
                e = Vector128.Create(*(a + 2)); c0x = Vector128.FusedMultiplyAdd(e, x, c0x); c0y = Vector128.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector128.FusedMultiplyAdd(Vector128.Create(*(a + 146)), x, c1x); c1y = Vector128.FusedMultiplyAdd(Vector128.Create(*(twin + 146)), y, c1y);
                c2x = Vector128.FusedMultiplyAdd(Vector128.Create(*(a + 290)), x, c2x); c2y = Vector128.FusedMultiplyAdd(Vector128.Create(*(twin + 290)), y, c2y);
                e = Vector128.Create(*(a + 434)); c3x = Vector128.FusedMultiplyAdd(e, x, c3x); c3y = Vector128.FusedMultiplyAdd(e, y, c3y);
                x = Vector128.Load(p + 96);
                y = Vector128.Load(p + 100);
                e = Vector128.Create(*(a + 3)); c0x = Vector128.FusedMultiplyAdd(e, x, c0x); c0y = Vector128.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector128.FusedMultiplyAdd(Vector128.Create(*(a + 147)), x, c1x); c1y = Vector128.FusedMultiplyAdd(Vector128.Create(*(twin + 147)), y, c1y);
                c2x = Vector128.FusedMultiplyAdd(Vector128.Create(*(a + 291)), x, c2x); c2y = Vector128.FusedMultiplyAdd(Vector128.Create(*(twin + 291)), y, c2y);
                e = Vector128.Create(*(a + 435)); c3x = Vector128.FusedMultiplyAdd(e, x, c3x); c3y = Vector128.FusedMultiplyAdd(e, y, c3y);
                if (Sse.IsSupported)
                {
                    Sse.Prefetch1(ahead);
                    Sse.Prefetch1(ahead + 64);
                }
                ahead += aheadStride;
                a += 4;
                twin += 4;
                p += 128;
            }
            for (; n > 0; n--)
            {
                x = Vector128.Load(p);
                y = Vector128.Load(p + 4);
                e = Vector128.Create(*(a)); c0x = Vector128.FusedMultiplyAdd(e, x, c0x); c0y = Vector128.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector128.FusedMultiplyAdd(Vector128.Create(*(a + 144)), x, c1x); c1y = Vector128.FusedMultiplyAdd(Vector128.Create(*(twin + 144)), y, c1y);
                c2x = Vector128.FusedMultiplyAdd(Vector128.Create(*(a + 288)), x, c2x); c2y = Vector128.FusedMultiplyAdd(Vector128.Create(*(twin + 288)), y, c2y);
                e = Vector128.Create(*(a + 432)); c3x = Vector128.FusedMultiplyAdd(e, x, c3x); c3y = Vector128.FusedMultiplyAdd(e, y, c3y);
                a += 1;
                twin += 1;
                p += 32;
            }
            if (close < 1)
                goto Done;
            x = Vector128.Load(p);
            y = Vector128.Load(p + 4);
            c1x = Vector128.FusedMultiplyAdd(Vector128.Create(*(a + 144)), x, c1x); c1y = Vector128.FusedMultiplyAdd(Vector128.Create(*(twin + 144)), y, c1y);
            c2x = Vector128.FusedMultiplyAdd(Vector128.Create(*(a + 288)), x, c2x); c2y = Vector128.FusedMultiplyAdd(Vector128.Create(*(twin + 288)), y, c2y);
            e = Vector128.Create(*(a + 432)); c3x = Vector128.FusedMultiplyAdd(e, x, c3x); c3y = Vector128.FusedMultiplyAdd(e, y, c3y);
            a += 1;
            twin += 1;
            p += 32;
            if (close < 2)
                goto Done;
            x = Vector128.Load(p);
            y = Vector128.Load(p + 4);
            c2x = Vector128.FusedMultiplyAdd(Vector128.Create(*(a + 288)), x, c2x); c2y = Vector128.FusedMultiplyAdd(Vector128.Create(*(twin + 288)), y, c2y);
            e = Vector128.Create(*(a + 432)); c3x = Vector128.FusedMultiplyAdd(e, x, c3x); c3y = Vector128.FusedMultiplyAdd(e, y, c3y);
            a += 1;
            twin += 1;
            p += 32;
            if (close < 3)
                goto Done;
            x = Vector128.Load(p);
            y = Vector128.Load(p + 4);
            e = Vector128.Create(*(a + 432)); c3x = Vector128.FusedMultiplyAdd(e, x, c3x); c3y = Vector128.FusedMultiplyAdd(e, y, c3y);
            a += 1;
            twin += 1;
            p += 32;
        Done:
            c0x.Store(c); c0y.Store(c + 4);
            c1x.Store(c + ldc); c1y.Store(c + ldc + 4);
            c2x.Store(c + (2 * ldc)); c2y.Store(c + (2 * ldc) + 4);
            c3x.Store(c + (3 * ldc)); c3y.Store(c + (3 * ldc) + 4);
            b += (columns & 31) == 8 ? t.PanelStride - 24 : 8;
            c += 8;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization), SkipLocalsInit]
    private static void ByColumn4(in AttentionTileBand t, float* a, float* twin, float* b, float* again, float* c, int open, int full, int close)
    {
        byte* ahead = t.Ahead;
        nint aheadStride = t.AheadStride;
        float* firstA = a, firstTwin = twin;
        nint ldc = t.Ldc;
        for (int columns = t.Columns; columns > 0; columns -= 8)
        {
            a = firstA;
            twin = firstTwin;
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
                e = Vector128.Create(*(a)); c0x = Vector128.FusedMultiplyAdd(e, x, c0x); c0y = Vector128.FusedMultiplyAdd(e, y, c0y);
                a += 144;
                twin += 144;
                p += 32;
            }
            if (open <= 1)
            {
                x = Vector128.Load(p);
                y = Vector128.Load(p + 4);
                e = Vector128.Create(*(a)); c0x = Vector128.FusedMultiplyAdd(e, x, c0x); c0y = Vector128.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector128.FusedMultiplyAdd(Vector128.Create(*(a + 1)), x, c1x); c1y = Vector128.FusedMultiplyAdd(Vector128.Create(*(twin + 1)), y, c1y);
                a += 144;
                twin += 144;
                p += 32;
            }
            if (open <= 2)
            {
                x = Vector128.Load(p);
                y = Vector128.Load(p + 4);
                e = Vector128.Create(*(a)); c0x = Vector128.FusedMultiplyAdd(e, x, c0x); c0y = Vector128.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector128.FusedMultiplyAdd(Vector128.Create(*(a + 1)), x, c1x); c1y = Vector128.FusedMultiplyAdd(Vector128.Create(*(twin + 1)), y, c1y);
                c2x = Vector128.FusedMultiplyAdd(Vector128.Create(*(a + 2)), x, c2x); c2y = Vector128.FusedMultiplyAdd(Vector128.Create(*(twin + 2)), y, c2y);
                a += 144;
                twin += 144;
                p += 32;
            }
        Full:
            int n = full;
            for (; n >= 4; n -= 4)
            {
                x = Vector128.Load(p);
                y = Vector128.Load(p + 4);
                e = Vector128.Create(*(a)); c0x = Vector128.FusedMultiplyAdd(e, x, c0x); c0y = Vector128.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector128.FusedMultiplyAdd(Vector128.Create(*(a + 1)), x, c1x); c1y = Vector128.FusedMultiplyAdd(Vector128.Create(*(twin + 1)), y, c1y);
                c2x = Vector128.FusedMultiplyAdd(Vector128.Create(*(a + 2)), x, c2x); c2y = Vector128.FusedMultiplyAdd(Vector128.Create(*(twin + 2)), y, c2y);
                e = Vector128.Create(*(a + 3)); c3x = Vector128.FusedMultiplyAdd(e, x, c3x); c3y = Vector128.FusedMultiplyAdd(e, y, c3y);
                x = Vector128.Load(p + 32);
                y = Vector128.Load(p + 36);
                e = Vector128.Create(*(a + 144)); c0x = Vector128.FusedMultiplyAdd(e, x, c0x); c0y = Vector128.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector128.FusedMultiplyAdd(Vector128.Create(*(a + 145)), x, c1x); c1y = Vector128.FusedMultiplyAdd(Vector128.Create(*(twin + 145)), y, c1y);
                c2x = Vector128.FusedMultiplyAdd(Vector128.Create(*(a + 146)), x, c2x); c2y = Vector128.FusedMultiplyAdd(Vector128.Create(*(twin + 146)), y, c2y);
                e = Vector128.Create(*(a + 147)); c3x = Vector128.FusedMultiplyAdd(e, x, c3x); c3y = Vector128.FusedMultiplyAdd(e, y, c3y);
                x = Vector128.Load(p + 64);
                y = Vector128.Load(p + 68);
                e = Vector128.Create(*(a + 288)); c0x = Vector128.FusedMultiplyAdd(e, x, c0x); c0y = Vector128.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector128.FusedMultiplyAdd(Vector128.Create(*(a + 289)), x, c1x); c1y = Vector128.FusedMultiplyAdd(Vector128.Create(*(twin + 289)), y, c1y);
                c2x = Vector128.FusedMultiplyAdd(Vector128.Create(*(a + 290)), x, c2x); c2y = Vector128.FusedMultiplyAdd(Vector128.Create(*(twin + 290)), y, c2y);
                e = Vector128.Create(*(a + 291)); c3x = Vector128.FusedMultiplyAdd(e, x, c3x); c3y = Vector128.FusedMultiplyAdd(e, y, c3y);
                x = Vector128.Load(p + 96);
                y = Vector128.Load(p + 100);
                e = Vector128.Create(*(a + 432)); c0x = Vector128.FusedMultiplyAdd(e, x, c0x); c0y = Vector128.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector128.FusedMultiplyAdd(Vector128.Create(*(a + 433)), x, c1x); c1y = Vector128.FusedMultiplyAdd(Vector128.Create(*(twin + 433)), y, c1y);
                c2x = Vector128.FusedMultiplyAdd(Vector128.Create(*(a + 434)), x, c2x); c2y = Vector128.FusedMultiplyAdd(Vector128.Create(*(twin + 434)), y, c2y);
                e = Vector128.Create(*(a + 435)); c3x = Vector128.FusedMultiplyAdd(e, x, c3x); c3y = Vector128.FusedMultiplyAdd(e, y, c3y);
                if (Sse.IsSupported)
                {
                    Sse.Prefetch1(ahead);
                    Sse.Prefetch1(ahead + 64);
                }
                ahead += aheadStride;
                a += 576;
                twin += 576;
                p += 128;
            }
            for (; n > 0; n--)
            {
                x = Vector128.Load(p);
                y = Vector128.Load(p + 4);
                e = Vector128.Create(*(a)); c0x = Vector128.FusedMultiplyAdd(e, x, c0x); c0y = Vector128.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector128.FusedMultiplyAdd(Vector128.Create(*(a + 1)), x, c1x); c1y = Vector128.FusedMultiplyAdd(Vector128.Create(*(twin + 1)), y, c1y);
                c2x = Vector128.FusedMultiplyAdd(Vector128.Create(*(a + 2)), x, c2x); c2y = Vector128.FusedMultiplyAdd(Vector128.Create(*(twin + 2)), y, c2y);
                e = Vector128.Create(*(a + 3)); c3x = Vector128.FusedMultiplyAdd(e, x, c3x); c3y = Vector128.FusedMultiplyAdd(e, y, c3y);
                a += 144;
                twin += 144;
                p += 32;
            }
            if (close < 1)
                goto Done;
            x = Vector128.Load(p);
            y = Vector128.Load(p + 4);
            c1x = Vector128.FusedMultiplyAdd(Vector128.Create(*(a + 1)), x, c1x); c1y = Vector128.FusedMultiplyAdd(Vector128.Create(*(twin + 1)), y, c1y);
            c2x = Vector128.FusedMultiplyAdd(Vector128.Create(*(a + 2)), x, c2x); c2y = Vector128.FusedMultiplyAdd(Vector128.Create(*(twin + 2)), y, c2y);
            e = Vector128.Create(*(a + 3)); c3x = Vector128.FusedMultiplyAdd(e, x, c3x); c3y = Vector128.FusedMultiplyAdd(e, y, c3y);
            a += 144;
            twin += 144;
            p += 32;
            if (close < 2)
                goto Done;
            x = Vector128.Load(p);
            y = Vector128.Load(p + 4);
            c2x = Vector128.FusedMultiplyAdd(Vector128.Create(*(a + 2)), x, c2x); c2y = Vector128.FusedMultiplyAdd(Vector128.Create(*(twin + 2)), y, c2y);
            e = Vector128.Create(*(a + 3)); c3x = Vector128.FusedMultiplyAdd(e, x, c3x); c3y = Vector128.FusedMultiplyAdd(e, y, c3y);
            a += 144;
            twin += 144;
            p += 32;
            if (close < 3)
                goto Done;
            x = Vector128.Load(p);
            y = Vector128.Load(p + 4);
            e = Vector128.Create(*(a + 3)); c3x = Vector128.FusedMultiplyAdd(e, x, c3x); c3y = Vector128.FusedMultiplyAdd(e, y, c3y);
            a += 144;
            twin += 144;
            p += 32;
        Done:
            c0x.Store(c); c0y.Store(c + 4);
            c1x.Store(c + ldc); c1y.Store(c + ldc + 4);
            c2x.Store(c + (2 * ldc)); c2y.Store(c + (2 * ldc) + 4);
            c3x.Store(c + (3 * ldc)); c3y.Store(c + (3 * ldc) + 4);
            b += (columns & 31) == 8 ? t.PanelStride - 24 : 8;
            c += 8;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization), SkipLocalsInit]
    private static void Shared4(in AttentionTileBand t, float* a, float* twin, float* b, float* c, int steps)
    {
        nint ldb = t.Ldb;
        float* firstA = a, firstTwin = twin;
        nint ldc = t.Ldc;
        for (int columns = t.Columns; columns > 0; columns -= 8)
        {
            a = firstA;
            twin = firstTwin;
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
            for (int n = steps; n > 0; n--, a++, twin++, p += ldb)
            {
                x = Vector128.Load(p);
                y = Vector128.Load(p + 4);
                e = Vector128.Create(*(a)); c0x = Vector128.FusedMultiplyAdd(e, x, c0x); c0y = Vector128.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector128.FusedMultiplyAdd(Vector128.Create(*(a + 144)), x, c1x); c1y = Vector128.FusedMultiplyAdd(Vector128.Create(*(twin + 144)), y, c1y);
                c2x = Vector128.FusedMultiplyAdd(Vector128.Create(*(a + 288)), x, c2x); c2y = Vector128.FusedMultiplyAdd(Vector128.Create(*(twin + 288)), y, c2y);
                e = Vector128.Create(*(a + 432)); c3x = Vector128.FusedMultiplyAdd(e, x, c3x); c3y = Vector128.FusedMultiplyAdd(e, y, c3y);
            }
            c0x.Store(c); c0y.Store(c + 4);
            c1x.Store(c + ldc); c1y.Store(c + ldc + 4);
            c2x.Store(c + (2 * ldc)); c2y.Store(c + (2 * ldc) + 4);
            c3x.Store(c + (3 * ldc)); c3y.Store(c + (3 * ldc) + 4);
            b += (columns & 31) == 8 ? t.PanelStride - 24 : 8;
            c += 8;
        }
    }

    /// <inheritdoc/>
    public static int FewRows => 0;

    /// <inheritdoc/>
    public static void ScoresAbreast(int rows, float* a, float** pages, float* c, int count, int k)
    {
        throw new NotSupportedException("These tiles read no pages abreast.");
    }

    /// <inheritdoc/>
    public static void SharedAbreast(int rows, in AttentionTileBand t, float* a, float* b, float* c, int steps, nint ahead)
    {
        throw new NotSupportedException("These tiles read no pages abreast.");
    }

}
