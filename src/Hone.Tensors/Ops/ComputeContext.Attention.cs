namespace Hone.Tensors;

public sealed partial class ComputeContext
{
    /// <summary>
    /// Attention of packed sequences over themselves (arXiv 2307.08691), causal or not as the shape says. Backward recomputes the probabilities
    /// from the saved log-sum-exp: with p, dp = dout Vᵀ and D = rowsum(dout out): ds = p (dp - D) scale, dq = ds K,
    /// dk = dsᵀ q, dv = pᵀ dout. Under a soft cap s = c u, u = tanh(q k scale / c), so that ds gains the factor 1 - u².
    /// </summary>
    /// <param name="q">[T, H, Dh].</param>
    /// <param name="k">[T, Hkv, Dh].</param>
    /// <param name="v">[T, Hkv, Dv].</param>
    /// <param name="batch">The sequences; with a tape it must not change until backward.</param>
    /// <param name="shape">Heads, scale, mask and soft cap.</param>
    /// <returns>[T, H, Dv].</returns>
    public Tensor Attention(Tensor q, Tensor k, Tensor v, RaggedBatch batch, in AttentionShape shape)
    {
        ArgumentNullException.ThrowIfNull(batch);
        RequireHeads(q, batch.TokenCount, shape.QueryHeads, shape.HeadDim, nameof(q));
        RequireHeads(k, batch.TokenCount, shape.KeyValueHeads, shape.HeadDim, nameof(k));
        RequireHeads(v, batch.TokenCount, shape.KeyValueHeads, shape.ValueDim, nameof(v));
        foreach (int start in batch.StartPositions)
            Require(start == 0, "Packed sequences start at position 0; use PagedAttention to go on from a cache.", nameof(batch));
        ScratchArena.Mark mark = Tape?.Saved.MarkTop() ?? default;
        Tensor output = Allocate(new Shape(q[0], shape.QueryHeads, shape.ValueDim)); // [T, H, Dv]
        Tensor lse = Tape is null ? default : Allocate(new Shape(q[0], shape.QueryHeads)); // [T, H]
        Backend.Attention(q, k, v, batch, shape, output, lse);
        return Tape is null ? output : RecordAttention(mark, q, k, v, batch, shape, output, lse);
    }

    private Tensor RecordAttention(
        ScratchArena.Mark mark, Tensor q, Tensor k, Tensor v, RaggedBatch batch, AttentionShape shape, Tensor output, Tensor lse) =>
        Tape!.Record(output, mark, pass =>
        {
            Tensor dq = pass.Rent(q.Shape), dk = pass.Rent(k.Shape), dv = pass.Rent(v.Shape);
            pass.Backend.AttentionGradient(q, k, v, output, lse, pass.OutputGradient.Reshape(output.Shape), batch, shape, dq, dk, dv);
            pass.Give(q, dq);
            pass.Give(k, dk);
            pass.Give(v, dv);
        });

    /// <summary>Writes keys and values into pages and attends over the pages: prefill chunks and decode steps. Inference only.</summary>
    /// <param name="q">[T, H, Dh].</param>
    /// <param name="k">[T, Hkv, Dh].</param>
    /// <param name="v">[T, Hkv, Dv].</param>
    /// <param name="batch">Rows, start positions and pages.</param>
    /// <param name="pages">The memory of the cache.</param>
    /// <param name="layer">Which layer.</param>
    /// <param name="shape">Heads, scale, mask and soft cap.</param>
    /// <returns>[T, H, Dv].</returns>
    /// <exception cref="InvalidOperationException">There is a tape: gradients do not flow into a cache.</exception>
    public Tensor PagedAttention(Tensor q, Tensor k, Tensor v, RaggedBatch batch, KeyValuePages pages, int layer, in AttentionShape shape)
    {
        ArgumentNullException.ThrowIfNull(batch);
        ArgumentNullException.ThrowIfNull(pages);
        if (Tape is not null)
            throw new InvalidOperationException("Gradients do not flow into a key/value cache; record without states.");
        RequireHeads(q, batch.TokenCount, shape.QueryHeads, shape.HeadDim, nameof(q));
        RequireHeads(k, batch.TokenCount, shape.KeyValueHeads, shape.HeadDim, nameof(k));
        RequireHeads(v, batch.TokenCount, shape.KeyValueHeads, shape.ValueDim, nameof(v));
        Tensor output = Allocate(new Shape(q[0], shape.QueryHeads, shape.ValueDim)); // [T, H, Dv]
        Backend.WriteAndAttend(q, k, v, batch, pages, layer, shape, output);
        return output;
    }

    private static void RequireHeads(Tensor x, int tokens, int heads, int width, string parameter)
    {
        if (x.Shape != new Shape(tokens, heads, width))
            throw new ArgumentException($"Expected [{tokens}, {heads}, {width}], got {x.Shape}.", parameter);
    }
}
