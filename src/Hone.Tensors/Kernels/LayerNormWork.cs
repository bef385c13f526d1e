using System.Runtime.CompilerServices;

namespace Hone.Tensors;

/// <summary><see cref="Backend.LayerNorm"/>: pieces are rows. A null bias, mean or deviation means none.</summary>
internal readonly unsafe struct LayerNormWork(
    KernelSet set, float* x, float* gain, float* bias, float epsilon, float* y, float* mean, float* inverseDeviation, int rows, int columns) : IParallelWork
{
    /// <summary>Number of pieces.</summary>
    public int Pieces => LaneOps.Pieces(rows, LaneOps.RowsPerPiece(columns));

    /// <inheritdoc/>
    public void Execute(int index, int worker)
    {
        int each = LaneOps.RowsPerPiece(columns), from = index * each, to = Math.Min(rows, from + each);
        for (int r = from; r < to; r++)
        {
            float* row = x + ((nint)r * columns), result = y + ((nint)r * columns);
            (float m, float inverse) = set switch
            {
                KernelSet.Avx512 => Row<Lanes512>(row, gain, bias, epsilon, result, columns),
                KernelSet.Avx2 => Row<Lanes256>(row, gain, bias, epsilon, result, columns),
                _ => Row<Lanes128>(row, gain, bias, epsilon, result, columns),
            };
            if (mean == null)
                continue;
            mean[r] = m;
            inverseDeviation[r] = inverse;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static (float Mean, float Inverse) Row<T>(float* x, float* gain, float* bias, float epsilon, float* y, int columns)
        where T : unmanaged, ILanes<T>
    {
        int whole = columns & -LaneMemory.Count, rest = columns - whole;
        T sum = T.Create(0f);
        for (int i = 0; i < whole; i += LaneMemory.Count)
            sum += T.Load(x + i);
        if (rest > 0)
            sum += LaneMemory.Load<T>(x + whole, rest);
        float mean = T.Sum(sum) / columns;
        T middle = T.Create(mean);
        sum = T.Create(0f);
        for (int i = 0; i < whole; i += LaneMemory.Count)
        {
            T d = T.Load(x + i) - middle;
            sum = T.Fma(d, d, sum);
        }
        if (rest > 0)
        {
            // Lanes past the end hold the mean, so that their difference is 0.
            T d = LaneMemory.Load<T>(x + whole, rest, mean) - middle;
            sum = T.Fma(d, d, sum);
        }
        float inverse = 1f / MathF.Sqrt((T.Sum(sum) / columns) + epsilon);
        T factor = T.Create(inverse);
        for (int i = 0; i < whole; i += LaneMemory.Count)
            Store(x, gain, bias, y, middle, factor, i, LaneMemory.Count);
        if (rest > 0)
            Store(x, gain, bias, y, middle, factor, whole, rest);
        return (mean, inverse);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Store<T>(float* x, float* gain, float* bias, float* y, T mean, T factor, int i, int n) where T : unmanaged, ILanes<T>
    {
        T h = (LaneMemory.Load<T>(x + i, n) - mean) * factor, g = LaneMemory.Load<T>(gain + i, n);
        LaneMemory.Store(y + i, bias == null ? h * g : T.Fma(h, g, LaneMemory.Load<T>(bias + i, n)), n);
    }
}
