using Hone.Cli;
using Hone.Inference;
using Hone.Models;
using Hone.Tensors;
using Hone.UnitTests.Models;
using Xunit;

namespace Hone.UnitTests.Cli;

/// <summary>hone export: a folder to GGUF and back is the same model with the same tokenizer, whatever it is split into or typed as.</summary>
public sealed class ExportCommandTests : IDisposable
{
    private const string Text = "Tom has 3 apples and gets 4 more.\nHow many?";

    private readonly TemporaryDirectory _folder = new();
    private readonly CpuBackend _backend = new(1);

    private static string Model => ModelTestFiles.Reference("../../../../models/hone-base");

    public void Dispose()
    {
        _backend.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public void FolderToGgufToFolder()
    {
        Run("export", Model, "--gguf", _folder["a.gguf"]);
        Run("export", _folder["a.gguf"], "--out", _folder["back"]);
        Run("export", _folder["a.gguf"], "--gguf", _folder["again.gguf"]);
        Assert.Equal(File.ReadAllBytes(_folder["a.gguf"]), File.ReadAllBytes(_folder["again.gguf"]));
        Run("export", _folder["a.gguf"], "--gguf", _folder["parts.gguf"], "--split-size", "1M");
        foreach (string path in new[] { "a.gguf", "back", "parts-00001-of-00004.gguf" })
            Same(_folder[path]);
        Assert.Contains("tokenizer.ggml.tokens", Run("inspect", _folder["a.gguf"], "--tensors"), StringComparison.Ordinal);
        Assert.Contains("blk.0.attn_q.weight", Run("inspect", _folder["a.gguf"], "--tensors"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("f32", "F32")]
    [InlineData("f16", "F16")]
    [InlineData("q8_0", "Q8_0")]
    public void Types(string name, string shown)
    {
        Assert.Contains(shown, Run("export", Model, "--gguf", _folder["t.gguf"], "--type", name), StringComparison.Ordinal);
        using ModelBundle bundle = ModelBundle.Open(_folder["t.gguf"], _backend, new ModelOpenOptions { Matrices = WeightDType.Auto });
        Assert.Equal(name == "q8_0", bundle.Model.Parameters.Any(parameter => parameter.Blocks is not null));
    }

    [Theory]
    [InlineData("--gguf", "x.bin", "does not end in .gguf")]
    [InlineData("--type", "q9", "is not written")]
    [InlineData("--split-size", "much", "is no size")]
    public void Usage(string option, string value, string said)
    {
        string[] target = option == "--gguf" ? [] : ["--gguf", _folder["x.gguf"]];
        (int code, _, string error) = RunCode(["export", Model, .. target, option, value]);
        Assert.NotEqual(ExitCode.Success, code);
        Assert.Contains(said, error, StringComparison.Ordinal);
    }

    private void Same(string path)
    {
        using ModelBundle original = ModelBundle.Open(Model, _backend), other = ModelBundle.Open(path, _backend);
        foreach ((Parameter before, Parameter after) in original.Model.Parameters.Zip(other.Model.Parameters))
            TinyModels.SameBits(TinyModels.Read(_backend, before.Value), TinyModels.Read(_backend, after.Value), $"{path}: {before}");
        Assert.Equal(original.Tokenizer.Encode(Text), other.Tokenizer.Encode(Text));
        Assert.Equal(original.Tokenizer.VocabularySize, other.Tokenizer.VocabularySize);
        Assert.Equal(original.TokenizerConfig.ChatTemplate, other.TokenizerConfig.ChatTemplate);
        Assert.Equal(original.Config.Model.EosTokenIds, other.Config.Model.EosTokenIds);
    }

    private static string Run(params string[] arguments)
    {
        (int code, string output, string error) = RunCode(arguments);
        Assert.True(code == ExitCode.Success, error);
        return output;
    }

    private static (int Code, string Out, string Error) RunCode(string[] arguments) => CommandLineTests.Run(arguments);
}
