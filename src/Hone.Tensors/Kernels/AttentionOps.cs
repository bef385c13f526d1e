namespace Hone.Tensors;

/// <summary>The attention ops of the seam in terms of the kernels: keys (and values, backward) are laid out as pages first.</summary>
internal static unsafe class AttentionOps
{
    /// <summary><see cref="Backend.Attention"/>.</summary>
    public static void Packed(CpuBackend cpu, Tensor q, Tensor k, Tensor v, RaggedBatch batch, in AttentionShape shape, Tensor output, Tensor logSumExp)
    {
        float* keys = cpu.Scratch.Shared((long)AttentionPages.PageCount(batch) * shape.KeyValueHeads * shape.HeadDim * KeyValuePages.PageTokens);
        LayOut(cpu, k, batch, shape.KeyValueHeads, shape.HeadDim, keys);
        var work = new AttentionForward(
            cpu.Set, cpu.Scratch, cpu.Plan, batch, shape, q.Floats, output.Floats, logSumExp.IsEmpty ? null : logSumExp.Floats, null, 0, keys, v.Floats);
        cpu.Workers.Run(ref work, work.Pieces);
    }

    /// <summary><see cref="Backend.PagedAttention"/>.</summary>
    public static void Paged(CpuBackend cpu, Tensor q, RaggedBatch batch, KeyValuePages pages, int layer, in AttentionShape shape, Tensor output)
    {
        var work = new AttentionForward(cpu.Set, cpu.Scratch, cpu.Plan, batch, shape, q.Floats, output.Floats, null, pages, layer, null, null);
        cpu.Workers.Run(ref work, work.Pieces);
    }

    /// <summary><see cref="Backend.WriteKeyValues"/>.</summary>
    public static void Write(CpuBackend cpu, Tensor k, Tensor v, RaggedBatch batch, KeyValuePages pages, int layer)
    {
        Require(k.ElementCount == (long)batch.TokenCount * pages.KeyValueHeads * pages.HeadDim, "keys", k);
        Require(v.ElementCount == (long)batch.TokenCount * pages.KeyValueHeads * pages.ValueDim, "values", v);
        RequirePages(batch, pages, layer, pages.KeyValueHeads, pages.HeadDim, pages.ValueDim);
        var work = new WriteKeyValuesWork(k.Floats, v.Floats, batch, pages, layer);
        cpu.Workers.Run(ref work, batch.SequenceCount * pages.KeyValueHeads);
    }

    /// <summary><see cref="Backend.AttentionGradient"/>.</summary>
    public static void Gradient(
        CpuBackend cpu, Tensor q, Tensor k, Tensor v, Tensor output, Tensor logSumExp, Tensor doutput, RaggedBatch batch, in AttentionShape shape,
        Tensor dq, Tensor dk, Tensor dv)
    {
        long page = (long)AttentionPages.PageCount(batch) * shape.KeyValueHeads * KeyValuePages.PageTokens;
        float* keys = cpu.Scratch.Shared(page * (shape.HeadDim + shape.ValueDim)), values = keys + (page * shape.HeadDim);
        LayOut(cpu, k, batch, shape.KeyValueHeads, shape.HeadDim, keys);
        LayOut(cpu, v, batch, shape.KeyValueHeads, shape.ValueDim, values);
        var work = new AttentionBackward(
            cpu.Set, cpu.Scratch, batch, shape, q.Floats, k.Floats, output.Floats, logSumExp.Floats, doutput.Floats, keys, values,
            dq.Floats, dk.Floats, dv.Floats);
        cpu.Workers.Run(ref work, work.Pieces);
    }

    private static void LayOut(CpuBackend cpu, Tensor source, RaggedBatch batch, int heads, int width, float* pages)
    {
        var work = new AttentionPages(source.Floats, batch, heads, width, pages);
        cpu.Workers.Run(ref work, work.Pieces);
    }

    /// <summary>Kernels do not look at bounds again.</summary>
    /// <exception cref="ArgumentException">The shape is not valid or a tensor does not fit it.</exception>
    public static void RequirePacked(Tensor q, Tensor k, Tensor v, RaggedBatch batch, in AttentionShape shape, Tensor output, Tensor logSumExp)
    {
        shape.Validate();
        RequireQueries(q, batch, shape, output);
        RequireKeys(k, v, batch, shape);
        Require(logSumExp.IsEmpty || logSumExp.ElementCount == (long)batch.TokenCount * shape.QueryHeads, "log-sum-exp", logSumExp);
    }

    /// <summary>Likewise for paged attention.</summary>
    /// <exception cref="ArgumentException">The shape is not valid, or the tensors or the pages do not fit it.</exception>
    public static void RequirePaged(Tensor q, RaggedBatch batch, KeyValuePages pages, int layer, in AttentionShape shape, Tensor output)
    {
        shape.ValidatePaged();
        RequireQueries(q, batch, shape, output);
        RequirePages(batch, pages, layer, shape.KeyValueHeads, shape.HeadDim, shape.ValueDim);
    }

    /// <summary>Likewise for the gradient.</summary>
    /// <exception cref="ArgumentException">The shape is not valid or a tensor does not fit it.</exception>
    public static void RequireGradient(
        Tensor q, Tensor k, Tensor v, Tensor output, Tensor logSumExp, Tensor doutput, RaggedBatch batch, in AttentionShape shape,
        Tensor dq, Tensor dk, Tensor dv)
    {
        RequirePacked(q, k, v, batch, shape, output, logSumExp);
        Require(!logSumExp.IsEmpty || batch.TokenCount == 0, "log-sum-exp", logSumExp);
        RequireQueries(dq, batch, shape, doutput);
        RequireKeys(dk, dv, batch, shape);
    }

    private static void RequireQueries(Tensor q, RaggedBatch batch, in AttentionShape shape, Tensor output)
    {
        Require(q.ElementCount == (long)batch.TokenCount * shape.QueryHeads * shape.HeadDim, "queries", q);
        Require(output.ElementCount == (long)batch.TokenCount * shape.QueryHeads * shape.ValueDim, "output", output);
    }

    private static void RequireKeys(Tensor k, Tensor v, RaggedBatch batch, in AttentionShape shape)
    {
        Require(k.ElementCount == (long)batch.TokenCount * shape.KeyValueHeads * shape.HeadDim, "keys", k);
        Require(v.ElementCount == (long)batch.TokenCount * shape.KeyValueHeads * shape.ValueDim, "values", v);
    }

    private static void Require(bool fits, string what, Tensor tensor)
    {
        if (!fits)
            throw new ArgumentException($"The {what} {tensor} do not fit the batch and the attention shape.");
    }

    private static void RequirePages(RaggedBatch batch, KeyValuePages pages, int layer, int heads, int headDim, int valueDim)
    {
        if (pages.KeyValueHeads != heads || pages.HeadDim != headDim || pages.ValueDim != valueDim || (uint)layer >= (uint)pages.Layers)
            throw new ArgumentException($"Pages of {pages.Layers} layers [{pages.KeyValueHeads}, {pages.HeadDim} + {pages.ValueDim}] do not fit layer {layer} [{heads}, {headDim} + {valueDim}].");
        for (int b = 0; b < batch.SequenceCount; b++)
        {
            int length = batch.Offsets[b + 1] - batch.Offsets[b], held = batch.PageOffsets[b + 1] - batch.PageOffsets[b];
            if ((long)held * KeyValuePages.PageTokens < (long)batch.StartPositions[b] + length)
                throw new ArgumentException($"Sequence {b} of the batch has {held} pages for {batch.StartPositions[b] + length} positions.");
        }
    }
}
