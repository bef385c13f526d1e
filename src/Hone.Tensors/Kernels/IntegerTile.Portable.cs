// Written by tools/GenerateIntegerTiles.cs; change that and run it again.
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Hone.Tensors;

/// <summary>Integer tiles of 128-bit vectors. Codes of any size, one column of 4 outputs at a time.</summary>
internal static unsafe partial class IntegerTile
{
    private const int PortableMaxRows = 4;
    private const int PortableColumns = 4;

    private static void Portable<TParts>(int rows, in IntegerTileCall call, int column) where TParts : struct, IParts
    {
        switch (rows)
        {
            case 1: Portable1<TParts>(call, column); break;
            case 2: Portable2<TParts>(call, column); break;
            case 3: Portable3<TParts>(call, column); break;
            default: Portable4<TParts>(call, column); break;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization), SkipLocalsInit]
    private static void Portable1<TParts>(in IntegerTileCall call, int column) where TParts : struct, IParts
    {
        byte* w = call.Codes + (4 * column);
        float* s = call.Scales + column, m = call.Minima + column, y = call.Y + column, d = call.RowScales, sums = call.RowSums;
        int* start = call.RowStarts;
        nint ldx = call.RowStride, ldr = call.PartStride, ldy = call.YStride, lines = call.AheadLines;
        byte* ahead = call.Ahead + (column == 0 ? 0 : column * call.AheadLines * call.Blocks * 64 / 4);
        sbyte* x0 = call.X;
        Vector128<float> magic = Vector128.Create(ActivationBlocks.Magic);
        Vector128<int> low = Vector128.Create(255);
        Vector128<float> a00 = Vector128<float>.Zero;
        if (call.Continues)
        {
            a00 = Vector128.Load(y);
        }
        for (int b = call.Blocks; b > 0; b--, w += BlockCodes.BlockBytes, d += ldr, start += TParts.Count * ldr, sums += TParts.Count * ldr, s += TParts.Count * BlockPanels.Width, m += TParts.Count * BlockPanels.Width, x0 += Backend.ActivationBlock)
        {
            for (nint line = lines; line > 0; line--, ahead += 64)
                Sse.Prefetch1(ahead);
            Vector128<int> i00 = Vector128.Create(start[0]);
            {
                Vector128<int> w0 = Vector128.Load((int*)(w + 0));
                Vector128<int> c0 = w0 & low;
                i00 += c0 * Vector128.Create((int)x0[0]);
                Vector128<int> c1 = Vector128.ShiftRightLogical(w0, 8) & low;
                i00 += c1 * Vector128.Create((int)x0[1]);
                Vector128<int> c2 = Vector128.ShiftRightLogical(w0, 16) & low;
                i00 += c2 * Vector128.Create((int)x0[2]);
                Vector128<int> c3 = Vector128.ShiftRightLogical(w0, 24) & low;
                i00 += c3 * Vector128.Create((int)x0[3]);
            }
            {
                Vector128<int> w0 = Vector128.Load((int*)(w + 128));
                Vector128<int> c0 = w0 & low;
                i00 += c0 * Vector128.Create((int)x0[4]);
                Vector128<int> c1 = Vector128.ShiftRightLogical(w0, 8) & low;
                i00 += c1 * Vector128.Create((int)x0[5]);
                Vector128<int> c2 = Vector128.ShiftRightLogical(w0, 16) & low;
                i00 += c2 * Vector128.Create((int)x0[6]);
                Vector128<int> c3 = Vector128.ShiftRightLogical(w0, 24) & low;
                i00 += c3 * Vector128.Create((int)x0[7]);
            }
            {
                Vector128<int> w0 = Vector128.Load((int*)(w + 256));
                Vector128<int> c0 = w0 & low;
                i00 += c0 * Vector128.Create((int)x0[8]);
                Vector128<int> c1 = Vector128.ShiftRightLogical(w0, 8) & low;
                i00 += c1 * Vector128.Create((int)x0[9]);
                Vector128<int> c2 = Vector128.ShiftRightLogical(w0, 16) & low;
                i00 += c2 * Vector128.Create((int)x0[10]);
                Vector128<int> c3 = Vector128.ShiftRightLogical(w0, 24) & low;
                i00 += c3 * Vector128.Create((int)x0[11]);
            }
            {
                Vector128<int> w0 = Vector128.Load((int*)(w + 384));
                Vector128<int> c0 = w0 & low;
                i00 += c0 * Vector128.Create((int)x0[12]);
                Vector128<int> c1 = Vector128.ShiftRightLogical(w0, 8) & low;
                i00 += c1 * Vector128.Create((int)x0[13]);
                Vector128<int> c2 = Vector128.ShiftRightLogical(w0, 16) & low;
                i00 += c2 * Vector128.Create((int)x0[14]);
                Vector128<int> c3 = Vector128.ShiftRightLogical(w0, 24) & low;
                i00 += c3 * Vector128.Create((int)x0[15]);
            }
            if (TParts.Count == 1)
            {
                {
                    Vector128<int> w0 = Vector128.Load((int*)(w + 512));
                    Vector128<int> c0 = w0 & low;
                    i00 += c0 * Vector128.Create((int)x0[16]);
                    Vector128<int> c1 = Vector128.ShiftRightLogical(w0, 8) & low;
                    i00 += c1 * Vector128.Create((int)x0[17]);
                    Vector128<int> c2 = Vector128.ShiftRightLogical(w0, 16) & low;
                    i00 += c2 * Vector128.Create((int)x0[18]);
                    Vector128<int> c3 = Vector128.ShiftRightLogical(w0, 24) & low;
                    i00 += c3 * Vector128.Create((int)x0[19]);
                }
                {
                    Vector128<int> w0 = Vector128.Load((int*)(w + 640));
                    Vector128<int> c0 = w0 & low;
                    i00 += c0 * Vector128.Create((int)x0[20]);
                    Vector128<int> c1 = Vector128.ShiftRightLogical(w0, 8) & low;
                    i00 += c1 * Vector128.Create((int)x0[21]);
                    Vector128<int> c2 = Vector128.ShiftRightLogical(w0, 16) & low;
                    i00 += c2 * Vector128.Create((int)x0[22]);
                    Vector128<int> c3 = Vector128.ShiftRightLogical(w0, 24) & low;
                    i00 += c3 * Vector128.Create((int)x0[23]);
                }
                {
                    Vector128<int> w0 = Vector128.Load((int*)(w + 768));
                    Vector128<int> c0 = w0 & low;
                    i00 += c0 * Vector128.Create((int)x0[24]);
                    Vector128<int> c1 = Vector128.ShiftRightLogical(w0, 8) & low;
                    i00 += c1 * Vector128.Create((int)x0[25]);
                    Vector128<int> c2 = Vector128.ShiftRightLogical(w0, 16) & low;
                    i00 += c2 * Vector128.Create((int)x0[26]);
                    Vector128<int> c3 = Vector128.ShiftRightLogical(w0, 24) & low;
                    i00 += c3 * Vector128.Create((int)x0[27]);
                }
                {
                    Vector128<int> w0 = Vector128.Load((int*)(w + 896));
                    Vector128<int> c0 = w0 & low;
                    i00 += c0 * Vector128.Create((int)x0[28]);
                    Vector128<int> c1 = Vector128.ShiftRightLogical(w0, 8) & low;
                    i00 += c1 * Vector128.Create((int)x0[29]);
                    Vector128<int> c2 = Vector128.ShiftRightLogical(w0, 16) & low;
                    i00 += c2 * Vector128.Create((int)x0[30]);
                    Vector128<int> c3 = Vector128.ShiftRightLogical(w0, 24) & low;
                    i00 += c3 * Vector128.Create((int)x0[31]);
                }
            }
            {
                Vector128<float> s0 = Vector128.Load(s + 0), m0 = TParts.HasMinima ? Vector128.Load(m + 0) : default;
                Vector128<float> e;
                e = Vector128.Create(d[0]);
                a00 = Vector128.FusedMultiplyAdd(s0 * e, i00.AsSingle() - magic, a00);
                if (TParts.HasMinima)
                {
                    e = Vector128.Create(sums[0]);
                    a00 = Vector128.FusedMultiplyAdd(m0, e, a00);
                }
            }
            if (TParts.Count == 2)
            {
                i00 = Vector128.Create((start + ldr)[0]);
                {
                    Vector128<int> w0 = Vector128.Load((int*)(w + 512));
                    Vector128<int> c0 = w0 & low;
                    i00 += c0 * Vector128.Create((int)x0[16]);
                    Vector128<int> c1 = Vector128.ShiftRightLogical(w0, 8) & low;
                    i00 += c1 * Vector128.Create((int)x0[17]);
                    Vector128<int> c2 = Vector128.ShiftRightLogical(w0, 16) & low;
                    i00 += c2 * Vector128.Create((int)x0[18]);
                    Vector128<int> c3 = Vector128.ShiftRightLogical(w0, 24) & low;
                    i00 += c3 * Vector128.Create((int)x0[19]);
                }
                {
                    Vector128<int> w0 = Vector128.Load((int*)(w + 640));
                    Vector128<int> c0 = w0 & low;
                    i00 += c0 * Vector128.Create((int)x0[20]);
                    Vector128<int> c1 = Vector128.ShiftRightLogical(w0, 8) & low;
                    i00 += c1 * Vector128.Create((int)x0[21]);
                    Vector128<int> c2 = Vector128.ShiftRightLogical(w0, 16) & low;
                    i00 += c2 * Vector128.Create((int)x0[22]);
                    Vector128<int> c3 = Vector128.ShiftRightLogical(w0, 24) & low;
                    i00 += c3 * Vector128.Create((int)x0[23]);
                }
                {
                    Vector128<int> w0 = Vector128.Load((int*)(w + 768));
                    Vector128<int> c0 = w0 & low;
                    i00 += c0 * Vector128.Create((int)x0[24]);
                    Vector128<int> c1 = Vector128.ShiftRightLogical(w0, 8) & low;
                    i00 += c1 * Vector128.Create((int)x0[25]);
                    Vector128<int> c2 = Vector128.ShiftRightLogical(w0, 16) & low;
                    i00 += c2 * Vector128.Create((int)x0[26]);
                    Vector128<int> c3 = Vector128.ShiftRightLogical(w0, 24) & low;
                    i00 += c3 * Vector128.Create((int)x0[27]);
                }
                {
                    Vector128<int> w0 = Vector128.Load((int*)(w + 896));
                    Vector128<int> c0 = w0 & low;
                    i00 += c0 * Vector128.Create((int)x0[28]);
                    Vector128<int> c1 = Vector128.ShiftRightLogical(w0, 8) & low;
                    i00 += c1 * Vector128.Create((int)x0[29]);
                    Vector128<int> c2 = Vector128.ShiftRightLogical(w0, 16) & low;
                    i00 += c2 * Vector128.Create((int)x0[30]);
                    Vector128<int> c3 = Vector128.ShiftRightLogical(w0, 24) & low;
                    i00 += c3 * Vector128.Create((int)x0[31]);
                }
                {
                    Vector128<float> s0 = Vector128.Load((s + BlockPanels.Width) + 0), m0 = TParts.HasMinima ? Vector128.Load((m + BlockPanels.Width) + 0) : default;
                    Vector128<float> e;
                    e = Vector128.Create(d[0]);
                    a00 = Vector128.FusedMultiplyAdd(s0 * e, i00.AsSingle() - magic, a00);
                    if (TParts.HasMinima)
                    {
                        e = Vector128.Create((sums + ldr)[0]);
                        a00 = Vector128.FusedMultiplyAdd(m0, e, a00);
                    }
                }
            }
        }
        a00.Store(y);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization), SkipLocalsInit]
    private static void Portable2<TParts>(in IntegerTileCall call, int column) where TParts : struct, IParts
    {
        byte* w = call.Codes + (4 * column);
        float* s = call.Scales + column, m = call.Minima + column, y = call.Y + column, d = call.RowScales, sums = call.RowSums;
        int* start = call.RowStarts;
        nint ldx = call.RowStride, ldr = call.PartStride, ldy = call.YStride, lines = call.AheadLines;
        byte* ahead = call.Ahead + (column == 0 ? 0 : column * call.AheadLines * call.Blocks * 64 / 4);
        sbyte* x0 = call.X;
        Vector128<float> magic = Vector128.Create(ActivationBlocks.Magic);
        Vector128<int> low = Vector128.Create(255);
        Vector128<float> a00 = Vector128<float>.Zero;
        Vector128<float> a10 = Vector128<float>.Zero;
        if (call.Continues)
        {
            a00 = Vector128.Load(y);
            a10 = Vector128.Load(y + ldy);
        }
        for (int b = call.Blocks; b > 0; b--, w += BlockCodes.BlockBytes, d += ldr, start += TParts.Count * ldr, sums += TParts.Count * ldr, s += TParts.Count * BlockPanels.Width, m += TParts.Count * BlockPanels.Width, x0 += Backend.ActivationBlock)
        {
            for (nint line = lines; line > 0; line--, ahead += 64)
                Sse.Prefetch1(ahead);
            Vector128<int> i00 = Vector128.Create(start[0]);
            Vector128<int> i10 = Vector128.Create(start[1]);
            {
                Vector128<int> w0 = Vector128.Load((int*)(w + 0));
                Vector128<int> c0 = w0 & low;
                i00 += c0 * Vector128.Create((int)x0[0]);
                i10 += c0 * Vector128.Create((int)(x0 + ldx)[0]);
                Vector128<int> c1 = Vector128.ShiftRightLogical(w0, 8) & low;
                i00 += c1 * Vector128.Create((int)x0[1]);
                i10 += c1 * Vector128.Create((int)(x0 + ldx)[1]);
                Vector128<int> c2 = Vector128.ShiftRightLogical(w0, 16) & low;
                i00 += c2 * Vector128.Create((int)x0[2]);
                i10 += c2 * Vector128.Create((int)(x0 + ldx)[2]);
                Vector128<int> c3 = Vector128.ShiftRightLogical(w0, 24) & low;
                i00 += c3 * Vector128.Create((int)x0[3]);
                i10 += c3 * Vector128.Create((int)(x0 + ldx)[3]);
            }
            {
                Vector128<int> w0 = Vector128.Load((int*)(w + 128));
                Vector128<int> c0 = w0 & low;
                i00 += c0 * Vector128.Create((int)x0[4]);
                i10 += c0 * Vector128.Create((int)(x0 + ldx)[4]);
                Vector128<int> c1 = Vector128.ShiftRightLogical(w0, 8) & low;
                i00 += c1 * Vector128.Create((int)x0[5]);
                i10 += c1 * Vector128.Create((int)(x0 + ldx)[5]);
                Vector128<int> c2 = Vector128.ShiftRightLogical(w0, 16) & low;
                i00 += c2 * Vector128.Create((int)x0[6]);
                i10 += c2 * Vector128.Create((int)(x0 + ldx)[6]);
                Vector128<int> c3 = Vector128.ShiftRightLogical(w0, 24) & low;
                i00 += c3 * Vector128.Create((int)x0[7]);
                i10 += c3 * Vector128.Create((int)(x0 + ldx)[7]);
            }
            {
                Vector128<int> w0 = Vector128.Load((int*)(w + 256));
                Vector128<int> c0 = w0 & low;
                i00 += c0 * Vector128.Create((int)x0[8]);
                i10 += c0 * Vector128.Create((int)(x0 + ldx)[8]);
                Vector128<int> c1 = Vector128.ShiftRightLogical(w0, 8) & low;
                i00 += c1 * Vector128.Create((int)x0[9]);
                i10 += c1 * Vector128.Create((int)(x0 + ldx)[9]);
                Vector128<int> c2 = Vector128.ShiftRightLogical(w0, 16) & low;
                i00 += c2 * Vector128.Create((int)x0[10]);
                i10 += c2 * Vector128.Create((int)(x0 + ldx)[10]);
                Vector128<int> c3 = Vector128.ShiftRightLogical(w0, 24) & low;
                i00 += c3 * Vector128.Create((int)x0[11]);
                i10 += c3 * Vector128.Create((int)(x0 + ldx)[11]);
            }
            {
                Vector128<int> w0 = Vector128.Load((int*)(w + 384));
                Vector128<int> c0 = w0 & low;
                i00 += c0 * Vector128.Create((int)x0[12]);
                i10 += c0 * Vector128.Create((int)(x0 + ldx)[12]);
                Vector128<int> c1 = Vector128.ShiftRightLogical(w0, 8) & low;
                i00 += c1 * Vector128.Create((int)x0[13]);
                i10 += c1 * Vector128.Create((int)(x0 + ldx)[13]);
                Vector128<int> c2 = Vector128.ShiftRightLogical(w0, 16) & low;
                i00 += c2 * Vector128.Create((int)x0[14]);
                i10 += c2 * Vector128.Create((int)(x0 + ldx)[14]);
                Vector128<int> c3 = Vector128.ShiftRightLogical(w0, 24) & low;
                i00 += c3 * Vector128.Create((int)x0[15]);
                i10 += c3 * Vector128.Create((int)(x0 + ldx)[15]);
            }
            if (TParts.Count == 1)
            {
                {
                    Vector128<int> w0 = Vector128.Load((int*)(w + 512));
                    Vector128<int> c0 = w0 & low;
                    i00 += c0 * Vector128.Create((int)x0[16]);
                    i10 += c0 * Vector128.Create((int)(x0 + ldx)[16]);
                    Vector128<int> c1 = Vector128.ShiftRightLogical(w0, 8) & low;
                    i00 += c1 * Vector128.Create((int)x0[17]);
                    i10 += c1 * Vector128.Create((int)(x0 + ldx)[17]);
                    Vector128<int> c2 = Vector128.ShiftRightLogical(w0, 16) & low;
                    i00 += c2 * Vector128.Create((int)x0[18]);
                    i10 += c2 * Vector128.Create((int)(x0 + ldx)[18]);
                    Vector128<int> c3 = Vector128.ShiftRightLogical(w0, 24) & low;
                    i00 += c3 * Vector128.Create((int)x0[19]);
                    i10 += c3 * Vector128.Create((int)(x0 + ldx)[19]);
                }
                {
                    Vector128<int> w0 = Vector128.Load((int*)(w + 640));
                    Vector128<int> c0 = w0 & low;
                    i00 += c0 * Vector128.Create((int)x0[20]);
                    i10 += c0 * Vector128.Create((int)(x0 + ldx)[20]);
                    Vector128<int> c1 = Vector128.ShiftRightLogical(w0, 8) & low;
                    i00 += c1 * Vector128.Create((int)x0[21]);
                    i10 += c1 * Vector128.Create((int)(x0 + ldx)[21]);
                    Vector128<int> c2 = Vector128.ShiftRightLogical(w0, 16) & low;
                    i00 += c2 * Vector128.Create((int)x0[22]);
                    i10 += c2 * Vector128.Create((int)(x0 + ldx)[22]);
                    Vector128<int> c3 = Vector128.ShiftRightLogical(w0, 24) & low;
                    i00 += c3 * Vector128.Create((int)x0[23]);
                    i10 += c3 * Vector128.Create((int)(x0 + ldx)[23]);
                }
                {
                    Vector128<int> w0 = Vector128.Load((int*)(w + 768));
                    Vector128<int> c0 = w0 & low;
                    i00 += c0 * Vector128.Create((int)x0[24]);
                    i10 += c0 * Vector128.Create((int)(x0 + ldx)[24]);
                    Vector128<int> c1 = Vector128.ShiftRightLogical(w0, 8) & low;
                    i00 += c1 * Vector128.Create((int)x0[25]);
                    i10 += c1 * Vector128.Create((int)(x0 + ldx)[25]);
                    Vector128<int> c2 = Vector128.ShiftRightLogical(w0, 16) & low;
                    i00 += c2 * Vector128.Create((int)x0[26]);
                    i10 += c2 * Vector128.Create((int)(x0 + ldx)[26]);
                    Vector128<int> c3 = Vector128.ShiftRightLogical(w0, 24) & low;
                    i00 += c3 * Vector128.Create((int)x0[27]);
                    i10 += c3 * Vector128.Create((int)(x0 + ldx)[27]);
                }
                {
                    Vector128<int> w0 = Vector128.Load((int*)(w + 896));
                    Vector128<int> c0 = w0 & low;
                    i00 += c0 * Vector128.Create((int)x0[28]);
                    i10 += c0 * Vector128.Create((int)(x0 + ldx)[28]);
                    Vector128<int> c1 = Vector128.ShiftRightLogical(w0, 8) & low;
                    i00 += c1 * Vector128.Create((int)x0[29]);
                    i10 += c1 * Vector128.Create((int)(x0 + ldx)[29]);
                    Vector128<int> c2 = Vector128.ShiftRightLogical(w0, 16) & low;
                    i00 += c2 * Vector128.Create((int)x0[30]);
                    i10 += c2 * Vector128.Create((int)(x0 + ldx)[30]);
                    Vector128<int> c3 = Vector128.ShiftRightLogical(w0, 24) & low;
                    i00 += c3 * Vector128.Create((int)x0[31]);
                    i10 += c3 * Vector128.Create((int)(x0 + ldx)[31]);
                }
            }
            {
                Vector128<float> s0 = Vector128.Load(s + 0), m0 = TParts.HasMinima ? Vector128.Load(m + 0) : default;
                Vector128<float> e;
                e = Vector128.Create(d[0]);
                a00 = Vector128.FusedMultiplyAdd(s0 * e, i00.AsSingle() - magic, a00);
                if (TParts.HasMinima)
                {
                    e = Vector128.Create(sums[0]);
                    a00 = Vector128.FusedMultiplyAdd(m0, e, a00);
                }
                e = Vector128.Create(d[1]);
                a10 = Vector128.FusedMultiplyAdd(s0 * e, i10.AsSingle() - magic, a10);
                if (TParts.HasMinima)
                {
                    e = Vector128.Create(sums[1]);
                    a10 = Vector128.FusedMultiplyAdd(m0, e, a10);
                }
            }
            if (TParts.Count == 2)
            {
                i00 = Vector128.Create((start + ldr)[0]);
                i10 = Vector128.Create((start + ldr)[1]);
                {
                    Vector128<int> w0 = Vector128.Load((int*)(w + 512));
                    Vector128<int> c0 = w0 & low;
                    i00 += c0 * Vector128.Create((int)x0[16]);
                    i10 += c0 * Vector128.Create((int)(x0 + ldx)[16]);
                    Vector128<int> c1 = Vector128.ShiftRightLogical(w0, 8) & low;
                    i00 += c1 * Vector128.Create((int)x0[17]);
                    i10 += c1 * Vector128.Create((int)(x0 + ldx)[17]);
                    Vector128<int> c2 = Vector128.ShiftRightLogical(w0, 16) & low;
                    i00 += c2 * Vector128.Create((int)x0[18]);
                    i10 += c2 * Vector128.Create((int)(x0 + ldx)[18]);
                    Vector128<int> c3 = Vector128.ShiftRightLogical(w0, 24) & low;
                    i00 += c3 * Vector128.Create((int)x0[19]);
                    i10 += c3 * Vector128.Create((int)(x0 + ldx)[19]);
                }
                {
                    Vector128<int> w0 = Vector128.Load((int*)(w + 640));
                    Vector128<int> c0 = w0 & low;
                    i00 += c0 * Vector128.Create((int)x0[20]);
                    i10 += c0 * Vector128.Create((int)(x0 + ldx)[20]);
                    Vector128<int> c1 = Vector128.ShiftRightLogical(w0, 8) & low;
                    i00 += c1 * Vector128.Create((int)x0[21]);
                    i10 += c1 * Vector128.Create((int)(x0 + ldx)[21]);
                    Vector128<int> c2 = Vector128.ShiftRightLogical(w0, 16) & low;
                    i00 += c2 * Vector128.Create((int)x0[22]);
                    i10 += c2 * Vector128.Create((int)(x0 + ldx)[22]);
                    Vector128<int> c3 = Vector128.ShiftRightLogical(w0, 24) & low;
                    i00 += c3 * Vector128.Create((int)x0[23]);
                    i10 += c3 * Vector128.Create((int)(x0 + ldx)[23]);
                }
                {
                    Vector128<int> w0 = Vector128.Load((int*)(w + 768));
                    Vector128<int> c0 = w0 & low;
                    i00 += c0 * Vector128.Create((int)x0[24]);
                    i10 += c0 * Vector128.Create((int)(x0 + ldx)[24]);
                    Vector128<int> c1 = Vector128.ShiftRightLogical(w0, 8) & low;
                    i00 += c1 * Vector128.Create((int)x0[25]);
                    i10 += c1 * Vector128.Create((int)(x0 + ldx)[25]);
                    Vector128<int> c2 = Vector128.ShiftRightLogical(w0, 16) & low;
                    i00 += c2 * Vector128.Create((int)x0[26]);
                    i10 += c2 * Vector128.Create((int)(x0 + ldx)[26]);
                    Vector128<int> c3 = Vector128.ShiftRightLogical(w0, 24) & low;
                    i00 += c3 * Vector128.Create((int)x0[27]);
                    i10 += c3 * Vector128.Create((int)(x0 + ldx)[27]);
                }
                {
                    Vector128<int> w0 = Vector128.Load((int*)(w + 896));
                    Vector128<int> c0 = w0 & low;
                    i00 += c0 * Vector128.Create((int)x0[28]);
                    i10 += c0 * Vector128.Create((int)(x0 + ldx)[28]);
                    Vector128<int> c1 = Vector128.ShiftRightLogical(w0, 8) & low;
                    i00 += c1 * Vector128.Create((int)x0[29]);
                    i10 += c1 * Vector128.Create((int)(x0 + ldx)[29]);
                    Vector128<int> c2 = Vector128.ShiftRightLogical(w0, 16) & low;
                    i00 += c2 * Vector128.Create((int)x0[30]);
                    i10 += c2 * Vector128.Create((int)(x0 + ldx)[30]);
                    Vector128<int> c3 = Vector128.ShiftRightLogical(w0, 24) & low;
                    i00 += c3 * Vector128.Create((int)x0[31]);
                    i10 += c3 * Vector128.Create((int)(x0 + ldx)[31]);
                }
                {
                    Vector128<float> s0 = Vector128.Load((s + BlockPanels.Width) + 0), m0 = TParts.HasMinima ? Vector128.Load((m + BlockPanels.Width) + 0) : default;
                    Vector128<float> e;
                    e = Vector128.Create(d[0]);
                    a00 = Vector128.FusedMultiplyAdd(s0 * e, i00.AsSingle() - magic, a00);
                    if (TParts.HasMinima)
                    {
                        e = Vector128.Create((sums + ldr)[0]);
                        a00 = Vector128.FusedMultiplyAdd(m0, e, a00);
                    }
                    e = Vector128.Create(d[1]);
                    a10 = Vector128.FusedMultiplyAdd(s0 * e, i10.AsSingle() - magic, a10);
                    if (TParts.HasMinima)
                    {
                        e = Vector128.Create((sums + ldr)[1]);
                        a10 = Vector128.FusedMultiplyAdd(m0, e, a10);
                    }
                }
            }
        }
        a00.Store(y);
        a10.Store(y + ldy);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization), SkipLocalsInit]
    private static void Portable3<TParts>(in IntegerTileCall call, int column) where TParts : struct, IParts
    {
        byte* w = call.Codes + (4 * column);
        float* s = call.Scales + column, m = call.Minima + column, y = call.Y + column, d = call.RowScales, sums = call.RowSums;
        int* start = call.RowStarts;
        nint ldx = call.RowStride, ldr = call.PartStride, ldy = call.YStride, lines = call.AheadLines;
        byte* ahead = call.Ahead + (column == 0 ? 0 : column * call.AheadLines * call.Blocks * 64 / 4);
        sbyte* x0 = call.X;
        Vector128<float> magic = Vector128.Create(ActivationBlocks.Magic);
        Vector128<int> low = Vector128.Create(255);
        Vector128<float> a00 = Vector128<float>.Zero;
        Vector128<float> a10 = Vector128<float>.Zero;
        Vector128<float> a20 = Vector128<float>.Zero;
        if (call.Continues)
        {
            a00 = Vector128.Load(y);
            a10 = Vector128.Load(y + ldy);
            a20 = Vector128.Load(y + (2 * ldy));
        }
        for (int b = call.Blocks; b > 0; b--, w += BlockCodes.BlockBytes, d += ldr, start += TParts.Count * ldr, sums += TParts.Count * ldr, s += TParts.Count * BlockPanels.Width, m += TParts.Count * BlockPanels.Width, x0 += Backend.ActivationBlock)
        {
            for (nint line = lines; line > 0; line--, ahead += 64)
                Sse.Prefetch1(ahead);
            Vector128<int> i00 = Vector128.Create(start[0]);
            Vector128<int> i10 = Vector128.Create(start[1]);
            Vector128<int> i20 = Vector128.Create(start[2]);
            {
                Vector128<int> w0 = Vector128.Load((int*)(w + 0));
                Vector128<int> c0 = w0 & low;
                i00 += c0 * Vector128.Create((int)x0[0]);
                i10 += c0 * Vector128.Create((int)(x0 + ldx)[0]);
                i20 += c0 * Vector128.Create((int)(x0 + (2 * ldx))[0]);
                Vector128<int> c1 = Vector128.ShiftRightLogical(w0, 8) & low;
                i00 += c1 * Vector128.Create((int)x0[1]);
                i10 += c1 * Vector128.Create((int)(x0 + ldx)[1]);
                i20 += c1 * Vector128.Create((int)(x0 + (2 * ldx))[1]);
                Vector128<int> c2 = Vector128.ShiftRightLogical(w0, 16) & low;
                i00 += c2 * Vector128.Create((int)x0[2]);
                i10 += c2 * Vector128.Create((int)(x0 + ldx)[2]);
                i20 += c2 * Vector128.Create((int)(x0 + (2 * ldx))[2]);
                Vector128<int> c3 = Vector128.ShiftRightLogical(w0, 24) & low;
                i00 += c3 * Vector128.Create((int)x0[3]);
                i10 += c3 * Vector128.Create((int)(x0 + ldx)[3]);
                i20 += c3 * Vector128.Create((int)(x0 + (2 * ldx))[3]);
            }
            {
                Vector128<int> w0 = Vector128.Load((int*)(w + 128));
                Vector128<int> c0 = w0 & low;
                i00 += c0 * Vector128.Create((int)x0[4]);
                i10 += c0 * Vector128.Create((int)(x0 + ldx)[4]);
                i20 += c0 * Vector128.Create((int)(x0 + (2 * ldx))[4]);
                Vector128<int> c1 = Vector128.ShiftRightLogical(w0, 8) & low;
                i00 += c1 * Vector128.Create((int)x0[5]);
                i10 += c1 * Vector128.Create((int)(x0 + ldx)[5]);
                i20 += c1 * Vector128.Create((int)(x0 + (2 * ldx))[5]);
                Vector128<int> c2 = Vector128.ShiftRightLogical(w0, 16) & low;
                i00 += c2 * Vector128.Create((int)x0[6]);
                i10 += c2 * Vector128.Create((int)(x0 + ldx)[6]);
                i20 += c2 * Vector128.Create((int)(x0 + (2 * ldx))[6]);
                Vector128<int> c3 = Vector128.ShiftRightLogical(w0, 24) & low;
                i00 += c3 * Vector128.Create((int)x0[7]);
                i10 += c3 * Vector128.Create((int)(x0 + ldx)[7]);
                i20 += c3 * Vector128.Create((int)(x0 + (2 * ldx))[7]);
            }
            {
                Vector128<int> w0 = Vector128.Load((int*)(w + 256));
                Vector128<int> c0 = w0 & low;
                i00 += c0 * Vector128.Create((int)x0[8]);
                i10 += c0 * Vector128.Create((int)(x0 + ldx)[8]);
                i20 += c0 * Vector128.Create((int)(x0 + (2 * ldx))[8]);
                Vector128<int> c1 = Vector128.ShiftRightLogical(w0, 8) & low;
                i00 += c1 * Vector128.Create((int)x0[9]);
                i10 += c1 * Vector128.Create((int)(x0 + ldx)[9]);
                i20 += c1 * Vector128.Create((int)(x0 + (2 * ldx))[9]);
                Vector128<int> c2 = Vector128.ShiftRightLogical(w0, 16) & low;
                i00 += c2 * Vector128.Create((int)x0[10]);
                i10 += c2 * Vector128.Create((int)(x0 + ldx)[10]);
                i20 += c2 * Vector128.Create((int)(x0 + (2 * ldx))[10]);
                Vector128<int> c3 = Vector128.ShiftRightLogical(w0, 24) & low;
                i00 += c3 * Vector128.Create((int)x0[11]);
                i10 += c3 * Vector128.Create((int)(x0 + ldx)[11]);
                i20 += c3 * Vector128.Create((int)(x0 + (2 * ldx))[11]);
            }
            {
                Vector128<int> w0 = Vector128.Load((int*)(w + 384));
                Vector128<int> c0 = w0 & low;
                i00 += c0 * Vector128.Create((int)x0[12]);
                i10 += c0 * Vector128.Create((int)(x0 + ldx)[12]);
                i20 += c0 * Vector128.Create((int)(x0 + (2 * ldx))[12]);
                Vector128<int> c1 = Vector128.ShiftRightLogical(w0, 8) & low;
                i00 += c1 * Vector128.Create((int)x0[13]);
                i10 += c1 * Vector128.Create((int)(x0 + ldx)[13]);
                i20 += c1 * Vector128.Create((int)(x0 + (2 * ldx))[13]);
                Vector128<int> c2 = Vector128.ShiftRightLogical(w0, 16) & low;
                i00 += c2 * Vector128.Create((int)x0[14]);
                i10 += c2 * Vector128.Create((int)(x0 + ldx)[14]);
                i20 += c2 * Vector128.Create((int)(x0 + (2 * ldx))[14]);
                Vector128<int> c3 = Vector128.ShiftRightLogical(w0, 24) & low;
                i00 += c3 * Vector128.Create((int)x0[15]);
                i10 += c3 * Vector128.Create((int)(x0 + ldx)[15]);
                i20 += c3 * Vector128.Create((int)(x0 + (2 * ldx))[15]);
            }
            if (TParts.Count == 1)
            {
                {
                    Vector128<int> w0 = Vector128.Load((int*)(w + 512));
                    Vector128<int> c0 = w0 & low;
                    i00 += c0 * Vector128.Create((int)x0[16]);
                    i10 += c0 * Vector128.Create((int)(x0 + ldx)[16]);
                    i20 += c0 * Vector128.Create((int)(x0 + (2 * ldx))[16]);
                    Vector128<int> c1 = Vector128.ShiftRightLogical(w0, 8) & low;
                    i00 += c1 * Vector128.Create((int)x0[17]);
                    i10 += c1 * Vector128.Create((int)(x0 + ldx)[17]);
                    i20 += c1 * Vector128.Create((int)(x0 + (2 * ldx))[17]);
                    Vector128<int> c2 = Vector128.ShiftRightLogical(w0, 16) & low;
                    i00 += c2 * Vector128.Create((int)x0[18]);
                    i10 += c2 * Vector128.Create((int)(x0 + ldx)[18]);
                    i20 += c2 * Vector128.Create((int)(x0 + (2 * ldx))[18]);
                    Vector128<int> c3 = Vector128.ShiftRightLogical(w0, 24) & low;
                    i00 += c3 * Vector128.Create((int)x0[19]);
                    i10 += c3 * Vector128.Create((int)(x0 + ldx)[19]);
                    i20 += c3 * Vector128.Create((int)(x0 + (2 * ldx))[19]);
                }
                {
                    Vector128<int> w0 = Vector128.Load((int*)(w + 640));
                    Vector128<int> c0 = w0 & low;
                    i00 += c0 * Vector128.Create((int)x0[20]);
                    i10 += c0 * Vector128.Create((int)(x0 + ldx)[20]);
                    i20 += c0 * Vector128.Create((int)(x0 + (2 * ldx))[20]);
                    Vector128<int> c1 = Vector128.ShiftRightLogical(w0, 8) & low;
                    i00 += c1 * Vector128.Create((int)x0[21]);
                    i10 += c1 * Vector128.Create((int)(x0 + ldx)[21]);
                    i20 += c1 * Vector128.Create((int)(x0 + (2 * ldx))[21]);
                    Vector128<int> c2 = Vector128.ShiftRightLogical(w0, 16) & low;
                    i00 += c2 * Vector128.Create((int)x0[22]);
                    i10 += c2 * Vector128.Create((int)(x0 + ldx)[22]);
                    i20 += c2 * Vector128.Create((int)(x0 + (2 * ldx))[22]);
                    Vector128<int> c3 = Vector128.ShiftRightLogical(w0, 24) & low;
                    i00 += c3 * Vector128.Create((int)x0[23]);
                    i10 += c3 * Vector128.Create((int)(x0 + ldx)[23]);
                    i20 += c3 * Vector128.Create((int)(x0 + (2 * ldx))[23]);
                }
                {
                    Vector128<int> w0 = Vector128.Load((int*)(w + 768));
                    Vector128<int> c0 = w0 & low;
                    i00 += c0 * Vector128.Create((int)x0[24]);
                    i10 += c0 * Vector128.Create((int)(x0 + ldx)[24]);
                    i20 += c0 * Vector128.Create((int)(x0 + (2 * ldx))[24]);
                    Vector128<int> c1 = Vector128.ShiftRightLogical(w0, 8) & low;
                    i00 += c1 * Vector128.Create((int)x0[25]);
                    i10 += c1 * Vector128.Create((int)(x0 + ldx)[25]);
                    i20 += c1 * Vector128.Create((int)(x0 + (2 * ldx))[25]);
                    Vector128<int> c2 = Vector128.ShiftRightLogical(w0, 16) & low;
                    i00 += c2 * Vector128.Create((int)x0[26]);
                    i10 += c2 * Vector128.Create((int)(x0 + ldx)[26]);
                    i20 += c2 * Vector128.Create((int)(x0 + (2 * ldx))[26]);
                    Vector128<int> c3 = Vector128.ShiftRightLogical(w0, 24) & low;
                    i00 += c3 * Vector128.Create((int)x0[27]);
                    i10 += c3 * Vector128.Create((int)(x0 + ldx)[27]);
                    i20 += c3 * Vector128.Create((int)(x0 + (2 * ldx))[27]);
                }
                {
                    Vector128<int> w0 = Vector128.Load((int*)(w + 896));
                    Vector128<int> c0 = w0 & low;
                    i00 += c0 * Vector128.Create((int)x0[28]);
                    i10 += c0 * Vector128.Create((int)(x0 + ldx)[28]);
                    i20 += c0 * Vector128.Create((int)(x0 + (2 * ldx))[28]);
                    Vector128<int> c1 = Vector128.ShiftRightLogical(w0, 8) & low;
                    i00 += c1 * Vector128.Create((int)x0[29]);
                    i10 += c1 * Vector128.Create((int)(x0 + ldx)[29]);
                    i20 += c1 * Vector128.Create((int)(x0 + (2 * ldx))[29]);
                    Vector128<int> c2 = Vector128.ShiftRightLogical(w0, 16) & low;
                    i00 += c2 * Vector128.Create((int)x0[30]);
                    i10 += c2 * Vector128.Create((int)(x0 + ldx)[30]);
                    i20 += c2 * Vector128.Create((int)(x0 + (2 * ldx))[30]);
                    Vector128<int> c3 = Vector128.ShiftRightLogical(w0, 24) & low;
                    i00 += c3 * Vector128.Create((int)x0[31]);
                    i10 += c3 * Vector128.Create((int)(x0 + ldx)[31]);
                    i20 += c3 * Vector128.Create((int)(x0 + (2 * ldx))[31]);
                }
            }
            {
                Vector128<float> s0 = Vector128.Load(s + 0), m0 = TParts.HasMinima ? Vector128.Load(m + 0) : default;
                Vector128<float> e;
                e = Vector128.Create(d[0]);
                a00 = Vector128.FusedMultiplyAdd(s0 * e, i00.AsSingle() - magic, a00);
                if (TParts.HasMinima)
                {
                    e = Vector128.Create(sums[0]);
                    a00 = Vector128.FusedMultiplyAdd(m0, e, a00);
                }
                e = Vector128.Create(d[1]);
                a10 = Vector128.FusedMultiplyAdd(s0 * e, i10.AsSingle() - magic, a10);
                if (TParts.HasMinima)
                {
                    e = Vector128.Create(sums[1]);
                    a10 = Vector128.FusedMultiplyAdd(m0, e, a10);
                }
                e = Vector128.Create(d[2]);
                a20 = Vector128.FusedMultiplyAdd(s0 * e, i20.AsSingle() - magic, a20);
                if (TParts.HasMinima)
                {
                    e = Vector128.Create(sums[2]);
                    a20 = Vector128.FusedMultiplyAdd(m0, e, a20);
                }
            }
            if (TParts.Count == 2)
            {
                i00 = Vector128.Create((start + ldr)[0]);
                i10 = Vector128.Create((start + ldr)[1]);
                i20 = Vector128.Create((start + ldr)[2]);
                {
                    Vector128<int> w0 = Vector128.Load((int*)(w + 512));
                    Vector128<int> c0 = w0 & low;
                    i00 += c0 * Vector128.Create((int)x0[16]);
                    i10 += c0 * Vector128.Create((int)(x0 + ldx)[16]);
                    i20 += c0 * Vector128.Create((int)(x0 + (2 * ldx))[16]);
                    Vector128<int> c1 = Vector128.ShiftRightLogical(w0, 8) & low;
                    i00 += c1 * Vector128.Create((int)x0[17]);
                    i10 += c1 * Vector128.Create((int)(x0 + ldx)[17]);
                    i20 += c1 * Vector128.Create((int)(x0 + (2 * ldx))[17]);
                    Vector128<int> c2 = Vector128.ShiftRightLogical(w0, 16) & low;
                    i00 += c2 * Vector128.Create((int)x0[18]);
                    i10 += c2 * Vector128.Create((int)(x0 + ldx)[18]);
                    i20 += c2 * Vector128.Create((int)(x0 + (2 * ldx))[18]);
                    Vector128<int> c3 = Vector128.ShiftRightLogical(w0, 24) & low;
                    i00 += c3 * Vector128.Create((int)x0[19]);
                    i10 += c3 * Vector128.Create((int)(x0 + ldx)[19]);
                    i20 += c3 * Vector128.Create((int)(x0 + (2 * ldx))[19]);
                }
                {
                    Vector128<int> w0 = Vector128.Load((int*)(w + 640));
                    Vector128<int> c0 = w0 & low;
                    i00 += c0 * Vector128.Create((int)x0[20]);
                    i10 += c0 * Vector128.Create((int)(x0 + ldx)[20]);
                    i20 += c0 * Vector128.Create((int)(x0 + (2 * ldx))[20]);
                    Vector128<int> c1 = Vector128.ShiftRightLogical(w0, 8) & low;
                    i00 += c1 * Vector128.Create((int)x0[21]);
                    i10 += c1 * Vector128.Create((int)(x0 + ldx)[21]);
                    i20 += c1 * Vector128.Create((int)(x0 + (2 * ldx))[21]);
                    Vector128<int> c2 = Vector128.ShiftRightLogical(w0, 16) & low;
                    i00 += c2 * Vector128.Create((int)x0[22]);
                    i10 += c2 * Vector128.Create((int)(x0 + ldx)[22]);
                    i20 += c2 * Vector128.Create((int)(x0 + (2 * ldx))[22]);
                    Vector128<int> c3 = Vector128.ShiftRightLogical(w0, 24) & low;
                    i00 += c3 * Vector128.Create((int)x0[23]);
                    i10 += c3 * Vector128.Create((int)(x0 + ldx)[23]);
                    i20 += c3 * Vector128.Create((int)(x0 + (2 * ldx))[23]);
                }
                {
                    Vector128<int> w0 = Vector128.Load((int*)(w + 768));
                    Vector128<int> c0 = w0 & low;
                    i00 += c0 * Vector128.Create((int)x0[24]);
                    i10 += c0 * Vector128.Create((int)(x0 + ldx)[24]);
                    i20 += c0 * Vector128.Create((int)(x0 + (2 * ldx))[24]);
                    Vector128<int> c1 = Vector128.ShiftRightLogical(w0, 8) & low;
                    i00 += c1 * Vector128.Create((int)x0[25]);
                    i10 += c1 * Vector128.Create((int)(x0 + ldx)[25]);
                    i20 += c1 * Vector128.Create((int)(x0 + (2 * ldx))[25]);
                    Vector128<int> c2 = Vector128.ShiftRightLogical(w0, 16) & low;
                    i00 += c2 * Vector128.Create((int)x0[26]);
                    i10 += c2 * Vector128.Create((int)(x0 + ldx)[26]);
                    i20 += c2 * Vector128.Create((int)(x0 + (2 * ldx))[26]);
                    Vector128<int> c3 = Vector128.ShiftRightLogical(w0, 24) & low;
                    i00 += c3 * Vector128.Create((int)x0[27]);
                    i10 += c3 * Vector128.Create((int)(x0 + ldx)[27]);
                    i20 += c3 * Vector128.Create((int)(x0 + (2 * ldx))[27]);
                }
                {
                    Vector128<int> w0 = Vector128.Load((int*)(w + 896));
                    Vector128<int> c0 = w0 & low;
                    i00 += c0 * Vector128.Create((int)x0[28]);
                    i10 += c0 * Vector128.Create((int)(x0 + ldx)[28]);
                    i20 += c0 * Vector128.Create((int)(x0 + (2 * ldx))[28]);
                    Vector128<int> c1 = Vector128.ShiftRightLogical(w0, 8) & low;
                    i00 += c1 * Vector128.Create((int)x0[29]);
                    i10 += c1 * Vector128.Create((int)(x0 + ldx)[29]);
                    i20 += c1 * Vector128.Create((int)(x0 + (2 * ldx))[29]);
                    Vector128<int> c2 = Vector128.ShiftRightLogical(w0, 16) & low;
                    i00 += c2 * Vector128.Create((int)x0[30]);
                    i10 += c2 * Vector128.Create((int)(x0 + ldx)[30]);
                    i20 += c2 * Vector128.Create((int)(x0 + (2 * ldx))[30]);
                    Vector128<int> c3 = Vector128.ShiftRightLogical(w0, 24) & low;
                    i00 += c3 * Vector128.Create((int)x0[31]);
                    i10 += c3 * Vector128.Create((int)(x0 + ldx)[31]);
                    i20 += c3 * Vector128.Create((int)(x0 + (2 * ldx))[31]);
                }
                {
                    Vector128<float> s0 = Vector128.Load((s + BlockPanels.Width) + 0), m0 = TParts.HasMinima ? Vector128.Load((m + BlockPanels.Width) + 0) : default;
                    Vector128<float> e;
                    e = Vector128.Create(d[0]);
                    a00 = Vector128.FusedMultiplyAdd(s0 * e, i00.AsSingle() - magic, a00);
                    if (TParts.HasMinima)
                    {
                        e = Vector128.Create((sums + ldr)[0]);
                        a00 = Vector128.FusedMultiplyAdd(m0, e, a00);
                    }
                    e = Vector128.Create(d[1]);
                    a10 = Vector128.FusedMultiplyAdd(s0 * e, i10.AsSingle() - magic, a10);
                    if (TParts.HasMinima)
                    {
                        e = Vector128.Create((sums + ldr)[1]);
                        a10 = Vector128.FusedMultiplyAdd(m0, e, a10);
                    }
                    e = Vector128.Create(d[2]);
                    a20 = Vector128.FusedMultiplyAdd(s0 * e, i20.AsSingle() - magic, a20);
                    if (TParts.HasMinima)
                    {
                        e = Vector128.Create((sums + ldr)[2]);
                        a20 = Vector128.FusedMultiplyAdd(m0, e, a20);
                    }
                }
            }
        }
        a00.Store(y);
        a10.Store(y + ldy);
        a20.Store(y + (2 * ldy));
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization), SkipLocalsInit]
    private static void Portable4<TParts>(in IntegerTileCall call, int column) where TParts : struct, IParts
    {
        byte* w = call.Codes + (4 * column);
        float* s = call.Scales + column, m = call.Minima + column, y = call.Y + column, d = call.RowScales, sums = call.RowSums;
        int* start = call.RowStarts;
        nint ldx = call.RowStride, ldr = call.PartStride, ldy = call.YStride, lines = call.AheadLines;
        byte* ahead = call.Ahead + (column == 0 ? 0 : column * call.AheadLines * call.Blocks * 64 / 4);
        sbyte* x0 = call.X;
        sbyte* x3 = x0 + (3 * ldx);
        Vector128<float> magic = Vector128.Create(ActivationBlocks.Magic);
        Vector128<int> low = Vector128.Create(255);
        Vector128<float> a00 = Vector128<float>.Zero;
        Vector128<float> a10 = Vector128<float>.Zero;
        Vector128<float> a20 = Vector128<float>.Zero;
        Vector128<float> a30 = Vector128<float>.Zero;
        if (call.Continues)
        {
            a00 = Vector128.Load(y);
            a10 = Vector128.Load(y + ldy);
            a20 = Vector128.Load(y + (2 * ldy));
            a30 = Vector128.Load(y + (3 * ldy));
        }
        for (int b = call.Blocks; b > 0; b--, w += BlockCodes.BlockBytes, d += ldr, start += TParts.Count * ldr, sums += TParts.Count * ldr, s += TParts.Count * BlockPanels.Width, m += TParts.Count * BlockPanels.Width, x0 += Backend.ActivationBlock, x3 += Backend.ActivationBlock)
        {
            for (nint line = lines; line > 0; line--, ahead += 64)
                Sse.Prefetch1(ahead);
            Vector128<int> i00 = Vector128.Create(start[0]);
            Vector128<int> i10 = Vector128.Create(start[1]);
            Vector128<int> i20 = Vector128.Create(start[2]);
            Vector128<int> i30 = Vector128.Create(start[3]);
            {
                Vector128<int> w0 = Vector128.Load((int*)(w + 0));
                Vector128<int> c0 = w0 & low;
                i00 += c0 * Vector128.Create((int)x0[0]);
                i10 += c0 * Vector128.Create((int)(x0 + ldx)[0]);
                i20 += c0 * Vector128.Create((int)(x0 + (2 * ldx))[0]);
                i30 += c0 * Vector128.Create((int)x3[0]);
                Vector128<int> c1 = Vector128.ShiftRightLogical(w0, 8) & low;
                i00 += c1 * Vector128.Create((int)x0[1]);
                i10 += c1 * Vector128.Create((int)(x0 + ldx)[1]);
                i20 += c1 * Vector128.Create((int)(x0 + (2 * ldx))[1]);
                i30 += c1 * Vector128.Create((int)x3[1]);
                Vector128<int> c2 = Vector128.ShiftRightLogical(w0, 16) & low;
                i00 += c2 * Vector128.Create((int)x0[2]);
                i10 += c2 * Vector128.Create((int)(x0 + ldx)[2]);
                i20 += c2 * Vector128.Create((int)(x0 + (2 * ldx))[2]);
                i30 += c2 * Vector128.Create((int)x3[2]);
                Vector128<int> c3 = Vector128.ShiftRightLogical(w0, 24) & low;
                i00 += c3 * Vector128.Create((int)x0[3]);
                i10 += c3 * Vector128.Create((int)(x0 + ldx)[3]);
                i20 += c3 * Vector128.Create((int)(x0 + (2 * ldx))[3]);
                i30 += c3 * Vector128.Create((int)x3[3]);
            }
            {
                Vector128<int> w0 = Vector128.Load((int*)(w + 128));
                Vector128<int> c0 = w0 & low;
                i00 += c0 * Vector128.Create((int)x0[4]);
                i10 += c0 * Vector128.Create((int)(x0 + ldx)[4]);
                i20 += c0 * Vector128.Create((int)(x0 + (2 * ldx))[4]);
                i30 += c0 * Vector128.Create((int)x3[4]);
                Vector128<int> c1 = Vector128.ShiftRightLogical(w0, 8) & low;
                i00 += c1 * Vector128.Create((int)x0[5]);
                i10 += c1 * Vector128.Create((int)(x0 + ldx)[5]);
                i20 += c1 * Vector128.Create((int)(x0 + (2 * ldx))[5]);
                i30 += c1 * Vector128.Create((int)x3[5]);
                Vector128<int> c2 = Vector128.ShiftRightLogical(w0, 16) & low;
                i00 += c2 * Vector128.Create((int)x0[6]);
                i10 += c2 * Vector128.Create((int)(x0 + ldx)[6]);
                i20 += c2 * Vector128.Create((int)(x0 + (2 * ldx))[6]);
                i30 += c2 * Vector128.Create((int)x3[6]);
                Vector128<int> c3 = Vector128.ShiftRightLogical(w0, 24) & low;
                i00 += c3 * Vector128.Create((int)x0[7]);
                i10 += c3 * Vector128.Create((int)(x0 + ldx)[7]);
                i20 += c3 * Vector128.Create((int)(x0 + (2 * ldx))[7]);
                i30 += c3 * Vector128.Create((int)x3[7]);
            }
            {
                Vector128<int> w0 = Vector128.Load((int*)(w + 256));
                Vector128<int> c0 = w0 & low;
                i00 += c0 * Vector128.Create((int)x0[8]);
                i10 += c0 * Vector128.Create((int)(x0 + ldx)[8]);
                i20 += c0 * Vector128.Create((int)(x0 + (2 * ldx))[8]);
                i30 += c0 * Vector128.Create((int)x3[8]);
                Vector128<int> c1 = Vector128.ShiftRightLogical(w0, 8) & low;
                i00 += c1 * Vector128.Create((int)x0[9]);
                i10 += c1 * Vector128.Create((int)(x0 + ldx)[9]);
                i20 += c1 * Vector128.Create((int)(x0 + (2 * ldx))[9]);
                i30 += c1 * Vector128.Create((int)x3[9]);
                Vector128<int> c2 = Vector128.ShiftRightLogical(w0, 16) & low;
                i00 += c2 * Vector128.Create((int)x0[10]);
                i10 += c2 * Vector128.Create((int)(x0 + ldx)[10]);
                i20 += c2 * Vector128.Create((int)(x0 + (2 * ldx))[10]);
                i30 += c2 * Vector128.Create((int)x3[10]);
                Vector128<int> c3 = Vector128.ShiftRightLogical(w0, 24) & low;
                i00 += c3 * Vector128.Create((int)x0[11]);
                i10 += c3 * Vector128.Create((int)(x0 + ldx)[11]);
                i20 += c3 * Vector128.Create((int)(x0 + (2 * ldx))[11]);
                i30 += c3 * Vector128.Create((int)x3[11]);
            }
            {
                Vector128<int> w0 = Vector128.Load((int*)(w + 384));
                Vector128<int> c0 = w0 & low;
                i00 += c0 * Vector128.Create((int)x0[12]);
                i10 += c0 * Vector128.Create((int)(x0 + ldx)[12]);
                i20 += c0 * Vector128.Create((int)(x0 + (2 * ldx))[12]);
                i30 += c0 * Vector128.Create((int)x3[12]);
                Vector128<int> c1 = Vector128.ShiftRightLogical(w0, 8) & low;
                i00 += c1 * Vector128.Create((int)x0[13]);
                i10 += c1 * Vector128.Create((int)(x0 + ldx)[13]);
                i20 += c1 * Vector128.Create((int)(x0 + (2 * ldx))[13]);
                i30 += c1 * Vector128.Create((int)x3[13]);
                Vector128<int> c2 = Vector128.ShiftRightLogical(w0, 16) & low;
                i00 += c2 * Vector128.Create((int)x0[14]);
                i10 += c2 * Vector128.Create((int)(x0 + ldx)[14]);
                i20 += c2 * Vector128.Create((int)(x0 + (2 * ldx))[14]);
                i30 += c2 * Vector128.Create((int)x3[14]);
                Vector128<int> c3 = Vector128.ShiftRightLogical(w0, 24) & low;
                i00 += c3 * Vector128.Create((int)x0[15]);
                i10 += c3 * Vector128.Create((int)(x0 + ldx)[15]);
                i20 += c3 * Vector128.Create((int)(x0 + (2 * ldx))[15]);
                i30 += c3 * Vector128.Create((int)x3[15]);
            }
            if (TParts.Count == 1)
            {
                {
                    Vector128<int> w0 = Vector128.Load((int*)(w + 512));
                    Vector128<int> c0 = w0 & low;
                    i00 += c0 * Vector128.Create((int)x0[16]);
                    i10 += c0 * Vector128.Create((int)(x0 + ldx)[16]);
                    i20 += c0 * Vector128.Create((int)(x0 + (2 * ldx))[16]);
                    i30 += c0 * Vector128.Create((int)x3[16]);
                    Vector128<int> c1 = Vector128.ShiftRightLogical(w0, 8) & low;
                    i00 += c1 * Vector128.Create((int)x0[17]);
                    i10 += c1 * Vector128.Create((int)(x0 + ldx)[17]);
                    i20 += c1 * Vector128.Create((int)(x0 + (2 * ldx))[17]);
                    i30 += c1 * Vector128.Create((int)x3[17]);
                    Vector128<int> c2 = Vector128.ShiftRightLogical(w0, 16) & low;
                    i00 += c2 * Vector128.Create((int)x0[18]);
                    i10 += c2 * Vector128.Create((int)(x0 + ldx)[18]);
                    i20 += c2 * Vector128.Create((int)(x0 + (2 * ldx))[18]);
                    i30 += c2 * Vector128.Create((int)x3[18]);
                    Vector128<int> c3 = Vector128.ShiftRightLogical(w0, 24) & low;
                    i00 += c3 * Vector128.Create((int)x0[19]);
                    i10 += c3 * Vector128.Create((int)(x0 + ldx)[19]);
                    i20 += c3 * Vector128.Create((int)(x0 + (2 * ldx))[19]);
                    i30 += c3 * Vector128.Create((int)x3[19]);
                }
                {
                    Vector128<int> w0 = Vector128.Load((int*)(w + 640));
                    Vector128<int> c0 = w0 & low;
                    i00 += c0 * Vector128.Create((int)x0[20]);
                    i10 += c0 * Vector128.Create((int)(x0 + ldx)[20]);
                    i20 += c0 * Vector128.Create((int)(x0 + (2 * ldx))[20]);
                    i30 += c0 * Vector128.Create((int)x3[20]);
                    Vector128<int> c1 = Vector128.ShiftRightLogical(w0, 8) & low;
                    i00 += c1 * Vector128.Create((int)x0[21]);
                    i10 += c1 * Vector128.Create((int)(x0 + ldx)[21]);
                    i20 += c1 * Vector128.Create((int)(x0 + (2 * ldx))[21]);
                    i30 += c1 * Vector128.Create((int)x3[21]);
                    Vector128<int> c2 = Vector128.ShiftRightLogical(w0, 16) & low;
                    i00 += c2 * Vector128.Create((int)x0[22]);
                    i10 += c2 * Vector128.Create((int)(x0 + ldx)[22]);
                    i20 += c2 * Vector128.Create((int)(x0 + (2 * ldx))[22]);
                    i30 += c2 * Vector128.Create((int)x3[22]);
                    Vector128<int> c3 = Vector128.ShiftRightLogical(w0, 24) & low;
                    i00 += c3 * Vector128.Create((int)x0[23]);
                    i10 += c3 * Vector128.Create((int)(x0 + ldx)[23]);
                    i20 += c3 * Vector128.Create((int)(x0 + (2 * ldx))[23]);
                    i30 += c3 * Vector128.Create((int)x3[23]);
                }
                {
                    Vector128<int> w0 = Vector128.Load((int*)(w + 768));
                    Vector128<int> c0 = w0 & low;
                    i00 += c0 * Vector128.Create((int)x0[24]);
                    i10 += c0 * Vector128.Create((int)(x0 + ldx)[24]);
                    i20 += c0 * Vector128.Create((int)(x0 + (2 * ldx))[24]);
                    i30 += c0 * Vector128.Create((int)x3[24]);
                    Vector128<int> c1 = Vector128.ShiftRightLogical(w0, 8) & low;
                    i00 += c1 * Vector128.Create((int)x0[25]);
                    i10 += c1 * Vector128.Create((int)(x0 + ldx)[25]);
                    i20 += c1 * Vector128.Create((int)(x0 + (2 * ldx))[25]);
                    i30 += c1 * Vector128.Create((int)x3[25]);
                    Vector128<int> c2 = Vector128.ShiftRightLogical(w0, 16) & low;
                    i00 += c2 * Vector128.Create((int)x0[26]);
                    i10 += c2 * Vector128.Create((int)(x0 + ldx)[26]);
                    i20 += c2 * Vector128.Create((int)(x0 + (2 * ldx))[26]);
                    i30 += c2 * Vector128.Create((int)x3[26]);
                    Vector128<int> c3 = Vector128.ShiftRightLogical(w0, 24) & low;
                    i00 += c3 * Vector128.Create((int)x0[27]);
                    i10 += c3 * Vector128.Create((int)(x0 + ldx)[27]);
                    i20 += c3 * Vector128.Create((int)(x0 + (2 * ldx))[27]);
                    i30 += c3 * Vector128.Create((int)x3[27]);
                }
                {
                    Vector128<int> w0 = Vector128.Load((int*)(w + 896));
                    Vector128<int> c0 = w0 & low;
                    i00 += c0 * Vector128.Create((int)x0[28]);
                    i10 += c0 * Vector128.Create((int)(x0 + ldx)[28]);
                    i20 += c0 * Vector128.Create((int)(x0 + (2 * ldx))[28]);
                    i30 += c0 * Vector128.Create((int)x3[28]);
                    Vector128<int> c1 = Vector128.ShiftRightLogical(w0, 8) & low;
                    i00 += c1 * Vector128.Create((int)x0[29]);
                    i10 += c1 * Vector128.Create((int)(x0 + ldx)[29]);
                    i20 += c1 * Vector128.Create((int)(x0 + (2 * ldx))[29]);
                    i30 += c1 * Vector128.Create((int)x3[29]);
                    Vector128<int> c2 = Vector128.ShiftRightLogical(w0, 16) & low;
                    i00 += c2 * Vector128.Create((int)x0[30]);
                    i10 += c2 * Vector128.Create((int)(x0 + ldx)[30]);
                    i20 += c2 * Vector128.Create((int)(x0 + (2 * ldx))[30]);
                    i30 += c2 * Vector128.Create((int)x3[30]);
                    Vector128<int> c3 = Vector128.ShiftRightLogical(w0, 24) & low;
                    i00 += c3 * Vector128.Create((int)x0[31]);
                    i10 += c3 * Vector128.Create((int)(x0 + ldx)[31]);
                    i20 += c3 * Vector128.Create((int)(x0 + (2 * ldx))[31]);
                    i30 += c3 * Vector128.Create((int)x3[31]);
                }
            }
            {
                Vector128<float> s0 = Vector128.Load(s + 0), m0 = TParts.HasMinima ? Vector128.Load(m + 0) : default;
                Vector128<float> e;
                e = Vector128.Create(d[0]);
                a00 = Vector128.FusedMultiplyAdd(s0 * e, i00.AsSingle() - magic, a00);
                if (TParts.HasMinima)
                {
                    e = Vector128.Create(sums[0]);
                    a00 = Vector128.FusedMultiplyAdd(m0, e, a00);
                }
                e = Vector128.Create(d[1]);
                a10 = Vector128.FusedMultiplyAdd(s0 * e, i10.AsSingle() - magic, a10);
                if (TParts.HasMinima)
                {
                    e = Vector128.Create(sums[1]);
                    a10 = Vector128.FusedMultiplyAdd(m0, e, a10);
                }
                e = Vector128.Create(d[2]);
                a20 = Vector128.FusedMultiplyAdd(s0 * e, i20.AsSingle() - magic, a20);
                if (TParts.HasMinima)
                {
                    e = Vector128.Create(sums[2]);
                    a20 = Vector128.FusedMultiplyAdd(m0, e, a20);
                }
                e = Vector128.Create(d[3]);
                a30 = Vector128.FusedMultiplyAdd(s0 * e, i30.AsSingle() - magic, a30);
                if (TParts.HasMinima)
                {
                    e = Vector128.Create(sums[3]);
                    a30 = Vector128.FusedMultiplyAdd(m0, e, a30);
                }
            }
            if (TParts.Count == 2)
            {
                i00 = Vector128.Create((start + ldr)[0]);
                i10 = Vector128.Create((start + ldr)[1]);
                i20 = Vector128.Create((start + ldr)[2]);
                i30 = Vector128.Create((start + ldr)[3]);
                {
                    Vector128<int> w0 = Vector128.Load((int*)(w + 512));
                    Vector128<int> c0 = w0 & low;
                    i00 += c0 * Vector128.Create((int)x0[16]);
                    i10 += c0 * Vector128.Create((int)(x0 + ldx)[16]);
                    i20 += c0 * Vector128.Create((int)(x0 + (2 * ldx))[16]);
                    i30 += c0 * Vector128.Create((int)x3[16]);
                    Vector128<int> c1 = Vector128.ShiftRightLogical(w0, 8) & low;
                    i00 += c1 * Vector128.Create((int)x0[17]);
                    i10 += c1 * Vector128.Create((int)(x0 + ldx)[17]);
                    i20 += c1 * Vector128.Create((int)(x0 + (2 * ldx))[17]);
                    i30 += c1 * Vector128.Create((int)x3[17]);
                    Vector128<int> c2 = Vector128.ShiftRightLogical(w0, 16) & low;
                    i00 += c2 * Vector128.Create((int)x0[18]);
                    i10 += c2 * Vector128.Create((int)(x0 + ldx)[18]);
                    i20 += c2 * Vector128.Create((int)(x0 + (2 * ldx))[18]);
                    i30 += c2 * Vector128.Create((int)x3[18]);
                    Vector128<int> c3 = Vector128.ShiftRightLogical(w0, 24) & low;
                    i00 += c3 * Vector128.Create((int)x0[19]);
                    i10 += c3 * Vector128.Create((int)(x0 + ldx)[19]);
                    i20 += c3 * Vector128.Create((int)(x0 + (2 * ldx))[19]);
                    i30 += c3 * Vector128.Create((int)x3[19]);
                }
                {
                    Vector128<int> w0 = Vector128.Load((int*)(w + 640));
                    Vector128<int> c0 = w0 & low;
                    i00 += c0 * Vector128.Create((int)x0[20]);
                    i10 += c0 * Vector128.Create((int)(x0 + ldx)[20]);
                    i20 += c0 * Vector128.Create((int)(x0 + (2 * ldx))[20]);
                    i30 += c0 * Vector128.Create((int)x3[20]);
                    Vector128<int> c1 = Vector128.ShiftRightLogical(w0, 8) & low;
                    i00 += c1 * Vector128.Create((int)x0[21]);
                    i10 += c1 * Vector128.Create((int)(x0 + ldx)[21]);
                    i20 += c1 * Vector128.Create((int)(x0 + (2 * ldx))[21]);
                    i30 += c1 * Vector128.Create((int)x3[21]);
                    Vector128<int> c2 = Vector128.ShiftRightLogical(w0, 16) & low;
                    i00 += c2 * Vector128.Create((int)x0[22]);
                    i10 += c2 * Vector128.Create((int)(x0 + ldx)[22]);
                    i20 += c2 * Vector128.Create((int)(x0 + (2 * ldx))[22]);
                    i30 += c2 * Vector128.Create((int)x3[22]);
                    Vector128<int> c3 = Vector128.ShiftRightLogical(w0, 24) & low;
                    i00 += c3 * Vector128.Create((int)x0[23]);
                    i10 += c3 * Vector128.Create((int)(x0 + ldx)[23]);
                    i20 += c3 * Vector128.Create((int)(x0 + (2 * ldx))[23]);
                    i30 += c3 * Vector128.Create((int)x3[23]);
                }
                {
                    Vector128<int> w0 = Vector128.Load((int*)(w + 768));
                    Vector128<int> c0 = w0 & low;
                    i00 += c0 * Vector128.Create((int)x0[24]);
                    i10 += c0 * Vector128.Create((int)(x0 + ldx)[24]);
                    i20 += c0 * Vector128.Create((int)(x0 + (2 * ldx))[24]);
                    i30 += c0 * Vector128.Create((int)x3[24]);
                    Vector128<int> c1 = Vector128.ShiftRightLogical(w0, 8) & low;
                    i00 += c1 * Vector128.Create((int)x0[25]);
                    i10 += c1 * Vector128.Create((int)(x0 + ldx)[25]);
                    i20 += c1 * Vector128.Create((int)(x0 + (2 * ldx))[25]);
                    i30 += c1 * Vector128.Create((int)x3[25]);
                    Vector128<int> c2 = Vector128.ShiftRightLogical(w0, 16) & low;
                    i00 += c2 * Vector128.Create((int)x0[26]);
                    i10 += c2 * Vector128.Create((int)(x0 + ldx)[26]);
                    i20 += c2 * Vector128.Create((int)(x0 + (2 * ldx))[26]);
                    i30 += c2 * Vector128.Create((int)x3[26]);
                    Vector128<int> c3 = Vector128.ShiftRightLogical(w0, 24) & low;
                    i00 += c3 * Vector128.Create((int)x0[27]);
                    i10 += c3 * Vector128.Create((int)(x0 + ldx)[27]);
                    i20 += c3 * Vector128.Create((int)(x0 + (2 * ldx))[27]);
                    i30 += c3 * Vector128.Create((int)x3[27]);
                }
                {
                    Vector128<int> w0 = Vector128.Load((int*)(w + 896));
                    Vector128<int> c0 = w0 & low;
                    i00 += c0 * Vector128.Create((int)x0[28]);
                    i10 += c0 * Vector128.Create((int)(x0 + ldx)[28]);
                    i20 += c0 * Vector128.Create((int)(x0 + (2 * ldx))[28]);
                    i30 += c0 * Vector128.Create((int)x3[28]);
                    Vector128<int> c1 = Vector128.ShiftRightLogical(w0, 8) & low;
                    i00 += c1 * Vector128.Create((int)x0[29]);
                    i10 += c1 * Vector128.Create((int)(x0 + ldx)[29]);
                    i20 += c1 * Vector128.Create((int)(x0 + (2 * ldx))[29]);
                    i30 += c1 * Vector128.Create((int)x3[29]);
                    Vector128<int> c2 = Vector128.ShiftRightLogical(w0, 16) & low;
                    i00 += c2 * Vector128.Create((int)x0[30]);
                    i10 += c2 * Vector128.Create((int)(x0 + ldx)[30]);
                    i20 += c2 * Vector128.Create((int)(x0 + (2 * ldx))[30]);
                    i30 += c2 * Vector128.Create((int)x3[30]);
                    Vector128<int> c3 = Vector128.ShiftRightLogical(w0, 24) & low;
                    i00 += c3 * Vector128.Create((int)x0[31]);
                    i10 += c3 * Vector128.Create((int)(x0 + ldx)[31]);
                    i20 += c3 * Vector128.Create((int)(x0 + (2 * ldx))[31]);
                    i30 += c3 * Vector128.Create((int)x3[31]);
                }
                {
                    Vector128<float> s0 = Vector128.Load((s + BlockPanels.Width) + 0), m0 = TParts.HasMinima ? Vector128.Load((m + BlockPanels.Width) + 0) : default;
                    Vector128<float> e;
                    e = Vector128.Create(d[0]);
                    a00 = Vector128.FusedMultiplyAdd(s0 * e, i00.AsSingle() - magic, a00);
                    if (TParts.HasMinima)
                    {
                        e = Vector128.Create((sums + ldr)[0]);
                        a00 = Vector128.FusedMultiplyAdd(m0, e, a00);
                    }
                    e = Vector128.Create(d[1]);
                    a10 = Vector128.FusedMultiplyAdd(s0 * e, i10.AsSingle() - magic, a10);
                    if (TParts.HasMinima)
                    {
                        e = Vector128.Create((sums + ldr)[1]);
                        a10 = Vector128.FusedMultiplyAdd(m0, e, a10);
                    }
                    e = Vector128.Create(d[2]);
                    a20 = Vector128.FusedMultiplyAdd(s0 * e, i20.AsSingle() - magic, a20);
                    if (TParts.HasMinima)
                    {
                        e = Vector128.Create((sums + ldr)[2]);
                        a20 = Vector128.FusedMultiplyAdd(m0, e, a20);
                    }
                    e = Vector128.Create(d[3]);
                    a30 = Vector128.FusedMultiplyAdd(s0 * e, i30.AsSingle() - magic, a30);
                    if (TParts.HasMinima)
                    {
                        e = Vector128.Create((sums + ldr)[3]);
                        a30 = Vector128.FusedMultiplyAdd(m0, e, a30);
                    }
                }
            }
        }
        a00.Store(y);
        a10.Store(y + ldy);
        a20.Store(y + (2 * ldy));
        a30.Store(y + (3 * ldy));
    }
}
