using Hone.Evaluation.Parity;
using Hone.Models;
using Hone.Tensors;
using Xunit;

namespace Hone.ParityTests.Models;

/// <summary>Logits, hidden states, greedy tokens and gradients of recorded models, from both spellings of their configuration.</summary>
public sealed class ModelParityTests
{
    /// <summary>Recorded models whose family opens here; the others are refused by name, which is tested apart.</summary>
    public static TheoryData<string> Names => [.. ReferenceFolder.Folders("models").Where(name => Refusal(Folder(name)) is null)];

    [Fact]
    public void TheReferenceFolderHasModels() => Assert.NotEmpty(Names);

    [Theory, MemberData(nameof(Names))]
    public void HiddenStatesLogitsAndGreedyTokens(string name)
    {
        ParityReference reference = ParityReference.Open(Path.Combine(Folder(name), "expected.safetensors"));
        foreach (HuggingFaceConfig config in Configs(name))
        {
            using var backend = new CpuBackend();
            using Transformer model = ModelLoader.Load(ModelDirectory.Open(Folder(name)), backend, config);
            AssertHolds(ModelParity.Compare(model, reference), $"{name}, {config.Spelling}");
        }
    }

    [Theory, MemberData(nameof(Names))]
    public void GradientsOfTheNextTokenLoss(string name)
    {
        string recorded = Path.Combine(Folder(name), "gradients.json");
        if (!File.Exists(recorded))
            Assert.Skip("No gradients are recorded for encoders.");
        ModelDirectory directory = ModelDirectory.Open(Folder(name));
        using var backend = new CpuBackend();
        using Transformer model = ModelLoader.Load(directory, backend);
        ParityReference reference = ParityReference.Open(Path.Combine(Folder(name), "expected.safetensors"));
        AssertHolds(GradientParity.Compare(model, directory.Config.Names, reference, recorded), name);
    }

    [Theory, MemberData(nameof(Names))]
    public void ASavedCopyIsTheOriginal(string name)
    {
        ModelDirectory directory = ModelDirectory.Open(Folder(name));
        using var backend = new CpuBackend();
        using Transformer model = ModelLoader.Load(directory, backend);
        DType type = directory.Config.StoredType ?? DType.Float32;
        string copy = Directory.CreateTempSubdirectory("hone-parity-").FullName;
        try
        {
            string target = Path.Combine(copy, "model");
            ModelSaver.Save(target, directory.Config, backend, model.Parameters, new ModelSaveOptions { StoreAs = type });
            Assert.Equal(Tensors(Folder(name)), Tensors(target));
            Assert.Equal(Contents(Folder(name)), Contents(target));
            using Transformer again = ModelLoader.Load(target, backend);
            Assert.Equal(model.Config, again.Config);
            foreach ((Parameter before, Parameter after) in model.Parameters.Zip(again.Parameters))
                Assert.Equal(Bits(backend, before), Bits(backend, after));
        }
        finally
        {
            Directory.Delete(copy, recursive: true);
        }
    }

    [Fact]
    public void OtherFamiliesAreRefusedInOneLine()
    {
        foreach (string name in ReferenceFolder.Folders("models"))
        {
            if (Refusal(Folder(name)) is not { } refusal)
                continue;
            Assert.DoesNotContain('\n', refusal);
            Assert.Contains("model_type", refusal, StringComparison.Ordinal);
        }
    }

    private static string Folder(string name) => Path.Combine(ReferenceFolder.Root, "models", name);

    private static IEnumerable<HuggingFaceConfig> Configs(string name) =>
        new[] { "config.json", "config.v4.json" }.Select(file => Path.Combine(Folder(name), file)).Where(File.Exists).Select(HuggingFaceConfig.Read);

    private static string? Refusal(string folder)
    {
        try
        {
            HuggingFaceConfig.Read(Path.Combine(folder, "config.json"));
            return null;
        }
        catch (CheckpointFormatException error)
        {
            return error.Message;
        }
    }

    private static void AssertHolds(ParityReport report, string what)
    {
        Assert.NotEmpty(report.Lines);
        if (report.FirstDifferent is { } line)
            Assert.Fail($"{what}: {line.What} differs by {line.Difference:G3}; {line.FirstPlace}");
    }

    private static string[] Tensors(string folder)
    {
        using SafetensorsCheckpoint weights = SafetensorsCheckpoint.Open(folder);
        return [.. weights.Files.SelectMany(file => file.Entries).Select(entry => entry.ToString()).Order(StringComparer.Ordinal)];
    }

    private static Dictionary<string, int[]> Contents(string folder)
    {
        using SafetensorsFile file = SafetensorsFile.Open(Path.Combine(folder, "model.safetensors"));
        return file.Entries.ToDictionary(entry => entry.Name, entry => file.ReadFloats(entry.Name).Select(BitConverter.SingleToInt32Bits).ToArray());
    }

    private static int[] Bits(Backend backend, Parameter parameter)
    {
        var values = new float[parameter.Value.ElementCount];
        backend.Download(parameter.Value, values);
        return [.. values.Select(BitConverter.SingleToInt32Bits)];
    }
}
