using System.Text;
using Hone.Models;
using Hone.Tensors;
using Xunit;

namespace Hone.UnitTests.Models;

/// <summary>An adapter in a GGUF file, added to the tensors of the base's file as llama.cpp does, gives the merged model's file.</summary>
public sealed class GgufAdapterTests : IDisposable
{
    private readonly TemporaryDirectory _folder = new();
    private readonly CpuBackend _backend = new(1);

    public void Dispose()
    {
        _backend.Dispose();
        _folder.Dispose();
    }

    [Theory]
    [InlineData("llama", false)]
    [InlineData("llama", true)]
    [InlineData("qwen3", false)]
    [InlineData("gpt2", false)]
    [InlineData("phi3", false)]
    public void BaseAndAdapterAreTheMergedModel(string modelType, bool rankStabilised)
    {
        (HuggingFaceConfig config, Transformer model) = Base(modelType);
        using Transformer owned = model;
        string[] targets = modelType switch { "gpt2" => ["c_attn", "c_fc"], "phi3" => ["qkv_proj", "down_proj"], _ => ["q_proj", "k_proj", "v_proj", "down_proj"] };
        var lora = new LoraConfig { Rank = 4, Alpha = 6, UseRsLora = rankStabilised, TargetModules = targets };
        LoraAdapter adapter = LoraAdapter.Create(model, config, lora, 5);
        foreach (Parameter parameter in adapter.Parameters)
            _backend.Upload([.. Enumerable.Range(0, (int)parameter.Shape.ElementCount).Select(i => MathF.Sin(i + parameter.Name.Length))], parameter.Value);
        int slot = model.Adapters.Add(adapter);
        GgufSaver.Save(_folder["base.gguf"], config, _backend, model.Parameters);
        AdapterMerge.Use(model, config, slot, (merged, parameters) => GgufSaver.Save(_folder["merged.gguf"], merged, _backend, parameters));
        GgufAdapterSaver.Save(_folder["adapter.gguf"], config, _backend, adapter, "test");
        Check();
    }

    private void Check()
    {
        using GgufFile plain = GgufFile.Open(_folder["base.gguf"]), merged = GgufFile.Open(_folder["merged.gguf"]), adapter = GgufFile.Open(_folder["adapter.gguf"]);
        Assert.Equal("adapter", adapter.Metadata.Text("general.type"));
        Assert.Equal("lora", adapter.Metadata.Text("adapter.type"));
        Assert.Equal(plain.Metadata.Text("general.architecture"), adapter.Metadata.Text("general.architecture"));
        double alpha = adapter.Metadata.Number("adapter.lora.alpha")!.Value;
        int changed = 0;
        foreach (GgufTensor tensor in plain.Tensors)
        {
            float[] expected = merged.ReadFloats(tensor.Name), values = plain.ReadFloats(tensor.Name);
            if (!adapter.TryGet(tensor.Name + GgufAdapterSaver.AEnding, out GgufTensor a))
            {
                TinyModels.SameBits(expected, values, tensor.Name);
                continue;
            }
            float[] low = adapter.ReadFloats(a.Name), high = adapter.ReadFloats(tensor.Name + GgufAdapterSaver.BEnding);
            int rank = (int)a.Shape[0], columns = (int)a.Shape[1];
            for (int i = 0; i < values.Length; i++)
            {
                double sum = values[i];
                for (int r = 0; r < rank; r++)
                    sum += alpha / rank * high[(i / columns * rank) + r] * low[(r * columns) + (i % columns)];
                Assert.Equal(expected[i], sum, 1e-4);
            }
            changed++;
        }
        Assert.Equal(adapter.Tensors.Count, changed * 2);
        Assert.True(changed >= 2);
    }

    [Fact]
    public void WhatLlamaCppHasNoFormForIsRefused()
    {
        (HuggingFaceConfig config, Transformer model) = Base("llama");
        using Transformer owned = model;
        foreach (LoraConfig lora in new[]
        {
            new LoraConfig { Rank = 2, Alpha = 2, UseDora = true, TargetModules = ["q_proj"] },
            new LoraConfig { Rank = 2, Alpha = 2, TargetModules = ["q_proj"], ModulesToSave = ["lm_head"] },
        })
        {
            using LoraAdapter adapter = LoraAdapter.Create(model, config, lora, 1);
            Assert.Contains("llama.cpp has no form", Assert.Throws<ArgumentException>(() => GgufAdapterSaver.Save(_folder["x.gguf"], config, _backend, adapter)).Message, StringComparison.Ordinal);
        }
        Assert.False(File.Exists(_folder["x.gguf"]));
    }

    private (HuggingFaceConfig Config, Transformer Model) Base(string modelType)
    {
        string json = modelType switch
        {
            "gpt2" => """{"model_type": "gpt2", "vocab_size": 30, "n_embd": 16, "n_layer": 2, "n_head": 2, "n_positions": 32, "bos_token_id": 1, "eos_token_id": 2}""",
            _ => $$"""{"model_type": "{{modelType}}", "vocab_size": 30, "hidden_size": 16, "num_hidden_layers": 2, "num_attention_heads": 4, "num_key_value_heads": 2, "head_dim": 8, "intermediate_size": 24, "max_position_embeddings": 32, "bos_token_id": 1, "eos_token_id": 2, "tie_word_embeddings": false}""",
        };
        HuggingFaceConfig config = HuggingFaceConfig.Parse(Encoding.UTF8.GetBytes(json));
        return (config, TinyModels.Create(config.Model, _backend));
    }
}
