using System.Globalization;
using Hone.Benchmarks.Measuring;
using Hone.Evaluation.Tasks.Tracker;
using Hone.Tensors;
using Hone.Training.Configuration;
using Hone.Training.Recipes;
using Hone.Training.Runs;

namespace Hone.Benchmarks;

/// <summary>The two recipes whole: making the base model, and sharpening it; evaluations not counted.</summary>
internal static class RecipeBenchmark
{
    private const double MostSharpenSeconds = 20, MostPretrainSeconds = 180;

    /// <summary>50 steps of reinforcement learning.</summary>
    public static void Sharpen(TextWriter output) => Run(output, "sharpen", MostSharpenSeconds, (path, overrides, context) =>
    {
        RlConfig config = RlConfig.Read(RecipeReader.Load(path, [.. overrides, $"model={Clone.At("models", "hone-base")}", "eval_problems=0"]));
        return RlRecipe.Run(config, TrackerTask.Create(), [], context).Training;
    });

    /// <summary>Training of the base model from nothing.</summary>
    public static void Pretrain(TextWriter output) => Run(output, "pretrain-base", MostPretrainSeconds, (path, overrides, context) =>
        PretrainRecipe.Run(PretrainConfig.Read(RecipeReader.Load(path, overrides)), context));

    private static void Run(TextWriter output, string recipe, double mostSeconds, Func<string, string[], RunContext, RecipeResult> run)
    {
        string folder = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        using var backend = new CpuBackend();
        var limits = new MachineLimits(backend, TimeProvider.System);
        double limit = limits.SampleFmaGigaFlops();
        var seconds = new List<double>();
        try
        {
            RecipeResult result = run(Clone.At("recipes", recipe + ".yaml"), [$"output_dir={folder}", "save_steps=0"], new RunContext
            {
                Backend = backend,
                Observer = new RunObserver { Step = s => seconds.Add(s.Metrics.First(m => m.Key == "step_time").Value) },
            });
            limit = Math.Max(limit, limits.SampleFmaGigaFlops());
            seconds.Sort();
            MarkdownTable.Write(output, ["recipe", "steps", "seconds", "aim", "a step: fastest, median, slowest", "limit", ""],
            [
                [
                    recipe, Text($"{seconds.Count}"), Text($"{result.TrainingSeconds:0.0}"), Text($"<= {mostSeconds:0}"),
                    Text($"{seconds[0]:0.000}, {seconds[seconds.Count / 2]:0.000}, {seconds[^1]:0.000} s"),
                    Text($"FMA {limit:0} GFLOP/s, {backend.Description}"), result.TrainingSeconds <= mostSeconds ? "ok" : "missed",
                ],
            ]);
        }
        finally
        {
            if (Directory.Exists(folder))
                Directory.Delete(folder, recursive: true);
        }
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
