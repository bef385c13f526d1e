namespace Hone.Tensors;

/// <summary>
/// Memory that a step may forget: a stack of blocks from a backend, taken from the top, released to a mark.
/// After the first steps nothing is allocated any more. Not thread safe; one arena belongs to one context.
/// </summary>
public sealed class ScratchArena : IDisposable
{
    private const long DefaultBlockBytes = 1 << 20;
    private readonly Backend _backend;
    private readonly List<TensorStorage> _blocks = [];
    private int _block;
    private long _used;

    /// <summary>An empty arena on a backend; takes memory when it is first needed.</summary>
    public ScratchArena(Backend backend)
    {
        ArgumentNullException.ThrowIfNull(backend);
        _backend = backend;
    }

    /// <summary>A position to release to.</summary>
    public readonly record struct Mark(int Block, long UsedBytes);

    /// <summary>Bytes taken from the backend.</summary>
    public long ReservedBytes { get; private set; }

    /// <summary>The largest number of bytes in use at any time, alignment included.</summary>
    public long PeakBytes { get; private set; }

    /// <summary>Whether everything has been released.</summary>
    public bool IsEmpty => _block == 0 && _used == 0;

    /// <summary>The present top.</summary>
    public Mark MarkTop() => new(_block, _used);

    /// <summary>Forgets everything taken since <paramref name="mark"/>.</summary>
    public void Release(Mark mark)
    {
        if (mark.Block > _block || (mark.Block == _block && mark.UsedBytes > _used))
            throw new InvalidOperationException("The arena was already released below this mark.");
        _block = mark.Block;
        _used = mark.UsedBytes;
    }

    /// <summary>An uninitialised tensor of the given shape, valid until its mark is released.</summary>
    public Tensor Take(Shape shape, DType type = DType.Float32)
    {
        long bytes = (shape.ElementCount * type.SizeBytes() + 63) & ~63L;
        while (_block < _blocks.Count && _used + bytes > _blocks[_block].SizeBytes)
        {
            _block++;
            _used = 0;
        }
        if (_block == _blocks.Count)
        {
            long size = Math.Max(bytes, Math.Max(DefaultBlockBytes, ReservedBytes / 2));
            _blocks.Add(_backend.Allocate(size));
            ReservedBytes += size;
        }
        var tensor = new Tensor(_blocks[_block], _used / type.SizeBytes(), shape, type);
        _used += bytes;
        if (_block == 0)
            PeakBytes = Math.Max(PeakBytes, _used);
        else
            PeakBytes = Math.Max(PeakBytes, SumOfBlocksBelow() + _used);
        return tensor;
    }

    private long SumOfBlocksBelow()
    {
        long sum = 0;
        for (int i = 0; i < _block; i++)
            sum += _blocks[i].SizeBytes;
        return sum;
    }

    /// <summary>Gives all blocks back to the backend.</summary>
    public void Dispose()
    {
        foreach (TensorStorage block in _blocks)
            block.Dispose();
        _blocks.Clear();
        _block = 0;
        _used = 0;
        ReservedBytes = 0;
    }
}
