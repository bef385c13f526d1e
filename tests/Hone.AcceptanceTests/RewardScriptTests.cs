namespace Hone.AcceptanceTests;

/// <summary>A user's own problems with a user's own reward, through the program itself, where references come from the running process.</summary>
public sealed class RewardScriptTests(TinyModel model)
{
    private const string Recipe = """
        recipe: rl
        model: tiny
        task: problems.jsonl
        rewards:
          - script: reward.csx
          - name: exact_match
            weight: 0.5
        prompts_per_step: 2
        num_generations: 4
        max_completion_length: 8
        max_steps: 2
        eval_problems: 4
        eval_samples: 2
        logging_steps: 1
        """;

    private HoneOutput Train(string folder, string script)
    {
        model.Write(Path.Combine(folder, "recipe.yaml"), Recipe);
        model.Write(Path.Combine(folder, "problems.jsonl"), string.Concat(Enumerable.Range(1, 60).Select(i => $$"""{"prompt": "Q: {{i}}+1= A:", "answer": "{{i + 1}}"}""" + "\n")));
        model.Write(Path.Combine(folder, "reward.csx"), script);
        return HoneProcess.Run(model.Root, "train", $"{folder}/recipe.yaml", $"output_dir={folder}/run");
    }

    [Fact]
    public void AUsersOwnProblemsAndRewardTrain()
    {
        HoneOutput output = Train("own", "// Digits are good.\nvar digits = Completion.Count(char.IsDigit);\nIsTruncated ? digits / 8.0 : null\n").AssertSucceeded();
        Assert.Contains("largest difference between a log-probability as sampled and as trained: 0 over 2 steps", output.Out);
        Assert.Contains("pass@1 before", output.Out);
        string run = Path.Combine(model.Root, "own", "run");
        Assert.Contains("rewards/reward/mean", File.ReadAllText(Path.Combine(run, "metrics.jsonl")));
        Assert.True(File.Exists(Path.Combine(run, "report.html")));
        Assert.Contains("pass@1 after", HoneProcess.Run(model.Root, "inspect", run).AssertSucceeded().Out);
    }

    [Fact]
    public void AScriptThatDoesNotCompileStopsBeforeAnythingIsWritten()
    {
        Train("bad", "var n = 1;\nComplexion.Length + n\n").AssertRefused(1, "reward.csx:2:1: CS0103", "Complexion");
        Assert.False(Directory.Exists(Path.Combine(model.Root, "bad", "run")));
    }

    [Fact]
    public void AScriptThatThrowsIsNamedWithItsLine()
    {
        HoneOutput output = Train("throwing", "var parts = Completion.Split('\\u0007');\nparts[3].Length\n");
        Assert.Equal(1, output.ExitCode);
        string error = Assert.Single(output.Error.Split('\n'), line => line.StartsWith("error: ", StringComparison.Ordinal));
        Assert.Contains("reward.csx:2: IndexOutOfRangeException", error);
        Assert.DoesNotContain("   at ", output.Error);
    }

    [Fact]
    public void AScriptCanBeCheckedWithoutARun()
    {
        string script = model.Write("check/good.csx", "Regex.IsMatch(Completion, \"#\" + Answer) ? 1.0 : 0.0\n");
        Assert.Contains("it compiles", HoneProcess.Run(model.Root, "inspect", script).AssertSucceeded().Out);
        HoneProcess.Run(model.Root, "inspect", "none.csx").AssertRefused(1, "none.csx");
    }
}
