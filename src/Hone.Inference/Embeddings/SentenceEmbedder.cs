using Hone.Models;
using Hone.Tensors;
using Hone.Tokenizers;

namespace Hone.Inference;

/// <summary>
/// Texts to vectors: encoders with any pooling, causal models with their last token. Texts are packed by length without
/// padding, and a text's vector has the same bits whatever else is embedded with it. Not thread safe; owns neither model
/// nor tokenizer. Sentence-BERT, arXiv 1908.10084, section 3.
/// </summary>
public sealed class SentenceEmbedder : IDisposable
{
    // Below about 1024 the fixed cost of a pass shows (MiniLM, two threads: 20 % at 256); above, only scratch memory grows.
    private const int DefaultTokensPerBatch = 4096;

    private readonly Transformer _model;
    private readonly Tokenizer _tokenizer;
    private readonly ComputeContext _context;
    private readonly TokenBatch _batch = new();
    private readonly int _tokensPerBatch;

    /// <summary>An embedder of a loaded model.</summary>
    /// <param name="model">The model; not owned, not used elsewhere meanwhile.</param>
    /// <param name="tokenizer">Its tokenizer.</param>
    /// <param name="config">Pooling, normalization and length.</param>
    /// <param name="tokensPerBatch">Tokens of a forward pass at most, unless one text alone has more; 1 or more, default 4096.</param>
    /// <exception cref="ArgumentException">The length is not between 1 and the model's context.</exception>
    public SentenceEmbedder(Transformer model, Tokenizer tokenizer, EmbeddingConfig config, int tokensPerBatch = DefaultTokensPerBatch)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(tokenizer);
        ArgumentNullException.ThrowIfNull(config);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(tokensPerBatch);
        if (config.MaximumLength < 1 || config.MaximumLength > model.Config.ContextLength)
            throw new ArgumentException($"A length of {config.MaximumLength} tokens is not between 1 and the model's context of {model.Config.ContextLength}.", nameof(config));
        _model = model;
        _tokenizer = tokenizer;
        Config = config;
        _tokensPerBatch = tokensPerBatch;
        _context = new ComputeContext(model.Backend);
    }

    /// <summary>Pooling, normalization and length.</summary>
    public EmbeddingConfig Config { get; }

    /// <summary>Elements of a vector: the model's width.</summary>
    public int Dimension => _model.Config.Width;

    /// <summary>The ids that stand for a text: prompt and text, framed, cut to the greatest length with the frame kept.</summary>
    /// <param name="text">Any text.</param>
    /// <exception cref="ArgumentOutOfRangeException">The framing tokens alone are longer than the greatest length.</exception>
    public int[] Encode(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return _tokenizer.Encode(Config.Prompt + text, Config.MaximumLength);
    }

    /// <summary>The vectors of texts, in their order: [N][<see cref="Dimension"/>].</summary>
    /// <param name="texts">Any texts; one without tokens, which only tokenizers without framing make, is refused.</param>
    /// <param name="cancellation">Honoured between batches.</param>
    /// <exception cref="ArgumentException">A text has no tokens.</exception>
    /// <exception cref="OperationCanceledException">The caller's wish.</exception>
    public float[][] Embed(IReadOnlyList<string> texts, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(texts);
        var ids = new int[texts.Count][];
        for (int i = 0; i < ids.Length; i++)
            ids[i] = Encode(texts[i]);
        return EmbedIds(ids, cancellation);
    }

    /// <summary>The vectors of token ids, framing tokens included, in their order: [N][<see cref="Dimension"/>].</summary>
    /// <param name="sequences">Ids of each text: 1 to <see cref="EmbeddingConfig.MaximumLength"/>.</param>
    /// <param name="cancellation">Honoured between batches.</param>
    /// <exception cref="ArgumentException">A text has no ids, too many, or one outside the model's vocabulary.</exception>
    /// <exception cref="OperationCanceledException">The caller's wish.</exception>
    public float[][] EmbedIds(IReadOnlyList<int[]> sequences, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(sequences);
        for (int i = 0; i < sequences.Count; i++)
        {
            if (sequences[i].Length == 0 || sequences[i].Length > Config.MaximumLength)
                throw new ArgumentException($"Text {i} has {sequences[i].Length} tokens; 1 to {Config.MaximumLength} can be embedded.", nameof(sequences));
        }
        // By length, so that the sequences of a batch cost attention alike; stable, so that batches are reproducible.
        int[] order = [.. Enumerable.Range(0, sequences.Count).OrderByDescending(i => sequences[i].Length)];
        var vectors = new float[sequences.Count][];
        for (int first = 0; first < order.Length;)
        {
            cancellation.ThrowIfCancellationRequested();
            int end = first, tokens = 0;
            while (end < order.Length && (end == first || tokens + sequences[order[end]].Length <= _tokensPerBatch))
                tokens += sequences[order[end++]].Length;
            EmbedBatch(sequences, order.AsSpan(first, end - first), vectors);
            first = end;
        }
        return vectors;
    }

    private void EmbedBatch(IReadOnlyList<int[]> sequences, ReadOnlySpan<int> chosen, float[][] vectors)
    {
        ScratchArena.Mark mark = _context.Scratch.MarkTop();
        try
        {
            _batch.Clear();
            foreach (int i in chosen)
                _batch.Add(sequences[i]);
            Tensor hidden = _model.Forward(_context, _batch, Rows(_batch.Layout)); // [T, D] for the mean, else [B, D]
            var states = new float[hidden.ElementCount];
            _model.Backend.Download(hidden, states);
            int width = Dimension, row = 0;
            foreach (int i in chosen)
            {
                int count = Config.Pooling == PoolingMode.Mean ? sequences[i].Length : 1;
                vectors[i] = Pool(states.AsSpan(row * width, count * width), width);
                row += count;
            }
        }
        finally
        {
            _context.Scratch.Release(mark);
        }
    }

    private int[] Rows(RaggedBatch layout)
    {
        if (Config.Pooling == PoolingMode.Mean)
            return [];
        var rows = new int[layout.SequenceCount];
        for (int b = 0; b < rows.Length; b++)
            rows[b] = Config.Pooling == PoolingMode.Cls ? layout.Offsets[b] : layout.Offsets[b + 1] - 1;
        return rows;
    }

    // In float64, token after token: the order is fixed and the sum is short.
    private float[] Pool(ReadOnlySpan<float> states, int width)
    {
        var sums = new double[width];
        int count = states.Length / width;
        for (int t = 0; t < count; t++)
        {
            ReadOnlySpan<float> state = states.Slice(t * width, width);
            for (int d = 0; d < width; d++)
                sums[d] += state[d];
        }
        double scale = 1.0 / count;
        if (Config.Normalize)
        {
            double squares = 0;
            for (int d = 0; d < width; d++)
                squares += sums[d] * sums[d];
            // A vector of zeros has no direction and stays as it is.
            scale = squares > 0 ? 1.0 / Math.Sqrt(squares) : 0.0;
        }
        var vector = new float[width];
        for (int d = 0; d < width; d++)
            vector[d] = (float)(sums[d] * scale);
        return vector;
    }

    /// <summary>Gives the scratch memory back; the model stays.</summary>
    public void Dispose() => _context.Dispose();
}
