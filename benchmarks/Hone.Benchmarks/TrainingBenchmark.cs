using Hone.Benchmarks.Measuring;
using Hone.Training.Benchmarking;

namespace Hone.Benchmarks;

/// <summary>Training steps of two models, AdamW included, counting 6 operations a parameter and token against the FMA limit.</summary>
internal static class TrainingBenchmark
{
    private static readonly (string Shape, double Target)[] Models = [("d256", 0.50), ("smollm2-135m", 0.60)];

    public static void Run(TextWriter output)
    {
        var figures = new List<Figure>();
        foreach ((string shape, double target) in Models)
        {
            var options = new BenchOptions { PromptLengths = [], GenerateLengths = [], Threads = [.. new[] { 1, Environment.ProcessorCount }.Distinct()] };
            foreach (BenchResult result in BenchRunner.Run(BenchModel.Of(BenchShapes.Find(shape)!), options, TimeProvider.System))
                figures.Add(ModelFigures.Of(result, result.Threads == 1 ? null : target));
        }
        MarkdownTable.Write(output, ModelFigures.Header, [.. figures.Select(f => f.Row())]);
    }
}
