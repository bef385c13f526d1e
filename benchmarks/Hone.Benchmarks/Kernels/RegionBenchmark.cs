using Hone.Benchmarks.Measuring;
using Hone.Tensors;
using Hone.Training.Benchmarking;

namespace Hone.Benchmarks.Kernels;

/// <summary>A parallel region without work: what handing out costs, back to back, and what it allocates.</summary>
internal static class RegionBenchmark
{
    private const int Regions = 200;

    private readonly struct Nothing : IParallelWork
    {
        public void Execute(int index, int worker)
        {
        }
    }

    public static IEnumerable<Figure> Run(CpuBackend backend)
    {
        if (backend.Threads == 1)
            yield break;
        var work = default(Nothing);
        void Back()
        {
            for (int i = 0; i < Regions; i++)
                backend.Workers.Run(ref work, backend.Threads);
        }
        Back();
        long before = GC.GetAllocatedBytesForCurrentThread();
        Back();
        long bytes = GC.GetAllocatedBytesForCurrentThread() - before;
        SampleStatistics seconds = Meter.Seconds(Back);
        // Held against the median: the best region is one that no worker came to.
        double median = seconds.Median / Regions * 1e6;
        yield return new Figure("parallel region, back to back (median)", backend.Threads, median, median, 1.0, "us", AtMost: true);
        yield return new Figure($"bytes allocated by {Regions} regions", backend.Threads, bytes, bytes, 0, "bytes", AtMost: true);
    }
}
