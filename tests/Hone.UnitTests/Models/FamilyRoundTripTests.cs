using System.Text;
using System.Text.Json;
using Hone.Models;
using Hone.Tensors;
using Xunit;

namespace Hone.UnitTests.Models;

/// <summary>Every family with random sizes and settings: what is saved loads to the same bits, and saves to the same bytes again.</summary>
public sealed class FamilyRoundTripTests
{
    private const int Rounds = 6;

    public static TheoryData<string> Families => [.. ModelFamilies.All.Select(family => family.ModelType)];

    [Theory, MemberData(nameof(Families))]
    public void LoadSaveLoad(string modelType)
    {
        ModelFamily family = ModelFamilies.Find(modelType)!;
        for (int round = 0; round < Rounds; round++)
        {
            string json = RandomConfig(family, new Random((modelType.Length * 1000) + round));
            HuggingFaceConfig config = HuggingFaceConfig.Parse(Encoding.UTF8.GetBytes(json));
            using var backend = new CpuBackend(1);
            using Transformer model = TinyModels.Create(config.Model, backend);
            using var folder = new TemporaryDirectory();
            ModelSaver.Save(folder["one"], config, backend, model.Parameters);
            ModelDirectory opened = ModelDirectory.Open(folder["one"]);
            Assert.Equal(config.Model, opened.Config.Model);
            using Transformer loaded = ModelLoader.Load(opened, backend);
            Assert.Equal(model.Parameters.Select(p => p.Name), loaded.Parameters.Select(p => p.Name));
            foreach ((Parameter before, Parameter after) in model.Parameters.Zip(loaded.Parameters))
                TinyModels.SameBits(TinyModels.Read(backend, before.Value), TinyModels.Read(backend, after.Value), $"{json}: {before}");
            ModelSaver.Save(folder["two"], opened.Config, backend, loaded.Parameters);
            foreach (string file in new[] { "config.json", "model.safetensors" })
                Assert.Equal(File.ReadAllBytes(Path.Combine(folder["one"], file)), File.ReadAllBytes(Path.Combine(folder["two"], file)));
            int[] ids = TinyModels.Ids(9, config.Model.VocabularySize, round);
            TinyModels.SameBits(TinyModels.Hidden(model, ids), TinyModels.Hidden(loaded, ids), json);
            using SafetensorsCheckpoint weights = SafetensorsCheckpoint.Open(folder["one"]);
            Assert.Empty(CheckpointSurvey.FindProblems(config, weights));
        }
    }

    [Theory, MemberData(nameof(Families))]
    public void ANewFileSaysTheSameModel(string modelType)
    {
        ModelFamily family = ModelFamilies.Find(modelType)!;
        for (int round = 0; round < 20; round++)
        {
            TransformerConfig model = HuggingFaceConfig.Parse(Encoding.UTF8.GetBytes(RandomConfig(family, new Random(round)))).Model;
            foreach (ConfigSpelling spelling in Enum.GetValues<ConfigSpelling>())
                Assert.Equal(model, HuggingFaceConfig.Parse(HuggingFaceConfig.For(family, model, spelling).ToBytes()).Model);
        }
    }

    [Fact]
    public void NamesWithAndWithoutTheirPrefixOpen()
    {
        string source = ModelTestFiles.Reference("models/gpt2");
        using var folder = new TemporaryDirectory();
        using var backend = new CpuBackend(1);
        using Transformer original = ModelLoader.Load(source, backend);
        Directory.CreateDirectory(folder["bare"]);
        File.Copy(Path.Combine(source, "config.json"), Path.Combine(folder["bare"], "config.json"));
        using (SafetensorsFile file = SafetensorsFile.Open(Path.Combine(source, "model.safetensors")))
        {
            var writer = new SafetensorsWriter();
            foreach (SafetensorsEntry entry in file.Entries)
                writer.Add(entry.Name["transformer.".Length..], entry.Shape, file.ReadFloats(entry.Name));
            // What old libraries wrote beside the weights.
            writer.Add("h.0.attn.bias", [1, 1, 128, 128], new float[128 * 128]);
            writer.Save(Path.Combine(folder["bare"], "model.safetensors"));
        }
        ModelDirectory bare = ModelDirectory.Open(folder["bare"]);
        using Transformer loaded = ModelLoader.Load(bare, backend);
        foreach ((Parameter before, Parameter after) in original.Parameters.Zip(loaded.Parameters))
            TinyModels.SameBits(TinyModels.Read(backend, before.Value), TinyModels.Read(backend, after.Value), before.Name);
        ModelSaver.Save(folder["copy"], bare.Config, backend, loaded.Parameters);
        using SafetensorsCheckpoint copy = SafetensorsCheckpoint.Open(folder["copy"]);
        Assert.Contains("h.0.attn.c_attn.weight", copy.Names);
    }

    /// <summary>A config.json of a family with random sizes, and those of its settings that may be either way.</summary>
    internal static string RandomConfig(ModelFamily family, Random random)
    {
        int kv = random.Next(1, 3), heads = kv * random.Next(1, 3), headDim = 4 * random.Next(1, 4), layers = random.Next(1, 5), context = 64;
        var keys = new SortedDictionary<string, object?>(StringComparer.Ordinal)
        {
            ["model_type"] = family.ModelType,
            ["architectures"] = new[] { family.Architecture },
            ["vocab_size"] = random.Next(20, 60),
            [family.Keys.Width] = heads * headDim,
            [family.Keys.Heads] = heads,
            [family.Keys.Layers] = layers,
            [family.Keys.FeedForward] = random.Next(5, 30),
            [family.Keys.Context] = context,
            ["bos_token_id"] = 1,
            ["eos_token_id"] = new[] { 2, 3 },
            ["initializer_range"] = 0.3,
            ["tie_word_embeddings"] = random.Next(2) == 0,
        };
        if (family.HasKeyValueHeads)
        {
            keys["num_key_value_heads"] = kv;
            keys["head_dim"] = headDim;
        }
        if (family.QkvBias == BiasRule.ByKey)
            keys["attention_bias"] = random.Next(2) == 0;
        if (family.FeedForwardBias == BiasRule.ByKey)
            keys["mlp_bias"] = random.Next(2) == 0;
        if (family.QkNormKey is { } normKey)
            keys[normKey] = random.Next(2) == 0;
        if (family.Norm == NormKind.LayerWithoutBias)
            keys["norm_bias"] = random.Next(2) == 0;
        if (family.Windows != WindowRule.None)
            keys[family.Keys.Window] = random.Next(2, 9);
        if (family.Windows == WindowRule.Switched)
            keys["use_sliding_window"] = random.Next(2) == 0;
        if (family.DefaultLogitSoftCap is not null)
            keys["final_logit_softcapping"] = random.Next(2) == 0 ? null : 7.5;
        if (family.DefaultAttentionSoftCap is not null)
            keys["attn_logit_softcapping"] = random.Next(2) == 0 ? null : 3.5;
        if (family.HasRotary)
            AddRotary(keys, family, random, context, headDim);
        return JsonSerializer.Serialize(keys);
    }

    private static void AddRotary(SortedDictionary<string, object?> keys, ModelFamily family, Random random, int context, int headDim)
    {
        keys["rope_theta"] = 1000.0 * random.Next(1, 50);
        bool isPhi3 = family.ModelType == "phi3";
        keys["rope_scaling"] = random.Next(isPhi3 ? 2 : 5) switch
        {
            0 => null,
            1 when isPhi3 => new { rope_type = "longrope", short_factor = Factors(headDim / 2), long_factor = Factors(headDim / 2) },
            1 => new { type = "linear", factor = 4.0 },
            2 => new { rope_type = "yarn", factor = 8.0, original_max_position_embeddings = 16 },
            3 => new { rope_type = "llama3", factor = 8.0, low_freq_factor = 1.0, high_freq_factor = 4.0, original_max_position_embeddings = 16 },
            _ => new { rope_type = "dynamic", factor = 2.0 },
        };
        if (isPhi3)
            keys["original_max_position_embeddings"] = context / 4;
    }

    private static double[] Factors(int count) => [.. Enumerable.Range(0, count).Select(i => 1 + (i * 0.25))];
}
