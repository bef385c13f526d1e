// Written by tools/GenerateAttentionTiles.cs; change that and run it again.
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Hone.Tensors;

/// <summary>Register tiles of 256-bit vectors. 6 x 16: 12 accumulators, 2 vectors of B and 1 of A are 15 of 16 registers.</summary>
internal readonly unsafe struct AttentionTileAvx2 : IAttentionTile
{
    /// <inheritdoc/>
    public static int MaxRows => 6;

    /// <inheritdoc/>
    public static int Columns => 16;

    /// <inheritdoc/>
    public static void Scores(int rows, float* a, float** pages, float* c, int columns, int k, byte* ahead, nint aheadStride)
    {
        switch (rows)
        {
            case 1: Scores1(a, a, pages, c, columns, k, ahead, aheadStride); break;
            case 2: Scores2(a, a, pages, c, columns, k, ahead, aheadStride); break;
            case 3: Scores3(a, a, pages, c, columns, k, ahead, aheadStride); break;
            case 4: Scores4(a, a, pages, c, columns, k, ahead, aheadStride); break;
            case 5: Scores5(a, a, pages, c, columns, k, ahead, aheadStride); break;
            default: Scores6(a, a, pages, c, columns, k, ahead, aheadStride); break;
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
            case 4: ByRow4(in t, a, a, b, again, c, open, full, close); break;
            case 5: ByRow5(in t, a, a, b, again, c, open, full, close); break;
            default: ByRow6(in t, a, a, b, again, c, open, full, close); break;
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
            case 4: ByColumn4(in t, a, a, b, null, c, open, full, close); break;
            case 5: ByColumn5(in t, a, a, b, null, c, open, full, close); break;
            default: ByColumn6(in t, a, a, b, null, c, open, full, close); break;
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
            case 4: Shared4(in t, a, a, b, c, steps); break;
            case 5: Shared5(in t, a, a, b, c, steps); break;
            default: Shared6(in t, a, a, b, c, steps); break;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization), SkipLocalsInit]
    private static void Scores1(float* a, float* twin, float** pages, float* c, int columns, int k, byte* ahead, nint aheadStride)
    {
        int column = 0;
        float* firstA = a, firstTwin = twin;
        for (; columns - column > 8; column += 16)
        {
            float* p = pages[column / 32] + (column % 32);
            a = firstA;
            twin = firstTwin;
            Vector256<float> x, y, e;
            Vector256<float> c0x = default, c0y = default;
            int n = k;
            for (; n >= 8; n -= 8)
            {
                x = Vector256.Load(p);
                y = Vector256.Load(p + 8);
                e = Vector256.Create(*(a)); c0x = Vector256.FusedMultiplyAdd(e, x, c0x); c0y = Vector256.FusedMultiplyAdd(e, y, c0y);
                x = Vector256.Load(p + 32);
                y = Vector256.Load(p + 40);
                e = Vector256.Create(*(a + 1)); c0x = Vector256.FusedMultiplyAdd(e, x, c0x); c0y = Vector256.FusedMultiplyAdd(e, y, c0y);
                x = Vector256.Load(p + 64);
                y = Vector256.Load(p + 72);
                e = Vector256.Create(*(a + 2)); c0x = Vector256.FusedMultiplyAdd(e, x, c0x); c0y = Vector256.FusedMultiplyAdd(e, y, c0y);
                x = Vector256.Load(p + 96);
                y = Vector256.Load(p + 104);
                e = Vector256.Create(*(a + 3)); c0x = Vector256.FusedMultiplyAdd(e, x, c0x); c0y = Vector256.FusedMultiplyAdd(e, y, c0y);
                if (Sse.IsSupported)
                {
                    Sse.Prefetch1(ahead);
                    Sse.Prefetch1(ahead + 64);
                }
                ahead += aheadStride;
                x = Vector256.Load(p + 128);
                y = Vector256.Load(p + 136);
                e = Vector256.Create(*(a + 4)); c0x = Vector256.FusedMultiplyAdd(e, x, c0x); c0y = Vector256.FusedMultiplyAdd(e, y, c0y);
                x = Vector256.Load(p + 160);
                y = Vector256.Load(p + 168);
                e = Vector256.Create(*(a + 5)); c0x = Vector256.FusedMultiplyAdd(e, x, c0x); c0y = Vector256.FusedMultiplyAdd(e, y, c0y);
                x = Vector256.Load(p + 192);
                y = Vector256.Load(p + 200);
                e = Vector256.Create(*(a + 6)); c0x = Vector256.FusedMultiplyAdd(e, x, c0x); c0y = Vector256.FusedMultiplyAdd(e, y, c0y);
                x = Vector256.Load(p + 224);
                y = Vector256.Load(p + 232);
                e = Vector256.Create(*(a + 7)); c0x = Vector256.FusedMultiplyAdd(e, x, c0x); c0y = Vector256.FusedMultiplyAdd(e, y, c0y);
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
                x = Vector256.Load(p);
                y = Vector256.Load(p + 8);
                e = Vector256.Create(*(a)); c0x = Vector256.FusedMultiplyAdd(e, x, c0x); c0y = Vector256.FusedMultiplyAdd(e, y, c0y);
                a += 1;
                twin += 1;
                p += 32;
            }
            c0x.Store(c + column); c0y.Store(c + column + 8);
        }
        if (column < columns)
        {
            float* p = pages[column / 32] + (column % 32);
            a = firstA;
            twin = firstTwin;
            Vector256<float> x;
            Vector256<float> c0x = default;
            int n = k;
            for (; n >= 8; n -= 8)
            {
                x = Vector256.Load(p);
                c0x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a)), x, c0x);
                x = Vector256.Load(p + 32);
                c0x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a + 1)), x, c0x);
                x = Vector256.Load(p + 64);
                c0x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a + 2)), x, c0x);
                x = Vector256.Load(p + 96);
                c0x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a + 3)), x, c0x);
                if (Sse.IsSupported)
                {
                    Sse.Prefetch1(ahead);
                    Sse.Prefetch1(ahead + 64);
                }
                ahead += aheadStride;
                x = Vector256.Load(p + 128);
                c0x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a + 4)), x, c0x);
                x = Vector256.Load(p + 160);
                c0x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a + 5)), x, c0x);
                x = Vector256.Load(p + 192);
                c0x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a + 6)), x, c0x);
                x = Vector256.Load(p + 224);
                c0x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a + 7)), x, c0x);
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
                x = Vector256.Load(p);
                c0x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a)), x, c0x);
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
        for (int columns = t.Columns; columns > 0; columns -= 16)
        {
            a = firstA;
            twin = firstTwin;
            float* p = b;
            Vector256<float> x, y, e;
            Vector256<float> c0x = default, c0y = default;
            if (t.Accumulate)
            {
                c0x = Vector256.Load(c); c0y = Vector256.Load(c + 8);
                if (again is not null)
                {
                    e = Vector256.Create(*(again)); c0x *= e; c0y *= e;
                }
            }
            int n = full;
            for (; n >= 4; n -= 4)
            {
                x = Vector256.Load(p);
                y = Vector256.Load(p + 8);
                e = Vector256.Create(*(a)); c0x = Vector256.FusedMultiplyAdd(e, x, c0x); c0y = Vector256.FusedMultiplyAdd(e, y, c0y);
                x = Vector256.Load(p + 32);
                y = Vector256.Load(p + 40);
                e = Vector256.Create(*(a + 1)); c0x = Vector256.FusedMultiplyAdd(e, x, c0x); c0y = Vector256.FusedMultiplyAdd(e, y, c0y);
                x = Vector256.Load(p + 64);
                y = Vector256.Load(p + 72);
                e = Vector256.Create(*(a + 2)); c0x = Vector256.FusedMultiplyAdd(e, x, c0x); c0y = Vector256.FusedMultiplyAdd(e, y, c0y);
                x = Vector256.Load(p + 96);
                y = Vector256.Load(p + 104);
                e = Vector256.Create(*(a + 3)); c0x = Vector256.FusedMultiplyAdd(e, x, c0x); c0y = Vector256.FusedMultiplyAdd(e, y, c0y);
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
                x = Vector256.Load(p);
                y = Vector256.Load(p + 8);
                e = Vector256.Create(*(a)); c0x = Vector256.FusedMultiplyAdd(e, x, c0x); c0y = Vector256.FusedMultiplyAdd(e, y, c0y);
                a += 1;
                twin += 1;
                p += 32;
            }
            c0x.Store(c); c0y.Store(c + 8);
            b += (columns & 31) == 16 ? t.PanelStride - 16 : 16;
            c += 16;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization), SkipLocalsInit]
    private static void ByColumn1(in AttentionTileBand t, float* a, float* twin, float* b, float* again, float* c, int open, int full, int close)
    {
        byte* ahead = t.Ahead;
        nint aheadStride = t.AheadStride;
        float* firstA = a, firstTwin = twin;
        nint ldc = t.Ldc;
        for (int columns = t.Columns; columns > 0; columns -= 16)
        {
            a = firstA;
            twin = firstTwin;
            float* p = b;
            Vector256<float> x, y, e;
            Vector256<float> c0x = default, c0y = default;
            if (t.Accumulate)
            {
                c0x = Vector256.Load(c); c0y = Vector256.Load(c + 8);
            }
            int n = full;
            for (; n >= 4; n -= 4)
            {
                x = Vector256.Load(p);
                y = Vector256.Load(p + 8);
                e = Vector256.Create(*(a)); c0x = Vector256.FusedMultiplyAdd(e, x, c0x); c0y = Vector256.FusedMultiplyAdd(e, y, c0y);
                x = Vector256.Load(p + 32);
                y = Vector256.Load(p + 40);
                e = Vector256.Create(*(a + 144)); c0x = Vector256.FusedMultiplyAdd(e, x, c0x); c0y = Vector256.FusedMultiplyAdd(e, y, c0y);
                x = Vector256.Load(p + 64);
                y = Vector256.Load(p + 72);
                e = Vector256.Create(*(a + 288)); c0x = Vector256.FusedMultiplyAdd(e, x, c0x); c0y = Vector256.FusedMultiplyAdd(e, y, c0y);
                x = Vector256.Load(p + 96);
                y = Vector256.Load(p + 104);
                e = Vector256.Create(*(a + 432)); c0x = Vector256.FusedMultiplyAdd(e, x, c0x); c0y = Vector256.FusedMultiplyAdd(e, y, c0y);
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
                x = Vector256.Load(p);
                y = Vector256.Load(p + 8);
                e = Vector256.Create(*(a)); c0x = Vector256.FusedMultiplyAdd(e, x, c0x); c0y = Vector256.FusedMultiplyAdd(e, y, c0y);
                a += 144;
                twin += 144;
                p += 32;
            }
            c0x.Store(c); c0y.Store(c + 8);
            b += (columns & 31) == 16 ? t.PanelStride - 16 : 16;
            c += 16;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization), SkipLocalsInit]
    private static void Shared1(in AttentionTileBand t, float* a, float* twin, float* b, float* c, int steps)
    {
        nint ldb = t.Ldb;
        float* firstA = a, firstTwin = twin;
        nint ldc = t.Ldc;
        for (int columns = t.Columns; columns > 0; columns -= 16)
        {
            a = firstA;
            twin = firstTwin;
            float* p = b;
            Vector256<float> x, y, e;
            Vector256<float> c0x = default, c0y = default;
            if (t.Accumulate)
            {
                c0x = Vector256.Load(c); c0y = Vector256.Load(c + 8);
            }
            for (int n = steps; n > 0; n--, a++, twin++, p += ldb)
            {
                x = Vector256.Load(p);
                y = Vector256.Load(p + 8);
                e = Vector256.Create(*(a)); c0x = Vector256.FusedMultiplyAdd(e, x, c0x); c0y = Vector256.FusedMultiplyAdd(e, y, c0y);
            }
            c0x.Store(c); c0y.Store(c + 8);
            b += (columns & 31) == 16 ? t.PanelStride - 16 : 16;
            c += 16;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization), SkipLocalsInit]
    private static void Scores2(float* a, float* twin, float** pages, float* c, int columns, int k, byte* ahead, nint aheadStride)
    {
        int column = 0;
        float* firstA = a, firstTwin = twin;
        for (; columns - column > 8; column += 16)
        {
            float* p = pages[column / 32] + (column % 32);
            a = firstA;
            twin = firstTwin;
            Vector256<float> x, y, e;
            Vector256<float> c0x = default, c0y = default;
            Vector256<float> c1x = default, c1y = default;
            int n = k;
            for (; n >= 8; n -= 8)
            {
                x = Vector256.Load(p);
                y = Vector256.Load(p + 8);
                e = Vector256.Create(*(a)); c0x = Vector256.FusedMultiplyAdd(e, x, c0x); c0y = Vector256.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a + 8)), x, c1x); c1y = Vector256.FusedMultiplyAdd(Vector256.Create(*(twin + 8)), y, c1y);
                x = Vector256.Load(p + 32);
                y = Vector256.Load(p + 40);
                e = Vector256.Create(*(a + 1)); c0x = Vector256.FusedMultiplyAdd(e, x, c0x); c0y = Vector256.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a + 9)), x, c1x); c1y = Vector256.FusedMultiplyAdd(Vector256.Create(*(twin + 9)), y, c1y);
                x = Vector256.Load(p + 64);
                y = Vector256.Load(p + 72);
                e = Vector256.Create(*(a + 2)); c0x = Vector256.FusedMultiplyAdd(e, x, c0x); c0y = Vector256.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a + 10)), x, c1x); c1y = Vector256.FusedMultiplyAdd(Vector256.Create(*(twin + 10)), y, c1y);
                x = Vector256.Load(p + 96);
                y = Vector256.Load(p + 104);
                e = Vector256.Create(*(a + 3)); c0x = Vector256.FusedMultiplyAdd(e, x, c0x); c0y = Vector256.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a + 11)), x, c1x); c1y = Vector256.FusedMultiplyAdd(Vector256.Create(*(twin + 11)), y, c1y);
                if (Sse.IsSupported)
                {
                    Sse.Prefetch1(ahead);
                    Sse.Prefetch1(ahead + 64);
                }
                ahead += aheadStride;
                x = Vector256.Load(p + 128);
                y = Vector256.Load(p + 136);
                e = Vector256.Create(*(a + 4)); c0x = Vector256.FusedMultiplyAdd(e, x, c0x); c0y = Vector256.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a + 12)), x, c1x); c1y = Vector256.FusedMultiplyAdd(Vector256.Create(*(twin + 12)), y, c1y);
                x = Vector256.Load(p + 160);
                y = Vector256.Load(p + 168);
                e = Vector256.Create(*(a + 5)); c0x = Vector256.FusedMultiplyAdd(e, x, c0x); c0y = Vector256.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a + 13)), x, c1x); c1y = Vector256.FusedMultiplyAdd(Vector256.Create(*(twin + 13)), y, c1y);
                x = Vector256.Load(p + 192);
                y = Vector256.Load(p + 200);
                e = Vector256.Create(*(a + 6)); c0x = Vector256.FusedMultiplyAdd(e, x, c0x); c0y = Vector256.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a + 14)), x, c1x); c1y = Vector256.FusedMultiplyAdd(Vector256.Create(*(twin + 14)), y, c1y);
                x = Vector256.Load(p + 224);
                y = Vector256.Load(p + 232);
                e = Vector256.Create(*(a + 7)); c0x = Vector256.FusedMultiplyAdd(e, x, c0x); c0y = Vector256.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a + 15)), x, c1x); c1y = Vector256.FusedMultiplyAdd(Vector256.Create(*(twin + 15)), y, c1y);
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
                x = Vector256.Load(p);
                y = Vector256.Load(p + 8);
                e = Vector256.Create(*(a)); c0x = Vector256.FusedMultiplyAdd(e, x, c0x); c0y = Vector256.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a + 8)), x, c1x); c1y = Vector256.FusedMultiplyAdd(Vector256.Create(*(twin + 8)), y, c1y);
                a += 1;
                twin += 1;
                p += 32;
            }
            c0x.Store(c + column); c0y.Store(c + column + 8);
            c1x.Store(c + column + 144); c1y.Store(c + column + 144 + 8);
        }
        if (column < columns)
        {
            float* p = pages[column / 32] + (column % 32);
            a = firstA;
            twin = firstTwin;
            Vector256<float> x;
            Vector256<float> c0x = default;
            Vector256<float> c1x = default;
            int n = k;
            for (; n >= 8; n -= 8)
            {
                x = Vector256.Load(p);
                c0x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a)), x, c0x);
                c1x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a + 8)), x, c1x);
                x = Vector256.Load(p + 32);
                c0x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a + 1)), x, c0x);
                c1x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a + 9)), x, c1x);
                x = Vector256.Load(p + 64);
                c0x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a + 2)), x, c0x);
                c1x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a + 10)), x, c1x);
                x = Vector256.Load(p + 96);
                c0x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a + 3)), x, c0x);
                c1x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a + 11)), x, c1x);
                if (Sse.IsSupported)
                {
                    Sse.Prefetch1(ahead);
                    Sse.Prefetch1(ahead + 64);
                }
                ahead += aheadStride;
                x = Vector256.Load(p + 128);
                c0x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a + 4)), x, c0x);
                c1x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a + 12)), x, c1x);
                x = Vector256.Load(p + 160);
                c0x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a + 5)), x, c0x);
                c1x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a + 13)), x, c1x);
                x = Vector256.Load(p + 192);
                c0x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a + 6)), x, c0x);
                c1x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a + 14)), x, c1x);
                x = Vector256.Load(p + 224);
                c0x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a + 7)), x, c0x);
                c1x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a + 15)), x, c1x);
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
                x = Vector256.Load(p);
                c0x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a)), x, c0x);
                c1x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a + 8)), x, c1x);
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
        for (int columns = t.Columns; columns > 0; columns -= 16)
        {
            a = firstA;
            twin = firstTwin;
            float* p = b;
            Vector256<float> x, y, e;
            Vector256<float> c0x = default, c0y = default;
            Vector256<float> c1x = default, c1y = default;
            if (t.Accumulate)
            {
                c0x = Vector256.Load(c); c0y = Vector256.Load(c + 8);
                c1x = Vector256.Load(c + ldc); c1y = Vector256.Load(c + ldc + 8);
                if (again is not null)
                {
                    e = Vector256.Create(*(again)); c0x *= e; c0y *= e;
                    e = Vector256.Create(*(again + 1)); c1x *= e; c1y *= e;
                }
            }
            if (open >= 1)
                goto Full;
            if (open <= 0)
            {
                x = Vector256.Load(p);
                y = Vector256.Load(p + 8);
                e = Vector256.Create(*(a)); c0x = Vector256.FusedMultiplyAdd(e, x, c0x); c0y = Vector256.FusedMultiplyAdd(e, y, c0y);
                a += 1;
                twin += 1;
                p += 32;
            }
        Full:
            int n = full;
            for (; n >= 4; n -= 4)
            {
                x = Vector256.Load(p);
                y = Vector256.Load(p + 8);
                e = Vector256.Create(*(a)); c0x = Vector256.FusedMultiplyAdd(e, x, c0x); c0y = Vector256.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a + 144)), x, c1x); c1y = Vector256.FusedMultiplyAdd(Vector256.Create(*(twin + 144)), y, c1y);
                x = Vector256.Load(p + 32);
                y = Vector256.Load(p + 40);
                e = Vector256.Create(*(a + 1)); c0x = Vector256.FusedMultiplyAdd(e, x, c0x); c0y = Vector256.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a + 145)), x, c1x); c1y = Vector256.FusedMultiplyAdd(Vector256.Create(*(twin + 145)), y, c1y);
                x = Vector256.Load(p + 64);
                y = Vector256.Load(p + 72);
                e = Vector256.Create(*(a + 2)); c0x = Vector256.FusedMultiplyAdd(e, x, c0x); c0y = Vector256.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a + 146)), x, c1x); c1y = Vector256.FusedMultiplyAdd(Vector256.Create(*(twin + 146)), y, c1y);
                x = Vector256.Load(p + 96);
                y = Vector256.Load(p + 104);
                e = Vector256.Create(*(a + 3)); c0x = Vector256.FusedMultiplyAdd(e, x, c0x); c0y = Vector256.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a + 147)), x, c1x); c1y = Vector256.FusedMultiplyAdd(Vector256.Create(*(twin + 147)), y, c1y);
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
                x = Vector256.Load(p);
                y = Vector256.Load(p + 8);
                e = Vector256.Create(*(a)); c0x = Vector256.FusedMultiplyAdd(e, x, c0x); c0y = Vector256.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a + 144)), x, c1x); c1y = Vector256.FusedMultiplyAdd(Vector256.Create(*(twin + 144)), y, c1y);
                a += 1;
                twin += 1;
                p += 32;
            }
            if (close < 1)
                goto Done;
            x = Vector256.Load(p);
            y = Vector256.Load(p + 8);
            c1x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a + 144)), x, c1x); c1y = Vector256.FusedMultiplyAdd(Vector256.Create(*(twin + 144)), y, c1y);
            a += 1;
            twin += 1;
            p += 32;
        Done:
            c0x.Store(c); c0y.Store(c + 8);
            c1x.Store(c + ldc); c1y.Store(c + ldc + 8);
            b += (columns & 31) == 16 ? t.PanelStride - 16 : 16;
            c += 16;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization), SkipLocalsInit]
    private static void ByColumn2(in AttentionTileBand t, float* a, float* twin, float* b, float* again, float* c, int open, int full, int close)
    {
        byte* ahead = t.Ahead;
        nint aheadStride = t.AheadStride;
        float* firstA = a, firstTwin = twin;
        nint ldc = t.Ldc;
        for (int columns = t.Columns; columns > 0; columns -= 16)
        {
            a = firstA;
            twin = firstTwin;
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
                e = Vector256.Create(*(a)); c0x = Vector256.FusedMultiplyAdd(e, x, c0x); c0y = Vector256.FusedMultiplyAdd(e, y, c0y);
                a += 144;
                twin += 144;
                p += 32;
            }
        Full:
            int n = full;
            for (; n >= 4; n -= 4)
            {
                x = Vector256.Load(p);
                y = Vector256.Load(p + 8);
                e = Vector256.Create(*(a)); c0x = Vector256.FusedMultiplyAdd(e, x, c0x); c0y = Vector256.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a + 1)), x, c1x); c1y = Vector256.FusedMultiplyAdd(Vector256.Create(*(twin + 1)), y, c1y);
                x = Vector256.Load(p + 32);
                y = Vector256.Load(p + 40);
                e = Vector256.Create(*(a + 144)); c0x = Vector256.FusedMultiplyAdd(e, x, c0x); c0y = Vector256.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a + 145)), x, c1x); c1y = Vector256.FusedMultiplyAdd(Vector256.Create(*(twin + 145)), y, c1y);
                x = Vector256.Load(p + 64);
                y = Vector256.Load(p + 72);
                e = Vector256.Create(*(a + 288)); c0x = Vector256.FusedMultiplyAdd(e, x, c0x); c0y = Vector256.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a + 289)), x, c1x); c1y = Vector256.FusedMultiplyAdd(Vector256.Create(*(twin + 289)), y, c1y);
                x = Vector256.Load(p + 96);
                y = Vector256.Load(p + 104);
                e = Vector256.Create(*(a + 432)); c0x = Vector256.FusedMultiplyAdd(e, x, c0x); c0y = Vector256.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a + 433)), x, c1x); c1y = Vector256.FusedMultiplyAdd(Vector256.Create(*(twin + 433)), y, c1y);
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
                x = Vector256.Load(p);
                y = Vector256.Load(p + 8);
                e = Vector256.Create(*(a)); c0x = Vector256.FusedMultiplyAdd(e, x, c0x); c0y = Vector256.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a + 1)), x, c1x); c1y = Vector256.FusedMultiplyAdd(Vector256.Create(*(twin + 1)), y, c1y);
                a += 144;
                twin += 144;
                p += 32;
            }
            if (close < 1)
                goto Done;
            x = Vector256.Load(p);
            y = Vector256.Load(p + 8);
            c1x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a + 1)), x, c1x); c1y = Vector256.FusedMultiplyAdd(Vector256.Create(*(twin + 1)), y, c1y);
            a += 144;
            twin += 144;
            p += 32;
        Done:
            c0x.Store(c); c0y.Store(c + 8);
            c1x.Store(c + ldc); c1y.Store(c + ldc + 8);
            b += (columns & 31) == 16 ? t.PanelStride - 16 : 16;
            c += 16;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization), SkipLocalsInit]
    private static void Shared2(in AttentionTileBand t, float* a, float* twin, float* b, float* c, int steps)
    {
        nint ldb = t.Ldb;
        float* firstA = a, firstTwin = twin;
        nint ldc = t.Ldc;
        for (int columns = t.Columns; columns > 0; columns -= 16)
        {
            a = firstA;
            twin = firstTwin;
            float* p = b;
            Vector256<float> x, y, e;
            Vector256<float> c0x = default, c0y = default;
            Vector256<float> c1x = default, c1y = default;
            if (t.Accumulate)
            {
                c0x = Vector256.Load(c); c0y = Vector256.Load(c + 8);
                c1x = Vector256.Load(c + ldc); c1y = Vector256.Load(c + ldc + 8);
            }
            for (int n = steps; n > 0; n--, a++, twin++, p += ldb)
            {
                x = Vector256.Load(p);
                y = Vector256.Load(p + 8);
                e = Vector256.Create(*(a)); c0x = Vector256.FusedMultiplyAdd(e, x, c0x); c0y = Vector256.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a + 144)), x, c1x); c1y = Vector256.FusedMultiplyAdd(Vector256.Create(*(twin + 144)), y, c1y);
            }
            c0x.Store(c); c0y.Store(c + 8);
            c1x.Store(c + ldc); c1y.Store(c + ldc + 8);
            b += (columns & 31) == 16 ? t.PanelStride - 16 : 16;
            c += 16;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization), SkipLocalsInit]
    private static void Scores3(float* a, float* twin, float** pages, float* c, int columns, int k, byte* ahead, nint aheadStride)
    {
        int column = 0;
        float* firstA = a, firstTwin = twin;
        for (; columns - column > 8; column += 16)
        {
            float* p = pages[column / 32] + (column % 32);
            a = firstA;
            twin = firstTwin;
            Vector256<float> x, y, e;
            Vector256<float> c0x = default, c0y = default;
            Vector256<float> c1x = default, c1y = default;
            Vector256<float> c2x = default, c2y = default;
            int n = k;
            for (; n >= 8; n -= 8)
            {
                x = Vector256.Load(p);
                y = Vector256.Load(p + 8);
                e = Vector256.Create(*(a)); c0x = Vector256.FusedMultiplyAdd(e, x, c0x); c0y = Vector256.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a + 8)), x, c1x); c1y = Vector256.FusedMultiplyAdd(Vector256.Create(*(twin + 8)), y, c1y);
                c2x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a + 16)), x, c2x); c2y = Vector256.FusedMultiplyAdd(Vector256.Create(*(twin + 16)), y, c2y);
                x = Vector256.Load(p + 32);
                y = Vector256.Load(p + 40);
                e = Vector256.Create(*(a + 1)); c0x = Vector256.FusedMultiplyAdd(e, x, c0x); c0y = Vector256.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a + 9)), x, c1x); c1y = Vector256.FusedMultiplyAdd(Vector256.Create(*(twin + 9)), y, c1y);
                c2x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a + 17)), x, c2x); c2y = Vector256.FusedMultiplyAdd(Vector256.Create(*(twin + 17)), y, c2y);
                x = Vector256.Load(p + 64);
                y = Vector256.Load(p + 72);
                e = Vector256.Create(*(a + 2)); c0x = Vector256.FusedMultiplyAdd(e, x, c0x); c0y = Vector256.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a + 10)), x, c1x); c1y = Vector256.FusedMultiplyAdd(Vector256.Create(*(twin + 10)), y, c1y);
                c2x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a + 18)), x, c2x); c2y = Vector256.FusedMultiplyAdd(Vector256.Create(*(twin + 18)), y, c2y);
                x = Vector256.Load(p + 96);
                y = Vector256.Load(p + 104);
                e = Vector256.Create(*(a + 3)); c0x = Vector256.FusedMultiplyAdd(e, x, c0x); c0y = Vector256.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a + 11)), x, c1x); c1y = Vector256.FusedMultiplyAdd(Vector256.Create(*(twin + 11)), y, c1y);
                c2x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a + 19)), x, c2x); c2y = Vector256.FusedMultiplyAdd(Vector256.Create(*(twin + 19)), y, c2y);
                if (Sse.IsSupported)
                {
                    Sse.Prefetch1(ahead);
                    Sse.Prefetch1(ahead + 64);
                }
                ahead += aheadStride;
                x = Vector256.Load(p + 128);
                y = Vector256.Load(p + 136);
                e = Vector256.Create(*(a + 4)); c0x = Vector256.FusedMultiplyAdd(e, x, c0x); c0y = Vector256.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a + 12)), x, c1x); c1y = Vector256.FusedMultiplyAdd(Vector256.Create(*(twin + 12)), y, c1y);
                c2x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a + 20)), x, c2x); c2y = Vector256.FusedMultiplyAdd(Vector256.Create(*(twin + 20)), y, c2y);
                x = Vector256.Load(p + 160);
                y = Vector256.Load(p + 168);
                e = Vector256.Create(*(a + 5)); c0x = Vector256.FusedMultiplyAdd(e, x, c0x); c0y = Vector256.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a + 13)), x, c1x); c1y = Vector256.FusedMultiplyAdd(Vector256.Create(*(twin + 13)), y, c1y);
                c2x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a + 21)), x, c2x); c2y = Vector256.FusedMultiplyAdd(Vector256.Create(*(twin + 21)), y, c2y);
                x = Vector256.Load(p + 192);
                y = Vector256.Load(p + 200);
                e = Vector256.Create(*(a + 6)); c0x = Vector256.FusedMultiplyAdd(e, x, c0x); c0y = Vector256.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a + 14)), x, c1x); c1y = Vector256.FusedMultiplyAdd(Vector256.Create(*(twin + 14)), y, c1y);
                c2x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a + 22)), x, c2x); c2y = Vector256.FusedMultiplyAdd(Vector256.Create(*(twin + 22)), y, c2y);
                x = Vector256.Load(p + 224);
                y = Vector256.Load(p + 232);
                e = Vector256.Create(*(a + 7)); c0x = Vector256.FusedMultiplyAdd(e, x, c0x); c0y = Vector256.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a + 15)), x, c1x); c1y = Vector256.FusedMultiplyAdd(Vector256.Create(*(twin + 15)), y, c1y);
                c2x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a + 23)), x, c2x); c2y = Vector256.FusedMultiplyAdd(Vector256.Create(*(twin + 23)), y, c2y);
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
                x = Vector256.Load(p);
                y = Vector256.Load(p + 8);
                e = Vector256.Create(*(a)); c0x = Vector256.FusedMultiplyAdd(e, x, c0x); c0y = Vector256.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a + 8)), x, c1x); c1y = Vector256.FusedMultiplyAdd(Vector256.Create(*(twin + 8)), y, c1y);
                c2x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a + 16)), x, c2x); c2y = Vector256.FusedMultiplyAdd(Vector256.Create(*(twin + 16)), y, c2y);
                a += 1;
                twin += 1;
                p += 32;
            }
            c0x.Store(c + column); c0y.Store(c + column + 8);
            c1x.Store(c + column + 144); c1y.Store(c + column + 144 + 8);
            c2x.Store(c + column + 288); c2y.Store(c + column + 288 + 8);
        }
        if (column < columns)
        {
            float* p = pages[column / 32] + (column % 32);
            a = firstA;
            twin = firstTwin;
            Vector256<float> x;
            Vector256<float> c0x = default;
            Vector256<float> c1x = default;
            Vector256<float> c2x = default;
            int n = k;
            for (; n >= 8; n -= 8)
            {
                x = Vector256.Load(p);
                c0x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a)), x, c0x);
                c1x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a + 8)), x, c1x);
                c2x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a + 16)), x, c2x);
                x = Vector256.Load(p + 32);
                c0x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a + 1)), x, c0x);
                c1x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a + 9)), x, c1x);
                c2x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a + 17)), x, c2x);
                x = Vector256.Load(p + 64);
                c0x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a + 2)), x, c0x);
                c1x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a + 10)), x, c1x);
                c2x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a + 18)), x, c2x);
                x = Vector256.Load(p + 96);
                c0x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a + 3)), x, c0x);
                c1x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a + 11)), x, c1x);
                c2x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a + 19)), x, c2x);
                if (Sse.IsSupported)
                {
                    Sse.Prefetch1(ahead);
                    Sse.Prefetch1(ahead + 64);
                }
                ahead += aheadStride;
                x = Vector256.Load(p + 128);
                c0x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a + 4)), x, c0x);
                c1x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a + 12)), x, c1x);
                c2x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a + 20)), x, c2x);
                x = Vector256.Load(p + 160);
                c0x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a + 5)), x, c0x);
                c1x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a + 13)), x, c1x);
                c2x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a + 21)), x, c2x);
                x = Vector256.Load(p + 192);
                c0x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a + 6)), x, c0x);
                c1x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a + 14)), x, c1x);
                c2x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a + 22)), x, c2x);
                x = Vector256.Load(p + 224);
                c0x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a + 7)), x, c0x);
                c1x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a + 15)), x, c1x);
                c2x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a + 23)), x, c2x);
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
                x = Vector256.Load(p);
                c0x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a)), x, c0x);
                c1x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a + 8)), x, c1x);
                c2x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a + 16)), x, c2x);
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
        for (int columns = t.Columns; columns > 0; columns -= 16)
        {
            a = firstA;
            twin = firstTwin;
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
                if (again is not null)
                {
                    e = Vector256.Create(*(again)); c0x *= e; c0y *= e;
                    e = Vector256.Create(*(again + 1)); c1x *= e; c1y *= e;
                    e = Vector256.Create(*(again + 2)); c2x *= e; c2y *= e;
                }
            }
            if (open >= 2)
                goto Full;
            if (open <= 0)
            {
                x = Vector256.Load(p);
                y = Vector256.Load(p + 8);
                e = Vector256.Create(*(a)); c0x = Vector256.FusedMultiplyAdd(e, x, c0x); c0y = Vector256.FusedMultiplyAdd(e, y, c0y);
                a += 1;
                twin += 1;
                p += 32;
            }
            if (open <= 1)
            {
                x = Vector256.Load(p);
                y = Vector256.Load(p + 8);
                e = Vector256.Create(*(a)); c0x = Vector256.FusedMultiplyAdd(e, x, c0x); c0y = Vector256.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a + 144)), x, c1x); c1y = Vector256.FusedMultiplyAdd(Vector256.Create(*(twin + 144)), y, c1y);
                a += 1;
                twin += 1;
                p += 32;
            }
        Full:
            int n = full;
            for (; n >= 4; n -= 4)
            {
                x = Vector256.Load(p);
                y = Vector256.Load(p + 8);
                e = Vector256.Create(*(a)); c0x = Vector256.FusedMultiplyAdd(e, x, c0x); c0y = Vector256.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a + 144)), x, c1x); c1y = Vector256.FusedMultiplyAdd(Vector256.Create(*(twin + 144)), y, c1y);
                c2x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a + 288)), x, c2x); c2y = Vector256.FusedMultiplyAdd(Vector256.Create(*(twin + 288)), y, c2y);
                x = Vector256.Load(p + 32);
                y = Vector256.Load(p + 40);
                e = Vector256.Create(*(a + 1)); c0x = Vector256.FusedMultiplyAdd(e, x, c0x); c0y = Vector256.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a + 145)), x, c1x); c1y = Vector256.FusedMultiplyAdd(Vector256.Create(*(twin + 145)), y, c1y);
                c2x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a + 289)), x, c2x); c2y = Vector256.FusedMultiplyAdd(Vector256.Create(*(twin + 289)), y, c2y);
                x = Vector256.Load(p + 64);
                y = Vector256.Load(p + 72);
                e = Vector256.Create(*(a + 2)); c0x = Vector256.FusedMultiplyAdd(e, x, c0x); c0y = Vector256.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a + 146)), x, c1x); c1y = Vector256.FusedMultiplyAdd(Vector256.Create(*(twin + 146)), y, c1y);
                c2x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a + 290)), x, c2x); c2y = Vector256.FusedMultiplyAdd(Vector256.Create(*(twin + 290)), y, c2y);
                x = Vector256.Load(p + 96);
                y = Vector256.Load(p + 104);
                e = Vector256.Create(*(a + 3)); c0x = Vector256.FusedMultiplyAdd(e, x, c0x); c0y = Vector256.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a + 147)), x, c1x); c1y = Vector256.FusedMultiplyAdd(Vector256.Create(*(twin + 147)), y, c1y);
                c2x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a + 291)), x, c2x); c2y = Vector256.FusedMultiplyAdd(Vector256.Create(*(twin + 291)), y, c2y);
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
                x = Vector256.Load(p);
                y = Vector256.Load(p + 8);
                e = Vector256.Create(*(a)); c0x = Vector256.FusedMultiplyAdd(e, x, c0x); c0y = Vector256.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a + 144)), x, c1x); c1y = Vector256.FusedMultiplyAdd(Vector256.Create(*(twin + 144)), y, c1y);
                c2x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a + 288)), x, c2x); c2y = Vector256.FusedMultiplyAdd(Vector256.Create(*(twin + 288)), y, c2y);
                a += 1;
                twin += 1;
                p += 32;
            }
            if (close < 1)
                goto Done;
            x = Vector256.Load(p);
            y = Vector256.Load(p + 8);
            c1x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a + 144)), x, c1x); c1y = Vector256.FusedMultiplyAdd(Vector256.Create(*(twin + 144)), y, c1y);
            c2x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a + 288)), x, c2x); c2y = Vector256.FusedMultiplyAdd(Vector256.Create(*(twin + 288)), y, c2y);
            a += 1;
            twin += 1;
            p += 32;
            if (close < 2)
                goto Done;
            x = Vector256.Load(p);
            y = Vector256.Load(p + 8);
            c2x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a + 288)), x, c2x); c2y = Vector256.FusedMultiplyAdd(Vector256.Create(*(twin + 288)), y, c2y);
            a += 1;
            twin += 1;
            p += 32;
        Done:
            c0x.Store(c); c0y.Store(c + 8);
            c1x.Store(c + ldc); c1y.Store(c + ldc + 8);
            c2x.Store(c + (2 * ldc)); c2y.Store(c + (2 * ldc) + 8);
            b += (columns & 31) == 16 ? t.PanelStride - 16 : 16;
            c += 16;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization), SkipLocalsInit]
    private static void ByColumn3(in AttentionTileBand t, float* a, float* twin, float* b, float* again, float* c, int open, int full, int close)
    {
        byte* ahead = t.Ahead;
        nint aheadStride = t.AheadStride;
        float* firstA = a, firstTwin = twin;
        nint ldc = t.Ldc;
        for (int columns = t.Columns; columns > 0; columns -= 16)
        {
            a = firstA;
            twin = firstTwin;
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
                e = Vector256.Create(*(a)); c0x = Vector256.FusedMultiplyAdd(e, x, c0x); c0y = Vector256.FusedMultiplyAdd(e, y, c0y);
                a += 144;
                twin += 144;
                p += 32;
            }
            if (open <= 1)
            {
                x = Vector256.Load(p);
                y = Vector256.Load(p + 8);
                e = Vector256.Create(*(a)); c0x = Vector256.FusedMultiplyAdd(e, x, c0x); c0y = Vector256.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a + 1)), x, c1x); c1y = Vector256.FusedMultiplyAdd(Vector256.Create(*(twin + 1)), y, c1y);
                a += 144;
                twin += 144;
                p += 32;
            }
        Full:
            int n = full;
            for (; n >= 4; n -= 4)
            {
                x = Vector256.Load(p);
                y = Vector256.Load(p + 8);
                e = Vector256.Create(*(a)); c0x = Vector256.FusedMultiplyAdd(e, x, c0x); c0y = Vector256.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a + 1)), x, c1x); c1y = Vector256.FusedMultiplyAdd(Vector256.Create(*(twin + 1)), y, c1y);
                c2x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a + 2)), x, c2x); c2y = Vector256.FusedMultiplyAdd(Vector256.Create(*(twin + 2)), y, c2y);
                x = Vector256.Load(p + 32);
                y = Vector256.Load(p + 40);
                e = Vector256.Create(*(a + 144)); c0x = Vector256.FusedMultiplyAdd(e, x, c0x); c0y = Vector256.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a + 145)), x, c1x); c1y = Vector256.FusedMultiplyAdd(Vector256.Create(*(twin + 145)), y, c1y);
                c2x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a + 146)), x, c2x); c2y = Vector256.FusedMultiplyAdd(Vector256.Create(*(twin + 146)), y, c2y);
                x = Vector256.Load(p + 64);
                y = Vector256.Load(p + 72);
                e = Vector256.Create(*(a + 288)); c0x = Vector256.FusedMultiplyAdd(e, x, c0x); c0y = Vector256.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a + 289)), x, c1x); c1y = Vector256.FusedMultiplyAdd(Vector256.Create(*(twin + 289)), y, c1y);
                c2x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a + 290)), x, c2x); c2y = Vector256.FusedMultiplyAdd(Vector256.Create(*(twin + 290)), y, c2y);
                x = Vector256.Load(p + 96);
                y = Vector256.Load(p + 104);
                e = Vector256.Create(*(a + 432)); c0x = Vector256.FusedMultiplyAdd(e, x, c0x); c0y = Vector256.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a + 433)), x, c1x); c1y = Vector256.FusedMultiplyAdd(Vector256.Create(*(twin + 433)), y, c1y);
                c2x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a + 434)), x, c2x); c2y = Vector256.FusedMultiplyAdd(Vector256.Create(*(twin + 434)), y, c2y);
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
                x = Vector256.Load(p);
                y = Vector256.Load(p + 8);
                e = Vector256.Create(*(a)); c0x = Vector256.FusedMultiplyAdd(e, x, c0x); c0y = Vector256.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a + 1)), x, c1x); c1y = Vector256.FusedMultiplyAdd(Vector256.Create(*(twin + 1)), y, c1y);
                c2x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a + 2)), x, c2x); c2y = Vector256.FusedMultiplyAdd(Vector256.Create(*(twin + 2)), y, c2y);
                a += 144;
                twin += 144;
                p += 32;
            }
            if (close < 1)
                goto Done;
            x = Vector256.Load(p);
            y = Vector256.Load(p + 8);
            c1x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a + 1)), x, c1x); c1y = Vector256.FusedMultiplyAdd(Vector256.Create(*(twin + 1)), y, c1y);
            c2x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a + 2)), x, c2x); c2y = Vector256.FusedMultiplyAdd(Vector256.Create(*(twin + 2)), y, c2y);
            a += 144;
            twin += 144;
            p += 32;
            if (close < 2)
                goto Done;
            x = Vector256.Load(p);
            y = Vector256.Load(p + 8);
            c2x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a + 2)), x, c2x); c2y = Vector256.FusedMultiplyAdd(Vector256.Create(*(twin + 2)), y, c2y);
            a += 144;
            twin += 144;
            p += 32;
        Done:
            c0x.Store(c); c0y.Store(c + 8);
            c1x.Store(c + ldc); c1y.Store(c + ldc + 8);
            c2x.Store(c + (2 * ldc)); c2y.Store(c + (2 * ldc) + 8);
            b += (columns & 31) == 16 ? t.PanelStride - 16 : 16;
            c += 16;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization), SkipLocalsInit]
    private static void Shared3(in AttentionTileBand t, float* a, float* twin, float* b, float* c, int steps)
    {
        nint ldb = t.Ldb;
        float* firstA = a, firstTwin = twin;
        nint ldc = t.Ldc;
        for (int columns = t.Columns; columns > 0; columns -= 16)
        {
            a = firstA;
            twin = firstTwin;
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
            for (int n = steps; n > 0; n--, a++, twin++, p += ldb)
            {
                x = Vector256.Load(p);
                y = Vector256.Load(p + 8);
                e = Vector256.Create(*(a)); c0x = Vector256.FusedMultiplyAdd(e, x, c0x); c0y = Vector256.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a + 144)), x, c1x); c1y = Vector256.FusedMultiplyAdd(Vector256.Create(*(twin + 144)), y, c1y);
                c2x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a + 288)), x, c2x); c2y = Vector256.FusedMultiplyAdd(Vector256.Create(*(twin + 288)), y, c2y);
            }
            c0x.Store(c); c0y.Store(c + 8);
            c1x.Store(c + ldc); c1y.Store(c + ldc + 8);
            c2x.Store(c + (2 * ldc)); c2y.Store(c + (2 * ldc) + 8);
            b += (columns & 31) == 16 ? t.PanelStride - 16 : 16;
            c += 16;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization), SkipLocalsInit]
    private static void Scores4(float* a, float* twin, float** pages, float* c, int columns, int k, byte* ahead, nint aheadStride)
    {
        int column = 0;
        float* firstA = a, firstTwin = twin;
        for (; columns - column > 8; column += 16)
        {
            float* p = pages[column / 32] + (column % 32);
            a = firstA;
            twin = firstTwin;
            Vector256<float> x, y, e;
            Vector256<float> c0x = default, c0y = default;
            Vector256<float> c1x = default, c1y = default;
            Vector256<float> c2x = default, c2y = default;
            Vector256<float> c3x = default, c3y = default;
            int n = k;
            for (; n >= 8; n -= 8)
            {
                x = Vector256.Load(p);
                y = Vector256.Load(p + 8);
                e = Vector256.Create(*(a)); c0x = Vector256.FusedMultiplyAdd(e, x, c0x); c0y = Vector256.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a + 8)), x, c1x); c1y = Vector256.FusedMultiplyAdd(Vector256.Create(*(twin + 8)), y, c1y);
                c2x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a + 16)), x, c2x); c2y = Vector256.FusedMultiplyAdd(Vector256.Create(*(twin + 16)), y, c2y);
                e = Vector256.Create(*(a + 24)); c3x = Vector256.FusedMultiplyAdd(e, x, c3x); c3y = Vector256.FusedMultiplyAdd(e, y, c3y);
                x = Vector256.Load(p + 32);
                y = Vector256.Load(p + 40);
                e = Vector256.Create(*(a + 1)); c0x = Vector256.FusedMultiplyAdd(e, x, c0x); c0y = Vector256.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a + 9)), x, c1x); c1y = Vector256.FusedMultiplyAdd(Vector256.Create(*(twin + 9)), y, c1y);
                c2x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a + 17)), x, c2x); c2y = Vector256.FusedMultiplyAdd(Vector256.Create(*(twin + 17)), y, c2y);
                e = Vector256.Create(*(a + 25)); c3x = Vector256.FusedMultiplyAdd(e, x, c3x); c3y = Vector256.FusedMultiplyAdd(e, y, c3y);
                x = Vector256.Load(p + 64);
                y = Vector256.Load(p + 72);
                e = Vector256.Create(*(a + 2)); c0x = Vector256.FusedMultiplyAdd(e, x, c0x); c0y = Vector256.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a + 10)), x, c1x); c1y = Vector256.FusedMultiplyAdd(Vector256.Create(*(twin + 10)), y, c1y);
                c2x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a + 18)), x, c2x); c2y = Vector256.FusedMultiplyAdd(Vector256.Create(*(twin + 18)), y, c2y);
                e = Vector256.Create(*(a + 26)); c3x = Vector256.FusedMultiplyAdd(e, x, c3x); c3y = Vector256.FusedMultiplyAdd(e, y, c3y);
                x = Vector256.Load(p + 96);
                y = Vector256.Load(p + 104);
                e = Vector256.Create(*(a + 3)); c0x = Vector256.FusedMultiplyAdd(e, x, c0x); c0y = Vector256.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a + 11)), x, c1x); c1y = Vector256.FusedMultiplyAdd(Vector256.Create(*(twin + 11)), y, c1y);
                c2x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a + 19)), x, c2x); c2y = Vector256.FusedMultiplyAdd(Vector256.Create(*(twin + 19)), y, c2y);
                e = Vector256.Create(*(a + 27)); c3x = Vector256.FusedMultiplyAdd(e, x, c3x); c3y = Vector256.FusedMultiplyAdd(e, y, c3y);
                if (Sse.IsSupported)
                {
                    Sse.Prefetch1(ahead);
                    Sse.Prefetch1(ahead + 64);
                }
                ahead += aheadStride;
                x = Vector256.Load(p + 128);
                y = Vector256.Load(p + 136);
                e = Vector256.Create(*(a + 4)); c0x = Vector256.FusedMultiplyAdd(e, x, c0x); c0y = Vector256.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a + 12)), x, c1x); c1y = Vector256.FusedMultiplyAdd(Vector256.Create(*(twin + 12)), y, c1y);
                c2x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a + 20)), x, c2x); c2y = Vector256.FusedMultiplyAdd(Vector256.Create(*(twin + 20)), y, c2y);
                e = Vector256.Create(*(a + 28)); c3x = Vector256.FusedMultiplyAdd(e, x, c3x); c3y = Vector256.FusedMultiplyAdd(e, y, c3y);
                x = Vector256.Load(p + 160);
                y = Vector256.Load(p + 168);
                e = Vector256.Create(*(a + 5)); c0x = Vector256.FusedMultiplyAdd(e, x, c0x); c0y = Vector256.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a + 13)), x, c1x); c1y = Vector256.FusedMultiplyAdd(Vector256.Create(*(twin + 13)), y, c1y);
                c2x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a + 21)), x, c2x); c2y = Vector256.FusedMultiplyAdd(Vector256.Create(*(twin + 21)), y, c2y);
                e = Vector256.Create(*(a + 29)); c3x = Vector256.FusedMultiplyAdd(e, x, c3x); c3y = Vector256.FusedMultiplyAdd(e, y, c3y);
                x = Vector256.Load(p + 192);
                y = Vector256.Load(p + 200);
                e = Vector256.Create(*(a + 6)); c0x = Vector256.FusedMultiplyAdd(e, x, c0x); c0y = Vector256.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a + 14)), x, c1x); c1y = Vector256.FusedMultiplyAdd(Vector256.Create(*(twin + 14)), y, c1y);
                c2x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a + 22)), x, c2x); c2y = Vector256.FusedMultiplyAdd(Vector256.Create(*(twin + 22)), y, c2y);
                e = Vector256.Create(*(a + 30)); c3x = Vector256.FusedMultiplyAdd(e, x, c3x); c3y = Vector256.FusedMultiplyAdd(e, y, c3y);
                x = Vector256.Load(p + 224);
                y = Vector256.Load(p + 232);
                e = Vector256.Create(*(a + 7)); c0x = Vector256.FusedMultiplyAdd(e, x, c0x); c0y = Vector256.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a + 15)), x, c1x); c1y = Vector256.FusedMultiplyAdd(Vector256.Create(*(twin + 15)), y, c1y);
                c2x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a + 23)), x, c2x); c2y = Vector256.FusedMultiplyAdd(Vector256.Create(*(twin + 23)), y, c2y);
                e = Vector256.Create(*(a + 31)); c3x = Vector256.FusedMultiplyAdd(e, x, c3x); c3y = Vector256.FusedMultiplyAdd(e, y, c3y);
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
                x = Vector256.Load(p);
                y = Vector256.Load(p + 8);
                e = Vector256.Create(*(a)); c0x = Vector256.FusedMultiplyAdd(e, x, c0x); c0y = Vector256.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a + 8)), x, c1x); c1y = Vector256.FusedMultiplyAdd(Vector256.Create(*(twin + 8)), y, c1y);
                c2x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a + 16)), x, c2x); c2y = Vector256.FusedMultiplyAdd(Vector256.Create(*(twin + 16)), y, c2y);
                e = Vector256.Create(*(a + 24)); c3x = Vector256.FusedMultiplyAdd(e, x, c3x); c3y = Vector256.FusedMultiplyAdd(e, y, c3y);
                a += 1;
                twin += 1;
                p += 32;
            }
            c0x.Store(c + column); c0y.Store(c + column + 8);
            c1x.Store(c + column + 144); c1y.Store(c + column + 144 + 8);
            c2x.Store(c + column + 288); c2y.Store(c + column + 288 + 8);
            c3x.Store(c + column + 432); c3y.Store(c + column + 432 + 8);
        }
        if (column < columns)
        {
            float* p = pages[column / 32] + (column % 32);
            a = firstA;
            twin = firstTwin;
            Vector256<float> x;
            Vector256<float> c0x = default;
            Vector256<float> c1x = default;
            Vector256<float> c2x = default;
            Vector256<float> c3x = default;
            int n = k;
            for (; n >= 8; n -= 8)
            {
                x = Vector256.Load(p);
                c0x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a)), x, c0x);
                c1x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a + 8)), x, c1x);
                c2x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a + 16)), x, c2x);
                c3x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a + 24)), x, c3x);
                x = Vector256.Load(p + 32);
                c0x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a + 1)), x, c0x);
                c1x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a + 9)), x, c1x);
                c2x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a + 17)), x, c2x);
                c3x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a + 25)), x, c3x);
                x = Vector256.Load(p + 64);
                c0x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a + 2)), x, c0x);
                c1x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a + 10)), x, c1x);
                c2x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a + 18)), x, c2x);
                c3x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a + 26)), x, c3x);
                x = Vector256.Load(p + 96);
                c0x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a + 3)), x, c0x);
                c1x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a + 11)), x, c1x);
                c2x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a + 19)), x, c2x);
                c3x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a + 27)), x, c3x);
                if (Sse.IsSupported)
                {
                    Sse.Prefetch1(ahead);
                    Sse.Prefetch1(ahead + 64);
                }
                ahead += aheadStride;
                x = Vector256.Load(p + 128);
                c0x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a + 4)), x, c0x);
                c1x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a + 12)), x, c1x);
                c2x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a + 20)), x, c2x);
                c3x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a + 28)), x, c3x);
                x = Vector256.Load(p + 160);
                c0x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a + 5)), x, c0x);
                c1x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a + 13)), x, c1x);
                c2x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a + 21)), x, c2x);
                c3x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a + 29)), x, c3x);
                x = Vector256.Load(p + 192);
                c0x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a + 6)), x, c0x);
                c1x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a + 14)), x, c1x);
                c2x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a + 22)), x, c2x);
                c3x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a + 30)), x, c3x);
                x = Vector256.Load(p + 224);
                c0x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a + 7)), x, c0x);
                c1x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a + 15)), x, c1x);
                c2x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a + 23)), x, c2x);
                c3x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a + 31)), x, c3x);
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
                x = Vector256.Load(p);
                c0x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a)), x, c0x);
                c1x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a + 8)), x, c1x);
                c2x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a + 16)), x, c2x);
                c3x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a + 24)), x, c3x);
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
        for (int columns = t.Columns; columns > 0; columns -= 16)
        {
            a = firstA;
            twin = firstTwin;
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
                if (again is not null)
                {
                    e = Vector256.Create(*(again)); c0x *= e; c0y *= e;
                    e = Vector256.Create(*(again + 1)); c1x *= e; c1y *= e;
                    e = Vector256.Create(*(again + 2)); c2x *= e; c2y *= e;
                    e = Vector256.Create(*(again + 3)); c3x *= e; c3y *= e;
                }
            }
            if (open >= 3)
                goto Full;
            if (open <= 0)
            {
                x = Vector256.Load(p);
                y = Vector256.Load(p + 8);
                e = Vector256.Create(*(a)); c0x = Vector256.FusedMultiplyAdd(e, x, c0x); c0y = Vector256.FusedMultiplyAdd(e, y, c0y);
                a += 1;
                twin += 1;
                p += 32;
            }
            if (open <= 1)
            {
                x = Vector256.Load(p);
                y = Vector256.Load(p + 8);
                e = Vector256.Create(*(a)); c0x = Vector256.FusedMultiplyAdd(e, x, c0x); c0y = Vector256.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a + 144)), x, c1x); c1y = Vector256.FusedMultiplyAdd(Vector256.Create(*(twin + 144)), y, c1y);
                a += 1;
                twin += 1;
                p += 32;
            }
            if (open <= 2)
            {
                x = Vector256.Load(p);
                y = Vector256.Load(p + 8);
                e = Vector256.Create(*(a)); c0x = Vector256.FusedMultiplyAdd(e, x, c0x); c0y = Vector256.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a + 144)), x, c1x); c1y = Vector256.FusedMultiplyAdd(Vector256.Create(*(twin + 144)), y, c1y);
                c2x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a + 288)), x, c2x); c2y = Vector256.FusedMultiplyAdd(Vector256.Create(*(twin + 288)), y, c2y);
                a += 1;
                twin += 1;
                p += 32;
            }
        Full:
            int n = full;
            for (; n >= 4; n -= 4)
            {
                x = Vector256.Load(p);
                y = Vector256.Load(p + 8);
                e = Vector256.Create(*(a)); c0x = Vector256.FusedMultiplyAdd(e, x, c0x); c0y = Vector256.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a + 144)), x, c1x); c1y = Vector256.FusedMultiplyAdd(Vector256.Create(*(twin + 144)), y, c1y);
                c2x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a + 288)), x, c2x); c2y = Vector256.FusedMultiplyAdd(Vector256.Create(*(twin + 288)), y, c2y);
                e = Vector256.Create(*(a + 432)); c3x = Vector256.FusedMultiplyAdd(e, x, c3x); c3y = Vector256.FusedMultiplyAdd(e, y, c3y);
                x = Vector256.Load(p + 32);
                y = Vector256.Load(p + 40);
                e = Vector256.Create(*(a + 1)); c0x = Vector256.FusedMultiplyAdd(e, x, c0x); c0y = Vector256.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a + 145)), x, c1x); c1y = Vector256.FusedMultiplyAdd(Vector256.Create(*(twin + 145)), y, c1y);
                c2x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a + 289)), x, c2x); c2y = Vector256.FusedMultiplyAdd(Vector256.Create(*(twin + 289)), y, c2y);
                e = Vector256.Create(*(a + 433)); c3x = Vector256.FusedMultiplyAdd(e, x, c3x); c3y = Vector256.FusedMultiplyAdd(e, y, c3y);
                x = Vector256.Load(p + 64);
                y = Vector256.Load(p + 72);
                e = Vector256.Create(*(a + 2)); c0x = Vector256.FusedMultiplyAdd(e, x, c0x); c0y = Vector256.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a + 146)), x, c1x); c1y = Vector256.FusedMultiplyAdd(Vector256.Create(*(twin + 146)), y, c1y);
                c2x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a + 290)), x, c2x); c2y = Vector256.FusedMultiplyAdd(Vector256.Create(*(twin + 290)), y, c2y);
                e = Vector256.Create(*(a + 434)); c3x = Vector256.FusedMultiplyAdd(e, x, c3x); c3y = Vector256.FusedMultiplyAdd(e, y, c3y);
                x = Vector256.Load(p + 96);
                y = Vector256.Load(p + 104);
                e = Vector256.Create(*(a + 3)); c0x = Vector256.FusedMultiplyAdd(e, x, c0x); c0y = Vector256.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a + 147)), x, c1x); c1y = Vector256.FusedMultiplyAdd(Vector256.Create(*(twin + 147)), y, c1y);
                c2x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a + 291)), x, c2x); c2y = Vector256.FusedMultiplyAdd(Vector256.Create(*(twin + 291)), y, c2y);
                e = Vector256.Create(*(a + 435)); c3x = Vector256.FusedMultiplyAdd(e, x, c3x); c3y = Vector256.FusedMultiplyAdd(e, y, c3y);
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
                x = Vector256.Load(p);
                y = Vector256.Load(p + 8);
                e = Vector256.Create(*(a)); c0x = Vector256.FusedMultiplyAdd(e, x, c0x); c0y = Vector256.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a + 144)), x, c1x); c1y = Vector256.FusedMultiplyAdd(Vector256.Create(*(twin + 144)), y, c1y);
                c2x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a + 288)), x, c2x); c2y = Vector256.FusedMultiplyAdd(Vector256.Create(*(twin + 288)), y, c2y);
                e = Vector256.Create(*(a + 432)); c3x = Vector256.FusedMultiplyAdd(e, x, c3x); c3y = Vector256.FusedMultiplyAdd(e, y, c3y);
                a += 1;
                twin += 1;
                p += 32;
            }
            if (close < 1)
                goto Done;
            x = Vector256.Load(p);
            y = Vector256.Load(p + 8);
            c1x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a + 144)), x, c1x); c1y = Vector256.FusedMultiplyAdd(Vector256.Create(*(twin + 144)), y, c1y);
            c2x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a + 288)), x, c2x); c2y = Vector256.FusedMultiplyAdd(Vector256.Create(*(twin + 288)), y, c2y);
            e = Vector256.Create(*(a + 432)); c3x = Vector256.FusedMultiplyAdd(e, x, c3x); c3y = Vector256.FusedMultiplyAdd(e, y, c3y);
            a += 1;
            twin += 1;
            p += 32;
            if (close < 2)
                goto Done;
            x = Vector256.Load(p);
            y = Vector256.Load(p + 8);
            c2x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a + 288)), x, c2x); c2y = Vector256.FusedMultiplyAdd(Vector256.Create(*(twin + 288)), y, c2y);
            e = Vector256.Create(*(a + 432)); c3x = Vector256.FusedMultiplyAdd(e, x, c3x); c3y = Vector256.FusedMultiplyAdd(e, y, c3y);
            a += 1;
            twin += 1;
            p += 32;
            if (close < 3)
                goto Done;
            x = Vector256.Load(p);
            y = Vector256.Load(p + 8);
            e = Vector256.Create(*(a + 432)); c3x = Vector256.FusedMultiplyAdd(e, x, c3x); c3y = Vector256.FusedMultiplyAdd(e, y, c3y);
            a += 1;
            twin += 1;
            p += 32;
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
    private static void ByColumn4(in AttentionTileBand t, float* a, float* twin, float* b, float* again, float* c, int open, int full, int close)
    {
        byte* ahead = t.Ahead;
        nint aheadStride = t.AheadStride;
        float* firstA = a, firstTwin = twin;
        nint ldc = t.Ldc;
        for (int columns = t.Columns; columns > 0; columns -= 16)
        {
            a = firstA;
            twin = firstTwin;
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
                e = Vector256.Create(*(a)); c0x = Vector256.FusedMultiplyAdd(e, x, c0x); c0y = Vector256.FusedMultiplyAdd(e, y, c0y);
                a += 144;
                twin += 144;
                p += 32;
            }
            if (open <= 1)
            {
                x = Vector256.Load(p);
                y = Vector256.Load(p + 8);
                e = Vector256.Create(*(a)); c0x = Vector256.FusedMultiplyAdd(e, x, c0x); c0y = Vector256.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a + 1)), x, c1x); c1y = Vector256.FusedMultiplyAdd(Vector256.Create(*(twin + 1)), y, c1y);
                a += 144;
                twin += 144;
                p += 32;
            }
            if (open <= 2)
            {
                x = Vector256.Load(p);
                y = Vector256.Load(p + 8);
                e = Vector256.Create(*(a)); c0x = Vector256.FusedMultiplyAdd(e, x, c0x); c0y = Vector256.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a + 1)), x, c1x); c1y = Vector256.FusedMultiplyAdd(Vector256.Create(*(twin + 1)), y, c1y);
                c2x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a + 2)), x, c2x); c2y = Vector256.FusedMultiplyAdd(Vector256.Create(*(twin + 2)), y, c2y);
                a += 144;
                twin += 144;
                p += 32;
            }
        Full:
            int n = full;
            for (; n >= 4; n -= 4)
            {
                x = Vector256.Load(p);
                y = Vector256.Load(p + 8);
                e = Vector256.Create(*(a)); c0x = Vector256.FusedMultiplyAdd(e, x, c0x); c0y = Vector256.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a + 1)), x, c1x); c1y = Vector256.FusedMultiplyAdd(Vector256.Create(*(twin + 1)), y, c1y);
                c2x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a + 2)), x, c2x); c2y = Vector256.FusedMultiplyAdd(Vector256.Create(*(twin + 2)), y, c2y);
                e = Vector256.Create(*(a + 3)); c3x = Vector256.FusedMultiplyAdd(e, x, c3x); c3y = Vector256.FusedMultiplyAdd(e, y, c3y);
                x = Vector256.Load(p + 32);
                y = Vector256.Load(p + 40);
                e = Vector256.Create(*(a + 144)); c0x = Vector256.FusedMultiplyAdd(e, x, c0x); c0y = Vector256.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a + 145)), x, c1x); c1y = Vector256.FusedMultiplyAdd(Vector256.Create(*(twin + 145)), y, c1y);
                c2x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a + 146)), x, c2x); c2y = Vector256.FusedMultiplyAdd(Vector256.Create(*(twin + 146)), y, c2y);
                e = Vector256.Create(*(a + 147)); c3x = Vector256.FusedMultiplyAdd(e, x, c3x); c3y = Vector256.FusedMultiplyAdd(e, y, c3y);
                x = Vector256.Load(p + 64);
                y = Vector256.Load(p + 72);
                e = Vector256.Create(*(a + 288)); c0x = Vector256.FusedMultiplyAdd(e, x, c0x); c0y = Vector256.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a + 289)), x, c1x); c1y = Vector256.FusedMultiplyAdd(Vector256.Create(*(twin + 289)), y, c1y);
                c2x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a + 290)), x, c2x); c2y = Vector256.FusedMultiplyAdd(Vector256.Create(*(twin + 290)), y, c2y);
                e = Vector256.Create(*(a + 291)); c3x = Vector256.FusedMultiplyAdd(e, x, c3x); c3y = Vector256.FusedMultiplyAdd(e, y, c3y);
                x = Vector256.Load(p + 96);
                y = Vector256.Load(p + 104);
                e = Vector256.Create(*(a + 432)); c0x = Vector256.FusedMultiplyAdd(e, x, c0x); c0y = Vector256.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a + 433)), x, c1x); c1y = Vector256.FusedMultiplyAdd(Vector256.Create(*(twin + 433)), y, c1y);
                c2x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a + 434)), x, c2x); c2y = Vector256.FusedMultiplyAdd(Vector256.Create(*(twin + 434)), y, c2y);
                e = Vector256.Create(*(a + 435)); c3x = Vector256.FusedMultiplyAdd(e, x, c3x); c3y = Vector256.FusedMultiplyAdd(e, y, c3y);
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
                x = Vector256.Load(p);
                y = Vector256.Load(p + 8);
                e = Vector256.Create(*(a)); c0x = Vector256.FusedMultiplyAdd(e, x, c0x); c0y = Vector256.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a + 1)), x, c1x); c1y = Vector256.FusedMultiplyAdd(Vector256.Create(*(twin + 1)), y, c1y);
                c2x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a + 2)), x, c2x); c2y = Vector256.FusedMultiplyAdd(Vector256.Create(*(twin + 2)), y, c2y);
                e = Vector256.Create(*(a + 3)); c3x = Vector256.FusedMultiplyAdd(e, x, c3x); c3y = Vector256.FusedMultiplyAdd(e, y, c3y);
                a += 144;
                twin += 144;
                p += 32;
            }
            if (close < 1)
                goto Done;
            x = Vector256.Load(p);
            y = Vector256.Load(p + 8);
            c1x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a + 1)), x, c1x); c1y = Vector256.FusedMultiplyAdd(Vector256.Create(*(twin + 1)), y, c1y);
            c2x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a + 2)), x, c2x); c2y = Vector256.FusedMultiplyAdd(Vector256.Create(*(twin + 2)), y, c2y);
            e = Vector256.Create(*(a + 3)); c3x = Vector256.FusedMultiplyAdd(e, x, c3x); c3y = Vector256.FusedMultiplyAdd(e, y, c3y);
            a += 144;
            twin += 144;
            p += 32;
            if (close < 2)
                goto Done;
            x = Vector256.Load(p);
            y = Vector256.Load(p + 8);
            c2x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a + 2)), x, c2x); c2y = Vector256.FusedMultiplyAdd(Vector256.Create(*(twin + 2)), y, c2y);
            e = Vector256.Create(*(a + 3)); c3x = Vector256.FusedMultiplyAdd(e, x, c3x); c3y = Vector256.FusedMultiplyAdd(e, y, c3y);
            a += 144;
            twin += 144;
            p += 32;
            if (close < 3)
                goto Done;
            x = Vector256.Load(p);
            y = Vector256.Load(p + 8);
            e = Vector256.Create(*(a + 3)); c3x = Vector256.FusedMultiplyAdd(e, x, c3x); c3y = Vector256.FusedMultiplyAdd(e, y, c3y);
            a += 144;
            twin += 144;
            p += 32;
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
    private static void Shared4(in AttentionTileBand t, float* a, float* twin, float* b, float* c, int steps)
    {
        nint ldb = t.Ldb;
        float* firstA = a, firstTwin = twin;
        nint ldc = t.Ldc;
        for (int columns = t.Columns; columns > 0; columns -= 16)
        {
            a = firstA;
            twin = firstTwin;
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
            for (int n = steps; n > 0; n--, a++, twin++, p += ldb)
            {
                x = Vector256.Load(p);
                y = Vector256.Load(p + 8);
                e = Vector256.Create(*(a)); c0x = Vector256.FusedMultiplyAdd(e, x, c0x); c0y = Vector256.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a + 144)), x, c1x); c1y = Vector256.FusedMultiplyAdd(Vector256.Create(*(twin + 144)), y, c1y);
                c2x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a + 288)), x, c2x); c2y = Vector256.FusedMultiplyAdd(Vector256.Create(*(twin + 288)), y, c2y);
                e = Vector256.Create(*(a + 432)); c3x = Vector256.FusedMultiplyAdd(e, x, c3x); c3y = Vector256.FusedMultiplyAdd(e, y, c3y);
            }
            c0x.Store(c); c0y.Store(c + 8);
            c1x.Store(c + ldc); c1y.Store(c + ldc + 8);
            c2x.Store(c + (2 * ldc)); c2y.Store(c + (2 * ldc) + 8);
            c3x.Store(c + (3 * ldc)); c3y.Store(c + (3 * ldc) + 8);
            b += (columns & 31) == 16 ? t.PanelStride - 16 : 16;
            c += 16;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization), SkipLocalsInit]
    private static void Scores5(float* a, float* twin, float** pages, float* c, int columns, int k, byte* ahead, nint aheadStride)
    {
        int column = 0;
        float* firstA = a, firstTwin = twin;
        for (; columns - column > 8; column += 16)
        {
            float* p = pages[column / 32] + (column % 32);
            a = firstA;
            twin = firstTwin;
            Vector256<float> x, y, e;
            Vector256<float> c0x = default, c0y = default;
            Vector256<float> c1x = default, c1y = default;
            Vector256<float> c2x = default, c2y = default;
            Vector256<float> c3x = default, c3y = default;
            Vector256<float> c4x = default, c4y = default;
            int n = k;
            for (; n >= 8; n -= 8)
            {
                x = Vector256.Load(p);
                y = Vector256.Load(p + 8);
                e = Vector256.Create(*(a)); c0x = Vector256.FusedMultiplyAdd(e, x, c0x); c0y = Vector256.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a + 8)), x, c1x); c1y = Vector256.FusedMultiplyAdd(Vector256.Create(*(twin + 8)), y, c1y);
                c2x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a + 16)), x, c2x); c2y = Vector256.FusedMultiplyAdd(Vector256.Create(*(twin + 16)), y, c2y);
                e = Vector256.Create(*(a + 24)); c3x = Vector256.FusedMultiplyAdd(e, x, c3x); c3y = Vector256.FusedMultiplyAdd(e, y, c3y);
                c4x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a + 32)), x, c4x); c4y = Vector256.FusedMultiplyAdd(Vector256.Create(*(twin + 32)), y, c4y);
                x = Vector256.Load(p + 32);
                y = Vector256.Load(p + 40);
                e = Vector256.Create(*(a + 1)); c0x = Vector256.FusedMultiplyAdd(e, x, c0x); c0y = Vector256.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a + 9)), x, c1x); c1y = Vector256.FusedMultiplyAdd(Vector256.Create(*(twin + 9)), y, c1y);
                c2x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a + 17)), x, c2x); c2y = Vector256.FusedMultiplyAdd(Vector256.Create(*(twin + 17)), y, c2y);
                e = Vector256.Create(*(a + 25)); c3x = Vector256.FusedMultiplyAdd(e, x, c3x); c3y = Vector256.FusedMultiplyAdd(e, y, c3y);
                c4x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a + 33)), x, c4x); c4y = Vector256.FusedMultiplyAdd(Vector256.Create(*(twin + 33)), y, c4y);
                x = Vector256.Load(p + 64);
                y = Vector256.Load(p + 72);
                e = Vector256.Create(*(a + 2)); c0x = Vector256.FusedMultiplyAdd(e, x, c0x); c0y = Vector256.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a + 10)), x, c1x); c1y = Vector256.FusedMultiplyAdd(Vector256.Create(*(twin + 10)), y, c1y);
                c2x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a + 18)), x, c2x); c2y = Vector256.FusedMultiplyAdd(Vector256.Create(*(twin + 18)), y, c2y);
                e = Vector256.Create(*(a + 26)); c3x = Vector256.FusedMultiplyAdd(e, x, c3x); c3y = Vector256.FusedMultiplyAdd(e, y, c3y);
                c4x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a + 34)), x, c4x); c4y = Vector256.FusedMultiplyAdd(Vector256.Create(*(twin + 34)), y, c4y);
                x = Vector256.Load(p + 96);
                y = Vector256.Load(p + 104);
                e = Vector256.Create(*(a + 3)); c0x = Vector256.FusedMultiplyAdd(e, x, c0x); c0y = Vector256.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a + 11)), x, c1x); c1y = Vector256.FusedMultiplyAdd(Vector256.Create(*(twin + 11)), y, c1y);
                c2x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a + 19)), x, c2x); c2y = Vector256.FusedMultiplyAdd(Vector256.Create(*(twin + 19)), y, c2y);
                e = Vector256.Create(*(a + 27)); c3x = Vector256.FusedMultiplyAdd(e, x, c3x); c3y = Vector256.FusedMultiplyAdd(e, y, c3y);
                c4x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a + 35)), x, c4x); c4y = Vector256.FusedMultiplyAdd(Vector256.Create(*(twin + 35)), y, c4y);
                if (Sse.IsSupported)
                {
                    Sse.Prefetch1(ahead);
                    Sse.Prefetch1(ahead + 64);
                }
                ahead += aheadStride;
                x = Vector256.Load(p + 128);
                y = Vector256.Load(p + 136);
                e = Vector256.Create(*(a + 4)); c0x = Vector256.FusedMultiplyAdd(e, x, c0x); c0y = Vector256.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a + 12)), x, c1x); c1y = Vector256.FusedMultiplyAdd(Vector256.Create(*(twin + 12)), y, c1y);
                c2x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a + 20)), x, c2x); c2y = Vector256.FusedMultiplyAdd(Vector256.Create(*(twin + 20)), y, c2y);
                e = Vector256.Create(*(a + 28)); c3x = Vector256.FusedMultiplyAdd(e, x, c3x); c3y = Vector256.FusedMultiplyAdd(e, y, c3y);
                c4x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a + 36)), x, c4x); c4y = Vector256.FusedMultiplyAdd(Vector256.Create(*(twin + 36)), y, c4y);
                x = Vector256.Load(p + 160);
                y = Vector256.Load(p + 168);
                e = Vector256.Create(*(a + 5)); c0x = Vector256.FusedMultiplyAdd(e, x, c0x); c0y = Vector256.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a + 13)), x, c1x); c1y = Vector256.FusedMultiplyAdd(Vector256.Create(*(twin + 13)), y, c1y);
                c2x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a + 21)), x, c2x); c2y = Vector256.FusedMultiplyAdd(Vector256.Create(*(twin + 21)), y, c2y);
                e = Vector256.Create(*(a + 29)); c3x = Vector256.FusedMultiplyAdd(e, x, c3x); c3y = Vector256.FusedMultiplyAdd(e, y, c3y);
                c4x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a + 37)), x, c4x); c4y = Vector256.FusedMultiplyAdd(Vector256.Create(*(twin + 37)), y, c4y);
                x = Vector256.Load(p + 192);
                y = Vector256.Load(p + 200);
                e = Vector256.Create(*(a + 6)); c0x = Vector256.FusedMultiplyAdd(e, x, c0x); c0y = Vector256.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a + 14)), x, c1x); c1y = Vector256.FusedMultiplyAdd(Vector256.Create(*(twin + 14)), y, c1y);
                c2x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a + 22)), x, c2x); c2y = Vector256.FusedMultiplyAdd(Vector256.Create(*(twin + 22)), y, c2y);
                e = Vector256.Create(*(a + 30)); c3x = Vector256.FusedMultiplyAdd(e, x, c3x); c3y = Vector256.FusedMultiplyAdd(e, y, c3y);
                c4x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a + 38)), x, c4x); c4y = Vector256.FusedMultiplyAdd(Vector256.Create(*(twin + 38)), y, c4y);
                x = Vector256.Load(p + 224);
                y = Vector256.Load(p + 232);
                e = Vector256.Create(*(a + 7)); c0x = Vector256.FusedMultiplyAdd(e, x, c0x); c0y = Vector256.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a + 15)), x, c1x); c1y = Vector256.FusedMultiplyAdd(Vector256.Create(*(twin + 15)), y, c1y);
                c2x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a + 23)), x, c2x); c2y = Vector256.FusedMultiplyAdd(Vector256.Create(*(twin + 23)), y, c2y);
                e = Vector256.Create(*(a + 31)); c3x = Vector256.FusedMultiplyAdd(e, x, c3x); c3y = Vector256.FusedMultiplyAdd(e, y, c3y);
                c4x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a + 39)), x, c4x); c4y = Vector256.FusedMultiplyAdd(Vector256.Create(*(twin + 39)), y, c4y);
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
                x = Vector256.Load(p);
                y = Vector256.Load(p + 8);
                e = Vector256.Create(*(a)); c0x = Vector256.FusedMultiplyAdd(e, x, c0x); c0y = Vector256.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a + 8)), x, c1x); c1y = Vector256.FusedMultiplyAdd(Vector256.Create(*(twin + 8)), y, c1y);
                c2x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a + 16)), x, c2x); c2y = Vector256.FusedMultiplyAdd(Vector256.Create(*(twin + 16)), y, c2y);
                e = Vector256.Create(*(a + 24)); c3x = Vector256.FusedMultiplyAdd(e, x, c3x); c3y = Vector256.FusedMultiplyAdd(e, y, c3y);
                c4x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a + 32)), x, c4x); c4y = Vector256.FusedMultiplyAdd(Vector256.Create(*(twin + 32)), y, c4y);
                a += 1;
                twin += 1;
                p += 32;
            }
            c0x.Store(c + column); c0y.Store(c + column + 8);
            c1x.Store(c + column + 144); c1y.Store(c + column + 144 + 8);
            c2x.Store(c + column + 288); c2y.Store(c + column + 288 + 8);
            c3x.Store(c + column + 432); c3y.Store(c + column + 432 + 8);
            c4x.Store(c + column + 576); c4y.Store(c + column + 576 + 8);
        }
        if (column < columns)
        {
            float* p = pages[column / 32] + (column % 32);
            a = firstA;
            twin = firstTwin;
            Vector256<float> x;
            Vector256<float> c0x = default;
            Vector256<float> c1x = default;
            Vector256<float> c2x = default;
            Vector256<float> c3x = default;
            Vector256<float> c4x = default;
            int n = k;
            for (; n >= 8; n -= 8)
            {
                x = Vector256.Load(p);
                c0x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a)), x, c0x);
                c1x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a + 8)), x, c1x);
                c2x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a + 16)), x, c2x);
                c3x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a + 24)), x, c3x);
                c4x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a + 32)), x, c4x);
                x = Vector256.Load(p + 32);
                c0x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a + 1)), x, c0x);
                c1x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a + 9)), x, c1x);
                c2x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a + 17)), x, c2x);
                c3x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a + 25)), x, c3x);
                c4x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a + 33)), x, c4x);
                x = Vector256.Load(p + 64);
                c0x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a + 2)), x, c0x);
                c1x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a + 10)), x, c1x);
                c2x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a + 18)), x, c2x);
                c3x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a + 26)), x, c3x);
                c4x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a + 34)), x, c4x);
                x = Vector256.Load(p + 96);
                c0x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a + 3)), x, c0x);
                c1x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a + 11)), x, c1x);
                c2x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a + 19)), x, c2x);
                c3x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a + 27)), x, c3x);
                c4x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a + 35)), x, c4x);
                if (Sse.IsSupported)
                {
                    Sse.Prefetch1(ahead);
                    Sse.Prefetch1(ahead + 64);
                }
                ahead += aheadStride;
                x = Vector256.Load(p + 128);
                c0x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a + 4)), x, c0x);
                c1x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a + 12)), x, c1x);
                c2x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a + 20)), x, c2x);
                c3x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a + 28)), x, c3x);
                c4x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a + 36)), x, c4x);
                x = Vector256.Load(p + 160);
                c0x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a + 5)), x, c0x);
                c1x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a + 13)), x, c1x);
                c2x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a + 21)), x, c2x);
                c3x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a + 29)), x, c3x);
                c4x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a + 37)), x, c4x);
                x = Vector256.Load(p + 192);
                c0x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a + 6)), x, c0x);
                c1x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a + 14)), x, c1x);
                c2x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a + 22)), x, c2x);
                c3x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a + 30)), x, c3x);
                c4x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a + 38)), x, c4x);
                x = Vector256.Load(p + 224);
                c0x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a + 7)), x, c0x);
                c1x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a + 15)), x, c1x);
                c2x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a + 23)), x, c2x);
                c3x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a + 31)), x, c3x);
                c4x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a + 39)), x, c4x);
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
                x = Vector256.Load(p);
                c0x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a)), x, c0x);
                c1x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a + 8)), x, c1x);
                c2x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a + 16)), x, c2x);
                c3x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a + 24)), x, c3x);
                c4x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a + 32)), x, c4x);
                a += 1;
                twin += 1;
                p += 32;
            }
            c0x.Store(c + column);
            c1x.Store(c + column + 144);
            c2x.Store(c + column + 288);
            c3x.Store(c + column + 432);
            c4x.Store(c + column + 576);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization), SkipLocalsInit]
    private static void ByRow5(in AttentionTileBand t, float* a, float* twin, float* b, float* again, float* c, int open, int full, int close)
    {
        byte* ahead = t.Ahead;
        nint aheadStride = t.AheadStride;
        float* firstA = a, firstTwin = twin;
        nint ldc = t.Ldc;
        for (int columns = t.Columns; columns > 0; columns -= 16)
        {
            a = firstA;
            twin = firstTwin;
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
                if (again is not null)
                {
                    e = Vector256.Create(*(again)); c0x *= e; c0y *= e;
                    e = Vector256.Create(*(again + 1)); c1x *= e; c1y *= e;
                    e = Vector256.Create(*(again + 2)); c2x *= e; c2y *= e;
                    e = Vector256.Create(*(again + 3)); c3x *= e; c3y *= e;
                    e = Vector256.Create(*(again + 4)); c4x *= e; c4y *= e;
                }
            }
            if (open >= 4)
                goto Full;
            if (open <= 0)
            {
                x = Vector256.Load(p);
                y = Vector256.Load(p + 8);
                e = Vector256.Create(*(a)); c0x = Vector256.FusedMultiplyAdd(e, x, c0x); c0y = Vector256.FusedMultiplyAdd(e, y, c0y);
                a += 1;
                twin += 1;
                p += 32;
            }
            if (open <= 1)
            {
                x = Vector256.Load(p);
                y = Vector256.Load(p + 8);
                e = Vector256.Create(*(a)); c0x = Vector256.FusedMultiplyAdd(e, x, c0x); c0y = Vector256.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a + 144)), x, c1x); c1y = Vector256.FusedMultiplyAdd(Vector256.Create(*(twin + 144)), y, c1y);
                a += 1;
                twin += 1;
                p += 32;
            }
            if (open <= 2)
            {
                x = Vector256.Load(p);
                y = Vector256.Load(p + 8);
                e = Vector256.Create(*(a)); c0x = Vector256.FusedMultiplyAdd(e, x, c0x); c0y = Vector256.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a + 144)), x, c1x); c1y = Vector256.FusedMultiplyAdd(Vector256.Create(*(twin + 144)), y, c1y);
                c2x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a + 288)), x, c2x); c2y = Vector256.FusedMultiplyAdd(Vector256.Create(*(twin + 288)), y, c2y);
                a += 1;
                twin += 1;
                p += 32;
            }
            if (open <= 3)
            {
                x = Vector256.Load(p);
                y = Vector256.Load(p + 8);
                e = Vector256.Create(*(a)); c0x = Vector256.FusedMultiplyAdd(e, x, c0x); c0y = Vector256.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a + 144)), x, c1x); c1y = Vector256.FusedMultiplyAdd(Vector256.Create(*(twin + 144)), y, c1y);
                c2x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a + 288)), x, c2x); c2y = Vector256.FusedMultiplyAdd(Vector256.Create(*(twin + 288)), y, c2y);
                e = Vector256.Create(*(a + 432)); c3x = Vector256.FusedMultiplyAdd(e, x, c3x); c3y = Vector256.FusedMultiplyAdd(e, y, c3y);
                a += 1;
                twin += 1;
                p += 32;
            }
        Full:
            int n = full;
            for (; n >= 4; n -= 4)
            {
                x = Vector256.Load(p);
                y = Vector256.Load(p + 8);
                e = Vector256.Create(*(a)); c0x = Vector256.FusedMultiplyAdd(e, x, c0x); c0y = Vector256.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a + 144)), x, c1x); c1y = Vector256.FusedMultiplyAdd(Vector256.Create(*(twin + 144)), y, c1y);
                c2x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a + 288)), x, c2x); c2y = Vector256.FusedMultiplyAdd(Vector256.Create(*(twin + 288)), y, c2y);
                e = Vector256.Create(*(a + 432)); c3x = Vector256.FusedMultiplyAdd(e, x, c3x); c3y = Vector256.FusedMultiplyAdd(e, y, c3y);
                c4x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a + 576)), x, c4x); c4y = Vector256.FusedMultiplyAdd(Vector256.Create(*(twin + 576)), y, c4y);
                x = Vector256.Load(p + 32);
                y = Vector256.Load(p + 40);
                e = Vector256.Create(*(a + 1)); c0x = Vector256.FusedMultiplyAdd(e, x, c0x); c0y = Vector256.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a + 145)), x, c1x); c1y = Vector256.FusedMultiplyAdd(Vector256.Create(*(twin + 145)), y, c1y);
                c2x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a + 289)), x, c2x); c2y = Vector256.FusedMultiplyAdd(Vector256.Create(*(twin + 289)), y, c2y);
                e = Vector256.Create(*(a + 433)); c3x = Vector256.FusedMultiplyAdd(e, x, c3x); c3y = Vector256.FusedMultiplyAdd(e, y, c3y);
                c4x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a + 577)), x, c4x); c4y = Vector256.FusedMultiplyAdd(Vector256.Create(*(twin + 577)), y, c4y);
                x = Vector256.Load(p + 64);
                y = Vector256.Load(p + 72);
                e = Vector256.Create(*(a + 2)); c0x = Vector256.FusedMultiplyAdd(e, x, c0x); c0y = Vector256.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a + 146)), x, c1x); c1y = Vector256.FusedMultiplyAdd(Vector256.Create(*(twin + 146)), y, c1y);
                c2x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a + 290)), x, c2x); c2y = Vector256.FusedMultiplyAdd(Vector256.Create(*(twin + 290)), y, c2y);
                e = Vector256.Create(*(a + 434)); c3x = Vector256.FusedMultiplyAdd(e, x, c3x); c3y = Vector256.FusedMultiplyAdd(e, y, c3y);
                c4x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a + 578)), x, c4x); c4y = Vector256.FusedMultiplyAdd(Vector256.Create(*(twin + 578)), y, c4y);
                x = Vector256.Load(p + 96);
                y = Vector256.Load(p + 104);
                e = Vector256.Create(*(a + 3)); c0x = Vector256.FusedMultiplyAdd(e, x, c0x); c0y = Vector256.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a + 147)), x, c1x); c1y = Vector256.FusedMultiplyAdd(Vector256.Create(*(twin + 147)), y, c1y);
                c2x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a + 291)), x, c2x); c2y = Vector256.FusedMultiplyAdd(Vector256.Create(*(twin + 291)), y, c2y);
                e = Vector256.Create(*(a + 435)); c3x = Vector256.FusedMultiplyAdd(e, x, c3x); c3y = Vector256.FusedMultiplyAdd(e, y, c3y);
                c4x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a + 579)), x, c4x); c4y = Vector256.FusedMultiplyAdd(Vector256.Create(*(twin + 579)), y, c4y);
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
                x = Vector256.Load(p);
                y = Vector256.Load(p + 8);
                e = Vector256.Create(*(a)); c0x = Vector256.FusedMultiplyAdd(e, x, c0x); c0y = Vector256.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a + 144)), x, c1x); c1y = Vector256.FusedMultiplyAdd(Vector256.Create(*(twin + 144)), y, c1y);
                c2x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a + 288)), x, c2x); c2y = Vector256.FusedMultiplyAdd(Vector256.Create(*(twin + 288)), y, c2y);
                e = Vector256.Create(*(a + 432)); c3x = Vector256.FusedMultiplyAdd(e, x, c3x); c3y = Vector256.FusedMultiplyAdd(e, y, c3y);
                c4x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a + 576)), x, c4x); c4y = Vector256.FusedMultiplyAdd(Vector256.Create(*(twin + 576)), y, c4y);
                a += 1;
                twin += 1;
                p += 32;
            }
            if (close < 1)
                goto Done;
            x = Vector256.Load(p);
            y = Vector256.Load(p + 8);
            c1x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a + 144)), x, c1x); c1y = Vector256.FusedMultiplyAdd(Vector256.Create(*(twin + 144)), y, c1y);
            c2x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a + 288)), x, c2x); c2y = Vector256.FusedMultiplyAdd(Vector256.Create(*(twin + 288)), y, c2y);
            e = Vector256.Create(*(a + 432)); c3x = Vector256.FusedMultiplyAdd(e, x, c3x); c3y = Vector256.FusedMultiplyAdd(e, y, c3y);
            c4x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a + 576)), x, c4x); c4y = Vector256.FusedMultiplyAdd(Vector256.Create(*(twin + 576)), y, c4y);
            a += 1;
            twin += 1;
            p += 32;
            if (close < 2)
                goto Done;
            x = Vector256.Load(p);
            y = Vector256.Load(p + 8);
            c2x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a + 288)), x, c2x); c2y = Vector256.FusedMultiplyAdd(Vector256.Create(*(twin + 288)), y, c2y);
            e = Vector256.Create(*(a + 432)); c3x = Vector256.FusedMultiplyAdd(e, x, c3x); c3y = Vector256.FusedMultiplyAdd(e, y, c3y);
            c4x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a + 576)), x, c4x); c4y = Vector256.FusedMultiplyAdd(Vector256.Create(*(twin + 576)), y, c4y);
            a += 1;
            twin += 1;
            p += 32;
            if (close < 3)
                goto Done;
            x = Vector256.Load(p);
            y = Vector256.Load(p + 8);
            e = Vector256.Create(*(a + 432)); c3x = Vector256.FusedMultiplyAdd(e, x, c3x); c3y = Vector256.FusedMultiplyAdd(e, y, c3y);
            c4x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a + 576)), x, c4x); c4y = Vector256.FusedMultiplyAdd(Vector256.Create(*(twin + 576)), y, c4y);
            a += 1;
            twin += 1;
            p += 32;
            if (close < 4)
                goto Done;
            x = Vector256.Load(p);
            y = Vector256.Load(p + 8);
            c4x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a + 576)), x, c4x); c4y = Vector256.FusedMultiplyAdd(Vector256.Create(*(twin + 576)), y, c4y);
            a += 1;
            twin += 1;
            p += 32;
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
    private static void ByColumn5(in AttentionTileBand t, float* a, float* twin, float* b, float* again, float* c, int open, int full, int close)
    {
        byte* ahead = t.Ahead;
        nint aheadStride = t.AheadStride;
        float* firstA = a, firstTwin = twin;
        nint ldc = t.Ldc;
        for (int columns = t.Columns; columns > 0; columns -= 16)
        {
            a = firstA;
            twin = firstTwin;
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
                e = Vector256.Create(*(a)); c0x = Vector256.FusedMultiplyAdd(e, x, c0x); c0y = Vector256.FusedMultiplyAdd(e, y, c0y);
                a += 144;
                twin += 144;
                p += 32;
            }
            if (open <= 1)
            {
                x = Vector256.Load(p);
                y = Vector256.Load(p + 8);
                e = Vector256.Create(*(a)); c0x = Vector256.FusedMultiplyAdd(e, x, c0x); c0y = Vector256.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a + 1)), x, c1x); c1y = Vector256.FusedMultiplyAdd(Vector256.Create(*(twin + 1)), y, c1y);
                a += 144;
                twin += 144;
                p += 32;
            }
            if (open <= 2)
            {
                x = Vector256.Load(p);
                y = Vector256.Load(p + 8);
                e = Vector256.Create(*(a)); c0x = Vector256.FusedMultiplyAdd(e, x, c0x); c0y = Vector256.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a + 1)), x, c1x); c1y = Vector256.FusedMultiplyAdd(Vector256.Create(*(twin + 1)), y, c1y);
                c2x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a + 2)), x, c2x); c2y = Vector256.FusedMultiplyAdd(Vector256.Create(*(twin + 2)), y, c2y);
                a += 144;
                twin += 144;
                p += 32;
            }
            if (open <= 3)
            {
                x = Vector256.Load(p);
                y = Vector256.Load(p + 8);
                e = Vector256.Create(*(a)); c0x = Vector256.FusedMultiplyAdd(e, x, c0x); c0y = Vector256.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a + 1)), x, c1x); c1y = Vector256.FusedMultiplyAdd(Vector256.Create(*(twin + 1)), y, c1y);
                c2x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a + 2)), x, c2x); c2y = Vector256.FusedMultiplyAdd(Vector256.Create(*(twin + 2)), y, c2y);
                e = Vector256.Create(*(a + 3)); c3x = Vector256.FusedMultiplyAdd(e, x, c3x); c3y = Vector256.FusedMultiplyAdd(e, y, c3y);
                a += 144;
                twin += 144;
                p += 32;
            }
        Full:
            int n = full;
            for (; n >= 4; n -= 4)
            {
                x = Vector256.Load(p);
                y = Vector256.Load(p + 8);
                e = Vector256.Create(*(a)); c0x = Vector256.FusedMultiplyAdd(e, x, c0x); c0y = Vector256.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a + 1)), x, c1x); c1y = Vector256.FusedMultiplyAdd(Vector256.Create(*(twin + 1)), y, c1y);
                c2x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a + 2)), x, c2x); c2y = Vector256.FusedMultiplyAdd(Vector256.Create(*(twin + 2)), y, c2y);
                e = Vector256.Create(*(a + 3)); c3x = Vector256.FusedMultiplyAdd(e, x, c3x); c3y = Vector256.FusedMultiplyAdd(e, y, c3y);
                c4x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a + 4)), x, c4x); c4y = Vector256.FusedMultiplyAdd(Vector256.Create(*(twin + 4)), y, c4y);
                x = Vector256.Load(p + 32);
                y = Vector256.Load(p + 40);
                e = Vector256.Create(*(a + 144)); c0x = Vector256.FusedMultiplyAdd(e, x, c0x); c0y = Vector256.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a + 145)), x, c1x); c1y = Vector256.FusedMultiplyAdd(Vector256.Create(*(twin + 145)), y, c1y);
                c2x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a + 146)), x, c2x); c2y = Vector256.FusedMultiplyAdd(Vector256.Create(*(twin + 146)), y, c2y);
                e = Vector256.Create(*(a + 147)); c3x = Vector256.FusedMultiplyAdd(e, x, c3x); c3y = Vector256.FusedMultiplyAdd(e, y, c3y);
                c4x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a + 148)), x, c4x); c4y = Vector256.FusedMultiplyAdd(Vector256.Create(*(twin + 148)), y, c4y);
                x = Vector256.Load(p + 64);
                y = Vector256.Load(p + 72);
                e = Vector256.Create(*(a + 288)); c0x = Vector256.FusedMultiplyAdd(e, x, c0x); c0y = Vector256.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a + 289)), x, c1x); c1y = Vector256.FusedMultiplyAdd(Vector256.Create(*(twin + 289)), y, c1y);
                c2x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a + 290)), x, c2x); c2y = Vector256.FusedMultiplyAdd(Vector256.Create(*(twin + 290)), y, c2y);
                e = Vector256.Create(*(a + 291)); c3x = Vector256.FusedMultiplyAdd(e, x, c3x); c3y = Vector256.FusedMultiplyAdd(e, y, c3y);
                c4x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a + 292)), x, c4x); c4y = Vector256.FusedMultiplyAdd(Vector256.Create(*(twin + 292)), y, c4y);
                x = Vector256.Load(p + 96);
                y = Vector256.Load(p + 104);
                e = Vector256.Create(*(a + 432)); c0x = Vector256.FusedMultiplyAdd(e, x, c0x); c0y = Vector256.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a + 433)), x, c1x); c1y = Vector256.FusedMultiplyAdd(Vector256.Create(*(twin + 433)), y, c1y);
                c2x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a + 434)), x, c2x); c2y = Vector256.FusedMultiplyAdd(Vector256.Create(*(twin + 434)), y, c2y);
                e = Vector256.Create(*(a + 435)); c3x = Vector256.FusedMultiplyAdd(e, x, c3x); c3y = Vector256.FusedMultiplyAdd(e, y, c3y);
                c4x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a + 436)), x, c4x); c4y = Vector256.FusedMultiplyAdd(Vector256.Create(*(twin + 436)), y, c4y);
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
                x = Vector256.Load(p);
                y = Vector256.Load(p + 8);
                e = Vector256.Create(*(a)); c0x = Vector256.FusedMultiplyAdd(e, x, c0x); c0y = Vector256.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a + 1)), x, c1x); c1y = Vector256.FusedMultiplyAdd(Vector256.Create(*(twin + 1)), y, c1y);
                c2x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a + 2)), x, c2x); c2y = Vector256.FusedMultiplyAdd(Vector256.Create(*(twin + 2)), y, c2y);
                e = Vector256.Create(*(a + 3)); c3x = Vector256.FusedMultiplyAdd(e, x, c3x); c3y = Vector256.FusedMultiplyAdd(e, y, c3y);
                c4x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a + 4)), x, c4x); c4y = Vector256.FusedMultiplyAdd(Vector256.Create(*(twin + 4)), y, c4y);
                a += 144;
                twin += 144;
                p += 32;
            }
            if (close < 1)
                goto Done;
            x = Vector256.Load(p);
            y = Vector256.Load(p + 8);
            c1x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a + 1)), x, c1x); c1y = Vector256.FusedMultiplyAdd(Vector256.Create(*(twin + 1)), y, c1y);
            c2x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a + 2)), x, c2x); c2y = Vector256.FusedMultiplyAdd(Vector256.Create(*(twin + 2)), y, c2y);
            e = Vector256.Create(*(a + 3)); c3x = Vector256.FusedMultiplyAdd(e, x, c3x); c3y = Vector256.FusedMultiplyAdd(e, y, c3y);
            c4x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a + 4)), x, c4x); c4y = Vector256.FusedMultiplyAdd(Vector256.Create(*(twin + 4)), y, c4y);
            a += 144;
            twin += 144;
            p += 32;
            if (close < 2)
                goto Done;
            x = Vector256.Load(p);
            y = Vector256.Load(p + 8);
            c2x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a + 2)), x, c2x); c2y = Vector256.FusedMultiplyAdd(Vector256.Create(*(twin + 2)), y, c2y);
            e = Vector256.Create(*(a + 3)); c3x = Vector256.FusedMultiplyAdd(e, x, c3x); c3y = Vector256.FusedMultiplyAdd(e, y, c3y);
            c4x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a + 4)), x, c4x); c4y = Vector256.FusedMultiplyAdd(Vector256.Create(*(twin + 4)), y, c4y);
            a += 144;
            twin += 144;
            p += 32;
            if (close < 3)
                goto Done;
            x = Vector256.Load(p);
            y = Vector256.Load(p + 8);
            e = Vector256.Create(*(a + 3)); c3x = Vector256.FusedMultiplyAdd(e, x, c3x); c3y = Vector256.FusedMultiplyAdd(e, y, c3y);
            c4x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a + 4)), x, c4x); c4y = Vector256.FusedMultiplyAdd(Vector256.Create(*(twin + 4)), y, c4y);
            a += 144;
            twin += 144;
            p += 32;
            if (close < 4)
                goto Done;
            x = Vector256.Load(p);
            y = Vector256.Load(p + 8);
            c4x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a + 4)), x, c4x); c4y = Vector256.FusedMultiplyAdd(Vector256.Create(*(twin + 4)), y, c4y);
            a += 144;
            twin += 144;
            p += 32;
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
    private static void Shared5(in AttentionTileBand t, float* a, float* twin, float* b, float* c, int steps)
    {
        nint ldb = t.Ldb;
        float* firstA = a, firstTwin = twin;
        nint ldc = t.Ldc;
        for (int columns = t.Columns; columns > 0; columns -= 16)
        {
            a = firstA;
            twin = firstTwin;
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
            for (int n = steps; n > 0; n--, a++, twin++, p += ldb)
            {
                x = Vector256.Load(p);
                y = Vector256.Load(p + 8);
                e = Vector256.Create(*(a)); c0x = Vector256.FusedMultiplyAdd(e, x, c0x); c0y = Vector256.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a + 144)), x, c1x); c1y = Vector256.FusedMultiplyAdd(Vector256.Create(*(twin + 144)), y, c1y);
                c2x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a + 288)), x, c2x); c2y = Vector256.FusedMultiplyAdd(Vector256.Create(*(twin + 288)), y, c2y);
                e = Vector256.Create(*(a + 432)); c3x = Vector256.FusedMultiplyAdd(e, x, c3x); c3y = Vector256.FusedMultiplyAdd(e, y, c3y);
                c4x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a + 576)), x, c4x); c4y = Vector256.FusedMultiplyAdd(Vector256.Create(*(twin + 576)), y, c4y);
            }
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
    private static void Scores6(float* a, float* twin, float** pages, float* c, int columns, int k, byte* ahead, nint aheadStride)
    {
        int column = 0;
        float* firstA = a, firstTwin = twin;
        for (; columns - column > 8; column += 16)
        {
            float* p = pages[column / 32] + (column % 32);
            a = firstA;
            twin = firstTwin;
            Vector256<float> x, y, e;
            Vector256<float> c0x = default, c0y = default;
            Vector256<float> c1x = default, c1y = default;
            Vector256<float> c2x = default, c2y = default;
            Vector256<float> c3x = default, c3y = default;
            Vector256<float> c4x = default, c4y = default;
            Vector256<float> c5x = default, c5y = default;
            int n = k;
            for (; n >= 8; n -= 8)
            {
                x = Vector256.Load(p);
                y = Vector256.Load(p + 8);
                e = Vector256.Create(*(a)); c0x = Vector256.FusedMultiplyAdd(e, x, c0x); c0y = Vector256.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a + 8)), x, c1x); c1y = Vector256.FusedMultiplyAdd(Vector256.Create(*(twin + 8)), y, c1y);
                c2x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a + 16)), x, c2x); c2y = Vector256.FusedMultiplyAdd(Vector256.Create(*(twin + 16)), y, c2y);
                e = Vector256.Create(*(a + 24)); c3x = Vector256.FusedMultiplyAdd(e, x, c3x); c3y = Vector256.FusedMultiplyAdd(e, y, c3y);
                c4x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a + 32)), x, c4x); c4y = Vector256.FusedMultiplyAdd(Vector256.Create(*(twin + 32)), y, c4y);
                c5x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a + 40)), x, c5x); c5y = Vector256.FusedMultiplyAdd(Vector256.Create(*(twin + 40)), y, c5y);
                x = Vector256.Load(p + 32);
                y = Vector256.Load(p + 40);
                e = Vector256.Create(*(a + 1)); c0x = Vector256.FusedMultiplyAdd(e, x, c0x); c0y = Vector256.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a + 9)), x, c1x); c1y = Vector256.FusedMultiplyAdd(Vector256.Create(*(twin + 9)), y, c1y);
                c2x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a + 17)), x, c2x); c2y = Vector256.FusedMultiplyAdd(Vector256.Create(*(twin + 17)), y, c2y);
                e = Vector256.Create(*(a + 25)); c3x = Vector256.FusedMultiplyAdd(e, x, c3x); c3y = Vector256.FusedMultiplyAdd(e, y, c3y);
                c4x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a + 33)), x, c4x); c4y = Vector256.FusedMultiplyAdd(Vector256.Create(*(twin + 33)), y, c4y);
                c5x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a + 41)), x, c5x); c5y = Vector256.FusedMultiplyAdd(Vector256.Create(*(twin + 41)), y, c5y);
                x = Vector256.Load(p + 64);
                y = Vector256.Load(p + 72);
                e = Vector256.Create(*(a + 2)); c0x = Vector256.FusedMultiplyAdd(e, x, c0x); c0y = Vector256.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a + 10)), x, c1x); c1y = Vector256.FusedMultiplyAdd(Vector256.Create(*(twin + 10)), y, c1y);
                c2x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a + 18)), x, c2x); c2y = Vector256.FusedMultiplyAdd(Vector256.Create(*(twin + 18)), y, c2y);
                e = Vector256.Create(*(a + 26)); c3x = Vector256.FusedMultiplyAdd(e, x, c3x); c3y = Vector256.FusedMultiplyAdd(e, y, c3y);
                c4x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a + 34)), x, c4x); c4y = Vector256.FusedMultiplyAdd(Vector256.Create(*(twin + 34)), y, c4y);
                c5x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a + 42)), x, c5x); c5y = Vector256.FusedMultiplyAdd(Vector256.Create(*(twin + 42)), y, c5y);
                x = Vector256.Load(p + 96);
                y = Vector256.Load(p + 104);
                e = Vector256.Create(*(a + 3)); c0x = Vector256.FusedMultiplyAdd(e, x, c0x); c0y = Vector256.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a + 11)), x, c1x); c1y = Vector256.FusedMultiplyAdd(Vector256.Create(*(twin + 11)), y, c1y);
                c2x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a + 19)), x, c2x); c2y = Vector256.FusedMultiplyAdd(Vector256.Create(*(twin + 19)), y, c2y);
                e = Vector256.Create(*(a + 27)); c3x = Vector256.FusedMultiplyAdd(e, x, c3x); c3y = Vector256.FusedMultiplyAdd(e, y, c3y);
                c4x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a + 35)), x, c4x); c4y = Vector256.FusedMultiplyAdd(Vector256.Create(*(twin + 35)), y, c4y);
                c5x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a + 43)), x, c5x); c5y = Vector256.FusedMultiplyAdd(Vector256.Create(*(twin + 43)), y, c5y);
                if (Sse.IsSupported)
                {
                    Sse.Prefetch1(ahead);
                    Sse.Prefetch1(ahead + 64);
                }
                ahead += aheadStride;
                x = Vector256.Load(p + 128);
                y = Vector256.Load(p + 136);
                e = Vector256.Create(*(a + 4)); c0x = Vector256.FusedMultiplyAdd(e, x, c0x); c0y = Vector256.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a + 12)), x, c1x); c1y = Vector256.FusedMultiplyAdd(Vector256.Create(*(twin + 12)), y, c1y);
                c2x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a + 20)), x, c2x); c2y = Vector256.FusedMultiplyAdd(Vector256.Create(*(twin + 20)), y, c2y);
                e = Vector256.Create(*(a + 28)); c3x = Vector256.FusedMultiplyAdd(e, x, c3x); c3y = Vector256.FusedMultiplyAdd(e, y, c3y);
                c4x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a + 36)), x, c4x); c4y = Vector256.FusedMultiplyAdd(Vector256.Create(*(twin + 36)), y, c4y);
                c5x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a + 44)), x, c5x); c5y = Vector256.FusedMultiplyAdd(Vector256.Create(*(twin + 44)), y, c5y);
                x = Vector256.Load(p + 160);
                y = Vector256.Load(p + 168);
                e = Vector256.Create(*(a + 5)); c0x = Vector256.FusedMultiplyAdd(e, x, c0x); c0y = Vector256.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a + 13)), x, c1x); c1y = Vector256.FusedMultiplyAdd(Vector256.Create(*(twin + 13)), y, c1y);
                c2x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a + 21)), x, c2x); c2y = Vector256.FusedMultiplyAdd(Vector256.Create(*(twin + 21)), y, c2y);
                e = Vector256.Create(*(a + 29)); c3x = Vector256.FusedMultiplyAdd(e, x, c3x); c3y = Vector256.FusedMultiplyAdd(e, y, c3y);
                c4x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a + 37)), x, c4x); c4y = Vector256.FusedMultiplyAdd(Vector256.Create(*(twin + 37)), y, c4y);
                c5x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a + 45)), x, c5x); c5y = Vector256.FusedMultiplyAdd(Vector256.Create(*(twin + 45)), y, c5y);
                x = Vector256.Load(p + 192);
                y = Vector256.Load(p + 200);
                e = Vector256.Create(*(a + 6)); c0x = Vector256.FusedMultiplyAdd(e, x, c0x); c0y = Vector256.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a + 14)), x, c1x); c1y = Vector256.FusedMultiplyAdd(Vector256.Create(*(twin + 14)), y, c1y);
                c2x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a + 22)), x, c2x); c2y = Vector256.FusedMultiplyAdd(Vector256.Create(*(twin + 22)), y, c2y);
                e = Vector256.Create(*(a + 30)); c3x = Vector256.FusedMultiplyAdd(e, x, c3x); c3y = Vector256.FusedMultiplyAdd(e, y, c3y);
                c4x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a + 38)), x, c4x); c4y = Vector256.FusedMultiplyAdd(Vector256.Create(*(twin + 38)), y, c4y);
                c5x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a + 46)), x, c5x); c5y = Vector256.FusedMultiplyAdd(Vector256.Create(*(twin + 46)), y, c5y);
                x = Vector256.Load(p + 224);
                y = Vector256.Load(p + 232);
                e = Vector256.Create(*(a + 7)); c0x = Vector256.FusedMultiplyAdd(e, x, c0x); c0y = Vector256.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a + 15)), x, c1x); c1y = Vector256.FusedMultiplyAdd(Vector256.Create(*(twin + 15)), y, c1y);
                c2x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a + 23)), x, c2x); c2y = Vector256.FusedMultiplyAdd(Vector256.Create(*(twin + 23)), y, c2y);
                e = Vector256.Create(*(a + 31)); c3x = Vector256.FusedMultiplyAdd(e, x, c3x); c3y = Vector256.FusedMultiplyAdd(e, y, c3y);
                c4x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a + 39)), x, c4x); c4y = Vector256.FusedMultiplyAdd(Vector256.Create(*(twin + 39)), y, c4y);
                c5x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a + 47)), x, c5x); c5y = Vector256.FusedMultiplyAdd(Vector256.Create(*(twin + 47)), y, c5y);
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
                x = Vector256.Load(p);
                y = Vector256.Load(p + 8);
                e = Vector256.Create(*(a)); c0x = Vector256.FusedMultiplyAdd(e, x, c0x); c0y = Vector256.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a + 8)), x, c1x); c1y = Vector256.FusedMultiplyAdd(Vector256.Create(*(twin + 8)), y, c1y);
                c2x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a + 16)), x, c2x); c2y = Vector256.FusedMultiplyAdd(Vector256.Create(*(twin + 16)), y, c2y);
                e = Vector256.Create(*(a + 24)); c3x = Vector256.FusedMultiplyAdd(e, x, c3x); c3y = Vector256.FusedMultiplyAdd(e, y, c3y);
                c4x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a + 32)), x, c4x); c4y = Vector256.FusedMultiplyAdd(Vector256.Create(*(twin + 32)), y, c4y);
                c5x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a + 40)), x, c5x); c5y = Vector256.FusedMultiplyAdd(Vector256.Create(*(twin + 40)), y, c5y);
                a += 1;
                twin += 1;
                p += 32;
            }
            c0x.Store(c + column); c0y.Store(c + column + 8);
            c1x.Store(c + column + 144); c1y.Store(c + column + 144 + 8);
            c2x.Store(c + column + 288); c2y.Store(c + column + 288 + 8);
            c3x.Store(c + column + 432); c3y.Store(c + column + 432 + 8);
            c4x.Store(c + column + 576); c4y.Store(c + column + 576 + 8);
            c5x.Store(c + column + 720); c5y.Store(c + column + 720 + 8);
        }
        if (column < columns)
        {
            float* p = pages[column / 32] + (column % 32);
            a = firstA;
            twin = firstTwin;
            Vector256<float> x;
            Vector256<float> c0x = default;
            Vector256<float> c1x = default;
            Vector256<float> c2x = default;
            Vector256<float> c3x = default;
            Vector256<float> c4x = default;
            Vector256<float> c5x = default;
            int n = k;
            for (; n >= 8; n -= 8)
            {
                x = Vector256.Load(p);
                c0x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a)), x, c0x);
                c1x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a + 8)), x, c1x);
                c2x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a + 16)), x, c2x);
                c3x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a + 24)), x, c3x);
                c4x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a + 32)), x, c4x);
                c5x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a + 40)), x, c5x);
                x = Vector256.Load(p + 32);
                c0x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a + 1)), x, c0x);
                c1x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a + 9)), x, c1x);
                c2x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a + 17)), x, c2x);
                c3x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a + 25)), x, c3x);
                c4x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a + 33)), x, c4x);
                c5x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a + 41)), x, c5x);
                x = Vector256.Load(p + 64);
                c0x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a + 2)), x, c0x);
                c1x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a + 10)), x, c1x);
                c2x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a + 18)), x, c2x);
                c3x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a + 26)), x, c3x);
                c4x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a + 34)), x, c4x);
                c5x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a + 42)), x, c5x);
                x = Vector256.Load(p + 96);
                c0x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a + 3)), x, c0x);
                c1x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a + 11)), x, c1x);
                c2x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a + 19)), x, c2x);
                c3x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a + 27)), x, c3x);
                c4x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a + 35)), x, c4x);
                c5x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a + 43)), x, c5x);
                if (Sse.IsSupported)
                {
                    Sse.Prefetch1(ahead);
                    Sse.Prefetch1(ahead + 64);
                }
                ahead += aheadStride;
                x = Vector256.Load(p + 128);
                c0x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a + 4)), x, c0x);
                c1x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a + 12)), x, c1x);
                c2x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a + 20)), x, c2x);
                c3x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a + 28)), x, c3x);
                c4x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a + 36)), x, c4x);
                c5x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a + 44)), x, c5x);
                x = Vector256.Load(p + 160);
                c0x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a + 5)), x, c0x);
                c1x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a + 13)), x, c1x);
                c2x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a + 21)), x, c2x);
                c3x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a + 29)), x, c3x);
                c4x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a + 37)), x, c4x);
                c5x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a + 45)), x, c5x);
                x = Vector256.Load(p + 192);
                c0x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a + 6)), x, c0x);
                c1x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a + 14)), x, c1x);
                c2x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a + 22)), x, c2x);
                c3x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a + 30)), x, c3x);
                c4x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a + 38)), x, c4x);
                c5x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a + 46)), x, c5x);
                x = Vector256.Load(p + 224);
                c0x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a + 7)), x, c0x);
                c1x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a + 15)), x, c1x);
                c2x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a + 23)), x, c2x);
                c3x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a + 31)), x, c3x);
                c4x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a + 39)), x, c4x);
                c5x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a + 47)), x, c5x);
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
                x = Vector256.Load(p);
                c0x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a)), x, c0x);
                c1x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a + 8)), x, c1x);
                c2x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a + 16)), x, c2x);
                c3x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a + 24)), x, c3x);
                c4x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a + 32)), x, c4x);
                c5x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a + 40)), x, c5x);
                a += 1;
                twin += 1;
                p += 32;
            }
            c0x.Store(c + column);
            c1x.Store(c + column + 144);
            c2x.Store(c + column + 288);
            c3x.Store(c + column + 432);
            c4x.Store(c + column + 576);
            c5x.Store(c + column + 720);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization), SkipLocalsInit]
    private static void ByRow6(in AttentionTileBand t, float* a, float* twin, float* b, float* again, float* c, int open, int full, int close)
    {
        byte* ahead = t.Ahead;
        nint aheadStride = t.AheadStride;
        float* firstA = a, firstTwin = twin;
        nint ldc = t.Ldc;
        for (int columns = t.Columns; columns > 0; columns -= 16)
        {
            a = firstA;
            twin = firstTwin;
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
                if (again is not null)
                {
                    e = Vector256.Create(*(again)); c0x *= e; c0y *= e;
                    e = Vector256.Create(*(again + 1)); c1x *= e; c1y *= e;
                    e = Vector256.Create(*(again + 2)); c2x *= e; c2y *= e;
                    e = Vector256.Create(*(again + 3)); c3x *= e; c3y *= e;
                    e = Vector256.Create(*(again + 4)); c4x *= e; c4y *= e;
                    e = Vector256.Create(*(again + 5)); c5x *= e; c5y *= e;
                }
            }
            if (open >= 5)
                goto Full;
            if (open <= 0)
            {
                x = Vector256.Load(p);
                y = Vector256.Load(p + 8);
                e = Vector256.Create(*(a)); c0x = Vector256.FusedMultiplyAdd(e, x, c0x); c0y = Vector256.FusedMultiplyAdd(e, y, c0y);
                a += 1;
                twin += 1;
                p += 32;
            }
            if (open <= 1)
            {
                x = Vector256.Load(p);
                y = Vector256.Load(p + 8);
                e = Vector256.Create(*(a)); c0x = Vector256.FusedMultiplyAdd(e, x, c0x); c0y = Vector256.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a + 144)), x, c1x); c1y = Vector256.FusedMultiplyAdd(Vector256.Create(*(twin + 144)), y, c1y);
                a += 1;
                twin += 1;
                p += 32;
            }
            if (open <= 2)
            {
                x = Vector256.Load(p);
                y = Vector256.Load(p + 8);
                e = Vector256.Create(*(a)); c0x = Vector256.FusedMultiplyAdd(e, x, c0x); c0y = Vector256.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a + 144)), x, c1x); c1y = Vector256.FusedMultiplyAdd(Vector256.Create(*(twin + 144)), y, c1y);
                c2x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a + 288)), x, c2x); c2y = Vector256.FusedMultiplyAdd(Vector256.Create(*(twin + 288)), y, c2y);
                a += 1;
                twin += 1;
                p += 32;
            }
            if (open <= 3)
            {
                x = Vector256.Load(p);
                y = Vector256.Load(p + 8);
                e = Vector256.Create(*(a)); c0x = Vector256.FusedMultiplyAdd(e, x, c0x); c0y = Vector256.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a + 144)), x, c1x); c1y = Vector256.FusedMultiplyAdd(Vector256.Create(*(twin + 144)), y, c1y);
                c2x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a + 288)), x, c2x); c2y = Vector256.FusedMultiplyAdd(Vector256.Create(*(twin + 288)), y, c2y);
                e = Vector256.Create(*(a + 432)); c3x = Vector256.FusedMultiplyAdd(e, x, c3x); c3y = Vector256.FusedMultiplyAdd(e, y, c3y);
                a += 1;
                twin += 1;
                p += 32;
            }
            if (open <= 4)
            {
                x = Vector256.Load(p);
                y = Vector256.Load(p + 8);
                e = Vector256.Create(*(a)); c0x = Vector256.FusedMultiplyAdd(e, x, c0x); c0y = Vector256.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a + 144)), x, c1x); c1y = Vector256.FusedMultiplyAdd(Vector256.Create(*(twin + 144)), y, c1y);
                c2x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a + 288)), x, c2x); c2y = Vector256.FusedMultiplyAdd(Vector256.Create(*(twin + 288)), y, c2y);
                e = Vector256.Create(*(a + 432)); c3x = Vector256.FusedMultiplyAdd(e, x, c3x); c3y = Vector256.FusedMultiplyAdd(e, y, c3y);
                c4x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a + 576)), x, c4x); c4y = Vector256.FusedMultiplyAdd(Vector256.Create(*(twin + 576)), y, c4y);
                a += 1;
                twin += 1;
                p += 32;
            }
        Full:
            int n = full;
            for (; n >= 4; n -= 4)
            {
                x = Vector256.Load(p);
                y = Vector256.Load(p + 8);
                e = Vector256.Create(*(a)); c0x = Vector256.FusedMultiplyAdd(e, x, c0x); c0y = Vector256.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a + 144)), x, c1x); c1y = Vector256.FusedMultiplyAdd(Vector256.Create(*(twin + 144)), y, c1y);
                c2x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a + 288)), x, c2x); c2y = Vector256.FusedMultiplyAdd(Vector256.Create(*(twin + 288)), y, c2y);
                e = Vector256.Create(*(a + 432)); c3x = Vector256.FusedMultiplyAdd(e, x, c3x); c3y = Vector256.FusedMultiplyAdd(e, y, c3y);
                c4x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a + 576)), x, c4x); c4y = Vector256.FusedMultiplyAdd(Vector256.Create(*(twin + 576)), y, c4y);
                c5x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a + 720)), x, c5x); c5y = Vector256.FusedMultiplyAdd(Vector256.Create(*(twin + 720)), y, c5y);
                x = Vector256.Load(p + 32);
                y = Vector256.Load(p + 40);
                e = Vector256.Create(*(a + 1)); c0x = Vector256.FusedMultiplyAdd(e, x, c0x); c0y = Vector256.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a + 145)), x, c1x); c1y = Vector256.FusedMultiplyAdd(Vector256.Create(*(twin + 145)), y, c1y);
                c2x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a + 289)), x, c2x); c2y = Vector256.FusedMultiplyAdd(Vector256.Create(*(twin + 289)), y, c2y);
                e = Vector256.Create(*(a + 433)); c3x = Vector256.FusedMultiplyAdd(e, x, c3x); c3y = Vector256.FusedMultiplyAdd(e, y, c3y);
                c4x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a + 577)), x, c4x); c4y = Vector256.FusedMultiplyAdd(Vector256.Create(*(twin + 577)), y, c4y);
                c5x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a + 721)), x, c5x); c5y = Vector256.FusedMultiplyAdd(Vector256.Create(*(twin + 721)), y, c5y);
                x = Vector256.Load(p + 64);
                y = Vector256.Load(p + 72);
                e = Vector256.Create(*(a + 2)); c0x = Vector256.FusedMultiplyAdd(e, x, c0x); c0y = Vector256.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a + 146)), x, c1x); c1y = Vector256.FusedMultiplyAdd(Vector256.Create(*(twin + 146)), y, c1y);
                c2x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a + 290)), x, c2x); c2y = Vector256.FusedMultiplyAdd(Vector256.Create(*(twin + 290)), y, c2y);
                e = Vector256.Create(*(a + 434)); c3x = Vector256.FusedMultiplyAdd(e, x, c3x); c3y = Vector256.FusedMultiplyAdd(e, y, c3y);
                c4x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a + 578)), x, c4x); c4y = Vector256.FusedMultiplyAdd(Vector256.Create(*(twin + 578)), y, c4y);
                c5x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a + 722)), x, c5x); c5y = Vector256.FusedMultiplyAdd(Vector256.Create(*(twin + 722)), y, c5y);
                x = Vector256.Load(p + 96);
                y = Vector256.Load(p + 104);
                e = Vector256.Create(*(a + 3)); c0x = Vector256.FusedMultiplyAdd(e, x, c0x); c0y = Vector256.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a + 147)), x, c1x); c1y = Vector256.FusedMultiplyAdd(Vector256.Create(*(twin + 147)), y, c1y);
                c2x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a + 291)), x, c2x); c2y = Vector256.FusedMultiplyAdd(Vector256.Create(*(twin + 291)), y, c2y);
                e = Vector256.Create(*(a + 435)); c3x = Vector256.FusedMultiplyAdd(e, x, c3x); c3y = Vector256.FusedMultiplyAdd(e, y, c3y);
                c4x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a + 579)), x, c4x); c4y = Vector256.FusedMultiplyAdd(Vector256.Create(*(twin + 579)), y, c4y);
                c5x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a + 723)), x, c5x); c5y = Vector256.FusedMultiplyAdd(Vector256.Create(*(twin + 723)), y, c5y);
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
                x = Vector256.Load(p);
                y = Vector256.Load(p + 8);
                e = Vector256.Create(*(a)); c0x = Vector256.FusedMultiplyAdd(e, x, c0x); c0y = Vector256.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a + 144)), x, c1x); c1y = Vector256.FusedMultiplyAdd(Vector256.Create(*(twin + 144)), y, c1y);
                c2x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a + 288)), x, c2x); c2y = Vector256.FusedMultiplyAdd(Vector256.Create(*(twin + 288)), y, c2y);
                e = Vector256.Create(*(a + 432)); c3x = Vector256.FusedMultiplyAdd(e, x, c3x); c3y = Vector256.FusedMultiplyAdd(e, y, c3y);
                c4x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a + 576)), x, c4x); c4y = Vector256.FusedMultiplyAdd(Vector256.Create(*(twin + 576)), y, c4y);
                c5x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a + 720)), x, c5x); c5y = Vector256.FusedMultiplyAdd(Vector256.Create(*(twin + 720)), y, c5y);
                a += 1;
                twin += 1;
                p += 32;
            }
            if (close < 1)
                goto Done;
            x = Vector256.Load(p);
            y = Vector256.Load(p + 8);
            c1x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a + 144)), x, c1x); c1y = Vector256.FusedMultiplyAdd(Vector256.Create(*(twin + 144)), y, c1y);
            c2x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a + 288)), x, c2x); c2y = Vector256.FusedMultiplyAdd(Vector256.Create(*(twin + 288)), y, c2y);
            e = Vector256.Create(*(a + 432)); c3x = Vector256.FusedMultiplyAdd(e, x, c3x); c3y = Vector256.FusedMultiplyAdd(e, y, c3y);
            c4x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a + 576)), x, c4x); c4y = Vector256.FusedMultiplyAdd(Vector256.Create(*(twin + 576)), y, c4y);
            c5x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a + 720)), x, c5x); c5y = Vector256.FusedMultiplyAdd(Vector256.Create(*(twin + 720)), y, c5y);
            a += 1;
            twin += 1;
            p += 32;
            if (close < 2)
                goto Done;
            x = Vector256.Load(p);
            y = Vector256.Load(p + 8);
            c2x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a + 288)), x, c2x); c2y = Vector256.FusedMultiplyAdd(Vector256.Create(*(twin + 288)), y, c2y);
            e = Vector256.Create(*(a + 432)); c3x = Vector256.FusedMultiplyAdd(e, x, c3x); c3y = Vector256.FusedMultiplyAdd(e, y, c3y);
            c4x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a + 576)), x, c4x); c4y = Vector256.FusedMultiplyAdd(Vector256.Create(*(twin + 576)), y, c4y);
            c5x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a + 720)), x, c5x); c5y = Vector256.FusedMultiplyAdd(Vector256.Create(*(twin + 720)), y, c5y);
            a += 1;
            twin += 1;
            p += 32;
            if (close < 3)
                goto Done;
            x = Vector256.Load(p);
            y = Vector256.Load(p + 8);
            e = Vector256.Create(*(a + 432)); c3x = Vector256.FusedMultiplyAdd(e, x, c3x); c3y = Vector256.FusedMultiplyAdd(e, y, c3y);
            c4x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a + 576)), x, c4x); c4y = Vector256.FusedMultiplyAdd(Vector256.Create(*(twin + 576)), y, c4y);
            c5x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a + 720)), x, c5x); c5y = Vector256.FusedMultiplyAdd(Vector256.Create(*(twin + 720)), y, c5y);
            a += 1;
            twin += 1;
            p += 32;
            if (close < 4)
                goto Done;
            x = Vector256.Load(p);
            y = Vector256.Load(p + 8);
            c4x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a + 576)), x, c4x); c4y = Vector256.FusedMultiplyAdd(Vector256.Create(*(twin + 576)), y, c4y);
            c5x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a + 720)), x, c5x); c5y = Vector256.FusedMultiplyAdd(Vector256.Create(*(twin + 720)), y, c5y);
            a += 1;
            twin += 1;
            p += 32;
            if (close < 5)
                goto Done;
            x = Vector256.Load(p);
            y = Vector256.Load(p + 8);
            c5x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a + 720)), x, c5x); c5y = Vector256.FusedMultiplyAdd(Vector256.Create(*(twin + 720)), y, c5y);
            a += 1;
            twin += 1;
            p += 32;
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

    [MethodImpl(MethodImplOptions.AggressiveOptimization), SkipLocalsInit]
    private static void ByColumn6(in AttentionTileBand t, float* a, float* twin, float* b, float* again, float* c, int open, int full, int close)
    {
        byte* ahead = t.Ahead;
        nint aheadStride = t.AheadStride;
        float* firstA = a, firstTwin = twin;
        nint ldc = t.Ldc;
        for (int columns = t.Columns; columns > 0; columns -= 16)
        {
            a = firstA;
            twin = firstTwin;
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
                e = Vector256.Create(*(a)); c0x = Vector256.FusedMultiplyAdd(e, x, c0x); c0y = Vector256.FusedMultiplyAdd(e, y, c0y);
                a += 144;
                twin += 144;
                p += 32;
            }
            if (open <= 1)
            {
                x = Vector256.Load(p);
                y = Vector256.Load(p + 8);
                e = Vector256.Create(*(a)); c0x = Vector256.FusedMultiplyAdd(e, x, c0x); c0y = Vector256.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a + 1)), x, c1x); c1y = Vector256.FusedMultiplyAdd(Vector256.Create(*(twin + 1)), y, c1y);
                a += 144;
                twin += 144;
                p += 32;
            }
            if (open <= 2)
            {
                x = Vector256.Load(p);
                y = Vector256.Load(p + 8);
                e = Vector256.Create(*(a)); c0x = Vector256.FusedMultiplyAdd(e, x, c0x); c0y = Vector256.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a + 1)), x, c1x); c1y = Vector256.FusedMultiplyAdd(Vector256.Create(*(twin + 1)), y, c1y);
                c2x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a + 2)), x, c2x); c2y = Vector256.FusedMultiplyAdd(Vector256.Create(*(twin + 2)), y, c2y);
                a += 144;
                twin += 144;
                p += 32;
            }
            if (open <= 3)
            {
                x = Vector256.Load(p);
                y = Vector256.Load(p + 8);
                e = Vector256.Create(*(a)); c0x = Vector256.FusedMultiplyAdd(e, x, c0x); c0y = Vector256.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a + 1)), x, c1x); c1y = Vector256.FusedMultiplyAdd(Vector256.Create(*(twin + 1)), y, c1y);
                c2x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a + 2)), x, c2x); c2y = Vector256.FusedMultiplyAdd(Vector256.Create(*(twin + 2)), y, c2y);
                e = Vector256.Create(*(a + 3)); c3x = Vector256.FusedMultiplyAdd(e, x, c3x); c3y = Vector256.FusedMultiplyAdd(e, y, c3y);
                a += 144;
                twin += 144;
                p += 32;
            }
            if (open <= 4)
            {
                x = Vector256.Load(p);
                y = Vector256.Load(p + 8);
                e = Vector256.Create(*(a)); c0x = Vector256.FusedMultiplyAdd(e, x, c0x); c0y = Vector256.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a + 1)), x, c1x); c1y = Vector256.FusedMultiplyAdd(Vector256.Create(*(twin + 1)), y, c1y);
                c2x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a + 2)), x, c2x); c2y = Vector256.FusedMultiplyAdd(Vector256.Create(*(twin + 2)), y, c2y);
                e = Vector256.Create(*(a + 3)); c3x = Vector256.FusedMultiplyAdd(e, x, c3x); c3y = Vector256.FusedMultiplyAdd(e, y, c3y);
                c4x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a + 4)), x, c4x); c4y = Vector256.FusedMultiplyAdd(Vector256.Create(*(twin + 4)), y, c4y);
                a += 144;
                twin += 144;
                p += 32;
            }
        Full:
            int n = full;
            for (; n >= 4; n -= 4)
            {
                x = Vector256.Load(p);
                y = Vector256.Load(p + 8);
                e = Vector256.Create(*(a)); c0x = Vector256.FusedMultiplyAdd(e, x, c0x); c0y = Vector256.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a + 1)), x, c1x); c1y = Vector256.FusedMultiplyAdd(Vector256.Create(*(twin + 1)), y, c1y);
                c2x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a + 2)), x, c2x); c2y = Vector256.FusedMultiplyAdd(Vector256.Create(*(twin + 2)), y, c2y);
                e = Vector256.Create(*(a + 3)); c3x = Vector256.FusedMultiplyAdd(e, x, c3x); c3y = Vector256.FusedMultiplyAdd(e, y, c3y);
                c4x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a + 4)), x, c4x); c4y = Vector256.FusedMultiplyAdd(Vector256.Create(*(twin + 4)), y, c4y);
                c5x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a + 5)), x, c5x); c5y = Vector256.FusedMultiplyAdd(Vector256.Create(*(twin + 5)), y, c5y);
                x = Vector256.Load(p + 32);
                y = Vector256.Load(p + 40);
                e = Vector256.Create(*(a + 144)); c0x = Vector256.FusedMultiplyAdd(e, x, c0x); c0y = Vector256.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a + 145)), x, c1x); c1y = Vector256.FusedMultiplyAdd(Vector256.Create(*(twin + 145)), y, c1y);
                c2x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a + 146)), x, c2x); c2y = Vector256.FusedMultiplyAdd(Vector256.Create(*(twin + 146)), y, c2y);
                e = Vector256.Create(*(a + 147)); c3x = Vector256.FusedMultiplyAdd(e, x, c3x); c3y = Vector256.FusedMultiplyAdd(e, y, c3y);
                c4x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a + 148)), x, c4x); c4y = Vector256.FusedMultiplyAdd(Vector256.Create(*(twin + 148)), y, c4y);
                c5x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a + 149)), x, c5x); c5y = Vector256.FusedMultiplyAdd(Vector256.Create(*(twin + 149)), y, c5y);
                x = Vector256.Load(p + 64);
                y = Vector256.Load(p + 72);
                e = Vector256.Create(*(a + 288)); c0x = Vector256.FusedMultiplyAdd(e, x, c0x); c0y = Vector256.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a + 289)), x, c1x); c1y = Vector256.FusedMultiplyAdd(Vector256.Create(*(twin + 289)), y, c1y);
                c2x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a + 290)), x, c2x); c2y = Vector256.FusedMultiplyAdd(Vector256.Create(*(twin + 290)), y, c2y);
                e = Vector256.Create(*(a + 291)); c3x = Vector256.FusedMultiplyAdd(e, x, c3x); c3y = Vector256.FusedMultiplyAdd(e, y, c3y);
                c4x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a + 292)), x, c4x); c4y = Vector256.FusedMultiplyAdd(Vector256.Create(*(twin + 292)), y, c4y);
                c5x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a + 293)), x, c5x); c5y = Vector256.FusedMultiplyAdd(Vector256.Create(*(twin + 293)), y, c5y);
                x = Vector256.Load(p + 96);
                y = Vector256.Load(p + 104);
                e = Vector256.Create(*(a + 432)); c0x = Vector256.FusedMultiplyAdd(e, x, c0x); c0y = Vector256.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a + 433)), x, c1x); c1y = Vector256.FusedMultiplyAdd(Vector256.Create(*(twin + 433)), y, c1y);
                c2x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a + 434)), x, c2x); c2y = Vector256.FusedMultiplyAdd(Vector256.Create(*(twin + 434)), y, c2y);
                e = Vector256.Create(*(a + 435)); c3x = Vector256.FusedMultiplyAdd(e, x, c3x); c3y = Vector256.FusedMultiplyAdd(e, y, c3y);
                c4x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a + 436)), x, c4x); c4y = Vector256.FusedMultiplyAdd(Vector256.Create(*(twin + 436)), y, c4y);
                c5x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a + 437)), x, c5x); c5y = Vector256.FusedMultiplyAdd(Vector256.Create(*(twin + 437)), y, c5y);
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
                x = Vector256.Load(p);
                y = Vector256.Load(p + 8);
                e = Vector256.Create(*(a)); c0x = Vector256.FusedMultiplyAdd(e, x, c0x); c0y = Vector256.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a + 1)), x, c1x); c1y = Vector256.FusedMultiplyAdd(Vector256.Create(*(twin + 1)), y, c1y);
                c2x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a + 2)), x, c2x); c2y = Vector256.FusedMultiplyAdd(Vector256.Create(*(twin + 2)), y, c2y);
                e = Vector256.Create(*(a + 3)); c3x = Vector256.FusedMultiplyAdd(e, x, c3x); c3y = Vector256.FusedMultiplyAdd(e, y, c3y);
                c4x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a + 4)), x, c4x); c4y = Vector256.FusedMultiplyAdd(Vector256.Create(*(twin + 4)), y, c4y);
                c5x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a + 5)), x, c5x); c5y = Vector256.FusedMultiplyAdd(Vector256.Create(*(twin + 5)), y, c5y);
                a += 144;
                twin += 144;
                p += 32;
            }
            if (close < 1)
                goto Done;
            x = Vector256.Load(p);
            y = Vector256.Load(p + 8);
            c1x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a + 1)), x, c1x); c1y = Vector256.FusedMultiplyAdd(Vector256.Create(*(twin + 1)), y, c1y);
            c2x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a + 2)), x, c2x); c2y = Vector256.FusedMultiplyAdd(Vector256.Create(*(twin + 2)), y, c2y);
            e = Vector256.Create(*(a + 3)); c3x = Vector256.FusedMultiplyAdd(e, x, c3x); c3y = Vector256.FusedMultiplyAdd(e, y, c3y);
            c4x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a + 4)), x, c4x); c4y = Vector256.FusedMultiplyAdd(Vector256.Create(*(twin + 4)), y, c4y);
            c5x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a + 5)), x, c5x); c5y = Vector256.FusedMultiplyAdd(Vector256.Create(*(twin + 5)), y, c5y);
            a += 144;
            twin += 144;
            p += 32;
            if (close < 2)
                goto Done;
            x = Vector256.Load(p);
            y = Vector256.Load(p + 8);
            c2x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a + 2)), x, c2x); c2y = Vector256.FusedMultiplyAdd(Vector256.Create(*(twin + 2)), y, c2y);
            e = Vector256.Create(*(a + 3)); c3x = Vector256.FusedMultiplyAdd(e, x, c3x); c3y = Vector256.FusedMultiplyAdd(e, y, c3y);
            c4x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a + 4)), x, c4x); c4y = Vector256.FusedMultiplyAdd(Vector256.Create(*(twin + 4)), y, c4y);
            c5x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a + 5)), x, c5x); c5y = Vector256.FusedMultiplyAdd(Vector256.Create(*(twin + 5)), y, c5y);
            a += 144;
            twin += 144;
            p += 32;
            if (close < 3)
                goto Done;
            x = Vector256.Load(p);
            y = Vector256.Load(p + 8);
            e = Vector256.Create(*(a + 3)); c3x = Vector256.FusedMultiplyAdd(e, x, c3x); c3y = Vector256.FusedMultiplyAdd(e, y, c3y);
            c4x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a + 4)), x, c4x); c4y = Vector256.FusedMultiplyAdd(Vector256.Create(*(twin + 4)), y, c4y);
            c5x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a + 5)), x, c5x); c5y = Vector256.FusedMultiplyAdd(Vector256.Create(*(twin + 5)), y, c5y);
            a += 144;
            twin += 144;
            p += 32;
            if (close < 4)
                goto Done;
            x = Vector256.Load(p);
            y = Vector256.Load(p + 8);
            c4x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a + 4)), x, c4x); c4y = Vector256.FusedMultiplyAdd(Vector256.Create(*(twin + 4)), y, c4y);
            c5x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a + 5)), x, c5x); c5y = Vector256.FusedMultiplyAdd(Vector256.Create(*(twin + 5)), y, c5y);
            a += 144;
            twin += 144;
            p += 32;
            if (close < 5)
                goto Done;
            x = Vector256.Load(p);
            y = Vector256.Load(p + 8);
            c5x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a + 5)), x, c5x); c5y = Vector256.FusedMultiplyAdd(Vector256.Create(*(twin + 5)), y, c5y);
            a += 144;
            twin += 144;
            p += 32;
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

    [MethodImpl(MethodImplOptions.AggressiveOptimization), SkipLocalsInit]
    private static void Shared6(in AttentionTileBand t, float* a, float* twin, float* b, float* c, int steps)
    {
        nint ldb = t.Ldb;
        float* firstA = a, firstTwin = twin;
        nint ldc = t.Ldc;
        for (int columns = t.Columns; columns > 0; columns -= 16)
        {
            a = firstA;
            twin = firstTwin;
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
            for (int n = steps; n > 0; n--, a++, twin++, p += ldb)
            {
                x = Vector256.Load(p);
                y = Vector256.Load(p + 8);
                e = Vector256.Create(*(a)); c0x = Vector256.FusedMultiplyAdd(e, x, c0x); c0y = Vector256.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a + 144)), x, c1x); c1y = Vector256.FusedMultiplyAdd(Vector256.Create(*(twin + 144)), y, c1y);
                c2x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a + 288)), x, c2x); c2y = Vector256.FusedMultiplyAdd(Vector256.Create(*(twin + 288)), y, c2y);
                e = Vector256.Create(*(a + 432)); c3x = Vector256.FusedMultiplyAdd(e, x, c3x); c3y = Vector256.FusedMultiplyAdd(e, y, c3y);
                c4x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a + 576)), x, c4x); c4y = Vector256.FusedMultiplyAdd(Vector256.Create(*(twin + 576)), y, c4y);
                c5x = Vector256.FusedMultiplyAdd(Vector256.Create(*(a + 720)), x, c5x); c5y = Vector256.FusedMultiplyAdd(Vector256.Create(*(twin + 720)), y, c5y);
            }
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
