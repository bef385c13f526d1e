using Hone.Benchmarks.Measuring;
using Hone.Tensors;

namespace Hone.Benchmarks.Kernels;

/// <summary>Every kernel as a share of its limit, beside its target, on 1 thread and on all.</summary>
internal static class KernelsBenchmark
{
    public static void Run(TextWriter output)
    {
        var figures = new List<Figure>();
        foreach (int threads in new[] { 1, Environment.ProcessorCount }.Distinct())
        {
            using var backend = new CpuBackend(threads);
            var meter = new Meter(backend);
            figures.AddRange(TileBenchmark.Run(backend, meter));
            figures.AddRange(ProductBenchmark.Run(backend, meter));
            figures.AddRange(LogitsBenchmark.Run(backend));
            figures.AddRange(RowProductBenchmark.Run(backend, meter));
            figures.AddRange(AttentionBenchmark.Run(backend, meter));
            figures.AddRange(ExpBenchmark.Run(backend, meter));
            figures.AddRange(RegionBenchmark.Run(backend));
        }
        MarkdownTable.Write(output, figures.OrderBy(f => figures.FindIndex(g => g.What == f.What)).ThenBy(f => f.Threads));
        int missed = figures.Count(f => f.IsReached == false), targets = figures.Count(f => f.Target is not null);
        output.WriteLine($"{targets - missed} of {targets} targets reached, by the best of many calls.");
        output.WriteLine();
    }
}
