using Hone.Models;
using Hone.Tensors;
using Xunit;

namespace Hone.UnitTests.Models;

public sealed class ModelSaverTests : IDisposable
{
    private readonly TemporaryDirectory _directory = new();
    private readonly ReferenceBackend _backend = new();
    private readonly List<Parameter> _parameters = [];

    public void Dispose()
    {
        _parameters.ForEach(parameter => parameter.Dispose());
        _directory.Dispose();
        _backend.Dispose();
    }

    private HuggingFaceConfig LoadReference(string family)
    {
        HuggingFaceConfig config = HuggingFaceConfig.Read(ModelTestFiles.Reference($"models/{family}/config.json"));
        using SafetensorsCheckpoint checkpoint = SafetensorsCheckpoint.Open(ModelTestFiles.Reference($"models/{family}/model.safetensors"));
        var source = new SafetensorsParameterSource(_backend, checkpoint);
        foreach (SafetensorsEntry entry in checkpoint.Files[0].Entries)
        {
            _parameters.Add(entry.Shape.Count == 1
                ? source.Vector(entry.Name, (int)entry.Shape[0], Initializer.Zeros)
                : source.Matrix(entry.Name, (int)entry.Shape[0], (int)entry.Shape[1], Initializer.Zeros));
        }
        return config;
    }

    [Theory]
    [InlineData("llama")]
    [InlineData("qwen3")]
    public void Load_and_save_give_the_files_that_were_read(string family)
    {
        HuggingFaceConfig config = LoadReference(family);
        string target = _directory["model"];
        File.WriteAllText(_directory["tokenizer.json"], "{}");
        for (int round = 0; round < 2; round++)
        {
            ModelSaver.Save(target, config, _backend, _parameters, new ModelSaveOptions
            {
                CopyFiles = [_directory["tokenizer.json"]],
                WriteOthers = path => File.WriteAllText(Path.Combine(path, "chat_template.jinja"), "x"),
            });
            Assert.True(File.ReadAllBytes(ModelTestFiles.Reference($"models/{family}/model.safetensors")).AsSpan().SequenceEqual(File.ReadAllBytes(Path.Combine(target, "model.safetensors"))));
        }
        ModelDirectory opened = ModelDirectory.Open(target);
        Assert.Equal(config.Model, opened.Config.Model);
        Assert.NotNull(opened.TokenizerPath);
        Assert.Equal("x", File.ReadAllText(opened.Require("chat_template.jinja")));
        Assert.Equal(1, GenerationConfig.Read(opened.GenerationConfigPath!).BosTokenId);
        Assert.Equal(["model", "tokenizer.json"], Directory.EnumerateFileSystemEntries(_directory.Root).Select(Path.GetFileName).Order());
    }

    [Fact]
    public void A_save_that_fails_leaves_the_old_model()
    {
        HuggingFaceConfig config = LoadReference("llama");
        string target = _directory["model"];
        ModelSaver.Save(target, config, _backend, _parameters);
        byte[] before = File.ReadAllBytes(Path.Combine(target, "config.json"));
        Assert.Throws<InvalidOperationException>(() => ModelSaver.Save(target, config.WithModel(config.Model with { ContextLength = 7 }), _backend, _parameters,
            new ModelSaveOptions { WriteOthers = _ => throw new InvalidOperationException() }));
        Assert.Equal(before, File.ReadAllBytes(Path.Combine(target, "config.json")));
        Assert.Single(Directory.EnumerateFileSystemEntries(_directory.Root));
        Assert.Throws<ArgumentException>(() => ModelSaver.Save(target, config, _backend, _parameters.Skip(1)));
        Assert.Equal(before, File.ReadAllBytes(Path.Combine(target, "config.json")));
    }

    [Fact]
    public void Other_files_are_carried_over_and_old_shards_are_not()
    {
        HuggingFaceConfig config = LoadReference("llama");
        string target = _directory["model"];
        ModelSaver.Save(target, config, _backend, _parameters);
        File.WriteAllText(Path.Combine(target, "notes.txt"), "mine");
        File.WriteAllText(Path.Combine(target, "model-00001-of-00002.safetensors"), "stale");
        File.WriteAllText(Path.Combine(target, "model.safetensors.index.json"), "stale");
        Directory.CreateDirectory(Path.Combine(target, "figures"));
        ModelSaver.Save(target, config, _backend, _parameters);
        Assert.Equal(["config.json", "figures", "generation_config.json", "model.safetensors", "notes.txt"],
            Directory.EnumerateFileSystemEntries(target).Select(Path.GetFileName).Order());
    }

    [Fact]
    public void A_crash_between_the_two_renames_is_named_and_repaired()
    {
        HuggingFaceConfig config = LoadReference("llama");
        string target = _directory["model"];
        ModelSaver.Save(target, config, _backend, _parameters);
        File.WriteAllText(Path.Combine(target, "notes.txt"), "mine");
        Directory.Move(target, target + ".old");
        Directory.CreateDirectory(target + ".partial");
        CheckpointFormatException error = Assert.Throws<CheckpointFormatException>(() => ModelDirectory.Open(target));
        Assert.Contains(".old", error.Message, StringComparison.Ordinal);
        ModelSaver.Save(target, config, _backend, _parameters);
        Assert.Equal("mine", File.ReadAllText(Path.Combine(target, "notes.txt")));
        Assert.Single(Directory.EnumerateFileSystemEntries(_directory.Root));
    }

    [Fact]
    public void A_directory_of_something_else_is_not_replaced()
    {
        HuggingFaceConfig config = LoadReference("llama");
        File.WriteAllText(_directory["thesis.txt"], "mine");
        Assert.Throws<IOException>(() => ModelSaver.Save(_directory.Root, config, _backend, _parameters));
        Assert.Throws<IOException>(() => ModelSaver.Save(_directory["thesis.txt"], config, _backend, _parameters));
        Assert.Equal("mine", File.ReadAllText(_directory["thesis.txt"]));
    }

    [Fact]
    public void What_is_missing_is_said()
    {
        Assert.Contains("does not exist", Assert.Throws<CheckpointFormatException>(() => ModelDirectory.Open(_directory["none"])).Message, StringComparison.Ordinal);
        Assert.Contains("has no config.json", Assert.Throws<CheckpointFormatException>(() => ModelDirectory.Open(_directory.Root)).Message, StringComparison.Ordinal);
        File.Copy(ModelTestFiles.Reference("models/llama/config.json"), _directory["config.json"]);
        Assert.Contains("model.safetensors", Assert.Throws<CheckpointFormatException>(() => ModelDirectory.Open(_directory.Root)).Message, StringComparison.Ordinal);
        File.WriteAllText(_directory["pytorch_model.bin"], "");
        Assert.Contains("pickle", Assert.Throws<CheckpointFormatException>(() => ModelDirectory.Open(_directory.Root)).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("llama")]
    [InlineData("qwen3")]
    public void A_model_is_loaded_whole_saved_and_loaded_again(string family)
    {
        string directory = _directory["copy"];
        byte[] weights = File.ReadAllBytes(ModelTestFiles.Reference($"models/{family}/model.safetensors"));
        using (Transformer model = ModelLoader.Load(ModelTestFiles.Reference($"models/{family}"), _backend))
            ModelSaver.Save(directory, HuggingFaceConfig.For(model.Config), _backend, model.Parameters);
        using (Transformer again = ModelLoader.Load(directory, _backend))
            Assert.Equal(again.Config.ParameterCount(), again.Parameters.Sum(parameter => parameter.Value.ElementCount));
        Assert.True(weights.AsSpan().SequenceEqual(File.ReadAllBytes(Path.Combine(directory, "model.safetensors"))));
        Assert.Equal(0, _backend.Ledger.LiveBlocks);
    }

    [Theory]
    [InlineData("\"intermediate_size\": 112", "\"intermediate_size\": 96", "[96, 64]")]
    [InlineData("\"num_hidden_layers\": 3", "\"num_hidden_layers\": 4", "model.layers.3.")]
    [InlineData("\"num_hidden_layers\": 3", "\"num_hidden_layers\": 2", "does not use")]
    [InlineData("\"tie_word_embeddings\": false", "\"tie_word_embeddings\": true", "lm_head.weight")]
    [InlineData("\"attention_bias\": false", "\"attention_bias\": true", "_proj.bias")]
    public void Weights_of_another_model_than_the_config_are_refused_without_a_leak(string from, string to, string says)
    {
        string config = File.ReadAllText(ModelTestFiles.Reference("models/llama/config.json"));
        Assert.Contains(from, config, StringComparison.Ordinal);
        File.WriteAllText(_directory["config.json"], config.Replace(from, to, StringComparison.Ordinal));
        File.Copy(ModelTestFiles.Reference("models/llama/model.safetensors"), _directory["model.safetensors"]);
        CheckpointFormatException error = Assert.Throws<CheckpointFormatException>(() => ModelLoader.Load(_directory.Root, _backend));
        Assert.Contains(says, error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', error.Message);
        Assert.Equal(0, _backend.Ledger.LiveBlocks);
    }
}
