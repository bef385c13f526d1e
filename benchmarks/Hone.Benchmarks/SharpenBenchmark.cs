using Hone.Evaluation.Tasks.Tracker;
using Hone.Tensors;
using Hone.Training.Configuration;
using Hone.Training.Recipes;
using Hone.Training.Runs;

namespace Hone.Benchmarks;

/// <summary>The main job: wall seconds of its 50 steps, evaluations not counted, with the FMA peak beside.</summary>
internal static class SharpenBenchmark
{
    public static void Run()
    {
        string root = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(root, "Hone.slnx")))
            root = Path.GetDirectoryName(root) ?? throw new InvalidOperationException("Run this from a clone.");
        string output = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        using var backend = new CpuBackend();
        double peak = Peak.GigaFlops(backend.Threads);
        var steps = new List<(double Step, double Generation)>();
        RlConfig config = RlConfig.Read(RecipeReader.Load(
            Path.Combine(root, "recipes", "sharpen.yaml"),
            [$"output_dir={output}", $"model={Path.Combine(root, "models", "hone-base")}", "eval_problems=0", "save_steps=0"]));
        try
        {
            RlResult result = RlRecipe.Run(config, TrackerTask.Create(), [], new RunContext
            {
                Backend = backend,
                Observer = new RunObserver { Step = s => steps.Add((Value(s, "step_time"), Value(s, "generation_time"))) },
            });
            double[] times = [.. steps.Select(s => s.Step).Order()];
            Console.WriteLine($"{backend.Description}: FMA peak {peak:F0} GFLOP/s");
            Console.WriteLine($"sharpen: {result.Training.TrainingSeconds:F1} s for {steps.Count} steps of {config.PromptsPerStep * config.NumGenerations} completions; a step {times[0]:F2} to {times[^1]:F2} s, median {times[times.Length / 2]:F2}; generation {steps.Sum(s => s.Generation):F1} s of it");
        }
        finally
        {
            if (Directory.Exists(output))
                Directory.Delete(output, recursive: true);
        }
    }

    private static double Value(StepReport report, string key) => report.Metrics.First(m => m.Key == key).Value;
}
