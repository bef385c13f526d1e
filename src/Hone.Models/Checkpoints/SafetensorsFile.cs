using System.Buffers.Binary;
using System.IO.MemoryMappedFiles;
using System.Runtime.InteropServices;
using Hone.Tensors;

namespace Hone.Models;

/// <summary>
/// A safetensors file, memory-mapped: opening reads the header only, and pages come in as tensors are read
/// (https://github.com/huggingface/safetensors#format). F32, BF16 and F16 become float32 exactly; integer types are
/// read as integers; other types are listed and refused on reading. Nothing the header says is trusted. Reads may come
/// from several threads. The file must not be changed while it is open.
/// </summary>
public sealed class SafetensorsFile : IDisposable
{
    private const int StagingBytes = 64 * 1024;

    private readonly MemoryMappedFile _map;
    private readonly MemoryMappedViewAccessor _view;
    private readonly Dictionary<string, SafetensorsEntry> _byName;

    private SafetensorsFile(string path, MemoryMappedFile map, MemoryMappedViewAccessor view, SafetensorsEntry[] entries, IReadOnlyDictionary<string, string> metadata)
    {
        Path = path;
        _map = map;
        _view = view;
        Entries = entries;
        Metadata = metadata;
        _byName = entries.ToDictionary(entry => entry.Name, StringComparer.Ordinal);
    }

    /// <summary>The path as it was given.</summary>
    public string Path { get; }

    /// <summary>The tensors in the order of their bytes.</summary>
    public IReadOnlyList<SafetensorsEntry> Entries { get; }

    /// <summary>The texts of "__metadata__", by ordinal order of their keys; empty if there are none.</summary>
    public IReadOnlyDictionary<string, string> Metadata { get; }

    /// <summary>Opens a file and checks its header.</summary>
    /// <param name="path">The file.</param>
    /// <param name="limits">What is refused; null means <see cref="SafetensorsLimits.Default"/>.</param>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="CheckpointFormatException">It is no valid safetensors file.</exception>
    public static SafetensorsFile Open(string path, SafetensorsLimits? limits = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        limits ??= SafetensorsLimits.Default;
        // The handle stays open through the map, and deleting or renaming the file meanwhile is allowed.
        using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, 1);
        long bytes = stream.Length;
        byte[] header = ReadHeader(stream, bytes, path, limits);
        (SafetensorsEntry[] entries, IReadOnlyDictionary<string, string> metadata) =
            SafetensorsHeader.Parse(header, 8 + header.Length, bytes, path, limits);
        MemoryMappedFile? map = null;
        try
        {
            map = MemoryMappedFile.CreateFromFile(stream, null, 0, MemoryMappedFileAccess.Read, HandleInheritability.None, leaveOpen: true);
            MemoryMappedViewAccessor view = map.CreateViewAccessor(0, bytes, MemoryMappedFileAccess.Read);
            return new SafetensorsFile(path, map, view, entries, metadata);
        }
        catch
        {
            map?.Dispose();
            throw;
        }
    }

    /// <summary>The tensor of a name; false if the file has none.</summary>
    public bool TryGet(string name, out SafetensorsEntry entry) => _byName.TryGetValue(name, out entry!);

    /// <summary>The tensor of a name.</summary>
    /// <exception cref="CheckpointFormatException">The file has none.</exception>
    public SafetensorsEntry Get(string name) => _byName.TryGetValue(name, out SafetensorsEntry? entry)
        ? entry
        : throw CheckpointErrors.Tensor(Path, name, "is not in the file");

    /// <summary>Copies elements of a floating-point tensor, widened exactly to float32.</summary>
    /// <param name="entry">A tensor of this file.</param>
    /// <param name="first">First element, in row-major order.</param>
    /// <param name="target">As many elements as are wanted.</param>
    /// <exception cref="ArgumentOutOfRangeException">The elements are not all there.</exception>
    /// <exception cref="CheckpointFormatException">The type is not F32, BF16 or F16.</exception>
    public void Read(SafetensorsEntry entry, long first, Span<float> target)
    {
        CheckRange(entry, first, target.Length);
        if (!entry.Type.IsFloat())
            throw CheckpointErrors.Tensor(Path, entry.Name, "has a type that is not read as numbers", entry.Offset, "F32, BF16 or F16", entry.Type.Name());
        if (entry.Type == SafetensorsType.F32 && BitConverter.IsLittleEndian)
        {
            ReadBytes(entry.Offset + (first * 4), MemoryMarshal.AsBytes(target));
            return;
        }
        int size = entry.Type.Bits() / 8;
        Span<byte> staging = new byte[Math.Min((long)target.Length * size, StagingBytes)];
        for (int done = 0; done < target.Length;)
        {
            int count = Math.Min(target.Length - done, StagingBytes / size);
            Span<byte> bytes = staging[..(count * size)];
            ReadBytes(entry.Offset + ((first + done) * size), bytes);
            Widen(entry.Type, bytes, target.Slice(done, count));
            done += count;
        }
    }

    /// <summary>Copies the bits of elements of a 16-bit floating-point tensor.</summary>
    /// <param name="entry">A BF16 or F16 tensor of this file.</param>
    /// <param name="first">First element, in row-major order.</param>
    /// <param name="target">As many elements as are wanted.</param>
    /// <exception cref="ArgumentOutOfRangeException">The elements are not all there.</exception>
    /// <exception cref="CheckpointFormatException">The type is not BF16 or F16.</exception>
    public void ReadBits(SafetensorsEntry entry, long first, Span<ushort> target)
    {
        CheckRange(entry, first, target.Length);
        if (entry.Type is not (SafetensorsType.BF16 or SafetensorsType.F16))
            throw CheckpointErrors.Tensor(Path, entry.Name, "is no 16-bit tensor", entry.Offset, "BF16 or F16", entry.Type.Name());
        ReadBytes(entry.Offset + (first * 2), MemoryMarshal.AsBytes(target));
        if (!BitConverter.IsLittleEndian)
            BinaryPrimitives.ReverseEndianness(target, target);
    }

    /// <summary>All elements of a floating-point tensor as float32: for small tensors and tests.</summary>
    /// <exception cref="CheckpointFormatException">There is no such tensor, or its type is not F32, BF16 or F16.</exception>
    public float[] ReadFloats(string name)
    {
        SafetensorsEntry entry = Get(name);
        var values = new float[checked((int)entry.ElementCount)];
        Read(entry, 0, values);
        return values;
    }

    /// <summary>All elements of an integer or BOOL tensor: ids, counters and masks.</summary>
    /// <exception cref="CheckpointFormatException">There is no such tensor, or its type is no integer of at most 64 signed bits.</exception>
    public long[] ReadIntegers(string name)
    {
        SafetensorsEntry entry = Get(name);
        int size = entry.Type.Bits() / 8;
        var bytes = new byte[checked((int)entry.SizeBytes)];
        ReadBytes(entry.Offset, bytes);
        var values = new long[checked((int)entry.ElementCount)];
        for (int i = 0; i < values.Length; i++)
        {
            ReadOnlySpan<byte> at = bytes.AsSpan(i * size);
            values[i] = entry.Type switch
            {
                SafetensorsType.I64 => BinaryPrimitives.ReadInt64LittleEndian(at),
                SafetensorsType.I32 => BinaryPrimitives.ReadInt32LittleEndian(at),
                SafetensorsType.U32 => BinaryPrimitives.ReadUInt32LittleEndian(at),
                SafetensorsType.I16 => BinaryPrimitives.ReadInt16LittleEndian(at),
                SafetensorsType.U16 => BinaryPrimitives.ReadUInt16LittleEndian(at),
                SafetensorsType.I8 => (sbyte)at[0],
                SafetensorsType.U8 or SafetensorsType.BOOL => at[0],
                _ => throw CheckpointErrors.Tensor(Path, name, "is no tensor of integers", entry.Offset, "I8 to I64, U8 to U32 or BOOL", entry.Type.Name()),
            };
        }
        return values;
    }

    /// <summary>Whether two tensors, of this file or another, have the same type, shape and bytes.</summary>
    public bool SameContent(SafetensorsEntry entry, SafetensorsFile otherFile, SafetensorsEntry other)
    {
        ArgumentNullException.ThrowIfNull(otherFile);
        if (entry.Type != other.Type || !entry.Shape.SequenceEqual(other.Shape))
            return false;
        var left = new byte[StagingBytes];
        var right = new byte[StagingBytes];
        for (long done = 0; done < entry.SizeBytes; done += StagingBytes)
        {
            int count = (int)Math.Min(StagingBytes, entry.SizeBytes - done);
            ReadBytes(entry.Offset + done, left.AsSpan(0, count));
            otherFile.ReadBytes(other.Offset + done, right.AsSpan(0, count));
            if (!left.AsSpan(0, count).SequenceEqual(right.AsSpan(0, count)))
                return false;
        }
        return true;
    }

    /// <summary>Unmaps the file.</summary>
    public void Dispose()
    {
        _view.Dispose();
        _map.Dispose();
    }

    private static byte[] ReadHeader(FileStream stream, long bytes, string path, SafetensorsLimits limits)
    {
        if (bytes < 8)
            throw CheckpointErrors.File(path, "is too short to be a safetensors file", 0, "8 bytes or more", $"{bytes} bytes");
        Span<byte> prefix = stackalloc byte[8];
        stream.ReadExactly(prefix);
        ulong length = BinaryPrimitives.ReadUInt64LittleEndian(prefix);
        if (length > (ulong)limits.HeaderBytes)
            throw CheckpointErrors.File(path, "names a header that is too long", 0, $"at most {limits.HeaderBytes} bytes", $"{length}", "This is probably no safetensors file.");
        if (length > (ulong)(bytes - 8))
            throw CheckpointErrors.File(path, "is cut off inside its header", 0, $"{length} bytes of header", $"{bytes - 8} bytes after the length", "Fetch it again.");
        var header = new byte[(int)length];
        stream.ReadExactly(header);
        return header;
    }

    private static void CheckRange(SafetensorsEntry entry, long first, int count)
    {
        ArgumentNullException.ThrowIfNull(entry);
        if (first < 0 || first > entry.ElementCount - count)
            throw new ArgumentOutOfRangeException(nameof(first), first, $"{count} elements from {first} of {entry}.");
    }

    private static void Widen(SafetensorsType type, ReadOnlySpan<byte> bytes, Span<float> target)
    {
        for (int i = 0; i < target.Length; i++)
        {
            target[i] = type switch
            {
                SafetensorsType.F32 => BinaryPrimitives.ReadSingleLittleEndian(bytes[(i * 4)..]),
                SafetensorsType.BF16 => FloatCasts.FromBFloat16(BinaryPrimitives.ReadUInt16LittleEndian(bytes[(i * 2)..])),
                _ => FloatCasts.FromFloat16(BinaryPrimitives.ReadUInt16LittleEndian(bytes[(i * 2)..])),
            };
        }
    }

    private void ReadBytes(long offset, Span<byte> target) =>
        _view.SafeMemoryMappedViewHandle.ReadSpan((ulong)(offset + _view.PointerOffset), target);
}
