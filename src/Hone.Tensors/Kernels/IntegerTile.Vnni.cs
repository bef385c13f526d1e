// Written by tools/GenerateIntegerTiles.cs; change that and run it again.
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Hone.Tensors;

/// <summary>Integer tiles of 256-bit vectors. Codes of any size. vpdpbusd has 16 registers: 12 accumulators, 2 vectors of codes and 1 of x; sums of floats are in the other 16.</summary>
internal static unsafe partial class IntegerTile
{
    private const int VnniMaxRows = 6;
    private const int VnniColumns = 16;

    private static void Vnni<TParts>(int rows, in IntegerTileCall call, int column) where TParts : struct, IParts
    {
        switch (rows)
        {
            case 1: Vnni1<TParts>(call, column); break;
            case 2: Vnni2<TParts>(call, column); break;
            case 3: Vnni3<TParts>(call, column); break;
            case 4: Vnni4<TParts>(call, column); break;
            case 5: Vnni5<TParts>(call, column); break;
            default: Vnni6<TParts>(call, column); break;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization), SkipLocalsInit]
    private static void Vnni1<TParts>(in IntegerTileCall call, int column) where TParts : struct, IParts
    {
        byte* w = call.Codes + (4 * column);
        float* s = call.Scales + column, m = call.Minima + column, y = call.Y + column, d = call.RowScales, sums = call.RowSums;
        int* start = call.RowStarts;
        nint ldx = call.RowStride, ldr = call.PartStride, ldy = call.YStride, lines = call.AheadLines;
        byte* ahead = call.Ahead + (column == 0 ? 0 : column * call.AheadLines * call.Blocks * 64 / 16);
        sbyte* x0 = call.X;
        Vector256<float> magic = Vector256.Create(ActivationBlocks.Magic);
        Vector256<float> a00 = Vector256<float>.Zero;
        Vector256<float> a01 = Vector256<float>.Zero;
        if (call.Continues)
        {
            a00 = Vector256.Load(y);
            a01 = Vector256.Load(y + 8);
        }
        for (int b = call.Blocks; b > 0; b--, w += BlockCodes.BlockBytes, d += ldr, start += TParts.Count * ldr, sums += TParts.Count * ldr, s += TParts.Count * BlockPanels.Width, m += TParts.Count * BlockPanels.Width, x0 += Backend.ActivationBlock)
        {
            for (nint line = lines; line > 0; line--, ahead += 64)
                Sse.Prefetch1(ahead);
            Vector256<int> i00 = Vector256.Create(start[0]);
            Vector256<int> i01 = i00;
            {
                Vector256<byte> w0 = Vector256.Load(w + 0);
                Vector256<byte> w1 = Vector256.Load(w + 32);
                Vector256<sbyte> x;
                x = Vector256.Create(*(int*)(x0 + 0)).AsSByte();
                i00 = AvxVnni.MultiplyWideningAndAdd(i00, w0, x);
                i01 = AvxVnni.MultiplyWideningAndAdd(i01, w1, x);
            }
            {
                Vector256<byte> w0 = Vector256.Load(w + 128);
                Vector256<byte> w1 = Vector256.Load(w + 160);
                Vector256<sbyte> x;
                x = Vector256.Create(*(int*)(x0 + 4)).AsSByte();
                i00 = AvxVnni.MultiplyWideningAndAdd(i00, w0, x);
                i01 = AvxVnni.MultiplyWideningAndAdd(i01, w1, x);
            }
            {
                Vector256<byte> w0 = Vector256.Load(w + 256);
                Vector256<byte> w1 = Vector256.Load(w + 288);
                Vector256<sbyte> x;
                x = Vector256.Create(*(int*)(x0 + 8)).AsSByte();
                i00 = AvxVnni.MultiplyWideningAndAdd(i00, w0, x);
                i01 = AvxVnni.MultiplyWideningAndAdd(i01, w1, x);
            }
            {
                Vector256<byte> w0 = Vector256.Load(w + 384);
                Vector256<byte> w1 = Vector256.Load(w + 416);
                Vector256<sbyte> x;
                x = Vector256.Create(*(int*)(x0 + 12)).AsSByte();
                i00 = AvxVnni.MultiplyWideningAndAdd(i00, w0, x);
                i01 = AvxVnni.MultiplyWideningAndAdd(i01, w1, x);
            }
            if (TParts.Count == 1)
            {
                {
                    Vector256<byte> w0 = Vector256.Load(w + 512);
                    Vector256<byte> w1 = Vector256.Load(w + 544);
                    Vector256<sbyte> x;
                    x = Vector256.Create(*(int*)(x0 + 16)).AsSByte();
                    i00 = AvxVnni.MultiplyWideningAndAdd(i00, w0, x);
                    i01 = AvxVnni.MultiplyWideningAndAdd(i01, w1, x);
                }
                {
                    Vector256<byte> w0 = Vector256.Load(w + 640);
                    Vector256<byte> w1 = Vector256.Load(w + 672);
                    Vector256<sbyte> x;
                    x = Vector256.Create(*(int*)(x0 + 20)).AsSByte();
                    i00 = AvxVnni.MultiplyWideningAndAdd(i00, w0, x);
                    i01 = AvxVnni.MultiplyWideningAndAdd(i01, w1, x);
                }
                {
                    Vector256<byte> w0 = Vector256.Load(w + 768);
                    Vector256<byte> w1 = Vector256.Load(w + 800);
                    Vector256<sbyte> x;
                    x = Vector256.Create(*(int*)(x0 + 24)).AsSByte();
                    i00 = AvxVnni.MultiplyWideningAndAdd(i00, w0, x);
                    i01 = AvxVnni.MultiplyWideningAndAdd(i01, w1, x);
                }
                {
                    Vector256<byte> w0 = Vector256.Load(w + 896);
                    Vector256<byte> w1 = Vector256.Load(w + 928);
                    Vector256<sbyte> x;
                    x = Vector256.Create(*(int*)(x0 + 28)).AsSByte();
                    i00 = AvxVnni.MultiplyWideningAndAdd(i00, w0, x);
                    i01 = AvxVnni.MultiplyWideningAndAdd(i01, w1, x);
                }
            }
            {
                Vector256<float> s0 = Vector256.Load(s + 0), m0 = TParts.HasMinima ? Vector256.Load(m + 0) : default;
                Vector256<float> s1 = Vector256.Load(s + 8), m1 = TParts.HasMinima ? Vector256.Load(m + 8) : default;
                Vector256<float> e;
                e = Vector256.Create(d[0]);
                a00 = Vector256.FusedMultiplyAdd(s0 * e, i00.AsSingle() - magic, a00);
                a01 = Vector256.FusedMultiplyAdd(s1 * e, i01.AsSingle() - magic, a01);
                if (TParts.HasMinima)
                {
                    e = Vector256.Create(sums[0]);
                    a00 = Vector256.FusedMultiplyAdd(m0, e, a00);
                    a01 = Vector256.FusedMultiplyAdd(m1, e, a01);
                }
            }
            if (TParts.Count == 2)
            {
                i00 = Vector256.Create((start + ldr)[0]);
                i01 = i00;
                {
                    Vector256<byte> w0 = Vector256.Load(w + 512);
                    Vector256<byte> w1 = Vector256.Load(w + 544);
                    Vector256<sbyte> x;
                    x = Vector256.Create(*(int*)(x0 + 16)).AsSByte();
                    i00 = AvxVnni.MultiplyWideningAndAdd(i00, w0, x);
                    i01 = AvxVnni.MultiplyWideningAndAdd(i01, w1, x);
                }
                {
                    Vector256<byte> w0 = Vector256.Load(w + 640);
                    Vector256<byte> w1 = Vector256.Load(w + 672);
                    Vector256<sbyte> x;
                    x = Vector256.Create(*(int*)(x0 + 20)).AsSByte();
                    i00 = AvxVnni.MultiplyWideningAndAdd(i00, w0, x);
                    i01 = AvxVnni.MultiplyWideningAndAdd(i01, w1, x);
                }
                {
                    Vector256<byte> w0 = Vector256.Load(w + 768);
                    Vector256<byte> w1 = Vector256.Load(w + 800);
                    Vector256<sbyte> x;
                    x = Vector256.Create(*(int*)(x0 + 24)).AsSByte();
                    i00 = AvxVnni.MultiplyWideningAndAdd(i00, w0, x);
                    i01 = AvxVnni.MultiplyWideningAndAdd(i01, w1, x);
                }
                {
                    Vector256<byte> w0 = Vector256.Load(w + 896);
                    Vector256<byte> w1 = Vector256.Load(w + 928);
                    Vector256<sbyte> x;
                    x = Vector256.Create(*(int*)(x0 + 28)).AsSByte();
                    i00 = AvxVnni.MultiplyWideningAndAdd(i00, w0, x);
                    i01 = AvxVnni.MultiplyWideningAndAdd(i01, w1, x);
                }
                {
                    Vector256<float> s0 = Vector256.Load((s + BlockPanels.Width) + 0), m0 = TParts.HasMinima ? Vector256.Load((m + BlockPanels.Width) + 0) : default;
                    Vector256<float> s1 = Vector256.Load((s + BlockPanels.Width) + 8), m1 = TParts.HasMinima ? Vector256.Load((m + BlockPanels.Width) + 8) : default;
                    Vector256<float> e;
                    e = Vector256.Create(d[0]);
                    a00 = Vector256.FusedMultiplyAdd(s0 * e, i00.AsSingle() - magic, a00);
                    a01 = Vector256.FusedMultiplyAdd(s1 * e, i01.AsSingle() - magic, a01);
                    if (TParts.HasMinima)
                    {
                        e = Vector256.Create((sums + ldr)[0]);
                        a00 = Vector256.FusedMultiplyAdd(m0, e, a00);
                        a01 = Vector256.FusedMultiplyAdd(m1, e, a01);
                    }
                }
            }
        }
        a00.Store(y);
        a01.Store(y + 8);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization), SkipLocalsInit]
    private static void Vnni2<TParts>(in IntegerTileCall call, int column) where TParts : struct, IParts
    {
        byte* w = call.Codes + (4 * column);
        float* s = call.Scales + column, m = call.Minima + column, y = call.Y + column, d = call.RowScales, sums = call.RowSums;
        int* start = call.RowStarts;
        nint ldx = call.RowStride, ldr = call.PartStride, ldy = call.YStride, lines = call.AheadLines;
        byte* ahead = call.Ahead + (column == 0 ? 0 : column * call.AheadLines * call.Blocks * 64 / 16);
        sbyte* x0 = call.X;
        Vector256<float> magic = Vector256.Create(ActivationBlocks.Magic);
        Vector256<float> a00 = Vector256<float>.Zero;
        Vector256<float> a01 = Vector256<float>.Zero;
        Vector256<float> a10 = Vector256<float>.Zero;
        Vector256<float> a11 = Vector256<float>.Zero;
        if (call.Continues)
        {
            a00 = Vector256.Load(y);
            a01 = Vector256.Load(y + 8);
            a10 = Vector256.Load(y + ldy);
            a11 = Vector256.Load(y + ldy + 8);
        }
        for (int b = call.Blocks; b > 0; b--, w += BlockCodes.BlockBytes, d += ldr, start += TParts.Count * ldr, sums += TParts.Count * ldr, s += TParts.Count * BlockPanels.Width, m += TParts.Count * BlockPanels.Width, x0 += Backend.ActivationBlock)
        {
            for (nint line = lines; line > 0; line--, ahead += 64)
                Sse.Prefetch1(ahead);
            Vector256<int> i00 = Vector256.Create(start[0]);
            Vector256<int> i01 = i00;
            Vector256<int> i10 = Vector256.Create(start[1]);
            Vector256<int> i11 = i10;
            {
                Vector256<byte> w0 = Vector256.Load(w + 0);
                Vector256<byte> w1 = Vector256.Load(w + 32);
                Vector256<sbyte> x;
                x = Vector256.Create(*(int*)(x0 + 0)).AsSByte();
                i00 = AvxVnni.MultiplyWideningAndAdd(i00, w0, x);
                i01 = AvxVnni.MultiplyWideningAndAdd(i01, w1, x);
                x = Vector256.Create(*(int*)((x0 + ldx) + 0)).AsSByte();
                i10 = AvxVnni.MultiplyWideningAndAdd(i10, w0, x);
                i11 = AvxVnni.MultiplyWideningAndAdd(i11, w1, x);
            }
            {
                Vector256<byte> w0 = Vector256.Load(w + 128);
                Vector256<byte> w1 = Vector256.Load(w + 160);
                Vector256<sbyte> x;
                x = Vector256.Create(*(int*)(x0 + 4)).AsSByte();
                i00 = AvxVnni.MultiplyWideningAndAdd(i00, w0, x);
                i01 = AvxVnni.MultiplyWideningAndAdd(i01, w1, x);
                x = Vector256.Create(*(int*)((x0 + ldx) + 4)).AsSByte();
                i10 = AvxVnni.MultiplyWideningAndAdd(i10, w0, x);
                i11 = AvxVnni.MultiplyWideningAndAdd(i11, w1, x);
            }
            {
                Vector256<byte> w0 = Vector256.Load(w + 256);
                Vector256<byte> w1 = Vector256.Load(w + 288);
                Vector256<sbyte> x;
                x = Vector256.Create(*(int*)(x0 + 8)).AsSByte();
                i00 = AvxVnni.MultiplyWideningAndAdd(i00, w0, x);
                i01 = AvxVnni.MultiplyWideningAndAdd(i01, w1, x);
                x = Vector256.Create(*(int*)((x0 + ldx) + 8)).AsSByte();
                i10 = AvxVnni.MultiplyWideningAndAdd(i10, w0, x);
                i11 = AvxVnni.MultiplyWideningAndAdd(i11, w1, x);
            }
            {
                Vector256<byte> w0 = Vector256.Load(w + 384);
                Vector256<byte> w1 = Vector256.Load(w + 416);
                Vector256<sbyte> x;
                x = Vector256.Create(*(int*)(x0 + 12)).AsSByte();
                i00 = AvxVnni.MultiplyWideningAndAdd(i00, w0, x);
                i01 = AvxVnni.MultiplyWideningAndAdd(i01, w1, x);
                x = Vector256.Create(*(int*)((x0 + ldx) + 12)).AsSByte();
                i10 = AvxVnni.MultiplyWideningAndAdd(i10, w0, x);
                i11 = AvxVnni.MultiplyWideningAndAdd(i11, w1, x);
            }
            if (TParts.Count == 1)
            {
                {
                    Vector256<byte> w0 = Vector256.Load(w + 512);
                    Vector256<byte> w1 = Vector256.Load(w + 544);
                    Vector256<sbyte> x;
                    x = Vector256.Create(*(int*)(x0 + 16)).AsSByte();
                    i00 = AvxVnni.MultiplyWideningAndAdd(i00, w0, x);
                    i01 = AvxVnni.MultiplyWideningAndAdd(i01, w1, x);
                    x = Vector256.Create(*(int*)((x0 + ldx) + 16)).AsSByte();
                    i10 = AvxVnni.MultiplyWideningAndAdd(i10, w0, x);
                    i11 = AvxVnni.MultiplyWideningAndAdd(i11, w1, x);
                }
                {
                    Vector256<byte> w0 = Vector256.Load(w + 640);
                    Vector256<byte> w1 = Vector256.Load(w + 672);
                    Vector256<sbyte> x;
                    x = Vector256.Create(*(int*)(x0 + 20)).AsSByte();
                    i00 = AvxVnni.MultiplyWideningAndAdd(i00, w0, x);
                    i01 = AvxVnni.MultiplyWideningAndAdd(i01, w1, x);
                    x = Vector256.Create(*(int*)((x0 + ldx) + 20)).AsSByte();
                    i10 = AvxVnni.MultiplyWideningAndAdd(i10, w0, x);
                    i11 = AvxVnni.MultiplyWideningAndAdd(i11, w1, x);
                }
                {
                    Vector256<byte> w0 = Vector256.Load(w + 768);
                    Vector256<byte> w1 = Vector256.Load(w + 800);
                    Vector256<sbyte> x;
                    x = Vector256.Create(*(int*)(x0 + 24)).AsSByte();
                    i00 = AvxVnni.MultiplyWideningAndAdd(i00, w0, x);
                    i01 = AvxVnni.MultiplyWideningAndAdd(i01, w1, x);
                    x = Vector256.Create(*(int*)((x0 + ldx) + 24)).AsSByte();
                    i10 = AvxVnni.MultiplyWideningAndAdd(i10, w0, x);
                    i11 = AvxVnni.MultiplyWideningAndAdd(i11, w1, x);
                }
                {
                    Vector256<byte> w0 = Vector256.Load(w + 896);
                    Vector256<byte> w1 = Vector256.Load(w + 928);
                    Vector256<sbyte> x;
                    x = Vector256.Create(*(int*)(x0 + 28)).AsSByte();
                    i00 = AvxVnni.MultiplyWideningAndAdd(i00, w0, x);
                    i01 = AvxVnni.MultiplyWideningAndAdd(i01, w1, x);
                    x = Vector256.Create(*(int*)((x0 + ldx) + 28)).AsSByte();
                    i10 = AvxVnni.MultiplyWideningAndAdd(i10, w0, x);
                    i11 = AvxVnni.MultiplyWideningAndAdd(i11, w1, x);
                }
            }
            {
                Vector256<float> s0 = Vector256.Load(s + 0), m0 = TParts.HasMinima ? Vector256.Load(m + 0) : default;
                Vector256<float> s1 = Vector256.Load(s + 8), m1 = TParts.HasMinima ? Vector256.Load(m + 8) : default;
                Vector256<float> e;
                e = Vector256.Create(d[0]);
                a00 = Vector256.FusedMultiplyAdd(s0 * e, i00.AsSingle() - magic, a00);
                a01 = Vector256.FusedMultiplyAdd(s1 * e, i01.AsSingle() - magic, a01);
                if (TParts.HasMinima)
                {
                    e = Vector256.Create(sums[0]);
                    a00 = Vector256.FusedMultiplyAdd(m0, e, a00);
                    a01 = Vector256.FusedMultiplyAdd(m1, e, a01);
                }
                e = Vector256.Create(d[1]);
                a10 = Vector256.FusedMultiplyAdd(s0 * e, i10.AsSingle() - magic, a10);
                a11 = Vector256.FusedMultiplyAdd(s1 * e, i11.AsSingle() - magic, a11);
                if (TParts.HasMinima)
                {
                    e = Vector256.Create(sums[1]);
                    a10 = Vector256.FusedMultiplyAdd(m0, e, a10);
                    a11 = Vector256.FusedMultiplyAdd(m1, e, a11);
                }
            }
            if (TParts.Count == 2)
            {
                i00 = Vector256.Create((start + ldr)[0]);
                i01 = i00;
                i10 = Vector256.Create((start + ldr)[1]);
                i11 = i10;
                {
                    Vector256<byte> w0 = Vector256.Load(w + 512);
                    Vector256<byte> w1 = Vector256.Load(w + 544);
                    Vector256<sbyte> x;
                    x = Vector256.Create(*(int*)(x0 + 16)).AsSByte();
                    i00 = AvxVnni.MultiplyWideningAndAdd(i00, w0, x);
                    i01 = AvxVnni.MultiplyWideningAndAdd(i01, w1, x);
                    x = Vector256.Create(*(int*)((x0 + ldx) + 16)).AsSByte();
                    i10 = AvxVnni.MultiplyWideningAndAdd(i10, w0, x);
                    i11 = AvxVnni.MultiplyWideningAndAdd(i11, w1, x);
                }
                {
                    Vector256<byte> w0 = Vector256.Load(w + 640);
                    Vector256<byte> w1 = Vector256.Load(w + 672);
                    Vector256<sbyte> x;
                    x = Vector256.Create(*(int*)(x0 + 20)).AsSByte();
                    i00 = AvxVnni.MultiplyWideningAndAdd(i00, w0, x);
                    i01 = AvxVnni.MultiplyWideningAndAdd(i01, w1, x);
                    x = Vector256.Create(*(int*)((x0 + ldx) + 20)).AsSByte();
                    i10 = AvxVnni.MultiplyWideningAndAdd(i10, w0, x);
                    i11 = AvxVnni.MultiplyWideningAndAdd(i11, w1, x);
                }
                {
                    Vector256<byte> w0 = Vector256.Load(w + 768);
                    Vector256<byte> w1 = Vector256.Load(w + 800);
                    Vector256<sbyte> x;
                    x = Vector256.Create(*(int*)(x0 + 24)).AsSByte();
                    i00 = AvxVnni.MultiplyWideningAndAdd(i00, w0, x);
                    i01 = AvxVnni.MultiplyWideningAndAdd(i01, w1, x);
                    x = Vector256.Create(*(int*)((x0 + ldx) + 24)).AsSByte();
                    i10 = AvxVnni.MultiplyWideningAndAdd(i10, w0, x);
                    i11 = AvxVnni.MultiplyWideningAndAdd(i11, w1, x);
                }
                {
                    Vector256<byte> w0 = Vector256.Load(w + 896);
                    Vector256<byte> w1 = Vector256.Load(w + 928);
                    Vector256<sbyte> x;
                    x = Vector256.Create(*(int*)(x0 + 28)).AsSByte();
                    i00 = AvxVnni.MultiplyWideningAndAdd(i00, w0, x);
                    i01 = AvxVnni.MultiplyWideningAndAdd(i01, w1, x);
                    x = Vector256.Create(*(int*)((x0 + ldx) + 28)).AsSByte();
                    i10 = AvxVnni.MultiplyWideningAndAdd(i10, w0, x);
                    i11 = AvxVnni.MultiplyWideningAndAdd(i11, w1, x);
                }
                {
                    Vector256<float> s0 = Vector256.Load((s + BlockPanels.Width) + 0), m0 = TParts.HasMinima ? Vector256.Load((m + BlockPanels.Width) + 0) : default;
                    Vector256<float> s1 = Vector256.Load((s + BlockPanels.Width) + 8), m1 = TParts.HasMinima ? Vector256.Load((m + BlockPanels.Width) + 8) : default;
                    Vector256<float> e;
                    e = Vector256.Create(d[0]);
                    a00 = Vector256.FusedMultiplyAdd(s0 * e, i00.AsSingle() - magic, a00);
                    a01 = Vector256.FusedMultiplyAdd(s1 * e, i01.AsSingle() - magic, a01);
                    if (TParts.HasMinima)
                    {
                        e = Vector256.Create((sums + ldr)[0]);
                        a00 = Vector256.FusedMultiplyAdd(m0, e, a00);
                        a01 = Vector256.FusedMultiplyAdd(m1, e, a01);
                    }
                    e = Vector256.Create(d[1]);
                    a10 = Vector256.FusedMultiplyAdd(s0 * e, i10.AsSingle() - magic, a10);
                    a11 = Vector256.FusedMultiplyAdd(s1 * e, i11.AsSingle() - magic, a11);
                    if (TParts.HasMinima)
                    {
                        e = Vector256.Create((sums + ldr)[1]);
                        a10 = Vector256.FusedMultiplyAdd(m0, e, a10);
                        a11 = Vector256.FusedMultiplyAdd(m1, e, a11);
                    }
                }
            }
        }
        a00.Store(y);
        a01.Store(y + 8);
        a10.Store(y + ldy);
        a11.Store(y + ldy + 8);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization), SkipLocalsInit]
    private static void Vnni3<TParts>(in IntegerTileCall call, int column) where TParts : struct, IParts
    {
        byte* w = call.Codes + (4 * column);
        float* s = call.Scales + column, m = call.Minima + column, y = call.Y + column, d = call.RowScales, sums = call.RowSums;
        int* start = call.RowStarts;
        nint ldx = call.RowStride, ldr = call.PartStride, ldy = call.YStride, lines = call.AheadLines;
        byte* ahead = call.Ahead + (column == 0 ? 0 : column * call.AheadLines * call.Blocks * 64 / 16);
        sbyte* x0 = call.X;
        Vector256<float> magic = Vector256.Create(ActivationBlocks.Magic);
        Vector256<float> a00 = Vector256<float>.Zero;
        Vector256<float> a01 = Vector256<float>.Zero;
        Vector256<float> a10 = Vector256<float>.Zero;
        Vector256<float> a11 = Vector256<float>.Zero;
        Vector256<float> a20 = Vector256<float>.Zero;
        Vector256<float> a21 = Vector256<float>.Zero;
        if (call.Continues)
        {
            a00 = Vector256.Load(y);
            a01 = Vector256.Load(y + 8);
            a10 = Vector256.Load(y + ldy);
            a11 = Vector256.Load(y + ldy + 8);
            a20 = Vector256.Load(y + (2 * ldy));
            a21 = Vector256.Load(y + (2 * ldy) + 8);
        }
        for (int b = call.Blocks; b > 0; b--, w += BlockCodes.BlockBytes, d += ldr, start += TParts.Count * ldr, sums += TParts.Count * ldr, s += TParts.Count * BlockPanels.Width, m += TParts.Count * BlockPanels.Width, x0 += Backend.ActivationBlock)
        {
            for (nint line = lines; line > 0; line--, ahead += 64)
                Sse.Prefetch1(ahead);
            Vector256<int> i00 = Vector256.Create(start[0]);
            Vector256<int> i01 = i00;
            Vector256<int> i10 = Vector256.Create(start[1]);
            Vector256<int> i11 = i10;
            Vector256<int> i20 = Vector256.Create(start[2]);
            Vector256<int> i21 = i20;
            {
                Vector256<byte> w0 = Vector256.Load(w + 0);
                Vector256<byte> w1 = Vector256.Load(w + 32);
                Vector256<sbyte> x;
                x = Vector256.Create(*(int*)(x0 + 0)).AsSByte();
                i00 = AvxVnni.MultiplyWideningAndAdd(i00, w0, x);
                i01 = AvxVnni.MultiplyWideningAndAdd(i01, w1, x);
                x = Vector256.Create(*(int*)((x0 + ldx) + 0)).AsSByte();
                i10 = AvxVnni.MultiplyWideningAndAdd(i10, w0, x);
                i11 = AvxVnni.MultiplyWideningAndAdd(i11, w1, x);
                x = Vector256.Create(*(int*)((x0 + (2 * ldx)) + 0)).AsSByte();
                i20 = AvxVnni.MultiplyWideningAndAdd(i20, w0, x);
                i21 = AvxVnni.MultiplyWideningAndAdd(i21, w1, x);
            }
            {
                Vector256<byte> w0 = Vector256.Load(w + 128);
                Vector256<byte> w1 = Vector256.Load(w + 160);
                Vector256<sbyte> x;
                x = Vector256.Create(*(int*)(x0 + 4)).AsSByte();
                i00 = AvxVnni.MultiplyWideningAndAdd(i00, w0, x);
                i01 = AvxVnni.MultiplyWideningAndAdd(i01, w1, x);
                x = Vector256.Create(*(int*)((x0 + ldx) + 4)).AsSByte();
                i10 = AvxVnni.MultiplyWideningAndAdd(i10, w0, x);
                i11 = AvxVnni.MultiplyWideningAndAdd(i11, w1, x);
                x = Vector256.Create(*(int*)((x0 + (2 * ldx)) + 4)).AsSByte();
                i20 = AvxVnni.MultiplyWideningAndAdd(i20, w0, x);
                i21 = AvxVnni.MultiplyWideningAndAdd(i21, w1, x);
            }
            {
                Vector256<byte> w0 = Vector256.Load(w + 256);
                Vector256<byte> w1 = Vector256.Load(w + 288);
                Vector256<sbyte> x;
                x = Vector256.Create(*(int*)(x0 + 8)).AsSByte();
                i00 = AvxVnni.MultiplyWideningAndAdd(i00, w0, x);
                i01 = AvxVnni.MultiplyWideningAndAdd(i01, w1, x);
                x = Vector256.Create(*(int*)((x0 + ldx) + 8)).AsSByte();
                i10 = AvxVnni.MultiplyWideningAndAdd(i10, w0, x);
                i11 = AvxVnni.MultiplyWideningAndAdd(i11, w1, x);
                x = Vector256.Create(*(int*)((x0 + (2 * ldx)) + 8)).AsSByte();
                i20 = AvxVnni.MultiplyWideningAndAdd(i20, w0, x);
                i21 = AvxVnni.MultiplyWideningAndAdd(i21, w1, x);
            }
            {
                Vector256<byte> w0 = Vector256.Load(w + 384);
                Vector256<byte> w1 = Vector256.Load(w + 416);
                Vector256<sbyte> x;
                x = Vector256.Create(*(int*)(x0 + 12)).AsSByte();
                i00 = AvxVnni.MultiplyWideningAndAdd(i00, w0, x);
                i01 = AvxVnni.MultiplyWideningAndAdd(i01, w1, x);
                x = Vector256.Create(*(int*)((x0 + ldx) + 12)).AsSByte();
                i10 = AvxVnni.MultiplyWideningAndAdd(i10, w0, x);
                i11 = AvxVnni.MultiplyWideningAndAdd(i11, w1, x);
                x = Vector256.Create(*(int*)((x0 + (2 * ldx)) + 12)).AsSByte();
                i20 = AvxVnni.MultiplyWideningAndAdd(i20, w0, x);
                i21 = AvxVnni.MultiplyWideningAndAdd(i21, w1, x);
            }
            if (TParts.Count == 1)
            {
                {
                    Vector256<byte> w0 = Vector256.Load(w + 512);
                    Vector256<byte> w1 = Vector256.Load(w + 544);
                    Vector256<sbyte> x;
                    x = Vector256.Create(*(int*)(x0 + 16)).AsSByte();
                    i00 = AvxVnni.MultiplyWideningAndAdd(i00, w0, x);
                    i01 = AvxVnni.MultiplyWideningAndAdd(i01, w1, x);
                    x = Vector256.Create(*(int*)((x0 + ldx) + 16)).AsSByte();
                    i10 = AvxVnni.MultiplyWideningAndAdd(i10, w0, x);
                    i11 = AvxVnni.MultiplyWideningAndAdd(i11, w1, x);
                    x = Vector256.Create(*(int*)((x0 + (2 * ldx)) + 16)).AsSByte();
                    i20 = AvxVnni.MultiplyWideningAndAdd(i20, w0, x);
                    i21 = AvxVnni.MultiplyWideningAndAdd(i21, w1, x);
                }
                {
                    Vector256<byte> w0 = Vector256.Load(w + 640);
                    Vector256<byte> w1 = Vector256.Load(w + 672);
                    Vector256<sbyte> x;
                    x = Vector256.Create(*(int*)(x0 + 20)).AsSByte();
                    i00 = AvxVnni.MultiplyWideningAndAdd(i00, w0, x);
                    i01 = AvxVnni.MultiplyWideningAndAdd(i01, w1, x);
                    x = Vector256.Create(*(int*)((x0 + ldx) + 20)).AsSByte();
                    i10 = AvxVnni.MultiplyWideningAndAdd(i10, w0, x);
                    i11 = AvxVnni.MultiplyWideningAndAdd(i11, w1, x);
                    x = Vector256.Create(*(int*)((x0 + (2 * ldx)) + 20)).AsSByte();
                    i20 = AvxVnni.MultiplyWideningAndAdd(i20, w0, x);
                    i21 = AvxVnni.MultiplyWideningAndAdd(i21, w1, x);
                }
                {
                    Vector256<byte> w0 = Vector256.Load(w + 768);
                    Vector256<byte> w1 = Vector256.Load(w + 800);
                    Vector256<sbyte> x;
                    x = Vector256.Create(*(int*)(x0 + 24)).AsSByte();
                    i00 = AvxVnni.MultiplyWideningAndAdd(i00, w0, x);
                    i01 = AvxVnni.MultiplyWideningAndAdd(i01, w1, x);
                    x = Vector256.Create(*(int*)((x0 + ldx) + 24)).AsSByte();
                    i10 = AvxVnni.MultiplyWideningAndAdd(i10, w0, x);
                    i11 = AvxVnni.MultiplyWideningAndAdd(i11, w1, x);
                    x = Vector256.Create(*(int*)((x0 + (2 * ldx)) + 24)).AsSByte();
                    i20 = AvxVnni.MultiplyWideningAndAdd(i20, w0, x);
                    i21 = AvxVnni.MultiplyWideningAndAdd(i21, w1, x);
                }
                {
                    Vector256<byte> w0 = Vector256.Load(w + 896);
                    Vector256<byte> w1 = Vector256.Load(w + 928);
                    Vector256<sbyte> x;
                    x = Vector256.Create(*(int*)(x0 + 28)).AsSByte();
                    i00 = AvxVnni.MultiplyWideningAndAdd(i00, w0, x);
                    i01 = AvxVnni.MultiplyWideningAndAdd(i01, w1, x);
                    x = Vector256.Create(*(int*)((x0 + ldx) + 28)).AsSByte();
                    i10 = AvxVnni.MultiplyWideningAndAdd(i10, w0, x);
                    i11 = AvxVnni.MultiplyWideningAndAdd(i11, w1, x);
                    x = Vector256.Create(*(int*)((x0 + (2 * ldx)) + 28)).AsSByte();
                    i20 = AvxVnni.MultiplyWideningAndAdd(i20, w0, x);
                    i21 = AvxVnni.MultiplyWideningAndAdd(i21, w1, x);
                }
            }
            {
                Vector256<float> s0 = Vector256.Load(s + 0), m0 = TParts.HasMinima ? Vector256.Load(m + 0) : default;
                Vector256<float> s1 = Vector256.Load(s + 8), m1 = TParts.HasMinima ? Vector256.Load(m + 8) : default;
                Vector256<float> e;
                e = Vector256.Create(d[0]);
                a00 = Vector256.FusedMultiplyAdd(s0 * e, i00.AsSingle() - magic, a00);
                a01 = Vector256.FusedMultiplyAdd(s1 * e, i01.AsSingle() - magic, a01);
                if (TParts.HasMinima)
                {
                    e = Vector256.Create(sums[0]);
                    a00 = Vector256.FusedMultiplyAdd(m0, e, a00);
                    a01 = Vector256.FusedMultiplyAdd(m1, e, a01);
                }
                e = Vector256.Create(d[1]);
                a10 = Vector256.FusedMultiplyAdd(s0 * e, i10.AsSingle() - magic, a10);
                a11 = Vector256.FusedMultiplyAdd(s1 * e, i11.AsSingle() - magic, a11);
                if (TParts.HasMinima)
                {
                    e = Vector256.Create(sums[1]);
                    a10 = Vector256.FusedMultiplyAdd(m0, e, a10);
                    a11 = Vector256.FusedMultiplyAdd(m1, e, a11);
                }
                e = Vector256.Create(d[2]);
                a20 = Vector256.FusedMultiplyAdd(s0 * e, i20.AsSingle() - magic, a20);
                a21 = Vector256.FusedMultiplyAdd(s1 * e, i21.AsSingle() - magic, a21);
                if (TParts.HasMinima)
                {
                    e = Vector256.Create(sums[2]);
                    a20 = Vector256.FusedMultiplyAdd(m0, e, a20);
                    a21 = Vector256.FusedMultiplyAdd(m1, e, a21);
                }
            }
            if (TParts.Count == 2)
            {
                i00 = Vector256.Create((start + ldr)[0]);
                i01 = i00;
                i10 = Vector256.Create((start + ldr)[1]);
                i11 = i10;
                i20 = Vector256.Create((start + ldr)[2]);
                i21 = i20;
                {
                    Vector256<byte> w0 = Vector256.Load(w + 512);
                    Vector256<byte> w1 = Vector256.Load(w + 544);
                    Vector256<sbyte> x;
                    x = Vector256.Create(*(int*)(x0 + 16)).AsSByte();
                    i00 = AvxVnni.MultiplyWideningAndAdd(i00, w0, x);
                    i01 = AvxVnni.MultiplyWideningAndAdd(i01, w1, x);
                    x = Vector256.Create(*(int*)((x0 + ldx) + 16)).AsSByte();
                    i10 = AvxVnni.MultiplyWideningAndAdd(i10, w0, x);
                    i11 = AvxVnni.MultiplyWideningAndAdd(i11, w1, x);
                    x = Vector256.Create(*(int*)((x0 + (2 * ldx)) + 16)).AsSByte();
                    i20 = AvxVnni.MultiplyWideningAndAdd(i20, w0, x);
                    i21 = AvxVnni.MultiplyWideningAndAdd(i21, w1, x);
                }
                {
                    Vector256<byte> w0 = Vector256.Load(w + 640);
                    Vector256<byte> w1 = Vector256.Load(w + 672);
                    Vector256<sbyte> x;
                    x = Vector256.Create(*(int*)(x0 + 20)).AsSByte();
                    i00 = AvxVnni.MultiplyWideningAndAdd(i00, w0, x);
                    i01 = AvxVnni.MultiplyWideningAndAdd(i01, w1, x);
                    x = Vector256.Create(*(int*)((x0 + ldx) + 20)).AsSByte();
                    i10 = AvxVnni.MultiplyWideningAndAdd(i10, w0, x);
                    i11 = AvxVnni.MultiplyWideningAndAdd(i11, w1, x);
                    x = Vector256.Create(*(int*)((x0 + (2 * ldx)) + 20)).AsSByte();
                    i20 = AvxVnni.MultiplyWideningAndAdd(i20, w0, x);
                    i21 = AvxVnni.MultiplyWideningAndAdd(i21, w1, x);
                }
                {
                    Vector256<byte> w0 = Vector256.Load(w + 768);
                    Vector256<byte> w1 = Vector256.Load(w + 800);
                    Vector256<sbyte> x;
                    x = Vector256.Create(*(int*)(x0 + 24)).AsSByte();
                    i00 = AvxVnni.MultiplyWideningAndAdd(i00, w0, x);
                    i01 = AvxVnni.MultiplyWideningAndAdd(i01, w1, x);
                    x = Vector256.Create(*(int*)((x0 + ldx) + 24)).AsSByte();
                    i10 = AvxVnni.MultiplyWideningAndAdd(i10, w0, x);
                    i11 = AvxVnni.MultiplyWideningAndAdd(i11, w1, x);
                    x = Vector256.Create(*(int*)((x0 + (2 * ldx)) + 24)).AsSByte();
                    i20 = AvxVnni.MultiplyWideningAndAdd(i20, w0, x);
                    i21 = AvxVnni.MultiplyWideningAndAdd(i21, w1, x);
                }
                {
                    Vector256<byte> w0 = Vector256.Load(w + 896);
                    Vector256<byte> w1 = Vector256.Load(w + 928);
                    Vector256<sbyte> x;
                    x = Vector256.Create(*(int*)(x0 + 28)).AsSByte();
                    i00 = AvxVnni.MultiplyWideningAndAdd(i00, w0, x);
                    i01 = AvxVnni.MultiplyWideningAndAdd(i01, w1, x);
                    x = Vector256.Create(*(int*)((x0 + ldx) + 28)).AsSByte();
                    i10 = AvxVnni.MultiplyWideningAndAdd(i10, w0, x);
                    i11 = AvxVnni.MultiplyWideningAndAdd(i11, w1, x);
                    x = Vector256.Create(*(int*)((x0 + (2 * ldx)) + 28)).AsSByte();
                    i20 = AvxVnni.MultiplyWideningAndAdd(i20, w0, x);
                    i21 = AvxVnni.MultiplyWideningAndAdd(i21, w1, x);
                }
                {
                    Vector256<float> s0 = Vector256.Load((s + BlockPanels.Width) + 0), m0 = TParts.HasMinima ? Vector256.Load((m + BlockPanels.Width) + 0) : default;
                    Vector256<float> s1 = Vector256.Load((s + BlockPanels.Width) + 8), m1 = TParts.HasMinima ? Vector256.Load((m + BlockPanels.Width) + 8) : default;
                    Vector256<float> e;
                    e = Vector256.Create(d[0]);
                    a00 = Vector256.FusedMultiplyAdd(s0 * e, i00.AsSingle() - magic, a00);
                    a01 = Vector256.FusedMultiplyAdd(s1 * e, i01.AsSingle() - magic, a01);
                    if (TParts.HasMinima)
                    {
                        e = Vector256.Create((sums + ldr)[0]);
                        a00 = Vector256.FusedMultiplyAdd(m0, e, a00);
                        a01 = Vector256.FusedMultiplyAdd(m1, e, a01);
                    }
                    e = Vector256.Create(d[1]);
                    a10 = Vector256.FusedMultiplyAdd(s0 * e, i10.AsSingle() - magic, a10);
                    a11 = Vector256.FusedMultiplyAdd(s1 * e, i11.AsSingle() - magic, a11);
                    if (TParts.HasMinima)
                    {
                        e = Vector256.Create((sums + ldr)[1]);
                        a10 = Vector256.FusedMultiplyAdd(m0, e, a10);
                        a11 = Vector256.FusedMultiplyAdd(m1, e, a11);
                    }
                    e = Vector256.Create(d[2]);
                    a20 = Vector256.FusedMultiplyAdd(s0 * e, i20.AsSingle() - magic, a20);
                    a21 = Vector256.FusedMultiplyAdd(s1 * e, i21.AsSingle() - magic, a21);
                    if (TParts.HasMinima)
                    {
                        e = Vector256.Create((sums + ldr)[2]);
                        a20 = Vector256.FusedMultiplyAdd(m0, e, a20);
                        a21 = Vector256.FusedMultiplyAdd(m1, e, a21);
                    }
                }
            }
        }
        a00.Store(y);
        a01.Store(y + 8);
        a10.Store(y + ldy);
        a11.Store(y + ldy + 8);
        a20.Store(y + (2 * ldy));
        a21.Store(y + (2 * ldy) + 8);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization), SkipLocalsInit]
    private static void Vnni4<TParts>(in IntegerTileCall call, int column) where TParts : struct, IParts
    {
        byte* w = call.Codes + (4 * column);
        float* s = call.Scales + column, m = call.Minima + column, y = call.Y + column, d = call.RowScales, sums = call.RowSums;
        int* start = call.RowStarts;
        nint ldx = call.RowStride, ldr = call.PartStride, ldy = call.YStride, lines = call.AheadLines;
        byte* ahead = call.Ahead + (column == 0 ? 0 : column * call.AheadLines * call.Blocks * 64 / 16);
        sbyte* x0 = call.X;
        sbyte* x3 = x0 + (3 * ldx);
        Vector256<float> magic = Vector256.Create(ActivationBlocks.Magic);
        Vector256<float> a00 = Vector256<float>.Zero;
        Vector256<float> a01 = Vector256<float>.Zero;
        Vector256<float> a10 = Vector256<float>.Zero;
        Vector256<float> a11 = Vector256<float>.Zero;
        Vector256<float> a20 = Vector256<float>.Zero;
        Vector256<float> a21 = Vector256<float>.Zero;
        Vector256<float> a30 = Vector256<float>.Zero;
        Vector256<float> a31 = Vector256<float>.Zero;
        if (call.Continues)
        {
            a00 = Vector256.Load(y);
            a01 = Vector256.Load(y + 8);
            a10 = Vector256.Load(y + ldy);
            a11 = Vector256.Load(y + ldy + 8);
            a20 = Vector256.Load(y + (2 * ldy));
            a21 = Vector256.Load(y + (2 * ldy) + 8);
            a30 = Vector256.Load(y + (3 * ldy));
            a31 = Vector256.Load(y + (3 * ldy) + 8);
        }
        for (int b = call.Blocks; b > 0; b--, w += BlockCodes.BlockBytes, d += ldr, start += TParts.Count * ldr, sums += TParts.Count * ldr, s += TParts.Count * BlockPanels.Width, m += TParts.Count * BlockPanels.Width, x0 += Backend.ActivationBlock, x3 += Backend.ActivationBlock)
        {
            for (nint line = lines; line > 0; line--, ahead += 64)
                Sse.Prefetch1(ahead);
            Vector256<int> i00 = Vector256.Create(start[0]);
            Vector256<int> i01 = i00;
            Vector256<int> i10 = Vector256.Create(start[1]);
            Vector256<int> i11 = i10;
            Vector256<int> i20 = Vector256.Create(start[2]);
            Vector256<int> i21 = i20;
            Vector256<int> i30 = Vector256.Create(start[3]);
            Vector256<int> i31 = i30;
            {
                Vector256<byte> w0 = Vector256.Load(w + 0);
                Vector256<byte> w1 = Vector256.Load(w + 32);
                Vector256<sbyte> x;
                x = Vector256.Create(*(int*)(x0 + 0)).AsSByte();
                i00 = AvxVnni.MultiplyWideningAndAdd(i00, w0, x);
                i01 = AvxVnni.MultiplyWideningAndAdd(i01, w1, x);
                x = Vector256.Create(*(int*)((x0 + ldx) + 0)).AsSByte();
                i10 = AvxVnni.MultiplyWideningAndAdd(i10, w0, x);
                i11 = AvxVnni.MultiplyWideningAndAdd(i11, w1, x);
                x = Vector256.Create(*(int*)((x0 + (2 * ldx)) + 0)).AsSByte();
                i20 = AvxVnni.MultiplyWideningAndAdd(i20, w0, x);
                i21 = AvxVnni.MultiplyWideningAndAdd(i21, w1, x);
                x = Vector256.Create(*(int*)(x3 + 0)).AsSByte();
                i30 = AvxVnni.MultiplyWideningAndAdd(i30, w0, x);
                i31 = AvxVnni.MultiplyWideningAndAdd(i31, w1, x);
            }
            {
                Vector256<byte> w0 = Vector256.Load(w + 128);
                Vector256<byte> w1 = Vector256.Load(w + 160);
                Vector256<sbyte> x;
                x = Vector256.Create(*(int*)(x0 + 4)).AsSByte();
                i00 = AvxVnni.MultiplyWideningAndAdd(i00, w0, x);
                i01 = AvxVnni.MultiplyWideningAndAdd(i01, w1, x);
                x = Vector256.Create(*(int*)((x0 + ldx) + 4)).AsSByte();
                i10 = AvxVnni.MultiplyWideningAndAdd(i10, w0, x);
                i11 = AvxVnni.MultiplyWideningAndAdd(i11, w1, x);
                x = Vector256.Create(*(int*)((x0 + (2 * ldx)) + 4)).AsSByte();
                i20 = AvxVnni.MultiplyWideningAndAdd(i20, w0, x);
                i21 = AvxVnni.MultiplyWideningAndAdd(i21, w1, x);
                x = Vector256.Create(*(int*)(x3 + 4)).AsSByte();
                i30 = AvxVnni.MultiplyWideningAndAdd(i30, w0, x);
                i31 = AvxVnni.MultiplyWideningAndAdd(i31, w1, x);
            }
            {
                Vector256<byte> w0 = Vector256.Load(w + 256);
                Vector256<byte> w1 = Vector256.Load(w + 288);
                Vector256<sbyte> x;
                x = Vector256.Create(*(int*)(x0 + 8)).AsSByte();
                i00 = AvxVnni.MultiplyWideningAndAdd(i00, w0, x);
                i01 = AvxVnni.MultiplyWideningAndAdd(i01, w1, x);
                x = Vector256.Create(*(int*)((x0 + ldx) + 8)).AsSByte();
                i10 = AvxVnni.MultiplyWideningAndAdd(i10, w0, x);
                i11 = AvxVnni.MultiplyWideningAndAdd(i11, w1, x);
                x = Vector256.Create(*(int*)((x0 + (2 * ldx)) + 8)).AsSByte();
                i20 = AvxVnni.MultiplyWideningAndAdd(i20, w0, x);
                i21 = AvxVnni.MultiplyWideningAndAdd(i21, w1, x);
                x = Vector256.Create(*(int*)(x3 + 8)).AsSByte();
                i30 = AvxVnni.MultiplyWideningAndAdd(i30, w0, x);
                i31 = AvxVnni.MultiplyWideningAndAdd(i31, w1, x);
            }
            {
                Vector256<byte> w0 = Vector256.Load(w + 384);
                Vector256<byte> w1 = Vector256.Load(w + 416);
                Vector256<sbyte> x;
                x = Vector256.Create(*(int*)(x0 + 12)).AsSByte();
                i00 = AvxVnni.MultiplyWideningAndAdd(i00, w0, x);
                i01 = AvxVnni.MultiplyWideningAndAdd(i01, w1, x);
                x = Vector256.Create(*(int*)((x0 + ldx) + 12)).AsSByte();
                i10 = AvxVnni.MultiplyWideningAndAdd(i10, w0, x);
                i11 = AvxVnni.MultiplyWideningAndAdd(i11, w1, x);
                x = Vector256.Create(*(int*)((x0 + (2 * ldx)) + 12)).AsSByte();
                i20 = AvxVnni.MultiplyWideningAndAdd(i20, w0, x);
                i21 = AvxVnni.MultiplyWideningAndAdd(i21, w1, x);
                x = Vector256.Create(*(int*)(x3 + 12)).AsSByte();
                i30 = AvxVnni.MultiplyWideningAndAdd(i30, w0, x);
                i31 = AvxVnni.MultiplyWideningAndAdd(i31, w1, x);
            }
            if (TParts.Count == 1)
            {
                {
                    Vector256<byte> w0 = Vector256.Load(w + 512);
                    Vector256<byte> w1 = Vector256.Load(w + 544);
                    Vector256<sbyte> x;
                    x = Vector256.Create(*(int*)(x0 + 16)).AsSByte();
                    i00 = AvxVnni.MultiplyWideningAndAdd(i00, w0, x);
                    i01 = AvxVnni.MultiplyWideningAndAdd(i01, w1, x);
                    x = Vector256.Create(*(int*)((x0 + ldx) + 16)).AsSByte();
                    i10 = AvxVnni.MultiplyWideningAndAdd(i10, w0, x);
                    i11 = AvxVnni.MultiplyWideningAndAdd(i11, w1, x);
                    x = Vector256.Create(*(int*)((x0 + (2 * ldx)) + 16)).AsSByte();
                    i20 = AvxVnni.MultiplyWideningAndAdd(i20, w0, x);
                    i21 = AvxVnni.MultiplyWideningAndAdd(i21, w1, x);
                    x = Vector256.Create(*(int*)(x3 + 16)).AsSByte();
                    i30 = AvxVnni.MultiplyWideningAndAdd(i30, w0, x);
                    i31 = AvxVnni.MultiplyWideningAndAdd(i31, w1, x);
                }
                {
                    Vector256<byte> w0 = Vector256.Load(w + 640);
                    Vector256<byte> w1 = Vector256.Load(w + 672);
                    Vector256<sbyte> x;
                    x = Vector256.Create(*(int*)(x0 + 20)).AsSByte();
                    i00 = AvxVnni.MultiplyWideningAndAdd(i00, w0, x);
                    i01 = AvxVnni.MultiplyWideningAndAdd(i01, w1, x);
                    x = Vector256.Create(*(int*)((x0 + ldx) + 20)).AsSByte();
                    i10 = AvxVnni.MultiplyWideningAndAdd(i10, w0, x);
                    i11 = AvxVnni.MultiplyWideningAndAdd(i11, w1, x);
                    x = Vector256.Create(*(int*)((x0 + (2 * ldx)) + 20)).AsSByte();
                    i20 = AvxVnni.MultiplyWideningAndAdd(i20, w0, x);
                    i21 = AvxVnni.MultiplyWideningAndAdd(i21, w1, x);
                    x = Vector256.Create(*(int*)(x3 + 20)).AsSByte();
                    i30 = AvxVnni.MultiplyWideningAndAdd(i30, w0, x);
                    i31 = AvxVnni.MultiplyWideningAndAdd(i31, w1, x);
                }
                {
                    Vector256<byte> w0 = Vector256.Load(w + 768);
                    Vector256<byte> w1 = Vector256.Load(w + 800);
                    Vector256<sbyte> x;
                    x = Vector256.Create(*(int*)(x0 + 24)).AsSByte();
                    i00 = AvxVnni.MultiplyWideningAndAdd(i00, w0, x);
                    i01 = AvxVnni.MultiplyWideningAndAdd(i01, w1, x);
                    x = Vector256.Create(*(int*)((x0 + ldx) + 24)).AsSByte();
                    i10 = AvxVnni.MultiplyWideningAndAdd(i10, w0, x);
                    i11 = AvxVnni.MultiplyWideningAndAdd(i11, w1, x);
                    x = Vector256.Create(*(int*)((x0 + (2 * ldx)) + 24)).AsSByte();
                    i20 = AvxVnni.MultiplyWideningAndAdd(i20, w0, x);
                    i21 = AvxVnni.MultiplyWideningAndAdd(i21, w1, x);
                    x = Vector256.Create(*(int*)(x3 + 24)).AsSByte();
                    i30 = AvxVnni.MultiplyWideningAndAdd(i30, w0, x);
                    i31 = AvxVnni.MultiplyWideningAndAdd(i31, w1, x);
                }
                {
                    Vector256<byte> w0 = Vector256.Load(w + 896);
                    Vector256<byte> w1 = Vector256.Load(w + 928);
                    Vector256<sbyte> x;
                    x = Vector256.Create(*(int*)(x0 + 28)).AsSByte();
                    i00 = AvxVnni.MultiplyWideningAndAdd(i00, w0, x);
                    i01 = AvxVnni.MultiplyWideningAndAdd(i01, w1, x);
                    x = Vector256.Create(*(int*)((x0 + ldx) + 28)).AsSByte();
                    i10 = AvxVnni.MultiplyWideningAndAdd(i10, w0, x);
                    i11 = AvxVnni.MultiplyWideningAndAdd(i11, w1, x);
                    x = Vector256.Create(*(int*)((x0 + (2 * ldx)) + 28)).AsSByte();
                    i20 = AvxVnni.MultiplyWideningAndAdd(i20, w0, x);
                    i21 = AvxVnni.MultiplyWideningAndAdd(i21, w1, x);
                    x = Vector256.Create(*(int*)(x3 + 28)).AsSByte();
                    i30 = AvxVnni.MultiplyWideningAndAdd(i30, w0, x);
                    i31 = AvxVnni.MultiplyWideningAndAdd(i31, w1, x);
                }
            }
            {
                Vector256<float> s0 = Vector256.Load(s + 0), m0 = TParts.HasMinima ? Vector256.Load(m + 0) : default;
                Vector256<float> s1 = Vector256.Load(s + 8), m1 = TParts.HasMinima ? Vector256.Load(m + 8) : default;
                Vector256<float> e;
                e = Vector256.Create(d[0]);
                a00 = Vector256.FusedMultiplyAdd(s0 * e, i00.AsSingle() - magic, a00);
                a01 = Vector256.FusedMultiplyAdd(s1 * e, i01.AsSingle() - magic, a01);
                if (TParts.HasMinima)
                {
                    e = Vector256.Create(sums[0]);
                    a00 = Vector256.FusedMultiplyAdd(m0, e, a00);
                    a01 = Vector256.FusedMultiplyAdd(m1, e, a01);
                }
                e = Vector256.Create(d[1]);
                a10 = Vector256.FusedMultiplyAdd(s0 * e, i10.AsSingle() - magic, a10);
                a11 = Vector256.FusedMultiplyAdd(s1 * e, i11.AsSingle() - magic, a11);
                if (TParts.HasMinima)
                {
                    e = Vector256.Create(sums[1]);
                    a10 = Vector256.FusedMultiplyAdd(m0, e, a10);
                    a11 = Vector256.FusedMultiplyAdd(m1, e, a11);
                }
                e = Vector256.Create(d[2]);
                a20 = Vector256.FusedMultiplyAdd(s0 * e, i20.AsSingle() - magic, a20);
                a21 = Vector256.FusedMultiplyAdd(s1 * e, i21.AsSingle() - magic, a21);
                if (TParts.HasMinima)
                {
                    e = Vector256.Create(sums[2]);
                    a20 = Vector256.FusedMultiplyAdd(m0, e, a20);
                    a21 = Vector256.FusedMultiplyAdd(m1, e, a21);
                }
                e = Vector256.Create(d[3]);
                a30 = Vector256.FusedMultiplyAdd(s0 * e, i30.AsSingle() - magic, a30);
                a31 = Vector256.FusedMultiplyAdd(s1 * e, i31.AsSingle() - magic, a31);
                if (TParts.HasMinima)
                {
                    e = Vector256.Create(sums[3]);
                    a30 = Vector256.FusedMultiplyAdd(m0, e, a30);
                    a31 = Vector256.FusedMultiplyAdd(m1, e, a31);
                }
            }
            if (TParts.Count == 2)
            {
                i00 = Vector256.Create((start + ldr)[0]);
                i01 = i00;
                i10 = Vector256.Create((start + ldr)[1]);
                i11 = i10;
                i20 = Vector256.Create((start + ldr)[2]);
                i21 = i20;
                i30 = Vector256.Create((start + ldr)[3]);
                i31 = i30;
                {
                    Vector256<byte> w0 = Vector256.Load(w + 512);
                    Vector256<byte> w1 = Vector256.Load(w + 544);
                    Vector256<sbyte> x;
                    x = Vector256.Create(*(int*)(x0 + 16)).AsSByte();
                    i00 = AvxVnni.MultiplyWideningAndAdd(i00, w0, x);
                    i01 = AvxVnni.MultiplyWideningAndAdd(i01, w1, x);
                    x = Vector256.Create(*(int*)((x0 + ldx) + 16)).AsSByte();
                    i10 = AvxVnni.MultiplyWideningAndAdd(i10, w0, x);
                    i11 = AvxVnni.MultiplyWideningAndAdd(i11, w1, x);
                    x = Vector256.Create(*(int*)((x0 + (2 * ldx)) + 16)).AsSByte();
                    i20 = AvxVnni.MultiplyWideningAndAdd(i20, w0, x);
                    i21 = AvxVnni.MultiplyWideningAndAdd(i21, w1, x);
                    x = Vector256.Create(*(int*)(x3 + 16)).AsSByte();
                    i30 = AvxVnni.MultiplyWideningAndAdd(i30, w0, x);
                    i31 = AvxVnni.MultiplyWideningAndAdd(i31, w1, x);
                }
                {
                    Vector256<byte> w0 = Vector256.Load(w + 640);
                    Vector256<byte> w1 = Vector256.Load(w + 672);
                    Vector256<sbyte> x;
                    x = Vector256.Create(*(int*)(x0 + 20)).AsSByte();
                    i00 = AvxVnni.MultiplyWideningAndAdd(i00, w0, x);
                    i01 = AvxVnni.MultiplyWideningAndAdd(i01, w1, x);
                    x = Vector256.Create(*(int*)((x0 + ldx) + 20)).AsSByte();
                    i10 = AvxVnni.MultiplyWideningAndAdd(i10, w0, x);
                    i11 = AvxVnni.MultiplyWideningAndAdd(i11, w1, x);
                    x = Vector256.Create(*(int*)((x0 + (2 * ldx)) + 20)).AsSByte();
                    i20 = AvxVnni.MultiplyWideningAndAdd(i20, w0, x);
                    i21 = AvxVnni.MultiplyWideningAndAdd(i21, w1, x);
                    x = Vector256.Create(*(int*)(x3 + 20)).AsSByte();
                    i30 = AvxVnni.MultiplyWideningAndAdd(i30, w0, x);
                    i31 = AvxVnni.MultiplyWideningAndAdd(i31, w1, x);
                }
                {
                    Vector256<byte> w0 = Vector256.Load(w + 768);
                    Vector256<byte> w1 = Vector256.Load(w + 800);
                    Vector256<sbyte> x;
                    x = Vector256.Create(*(int*)(x0 + 24)).AsSByte();
                    i00 = AvxVnni.MultiplyWideningAndAdd(i00, w0, x);
                    i01 = AvxVnni.MultiplyWideningAndAdd(i01, w1, x);
                    x = Vector256.Create(*(int*)((x0 + ldx) + 24)).AsSByte();
                    i10 = AvxVnni.MultiplyWideningAndAdd(i10, w0, x);
                    i11 = AvxVnni.MultiplyWideningAndAdd(i11, w1, x);
                    x = Vector256.Create(*(int*)((x0 + (2 * ldx)) + 24)).AsSByte();
                    i20 = AvxVnni.MultiplyWideningAndAdd(i20, w0, x);
                    i21 = AvxVnni.MultiplyWideningAndAdd(i21, w1, x);
                    x = Vector256.Create(*(int*)(x3 + 24)).AsSByte();
                    i30 = AvxVnni.MultiplyWideningAndAdd(i30, w0, x);
                    i31 = AvxVnni.MultiplyWideningAndAdd(i31, w1, x);
                }
                {
                    Vector256<byte> w0 = Vector256.Load(w + 896);
                    Vector256<byte> w1 = Vector256.Load(w + 928);
                    Vector256<sbyte> x;
                    x = Vector256.Create(*(int*)(x0 + 28)).AsSByte();
                    i00 = AvxVnni.MultiplyWideningAndAdd(i00, w0, x);
                    i01 = AvxVnni.MultiplyWideningAndAdd(i01, w1, x);
                    x = Vector256.Create(*(int*)((x0 + ldx) + 28)).AsSByte();
                    i10 = AvxVnni.MultiplyWideningAndAdd(i10, w0, x);
                    i11 = AvxVnni.MultiplyWideningAndAdd(i11, w1, x);
                    x = Vector256.Create(*(int*)((x0 + (2 * ldx)) + 28)).AsSByte();
                    i20 = AvxVnni.MultiplyWideningAndAdd(i20, w0, x);
                    i21 = AvxVnni.MultiplyWideningAndAdd(i21, w1, x);
                    x = Vector256.Create(*(int*)(x3 + 28)).AsSByte();
                    i30 = AvxVnni.MultiplyWideningAndAdd(i30, w0, x);
                    i31 = AvxVnni.MultiplyWideningAndAdd(i31, w1, x);
                }
                {
                    Vector256<float> s0 = Vector256.Load((s + BlockPanels.Width) + 0), m0 = TParts.HasMinima ? Vector256.Load((m + BlockPanels.Width) + 0) : default;
                    Vector256<float> s1 = Vector256.Load((s + BlockPanels.Width) + 8), m1 = TParts.HasMinima ? Vector256.Load((m + BlockPanels.Width) + 8) : default;
                    Vector256<float> e;
                    e = Vector256.Create(d[0]);
                    a00 = Vector256.FusedMultiplyAdd(s0 * e, i00.AsSingle() - magic, a00);
                    a01 = Vector256.FusedMultiplyAdd(s1 * e, i01.AsSingle() - magic, a01);
                    if (TParts.HasMinima)
                    {
                        e = Vector256.Create((sums + ldr)[0]);
                        a00 = Vector256.FusedMultiplyAdd(m0, e, a00);
                        a01 = Vector256.FusedMultiplyAdd(m1, e, a01);
                    }
                    e = Vector256.Create(d[1]);
                    a10 = Vector256.FusedMultiplyAdd(s0 * e, i10.AsSingle() - magic, a10);
                    a11 = Vector256.FusedMultiplyAdd(s1 * e, i11.AsSingle() - magic, a11);
                    if (TParts.HasMinima)
                    {
                        e = Vector256.Create((sums + ldr)[1]);
                        a10 = Vector256.FusedMultiplyAdd(m0, e, a10);
                        a11 = Vector256.FusedMultiplyAdd(m1, e, a11);
                    }
                    e = Vector256.Create(d[2]);
                    a20 = Vector256.FusedMultiplyAdd(s0 * e, i20.AsSingle() - magic, a20);
                    a21 = Vector256.FusedMultiplyAdd(s1 * e, i21.AsSingle() - magic, a21);
                    if (TParts.HasMinima)
                    {
                        e = Vector256.Create((sums + ldr)[2]);
                        a20 = Vector256.FusedMultiplyAdd(m0, e, a20);
                        a21 = Vector256.FusedMultiplyAdd(m1, e, a21);
                    }
                    e = Vector256.Create(d[3]);
                    a30 = Vector256.FusedMultiplyAdd(s0 * e, i30.AsSingle() - magic, a30);
                    a31 = Vector256.FusedMultiplyAdd(s1 * e, i31.AsSingle() - magic, a31);
                    if (TParts.HasMinima)
                    {
                        e = Vector256.Create((sums + ldr)[3]);
                        a30 = Vector256.FusedMultiplyAdd(m0, e, a30);
                        a31 = Vector256.FusedMultiplyAdd(m1, e, a31);
                    }
                }
            }
        }
        a00.Store(y);
        a01.Store(y + 8);
        a10.Store(y + ldy);
        a11.Store(y + ldy + 8);
        a20.Store(y + (2 * ldy));
        a21.Store(y + (2 * ldy) + 8);
        a30.Store(y + (3 * ldy));
        a31.Store(y + (3 * ldy) + 8);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization), SkipLocalsInit]
    private static void Vnni5<TParts>(in IntegerTileCall call, int column) where TParts : struct, IParts
    {
        byte* w = call.Codes + (4 * column);
        float* s = call.Scales + column, m = call.Minima + column, y = call.Y + column, d = call.RowScales, sums = call.RowSums;
        int* start = call.RowStarts;
        nint ldx = call.RowStride, ldr = call.PartStride, ldy = call.YStride, lines = call.AheadLines;
        byte* ahead = call.Ahead + (column == 0 ? 0 : column * call.AheadLines * call.Blocks * 64 / 16);
        sbyte* x0 = call.X;
        sbyte* x3 = x0 + (3 * ldx);
        Vector256<float> magic = Vector256.Create(ActivationBlocks.Magic);
        Vector256<float> a00 = Vector256<float>.Zero;
        Vector256<float> a01 = Vector256<float>.Zero;
        Vector256<float> a10 = Vector256<float>.Zero;
        Vector256<float> a11 = Vector256<float>.Zero;
        Vector256<float> a20 = Vector256<float>.Zero;
        Vector256<float> a21 = Vector256<float>.Zero;
        Vector256<float> a30 = Vector256<float>.Zero;
        Vector256<float> a31 = Vector256<float>.Zero;
        Vector256<float> a40 = Vector256<float>.Zero;
        Vector256<float> a41 = Vector256<float>.Zero;
        if (call.Continues)
        {
            a00 = Vector256.Load(y);
            a01 = Vector256.Load(y + 8);
            a10 = Vector256.Load(y + ldy);
            a11 = Vector256.Load(y + ldy + 8);
            a20 = Vector256.Load(y + (2 * ldy));
            a21 = Vector256.Load(y + (2 * ldy) + 8);
            a30 = Vector256.Load(y + (3 * ldy));
            a31 = Vector256.Load(y + (3 * ldy) + 8);
            a40 = Vector256.Load(y + (4 * ldy));
            a41 = Vector256.Load(y + (4 * ldy) + 8);
        }
        for (int b = call.Blocks; b > 0; b--, w += BlockCodes.BlockBytes, d += ldr, start += TParts.Count * ldr, sums += TParts.Count * ldr, s += TParts.Count * BlockPanels.Width, m += TParts.Count * BlockPanels.Width, x0 += Backend.ActivationBlock, x3 += Backend.ActivationBlock)
        {
            for (nint line = lines; line > 0; line--, ahead += 64)
                Sse.Prefetch1(ahead);
            Vector256<int> i00 = Vector256.Create(start[0]);
            Vector256<int> i01 = i00;
            Vector256<int> i10 = Vector256.Create(start[1]);
            Vector256<int> i11 = i10;
            Vector256<int> i20 = Vector256.Create(start[2]);
            Vector256<int> i21 = i20;
            Vector256<int> i30 = Vector256.Create(start[3]);
            Vector256<int> i31 = i30;
            Vector256<int> i40 = Vector256.Create(start[4]);
            Vector256<int> i41 = i40;
            {
                Vector256<byte> w0 = Vector256.Load(w + 0);
                Vector256<byte> w1 = Vector256.Load(w + 32);
                Vector256<sbyte> x;
                x = Vector256.Create(*(int*)(x0 + 0)).AsSByte();
                i00 = AvxVnni.MultiplyWideningAndAdd(i00, w0, x);
                i01 = AvxVnni.MultiplyWideningAndAdd(i01, w1, x);
                x = Vector256.Create(*(int*)((x0 + ldx) + 0)).AsSByte();
                i10 = AvxVnni.MultiplyWideningAndAdd(i10, w0, x);
                i11 = AvxVnni.MultiplyWideningAndAdd(i11, w1, x);
                x = Vector256.Create(*(int*)((x0 + (2 * ldx)) + 0)).AsSByte();
                i20 = AvxVnni.MultiplyWideningAndAdd(i20, w0, x);
                i21 = AvxVnni.MultiplyWideningAndAdd(i21, w1, x);
                x = Vector256.Create(*(int*)(x3 + 0)).AsSByte();
                i30 = AvxVnni.MultiplyWideningAndAdd(i30, w0, x);
                i31 = AvxVnni.MultiplyWideningAndAdd(i31, w1, x);
                x = Vector256.Create(*(int*)((x3 + ldx) + 0)).AsSByte();
                i40 = AvxVnni.MultiplyWideningAndAdd(i40, w0, x);
                i41 = AvxVnni.MultiplyWideningAndAdd(i41, w1, x);
            }
            {
                Vector256<byte> w0 = Vector256.Load(w + 128);
                Vector256<byte> w1 = Vector256.Load(w + 160);
                Vector256<sbyte> x;
                x = Vector256.Create(*(int*)(x0 + 4)).AsSByte();
                i00 = AvxVnni.MultiplyWideningAndAdd(i00, w0, x);
                i01 = AvxVnni.MultiplyWideningAndAdd(i01, w1, x);
                x = Vector256.Create(*(int*)((x0 + ldx) + 4)).AsSByte();
                i10 = AvxVnni.MultiplyWideningAndAdd(i10, w0, x);
                i11 = AvxVnni.MultiplyWideningAndAdd(i11, w1, x);
                x = Vector256.Create(*(int*)((x0 + (2 * ldx)) + 4)).AsSByte();
                i20 = AvxVnni.MultiplyWideningAndAdd(i20, w0, x);
                i21 = AvxVnni.MultiplyWideningAndAdd(i21, w1, x);
                x = Vector256.Create(*(int*)(x3 + 4)).AsSByte();
                i30 = AvxVnni.MultiplyWideningAndAdd(i30, w0, x);
                i31 = AvxVnni.MultiplyWideningAndAdd(i31, w1, x);
                x = Vector256.Create(*(int*)((x3 + ldx) + 4)).AsSByte();
                i40 = AvxVnni.MultiplyWideningAndAdd(i40, w0, x);
                i41 = AvxVnni.MultiplyWideningAndAdd(i41, w1, x);
            }
            {
                Vector256<byte> w0 = Vector256.Load(w + 256);
                Vector256<byte> w1 = Vector256.Load(w + 288);
                Vector256<sbyte> x;
                x = Vector256.Create(*(int*)(x0 + 8)).AsSByte();
                i00 = AvxVnni.MultiplyWideningAndAdd(i00, w0, x);
                i01 = AvxVnni.MultiplyWideningAndAdd(i01, w1, x);
                x = Vector256.Create(*(int*)((x0 + ldx) + 8)).AsSByte();
                i10 = AvxVnni.MultiplyWideningAndAdd(i10, w0, x);
                i11 = AvxVnni.MultiplyWideningAndAdd(i11, w1, x);
                x = Vector256.Create(*(int*)((x0 + (2 * ldx)) + 8)).AsSByte();
                i20 = AvxVnni.MultiplyWideningAndAdd(i20, w0, x);
                i21 = AvxVnni.MultiplyWideningAndAdd(i21, w1, x);
                x = Vector256.Create(*(int*)(x3 + 8)).AsSByte();
                i30 = AvxVnni.MultiplyWideningAndAdd(i30, w0, x);
                i31 = AvxVnni.MultiplyWideningAndAdd(i31, w1, x);
                x = Vector256.Create(*(int*)((x3 + ldx) + 8)).AsSByte();
                i40 = AvxVnni.MultiplyWideningAndAdd(i40, w0, x);
                i41 = AvxVnni.MultiplyWideningAndAdd(i41, w1, x);
            }
            {
                Vector256<byte> w0 = Vector256.Load(w + 384);
                Vector256<byte> w1 = Vector256.Load(w + 416);
                Vector256<sbyte> x;
                x = Vector256.Create(*(int*)(x0 + 12)).AsSByte();
                i00 = AvxVnni.MultiplyWideningAndAdd(i00, w0, x);
                i01 = AvxVnni.MultiplyWideningAndAdd(i01, w1, x);
                x = Vector256.Create(*(int*)((x0 + ldx) + 12)).AsSByte();
                i10 = AvxVnni.MultiplyWideningAndAdd(i10, w0, x);
                i11 = AvxVnni.MultiplyWideningAndAdd(i11, w1, x);
                x = Vector256.Create(*(int*)((x0 + (2 * ldx)) + 12)).AsSByte();
                i20 = AvxVnni.MultiplyWideningAndAdd(i20, w0, x);
                i21 = AvxVnni.MultiplyWideningAndAdd(i21, w1, x);
                x = Vector256.Create(*(int*)(x3 + 12)).AsSByte();
                i30 = AvxVnni.MultiplyWideningAndAdd(i30, w0, x);
                i31 = AvxVnni.MultiplyWideningAndAdd(i31, w1, x);
                x = Vector256.Create(*(int*)((x3 + ldx) + 12)).AsSByte();
                i40 = AvxVnni.MultiplyWideningAndAdd(i40, w0, x);
                i41 = AvxVnni.MultiplyWideningAndAdd(i41, w1, x);
            }
            if (TParts.Count == 1)
            {
                {
                    Vector256<byte> w0 = Vector256.Load(w + 512);
                    Vector256<byte> w1 = Vector256.Load(w + 544);
                    Vector256<sbyte> x;
                    x = Vector256.Create(*(int*)(x0 + 16)).AsSByte();
                    i00 = AvxVnni.MultiplyWideningAndAdd(i00, w0, x);
                    i01 = AvxVnni.MultiplyWideningAndAdd(i01, w1, x);
                    x = Vector256.Create(*(int*)((x0 + ldx) + 16)).AsSByte();
                    i10 = AvxVnni.MultiplyWideningAndAdd(i10, w0, x);
                    i11 = AvxVnni.MultiplyWideningAndAdd(i11, w1, x);
                    x = Vector256.Create(*(int*)((x0 + (2 * ldx)) + 16)).AsSByte();
                    i20 = AvxVnni.MultiplyWideningAndAdd(i20, w0, x);
                    i21 = AvxVnni.MultiplyWideningAndAdd(i21, w1, x);
                    x = Vector256.Create(*(int*)(x3 + 16)).AsSByte();
                    i30 = AvxVnni.MultiplyWideningAndAdd(i30, w0, x);
                    i31 = AvxVnni.MultiplyWideningAndAdd(i31, w1, x);
                    x = Vector256.Create(*(int*)((x3 + ldx) + 16)).AsSByte();
                    i40 = AvxVnni.MultiplyWideningAndAdd(i40, w0, x);
                    i41 = AvxVnni.MultiplyWideningAndAdd(i41, w1, x);
                }
                {
                    Vector256<byte> w0 = Vector256.Load(w + 640);
                    Vector256<byte> w1 = Vector256.Load(w + 672);
                    Vector256<sbyte> x;
                    x = Vector256.Create(*(int*)(x0 + 20)).AsSByte();
                    i00 = AvxVnni.MultiplyWideningAndAdd(i00, w0, x);
                    i01 = AvxVnni.MultiplyWideningAndAdd(i01, w1, x);
                    x = Vector256.Create(*(int*)((x0 + ldx) + 20)).AsSByte();
                    i10 = AvxVnni.MultiplyWideningAndAdd(i10, w0, x);
                    i11 = AvxVnni.MultiplyWideningAndAdd(i11, w1, x);
                    x = Vector256.Create(*(int*)((x0 + (2 * ldx)) + 20)).AsSByte();
                    i20 = AvxVnni.MultiplyWideningAndAdd(i20, w0, x);
                    i21 = AvxVnni.MultiplyWideningAndAdd(i21, w1, x);
                    x = Vector256.Create(*(int*)(x3 + 20)).AsSByte();
                    i30 = AvxVnni.MultiplyWideningAndAdd(i30, w0, x);
                    i31 = AvxVnni.MultiplyWideningAndAdd(i31, w1, x);
                    x = Vector256.Create(*(int*)((x3 + ldx) + 20)).AsSByte();
                    i40 = AvxVnni.MultiplyWideningAndAdd(i40, w0, x);
                    i41 = AvxVnni.MultiplyWideningAndAdd(i41, w1, x);
                }
                {
                    Vector256<byte> w0 = Vector256.Load(w + 768);
                    Vector256<byte> w1 = Vector256.Load(w + 800);
                    Vector256<sbyte> x;
                    x = Vector256.Create(*(int*)(x0 + 24)).AsSByte();
                    i00 = AvxVnni.MultiplyWideningAndAdd(i00, w0, x);
                    i01 = AvxVnni.MultiplyWideningAndAdd(i01, w1, x);
                    x = Vector256.Create(*(int*)((x0 + ldx) + 24)).AsSByte();
                    i10 = AvxVnni.MultiplyWideningAndAdd(i10, w0, x);
                    i11 = AvxVnni.MultiplyWideningAndAdd(i11, w1, x);
                    x = Vector256.Create(*(int*)((x0 + (2 * ldx)) + 24)).AsSByte();
                    i20 = AvxVnni.MultiplyWideningAndAdd(i20, w0, x);
                    i21 = AvxVnni.MultiplyWideningAndAdd(i21, w1, x);
                    x = Vector256.Create(*(int*)(x3 + 24)).AsSByte();
                    i30 = AvxVnni.MultiplyWideningAndAdd(i30, w0, x);
                    i31 = AvxVnni.MultiplyWideningAndAdd(i31, w1, x);
                    x = Vector256.Create(*(int*)((x3 + ldx) + 24)).AsSByte();
                    i40 = AvxVnni.MultiplyWideningAndAdd(i40, w0, x);
                    i41 = AvxVnni.MultiplyWideningAndAdd(i41, w1, x);
                }
                {
                    Vector256<byte> w0 = Vector256.Load(w + 896);
                    Vector256<byte> w1 = Vector256.Load(w + 928);
                    Vector256<sbyte> x;
                    x = Vector256.Create(*(int*)(x0 + 28)).AsSByte();
                    i00 = AvxVnni.MultiplyWideningAndAdd(i00, w0, x);
                    i01 = AvxVnni.MultiplyWideningAndAdd(i01, w1, x);
                    x = Vector256.Create(*(int*)((x0 + ldx) + 28)).AsSByte();
                    i10 = AvxVnni.MultiplyWideningAndAdd(i10, w0, x);
                    i11 = AvxVnni.MultiplyWideningAndAdd(i11, w1, x);
                    x = Vector256.Create(*(int*)((x0 + (2 * ldx)) + 28)).AsSByte();
                    i20 = AvxVnni.MultiplyWideningAndAdd(i20, w0, x);
                    i21 = AvxVnni.MultiplyWideningAndAdd(i21, w1, x);
                    x = Vector256.Create(*(int*)(x3 + 28)).AsSByte();
                    i30 = AvxVnni.MultiplyWideningAndAdd(i30, w0, x);
                    i31 = AvxVnni.MultiplyWideningAndAdd(i31, w1, x);
                    x = Vector256.Create(*(int*)((x3 + ldx) + 28)).AsSByte();
                    i40 = AvxVnni.MultiplyWideningAndAdd(i40, w0, x);
                    i41 = AvxVnni.MultiplyWideningAndAdd(i41, w1, x);
                }
            }
            {
                Vector256<float> s0 = Vector256.Load(s + 0), m0 = TParts.HasMinima ? Vector256.Load(m + 0) : default;
                Vector256<float> s1 = Vector256.Load(s + 8), m1 = TParts.HasMinima ? Vector256.Load(m + 8) : default;
                Vector256<float> e;
                e = Vector256.Create(d[0]);
                a00 = Vector256.FusedMultiplyAdd(s0 * e, i00.AsSingle() - magic, a00);
                a01 = Vector256.FusedMultiplyAdd(s1 * e, i01.AsSingle() - magic, a01);
                if (TParts.HasMinima)
                {
                    e = Vector256.Create(sums[0]);
                    a00 = Vector256.FusedMultiplyAdd(m0, e, a00);
                    a01 = Vector256.FusedMultiplyAdd(m1, e, a01);
                }
                e = Vector256.Create(d[1]);
                a10 = Vector256.FusedMultiplyAdd(s0 * e, i10.AsSingle() - magic, a10);
                a11 = Vector256.FusedMultiplyAdd(s1 * e, i11.AsSingle() - magic, a11);
                if (TParts.HasMinima)
                {
                    e = Vector256.Create(sums[1]);
                    a10 = Vector256.FusedMultiplyAdd(m0, e, a10);
                    a11 = Vector256.FusedMultiplyAdd(m1, e, a11);
                }
                e = Vector256.Create(d[2]);
                a20 = Vector256.FusedMultiplyAdd(s0 * e, i20.AsSingle() - magic, a20);
                a21 = Vector256.FusedMultiplyAdd(s1 * e, i21.AsSingle() - magic, a21);
                if (TParts.HasMinima)
                {
                    e = Vector256.Create(sums[2]);
                    a20 = Vector256.FusedMultiplyAdd(m0, e, a20);
                    a21 = Vector256.FusedMultiplyAdd(m1, e, a21);
                }
                e = Vector256.Create(d[3]);
                a30 = Vector256.FusedMultiplyAdd(s0 * e, i30.AsSingle() - magic, a30);
                a31 = Vector256.FusedMultiplyAdd(s1 * e, i31.AsSingle() - magic, a31);
                if (TParts.HasMinima)
                {
                    e = Vector256.Create(sums[3]);
                    a30 = Vector256.FusedMultiplyAdd(m0, e, a30);
                    a31 = Vector256.FusedMultiplyAdd(m1, e, a31);
                }
                e = Vector256.Create(d[4]);
                a40 = Vector256.FusedMultiplyAdd(s0 * e, i40.AsSingle() - magic, a40);
                a41 = Vector256.FusedMultiplyAdd(s1 * e, i41.AsSingle() - magic, a41);
                if (TParts.HasMinima)
                {
                    e = Vector256.Create(sums[4]);
                    a40 = Vector256.FusedMultiplyAdd(m0, e, a40);
                    a41 = Vector256.FusedMultiplyAdd(m1, e, a41);
                }
            }
            if (TParts.Count == 2)
            {
                i00 = Vector256.Create((start + ldr)[0]);
                i01 = i00;
                i10 = Vector256.Create((start + ldr)[1]);
                i11 = i10;
                i20 = Vector256.Create((start + ldr)[2]);
                i21 = i20;
                i30 = Vector256.Create((start + ldr)[3]);
                i31 = i30;
                i40 = Vector256.Create((start + ldr)[4]);
                i41 = i40;
                {
                    Vector256<byte> w0 = Vector256.Load(w + 512);
                    Vector256<byte> w1 = Vector256.Load(w + 544);
                    Vector256<sbyte> x;
                    x = Vector256.Create(*(int*)(x0 + 16)).AsSByte();
                    i00 = AvxVnni.MultiplyWideningAndAdd(i00, w0, x);
                    i01 = AvxVnni.MultiplyWideningAndAdd(i01, w1, x);
                    x = Vector256.Create(*(int*)((x0 + ldx) + 16)).AsSByte();
                    i10 = AvxVnni.MultiplyWideningAndAdd(i10, w0, x);
                    i11 = AvxVnni.MultiplyWideningAndAdd(i11, w1, x);
                    x = Vector256.Create(*(int*)((x0 + (2 * ldx)) + 16)).AsSByte();
                    i20 = AvxVnni.MultiplyWideningAndAdd(i20, w0, x);
                    i21 = AvxVnni.MultiplyWideningAndAdd(i21, w1, x);
                    x = Vector256.Create(*(int*)(x3 + 16)).AsSByte();
                    i30 = AvxVnni.MultiplyWideningAndAdd(i30, w0, x);
                    i31 = AvxVnni.MultiplyWideningAndAdd(i31, w1, x);
                    x = Vector256.Create(*(int*)((x3 + ldx) + 16)).AsSByte();
                    i40 = AvxVnni.MultiplyWideningAndAdd(i40, w0, x);
                    i41 = AvxVnni.MultiplyWideningAndAdd(i41, w1, x);
                }
                {
                    Vector256<byte> w0 = Vector256.Load(w + 640);
                    Vector256<byte> w1 = Vector256.Load(w + 672);
                    Vector256<sbyte> x;
                    x = Vector256.Create(*(int*)(x0 + 20)).AsSByte();
                    i00 = AvxVnni.MultiplyWideningAndAdd(i00, w0, x);
                    i01 = AvxVnni.MultiplyWideningAndAdd(i01, w1, x);
                    x = Vector256.Create(*(int*)((x0 + ldx) + 20)).AsSByte();
                    i10 = AvxVnni.MultiplyWideningAndAdd(i10, w0, x);
                    i11 = AvxVnni.MultiplyWideningAndAdd(i11, w1, x);
                    x = Vector256.Create(*(int*)((x0 + (2 * ldx)) + 20)).AsSByte();
                    i20 = AvxVnni.MultiplyWideningAndAdd(i20, w0, x);
                    i21 = AvxVnni.MultiplyWideningAndAdd(i21, w1, x);
                    x = Vector256.Create(*(int*)(x3 + 20)).AsSByte();
                    i30 = AvxVnni.MultiplyWideningAndAdd(i30, w0, x);
                    i31 = AvxVnni.MultiplyWideningAndAdd(i31, w1, x);
                    x = Vector256.Create(*(int*)((x3 + ldx) + 20)).AsSByte();
                    i40 = AvxVnni.MultiplyWideningAndAdd(i40, w0, x);
                    i41 = AvxVnni.MultiplyWideningAndAdd(i41, w1, x);
                }
                {
                    Vector256<byte> w0 = Vector256.Load(w + 768);
                    Vector256<byte> w1 = Vector256.Load(w + 800);
                    Vector256<sbyte> x;
                    x = Vector256.Create(*(int*)(x0 + 24)).AsSByte();
                    i00 = AvxVnni.MultiplyWideningAndAdd(i00, w0, x);
                    i01 = AvxVnni.MultiplyWideningAndAdd(i01, w1, x);
                    x = Vector256.Create(*(int*)((x0 + ldx) + 24)).AsSByte();
                    i10 = AvxVnni.MultiplyWideningAndAdd(i10, w0, x);
                    i11 = AvxVnni.MultiplyWideningAndAdd(i11, w1, x);
                    x = Vector256.Create(*(int*)((x0 + (2 * ldx)) + 24)).AsSByte();
                    i20 = AvxVnni.MultiplyWideningAndAdd(i20, w0, x);
                    i21 = AvxVnni.MultiplyWideningAndAdd(i21, w1, x);
                    x = Vector256.Create(*(int*)(x3 + 24)).AsSByte();
                    i30 = AvxVnni.MultiplyWideningAndAdd(i30, w0, x);
                    i31 = AvxVnni.MultiplyWideningAndAdd(i31, w1, x);
                    x = Vector256.Create(*(int*)((x3 + ldx) + 24)).AsSByte();
                    i40 = AvxVnni.MultiplyWideningAndAdd(i40, w0, x);
                    i41 = AvxVnni.MultiplyWideningAndAdd(i41, w1, x);
                }
                {
                    Vector256<byte> w0 = Vector256.Load(w + 896);
                    Vector256<byte> w1 = Vector256.Load(w + 928);
                    Vector256<sbyte> x;
                    x = Vector256.Create(*(int*)(x0 + 28)).AsSByte();
                    i00 = AvxVnni.MultiplyWideningAndAdd(i00, w0, x);
                    i01 = AvxVnni.MultiplyWideningAndAdd(i01, w1, x);
                    x = Vector256.Create(*(int*)((x0 + ldx) + 28)).AsSByte();
                    i10 = AvxVnni.MultiplyWideningAndAdd(i10, w0, x);
                    i11 = AvxVnni.MultiplyWideningAndAdd(i11, w1, x);
                    x = Vector256.Create(*(int*)((x0 + (2 * ldx)) + 28)).AsSByte();
                    i20 = AvxVnni.MultiplyWideningAndAdd(i20, w0, x);
                    i21 = AvxVnni.MultiplyWideningAndAdd(i21, w1, x);
                    x = Vector256.Create(*(int*)(x3 + 28)).AsSByte();
                    i30 = AvxVnni.MultiplyWideningAndAdd(i30, w0, x);
                    i31 = AvxVnni.MultiplyWideningAndAdd(i31, w1, x);
                    x = Vector256.Create(*(int*)((x3 + ldx) + 28)).AsSByte();
                    i40 = AvxVnni.MultiplyWideningAndAdd(i40, w0, x);
                    i41 = AvxVnni.MultiplyWideningAndAdd(i41, w1, x);
                }
                {
                    Vector256<float> s0 = Vector256.Load((s + BlockPanels.Width) + 0), m0 = TParts.HasMinima ? Vector256.Load((m + BlockPanels.Width) + 0) : default;
                    Vector256<float> s1 = Vector256.Load((s + BlockPanels.Width) + 8), m1 = TParts.HasMinima ? Vector256.Load((m + BlockPanels.Width) + 8) : default;
                    Vector256<float> e;
                    e = Vector256.Create(d[0]);
                    a00 = Vector256.FusedMultiplyAdd(s0 * e, i00.AsSingle() - magic, a00);
                    a01 = Vector256.FusedMultiplyAdd(s1 * e, i01.AsSingle() - magic, a01);
                    if (TParts.HasMinima)
                    {
                        e = Vector256.Create((sums + ldr)[0]);
                        a00 = Vector256.FusedMultiplyAdd(m0, e, a00);
                        a01 = Vector256.FusedMultiplyAdd(m1, e, a01);
                    }
                    e = Vector256.Create(d[1]);
                    a10 = Vector256.FusedMultiplyAdd(s0 * e, i10.AsSingle() - magic, a10);
                    a11 = Vector256.FusedMultiplyAdd(s1 * e, i11.AsSingle() - magic, a11);
                    if (TParts.HasMinima)
                    {
                        e = Vector256.Create((sums + ldr)[1]);
                        a10 = Vector256.FusedMultiplyAdd(m0, e, a10);
                        a11 = Vector256.FusedMultiplyAdd(m1, e, a11);
                    }
                    e = Vector256.Create(d[2]);
                    a20 = Vector256.FusedMultiplyAdd(s0 * e, i20.AsSingle() - magic, a20);
                    a21 = Vector256.FusedMultiplyAdd(s1 * e, i21.AsSingle() - magic, a21);
                    if (TParts.HasMinima)
                    {
                        e = Vector256.Create((sums + ldr)[2]);
                        a20 = Vector256.FusedMultiplyAdd(m0, e, a20);
                        a21 = Vector256.FusedMultiplyAdd(m1, e, a21);
                    }
                    e = Vector256.Create(d[3]);
                    a30 = Vector256.FusedMultiplyAdd(s0 * e, i30.AsSingle() - magic, a30);
                    a31 = Vector256.FusedMultiplyAdd(s1 * e, i31.AsSingle() - magic, a31);
                    if (TParts.HasMinima)
                    {
                        e = Vector256.Create((sums + ldr)[3]);
                        a30 = Vector256.FusedMultiplyAdd(m0, e, a30);
                        a31 = Vector256.FusedMultiplyAdd(m1, e, a31);
                    }
                    e = Vector256.Create(d[4]);
                    a40 = Vector256.FusedMultiplyAdd(s0 * e, i40.AsSingle() - magic, a40);
                    a41 = Vector256.FusedMultiplyAdd(s1 * e, i41.AsSingle() - magic, a41);
                    if (TParts.HasMinima)
                    {
                        e = Vector256.Create((sums + ldr)[4]);
                        a40 = Vector256.FusedMultiplyAdd(m0, e, a40);
                        a41 = Vector256.FusedMultiplyAdd(m1, e, a41);
                    }
                }
            }
        }
        a00.Store(y);
        a01.Store(y + 8);
        a10.Store(y + ldy);
        a11.Store(y + ldy + 8);
        a20.Store(y + (2 * ldy));
        a21.Store(y + (2 * ldy) + 8);
        a30.Store(y + (3 * ldy));
        a31.Store(y + (3 * ldy) + 8);
        a40.Store(y + (4 * ldy));
        a41.Store(y + (4 * ldy) + 8);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization), SkipLocalsInit]
    private static void Vnni6<TParts>(in IntegerTileCall call, int column) where TParts : struct, IParts
    {
        byte* w = call.Codes + (4 * column);
        float* s = call.Scales + column, m = call.Minima + column, y = call.Y + column, d = call.RowScales, sums = call.RowSums;
        int* start = call.RowStarts;
        nint ldx = call.RowStride, ldr = call.PartStride, ldy = call.YStride, lines = call.AheadLines;
        byte* ahead = call.Ahead + (column == 0 ? 0 : column * call.AheadLines * call.Blocks * 64 / 16);
        sbyte* x0 = call.X;
        sbyte* x3 = x0 + (3 * ldx);
        Vector256<float> magic = Vector256.Create(ActivationBlocks.Magic);
        Vector256<float> a00 = Vector256<float>.Zero;
        Vector256<float> a01 = Vector256<float>.Zero;
        Vector256<float> a10 = Vector256<float>.Zero;
        Vector256<float> a11 = Vector256<float>.Zero;
        Vector256<float> a20 = Vector256<float>.Zero;
        Vector256<float> a21 = Vector256<float>.Zero;
        Vector256<float> a30 = Vector256<float>.Zero;
        Vector256<float> a31 = Vector256<float>.Zero;
        Vector256<float> a40 = Vector256<float>.Zero;
        Vector256<float> a41 = Vector256<float>.Zero;
        Vector256<float> a50 = Vector256<float>.Zero;
        Vector256<float> a51 = Vector256<float>.Zero;
        if (call.Continues)
        {
            a00 = Vector256.Load(y);
            a01 = Vector256.Load(y + 8);
            a10 = Vector256.Load(y + ldy);
            a11 = Vector256.Load(y + ldy + 8);
            a20 = Vector256.Load(y + (2 * ldy));
            a21 = Vector256.Load(y + (2 * ldy) + 8);
            a30 = Vector256.Load(y + (3 * ldy));
            a31 = Vector256.Load(y + (3 * ldy) + 8);
            a40 = Vector256.Load(y + (4 * ldy));
            a41 = Vector256.Load(y + (4 * ldy) + 8);
            a50 = Vector256.Load(y + (5 * ldy));
            a51 = Vector256.Load(y + (5 * ldy) + 8);
        }
        for (int b = call.Blocks; b > 0; b--, w += BlockCodes.BlockBytes, d += ldr, start += TParts.Count * ldr, sums += TParts.Count * ldr, s += TParts.Count * BlockPanels.Width, m += TParts.Count * BlockPanels.Width, x0 += Backend.ActivationBlock, x3 += Backend.ActivationBlock)
        {
            for (nint line = lines; line > 0; line--, ahead += 64)
                Sse.Prefetch1(ahead);
            Vector256<int> i00 = Vector256.Create(start[0]);
            Vector256<int> i01 = i00;
            Vector256<int> i10 = Vector256.Create(start[1]);
            Vector256<int> i11 = i10;
            Vector256<int> i20 = Vector256.Create(start[2]);
            Vector256<int> i21 = i20;
            Vector256<int> i30 = Vector256.Create(start[3]);
            Vector256<int> i31 = i30;
            Vector256<int> i40 = Vector256.Create(start[4]);
            Vector256<int> i41 = i40;
            Vector256<int> i50 = Vector256.Create(start[5]);
            Vector256<int> i51 = i50;
            {
                Vector256<byte> w0 = Vector256.Load(w + 0);
                Vector256<byte> w1 = Vector256.Load(w + 32);
                Vector256<sbyte> x;
                x = Vector256.Create(*(int*)(x0 + 0)).AsSByte();
                i00 = AvxVnni.MultiplyWideningAndAdd(i00, w0, x);
                i01 = AvxVnni.MultiplyWideningAndAdd(i01, w1, x);
                x = Vector256.Create(*(int*)((x0 + ldx) + 0)).AsSByte();
                i10 = AvxVnni.MultiplyWideningAndAdd(i10, w0, x);
                i11 = AvxVnni.MultiplyWideningAndAdd(i11, w1, x);
                x = Vector256.Create(*(int*)((x0 + (2 * ldx)) + 0)).AsSByte();
                i20 = AvxVnni.MultiplyWideningAndAdd(i20, w0, x);
                i21 = AvxVnni.MultiplyWideningAndAdd(i21, w1, x);
                x = Vector256.Create(*(int*)(x3 + 0)).AsSByte();
                i30 = AvxVnni.MultiplyWideningAndAdd(i30, w0, x);
                i31 = AvxVnni.MultiplyWideningAndAdd(i31, w1, x);
                x = Vector256.Create(*(int*)((x3 + ldx) + 0)).AsSByte();
                i40 = AvxVnni.MultiplyWideningAndAdd(i40, w0, x);
                i41 = AvxVnni.MultiplyWideningAndAdd(i41, w1, x);
                x = Vector256.Create(*(int*)((x3 + (2 * ldx)) + 0)).AsSByte();
                i50 = AvxVnni.MultiplyWideningAndAdd(i50, w0, x);
                i51 = AvxVnni.MultiplyWideningAndAdd(i51, w1, x);
            }
            {
                Vector256<byte> w0 = Vector256.Load(w + 128);
                Vector256<byte> w1 = Vector256.Load(w + 160);
                Vector256<sbyte> x;
                x = Vector256.Create(*(int*)(x0 + 4)).AsSByte();
                i00 = AvxVnni.MultiplyWideningAndAdd(i00, w0, x);
                i01 = AvxVnni.MultiplyWideningAndAdd(i01, w1, x);
                x = Vector256.Create(*(int*)((x0 + ldx) + 4)).AsSByte();
                i10 = AvxVnni.MultiplyWideningAndAdd(i10, w0, x);
                i11 = AvxVnni.MultiplyWideningAndAdd(i11, w1, x);
                x = Vector256.Create(*(int*)((x0 + (2 * ldx)) + 4)).AsSByte();
                i20 = AvxVnni.MultiplyWideningAndAdd(i20, w0, x);
                i21 = AvxVnni.MultiplyWideningAndAdd(i21, w1, x);
                x = Vector256.Create(*(int*)(x3 + 4)).AsSByte();
                i30 = AvxVnni.MultiplyWideningAndAdd(i30, w0, x);
                i31 = AvxVnni.MultiplyWideningAndAdd(i31, w1, x);
                x = Vector256.Create(*(int*)((x3 + ldx) + 4)).AsSByte();
                i40 = AvxVnni.MultiplyWideningAndAdd(i40, w0, x);
                i41 = AvxVnni.MultiplyWideningAndAdd(i41, w1, x);
                x = Vector256.Create(*(int*)((x3 + (2 * ldx)) + 4)).AsSByte();
                i50 = AvxVnni.MultiplyWideningAndAdd(i50, w0, x);
                i51 = AvxVnni.MultiplyWideningAndAdd(i51, w1, x);
            }
            {
                Vector256<byte> w0 = Vector256.Load(w + 256);
                Vector256<byte> w1 = Vector256.Load(w + 288);
                Vector256<sbyte> x;
                x = Vector256.Create(*(int*)(x0 + 8)).AsSByte();
                i00 = AvxVnni.MultiplyWideningAndAdd(i00, w0, x);
                i01 = AvxVnni.MultiplyWideningAndAdd(i01, w1, x);
                x = Vector256.Create(*(int*)((x0 + ldx) + 8)).AsSByte();
                i10 = AvxVnni.MultiplyWideningAndAdd(i10, w0, x);
                i11 = AvxVnni.MultiplyWideningAndAdd(i11, w1, x);
                x = Vector256.Create(*(int*)((x0 + (2 * ldx)) + 8)).AsSByte();
                i20 = AvxVnni.MultiplyWideningAndAdd(i20, w0, x);
                i21 = AvxVnni.MultiplyWideningAndAdd(i21, w1, x);
                x = Vector256.Create(*(int*)(x3 + 8)).AsSByte();
                i30 = AvxVnni.MultiplyWideningAndAdd(i30, w0, x);
                i31 = AvxVnni.MultiplyWideningAndAdd(i31, w1, x);
                x = Vector256.Create(*(int*)((x3 + ldx) + 8)).AsSByte();
                i40 = AvxVnni.MultiplyWideningAndAdd(i40, w0, x);
                i41 = AvxVnni.MultiplyWideningAndAdd(i41, w1, x);
                x = Vector256.Create(*(int*)((x3 + (2 * ldx)) + 8)).AsSByte();
                i50 = AvxVnni.MultiplyWideningAndAdd(i50, w0, x);
                i51 = AvxVnni.MultiplyWideningAndAdd(i51, w1, x);
            }
            {
                Vector256<byte> w0 = Vector256.Load(w + 384);
                Vector256<byte> w1 = Vector256.Load(w + 416);
                Vector256<sbyte> x;
                x = Vector256.Create(*(int*)(x0 + 12)).AsSByte();
                i00 = AvxVnni.MultiplyWideningAndAdd(i00, w0, x);
                i01 = AvxVnni.MultiplyWideningAndAdd(i01, w1, x);
                x = Vector256.Create(*(int*)((x0 + ldx) + 12)).AsSByte();
                i10 = AvxVnni.MultiplyWideningAndAdd(i10, w0, x);
                i11 = AvxVnni.MultiplyWideningAndAdd(i11, w1, x);
                x = Vector256.Create(*(int*)((x0 + (2 * ldx)) + 12)).AsSByte();
                i20 = AvxVnni.MultiplyWideningAndAdd(i20, w0, x);
                i21 = AvxVnni.MultiplyWideningAndAdd(i21, w1, x);
                x = Vector256.Create(*(int*)(x3 + 12)).AsSByte();
                i30 = AvxVnni.MultiplyWideningAndAdd(i30, w0, x);
                i31 = AvxVnni.MultiplyWideningAndAdd(i31, w1, x);
                x = Vector256.Create(*(int*)((x3 + ldx) + 12)).AsSByte();
                i40 = AvxVnni.MultiplyWideningAndAdd(i40, w0, x);
                i41 = AvxVnni.MultiplyWideningAndAdd(i41, w1, x);
                x = Vector256.Create(*(int*)((x3 + (2 * ldx)) + 12)).AsSByte();
                i50 = AvxVnni.MultiplyWideningAndAdd(i50, w0, x);
                i51 = AvxVnni.MultiplyWideningAndAdd(i51, w1, x);
            }
            if (TParts.Count == 1)
            {
                {
                    Vector256<byte> w0 = Vector256.Load(w + 512);
                    Vector256<byte> w1 = Vector256.Load(w + 544);
                    Vector256<sbyte> x;
                    x = Vector256.Create(*(int*)(x0 + 16)).AsSByte();
                    i00 = AvxVnni.MultiplyWideningAndAdd(i00, w0, x);
                    i01 = AvxVnni.MultiplyWideningAndAdd(i01, w1, x);
                    x = Vector256.Create(*(int*)((x0 + ldx) + 16)).AsSByte();
                    i10 = AvxVnni.MultiplyWideningAndAdd(i10, w0, x);
                    i11 = AvxVnni.MultiplyWideningAndAdd(i11, w1, x);
                    x = Vector256.Create(*(int*)((x0 + (2 * ldx)) + 16)).AsSByte();
                    i20 = AvxVnni.MultiplyWideningAndAdd(i20, w0, x);
                    i21 = AvxVnni.MultiplyWideningAndAdd(i21, w1, x);
                    x = Vector256.Create(*(int*)(x3 + 16)).AsSByte();
                    i30 = AvxVnni.MultiplyWideningAndAdd(i30, w0, x);
                    i31 = AvxVnni.MultiplyWideningAndAdd(i31, w1, x);
                    x = Vector256.Create(*(int*)((x3 + ldx) + 16)).AsSByte();
                    i40 = AvxVnni.MultiplyWideningAndAdd(i40, w0, x);
                    i41 = AvxVnni.MultiplyWideningAndAdd(i41, w1, x);
                    x = Vector256.Create(*(int*)((x3 + (2 * ldx)) + 16)).AsSByte();
                    i50 = AvxVnni.MultiplyWideningAndAdd(i50, w0, x);
                    i51 = AvxVnni.MultiplyWideningAndAdd(i51, w1, x);
                }
                {
                    Vector256<byte> w0 = Vector256.Load(w + 640);
                    Vector256<byte> w1 = Vector256.Load(w + 672);
                    Vector256<sbyte> x;
                    x = Vector256.Create(*(int*)(x0 + 20)).AsSByte();
                    i00 = AvxVnni.MultiplyWideningAndAdd(i00, w0, x);
                    i01 = AvxVnni.MultiplyWideningAndAdd(i01, w1, x);
                    x = Vector256.Create(*(int*)((x0 + ldx) + 20)).AsSByte();
                    i10 = AvxVnni.MultiplyWideningAndAdd(i10, w0, x);
                    i11 = AvxVnni.MultiplyWideningAndAdd(i11, w1, x);
                    x = Vector256.Create(*(int*)((x0 + (2 * ldx)) + 20)).AsSByte();
                    i20 = AvxVnni.MultiplyWideningAndAdd(i20, w0, x);
                    i21 = AvxVnni.MultiplyWideningAndAdd(i21, w1, x);
                    x = Vector256.Create(*(int*)(x3 + 20)).AsSByte();
                    i30 = AvxVnni.MultiplyWideningAndAdd(i30, w0, x);
                    i31 = AvxVnni.MultiplyWideningAndAdd(i31, w1, x);
                    x = Vector256.Create(*(int*)((x3 + ldx) + 20)).AsSByte();
                    i40 = AvxVnni.MultiplyWideningAndAdd(i40, w0, x);
                    i41 = AvxVnni.MultiplyWideningAndAdd(i41, w1, x);
                    x = Vector256.Create(*(int*)((x3 + (2 * ldx)) + 20)).AsSByte();
                    i50 = AvxVnni.MultiplyWideningAndAdd(i50, w0, x);
                    i51 = AvxVnni.MultiplyWideningAndAdd(i51, w1, x);
                }
                {
                    Vector256<byte> w0 = Vector256.Load(w + 768);
                    Vector256<byte> w1 = Vector256.Load(w + 800);
                    Vector256<sbyte> x;
                    x = Vector256.Create(*(int*)(x0 + 24)).AsSByte();
                    i00 = AvxVnni.MultiplyWideningAndAdd(i00, w0, x);
                    i01 = AvxVnni.MultiplyWideningAndAdd(i01, w1, x);
                    x = Vector256.Create(*(int*)((x0 + ldx) + 24)).AsSByte();
                    i10 = AvxVnni.MultiplyWideningAndAdd(i10, w0, x);
                    i11 = AvxVnni.MultiplyWideningAndAdd(i11, w1, x);
                    x = Vector256.Create(*(int*)((x0 + (2 * ldx)) + 24)).AsSByte();
                    i20 = AvxVnni.MultiplyWideningAndAdd(i20, w0, x);
                    i21 = AvxVnni.MultiplyWideningAndAdd(i21, w1, x);
                    x = Vector256.Create(*(int*)(x3 + 24)).AsSByte();
                    i30 = AvxVnni.MultiplyWideningAndAdd(i30, w0, x);
                    i31 = AvxVnni.MultiplyWideningAndAdd(i31, w1, x);
                    x = Vector256.Create(*(int*)((x3 + ldx) + 24)).AsSByte();
                    i40 = AvxVnni.MultiplyWideningAndAdd(i40, w0, x);
                    i41 = AvxVnni.MultiplyWideningAndAdd(i41, w1, x);
                    x = Vector256.Create(*(int*)((x3 + (2 * ldx)) + 24)).AsSByte();
                    i50 = AvxVnni.MultiplyWideningAndAdd(i50, w0, x);
                    i51 = AvxVnni.MultiplyWideningAndAdd(i51, w1, x);
                }
                {
                    Vector256<byte> w0 = Vector256.Load(w + 896);
                    Vector256<byte> w1 = Vector256.Load(w + 928);
                    Vector256<sbyte> x;
                    x = Vector256.Create(*(int*)(x0 + 28)).AsSByte();
                    i00 = AvxVnni.MultiplyWideningAndAdd(i00, w0, x);
                    i01 = AvxVnni.MultiplyWideningAndAdd(i01, w1, x);
                    x = Vector256.Create(*(int*)((x0 + ldx) + 28)).AsSByte();
                    i10 = AvxVnni.MultiplyWideningAndAdd(i10, w0, x);
                    i11 = AvxVnni.MultiplyWideningAndAdd(i11, w1, x);
                    x = Vector256.Create(*(int*)((x0 + (2 * ldx)) + 28)).AsSByte();
                    i20 = AvxVnni.MultiplyWideningAndAdd(i20, w0, x);
                    i21 = AvxVnni.MultiplyWideningAndAdd(i21, w1, x);
                    x = Vector256.Create(*(int*)(x3 + 28)).AsSByte();
                    i30 = AvxVnni.MultiplyWideningAndAdd(i30, w0, x);
                    i31 = AvxVnni.MultiplyWideningAndAdd(i31, w1, x);
                    x = Vector256.Create(*(int*)((x3 + ldx) + 28)).AsSByte();
                    i40 = AvxVnni.MultiplyWideningAndAdd(i40, w0, x);
                    i41 = AvxVnni.MultiplyWideningAndAdd(i41, w1, x);
                    x = Vector256.Create(*(int*)((x3 + (2 * ldx)) + 28)).AsSByte();
                    i50 = AvxVnni.MultiplyWideningAndAdd(i50, w0, x);
                    i51 = AvxVnni.MultiplyWideningAndAdd(i51, w1, x);
                }
            }
            {
                Vector256<float> s0 = Vector256.Load(s + 0), m0 = TParts.HasMinima ? Vector256.Load(m + 0) : default;
                Vector256<float> s1 = Vector256.Load(s + 8), m1 = TParts.HasMinima ? Vector256.Load(m + 8) : default;
                Vector256<float> e;
                e = Vector256.Create(d[0]);
                a00 = Vector256.FusedMultiplyAdd(s0 * e, i00.AsSingle() - magic, a00);
                a01 = Vector256.FusedMultiplyAdd(s1 * e, i01.AsSingle() - magic, a01);
                if (TParts.HasMinima)
                {
                    e = Vector256.Create(sums[0]);
                    a00 = Vector256.FusedMultiplyAdd(m0, e, a00);
                    a01 = Vector256.FusedMultiplyAdd(m1, e, a01);
                }
                e = Vector256.Create(d[1]);
                a10 = Vector256.FusedMultiplyAdd(s0 * e, i10.AsSingle() - magic, a10);
                a11 = Vector256.FusedMultiplyAdd(s1 * e, i11.AsSingle() - magic, a11);
                if (TParts.HasMinima)
                {
                    e = Vector256.Create(sums[1]);
                    a10 = Vector256.FusedMultiplyAdd(m0, e, a10);
                    a11 = Vector256.FusedMultiplyAdd(m1, e, a11);
                }
                e = Vector256.Create(d[2]);
                a20 = Vector256.FusedMultiplyAdd(s0 * e, i20.AsSingle() - magic, a20);
                a21 = Vector256.FusedMultiplyAdd(s1 * e, i21.AsSingle() - magic, a21);
                if (TParts.HasMinima)
                {
                    e = Vector256.Create(sums[2]);
                    a20 = Vector256.FusedMultiplyAdd(m0, e, a20);
                    a21 = Vector256.FusedMultiplyAdd(m1, e, a21);
                }
                e = Vector256.Create(d[3]);
                a30 = Vector256.FusedMultiplyAdd(s0 * e, i30.AsSingle() - magic, a30);
                a31 = Vector256.FusedMultiplyAdd(s1 * e, i31.AsSingle() - magic, a31);
                if (TParts.HasMinima)
                {
                    e = Vector256.Create(sums[3]);
                    a30 = Vector256.FusedMultiplyAdd(m0, e, a30);
                    a31 = Vector256.FusedMultiplyAdd(m1, e, a31);
                }
                e = Vector256.Create(d[4]);
                a40 = Vector256.FusedMultiplyAdd(s0 * e, i40.AsSingle() - magic, a40);
                a41 = Vector256.FusedMultiplyAdd(s1 * e, i41.AsSingle() - magic, a41);
                if (TParts.HasMinima)
                {
                    e = Vector256.Create(sums[4]);
                    a40 = Vector256.FusedMultiplyAdd(m0, e, a40);
                    a41 = Vector256.FusedMultiplyAdd(m1, e, a41);
                }
                e = Vector256.Create(d[5]);
                a50 = Vector256.FusedMultiplyAdd(s0 * e, i50.AsSingle() - magic, a50);
                a51 = Vector256.FusedMultiplyAdd(s1 * e, i51.AsSingle() - magic, a51);
                if (TParts.HasMinima)
                {
                    e = Vector256.Create(sums[5]);
                    a50 = Vector256.FusedMultiplyAdd(m0, e, a50);
                    a51 = Vector256.FusedMultiplyAdd(m1, e, a51);
                }
            }
            if (TParts.Count == 2)
            {
                i00 = Vector256.Create((start + ldr)[0]);
                i01 = i00;
                i10 = Vector256.Create((start + ldr)[1]);
                i11 = i10;
                i20 = Vector256.Create((start + ldr)[2]);
                i21 = i20;
                i30 = Vector256.Create((start + ldr)[3]);
                i31 = i30;
                i40 = Vector256.Create((start + ldr)[4]);
                i41 = i40;
                i50 = Vector256.Create((start + ldr)[5]);
                i51 = i50;
                {
                    Vector256<byte> w0 = Vector256.Load(w + 512);
                    Vector256<byte> w1 = Vector256.Load(w + 544);
                    Vector256<sbyte> x;
                    x = Vector256.Create(*(int*)(x0 + 16)).AsSByte();
                    i00 = AvxVnni.MultiplyWideningAndAdd(i00, w0, x);
                    i01 = AvxVnni.MultiplyWideningAndAdd(i01, w1, x);
                    x = Vector256.Create(*(int*)((x0 + ldx) + 16)).AsSByte();
                    i10 = AvxVnni.MultiplyWideningAndAdd(i10, w0, x);
                    i11 = AvxVnni.MultiplyWideningAndAdd(i11, w1, x);
                    x = Vector256.Create(*(int*)((x0 + (2 * ldx)) + 16)).AsSByte();
                    i20 = AvxVnni.MultiplyWideningAndAdd(i20, w0, x);
                    i21 = AvxVnni.MultiplyWideningAndAdd(i21, w1, x);
                    x = Vector256.Create(*(int*)(x3 + 16)).AsSByte();
                    i30 = AvxVnni.MultiplyWideningAndAdd(i30, w0, x);
                    i31 = AvxVnni.MultiplyWideningAndAdd(i31, w1, x);
                    x = Vector256.Create(*(int*)((x3 + ldx) + 16)).AsSByte();
                    i40 = AvxVnni.MultiplyWideningAndAdd(i40, w0, x);
                    i41 = AvxVnni.MultiplyWideningAndAdd(i41, w1, x);
                    x = Vector256.Create(*(int*)((x3 + (2 * ldx)) + 16)).AsSByte();
                    i50 = AvxVnni.MultiplyWideningAndAdd(i50, w0, x);
                    i51 = AvxVnni.MultiplyWideningAndAdd(i51, w1, x);
                }
                {
                    Vector256<byte> w0 = Vector256.Load(w + 640);
                    Vector256<byte> w1 = Vector256.Load(w + 672);
                    Vector256<sbyte> x;
                    x = Vector256.Create(*(int*)(x0 + 20)).AsSByte();
                    i00 = AvxVnni.MultiplyWideningAndAdd(i00, w0, x);
                    i01 = AvxVnni.MultiplyWideningAndAdd(i01, w1, x);
                    x = Vector256.Create(*(int*)((x0 + ldx) + 20)).AsSByte();
                    i10 = AvxVnni.MultiplyWideningAndAdd(i10, w0, x);
                    i11 = AvxVnni.MultiplyWideningAndAdd(i11, w1, x);
                    x = Vector256.Create(*(int*)((x0 + (2 * ldx)) + 20)).AsSByte();
                    i20 = AvxVnni.MultiplyWideningAndAdd(i20, w0, x);
                    i21 = AvxVnni.MultiplyWideningAndAdd(i21, w1, x);
                    x = Vector256.Create(*(int*)(x3 + 20)).AsSByte();
                    i30 = AvxVnni.MultiplyWideningAndAdd(i30, w0, x);
                    i31 = AvxVnni.MultiplyWideningAndAdd(i31, w1, x);
                    x = Vector256.Create(*(int*)((x3 + ldx) + 20)).AsSByte();
                    i40 = AvxVnni.MultiplyWideningAndAdd(i40, w0, x);
                    i41 = AvxVnni.MultiplyWideningAndAdd(i41, w1, x);
                    x = Vector256.Create(*(int*)((x3 + (2 * ldx)) + 20)).AsSByte();
                    i50 = AvxVnni.MultiplyWideningAndAdd(i50, w0, x);
                    i51 = AvxVnni.MultiplyWideningAndAdd(i51, w1, x);
                }
                {
                    Vector256<byte> w0 = Vector256.Load(w + 768);
                    Vector256<byte> w1 = Vector256.Load(w + 800);
                    Vector256<sbyte> x;
                    x = Vector256.Create(*(int*)(x0 + 24)).AsSByte();
                    i00 = AvxVnni.MultiplyWideningAndAdd(i00, w0, x);
                    i01 = AvxVnni.MultiplyWideningAndAdd(i01, w1, x);
                    x = Vector256.Create(*(int*)((x0 + ldx) + 24)).AsSByte();
                    i10 = AvxVnni.MultiplyWideningAndAdd(i10, w0, x);
                    i11 = AvxVnni.MultiplyWideningAndAdd(i11, w1, x);
                    x = Vector256.Create(*(int*)((x0 + (2 * ldx)) + 24)).AsSByte();
                    i20 = AvxVnni.MultiplyWideningAndAdd(i20, w0, x);
                    i21 = AvxVnni.MultiplyWideningAndAdd(i21, w1, x);
                    x = Vector256.Create(*(int*)(x3 + 24)).AsSByte();
                    i30 = AvxVnni.MultiplyWideningAndAdd(i30, w0, x);
                    i31 = AvxVnni.MultiplyWideningAndAdd(i31, w1, x);
                    x = Vector256.Create(*(int*)((x3 + ldx) + 24)).AsSByte();
                    i40 = AvxVnni.MultiplyWideningAndAdd(i40, w0, x);
                    i41 = AvxVnni.MultiplyWideningAndAdd(i41, w1, x);
                    x = Vector256.Create(*(int*)((x3 + (2 * ldx)) + 24)).AsSByte();
                    i50 = AvxVnni.MultiplyWideningAndAdd(i50, w0, x);
                    i51 = AvxVnni.MultiplyWideningAndAdd(i51, w1, x);
                }
                {
                    Vector256<byte> w0 = Vector256.Load(w + 896);
                    Vector256<byte> w1 = Vector256.Load(w + 928);
                    Vector256<sbyte> x;
                    x = Vector256.Create(*(int*)(x0 + 28)).AsSByte();
                    i00 = AvxVnni.MultiplyWideningAndAdd(i00, w0, x);
                    i01 = AvxVnni.MultiplyWideningAndAdd(i01, w1, x);
                    x = Vector256.Create(*(int*)((x0 + ldx) + 28)).AsSByte();
                    i10 = AvxVnni.MultiplyWideningAndAdd(i10, w0, x);
                    i11 = AvxVnni.MultiplyWideningAndAdd(i11, w1, x);
                    x = Vector256.Create(*(int*)((x0 + (2 * ldx)) + 28)).AsSByte();
                    i20 = AvxVnni.MultiplyWideningAndAdd(i20, w0, x);
                    i21 = AvxVnni.MultiplyWideningAndAdd(i21, w1, x);
                    x = Vector256.Create(*(int*)(x3 + 28)).AsSByte();
                    i30 = AvxVnni.MultiplyWideningAndAdd(i30, w0, x);
                    i31 = AvxVnni.MultiplyWideningAndAdd(i31, w1, x);
                    x = Vector256.Create(*(int*)((x3 + ldx) + 28)).AsSByte();
                    i40 = AvxVnni.MultiplyWideningAndAdd(i40, w0, x);
                    i41 = AvxVnni.MultiplyWideningAndAdd(i41, w1, x);
                    x = Vector256.Create(*(int*)((x3 + (2 * ldx)) + 28)).AsSByte();
                    i50 = AvxVnni.MultiplyWideningAndAdd(i50, w0, x);
                    i51 = AvxVnni.MultiplyWideningAndAdd(i51, w1, x);
                }
                {
                    Vector256<float> s0 = Vector256.Load((s + BlockPanels.Width) + 0), m0 = TParts.HasMinima ? Vector256.Load((m + BlockPanels.Width) + 0) : default;
                    Vector256<float> s1 = Vector256.Load((s + BlockPanels.Width) + 8), m1 = TParts.HasMinima ? Vector256.Load((m + BlockPanels.Width) + 8) : default;
                    Vector256<float> e;
                    e = Vector256.Create(d[0]);
                    a00 = Vector256.FusedMultiplyAdd(s0 * e, i00.AsSingle() - magic, a00);
                    a01 = Vector256.FusedMultiplyAdd(s1 * e, i01.AsSingle() - magic, a01);
                    if (TParts.HasMinima)
                    {
                        e = Vector256.Create((sums + ldr)[0]);
                        a00 = Vector256.FusedMultiplyAdd(m0, e, a00);
                        a01 = Vector256.FusedMultiplyAdd(m1, e, a01);
                    }
                    e = Vector256.Create(d[1]);
                    a10 = Vector256.FusedMultiplyAdd(s0 * e, i10.AsSingle() - magic, a10);
                    a11 = Vector256.FusedMultiplyAdd(s1 * e, i11.AsSingle() - magic, a11);
                    if (TParts.HasMinima)
                    {
                        e = Vector256.Create((sums + ldr)[1]);
                        a10 = Vector256.FusedMultiplyAdd(m0, e, a10);
                        a11 = Vector256.FusedMultiplyAdd(m1, e, a11);
                    }
                    e = Vector256.Create(d[2]);
                    a20 = Vector256.FusedMultiplyAdd(s0 * e, i20.AsSingle() - magic, a20);
                    a21 = Vector256.FusedMultiplyAdd(s1 * e, i21.AsSingle() - magic, a21);
                    if (TParts.HasMinima)
                    {
                        e = Vector256.Create((sums + ldr)[2]);
                        a20 = Vector256.FusedMultiplyAdd(m0, e, a20);
                        a21 = Vector256.FusedMultiplyAdd(m1, e, a21);
                    }
                    e = Vector256.Create(d[3]);
                    a30 = Vector256.FusedMultiplyAdd(s0 * e, i30.AsSingle() - magic, a30);
                    a31 = Vector256.FusedMultiplyAdd(s1 * e, i31.AsSingle() - magic, a31);
                    if (TParts.HasMinima)
                    {
                        e = Vector256.Create((sums + ldr)[3]);
                        a30 = Vector256.FusedMultiplyAdd(m0, e, a30);
                        a31 = Vector256.FusedMultiplyAdd(m1, e, a31);
                    }
                    e = Vector256.Create(d[4]);
                    a40 = Vector256.FusedMultiplyAdd(s0 * e, i40.AsSingle() - magic, a40);
                    a41 = Vector256.FusedMultiplyAdd(s1 * e, i41.AsSingle() - magic, a41);
                    if (TParts.HasMinima)
                    {
                        e = Vector256.Create((sums + ldr)[4]);
                        a40 = Vector256.FusedMultiplyAdd(m0, e, a40);
                        a41 = Vector256.FusedMultiplyAdd(m1, e, a41);
                    }
                    e = Vector256.Create(d[5]);
                    a50 = Vector256.FusedMultiplyAdd(s0 * e, i50.AsSingle() - magic, a50);
                    a51 = Vector256.FusedMultiplyAdd(s1 * e, i51.AsSingle() - magic, a51);
                    if (TParts.HasMinima)
                    {
                        e = Vector256.Create((sums + ldr)[5]);
                        a50 = Vector256.FusedMultiplyAdd(m0, e, a50);
                        a51 = Vector256.FusedMultiplyAdd(m1, e, a51);
                    }
                }
            }
        }
        a00.Store(y);
        a01.Store(y + 8);
        a10.Store(y + ldy);
        a11.Store(y + ldy + 8);
        a20.Store(y + (2 * ldy));
        a21.Store(y + (2 * ldy) + 8);
        a30.Store(y + (3 * ldy));
        a31.Store(y + (3 * ldy) + 8);
        a40.Store(y + (4 * ldy));
        a41.Store(y + (4 * ldy) + 8);
        a50.Store(y + (5 * ldy));
        a51.Store(y + (5 * ldy) + 8);
    }
}
