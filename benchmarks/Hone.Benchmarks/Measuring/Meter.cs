using System.Diagnostics;
using System.Globalization;
using Hone.Tensors;
using Hone.Training.Benchmarking;

namespace Hone.Benchmarks.Measuring;

/// <summary>Times actions in rounds, with the machine's limits measured before, between and after the rounds.</summary>
internal sealed class Meter(CpuBackend backend, double secondsPerRound = 0.05, int rounds = 6)
{
    private const int FewestCalls = 2, WarmUps = 3;
    private const double ShortestSample = 0.0005;
    private readonly MachineLimits _limits = new(backend, TimeProvider.System);

    /// <summary>Threads that are measured with.</summary>
    public int Threads => backend.Threads;

    /// <summary>An action that is bound by arithmetic, as a share of the FMA limit.</summary>
    /// <param name="what">Name of the row.</param>
    /// <param name="target">Share to reach; null for none.</param>
    /// <param name="operations">Multiplications and additions of a call.</param>
    /// <param name="action">The call.</param>
    public Figure Fma(string what, double? target, double operations, Action action)
    {
        (SampleStatistics seconds, double limit) = Rounds(action, _limits.SampleFmaGigaFlops);
        double least = operations / (limit * 1e9);
        return new Figure(what, Threads, least / seconds.Minimum, least / seconds.Median, target, Limit: string.Create(CultureInfo.InvariantCulture, $"FMA {limit:0} GFLOP/s"));
    }

    /// <summary>An action that is bound by memory, as a share of a plain read of as many bytes.</summary>
    /// <param name="what">Name of the row.</param>
    /// <param name="target">Share to reach; null for none.</param>
    /// <param name="bytes">Bytes that a call must read.</param>
    /// <param name="action">The call.</param>
    public Figure Read(string what, double? target, long bytes, Action action)
    {
        Tensor buffer = backend.CreateTensor(new Shape(checked((int)(bytes / 4096)), 1024));
        (SampleStatistics seconds, double limit) = Rounds(action, () => _limits.SampleReadGigabytes(buffer));
        buffer.Storage.Dispose();
        double least = bytes / (limit * 1e9);
        return new Figure(what, Threads, least / seconds.Minimum, least / seconds.Median, target, Limit: string.Create(CultureInfo.InvariantCulture, $"read {limit:0.0} GB/s"));
    }

    /// <summary>Seconds of a call, without a limit.</summary>
    public static SampleStatistics Seconds(Action action, double secondsPerRound = 0.3) => new(Round(action, secondsPerRound, Calls(action)));

    private (SampleStatistics Seconds, double Limit) Rounds(Action action, Func<double> sample)
    {
        for (int i = 0; i < WarmUps; i++)
            action();
        int calls = Calls(action);
        var seconds = new List<double>();
        double limit = sample();
        for (int round = 0; round < rounds; round++)
        {
            seconds.AddRange(Round(action, secondsPerRound, calls));
            limit = Math.Max(limit, sample());
        }
        return (new SampleStatistics(seconds), limit);
    }

    // Calls of one sample: so many that reading the clock and one late interruption are small beside it.
    private static int Calls(Action action)
    {
        long start = Stopwatch.GetTimestamp();
        action();
        return (int)Math.Clamp(ShortestSample / Stopwatch.GetElapsedTime(start).TotalSeconds, 1, 10_000);
    }

    private static List<double> Round(Action action, double secondsPerRound, int calls)
    {
        var seconds = new List<double>();
        for (double total = 0; total < secondsPerRound || seconds.Count < FewestCalls;)
        {
            long start = Stopwatch.GetTimestamp();
            for (int call = 0; call < calls; call++)
                action();
            double elapsed = Stopwatch.GetElapsedTime(start).TotalSeconds;
            seconds.Add(elapsed / calls);
            total += elapsed;
        }
        return seconds;
    }
}
