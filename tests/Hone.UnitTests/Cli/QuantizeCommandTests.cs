using Hone.Cli;
using Hone.Cli.BuiltIn;
using Hone.Cli.Output;
using Hone.Models;
using Hone.UnitTests.House;
using Xunit;

namespace Hone.UnitTests.Cli;

public sealed class QuantizeCommandTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("hone-quantize-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static string Model => Path.Combine(RepositoryFolder.Root, "models", "hone-base");

    private static (int Code, string Out, string Error) Run(params string[] arguments)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var files = new BuiltInFiles([], name => new MemoryStream(), Path.GetTempPath());
        var context = new CliContext(new Terminal(TextReader.Null, output, error, isInteractive: false), files, TimeProvider.System, CancellationToken.None);
        return (HoneCommand.Run(["quantize", .. arguments], context), output.ToString(), error.ToString());
    }

    [Fact]
    public void AFolderBecomesAFileThatIsProven()
    {
        string file = Path.Combine(_folder, "small.gguf"), text = Path.Combine(_folder, "text.txt");
        File.WriteAllText(text, "Tom has 12 apples. He gives 5 of them to Anna. How many apples has he now? 12 - 5 = 7");
        (int code, string output, string error) = Run(Model, "--format", "Q8_0", "--out", file, "--text", text, "--threads", "1");
        Assert.Equal("", error);
        Assert.Equal(ExitCode.Success, code);
        string[] lines = output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(["file", "format", "tensors", "text", "perplexity", "divergence"], lines.Select(line => line.Split(' ')[0].TrimEnd(':')));
        using GgufFile written = GgufFile.Open(file);
        Assert.Equal(7, written.Metadata.Int("general.file_type"));
        Assert.Contains(written.Tensors, tensor => tensor.Type == GgmlType.Q8_0);
        Assert.All(written.Tensors.Where(tensor => tensor.Shape.Count == 1), tensor => Assert.Equal(GgmlType.F32, tensor.Type));
        Assert.NotNull(written.Metadata.Texts("tokenizer.ggml.tokens"));
    }

    [Fact]
    public void AFileOfAFileHasTheBytesOfTheFileOfTheFolder()
    {
        string floats = Path.Combine(_folder, "floats.gguf"), direct = Path.Combine(_folder, "direct.gguf"), second = Path.Combine(_folder, "second.gguf");
        Assert.Equal(ExitCode.Success, Run(Model, "--format", "f32", "--out", floats, "--threads", "1").Code);
        Assert.Equal(ExitCode.Success, Run(Model, "--format", "q4_k_m", "--out", direct, "--threads", "1").Code);
        Assert.Equal(ExitCode.Success, Run(floats, "--format", "q4_k_m", "--out", second, "--threads", "3").Code);
        using GgufFile left = GgufFile.Open(direct), right = GgufFile.Open(second);
        Assert.Equal(left.Tensors.Count, right.Tensors.Count);
        foreach (GgufTensor tensor in left.Tensors)
        {
            GgufTensor other = right.Get(tensor.Name);
            Assert.Equal(tensor.Type, other.Type);
            byte[] bytes = new byte[tensor.SizeBytes], otherBytes = new byte[other.SizeBytes];
            left.ReadBytes(tensor, 0, bytes);
            right.ReadBytes(other, 0, otherBytes);
            Assert.Equal(bytes, otherBytes);
        }
    }

    [Fact]
    public void WrongUsageSaysWhatToDo()
    {
        (int code, _, string error) = Run(Model, "--format", "q4_k_x", "--out", Path.Combine(_folder, "x.gguf"));
        Assert.Equal(ExitCode.Usage, code);
        Assert.Contains("Did you mean q4_k_", error, StringComparison.Ordinal);
        Assert.Equal(ExitCode.Usage, Run(Model, "--out", Path.Combine(_folder, "x.bin")).Code);
        Assert.Equal(ExitCode.Failure, Run(Model, "--out", Path.Combine(_folder, "x.gguf"), "--text", Path.Combine(_folder, "none.txt")).Code);
        Assert.Empty(Directory.GetFiles(_folder));
    }
}
