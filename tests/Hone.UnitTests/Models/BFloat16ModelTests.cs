using Hone.Inference;
using Hone.Models;
using Hone.Tensors;
using Hone.UnitTests.Inference;
using Xunit;

namespace Hone.UnitTests.Models;

/// <summary>A model whose matrices stay in the file's BFloat16 is, bit by bit, the one that is widened to float32.</summary>
public sealed class BFloat16ModelTests : IDisposable
{
    private readonly TemporaryDirectory _directory = new();
    private readonly CpuBackend _backend = new(2);

    public void Dispose()
    {
        Assert.Equal(0, _backend.Ledger.LiveBlocks);
        _directory.Dispose();
        _backend.Dispose();
    }

    private string Checkpoint(string name, DType storeAs)
    {
        string path = _directory[$"{name}-{storeAs}"];
        using Transformer model = TinyModels.Create(name, _backend);
        ModelSaver.Save(path, HuggingFaceConfig.For(model.Config), _backend, model.Parameters, new ModelSaveOptions { StoreAs = storeAs });
        return path;
    }

    private static List<Drawn> Generate(Transformer model)
    {
        using var engine = new InferenceEngine(model, new EngineOptions { PrefillTokens = 150 });
        List<Sequence> sequences = [.. EngineRuns.Requests(model.Config.VocabularySize).SelectMany(engine.Submit)];
        engine.RunToEnd();
        return [.. sequences.Select(Drawn.Of)];
    }

    [Theory]
    [InlineData("plain")]
    [InlineData("grouped")]
    public void GenerationHasTheBitsOfTheWidenedModel(string name)
    {
        string path = Checkpoint(name, DType.BFloat16);
        using Transformer wide = ModelLoader.Load(path, _backend), half = ModelLoader.Load(path, _backend, WeightDType.Auto);
        Assert.All(wide.Parameters, p => Assert.Equal(DType.Float32, p.Value.Type));
        Assert.All(half.Parameters, p => Assert.Equal(p.Value.Shape.Rank == 2 ? DType.BFloat16 : DType.Float32, p.Value.Type));
        Assert.All(half.Parameters, p => Assert.Equal(p.Value.Shape.Rank != 2, p.IsTrainable));
        List<Drawn> expected = Generate(wide), actual = Generate(half);
        for (int i = 0; i < expected.Count; i++)
            Drawn.Same(expected[i], actual[i], $"{name}, sequence {i}");
        Assert.All(expected.Zip(actual), pair => Assert.NotEmpty(pair.First.Tokens));
    }

    [Theory]
    [InlineData("plain")]
    [InlineData("grouped")]
    public void GradientsOfTheGainsHaveTheBitsOfTheWidenedModel(string name)
    {
        string path = Checkpoint(name, DType.BFloat16);
        using Transformer wide = ModelLoader.Load(path, _backend), half = ModelLoader.Load(path, _backend, WeightDType.BFloat16);
        int[] ids = TinyModels.Ids(45, wide.Config.VocabularySize, 3), targets = TinyModels.Ids(45, wide.Config.VocabularySize, 4);
        foreach (Parameter parameter in wide.Parameters.Where(p => p.Value.Shape.Rank == 2))
            parameter.IsTrainable = false;
        List<float[]> Gains(Transformer model)
        {
            using var context = new ComputeContext(_backend);
            using var tape = new Tape(_backend);
            using var gradients = new Gradients(_backend);
            context.Tape = tape;
            var batch = new TokenBatch();
            batch.Add(ids);
            TokenLogProbs result = model.TokenLogProb(context, model.Forward(context, batch), targets);
            Tensor seed = _backend.CreateTensor(result.LogProb.Shape);
            _backend.Fill(seed, -0.1f);
            tape.Seed(result.LogProb, seed);
            tape.Backward(gradients, context);
            seed.Storage.Dispose();
            return [.. model.Parameters.Where(p => p.IsTrainable).Select(p => TinyModels.Read(_backend, gradients.Total(p)))];
        }
        List<float[]> expected = Gains(wide), actual = Gains(half);
        Assert.Equal(expected.Count, actual.Count);
        Assert.NotEmpty(expected);
        for (int i = 0; i < expected.Count; i++)
            TinyModels.SameBits(expected[i], actual[i], $"{name}, gain {i}");
    }

    [Theory]
    [InlineData(WeightDType.Auto)]
    [InlineData(WeightDType.BFloat16)]
    public void SavingGivesTheFilesThatWereRead(WeightDType matrices)
    {
        string path = Checkpoint("grouped", DType.BFloat16), copy = _directory["copy"];
        using (Transformer model = ModelLoader.Load(path, _backend, matrices))
            ModelSaver.Save(copy, HuggingFaceConfig.For(model.Config), _backend, model.Parameters);
        foreach (string file in new[] { "model.safetensors", "config.json" })
            Assert.True(File.ReadAllBytes(Path.Combine(path, file)).AsSpan().SequenceEqual(File.ReadAllBytes(Path.Combine(copy, file))), file);
    }

    [Fact]
    public void AFloat32FileStaysFloat32OrIsRefused()
    {
        string path = Checkpoint("plain", DType.Float32);
        using (Transformer model = ModelLoader.Load(path, _backend, WeightDType.Auto))
            Assert.All(model.Parameters, p => Assert.Equal(DType.Float32, p.Value.Type));
        CheckpointFormatException error = Assert.Throws<CheckpointFormatException>(() => ModelLoader.Load(path, _backend, WeightDType.BFloat16));
        Assert.Contains("BFloat16", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void ChangedGainsAreNotRounded()
    {
        string path = Checkpoint("plain", DType.BFloat16), copy = _directory["copy"];
        float[] gain = new float[TinyModels.Config("plain").Width];
        Array.Fill(gain, 1.0001f);
        using (Transformer model = ModelLoader.Load(path, _backend, WeightDType.Auto))
        {
            Parameter norm = model.Parameters.Single(p => p.Name == "model.norm.weight");
            _backend.Upload(gain, norm.Value);
            norm.MarkChanged();
            ModelSaver.Save(copy, HuggingFaceConfig.For(model.Config), _backend, model.Parameters);
        }
        using SafetensorsCheckpoint saved = SafetensorsCheckpoint.Open(copy);
        Assert.Equal(gain, saved.Files[0].ReadFloats("model.norm.weight"));
        Assert.Equal(SafetensorsType.BF16, saved.Files[0].Get("model.embed_tokens.weight").Type);
    }
}
