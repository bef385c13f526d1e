namespace Hone.Tensors;

// Every call copies what it was handed on the host and goes into the queue.
public sealed partial class GuardBackend
{
    /// <inheritdoc/>
    public override void PackPanels(Tensor weight, Tensor panels) => _queue.Enqueue(() => _inner.PackPanels(weight, panels));

    /// <inheritdoc/>
    public override void Product(Tensor x, Tensor panels, Tensor bias, Tensor y) => _queue.Enqueue(() => _inner.Product(x, panels, bias, y));

    /// <inheritdoc/>
    public override void Products(Tensor x, ReadOnlySpan<ProductPart> parts)
    {
        ProductPart[] copy = parts.ToArray();
        _queue.Enqueue(() => _inner.Products(x, copy));
    }

    /// <inheritdoc/>
    public override void ProductInputGradient(Tensor dy, Tensor weight, Tensor dx, bool accumulate) =>
        _queue.Enqueue(() => _inner.ProductInputGradient(dy, weight, dx, accumulate));

    /// <inheritdoc/>
    public override void ProductWeightGradient(Tensor dy, Tensor x, Tensor dw, bool accumulate = true) => _queue.Enqueue(() => _inner.ProductWeightGradient(dy, x, dw, accumulate));

    /// <inheritdoc/>
    public override void ProductGradients(Tensor dy, Tensor x, Tensor weight, Tensor dx, bool accumulateX, Tensor dw, bool accumulateW) =>
        _queue.Enqueue(() => _inner.ProductGradients(dy, x, weight, dx, accumulateX, dw, accumulateW));

    /// <inheritdoc/>
    public override void BiasGradient(Tensor dy, Tensor db) => _queue.Enqueue(() => _inner.BiasGradient(dy, db));

    /// <inheritdoc/>
    public override void MatrixMultiply(Tensor a, Tensor b, bool transposeB, Tensor c) => _queue.Enqueue(() => _inner.MatrixMultiply(a, b, transposeB, c));

    /// <inheritdoc/>
    public override void Transpose(Tensor source, Tensor target) => _queue.Enqueue(() => _inner.Transpose(source, target));

    /// <inheritdoc/>
    public override void GatherRows(Tensor table, ReadOnlySpan<int> ids, Tensor y)
    {
        int[] copy = ids.ToArray();
        _queue.Enqueue(() => _inner.GatherRows(table, copy, y));
    }

    /// <inheritdoc/>
    public override void ScatterAddRows(Tensor dy, ReadOnlySpan<int> ids, Tensor dtable)
    {
        int[] copy = ids.ToArray();
        _queue.Enqueue(() => _inner.ScatterAddRows(dy, copy, dtable));
    }

    /// <inheritdoc/>
    public override void RmsNorm(Tensor x, Tensor gain, float epsilon, Tensor y, Tensor inverseRms) =>
        _queue.Enqueue(() => _inner.RmsNorm(x, gain, epsilon, y, inverseRms));

    /// <inheritdoc/>
    public override void RmsNormInputGradient(Tensor x, Tensor gain, Tensor inverseRms, Tensor dy, Tensor dx, bool accumulate) =>
        _queue.Enqueue(() => _inner.RmsNormInputGradient(x, gain, inverseRms, dy, dx, accumulate));

    /// <inheritdoc/>
    public override void RmsNormGainGradient(Tensor x, Tensor inverseRms, Tensor dy, Tensor dgain) =>
        _queue.Enqueue(() => _inner.RmsNormGainGradient(x, inverseRms, dy, dgain));

    /// <inheritdoc/>
    public override void Rotate(Tensor x, Tensor cosine, Tensor sine, RaggedBatch batch, bool inverse, Tensor y)
    {
        RaggedBatch copy = batch.Clone();
        _queue.Enqueue(() => _inner.Rotate(x, cosine, sine, copy, inverse, y));
    }

    /// <inheritdoc/>
    public override void Attention(Tensor q, Tensor k, Tensor v, RaggedBatch batch, in AttentionShape shape, Tensor output, Tensor logSumExp)
    {
        RaggedBatch copy = batch.Clone();
        AttentionShape sizes = shape;
        _queue.Enqueue(() => _inner.Attention(q, k, v, copy, sizes, output, logSumExp));
    }

    /// <inheritdoc/>
    public override void AttentionGradient(
        Tensor q, Tensor k, Tensor v, Tensor output, Tensor logSumExp, Tensor doutput, RaggedBatch batch, in AttentionShape shape,
        Tensor dq, Tensor dk, Tensor dv)
    {
        RaggedBatch copy = batch.Clone();
        AttentionShape sizes = shape;
        _queue.Enqueue(() => _inner.AttentionGradient(q, k, v, output, logSumExp, doutput, copy, sizes, dq, dk, dv));
    }

    /// <inheritdoc/>
    public override void WriteKeyValues(Tensor k, Tensor v, RaggedBatch batch, KeyValuePages pages, int layer)
    {
        RaggedBatch copy = batch.Clone();
        _queue.Enqueue(() => _inner.WriteKeyValues(k, v, copy, pages, layer));
    }

    /// <inheritdoc/>
    public override void PagedAttention(Tensor q, RaggedBatch batch, KeyValuePages pages, int layer, in AttentionShape shape, Tensor output)
    {
        RaggedBatch copy = batch.Clone();
        AttentionShape sizes = shape;
        _queue.Enqueue(() => _inner.PagedAttention(q, copy, pages, layer, sizes, output));
    }

    /// <inheritdoc/>
    public override void GatedActivation(Activation activation, Tensor gate, Tensor up, Tensor y) =>
        _queue.Enqueue(() => _inner.GatedActivation(activation, gate, up, y));

    /// <inheritdoc/>
    public override void GatedActivationGradient(Activation activation, Tensor gate, Tensor up, Tensor dy, Tensor dgate, Tensor dup) =>
        _queue.Enqueue(() => _inner.GatedActivationGradient(activation, gate, up, dy, dgate, dup));

    /// <inheritdoc/>
    public override void Activate(Activation activation, Tensor x, Tensor y) => _queue.Enqueue(() => _inner.Activate(activation, x, y));

    /// <inheritdoc/>
    public override void ActivateGradient(Activation activation, Tensor x, Tensor dy, Tensor dx, bool accumulate) =>
        _queue.Enqueue(() => _inner.ActivateGradient(activation, x, dy, dx, accumulate));

    /// <inheritdoc/>
    public override void Add(Tensor a, Tensor b, Tensor y) => _queue.Enqueue(() => _inner.Add(a, b, y));

    /// <inheritdoc/>
    public override void Scale(Tensor x, float factor, Tensor y) => _queue.Enqueue(() => _inner.Scale(x, factor, y));

    /// <inheritdoc/>
    public override void AddScaled(Tensor x, float factor, Tensor y) => _queue.Enqueue(() => _inner.AddScaled(x, factor, y));

    /// <inheritdoc/>
    public override void LogSumExp(Tensor logits, ReadOnlySpan<float> inverseTemperature, Tensor logSumExp, Tensor entropy)
    {
        float[] copy = inverseTemperature.ToArray();
        _queue.Enqueue(() => _inner.LogSumExp(logits, copy, logSumExp, entropy));
    }

    /// <inheritdoc/>
    public override void TokenLogProb(
        Tensor hidden, Tensor panels, int vocabularySize, ReadOnlySpan<int> targets, float inverseTemperature, KeptSets? kept,
        Tensor logProb, Tensor logSumExp, Tensor entropy, Tensor bias = default, float softCap = 0f, Tensor logits = default)
    {
        int[] copy = targets.ToArray();
        _queue.Enqueue(() => _inner.TokenLogProb(
            hidden, panels, vocabularySize, copy, inverseTemperature, kept, logProb, logSumExp, entropy, bias, softCap, logits));
    }

    /// <inheritdoc/>
    public override void TokenLogProbGradient(
        Tensor hidden, Tensor panels, Tensor weight, ReadOnlySpan<int> targets, float inverseTemperature, KeptSets? kept,
        Tensor logSumExp, Tensor entropy, Tensor dlogProb, Tensor dentropy, Tensor dhidden, Tensor dweight,
        Tensor bias = default, float softCap = 0f, Tensor dbias = default, Tensor logits = default, bool accumulate = true)
    {
        int[] copy = targets.ToArray();
        _queue.Enqueue(() => _inner.TokenLogProbGradient(
            hidden, panels, weight, copy, inverseTemperature, kept, logSumExp, entropy, dlogProb, dentropy, dhidden, dweight, bias, softCap, dbias,
            logits, accumulate));
    }

    /// <inheritdoc/>
    public override void AdamW(Tensor weight, Tensor gradient, float gradientScale, Tensor firstMoment, Tensor secondMoment, in AdamWStep step, Tensor panels = default)
    {
        AdamWStep numbers = step;
        _queue.Enqueue(() => _inner.AdamW(weight, gradient, gradientScale, firstMoment, secondMoment, numbers, panels));
    }

    /// <inheritdoc/>
    public override void Sgd(
        Tensor weight, Tensor gradient, float gradientScale, Tensor momentumBuffer, float momentum, bool nesterov, float learningRate, float weightDecay) =>
        _queue.Enqueue(() => _inner.Sgd(weight, gradient, gradientScale, momentumBuffer, momentum, nesterov, learningRate, weightDecay));

    /// <inheritdoc/>
    public override void LinearCombination(float a, Tensor x, float b, Tensor y) => _queue.Enqueue(() => _inner.LinearCombination(a, x, b, y));

    /// <inheritdoc/>
    public override double SumOfSquares(Tensor x) => Wait(() => _inner.SumOfSquares(x));

    /// <inheritdoc/>
    public override long FirstNonFinite(Tensor x) => Wait(() => _inner.FirstNonFinite(x));
}
