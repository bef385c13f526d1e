using System.Text.RegularExpressions;

namespace Hone.AcceptanceTests;

/// <summary>Each command on a model that works.</summary>
public sealed class CommandTests(TinyModel model)
{
    [Fact]
    public void EnvSaysWhatItRunsOn()
    {
        HoneOutput output = HoneProcess.Run(model.Root, "env").AssertSucceeded();
        Assert.Contains("chain-f32-v3", output.Out);
        Assert.Contains("off, as the contract needs", output.Out);
    }

    [Fact]
    public void IdsDecodeToTheTextThatGaveThem()
    {
        const string Text = "Q: 12+30= ä 水 A: 42.";
        string ids = HoneProcess.Run(model.Root, "tokenize", "tiny", Text, "--ids").AssertSucceeded().Out.Trim();
        Assert.Matches("^[0-9]+( [0-9]+)*$", ids);
        Assert.Equal(Text, HoneProcess.Run(model.Root, "tokenize", "tiny", ids, "--decode").AssertSucceeded().Out.TrimEnd('\n'));
        Assert.Equal(ids, HoneProcess.Run(model.Root, Text, ["tokenize", "tiny", "-", "--ids"]).AssertSucceeded().Out.Trim());
    }

    [Fact]
    public void TokensAreListedWithTheirBytes()
    {
        HoneOutput output = HoneProcess.Run(model.Root, "tokenize", "tiny", "Q:").AssertSucceeded();
        Assert.Contains("3a", output.Out);
    }

    [Fact]
    public void InspectDescribesAModel()
    {
        string output = HoneProcess.Run(model.Root, "inspect", "tiny", "--tensors").AssertSucceeded().Out;
        foreach (string part in new[] { "llama", "4 query heads, 2 key/value heads, width 8", "48 tokens", "<|endoftext|> (0)", "model.embed_tokens.weight", ", 32]" })
            Assert.Contains(part, output);
    }

    [Fact]
    public void InspectListsAWeightsFile() =>
        Assert.Contains("model.norm.weight", HoneProcess.Run(model.Root, "inspect", Path.Combine("tiny", "model.safetensors")).AssertSucceeded().Out);

    [Fact]
    public void EqualSeedsGiveEqualTextsOnAnyNumberOfThreads()
    {
        HoneOutput first = Generate("--seed", "3", "--threads", "1");
        HoneOutput second = Generate("--seed", "3", "--threads", "2");
        Assert.Equal(first.Out, second.Out);
        Assert.NotEqual(first.Out, Generate("--seed", "4").Out);
        Assert.Matches(@"generation: \d+ tokens, .* tokens/s", first.Error);
        Assert.NotEqual("", first.Out.Trim());
    }

    [Fact]
    public void GreedyIsTemperatureZero() =>
        Assert.Equal(Generate("--greedy", "--seed", "1").Out, Generate("--temperature", "0", "--seed", "2").Out);

    [Fact]
    public void SeveralTextsWithTheirLogProbabilities()
    {
        string output = Generate("--n", "3", "--logprobs", "--top-k", "20", "--top-p", "0.9", "--min-p", "0.01").Out;
        Assert.Contains("[1] ", output);
        Assert.Contains("[3] ", output);
        Assert.Matches(new Regex(@"^\d+ +-\d+\.\d{6} +'", RegexOptions.Multiline), output);
    }

    [Fact]
    public void HelpNamesEveryCommand()
    {
        string output = HoneProcess.Run(model.Root, "--help").AssertSucceeded().Out;
        foreach (string command in new[] { "train", "generate", "eval", "inspect", "tokenize", "env" }) Assert.Contains($"  {command} ", output);
    }

    [Fact]
    public void EvalMeasuresAFileAndKeepsTheAnswers()
    {
        model.Write("sums.jsonl", "{\"prompt\": \"Q: 1+1= A:\", \"answer\": \"2\"}\n{\"prompt\": \"Q: 2+3= A:\", \"answer\": 5}\n");
        HoneOutput output = HoneProcess.Run(model.Root, "eval", "tiny", "--task", "sums.jsonl", "--all", "--verifier", "last_integer", "--samples", "4", "--max-new-tokens", "8", "--out", "measured").AssertSucceeded();
        Assert.Contains("2 problems, 8 answers", output.Out);
        Assert.Contains("pass@4", output.Out);
        Assert.Equal(2, File.ReadLines(Path.Combine(model.Root, "measured", "samples", "eval.jsonl")).Count());
        Assert.Contains("\"accuracy\"", File.ReadAllText(Path.Combine(model.Root, "measured", "evaluation", "eval.json")));
    }

    [Fact]
    public void EvalNamesTheNearestTask() =>
        HoneProcess.Run(model.Root, "eval", "tiny", "--task", "traker").AssertRefused(1, "unknown task 'traker'", "Did you mean 'tracker'?");

    private HoneOutput Generate(params string[] options) =>
        HoneProcess.Run(model.Root, ["generate", "tiny", "Q: 12+30=", "--max-new-tokens", "12", .. options]).AssertSucceeded();
}
