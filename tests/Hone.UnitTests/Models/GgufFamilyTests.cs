using System.Text;
using Hone.Models;
using Hone.Tensors;
using Xunit;

namespace Hone.UnitTests.Models;

/// <summary>
/// Every family with random sizes and settings: what llama.cpp can say goes to GGUF and back to the same bits, and the rest is
/// refused in one line.
/// </summary>
public sealed class GgufFamilyTests
{
    private static readonly string[] WithoutArchitecture = ["bert", "cwm", "ministral", "modernbert", "nanochat"];

    public static TheoryData<string> Families => [.. ModelFamilies.All.Select(family => family.ModelType)];

    [Theory, MemberData(nameof(Families))]
    public void ToGgufAndBack(string modelType)
    {
        ModelFamily family = ModelFamilies.Find(modelType)!;
        int written = 0;
        for (int round = 0; round < 12; round++)
        {
            string json = FamilyRoundTripTests.RandomConfig(family, new Random((modelType.Length * 1000) + round));
            HuggingFaceConfig config = HuggingFaceConfig.Parse(Encoding.UTF8.GetBytes(json));
            if (round % 2 == 1 && GgufArchitectures.For(family) is not null)
                config = WithoutExtras(config);
            using var backend = new CpuBackend(1);
            using Transformer model = TinyModels.Create(config.Model, backend);
            using var folder = new TemporaryDirectory();
            string path = folder["model.gguf"];
            try
            {
                GgufSaver.Save(path, config, backend, model.Parameters);
            }
            catch (ArgumentException refused)
            {
                Assert.DoesNotContain('\n', refused.Message);
                Assert.Contains("llama.cpp", refused.Message, StringComparison.Ordinal);
                Assert.False(File.Exists(path));
                continue;
            }
            written++;
            SameAgain(backend, model, config, path, folder, json);
        }
        if (WithoutArchitecture.Contains(modelType))
            Assert.Equal(0, written);
        else
            Assert.True(written > 0, $"No {modelType} model was written.");
    }

    private static void SameAgain(Backend backend, Transformer model, HuggingFaceConfig config, string path, TemporaryDirectory folder, string json)
    {
        ModelFiles files = ModelFiles.Open(path);
        using Transformer loaded = ModelLoader.Load(files, backend, matrices: WeightDType.Auto);
        Assert.Equal(model.Parameters.Select(p => p.Name), loaded.Parameters.Select(p => p.Name));
        int[] ids = TinyModels.Ids(9, config.Model.VocabularySize, 3);
        TinyModels.SameBits(TinyModels.Hidden(model, ids), TinyModels.Hidden(loaded, ids), json);
        // A gain of 1 + w loses what 1 + w rounds away, and computes the same.
        if (config.Model.Norm != NormKind.RmsShifted)
        {
            foreach ((Parameter before, Parameter after) in model.Parameters.Zip(loaded.Parameters))
                TinyModels.SameBits(TinyModels.Read(backend, before.Value), TinyModels.Read(backend, after.Value), $"{json}: {before}");
        }
        GgufSaver.Save(folder["again.gguf"], files.Config, backend, loaded.Parameters);
        Assert.Equal(File.ReadAllBytes(path), File.ReadAllBytes(folder["again.gguf"]));
        ModelSaver.Save(folder["hf"], files.Config, backend, loaded.Parameters);
        using Transformer reopened = ModelLoader.Load(folder["hf"], backend);
        foreach ((Parameter before, Parameter after) in loaded.Parameters.Zip(reopened.Parameters))
            TinyModels.SameBits(TinyModels.Read(backend, before.Value), TinyModels.Read(backend, after.Value), $"{json}: {before}");
        TinyModels.SameBits(TinyModels.Hidden(loaded, ids), TinyModels.Hidden(reopened, ids), json);
    }

    // What only few architectures can say: windows where llama.cpp has none, caps switched off, unusual scalings and ties.
    private static HuggingFaceConfig WithoutExtras(HuggingFaceConfig config)
    {
        GgufArchitecture? architecture = GgufArchitectures.For(config.Family);
        TransformerConfig model = config.Model;
        bool gemma = config.Family.DefaultQueryScalar is not null;
        RopeScaling? scaling = model.RopeScaling is { Kind: RopeScalingKind.Dynamic } ? null : model.RopeScaling;
        return config.WithModel(model with
        {
            TieEmbeddings = architecture?.HasOutput is { } has ? !has : model.TieEmbeddings,
            RopeScaling = scaling,
            LogitSoftCap = gemma && model.LogitSoftCap == 0 && config.Family.ModelType == "gemma2" ? 5 : model.LogitSoftCap,
            Layers = [.. model.Layers.Select((layer, i) => layer with
            {
                Attention = layer.Attention with
                {
                    Window = architecture is { HasWindow: true } ? layer.Attention.Window : 0,
                    Scale = gemma ? 1.0 / Math.Sqrt(layer.Attention.HeadDim) : layer.Attention.Scale,
                    SoftCap = gemma && layer.Attention.SoftCap == 0 && config.Family.ModelType == "gemma2" ? 4 : layer.Attention.SoftCap,
                    Rotary = config.Family.ModelType == "smollm3" ? ((i + 1) % 4 == 0 ? RotaryConfig.None : null) : layer.Attention.Rotary is { } local && scaling is null && model.RopeScaling is not null ? local.Theta == model.RopeTheta ? null : local : layer.Attention.Rotary,
                },
            })],
        });
    }
}
