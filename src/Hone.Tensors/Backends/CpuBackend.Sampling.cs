namespace Hone.Tensors;

public sealed partial class CpuBackend
{
    /// <inheritdoc/>
    public override void DrawIds(
        Tensor logits, ReadOnlySpan<int> rows, ReadOnlySpan<float> inverseTemperature, ReadOnlySpan<double> uniforms, Tensor logSumExp, Tensor drawn) =>
        DrawOps.Run(this, logits, rows, inverseTemperature, uniforms, logSumExp, drawn);
}
