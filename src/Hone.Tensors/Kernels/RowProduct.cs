namespace Hone.Tensors;

/// <summary>Which products are made by <see cref="RowProductWork"/>, and in how many pieces those of few rows are. Both ways give the same bits.</summary>
internal static unsafe class RowProduct
{
    // More rows are bound by arithmetic wherever the weights lie.
    private const int MostRows = 3 * RowTile.MaxRows;

    // Several tiles read a panel again: it has to stay in the second cache beside the next one.
    private const long LongestSharedPanelBytes = 512 * 1024;

    /// <summary>About a microsecond of one core: less is not worth a region.</summary>
    public const long SmallestPieceBytes = 16 * 1024;

    // A worker begins to read slowly, and weights of a small model stay in the caches of the cores: each takes one range. Larger
    // ones are cut finer, so that a worker that comes late costs little; so are many rows, which are bound by arithmetic.
    private const long FewBytes = 4 << 20;
    private const int PiecesPerThread = 4;

    /// <summary>Whether a product of so many rows is made here.</summary>
    public static bool Takes(int rows, int steps, DType type) =>
        rows <= RowTile.MaxRows || (rows <= MostRows && (long)steps * Backend.PanelWidth * type.SizeBytes() <= LongestSharedPanelBytes);

    /// <summary>Ranges of panels that weights of so many bytes are read in.</summary>
    public static int PanelPieces(CpuBackend cpu, long bytes, int rows)
    {
        bool coarse = bytes <= FewBytes && rows <= RowTile.MaxRows;
        return cpu.Threads == 1 ? 1 : (int)Math.Clamp(bytes * Math.Max(1, rows / 4) / SmallestPieceBytes, 1, cpu.Threads * (coarse ? 1L : PiecesPerThread));
    }

    /// <summary>The work of y = x Wᵀ + b; the shapes have been checked.</summary>
    public static RowProductWork Plan(CpuBackend cpu, float* x, Tensor panels, float* bias, float* y, int rows, int columns, int steps, bool adds = false)
    {
        bool half = panels.Type == DType.BFloat16;
        byte* first = half ? (byte*)panels.Halves : (byte*)panels.Floats;
        return new RowProductWork(cpu.Set, cpu.Scratch, x, first, half, bias, y, rows, columns, steps, adds);
    }
}
