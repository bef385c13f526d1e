using System.Diagnostics;
using System.Runtime.ExceptionServices;
using System.Runtime.InteropServices;

namespace Hone.Tensors;

/// <summary>
/// Threads of its own for short parallel regions. Work is cut into numbered pieces that an atomic counter hands out; the
/// caller takes part as worker 0. A region allocates nothing. A worker that has not arrived when the pieces run out is not
/// waited for, so that a busy neighbour costs one piece at most. Between regions a worker spins for up to 25 microseconds,
/// then yields its processor to whoever wants it for up to a millisecond, then parks: waking a parked thread takes longer than most regions of a decode step. One thread at a time calls <see cref="Run"/>.
/// </summary>
public sealed class WorkerPool : IDisposable
{
    private const int SpinMicroseconds = 25;
    private const int YieldMicroseconds = 1000;

    // The clock is asked only now and then: news is looked for after every pause of the processor.
    private const int PausesPerLook = 16;
    private const long OpenBit = 1L << 16;
    private const long Generation = 1L << 17;
    private const long ActiveMask = OpenBit - 1;

    private readonly Thread[] _threads;
    private readonly Parking[] _parking;
    private readonly bool _pin;
    private readonly long _spinTicks = Stopwatch.Frequency * SpinMicroseconds / 1_000_000;
    private readonly long _yieldTicks = Stopwatch.Frequency * YieldMicroseconds / 1_000_000;
    private Region _region;
    private nint _code;
    private nint _work;
    private int _count;
    private Exception? _failure;
    private bool _running;
    private volatile bool _disposed;

    /// <summary>A pool of <paramref name="threads"/> workers, the caller included.</summary>
    /// <param name="threads">1 or more; 1 starts no thread.</param>
    /// <param name="pin">Whether each thread but the caller's stays on one processor (Linux; elsewhere ignored). Useful on a quiet machine, harmful beside busy neighbours.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="threads"/> is not 1 to 1024.</exception>
    public WorkerPool(int threads, bool pin = false)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(threads, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(threads, 1024);
        Threads = threads;
        _pin = pin;
        _threads = new Thread[threads - 1];
        _parking = new Parking[threads - 1];
        for (int i = 0; i < _threads.Length; i++)
        {
            int worker = i + 1;
            _parking[i] = new Parking();
            _threads[i] = new Thread(() => Loop(worker)) { IsBackground = true, Name = $"Hone worker {worker}" };
            _threads[i].Start();
        }
    }

    /// <summary>Workers, the caller included: worker numbers are below it.</summary>
    public int Threads { get; }

    /// <summary>Does pieces 0 to <paramref name="count"/> - 1, each once, in any order on any worker, and returns when all are done.</summary>
    /// <param name="work">The work; workers see this very struct.</param>
    /// <param name="count">Number of pieces; 0 does nothing, 1 runs on the caller.</param>
    /// <exception cref="InvalidOperationException">A region is already running on this pool.</exception>
    /// <exception cref="ObjectDisposedException">The pool is disposed.</exception>
    /// <exception cref="Exception">The first exception that a piece threw; pieces not yet begun are left out.</exception>
    public void Run<TWork>(ref TWork work, int count) where TWork : struct, IParallelWork
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        if (count <= 1 || _threads.Length == 0)
        {
            for (int index = 0; index < count; index++)
                work.Execute(index, 0);
            return;
        }
        if (_running)
            throw new InvalidOperationException("A parallel region is already running on this pool.");
        _running = true;
        try
        {
            WorkTrampoline.Pin(this, ref work, count);
        }
        finally
        {
            _running = false;
        }
        if (_failure is { } failure)
        {
            _failure = null;
            ExceptionDispatchInfo.Throw(failure);
        }
    }

    /// <summary>
    /// A little of something useful for a worker that waits, called with its number until there is work or it says that nothing is left. It takes a
    /// fraction of a microsecond and throws nothing; the caller is asked too, while it waits for others to end.
    /// </summary>
    internal Func<int, bool>? Idle { get; set; }

    internal void Dispatch(nint code, nint work, int count)
    {
        // No worker is inside and the region is closed, so nobody reads these while they change.
        _code = code;
        _work = work;
        _count = count;
        Volatile.Write(ref _region.Next, 0);
        long opened = ((_region.State & ~ActiveMask & ~OpenBit) + Generation) | OpenBit;
        Interlocked.Exchange(ref _region.State, opened);
        int helpers = Math.Min(count - 1, _parking.Length);
        for (int i = 0; i < helpers; i++)
            _parking[i].Wake();
        Take(0);
        // Closed: latecomers stay out. Those inside are at their last piece.
        long state = Interlocked.And(ref _region.State, ~OpenBit);
        if ((state & ActiveMask) != 0)
            WaitForWorkers();
    }

    private void WaitForWorkers()
    {
        while (Idle is { } idle && idle(0))
        {
            if ((Volatile.Read(ref _region.State) & ActiveMask) == 0)
                return;
        }
        long start = Stopwatch.GetTimestamp();
        do
        {
            for (int i = 0; i < PausesPerLook; i++)
            {
                if ((Volatile.Read(ref _region.State) & ActiveMask) == 0)
                    return;
                Thread.SpinWait(1);
            }
        }
        while (Stopwatch.GetTimestamp() - start < _spinTicks);
        while ((Volatile.Read(ref _region.State) & ActiveMask) != 0)
            Thread.Yield();
    }

    private void Take(int worker)
    {
        try
        {
            WorkTrampoline.Call(_code, _work, ref _region.Next, _count, worker);
        }
        catch (Exception failure)
        {
            Interlocked.CompareExchange(ref _failure, failure, null);
            // Far enough below the largest int that every worker may still count once.
            Volatile.Write(ref _region.Next, int.MaxValue - 4096);
        }
    }

    private void Loop(int worker)
    {
        if (_pin)
            PinToProcessor(worker);
        Parking parking = _parking[worker - 1];
        long seen = 0;
        while (!_disposed)
        {
            long state = Volatile.Read(ref _region.State);
            if ((state & OpenBit) == 0 || state / Generation == seen)
            {
                Wait(parking, seen, worker);
                continue;
            }
            if (Interlocked.CompareExchange(ref _region.State, state + 1, state) != state)
                continue;
            seen = state / Generation;
            Take(worker);
            Interlocked.Decrement(ref _region.State);
        }
    }

    private bool HasNews(long seen)
    {
        long state = Volatile.Read(ref _region.State);
        return _disposed || ((state & OpenBit) != 0 && state / Generation != seen);
    }

    private void Wait(Parking parking, long seen, int worker)
    {
        while (Idle is { } idle && idle(worker))
        {
            if (HasNews(seen))
                return;
        }
        long start = Stopwatch.GetTimestamp();
        do
        {
            for (int i = 0; i < PausesPerLook; i++)
            {
                if (HasNews(seen))
                    return;
                Thread.SpinWait(1);
            }
        }
        while (Stopwatch.GetTimestamp() - start < _spinTicks);
        do
        {
            Thread.Yield();
            if (HasNews(seen))
                return;
        }
        while (Stopwatch.GetTimestamp() - start < _yieldTicks);
        parking.Announce();
        // The caller opens first and looks for sleepers second; the worker does the reverse, so one of them sees the other.
        if (HasNews(seen))
            parking.Withdraw();
        else
            parking.Sleep();
    }

    /// <summary>Joins the threads.</summary>
    public void Dispose()
    {
        if (_disposed)
            return;
        _disposed = true;
        Interlocked.MemoryBarrier();
        foreach (Parking parking in _parking)
            parking.Wake();
        foreach (Thread thread in _threads)
            thread.Join();
    }

    private static void PinToProcessor(int worker)
    {
        int processor = worker % Environment.ProcessorCount;
        if (!OperatingSystem.IsLinux() || processor >= 64)
            return;
        ulong mask = 1UL << processor;
        // A refusal (a restricted container) leaves the thread unpinned, which is only slower.
        _ = sched_setaffinity(0, sizeof(ulong), ref mask);
    }

    [DllImport("libc", ExactSpelling = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static extern int sched_setaffinity(int thread, nuint size, ref ulong mask);

    // The counter and the state are written by all; each has a pair of cache lines to itself.
    [StructLayout(LayoutKind.Explicit, Size = 384)]
    private struct Region
    {
        /// <summary>Workers inside (16 bits), whether a region is open, and its number.</summary>
        [FieldOffset(128)] public long State;

        /// <summary>The next piece.</summary>
        [FieldOffset(256)] public int Next;
    }

    private sealed class Parking
    {
        private readonly object _gate = new();
        private int _asleep;

        public void Announce() => Interlocked.Exchange(ref _asleep, 1);

        public void Withdraw() => Interlocked.Exchange(ref _asleep, 0);

        public void Sleep()
        {
            lock (_gate)
            {
                while (Volatile.Read(ref _asleep) == 1)
                    Monitor.Wait(_gate);
            }
        }

        public void Wake()
        {
            if (Volatile.Read(ref _asleep) == 0)
                return;
            lock (_gate)
            {
                Volatile.Write(ref _asleep, 0);
                Monitor.Pulse(_gate);
            }
        }
    }
}
