namespace Hone.Tensors;

/// <summary>
/// Products with BFloat16 weights and many rows: the float32 product, which widens a slice of a panel where it would copy one.
/// Widened weights are the same numbers, so every chain has the bits of the float32 product. Few rows are
/// <see cref="RowProduct"/>'s, which widens in registers.
/// </summary>
internal static unsafe class HalfOps
{
    /// <summary><see cref="Backend.PackPanels"/>; the shapes have been checked.</summary>
    public static void PackPanels(CpuBackend cpu, Tensor weight, Tensor panels)
    {
        var work = new PackHalfPanelsWork(weight.Halves, weight[0], weight[1], panels.Halves);
        cpu.Workers.Run(ref work, work.Pieces);
    }

    /// <summary><see cref="Backend.Product"/>; the shapes have been checked.</summary>
    public static void Product(CpuBackend cpu, float* x, ushort* panels, float* bias, float* y, int rows, int columns, int steps)
    {
        var work = new GemmWork(
            cpu.Set, cpu.Threads, cpu.Scratch, x, steps, 1, null, (nint)steps * GemmTile.Columns, GemmTile.Columns, y, columns, bias, rows, columns, steps, false,
            panels, pairs: true);
        cpu.Workers.Run(ref work, work.Blocks);
    }

    /// <summary><see cref="Backend.ProductInputGradient"/>; the shapes have been checked.</summary>
    public static void InputGradient(CpuBackend cpu, float* dy, ushort* weight, float* dx, int rows, int columns, int steps, bool accumulate)
    {
        var work = new GemmWork(
            cpu.Set, cpu.Threads, cpu.Scratch, dy, steps, 1, null, GemmTile.Columns, columns, dx, columns, null, rows, columns, steps, accumulate, weight);
        cpu.Workers.Run(ref work, work.Blocks);
    }
}
