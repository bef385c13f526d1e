using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Hone.Tensors;

/// <summary>Transposition. Only moves numbers, so it may use any vector there is.</summary>
internal static unsafe class TransposeKernels
{
    /// <summary>target[j * targetStride + i] = source[i * sourceStride + j] for all i below <paramref name="rows"/> and j below <paramref name="columns"/>; nothing else is read or written.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Block(float* source, nint sourceStride, float* target, nint targetStride, int rows, int columns)
    {
        int i = 0;
        if (Avx512F.IsSupported)
        {
            for (; i + 16 <= rows; i += 16)
            {
                int j = 0;
                for (; j + 16 <= columns; j += 16)
                    Square16(source + (i * sourceStride) + j, sourceStride, target + (j * targetStride) + i, targetStride, past: false);
                for (; j + 4 <= columns; j += 4)
                {
                    for (int part = 0; part < 16; part += 4)
                        Square4(source + ((i + part) * sourceStride) + j, sourceStride, target + (j * targetStride) + i + part, targetStride);
                }
                Scalar(source, sourceStride, target, targetStride, i, i + 16, j, columns);
            }
        }
        for (; i + 4 <= rows; i += 4)
        {
            int j = 0;
            for (; j + 4 <= columns; j += 4)
                Square4(source + (i * sourceStride) + j, sourceStride, target + (j * targetStride) + i, targetStride);
            Scalar(source, sourceStride, target, targetStride, i, i + 4, j, columns);
        }
        Scalar(source, sourceStride, target, targetStride, i, rows, 0, columns);
    }

    // Of each row; what another worker will read is left to it.
    private const int FloatsAhead = 128;

    /// <summary>
    /// <see cref="Block"/> from memory to memory, for what no cache holds: stores go past the caches, which saves reading the target's
    /// lines, and source lines are fetched ahead. Ends with a store fence.
    /// </summary>
    /// <param name="source">First row.</param>
    /// <param name="sourceStride">Floats between rows.</param>
    /// <param name="target">Aligned to 64 bytes.</param>
    /// <param name="targetStride">A multiple of 16.</param>
    /// <param name="rows">A multiple of 16.</param>
    /// <param name="columns">A multiple of 16.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void BlockPastCaches(float* source, nint sourceStride, float* target, nint targetStride, int rows, int columns)
    {
        for (int j = 0; j < columns; j += 16)
        {
            for (int i = 0; i < rows; i += 16)
            {
                float* square = source + (i * sourceStride) + j;
                for (int row = 0; row < 16; row++)
                    Sse.Prefetch1(square + (row * sourceStride) + FloatsAhead);
                Square16(square, sourceStride, target + (j * targetStride) + i, targetStride, past: true);
            }
        }
        Sse.StoreFence();
    }

    private static void Scalar(float* source, nint sourceStride, float* target, nint targetStride, int firstRow, int endRow, int firstColumn, int endColumn)
    {
        for (int i = firstRow; i < endRow; i++)
        {
            for (int j = firstColumn; j < endColumn; j++)
                target[(j * targetStride) + i] = source[(i * sourceStride) + j];
        }
    }

    // Pairs of rows interleaved twice: 4 x 4.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Square4(float* s, nint ss, float* t, nint ts)
    {
        Square4(s, s + ss, s + (2 * ss), s + (3 * ss), t, ts);
    }

    /// <summary>target[j * targetStride + i] = row i [j] for four rows and four j.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Square4(float* row0, float* row1, float* row2, float* row3, float* t, nint ts)
    {
        Vector128<float> r0 = Vector128.Load(row0), r1 = Vector128.Load(row1), r2 = Vector128.Load(row2), r3 = Vector128.Load(row3);
        Vector128<float> a = Low(r0, r1), b = High(r0, r1), c = Low(r2, r3), d = High(r2, r3);
        LowPairs(a, c).Store(t);
        HighPairs(a, c).Store(t + ts);
        LowPairs(b, d).Store(t + (2 * ts));
        HighPairs(b, d).Store(t + (3 * ts));
    }

    // {x0, y0, x1, y1} and {x2, y2, x3, y3}.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<float> Low(Vector128<float> x, Vector128<float> y) => Sse.IsSupported
        ? Sse.UnpackLow(x, y)
        : Vector128.Create(x[0], y[0], x[1], y[1]);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<float> High(Vector128<float> x, Vector128<float> y) => Sse.IsSupported
        ? Sse.UnpackHigh(x, y)
        : Vector128.Create(x[2], y[2], x[3], y[3]);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<float> LowPairs(Vector128<float> x, Vector128<float> y) => Vector128.Create(x.GetLower(), y.GetLower());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<float> HighPairs(Vector128<float> x, Vector128<float> y) => Vector128.Create(x.GetUpper(), y.GetUpper());

    // 16 x 16: every 128-bit lane is a column of 4 x 4 squares. Four rows at a time are transposed inside their lanes, then the
    // lanes themselves are transposed as 4 x 4 blocks.
    private static void Square16(float* s, nint ss, float* t, nint ts, bool past)
    {
        for (int quarter = 0; quarter < 4; quarter++)
        {
            // Rows 4 apart in the result come from one column of lanes: load that column of four rows from each quarter.
            float* column = s + (4 * quarter);
            Vector512<float> r0 = Lanes(column, ss, 0), r1 = Lanes(column, ss, 1), r2 = Lanes(column, ss, 2), r3 = Lanes(column, ss, 3);
            Vector512<float> a = Avx512F.UnpackLow(r0, r1), b = Avx512F.UnpackHigh(r0, r1), c = Avx512F.UnpackLow(r2, r3), d = Avx512F.UnpackHigh(r2, r3);
            float* row = t + (4 * quarter * ts);
            Vector512<float> t0 = Avx512F.UnpackLow(a.AsDouble(), c.AsDouble()).AsSingle(), t1 = Avx512F.UnpackHigh(a.AsDouble(), c.AsDouble()).AsSingle();
            Vector512<float> t2 = Avx512F.UnpackLow(b.AsDouble(), d.AsDouble()).AsSingle(), t3 = Avx512F.UnpackHigh(b.AsDouble(), d.AsDouble()).AsSingle();
            if (past)
            {
                t0.StoreAlignedNonTemporal(row);
                t1.StoreAlignedNonTemporal(row + ts);
                t2.StoreAlignedNonTemporal(row + (2 * ts));
                t3.StoreAlignedNonTemporal(row + (3 * ts));
            }
            else
            {
                t0.Store(row);
                t1.Store(row + ts);
                t2.Store(row + (2 * ts));
                t3.Store(row + (3 * ts));
            }
        }
    }

    // Four floats of rows i, i + 4, i + 8 and i + 12, one row a lane. Loads feed the insertions, so no shuffle crosses lanes.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<float> Lanes(float* s, nint ss, int i)
    {
        Vector512<float> v = Vector128.Load(s + (i * ss)).ToVector256Unsafe().ToVector512Unsafe();
        v = Avx512F.InsertVector128(v, Vector128.Load(s + ((i + 4) * ss)), 1);
        v = Avx512F.InsertVector128(v, Vector128.Load(s + ((i + 8) * ss)), 2);
        return Avx512F.InsertVector128(v, Vector128.Load(s + ((i + 12) * ss)), 3);
    }
}

/// <summary>Transposes a matrix on all workers: target[j, i] = source[i, j].</summary>
internal unsafe struct TransposeWork(float* source, float* target, int rows, int columns) : IParallelWork
{
    private const int RowsPerPiece = 64;

    /// <summary>Number of pieces.</summary>
    public readonly int Pieces => (rows + RowsPerPiece - 1) / RowsPerPiece;

    /// <inheritdoc/>
    public readonly void Execute(int index, int worker)
    {
        int first = index * RowsPerPiece, count = Math.Min(RowsPerPiece, rows - first);
        // Squares of 64: the target's lines stay in the cache until they are whole.
        for (int column = 0; column < columns; column += 64)
        {
            TransposeKernels.Block(
                source + ((nint)first * columns) + column, columns, target + ((nint)column * rows) + first, rows, count, Math.Min(64, columns - column));
        }
    }
}
