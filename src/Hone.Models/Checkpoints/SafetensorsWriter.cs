using System.Buffers.Binary;
using System.Text;
using System.Text.Json;
using Hone.Tensors;

namespace Hone.Models;

/// <summary>
/// Writes a safetensors file as the format's own library does: larger element types first, then by name (order of UTF-8
/// bytes), compact JSON, padded with spaces to 8 bytes. The same tensors give the same bytes. Tensors are added, then
/// written; what was added must not change in between. Not thread safe.
/// </summary>
public sealed class SafetensorsWriter
{
    private const int ChunkElements = 64 * 1024;

    private readonly SortedDictionary<string, string> _metadata = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Item> _items = new(StringComparer.Ordinal);

    // A tensor that is asked for its bytes when it is its turn.
    private sealed record Item(string Name, byte[] Utf8Name, SafetensorsType Type, long[] Shape, long SizeBytes, Action<Stream> Write);

    /// <summary>A writer with the metadata {"format": "pt"}, without which transformers refuses a file.</summary>
    public SafetensorsWriter() => _metadata["format"] = "pt";

    /// <summary>Texts of "__metadata__", written in ordinal order.</summary>
    public IDictionary<string, string> Metadata => _metadata;

    /// <summary>Adds a tensor of a backend, read when the file is written.</summary>
    /// <param name="name">Name in the file.</param>
    /// <param name="backend">Whose tensor it is.</param>
    /// <param name="tensor">Float32 or BFloat16.</param>
    /// <param name="storeAs">Float32, or BFloat16 rounded to nearest, ties to even.</param>
    /// <exception cref="ArgumentException">The name is taken or reserved, or the type is not written.</exception>
    public void Add(string name, Backend backend, Tensor tensor, DType storeAs = DType.Float32)
    {
        ArgumentNullException.ThrowIfNull(backend);
        var shape = new long[tensor.Shape.Rank];
        for (int i = 0; i < shape.Length; i++)
            shape[i] = tensor[i];
        Add(name, FloatType(storeAs), shape, stream =>
        {
            var chunks = new TensorChunks(tensor, ChunkElements);
            var values = new float[chunks.LargestCount];
            var bytes = new byte[values.Length * storeAs.SizeBytes()];
            while (chunks.Next(out Tensor part))
            {
                int count = (int)part.ElementCount;
                backend.Download(part, values.AsSpan(0, count));
                WriteFloats(stream, values.AsSpan(0, count), bytes, storeAs);
            }
        });
    }

    /// <summary>Adds host numbers.</summary>
    /// <param name="name">Name in the file.</param>
    /// <param name="shape">Lengths of the axes; empty for a single number.</param>
    /// <param name="values">Row-major elements.</param>
    /// <param name="storeAs">Float32, or BFloat16 rounded to nearest, ties to even.</param>
    /// <exception cref="ArgumentException">The name is taken or reserved, the type is not written, or the shape has another number of elements.</exception>
    public void Add(string name, IReadOnlyList<long> shape, ReadOnlyMemory<float> values, DType storeAs = DType.Float32)
    {
        CheckCount(name, shape, values.Length);
        Add(name, FloatType(storeAs), [.. shape], stream =>
        {
            var bytes = new byte[Math.Min(values.Length, ChunkElements) * storeAs.SizeBytes()];
            for (int done = 0; done < values.Length; done += ChunkElements)
                WriteFloats(stream, values.Span.Slice(done, Math.Min(ChunkElements, values.Length - done)), bytes, storeAs);
        });
    }

    /// <summary>Adds host numbers that are made when it is their turn, so that only one tensor's are held at a time.</summary>
    /// <param name="name">Name in the file.</param>
    /// <param name="shape">Lengths of the axes; empty for a single number.</param>
    /// <param name="values">Makes the row-major elements.</param>
    /// <param name="storeAs">Float32, or BFloat16 rounded to nearest, ties to even.</param>
    /// <exception cref="ArgumentException">The name is taken or reserved, or the type is not written.</exception>
    public void Add(string name, IReadOnlyList<long> shape, Func<float[]> values, DType storeAs = DType.Float32)
    {
        ArgumentNullException.ThrowIfNull(shape);
        ArgumentNullException.ThrowIfNull(values);
        Add(name, FloatType(storeAs), [.. shape], stream =>
        {
            float[] made = values();
            CheckCount(name, shape, made.Length);
            var bytes = new byte[Math.Min(made.Length, ChunkElements) * storeAs.SizeBytes()];
            for (int done = 0; done < made.Length; done += ChunkElements)
                WriteFloats(stream, made.AsSpan(done, Math.Min(ChunkElements, made.Length - done)), bytes, storeAs);
        });
    }

    /// <summary>Adds 64-bit integers (I64): counters, ids.</summary>
    /// <exception cref="ArgumentException">The name is taken or reserved, or the shape has another number of elements.</exception>
    public void AddIntegers(string name, IReadOnlyList<long> shape, ReadOnlyMemory<long> values)
    {
        CheckCount(name, shape, values.Length);
        Add(name, SafetensorsType.I64, [.. shape], stream =>
        {
            Span<byte> bytes = stackalloc byte[8];
            foreach (long value in values.Span)
            {
                BinaryPrimitives.WriteInt64LittleEndian(bytes, value);
                stream.Write(bytes);
            }
        });
    }

    /// <summary>Writes the file aside, flushes it and puts it in place of an older one.</summary>
    public void Save(string path) => AtomicFile.Write(path, WriteTo);

    /// <summary>Writes the bytes of the file.</summary>
    public void WriteTo(Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        Item[] items = [.. _items.Values];
        Array.Sort(items, (a, b) => a.Type != b.Type ? b.Type.CompareTo(a.Type) : a.Utf8Name.AsSpan().SequenceCompareTo(b.Utf8Name));
        byte[] header = Header(items);
        Span<byte> length = stackalloc byte[8];
        BinaryPrimitives.WriteUInt64LittleEndian(length, (ulong)header.Length);
        stream.Write(length);
        stream.Write(header);
        foreach (Item item in items)
            item.Write(stream);
    }

    private byte[] Header(Item[] items)
    {
        using var stream = new MemoryStream();
        var options = new JsonWriterOptions { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
        using (var json = new Utf8JsonWriter(stream, options))
        {
            json.WriteStartObject();
            if (_metadata.Count > 0)
                WriteMetadata(json);
            long offset = 0;
            foreach (Item item in items)
            {
                WriteItem(json, item, offset);
                offset = checked(offset + item.SizeBytes);
            }
            json.WriteEndObject();
        }
        while (stream.Length % 8 != 0)
            stream.WriteByte((byte)' ');
        return stream.ToArray();
    }

    private void WriteMetadata(Utf8JsonWriter json)
    {
        json.WriteStartObject("__metadata__");
        foreach ((string key, string value) in _metadata)
            json.WriteString(key, value);
        json.WriteEndObject();
    }

    private static void WriteItem(Utf8JsonWriter json, Item item, long offset)
    {
        json.WriteStartObject(item.Name);
        json.WriteString("dtype", item.Type.Name());
        json.WriteStartArray("shape");
        foreach (long dimension in item.Shape)
            json.WriteNumberValue(dimension);
        json.WriteEndArray();
        json.WriteStartArray("data_offsets");
        json.WriteNumberValue(offset);
        json.WriteNumberValue(offset + item.SizeBytes);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private void Add(string name, SafetensorsType type, long[] shape, Action<Stream> write)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        if (name == "__metadata__")
            throw new ArgumentException("The name '__metadata__' is reserved by the format.", nameof(name));
        long count = 1;
        foreach (long length in shape)
            count = checked(count * length);
        var item = new Item(name, Encoding.UTF8.GetBytes(name), type, shape, checked(count * type.Bits() / 8), write);
        if (!_items.TryAdd(name, item))
            throw new ArgumentException($"The tensor {name} is added twice.", nameof(name));
    }

    private static void CheckCount(string name, IReadOnlyList<long> shape, int count)
    {
        ArgumentNullException.ThrowIfNull(shape);
        long product = 1;
        foreach (long length in shape)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(length, nameof(shape));
            product = checked(product * length);
        }
        if (product != count)
            throw new ArgumentException($"The tensor {name} of shape {CheckpointErrors.Shape(shape)} has {product} elements, {count} are given.", nameof(shape));
    }

    private static SafetensorsType FloatType(DType type) => type switch
    {
        DType.Float32 => SafetensorsType.F32,
        DType.BFloat16 => SafetensorsType.BF16,
        _ => throw new ArgumentException($"Weights are written as Float32 or BFloat16, not as {type}.", nameof(type)),
    };

    private static void WriteFloats(Stream stream, ReadOnlySpan<float> values, byte[] bytes, DType type)
    {
        int size = type.SizeBytes();
        for (int i = 0; i < values.Length; i++)
        {
            Span<byte> at = bytes.AsSpan(i * size);
            if (type == DType.Float32)
                BinaryPrimitives.WriteSingleLittleEndian(at, values[i]);
            else
                BinaryPrimitives.WriteUInt16LittleEndian(at, FloatCasts.ToBFloat16(values[i]));
        }
        stream.Write(bytes, 0, values.Length * size);
    }
}
