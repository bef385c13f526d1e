using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Hone.AcceptanceTests;

/// <summary><c>hone train</c> as a user sees it: files, dry run, Ctrl-C and resume.</summary>
public sealed partial class TrainTests(TinyModel model)
{
    private const string Recipe = """
        # Three steps on two answers.
        recipe: sft
        model: ../tiny
        data: data.jsonl
        batch_size: 2
        max_steps: 3
        learning_rate: 1.0e-3
        logging_steps: 1
        """;

    private const string Data = """
        {"prompt": "Q: 1+1= A:", "completion": " 2"}
        {"prompt": "Q: 2+3= A:", "completion": " 5"}
        """;

    /// <summary>A folder with a recipe and its data; paths in it begin at its own folder.</summary>
    private void Write(string folder)
    {
        model.Write(Path.Combine(folder, "recipe.yaml"), Recipe);
        model.Write(Path.Combine(folder, "data.jsonl"), Data);
    }

    [Fact]
    public void ARunLeavesAModelThatOpens()
    {
        Write("plain");
        string progress = HoneProcess.Run(model.Root, "train", "plain/recipe.yaml", "output_dir=plain/run", "max_steps=4").AssertSucceeded().Error;
        Assert.Contains("step 4/4  loss ", progress);
        HoneProcess.Run(model.Root, "generate", Path.Combine("plain", "run", "model"), "Q: 1+1= A:", "--greedy", "--max-new-tokens", "4").AssertSucceeded();

        string inspected = HoneProcess.Run(model.Root, "inspect", Path.Combine("plain", "run")).AssertSucceeded().Out;
        Assert.Contains("sft", inspected);
        Assert.Contains("step 4", inspected);
        Assert.Contains("max_steps: 4", File.ReadAllText(Path.Combine(model.Root, "plain", "run", "config.yaml")));

        HoneProcess.Run(model.Root, "train", "plain/recipe.yaml", "output_dir=plain/run").AssertRefused(1, "exists already");
    }

    [Fact]
    public void ADryRunSaysMinutesAndBytesAndWritesNothing()
    {
        Write("dry");
        string output = HoneProcess.Run(model.Root, "train", "dry/recipe.yaml", "output_dir=dry/run", "--dry-run").AssertSucceeded().Out;
        Assert.Matches(@"time +\d+\.\d minutes", output);
        Assert.Matches(@"memory +[\d.]+ [KMG]iB", output);
        Assert.Matches(@"disk +[\d.]+ [KMG]iB", output);
        Assert.False(Directory.Exists(Path.Combine(model.Root, "dry", "run")));
    }

    [Fact]
    public async Task CtrlCSavesAndResumeGoesOn()
    {
        if (OperatingSystem.IsWindows()) Assert.Skip("Signals are sent with kill.");
        if (IgnoresInterrupts()) Assert.Skip("Whoever started the tests has Ctrl+C ignored (a job in the background), and programs that they start inherit it.");
        Write("stopped");
        string run = Path.Combine(model.Root, "stopped", "run");
        using Process process = HoneProcess.Start(model.Root, "train", "stopped/recipe.yaml", "output_dir=stopped/run", "max_steps=10000000");
        Task<string> output = process.StandardOutput.ReadToEndAsync();
        string? line;
        do line = await process.StandardError.ReadLineAsync(); while (line is not null && !line.StartsWith("step 2/", StringComparison.Ordinal));
        Task<string> error = process.StandardError.ReadToEndAsync();
        using (Process kill = Process.Start("kill", ["-INT", process.Id.ToString(CultureInfo.InvariantCulture)])) kill.WaitForExit();
        await process.WaitForExitAsync();
        Assert.Equal(130, process.ExitCode);
        Match stopped = StoppedAfter().Match(await error);
        Assert.True(stopped.Success, await error + await output);
        int steps = int.Parse(stopped.Groups[1].Value, CultureInfo.InvariantCulture);
        Assert.True(File.Exists(Path.Combine(run, "checkpoints", $"step-{steps}", "model.safetensors")));

        HoneOutput resumed = HoneProcess.Run(model.Root, "train", "stopped/recipe.yaml", "output_dir=stopped/run", $"max_steps={steps + 2}", "--resume").AssertSucceeded();
        Assert.Contains($"resumed after step {steps}", resumed.Out);
        Assert.Contains($"step {steps + 1}/{steps + 2}", resumed.Error);
        Assert.True(File.Exists(Path.Combine(run, "model", "model.safetensors")));
    }

    // Bit 1 of the signals that this process ignores is SIGINT's.
    private static bool IgnoresInterrupts()
    {
        const string Status = "/proc/self/status", Ignored = "SigIgn:";
        string? line = File.Exists(Status) ? File.ReadLines(Status).FirstOrDefault(line => line.StartsWith(Ignored, StringComparison.Ordinal)) : null;
        return line is not null && (ulong.Parse(line.AsSpan(Ignored.Length).Trim(), NumberStyles.HexNumber, CultureInfo.InvariantCulture) & 2) != 0;
    }

    [Fact]
    public void AnUnknownModelInARecipeIsNamed()
    {
        Write("unknown");
        HoneProcess.Run(model.Root, "train", "unknown/recipe.yaml", "model=tinny").AssertRefused(1, "unknown model 'tinny'", "tiny");
    }

    [Fact]
    public void DataThatIsNotThereIsNamedAndNothingIsLost()
    {
        Write("nodata");
        HoneProcess.Run(model.Root, "train", "nodata/recipe.yaml", "data=none.jsonl", "output_dir=nodata/run").AssertRefused(1, "none.jsonl");
    }

    [Fact]
    public void AnOverrideWithoutAValueIsWrongUsage()
    {
        Write("usage");
        HoneProcess.Run(model.Root, "train", "usage/recipe.yaml", "max_steps").AssertRefused(2, "'max_steps' is no key=value");
    }

    [GeneratedRegex(@"Stopped after step (\d+) and saved")]
    private static partial Regex StoppedAfter();
}
