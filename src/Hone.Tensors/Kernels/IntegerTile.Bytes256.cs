// Written by tools/GenerateIntegerTiles.cs; change that and run it again.
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Hone.Tensors;

/// <summary>Integer tiles of 256-bit vectors. Codes up to 127, or signed ones through their magnitudes. 8 accumulators, 1 vector of codes, 1 of x, 1 of ones.</summary>
internal static unsafe partial class IntegerTile
{
    private const int Bytes256MaxRows = 4;
    private const int Bytes256Columns = 8;

    private static void Bytes256<TParts>(int rows, in IntegerTileCall call, int column) where TParts : struct, IParts
    {
        switch (rows)
        {
            case 1: Bytes2561<TParts>(call, column); break;
            case 2: Bytes2562<TParts>(call, column); break;
            case 3: Bytes2563<TParts>(call, column); break;
            default: Bytes2564<TParts>(call, column); break;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization), SkipLocalsInit]
    private static void Bytes2561<TParts>(in IntegerTileCall call, int column) where TParts : struct, IParts
    {
        byte* w = call.Codes + (4 * column);
        float* s = call.Scales + column, m = call.Minima + column, y = call.Y + column, d = call.RowScales, sums = call.RowSums;
        int* start = call.RowStarts;
        nint ldx = call.RowStride, ldr = call.PartStride, ldy = call.YStride, lines = call.AheadLines;
        byte* ahead = call.Ahead + (column == 0 ? 0 : column * call.AheadLines * call.Blocks * 64 / 8);
        sbyte* x0 = call.X;
        Vector256<float> magic = Vector256.Create(ActivationBlocks.Magic);
        Vector256<short> ones = Vector256.Create((short)1);
        Vector256<float> a00 = Vector256<float>.Zero;
        if (call.Continues)
        {
            a00 = Vector256.Load(y);
        }
        for (int b = call.Blocks; b > 0; b--, w += BlockCodes.BlockBytes, d += ldr, start += TParts.Count * ldr, sums += TParts.Count * ldr, s += TParts.Count * BlockPanels.Width, m += TParts.Count * BlockPanels.Width, x0 += Backend.ActivationBlock)
        {
            for (nint line = lines; line > 0; line--, ahead += 64)
                Sse.Prefetch1(ahead);
            Vector256<int> i00 = Vector256.Create(start[0]);
            {
                Vector256<byte> w0 = Vector256.Load(w + 0);
                Vector256<sbyte> n0 = default;
                if (TParts.IsWide)
                {
                    n0 = (w0 ^ Vector256.Create((byte)128)).AsSByte();
                    w0 = Avx2.Abs(n0);
                }
                Vector256<sbyte> x;
                x = Vector256.Create(*(int*)(x0 + 0)).AsSByte();
                if (TParts.IsWide)
                    x = Avx2.Sign(x, n0);
                i00 += Avx2.MultiplyAddAdjacent(Avx2.MultiplyAddAdjacent(w0, x), ones);
            }
            {
                Vector256<byte> w0 = Vector256.Load(w + 128);
                Vector256<sbyte> n0 = default;
                if (TParts.IsWide)
                {
                    n0 = (w0 ^ Vector256.Create((byte)128)).AsSByte();
                    w0 = Avx2.Abs(n0);
                }
                Vector256<sbyte> x;
                x = Vector256.Create(*(int*)(x0 + 4)).AsSByte();
                if (TParts.IsWide)
                    x = Avx2.Sign(x, n0);
                i00 += Avx2.MultiplyAddAdjacent(Avx2.MultiplyAddAdjacent(w0, x), ones);
            }
            {
                Vector256<byte> w0 = Vector256.Load(w + 256);
                Vector256<sbyte> n0 = default;
                if (TParts.IsWide)
                {
                    n0 = (w0 ^ Vector256.Create((byte)128)).AsSByte();
                    w0 = Avx2.Abs(n0);
                }
                Vector256<sbyte> x;
                x = Vector256.Create(*(int*)(x0 + 8)).AsSByte();
                if (TParts.IsWide)
                    x = Avx2.Sign(x, n0);
                i00 += Avx2.MultiplyAddAdjacent(Avx2.MultiplyAddAdjacent(w0, x), ones);
            }
            {
                Vector256<byte> w0 = Vector256.Load(w + 384);
                Vector256<sbyte> n0 = default;
                if (TParts.IsWide)
                {
                    n0 = (w0 ^ Vector256.Create((byte)128)).AsSByte();
                    w0 = Avx2.Abs(n0);
                }
                Vector256<sbyte> x;
                x = Vector256.Create(*(int*)(x0 + 12)).AsSByte();
                if (TParts.IsWide)
                    x = Avx2.Sign(x, n0);
                i00 += Avx2.MultiplyAddAdjacent(Avx2.MultiplyAddAdjacent(w0, x), ones);
            }
            if (TParts.Count == 1)
            {
                {
                    Vector256<byte> w0 = Vector256.Load(w + 512);
                    Vector256<sbyte> n0 = default;
                    if (TParts.IsWide)
                    {
                        n0 = (w0 ^ Vector256.Create((byte)128)).AsSByte();
                        w0 = Avx2.Abs(n0);
                    }
                    Vector256<sbyte> x;
                    x = Vector256.Create(*(int*)(x0 + 16)).AsSByte();
                    if (TParts.IsWide)
                        x = Avx2.Sign(x, n0);
                    i00 += Avx2.MultiplyAddAdjacent(Avx2.MultiplyAddAdjacent(w0, x), ones);
                }
                {
                    Vector256<byte> w0 = Vector256.Load(w + 640);
                    Vector256<sbyte> n0 = default;
                    if (TParts.IsWide)
                    {
                        n0 = (w0 ^ Vector256.Create((byte)128)).AsSByte();
                        w0 = Avx2.Abs(n0);
                    }
                    Vector256<sbyte> x;
                    x = Vector256.Create(*(int*)(x0 + 20)).AsSByte();
                    if (TParts.IsWide)
                        x = Avx2.Sign(x, n0);
                    i00 += Avx2.MultiplyAddAdjacent(Avx2.MultiplyAddAdjacent(w0, x), ones);
                }
                {
                    Vector256<byte> w0 = Vector256.Load(w + 768);
                    Vector256<sbyte> n0 = default;
                    if (TParts.IsWide)
                    {
                        n0 = (w0 ^ Vector256.Create((byte)128)).AsSByte();
                        w0 = Avx2.Abs(n0);
                    }
                    Vector256<sbyte> x;
                    x = Vector256.Create(*(int*)(x0 + 24)).AsSByte();
                    if (TParts.IsWide)
                        x = Avx2.Sign(x, n0);
                    i00 += Avx2.MultiplyAddAdjacent(Avx2.MultiplyAddAdjacent(w0, x), ones);
                }
                {
                    Vector256<byte> w0 = Vector256.Load(w + 896);
                    Vector256<sbyte> n0 = default;
                    if (TParts.IsWide)
                    {
                        n0 = (w0 ^ Vector256.Create((byte)128)).AsSByte();
                        w0 = Avx2.Abs(n0);
                    }
                    Vector256<sbyte> x;
                    x = Vector256.Create(*(int*)(x0 + 28)).AsSByte();
                    if (TParts.IsWide)
                        x = Avx2.Sign(x, n0);
                    i00 += Avx2.MultiplyAddAdjacent(Avx2.MultiplyAddAdjacent(w0, x), ones);
                }
            }
            {
                Vector256<float> s0 = Vector256.Load(s + 0), m0 = TParts.HasMinima ? Vector256.Load(m + 0) : default;
                Vector256<float> e;
                e = Vector256.Create(d[0]);
                a00 = Vector256.FusedMultiplyAdd(s0 * e, i00.AsSingle() - magic, a00);
                if (TParts.HasMinima)
                {
                    e = Vector256.Create(sums[0]);
                    a00 = Vector256.FusedMultiplyAdd(m0, e, a00);
                }
            }
            if (TParts.Count == 2)
            {
                i00 = Vector256.Create((start + ldr)[0]);
                {
                    Vector256<byte> w0 = Vector256.Load(w + 512);
                    Vector256<sbyte> n0 = default;
                    if (TParts.IsWide)
                    {
                        n0 = (w0 ^ Vector256.Create((byte)128)).AsSByte();
                        w0 = Avx2.Abs(n0);
                    }
                    Vector256<sbyte> x;
                    x = Vector256.Create(*(int*)(x0 + 16)).AsSByte();
                    if (TParts.IsWide)
                        x = Avx2.Sign(x, n0);
                    i00 += Avx2.MultiplyAddAdjacent(Avx2.MultiplyAddAdjacent(w0, x), ones);
                }
                {
                    Vector256<byte> w0 = Vector256.Load(w + 640);
                    Vector256<sbyte> n0 = default;
                    if (TParts.IsWide)
                    {
                        n0 = (w0 ^ Vector256.Create((byte)128)).AsSByte();
                        w0 = Avx2.Abs(n0);
                    }
                    Vector256<sbyte> x;
                    x = Vector256.Create(*(int*)(x0 + 20)).AsSByte();
                    if (TParts.IsWide)
                        x = Avx2.Sign(x, n0);
                    i00 += Avx2.MultiplyAddAdjacent(Avx2.MultiplyAddAdjacent(w0, x), ones);
                }
                {
                    Vector256<byte> w0 = Vector256.Load(w + 768);
                    Vector256<sbyte> n0 = default;
                    if (TParts.IsWide)
                    {
                        n0 = (w0 ^ Vector256.Create((byte)128)).AsSByte();
                        w0 = Avx2.Abs(n0);
                    }
                    Vector256<sbyte> x;
                    x = Vector256.Create(*(int*)(x0 + 24)).AsSByte();
                    if (TParts.IsWide)
                        x = Avx2.Sign(x, n0);
                    i00 += Avx2.MultiplyAddAdjacent(Avx2.MultiplyAddAdjacent(w0, x), ones);
                }
                {
                    Vector256<byte> w0 = Vector256.Load(w + 896);
                    Vector256<sbyte> n0 = default;
                    if (TParts.IsWide)
                    {
                        n0 = (w0 ^ Vector256.Create((byte)128)).AsSByte();
                        w0 = Avx2.Abs(n0);
                    }
                    Vector256<sbyte> x;
                    x = Vector256.Create(*(int*)(x0 + 28)).AsSByte();
                    if (TParts.IsWide)
                        x = Avx2.Sign(x, n0);
                    i00 += Avx2.MultiplyAddAdjacent(Avx2.MultiplyAddAdjacent(w0, x), ones);
                }
                {
                    Vector256<float> s0 = Vector256.Load((s + BlockPanels.Width) + 0), m0 = TParts.HasMinima ? Vector256.Load((m + BlockPanels.Width) + 0) : default;
                    Vector256<float> e;
                    e = Vector256.Create(d[0]);
                    a00 = Vector256.FusedMultiplyAdd(s0 * e, i00.AsSingle() - magic, a00);
                    if (TParts.HasMinima)
                    {
                        e = Vector256.Create((sums + ldr)[0]);
                        a00 = Vector256.FusedMultiplyAdd(m0, e, a00);
                    }
                }
            }
        }
        a00.Store(y);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization), SkipLocalsInit]
    private static void Bytes2562<TParts>(in IntegerTileCall call, int column) where TParts : struct, IParts
    {
        byte* w = call.Codes + (4 * column);
        float* s = call.Scales + column, m = call.Minima + column, y = call.Y + column, d = call.RowScales, sums = call.RowSums;
        int* start = call.RowStarts;
        nint ldx = call.RowStride, ldr = call.PartStride, ldy = call.YStride, lines = call.AheadLines;
        byte* ahead = call.Ahead + (column == 0 ? 0 : column * call.AheadLines * call.Blocks * 64 / 8);
        sbyte* x0 = call.X;
        Vector256<float> magic = Vector256.Create(ActivationBlocks.Magic);
        Vector256<short> ones = Vector256.Create((short)1);
        Vector256<float> a00 = Vector256<float>.Zero;
        Vector256<float> a10 = Vector256<float>.Zero;
        if (call.Continues)
        {
            a00 = Vector256.Load(y);
            a10 = Vector256.Load(y + ldy);
        }
        for (int b = call.Blocks; b > 0; b--, w += BlockCodes.BlockBytes, d += ldr, start += TParts.Count * ldr, sums += TParts.Count * ldr, s += TParts.Count * BlockPanels.Width, m += TParts.Count * BlockPanels.Width, x0 += Backend.ActivationBlock)
        {
            for (nint line = lines; line > 0; line--, ahead += 64)
                Sse.Prefetch1(ahead);
            Vector256<int> i00 = Vector256.Create(start[0]);
            Vector256<int> i10 = Vector256.Create(start[1]);
            {
                Vector256<byte> w0 = Vector256.Load(w + 0);
                Vector256<sbyte> n0 = default;
                if (TParts.IsWide)
                {
                    n0 = (w0 ^ Vector256.Create((byte)128)).AsSByte();
                    w0 = Avx2.Abs(n0);
                }
                Vector256<sbyte> x;
                x = Vector256.Create(*(int*)(x0 + 0)).AsSByte();
                if (TParts.IsWide)
                    x = Avx2.Sign(x, n0);
                i00 += Avx2.MultiplyAddAdjacent(Avx2.MultiplyAddAdjacent(w0, x), ones);
                x = Vector256.Create(*(int*)((x0 + ldx) + 0)).AsSByte();
                if (TParts.IsWide)
                    x = Avx2.Sign(x, n0);
                i10 += Avx2.MultiplyAddAdjacent(Avx2.MultiplyAddAdjacent(w0, x), ones);
            }
            {
                Vector256<byte> w0 = Vector256.Load(w + 128);
                Vector256<sbyte> n0 = default;
                if (TParts.IsWide)
                {
                    n0 = (w0 ^ Vector256.Create((byte)128)).AsSByte();
                    w0 = Avx2.Abs(n0);
                }
                Vector256<sbyte> x;
                x = Vector256.Create(*(int*)(x0 + 4)).AsSByte();
                if (TParts.IsWide)
                    x = Avx2.Sign(x, n0);
                i00 += Avx2.MultiplyAddAdjacent(Avx2.MultiplyAddAdjacent(w0, x), ones);
                x = Vector256.Create(*(int*)((x0 + ldx) + 4)).AsSByte();
                if (TParts.IsWide)
                    x = Avx2.Sign(x, n0);
                i10 += Avx2.MultiplyAddAdjacent(Avx2.MultiplyAddAdjacent(w0, x), ones);
            }
            {
                Vector256<byte> w0 = Vector256.Load(w + 256);
                Vector256<sbyte> n0 = default;
                if (TParts.IsWide)
                {
                    n0 = (w0 ^ Vector256.Create((byte)128)).AsSByte();
                    w0 = Avx2.Abs(n0);
                }
                Vector256<sbyte> x;
                x = Vector256.Create(*(int*)(x0 + 8)).AsSByte();
                if (TParts.IsWide)
                    x = Avx2.Sign(x, n0);
                i00 += Avx2.MultiplyAddAdjacent(Avx2.MultiplyAddAdjacent(w0, x), ones);
                x = Vector256.Create(*(int*)((x0 + ldx) + 8)).AsSByte();
                if (TParts.IsWide)
                    x = Avx2.Sign(x, n0);
                i10 += Avx2.MultiplyAddAdjacent(Avx2.MultiplyAddAdjacent(w0, x), ones);
            }
            {
                Vector256<byte> w0 = Vector256.Load(w + 384);
                Vector256<sbyte> n0 = default;
                if (TParts.IsWide)
                {
                    n0 = (w0 ^ Vector256.Create((byte)128)).AsSByte();
                    w0 = Avx2.Abs(n0);
                }
                Vector256<sbyte> x;
                x = Vector256.Create(*(int*)(x0 + 12)).AsSByte();
                if (TParts.IsWide)
                    x = Avx2.Sign(x, n0);
                i00 += Avx2.MultiplyAddAdjacent(Avx2.MultiplyAddAdjacent(w0, x), ones);
                x = Vector256.Create(*(int*)((x0 + ldx) + 12)).AsSByte();
                if (TParts.IsWide)
                    x = Avx2.Sign(x, n0);
                i10 += Avx2.MultiplyAddAdjacent(Avx2.MultiplyAddAdjacent(w0, x), ones);
            }
            if (TParts.Count == 1)
            {
                {
                    Vector256<byte> w0 = Vector256.Load(w + 512);
                    Vector256<sbyte> n0 = default;
                    if (TParts.IsWide)
                    {
                        n0 = (w0 ^ Vector256.Create((byte)128)).AsSByte();
                        w0 = Avx2.Abs(n0);
                    }
                    Vector256<sbyte> x;
                    x = Vector256.Create(*(int*)(x0 + 16)).AsSByte();
                    if (TParts.IsWide)
                        x = Avx2.Sign(x, n0);
                    i00 += Avx2.MultiplyAddAdjacent(Avx2.MultiplyAddAdjacent(w0, x), ones);
                    x = Vector256.Create(*(int*)((x0 + ldx) + 16)).AsSByte();
                    if (TParts.IsWide)
                        x = Avx2.Sign(x, n0);
                    i10 += Avx2.MultiplyAddAdjacent(Avx2.MultiplyAddAdjacent(w0, x), ones);
                }
                {
                    Vector256<byte> w0 = Vector256.Load(w + 640);
                    Vector256<sbyte> n0 = default;
                    if (TParts.IsWide)
                    {
                        n0 = (w0 ^ Vector256.Create((byte)128)).AsSByte();
                        w0 = Avx2.Abs(n0);
                    }
                    Vector256<sbyte> x;
                    x = Vector256.Create(*(int*)(x0 + 20)).AsSByte();
                    if (TParts.IsWide)
                        x = Avx2.Sign(x, n0);
                    i00 += Avx2.MultiplyAddAdjacent(Avx2.MultiplyAddAdjacent(w0, x), ones);
                    x = Vector256.Create(*(int*)((x0 + ldx) + 20)).AsSByte();
                    if (TParts.IsWide)
                        x = Avx2.Sign(x, n0);
                    i10 += Avx2.MultiplyAddAdjacent(Avx2.MultiplyAddAdjacent(w0, x), ones);
                }
                {
                    Vector256<byte> w0 = Vector256.Load(w + 768);
                    Vector256<sbyte> n0 = default;
                    if (TParts.IsWide)
                    {
                        n0 = (w0 ^ Vector256.Create((byte)128)).AsSByte();
                        w0 = Avx2.Abs(n0);
                    }
                    Vector256<sbyte> x;
                    x = Vector256.Create(*(int*)(x0 + 24)).AsSByte();
                    if (TParts.IsWide)
                        x = Avx2.Sign(x, n0);
                    i00 += Avx2.MultiplyAddAdjacent(Avx2.MultiplyAddAdjacent(w0, x), ones);
                    x = Vector256.Create(*(int*)((x0 + ldx) + 24)).AsSByte();
                    if (TParts.IsWide)
                        x = Avx2.Sign(x, n0);
                    i10 += Avx2.MultiplyAddAdjacent(Avx2.MultiplyAddAdjacent(w0, x), ones);
                }
                {
                    Vector256<byte> w0 = Vector256.Load(w + 896);
                    Vector256<sbyte> n0 = default;
                    if (TParts.IsWide)
                    {
                        n0 = (w0 ^ Vector256.Create((byte)128)).AsSByte();
                        w0 = Avx2.Abs(n0);
                    }
                    Vector256<sbyte> x;
                    x = Vector256.Create(*(int*)(x0 + 28)).AsSByte();
                    if (TParts.IsWide)
                        x = Avx2.Sign(x, n0);
                    i00 += Avx2.MultiplyAddAdjacent(Avx2.MultiplyAddAdjacent(w0, x), ones);
                    x = Vector256.Create(*(int*)((x0 + ldx) + 28)).AsSByte();
                    if (TParts.IsWide)
                        x = Avx2.Sign(x, n0);
                    i10 += Avx2.MultiplyAddAdjacent(Avx2.MultiplyAddAdjacent(w0, x), ones);
                }
            }
            {
                Vector256<float> s0 = Vector256.Load(s + 0), m0 = TParts.HasMinima ? Vector256.Load(m + 0) : default;
                Vector256<float> e;
                e = Vector256.Create(d[0]);
                a00 = Vector256.FusedMultiplyAdd(s0 * e, i00.AsSingle() - magic, a00);
                if (TParts.HasMinima)
                {
                    e = Vector256.Create(sums[0]);
                    a00 = Vector256.FusedMultiplyAdd(m0, e, a00);
                }
                e = Vector256.Create(d[1]);
                a10 = Vector256.FusedMultiplyAdd(s0 * e, i10.AsSingle() - magic, a10);
                if (TParts.HasMinima)
                {
                    e = Vector256.Create(sums[1]);
                    a10 = Vector256.FusedMultiplyAdd(m0, e, a10);
                }
            }
            if (TParts.Count == 2)
            {
                i00 = Vector256.Create((start + ldr)[0]);
                i10 = Vector256.Create((start + ldr)[1]);
                {
                    Vector256<byte> w0 = Vector256.Load(w + 512);
                    Vector256<sbyte> n0 = default;
                    if (TParts.IsWide)
                    {
                        n0 = (w0 ^ Vector256.Create((byte)128)).AsSByte();
                        w0 = Avx2.Abs(n0);
                    }
                    Vector256<sbyte> x;
                    x = Vector256.Create(*(int*)(x0 + 16)).AsSByte();
                    if (TParts.IsWide)
                        x = Avx2.Sign(x, n0);
                    i00 += Avx2.MultiplyAddAdjacent(Avx2.MultiplyAddAdjacent(w0, x), ones);
                    x = Vector256.Create(*(int*)((x0 + ldx) + 16)).AsSByte();
                    if (TParts.IsWide)
                        x = Avx2.Sign(x, n0);
                    i10 += Avx2.MultiplyAddAdjacent(Avx2.MultiplyAddAdjacent(w0, x), ones);
                }
                {
                    Vector256<byte> w0 = Vector256.Load(w + 640);
                    Vector256<sbyte> n0 = default;
                    if (TParts.IsWide)
                    {
                        n0 = (w0 ^ Vector256.Create((byte)128)).AsSByte();
                        w0 = Avx2.Abs(n0);
                    }
                    Vector256<sbyte> x;
                    x = Vector256.Create(*(int*)(x0 + 20)).AsSByte();
                    if (TParts.IsWide)
                        x = Avx2.Sign(x, n0);
                    i00 += Avx2.MultiplyAddAdjacent(Avx2.MultiplyAddAdjacent(w0, x), ones);
                    x = Vector256.Create(*(int*)((x0 + ldx) + 20)).AsSByte();
                    if (TParts.IsWide)
                        x = Avx2.Sign(x, n0);
                    i10 += Avx2.MultiplyAddAdjacent(Avx2.MultiplyAddAdjacent(w0, x), ones);
                }
                {
                    Vector256<byte> w0 = Vector256.Load(w + 768);
                    Vector256<sbyte> n0 = default;
                    if (TParts.IsWide)
                    {
                        n0 = (w0 ^ Vector256.Create((byte)128)).AsSByte();
                        w0 = Avx2.Abs(n0);
                    }
                    Vector256<sbyte> x;
                    x = Vector256.Create(*(int*)(x0 + 24)).AsSByte();
                    if (TParts.IsWide)
                        x = Avx2.Sign(x, n0);
                    i00 += Avx2.MultiplyAddAdjacent(Avx2.MultiplyAddAdjacent(w0, x), ones);
                    x = Vector256.Create(*(int*)((x0 + ldx) + 24)).AsSByte();
                    if (TParts.IsWide)
                        x = Avx2.Sign(x, n0);
                    i10 += Avx2.MultiplyAddAdjacent(Avx2.MultiplyAddAdjacent(w0, x), ones);
                }
                {
                    Vector256<byte> w0 = Vector256.Load(w + 896);
                    Vector256<sbyte> n0 = default;
                    if (TParts.IsWide)
                    {
                        n0 = (w0 ^ Vector256.Create((byte)128)).AsSByte();
                        w0 = Avx2.Abs(n0);
                    }
                    Vector256<sbyte> x;
                    x = Vector256.Create(*(int*)(x0 + 28)).AsSByte();
                    if (TParts.IsWide)
                        x = Avx2.Sign(x, n0);
                    i00 += Avx2.MultiplyAddAdjacent(Avx2.MultiplyAddAdjacent(w0, x), ones);
                    x = Vector256.Create(*(int*)((x0 + ldx) + 28)).AsSByte();
                    if (TParts.IsWide)
                        x = Avx2.Sign(x, n0);
                    i10 += Avx2.MultiplyAddAdjacent(Avx2.MultiplyAddAdjacent(w0, x), ones);
                }
                {
                    Vector256<float> s0 = Vector256.Load((s + BlockPanels.Width) + 0), m0 = TParts.HasMinima ? Vector256.Load((m + BlockPanels.Width) + 0) : default;
                    Vector256<float> e;
                    e = Vector256.Create(d[0]);
                    a00 = Vector256.FusedMultiplyAdd(s0 * e, i00.AsSingle() - magic, a00);
                    if (TParts.HasMinima)
                    {
                        e = Vector256.Create((sums + ldr)[0]);
                        a00 = Vector256.FusedMultiplyAdd(m0, e, a00);
                    }
                    e = Vector256.Create(d[1]);
                    a10 = Vector256.FusedMultiplyAdd(s0 * e, i10.AsSingle() - magic, a10);
                    if (TParts.HasMinima)
                    {
                        e = Vector256.Create((sums + ldr)[1]);
                        a10 = Vector256.FusedMultiplyAdd(m0, e, a10);
                    }
                }
            }
        }
        a00.Store(y);
        a10.Store(y + ldy);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization), SkipLocalsInit]
    private static void Bytes2563<TParts>(in IntegerTileCall call, int column) where TParts : struct, IParts
    {
        byte* w = call.Codes + (4 * column);
        float* s = call.Scales + column, m = call.Minima + column, y = call.Y + column, d = call.RowScales, sums = call.RowSums;
        int* start = call.RowStarts;
        nint ldx = call.RowStride, ldr = call.PartStride, ldy = call.YStride, lines = call.AheadLines;
        byte* ahead = call.Ahead + (column == 0 ? 0 : column * call.AheadLines * call.Blocks * 64 / 8);
        sbyte* x0 = call.X;
        Vector256<float> magic = Vector256.Create(ActivationBlocks.Magic);
        Vector256<short> ones = Vector256.Create((short)1);
        Vector256<float> a00 = Vector256<float>.Zero;
        Vector256<float> a10 = Vector256<float>.Zero;
        Vector256<float> a20 = Vector256<float>.Zero;
        if (call.Continues)
        {
            a00 = Vector256.Load(y);
            a10 = Vector256.Load(y + ldy);
            a20 = Vector256.Load(y + (2 * ldy));
        }
        for (int b = call.Blocks; b > 0; b--, w += BlockCodes.BlockBytes, d += ldr, start += TParts.Count * ldr, sums += TParts.Count * ldr, s += TParts.Count * BlockPanels.Width, m += TParts.Count * BlockPanels.Width, x0 += Backend.ActivationBlock)
        {
            for (nint line = lines; line > 0; line--, ahead += 64)
                Sse.Prefetch1(ahead);
            Vector256<int> i00 = Vector256.Create(start[0]);
            Vector256<int> i10 = Vector256.Create(start[1]);
            Vector256<int> i20 = Vector256.Create(start[2]);
            {
                Vector256<byte> w0 = Vector256.Load(w + 0);
                Vector256<sbyte> n0 = default;
                if (TParts.IsWide)
                {
                    n0 = (w0 ^ Vector256.Create((byte)128)).AsSByte();
                    w0 = Avx2.Abs(n0);
                }
                Vector256<sbyte> x;
                x = Vector256.Create(*(int*)(x0 + 0)).AsSByte();
                if (TParts.IsWide)
                    x = Avx2.Sign(x, n0);
                i00 += Avx2.MultiplyAddAdjacent(Avx2.MultiplyAddAdjacent(w0, x), ones);
                x = Vector256.Create(*(int*)((x0 + ldx) + 0)).AsSByte();
                if (TParts.IsWide)
                    x = Avx2.Sign(x, n0);
                i10 += Avx2.MultiplyAddAdjacent(Avx2.MultiplyAddAdjacent(w0, x), ones);
                x = Vector256.Create(*(int*)((x0 + (2 * ldx)) + 0)).AsSByte();
                if (TParts.IsWide)
                    x = Avx2.Sign(x, n0);
                i20 += Avx2.MultiplyAddAdjacent(Avx2.MultiplyAddAdjacent(w0, x), ones);
            }
            {
                Vector256<byte> w0 = Vector256.Load(w + 128);
                Vector256<sbyte> n0 = default;
                if (TParts.IsWide)
                {
                    n0 = (w0 ^ Vector256.Create((byte)128)).AsSByte();
                    w0 = Avx2.Abs(n0);
                }
                Vector256<sbyte> x;
                x = Vector256.Create(*(int*)(x0 + 4)).AsSByte();
                if (TParts.IsWide)
                    x = Avx2.Sign(x, n0);
                i00 += Avx2.MultiplyAddAdjacent(Avx2.MultiplyAddAdjacent(w0, x), ones);
                x = Vector256.Create(*(int*)((x0 + ldx) + 4)).AsSByte();
                if (TParts.IsWide)
                    x = Avx2.Sign(x, n0);
                i10 += Avx2.MultiplyAddAdjacent(Avx2.MultiplyAddAdjacent(w0, x), ones);
                x = Vector256.Create(*(int*)((x0 + (2 * ldx)) + 4)).AsSByte();
                if (TParts.IsWide)
                    x = Avx2.Sign(x, n0);
                i20 += Avx2.MultiplyAddAdjacent(Avx2.MultiplyAddAdjacent(w0, x), ones);
            }
            {
                Vector256<byte> w0 = Vector256.Load(w + 256);
                Vector256<sbyte> n0 = default;
                if (TParts.IsWide)
                {
                    n0 = (w0 ^ Vector256.Create((byte)128)).AsSByte();
                    w0 = Avx2.Abs(n0);
                }
                Vector256<sbyte> x;
                x = Vector256.Create(*(int*)(x0 + 8)).AsSByte();
                if (TParts.IsWide)
                    x = Avx2.Sign(x, n0);
                i00 += Avx2.MultiplyAddAdjacent(Avx2.MultiplyAddAdjacent(w0, x), ones);
                x = Vector256.Create(*(int*)((x0 + ldx) + 8)).AsSByte();
                if (TParts.IsWide)
                    x = Avx2.Sign(x, n0);
                i10 += Avx2.MultiplyAddAdjacent(Avx2.MultiplyAddAdjacent(w0, x), ones);
                x = Vector256.Create(*(int*)((x0 + (2 * ldx)) + 8)).AsSByte();
                if (TParts.IsWide)
                    x = Avx2.Sign(x, n0);
                i20 += Avx2.MultiplyAddAdjacent(Avx2.MultiplyAddAdjacent(w0, x), ones);
            }
            {
                Vector256<byte> w0 = Vector256.Load(w + 384);
                Vector256<sbyte> n0 = default;
                if (TParts.IsWide)
                {
                    n0 = (w0 ^ Vector256.Create((byte)128)).AsSByte();
                    w0 = Avx2.Abs(n0);
                }
                Vector256<sbyte> x;
                x = Vector256.Create(*(int*)(x0 + 12)).AsSByte();
                if (TParts.IsWide)
                    x = Avx2.Sign(x, n0);
                i00 += Avx2.MultiplyAddAdjacent(Avx2.MultiplyAddAdjacent(w0, x), ones);
                x = Vector256.Create(*(int*)((x0 + ldx) + 12)).AsSByte();
                if (TParts.IsWide)
                    x = Avx2.Sign(x, n0);
                i10 += Avx2.MultiplyAddAdjacent(Avx2.MultiplyAddAdjacent(w0, x), ones);
                x = Vector256.Create(*(int*)((x0 + (2 * ldx)) + 12)).AsSByte();
                if (TParts.IsWide)
                    x = Avx2.Sign(x, n0);
                i20 += Avx2.MultiplyAddAdjacent(Avx2.MultiplyAddAdjacent(w0, x), ones);
            }
            if (TParts.Count == 1)
            {
                {
                    Vector256<byte> w0 = Vector256.Load(w + 512);
                    Vector256<sbyte> n0 = default;
                    if (TParts.IsWide)
                    {
                        n0 = (w0 ^ Vector256.Create((byte)128)).AsSByte();
                        w0 = Avx2.Abs(n0);
                    }
                    Vector256<sbyte> x;
                    x = Vector256.Create(*(int*)(x0 + 16)).AsSByte();
                    if (TParts.IsWide)
                        x = Avx2.Sign(x, n0);
                    i00 += Avx2.MultiplyAddAdjacent(Avx2.MultiplyAddAdjacent(w0, x), ones);
                    x = Vector256.Create(*(int*)((x0 + ldx) + 16)).AsSByte();
                    if (TParts.IsWide)
                        x = Avx2.Sign(x, n0);
                    i10 += Avx2.MultiplyAddAdjacent(Avx2.MultiplyAddAdjacent(w0, x), ones);
                    x = Vector256.Create(*(int*)((x0 + (2 * ldx)) + 16)).AsSByte();
                    if (TParts.IsWide)
                        x = Avx2.Sign(x, n0);
                    i20 += Avx2.MultiplyAddAdjacent(Avx2.MultiplyAddAdjacent(w0, x), ones);
                }
                {
                    Vector256<byte> w0 = Vector256.Load(w + 640);
                    Vector256<sbyte> n0 = default;
                    if (TParts.IsWide)
                    {
                        n0 = (w0 ^ Vector256.Create((byte)128)).AsSByte();
                        w0 = Avx2.Abs(n0);
                    }
                    Vector256<sbyte> x;
                    x = Vector256.Create(*(int*)(x0 + 20)).AsSByte();
                    if (TParts.IsWide)
                        x = Avx2.Sign(x, n0);
                    i00 += Avx2.MultiplyAddAdjacent(Avx2.MultiplyAddAdjacent(w0, x), ones);
                    x = Vector256.Create(*(int*)((x0 + ldx) + 20)).AsSByte();
                    if (TParts.IsWide)
                        x = Avx2.Sign(x, n0);
                    i10 += Avx2.MultiplyAddAdjacent(Avx2.MultiplyAddAdjacent(w0, x), ones);
                    x = Vector256.Create(*(int*)((x0 + (2 * ldx)) + 20)).AsSByte();
                    if (TParts.IsWide)
                        x = Avx2.Sign(x, n0);
                    i20 += Avx2.MultiplyAddAdjacent(Avx2.MultiplyAddAdjacent(w0, x), ones);
                }
                {
                    Vector256<byte> w0 = Vector256.Load(w + 768);
                    Vector256<sbyte> n0 = default;
                    if (TParts.IsWide)
                    {
                        n0 = (w0 ^ Vector256.Create((byte)128)).AsSByte();
                        w0 = Avx2.Abs(n0);
                    }
                    Vector256<sbyte> x;
                    x = Vector256.Create(*(int*)(x0 + 24)).AsSByte();
                    if (TParts.IsWide)
                        x = Avx2.Sign(x, n0);
                    i00 += Avx2.MultiplyAddAdjacent(Avx2.MultiplyAddAdjacent(w0, x), ones);
                    x = Vector256.Create(*(int*)((x0 + ldx) + 24)).AsSByte();
                    if (TParts.IsWide)
                        x = Avx2.Sign(x, n0);
                    i10 += Avx2.MultiplyAddAdjacent(Avx2.MultiplyAddAdjacent(w0, x), ones);
                    x = Vector256.Create(*(int*)((x0 + (2 * ldx)) + 24)).AsSByte();
                    if (TParts.IsWide)
                        x = Avx2.Sign(x, n0);
                    i20 += Avx2.MultiplyAddAdjacent(Avx2.MultiplyAddAdjacent(w0, x), ones);
                }
                {
                    Vector256<byte> w0 = Vector256.Load(w + 896);
                    Vector256<sbyte> n0 = default;
                    if (TParts.IsWide)
                    {
                        n0 = (w0 ^ Vector256.Create((byte)128)).AsSByte();
                        w0 = Avx2.Abs(n0);
                    }
                    Vector256<sbyte> x;
                    x = Vector256.Create(*(int*)(x0 + 28)).AsSByte();
                    if (TParts.IsWide)
                        x = Avx2.Sign(x, n0);
                    i00 += Avx2.MultiplyAddAdjacent(Avx2.MultiplyAddAdjacent(w0, x), ones);
                    x = Vector256.Create(*(int*)((x0 + ldx) + 28)).AsSByte();
                    if (TParts.IsWide)
                        x = Avx2.Sign(x, n0);
                    i10 += Avx2.MultiplyAddAdjacent(Avx2.MultiplyAddAdjacent(w0, x), ones);
                    x = Vector256.Create(*(int*)((x0 + (2 * ldx)) + 28)).AsSByte();
                    if (TParts.IsWide)
                        x = Avx2.Sign(x, n0);
                    i20 += Avx2.MultiplyAddAdjacent(Avx2.MultiplyAddAdjacent(w0, x), ones);
                }
            }
            {
                Vector256<float> s0 = Vector256.Load(s + 0), m0 = TParts.HasMinima ? Vector256.Load(m + 0) : default;
                Vector256<float> e;
                e = Vector256.Create(d[0]);
                a00 = Vector256.FusedMultiplyAdd(s0 * e, i00.AsSingle() - magic, a00);
                if (TParts.HasMinima)
                {
                    e = Vector256.Create(sums[0]);
                    a00 = Vector256.FusedMultiplyAdd(m0, e, a00);
                }
                e = Vector256.Create(d[1]);
                a10 = Vector256.FusedMultiplyAdd(s0 * e, i10.AsSingle() - magic, a10);
                if (TParts.HasMinima)
                {
                    e = Vector256.Create(sums[1]);
                    a10 = Vector256.FusedMultiplyAdd(m0, e, a10);
                }
                e = Vector256.Create(d[2]);
                a20 = Vector256.FusedMultiplyAdd(s0 * e, i20.AsSingle() - magic, a20);
                if (TParts.HasMinima)
                {
                    e = Vector256.Create(sums[2]);
                    a20 = Vector256.FusedMultiplyAdd(m0, e, a20);
                }
            }
            if (TParts.Count == 2)
            {
                i00 = Vector256.Create((start + ldr)[0]);
                i10 = Vector256.Create((start + ldr)[1]);
                i20 = Vector256.Create((start + ldr)[2]);
                {
                    Vector256<byte> w0 = Vector256.Load(w + 512);
                    Vector256<sbyte> n0 = default;
                    if (TParts.IsWide)
                    {
                        n0 = (w0 ^ Vector256.Create((byte)128)).AsSByte();
                        w0 = Avx2.Abs(n0);
                    }
                    Vector256<sbyte> x;
                    x = Vector256.Create(*(int*)(x0 + 16)).AsSByte();
                    if (TParts.IsWide)
                        x = Avx2.Sign(x, n0);
                    i00 += Avx2.MultiplyAddAdjacent(Avx2.MultiplyAddAdjacent(w0, x), ones);
                    x = Vector256.Create(*(int*)((x0 + ldx) + 16)).AsSByte();
                    if (TParts.IsWide)
                        x = Avx2.Sign(x, n0);
                    i10 += Avx2.MultiplyAddAdjacent(Avx2.MultiplyAddAdjacent(w0, x), ones);
                    x = Vector256.Create(*(int*)((x0 + (2 * ldx)) + 16)).AsSByte();
                    if (TParts.IsWide)
                        x = Avx2.Sign(x, n0);
                    i20 += Avx2.MultiplyAddAdjacent(Avx2.MultiplyAddAdjacent(w0, x), ones);
                }
                {
                    Vector256<byte> w0 = Vector256.Load(w + 640);
                    Vector256<sbyte> n0 = default;
                    if (TParts.IsWide)
                    {
                        n0 = (w0 ^ Vector256.Create((byte)128)).AsSByte();
                        w0 = Avx2.Abs(n0);
                    }
                    Vector256<sbyte> x;
                    x = Vector256.Create(*(int*)(x0 + 20)).AsSByte();
                    if (TParts.IsWide)
                        x = Avx2.Sign(x, n0);
                    i00 += Avx2.MultiplyAddAdjacent(Avx2.MultiplyAddAdjacent(w0, x), ones);
                    x = Vector256.Create(*(int*)((x0 + ldx) + 20)).AsSByte();
                    if (TParts.IsWide)
                        x = Avx2.Sign(x, n0);
                    i10 += Avx2.MultiplyAddAdjacent(Avx2.MultiplyAddAdjacent(w0, x), ones);
                    x = Vector256.Create(*(int*)((x0 + (2 * ldx)) + 20)).AsSByte();
                    if (TParts.IsWide)
                        x = Avx2.Sign(x, n0);
                    i20 += Avx2.MultiplyAddAdjacent(Avx2.MultiplyAddAdjacent(w0, x), ones);
                }
                {
                    Vector256<byte> w0 = Vector256.Load(w + 768);
                    Vector256<sbyte> n0 = default;
                    if (TParts.IsWide)
                    {
                        n0 = (w0 ^ Vector256.Create((byte)128)).AsSByte();
                        w0 = Avx2.Abs(n0);
                    }
                    Vector256<sbyte> x;
                    x = Vector256.Create(*(int*)(x0 + 24)).AsSByte();
                    if (TParts.IsWide)
                        x = Avx2.Sign(x, n0);
                    i00 += Avx2.MultiplyAddAdjacent(Avx2.MultiplyAddAdjacent(w0, x), ones);
                    x = Vector256.Create(*(int*)((x0 + ldx) + 24)).AsSByte();
                    if (TParts.IsWide)
                        x = Avx2.Sign(x, n0);
                    i10 += Avx2.MultiplyAddAdjacent(Avx2.MultiplyAddAdjacent(w0, x), ones);
                    x = Vector256.Create(*(int*)((x0 + (2 * ldx)) + 24)).AsSByte();
                    if (TParts.IsWide)
                        x = Avx2.Sign(x, n0);
                    i20 += Avx2.MultiplyAddAdjacent(Avx2.MultiplyAddAdjacent(w0, x), ones);
                }
                {
                    Vector256<byte> w0 = Vector256.Load(w + 896);
                    Vector256<sbyte> n0 = default;
                    if (TParts.IsWide)
                    {
                        n0 = (w0 ^ Vector256.Create((byte)128)).AsSByte();
                        w0 = Avx2.Abs(n0);
                    }
                    Vector256<sbyte> x;
                    x = Vector256.Create(*(int*)(x0 + 28)).AsSByte();
                    if (TParts.IsWide)
                        x = Avx2.Sign(x, n0);
                    i00 += Avx2.MultiplyAddAdjacent(Avx2.MultiplyAddAdjacent(w0, x), ones);
                    x = Vector256.Create(*(int*)((x0 + ldx) + 28)).AsSByte();
                    if (TParts.IsWide)
                        x = Avx2.Sign(x, n0);
                    i10 += Avx2.MultiplyAddAdjacent(Avx2.MultiplyAddAdjacent(w0, x), ones);
                    x = Vector256.Create(*(int*)((x0 + (2 * ldx)) + 28)).AsSByte();
                    if (TParts.IsWide)
                        x = Avx2.Sign(x, n0);
                    i20 += Avx2.MultiplyAddAdjacent(Avx2.MultiplyAddAdjacent(w0, x), ones);
                }
                {
                    Vector256<float> s0 = Vector256.Load((s + BlockPanels.Width) + 0), m0 = TParts.HasMinima ? Vector256.Load((m + BlockPanels.Width) + 0) : default;
                    Vector256<float> e;
                    e = Vector256.Create(d[0]);
                    a00 = Vector256.FusedMultiplyAdd(s0 * e, i00.AsSingle() - magic, a00);
                    if (TParts.HasMinima)
                    {
                        e = Vector256.Create((sums + ldr)[0]);
                        a00 = Vector256.FusedMultiplyAdd(m0, e, a00);
                    }
                    e = Vector256.Create(d[1]);
                    a10 = Vector256.FusedMultiplyAdd(s0 * e, i10.AsSingle() - magic, a10);
                    if (TParts.HasMinima)
                    {
                        e = Vector256.Create((sums + ldr)[1]);
                        a10 = Vector256.FusedMultiplyAdd(m0, e, a10);
                    }
                    e = Vector256.Create(d[2]);
                    a20 = Vector256.FusedMultiplyAdd(s0 * e, i20.AsSingle() - magic, a20);
                    if (TParts.HasMinima)
                    {
                        e = Vector256.Create((sums + ldr)[2]);
                        a20 = Vector256.FusedMultiplyAdd(m0, e, a20);
                    }
                }
            }
        }
        a00.Store(y);
        a10.Store(y + ldy);
        a20.Store(y + (2 * ldy));
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization), SkipLocalsInit]
    private static void Bytes2564<TParts>(in IntegerTileCall call, int column) where TParts : struct, IParts
    {
        byte* w = call.Codes + (4 * column);
        float* s = call.Scales + column, m = call.Minima + column, y = call.Y + column, d = call.RowScales, sums = call.RowSums;
        int* start = call.RowStarts;
        nint ldx = call.RowStride, ldr = call.PartStride, ldy = call.YStride, lines = call.AheadLines;
        byte* ahead = call.Ahead + (column == 0 ? 0 : column * call.AheadLines * call.Blocks * 64 / 8);
        sbyte* x0 = call.X;
        sbyte* x3 = x0 + (3 * ldx);
        Vector256<float> magic = Vector256.Create(ActivationBlocks.Magic);
        Vector256<short> ones = Vector256.Create((short)1);
        Vector256<float> a00 = Vector256<float>.Zero;
        Vector256<float> a10 = Vector256<float>.Zero;
        Vector256<float> a20 = Vector256<float>.Zero;
        Vector256<float> a30 = Vector256<float>.Zero;
        if (call.Continues)
        {
            a00 = Vector256.Load(y);
            a10 = Vector256.Load(y + ldy);
            a20 = Vector256.Load(y + (2 * ldy));
            a30 = Vector256.Load(y + (3 * ldy));
        }
        for (int b = call.Blocks; b > 0; b--, w += BlockCodes.BlockBytes, d += ldr, start += TParts.Count * ldr, sums += TParts.Count * ldr, s += TParts.Count * BlockPanels.Width, m += TParts.Count * BlockPanels.Width, x0 += Backend.ActivationBlock, x3 += Backend.ActivationBlock)
        {
            for (nint line = lines; line > 0; line--, ahead += 64)
                Sse.Prefetch1(ahead);
            Vector256<int> i00 = Vector256.Create(start[0]);
            Vector256<int> i10 = Vector256.Create(start[1]);
            Vector256<int> i20 = Vector256.Create(start[2]);
            Vector256<int> i30 = Vector256.Create(start[3]);
            {
                Vector256<byte> w0 = Vector256.Load(w + 0);
                Vector256<sbyte> n0 = default;
                if (TParts.IsWide)
                {
                    n0 = (w0 ^ Vector256.Create((byte)128)).AsSByte();
                    w0 = Avx2.Abs(n0);
                }
                Vector256<sbyte> x;
                x = Vector256.Create(*(int*)(x0 + 0)).AsSByte();
                if (TParts.IsWide)
                    x = Avx2.Sign(x, n0);
                i00 += Avx2.MultiplyAddAdjacent(Avx2.MultiplyAddAdjacent(w0, x), ones);
                x = Vector256.Create(*(int*)((x0 + ldx) + 0)).AsSByte();
                if (TParts.IsWide)
                    x = Avx2.Sign(x, n0);
                i10 += Avx2.MultiplyAddAdjacent(Avx2.MultiplyAddAdjacent(w0, x), ones);
                x = Vector256.Create(*(int*)((x0 + (2 * ldx)) + 0)).AsSByte();
                if (TParts.IsWide)
                    x = Avx2.Sign(x, n0);
                i20 += Avx2.MultiplyAddAdjacent(Avx2.MultiplyAddAdjacent(w0, x), ones);
                x = Vector256.Create(*(int*)(x3 + 0)).AsSByte();
                if (TParts.IsWide)
                    x = Avx2.Sign(x, n0);
                i30 += Avx2.MultiplyAddAdjacent(Avx2.MultiplyAddAdjacent(w0, x), ones);
            }
            {
                Vector256<byte> w0 = Vector256.Load(w + 128);
                Vector256<sbyte> n0 = default;
                if (TParts.IsWide)
                {
                    n0 = (w0 ^ Vector256.Create((byte)128)).AsSByte();
                    w0 = Avx2.Abs(n0);
                }
                Vector256<sbyte> x;
                x = Vector256.Create(*(int*)(x0 + 4)).AsSByte();
                if (TParts.IsWide)
                    x = Avx2.Sign(x, n0);
                i00 += Avx2.MultiplyAddAdjacent(Avx2.MultiplyAddAdjacent(w0, x), ones);
                x = Vector256.Create(*(int*)((x0 + ldx) + 4)).AsSByte();
                if (TParts.IsWide)
                    x = Avx2.Sign(x, n0);
                i10 += Avx2.MultiplyAddAdjacent(Avx2.MultiplyAddAdjacent(w0, x), ones);
                x = Vector256.Create(*(int*)((x0 + (2 * ldx)) + 4)).AsSByte();
                if (TParts.IsWide)
                    x = Avx2.Sign(x, n0);
                i20 += Avx2.MultiplyAddAdjacent(Avx2.MultiplyAddAdjacent(w0, x), ones);
                x = Vector256.Create(*(int*)(x3 + 4)).AsSByte();
                if (TParts.IsWide)
                    x = Avx2.Sign(x, n0);
                i30 += Avx2.MultiplyAddAdjacent(Avx2.MultiplyAddAdjacent(w0, x), ones);
            }
            {
                Vector256<byte> w0 = Vector256.Load(w + 256);
                Vector256<sbyte> n0 = default;
                if (TParts.IsWide)
                {
                    n0 = (w0 ^ Vector256.Create((byte)128)).AsSByte();
                    w0 = Avx2.Abs(n0);
                }
                Vector256<sbyte> x;
                x = Vector256.Create(*(int*)(x0 + 8)).AsSByte();
                if (TParts.IsWide)
                    x = Avx2.Sign(x, n0);
                i00 += Avx2.MultiplyAddAdjacent(Avx2.MultiplyAddAdjacent(w0, x), ones);
                x = Vector256.Create(*(int*)((x0 + ldx) + 8)).AsSByte();
                if (TParts.IsWide)
                    x = Avx2.Sign(x, n0);
                i10 += Avx2.MultiplyAddAdjacent(Avx2.MultiplyAddAdjacent(w0, x), ones);
                x = Vector256.Create(*(int*)((x0 + (2 * ldx)) + 8)).AsSByte();
                if (TParts.IsWide)
                    x = Avx2.Sign(x, n0);
                i20 += Avx2.MultiplyAddAdjacent(Avx2.MultiplyAddAdjacent(w0, x), ones);
                x = Vector256.Create(*(int*)(x3 + 8)).AsSByte();
                if (TParts.IsWide)
                    x = Avx2.Sign(x, n0);
                i30 += Avx2.MultiplyAddAdjacent(Avx2.MultiplyAddAdjacent(w0, x), ones);
            }
            {
                Vector256<byte> w0 = Vector256.Load(w + 384);
                Vector256<sbyte> n0 = default;
                if (TParts.IsWide)
                {
                    n0 = (w0 ^ Vector256.Create((byte)128)).AsSByte();
                    w0 = Avx2.Abs(n0);
                }
                Vector256<sbyte> x;
                x = Vector256.Create(*(int*)(x0 + 12)).AsSByte();
                if (TParts.IsWide)
                    x = Avx2.Sign(x, n0);
                i00 += Avx2.MultiplyAddAdjacent(Avx2.MultiplyAddAdjacent(w0, x), ones);
                x = Vector256.Create(*(int*)((x0 + ldx) + 12)).AsSByte();
                if (TParts.IsWide)
                    x = Avx2.Sign(x, n0);
                i10 += Avx2.MultiplyAddAdjacent(Avx2.MultiplyAddAdjacent(w0, x), ones);
                x = Vector256.Create(*(int*)((x0 + (2 * ldx)) + 12)).AsSByte();
                if (TParts.IsWide)
                    x = Avx2.Sign(x, n0);
                i20 += Avx2.MultiplyAddAdjacent(Avx2.MultiplyAddAdjacent(w0, x), ones);
                x = Vector256.Create(*(int*)(x3 + 12)).AsSByte();
                if (TParts.IsWide)
                    x = Avx2.Sign(x, n0);
                i30 += Avx2.MultiplyAddAdjacent(Avx2.MultiplyAddAdjacent(w0, x), ones);
            }
            if (TParts.Count == 1)
            {
                {
                    Vector256<byte> w0 = Vector256.Load(w + 512);
                    Vector256<sbyte> n0 = default;
                    if (TParts.IsWide)
                    {
                        n0 = (w0 ^ Vector256.Create((byte)128)).AsSByte();
                        w0 = Avx2.Abs(n0);
                    }
                    Vector256<sbyte> x;
                    x = Vector256.Create(*(int*)(x0 + 16)).AsSByte();
                    if (TParts.IsWide)
                        x = Avx2.Sign(x, n0);
                    i00 += Avx2.MultiplyAddAdjacent(Avx2.MultiplyAddAdjacent(w0, x), ones);
                    x = Vector256.Create(*(int*)((x0 + ldx) + 16)).AsSByte();
                    if (TParts.IsWide)
                        x = Avx2.Sign(x, n0);
                    i10 += Avx2.MultiplyAddAdjacent(Avx2.MultiplyAddAdjacent(w0, x), ones);
                    x = Vector256.Create(*(int*)((x0 + (2 * ldx)) + 16)).AsSByte();
                    if (TParts.IsWide)
                        x = Avx2.Sign(x, n0);
                    i20 += Avx2.MultiplyAddAdjacent(Avx2.MultiplyAddAdjacent(w0, x), ones);
                    x = Vector256.Create(*(int*)(x3 + 16)).AsSByte();
                    if (TParts.IsWide)
                        x = Avx2.Sign(x, n0);
                    i30 += Avx2.MultiplyAddAdjacent(Avx2.MultiplyAddAdjacent(w0, x), ones);
                }
                {
                    Vector256<byte> w0 = Vector256.Load(w + 640);
                    Vector256<sbyte> n0 = default;
                    if (TParts.IsWide)
                    {
                        n0 = (w0 ^ Vector256.Create((byte)128)).AsSByte();
                        w0 = Avx2.Abs(n0);
                    }
                    Vector256<sbyte> x;
                    x = Vector256.Create(*(int*)(x0 + 20)).AsSByte();
                    if (TParts.IsWide)
                        x = Avx2.Sign(x, n0);
                    i00 += Avx2.MultiplyAddAdjacent(Avx2.MultiplyAddAdjacent(w0, x), ones);
                    x = Vector256.Create(*(int*)((x0 + ldx) + 20)).AsSByte();
                    if (TParts.IsWide)
                        x = Avx2.Sign(x, n0);
                    i10 += Avx2.MultiplyAddAdjacent(Avx2.MultiplyAddAdjacent(w0, x), ones);
                    x = Vector256.Create(*(int*)((x0 + (2 * ldx)) + 20)).AsSByte();
                    if (TParts.IsWide)
                        x = Avx2.Sign(x, n0);
                    i20 += Avx2.MultiplyAddAdjacent(Avx2.MultiplyAddAdjacent(w0, x), ones);
                    x = Vector256.Create(*(int*)(x3 + 20)).AsSByte();
                    if (TParts.IsWide)
                        x = Avx2.Sign(x, n0);
                    i30 += Avx2.MultiplyAddAdjacent(Avx2.MultiplyAddAdjacent(w0, x), ones);
                }
                {
                    Vector256<byte> w0 = Vector256.Load(w + 768);
                    Vector256<sbyte> n0 = default;
                    if (TParts.IsWide)
                    {
                        n0 = (w0 ^ Vector256.Create((byte)128)).AsSByte();
                        w0 = Avx2.Abs(n0);
                    }
                    Vector256<sbyte> x;
                    x = Vector256.Create(*(int*)(x0 + 24)).AsSByte();
                    if (TParts.IsWide)
                        x = Avx2.Sign(x, n0);
                    i00 += Avx2.MultiplyAddAdjacent(Avx2.MultiplyAddAdjacent(w0, x), ones);
                    x = Vector256.Create(*(int*)((x0 + ldx) + 24)).AsSByte();
                    if (TParts.IsWide)
                        x = Avx2.Sign(x, n0);
                    i10 += Avx2.MultiplyAddAdjacent(Avx2.MultiplyAddAdjacent(w0, x), ones);
                    x = Vector256.Create(*(int*)((x0 + (2 * ldx)) + 24)).AsSByte();
                    if (TParts.IsWide)
                        x = Avx2.Sign(x, n0);
                    i20 += Avx2.MultiplyAddAdjacent(Avx2.MultiplyAddAdjacent(w0, x), ones);
                    x = Vector256.Create(*(int*)(x3 + 24)).AsSByte();
                    if (TParts.IsWide)
                        x = Avx2.Sign(x, n0);
                    i30 += Avx2.MultiplyAddAdjacent(Avx2.MultiplyAddAdjacent(w0, x), ones);
                }
                {
                    Vector256<byte> w0 = Vector256.Load(w + 896);
                    Vector256<sbyte> n0 = default;
                    if (TParts.IsWide)
                    {
                        n0 = (w0 ^ Vector256.Create((byte)128)).AsSByte();
                        w0 = Avx2.Abs(n0);
                    }
                    Vector256<sbyte> x;
                    x = Vector256.Create(*(int*)(x0 + 28)).AsSByte();
                    if (TParts.IsWide)
                        x = Avx2.Sign(x, n0);
                    i00 += Avx2.MultiplyAddAdjacent(Avx2.MultiplyAddAdjacent(w0, x), ones);
                    x = Vector256.Create(*(int*)((x0 + ldx) + 28)).AsSByte();
                    if (TParts.IsWide)
                        x = Avx2.Sign(x, n0);
                    i10 += Avx2.MultiplyAddAdjacent(Avx2.MultiplyAddAdjacent(w0, x), ones);
                    x = Vector256.Create(*(int*)((x0 + (2 * ldx)) + 28)).AsSByte();
                    if (TParts.IsWide)
                        x = Avx2.Sign(x, n0);
                    i20 += Avx2.MultiplyAddAdjacent(Avx2.MultiplyAddAdjacent(w0, x), ones);
                    x = Vector256.Create(*(int*)(x3 + 28)).AsSByte();
                    if (TParts.IsWide)
                        x = Avx2.Sign(x, n0);
                    i30 += Avx2.MultiplyAddAdjacent(Avx2.MultiplyAddAdjacent(w0, x), ones);
                }
            }
            {
                Vector256<float> s0 = Vector256.Load(s + 0), m0 = TParts.HasMinima ? Vector256.Load(m + 0) : default;
                Vector256<float> e;
                e = Vector256.Create(d[0]);
                a00 = Vector256.FusedMultiplyAdd(s0 * e, i00.AsSingle() - magic, a00);
                if (TParts.HasMinima)
                {
                    e = Vector256.Create(sums[0]);
                    a00 = Vector256.FusedMultiplyAdd(m0, e, a00);
                }
                e = Vector256.Create(d[1]);
                a10 = Vector256.FusedMultiplyAdd(s0 * e, i10.AsSingle() - magic, a10);
                if (TParts.HasMinima)
                {
                    e = Vector256.Create(sums[1]);
                    a10 = Vector256.FusedMultiplyAdd(m0, e, a10);
                }
                e = Vector256.Create(d[2]);
                a20 = Vector256.FusedMultiplyAdd(s0 * e, i20.AsSingle() - magic, a20);
                if (TParts.HasMinima)
                {
                    e = Vector256.Create(sums[2]);
                    a20 = Vector256.FusedMultiplyAdd(m0, e, a20);
                }
                e = Vector256.Create(d[3]);
                a30 = Vector256.FusedMultiplyAdd(s0 * e, i30.AsSingle() - magic, a30);
                if (TParts.HasMinima)
                {
                    e = Vector256.Create(sums[3]);
                    a30 = Vector256.FusedMultiplyAdd(m0, e, a30);
                }
            }
            if (TParts.Count == 2)
            {
                i00 = Vector256.Create((start + ldr)[0]);
                i10 = Vector256.Create((start + ldr)[1]);
                i20 = Vector256.Create((start + ldr)[2]);
                i30 = Vector256.Create((start + ldr)[3]);
                {
                    Vector256<byte> w0 = Vector256.Load(w + 512);
                    Vector256<sbyte> n0 = default;
                    if (TParts.IsWide)
                    {
                        n0 = (w0 ^ Vector256.Create((byte)128)).AsSByte();
                        w0 = Avx2.Abs(n0);
                    }
                    Vector256<sbyte> x;
                    x = Vector256.Create(*(int*)(x0 + 16)).AsSByte();
                    if (TParts.IsWide)
                        x = Avx2.Sign(x, n0);
                    i00 += Avx2.MultiplyAddAdjacent(Avx2.MultiplyAddAdjacent(w0, x), ones);
                    x = Vector256.Create(*(int*)((x0 + ldx) + 16)).AsSByte();
                    if (TParts.IsWide)
                        x = Avx2.Sign(x, n0);
                    i10 += Avx2.MultiplyAddAdjacent(Avx2.MultiplyAddAdjacent(w0, x), ones);
                    x = Vector256.Create(*(int*)((x0 + (2 * ldx)) + 16)).AsSByte();
                    if (TParts.IsWide)
                        x = Avx2.Sign(x, n0);
                    i20 += Avx2.MultiplyAddAdjacent(Avx2.MultiplyAddAdjacent(w0, x), ones);
                    x = Vector256.Create(*(int*)(x3 + 16)).AsSByte();
                    if (TParts.IsWide)
                        x = Avx2.Sign(x, n0);
                    i30 += Avx2.MultiplyAddAdjacent(Avx2.MultiplyAddAdjacent(w0, x), ones);
                }
                {
                    Vector256<byte> w0 = Vector256.Load(w + 640);
                    Vector256<sbyte> n0 = default;
                    if (TParts.IsWide)
                    {
                        n0 = (w0 ^ Vector256.Create((byte)128)).AsSByte();
                        w0 = Avx2.Abs(n0);
                    }
                    Vector256<sbyte> x;
                    x = Vector256.Create(*(int*)(x0 + 20)).AsSByte();
                    if (TParts.IsWide)
                        x = Avx2.Sign(x, n0);
                    i00 += Avx2.MultiplyAddAdjacent(Avx2.MultiplyAddAdjacent(w0, x), ones);
                    x = Vector256.Create(*(int*)((x0 + ldx) + 20)).AsSByte();
                    if (TParts.IsWide)
                        x = Avx2.Sign(x, n0);
                    i10 += Avx2.MultiplyAddAdjacent(Avx2.MultiplyAddAdjacent(w0, x), ones);
                    x = Vector256.Create(*(int*)((x0 + (2 * ldx)) + 20)).AsSByte();
                    if (TParts.IsWide)
                        x = Avx2.Sign(x, n0);
                    i20 += Avx2.MultiplyAddAdjacent(Avx2.MultiplyAddAdjacent(w0, x), ones);
                    x = Vector256.Create(*(int*)(x3 + 20)).AsSByte();
                    if (TParts.IsWide)
                        x = Avx2.Sign(x, n0);
                    i30 += Avx2.MultiplyAddAdjacent(Avx2.MultiplyAddAdjacent(w0, x), ones);
                }
                {
                    Vector256<byte> w0 = Vector256.Load(w + 768);
                    Vector256<sbyte> n0 = default;
                    if (TParts.IsWide)
                    {
                        n0 = (w0 ^ Vector256.Create((byte)128)).AsSByte();
                        w0 = Avx2.Abs(n0);
                    }
                    Vector256<sbyte> x;
                    x = Vector256.Create(*(int*)(x0 + 24)).AsSByte();
                    if (TParts.IsWide)
                        x = Avx2.Sign(x, n0);
                    i00 += Avx2.MultiplyAddAdjacent(Avx2.MultiplyAddAdjacent(w0, x), ones);
                    x = Vector256.Create(*(int*)((x0 + ldx) + 24)).AsSByte();
                    if (TParts.IsWide)
                        x = Avx2.Sign(x, n0);
                    i10 += Avx2.MultiplyAddAdjacent(Avx2.MultiplyAddAdjacent(w0, x), ones);
                    x = Vector256.Create(*(int*)((x0 + (2 * ldx)) + 24)).AsSByte();
                    if (TParts.IsWide)
                        x = Avx2.Sign(x, n0);
                    i20 += Avx2.MultiplyAddAdjacent(Avx2.MultiplyAddAdjacent(w0, x), ones);
                    x = Vector256.Create(*(int*)(x3 + 24)).AsSByte();
                    if (TParts.IsWide)
                        x = Avx2.Sign(x, n0);
                    i30 += Avx2.MultiplyAddAdjacent(Avx2.MultiplyAddAdjacent(w0, x), ones);
                }
                {
                    Vector256<byte> w0 = Vector256.Load(w + 896);
                    Vector256<sbyte> n0 = default;
                    if (TParts.IsWide)
                    {
                        n0 = (w0 ^ Vector256.Create((byte)128)).AsSByte();
                        w0 = Avx2.Abs(n0);
                    }
                    Vector256<sbyte> x;
                    x = Vector256.Create(*(int*)(x0 + 28)).AsSByte();
                    if (TParts.IsWide)
                        x = Avx2.Sign(x, n0);
                    i00 += Avx2.MultiplyAddAdjacent(Avx2.MultiplyAddAdjacent(w0, x), ones);
                    x = Vector256.Create(*(int*)((x0 + ldx) + 28)).AsSByte();
                    if (TParts.IsWide)
                        x = Avx2.Sign(x, n0);
                    i10 += Avx2.MultiplyAddAdjacent(Avx2.MultiplyAddAdjacent(w0, x), ones);
                    x = Vector256.Create(*(int*)((x0 + (2 * ldx)) + 28)).AsSByte();
                    if (TParts.IsWide)
                        x = Avx2.Sign(x, n0);
                    i20 += Avx2.MultiplyAddAdjacent(Avx2.MultiplyAddAdjacent(w0, x), ones);
                    x = Vector256.Create(*(int*)(x3 + 28)).AsSByte();
                    if (TParts.IsWide)
                        x = Avx2.Sign(x, n0);
                    i30 += Avx2.MultiplyAddAdjacent(Avx2.MultiplyAddAdjacent(w0, x), ones);
                }
                {
                    Vector256<float> s0 = Vector256.Load((s + BlockPanels.Width) + 0), m0 = TParts.HasMinima ? Vector256.Load((m + BlockPanels.Width) + 0) : default;
                    Vector256<float> e;
                    e = Vector256.Create(d[0]);
                    a00 = Vector256.FusedMultiplyAdd(s0 * e, i00.AsSingle() - magic, a00);
                    if (TParts.HasMinima)
                    {
                        e = Vector256.Create((sums + ldr)[0]);
                        a00 = Vector256.FusedMultiplyAdd(m0, e, a00);
                    }
                    e = Vector256.Create(d[1]);
                    a10 = Vector256.FusedMultiplyAdd(s0 * e, i10.AsSingle() - magic, a10);
                    if (TParts.HasMinima)
                    {
                        e = Vector256.Create((sums + ldr)[1]);
                        a10 = Vector256.FusedMultiplyAdd(m0, e, a10);
                    }
                    e = Vector256.Create(d[2]);
                    a20 = Vector256.FusedMultiplyAdd(s0 * e, i20.AsSingle() - magic, a20);
                    if (TParts.HasMinima)
                    {
                        e = Vector256.Create((sums + ldr)[2]);
                        a20 = Vector256.FusedMultiplyAdd(m0, e, a20);
                    }
                    e = Vector256.Create(d[3]);
                    a30 = Vector256.FusedMultiplyAdd(s0 * e, i30.AsSingle() - magic, a30);
                    if (TParts.HasMinima)
                    {
                        e = Vector256.Create((sums + ldr)[3]);
                        a30 = Vector256.FusedMultiplyAdd(m0, e, a30);
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
