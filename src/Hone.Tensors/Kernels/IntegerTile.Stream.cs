// Written by tools/GenerateIntegerTiles.cs; change that and run it again.
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Hone.Tensors;

/// <summary>
/// Few rows times a whole panel as it lies in memory, for the formats of plain blocks: codes go from memory through registers
/// into sums, so that reading never waits for arithmetic.
/// </summary>
internal static unsafe partial class IntegerTile
{
    private const int StreamQ8Rows = 3, StreamQ4Rows = 4;

    private static void StreamQ8(int rows, in IntegerTileCall call)
    {
        switch (rows)
        {
            case 1: StreamQ8Rows1(call); break;
            case 2: StreamQ8Rows2(call); break;
            default: StreamQ8Rows3(call); break;
        }
    }

    private static void StreamQ4<TParts>(int rows, in IntegerTileCall call) where TParts : struct, IParts
    {
        switch (rows)
        {
            case 1: StreamQ4Rows1<TParts>(call); break;
            case 2: StreamQ4Rows2<TParts>(call); break;
            case 3: StreamQ4Rows3<TParts>(call); break;
            default: StreamQ4Rows4<TParts>(call); break;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization), SkipLocalsInit]
    private static void StreamQ8Rows1(in IntegerTileCall call)
    {
        byte* w = call.Codes;
        float* y = call.Y, d = call.RowScales, sums = call.RowSums;
        int* start = call.RowStarts;
        nint ldx = call.RowStride, ldr = call.PartStride, ldy = call.YStride;
        sbyte* x0 = call.X;
        nint reach = (nint)call.Ahead, end = (nint)call.AheadEnd, ahead = reach & -RowTile.AskedBytes;
        Vector256<float> magic = Vector256.Create(ActivationBlocks.Magic);
        Vector256<byte> sign = Vector256.Create((byte)128);
        Vector256<float> a00 = Vector256<float>.Zero;
        Vector256<float> a01 = Vector256<float>.Zero;
        Vector256<float> a02 = Vector256<float>.Zero;
        Vector256<float> a03 = Vector256<float>.Zero;
        for (int b = call.Blocks; b > 0; b--, w += 34 * BlockPanels.Width, d += ldr, start += ldr, sums += ldr, x0 += Backend.ActivationBlock)
        {
            for (reach = Math.Min(end, reach + (1088)); ahead < reach; ahead += RowTile.AskedBytes)
                RowTile.Ask(ahead);
            Vector256<int> i00 = Vector256.Create(start[0]);
            Vector256<int> i01 = i00;
            Vector256<int> i02 = i00;
            Vector256<int> i03 = i00;
            Vector256<sbyte> x;
            Vector256<byte> w0, w1, w2, w3;
            w0 = Vector256.Load(w + 64) ^ sign;
            w1 = Vector256.Load(w + 96) ^ sign;
            w2 = Vector256.Load(w + 128) ^ sign;
            w3 = Vector256.Load(w + 160) ^ sign;
            x = Vector256.Create(*(int*)(x0 + 0)).AsSByte();
            i00 = AvxVnni.MultiplyWideningAndAdd(i00, w0, x);
            i01 = AvxVnni.MultiplyWideningAndAdd(i01, w1, x);
            i02 = AvxVnni.MultiplyWideningAndAdd(i02, w2, x);
            i03 = AvxVnni.MultiplyWideningAndAdd(i03, w3, x);
            w0 = Vector256.Load(w + 192) ^ sign;
            w1 = Vector256.Load(w + 224) ^ sign;
            w2 = Vector256.Load(w + 256) ^ sign;
            w3 = Vector256.Load(w + 288) ^ sign;
            x = Vector256.Create(*(int*)(x0 + 4)).AsSByte();
            i00 = AvxVnni.MultiplyWideningAndAdd(i00, w0, x);
            i01 = AvxVnni.MultiplyWideningAndAdd(i01, w1, x);
            i02 = AvxVnni.MultiplyWideningAndAdd(i02, w2, x);
            i03 = AvxVnni.MultiplyWideningAndAdd(i03, w3, x);
            w0 = Vector256.Load(w + 320) ^ sign;
            w1 = Vector256.Load(w + 352) ^ sign;
            w2 = Vector256.Load(w + 384) ^ sign;
            w3 = Vector256.Load(w + 416) ^ sign;
            x = Vector256.Create(*(int*)(x0 + 8)).AsSByte();
            i00 = AvxVnni.MultiplyWideningAndAdd(i00, w0, x);
            i01 = AvxVnni.MultiplyWideningAndAdd(i01, w1, x);
            i02 = AvxVnni.MultiplyWideningAndAdd(i02, w2, x);
            i03 = AvxVnni.MultiplyWideningAndAdd(i03, w3, x);
            w0 = Vector256.Load(w + 448) ^ sign;
            w1 = Vector256.Load(w + 480) ^ sign;
            w2 = Vector256.Load(w + 512) ^ sign;
            w3 = Vector256.Load(w + 544) ^ sign;
            x = Vector256.Create(*(int*)(x0 + 12)).AsSByte();
            i00 = AvxVnni.MultiplyWideningAndAdd(i00, w0, x);
            i01 = AvxVnni.MultiplyWideningAndAdd(i01, w1, x);
            i02 = AvxVnni.MultiplyWideningAndAdd(i02, w2, x);
            i03 = AvxVnni.MultiplyWideningAndAdd(i03, w3, x);
            w0 = Vector256.Load(w + 576) ^ sign;
            w1 = Vector256.Load(w + 608) ^ sign;
            w2 = Vector256.Load(w + 640) ^ sign;
            w3 = Vector256.Load(w + 672) ^ sign;
            x = Vector256.Create(*(int*)(x0 + 16)).AsSByte();
            i00 = AvxVnni.MultiplyWideningAndAdd(i00, w0, x);
            i01 = AvxVnni.MultiplyWideningAndAdd(i01, w1, x);
            i02 = AvxVnni.MultiplyWideningAndAdd(i02, w2, x);
            i03 = AvxVnni.MultiplyWideningAndAdd(i03, w3, x);
            w0 = Vector256.Load(w + 704) ^ sign;
            w1 = Vector256.Load(w + 736) ^ sign;
            w2 = Vector256.Load(w + 768) ^ sign;
            w3 = Vector256.Load(w + 800) ^ sign;
            x = Vector256.Create(*(int*)(x0 + 20)).AsSByte();
            i00 = AvxVnni.MultiplyWideningAndAdd(i00, w0, x);
            i01 = AvxVnni.MultiplyWideningAndAdd(i01, w1, x);
            i02 = AvxVnni.MultiplyWideningAndAdd(i02, w2, x);
            i03 = AvxVnni.MultiplyWideningAndAdd(i03, w3, x);
            w0 = Vector256.Load(w + 832) ^ sign;
            w1 = Vector256.Load(w + 864) ^ sign;
            w2 = Vector256.Load(w + 896) ^ sign;
            w3 = Vector256.Load(w + 928) ^ sign;
            x = Vector256.Create(*(int*)(x0 + 24)).AsSByte();
            i00 = AvxVnni.MultiplyWideningAndAdd(i00, w0, x);
            i01 = AvxVnni.MultiplyWideningAndAdd(i01, w1, x);
            i02 = AvxVnni.MultiplyWideningAndAdd(i02, w2, x);
            i03 = AvxVnni.MultiplyWideningAndAdd(i03, w3, x);
            w0 = Vector256.Load(w + 960) ^ sign;
            w1 = Vector256.Load(w + 992) ^ sign;
            w2 = Vector256.Load(w + 1024) ^ sign;
            w3 = Vector256.Load(w + 1056) ^ sign;
            x = Vector256.Create(*(int*)(x0 + 28)).AsSByte();
            i00 = AvxVnni.MultiplyWideningAndAdd(i00, w0, x);
            i01 = AvxVnni.MultiplyWideningAndAdd(i01, w1, x);
            i02 = AvxVnni.MultiplyWideningAndAdd(i02, w2, x);
            i03 = AvxVnni.MultiplyWideningAndAdd(i03, w3, x);
            Vector256<float> e;
            Vector256<float> s0 = BlockCodes.Halves8(w + 0);
            Vector256<float> s1 = BlockCodes.Halves8(w + 16);
            Vector256<float> s2 = BlockCodes.Halves8(w + 32);
            Vector256<float> s3 = BlockCodes.Halves8(w + 48);
            e = Vector256.Create(d[0]);
            a00 = Vector256.FusedMultiplyAdd(s0 * e, i00.AsSingle() - magic, a00);
            a01 = Vector256.FusedMultiplyAdd(s1 * e, i01.AsSingle() - magic, a01);
            a02 = Vector256.FusedMultiplyAdd(s2 * e, i02.AsSingle() - magic, a02);
            a03 = Vector256.FusedMultiplyAdd(s3 * e, i03.AsSingle() - magic, a03);
        }
        a00.Store(y);
        a01.Store(y + 8);
        a02.Store(y + 16);
        a03.Store(y + 24);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization), SkipLocalsInit]
    private static void StreamQ8Rows2(in IntegerTileCall call)
    {
        byte* w = call.Codes;
        float* y = call.Y, d = call.RowScales, sums = call.RowSums;
        int* start = call.RowStarts;
        nint ldx = call.RowStride, ldr = call.PartStride, ldy = call.YStride;
        sbyte* x0 = call.X;
        nint reach = (nint)call.Ahead, end = (nint)call.AheadEnd, ahead = reach & -RowTile.AskedBytes;
        Vector256<float> magic = Vector256.Create(ActivationBlocks.Magic);
        Vector256<byte> sign = Vector256.Create((byte)128);
        Vector256<float> a00 = Vector256<float>.Zero;
        Vector256<float> a01 = Vector256<float>.Zero;
        Vector256<float> a02 = Vector256<float>.Zero;
        Vector256<float> a03 = Vector256<float>.Zero;
        Vector256<float> a10 = Vector256<float>.Zero;
        Vector256<float> a11 = Vector256<float>.Zero;
        Vector256<float> a12 = Vector256<float>.Zero;
        Vector256<float> a13 = Vector256<float>.Zero;
        for (int b = call.Blocks; b > 0; b--, w += 34 * BlockPanels.Width, d += ldr, start += ldr, sums += ldr, x0 += Backend.ActivationBlock)
        {
            for (reach = Math.Min(end, reach + (1088)); ahead < reach; ahead += RowTile.AskedBytes)
                RowTile.Ask(ahead);
            Vector256<int> i00 = Vector256.Create(start[0]);
            Vector256<int> i01 = i00;
            Vector256<int> i02 = i00;
            Vector256<int> i03 = i00;
            Vector256<int> i10 = Vector256.Create(start[1]);
            Vector256<int> i11 = i10;
            Vector256<int> i12 = i10;
            Vector256<int> i13 = i10;
            Vector256<sbyte> x;
            Vector256<byte> w0, w1, w2, w3;
            w0 = Vector256.Load(w + 64) ^ sign;
            w1 = Vector256.Load(w + 96) ^ sign;
            w2 = Vector256.Load(w + 128) ^ sign;
            w3 = Vector256.Load(w + 160) ^ sign;
            x = Vector256.Create(*(int*)(x0 + 0)).AsSByte();
            i00 = AvxVnni.MultiplyWideningAndAdd(i00, w0, x);
            i01 = AvxVnni.MultiplyWideningAndAdd(i01, w1, x);
            i02 = AvxVnni.MultiplyWideningAndAdd(i02, w2, x);
            i03 = AvxVnni.MultiplyWideningAndAdd(i03, w3, x);
            x = Vector256.Create(*(int*)((x0 + ldx) + 0)).AsSByte();
            i10 = AvxVnni.MultiplyWideningAndAdd(i10, w0, x);
            i11 = AvxVnni.MultiplyWideningAndAdd(i11, w1, x);
            i12 = AvxVnni.MultiplyWideningAndAdd(i12, w2, x);
            i13 = AvxVnni.MultiplyWideningAndAdd(i13, w3, x);
            w0 = Vector256.Load(w + 192) ^ sign;
            w1 = Vector256.Load(w + 224) ^ sign;
            w2 = Vector256.Load(w + 256) ^ sign;
            w3 = Vector256.Load(w + 288) ^ sign;
            x = Vector256.Create(*(int*)(x0 + 4)).AsSByte();
            i00 = AvxVnni.MultiplyWideningAndAdd(i00, w0, x);
            i01 = AvxVnni.MultiplyWideningAndAdd(i01, w1, x);
            i02 = AvxVnni.MultiplyWideningAndAdd(i02, w2, x);
            i03 = AvxVnni.MultiplyWideningAndAdd(i03, w3, x);
            x = Vector256.Create(*(int*)((x0 + ldx) + 4)).AsSByte();
            i10 = AvxVnni.MultiplyWideningAndAdd(i10, w0, x);
            i11 = AvxVnni.MultiplyWideningAndAdd(i11, w1, x);
            i12 = AvxVnni.MultiplyWideningAndAdd(i12, w2, x);
            i13 = AvxVnni.MultiplyWideningAndAdd(i13, w3, x);
            w0 = Vector256.Load(w + 320) ^ sign;
            w1 = Vector256.Load(w + 352) ^ sign;
            w2 = Vector256.Load(w + 384) ^ sign;
            w3 = Vector256.Load(w + 416) ^ sign;
            x = Vector256.Create(*(int*)(x0 + 8)).AsSByte();
            i00 = AvxVnni.MultiplyWideningAndAdd(i00, w0, x);
            i01 = AvxVnni.MultiplyWideningAndAdd(i01, w1, x);
            i02 = AvxVnni.MultiplyWideningAndAdd(i02, w2, x);
            i03 = AvxVnni.MultiplyWideningAndAdd(i03, w3, x);
            x = Vector256.Create(*(int*)((x0 + ldx) + 8)).AsSByte();
            i10 = AvxVnni.MultiplyWideningAndAdd(i10, w0, x);
            i11 = AvxVnni.MultiplyWideningAndAdd(i11, w1, x);
            i12 = AvxVnni.MultiplyWideningAndAdd(i12, w2, x);
            i13 = AvxVnni.MultiplyWideningAndAdd(i13, w3, x);
            w0 = Vector256.Load(w + 448) ^ sign;
            w1 = Vector256.Load(w + 480) ^ sign;
            w2 = Vector256.Load(w + 512) ^ sign;
            w3 = Vector256.Load(w + 544) ^ sign;
            x = Vector256.Create(*(int*)(x0 + 12)).AsSByte();
            i00 = AvxVnni.MultiplyWideningAndAdd(i00, w0, x);
            i01 = AvxVnni.MultiplyWideningAndAdd(i01, w1, x);
            i02 = AvxVnni.MultiplyWideningAndAdd(i02, w2, x);
            i03 = AvxVnni.MultiplyWideningAndAdd(i03, w3, x);
            x = Vector256.Create(*(int*)((x0 + ldx) + 12)).AsSByte();
            i10 = AvxVnni.MultiplyWideningAndAdd(i10, w0, x);
            i11 = AvxVnni.MultiplyWideningAndAdd(i11, w1, x);
            i12 = AvxVnni.MultiplyWideningAndAdd(i12, w2, x);
            i13 = AvxVnni.MultiplyWideningAndAdd(i13, w3, x);
            w0 = Vector256.Load(w + 576) ^ sign;
            w1 = Vector256.Load(w + 608) ^ sign;
            w2 = Vector256.Load(w + 640) ^ sign;
            w3 = Vector256.Load(w + 672) ^ sign;
            x = Vector256.Create(*(int*)(x0 + 16)).AsSByte();
            i00 = AvxVnni.MultiplyWideningAndAdd(i00, w0, x);
            i01 = AvxVnni.MultiplyWideningAndAdd(i01, w1, x);
            i02 = AvxVnni.MultiplyWideningAndAdd(i02, w2, x);
            i03 = AvxVnni.MultiplyWideningAndAdd(i03, w3, x);
            x = Vector256.Create(*(int*)((x0 + ldx) + 16)).AsSByte();
            i10 = AvxVnni.MultiplyWideningAndAdd(i10, w0, x);
            i11 = AvxVnni.MultiplyWideningAndAdd(i11, w1, x);
            i12 = AvxVnni.MultiplyWideningAndAdd(i12, w2, x);
            i13 = AvxVnni.MultiplyWideningAndAdd(i13, w3, x);
            w0 = Vector256.Load(w + 704) ^ sign;
            w1 = Vector256.Load(w + 736) ^ sign;
            w2 = Vector256.Load(w + 768) ^ sign;
            w3 = Vector256.Load(w + 800) ^ sign;
            x = Vector256.Create(*(int*)(x0 + 20)).AsSByte();
            i00 = AvxVnni.MultiplyWideningAndAdd(i00, w0, x);
            i01 = AvxVnni.MultiplyWideningAndAdd(i01, w1, x);
            i02 = AvxVnni.MultiplyWideningAndAdd(i02, w2, x);
            i03 = AvxVnni.MultiplyWideningAndAdd(i03, w3, x);
            x = Vector256.Create(*(int*)((x0 + ldx) + 20)).AsSByte();
            i10 = AvxVnni.MultiplyWideningAndAdd(i10, w0, x);
            i11 = AvxVnni.MultiplyWideningAndAdd(i11, w1, x);
            i12 = AvxVnni.MultiplyWideningAndAdd(i12, w2, x);
            i13 = AvxVnni.MultiplyWideningAndAdd(i13, w3, x);
            w0 = Vector256.Load(w + 832) ^ sign;
            w1 = Vector256.Load(w + 864) ^ sign;
            w2 = Vector256.Load(w + 896) ^ sign;
            w3 = Vector256.Load(w + 928) ^ sign;
            x = Vector256.Create(*(int*)(x0 + 24)).AsSByte();
            i00 = AvxVnni.MultiplyWideningAndAdd(i00, w0, x);
            i01 = AvxVnni.MultiplyWideningAndAdd(i01, w1, x);
            i02 = AvxVnni.MultiplyWideningAndAdd(i02, w2, x);
            i03 = AvxVnni.MultiplyWideningAndAdd(i03, w3, x);
            x = Vector256.Create(*(int*)((x0 + ldx) + 24)).AsSByte();
            i10 = AvxVnni.MultiplyWideningAndAdd(i10, w0, x);
            i11 = AvxVnni.MultiplyWideningAndAdd(i11, w1, x);
            i12 = AvxVnni.MultiplyWideningAndAdd(i12, w2, x);
            i13 = AvxVnni.MultiplyWideningAndAdd(i13, w3, x);
            w0 = Vector256.Load(w + 960) ^ sign;
            w1 = Vector256.Load(w + 992) ^ sign;
            w2 = Vector256.Load(w + 1024) ^ sign;
            w3 = Vector256.Load(w + 1056) ^ sign;
            x = Vector256.Create(*(int*)(x0 + 28)).AsSByte();
            i00 = AvxVnni.MultiplyWideningAndAdd(i00, w0, x);
            i01 = AvxVnni.MultiplyWideningAndAdd(i01, w1, x);
            i02 = AvxVnni.MultiplyWideningAndAdd(i02, w2, x);
            i03 = AvxVnni.MultiplyWideningAndAdd(i03, w3, x);
            x = Vector256.Create(*(int*)((x0 + ldx) + 28)).AsSByte();
            i10 = AvxVnni.MultiplyWideningAndAdd(i10, w0, x);
            i11 = AvxVnni.MultiplyWideningAndAdd(i11, w1, x);
            i12 = AvxVnni.MultiplyWideningAndAdd(i12, w2, x);
            i13 = AvxVnni.MultiplyWideningAndAdd(i13, w3, x);
            Vector256<float> e;
            Vector256<float> s0 = BlockCodes.Halves8(w + 0);
            Vector256<float> s1 = BlockCodes.Halves8(w + 16);
            Vector256<float> s2 = BlockCodes.Halves8(w + 32);
            Vector256<float> s3 = BlockCodes.Halves8(w + 48);
            e = Vector256.Create(d[0]);
            a00 = Vector256.FusedMultiplyAdd(s0 * e, i00.AsSingle() - magic, a00);
            a01 = Vector256.FusedMultiplyAdd(s1 * e, i01.AsSingle() - magic, a01);
            a02 = Vector256.FusedMultiplyAdd(s2 * e, i02.AsSingle() - magic, a02);
            a03 = Vector256.FusedMultiplyAdd(s3 * e, i03.AsSingle() - magic, a03);
            e = Vector256.Create(d[1]);
            a10 = Vector256.FusedMultiplyAdd(s0 * e, i10.AsSingle() - magic, a10);
            a11 = Vector256.FusedMultiplyAdd(s1 * e, i11.AsSingle() - magic, a11);
            a12 = Vector256.FusedMultiplyAdd(s2 * e, i12.AsSingle() - magic, a12);
            a13 = Vector256.FusedMultiplyAdd(s3 * e, i13.AsSingle() - magic, a13);
        }
        a00.Store(y);
        a01.Store(y + 8);
        a02.Store(y + 16);
        a03.Store(y + 24);
        a10.Store(y + ldy);
        a11.Store(y + ldy + 8);
        a12.Store(y + ldy + 16);
        a13.Store(y + ldy + 24);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization), SkipLocalsInit]
    private static void StreamQ8Rows3(in IntegerTileCall call)
    {
        byte* w = call.Codes;
        float* y = call.Y, d = call.RowScales, sums = call.RowSums;
        int* start = call.RowStarts;
        nint ldx = call.RowStride, ldr = call.PartStride, ldy = call.YStride;
        sbyte* x0 = call.X;
        nint reach = (nint)call.Ahead, end = (nint)call.AheadEnd, ahead = reach & -RowTile.AskedBytes;
        Vector256<float> magic = Vector256.Create(ActivationBlocks.Magic);
        Vector256<byte> sign = Vector256.Create((byte)128);
        Vector256<float> a00 = Vector256<float>.Zero;
        Vector256<float> a01 = Vector256<float>.Zero;
        Vector256<float> a02 = Vector256<float>.Zero;
        Vector256<float> a03 = Vector256<float>.Zero;
        Vector256<float> a10 = Vector256<float>.Zero;
        Vector256<float> a11 = Vector256<float>.Zero;
        Vector256<float> a12 = Vector256<float>.Zero;
        Vector256<float> a13 = Vector256<float>.Zero;
        Vector256<float> a20 = Vector256<float>.Zero;
        Vector256<float> a21 = Vector256<float>.Zero;
        Vector256<float> a22 = Vector256<float>.Zero;
        Vector256<float> a23 = Vector256<float>.Zero;
        for (int b = call.Blocks; b > 0; b--, w += 34 * BlockPanels.Width, d += ldr, start += ldr, sums += ldr, x0 += Backend.ActivationBlock)
        {
            for (reach = Math.Min(end, reach + (1088)); ahead < reach; ahead += RowTile.AskedBytes)
                RowTile.Ask(ahead);
            Vector256<int> i00 = Vector256.Create(start[0]);
            Vector256<int> i01 = i00;
            Vector256<int> i02 = i00;
            Vector256<int> i03 = i00;
            Vector256<int> i10 = Vector256.Create(start[1]);
            Vector256<int> i11 = i10;
            Vector256<int> i12 = i10;
            Vector256<int> i13 = i10;
            Vector256<int> i20 = Vector256.Create(start[2]);
            Vector256<int> i21 = i20;
            Vector256<int> i22 = i20;
            Vector256<int> i23 = i20;
            Vector256<sbyte> x;
            Vector256<byte> w0, w1, w2, w3;
            w0 = Vector256.Load(w + 64) ^ sign;
            w1 = Vector256.Load(w + 96) ^ sign;
            w2 = Vector256.Load(w + 128) ^ sign;
            w3 = Vector256.Load(w + 160) ^ sign;
            x = Vector256.Create(*(int*)(x0 + 0)).AsSByte();
            i00 = AvxVnni.MultiplyWideningAndAdd(i00, w0, x);
            i01 = AvxVnni.MultiplyWideningAndAdd(i01, w1, x);
            i02 = AvxVnni.MultiplyWideningAndAdd(i02, w2, x);
            i03 = AvxVnni.MultiplyWideningAndAdd(i03, w3, x);
            x = Vector256.Create(*(int*)((x0 + ldx) + 0)).AsSByte();
            i10 = AvxVnni.MultiplyWideningAndAdd(i10, w0, x);
            i11 = AvxVnni.MultiplyWideningAndAdd(i11, w1, x);
            i12 = AvxVnni.MultiplyWideningAndAdd(i12, w2, x);
            i13 = AvxVnni.MultiplyWideningAndAdd(i13, w3, x);
            x = Vector256.Create(*(int*)((x0 + (2 * ldx)) + 0)).AsSByte();
            i20 = AvxVnni.MultiplyWideningAndAdd(i20, w0, x);
            i21 = AvxVnni.MultiplyWideningAndAdd(i21, w1, x);
            i22 = AvxVnni.MultiplyWideningAndAdd(i22, w2, x);
            i23 = AvxVnni.MultiplyWideningAndAdd(i23, w3, x);
            w0 = Vector256.Load(w + 192) ^ sign;
            w1 = Vector256.Load(w + 224) ^ sign;
            w2 = Vector256.Load(w + 256) ^ sign;
            w3 = Vector256.Load(w + 288) ^ sign;
            x = Vector256.Create(*(int*)(x0 + 4)).AsSByte();
            i00 = AvxVnni.MultiplyWideningAndAdd(i00, w0, x);
            i01 = AvxVnni.MultiplyWideningAndAdd(i01, w1, x);
            i02 = AvxVnni.MultiplyWideningAndAdd(i02, w2, x);
            i03 = AvxVnni.MultiplyWideningAndAdd(i03, w3, x);
            x = Vector256.Create(*(int*)((x0 + ldx) + 4)).AsSByte();
            i10 = AvxVnni.MultiplyWideningAndAdd(i10, w0, x);
            i11 = AvxVnni.MultiplyWideningAndAdd(i11, w1, x);
            i12 = AvxVnni.MultiplyWideningAndAdd(i12, w2, x);
            i13 = AvxVnni.MultiplyWideningAndAdd(i13, w3, x);
            x = Vector256.Create(*(int*)((x0 + (2 * ldx)) + 4)).AsSByte();
            i20 = AvxVnni.MultiplyWideningAndAdd(i20, w0, x);
            i21 = AvxVnni.MultiplyWideningAndAdd(i21, w1, x);
            i22 = AvxVnni.MultiplyWideningAndAdd(i22, w2, x);
            i23 = AvxVnni.MultiplyWideningAndAdd(i23, w3, x);
            w0 = Vector256.Load(w + 320) ^ sign;
            w1 = Vector256.Load(w + 352) ^ sign;
            w2 = Vector256.Load(w + 384) ^ sign;
            w3 = Vector256.Load(w + 416) ^ sign;
            x = Vector256.Create(*(int*)(x0 + 8)).AsSByte();
            i00 = AvxVnni.MultiplyWideningAndAdd(i00, w0, x);
            i01 = AvxVnni.MultiplyWideningAndAdd(i01, w1, x);
            i02 = AvxVnni.MultiplyWideningAndAdd(i02, w2, x);
            i03 = AvxVnni.MultiplyWideningAndAdd(i03, w3, x);
            x = Vector256.Create(*(int*)((x0 + ldx) + 8)).AsSByte();
            i10 = AvxVnni.MultiplyWideningAndAdd(i10, w0, x);
            i11 = AvxVnni.MultiplyWideningAndAdd(i11, w1, x);
            i12 = AvxVnni.MultiplyWideningAndAdd(i12, w2, x);
            i13 = AvxVnni.MultiplyWideningAndAdd(i13, w3, x);
            x = Vector256.Create(*(int*)((x0 + (2 * ldx)) + 8)).AsSByte();
            i20 = AvxVnni.MultiplyWideningAndAdd(i20, w0, x);
            i21 = AvxVnni.MultiplyWideningAndAdd(i21, w1, x);
            i22 = AvxVnni.MultiplyWideningAndAdd(i22, w2, x);
            i23 = AvxVnni.MultiplyWideningAndAdd(i23, w3, x);
            w0 = Vector256.Load(w + 448) ^ sign;
            w1 = Vector256.Load(w + 480) ^ sign;
            w2 = Vector256.Load(w + 512) ^ sign;
            w3 = Vector256.Load(w + 544) ^ sign;
            x = Vector256.Create(*(int*)(x0 + 12)).AsSByte();
            i00 = AvxVnni.MultiplyWideningAndAdd(i00, w0, x);
            i01 = AvxVnni.MultiplyWideningAndAdd(i01, w1, x);
            i02 = AvxVnni.MultiplyWideningAndAdd(i02, w2, x);
            i03 = AvxVnni.MultiplyWideningAndAdd(i03, w3, x);
            x = Vector256.Create(*(int*)((x0 + ldx) + 12)).AsSByte();
            i10 = AvxVnni.MultiplyWideningAndAdd(i10, w0, x);
            i11 = AvxVnni.MultiplyWideningAndAdd(i11, w1, x);
            i12 = AvxVnni.MultiplyWideningAndAdd(i12, w2, x);
            i13 = AvxVnni.MultiplyWideningAndAdd(i13, w3, x);
            x = Vector256.Create(*(int*)((x0 + (2 * ldx)) + 12)).AsSByte();
            i20 = AvxVnni.MultiplyWideningAndAdd(i20, w0, x);
            i21 = AvxVnni.MultiplyWideningAndAdd(i21, w1, x);
            i22 = AvxVnni.MultiplyWideningAndAdd(i22, w2, x);
            i23 = AvxVnni.MultiplyWideningAndAdd(i23, w3, x);
            w0 = Vector256.Load(w + 576) ^ sign;
            w1 = Vector256.Load(w + 608) ^ sign;
            w2 = Vector256.Load(w + 640) ^ sign;
            w3 = Vector256.Load(w + 672) ^ sign;
            x = Vector256.Create(*(int*)(x0 + 16)).AsSByte();
            i00 = AvxVnni.MultiplyWideningAndAdd(i00, w0, x);
            i01 = AvxVnni.MultiplyWideningAndAdd(i01, w1, x);
            i02 = AvxVnni.MultiplyWideningAndAdd(i02, w2, x);
            i03 = AvxVnni.MultiplyWideningAndAdd(i03, w3, x);
            x = Vector256.Create(*(int*)((x0 + ldx) + 16)).AsSByte();
            i10 = AvxVnni.MultiplyWideningAndAdd(i10, w0, x);
            i11 = AvxVnni.MultiplyWideningAndAdd(i11, w1, x);
            i12 = AvxVnni.MultiplyWideningAndAdd(i12, w2, x);
            i13 = AvxVnni.MultiplyWideningAndAdd(i13, w3, x);
            x = Vector256.Create(*(int*)((x0 + (2 * ldx)) + 16)).AsSByte();
            i20 = AvxVnni.MultiplyWideningAndAdd(i20, w0, x);
            i21 = AvxVnni.MultiplyWideningAndAdd(i21, w1, x);
            i22 = AvxVnni.MultiplyWideningAndAdd(i22, w2, x);
            i23 = AvxVnni.MultiplyWideningAndAdd(i23, w3, x);
            w0 = Vector256.Load(w + 704) ^ sign;
            w1 = Vector256.Load(w + 736) ^ sign;
            w2 = Vector256.Load(w + 768) ^ sign;
            w3 = Vector256.Load(w + 800) ^ sign;
            x = Vector256.Create(*(int*)(x0 + 20)).AsSByte();
            i00 = AvxVnni.MultiplyWideningAndAdd(i00, w0, x);
            i01 = AvxVnni.MultiplyWideningAndAdd(i01, w1, x);
            i02 = AvxVnni.MultiplyWideningAndAdd(i02, w2, x);
            i03 = AvxVnni.MultiplyWideningAndAdd(i03, w3, x);
            x = Vector256.Create(*(int*)((x0 + ldx) + 20)).AsSByte();
            i10 = AvxVnni.MultiplyWideningAndAdd(i10, w0, x);
            i11 = AvxVnni.MultiplyWideningAndAdd(i11, w1, x);
            i12 = AvxVnni.MultiplyWideningAndAdd(i12, w2, x);
            i13 = AvxVnni.MultiplyWideningAndAdd(i13, w3, x);
            x = Vector256.Create(*(int*)((x0 + (2 * ldx)) + 20)).AsSByte();
            i20 = AvxVnni.MultiplyWideningAndAdd(i20, w0, x);
            i21 = AvxVnni.MultiplyWideningAndAdd(i21, w1, x);
            i22 = AvxVnni.MultiplyWideningAndAdd(i22, w2, x);
            i23 = AvxVnni.MultiplyWideningAndAdd(i23, w3, x);
            w0 = Vector256.Load(w + 832) ^ sign;
            w1 = Vector256.Load(w + 864) ^ sign;
            w2 = Vector256.Load(w + 896) ^ sign;
            w3 = Vector256.Load(w + 928) ^ sign;
            x = Vector256.Create(*(int*)(x0 + 24)).AsSByte();
            i00 = AvxVnni.MultiplyWideningAndAdd(i00, w0, x);
            i01 = AvxVnni.MultiplyWideningAndAdd(i01, w1, x);
            i02 = AvxVnni.MultiplyWideningAndAdd(i02, w2, x);
            i03 = AvxVnni.MultiplyWideningAndAdd(i03, w3, x);
            x = Vector256.Create(*(int*)((x0 + ldx) + 24)).AsSByte();
            i10 = AvxVnni.MultiplyWideningAndAdd(i10, w0, x);
            i11 = AvxVnni.MultiplyWideningAndAdd(i11, w1, x);
            i12 = AvxVnni.MultiplyWideningAndAdd(i12, w2, x);
            i13 = AvxVnni.MultiplyWideningAndAdd(i13, w3, x);
            x = Vector256.Create(*(int*)((x0 + (2 * ldx)) + 24)).AsSByte();
            i20 = AvxVnni.MultiplyWideningAndAdd(i20, w0, x);
            i21 = AvxVnni.MultiplyWideningAndAdd(i21, w1, x);
            i22 = AvxVnni.MultiplyWideningAndAdd(i22, w2, x);
            i23 = AvxVnni.MultiplyWideningAndAdd(i23, w3, x);
            w0 = Vector256.Load(w + 960) ^ sign;
            w1 = Vector256.Load(w + 992) ^ sign;
            w2 = Vector256.Load(w + 1024) ^ sign;
            w3 = Vector256.Load(w + 1056) ^ sign;
            x = Vector256.Create(*(int*)(x0 + 28)).AsSByte();
            i00 = AvxVnni.MultiplyWideningAndAdd(i00, w0, x);
            i01 = AvxVnni.MultiplyWideningAndAdd(i01, w1, x);
            i02 = AvxVnni.MultiplyWideningAndAdd(i02, w2, x);
            i03 = AvxVnni.MultiplyWideningAndAdd(i03, w3, x);
            x = Vector256.Create(*(int*)((x0 + ldx) + 28)).AsSByte();
            i10 = AvxVnni.MultiplyWideningAndAdd(i10, w0, x);
            i11 = AvxVnni.MultiplyWideningAndAdd(i11, w1, x);
            i12 = AvxVnni.MultiplyWideningAndAdd(i12, w2, x);
            i13 = AvxVnni.MultiplyWideningAndAdd(i13, w3, x);
            x = Vector256.Create(*(int*)((x0 + (2 * ldx)) + 28)).AsSByte();
            i20 = AvxVnni.MultiplyWideningAndAdd(i20, w0, x);
            i21 = AvxVnni.MultiplyWideningAndAdd(i21, w1, x);
            i22 = AvxVnni.MultiplyWideningAndAdd(i22, w2, x);
            i23 = AvxVnni.MultiplyWideningAndAdd(i23, w3, x);
            Vector256<float> e;
            Vector256<float> s0 = BlockCodes.Halves8(w + 0);
            Vector256<float> s1 = BlockCodes.Halves8(w + 16);
            Vector256<float> s2 = BlockCodes.Halves8(w + 32);
            Vector256<float> s3 = BlockCodes.Halves8(w + 48);
            e = Vector256.Create(d[0]);
            a00 = Vector256.FusedMultiplyAdd(s0 * e, i00.AsSingle() - magic, a00);
            a01 = Vector256.FusedMultiplyAdd(s1 * e, i01.AsSingle() - magic, a01);
            a02 = Vector256.FusedMultiplyAdd(s2 * e, i02.AsSingle() - magic, a02);
            a03 = Vector256.FusedMultiplyAdd(s3 * e, i03.AsSingle() - magic, a03);
            e = Vector256.Create(d[1]);
            a10 = Vector256.FusedMultiplyAdd(s0 * e, i10.AsSingle() - magic, a10);
            a11 = Vector256.FusedMultiplyAdd(s1 * e, i11.AsSingle() - magic, a11);
            a12 = Vector256.FusedMultiplyAdd(s2 * e, i12.AsSingle() - magic, a12);
            a13 = Vector256.FusedMultiplyAdd(s3 * e, i13.AsSingle() - magic, a13);
            e = Vector256.Create(d[2]);
            a20 = Vector256.FusedMultiplyAdd(s0 * e, i20.AsSingle() - magic, a20);
            a21 = Vector256.FusedMultiplyAdd(s1 * e, i21.AsSingle() - magic, a21);
            a22 = Vector256.FusedMultiplyAdd(s2 * e, i22.AsSingle() - magic, a22);
            a23 = Vector256.FusedMultiplyAdd(s3 * e, i23.AsSingle() - magic, a23);
        }
        a00.Store(y);
        a01.Store(y + 8);
        a02.Store(y + 16);
        a03.Store(y + 24);
        a10.Store(y + ldy);
        a11.Store(y + ldy + 8);
        a12.Store(y + ldy + 16);
        a13.Store(y + ldy + 24);
        a20.Store(y + (2 * ldy));
        a21.Store(y + (2 * ldy) + 8);
        a22.Store(y + (2 * ldy) + 16);
        a23.Store(y + (2 * ldy) + 24);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization), SkipLocalsInit]
    private static void StreamQ4Rows1<TParts>(in IntegerTileCall call) where TParts : struct, IParts
    {
        byte* w = call.Codes;
        float* y = call.Y, d = call.RowScales, sums = call.RowSums;
        int* start = call.RowStarts;
        nint ldx = call.RowStride, ldr = call.PartStride, ldy = call.YStride;
        sbyte* x0 = call.X;
        nint reach = (nint)call.Ahead, end = (nint)call.AheadEnd, ahead = reach & -RowTile.AskedBytes;
        Vector512<float> magic = Vector512.Create(ActivationBlocks.Magic);
        Vector512<short> ones = Vector512.Create((short)1);
        Vector512<byte> nibble = Vector512.Create((byte)15);
        Vector512<float> a00 = Vector512<float>.Zero;
        Vector512<float> a01 = Vector512<float>.Zero;
        for (int b = call.Blocks; b > 0; b--, w += (TParts.HasMinima ? 20 : 18) * BlockPanels.Width, d += ldr, start += ldr, sums += ldr, x0 += Backend.ActivationBlock)
        {
            for (reach = Math.Min(end, reach + (TParts.HasMinima ? 640 : 576)); ahead < reach; ahead += RowTile.AskedBytes)
                RowTile.Ask(ahead);
            byte* c = w + ((TParts.HasMinima ? 4 : 2) * BlockPanels.Width);
            Vector512<sbyte> x;
            Vector512<byte> w0, w1, h0, h1;
            Vector512<short> i00, i01;
            w0 = Vector512.Load(c + 0);
            h0 = Vector512.ShiftRightLogical(w0.AsUInt16(), 4).AsByte() & nibble;
            w0 &= nibble;
            w1 = Vector512.Load(c + 64);
            h1 = Vector512.ShiftRightLogical(w1.AsUInt16(), 4).AsByte() & nibble;
            w1 &= nibble;
            x = Vector512.Create(*(int*)(x0 + 0)).AsSByte();
            i00 = Avx512BW.MultiplyAddAdjacent(w0, x);
            i01 = Avx512BW.MultiplyAddAdjacent(w1, x);
            x = Vector512.Create(*(int*)(x0 + 16)).AsSByte();
            i00 += Avx512BW.MultiplyAddAdjacent(h0, x);
            i01 += Avx512BW.MultiplyAddAdjacent(h1, x);
            w0 = Vector512.Load(c + 128);
            h0 = Vector512.ShiftRightLogical(w0.AsUInt16(), 4).AsByte() & nibble;
            w0 &= nibble;
            w1 = Vector512.Load(c + 192);
            h1 = Vector512.ShiftRightLogical(w1.AsUInt16(), 4).AsByte() & nibble;
            w1 &= nibble;
            x = Vector512.Create(*(int*)(x0 + 4)).AsSByte();
            i00 += Avx512BW.MultiplyAddAdjacent(w0, x);
            i01 += Avx512BW.MultiplyAddAdjacent(w1, x);
            x = Vector512.Create(*(int*)(x0 + 20)).AsSByte();
            i00 += Avx512BW.MultiplyAddAdjacent(h0, x);
            i01 += Avx512BW.MultiplyAddAdjacent(h1, x);
            w0 = Vector512.Load(c + 256);
            h0 = Vector512.ShiftRightLogical(w0.AsUInt16(), 4).AsByte() & nibble;
            w0 &= nibble;
            w1 = Vector512.Load(c + 320);
            h1 = Vector512.ShiftRightLogical(w1.AsUInt16(), 4).AsByte() & nibble;
            w1 &= nibble;
            x = Vector512.Create(*(int*)(x0 + 8)).AsSByte();
            i00 += Avx512BW.MultiplyAddAdjacent(w0, x);
            i01 += Avx512BW.MultiplyAddAdjacent(w1, x);
            x = Vector512.Create(*(int*)(x0 + 24)).AsSByte();
            i00 += Avx512BW.MultiplyAddAdjacent(h0, x);
            i01 += Avx512BW.MultiplyAddAdjacent(h1, x);
            w0 = Vector512.Load(c + 384);
            h0 = Vector512.ShiftRightLogical(w0.AsUInt16(), 4).AsByte() & nibble;
            w0 &= nibble;
            w1 = Vector512.Load(c + 448);
            h1 = Vector512.ShiftRightLogical(w1.AsUInt16(), 4).AsByte() & nibble;
            w1 &= nibble;
            x = Vector512.Create(*(int*)(x0 + 12)).AsSByte();
            i00 += Avx512BW.MultiplyAddAdjacent(w0, x);
            i01 += Avx512BW.MultiplyAddAdjacent(w1, x);
            x = Vector512.Create(*(int*)(x0 + 28)).AsSByte();
            i00 += Avx512BW.MultiplyAddAdjacent(h0, x);
            i01 += Avx512BW.MultiplyAddAdjacent(h1, x);
            Vector512<float> e, s0 = BlockCodes.Halves16(w), s1 = BlockCodes.Halves16(w + 32);
            Vector512<float> m0 = TParts.HasMinima ? BlockCodes.Halves16(w + 64) : default, m1 = TParts.HasMinima ? BlockCodes.Halves16(w + 96) : default;
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
        a00.Store(y);
        a01.Store(y + 16);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization), SkipLocalsInit]
    private static void StreamQ4Rows2<TParts>(in IntegerTileCall call) where TParts : struct, IParts
    {
        byte* w = call.Codes;
        float* y = call.Y, d = call.RowScales, sums = call.RowSums;
        int* start = call.RowStarts;
        nint ldx = call.RowStride, ldr = call.PartStride, ldy = call.YStride;
        sbyte* x0 = call.X;
        nint reach = (nint)call.Ahead, end = (nint)call.AheadEnd, ahead = reach & -RowTile.AskedBytes;
        Vector512<float> magic = Vector512.Create(ActivationBlocks.Magic);
        Vector512<short> ones = Vector512.Create((short)1);
        Vector512<byte> nibble = Vector512.Create((byte)15);
        Vector512<float> a00 = Vector512<float>.Zero;
        Vector512<float> a01 = Vector512<float>.Zero;
        Vector512<float> a10 = Vector512<float>.Zero;
        Vector512<float> a11 = Vector512<float>.Zero;
        for (int b = call.Blocks; b > 0; b--, w += (TParts.HasMinima ? 20 : 18) * BlockPanels.Width, d += ldr, start += ldr, sums += ldr, x0 += Backend.ActivationBlock)
        {
            for (reach = Math.Min(end, reach + (TParts.HasMinima ? 640 : 576)); ahead < reach; ahead += RowTile.AskedBytes)
                RowTile.Ask(ahead);
            byte* c = w + ((TParts.HasMinima ? 4 : 2) * BlockPanels.Width);
            Vector512<sbyte> x;
            Vector512<byte> w0, w1, h0, h1;
            Vector512<short> i00, i01;
            Vector512<short> i10, i11;
            w0 = Vector512.Load(c + 0);
            h0 = Vector512.ShiftRightLogical(w0.AsUInt16(), 4).AsByte() & nibble;
            w0 &= nibble;
            w1 = Vector512.Load(c + 64);
            h1 = Vector512.ShiftRightLogical(w1.AsUInt16(), 4).AsByte() & nibble;
            w1 &= nibble;
            x = Vector512.Create(*(int*)(x0 + 0)).AsSByte();
            i00 = Avx512BW.MultiplyAddAdjacent(w0, x);
            i01 = Avx512BW.MultiplyAddAdjacent(w1, x);
            x = Vector512.Create(*(int*)(x0 + 16)).AsSByte();
            i00 += Avx512BW.MultiplyAddAdjacent(h0, x);
            i01 += Avx512BW.MultiplyAddAdjacent(h1, x);
            x = Vector512.Create(*(int*)((x0 + ldx) + 0)).AsSByte();
            i10 = Avx512BW.MultiplyAddAdjacent(w0, x);
            i11 = Avx512BW.MultiplyAddAdjacent(w1, x);
            x = Vector512.Create(*(int*)((x0 + ldx) + 16)).AsSByte();
            i10 += Avx512BW.MultiplyAddAdjacent(h0, x);
            i11 += Avx512BW.MultiplyAddAdjacent(h1, x);
            w0 = Vector512.Load(c + 128);
            h0 = Vector512.ShiftRightLogical(w0.AsUInt16(), 4).AsByte() & nibble;
            w0 &= nibble;
            w1 = Vector512.Load(c + 192);
            h1 = Vector512.ShiftRightLogical(w1.AsUInt16(), 4).AsByte() & nibble;
            w1 &= nibble;
            x = Vector512.Create(*(int*)(x0 + 4)).AsSByte();
            i00 += Avx512BW.MultiplyAddAdjacent(w0, x);
            i01 += Avx512BW.MultiplyAddAdjacent(w1, x);
            x = Vector512.Create(*(int*)(x0 + 20)).AsSByte();
            i00 += Avx512BW.MultiplyAddAdjacent(h0, x);
            i01 += Avx512BW.MultiplyAddAdjacent(h1, x);
            x = Vector512.Create(*(int*)((x0 + ldx) + 4)).AsSByte();
            i10 += Avx512BW.MultiplyAddAdjacent(w0, x);
            i11 += Avx512BW.MultiplyAddAdjacent(w1, x);
            x = Vector512.Create(*(int*)((x0 + ldx) + 20)).AsSByte();
            i10 += Avx512BW.MultiplyAddAdjacent(h0, x);
            i11 += Avx512BW.MultiplyAddAdjacent(h1, x);
            w0 = Vector512.Load(c + 256);
            h0 = Vector512.ShiftRightLogical(w0.AsUInt16(), 4).AsByte() & nibble;
            w0 &= nibble;
            w1 = Vector512.Load(c + 320);
            h1 = Vector512.ShiftRightLogical(w1.AsUInt16(), 4).AsByte() & nibble;
            w1 &= nibble;
            x = Vector512.Create(*(int*)(x0 + 8)).AsSByte();
            i00 += Avx512BW.MultiplyAddAdjacent(w0, x);
            i01 += Avx512BW.MultiplyAddAdjacent(w1, x);
            x = Vector512.Create(*(int*)(x0 + 24)).AsSByte();
            i00 += Avx512BW.MultiplyAddAdjacent(h0, x);
            i01 += Avx512BW.MultiplyAddAdjacent(h1, x);
            x = Vector512.Create(*(int*)((x0 + ldx) + 8)).AsSByte();
            i10 += Avx512BW.MultiplyAddAdjacent(w0, x);
            i11 += Avx512BW.MultiplyAddAdjacent(w1, x);
            x = Vector512.Create(*(int*)((x0 + ldx) + 24)).AsSByte();
            i10 += Avx512BW.MultiplyAddAdjacent(h0, x);
            i11 += Avx512BW.MultiplyAddAdjacent(h1, x);
            w0 = Vector512.Load(c + 384);
            h0 = Vector512.ShiftRightLogical(w0.AsUInt16(), 4).AsByte() & nibble;
            w0 &= nibble;
            w1 = Vector512.Load(c + 448);
            h1 = Vector512.ShiftRightLogical(w1.AsUInt16(), 4).AsByte() & nibble;
            w1 &= nibble;
            x = Vector512.Create(*(int*)(x0 + 12)).AsSByte();
            i00 += Avx512BW.MultiplyAddAdjacent(w0, x);
            i01 += Avx512BW.MultiplyAddAdjacent(w1, x);
            x = Vector512.Create(*(int*)(x0 + 28)).AsSByte();
            i00 += Avx512BW.MultiplyAddAdjacent(h0, x);
            i01 += Avx512BW.MultiplyAddAdjacent(h1, x);
            x = Vector512.Create(*(int*)((x0 + ldx) + 12)).AsSByte();
            i10 += Avx512BW.MultiplyAddAdjacent(w0, x);
            i11 += Avx512BW.MultiplyAddAdjacent(w1, x);
            x = Vector512.Create(*(int*)((x0 + ldx) + 28)).AsSByte();
            i10 += Avx512BW.MultiplyAddAdjacent(h0, x);
            i11 += Avx512BW.MultiplyAddAdjacent(h1, x);
            Vector512<float> e, s0 = BlockCodes.Halves16(w), s1 = BlockCodes.Halves16(w + 32);
            Vector512<float> m0 = TParts.HasMinima ? BlockCodes.Halves16(w + 64) : default, m1 = TParts.HasMinima ? BlockCodes.Halves16(w + 96) : default;
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
        a00.Store(y);
        a01.Store(y + 16);
        a10.Store(y + ldy);
        a11.Store(y + ldy + 16);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization), SkipLocalsInit]
    private static void StreamQ4Rows3<TParts>(in IntegerTileCall call) where TParts : struct, IParts
    {
        byte* w = call.Codes;
        float* y = call.Y, d = call.RowScales, sums = call.RowSums;
        int* start = call.RowStarts;
        nint ldx = call.RowStride, ldr = call.PartStride, ldy = call.YStride;
        sbyte* x0 = call.X;
        nint reach = (nint)call.Ahead, end = (nint)call.AheadEnd, ahead = reach & -RowTile.AskedBytes;
        Vector512<float> magic = Vector512.Create(ActivationBlocks.Magic);
        Vector512<short> ones = Vector512.Create((short)1);
        Vector512<byte> nibble = Vector512.Create((byte)15);
        Vector512<float> a00 = Vector512<float>.Zero;
        Vector512<float> a01 = Vector512<float>.Zero;
        Vector512<float> a10 = Vector512<float>.Zero;
        Vector512<float> a11 = Vector512<float>.Zero;
        Vector512<float> a20 = Vector512<float>.Zero;
        Vector512<float> a21 = Vector512<float>.Zero;
        for (int b = call.Blocks; b > 0; b--, w += (TParts.HasMinima ? 20 : 18) * BlockPanels.Width, d += ldr, start += ldr, sums += ldr, x0 += Backend.ActivationBlock)
        {
            for (reach = Math.Min(end, reach + (TParts.HasMinima ? 640 : 576)); ahead < reach; ahead += RowTile.AskedBytes)
                RowTile.Ask(ahead);
            byte* c = w + ((TParts.HasMinima ? 4 : 2) * BlockPanels.Width);
            Vector512<sbyte> x;
            Vector512<byte> w0, w1, h0, h1;
            Vector512<short> i00, i01;
            Vector512<short> i10, i11;
            Vector512<short> i20, i21;
            w0 = Vector512.Load(c + 0);
            h0 = Vector512.ShiftRightLogical(w0.AsUInt16(), 4).AsByte() & nibble;
            w0 &= nibble;
            w1 = Vector512.Load(c + 64);
            h1 = Vector512.ShiftRightLogical(w1.AsUInt16(), 4).AsByte() & nibble;
            w1 &= nibble;
            x = Vector512.Create(*(int*)(x0 + 0)).AsSByte();
            i00 = Avx512BW.MultiplyAddAdjacent(w0, x);
            i01 = Avx512BW.MultiplyAddAdjacent(w1, x);
            x = Vector512.Create(*(int*)(x0 + 16)).AsSByte();
            i00 += Avx512BW.MultiplyAddAdjacent(h0, x);
            i01 += Avx512BW.MultiplyAddAdjacent(h1, x);
            x = Vector512.Create(*(int*)((x0 + ldx) + 0)).AsSByte();
            i10 = Avx512BW.MultiplyAddAdjacent(w0, x);
            i11 = Avx512BW.MultiplyAddAdjacent(w1, x);
            x = Vector512.Create(*(int*)((x0 + ldx) + 16)).AsSByte();
            i10 += Avx512BW.MultiplyAddAdjacent(h0, x);
            i11 += Avx512BW.MultiplyAddAdjacent(h1, x);
            x = Vector512.Create(*(int*)((x0 + (2 * ldx)) + 0)).AsSByte();
            i20 = Avx512BW.MultiplyAddAdjacent(w0, x);
            i21 = Avx512BW.MultiplyAddAdjacent(w1, x);
            x = Vector512.Create(*(int*)((x0 + (2 * ldx)) + 16)).AsSByte();
            i20 += Avx512BW.MultiplyAddAdjacent(h0, x);
            i21 += Avx512BW.MultiplyAddAdjacent(h1, x);
            w0 = Vector512.Load(c + 128);
            h0 = Vector512.ShiftRightLogical(w0.AsUInt16(), 4).AsByte() & nibble;
            w0 &= nibble;
            w1 = Vector512.Load(c + 192);
            h1 = Vector512.ShiftRightLogical(w1.AsUInt16(), 4).AsByte() & nibble;
            w1 &= nibble;
            x = Vector512.Create(*(int*)(x0 + 4)).AsSByte();
            i00 += Avx512BW.MultiplyAddAdjacent(w0, x);
            i01 += Avx512BW.MultiplyAddAdjacent(w1, x);
            x = Vector512.Create(*(int*)(x0 + 20)).AsSByte();
            i00 += Avx512BW.MultiplyAddAdjacent(h0, x);
            i01 += Avx512BW.MultiplyAddAdjacent(h1, x);
            x = Vector512.Create(*(int*)((x0 + ldx) + 4)).AsSByte();
            i10 += Avx512BW.MultiplyAddAdjacent(w0, x);
            i11 += Avx512BW.MultiplyAddAdjacent(w1, x);
            x = Vector512.Create(*(int*)((x0 + ldx) + 20)).AsSByte();
            i10 += Avx512BW.MultiplyAddAdjacent(h0, x);
            i11 += Avx512BW.MultiplyAddAdjacent(h1, x);
            x = Vector512.Create(*(int*)((x0 + (2 * ldx)) + 4)).AsSByte();
            i20 += Avx512BW.MultiplyAddAdjacent(w0, x);
            i21 += Avx512BW.MultiplyAddAdjacent(w1, x);
            x = Vector512.Create(*(int*)((x0 + (2 * ldx)) + 20)).AsSByte();
            i20 += Avx512BW.MultiplyAddAdjacent(h0, x);
            i21 += Avx512BW.MultiplyAddAdjacent(h1, x);
            w0 = Vector512.Load(c + 256);
            h0 = Vector512.ShiftRightLogical(w0.AsUInt16(), 4).AsByte() & nibble;
            w0 &= nibble;
            w1 = Vector512.Load(c + 320);
            h1 = Vector512.ShiftRightLogical(w1.AsUInt16(), 4).AsByte() & nibble;
            w1 &= nibble;
            x = Vector512.Create(*(int*)(x0 + 8)).AsSByte();
            i00 += Avx512BW.MultiplyAddAdjacent(w0, x);
            i01 += Avx512BW.MultiplyAddAdjacent(w1, x);
            x = Vector512.Create(*(int*)(x0 + 24)).AsSByte();
            i00 += Avx512BW.MultiplyAddAdjacent(h0, x);
            i01 += Avx512BW.MultiplyAddAdjacent(h1, x);
            x = Vector512.Create(*(int*)((x0 + ldx) + 8)).AsSByte();
            i10 += Avx512BW.MultiplyAddAdjacent(w0, x);
            i11 += Avx512BW.MultiplyAddAdjacent(w1, x);
            x = Vector512.Create(*(int*)((x0 + ldx) + 24)).AsSByte();
            i10 += Avx512BW.MultiplyAddAdjacent(h0, x);
            i11 += Avx512BW.MultiplyAddAdjacent(h1, x);
            x = Vector512.Create(*(int*)((x0 + (2 * ldx)) + 8)).AsSByte();
            i20 += Avx512BW.MultiplyAddAdjacent(w0, x);
            i21 += Avx512BW.MultiplyAddAdjacent(w1, x);
            x = Vector512.Create(*(int*)((x0 + (2 * ldx)) + 24)).AsSByte();
            i20 += Avx512BW.MultiplyAddAdjacent(h0, x);
            i21 += Avx512BW.MultiplyAddAdjacent(h1, x);
            w0 = Vector512.Load(c + 384);
            h0 = Vector512.ShiftRightLogical(w0.AsUInt16(), 4).AsByte() & nibble;
            w0 &= nibble;
            w1 = Vector512.Load(c + 448);
            h1 = Vector512.ShiftRightLogical(w1.AsUInt16(), 4).AsByte() & nibble;
            w1 &= nibble;
            x = Vector512.Create(*(int*)(x0 + 12)).AsSByte();
            i00 += Avx512BW.MultiplyAddAdjacent(w0, x);
            i01 += Avx512BW.MultiplyAddAdjacent(w1, x);
            x = Vector512.Create(*(int*)(x0 + 28)).AsSByte();
            i00 += Avx512BW.MultiplyAddAdjacent(h0, x);
            i01 += Avx512BW.MultiplyAddAdjacent(h1, x);
            x = Vector512.Create(*(int*)((x0 + ldx) + 12)).AsSByte();
            i10 += Avx512BW.MultiplyAddAdjacent(w0, x);
            i11 += Avx512BW.MultiplyAddAdjacent(w1, x);
            x = Vector512.Create(*(int*)((x0 + ldx) + 28)).AsSByte();
            i10 += Avx512BW.MultiplyAddAdjacent(h0, x);
            i11 += Avx512BW.MultiplyAddAdjacent(h1, x);
            x = Vector512.Create(*(int*)((x0 + (2 * ldx)) + 12)).AsSByte();
            i20 += Avx512BW.MultiplyAddAdjacent(w0, x);
            i21 += Avx512BW.MultiplyAddAdjacent(w1, x);
            x = Vector512.Create(*(int*)((x0 + (2 * ldx)) + 28)).AsSByte();
            i20 += Avx512BW.MultiplyAddAdjacent(h0, x);
            i21 += Avx512BW.MultiplyAddAdjacent(h1, x);
            Vector512<float> e, s0 = BlockCodes.Halves16(w), s1 = BlockCodes.Halves16(w + 32);
            Vector512<float> m0 = TParts.HasMinima ? BlockCodes.Halves16(w + 64) : default, m1 = TParts.HasMinima ? BlockCodes.Halves16(w + 96) : default;
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
        a00.Store(y);
        a01.Store(y + 16);
        a10.Store(y + ldy);
        a11.Store(y + ldy + 16);
        a20.Store(y + (2 * ldy));
        a21.Store(y + (2 * ldy) + 16);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization), SkipLocalsInit]
    private static void StreamQ4Rows4<TParts>(in IntegerTileCall call) where TParts : struct, IParts
    {
        byte* w = call.Codes;
        float* y = call.Y, d = call.RowScales, sums = call.RowSums;
        int* start = call.RowStarts;
        nint ldx = call.RowStride, ldr = call.PartStride, ldy = call.YStride;
        sbyte* x0 = call.X;
        nint reach = (nint)call.Ahead, end = (nint)call.AheadEnd, ahead = reach & -RowTile.AskedBytes;
        sbyte* x3 = x0 + (3 * ldx);
        Vector512<float> magic = Vector512.Create(ActivationBlocks.Magic);
        Vector512<short> ones = Vector512.Create((short)1);
        Vector512<byte> nibble = Vector512.Create((byte)15);
        Vector512<float> a00 = Vector512<float>.Zero;
        Vector512<float> a01 = Vector512<float>.Zero;
        Vector512<float> a10 = Vector512<float>.Zero;
        Vector512<float> a11 = Vector512<float>.Zero;
        Vector512<float> a20 = Vector512<float>.Zero;
        Vector512<float> a21 = Vector512<float>.Zero;
        Vector512<float> a30 = Vector512<float>.Zero;
        Vector512<float> a31 = Vector512<float>.Zero;
        for (int b = call.Blocks; b > 0; b--, w += (TParts.HasMinima ? 20 : 18) * BlockPanels.Width, d += ldr, start += ldr, sums += ldr, x0 += Backend.ActivationBlock, x3 += Backend.ActivationBlock)
        {
            for (reach = Math.Min(end, reach + (TParts.HasMinima ? 640 : 576)); ahead < reach; ahead += RowTile.AskedBytes)
                RowTile.Ask(ahead);
            byte* c = w + ((TParts.HasMinima ? 4 : 2) * BlockPanels.Width);
            Vector512<sbyte> x;
            Vector512<byte> w0, w1, h0, h1;
            Vector512<short> i00, i01;
            Vector512<short> i10, i11;
            Vector512<short> i20, i21;
            Vector512<short> i30, i31;
            w0 = Vector512.Load(c + 0);
            h0 = Vector512.ShiftRightLogical(w0.AsUInt16(), 4).AsByte() & nibble;
            w0 &= nibble;
            w1 = Vector512.Load(c + 64);
            h1 = Vector512.ShiftRightLogical(w1.AsUInt16(), 4).AsByte() & nibble;
            w1 &= nibble;
            x = Vector512.Create(*(int*)(x0 + 0)).AsSByte();
            i00 = Avx512BW.MultiplyAddAdjacent(w0, x);
            i01 = Avx512BW.MultiplyAddAdjacent(w1, x);
            x = Vector512.Create(*(int*)(x0 + 16)).AsSByte();
            i00 += Avx512BW.MultiplyAddAdjacent(h0, x);
            i01 += Avx512BW.MultiplyAddAdjacent(h1, x);
            x = Vector512.Create(*(int*)((x0 + ldx) + 0)).AsSByte();
            i10 = Avx512BW.MultiplyAddAdjacent(w0, x);
            i11 = Avx512BW.MultiplyAddAdjacent(w1, x);
            x = Vector512.Create(*(int*)((x0 + ldx) + 16)).AsSByte();
            i10 += Avx512BW.MultiplyAddAdjacent(h0, x);
            i11 += Avx512BW.MultiplyAddAdjacent(h1, x);
            x = Vector512.Create(*(int*)((x0 + (2 * ldx)) + 0)).AsSByte();
            i20 = Avx512BW.MultiplyAddAdjacent(w0, x);
            i21 = Avx512BW.MultiplyAddAdjacent(w1, x);
            x = Vector512.Create(*(int*)((x0 + (2 * ldx)) + 16)).AsSByte();
            i20 += Avx512BW.MultiplyAddAdjacent(h0, x);
            i21 += Avx512BW.MultiplyAddAdjacent(h1, x);
            x = Vector512.Create(*(int*)(x3 + 0)).AsSByte();
            i30 = Avx512BW.MultiplyAddAdjacent(w0, x);
            i31 = Avx512BW.MultiplyAddAdjacent(w1, x);
            x = Vector512.Create(*(int*)(x3 + 16)).AsSByte();
            i30 += Avx512BW.MultiplyAddAdjacent(h0, x);
            i31 += Avx512BW.MultiplyAddAdjacent(h1, x);
            w0 = Vector512.Load(c + 128);
            h0 = Vector512.ShiftRightLogical(w0.AsUInt16(), 4).AsByte() & nibble;
            w0 &= nibble;
            w1 = Vector512.Load(c + 192);
            h1 = Vector512.ShiftRightLogical(w1.AsUInt16(), 4).AsByte() & nibble;
            w1 &= nibble;
            x = Vector512.Create(*(int*)(x0 + 4)).AsSByte();
            i00 += Avx512BW.MultiplyAddAdjacent(w0, x);
            i01 += Avx512BW.MultiplyAddAdjacent(w1, x);
            x = Vector512.Create(*(int*)(x0 + 20)).AsSByte();
            i00 += Avx512BW.MultiplyAddAdjacent(h0, x);
            i01 += Avx512BW.MultiplyAddAdjacent(h1, x);
            x = Vector512.Create(*(int*)((x0 + ldx) + 4)).AsSByte();
            i10 += Avx512BW.MultiplyAddAdjacent(w0, x);
            i11 += Avx512BW.MultiplyAddAdjacent(w1, x);
            x = Vector512.Create(*(int*)((x0 + ldx) + 20)).AsSByte();
            i10 += Avx512BW.MultiplyAddAdjacent(h0, x);
            i11 += Avx512BW.MultiplyAddAdjacent(h1, x);
            x = Vector512.Create(*(int*)((x0 + (2 * ldx)) + 4)).AsSByte();
            i20 += Avx512BW.MultiplyAddAdjacent(w0, x);
            i21 += Avx512BW.MultiplyAddAdjacent(w1, x);
            x = Vector512.Create(*(int*)((x0 + (2 * ldx)) + 20)).AsSByte();
            i20 += Avx512BW.MultiplyAddAdjacent(h0, x);
            i21 += Avx512BW.MultiplyAddAdjacent(h1, x);
            x = Vector512.Create(*(int*)(x3 + 4)).AsSByte();
            i30 += Avx512BW.MultiplyAddAdjacent(w0, x);
            i31 += Avx512BW.MultiplyAddAdjacent(w1, x);
            x = Vector512.Create(*(int*)(x3 + 20)).AsSByte();
            i30 += Avx512BW.MultiplyAddAdjacent(h0, x);
            i31 += Avx512BW.MultiplyAddAdjacent(h1, x);
            w0 = Vector512.Load(c + 256);
            h0 = Vector512.ShiftRightLogical(w0.AsUInt16(), 4).AsByte() & nibble;
            w0 &= nibble;
            w1 = Vector512.Load(c + 320);
            h1 = Vector512.ShiftRightLogical(w1.AsUInt16(), 4).AsByte() & nibble;
            w1 &= nibble;
            x = Vector512.Create(*(int*)(x0 + 8)).AsSByte();
            i00 += Avx512BW.MultiplyAddAdjacent(w0, x);
            i01 += Avx512BW.MultiplyAddAdjacent(w1, x);
            x = Vector512.Create(*(int*)(x0 + 24)).AsSByte();
            i00 += Avx512BW.MultiplyAddAdjacent(h0, x);
            i01 += Avx512BW.MultiplyAddAdjacent(h1, x);
            x = Vector512.Create(*(int*)((x0 + ldx) + 8)).AsSByte();
            i10 += Avx512BW.MultiplyAddAdjacent(w0, x);
            i11 += Avx512BW.MultiplyAddAdjacent(w1, x);
            x = Vector512.Create(*(int*)((x0 + ldx) + 24)).AsSByte();
            i10 += Avx512BW.MultiplyAddAdjacent(h0, x);
            i11 += Avx512BW.MultiplyAddAdjacent(h1, x);
            x = Vector512.Create(*(int*)((x0 + (2 * ldx)) + 8)).AsSByte();
            i20 += Avx512BW.MultiplyAddAdjacent(w0, x);
            i21 += Avx512BW.MultiplyAddAdjacent(w1, x);
            x = Vector512.Create(*(int*)((x0 + (2 * ldx)) + 24)).AsSByte();
            i20 += Avx512BW.MultiplyAddAdjacent(h0, x);
            i21 += Avx512BW.MultiplyAddAdjacent(h1, x);
            x = Vector512.Create(*(int*)(x3 + 8)).AsSByte();
            i30 += Avx512BW.MultiplyAddAdjacent(w0, x);
            i31 += Avx512BW.MultiplyAddAdjacent(w1, x);
            x = Vector512.Create(*(int*)(x3 + 24)).AsSByte();
            i30 += Avx512BW.MultiplyAddAdjacent(h0, x);
            i31 += Avx512BW.MultiplyAddAdjacent(h1, x);
            w0 = Vector512.Load(c + 384);
            h0 = Vector512.ShiftRightLogical(w0.AsUInt16(), 4).AsByte() & nibble;
            w0 &= nibble;
            w1 = Vector512.Load(c + 448);
            h1 = Vector512.ShiftRightLogical(w1.AsUInt16(), 4).AsByte() & nibble;
            w1 &= nibble;
            x = Vector512.Create(*(int*)(x0 + 12)).AsSByte();
            i00 += Avx512BW.MultiplyAddAdjacent(w0, x);
            i01 += Avx512BW.MultiplyAddAdjacent(w1, x);
            x = Vector512.Create(*(int*)(x0 + 28)).AsSByte();
            i00 += Avx512BW.MultiplyAddAdjacent(h0, x);
            i01 += Avx512BW.MultiplyAddAdjacent(h1, x);
            x = Vector512.Create(*(int*)((x0 + ldx) + 12)).AsSByte();
            i10 += Avx512BW.MultiplyAddAdjacent(w0, x);
            i11 += Avx512BW.MultiplyAddAdjacent(w1, x);
            x = Vector512.Create(*(int*)((x0 + ldx) + 28)).AsSByte();
            i10 += Avx512BW.MultiplyAddAdjacent(h0, x);
            i11 += Avx512BW.MultiplyAddAdjacent(h1, x);
            x = Vector512.Create(*(int*)((x0 + (2 * ldx)) + 12)).AsSByte();
            i20 += Avx512BW.MultiplyAddAdjacent(w0, x);
            i21 += Avx512BW.MultiplyAddAdjacent(w1, x);
            x = Vector512.Create(*(int*)((x0 + (2 * ldx)) + 28)).AsSByte();
            i20 += Avx512BW.MultiplyAddAdjacent(h0, x);
            i21 += Avx512BW.MultiplyAddAdjacent(h1, x);
            x = Vector512.Create(*(int*)(x3 + 12)).AsSByte();
            i30 += Avx512BW.MultiplyAddAdjacent(w0, x);
            i31 += Avx512BW.MultiplyAddAdjacent(w1, x);
            x = Vector512.Create(*(int*)(x3 + 28)).AsSByte();
            i30 += Avx512BW.MultiplyAddAdjacent(h0, x);
            i31 += Avx512BW.MultiplyAddAdjacent(h1, x);
            Vector512<float> e, s0 = BlockCodes.Halves16(w), s1 = BlockCodes.Halves16(w + 32);
            Vector512<float> m0 = TParts.HasMinima ? BlockCodes.Halves16(w + 64) : default, m1 = TParts.HasMinima ? BlockCodes.Halves16(w + 96) : default;
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
        a00.Store(y);
        a01.Store(y + 16);
        a10.Store(y + ldy);
        a11.Store(y + ldy + 16);
        a20.Store(y + (2 * ldy));
        a21.Store(y + (2 * ldy) + 16);
        a30.Store(y + (3 * ldy));
        a31.Store(y + (3 * ldy) + 16);
    }
}
