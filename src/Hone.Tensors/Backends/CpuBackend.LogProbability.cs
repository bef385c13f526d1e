namespace Hone.Tensors;

public sealed partial class CpuBackend
{
    private LaneScratch? _laneScratch;

    /// <summary>Memory for one lane op at a time, beside that of the products it calls.</summary>
    internal LaneScratch LaneScratch => _laneScratch ??= new LaneScratch(Ledger);

    /// <inheritdoc/>
    public override void LogSumExp(Tensor logits, ReadOnlySpan<float> inverseTemperature, Tensor logSumExp, Tensor entropy) =>
        LogProbabilityOps.LogSumExp(this, logits, inverseTemperature, logSumExp, entropy);

    /// <inheritdoc/>
    public override void TokenLogProb(
        Tensor hidden, Tensor panels, int vocabularySize, ReadOnlySpan<int> targets, float inverseTemperature, KeptSets? kept,
        Tensor logProb, Tensor logSumExp, Tensor entropy, Tensor bias = default, float softCap = 0f, Tensor logits = default) =>
        LogProbabilityOps.TokenLogProb(
            this, hidden, panels, vocabularySize, targets, inverseTemperature, kept, logProb, logSumExp, entropy, bias, softCap, logits);

    /// <inheritdoc/>
    public override void TokenLogProbGradient(
        Tensor hidden, Tensor panels, Tensor weight, ReadOnlySpan<int> targets, float inverseTemperature, KeptSets? kept,
        Tensor logSumExp, Tensor entropy, Tensor dlogProb, Tensor dentropy, Tensor dhidden, Tensor dweight,
        Tensor bias = default, float softCap = 0f, Tensor dbias = default, Tensor logits = default, bool accumulate = true) =>
        LogProbabilityOps.TokenLogProbGradient(
            this, hidden, panels, weight, targets, inverseTemperature, kept, logSumExp, entropy, dlogProb, dentropy, dhidden, dweight,
            bias, softCap, dbias, logits, accumulate);

    /// <inheritdoc/>
    public override void LogitLogProb(
        Tensor logits, ReadOnlySpan<int> targets, float inverseTemperature, KeptSets? kept, Tensor logProb, Tensor logSumExp, Tensor entropy) =>
        LogitLogProbOps.Forward(this, logits, targets, inverseTemperature, kept, logProb, logSumExp, entropy);

    /// <inheritdoc/>
    public override void LogitLogProbGradient(
        Tensor logits, ReadOnlySpan<int> targets, float inverseTemperature, KeptSets? kept, Tensor logSumExp, Tensor entropy,
        Tensor dlogProb, Tensor dentropy, Tensor dlogits) =>
        LogitLogProbOps.Gradient(this, logits, targets, inverseTemperature, kept, logSumExp, entropy, dlogProb, dentropy, dlogits);
}
