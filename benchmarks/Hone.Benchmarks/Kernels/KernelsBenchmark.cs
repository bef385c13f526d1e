using Hone.Benchmarks.Measuring;
using Hone.Tensors;

namespace Hone.Benchmarks.Kernels;

/// <summary>Every kernel as a share of its limit, beside its target, on 1 thread and on all.</summary>
internal static class KernelsBenchmark
{
    /// <param name="output">Where the table goes.</param>
    /// <param name="only">Part of the names of what is measured; null for all.</param>
    public static void Run(TextWriter output, string? only)
    {
        var figures = new List<Figure>();
        foreach (int threads in new[] { 1, Environment.ProcessorCount }.Distinct())
        {
            using var backend = new CpuBackend(threads);
            var meter = new Meter(backend);
            (string Name, Func<IEnumerable<Figure>> Run)[] kernels =
            [
                ("tile", () => TileBenchmark.Run(backend, meter)),
                ("product", () => ProductBenchmark.Run(backend, meter)),
                ("logits", () => LogitsBenchmark.Run(backend)),
                ("rows", () => RowProductBenchmark.Run(backend)),
                ("bfloat16", () => HalfBenchmark.Run(backend, meter)),
                ("quantized", () => QuantizedBenchmark.Run(backend, meter)),
                ("attention", () => AttentionBenchmark.Run(backend, meter)),
                ("exp", () => ExpBenchmark.Run(backend, meter)),
                ("region", () => RegionBenchmark.Run(backend)),
            ];
            foreach ((string name, Func<IEnumerable<Figure>> run) in kernels)
            {
                if (only is null || only.Split(',').Contains(name))
                    figures.AddRange(run());
            }
        }
        MarkdownTable.Write(output, figures.OrderBy(f => figures.FindIndex(g => g.What == f.What)).ThenBy(f => f.Threads));
        int missed = figures.Count(f => f.IsReached == false), targets = figures.Count(f => f.Target is not null);
        output.WriteLine($"{targets - missed} of {targets} targets reached, by the best of many calls.");
        output.WriteLine();
    }
}
