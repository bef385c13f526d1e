using Hone.Inference;
using Microsoft.Extensions.AI;

namespace Hone.Chat;

/// <summary>
/// A <see cref="SentenceEmbedder"/> behind the interface that .NET programs expect of an embedding service. May be called
/// by several threads at once; calls wait for each other.
/// </summary>
public sealed class SentenceEmbeddingGenerator : IEmbeddingGenerator<string, Embedding<float>>
{
    private readonly SentenceEmbedder _embedder;
    private readonly SemaphoreSlim _turn = new(1, 1);
    private readonly EmbeddingGeneratorMetadata _metadata;

    /// <summary>A generator over an embedder.</summary>
    /// <param name="embedder">Not owned; not used elsewhere meanwhile.</param>
    /// <param name="modelId">Name that results carry; null means none.</param>
    public SentenceEmbeddingGenerator(SentenceEmbedder embedder, string? modelId = null)
    {
        ArgumentNullException.ThrowIfNull(embedder);
        _embedder = embedder;
        _metadata = new EmbeddingGeneratorMetadata("hone", null, modelId, embedder.Dimension);
    }

    /// <summary>The vectors of texts, in their order, with the number of tokens that were read.</summary>
    /// <param name="values">The texts.</param>
    /// <param name="options">A dimension other than the model's, or another model's name, is refused; null asks for nothing.</param>
    /// <param name="cancellationToken">Honoured between batches.</param>
    /// <exception cref="ArgumentException">The options ask for what this model does not give, or a text has no tokens.</exception>
    /// <exception cref="OperationCanceledException">The caller's wish.</exception>
    public async Task<GeneratedEmbeddings<Embedding<float>>> GenerateAsync(
        IEnumerable<string> values, EmbeddingGenerationOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(values);
        if (options?.Dimensions is { } dimension && dimension != _embedder.Dimension)
            throw new ArgumentException($"The model's vectors have {_embedder.Dimension} elements, not {dimension}.", nameof(options));
        if (options?.ModelId is { } wanted && _metadata.DefaultModelId is { } own && wanted != own)
            throw new ArgumentException($"This generator holds '{own}', not '{wanted}'.", nameof(options));
        string[] texts = [.. values];
        await _turn.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            return await Task.Run(() => Generate(texts, cancellationToken), cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <inheritdoc/>
    public object? GetService(Type serviceType, object? serviceKey = null)
    {
        ArgumentNullException.ThrowIfNull(serviceType);
        if (serviceKey is not null)
            return null;
        if (serviceType == typeof(EmbeddingGeneratorMetadata))
            return _metadata;
        if (serviceType.IsInstanceOfType(_embedder))
            return _embedder;
        return serviceType.IsInstanceOfType(this) ? this : null;
    }

    /// <summary>Ends the generator; the embedder stays.</summary>
    public void Dispose() => _turn.Dispose();

    private GeneratedEmbeddings<Embedding<float>> Generate(string[] texts, CancellationToken cancellation)
    {
        int[][] ids = [.. texts.Select(_embedder.Encode)];
        float[][] vectors = _embedder.EmbedIds(ids, cancellation);
        long tokens = ids.Sum(sequence => (long)sequence.Length);
        return new GeneratedEmbeddings<Embedding<float>>(vectors.Select(vector => new Embedding<float>(vector) { ModelId = _metadata.DefaultModelId }))
        {
            Usage = new UsageDetails { InputTokenCount = tokens, TotalTokenCount = tokens },
        };
    }
}
