using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Hone.Tensors;

/// <summary>
/// <see cref="Backend.SumOfSquares"/> of each block of 4096 elements: sixteen float64 lanes in 2, 4 or 8 vectors. A piece is
/// four blocks; the caller adds the blocks in order.
/// </summary>
internal readonly unsafe struct SumOfSquaresWork(KernelSet set, float* x, long length, double* sums) : IParallelWork
{
    private const int BlockLength = 4096, BlocksPerPiece = 4;

    /// <summary>Number of blocks, and of sums.</summary>
    public int Blocks => checked((int)((length + BlockLength - 1) / BlockLength));

    /// <summary>Number of pieces.</summary>
    public int Pieces => LaneOps.Pieces(Blocks, BlocksPerPiece);

    /// <inheritdoc/>
    public void Execute(int index, int worker)
    {
        int end = Math.Min(Blocks, (index + 1) * BlocksPerPiece);
        double* lanes = stackalloc double[LaneMemory.Count];
        for (int block = index * BlocksPerPiece; block < end; block++)
        {
            long start = (long)block * BlockLength;
            int count = (int)Math.Min(BlockLength, length - start), whole = count & -LaneMemory.Count;
            switch (set)
            {
                case KernelSet.Avx512:
                    Lanes2x512(x + start, whole, lanes);
                    break;
                case KernelSet.Avx2:
                    Lanes4x256(x + start, whole, lanes);
                    break;
                default:
                    Lanes8x128(x + start, whole, lanes);
                    break;
            }
            for (int i = whole; i < count; i++)
                lanes[i - whole] = Math.FusedMultiplyAdd(x[start + i], (double)x[start + i], lanes[i - whole]);
            for (int width = LaneMemory.Count / 2; width >= 1; width /= 2)
            {
                for (int l = 0; l < width; l++)
                    lanes[l] += lanes[l + width];
            }
            sums[block] = lanes[0];
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Lanes2x512(float* x, int count, double* lanes)
    {
        Vector512<double> s0 = default, s1 = default;
        for (int i = 0; i < count; i += LaneMemory.Count)
        {
            (Vector512<double> a, Vector512<double> b) = Vector512.Widen(Vector512.Load(x + i));
            s0 = Vector512.FusedMultiplyAdd(a, a, s0);
            s1 = Vector512.FusedMultiplyAdd(b, b, s1);
        }
        s0.Store(lanes);
        s1.Store(lanes + 8);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Lanes4x256(float* x, int count, double* lanes)
    {
        Vector256<double> s0 = default, s1 = default, s2 = default, s3 = default;
        for (int i = 0; i < count; i += LaneMemory.Count)
        {
            (Vector256<double> a, Vector256<double> b) = Vector256.Widen(Vector256.Load(x + i));
            (Vector256<double> c, Vector256<double> d) = Vector256.Widen(Vector256.Load(x + i + 8));
            s0 = Vector256.FusedMultiplyAdd(a, a, s0);
            s1 = Vector256.FusedMultiplyAdd(b, b, s1);
            s2 = Vector256.FusedMultiplyAdd(c, c, s2);
            s3 = Vector256.FusedMultiplyAdd(d, d, s3);
        }
        s0.Store(lanes);
        s1.Store(lanes + 4);
        s2.Store(lanes + 8);
        s3.Store(lanes + 12);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Lanes8x128(float* x, int count, double* lanes)
    {
        Vector128<double> s0 = default, s1 = default, s2 = default, s3 = default, s4 = default, s5 = default, s6 = default, s7 = default;
        for (int i = 0; i < count; i += LaneMemory.Count)
        {
            (Vector128<double> a, Vector128<double> b) = Vector128.Widen(Vector128.Load(x + i));
            (Vector128<double> c, Vector128<double> d) = Vector128.Widen(Vector128.Load(x + i + 4));
            s0 = Vector128.FusedMultiplyAdd(a, a, s0);
            s1 = Vector128.FusedMultiplyAdd(b, b, s1);
            s2 = Vector128.FusedMultiplyAdd(c, c, s2);
            s3 = Vector128.FusedMultiplyAdd(d, d, s3);
            (a, b) = Vector128.Widen(Vector128.Load(x + i + 8));
            (c, d) = Vector128.Widen(Vector128.Load(x + i + 12));
            s4 = Vector128.FusedMultiplyAdd(a, a, s4);
            s5 = Vector128.FusedMultiplyAdd(b, b, s5);
            s6 = Vector128.FusedMultiplyAdd(c, c, s6);
            s7 = Vector128.FusedMultiplyAdd(d, d, s7);
        }
        s0.Store(lanes);
        s1.Store(lanes + 2);
        s2.Store(lanes + 4);
        s3.Store(lanes + 6);
        s4.Store(lanes + 8);
        s5.Store(lanes + 10);
        s6.Store(lanes + 12);
        s7.Store(lanes + 14);
    }
}
