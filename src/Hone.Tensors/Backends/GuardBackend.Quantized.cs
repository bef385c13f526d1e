namespace Hone.Tensors;

public sealed partial class GuardBackend
{
    /// <inheritdoc/>
    public override long QuantizedSizeBytes(QuantFormat format, int rows, int columns) => _inner.QuantizedSizeBytes(format, rows, columns);

    /// <inheritdoc/>
    public override void PackBlocks(ReadOnlySpan<byte> source, QuantizedTensor target, int firstRow = 0)
    {
        byte[] copy = source.ToArray();
        _queue.Enqueue(() => _inner.PackBlocks(copy, target, firstRow));
    }

    /// <inheritdoc/>
    public override void UnpackBlocks(QuantizedTensor source, int firstRow, Span<byte> target)
    {
        var copy = new byte[target.Length];
        Wait(() =>
        {
            _inner.UnpackBlocks(source, firstRow, copy);
            return 0;
        });
        copy.CopyTo(target);
    }

    /// <inheritdoc/>
    public override void DecodeRows(QuantizedTensor weight, int firstRow, Tensor y) => _queue.Enqueue(() => _inner.DecodeRows(weight, firstRow, y));

    /// <inheritdoc/>
    public override void GatherQuantizedRows(QuantizedTensor table, ReadOnlySpan<int> ids, Tensor y)
    {
        int[] copy = ids.ToArray();
        _queue.Enqueue(() => _inner.GatherQuantizedRows(table, copy, y));
    }

    /// <inheritdoc/>
    public override void QuantizedProduct(Tensor x, QuantizedTensor weight, Tensor bias, Tensor y) =>
        _queue.Enqueue(() => _inner.QuantizedProduct(x, weight, bias, y));

    /// <inheritdoc/>
    public override void ActivationRemainder(Tensor x, Tensor r) => _queue.Enqueue(() => _inner.ActivationRemainder(x, r));

    /// <inheritdoc/>
    public override void QuantizedInputGradient(Tensor dy, QuantizedTensor weight, Tensor dx, bool accumulate) =>
        _queue.Enqueue(() => _inner.QuantizedInputGradient(dy, weight, dx, accumulate));

    /// <inheritdoc/>
    public override void QuantizedTokenLogProb(
        Tensor hidden, QuantizedTensor weight, ReadOnlySpan<int> targets, float inverseTemperature, KeptSets? kept,
        Tensor logProb, Tensor logSumExp, Tensor entropy, Tensor bias = default, float softCap = 0f)
    {
        int[] copy = targets.ToArray();
        _queue.Enqueue(() => _inner.QuantizedTokenLogProb(
            hidden, weight, copy, inverseTemperature, kept, logProb, logSumExp, entropy, bias, softCap));
    }

    /// <inheritdoc/>
    public override void QuantizedTokenLogProbGradient(
        Tensor hidden, QuantizedTensor weight, ReadOnlySpan<int> targets, float inverseTemperature, KeptSets? kept,
        Tensor logSumExp, Tensor entropy, Tensor dlogProb, Tensor dentropy, Tensor dhidden,
        Tensor bias = default, float softCap = 0f, Tensor dbias = default)
    {
        int[] copy = targets.ToArray();
        _queue.Enqueue(() => _inner.QuantizedTokenLogProbGradient(
            hidden, weight, copy, inverseTemperature, kept, logSumExp, entropy, dlogProb, dentropy, dhidden, bias, softCap, dbias));
    }
}
