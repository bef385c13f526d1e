using System.Text;
using Hone.Cli;
using Hone.Cli.BuiltIn;
using Hone.Cli.Output;
using Xunit;

namespace Hone.UnitTests.Cli;

public sealed class CommandLineTests
{
    internal static (int Code, string Out, string Error) Run(params string[] arguments)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var files = new BuiltInFiles(["models/hone-base/config.json", "recipes/sharpen.yaml"], name => new MemoryStream(Encoding.UTF8.GetBytes(name)), Path.GetTempPath());
        var context = new CliContext(new Terminal(TextReader.Null, output, error, isInteractive: false), files, TimeProvider.System, CancellationToken.None);
        return (HoneCommand.Run(arguments, context), output.ToString(), error.ToString());
    }

    [Theory]
    [InlineData("unknown command 'genrate'", "Did you mean 'generate'? See 'hone --help'.", "genrate", "model", "text")]
    [InlineData("unknown command 'lst'", "Did you mean 'list'? See 'hone lab --help'.", "lab", "lst")]
    [InlineData("unknown command 'xyzzyx'", "See 'hone --help'.", "xyzzyx")]
    [InlineData("unknown option '--temprature'", "Did you mean '--temperature'? See 'hone generate --help'.", "generate", "m", "p", "--temprature", "1")]
    [InlineData("unknown option '--temprature'", "Did you mean '--temperature'? See 'hone generate --help'.", "generate", "--temprature", "1", "m", "p")]
    [InlineData("unknown option '--temprature'", "Did you mean '--temperature'? See 'hone generate --help'.", "generate", "m", "p", "--temprature=1")]
    [InlineData("unknown option '--dry-rum'", "Did you mean '--dry-run'? See 'hone train --help'.", "train", "r.yaml", "--dry-rum")]
    [InlineData("unknown option '--verbos'", "Did you mean '--verbose'? See 'hone --help'.", "--verbos")]
    [InlineData("unknown option '--sead'", "Did you mean '--seeds'? See 'hone lab run --help'.", "lab", "run", "rlvr-controls", "--sead", "1")]
    [InlineData("unknown experiment 'rlvr-control'", "Did you mean 'rlvr-controls'?", "lab", "run", "rlvr-control")]
    public void UnknownNamesGetTheNearestOne(string what, string hint, params string[] arguments)
    {
        (int code, string output, string error) = Run(arguments);
        Assert.Equal($"error: {what}{Environment.NewLine}  {hint}{Environment.NewLine}", error);
        Assert.Equal("", output);
        Assert.Equal(ExitCode.Usage, code);
    }

    [Theory]
    [InlineData("generate", "m", "p", "--top-k", "many")]
    [InlineData("generate", "m")]
    [InlineData("train")]
    [InlineData("lab")]
    public void WrongUsageIsExitCodeTwoAndTwoLines(params string[] arguments)
    {
        (int code, _, string error) = Run(arguments);
        Assert.Equal(ExitCode.Usage, code);
        Assert.Equal(2, error.TrimEnd().Split('\n').Length);
        Assert.DoesNotContain("System.", error);
    }

    [Theory]
    [InlineData("generate", "hone-bass", "p", "unknown model 'hone-bass'", "Did you mean 'hone-base'?")]
    [InlineData("train", "sharpem", "seed=1", "unknown recipe 'sharpem'", "Did you mean 'sharpen'?")]
    [InlineData("inspect", "nothing-like-it", "--tensors", "unknown model 'nothing-like-it'", "Give a model folder, or a built-in model: hone-base.")]
    public void UnknownModelsAndRecipesGetTheNearestOne(string command, string name, string rest, string what, string hint)
    {
        (int code, _, string error) = Run(command, name, rest);
        Assert.Equal(ExitCode.Failure, code);
        Assert.StartsWith("error: " + what, error);
        Assert.EndsWith($"  {hint}{Environment.NewLine}", error);
    }

    [Fact]
    public void NothingShowsHelpAndIsWrongUsage()
    {
        (int code, string output, _) = Run();
        Assert.Equal(ExitCode.Usage, code);
        foreach (string name in new[] { "train", "generate", "eval", "inspect", "bench", "tokenize", "lab", "env" }) Assert.Contains($"  {name} ", output);
    }

    [Theory]
    [InlineData("--help")]
    [InlineData("generate", "--help")]
    [InlineData("--version")]
    public void HelpIsNoError(params string[] arguments) => Assert.Equal(ExitCode.Success, Run(arguments).Code);

    [Fact]
    public void LabListsItsExperiments()
    {
        (int code, string output, string error) = Run("lab", "list");
        Assert.Equal((ExitCode.Success, ""), (code, error));
        Assert.Contains("rlvr-controls  ", output);
    }

    [Fact]
    public void EnvSaysWhatItRunsOn()
    {
        (int code, string output, string error) = Run("env");
        Assert.Equal((ExitCode.Success, ""), (code, error));
        foreach (string word in new[] { "chain-f32-v3", "kernels", "flush-to-zero  off", "hone-base", "sharpen" }) Assert.Contains(word, output);
    }
}
