using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Hone.Tensors;

/// <summary>
/// Rows of activations quantized as the contract of <see cref="Backend.QuantizedProduct"/> says, with what tiles start and end a
/// part with. All of it lies in one piece of scratch memory.
/// </summary>
internal readonly unsafe partial struct ActivationBlocks
{
    /// <summary>1.5 * 2^23: this plus an integer below 2^22 in size has the bits of the first plus the integer.</summary>
    public const float Magic = 12582912f;

    /// <summary>The bits of <see cref="Magic"/>.</summary>
    public const int MagicBits = 0x4B400000;

    private const int FewRows = 8;
    private readonly bool _hasSums, _isWide;

    /// <summary>Lays the parts in memory.</summary>
    /// <param name="set">Instructions.</param>
    /// <param name="memory">At least <see cref="SizeBytes"/>, 64-byte aligned.</param>
    /// <param name="rows">Rows.</param>
    /// <param name="columns">K, a multiple of 32.</param>
    /// <param name="partElements">Columns that share a weight's scale: 32 or 16.</param>
    /// <param name="hasSums">Whether sums of codes are wanted where units do not start with them.</param>
    public ActivationBlocks(KernelSet set, byte* memory, int rows, int columns, int partElements, bool hasSums = true)
    {
        (_hasSums, _isWide) = (hasSums, set == KernelSet.Avx512);
        (Rows, Columns, PartElements) = (rows, columns, partElements);
        Stride = StrideOf(rows);
        Codes = (sbyte*)memory;
        Scales = (float*)(memory + Aligned((long)rows * columns));
        Starts = (int*)(Scales + ((nint)Stride * Blocks));
        Sums = (float*)(Starts + ((nint)Stride * Parts));
    }

    /// <summary>Rows.</summary>
    public int Rows { get; }

    /// <summary>K.</summary>
    public int Columns { get; }

    /// <summary>Columns of a part.</summary>
    public int PartElements { get; }

    /// <summary>
    /// Distance of blocks and parts in the arrays of numbers of rows: an odd number of cache lines, so that a row does not fall on the same few places of a
    /// cache; and no distance at all between few rows, whose lines every worker has to get from the one that quantized them.
    /// </summary>
    public int Stride { get; }

    /// <summary>[rows, K]: q.</summary>
    public sbyte* Codes { get; }

    /// <summary>[K / 32, rows]: d. Rows lie beside each other, so that a tile has one pointer for all.</summary>
    public float* Scales { get; }

    /// <summary>[parts, rows]: <see cref="MagicBits"/> less offset * sum of q, so that unsigned codes of weights give the signed sum as the bits of a float.</summary>
    public int* Starts { get; }

    /// <summary>[parts, rows]: d * (float)(sum of q), for minima.</summary>
    public float* Sums { get; }

    /// <summary>Blocks of a row.</summary>
    public int Blocks => Columns / Backend.ActivationBlock;

    /// <summary>Parts of a row.</summary>
    public int Parts => Columns / PartElements;

    /// <summary>Bytes of memory.</summary>
    public static long SizeBytes(int rows, int columns, int partElements) =>
        Aligned((long)rows * columns) + (4L * StrideOf(rows) * ((columns / Backend.ActivationBlock) + (2 * (columns / partElements))));

    /// <summary>Quantizes some rows.</summary>
    /// <param name="x">[rows, K].</param>
    /// <param name="row">The first.</param>
    /// <param name="rows">How many.</param>
    /// <param name="offset">What unsigned codes of the weight exceed signed ones by.</param>
    public void Quantize(float* x, int row, int rows, int offset)
    {
        if (_isWide && rows * Blocks >= Abreast)
        {
            QuantizeAbreast(x, row, 0, rows * Blocks, offset);
            return;
        }
        for (int i = 0; i < rows; i++)
            QuantizeBlocks(x + ((nint)i * Columns), row + i, offset, 0, Blocks);
    }

    /// <summary>Quantizes some blocks of one row.</summary>
    /// <param name="x">[K].</param>
    /// <param name="row">Which.</param>
    /// <param name="offset">What unsigned codes of the weight exceed signed ones by.</param>
    /// <param name="block">The first block.</param>
    /// <param name="end">One past the last.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization), SkipLocalsInit]
    public void QuantizeBlocks(float* x, int row, int offset, int block, int end)
    {
        x += (nint)block * Backend.ActivationBlock;
        if (_isWide && end - block >= Abreast)
        {
            QuantizeAbreast(x, row, block, end - block, offset);
            return;
        }
        // Eight blocks at a time, so that their divisions are one.
        float* numbers = stackalloc float[24];
        float* largest = numbers, scales = numbers + 8, inverses = numbers + 16;
        sbyte* codes = Codes + ((nint)row * Columns) + (block * Backend.ActivationBlock);
        Vector256<float> limit = Vector256.Create(127f), infinity = Vector256.Create(float.PositiveInfinity);
        for (int first = block; first < end; first += 8)
        {
            int count = Math.Min(8, end - first);
            Vector256<float>.Zero.Store(largest);
            for (int i = 0; i < count; i++)
                largest[i] = Largest(x + (i * Backend.ActivationBlock));
            Vector256<float> a = Vector256.Load(largest);
            Vector256<float> small = Vector256.LessThan(a, Vector256.Create(ReferenceBackend.SmallestActivation)), finite = Vector256.LessThan(a, infinity);
            Vector256<float> d = Vector256.ConditionalSelect(finite, a / limit, Vector256.Create(float.NaN));
            Vector256.AndNot(d, small).Store(scales);
            Vector256.AndNot(limit / a & finite, small).Store(inverses);
            for (int i = 0; i < count; i++, x += Backend.ActivationBlock, codes += Backend.ActivationBlock)
            {
                Scales[((nint)(first + i) * Stride) + row] = scales[i];
                (int low, int high) = inverses[i] == 0 ? Zeros(codes) : Encode(x, inverses[i], codes);
                if (PartElements == Backend.ActivationBlock)
                    End(first + i, low + high, scales[i], offset, row);
                else
                {
                    End(2 * (first + i), low, scales[i], offset, row);
                    End((2 * (first + i)) + 1, high, scales[i], offset, row);
                }
            }
        }
    }

    /// <summary>The largest magnitude of a block.</summary>
    // The bits of magnitudes are ordered as the numbers are, with infinity and NaN above all: exact and the same on any vector.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Largest(float* x)
    {
        Vector256<int> magnitude = Vector256.Create(0x7FFFFFFF), all = Vector256.Max(
            Vector256.Max(Vector256.Load((int*)x) & magnitude, Vector256.Load((int*)x + 8) & magnitude),
            Vector256.Max(Vector256.Load((int*)x + 16) & magnitude, Vector256.Load((int*)x + 24) & magnitude));
        Vector128<int> four = Vector128.Max(all.GetLower(), all.GetUpper());
        four = Vector128.Max(four, Vector128.Shuffle(four, Vector128.Create(2, 3, 0, 1)));
        four = Vector128.Max(four, Vector128.Shuffle(four, Vector128.Create(1, 0, 3, 2)));
        return four.AsSingle().ToScalar();
    }

    private static (int Low, int High) Zeros(sbyte* codes)
    {
        Vector256<sbyte>.Zero.Store(codes);
        return (0, 0);
    }

    // The codes of a block and the sums of its two halves. Adding the magic number rounds to the nearest integer, ties to even, and
    // leaves it in the low bits.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (int Low, int High) Encode(float* x, float inverse, sbyte* codes)
    {
        Vector256<float> factor = Vector256.Create(inverse), magic = Vector256.Create(Magic);
        Vector256<int> q0 = ((Vector256.Load(x) * factor) + magic).AsInt32(), q1 = ((Vector256.Load(x + 8) * factor) + magic).AsInt32();
        Vector256<int> q2 = ((Vector256.Load(x + 16) * factor) + magic).AsInt32(), q3 = ((Vector256.Load(x + 24) * factor) + magic).AsInt32();
        Vector256.Narrow(Vector256.Narrow(q0, q1), Vector256.Narrow(q2, q3)).Store(codes);
        return (Total(q0 + q1), Total(q2 + q3));
    }

    // The sum of sixteen codes from the bits of eight pairs of floats, modulo 2^32.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int Total(Vector256<int> pairs)
    {
        Vector128<int> four = pairs.GetLower() + pairs.GetUpper();
        four += Vector128.Shuffle(four, Vector128.Create(2, 3, 0, 1));
        four += Vector128.Shuffle(four, Vector128.Create(1, 0, 3, 2));
        return four.ToScalar() - unchecked(16 * MagicBits);
    }

    private void End(int part, int sum, float d, int offset, int row)
    {
        nint at = ((nint)part * Stride) + row;
        Starts[at] = MagicBits - (offset * sum);
        Sums[at] = d * sum;
    }

    private static int StrideOf(int rows) => rows <= FewRows ? rows : ((rows + 15) & ~15) | 16;

    private static long Aligned(long bytes) => (bytes + 63) & ~63L;
}

/// <summary>Quantizes rows on all workers.</summary>
internal readonly unsafe struct QuantizeRowsWork(ActivationBlocks blocks, float* x, int offset) : IParallelWork
{
    // Sixteen rows share lines of numbers: no two workers write to one, unless there are few rows.
    private int Each => blocks.Rows > 32 ? 16 : 2;

    /// <summary>Number of pieces.</summary>
    public int Pieces => LaneOps.Pieces(blocks.Rows, Each);

    /// <inheritdoc/>
    public void Execute(int index, int worker)
    {
        int row = index * Each;
        blocks.Quantize(x + ((nint)row * blocks.Columns), row, Math.Min(blocks.Rows - row, Each), offset);
    }
}
