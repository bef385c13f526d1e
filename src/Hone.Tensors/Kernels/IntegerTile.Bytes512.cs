// Written by tools/GenerateIntegerTiles.cs; change that and run it again.
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Hone.Tensors;

/// <summary>Integer tiles of 512-bit vectors. Codes up to 15: 8 int16 sums of two products fit. 24 accumulators, 2 vectors of codes and 1 of x.</summary>
internal static unsafe partial class IntegerTile
{
    private const int Bytes512MaxRows = 6;
    private const int Bytes512Columns = 32;

    private static void Bytes512<TParts>(int rows, in IntegerTileCall call, int column) where TParts : struct, IParts
    {
        switch (rows)
        {
            case 1: Bytes5121<TParts>(call, column); break;
            case 2: Bytes5122<TParts>(call, column); break;
            case 3: Bytes5123<TParts>(call, column); break;
            case 4: Bytes5124<TParts>(call, column); break;
            case 5: Bytes5125<TParts>(call, column); break;
            default: Bytes5126<TParts>(call, column); break;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization), SkipLocalsInit]
    private static void Bytes5121<TParts>(in IntegerTileCall call, int column) where TParts : struct, IParts
    {
        byte* w = call.Codes + (4 * column);
        float* s = call.Scales + column, m = call.Minima + column, y = call.Y + column, d = call.RowScales, sums = call.RowSums;
        int* start = call.RowStarts;
        nint ldx = call.RowStride, ldr = call.PartStride, ldy = call.YStride, lines = call.AheadLines;
        byte* ahead = call.Ahead + (column == 0 ? 0 : column * call.AheadLines * call.Blocks * 64 / 32);
        sbyte* x0 = call.X;
        Vector512<float> magic = Vector512.Create(ActivationBlocks.Magic);
        Vector512<short> ones = Vector512.Create((short)1);
        Vector512<float> a00 = Vector512<float>.Zero;
        Vector512<float> a01 = Vector512<float>.Zero;
        if (call.Continues)
        {
            a00 = Vector512.Load(y);
            a01 = Vector512.Load(y + 16);
        }
        for (int b = call.Blocks; b > 0; b--, w += BlockCodes.BlockBytes, d += ldr, start += TParts.Count * ldr, sums += TParts.Count * ldr, s += TParts.Count * BlockPanels.Width, m += TParts.Count * BlockPanels.Width, x0 += Backend.ActivationBlock)
        {
            for (nint line = lines; line > 0; line--, ahead += 64)
                Sse.Prefetch1(ahead);
            Vector512<short> i00 = Vector512<short>.Zero;
            Vector512<short> i01 = Vector512<short>.Zero;
            {
                Vector512<byte> w0 = Vector512.Load(w + 0);
                Vector512<byte> w1 = Vector512.Load(w + 64);
                Vector512<sbyte> x;
                x = Vector512.Create(*(int*)(x0 + 0)).AsSByte();
                i00 = Avx512BW.MultiplyAddAdjacent(w0, x);
                i01 = Avx512BW.MultiplyAddAdjacent(w1, x);
            }
            {
                Vector512<byte> w0 = Vector512.Load(w + 128);
                Vector512<byte> w1 = Vector512.Load(w + 192);
                Vector512<sbyte> x;
                x = Vector512.Create(*(int*)(x0 + 4)).AsSByte();
                i00 += Avx512BW.MultiplyAddAdjacent(w0, x);
                i01 += Avx512BW.MultiplyAddAdjacent(w1, x);
            }
            {
                Vector512<byte> w0 = Vector512.Load(w + 256);
                Vector512<byte> w1 = Vector512.Load(w + 320);
                Vector512<sbyte> x;
                x = Vector512.Create(*(int*)(x0 + 8)).AsSByte();
                i00 += Avx512BW.MultiplyAddAdjacent(w0, x);
                i01 += Avx512BW.MultiplyAddAdjacent(w1, x);
            }
            {
                Vector512<byte> w0 = Vector512.Load(w + 384);
                Vector512<byte> w1 = Vector512.Load(w + 448);
                Vector512<sbyte> x;
                x = Vector512.Create(*(int*)(x0 + 12)).AsSByte();
                i00 += Avx512BW.MultiplyAddAdjacent(w0, x);
                i01 += Avx512BW.MultiplyAddAdjacent(w1, x);
            }
            if (TParts.Count == 1)
            {
                {
                    Vector512<byte> w0 = Vector512.Load(w + 512);
                    Vector512<byte> w1 = Vector512.Load(w + 576);
                    Vector512<sbyte> x;
                    x = Vector512.Create(*(int*)(x0 + 16)).AsSByte();
                    i00 += Avx512BW.MultiplyAddAdjacent(w0, x);
                    i01 += Avx512BW.MultiplyAddAdjacent(w1, x);
                }
                {
                    Vector512<byte> w0 = Vector512.Load(w + 640);
                    Vector512<byte> w1 = Vector512.Load(w + 704);
                    Vector512<sbyte> x;
                    x = Vector512.Create(*(int*)(x0 + 20)).AsSByte();
                    i00 += Avx512BW.MultiplyAddAdjacent(w0, x);
                    i01 += Avx512BW.MultiplyAddAdjacent(w1, x);
                }
                {
                    Vector512<byte> w0 = Vector512.Load(w + 768);
                    Vector512<byte> w1 = Vector512.Load(w + 832);
                    Vector512<sbyte> x;
                    x = Vector512.Create(*(int*)(x0 + 24)).AsSByte();
                    i00 += Avx512BW.MultiplyAddAdjacent(w0, x);
                    i01 += Avx512BW.MultiplyAddAdjacent(w1, x);
                }
                {
                    Vector512<byte> w0 = Vector512.Load(w + 896);
                    Vector512<byte> w1 = Vector512.Load(w + 960);
                    Vector512<sbyte> x;
                    x = Vector512.Create(*(int*)(x0 + 28)).AsSByte();
                    i00 += Avx512BW.MultiplyAddAdjacent(w0, x);
                    i01 += Avx512BW.MultiplyAddAdjacent(w1, x);
                }
            }
            {
                Vector512<float> s0 = Vector512.Load(s + 0), m0 = TParts.HasMinima ? Vector512.Load(m + 0) : default;
                Vector512<float> s1 = Vector512.Load(s + 16), m1 = TParts.HasMinima ? Vector512.Load(m + 16) : default;
                Vector512<float> e;
                Vector512<int> t;
                e = Vector512.Create(d[0]);
                t = Vector512.Create(start[0]);
                a00 = Vector512.FusedMultiplyAdd(s0 * e, (Avx512BW.MultiplyAddAdjacent(i00, ones) + t).AsSingle() - magic, a00);
                a01 = Vector512.FusedMultiplyAdd(s1 * e, (Avx512BW.MultiplyAddAdjacent(i01, ones) + t).AsSingle() - magic, a01);
                if (TParts.HasMinima)
                {
                    e = Vector512.Create(sums[0]);
                    a00 = Vector512.FusedMultiplyAdd(m0, e, a00);
                    a01 = Vector512.FusedMultiplyAdd(m1, e, a01);
                }
            }
            if (TParts.Count == 2)
            {
                i00 = Vector512<short>.Zero;
                i01 = Vector512<short>.Zero;
                {
                    Vector512<byte> w0 = Vector512.Load(w + 512);
                    Vector512<byte> w1 = Vector512.Load(w + 576);
                    Vector512<sbyte> x;
                    x = Vector512.Create(*(int*)(x0 + 16)).AsSByte();
                    i00 = Avx512BW.MultiplyAddAdjacent(w0, x);
                    i01 = Avx512BW.MultiplyAddAdjacent(w1, x);
                }
                {
                    Vector512<byte> w0 = Vector512.Load(w + 640);
                    Vector512<byte> w1 = Vector512.Load(w + 704);
                    Vector512<sbyte> x;
                    x = Vector512.Create(*(int*)(x0 + 20)).AsSByte();
                    i00 += Avx512BW.MultiplyAddAdjacent(w0, x);
                    i01 += Avx512BW.MultiplyAddAdjacent(w1, x);
                }
                {
                    Vector512<byte> w0 = Vector512.Load(w + 768);
                    Vector512<byte> w1 = Vector512.Load(w + 832);
                    Vector512<sbyte> x;
                    x = Vector512.Create(*(int*)(x0 + 24)).AsSByte();
                    i00 += Avx512BW.MultiplyAddAdjacent(w0, x);
                    i01 += Avx512BW.MultiplyAddAdjacent(w1, x);
                }
                {
                    Vector512<byte> w0 = Vector512.Load(w + 896);
                    Vector512<byte> w1 = Vector512.Load(w + 960);
                    Vector512<sbyte> x;
                    x = Vector512.Create(*(int*)(x0 + 28)).AsSByte();
                    i00 += Avx512BW.MultiplyAddAdjacent(w0, x);
                    i01 += Avx512BW.MultiplyAddAdjacent(w1, x);
                }
                {
                    Vector512<float> s0 = Vector512.Load((s + BlockPanels.Width) + 0), m0 = TParts.HasMinima ? Vector512.Load((m + BlockPanels.Width) + 0) : default;
                    Vector512<float> s1 = Vector512.Load((s + BlockPanels.Width) + 16), m1 = TParts.HasMinima ? Vector512.Load((m + BlockPanels.Width) + 16) : default;
                    Vector512<float> e;
                    Vector512<int> t;
                    e = Vector512.Create(d[0]);
                    t = Vector512.Create((start + ldr)[0]);
                    a00 = Vector512.FusedMultiplyAdd(s0 * e, (Avx512BW.MultiplyAddAdjacent(i00, ones) + t).AsSingle() - magic, a00);
                    a01 = Vector512.FusedMultiplyAdd(s1 * e, (Avx512BW.MultiplyAddAdjacent(i01, ones) + t).AsSingle() - magic, a01);
                    if (TParts.HasMinima)
                    {
                        e = Vector512.Create((sums + ldr)[0]);
                        a00 = Vector512.FusedMultiplyAdd(m0, e, a00);
                        a01 = Vector512.FusedMultiplyAdd(m1, e, a01);
                    }
                }
            }
        }
        a00.Store(y);
        a01.Store(y + 16);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization), SkipLocalsInit]
    private static void Bytes5122<TParts>(in IntegerTileCall call, int column) where TParts : struct, IParts
    {
        byte* w = call.Codes + (4 * column);
        float* s = call.Scales + column, m = call.Minima + column, y = call.Y + column, d = call.RowScales, sums = call.RowSums;
        int* start = call.RowStarts;
        nint ldx = call.RowStride, ldr = call.PartStride, ldy = call.YStride, lines = call.AheadLines;
        byte* ahead = call.Ahead + (column == 0 ? 0 : column * call.AheadLines * call.Blocks * 64 / 32);
        sbyte* x0 = call.X;
        Vector512<float> magic = Vector512.Create(ActivationBlocks.Magic);
        Vector512<short> ones = Vector512.Create((short)1);
        Vector512<float> a00 = Vector512<float>.Zero;
        Vector512<float> a01 = Vector512<float>.Zero;
        Vector512<float> a10 = Vector512<float>.Zero;
        Vector512<float> a11 = Vector512<float>.Zero;
        if (call.Continues)
        {
            a00 = Vector512.Load(y);
            a01 = Vector512.Load(y + 16);
            a10 = Vector512.Load(y + ldy);
            a11 = Vector512.Load(y + ldy + 16);
        }
        for (int b = call.Blocks; b > 0; b--, w += BlockCodes.BlockBytes, d += ldr, start += TParts.Count * ldr, sums += TParts.Count * ldr, s += TParts.Count * BlockPanels.Width, m += TParts.Count * BlockPanels.Width, x0 += Backend.ActivationBlock)
        {
            for (nint line = lines; line > 0; line--, ahead += 64)
                Sse.Prefetch1(ahead);
            Vector512<short> i00 = Vector512<short>.Zero;
            Vector512<short> i01 = Vector512<short>.Zero;
            Vector512<short> i10 = Vector512<short>.Zero;
            Vector512<short> i11 = Vector512<short>.Zero;
            {
                Vector512<byte> w0 = Vector512.Load(w + 0);
                Vector512<byte> w1 = Vector512.Load(w + 64);
                Vector512<sbyte> x;
                x = Vector512.Create(*(int*)(x0 + 0)).AsSByte();
                i00 = Avx512BW.MultiplyAddAdjacent(w0, x);
                i01 = Avx512BW.MultiplyAddAdjacent(w1, x);
                x = Vector512.Create(*(int*)((x0 + ldx) + 0)).AsSByte();
                i10 = Avx512BW.MultiplyAddAdjacent(w0, x);
                i11 = Avx512BW.MultiplyAddAdjacent(w1, x);
            }
            {
                Vector512<byte> w0 = Vector512.Load(w + 128);
                Vector512<byte> w1 = Vector512.Load(w + 192);
                Vector512<sbyte> x;
                x = Vector512.Create(*(int*)(x0 + 4)).AsSByte();
                i00 += Avx512BW.MultiplyAddAdjacent(w0, x);
                i01 += Avx512BW.MultiplyAddAdjacent(w1, x);
                x = Vector512.Create(*(int*)((x0 + ldx) + 4)).AsSByte();
                i10 += Avx512BW.MultiplyAddAdjacent(w0, x);
                i11 += Avx512BW.MultiplyAddAdjacent(w1, x);
            }
            {
                Vector512<byte> w0 = Vector512.Load(w + 256);
                Vector512<byte> w1 = Vector512.Load(w + 320);
                Vector512<sbyte> x;
                x = Vector512.Create(*(int*)(x0 + 8)).AsSByte();
                i00 += Avx512BW.MultiplyAddAdjacent(w0, x);
                i01 += Avx512BW.MultiplyAddAdjacent(w1, x);
                x = Vector512.Create(*(int*)((x0 + ldx) + 8)).AsSByte();
                i10 += Avx512BW.MultiplyAddAdjacent(w0, x);
                i11 += Avx512BW.MultiplyAddAdjacent(w1, x);
            }
            {
                Vector512<byte> w0 = Vector512.Load(w + 384);
                Vector512<byte> w1 = Vector512.Load(w + 448);
                Vector512<sbyte> x;
                x = Vector512.Create(*(int*)(x0 + 12)).AsSByte();
                i00 += Avx512BW.MultiplyAddAdjacent(w0, x);
                i01 += Avx512BW.MultiplyAddAdjacent(w1, x);
                x = Vector512.Create(*(int*)((x0 + ldx) + 12)).AsSByte();
                i10 += Avx512BW.MultiplyAddAdjacent(w0, x);
                i11 += Avx512BW.MultiplyAddAdjacent(w1, x);
            }
            if (TParts.Count == 1)
            {
                {
                    Vector512<byte> w0 = Vector512.Load(w + 512);
                    Vector512<byte> w1 = Vector512.Load(w + 576);
                    Vector512<sbyte> x;
                    x = Vector512.Create(*(int*)(x0 + 16)).AsSByte();
                    i00 += Avx512BW.MultiplyAddAdjacent(w0, x);
                    i01 += Avx512BW.MultiplyAddAdjacent(w1, x);
                    x = Vector512.Create(*(int*)((x0 + ldx) + 16)).AsSByte();
                    i10 += Avx512BW.MultiplyAddAdjacent(w0, x);
                    i11 += Avx512BW.MultiplyAddAdjacent(w1, x);
                }
                {
                    Vector512<byte> w0 = Vector512.Load(w + 640);
                    Vector512<byte> w1 = Vector512.Load(w + 704);
                    Vector512<sbyte> x;
                    x = Vector512.Create(*(int*)(x0 + 20)).AsSByte();
                    i00 += Avx512BW.MultiplyAddAdjacent(w0, x);
                    i01 += Avx512BW.MultiplyAddAdjacent(w1, x);
                    x = Vector512.Create(*(int*)((x0 + ldx) + 20)).AsSByte();
                    i10 += Avx512BW.MultiplyAddAdjacent(w0, x);
                    i11 += Avx512BW.MultiplyAddAdjacent(w1, x);
                }
                {
                    Vector512<byte> w0 = Vector512.Load(w + 768);
                    Vector512<byte> w1 = Vector512.Load(w + 832);
                    Vector512<sbyte> x;
                    x = Vector512.Create(*(int*)(x0 + 24)).AsSByte();
                    i00 += Avx512BW.MultiplyAddAdjacent(w0, x);
                    i01 += Avx512BW.MultiplyAddAdjacent(w1, x);
                    x = Vector512.Create(*(int*)((x0 + ldx) + 24)).AsSByte();
                    i10 += Avx512BW.MultiplyAddAdjacent(w0, x);
                    i11 += Avx512BW.MultiplyAddAdjacent(w1, x);
                }
                {
                    Vector512<byte> w0 = Vector512.Load(w + 896);
                    Vector512<byte> w1 = Vector512.Load(w + 960);
                    Vector512<sbyte> x;
                    x = Vector512.Create(*(int*)(x0 + 28)).AsSByte();
                    i00 += Avx512BW.MultiplyAddAdjacent(w0, x);
                    i01 += Avx512BW.MultiplyAddAdjacent(w1, x);
                    x = Vector512.Create(*(int*)((x0 + ldx) + 28)).AsSByte();
                    i10 += Avx512BW.MultiplyAddAdjacent(w0, x);
                    i11 += Avx512BW.MultiplyAddAdjacent(w1, x);
                }
            }
            {
                Vector512<float> s0 = Vector512.Load(s + 0), m0 = TParts.HasMinima ? Vector512.Load(m + 0) : default;
                Vector512<float> s1 = Vector512.Load(s + 16), m1 = TParts.HasMinima ? Vector512.Load(m + 16) : default;
                Vector512<float> e;
                Vector512<int> t;
                e = Vector512.Create(d[0]);
                t = Vector512.Create(start[0]);
                a00 = Vector512.FusedMultiplyAdd(s0 * e, (Avx512BW.MultiplyAddAdjacent(i00, ones) + t).AsSingle() - magic, a00);
                a01 = Vector512.FusedMultiplyAdd(s1 * e, (Avx512BW.MultiplyAddAdjacent(i01, ones) + t).AsSingle() - magic, a01);
                if (TParts.HasMinima)
                {
                    e = Vector512.Create(sums[0]);
                    a00 = Vector512.FusedMultiplyAdd(m0, e, a00);
                    a01 = Vector512.FusedMultiplyAdd(m1, e, a01);
                }
                e = Vector512.Create(d[1]);
                t = Vector512.Create(start[1]);
                a10 = Vector512.FusedMultiplyAdd(s0 * e, (Avx512BW.MultiplyAddAdjacent(i10, ones) + t).AsSingle() - magic, a10);
                a11 = Vector512.FusedMultiplyAdd(s1 * e, (Avx512BW.MultiplyAddAdjacent(i11, ones) + t).AsSingle() - magic, a11);
                if (TParts.HasMinima)
                {
                    e = Vector512.Create(sums[1]);
                    a10 = Vector512.FusedMultiplyAdd(m0, e, a10);
                    a11 = Vector512.FusedMultiplyAdd(m1, e, a11);
                }
            }
            if (TParts.Count == 2)
            {
                i00 = Vector512<short>.Zero;
                i01 = Vector512<short>.Zero;
                i10 = Vector512<short>.Zero;
                i11 = Vector512<short>.Zero;
                {
                    Vector512<byte> w0 = Vector512.Load(w + 512);
                    Vector512<byte> w1 = Vector512.Load(w + 576);
                    Vector512<sbyte> x;
                    x = Vector512.Create(*(int*)(x0 + 16)).AsSByte();
                    i00 = Avx512BW.MultiplyAddAdjacent(w0, x);
                    i01 = Avx512BW.MultiplyAddAdjacent(w1, x);
                    x = Vector512.Create(*(int*)((x0 + ldx) + 16)).AsSByte();
                    i10 = Avx512BW.MultiplyAddAdjacent(w0, x);
                    i11 = Avx512BW.MultiplyAddAdjacent(w1, x);
                }
                {
                    Vector512<byte> w0 = Vector512.Load(w + 640);
                    Vector512<byte> w1 = Vector512.Load(w + 704);
                    Vector512<sbyte> x;
                    x = Vector512.Create(*(int*)(x0 + 20)).AsSByte();
                    i00 += Avx512BW.MultiplyAddAdjacent(w0, x);
                    i01 += Avx512BW.MultiplyAddAdjacent(w1, x);
                    x = Vector512.Create(*(int*)((x0 + ldx) + 20)).AsSByte();
                    i10 += Avx512BW.MultiplyAddAdjacent(w0, x);
                    i11 += Avx512BW.MultiplyAddAdjacent(w1, x);
                }
                {
                    Vector512<byte> w0 = Vector512.Load(w + 768);
                    Vector512<byte> w1 = Vector512.Load(w + 832);
                    Vector512<sbyte> x;
                    x = Vector512.Create(*(int*)(x0 + 24)).AsSByte();
                    i00 += Avx512BW.MultiplyAddAdjacent(w0, x);
                    i01 += Avx512BW.MultiplyAddAdjacent(w1, x);
                    x = Vector512.Create(*(int*)((x0 + ldx) + 24)).AsSByte();
                    i10 += Avx512BW.MultiplyAddAdjacent(w0, x);
                    i11 += Avx512BW.MultiplyAddAdjacent(w1, x);
                }
                {
                    Vector512<byte> w0 = Vector512.Load(w + 896);
                    Vector512<byte> w1 = Vector512.Load(w + 960);
                    Vector512<sbyte> x;
                    x = Vector512.Create(*(int*)(x0 + 28)).AsSByte();
                    i00 += Avx512BW.MultiplyAddAdjacent(w0, x);
                    i01 += Avx512BW.MultiplyAddAdjacent(w1, x);
                    x = Vector512.Create(*(int*)((x0 + ldx) + 28)).AsSByte();
                    i10 += Avx512BW.MultiplyAddAdjacent(w0, x);
                    i11 += Avx512BW.MultiplyAddAdjacent(w1, x);
                }
                {
                    Vector512<float> s0 = Vector512.Load((s + BlockPanels.Width) + 0), m0 = TParts.HasMinima ? Vector512.Load((m + BlockPanels.Width) + 0) : default;
                    Vector512<float> s1 = Vector512.Load((s + BlockPanels.Width) + 16), m1 = TParts.HasMinima ? Vector512.Load((m + BlockPanels.Width) + 16) : default;
                    Vector512<float> e;
                    Vector512<int> t;
                    e = Vector512.Create(d[0]);
                    t = Vector512.Create((start + ldr)[0]);
                    a00 = Vector512.FusedMultiplyAdd(s0 * e, (Avx512BW.MultiplyAddAdjacent(i00, ones) + t).AsSingle() - magic, a00);
                    a01 = Vector512.FusedMultiplyAdd(s1 * e, (Avx512BW.MultiplyAddAdjacent(i01, ones) + t).AsSingle() - magic, a01);
                    if (TParts.HasMinima)
                    {
                        e = Vector512.Create((sums + ldr)[0]);
                        a00 = Vector512.FusedMultiplyAdd(m0, e, a00);
                        a01 = Vector512.FusedMultiplyAdd(m1, e, a01);
                    }
                    e = Vector512.Create(d[1]);
                    t = Vector512.Create((start + ldr)[1]);
                    a10 = Vector512.FusedMultiplyAdd(s0 * e, (Avx512BW.MultiplyAddAdjacent(i10, ones) + t).AsSingle() - magic, a10);
                    a11 = Vector512.FusedMultiplyAdd(s1 * e, (Avx512BW.MultiplyAddAdjacent(i11, ones) + t).AsSingle() - magic, a11);
                    if (TParts.HasMinima)
                    {
                        e = Vector512.Create((sums + ldr)[1]);
                        a10 = Vector512.FusedMultiplyAdd(m0, e, a10);
                        a11 = Vector512.FusedMultiplyAdd(m1, e, a11);
                    }
                }
            }
        }
        a00.Store(y);
        a01.Store(y + 16);
        a10.Store(y + ldy);
        a11.Store(y + ldy + 16);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization), SkipLocalsInit]
    private static void Bytes5123<TParts>(in IntegerTileCall call, int column) where TParts : struct, IParts
    {
        byte* w = call.Codes + (4 * column);
        float* s = call.Scales + column, m = call.Minima + column, y = call.Y + column, d = call.RowScales, sums = call.RowSums;
        int* start = call.RowStarts;
        nint ldx = call.RowStride, ldr = call.PartStride, ldy = call.YStride, lines = call.AheadLines;
        byte* ahead = call.Ahead + (column == 0 ? 0 : column * call.AheadLines * call.Blocks * 64 / 32);
        sbyte* x0 = call.X;
        Vector512<float> magic = Vector512.Create(ActivationBlocks.Magic);
        Vector512<short> ones = Vector512.Create((short)1);
        Vector512<float> a00 = Vector512<float>.Zero;
        Vector512<float> a01 = Vector512<float>.Zero;
        Vector512<float> a10 = Vector512<float>.Zero;
        Vector512<float> a11 = Vector512<float>.Zero;
        Vector512<float> a20 = Vector512<float>.Zero;
        Vector512<float> a21 = Vector512<float>.Zero;
        if (call.Continues)
        {
            a00 = Vector512.Load(y);
            a01 = Vector512.Load(y + 16);
            a10 = Vector512.Load(y + ldy);
            a11 = Vector512.Load(y + ldy + 16);
            a20 = Vector512.Load(y + (2 * ldy));
            a21 = Vector512.Load(y + (2 * ldy) + 16);
        }
        for (int b = call.Blocks; b > 0; b--, w += BlockCodes.BlockBytes, d += ldr, start += TParts.Count * ldr, sums += TParts.Count * ldr, s += TParts.Count * BlockPanels.Width, m += TParts.Count * BlockPanels.Width, x0 += Backend.ActivationBlock)
        {
            for (nint line = lines; line > 0; line--, ahead += 64)
                Sse.Prefetch1(ahead);
            Vector512<short> i00 = Vector512<short>.Zero;
            Vector512<short> i01 = Vector512<short>.Zero;
            Vector512<short> i10 = Vector512<short>.Zero;
            Vector512<short> i11 = Vector512<short>.Zero;
            Vector512<short> i20 = Vector512<short>.Zero;
            Vector512<short> i21 = Vector512<short>.Zero;
            {
                Vector512<byte> w0 = Vector512.Load(w + 0);
                Vector512<byte> w1 = Vector512.Load(w + 64);
                Vector512<sbyte> x;
                x = Vector512.Create(*(int*)(x0 + 0)).AsSByte();
                i00 = Avx512BW.MultiplyAddAdjacent(w0, x);
                i01 = Avx512BW.MultiplyAddAdjacent(w1, x);
                x = Vector512.Create(*(int*)((x0 + ldx) + 0)).AsSByte();
                i10 = Avx512BW.MultiplyAddAdjacent(w0, x);
                i11 = Avx512BW.MultiplyAddAdjacent(w1, x);
                x = Vector512.Create(*(int*)((x0 + (2 * ldx)) + 0)).AsSByte();
                i20 = Avx512BW.MultiplyAddAdjacent(w0, x);
                i21 = Avx512BW.MultiplyAddAdjacent(w1, x);
            }
            {
                Vector512<byte> w0 = Vector512.Load(w + 128);
                Vector512<byte> w1 = Vector512.Load(w + 192);
                Vector512<sbyte> x;
                x = Vector512.Create(*(int*)(x0 + 4)).AsSByte();
                i00 += Avx512BW.MultiplyAddAdjacent(w0, x);
                i01 += Avx512BW.MultiplyAddAdjacent(w1, x);
                x = Vector512.Create(*(int*)((x0 + ldx) + 4)).AsSByte();
                i10 += Avx512BW.MultiplyAddAdjacent(w0, x);
                i11 += Avx512BW.MultiplyAddAdjacent(w1, x);
                x = Vector512.Create(*(int*)((x0 + (2 * ldx)) + 4)).AsSByte();
                i20 += Avx512BW.MultiplyAddAdjacent(w0, x);
                i21 += Avx512BW.MultiplyAddAdjacent(w1, x);
            }
            {
                Vector512<byte> w0 = Vector512.Load(w + 256);
                Vector512<byte> w1 = Vector512.Load(w + 320);
                Vector512<sbyte> x;
                x = Vector512.Create(*(int*)(x0 + 8)).AsSByte();
                i00 += Avx512BW.MultiplyAddAdjacent(w0, x);
                i01 += Avx512BW.MultiplyAddAdjacent(w1, x);
                x = Vector512.Create(*(int*)((x0 + ldx) + 8)).AsSByte();
                i10 += Avx512BW.MultiplyAddAdjacent(w0, x);
                i11 += Avx512BW.MultiplyAddAdjacent(w1, x);
                x = Vector512.Create(*(int*)((x0 + (2 * ldx)) + 8)).AsSByte();
                i20 += Avx512BW.MultiplyAddAdjacent(w0, x);
                i21 += Avx512BW.MultiplyAddAdjacent(w1, x);
            }
            {
                Vector512<byte> w0 = Vector512.Load(w + 384);
                Vector512<byte> w1 = Vector512.Load(w + 448);
                Vector512<sbyte> x;
                x = Vector512.Create(*(int*)(x0 + 12)).AsSByte();
                i00 += Avx512BW.MultiplyAddAdjacent(w0, x);
                i01 += Avx512BW.MultiplyAddAdjacent(w1, x);
                x = Vector512.Create(*(int*)((x0 + ldx) + 12)).AsSByte();
                i10 += Avx512BW.MultiplyAddAdjacent(w0, x);
                i11 += Avx512BW.MultiplyAddAdjacent(w1, x);
                x = Vector512.Create(*(int*)((x0 + (2 * ldx)) + 12)).AsSByte();
                i20 += Avx512BW.MultiplyAddAdjacent(w0, x);
                i21 += Avx512BW.MultiplyAddAdjacent(w1, x);
            }
            if (TParts.Count == 1)
            {
                {
                    Vector512<byte> w0 = Vector512.Load(w + 512);
                    Vector512<byte> w1 = Vector512.Load(w + 576);
                    Vector512<sbyte> x;
                    x = Vector512.Create(*(int*)(x0 + 16)).AsSByte();
                    i00 += Avx512BW.MultiplyAddAdjacent(w0, x);
                    i01 += Avx512BW.MultiplyAddAdjacent(w1, x);
                    x = Vector512.Create(*(int*)((x0 + ldx) + 16)).AsSByte();
                    i10 += Avx512BW.MultiplyAddAdjacent(w0, x);
                    i11 += Avx512BW.MultiplyAddAdjacent(w1, x);
                    x = Vector512.Create(*(int*)((x0 + (2 * ldx)) + 16)).AsSByte();
                    i20 += Avx512BW.MultiplyAddAdjacent(w0, x);
                    i21 += Avx512BW.MultiplyAddAdjacent(w1, x);
                }
                {
                    Vector512<byte> w0 = Vector512.Load(w + 640);
                    Vector512<byte> w1 = Vector512.Load(w + 704);
                    Vector512<sbyte> x;
                    x = Vector512.Create(*(int*)(x0 + 20)).AsSByte();
                    i00 += Avx512BW.MultiplyAddAdjacent(w0, x);
                    i01 += Avx512BW.MultiplyAddAdjacent(w1, x);
                    x = Vector512.Create(*(int*)((x0 + ldx) + 20)).AsSByte();
                    i10 += Avx512BW.MultiplyAddAdjacent(w0, x);
                    i11 += Avx512BW.MultiplyAddAdjacent(w1, x);
                    x = Vector512.Create(*(int*)((x0 + (2 * ldx)) + 20)).AsSByte();
                    i20 += Avx512BW.MultiplyAddAdjacent(w0, x);
                    i21 += Avx512BW.MultiplyAddAdjacent(w1, x);
                }
                {
                    Vector512<byte> w0 = Vector512.Load(w + 768);
                    Vector512<byte> w1 = Vector512.Load(w + 832);
                    Vector512<sbyte> x;
                    x = Vector512.Create(*(int*)(x0 + 24)).AsSByte();
                    i00 += Avx512BW.MultiplyAddAdjacent(w0, x);
                    i01 += Avx512BW.MultiplyAddAdjacent(w1, x);
                    x = Vector512.Create(*(int*)((x0 + ldx) + 24)).AsSByte();
                    i10 += Avx512BW.MultiplyAddAdjacent(w0, x);
                    i11 += Avx512BW.MultiplyAddAdjacent(w1, x);
                    x = Vector512.Create(*(int*)((x0 + (2 * ldx)) + 24)).AsSByte();
                    i20 += Avx512BW.MultiplyAddAdjacent(w0, x);
                    i21 += Avx512BW.MultiplyAddAdjacent(w1, x);
                }
                {
                    Vector512<byte> w0 = Vector512.Load(w + 896);
                    Vector512<byte> w1 = Vector512.Load(w + 960);
                    Vector512<sbyte> x;
                    x = Vector512.Create(*(int*)(x0 + 28)).AsSByte();
                    i00 += Avx512BW.MultiplyAddAdjacent(w0, x);
                    i01 += Avx512BW.MultiplyAddAdjacent(w1, x);
                    x = Vector512.Create(*(int*)((x0 + ldx) + 28)).AsSByte();
                    i10 += Avx512BW.MultiplyAddAdjacent(w0, x);
                    i11 += Avx512BW.MultiplyAddAdjacent(w1, x);
                    x = Vector512.Create(*(int*)((x0 + (2 * ldx)) + 28)).AsSByte();
                    i20 += Avx512BW.MultiplyAddAdjacent(w0, x);
                    i21 += Avx512BW.MultiplyAddAdjacent(w1, x);
                }
            }
            {
                Vector512<float> s0 = Vector512.Load(s + 0), m0 = TParts.HasMinima ? Vector512.Load(m + 0) : default;
                Vector512<float> s1 = Vector512.Load(s + 16), m1 = TParts.HasMinima ? Vector512.Load(m + 16) : default;
                Vector512<float> e;
                Vector512<int> t;
                e = Vector512.Create(d[0]);
                t = Vector512.Create(start[0]);
                a00 = Vector512.FusedMultiplyAdd(s0 * e, (Avx512BW.MultiplyAddAdjacent(i00, ones) + t).AsSingle() - magic, a00);
                a01 = Vector512.FusedMultiplyAdd(s1 * e, (Avx512BW.MultiplyAddAdjacent(i01, ones) + t).AsSingle() - magic, a01);
                if (TParts.HasMinima)
                {
                    e = Vector512.Create(sums[0]);
                    a00 = Vector512.FusedMultiplyAdd(m0, e, a00);
                    a01 = Vector512.FusedMultiplyAdd(m1, e, a01);
                }
                e = Vector512.Create(d[1]);
                t = Vector512.Create(start[1]);
                a10 = Vector512.FusedMultiplyAdd(s0 * e, (Avx512BW.MultiplyAddAdjacent(i10, ones) + t).AsSingle() - magic, a10);
                a11 = Vector512.FusedMultiplyAdd(s1 * e, (Avx512BW.MultiplyAddAdjacent(i11, ones) + t).AsSingle() - magic, a11);
                if (TParts.HasMinima)
                {
                    e = Vector512.Create(sums[1]);
                    a10 = Vector512.FusedMultiplyAdd(m0, e, a10);
                    a11 = Vector512.FusedMultiplyAdd(m1, e, a11);
                }
                e = Vector512.Create(d[2]);
                t = Vector512.Create(start[2]);
                a20 = Vector512.FusedMultiplyAdd(s0 * e, (Avx512BW.MultiplyAddAdjacent(i20, ones) + t).AsSingle() - magic, a20);
                a21 = Vector512.FusedMultiplyAdd(s1 * e, (Avx512BW.MultiplyAddAdjacent(i21, ones) + t).AsSingle() - magic, a21);
                if (TParts.HasMinima)
                {
                    e = Vector512.Create(sums[2]);
                    a20 = Vector512.FusedMultiplyAdd(m0, e, a20);
                    a21 = Vector512.FusedMultiplyAdd(m1, e, a21);
                }
            }
            if (TParts.Count == 2)
            {
                i00 = Vector512<short>.Zero;
                i01 = Vector512<short>.Zero;
                i10 = Vector512<short>.Zero;
                i11 = Vector512<short>.Zero;
                i20 = Vector512<short>.Zero;
                i21 = Vector512<short>.Zero;
                {
                    Vector512<byte> w0 = Vector512.Load(w + 512);
                    Vector512<byte> w1 = Vector512.Load(w + 576);
                    Vector512<sbyte> x;
                    x = Vector512.Create(*(int*)(x0 + 16)).AsSByte();
                    i00 = Avx512BW.MultiplyAddAdjacent(w0, x);
                    i01 = Avx512BW.MultiplyAddAdjacent(w1, x);
                    x = Vector512.Create(*(int*)((x0 + ldx) + 16)).AsSByte();
                    i10 = Avx512BW.MultiplyAddAdjacent(w0, x);
                    i11 = Avx512BW.MultiplyAddAdjacent(w1, x);
                    x = Vector512.Create(*(int*)((x0 + (2 * ldx)) + 16)).AsSByte();
                    i20 = Avx512BW.MultiplyAddAdjacent(w0, x);
                    i21 = Avx512BW.MultiplyAddAdjacent(w1, x);
                }
                {
                    Vector512<byte> w0 = Vector512.Load(w + 640);
                    Vector512<byte> w1 = Vector512.Load(w + 704);
                    Vector512<sbyte> x;
                    x = Vector512.Create(*(int*)(x0 + 20)).AsSByte();
                    i00 += Avx512BW.MultiplyAddAdjacent(w0, x);
                    i01 += Avx512BW.MultiplyAddAdjacent(w1, x);
                    x = Vector512.Create(*(int*)((x0 + ldx) + 20)).AsSByte();
                    i10 += Avx512BW.MultiplyAddAdjacent(w0, x);
                    i11 += Avx512BW.MultiplyAddAdjacent(w1, x);
                    x = Vector512.Create(*(int*)((x0 + (2 * ldx)) + 20)).AsSByte();
                    i20 += Avx512BW.MultiplyAddAdjacent(w0, x);
                    i21 += Avx512BW.MultiplyAddAdjacent(w1, x);
                }
                {
                    Vector512<byte> w0 = Vector512.Load(w + 768);
                    Vector512<byte> w1 = Vector512.Load(w + 832);
                    Vector512<sbyte> x;
                    x = Vector512.Create(*(int*)(x0 + 24)).AsSByte();
                    i00 += Avx512BW.MultiplyAddAdjacent(w0, x);
                    i01 += Avx512BW.MultiplyAddAdjacent(w1, x);
                    x = Vector512.Create(*(int*)((x0 + ldx) + 24)).AsSByte();
                    i10 += Avx512BW.MultiplyAddAdjacent(w0, x);
                    i11 += Avx512BW.MultiplyAddAdjacent(w1, x);
                    x = Vector512.Create(*(int*)((x0 + (2 * ldx)) + 24)).AsSByte();
                    i20 += Avx512BW.MultiplyAddAdjacent(w0, x);
                    i21 += Avx512BW.MultiplyAddAdjacent(w1, x);
                }
                {
                    Vector512<byte> w0 = Vector512.Load(w + 896);
                    Vector512<byte> w1 = Vector512.Load(w + 960);
                    Vector512<sbyte> x;
                    x = Vector512.Create(*(int*)(x0 + 28)).AsSByte();
                    i00 += Avx512BW.MultiplyAddAdjacent(w0, x);
                    i01 += Avx512BW.MultiplyAddAdjacent(w1, x);
                    x = Vector512.Create(*(int*)((x0 + ldx) + 28)).AsSByte();
                    i10 += Avx512BW.MultiplyAddAdjacent(w0, x);
                    i11 += Avx512BW.MultiplyAddAdjacent(w1, x);
                    x = Vector512.Create(*(int*)((x0 + (2 * ldx)) + 28)).AsSByte();
                    i20 += Avx512BW.MultiplyAddAdjacent(w0, x);
                    i21 += Avx512BW.MultiplyAddAdjacent(w1, x);
                }
                {
                    Vector512<float> s0 = Vector512.Load((s + BlockPanels.Width) + 0), m0 = TParts.HasMinima ? Vector512.Load((m + BlockPanels.Width) + 0) : default;
                    Vector512<float> s1 = Vector512.Load((s + BlockPanels.Width) + 16), m1 = TParts.HasMinima ? Vector512.Load((m + BlockPanels.Width) + 16) : default;
                    Vector512<float> e;
                    Vector512<int> t;
                    e = Vector512.Create(d[0]);
                    t = Vector512.Create((start + ldr)[0]);
                    a00 = Vector512.FusedMultiplyAdd(s0 * e, (Avx512BW.MultiplyAddAdjacent(i00, ones) + t).AsSingle() - magic, a00);
                    a01 = Vector512.FusedMultiplyAdd(s1 * e, (Avx512BW.MultiplyAddAdjacent(i01, ones) + t).AsSingle() - magic, a01);
                    if (TParts.HasMinima)
                    {
                        e = Vector512.Create((sums + ldr)[0]);
                        a00 = Vector512.FusedMultiplyAdd(m0, e, a00);
                        a01 = Vector512.FusedMultiplyAdd(m1, e, a01);
                    }
                    e = Vector512.Create(d[1]);
                    t = Vector512.Create((start + ldr)[1]);
                    a10 = Vector512.FusedMultiplyAdd(s0 * e, (Avx512BW.MultiplyAddAdjacent(i10, ones) + t).AsSingle() - magic, a10);
                    a11 = Vector512.FusedMultiplyAdd(s1 * e, (Avx512BW.MultiplyAddAdjacent(i11, ones) + t).AsSingle() - magic, a11);
                    if (TParts.HasMinima)
                    {
                        e = Vector512.Create((sums + ldr)[1]);
                        a10 = Vector512.FusedMultiplyAdd(m0, e, a10);
                        a11 = Vector512.FusedMultiplyAdd(m1, e, a11);
                    }
                    e = Vector512.Create(d[2]);
                    t = Vector512.Create((start + ldr)[2]);
                    a20 = Vector512.FusedMultiplyAdd(s0 * e, (Avx512BW.MultiplyAddAdjacent(i20, ones) + t).AsSingle() - magic, a20);
                    a21 = Vector512.FusedMultiplyAdd(s1 * e, (Avx512BW.MultiplyAddAdjacent(i21, ones) + t).AsSingle() - magic, a21);
                    if (TParts.HasMinima)
                    {
                        e = Vector512.Create((sums + ldr)[2]);
                        a20 = Vector512.FusedMultiplyAdd(m0, e, a20);
                        a21 = Vector512.FusedMultiplyAdd(m1, e, a21);
                    }
                }
            }
        }
        a00.Store(y);
        a01.Store(y + 16);
        a10.Store(y + ldy);
        a11.Store(y + ldy + 16);
        a20.Store(y + (2 * ldy));
        a21.Store(y + (2 * ldy) + 16);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization), SkipLocalsInit]
    private static void Bytes5124<TParts>(in IntegerTileCall call, int column) where TParts : struct, IParts
    {
        byte* w = call.Codes + (4 * column);
        float* s = call.Scales + column, m = call.Minima + column, y = call.Y + column, d = call.RowScales, sums = call.RowSums;
        int* start = call.RowStarts;
        nint ldx = call.RowStride, ldr = call.PartStride, ldy = call.YStride, lines = call.AheadLines;
        byte* ahead = call.Ahead + (column == 0 ? 0 : column * call.AheadLines * call.Blocks * 64 / 32);
        sbyte* x0 = call.X;
        sbyte* x3 = x0 + (3 * ldx);
        Vector512<float> magic = Vector512.Create(ActivationBlocks.Magic);
        Vector512<short> ones = Vector512.Create((short)1);
        Vector512<float> a00 = Vector512<float>.Zero;
        Vector512<float> a01 = Vector512<float>.Zero;
        Vector512<float> a10 = Vector512<float>.Zero;
        Vector512<float> a11 = Vector512<float>.Zero;
        Vector512<float> a20 = Vector512<float>.Zero;
        Vector512<float> a21 = Vector512<float>.Zero;
        Vector512<float> a30 = Vector512<float>.Zero;
        Vector512<float> a31 = Vector512<float>.Zero;
        if (call.Continues)
        {
            a00 = Vector512.Load(y);
            a01 = Vector512.Load(y + 16);
            a10 = Vector512.Load(y + ldy);
            a11 = Vector512.Load(y + ldy + 16);
            a20 = Vector512.Load(y + (2 * ldy));
            a21 = Vector512.Load(y + (2 * ldy) + 16);
            a30 = Vector512.Load(y + (3 * ldy));
            a31 = Vector512.Load(y + (3 * ldy) + 16);
        }
        for (int b = call.Blocks; b > 0; b--, w += BlockCodes.BlockBytes, d += ldr, start += TParts.Count * ldr, sums += TParts.Count * ldr, s += TParts.Count * BlockPanels.Width, m += TParts.Count * BlockPanels.Width, x0 += Backend.ActivationBlock, x3 += Backend.ActivationBlock)
        {
            for (nint line = lines; line > 0; line--, ahead += 64)
                Sse.Prefetch1(ahead);
            Vector512<short> i00 = Vector512<short>.Zero;
            Vector512<short> i01 = Vector512<short>.Zero;
            Vector512<short> i10 = Vector512<short>.Zero;
            Vector512<short> i11 = Vector512<short>.Zero;
            Vector512<short> i20 = Vector512<short>.Zero;
            Vector512<short> i21 = Vector512<short>.Zero;
            Vector512<short> i30 = Vector512<short>.Zero;
            Vector512<short> i31 = Vector512<short>.Zero;
            {
                Vector512<byte> w0 = Vector512.Load(w + 0);
                Vector512<byte> w1 = Vector512.Load(w + 64);
                Vector512<sbyte> x;
                x = Vector512.Create(*(int*)(x0 + 0)).AsSByte();
                i00 = Avx512BW.MultiplyAddAdjacent(w0, x);
                i01 = Avx512BW.MultiplyAddAdjacent(w1, x);
                x = Vector512.Create(*(int*)((x0 + ldx) + 0)).AsSByte();
                i10 = Avx512BW.MultiplyAddAdjacent(w0, x);
                i11 = Avx512BW.MultiplyAddAdjacent(w1, x);
                x = Vector512.Create(*(int*)((x0 + (2 * ldx)) + 0)).AsSByte();
                i20 = Avx512BW.MultiplyAddAdjacent(w0, x);
                i21 = Avx512BW.MultiplyAddAdjacent(w1, x);
                x = Vector512.Create(*(int*)(x3 + 0)).AsSByte();
                i30 = Avx512BW.MultiplyAddAdjacent(w0, x);
                i31 = Avx512BW.MultiplyAddAdjacent(w1, x);
            }
            {
                Vector512<byte> w0 = Vector512.Load(w + 128);
                Vector512<byte> w1 = Vector512.Load(w + 192);
                Vector512<sbyte> x;
                x = Vector512.Create(*(int*)(x0 + 4)).AsSByte();
                i00 += Avx512BW.MultiplyAddAdjacent(w0, x);
                i01 += Avx512BW.MultiplyAddAdjacent(w1, x);
                x = Vector512.Create(*(int*)((x0 + ldx) + 4)).AsSByte();
                i10 += Avx512BW.MultiplyAddAdjacent(w0, x);
                i11 += Avx512BW.MultiplyAddAdjacent(w1, x);
                x = Vector512.Create(*(int*)((x0 + (2 * ldx)) + 4)).AsSByte();
                i20 += Avx512BW.MultiplyAddAdjacent(w0, x);
                i21 += Avx512BW.MultiplyAddAdjacent(w1, x);
                x = Vector512.Create(*(int*)(x3 + 4)).AsSByte();
                i30 += Avx512BW.MultiplyAddAdjacent(w0, x);
                i31 += Avx512BW.MultiplyAddAdjacent(w1, x);
            }
            {
                Vector512<byte> w0 = Vector512.Load(w + 256);
                Vector512<byte> w1 = Vector512.Load(w + 320);
                Vector512<sbyte> x;
                x = Vector512.Create(*(int*)(x0 + 8)).AsSByte();
                i00 += Avx512BW.MultiplyAddAdjacent(w0, x);
                i01 += Avx512BW.MultiplyAddAdjacent(w1, x);
                x = Vector512.Create(*(int*)((x0 + ldx) + 8)).AsSByte();
                i10 += Avx512BW.MultiplyAddAdjacent(w0, x);
                i11 += Avx512BW.MultiplyAddAdjacent(w1, x);
                x = Vector512.Create(*(int*)((x0 + (2 * ldx)) + 8)).AsSByte();
                i20 += Avx512BW.MultiplyAddAdjacent(w0, x);
                i21 += Avx512BW.MultiplyAddAdjacent(w1, x);
                x = Vector512.Create(*(int*)(x3 + 8)).AsSByte();
                i30 += Avx512BW.MultiplyAddAdjacent(w0, x);
                i31 += Avx512BW.MultiplyAddAdjacent(w1, x);
            }
            {
                Vector512<byte> w0 = Vector512.Load(w + 384);
                Vector512<byte> w1 = Vector512.Load(w + 448);
                Vector512<sbyte> x;
                x = Vector512.Create(*(int*)(x0 + 12)).AsSByte();
                i00 += Avx512BW.MultiplyAddAdjacent(w0, x);
                i01 += Avx512BW.MultiplyAddAdjacent(w1, x);
                x = Vector512.Create(*(int*)((x0 + ldx) + 12)).AsSByte();
                i10 += Avx512BW.MultiplyAddAdjacent(w0, x);
                i11 += Avx512BW.MultiplyAddAdjacent(w1, x);
                x = Vector512.Create(*(int*)((x0 + (2 * ldx)) + 12)).AsSByte();
                i20 += Avx512BW.MultiplyAddAdjacent(w0, x);
                i21 += Avx512BW.MultiplyAddAdjacent(w1, x);
                x = Vector512.Create(*(int*)(x3 + 12)).AsSByte();
                i30 += Avx512BW.MultiplyAddAdjacent(w0, x);
                i31 += Avx512BW.MultiplyAddAdjacent(w1, x);
            }
            if (TParts.Count == 1)
            {
                {
                    Vector512<byte> w0 = Vector512.Load(w + 512);
                    Vector512<byte> w1 = Vector512.Load(w + 576);
                    Vector512<sbyte> x;
                    x = Vector512.Create(*(int*)(x0 + 16)).AsSByte();
                    i00 += Avx512BW.MultiplyAddAdjacent(w0, x);
                    i01 += Avx512BW.MultiplyAddAdjacent(w1, x);
                    x = Vector512.Create(*(int*)((x0 + ldx) + 16)).AsSByte();
                    i10 += Avx512BW.MultiplyAddAdjacent(w0, x);
                    i11 += Avx512BW.MultiplyAddAdjacent(w1, x);
                    x = Vector512.Create(*(int*)((x0 + (2 * ldx)) + 16)).AsSByte();
                    i20 += Avx512BW.MultiplyAddAdjacent(w0, x);
                    i21 += Avx512BW.MultiplyAddAdjacent(w1, x);
                    x = Vector512.Create(*(int*)(x3 + 16)).AsSByte();
                    i30 += Avx512BW.MultiplyAddAdjacent(w0, x);
                    i31 += Avx512BW.MultiplyAddAdjacent(w1, x);
                }
                {
                    Vector512<byte> w0 = Vector512.Load(w + 640);
                    Vector512<byte> w1 = Vector512.Load(w + 704);
                    Vector512<sbyte> x;
                    x = Vector512.Create(*(int*)(x0 + 20)).AsSByte();
                    i00 += Avx512BW.MultiplyAddAdjacent(w0, x);
                    i01 += Avx512BW.MultiplyAddAdjacent(w1, x);
                    x = Vector512.Create(*(int*)((x0 + ldx) + 20)).AsSByte();
                    i10 += Avx512BW.MultiplyAddAdjacent(w0, x);
                    i11 += Avx512BW.MultiplyAddAdjacent(w1, x);
                    x = Vector512.Create(*(int*)((x0 + (2 * ldx)) + 20)).AsSByte();
                    i20 += Avx512BW.MultiplyAddAdjacent(w0, x);
                    i21 += Avx512BW.MultiplyAddAdjacent(w1, x);
                    x = Vector512.Create(*(int*)(x3 + 20)).AsSByte();
                    i30 += Avx512BW.MultiplyAddAdjacent(w0, x);
                    i31 += Avx512BW.MultiplyAddAdjacent(w1, x);
                }
                {
                    Vector512<byte> w0 = Vector512.Load(w + 768);
                    Vector512<byte> w1 = Vector512.Load(w + 832);
                    Vector512<sbyte> x;
                    x = Vector512.Create(*(int*)(x0 + 24)).AsSByte();
                    i00 += Avx512BW.MultiplyAddAdjacent(w0, x);
                    i01 += Avx512BW.MultiplyAddAdjacent(w1, x);
                    x = Vector512.Create(*(int*)((x0 + ldx) + 24)).AsSByte();
                    i10 += Avx512BW.MultiplyAddAdjacent(w0, x);
                    i11 += Avx512BW.MultiplyAddAdjacent(w1, x);
                    x = Vector512.Create(*(int*)((x0 + (2 * ldx)) + 24)).AsSByte();
                    i20 += Avx512BW.MultiplyAddAdjacent(w0, x);
                    i21 += Avx512BW.MultiplyAddAdjacent(w1, x);
                    x = Vector512.Create(*(int*)(x3 + 24)).AsSByte();
                    i30 += Avx512BW.MultiplyAddAdjacent(w0, x);
                    i31 += Avx512BW.MultiplyAddAdjacent(w1, x);
                }
                {
                    Vector512<byte> w0 = Vector512.Load(w + 896);
                    Vector512<byte> w1 = Vector512.Load(w + 960);
                    Vector512<sbyte> x;
                    x = Vector512.Create(*(int*)(x0 + 28)).AsSByte();
                    i00 += Avx512BW.MultiplyAddAdjacent(w0, x);
                    i01 += Avx512BW.MultiplyAddAdjacent(w1, x);
                    x = Vector512.Create(*(int*)((x0 + ldx) + 28)).AsSByte();
                    i10 += Avx512BW.MultiplyAddAdjacent(w0, x);
                    i11 += Avx512BW.MultiplyAddAdjacent(w1, x);
                    x = Vector512.Create(*(int*)((x0 + (2 * ldx)) + 28)).AsSByte();
                    i20 += Avx512BW.MultiplyAddAdjacent(w0, x);
                    i21 += Avx512BW.MultiplyAddAdjacent(w1, x);
                    x = Vector512.Create(*(int*)(x3 + 28)).AsSByte();
                    i30 += Avx512BW.MultiplyAddAdjacent(w0, x);
                    i31 += Avx512BW.MultiplyAddAdjacent(w1, x);
                }
            }
            {
                Vector512<float> s0 = Vector512.Load(s + 0), m0 = TParts.HasMinima ? Vector512.Load(m + 0) : default;
                Vector512<float> s1 = Vector512.Load(s + 16), m1 = TParts.HasMinima ? Vector512.Load(m + 16) : default;
                Vector512<float> e;
                Vector512<int> t;
                e = Vector512.Create(d[0]);
                t = Vector512.Create(start[0]);
                a00 = Vector512.FusedMultiplyAdd(s0 * e, (Avx512BW.MultiplyAddAdjacent(i00, ones) + t).AsSingle() - magic, a00);
                a01 = Vector512.FusedMultiplyAdd(s1 * e, (Avx512BW.MultiplyAddAdjacent(i01, ones) + t).AsSingle() - magic, a01);
                if (TParts.HasMinima)
                {
                    e = Vector512.Create(sums[0]);
                    a00 = Vector512.FusedMultiplyAdd(m0, e, a00);
                    a01 = Vector512.FusedMultiplyAdd(m1, e, a01);
                }
                e = Vector512.Create(d[1]);
                t = Vector512.Create(start[1]);
                a10 = Vector512.FusedMultiplyAdd(s0 * e, (Avx512BW.MultiplyAddAdjacent(i10, ones) + t).AsSingle() - magic, a10);
                a11 = Vector512.FusedMultiplyAdd(s1 * e, (Avx512BW.MultiplyAddAdjacent(i11, ones) + t).AsSingle() - magic, a11);
                if (TParts.HasMinima)
                {
                    e = Vector512.Create(sums[1]);
                    a10 = Vector512.FusedMultiplyAdd(m0, e, a10);
                    a11 = Vector512.FusedMultiplyAdd(m1, e, a11);
                }
                e = Vector512.Create(d[2]);
                t = Vector512.Create(start[2]);
                a20 = Vector512.FusedMultiplyAdd(s0 * e, (Avx512BW.MultiplyAddAdjacent(i20, ones) + t).AsSingle() - magic, a20);
                a21 = Vector512.FusedMultiplyAdd(s1 * e, (Avx512BW.MultiplyAddAdjacent(i21, ones) + t).AsSingle() - magic, a21);
                if (TParts.HasMinima)
                {
                    e = Vector512.Create(sums[2]);
                    a20 = Vector512.FusedMultiplyAdd(m0, e, a20);
                    a21 = Vector512.FusedMultiplyAdd(m1, e, a21);
                }
                e = Vector512.Create(d[3]);
                t = Vector512.Create(start[3]);
                a30 = Vector512.FusedMultiplyAdd(s0 * e, (Avx512BW.MultiplyAddAdjacent(i30, ones) + t).AsSingle() - magic, a30);
                a31 = Vector512.FusedMultiplyAdd(s1 * e, (Avx512BW.MultiplyAddAdjacent(i31, ones) + t).AsSingle() - magic, a31);
                if (TParts.HasMinima)
                {
                    e = Vector512.Create(sums[3]);
                    a30 = Vector512.FusedMultiplyAdd(m0, e, a30);
                    a31 = Vector512.FusedMultiplyAdd(m1, e, a31);
                }
            }
            if (TParts.Count == 2)
            {
                i00 = Vector512<short>.Zero;
                i01 = Vector512<short>.Zero;
                i10 = Vector512<short>.Zero;
                i11 = Vector512<short>.Zero;
                i20 = Vector512<short>.Zero;
                i21 = Vector512<short>.Zero;
                i30 = Vector512<short>.Zero;
                i31 = Vector512<short>.Zero;
                {
                    Vector512<byte> w0 = Vector512.Load(w + 512);
                    Vector512<byte> w1 = Vector512.Load(w + 576);
                    Vector512<sbyte> x;
                    x = Vector512.Create(*(int*)(x0 + 16)).AsSByte();
                    i00 = Avx512BW.MultiplyAddAdjacent(w0, x);
                    i01 = Avx512BW.MultiplyAddAdjacent(w1, x);
                    x = Vector512.Create(*(int*)((x0 + ldx) + 16)).AsSByte();
                    i10 = Avx512BW.MultiplyAddAdjacent(w0, x);
                    i11 = Avx512BW.MultiplyAddAdjacent(w1, x);
                    x = Vector512.Create(*(int*)((x0 + (2 * ldx)) + 16)).AsSByte();
                    i20 = Avx512BW.MultiplyAddAdjacent(w0, x);
                    i21 = Avx512BW.MultiplyAddAdjacent(w1, x);
                    x = Vector512.Create(*(int*)(x3 + 16)).AsSByte();
                    i30 = Avx512BW.MultiplyAddAdjacent(w0, x);
                    i31 = Avx512BW.MultiplyAddAdjacent(w1, x);
                }
                {
                    Vector512<byte> w0 = Vector512.Load(w + 640);
                    Vector512<byte> w1 = Vector512.Load(w + 704);
                    Vector512<sbyte> x;
                    x = Vector512.Create(*(int*)(x0 + 20)).AsSByte();
                    i00 += Avx512BW.MultiplyAddAdjacent(w0, x);
                    i01 += Avx512BW.MultiplyAddAdjacent(w1, x);
                    x = Vector512.Create(*(int*)((x0 + ldx) + 20)).AsSByte();
                    i10 += Avx512BW.MultiplyAddAdjacent(w0, x);
                    i11 += Avx512BW.MultiplyAddAdjacent(w1, x);
                    x = Vector512.Create(*(int*)((x0 + (2 * ldx)) + 20)).AsSByte();
                    i20 += Avx512BW.MultiplyAddAdjacent(w0, x);
                    i21 += Avx512BW.MultiplyAddAdjacent(w1, x);
                    x = Vector512.Create(*(int*)(x3 + 20)).AsSByte();
                    i30 += Avx512BW.MultiplyAddAdjacent(w0, x);
                    i31 += Avx512BW.MultiplyAddAdjacent(w1, x);
                }
                {
                    Vector512<byte> w0 = Vector512.Load(w + 768);
                    Vector512<byte> w1 = Vector512.Load(w + 832);
                    Vector512<sbyte> x;
                    x = Vector512.Create(*(int*)(x0 + 24)).AsSByte();
                    i00 += Avx512BW.MultiplyAddAdjacent(w0, x);
                    i01 += Avx512BW.MultiplyAddAdjacent(w1, x);
                    x = Vector512.Create(*(int*)((x0 + ldx) + 24)).AsSByte();
                    i10 += Avx512BW.MultiplyAddAdjacent(w0, x);
                    i11 += Avx512BW.MultiplyAddAdjacent(w1, x);
                    x = Vector512.Create(*(int*)((x0 + (2 * ldx)) + 24)).AsSByte();
                    i20 += Avx512BW.MultiplyAddAdjacent(w0, x);
                    i21 += Avx512BW.MultiplyAddAdjacent(w1, x);
                    x = Vector512.Create(*(int*)(x3 + 24)).AsSByte();
                    i30 += Avx512BW.MultiplyAddAdjacent(w0, x);
                    i31 += Avx512BW.MultiplyAddAdjacent(w1, x);
                }
                {
                    Vector512<byte> w0 = Vector512.Load(w + 896);
                    Vector512<byte> w1 = Vector512.Load(w + 960);
                    Vector512<sbyte> x;
                    x = Vector512.Create(*(int*)(x0 + 28)).AsSByte();
                    i00 += Avx512BW.MultiplyAddAdjacent(w0, x);
                    i01 += Avx512BW.MultiplyAddAdjacent(w1, x);
                    x = Vector512.Create(*(int*)((x0 + ldx) + 28)).AsSByte();
                    i10 += Avx512BW.MultiplyAddAdjacent(w0, x);
                    i11 += Avx512BW.MultiplyAddAdjacent(w1, x);
                    x = Vector512.Create(*(int*)((x0 + (2 * ldx)) + 28)).AsSByte();
                    i20 += Avx512BW.MultiplyAddAdjacent(w0, x);
                    i21 += Avx512BW.MultiplyAddAdjacent(w1, x);
                    x = Vector512.Create(*(int*)(x3 + 28)).AsSByte();
                    i30 += Avx512BW.MultiplyAddAdjacent(w0, x);
                    i31 += Avx512BW.MultiplyAddAdjacent(w1, x);
                }
                {
                    Vector512<float> s0 = Vector512.Load((s + BlockPanels.Width) + 0), m0 = TParts.HasMinima ? Vector512.Load((m + BlockPanels.Width) + 0) : default;
                    Vector512<float> s1 = Vector512.Load((s + BlockPanels.Width) + 16), m1 = TParts.HasMinima ? Vector512.Load((m + BlockPanels.Width) + 16) : default;
                    Vector512<float> e;
                    Vector512<int> t;
                    e = Vector512.Create(d[0]);
                    t = Vector512.Create((start + ldr)[0]);
                    a00 = Vector512.FusedMultiplyAdd(s0 * e, (Avx512BW.MultiplyAddAdjacent(i00, ones) + t).AsSingle() - magic, a00);
                    a01 = Vector512.FusedMultiplyAdd(s1 * e, (Avx512BW.MultiplyAddAdjacent(i01, ones) + t).AsSingle() - magic, a01);
                    if (TParts.HasMinima)
                    {
                        e = Vector512.Create((sums + ldr)[0]);
                        a00 = Vector512.FusedMultiplyAdd(m0, e, a00);
                        a01 = Vector512.FusedMultiplyAdd(m1, e, a01);
                    }
                    e = Vector512.Create(d[1]);
                    t = Vector512.Create((start + ldr)[1]);
                    a10 = Vector512.FusedMultiplyAdd(s0 * e, (Avx512BW.MultiplyAddAdjacent(i10, ones) + t).AsSingle() - magic, a10);
                    a11 = Vector512.FusedMultiplyAdd(s1 * e, (Avx512BW.MultiplyAddAdjacent(i11, ones) + t).AsSingle() - magic, a11);
                    if (TParts.HasMinima)
                    {
                        e = Vector512.Create((sums + ldr)[1]);
                        a10 = Vector512.FusedMultiplyAdd(m0, e, a10);
                        a11 = Vector512.FusedMultiplyAdd(m1, e, a11);
                    }
                    e = Vector512.Create(d[2]);
                    t = Vector512.Create((start + ldr)[2]);
                    a20 = Vector512.FusedMultiplyAdd(s0 * e, (Avx512BW.MultiplyAddAdjacent(i20, ones) + t).AsSingle() - magic, a20);
                    a21 = Vector512.FusedMultiplyAdd(s1 * e, (Avx512BW.MultiplyAddAdjacent(i21, ones) + t).AsSingle() - magic, a21);
                    if (TParts.HasMinima)
                    {
                        e = Vector512.Create((sums + ldr)[2]);
                        a20 = Vector512.FusedMultiplyAdd(m0, e, a20);
                        a21 = Vector512.FusedMultiplyAdd(m1, e, a21);
                    }
                    e = Vector512.Create(d[3]);
                    t = Vector512.Create((start + ldr)[3]);
                    a30 = Vector512.FusedMultiplyAdd(s0 * e, (Avx512BW.MultiplyAddAdjacent(i30, ones) + t).AsSingle() - magic, a30);
                    a31 = Vector512.FusedMultiplyAdd(s1 * e, (Avx512BW.MultiplyAddAdjacent(i31, ones) + t).AsSingle() - magic, a31);
                    if (TParts.HasMinima)
                    {
                        e = Vector512.Create((sums + ldr)[3]);
                        a30 = Vector512.FusedMultiplyAdd(m0, e, a30);
                        a31 = Vector512.FusedMultiplyAdd(m1, e, a31);
                    }
                }
            }
        }
        a00.Store(y);
        a01.Store(y + 16);
        a10.Store(y + ldy);
        a11.Store(y + ldy + 16);
        a20.Store(y + (2 * ldy));
        a21.Store(y + (2 * ldy) + 16);
        a30.Store(y + (3 * ldy));
        a31.Store(y + (3 * ldy) + 16);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization), SkipLocalsInit]
    private static void Bytes5125<TParts>(in IntegerTileCall call, int column) where TParts : struct, IParts
    {
        byte* w = call.Codes + (4 * column);
        float* s = call.Scales + column, m = call.Minima + column, y = call.Y + column, d = call.RowScales, sums = call.RowSums;
        int* start = call.RowStarts;
        nint ldx = call.RowStride, ldr = call.PartStride, ldy = call.YStride, lines = call.AheadLines;
        byte* ahead = call.Ahead + (column == 0 ? 0 : column * call.AheadLines * call.Blocks * 64 / 32);
        sbyte* x0 = call.X;
        sbyte* x3 = x0 + (3 * ldx);
        Vector512<float> magic = Vector512.Create(ActivationBlocks.Magic);
        Vector512<short> ones = Vector512.Create((short)1);
        Vector512<float> a00 = Vector512<float>.Zero;
        Vector512<float> a01 = Vector512<float>.Zero;
        Vector512<float> a10 = Vector512<float>.Zero;
        Vector512<float> a11 = Vector512<float>.Zero;
        Vector512<float> a20 = Vector512<float>.Zero;
        Vector512<float> a21 = Vector512<float>.Zero;
        Vector512<float> a30 = Vector512<float>.Zero;
        Vector512<float> a31 = Vector512<float>.Zero;
        Vector512<float> a40 = Vector512<float>.Zero;
        Vector512<float> a41 = Vector512<float>.Zero;
        if (call.Continues)
        {
            a00 = Vector512.Load(y);
            a01 = Vector512.Load(y + 16);
            a10 = Vector512.Load(y + ldy);
            a11 = Vector512.Load(y + ldy + 16);
            a20 = Vector512.Load(y + (2 * ldy));
            a21 = Vector512.Load(y + (2 * ldy) + 16);
            a30 = Vector512.Load(y + (3 * ldy));
            a31 = Vector512.Load(y + (3 * ldy) + 16);
            a40 = Vector512.Load(y + (4 * ldy));
            a41 = Vector512.Load(y + (4 * ldy) + 16);
        }
        for (int b = call.Blocks; b > 0; b--, w += BlockCodes.BlockBytes, d += ldr, start += TParts.Count * ldr, sums += TParts.Count * ldr, s += TParts.Count * BlockPanels.Width, m += TParts.Count * BlockPanels.Width, x0 += Backend.ActivationBlock, x3 += Backend.ActivationBlock)
        {
            for (nint line = lines; line > 0; line--, ahead += 64)
                Sse.Prefetch1(ahead);
            Vector512<short> i00 = Vector512<short>.Zero;
            Vector512<short> i01 = Vector512<short>.Zero;
            Vector512<short> i10 = Vector512<short>.Zero;
            Vector512<short> i11 = Vector512<short>.Zero;
            Vector512<short> i20 = Vector512<short>.Zero;
            Vector512<short> i21 = Vector512<short>.Zero;
            Vector512<short> i30 = Vector512<short>.Zero;
            Vector512<short> i31 = Vector512<short>.Zero;
            Vector512<short> i40 = Vector512<short>.Zero;
            Vector512<short> i41 = Vector512<short>.Zero;
            {
                Vector512<byte> w0 = Vector512.Load(w + 0);
                Vector512<byte> w1 = Vector512.Load(w + 64);
                Vector512<sbyte> x;
                x = Vector512.Create(*(int*)(x0 + 0)).AsSByte();
                i00 = Avx512BW.MultiplyAddAdjacent(w0, x);
                i01 = Avx512BW.MultiplyAddAdjacent(w1, x);
                x = Vector512.Create(*(int*)((x0 + ldx) + 0)).AsSByte();
                i10 = Avx512BW.MultiplyAddAdjacent(w0, x);
                i11 = Avx512BW.MultiplyAddAdjacent(w1, x);
                x = Vector512.Create(*(int*)((x0 + (2 * ldx)) + 0)).AsSByte();
                i20 = Avx512BW.MultiplyAddAdjacent(w0, x);
                i21 = Avx512BW.MultiplyAddAdjacent(w1, x);
                x = Vector512.Create(*(int*)(x3 + 0)).AsSByte();
                i30 = Avx512BW.MultiplyAddAdjacent(w0, x);
                i31 = Avx512BW.MultiplyAddAdjacent(w1, x);
                x = Vector512.Create(*(int*)((x3 + ldx) + 0)).AsSByte();
                i40 = Avx512BW.MultiplyAddAdjacent(w0, x);
                i41 = Avx512BW.MultiplyAddAdjacent(w1, x);
            }
            {
                Vector512<byte> w0 = Vector512.Load(w + 128);
                Vector512<byte> w1 = Vector512.Load(w + 192);
                Vector512<sbyte> x;
                x = Vector512.Create(*(int*)(x0 + 4)).AsSByte();
                i00 += Avx512BW.MultiplyAddAdjacent(w0, x);
                i01 += Avx512BW.MultiplyAddAdjacent(w1, x);
                x = Vector512.Create(*(int*)((x0 + ldx) + 4)).AsSByte();
                i10 += Avx512BW.MultiplyAddAdjacent(w0, x);
                i11 += Avx512BW.MultiplyAddAdjacent(w1, x);
                x = Vector512.Create(*(int*)((x0 + (2 * ldx)) + 4)).AsSByte();
                i20 += Avx512BW.MultiplyAddAdjacent(w0, x);
                i21 += Avx512BW.MultiplyAddAdjacent(w1, x);
                x = Vector512.Create(*(int*)(x3 + 4)).AsSByte();
                i30 += Avx512BW.MultiplyAddAdjacent(w0, x);
                i31 += Avx512BW.MultiplyAddAdjacent(w1, x);
                x = Vector512.Create(*(int*)((x3 + ldx) + 4)).AsSByte();
                i40 += Avx512BW.MultiplyAddAdjacent(w0, x);
                i41 += Avx512BW.MultiplyAddAdjacent(w1, x);
            }
            {
                Vector512<byte> w0 = Vector512.Load(w + 256);
                Vector512<byte> w1 = Vector512.Load(w + 320);
                Vector512<sbyte> x;
                x = Vector512.Create(*(int*)(x0 + 8)).AsSByte();
                i00 += Avx512BW.MultiplyAddAdjacent(w0, x);
                i01 += Avx512BW.MultiplyAddAdjacent(w1, x);
                x = Vector512.Create(*(int*)((x0 + ldx) + 8)).AsSByte();
                i10 += Avx512BW.MultiplyAddAdjacent(w0, x);
                i11 += Avx512BW.MultiplyAddAdjacent(w1, x);
                x = Vector512.Create(*(int*)((x0 + (2 * ldx)) + 8)).AsSByte();
                i20 += Avx512BW.MultiplyAddAdjacent(w0, x);
                i21 += Avx512BW.MultiplyAddAdjacent(w1, x);
                x = Vector512.Create(*(int*)(x3 + 8)).AsSByte();
                i30 += Avx512BW.MultiplyAddAdjacent(w0, x);
                i31 += Avx512BW.MultiplyAddAdjacent(w1, x);
                x = Vector512.Create(*(int*)((x3 + ldx) + 8)).AsSByte();
                i40 += Avx512BW.MultiplyAddAdjacent(w0, x);
                i41 += Avx512BW.MultiplyAddAdjacent(w1, x);
            }
            {
                Vector512<byte> w0 = Vector512.Load(w + 384);
                Vector512<byte> w1 = Vector512.Load(w + 448);
                Vector512<sbyte> x;
                x = Vector512.Create(*(int*)(x0 + 12)).AsSByte();
                i00 += Avx512BW.MultiplyAddAdjacent(w0, x);
                i01 += Avx512BW.MultiplyAddAdjacent(w1, x);
                x = Vector512.Create(*(int*)((x0 + ldx) + 12)).AsSByte();
                i10 += Avx512BW.MultiplyAddAdjacent(w0, x);
                i11 += Avx512BW.MultiplyAddAdjacent(w1, x);
                x = Vector512.Create(*(int*)((x0 + (2 * ldx)) + 12)).AsSByte();
                i20 += Avx512BW.MultiplyAddAdjacent(w0, x);
                i21 += Avx512BW.MultiplyAddAdjacent(w1, x);
                x = Vector512.Create(*(int*)(x3 + 12)).AsSByte();
                i30 += Avx512BW.MultiplyAddAdjacent(w0, x);
                i31 += Avx512BW.MultiplyAddAdjacent(w1, x);
                x = Vector512.Create(*(int*)((x3 + ldx) + 12)).AsSByte();
                i40 += Avx512BW.MultiplyAddAdjacent(w0, x);
                i41 += Avx512BW.MultiplyAddAdjacent(w1, x);
            }
            if (TParts.Count == 1)
            {
                {
                    Vector512<byte> w0 = Vector512.Load(w + 512);
                    Vector512<byte> w1 = Vector512.Load(w + 576);
                    Vector512<sbyte> x;
                    x = Vector512.Create(*(int*)(x0 + 16)).AsSByte();
                    i00 += Avx512BW.MultiplyAddAdjacent(w0, x);
                    i01 += Avx512BW.MultiplyAddAdjacent(w1, x);
                    x = Vector512.Create(*(int*)((x0 + ldx) + 16)).AsSByte();
                    i10 += Avx512BW.MultiplyAddAdjacent(w0, x);
                    i11 += Avx512BW.MultiplyAddAdjacent(w1, x);
                    x = Vector512.Create(*(int*)((x0 + (2 * ldx)) + 16)).AsSByte();
                    i20 += Avx512BW.MultiplyAddAdjacent(w0, x);
                    i21 += Avx512BW.MultiplyAddAdjacent(w1, x);
                    x = Vector512.Create(*(int*)(x3 + 16)).AsSByte();
                    i30 += Avx512BW.MultiplyAddAdjacent(w0, x);
                    i31 += Avx512BW.MultiplyAddAdjacent(w1, x);
                    x = Vector512.Create(*(int*)((x3 + ldx) + 16)).AsSByte();
                    i40 += Avx512BW.MultiplyAddAdjacent(w0, x);
                    i41 += Avx512BW.MultiplyAddAdjacent(w1, x);
                }
                {
                    Vector512<byte> w0 = Vector512.Load(w + 640);
                    Vector512<byte> w1 = Vector512.Load(w + 704);
                    Vector512<sbyte> x;
                    x = Vector512.Create(*(int*)(x0 + 20)).AsSByte();
                    i00 += Avx512BW.MultiplyAddAdjacent(w0, x);
                    i01 += Avx512BW.MultiplyAddAdjacent(w1, x);
                    x = Vector512.Create(*(int*)((x0 + ldx) + 20)).AsSByte();
                    i10 += Avx512BW.MultiplyAddAdjacent(w0, x);
                    i11 += Avx512BW.MultiplyAddAdjacent(w1, x);
                    x = Vector512.Create(*(int*)((x0 + (2 * ldx)) + 20)).AsSByte();
                    i20 += Avx512BW.MultiplyAddAdjacent(w0, x);
                    i21 += Avx512BW.MultiplyAddAdjacent(w1, x);
                    x = Vector512.Create(*(int*)(x3 + 20)).AsSByte();
                    i30 += Avx512BW.MultiplyAddAdjacent(w0, x);
                    i31 += Avx512BW.MultiplyAddAdjacent(w1, x);
                    x = Vector512.Create(*(int*)((x3 + ldx) + 20)).AsSByte();
                    i40 += Avx512BW.MultiplyAddAdjacent(w0, x);
                    i41 += Avx512BW.MultiplyAddAdjacent(w1, x);
                }
                {
                    Vector512<byte> w0 = Vector512.Load(w + 768);
                    Vector512<byte> w1 = Vector512.Load(w + 832);
                    Vector512<sbyte> x;
                    x = Vector512.Create(*(int*)(x0 + 24)).AsSByte();
                    i00 += Avx512BW.MultiplyAddAdjacent(w0, x);
                    i01 += Avx512BW.MultiplyAddAdjacent(w1, x);
                    x = Vector512.Create(*(int*)((x0 + ldx) + 24)).AsSByte();
                    i10 += Avx512BW.MultiplyAddAdjacent(w0, x);
                    i11 += Avx512BW.MultiplyAddAdjacent(w1, x);
                    x = Vector512.Create(*(int*)((x0 + (2 * ldx)) + 24)).AsSByte();
                    i20 += Avx512BW.MultiplyAddAdjacent(w0, x);
                    i21 += Avx512BW.MultiplyAddAdjacent(w1, x);
                    x = Vector512.Create(*(int*)(x3 + 24)).AsSByte();
                    i30 += Avx512BW.MultiplyAddAdjacent(w0, x);
                    i31 += Avx512BW.MultiplyAddAdjacent(w1, x);
                    x = Vector512.Create(*(int*)((x3 + ldx) + 24)).AsSByte();
                    i40 += Avx512BW.MultiplyAddAdjacent(w0, x);
                    i41 += Avx512BW.MultiplyAddAdjacent(w1, x);
                }
                {
                    Vector512<byte> w0 = Vector512.Load(w + 896);
                    Vector512<byte> w1 = Vector512.Load(w + 960);
                    Vector512<sbyte> x;
                    x = Vector512.Create(*(int*)(x0 + 28)).AsSByte();
                    i00 += Avx512BW.MultiplyAddAdjacent(w0, x);
                    i01 += Avx512BW.MultiplyAddAdjacent(w1, x);
                    x = Vector512.Create(*(int*)((x0 + ldx) + 28)).AsSByte();
                    i10 += Avx512BW.MultiplyAddAdjacent(w0, x);
                    i11 += Avx512BW.MultiplyAddAdjacent(w1, x);
                    x = Vector512.Create(*(int*)((x0 + (2 * ldx)) + 28)).AsSByte();
                    i20 += Avx512BW.MultiplyAddAdjacent(w0, x);
                    i21 += Avx512BW.MultiplyAddAdjacent(w1, x);
                    x = Vector512.Create(*(int*)(x3 + 28)).AsSByte();
                    i30 += Avx512BW.MultiplyAddAdjacent(w0, x);
                    i31 += Avx512BW.MultiplyAddAdjacent(w1, x);
                    x = Vector512.Create(*(int*)((x3 + ldx) + 28)).AsSByte();
                    i40 += Avx512BW.MultiplyAddAdjacent(w0, x);
                    i41 += Avx512BW.MultiplyAddAdjacent(w1, x);
                }
            }
            {
                Vector512<float> s0 = Vector512.Load(s + 0), m0 = TParts.HasMinima ? Vector512.Load(m + 0) : default;
                Vector512<float> s1 = Vector512.Load(s + 16), m1 = TParts.HasMinima ? Vector512.Load(m + 16) : default;
                Vector512<float> e;
                Vector512<int> t;
                e = Vector512.Create(d[0]);
                t = Vector512.Create(start[0]);
                a00 = Vector512.FusedMultiplyAdd(s0 * e, (Avx512BW.MultiplyAddAdjacent(i00, ones) + t).AsSingle() - magic, a00);
                a01 = Vector512.FusedMultiplyAdd(s1 * e, (Avx512BW.MultiplyAddAdjacent(i01, ones) + t).AsSingle() - magic, a01);
                if (TParts.HasMinima)
                {
                    e = Vector512.Create(sums[0]);
                    a00 = Vector512.FusedMultiplyAdd(m0, e, a00);
                    a01 = Vector512.FusedMultiplyAdd(m1, e, a01);
                }
                e = Vector512.Create(d[1]);
                t = Vector512.Create(start[1]);
                a10 = Vector512.FusedMultiplyAdd(s0 * e, (Avx512BW.MultiplyAddAdjacent(i10, ones) + t).AsSingle() - magic, a10);
                a11 = Vector512.FusedMultiplyAdd(s1 * e, (Avx512BW.MultiplyAddAdjacent(i11, ones) + t).AsSingle() - magic, a11);
                if (TParts.HasMinima)
                {
                    e = Vector512.Create(sums[1]);
                    a10 = Vector512.FusedMultiplyAdd(m0, e, a10);
                    a11 = Vector512.FusedMultiplyAdd(m1, e, a11);
                }
                e = Vector512.Create(d[2]);
                t = Vector512.Create(start[2]);
                a20 = Vector512.FusedMultiplyAdd(s0 * e, (Avx512BW.MultiplyAddAdjacent(i20, ones) + t).AsSingle() - magic, a20);
                a21 = Vector512.FusedMultiplyAdd(s1 * e, (Avx512BW.MultiplyAddAdjacent(i21, ones) + t).AsSingle() - magic, a21);
                if (TParts.HasMinima)
                {
                    e = Vector512.Create(sums[2]);
                    a20 = Vector512.FusedMultiplyAdd(m0, e, a20);
                    a21 = Vector512.FusedMultiplyAdd(m1, e, a21);
                }
                e = Vector512.Create(d[3]);
                t = Vector512.Create(start[3]);
                a30 = Vector512.FusedMultiplyAdd(s0 * e, (Avx512BW.MultiplyAddAdjacent(i30, ones) + t).AsSingle() - magic, a30);
                a31 = Vector512.FusedMultiplyAdd(s1 * e, (Avx512BW.MultiplyAddAdjacent(i31, ones) + t).AsSingle() - magic, a31);
                if (TParts.HasMinima)
                {
                    e = Vector512.Create(sums[3]);
                    a30 = Vector512.FusedMultiplyAdd(m0, e, a30);
                    a31 = Vector512.FusedMultiplyAdd(m1, e, a31);
                }
                e = Vector512.Create(d[4]);
                t = Vector512.Create(start[4]);
                a40 = Vector512.FusedMultiplyAdd(s0 * e, (Avx512BW.MultiplyAddAdjacent(i40, ones) + t).AsSingle() - magic, a40);
                a41 = Vector512.FusedMultiplyAdd(s1 * e, (Avx512BW.MultiplyAddAdjacent(i41, ones) + t).AsSingle() - magic, a41);
                if (TParts.HasMinima)
                {
                    e = Vector512.Create(sums[4]);
                    a40 = Vector512.FusedMultiplyAdd(m0, e, a40);
                    a41 = Vector512.FusedMultiplyAdd(m1, e, a41);
                }
            }
            if (TParts.Count == 2)
            {
                i00 = Vector512<short>.Zero;
                i01 = Vector512<short>.Zero;
                i10 = Vector512<short>.Zero;
                i11 = Vector512<short>.Zero;
                i20 = Vector512<short>.Zero;
                i21 = Vector512<short>.Zero;
                i30 = Vector512<short>.Zero;
                i31 = Vector512<short>.Zero;
                i40 = Vector512<short>.Zero;
                i41 = Vector512<short>.Zero;
                {
                    Vector512<byte> w0 = Vector512.Load(w + 512);
                    Vector512<byte> w1 = Vector512.Load(w + 576);
                    Vector512<sbyte> x;
                    x = Vector512.Create(*(int*)(x0 + 16)).AsSByte();
                    i00 = Avx512BW.MultiplyAddAdjacent(w0, x);
                    i01 = Avx512BW.MultiplyAddAdjacent(w1, x);
                    x = Vector512.Create(*(int*)((x0 + ldx) + 16)).AsSByte();
                    i10 = Avx512BW.MultiplyAddAdjacent(w0, x);
                    i11 = Avx512BW.MultiplyAddAdjacent(w1, x);
                    x = Vector512.Create(*(int*)((x0 + (2 * ldx)) + 16)).AsSByte();
                    i20 = Avx512BW.MultiplyAddAdjacent(w0, x);
                    i21 = Avx512BW.MultiplyAddAdjacent(w1, x);
                    x = Vector512.Create(*(int*)(x3 + 16)).AsSByte();
                    i30 = Avx512BW.MultiplyAddAdjacent(w0, x);
                    i31 = Avx512BW.MultiplyAddAdjacent(w1, x);
                    x = Vector512.Create(*(int*)((x3 + ldx) + 16)).AsSByte();
                    i40 = Avx512BW.MultiplyAddAdjacent(w0, x);
                    i41 = Avx512BW.MultiplyAddAdjacent(w1, x);
                }
                {
                    Vector512<byte> w0 = Vector512.Load(w + 640);
                    Vector512<byte> w1 = Vector512.Load(w + 704);
                    Vector512<sbyte> x;
                    x = Vector512.Create(*(int*)(x0 + 20)).AsSByte();
                    i00 += Avx512BW.MultiplyAddAdjacent(w0, x);
                    i01 += Avx512BW.MultiplyAddAdjacent(w1, x);
                    x = Vector512.Create(*(int*)((x0 + ldx) + 20)).AsSByte();
                    i10 += Avx512BW.MultiplyAddAdjacent(w0, x);
                    i11 += Avx512BW.MultiplyAddAdjacent(w1, x);
                    x = Vector512.Create(*(int*)((x0 + (2 * ldx)) + 20)).AsSByte();
                    i20 += Avx512BW.MultiplyAddAdjacent(w0, x);
                    i21 += Avx512BW.MultiplyAddAdjacent(w1, x);
                    x = Vector512.Create(*(int*)(x3 + 20)).AsSByte();
                    i30 += Avx512BW.MultiplyAddAdjacent(w0, x);
                    i31 += Avx512BW.MultiplyAddAdjacent(w1, x);
                    x = Vector512.Create(*(int*)((x3 + ldx) + 20)).AsSByte();
                    i40 += Avx512BW.MultiplyAddAdjacent(w0, x);
                    i41 += Avx512BW.MultiplyAddAdjacent(w1, x);
                }
                {
                    Vector512<byte> w0 = Vector512.Load(w + 768);
                    Vector512<byte> w1 = Vector512.Load(w + 832);
                    Vector512<sbyte> x;
                    x = Vector512.Create(*(int*)(x0 + 24)).AsSByte();
                    i00 += Avx512BW.MultiplyAddAdjacent(w0, x);
                    i01 += Avx512BW.MultiplyAddAdjacent(w1, x);
                    x = Vector512.Create(*(int*)((x0 + ldx) + 24)).AsSByte();
                    i10 += Avx512BW.MultiplyAddAdjacent(w0, x);
                    i11 += Avx512BW.MultiplyAddAdjacent(w1, x);
                    x = Vector512.Create(*(int*)((x0 + (2 * ldx)) + 24)).AsSByte();
                    i20 += Avx512BW.MultiplyAddAdjacent(w0, x);
                    i21 += Avx512BW.MultiplyAddAdjacent(w1, x);
                    x = Vector512.Create(*(int*)(x3 + 24)).AsSByte();
                    i30 += Avx512BW.MultiplyAddAdjacent(w0, x);
                    i31 += Avx512BW.MultiplyAddAdjacent(w1, x);
                    x = Vector512.Create(*(int*)((x3 + ldx) + 24)).AsSByte();
                    i40 += Avx512BW.MultiplyAddAdjacent(w0, x);
                    i41 += Avx512BW.MultiplyAddAdjacent(w1, x);
                }
                {
                    Vector512<byte> w0 = Vector512.Load(w + 896);
                    Vector512<byte> w1 = Vector512.Load(w + 960);
                    Vector512<sbyte> x;
                    x = Vector512.Create(*(int*)(x0 + 28)).AsSByte();
                    i00 += Avx512BW.MultiplyAddAdjacent(w0, x);
                    i01 += Avx512BW.MultiplyAddAdjacent(w1, x);
                    x = Vector512.Create(*(int*)((x0 + ldx) + 28)).AsSByte();
                    i10 += Avx512BW.MultiplyAddAdjacent(w0, x);
                    i11 += Avx512BW.MultiplyAddAdjacent(w1, x);
                    x = Vector512.Create(*(int*)((x0 + (2 * ldx)) + 28)).AsSByte();
                    i20 += Avx512BW.MultiplyAddAdjacent(w0, x);
                    i21 += Avx512BW.MultiplyAddAdjacent(w1, x);
                    x = Vector512.Create(*(int*)(x3 + 28)).AsSByte();
                    i30 += Avx512BW.MultiplyAddAdjacent(w0, x);
                    i31 += Avx512BW.MultiplyAddAdjacent(w1, x);
                    x = Vector512.Create(*(int*)((x3 + ldx) + 28)).AsSByte();
                    i40 += Avx512BW.MultiplyAddAdjacent(w0, x);
                    i41 += Avx512BW.MultiplyAddAdjacent(w1, x);
                }
                {
                    Vector512<float> s0 = Vector512.Load((s + BlockPanels.Width) + 0), m0 = TParts.HasMinima ? Vector512.Load((m + BlockPanels.Width) + 0) : default;
                    Vector512<float> s1 = Vector512.Load((s + BlockPanels.Width) + 16), m1 = TParts.HasMinima ? Vector512.Load((m + BlockPanels.Width) + 16) : default;
                    Vector512<float> e;
                    Vector512<int> t;
                    e = Vector512.Create(d[0]);
                    t = Vector512.Create((start + ldr)[0]);
                    a00 = Vector512.FusedMultiplyAdd(s0 * e, (Avx512BW.MultiplyAddAdjacent(i00, ones) + t).AsSingle() - magic, a00);
                    a01 = Vector512.FusedMultiplyAdd(s1 * e, (Avx512BW.MultiplyAddAdjacent(i01, ones) + t).AsSingle() - magic, a01);
                    if (TParts.HasMinima)
                    {
                        e = Vector512.Create((sums + ldr)[0]);
                        a00 = Vector512.FusedMultiplyAdd(m0, e, a00);
                        a01 = Vector512.FusedMultiplyAdd(m1, e, a01);
                    }
                    e = Vector512.Create(d[1]);
                    t = Vector512.Create((start + ldr)[1]);
                    a10 = Vector512.FusedMultiplyAdd(s0 * e, (Avx512BW.MultiplyAddAdjacent(i10, ones) + t).AsSingle() - magic, a10);
                    a11 = Vector512.FusedMultiplyAdd(s1 * e, (Avx512BW.MultiplyAddAdjacent(i11, ones) + t).AsSingle() - magic, a11);
                    if (TParts.HasMinima)
                    {
                        e = Vector512.Create((sums + ldr)[1]);
                        a10 = Vector512.FusedMultiplyAdd(m0, e, a10);
                        a11 = Vector512.FusedMultiplyAdd(m1, e, a11);
                    }
                    e = Vector512.Create(d[2]);
                    t = Vector512.Create((start + ldr)[2]);
                    a20 = Vector512.FusedMultiplyAdd(s0 * e, (Avx512BW.MultiplyAddAdjacent(i20, ones) + t).AsSingle() - magic, a20);
                    a21 = Vector512.FusedMultiplyAdd(s1 * e, (Avx512BW.MultiplyAddAdjacent(i21, ones) + t).AsSingle() - magic, a21);
                    if (TParts.HasMinima)
                    {
                        e = Vector512.Create((sums + ldr)[2]);
                        a20 = Vector512.FusedMultiplyAdd(m0, e, a20);
                        a21 = Vector512.FusedMultiplyAdd(m1, e, a21);
                    }
                    e = Vector512.Create(d[3]);
                    t = Vector512.Create((start + ldr)[3]);
                    a30 = Vector512.FusedMultiplyAdd(s0 * e, (Avx512BW.MultiplyAddAdjacent(i30, ones) + t).AsSingle() - magic, a30);
                    a31 = Vector512.FusedMultiplyAdd(s1 * e, (Avx512BW.MultiplyAddAdjacent(i31, ones) + t).AsSingle() - magic, a31);
                    if (TParts.HasMinima)
                    {
                        e = Vector512.Create((sums + ldr)[3]);
                        a30 = Vector512.FusedMultiplyAdd(m0, e, a30);
                        a31 = Vector512.FusedMultiplyAdd(m1, e, a31);
                    }
                    e = Vector512.Create(d[4]);
                    t = Vector512.Create((start + ldr)[4]);
                    a40 = Vector512.FusedMultiplyAdd(s0 * e, (Avx512BW.MultiplyAddAdjacent(i40, ones) + t).AsSingle() - magic, a40);
                    a41 = Vector512.FusedMultiplyAdd(s1 * e, (Avx512BW.MultiplyAddAdjacent(i41, ones) + t).AsSingle() - magic, a41);
                    if (TParts.HasMinima)
                    {
                        e = Vector512.Create((sums + ldr)[4]);
                        a40 = Vector512.FusedMultiplyAdd(m0, e, a40);
                        a41 = Vector512.FusedMultiplyAdd(m1, e, a41);
                    }
                }
            }
        }
        a00.Store(y);
        a01.Store(y + 16);
        a10.Store(y + ldy);
        a11.Store(y + ldy + 16);
        a20.Store(y + (2 * ldy));
        a21.Store(y + (2 * ldy) + 16);
        a30.Store(y + (3 * ldy));
        a31.Store(y + (3 * ldy) + 16);
        a40.Store(y + (4 * ldy));
        a41.Store(y + (4 * ldy) + 16);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization), SkipLocalsInit]
    private static void Bytes5126<TParts>(in IntegerTileCall call, int column) where TParts : struct, IParts
    {
        byte* w = call.Codes + (4 * column);
        float* s = call.Scales + column, m = call.Minima + column, y = call.Y + column, d = call.RowScales, sums = call.RowSums;
        int* start = call.RowStarts;
        nint ldx = call.RowStride, ldr = call.PartStride, ldy = call.YStride, lines = call.AheadLines;
        byte* ahead = call.Ahead + (column == 0 ? 0 : column * call.AheadLines * call.Blocks * 64 / 32);
        sbyte* x0 = call.X;
        sbyte* x3 = x0 + (3 * ldx);
        Vector512<float> magic = Vector512.Create(ActivationBlocks.Magic);
        Vector512<short> ones = Vector512.Create((short)1);
        Vector512<float> a00 = Vector512<float>.Zero;
        Vector512<float> a01 = Vector512<float>.Zero;
        Vector512<float> a10 = Vector512<float>.Zero;
        Vector512<float> a11 = Vector512<float>.Zero;
        Vector512<float> a20 = Vector512<float>.Zero;
        Vector512<float> a21 = Vector512<float>.Zero;
        Vector512<float> a30 = Vector512<float>.Zero;
        Vector512<float> a31 = Vector512<float>.Zero;
        Vector512<float> a40 = Vector512<float>.Zero;
        Vector512<float> a41 = Vector512<float>.Zero;
        Vector512<float> a50 = Vector512<float>.Zero;
        Vector512<float> a51 = Vector512<float>.Zero;
        if (call.Continues)
        {
            a00 = Vector512.Load(y);
            a01 = Vector512.Load(y + 16);
            a10 = Vector512.Load(y + ldy);
            a11 = Vector512.Load(y + ldy + 16);
            a20 = Vector512.Load(y + (2 * ldy));
            a21 = Vector512.Load(y + (2 * ldy) + 16);
            a30 = Vector512.Load(y + (3 * ldy));
            a31 = Vector512.Load(y + (3 * ldy) + 16);
            a40 = Vector512.Load(y + (4 * ldy));
            a41 = Vector512.Load(y + (4 * ldy) + 16);
            a50 = Vector512.Load(y + (5 * ldy));
            a51 = Vector512.Load(y + (5 * ldy) + 16);
        }
        for (int b = call.Blocks; b > 0; b--, w += BlockCodes.BlockBytes, d += ldr, start += TParts.Count * ldr, sums += TParts.Count * ldr, s += TParts.Count * BlockPanels.Width, m += TParts.Count * BlockPanels.Width, x0 += Backend.ActivationBlock, x3 += Backend.ActivationBlock)
        {
            for (nint line = lines; line > 0; line--, ahead += 64)
                Sse.Prefetch1(ahead);
            Vector512<short> i00 = Vector512<short>.Zero;
            Vector512<short> i01 = Vector512<short>.Zero;
            Vector512<short> i10 = Vector512<short>.Zero;
            Vector512<short> i11 = Vector512<short>.Zero;
            Vector512<short> i20 = Vector512<short>.Zero;
            Vector512<short> i21 = Vector512<short>.Zero;
            Vector512<short> i30 = Vector512<short>.Zero;
            Vector512<short> i31 = Vector512<short>.Zero;
            Vector512<short> i40 = Vector512<short>.Zero;
            Vector512<short> i41 = Vector512<short>.Zero;
            Vector512<short> i50 = Vector512<short>.Zero;
            Vector512<short> i51 = Vector512<short>.Zero;
            {
                Vector512<byte> w0 = Vector512.Load(w + 0);
                Vector512<byte> w1 = Vector512.Load(w + 64);
                Vector512<sbyte> x;
                x = Vector512.Create(*(int*)(x0 + 0)).AsSByte();
                i00 = Avx512BW.MultiplyAddAdjacent(w0, x);
                i01 = Avx512BW.MultiplyAddAdjacent(w1, x);
                x = Vector512.Create(*(int*)((x0 + ldx) + 0)).AsSByte();
                i10 = Avx512BW.MultiplyAddAdjacent(w0, x);
                i11 = Avx512BW.MultiplyAddAdjacent(w1, x);
                x = Vector512.Create(*(int*)((x0 + (2 * ldx)) + 0)).AsSByte();
                i20 = Avx512BW.MultiplyAddAdjacent(w0, x);
                i21 = Avx512BW.MultiplyAddAdjacent(w1, x);
                x = Vector512.Create(*(int*)(x3 + 0)).AsSByte();
                i30 = Avx512BW.MultiplyAddAdjacent(w0, x);
                i31 = Avx512BW.MultiplyAddAdjacent(w1, x);
                x = Vector512.Create(*(int*)((x3 + ldx) + 0)).AsSByte();
                i40 = Avx512BW.MultiplyAddAdjacent(w0, x);
                i41 = Avx512BW.MultiplyAddAdjacent(w1, x);
                x = Vector512.Create(*(int*)((x3 + (2 * ldx)) + 0)).AsSByte();
                i50 = Avx512BW.MultiplyAddAdjacent(w0, x);
                i51 = Avx512BW.MultiplyAddAdjacent(w1, x);
            }
            {
                Vector512<byte> w0 = Vector512.Load(w + 128);
                Vector512<byte> w1 = Vector512.Load(w + 192);
                Vector512<sbyte> x;
                x = Vector512.Create(*(int*)(x0 + 4)).AsSByte();
                i00 += Avx512BW.MultiplyAddAdjacent(w0, x);
                i01 += Avx512BW.MultiplyAddAdjacent(w1, x);
                x = Vector512.Create(*(int*)((x0 + ldx) + 4)).AsSByte();
                i10 += Avx512BW.MultiplyAddAdjacent(w0, x);
                i11 += Avx512BW.MultiplyAddAdjacent(w1, x);
                x = Vector512.Create(*(int*)((x0 + (2 * ldx)) + 4)).AsSByte();
                i20 += Avx512BW.MultiplyAddAdjacent(w0, x);
                i21 += Avx512BW.MultiplyAddAdjacent(w1, x);
                x = Vector512.Create(*(int*)(x3 + 4)).AsSByte();
                i30 += Avx512BW.MultiplyAddAdjacent(w0, x);
                i31 += Avx512BW.MultiplyAddAdjacent(w1, x);
                x = Vector512.Create(*(int*)((x3 + ldx) + 4)).AsSByte();
                i40 += Avx512BW.MultiplyAddAdjacent(w0, x);
                i41 += Avx512BW.MultiplyAddAdjacent(w1, x);
                x = Vector512.Create(*(int*)((x3 + (2 * ldx)) + 4)).AsSByte();
                i50 += Avx512BW.MultiplyAddAdjacent(w0, x);
                i51 += Avx512BW.MultiplyAddAdjacent(w1, x);
            }
            {
                Vector512<byte> w0 = Vector512.Load(w + 256);
                Vector512<byte> w1 = Vector512.Load(w + 320);
                Vector512<sbyte> x;
                x = Vector512.Create(*(int*)(x0 + 8)).AsSByte();
                i00 += Avx512BW.MultiplyAddAdjacent(w0, x);
                i01 += Avx512BW.MultiplyAddAdjacent(w1, x);
                x = Vector512.Create(*(int*)((x0 + ldx) + 8)).AsSByte();
                i10 += Avx512BW.MultiplyAddAdjacent(w0, x);
                i11 += Avx512BW.MultiplyAddAdjacent(w1, x);
                x = Vector512.Create(*(int*)((x0 + (2 * ldx)) + 8)).AsSByte();
                i20 += Avx512BW.MultiplyAddAdjacent(w0, x);
                i21 += Avx512BW.MultiplyAddAdjacent(w1, x);
                x = Vector512.Create(*(int*)(x3 + 8)).AsSByte();
                i30 += Avx512BW.MultiplyAddAdjacent(w0, x);
                i31 += Avx512BW.MultiplyAddAdjacent(w1, x);
                x = Vector512.Create(*(int*)((x3 + ldx) + 8)).AsSByte();
                i40 += Avx512BW.MultiplyAddAdjacent(w0, x);
                i41 += Avx512BW.MultiplyAddAdjacent(w1, x);
                x = Vector512.Create(*(int*)((x3 + (2 * ldx)) + 8)).AsSByte();
                i50 += Avx512BW.MultiplyAddAdjacent(w0, x);
                i51 += Avx512BW.MultiplyAddAdjacent(w1, x);
            }
            {
                Vector512<byte> w0 = Vector512.Load(w + 384);
                Vector512<byte> w1 = Vector512.Load(w + 448);
                Vector512<sbyte> x;
                x = Vector512.Create(*(int*)(x0 + 12)).AsSByte();
                i00 += Avx512BW.MultiplyAddAdjacent(w0, x);
                i01 += Avx512BW.MultiplyAddAdjacent(w1, x);
                x = Vector512.Create(*(int*)((x0 + ldx) + 12)).AsSByte();
                i10 += Avx512BW.MultiplyAddAdjacent(w0, x);
                i11 += Avx512BW.MultiplyAddAdjacent(w1, x);
                x = Vector512.Create(*(int*)((x0 + (2 * ldx)) + 12)).AsSByte();
                i20 += Avx512BW.MultiplyAddAdjacent(w0, x);
                i21 += Avx512BW.MultiplyAddAdjacent(w1, x);
                x = Vector512.Create(*(int*)(x3 + 12)).AsSByte();
                i30 += Avx512BW.MultiplyAddAdjacent(w0, x);
                i31 += Avx512BW.MultiplyAddAdjacent(w1, x);
                x = Vector512.Create(*(int*)((x3 + ldx) + 12)).AsSByte();
                i40 += Avx512BW.MultiplyAddAdjacent(w0, x);
                i41 += Avx512BW.MultiplyAddAdjacent(w1, x);
                x = Vector512.Create(*(int*)((x3 + (2 * ldx)) + 12)).AsSByte();
                i50 += Avx512BW.MultiplyAddAdjacent(w0, x);
                i51 += Avx512BW.MultiplyAddAdjacent(w1, x);
            }
            if (TParts.Count == 1)
            {
                {
                    Vector512<byte> w0 = Vector512.Load(w + 512);
                    Vector512<byte> w1 = Vector512.Load(w + 576);
                    Vector512<sbyte> x;
                    x = Vector512.Create(*(int*)(x0 + 16)).AsSByte();
                    i00 += Avx512BW.MultiplyAddAdjacent(w0, x);
                    i01 += Avx512BW.MultiplyAddAdjacent(w1, x);
                    x = Vector512.Create(*(int*)((x0 + ldx) + 16)).AsSByte();
                    i10 += Avx512BW.MultiplyAddAdjacent(w0, x);
                    i11 += Avx512BW.MultiplyAddAdjacent(w1, x);
                    x = Vector512.Create(*(int*)((x0 + (2 * ldx)) + 16)).AsSByte();
                    i20 += Avx512BW.MultiplyAddAdjacent(w0, x);
                    i21 += Avx512BW.MultiplyAddAdjacent(w1, x);
                    x = Vector512.Create(*(int*)(x3 + 16)).AsSByte();
                    i30 += Avx512BW.MultiplyAddAdjacent(w0, x);
                    i31 += Avx512BW.MultiplyAddAdjacent(w1, x);
                    x = Vector512.Create(*(int*)((x3 + ldx) + 16)).AsSByte();
                    i40 += Avx512BW.MultiplyAddAdjacent(w0, x);
                    i41 += Avx512BW.MultiplyAddAdjacent(w1, x);
                    x = Vector512.Create(*(int*)((x3 + (2 * ldx)) + 16)).AsSByte();
                    i50 += Avx512BW.MultiplyAddAdjacent(w0, x);
                    i51 += Avx512BW.MultiplyAddAdjacent(w1, x);
                }
                {
                    Vector512<byte> w0 = Vector512.Load(w + 640);
                    Vector512<byte> w1 = Vector512.Load(w + 704);
                    Vector512<sbyte> x;
                    x = Vector512.Create(*(int*)(x0 + 20)).AsSByte();
                    i00 += Avx512BW.MultiplyAddAdjacent(w0, x);
                    i01 += Avx512BW.MultiplyAddAdjacent(w1, x);
                    x = Vector512.Create(*(int*)((x0 + ldx) + 20)).AsSByte();
                    i10 += Avx512BW.MultiplyAddAdjacent(w0, x);
                    i11 += Avx512BW.MultiplyAddAdjacent(w1, x);
                    x = Vector512.Create(*(int*)((x0 + (2 * ldx)) + 20)).AsSByte();
                    i20 += Avx512BW.MultiplyAddAdjacent(w0, x);
                    i21 += Avx512BW.MultiplyAddAdjacent(w1, x);
                    x = Vector512.Create(*(int*)(x3 + 20)).AsSByte();
                    i30 += Avx512BW.MultiplyAddAdjacent(w0, x);
                    i31 += Avx512BW.MultiplyAddAdjacent(w1, x);
                    x = Vector512.Create(*(int*)((x3 + ldx) + 20)).AsSByte();
                    i40 += Avx512BW.MultiplyAddAdjacent(w0, x);
                    i41 += Avx512BW.MultiplyAddAdjacent(w1, x);
                    x = Vector512.Create(*(int*)((x3 + (2 * ldx)) + 20)).AsSByte();
                    i50 += Avx512BW.MultiplyAddAdjacent(w0, x);
                    i51 += Avx512BW.MultiplyAddAdjacent(w1, x);
                }
                {
                    Vector512<byte> w0 = Vector512.Load(w + 768);
                    Vector512<byte> w1 = Vector512.Load(w + 832);
                    Vector512<sbyte> x;
                    x = Vector512.Create(*(int*)(x0 + 24)).AsSByte();
                    i00 += Avx512BW.MultiplyAddAdjacent(w0, x);
                    i01 += Avx512BW.MultiplyAddAdjacent(w1, x);
                    x = Vector512.Create(*(int*)((x0 + ldx) + 24)).AsSByte();
                    i10 += Avx512BW.MultiplyAddAdjacent(w0, x);
                    i11 += Avx512BW.MultiplyAddAdjacent(w1, x);
                    x = Vector512.Create(*(int*)((x0 + (2 * ldx)) + 24)).AsSByte();
                    i20 += Avx512BW.MultiplyAddAdjacent(w0, x);
                    i21 += Avx512BW.MultiplyAddAdjacent(w1, x);
                    x = Vector512.Create(*(int*)(x3 + 24)).AsSByte();
                    i30 += Avx512BW.MultiplyAddAdjacent(w0, x);
                    i31 += Avx512BW.MultiplyAddAdjacent(w1, x);
                    x = Vector512.Create(*(int*)((x3 + ldx) + 24)).AsSByte();
                    i40 += Avx512BW.MultiplyAddAdjacent(w0, x);
                    i41 += Avx512BW.MultiplyAddAdjacent(w1, x);
                    x = Vector512.Create(*(int*)((x3 + (2 * ldx)) + 24)).AsSByte();
                    i50 += Avx512BW.MultiplyAddAdjacent(w0, x);
                    i51 += Avx512BW.MultiplyAddAdjacent(w1, x);
                }
                {
                    Vector512<byte> w0 = Vector512.Load(w + 896);
                    Vector512<byte> w1 = Vector512.Load(w + 960);
                    Vector512<sbyte> x;
                    x = Vector512.Create(*(int*)(x0 + 28)).AsSByte();
                    i00 += Avx512BW.MultiplyAddAdjacent(w0, x);
                    i01 += Avx512BW.MultiplyAddAdjacent(w1, x);
                    x = Vector512.Create(*(int*)((x0 + ldx) + 28)).AsSByte();
                    i10 += Avx512BW.MultiplyAddAdjacent(w0, x);
                    i11 += Avx512BW.MultiplyAddAdjacent(w1, x);
                    x = Vector512.Create(*(int*)((x0 + (2 * ldx)) + 28)).AsSByte();
                    i20 += Avx512BW.MultiplyAddAdjacent(w0, x);
                    i21 += Avx512BW.MultiplyAddAdjacent(w1, x);
                    x = Vector512.Create(*(int*)(x3 + 28)).AsSByte();
                    i30 += Avx512BW.MultiplyAddAdjacent(w0, x);
                    i31 += Avx512BW.MultiplyAddAdjacent(w1, x);
                    x = Vector512.Create(*(int*)((x3 + ldx) + 28)).AsSByte();
                    i40 += Avx512BW.MultiplyAddAdjacent(w0, x);
                    i41 += Avx512BW.MultiplyAddAdjacent(w1, x);
                    x = Vector512.Create(*(int*)((x3 + (2 * ldx)) + 28)).AsSByte();
                    i50 += Avx512BW.MultiplyAddAdjacent(w0, x);
                    i51 += Avx512BW.MultiplyAddAdjacent(w1, x);
                }
            }
            {
                Vector512<float> s0 = Vector512.Load(s + 0), m0 = TParts.HasMinima ? Vector512.Load(m + 0) : default;
                Vector512<float> s1 = Vector512.Load(s + 16), m1 = TParts.HasMinima ? Vector512.Load(m + 16) : default;
                Vector512<float> e;
                Vector512<int> t;
                e = Vector512.Create(d[0]);
                t = Vector512.Create(start[0]);
                a00 = Vector512.FusedMultiplyAdd(s0 * e, (Avx512BW.MultiplyAddAdjacent(i00, ones) + t).AsSingle() - magic, a00);
                a01 = Vector512.FusedMultiplyAdd(s1 * e, (Avx512BW.MultiplyAddAdjacent(i01, ones) + t).AsSingle() - magic, a01);
                if (TParts.HasMinima)
                {
                    e = Vector512.Create(sums[0]);
                    a00 = Vector512.FusedMultiplyAdd(m0, e, a00);
                    a01 = Vector512.FusedMultiplyAdd(m1, e, a01);
                }
                e = Vector512.Create(d[1]);
                t = Vector512.Create(start[1]);
                a10 = Vector512.FusedMultiplyAdd(s0 * e, (Avx512BW.MultiplyAddAdjacent(i10, ones) + t).AsSingle() - magic, a10);
                a11 = Vector512.FusedMultiplyAdd(s1 * e, (Avx512BW.MultiplyAddAdjacent(i11, ones) + t).AsSingle() - magic, a11);
                if (TParts.HasMinima)
                {
                    e = Vector512.Create(sums[1]);
                    a10 = Vector512.FusedMultiplyAdd(m0, e, a10);
                    a11 = Vector512.FusedMultiplyAdd(m1, e, a11);
                }
                e = Vector512.Create(d[2]);
                t = Vector512.Create(start[2]);
                a20 = Vector512.FusedMultiplyAdd(s0 * e, (Avx512BW.MultiplyAddAdjacent(i20, ones) + t).AsSingle() - magic, a20);
                a21 = Vector512.FusedMultiplyAdd(s1 * e, (Avx512BW.MultiplyAddAdjacent(i21, ones) + t).AsSingle() - magic, a21);
                if (TParts.HasMinima)
                {
                    e = Vector512.Create(sums[2]);
                    a20 = Vector512.FusedMultiplyAdd(m0, e, a20);
                    a21 = Vector512.FusedMultiplyAdd(m1, e, a21);
                }
                e = Vector512.Create(d[3]);
                t = Vector512.Create(start[3]);
                a30 = Vector512.FusedMultiplyAdd(s0 * e, (Avx512BW.MultiplyAddAdjacent(i30, ones) + t).AsSingle() - magic, a30);
                a31 = Vector512.FusedMultiplyAdd(s1 * e, (Avx512BW.MultiplyAddAdjacent(i31, ones) + t).AsSingle() - magic, a31);
                if (TParts.HasMinima)
                {
                    e = Vector512.Create(sums[3]);
                    a30 = Vector512.FusedMultiplyAdd(m0, e, a30);
                    a31 = Vector512.FusedMultiplyAdd(m1, e, a31);
                }
                e = Vector512.Create(d[4]);
                t = Vector512.Create(start[4]);
                a40 = Vector512.FusedMultiplyAdd(s0 * e, (Avx512BW.MultiplyAddAdjacent(i40, ones) + t).AsSingle() - magic, a40);
                a41 = Vector512.FusedMultiplyAdd(s1 * e, (Avx512BW.MultiplyAddAdjacent(i41, ones) + t).AsSingle() - magic, a41);
                if (TParts.HasMinima)
                {
                    e = Vector512.Create(sums[4]);
                    a40 = Vector512.FusedMultiplyAdd(m0, e, a40);
                    a41 = Vector512.FusedMultiplyAdd(m1, e, a41);
                }
                e = Vector512.Create(d[5]);
                t = Vector512.Create(start[5]);
                a50 = Vector512.FusedMultiplyAdd(s0 * e, (Avx512BW.MultiplyAddAdjacent(i50, ones) + t).AsSingle() - magic, a50);
                a51 = Vector512.FusedMultiplyAdd(s1 * e, (Avx512BW.MultiplyAddAdjacent(i51, ones) + t).AsSingle() - magic, a51);
                if (TParts.HasMinima)
                {
                    e = Vector512.Create(sums[5]);
                    a50 = Vector512.FusedMultiplyAdd(m0, e, a50);
                    a51 = Vector512.FusedMultiplyAdd(m1, e, a51);
                }
            }
            if (TParts.Count == 2)
            {
                i00 = Vector512<short>.Zero;
                i01 = Vector512<short>.Zero;
                i10 = Vector512<short>.Zero;
                i11 = Vector512<short>.Zero;
                i20 = Vector512<short>.Zero;
                i21 = Vector512<short>.Zero;
                i30 = Vector512<short>.Zero;
                i31 = Vector512<short>.Zero;
                i40 = Vector512<short>.Zero;
                i41 = Vector512<short>.Zero;
                i50 = Vector512<short>.Zero;
                i51 = Vector512<short>.Zero;
                {
                    Vector512<byte> w0 = Vector512.Load(w + 512);
                    Vector512<byte> w1 = Vector512.Load(w + 576);
                    Vector512<sbyte> x;
                    x = Vector512.Create(*(int*)(x0 + 16)).AsSByte();
                    i00 = Avx512BW.MultiplyAddAdjacent(w0, x);
                    i01 = Avx512BW.MultiplyAddAdjacent(w1, x);
                    x = Vector512.Create(*(int*)((x0 + ldx) + 16)).AsSByte();
                    i10 = Avx512BW.MultiplyAddAdjacent(w0, x);
                    i11 = Avx512BW.MultiplyAddAdjacent(w1, x);
                    x = Vector512.Create(*(int*)((x0 + (2 * ldx)) + 16)).AsSByte();
                    i20 = Avx512BW.MultiplyAddAdjacent(w0, x);
                    i21 = Avx512BW.MultiplyAddAdjacent(w1, x);
                    x = Vector512.Create(*(int*)(x3 + 16)).AsSByte();
                    i30 = Avx512BW.MultiplyAddAdjacent(w0, x);
                    i31 = Avx512BW.MultiplyAddAdjacent(w1, x);
                    x = Vector512.Create(*(int*)((x3 + ldx) + 16)).AsSByte();
                    i40 = Avx512BW.MultiplyAddAdjacent(w0, x);
                    i41 = Avx512BW.MultiplyAddAdjacent(w1, x);
                    x = Vector512.Create(*(int*)((x3 + (2 * ldx)) + 16)).AsSByte();
                    i50 = Avx512BW.MultiplyAddAdjacent(w0, x);
                    i51 = Avx512BW.MultiplyAddAdjacent(w1, x);
                }
                {
                    Vector512<byte> w0 = Vector512.Load(w + 640);
                    Vector512<byte> w1 = Vector512.Load(w + 704);
                    Vector512<sbyte> x;
                    x = Vector512.Create(*(int*)(x0 + 20)).AsSByte();
                    i00 += Avx512BW.MultiplyAddAdjacent(w0, x);
                    i01 += Avx512BW.MultiplyAddAdjacent(w1, x);
                    x = Vector512.Create(*(int*)((x0 + ldx) + 20)).AsSByte();
                    i10 += Avx512BW.MultiplyAddAdjacent(w0, x);
                    i11 += Avx512BW.MultiplyAddAdjacent(w1, x);
                    x = Vector512.Create(*(int*)((x0 + (2 * ldx)) + 20)).AsSByte();
                    i20 += Avx512BW.MultiplyAddAdjacent(w0, x);
                    i21 += Avx512BW.MultiplyAddAdjacent(w1, x);
                    x = Vector512.Create(*(int*)(x3 + 20)).AsSByte();
                    i30 += Avx512BW.MultiplyAddAdjacent(w0, x);
                    i31 += Avx512BW.MultiplyAddAdjacent(w1, x);
                    x = Vector512.Create(*(int*)((x3 + ldx) + 20)).AsSByte();
                    i40 += Avx512BW.MultiplyAddAdjacent(w0, x);
                    i41 += Avx512BW.MultiplyAddAdjacent(w1, x);
                    x = Vector512.Create(*(int*)((x3 + (2 * ldx)) + 20)).AsSByte();
                    i50 += Avx512BW.MultiplyAddAdjacent(w0, x);
                    i51 += Avx512BW.MultiplyAddAdjacent(w1, x);
                }
                {
                    Vector512<byte> w0 = Vector512.Load(w + 768);
                    Vector512<byte> w1 = Vector512.Load(w + 832);
                    Vector512<sbyte> x;
                    x = Vector512.Create(*(int*)(x0 + 24)).AsSByte();
                    i00 += Avx512BW.MultiplyAddAdjacent(w0, x);
                    i01 += Avx512BW.MultiplyAddAdjacent(w1, x);
                    x = Vector512.Create(*(int*)((x0 + ldx) + 24)).AsSByte();
                    i10 += Avx512BW.MultiplyAddAdjacent(w0, x);
                    i11 += Avx512BW.MultiplyAddAdjacent(w1, x);
                    x = Vector512.Create(*(int*)((x0 + (2 * ldx)) + 24)).AsSByte();
                    i20 += Avx512BW.MultiplyAddAdjacent(w0, x);
                    i21 += Avx512BW.MultiplyAddAdjacent(w1, x);
                    x = Vector512.Create(*(int*)(x3 + 24)).AsSByte();
                    i30 += Avx512BW.MultiplyAddAdjacent(w0, x);
                    i31 += Avx512BW.MultiplyAddAdjacent(w1, x);
                    x = Vector512.Create(*(int*)((x3 + ldx) + 24)).AsSByte();
                    i40 += Avx512BW.MultiplyAddAdjacent(w0, x);
                    i41 += Avx512BW.MultiplyAddAdjacent(w1, x);
                    x = Vector512.Create(*(int*)((x3 + (2 * ldx)) + 24)).AsSByte();
                    i50 += Avx512BW.MultiplyAddAdjacent(w0, x);
                    i51 += Avx512BW.MultiplyAddAdjacent(w1, x);
                }
                {
                    Vector512<byte> w0 = Vector512.Load(w + 896);
                    Vector512<byte> w1 = Vector512.Load(w + 960);
                    Vector512<sbyte> x;
                    x = Vector512.Create(*(int*)(x0 + 28)).AsSByte();
                    i00 += Avx512BW.MultiplyAddAdjacent(w0, x);
                    i01 += Avx512BW.MultiplyAddAdjacent(w1, x);
                    x = Vector512.Create(*(int*)((x0 + ldx) + 28)).AsSByte();
                    i10 += Avx512BW.MultiplyAddAdjacent(w0, x);
                    i11 += Avx512BW.MultiplyAddAdjacent(w1, x);
                    x = Vector512.Create(*(int*)((x0 + (2 * ldx)) + 28)).AsSByte();
                    i20 += Avx512BW.MultiplyAddAdjacent(w0, x);
                    i21 += Avx512BW.MultiplyAddAdjacent(w1, x);
                    x = Vector512.Create(*(int*)(x3 + 28)).AsSByte();
                    i30 += Avx512BW.MultiplyAddAdjacent(w0, x);
                    i31 += Avx512BW.MultiplyAddAdjacent(w1, x);
                    x = Vector512.Create(*(int*)((x3 + ldx) + 28)).AsSByte();
                    i40 += Avx512BW.MultiplyAddAdjacent(w0, x);
                    i41 += Avx512BW.MultiplyAddAdjacent(w1, x);
                    x = Vector512.Create(*(int*)((x3 + (2 * ldx)) + 28)).AsSByte();
                    i50 += Avx512BW.MultiplyAddAdjacent(w0, x);
                    i51 += Avx512BW.MultiplyAddAdjacent(w1, x);
                }
                {
                    Vector512<float> s0 = Vector512.Load((s + BlockPanels.Width) + 0), m0 = TParts.HasMinima ? Vector512.Load((m + BlockPanels.Width) + 0) : default;
                    Vector512<float> s1 = Vector512.Load((s + BlockPanels.Width) + 16), m1 = TParts.HasMinima ? Vector512.Load((m + BlockPanels.Width) + 16) : default;
                    Vector512<float> e;
                    Vector512<int> t;
                    e = Vector512.Create(d[0]);
                    t = Vector512.Create((start + ldr)[0]);
                    a00 = Vector512.FusedMultiplyAdd(s0 * e, (Avx512BW.MultiplyAddAdjacent(i00, ones) + t).AsSingle() - magic, a00);
                    a01 = Vector512.FusedMultiplyAdd(s1 * e, (Avx512BW.MultiplyAddAdjacent(i01, ones) + t).AsSingle() - magic, a01);
                    if (TParts.HasMinima)
                    {
                        e = Vector512.Create((sums + ldr)[0]);
                        a00 = Vector512.FusedMultiplyAdd(m0, e, a00);
                        a01 = Vector512.FusedMultiplyAdd(m1, e, a01);
                    }
                    e = Vector512.Create(d[1]);
                    t = Vector512.Create((start + ldr)[1]);
                    a10 = Vector512.FusedMultiplyAdd(s0 * e, (Avx512BW.MultiplyAddAdjacent(i10, ones) + t).AsSingle() - magic, a10);
                    a11 = Vector512.FusedMultiplyAdd(s1 * e, (Avx512BW.MultiplyAddAdjacent(i11, ones) + t).AsSingle() - magic, a11);
                    if (TParts.HasMinima)
                    {
                        e = Vector512.Create((sums + ldr)[1]);
                        a10 = Vector512.FusedMultiplyAdd(m0, e, a10);
                        a11 = Vector512.FusedMultiplyAdd(m1, e, a11);
                    }
                    e = Vector512.Create(d[2]);
                    t = Vector512.Create((start + ldr)[2]);
                    a20 = Vector512.FusedMultiplyAdd(s0 * e, (Avx512BW.MultiplyAddAdjacent(i20, ones) + t).AsSingle() - magic, a20);
                    a21 = Vector512.FusedMultiplyAdd(s1 * e, (Avx512BW.MultiplyAddAdjacent(i21, ones) + t).AsSingle() - magic, a21);
                    if (TParts.HasMinima)
                    {
                        e = Vector512.Create((sums + ldr)[2]);
                        a20 = Vector512.FusedMultiplyAdd(m0, e, a20);
                        a21 = Vector512.FusedMultiplyAdd(m1, e, a21);
                    }
                    e = Vector512.Create(d[3]);
                    t = Vector512.Create((start + ldr)[3]);
                    a30 = Vector512.FusedMultiplyAdd(s0 * e, (Avx512BW.MultiplyAddAdjacent(i30, ones) + t).AsSingle() - magic, a30);
                    a31 = Vector512.FusedMultiplyAdd(s1 * e, (Avx512BW.MultiplyAddAdjacent(i31, ones) + t).AsSingle() - magic, a31);
                    if (TParts.HasMinima)
                    {
                        e = Vector512.Create((sums + ldr)[3]);
                        a30 = Vector512.FusedMultiplyAdd(m0, e, a30);
                        a31 = Vector512.FusedMultiplyAdd(m1, e, a31);
                    }
                    e = Vector512.Create(d[4]);
                    t = Vector512.Create((start + ldr)[4]);
                    a40 = Vector512.FusedMultiplyAdd(s0 * e, (Avx512BW.MultiplyAddAdjacent(i40, ones) + t).AsSingle() - magic, a40);
                    a41 = Vector512.FusedMultiplyAdd(s1 * e, (Avx512BW.MultiplyAddAdjacent(i41, ones) + t).AsSingle() - magic, a41);
                    if (TParts.HasMinima)
                    {
                        e = Vector512.Create((sums + ldr)[4]);
                        a40 = Vector512.FusedMultiplyAdd(m0, e, a40);
                        a41 = Vector512.FusedMultiplyAdd(m1, e, a41);
                    }
                    e = Vector512.Create(d[5]);
                    t = Vector512.Create((start + ldr)[5]);
                    a50 = Vector512.FusedMultiplyAdd(s0 * e, (Avx512BW.MultiplyAddAdjacent(i50, ones) + t).AsSingle() - magic, a50);
                    a51 = Vector512.FusedMultiplyAdd(s1 * e, (Avx512BW.MultiplyAddAdjacent(i51, ones) + t).AsSingle() - magic, a51);
                    if (TParts.HasMinima)
                    {
                        e = Vector512.Create((sums + ldr)[5]);
                        a50 = Vector512.FusedMultiplyAdd(m0, e, a50);
                        a51 = Vector512.FusedMultiplyAdd(m1, e, a51);
                    }
                }
            }
        }
        a00.Store(y);
        a01.Store(y + 16);
        a10.Store(y + ldy);
        a11.Store(y + ldy + 16);
        a20.Store(y + (2 * ldy));
        a21.Store(y + (2 * ldy) + 16);
        a30.Store(y + (3 * ldy));
        a31.Store(y + (3 * ldy) + 16);
        a40.Store(y + (4 * ldy));
        a41.Store(y + (4 * ldy) + 16);
        a50.Store(y + (5 * ldy));
        a51.Store(y + (5 * ldy) + 16);
    }
}
