using Hone.Models;
using Xunit;

namespace Hone.UnitTests.Models;

/// <summary>What modules.json and its neighbours say of sentence embeddings, and how they are refused.</summary>
public sealed class EmbeddingConfigTests
{
    private const string Modules = """[{"idx": 0, "type": "sentence_transformers.models.Transformer", "path": ""}, {"type": "sentence_transformers.models.Pooling", "path": "1_Pooling"}NORMALIZE]""";
    private const string Normalize = """, {"type": "sentence_transformers.models.Normalize", "path": "2_Normalize"}""";

    [Fact]
    public void WithoutModulesACausalModelTakesItsLastTokenAndItsContext()
    {
        using var folder = new TemporaryDirectory();
        ModelDirectory directory = Copy(folder);
        Assert.Equal(new EmbeddingConfig(PoolingMode.LastToken, false, directory.Config.Model.ContextLength), EmbeddingConfig.Read(directory));
    }

    [Theory]
    [InlineData("pooling_mode_cls_token", PoolingMode.Cls, true)]
    [InlineData("pooling_mode_mean_tokens", PoolingMode.Mean, false)]
    [InlineData("pooling_mode_lasttoken", PoolingMode.LastToken, true)]
    public void FilesAreFollowed(string key, PoolingMode mode, bool normalize)
    {
        using var folder = new TemporaryDirectory();
        ModelDirectory directory = Copy(folder);
        Write(folder, Modules.Replace("NORMALIZE", normalize ? Normalize : ""), $$"""{"{{key}}": true, "pooling_mode_max_tokens": false}""");
        File.WriteAllText(folder["sentence_bert_config.json"], """{"max_seq_length": 7, "do_lower_case": false}""");
        File.WriteAllText(folder["config_sentence_transformers.json"], """{"prompts": {"query": "query: "}, "default_prompt_name": "query"}""");
        Assert.Equal(new EmbeddingConfig(mode, normalize, 7, "query: "), EmbeddingConfig.Read(directory));
    }

    [Theory]
    [InlineData("{}", "{}", "list")]
    [InlineData("[]", "{}", "no Pooling")]
    [InlineData("[3]", "{}", "type")]
    [InlineData("[", "{}", "JSON")]
    [InlineData("""[{"type": "x.Dense", "path": "2_Dense"}]""", "{}", "x.Dense")]
    [InlineData("""[{"type": "x.Transformer", "path": "0_Transformer"}]""", "{}", "0_Transformer")]
    [InlineData("""[{"type": "x.Pooling", "path": "../1_Pooling"}]""", "{}", "leads out")]
    [InlineData("""[{"type": "x.Pooling", "path": "absent"}]""", "{}", "missing")]
    [InlineData(null, "{}", "one pooling")]
    [InlineData(null, """{"pooling_mode_cls_token": true, "pooling_mode_mean_tokens": true}""", "one pooling")]
    [InlineData(null, """{"pooling_mode_max_tokens": true}""", "pooling_mode_max_tokens")]
    [InlineData(null, """{"pooling_mode_cls_token": 1}""", "neither true nor false")]
    [InlineData(null, """{"pooling_mode_cls_token": true, "include_prompt": false}""", "include_prompt")]
    [InlineData(null, """{"pooling_mode_cls_token": true, "word_embedding_dimension": 3}""", "word_embedding_dimension")]
    public void WhatIsNotSupportedIsRefusedByName(string? modules, string pooling, string named)
    {
        using var folder = new TemporaryDirectory();
        ModelDirectory directory = Copy(folder);
        Write(folder, modules ?? Modules.Replace("NORMALIZE", ""), pooling);
        var error = Assert.Throws<CheckpointFormatException>(() => EmbeddingConfig.Read(directory));
        Assert.Contains(named, error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', error.Message);
    }

    [Theory]
    [InlineData("sentence_bert_config.json", """{"do_lower_case": true}""", "do_lower_case")]
    [InlineData("sentence_bert_config.json", """{"max_seq_length": 0}""", "max_seq_length")]
    [InlineData("config_sentence_transformers.json", """{"default_prompt_name": "query", "prompts": {}}""", "default_prompt_name")]
    public void ItsNeighboursAreCheckedToo(string file, string json, string named)
    {
        using var folder = new TemporaryDirectory();
        ModelDirectory directory = Copy(folder);
        File.WriteAllText(folder[file], json);
        Assert.Contains(named, Assert.Throws<CheckpointFormatException>(() => EmbeddingConfig.Read(directory)).Message, StringComparison.Ordinal);
    }

    private static ModelDirectory Copy(TemporaryDirectory folder)
    {
        foreach (string file in Directory.GetFiles(ModelTestFiles.Reference("models/llama")))
            File.Copy(file, folder[Path.GetFileName(file)]);
        return ModelDirectory.Open(folder.Root);
    }

    private static void Write(TemporaryDirectory folder, string modules, string pooling)
    {
        File.WriteAllText(folder["modules.json"], modules);
        Directory.CreateDirectory(folder["1_Pooling"]);
        File.WriteAllText(Path.Combine(folder["1_Pooling"], "config.json"), pooling);
    }
}
