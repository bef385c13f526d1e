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

    public RowSampler(Backend backend, int vocabularySize)
    {
        _backend = backend;
        _vocabularySize = vocabularySize;
        _single = backend.CreateTensor(new Shape(1, vocabularySize + 2));
    }

    /// <summary>The factor on logits that a request asks for; 1 when it takes the most likely token.</summary>
    public static float InverseTemperature(SamplingOptions options) => options.Temperature == 0f ? 1f : 1f / options.Temperature;

    /// <summary>Brings the logits of a step to the host, with the normaliser of each row.</summary>
    /// <param name="logits">[R, V].</param>
    /// <param name="inverseTemperatures">[R].</param>
    /// <param name="context">Whose scratch memory is used.</param>
    public void Begin(Tensor logits, ReadOnlySpan<float> inverseTemperatures, ComputeContext context)
    {
        int rows = logits[0];
        Grow(ref _logits, rows * _vocabularySize);
        Grow(ref _logSumExp, rows);
        Grow(ref _entropy, rows);
        Tensor lse = context.Scratch.Take(new Shape(rows)), entropy = context.Scratch.Take(new Shape(rows));
        _backend.LogSumExp(logits, inverseTemperatures, lse, entropy);
        _backend.Download(logits, _logits.AsSpan(0, rows * _vocabularySize));
        _backend.Download(lse, _logSumExp.AsSpan(0, rows));
        _backend.Download(entropy, _entropy.AsSpan(0, rows));
    }

    /// <summary>Draws the next token of a sequence from a row.</summary>
    public (int Token, float LogProb, float Entropy) Draw(int row, Sequence sequence)
    {
        SamplingOptions options = sequence.Request.Sampling;
        ReadOnlySpan<float> logits = _logits.AsSpan(row * _vocabularySize, _vocabularySize);
        bool greedy = options.Temperature == 0f;
        float inverse = InverseTemperature(options);
        (float lse, float entropy) = (_logSumExp[row], _entropy[row]);
        if (options.Truncates && !greedy)
        {
            logits = Truncate(logits, options, sequence);
            (lse, entropy) = LogSumExpOf(logits, inverse);
        }
        int token;
        if (greedy)
        {
            token = Sampler.ArgMax(logits);
        }
        else
        {
            int position = sequence.Request.PromptIds.Count + sequence.TokenIds.Length;
            double uniform = new Philox(options.Seed, RandomPurpose.Sampling)
                .Block(sequence.Request.PromptId, (uint)sequence.SampleIndex, (uint)position).Double(0);
            token = Sampler.Draw(logits, inverse, lse, uniform);
        }
        return (token, (logits[token] * inverse) - lse, entropy);
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

    private (float LogSumExp, float Entropy) LogSumExpOf(ReadOnlySpan<float> logits, float inverse)
    {
        TensorStorage storage = _single.Storage;
        var row = new Tensor(storage, 0, new Shape(1, _vocabularySize));
        Tensor lse = new(storage, _vocabularySize, new Shape(1)), entropy = new(storage, _vocabularySize + 1, new Shape(1));
        _backend.Upload(logits, row);
        _backend.LogSumExp(row, new ReadOnlySpan<float>(in inverse), lse, entropy);
        float one = 0, two = 0;
        _backend.Download(lse, new Span<float>(ref one));
        _backend.Download(entropy, new Span<float>(ref two));
        return (one, two);
    }

    private static void Grow(ref float[] array, int length)
    {
        if (array.Length < length)
            array = new float[Math.Max(length, array.Length * 2)];
    }

    public void Dispose() => _single.Storage.Dispose();
}
