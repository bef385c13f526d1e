namespace Hone.Tensors;

/// <summary>Work on numbered items, some neighbouring ones at a time.</summary>
internal interface IRangedWork
{
    /// <summary>Does items <paramref name="first"/> to <paramref name="end"/> - 1; the worker is likely to go on up to <paramref name="rangeEnd"/>.</summary>
    void Range(int first, int end, int rangeEnd, int worker);
}

/// <summary>A worker's own range of the items, ever smaller parts of it, then what others have not begun: nobody waits long at the end.</summary>
internal readonly struct RangesWork<TWork>(TWork work, WorkerRanges ranges) : IParallelWork
    where TWork : struct, IRangedWork
{
    private readonly TWork _work = work;

    /// <summary>Does all items, cut evenly, on all workers.</summary>
    public static void Run(CpuBackend cpu, TWork work, int items)
    {
        WorkerRanges ranges = cpu.PanelRanges;
        int workers = Math.Clamp(cpu.Threads, 1, Math.Max(1, items));
        ranges.Begin(workers);
        for (int worker = 0; worker < workers; worker++)
            ranges.Set(worker, (int)((long)worker * items / workers), (int)((long)(worker + 1) * items / workers));
        var all = new RangesWork<TWork>(work, ranges);
        cpu.Workers.Run(ref all, workers);
    }

    /// <inheritdoc/>
    public void Execute(int index, int worker)
    {
        int own = worker < ranges.Count ? worker : index;
        for ((int first, int end, int rangeEnd) = ranges.TakeFront(own); first < end; (first, end, rangeEnd) = ranges.TakeFront(own))
            _work.Range(first, end, rangeEnd, worker);
        for (int other = own + 1; other < own + ranges.Count; other++)
        {
            int range = other % ranges.Count;
            for ((int first, int end) = ranges.TakeBack(range); first < end; (first, end) = ranges.TakeBack(range))
                _work.Range(first, end, end, worker);
        }
    }
}
