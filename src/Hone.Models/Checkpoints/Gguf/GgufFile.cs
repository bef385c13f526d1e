using System.Buffers.Binary;
using System.IO.MemoryMappedFiles;
using System.Runtime.InteropServices;
using Hone.Tensors;

namespace Hone.Models;

/// <summary>
/// A GGUF file of version 2 or 3, memory-mapped: opening reads header, metadata and tensor list, and pages come in as tensors are
/// read (https://github.com/ggml-org/ggml/blob/master/docs/gguf.md). F32, F16, BF16 and the block formats of
/// <see cref="QuantFormat"/> become float32; other types are listed and refused on reading. Nothing the header says is trusted.
/// Reads may come from several threads. The file must not be changed while it is open.
/// </summary>
public sealed class GgufFile : IDisposable
{
    private const int StagingBytes = 64 * 1024;

    private readonly MemoryMappedFile _map;
    private readonly MemoryMappedViewAccessor _view;
    private readonly Dictionary<string, GgufTensor> _byName;

    private GgufFile(string path, MemoryMappedFile map, MemoryMappedViewAccessor view, GgufHeader header)
    {
        Path = path;
        _map = map;
        _view = view;
        Version = (int)header.FileVersion;
        Alignment = header.Alignment;
        Metadata = header.Metadata;
        Tensors = header.Tensors;
        _byName = header.Tensors.ToDictionary(tensor => tensor.Name, StringComparer.Ordinal);
    }

    /// <summary>The path as it was given.</summary>
    public string Path { get; }

    /// <summary>Version of the format: 2 or 3.</summary>
    public int Version { get; }

    /// <summary>Tensors begin at multiples of this, counted from the start of the data.</summary>
    public int Alignment { get; }

    /// <summary>Keys and values in the order of the file.</summary>
    public GgufMetadata Metadata { get; }

    /// <summary>The tensors in the order of the file's list.</summary>
    public IReadOnlyList<GgufTensor> Tensors { get; }

    /// <summary>Whether a path names a GGUF file, by its ending.</summary>
    public static bool IsGguf(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        return path.EndsWith(".gguf", StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>Opens a file and checks its header.</summary>
    /// <param name="path">The file.</param>
    /// <param name="limits">What is refused; null means <see cref="GgufLimits.Default"/>.</param>
    /// <exception cref="CheckpointFormatException">There is no such file, or it is no valid GGUF file.</exception>
    public static GgufFile Open(string path, GgufLimits? limits = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        if (!File.Exists(path))
            throw CheckpointErrors.File(path, Directory.Exists(path) ? "is a directory" : "does not exist", expected: "a GGUF file");
        // The handle stays open through the map, and deleting or renaming the file meanwhile is allowed.
        using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, 1);
        long bytes = stream.Length;
        GgufHeader header = GgufHeader.Read(stream, bytes, path, limits ?? GgufLimits.Default);
        MemoryMappedFile? map = null;
        try
        {
            map = MemoryMappedFile.CreateFromFile(stream, null, 0, MemoryMappedFileAccess.Read, HandleInheritability.None, leaveOpen: true);
            MemoryMappedViewAccessor view = map.CreateViewAccessor(0, bytes, MemoryMappedFileAccess.Read);
            return new GgufFile(path, map, view, header);
        }
        catch
        {
            map?.Dispose();
            throw;
        }
    }

    /// <summary>Reads the head of a file that is held in memory or elsewhere: its metadata and tensors, without data.</summary>
    /// <param name="stream">The file from its start.</param>
    /// <param name="length">Bytes of the whole file.</param>
    /// <param name="file">Name for messages; null for none.</param>
    /// <param name="limits">What is refused; null means <see cref="GgufLimits.Default"/>.</param>
    /// <exception cref="CheckpointFormatException">It is no valid GGUF file.</exception>
    public static (GgufMetadata Metadata, IReadOnlyList<GgufTensor> Tensors) ReadHead(Stream stream, long length, string? file = null, GgufLimits? limits = null)
    {
        ArgumentNullException.ThrowIfNull(stream);
        GgufHeader header = GgufHeader.Read(stream, length, file, limits ?? GgufLimits.Default);
        return (header.Metadata, header.Tensors);
    }

    /// <summary>The tensor of a name; false if the file has none.</summary>
    public bool TryGet(string name, out GgufTensor tensor) => _byName.TryGetValue(name, out tensor!);

    /// <summary>The tensor of a name.</summary>
    /// <exception cref="CheckpointFormatException">The file has none.</exception>
    public GgufTensor Get(string name) => _byName.TryGetValue(name, out GgufTensor? tensor)
        ? tensor
        : throw CheckpointErrors.Tensor(Path, name, "is not in the file");

    /// <summary>Copies bytes of a tensor as they are in the file.</summary>
    /// <param name="tensor">A tensor of this file.</param>
    /// <param name="first">First byte of the tensor.</param>
    /// <param name="target">As many bytes as are wanted.</param>
    /// <exception cref="ArgumentOutOfRangeException">The bytes are not all there.</exception>
    public void ReadBytes(GgufTensor tensor, long first, Span<byte> target)
    {
        ArgumentNullException.ThrowIfNull(tensor);
        if (first < 0 || first > tensor.SizeBytes - target.Length)
            throw new ArgumentOutOfRangeException(nameof(first), first, $"{target.Length} bytes from {first} of {tensor}.");
        _view.SafeMemoryMappedViewHandle.ReadSpan((ulong)(tensor.Offset + first + _view.PointerOffset), target);
    }

    /// <summary>Copies elements of a tensor as float32: F32, F16 and BF16 exactly, block formats decoded.</summary>
    /// <param name="tensor">A tensor of this file.</param>
    /// <param name="first">First element, in row-major order; of a block format the first of a block.</param>
    /// <param name="target">As many elements as are wanted; of a block format a whole number of blocks.</param>
    /// <exception cref="ArgumentException">The elements are not all there, or are no whole blocks.</exception>
    /// <exception cref="CheckpointFormatException">The type is not decoded here.</exception>
    public void Read(GgufTensor tensor, long first, Span<float> target)
    {
        RequireDecoded(tensor);
        if (first < 0 || first > tensor.ElementCount - target.Length)
            throw new ArgumentOutOfRangeException(nameof(first), first, $"{target.Length} elements from {first} of {tensor}.");
        if (tensor.Type == GgmlType.F32 && BitConverter.IsLittleEndian)
        {
            ReadBytes(tensor, first * 4, MemoryMarshal.AsBytes(target));
            return;
        }
        int block = tensor.Type.BlockElements(), size = tensor.Type.BlockBytes();
        if (first % block != 0 || target.Length % block != 0)
            throw new ArgumentException($"{target.Length} elements from {first} of {tensor} are no whole blocks of {block}.", nameof(first));
        long offset = first / block * size;
        int step = StagingBytes / size;
        byte[] buffer = System.Buffers.ArrayPool<byte>.Shared.Rent(StagingBytes);
        try
        {
            for (int done = 0; done < target.Length;)
            {
                int blocks = Math.Min((target.Length - done) / block, step);
                Span<byte> staging = buffer.AsSpan(0, blocks * size);
                ReadBytes(tensor, offset, staging);
                Decode(tensor.Type, staging, target.Slice(done, blocks * block));
                offset += staging.Length;
                done += blocks * block;
            }
        }
        finally
        {
            System.Buffers.ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    /// <summary>All elements of a tensor as float32: for small tensors and tests.</summary>
    /// <exception cref="CheckpointFormatException">There is no such tensor, or its type is not decoded here.</exception>
    public float[] ReadFloats(string name)
    {
        GgufTensor tensor = Get(name);
        RequireDecoded(tensor);
        var values = new float[checked((int)tensor.ElementCount)];
        Read(tensor, 0, values);
        return values;
    }

    /// <summary>Refuses a tensor of a type that is not decoded here.</summary>
    /// <exception cref="CheckpointFormatException">It is of one.</exception>
    public void RequireDecoded(GgufTensor tensor)
    {
        ArgumentNullException.ThrowIfNull(tensor);
        if (!tensor.Type.IsDecoded())
        {
            throw CheckpointErrors.Tensor(Path, tensor.Name, "has a type that is not read as numbers", tensor.Offset, GgmlTypes.Decoded, $"{tensor.Type}",
                "Fetch the model in one of these types.");
        }
    }

    /// <summary>Unmaps the file.</summary>
    public void Dispose()
    {
        _view.Dispose();
        _map.Dispose();
    }

    private static void Decode(GgmlType type, ReadOnlySpan<byte> bytes, Span<float> target)
    {
        switch (type)
        {
            case GgmlType.F32:
                for (int i = 0; i < target.Length; i++)
                    target[i] = BinaryPrimitives.ReadSingleLittleEndian(bytes[(i * 4)..]);
                break;
            case GgmlType.F16:
                for (int i = 0; i < target.Length; i++)
                    target[i] = FloatCasts.FromFloat16(BinaryPrimitives.ReadUInt16LittleEndian(bytes[(i * 2)..]));
                break;
            case GgmlType.BF16:
                for (int i = 0; i < target.Length; i++)
                    target[i] = FloatCasts.FromBFloat16(BinaryPrimitives.ReadUInt16LittleEndian(bytes[(i * 2)..]));
                break;
            default:
                BlockFormats.Decode(type.ToQuantFormat()!.Value, bytes, target);
                break;
        }
    }
}
