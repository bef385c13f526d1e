namespace Hone.Tensors;

/// <summary>
/// A weight [Rows, Columns] in a block format, in the packed order of its backend: a permutation of the file's bytes (last panel
/// filled up with zero blocks), so that decoding streams as many bytes as the file has. Written once, then read. Owns its storage.
/// </summary>
public sealed class QuantizedTensor : IDisposable
{
    private NF4Scales? _scales;

    internal QuantizedTensor(QuantFormat format, int rows, int columns, TensorStorage storage)
    {
        Format = format;
        Rows = rows;
        Columns = columns;
        Storage = storage;
    }

    /// <summary>The block format.</summary>
    public QuantFormat Format { get; }

    /// <summary>Outputs, N.</summary>
    public int Rows { get; }

    /// <summary>Inputs, K: a whole number of blocks.</summary>
    public int Columns { get; }

    /// <summary>[Rows, Columns].</summary>
    public Shape Shape => new(Rows, Columns);

    /// <summary>Bytes of a row in a file.</summary>
    public long RowBytes => Format.RowBytes(Columns);

    /// <summary>Bytes held.</summary>
    public long SizeBytes => Storage.SizeBytes;

    /// <summary>
    /// The magnitudes of NF4 blocks, quantized again; null in other formats, whose blocks hold their scales. Whoever packs the
    /// places of the blocks (<see cref="Backend.PackBlocks"/>) sets them before the weight is used.
    /// </summary>
    /// <exception cref="ArgumentException">The format is not NF4, or there is not one magnitude a block.</exception>
    public NF4Scales? Scales
    {
        get => _scales;
        set
        {
            if (Format != QuantFormat.NF4 || value is null || value.Codes.Length != (long)Rows * Columns / NF4.DefaultBlockElements)
                throw new ArgumentException($"{this} does not take {value?.Codes.Length ?? 0} magnitudes.", nameof(value));
            _scales = value;
        }
    }

    /// <summary><see cref="Scales"/> of a weight that has been filled.</summary>
    internal NF4Scales Magnitudes => _scales ?? throw new InvalidOperationException($"{this} has no magnitudes yet.");

    /// <summary>The packed blocks.</summary>
    internal TensorStorage Storage { get; }

    /// <summary>Gives the storage back.</summary>
    public void Dispose() => Storage.Dispose();

    /// <summary>Format and shape.</summary>
    public override string ToString() => $"{Format} {Shape}";
}
