namespace Hone.Tensors;

/// <summary>
/// Blocks that are rented and given back in any order: gradients of activations and what backward needs. Sizes are
/// rounded up so that a block serves again. Not thread safe; one pool belongs to one context.
/// </summary>
public sealed class TensorPool : IDisposable
{
    private readonly Backend _backend;
    private readonly Dictionary<long, Stack<TensorStorage>> _free = [];
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
        _rented++;
        if (_free.TryGetValue(bytes, out Stack<TensorStorage>? stack) && stack.Count > 0)
            return new Tensor(stack.Pop(), 0, shape);
        ReservedBytes += bytes;
        return new Tensor(_backend.Allocate(bytes), 0, shape);
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

    /// <summary>Gives all waiting blocks back to the backend.</summary>
    public void Dispose()
    {
        foreach (Stack<TensorStorage> stack in _free.Values)
        {
            foreach (TensorStorage storage in stack)
                storage.Dispose();
        }
        _free.Clear();
        ReservedBytes = 0;
    }
}
