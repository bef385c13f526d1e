namespace Hone.Tensors;

/// <summary><see cref="Backend.AddLowRanks"/>: how its work is cut.</summary>
internal static unsafe class LowRankOps
{
    // Fewer rows than half a tile leave the multipliers waiting for their own results.
    private const int FewestRows = RowTile.MaxRows / 2;

    // Factors that one thread should not read alone.
    private const long LargeBytes = 1 << 20;

    private const int PiecesPerThread = 4;

    /// <summary>Runs it.</summary>
    public static void Run(CpuBackend cpu, Tensor x, ReadOnlySpan<LowRankPart> parts)
    {
        int rows = LaneOps.Rows(x);
        LowRankCall* calls = stackalloc LowRankCall[parts.Length];
        long bytes = 0;
        for (int i = 0; i < parts.Length; i++)
        {
            Require(x, parts[i], rows);
            calls[i] = new LowRankCall(parts[i]);
            bytes += parts[i].A.SizeBytes + parts[i].B.SizeBytes;
        }
        if (rows == 0 || parts.IsEmpty)
            return;
        int tiles = (rows + RowTile.MaxRows - 1) / RowTile.MaxRows;
        if (cpu.Threads > 1)
            tiles = Math.Max(tiles, Math.Min(2 * cpu.Threads, rows / FewestRows) / parts.Length);
        if (tiles * parts.Length < cpu.Threads && bytes > LargeBytes)
        {
            ByOutputs(cpu, x, parts, calls, rows, tiles);
            return;
        }
        var work = new LowRankWork(
            cpu.Set, cpu.Scratch, x.Floats, x.Shape.Last, calls, parts.Length, rows, tiles,
            cpu.Threads == 1 ? 1 : Math.Min(tiles, PiecesPerThread * cpu.Threads), 0);
        cpu.Workers.Run(ref work, work.Pieces);
    }

    // Few rows and large factors: hidden rows first, then the outputs cut among the threads.
    private static void ByOutputs(CpuBackend cpu, Tensor x, ReadOnlySpan<LowRankPart> parts, LowRankCall* calls, int rows, int tiles)
    {
        foreach (ref readonly LowRankPart part in parts)
        {
            GemmOps.Product(cpu, x, part.A, default, part.U);
            cpu.Scale(part.U, part.Scale, part.U);
        }
        var work = new LowRankWork(cpu.Set, cpu.Scratch, null, 0, calls, parts.Length, rows, tiles, tiles, cpu.Threads);
        cpu.Workers.Run(ref work, work.Pieces);
    }

    /// <summary><see cref="Backend.LowRankInputGradient"/>.</summary>
    public static void InputGradient(CpuBackend cpu, Tensor dy, Tensor b, float scale, Tensor a, Tensor du, Tensor dx)
    {
        int rows = LaneOps.Rows(dy), outputs = dy.Shape.Last, rank = du.Shape.Last, columns = a[1];
        LaneOps.Require(b[0] == outputs && b[1] == rank, dy, b);
        LaneOps.Require(a[0] == rank && LaneOps.Rows(du) == rows, a, du);
        LaneOps.Require(dx.IsEmpty || (LaneOps.Rows(dx) == rows && dx.Shape.Last == columns), dx, a);
        if (a.Type != DType.Float32 || b.Type != DType.Float32)
        {
            GemmOps.InputGradient(cpu, dy, b, du, accumulate: false);
            cpu.Scale(du, scale, du);
            if (!dx.IsEmpty)
                GemmOps.InputGradient(cpu, du, a, dx, accumulate: true);
            return;
        }
        // Both factors are small beside the rows: copies in panels, whose missing columns are zero.
        const int Width = Backend.PanelWidth;
        int whole = columns / Width * Width, panels = (rank + Width - 1) / Width;
        float* packed = cpu.Scratch.Shared(((long)panels * Width * outputs) + (Width * rank)), last = packed + ((nint)panels * Width * outputs);
        for (int panel = 0; panel < panels; panel++)
            GemmPack.PanelOfB(b.Floats + (panel * Width), rank, Math.Min(Width, rank - (panel * Width)), outputs, packed + ((nint)panel * Width * outputs));
        if (whole < columns && !dx.IsEmpty)
            GemmPack.PanelOfB(a.Floats + whole, columns, columns - whole, rank, last);
        int tiles = (rows + RowTile.MaxRows - 1) / RowTile.MaxRows;
        var work = new LowRankGradientWork(
            cpu.Set, cpu.Scratch, dy.Floats, rows, outputs, packed, rank, scale, du.Floats, a.Floats, last, dx.IsEmpty ? null : dx.Floats, columns,
            cpu.Threads == 1 ? 1 : Math.Min(tiles, PiecesPerThread * cpu.Threads));
        cpu.Workers.Run(ref work, rows == 0 ? 0 : work.Pieces);
    }

    private static void Require(Tensor x, in LowRankPart part, int rows)
    {
        int rank = part.U.Shape.Last;
        LaneOps.Require(part.A.Shape == Backend.PanelShape(rank, x.Shape.Last), x, part.A);
        LaneOps.Require(LaneOps.Rows(part.U) == rows && LaneOps.Rows(part.Y) == rows, x, part.Y);
        LaneOps.Require(part.B.Shape == Backend.PanelShape(part.Y.Shape.Last, rank), part.Y, part.B);
    }
}

/// <summary>A <see cref="LowRankPart"/> as kernels read it.</summary>
internal readonly unsafe struct LowRankCall
{
    /// <summary>Takes the places of tensors whose shapes have been checked.</summary>
    public LowRankCall(in LowRankPart part)
    {
        (AHalf, BHalf) = (part.A.Type == DType.BFloat16, part.B.Type == DType.BFloat16);
        A = AHalf ? (byte*)part.A.Halves : (byte*)part.A.Floats;
        B = BHalf ? (byte*)part.B.Halves : (byte*)part.B.Floats;
        U = part.U.Floats;
        Y = part.Y.Floats;
        Scale = part.Scale;
        (Rank, Outputs) = (part.U.Shape.Last, part.Y.Shape.Last);
    }

    /// <summary>Panels of A.</summary>
    public readonly byte* A;

    /// <summary>Panels of B.</summary>
    public readonly byte* B;

    /// <summary>Hidden rows.</summary>
    public readonly float* U;

    /// <summary>Outputs.</summary>
    public readonly float* Y;

    /// <summary>s.</summary>
    public readonly float Scale;

    /// <summary>R.</summary>
    public readonly int Rank;

    /// <summary>N.</summary>
    public readonly int Outputs;

    /// <summary>Whether A is BFloat16.</summary>
    public readonly bool AHalf;

    /// <summary>Whether B is BFloat16.</summary>
    public readonly bool BHalf;
}
