using Hone.Tensors;

namespace Hone.Models;

/// <summary>
/// The one model definition: embedding, layers, final norm, output matrix. Training, scoring, prefill and
/// decoding run this same forward pass; what differs is the context (tape or not) and the batch (states or not).
/// Parameters are named as in Llama checkpoints; families map their own names onto these. Owns its parameters.
/// A version of the weights may be read by many forward passes one after the other; not thread safe.
/// </summary>
public sealed class Transformer : IDisposable
{
    private readonly TransformerBlock[] _blocks;
    private readonly RotaryTables _rotary;
    private readonly Parameter _embedding;
    private readonly Parameter? _positions, _tokenTypes, _headBias;
    private readonly Norm? _embeddingNorm, _finalNorm;
    private readonly PackedMatrix? _head;
    private readonly AdapterSite _embeddingSite;
    private readonly AdapterSite? _headSite;
    private readonly LayerStack? _stack;

    /// <summary>Builds the model; every parameter is asked of <paramref name="source"/>.</summary>
    /// <param name="config">What to build.</param>
    /// <param name="source">Where parameters come from; its backend is the model's.</param>
    /// <exception cref="ArgumentException">The configuration cannot be built.</exception>
    public Transformer(TransformerConfig config, ParameterSource source)
    {
        ArgumentNullException.ThrowIfNull(config);
        ArgumentNullException.ThrowIfNull(source);
        config.Validate();
        Config = config;
        Backend = source.Backend;
        _rotary = new RotaryTables(Backend, config.ContextLength);
        Initializer normal = Initializer.Normal(config.InitializerRange);
        ParameterSource body = source.In("model");
        try
        {
            _embedding = body.Matrix("embed_tokens.weight", config.VocabularySize, config.Width, normal);
            _positions = config.LearnedPositions ? body.Matrix("embed_positions.weight", config.ContextLength, config.Width, normal) : null;
            _tokenTypes = config.TokenTypes > 0 ? body.Matrix("embed_token_types.weight", config.TokenTypes, config.Width, normal) : null;
            _embeddingNorm = config.EmbeddingNorm ? new Norm(body, "embed_norm", config.Width, config.Norm, config.NormEpsilon) : null;
            _blocks = new TransformerBlock[config.LayerCount];
            for (int i = 0; i < _blocks.Length; i++)
            {
                LayerRotary? rotary = _rotary.Get(config.Layers[i].Attention.Rotary ?? config.Rotary);
                _blocks[i] = new TransformerBlock(body.In(FormattableString.Invariant($"layers.{i}")), config, i, rotary);
            }
            _finalNorm = config.FinalNorm ? new Norm(body, "norm", config.Width, config.Norm, config.NormEpsilon) : null;
            if (config.HasHead)
            {
                Parameter head = config.TieEmbeddings ? _embedding : source.Matrix("lm_head.weight", config.VocabularySize, config.Width, normal);
                _head = new PackedMatrix(Backend, head);
                _headBias = config.HeadBias ? source.Vector("lm_head.bias", config.VocabularySize, Initializer.Zeros) : null;
            }
            if (config.Pooler)
                KeepPooler(source.In("pooler.dense"), config.Width, normal);
        }
        catch
        {
            _rotary.Dispose();
            source.DisposeCreated();
            throw;
        }
        Parameters = [.. source.Created];
        StepLayer?[] steps = [.. _blocks.Select(block => block.ToStep())];
        _stack = steps.Length > 0 && steps.All(step => step is not null) ? new LayerStack(steps!) : null;
        _embeddingSite = new AdapterSite("model.embed_tokens", _embedding, null, isTable: true);
        _headSite = _head is null ? null : new AdapterSite("lm_head", _head.Weight, _headBias);
        Adapters = new AdapterBank(Backend, [_embeddingSite, .. _blocks.SelectMany(block => block.Sites), .. _headSite is null ? (AdapterSite[])[] : [_headSite]]);
    }

    // Part of the files of encoders; nothing here computes with it.
    private static void KeepPooler(ParameterSource source, int width, Initializer normal)
    {
        source.Matrix("weight", width, width, normal).IsTrainable = false;
        source.Vector("bias", width, Initializer.Zeros).IsTrainable = false;
    }

    /// <summary>What was built.</summary>
    public TransformerConfig Config { get; }

    /// <summary>Where it lives.</summary>
    public Backend Backend { get; }

    /// <summary>All parameters in the order of construction; a tied matrix once.</summary>
    public IReadOnlyList<Parameter> Parameters { get; }

    /// <summary>The adapters that sequences can choose; none at first. Owned by the model.</summary>
    public AdapterBank Adapters { get; }

    /// <summary><see cref="Parameters"/> and those of the adapters.</summary>
    public IEnumerable<Parameter> AllParameters => Parameters.Concat(Adapters.Parameters);

    /// <summary>The embedding matrix [V, D].</summary>
    public Parameter Embedding => _embedding;

    /// <summary>The output matrix [V, D]; the embedding itself when tied.</summary>
    /// <exception cref="InvalidOperationException">The model is an encoder, which has none.</exception>
    public PackedMatrix Head => _head ?? throw new InvalidOperationException("This model is an encoder; it has no output matrix over the vocabulary.");

    /// <summary>Whether backward recomputes each layer instead of keeping what it needs: less memory, same bits. Default false.</summary>
    public bool RecomputeLayers { get; set; }

    /// <summary>
    /// The precision of cached keys and values. They are rounded to it wherever attention reads them, in training and scoring as in decoding:
    /// it changes every result, and is part of what identifies one. States come from a pool of the same precision. Default float32.
    /// </summary>
    /// <exception cref="ArgumentException">The model is an encoder, which caches nothing, and the value is not float32.</exception>
    public CacheDType CacheDType
    {
        get => _blocks[0].CacheDType;
        set
        {
            if (value != CacheDType.Float32 && Config.Layers.Any(layer => layer.Attention.Bidirectional))
                throw new ArgumentException($"A model that reads its whole sequence at once caches no keys and values; {value.Name()} is for models that decode.", nameof(value));
            foreach (TransformerBlock block in _blocks)
                block.CacheDType = value;
        }
    }

    /// <summary>Raised by every change of any parameter, those of adapters included: the weight version that rollouts record.</summary>
    public long Version
    {
        get
        {
            long version = Adapters.Version;
            for (int i = 0; i < Parameters.Count; i++)
                version += Parameters[i].Version;
            return version;
        }
    }

    /// <summary>
    /// The hidden states after the final norm. With states in the batch, keys and values are read from and written to them
    /// (call <see cref="TokenBatch.Commit"/> after); without, sequences attend to themselves and gradients may be recorded.
    /// </summary>
    /// <param name="context">Backend, scratch memory and tape. The result lives in its scratch memory, or on the tape.</param>
    /// <param name="batch">T ids of B sequences; with a tape it must not change until backward.</param>
    /// <param name="rows">The R rows whose hidden states are wanted; empty means all T.</param>
    /// <returns>[R, D], or [T, D].</returns>
    /// <exception cref="ArgumentException">An id is outside the vocabulary, or a sequence longer than the context, or the states hold another precision than <see cref="CacheDType"/>.</exception>
    public Tensor Forward(ComputeContext context, TokenBatch batch, ReadOnlySpan<int> rows = default)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(batch);
        RequireContext(batch.Layout);
        RequirePrecision(batch.Pool);
        Tensor x = Embed(context, batch); // [T, D]
        if (!Step(context, x, batch))
        {
            bool recompute = RecomputeLayers && context.Tape is not null;
            foreach (TransformerBlock block in _blocks)
                x = recompute ? Recompute(context, block, x, batch) : block.Forward(context, x, batch);
        }
        if (!rows.IsEmpty)
            x = context.SelectRows(x, rows); // [R, D]
        return _finalNorm?.Forward(context, x) ?? x;
    }

    /// <summary>
    /// Which of several position tables a sequence of a declared length uses: 0, or 1 for sequences beyond LongRoPE's original
    /// context. Keys that were computed with one table are not those of the other, so it is part of a prefix's key.
    /// </summary>
    /// <param name="declaredLength">Length that the sequence may reach, in tokens.</param>
    public int PositionTable(int declaredLength)
    {
        foreach (LayerConfig layer in Config.Layers)
        {
            RotaryConfig rotary = layer.Attention.Rotary ?? Config.Rotary;
            if (rotary is { Dim: > 0, Scaling: { Kind: RopeScalingKind.LongRope } scaling } && scaling.OriginalContextLength < Config.ContextLength)
                return declaredLength > scaling.OriginalContextLength ? 1 : 0;
        }
        return 0;
    }

    // The next token of one sequence, all layers at once.
    private bool Step(ComputeContext context, Tensor x, TokenBatch batch) =>
        _stack is not null && batch.TokenCount == 1 && batch.Pool is { } pool && !batch.HasAdapters && context.TryStep(x, _stack, batch.Layout, pool.Pages);

    private Tensor Embed(ComputeContext context, TokenBatch batch)
    {
        Tensor x = _embeddingSite.IsEmpty || !batch.HasAdapters
            ? context.Embedding(_embedding, batch.Ids)
            : context.AdaptedEmbedding(_embedding, batch.Ids, batch.Segments, _embeddingSite.Slots); // [T, D]
        if (Config.EmbeddingScale != 1.0)
            x = context.Scale(x, (float)Config.EmbeddingScale);
        if (_tokenTypes is not null)
            x = context.AddResidual(x, context.Embedding(_tokenTypes, batch.Zeros));
        if (_positions is not null)
            x = context.AddResidual(x, context.Embedding(_positions, batch.Positions));
        return _embeddingNorm?.Forward(context, x) ?? x;
    }

    // Not left to the rotary table: a model need not have one.
    private void RequireContext(RaggedBatch layout)
    {
        for (int b = 0; b < layout.SequenceCount; b++)
        {
            long end = (long)layout.StartPositions[b] + layout.Offsets[b + 1] - layout.Offsets[b];
            if (end > Config.ContextLength)
                throw new ArgumentException($"Sequence {b} has {end} tokens; the context holds {Config.ContextLength}.", "batch");
        }
    }

    private void RequirePrecision(PagePool? pool)
    {
        if (pool is not null && pool.Pages.Type != CacheDType)
            throw new ArgumentException($"The states hold {pool.Pages.Type.Name()}, the model reads {CacheDType.Name()}: make the pool after setting the precision.", "batch");
    }

    private static Tensor Recompute(ComputeContext context, TransformerBlock block, Tensor x, TokenBatch batch) =>
        context.Recompute(x, (ctx, input) => block.Forward(ctx, input, batch));

    /// <summary>The hidden states of every stage, for comparing with recorded ones: 0 is what the first layer reads, i the output of layer i, the last after the final norm. Inference only; the caller releases the scratch memory.</summary>
    /// <param name="context">A context without a tape.</param>
    /// <param name="batch">Sequences without states.</param>
    public IReadOnlyList<Tensor> HiddenStates(ComputeContext context, TokenBatch batch)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(batch);
        if (context.Tape is not null)
            throw new InvalidOperationException("Hidden states of every stage are for inference.");
        var stages = new List<Tensor>();
        Tensor x = Embed(context, batch);
        for (int i = 0; i <= _blocks.Length; i++)
        {
            Tensor copy = context.Scratch.Take(x.Shape);
            if (i == _blocks.Length && _finalNorm is not null)
                copy = _finalNorm.Forward(context, x);
            else
                Backend.Copy(x, copy);
            stages.Add(copy);
            if (i < _blocks.Length)
                x = _blocks[i].Forward(context, x, batch);
        }
        return stages;
    }

    /// <summary>Logits of hidden states: [R, D] to [R, V], with bias and soft cap where the model has them.</summary>
    /// <param name="context">As in <see cref="Forward"/>.</param>
    /// <param name="hidden">[R, D].</param>
    /// <param name="batch">The batch they come from, whose adapters may change the output matrix; null means the base alone.</param>
    /// <param name="rows">The R rows of the batch; empty means all.</param>
    /// <exception cref="InvalidOperationException">The model is an encoder.</exception>
    public Tensor Logits(ComputeContext context, Tensor hidden, TokenBatch? batch = null, ReadOnlySpan<int> rows = default)
    {
        ArgumentNullException.ThrowIfNull(context);
        Tensor logits = ChangesHead(batch)
            ? context.AdaptedLinear(hidden, Head, _headBias, batch!.SegmentsOf(rows), _headSite!.Slots)
            : context.Linear(hidden, Head, _headBias);
        return Config.LogitSoftCap > 0 ? context.SoftCap(logits, (float)Config.LogitSoftCap) : logits;
    }

    /// <summary>Log-probabilities of given next tokens; see <see cref="ComputeContext.TokenLogProb"/>. Where an adapter changes the output matrix the logits of all rows are held, to the same bits.</summary>
    /// <param name="context">As in <see cref="Forward"/>.</param>
    /// <param name="hidden">[R, D].</param>
    /// <param name="targets">R ids.</param>
    /// <param name="temperature">Above 0; 1 leaves the logits as they are.</param>
    /// <param name="kept">Which ids each row could draw from; null for all.</param>
    /// <param name="batch">As in <see cref="Logits"/>.</param>
    /// <param name="rows">As in <see cref="Logits"/>.</param>
    /// <exception cref="InvalidOperationException">The model is an encoder.</exception>
    public TokenLogProbs TokenLogProb(
        ComputeContext context, Tensor hidden, ReadOnlySpan<int> targets, float temperature = 1f, KeptSets? kept = null,
        TokenBatch? batch = null, ReadOnlySpan<int> rows = default)
    {
        ArgumentNullException.ThrowIfNull(context);
        return ChangesHead(batch)
            ? context.LogitLogProb(Logits(context, hidden, batch, rows), targets, temperature, kept)
            : context.TokenLogProb(hidden, Head, targets, temperature, kept, _headBias, (float)Config.LogitSoftCap);
    }

    private bool ChangesHead(TokenBatch? batch) => batch is { HasAdapters: true } && _headSite is { IsEmpty: false };

    /// <summary>Gives all memory back.</summary>
    public void Dispose()
    {
        Adapters.Dispose();
        _stack?.Dispose();
        foreach (TransformerBlock block in _blocks)
            block.Dispose();
        _head?.Dispose();
        _embeddingNorm?.Dispose();
        _finalNorm?.Dispose();
        _rotary.Dispose();
        foreach (Parameter parameter in Parameters)
            parameter.Dispose();
    }
}
