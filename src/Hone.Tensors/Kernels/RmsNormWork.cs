using System.Runtime.CompilerServices;

namespace Hone.Tensors;

/// <summary><see cref="Backend.RmsNorm"/>: pieces are rows. A null gain or inverse means none.</summary>
internal readonly unsafe struct RmsNormWork(
    KernelSet set, float* x, float* gain, float epsilon, float* y, float* inverseRms, int rows, int columns) : IParallelWork
{
    /// <summary>Number of pieces.</summary>
    public int Pieces => LaneOps.Pieces(rows, LaneOps.RowsPerPiece(columns));

    /// <inheritdoc/>
    public void Execute(int index, int worker)
    {
        int each = LaneOps.RowsPerPiece(columns), from = index * each, to = Math.Min(rows, from + each);
        switch (set)
        {
            case KernelSet.Avx512:
                Normalize<Lanes512>(x, gain, epsilon, y, inverseRms, from, to, columns);
                break;
            case KernelSet.Avx2:
                Normalize<Lanes256>(x, gain, epsilon, y, inverseRms, from, to, columns);
                break;
            default:
                Normalize<Lanes128>(x, gain, epsilon, y, inverseRms, from, to, columns);
                break;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Normalize<T>(float* x, float* gain, float epsilon, float* y, float* inverseRms, int from, int to, int columns)
        where T : unmanaged, ILanes<T>
    {
        int whole = columns & -LaneMemory.Count, rest = columns - whole;
        for (int r = from; r < to; r++)
        {
            float* row = x + ((nint)r * columns), result = y + ((nint)r * columns);
            T sum = T.Create(0f);
            for (int i = 0; i < whole; i += LaneMemory.Count)
            {
                T value = T.Load(row + i);
                sum = T.Fma(value, value, sum);
            }
            if (rest > 0)
            {
                T value = LaneMemory.Load<T>(row + whole, rest);
                sum = T.Fma(value, value, sum);
            }
            float inverse = 1f / MathF.Sqrt((T.Sum(sum) / columns) + epsilon);
            if (inverseRms != null)
                inverseRms[r] = inverse;
            T factor = T.Create(inverse);
            if (gain == null)
            {
                for (int i = 0; i < whole; i += LaneMemory.Count)
                    T.Store(result + i, T.Load(row + i) * factor);
                if (rest > 0)
                    LaneMemory.Store(result + whole, LaneMemory.Load<T>(row + whole, rest) * factor, rest);
                continue;
            }
            for (int i = 0; i < whole; i += LaneMemory.Count)
                T.Store(result + i, T.Load(row + i) * factor * T.Load(gain + i));
            if (rest > 0)
                LaneMemory.Store(result + whole, LaneMemory.Load<T>(row + whole, rest) * factor * LaneMemory.Load<T>(gain + whole, rest), rest);
        }
    }
}
