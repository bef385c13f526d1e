namespace Hone.Tensors;

public partial class ReferenceBackend
{
    /// <inheritdoc/>
    public override void Rotate(Tensor x, Tensor cosine, Tensor sine, RaggedBatch batch, bool inverse, Tensor y)
    {
        int heads = x[1], headDim = x[2], half = cosine.Shape.Last;
        for (int b = 0; b < batch.SequenceCount; b++)
        {
            int first = batch.Offsets[b];
            for (int t = first; t < batch.Offsets[b + 1]; t++)
            {
                int position = batch.StartPositions[b] + t - first;
                ReadOnlySpan<float> c = cosine.HostRow(position), s = sine.HostRow(position);
                for (int h = 0; h < heads; h++)
                {
                    long row = ((long)t * heads) + h;
                    ReadOnlySpan<float> from = x.HostRow(row);
                    Span<float> to = y.HostRow(row);
                    for (int i = 0; i < half; i++)
                    {
                        float x1 = from[i], x2 = from[i + half], sn = inverse ? -s[i] : s[i];
                        to[i] = MathF.FusedMultiplyAdd(-x2, sn, x1 * c[i]);
                        to[i + half] = MathF.FusedMultiplyAdd(x1, sn, x2 * c[i]);
                    }
                    for (int i = 2 * half; i < headDim; i++)
                        to[i] = from[i];
                }
            }
        }
    }
}
