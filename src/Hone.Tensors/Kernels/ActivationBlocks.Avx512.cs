using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Hone.Tensors;

// Sixteen neighbouring blocks at a time; those of a row begin where the row before ends.
internal readonly unsafe partial struct ActivationBlocks
{
    // Blocks whose numbers fill a vector.
    private const int Abreast = 16;

    /// <summary>Quantizes at least <see cref="Abreast"/> blocks. The last ones are made twice where their number is no multiple of it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization), SkipLocalsInit]
    private void QuantizeAbreast(float* x, int row, int block, int count, int offset)
    {
        bool hasSums = offset != 0 || _hasSums, isHalved = PartElements != Backend.ActivationBlock;
        float* scales = stackalloc float[2 * Abreast], inverses = scales + Abreast;
        int* totals = stackalloc int[2 * Abreast];
        sbyte* codes = Codes + ((nint)row * Columns) + ((nint)block * Backend.ActivationBlock);
        Vector512<float> limit = Vector512.Create(127f);
        for (int i = 0; i < count; i += Abreast)
        {
            int first = Math.Min(i, count - Abreast);
            float* from = x + ((nint)first * Backend.ActivationBlock);
            sbyte* to = codes + ((nint)first * Backend.ActivationBlock);
            Vector512<float> a = LargestOf16((int*)from).AsSingle();
            Vector512<float> small = Vector512.LessThan(a, Vector512.Create(ReferenceBackend.SmallestActivation));
            Vector512<float> finite = Vector512.LessThan(a, Vector512.Create(float.PositiveInfinity));
            Vector512<float> d = Vector512.AndNot(Vector512.ConditionalSelect(finite, a / limit, Vector512.Create(float.NaN)), small);
            Vector512.AndNot(limit / a & finite, small).Store(inverses);
            Encode16(from, inverses, to);
            Vector512<int> low = default, high = default;
            if (hasSums)
            {
                low = TotalsOf16(to);
                high = TotalsOf16(to + (8 * Backend.ActivationBlock));
                if (!isHalved)
                    low = Avx512F.PermuteVar16x32x2(low, Evens, high) + Avx512F.PermuteVar16x32x2(low, Evens + Vector512<int>.One, high);
            }
            int at = block + first;
            if (Stride == 1)
            {
                d.Store(Scales + at);
                if (hasSums && isHalved)
                {
                    End(2 * at, low, Avx512F.PermuteVar16x32(d, Twice), offset);
                    End((2 * at) + Abreast, high, Avx512F.PermuteVar16x32(d, Twice + Vector512.Create(Abreast / 2)), offset);
                }
                else if (hasSums)
                {
                    End(at, low, d, offset);
                }
                continue;
            }
            d.Store(scales);
            low.Store(totals);
            high.Store(totals + Abreast);
            Scatter(row + (at / Blocks), at % Blocks, scales, totals, hasSums, isHalved, offset);
        }
    }

    private static Vector512<int> Evens => Vector512.Create(0, 2, 4, 6, 8, 10, 12, 14, 16, 18, 20, 22, 24, 26, 28, 30);

    private static Vector512<int> Twice => Vector512.Create(0, 0, 1, 1, 2, 2, 3, 3, 4, 4, 5, 5, 6, 6, 7, 7);

    private void End(int part, Vector512<int> totals, Vector512<float> d, int offset)
    {
        (Vector512.Create(MagicBits) - (totals * offset)).Store(Starts + part);
        (d * Vector512.ConvertToSingle(totals)).Store(Sums + part);
    }

    // Numbers of rows lie beside each other: those of neighbouring blocks of a row do not.
    private void Scatter(int row, int block, float* scales, int* totals, bool hasSums, bool isHalved, int offset)
    {
        for (int i = 0; i < Abreast; i++)
        {
            Scales[((nint)block * Stride) + row] = scales[i];
            if (hasSums && isHalved)
            {
                End(2 * block, totals[2 * i], scales[i], offset, row);
                End((2 * block) + 1, totals[(2 * i) + 1], scales[i], offset, row);
            }
            else if (hasSums)
            {
                End(block, totals[i], scales[i], offset, row);
            }
            if (++block == Blocks)
                (block, row) = (0, row + 1);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Encode16(float* x, float* inverses, sbyte* codes)
    {
        Vector512<float> magic = Vector512.Create(Magic);
        for (int i = 0; i < Abreast; i++, x += Backend.ActivationBlock, codes += Backend.ActivationBlock)
        {
            if (inverses[i] == 0)
            {
                Vector256<sbyte>.Zero.Store(codes);
                continue;
            }
            Vector512<float> factor = Vector512.Create(inverses[i]);
            Avx512F.ConvertToVector128SByte(((Vector512.Load(x) * factor) + magic).AsInt32()).Store(codes);
            Avx512F.ConvertToVector128SByte(((Vector512.Load(x + 16) * factor) + magic).AsInt32()).Store(codes + 16);
        }
    }

    // The sums of sixteen times sixteen codes, in their order: four in a number first, then what lies in a quarter of a vector, whose
    // quarters and places change places at last.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<int> TotalsOf16(sbyte* codes)
    {
        Vector512<int> a = Fours(codes), b = Fours(codes + 64), c = Fours(codes + 128), d = Fours(codes + 192);
        Vector512<long> ab = (Avx512F.UnpackLow(a, b) + Avx512F.UnpackHigh(a, b)).AsInt64(), cd = (Avx512F.UnpackLow(c, d) + Avx512F.UnpackHigh(c, d)).AsInt64();
        Vector512<int> sums = Avx512F.UnpackLow(ab, cd).AsInt32() + Avx512F.UnpackHigh(ab, cd).AsInt32();
        return Avx512F.PermuteVar16x32(sums, Vector512.Create(0, 4, 8, 12, 1, 5, 9, 13, 2, 6, 10, 14, 3, 7, 11, 15));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<int> Fours(sbyte* codes) =>
        Avx512BW.MultiplyAddAdjacent(Avx512BW.MultiplyAddAdjacent(Vector512<byte>.One, Vector512.Load(codes)), Vector512<short>.One);

    // The bits of the largest magnitudes of sixteen blocks, in their order: numbers of neighbouring blocks beside each other in every quarter
    // of a vector, then the quarters against each other.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<int> LargestOf16(int* x)
    {
        const int Four = 4 * Backend.ActivationBlock;
        const byte Even = 0x88, Odd = 0xDD;
        Vector512<int> a = LargestOf4(x), b = LargestOf4(x + Four), c = LargestOf4(x + (2 * Four)), d = LargestOf4(x + (3 * Four));
        Vector512<int> ab = Vector512.Max(Avx512F.Shuffle4x128(a, b, Even), Avx512F.Shuffle4x128(a, b, Odd));
        Vector512<int> cd = Vector512.Max(Avx512F.Shuffle4x128(c, d, Even), Avx512F.Shuffle4x128(c, d, Odd));
        return Vector512.Max(Avx512F.Shuffle4x128(ab, cd, Even), Avx512F.Shuffle4x128(ab, cd, Odd));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<int> LargestOf4(int* x)
    {
        Vector512<int> a = LargestOfHalves(x), b = LargestOfHalves(x + 32), c = LargestOfHalves(x + 64), d = LargestOfHalves(x + 96);
        Vector512<long> ab = Vector512.Max(Avx512F.UnpackLow(a, b), Avx512F.UnpackHigh(a, b)).AsInt64(), cd = Vector512.Max(Avx512F.UnpackLow(c, d), Avx512F.UnpackHigh(c, d)).AsInt64();
        return Vector512.Max(Avx512F.UnpackLow(ab, cd).AsInt32(), Avx512F.UnpackHigh(ab, cd).AsInt32());
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<int> LargestOfHalves(int* block)
    {
        Vector512<int> magnitude = Vector512.Create(0x7FFFFFFF);
        return Vector512.Max(Vector512.Load(block) & magnitude, Vector512.Load(block + 16) & magnitude);
    }
}
