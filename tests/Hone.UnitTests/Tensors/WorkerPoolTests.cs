using Hone.Tensors;
using Xunit;

namespace Hone.UnitTests.Tensors;

public sealed class WorkerPoolTests
{
    private struct Count(int[] done, int[] workers) : IParallelWork
    {
        public int Seen;

        public void Execute(int index, int worker)
        {
            Interlocked.Increment(ref done[index]);
            Interlocked.Increment(ref workers[worker]);
            Interlocked.Increment(ref Seen);
        }
    }

    private struct Fail(int at) : IParallelWork
    {
        public readonly void Execute(int index, int worker)
        {
            if (index == at)
                throw new FormatException($"piece {index}");
        }
    }

    private struct Meet(CountdownEvent all) : IParallelWork
    {
        public readonly void Execute(int index, int worker)
        {
            all.Signal();
            if (!all.Wait(TimeSpan.FromSeconds(60)))
                throw new TimeoutException("The other workers did not come.");
        }
    }

    private struct Nested(WorkerPool pool) : IParallelWork
    {
        public readonly void Execute(int index, int worker)
        {
            if (worker != 0)
                return;
            var inner = new Fail(-1);
            pool.Run(ref inner, 4);
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(5)]
    public void EveryPieceIsDoneOnceAndInTheCallersStruct(int threads)
    {
        using var pool = new WorkerPool(threads);
        for (int round = 0; round < 2000; round++)
        {
            int count = round % 37;
            int[] done = new int[count], workers = new int[threads];
            var work = new Count(done, workers);
            pool.Run(ref work, count);
            Assert.All(done, x => Assert.Equal(1, x));
            Assert.Equal(count, work.Seen);
            Assert.Equal(count, workers.Sum());
        }
    }

    [Fact]
    public void WorkersThatParkedComeBack()
    {
        using var pool = new WorkerPool(3);
        for (int round = 0; round < 5; round++)
        {
            using var all = new CountdownEvent(3);
            var work = new Meet(all);
            pool.Run(ref work, 3); // returns only when three threads are inside at once
            Thread.Sleep(20); // longer than spinning and yielding together
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    public void AnExceptionReachesTheCallerAndThePoolGoesOn(int threads)
    {
        using var pool = new WorkerPool(threads);
        for (int at = 0; at < 50; at++)
        {
            var bad = new Fail(at);
            Assert.Equal($"piece {at}", Assert.Throws<FormatException>(() => pool.Run(ref bad, 50)).Message);
            var good = new Fail(-1);
            pool.Run(ref good, 50);
        }
    }

    [Fact]
    public void ARegionInsideARegionIsRefused()
    {
        using var pool = new WorkerPool(2);
        bool refused = false;
        // The caller may be too late for every piece of one round.
        for (int round = 0; round < 1000 && !refused; round++)
        {
            var work = new Nested(pool);
            try
            {
                pool.Run(ref work, 8);
            }
            catch (InvalidOperationException)
            {
                refused = true;
            }
        }
        Assert.True(refused);
    }

    [Fact]
    public void ARegionAllocatesNothing()
    {
        using var pool = new WorkerPool(3);
        int[] done = new int[64], workers = new int[3];
        long bytes = 0;
        for (int round = 0; round < 3; round++)
        {
            bytes = GC.GetAllocatedBytesForCurrentThread();
            for (int i = 0; i < 100; i++)
            {
                var work = new Count(done, workers);
                pool.Run(ref work, 64);
            }
            bytes = GC.GetAllocatedBytesForCurrentThread() - bytes;
        }
        Assert.Equal(0, bytes);
    }

    [Fact]
    public void PinnedWorkersDoTheSame()
    {
        using var pool = new WorkerPool(2, pin: true);
        int[] done = new int[100];
        var work = new Count(done, new int[2]);
        pool.Run(ref work, 100);
        Assert.All(done, x => Assert.Equal(1, x));
    }

    [Fact]
    public void DisposedPoolsRefuseWork()
    {
        var pool = new WorkerPool(2);
        pool.Dispose();
        pool.Dispose();
        var work = new Fail(-1);
        Assert.Throws<ObjectDisposedException>(() => pool.Run(ref work, 2));
        Assert.Throws<ArgumentOutOfRangeException>(() => new WorkerPool(0));
    }
}
