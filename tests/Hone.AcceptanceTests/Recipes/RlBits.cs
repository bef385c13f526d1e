using Hone.Evaluation.Tasks;
using Hone.Evaluation.Tasks.Tracker;
using Hone.Tensors;
using Hone.Training.Configuration;
using Hone.Training.Metrics;
using Hone.Training.Recipes;
using Hone.Training.Runs;

namespace Hone.AcceptanceTests.Recipes;

/// <summary>Short runs of the main job on the embedded base, and the one that all others are compared with.</summary>
public sealed class RlBits : IDisposable
{
    public const int Steps = 6;

    private readonly EvalTask _task = TrackerTask.Create(new TrackerOptions { TrainCount = 64, TestCount = 8 });
    private readonly string _root = Directory.CreateTempSubdirectory("hone-bits-").FullName;
    private int _runs;

    public RlBits()
    {
        Expected = NewRun();
        using var backend = new CpuBackend(threads: 1);
        Run(Expected, backend);
    }

    /// <summary>The run directory of the uninterrupted run on one thread, the widest kernels, micro-batches of 8.</summary>
    public string Expected { get; }

    public string NewRun() => Path.Combine(_root, "run" + Interlocked.Increment(ref _runs));

    public RecipeResult Run(string run, Backend backend, int microBatch = 8, Func<RunContext, RunContext>? with = null, bool recompute = false)
    {
        var context = new RunContext { Backend = backend };
        return RlRecipe.Run(Config(run, microBatch, recompute), _task, [], with?.Invoke(context) ?? context).Training;
    }

    private static RlConfig Config(string run, int microBatch, bool recompute) => RlConfig.Read(RecipeReader.Parse(
        $"""
        recipe: rl
        model: {BasePath()}
        task: tracker
        output_dir: {run}
        prompts_per_step: 4
        num_generations: 4
        max_completion_length: 48
        max_steps: {Steps}
        loss_type: dr_grpo
        scale_rewards: none
        learning_rate: 1.0e-4
        adam_beta2: 0.95
        eval_problems: 0
        micro_batch: {microBatch}
        gradient_checkpointing: {(recompute ? "true" : "false")}
        save_steps: 3
        seed: 0
        """, "bits.yaml"));

    /// <summary>Fails unless a run has the weights and, but for the times, the metrics of the expected one.</summary>
    public void AssertSame(string run)
    {
        Assert.Equal(Timeless(Expected), Timeless(run));
        Assert.True(Weights(Expected).AsSpan().SequenceEqual(Weights(run)), "The runs end in different weights.");
    }

    public static byte[] Weights(string run) => File.ReadAllBytes(Path.Combine(run, "model", "model.safetensors"));

    public static IReadOnlyList<MetricsLine> Metrics(string run) => [.. MetricsReader.Read(Path.Combine(run, "metrics.jsonl"))];

    public static byte[] BaseWeights() => File.ReadAllBytes(Path.Combine(BasePath(), "model.safetensors"));

    private static string[] Timeless(string run) =>
    [
        .. Metrics(run).Select(line => $"{line.Step}: " + string.Join(
            ' ', line.Values.Where(v => !v.Key.EndsWith("_time", StringComparison.Ordinal)).Select(v => FormattableString.Invariant($"{v.Key}={v.Value:R}")))),
    ];

    public static string BasePath()
    {
        for (var directory = new DirectoryInfo(AppContext.BaseDirectory); directory is not null; directory = directory.Parent)
        {
            if (File.Exists(Path.Combine(directory.FullName, "Hone.slnx")))
                return Path.Combine(directory.FullName, "models", "hone-base");
        }
        throw new DirectoryNotFoundException("The tests do not run inside the repository.");
    }

    public void Dispose() => Directory.Delete(_root, recursive: true);
}
