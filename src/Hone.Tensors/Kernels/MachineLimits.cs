using System.Diagnostics;

namespace Hone.Tensors;

/// <summary>
/// What this machine can do at best, measured with the threads of a backend: the limits that figures are held against. A
/// shared machine gives less at some moments and never more, so the best of several samples, taken before, between and after
/// what is measured, is the limit. The loops use the widest vectors of the processor, whatever the backend's kernel set. Not
/// thread safe, like the backend.
/// </summary>
/// <param name="backend">Whose threads are used; not owned.</param>
/// <param name="clock">The clock.</param>
public sealed class MachineLimits(CpuBackend backend, TimeProvider clock)
{
    private const int Loops = 5;
    private static readonly int[] Streams = [1, 2, 4, 8, 16];

    // About 0.4 ms on a core of 3 GHz: short enough to fall between interruptions, long beside the start of a region.
    private const int FmaRounds = 200_000;
    private const long BytesOfALoop = 32L << 20;

    /// <summary>Threads that the limits are of.</summary>
    public int Threads => backend.Threads;

    /// <summary>One sample of the float32 arithmetic limit: fused multiply-adds on registers only, two operations each.</summary>
    /// <returns>GFLOP/s of all threads together, the best of 5 loops of about half a millisecond.</returns>
    public double SampleFmaGigaFlops()
    {
        var work = new FmaLoopWork(FmaRounds);
        double best = 0;
        for (int loop = 0; loop < Loops; loop++)
        {
            long start = clock.GetTimestamp();
            backend.Workers.Run(ref work, Threads);
            double seconds = clock.GetElapsedTime(start).TotalSeconds;
            best = Math.Max(best, (double)FmaLoopWork.OperationsPerRound * FmaRounds * Threads / seconds / 1e9);
        }
        return best;
    }

    /// <summary>Memory for <see cref="SampleReadGigabytes"/>, written once: a block that nothing has written is one page of zeros to the system.</summary>
    /// <param name="bytes">Size; rounded up to 4 KiB.</param>
    /// <returns>A tensor of the backend, which the caller disposes.</returns>
    public Tensor CreateReadBuffer(long bytes)
    {
        // Rows of 4 KiB, so that more elements than an axis counts still fit.
        Tensor buffer = backend.CreateTensor(new Shape(checked((int)((bytes + 4095) / 4096)), 1024));
        backend.Fill(buffer, 1f);
        return buffer;
    }

    /// <summary>
    /// One sample of the read limit at a working set: every thread reads its part of <paramref name="buffer"/> from one end to the
    /// other, over and over when it is small, so that what fits a cache is read from there; in one stream, and in 2 to 16 abreast.
    /// </summary>
    /// <param name="buffer">As many bytes as the measured thing reads again and again, of <see cref="CreateReadBuffer"/>.</param>
    /// <returns>GB/s (10^9 bytes) of all threads together, that of the best number of streams.</returns>
    /// <exception cref="ArgumentException">The buffer has less than 4 KiB a thread.</exception>
    public double SampleReadGigabytes(Tensor buffer)
    {
        long part = buffer.SizeBytes / Threads / ReadLoopWork.BlockBytes * ReadLoopWork.BlockBytes;
        if (part < ReadLoopWork.BlockBytes)
            throw new ArgumentException($"A buffer of {buffer.SizeBytes} bytes is too small to be read by {Threads} threads.", nameof(buffer));
        int passes = (int)Math.Clamp(BytesOfALoop / part, 1, 4096);
        double best = 0;
        foreach (int streams in Streams)
        {
            var work = new ReadLoopWork(buffer, part, passes, streams);
            long start = clock.GetTimestamp();
            backend.Workers.Run(ref work, Threads);
            double seconds = clock.GetElapsedTime(start).TotalSeconds;
            best = Math.Max(best, (double)part * passes * Threads / seconds / 1e9);
        }
        Debug.Assert(best > 0, "A pass takes some time.");
        return best;
    }
}
