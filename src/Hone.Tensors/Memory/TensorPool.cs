namespace Hone.Tensors;

/// <summary>
/// Blocks that are rented and given back in any order: gradients of activations and what backward needs. Sizes are
/// rounded up so that a block serves again. Not thread safe; one pool belongs to one context.
/// </summary>
public sealed class TensorPool : IDisposable
{
    private readonly Backend _backend;
    private readonly Dictionary<long, Stack<TensorStorage>> _free = [];
    private readonly List<TensorStorage> _all = [];
    private int _rented;

    /// <summary>An empty pool on a backend.</summary>
    public TensorPool(Backend backend)
    {
        ArgumentNullException.ThrowIfNull(backend);
        _backend = backend;
    }

    /// <summary>Bytes taken from the backend, in use or waiting.</summary>
    public long ReservedBytes { get; private set; }

    /// <summary>Tensors rented and not given back.</summary>
    public int RentedCount => _rented;

    /// <summary>An uninitialised float32 tensor; give it back with <see cref="Return"/>.</summary>
    public Tensor Rent(Shape shape)
    {
        long bytes = RoundUp(shape.ElementCount * sizeof(float));
        Tensor tensor = _free.TryGetValue(bytes, out Stack<TensorStorage>? stack) && stack.Count > 0
            ? new Tensor(stack.Pop(), 0, shape)
            : Allocate(bytes, shape);
        _rented++;
        return tensor;
    }

    private Tensor Allocate(long bytes, Shape shape)
    {
        TensorStorage storage = _backend.Allocate(bytes);
        _all.Add(storage);
        ReservedBytes += bytes;
        return new Tensor(storage, 0, shape);
    }

    /// <summary>Takes back a tensor from <see cref="Rent"/> (any reshaping of it).</summary>
    public void Return(Tensor tensor)
    {
        TensorStorage storage = tensor.Storage;
        if (!_free.TryGetValue(storage.SizeBytes, out Stack<TensorStorage>? stack))
            _free[storage.SizeBytes] = stack = new Stack<TensorStorage>();
        stack.Push(storage);
        _rented--;
    }

    // An eighth of a power of two at most is wasted, and packed batches of nearly equal length share their blocks.
    private static long RoundUp(long bytes)
    {
        if (bytes <= 4096)
            return 4096;
        long step = (long)System.Numerics.BitOperations.RoundUpToPowerOf2((ulong)bytes) / 16;
        return (bytes + step - 1) / step * step;
    }

    /// <summary>Gives all blocks back to the backend, those too that a failed backward never returned.</summary>
    public void Dispose()
    {
        foreach (TensorStorage storage in _all)
            storage.Dispose();
        _all.Clear();
        _free.Clear();
        _rented = 0;
        ReservedBytes = 0;
    }
}
