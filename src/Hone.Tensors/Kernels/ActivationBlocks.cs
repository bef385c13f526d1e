using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Hone.Tensors;

/// <summary>
/// Rows of activations quantized as the contract of <see cref="Backend.QuantizedProduct"/> says, with what tiles start and end a
/// part with. All of it lies in one piece of scratch memory.
/// </summary>
internal readonly unsafe struct ActivationBlocks
{
    /// <summary>1.5 * 2^23: this plus an integer below 2^22 in size has the bits of the first plus the integer.</summary>
    public const float Magic = 12582912f;

    /// <summary>The bits of <see cref="Magic"/>.</summary>
    public const int MagicBits = 0x4B400000;

    /// <summary>Lays the parts in memory.</summary>
    /// <param name="memory">At least <see cref="SizeBytes"/>, 64-byte aligned.</param>
    /// <param name="rows">Rows.</param>
    /// <param name="columns">K, a multiple of 32.</param>
    /// <param name="partElements">Columns that share a weight's scale: 32 or 16.</param>
    public ActivationBlocks(byte* memory, int rows, int columns, int partElements)
    {
        (Rows, Columns, PartElements) = (rows, columns, partElements);
        Codes = (sbyte*)memory;
        Scales = (float*)(memory + Aligned((long)rows * columns));
        Starts = (int*)((byte*)Scales + Aligned(4L * rows * Blocks));
        Sums = (float*)((byte*)Starts + Aligned(4L * rows * Parts));
    }

    /// <summary>Rows.</summary>
    public int Rows { get; }

    /// <summary>K.</summary>
    public int Columns { get; }

    /// <summary>Columns of a part.</summary>
    public int PartElements { get; }

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
        Aligned((long)rows * columns) + Aligned(4L * rows * (columns / Backend.ActivationBlock)) + (2 * Aligned(4L * rows * (columns / partElements)));

    /// <summary>Quantizes one row.</summary>
    /// <param name="x">[K].</param>
    /// <param name="row">Which.</param>
    /// <param name="offset">What unsigned codes of the weight exceed signed ones by.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Quantize(float* x, int row, int offset)
    {
        sbyte* codes = Codes + ((nint)row * Columns);
        float* scales = Scales + row;
        Vector256<int> magnitude = Vector256.Create(0x7FFFFFFF);
        for (int block = 0; block < Blocks; block++, x += 32, codes += 32)
        {
            Vector256<float> x0 = Vector256.Load(x), x1 = Vector256.Load(x + 8), x2 = Vector256.Load(x + 16), x3 = Vector256.Load(x + 24);
            // The bits of magnitudes are ordered as the numbers are, with infinity and NaN above all: exact and the same on any vector.
            Vector256<int> largest = Vector256.Max(
                Vector256.Max(x0.AsInt32() & magnitude, x1.AsInt32() & magnitude), Vector256.Max(x2.AsInt32() & magnitude, x3.AsInt32() & magnitude));
            Vector128<int> four = Vector128.Max(largest.GetLower(), largest.GetUpper());
            four = Vector128.Max(four, Vector128.Shuffle(four, Vector128.Create(2, 3, 0, 1)));
            float a = BitConverter.Int32BitsToSingle(Math.Max(four[0], four[1]));
            float d = a / 127f, inverse = 127f / a;
            if (!(a < float.PositiveInfinity))
                (d, inverse) = (float.NaN, 0);
            else if (a < ReferenceBackend.SmallestActivation)
                (d, inverse) = (0, 0);
            Vector256<int> q0 = Codes8(x0, inverse), q1 = Codes8(x1, inverse), q2 = Codes8(x2, inverse), q3 = Codes8(x3, inverse);
            if (inverse == 0)
                q0 = q1 = q2 = q3 = Vector256<int>.Zero;
            Vector256.Narrow(Vector256.Narrow(q0, q1), Vector256.Narrow(q2, q3)).Store(codes);
            int low = Vector256.Sum(q0 + q1), high = Vector256.Sum(q2 + q3);
            scales[(nint)block * Rows] = d;
            if (PartElements == 32)
                End(block, low + high, d, offset, row);
            else
            {
                End(2 * block, low, d, offset, row);
                End((2 * block) + 1, high, d, offset, row);
            }
        }
    }

    private void End(int part, int sum, float d, int offset, int row)
    {
        nint at = ((nint)part * Rows) + row;
        Starts[at] = MagicBits - (offset * sum);
        Sums[at] = d * sum;
    }

    // Adding the magic number rounds to the nearest integer, ties to even.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<int> Codes8(Vector256<float> x, float inverse) =>
        ((x * Vector256.Create(inverse)) + Vector256.Create(Magic)).AsInt32() - Vector256.Create(MagicBits);

    private static long Aligned(long bytes) => (bytes + 63) & ~63L;
}

/// <summary>Quantizes rows on all workers.</summary>
internal readonly unsafe struct QuantizeRowsWork(ActivationBlocks blocks, float* x, int offset) : IParallelWork
{
    private int Each => LaneOps.RowsPerPiece(blocks.Columns);

    /// <summary>Number of pieces.</summary>
    public int Pieces => LaneOps.Pieces(blocks.Rows, Each);

    /// <inheritdoc/>
    public void Execute(int index, int worker)
    {
        for (int row = index * Each; row < Math.Min(blocks.Rows, (index + 1) * Each); row++)
            blocks.Quantize(x + ((nint)row * blocks.Columns), row, offset);
    }
}
