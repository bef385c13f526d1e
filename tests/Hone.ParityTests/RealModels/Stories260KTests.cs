using System.Buffers.Binary;
using System.Text.Json;
using Hone.Inference;
using Hone.Models;
using Hone.Tensors;
using Xunit;

namespace Hone.ParityTests.RealModels;

/// <summary>A small published Llama gives the tokens and logits of llama2.c, and in bfloat16 those of a forward pass in float64.</summary>
public sealed class Stories260KTests
{
    private const double Tolerance = 1e-4;

    [Fact]
    public void GreedyTokens()
    {
        using var backend = new CpuBackend(2);
        using Transformer model = ModelLoader.Load(Folder(), backend);
        int compared = 0;
        foreach (string line in File.ReadLines(SharedData.Find("stories260k", "greedy_shared.jsonl")))
        {
            using JsonDocument recorded = JsonDocument.Parse(line);
            int[] prompt = Integers(recorded.RootElement, "prompt_ids"), expected = Integers(recorded.RootElement, "generated_ids");
            using var engine = new InferenceEngine(model);
            Sequence sequence = engine.Submit(new GenerationRequest { PromptIds = prompt, MaximumNewTokens = expected.Length, Sampling = SamplingOptions.Greedy })[0];
            engine.RunToEnd();
            Assert.Equal(expected, sequence.TokenIds.ToArray());
            compared = Math.Max(compared, expected.Length);
        }
        Assert.True(compared >= 150, $"The longest recorded continuation has {compared} tokens.");
    }

    [Fact]
    public void LogitsInFloat32()
    {
        using var backend = new CpuBackend(2);
        using Transformer model = ModelLoader.Load(Folder(), backend);
        var oracle = new LlamaOracle(model.Config, backend, model.Parameters);
        foreach ((int[] ids, float[] expected) in RecordedLogits())
        {
            float[] logits = Logits(model, ids);
            Assert.Equal(expected.Length, logits.Length);
            AssertClose(expected.Select(value => (double)value), logits, "llama2.c");
            AssertClose(oracle.Logits(ids), logits, "float64");
        }
    }

    [Theory]
    [InlineData(WeightDType.Float32)]
    [InlineData(WeightDType.BFloat16)]
    public void LogitsOfTheBFloat16File(WeightDType kept)
    {
        string source = Folder(), copy = Directory.CreateTempSubdirectory("hone-stories-").FullName;
        try
        {
            File.Copy(Path.Combine(source, "config.json"), Path.Combine(copy, "config.json"));
            File.Copy(Path.Combine(source, "model.bf16.safetensors"), Path.Combine(copy, "model.safetensors"));
            using var backend = new CpuBackend(2);
            using Transformer wide = ModelLoader.Load(copy, backend);
            using Transformer model = ModelLoader.Load(copy, backend, kept);
            var oracle = new LlamaOracle(wide.Config, backend, wide.Parameters);
            foreach ((int[] ids, _) in RecordedLogits())
                AssertClose(oracle.Logits(ids), Logits(model, ids), $"float64, matrices kept in {kept}");
        }
        finally
        {
            Directory.Delete(copy, recursive: true);
        }
    }

    private static string Folder() => SharedData.Find("stories260k", "hf_layout");

    private static IEnumerable<(int[] Ids, float[] Logits)> RecordedLogits()
    {
        using JsonDocument index = JsonDocument.Parse(File.ReadAllText(SharedData.Find("stories260k", "logits_shared.json")));
        Assert.True(index.RootElement.GetArrayLength() > 0);
        foreach (JsonElement entry in index.RootElement.EnumerateArray())
        {
            byte[] bytes = File.ReadAllBytes(SharedData.Find("stories260k", entry.GetProperty("file").GetString()!));
            var values = new float[bytes.Length / sizeof(float)];
            for (int i = 0; i < values.Length; i++)
                values[i] = BinaryPrimitives.ReadSingleLittleEndian(bytes.AsSpan(i * sizeof(float)));
            yield return (Integers(entry, "ids"), values);
        }
    }

    private static float[] Logits(Transformer model, int[] ids)
    {
        using var context = new ComputeContext(model.Backend);
        var batch = new TokenBatch();
        batch.Add(ids);
        Tensor logits = model.Logits(context, model.Forward(context, batch));
        var values = new float[logits.ElementCount];
        model.Backend.Download(logits, values);
        return values;
    }

    private static void AssertClose(IEnumerable<double> expected, float[] logits, string what)
    {
        double worst = expected.Zip(logits, (theirs, ours) => Math.Abs(theirs - ours)).Max();
        Assert.True(worst <= Tolerance, $"The logits differ from those of {what} by {worst}.");
    }

    private static int[] Integers(JsonElement element, string name) => [.. element.GetProperty(name).EnumerateArray().Select(id => id.GetInt32())];
}
