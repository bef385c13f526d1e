namespace Hone.Tensors;

/// <summary>
/// Numbered items in one range for each worker. A worker takes its own range from the front, the same one every time, so that
/// it reads its part of memory in order and finds again what its caches hold; when that is used up it takes items of others from the back,
/// so that all end together. Set up by one thread before a region.
/// </summary>
internal sealed class WorkerRanges(int workers)
{
    // A pair of cache lines for each, with one before the first.
    private const int Stride = 16;
    private readonly long[] _ranges = new long[(workers + 1) * Stride];

    /// <summary>Ranges in use.</summary>
    public int Count { get; private set; }

    /// <summary>Begins anew with some ranges, at most as many as workers.</summary>
    public void Begin(int count) => Count = count;

    /// <summary>Makes a range the items <paramref name="first"/> to <paramref name="end"/> - 1.</summary>
    public void Set(int range, int first, int end) => At(range) = Pack(first, end);

    /// <summary>
    /// Takes the first half of what is left in a range, and all of it where there is no other range: taking waits for what is being read, so it is rare.
    /// </summary>
    /// <param name="range">Which.</param>
    /// <returns>The items taken, and where the range ends; none where nothing is left.</returns>
    public (int First, int End, int RangeEnd) TakeFront(int range)
    {
        ref long at = ref At(range);
        for (long seen = Volatile.Read(ref at); ;)
        {
            (int first, int end) = Unpack(seen);
            int taken = Count == 1 ? end - first : (end - first + 1) / 2;
            if (taken <= 0)
                return default;
            long before = Interlocked.CompareExchange(ref at, Pack(first + taken, end), seen);
            if (before == seen)
                return (first, first + taken, end);
            seen = before;
        }
    }

    /// <summary>Takes the last third of what is left in a range, at least one item.</summary>
    /// <returns>The items taken; none where nothing is left.</returns>
    public (int First, int End) TakeBack(int range)
    {
        ref long at = ref At(range);
        for (long seen = Volatile.Read(ref at); ;)
        {
            (int first, int end) = Unpack(seen);
            int taken = (end - first + 2) / 3;
            if (taken <= 0)
                return default;
            long before = Interlocked.CompareExchange(ref at, Pack(first, end - taken), seen);
            if (before == seen)
                return (end - taken, end);
            seen = before;
        }
    }

    private ref long At(int range) => ref _ranges[(range + 1) * Stride];

    private static long Pack(int first, int end) => ((long)first << 32) | (uint)end;

    private static (int First, int End) Unpack(long range) => ((int)(range >> 32), (int)range);
}
