using System.Text.Json;
using Hone.Inference;
using Hone.Models;
using Hone.Tensors;
using Hone.Tokenizers;
using Xunit;

namespace Hone.ParityTests.RealModels;

/// <summary>A published embedding model gives the ids, the vectors and the cosines that transformers gave in float64.</summary>
public sealed class MiniLmTests
{
    private const double Tolerance = 1e-4;

    [Fact]
    public void IdsVectorsAndCosines()
    {
        string folder = SharedData.Find("minilm");
        using JsonDocument expected = JsonDocument.Parse(File.ReadAllText(SharedData.Find("minilm", "expected.json")));
        string[] texts = [.. expected.RootElement.GetProperty("texts").EnumerateArray().Select(text => text.GetString()!)];
        using SafetensorsFile recorded = SafetensorsFile.Open(SharedData.Find("minilm", "embeddings.safetensors"));
        float[] unit = recorded.ReadFloats(Assert.Single(recorded.Entries).Name);

        ModelDirectory directory = ModelDirectory.Open(folder);
        EmbeddingConfig config = EmbeddingConfig.Read(directory);
        Assert.Equal(new EmbeddingConfig(PoolingMode.Mean, true, 256), config);
        using var backend = new CpuBackend(2);
        using Transformer model = ModelLoader.Load(directory, backend);
        using var embedder = new SentenceEmbedder(model, TokenizerDirectory.Load(folder).Tokenizer, config);
        int[][] ids = [.. expected.RootElement.GetProperty("input_ids").EnumerateArray().Select(row => row.EnumerateArray().Select(id => id.GetInt32()).ToArray())];
        Assert.Equal(texts.Length, ids.Length);
        for (int i = 0; i < texts.Length; i++)
            Assert.Equal(ids[i], embedder.Encode(texts[i]));

        float[][] vectors = embedder.Embed(texts);
        for (int i = 0; i < texts.Length; i++)
        {
            for (int d = 0; d < embedder.Dimension; d++)
                Assert.True(Math.Abs(vectors[i][d] - unit[(i * embedder.Dimension) + d]) <= Tolerance, $"text {i}, element {d}: {vectors[i][d]} instead of {unit[(i * embedder.Dimension) + d]}");
        }
        double[][] cosines = expected.RootElement.GetProperty("cosine").Matrix();
        double worst = 0;
        for (int i = 0; i < texts.Length; i++)
        {
            for (int j = 0; j < texts.Length; j++)
                worst = Math.Max(worst, Math.Abs(vectors[i].Zip(vectors[j], (a, b) => (double)a * b).Sum() - cosines[i][j]));
        }
        Assert.True(worst <= Tolerance, $"The cosines differ by {worst}.");
    }
}
