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

    /// <summary><see cref="Backend.Products"/>.</summary>
    public static void Run(CpuBackend cpu, Tensor x, ReadOnlySpan<ProductPart> parts)
    {
        int rows = LaneOps.Rows(x), columns = x.Shape.Last, pieces = 0;
        if (cpu.GroupedProducts.Length < parts.Length)
            cpu.GroupedProducts = new GroupedProduct[2 * parts.Length];
        GroupedProduct[] group = cpu.GroupedProducts;
        long bytes = 0;
        for (int i = 0; i < parts.Length; i++)
        {
            Require(x, parts[i], rows, columns);
            if (parts[i].Blocks is { } blocks && FirstLike(cpu, parts, i) == i)
                bytes += QuantizedOps.PreparedBytes(rows, blocks);
        }
        byte* memory = bytes == 0 ? null : cpu.ActivationScratch.Storage(bytes).Pointer;
        for (int i = 0; i < parts.Length; i++)
        {
            float* bias = parts[i].Bias.IsEmpty ? null : parts[i].Bias.Floats, y = parts[i].Y.Floats;
            int outputs = parts[i].Y.Shape.Last;
            group[i] = new GroupedProduct { FirstPiece = pieces };
            if (parts[i].Blocks is { } blocks)
            {
                int like = FirstLike(cpu, parts, i);
                if (like == i)
                {
                    group[i].Rows = QuantizedOps.Prepare(cpu, x.Floats, rows, blocks, memory);
                    memory += QuantizedOps.PreparedBytes(rows, blocks);
                }
                else
                {
                    group[i].Rows = group[like].Rows;
                }
                group[i].IsQuantized = true;
                group[i].Quantized = QuantizedOps.Plan(cpu, group[i].Rows, blocks, 0, outputs, bias, y, outputs);
                pieces += group[i].Quantized.Pieces;
            }
            else
            {
                group[i].Dense = RowProduct.Plan(cpu, x.Floats, parts[i].Panels, bias, y, rows, outputs, columns);
                pieces += group[i].Dense.Pieces;
            }
        }
        var work = new ProductGroupWork(group, parts.Length);
        cpu.Workers.Run(ref work, pieces);
    }

    // The first part whose rows are quantized as those of part i.
    private static int FirstLike(CpuBackend cpu, ReadOnlySpan<ProductPart> parts, int i)
    {
        for (int j = 0; j < i; j++)
        {
            if (parts[j].Blocks is { } other && QuantizedOps.PreparesAlike(cpu, other, parts[i].Blocks!))
                return j;
        }
        return i;
    }

    private static void Require(Tensor x, in ProductPart part, int rows, int columns)
    {
        int outputs = part.Y.Shape.Last;
        LaneOps.Require(LaneOps.Rows(part.Y) == rows, x, part.Y);
        LaneOps.Require(part.Bias.IsEmpty || part.Bias.ElementCount == outputs, part.Y, part.Bias);
        LaneOps.Require(
            part.Blocks is { } blocks ? blocks.Columns == columns && blocks.Rows == outputs : part.Panels.Shape == Backend.PanelShape(outputs, columns), x, part.Y);
    }
}

/// <summary>A product of a group, planned.</summary>
internal struct GroupedProduct
{
    /// <summary>The region's first piece of this product.</summary>
    public int FirstPiece;

    /// <summary>Which of the two works it is.</summary>
    public bool IsQuantized;

    /// <summary>The product with a weight in blocks, and its rows.</summary>
    public QuantizedProductWork Quantized;

    /// <summary>What <see cref="Quantized"/> multiplies.</summary>
    public QuantizedRows Rows;

    /// <summary>The product with a dense weight.</summary>
    public RowProductWork Dense;
}

/// <summary>The pieces of all products of a group, one product after the other.</summary>
internal readonly struct ProductGroupWork(GroupedProduct[] group, int count) : IParallelWork
{
    /// <inheritdoc/>
    public void Execute(int index, int worker)
    {
        int at = count - 1;
        while (index < group[at].FirstPiece)
            at--;
        ref readonly GroupedProduct product = ref group[at];
        if (product.IsQuantized)
            product.Quantized.Execute(index - product.FirstPiece, worker);
        else
            product.Dense.Execute(index - product.FirstPiece, worker);
    }
}
