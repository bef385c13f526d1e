namespace Hone.Tensors;

/// <summary>The attention ops of the seam in terms of the kernels: keys (and values, backward) are laid out as pages first.</summary>
internal static unsafe class AttentionOps
{
    /// <summary><see cref="Backend.Attention"/>.</summary>
    public static void Packed(CpuBackend cpu, Tensor q, Tensor k, Tensor v, RaggedBatch batch, in AttentionShape shape, Tensor output, Tensor logSumExp)
    {
        var call = new AttentionCall
        {
            Scratch = cpu.Scratch, Plan = cpu.Plan, Batch = batch, Shape = shape, Q = q.Floats, K = k.Floats, V = v.Floats, Output = output.Floats,
            LogSumExp = logSumExp.IsEmpty ? null : logSumExp.Floats, Local = IsLocal(cpu, batch, shape, shape.HeadDim + shape.ValueDim),
        };
        if (!call.Local)
        {
            call.PageCount = AttentionPages.PageCount(batch);
            long rows = (long)call.PageCount * shape.KeyValueHeads * KeyValuePages.PageTokens;
            call.ValuePanels = cpu.Scratch.Shared(rows * (shape.HeadDim + AttentionPages.Padded(shape.ValueDim)));
            call.KeyPages = call.ValuePanels + (rows * AttentionPages.Padded(shape.ValueDim));
            LayOut(cpu, k, batch, shape.KeyValueHeads, shape.HeadDim, call.KeyPages, null);
            LayOut(cpu, v, batch, shape.KeyValueHeads, shape.ValueDim, null, call.ValuePanels);
        }
        Forward(cpu, in call);
    }

    /// <summary>What a worker lays out of a sequence for itself, so that it fits the second cache beside everything else.</summary>
    public const int OwnFloats = 1 << 17;

    // Whether each sequence and key/value head is a piece that needs nothing laid out before.
    private static bool IsLocal(CpuBackend cpu, RaggedBatch batch, in AttentionShape shape, int copies) =>
        (long)batch.LongestSequence * copies <= OwnFloats && AttentionPieces.AreEven(batch, shape, cpu.Threads);

    private static void Forward(CpuBackend cpu, in AttentionCall call)
    {
        switch (cpu.Set)
        {
            case KernelSet.Avx512:
                var wide = new AttentionForward<AttentionTileAvx512, Lanes512, Lanes512By4>(call);
                cpu.Workers.Run(ref wide, wide.Pieces);
                break;
            case KernelSet.Avx2:
                var middle = new AttentionForward<AttentionTileAvx2, Lanes256, Lanes256>(call);
                cpu.Workers.Run(ref middle, middle.Pieces);
                break;
            default:
                var narrow = new AttentionForward<AttentionTileVector128, Lanes128, Lanes128>(call);
                cpu.Workers.Run(ref narrow, narrow.Pieces);
                break;
        }
    }

    /// <summary><see cref="Backend.PagedAttention"/>.</summary>
    public static void Paged(CpuBackend cpu, Tensor q, RaggedBatch batch, KeyValuePages pages, int layer, in AttentionShape shape, Tensor output)
    {
        var call = new AttentionCall
        {
            Scratch = cpu.Scratch, Plan = cpu.Plan, Batch = batch, Shape = shape, Q = q.Floats, Output = output.Floats, Pages = pages, Layer = layer,
            Together = IsStep(cpu, batch),
        };
        Forward(cpu, in call);
    }

    // Whether this is a decode step of sequences enough for the workers, so that all heads of one may be a piece.
    private static bool IsStep(CpuBackend cpu, RaggedBatch batch) => batch.TokenCount == batch.SequenceCount && batch.SequenceCount >= 4 * cpu.Threads;

    /// <summary>Whether <see cref="Step"/> is the way to do both: a sequence's keys and values are written by the worker that reads them next.</summary>
    public static bool TakesStep(CpuBackend cpu, RaggedBatch batch, KeyValuePages pages) => pages.Type == CacheDType.Float32 && IsStep(cpu, batch);

    /// <summary><see cref="Backend.WriteAndAttend"/> of a decode step; the queries have been checked.</summary>
    public static void Step(CpuBackend cpu, Tensor q, Tensor k, Tensor v, RaggedBatch batch, KeyValuePages pages, int layer, in AttentionShape shape, Tensor output)
    {
        RequireNew(k, v, batch, pages, layer);
        var call = new AttentionCall
        {
            Scratch = cpu.Scratch, Plan = cpu.Plan, Batch = batch, Shape = shape, Q = q.Floats, K = k.Floats, V = v.Floats, Output = output.Floats, Pages = pages,
            Layer = layer, Together = true,
        };
        Forward(cpu, in call);
    }

    private static void RequireNew(Tensor k, Tensor v, RaggedBatch batch, KeyValuePages pages, int layer)
    {
        Require(k.ElementCount == (long)batch.TokenCount * pages.KeyValueHeads * pages.HeadDim, "keys", k);
        Require(v.ElementCount == (long)batch.TokenCount * pages.KeyValueHeads * pages.ValueDim, "values", v);
        RequirePages(batch, pages, layer, pages.KeyValueHeads, pages.HeadDim, pages.ValueDim);
    }

    /// <summary><see cref="Backend.WriteKeyValues"/>.</summary>
    public static void Write(CpuBackend cpu, Tensor k, Tensor v, RaggedBatch batch, KeyValuePages pages, int layer)
    {
        RequireNew(k, v, batch, pages, layer);
        if (pages.Type != CacheDType.Float32)
        {
            CacheOps.Write(cpu, k, v, batch, pages, layer);
            return;
        }
        var work = new WriteKeyValuesWork(k.Floats, v.Floats, batch, pages, layer, IsStep(cpu, batch));
        cpu.Workers.Run(ref work, work.Pieces);
    }

    /// <summary><see cref="Backend.AttentionGradient"/>.</summary>
    public static void Gradient(
        CpuBackend cpu, Tensor q, Tensor k, Tensor v, Tensor output, Tensor logSumExp, Tensor doutput, RaggedBatch batch, in AttentionShape shape,
        Tensor dq, Tensor dk, Tensor dv)
    {
        var call = new AttentionGradientCall
        {
            Scratch = cpu.Scratch, Batch = batch, Shape = shape, Q = q.Floats, K = k.Floats, V = v.Floats, Output = output.Floats, LogSumExp = logSumExp.Floats,
            Doutput = doutput.Floats, Dq = dq.Floats, Dk = dk.Floats, Dv = dv.Floats, Local = IsLocal(cpu, batch, shape, (2 * shape.HeadDim) + shape.ValueDim),
        };
        if (!call.Local)
        {
            call.PageCount = AttentionPages.PageCount(batch);
            long rows = (long)call.PageCount * shape.KeyValueHeads * KeyValuePages.PageTokens;
            call.KeyPanels = cpu.Scratch.Shared(rows * (AttentionPages.Padded(shape.HeadDim) + shape.HeadDim + shape.ValueDim));
            call.KeyPages = call.KeyPanels + (rows * AttentionPages.Padded(shape.HeadDim));
            call.ValuePages = call.KeyPages + (rows * shape.HeadDim);
            LayOut(cpu, k, batch, shape.KeyValueHeads, shape.HeadDim, call.KeyPages, call.KeyPanels);
            LayOut(cpu, v, batch, shape.KeyValueHeads, shape.ValueDim, call.ValuePages, null);
            call.Waves = batch.LongestSequence > AttentionBlocks.Tile && !AttentionPieces.AreEven(batch, shape, cpu.Threads) ? cpu.Waves : null;
        }
        switch (cpu.Set)
        {
            case KernelSet.Avx512:
                Backward<AttentionTileAvx512, Lanes512, Lanes512By4>(cpu, in call);
                break;
            case KernelSet.Avx2:
                Backward<AttentionTileAvx2, Lanes256, Lanes256>(cpu, in call);
                break;
            default:
                Backward<AttentionTileVector128, Lanes128, Lanes128>(cpu, in call);
                break;
        }
    }

    private static void Backward<TTile, T, TRows>(CpuBackend cpu, in AttentionGradientCall call)
        where TTile : struct, IAttentionTile where T : unmanaged, ILanes<T> where TRows : unmanaged, ILaneRows<TRows>
    {
        var work = new AttentionBackward<TTile, T, TRows>(call);
        int waves = call.Waves is null ? 1 : AttentionWaves.Waves(call.Batch, call.Shape);
        for (int wave = 0; wave < waves; wave++)
        {
            call.Waves?.Find(call.Batch, call.Shape, wave);
            cpu.Workers.Run(ref work, work.Pieces);
        }
    }

    private static void LayOut(CpuBackend cpu, Tensor source, RaggedBatch batch, int heads, int width, float* pages, float* panels)
    {
        var work = new AttentionPages(source.Floats, batch, heads, width, pages, panels);
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

    /// <summary>The pages of a batch hold these heads and all its positions.</summary>
    /// <exception cref="ArgumentException">They do not.</exception>
    public static void RequirePages(RaggedBatch batch, KeyValuePages pages, int layer, int heads, int headDim, int valueDim)
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
