using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Hone.Tensors;

/// <summary>
/// One block of memory of a backend, 64-byte aligned, not managed by the garbage collector. Tensors are views of it.
/// The owner disposes it; views do not keep it alive.
/// </summary>
public sealed unsafe class TensorStorage : IDisposable
{
    private readonly void* _block;
    private byte* _pointer;
    private readonly StorageLedger? _ledger;

    private readonly StorageGate? _gate;

    private TensorStorage(void* block, byte* pointer, long sizeBytes, StorageGate? gate, StorageLedger? ledger)
    {
        _block = block;
        _pointer = pointer;
        SizeBytes = sizeBytes;
        _gate = gate;
        _ledger = ledger;
        ledger?.Rented(this);
    }

    /// <summary>Usable bytes.</summary>
    public long SizeBytes { get; }

    /// <summary>Whether host code may look at the memory through a span. A device's memory says no.</summary>
    public bool IsHostReadable => _gate is null;

    /// <summary>Whether the block has been given back.</summary>
    public bool IsDisposed => _pointer is null;

    /// <summary>Takes a zeroed, 64-byte aligned block from the operating system.</summary>
    /// <param name="sizeBytes">Bytes, 0 or more.</param>
    /// <param name="gate">Who says when it may be touched; null means always.</param>
    /// <param name="ledger">Who counts it; null for nobody.</param>
    /// <exception cref="OutOfMemoryException">The operating system has no block of that size.</exception>
    internal static TensorStorage Allocate(long sizeBytes, StorageGate? gate, StorageLedger? ledger)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(sizeBytes);
        // Room for one whole vector past the end: kernels may read, never write, up to 64 bytes beyond a view.
        nuint bytes = checked((nuint)sizeBytes + 64), alignment = LargePages.Alignment(bytes);
        // Large blocks come from the system as zeros: their pages are first touched, in parallel, by whoever fills them.
        void* block = NativeMemory.AllocZeroed(checked(bytes + alignment - 1));
        byte* pointer = (byte*)(((nuint)block + alignment - 1) & ~(alignment - 1));
        LargePages.Advise(pointer, bytes);
        return new TensorStorage(block, pointer, sizeBytes, gate, ledger);
    }

    /// <summary>Address of byte 0, for kernels only.</summary>
    internal byte* Pointer
    {
        get
        {
            Debug.Assert(_pointer is not null, "A tensor is used after its storage was given back.");
            if (_gate is { IsOpen: false })
                throw new InvalidOperationException("Host code looked at device memory; download it instead.");
            return _pointer;
        }
    }

    /// <summary>Some bytes as a span, for host backends.</summary>
    internal Span<byte> HostBytes(long first, int count)
    {
        Debug.Assert(first >= 0 && count >= 0 && first + count <= SizeBytes, "The bytes are in the block.");
        return new Span<byte>(Pointer + first, count);
    }

    /// <summary>Gives the memory back; further use of any view is an error.</summary>
    public void Dispose()
    {
        if (_pointer is null)
            return;
        // Calls that were handed this block before come first.
        _gate?.Drain();
        _pointer = null;
        _ledger?.Returned(this);
        NativeMemory.Free(_block);
        GC.SuppressFinalize(this);
    }

    /// <summary>A forgotten block goes back to the system when the collector notices; tests fail on one earlier.</summary>
    ~TensorStorage()
    {
        if (_pointer is not null)
            NativeMemory.Free(_block);
        _pointer = null;
    }
}
