namespace Hone.Tensors;

/// <summary>
/// The device seam: memory and the arithmetic of every op, one partial file a family. The doc of each method fixes the
/// arithmetic to the last bit (docs/numeric-contract.md); <see cref="ReferenceBackend"/> is that text as scalar code.
/// <para>Calls may be asynchronous: only <see cref="Download(Tensor, Span{float})"/> and methods that return a number
/// wait. Spans and batches that a call is handed are read before it returns. Tensors must not overlap unless the
/// method says so. A backend is used by one thread at a time and brings its own threads.</para>
/// </summary>
public abstract partial class Backend : IDisposable
{
    /// <summary>The contract whose bits this backend computes; written into checkpoints and rollouts.</summary>
    public abstract string ContractId { get; }

    /// <summary>What computes, for people: "cpu avx512 x2".</summary>
    public abstract string Description { get; }

    /// <summary>Counts the storage handed out.</summary>
    public StorageLedger Ledger { get; } = new();

    /// <summary>A zeroed block; whoever asked disposes it.</summary>
    /// <exception cref="OutOfMemoryException">There is no such block.</exception>
    public abstract TensorStorage Allocate(long sizeBytes);

    /// <summary>A zeroed tensor with storage of its own; whoever asked disposes that storage.</summary>
    public Tensor CreateTensor(Shape shape, DType type = DType.Float32) =>
        new(Allocate(shape.ElementCount * type.SizeBytes()), 0, shape, type);

    /// <summary>Copies host numbers into a float32 tensor.</summary>
    /// <exception cref="ArgumentException">The lengths differ, or the tensor is of another type.</exception>
    public abstract void Upload(ReadOnlySpan<float> source, Tensor target);

    /// <summary>Copies the bits of BFloat16 numbers, the upper halves of float32, into a BFloat16 tensor.</summary>
    /// <exception cref="ArgumentException">The lengths differ, or the tensor is of another type.</exception>
    public abstract void Upload(ReadOnlySpan<ushort> source, Tensor target);

    /// <summary>Waits for everything before it and copies a float32 tensor, or a BFloat16 one widened exactly, to the host.</summary>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    public abstract void Download(Tensor source, Span<float> target);

    /// <summary>Sets every element.</summary>
    public abstract void Fill(Tensor target, float value);

    /// <summary>Copies elements; the counts are equal, the shapes need not be.</summary>
    public abstract void Copy(Tensor source, Tensor target);

    /// <summary>Waits for everything handed in so far.</summary>
    public virtual void Synchronize() { }

    /// <inheritdoc/>
    public virtual void Dispose() => GC.SuppressFinalize(this);
}
