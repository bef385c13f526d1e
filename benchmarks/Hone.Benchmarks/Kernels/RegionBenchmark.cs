using System.Diagnostics;
using Hone.Benchmarks.Measuring;
using Hone.Tensors;
using Hone.Training.Benchmarking;

namespace Hone.Benchmarks.Kernels;

/// <summary>
/// What a parallel region costs beyond its work, back to back, and what it allocates. Every piece works for 2 microseconds, long
/// enough for the workers to come: with nothing to do the caller would be through before them.
/// </summary>
internal static class RegionBenchmark
{
    private const int Regions = 200;
    private const double PieceMicroseconds = 2;

    private readonly struct Wait(long ticks) : IParallelWork
    {
        public void Execute(int index, int worker)
        {
            long start = Stopwatch.GetTimestamp();
            while (Stopwatch.GetTimestamp() - start < ticks)
            {
            }
        }
    }

    public static IEnumerable<Figure> Run(CpuBackend backend)
    {
        if (backend.Threads == 1)
            yield break;
        var work = new Wait((long)(PieceMicroseconds * Stopwatch.Frequency / 1e6));
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
        double Beyond(double all) => (all / Regions * 1e6) - PieceMicroseconds;
        yield return new Figure("parallel region, beyond its pieces", backend.Threads, Beyond(seconds.Minimum), Beyond(seconds.Median), 1.0, "us", AtMost: true);
        yield return new Figure($"bytes allocated by {Regions} regions", backend.Threads, bytes, bytes, 0, "bytes", AtMost: true);
    }
}
