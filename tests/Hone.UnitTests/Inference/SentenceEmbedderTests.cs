using Hone.Chat;
using Hone.Inference;
using Hone.Models;
using Hone.Tensors;
using Hone.Tokenizers;
using Hone.UnitTests.Models;
using Microsoft.Extensions.AI;
using Xunit;

namespace Hone.UnitTests.Inference;

/// <summary>Pooling by its definition, batches that change no bit, and refusals.</summary>
public sealed class SentenceEmbedderTests
{
    private static readonly int[] Lengths = [3, 1, 17, 5, 5, 9];

    [Theory]
    [InlineData(PoolingMode.Mean, false)]
    [InlineData(PoolingMode.Mean, true)]
    [InlineData(PoolingMode.Cls, false)]
    [InlineData(PoolingMode.LastToken, true)]
    public void PoolingIsItsDefinition(PoolingMode mode, bool normalize)
    {
        using var backend = new ReferenceBackend();
        using Transformer model = TinyModels.Create("plain", backend);
        using var embedder = new SentenceEmbedder(model, Bytes(), new EmbeddingConfig(mode, normalize, 32));
        int[][] ids = Ids(model);
        float[][] vectors = embedder.EmbedIds(ids);
        for (int i = 0; i < ids.Length; i++)
        {
            float[] hidden = TinyModels.Hidden(model, ids[i]);
            int width = embedder.Dimension;
            double[] expected = [.. Enumerable.Range(0, width).Select(d => mode switch
            {
                PoolingMode.Cls => hidden[d],
                PoolingMode.LastToken => hidden[^(width - d)],
                _ => Enumerable.Range(0, ids[i].Length).Average(t => (double)hidden[(t * width) + d]),
            })];
            double length = normalize ? Math.Sqrt(expected.Sum(value => value * value)) : 1;
            Assert.Equal(width, vectors[i].Length);
            for (int d = 0; d < width; d++)
                Assert.Equal(expected[d] / length, vectors[i][d], 1e-6);
        }
    }

    [Fact]
    public void BatchesChangeNoBit()
    {
        using var backend = new CpuBackend(2);
        using Transformer model = TinyModels.Create("grouped", backend);
        var config = new EmbeddingConfig(PoolingMode.Mean, true, 32);
        using var together = new SentenceEmbedder(model, Bytes(), config);
        using var small = new SentenceEmbedder(model, Bytes(), config, tokensPerBatch: 8);
        int[][] ids = Ids(model);
        float[][] expected = together.EmbedIds(ids), packed = small.EmbedIds(ids);
        for (int i = 0; i < ids.Length; i++)
        {
            TinyModels.SameBits(expected[i], packed[i], $"text {i} in small batches");
            TinyModels.SameBits(expected[i], together.EmbedIds([ids[i]])[0], $"text {i} alone");
        }
    }

    [Fact]
    public void WhatCannotBeEmbeddedIsRefused()
    {
        using var backend = new ReferenceBackend();
        using Transformer model = TinyModels.Create("plain", backend);
        Assert.Throws<ArgumentException>(() => new SentenceEmbedder(model, Bytes(), new EmbeddingConfig(PoolingMode.Mean, true, model.Config.ContextLength + 1)));
        using var embedder = new SentenceEmbedder(model, Bytes(), new EmbeddingConfig(PoolingMode.Mean, true, 4));
        Assert.Throws<ArgumentException>(() => embedder.EmbedIds([[1, 2], []]));
        Assert.Throws<ArgumentException>(() => embedder.EmbedIds([[1, 2, 3, 4, 5]]));
        Assert.Throws<OperationCanceledException>(() => embedder.EmbedIds([[1]], new CancellationToken(canceled: true)));
        Assert.Empty(embedder.EmbedIds([]));
        Assert.Equal(4, embedder.Encode("longer than that").Length);
    }

    [Fact]
    public async Task TheGeneratorGivesTheSameVectors()
    {
        using var backend = new ReferenceBackend();
        using Transformer model = TinyModels.Create("grouped", backend);
        using var embedder = new SentenceEmbedder(model, Bytes(), new EmbeddingConfig(PoolingMode.Mean, true, 16, "q "));
        using var generator = new SentenceEmbeddingGenerator(embedder, "tiny");
        GeneratedEmbeddings<Embedding<float>> generated = await generator.GenerateAsync(["ab", "c"]);
        float[][] expected = embedder.Embed(["ab", "c"]);
        Assert.Equal(2, generated.Count);
        for (int i = 0; i < expected.Length; i++)
            TinyModels.SameBits(expected[i], generated[i].Vector.Span, $"text {i}");
        Assert.Equal(7, generated.Usage!.InputTokenCount);
        Assert.Equal("tiny", generated[0].ModelId);
        Assert.Equal(embedder.Dimension, Assert.IsType<EmbeddingGeneratorMetadata>(generator.GetService(typeof(EmbeddingGeneratorMetadata))).DefaultModelDimensions);
        Assert.Same(embedder, generator.GetService(typeof(SentenceEmbedder)));
        await Assert.ThrowsAsync<ArgumentException>(() => generator.GenerateAsync(["a"], new EmbeddingGenerationOptions { Dimensions = 3 }));
        await Assert.ThrowsAsync<ArgumentException>(() => generator.GenerateAsync(["a"], new EmbeddingGenerationOptions { ModelId = "other" }));
    }

    private static int[][] Ids(Transformer model) => [.. Lengths.Select((length, i) => TinyModels.Ids(length, model.Config.VocabularySize, i))];

    // A token a byte: ids are below 256 whatever the text.
    private static ByteLevelBpe Bytes() => BpeTrainer.Train([""], new BpeTrainerOptions { VocabularySize = 256 });
}
