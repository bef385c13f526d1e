using Hone.Evaluation.Runs;
using Xunit;

namespace Hone.UnitTests.Evaluation;

public sealed class RunDirectoryTests : IDisposable
{
    private static readonly RunInfo Info = new("rl", new DateTimeOffset(2025, 1, 2, 3, 4, 5, TimeSpan.Zero), "0.1.0", "chain-f32-v3");
    private readonly string _root = Directory.CreateTempSubdirectory("hone-run").FullName;

    private string Path_(string name) => Path.Combine(_root, name);

    [Fact]
    public void A_run_is_made_and_opened()
    {
        RunDirectory run = RunDirectory.Create(Path_("a"), Info, "lr: 1\n");
        Assert.Equal("lr: 1\n", File.ReadAllText(run.ConfigPath));
        RunDirectory opened = RunDirectory.Open(Path_("a"));
        Assert.Equal(Info, opened.Info);
        Assert.Equal(run.Root, opened.Root);
        Assert.Throws<RunFormatException>(() => RunDirectory.Create(Path_("a"), Info, null));
        Directory.CreateDirectory(Path_("empty"));
        RunDirectory.Create(Path_("empty"), Info with { Contract = null }, null);
        Assert.Null(RunDirectory.Open(Path_("empty")).Info.Contract);
    }

    [Fact]
    public void Other_directories_and_versions_are_refused_in_one_line()
    {
        RunDirectory run = RunDirectory.Create(Path_("a"), Info, null);
        string json = File.ReadAllText(Path.Combine(run.Root, "run.json"));
        string[] bad = ["", "{", "[]", "{}", json.Replace("\"schema_version\": 1", "\"schema_version\": 2", StringComparison.Ordinal), json.Replace("2025", "x", StringComparison.Ordinal)];
        foreach (string text in bad)
        {
            File.WriteAllText(Path.Combine(run.Root, "run.json"), text);
            Assert.DoesNotContain('\n', Assert.Throws<RunFormatException>(() => RunDirectory.Open(run.Root)).Message);
        }
        Assert.Throws<RunFormatException>(() => RunDirectory.Open(Path_("missing")));
    }

    [Fact]
    public void Checkpoints_are_whole_sorted_and_limited()
    {
        RunDirectory run = RunDirectory.Create(Path_("a"), Info, null);
        Assert.Empty(run.CheckpointSteps());
        foreach (long step in new[] { 5, 20, 100 }) run.WriteCheckpoint(step, d => File.WriteAllText(Path.Combine(d, "w"), $"{step}"));
        Directory.CreateDirectory(run.CheckpointPath(200) + AtomicFolder.PartialSuffix);
        Directory.CreateDirectory(Path.Combine(run.CheckpointsPath, "step-x"));
        Assert.Equal([5, 20, 100], run.CheckpointSteps());

        Assert.Throws<InvalidOperationException>(() => run.WriteCheckpoint(20, d =>
        {
            File.WriteAllText(Path.Combine(d, "w"), "half");
            throw new InvalidOperationException();
        }));
        Assert.Equal("20", File.ReadAllText(Path.Combine(run.CheckpointPath(20), "w")));
        run.WriteCheckpoint(20, d => File.WriteAllText(Path.Combine(d, "w"), "again"));
        Assert.Equal("again", File.ReadAllText(Path.Combine(run.CheckpointPath(20), "w")));

        run.WriteCheckpoint(101, d => File.WriteAllText(Path.Combine(d, "w"), "101"), saveTotalLimit: 2);
        Assert.Equal([100, 101], run.CheckpointSteps());
        run.WriteCheckpoint(3, d => File.WriteAllText(Path.Combine(d, "w"), "3"), saveTotalLimit: 1);
        Assert.Contains(3, run.CheckpointSteps());
        Assert.Throws<ArgumentOutOfRangeException>(() => run.WriteCheckpoint(4, _ => { }, saveTotalLimit: 0));
    }

    [Theory]
    [InlineData("../x")]
    [InlineData("a/b")]
    [InlineData(".hidden")]
    [InlineData("")]
    public void File_names_cannot_leave_the_run(string name)
    {
        RunDirectory run = RunDirectory.Create(Path_("a"), Info, null);
        Assert.ThrowsAny<ArgumentException>(() => run.SamplesPath(name));
        Assert.ThrowsAny<ArgumentException>(() => run.EvaluationPath(name));
        Assert.EndsWith("after-sampled.jsonl", run.SamplesPath("after-sampled"));
    }

    public void Dispose() => Directory.Delete(_root, recursive: true);
}
