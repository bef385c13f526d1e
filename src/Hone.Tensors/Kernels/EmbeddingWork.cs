using System.Runtime.CompilerServices;

namespace Hone.Tensors;

/// <summary><see cref="Backend.GatherRows"/>: pieces are rows of the result.</summary>
internal readonly unsafe struct GatherWork(float* table, int* ids, float* y, int rows, int columns) : IParallelWork
{
    /// <summary>Number of pieces.</summary>
    public int Pieces => LaneOps.Pieces(rows, LaneOps.RowsPerPiece(columns));

    /// <inheritdoc/>
    public void Execute(int index, int worker)
    {
        int each = LaneOps.RowsPerPiece(columns), to = Math.Min(rows, (index + 1) * each);
        for (int t = index * each; t < to; t++)
            new ReadOnlySpan<float>(table + ((nint)ids[t] * columns), columns).CopyTo(new Span<float>(y + ((nint)t * columns), columns));
    }
}

/// <summary><see cref="Backend.GatherRows"/> of a BFloat16 table.</summary>
internal readonly unsafe struct GatherHalvesWork(ushort* table, int* ids, float* y, int rows, int columns) : IParallelWork
{
    /// <summary>Number of pieces.</summary>
    public int Pieces => LaneOps.Pieces(rows, LaneOps.RowsPerPiece(columns));

    /// <inheritdoc/>
    public void Execute(int index, int worker)
    {
        int each = LaneOps.RowsPerPiece(columns), to = Math.Min(rows, (index + 1) * each);
        for (int t = index * each; t < to; t++)
            HalfKernels.Widen(table + ((nint)ids[t] * columns), y + ((nint)t * columns), columns);
    }
}

/// <summary><see cref="Backend.ScatterAddRows"/>: pieces are columns, since the rows of one id are added in order.</summary>
internal readonly unsafe struct ScatterAddWork(
    KernelSet set, float* dy, int* ids, float* dtable, int rows, int columns, int columnsPerPiece) : IParallelWork
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
                Columns<Lanes512>(dy, ids, dtable, rows, columns, from, to);
                break;
            case KernelSet.Avx2:
                Columns<Lanes256>(dy, ids, dtable, rows, columns, from, to);
                break;
            default:
                Columns<Lanes128>(dy, ids, dtable, rows, columns, from, to);
                break;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Columns<T>(float* dy, int* ids, float* dtable, int rows, int columns, int from, int to)
        where T : unmanaged, ILanes<T>
    {
        for (int t = 0; t < rows; t++)
        {
            float* source = dy + ((nint)t * columns), target = dtable + ((nint)ids[t] * columns);
            int i = from;
            for (; i + LaneMemory.Count <= to; i += LaneMemory.Count)
                T.Store(target + i, T.Load(target + i) + T.Load(source + i));
            if (i < to)
                LaneMemory.Store(target + i, LaneMemory.Load<T>(target + i, to - i) + LaneMemory.Load<T>(source + i, to - i), to - i);
        }
    }
}
