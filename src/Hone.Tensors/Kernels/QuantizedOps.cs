namespace Hone.Tensors;

/// <summary>The ops on weights in block formats.</summary>
internal static unsafe class QuantizedOps
{
    // Decoded numbers of one part of a gradient: as for BFloat16 weights.
    private const long PartFloats = 1 << 20;

    // Rows whose codes stay in the second cache while panels pass.
    private const int RowBytesPerPiece = 512 * 1024, MostRowsPerPiece = 1024;

    /// <summary><see cref="Backend.QuantizedProduct"/>.</summary>
    public static void Product(CpuBackend cpu, Tensor x, QuantizedTensor weight, Tensor bias, Tensor y)
    {
        int rows = LaneOps.Rows(x);
        LaneOps.Require(x.Shape.Last == weight.Columns && y.Shape.Last == weight.Rows && LaneOps.Rows(y) == rows, x, y);
        LaneOps.Require(bias.IsEmpty || bias.ElementCount == weight.Rows, y, bias);
        if (rows == 0)
            return;
        QuantizedRows prepared = Prepare(cpu, x.Floats, rows, weight);
        Product(cpu, prepared, weight, 0, weight.Rows, bias.IsEmpty ? null : bias.Floats, y.Floats, weight.Rows);
    }

    /// <summary>Rows as products with a weight want them: quantized into the backend's scratch memory, where they stay until the next call; for NF4 as they are.</summary>
    public static QuantizedRows Prepare(CpuBackend cpu, float* x, int rows, QuantizedTensor weight)
    {
        if (weight.Format == QuantFormat.NF4)
            return new QuantizedRows(x, rows, default);
        return Prepare(cpu, x, rows, weight, cpu.ActivationScratch.Storage(PreparedBytes(rows, weight)).Pointer);
    }

    /// <summary>Bytes that <see cref="Prepare(CpuBackend, float*, int, QuantizedTensor, byte*)"/> fills, a multiple of 64.</summary>
    public static long PreparedBytes(int rows, QuantizedTensor weight) =>
        (ActivationBlocks.SizeBytes(rows, weight.Columns, BlockParts.PartElements(weight.Format)) + 63) & ~63L;

    /// <summary>Whether rows prepared for one weight in integer blocks may be used with the other.</summary>
    public static bool PreparesAlike(CpuBackend cpu, QuantizedTensor first, QuantizedTensor second, int rows) =>
        BlockParts.PartElements(first.Format) == BlockParts.PartElements(second.Format)
        && (rows < MatrixCode.Rows || BlockParts.HasMinima(first.Format) == BlockParts.HasMinima(second.Format))
        && IntegerTile.Offset(Unit(cpu, first, rows), first.Format) == IntegerTile.Offset(Unit(cpu, second, rows), second.Format);

    /// <summary>The same for a weight in integer blocks, into memory of the caller.</summary>
    public static QuantizedRows Prepare(CpuBackend cpu, float* x, int rows, QuantizedTensor weight, byte* memory)
    {
        ActivationBlocks blocks = Blocks(cpu, rows, weight, memory);
        var work = new QuantizeRowsWork(blocks, x, Offset(cpu, rows, weight));
        cpu.Workers.Run(ref work, work.Pieces);
        return new QuantizedRows(x, rows, blocks);
    }

    /// <summary>Rows as products with a weight in integer blocks want them, laid in memory of the caller and still to be quantized.</summary>
    public static ActivationBlocks Blocks(CpuBackend cpu, int rows, QuantizedTensor weight, byte* memory) =>
        // The matrix unit starts from zero; it needs sums for minima only.
        new(cpu.Set, memory, rows, weight.Columns, BlockParts.PartElements(weight.Format), Unit(cpu, weight, rows) != IntegerUnit.Matrix || BlockParts.HasMinima(weight.Format));

    /// <summary>What the unsigned codes of a weight exceed signed ones by.</summary>
    public static int Offset(CpuBackend cpu, int rows, QuantizedTensor weight) => IntegerTile.Offset(Unit(cpu, weight, rows), weight.Format);

    /// <summary>Products of quantized rows with outputs <paramref name="first"/> and on, a whole number of panels before them.</summary>
    public static void Product(CpuBackend cpu, QuantizedRows x, QuantizedTensor weight, int first, int outputs, float* bias, float* y, int ldy)
    {
        if (weight.Format == QuantFormat.NF4)
        {
            NF4Panels.Product(cpu, x.Floats, x.Rows, weight, first, outputs, bias, y, ldy);
            return;
        }
        QuantizedProductWork work = Plan(cpu, x, weight, first, outputs, bias, y, ldy);
        if (x.Rows > RowTile.MaxRows)
            RangesWork<QuantizedProductWork>.Run(cpu, work, work.Items);
        else
            cpu.Workers.Run(ref work, work.Pieces);
    }

    /// <summary>The work of <see cref="Product(CpuBackend, QuantizedRows, QuantizedTensor, int, int, float*, float*, int)"/>; not for NF4.</summary>
    public static QuantizedProductWork Plan(CpuBackend cpu, QuantizedRows x, QuantizedTensor weight, int first, int outputs, float* bias, float* y, int ldy, bool adds = false)
    {
        long panelBytes = BlockPanels.PanelBytes(weight.Format, weight.Columns);
        int rowsPerPiece = Math.Clamp(RowBytesPerPiece / weight.Columns, 32, MostRowsPerPiece);
        int pieces = RowProduct.PanelPieces(cpu, BlockPanels.Count(outputs) * panelBytes, Math.Min(x.Rows, rowsPerPiece));
        return new QuantizedProductWork(
            Unit(cpu, weight, x.Rows), weight.Format, cpu.Scratch, x.Blocks, weight.Storage.Pointer + (first / BlockPanels.Width * panelBytes), bias, y, ldy, outputs,
            pieces, rowsPerPiece, adds);
    }

    /// <summary><see cref="Backend.ActivationRemainder"/>.</summary>
    public static void Remainder(CpuBackend cpu, Tensor x, Tensor r)
    {
        LaneOps.Require(x.Shape.Last % Backend.ActivationBlock == 0 && r.Shape.Last == x.Shape.Last && LaneOps.Rows(r) == LaneOps.Rows(x), x, r);
        var work = new RemainderWork(x.Floats, r.Floats, LaneOps.Rows(x), x.Shape.Last);
        cpu.Workers.Run(ref work, work.Pieces);
    }

    /// <summary><see cref="Backend.QuantizedInputGradient"/>: decoded parts of the weight, as float32 products use them.</summary>
    public static void InputGradient(CpuBackend cpu, Tensor dy, QuantizedTensor weight, Tensor dx, bool accumulate)
    {
        LaneOps.Require(dy.Shape.Last == weight.Rows && dx.Shape.Last == weight.Columns && LaneOps.Rows(dx) == LaneOps.Rows(dy), dy, dx);
        InputGradient(cpu, dy.Floats, weight.Rows, weight, 0, weight.Rows, dx.Floats, LaneOps.Rows(dy), accumulate);
    }

    /// <summary>The chains of outputs <paramref name="first"/> and on.</summary>
    public static void InputGradient(
        CpuBackend cpu, float* dy, nint ldy, QuantizedTensor weight, int first, int outputs, float* dx, int rows, bool accumulate)
    {
        int columns = weight.Columns;
        int each = (int)Math.Clamp(PartFloats / columns, 512, 1 << 16) / BlockPanels.Width * BlockPanels.Width;
        float* wide = (float*)cpu.WideScratch.Storage((long)Math.Min(each, outputs) * columns * sizeof(float)).Pointer;
        for (int step = 0; step < outputs; step += each)
        {
            int some = Math.Min(each, outputs - step);
            // The decoded part lies as the product's panels, so that nothing is copied again.
            Decode(cpu, weight, first + step, some, wide, BlockPanels.Width, (nint)some * BlockPanels.Width);
            GemmOps.Panels(cpu, dy + step, ldy, wide, dx, rows, columns, some, accumulate || step > 0);
        }
    }

    /// <summary><see cref="Backend.DecodeRows"/>.</summary>
    public static void Decode(CpuBackend cpu, QuantizedTensor weight, int firstRow, Tensor y)
    {
        if (firstRow < 0 || y.Shape.Last != weight.Columns || firstRow + (long)y[0] > weight.Rows)
            throw new ArgumentException($"{weight} has no rows {firstRow} and on for {y}.", nameof(y));
        Decode(cpu, weight, firstRow, y[0], y.Floats, weight.Columns, Backend.ActivationBlock);
    }

    private static void Decode(CpuBackend cpu, QuantizedTensor weight, int firstRow, int rows, float* target, nint rowStride, nint blockStride)
    {
        var work = new DecodeBlocksWork(
            weight.Format, cpu.Scratch, weight.Storage.Pointer, weight.Columns, firstRow, rows, target, rowStride, blockStride);
        cpu.Workers.Run(ref work, work.Pieces);
    }

    /// <summary><see cref="Backend.GatherQuantizedRows"/>.</summary>
    public static void Gather(CpuBackend cpu, QuantizedTensor table, ReadOnlySpan<int> ids, Tensor y)
    {
        LaneOps.Require(y.ElementCount == (long)ids.Length * table.Columns, y, y);
        foreach (int id in ids)
        {
            if ((uint)id >= (uint)table.Rows)
                throw new ArgumentOutOfRangeException(nameof(ids), id, $"The table {table} has no such row.");
        }
        fixed (int* first = ids)
        {
            var work = new GatherBlocksWork(table.Format, table.Storage.Pointer, first, y.Floats, ids.Length, table.Columns);
            cpu.Workers.Run(ref work, work.Pieces);
        }
    }

    /// <summary><see cref="Backend.PackBlocks"/>.</summary>
    public static void Pack(CpuBackend cpu, ReadOnlySpan<byte> source, QuantizedTensor target, int firstRow)
    {
        fixed (byte* file = source)
            Copy(cpu, target, firstRow, file, source.Length, pack: true);
    }

    /// <summary><see cref="Backend.UnpackBlocks"/>.</summary>
    public static void Unpack(CpuBackend cpu, QuantizedTensor source, int firstRow, Span<byte> target)
    {
        fixed (byte* file = target)
            Copy(cpu, source, firstRow, file, target.Length, pack: false);
    }

    private static void Copy(CpuBackend cpu, QuantizedTensor weight, int firstRow, byte* file, long bytes, bool pack)
    {
        ReferenceBackend.RequireWholeRows(weight, firstRow, bytes);
        var work = new CopyBlocksWork(weight.Format, weight.Columns, weight.Storage.Pointer, firstRow, file, (int)(bytes / weight.RowBytes), pack);
        cpu.Workers.Run(ref work, work.Pieces);
    }

    private static IntegerUnit Unit(CpuBackend cpu, QuantizedTensor weight, int rows) =>
        IntegerTile.UnitFor(cpu.Set, weight.Format, cpu.UsesVnni, cpu.UsesMatrixUnit, rows);
}

/// <summary>Rows of activations and what they were quantized to.</summary>
internal readonly unsafe struct QuantizedRows(float* floats, int rows, ActivationBlocks blocks)
{
    /// <summary>The rows themselves.</summary>
    public float* Floats => floats;

    /// <summary>Their number.</summary>
    public int Rows => rows;

    /// <summary>Their codes; empty where the format has no integers.</summary>
    public ActivationBlocks Blocks => blocks;
}
