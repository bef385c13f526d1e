namespace Hone.Tensors;

/// <summary>
/// Counts the storage that a backend has handed out: bytes now, the peak, and the blocks not given back.
/// Thread safe. Tests fail when a block is left.
/// </summary>
public sealed class StorageLedger
{
    private readonly Lock _lock = new();
    private long _currentBytes;
    private long _peakBytes;
    private int _blocks;

    /// <summary>Bytes handed out and not yet given back.</summary>
    public long CurrentBytes { get { lock (_lock) return _currentBytes; } }

    /// <summary>The largest value that <see cref="CurrentBytes"/> has had.</summary>
    public long PeakBytes { get { lock (_lock) return _peakBytes; } }

    /// <summary>Blocks handed out and not yet given back.</summary>
    public int LiveBlocks { get { lock (_lock) return _blocks; } }

    internal void Rented(TensorStorage storage)
    {
        lock (_lock)
        {
            _blocks++;
            _currentBytes += storage.SizeBytes;
            _peakBytes = Math.Max(_peakBytes, _currentBytes);
        }
    }

    internal void Returned(TensorStorage storage)
    {
        lock (_lock)
        {
            _blocks--;
            _currentBytes -= storage.SizeBytes;
        }
    }
}
