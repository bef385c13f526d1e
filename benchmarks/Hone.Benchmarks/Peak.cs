using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Hone.Benchmarks;

/// <summary>The limit that figures are held against: fused multiply-adds on registers only, on as many threads.</summary>
internal static class Peak
{
    private const int Rounds = 200_000, Chains = 12;

    /// <summary>Best of several short loops, in GFLOP/s.</summary>
    public static double GigaFlops(int threads)
    {
        double best = 0;
        for (int repeat = 0; repeat < 7; repeat++)
        {
            var ready = new Barrier(threads);
            var seconds = new double[threads];
            Thread[] workers = [.. Enumerable.Range(0, threads).Select(t => new Thread(() =>
            {
                ready.SignalAndWait();
                long start = Stopwatch.GetTimestamp();
                Loop(Rounds);
                seconds[t] = Stopwatch.GetElapsedTime(start).TotalSeconds;
            }))];
            Array.ForEach(workers, w => w.Start());
            Array.ForEach(workers, w => w.Join());
            int width = Vector512.IsHardwareAccelerated ? 16 : 8;
            best = Math.Max(best, 2.0 * width * Chains * Rounds * threads / seconds.Max() / 1e9);
        }
        return best;
    }

    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private static float Loop(int rounds) => Vector512.IsHardwareAccelerated ? Loop512(rounds) : Loop256(rounds);

    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private static float Loop512(int rounds)
    {
        Vector512<float> x = Vector512.Create(0.999f), y = Vector512.Create(0.001f);
        Vector512<float> a = x, b = y, c = x, d = y, e = x, f = y, g = x, h = y, i = x, j = y, k = x, l = y;
        for (int r = 0; r < rounds; r++)
        {
            a = Vector512.FusedMultiplyAdd(a, x, y); b = Vector512.FusedMultiplyAdd(b, x, y); c = Vector512.FusedMultiplyAdd(c, x, y);
            d = Vector512.FusedMultiplyAdd(d, x, y); e = Vector512.FusedMultiplyAdd(e, x, y); f = Vector512.FusedMultiplyAdd(f, x, y);
            g = Vector512.FusedMultiplyAdd(g, x, y); h = Vector512.FusedMultiplyAdd(h, x, y); i = Vector512.FusedMultiplyAdd(i, x, y);
            j = Vector512.FusedMultiplyAdd(j, x, y); k = Vector512.FusedMultiplyAdd(k, x, y); l = Vector512.FusedMultiplyAdd(l, x, y);
        }
        return (a + b + c + d + e + f + g + h + i + j + k + l).GetElement(0);
    }

    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private static float Loop256(int rounds)
    {
        Vector256<float> x = Vector256.Create(0.999f), y = Vector256.Create(0.001f);
        Vector256<float> a = x, b = y, c = x, d = y, e = x, f = y, g = x, h = y, i = x, j = y, k = x, l = y;
        for (int r = 0; r < rounds; r++)
        {
            a = Vector256.FusedMultiplyAdd(a, x, y); b = Vector256.FusedMultiplyAdd(b, x, y); c = Vector256.FusedMultiplyAdd(c, x, y);
            d = Vector256.FusedMultiplyAdd(d, x, y); e = Vector256.FusedMultiplyAdd(e, x, y); f = Vector256.FusedMultiplyAdd(f, x, y);
            g = Vector256.FusedMultiplyAdd(g, x, y); h = Vector256.FusedMultiplyAdd(h, x, y); i = Vector256.FusedMultiplyAdd(i, x, y);
            j = Vector256.FusedMultiplyAdd(j, x, y); k = Vector256.FusedMultiplyAdd(k, x, y); l = Vector256.FusedMultiplyAdd(l, x, y);
        }
        return (a + b + c + d + e + f + g + h + i + j + k + l).GetElement(0);
    }

    /// <summary>Seconds of an action: minimum and median of repeats over about a second, after a warm-up.</summary>
    public static (double Best, double Median) Time(Action action, int repeats = 25)
    {
        for (int i = 0; i < 3; i++)
            action();
        var seconds = new double[repeats];
        for (int i = 0; i < repeats; i++)
        {
            long start = Stopwatch.GetTimestamp();
            action();
            seconds[i] = Stopwatch.GetElapsedTime(start).TotalSeconds;
        }
        Array.Sort(seconds);
        return (seconds[0], seconds[repeats / 2]);
    }
}
