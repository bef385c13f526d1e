// Written by tools/GenerateAttentionTiles.cs; change that and run it again.
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Hone.Tensors;

/// <summary>Register tiles of 512-bit vectors. 12 x 32: 24 accumulators, 2 vectors of B and 1 of A leave 5 of 32 registers.</summary>
internal readonly unsafe struct AttentionTileAvx512 : IAttentionTile
{
    /// <inheritdoc/>
    public static int MaxRows => 12;

    /// <inheritdoc/>
    public static int Columns => 32;

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
            case 6: Scores6(a, a, pages, c, columns, k, ahead, aheadStride); break;
            case 7: Scores7(a, a, pages, c, columns, k, ahead, aheadStride); break;
            case 8: Scores8(a, a, pages, c, columns, k, ahead, aheadStride); break;
            case 9: Scores9(a, a, pages, c, columns, k, ahead, aheadStride); break;
            case 10: Scores10(a, a, pages, c, columns, k, ahead, aheadStride); break;
            case 11: Scores11(a, a, pages, c, columns, k, ahead, aheadStride); break;
            default: Scores12(a, a, pages, c, columns, k, ahead, aheadStride); break;
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
            case 6: ByRow6(in t, a, a, b, again, c, open, full, close); break;
            case 7: ByRow7(in t, a, a, b, again, c, open, full, close); break;
            case 8: ByRow8(in t, a, a, b, again, c, open, full, close); break;
            case 9: ByRow9(in t, a, a, b, again, c, open, full, close); break;
            case 10: ByRow10(in t, a, a, b, again, c, open, full, close); break;
            case 11: ByRow11(in t, a, a, b, again, c, open, full, close); break;
            default: ByRow12(in t, a, a, b, again, c, open, full, close); break;
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
            case 6: ByColumn6(in t, a, a, b, null, c, open, full, close); break;
            case 7: ByColumn7(in t, a, a, b, null, c, open, full, close); break;
            case 8: ByColumn8(in t, a, a, b, null, c, open, full, close); break;
            case 9: ByColumn9(in t, a, a, b, null, c, open, full, close); break;
            case 10: ByColumn10(in t, a, a, b, null, c, open, full, close); break;
            case 11: ByColumn11(in t, a, a, b, null, c, open, full, close); break;
            default: ByColumn12(in t, a, a, b, null, c, open, full, close); break;
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
            case 6: Shared6(in t, a, a, b, c, steps); break;
            case 7: Shared7(in t, a, a, b, c, steps); break;
            case 8: Shared8(in t, a, a, b, c, steps); break;
            case 9: Shared9(in t, a, a, b, c, steps); break;
            case 10: Shared10(in t, a, a, b, c, steps); break;
            case 11: Shared11(in t, a, a, b, c, steps); break;
            default: Shared12(in t, a, a, b, c, steps); break;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization), SkipLocalsInit]
    private static void Scores1(float* a, float* twin, float** pages, float* c, int columns, int k, byte* ahead, nint aheadStride)
    {
        int column = 0;
        float* firstA = a, firstTwin = twin;
        for (; columns - column > 16; column += 32)
        {
            float* p = pages[column / 32] + (column % 32);
            a = firstA;
            twin = firstTwin;
            Vector512<float> x, y, e;
            Vector512<float> c0x = default, c0y = default;
            int n = k;
            for (; n >= 8; n -= 8)
            {
                x = Vector512.Load(p);
                y = Vector512.Load(p + 16);
                e = Vector512.Create(*(a)); c0x = Vector512.FusedMultiplyAdd(e, x, c0x); c0y = Vector512.FusedMultiplyAdd(e, y, c0y);
                x = Vector512.Load(p + 32);
                y = Vector512.Load(p + 48);
                e = Vector512.Create(*(a + 1)); c0x = Vector512.FusedMultiplyAdd(e, x, c0x); c0y = Vector512.FusedMultiplyAdd(e, y, c0y);
                x = Vector512.Load(p + 64);
                y = Vector512.Load(p + 80);
                e = Vector512.Create(*(a + 2)); c0x = Vector512.FusedMultiplyAdd(e, x, c0x); c0y = Vector512.FusedMultiplyAdd(e, y, c0y);
                x = Vector512.Load(p + 96);
                y = Vector512.Load(p + 112);
                e = Vector512.Create(*(a + 3)); c0x = Vector512.FusedMultiplyAdd(e, x, c0x); c0y = Vector512.FusedMultiplyAdd(e, y, c0y);
                if (Sse.IsSupported)
                {
                    Sse.Prefetch1(ahead);
                    Sse.Prefetch1(ahead + 64);
                }
                ahead += aheadStride;
                x = Vector512.Load(p + 128);
                y = Vector512.Load(p + 144);
                e = Vector512.Create(*(a + 4)); c0x = Vector512.FusedMultiplyAdd(e, x, c0x); c0y = Vector512.FusedMultiplyAdd(e, y, c0y);
                x = Vector512.Load(p + 160);
                y = Vector512.Load(p + 176);
                e = Vector512.Create(*(a + 5)); c0x = Vector512.FusedMultiplyAdd(e, x, c0x); c0y = Vector512.FusedMultiplyAdd(e, y, c0y);
                x = Vector512.Load(p + 192);
                y = Vector512.Load(p + 208);
                e = Vector512.Create(*(a + 6)); c0x = Vector512.FusedMultiplyAdd(e, x, c0x); c0y = Vector512.FusedMultiplyAdd(e, y, c0y);
                x = Vector512.Load(p + 224);
                y = Vector512.Load(p + 240);
                e = Vector512.Create(*(a + 7)); c0x = Vector512.FusedMultiplyAdd(e, x, c0x); c0y = Vector512.FusedMultiplyAdd(e, y, c0y);
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
                x = Vector512.Load(p);
                y = Vector512.Load(p + 16);
                e = Vector512.Create(*(a)); c0x = Vector512.FusedMultiplyAdd(e, x, c0x); c0y = Vector512.FusedMultiplyAdd(e, y, c0y);
                a += 1;
                twin += 1;
                p += 32;
            }
            c0x.Store(c + column); c0y.Store(c + column + 16);
        }
        if (column < columns)
        {
            float* p = pages[column / 32] + (column % 32);
            a = firstA;
            twin = firstTwin;
            Vector512<float> x;
            Vector512<float> c0x = default;
            int n = k;
            for (; n >= 8; n -= 8)
            {
                x = Vector512.Load(p);
                c0x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a)), x, c0x);
                x = Vector512.Load(p + 32);
                c0x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 1)), x, c0x);
                x = Vector512.Load(p + 64);
                c0x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 2)), x, c0x);
                x = Vector512.Load(p + 96);
                c0x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 3)), x, c0x);
                if (Sse.IsSupported)
                {
                    Sse.Prefetch1(ahead);
                    Sse.Prefetch1(ahead + 64);
                }
                ahead += aheadStride;
                x = Vector512.Load(p + 128);
                c0x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 4)), x, c0x);
                x = Vector512.Load(p + 160);
                c0x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 5)), x, c0x);
                x = Vector512.Load(p + 192);
                c0x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 6)), x, c0x);
                x = Vector512.Load(p + 224);
                c0x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 7)), x, c0x);
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
                x = Vector512.Load(p);
                c0x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a)), x, c0x);
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
        for (int columns = t.Columns; columns > 0; columns -= 32)
        {
            a = firstA;
            twin = firstTwin;
            float* p = b;
            Vector512<float> x, y, e;
            Vector512<float> c0x = default, c0y = default;
            if (t.Accumulate)
            {
                c0x = Vector512.Load(c); c0y = Vector512.Load(c + 16);
                if (again is not null)
                {
                    e = Vector512.Create(*(again)); c0x *= e; c0y *= e;
                }
            }
            int n = full;
            for (; n >= 4; n -= 4)
            {
                x = Vector512.Load(p);
                y = Vector512.Load(p + 16);
                e = Vector512.Create(*(a)); c0x = Vector512.FusedMultiplyAdd(e, x, c0x); c0y = Vector512.FusedMultiplyAdd(e, y, c0y);
                x = Vector512.Load(p + 32);
                y = Vector512.Load(p + 48);
                e = Vector512.Create(*(a + 1)); c0x = Vector512.FusedMultiplyAdd(e, x, c0x); c0y = Vector512.FusedMultiplyAdd(e, y, c0y);
                x = Vector512.Load(p + 64);
                y = Vector512.Load(p + 80);
                e = Vector512.Create(*(a + 2)); c0x = Vector512.FusedMultiplyAdd(e, x, c0x); c0y = Vector512.FusedMultiplyAdd(e, y, c0y);
                x = Vector512.Load(p + 96);
                y = Vector512.Load(p + 112);
                e = Vector512.Create(*(a + 3)); c0x = Vector512.FusedMultiplyAdd(e, x, c0x); c0y = Vector512.FusedMultiplyAdd(e, y, c0y);
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
                x = Vector512.Load(p);
                y = Vector512.Load(p + 16);
                e = Vector512.Create(*(a)); c0x = Vector512.FusedMultiplyAdd(e, x, c0x); c0y = Vector512.FusedMultiplyAdd(e, y, c0y);
                a += 1;
                twin += 1;
                p += 32;
            }
            c0x.Store(c); c0y.Store(c + 16);
            b += t.PanelStride;
            c += 32;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization), SkipLocalsInit]
    private static void ByColumn1(in AttentionTileBand t, float* a, float* twin, float* b, float* again, float* c, int open, int full, int close)
    {
        byte* ahead = t.Ahead;
        nint aheadStride = t.AheadStride;
        float* firstA = a, firstTwin = twin;
        nint ldc = t.Ldc;
        for (int columns = t.Columns; columns > 0; columns -= 32)
        {
            a = firstA;
            twin = firstTwin;
            float* p = b;
            Vector512<float> x, y, e;
            Vector512<float> c0x = default, c0y = default;
            if (t.Accumulate)
            {
                c0x = Vector512.Load(c); c0y = Vector512.Load(c + 16);
            }
            int n = full;
            for (; n >= 4; n -= 4)
            {
                x = Vector512.Load(p);
                y = Vector512.Load(p + 16);
                e = Vector512.Create(*(a)); c0x = Vector512.FusedMultiplyAdd(e, x, c0x); c0y = Vector512.FusedMultiplyAdd(e, y, c0y);
                x = Vector512.Load(p + 32);
                y = Vector512.Load(p + 48);
                e = Vector512.Create(*(a + 144)); c0x = Vector512.FusedMultiplyAdd(e, x, c0x); c0y = Vector512.FusedMultiplyAdd(e, y, c0y);
                x = Vector512.Load(p + 64);
                y = Vector512.Load(p + 80);
                e = Vector512.Create(*(a + 288)); c0x = Vector512.FusedMultiplyAdd(e, x, c0x); c0y = Vector512.FusedMultiplyAdd(e, y, c0y);
                x = Vector512.Load(p + 96);
                y = Vector512.Load(p + 112);
                e = Vector512.Create(*(a + 432)); c0x = Vector512.FusedMultiplyAdd(e, x, c0x); c0y = Vector512.FusedMultiplyAdd(e, y, c0y);
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
                x = Vector512.Load(p);
                y = Vector512.Load(p + 16);
                e = Vector512.Create(*(a)); c0x = Vector512.FusedMultiplyAdd(e, x, c0x); c0y = Vector512.FusedMultiplyAdd(e, y, c0y);
                a += 144;
                twin += 144;
                p += 32;
            }
            c0x.Store(c); c0y.Store(c + 16);
            b += t.PanelStride;
            c += 32;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization), SkipLocalsInit]
    private static void Shared1(in AttentionTileBand t, float* a, float* twin, float* b, float* c, int steps)
    {
        nint ldb = t.Ldb;
        float* firstA = a, firstTwin = twin;
        nint ldc = t.Ldc;
        for (int columns = t.Columns; columns > 0; columns -= 32)
        {
            a = firstA;
            twin = firstTwin;
            float* p = b;
            Vector512<float> x, y, e;
            Vector512<float> c0x = default, c0y = default;
            if (t.Accumulate)
            {
                c0x = Vector512.Load(c); c0y = Vector512.Load(c + 16);
            }
            for (int n = steps; n > 0; n--, a++, twin++, p += ldb)
            {
                x = Vector512.Load(p);
                y = Vector512.Load(p + 16);
                e = Vector512.Create(*(a)); c0x = Vector512.FusedMultiplyAdd(e, x, c0x); c0y = Vector512.FusedMultiplyAdd(e, y, c0y);
            }
            c0x.Store(c); c0y.Store(c + 16);
            b += t.PanelStride;
            c += 32;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization), SkipLocalsInit]
    private static void Scores2(float* a, float* twin, float** pages, float* c, int columns, int k, byte* ahead, nint aheadStride)
    {
        int column = 0;
        float* firstA = a, firstTwin = twin;
        for (; columns - column > 16; column += 32)
        {
            float* p = pages[column / 32] + (column % 32);
            a = firstA;
            twin = firstTwin;
            Vector512<float> x, y, e;
            Vector512<float> c0x = default, c0y = default;
            Vector512<float> c1x = default, c1y = default;
            int n = k;
            for (; n >= 8; n -= 8)
            {
                x = Vector512.Load(p);
                y = Vector512.Load(p + 16);
                e = Vector512.Create(*(a)); c0x = Vector512.FusedMultiplyAdd(e, x, c0x); c0y = Vector512.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 8)), x, c1x); c1y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 8)), y, c1y);
                x = Vector512.Load(p + 32);
                y = Vector512.Load(p + 48);
                e = Vector512.Create(*(a + 1)); c0x = Vector512.FusedMultiplyAdd(e, x, c0x); c0y = Vector512.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 9)), x, c1x); c1y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 9)), y, c1y);
                x = Vector512.Load(p + 64);
                y = Vector512.Load(p + 80);
                e = Vector512.Create(*(a + 2)); c0x = Vector512.FusedMultiplyAdd(e, x, c0x); c0y = Vector512.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 10)), x, c1x); c1y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 10)), y, c1y);
                x = Vector512.Load(p + 96);
                y = Vector512.Load(p + 112);
                e = Vector512.Create(*(a + 3)); c0x = Vector512.FusedMultiplyAdd(e, x, c0x); c0y = Vector512.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 11)), x, c1x); c1y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 11)), y, c1y);
                if (Sse.IsSupported)
                {
                    Sse.Prefetch1(ahead);
                    Sse.Prefetch1(ahead + 64);
                }
                ahead += aheadStride;
                x = Vector512.Load(p + 128);
                y = Vector512.Load(p + 144);
                e = Vector512.Create(*(a + 4)); c0x = Vector512.FusedMultiplyAdd(e, x, c0x); c0y = Vector512.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 12)), x, c1x); c1y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 12)), y, c1y);
                x = Vector512.Load(p + 160);
                y = Vector512.Load(p + 176);
                e = Vector512.Create(*(a + 5)); c0x = Vector512.FusedMultiplyAdd(e, x, c0x); c0y = Vector512.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 13)), x, c1x); c1y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 13)), y, c1y);
                x = Vector512.Load(p + 192);
                y = Vector512.Load(p + 208);
                e = Vector512.Create(*(a + 6)); c0x = Vector512.FusedMultiplyAdd(e, x, c0x); c0y = Vector512.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 14)), x, c1x); c1y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 14)), y, c1y);
                x = Vector512.Load(p + 224);
                y = Vector512.Load(p + 240);
                e = Vector512.Create(*(a + 7)); c0x = Vector512.FusedMultiplyAdd(e, x, c0x); c0y = Vector512.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 15)), x, c1x); c1y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 15)), y, c1y);
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
                x = Vector512.Load(p);
                y = Vector512.Load(p + 16);
                e = Vector512.Create(*(a)); c0x = Vector512.FusedMultiplyAdd(e, x, c0x); c0y = Vector512.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 8)), x, c1x); c1y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 8)), y, c1y);
                a += 1;
                twin += 1;
                p += 32;
            }
            c0x.Store(c + column); c0y.Store(c + column + 16);
            c1x.Store(c + column + 144); c1y.Store(c + column + 144 + 16);
        }
        if (column < columns)
        {
            float* p = pages[column / 32] + (column % 32);
            a = firstA;
            twin = firstTwin;
            Vector512<float> x;
            Vector512<float> c0x = default;
            Vector512<float> c1x = default;
            int n = k;
            for (; n >= 8; n -= 8)
            {
                x = Vector512.Load(p);
                c0x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a)), x, c0x);
                c1x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 8)), x, c1x);
                x = Vector512.Load(p + 32);
                c0x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 1)), x, c0x);
                c1x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 9)), x, c1x);
                x = Vector512.Load(p + 64);
                c0x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 2)), x, c0x);
                c1x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 10)), x, c1x);
                x = Vector512.Load(p + 96);
                c0x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 3)), x, c0x);
                c1x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 11)), x, c1x);
                if (Sse.IsSupported)
                {
                    Sse.Prefetch1(ahead);
                    Sse.Prefetch1(ahead + 64);
                }
                ahead += aheadStride;
                x = Vector512.Load(p + 128);
                c0x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 4)), x, c0x);
                c1x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 12)), x, c1x);
                x = Vector512.Load(p + 160);
                c0x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 5)), x, c0x);
                c1x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 13)), x, c1x);
                x = Vector512.Load(p + 192);
                c0x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 6)), x, c0x);
                c1x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 14)), x, c1x);
                x = Vector512.Load(p + 224);
                c0x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 7)), x, c0x);
                c1x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 15)), x, c1x);
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
                x = Vector512.Load(p);
                c0x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a)), x, c0x);
                c1x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 8)), x, c1x);
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
        for (int columns = t.Columns; columns > 0; columns -= 32)
        {
            a = firstA;
            twin = firstTwin;
            float* p = b;
            Vector512<float> x, y, e;
            Vector512<float> c0x = default, c0y = default;
            Vector512<float> c1x = default, c1y = default;
            if (t.Accumulate)
            {
                c0x = Vector512.Load(c); c0y = Vector512.Load(c + 16);
                c1x = Vector512.Load(c + ldc); c1y = Vector512.Load(c + ldc + 16);
                if (again is not null)
                {
                    e = Vector512.Create(*(again)); c0x *= e; c0y *= e;
                    e = Vector512.Create(*(again + 1)); c1x *= e; c1y *= e;
                }
            }
            if (open >= 1)
                goto Full;
            if (open <= 0)
            {
                x = Vector512.Load(p);
                y = Vector512.Load(p + 16);
                e = Vector512.Create(*(a)); c0x = Vector512.FusedMultiplyAdd(e, x, c0x); c0y = Vector512.FusedMultiplyAdd(e, y, c0y);
                a += 1;
                twin += 1;
                p += 32;
            }
        Full:
            int n = full;
            for (; n >= 4; n -= 4)
            {
                x = Vector512.Load(p);
                y = Vector512.Load(p + 16);
                e = Vector512.Create(*(a)); c0x = Vector512.FusedMultiplyAdd(e, x, c0x); c0y = Vector512.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 144)), x, c1x); c1y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 144)), y, c1y);
                x = Vector512.Load(p + 32);
                y = Vector512.Load(p + 48);
                e = Vector512.Create(*(a + 1)); c0x = Vector512.FusedMultiplyAdd(e, x, c0x); c0y = Vector512.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 145)), x, c1x); c1y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 145)), y, c1y);
                x = Vector512.Load(p + 64);
                y = Vector512.Load(p + 80);
                e = Vector512.Create(*(a + 2)); c0x = Vector512.FusedMultiplyAdd(e, x, c0x); c0y = Vector512.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 146)), x, c1x); c1y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 146)), y, c1y);
                x = Vector512.Load(p + 96);
                y = Vector512.Load(p + 112);
                e = Vector512.Create(*(a + 3)); c0x = Vector512.FusedMultiplyAdd(e, x, c0x); c0y = Vector512.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 147)), x, c1x); c1y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 147)), y, c1y);
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
                x = Vector512.Load(p);
                y = Vector512.Load(p + 16);
                e = Vector512.Create(*(a)); c0x = Vector512.FusedMultiplyAdd(e, x, c0x); c0y = Vector512.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 144)), x, c1x); c1y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 144)), y, c1y);
                a += 1;
                twin += 1;
                p += 32;
            }
            if (close < 1)
                goto Done;
            x = Vector512.Load(p);
            y = Vector512.Load(p + 16);
            c1x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 144)), x, c1x); c1y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 144)), y, c1y);
            a += 1;
            twin += 1;
            p += 32;
        Done:
            c0x.Store(c); c0y.Store(c + 16);
            c1x.Store(c + ldc); c1y.Store(c + ldc + 16);
            b += t.PanelStride;
            c += 32;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization), SkipLocalsInit]
    private static void ByColumn2(in AttentionTileBand t, float* a, float* twin, float* b, float* again, float* c, int open, int full, int close)
    {
        byte* ahead = t.Ahead;
        nint aheadStride = t.AheadStride;
        float* firstA = a, firstTwin = twin;
        nint ldc = t.Ldc;
        for (int columns = t.Columns; columns > 0; columns -= 32)
        {
            a = firstA;
            twin = firstTwin;
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
                e = Vector512.Create(*(a)); c0x = Vector512.FusedMultiplyAdd(e, x, c0x); c0y = Vector512.FusedMultiplyAdd(e, y, c0y);
                a += 144;
                twin += 144;
                p += 32;
            }
        Full:
            int n = full;
            for (; n >= 4; n -= 4)
            {
                x = Vector512.Load(p);
                y = Vector512.Load(p + 16);
                e = Vector512.Create(*(a)); c0x = Vector512.FusedMultiplyAdd(e, x, c0x); c0y = Vector512.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 1)), x, c1x); c1y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 1)), y, c1y);
                x = Vector512.Load(p + 32);
                y = Vector512.Load(p + 48);
                e = Vector512.Create(*(a + 144)); c0x = Vector512.FusedMultiplyAdd(e, x, c0x); c0y = Vector512.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 145)), x, c1x); c1y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 145)), y, c1y);
                x = Vector512.Load(p + 64);
                y = Vector512.Load(p + 80);
                e = Vector512.Create(*(a + 288)); c0x = Vector512.FusedMultiplyAdd(e, x, c0x); c0y = Vector512.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 289)), x, c1x); c1y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 289)), y, c1y);
                x = Vector512.Load(p + 96);
                y = Vector512.Load(p + 112);
                e = Vector512.Create(*(a + 432)); c0x = Vector512.FusedMultiplyAdd(e, x, c0x); c0y = Vector512.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 433)), x, c1x); c1y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 433)), y, c1y);
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
                x = Vector512.Load(p);
                y = Vector512.Load(p + 16);
                e = Vector512.Create(*(a)); c0x = Vector512.FusedMultiplyAdd(e, x, c0x); c0y = Vector512.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 1)), x, c1x); c1y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 1)), y, c1y);
                a += 144;
                twin += 144;
                p += 32;
            }
            if (close < 1)
                goto Done;
            x = Vector512.Load(p);
            y = Vector512.Load(p + 16);
            c1x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 1)), x, c1x); c1y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 1)), y, c1y);
            a += 144;
            twin += 144;
            p += 32;
        Done:
            c0x.Store(c); c0y.Store(c + 16);
            c1x.Store(c + ldc); c1y.Store(c + ldc + 16);
            b += t.PanelStride;
            c += 32;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization), SkipLocalsInit]
    private static void Shared2(in AttentionTileBand t, float* a, float* twin, float* b, float* c, int steps)
    {
        nint ldb = t.Ldb;
        float* firstA = a, firstTwin = twin;
        nint ldc = t.Ldc;
        for (int columns = t.Columns; columns > 0; columns -= 32)
        {
            a = firstA;
            twin = firstTwin;
            float* p = b;
            Vector512<float> x, y, e;
            Vector512<float> c0x = default, c0y = default;
            Vector512<float> c1x = default, c1y = default;
            if (t.Accumulate)
            {
                c0x = Vector512.Load(c); c0y = Vector512.Load(c + 16);
                c1x = Vector512.Load(c + ldc); c1y = Vector512.Load(c + ldc + 16);
            }
            for (int n = steps; n > 0; n--, a++, twin++, p += ldb)
            {
                x = Vector512.Load(p);
                y = Vector512.Load(p + 16);
                e = Vector512.Create(*(a)); c0x = Vector512.FusedMultiplyAdd(e, x, c0x); c0y = Vector512.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 144)), x, c1x); c1y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 144)), y, c1y);
            }
            c0x.Store(c); c0y.Store(c + 16);
            c1x.Store(c + ldc); c1y.Store(c + ldc + 16);
            b += t.PanelStride;
            c += 32;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization), SkipLocalsInit]
    private static void Scores3(float* a, float* twin, float** pages, float* c, int columns, int k, byte* ahead, nint aheadStride)
    {
        int column = 0;
        float* firstA = a, firstTwin = twin;
        for (; columns - column > 16; column += 32)
        {
            float* p = pages[column / 32] + (column % 32);
            a = firstA;
            twin = firstTwin;
            Vector512<float> x, y, e;
            Vector512<float> c0x = default, c0y = default;
            Vector512<float> c1x = default, c1y = default;
            Vector512<float> c2x = default, c2y = default;
            int n = k;
            for (; n >= 8; n -= 8)
            {
                x = Vector512.Load(p);
                y = Vector512.Load(p + 16);
                e = Vector512.Create(*(a)); c0x = Vector512.FusedMultiplyAdd(e, x, c0x); c0y = Vector512.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 8)), x, c1x); c1y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 8)), y, c1y);
                c2x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 16)), x, c2x); c2y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 16)), y, c2y);
                x = Vector512.Load(p + 32);
                y = Vector512.Load(p + 48);
                e = Vector512.Create(*(a + 1)); c0x = Vector512.FusedMultiplyAdd(e, x, c0x); c0y = Vector512.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 9)), x, c1x); c1y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 9)), y, c1y);
                c2x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 17)), x, c2x); c2y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 17)), y, c2y);
                x = Vector512.Load(p + 64);
                y = Vector512.Load(p + 80);
                e = Vector512.Create(*(a + 2)); c0x = Vector512.FusedMultiplyAdd(e, x, c0x); c0y = Vector512.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 10)), x, c1x); c1y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 10)), y, c1y);
                c2x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 18)), x, c2x); c2y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 18)), y, c2y);
                x = Vector512.Load(p + 96);
                y = Vector512.Load(p + 112);
                e = Vector512.Create(*(a + 3)); c0x = Vector512.FusedMultiplyAdd(e, x, c0x); c0y = Vector512.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 11)), x, c1x); c1y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 11)), y, c1y);
                c2x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 19)), x, c2x); c2y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 19)), y, c2y);
                if (Sse.IsSupported)
                {
                    Sse.Prefetch1(ahead);
                    Sse.Prefetch1(ahead + 64);
                }
                ahead += aheadStride;
                x = Vector512.Load(p + 128);
                y = Vector512.Load(p + 144);
                e = Vector512.Create(*(a + 4)); c0x = Vector512.FusedMultiplyAdd(e, x, c0x); c0y = Vector512.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 12)), x, c1x); c1y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 12)), y, c1y);
                c2x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 20)), x, c2x); c2y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 20)), y, c2y);
                x = Vector512.Load(p + 160);
                y = Vector512.Load(p + 176);
                e = Vector512.Create(*(a + 5)); c0x = Vector512.FusedMultiplyAdd(e, x, c0x); c0y = Vector512.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 13)), x, c1x); c1y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 13)), y, c1y);
                c2x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 21)), x, c2x); c2y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 21)), y, c2y);
                x = Vector512.Load(p + 192);
                y = Vector512.Load(p + 208);
                e = Vector512.Create(*(a + 6)); c0x = Vector512.FusedMultiplyAdd(e, x, c0x); c0y = Vector512.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 14)), x, c1x); c1y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 14)), y, c1y);
                c2x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 22)), x, c2x); c2y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 22)), y, c2y);
                x = Vector512.Load(p + 224);
                y = Vector512.Load(p + 240);
                e = Vector512.Create(*(a + 7)); c0x = Vector512.FusedMultiplyAdd(e, x, c0x); c0y = Vector512.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 15)), x, c1x); c1y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 15)), y, c1y);
                c2x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 23)), x, c2x); c2y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 23)), y, c2y);
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
                x = Vector512.Load(p);
                y = Vector512.Load(p + 16);
                e = Vector512.Create(*(a)); c0x = Vector512.FusedMultiplyAdd(e, x, c0x); c0y = Vector512.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 8)), x, c1x); c1y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 8)), y, c1y);
                c2x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 16)), x, c2x); c2y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 16)), y, c2y);
                a += 1;
                twin += 1;
                p += 32;
            }
            c0x.Store(c + column); c0y.Store(c + column + 16);
            c1x.Store(c + column + 144); c1y.Store(c + column + 144 + 16);
            c2x.Store(c + column + 288); c2y.Store(c + column + 288 + 16);
        }
        if (column < columns)
        {
            float* p = pages[column / 32] + (column % 32);
            a = firstA;
            twin = firstTwin;
            Vector512<float> x;
            Vector512<float> c0x = default;
            Vector512<float> c1x = default;
            Vector512<float> c2x = default;
            int n = k;
            for (; n >= 8; n -= 8)
            {
                x = Vector512.Load(p);
                c0x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a)), x, c0x);
                c1x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 8)), x, c1x);
                c2x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 16)), x, c2x);
                x = Vector512.Load(p + 32);
                c0x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 1)), x, c0x);
                c1x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 9)), x, c1x);
                c2x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 17)), x, c2x);
                x = Vector512.Load(p + 64);
                c0x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 2)), x, c0x);
                c1x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 10)), x, c1x);
                c2x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 18)), x, c2x);
                x = Vector512.Load(p + 96);
                c0x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 3)), x, c0x);
                c1x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 11)), x, c1x);
                c2x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 19)), x, c2x);
                if (Sse.IsSupported)
                {
                    Sse.Prefetch1(ahead);
                    Sse.Prefetch1(ahead + 64);
                }
                ahead += aheadStride;
                x = Vector512.Load(p + 128);
                c0x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 4)), x, c0x);
                c1x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 12)), x, c1x);
                c2x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 20)), x, c2x);
                x = Vector512.Load(p + 160);
                c0x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 5)), x, c0x);
                c1x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 13)), x, c1x);
                c2x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 21)), x, c2x);
                x = Vector512.Load(p + 192);
                c0x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 6)), x, c0x);
                c1x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 14)), x, c1x);
                c2x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 22)), x, c2x);
                x = Vector512.Load(p + 224);
                c0x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 7)), x, c0x);
                c1x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 15)), x, c1x);
                c2x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 23)), x, c2x);
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
                x = Vector512.Load(p);
                c0x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a)), x, c0x);
                c1x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 8)), x, c1x);
                c2x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 16)), x, c2x);
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
        for (int columns = t.Columns; columns > 0; columns -= 32)
        {
            a = firstA;
            twin = firstTwin;
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
                if (again is not null)
                {
                    e = Vector512.Create(*(again)); c0x *= e; c0y *= e;
                    e = Vector512.Create(*(again + 1)); c1x *= e; c1y *= e;
                    e = Vector512.Create(*(again + 2)); c2x *= e; c2y *= e;
                }
            }
            if (open >= 2)
                goto Full;
            if (open <= 0)
            {
                x = Vector512.Load(p);
                y = Vector512.Load(p + 16);
                e = Vector512.Create(*(a)); c0x = Vector512.FusedMultiplyAdd(e, x, c0x); c0y = Vector512.FusedMultiplyAdd(e, y, c0y);
                a += 1;
                twin += 1;
                p += 32;
            }
            if (open <= 1)
            {
                x = Vector512.Load(p);
                y = Vector512.Load(p + 16);
                e = Vector512.Create(*(a)); c0x = Vector512.FusedMultiplyAdd(e, x, c0x); c0y = Vector512.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 144)), x, c1x); c1y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 144)), y, c1y);
                a += 1;
                twin += 1;
                p += 32;
            }
        Full:
            int n = full;
            for (; n >= 4; n -= 4)
            {
                x = Vector512.Load(p);
                y = Vector512.Load(p + 16);
                e = Vector512.Create(*(a)); c0x = Vector512.FusedMultiplyAdd(e, x, c0x); c0y = Vector512.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 144)), x, c1x); c1y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 144)), y, c1y);
                c2x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 288)), x, c2x); c2y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 288)), y, c2y);
                x = Vector512.Load(p + 32);
                y = Vector512.Load(p + 48);
                e = Vector512.Create(*(a + 1)); c0x = Vector512.FusedMultiplyAdd(e, x, c0x); c0y = Vector512.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 145)), x, c1x); c1y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 145)), y, c1y);
                c2x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 289)), x, c2x); c2y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 289)), y, c2y);
                x = Vector512.Load(p + 64);
                y = Vector512.Load(p + 80);
                e = Vector512.Create(*(a + 2)); c0x = Vector512.FusedMultiplyAdd(e, x, c0x); c0y = Vector512.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 146)), x, c1x); c1y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 146)), y, c1y);
                c2x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 290)), x, c2x); c2y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 290)), y, c2y);
                x = Vector512.Load(p + 96);
                y = Vector512.Load(p + 112);
                e = Vector512.Create(*(a + 3)); c0x = Vector512.FusedMultiplyAdd(e, x, c0x); c0y = Vector512.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 147)), x, c1x); c1y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 147)), y, c1y);
                c2x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 291)), x, c2x); c2y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 291)), y, c2y);
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
                x = Vector512.Load(p);
                y = Vector512.Load(p + 16);
                e = Vector512.Create(*(a)); c0x = Vector512.FusedMultiplyAdd(e, x, c0x); c0y = Vector512.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 144)), x, c1x); c1y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 144)), y, c1y);
                c2x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 288)), x, c2x); c2y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 288)), y, c2y);
                a += 1;
                twin += 1;
                p += 32;
            }
            if (close < 1)
                goto Done;
            x = Vector512.Load(p);
            y = Vector512.Load(p + 16);
            c1x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 144)), x, c1x); c1y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 144)), y, c1y);
            c2x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 288)), x, c2x); c2y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 288)), y, c2y);
            a += 1;
            twin += 1;
            p += 32;
            if (close < 2)
                goto Done;
            x = Vector512.Load(p);
            y = Vector512.Load(p + 16);
            c2x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 288)), x, c2x); c2y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 288)), y, c2y);
            a += 1;
            twin += 1;
            p += 32;
        Done:
            c0x.Store(c); c0y.Store(c + 16);
            c1x.Store(c + ldc); c1y.Store(c + ldc + 16);
            c2x.Store(c + (2 * ldc)); c2y.Store(c + (2 * ldc) + 16);
            b += t.PanelStride;
            c += 32;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization), SkipLocalsInit]
    private static void ByColumn3(in AttentionTileBand t, float* a, float* twin, float* b, float* again, float* c, int open, int full, int close)
    {
        byte* ahead = t.Ahead;
        nint aheadStride = t.AheadStride;
        float* firstA = a, firstTwin = twin;
        nint ldc = t.Ldc;
        for (int columns = t.Columns; columns > 0; columns -= 32)
        {
            a = firstA;
            twin = firstTwin;
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
                e = Vector512.Create(*(a)); c0x = Vector512.FusedMultiplyAdd(e, x, c0x); c0y = Vector512.FusedMultiplyAdd(e, y, c0y);
                a += 144;
                twin += 144;
                p += 32;
            }
            if (open <= 1)
            {
                x = Vector512.Load(p);
                y = Vector512.Load(p + 16);
                e = Vector512.Create(*(a)); c0x = Vector512.FusedMultiplyAdd(e, x, c0x); c0y = Vector512.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 1)), x, c1x); c1y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 1)), y, c1y);
                a += 144;
                twin += 144;
                p += 32;
            }
        Full:
            int n = full;
            for (; n >= 4; n -= 4)
            {
                x = Vector512.Load(p);
                y = Vector512.Load(p + 16);
                e = Vector512.Create(*(a)); c0x = Vector512.FusedMultiplyAdd(e, x, c0x); c0y = Vector512.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 1)), x, c1x); c1y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 1)), y, c1y);
                c2x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 2)), x, c2x); c2y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 2)), y, c2y);
                x = Vector512.Load(p + 32);
                y = Vector512.Load(p + 48);
                e = Vector512.Create(*(a + 144)); c0x = Vector512.FusedMultiplyAdd(e, x, c0x); c0y = Vector512.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 145)), x, c1x); c1y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 145)), y, c1y);
                c2x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 146)), x, c2x); c2y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 146)), y, c2y);
                x = Vector512.Load(p + 64);
                y = Vector512.Load(p + 80);
                e = Vector512.Create(*(a + 288)); c0x = Vector512.FusedMultiplyAdd(e, x, c0x); c0y = Vector512.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 289)), x, c1x); c1y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 289)), y, c1y);
                c2x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 290)), x, c2x); c2y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 290)), y, c2y);
                x = Vector512.Load(p + 96);
                y = Vector512.Load(p + 112);
                e = Vector512.Create(*(a + 432)); c0x = Vector512.FusedMultiplyAdd(e, x, c0x); c0y = Vector512.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 433)), x, c1x); c1y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 433)), y, c1y);
                c2x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 434)), x, c2x); c2y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 434)), y, c2y);
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
                x = Vector512.Load(p);
                y = Vector512.Load(p + 16);
                e = Vector512.Create(*(a)); c0x = Vector512.FusedMultiplyAdd(e, x, c0x); c0y = Vector512.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 1)), x, c1x); c1y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 1)), y, c1y);
                c2x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 2)), x, c2x); c2y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 2)), y, c2y);
                a += 144;
                twin += 144;
                p += 32;
            }
            if (close < 1)
                goto Done;
            x = Vector512.Load(p);
            y = Vector512.Load(p + 16);
            c1x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 1)), x, c1x); c1y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 1)), y, c1y);
            c2x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 2)), x, c2x); c2y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 2)), y, c2y);
            a += 144;
            twin += 144;
            p += 32;
            if (close < 2)
                goto Done;
            x = Vector512.Load(p);
            y = Vector512.Load(p + 16);
            c2x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 2)), x, c2x); c2y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 2)), y, c2y);
            a += 144;
            twin += 144;
            p += 32;
        Done:
            c0x.Store(c); c0y.Store(c + 16);
            c1x.Store(c + ldc); c1y.Store(c + ldc + 16);
            c2x.Store(c + (2 * ldc)); c2y.Store(c + (2 * ldc) + 16);
            b += t.PanelStride;
            c += 32;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization), SkipLocalsInit]
    private static void Shared3(in AttentionTileBand t, float* a, float* twin, float* b, float* c, int steps)
    {
        nint ldb = t.Ldb;
        float* firstA = a, firstTwin = twin;
        nint ldc = t.Ldc;
        for (int columns = t.Columns; columns > 0; columns -= 32)
        {
            a = firstA;
            twin = firstTwin;
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
            for (int n = steps; n > 0; n--, a++, twin++, p += ldb)
            {
                x = Vector512.Load(p);
                y = Vector512.Load(p + 16);
                e = Vector512.Create(*(a)); c0x = Vector512.FusedMultiplyAdd(e, x, c0x); c0y = Vector512.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 144)), x, c1x); c1y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 144)), y, c1y);
                c2x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 288)), x, c2x); c2y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 288)), y, c2y);
            }
            c0x.Store(c); c0y.Store(c + 16);
            c1x.Store(c + ldc); c1y.Store(c + ldc + 16);
            c2x.Store(c + (2 * ldc)); c2y.Store(c + (2 * ldc) + 16);
            b += t.PanelStride;
            c += 32;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization), SkipLocalsInit]
    private static void Scores4(float* a, float* twin, float** pages, float* c, int columns, int k, byte* ahead, nint aheadStride)
    {
        int column = 0;
        float* firstA = a, firstTwin = twin;
        for (; columns - column > 16; column += 32)
        {
            float* p = pages[column / 32] + (column % 32);
            a = firstA;
            twin = firstTwin;
            Vector512<float> x, y, e;
            Vector512<float> c0x = default, c0y = default;
            Vector512<float> c1x = default, c1y = default;
            Vector512<float> c2x = default, c2y = default;
            Vector512<float> c3x = default, c3y = default;
            int n = k;
            for (; n >= 8; n -= 8)
            {
                x = Vector512.Load(p);
                y = Vector512.Load(p + 16);
                e = Vector512.Create(*(a)); c0x = Vector512.FusedMultiplyAdd(e, x, c0x); c0y = Vector512.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 8)), x, c1x); c1y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 8)), y, c1y);
                c2x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 16)), x, c2x); c2y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 16)), y, c2y);
                e = Vector512.Create(*(a + 24)); c3x = Vector512.FusedMultiplyAdd(e, x, c3x); c3y = Vector512.FusedMultiplyAdd(e, y, c3y);
                x = Vector512.Load(p + 32);
                y = Vector512.Load(p + 48);
                e = Vector512.Create(*(a + 1)); c0x = Vector512.FusedMultiplyAdd(e, x, c0x); c0y = Vector512.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 9)), x, c1x); c1y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 9)), y, c1y);
                c2x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 17)), x, c2x); c2y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 17)), y, c2y);
                e = Vector512.Create(*(a + 25)); c3x = Vector512.FusedMultiplyAdd(e, x, c3x); c3y = Vector512.FusedMultiplyAdd(e, y, c3y);
                x = Vector512.Load(p + 64);
                y = Vector512.Load(p + 80);
                e = Vector512.Create(*(a + 2)); c0x = Vector512.FusedMultiplyAdd(e, x, c0x); c0y = Vector512.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 10)), x, c1x); c1y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 10)), y, c1y);
                c2x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 18)), x, c2x); c2y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 18)), y, c2y);
                e = Vector512.Create(*(a + 26)); c3x = Vector512.FusedMultiplyAdd(e, x, c3x); c3y = Vector512.FusedMultiplyAdd(e, y, c3y);
                x = Vector512.Load(p + 96);
                y = Vector512.Load(p + 112);
                e = Vector512.Create(*(a + 3)); c0x = Vector512.FusedMultiplyAdd(e, x, c0x); c0y = Vector512.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 11)), x, c1x); c1y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 11)), y, c1y);
                c2x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 19)), x, c2x); c2y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 19)), y, c2y);
                e = Vector512.Create(*(a + 27)); c3x = Vector512.FusedMultiplyAdd(e, x, c3x); c3y = Vector512.FusedMultiplyAdd(e, y, c3y);
                if (Sse.IsSupported)
                {
                    Sse.Prefetch1(ahead);
                    Sse.Prefetch1(ahead + 64);
                }
                ahead += aheadStride;
                x = Vector512.Load(p + 128);
                y = Vector512.Load(p + 144);
                e = Vector512.Create(*(a + 4)); c0x = Vector512.FusedMultiplyAdd(e, x, c0x); c0y = Vector512.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 12)), x, c1x); c1y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 12)), y, c1y);
                c2x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 20)), x, c2x); c2y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 20)), y, c2y);
                e = Vector512.Create(*(a + 28)); c3x = Vector512.FusedMultiplyAdd(e, x, c3x); c3y = Vector512.FusedMultiplyAdd(e, y, c3y);
                x = Vector512.Load(p + 160);
                y = Vector512.Load(p + 176);
                e = Vector512.Create(*(a + 5)); c0x = Vector512.FusedMultiplyAdd(e, x, c0x); c0y = Vector512.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 13)), x, c1x); c1y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 13)), y, c1y);
                c2x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 21)), x, c2x); c2y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 21)), y, c2y);
                e = Vector512.Create(*(a + 29)); c3x = Vector512.FusedMultiplyAdd(e, x, c3x); c3y = Vector512.FusedMultiplyAdd(e, y, c3y);
                x = Vector512.Load(p + 192);
                y = Vector512.Load(p + 208);
                e = Vector512.Create(*(a + 6)); c0x = Vector512.FusedMultiplyAdd(e, x, c0x); c0y = Vector512.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 14)), x, c1x); c1y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 14)), y, c1y);
                c2x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 22)), x, c2x); c2y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 22)), y, c2y);
                e = Vector512.Create(*(a + 30)); c3x = Vector512.FusedMultiplyAdd(e, x, c3x); c3y = Vector512.FusedMultiplyAdd(e, y, c3y);
                x = Vector512.Load(p + 224);
                y = Vector512.Load(p + 240);
                e = Vector512.Create(*(a + 7)); c0x = Vector512.FusedMultiplyAdd(e, x, c0x); c0y = Vector512.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 15)), x, c1x); c1y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 15)), y, c1y);
                c2x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 23)), x, c2x); c2y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 23)), y, c2y);
                e = Vector512.Create(*(a + 31)); c3x = Vector512.FusedMultiplyAdd(e, x, c3x); c3y = Vector512.FusedMultiplyAdd(e, y, c3y);
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
                x = Vector512.Load(p);
                y = Vector512.Load(p + 16);
                e = Vector512.Create(*(a)); c0x = Vector512.FusedMultiplyAdd(e, x, c0x); c0y = Vector512.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 8)), x, c1x); c1y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 8)), y, c1y);
                c2x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 16)), x, c2x); c2y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 16)), y, c2y);
                e = Vector512.Create(*(a + 24)); c3x = Vector512.FusedMultiplyAdd(e, x, c3x); c3y = Vector512.FusedMultiplyAdd(e, y, c3y);
                a += 1;
                twin += 1;
                p += 32;
            }
            c0x.Store(c + column); c0y.Store(c + column + 16);
            c1x.Store(c + column + 144); c1y.Store(c + column + 144 + 16);
            c2x.Store(c + column + 288); c2y.Store(c + column + 288 + 16);
            c3x.Store(c + column + 432); c3y.Store(c + column + 432 + 16);
        }
        if (column < columns)
        {
            float* p = pages[column / 32] + (column % 32);
            a = firstA;
            twin = firstTwin;
            Vector512<float> x;
            Vector512<float> c0x = default;
            Vector512<float> c1x = default;
            Vector512<float> c2x = default;
            Vector512<float> c3x = default;
            int n = k;
            for (; n >= 8; n -= 8)
            {
                x = Vector512.Load(p);
                c0x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a)), x, c0x);
                c1x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 8)), x, c1x);
                c2x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 16)), x, c2x);
                c3x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 24)), x, c3x);
                x = Vector512.Load(p + 32);
                c0x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 1)), x, c0x);
                c1x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 9)), x, c1x);
                c2x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 17)), x, c2x);
                c3x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 25)), x, c3x);
                x = Vector512.Load(p + 64);
                c0x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 2)), x, c0x);
                c1x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 10)), x, c1x);
                c2x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 18)), x, c2x);
                c3x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 26)), x, c3x);
                x = Vector512.Load(p + 96);
                c0x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 3)), x, c0x);
                c1x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 11)), x, c1x);
                c2x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 19)), x, c2x);
                c3x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 27)), x, c3x);
                if (Sse.IsSupported)
                {
                    Sse.Prefetch1(ahead);
                    Sse.Prefetch1(ahead + 64);
                }
                ahead += aheadStride;
                x = Vector512.Load(p + 128);
                c0x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 4)), x, c0x);
                c1x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 12)), x, c1x);
                c2x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 20)), x, c2x);
                c3x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 28)), x, c3x);
                x = Vector512.Load(p + 160);
                c0x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 5)), x, c0x);
                c1x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 13)), x, c1x);
                c2x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 21)), x, c2x);
                c3x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 29)), x, c3x);
                x = Vector512.Load(p + 192);
                c0x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 6)), x, c0x);
                c1x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 14)), x, c1x);
                c2x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 22)), x, c2x);
                c3x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 30)), x, c3x);
                x = Vector512.Load(p + 224);
                c0x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 7)), x, c0x);
                c1x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 15)), x, c1x);
                c2x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 23)), x, c2x);
                c3x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 31)), x, c3x);
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
                x = Vector512.Load(p);
                c0x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a)), x, c0x);
                c1x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 8)), x, c1x);
                c2x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 16)), x, c2x);
                c3x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 24)), x, c3x);
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
        for (int columns = t.Columns; columns > 0; columns -= 32)
        {
            a = firstA;
            twin = firstTwin;
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
                if (again is not null)
                {
                    e = Vector512.Create(*(again)); c0x *= e; c0y *= e;
                    e = Vector512.Create(*(again + 1)); c1x *= e; c1y *= e;
                    e = Vector512.Create(*(again + 2)); c2x *= e; c2y *= e;
                    e = Vector512.Create(*(again + 3)); c3x *= e; c3y *= e;
                }
            }
            if (open >= 3)
                goto Full;
            if (open <= 0)
            {
                x = Vector512.Load(p);
                y = Vector512.Load(p + 16);
                e = Vector512.Create(*(a)); c0x = Vector512.FusedMultiplyAdd(e, x, c0x); c0y = Vector512.FusedMultiplyAdd(e, y, c0y);
                a += 1;
                twin += 1;
                p += 32;
            }
            if (open <= 1)
            {
                x = Vector512.Load(p);
                y = Vector512.Load(p + 16);
                e = Vector512.Create(*(a)); c0x = Vector512.FusedMultiplyAdd(e, x, c0x); c0y = Vector512.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 144)), x, c1x); c1y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 144)), y, c1y);
                a += 1;
                twin += 1;
                p += 32;
            }
            if (open <= 2)
            {
                x = Vector512.Load(p);
                y = Vector512.Load(p + 16);
                e = Vector512.Create(*(a)); c0x = Vector512.FusedMultiplyAdd(e, x, c0x); c0y = Vector512.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 144)), x, c1x); c1y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 144)), y, c1y);
                c2x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 288)), x, c2x); c2y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 288)), y, c2y);
                a += 1;
                twin += 1;
                p += 32;
            }
        Full:
            int n = full;
            for (; n >= 4; n -= 4)
            {
                x = Vector512.Load(p);
                y = Vector512.Load(p + 16);
                e = Vector512.Create(*(a)); c0x = Vector512.FusedMultiplyAdd(e, x, c0x); c0y = Vector512.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 144)), x, c1x); c1y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 144)), y, c1y);
                c2x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 288)), x, c2x); c2y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 288)), y, c2y);
                e = Vector512.Create(*(a + 432)); c3x = Vector512.FusedMultiplyAdd(e, x, c3x); c3y = Vector512.FusedMultiplyAdd(e, y, c3y);
                x = Vector512.Load(p + 32);
                y = Vector512.Load(p + 48);
                e = Vector512.Create(*(a + 1)); c0x = Vector512.FusedMultiplyAdd(e, x, c0x); c0y = Vector512.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 145)), x, c1x); c1y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 145)), y, c1y);
                c2x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 289)), x, c2x); c2y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 289)), y, c2y);
                e = Vector512.Create(*(a + 433)); c3x = Vector512.FusedMultiplyAdd(e, x, c3x); c3y = Vector512.FusedMultiplyAdd(e, y, c3y);
                x = Vector512.Load(p + 64);
                y = Vector512.Load(p + 80);
                e = Vector512.Create(*(a + 2)); c0x = Vector512.FusedMultiplyAdd(e, x, c0x); c0y = Vector512.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 146)), x, c1x); c1y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 146)), y, c1y);
                c2x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 290)), x, c2x); c2y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 290)), y, c2y);
                e = Vector512.Create(*(a + 434)); c3x = Vector512.FusedMultiplyAdd(e, x, c3x); c3y = Vector512.FusedMultiplyAdd(e, y, c3y);
                x = Vector512.Load(p + 96);
                y = Vector512.Load(p + 112);
                e = Vector512.Create(*(a + 3)); c0x = Vector512.FusedMultiplyAdd(e, x, c0x); c0y = Vector512.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 147)), x, c1x); c1y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 147)), y, c1y);
                c2x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 291)), x, c2x); c2y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 291)), y, c2y);
                e = Vector512.Create(*(a + 435)); c3x = Vector512.FusedMultiplyAdd(e, x, c3x); c3y = Vector512.FusedMultiplyAdd(e, y, c3y);
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
                x = Vector512.Load(p);
                y = Vector512.Load(p + 16);
                e = Vector512.Create(*(a)); c0x = Vector512.FusedMultiplyAdd(e, x, c0x); c0y = Vector512.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 144)), x, c1x); c1y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 144)), y, c1y);
                c2x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 288)), x, c2x); c2y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 288)), y, c2y);
                e = Vector512.Create(*(a + 432)); c3x = Vector512.FusedMultiplyAdd(e, x, c3x); c3y = Vector512.FusedMultiplyAdd(e, y, c3y);
                a += 1;
                twin += 1;
                p += 32;
            }
            if (close < 1)
                goto Done;
            x = Vector512.Load(p);
            y = Vector512.Load(p + 16);
            c1x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 144)), x, c1x); c1y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 144)), y, c1y);
            c2x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 288)), x, c2x); c2y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 288)), y, c2y);
            e = Vector512.Create(*(a + 432)); c3x = Vector512.FusedMultiplyAdd(e, x, c3x); c3y = Vector512.FusedMultiplyAdd(e, y, c3y);
            a += 1;
            twin += 1;
            p += 32;
            if (close < 2)
                goto Done;
            x = Vector512.Load(p);
            y = Vector512.Load(p + 16);
            c2x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 288)), x, c2x); c2y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 288)), y, c2y);
            e = Vector512.Create(*(a + 432)); c3x = Vector512.FusedMultiplyAdd(e, x, c3x); c3y = Vector512.FusedMultiplyAdd(e, y, c3y);
            a += 1;
            twin += 1;
            p += 32;
            if (close < 3)
                goto Done;
            x = Vector512.Load(p);
            y = Vector512.Load(p + 16);
            e = Vector512.Create(*(a + 432)); c3x = Vector512.FusedMultiplyAdd(e, x, c3x); c3y = Vector512.FusedMultiplyAdd(e, y, c3y);
            a += 1;
            twin += 1;
            p += 32;
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
    private static void ByColumn4(in AttentionTileBand t, float* a, float* twin, float* b, float* again, float* c, int open, int full, int close)
    {
        byte* ahead = t.Ahead;
        nint aheadStride = t.AheadStride;
        float* firstA = a, firstTwin = twin;
        nint ldc = t.Ldc;
        for (int columns = t.Columns; columns > 0; columns -= 32)
        {
            a = firstA;
            twin = firstTwin;
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
                e = Vector512.Create(*(a)); c0x = Vector512.FusedMultiplyAdd(e, x, c0x); c0y = Vector512.FusedMultiplyAdd(e, y, c0y);
                a += 144;
                twin += 144;
                p += 32;
            }
            if (open <= 1)
            {
                x = Vector512.Load(p);
                y = Vector512.Load(p + 16);
                e = Vector512.Create(*(a)); c0x = Vector512.FusedMultiplyAdd(e, x, c0x); c0y = Vector512.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 1)), x, c1x); c1y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 1)), y, c1y);
                a += 144;
                twin += 144;
                p += 32;
            }
            if (open <= 2)
            {
                x = Vector512.Load(p);
                y = Vector512.Load(p + 16);
                e = Vector512.Create(*(a)); c0x = Vector512.FusedMultiplyAdd(e, x, c0x); c0y = Vector512.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 1)), x, c1x); c1y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 1)), y, c1y);
                c2x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 2)), x, c2x); c2y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 2)), y, c2y);
                a += 144;
                twin += 144;
                p += 32;
            }
        Full:
            int n = full;
            for (; n >= 4; n -= 4)
            {
                x = Vector512.Load(p);
                y = Vector512.Load(p + 16);
                e = Vector512.Create(*(a)); c0x = Vector512.FusedMultiplyAdd(e, x, c0x); c0y = Vector512.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 1)), x, c1x); c1y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 1)), y, c1y);
                c2x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 2)), x, c2x); c2y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 2)), y, c2y);
                e = Vector512.Create(*(a + 3)); c3x = Vector512.FusedMultiplyAdd(e, x, c3x); c3y = Vector512.FusedMultiplyAdd(e, y, c3y);
                x = Vector512.Load(p + 32);
                y = Vector512.Load(p + 48);
                e = Vector512.Create(*(a + 144)); c0x = Vector512.FusedMultiplyAdd(e, x, c0x); c0y = Vector512.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 145)), x, c1x); c1y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 145)), y, c1y);
                c2x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 146)), x, c2x); c2y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 146)), y, c2y);
                e = Vector512.Create(*(a + 147)); c3x = Vector512.FusedMultiplyAdd(e, x, c3x); c3y = Vector512.FusedMultiplyAdd(e, y, c3y);
                x = Vector512.Load(p + 64);
                y = Vector512.Load(p + 80);
                e = Vector512.Create(*(a + 288)); c0x = Vector512.FusedMultiplyAdd(e, x, c0x); c0y = Vector512.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 289)), x, c1x); c1y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 289)), y, c1y);
                c2x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 290)), x, c2x); c2y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 290)), y, c2y);
                e = Vector512.Create(*(a + 291)); c3x = Vector512.FusedMultiplyAdd(e, x, c3x); c3y = Vector512.FusedMultiplyAdd(e, y, c3y);
                x = Vector512.Load(p + 96);
                y = Vector512.Load(p + 112);
                e = Vector512.Create(*(a + 432)); c0x = Vector512.FusedMultiplyAdd(e, x, c0x); c0y = Vector512.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 433)), x, c1x); c1y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 433)), y, c1y);
                c2x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 434)), x, c2x); c2y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 434)), y, c2y);
                e = Vector512.Create(*(a + 435)); c3x = Vector512.FusedMultiplyAdd(e, x, c3x); c3y = Vector512.FusedMultiplyAdd(e, y, c3y);
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
                x = Vector512.Load(p);
                y = Vector512.Load(p + 16);
                e = Vector512.Create(*(a)); c0x = Vector512.FusedMultiplyAdd(e, x, c0x); c0y = Vector512.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 1)), x, c1x); c1y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 1)), y, c1y);
                c2x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 2)), x, c2x); c2y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 2)), y, c2y);
                e = Vector512.Create(*(a + 3)); c3x = Vector512.FusedMultiplyAdd(e, x, c3x); c3y = Vector512.FusedMultiplyAdd(e, y, c3y);
                a += 144;
                twin += 144;
                p += 32;
            }
            if (close < 1)
                goto Done;
            x = Vector512.Load(p);
            y = Vector512.Load(p + 16);
            c1x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 1)), x, c1x); c1y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 1)), y, c1y);
            c2x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 2)), x, c2x); c2y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 2)), y, c2y);
            e = Vector512.Create(*(a + 3)); c3x = Vector512.FusedMultiplyAdd(e, x, c3x); c3y = Vector512.FusedMultiplyAdd(e, y, c3y);
            a += 144;
            twin += 144;
            p += 32;
            if (close < 2)
                goto Done;
            x = Vector512.Load(p);
            y = Vector512.Load(p + 16);
            c2x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 2)), x, c2x); c2y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 2)), y, c2y);
            e = Vector512.Create(*(a + 3)); c3x = Vector512.FusedMultiplyAdd(e, x, c3x); c3y = Vector512.FusedMultiplyAdd(e, y, c3y);
            a += 144;
            twin += 144;
            p += 32;
            if (close < 3)
                goto Done;
            x = Vector512.Load(p);
            y = Vector512.Load(p + 16);
            e = Vector512.Create(*(a + 3)); c3x = Vector512.FusedMultiplyAdd(e, x, c3x); c3y = Vector512.FusedMultiplyAdd(e, y, c3y);
            a += 144;
            twin += 144;
            p += 32;
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
    private static void Shared4(in AttentionTileBand t, float* a, float* twin, float* b, float* c, int steps)
    {
        nint ldb = t.Ldb;
        float* firstA = a, firstTwin = twin;
        nint ldc = t.Ldc;
        for (int columns = t.Columns; columns > 0; columns -= 32)
        {
            a = firstA;
            twin = firstTwin;
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
            for (int n = steps; n > 0; n--, a++, twin++, p += ldb)
            {
                x = Vector512.Load(p);
                y = Vector512.Load(p + 16);
                e = Vector512.Create(*(a)); c0x = Vector512.FusedMultiplyAdd(e, x, c0x); c0y = Vector512.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 144)), x, c1x); c1y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 144)), y, c1y);
                c2x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 288)), x, c2x); c2y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 288)), y, c2y);
                e = Vector512.Create(*(a + 432)); c3x = Vector512.FusedMultiplyAdd(e, x, c3x); c3y = Vector512.FusedMultiplyAdd(e, y, c3y);
            }
            c0x.Store(c); c0y.Store(c + 16);
            c1x.Store(c + ldc); c1y.Store(c + ldc + 16);
            c2x.Store(c + (2 * ldc)); c2y.Store(c + (2 * ldc) + 16);
            c3x.Store(c + (3 * ldc)); c3y.Store(c + (3 * ldc) + 16);
            b += t.PanelStride;
            c += 32;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization), SkipLocalsInit]
    private static void Scores5(float* a, float* twin, float** pages, float* c, int columns, int k, byte* ahead, nint aheadStride)
    {
        int column = 0;
        float* firstA = a, firstTwin = twin;
        for (; columns - column > 16; column += 32)
        {
            float* p = pages[column / 32] + (column % 32);
            a = firstA;
            twin = firstTwin;
            Vector512<float> x, y, e;
            Vector512<float> c0x = default, c0y = default;
            Vector512<float> c1x = default, c1y = default;
            Vector512<float> c2x = default, c2y = default;
            Vector512<float> c3x = default, c3y = default;
            Vector512<float> c4x = default, c4y = default;
            int n = k;
            for (; n >= 8; n -= 8)
            {
                x = Vector512.Load(p);
                y = Vector512.Load(p + 16);
                e = Vector512.Create(*(a)); c0x = Vector512.FusedMultiplyAdd(e, x, c0x); c0y = Vector512.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 8)), x, c1x); c1y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 8)), y, c1y);
                c2x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 16)), x, c2x); c2y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 16)), y, c2y);
                e = Vector512.Create(*(a + 24)); c3x = Vector512.FusedMultiplyAdd(e, x, c3x); c3y = Vector512.FusedMultiplyAdd(e, y, c3y);
                c4x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 32)), x, c4x); c4y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 32)), y, c4y);
                x = Vector512.Load(p + 32);
                y = Vector512.Load(p + 48);
                e = Vector512.Create(*(a + 1)); c0x = Vector512.FusedMultiplyAdd(e, x, c0x); c0y = Vector512.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 9)), x, c1x); c1y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 9)), y, c1y);
                c2x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 17)), x, c2x); c2y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 17)), y, c2y);
                e = Vector512.Create(*(a + 25)); c3x = Vector512.FusedMultiplyAdd(e, x, c3x); c3y = Vector512.FusedMultiplyAdd(e, y, c3y);
                c4x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 33)), x, c4x); c4y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 33)), y, c4y);
                x = Vector512.Load(p + 64);
                y = Vector512.Load(p + 80);
                e = Vector512.Create(*(a + 2)); c0x = Vector512.FusedMultiplyAdd(e, x, c0x); c0y = Vector512.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 10)), x, c1x); c1y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 10)), y, c1y);
                c2x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 18)), x, c2x); c2y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 18)), y, c2y);
                e = Vector512.Create(*(a + 26)); c3x = Vector512.FusedMultiplyAdd(e, x, c3x); c3y = Vector512.FusedMultiplyAdd(e, y, c3y);
                c4x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 34)), x, c4x); c4y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 34)), y, c4y);
                x = Vector512.Load(p + 96);
                y = Vector512.Load(p + 112);
                e = Vector512.Create(*(a + 3)); c0x = Vector512.FusedMultiplyAdd(e, x, c0x); c0y = Vector512.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 11)), x, c1x); c1y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 11)), y, c1y);
                c2x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 19)), x, c2x); c2y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 19)), y, c2y);
                e = Vector512.Create(*(a + 27)); c3x = Vector512.FusedMultiplyAdd(e, x, c3x); c3y = Vector512.FusedMultiplyAdd(e, y, c3y);
                c4x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 35)), x, c4x); c4y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 35)), y, c4y);
                if (Sse.IsSupported)
                {
                    Sse.Prefetch1(ahead);
                    Sse.Prefetch1(ahead + 64);
                }
                ahead += aheadStride;
                x = Vector512.Load(p + 128);
                y = Vector512.Load(p + 144);
                e = Vector512.Create(*(a + 4)); c0x = Vector512.FusedMultiplyAdd(e, x, c0x); c0y = Vector512.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 12)), x, c1x); c1y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 12)), y, c1y);
                c2x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 20)), x, c2x); c2y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 20)), y, c2y);
                e = Vector512.Create(*(a + 28)); c3x = Vector512.FusedMultiplyAdd(e, x, c3x); c3y = Vector512.FusedMultiplyAdd(e, y, c3y);
                c4x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 36)), x, c4x); c4y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 36)), y, c4y);
                x = Vector512.Load(p + 160);
                y = Vector512.Load(p + 176);
                e = Vector512.Create(*(a + 5)); c0x = Vector512.FusedMultiplyAdd(e, x, c0x); c0y = Vector512.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 13)), x, c1x); c1y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 13)), y, c1y);
                c2x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 21)), x, c2x); c2y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 21)), y, c2y);
                e = Vector512.Create(*(a + 29)); c3x = Vector512.FusedMultiplyAdd(e, x, c3x); c3y = Vector512.FusedMultiplyAdd(e, y, c3y);
                c4x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 37)), x, c4x); c4y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 37)), y, c4y);
                x = Vector512.Load(p + 192);
                y = Vector512.Load(p + 208);
                e = Vector512.Create(*(a + 6)); c0x = Vector512.FusedMultiplyAdd(e, x, c0x); c0y = Vector512.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 14)), x, c1x); c1y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 14)), y, c1y);
                c2x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 22)), x, c2x); c2y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 22)), y, c2y);
                e = Vector512.Create(*(a + 30)); c3x = Vector512.FusedMultiplyAdd(e, x, c3x); c3y = Vector512.FusedMultiplyAdd(e, y, c3y);
                c4x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 38)), x, c4x); c4y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 38)), y, c4y);
                x = Vector512.Load(p + 224);
                y = Vector512.Load(p + 240);
                e = Vector512.Create(*(a + 7)); c0x = Vector512.FusedMultiplyAdd(e, x, c0x); c0y = Vector512.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 15)), x, c1x); c1y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 15)), y, c1y);
                c2x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 23)), x, c2x); c2y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 23)), y, c2y);
                e = Vector512.Create(*(a + 31)); c3x = Vector512.FusedMultiplyAdd(e, x, c3x); c3y = Vector512.FusedMultiplyAdd(e, y, c3y);
                c4x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 39)), x, c4x); c4y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 39)), y, c4y);
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
                x = Vector512.Load(p);
                y = Vector512.Load(p + 16);
                e = Vector512.Create(*(a)); c0x = Vector512.FusedMultiplyAdd(e, x, c0x); c0y = Vector512.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 8)), x, c1x); c1y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 8)), y, c1y);
                c2x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 16)), x, c2x); c2y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 16)), y, c2y);
                e = Vector512.Create(*(a + 24)); c3x = Vector512.FusedMultiplyAdd(e, x, c3x); c3y = Vector512.FusedMultiplyAdd(e, y, c3y);
                c4x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 32)), x, c4x); c4y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 32)), y, c4y);
                a += 1;
                twin += 1;
                p += 32;
            }
            c0x.Store(c + column); c0y.Store(c + column + 16);
            c1x.Store(c + column + 144); c1y.Store(c + column + 144 + 16);
            c2x.Store(c + column + 288); c2y.Store(c + column + 288 + 16);
            c3x.Store(c + column + 432); c3y.Store(c + column + 432 + 16);
            c4x.Store(c + column + 576); c4y.Store(c + column + 576 + 16);
        }
        if (column < columns)
        {
            float* p = pages[column / 32] + (column % 32);
            a = firstA;
            twin = firstTwin;
            Vector512<float> x;
            Vector512<float> c0x = default;
            Vector512<float> c1x = default;
            Vector512<float> c2x = default;
            Vector512<float> c3x = default;
            Vector512<float> c4x = default;
            int n = k;
            for (; n >= 8; n -= 8)
            {
                x = Vector512.Load(p);
                c0x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a)), x, c0x);
                c1x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 8)), x, c1x);
                c2x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 16)), x, c2x);
                c3x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 24)), x, c3x);
                c4x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 32)), x, c4x);
                x = Vector512.Load(p + 32);
                c0x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 1)), x, c0x);
                c1x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 9)), x, c1x);
                c2x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 17)), x, c2x);
                c3x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 25)), x, c3x);
                c4x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 33)), x, c4x);
                x = Vector512.Load(p + 64);
                c0x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 2)), x, c0x);
                c1x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 10)), x, c1x);
                c2x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 18)), x, c2x);
                c3x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 26)), x, c3x);
                c4x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 34)), x, c4x);
                x = Vector512.Load(p + 96);
                c0x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 3)), x, c0x);
                c1x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 11)), x, c1x);
                c2x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 19)), x, c2x);
                c3x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 27)), x, c3x);
                c4x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 35)), x, c4x);
                if (Sse.IsSupported)
                {
                    Sse.Prefetch1(ahead);
                    Sse.Prefetch1(ahead + 64);
                }
                ahead += aheadStride;
                x = Vector512.Load(p + 128);
                c0x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 4)), x, c0x);
                c1x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 12)), x, c1x);
                c2x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 20)), x, c2x);
                c3x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 28)), x, c3x);
                c4x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 36)), x, c4x);
                x = Vector512.Load(p + 160);
                c0x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 5)), x, c0x);
                c1x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 13)), x, c1x);
                c2x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 21)), x, c2x);
                c3x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 29)), x, c3x);
                c4x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 37)), x, c4x);
                x = Vector512.Load(p + 192);
                c0x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 6)), x, c0x);
                c1x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 14)), x, c1x);
                c2x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 22)), x, c2x);
                c3x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 30)), x, c3x);
                c4x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 38)), x, c4x);
                x = Vector512.Load(p + 224);
                c0x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 7)), x, c0x);
                c1x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 15)), x, c1x);
                c2x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 23)), x, c2x);
                c3x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 31)), x, c3x);
                c4x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 39)), x, c4x);
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
                x = Vector512.Load(p);
                c0x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a)), x, c0x);
                c1x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 8)), x, c1x);
                c2x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 16)), x, c2x);
                c3x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 24)), x, c3x);
                c4x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 32)), x, c4x);
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
        for (int columns = t.Columns; columns > 0; columns -= 32)
        {
            a = firstA;
            twin = firstTwin;
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
                if (again is not null)
                {
                    e = Vector512.Create(*(again)); c0x *= e; c0y *= e;
                    e = Vector512.Create(*(again + 1)); c1x *= e; c1y *= e;
                    e = Vector512.Create(*(again + 2)); c2x *= e; c2y *= e;
                    e = Vector512.Create(*(again + 3)); c3x *= e; c3y *= e;
                    e = Vector512.Create(*(again + 4)); c4x *= e; c4y *= e;
                }
            }
            if (open >= 4)
                goto Full;
            if (open <= 0)
            {
                x = Vector512.Load(p);
                y = Vector512.Load(p + 16);
                e = Vector512.Create(*(a)); c0x = Vector512.FusedMultiplyAdd(e, x, c0x); c0y = Vector512.FusedMultiplyAdd(e, y, c0y);
                a += 1;
                twin += 1;
                p += 32;
            }
            if (open <= 1)
            {
                x = Vector512.Load(p);
                y = Vector512.Load(p + 16);
                e = Vector512.Create(*(a)); c0x = Vector512.FusedMultiplyAdd(e, x, c0x); c0y = Vector512.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 144)), x, c1x); c1y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 144)), y, c1y);
                a += 1;
                twin += 1;
                p += 32;
            }
            if (open <= 2)
            {
                x = Vector512.Load(p);
                y = Vector512.Load(p + 16);
                e = Vector512.Create(*(a)); c0x = Vector512.FusedMultiplyAdd(e, x, c0x); c0y = Vector512.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 144)), x, c1x); c1y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 144)), y, c1y);
                c2x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 288)), x, c2x); c2y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 288)), y, c2y);
                a += 1;
                twin += 1;
                p += 32;
            }
            if (open <= 3)
            {
                x = Vector512.Load(p);
                y = Vector512.Load(p + 16);
                e = Vector512.Create(*(a)); c0x = Vector512.FusedMultiplyAdd(e, x, c0x); c0y = Vector512.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 144)), x, c1x); c1y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 144)), y, c1y);
                c2x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 288)), x, c2x); c2y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 288)), y, c2y);
                e = Vector512.Create(*(a + 432)); c3x = Vector512.FusedMultiplyAdd(e, x, c3x); c3y = Vector512.FusedMultiplyAdd(e, y, c3y);
                a += 1;
                twin += 1;
                p += 32;
            }
        Full:
            int n = full;
            for (; n >= 4; n -= 4)
            {
                x = Vector512.Load(p);
                y = Vector512.Load(p + 16);
                e = Vector512.Create(*(a)); c0x = Vector512.FusedMultiplyAdd(e, x, c0x); c0y = Vector512.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 144)), x, c1x); c1y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 144)), y, c1y);
                c2x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 288)), x, c2x); c2y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 288)), y, c2y);
                e = Vector512.Create(*(a + 432)); c3x = Vector512.FusedMultiplyAdd(e, x, c3x); c3y = Vector512.FusedMultiplyAdd(e, y, c3y);
                c4x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 576)), x, c4x); c4y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 576)), y, c4y);
                x = Vector512.Load(p + 32);
                y = Vector512.Load(p + 48);
                e = Vector512.Create(*(a + 1)); c0x = Vector512.FusedMultiplyAdd(e, x, c0x); c0y = Vector512.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 145)), x, c1x); c1y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 145)), y, c1y);
                c2x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 289)), x, c2x); c2y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 289)), y, c2y);
                e = Vector512.Create(*(a + 433)); c3x = Vector512.FusedMultiplyAdd(e, x, c3x); c3y = Vector512.FusedMultiplyAdd(e, y, c3y);
                c4x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 577)), x, c4x); c4y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 577)), y, c4y);
                x = Vector512.Load(p + 64);
                y = Vector512.Load(p + 80);
                e = Vector512.Create(*(a + 2)); c0x = Vector512.FusedMultiplyAdd(e, x, c0x); c0y = Vector512.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 146)), x, c1x); c1y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 146)), y, c1y);
                c2x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 290)), x, c2x); c2y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 290)), y, c2y);
                e = Vector512.Create(*(a + 434)); c3x = Vector512.FusedMultiplyAdd(e, x, c3x); c3y = Vector512.FusedMultiplyAdd(e, y, c3y);
                c4x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 578)), x, c4x); c4y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 578)), y, c4y);
                x = Vector512.Load(p + 96);
                y = Vector512.Load(p + 112);
                e = Vector512.Create(*(a + 3)); c0x = Vector512.FusedMultiplyAdd(e, x, c0x); c0y = Vector512.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 147)), x, c1x); c1y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 147)), y, c1y);
                c2x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 291)), x, c2x); c2y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 291)), y, c2y);
                e = Vector512.Create(*(a + 435)); c3x = Vector512.FusedMultiplyAdd(e, x, c3x); c3y = Vector512.FusedMultiplyAdd(e, y, c3y);
                c4x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 579)), x, c4x); c4y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 579)), y, c4y);
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
                x = Vector512.Load(p);
                y = Vector512.Load(p + 16);
                e = Vector512.Create(*(a)); c0x = Vector512.FusedMultiplyAdd(e, x, c0x); c0y = Vector512.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 144)), x, c1x); c1y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 144)), y, c1y);
                c2x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 288)), x, c2x); c2y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 288)), y, c2y);
                e = Vector512.Create(*(a + 432)); c3x = Vector512.FusedMultiplyAdd(e, x, c3x); c3y = Vector512.FusedMultiplyAdd(e, y, c3y);
                c4x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 576)), x, c4x); c4y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 576)), y, c4y);
                a += 1;
                twin += 1;
                p += 32;
            }
            if (close < 1)
                goto Done;
            x = Vector512.Load(p);
            y = Vector512.Load(p + 16);
            c1x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 144)), x, c1x); c1y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 144)), y, c1y);
            c2x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 288)), x, c2x); c2y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 288)), y, c2y);
            e = Vector512.Create(*(a + 432)); c3x = Vector512.FusedMultiplyAdd(e, x, c3x); c3y = Vector512.FusedMultiplyAdd(e, y, c3y);
            c4x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 576)), x, c4x); c4y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 576)), y, c4y);
            a += 1;
            twin += 1;
            p += 32;
            if (close < 2)
                goto Done;
            x = Vector512.Load(p);
            y = Vector512.Load(p + 16);
            c2x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 288)), x, c2x); c2y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 288)), y, c2y);
            e = Vector512.Create(*(a + 432)); c3x = Vector512.FusedMultiplyAdd(e, x, c3x); c3y = Vector512.FusedMultiplyAdd(e, y, c3y);
            c4x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 576)), x, c4x); c4y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 576)), y, c4y);
            a += 1;
            twin += 1;
            p += 32;
            if (close < 3)
                goto Done;
            x = Vector512.Load(p);
            y = Vector512.Load(p + 16);
            e = Vector512.Create(*(a + 432)); c3x = Vector512.FusedMultiplyAdd(e, x, c3x); c3y = Vector512.FusedMultiplyAdd(e, y, c3y);
            c4x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 576)), x, c4x); c4y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 576)), y, c4y);
            a += 1;
            twin += 1;
            p += 32;
            if (close < 4)
                goto Done;
            x = Vector512.Load(p);
            y = Vector512.Load(p + 16);
            c4x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 576)), x, c4x); c4y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 576)), y, c4y);
            a += 1;
            twin += 1;
            p += 32;
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
    private static void ByColumn5(in AttentionTileBand t, float* a, float* twin, float* b, float* again, float* c, int open, int full, int close)
    {
        byte* ahead = t.Ahead;
        nint aheadStride = t.AheadStride;
        float* firstA = a, firstTwin = twin;
        nint ldc = t.Ldc;
        for (int columns = t.Columns; columns > 0; columns -= 32)
        {
            a = firstA;
            twin = firstTwin;
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
                e = Vector512.Create(*(a)); c0x = Vector512.FusedMultiplyAdd(e, x, c0x); c0y = Vector512.FusedMultiplyAdd(e, y, c0y);
                a += 144;
                twin += 144;
                p += 32;
            }
            if (open <= 1)
            {
                x = Vector512.Load(p);
                y = Vector512.Load(p + 16);
                e = Vector512.Create(*(a)); c0x = Vector512.FusedMultiplyAdd(e, x, c0x); c0y = Vector512.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 1)), x, c1x); c1y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 1)), y, c1y);
                a += 144;
                twin += 144;
                p += 32;
            }
            if (open <= 2)
            {
                x = Vector512.Load(p);
                y = Vector512.Load(p + 16);
                e = Vector512.Create(*(a)); c0x = Vector512.FusedMultiplyAdd(e, x, c0x); c0y = Vector512.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 1)), x, c1x); c1y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 1)), y, c1y);
                c2x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 2)), x, c2x); c2y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 2)), y, c2y);
                a += 144;
                twin += 144;
                p += 32;
            }
            if (open <= 3)
            {
                x = Vector512.Load(p);
                y = Vector512.Load(p + 16);
                e = Vector512.Create(*(a)); c0x = Vector512.FusedMultiplyAdd(e, x, c0x); c0y = Vector512.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 1)), x, c1x); c1y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 1)), y, c1y);
                c2x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 2)), x, c2x); c2y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 2)), y, c2y);
                e = Vector512.Create(*(a + 3)); c3x = Vector512.FusedMultiplyAdd(e, x, c3x); c3y = Vector512.FusedMultiplyAdd(e, y, c3y);
                a += 144;
                twin += 144;
                p += 32;
            }
        Full:
            int n = full;
            for (; n >= 4; n -= 4)
            {
                x = Vector512.Load(p);
                y = Vector512.Load(p + 16);
                e = Vector512.Create(*(a)); c0x = Vector512.FusedMultiplyAdd(e, x, c0x); c0y = Vector512.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 1)), x, c1x); c1y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 1)), y, c1y);
                c2x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 2)), x, c2x); c2y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 2)), y, c2y);
                e = Vector512.Create(*(a + 3)); c3x = Vector512.FusedMultiplyAdd(e, x, c3x); c3y = Vector512.FusedMultiplyAdd(e, y, c3y);
                c4x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 4)), x, c4x); c4y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 4)), y, c4y);
                x = Vector512.Load(p + 32);
                y = Vector512.Load(p + 48);
                e = Vector512.Create(*(a + 144)); c0x = Vector512.FusedMultiplyAdd(e, x, c0x); c0y = Vector512.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 145)), x, c1x); c1y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 145)), y, c1y);
                c2x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 146)), x, c2x); c2y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 146)), y, c2y);
                e = Vector512.Create(*(a + 147)); c3x = Vector512.FusedMultiplyAdd(e, x, c3x); c3y = Vector512.FusedMultiplyAdd(e, y, c3y);
                c4x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 148)), x, c4x); c4y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 148)), y, c4y);
                x = Vector512.Load(p + 64);
                y = Vector512.Load(p + 80);
                e = Vector512.Create(*(a + 288)); c0x = Vector512.FusedMultiplyAdd(e, x, c0x); c0y = Vector512.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 289)), x, c1x); c1y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 289)), y, c1y);
                c2x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 290)), x, c2x); c2y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 290)), y, c2y);
                e = Vector512.Create(*(a + 291)); c3x = Vector512.FusedMultiplyAdd(e, x, c3x); c3y = Vector512.FusedMultiplyAdd(e, y, c3y);
                c4x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 292)), x, c4x); c4y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 292)), y, c4y);
                x = Vector512.Load(p + 96);
                y = Vector512.Load(p + 112);
                e = Vector512.Create(*(a + 432)); c0x = Vector512.FusedMultiplyAdd(e, x, c0x); c0y = Vector512.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 433)), x, c1x); c1y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 433)), y, c1y);
                c2x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 434)), x, c2x); c2y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 434)), y, c2y);
                e = Vector512.Create(*(a + 435)); c3x = Vector512.FusedMultiplyAdd(e, x, c3x); c3y = Vector512.FusedMultiplyAdd(e, y, c3y);
                c4x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 436)), x, c4x); c4y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 436)), y, c4y);
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
                x = Vector512.Load(p);
                y = Vector512.Load(p + 16);
                e = Vector512.Create(*(a)); c0x = Vector512.FusedMultiplyAdd(e, x, c0x); c0y = Vector512.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 1)), x, c1x); c1y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 1)), y, c1y);
                c2x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 2)), x, c2x); c2y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 2)), y, c2y);
                e = Vector512.Create(*(a + 3)); c3x = Vector512.FusedMultiplyAdd(e, x, c3x); c3y = Vector512.FusedMultiplyAdd(e, y, c3y);
                c4x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 4)), x, c4x); c4y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 4)), y, c4y);
                a += 144;
                twin += 144;
                p += 32;
            }
            if (close < 1)
                goto Done;
            x = Vector512.Load(p);
            y = Vector512.Load(p + 16);
            c1x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 1)), x, c1x); c1y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 1)), y, c1y);
            c2x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 2)), x, c2x); c2y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 2)), y, c2y);
            e = Vector512.Create(*(a + 3)); c3x = Vector512.FusedMultiplyAdd(e, x, c3x); c3y = Vector512.FusedMultiplyAdd(e, y, c3y);
            c4x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 4)), x, c4x); c4y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 4)), y, c4y);
            a += 144;
            twin += 144;
            p += 32;
            if (close < 2)
                goto Done;
            x = Vector512.Load(p);
            y = Vector512.Load(p + 16);
            c2x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 2)), x, c2x); c2y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 2)), y, c2y);
            e = Vector512.Create(*(a + 3)); c3x = Vector512.FusedMultiplyAdd(e, x, c3x); c3y = Vector512.FusedMultiplyAdd(e, y, c3y);
            c4x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 4)), x, c4x); c4y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 4)), y, c4y);
            a += 144;
            twin += 144;
            p += 32;
            if (close < 3)
                goto Done;
            x = Vector512.Load(p);
            y = Vector512.Load(p + 16);
            e = Vector512.Create(*(a + 3)); c3x = Vector512.FusedMultiplyAdd(e, x, c3x); c3y = Vector512.FusedMultiplyAdd(e, y, c3y);
            c4x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 4)), x, c4x); c4y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 4)), y, c4y);
            a += 144;
            twin += 144;
            p += 32;
            if (close < 4)
                goto Done;
            x = Vector512.Load(p);
            y = Vector512.Load(p + 16);
            c4x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 4)), x, c4x); c4y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 4)), y, c4y);
            a += 144;
            twin += 144;
            p += 32;
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
    private static void Shared5(in AttentionTileBand t, float* a, float* twin, float* b, float* c, int steps)
    {
        nint ldb = t.Ldb;
        float* firstA = a, firstTwin = twin;
        nint ldc = t.Ldc;
        for (int columns = t.Columns; columns > 0; columns -= 32)
        {
            a = firstA;
            twin = firstTwin;
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
            for (int n = steps; n > 0; n--, a++, twin++, p += ldb)
            {
                x = Vector512.Load(p);
                y = Vector512.Load(p + 16);
                e = Vector512.Create(*(a)); c0x = Vector512.FusedMultiplyAdd(e, x, c0x); c0y = Vector512.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 144)), x, c1x); c1y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 144)), y, c1y);
                c2x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 288)), x, c2x); c2y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 288)), y, c2y);
                e = Vector512.Create(*(a + 432)); c3x = Vector512.FusedMultiplyAdd(e, x, c3x); c3y = Vector512.FusedMultiplyAdd(e, y, c3y);
                c4x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 576)), x, c4x); c4y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 576)), y, c4y);
            }
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
    private static void Scores6(float* a, float* twin, float** pages, float* c, int columns, int k, byte* ahead, nint aheadStride)
    {
        int column = 0;
        float* firstA = a, firstTwin = twin;
        for (; columns - column > 16; column += 32)
        {
            float* p = pages[column / 32] + (column % 32);
            a = firstA;
            twin = firstTwin;
            Vector512<float> x, y, e;
            Vector512<float> c0x = default, c0y = default;
            Vector512<float> c1x = default, c1y = default;
            Vector512<float> c2x = default, c2y = default;
            Vector512<float> c3x = default, c3y = default;
            Vector512<float> c4x = default, c4y = default;
            Vector512<float> c5x = default, c5y = default;
            int n = k;
            for (; n >= 8; n -= 8)
            {
                x = Vector512.Load(p);
                y = Vector512.Load(p + 16);
                e = Vector512.Create(*(a)); c0x = Vector512.FusedMultiplyAdd(e, x, c0x); c0y = Vector512.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 8)), x, c1x); c1y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 8)), y, c1y);
                c2x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 16)), x, c2x); c2y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 16)), y, c2y);
                e = Vector512.Create(*(a + 24)); c3x = Vector512.FusedMultiplyAdd(e, x, c3x); c3y = Vector512.FusedMultiplyAdd(e, y, c3y);
                c4x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 32)), x, c4x); c4y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 32)), y, c4y);
                c5x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 40)), x, c5x); c5y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 40)), y, c5y);
                x = Vector512.Load(p + 32);
                y = Vector512.Load(p + 48);
                e = Vector512.Create(*(a + 1)); c0x = Vector512.FusedMultiplyAdd(e, x, c0x); c0y = Vector512.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 9)), x, c1x); c1y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 9)), y, c1y);
                c2x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 17)), x, c2x); c2y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 17)), y, c2y);
                e = Vector512.Create(*(a + 25)); c3x = Vector512.FusedMultiplyAdd(e, x, c3x); c3y = Vector512.FusedMultiplyAdd(e, y, c3y);
                c4x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 33)), x, c4x); c4y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 33)), y, c4y);
                c5x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 41)), x, c5x); c5y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 41)), y, c5y);
                x = Vector512.Load(p + 64);
                y = Vector512.Load(p + 80);
                e = Vector512.Create(*(a + 2)); c0x = Vector512.FusedMultiplyAdd(e, x, c0x); c0y = Vector512.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 10)), x, c1x); c1y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 10)), y, c1y);
                c2x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 18)), x, c2x); c2y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 18)), y, c2y);
                e = Vector512.Create(*(a + 26)); c3x = Vector512.FusedMultiplyAdd(e, x, c3x); c3y = Vector512.FusedMultiplyAdd(e, y, c3y);
                c4x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 34)), x, c4x); c4y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 34)), y, c4y);
                c5x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 42)), x, c5x); c5y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 42)), y, c5y);
                x = Vector512.Load(p + 96);
                y = Vector512.Load(p + 112);
                e = Vector512.Create(*(a + 3)); c0x = Vector512.FusedMultiplyAdd(e, x, c0x); c0y = Vector512.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 11)), x, c1x); c1y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 11)), y, c1y);
                c2x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 19)), x, c2x); c2y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 19)), y, c2y);
                e = Vector512.Create(*(a + 27)); c3x = Vector512.FusedMultiplyAdd(e, x, c3x); c3y = Vector512.FusedMultiplyAdd(e, y, c3y);
                c4x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 35)), x, c4x); c4y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 35)), y, c4y);
                c5x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 43)), x, c5x); c5y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 43)), y, c5y);
                if (Sse.IsSupported)
                {
                    Sse.Prefetch1(ahead);
                    Sse.Prefetch1(ahead + 64);
                }
                ahead += aheadStride;
                x = Vector512.Load(p + 128);
                y = Vector512.Load(p + 144);
                e = Vector512.Create(*(a + 4)); c0x = Vector512.FusedMultiplyAdd(e, x, c0x); c0y = Vector512.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 12)), x, c1x); c1y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 12)), y, c1y);
                c2x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 20)), x, c2x); c2y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 20)), y, c2y);
                e = Vector512.Create(*(a + 28)); c3x = Vector512.FusedMultiplyAdd(e, x, c3x); c3y = Vector512.FusedMultiplyAdd(e, y, c3y);
                c4x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 36)), x, c4x); c4y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 36)), y, c4y);
                c5x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 44)), x, c5x); c5y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 44)), y, c5y);
                x = Vector512.Load(p + 160);
                y = Vector512.Load(p + 176);
                e = Vector512.Create(*(a + 5)); c0x = Vector512.FusedMultiplyAdd(e, x, c0x); c0y = Vector512.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 13)), x, c1x); c1y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 13)), y, c1y);
                c2x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 21)), x, c2x); c2y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 21)), y, c2y);
                e = Vector512.Create(*(a + 29)); c3x = Vector512.FusedMultiplyAdd(e, x, c3x); c3y = Vector512.FusedMultiplyAdd(e, y, c3y);
                c4x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 37)), x, c4x); c4y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 37)), y, c4y);
                c5x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 45)), x, c5x); c5y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 45)), y, c5y);
                x = Vector512.Load(p + 192);
                y = Vector512.Load(p + 208);
                e = Vector512.Create(*(a + 6)); c0x = Vector512.FusedMultiplyAdd(e, x, c0x); c0y = Vector512.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 14)), x, c1x); c1y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 14)), y, c1y);
                c2x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 22)), x, c2x); c2y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 22)), y, c2y);
                e = Vector512.Create(*(a + 30)); c3x = Vector512.FusedMultiplyAdd(e, x, c3x); c3y = Vector512.FusedMultiplyAdd(e, y, c3y);
                c4x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 38)), x, c4x); c4y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 38)), y, c4y);
                c5x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 46)), x, c5x); c5y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 46)), y, c5y);
                x = Vector512.Load(p + 224);
                y = Vector512.Load(p + 240);
                e = Vector512.Create(*(a + 7)); c0x = Vector512.FusedMultiplyAdd(e, x, c0x); c0y = Vector512.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 15)), x, c1x); c1y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 15)), y, c1y);
                c2x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 23)), x, c2x); c2y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 23)), y, c2y);
                e = Vector512.Create(*(a + 31)); c3x = Vector512.FusedMultiplyAdd(e, x, c3x); c3y = Vector512.FusedMultiplyAdd(e, y, c3y);
                c4x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 39)), x, c4x); c4y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 39)), y, c4y);
                c5x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 47)), x, c5x); c5y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 47)), y, c5y);
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
                x = Vector512.Load(p);
                y = Vector512.Load(p + 16);
                e = Vector512.Create(*(a)); c0x = Vector512.FusedMultiplyAdd(e, x, c0x); c0y = Vector512.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 8)), x, c1x); c1y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 8)), y, c1y);
                c2x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 16)), x, c2x); c2y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 16)), y, c2y);
                e = Vector512.Create(*(a + 24)); c3x = Vector512.FusedMultiplyAdd(e, x, c3x); c3y = Vector512.FusedMultiplyAdd(e, y, c3y);
                c4x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 32)), x, c4x); c4y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 32)), y, c4y);
                c5x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 40)), x, c5x); c5y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 40)), y, c5y);
                a += 1;
                twin += 1;
                p += 32;
            }
            c0x.Store(c + column); c0y.Store(c + column + 16);
            c1x.Store(c + column + 144); c1y.Store(c + column + 144 + 16);
            c2x.Store(c + column + 288); c2y.Store(c + column + 288 + 16);
            c3x.Store(c + column + 432); c3y.Store(c + column + 432 + 16);
            c4x.Store(c + column + 576); c4y.Store(c + column + 576 + 16);
            c5x.Store(c + column + 720); c5y.Store(c + column + 720 + 16);
        }
        if (column < columns)
        {
            float* p = pages[column / 32] + (column % 32);
            a = firstA;
            twin = firstTwin;
            Vector512<float> x;
            Vector512<float> c0x = default;
            Vector512<float> c1x = default;
            Vector512<float> c2x = default;
            Vector512<float> c3x = default;
            Vector512<float> c4x = default;
            Vector512<float> c5x = default;
            int n = k;
            for (; n >= 8; n -= 8)
            {
                x = Vector512.Load(p);
                c0x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a)), x, c0x);
                c1x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 8)), x, c1x);
                c2x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 16)), x, c2x);
                c3x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 24)), x, c3x);
                c4x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 32)), x, c4x);
                c5x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 40)), x, c5x);
                x = Vector512.Load(p + 32);
                c0x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 1)), x, c0x);
                c1x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 9)), x, c1x);
                c2x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 17)), x, c2x);
                c3x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 25)), x, c3x);
                c4x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 33)), x, c4x);
                c5x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 41)), x, c5x);
                x = Vector512.Load(p + 64);
                c0x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 2)), x, c0x);
                c1x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 10)), x, c1x);
                c2x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 18)), x, c2x);
                c3x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 26)), x, c3x);
                c4x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 34)), x, c4x);
                c5x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 42)), x, c5x);
                x = Vector512.Load(p + 96);
                c0x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 3)), x, c0x);
                c1x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 11)), x, c1x);
                c2x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 19)), x, c2x);
                c3x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 27)), x, c3x);
                c4x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 35)), x, c4x);
                c5x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 43)), x, c5x);
                if (Sse.IsSupported)
                {
                    Sse.Prefetch1(ahead);
                    Sse.Prefetch1(ahead + 64);
                }
                ahead += aheadStride;
                x = Vector512.Load(p + 128);
                c0x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 4)), x, c0x);
                c1x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 12)), x, c1x);
                c2x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 20)), x, c2x);
                c3x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 28)), x, c3x);
                c4x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 36)), x, c4x);
                c5x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 44)), x, c5x);
                x = Vector512.Load(p + 160);
                c0x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 5)), x, c0x);
                c1x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 13)), x, c1x);
                c2x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 21)), x, c2x);
                c3x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 29)), x, c3x);
                c4x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 37)), x, c4x);
                c5x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 45)), x, c5x);
                x = Vector512.Load(p + 192);
                c0x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 6)), x, c0x);
                c1x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 14)), x, c1x);
                c2x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 22)), x, c2x);
                c3x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 30)), x, c3x);
                c4x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 38)), x, c4x);
                c5x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 46)), x, c5x);
                x = Vector512.Load(p + 224);
                c0x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 7)), x, c0x);
                c1x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 15)), x, c1x);
                c2x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 23)), x, c2x);
                c3x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 31)), x, c3x);
                c4x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 39)), x, c4x);
                c5x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 47)), x, c5x);
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
                x = Vector512.Load(p);
                c0x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a)), x, c0x);
                c1x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 8)), x, c1x);
                c2x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 16)), x, c2x);
                c3x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 24)), x, c3x);
                c4x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 32)), x, c4x);
                c5x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 40)), x, c5x);
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
        for (int columns = t.Columns; columns > 0; columns -= 32)
        {
            a = firstA;
            twin = firstTwin;
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
                if (again is not null)
                {
                    e = Vector512.Create(*(again)); c0x *= e; c0y *= e;
                    e = Vector512.Create(*(again + 1)); c1x *= e; c1y *= e;
                    e = Vector512.Create(*(again + 2)); c2x *= e; c2y *= e;
                    e = Vector512.Create(*(again + 3)); c3x *= e; c3y *= e;
                    e = Vector512.Create(*(again + 4)); c4x *= e; c4y *= e;
                    e = Vector512.Create(*(again + 5)); c5x *= e; c5y *= e;
                }
            }
            if (open >= 5)
                goto Full;
            if (open <= 0)
            {
                x = Vector512.Load(p);
                y = Vector512.Load(p + 16);
                e = Vector512.Create(*(a)); c0x = Vector512.FusedMultiplyAdd(e, x, c0x); c0y = Vector512.FusedMultiplyAdd(e, y, c0y);
                a += 1;
                twin += 1;
                p += 32;
            }
            if (open <= 1)
            {
                x = Vector512.Load(p);
                y = Vector512.Load(p + 16);
                e = Vector512.Create(*(a)); c0x = Vector512.FusedMultiplyAdd(e, x, c0x); c0y = Vector512.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 144)), x, c1x); c1y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 144)), y, c1y);
                a += 1;
                twin += 1;
                p += 32;
            }
            if (open <= 2)
            {
                x = Vector512.Load(p);
                y = Vector512.Load(p + 16);
                e = Vector512.Create(*(a)); c0x = Vector512.FusedMultiplyAdd(e, x, c0x); c0y = Vector512.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 144)), x, c1x); c1y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 144)), y, c1y);
                c2x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 288)), x, c2x); c2y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 288)), y, c2y);
                a += 1;
                twin += 1;
                p += 32;
            }
            if (open <= 3)
            {
                x = Vector512.Load(p);
                y = Vector512.Load(p + 16);
                e = Vector512.Create(*(a)); c0x = Vector512.FusedMultiplyAdd(e, x, c0x); c0y = Vector512.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 144)), x, c1x); c1y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 144)), y, c1y);
                c2x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 288)), x, c2x); c2y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 288)), y, c2y);
                e = Vector512.Create(*(a + 432)); c3x = Vector512.FusedMultiplyAdd(e, x, c3x); c3y = Vector512.FusedMultiplyAdd(e, y, c3y);
                a += 1;
                twin += 1;
                p += 32;
            }
            if (open <= 4)
            {
                x = Vector512.Load(p);
                y = Vector512.Load(p + 16);
                e = Vector512.Create(*(a)); c0x = Vector512.FusedMultiplyAdd(e, x, c0x); c0y = Vector512.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 144)), x, c1x); c1y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 144)), y, c1y);
                c2x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 288)), x, c2x); c2y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 288)), y, c2y);
                e = Vector512.Create(*(a + 432)); c3x = Vector512.FusedMultiplyAdd(e, x, c3x); c3y = Vector512.FusedMultiplyAdd(e, y, c3y);
                c4x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 576)), x, c4x); c4y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 576)), y, c4y);
                a += 1;
                twin += 1;
                p += 32;
            }
        Full:
            int n = full;
            for (; n >= 4; n -= 4)
            {
                x = Vector512.Load(p);
                y = Vector512.Load(p + 16);
                e = Vector512.Create(*(a)); c0x = Vector512.FusedMultiplyAdd(e, x, c0x); c0y = Vector512.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 144)), x, c1x); c1y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 144)), y, c1y);
                c2x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 288)), x, c2x); c2y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 288)), y, c2y);
                e = Vector512.Create(*(a + 432)); c3x = Vector512.FusedMultiplyAdd(e, x, c3x); c3y = Vector512.FusedMultiplyAdd(e, y, c3y);
                c4x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 576)), x, c4x); c4y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 576)), y, c4y);
                c5x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 720)), x, c5x); c5y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 720)), y, c5y);
                x = Vector512.Load(p + 32);
                y = Vector512.Load(p + 48);
                e = Vector512.Create(*(a + 1)); c0x = Vector512.FusedMultiplyAdd(e, x, c0x); c0y = Vector512.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 145)), x, c1x); c1y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 145)), y, c1y);
                c2x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 289)), x, c2x); c2y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 289)), y, c2y);
                e = Vector512.Create(*(a + 433)); c3x = Vector512.FusedMultiplyAdd(e, x, c3x); c3y = Vector512.FusedMultiplyAdd(e, y, c3y);
                c4x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 577)), x, c4x); c4y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 577)), y, c4y);
                c5x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 721)), x, c5x); c5y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 721)), y, c5y);
                x = Vector512.Load(p + 64);
                y = Vector512.Load(p + 80);
                e = Vector512.Create(*(a + 2)); c0x = Vector512.FusedMultiplyAdd(e, x, c0x); c0y = Vector512.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 146)), x, c1x); c1y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 146)), y, c1y);
                c2x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 290)), x, c2x); c2y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 290)), y, c2y);
                e = Vector512.Create(*(a + 434)); c3x = Vector512.FusedMultiplyAdd(e, x, c3x); c3y = Vector512.FusedMultiplyAdd(e, y, c3y);
                c4x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 578)), x, c4x); c4y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 578)), y, c4y);
                c5x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 722)), x, c5x); c5y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 722)), y, c5y);
                x = Vector512.Load(p + 96);
                y = Vector512.Load(p + 112);
                e = Vector512.Create(*(a + 3)); c0x = Vector512.FusedMultiplyAdd(e, x, c0x); c0y = Vector512.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 147)), x, c1x); c1y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 147)), y, c1y);
                c2x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 291)), x, c2x); c2y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 291)), y, c2y);
                e = Vector512.Create(*(a + 435)); c3x = Vector512.FusedMultiplyAdd(e, x, c3x); c3y = Vector512.FusedMultiplyAdd(e, y, c3y);
                c4x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 579)), x, c4x); c4y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 579)), y, c4y);
                c5x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 723)), x, c5x); c5y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 723)), y, c5y);
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
                x = Vector512.Load(p);
                y = Vector512.Load(p + 16);
                e = Vector512.Create(*(a)); c0x = Vector512.FusedMultiplyAdd(e, x, c0x); c0y = Vector512.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 144)), x, c1x); c1y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 144)), y, c1y);
                c2x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 288)), x, c2x); c2y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 288)), y, c2y);
                e = Vector512.Create(*(a + 432)); c3x = Vector512.FusedMultiplyAdd(e, x, c3x); c3y = Vector512.FusedMultiplyAdd(e, y, c3y);
                c4x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 576)), x, c4x); c4y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 576)), y, c4y);
                c5x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 720)), x, c5x); c5y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 720)), y, c5y);
                a += 1;
                twin += 1;
                p += 32;
            }
            if (close < 1)
                goto Done;
            x = Vector512.Load(p);
            y = Vector512.Load(p + 16);
            c1x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 144)), x, c1x); c1y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 144)), y, c1y);
            c2x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 288)), x, c2x); c2y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 288)), y, c2y);
            e = Vector512.Create(*(a + 432)); c3x = Vector512.FusedMultiplyAdd(e, x, c3x); c3y = Vector512.FusedMultiplyAdd(e, y, c3y);
            c4x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 576)), x, c4x); c4y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 576)), y, c4y);
            c5x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 720)), x, c5x); c5y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 720)), y, c5y);
            a += 1;
            twin += 1;
            p += 32;
            if (close < 2)
                goto Done;
            x = Vector512.Load(p);
            y = Vector512.Load(p + 16);
            c2x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 288)), x, c2x); c2y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 288)), y, c2y);
            e = Vector512.Create(*(a + 432)); c3x = Vector512.FusedMultiplyAdd(e, x, c3x); c3y = Vector512.FusedMultiplyAdd(e, y, c3y);
            c4x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 576)), x, c4x); c4y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 576)), y, c4y);
            c5x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 720)), x, c5x); c5y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 720)), y, c5y);
            a += 1;
            twin += 1;
            p += 32;
            if (close < 3)
                goto Done;
            x = Vector512.Load(p);
            y = Vector512.Load(p + 16);
            e = Vector512.Create(*(a + 432)); c3x = Vector512.FusedMultiplyAdd(e, x, c3x); c3y = Vector512.FusedMultiplyAdd(e, y, c3y);
            c4x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 576)), x, c4x); c4y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 576)), y, c4y);
            c5x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 720)), x, c5x); c5y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 720)), y, c5y);
            a += 1;
            twin += 1;
            p += 32;
            if (close < 4)
                goto Done;
            x = Vector512.Load(p);
            y = Vector512.Load(p + 16);
            c4x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 576)), x, c4x); c4y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 576)), y, c4y);
            c5x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 720)), x, c5x); c5y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 720)), y, c5y);
            a += 1;
            twin += 1;
            p += 32;
            if (close < 5)
                goto Done;
            x = Vector512.Load(p);
            y = Vector512.Load(p + 16);
            c5x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 720)), x, c5x); c5y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 720)), y, c5y);
            a += 1;
            twin += 1;
            p += 32;
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
    private static void ByColumn6(in AttentionTileBand t, float* a, float* twin, float* b, float* again, float* c, int open, int full, int close)
    {
        byte* ahead = t.Ahead;
        nint aheadStride = t.AheadStride;
        float* firstA = a, firstTwin = twin;
        nint ldc = t.Ldc;
        for (int columns = t.Columns; columns > 0; columns -= 32)
        {
            a = firstA;
            twin = firstTwin;
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
                e = Vector512.Create(*(a)); c0x = Vector512.FusedMultiplyAdd(e, x, c0x); c0y = Vector512.FusedMultiplyAdd(e, y, c0y);
                a += 144;
                twin += 144;
                p += 32;
            }
            if (open <= 1)
            {
                x = Vector512.Load(p);
                y = Vector512.Load(p + 16);
                e = Vector512.Create(*(a)); c0x = Vector512.FusedMultiplyAdd(e, x, c0x); c0y = Vector512.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 1)), x, c1x); c1y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 1)), y, c1y);
                a += 144;
                twin += 144;
                p += 32;
            }
            if (open <= 2)
            {
                x = Vector512.Load(p);
                y = Vector512.Load(p + 16);
                e = Vector512.Create(*(a)); c0x = Vector512.FusedMultiplyAdd(e, x, c0x); c0y = Vector512.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 1)), x, c1x); c1y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 1)), y, c1y);
                c2x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 2)), x, c2x); c2y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 2)), y, c2y);
                a += 144;
                twin += 144;
                p += 32;
            }
            if (open <= 3)
            {
                x = Vector512.Load(p);
                y = Vector512.Load(p + 16);
                e = Vector512.Create(*(a)); c0x = Vector512.FusedMultiplyAdd(e, x, c0x); c0y = Vector512.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 1)), x, c1x); c1y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 1)), y, c1y);
                c2x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 2)), x, c2x); c2y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 2)), y, c2y);
                e = Vector512.Create(*(a + 3)); c3x = Vector512.FusedMultiplyAdd(e, x, c3x); c3y = Vector512.FusedMultiplyAdd(e, y, c3y);
                a += 144;
                twin += 144;
                p += 32;
            }
            if (open <= 4)
            {
                x = Vector512.Load(p);
                y = Vector512.Load(p + 16);
                e = Vector512.Create(*(a)); c0x = Vector512.FusedMultiplyAdd(e, x, c0x); c0y = Vector512.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 1)), x, c1x); c1y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 1)), y, c1y);
                c2x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 2)), x, c2x); c2y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 2)), y, c2y);
                e = Vector512.Create(*(a + 3)); c3x = Vector512.FusedMultiplyAdd(e, x, c3x); c3y = Vector512.FusedMultiplyAdd(e, y, c3y);
                c4x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 4)), x, c4x); c4y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 4)), y, c4y);
                a += 144;
                twin += 144;
                p += 32;
            }
        Full:
            int n = full;
            for (; n >= 4; n -= 4)
            {
                x = Vector512.Load(p);
                y = Vector512.Load(p + 16);
                e = Vector512.Create(*(a)); c0x = Vector512.FusedMultiplyAdd(e, x, c0x); c0y = Vector512.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 1)), x, c1x); c1y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 1)), y, c1y);
                c2x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 2)), x, c2x); c2y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 2)), y, c2y);
                e = Vector512.Create(*(a + 3)); c3x = Vector512.FusedMultiplyAdd(e, x, c3x); c3y = Vector512.FusedMultiplyAdd(e, y, c3y);
                c4x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 4)), x, c4x); c4y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 4)), y, c4y);
                c5x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 5)), x, c5x); c5y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 5)), y, c5y);
                x = Vector512.Load(p + 32);
                y = Vector512.Load(p + 48);
                e = Vector512.Create(*(a + 144)); c0x = Vector512.FusedMultiplyAdd(e, x, c0x); c0y = Vector512.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 145)), x, c1x); c1y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 145)), y, c1y);
                c2x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 146)), x, c2x); c2y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 146)), y, c2y);
                e = Vector512.Create(*(a + 147)); c3x = Vector512.FusedMultiplyAdd(e, x, c3x); c3y = Vector512.FusedMultiplyAdd(e, y, c3y);
                c4x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 148)), x, c4x); c4y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 148)), y, c4y);
                c5x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 149)), x, c5x); c5y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 149)), y, c5y);
                x = Vector512.Load(p + 64);
                y = Vector512.Load(p + 80);
                e = Vector512.Create(*(a + 288)); c0x = Vector512.FusedMultiplyAdd(e, x, c0x); c0y = Vector512.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 289)), x, c1x); c1y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 289)), y, c1y);
                c2x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 290)), x, c2x); c2y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 290)), y, c2y);
                e = Vector512.Create(*(a + 291)); c3x = Vector512.FusedMultiplyAdd(e, x, c3x); c3y = Vector512.FusedMultiplyAdd(e, y, c3y);
                c4x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 292)), x, c4x); c4y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 292)), y, c4y);
                c5x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 293)), x, c5x); c5y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 293)), y, c5y);
                x = Vector512.Load(p + 96);
                y = Vector512.Load(p + 112);
                e = Vector512.Create(*(a + 432)); c0x = Vector512.FusedMultiplyAdd(e, x, c0x); c0y = Vector512.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 433)), x, c1x); c1y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 433)), y, c1y);
                c2x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 434)), x, c2x); c2y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 434)), y, c2y);
                e = Vector512.Create(*(a + 435)); c3x = Vector512.FusedMultiplyAdd(e, x, c3x); c3y = Vector512.FusedMultiplyAdd(e, y, c3y);
                c4x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 436)), x, c4x); c4y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 436)), y, c4y);
                c5x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 437)), x, c5x); c5y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 437)), y, c5y);
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
                x = Vector512.Load(p);
                y = Vector512.Load(p + 16);
                e = Vector512.Create(*(a)); c0x = Vector512.FusedMultiplyAdd(e, x, c0x); c0y = Vector512.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 1)), x, c1x); c1y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 1)), y, c1y);
                c2x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 2)), x, c2x); c2y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 2)), y, c2y);
                e = Vector512.Create(*(a + 3)); c3x = Vector512.FusedMultiplyAdd(e, x, c3x); c3y = Vector512.FusedMultiplyAdd(e, y, c3y);
                c4x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 4)), x, c4x); c4y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 4)), y, c4y);
                c5x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 5)), x, c5x); c5y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 5)), y, c5y);
                a += 144;
                twin += 144;
                p += 32;
            }
            if (close < 1)
                goto Done;
            x = Vector512.Load(p);
            y = Vector512.Load(p + 16);
            c1x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 1)), x, c1x); c1y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 1)), y, c1y);
            c2x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 2)), x, c2x); c2y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 2)), y, c2y);
            e = Vector512.Create(*(a + 3)); c3x = Vector512.FusedMultiplyAdd(e, x, c3x); c3y = Vector512.FusedMultiplyAdd(e, y, c3y);
            c4x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 4)), x, c4x); c4y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 4)), y, c4y);
            c5x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 5)), x, c5x); c5y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 5)), y, c5y);
            a += 144;
            twin += 144;
            p += 32;
            if (close < 2)
                goto Done;
            x = Vector512.Load(p);
            y = Vector512.Load(p + 16);
            c2x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 2)), x, c2x); c2y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 2)), y, c2y);
            e = Vector512.Create(*(a + 3)); c3x = Vector512.FusedMultiplyAdd(e, x, c3x); c3y = Vector512.FusedMultiplyAdd(e, y, c3y);
            c4x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 4)), x, c4x); c4y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 4)), y, c4y);
            c5x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 5)), x, c5x); c5y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 5)), y, c5y);
            a += 144;
            twin += 144;
            p += 32;
            if (close < 3)
                goto Done;
            x = Vector512.Load(p);
            y = Vector512.Load(p + 16);
            e = Vector512.Create(*(a + 3)); c3x = Vector512.FusedMultiplyAdd(e, x, c3x); c3y = Vector512.FusedMultiplyAdd(e, y, c3y);
            c4x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 4)), x, c4x); c4y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 4)), y, c4y);
            c5x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 5)), x, c5x); c5y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 5)), y, c5y);
            a += 144;
            twin += 144;
            p += 32;
            if (close < 4)
                goto Done;
            x = Vector512.Load(p);
            y = Vector512.Load(p + 16);
            c4x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 4)), x, c4x); c4y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 4)), y, c4y);
            c5x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 5)), x, c5x); c5y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 5)), y, c5y);
            a += 144;
            twin += 144;
            p += 32;
            if (close < 5)
                goto Done;
            x = Vector512.Load(p);
            y = Vector512.Load(p + 16);
            c5x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 5)), x, c5x); c5y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 5)), y, c5y);
            a += 144;
            twin += 144;
            p += 32;
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
    private static void Shared6(in AttentionTileBand t, float* a, float* twin, float* b, float* c, int steps)
    {
        nint ldb = t.Ldb;
        float* firstA = a, firstTwin = twin;
        nint ldc = t.Ldc;
        for (int columns = t.Columns; columns > 0; columns -= 32)
        {
            a = firstA;
            twin = firstTwin;
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
            for (int n = steps; n > 0; n--, a++, twin++, p += ldb)
            {
                x = Vector512.Load(p);
                y = Vector512.Load(p + 16);
                e = Vector512.Create(*(a)); c0x = Vector512.FusedMultiplyAdd(e, x, c0x); c0y = Vector512.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 144)), x, c1x); c1y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 144)), y, c1y);
                c2x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 288)), x, c2x); c2y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 288)), y, c2y);
                e = Vector512.Create(*(a + 432)); c3x = Vector512.FusedMultiplyAdd(e, x, c3x); c3y = Vector512.FusedMultiplyAdd(e, y, c3y);
                c4x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 576)), x, c4x); c4y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 576)), y, c4y);
                c5x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 720)), x, c5x); c5y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 720)), y, c5y);
            }
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
    private static void Scores7(float* a, float* twin, float** pages, float* c, int columns, int k, byte* ahead, nint aheadStride)
    {
        int column = 0;
        float* firstA = a, firstTwin = twin;
        for (; columns - column > 16; column += 32)
        {
            float* p = pages[column / 32] + (column % 32);
            a = firstA;
            twin = firstTwin;
            Vector512<float> x, y, e;
            Vector512<float> c0x = default, c0y = default;
            Vector512<float> c1x = default, c1y = default;
            Vector512<float> c2x = default, c2y = default;
            Vector512<float> c3x = default, c3y = default;
            Vector512<float> c4x = default, c4y = default;
            Vector512<float> c5x = default, c5y = default;
            Vector512<float> c6x = default, c6y = default;
            int n = k;
            for (; n >= 8; n -= 8)
            {
                x = Vector512.Load(p);
                y = Vector512.Load(p + 16);
                e = Vector512.Create(*(a)); c0x = Vector512.FusedMultiplyAdd(e, x, c0x); c0y = Vector512.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 8)), x, c1x); c1y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 8)), y, c1y);
                c2x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 16)), x, c2x); c2y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 16)), y, c2y);
                e = Vector512.Create(*(a + 24)); c3x = Vector512.FusedMultiplyAdd(e, x, c3x); c3y = Vector512.FusedMultiplyAdd(e, y, c3y);
                c4x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 32)), x, c4x); c4y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 32)), y, c4y);
                c5x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 40)), x, c5x); c5y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 40)), y, c5y);
                e = Vector512.Create(*(a + 48)); c6x = Vector512.FusedMultiplyAdd(e, x, c6x); c6y = Vector512.FusedMultiplyAdd(e, y, c6y);
                x = Vector512.Load(p + 32);
                y = Vector512.Load(p + 48);
                e = Vector512.Create(*(a + 1)); c0x = Vector512.FusedMultiplyAdd(e, x, c0x); c0y = Vector512.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 9)), x, c1x); c1y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 9)), y, c1y);
                c2x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 17)), x, c2x); c2y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 17)), y, c2y);
                e = Vector512.Create(*(a + 25)); c3x = Vector512.FusedMultiplyAdd(e, x, c3x); c3y = Vector512.FusedMultiplyAdd(e, y, c3y);
                c4x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 33)), x, c4x); c4y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 33)), y, c4y);
                c5x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 41)), x, c5x); c5y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 41)), y, c5y);
                e = Vector512.Create(*(a + 49)); c6x = Vector512.FusedMultiplyAdd(e, x, c6x); c6y = Vector512.FusedMultiplyAdd(e, y, c6y);
                x = Vector512.Load(p + 64);
                y = Vector512.Load(p + 80);
                e = Vector512.Create(*(a + 2)); c0x = Vector512.FusedMultiplyAdd(e, x, c0x); c0y = Vector512.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 10)), x, c1x); c1y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 10)), y, c1y);
                c2x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 18)), x, c2x); c2y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 18)), y, c2y);
                e = Vector512.Create(*(a + 26)); c3x = Vector512.FusedMultiplyAdd(e, x, c3x); c3y = Vector512.FusedMultiplyAdd(e, y, c3y);
                c4x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 34)), x, c4x); c4y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 34)), y, c4y);
                c5x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 42)), x, c5x); c5y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 42)), y, c5y);
                e = Vector512.Create(*(a + 50)); c6x = Vector512.FusedMultiplyAdd(e, x, c6x); c6y = Vector512.FusedMultiplyAdd(e, y, c6y);
                x = Vector512.Load(p + 96);
                y = Vector512.Load(p + 112);
                e = Vector512.Create(*(a + 3)); c0x = Vector512.FusedMultiplyAdd(e, x, c0x); c0y = Vector512.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 11)), x, c1x); c1y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 11)), y, c1y);
                c2x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 19)), x, c2x); c2y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 19)), y, c2y);
                e = Vector512.Create(*(a + 27)); c3x = Vector512.FusedMultiplyAdd(e, x, c3x); c3y = Vector512.FusedMultiplyAdd(e, y, c3y);
                c4x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 35)), x, c4x); c4y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 35)), y, c4y);
                c5x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 43)), x, c5x); c5y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 43)), y, c5y);
                e = Vector512.Create(*(a + 51)); c6x = Vector512.FusedMultiplyAdd(e, x, c6x); c6y = Vector512.FusedMultiplyAdd(e, y, c6y);
                if (Sse.IsSupported)
                {
                    Sse.Prefetch1(ahead);
                    Sse.Prefetch1(ahead + 64);
                }
                ahead += aheadStride;
                x = Vector512.Load(p + 128);
                y = Vector512.Load(p + 144);
                e = Vector512.Create(*(a + 4)); c0x = Vector512.FusedMultiplyAdd(e, x, c0x); c0y = Vector512.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 12)), x, c1x); c1y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 12)), y, c1y);
                c2x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 20)), x, c2x); c2y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 20)), y, c2y);
                e = Vector512.Create(*(a + 28)); c3x = Vector512.FusedMultiplyAdd(e, x, c3x); c3y = Vector512.FusedMultiplyAdd(e, y, c3y);
                c4x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 36)), x, c4x); c4y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 36)), y, c4y);
                c5x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 44)), x, c5x); c5y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 44)), y, c5y);
                e = Vector512.Create(*(a + 52)); c6x = Vector512.FusedMultiplyAdd(e, x, c6x); c6y = Vector512.FusedMultiplyAdd(e, y, c6y);
                x = Vector512.Load(p + 160);
                y = Vector512.Load(p + 176);
                e = Vector512.Create(*(a + 5)); c0x = Vector512.FusedMultiplyAdd(e, x, c0x); c0y = Vector512.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 13)), x, c1x); c1y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 13)), y, c1y);
                c2x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 21)), x, c2x); c2y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 21)), y, c2y);
                e = Vector512.Create(*(a + 29)); c3x = Vector512.FusedMultiplyAdd(e, x, c3x); c3y = Vector512.FusedMultiplyAdd(e, y, c3y);
                c4x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 37)), x, c4x); c4y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 37)), y, c4y);
                c5x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 45)), x, c5x); c5y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 45)), y, c5y);
                e = Vector512.Create(*(a + 53)); c6x = Vector512.FusedMultiplyAdd(e, x, c6x); c6y = Vector512.FusedMultiplyAdd(e, y, c6y);
                x = Vector512.Load(p + 192);
                y = Vector512.Load(p + 208);
                e = Vector512.Create(*(a + 6)); c0x = Vector512.FusedMultiplyAdd(e, x, c0x); c0y = Vector512.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 14)), x, c1x); c1y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 14)), y, c1y);
                c2x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 22)), x, c2x); c2y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 22)), y, c2y);
                e = Vector512.Create(*(a + 30)); c3x = Vector512.FusedMultiplyAdd(e, x, c3x); c3y = Vector512.FusedMultiplyAdd(e, y, c3y);
                c4x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 38)), x, c4x); c4y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 38)), y, c4y);
                c5x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 46)), x, c5x); c5y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 46)), y, c5y);
                e = Vector512.Create(*(a + 54)); c6x = Vector512.FusedMultiplyAdd(e, x, c6x); c6y = Vector512.FusedMultiplyAdd(e, y, c6y);
                x = Vector512.Load(p + 224);
                y = Vector512.Load(p + 240);
                e = Vector512.Create(*(a + 7)); c0x = Vector512.FusedMultiplyAdd(e, x, c0x); c0y = Vector512.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 15)), x, c1x); c1y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 15)), y, c1y);
                c2x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 23)), x, c2x); c2y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 23)), y, c2y);
                e = Vector512.Create(*(a + 31)); c3x = Vector512.FusedMultiplyAdd(e, x, c3x); c3y = Vector512.FusedMultiplyAdd(e, y, c3y);
                c4x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 39)), x, c4x); c4y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 39)), y, c4y);
                c5x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 47)), x, c5x); c5y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 47)), y, c5y);
                e = Vector512.Create(*(a + 55)); c6x = Vector512.FusedMultiplyAdd(e, x, c6x); c6y = Vector512.FusedMultiplyAdd(e, y, c6y);
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
                x = Vector512.Load(p);
                y = Vector512.Load(p + 16);
                e = Vector512.Create(*(a)); c0x = Vector512.FusedMultiplyAdd(e, x, c0x); c0y = Vector512.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 8)), x, c1x); c1y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 8)), y, c1y);
                c2x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 16)), x, c2x); c2y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 16)), y, c2y);
                e = Vector512.Create(*(a + 24)); c3x = Vector512.FusedMultiplyAdd(e, x, c3x); c3y = Vector512.FusedMultiplyAdd(e, y, c3y);
                c4x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 32)), x, c4x); c4y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 32)), y, c4y);
                c5x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 40)), x, c5x); c5y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 40)), y, c5y);
                e = Vector512.Create(*(a + 48)); c6x = Vector512.FusedMultiplyAdd(e, x, c6x); c6y = Vector512.FusedMultiplyAdd(e, y, c6y);
                a += 1;
                twin += 1;
                p += 32;
            }
            c0x.Store(c + column); c0y.Store(c + column + 16);
            c1x.Store(c + column + 144); c1y.Store(c + column + 144 + 16);
            c2x.Store(c + column + 288); c2y.Store(c + column + 288 + 16);
            c3x.Store(c + column + 432); c3y.Store(c + column + 432 + 16);
            c4x.Store(c + column + 576); c4y.Store(c + column + 576 + 16);
            c5x.Store(c + column + 720); c5y.Store(c + column + 720 + 16);
            c6x.Store(c + column + 864); c6y.Store(c + column + 864 + 16);
        }
        if (column < columns)
        {
            float* p = pages[column / 32] + (column % 32);
            a = firstA;
            twin = firstTwin;
            Vector512<float> x;
            Vector512<float> c0x = default;
            Vector512<float> c1x = default;
            Vector512<float> c2x = default;
            Vector512<float> c3x = default;
            Vector512<float> c4x = default;
            Vector512<float> c5x = default;
            Vector512<float> c6x = default;
            int n = k;
            for (; n >= 8; n -= 8)
            {
                x = Vector512.Load(p);
                c0x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a)), x, c0x);
                c1x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 8)), x, c1x);
                c2x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 16)), x, c2x);
                c3x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 24)), x, c3x);
                c4x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 32)), x, c4x);
                c5x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 40)), x, c5x);
                c6x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 48)), x, c6x);
                x = Vector512.Load(p + 32);
                c0x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 1)), x, c0x);
                c1x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 9)), x, c1x);
                c2x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 17)), x, c2x);
                c3x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 25)), x, c3x);
                c4x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 33)), x, c4x);
                c5x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 41)), x, c5x);
                c6x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 49)), x, c6x);
                x = Vector512.Load(p + 64);
                c0x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 2)), x, c0x);
                c1x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 10)), x, c1x);
                c2x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 18)), x, c2x);
                c3x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 26)), x, c3x);
                c4x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 34)), x, c4x);
                c5x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 42)), x, c5x);
                c6x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 50)), x, c6x);
                x = Vector512.Load(p + 96);
                c0x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 3)), x, c0x);
                c1x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 11)), x, c1x);
                c2x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 19)), x, c2x);
                c3x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 27)), x, c3x);
                c4x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 35)), x, c4x);
                c5x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 43)), x, c5x);
                c6x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 51)), x, c6x);
                if (Sse.IsSupported)
                {
                    Sse.Prefetch1(ahead);
                    Sse.Prefetch1(ahead + 64);
                }
                ahead += aheadStride;
                x = Vector512.Load(p + 128);
                c0x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 4)), x, c0x);
                c1x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 12)), x, c1x);
                c2x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 20)), x, c2x);
                c3x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 28)), x, c3x);
                c4x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 36)), x, c4x);
                c5x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 44)), x, c5x);
                c6x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 52)), x, c6x);
                x = Vector512.Load(p + 160);
                c0x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 5)), x, c0x);
                c1x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 13)), x, c1x);
                c2x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 21)), x, c2x);
                c3x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 29)), x, c3x);
                c4x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 37)), x, c4x);
                c5x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 45)), x, c5x);
                c6x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 53)), x, c6x);
                x = Vector512.Load(p + 192);
                c0x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 6)), x, c0x);
                c1x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 14)), x, c1x);
                c2x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 22)), x, c2x);
                c3x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 30)), x, c3x);
                c4x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 38)), x, c4x);
                c5x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 46)), x, c5x);
                c6x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 54)), x, c6x);
                x = Vector512.Load(p + 224);
                c0x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 7)), x, c0x);
                c1x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 15)), x, c1x);
                c2x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 23)), x, c2x);
                c3x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 31)), x, c3x);
                c4x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 39)), x, c4x);
                c5x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 47)), x, c5x);
                c6x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 55)), x, c6x);
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
                x = Vector512.Load(p);
                c0x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a)), x, c0x);
                c1x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 8)), x, c1x);
                c2x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 16)), x, c2x);
                c3x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 24)), x, c3x);
                c4x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 32)), x, c4x);
                c5x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 40)), x, c5x);
                c6x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 48)), x, c6x);
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
            c6x.Store(c + column + 864);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization), SkipLocalsInit]
    private static void ByRow7(in AttentionTileBand t, float* a, float* twin, float* b, float* again, float* c, int open, int full, int close)
    {
        byte* ahead = t.Ahead;
        nint aheadStride = t.AheadStride;
        float* firstA = a, firstTwin = twin;
        nint ldc = t.Ldc;
        for (int columns = t.Columns; columns > 0; columns -= 32)
        {
            a = firstA;
            twin = firstTwin;
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
                if (again is not null)
                {
                    e = Vector512.Create(*(again)); c0x *= e; c0y *= e;
                    e = Vector512.Create(*(again + 1)); c1x *= e; c1y *= e;
                    e = Vector512.Create(*(again + 2)); c2x *= e; c2y *= e;
                    e = Vector512.Create(*(again + 3)); c3x *= e; c3y *= e;
                    e = Vector512.Create(*(again + 4)); c4x *= e; c4y *= e;
                    e = Vector512.Create(*(again + 5)); c5x *= e; c5y *= e;
                    e = Vector512.Create(*(again + 6)); c6x *= e; c6y *= e;
                }
            }
            if (open >= 6)
                goto Full;
            if (open <= 0)
            {
                x = Vector512.Load(p);
                y = Vector512.Load(p + 16);
                e = Vector512.Create(*(a)); c0x = Vector512.FusedMultiplyAdd(e, x, c0x); c0y = Vector512.FusedMultiplyAdd(e, y, c0y);
                a += 1;
                twin += 1;
                p += 32;
            }
            if (open <= 1)
            {
                x = Vector512.Load(p);
                y = Vector512.Load(p + 16);
                e = Vector512.Create(*(a)); c0x = Vector512.FusedMultiplyAdd(e, x, c0x); c0y = Vector512.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 144)), x, c1x); c1y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 144)), y, c1y);
                a += 1;
                twin += 1;
                p += 32;
            }
            if (open <= 2)
            {
                x = Vector512.Load(p);
                y = Vector512.Load(p + 16);
                e = Vector512.Create(*(a)); c0x = Vector512.FusedMultiplyAdd(e, x, c0x); c0y = Vector512.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 144)), x, c1x); c1y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 144)), y, c1y);
                c2x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 288)), x, c2x); c2y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 288)), y, c2y);
                a += 1;
                twin += 1;
                p += 32;
            }
            if (open <= 3)
            {
                x = Vector512.Load(p);
                y = Vector512.Load(p + 16);
                e = Vector512.Create(*(a)); c0x = Vector512.FusedMultiplyAdd(e, x, c0x); c0y = Vector512.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 144)), x, c1x); c1y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 144)), y, c1y);
                c2x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 288)), x, c2x); c2y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 288)), y, c2y);
                e = Vector512.Create(*(a + 432)); c3x = Vector512.FusedMultiplyAdd(e, x, c3x); c3y = Vector512.FusedMultiplyAdd(e, y, c3y);
                a += 1;
                twin += 1;
                p += 32;
            }
            if (open <= 4)
            {
                x = Vector512.Load(p);
                y = Vector512.Load(p + 16);
                e = Vector512.Create(*(a)); c0x = Vector512.FusedMultiplyAdd(e, x, c0x); c0y = Vector512.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 144)), x, c1x); c1y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 144)), y, c1y);
                c2x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 288)), x, c2x); c2y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 288)), y, c2y);
                e = Vector512.Create(*(a + 432)); c3x = Vector512.FusedMultiplyAdd(e, x, c3x); c3y = Vector512.FusedMultiplyAdd(e, y, c3y);
                c4x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 576)), x, c4x); c4y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 576)), y, c4y);
                a += 1;
                twin += 1;
                p += 32;
            }
            if (open <= 5)
            {
                x = Vector512.Load(p);
                y = Vector512.Load(p + 16);
                e = Vector512.Create(*(a)); c0x = Vector512.FusedMultiplyAdd(e, x, c0x); c0y = Vector512.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 144)), x, c1x); c1y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 144)), y, c1y);
                c2x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 288)), x, c2x); c2y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 288)), y, c2y);
                e = Vector512.Create(*(a + 432)); c3x = Vector512.FusedMultiplyAdd(e, x, c3x); c3y = Vector512.FusedMultiplyAdd(e, y, c3y);
                c4x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 576)), x, c4x); c4y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 576)), y, c4y);
                c5x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 720)), x, c5x); c5y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 720)), y, c5y);
                a += 1;
                twin += 1;
                p += 32;
            }
        Full:
            int n = full;
            for (; n >= 4; n -= 4)
            {
                x = Vector512.Load(p);
                y = Vector512.Load(p + 16);
                e = Vector512.Create(*(a)); c0x = Vector512.FusedMultiplyAdd(e, x, c0x); c0y = Vector512.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 144)), x, c1x); c1y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 144)), y, c1y);
                c2x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 288)), x, c2x); c2y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 288)), y, c2y);
                e = Vector512.Create(*(a + 432)); c3x = Vector512.FusedMultiplyAdd(e, x, c3x); c3y = Vector512.FusedMultiplyAdd(e, y, c3y);
                c4x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 576)), x, c4x); c4y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 576)), y, c4y);
                c5x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 720)), x, c5x); c5y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 720)), y, c5y);
                e = Vector512.Create(*(a + 864)); c6x = Vector512.FusedMultiplyAdd(e, x, c6x); c6y = Vector512.FusedMultiplyAdd(e, y, c6y);
                x = Vector512.Load(p + 32);
                y = Vector512.Load(p + 48);
                e = Vector512.Create(*(a + 1)); c0x = Vector512.FusedMultiplyAdd(e, x, c0x); c0y = Vector512.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 145)), x, c1x); c1y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 145)), y, c1y);
                c2x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 289)), x, c2x); c2y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 289)), y, c2y);
                e = Vector512.Create(*(a + 433)); c3x = Vector512.FusedMultiplyAdd(e, x, c3x); c3y = Vector512.FusedMultiplyAdd(e, y, c3y);
                c4x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 577)), x, c4x); c4y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 577)), y, c4y);
                c5x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 721)), x, c5x); c5y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 721)), y, c5y);
                e = Vector512.Create(*(a + 865)); c6x = Vector512.FusedMultiplyAdd(e, x, c6x); c6y = Vector512.FusedMultiplyAdd(e, y, c6y);
                x = Vector512.Load(p + 64);
                y = Vector512.Load(p + 80);
                e = Vector512.Create(*(a + 2)); c0x = Vector512.FusedMultiplyAdd(e, x, c0x); c0y = Vector512.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 146)), x, c1x); c1y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 146)), y, c1y);
                c2x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 290)), x, c2x); c2y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 290)), y, c2y);
                e = Vector512.Create(*(a + 434)); c3x = Vector512.FusedMultiplyAdd(e, x, c3x); c3y = Vector512.FusedMultiplyAdd(e, y, c3y);
                c4x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 578)), x, c4x); c4y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 578)), y, c4y);
                c5x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 722)), x, c5x); c5y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 722)), y, c5y);
                e = Vector512.Create(*(a + 866)); c6x = Vector512.FusedMultiplyAdd(e, x, c6x); c6y = Vector512.FusedMultiplyAdd(e, y, c6y);
                x = Vector512.Load(p + 96);
                y = Vector512.Load(p + 112);
                e = Vector512.Create(*(a + 3)); c0x = Vector512.FusedMultiplyAdd(e, x, c0x); c0y = Vector512.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 147)), x, c1x); c1y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 147)), y, c1y);
                c2x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 291)), x, c2x); c2y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 291)), y, c2y);
                e = Vector512.Create(*(a + 435)); c3x = Vector512.FusedMultiplyAdd(e, x, c3x); c3y = Vector512.FusedMultiplyAdd(e, y, c3y);
                c4x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 579)), x, c4x); c4y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 579)), y, c4y);
                c5x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 723)), x, c5x); c5y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 723)), y, c5y);
                e = Vector512.Create(*(a + 867)); c6x = Vector512.FusedMultiplyAdd(e, x, c6x); c6y = Vector512.FusedMultiplyAdd(e, y, c6y);
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
                x = Vector512.Load(p);
                y = Vector512.Load(p + 16);
                e = Vector512.Create(*(a)); c0x = Vector512.FusedMultiplyAdd(e, x, c0x); c0y = Vector512.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 144)), x, c1x); c1y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 144)), y, c1y);
                c2x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 288)), x, c2x); c2y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 288)), y, c2y);
                e = Vector512.Create(*(a + 432)); c3x = Vector512.FusedMultiplyAdd(e, x, c3x); c3y = Vector512.FusedMultiplyAdd(e, y, c3y);
                c4x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 576)), x, c4x); c4y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 576)), y, c4y);
                c5x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 720)), x, c5x); c5y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 720)), y, c5y);
                e = Vector512.Create(*(a + 864)); c6x = Vector512.FusedMultiplyAdd(e, x, c6x); c6y = Vector512.FusedMultiplyAdd(e, y, c6y);
                a += 1;
                twin += 1;
                p += 32;
            }
            if (close < 1)
                goto Done;
            x = Vector512.Load(p);
            y = Vector512.Load(p + 16);
            c1x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 144)), x, c1x); c1y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 144)), y, c1y);
            c2x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 288)), x, c2x); c2y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 288)), y, c2y);
            e = Vector512.Create(*(a + 432)); c3x = Vector512.FusedMultiplyAdd(e, x, c3x); c3y = Vector512.FusedMultiplyAdd(e, y, c3y);
            c4x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 576)), x, c4x); c4y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 576)), y, c4y);
            c5x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 720)), x, c5x); c5y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 720)), y, c5y);
            e = Vector512.Create(*(a + 864)); c6x = Vector512.FusedMultiplyAdd(e, x, c6x); c6y = Vector512.FusedMultiplyAdd(e, y, c6y);
            a += 1;
            twin += 1;
            p += 32;
            if (close < 2)
                goto Done;
            x = Vector512.Load(p);
            y = Vector512.Load(p + 16);
            c2x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 288)), x, c2x); c2y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 288)), y, c2y);
            e = Vector512.Create(*(a + 432)); c3x = Vector512.FusedMultiplyAdd(e, x, c3x); c3y = Vector512.FusedMultiplyAdd(e, y, c3y);
            c4x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 576)), x, c4x); c4y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 576)), y, c4y);
            c5x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 720)), x, c5x); c5y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 720)), y, c5y);
            e = Vector512.Create(*(a + 864)); c6x = Vector512.FusedMultiplyAdd(e, x, c6x); c6y = Vector512.FusedMultiplyAdd(e, y, c6y);
            a += 1;
            twin += 1;
            p += 32;
            if (close < 3)
                goto Done;
            x = Vector512.Load(p);
            y = Vector512.Load(p + 16);
            e = Vector512.Create(*(a + 432)); c3x = Vector512.FusedMultiplyAdd(e, x, c3x); c3y = Vector512.FusedMultiplyAdd(e, y, c3y);
            c4x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 576)), x, c4x); c4y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 576)), y, c4y);
            c5x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 720)), x, c5x); c5y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 720)), y, c5y);
            e = Vector512.Create(*(a + 864)); c6x = Vector512.FusedMultiplyAdd(e, x, c6x); c6y = Vector512.FusedMultiplyAdd(e, y, c6y);
            a += 1;
            twin += 1;
            p += 32;
            if (close < 4)
                goto Done;
            x = Vector512.Load(p);
            y = Vector512.Load(p + 16);
            c4x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 576)), x, c4x); c4y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 576)), y, c4y);
            c5x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 720)), x, c5x); c5y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 720)), y, c5y);
            e = Vector512.Create(*(a + 864)); c6x = Vector512.FusedMultiplyAdd(e, x, c6x); c6y = Vector512.FusedMultiplyAdd(e, y, c6y);
            a += 1;
            twin += 1;
            p += 32;
            if (close < 5)
                goto Done;
            x = Vector512.Load(p);
            y = Vector512.Load(p + 16);
            c5x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 720)), x, c5x); c5y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 720)), y, c5y);
            e = Vector512.Create(*(a + 864)); c6x = Vector512.FusedMultiplyAdd(e, x, c6x); c6y = Vector512.FusedMultiplyAdd(e, y, c6y);
            a += 1;
            twin += 1;
            p += 32;
            if (close < 6)
                goto Done;
            x = Vector512.Load(p);
            y = Vector512.Load(p + 16);
            e = Vector512.Create(*(a + 864)); c6x = Vector512.FusedMultiplyAdd(e, x, c6x); c6y = Vector512.FusedMultiplyAdd(e, y, c6y);
            a += 1;
            twin += 1;
            p += 32;
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
    private static void ByColumn7(in AttentionTileBand t, float* a, float* twin, float* b, float* again, float* c, int open, int full, int close)
    {
        byte* ahead = t.Ahead;
        nint aheadStride = t.AheadStride;
        float* firstA = a, firstTwin = twin;
        nint ldc = t.Ldc;
        for (int columns = t.Columns; columns > 0; columns -= 32)
        {
            a = firstA;
            twin = firstTwin;
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
                e = Vector512.Create(*(a)); c0x = Vector512.FusedMultiplyAdd(e, x, c0x); c0y = Vector512.FusedMultiplyAdd(e, y, c0y);
                a += 144;
                twin += 144;
                p += 32;
            }
            if (open <= 1)
            {
                x = Vector512.Load(p);
                y = Vector512.Load(p + 16);
                e = Vector512.Create(*(a)); c0x = Vector512.FusedMultiplyAdd(e, x, c0x); c0y = Vector512.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 1)), x, c1x); c1y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 1)), y, c1y);
                a += 144;
                twin += 144;
                p += 32;
            }
            if (open <= 2)
            {
                x = Vector512.Load(p);
                y = Vector512.Load(p + 16);
                e = Vector512.Create(*(a)); c0x = Vector512.FusedMultiplyAdd(e, x, c0x); c0y = Vector512.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 1)), x, c1x); c1y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 1)), y, c1y);
                c2x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 2)), x, c2x); c2y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 2)), y, c2y);
                a += 144;
                twin += 144;
                p += 32;
            }
            if (open <= 3)
            {
                x = Vector512.Load(p);
                y = Vector512.Load(p + 16);
                e = Vector512.Create(*(a)); c0x = Vector512.FusedMultiplyAdd(e, x, c0x); c0y = Vector512.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 1)), x, c1x); c1y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 1)), y, c1y);
                c2x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 2)), x, c2x); c2y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 2)), y, c2y);
                e = Vector512.Create(*(a + 3)); c3x = Vector512.FusedMultiplyAdd(e, x, c3x); c3y = Vector512.FusedMultiplyAdd(e, y, c3y);
                a += 144;
                twin += 144;
                p += 32;
            }
            if (open <= 4)
            {
                x = Vector512.Load(p);
                y = Vector512.Load(p + 16);
                e = Vector512.Create(*(a)); c0x = Vector512.FusedMultiplyAdd(e, x, c0x); c0y = Vector512.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 1)), x, c1x); c1y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 1)), y, c1y);
                c2x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 2)), x, c2x); c2y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 2)), y, c2y);
                e = Vector512.Create(*(a + 3)); c3x = Vector512.FusedMultiplyAdd(e, x, c3x); c3y = Vector512.FusedMultiplyAdd(e, y, c3y);
                c4x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 4)), x, c4x); c4y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 4)), y, c4y);
                a += 144;
                twin += 144;
                p += 32;
            }
            if (open <= 5)
            {
                x = Vector512.Load(p);
                y = Vector512.Load(p + 16);
                e = Vector512.Create(*(a)); c0x = Vector512.FusedMultiplyAdd(e, x, c0x); c0y = Vector512.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 1)), x, c1x); c1y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 1)), y, c1y);
                c2x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 2)), x, c2x); c2y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 2)), y, c2y);
                e = Vector512.Create(*(a + 3)); c3x = Vector512.FusedMultiplyAdd(e, x, c3x); c3y = Vector512.FusedMultiplyAdd(e, y, c3y);
                c4x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 4)), x, c4x); c4y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 4)), y, c4y);
                c5x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 5)), x, c5x); c5y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 5)), y, c5y);
                a += 144;
                twin += 144;
                p += 32;
            }
        Full:
            int n = full;
            for (; n >= 4; n -= 4)
            {
                x = Vector512.Load(p);
                y = Vector512.Load(p + 16);
                e = Vector512.Create(*(a)); c0x = Vector512.FusedMultiplyAdd(e, x, c0x); c0y = Vector512.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 1)), x, c1x); c1y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 1)), y, c1y);
                c2x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 2)), x, c2x); c2y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 2)), y, c2y);
                e = Vector512.Create(*(a + 3)); c3x = Vector512.FusedMultiplyAdd(e, x, c3x); c3y = Vector512.FusedMultiplyAdd(e, y, c3y);
                c4x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 4)), x, c4x); c4y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 4)), y, c4y);
                c5x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 5)), x, c5x); c5y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 5)), y, c5y);
                e = Vector512.Create(*(a + 6)); c6x = Vector512.FusedMultiplyAdd(e, x, c6x); c6y = Vector512.FusedMultiplyAdd(e, y, c6y);
                x = Vector512.Load(p + 32);
                y = Vector512.Load(p + 48);
                e = Vector512.Create(*(a + 144)); c0x = Vector512.FusedMultiplyAdd(e, x, c0x); c0y = Vector512.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 145)), x, c1x); c1y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 145)), y, c1y);
                c2x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 146)), x, c2x); c2y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 146)), y, c2y);
                e = Vector512.Create(*(a + 147)); c3x = Vector512.FusedMultiplyAdd(e, x, c3x); c3y = Vector512.FusedMultiplyAdd(e, y, c3y);
                c4x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 148)), x, c4x); c4y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 148)), y, c4y);
                c5x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 149)), x, c5x); c5y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 149)), y, c5y);
                e = Vector512.Create(*(a + 150)); c6x = Vector512.FusedMultiplyAdd(e, x, c6x); c6y = Vector512.FusedMultiplyAdd(e, y, c6y);
                x = Vector512.Load(p + 64);
                y = Vector512.Load(p + 80);
                e = Vector512.Create(*(a + 288)); c0x = Vector512.FusedMultiplyAdd(e, x, c0x); c0y = Vector512.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 289)), x, c1x); c1y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 289)), y, c1y);
                c2x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 290)), x, c2x); c2y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 290)), y, c2y);
                e = Vector512.Create(*(a + 291)); c3x = Vector512.FusedMultiplyAdd(e, x, c3x); c3y = Vector512.FusedMultiplyAdd(e, y, c3y);
                c4x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 292)), x, c4x); c4y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 292)), y, c4y);
                c5x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 293)), x, c5x); c5y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 293)), y, c5y);
                e = Vector512.Create(*(a + 294)); c6x = Vector512.FusedMultiplyAdd(e, x, c6x); c6y = Vector512.FusedMultiplyAdd(e, y, c6y);
                x = Vector512.Load(p + 96);
                y = Vector512.Load(p + 112);
                e = Vector512.Create(*(a + 432)); c0x = Vector512.FusedMultiplyAdd(e, x, c0x); c0y = Vector512.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 433)), x, c1x); c1y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 433)), y, c1y);
                c2x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 434)), x, c2x); c2y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 434)), y, c2y);
                e = Vector512.Create(*(a + 435)); c3x = Vector512.FusedMultiplyAdd(e, x, c3x); c3y = Vector512.FusedMultiplyAdd(e, y, c3y);
                c4x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 436)), x, c4x); c4y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 436)), y, c4y);
                c5x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 437)), x, c5x); c5y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 437)), y, c5y);
                e = Vector512.Create(*(a + 438)); c6x = Vector512.FusedMultiplyAdd(e, x, c6x); c6y = Vector512.FusedMultiplyAdd(e, y, c6y);
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
                x = Vector512.Load(p);
                y = Vector512.Load(p + 16);
                e = Vector512.Create(*(a)); c0x = Vector512.FusedMultiplyAdd(e, x, c0x); c0y = Vector512.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 1)), x, c1x); c1y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 1)), y, c1y);
                c2x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 2)), x, c2x); c2y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 2)), y, c2y);
                e = Vector512.Create(*(a + 3)); c3x = Vector512.FusedMultiplyAdd(e, x, c3x); c3y = Vector512.FusedMultiplyAdd(e, y, c3y);
                c4x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 4)), x, c4x); c4y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 4)), y, c4y);
                c5x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 5)), x, c5x); c5y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 5)), y, c5y);
                e = Vector512.Create(*(a + 6)); c6x = Vector512.FusedMultiplyAdd(e, x, c6x); c6y = Vector512.FusedMultiplyAdd(e, y, c6y);
                a += 144;
                twin += 144;
                p += 32;
            }
            if (close < 1)
                goto Done;
            x = Vector512.Load(p);
            y = Vector512.Load(p + 16);
            c1x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 1)), x, c1x); c1y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 1)), y, c1y);
            c2x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 2)), x, c2x); c2y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 2)), y, c2y);
            e = Vector512.Create(*(a + 3)); c3x = Vector512.FusedMultiplyAdd(e, x, c3x); c3y = Vector512.FusedMultiplyAdd(e, y, c3y);
            c4x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 4)), x, c4x); c4y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 4)), y, c4y);
            c5x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 5)), x, c5x); c5y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 5)), y, c5y);
            e = Vector512.Create(*(a + 6)); c6x = Vector512.FusedMultiplyAdd(e, x, c6x); c6y = Vector512.FusedMultiplyAdd(e, y, c6y);
            a += 144;
            twin += 144;
            p += 32;
            if (close < 2)
                goto Done;
            x = Vector512.Load(p);
            y = Vector512.Load(p + 16);
            c2x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 2)), x, c2x); c2y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 2)), y, c2y);
            e = Vector512.Create(*(a + 3)); c3x = Vector512.FusedMultiplyAdd(e, x, c3x); c3y = Vector512.FusedMultiplyAdd(e, y, c3y);
            c4x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 4)), x, c4x); c4y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 4)), y, c4y);
            c5x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 5)), x, c5x); c5y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 5)), y, c5y);
            e = Vector512.Create(*(a + 6)); c6x = Vector512.FusedMultiplyAdd(e, x, c6x); c6y = Vector512.FusedMultiplyAdd(e, y, c6y);
            a += 144;
            twin += 144;
            p += 32;
            if (close < 3)
                goto Done;
            x = Vector512.Load(p);
            y = Vector512.Load(p + 16);
            e = Vector512.Create(*(a + 3)); c3x = Vector512.FusedMultiplyAdd(e, x, c3x); c3y = Vector512.FusedMultiplyAdd(e, y, c3y);
            c4x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 4)), x, c4x); c4y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 4)), y, c4y);
            c5x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 5)), x, c5x); c5y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 5)), y, c5y);
            e = Vector512.Create(*(a + 6)); c6x = Vector512.FusedMultiplyAdd(e, x, c6x); c6y = Vector512.FusedMultiplyAdd(e, y, c6y);
            a += 144;
            twin += 144;
            p += 32;
            if (close < 4)
                goto Done;
            x = Vector512.Load(p);
            y = Vector512.Load(p + 16);
            c4x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 4)), x, c4x); c4y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 4)), y, c4y);
            c5x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 5)), x, c5x); c5y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 5)), y, c5y);
            e = Vector512.Create(*(a + 6)); c6x = Vector512.FusedMultiplyAdd(e, x, c6x); c6y = Vector512.FusedMultiplyAdd(e, y, c6y);
            a += 144;
            twin += 144;
            p += 32;
            if (close < 5)
                goto Done;
            x = Vector512.Load(p);
            y = Vector512.Load(p + 16);
            c5x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 5)), x, c5x); c5y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 5)), y, c5y);
            e = Vector512.Create(*(a + 6)); c6x = Vector512.FusedMultiplyAdd(e, x, c6x); c6y = Vector512.FusedMultiplyAdd(e, y, c6y);
            a += 144;
            twin += 144;
            p += 32;
            if (close < 6)
                goto Done;
            x = Vector512.Load(p);
            y = Vector512.Load(p + 16);
            e = Vector512.Create(*(a + 6)); c6x = Vector512.FusedMultiplyAdd(e, x, c6x); c6y = Vector512.FusedMultiplyAdd(e, y, c6y);
            a += 144;
            twin += 144;
            p += 32;
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
    private static void Shared7(in AttentionTileBand t, float* a, float* twin, float* b, float* c, int steps)
    {
        nint ldb = t.Ldb;
        float* firstA = a, firstTwin = twin;
        nint ldc = t.Ldc;
        for (int columns = t.Columns; columns > 0; columns -= 32)
        {
            a = firstA;
            twin = firstTwin;
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
            for (int n = steps; n > 0; n--, a++, twin++, p += ldb)
            {
                x = Vector512.Load(p);
                y = Vector512.Load(p + 16);
                e = Vector512.Create(*(a)); c0x = Vector512.FusedMultiplyAdd(e, x, c0x); c0y = Vector512.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 144)), x, c1x); c1y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 144)), y, c1y);
                c2x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 288)), x, c2x); c2y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 288)), y, c2y);
                e = Vector512.Create(*(a + 432)); c3x = Vector512.FusedMultiplyAdd(e, x, c3x); c3y = Vector512.FusedMultiplyAdd(e, y, c3y);
                c4x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 576)), x, c4x); c4y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 576)), y, c4y);
                c5x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 720)), x, c5x); c5y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 720)), y, c5y);
                e = Vector512.Create(*(a + 864)); c6x = Vector512.FusedMultiplyAdd(e, x, c6x); c6y = Vector512.FusedMultiplyAdd(e, y, c6y);
            }
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
    private static void Scores8(float* a, float* twin, float** pages, float* c, int columns, int k, byte* ahead, nint aheadStride)
    {
        int column = 0;
        float* firstA = a, firstTwin = twin;
        for (; columns - column > 16; column += 32)
        {
            float* p = pages[column / 32] + (column % 32);
            a = firstA;
            twin = firstTwin;
            Vector512<float> x, y, e;
            Vector512<float> c0x = default, c0y = default;
            Vector512<float> c1x = default, c1y = default;
            Vector512<float> c2x = default, c2y = default;
            Vector512<float> c3x = default, c3y = default;
            Vector512<float> c4x = default, c4y = default;
            Vector512<float> c5x = default, c5y = default;
            Vector512<float> c6x = default, c6y = default;
            Vector512<float> c7x = default, c7y = default;
            int n = k;
            for (; n >= 8; n -= 8)
            {
                x = Vector512.Load(p);
                y = Vector512.Load(p + 16);
                e = Vector512.Create(*(a)); c0x = Vector512.FusedMultiplyAdd(e, x, c0x); c0y = Vector512.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 8)), x, c1x); c1y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 8)), y, c1y);
                c2x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 16)), x, c2x); c2y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 16)), y, c2y);
                e = Vector512.Create(*(a + 24)); c3x = Vector512.FusedMultiplyAdd(e, x, c3x); c3y = Vector512.FusedMultiplyAdd(e, y, c3y);
                c4x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 32)), x, c4x); c4y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 32)), y, c4y);
                c5x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 40)), x, c5x); c5y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 40)), y, c5y);
                e = Vector512.Create(*(a + 48)); c6x = Vector512.FusedMultiplyAdd(e, x, c6x); c6y = Vector512.FusedMultiplyAdd(e, y, c6y);
                c7x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 56)), x, c7x); c7y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 56)), y, c7y);
                x = Vector512.Load(p + 32);
                y = Vector512.Load(p + 48);
                e = Vector512.Create(*(a + 1)); c0x = Vector512.FusedMultiplyAdd(e, x, c0x); c0y = Vector512.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 9)), x, c1x); c1y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 9)), y, c1y);
                c2x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 17)), x, c2x); c2y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 17)), y, c2y);
                e = Vector512.Create(*(a + 25)); c3x = Vector512.FusedMultiplyAdd(e, x, c3x); c3y = Vector512.FusedMultiplyAdd(e, y, c3y);
                c4x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 33)), x, c4x); c4y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 33)), y, c4y);
                c5x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 41)), x, c5x); c5y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 41)), y, c5y);
                e = Vector512.Create(*(a + 49)); c6x = Vector512.FusedMultiplyAdd(e, x, c6x); c6y = Vector512.FusedMultiplyAdd(e, y, c6y);
                c7x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 57)), x, c7x); c7y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 57)), y, c7y);
                x = Vector512.Load(p + 64);
                y = Vector512.Load(p + 80);
                e = Vector512.Create(*(a + 2)); c0x = Vector512.FusedMultiplyAdd(e, x, c0x); c0y = Vector512.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 10)), x, c1x); c1y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 10)), y, c1y);
                c2x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 18)), x, c2x); c2y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 18)), y, c2y);
                e = Vector512.Create(*(a + 26)); c3x = Vector512.FusedMultiplyAdd(e, x, c3x); c3y = Vector512.FusedMultiplyAdd(e, y, c3y);
                c4x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 34)), x, c4x); c4y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 34)), y, c4y);
                c5x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 42)), x, c5x); c5y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 42)), y, c5y);
                e = Vector512.Create(*(a + 50)); c6x = Vector512.FusedMultiplyAdd(e, x, c6x); c6y = Vector512.FusedMultiplyAdd(e, y, c6y);
                c7x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 58)), x, c7x); c7y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 58)), y, c7y);
                x = Vector512.Load(p + 96);
                y = Vector512.Load(p + 112);
                e = Vector512.Create(*(a + 3)); c0x = Vector512.FusedMultiplyAdd(e, x, c0x); c0y = Vector512.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 11)), x, c1x); c1y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 11)), y, c1y);
                c2x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 19)), x, c2x); c2y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 19)), y, c2y);
                e = Vector512.Create(*(a + 27)); c3x = Vector512.FusedMultiplyAdd(e, x, c3x); c3y = Vector512.FusedMultiplyAdd(e, y, c3y);
                c4x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 35)), x, c4x); c4y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 35)), y, c4y);
                c5x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 43)), x, c5x); c5y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 43)), y, c5y);
                e = Vector512.Create(*(a + 51)); c6x = Vector512.FusedMultiplyAdd(e, x, c6x); c6y = Vector512.FusedMultiplyAdd(e, y, c6y);
                c7x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 59)), x, c7x); c7y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 59)), y, c7y);
                if (Sse.IsSupported)
                {
                    Sse.Prefetch1(ahead);
                    Sse.Prefetch1(ahead + 64);
                }
                ahead += aheadStride;
                x = Vector512.Load(p + 128);
                y = Vector512.Load(p + 144);
                e = Vector512.Create(*(a + 4)); c0x = Vector512.FusedMultiplyAdd(e, x, c0x); c0y = Vector512.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 12)), x, c1x); c1y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 12)), y, c1y);
                c2x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 20)), x, c2x); c2y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 20)), y, c2y);
                e = Vector512.Create(*(a + 28)); c3x = Vector512.FusedMultiplyAdd(e, x, c3x); c3y = Vector512.FusedMultiplyAdd(e, y, c3y);
                c4x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 36)), x, c4x); c4y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 36)), y, c4y);
                c5x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 44)), x, c5x); c5y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 44)), y, c5y);
                e = Vector512.Create(*(a + 52)); c6x = Vector512.FusedMultiplyAdd(e, x, c6x); c6y = Vector512.FusedMultiplyAdd(e, y, c6y);
                c7x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 60)), x, c7x); c7y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 60)), y, c7y);
                x = Vector512.Load(p + 160);
                y = Vector512.Load(p + 176);
                e = Vector512.Create(*(a + 5)); c0x = Vector512.FusedMultiplyAdd(e, x, c0x); c0y = Vector512.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 13)), x, c1x); c1y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 13)), y, c1y);
                c2x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 21)), x, c2x); c2y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 21)), y, c2y);
                e = Vector512.Create(*(a + 29)); c3x = Vector512.FusedMultiplyAdd(e, x, c3x); c3y = Vector512.FusedMultiplyAdd(e, y, c3y);
                c4x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 37)), x, c4x); c4y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 37)), y, c4y);
                c5x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 45)), x, c5x); c5y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 45)), y, c5y);
                e = Vector512.Create(*(a + 53)); c6x = Vector512.FusedMultiplyAdd(e, x, c6x); c6y = Vector512.FusedMultiplyAdd(e, y, c6y);
                c7x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 61)), x, c7x); c7y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 61)), y, c7y);
                x = Vector512.Load(p + 192);
                y = Vector512.Load(p + 208);
                e = Vector512.Create(*(a + 6)); c0x = Vector512.FusedMultiplyAdd(e, x, c0x); c0y = Vector512.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 14)), x, c1x); c1y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 14)), y, c1y);
                c2x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 22)), x, c2x); c2y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 22)), y, c2y);
                e = Vector512.Create(*(a + 30)); c3x = Vector512.FusedMultiplyAdd(e, x, c3x); c3y = Vector512.FusedMultiplyAdd(e, y, c3y);
                c4x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 38)), x, c4x); c4y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 38)), y, c4y);
                c5x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 46)), x, c5x); c5y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 46)), y, c5y);
                e = Vector512.Create(*(a + 54)); c6x = Vector512.FusedMultiplyAdd(e, x, c6x); c6y = Vector512.FusedMultiplyAdd(e, y, c6y);
                c7x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 62)), x, c7x); c7y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 62)), y, c7y);
                x = Vector512.Load(p + 224);
                y = Vector512.Load(p + 240);
                e = Vector512.Create(*(a + 7)); c0x = Vector512.FusedMultiplyAdd(e, x, c0x); c0y = Vector512.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 15)), x, c1x); c1y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 15)), y, c1y);
                c2x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 23)), x, c2x); c2y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 23)), y, c2y);
                e = Vector512.Create(*(a + 31)); c3x = Vector512.FusedMultiplyAdd(e, x, c3x); c3y = Vector512.FusedMultiplyAdd(e, y, c3y);
                c4x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 39)), x, c4x); c4y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 39)), y, c4y);
                c5x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 47)), x, c5x); c5y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 47)), y, c5y);
                e = Vector512.Create(*(a + 55)); c6x = Vector512.FusedMultiplyAdd(e, x, c6x); c6y = Vector512.FusedMultiplyAdd(e, y, c6y);
                c7x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 63)), x, c7x); c7y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 63)), y, c7y);
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
                x = Vector512.Load(p);
                y = Vector512.Load(p + 16);
                e = Vector512.Create(*(a)); c0x = Vector512.FusedMultiplyAdd(e, x, c0x); c0y = Vector512.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 8)), x, c1x); c1y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 8)), y, c1y);
                c2x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 16)), x, c2x); c2y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 16)), y, c2y);
                e = Vector512.Create(*(a + 24)); c3x = Vector512.FusedMultiplyAdd(e, x, c3x); c3y = Vector512.FusedMultiplyAdd(e, y, c3y);
                c4x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 32)), x, c4x); c4y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 32)), y, c4y);
                c5x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 40)), x, c5x); c5y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 40)), y, c5y);
                e = Vector512.Create(*(a + 48)); c6x = Vector512.FusedMultiplyAdd(e, x, c6x); c6y = Vector512.FusedMultiplyAdd(e, y, c6y);
                c7x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 56)), x, c7x); c7y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 56)), y, c7y);
                a += 1;
                twin += 1;
                p += 32;
            }
            c0x.Store(c + column); c0y.Store(c + column + 16);
            c1x.Store(c + column + 144); c1y.Store(c + column + 144 + 16);
            c2x.Store(c + column + 288); c2y.Store(c + column + 288 + 16);
            c3x.Store(c + column + 432); c3y.Store(c + column + 432 + 16);
            c4x.Store(c + column + 576); c4y.Store(c + column + 576 + 16);
            c5x.Store(c + column + 720); c5y.Store(c + column + 720 + 16);
            c6x.Store(c + column + 864); c6y.Store(c + column + 864 + 16);
            c7x.Store(c + column + 1008); c7y.Store(c + column + 1008 + 16);
        }
        if (column < columns)
        {
            float* p = pages[column / 32] + (column % 32);
            a = firstA;
            twin = firstTwin;
            Vector512<float> x;
            Vector512<float> c0x = default;
            Vector512<float> c1x = default;
            Vector512<float> c2x = default;
            Vector512<float> c3x = default;
            Vector512<float> c4x = default;
            Vector512<float> c5x = default;
            Vector512<float> c6x = default;
            Vector512<float> c7x = default;
            int n = k;
            for (; n >= 8; n -= 8)
            {
                x = Vector512.Load(p);
                c0x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a)), x, c0x);
                c1x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 8)), x, c1x);
                c2x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 16)), x, c2x);
                c3x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 24)), x, c3x);
                c4x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 32)), x, c4x);
                c5x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 40)), x, c5x);
                c6x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 48)), x, c6x);
                c7x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 56)), x, c7x);
                x = Vector512.Load(p + 32);
                c0x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 1)), x, c0x);
                c1x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 9)), x, c1x);
                c2x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 17)), x, c2x);
                c3x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 25)), x, c3x);
                c4x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 33)), x, c4x);
                c5x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 41)), x, c5x);
                c6x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 49)), x, c6x);
                c7x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 57)), x, c7x);
                x = Vector512.Load(p + 64);
                c0x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 2)), x, c0x);
                c1x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 10)), x, c1x);
                c2x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 18)), x, c2x);
                c3x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 26)), x, c3x);
                c4x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 34)), x, c4x);
                c5x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 42)), x, c5x);
                c6x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 50)), x, c6x);
                c7x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 58)), x, c7x);
                x = Vector512.Load(p + 96);
                c0x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 3)), x, c0x);
                c1x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 11)), x, c1x);
                c2x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 19)), x, c2x);
                c3x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 27)), x, c3x);
                c4x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 35)), x, c4x);
                c5x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 43)), x, c5x);
                c6x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 51)), x, c6x);
                c7x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 59)), x, c7x);
                if (Sse.IsSupported)
                {
                    Sse.Prefetch1(ahead);
                    Sse.Prefetch1(ahead + 64);
                }
                ahead += aheadStride;
                x = Vector512.Load(p + 128);
                c0x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 4)), x, c0x);
                c1x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 12)), x, c1x);
                c2x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 20)), x, c2x);
                c3x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 28)), x, c3x);
                c4x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 36)), x, c4x);
                c5x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 44)), x, c5x);
                c6x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 52)), x, c6x);
                c7x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 60)), x, c7x);
                x = Vector512.Load(p + 160);
                c0x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 5)), x, c0x);
                c1x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 13)), x, c1x);
                c2x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 21)), x, c2x);
                c3x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 29)), x, c3x);
                c4x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 37)), x, c4x);
                c5x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 45)), x, c5x);
                c6x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 53)), x, c6x);
                c7x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 61)), x, c7x);
                x = Vector512.Load(p + 192);
                c0x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 6)), x, c0x);
                c1x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 14)), x, c1x);
                c2x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 22)), x, c2x);
                c3x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 30)), x, c3x);
                c4x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 38)), x, c4x);
                c5x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 46)), x, c5x);
                c6x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 54)), x, c6x);
                c7x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 62)), x, c7x);
                x = Vector512.Load(p + 224);
                c0x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 7)), x, c0x);
                c1x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 15)), x, c1x);
                c2x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 23)), x, c2x);
                c3x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 31)), x, c3x);
                c4x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 39)), x, c4x);
                c5x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 47)), x, c5x);
                c6x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 55)), x, c6x);
                c7x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 63)), x, c7x);
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
                x = Vector512.Load(p);
                c0x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a)), x, c0x);
                c1x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 8)), x, c1x);
                c2x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 16)), x, c2x);
                c3x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 24)), x, c3x);
                c4x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 32)), x, c4x);
                c5x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 40)), x, c5x);
                c6x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 48)), x, c6x);
                c7x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 56)), x, c7x);
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
            c6x.Store(c + column + 864);
            c7x.Store(c + column + 1008);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization), SkipLocalsInit]
    private static void ByRow8(in AttentionTileBand t, float* a, float* twin, float* b, float* again, float* c, int open, int full, int close)
    {
        byte* ahead = t.Ahead;
        nint aheadStride = t.AheadStride;
        float* firstA = a, firstTwin = twin;
        nint ldc = t.Ldc;
        for (int columns = t.Columns; columns > 0; columns -= 32)
        {
            a = firstA;
            twin = firstTwin;
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
                if (again is not null)
                {
                    e = Vector512.Create(*(again)); c0x *= e; c0y *= e;
                    e = Vector512.Create(*(again + 1)); c1x *= e; c1y *= e;
                    e = Vector512.Create(*(again + 2)); c2x *= e; c2y *= e;
                    e = Vector512.Create(*(again + 3)); c3x *= e; c3y *= e;
                    e = Vector512.Create(*(again + 4)); c4x *= e; c4y *= e;
                    e = Vector512.Create(*(again + 5)); c5x *= e; c5y *= e;
                    e = Vector512.Create(*(again + 6)); c6x *= e; c6y *= e;
                    e = Vector512.Create(*(again + 7)); c7x *= e; c7y *= e;
                }
            }
            if (open >= 7)
                goto Full;
            if (open <= 0)
            {
                x = Vector512.Load(p);
                y = Vector512.Load(p + 16);
                e = Vector512.Create(*(a)); c0x = Vector512.FusedMultiplyAdd(e, x, c0x); c0y = Vector512.FusedMultiplyAdd(e, y, c0y);
                a += 1;
                twin += 1;
                p += 32;
            }
            if (open <= 1)
            {
                x = Vector512.Load(p);
                y = Vector512.Load(p + 16);
                e = Vector512.Create(*(a)); c0x = Vector512.FusedMultiplyAdd(e, x, c0x); c0y = Vector512.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 144)), x, c1x); c1y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 144)), y, c1y);
                a += 1;
                twin += 1;
                p += 32;
            }
            if (open <= 2)
            {
                x = Vector512.Load(p);
                y = Vector512.Load(p + 16);
                e = Vector512.Create(*(a)); c0x = Vector512.FusedMultiplyAdd(e, x, c0x); c0y = Vector512.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 144)), x, c1x); c1y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 144)), y, c1y);
                c2x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 288)), x, c2x); c2y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 288)), y, c2y);
                a += 1;
                twin += 1;
                p += 32;
            }
            if (open <= 3)
            {
                x = Vector512.Load(p);
                y = Vector512.Load(p + 16);
                e = Vector512.Create(*(a)); c0x = Vector512.FusedMultiplyAdd(e, x, c0x); c0y = Vector512.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 144)), x, c1x); c1y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 144)), y, c1y);
                c2x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 288)), x, c2x); c2y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 288)), y, c2y);
                e = Vector512.Create(*(a + 432)); c3x = Vector512.FusedMultiplyAdd(e, x, c3x); c3y = Vector512.FusedMultiplyAdd(e, y, c3y);
                a += 1;
                twin += 1;
                p += 32;
            }
            if (open <= 4)
            {
                x = Vector512.Load(p);
                y = Vector512.Load(p + 16);
                e = Vector512.Create(*(a)); c0x = Vector512.FusedMultiplyAdd(e, x, c0x); c0y = Vector512.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 144)), x, c1x); c1y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 144)), y, c1y);
                c2x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 288)), x, c2x); c2y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 288)), y, c2y);
                e = Vector512.Create(*(a + 432)); c3x = Vector512.FusedMultiplyAdd(e, x, c3x); c3y = Vector512.FusedMultiplyAdd(e, y, c3y);
                c4x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 576)), x, c4x); c4y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 576)), y, c4y);
                a += 1;
                twin += 1;
                p += 32;
            }
            if (open <= 5)
            {
                x = Vector512.Load(p);
                y = Vector512.Load(p + 16);
                e = Vector512.Create(*(a)); c0x = Vector512.FusedMultiplyAdd(e, x, c0x); c0y = Vector512.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 144)), x, c1x); c1y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 144)), y, c1y);
                c2x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 288)), x, c2x); c2y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 288)), y, c2y);
                e = Vector512.Create(*(a + 432)); c3x = Vector512.FusedMultiplyAdd(e, x, c3x); c3y = Vector512.FusedMultiplyAdd(e, y, c3y);
                c4x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 576)), x, c4x); c4y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 576)), y, c4y);
                c5x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 720)), x, c5x); c5y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 720)), y, c5y);
                a += 1;
                twin += 1;
                p += 32;
            }
            if (open <= 6)
            {
                x = Vector512.Load(p);
                y = Vector512.Load(p + 16);
                e = Vector512.Create(*(a)); c0x = Vector512.FusedMultiplyAdd(e, x, c0x); c0y = Vector512.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 144)), x, c1x); c1y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 144)), y, c1y);
                c2x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 288)), x, c2x); c2y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 288)), y, c2y);
                e = Vector512.Create(*(a + 432)); c3x = Vector512.FusedMultiplyAdd(e, x, c3x); c3y = Vector512.FusedMultiplyAdd(e, y, c3y);
                c4x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 576)), x, c4x); c4y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 576)), y, c4y);
                c5x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 720)), x, c5x); c5y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 720)), y, c5y);
                e = Vector512.Create(*(a + 864)); c6x = Vector512.FusedMultiplyAdd(e, x, c6x); c6y = Vector512.FusedMultiplyAdd(e, y, c6y);
                a += 1;
                twin += 1;
                p += 32;
            }
        Full:
            int n = full;
            for (; n >= 4; n -= 4)
            {
                x = Vector512.Load(p);
                y = Vector512.Load(p + 16);
                e = Vector512.Create(*(a)); c0x = Vector512.FusedMultiplyAdd(e, x, c0x); c0y = Vector512.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 144)), x, c1x); c1y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 144)), y, c1y);
                c2x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 288)), x, c2x); c2y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 288)), y, c2y);
                e = Vector512.Create(*(a + 432)); c3x = Vector512.FusedMultiplyAdd(e, x, c3x); c3y = Vector512.FusedMultiplyAdd(e, y, c3y);
                c4x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 576)), x, c4x); c4y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 576)), y, c4y);
                c5x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 720)), x, c5x); c5y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 720)), y, c5y);
                e = Vector512.Create(*(a + 864)); c6x = Vector512.FusedMultiplyAdd(e, x, c6x); c6y = Vector512.FusedMultiplyAdd(e, y, c6y);
                c7x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 1008)), x, c7x); c7y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 1008)), y, c7y);
                x = Vector512.Load(p + 32);
                y = Vector512.Load(p + 48);
                e = Vector512.Create(*(a + 1)); c0x = Vector512.FusedMultiplyAdd(e, x, c0x); c0y = Vector512.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 145)), x, c1x); c1y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 145)), y, c1y);
                c2x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 289)), x, c2x); c2y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 289)), y, c2y);
                e = Vector512.Create(*(a + 433)); c3x = Vector512.FusedMultiplyAdd(e, x, c3x); c3y = Vector512.FusedMultiplyAdd(e, y, c3y);
                c4x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 577)), x, c4x); c4y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 577)), y, c4y);
                c5x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 721)), x, c5x); c5y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 721)), y, c5y);
                e = Vector512.Create(*(a + 865)); c6x = Vector512.FusedMultiplyAdd(e, x, c6x); c6y = Vector512.FusedMultiplyAdd(e, y, c6y);
                c7x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 1009)), x, c7x); c7y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 1009)), y, c7y);
                x = Vector512.Load(p + 64);
                y = Vector512.Load(p + 80);
                e = Vector512.Create(*(a + 2)); c0x = Vector512.FusedMultiplyAdd(e, x, c0x); c0y = Vector512.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 146)), x, c1x); c1y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 146)), y, c1y);
                c2x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 290)), x, c2x); c2y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 290)), y, c2y);
                e = Vector512.Create(*(a + 434)); c3x = Vector512.FusedMultiplyAdd(e, x, c3x); c3y = Vector512.FusedMultiplyAdd(e, y, c3y);
                c4x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 578)), x, c4x); c4y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 578)), y, c4y);
                c5x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 722)), x, c5x); c5y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 722)), y, c5y);
                e = Vector512.Create(*(a + 866)); c6x = Vector512.FusedMultiplyAdd(e, x, c6x); c6y = Vector512.FusedMultiplyAdd(e, y, c6y);
                c7x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 1010)), x, c7x); c7y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 1010)), y, c7y);
                x = Vector512.Load(p + 96);
                y = Vector512.Load(p + 112);
                e = Vector512.Create(*(a + 3)); c0x = Vector512.FusedMultiplyAdd(e, x, c0x); c0y = Vector512.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 147)), x, c1x); c1y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 147)), y, c1y);
                c2x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 291)), x, c2x); c2y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 291)), y, c2y);
                e = Vector512.Create(*(a + 435)); c3x = Vector512.FusedMultiplyAdd(e, x, c3x); c3y = Vector512.FusedMultiplyAdd(e, y, c3y);
                c4x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 579)), x, c4x); c4y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 579)), y, c4y);
                c5x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 723)), x, c5x); c5y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 723)), y, c5y);
                e = Vector512.Create(*(a + 867)); c6x = Vector512.FusedMultiplyAdd(e, x, c6x); c6y = Vector512.FusedMultiplyAdd(e, y, c6y);
                c7x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 1011)), x, c7x); c7y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 1011)), y, c7y);
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
                x = Vector512.Load(p);
                y = Vector512.Load(p + 16);
                e = Vector512.Create(*(a)); c0x = Vector512.FusedMultiplyAdd(e, x, c0x); c0y = Vector512.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 144)), x, c1x); c1y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 144)), y, c1y);
                c2x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 288)), x, c2x); c2y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 288)), y, c2y);
                e = Vector512.Create(*(a + 432)); c3x = Vector512.FusedMultiplyAdd(e, x, c3x); c3y = Vector512.FusedMultiplyAdd(e, y, c3y);
                c4x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 576)), x, c4x); c4y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 576)), y, c4y);
                c5x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 720)), x, c5x); c5y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 720)), y, c5y);
                e = Vector512.Create(*(a + 864)); c6x = Vector512.FusedMultiplyAdd(e, x, c6x); c6y = Vector512.FusedMultiplyAdd(e, y, c6y);
                c7x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 1008)), x, c7x); c7y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 1008)), y, c7y);
                a += 1;
                twin += 1;
                p += 32;
            }
            if (close < 1)
                goto Done;
            x = Vector512.Load(p);
            y = Vector512.Load(p + 16);
            c1x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 144)), x, c1x); c1y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 144)), y, c1y);
            c2x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 288)), x, c2x); c2y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 288)), y, c2y);
            e = Vector512.Create(*(a + 432)); c3x = Vector512.FusedMultiplyAdd(e, x, c3x); c3y = Vector512.FusedMultiplyAdd(e, y, c3y);
            c4x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 576)), x, c4x); c4y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 576)), y, c4y);
            c5x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 720)), x, c5x); c5y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 720)), y, c5y);
            e = Vector512.Create(*(a + 864)); c6x = Vector512.FusedMultiplyAdd(e, x, c6x); c6y = Vector512.FusedMultiplyAdd(e, y, c6y);
            c7x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 1008)), x, c7x); c7y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 1008)), y, c7y);
            a += 1;
            twin += 1;
            p += 32;
            if (close < 2)
                goto Done;
            x = Vector512.Load(p);
            y = Vector512.Load(p + 16);
            c2x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 288)), x, c2x); c2y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 288)), y, c2y);
            e = Vector512.Create(*(a + 432)); c3x = Vector512.FusedMultiplyAdd(e, x, c3x); c3y = Vector512.FusedMultiplyAdd(e, y, c3y);
            c4x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 576)), x, c4x); c4y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 576)), y, c4y);
            c5x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 720)), x, c5x); c5y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 720)), y, c5y);
            e = Vector512.Create(*(a + 864)); c6x = Vector512.FusedMultiplyAdd(e, x, c6x); c6y = Vector512.FusedMultiplyAdd(e, y, c6y);
            c7x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 1008)), x, c7x); c7y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 1008)), y, c7y);
            a += 1;
            twin += 1;
            p += 32;
            if (close < 3)
                goto Done;
            x = Vector512.Load(p);
            y = Vector512.Load(p + 16);
            e = Vector512.Create(*(a + 432)); c3x = Vector512.FusedMultiplyAdd(e, x, c3x); c3y = Vector512.FusedMultiplyAdd(e, y, c3y);
            c4x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 576)), x, c4x); c4y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 576)), y, c4y);
            c5x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 720)), x, c5x); c5y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 720)), y, c5y);
            e = Vector512.Create(*(a + 864)); c6x = Vector512.FusedMultiplyAdd(e, x, c6x); c6y = Vector512.FusedMultiplyAdd(e, y, c6y);
            c7x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 1008)), x, c7x); c7y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 1008)), y, c7y);
            a += 1;
            twin += 1;
            p += 32;
            if (close < 4)
                goto Done;
            x = Vector512.Load(p);
            y = Vector512.Load(p + 16);
            c4x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 576)), x, c4x); c4y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 576)), y, c4y);
            c5x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 720)), x, c5x); c5y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 720)), y, c5y);
            e = Vector512.Create(*(a + 864)); c6x = Vector512.FusedMultiplyAdd(e, x, c6x); c6y = Vector512.FusedMultiplyAdd(e, y, c6y);
            c7x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 1008)), x, c7x); c7y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 1008)), y, c7y);
            a += 1;
            twin += 1;
            p += 32;
            if (close < 5)
                goto Done;
            x = Vector512.Load(p);
            y = Vector512.Load(p + 16);
            c5x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 720)), x, c5x); c5y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 720)), y, c5y);
            e = Vector512.Create(*(a + 864)); c6x = Vector512.FusedMultiplyAdd(e, x, c6x); c6y = Vector512.FusedMultiplyAdd(e, y, c6y);
            c7x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 1008)), x, c7x); c7y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 1008)), y, c7y);
            a += 1;
            twin += 1;
            p += 32;
            if (close < 6)
                goto Done;
            x = Vector512.Load(p);
            y = Vector512.Load(p + 16);
            e = Vector512.Create(*(a + 864)); c6x = Vector512.FusedMultiplyAdd(e, x, c6x); c6y = Vector512.FusedMultiplyAdd(e, y, c6y);
            c7x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 1008)), x, c7x); c7y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 1008)), y, c7y);
            a += 1;
            twin += 1;
            p += 32;
            if (close < 7)
                goto Done;
            x = Vector512.Load(p);
            y = Vector512.Load(p + 16);
            c7x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 1008)), x, c7x); c7y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 1008)), y, c7y);
            a += 1;
            twin += 1;
            p += 32;
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
    private static void ByColumn8(in AttentionTileBand t, float* a, float* twin, float* b, float* again, float* c, int open, int full, int close)
    {
        byte* ahead = t.Ahead;
        nint aheadStride = t.AheadStride;
        float* firstA = a, firstTwin = twin;
        nint ldc = t.Ldc;
        for (int columns = t.Columns; columns > 0; columns -= 32)
        {
            a = firstA;
            twin = firstTwin;
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
                e = Vector512.Create(*(a)); c0x = Vector512.FusedMultiplyAdd(e, x, c0x); c0y = Vector512.FusedMultiplyAdd(e, y, c0y);
                a += 144;
                twin += 144;
                p += 32;
            }
            if (open <= 1)
            {
                x = Vector512.Load(p);
                y = Vector512.Load(p + 16);
                e = Vector512.Create(*(a)); c0x = Vector512.FusedMultiplyAdd(e, x, c0x); c0y = Vector512.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 1)), x, c1x); c1y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 1)), y, c1y);
                a += 144;
                twin += 144;
                p += 32;
            }
            if (open <= 2)
            {
                x = Vector512.Load(p);
                y = Vector512.Load(p + 16);
                e = Vector512.Create(*(a)); c0x = Vector512.FusedMultiplyAdd(e, x, c0x); c0y = Vector512.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 1)), x, c1x); c1y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 1)), y, c1y);
                c2x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 2)), x, c2x); c2y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 2)), y, c2y);
                a += 144;
                twin += 144;
                p += 32;
            }
            if (open <= 3)
            {
                x = Vector512.Load(p);
                y = Vector512.Load(p + 16);
                e = Vector512.Create(*(a)); c0x = Vector512.FusedMultiplyAdd(e, x, c0x); c0y = Vector512.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 1)), x, c1x); c1y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 1)), y, c1y);
                c2x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 2)), x, c2x); c2y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 2)), y, c2y);
                e = Vector512.Create(*(a + 3)); c3x = Vector512.FusedMultiplyAdd(e, x, c3x); c3y = Vector512.FusedMultiplyAdd(e, y, c3y);
                a += 144;
                twin += 144;
                p += 32;
            }
            if (open <= 4)
            {
                x = Vector512.Load(p);
                y = Vector512.Load(p + 16);
                e = Vector512.Create(*(a)); c0x = Vector512.FusedMultiplyAdd(e, x, c0x); c0y = Vector512.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 1)), x, c1x); c1y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 1)), y, c1y);
                c2x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 2)), x, c2x); c2y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 2)), y, c2y);
                e = Vector512.Create(*(a + 3)); c3x = Vector512.FusedMultiplyAdd(e, x, c3x); c3y = Vector512.FusedMultiplyAdd(e, y, c3y);
                c4x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 4)), x, c4x); c4y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 4)), y, c4y);
                a += 144;
                twin += 144;
                p += 32;
            }
            if (open <= 5)
            {
                x = Vector512.Load(p);
                y = Vector512.Load(p + 16);
                e = Vector512.Create(*(a)); c0x = Vector512.FusedMultiplyAdd(e, x, c0x); c0y = Vector512.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 1)), x, c1x); c1y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 1)), y, c1y);
                c2x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 2)), x, c2x); c2y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 2)), y, c2y);
                e = Vector512.Create(*(a + 3)); c3x = Vector512.FusedMultiplyAdd(e, x, c3x); c3y = Vector512.FusedMultiplyAdd(e, y, c3y);
                c4x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 4)), x, c4x); c4y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 4)), y, c4y);
                c5x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 5)), x, c5x); c5y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 5)), y, c5y);
                a += 144;
                twin += 144;
                p += 32;
            }
            if (open <= 6)
            {
                x = Vector512.Load(p);
                y = Vector512.Load(p + 16);
                e = Vector512.Create(*(a)); c0x = Vector512.FusedMultiplyAdd(e, x, c0x); c0y = Vector512.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 1)), x, c1x); c1y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 1)), y, c1y);
                c2x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 2)), x, c2x); c2y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 2)), y, c2y);
                e = Vector512.Create(*(a + 3)); c3x = Vector512.FusedMultiplyAdd(e, x, c3x); c3y = Vector512.FusedMultiplyAdd(e, y, c3y);
                c4x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 4)), x, c4x); c4y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 4)), y, c4y);
                c5x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 5)), x, c5x); c5y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 5)), y, c5y);
                e = Vector512.Create(*(a + 6)); c6x = Vector512.FusedMultiplyAdd(e, x, c6x); c6y = Vector512.FusedMultiplyAdd(e, y, c6y);
                a += 144;
                twin += 144;
                p += 32;
            }
        Full:
            int n = full;
            for (; n >= 4; n -= 4)
            {
                x = Vector512.Load(p);
                y = Vector512.Load(p + 16);
                e = Vector512.Create(*(a)); c0x = Vector512.FusedMultiplyAdd(e, x, c0x); c0y = Vector512.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 1)), x, c1x); c1y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 1)), y, c1y);
                c2x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 2)), x, c2x); c2y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 2)), y, c2y);
                e = Vector512.Create(*(a + 3)); c3x = Vector512.FusedMultiplyAdd(e, x, c3x); c3y = Vector512.FusedMultiplyAdd(e, y, c3y);
                c4x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 4)), x, c4x); c4y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 4)), y, c4y);
                c5x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 5)), x, c5x); c5y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 5)), y, c5y);
                e = Vector512.Create(*(a + 6)); c6x = Vector512.FusedMultiplyAdd(e, x, c6x); c6y = Vector512.FusedMultiplyAdd(e, y, c6y);
                c7x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 7)), x, c7x); c7y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 7)), y, c7y);
                x = Vector512.Load(p + 32);
                y = Vector512.Load(p + 48);
                e = Vector512.Create(*(a + 144)); c0x = Vector512.FusedMultiplyAdd(e, x, c0x); c0y = Vector512.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 145)), x, c1x); c1y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 145)), y, c1y);
                c2x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 146)), x, c2x); c2y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 146)), y, c2y);
                e = Vector512.Create(*(a + 147)); c3x = Vector512.FusedMultiplyAdd(e, x, c3x); c3y = Vector512.FusedMultiplyAdd(e, y, c3y);
                c4x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 148)), x, c4x); c4y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 148)), y, c4y);
                c5x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 149)), x, c5x); c5y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 149)), y, c5y);
                e = Vector512.Create(*(a + 150)); c6x = Vector512.FusedMultiplyAdd(e, x, c6x); c6y = Vector512.FusedMultiplyAdd(e, y, c6y);
                c7x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 151)), x, c7x); c7y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 151)), y, c7y);
                x = Vector512.Load(p + 64);
                y = Vector512.Load(p + 80);
                e = Vector512.Create(*(a + 288)); c0x = Vector512.FusedMultiplyAdd(e, x, c0x); c0y = Vector512.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 289)), x, c1x); c1y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 289)), y, c1y);
                c2x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 290)), x, c2x); c2y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 290)), y, c2y);
                e = Vector512.Create(*(a + 291)); c3x = Vector512.FusedMultiplyAdd(e, x, c3x); c3y = Vector512.FusedMultiplyAdd(e, y, c3y);
                c4x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 292)), x, c4x); c4y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 292)), y, c4y);
                c5x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 293)), x, c5x); c5y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 293)), y, c5y);
                e = Vector512.Create(*(a + 294)); c6x = Vector512.FusedMultiplyAdd(e, x, c6x); c6y = Vector512.FusedMultiplyAdd(e, y, c6y);
                c7x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 295)), x, c7x); c7y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 295)), y, c7y);
                x = Vector512.Load(p + 96);
                y = Vector512.Load(p + 112);
                e = Vector512.Create(*(a + 432)); c0x = Vector512.FusedMultiplyAdd(e, x, c0x); c0y = Vector512.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 433)), x, c1x); c1y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 433)), y, c1y);
                c2x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 434)), x, c2x); c2y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 434)), y, c2y);
                e = Vector512.Create(*(a + 435)); c3x = Vector512.FusedMultiplyAdd(e, x, c3x); c3y = Vector512.FusedMultiplyAdd(e, y, c3y);
                c4x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 436)), x, c4x); c4y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 436)), y, c4y);
                c5x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 437)), x, c5x); c5y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 437)), y, c5y);
                e = Vector512.Create(*(a + 438)); c6x = Vector512.FusedMultiplyAdd(e, x, c6x); c6y = Vector512.FusedMultiplyAdd(e, y, c6y);
                c7x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 439)), x, c7x); c7y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 439)), y, c7y);
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
                x = Vector512.Load(p);
                y = Vector512.Load(p + 16);
                e = Vector512.Create(*(a)); c0x = Vector512.FusedMultiplyAdd(e, x, c0x); c0y = Vector512.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 1)), x, c1x); c1y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 1)), y, c1y);
                c2x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 2)), x, c2x); c2y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 2)), y, c2y);
                e = Vector512.Create(*(a + 3)); c3x = Vector512.FusedMultiplyAdd(e, x, c3x); c3y = Vector512.FusedMultiplyAdd(e, y, c3y);
                c4x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 4)), x, c4x); c4y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 4)), y, c4y);
                c5x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 5)), x, c5x); c5y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 5)), y, c5y);
                e = Vector512.Create(*(a + 6)); c6x = Vector512.FusedMultiplyAdd(e, x, c6x); c6y = Vector512.FusedMultiplyAdd(e, y, c6y);
                c7x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 7)), x, c7x); c7y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 7)), y, c7y);
                a += 144;
                twin += 144;
                p += 32;
            }
            if (close < 1)
                goto Done;
            x = Vector512.Load(p);
            y = Vector512.Load(p + 16);
            c1x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 1)), x, c1x); c1y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 1)), y, c1y);
            c2x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 2)), x, c2x); c2y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 2)), y, c2y);
            e = Vector512.Create(*(a + 3)); c3x = Vector512.FusedMultiplyAdd(e, x, c3x); c3y = Vector512.FusedMultiplyAdd(e, y, c3y);
            c4x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 4)), x, c4x); c4y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 4)), y, c4y);
            c5x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 5)), x, c5x); c5y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 5)), y, c5y);
            e = Vector512.Create(*(a + 6)); c6x = Vector512.FusedMultiplyAdd(e, x, c6x); c6y = Vector512.FusedMultiplyAdd(e, y, c6y);
            c7x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 7)), x, c7x); c7y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 7)), y, c7y);
            a += 144;
            twin += 144;
            p += 32;
            if (close < 2)
                goto Done;
            x = Vector512.Load(p);
            y = Vector512.Load(p + 16);
            c2x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 2)), x, c2x); c2y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 2)), y, c2y);
            e = Vector512.Create(*(a + 3)); c3x = Vector512.FusedMultiplyAdd(e, x, c3x); c3y = Vector512.FusedMultiplyAdd(e, y, c3y);
            c4x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 4)), x, c4x); c4y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 4)), y, c4y);
            c5x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 5)), x, c5x); c5y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 5)), y, c5y);
            e = Vector512.Create(*(a + 6)); c6x = Vector512.FusedMultiplyAdd(e, x, c6x); c6y = Vector512.FusedMultiplyAdd(e, y, c6y);
            c7x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 7)), x, c7x); c7y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 7)), y, c7y);
            a += 144;
            twin += 144;
            p += 32;
            if (close < 3)
                goto Done;
            x = Vector512.Load(p);
            y = Vector512.Load(p + 16);
            e = Vector512.Create(*(a + 3)); c3x = Vector512.FusedMultiplyAdd(e, x, c3x); c3y = Vector512.FusedMultiplyAdd(e, y, c3y);
            c4x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 4)), x, c4x); c4y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 4)), y, c4y);
            c5x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 5)), x, c5x); c5y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 5)), y, c5y);
            e = Vector512.Create(*(a + 6)); c6x = Vector512.FusedMultiplyAdd(e, x, c6x); c6y = Vector512.FusedMultiplyAdd(e, y, c6y);
            c7x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 7)), x, c7x); c7y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 7)), y, c7y);
            a += 144;
            twin += 144;
            p += 32;
            if (close < 4)
                goto Done;
            x = Vector512.Load(p);
            y = Vector512.Load(p + 16);
            c4x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 4)), x, c4x); c4y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 4)), y, c4y);
            c5x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 5)), x, c5x); c5y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 5)), y, c5y);
            e = Vector512.Create(*(a + 6)); c6x = Vector512.FusedMultiplyAdd(e, x, c6x); c6y = Vector512.FusedMultiplyAdd(e, y, c6y);
            c7x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 7)), x, c7x); c7y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 7)), y, c7y);
            a += 144;
            twin += 144;
            p += 32;
            if (close < 5)
                goto Done;
            x = Vector512.Load(p);
            y = Vector512.Load(p + 16);
            c5x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 5)), x, c5x); c5y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 5)), y, c5y);
            e = Vector512.Create(*(a + 6)); c6x = Vector512.FusedMultiplyAdd(e, x, c6x); c6y = Vector512.FusedMultiplyAdd(e, y, c6y);
            c7x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 7)), x, c7x); c7y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 7)), y, c7y);
            a += 144;
            twin += 144;
            p += 32;
            if (close < 6)
                goto Done;
            x = Vector512.Load(p);
            y = Vector512.Load(p + 16);
            e = Vector512.Create(*(a + 6)); c6x = Vector512.FusedMultiplyAdd(e, x, c6x); c6y = Vector512.FusedMultiplyAdd(e, y, c6y);
            c7x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 7)), x, c7x); c7y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 7)), y, c7y);
            a += 144;
            twin += 144;
            p += 32;
            if (close < 7)
                goto Done;
            x = Vector512.Load(p);
            y = Vector512.Load(p + 16);
            c7x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 7)), x, c7x); c7y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 7)), y, c7y);
            a += 144;
            twin += 144;
            p += 32;
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
    private static void Shared8(in AttentionTileBand t, float* a, float* twin, float* b, float* c, int steps)
    {
        nint ldb = t.Ldb;
        float* firstA = a, firstTwin = twin;
        nint ldc = t.Ldc;
        for (int columns = t.Columns; columns > 0; columns -= 32)
        {
            a = firstA;
            twin = firstTwin;
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
            for (int n = steps; n > 0; n--, a++, twin++, p += ldb)
            {
                x = Vector512.Load(p);
                y = Vector512.Load(p + 16);
                e = Vector512.Create(*(a)); c0x = Vector512.FusedMultiplyAdd(e, x, c0x); c0y = Vector512.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 144)), x, c1x); c1y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 144)), y, c1y);
                c2x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 288)), x, c2x); c2y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 288)), y, c2y);
                e = Vector512.Create(*(a + 432)); c3x = Vector512.FusedMultiplyAdd(e, x, c3x); c3y = Vector512.FusedMultiplyAdd(e, y, c3y);
                c4x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 576)), x, c4x); c4y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 576)), y, c4y);
                c5x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 720)), x, c5x); c5y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 720)), y, c5y);
                e = Vector512.Create(*(a + 864)); c6x = Vector512.FusedMultiplyAdd(e, x, c6x); c6y = Vector512.FusedMultiplyAdd(e, y, c6y);
                c7x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 1008)), x, c7x); c7y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 1008)), y, c7y);
            }
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
    private static void Scores9(float* a, float* twin, float** pages, float* c, int columns, int k, byte* ahead, nint aheadStride)
    {
        int column = 0;
        float* firstA = a, firstTwin = twin;
        for (; columns - column > 16; column += 32)
        {
            float* p = pages[column / 32] + (column % 32);
            a = firstA;
            twin = firstTwin;
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
            int n = k;
            for (; n >= 8; n -= 8)
            {
                x = Vector512.Load(p);
                y = Vector512.Load(p + 16);
                e = Vector512.Create(*(a)); c0x = Vector512.FusedMultiplyAdd(e, x, c0x); c0y = Vector512.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 8)), x, c1x); c1y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 8)), y, c1y);
                c2x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 16)), x, c2x); c2y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 16)), y, c2y);
                e = Vector512.Create(*(a + 24)); c3x = Vector512.FusedMultiplyAdd(e, x, c3x); c3y = Vector512.FusedMultiplyAdd(e, y, c3y);
                c4x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 32)), x, c4x); c4y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 32)), y, c4y);
                c5x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 40)), x, c5x); c5y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 40)), y, c5y);
                e = Vector512.Create(*(a + 48)); c6x = Vector512.FusedMultiplyAdd(e, x, c6x); c6y = Vector512.FusedMultiplyAdd(e, y, c6y);
                c7x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 56)), x, c7x); c7y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 56)), y, c7y);
                c8x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 64)), x, c8x); c8y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 64)), y, c8y);
                x = Vector512.Load(p + 32);
                y = Vector512.Load(p + 48);
                e = Vector512.Create(*(a + 1)); c0x = Vector512.FusedMultiplyAdd(e, x, c0x); c0y = Vector512.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 9)), x, c1x); c1y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 9)), y, c1y);
                c2x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 17)), x, c2x); c2y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 17)), y, c2y);
                e = Vector512.Create(*(a + 25)); c3x = Vector512.FusedMultiplyAdd(e, x, c3x); c3y = Vector512.FusedMultiplyAdd(e, y, c3y);
                c4x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 33)), x, c4x); c4y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 33)), y, c4y);
                c5x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 41)), x, c5x); c5y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 41)), y, c5y);
                e = Vector512.Create(*(a + 49)); c6x = Vector512.FusedMultiplyAdd(e, x, c6x); c6y = Vector512.FusedMultiplyAdd(e, y, c6y);
                c7x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 57)), x, c7x); c7y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 57)), y, c7y);
                c8x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 65)), x, c8x); c8y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 65)), y, c8y);
                x = Vector512.Load(p + 64);
                y = Vector512.Load(p + 80);
                e = Vector512.Create(*(a + 2)); c0x = Vector512.FusedMultiplyAdd(e, x, c0x); c0y = Vector512.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 10)), x, c1x); c1y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 10)), y, c1y);
                c2x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 18)), x, c2x); c2y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 18)), y, c2y);
                e = Vector512.Create(*(a + 26)); c3x = Vector512.FusedMultiplyAdd(e, x, c3x); c3y = Vector512.FusedMultiplyAdd(e, y, c3y);
                c4x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 34)), x, c4x); c4y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 34)), y, c4y);
                c5x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 42)), x, c5x); c5y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 42)), y, c5y);
                e = Vector512.Create(*(a + 50)); c6x = Vector512.FusedMultiplyAdd(e, x, c6x); c6y = Vector512.FusedMultiplyAdd(e, y, c6y);
                c7x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 58)), x, c7x); c7y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 58)), y, c7y);
                c8x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 66)), x, c8x); c8y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 66)), y, c8y);
                x = Vector512.Load(p + 96);
                y = Vector512.Load(p + 112);
                e = Vector512.Create(*(a + 3)); c0x = Vector512.FusedMultiplyAdd(e, x, c0x); c0y = Vector512.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 11)), x, c1x); c1y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 11)), y, c1y);
                c2x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 19)), x, c2x); c2y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 19)), y, c2y);
                e = Vector512.Create(*(a + 27)); c3x = Vector512.FusedMultiplyAdd(e, x, c3x); c3y = Vector512.FusedMultiplyAdd(e, y, c3y);
                c4x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 35)), x, c4x); c4y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 35)), y, c4y);
                c5x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 43)), x, c5x); c5y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 43)), y, c5y);
                e = Vector512.Create(*(a + 51)); c6x = Vector512.FusedMultiplyAdd(e, x, c6x); c6y = Vector512.FusedMultiplyAdd(e, y, c6y);
                c7x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 59)), x, c7x); c7y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 59)), y, c7y);
                c8x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 67)), x, c8x); c8y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 67)), y, c8y);
                if (Sse.IsSupported)
                {
                    Sse.Prefetch1(ahead);
                    Sse.Prefetch1(ahead + 64);
                }
                ahead += aheadStride;
                x = Vector512.Load(p + 128);
                y = Vector512.Load(p + 144);
                e = Vector512.Create(*(a + 4)); c0x = Vector512.FusedMultiplyAdd(e, x, c0x); c0y = Vector512.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 12)), x, c1x); c1y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 12)), y, c1y);
                c2x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 20)), x, c2x); c2y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 20)), y, c2y);
                e = Vector512.Create(*(a + 28)); c3x = Vector512.FusedMultiplyAdd(e, x, c3x); c3y = Vector512.FusedMultiplyAdd(e, y, c3y);
                c4x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 36)), x, c4x); c4y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 36)), y, c4y);
                c5x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 44)), x, c5x); c5y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 44)), y, c5y);
                e = Vector512.Create(*(a + 52)); c6x = Vector512.FusedMultiplyAdd(e, x, c6x); c6y = Vector512.FusedMultiplyAdd(e, y, c6y);
                c7x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 60)), x, c7x); c7y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 60)), y, c7y);
                c8x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 68)), x, c8x); c8y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 68)), y, c8y);
                x = Vector512.Load(p + 160);
                y = Vector512.Load(p + 176);
                e = Vector512.Create(*(a + 5)); c0x = Vector512.FusedMultiplyAdd(e, x, c0x); c0y = Vector512.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 13)), x, c1x); c1y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 13)), y, c1y);
                c2x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 21)), x, c2x); c2y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 21)), y, c2y);
                e = Vector512.Create(*(a + 29)); c3x = Vector512.FusedMultiplyAdd(e, x, c3x); c3y = Vector512.FusedMultiplyAdd(e, y, c3y);
                c4x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 37)), x, c4x); c4y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 37)), y, c4y);
                c5x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 45)), x, c5x); c5y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 45)), y, c5y);
                e = Vector512.Create(*(a + 53)); c6x = Vector512.FusedMultiplyAdd(e, x, c6x); c6y = Vector512.FusedMultiplyAdd(e, y, c6y);
                c7x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 61)), x, c7x); c7y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 61)), y, c7y);
                c8x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 69)), x, c8x); c8y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 69)), y, c8y);
                x = Vector512.Load(p + 192);
                y = Vector512.Load(p + 208);
                e = Vector512.Create(*(a + 6)); c0x = Vector512.FusedMultiplyAdd(e, x, c0x); c0y = Vector512.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 14)), x, c1x); c1y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 14)), y, c1y);
                c2x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 22)), x, c2x); c2y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 22)), y, c2y);
                e = Vector512.Create(*(a + 30)); c3x = Vector512.FusedMultiplyAdd(e, x, c3x); c3y = Vector512.FusedMultiplyAdd(e, y, c3y);
                c4x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 38)), x, c4x); c4y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 38)), y, c4y);
                c5x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 46)), x, c5x); c5y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 46)), y, c5y);
                e = Vector512.Create(*(a + 54)); c6x = Vector512.FusedMultiplyAdd(e, x, c6x); c6y = Vector512.FusedMultiplyAdd(e, y, c6y);
                c7x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 62)), x, c7x); c7y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 62)), y, c7y);
                c8x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 70)), x, c8x); c8y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 70)), y, c8y);
                x = Vector512.Load(p + 224);
                y = Vector512.Load(p + 240);
                e = Vector512.Create(*(a + 7)); c0x = Vector512.FusedMultiplyAdd(e, x, c0x); c0y = Vector512.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 15)), x, c1x); c1y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 15)), y, c1y);
                c2x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 23)), x, c2x); c2y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 23)), y, c2y);
                e = Vector512.Create(*(a + 31)); c3x = Vector512.FusedMultiplyAdd(e, x, c3x); c3y = Vector512.FusedMultiplyAdd(e, y, c3y);
                c4x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 39)), x, c4x); c4y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 39)), y, c4y);
                c5x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 47)), x, c5x); c5y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 47)), y, c5y);
                e = Vector512.Create(*(a + 55)); c6x = Vector512.FusedMultiplyAdd(e, x, c6x); c6y = Vector512.FusedMultiplyAdd(e, y, c6y);
                c7x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 63)), x, c7x); c7y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 63)), y, c7y);
                c8x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 71)), x, c8x); c8y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 71)), y, c8y);
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
                x = Vector512.Load(p);
                y = Vector512.Load(p + 16);
                e = Vector512.Create(*(a)); c0x = Vector512.FusedMultiplyAdd(e, x, c0x); c0y = Vector512.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 8)), x, c1x); c1y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 8)), y, c1y);
                c2x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 16)), x, c2x); c2y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 16)), y, c2y);
                e = Vector512.Create(*(a + 24)); c3x = Vector512.FusedMultiplyAdd(e, x, c3x); c3y = Vector512.FusedMultiplyAdd(e, y, c3y);
                c4x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 32)), x, c4x); c4y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 32)), y, c4y);
                c5x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 40)), x, c5x); c5y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 40)), y, c5y);
                e = Vector512.Create(*(a + 48)); c6x = Vector512.FusedMultiplyAdd(e, x, c6x); c6y = Vector512.FusedMultiplyAdd(e, y, c6y);
                c7x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 56)), x, c7x); c7y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 56)), y, c7y);
                c8x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 64)), x, c8x); c8y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 64)), y, c8y);
                a += 1;
                twin += 1;
                p += 32;
            }
            c0x.Store(c + column); c0y.Store(c + column + 16);
            c1x.Store(c + column + 144); c1y.Store(c + column + 144 + 16);
            c2x.Store(c + column + 288); c2y.Store(c + column + 288 + 16);
            c3x.Store(c + column + 432); c3y.Store(c + column + 432 + 16);
            c4x.Store(c + column + 576); c4y.Store(c + column + 576 + 16);
            c5x.Store(c + column + 720); c5y.Store(c + column + 720 + 16);
            c6x.Store(c + column + 864); c6y.Store(c + column + 864 + 16);
            c7x.Store(c + column + 1008); c7y.Store(c + column + 1008 + 16);
            c8x.Store(c + column + 1152); c8y.Store(c + column + 1152 + 16);
        }
        if (column < columns)
        {
            float* p = pages[column / 32] + (column % 32);
            a = firstA;
            twin = firstTwin;
            Vector512<float> x;
            Vector512<float> c0x = default;
            Vector512<float> c1x = default;
            Vector512<float> c2x = default;
            Vector512<float> c3x = default;
            Vector512<float> c4x = default;
            Vector512<float> c5x = default;
            Vector512<float> c6x = default;
            Vector512<float> c7x = default;
            Vector512<float> c8x = default;
            int n = k;
            for (; n >= 8; n -= 8)
            {
                x = Vector512.Load(p);
                c0x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a)), x, c0x);
                c1x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 8)), x, c1x);
                c2x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 16)), x, c2x);
                c3x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 24)), x, c3x);
                c4x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 32)), x, c4x);
                c5x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 40)), x, c5x);
                c6x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 48)), x, c6x);
                c7x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 56)), x, c7x);
                c8x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 64)), x, c8x);
                x = Vector512.Load(p + 32);
                c0x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 1)), x, c0x);
                c1x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 9)), x, c1x);
                c2x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 17)), x, c2x);
                c3x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 25)), x, c3x);
                c4x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 33)), x, c4x);
                c5x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 41)), x, c5x);
                c6x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 49)), x, c6x);
                c7x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 57)), x, c7x);
                c8x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 65)), x, c8x);
                x = Vector512.Load(p + 64);
                c0x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 2)), x, c0x);
                c1x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 10)), x, c1x);
                c2x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 18)), x, c2x);
                c3x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 26)), x, c3x);
                c4x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 34)), x, c4x);
                c5x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 42)), x, c5x);
                c6x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 50)), x, c6x);
                c7x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 58)), x, c7x);
                c8x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 66)), x, c8x);
                x = Vector512.Load(p + 96);
                c0x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 3)), x, c0x);
                c1x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 11)), x, c1x);
                c2x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 19)), x, c2x);
                c3x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 27)), x, c3x);
                c4x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 35)), x, c4x);
                c5x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 43)), x, c5x);
                c6x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 51)), x, c6x);
                c7x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 59)), x, c7x);
                c8x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 67)), x, c8x);
                if (Sse.IsSupported)
                {
                    Sse.Prefetch1(ahead);
                    Sse.Prefetch1(ahead + 64);
                }
                ahead += aheadStride;
                x = Vector512.Load(p + 128);
                c0x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 4)), x, c0x);
                c1x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 12)), x, c1x);
                c2x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 20)), x, c2x);
                c3x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 28)), x, c3x);
                c4x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 36)), x, c4x);
                c5x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 44)), x, c5x);
                c6x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 52)), x, c6x);
                c7x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 60)), x, c7x);
                c8x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 68)), x, c8x);
                x = Vector512.Load(p + 160);
                c0x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 5)), x, c0x);
                c1x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 13)), x, c1x);
                c2x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 21)), x, c2x);
                c3x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 29)), x, c3x);
                c4x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 37)), x, c4x);
                c5x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 45)), x, c5x);
                c6x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 53)), x, c6x);
                c7x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 61)), x, c7x);
                c8x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 69)), x, c8x);
                x = Vector512.Load(p + 192);
                c0x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 6)), x, c0x);
                c1x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 14)), x, c1x);
                c2x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 22)), x, c2x);
                c3x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 30)), x, c3x);
                c4x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 38)), x, c4x);
                c5x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 46)), x, c5x);
                c6x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 54)), x, c6x);
                c7x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 62)), x, c7x);
                c8x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 70)), x, c8x);
                x = Vector512.Load(p + 224);
                c0x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 7)), x, c0x);
                c1x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 15)), x, c1x);
                c2x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 23)), x, c2x);
                c3x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 31)), x, c3x);
                c4x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 39)), x, c4x);
                c5x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 47)), x, c5x);
                c6x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 55)), x, c6x);
                c7x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 63)), x, c7x);
                c8x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 71)), x, c8x);
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
                x = Vector512.Load(p);
                c0x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a)), x, c0x);
                c1x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 8)), x, c1x);
                c2x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 16)), x, c2x);
                c3x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 24)), x, c3x);
                c4x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 32)), x, c4x);
                c5x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 40)), x, c5x);
                c6x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 48)), x, c6x);
                c7x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 56)), x, c7x);
                c8x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 64)), x, c8x);
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
            c6x.Store(c + column + 864);
            c7x.Store(c + column + 1008);
            c8x.Store(c + column + 1152);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization), SkipLocalsInit]
    private static void ByRow9(in AttentionTileBand t, float* a, float* twin, float* b, float* again, float* c, int open, int full, int close)
    {
        byte* ahead = t.Ahead;
        nint aheadStride = t.AheadStride;
        float* firstA = a, firstTwin = twin;
        nint ldc = t.Ldc;
        for (int columns = t.Columns; columns > 0; columns -= 32)
        {
            a = firstA;
            twin = firstTwin;
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
                if (again is not null)
                {
                    e = Vector512.Create(*(again)); c0x *= e; c0y *= e;
                    e = Vector512.Create(*(again + 1)); c1x *= e; c1y *= e;
                    e = Vector512.Create(*(again + 2)); c2x *= e; c2y *= e;
                    e = Vector512.Create(*(again + 3)); c3x *= e; c3y *= e;
                    e = Vector512.Create(*(again + 4)); c4x *= e; c4y *= e;
                    e = Vector512.Create(*(again + 5)); c5x *= e; c5y *= e;
                    e = Vector512.Create(*(again + 6)); c6x *= e; c6y *= e;
                    e = Vector512.Create(*(again + 7)); c7x *= e; c7y *= e;
                    e = Vector512.Create(*(again + 8)); c8x *= e; c8y *= e;
                }
            }
            if (open >= 8)
                goto Full;
            if (open <= 0)
            {
                x = Vector512.Load(p);
                y = Vector512.Load(p + 16);
                e = Vector512.Create(*(a)); c0x = Vector512.FusedMultiplyAdd(e, x, c0x); c0y = Vector512.FusedMultiplyAdd(e, y, c0y);
                a += 1;
                twin += 1;
                p += 32;
            }
            if (open <= 1)
            {
                x = Vector512.Load(p);
                y = Vector512.Load(p + 16);
                e = Vector512.Create(*(a)); c0x = Vector512.FusedMultiplyAdd(e, x, c0x); c0y = Vector512.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 144)), x, c1x); c1y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 144)), y, c1y);
                a += 1;
                twin += 1;
                p += 32;
            }
            if (open <= 2)
            {
                x = Vector512.Load(p);
                y = Vector512.Load(p + 16);
                e = Vector512.Create(*(a)); c0x = Vector512.FusedMultiplyAdd(e, x, c0x); c0y = Vector512.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 144)), x, c1x); c1y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 144)), y, c1y);
                c2x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 288)), x, c2x); c2y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 288)), y, c2y);
                a += 1;
                twin += 1;
                p += 32;
            }
            if (open <= 3)
            {
                x = Vector512.Load(p);
                y = Vector512.Load(p + 16);
                e = Vector512.Create(*(a)); c0x = Vector512.FusedMultiplyAdd(e, x, c0x); c0y = Vector512.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 144)), x, c1x); c1y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 144)), y, c1y);
                c2x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 288)), x, c2x); c2y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 288)), y, c2y);
                e = Vector512.Create(*(a + 432)); c3x = Vector512.FusedMultiplyAdd(e, x, c3x); c3y = Vector512.FusedMultiplyAdd(e, y, c3y);
                a += 1;
                twin += 1;
                p += 32;
            }
            if (open <= 4)
            {
                x = Vector512.Load(p);
                y = Vector512.Load(p + 16);
                e = Vector512.Create(*(a)); c0x = Vector512.FusedMultiplyAdd(e, x, c0x); c0y = Vector512.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 144)), x, c1x); c1y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 144)), y, c1y);
                c2x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 288)), x, c2x); c2y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 288)), y, c2y);
                e = Vector512.Create(*(a + 432)); c3x = Vector512.FusedMultiplyAdd(e, x, c3x); c3y = Vector512.FusedMultiplyAdd(e, y, c3y);
                c4x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 576)), x, c4x); c4y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 576)), y, c4y);
                a += 1;
                twin += 1;
                p += 32;
            }
            if (open <= 5)
            {
                x = Vector512.Load(p);
                y = Vector512.Load(p + 16);
                e = Vector512.Create(*(a)); c0x = Vector512.FusedMultiplyAdd(e, x, c0x); c0y = Vector512.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 144)), x, c1x); c1y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 144)), y, c1y);
                c2x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 288)), x, c2x); c2y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 288)), y, c2y);
                e = Vector512.Create(*(a + 432)); c3x = Vector512.FusedMultiplyAdd(e, x, c3x); c3y = Vector512.FusedMultiplyAdd(e, y, c3y);
                c4x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 576)), x, c4x); c4y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 576)), y, c4y);
                c5x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 720)), x, c5x); c5y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 720)), y, c5y);
                a += 1;
                twin += 1;
                p += 32;
            }
            if (open <= 6)
            {
                x = Vector512.Load(p);
                y = Vector512.Load(p + 16);
                e = Vector512.Create(*(a)); c0x = Vector512.FusedMultiplyAdd(e, x, c0x); c0y = Vector512.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 144)), x, c1x); c1y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 144)), y, c1y);
                c2x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 288)), x, c2x); c2y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 288)), y, c2y);
                e = Vector512.Create(*(a + 432)); c3x = Vector512.FusedMultiplyAdd(e, x, c3x); c3y = Vector512.FusedMultiplyAdd(e, y, c3y);
                c4x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 576)), x, c4x); c4y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 576)), y, c4y);
                c5x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 720)), x, c5x); c5y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 720)), y, c5y);
                e = Vector512.Create(*(a + 864)); c6x = Vector512.FusedMultiplyAdd(e, x, c6x); c6y = Vector512.FusedMultiplyAdd(e, y, c6y);
                a += 1;
                twin += 1;
                p += 32;
            }
            if (open <= 7)
            {
                x = Vector512.Load(p);
                y = Vector512.Load(p + 16);
                e = Vector512.Create(*(a)); c0x = Vector512.FusedMultiplyAdd(e, x, c0x); c0y = Vector512.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 144)), x, c1x); c1y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 144)), y, c1y);
                c2x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 288)), x, c2x); c2y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 288)), y, c2y);
                e = Vector512.Create(*(a + 432)); c3x = Vector512.FusedMultiplyAdd(e, x, c3x); c3y = Vector512.FusedMultiplyAdd(e, y, c3y);
                c4x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 576)), x, c4x); c4y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 576)), y, c4y);
                c5x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 720)), x, c5x); c5y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 720)), y, c5y);
                e = Vector512.Create(*(a + 864)); c6x = Vector512.FusedMultiplyAdd(e, x, c6x); c6y = Vector512.FusedMultiplyAdd(e, y, c6y);
                c7x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 1008)), x, c7x); c7y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 1008)), y, c7y);
                a += 1;
                twin += 1;
                p += 32;
            }
        Full:
            int n = full;
            for (; n >= 4; n -= 4)
            {
                x = Vector512.Load(p);
                y = Vector512.Load(p + 16);
                e = Vector512.Create(*(a)); c0x = Vector512.FusedMultiplyAdd(e, x, c0x); c0y = Vector512.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 144)), x, c1x); c1y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 144)), y, c1y);
                c2x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 288)), x, c2x); c2y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 288)), y, c2y);
                e = Vector512.Create(*(a + 432)); c3x = Vector512.FusedMultiplyAdd(e, x, c3x); c3y = Vector512.FusedMultiplyAdd(e, y, c3y);
                c4x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 576)), x, c4x); c4y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 576)), y, c4y);
                c5x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 720)), x, c5x); c5y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 720)), y, c5y);
                e = Vector512.Create(*(a + 864)); c6x = Vector512.FusedMultiplyAdd(e, x, c6x); c6y = Vector512.FusedMultiplyAdd(e, y, c6y);
                c7x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 1008)), x, c7x); c7y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 1008)), y, c7y);
                c8x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 1152)), x, c8x); c8y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 1152)), y, c8y);
                x = Vector512.Load(p + 32);
                y = Vector512.Load(p + 48);
                e = Vector512.Create(*(a + 1)); c0x = Vector512.FusedMultiplyAdd(e, x, c0x); c0y = Vector512.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 145)), x, c1x); c1y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 145)), y, c1y);
                c2x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 289)), x, c2x); c2y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 289)), y, c2y);
                e = Vector512.Create(*(a + 433)); c3x = Vector512.FusedMultiplyAdd(e, x, c3x); c3y = Vector512.FusedMultiplyAdd(e, y, c3y);
                c4x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 577)), x, c4x); c4y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 577)), y, c4y);
                c5x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 721)), x, c5x); c5y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 721)), y, c5y);
                e = Vector512.Create(*(a + 865)); c6x = Vector512.FusedMultiplyAdd(e, x, c6x); c6y = Vector512.FusedMultiplyAdd(e, y, c6y);
                c7x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 1009)), x, c7x); c7y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 1009)), y, c7y);
                c8x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 1153)), x, c8x); c8y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 1153)), y, c8y);
                x = Vector512.Load(p + 64);
                y = Vector512.Load(p + 80);
                e = Vector512.Create(*(a + 2)); c0x = Vector512.FusedMultiplyAdd(e, x, c0x); c0y = Vector512.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 146)), x, c1x); c1y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 146)), y, c1y);
                c2x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 290)), x, c2x); c2y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 290)), y, c2y);
                e = Vector512.Create(*(a + 434)); c3x = Vector512.FusedMultiplyAdd(e, x, c3x); c3y = Vector512.FusedMultiplyAdd(e, y, c3y);
                c4x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 578)), x, c4x); c4y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 578)), y, c4y);
                c5x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 722)), x, c5x); c5y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 722)), y, c5y);
                e = Vector512.Create(*(a + 866)); c6x = Vector512.FusedMultiplyAdd(e, x, c6x); c6y = Vector512.FusedMultiplyAdd(e, y, c6y);
                c7x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 1010)), x, c7x); c7y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 1010)), y, c7y);
                c8x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 1154)), x, c8x); c8y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 1154)), y, c8y);
                x = Vector512.Load(p + 96);
                y = Vector512.Load(p + 112);
                e = Vector512.Create(*(a + 3)); c0x = Vector512.FusedMultiplyAdd(e, x, c0x); c0y = Vector512.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 147)), x, c1x); c1y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 147)), y, c1y);
                c2x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 291)), x, c2x); c2y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 291)), y, c2y);
                e = Vector512.Create(*(a + 435)); c3x = Vector512.FusedMultiplyAdd(e, x, c3x); c3y = Vector512.FusedMultiplyAdd(e, y, c3y);
                c4x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 579)), x, c4x); c4y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 579)), y, c4y);
                c5x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 723)), x, c5x); c5y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 723)), y, c5y);
                e = Vector512.Create(*(a + 867)); c6x = Vector512.FusedMultiplyAdd(e, x, c6x); c6y = Vector512.FusedMultiplyAdd(e, y, c6y);
                c7x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 1011)), x, c7x); c7y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 1011)), y, c7y);
                c8x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 1155)), x, c8x); c8y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 1155)), y, c8y);
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
                x = Vector512.Load(p);
                y = Vector512.Load(p + 16);
                e = Vector512.Create(*(a)); c0x = Vector512.FusedMultiplyAdd(e, x, c0x); c0y = Vector512.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 144)), x, c1x); c1y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 144)), y, c1y);
                c2x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 288)), x, c2x); c2y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 288)), y, c2y);
                e = Vector512.Create(*(a + 432)); c3x = Vector512.FusedMultiplyAdd(e, x, c3x); c3y = Vector512.FusedMultiplyAdd(e, y, c3y);
                c4x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 576)), x, c4x); c4y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 576)), y, c4y);
                c5x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 720)), x, c5x); c5y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 720)), y, c5y);
                e = Vector512.Create(*(a + 864)); c6x = Vector512.FusedMultiplyAdd(e, x, c6x); c6y = Vector512.FusedMultiplyAdd(e, y, c6y);
                c7x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 1008)), x, c7x); c7y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 1008)), y, c7y);
                c8x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 1152)), x, c8x); c8y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 1152)), y, c8y);
                a += 1;
                twin += 1;
                p += 32;
            }
            if (close < 1)
                goto Done;
            x = Vector512.Load(p);
            y = Vector512.Load(p + 16);
            c1x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 144)), x, c1x); c1y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 144)), y, c1y);
            c2x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 288)), x, c2x); c2y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 288)), y, c2y);
            e = Vector512.Create(*(a + 432)); c3x = Vector512.FusedMultiplyAdd(e, x, c3x); c3y = Vector512.FusedMultiplyAdd(e, y, c3y);
            c4x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 576)), x, c4x); c4y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 576)), y, c4y);
            c5x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 720)), x, c5x); c5y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 720)), y, c5y);
            e = Vector512.Create(*(a + 864)); c6x = Vector512.FusedMultiplyAdd(e, x, c6x); c6y = Vector512.FusedMultiplyAdd(e, y, c6y);
            c7x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 1008)), x, c7x); c7y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 1008)), y, c7y);
            c8x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 1152)), x, c8x); c8y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 1152)), y, c8y);
            a += 1;
            twin += 1;
            p += 32;
            if (close < 2)
                goto Done;
            x = Vector512.Load(p);
            y = Vector512.Load(p + 16);
            c2x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 288)), x, c2x); c2y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 288)), y, c2y);
            e = Vector512.Create(*(a + 432)); c3x = Vector512.FusedMultiplyAdd(e, x, c3x); c3y = Vector512.FusedMultiplyAdd(e, y, c3y);
            c4x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 576)), x, c4x); c4y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 576)), y, c4y);
            c5x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 720)), x, c5x); c5y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 720)), y, c5y);
            e = Vector512.Create(*(a + 864)); c6x = Vector512.FusedMultiplyAdd(e, x, c6x); c6y = Vector512.FusedMultiplyAdd(e, y, c6y);
            c7x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 1008)), x, c7x); c7y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 1008)), y, c7y);
            c8x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 1152)), x, c8x); c8y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 1152)), y, c8y);
            a += 1;
            twin += 1;
            p += 32;
            if (close < 3)
                goto Done;
            x = Vector512.Load(p);
            y = Vector512.Load(p + 16);
            e = Vector512.Create(*(a + 432)); c3x = Vector512.FusedMultiplyAdd(e, x, c3x); c3y = Vector512.FusedMultiplyAdd(e, y, c3y);
            c4x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 576)), x, c4x); c4y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 576)), y, c4y);
            c5x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 720)), x, c5x); c5y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 720)), y, c5y);
            e = Vector512.Create(*(a + 864)); c6x = Vector512.FusedMultiplyAdd(e, x, c6x); c6y = Vector512.FusedMultiplyAdd(e, y, c6y);
            c7x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 1008)), x, c7x); c7y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 1008)), y, c7y);
            c8x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 1152)), x, c8x); c8y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 1152)), y, c8y);
            a += 1;
            twin += 1;
            p += 32;
            if (close < 4)
                goto Done;
            x = Vector512.Load(p);
            y = Vector512.Load(p + 16);
            c4x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 576)), x, c4x); c4y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 576)), y, c4y);
            c5x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 720)), x, c5x); c5y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 720)), y, c5y);
            e = Vector512.Create(*(a + 864)); c6x = Vector512.FusedMultiplyAdd(e, x, c6x); c6y = Vector512.FusedMultiplyAdd(e, y, c6y);
            c7x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 1008)), x, c7x); c7y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 1008)), y, c7y);
            c8x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 1152)), x, c8x); c8y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 1152)), y, c8y);
            a += 1;
            twin += 1;
            p += 32;
            if (close < 5)
                goto Done;
            x = Vector512.Load(p);
            y = Vector512.Load(p + 16);
            c5x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 720)), x, c5x); c5y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 720)), y, c5y);
            e = Vector512.Create(*(a + 864)); c6x = Vector512.FusedMultiplyAdd(e, x, c6x); c6y = Vector512.FusedMultiplyAdd(e, y, c6y);
            c7x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 1008)), x, c7x); c7y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 1008)), y, c7y);
            c8x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 1152)), x, c8x); c8y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 1152)), y, c8y);
            a += 1;
            twin += 1;
            p += 32;
            if (close < 6)
                goto Done;
            x = Vector512.Load(p);
            y = Vector512.Load(p + 16);
            e = Vector512.Create(*(a + 864)); c6x = Vector512.FusedMultiplyAdd(e, x, c6x); c6y = Vector512.FusedMultiplyAdd(e, y, c6y);
            c7x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 1008)), x, c7x); c7y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 1008)), y, c7y);
            c8x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 1152)), x, c8x); c8y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 1152)), y, c8y);
            a += 1;
            twin += 1;
            p += 32;
            if (close < 7)
                goto Done;
            x = Vector512.Load(p);
            y = Vector512.Load(p + 16);
            c7x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 1008)), x, c7x); c7y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 1008)), y, c7y);
            c8x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 1152)), x, c8x); c8y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 1152)), y, c8y);
            a += 1;
            twin += 1;
            p += 32;
            if (close < 8)
                goto Done;
            x = Vector512.Load(p);
            y = Vector512.Load(p + 16);
            c8x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 1152)), x, c8x); c8y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 1152)), y, c8y);
            a += 1;
            twin += 1;
            p += 32;
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
    private static void ByColumn9(in AttentionTileBand t, float* a, float* twin, float* b, float* again, float* c, int open, int full, int close)
    {
        byte* ahead = t.Ahead;
        nint aheadStride = t.AheadStride;
        float* firstA = a, firstTwin = twin;
        nint ldc = t.Ldc;
        for (int columns = t.Columns; columns > 0; columns -= 32)
        {
            a = firstA;
            twin = firstTwin;
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
                e = Vector512.Create(*(a)); c0x = Vector512.FusedMultiplyAdd(e, x, c0x); c0y = Vector512.FusedMultiplyAdd(e, y, c0y);
                a += 144;
                twin += 144;
                p += 32;
            }
            if (open <= 1)
            {
                x = Vector512.Load(p);
                y = Vector512.Load(p + 16);
                e = Vector512.Create(*(a)); c0x = Vector512.FusedMultiplyAdd(e, x, c0x); c0y = Vector512.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 1)), x, c1x); c1y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 1)), y, c1y);
                a += 144;
                twin += 144;
                p += 32;
            }
            if (open <= 2)
            {
                x = Vector512.Load(p);
                y = Vector512.Load(p + 16);
                e = Vector512.Create(*(a)); c0x = Vector512.FusedMultiplyAdd(e, x, c0x); c0y = Vector512.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 1)), x, c1x); c1y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 1)), y, c1y);
                c2x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 2)), x, c2x); c2y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 2)), y, c2y);
                a += 144;
                twin += 144;
                p += 32;
            }
            if (open <= 3)
            {
                x = Vector512.Load(p);
                y = Vector512.Load(p + 16);
                e = Vector512.Create(*(a)); c0x = Vector512.FusedMultiplyAdd(e, x, c0x); c0y = Vector512.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 1)), x, c1x); c1y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 1)), y, c1y);
                c2x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 2)), x, c2x); c2y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 2)), y, c2y);
                e = Vector512.Create(*(a + 3)); c3x = Vector512.FusedMultiplyAdd(e, x, c3x); c3y = Vector512.FusedMultiplyAdd(e, y, c3y);
                a += 144;
                twin += 144;
                p += 32;
            }
            if (open <= 4)
            {
                x = Vector512.Load(p);
                y = Vector512.Load(p + 16);
                e = Vector512.Create(*(a)); c0x = Vector512.FusedMultiplyAdd(e, x, c0x); c0y = Vector512.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 1)), x, c1x); c1y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 1)), y, c1y);
                c2x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 2)), x, c2x); c2y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 2)), y, c2y);
                e = Vector512.Create(*(a + 3)); c3x = Vector512.FusedMultiplyAdd(e, x, c3x); c3y = Vector512.FusedMultiplyAdd(e, y, c3y);
                c4x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 4)), x, c4x); c4y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 4)), y, c4y);
                a += 144;
                twin += 144;
                p += 32;
            }
            if (open <= 5)
            {
                x = Vector512.Load(p);
                y = Vector512.Load(p + 16);
                e = Vector512.Create(*(a)); c0x = Vector512.FusedMultiplyAdd(e, x, c0x); c0y = Vector512.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 1)), x, c1x); c1y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 1)), y, c1y);
                c2x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 2)), x, c2x); c2y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 2)), y, c2y);
                e = Vector512.Create(*(a + 3)); c3x = Vector512.FusedMultiplyAdd(e, x, c3x); c3y = Vector512.FusedMultiplyAdd(e, y, c3y);
                c4x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 4)), x, c4x); c4y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 4)), y, c4y);
                c5x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 5)), x, c5x); c5y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 5)), y, c5y);
                a += 144;
                twin += 144;
                p += 32;
            }
            if (open <= 6)
            {
                x = Vector512.Load(p);
                y = Vector512.Load(p + 16);
                e = Vector512.Create(*(a)); c0x = Vector512.FusedMultiplyAdd(e, x, c0x); c0y = Vector512.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 1)), x, c1x); c1y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 1)), y, c1y);
                c2x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 2)), x, c2x); c2y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 2)), y, c2y);
                e = Vector512.Create(*(a + 3)); c3x = Vector512.FusedMultiplyAdd(e, x, c3x); c3y = Vector512.FusedMultiplyAdd(e, y, c3y);
                c4x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 4)), x, c4x); c4y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 4)), y, c4y);
                c5x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 5)), x, c5x); c5y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 5)), y, c5y);
                e = Vector512.Create(*(a + 6)); c6x = Vector512.FusedMultiplyAdd(e, x, c6x); c6y = Vector512.FusedMultiplyAdd(e, y, c6y);
                a += 144;
                twin += 144;
                p += 32;
            }
            if (open <= 7)
            {
                x = Vector512.Load(p);
                y = Vector512.Load(p + 16);
                e = Vector512.Create(*(a)); c0x = Vector512.FusedMultiplyAdd(e, x, c0x); c0y = Vector512.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 1)), x, c1x); c1y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 1)), y, c1y);
                c2x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 2)), x, c2x); c2y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 2)), y, c2y);
                e = Vector512.Create(*(a + 3)); c3x = Vector512.FusedMultiplyAdd(e, x, c3x); c3y = Vector512.FusedMultiplyAdd(e, y, c3y);
                c4x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 4)), x, c4x); c4y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 4)), y, c4y);
                c5x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 5)), x, c5x); c5y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 5)), y, c5y);
                e = Vector512.Create(*(a + 6)); c6x = Vector512.FusedMultiplyAdd(e, x, c6x); c6y = Vector512.FusedMultiplyAdd(e, y, c6y);
                c7x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 7)), x, c7x); c7y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 7)), y, c7y);
                a += 144;
                twin += 144;
                p += 32;
            }
        Full:
            int n = full;
            for (; n >= 4; n -= 4)
            {
                x = Vector512.Load(p);
                y = Vector512.Load(p + 16);
                e = Vector512.Create(*(a)); c0x = Vector512.FusedMultiplyAdd(e, x, c0x); c0y = Vector512.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 1)), x, c1x); c1y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 1)), y, c1y);
                c2x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 2)), x, c2x); c2y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 2)), y, c2y);
                e = Vector512.Create(*(a + 3)); c3x = Vector512.FusedMultiplyAdd(e, x, c3x); c3y = Vector512.FusedMultiplyAdd(e, y, c3y);
                c4x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 4)), x, c4x); c4y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 4)), y, c4y);
                c5x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 5)), x, c5x); c5y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 5)), y, c5y);
                e = Vector512.Create(*(a + 6)); c6x = Vector512.FusedMultiplyAdd(e, x, c6x); c6y = Vector512.FusedMultiplyAdd(e, y, c6y);
                c7x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 7)), x, c7x); c7y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 7)), y, c7y);
                c8x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 8)), x, c8x); c8y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 8)), y, c8y);
                x = Vector512.Load(p + 32);
                y = Vector512.Load(p + 48);
                e = Vector512.Create(*(a + 144)); c0x = Vector512.FusedMultiplyAdd(e, x, c0x); c0y = Vector512.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 145)), x, c1x); c1y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 145)), y, c1y);
                c2x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 146)), x, c2x); c2y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 146)), y, c2y);
                e = Vector512.Create(*(a + 147)); c3x = Vector512.FusedMultiplyAdd(e, x, c3x); c3y = Vector512.FusedMultiplyAdd(e, y, c3y);
                c4x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 148)), x, c4x); c4y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 148)), y, c4y);
                c5x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 149)), x, c5x); c5y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 149)), y, c5y);
                e = Vector512.Create(*(a + 150)); c6x = Vector512.FusedMultiplyAdd(e, x, c6x); c6y = Vector512.FusedMultiplyAdd(e, y, c6y);
                c7x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 151)), x, c7x); c7y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 151)), y, c7y);
                c8x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 152)), x, c8x); c8y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 152)), y, c8y);
                x = Vector512.Load(p + 64);
                y = Vector512.Load(p + 80);
                e = Vector512.Create(*(a + 288)); c0x = Vector512.FusedMultiplyAdd(e, x, c0x); c0y = Vector512.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 289)), x, c1x); c1y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 289)), y, c1y);
                c2x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 290)), x, c2x); c2y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 290)), y, c2y);
                e = Vector512.Create(*(a + 291)); c3x = Vector512.FusedMultiplyAdd(e, x, c3x); c3y = Vector512.FusedMultiplyAdd(e, y, c3y);
                c4x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 292)), x, c4x); c4y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 292)), y, c4y);
                c5x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 293)), x, c5x); c5y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 293)), y, c5y);
                e = Vector512.Create(*(a + 294)); c6x = Vector512.FusedMultiplyAdd(e, x, c6x); c6y = Vector512.FusedMultiplyAdd(e, y, c6y);
                c7x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 295)), x, c7x); c7y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 295)), y, c7y);
                c8x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 296)), x, c8x); c8y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 296)), y, c8y);
                x = Vector512.Load(p + 96);
                y = Vector512.Load(p + 112);
                e = Vector512.Create(*(a + 432)); c0x = Vector512.FusedMultiplyAdd(e, x, c0x); c0y = Vector512.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 433)), x, c1x); c1y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 433)), y, c1y);
                c2x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 434)), x, c2x); c2y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 434)), y, c2y);
                e = Vector512.Create(*(a + 435)); c3x = Vector512.FusedMultiplyAdd(e, x, c3x); c3y = Vector512.FusedMultiplyAdd(e, y, c3y);
                c4x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 436)), x, c4x); c4y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 436)), y, c4y);
                c5x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 437)), x, c5x); c5y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 437)), y, c5y);
                e = Vector512.Create(*(a + 438)); c6x = Vector512.FusedMultiplyAdd(e, x, c6x); c6y = Vector512.FusedMultiplyAdd(e, y, c6y);
                c7x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 439)), x, c7x); c7y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 439)), y, c7y);
                c8x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 440)), x, c8x); c8y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 440)), y, c8y);
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
                x = Vector512.Load(p);
                y = Vector512.Load(p + 16);
                e = Vector512.Create(*(a)); c0x = Vector512.FusedMultiplyAdd(e, x, c0x); c0y = Vector512.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 1)), x, c1x); c1y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 1)), y, c1y);
                c2x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 2)), x, c2x); c2y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 2)), y, c2y);
                e = Vector512.Create(*(a + 3)); c3x = Vector512.FusedMultiplyAdd(e, x, c3x); c3y = Vector512.FusedMultiplyAdd(e, y, c3y);
                c4x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 4)), x, c4x); c4y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 4)), y, c4y);
                c5x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 5)), x, c5x); c5y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 5)), y, c5y);
                e = Vector512.Create(*(a + 6)); c6x = Vector512.FusedMultiplyAdd(e, x, c6x); c6y = Vector512.FusedMultiplyAdd(e, y, c6y);
                c7x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 7)), x, c7x); c7y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 7)), y, c7y);
                c8x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 8)), x, c8x); c8y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 8)), y, c8y);
                a += 144;
                twin += 144;
                p += 32;
            }
            if (close < 1)
                goto Done;
            x = Vector512.Load(p);
            y = Vector512.Load(p + 16);
            c1x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 1)), x, c1x); c1y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 1)), y, c1y);
            c2x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 2)), x, c2x); c2y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 2)), y, c2y);
            e = Vector512.Create(*(a + 3)); c3x = Vector512.FusedMultiplyAdd(e, x, c3x); c3y = Vector512.FusedMultiplyAdd(e, y, c3y);
            c4x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 4)), x, c4x); c4y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 4)), y, c4y);
            c5x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 5)), x, c5x); c5y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 5)), y, c5y);
            e = Vector512.Create(*(a + 6)); c6x = Vector512.FusedMultiplyAdd(e, x, c6x); c6y = Vector512.FusedMultiplyAdd(e, y, c6y);
            c7x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 7)), x, c7x); c7y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 7)), y, c7y);
            c8x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 8)), x, c8x); c8y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 8)), y, c8y);
            a += 144;
            twin += 144;
            p += 32;
            if (close < 2)
                goto Done;
            x = Vector512.Load(p);
            y = Vector512.Load(p + 16);
            c2x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 2)), x, c2x); c2y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 2)), y, c2y);
            e = Vector512.Create(*(a + 3)); c3x = Vector512.FusedMultiplyAdd(e, x, c3x); c3y = Vector512.FusedMultiplyAdd(e, y, c3y);
            c4x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 4)), x, c4x); c4y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 4)), y, c4y);
            c5x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 5)), x, c5x); c5y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 5)), y, c5y);
            e = Vector512.Create(*(a + 6)); c6x = Vector512.FusedMultiplyAdd(e, x, c6x); c6y = Vector512.FusedMultiplyAdd(e, y, c6y);
            c7x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 7)), x, c7x); c7y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 7)), y, c7y);
            c8x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 8)), x, c8x); c8y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 8)), y, c8y);
            a += 144;
            twin += 144;
            p += 32;
            if (close < 3)
                goto Done;
            x = Vector512.Load(p);
            y = Vector512.Load(p + 16);
            e = Vector512.Create(*(a + 3)); c3x = Vector512.FusedMultiplyAdd(e, x, c3x); c3y = Vector512.FusedMultiplyAdd(e, y, c3y);
            c4x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 4)), x, c4x); c4y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 4)), y, c4y);
            c5x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 5)), x, c5x); c5y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 5)), y, c5y);
            e = Vector512.Create(*(a + 6)); c6x = Vector512.FusedMultiplyAdd(e, x, c6x); c6y = Vector512.FusedMultiplyAdd(e, y, c6y);
            c7x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 7)), x, c7x); c7y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 7)), y, c7y);
            c8x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 8)), x, c8x); c8y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 8)), y, c8y);
            a += 144;
            twin += 144;
            p += 32;
            if (close < 4)
                goto Done;
            x = Vector512.Load(p);
            y = Vector512.Load(p + 16);
            c4x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 4)), x, c4x); c4y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 4)), y, c4y);
            c5x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 5)), x, c5x); c5y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 5)), y, c5y);
            e = Vector512.Create(*(a + 6)); c6x = Vector512.FusedMultiplyAdd(e, x, c6x); c6y = Vector512.FusedMultiplyAdd(e, y, c6y);
            c7x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 7)), x, c7x); c7y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 7)), y, c7y);
            c8x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 8)), x, c8x); c8y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 8)), y, c8y);
            a += 144;
            twin += 144;
            p += 32;
            if (close < 5)
                goto Done;
            x = Vector512.Load(p);
            y = Vector512.Load(p + 16);
            c5x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 5)), x, c5x); c5y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 5)), y, c5y);
            e = Vector512.Create(*(a + 6)); c6x = Vector512.FusedMultiplyAdd(e, x, c6x); c6y = Vector512.FusedMultiplyAdd(e, y, c6y);
            c7x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 7)), x, c7x); c7y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 7)), y, c7y);
            c8x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 8)), x, c8x); c8y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 8)), y, c8y);
            a += 144;
            twin += 144;
            p += 32;
            if (close < 6)
                goto Done;
            x = Vector512.Load(p);
            y = Vector512.Load(p + 16);
            e = Vector512.Create(*(a + 6)); c6x = Vector512.FusedMultiplyAdd(e, x, c6x); c6y = Vector512.FusedMultiplyAdd(e, y, c6y);
            c7x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 7)), x, c7x); c7y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 7)), y, c7y);
            c8x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 8)), x, c8x); c8y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 8)), y, c8y);
            a += 144;
            twin += 144;
            p += 32;
            if (close < 7)
                goto Done;
            x = Vector512.Load(p);
            y = Vector512.Load(p + 16);
            c7x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 7)), x, c7x); c7y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 7)), y, c7y);
            c8x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 8)), x, c8x); c8y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 8)), y, c8y);
            a += 144;
            twin += 144;
            p += 32;
            if (close < 8)
                goto Done;
            x = Vector512.Load(p);
            y = Vector512.Load(p + 16);
            c8x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 8)), x, c8x); c8y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 8)), y, c8y);
            a += 144;
            twin += 144;
            p += 32;
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
    private static void Shared9(in AttentionTileBand t, float* a, float* twin, float* b, float* c, int steps)
    {
        nint ldb = t.Ldb;
        float* firstA = a, firstTwin = twin;
        nint ldc = t.Ldc;
        for (int columns = t.Columns; columns > 0; columns -= 32)
        {
            a = firstA;
            twin = firstTwin;
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
            for (int n = steps; n > 0; n--, a++, twin++, p += ldb)
            {
                x = Vector512.Load(p);
                y = Vector512.Load(p + 16);
                e = Vector512.Create(*(a)); c0x = Vector512.FusedMultiplyAdd(e, x, c0x); c0y = Vector512.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 144)), x, c1x); c1y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 144)), y, c1y);
                c2x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 288)), x, c2x); c2y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 288)), y, c2y);
                e = Vector512.Create(*(a + 432)); c3x = Vector512.FusedMultiplyAdd(e, x, c3x); c3y = Vector512.FusedMultiplyAdd(e, y, c3y);
                c4x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 576)), x, c4x); c4y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 576)), y, c4y);
                c5x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 720)), x, c5x); c5y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 720)), y, c5y);
                e = Vector512.Create(*(a + 864)); c6x = Vector512.FusedMultiplyAdd(e, x, c6x); c6y = Vector512.FusedMultiplyAdd(e, y, c6y);
                c7x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 1008)), x, c7x); c7y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 1008)), y, c7y);
                c8x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 1152)), x, c8x); c8y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 1152)), y, c8y);
            }
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
    private static void Scores10(float* a, float* twin, float** pages, float* c, int columns, int k, byte* ahead, nint aheadStride)
    {
        int column = 0;
        float* firstA = a, firstTwin = twin;
        for (; columns - column > 16; column += 32)
        {
            float* p = pages[column / 32] + (column % 32);
            a = firstA;
            twin = firstTwin;
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
            int n = k;
            for (; n >= 8; n -= 8)
            {
                x = Vector512.Load(p);
                y = Vector512.Load(p + 16);
                e = Vector512.Create(*(a)); c0x = Vector512.FusedMultiplyAdd(e, x, c0x); c0y = Vector512.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 8)), x, c1x); c1y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 8)), y, c1y);
                c2x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 16)), x, c2x); c2y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 16)), y, c2y);
                e = Vector512.Create(*(a + 24)); c3x = Vector512.FusedMultiplyAdd(e, x, c3x); c3y = Vector512.FusedMultiplyAdd(e, y, c3y);
                c4x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 32)), x, c4x); c4y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 32)), y, c4y);
                c5x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 40)), x, c5x); c5y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 40)), y, c5y);
                e = Vector512.Create(*(a + 48)); c6x = Vector512.FusedMultiplyAdd(e, x, c6x); c6y = Vector512.FusedMultiplyAdd(e, y, c6y);
                c7x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 56)), x, c7x); c7y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 56)), y, c7y);
                c8x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 64)), x, c8x); c8y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 64)), y, c8y);
                e = Vector512.Create(*(a + 72)); c9x = Vector512.FusedMultiplyAdd(e, x, c9x); c9y = Vector512.FusedMultiplyAdd(e, y, c9y);
                x = Vector512.Load(p + 32);
                y = Vector512.Load(p + 48);
                e = Vector512.Create(*(a + 1)); c0x = Vector512.FusedMultiplyAdd(e, x, c0x); c0y = Vector512.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 9)), x, c1x); c1y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 9)), y, c1y);
                c2x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 17)), x, c2x); c2y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 17)), y, c2y);
                e = Vector512.Create(*(a + 25)); c3x = Vector512.FusedMultiplyAdd(e, x, c3x); c3y = Vector512.FusedMultiplyAdd(e, y, c3y);
                c4x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 33)), x, c4x); c4y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 33)), y, c4y);
                c5x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 41)), x, c5x); c5y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 41)), y, c5y);
                e = Vector512.Create(*(a + 49)); c6x = Vector512.FusedMultiplyAdd(e, x, c6x); c6y = Vector512.FusedMultiplyAdd(e, y, c6y);
                c7x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 57)), x, c7x); c7y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 57)), y, c7y);
                c8x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 65)), x, c8x); c8y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 65)), y, c8y);
                e = Vector512.Create(*(a + 73)); c9x = Vector512.FusedMultiplyAdd(e, x, c9x); c9y = Vector512.FusedMultiplyAdd(e, y, c9y);
                x = Vector512.Load(p + 64);
                y = Vector512.Load(p + 80);
                e = Vector512.Create(*(a + 2)); c0x = Vector512.FusedMultiplyAdd(e, x, c0x); c0y = Vector512.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 10)), x, c1x); c1y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 10)), y, c1y);
                c2x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 18)), x, c2x); c2y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 18)), y, c2y);
                e = Vector512.Create(*(a + 26)); c3x = Vector512.FusedMultiplyAdd(e, x, c3x); c3y = Vector512.FusedMultiplyAdd(e, y, c3y);
                c4x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 34)), x, c4x); c4y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 34)), y, c4y);
                c5x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 42)), x, c5x); c5y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 42)), y, c5y);
                e = Vector512.Create(*(a + 50)); c6x = Vector512.FusedMultiplyAdd(e, x, c6x); c6y = Vector512.FusedMultiplyAdd(e, y, c6y);
                c7x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 58)), x, c7x); c7y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 58)), y, c7y);
                c8x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 66)), x, c8x); c8y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 66)), y, c8y);
                e = Vector512.Create(*(a + 74)); c9x = Vector512.FusedMultiplyAdd(e, x, c9x); c9y = Vector512.FusedMultiplyAdd(e, y, c9y);
                x = Vector512.Load(p + 96);
                y = Vector512.Load(p + 112);
                e = Vector512.Create(*(a + 3)); c0x = Vector512.FusedMultiplyAdd(e, x, c0x); c0y = Vector512.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 11)), x, c1x); c1y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 11)), y, c1y);
                c2x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 19)), x, c2x); c2y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 19)), y, c2y);
                e = Vector512.Create(*(a + 27)); c3x = Vector512.FusedMultiplyAdd(e, x, c3x); c3y = Vector512.FusedMultiplyAdd(e, y, c3y);
                c4x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 35)), x, c4x); c4y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 35)), y, c4y);
                c5x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 43)), x, c5x); c5y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 43)), y, c5y);
                e = Vector512.Create(*(a + 51)); c6x = Vector512.FusedMultiplyAdd(e, x, c6x); c6y = Vector512.FusedMultiplyAdd(e, y, c6y);
                c7x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 59)), x, c7x); c7y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 59)), y, c7y);
                c8x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 67)), x, c8x); c8y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 67)), y, c8y);
                e = Vector512.Create(*(a + 75)); c9x = Vector512.FusedMultiplyAdd(e, x, c9x); c9y = Vector512.FusedMultiplyAdd(e, y, c9y);
                if (Sse.IsSupported)
                {
                    Sse.Prefetch1(ahead);
                    Sse.Prefetch1(ahead + 64);
                }
                ahead += aheadStride;
                x = Vector512.Load(p + 128);
                y = Vector512.Load(p + 144);
                e = Vector512.Create(*(a + 4)); c0x = Vector512.FusedMultiplyAdd(e, x, c0x); c0y = Vector512.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 12)), x, c1x); c1y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 12)), y, c1y);
                c2x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 20)), x, c2x); c2y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 20)), y, c2y);
                e = Vector512.Create(*(a + 28)); c3x = Vector512.FusedMultiplyAdd(e, x, c3x); c3y = Vector512.FusedMultiplyAdd(e, y, c3y);
                c4x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 36)), x, c4x); c4y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 36)), y, c4y);
                c5x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 44)), x, c5x); c5y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 44)), y, c5y);
                e = Vector512.Create(*(a + 52)); c6x = Vector512.FusedMultiplyAdd(e, x, c6x); c6y = Vector512.FusedMultiplyAdd(e, y, c6y);
                c7x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 60)), x, c7x); c7y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 60)), y, c7y);
                c8x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 68)), x, c8x); c8y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 68)), y, c8y);
                e = Vector512.Create(*(a + 76)); c9x = Vector512.FusedMultiplyAdd(e, x, c9x); c9y = Vector512.FusedMultiplyAdd(e, y, c9y);
                x = Vector512.Load(p + 160);
                y = Vector512.Load(p + 176);
                e = Vector512.Create(*(a + 5)); c0x = Vector512.FusedMultiplyAdd(e, x, c0x); c0y = Vector512.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 13)), x, c1x); c1y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 13)), y, c1y);
                c2x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 21)), x, c2x); c2y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 21)), y, c2y);
                e = Vector512.Create(*(a + 29)); c3x = Vector512.FusedMultiplyAdd(e, x, c3x); c3y = Vector512.FusedMultiplyAdd(e, y, c3y);
                c4x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 37)), x, c4x); c4y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 37)), y, c4y);
                c5x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 45)), x, c5x); c5y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 45)), y, c5y);
                e = Vector512.Create(*(a + 53)); c6x = Vector512.FusedMultiplyAdd(e, x, c6x); c6y = Vector512.FusedMultiplyAdd(e, y, c6y);
                c7x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 61)), x, c7x); c7y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 61)), y, c7y);
                c8x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 69)), x, c8x); c8y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 69)), y, c8y);
                e = Vector512.Create(*(a + 77)); c9x = Vector512.FusedMultiplyAdd(e, x, c9x); c9y = Vector512.FusedMultiplyAdd(e, y, c9y);
                x = Vector512.Load(p + 192);
                y = Vector512.Load(p + 208);
                e = Vector512.Create(*(a + 6)); c0x = Vector512.FusedMultiplyAdd(e, x, c0x); c0y = Vector512.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 14)), x, c1x); c1y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 14)), y, c1y);
                c2x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 22)), x, c2x); c2y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 22)), y, c2y);
                e = Vector512.Create(*(a + 30)); c3x = Vector512.FusedMultiplyAdd(e, x, c3x); c3y = Vector512.FusedMultiplyAdd(e, y, c3y);
                c4x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 38)), x, c4x); c4y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 38)), y, c4y);
                c5x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 46)), x, c5x); c5y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 46)), y, c5y);
                e = Vector512.Create(*(a + 54)); c6x = Vector512.FusedMultiplyAdd(e, x, c6x); c6y = Vector512.FusedMultiplyAdd(e, y, c6y);
                c7x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 62)), x, c7x); c7y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 62)), y, c7y);
                c8x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 70)), x, c8x); c8y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 70)), y, c8y);
                e = Vector512.Create(*(a + 78)); c9x = Vector512.FusedMultiplyAdd(e, x, c9x); c9y = Vector512.FusedMultiplyAdd(e, y, c9y);
                x = Vector512.Load(p + 224);
                y = Vector512.Load(p + 240);
                e = Vector512.Create(*(a + 7)); c0x = Vector512.FusedMultiplyAdd(e, x, c0x); c0y = Vector512.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 15)), x, c1x); c1y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 15)), y, c1y);
                c2x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 23)), x, c2x); c2y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 23)), y, c2y);
                e = Vector512.Create(*(a + 31)); c3x = Vector512.FusedMultiplyAdd(e, x, c3x); c3y = Vector512.FusedMultiplyAdd(e, y, c3y);
                c4x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 39)), x, c4x); c4y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 39)), y, c4y);
                c5x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 47)), x, c5x); c5y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 47)), y, c5y);
                e = Vector512.Create(*(a + 55)); c6x = Vector512.FusedMultiplyAdd(e, x, c6x); c6y = Vector512.FusedMultiplyAdd(e, y, c6y);
                c7x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 63)), x, c7x); c7y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 63)), y, c7y);
                c8x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 71)), x, c8x); c8y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 71)), y, c8y);
                e = Vector512.Create(*(a + 79)); c9x = Vector512.FusedMultiplyAdd(e, x, c9x); c9y = Vector512.FusedMultiplyAdd(e, y, c9y);
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
                x = Vector512.Load(p);
                y = Vector512.Load(p + 16);
                e = Vector512.Create(*(a)); c0x = Vector512.FusedMultiplyAdd(e, x, c0x); c0y = Vector512.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 8)), x, c1x); c1y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 8)), y, c1y);
                c2x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 16)), x, c2x); c2y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 16)), y, c2y);
                e = Vector512.Create(*(a + 24)); c3x = Vector512.FusedMultiplyAdd(e, x, c3x); c3y = Vector512.FusedMultiplyAdd(e, y, c3y);
                c4x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 32)), x, c4x); c4y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 32)), y, c4y);
                c5x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 40)), x, c5x); c5y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 40)), y, c5y);
                e = Vector512.Create(*(a + 48)); c6x = Vector512.FusedMultiplyAdd(e, x, c6x); c6y = Vector512.FusedMultiplyAdd(e, y, c6y);
                c7x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 56)), x, c7x); c7y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 56)), y, c7y);
                c8x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 64)), x, c8x); c8y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 64)), y, c8y);
                e = Vector512.Create(*(a + 72)); c9x = Vector512.FusedMultiplyAdd(e, x, c9x); c9y = Vector512.FusedMultiplyAdd(e, y, c9y);
                a += 1;
                twin += 1;
                p += 32;
            }
            c0x.Store(c + column); c0y.Store(c + column + 16);
            c1x.Store(c + column + 144); c1y.Store(c + column + 144 + 16);
            c2x.Store(c + column + 288); c2y.Store(c + column + 288 + 16);
            c3x.Store(c + column + 432); c3y.Store(c + column + 432 + 16);
            c4x.Store(c + column + 576); c4y.Store(c + column + 576 + 16);
            c5x.Store(c + column + 720); c5y.Store(c + column + 720 + 16);
            c6x.Store(c + column + 864); c6y.Store(c + column + 864 + 16);
            c7x.Store(c + column + 1008); c7y.Store(c + column + 1008 + 16);
            c8x.Store(c + column + 1152); c8y.Store(c + column + 1152 + 16);
            c9x.Store(c + column + 1296); c9y.Store(c + column + 1296 + 16);
        }
        if (column < columns)
        {
            float* p = pages[column / 32] + (column % 32);
            a = firstA;
            twin = firstTwin;
            Vector512<float> x;
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
            int n = k;
            for (; n >= 8; n -= 8)
            {
                x = Vector512.Load(p);
                c0x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a)), x, c0x);
                c1x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 8)), x, c1x);
                c2x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 16)), x, c2x);
                c3x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 24)), x, c3x);
                c4x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 32)), x, c4x);
                c5x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 40)), x, c5x);
                c6x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 48)), x, c6x);
                c7x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 56)), x, c7x);
                c8x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 64)), x, c8x);
                c9x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 72)), x, c9x);
                x = Vector512.Load(p + 32);
                c0x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 1)), x, c0x);
                c1x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 9)), x, c1x);
                c2x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 17)), x, c2x);
                c3x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 25)), x, c3x);
                c4x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 33)), x, c4x);
                c5x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 41)), x, c5x);
                c6x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 49)), x, c6x);
                c7x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 57)), x, c7x);
                c8x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 65)), x, c8x);
                c9x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 73)), x, c9x);
                x = Vector512.Load(p + 64);
                c0x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 2)), x, c0x);
                c1x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 10)), x, c1x);
                c2x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 18)), x, c2x);
                c3x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 26)), x, c3x);
                c4x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 34)), x, c4x);
                c5x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 42)), x, c5x);
                c6x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 50)), x, c6x);
                c7x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 58)), x, c7x);
                c8x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 66)), x, c8x);
                c9x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 74)), x, c9x);
                x = Vector512.Load(p + 96);
                c0x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 3)), x, c0x);
                c1x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 11)), x, c1x);
                c2x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 19)), x, c2x);
                c3x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 27)), x, c3x);
                c4x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 35)), x, c4x);
                c5x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 43)), x, c5x);
                c6x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 51)), x, c6x);
                c7x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 59)), x, c7x);
                c8x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 67)), x, c8x);
                c9x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 75)), x, c9x);
                if (Sse.IsSupported)
                {
                    Sse.Prefetch1(ahead);
                    Sse.Prefetch1(ahead + 64);
                }
                ahead += aheadStride;
                x = Vector512.Load(p + 128);
                c0x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 4)), x, c0x);
                c1x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 12)), x, c1x);
                c2x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 20)), x, c2x);
                c3x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 28)), x, c3x);
                c4x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 36)), x, c4x);
                c5x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 44)), x, c5x);
                c6x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 52)), x, c6x);
                c7x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 60)), x, c7x);
                c8x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 68)), x, c8x);
                c9x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 76)), x, c9x);
                x = Vector512.Load(p + 160);
                c0x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 5)), x, c0x);
                c1x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 13)), x, c1x);
                c2x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 21)), x, c2x);
                c3x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 29)), x, c3x);
                c4x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 37)), x, c4x);
                c5x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 45)), x, c5x);
                c6x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 53)), x, c6x);
                c7x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 61)), x, c7x);
                c8x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 69)), x, c8x);
                c9x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 77)), x, c9x);
                x = Vector512.Load(p + 192);
                c0x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 6)), x, c0x);
                c1x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 14)), x, c1x);
                c2x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 22)), x, c2x);
                c3x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 30)), x, c3x);
                c4x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 38)), x, c4x);
                c5x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 46)), x, c5x);
                c6x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 54)), x, c6x);
                c7x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 62)), x, c7x);
                c8x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 70)), x, c8x);
                c9x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 78)), x, c9x);
                x = Vector512.Load(p + 224);
                c0x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 7)), x, c0x);
                c1x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 15)), x, c1x);
                c2x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 23)), x, c2x);
                c3x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 31)), x, c3x);
                c4x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 39)), x, c4x);
                c5x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 47)), x, c5x);
                c6x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 55)), x, c6x);
                c7x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 63)), x, c7x);
                c8x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 71)), x, c8x);
                c9x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 79)), x, c9x);
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
                x = Vector512.Load(p);
                c0x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a)), x, c0x);
                c1x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 8)), x, c1x);
                c2x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 16)), x, c2x);
                c3x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 24)), x, c3x);
                c4x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 32)), x, c4x);
                c5x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 40)), x, c5x);
                c6x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 48)), x, c6x);
                c7x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 56)), x, c7x);
                c8x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 64)), x, c8x);
                c9x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 72)), x, c9x);
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
            c6x.Store(c + column + 864);
            c7x.Store(c + column + 1008);
            c8x.Store(c + column + 1152);
            c9x.Store(c + column + 1296);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization), SkipLocalsInit]
    private static void ByRow10(in AttentionTileBand t, float* a, float* twin, float* b, float* again, float* c, int open, int full, int close)
    {
        byte* ahead = t.Ahead;
        nint aheadStride = t.AheadStride;
        float* firstA = a, firstTwin = twin;
        nint ldc = t.Ldc;
        for (int columns = t.Columns; columns > 0; columns -= 32)
        {
            a = firstA;
            twin = firstTwin;
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
                if (again is not null)
                {
                    e = Vector512.Create(*(again)); c0x *= e; c0y *= e;
                    e = Vector512.Create(*(again + 1)); c1x *= e; c1y *= e;
                    e = Vector512.Create(*(again + 2)); c2x *= e; c2y *= e;
                    e = Vector512.Create(*(again + 3)); c3x *= e; c3y *= e;
                    e = Vector512.Create(*(again + 4)); c4x *= e; c4y *= e;
                    e = Vector512.Create(*(again + 5)); c5x *= e; c5y *= e;
                    e = Vector512.Create(*(again + 6)); c6x *= e; c6y *= e;
                    e = Vector512.Create(*(again + 7)); c7x *= e; c7y *= e;
                    e = Vector512.Create(*(again + 8)); c8x *= e; c8y *= e;
                    e = Vector512.Create(*(again + 9)); c9x *= e; c9y *= e;
                }
            }
            if (open >= 9)
                goto Full;
            if (open <= 0)
            {
                x = Vector512.Load(p);
                y = Vector512.Load(p + 16);
                e = Vector512.Create(*(a)); c0x = Vector512.FusedMultiplyAdd(e, x, c0x); c0y = Vector512.FusedMultiplyAdd(e, y, c0y);
                a += 1;
                twin += 1;
                p += 32;
            }
            if (open <= 1)
            {
                x = Vector512.Load(p);
                y = Vector512.Load(p + 16);
                e = Vector512.Create(*(a)); c0x = Vector512.FusedMultiplyAdd(e, x, c0x); c0y = Vector512.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 144)), x, c1x); c1y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 144)), y, c1y);
                a += 1;
                twin += 1;
                p += 32;
            }
            if (open <= 2)
            {
                x = Vector512.Load(p);
                y = Vector512.Load(p + 16);
                e = Vector512.Create(*(a)); c0x = Vector512.FusedMultiplyAdd(e, x, c0x); c0y = Vector512.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 144)), x, c1x); c1y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 144)), y, c1y);
                c2x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 288)), x, c2x); c2y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 288)), y, c2y);
                a += 1;
                twin += 1;
                p += 32;
            }
            if (open <= 3)
            {
                x = Vector512.Load(p);
                y = Vector512.Load(p + 16);
                e = Vector512.Create(*(a)); c0x = Vector512.FusedMultiplyAdd(e, x, c0x); c0y = Vector512.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 144)), x, c1x); c1y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 144)), y, c1y);
                c2x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 288)), x, c2x); c2y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 288)), y, c2y);
                e = Vector512.Create(*(a + 432)); c3x = Vector512.FusedMultiplyAdd(e, x, c3x); c3y = Vector512.FusedMultiplyAdd(e, y, c3y);
                a += 1;
                twin += 1;
                p += 32;
            }
            if (open <= 4)
            {
                x = Vector512.Load(p);
                y = Vector512.Load(p + 16);
                e = Vector512.Create(*(a)); c0x = Vector512.FusedMultiplyAdd(e, x, c0x); c0y = Vector512.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 144)), x, c1x); c1y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 144)), y, c1y);
                c2x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 288)), x, c2x); c2y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 288)), y, c2y);
                e = Vector512.Create(*(a + 432)); c3x = Vector512.FusedMultiplyAdd(e, x, c3x); c3y = Vector512.FusedMultiplyAdd(e, y, c3y);
                c4x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 576)), x, c4x); c4y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 576)), y, c4y);
                a += 1;
                twin += 1;
                p += 32;
            }
            if (open <= 5)
            {
                x = Vector512.Load(p);
                y = Vector512.Load(p + 16);
                e = Vector512.Create(*(a)); c0x = Vector512.FusedMultiplyAdd(e, x, c0x); c0y = Vector512.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 144)), x, c1x); c1y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 144)), y, c1y);
                c2x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 288)), x, c2x); c2y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 288)), y, c2y);
                e = Vector512.Create(*(a + 432)); c3x = Vector512.FusedMultiplyAdd(e, x, c3x); c3y = Vector512.FusedMultiplyAdd(e, y, c3y);
                c4x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 576)), x, c4x); c4y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 576)), y, c4y);
                c5x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 720)), x, c5x); c5y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 720)), y, c5y);
                a += 1;
                twin += 1;
                p += 32;
            }
            if (open <= 6)
            {
                x = Vector512.Load(p);
                y = Vector512.Load(p + 16);
                e = Vector512.Create(*(a)); c0x = Vector512.FusedMultiplyAdd(e, x, c0x); c0y = Vector512.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 144)), x, c1x); c1y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 144)), y, c1y);
                c2x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 288)), x, c2x); c2y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 288)), y, c2y);
                e = Vector512.Create(*(a + 432)); c3x = Vector512.FusedMultiplyAdd(e, x, c3x); c3y = Vector512.FusedMultiplyAdd(e, y, c3y);
                c4x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 576)), x, c4x); c4y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 576)), y, c4y);
                c5x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 720)), x, c5x); c5y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 720)), y, c5y);
                e = Vector512.Create(*(a + 864)); c6x = Vector512.FusedMultiplyAdd(e, x, c6x); c6y = Vector512.FusedMultiplyAdd(e, y, c6y);
                a += 1;
                twin += 1;
                p += 32;
            }
            if (open <= 7)
            {
                x = Vector512.Load(p);
                y = Vector512.Load(p + 16);
                e = Vector512.Create(*(a)); c0x = Vector512.FusedMultiplyAdd(e, x, c0x); c0y = Vector512.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 144)), x, c1x); c1y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 144)), y, c1y);
                c2x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 288)), x, c2x); c2y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 288)), y, c2y);
                e = Vector512.Create(*(a + 432)); c3x = Vector512.FusedMultiplyAdd(e, x, c3x); c3y = Vector512.FusedMultiplyAdd(e, y, c3y);
                c4x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 576)), x, c4x); c4y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 576)), y, c4y);
                c5x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 720)), x, c5x); c5y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 720)), y, c5y);
                e = Vector512.Create(*(a + 864)); c6x = Vector512.FusedMultiplyAdd(e, x, c6x); c6y = Vector512.FusedMultiplyAdd(e, y, c6y);
                c7x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 1008)), x, c7x); c7y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 1008)), y, c7y);
                a += 1;
                twin += 1;
                p += 32;
            }
            if (open <= 8)
            {
                x = Vector512.Load(p);
                y = Vector512.Load(p + 16);
                e = Vector512.Create(*(a)); c0x = Vector512.FusedMultiplyAdd(e, x, c0x); c0y = Vector512.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 144)), x, c1x); c1y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 144)), y, c1y);
                c2x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 288)), x, c2x); c2y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 288)), y, c2y);
                e = Vector512.Create(*(a + 432)); c3x = Vector512.FusedMultiplyAdd(e, x, c3x); c3y = Vector512.FusedMultiplyAdd(e, y, c3y);
                c4x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 576)), x, c4x); c4y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 576)), y, c4y);
                c5x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 720)), x, c5x); c5y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 720)), y, c5y);
                e = Vector512.Create(*(a + 864)); c6x = Vector512.FusedMultiplyAdd(e, x, c6x); c6y = Vector512.FusedMultiplyAdd(e, y, c6y);
                c7x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 1008)), x, c7x); c7y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 1008)), y, c7y);
                c8x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 1152)), x, c8x); c8y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 1152)), y, c8y);
                a += 1;
                twin += 1;
                p += 32;
            }
        Full:
            int n = full;
            for (; n >= 4; n -= 4)
            {
                x = Vector512.Load(p);
                y = Vector512.Load(p + 16);
                e = Vector512.Create(*(a)); c0x = Vector512.FusedMultiplyAdd(e, x, c0x); c0y = Vector512.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 144)), x, c1x); c1y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 144)), y, c1y);
                c2x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 288)), x, c2x); c2y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 288)), y, c2y);
                e = Vector512.Create(*(a + 432)); c3x = Vector512.FusedMultiplyAdd(e, x, c3x); c3y = Vector512.FusedMultiplyAdd(e, y, c3y);
                c4x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 576)), x, c4x); c4y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 576)), y, c4y);
                c5x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 720)), x, c5x); c5y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 720)), y, c5y);
                e = Vector512.Create(*(a + 864)); c6x = Vector512.FusedMultiplyAdd(e, x, c6x); c6y = Vector512.FusedMultiplyAdd(e, y, c6y);
                c7x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 1008)), x, c7x); c7y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 1008)), y, c7y);
                c8x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 1152)), x, c8x); c8y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 1152)), y, c8y);
                e = Vector512.Create(*(a + 1296)); c9x = Vector512.FusedMultiplyAdd(e, x, c9x); c9y = Vector512.FusedMultiplyAdd(e, y, c9y);
                x = Vector512.Load(p + 32);
                y = Vector512.Load(p + 48);
                e = Vector512.Create(*(a + 1)); c0x = Vector512.FusedMultiplyAdd(e, x, c0x); c0y = Vector512.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 145)), x, c1x); c1y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 145)), y, c1y);
                c2x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 289)), x, c2x); c2y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 289)), y, c2y);
                e = Vector512.Create(*(a + 433)); c3x = Vector512.FusedMultiplyAdd(e, x, c3x); c3y = Vector512.FusedMultiplyAdd(e, y, c3y);
                c4x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 577)), x, c4x); c4y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 577)), y, c4y);
                c5x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 721)), x, c5x); c5y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 721)), y, c5y);
                e = Vector512.Create(*(a + 865)); c6x = Vector512.FusedMultiplyAdd(e, x, c6x); c6y = Vector512.FusedMultiplyAdd(e, y, c6y);
                c7x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 1009)), x, c7x); c7y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 1009)), y, c7y);
                c8x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 1153)), x, c8x); c8y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 1153)), y, c8y);
                e = Vector512.Create(*(a + 1297)); c9x = Vector512.FusedMultiplyAdd(e, x, c9x); c9y = Vector512.FusedMultiplyAdd(e, y, c9y);
                x = Vector512.Load(p + 64);
                y = Vector512.Load(p + 80);
                e = Vector512.Create(*(a + 2)); c0x = Vector512.FusedMultiplyAdd(e, x, c0x); c0y = Vector512.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 146)), x, c1x); c1y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 146)), y, c1y);
                c2x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 290)), x, c2x); c2y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 290)), y, c2y);
                e = Vector512.Create(*(a + 434)); c3x = Vector512.FusedMultiplyAdd(e, x, c3x); c3y = Vector512.FusedMultiplyAdd(e, y, c3y);
                c4x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 578)), x, c4x); c4y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 578)), y, c4y);
                c5x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 722)), x, c5x); c5y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 722)), y, c5y);
                e = Vector512.Create(*(a + 866)); c6x = Vector512.FusedMultiplyAdd(e, x, c6x); c6y = Vector512.FusedMultiplyAdd(e, y, c6y);
                c7x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 1010)), x, c7x); c7y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 1010)), y, c7y);
                c8x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 1154)), x, c8x); c8y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 1154)), y, c8y);
                e = Vector512.Create(*(a + 1298)); c9x = Vector512.FusedMultiplyAdd(e, x, c9x); c9y = Vector512.FusedMultiplyAdd(e, y, c9y);
                x = Vector512.Load(p + 96);
                y = Vector512.Load(p + 112);
                e = Vector512.Create(*(a + 3)); c0x = Vector512.FusedMultiplyAdd(e, x, c0x); c0y = Vector512.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 147)), x, c1x); c1y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 147)), y, c1y);
                c2x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 291)), x, c2x); c2y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 291)), y, c2y);
                e = Vector512.Create(*(a + 435)); c3x = Vector512.FusedMultiplyAdd(e, x, c3x); c3y = Vector512.FusedMultiplyAdd(e, y, c3y);
                c4x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 579)), x, c4x); c4y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 579)), y, c4y);
                c5x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 723)), x, c5x); c5y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 723)), y, c5y);
                e = Vector512.Create(*(a + 867)); c6x = Vector512.FusedMultiplyAdd(e, x, c6x); c6y = Vector512.FusedMultiplyAdd(e, y, c6y);
                c7x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 1011)), x, c7x); c7y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 1011)), y, c7y);
                c8x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 1155)), x, c8x); c8y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 1155)), y, c8y);
                e = Vector512.Create(*(a + 1299)); c9x = Vector512.FusedMultiplyAdd(e, x, c9x); c9y = Vector512.FusedMultiplyAdd(e, y, c9y);
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
                x = Vector512.Load(p);
                y = Vector512.Load(p + 16);
                e = Vector512.Create(*(a)); c0x = Vector512.FusedMultiplyAdd(e, x, c0x); c0y = Vector512.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 144)), x, c1x); c1y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 144)), y, c1y);
                c2x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 288)), x, c2x); c2y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 288)), y, c2y);
                e = Vector512.Create(*(a + 432)); c3x = Vector512.FusedMultiplyAdd(e, x, c3x); c3y = Vector512.FusedMultiplyAdd(e, y, c3y);
                c4x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 576)), x, c4x); c4y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 576)), y, c4y);
                c5x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 720)), x, c5x); c5y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 720)), y, c5y);
                e = Vector512.Create(*(a + 864)); c6x = Vector512.FusedMultiplyAdd(e, x, c6x); c6y = Vector512.FusedMultiplyAdd(e, y, c6y);
                c7x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 1008)), x, c7x); c7y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 1008)), y, c7y);
                c8x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 1152)), x, c8x); c8y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 1152)), y, c8y);
                e = Vector512.Create(*(a + 1296)); c9x = Vector512.FusedMultiplyAdd(e, x, c9x); c9y = Vector512.FusedMultiplyAdd(e, y, c9y);
                a += 1;
                twin += 1;
                p += 32;
            }
            if (close < 1)
                goto Done;
            x = Vector512.Load(p);
            y = Vector512.Load(p + 16);
            c1x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 144)), x, c1x); c1y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 144)), y, c1y);
            c2x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 288)), x, c2x); c2y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 288)), y, c2y);
            e = Vector512.Create(*(a + 432)); c3x = Vector512.FusedMultiplyAdd(e, x, c3x); c3y = Vector512.FusedMultiplyAdd(e, y, c3y);
            c4x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 576)), x, c4x); c4y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 576)), y, c4y);
            c5x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 720)), x, c5x); c5y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 720)), y, c5y);
            e = Vector512.Create(*(a + 864)); c6x = Vector512.FusedMultiplyAdd(e, x, c6x); c6y = Vector512.FusedMultiplyAdd(e, y, c6y);
            c7x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 1008)), x, c7x); c7y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 1008)), y, c7y);
            c8x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 1152)), x, c8x); c8y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 1152)), y, c8y);
            e = Vector512.Create(*(a + 1296)); c9x = Vector512.FusedMultiplyAdd(e, x, c9x); c9y = Vector512.FusedMultiplyAdd(e, y, c9y);
            a += 1;
            twin += 1;
            p += 32;
            if (close < 2)
                goto Done;
            x = Vector512.Load(p);
            y = Vector512.Load(p + 16);
            c2x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 288)), x, c2x); c2y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 288)), y, c2y);
            e = Vector512.Create(*(a + 432)); c3x = Vector512.FusedMultiplyAdd(e, x, c3x); c3y = Vector512.FusedMultiplyAdd(e, y, c3y);
            c4x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 576)), x, c4x); c4y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 576)), y, c4y);
            c5x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 720)), x, c5x); c5y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 720)), y, c5y);
            e = Vector512.Create(*(a + 864)); c6x = Vector512.FusedMultiplyAdd(e, x, c6x); c6y = Vector512.FusedMultiplyAdd(e, y, c6y);
            c7x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 1008)), x, c7x); c7y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 1008)), y, c7y);
            c8x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 1152)), x, c8x); c8y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 1152)), y, c8y);
            e = Vector512.Create(*(a + 1296)); c9x = Vector512.FusedMultiplyAdd(e, x, c9x); c9y = Vector512.FusedMultiplyAdd(e, y, c9y);
            a += 1;
            twin += 1;
            p += 32;
            if (close < 3)
                goto Done;
            x = Vector512.Load(p);
            y = Vector512.Load(p + 16);
            e = Vector512.Create(*(a + 432)); c3x = Vector512.FusedMultiplyAdd(e, x, c3x); c3y = Vector512.FusedMultiplyAdd(e, y, c3y);
            c4x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 576)), x, c4x); c4y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 576)), y, c4y);
            c5x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 720)), x, c5x); c5y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 720)), y, c5y);
            e = Vector512.Create(*(a + 864)); c6x = Vector512.FusedMultiplyAdd(e, x, c6x); c6y = Vector512.FusedMultiplyAdd(e, y, c6y);
            c7x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 1008)), x, c7x); c7y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 1008)), y, c7y);
            c8x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 1152)), x, c8x); c8y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 1152)), y, c8y);
            e = Vector512.Create(*(a + 1296)); c9x = Vector512.FusedMultiplyAdd(e, x, c9x); c9y = Vector512.FusedMultiplyAdd(e, y, c9y);
            a += 1;
            twin += 1;
            p += 32;
            if (close < 4)
                goto Done;
            x = Vector512.Load(p);
            y = Vector512.Load(p + 16);
            c4x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 576)), x, c4x); c4y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 576)), y, c4y);
            c5x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 720)), x, c5x); c5y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 720)), y, c5y);
            e = Vector512.Create(*(a + 864)); c6x = Vector512.FusedMultiplyAdd(e, x, c6x); c6y = Vector512.FusedMultiplyAdd(e, y, c6y);
            c7x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 1008)), x, c7x); c7y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 1008)), y, c7y);
            c8x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 1152)), x, c8x); c8y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 1152)), y, c8y);
            e = Vector512.Create(*(a + 1296)); c9x = Vector512.FusedMultiplyAdd(e, x, c9x); c9y = Vector512.FusedMultiplyAdd(e, y, c9y);
            a += 1;
            twin += 1;
            p += 32;
            if (close < 5)
                goto Done;
            x = Vector512.Load(p);
            y = Vector512.Load(p + 16);
            c5x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 720)), x, c5x); c5y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 720)), y, c5y);
            e = Vector512.Create(*(a + 864)); c6x = Vector512.FusedMultiplyAdd(e, x, c6x); c6y = Vector512.FusedMultiplyAdd(e, y, c6y);
            c7x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 1008)), x, c7x); c7y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 1008)), y, c7y);
            c8x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 1152)), x, c8x); c8y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 1152)), y, c8y);
            e = Vector512.Create(*(a + 1296)); c9x = Vector512.FusedMultiplyAdd(e, x, c9x); c9y = Vector512.FusedMultiplyAdd(e, y, c9y);
            a += 1;
            twin += 1;
            p += 32;
            if (close < 6)
                goto Done;
            x = Vector512.Load(p);
            y = Vector512.Load(p + 16);
            e = Vector512.Create(*(a + 864)); c6x = Vector512.FusedMultiplyAdd(e, x, c6x); c6y = Vector512.FusedMultiplyAdd(e, y, c6y);
            c7x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 1008)), x, c7x); c7y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 1008)), y, c7y);
            c8x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 1152)), x, c8x); c8y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 1152)), y, c8y);
            e = Vector512.Create(*(a + 1296)); c9x = Vector512.FusedMultiplyAdd(e, x, c9x); c9y = Vector512.FusedMultiplyAdd(e, y, c9y);
            a += 1;
            twin += 1;
            p += 32;
            if (close < 7)
                goto Done;
            x = Vector512.Load(p);
            y = Vector512.Load(p + 16);
            c7x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 1008)), x, c7x); c7y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 1008)), y, c7y);
            c8x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 1152)), x, c8x); c8y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 1152)), y, c8y);
            e = Vector512.Create(*(a + 1296)); c9x = Vector512.FusedMultiplyAdd(e, x, c9x); c9y = Vector512.FusedMultiplyAdd(e, y, c9y);
            a += 1;
            twin += 1;
            p += 32;
            if (close < 8)
                goto Done;
            x = Vector512.Load(p);
            y = Vector512.Load(p + 16);
            c8x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 1152)), x, c8x); c8y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 1152)), y, c8y);
            e = Vector512.Create(*(a + 1296)); c9x = Vector512.FusedMultiplyAdd(e, x, c9x); c9y = Vector512.FusedMultiplyAdd(e, y, c9y);
            a += 1;
            twin += 1;
            p += 32;
            if (close < 9)
                goto Done;
            x = Vector512.Load(p);
            y = Vector512.Load(p + 16);
            e = Vector512.Create(*(a + 1296)); c9x = Vector512.FusedMultiplyAdd(e, x, c9x); c9y = Vector512.FusedMultiplyAdd(e, y, c9y);
            a += 1;
            twin += 1;
            p += 32;
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
    private static void ByColumn10(in AttentionTileBand t, float* a, float* twin, float* b, float* again, float* c, int open, int full, int close)
    {
        byte* ahead = t.Ahead;
        nint aheadStride = t.AheadStride;
        float* firstA = a, firstTwin = twin;
        nint ldc = t.Ldc;
        for (int columns = t.Columns; columns > 0; columns -= 32)
        {
            a = firstA;
            twin = firstTwin;
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
                e = Vector512.Create(*(a)); c0x = Vector512.FusedMultiplyAdd(e, x, c0x); c0y = Vector512.FusedMultiplyAdd(e, y, c0y);
                a += 144;
                twin += 144;
                p += 32;
            }
            if (open <= 1)
            {
                x = Vector512.Load(p);
                y = Vector512.Load(p + 16);
                e = Vector512.Create(*(a)); c0x = Vector512.FusedMultiplyAdd(e, x, c0x); c0y = Vector512.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 1)), x, c1x); c1y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 1)), y, c1y);
                a += 144;
                twin += 144;
                p += 32;
            }
            if (open <= 2)
            {
                x = Vector512.Load(p);
                y = Vector512.Load(p + 16);
                e = Vector512.Create(*(a)); c0x = Vector512.FusedMultiplyAdd(e, x, c0x); c0y = Vector512.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 1)), x, c1x); c1y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 1)), y, c1y);
                c2x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 2)), x, c2x); c2y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 2)), y, c2y);
                a += 144;
                twin += 144;
                p += 32;
            }
            if (open <= 3)
            {
                x = Vector512.Load(p);
                y = Vector512.Load(p + 16);
                e = Vector512.Create(*(a)); c0x = Vector512.FusedMultiplyAdd(e, x, c0x); c0y = Vector512.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 1)), x, c1x); c1y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 1)), y, c1y);
                c2x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 2)), x, c2x); c2y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 2)), y, c2y);
                e = Vector512.Create(*(a + 3)); c3x = Vector512.FusedMultiplyAdd(e, x, c3x); c3y = Vector512.FusedMultiplyAdd(e, y, c3y);
                a += 144;
                twin += 144;
                p += 32;
            }
            if (open <= 4)
            {
                x = Vector512.Load(p);
                y = Vector512.Load(p + 16);
                e = Vector512.Create(*(a)); c0x = Vector512.FusedMultiplyAdd(e, x, c0x); c0y = Vector512.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 1)), x, c1x); c1y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 1)), y, c1y);
                c2x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 2)), x, c2x); c2y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 2)), y, c2y);
                e = Vector512.Create(*(a + 3)); c3x = Vector512.FusedMultiplyAdd(e, x, c3x); c3y = Vector512.FusedMultiplyAdd(e, y, c3y);
                c4x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 4)), x, c4x); c4y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 4)), y, c4y);
                a += 144;
                twin += 144;
                p += 32;
            }
            if (open <= 5)
            {
                x = Vector512.Load(p);
                y = Vector512.Load(p + 16);
                e = Vector512.Create(*(a)); c0x = Vector512.FusedMultiplyAdd(e, x, c0x); c0y = Vector512.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 1)), x, c1x); c1y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 1)), y, c1y);
                c2x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 2)), x, c2x); c2y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 2)), y, c2y);
                e = Vector512.Create(*(a + 3)); c3x = Vector512.FusedMultiplyAdd(e, x, c3x); c3y = Vector512.FusedMultiplyAdd(e, y, c3y);
                c4x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 4)), x, c4x); c4y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 4)), y, c4y);
                c5x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 5)), x, c5x); c5y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 5)), y, c5y);
                a += 144;
                twin += 144;
                p += 32;
            }
            if (open <= 6)
            {
                x = Vector512.Load(p);
                y = Vector512.Load(p + 16);
                e = Vector512.Create(*(a)); c0x = Vector512.FusedMultiplyAdd(e, x, c0x); c0y = Vector512.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 1)), x, c1x); c1y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 1)), y, c1y);
                c2x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 2)), x, c2x); c2y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 2)), y, c2y);
                e = Vector512.Create(*(a + 3)); c3x = Vector512.FusedMultiplyAdd(e, x, c3x); c3y = Vector512.FusedMultiplyAdd(e, y, c3y);
                c4x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 4)), x, c4x); c4y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 4)), y, c4y);
                c5x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 5)), x, c5x); c5y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 5)), y, c5y);
                e = Vector512.Create(*(a + 6)); c6x = Vector512.FusedMultiplyAdd(e, x, c6x); c6y = Vector512.FusedMultiplyAdd(e, y, c6y);
                a += 144;
                twin += 144;
                p += 32;
            }
            if (open <= 7)
            {
                x = Vector512.Load(p);
                y = Vector512.Load(p + 16);
                e = Vector512.Create(*(a)); c0x = Vector512.FusedMultiplyAdd(e, x, c0x); c0y = Vector512.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 1)), x, c1x); c1y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 1)), y, c1y);
                c2x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 2)), x, c2x); c2y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 2)), y, c2y);
                e = Vector512.Create(*(a + 3)); c3x = Vector512.FusedMultiplyAdd(e, x, c3x); c3y = Vector512.FusedMultiplyAdd(e, y, c3y);
                c4x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 4)), x, c4x); c4y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 4)), y, c4y);
                c5x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 5)), x, c5x); c5y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 5)), y, c5y);
                e = Vector512.Create(*(a + 6)); c6x = Vector512.FusedMultiplyAdd(e, x, c6x); c6y = Vector512.FusedMultiplyAdd(e, y, c6y);
                c7x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 7)), x, c7x); c7y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 7)), y, c7y);
                a += 144;
                twin += 144;
                p += 32;
            }
            if (open <= 8)
            {
                x = Vector512.Load(p);
                y = Vector512.Load(p + 16);
                e = Vector512.Create(*(a)); c0x = Vector512.FusedMultiplyAdd(e, x, c0x); c0y = Vector512.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 1)), x, c1x); c1y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 1)), y, c1y);
                c2x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 2)), x, c2x); c2y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 2)), y, c2y);
                e = Vector512.Create(*(a + 3)); c3x = Vector512.FusedMultiplyAdd(e, x, c3x); c3y = Vector512.FusedMultiplyAdd(e, y, c3y);
                c4x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 4)), x, c4x); c4y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 4)), y, c4y);
                c5x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 5)), x, c5x); c5y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 5)), y, c5y);
                e = Vector512.Create(*(a + 6)); c6x = Vector512.FusedMultiplyAdd(e, x, c6x); c6y = Vector512.FusedMultiplyAdd(e, y, c6y);
                c7x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 7)), x, c7x); c7y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 7)), y, c7y);
                c8x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 8)), x, c8x); c8y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 8)), y, c8y);
                a += 144;
                twin += 144;
                p += 32;
            }
        Full:
            int n = full;
            for (; n >= 4; n -= 4)
            {
                x = Vector512.Load(p);
                y = Vector512.Load(p + 16);
                e = Vector512.Create(*(a)); c0x = Vector512.FusedMultiplyAdd(e, x, c0x); c0y = Vector512.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 1)), x, c1x); c1y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 1)), y, c1y);
                c2x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 2)), x, c2x); c2y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 2)), y, c2y);
                e = Vector512.Create(*(a + 3)); c3x = Vector512.FusedMultiplyAdd(e, x, c3x); c3y = Vector512.FusedMultiplyAdd(e, y, c3y);
                c4x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 4)), x, c4x); c4y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 4)), y, c4y);
                c5x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 5)), x, c5x); c5y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 5)), y, c5y);
                e = Vector512.Create(*(a + 6)); c6x = Vector512.FusedMultiplyAdd(e, x, c6x); c6y = Vector512.FusedMultiplyAdd(e, y, c6y);
                c7x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 7)), x, c7x); c7y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 7)), y, c7y);
                c8x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 8)), x, c8x); c8y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 8)), y, c8y);
                e = Vector512.Create(*(a + 9)); c9x = Vector512.FusedMultiplyAdd(e, x, c9x); c9y = Vector512.FusedMultiplyAdd(e, y, c9y);
                x = Vector512.Load(p + 32);
                y = Vector512.Load(p + 48);
                e = Vector512.Create(*(a + 144)); c0x = Vector512.FusedMultiplyAdd(e, x, c0x); c0y = Vector512.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 145)), x, c1x); c1y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 145)), y, c1y);
                c2x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 146)), x, c2x); c2y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 146)), y, c2y);
                e = Vector512.Create(*(a + 147)); c3x = Vector512.FusedMultiplyAdd(e, x, c3x); c3y = Vector512.FusedMultiplyAdd(e, y, c3y);
                c4x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 148)), x, c4x); c4y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 148)), y, c4y);
                c5x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 149)), x, c5x); c5y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 149)), y, c5y);
                e = Vector512.Create(*(a + 150)); c6x = Vector512.FusedMultiplyAdd(e, x, c6x); c6y = Vector512.FusedMultiplyAdd(e, y, c6y);
                c7x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 151)), x, c7x); c7y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 151)), y, c7y);
                c8x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 152)), x, c8x); c8y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 152)), y, c8y);
                e = Vector512.Create(*(a + 153)); c9x = Vector512.FusedMultiplyAdd(e, x, c9x); c9y = Vector512.FusedMultiplyAdd(e, y, c9y);
                x = Vector512.Load(p + 64);
                y = Vector512.Load(p + 80);
                e = Vector512.Create(*(a + 288)); c0x = Vector512.FusedMultiplyAdd(e, x, c0x); c0y = Vector512.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 289)), x, c1x); c1y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 289)), y, c1y);
                c2x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 290)), x, c2x); c2y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 290)), y, c2y);
                e = Vector512.Create(*(a + 291)); c3x = Vector512.FusedMultiplyAdd(e, x, c3x); c3y = Vector512.FusedMultiplyAdd(e, y, c3y);
                c4x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 292)), x, c4x); c4y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 292)), y, c4y);
                c5x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 293)), x, c5x); c5y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 293)), y, c5y);
                e = Vector512.Create(*(a + 294)); c6x = Vector512.FusedMultiplyAdd(e, x, c6x); c6y = Vector512.FusedMultiplyAdd(e, y, c6y);
                c7x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 295)), x, c7x); c7y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 295)), y, c7y);
                c8x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 296)), x, c8x); c8y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 296)), y, c8y);
                e = Vector512.Create(*(a + 297)); c9x = Vector512.FusedMultiplyAdd(e, x, c9x); c9y = Vector512.FusedMultiplyAdd(e, y, c9y);
                x = Vector512.Load(p + 96);
                y = Vector512.Load(p + 112);
                e = Vector512.Create(*(a + 432)); c0x = Vector512.FusedMultiplyAdd(e, x, c0x); c0y = Vector512.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 433)), x, c1x); c1y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 433)), y, c1y);
                c2x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 434)), x, c2x); c2y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 434)), y, c2y);
                e = Vector512.Create(*(a + 435)); c3x = Vector512.FusedMultiplyAdd(e, x, c3x); c3y = Vector512.FusedMultiplyAdd(e, y, c3y);
                c4x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 436)), x, c4x); c4y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 436)), y, c4y);
                c5x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 437)), x, c5x); c5y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 437)), y, c5y);
                e = Vector512.Create(*(a + 438)); c6x = Vector512.FusedMultiplyAdd(e, x, c6x); c6y = Vector512.FusedMultiplyAdd(e, y, c6y);
                c7x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 439)), x, c7x); c7y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 439)), y, c7y);
                c8x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 440)), x, c8x); c8y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 440)), y, c8y);
                e = Vector512.Create(*(a + 441)); c9x = Vector512.FusedMultiplyAdd(e, x, c9x); c9y = Vector512.FusedMultiplyAdd(e, y, c9y);
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
                x = Vector512.Load(p);
                y = Vector512.Load(p + 16);
                e = Vector512.Create(*(a)); c0x = Vector512.FusedMultiplyAdd(e, x, c0x); c0y = Vector512.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 1)), x, c1x); c1y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 1)), y, c1y);
                c2x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 2)), x, c2x); c2y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 2)), y, c2y);
                e = Vector512.Create(*(a + 3)); c3x = Vector512.FusedMultiplyAdd(e, x, c3x); c3y = Vector512.FusedMultiplyAdd(e, y, c3y);
                c4x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 4)), x, c4x); c4y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 4)), y, c4y);
                c5x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 5)), x, c5x); c5y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 5)), y, c5y);
                e = Vector512.Create(*(a + 6)); c6x = Vector512.FusedMultiplyAdd(e, x, c6x); c6y = Vector512.FusedMultiplyAdd(e, y, c6y);
                c7x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 7)), x, c7x); c7y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 7)), y, c7y);
                c8x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 8)), x, c8x); c8y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 8)), y, c8y);
                e = Vector512.Create(*(a + 9)); c9x = Vector512.FusedMultiplyAdd(e, x, c9x); c9y = Vector512.FusedMultiplyAdd(e, y, c9y);
                a += 144;
                twin += 144;
                p += 32;
            }
            if (close < 1)
                goto Done;
            x = Vector512.Load(p);
            y = Vector512.Load(p + 16);
            c1x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 1)), x, c1x); c1y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 1)), y, c1y);
            c2x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 2)), x, c2x); c2y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 2)), y, c2y);
            e = Vector512.Create(*(a + 3)); c3x = Vector512.FusedMultiplyAdd(e, x, c3x); c3y = Vector512.FusedMultiplyAdd(e, y, c3y);
            c4x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 4)), x, c4x); c4y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 4)), y, c4y);
            c5x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 5)), x, c5x); c5y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 5)), y, c5y);
            e = Vector512.Create(*(a + 6)); c6x = Vector512.FusedMultiplyAdd(e, x, c6x); c6y = Vector512.FusedMultiplyAdd(e, y, c6y);
            c7x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 7)), x, c7x); c7y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 7)), y, c7y);
            c8x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 8)), x, c8x); c8y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 8)), y, c8y);
            e = Vector512.Create(*(a + 9)); c9x = Vector512.FusedMultiplyAdd(e, x, c9x); c9y = Vector512.FusedMultiplyAdd(e, y, c9y);
            a += 144;
            twin += 144;
            p += 32;
            if (close < 2)
                goto Done;
            x = Vector512.Load(p);
            y = Vector512.Load(p + 16);
            c2x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 2)), x, c2x); c2y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 2)), y, c2y);
            e = Vector512.Create(*(a + 3)); c3x = Vector512.FusedMultiplyAdd(e, x, c3x); c3y = Vector512.FusedMultiplyAdd(e, y, c3y);
            c4x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 4)), x, c4x); c4y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 4)), y, c4y);
            c5x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 5)), x, c5x); c5y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 5)), y, c5y);
            e = Vector512.Create(*(a + 6)); c6x = Vector512.FusedMultiplyAdd(e, x, c6x); c6y = Vector512.FusedMultiplyAdd(e, y, c6y);
            c7x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 7)), x, c7x); c7y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 7)), y, c7y);
            c8x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 8)), x, c8x); c8y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 8)), y, c8y);
            e = Vector512.Create(*(a + 9)); c9x = Vector512.FusedMultiplyAdd(e, x, c9x); c9y = Vector512.FusedMultiplyAdd(e, y, c9y);
            a += 144;
            twin += 144;
            p += 32;
            if (close < 3)
                goto Done;
            x = Vector512.Load(p);
            y = Vector512.Load(p + 16);
            e = Vector512.Create(*(a + 3)); c3x = Vector512.FusedMultiplyAdd(e, x, c3x); c3y = Vector512.FusedMultiplyAdd(e, y, c3y);
            c4x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 4)), x, c4x); c4y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 4)), y, c4y);
            c5x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 5)), x, c5x); c5y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 5)), y, c5y);
            e = Vector512.Create(*(a + 6)); c6x = Vector512.FusedMultiplyAdd(e, x, c6x); c6y = Vector512.FusedMultiplyAdd(e, y, c6y);
            c7x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 7)), x, c7x); c7y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 7)), y, c7y);
            c8x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 8)), x, c8x); c8y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 8)), y, c8y);
            e = Vector512.Create(*(a + 9)); c9x = Vector512.FusedMultiplyAdd(e, x, c9x); c9y = Vector512.FusedMultiplyAdd(e, y, c9y);
            a += 144;
            twin += 144;
            p += 32;
            if (close < 4)
                goto Done;
            x = Vector512.Load(p);
            y = Vector512.Load(p + 16);
            c4x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 4)), x, c4x); c4y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 4)), y, c4y);
            c5x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 5)), x, c5x); c5y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 5)), y, c5y);
            e = Vector512.Create(*(a + 6)); c6x = Vector512.FusedMultiplyAdd(e, x, c6x); c6y = Vector512.FusedMultiplyAdd(e, y, c6y);
            c7x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 7)), x, c7x); c7y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 7)), y, c7y);
            c8x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 8)), x, c8x); c8y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 8)), y, c8y);
            e = Vector512.Create(*(a + 9)); c9x = Vector512.FusedMultiplyAdd(e, x, c9x); c9y = Vector512.FusedMultiplyAdd(e, y, c9y);
            a += 144;
            twin += 144;
            p += 32;
            if (close < 5)
                goto Done;
            x = Vector512.Load(p);
            y = Vector512.Load(p + 16);
            c5x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 5)), x, c5x); c5y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 5)), y, c5y);
            e = Vector512.Create(*(a + 6)); c6x = Vector512.FusedMultiplyAdd(e, x, c6x); c6y = Vector512.FusedMultiplyAdd(e, y, c6y);
            c7x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 7)), x, c7x); c7y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 7)), y, c7y);
            c8x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 8)), x, c8x); c8y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 8)), y, c8y);
            e = Vector512.Create(*(a + 9)); c9x = Vector512.FusedMultiplyAdd(e, x, c9x); c9y = Vector512.FusedMultiplyAdd(e, y, c9y);
            a += 144;
            twin += 144;
            p += 32;
            if (close < 6)
                goto Done;
            x = Vector512.Load(p);
            y = Vector512.Load(p + 16);
            e = Vector512.Create(*(a + 6)); c6x = Vector512.FusedMultiplyAdd(e, x, c6x); c6y = Vector512.FusedMultiplyAdd(e, y, c6y);
            c7x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 7)), x, c7x); c7y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 7)), y, c7y);
            c8x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 8)), x, c8x); c8y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 8)), y, c8y);
            e = Vector512.Create(*(a + 9)); c9x = Vector512.FusedMultiplyAdd(e, x, c9x); c9y = Vector512.FusedMultiplyAdd(e, y, c9y);
            a += 144;
            twin += 144;
            p += 32;
            if (close < 7)
                goto Done;
            x = Vector512.Load(p);
            y = Vector512.Load(p + 16);
            c7x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 7)), x, c7x); c7y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 7)), y, c7y);
            c8x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 8)), x, c8x); c8y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 8)), y, c8y);
            e = Vector512.Create(*(a + 9)); c9x = Vector512.FusedMultiplyAdd(e, x, c9x); c9y = Vector512.FusedMultiplyAdd(e, y, c9y);
            a += 144;
            twin += 144;
            p += 32;
            if (close < 8)
                goto Done;
            x = Vector512.Load(p);
            y = Vector512.Load(p + 16);
            c8x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 8)), x, c8x); c8y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 8)), y, c8y);
            e = Vector512.Create(*(a + 9)); c9x = Vector512.FusedMultiplyAdd(e, x, c9x); c9y = Vector512.FusedMultiplyAdd(e, y, c9y);
            a += 144;
            twin += 144;
            p += 32;
            if (close < 9)
                goto Done;
            x = Vector512.Load(p);
            y = Vector512.Load(p + 16);
            e = Vector512.Create(*(a + 9)); c9x = Vector512.FusedMultiplyAdd(e, x, c9x); c9y = Vector512.FusedMultiplyAdd(e, y, c9y);
            a += 144;
            twin += 144;
            p += 32;
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
    private static void Shared10(in AttentionTileBand t, float* a, float* twin, float* b, float* c, int steps)
    {
        nint ldb = t.Ldb;
        float* firstA = a, firstTwin = twin;
        nint ldc = t.Ldc;
        for (int columns = t.Columns; columns > 0; columns -= 32)
        {
            a = firstA;
            twin = firstTwin;
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
            for (int n = steps; n > 0; n--, a++, twin++, p += ldb)
            {
                x = Vector512.Load(p);
                y = Vector512.Load(p + 16);
                e = Vector512.Create(*(a)); c0x = Vector512.FusedMultiplyAdd(e, x, c0x); c0y = Vector512.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 144)), x, c1x); c1y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 144)), y, c1y);
                c2x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 288)), x, c2x); c2y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 288)), y, c2y);
                e = Vector512.Create(*(a + 432)); c3x = Vector512.FusedMultiplyAdd(e, x, c3x); c3y = Vector512.FusedMultiplyAdd(e, y, c3y);
                c4x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 576)), x, c4x); c4y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 576)), y, c4y);
                c5x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 720)), x, c5x); c5y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 720)), y, c5y);
                e = Vector512.Create(*(a + 864)); c6x = Vector512.FusedMultiplyAdd(e, x, c6x); c6y = Vector512.FusedMultiplyAdd(e, y, c6y);
                c7x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 1008)), x, c7x); c7y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 1008)), y, c7y);
                c8x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 1152)), x, c8x); c8y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 1152)), y, c8y);
                e = Vector512.Create(*(a + 1296)); c9x = Vector512.FusedMultiplyAdd(e, x, c9x); c9y = Vector512.FusedMultiplyAdd(e, y, c9y);
            }
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
    private static void Scores11(float* a, float* twin, float** pages, float* c, int columns, int k, byte* ahead, nint aheadStride)
    {
        int column = 0;
        float* firstA = a, firstTwin = twin;
        for (; columns - column > 16; column += 32)
        {
            float* p = pages[column / 32] + (column % 32);
            a = firstA;
            twin = firstTwin;
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
            int n = k;
            for (; n >= 8; n -= 8)
            {
                x = Vector512.Load(p);
                y = Vector512.Load(p + 16);
                e = Vector512.Create(*(a)); c0x = Vector512.FusedMultiplyAdd(e, x, c0x); c0y = Vector512.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 8)), x, c1x); c1y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 8)), y, c1y);
                c2x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 16)), x, c2x); c2y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 16)), y, c2y);
                e = Vector512.Create(*(a + 24)); c3x = Vector512.FusedMultiplyAdd(e, x, c3x); c3y = Vector512.FusedMultiplyAdd(e, y, c3y);
                c4x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 32)), x, c4x); c4y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 32)), y, c4y);
                c5x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 40)), x, c5x); c5y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 40)), y, c5y);
                e = Vector512.Create(*(a + 48)); c6x = Vector512.FusedMultiplyAdd(e, x, c6x); c6y = Vector512.FusedMultiplyAdd(e, y, c6y);
                c7x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 56)), x, c7x); c7y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 56)), y, c7y);
                c8x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 64)), x, c8x); c8y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 64)), y, c8y);
                e = Vector512.Create(*(a + 72)); c9x = Vector512.FusedMultiplyAdd(e, x, c9x); c9y = Vector512.FusedMultiplyAdd(e, y, c9y);
                c10x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 80)), x, c10x); c10y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 80)), y, c10y);
                x = Vector512.Load(p + 32);
                y = Vector512.Load(p + 48);
                e = Vector512.Create(*(a + 1)); c0x = Vector512.FusedMultiplyAdd(e, x, c0x); c0y = Vector512.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 9)), x, c1x); c1y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 9)), y, c1y);
                c2x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 17)), x, c2x); c2y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 17)), y, c2y);
                e = Vector512.Create(*(a + 25)); c3x = Vector512.FusedMultiplyAdd(e, x, c3x); c3y = Vector512.FusedMultiplyAdd(e, y, c3y);
                c4x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 33)), x, c4x); c4y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 33)), y, c4y);
                c5x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 41)), x, c5x); c5y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 41)), y, c5y);
                e = Vector512.Create(*(a + 49)); c6x = Vector512.FusedMultiplyAdd(e, x, c6x); c6y = Vector512.FusedMultiplyAdd(e, y, c6y);
                c7x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 57)), x, c7x); c7y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 57)), y, c7y);
                c8x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 65)), x, c8x); c8y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 65)), y, c8y);
                e = Vector512.Create(*(a + 73)); c9x = Vector512.FusedMultiplyAdd(e, x, c9x); c9y = Vector512.FusedMultiplyAdd(e, y, c9y);
                c10x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 81)), x, c10x); c10y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 81)), y, c10y);
                x = Vector512.Load(p + 64);
                y = Vector512.Load(p + 80);
                e = Vector512.Create(*(a + 2)); c0x = Vector512.FusedMultiplyAdd(e, x, c0x); c0y = Vector512.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 10)), x, c1x); c1y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 10)), y, c1y);
                c2x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 18)), x, c2x); c2y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 18)), y, c2y);
                e = Vector512.Create(*(a + 26)); c3x = Vector512.FusedMultiplyAdd(e, x, c3x); c3y = Vector512.FusedMultiplyAdd(e, y, c3y);
                c4x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 34)), x, c4x); c4y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 34)), y, c4y);
                c5x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 42)), x, c5x); c5y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 42)), y, c5y);
                e = Vector512.Create(*(a + 50)); c6x = Vector512.FusedMultiplyAdd(e, x, c6x); c6y = Vector512.FusedMultiplyAdd(e, y, c6y);
                c7x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 58)), x, c7x); c7y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 58)), y, c7y);
                c8x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 66)), x, c8x); c8y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 66)), y, c8y);
                e = Vector512.Create(*(a + 74)); c9x = Vector512.FusedMultiplyAdd(e, x, c9x); c9y = Vector512.FusedMultiplyAdd(e, y, c9y);
                c10x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 82)), x, c10x); c10y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 82)), y, c10y);
                x = Vector512.Load(p + 96);
                y = Vector512.Load(p + 112);
                e = Vector512.Create(*(a + 3)); c0x = Vector512.FusedMultiplyAdd(e, x, c0x); c0y = Vector512.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 11)), x, c1x); c1y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 11)), y, c1y);
                c2x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 19)), x, c2x); c2y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 19)), y, c2y);
                e = Vector512.Create(*(a + 27)); c3x = Vector512.FusedMultiplyAdd(e, x, c3x); c3y = Vector512.FusedMultiplyAdd(e, y, c3y);
                c4x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 35)), x, c4x); c4y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 35)), y, c4y);
                c5x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 43)), x, c5x); c5y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 43)), y, c5y);
                e = Vector512.Create(*(a + 51)); c6x = Vector512.FusedMultiplyAdd(e, x, c6x); c6y = Vector512.FusedMultiplyAdd(e, y, c6y);
                c7x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 59)), x, c7x); c7y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 59)), y, c7y);
                c8x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 67)), x, c8x); c8y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 67)), y, c8y);
                e = Vector512.Create(*(a + 75)); c9x = Vector512.FusedMultiplyAdd(e, x, c9x); c9y = Vector512.FusedMultiplyAdd(e, y, c9y);
                c10x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 83)), x, c10x); c10y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 83)), y, c10y);
                if (Sse.IsSupported)
                {
                    Sse.Prefetch1(ahead);
                    Sse.Prefetch1(ahead + 64);
                }
                ahead += aheadStride;
                x = Vector512.Load(p + 128);
                y = Vector512.Load(p + 144);
                e = Vector512.Create(*(a + 4)); c0x = Vector512.FusedMultiplyAdd(e, x, c0x); c0y = Vector512.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 12)), x, c1x); c1y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 12)), y, c1y);
                c2x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 20)), x, c2x); c2y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 20)), y, c2y);
                e = Vector512.Create(*(a + 28)); c3x = Vector512.FusedMultiplyAdd(e, x, c3x); c3y = Vector512.FusedMultiplyAdd(e, y, c3y);
                c4x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 36)), x, c4x); c4y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 36)), y, c4y);
                c5x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 44)), x, c5x); c5y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 44)), y, c5y);
                e = Vector512.Create(*(a + 52)); c6x = Vector512.FusedMultiplyAdd(e, x, c6x); c6y = Vector512.FusedMultiplyAdd(e, y, c6y);
                c7x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 60)), x, c7x); c7y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 60)), y, c7y);
                c8x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 68)), x, c8x); c8y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 68)), y, c8y);
                e = Vector512.Create(*(a + 76)); c9x = Vector512.FusedMultiplyAdd(e, x, c9x); c9y = Vector512.FusedMultiplyAdd(e, y, c9y);
                c10x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 84)), x, c10x); c10y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 84)), y, c10y);
                x = Vector512.Load(p + 160);
                y = Vector512.Load(p + 176);
                e = Vector512.Create(*(a + 5)); c0x = Vector512.FusedMultiplyAdd(e, x, c0x); c0y = Vector512.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 13)), x, c1x); c1y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 13)), y, c1y);
                c2x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 21)), x, c2x); c2y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 21)), y, c2y);
                e = Vector512.Create(*(a + 29)); c3x = Vector512.FusedMultiplyAdd(e, x, c3x); c3y = Vector512.FusedMultiplyAdd(e, y, c3y);
                c4x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 37)), x, c4x); c4y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 37)), y, c4y);
                c5x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 45)), x, c5x); c5y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 45)), y, c5y);
                e = Vector512.Create(*(a + 53)); c6x = Vector512.FusedMultiplyAdd(e, x, c6x); c6y = Vector512.FusedMultiplyAdd(e, y, c6y);
                c7x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 61)), x, c7x); c7y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 61)), y, c7y);
                c8x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 69)), x, c8x); c8y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 69)), y, c8y);
                e = Vector512.Create(*(a + 77)); c9x = Vector512.FusedMultiplyAdd(e, x, c9x); c9y = Vector512.FusedMultiplyAdd(e, y, c9y);
                c10x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 85)), x, c10x); c10y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 85)), y, c10y);
                x = Vector512.Load(p + 192);
                y = Vector512.Load(p + 208);
                e = Vector512.Create(*(a + 6)); c0x = Vector512.FusedMultiplyAdd(e, x, c0x); c0y = Vector512.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 14)), x, c1x); c1y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 14)), y, c1y);
                c2x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 22)), x, c2x); c2y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 22)), y, c2y);
                e = Vector512.Create(*(a + 30)); c3x = Vector512.FusedMultiplyAdd(e, x, c3x); c3y = Vector512.FusedMultiplyAdd(e, y, c3y);
                c4x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 38)), x, c4x); c4y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 38)), y, c4y);
                c5x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 46)), x, c5x); c5y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 46)), y, c5y);
                e = Vector512.Create(*(a + 54)); c6x = Vector512.FusedMultiplyAdd(e, x, c6x); c6y = Vector512.FusedMultiplyAdd(e, y, c6y);
                c7x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 62)), x, c7x); c7y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 62)), y, c7y);
                c8x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 70)), x, c8x); c8y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 70)), y, c8y);
                e = Vector512.Create(*(a + 78)); c9x = Vector512.FusedMultiplyAdd(e, x, c9x); c9y = Vector512.FusedMultiplyAdd(e, y, c9y);
                c10x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 86)), x, c10x); c10y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 86)), y, c10y);
                x = Vector512.Load(p + 224);
                y = Vector512.Load(p + 240);
                e = Vector512.Create(*(a + 7)); c0x = Vector512.FusedMultiplyAdd(e, x, c0x); c0y = Vector512.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 15)), x, c1x); c1y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 15)), y, c1y);
                c2x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 23)), x, c2x); c2y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 23)), y, c2y);
                e = Vector512.Create(*(a + 31)); c3x = Vector512.FusedMultiplyAdd(e, x, c3x); c3y = Vector512.FusedMultiplyAdd(e, y, c3y);
                c4x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 39)), x, c4x); c4y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 39)), y, c4y);
                c5x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 47)), x, c5x); c5y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 47)), y, c5y);
                e = Vector512.Create(*(a + 55)); c6x = Vector512.FusedMultiplyAdd(e, x, c6x); c6y = Vector512.FusedMultiplyAdd(e, y, c6y);
                c7x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 63)), x, c7x); c7y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 63)), y, c7y);
                c8x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 71)), x, c8x); c8y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 71)), y, c8y);
                e = Vector512.Create(*(a + 79)); c9x = Vector512.FusedMultiplyAdd(e, x, c9x); c9y = Vector512.FusedMultiplyAdd(e, y, c9y);
                c10x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 87)), x, c10x); c10y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 87)), y, c10y);
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
                x = Vector512.Load(p);
                y = Vector512.Load(p + 16);
                e = Vector512.Create(*(a)); c0x = Vector512.FusedMultiplyAdd(e, x, c0x); c0y = Vector512.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 8)), x, c1x); c1y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 8)), y, c1y);
                c2x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 16)), x, c2x); c2y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 16)), y, c2y);
                e = Vector512.Create(*(a + 24)); c3x = Vector512.FusedMultiplyAdd(e, x, c3x); c3y = Vector512.FusedMultiplyAdd(e, y, c3y);
                c4x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 32)), x, c4x); c4y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 32)), y, c4y);
                c5x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 40)), x, c5x); c5y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 40)), y, c5y);
                e = Vector512.Create(*(a + 48)); c6x = Vector512.FusedMultiplyAdd(e, x, c6x); c6y = Vector512.FusedMultiplyAdd(e, y, c6y);
                c7x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 56)), x, c7x); c7y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 56)), y, c7y);
                c8x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 64)), x, c8x); c8y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 64)), y, c8y);
                e = Vector512.Create(*(a + 72)); c9x = Vector512.FusedMultiplyAdd(e, x, c9x); c9y = Vector512.FusedMultiplyAdd(e, y, c9y);
                c10x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 80)), x, c10x); c10y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 80)), y, c10y);
                a += 1;
                twin += 1;
                p += 32;
            }
            c0x.Store(c + column); c0y.Store(c + column + 16);
            c1x.Store(c + column + 144); c1y.Store(c + column + 144 + 16);
            c2x.Store(c + column + 288); c2y.Store(c + column + 288 + 16);
            c3x.Store(c + column + 432); c3y.Store(c + column + 432 + 16);
            c4x.Store(c + column + 576); c4y.Store(c + column + 576 + 16);
            c5x.Store(c + column + 720); c5y.Store(c + column + 720 + 16);
            c6x.Store(c + column + 864); c6y.Store(c + column + 864 + 16);
            c7x.Store(c + column + 1008); c7y.Store(c + column + 1008 + 16);
            c8x.Store(c + column + 1152); c8y.Store(c + column + 1152 + 16);
            c9x.Store(c + column + 1296); c9y.Store(c + column + 1296 + 16);
            c10x.Store(c + column + 1440); c10y.Store(c + column + 1440 + 16);
        }
        if (column < columns)
        {
            float* p = pages[column / 32] + (column % 32);
            a = firstA;
            twin = firstTwin;
            Vector512<float> x;
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
            int n = k;
            for (; n >= 8; n -= 8)
            {
                x = Vector512.Load(p);
                c0x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a)), x, c0x);
                c1x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 8)), x, c1x);
                c2x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 16)), x, c2x);
                c3x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 24)), x, c3x);
                c4x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 32)), x, c4x);
                c5x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 40)), x, c5x);
                c6x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 48)), x, c6x);
                c7x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 56)), x, c7x);
                c8x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 64)), x, c8x);
                c9x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 72)), x, c9x);
                c10x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 80)), x, c10x);
                x = Vector512.Load(p + 32);
                c0x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 1)), x, c0x);
                c1x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 9)), x, c1x);
                c2x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 17)), x, c2x);
                c3x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 25)), x, c3x);
                c4x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 33)), x, c4x);
                c5x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 41)), x, c5x);
                c6x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 49)), x, c6x);
                c7x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 57)), x, c7x);
                c8x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 65)), x, c8x);
                c9x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 73)), x, c9x);
                c10x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 81)), x, c10x);
                x = Vector512.Load(p + 64);
                c0x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 2)), x, c0x);
                c1x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 10)), x, c1x);
                c2x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 18)), x, c2x);
                c3x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 26)), x, c3x);
                c4x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 34)), x, c4x);
                c5x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 42)), x, c5x);
                c6x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 50)), x, c6x);
                c7x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 58)), x, c7x);
                c8x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 66)), x, c8x);
                c9x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 74)), x, c9x);
                c10x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 82)), x, c10x);
                x = Vector512.Load(p + 96);
                c0x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 3)), x, c0x);
                c1x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 11)), x, c1x);
                c2x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 19)), x, c2x);
                c3x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 27)), x, c3x);
                c4x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 35)), x, c4x);
                c5x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 43)), x, c5x);
                c6x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 51)), x, c6x);
                c7x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 59)), x, c7x);
                c8x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 67)), x, c8x);
                c9x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 75)), x, c9x);
                c10x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 83)), x, c10x);
                if (Sse.IsSupported)
                {
                    Sse.Prefetch1(ahead);
                    Sse.Prefetch1(ahead + 64);
                }
                ahead += aheadStride;
                x = Vector512.Load(p + 128);
                c0x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 4)), x, c0x);
                c1x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 12)), x, c1x);
                c2x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 20)), x, c2x);
                c3x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 28)), x, c3x);
                c4x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 36)), x, c4x);
                c5x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 44)), x, c5x);
                c6x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 52)), x, c6x);
                c7x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 60)), x, c7x);
                c8x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 68)), x, c8x);
                c9x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 76)), x, c9x);
                c10x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 84)), x, c10x);
                x = Vector512.Load(p + 160);
                c0x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 5)), x, c0x);
                c1x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 13)), x, c1x);
                c2x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 21)), x, c2x);
                c3x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 29)), x, c3x);
                c4x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 37)), x, c4x);
                c5x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 45)), x, c5x);
                c6x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 53)), x, c6x);
                c7x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 61)), x, c7x);
                c8x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 69)), x, c8x);
                c9x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 77)), x, c9x);
                c10x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 85)), x, c10x);
                x = Vector512.Load(p + 192);
                c0x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 6)), x, c0x);
                c1x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 14)), x, c1x);
                c2x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 22)), x, c2x);
                c3x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 30)), x, c3x);
                c4x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 38)), x, c4x);
                c5x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 46)), x, c5x);
                c6x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 54)), x, c6x);
                c7x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 62)), x, c7x);
                c8x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 70)), x, c8x);
                c9x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 78)), x, c9x);
                c10x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 86)), x, c10x);
                x = Vector512.Load(p + 224);
                c0x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 7)), x, c0x);
                c1x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 15)), x, c1x);
                c2x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 23)), x, c2x);
                c3x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 31)), x, c3x);
                c4x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 39)), x, c4x);
                c5x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 47)), x, c5x);
                c6x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 55)), x, c6x);
                c7x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 63)), x, c7x);
                c8x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 71)), x, c8x);
                c9x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 79)), x, c9x);
                c10x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 87)), x, c10x);
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
                x = Vector512.Load(p);
                c0x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a)), x, c0x);
                c1x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 8)), x, c1x);
                c2x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 16)), x, c2x);
                c3x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 24)), x, c3x);
                c4x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 32)), x, c4x);
                c5x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 40)), x, c5x);
                c6x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 48)), x, c6x);
                c7x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 56)), x, c7x);
                c8x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 64)), x, c8x);
                c9x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 72)), x, c9x);
                c10x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 80)), x, c10x);
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
            c6x.Store(c + column + 864);
            c7x.Store(c + column + 1008);
            c8x.Store(c + column + 1152);
            c9x.Store(c + column + 1296);
            c10x.Store(c + column + 1440);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization), SkipLocalsInit]
    private static void ByRow11(in AttentionTileBand t, float* a, float* twin, float* b, float* again, float* c, int open, int full, int close)
    {
        byte* ahead = t.Ahead;
        nint aheadStride = t.AheadStride;
        float* firstA = a, firstTwin = twin;
        nint ldc = t.Ldc;
        for (int columns = t.Columns; columns > 0; columns -= 32)
        {
            a = firstA;
            twin = firstTwin;
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
                if (again is not null)
                {
                    e = Vector512.Create(*(again)); c0x *= e; c0y *= e;
                    e = Vector512.Create(*(again + 1)); c1x *= e; c1y *= e;
                    e = Vector512.Create(*(again + 2)); c2x *= e; c2y *= e;
                    e = Vector512.Create(*(again + 3)); c3x *= e; c3y *= e;
                    e = Vector512.Create(*(again + 4)); c4x *= e; c4y *= e;
                    e = Vector512.Create(*(again + 5)); c5x *= e; c5y *= e;
                    e = Vector512.Create(*(again + 6)); c6x *= e; c6y *= e;
                    e = Vector512.Create(*(again + 7)); c7x *= e; c7y *= e;
                    e = Vector512.Create(*(again + 8)); c8x *= e; c8y *= e;
                    e = Vector512.Create(*(again + 9)); c9x *= e; c9y *= e;
                    e = Vector512.Create(*(again + 10)); c10x *= e; c10y *= e;
                }
            }
            if (open >= 10)
                goto Full;
            if (open <= 0)
            {
                x = Vector512.Load(p);
                y = Vector512.Load(p + 16);
                e = Vector512.Create(*(a)); c0x = Vector512.FusedMultiplyAdd(e, x, c0x); c0y = Vector512.FusedMultiplyAdd(e, y, c0y);
                a += 1;
                twin += 1;
                p += 32;
            }
            if (open <= 1)
            {
                x = Vector512.Load(p);
                y = Vector512.Load(p + 16);
                e = Vector512.Create(*(a)); c0x = Vector512.FusedMultiplyAdd(e, x, c0x); c0y = Vector512.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 144)), x, c1x); c1y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 144)), y, c1y);
                a += 1;
                twin += 1;
                p += 32;
            }
            if (open <= 2)
            {
                x = Vector512.Load(p);
                y = Vector512.Load(p + 16);
                e = Vector512.Create(*(a)); c0x = Vector512.FusedMultiplyAdd(e, x, c0x); c0y = Vector512.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 144)), x, c1x); c1y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 144)), y, c1y);
                c2x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 288)), x, c2x); c2y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 288)), y, c2y);
                a += 1;
                twin += 1;
                p += 32;
            }
            if (open <= 3)
            {
                x = Vector512.Load(p);
                y = Vector512.Load(p + 16);
                e = Vector512.Create(*(a)); c0x = Vector512.FusedMultiplyAdd(e, x, c0x); c0y = Vector512.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 144)), x, c1x); c1y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 144)), y, c1y);
                c2x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 288)), x, c2x); c2y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 288)), y, c2y);
                e = Vector512.Create(*(a + 432)); c3x = Vector512.FusedMultiplyAdd(e, x, c3x); c3y = Vector512.FusedMultiplyAdd(e, y, c3y);
                a += 1;
                twin += 1;
                p += 32;
            }
            if (open <= 4)
            {
                x = Vector512.Load(p);
                y = Vector512.Load(p + 16);
                e = Vector512.Create(*(a)); c0x = Vector512.FusedMultiplyAdd(e, x, c0x); c0y = Vector512.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 144)), x, c1x); c1y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 144)), y, c1y);
                c2x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 288)), x, c2x); c2y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 288)), y, c2y);
                e = Vector512.Create(*(a + 432)); c3x = Vector512.FusedMultiplyAdd(e, x, c3x); c3y = Vector512.FusedMultiplyAdd(e, y, c3y);
                c4x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 576)), x, c4x); c4y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 576)), y, c4y);
                a += 1;
                twin += 1;
                p += 32;
            }
            if (open <= 5)
            {
                x = Vector512.Load(p);
                y = Vector512.Load(p + 16);
                e = Vector512.Create(*(a)); c0x = Vector512.FusedMultiplyAdd(e, x, c0x); c0y = Vector512.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 144)), x, c1x); c1y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 144)), y, c1y);
                c2x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 288)), x, c2x); c2y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 288)), y, c2y);
                e = Vector512.Create(*(a + 432)); c3x = Vector512.FusedMultiplyAdd(e, x, c3x); c3y = Vector512.FusedMultiplyAdd(e, y, c3y);
                c4x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 576)), x, c4x); c4y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 576)), y, c4y);
                c5x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 720)), x, c5x); c5y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 720)), y, c5y);
                a += 1;
                twin += 1;
                p += 32;
            }
            if (open <= 6)
            {
                x = Vector512.Load(p);
                y = Vector512.Load(p + 16);
                e = Vector512.Create(*(a)); c0x = Vector512.FusedMultiplyAdd(e, x, c0x); c0y = Vector512.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 144)), x, c1x); c1y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 144)), y, c1y);
                c2x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 288)), x, c2x); c2y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 288)), y, c2y);
                e = Vector512.Create(*(a + 432)); c3x = Vector512.FusedMultiplyAdd(e, x, c3x); c3y = Vector512.FusedMultiplyAdd(e, y, c3y);
                c4x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 576)), x, c4x); c4y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 576)), y, c4y);
                c5x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 720)), x, c5x); c5y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 720)), y, c5y);
                e = Vector512.Create(*(a + 864)); c6x = Vector512.FusedMultiplyAdd(e, x, c6x); c6y = Vector512.FusedMultiplyAdd(e, y, c6y);
                a += 1;
                twin += 1;
                p += 32;
            }
            if (open <= 7)
            {
                x = Vector512.Load(p);
                y = Vector512.Load(p + 16);
                e = Vector512.Create(*(a)); c0x = Vector512.FusedMultiplyAdd(e, x, c0x); c0y = Vector512.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 144)), x, c1x); c1y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 144)), y, c1y);
                c2x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 288)), x, c2x); c2y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 288)), y, c2y);
                e = Vector512.Create(*(a + 432)); c3x = Vector512.FusedMultiplyAdd(e, x, c3x); c3y = Vector512.FusedMultiplyAdd(e, y, c3y);
                c4x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 576)), x, c4x); c4y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 576)), y, c4y);
                c5x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 720)), x, c5x); c5y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 720)), y, c5y);
                e = Vector512.Create(*(a + 864)); c6x = Vector512.FusedMultiplyAdd(e, x, c6x); c6y = Vector512.FusedMultiplyAdd(e, y, c6y);
                c7x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 1008)), x, c7x); c7y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 1008)), y, c7y);
                a += 1;
                twin += 1;
                p += 32;
            }
            if (open <= 8)
            {
                x = Vector512.Load(p);
                y = Vector512.Load(p + 16);
                e = Vector512.Create(*(a)); c0x = Vector512.FusedMultiplyAdd(e, x, c0x); c0y = Vector512.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 144)), x, c1x); c1y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 144)), y, c1y);
                c2x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 288)), x, c2x); c2y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 288)), y, c2y);
                e = Vector512.Create(*(a + 432)); c3x = Vector512.FusedMultiplyAdd(e, x, c3x); c3y = Vector512.FusedMultiplyAdd(e, y, c3y);
                c4x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 576)), x, c4x); c4y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 576)), y, c4y);
                c5x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 720)), x, c5x); c5y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 720)), y, c5y);
                e = Vector512.Create(*(a + 864)); c6x = Vector512.FusedMultiplyAdd(e, x, c6x); c6y = Vector512.FusedMultiplyAdd(e, y, c6y);
                c7x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 1008)), x, c7x); c7y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 1008)), y, c7y);
                c8x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 1152)), x, c8x); c8y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 1152)), y, c8y);
                a += 1;
                twin += 1;
                p += 32;
            }
            if (open <= 9)
            {
                x = Vector512.Load(p);
                y = Vector512.Load(p + 16);
                e = Vector512.Create(*(a)); c0x = Vector512.FusedMultiplyAdd(e, x, c0x); c0y = Vector512.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 144)), x, c1x); c1y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 144)), y, c1y);
                c2x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 288)), x, c2x); c2y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 288)), y, c2y);
                e = Vector512.Create(*(a + 432)); c3x = Vector512.FusedMultiplyAdd(e, x, c3x); c3y = Vector512.FusedMultiplyAdd(e, y, c3y);
                c4x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 576)), x, c4x); c4y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 576)), y, c4y);
                c5x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 720)), x, c5x); c5y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 720)), y, c5y);
                e = Vector512.Create(*(a + 864)); c6x = Vector512.FusedMultiplyAdd(e, x, c6x); c6y = Vector512.FusedMultiplyAdd(e, y, c6y);
                c7x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 1008)), x, c7x); c7y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 1008)), y, c7y);
                c8x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 1152)), x, c8x); c8y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 1152)), y, c8y);
                e = Vector512.Create(*(a + 1296)); c9x = Vector512.FusedMultiplyAdd(e, x, c9x); c9y = Vector512.FusedMultiplyAdd(e, y, c9y);
                a += 1;
                twin += 1;
                p += 32;
            }
        Full:
            int n = full;
            for (; n >= 4; n -= 4)
            {
                x = Vector512.Load(p);
                y = Vector512.Load(p + 16);
                e = Vector512.Create(*(a)); c0x = Vector512.FusedMultiplyAdd(e, x, c0x); c0y = Vector512.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 144)), x, c1x); c1y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 144)), y, c1y);
                c2x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 288)), x, c2x); c2y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 288)), y, c2y);
                e = Vector512.Create(*(a + 432)); c3x = Vector512.FusedMultiplyAdd(e, x, c3x); c3y = Vector512.FusedMultiplyAdd(e, y, c3y);
                c4x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 576)), x, c4x); c4y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 576)), y, c4y);
                c5x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 720)), x, c5x); c5y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 720)), y, c5y);
                e = Vector512.Create(*(a + 864)); c6x = Vector512.FusedMultiplyAdd(e, x, c6x); c6y = Vector512.FusedMultiplyAdd(e, y, c6y);
                c7x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 1008)), x, c7x); c7y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 1008)), y, c7y);
                c8x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 1152)), x, c8x); c8y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 1152)), y, c8y);
                e = Vector512.Create(*(a + 1296)); c9x = Vector512.FusedMultiplyAdd(e, x, c9x); c9y = Vector512.FusedMultiplyAdd(e, y, c9y);
                c10x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 1440)), x, c10x); c10y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 1440)), y, c10y);
                x = Vector512.Load(p + 32);
                y = Vector512.Load(p + 48);
                e = Vector512.Create(*(a + 1)); c0x = Vector512.FusedMultiplyAdd(e, x, c0x); c0y = Vector512.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 145)), x, c1x); c1y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 145)), y, c1y);
                c2x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 289)), x, c2x); c2y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 289)), y, c2y);
                e = Vector512.Create(*(a + 433)); c3x = Vector512.FusedMultiplyAdd(e, x, c3x); c3y = Vector512.FusedMultiplyAdd(e, y, c3y);
                c4x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 577)), x, c4x); c4y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 577)), y, c4y);
                c5x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 721)), x, c5x); c5y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 721)), y, c5y);
                e = Vector512.Create(*(a + 865)); c6x = Vector512.FusedMultiplyAdd(e, x, c6x); c6y = Vector512.FusedMultiplyAdd(e, y, c6y);
                c7x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 1009)), x, c7x); c7y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 1009)), y, c7y);
                c8x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 1153)), x, c8x); c8y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 1153)), y, c8y);
                e = Vector512.Create(*(a + 1297)); c9x = Vector512.FusedMultiplyAdd(e, x, c9x); c9y = Vector512.FusedMultiplyAdd(e, y, c9y);
                c10x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 1441)), x, c10x); c10y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 1441)), y, c10y);
                x = Vector512.Load(p + 64);
                y = Vector512.Load(p + 80);
                e = Vector512.Create(*(a + 2)); c0x = Vector512.FusedMultiplyAdd(e, x, c0x); c0y = Vector512.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 146)), x, c1x); c1y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 146)), y, c1y);
                c2x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 290)), x, c2x); c2y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 290)), y, c2y);
                e = Vector512.Create(*(a + 434)); c3x = Vector512.FusedMultiplyAdd(e, x, c3x); c3y = Vector512.FusedMultiplyAdd(e, y, c3y);
                c4x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 578)), x, c4x); c4y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 578)), y, c4y);
                c5x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 722)), x, c5x); c5y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 722)), y, c5y);
                e = Vector512.Create(*(a + 866)); c6x = Vector512.FusedMultiplyAdd(e, x, c6x); c6y = Vector512.FusedMultiplyAdd(e, y, c6y);
                c7x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 1010)), x, c7x); c7y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 1010)), y, c7y);
                c8x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 1154)), x, c8x); c8y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 1154)), y, c8y);
                e = Vector512.Create(*(a + 1298)); c9x = Vector512.FusedMultiplyAdd(e, x, c9x); c9y = Vector512.FusedMultiplyAdd(e, y, c9y);
                c10x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 1442)), x, c10x); c10y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 1442)), y, c10y);
                x = Vector512.Load(p + 96);
                y = Vector512.Load(p + 112);
                e = Vector512.Create(*(a + 3)); c0x = Vector512.FusedMultiplyAdd(e, x, c0x); c0y = Vector512.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 147)), x, c1x); c1y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 147)), y, c1y);
                c2x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 291)), x, c2x); c2y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 291)), y, c2y);
                e = Vector512.Create(*(a + 435)); c3x = Vector512.FusedMultiplyAdd(e, x, c3x); c3y = Vector512.FusedMultiplyAdd(e, y, c3y);
                c4x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 579)), x, c4x); c4y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 579)), y, c4y);
                c5x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 723)), x, c5x); c5y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 723)), y, c5y);
                e = Vector512.Create(*(a + 867)); c6x = Vector512.FusedMultiplyAdd(e, x, c6x); c6y = Vector512.FusedMultiplyAdd(e, y, c6y);
                c7x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 1011)), x, c7x); c7y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 1011)), y, c7y);
                c8x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 1155)), x, c8x); c8y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 1155)), y, c8y);
                e = Vector512.Create(*(a + 1299)); c9x = Vector512.FusedMultiplyAdd(e, x, c9x); c9y = Vector512.FusedMultiplyAdd(e, y, c9y);
                c10x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 1443)), x, c10x); c10y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 1443)), y, c10y);
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
                x = Vector512.Load(p);
                y = Vector512.Load(p + 16);
                e = Vector512.Create(*(a)); c0x = Vector512.FusedMultiplyAdd(e, x, c0x); c0y = Vector512.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 144)), x, c1x); c1y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 144)), y, c1y);
                c2x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 288)), x, c2x); c2y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 288)), y, c2y);
                e = Vector512.Create(*(a + 432)); c3x = Vector512.FusedMultiplyAdd(e, x, c3x); c3y = Vector512.FusedMultiplyAdd(e, y, c3y);
                c4x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 576)), x, c4x); c4y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 576)), y, c4y);
                c5x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 720)), x, c5x); c5y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 720)), y, c5y);
                e = Vector512.Create(*(a + 864)); c6x = Vector512.FusedMultiplyAdd(e, x, c6x); c6y = Vector512.FusedMultiplyAdd(e, y, c6y);
                c7x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 1008)), x, c7x); c7y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 1008)), y, c7y);
                c8x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 1152)), x, c8x); c8y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 1152)), y, c8y);
                e = Vector512.Create(*(a + 1296)); c9x = Vector512.FusedMultiplyAdd(e, x, c9x); c9y = Vector512.FusedMultiplyAdd(e, y, c9y);
                c10x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 1440)), x, c10x); c10y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 1440)), y, c10y);
                a += 1;
                twin += 1;
                p += 32;
            }
            if (close < 1)
                goto Done;
            x = Vector512.Load(p);
            y = Vector512.Load(p + 16);
            c1x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 144)), x, c1x); c1y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 144)), y, c1y);
            c2x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 288)), x, c2x); c2y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 288)), y, c2y);
            e = Vector512.Create(*(a + 432)); c3x = Vector512.FusedMultiplyAdd(e, x, c3x); c3y = Vector512.FusedMultiplyAdd(e, y, c3y);
            c4x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 576)), x, c4x); c4y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 576)), y, c4y);
            c5x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 720)), x, c5x); c5y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 720)), y, c5y);
            e = Vector512.Create(*(a + 864)); c6x = Vector512.FusedMultiplyAdd(e, x, c6x); c6y = Vector512.FusedMultiplyAdd(e, y, c6y);
            c7x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 1008)), x, c7x); c7y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 1008)), y, c7y);
            c8x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 1152)), x, c8x); c8y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 1152)), y, c8y);
            e = Vector512.Create(*(a + 1296)); c9x = Vector512.FusedMultiplyAdd(e, x, c9x); c9y = Vector512.FusedMultiplyAdd(e, y, c9y);
            c10x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 1440)), x, c10x); c10y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 1440)), y, c10y);
            a += 1;
            twin += 1;
            p += 32;
            if (close < 2)
                goto Done;
            x = Vector512.Load(p);
            y = Vector512.Load(p + 16);
            c2x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 288)), x, c2x); c2y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 288)), y, c2y);
            e = Vector512.Create(*(a + 432)); c3x = Vector512.FusedMultiplyAdd(e, x, c3x); c3y = Vector512.FusedMultiplyAdd(e, y, c3y);
            c4x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 576)), x, c4x); c4y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 576)), y, c4y);
            c5x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 720)), x, c5x); c5y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 720)), y, c5y);
            e = Vector512.Create(*(a + 864)); c6x = Vector512.FusedMultiplyAdd(e, x, c6x); c6y = Vector512.FusedMultiplyAdd(e, y, c6y);
            c7x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 1008)), x, c7x); c7y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 1008)), y, c7y);
            c8x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 1152)), x, c8x); c8y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 1152)), y, c8y);
            e = Vector512.Create(*(a + 1296)); c9x = Vector512.FusedMultiplyAdd(e, x, c9x); c9y = Vector512.FusedMultiplyAdd(e, y, c9y);
            c10x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 1440)), x, c10x); c10y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 1440)), y, c10y);
            a += 1;
            twin += 1;
            p += 32;
            if (close < 3)
                goto Done;
            x = Vector512.Load(p);
            y = Vector512.Load(p + 16);
            e = Vector512.Create(*(a + 432)); c3x = Vector512.FusedMultiplyAdd(e, x, c3x); c3y = Vector512.FusedMultiplyAdd(e, y, c3y);
            c4x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 576)), x, c4x); c4y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 576)), y, c4y);
            c5x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 720)), x, c5x); c5y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 720)), y, c5y);
            e = Vector512.Create(*(a + 864)); c6x = Vector512.FusedMultiplyAdd(e, x, c6x); c6y = Vector512.FusedMultiplyAdd(e, y, c6y);
            c7x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 1008)), x, c7x); c7y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 1008)), y, c7y);
            c8x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 1152)), x, c8x); c8y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 1152)), y, c8y);
            e = Vector512.Create(*(a + 1296)); c9x = Vector512.FusedMultiplyAdd(e, x, c9x); c9y = Vector512.FusedMultiplyAdd(e, y, c9y);
            c10x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 1440)), x, c10x); c10y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 1440)), y, c10y);
            a += 1;
            twin += 1;
            p += 32;
            if (close < 4)
                goto Done;
            x = Vector512.Load(p);
            y = Vector512.Load(p + 16);
            c4x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 576)), x, c4x); c4y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 576)), y, c4y);
            c5x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 720)), x, c5x); c5y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 720)), y, c5y);
            e = Vector512.Create(*(a + 864)); c6x = Vector512.FusedMultiplyAdd(e, x, c6x); c6y = Vector512.FusedMultiplyAdd(e, y, c6y);
            c7x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 1008)), x, c7x); c7y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 1008)), y, c7y);
            c8x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 1152)), x, c8x); c8y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 1152)), y, c8y);
            e = Vector512.Create(*(a + 1296)); c9x = Vector512.FusedMultiplyAdd(e, x, c9x); c9y = Vector512.FusedMultiplyAdd(e, y, c9y);
            c10x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 1440)), x, c10x); c10y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 1440)), y, c10y);
            a += 1;
            twin += 1;
            p += 32;
            if (close < 5)
                goto Done;
            x = Vector512.Load(p);
            y = Vector512.Load(p + 16);
            c5x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 720)), x, c5x); c5y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 720)), y, c5y);
            e = Vector512.Create(*(a + 864)); c6x = Vector512.FusedMultiplyAdd(e, x, c6x); c6y = Vector512.FusedMultiplyAdd(e, y, c6y);
            c7x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 1008)), x, c7x); c7y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 1008)), y, c7y);
            c8x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 1152)), x, c8x); c8y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 1152)), y, c8y);
            e = Vector512.Create(*(a + 1296)); c9x = Vector512.FusedMultiplyAdd(e, x, c9x); c9y = Vector512.FusedMultiplyAdd(e, y, c9y);
            c10x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 1440)), x, c10x); c10y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 1440)), y, c10y);
            a += 1;
            twin += 1;
            p += 32;
            if (close < 6)
                goto Done;
            x = Vector512.Load(p);
            y = Vector512.Load(p + 16);
            e = Vector512.Create(*(a + 864)); c6x = Vector512.FusedMultiplyAdd(e, x, c6x); c6y = Vector512.FusedMultiplyAdd(e, y, c6y);
            c7x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 1008)), x, c7x); c7y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 1008)), y, c7y);
            c8x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 1152)), x, c8x); c8y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 1152)), y, c8y);
            e = Vector512.Create(*(a + 1296)); c9x = Vector512.FusedMultiplyAdd(e, x, c9x); c9y = Vector512.FusedMultiplyAdd(e, y, c9y);
            c10x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 1440)), x, c10x); c10y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 1440)), y, c10y);
            a += 1;
            twin += 1;
            p += 32;
            if (close < 7)
                goto Done;
            x = Vector512.Load(p);
            y = Vector512.Load(p + 16);
            c7x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 1008)), x, c7x); c7y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 1008)), y, c7y);
            c8x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 1152)), x, c8x); c8y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 1152)), y, c8y);
            e = Vector512.Create(*(a + 1296)); c9x = Vector512.FusedMultiplyAdd(e, x, c9x); c9y = Vector512.FusedMultiplyAdd(e, y, c9y);
            c10x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 1440)), x, c10x); c10y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 1440)), y, c10y);
            a += 1;
            twin += 1;
            p += 32;
            if (close < 8)
                goto Done;
            x = Vector512.Load(p);
            y = Vector512.Load(p + 16);
            c8x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 1152)), x, c8x); c8y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 1152)), y, c8y);
            e = Vector512.Create(*(a + 1296)); c9x = Vector512.FusedMultiplyAdd(e, x, c9x); c9y = Vector512.FusedMultiplyAdd(e, y, c9y);
            c10x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 1440)), x, c10x); c10y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 1440)), y, c10y);
            a += 1;
            twin += 1;
            p += 32;
            if (close < 9)
                goto Done;
            x = Vector512.Load(p);
            y = Vector512.Load(p + 16);
            e = Vector512.Create(*(a + 1296)); c9x = Vector512.FusedMultiplyAdd(e, x, c9x); c9y = Vector512.FusedMultiplyAdd(e, y, c9y);
            c10x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 1440)), x, c10x); c10y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 1440)), y, c10y);
            a += 1;
            twin += 1;
            p += 32;
            if (close < 10)
                goto Done;
            x = Vector512.Load(p);
            y = Vector512.Load(p + 16);
            c10x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 1440)), x, c10x); c10y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 1440)), y, c10y);
            a += 1;
            twin += 1;
            p += 32;
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
    private static void ByColumn11(in AttentionTileBand t, float* a, float* twin, float* b, float* again, float* c, int open, int full, int close)
    {
        byte* ahead = t.Ahead;
        nint aheadStride = t.AheadStride;
        float* firstA = a, firstTwin = twin;
        nint ldc = t.Ldc;
        for (int columns = t.Columns; columns > 0; columns -= 32)
        {
            a = firstA;
            twin = firstTwin;
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
                e = Vector512.Create(*(a)); c0x = Vector512.FusedMultiplyAdd(e, x, c0x); c0y = Vector512.FusedMultiplyAdd(e, y, c0y);
                a += 144;
                twin += 144;
                p += 32;
            }
            if (open <= 1)
            {
                x = Vector512.Load(p);
                y = Vector512.Load(p + 16);
                e = Vector512.Create(*(a)); c0x = Vector512.FusedMultiplyAdd(e, x, c0x); c0y = Vector512.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 1)), x, c1x); c1y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 1)), y, c1y);
                a += 144;
                twin += 144;
                p += 32;
            }
            if (open <= 2)
            {
                x = Vector512.Load(p);
                y = Vector512.Load(p + 16);
                e = Vector512.Create(*(a)); c0x = Vector512.FusedMultiplyAdd(e, x, c0x); c0y = Vector512.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 1)), x, c1x); c1y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 1)), y, c1y);
                c2x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 2)), x, c2x); c2y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 2)), y, c2y);
                a += 144;
                twin += 144;
                p += 32;
            }
            if (open <= 3)
            {
                x = Vector512.Load(p);
                y = Vector512.Load(p + 16);
                e = Vector512.Create(*(a)); c0x = Vector512.FusedMultiplyAdd(e, x, c0x); c0y = Vector512.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 1)), x, c1x); c1y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 1)), y, c1y);
                c2x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 2)), x, c2x); c2y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 2)), y, c2y);
                e = Vector512.Create(*(a + 3)); c3x = Vector512.FusedMultiplyAdd(e, x, c3x); c3y = Vector512.FusedMultiplyAdd(e, y, c3y);
                a += 144;
                twin += 144;
                p += 32;
            }
            if (open <= 4)
            {
                x = Vector512.Load(p);
                y = Vector512.Load(p + 16);
                e = Vector512.Create(*(a)); c0x = Vector512.FusedMultiplyAdd(e, x, c0x); c0y = Vector512.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 1)), x, c1x); c1y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 1)), y, c1y);
                c2x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 2)), x, c2x); c2y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 2)), y, c2y);
                e = Vector512.Create(*(a + 3)); c3x = Vector512.FusedMultiplyAdd(e, x, c3x); c3y = Vector512.FusedMultiplyAdd(e, y, c3y);
                c4x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 4)), x, c4x); c4y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 4)), y, c4y);
                a += 144;
                twin += 144;
                p += 32;
            }
            if (open <= 5)
            {
                x = Vector512.Load(p);
                y = Vector512.Load(p + 16);
                e = Vector512.Create(*(a)); c0x = Vector512.FusedMultiplyAdd(e, x, c0x); c0y = Vector512.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 1)), x, c1x); c1y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 1)), y, c1y);
                c2x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 2)), x, c2x); c2y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 2)), y, c2y);
                e = Vector512.Create(*(a + 3)); c3x = Vector512.FusedMultiplyAdd(e, x, c3x); c3y = Vector512.FusedMultiplyAdd(e, y, c3y);
                c4x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 4)), x, c4x); c4y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 4)), y, c4y);
                c5x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 5)), x, c5x); c5y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 5)), y, c5y);
                a += 144;
                twin += 144;
                p += 32;
            }
            if (open <= 6)
            {
                x = Vector512.Load(p);
                y = Vector512.Load(p + 16);
                e = Vector512.Create(*(a)); c0x = Vector512.FusedMultiplyAdd(e, x, c0x); c0y = Vector512.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 1)), x, c1x); c1y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 1)), y, c1y);
                c2x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 2)), x, c2x); c2y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 2)), y, c2y);
                e = Vector512.Create(*(a + 3)); c3x = Vector512.FusedMultiplyAdd(e, x, c3x); c3y = Vector512.FusedMultiplyAdd(e, y, c3y);
                c4x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 4)), x, c4x); c4y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 4)), y, c4y);
                c5x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 5)), x, c5x); c5y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 5)), y, c5y);
                e = Vector512.Create(*(a + 6)); c6x = Vector512.FusedMultiplyAdd(e, x, c6x); c6y = Vector512.FusedMultiplyAdd(e, y, c6y);
                a += 144;
                twin += 144;
                p += 32;
            }
            if (open <= 7)
            {
                x = Vector512.Load(p);
                y = Vector512.Load(p + 16);
                e = Vector512.Create(*(a)); c0x = Vector512.FusedMultiplyAdd(e, x, c0x); c0y = Vector512.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 1)), x, c1x); c1y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 1)), y, c1y);
                c2x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 2)), x, c2x); c2y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 2)), y, c2y);
                e = Vector512.Create(*(a + 3)); c3x = Vector512.FusedMultiplyAdd(e, x, c3x); c3y = Vector512.FusedMultiplyAdd(e, y, c3y);
                c4x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 4)), x, c4x); c4y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 4)), y, c4y);
                c5x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 5)), x, c5x); c5y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 5)), y, c5y);
                e = Vector512.Create(*(a + 6)); c6x = Vector512.FusedMultiplyAdd(e, x, c6x); c6y = Vector512.FusedMultiplyAdd(e, y, c6y);
                c7x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 7)), x, c7x); c7y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 7)), y, c7y);
                a += 144;
                twin += 144;
                p += 32;
            }
            if (open <= 8)
            {
                x = Vector512.Load(p);
                y = Vector512.Load(p + 16);
                e = Vector512.Create(*(a)); c0x = Vector512.FusedMultiplyAdd(e, x, c0x); c0y = Vector512.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 1)), x, c1x); c1y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 1)), y, c1y);
                c2x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 2)), x, c2x); c2y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 2)), y, c2y);
                e = Vector512.Create(*(a + 3)); c3x = Vector512.FusedMultiplyAdd(e, x, c3x); c3y = Vector512.FusedMultiplyAdd(e, y, c3y);
                c4x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 4)), x, c4x); c4y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 4)), y, c4y);
                c5x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 5)), x, c5x); c5y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 5)), y, c5y);
                e = Vector512.Create(*(a + 6)); c6x = Vector512.FusedMultiplyAdd(e, x, c6x); c6y = Vector512.FusedMultiplyAdd(e, y, c6y);
                c7x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 7)), x, c7x); c7y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 7)), y, c7y);
                c8x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 8)), x, c8x); c8y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 8)), y, c8y);
                a += 144;
                twin += 144;
                p += 32;
            }
            if (open <= 9)
            {
                x = Vector512.Load(p);
                y = Vector512.Load(p + 16);
                e = Vector512.Create(*(a)); c0x = Vector512.FusedMultiplyAdd(e, x, c0x); c0y = Vector512.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 1)), x, c1x); c1y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 1)), y, c1y);
                c2x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 2)), x, c2x); c2y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 2)), y, c2y);
                e = Vector512.Create(*(a + 3)); c3x = Vector512.FusedMultiplyAdd(e, x, c3x); c3y = Vector512.FusedMultiplyAdd(e, y, c3y);
                c4x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 4)), x, c4x); c4y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 4)), y, c4y);
                c5x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 5)), x, c5x); c5y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 5)), y, c5y);
                e = Vector512.Create(*(a + 6)); c6x = Vector512.FusedMultiplyAdd(e, x, c6x); c6y = Vector512.FusedMultiplyAdd(e, y, c6y);
                c7x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 7)), x, c7x); c7y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 7)), y, c7y);
                c8x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 8)), x, c8x); c8y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 8)), y, c8y);
                e = Vector512.Create(*(a + 9)); c9x = Vector512.FusedMultiplyAdd(e, x, c9x); c9y = Vector512.FusedMultiplyAdd(e, y, c9y);
                a += 144;
                twin += 144;
                p += 32;
            }
        Full:
            int n = full;
            for (; n >= 4; n -= 4)
            {
                x = Vector512.Load(p);
                y = Vector512.Load(p + 16);
                e = Vector512.Create(*(a)); c0x = Vector512.FusedMultiplyAdd(e, x, c0x); c0y = Vector512.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 1)), x, c1x); c1y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 1)), y, c1y);
                c2x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 2)), x, c2x); c2y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 2)), y, c2y);
                e = Vector512.Create(*(a + 3)); c3x = Vector512.FusedMultiplyAdd(e, x, c3x); c3y = Vector512.FusedMultiplyAdd(e, y, c3y);
                c4x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 4)), x, c4x); c4y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 4)), y, c4y);
                c5x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 5)), x, c5x); c5y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 5)), y, c5y);
                e = Vector512.Create(*(a + 6)); c6x = Vector512.FusedMultiplyAdd(e, x, c6x); c6y = Vector512.FusedMultiplyAdd(e, y, c6y);
                c7x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 7)), x, c7x); c7y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 7)), y, c7y);
                c8x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 8)), x, c8x); c8y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 8)), y, c8y);
                e = Vector512.Create(*(a + 9)); c9x = Vector512.FusedMultiplyAdd(e, x, c9x); c9y = Vector512.FusedMultiplyAdd(e, y, c9y);
                c10x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 10)), x, c10x); c10y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 10)), y, c10y);
                x = Vector512.Load(p + 32);
                y = Vector512.Load(p + 48);
                e = Vector512.Create(*(a + 144)); c0x = Vector512.FusedMultiplyAdd(e, x, c0x); c0y = Vector512.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 145)), x, c1x); c1y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 145)), y, c1y);
                c2x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 146)), x, c2x); c2y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 146)), y, c2y);
                e = Vector512.Create(*(a + 147)); c3x = Vector512.FusedMultiplyAdd(e, x, c3x); c3y = Vector512.FusedMultiplyAdd(e, y, c3y);
                c4x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 148)), x, c4x); c4y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 148)), y, c4y);
                c5x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 149)), x, c5x); c5y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 149)), y, c5y);
                e = Vector512.Create(*(a + 150)); c6x = Vector512.FusedMultiplyAdd(e, x, c6x); c6y = Vector512.FusedMultiplyAdd(e, y, c6y);
                c7x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 151)), x, c7x); c7y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 151)), y, c7y);
                c8x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 152)), x, c8x); c8y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 152)), y, c8y);
                e = Vector512.Create(*(a + 153)); c9x = Vector512.FusedMultiplyAdd(e, x, c9x); c9y = Vector512.FusedMultiplyAdd(e, y, c9y);
                c10x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 154)), x, c10x); c10y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 154)), y, c10y);
                x = Vector512.Load(p + 64);
                y = Vector512.Load(p + 80);
                e = Vector512.Create(*(a + 288)); c0x = Vector512.FusedMultiplyAdd(e, x, c0x); c0y = Vector512.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 289)), x, c1x); c1y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 289)), y, c1y);
                c2x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 290)), x, c2x); c2y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 290)), y, c2y);
                e = Vector512.Create(*(a + 291)); c3x = Vector512.FusedMultiplyAdd(e, x, c3x); c3y = Vector512.FusedMultiplyAdd(e, y, c3y);
                c4x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 292)), x, c4x); c4y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 292)), y, c4y);
                c5x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 293)), x, c5x); c5y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 293)), y, c5y);
                e = Vector512.Create(*(a + 294)); c6x = Vector512.FusedMultiplyAdd(e, x, c6x); c6y = Vector512.FusedMultiplyAdd(e, y, c6y);
                c7x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 295)), x, c7x); c7y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 295)), y, c7y);
                c8x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 296)), x, c8x); c8y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 296)), y, c8y);
                e = Vector512.Create(*(a + 297)); c9x = Vector512.FusedMultiplyAdd(e, x, c9x); c9y = Vector512.FusedMultiplyAdd(e, y, c9y);
                c10x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 298)), x, c10x); c10y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 298)), y, c10y);
                x = Vector512.Load(p + 96);
                y = Vector512.Load(p + 112);
                e = Vector512.Create(*(a + 432)); c0x = Vector512.FusedMultiplyAdd(e, x, c0x); c0y = Vector512.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 433)), x, c1x); c1y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 433)), y, c1y);
                c2x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 434)), x, c2x); c2y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 434)), y, c2y);
                e = Vector512.Create(*(a + 435)); c3x = Vector512.FusedMultiplyAdd(e, x, c3x); c3y = Vector512.FusedMultiplyAdd(e, y, c3y);
                c4x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 436)), x, c4x); c4y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 436)), y, c4y);
                c5x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 437)), x, c5x); c5y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 437)), y, c5y);
                e = Vector512.Create(*(a + 438)); c6x = Vector512.FusedMultiplyAdd(e, x, c6x); c6y = Vector512.FusedMultiplyAdd(e, y, c6y);
                c7x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 439)), x, c7x); c7y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 439)), y, c7y);
                c8x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 440)), x, c8x); c8y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 440)), y, c8y);
                e = Vector512.Create(*(a + 441)); c9x = Vector512.FusedMultiplyAdd(e, x, c9x); c9y = Vector512.FusedMultiplyAdd(e, y, c9y);
                c10x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 442)), x, c10x); c10y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 442)), y, c10y);
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
                x = Vector512.Load(p);
                y = Vector512.Load(p + 16);
                e = Vector512.Create(*(a)); c0x = Vector512.FusedMultiplyAdd(e, x, c0x); c0y = Vector512.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 1)), x, c1x); c1y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 1)), y, c1y);
                c2x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 2)), x, c2x); c2y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 2)), y, c2y);
                e = Vector512.Create(*(a + 3)); c3x = Vector512.FusedMultiplyAdd(e, x, c3x); c3y = Vector512.FusedMultiplyAdd(e, y, c3y);
                c4x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 4)), x, c4x); c4y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 4)), y, c4y);
                c5x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 5)), x, c5x); c5y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 5)), y, c5y);
                e = Vector512.Create(*(a + 6)); c6x = Vector512.FusedMultiplyAdd(e, x, c6x); c6y = Vector512.FusedMultiplyAdd(e, y, c6y);
                c7x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 7)), x, c7x); c7y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 7)), y, c7y);
                c8x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 8)), x, c8x); c8y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 8)), y, c8y);
                e = Vector512.Create(*(a + 9)); c9x = Vector512.FusedMultiplyAdd(e, x, c9x); c9y = Vector512.FusedMultiplyAdd(e, y, c9y);
                c10x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 10)), x, c10x); c10y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 10)), y, c10y);
                a += 144;
                twin += 144;
                p += 32;
            }
            if (close < 1)
                goto Done;
            x = Vector512.Load(p);
            y = Vector512.Load(p + 16);
            c1x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 1)), x, c1x); c1y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 1)), y, c1y);
            c2x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 2)), x, c2x); c2y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 2)), y, c2y);
            e = Vector512.Create(*(a + 3)); c3x = Vector512.FusedMultiplyAdd(e, x, c3x); c3y = Vector512.FusedMultiplyAdd(e, y, c3y);
            c4x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 4)), x, c4x); c4y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 4)), y, c4y);
            c5x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 5)), x, c5x); c5y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 5)), y, c5y);
            e = Vector512.Create(*(a + 6)); c6x = Vector512.FusedMultiplyAdd(e, x, c6x); c6y = Vector512.FusedMultiplyAdd(e, y, c6y);
            c7x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 7)), x, c7x); c7y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 7)), y, c7y);
            c8x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 8)), x, c8x); c8y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 8)), y, c8y);
            e = Vector512.Create(*(a + 9)); c9x = Vector512.FusedMultiplyAdd(e, x, c9x); c9y = Vector512.FusedMultiplyAdd(e, y, c9y);
            c10x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 10)), x, c10x); c10y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 10)), y, c10y);
            a += 144;
            twin += 144;
            p += 32;
            if (close < 2)
                goto Done;
            x = Vector512.Load(p);
            y = Vector512.Load(p + 16);
            c2x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 2)), x, c2x); c2y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 2)), y, c2y);
            e = Vector512.Create(*(a + 3)); c3x = Vector512.FusedMultiplyAdd(e, x, c3x); c3y = Vector512.FusedMultiplyAdd(e, y, c3y);
            c4x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 4)), x, c4x); c4y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 4)), y, c4y);
            c5x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 5)), x, c5x); c5y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 5)), y, c5y);
            e = Vector512.Create(*(a + 6)); c6x = Vector512.FusedMultiplyAdd(e, x, c6x); c6y = Vector512.FusedMultiplyAdd(e, y, c6y);
            c7x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 7)), x, c7x); c7y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 7)), y, c7y);
            c8x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 8)), x, c8x); c8y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 8)), y, c8y);
            e = Vector512.Create(*(a + 9)); c9x = Vector512.FusedMultiplyAdd(e, x, c9x); c9y = Vector512.FusedMultiplyAdd(e, y, c9y);
            c10x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 10)), x, c10x); c10y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 10)), y, c10y);
            a += 144;
            twin += 144;
            p += 32;
            if (close < 3)
                goto Done;
            x = Vector512.Load(p);
            y = Vector512.Load(p + 16);
            e = Vector512.Create(*(a + 3)); c3x = Vector512.FusedMultiplyAdd(e, x, c3x); c3y = Vector512.FusedMultiplyAdd(e, y, c3y);
            c4x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 4)), x, c4x); c4y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 4)), y, c4y);
            c5x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 5)), x, c5x); c5y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 5)), y, c5y);
            e = Vector512.Create(*(a + 6)); c6x = Vector512.FusedMultiplyAdd(e, x, c6x); c6y = Vector512.FusedMultiplyAdd(e, y, c6y);
            c7x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 7)), x, c7x); c7y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 7)), y, c7y);
            c8x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 8)), x, c8x); c8y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 8)), y, c8y);
            e = Vector512.Create(*(a + 9)); c9x = Vector512.FusedMultiplyAdd(e, x, c9x); c9y = Vector512.FusedMultiplyAdd(e, y, c9y);
            c10x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 10)), x, c10x); c10y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 10)), y, c10y);
            a += 144;
            twin += 144;
            p += 32;
            if (close < 4)
                goto Done;
            x = Vector512.Load(p);
            y = Vector512.Load(p + 16);
            c4x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 4)), x, c4x); c4y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 4)), y, c4y);
            c5x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 5)), x, c5x); c5y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 5)), y, c5y);
            e = Vector512.Create(*(a + 6)); c6x = Vector512.FusedMultiplyAdd(e, x, c6x); c6y = Vector512.FusedMultiplyAdd(e, y, c6y);
            c7x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 7)), x, c7x); c7y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 7)), y, c7y);
            c8x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 8)), x, c8x); c8y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 8)), y, c8y);
            e = Vector512.Create(*(a + 9)); c9x = Vector512.FusedMultiplyAdd(e, x, c9x); c9y = Vector512.FusedMultiplyAdd(e, y, c9y);
            c10x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 10)), x, c10x); c10y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 10)), y, c10y);
            a += 144;
            twin += 144;
            p += 32;
            if (close < 5)
                goto Done;
            x = Vector512.Load(p);
            y = Vector512.Load(p + 16);
            c5x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 5)), x, c5x); c5y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 5)), y, c5y);
            e = Vector512.Create(*(a + 6)); c6x = Vector512.FusedMultiplyAdd(e, x, c6x); c6y = Vector512.FusedMultiplyAdd(e, y, c6y);
            c7x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 7)), x, c7x); c7y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 7)), y, c7y);
            c8x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 8)), x, c8x); c8y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 8)), y, c8y);
            e = Vector512.Create(*(a + 9)); c9x = Vector512.FusedMultiplyAdd(e, x, c9x); c9y = Vector512.FusedMultiplyAdd(e, y, c9y);
            c10x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 10)), x, c10x); c10y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 10)), y, c10y);
            a += 144;
            twin += 144;
            p += 32;
            if (close < 6)
                goto Done;
            x = Vector512.Load(p);
            y = Vector512.Load(p + 16);
            e = Vector512.Create(*(a + 6)); c6x = Vector512.FusedMultiplyAdd(e, x, c6x); c6y = Vector512.FusedMultiplyAdd(e, y, c6y);
            c7x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 7)), x, c7x); c7y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 7)), y, c7y);
            c8x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 8)), x, c8x); c8y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 8)), y, c8y);
            e = Vector512.Create(*(a + 9)); c9x = Vector512.FusedMultiplyAdd(e, x, c9x); c9y = Vector512.FusedMultiplyAdd(e, y, c9y);
            c10x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 10)), x, c10x); c10y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 10)), y, c10y);
            a += 144;
            twin += 144;
            p += 32;
            if (close < 7)
                goto Done;
            x = Vector512.Load(p);
            y = Vector512.Load(p + 16);
            c7x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 7)), x, c7x); c7y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 7)), y, c7y);
            c8x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 8)), x, c8x); c8y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 8)), y, c8y);
            e = Vector512.Create(*(a + 9)); c9x = Vector512.FusedMultiplyAdd(e, x, c9x); c9y = Vector512.FusedMultiplyAdd(e, y, c9y);
            c10x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 10)), x, c10x); c10y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 10)), y, c10y);
            a += 144;
            twin += 144;
            p += 32;
            if (close < 8)
                goto Done;
            x = Vector512.Load(p);
            y = Vector512.Load(p + 16);
            c8x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 8)), x, c8x); c8y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 8)), y, c8y);
            e = Vector512.Create(*(a + 9)); c9x = Vector512.FusedMultiplyAdd(e, x, c9x); c9y = Vector512.FusedMultiplyAdd(e, y, c9y);
            c10x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 10)), x, c10x); c10y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 10)), y, c10y);
            a += 144;
            twin += 144;
            p += 32;
            if (close < 9)
                goto Done;
            x = Vector512.Load(p);
            y = Vector512.Load(p + 16);
            e = Vector512.Create(*(a + 9)); c9x = Vector512.FusedMultiplyAdd(e, x, c9x); c9y = Vector512.FusedMultiplyAdd(e, y, c9y);
            c10x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 10)), x, c10x); c10y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 10)), y, c10y);
            a += 144;
            twin += 144;
            p += 32;
            if (close < 10)
                goto Done;
            x = Vector512.Load(p);
            y = Vector512.Load(p + 16);
            c10x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 10)), x, c10x); c10y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 10)), y, c10y);
            a += 144;
            twin += 144;
            p += 32;
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
    private static void Shared11(in AttentionTileBand t, float* a, float* twin, float* b, float* c, int steps)
    {
        nint ldb = t.Ldb;
        float* firstA = a, firstTwin = twin;
        nint ldc = t.Ldc;
        for (int columns = t.Columns; columns > 0; columns -= 32)
        {
            a = firstA;
            twin = firstTwin;
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
            for (int n = steps; n > 0; n--, a++, twin++, p += ldb)
            {
                x = Vector512.Load(p);
                y = Vector512.Load(p + 16);
                e = Vector512.Create(*(a)); c0x = Vector512.FusedMultiplyAdd(e, x, c0x); c0y = Vector512.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 144)), x, c1x); c1y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 144)), y, c1y);
                c2x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 288)), x, c2x); c2y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 288)), y, c2y);
                e = Vector512.Create(*(a + 432)); c3x = Vector512.FusedMultiplyAdd(e, x, c3x); c3y = Vector512.FusedMultiplyAdd(e, y, c3y);
                c4x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 576)), x, c4x); c4y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 576)), y, c4y);
                c5x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 720)), x, c5x); c5y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 720)), y, c5y);
                e = Vector512.Create(*(a + 864)); c6x = Vector512.FusedMultiplyAdd(e, x, c6x); c6y = Vector512.FusedMultiplyAdd(e, y, c6y);
                c7x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 1008)), x, c7x); c7y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 1008)), y, c7y);
                c8x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 1152)), x, c8x); c8y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 1152)), y, c8y);
                e = Vector512.Create(*(a + 1296)); c9x = Vector512.FusedMultiplyAdd(e, x, c9x); c9y = Vector512.FusedMultiplyAdd(e, y, c9y);
                c10x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 1440)), x, c10x); c10y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 1440)), y, c10y);
            }
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
    private static void Scores12(float* a, float* twin, float** pages, float* c, int columns, int k, byte* ahead, nint aheadStride)
    {
        int column = 0;
        float* firstA = a, firstTwin = twin;
        for (; columns - column > 16; column += 32)
        {
            float* p = pages[column / 32] + (column % 32);
            a = firstA;
            twin = firstTwin;
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
            int n = k;
            for (; n >= 8; n -= 8)
            {
                x = Vector512.Load(p);
                y = Vector512.Load(p + 16);
                e = Vector512.Create(*(a)); c0x = Vector512.FusedMultiplyAdd(e, x, c0x); c0y = Vector512.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 8)), x, c1x); c1y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 8)), y, c1y);
                c2x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 16)), x, c2x); c2y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 16)), y, c2y);
                e = Vector512.Create(*(a + 24)); c3x = Vector512.FusedMultiplyAdd(e, x, c3x); c3y = Vector512.FusedMultiplyAdd(e, y, c3y);
                c4x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 32)), x, c4x); c4y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 32)), y, c4y);
                c5x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 40)), x, c5x); c5y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 40)), y, c5y);
                e = Vector512.Create(*(a + 48)); c6x = Vector512.FusedMultiplyAdd(e, x, c6x); c6y = Vector512.FusedMultiplyAdd(e, y, c6y);
                c7x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 56)), x, c7x); c7y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 56)), y, c7y);
                c8x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 64)), x, c8x); c8y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 64)), y, c8y);
                e = Vector512.Create(*(a + 72)); c9x = Vector512.FusedMultiplyAdd(e, x, c9x); c9y = Vector512.FusedMultiplyAdd(e, y, c9y);
                c10x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 80)), x, c10x); c10y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 80)), y, c10y);
                c11x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 88)), x, c11x); c11y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 88)), y, c11y);
                x = Vector512.Load(p + 32);
                y = Vector512.Load(p + 48);
                e = Vector512.Create(*(a + 1)); c0x = Vector512.FusedMultiplyAdd(e, x, c0x); c0y = Vector512.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 9)), x, c1x); c1y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 9)), y, c1y);
                c2x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 17)), x, c2x); c2y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 17)), y, c2y);
                e = Vector512.Create(*(a + 25)); c3x = Vector512.FusedMultiplyAdd(e, x, c3x); c3y = Vector512.FusedMultiplyAdd(e, y, c3y);
                c4x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 33)), x, c4x); c4y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 33)), y, c4y);
                c5x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 41)), x, c5x); c5y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 41)), y, c5y);
                e = Vector512.Create(*(a + 49)); c6x = Vector512.FusedMultiplyAdd(e, x, c6x); c6y = Vector512.FusedMultiplyAdd(e, y, c6y);
                c7x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 57)), x, c7x); c7y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 57)), y, c7y);
                c8x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 65)), x, c8x); c8y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 65)), y, c8y);
                e = Vector512.Create(*(a + 73)); c9x = Vector512.FusedMultiplyAdd(e, x, c9x); c9y = Vector512.FusedMultiplyAdd(e, y, c9y);
                c10x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 81)), x, c10x); c10y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 81)), y, c10y);
                c11x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 89)), x, c11x); c11y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 89)), y, c11y);
                x = Vector512.Load(p + 64);
                y = Vector512.Load(p + 80);
                e = Vector512.Create(*(a + 2)); c0x = Vector512.FusedMultiplyAdd(e, x, c0x); c0y = Vector512.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 10)), x, c1x); c1y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 10)), y, c1y);
                c2x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 18)), x, c2x); c2y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 18)), y, c2y);
                e = Vector512.Create(*(a + 26)); c3x = Vector512.FusedMultiplyAdd(e, x, c3x); c3y = Vector512.FusedMultiplyAdd(e, y, c3y);
                c4x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 34)), x, c4x); c4y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 34)), y, c4y);
                c5x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 42)), x, c5x); c5y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 42)), y, c5y);
                e = Vector512.Create(*(a + 50)); c6x = Vector512.FusedMultiplyAdd(e, x, c6x); c6y = Vector512.FusedMultiplyAdd(e, y, c6y);
                c7x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 58)), x, c7x); c7y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 58)), y, c7y);
                c8x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 66)), x, c8x); c8y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 66)), y, c8y);
                e = Vector512.Create(*(a + 74)); c9x = Vector512.FusedMultiplyAdd(e, x, c9x); c9y = Vector512.FusedMultiplyAdd(e, y, c9y);
                c10x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 82)), x, c10x); c10y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 82)), y, c10y);
                c11x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 90)), x, c11x); c11y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 90)), y, c11y);
                x = Vector512.Load(p + 96);
                y = Vector512.Load(p + 112);
                e = Vector512.Create(*(a + 3)); c0x = Vector512.FusedMultiplyAdd(e, x, c0x); c0y = Vector512.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 11)), x, c1x); c1y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 11)), y, c1y);
                c2x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 19)), x, c2x); c2y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 19)), y, c2y);
                e = Vector512.Create(*(a + 27)); c3x = Vector512.FusedMultiplyAdd(e, x, c3x); c3y = Vector512.FusedMultiplyAdd(e, y, c3y);
                c4x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 35)), x, c4x); c4y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 35)), y, c4y);
                c5x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 43)), x, c5x); c5y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 43)), y, c5y);
                e = Vector512.Create(*(a + 51)); c6x = Vector512.FusedMultiplyAdd(e, x, c6x); c6y = Vector512.FusedMultiplyAdd(e, y, c6y);
                c7x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 59)), x, c7x); c7y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 59)), y, c7y);
                c8x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 67)), x, c8x); c8y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 67)), y, c8y);
                e = Vector512.Create(*(a + 75)); c9x = Vector512.FusedMultiplyAdd(e, x, c9x); c9y = Vector512.FusedMultiplyAdd(e, y, c9y);
                c10x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 83)), x, c10x); c10y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 83)), y, c10y);
                c11x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 91)), x, c11x); c11y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 91)), y, c11y);
                if (Sse.IsSupported)
                {
                    Sse.Prefetch1(ahead);
                    Sse.Prefetch1(ahead + 64);
                }
                ahead += aheadStride;
                x = Vector512.Load(p + 128);
                y = Vector512.Load(p + 144);
                e = Vector512.Create(*(a + 4)); c0x = Vector512.FusedMultiplyAdd(e, x, c0x); c0y = Vector512.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 12)), x, c1x); c1y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 12)), y, c1y);
                c2x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 20)), x, c2x); c2y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 20)), y, c2y);
                e = Vector512.Create(*(a + 28)); c3x = Vector512.FusedMultiplyAdd(e, x, c3x); c3y = Vector512.FusedMultiplyAdd(e, y, c3y);
                c4x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 36)), x, c4x); c4y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 36)), y, c4y);
                c5x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 44)), x, c5x); c5y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 44)), y, c5y);
                e = Vector512.Create(*(a + 52)); c6x = Vector512.FusedMultiplyAdd(e, x, c6x); c6y = Vector512.FusedMultiplyAdd(e, y, c6y);
                c7x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 60)), x, c7x); c7y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 60)), y, c7y);
                c8x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 68)), x, c8x); c8y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 68)), y, c8y);
                e = Vector512.Create(*(a + 76)); c9x = Vector512.FusedMultiplyAdd(e, x, c9x); c9y = Vector512.FusedMultiplyAdd(e, y, c9y);
                c10x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 84)), x, c10x); c10y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 84)), y, c10y);
                c11x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 92)), x, c11x); c11y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 92)), y, c11y);
                x = Vector512.Load(p + 160);
                y = Vector512.Load(p + 176);
                e = Vector512.Create(*(a + 5)); c0x = Vector512.FusedMultiplyAdd(e, x, c0x); c0y = Vector512.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 13)), x, c1x); c1y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 13)), y, c1y);
                c2x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 21)), x, c2x); c2y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 21)), y, c2y);
                e = Vector512.Create(*(a + 29)); c3x = Vector512.FusedMultiplyAdd(e, x, c3x); c3y = Vector512.FusedMultiplyAdd(e, y, c3y);
                c4x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 37)), x, c4x); c4y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 37)), y, c4y);
                c5x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 45)), x, c5x); c5y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 45)), y, c5y);
                e = Vector512.Create(*(a + 53)); c6x = Vector512.FusedMultiplyAdd(e, x, c6x); c6y = Vector512.FusedMultiplyAdd(e, y, c6y);
                c7x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 61)), x, c7x); c7y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 61)), y, c7y);
                c8x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 69)), x, c8x); c8y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 69)), y, c8y);
                e = Vector512.Create(*(a + 77)); c9x = Vector512.FusedMultiplyAdd(e, x, c9x); c9y = Vector512.FusedMultiplyAdd(e, y, c9y);
                c10x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 85)), x, c10x); c10y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 85)), y, c10y);
                c11x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 93)), x, c11x); c11y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 93)), y, c11y);
                x = Vector512.Load(p + 192);
                y = Vector512.Load(p + 208);
                e = Vector512.Create(*(a + 6)); c0x = Vector512.FusedMultiplyAdd(e, x, c0x); c0y = Vector512.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 14)), x, c1x); c1y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 14)), y, c1y);
                c2x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 22)), x, c2x); c2y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 22)), y, c2y);
                e = Vector512.Create(*(a + 30)); c3x = Vector512.FusedMultiplyAdd(e, x, c3x); c3y = Vector512.FusedMultiplyAdd(e, y, c3y);
                c4x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 38)), x, c4x); c4y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 38)), y, c4y);
                c5x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 46)), x, c5x); c5y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 46)), y, c5y);
                e = Vector512.Create(*(a + 54)); c6x = Vector512.FusedMultiplyAdd(e, x, c6x); c6y = Vector512.FusedMultiplyAdd(e, y, c6y);
                c7x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 62)), x, c7x); c7y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 62)), y, c7y);
                c8x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 70)), x, c8x); c8y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 70)), y, c8y);
                e = Vector512.Create(*(a + 78)); c9x = Vector512.FusedMultiplyAdd(e, x, c9x); c9y = Vector512.FusedMultiplyAdd(e, y, c9y);
                c10x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 86)), x, c10x); c10y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 86)), y, c10y);
                c11x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 94)), x, c11x); c11y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 94)), y, c11y);
                x = Vector512.Load(p + 224);
                y = Vector512.Load(p + 240);
                e = Vector512.Create(*(a + 7)); c0x = Vector512.FusedMultiplyAdd(e, x, c0x); c0y = Vector512.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 15)), x, c1x); c1y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 15)), y, c1y);
                c2x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 23)), x, c2x); c2y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 23)), y, c2y);
                e = Vector512.Create(*(a + 31)); c3x = Vector512.FusedMultiplyAdd(e, x, c3x); c3y = Vector512.FusedMultiplyAdd(e, y, c3y);
                c4x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 39)), x, c4x); c4y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 39)), y, c4y);
                c5x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 47)), x, c5x); c5y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 47)), y, c5y);
                e = Vector512.Create(*(a + 55)); c6x = Vector512.FusedMultiplyAdd(e, x, c6x); c6y = Vector512.FusedMultiplyAdd(e, y, c6y);
                c7x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 63)), x, c7x); c7y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 63)), y, c7y);
                c8x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 71)), x, c8x); c8y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 71)), y, c8y);
                e = Vector512.Create(*(a + 79)); c9x = Vector512.FusedMultiplyAdd(e, x, c9x); c9y = Vector512.FusedMultiplyAdd(e, y, c9y);
                c10x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 87)), x, c10x); c10y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 87)), y, c10y);
                c11x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 95)), x, c11x); c11y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 95)), y, c11y);
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
                x = Vector512.Load(p);
                y = Vector512.Load(p + 16);
                e = Vector512.Create(*(a)); c0x = Vector512.FusedMultiplyAdd(e, x, c0x); c0y = Vector512.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 8)), x, c1x); c1y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 8)), y, c1y);
                c2x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 16)), x, c2x); c2y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 16)), y, c2y);
                e = Vector512.Create(*(a + 24)); c3x = Vector512.FusedMultiplyAdd(e, x, c3x); c3y = Vector512.FusedMultiplyAdd(e, y, c3y);
                c4x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 32)), x, c4x); c4y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 32)), y, c4y);
                c5x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 40)), x, c5x); c5y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 40)), y, c5y);
                e = Vector512.Create(*(a + 48)); c6x = Vector512.FusedMultiplyAdd(e, x, c6x); c6y = Vector512.FusedMultiplyAdd(e, y, c6y);
                c7x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 56)), x, c7x); c7y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 56)), y, c7y);
                c8x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 64)), x, c8x); c8y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 64)), y, c8y);
                e = Vector512.Create(*(a + 72)); c9x = Vector512.FusedMultiplyAdd(e, x, c9x); c9y = Vector512.FusedMultiplyAdd(e, y, c9y);
                c10x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 80)), x, c10x); c10y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 80)), y, c10y);
                c11x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 88)), x, c11x); c11y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 88)), y, c11y);
                a += 1;
                twin += 1;
                p += 32;
            }
            c0x.Store(c + column); c0y.Store(c + column + 16);
            c1x.Store(c + column + 144); c1y.Store(c + column + 144 + 16);
            c2x.Store(c + column + 288); c2y.Store(c + column + 288 + 16);
            c3x.Store(c + column + 432); c3y.Store(c + column + 432 + 16);
            c4x.Store(c + column + 576); c4y.Store(c + column + 576 + 16);
            c5x.Store(c + column + 720); c5y.Store(c + column + 720 + 16);
            c6x.Store(c + column + 864); c6y.Store(c + column + 864 + 16);
            c7x.Store(c + column + 1008); c7y.Store(c + column + 1008 + 16);
            c8x.Store(c + column + 1152); c8y.Store(c + column + 1152 + 16);
            c9x.Store(c + column + 1296); c9y.Store(c + column + 1296 + 16);
            c10x.Store(c + column + 1440); c10y.Store(c + column + 1440 + 16);
            c11x.Store(c + column + 1584); c11y.Store(c + column + 1584 + 16);
        }
        if (column < columns)
        {
            float* p = pages[column / 32] + (column % 32);
            a = firstA;
            twin = firstTwin;
            Vector512<float> x;
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
            int n = k;
            for (; n >= 8; n -= 8)
            {
                x = Vector512.Load(p);
                c0x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a)), x, c0x);
                c1x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 8)), x, c1x);
                c2x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 16)), x, c2x);
                c3x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 24)), x, c3x);
                c4x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 32)), x, c4x);
                c5x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 40)), x, c5x);
                c6x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 48)), x, c6x);
                c7x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 56)), x, c7x);
                c8x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 64)), x, c8x);
                c9x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 72)), x, c9x);
                c10x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 80)), x, c10x);
                c11x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 88)), x, c11x);
                x = Vector512.Load(p + 32);
                c0x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 1)), x, c0x);
                c1x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 9)), x, c1x);
                c2x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 17)), x, c2x);
                c3x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 25)), x, c3x);
                c4x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 33)), x, c4x);
                c5x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 41)), x, c5x);
                c6x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 49)), x, c6x);
                c7x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 57)), x, c7x);
                c8x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 65)), x, c8x);
                c9x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 73)), x, c9x);
                c10x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 81)), x, c10x);
                c11x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 89)), x, c11x);
                x = Vector512.Load(p + 64);
                c0x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 2)), x, c0x);
                c1x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 10)), x, c1x);
                c2x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 18)), x, c2x);
                c3x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 26)), x, c3x);
                c4x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 34)), x, c4x);
                c5x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 42)), x, c5x);
                c6x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 50)), x, c6x);
                c7x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 58)), x, c7x);
                c8x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 66)), x, c8x);
                c9x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 74)), x, c9x);
                c10x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 82)), x, c10x);
                c11x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 90)), x, c11x);
                x = Vector512.Load(p + 96);
                c0x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 3)), x, c0x);
                c1x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 11)), x, c1x);
                c2x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 19)), x, c2x);
                c3x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 27)), x, c3x);
                c4x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 35)), x, c4x);
                c5x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 43)), x, c5x);
                c6x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 51)), x, c6x);
                c7x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 59)), x, c7x);
                c8x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 67)), x, c8x);
                c9x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 75)), x, c9x);
                c10x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 83)), x, c10x);
                c11x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 91)), x, c11x);
                if (Sse.IsSupported)
                {
                    Sse.Prefetch1(ahead);
                    Sse.Prefetch1(ahead + 64);
                }
                ahead += aheadStride;
                x = Vector512.Load(p + 128);
                c0x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 4)), x, c0x);
                c1x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 12)), x, c1x);
                c2x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 20)), x, c2x);
                c3x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 28)), x, c3x);
                c4x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 36)), x, c4x);
                c5x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 44)), x, c5x);
                c6x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 52)), x, c6x);
                c7x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 60)), x, c7x);
                c8x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 68)), x, c8x);
                c9x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 76)), x, c9x);
                c10x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 84)), x, c10x);
                c11x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 92)), x, c11x);
                x = Vector512.Load(p + 160);
                c0x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 5)), x, c0x);
                c1x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 13)), x, c1x);
                c2x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 21)), x, c2x);
                c3x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 29)), x, c3x);
                c4x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 37)), x, c4x);
                c5x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 45)), x, c5x);
                c6x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 53)), x, c6x);
                c7x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 61)), x, c7x);
                c8x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 69)), x, c8x);
                c9x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 77)), x, c9x);
                c10x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 85)), x, c10x);
                c11x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 93)), x, c11x);
                x = Vector512.Load(p + 192);
                c0x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 6)), x, c0x);
                c1x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 14)), x, c1x);
                c2x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 22)), x, c2x);
                c3x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 30)), x, c3x);
                c4x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 38)), x, c4x);
                c5x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 46)), x, c5x);
                c6x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 54)), x, c6x);
                c7x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 62)), x, c7x);
                c8x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 70)), x, c8x);
                c9x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 78)), x, c9x);
                c10x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 86)), x, c10x);
                c11x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 94)), x, c11x);
                x = Vector512.Load(p + 224);
                c0x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 7)), x, c0x);
                c1x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 15)), x, c1x);
                c2x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 23)), x, c2x);
                c3x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 31)), x, c3x);
                c4x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 39)), x, c4x);
                c5x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 47)), x, c5x);
                c6x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 55)), x, c6x);
                c7x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 63)), x, c7x);
                c8x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 71)), x, c8x);
                c9x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 79)), x, c9x);
                c10x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 87)), x, c10x);
                c11x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 95)), x, c11x);
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
                x = Vector512.Load(p);
                c0x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a)), x, c0x);
                c1x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 8)), x, c1x);
                c2x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 16)), x, c2x);
                c3x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 24)), x, c3x);
                c4x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 32)), x, c4x);
                c5x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 40)), x, c5x);
                c6x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 48)), x, c6x);
                c7x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 56)), x, c7x);
                c8x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 64)), x, c8x);
                c9x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 72)), x, c9x);
                c10x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 80)), x, c10x);
                c11x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 88)), x, c11x);
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
            c6x.Store(c + column + 864);
            c7x.Store(c + column + 1008);
            c8x.Store(c + column + 1152);
            c9x.Store(c + column + 1296);
            c10x.Store(c + column + 1440);
            c11x.Store(c + column + 1584);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization), SkipLocalsInit]
    private static void ByRow12(in AttentionTileBand t, float* a, float* twin, float* b, float* again, float* c, int open, int full, int close)
    {
        byte* ahead = t.Ahead;
        nint aheadStride = t.AheadStride;
        float* firstA = a, firstTwin = twin;
        nint ldc = t.Ldc;
        for (int columns = t.Columns; columns > 0; columns -= 32)
        {
            a = firstA;
            twin = firstTwin;
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
                if (again is not null)
                {
                    e = Vector512.Create(*(again)); c0x *= e; c0y *= e;
                    e = Vector512.Create(*(again + 1)); c1x *= e; c1y *= e;
                    e = Vector512.Create(*(again + 2)); c2x *= e; c2y *= e;
                    e = Vector512.Create(*(again + 3)); c3x *= e; c3y *= e;
                    e = Vector512.Create(*(again + 4)); c4x *= e; c4y *= e;
                    e = Vector512.Create(*(again + 5)); c5x *= e; c5y *= e;
                    e = Vector512.Create(*(again + 6)); c6x *= e; c6y *= e;
                    e = Vector512.Create(*(again + 7)); c7x *= e; c7y *= e;
                    e = Vector512.Create(*(again + 8)); c8x *= e; c8y *= e;
                    e = Vector512.Create(*(again + 9)); c9x *= e; c9y *= e;
                    e = Vector512.Create(*(again + 10)); c10x *= e; c10y *= e;
                    e = Vector512.Create(*(again + 11)); c11x *= e; c11y *= e;
                }
            }
            if (open >= 11)
                goto Full;
            if (open <= 0)
            {
                x = Vector512.Load(p);
                y = Vector512.Load(p + 16);
                e = Vector512.Create(*(a)); c0x = Vector512.FusedMultiplyAdd(e, x, c0x); c0y = Vector512.FusedMultiplyAdd(e, y, c0y);
                a += 1;
                twin += 1;
                p += 32;
            }
            if (open <= 1)
            {
                x = Vector512.Load(p);
                y = Vector512.Load(p + 16);
                e = Vector512.Create(*(a)); c0x = Vector512.FusedMultiplyAdd(e, x, c0x); c0y = Vector512.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 144)), x, c1x); c1y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 144)), y, c1y);
                a += 1;
                twin += 1;
                p += 32;
            }
            if (open <= 2)
            {
                x = Vector512.Load(p);
                y = Vector512.Load(p + 16);
                e = Vector512.Create(*(a)); c0x = Vector512.FusedMultiplyAdd(e, x, c0x); c0y = Vector512.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 144)), x, c1x); c1y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 144)), y, c1y);
                c2x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 288)), x, c2x); c2y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 288)), y, c2y);
                a += 1;
                twin += 1;
                p += 32;
            }
            if (open <= 3)
            {
                x = Vector512.Load(p);
                y = Vector512.Load(p + 16);
                e = Vector512.Create(*(a)); c0x = Vector512.FusedMultiplyAdd(e, x, c0x); c0y = Vector512.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 144)), x, c1x); c1y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 144)), y, c1y);
                c2x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 288)), x, c2x); c2y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 288)), y, c2y);
                e = Vector512.Create(*(a + 432)); c3x = Vector512.FusedMultiplyAdd(e, x, c3x); c3y = Vector512.FusedMultiplyAdd(e, y, c3y);
                a += 1;
                twin += 1;
                p += 32;
            }
            if (open <= 4)
            {
                x = Vector512.Load(p);
                y = Vector512.Load(p + 16);
                e = Vector512.Create(*(a)); c0x = Vector512.FusedMultiplyAdd(e, x, c0x); c0y = Vector512.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 144)), x, c1x); c1y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 144)), y, c1y);
                c2x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 288)), x, c2x); c2y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 288)), y, c2y);
                e = Vector512.Create(*(a + 432)); c3x = Vector512.FusedMultiplyAdd(e, x, c3x); c3y = Vector512.FusedMultiplyAdd(e, y, c3y);
                c4x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 576)), x, c4x); c4y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 576)), y, c4y);
                a += 1;
                twin += 1;
                p += 32;
            }
            if (open <= 5)
            {
                x = Vector512.Load(p);
                y = Vector512.Load(p + 16);
                e = Vector512.Create(*(a)); c0x = Vector512.FusedMultiplyAdd(e, x, c0x); c0y = Vector512.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 144)), x, c1x); c1y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 144)), y, c1y);
                c2x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 288)), x, c2x); c2y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 288)), y, c2y);
                e = Vector512.Create(*(a + 432)); c3x = Vector512.FusedMultiplyAdd(e, x, c3x); c3y = Vector512.FusedMultiplyAdd(e, y, c3y);
                c4x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 576)), x, c4x); c4y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 576)), y, c4y);
                c5x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 720)), x, c5x); c5y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 720)), y, c5y);
                a += 1;
                twin += 1;
                p += 32;
            }
            if (open <= 6)
            {
                x = Vector512.Load(p);
                y = Vector512.Load(p + 16);
                e = Vector512.Create(*(a)); c0x = Vector512.FusedMultiplyAdd(e, x, c0x); c0y = Vector512.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 144)), x, c1x); c1y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 144)), y, c1y);
                c2x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 288)), x, c2x); c2y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 288)), y, c2y);
                e = Vector512.Create(*(a + 432)); c3x = Vector512.FusedMultiplyAdd(e, x, c3x); c3y = Vector512.FusedMultiplyAdd(e, y, c3y);
                c4x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 576)), x, c4x); c4y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 576)), y, c4y);
                c5x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 720)), x, c5x); c5y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 720)), y, c5y);
                e = Vector512.Create(*(a + 864)); c6x = Vector512.FusedMultiplyAdd(e, x, c6x); c6y = Vector512.FusedMultiplyAdd(e, y, c6y);
                a += 1;
                twin += 1;
                p += 32;
            }
            if (open <= 7)
            {
                x = Vector512.Load(p);
                y = Vector512.Load(p + 16);
                e = Vector512.Create(*(a)); c0x = Vector512.FusedMultiplyAdd(e, x, c0x); c0y = Vector512.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 144)), x, c1x); c1y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 144)), y, c1y);
                c2x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 288)), x, c2x); c2y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 288)), y, c2y);
                e = Vector512.Create(*(a + 432)); c3x = Vector512.FusedMultiplyAdd(e, x, c3x); c3y = Vector512.FusedMultiplyAdd(e, y, c3y);
                c4x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 576)), x, c4x); c4y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 576)), y, c4y);
                c5x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 720)), x, c5x); c5y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 720)), y, c5y);
                e = Vector512.Create(*(a + 864)); c6x = Vector512.FusedMultiplyAdd(e, x, c6x); c6y = Vector512.FusedMultiplyAdd(e, y, c6y);
                c7x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 1008)), x, c7x); c7y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 1008)), y, c7y);
                a += 1;
                twin += 1;
                p += 32;
            }
            if (open <= 8)
            {
                x = Vector512.Load(p);
                y = Vector512.Load(p + 16);
                e = Vector512.Create(*(a)); c0x = Vector512.FusedMultiplyAdd(e, x, c0x); c0y = Vector512.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 144)), x, c1x); c1y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 144)), y, c1y);
                c2x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 288)), x, c2x); c2y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 288)), y, c2y);
                e = Vector512.Create(*(a + 432)); c3x = Vector512.FusedMultiplyAdd(e, x, c3x); c3y = Vector512.FusedMultiplyAdd(e, y, c3y);
                c4x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 576)), x, c4x); c4y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 576)), y, c4y);
                c5x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 720)), x, c5x); c5y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 720)), y, c5y);
                e = Vector512.Create(*(a + 864)); c6x = Vector512.FusedMultiplyAdd(e, x, c6x); c6y = Vector512.FusedMultiplyAdd(e, y, c6y);
                c7x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 1008)), x, c7x); c7y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 1008)), y, c7y);
                c8x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 1152)), x, c8x); c8y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 1152)), y, c8y);
                a += 1;
                twin += 1;
                p += 32;
            }
            if (open <= 9)
            {
                x = Vector512.Load(p);
                y = Vector512.Load(p + 16);
                e = Vector512.Create(*(a)); c0x = Vector512.FusedMultiplyAdd(e, x, c0x); c0y = Vector512.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 144)), x, c1x); c1y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 144)), y, c1y);
                c2x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 288)), x, c2x); c2y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 288)), y, c2y);
                e = Vector512.Create(*(a + 432)); c3x = Vector512.FusedMultiplyAdd(e, x, c3x); c3y = Vector512.FusedMultiplyAdd(e, y, c3y);
                c4x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 576)), x, c4x); c4y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 576)), y, c4y);
                c5x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 720)), x, c5x); c5y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 720)), y, c5y);
                e = Vector512.Create(*(a + 864)); c6x = Vector512.FusedMultiplyAdd(e, x, c6x); c6y = Vector512.FusedMultiplyAdd(e, y, c6y);
                c7x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 1008)), x, c7x); c7y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 1008)), y, c7y);
                c8x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 1152)), x, c8x); c8y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 1152)), y, c8y);
                e = Vector512.Create(*(a + 1296)); c9x = Vector512.FusedMultiplyAdd(e, x, c9x); c9y = Vector512.FusedMultiplyAdd(e, y, c9y);
                a += 1;
                twin += 1;
                p += 32;
            }
            if (open <= 10)
            {
                x = Vector512.Load(p);
                y = Vector512.Load(p + 16);
                e = Vector512.Create(*(a)); c0x = Vector512.FusedMultiplyAdd(e, x, c0x); c0y = Vector512.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 144)), x, c1x); c1y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 144)), y, c1y);
                c2x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 288)), x, c2x); c2y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 288)), y, c2y);
                e = Vector512.Create(*(a + 432)); c3x = Vector512.FusedMultiplyAdd(e, x, c3x); c3y = Vector512.FusedMultiplyAdd(e, y, c3y);
                c4x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 576)), x, c4x); c4y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 576)), y, c4y);
                c5x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 720)), x, c5x); c5y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 720)), y, c5y);
                e = Vector512.Create(*(a + 864)); c6x = Vector512.FusedMultiplyAdd(e, x, c6x); c6y = Vector512.FusedMultiplyAdd(e, y, c6y);
                c7x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 1008)), x, c7x); c7y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 1008)), y, c7y);
                c8x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 1152)), x, c8x); c8y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 1152)), y, c8y);
                e = Vector512.Create(*(a + 1296)); c9x = Vector512.FusedMultiplyAdd(e, x, c9x); c9y = Vector512.FusedMultiplyAdd(e, y, c9y);
                c10x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 1440)), x, c10x); c10y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 1440)), y, c10y);
                a += 1;
                twin += 1;
                p += 32;
            }
        Full:
            int n = full;
            for (; n >= 4; n -= 4)
            {
                x = Vector512.Load(p);
                y = Vector512.Load(p + 16);
                e = Vector512.Create(*(a)); c0x = Vector512.FusedMultiplyAdd(e, x, c0x); c0y = Vector512.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 144)), x, c1x); c1y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 144)), y, c1y);
                c2x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 288)), x, c2x); c2y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 288)), y, c2y);
                e = Vector512.Create(*(a + 432)); c3x = Vector512.FusedMultiplyAdd(e, x, c3x); c3y = Vector512.FusedMultiplyAdd(e, y, c3y);
                c4x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 576)), x, c4x); c4y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 576)), y, c4y);
                c5x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 720)), x, c5x); c5y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 720)), y, c5y);
                e = Vector512.Create(*(a + 864)); c6x = Vector512.FusedMultiplyAdd(e, x, c6x); c6y = Vector512.FusedMultiplyAdd(e, y, c6y);
                c7x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 1008)), x, c7x); c7y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 1008)), y, c7y);
                c8x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 1152)), x, c8x); c8y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 1152)), y, c8y);
                e = Vector512.Create(*(a + 1296)); c9x = Vector512.FusedMultiplyAdd(e, x, c9x); c9y = Vector512.FusedMultiplyAdd(e, y, c9y);
                c10x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 1440)), x, c10x); c10y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 1440)), y, c10y);
                c11x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 1584)), x, c11x); c11y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 1584)), y, c11y);
                x = Vector512.Load(p + 32);
                y = Vector512.Load(p + 48);
                e = Vector512.Create(*(a + 1)); c0x = Vector512.FusedMultiplyAdd(e, x, c0x); c0y = Vector512.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 145)), x, c1x); c1y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 145)), y, c1y);
                c2x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 289)), x, c2x); c2y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 289)), y, c2y);
                e = Vector512.Create(*(a + 433)); c3x = Vector512.FusedMultiplyAdd(e, x, c3x); c3y = Vector512.FusedMultiplyAdd(e, y, c3y);
                c4x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 577)), x, c4x); c4y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 577)), y, c4y);
                c5x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 721)), x, c5x); c5y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 721)), y, c5y);
                e = Vector512.Create(*(a + 865)); c6x = Vector512.FusedMultiplyAdd(e, x, c6x); c6y = Vector512.FusedMultiplyAdd(e, y, c6y);
                c7x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 1009)), x, c7x); c7y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 1009)), y, c7y);
                c8x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 1153)), x, c8x); c8y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 1153)), y, c8y);
                e = Vector512.Create(*(a + 1297)); c9x = Vector512.FusedMultiplyAdd(e, x, c9x); c9y = Vector512.FusedMultiplyAdd(e, y, c9y);
                c10x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 1441)), x, c10x); c10y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 1441)), y, c10y);
                c11x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 1585)), x, c11x); c11y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 1585)), y, c11y);
                x = Vector512.Load(p + 64);
                y = Vector512.Load(p + 80);
                e = Vector512.Create(*(a + 2)); c0x = Vector512.FusedMultiplyAdd(e, x, c0x); c0y = Vector512.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 146)), x, c1x); c1y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 146)), y, c1y);
                c2x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 290)), x, c2x); c2y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 290)), y, c2y);
                e = Vector512.Create(*(a + 434)); c3x = Vector512.FusedMultiplyAdd(e, x, c3x); c3y = Vector512.FusedMultiplyAdd(e, y, c3y);
                c4x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 578)), x, c4x); c4y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 578)), y, c4y);
                c5x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 722)), x, c5x); c5y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 722)), y, c5y);
                e = Vector512.Create(*(a + 866)); c6x = Vector512.FusedMultiplyAdd(e, x, c6x); c6y = Vector512.FusedMultiplyAdd(e, y, c6y);
                c7x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 1010)), x, c7x); c7y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 1010)), y, c7y);
                c8x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 1154)), x, c8x); c8y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 1154)), y, c8y);
                e = Vector512.Create(*(a + 1298)); c9x = Vector512.FusedMultiplyAdd(e, x, c9x); c9y = Vector512.FusedMultiplyAdd(e, y, c9y);
                c10x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 1442)), x, c10x); c10y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 1442)), y, c10y);
                c11x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 1586)), x, c11x); c11y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 1586)), y, c11y);
                x = Vector512.Load(p + 96);
                y = Vector512.Load(p + 112);
                e = Vector512.Create(*(a + 3)); c0x = Vector512.FusedMultiplyAdd(e, x, c0x); c0y = Vector512.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 147)), x, c1x); c1y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 147)), y, c1y);
                c2x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 291)), x, c2x); c2y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 291)), y, c2y);
                e = Vector512.Create(*(a + 435)); c3x = Vector512.FusedMultiplyAdd(e, x, c3x); c3y = Vector512.FusedMultiplyAdd(e, y, c3y);
                c4x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 579)), x, c4x); c4y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 579)), y, c4y);
                c5x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 723)), x, c5x); c5y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 723)), y, c5y);
                e = Vector512.Create(*(a + 867)); c6x = Vector512.FusedMultiplyAdd(e, x, c6x); c6y = Vector512.FusedMultiplyAdd(e, y, c6y);
                c7x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 1011)), x, c7x); c7y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 1011)), y, c7y);
                c8x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 1155)), x, c8x); c8y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 1155)), y, c8y);
                e = Vector512.Create(*(a + 1299)); c9x = Vector512.FusedMultiplyAdd(e, x, c9x); c9y = Vector512.FusedMultiplyAdd(e, y, c9y);
                c10x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 1443)), x, c10x); c10y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 1443)), y, c10y);
                c11x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 1587)), x, c11x); c11y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 1587)), y, c11y);
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
                x = Vector512.Load(p);
                y = Vector512.Load(p + 16);
                e = Vector512.Create(*(a)); c0x = Vector512.FusedMultiplyAdd(e, x, c0x); c0y = Vector512.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 144)), x, c1x); c1y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 144)), y, c1y);
                c2x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 288)), x, c2x); c2y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 288)), y, c2y);
                e = Vector512.Create(*(a + 432)); c3x = Vector512.FusedMultiplyAdd(e, x, c3x); c3y = Vector512.FusedMultiplyAdd(e, y, c3y);
                c4x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 576)), x, c4x); c4y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 576)), y, c4y);
                c5x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 720)), x, c5x); c5y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 720)), y, c5y);
                e = Vector512.Create(*(a + 864)); c6x = Vector512.FusedMultiplyAdd(e, x, c6x); c6y = Vector512.FusedMultiplyAdd(e, y, c6y);
                c7x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 1008)), x, c7x); c7y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 1008)), y, c7y);
                c8x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 1152)), x, c8x); c8y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 1152)), y, c8y);
                e = Vector512.Create(*(a + 1296)); c9x = Vector512.FusedMultiplyAdd(e, x, c9x); c9y = Vector512.FusedMultiplyAdd(e, y, c9y);
                c10x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 1440)), x, c10x); c10y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 1440)), y, c10y);
                c11x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 1584)), x, c11x); c11y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 1584)), y, c11y);
                a += 1;
                twin += 1;
                p += 32;
            }
            if (close < 1)
                goto Done;
            x = Vector512.Load(p);
            y = Vector512.Load(p + 16);
            c1x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 144)), x, c1x); c1y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 144)), y, c1y);
            c2x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 288)), x, c2x); c2y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 288)), y, c2y);
            e = Vector512.Create(*(a + 432)); c3x = Vector512.FusedMultiplyAdd(e, x, c3x); c3y = Vector512.FusedMultiplyAdd(e, y, c3y);
            c4x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 576)), x, c4x); c4y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 576)), y, c4y);
            c5x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 720)), x, c5x); c5y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 720)), y, c5y);
            e = Vector512.Create(*(a + 864)); c6x = Vector512.FusedMultiplyAdd(e, x, c6x); c6y = Vector512.FusedMultiplyAdd(e, y, c6y);
            c7x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 1008)), x, c7x); c7y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 1008)), y, c7y);
            c8x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 1152)), x, c8x); c8y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 1152)), y, c8y);
            e = Vector512.Create(*(a + 1296)); c9x = Vector512.FusedMultiplyAdd(e, x, c9x); c9y = Vector512.FusedMultiplyAdd(e, y, c9y);
            c10x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 1440)), x, c10x); c10y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 1440)), y, c10y);
            c11x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 1584)), x, c11x); c11y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 1584)), y, c11y);
            a += 1;
            twin += 1;
            p += 32;
            if (close < 2)
                goto Done;
            x = Vector512.Load(p);
            y = Vector512.Load(p + 16);
            c2x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 288)), x, c2x); c2y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 288)), y, c2y);
            e = Vector512.Create(*(a + 432)); c3x = Vector512.FusedMultiplyAdd(e, x, c3x); c3y = Vector512.FusedMultiplyAdd(e, y, c3y);
            c4x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 576)), x, c4x); c4y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 576)), y, c4y);
            c5x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 720)), x, c5x); c5y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 720)), y, c5y);
            e = Vector512.Create(*(a + 864)); c6x = Vector512.FusedMultiplyAdd(e, x, c6x); c6y = Vector512.FusedMultiplyAdd(e, y, c6y);
            c7x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 1008)), x, c7x); c7y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 1008)), y, c7y);
            c8x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 1152)), x, c8x); c8y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 1152)), y, c8y);
            e = Vector512.Create(*(a + 1296)); c9x = Vector512.FusedMultiplyAdd(e, x, c9x); c9y = Vector512.FusedMultiplyAdd(e, y, c9y);
            c10x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 1440)), x, c10x); c10y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 1440)), y, c10y);
            c11x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 1584)), x, c11x); c11y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 1584)), y, c11y);
            a += 1;
            twin += 1;
            p += 32;
            if (close < 3)
                goto Done;
            x = Vector512.Load(p);
            y = Vector512.Load(p + 16);
            e = Vector512.Create(*(a + 432)); c3x = Vector512.FusedMultiplyAdd(e, x, c3x); c3y = Vector512.FusedMultiplyAdd(e, y, c3y);
            c4x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 576)), x, c4x); c4y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 576)), y, c4y);
            c5x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 720)), x, c5x); c5y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 720)), y, c5y);
            e = Vector512.Create(*(a + 864)); c6x = Vector512.FusedMultiplyAdd(e, x, c6x); c6y = Vector512.FusedMultiplyAdd(e, y, c6y);
            c7x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 1008)), x, c7x); c7y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 1008)), y, c7y);
            c8x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 1152)), x, c8x); c8y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 1152)), y, c8y);
            e = Vector512.Create(*(a + 1296)); c9x = Vector512.FusedMultiplyAdd(e, x, c9x); c9y = Vector512.FusedMultiplyAdd(e, y, c9y);
            c10x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 1440)), x, c10x); c10y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 1440)), y, c10y);
            c11x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 1584)), x, c11x); c11y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 1584)), y, c11y);
            a += 1;
            twin += 1;
            p += 32;
            if (close < 4)
                goto Done;
            x = Vector512.Load(p);
            y = Vector512.Load(p + 16);
            c4x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 576)), x, c4x); c4y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 576)), y, c4y);
            c5x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 720)), x, c5x); c5y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 720)), y, c5y);
            e = Vector512.Create(*(a + 864)); c6x = Vector512.FusedMultiplyAdd(e, x, c6x); c6y = Vector512.FusedMultiplyAdd(e, y, c6y);
            c7x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 1008)), x, c7x); c7y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 1008)), y, c7y);
            c8x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 1152)), x, c8x); c8y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 1152)), y, c8y);
            e = Vector512.Create(*(a + 1296)); c9x = Vector512.FusedMultiplyAdd(e, x, c9x); c9y = Vector512.FusedMultiplyAdd(e, y, c9y);
            c10x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 1440)), x, c10x); c10y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 1440)), y, c10y);
            c11x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 1584)), x, c11x); c11y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 1584)), y, c11y);
            a += 1;
            twin += 1;
            p += 32;
            if (close < 5)
                goto Done;
            x = Vector512.Load(p);
            y = Vector512.Load(p + 16);
            c5x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 720)), x, c5x); c5y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 720)), y, c5y);
            e = Vector512.Create(*(a + 864)); c6x = Vector512.FusedMultiplyAdd(e, x, c6x); c6y = Vector512.FusedMultiplyAdd(e, y, c6y);
            c7x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 1008)), x, c7x); c7y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 1008)), y, c7y);
            c8x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 1152)), x, c8x); c8y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 1152)), y, c8y);
            e = Vector512.Create(*(a + 1296)); c9x = Vector512.FusedMultiplyAdd(e, x, c9x); c9y = Vector512.FusedMultiplyAdd(e, y, c9y);
            c10x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 1440)), x, c10x); c10y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 1440)), y, c10y);
            c11x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 1584)), x, c11x); c11y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 1584)), y, c11y);
            a += 1;
            twin += 1;
            p += 32;
            if (close < 6)
                goto Done;
            x = Vector512.Load(p);
            y = Vector512.Load(p + 16);
            e = Vector512.Create(*(a + 864)); c6x = Vector512.FusedMultiplyAdd(e, x, c6x); c6y = Vector512.FusedMultiplyAdd(e, y, c6y);
            c7x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 1008)), x, c7x); c7y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 1008)), y, c7y);
            c8x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 1152)), x, c8x); c8y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 1152)), y, c8y);
            e = Vector512.Create(*(a + 1296)); c9x = Vector512.FusedMultiplyAdd(e, x, c9x); c9y = Vector512.FusedMultiplyAdd(e, y, c9y);
            c10x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 1440)), x, c10x); c10y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 1440)), y, c10y);
            c11x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 1584)), x, c11x); c11y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 1584)), y, c11y);
            a += 1;
            twin += 1;
            p += 32;
            if (close < 7)
                goto Done;
            x = Vector512.Load(p);
            y = Vector512.Load(p + 16);
            c7x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 1008)), x, c7x); c7y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 1008)), y, c7y);
            c8x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 1152)), x, c8x); c8y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 1152)), y, c8y);
            e = Vector512.Create(*(a + 1296)); c9x = Vector512.FusedMultiplyAdd(e, x, c9x); c9y = Vector512.FusedMultiplyAdd(e, y, c9y);
            c10x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 1440)), x, c10x); c10y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 1440)), y, c10y);
            c11x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 1584)), x, c11x); c11y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 1584)), y, c11y);
            a += 1;
            twin += 1;
            p += 32;
            if (close < 8)
                goto Done;
            x = Vector512.Load(p);
            y = Vector512.Load(p + 16);
            c8x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 1152)), x, c8x); c8y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 1152)), y, c8y);
            e = Vector512.Create(*(a + 1296)); c9x = Vector512.FusedMultiplyAdd(e, x, c9x); c9y = Vector512.FusedMultiplyAdd(e, y, c9y);
            c10x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 1440)), x, c10x); c10y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 1440)), y, c10y);
            c11x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 1584)), x, c11x); c11y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 1584)), y, c11y);
            a += 1;
            twin += 1;
            p += 32;
            if (close < 9)
                goto Done;
            x = Vector512.Load(p);
            y = Vector512.Load(p + 16);
            e = Vector512.Create(*(a + 1296)); c9x = Vector512.FusedMultiplyAdd(e, x, c9x); c9y = Vector512.FusedMultiplyAdd(e, y, c9y);
            c10x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 1440)), x, c10x); c10y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 1440)), y, c10y);
            c11x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 1584)), x, c11x); c11y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 1584)), y, c11y);
            a += 1;
            twin += 1;
            p += 32;
            if (close < 10)
                goto Done;
            x = Vector512.Load(p);
            y = Vector512.Load(p + 16);
            c10x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 1440)), x, c10x); c10y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 1440)), y, c10y);
            c11x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 1584)), x, c11x); c11y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 1584)), y, c11y);
            a += 1;
            twin += 1;
            p += 32;
            if (close < 11)
                goto Done;
            x = Vector512.Load(p);
            y = Vector512.Load(p + 16);
            c11x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 1584)), x, c11x); c11y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 1584)), y, c11y);
            a += 1;
            twin += 1;
            p += 32;
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

    [MethodImpl(MethodImplOptions.AggressiveOptimization), SkipLocalsInit]
    private static void ByColumn12(in AttentionTileBand t, float* a, float* twin, float* b, float* again, float* c, int open, int full, int close)
    {
        byte* ahead = t.Ahead;
        nint aheadStride = t.AheadStride;
        float* firstA = a, firstTwin = twin;
        nint ldc = t.Ldc;
        for (int columns = t.Columns; columns > 0; columns -= 32)
        {
            a = firstA;
            twin = firstTwin;
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
                e = Vector512.Create(*(a)); c0x = Vector512.FusedMultiplyAdd(e, x, c0x); c0y = Vector512.FusedMultiplyAdd(e, y, c0y);
                a += 144;
                twin += 144;
                p += 32;
            }
            if (open <= 1)
            {
                x = Vector512.Load(p);
                y = Vector512.Load(p + 16);
                e = Vector512.Create(*(a)); c0x = Vector512.FusedMultiplyAdd(e, x, c0x); c0y = Vector512.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 1)), x, c1x); c1y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 1)), y, c1y);
                a += 144;
                twin += 144;
                p += 32;
            }
            if (open <= 2)
            {
                x = Vector512.Load(p);
                y = Vector512.Load(p + 16);
                e = Vector512.Create(*(a)); c0x = Vector512.FusedMultiplyAdd(e, x, c0x); c0y = Vector512.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 1)), x, c1x); c1y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 1)), y, c1y);
                c2x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 2)), x, c2x); c2y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 2)), y, c2y);
                a += 144;
                twin += 144;
                p += 32;
            }
            if (open <= 3)
            {
                x = Vector512.Load(p);
                y = Vector512.Load(p + 16);
                e = Vector512.Create(*(a)); c0x = Vector512.FusedMultiplyAdd(e, x, c0x); c0y = Vector512.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 1)), x, c1x); c1y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 1)), y, c1y);
                c2x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 2)), x, c2x); c2y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 2)), y, c2y);
                e = Vector512.Create(*(a + 3)); c3x = Vector512.FusedMultiplyAdd(e, x, c3x); c3y = Vector512.FusedMultiplyAdd(e, y, c3y);
                a += 144;
                twin += 144;
                p += 32;
            }
            if (open <= 4)
            {
                x = Vector512.Load(p);
                y = Vector512.Load(p + 16);
                e = Vector512.Create(*(a)); c0x = Vector512.FusedMultiplyAdd(e, x, c0x); c0y = Vector512.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 1)), x, c1x); c1y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 1)), y, c1y);
                c2x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 2)), x, c2x); c2y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 2)), y, c2y);
                e = Vector512.Create(*(a + 3)); c3x = Vector512.FusedMultiplyAdd(e, x, c3x); c3y = Vector512.FusedMultiplyAdd(e, y, c3y);
                c4x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 4)), x, c4x); c4y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 4)), y, c4y);
                a += 144;
                twin += 144;
                p += 32;
            }
            if (open <= 5)
            {
                x = Vector512.Load(p);
                y = Vector512.Load(p + 16);
                e = Vector512.Create(*(a)); c0x = Vector512.FusedMultiplyAdd(e, x, c0x); c0y = Vector512.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 1)), x, c1x); c1y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 1)), y, c1y);
                c2x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 2)), x, c2x); c2y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 2)), y, c2y);
                e = Vector512.Create(*(a + 3)); c3x = Vector512.FusedMultiplyAdd(e, x, c3x); c3y = Vector512.FusedMultiplyAdd(e, y, c3y);
                c4x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 4)), x, c4x); c4y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 4)), y, c4y);
                c5x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 5)), x, c5x); c5y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 5)), y, c5y);
                a += 144;
                twin += 144;
                p += 32;
            }
            if (open <= 6)
            {
                x = Vector512.Load(p);
                y = Vector512.Load(p + 16);
                e = Vector512.Create(*(a)); c0x = Vector512.FusedMultiplyAdd(e, x, c0x); c0y = Vector512.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 1)), x, c1x); c1y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 1)), y, c1y);
                c2x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 2)), x, c2x); c2y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 2)), y, c2y);
                e = Vector512.Create(*(a + 3)); c3x = Vector512.FusedMultiplyAdd(e, x, c3x); c3y = Vector512.FusedMultiplyAdd(e, y, c3y);
                c4x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 4)), x, c4x); c4y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 4)), y, c4y);
                c5x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 5)), x, c5x); c5y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 5)), y, c5y);
                e = Vector512.Create(*(a + 6)); c6x = Vector512.FusedMultiplyAdd(e, x, c6x); c6y = Vector512.FusedMultiplyAdd(e, y, c6y);
                a += 144;
                twin += 144;
                p += 32;
            }
            if (open <= 7)
            {
                x = Vector512.Load(p);
                y = Vector512.Load(p + 16);
                e = Vector512.Create(*(a)); c0x = Vector512.FusedMultiplyAdd(e, x, c0x); c0y = Vector512.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 1)), x, c1x); c1y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 1)), y, c1y);
                c2x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 2)), x, c2x); c2y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 2)), y, c2y);
                e = Vector512.Create(*(a + 3)); c3x = Vector512.FusedMultiplyAdd(e, x, c3x); c3y = Vector512.FusedMultiplyAdd(e, y, c3y);
                c4x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 4)), x, c4x); c4y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 4)), y, c4y);
                c5x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 5)), x, c5x); c5y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 5)), y, c5y);
                e = Vector512.Create(*(a + 6)); c6x = Vector512.FusedMultiplyAdd(e, x, c6x); c6y = Vector512.FusedMultiplyAdd(e, y, c6y);
                c7x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 7)), x, c7x); c7y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 7)), y, c7y);
                a += 144;
                twin += 144;
                p += 32;
            }
            if (open <= 8)
            {
                x = Vector512.Load(p);
                y = Vector512.Load(p + 16);
                e = Vector512.Create(*(a)); c0x = Vector512.FusedMultiplyAdd(e, x, c0x); c0y = Vector512.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 1)), x, c1x); c1y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 1)), y, c1y);
                c2x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 2)), x, c2x); c2y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 2)), y, c2y);
                e = Vector512.Create(*(a + 3)); c3x = Vector512.FusedMultiplyAdd(e, x, c3x); c3y = Vector512.FusedMultiplyAdd(e, y, c3y);
                c4x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 4)), x, c4x); c4y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 4)), y, c4y);
                c5x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 5)), x, c5x); c5y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 5)), y, c5y);
                e = Vector512.Create(*(a + 6)); c6x = Vector512.FusedMultiplyAdd(e, x, c6x); c6y = Vector512.FusedMultiplyAdd(e, y, c6y);
                c7x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 7)), x, c7x); c7y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 7)), y, c7y);
                c8x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 8)), x, c8x); c8y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 8)), y, c8y);
                a += 144;
                twin += 144;
                p += 32;
            }
            if (open <= 9)
            {
                x = Vector512.Load(p);
                y = Vector512.Load(p + 16);
                e = Vector512.Create(*(a)); c0x = Vector512.FusedMultiplyAdd(e, x, c0x); c0y = Vector512.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 1)), x, c1x); c1y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 1)), y, c1y);
                c2x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 2)), x, c2x); c2y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 2)), y, c2y);
                e = Vector512.Create(*(a + 3)); c3x = Vector512.FusedMultiplyAdd(e, x, c3x); c3y = Vector512.FusedMultiplyAdd(e, y, c3y);
                c4x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 4)), x, c4x); c4y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 4)), y, c4y);
                c5x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 5)), x, c5x); c5y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 5)), y, c5y);
                e = Vector512.Create(*(a + 6)); c6x = Vector512.FusedMultiplyAdd(e, x, c6x); c6y = Vector512.FusedMultiplyAdd(e, y, c6y);
                c7x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 7)), x, c7x); c7y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 7)), y, c7y);
                c8x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 8)), x, c8x); c8y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 8)), y, c8y);
                e = Vector512.Create(*(a + 9)); c9x = Vector512.FusedMultiplyAdd(e, x, c9x); c9y = Vector512.FusedMultiplyAdd(e, y, c9y);
                a += 144;
                twin += 144;
                p += 32;
            }
            if (open <= 10)
            {
                x = Vector512.Load(p);
                y = Vector512.Load(p + 16);
                e = Vector512.Create(*(a)); c0x = Vector512.FusedMultiplyAdd(e, x, c0x); c0y = Vector512.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 1)), x, c1x); c1y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 1)), y, c1y);
                c2x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 2)), x, c2x); c2y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 2)), y, c2y);
                e = Vector512.Create(*(a + 3)); c3x = Vector512.FusedMultiplyAdd(e, x, c3x); c3y = Vector512.FusedMultiplyAdd(e, y, c3y);
                c4x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 4)), x, c4x); c4y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 4)), y, c4y);
                c5x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 5)), x, c5x); c5y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 5)), y, c5y);
                e = Vector512.Create(*(a + 6)); c6x = Vector512.FusedMultiplyAdd(e, x, c6x); c6y = Vector512.FusedMultiplyAdd(e, y, c6y);
                c7x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 7)), x, c7x); c7y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 7)), y, c7y);
                c8x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 8)), x, c8x); c8y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 8)), y, c8y);
                e = Vector512.Create(*(a + 9)); c9x = Vector512.FusedMultiplyAdd(e, x, c9x); c9y = Vector512.FusedMultiplyAdd(e, y, c9y);
                c10x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 10)), x, c10x); c10y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 10)), y, c10y);
                a += 144;
                twin += 144;
                p += 32;
            }
        Full:
            int n = full;
            for (; n >= 4; n -= 4)
            {
                x = Vector512.Load(p);
                y = Vector512.Load(p + 16);
                e = Vector512.Create(*(a)); c0x = Vector512.FusedMultiplyAdd(e, x, c0x); c0y = Vector512.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 1)), x, c1x); c1y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 1)), y, c1y);
                c2x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 2)), x, c2x); c2y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 2)), y, c2y);
                e = Vector512.Create(*(a + 3)); c3x = Vector512.FusedMultiplyAdd(e, x, c3x); c3y = Vector512.FusedMultiplyAdd(e, y, c3y);
                c4x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 4)), x, c4x); c4y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 4)), y, c4y);
                c5x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 5)), x, c5x); c5y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 5)), y, c5y);
                e = Vector512.Create(*(a + 6)); c6x = Vector512.FusedMultiplyAdd(e, x, c6x); c6y = Vector512.FusedMultiplyAdd(e, y, c6y);
                c7x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 7)), x, c7x); c7y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 7)), y, c7y);
                c8x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 8)), x, c8x); c8y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 8)), y, c8y);
                e = Vector512.Create(*(a + 9)); c9x = Vector512.FusedMultiplyAdd(e, x, c9x); c9y = Vector512.FusedMultiplyAdd(e, y, c9y);
                c10x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 10)), x, c10x); c10y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 10)), y, c10y);
                c11x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 11)), x, c11x); c11y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 11)), y, c11y);
                x = Vector512.Load(p + 32);
                y = Vector512.Load(p + 48);
                e = Vector512.Create(*(a + 144)); c0x = Vector512.FusedMultiplyAdd(e, x, c0x); c0y = Vector512.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 145)), x, c1x); c1y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 145)), y, c1y);
                c2x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 146)), x, c2x); c2y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 146)), y, c2y);
                e = Vector512.Create(*(a + 147)); c3x = Vector512.FusedMultiplyAdd(e, x, c3x); c3y = Vector512.FusedMultiplyAdd(e, y, c3y);
                c4x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 148)), x, c4x); c4y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 148)), y, c4y);
                c5x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 149)), x, c5x); c5y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 149)), y, c5y);
                e = Vector512.Create(*(a + 150)); c6x = Vector512.FusedMultiplyAdd(e, x, c6x); c6y = Vector512.FusedMultiplyAdd(e, y, c6y);
                c7x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 151)), x, c7x); c7y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 151)), y, c7y);
                c8x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 152)), x, c8x); c8y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 152)), y, c8y);
                e = Vector512.Create(*(a + 153)); c9x = Vector512.FusedMultiplyAdd(e, x, c9x); c9y = Vector512.FusedMultiplyAdd(e, y, c9y);
                c10x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 154)), x, c10x); c10y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 154)), y, c10y);
                c11x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 155)), x, c11x); c11y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 155)), y, c11y);
                x = Vector512.Load(p + 64);
                y = Vector512.Load(p + 80);
                e = Vector512.Create(*(a + 288)); c0x = Vector512.FusedMultiplyAdd(e, x, c0x); c0y = Vector512.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 289)), x, c1x); c1y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 289)), y, c1y);
                c2x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 290)), x, c2x); c2y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 290)), y, c2y);
                e = Vector512.Create(*(a + 291)); c3x = Vector512.FusedMultiplyAdd(e, x, c3x); c3y = Vector512.FusedMultiplyAdd(e, y, c3y);
                c4x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 292)), x, c4x); c4y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 292)), y, c4y);
                c5x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 293)), x, c5x); c5y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 293)), y, c5y);
                e = Vector512.Create(*(a + 294)); c6x = Vector512.FusedMultiplyAdd(e, x, c6x); c6y = Vector512.FusedMultiplyAdd(e, y, c6y);
                c7x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 295)), x, c7x); c7y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 295)), y, c7y);
                c8x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 296)), x, c8x); c8y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 296)), y, c8y);
                e = Vector512.Create(*(a + 297)); c9x = Vector512.FusedMultiplyAdd(e, x, c9x); c9y = Vector512.FusedMultiplyAdd(e, y, c9y);
                c10x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 298)), x, c10x); c10y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 298)), y, c10y);
                c11x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 299)), x, c11x); c11y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 299)), y, c11y);
                x = Vector512.Load(p + 96);
                y = Vector512.Load(p + 112);
                e = Vector512.Create(*(a + 432)); c0x = Vector512.FusedMultiplyAdd(e, x, c0x); c0y = Vector512.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 433)), x, c1x); c1y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 433)), y, c1y);
                c2x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 434)), x, c2x); c2y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 434)), y, c2y);
                e = Vector512.Create(*(a + 435)); c3x = Vector512.FusedMultiplyAdd(e, x, c3x); c3y = Vector512.FusedMultiplyAdd(e, y, c3y);
                c4x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 436)), x, c4x); c4y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 436)), y, c4y);
                c5x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 437)), x, c5x); c5y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 437)), y, c5y);
                e = Vector512.Create(*(a + 438)); c6x = Vector512.FusedMultiplyAdd(e, x, c6x); c6y = Vector512.FusedMultiplyAdd(e, y, c6y);
                c7x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 439)), x, c7x); c7y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 439)), y, c7y);
                c8x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 440)), x, c8x); c8y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 440)), y, c8y);
                e = Vector512.Create(*(a + 441)); c9x = Vector512.FusedMultiplyAdd(e, x, c9x); c9y = Vector512.FusedMultiplyAdd(e, y, c9y);
                c10x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 442)), x, c10x); c10y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 442)), y, c10y);
                c11x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 443)), x, c11x); c11y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 443)), y, c11y);
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
                x = Vector512.Load(p);
                y = Vector512.Load(p + 16);
                e = Vector512.Create(*(a)); c0x = Vector512.FusedMultiplyAdd(e, x, c0x); c0y = Vector512.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 1)), x, c1x); c1y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 1)), y, c1y);
                c2x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 2)), x, c2x); c2y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 2)), y, c2y);
                e = Vector512.Create(*(a + 3)); c3x = Vector512.FusedMultiplyAdd(e, x, c3x); c3y = Vector512.FusedMultiplyAdd(e, y, c3y);
                c4x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 4)), x, c4x); c4y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 4)), y, c4y);
                c5x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 5)), x, c5x); c5y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 5)), y, c5y);
                e = Vector512.Create(*(a + 6)); c6x = Vector512.FusedMultiplyAdd(e, x, c6x); c6y = Vector512.FusedMultiplyAdd(e, y, c6y);
                c7x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 7)), x, c7x); c7y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 7)), y, c7y);
                c8x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 8)), x, c8x); c8y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 8)), y, c8y);
                e = Vector512.Create(*(a + 9)); c9x = Vector512.FusedMultiplyAdd(e, x, c9x); c9y = Vector512.FusedMultiplyAdd(e, y, c9y);
                c10x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 10)), x, c10x); c10y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 10)), y, c10y);
                c11x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 11)), x, c11x); c11y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 11)), y, c11y);
                a += 144;
                twin += 144;
                p += 32;
            }
            if (close < 1)
                goto Done;
            x = Vector512.Load(p);
            y = Vector512.Load(p + 16);
            c1x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 1)), x, c1x); c1y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 1)), y, c1y);
            c2x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 2)), x, c2x); c2y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 2)), y, c2y);
            e = Vector512.Create(*(a + 3)); c3x = Vector512.FusedMultiplyAdd(e, x, c3x); c3y = Vector512.FusedMultiplyAdd(e, y, c3y);
            c4x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 4)), x, c4x); c4y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 4)), y, c4y);
            c5x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 5)), x, c5x); c5y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 5)), y, c5y);
            e = Vector512.Create(*(a + 6)); c6x = Vector512.FusedMultiplyAdd(e, x, c6x); c6y = Vector512.FusedMultiplyAdd(e, y, c6y);
            c7x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 7)), x, c7x); c7y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 7)), y, c7y);
            c8x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 8)), x, c8x); c8y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 8)), y, c8y);
            e = Vector512.Create(*(a + 9)); c9x = Vector512.FusedMultiplyAdd(e, x, c9x); c9y = Vector512.FusedMultiplyAdd(e, y, c9y);
            c10x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 10)), x, c10x); c10y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 10)), y, c10y);
            c11x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 11)), x, c11x); c11y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 11)), y, c11y);
            a += 144;
            twin += 144;
            p += 32;
            if (close < 2)
                goto Done;
            x = Vector512.Load(p);
            y = Vector512.Load(p + 16);
            c2x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 2)), x, c2x); c2y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 2)), y, c2y);
            e = Vector512.Create(*(a + 3)); c3x = Vector512.FusedMultiplyAdd(e, x, c3x); c3y = Vector512.FusedMultiplyAdd(e, y, c3y);
            c4x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 4)), x, c4x); c4y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 4)), y, c4y);
            c5x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 5)), x, c5x); c5y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 5)), y, c5y);
            e = Vector512.Create(*(a + 6)); c6x = Vector512.FusedMultiplyAdd(e, x, c6x); c6y = Vector512.FusedMultiplyAdd(e, y, c6y);
            c7x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 7)), x, c7x); c7y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 7)), y, c7y);
            c8x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 8)), x, c8x); c8y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 8)), y, c8y);
            e = Vector512.Create(*(a + 9)); c9x = Vector512.FusedMultiplyAdd(e, x, c9x); c9y = Vector512.FusedMultiplyAdd(e, y, c9y);
            c10x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 10)), x, c10x); c10y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 10)), y, c10y);
            c11x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 11)), x, c11x); c11y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 11)), y, c11y);
            a += 144;
            twin += 144;
            p += 32;
            if (close < 3)
                goto Done;
            x = Vector512.Load(p);
            y = Vector512.Load(p + 16);
            e = Vector512.Create(*(a + 3)); c3x = Vector512.FusedMultiplyAdd(e, x, c3x); c3y = Vector512.FusedMultiplyAdd(e, y, c3y);
            c4x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 4)), x, c4x); c4y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 4)), y, c4y);
            c5x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 5)), x, c5x); c5y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 5)), y, c5y);
            e = Vector512.Create(*(a + 6)); c6x = Vector512.FusedMultiplyAdd(e, x, c6x); c6y = Vector512.FusedMultiplyAdd(e, y, c6y);
            c7x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 7)), x, c7x); c7y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 7)), y, c7y);
            c8x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 8)), x, c8x); c8y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 8)), y, c8y);
            e = Vector512.Create(*(a + 9)); c9x = Vector512.FusedMultiplyAdd(e, x, c9x); c9y = Vector512.FusedMultiplyAdd(e, y, c9y);
            c10x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 10)), x, c10x); c10y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 10)), y, c10y);
            c11x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 11)), x, c11x); c11y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 11)), y, c11y);
            a += 144;
            twin += 144;
            p += 32;
            if (close < 4)
                goto Done;
            x = Vector512.Load(p);
            y = Vector512.Load(p + 16);
            c4x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 4)), x, c4x); c4y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 4)), y, c4y);
            c5x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 5)), x, c5x); c5y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 5)), y, c5y);
            e = Vector512.Create(*(a + 6)); c6x = Vector512.FusedMultiplyAdd(e, x, c6x); c6y = Vector512.FusedMultiplyAdd(e, y, c6y);
            c7x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 7)), x, c7x); c7y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 7)), y, c7y);
            c8x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 8)), x, c8x); c8y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 8)), y, c8y);
            e = Vector512.Create(*(a + 9)); c9x = Vector512.FusedMultiplyAdd(e, x, c9x); c9y = Vector512.FusedMultiplyAdd(e, y, c9y);
            c10x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 10)), x, c10x); c10y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 10)), y, c10y);
            c11x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 11)), x, c11x); c11y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 11)), y, c11y);
            a += 144;
            twin += 144;
            p += 32;
            if (close < 5)
                goto Done;
            x = Vector512.Load(p);
            y = Vector512.Load(p + 16);
            c5x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 5)), x, c5x); c5y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 5)), y, c5y);
            e = Vector512.Create(*(a + 6)); c6x = Vector512.FusedMultiplyAdd(e, x, c6x); c6y = Vector512.FusedMultiplyAdd(e, y, c6y);
            c7x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 7)), x, c7x); c7y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 7)), y, c7y);
            c8x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 8)), x, c8x); c8y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 8)), y, c8y);
            e = Vector512.Create(*(a + 9)); c9x = Vector512.FusedMultiplyAdd(e, x, c9x); c9y = Vector512.FusedMultiplyAdd(e, y, c9y);
            c10x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 10)), x, c10x); c10y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 10)), y, c10y);
            c11x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 11)), x, c11x); c11y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 11)), y, c11y);
            a += 144;
            twin += 144;
            p += 32;
            if (close < 6)
                goto Done;
            x = Vector512.Load(p);
            y = Vector512.Load(p + 16);
            e = Vector512.Create(*(a + 6)); c6x = Vector512.FusedMultiplyAdd(e, x, c6x); c6y = Vector512.FusedMultiplyAdd(e, y, c6y);
            c7x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 7)), x, c7x); c7y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 7)), y, c7y);
            c8x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 8)), x, c8x); c8y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 8)), y, c8y);
            e = Vector512.Create(*(a + 9)); c9x = Vector512.FusedMultiplyAdd(e, x, c9x); c9y = Vector512.FusedMultiplyAdd(e, y, c9y);
            c10x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 10)), x, c10x); c10y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 10)), y, c10y);
            c11x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 11)), x, c11x); c11y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 11)), y, c11y);
            a += 144;
            twin += 144;
            p += 32;
            if (close < 7)
                goto Done;
            x = Vector512.Load(p);
            y = Vector512.Load(p + 16);
            c7x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 7)), x, c7x); c7y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 7)), y, c7y);
            c8x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 8)), x, c8x); c8y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 8)), y, c8y);
            e = Vector512.Create(*(a + 9)); c9x = Vector512.FusedMultiplyAdd(e, x, c9x); c9y = Vector512.FusedMultiplyAdd(e, y, c9y);
            c10x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 10)), x, c10x); c10y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 10)), y, c10y);
            c11x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 11)), x, c11x); c11y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 11)), y, c11y);
            a += 144;
            twin += 144;
            p += 32;
            if (close < 8)
                goto Done;
            x = Vector512.Load(p);
            y = Vector512.Load(p + 16);
            c8x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 8)), x, c8x); c8y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 8)), y, c8y);
            e = Vector512.Create(*(a + 9)); c9x = Vector512.FusedMultiplyAdd(e, x, c9x); c9y = Vector512.FusedMultiplyAdd(e, y, c9y);
            c10x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 10)), x, c10x); c10y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 10)), y, c10y);
            c11x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 11)), x, c11x); c11y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 11)), y, c11y);
            a += 144;
            twin += 144;
            p += 32;
            if (close < 9)
                goto Done;
            x = Vector512.Load(p);
            y = Vector512.Load(p + 16);
            e = Vector512.Create(*(a + 9)); c9x = Vector512.FusedMultiplyAdd(e, x, c9x); c9y = Vector512.FusedMultiplyAdd(e, y, c9y);
            c10x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 10)), x, c10x); c10y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 10)), y, c10y);
            c11x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 11)), x, c11x); c11y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 11)), y, c11y);
            a += 144;
            twin += 144;
            p += 32;
            if (close < 10)
                goto Done;
            x = Vector512.Load(p);
            y = Vector512.Load(p + 16);
            c10x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 10)), x, c10x); c10y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 10)), y, c10y);
            c11x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 11)), x, c11x); c11y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 11)), y, c11y);
            a += 144;
            twin += 144;
            p += 32;
            if (close < 11)
                goto Done;
            x = Vector512.Load(p);
            y = Vector512.Load(p + 16);
            c11x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 11)), x, c11x); c11y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 11)), y, c11y);
            a += 144;
            twin += 144;
            p += 32;
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

    [MethodImpl(MethodImplOptions.AggressiveOptimization), SkipLocalsInit]
    private static void Shared12(in AttentionTileBand t, float* a, float* twin, float* b, float* c, int steps)
    {
        nint ldb = t.Ldb;
        float* firstA = a, firstTwin = twin;
        nint ldc = t.Ldc;
        for (int columns = t.Columns; columns > 0; columns -= 32)
        {
            a = firstA;
            twin = firstTwin;
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
            for (int n = steps; n > 0; n--, a++, twin++, p += ldb)
            {
                x = Vector512.Load(p);
                y = Vector512.Load(p + 16);
                e = Vector512.Create(*(a)); c0x = Vector512.FusedMultiplyAdd(e, x, c0x); c0y = Vector512.FusedMultiplyAdd(e, y, c0y);
                c1x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 144)), x, c1x); c1y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 144)), y, c1y);
                c2x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 288)), x, c2x); c2y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 288)), y, c2y);
                e = Vector512.Create(*(a + 432)); c3x = Vector512.FusedMultiplyAdd(e, x, c3x); c3y = Vector512.FusedMultiplyAdd(e, y, c3y);
                c4x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 576)), x, c4x); c4y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 576)), y, c4y);
                c5x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 720)), x, c5x); c5y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 720)), y, c5y);
                e = Vector512.Create(*(a + 864)); c6x = Vector512.FusedMultiplyAdd(e, x, c6x); c6y = Vector512.FusedMultiplyAdd(e, y, c6y);
                c7x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 1008)), x, c7x); c7y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 1008)), y, c7y);
                c8x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 1152)), x, c8x); c8y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 1152)), y, c8y);
                e = Vector512.Create(*(a + 1296)); c9x = Vector512.FusedMultiplyAdd(e, x, c9x); c9y = Vector512.FusedMultiplyAdd(e, y, c9y);
                c10x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 1440)), x, c10x); c10y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 1440)), y, c10y);
                c11x = Vector512.FusedMultiplyAdd(Vector512.Create(*(a + 1584)), x, c11x); c11y = Vector512.FusedMultiplyAdd(Vector512.Create(*(twin + 1584)), y, c11y);
            }
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

    /// <inheritdoc/>
    public static int FewRows => 3;

    /// <inheritdoc/>
    public static void ScoresAbreast(int rows, float* a, float** pages, float* c, int count, int k)
    {
        switch (rows)
        {
            case 1: ScoresAbreast1(a, pages, c, count, k); break;
            case 2: ScoresAbreast2(a, pages, c, count, k); break;
            default: ScoresAbreast3(a, pages, c, count, k); break;
        }
    }

    /// <inheritdoc/>
    public static void SharedAbreast(int rows, in AttentionTileBand t, float* a, float* b, float* c, int steps, nint ahead)
    {
        switch (rows)
        {
            case 1: SharedAbreast1(in t, a, b, c, steps, ahead); break;
            case 2: SharedAbreast2(in t, a, b, c, steps, ahead); break;
            default: SharedAbreast3(in t, a, b, c, steps, ahead); break;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization), SkipLocalsInit]
    private static void ScoresAbreast1(float* a, float** pages, float* c, int count, int k)
    {
        float* p0 = pages[0];
        float* p1 = pages[count > 1 ? 1 : 0];
        float* p2 = pages[count > 2 ? 2 : 0];
        float* p3 = pages[count > 3 ? 3 : 0];
        nint ahead = (nint)k * 32;
        Vector512<float> e;
        Vector512<float> c0x0 = default, c0y0 = default;
        Vector512<float> c0x1 = default, c0y1 = default;
        Vector512<float> c0x2 = default, c0y2 = default;
        Vector512<float> c0x3 = default, c0y3 = default;
        for (int d = 0; d < k; d++)
        {
            float* q = a + (d / 8 * 96) + (d % 8);
            if (Sse.IsSupported)
            {
                Sse.Prefetch0(p0 + ahead);
                Sse.Prefetch0(p0 + ahead + 16);
                Sse.Prefetch0(p1 + ahead);
                Sse.Prefetch0(p1 + ahead + 16);
                Sse.Prefetch0(p2 + ahead);
                Sse.Prefetch0(p2 + ahead + 16);
                Sse.Prefetch0(p3 + ahead);
                Sse.Prefetch0(p3 + ahead + 16);
            }
            e = Vector512.Create(*(q));
            c0x0 = Vector512.FusedMultiplyAdd(e, Vector512.Load(p0), c0x0); c0y0 = Vector512.FusedMultiplyAdd(e, Vector512.Load(p0 + 16), c0y0);
            c0x1 = Vector512.FusedMultiplyAdd(e, Vector512.Load(p1), c0x1); c0y1 = Vector512.FusedMultiplyAdd(e, Vector512.Load(p1 + 16), c0y1);
            c0x2 = Vector512.FusedMultiplyAdd(e, Vector512.Load(p2), c0x2); c0y2 = Vector512.FusedMultiplyAdd(e, Vector512.Load(p2 + 16), c0y2);
            c0x3 = Vector512.FusedMultiplyAdd(e, Vector512.Load(p3), c0x3); c0y3 = Vector512.FusedMultiplyAdd(e, Vector512.Load(p3 + 16), c0y3);
            p0 += 32;
            p1 += 32;
            p2 += 32;
            p3 += 32;
        }
        c0x0.Store(c); c0y0.Store(c + 16);
        c0x1.Store(c + 32); c0y1.Store(c + 48);
        c0x2.Store(c + 64); c0y2.Store(c + 80);
        c0x3.Store(c + 96); c0y3.Store(c + 112);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization), SkipLocalsInit]
    private static void SharedAbreast1(in AttentionTileBand t, float* a, float* b, float* c, int steps, nint ahead)
    {
        nint ldb = t.Ldb, ldc = t.Ldc, panel = t.PanelStride;
        float* firstA = a;
        for (int columns = t.Columns; columns > 0; columns -= 64, b += 2 * panel, c += 64)
        {
            a = firstA;
            float* p = b;
            Vector512<float> e;
            Vector512<float> c0x = default, c0y = default, c0z = default, c0w = default;
            if (t.Accumulate)
            {
                c0x = Vector512.Load(c); c0y = Vector512.Load(c + 16); c0z = Vector512.Load(c + 32); c0w = Vector512.Load(c + 48);
            }
            for (int n = steps; n > 0; n--, a++, p += ldb)
            {
                if (Sse.IsSupported)
                {
                    Sse.Prefetch1(p + ahead);
                    Sse.Prefetch1(p + 16 + ahead);
                    Sse.Prefetch1(p + panel + ahead);
                    Sse.Prefetch1(p + panel + 16 + ahead);
                }
                e = Vector512.Create(*(a));
                c0x = Vector512.FusedMultiplyAdd(e, Vector512.Load(p), c0x);
                c0y = Vector512.FusedMultiplyAdd(e, Vector512.Load(p + 16), c0y);
                c0z = Vector512.FusedMultiplyAdd(e, Vector512.Load(p + panel), c0z);
                c0w = Vector512.FusedMultiplyAdd(e, Vector512.Load(p + panel + 16), c0w);
            }
            c0x.Store(c); c0y.Store(c + 16); c0z.Store(c + 32); c0w.Store(c + 48);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization), SkipLocalsInit]
    private static void ScoresAbreast2(float* a, float** pages, float* c, int count, int k)
    {
        float* p0 = pages[0];
        float* p1 = pages[count > 1 ? 1 : 0];
        float* p2 = pages[count > 2 ? 2 : 0];
        float* p3 = pages[count > 3 ? 3 : 0];
        nint ahead = (nint)k * 32;
        Vector512<float> e;
        Vector512<float> c0x0 = default, c0y0 = default;
        Vector512<float> c0x1 = default, c0y1 = default;
        Vector512<float> c0x2 = default, c0y2 = default;
        Vector512<float> c0x3 = default, c0y3 = default;
        Vector512<float> c1x0 = default, c1y0 = default;
        Vector512<float> c1x1 = default, c1y1 = default;
        Vector512<float> c1x2 = default, c1y2 = default;
        Vector512<float> c1x3 = default, c1y3 = default;
        for (int d = 0; d < k; d++)
        {
            float* q = a + (d / 8 * 96) + (d % 8);
            if (Sse.IsSupported)
            {
                Sse.Prefetch0(p0 + ahead);
                Sse.Prefetch0(p0 + ahead + 16);
                Sse.Prefetch0(p1 + ahead);
                Sse.Prefetch0(p1 + ahead + 16);
                Sse.Prefetch0(p2 + ahead);
                Sse.Prefetch0(p2 + ahead + 16);
                Sse.Prefetch0(p3 + ahead);
                Sse.Prefetch0(p3 + ahead + 16);
            }
            e = Vector512.Create(*(q));
            c0x0 = Vector512.FusedMultiplyAdd(e, Vector512.Load(p0), c0x0); c0y0 = Vector512.FusedMultiplyAdd(e, Vector512.Load(p0 + 16), c0y0);
            c0x1 = Vector512.FusedMultiplyAdd(e, Vector512.Load(p1), c0x1); c0y1 = Vector512.FusedMultiplyAdd(e, Vector512.Load(p1 + 16), c0y1);
            c0x2 = Vector512.FusedMultiplyAdd(e, Vector512.Load(p2), c0x2); c0y2 = Vector512.FusedMultiplyAdd(e, Vector512.Load(p2 + 16), c0y2);
            c0x3 = Vector512.FusedMultiplyAdd(e, Vector512.Load(p3), c0x3); c0y3 = Vector512.FusedMultiplyAdd(e, Vector512.Load(p3 + 16), c0y3);
            e = Vector512.Create(*(q + 8));
            c1x0 = Vector512.FusedMultiplyAdd(e, Vector512.Load(p0), c1x0); c1y0 = Vector512.FusedMultiplyAdd(e, Vector512.Load(p0 + 16), c1y0);
            c1x1 = Vector512.FusedMultiplyAdd(e, Vector512.Load(p1), c1x1); c1y1 = Vector512.FusedMultiplyAdd(e, Vector512.Load(p1 + 16), c1y1);
            c1x2 = Vector512.FusedMultiplyAdd(e, Vector512.Load(p2), c1x2); c1y2 = Vector512.FusedMultiplyAdd(e, Vector512.Load(p2 + 16), c1y2);
            c1x3 = Vector512.FusedMultiplyAdd(e, Vector512.Load(p3), c1x3); c1y3 = Vector512.FusedMultiplyAdd(e, Vector512.Load(p3 + 16), c1y3);
            p0 += 32;
            p1 += 32;
            p2 += 32;
            p3 += 32;
        }
        c0x0.Store(c); c0y0.Store(c + 16);
        c0x1.Store(c + 32); c0y1.Store(c + 48);
        c0x2.Store(c + 64); c0y2.Store(c + 80);
        c0x3.Store(c + 96); c0y3.Store(c + 112);
        c1x0.Store(c + 144); c1y0.Store(c + 160);
        c1x1.Store(c + 176); c1y1.Store(c + 192);
        c1x2.Store(c + 208); c1y2.Store(c + 224);
        c1x3.Store(c + 240); c1y3.Store(c + 256);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization), SkipLocalsInit]
    private static void SharedAbreast2(in AttentionTileBand t, float* a, float* b, float* c, int steps, nint ahead)
    {
        nint ldb = t.Ldb, ldc = t.Ldc, panel = t.PanelStride;
        float* firstA = a;
        for (int columns = t.Columns; columns > 0; columns -= 64, b += 2 * panel, c += 64)
        {
            a = firstA;
            float* p = b;
            Vector512<float> e;
            Vector512<float> c0x = default, c0y = default, c0z = default, c0w = default;
            Vector512<float> c1x = default, c1y = default, c1z = default, c1w = default;
            if (t.Accumulate)
            {
                c0x = Vector512.Load(c); c0y = Vector512.Load(c + 16); c0z = Vector512.Load(c + 32); c0w = Vector512.Load(c + 48);
                c1x = Vector512.Load(c + ldc); c1y = Vector512.Load(c + ldc + 16); c1z = Vector512.Load(c + ldc + 32); c1w = Vector512.Load(c + ldc + 48);
            }
            for (int n = steps; n > 0; n--, a++, p += ldb)
            {
                if (Sse.IsSupported)
                {
                    Sse.Prefetch1(p + ahead);
                    Sse.Prefetch1(p + 16 + ahead);
                    Sse.Prefetch1(p + panel + ahead);
                    Sse.Prefetch1(p + panel + 16 + ahead);
                }
                e = Vector512.Create(*(a));
                c0x = Vector512.FusedMultiplyAdd(e, Vector512.Load(p), c0x);
                c0y = Vector512.FusedMultiplyAdd(e, Vector512.Load(p + 16), c0y);
                c0z = Vector512.FusedMultiplyAdd(e, Vector512.Load(p + panel), c0z);
                c0w = Vector512.FusedMultiplyAdd(e, Vector512.Load(p + panel + 16), c0w);
                e = Vector512.Create(*(a + 144));
                c1x = Vector512.FusedMultiplyAdd(e, Vector512.Load(p), c1x);
                c1y = Vector512.FusedMultiplyAdd(e, Vector512.Load(p + 16), c1y);
                c1z = Vector512.FusedMultiplyAdd(e, Vector512.Load(p + panel), c1z);
                c1w = Vector512.FusedMultiplyAdd(e, Vector512.Load(p + panel + 16), c1w);
            }
            c0x.Store(c); c0y.Store(c + 16); c0z.Store(c + 32); c0w.Store(c + 48);
            c1x.Store(c + ldc); c1y.Store(c + ldc + 16); c1z.Store(c + ldc + 32); c1w.Store(c + ldc + 48);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization), SkipLocalsInit]
    private static void ScoresAbreast3(float* a, float** pages, float* c, int count, int k)
    {
        float* p0 = pages[0];
        float* p1 = pages[count > 1 ? 1 : 0];
        float* p2 = pages[count > 2 ? 2 : 0];
        float* p3 = pages[count > 3 ? 3 : 0];
        nint ahead = (nint)k * 32;
        Vector512<float> e;
        Vector512<float> c0x0 = default, c0y0 = default;
        Vector512<float> c0x1 = default, c0y1 = default;
        Vector512<float> c0x2 = default, c0y2 = default;
        Vector512<float> c0x3 = default, c0y3 = default;
        Vector512<float> c1x0 = default, c1y0 = default;
        Vector512<float> c1x1 = default, c1y1 = default;
        Vector512<float> c1x2 = default, c1y2 = default;
        Vector512<float> c1x3 = default, c1y3 = default;
        Vector512<float> c2x0 = default, c2y0 = default;
        Vector512<float> c2x1 = default, c2y1 = default;
        Vector512<float> c2x2 = default, c2y2 = default;
        Vector512<float> c2x3 = default, c2y3 = default;
        for (int d = 0; d < k; d++)
        {
            float* q = a + (d / 8 * 96) + (d % 8);
            if (Sse.IsSupported)
            {
                Sse.Prefetch0(p0 + ahead);
                Sse.Prefetch0(p0 + ahead + 16);
                Sse.Prefetch0(p1 + ahead);
                Sse.Prefetch0(p1 + ahead + 16);
                Sse.Prefetch0(p2 + ahead);
                Sse.Prefetch0(p2 + ahead + 16);
                Sse.Prefetch0(p3 + ahead);
                Sse.Prefetch0(p3 + ahead + 16);
            }
            e = Vector512.Create(*(q));
            c0x0 = Vector512.FusedMultiplyAdd(e, Vector512.Load(p0), c0x0); c0y0 = Vector512.FusedMultiplyAdd(e, Vector512.Load(p0 + 16), c0y0);
            c0x1 = Vector512.FusedMultiplyAdd(e, Vector512.Load(p1), c0x1); c0y1 = Vector512.FusedMultiplyAdd(e, Vector512.Load(p1 + 16), c0y1);
            c0x2 = Vector512.FusedMultiplyAdd(e, Vector512.Load(p2), c0x2); c0y2 = Vector512.FusedMultiplyAdd(e, Vector512.Load(p2 + 16), c0y2);
            c0x3 = Vector512.FusedMultiplyAdd(e, Vector512.Load(p3), c0x3); c0y3 = Vector512.FusedMultiplyAdd(e, Vector512.Load(p3 + 16), c0y3);
            e = Vector512.Create(*(q + 8));
            c1x0 = Vector512.FusedMultiplyAdd(e, Vector512.Load(p0), c1x0); c1y0 = Vector512.FusedMultiplyAdd(e, Vector512.Load(p0 + 16), c1y0);
            c1x1 = Vector512.FusedMultiplyAdd(e, Vector512.Load(p1), c1x1); c1y1 = Vector512.FusedMultiplyAdd(e, Vector512.Load(p1 + 16), c1y1);
            c1x2 = Vector512.FusedMultiplyAdd(e, Vector512.Load(p2), c1x2); c1y2 = Vector512.FusedMultiplyAdd(e, Vector512.Load(p2 + 16), c1y2);
            c1x3 = Vector512.FusedMultiplyAdd(e, Vector512.Load(p3), c1x3); c1y3 = Vector512.FusedMultiplyAdd(e, Vector512.Load(p3 + 16), c1y3);
            e = Vector512.Create(*(q + 16));
            c2x0 = Vector512.FusedMultiplyAdd(e, Vector512.Load(p0), c2x0); c2y0 = Vector512.FusedMultiplyAdd(e, Vector512.Load(p0 + 16), c2y0);
            c2x1 = Vector512.FusedMultiplyAdd(e, Vector512.Load(p1), c2x1); c2y1 = Vector512.FusedMultiplyAdd(e, Vector512.Load(p1 + 16), c2y1);
            c2x2 = Vector512.FusedMultiplyAdd(e, Vector512.Load(p2), c2x2); c2y2 = Vector512.FusedMultiplyAdd(e, Vector512.Load(p2 + 16), c2y2);
            c2x3 = Vector512.FusedMultiplyAdd(e, Vector512.Load(p3), c2x3); c2y3 = Vector512.FusedMultiplyAdd(e, Vector512.Load(p3 + 16), c2y3);
            p0 += 32;
            p1 += 32;
            p2 += 32;
            p3 += 32;
        }
        c0x0.Store(c); c0y0.Store(c + 16);
        c0x1.Store(c + 32); c0y1.Store(c + 48);
        c0x2.Store(c + 64); c0y2.Store(c + 80);
        c0x3.Store(c + 96); c0y3.Store(c + 112);
        c1x0.Store(c + 144); c1y0.Store(c + 160);
        c1x1.Store(c + 176); c1y1.Store(c + 192);
        c1x2.Store(c + 208); c1y2.Store(c + 224);
        c1x3.Store(c + 240); c1y3.Store(c + 256);
        c2x0.Store(c + 288); c2y0.Store(c + 304);
        c2x1.Store(c + 320); c2y1.Store(c + 336);
        c2x2.Store(c + 352); c2y2.Store(c + 368);
        c2x3.Store(c + 384); c2y3.Store(c + 400);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization), SkipLocalsInit]
    private static void SharedAbreast3(in AttentionTileBand t, float* a, float* b, float* c, int steps, nint ahead)
    {
        nint ldb = t.Ldb, ldc = t.Ldc, panel = t.PanelStride;
        float* firstA = a;
        for (int columns = t.Columns; columns > 0; columns -= 64, b += 2 * panel, c += 64)
        {
            a = firstA;
            float* p = b;
            Vector512<float> e;
            Vector512<float> c0x = default, c0y = default, c0z = default, c0w = default;
            Vector512<float> c1x = default, c1y = default, c1z = default, c1w = default;
            Vector512<float> c2x = default, c2y = default, c2z = default, c2w = default;
            if (t.Accumulate)
            {
                c0x = Vector512.Load(c); c0y = Vector512.Load(c + 16); c0z = Vector512.Load(c + 32); c0w = Vector512.Load(c + 48);
                c1x = Vector512.Load(c + ldc); c1y = Vector512.Load(c + ldc + 16); c1z = Vector512.Load(c + ldc + 32); c1w = Vector512.Load(c + ldc + 48);
                c2x = Vector512.Load(c + (2 * ldc)); c2y = Vector512.Load(c + (2 * ldc) + 16); c2z = Vector512.Load(c + (2 * ldc) + 32); c2w = Vector512.Load(c + (2 * ldc) + 48);
            }
            for (int n = steps; n > 0; n--, a++, p += ldb)
            {
                if (Sse.IsSupported)
                {
                    Sse.Prefetch1(p + ahead);
                    Sse.Prefetch1(p + 16 + ahead);
                    Sse.Prefetch1(p + panel + ahead);
                    Sse.Prefetch1(p + panel + 16 + ahead);
                }
                e = Vector512.Create(*(a));
                c0x = Vector512.FusedMultiplyAdd(e, Vector512.Load(p), c0x);
                c0y = Vector512.FusedMultiplyAdd(e, Vector512.Load(p + 16), c0y);
                c0z = Vector512.FusedMultiplyAdd(e, Vector512.Load(p + panel), c0z);
                c0w = Vector512.FusedMultiplyAdd(e, Vector512.Load(p + panel + 16), c0w);
                e = Vector512.Create(*(a + 144));
                c1x = Vector512.FusedMultiplyAdd(e, Vector512.Load(p), c1x);
                c1y = Vector512.FusedMultiplyAdd(e, Vector512.Load(p + 16), c1y);
                c1z = Vector512.FusedMultiplyAdd(e, Vector512.Load(p + panel), c1z);
                c1w = Vector512.FusedMultiplyAdd(e, Vector512.Load(p + panel + 16), c1w);
                e = Vector512.Create(*(a + 288));
                c2x = Vector512.FusedMultiplyAdd(e, Vector512.Load(p), c2x);
                c2y = Vector512.FusedMultiplyAdd(e, Vector512.Load(p + 16), c2y);
                c2z = Vector512.FusedMultiplyAdd(e, Vector512.Load(p + panel), c2z);
                c2w = Vector512.FusedMultiplyAdd(e, Vector512.Load(p + panel + 16), c2w);
            }
            c0x.Store(c); c0y.Store(c + 16); c0z.Store(c + 32); c0w.Store(c + 48);
            c1x.Store(c + ldc); c1y.Store(c + ldc + 16); c1z.Store(c + ldc + 32); c1w.Store(c + ldc + 48);
            c2x.Store(c + (2 * ldc)); c2y.Store(c + (2 * ldc) + 16); c2z.Store(c + (2 * ldc) + 32); c2w.Store(c + (2 * ldc) + 48);
        }
    }

}
