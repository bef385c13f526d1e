namespace Hone.Tensors;

public sealed partial class CpuBackend
{
    private WorkerRanges? _panelRanges;
    private WeightsAhead? _ahead;

    /// <inheritdoc/>
    public override void PackPanels(Tensor weight, Tensor panels) => GemmOps.PackPanels(this, weight, panels);

    /// <inheritdoc/>
    public override void Product(Tensor x, Tensor panels, Tensor bias, Tensor y)
    {
        if (LaneOps.Rows(x) is > 0 and int rows && RowProduct.Takes(rows, x.Shape.Last, panels.Type))
        {
            var part = new ProductPart(panels, bias, y);
            ProductGroup.Run(this, x, new ReadOnlySpan<ProductPart>(in part));
        }
        else
        {
            GemmOps.Product(this, x, panels, bias, y);
        }
    }

    /// <inheritdoc/>
    public override void Products(Tensor x, ReadOnlySpan<ProductPart> parts)
    {
        int rows = LaneOps.Rows(x);
        // One product of many rows gains where something is added to it.
        bool gains = parts.Length > 1 || rows <= RowTile.MaxRows || (parts.Length == 1 && (!parts[0].Remainder.IsEmpty || (parts[0].Blocks is not null && !parts[0].Sum.IsEmpty)));
        if (rows > 0 && gains && ProductGroup.Takes(parts, rows, x.Shape.Last))
        {
            ProductGroup.Run(this, x, parts);
            return;
        }
        if (GemmOps.TakesGroup(this, parts, rows, x.Shape.Last))
        {
            GemmOps.Products(this, x, parts);
            return;
        }
        foreach (ref readonly ProductPart part in parts)
            ProductOf(x, part);
    }

    /// <summary>Room for the parts of a group of many rows, finer inputs included.</summary>
    internal ProductPart[] ExpandedParts { get; set; } = new ProductPart[8];

    /// <summary>Room for the parts of the group in hand.</summary>
    internal GroupedProduct[] GroupedProducts { get; set; } = new GroupedProduct[8];

    /// <summary>The panels of a group of few rows, by worker.</summary>
    internal WorkerRanges PanelRanges => _panelRanges ??= new WorkerRanges(Threads);

    /// <summary>What idle workers ask for.</summary>
    internal WeightsAhead Ahead => _ahead ??= new WeightsAhead(Threads);

    /// <inheritdoc/>
    public override void ProductInputGradient(Tensor dy, Tensor weight, Tensor dx, bool accumulate) =>
        GemmOps.InputGradient(this, dy, weight, dx, accumulate);

    /// <inheritdoc/>
    public override void ProductWeightGradient(Tensor dy, Tensor x, Tensor dw, bool accumulate = true) => GemmOps.WeightGradient(this, dy, x, dw, accumulate);

    /// <inheritdoc/>
    public override void ProductGradients(Tensor dy, Tensor x, Tensor weight, Tensor dx, bool accumulateX, Tensor dw, bool accumulateW) =>
        GemmOps.Gradients(this, dy, x, weight, dx, accumulateX, dw, accumulateW);

    /// <inheritdoc/>
    public override void BiasGradient(Tensor dy, Tensor db) => GemmOps.BiasGradient(this, dy, db);

    /// <inheritdoc/>
    public override void MatrixMultiply(Tensor a, Tensor b, bool transposeB, Tensor c) => GemmOps.MatrixMultiply(this, a, b, transposeB, c);

    /// <inheritdoc/>
    public override void Transpose(Tensor source, Tensor target) => GemmOps.Transpose(this, source, target);
}
