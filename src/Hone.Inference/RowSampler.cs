using Hone.Tensors;

namespace Hone.Inference;

/// <summary>
/// Draws tokens from rows of logits and records their log-probabilities. The normaliser comes from the backend, by the
/// same arithmetic as the one that training differentiates. Keeps its buffers from step to step.
/// </summary>
internal sealed class RowSampler : IDisposable
{
    private readonly Backend _backend;
    private readonly int _vocabularySize;
    private readonly TokenFilter _filter = new();
    private readonly List<int> _kept = [];
    private readonly Tensor _single;
    private float[] _logits = [];
    private float[] _logSumExp = [];
    private float[] _entropy = [];
    private float[] _masked = [];
    private int[] _rows = [];
    private float[] _scales = [];
    private double[] _uniforms = [];
    private float[] _drawn = [];
    private int _count, _next;
    private bool _truncates;

    public RowSampler(Backend backend, int vocabularySize)
    {
        _backend = backend;
        _vocabularySize = vocabularySize;
        _single = backend.CreateTensor(new Shape(1, vocabularySize + 4));
    }

    /// <summary>The factor on logits that a request asks for; 1 when it takes the most likely token.</summary>
    public static float InverseTemperature(SamplingOptions options) => options.Temperature == 0f ? 1f : 1f / options.Temperature;

    /// <summary>Forgets the draws of the last step.</summary>
    public void Clear() => (_count, _next, _truncates) = (0, 0, false);

    /// <summary>Announces a draw of the coming step; <see cref="Draw"/> is called in the same order.</summary>
    /// <param name="row">Row of the logits.</param>
    /// <param name="sequence">Whose next token it is.</param>
    public void Add(int row, Sequence sequence)
    {
        SamplingOptions options = sequence.Request.Sampling;
        if (IsTruncated(options))
        {
            _truncates = true;
            return;
        }
        if (_count == _rows.Length)
        {
            int room = Math.Max(16, 2 * _count);
            Array.Resize(ref _rows, room);
            Array.Resize(ref _scales, room);
            Array.Resize(ref _uniforms, room);
            Array.Resize(ref _drawn, 2 * room);
        }
        _rows[_count] = row;
        _scales[_count] = InverseTemperature(options);
        _uniforms[_count++] = options.Temperature == 0f ? -1 : Uniform(sequence);
    }

    /// <summary>Makes the draws of a step, with the normaliser of each row; the logits themselves come to the host only where some are cut.</summary>
    /// <param name="logits">[R, V].</param>
    /// <param name="inverseTemperatures">[R].</param>
    /// <param name="context">Whose scratch memory is used.</param>
    public void Begin(Tensor logits, ReadOnlySpan<float> inverseTemperatures, ComputeContext context)
    {
        int rows = logits[0];
        Grow(ref _logSumExp, rows);
        Grow(ref _entropy, rows);
        Tensor lse = context.Scratch.Take(new Shape(rows)), entropy = context.Scratch.Take(new Shape(rows));
        _backend.LogSumExp(logits, inverseTemperatures, lse, entropy);
        if (_count > 0)
        {
            Tensor drawn = context.Scratch.Take(new Shape(_count, 2)); // [D, 2]
            _backend.DrawIds(logits, _rows.AsSpan(0, _count), _scales.AsSpan(0, _count), _uniforms.AsSpan(0, _count), lse, drawn);
            _backend.Download(drawn, _drawn.AsSpan(0, 2 * _count));
        }
        if (_truncates)
        {
            Grow(ref _logits, rows * _vocabularySize);
            _backend.Download(logits, _logits.AsSpan(0, rows * _vocabularySize));
        }
        _backend.Download(lse, _logSumExp.AsSpan(0, rows));
        _backend.Download(entropy, _entropy.AsSpan(0, rows));
    }

    /// <summary>The next announced draw: the next token of a sequence, from a row.</summary>
    public (int Token, float LogProb, float Entropy) Draw(int row, Sequence sequence)
    {
        SamplingOptions options = sequence.Request.Sampling;
        float inverse = InverseTemperature(options);
        if (!IsTruncated(options))
        {
            System.Diagnostics.Debug.Assert(_next < _count && _rows[_next] == row, "Draws are made in the order in which they were announced.");
            (int id, float logit) = ((int)_drawn[2 * _next], _drawn[(2 * _next) + 1]);
            _next++;
            return (id, (logit * inverse) - _logSumExp[row], _entropy[row]);
        }
        ReadOnlySpan<float> logits = Truncate(_logits.AsSpan(row * _vocabularySize, _vocabularySize), options, sequence);
        return DrawOf(logits, inverse, Uniform(sequence));
    }

    private static bool IsTruncated(SamplingOptions options) => options.Truncates && options.Temperature != 0f;

    private static double Uniform(Sequence sequence)
    {
        GenerationRequest request = sequence.Request;
        int position = request.PromptIds.Count + sequence.TokenIds.Length;
        return new Philox(request.Sampling.Seed, RandomPurpose.Sampling).Block(request.PromptId, (uint)sequence.SampleIndex, (uint)position).Double(0);
    }

    private Span<float> Truncate(ReadOnlySpan<float> logits, SamplingOptions options, Sequence sequence)
    {
        _filter.Keep(logits, options, _kept);
        Grow(ref _masked, _vocabularySize);
        Span<float> masked = _masked.AsSpan(0, _vocabularySize);
        masked.Fill(float.NegativeInfinity);
        foreach (int id in _kept)
            masked[id] = logits[id];
        (sequence.Kept ??= []).Add([.. _kept]);
        return masked;
    }

    // A row of its own in the backend: the normaliser and the draw are of the ids that are kept.
    private (int Token, float LogProb, float Entropy) DrawOf(ReadOnlySpan<float> logits, float inverse, double uniform)
    {
        TensorStorage storage = _single.Storage;
        var row = new Tensor(storage, 0, new Shape(1, _vocabularySize));
        Tensor lse = new(storage, _vocabularySize, new Shape(1)), entropy = new(storage, _vocabularySize + 1, new Shape(1));
        var drawn = new Tensor(storage, _vocabularySize + 2, new Shape(1, 2));
        _backend.Upload(logits, row);
        _backend.LogSumExp(row, new ReadOnlySpan<float>(in inverse), lse, entropy);
        _backend.DrawIds(row, [0], new ReadOnlySpan<float>(in inverse), new ReadOnlySpan<double>(in uniform), lse, drawn);
        Span<float> results = stackalloc float[4]; // normaliser, entropy, id, logit
        _backend.Download(new Tensor(storage, _vocabularySize, new Shape(4)), results);
        return ((int)results[2], (results[3] * inverse) - results[0], results[1]);
    }

    private static void Grow(ref float[] array, int length)
    {
        if (array.Length < length)
            array = new float[Math.Max(length, array.Length * 2)];
    }

    public void Dispose() => _single.Storage.Dispose();
}
