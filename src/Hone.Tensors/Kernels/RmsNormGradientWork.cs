using System.Runtime.CompilerServices;

namespace Hone.Tensors;

/// <summary><see cref="Backend.RmsNormInputGradient"/>: pieces are rows. A null gain means none.</summary>
internal readonly unsafe struct RmsNormGradientWork(
    KernelSet set, float* x, float* gain, float* inverseRms, float* dy, float* dx, bool accumulate, int rows, int columns) : IParallelWork
{
    /// <summary>Number of pieces.</summary>
    public int Pieces => LaneOps.Pieces(rows, LaneOps.RowsPerPiece(columns));

    /// <inheritdoc/>
    public void Execute(int index, int worker)
    {
        int each = LaneOps.RowsPerPiece(columns), from = index * each, to = Math.Min(rows, from + each);
        for (int r = from; r < to; r++)
        {
            nint start = (nint)r * columns;
            switch (set)
            {
                case KernelSet.Avx512:
                    Row<Lanes512>(x + start, gain, inverseRms[r], dy + start, dx + start, accumulate, columns);
                    break;
                case KernelSet.Avx2:
                    Row<Lanes256>(x + start, gain, inverseRms[r], dy + start, dx + start, accumulate, columns);
                    break;
                default:
                    Row<Lanes128>(x + start, gain, inverseRms[r], dy + start, dx + start, accumulate, columns);
                    break;
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Row<T>(float* x, float* gain, float inverse, float* dy, float* dx, bool accumulate, int columns)
        where T : unmanaged, ILanes<T>
    {
        int whole = columns & -LaneMemory.Count, rest = columns - whole;
        T factor = T.Create(inverse), sum = T.Create(0f);
        for (int i = 0; i < whole; i += LaneMemory.Count)
            sum = T.Fma(Scaled<T>(dy, gain, i, LaneMemory.Count), T.Load(x + i) * factor, sum);
        if (rest > 0)
            sum = T.Fma(Scaled<T>(dy, gain, whole, rest), LaneMemory.Load<T>(x + whole, rest) * factor, sum);
        T c = T.Create(T.Sum(sum) / columns);
        for (int i = 0; i < whole; i += LaneMemory.Count)
            Store(x, gain, dy, dx, factor, c, accumulate, i, LaneMemory.Count);
        if (rest > 0)
            Store(x, gain, dy, dx, factor, c, accumulate, whole, rest);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static T Scaled<T>(float* dy, float* gain, int i, int n) where T : unmanaged, ILanes<T>
    {
        T value = LaneMemory.Load<T>(dy + i, n);
        return gain == null ? value : value * LaneMemory.Load<T>(gain + i, n);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Store<T>(float* x, float* gain, float* dy, float* dx, T factor, T c, bool accumulate, int i, int n)
        where T : unmanaged, ILanes<T>
    {
        T h = LaneMemory.Load<T>(x + i, n) * factor;
        T g = factor * T.Fma(-h, c, Scaled<T>(dy, gain, i, n));
        LaneMemory.Store(dx + i, accumulate ? LaneMemory.Load<T>(dx + i, n) + g : g, n);
    }
}
