namespace Hone.Tensors;

/// <summary>
/// Memory that one op needs while it runs, apart from that of the products it calls. It grows and stays, so that a second
/// call of the same size allocates nothing. Contents do not outlive the op.
/// </summary>
internal sealed class LaneScratch(StorageLedger ledger) : IDisposable
{
    private TensorStorage? _storage;

    /// <summary>Storage of at least <paramref name="sizeBytes"/>; the block handed out before may be gone.</summary>
    public TensorStorage Storage(long sizeBytes)
    {
        if (_storage is null || _storage.SizeBytes < sizeBytes)
        {
            Dispose();
            _storage = TensorStorage.Allocate(sizeBytes, null, null);
            ledger.ScratchChanged(sizeBytes);
        }
        return _storage;
    }

    /// <summary>Gives the memory back.</summary>
    public void Dispose()
    {
        if (_storage is null)
            return;
        ledger.ScratchChanged(-_storage.SizeBytes);
        _storage.Dispose();
        _storage = null;
    }
}
