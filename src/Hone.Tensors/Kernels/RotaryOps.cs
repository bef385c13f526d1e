namespace Hone.Tensors;

/// <summary>Rotary position embedding on lanes.</summary>
internal static unsafe class RotaryOps
{
    /// <summary><see cref="Backend.Rotate"/>.</summary>
    public static void Rotate(CpuBackend cpu, Tensor x, Tensor cosine, Tensor sine, RaggedBatch batch, bool inverse, Tensor y)
    {
        int heads = x[1], headDim = x[2], half = cosine.Shape.Last;
        LaneOps.Require(x.Shape == y.Shape && x[0] == batch.TokenCount, x, y);
        LaneOps.Require(cosine.Shape == sine.Shape && 2 * half <= headDim, x, cosine);
        for (int b = 0; b < batch.SequenceCount; b++)
            LaneOps.Require(batch.StartPositions[b] + batch.Offsets[b + 1] - batch.Offsets[b] <= cosine.Shape.Rows, x, cosine);
        var work = new RotateWork(cpu.Set, x.Floats, cosine.Floats, sine.Floats, batch, inverse, y.Floats, heads, headDim, half);
        cpu.Workers.Run(ref work, work.Pieces);
    }
}
