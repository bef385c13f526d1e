namespace Hone.Tensors;

/// <summary>Which products are made by <see cref="RowProductWork"/>, and in how many pieces. Both ways give the same bits.</summary>
internal static unsafe class RowProduct
{
    // More rows are bound by arithmetic wherever the weights lie.
    private const int MostRows = 3 * RowTile.MaxRows;

    // Several tiles read a panel again: it has to stay in the second cache beside the next one.
    private const long LongestSharedPanelBytes = 512 * 1024;

    // About a microsecond of one core, by bytes or by operations: less is not worth a region.
    private const long SmallestPieceBytes = 32 * 1024, SmallestPieceOperations = 60_000;

    // Weights of a small model stay in the caches of the cores: each takes the same half every time. Larger ones are cut finer,
    // so that a worker that comes late costs little.
    private const long CachedBytes = 4 << 20;
    private const int PiecesPerThread = 4;

    /// <summary>Whether a product of so many rows is made here.</summary>
    public static bool Takes(int rows, int steps, DType type) =>
        rows <= RowTile.MaxRows || (rows <= MostRows && (long)steps * Backend.PanelWidth * type.SizeBytes() <= LongestSharedPanelBytes);

    /// <summary>y = x Wᵀ + b; the shapes have been checked.</summary>
    public static void Run(CpuBackend cpu, float* x, Tensor panels, float* bias, float* y, int rows, int columns, int steps)
    {
        RowProductWork work = Plan(cpu, x, panels, bias, y, rows, columns, steps);
        cpu.Workers.Run(ref work, work.Pieces);
    }

    /// <summary>The work of <see cref="Run"/>.</summary>
    public static RowProductWork Plan(CpuBackend cpu, float* x, Tensor panels, float* bias, float* y, int rows, int columns, int steps)
    {
        bool half = panels.Type == DType.BFloat16;
        byte* first = half ? (byte*)panels.Halves : (byte*)panels.Floats;
        long bytes = panels.SizeBytes, operations = 2L * rows * columns * steps;
        long pieces = Math.Max(bytes / SmallestPieceBytes, operations / SmallestPieceOperations);
        pieces = Math.Clamp(pieces, 1, bytes <= CachedBytes ? cpu.Threads : (long)cpu.Threads * PiecesPerThread);
        return new RowProductWork(cpu.Set, cpu.Scratch, x, first, half, bias, y, rows, columns, steps, cpu.Threads == 1 ? 1 : (int)pieces);
    }
}
