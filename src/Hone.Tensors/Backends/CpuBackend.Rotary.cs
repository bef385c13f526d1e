namespace Hone.Tensors;

public sealed partial class CpuBackend
{
    /// <inheritdoc/>
    public override void Rotate(Tensor x, Tensor cosine, Tensor sine, RaggedBatch batch, bool inverse, Tensor y) =>
        RotaryOps.Rotate(this, x, cosine, sine, batch, inverse, y);
}
