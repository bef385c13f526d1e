namespace Hone.Tensors;

/// <summary>The products of the seam in terms of <see cref="GemmWork"/>: which operand is packed, and which strides A has.</summary>
internal static unsafe class GemmOps
{
    /// <summary><see cref="Backend.PackPanels"/>.</summary>
    public static void PackPanels(CpuBackend cpu, Tensor weight, Tensor panels)
    {
        Require(panels.Shape == Backend.PanelShape(weight[0], weight[1]) && panels.Type == weight.Type, weight, panels);
        if (weight.Type == DType.BFloat16)
            HalfOps.PackPanels(cpu, weight, panels);
        else
            PackPanels(cpu, weight.Floats, weight[0], weight[1], panels.Floats);
    }

    /// <summary><see cref="Backend.Product"/>.</summary>
    public static void Product(CpuBackend cpu, Tensor x, Tensor panels, Tensor bias, Tensor y)
    {
        int rows = Rows(x), steps = x.Shape.Last, columns = y.Shape.Last;
        Require(panels.Shape == Backend.PanelShape(columns, steps), x, panels);
        Require(Rows(y) == rows, x, y);
        Require(bias.IsEmpty || bias.ElementCount == columns, y, bias);
        float* add = bias.IsEmpty ? null : bias.Floats;
        if (rows == 0)
            return;
        if (panels.Type == DType.BFloat16)
            HalfOps.Product(cpu, x.Floats, panels.Halves, add, y.Floats, rows, columns, steps);
        else
            Product(cpu, x.Floats, panels.Floats, add, y.Floats, columns, rows, columns, steps);
    }

    /// <summary>y = x Wᵀ + b with float32 panels of some of the outputs; <paramref name="ldy"/> is that of all.</summary>
    public static void Product(CpuBackend cpu, float* x, float* panels, float* bias, float* y, int ldy, int rows, int columns, int steps)
    {
        var work = new GemmWork(cpu.Set, cpu.Threads, cpu.Scratch, x, steps, 1, panels, (nint)steps * GemmTile.Columns, GemmTile.Columns, y, ldy, bias, rows, columns, steps, false);
        cpu.Workers.Run(ref work, work.Blocks);
    }

    /// <summary><see cref="Backend.ProductInputGradient"/>: A is dy, B the weight as it stands.</summary>
    public static void InputGradient(CpuBackend cpu, Tensor dy, Tensor weight, Tensor dx, bool accumulate)
    {
        int rows = Rows(dy), steps = dy.Shape.Last, columns = dx.Shape.Last;
        Require(weight[0] == steps && weight[1] == columns, weight, dx);
        Require(Rows(dx) == rows, dy, dx);
        if (weight.Type == DType.BFloat16)
            HalfOps.InputGradient(cpu, dy.Floats, weight.Halves, dx.Floats, rows, columns, steps, accumulate);
        else
            RowMajor(cpu, dy.Floats, steps, 1, weight.Floats, dx.Floats, rows, columns, steps, accumulate);
    }

    /// <summary><see cref="Backend.ProductWeightGradient"/>: A is dy read down its columns, B is x.</summary>
    public static void WeightGradient(CpuBackend cpu, Tensor dy, Tensor x, Tensor dw, bool accumulate)
    {
        int steps = Rows(dy), rows = dy.Shape.Last, columns = x.Shape.Last;
        Require(Rows(x) == steps, dy, x);
        Require(dw[0] == rows && dw[1] == columns, x, dw);
        RowMajor(cpu, dy.Floats, 1, rows, x.Floats, dw.Floats, rows, columns, steps, accumulate);
    }

    /// <summary><see cref="Backend.ProductGradients"/>: both products in one region.</summary>
    public static void Gradients(CpuBackend cpu, Tensor dy, Tensor x, Tensor weight, Tensor dx, bool accumulateX, Tensor dw, bool accumulateW)
    {
        if (cpu.Threads == 1 || weight.Type != DType.Float32)
        {
            InputGradient(cpu, dy, weight, dx, accumulateX);
            WeightGradient(cpu, dy, x, dw, accumulateW);
            return;
        }
        int rows = Rows(dy), outputs = dy.Shape.Last, inputs = x.Shape.Last;
        Require(weight[0] == outputs && weight[1] == inputs, weight, dx);
        Require(Rows(dx) == rows && dx.Shape.Last == inputs, dy, dx);
        Require(Rows(x) == rows, dy, x);
        Require(dw[0] == outputs && dw[1] == inputs, x, dw);
        // Large blocks first, then those that get smaller: one wait for both.
        var weights = new GemmWork(
            cpu.Set, cpu.Threads, cpu.Scratch, dy.Floats, 1, outputs, x.Floats, GemmTile.Columns, inputs, dw.Floats, inputs, null,
            outputs, inputs, rows, accumulateW, isFollowed: true);
        var activations = new GemmWork(
            cpu.Set, cpu.Threads, cpu.Scratch, dy.Floats, outputs, 1, weight.Floats, GemmTile.Columns, inputs, dx.Floats, inputs, null,
            rows, inputs, outputs, accumulateX);
        var work = new GemmPairWork(weights, activations);
        cpu.Workers.Run(ref work, work.Blocks);
    }

    /// <summary><see cref="Backend.MatrixMultiply"/>.</summary>
    public static void MatrixMultiply(CpuBackend cpu, Tensor a, Tensor b, bool transposeB, Tensor c)
    {
        int rows = a[0], steps = a[1], columns = c[1];
        Require(c[0] == rows, a, c);
        Require(b[0] == (transposeB ? columns : steps) && b[1] == (transposeB ? steps : columns), b, c);
        if (!transposeB)
        {
            RowMajor(cpu, a.Floats, steps, 1, b.Floats, c.Floats, rows, columns, steps, false);
            return;
        }
        float* panels = cpu.Scratch.Shared(Backend.PanelShape(columns, steps).ElementCount);
        PackPanels(cpu, b.Floats, columns, steps, panels);
        var work = new GemmWork(cpu.Set, cpu.Threads, cpu.Scratch, a.Floats, steps, 1, panels, (nint)steps * GemmTile.Columns, GemmTile.Columns, c.Floats, columns, null, rows, columns, steps, false);
        cpu.Workers.Run(ref work, work.Blocks);
    }

    /// <summary><see cref="Backend.Transpose"/>.</summary>
    public static void Transpose(CpuBackend cpu, Tensor source, Tensor target)
    {
        Require(target[0] == source[1] && target[1] == source[0], source, target);
        var work = new TransposeWork(source.Floats, target.Floats, source[0], source[1]);
        cpu.Workers.Run(ref work, work.Pieces);
    }

    /// <summary><see cref="Backend.BiasGradient"/>.</summary>
    public static void BiasGradient(CpuBackend cpu, Tensor dy, Tensor db)
    {
        Require(db.ElementCount == dy.Shape.Last, dy, db);
        var work = new ColumnSumWork(dy.Floats, db.Floats, Rows(dy), dy.Shape.Last);
        cpu.Workers.Run(ref work, work.Pieces);
    }

    private static void PackPanels(CpuBackend cpu, float* weight, int outputs, int steps, float* panels)
    {
        var work = new PackPanelsWork(weight, outputs, steps, panels);
        cpu.Workers.Run(ref work, work.Pieces);
    }

    /// <summary>C = A B or C += A B for some steps of longer chains: <paramref name="rowStride"/> is that of all steps of A.</summary>
    public static void RowMajor(CpuBackend cpu, float* a, nint rowStride, float* b, float* c, int rows, int columns, int steps, bool accumulate) =>
        RowMajor(cpu, a, rowStride, 1, b, c, rows, columns, steps, accumulate);

    /// <summary>C = A B or C += A B for some steps of longer chains, B in panels of its columns: [columns / 32, steps, 32].</summary>
    public static void Panels(CpuBackend cpu, float* a, nint rowStride, float* panels, float* c, int rows, int columns, int steps, bool accumulate)
    {
        var work = new GemmWork(
            cpu.Set, cpu.Threads, cpu.Scratch, a, rowStride, 1, panels, (nint)steps * GemmTile.Columns, GemmTile.Columns, c, columns, null, rows, columns, steps, accumulate);
        cpu.Workers.Run(ref work, work.Blocks);
    }

    // B row-major: every block copies the slices of panels that it needs.
    private static void RowMajor(CpuBackend cpu, float* a, nint rowStride, nint stepStride, float* b, float* c, int rows, int columns, int steps, bool accumulate)
    {
        var work = new GemmWork(
            cpu.Set, cpu.Threads, cpu.Scratch, a, rowStride, stepStride, b, GemmTile.Columns, columns, c, columns, null, rows, columns, steps, accumulate);
        cpu.Workers.Run(ref work, work.Blocks);
    }

    private static int Rows(Tensor tensor) => checked((int)tensor.Shape.Rows);

    // Kernels do not look at bounds again.
    private static void Require(bool fits, Tensor first, Tensor second)
    {
        if (!fits)
            throw new ArgumentException($"The shapes {first} and {second} do not fit this product.");
    }
}
