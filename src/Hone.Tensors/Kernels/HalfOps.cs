namespace Hone.Tensors;

/// <summary>
/// Products with BFloat16 weights and many rows: a part of the weight is widened, and the float32 product uses it while it is
/// in a cache. Widened weights are the same numbers, so every chain has the bits of the float32 product. Few rows are
/// <see cref="RowProduct"/>'s, which widens in registers.
/// </summary>
internal static unsafe class HalfOps
{
    // Widened numbers of one part: what fits the second caches of a few cores, and enough for the product's own blocks.
    private const long PartFloats = 1 << 20;

    // Steps of a part of the input gradient: chains are stored and taken up again at its end.
    private const int ShortestPart = 512;

    /// <summary><see cref="Backend.PackPanels"/>; the shapes have been checked.</summary>
    public static void PackPanels(CpuBackend cpu, Tensor weight, Tensor panels)
    {
        var work = new PackHalfPanelsWork(weight.Halves, weight[0], weight[1], panels.Halves);
        cpu.Workers.Run(ref work, work.Pieces);
    }

    /// <summary><see cref="Backend.Product"/>; the shapes have been checked.</summary>
    public static void Product(CpuBackend cpu, float* x, Tensor panels, float* bias, float* y, int rows, int columns, int steps)
    {
        int count = panels[0], each = (int)Math.Clamp(PartFloats / ((long)steps * Backend.PanelWidth), 1, count);
        float* wide = Wide(cpu, (long)each * steps * Backend.PanelWidth);
        for (int panel = 0; panel < count; panel += each)
        {
            int some = Math.Min(each, count - panel), column = panel * Backend.PanelWidth;
            var widen = new WidenWork(panels.Halves + ((nint)panel * steps * Backend.PanelWidth), wide, (long)some * steps, true);
            cpu.Workers.Run(ref widen, widen.Pieces);
            int width = Math.Min(some * Backend.PanelWidth, columns - column);
            GemmOps.Product(cpu, x, wide, bias == null ? null : bias + column, y + column, columns, rows, width, steps);
        }
    }

    /// <summary><see cref="Backend.ProductInputGradient"/>; the shapes have been checked.</summary>
    public static void InputGradient(CpuBackend cpu, float* dy, ushort* weight, float* dx, int rows, int columns, int steps, bool accumulate)
    {
        int each = (int)Math.Clamp(PartFloats / Math.Max(1, columns), ShortestPart, Math.Max(ShortestPart, steps));
        float* wide = Wide(cpu, (long)Math.Min(each, steps) * columns);
        int step = 0;
        do
        {
            int some = Math.Min(each, steps - step);
            var widen = new WidenWork(weight + ((nint)step * columns), wide, (long)some * columns, false);
            cpu.Workers.Run(ref widen, widen.Pieces);
            GemmOps.RowMajor(cpu, dy + step, steps, wide, dx, rows, columns, some, accumulate || step > 0);
            step += some;
        }
        while (step < steps);
    }

    private static float* Wide(CpuBackend cpu, long floats) => (float*)cpu.WideScratch.Storage(floats * sizeof(float)).Pointer;
}
