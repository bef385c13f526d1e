using System.Text.Json.Nodes;
using Hone.Models;
using Hone.Tensors;
using Xunit;

namespace Hone.UnitTests.Models;

/// <summary>Adapter directories: what is refused, in one line; families with fused and transposed tensors; merging.</summary>
public sealed class PeftDirectoryTests : IDisposable
{
    private readonly CpuBackend _backend = new(threads: 1);
    private readonly string _root = Directory.CreateTempSubdirectory("hone-peft-").FullName;

    public void Dispose()
    {
        _backend.Dispose();
        Directory.Delete(_root, recursive: true);
    }

    [Theory]
    [InlineData("peft_type", "\"IA3\"", "IA3")]
    [InlineData("bias", "\"all\"", "bias")]
    [InlineData("r", "0", "'r'")]
    [InlineData("r", "9", "lora_A.weight' has the wrong shape")]
    [InlineData("target_modules", "[\"w_proj\"]", "fits no module")]
    [InlineData("target_modules", "[\"q_proj\", \"k_proj\"]", "k_proj.lora_A.weight' is not in the adapter")]
    [InlineData("target_modules", "[\"q_proj\"]", "does not name")]
    [InlineData("target_modules", "\"(\"", "no regular expression")]
    [InlineData("target_modules", "\"(.*.*)*x\"", "target_modules")]
    [InlineData("layers_to_transform", "[1]", "does not name")]
    [InlineData("modules_to_save", "[\"norm\"]", "modules_to_save")]
    [InlineData("lora_bias", "true", "lora_bias")]
    [InlineData("layer_replication", "[[0, 1]]", "layer_replication")]
    [InlineData("init_lora_weights", "\"pissa\"", "pissa")]
    [InlineData("alora_invocation_tokens", "[1]", "alora_invocation_tokens")]
    [InlineData("use_qalora", "true", "use_qalora")]
    [InlineData("rank_pattern", "{\"q_proj\": 0.5}", "rank_pattern")]
    [InlineData("use_dora", "true", "lora_magnitude_vector' is not in")]
    [InlineData("something_new", "{\"a\": 1}", "something_new")]
    public void WhatWouldChangeTheResultIsRefusedByName(string key, string value, string part)
    {
        (Transformer model, HuggingFaceConfig config) = Llama();
        using (model)
        {
            string path = Saved(model, config, new LoraConfig { Rank = 2, TargetModules = ["q_proj", "v_proj"] });
            string file = Path.Combine(path, PeftDirectory.ConfigFileName);
            JsonObject json = JsonNode.Parse(File.ReadAllText(file))!.AsObject();
            json[key] = JsonNode.Parse(value);
            File.WriteAllText(file, json.ToJsonString());
            int held = _backend.Ledger.LiveBlocks;
            string message = Assert.Throws<CheckpointFormatException>(() => PeftDirectory.Load(path, model, config)).Message;
            Assert.Contains(part, message);
            Assert.DoesNotContain('\n', message);
            Assert.Equal(held, _backend.Ledger.LiveBlocks);
        }
    }

    [Fact]
    public void BrokenFilesAreOneLine()
    {
        (Transformer model, HuggingFaceConfig config) = Llama();
        using (model)
        {
            string path = Saved(model, config, new LoraConfig { Rank = 2, TargetModules = ["q_proj"] });
            string weights = Path.Combine(path, PeftDirectory.WeightsFileName);
            byte[] bytes = File.ReadAllBytes(weights);
            File.WriteAllBytes(weights, bytes[..^5]);
            Assert.Throws<CheckpointFormatException>(() => PeftDirectory.Load(path, model, config));
            File.Delete(weights);
            Assert.Contains("has no adapter_model.safetensors", Assert.Throws<CheckpointFormatException>(() => PeftDirectory.Load(path, model, config)).Message);
            File.WriteAllText(Path.Combine(path, "adapter_model.bin"), "");
            Assert.Contains("pickle", Assert.Throws<CheckpointFormatException>(() => PeftDirectory.Load(path, model, config)).Message);
            File.WriteAllText(Path.Combine(path, PeftDirectory.ConfigFileName), "[]");
            Assert.Throws<CheckpointFormatException>(() => PeftDirectory.Load(path, model, config));
            Assert.Contains("does not exist", Assert.Throws<CheckpointFormatException>(() => PeftDirectory.Load(Path.Combine(_root, "none"), model, config)).Message);
        }
    }

    [Theory]
    [InlineData("gpt2", "[\"c_attn\"]")]
    [InlineData("gpt2", "[\"c_attn\", \"c_fc\", \"wte\"]")]
    [InlineData("phi3", "[\"qkv_proj\", \"gate_up_proj\", \"down_proj\"]")]
    [InlineData("phi3", "\"all-linear\"")]
    [InlineData("llama", "\"all-linear\"")]
    public void FusedAndTransposedModulesComeBackAndMerge(string family, string targets)
    {
        HuggingFaceConfig config = FamilyConfig(family);
        foreach (bool dora in targets.Contains("wte", StringComparison.Ordinal) ? new[] { false } : [false, true])
        {
            using var model = new Transformer(config.Model, new SeededParameterSource(_backend, 7));
            JsonNode node = JsonNode.Parse(targets)!;
            var lora = new LoraConfig
            {
                Rank = 3,
                Alpha = 5,
                UseDora = dora,
                TargetModules = node is JsonArray list ? [.. list.Select(name => (string)name!)] : [],
                TargetPattern = node is JsonArray ? null : (string)node!,
            };
            LoraAdapter adapter = Moved(LoraAdapter.Create(model, config, lora, 3));
            int slot = model.Adapters.Add(adapter);
            string path = Path.Combine(_root, $"{family}-{dora}-{targets.Length}");
            PeftDirectory.Save(path, adapter, _backend);
            int again = model.Adapters.Add(PeftDirectory.Load(path, model, config));
            int[][] ids = [[1, 2, 3, 4, 5, 6, 7]];
            float[] expected = TinyAdapters.Logits(model, ids, [slot])[0];
            TinyModels.SameBits(expected, TinyAdapters.Logits(model, ids, [again])[0], "loaded again");
            using SafetensorsFile file = SafetensorsFile.Open(Path.Combine(path, PeftDirectory.WeightsFileName));
            if (family == "gpt2")
            {
                Assert.Equal([3L, 16], file.Get("base_model.model.transformer.h.0.attn.c_attn.lora_A.weight").Shape);
                Assert.Equal([48L, 3], file.Get("base_model.model.transformer.h.0.attn.c_attn.lora_B.weight").Shape);
            }
            AdapterMerge.Save(path + "-merged", model, config, slot);
            using Transformer merged = ModelLoader.Load(path + "-merged", _backend);
            Assert.True(AdapterMerge.MaxLogitDifference(model, slot, merged, ids) <= 1e-4);
            Assert.True(AdapterMerge.MaxLogitDifference(model, 0, merged, ids) > 1e-3, "The adapter changes something.");
        }
    }

    // The output matrix is tied in the base; what the adapter changes of one of the two must not reach the other.
    [Theory]
    [InlineData("lm_head")]
    [InlineData("embed_tokens")]
    public void MergingIntoATiedMatrixUntiesIt(string target)
    {
        HuggingFaceConfig config = HuggingFaceConfig.For(TinyModels.Config("plain"));
        using Transformer model = TinyModels.Create("plain", _backend);
        int slot = model.Adapters.Add(Moved(LoraAdapter.Create(model, config, new LoraConfig { TargetModules = [target] }, 1)));
        string path = Path.Combine(_root, target);
        AdapterMerge.Save(path, model, config, slot);
        using Transformer merged = ModelLoader.Load(path, _backend);
        Assert.False(merged.Config.TieEmbeddings);
        Assert.True(AdapterMerge.MaxLogitDifference(model, slot, merged, [[1, 2, 3, 4]]) <= 1e-4);
    }

    [Fact]
    public void ExpressionsChooseModulesRanksAndLayers()
    {
        (Transformer model, HuggingFaceConfig config) = Llama();
        using (model)
        {
            var lora = new LoraConfig
            {
                Rank = 4,
                TargetPattern = @".*\.(q_proj|up_proj)",
                ExcludeModules = ["layers.0.mlp.up_proj"],
                RankPattern = [new("^model.layers.1.*q_proj", 2)],
                AlphaPattern = [new("up_proj", 1)],
            };
            using LoraAdapter adapter = LoraAdapter.Create(model, config, lora, 1);
            Assert.Equal(["model.layers.0.self_attn.q_proj", "model.layers.1.self_attn.q_proj", "model.layers.1.mlp.up_proj"], adapter.ModuleNames);
            Assert.Equal([4, 4, 2, 2, 4, 4], adapter.Parameters.Select(p => Math.Min(p.Value[0], p.Value[1])));
            using LoraAdapter layers = LoraAdapter.Create(model, config, new LoraConfig { TargetModules = ["q_proj"], LayersToTransform = [1], LayersPattern = ["layers"] }, 1);
            Assert.Equal(["model.layers.1.self_attn.q_proj"], layers.ModuleNames);
        }
    }

    private LoraAdapter Moved(LoraAdapter adapter)
    {
        var random = new PhiloxStream(4, RandomPurpose.Noise, 0);
        foreach (Parameter parameter in adapter.Parameters)
        {
            float[] values = TinyModels.Read(_backend, parameter.Value);
            for (int i = 0; i < values.Length; i++)
                values[i] += (float)((random.NextDouble() - 0.5) * 0.2);
            _backend.Upload(values, parameter.Value);
            parameter.MarkChanged();
        }
        return adapter;
    }

    private string Saved(Transformer model, HuggingFaceConfig config, LoraConfig lora)
    {
        string path = Path.Combine(_root, "adapter");
        using LoraAdapter adapter = LoraAdapter.Create(model, config, lora, 1);
        PeftDirectory.Save(path, adapter, _backend);
        return path;
    }

    private (Transformer Model, HuggingFaceConfig Config) Llama()
    {
        HuggingFaceConfig config = FamilyConfig("llama");
        return (new Transformer(config.Model, new SeededParameterSource(_backend, 7)), config);
    }

    private static HuggingFaceConfig FamilyConfig(string family) => HuggingFaceConfig.Parse(System.Text.Encoding.UTF8.GetBytes(family switch
    {
        "gpt2" => """{"model_type": "gpt2", "vocab_size": 40, "n_embd": 16, "n_layer": 2, "n_head": 2, "n_inner": 24, "n_positions": 32, "initializer_range": 0.3, "bos_token_id": 0, "eos_token_id": 0}""",
        "phi3" => """{"model_type": "phi3", "vocab_size": 40, "hidden_size": 16, "num_hidden_layers": 2, "num_attention_heads": 2, "num_key_value_heads": 1, "intermediate_size": 24, "max_position_embeddings": 32, "original_max_position_embeddings": 32, "initializer_range": 0.3, "bos_token_id": 0, "eos_token_id": 0, "pad_token_id": 0}""",
        _ => """{"model_type": "llama", "vocab_size": 40, "hidden_size": 16, "num_hidden_layers": 2, "num_attention_heads": 2, "num_key_value_heads": 1, "intermediate_size": 24, "max_position_embeddings": 32, "initializer_range": 0.3, "bos_token_id": 0, "eos_token_id": 0}""",
    }));
}
