using System.Runtime.CompilerServices;

namespace Hone.Tensors;

/// <summary>
/// <see cref="Backend.RmsNormGainGradient"/>: pieces are columns, since each is a chain down all rows. Four rows go at once,
/// in order, to load and store the chain a quarter as often.
/// </summary>
internal readonly unsafe struct RmsNormGainWork(
    KernelSet set, float* x, float* inverseRms, float* dy, float* dgain, int rows, int columns, int columnsPerPiece) : IParallelWork
{
    /// <summary>Number of pieces.</summary>
    public int Pieces => LaneOps.Pieces(columns, columnsPerPiece);

    /// <inheritdoc/>
    public void Execute(int index, int worker)
    {
        int from = index * columnsPerPiece, to = Math.Min(columns, from + columnsPerPiece);
        switch (set)
        {
            case KernelSet.Avx512:
                Columns<Lanes512>(x, inverseRms, dy, dgain, rows, columns, from, to);
                break;
            case KernelSet.Avx2:
                Columns<Lanes256>(x, inverseRms, dy, dgain, rows, columns, from, to);
                break;
            default:
                Columns<Lanes128>(x, inverseRms, dy, dgain, rows, columns, from, to);
                break;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Columns<T>(float* x, float* inverseRms, float* dy, float* dgain, int rows, int columns, int from, int to)
        where T : unmanaged, ILanes<T>
    {
        int r = 0;
        for (; r + 4 <= rows; r += 4)
        {
            float* value = x + ((nint)r * columns), gradient = dy + ((nint)r * columns);
            T r0 = T.Create(inverseRms[r]), r1 = T.Create(inverseRms[r + 1]), r2 = T.Create(inverseRms[r + 2]), r3 = T.Create(inverseRms[r + 3]);
            int i = from;
            for (; i + LaneMemory.Count <= to; i += LaneMemory.Count)
            {
                T chain = T.Load(dgain + i);
                chain = T.Fma(T.Load(gradient + i), T.Load(value + i) * r0, chain);
                chain = T.Fma(T.Load(gradient + columns + i), T.Load(value + columns + i) * r1, chain);
                chain = T.Fma(T.Load(gradient + (2 * (nint)columns) + i), T.Load(value + (2 * (nint)columns) + i) * r2, chain);
                chain = T.Fma(T.Load(gradient + (3 * (nint)columns) + i), T.Load(value + (3 * (nint)columns) + i) * r3, chain);
                T.Store(dgain + i, chain);
            }
            for (int k = 0; k < 4 && i < to; k++)
                Place<T>(value + ((nint)k * columns), inverseRms[r + k], gradient + ((nint)k * columns), dgain, i, to - i);
        }
        for (; r < rows; r++)
        {
            for (int i = from; i < to; i += LaneMemory.Count)
                Place<T>(x + ((nint)r * columns), inverseRms[r], dy + ((nint)r * columns), dgain, i, Math.Min(LaneMemory.Count, to - i));
        }
    }

    private static void Place<T>(float* x, float inverse, float* dy, float* dgain, int i, int n) where T : unmanaged, ILanes<T>
    {
        T term = LaneMemory.Load<T>(x + i, n) * T.Create(inverse);
        LaneMemory.Store(dgain + i, T.Fma(LaneMemory.Load<T>(dy + i, n), term, LaneMemory.Load<T>(dgain + i, n)), n);
    }
}
