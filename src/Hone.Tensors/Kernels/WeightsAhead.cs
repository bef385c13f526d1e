using System.Runtime.InteropServices;
using System.Runtime.Intrinsics.X86;

namespace Hone.Tensors;

/// <summary>
/// Which weights are read after which, so that workers with nothing to do ask for the next ones. A fifth of a decode step lies
/// between products and runs on one thread; meanwhile the others fetch the beginning of what they will read into their own
/// caches, and take a larger share of it. Only what was read before is known: the first step of a model teaches the order, and a
/// wrong guess costs some reading. The caller's thread calls <see cref="Begin"/>, the others <see cref="Ask"/>.
/// </summary>
internal sealed unsafe class WeightsAhead(int workers)
{
    // More than is read between two products, and a part of the second cache.
    private const long MostBytes = 512 << 10;

    // The answer to a new region waits for this much: a fraction of a microsecond.
    private const int SliceBytes = 1024;

    // Weights of no more bytes in all are found in the caches of the cores.
    private const long FewBytes = 8 << 20;

    // Weights that are gone are forgotten together with all others.
    private const int MostGroups = 4096;

    private readonly Dictionary<(nint First, long Bytes), Group> _groups = [];
    private readonly Progress[] _progress = new Progress[workers];
    private readonly long[] _asked = new long[workers];
    private Group? _last;
    private volatile Group? _expected;
    private volatile int _number;
    private long _bytes;

    /// <summary>Weights are about to be read: those after them are expected from now on.</summary>
    /// <param name="products">The products that read them.</param>
    public void Begin(ReadOnlySpan<GroupedProduct> products)
    {
        ref readonly GroupedProduct end = ref products[^1];
        long bytes = end.FirstByte + (end.Panels * end.PanelBytes);
        Group? expected = _last?.Next;
        bool isExpected = expected is not null && expected.Bytes == bytes && expected.Weights[0] == products[0].Weight;
        for (int worker = 0; worker < workers; worker++)
            _asked[worker] = isExpected && _progress[worker].Number == _number ? Volatile.Read(ref _progress[worker].Bytes) : 0;
        Group current = isExpected ? expected! : Find(products, bytes);
        if (_last is not null)
            _last.Next = current;
        _last = current;
        _expected = _bytes > FewBytes ? current.Next : null;
        _number++;
    }

    /// <summary>Bytes that a worker asked for of the weights that now begin, counted from its equal share of them.</summary>
    public long Asked(int worker) => _asked[worker];

    /// <summary>Asks for a few lines of what is expected.</summary>
    /// <param name="worker">The worker whose share it is.</param>
    /// <returns>Whether there was something left to ask for.</returns>
    public bool Ask(int worker)
    {
        int number = _number;
        if (_expected is not { } group || !Sse.IsSupported)
            return false;
        ref Progress progress = ref _progress[worker];
        if (progress.Number != number)
        {
            progress.Bytes = 0;
            progress.Number = number;
        }
        long asked = progress.Bytes;
        if (asked >= Math.Min(MostBytes, group.Bytes / workers))
            return false;
        byte* at = group.At((worker * group.Bytes / workers) + asked);
        for (byte* line = at; line < at + SliceBytes; line += 64)
            Sse.Prefetch1(line);
        Volatile.Write(ref progress.Bytes, asked + SliceBytes);
        return true;
    }

    private Group Find(ReadOnlySpan<GroupedProduct> products, long bytes)
    {
        var key = (products[0].Weight, bytes);
        if (_groups.TryGetValue(key, out Group? found))
            return found;
        if (_groups.Count == MostGroups)
        {
            _groups.Clear();
            _bytes = 0;
        }
        _bytes += bytes;
        return _groups[key] = new Group(products, bytes);
    }

    /// <summary>Weights that are read together. Workers may read it at any time: but for what follows, which they do not, it never changes.</summary>
    private sealed class Group
    {
        private readonly long[] _ends;

        public Group(ReadOnlySpan<GroupedProduct> products, long bytes)
        {
            Bytes = bytes;
            Weights = new nint[products.Length];
            _ends = new long[products.Length];
            for (int i = 0; i < products.Length; i++)
            {
                Weights[i] = products[i].Weight;
                _ends[i] = products[i].FirstByte + (products[i].Panels * products[i].PanelBytes);
            }
        }

        /// <summary>What was read next the last time.</summary>
        public Group? Next { get; set; }

        public long Bytes { get; }

        public nint[] Weights { get; }

        /// <summary>Where a byte of the group lies. The memory may be given back since: nobody but a prefetch goes there.</summary>
        public byte* At(long place)
        {
            int i = 0;
            while (place >= _ends[i] && i + 1 < _ends.Length)
                i++;
            return (byte*)Weights[i] + (place - (i == 0 ? 0 : _ends[i - 1]));
        }
    }

    // A pair of cache lines for each worker: one writes, the caller reads.
    [StructLayout(LayoutKind.Explicit, Size = 128)]
    private struct Progress
    {
        [FieldOffset(64)] public long Bytes;
        [FieldOffset(72)] public int Number;
    }
}
