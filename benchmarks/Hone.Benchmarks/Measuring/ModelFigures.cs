using Hone.Training.Benchmarking;

namespace Hone.Benchmarks.Measuring;

/// <summary>Results of whole models as figures.</summary>
internal static class ModelFigures
{
    /// <summary>The header of a table of them.</summary>
    public static string[] Header => ["what", "threads", "target", "share of the limit, best (median)", "limit", ""];

    /// <summary>A result beside its target; tokens a second stand in the name.</summary>
    public static Figure Of(BenchResult result, double? target)
    {
        string limit = result.Limit == BenchLimit.Fma ? $"FMA {result.LimitValue:0} GFLOP/s" : $"read {result.LimitValue:0.0} GB/s";
        SampleStatistics rate = result.TokensPerSecond;
        return new Figure($"{result.Model.Name} {result.Test.Name}: {rate.Maximum:0} tokens/s ({rate.Median:0})", result.Threads, result.BestShare, result.MedianShare, target, Limit: limit);
    }
}
