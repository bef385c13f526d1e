namespace Hone.Tensors;

/// <summary>What the lane ops share: running a kernel on the workers, and the checks that kernels rely on.</summary>
internal static class LaneOps
{
    /// <summary>Elements of one piece of row-wise work.</summary>
    private const int PieceElements = 8192;

    /// <summary>Runs an elementwise kernel.</summary>
    public static void Elementwise<TKernel>(CpuBackend cpu, TKernel kernel, long length) where TKernel : struct, ILaneKernel
    {
        var work = new ElementwiseWork<TKernel>(cpu.Set, kernel, length);
        cpu.Workers.Run(ref work, work.Pieces);
    }

    /// <summary>Rows of one piece, so that a piece is worth handing out.</summary>
    public static int RowsPerPiece(int columns) => Math.Max(1, PieceElements / Math.Max(1, columns));

    /// <summary>Pieces of a count.</summary>
    public static int Pieces(int count, int each) => (count + each - 1) / each;

    /// <summary>Columns of one piece when all rows of a column belong to one worker: whole lanes, two pieces a worker.</summary>
    public static int ColumnsPerPiece(CpuBackend cpu, int columns, long rows)
    {
        if (cpu.Threads == 1 || rows * columns <= PieceElements)
            return Math.Max(1, columns);
        int share = (columns + (2 * cpu.Threads) - 1) / (2 * cpu.Threads);
        return Math.Max(64, (share + LaneMemory.Count - 1) / LaneMemory.Count * LaneMemory.Count);
    }

    /// <summary>Rows of a matrix as a number that fits an index.</summary>
    public static int Rows(Tensor tensor) => checked((int)tensor.Shape.Rows);

    /// <summary>Kernels do not look at bounds again.</summary>
    /// <exception cref="ArgumentException">The shapes do not fit.</exception>
    public static void Require(bool fits, Tensor first, Tensor second)
    {
        if (!fits)
            throw new ArgumentException($"The shapes {first} and {second} do not fit this op.");
    }
}
