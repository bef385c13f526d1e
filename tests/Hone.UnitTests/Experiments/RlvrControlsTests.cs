using Hone.Evaluation.Statistics;
using Hone.Evaluation.Tasks;
using Hone.Evaluation.Tasks.Tracker;
using Hone.Experiments;
using Hone.Tensors;
using Hone.Training.Configuration;
using Hone.Training.Recipes;
using Hone.Training.Rewards;
using Hone.Training.Runs;
using Hone.UnitTests.House;
using Hone.Verification;
using Xunit;

namespace Hone.UnitTests.Experiments;

/// <summary>The experiment at a size that says nothing about its claim, only that it measures what it says.</summary>
public sealed class RlvrControlsTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("hone-lab-").FullName;
    private readonly CpuBackend _backend = new(1);
    private readonly List<string> _messages = [];

    [Fact]
    public void FourArmsRunAndFinishedCellsAreNotRunAgain()
    {
        RlvrControlsOptions options = Options();
        RlvrControlsResult first = RlvrControls.Run(options, Context());

        Assert.Equal(RlvrArms.All, first.Cells.Select(c => c.Arm));
        Assert.Equal(RlvrArms.All, first.Summaries.Select(s => s.Arm));
        Assert.Single(first.Cells.Select(c => c.Before).Distinct());
        foreach (RlvrArm arm in RlvrArms.All)
        {
            string run = Path.Combine(options.OutputDirectory, "runs", RlvrCell.NameOf(3, arm));
            Assert.Equal(2, File.ReadAllLines(Path.Combine(run, "metrics.jsonl")).Length);
            Assert.True(File.Exists(Path.Combine(run, "model", "model.safetensors")));
        }
        // Two fair coins in a group differ half the time; the same run without a reward that differs would not move.
        Assert.NotEqual(Weights(BaseOf(options)), Weights(ModelOf(options, RlvrArm.Random)));
        string results = File.ReadAllText(Path.Combine(options.OutputDirectory, "results.md"));
        Assert.Equal(RlvrTables.Markdown(first), results);
        Assert.All(RlvrArms.All, arm => Assert.Contains($"| 3 | {RlvrArms.NameOf(arm)} |", results));

        // One cell is taken away, another is marked: only the first is run again, and with the same numbers.
        string Cell(RlvrArm arm) => Path.Combine(options.OutputDirectory, "cells", RlvrCell.NameOf(3, arm) + ".json");
        File.Delete(Cell(RlvrArm.Random));
        RlvrCellJson.Save(first.Cells[0] with { TrainingSeconds = 12345 }, Cell(RlvrArm.Verifiable));
        byte[] weights = Weights(ModelOf(options, RlvrArm.Random));
        _messages.Clear();
        RlvrControlsResult second = RlvrControls.Run(options, Context());
        Assert.Equal(["seed3-random: 2 steps"], _messages.Where(m => m.EndsWith(" steps", StringComparison.Ordinal)));
        Assert.Equal(12345, second.Cells[0].TrainingSeconds);
        Assert.Equal(first.Cells.Select(c => (c.Before, c.After)), second.Cells.Select(c => (c.Before, c.After)));
        Assert.Equal(weights, Weights(ModelOf(options, RlvrArm.Random)));

        // A finished cell of other settings is refused, not mixed in.
        RlvrControlsOptions longer = options with { Sharpen = options.Sharpen with { EvalSamples = 2 } };
        string message = Assert.Throws<RecipeException>(() => RlvrControls.Run(longer, Context())).Message;
        Assert.EndsWith("was run with eval_samples 1, not 2; write elsewhere with --out, or delete the file", message, StringComparison.Ordinal);
    }

    [Fact]
    public void AnInterruptionKeepsFinishedCells()
    {
        RlvrControlsOptions options = Options();
        using var stop = new CancellationTokenSource();
        RunContext context = Context() with { Interrupt = stop.Token };
        context = context with
        {
            Observer = new RunObserver { Message = m => { if (m.StartsWith("seed3-format-only: 2", StringComparison.Ordinal)) stop.Cancel(); } },
        };
        Assert.ThrowsAny<OperationCanceledException>(() => RlvrControls.Run(options, context));
        Assert.Equal(["seed3-verifiable.json"], Directory.GetFiles(Path.Combine(options.OutputDirectory, "cells")).Select(Path.GetFileName));

        RlvrControlsResult result = RlvrControls.Run(options, Context());
        Assert.Equal(4, result.Cells.Count);
        Assert.DoesNotContain("seed3-verifiable: 2 steps", _messages);
    }

    [Fact]
    public void RejectionSamplingLearnsFromCorrectCompletionsOnly()
    {
        RlvrControlsOptions options = Options();
        RlvrControls.Run(options, Context());
        string start = BaseOf(options);
        RlConfig config = options.Sharpen with { Model = start };
        string Run(string name, string accepted)
        {
            RlConfig own = config with { Run = config.Run with { OutputDir = Path.Combine(_folder, name) } };
            return RejectionSamplingRecipe.Run(own, Task(new RegexFormatVerifier(accepted)), Context()).Training.ModelPath!;
        }
        string none = Run("none", "never drawn by such a model"), all = Run("all", "(?s:.*)");
        Assert.Equal(Weights(start), Weights(none));
        Assert.NotEqual(Weights(start), Weights(all));
        Assert.Contains("\"rejection_sampling/kept\":1", File.ReadAllLines(Path.Combine(_folder, "all", "metrics.jsonl"))[0], StringComparison.Ordinal);
    }

    [Fact]
    public void CoinsAreFairAndBelongToTheirRow()
    {
        NamedReward reward = RandomReward.Of(7);
        double Coin(long generation, int row) => reward.Function(Sample(generation, row))!.Value;
        double[] forward = [.. Enumerable.Range(0, 4096).Select(i => Coin(i / 64, i % 64))];
        double[] backward = [.. Enumerable.Range(0, 4096).Reverse().Select(i => Coin(i / 64, i % 64)).Reverse()];
        Assert.Equal(forward, backward);
        Assert.All(forward, c => Assert.True(c is 0 or 1));
        // Four standard deviations of a fair coin.
        Assert.InRange(forward.Average(), 0.5 - 0.032, 0.5 + 0.032);
        Assert.NotEqual(forward, [.. Enumerable.Range(0, 4096).Select(i => RandomReward.Of(8).Function(Sample(i / 64, i % 64))!.Value)]);
        Assert.NotEqual(forward[..64], forward[64..128]);
    }

    [Theory]
    [InlineData(true, 4.9, 5.1, 4.5)]
    [InlineData(true, -20.0, 12.0, 4.0)]
    [InlineData(false, 5.2, 5.2, 5.2)]
    [InlineData(false, -2.0, -8.0, -6.0)]
    public void FormatOnlyIsJudgedByItsMean(bool holds, params double[] points)
    {
        RlvrSummary summary = RlvrSummary.Of(RlvrArm.FormatOnly, Cells(RlvrArm.FormatOnly, points));
        Assert.Equal(holds, summary.Holds);
        Assert.StartsWith(holds ? "holds: " : "does not hold: ", summary.Verdict, StringComparison.Ordinal);
        Assert.Equal("within 5 points of the base on average over seeds", summary.Rule);
        Assert.Equal(points.Average(), summary.ChangePoints.Mean, 9);
        Assert.Equal((points.Min(), points.Max()), (Math.Round(summary.ChangePoints.Min, 9), Math.Round(summary.ChangePoints.Max, 9)));
    }

    [Fact]
    public void TheOtherArmsAreReportedAndNotJudged()
    {
        foreach (RlvrArm arm in new[] { RlvrArm.Verifiable, RlvrArm.Random, RlvrArm.RejectionSampling })
            Assert.Null(RlvrSummary.Of(arm, Cells(arm, 30, 50, 80)).Holds);
        Assert.Equal("walked +1.0 points on average, -6.0 to +11.0 (standard deviation 8.9)", RlvrSummary.Of(RlvrArm.Random, Cells(RlvrArm.Random, -6, 11, -2)).Verdict);
        Assert.Throws<ArgumentException>(() => RlvrSummary.Of(RlvrArm.Random, Cells(RlvrArm.Verifiable, 1)));
    }

    [Fact]
    public void ACellIsReadAsItWasWritten()
    {
        RlvrCell cell = Cells(RlvrArm.Random, 1.25)[0];
        string path = Path.Combine(_folder, "cell.json");
        RlvrCellJson.Save(cell, path);
        RlvrCell read = RlvrCellJson.Load(path);
        Assert.Equal(cell.Settings, read.Settings);
        Assert.Equal(cell with { Settings = read.Settings }, read);
        File.WriteAllText(path, "{\"schema\":1}");
        Assert.Contains(path, Assert.Throws<InvalidDataException>(() => RlvrCellJson.Load(path)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void SeedsAndBasesPairUp()
    {
        RlvrControlsOptions options = Options();
        Assert.Contains("2 bases for 1 seeds", Assert.Throws<ArgumentException>(() => RlvrControls.Run(options with { Bases = ["a", "b"] }, Context())).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => RlvrControls.Run(options with { Seeds = [1, 1] }, Context()));
    }

    public void Dispose()
    {
        _backend.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private RlvrControlsOptions Options() => new()
    {
        Sharpen = RlConfig.Read(Recipe("sharpen",
            "prompts_per_step=4", "num_generations=2", "max_completion_length=6", "max_steps=2", "eval_problems=4", "eval_samples=1", "min_forced_accuracy=0")),
        Pretrain = PretrainConfig.Read(Recipe("pretrain-base",
            "model.hidden_size=32", "model.intermediate_size=64", "model.num_hidden_layers=2", "model.num_attention_heads=2", "model.num_key_value_heads=1",
            "max_steps=2", "warmup_steps=1", "batch_size=4", "train_tokenizer.documents=100")),
        Task = Task(new MarkedIntegerVerifier()),
        FormatPattern = TrackerTask.FormatPattern,
        Seeds = [3],
        OutputDirectory = Path.Combine(_folder, "out"),
    };

    private static EvalTask Task(IVerifier verifier)
    {
        EvalTask task = TrackerTask.Create(new TrackerOptions { TrainCount = 16, TestCount = 4 });
        return new EvalTask(task.Name, task.Version, task.Train, task.Test, verifier, task.ShowsWork);
    }

    private static RecipeReader Recipe(string name, params string[] overrides) =>
        RecipeReader.Load(Path.Combine(RepositoryFolder.Root, "recipes", name + ".yaml"), overrides);

    private RunContext Context() => new() { Backend = _backend, Observer = new RunObserver { Message = _messages.Add } };

    private static string BaseOf(RlvrControlsOptions options) => Path.Combine(options.OutputDirectory, "bases", "seed3", "model");

    private static string ModelOf(RlvrControlsOptions options, RlvrArm arm) => Path.Combine(options.OutputDirectory, "runs", RlvrCell.NameOf(3, arm), "model");

    private static byte[] Weights(string model) => File.ReadAllBytes(Path.Combine(model, "model.safetensors"));

    private static RewardSample Sample(long generation, int row) => new()
    {
        Prompt = "", Completion = "", CompletionIds = [], Answer = "", IsTruncated = false, Generation = generation, Row = row,
    };

    private static RlvrCell[] Cells(RlvrArm arm, params double[] points) => [.. points.Select((p, seed) => new RlvrCell
    {
        Arm = arm,
        Seed = seed,
        Settings = [new("max_steps", "50")],
        Before = new RlvrMeasurement(new Estimate(0.5, 0.4, 0.6), 0.5, null, 0.1, 8),
        After = new RlvrMeasurement(new Estimate(0.5 + (p / 100), 0.4, 0.6), 0.5, 0.9, null, 40),
        TrainingSeconds = 20,
    })];
}
