namespace Hone.Tensors;

public sealed partial class CpuBackend
{
    /// <summary>Blocks of queries of the batch in hand.</summary>
    internal AttentionPlan Plan { get; } = new();

    /// <summary>Units of the backward pass in hand.</summary>
    internal AttentionWaves Waves { get; } = new();

    /// <inheritdoc/>
    public override void Attention(Tensor q, Tensor k, Tensor v, RaggedBatch batch, in AttentionShape shape, Tensor output, Tensor logSumExp)
    {
        AttentionOps.RequirePacked(q, k, v, batch, shape, output, logSumExp);
        AttentionOps.Packed(this, q, k, v, batch, shape, output, logSumExp);
    }

    /// <inheritdoc/>
    public override void AttentionGradient(
        Tensor q, Tensor k, Tensor v, Tensor output, Tensor logSumExp, Tensor doutput, RaggedBatch batch, in AttentionShape shape,
        Tensor dq, Tensor dk, Tensor dv)
    {
        AttentionOps.RequireGradient(q, k, v, output, logSumExp, doutput, batch, shape, dq, dk, dv);
        AttentionOps.Gradient(this, q, k, v, output, logSumExp, doutput, batch, shape, dq, dk, dv);
    }

    /// <inheritdoc/>
    public override void WriteKeyValues(Tensor k, Tensor v, RaggedBatch batch, KeyValuePages pages, int layer) =>
        AttentionOps.Write(this, k, v, batch, pages, layer);

    /// <inheritdoc/>
    public override void PagedAttention(Tensor q, RaggedBatch batch, KeyValuePages pages, int layer, in AttentionShape shape, Tensor output)
    {
        AttentionOps.RequirePaged(q, batch, pages, layer, shape, output);
        AttentionOps.Paged(this, q, batch, pages, layer, shape, output);
    }

    /// <inheritdoc/>
    public override void WriteAndAttend(Tensor q, Tensor k, Tensor v, RaggedBatch batch, KeyValuePages pages, int layer, in AttentionShape shape, Tensor output)
    {
        if (!AttentionOps.TakesStep(this, batch, pages))
        {
            base.WriteAndAttend(q, k, v, batch, pages, layer, shape, output);
            return;
        }
        AttentionOps.RequirePaged(q, batch, pages, layer, shape, output);
        AttentionOps.Step(this, q, k, v, batch, pages, layer, shape, output);
    }
}
