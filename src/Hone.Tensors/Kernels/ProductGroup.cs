namespace Hone.Tensors;

/// <summary>
/// Several products of the same rows as one parallel region over the panels of all: in a decode step a product alone is over
/// before the threads have met. Rows are quantized once for the weights that want them alike.
/// </summary>
internal static unsafe class ProductGroup
{
    /// <summary>Whether a group is done here: weights in integer blocks, and dense ones where rows are few.</summary>
    public static bool Takes(ReadOnlySpan<ProductPart> parts, int rows, int columns)
    {
        foreach (ref readonly ProductPart part in parts)
        {
            if (part.Blocks is { } blocks ? blocks.Format == QuantFormat.NF4 : !RowProduct.Takes(rows, columns, part.Panels.Type))
                return false;
        }
        return true;
    }

    /// <summary><see cref="Backend.Products"/>: what is added to results is added by the worker that made them, but for dense weights on many rows and for finer inputs, where it is added behind the region.</summary>
    public static void Run(CpuBackend cpu, Tensor x, ReadOnlySpan<ProductPart> parts)
    {
        if (LaneOps.Rows(x) <= RowTile.MaxRows)
            RunParts(cpu, x, parts);
        else
            RunMany(cpu, x, parts);
    }

    // A finer input is one more part of the group.
    private static void RunMany(CpuBackend cpu, Tensor x, ReadOnlySpan<ProductPart> parts)
    {
        if (cpu.ExpandedParts.Length < 2 * parts.Length)
            cpu.ExpandedParts = new ProductPart[2 * parts.Length];
        Span<ProductPart> all = cpu.ExpandedParts;
        parts.CopyTo(all);
        int count = parts.Length;
        foreach (ref readonly ProductPart part in parts)
        {
            if (part.Remainder.IsEmpty)
                continue;
            cpu.ActivationRemainder(part.X.IsEmpty ? x : part.X, part.Remainder);
            all[count++] = new ProductPart(part.Blocks!, default, part.RemainderY) { X = part.Remainder };
        }
        RunParts(cpu, x, all[..count]);
        foreach (ref readonly ProductPart part in parts)
        {
            if (!part.Remainder.IsEmpty)
                cpu.Add(part.Y, part.RemainderY, part.Y);
            if (!part.Sum.IsEmpty && (part.Blocks is null || !part.Remainder.IsEmpty))
                cpu.Add(part.Sum, part.Y, part.Sum);
        }
    }

    private static void RunParts(CpuBackend cpu, Tensor x, ReadOnlySpan<ProductPart> parts)
    {
        int rows = LaneOps.Rows(x), columns = x.Shape.Last;
        bool few = rows <= RowTile.MaxRows;
        if (cpu.GroupedProducts.Length < parts.Length)
            cpu.GroupedProducts = new GroupedProduct[2 * parts.Length];
        GroupedProduct[] group = cpu.GroupedProducts;
        long rowBytes = 0, bytes = 0;
        for (int i = 0; i < parts.Length; i++)
        {
            Require(x, parts[i], rows, columns);
            if (parts[i].Blocks is not { } blocks)
                continue;
            if (FirstLike(cpu, x, parts, i, rows) == i)
                rowBytes += QuantizedOps.PreparedBytes(rows, blocks);
            if (few && !parts[i].Remainder.IsEmpty)
                rowBytes += QuantizedOps.PreparedBytes(rows, blocks);
        }
        byte* memory = rowBytes == 0 ? null : cpu.ActivationScratch.Storage(rowBytes).Pointer;
        for (int i = 0; i < parts.Length; i++)
        {
            // A sum waits for both products of a finer input.
            bool finer = few && !parts[i].Remainder.IsEmpty, adds = (few || parts[i].Blocks is not null) && parts[i].Remainder.IsEmpty && !parts[i].Sum.IsEmpty;
            float* bias = parts[i].Bias.IsEmpty ? null : parts[i].Bias.Floats, y = adds ? parts[i].Sum.Floats : parts[i].Y.Floats;
            int outputs = parts[i].Y.Shape.Last;
            group[i] = new GroupedProduct { FirstByte = bytes, Panels = BlockPanels.Count(outputs) };
            if (parts[i].Blocks is { } blocks)
            {
                int like = FirstLike(cpu, x, parts, i, rows);
                group[i].Rows = like < i ? group[like].Rows : QuantizedOps.Prepare(cpu, RowsOf(x, parts[i]), rows, blocks, memory);
                memory += like < i ? 0 : QuantizedOps.PreparedBytes(rows, blocks);
                group[i].Weight = (nint)blocks.Storage.Pointer;
                group[i].Quantized = QuantizedOps.Plan(cpu, group[i].Rows, blocks, 0, outputs, bias, y, outputs, adds);
                if (finer)
                {
                    QuantizedOps.Remainder(cpu, RowsTensor(x, parts[i]), parts[i].Remainder);
                    QuantizedRows left = QuantizedOps.Prepare(cpu, parts[i].Remainder.Floats, rows, blocks, memory);
                    memory += QuantizedOps.PreparedBytes(rows, blocks);
                    group[i].IsFiner = true;
                    group[i].Finer = QuantizedOps.Plan(cpu, left, blocks, 0, outputs, null, y, outputs, adds: true);
                }
                group[i].PanelBytes = BlockPanels.PanelBytes(blocks.Format, columns);
            }
            else
            {
                group[i].IsDense = true;
                group[i].Weight = parts[i].Panels.Type == DType.BFloat16 ? (nint)parts[i].Panels.Halves : (nint)parts[i].Panels.Floats;
                group[i].Dense = RowProduct.Plan(cpu, RowsOf(x, parts[i]), parts[i].Panels, bias, y, rows, outputs, columns, adds);
                group[i].PanelBytes = parts[i].Panels.SizeBytes / group[i].Panels;
            }
            bytes += group[i].Panels * group[i].PanelBytes;
        }
        if (few || IsDense(parts))
        {
            RunRanges(cpu, parts.Length, bytes, rows);
            for (int i = 0; few && i < parts.Length; i++)
            {
                if (!parts[i].Remainder.IsEmpty && !parts[i].Sum.IsEmpty)
                    cpu.Add(parts[i].Sum, parts[i].Y, parts[i].Sum);
            }
            return;
        }
        // Only weights in blocks take so many rows that these are cut too.
        int rowPieces = parts[0].Blocks is null ? 1 : group[0].Quantized.RowPieces;
        int panels = 0;
        for (int i = 0; i < parts.Length; i++)
            panels += group[i].Panels;
        RangesWork<ProductGroupWork>.Run(cpu, new ProductGroupWork(group, parts.Length, panels), panels * rowPieces);
    }

    private static bool IsDense(ReadOnlySpan<ProductPart> parts)
    {
        foreach (ref readonly ProductPart part in parts)
        {
            if (part.Blocks is not null)
                return false;
        }
        return true;
    }

    // Each worker has its part of all panels. Few rows are bound by reading: panels that a worker asked for before are read in half the
    // time, and it gets more of them. More rows are bound by arithmetic, and packed once by each worker.
    private static void RunRanges(CpuBackend cpu, int count, long bytes, int rows)
    {
        WorkerRanges ranges = cpu.PanelRanges;
        int workers = Math.Min(cpu.Threads, RowProduct.PanelPieces(cpu, bytes, rows)), first = 0;
        bool few = rows <= RowTile.MaxRows;
        WeightsAhead ahead = cpu.Ahead;
        if (cpu.Threads > 1)
            ahead.Begin(cpu.GroupedProducts.AsSpan(0, count));
        long asked = 0, place = 0;
        for (int worker = 0; worker < workers && few; worker++)
            asked += ahead.Asked(worker);
        ranges.Begin(workers);
        for (int worker = 0; worker < workers; worker++)
        {
            int end = 0;
            place = worker + 1 == workers ? bytes : place + (bytes / workers) + (few ? (ahead.Asked(worker) - (asked / workers)) / 2 : 0);
            for (int i = 0; i < count; i++)
                end += cpu.GroupedProducts[i].PanelAt(place);
            ranges.Set(worker, first, end);
            first = end;
        }
        var work = new PanelRangesWork(cpu.GroupedProducts, count, ranges);
        cpu.Workers.Run(ref work, workers);
    }

    // The first part whose rows are quantized as those of part i.
    private static int FirstLike(CpuBackend cpu, Tensor x, ReadOnlySpan<ProductPart> parts, int i, int rows)
    {
        for (int j = 0; j < i; j++)
        {
            if (RowsOf(x, parts[j]) == RowsOf(x, parts[i]) && parts[j].Blocks is { } other && QuantizedOps.PreparesAlike(cpu, other, parts[i].Blocks!, rows))
                return j;
        }
        return i;
    }

    private static Tensor RowsTensor(Tensor x, in ProductPart part) => part.X.IsEmpty ? x : part.X;

    private static float* RowsOf(Tensor x, in ProductPart part) => RowsTensor(x, part).Floats;

    private static void Require(Tensor x, in ProductPart part, int rows, int columns)
    {
        int outputs = part.Y.Shape.Last;
        LaneOps.Require(LaneOps.Rows(part.Y) == rows && (part.X.IsEmpty || (part.X.Shape.Last == columns && LaneOps.Rows(part.X) == rows)), x, part.Y);
        LaneOps.Require(part.Bias.IsEmpty || part.Bias.ElementCount == outputs, part.Y, part.Bias);
        LaneOps.Require(part.Sum.IsEmpty || part.Sum.ElementCount == part.Y.ElementCount, part.Y, part.Sum);
        LaneOps.Require(part.Remainder.IsEmpty || (part.Blocks is not null && part.Remainder.ElementCount == (long)rows * columns && part.RemainderY.ElementCount == part.Y.ElementCount), x, part.Remainder);
        LaneOps.Require(
            part.Blocks is { } blocks ? blocks.Columns == columns && blocks.Rows == outputs : part.Panels.Shape == Backend.PanelShape(outputs, columns), x, part.Y);
    }
}

/// <summary>A product of a group, planned.</summary>
internal struct GroupedProduct
{
    /// <summary>Where the panels lie.</summary>
    public nint Weight;

    /// <summary>Bytes of the weights before this one.</summary>
    public long FirstByte;

    /// <summary>Bytes of a panel.</summary>
    public long PanelBytes;

    /// <summary>Number of panels.</summary>
    public int Panels;

    /// <summary>Which of the two works it is.</summary>
    public bool IsDense;

    /// <summary>What <see cref="Quantized"/> multiplies.</summary>
    public QuantizedRows Rows;

    /// <summary>The product with a weight in blocks.</summary>
    public QuantizedProductWork Quantized;

    /// <summary>Whether what the codes left over is multiplied too, and added.</summary>
    public bool IsFiner;

    /// <summary>The product of what they left over.</summary>
    public QuantizedProductWork Finer;

    /// <summary>The product with a dense weight.</summary>
    public RowProductWork Dense;

    /// <summary>The first panel that begins at or behind a byte of the group.</summary>
    public readonly int PanelAt(long place) => (int)Math.Clamp((place - FirstByte + PanelBytes - 1) / PanelBytes, 0, Panels);
}

/// <summary>A worker's own range of a group's panels, then what others have not begun.</summary>
internal readonly unsafe struct PanelRangesWork(GroupedProduct[] group, int count, WorkerRanges ranges) : IParallelWork
{
    /// <inheritdoc/>
    public void Execute(int index, int worker)
    {
        int own = worker < ranges.Count ? worker : index;
        float* packed = null;
        for ((int first, int end, int rangeEnd) = ranges.TakeFront(own); first < end; (first, end, rangeEnd) = ranges.TakeFront(own))
            Panels(first, end, rangeEnd, worker, ref packed);
        for (int other = own + 1; other < own + ranges.Count; other++)
        {
            int range = other % ranges.Count;
            for ((int first, int end) = ranges.TakeBack(range); first < end; (first, end) = ranges.TakeBack(range))
                Panels(first, end, end, worker, ref packed);
        }
    }

    private void Panels(int first, int end, int readEnd, int worker, ref float* packed)
    {
        for (int i = 0, before = 0; i < count; before += group[i].Panels, i++)
        {
            ref readonly GroupedProduct product = ref group[i];
            int from = Math.Max(0, first - before), to = Math.Min(product.Panels, end - before);
            if (from >= to)
                continue;
            int readTo = Math.Min(product.Panels, readEnd - before);
            if (product.IsDense)
                product.Dense.Range(from, to, readTo, worker, ref packed);
            else
                product.Quantized.Range(from, to, readTo, 0, worker);
            // The same panels, from the near caches.
            if (product.IsFiner)
                product.Finer.Range(from, to, to, 0, worker);
        }
    }
}

/// <summary>
/// Many rows: a group's panels, one product's after the other's, and all again for the next piece of rows.
/// </summary>
internal readonly unsafe struct ProductGroupWork(GroupedProduct[] group, int count, int panels) : IRangedWork
{
    /// <inheritdoc/>
    public void Range(int first, int end, int rangeEnd, int worker)
    {
        for (int next; first < end; first = next)
        {
            int rowPiece = first / panels, before = rowPiece * panels;
            next = Math.Min(end, before + panels);
            for (int i = 0; i < count; before += group[i].Panels, i++)
            {
                ref readonly GroupedProduct product = ref group[i];
                int from = Math.Max(0, first - before), to = Math.Min(product.Panels, next - before);
                if (from >= to)
                    continue;
                float* packed = null;
                if (product.IsDense)
                    product.Dense.Range(from, to, Math.Min(product.Panels, rangeEnd - before), worker, ref packed);
                else
                    product.Quantized.Range(from, to, Math.Min(product.Panels, rangeEnd - before), rowPiece, worker);
            }
        }
    }
}
