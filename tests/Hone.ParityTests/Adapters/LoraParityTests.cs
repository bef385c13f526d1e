using System.Text.Json;
using Hone.Models;
using Hone.ParityTests.Models;
using Hone.Tensors;
using Xunit;

namespace Hone.ParityTests.Adapters;

/// <summary>Adapters recorded by PEFT: logits, loss, gradient norms, and that saving gives the same tensors.</summary>
public sealed class LoraParityTests : IDisposable
{
    private readonly CpuBackend _backend = new();
    private readonly string _temporary = Directory.CreateTempSubdirectory("hone-lora-").FullName;

    public static TheoryData<string> Names => [.. ReferenceFolder.Folders("lora")];

    public void Dispose()
    {
        _backend.Dispose();
        Directory.Delete(_temporary, recursive: true);
    }

    [Fact]
    public void TheReferenceFolderHasAdapters() => Assert.NotEmpty(ReferenceFolder.Folders("lora"));

    [Theory, MemberData(nameof(Names))]
    public void LogitsOfTheAdapterAndOfTheBase(string name)
    {
        (Transformer model, int slot, _) = Open(name);
        using (model)
        using (SafetensorsFile expected = SafetensorsFile.Open(ReferenceFolder.Find("lora", "expected.safetensors")))
        {
            int[][] ids = ReferenceModel.Integers(expected, "input_ids");
            AssertClose(expected.ReadFloats($"{name}.logits"), Logits(model, ids, slot), 1e-4, name);
            AssertClose(expected.ReadFloats("base.logits"), Logits(model, ids, 0), 1e-4, "base");
        }
    }

    [Theory, MemberData(nameof(Names))]
    public void LossAndGradientNorms(string name)
    {
        (Transformer model, int slot, LoraAdapter adapter) = Open(name);
        using (model)
        using (var context = new ComputeContext(_backend))
        using (var tape = new Tape(_backend))
        using (var gradients = new Gradients(_backend))
        using (SafetensorsFile expected = SafetensorsFile.Open(ReferenceFolder.Find("lora", "expected.safetensors")))
        {
            foreach (Parameter parameter in model.Parameters)
                parameter.IsTrainable = false;
            JsonElement recorded = ReferenceFolder.Json("lora", "expected.json").GetProperty("cases").GetProperty(name);
            double loss = NextTokenLoss.Backward(model, context, tape, gradients, ReferenceModel.Integers(expected, "input_ids"), mask: null, slot);
            Assert.Equal(recorded.GetProperty("loss").GetDouble(), loss, 1e-5);
            Assert.Equal(recorded.GetProperty("trainable").GetInt64(), adapter.ElementCount);
            Dictionary<string, FileTensor> ours = adapter
                .FileTensors(parameter => ReferenceModel.Download(_backend, gradients.Total(parameter)), withBase: false)
                .ToDictionary(tensor => Plain(tensor.Name));
            JsonElement norms = recorded.GetProperty("gradient_norms");
            Assert.Equal(norms.EnumerateObject().Select(n => Plain(n.Name)).Order(), ours.Keys.Order());
            foreach (JsonProperty norm in norms.EnumerateObject())
            {
                double value = Math.Sqrt(ours[Plain(norm.Name)].Read().Sum(v => (double)v * v));
                Assert.True(Math.Abs(norm.Value.GetDouble() - value) <= 1e-4 * norm.Value.GetDouble(), $"{norm.Name}: {value}, recorded {norm.Value.GetDouble()}");
            }
            Assert.All(model.Parameters, parameter => Assert.True(gradients.Total(parameter).IsEmpty, $"{parameter} got a gradient."));
        }
    }

    [Theory, MemberData(nameof(Names))]
    public void SavedAgainItHasTheSameTensorsAndSettings(string name)
    {
        (Transformer model, _, LoraAdapter adapter) = Open(name);
        using (model)
        {
            string folder = Path.Combine(_temporary, name), original = ReferenceFolder.Find("lora", name);
            PeftDirectory.Save(folder, adapter, _backend);
            Assert.True(File.ReadAllBytes(Path.Combine(original, PeftDirectory.WeightsFileName))
                .AsSpan().SequenceEqual(File.ReadAllBytes(Path.Combine(folder, PeftDirectory.WeightsFileName))), "The files differ.");
            using JsonDocument before = Config(original), after = Config(folder);
            foreach (JsonProperty setting in before.RootElement.EnumerateObject())
                Assert.True(JsonElement.DeepEquals(setting.Value, after.RootElement.GetProperty(setting.Name)), setting.Name);
        }
    }

    private static void AssertClose(float[] expected, float[] actual, double tolerance, string what)
    {
        Assert.Equal(expected.Length, actual.Length);
        int worst = Enumerable.Range(0, expected.Length).MaxBy(i => Math.Abs(expected[i] - actual[i]));
        Assert.True(Math.Abs(expected[worst] - actual[worst]) <= tolerance, $"{what}: logit {worst} is {actual[worst]}, recorded {expected[worst]}");
    }

    private static JsonDocument Config(string folder) => JsonDocument.Parse(File.ReadAllText(Path.Combine(folder, PeftDirectory.ConfigFileName)));

    // The library's names of trained parameters hold the wrapper of a copied module and of a magnitude; its files do not.
    private static string Plain(string name) => name.Replace("base_model.model.", "", StringComparison.Ordinal)
        .Replace(".modules_to_save", "", StringComparison.Ordinal).Replace("lora_magnitude_vector.weight", "lora_magnitude_vector", StringComparison.Ordinal);

    private (Transformer Model, int Slot, LoraAdapter Adapter) Open(string name)
    {
        ModelDirectory directory = ModelDirectory.Open(ReferenceFolder.Find("models", "llama"));
        Transformer model = ModelLoader.Load(directory, _backend);
        LoraAdapter adapter = PeftDirectory.Load(ReferenceFolder.Find("lora", name), model, directory.Config);
        return (model, model.Adapters.Add(adapter), adapter);
    }

    private float[] Logits(Transformer model, int[][] sequences, int slot)
    {
        using var context = new ComputeContext(_backend);
        var batch = new TokenBatch();
        foreach (int[] ids in sequences)
            batch.Add(ids, adapterSlot: slot);
        return ReferenceModel.Download(_backend, model.Logits(context, model.Forward(context, batch), batch));
    }
}
