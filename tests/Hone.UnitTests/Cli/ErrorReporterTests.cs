using Hone.Cli;
using Hone.Cli.Errors;
using Hone.Cli.Scripting;
using Hone.Evaluation.Runs;
using Hone.Evaluation.Tasks;
using Hone.Models;
using Hone.Tokenizers;
using Hone.Training.Configuration;
using Hone.Training.Optimizers;
using Xunit;

namespace Hone.UnitTests.Cli;

public sealed class ErrorReporterTests
{
    public static TheoryData<Exception, string, int> Known => new()
    {
        { new UserException("bad", "Do better.", ExitCode.Usage), "bad", 2 },
        { new RewardScriptException("reward.csx:1:2: CS1", "Correct it."), "reward.csx:1:2: CS1", 1 },
        { new CheckpointFormatException("a.safetensors: is cut off. Fetch it again.") { Hint = "Fetch it again." }, "a.safetensors: is cut off.", 1 },
        { new CheckpointFormatException("a.safetensors: is odd."), "a.safetensors: is odd.", 1 },
        { new TokenizerFormatException("t.json", "$.model", "BPE", "Unigram"), "t.json: $.model: expected BPE, got Unigram", 1 },
        { new RecipeException("r.yaml:3:1: unknown key 'sed'; did you mean 'seed'?"), "r.yaml:3:1: unknown key 'sed'", 1 },
        { new RecipeException("r.yaml:3:1: seed is 'x'; write an integer"), "r.yaml:3:1: seed is 'x'", 1 },
        { new TaskFormatException("t.jsonl", 4, "no prompt"), "t.jsonl:4: no prompt", 1 },
        { new RunFormatException("runs: exists already"), "runs: exists already", 1 },
        { new NonFiniteException("Step 3: the gradient of x is not finite."), "Step 3: the gradient of x is not finite.", 1 },
        { new FileNotFoundException("Could not find file.", "x.bin"), "x.bin: no such file", 1 },
        { new UnauthorizedAccessException("Access to 'x' is denied."), "Access to 'x' is denied.", 1 },
        { new IOException("No space left on device", 28), "No space left on device", 1 },
        { new ArgumentException("Empty prompt.", "prompt"), "Empty prompt.", 1 },
        { new ArgumentOutOfRangeException("TopP", 2f, "top_p must be above 0 and at most 1."), "top_p must be above 0 and at most 1; got 2", 1 },
        { new OutOfMemoryException(), "there is not enough memory", 1 },
        { new OperationCanceledException(), "stopped before the end", 130 },
        { new AggregateException(new UserException("inner", "Do.")), "inner", 1 },
        { new UserException("a\tb\u001b[31mc", "Do."), "a?b?[31mc", 1 },
        { new NullReferenceException("first\nsecond"), "unexpected NullReferenceException: first second", 1 },
    };

    [Theory]
    [MemberData(nameof(Known))]
    public void EveryErrorIsOneLineOfWhatAndOneOfWhatToDo(Exception exception, string what, int exitCode)
    {
        ErrorText text = ErrorReporter.Describe(exception);
        Assert.Equal(what, text.What);
        Assert.Equal(exitCode, text.ExitCode);
        Assert.NotEmpty(text.Do);
        Assert.DoesNotContain('\n', text.What + text.Do);

        using var error = new StringWriter();
        Assert.Equal(exitCode, ErrorReporter.Report(exception, error, showTrace: false));
        Assert.Equal(2, error.ToString().TrimEnd().Split('\n').Length);
    }

    [Fact]
    public void TheNearestKeyIsWhatToDo() =>
        Assert.Equal("Did you mean 'seed'?", ErrorReporter.Describe(new RecipeException("r.yaml:3:1: unknown key 'sed'; did you mean 'seed'?")).Do);

    [Fact]
    public void TheHintOfAFileIsWhatToDo() =>
        Assert.Equal("Fetch it again.", ErrorReporter.Describe(new CheckpointFormatException("a: cut off. Fetch it again.") { Hint = "Fetch it again." }).Do);

    [Fact]
    public void ATraceIsShownOnRequestOnly()
    {
        using var error = new StringWriter();
        ErrorReporter.Report(Thrown(), error, showTrace: true);
        Assert.Contains("   at " + typeof(ErrorReporterTests).FullName, error.ToString());
    }

    private static Exception Thrown()
    {
        try
        {
            throw new InvalidOperationException("broken");
        }
        catch (InvalidOperationException e)
        {
            return e;
        }
    }
}
