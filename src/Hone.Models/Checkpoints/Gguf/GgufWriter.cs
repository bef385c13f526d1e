using Hone.Tensors;

namespace Hone.Models;

/// <summary>
/// Writes GGUF files of version 3 as llama.cpp lays them out: metadata and tensors in the order in which they were added, every
/// tensor at a multiple of the alignment, zeros between. The same content gives the same bytes. Tensors are added, then written;
/// what was added must not change in between. Not thread safe.
/// </summary>
public sealed class GgufWriter
{
    private readonly List<Item> _items = [];
    private readonly HashSet<string> _names = new(StringComparer.Ordinal);

    // A tensor that is asked for its bytes when it is its turn.
    private sealed record Item(string Name, GgmlType Type, long[] Shape, long SizeBytes, Action<Stream> Write);

    /// <summary>Keys and values, written in their order. "general.alignment" is respected; without it tensors lie at multiples of 32.</summary>
    public GgufMetadata Metadata { get; } = new();

    /// <summary>Bytes of all tensors added so far, without padding.</summary>
    public long TensorBytes => _items.Sum(item => item.SizeBytes);

    /// <summary>Names and types of the tensors added so far, in order.</summary>
    public IReadOnlyList<(string Name, GgmlType Type)> Tensors => [.. _items.Select(item => (item.Name, item.Type))];

    /// <summary>Adds a tensor whose bytes are written when it is its turn.</summary>
    /// <param name="name">Name in the file.</param>
    /// <param name="type">Element type.</param>
    /// <param name="shape">Lengths of 1 to 4 axes, outermost first; the last a whole number of blocks.</param>
    /// <param name="write">Writes exactly the bytes of the tensor.</param>
    /// <exception cref="ArgumentException">The name is taken, or the shape is not one of the format.</exception>
    public void Add(string name, GgmlType type, IReadOnlyList<long> shape, Action<Stream> write)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        ArgumentNullException.ThrowIfNull(shape);
        ArgumentNullException.ThrowIfNull(write);
        if (shape.Count is < 1 or > GgufHeader.MaximumRank || shape.Any(length => length < 1))
            throw new ArgumentException($"The tensor {name} has the shape {CheckpointErrors.Shape(shape)}; GGUF has 1 to {GgufHeader.MaximumRank} axes of 1 or more.", nameof(shape));
        long rows = 1;
        for (int i = 0; i < shape.Count - 1; i++)
            rows = checked(rows * shape[i]);
        long bytes = checked(rows * type.RowBytes(shape[^1]));
        if (!_names.Add(name))
            throw new ArgumentException($"The tensor {name} is added twice.", nameof(name));
        _items.Add(new Item(name, type, [.. shape], bytes, write));
    }

    /// <summary>Adds numbers that are made when it is their turn, so that only one tensor's are held at a time.</summary>
    /// <param name="name">Name in the file.</param>
    /// <param name="type">F32, F16 or BF16 (rounded to nearest, ties to even), or a block format of <see cref="QuantFormat"/>.</param>
    /// <param name="shape">Lengths of 1 to 4 axes, outermost first.</param>
    /// <param name="values">Makes the row-major elements.</param>
    /// <exception cref="ArgumentException">The name is taken, the type is not written, or the shape is not one of the format.</exception>
    public void Add(string name, GgmlType type, IReadOnlyList<long> shape, Func<float[]> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        if (!type.IsDecoded())
            throw new ArgumentException($"Numbers are written as {GgmlTypes.Decoded}, not as {type}.", nameof(type));
        Add(name, type, shape, stream => GgufEncoding.Write(stream, values(), type));
    }

    /// <summary>Adds a tensor of another file as it is there; the file stays open until this one is written.</summary>
    /// <exception cref="ArgumentException">The name is taken.</exception>
    public void Add(GgufFile file, GgufTensor tensor)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(tensor);
        Add(tensor.Name, tensor.Type, tensor.Shape, stream =>
        {
            var buffer = new byte[Math.Min(tensor.SizeBytes, 1 << 20)];
            for (long done = 0; done < tensor.SizeBytes; done += buffer.Length)
            {
                Span<byte> part = buffer.AsSpan(0, (int)Math.Min(buffer.Length, tensor.SizeBytes - done));
                file.ReadBytes(tensor, done, part);
                stream.Write(part);
            }
        });
    }

    /// <summary>Writes one file aside, flushes it and puts it in place of an older one.</summary>
    /// <exception cref="InvalidOperationException">A tensor wrote another number of bytes than it has.</exception>
    public void Save(string path) => AtomicFile.Write(path, WriteTo);

    /// <summary>Writes several files of at most so many bytes of tensors each, at least one tensor in each: "PREFIX-00001-of-00003.gguf".</summary>
    /// <param name="prefix">The path without number and ending.</param>
    /// <param name="bytes">Bytes of tensors in a file; a tensor is never divided.</param>
    /// <returns>The paths; one file keeps its number too.</returns>
    public IReadOnlyList<string> SaveSplit(string prefix, long bytes)
    {
        ArgumentException.ThrowIfNullOrEmpty(prefix);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(bytes);
        List<List<Item>> parts = Divide(bytes);
        var paths = new List<string>();
        for (int i = 0; i < parts.Count; i++)
        {
            var metadata = new GgufMetadata();
            if (i == 0)
            {
                foreach ((string key, GgufValue value) in Metadata)
                    metadata.Set(key, value);
            }
            else if (Metadata.TryGet("general.alignment", out GgufValue? alignment))
                metadata.Set("general.alignment", alignment);
            metadata.Set("split.no", GgufValue.Of(i, GgufValueType.UInt16));
            metadata.Set("split.count", GgufValue.Of(parts.Count, GgufValueType.UInt16));
            metadata.Set("split.tensors.count", GgufValue.Of(_items.Count, GgufValueType.Int32));
            string path = GgufCheckpoint.SplitPath(prefix, i, parts.Count);
            List<Item> items = parts[i];
            AtomicFile.Write(path, stream => Write(stream, metadata, items));
            paths.Add(path);
        }
        return paths;
    }

    /// <summary>Writes the bytes of the file.</summary>
    /// <exception cref="InvalidOperationException">A tensor wrote another number of bytes than it has.</exception>
    public void WriteTo(Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        Write(stream, Metadata, _items);
    }

    private List<List<Item>> Divide(long bytes)
    {
        var parts = new List<List<Item>> { new() };
        long held = 0;
        foreach (Item item in _items)
        {
            if (parts[^1].Count > 0 && held + item.SizeBytes > bytes)
            {
                parts.Add([]);
                held = 0;
            }
            parts[^1].Add(item);
            held += item.SizeBytes;
        }
        return parts.Count <= ushort.MaxValue ? parts : throw new ArgumentException($"The model would have {parts.Count} files; at most {ushort.MaxValue} are counted.", nameof(bytes));
    }

    private static void Write(Stream stream, GgufMetadata metadata, IReadOnlyList<Item> items)
    {
        long alignment = metadata.Int("general.alignment") ?? GgufHeader.DefaultAlignment;
        using var header = new MemoryStream();
        var values = new GgufValueWriter(header);
        values.Raw("GGUF"u8);
        values.UInt32(GgufHeader.Version);
        values.UInt64((ulong)items.Count);
        values.UInt64((ulong)metadata.Count);
        foreach ((string key, GgufValue value) in metadata)
        {
            values.Text(key);
            values.Typed(value);
        }
        long offset = 0;
        foreach (Item item in items)
        {
            values.Text(item.Name);
            values.UInt32((uint)item.Shape.Length);
            for (int i = item.Shape.Length - 1; i >= 0; i--)
                values.UInt64((ulong)item.Shape[i]);
            values.UInt32((uint)item.Type);
            values.UInt64((ulong)offset);
            offset = checked(offset + item.SizeBytes + Padding(item.SizeBytes, alignment));
        }
        Pad(header, Padding(header.Length, alignment));
        header.WriteTo(stream);
        foreach (Item item in items)
        {
            var counted = new CountingStream(stream, item.SizeBytes, item.Name);
            item.Write(counted);
            counted.Finish();
            Pad(stream, Padding(item.SizeBytes, alignment));
        }
    }

    private static long Padding(long size, long alignment) => (alignment - (size % alignment)) % alignment;

    private static void Pad(Stream stream, long count)
    {
        Span<byte> zeros = stackalloc byte[64];
        zeros.Clear();
        for (; count > 0; count -= zeros.Length)
            stream.Write(zeros[..(int)Math.Min(count, zeros.Length)]);
    }
}
