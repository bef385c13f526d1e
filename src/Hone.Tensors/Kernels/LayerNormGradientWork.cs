using System.Runtime.CompilerServices;

namespace Hone.Tensors;

/// <summary><see cref="Backend.LayerNormInputGradient"/>: pieces are rows.</summary>
internal readonly unsafe struct LayerNormGradientWork(
    KernelSet set, float* x, float* gain, float* mean, float* inverseDeviation, float* dy, float* dx, bool accumulate, int rows, int columns) : IParallelWork
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
                    Row<Lanes512>(x + start, gain, mean[r], inverseDeviation[r], dy + start, dx + start, accumulate, columns);
                    break;
                case KernelSet.Avx2:
                    Row<Lanes256>(x + start, gain, mean[r], inverseDeviation[r], dy + start, dx + start, accumulate, columns);
                    break;
                default:
                    Row<Lanes128>(x + start, gain, mean[r], inverseDeviation[r], dy + start, dx + start, accumulate, columns);
                    break;
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Row<T>(float* x, float* gain, float mean, float inverse, float* dy, float* dx, bool accumulate, int columns)
        where T : unmanaged, ILanes<T>
    {
        int whole = columns & -LaneMemory.Count, rest = columns - whole;
        T middle = T.Create(mean), factor = T.Create(inverse), plain = T.Create(0f), weighted = plain;
        for (int i = 0; i < whole; i += LaneMemory.Count)
        {
            T t = T.Load(dy + i) * T.Load(gain + i);
            plain += t;
            weighted = T.Fma(t, (T.Load(x + i) - middle) * factor, weighted);
        }
        if (rest > 0)
        {
            T t = LaneMemory.Load<T>(dy + whole, rest) * LaneMemory.Load<T>(gain + whole, rest);
            plain += t;
            weighted = T.Fma(t, (LaneMemory.Load<T>(x + whole, rest) - middle) * factor, weighted);
        }
        T a = T.Create(T.Sum(plain) / columns), c = T.Create(T.Sum(weighted) / columns);
        for (int i = 0; i < whole; i += LaneMemory.Count)
            Store(x, gain, dy, dx, middle, factor, a, c, accumulate, i, LaneMemory.Count);
        if (rest > 0)
            Store(x, gain, dy, dx, middle, factor, a, c, accumulate, whole, rest);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Store<T>(float* x, float* gain, float* dy, float* dx, T mean, T factor, T a, T c, bool accumulate, int i, int n)
        where T : unmanaged, ILanes<T>
    {
        T h = (LaneMemory.Load<T>(x + i, n) - mean) * factor;
        T t = LaneMemory.Load<T>(dy + i, n) * LaneMemory.Load<T>(gain + i, n);
        T g = factor * T.Fma(-h, c, t - a);
        LaneMemory.Store(dx + i, accumulate ? LaneMemory.Load<T>(dx + i, n) + g : g, n);
    }
}

/// <summary><see cref="Backend.LayerNormGainGradient"/>: pieces are columns, since each is a chain down all rows.</summary>
internal readonly unsafe struct LayerNormGainWork(
    KernelSet set, float* x, float* mean, float* inverseDeviation, float* dy, float* dgain, int rows, int columns, int columnsPerPiece) : IParallelWork
{
    /// <summary>Number of pieces.</summary>
    public int Pieces => LaneOps.Pieces(columns, columnsPerPiece);

    /// <inheritdoc/>
    public void Execute(int index, int worker)
    {
        int from = index * columnsPerPiece, to = Math.Min(columns, from + columnsPerPiece);
        for (int i = from; i < to; i += LaneMemory.Count)
        {
            int n = Math.Min(LaneMemory.Count, to - i);
            switch (set)
            {
                case KernelSet.Avx512:
                    Columns<Lanes512>(x + i, mean, inverseDeviation, dy + i, dgain + i, rows, columns, n);
                    break;
                case KernelSet.Avx2:
                    Columns<Lanes256>(x + i, mean, inverseDeviation, dy + i, dgain + i, rows, columns, n);
                    break;
                default:
                    Columns<Lanes128>(x + i, mean, inverseDeviation, dy + i, dgain + i, rows, columns, n);
                    break;
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Columns<T>(float* x, float* mean, float* inverseDeviation, float* dy, float* dgain, int rows, int columns, int n)
        where T : unmanaged, ILanes<T>
    {
        T chain = LaneMemory.Load<T>(dgain, n);
        for (int r = 0; r < rows; r++)
        {
            nint at = (nint)r * columns;
            T h = (LaneMemory.Load<T>(x + at, n) - T.Create(mean[r])) * T.Create(inverseDeviation[r]);
            chain = T.Fma(LaneMemory.Load<T>(dy + at, n), h, chain);
        }
        LaneMemory.Store(dgain, chain, n);
    }
}
