using System.Diagnostics;

namespace Hone.Tensors;

/// <summary>
/// Memory that kernels need while one op runs: a part for each worker and a part that all share. It grows before the
/// parallel region and stays, so that a second call of the same size allocates nothing. Contents do not outlive the op.
/// </summary>
internal sealed unsafe class GemmScratch(int workers, StorageLedger ledger) : IDisposable
{
    private TensorStorage? _own;
    private TensorStorage? _shared;
    private long _ownFloats;

    /// <summary>Workers that have a part.</summary>
    public int Workers => workers;

    /// <summary>Bytes held.</summary>
    public long SizeBytes => (_own?.SizeBytes ?? 0) + (_shared?.SizeBytes ?? 0);

    /// <summary>Makes the part of every worker at least <paramref name="floats"/> long; only between regions.</summary>
    public void ReserveOwn(long floats)
    {
        // Whole pairs of cache lines and one more, so that workers neither share a line nor all start on the same set.
        long padded = ((floats + 31) & ~31L) + 32;
        if (padded <= _ownFloats)
            return;
        Replace(ref _own, padded * workers * sizeof(float));
        _ownFloats = padded;
    }

    /// <summary>The part of one worker.</summary>
    public float* Own(int worker)
    {
        Debug.Assert(_own is not null && worker < workers, "A worker's scratch is reserved before the region.");
        return (float*)_own.Pointer + (worker * _ownFloats);
    }

    /// <summary>The part that all share, at least <paramref name="floats"/> long; only between regions.</summary>
    public float* Shared(long floats)
    {
        if (_shared is null || _shared.SizeBytes < floats * sizeof(float))
            Replace(ref _shared, (floats + (floats / 8)) * sizeof(float));
        return (float*)_shared!.Pointer;
    }

    /// <summary>Gives the memory back.</summary>
    public void Dispose()
    {
        Replace(ref _own, 0);
        Replace(ref _shared, 0);
        _ownFloats = 0;
    }

    private void Replace(ref TensorStorage? storage, long sizeBytes)
    {
        ledger.ScratchChanged(sizeBytes - (storage?.SizeBytes ?? 0));
        storage?.Dispose();
        storage = sizeBytes == 0 ? null : TensorStorage.Allocate(sizeBytes, null, null);
    }
}
