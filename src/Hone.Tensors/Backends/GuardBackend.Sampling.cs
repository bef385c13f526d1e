namespace Hone.Tensors;

public sealed partial class GuardBackend
{
    /// <inheritdoc/>
    public override void DrawIds(
        Tensor logits, ReadOnlySpan<int> rows, ReadOnlySpan<float> inverseTemperature, ReadOnlySpan<double> uniforms, Tensor logSumExp, Tensor drawn)
    {
        int[] ownRows = rows.ToArray();
        float[] ownTemperature = inverseTemperature.ToArray();
        double[] ownUniforms = uniforms.ToArray();
        _queue.Enqueue(() => _inner.DrawIds(logits, ownRows, ownTemperature, ownUniforms, logSumExp, drawn));
    }
}
