using System.Security.Cryptography;
using System.Text.Json;
using Hone.Evaluation.Likelihood;
using Hone.Models;
using Hone.ParityTests.RealModels;
using Hone.Tensors;
using Xunit;

namespace Hone.ParityTests.Quantization;

/// <summary>
/// llama.cpp's own quantization of a real model, beside ours of the same numbers: types, bytes where they are recorded, and how
/// likely the quantized model finds two passages.
/// </summary>
public sealed class SmolLm2QuantizedTests
{
    private const string Model = "SmolLM2-135M-Instruct.Q4_1.gguf";

    public static TheoryData<string> Types =>
        ["F32", "F16", "BF16", "Q8_0", "Q4_0", "Q4_1", "Q5_0", "Q5_1", "Q2_K", "Q3_K_S", "Q3_K_M", "Q3_K_L", "Q4_K_S", "Q4_K_M", "Q5_K_S", "Q5_K_M", "Q6_K", "IQ4_NL"];

    [Theory, MemberData(nameof(Types))]
    public void FilesAreAsLlamaCppsAndLoseNoMore(string type)
    {
        if (type is not ("Q8_0" or "Q4_K_M") && Environment.GetEnvironmentVariable("HONE_ALL_FORMATS") != "1")
            Assert.Skip("Every other file type takes some seconds more: set HONE_ALL_FORMATS=1.");
        string source = SharedData.Find("smollm2", Model);
        JsonElement recorded = Recorded().EnumerateArray().Single(entry => entry.GetProperty("name").GetString() == type);
        string folder = Directory.CreateTempSubdirectory("hone-quantized-").FullName;
        try
        {
            string floats = Path.Combine(folder, "f32.gguf"), file = Path.Combine(folder, "quantized.gguf");
            using var workers = new WorkerPool(2);
            Write(source, "f32", floats, workers);
            Write(floats, type, file, workers);
            CheckTensors(file, recorded);
            if (type is "F32")
                return;
            CheckLikelihood(file, recorded);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static void Write(string source, string type, string target, WorkerPool workers)
    {
        using GgufCheckpoint checkpoint = GgufCheckpoint.Open(source);
        GgufQuantizer.Quantize(checkpoint, QuantMixture.Find(type)!, workers).Save(target);
    }

    private static void CheckTensors(string path, JsonElement recorded)
    {
        using GgufFile file = GgufFile.Open(path);
        Assert.Equal(
            recorded.GetProperty("types").EnumerateObject().Select(pair => (pair.Name, pair.Value.GetInt32())).Order(),
            file.Tensors.GroupBy(tensor => tensor.Type.ToString()).Select(group => (group.Key, group.Count())).Order());
        if (recorded.TryGetProperty("tensor_types", out JsonElement types))
        {
            foreach (JsonProperty pair in types.EnumerateObject())
                Assert.Equal(pair.Value.GetString(), file.Get(pair.Name).Type.ToString());
        }
        if (!recorded.TryGetProperty("tensor_sha256", out JsonElement digests))
            return;
        foreach (JsonProperty pair in digests.EnumerateObject())
        {
            GgufTensor tensor = file.Get(pair.Name);
            var bytes = new byte[tensor.SizeBytes];
            file.ReadBytes(tensor, 0, bytes);
            string digest = Convert.ToHexStringLower(SHA256.HashData(bytes))[..pair.Value.GetString()!.Length];
            Assert.True(pair.Value.GetString() == digest, $"{pair.Name} has other bytes.");
        }
    }

    private static void CheckLikelihood(string path, JsonElement recorded)
    {
        using JsonDocument expected = JsonDocument.Parse(File.ReadAllText(SharedData.Find("smollm2", "expected.json")));
        using var backend = new CpuBackend(2);
        using Transformer model = ModelLoader.Load(path, backend);
        double[] theirs = recorded.GetProperty("nll").Numbers();
        int passage = 0;
        foreach (JsonElement text in expected.RootElement.GetProperty("text").EnumerateArray())
        {
            int[] ids = [.. text.GetProperty("ids").EnumerateArray().Select(id => id.GetInt32())];
            double ours = TextLikelihood.Measure(model, ids).MeanNegativeLogLikelihood;
            TestContext.Current.TestOutputHelper?.WriteLine(FormattableString.Invariant($"passage {passage}: {ours:F4} nats a token, llama.cpp {theirs[passage]:F4}, difference {ours - theirs[passage]:F4}"));
            Assert.True(ours <= theirs[passage] + 0.01, $"passage {passage}: {ours} nats a token, llama.cpp {theirs[passage]}");
            passage++;
        }
        Assert.Equal(theirs.Length, passage);
    }

    private static JsonElement Recorded()
    {
        using JsonDocument document = JsonDocument.Parse(File.ReadAllText(SharedData.Find("smollm2", "quantized.json")));
        return document.RootElement.GetProperty("types").Clone();
    }
}
