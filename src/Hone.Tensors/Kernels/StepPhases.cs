namespace Hone.Tensors;

/// <summary>
/// Who does what in a step that consists of phases, each of which begins when all items of the one before are done. A worker takes items of its own range
/// from the front and then those of others from the back; nobody waits for a worker that has not come, only for items that somebody has begun.
/// Phases have ascending numbers that are never used again, so that nothing has to be cleared: a word that names another phase counts as untouched.
/// </summary>
internal sealed class StepPhases(int ranges)
{
    /// <summary>Items that a range can have.</summary>
    public const int MostItems = ushort.MaxValue;

    // A pair of cache lines for each, with one before the first.
    private const int Stride = 16;
    private readonly long[] _words = new long[(ranges + 2) * Stride];
    private volatile bool _failed;

    /// <summary>How far a phase is.</summary>
    public enum State
    {
        /// <summary>The one before is not over.</summary>
        Closed,

        /// <summary>Items may be taken.</summary>
        Open,

        /// <summary>All items are done.</summary>
        Over,
    }

    /// <summary>Ranges.</summary>
    public int Ranges => ranges;

    /// <summary>Whether somebody gave up.</summary>
    public bool HasFailed => _failed;

    private ref long Done => ref At(ranges);

    /// <summary>Lets a phase be the next one; between regions.</summary>
    /// <param name="phase">Its number, beyond all so far.</param>
    /// <param name="before">Items of the phase before it.</param>
    public void Begin(int phase, int before)
    {
        _failed = false;
        Volatile.Write(ref Done, Pack(phase - 1, before));
    }

    /// <summary>Says that there will be no end.</summary>
    public void Fail() => _failed = true;

    /// <summary>How far a phase is.</summary>
    /// <param name="phase">Its number.</param>
    /// <param name="before">Items of the phase before it.</param>
    /// <param name="items">Its items.</param>
    public State Look(int phase, int before, int items)
    {
        long done = Volatile.Read(ref Done);
        int distance = (int)(done >> 32) - phase, count = (int)done;
        if (distance > 0 || (distance == 0 && count == items))
            return State.Over;
        return distance == 0 || (distance == -1 && count == before) ? State.Open : State.Closed;
    }

    /// <summary>Adds to the items that are done.</summary>
    public void Finish(int phase, int items)
    {
        ref long done = ref Done;
        for (long seen = Volatile.Read(ref done); ;)
        {
            long before = Interlocked.CompareExchange(ref done, Pack(phase, items + ((int)(seen >> 32) == phase ? (int)seen : 0)), seen);
            if (before == seen)
                return;
            seen = before;
        }
    }

    /// <summary>Takes half of what is left of a range from its front, all where there is no other range.</summary>
    /// <param name="phase">The phase, which is open.</param>
    /// <param name="range">Which.</param>
    /// <param name="size">Its items in this phase.</param>
    /// <param name="first">The first item taken, counted from the range's first.</param>
    /// <param name="end">One past the last.</param>
    /// <returns>Whether something was left.</returns>
    public bool TakeFront(int phase, int range, int size, out int first, out int end) => Take(phase, range, size, true, out first, out end);

    /// <summary>Takes a third of what is left of a range, at least one item, from its back.</summary>
    /// <param name="phase">The phase, which is open.</param>
    /// <param name="range">Which.</param>
    /// <param name="size">Its items in this phase.</param>
    /// <param name="first">The first item taken, counted from the range's first.</param>
    /// <param name="end">One past the last.</param>
    /// <returns>Whether something was left.</returns>
    public bool TakeBack(int phase, int range, int size, out int first, out int end) => Take(phase, range, size, false, out first, out end);

    private bool Take(int phase, int range, int size, bool atFront, out int first, out int end)
    {
        ref long word = ref At(range);
        for (long seen = Volatile.Read(ref word); ;)
        {
            int distance = (int)(seen >> 32) - phase;
            int front = distance == 0 ? (int)(seen >> 16) & MostItems : 0, back = distance == 0 ? (int)seen & MostItems : 0;
            int left = distance > 0 ? 0 : size - front - back;
            int taken = !atFront ? (left + 2) / 3 : ranges == 1 ? left : (left + 1) / 2;
            first = atFront ? front : size - back - taken;
            end = first + taken;
            if (taken <= 0)
                return false;
            long next = Pack(phase, atFront ? ((front + taken) << 16) | back : (front << 16) | (back + taken));
            long before = Interlocked.CompareExchange(ref word, next, seen);
            if (before == seen)
                return true;
            seen = before;
        }
    }

    private ref long At(int index) => ref _words[(index + 1) * Stride];

    private static long Pack(int phase, int low) => ((long)phase << 32) | (uint)low;
}
