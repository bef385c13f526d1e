using System.Buffers.Binary;
using System.Globalization;
using System.Numerics;

namespace Hone.Models;

/// <summary>
/// What precedes the data of a GGUF file: magic, version, counts, metadata, tensor list, padding
/// (https://github.com/ggml-org/ggml/blob/master/docs/gguf.md). Version 2 has the layout of version 3.
/// </summary>
internal sealed class GgufHeader
{
    /// <summary>The version that is written.</summary>
    public const uint Version = 3;

    /// <summary>Alignment of tensors where the file names none.</summary>
    public const int DefaultAlignment = 32;

    /// <summary>Most axes of a tensor in ggml.</summary>
    public const int MaximumRank = 4;

    private const uint Magic = 0x46554747; // "GGUF"

    private readonly GgufCursor _cursor;
    private readonly string? _file;
    private readonly GgufLimits _limits;

    private GgufHeader(GgufCursor cursor, string? file, GgufLimits limits)
    {
        _cursor = cursor;
        _file = file;
        _limits = limits;
        Metadata = new GgufMetadata(file);
    }

    /// <summary>Keys and values.</summary>
    public GgufMetadata Metadata { get; }

    /// <summary>The tensors in the order of the list.</summary>
    public GgufTensor[] Tensors { get; private set; } = [];

    /// <summary>Tensors begin at multiples of this, counted from the start of the data.</summary>
    public int Alignment { get; private set; }

    /// <summary>The version that the file names: 2 or 3.</summary>
    public uint FileVersion { get; private set; }

    /// <summary>Reads a header.</summary>
    /// <param name="stream">The file from its start.</param>
    /// <param name="length">Bytes of the file.</param>
    /// <param name="file">For messages.</param>
    /// <param name="limits">What is refused.</param>
    /// <exception cref="CheckpointFormatException">It is no valid header of that file.</exception>
    public static GgufHeader Read(Stream stream, long length, string? file, GgufLimits limits)
    {
        var header = new GgufHeader(new GgufCursor(stream, length, file), file, limits);
        header.ReadAll(length);
        return header;
    }

    private void ReadAll(long length)
    {
        _cursor.Require(24);
        uint magic = _cursor.UInt32();
        if (magic != Magic)
            throw CheckpointErrors.File(_file, "is no GGUF file", 0, "the letters GGUF", magic.ToString("x8", CultureInfo.InvariantCulture));
        FileVersion = _cursor.UInt32();
        if (FileVersion is not (2 or 3))
            throw WrongVersion(FileVersion);
        ulong tensors = _cursor.UInt64(), keys = _cursor.UInt64();
        // The shortest tensor has 8 + 0 + 4 + 8 + 4 + 8 bytes, the shortest key 8 + 0 + 4 + 1.
        CheckCount("tensors", tensors, _limits.Tensors, 32, 8);
        CheckCount("keys", keys, _limits.Keys, 13, 16);
        var values = new GgufValueReader(_cursor, _file, _limits);
        for (ulong i = 0; i < keys; i++)
            ReadPair(values);
        Alignment = ReadAlignment();
        var tensorList = new List<Listed>();
        for (ulong i = 0; i < tensors; i++)
            tensorList.Add(ReadTensor());
        CheckSize();
        long start = Align(_cursor.Position);
        // A file without tensors may end without padding.
        if (tensorList.Count > 0 && start > length)
            throw CheckpointErrors.File(_file, "is cut off before its data", _cursor.Position, $"{start} bytes or more", $"{length}", "Fetch it again.");
        Tensors = new GgufTensor[tensorList.Count];
        for (int i = 0; i < Tensors.Length; i++)
            Tensors[i] = Place(tensorList[i], start, length);
        CheckOverlaps();
    }

    private CheckpointFormatException WrongVersion(uint version) => BinaryPrimitives.ReverseEndianness(version) is 1 or 2 or 3
        ? CheckpointErrors.File(_file, "is a big-endian file", 4, "little-endian", hint: "Convert it, or fetch the little-endian file of the same model.")
        : CheckpointErrors.File(_file, "has a version that is not read", 4, "2 or 3", $"{version}", version == 1 ? "Make it again with a newer converter." : null);

    private void CheckCount(string what, ulong count, int limit, int shortest, long offset)
    {
        if (count > (ulong)limit || (long)count > _cursor.Remaining / shortest)
        {
            throw CheckpointErrors.File(_file, $"names more {what} than it can hold", offset,
                $"at most {Math.Min(limit, _cursor.Remaining / shortest)}", $"{count}", "The file is cut off or damaged.");
        }
    }

    private void ReadPair(GgufValueReader values)
    {
        long start = _cursor.Position;
        string key = _cursor.Text("key", 65535);
        if (key.Length == 0)
            throw CheckpointErrors.File(_file, "has a key without a name", start);
        GgufValue value = values.Read(key);
        if (!Metadata.TryAdd(key, value))
            throw CheckpointErrors.Setting(_file, key, $"is twice in the metadata, the second time at byte {start}");
        CheckSize();
    }

    private void CheckSize()
    {
        if (_cursor.Position > _limits.HeaderBytes)
            throw CheckpointErrors.File(_file, "has a header that is too long", expected: $"at most {_limits.HeaderBytes} bytes");
    }

    private int ReadAlignment()
    {
        if (!Metadata.TryGet("general.alignment", out GgufValue? value))
            return DefaultAlignment;
        return value.TryGetInteger(out long alignment) && alignment is > 0 and <= 1 << 24 && BitOperations.IsPow2(alignment) ? (int)alignment
            : throw Metadata.Wrong("general.alignment", value, "a power of two of at most 16777216");
    }

    // Offsets count from the start of the data, which is known after the last of them.
    private readonly record struct Listed(string Name, GgmlType Type, long[] Shape, ulong Offset, long SizeBytes);

    private Listed ReadTensor()
    {
        string name = _cursor.Text("tensor", 65535);
        uint rank = _cursor.UInt32();
        if (rank is < 1 or > MaximumRank)
            throw CheckpointErrors.Tensor(_file, name, "has the wrong number of axes", _cursor.Position - 4, $"1 to {MaximumRank}", $"{rank}");
        var shape = new long[rank];
        for (int i = 0; i < shape.Length; i++)
        {
            ulong axis = _cursor.UInt64();
            if (axis is 0 or > long.MaxValue)
                throw CheckpointErrors.Tensor(_file, name, "has an axis of an impossible length", _cursor.Position - 8, "1 or more", $"{axis}");
            shape[^(i + 1)] = (long)axis;
        }
        uint number = _cursor.UInt32();
        var type = (GgmlType)number;
        if (!type.IsDefined())
            throw CheckpointErrors.Tensor(_file, name, "has an unknown type", _cursor.Position - 4, got: $"{number}");
        if (shape[^1] % type.BlockElements() != 0)
            throw CheckpointErrors.Tensor(_file, name, "has rows that are no whole number of blocks", _cursor.Position - 4, $"a multiple of {type.BlockElements()} for {type}", $"{shape[^1]}");
        return new Listed(name, type, shape, _cursor.UInt64(), Size(name, type, shape));
    }

    private long Size(string name, GgmlType type, long[] shape)
    {
        UInt128 count = 1;
        foreach (long length in shape)
        {
            count *= (ulong)length;
            if (count > long.MaxValue)
                throw CheckpointErrors.Tensor(_file, name, "has a shape whose size overflows", got: CheckpointErrors.Shape(shape));
        }
        UInt128 bytes = count / (uint)type.BlockElements() * (uint)type.BlockBytes();
        return bytes <= long.MaxValue ? (long)bytes
            : throw CheckpointErrors.Tensor(_file, name, "has a shape whose size overflows", got: CheckpointErrors.Shape(shape));
    }

    private GgufTensor Place(Listed listed, long start, long length)
    {
        long room = length - start;
        if (listed.Offset > (ulong)room || listed.SizeBytes > room - (long)listed.Offset)
        {
            throw CheckpointErrors.Tensor(_file, listed.Name, "lies outside the file", start + (long)Math.Min(listed.Offset, (ulong)room),
                $"bytes within 0 to {room} of the data", $"{listed.SizeBytes} from {listed.Offset}", "The file is cut off or damaged; fetch it again.");
        }
        if (listed.Offset % (ulong)Alignment != 0)
            throw CheckpointErrors.Tensor(_file, listed.Name, "is not aligned", start + (long)listed.Offset, $"a multiple of {Alignment}", $"{listed.Offset}");
        return new GgufTensor(listed.Name, listed.Type, listed.Shape, start + (long)listed.Offset, listed.SizeBytes);
    }

    private void CheckOverlaps()
    {
        var names = new HashSet<string>(Tensors.Length, StringComparer.Ordinal);
        foreach (GgufTensor tensor in Tensors)
        {
            if (!names.Add(tensor.Name))
                throw CheckpointErrors.Tensor(_file, tensor.Name, "is in the list twice");
        }
        GgufTensor[] sorted = [.. Tensors];
        Array.Sort(sorted, (a, b) => a.Offset.CompareTo(b.Offset));
        for (int i = 1; i < sorted.Length; i++)
        {
            long end = sorted[i - 1].Offset + sorted[i - 1].SizeBytes;
            if (sorted[i].Offset < end)
                throw CheckpointErrors.Tensor(_file, sorted[i].Name, "overlaps the tensor before it", sorted[i].Offset, $"byte {end} or later");
        }
    }

    private long Align(long position) => (position + Alignment - 1) / Alignment * Alignment;
}
