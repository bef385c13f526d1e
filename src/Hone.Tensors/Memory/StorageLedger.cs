namespace Hone.Tensors;

/// <summary>
/// Counts the storage that a backend has handed out: bytes now, the peak, and the blocks not given back; and, apart, the
/// memory that its kernels keep for themselves.
/// Thread safe. Tests fail when a block is left.
/// </summary>
public sealed class StorageLedger
{
    private readonly Lock _lock = new();
    private long _currentBytes;
    private long _peakBytes;
    private long _scratchBytes;
    private int _blocks;

    /// <summary>Bytes handed out and not yet given back.</summary>
    public long CurrentBytes { get { lock (_lock) return _currentBytes; } }

    /// <summary>Bytes that kernels keep from call to call, until the backend is disposed; no part of <see cref="CurrentBytes"/>.</summary>
    public long ScratchBytes { get { lock (_lock) return _scratchBytes; } }

    /// <summary>The largest sum that <see cref="CurrentBytes"/> and <see cref="ScratchBytes"/> have had.</summary>
    public long PeakBytes { get { lock (_lock) return _peakBytes; } }

    /// <summary>Blocks handed out and not yet given back.</summary>
    public int LiveBlocks { get { lock (_lock) return _blocks; } }

    internal void Rented(TensorStorage storage)
    {
        lock (_lock)
        {
            _blocks++;
            _currentBytes += storage.SizeBytes;
            _peakBytes = Math.Max(_peakBytes, _currentBytes + _scratchBytes);
        }
    }

    internal void ScratchChanged(long bytes)
    {
        lock (_lock)
        {
            _scratchBytes += bytes;
            _peakBytes = Math.Max(_peakBytes, _currentBytes + _scratchBytes);
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
