using System.Diagnostics;
using System.Globalization;
using Hone.Tensors;
using Hone.Training.Benchmarking;

namespace Hone.Benchmarks.Measuring;

/// <summary>
/// Times actions in short rounds, with the machine's limits measured before, between and after them: as often as the action
/// itself, so that the best of both has the same chance to fall into a quiet moment.
/// </summary>
internal sealed class Meter(CpuBackend backend, double secondsPerRound = 0.006, int rounds = 40)
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
        (double limit, double best, double median) = Rounds(action, operations / 1e9, _limits.SampleFmaGigaFlops);
        return new Figure(what, Threads, best, median, target, Limit: string.Create(CultureInfo.InvariantCulture, $"FMA {limit:0} GFLOP/s"));
    }

    /// <summary>An action that is bound by memory, as a share of a plain read of as many bytes.</summary>
    /// <param name="what">Name of the row.</param>
    /// <param name="target">Share to reach; null for none.</param>
    /// <param name="bytes">Bytes that a call must read.</param>
    /// <param name="action">The call.</param>
    public Figure Read(string what, double? target, long bytes, Action action)
    {
        Tensor buffer = _limits.CreateReadBuffer(bytes);
        (double limit, double best, double median) = Rounds(action, bytes / 1e9, () => _limits.SampleReadGigabytes(buffer));
        buffer.Storage.Dispose();
        return new Figure(what, Threads, best, median, target, Limit: string.Create(CultureInfo.InvariantCulture, $"read {limit:0.0} GB/s"));
    }

    /// <summary>An action beside another that does as much: how many times as fast it is. The two take turns.</summary>
    /// <param name="what">Name of the row.</param>
    /// <param name="target">Ratio to reach; null for none.</param>
    /// <param name="factor">Work of the action over work of the other.</param>
    /// <param name="other">What it is compared with.</param>
    /// <param name="action">The call.</param>
    public Figure Ratio(string what, double? target, double factor, Action other, Action action)
    {
        for (int i = 0; i < WarmUps; i++)
        {
            other();
            action();
        }
        int calls = Calls(action);
        double best = double.MaxValue, bestOther = double.MaxValue;
        var ratios = new List<double>();
        for (int round = 0; round < rounds; round++)
        {
            double theirs = Round(other, secondsPerRound, calls).Min(), ours = Round(action, secondsPerRound, calls).Min();
            ratios.Add(factor * theirs / ours);
            (best, bestOther) = (Math.Min(best, ours), Math.Min(bestOther, theirs));
        }
        return new Figure(what, Threads, factor * bestOther / best, new SampleStatistics(ratios).Median, target, "x");
    }

    /// <summary>Seconds of a call, without a limit.</summary>
    public static SampleStatistics Seconds(Action action, double secondsPerRound = 0.3) => new(Round(action, secondsPerRound, Calls(action)));

    // The best share is that of the best call under the best limit. The median is taken over rounds, each under the better of the
    // two samples beside it: a slower clock or a neighbour slows both.
    private (double Limit, double Best, double Median) Rounds(Action action, double work, Func<double> sample)
    {
        for (int i = 0; i < WarmUps; i++)
            action();
        int calls = Calls(action);
        double limit = 0, fastest = double.MaxValue, before = sample();
        var shares = new List<double>();
        for (int round = 0; round < rounds; round++)
        {
            double seconds = Round(action, secondsPerRound, calls).Min(), after = sample(), beside = Math.Max(before, after);
            shares.Add(work / seconds / beside);
            (limit, fastest, before) = (Math.Max(limit, beside), Math.Min(fastest, seconds), after);
        }
        return (limit, work / fastest / limit, new SampleStatistics(shares).Median);
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
