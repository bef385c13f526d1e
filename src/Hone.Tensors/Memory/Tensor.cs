namespace Hone.Tensors;

/// <summary>
/// A view of storage with a shape and an element type; always contiguous and row-major. A value: copying it copies
/// the view, never the elements, and making one allocates nothing. The view does not own its storage.
/// </summary>
public readonly struct Tensor
{
    private readonly TensorStorage? _storage;

    /// <summary>A view of <paramref name="storage"/> that begins <paramref name="offset"/> elements in.</summary>
    /// <exception cref="ArgumentException">The view does not fit in the storage.</exception>
    public Tensor(TensorStorage storage, long offset, Shape shape, DType type = DType.Float32)
        : this(storage, offset, shape, type, 0)
    {
    }

    private Tensor(TensorStorage storage, long offset, Shape shape, DType type, int node)
    {
        ArgumentNullException.ThrowIfNull(storage);
        if (offset < 0 || (offset + shape.ElementCount) * type.SizeBytes() > storage.SizeBytes)
            throw new ArgumentException($"A view {shape} of {type} at element {offset} does not fit in {storage.SizeBytes} bytes.");
        _storage = storage;
        Offset = offset;
        Shape = shape;
        Type = type;
        Node = node;
    }

    /// <summary>The memory that is viewed.</summary>
    /// <exception cref="InvalidOperationException">This is the default value.</exception>
    public TensorStorage Storage => _storage ?? throw new InvalidOperationException("This tensor is empty (the default value).");

    /// <summary>First element, counted in elements from the start of the storage.</summary>
    public long Offset { get; }

    /// <summary>Lengths of the axes.</summary>
    public Shape Shape { get; }

    /// <summary>Element type.</summary>
    public DType Type { get; }

    /// <summary>Its number on the tape that recorded it; 0 when no gradient flows through it.</summary>
    internal int Node { get; }

    /// <summary>Whether this is the default value: no tensor at all (an absent bias, say).</summary>
    public bool IsEmpty => _storage is null;

    /// <summary>Number of elements.</summary>
    public long ElementCount => Shape.ElementCount;

    /// <summary>Bytes of the elements.</summary>
    public long SizeBytes => ElementCount * Type.SizeBytes();

    /// <summary>Length of an axis.</summary>
    public int this[int axis] => Shape[axis];

    /// <summary>Rows <paramref name="start"/> to <paramref name="start"/> + <paramref name="length"/> of axis 0; no gradient flows through the view.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The rows are not all there.</exception>
    public Tensor Slice(int start, int length)
    {
        if (start < 0 || length < 0 || start + (long)length > Shape[0])
            throw new ArgumentOutOfRangeException(nameof(start), $"Rows {start}..{start + (long)length} of {Shape}.");
        long stride = Shape[0] == 0 ? 0 : ElementCount / Shape[0];
        return new Tensor(Storage, Offset + start * stride, Shape.WithLeading(length), Type, 0);
    }

    /// <summary>The same elements under another shape; keeps the place on the tape.</summary>
    /// <exception cref="ArgumentException">The element counts differ.</exception>
    public Tensor Reshape(Shape shape)
    {
        if (shape.ElementCount != ElementCount)
            throw new ArgumentException($"{Shape} has {ElementCount} elements, {shape} has {shape.ElementCount}.", nameof(shape));
        return new Tensor(Storage, Offset, shape, Type, Node);
    }

    /// <summary>The same view with a place on a tape.</summary>
    internal Tensor WithNode(int node) => new(Storage, Offset, Shape, Type, node);

    /// <summary>Address of the first float32, for kernels of host backends.</summary>
    internal unsafe float* Floats
    {
        get
        {
            if (Type != DType.Float32)
                throw NotOf(DType.Float32);
            return (float*)Storage.Pointer + Offset;
        }
    }

    /// <summary>Address of the first BFloat16, for kernels of host backends.</summary>
    internal unsafe ushort* Halves
    {
        get
        {
            if (Type != DType.BFloat16)
                throw NotOf(DType.BFloat16);
            return (ushort*)Storage.Pointer + Offset;
        }
    }

    /// <summary>The bits of a BFloat16 tensor as a span, for host backends.</summary>
    internal unsafe Span<ushort> HostHalves() => new(Halves, checked((int)ElementCount));

    /// <summary>The elements as a span, for host backends. Not for ops: a device's memory has none.</summary>
    internal unsafe Span<float> HostSpan() => new(Floats, checked((int)ElementCount));

    /// <summary>One row of the innermost axis as a span, for host backends.</summary>
    internal unsafe Span<float> HostRow(long row) => new(Floats + (row * Shape.Last), Shape.Last);

    // An op that is made for one type refuses the others here: training a BFloat16 weight, say.
    private ArgumentException NotOf(DType type) => new($"This op works on {type}; it was handed {this}.");

    /// <summary>Shape and type, for messages.</summary>
    public override string ToString() => IsEmpty ? "(no tensor)" : $"{Type}{Shape}";
}
