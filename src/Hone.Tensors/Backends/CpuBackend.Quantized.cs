namespace Hone.Tensors;

public sealed partial class CpuBackend
{
    private LaneScratch? _activationScratch;

    /// <summary>Quantized rows of the product in progress.</summary>
    internal LaneScratch ActivationScratch => _activationScratch ??= new LaneScratch(Ledger);

    /// <summary>Whether integer products use vpdpbusd where the kernel set has it; tests turn it off to run the others.</summary>
    internal bool UsesVnni { get; init; } = IntegerTile.HasVnni;

    /// <summary>Whether integer products of many rows use the matrix unit where the processor has it; tests turn it off to run the others.</summary>
    internal bool UsesMatrixUnit { get; init; } = true;

    /// <inheritdoc/>
    public override long QuantizedSizeBytes(QuantFormat format, int rows, int columns) =>
        BlockPanels.Count(rows) * BlockPanels.PanelBytes(format, columns);

    /// <inheritdoc/>
    public override void PackBlocks(ReadOnlySpan<byte> source, QuantizedTensor target, int firstRow = 0)
    {
        ArgumentNullException.ThrowIfNull(target);
        QuantizedOps.Pack(this, source, target, firstRow);
    }

    /// <inheritdoc/>
    public override void UnpackBlocks(QuantizedTensor source, int firstRow, Span<byte> target)
    {
        ArgumentNullException.ThrowIfNull(source);
        QuantizedOps.Unpack(this, source, firstRow, target);
    }

    /// <inheritdoc/>
    public override void DecodeRows(QuantizedTensor weight, int firstRow, Tensor y)
    {
        ArgumentNullException.ThrowIfNull(weight);
        QuantizedOps.Decode(this, weight, firstRow, y);
    }

    /// <inheritdoc/>
    public override void GatherQuantizedRows(QuantizedTensor table, ReadOnlySpan<int> ids, Tensor y) => QuantizedOps.Gather(this, table, ids, y);

    /// <inheritdoc/>
    public override void QuantizedProduct(Tensor x, QuantizedTensor weight, Tensor bias, Tensor y)
    {
        if (LaneOps.Rows(x) is > 0 and <= RowTile.MaxRows && weight.Format != QuantFormat.NF4)
        {
            var part = new ProductPart(weight, bias, y);
            ProductGroup.Run(this, x, new ReadOnlySpan<ProductPart>(in part));
        }
        else
        {
            QuantizedOps.Product(this, x, weight, bias, y);
        }
    }

    /// <inheritdoc/>
    public override void ActivationRemainder(Tensor x, Tensor r) => QuantizedOps.Remainder(this, x, r);

    /// <inheritdoc/>
    public override void QuantizedInputGradient(Tensor dy, QuantizedTensor weight, Tensor dx, bool accumulate) =>
        QuantizedOps.InputGradient(this, dy, weight, dx, accumulate);

    /// <inheritdoc/>
    public override void QuantizedTokenLogProb(
        Tensor hidden, QuantizedTensor weight, ReadOnlySpan<int> targets, float inverseTemperature, KeptSets? kept,
        Tensor logProb, Tensor logSumExp, Tensor entropy, Tensor bias = default, float softCap = 0f) =>
        LogProbabilityOps.QuantizedTokenLogProb(
            this, hidden, weight, targets, inverseTemperature, kept, logProb, logSumExp, entropy, bias, softCap);

    /// <inheritdoc/>
    public override void QuantizedTokenLogProbGradient(
        Tensor hidden, QuantizedTensor weight, ReadOnlySpan<int> targets, float inverseTemperature, KeptSets? kept,
        Tensor logSumExp, Tensor entropy, Tensor dlogProb, Tensor dentropy, Tensor dhidden,
        Tensor bias = default, float softCap = 0f, Tensor dbias = default) =>
        LogProbabilityOps.QuantizedTokenLogProbGradient(
            this, hidden, weight, targets, inverseTemperature, kept, logSumExp, entropy, dlogProb, dentropy, dhidden, bias, softCap, dbias);
}
