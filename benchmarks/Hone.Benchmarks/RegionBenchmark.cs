using System.Diagnostics;
using Hone.Tensors;

namespace Hone.Benchmarks;

/// <summary>
/// The time of a parallel region of one piece a thread: with nothing to do, back to back and after pauses, and with pieces of a
/// given length, whose own time is the limit; then the same beside a busy neighbour, where a pool that only spins would
/// stall for a whole time slice.
/// </summary>
internal static class RegionBenchmark
{
    private const int Regions = 20_000;
    private static readonly double[] PauseMicroseconds = [0, 5, 50, 500], PieceMicroseconds = [2, 10, 100];

    public static void Run()
    {
        int threads = Environment.ProcessorCount;
        Console.WriteLine("| threads | pinned | busy neighbours | pause, us | a piece's work, us | median, us | 99 %, us | 99.9 %, us | largest, us | bytes a region |");
        Console.WriteLine("| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |");
        foreach (int busy in new[] { 0, 1 })
        {
            foreach (bool pin in new[] { false, true })
            {
                foreach (double pause in PauseMicroseconds)
                    Line(threads, pin, busy, pause, 0);
                foreach (double piece in PieceMicroseconds)
                    Line(threads, pin, busy, 0, piece);
            }
        }
    }

    private static void Line(int threads, bool pin, int busy, double pause, double piece)
    {
        bool stop = false;
        Thread[] neighbours = [.. Enumerable.Range(0, busy).Select(_ => new Thread(() => { while (!Volatile.Read(ref stop)) Thread.SpinWait(1000); }) { IsBackground = true })];
        Array.ForEach(neighbours, n => n.Start());
        using var pool = new WorkerPool(threads, pin);
        var work = new Nothing(new int[threads * 64], (long)(piece * Stopwatch.Frequency / 1e6));
        int count = pause + piece < 20 ? Regions : Regions / 20;
        var ticks = new long[count];
        Pass(pool, ref work, ticks.AsSpan(0, Math.Min(count, 1000)), pause);
        long bytes = GC.GetAllocatedBytesForCurrentThread();
        Pass(pool, ref work, ticks, pause);
        bytes = GC.GetAllocatedBytesForCurrentThread() - bytes;
        Volatile.Write(ref stop, true);
        Array.ForEach(neighbours, n => n.Join());
        Array.Sort(ticks);
        double At(double share) => ticks[(int)(share * (count - 1))] * 1e6 / Stopwatch.Frequency;
        Console.WriteLine($"| {threads} | {(pin ? "yes" : "no")} | {busy} | {pause:F0} | {piece:F0} | {At(0.5):F2} | {At(0.99):F2} | {At(0.999):F2} | {At(1):F0} | {(double)bytes / count:F1} |");
    }

    private static void Pass(WorkerPool pool, ref Nothing work, Span<long> ticks, double pause)
    {
        long wait = (long)(pause * Stopwatch.Frequency / 1e6);
        foreach (ref long tick in ticks)
        {
            long start = Stopwatch.GetTimestamp();
            while (Stopwatch.GetTimestamp() - start < wait)
            {
            }
            start = Stopwatch.GetTimestamp();
            pool.Run(ref work, pool.Threads);
            tick = Stopwatch.GetTimestamp() - start;
        }
    }

    private readonly struct Nothing(int[] done, long ticks) : IParallelWork
    {
        public void Execute(int index, int worker)
        {
            done[index * 64]++;
            for (long start = ticks == 0 ? 0 : Stopwatch.GetTimestamp(); ticks > 0 && Stopwatch.GetTimestamp() - start < ticks;)
            {
            }
        }
    }
}
