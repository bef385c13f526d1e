namespace Hone.Tensors;

/// <summary>
/// A backend that behaves like a device: calls are queued and run only when somebody waits, and its storage cannot be
/// read by the host in between. Whatever works here peeks at no memory and reuses none too early, so that a CUDA
/// backend can take its place. For tests; the arithmetic is the inner backend's.
/// </summary>
public sealed partial class GuardBackend : Backend
{
    private readonly Backend _inner;
    private readonly Queue<Action> _queue = new();
    private readonly StorageGate _gate;

    /// <summary>Guards a host backend, which stays the caller's.</summary>
    public GuardBackend(Backend inner)
    {
        ArgumentNullException.ThrowIfNull(inner);
        _inner = inner;
        _gate = new StorageGate(Synchronize);
    }

    /// <inheritdoc/>
    public override string ContractId => _inner.ContractId;

    /// <inheritdoc/>
    public override string Description => "guard of " + _inner.Description;

    /// <summary>Calls waiting to be run.</summary>
    public int PendingCalls => _queue.Count;

    /// <inheritdoc/>
    public override TensorStorage Allocate(long sizeBytes) => TensorStorage.Allocate(sizeBytes, _gate, Ledger);

    /// <inheritdoc/>
    public override void Synchronize()
    {
        _gate.IsOpen = true;
        try
        {
            while (_queue.TryDequeue(out Action? call))
                call();
        }
        finally
        {
            _gate.IsOpen = false;
        }
    }

    private T Wait<T>(Func<T> call)
    {
        Synchronize();
        _gate.IsOpen = true;
        try
        {
            return call();
        }
        finally
        {
            _gate.IsOpen = false;
        }
    }

    /// <inheritdoc/>
    public override void Upload(ReadOnlySpan<float> source, Tensor target)
    {
        float[] copy = source.ToArray();
        _queue.Enqueue(() => _inner.Upload(copy, target));
    }

    /// <inheritdoc/>
    public override void Upload(ReadOnlySpan<ushort> source, Tensor target)
    {
        ushort[] copy = source.ToArray();
        _queue.Enqueue(() => _inner.Upload(copy, target));
    }

    /// <inheritdoc/>
    public override void Download(Tensor source, Span<float> target)
    {
        var copy = new float[target.Length];
        Wait(() =>
        {
            _inner.Download(source, copy);
            return 0;
        });
        copy.CopyTo(target);
    }

    /// <inheritdoc/>
    public override void Fill(Tensor target, float value) => _queue.Enqueue(() => _inner.Fill(target, value));

    /// <inheritdoc/>
    public override void Copy(Tensor source, Tensor target) => _queue.Enqueue(() => _inner.Copy(source, target));
}
