using System.Text.Json;

namespace Hone.Models;

/// <summary>
/// The JSON header of a safetensors file: {"__metadata__": {text: text}, name: {"dtype", "shape", "data_offsets"}}.
/// Offsets count from the end of the header, and the tensors must cover the rest of the file without overlap or hole,
/// as the format demands (https://github.com/huggingface/safetensors#format).
/// </summary>
internal sealed class SafetensorsHeader
{
    private const string MetadataName = "__metadata__";

    private readonly string? _file;
    private readonly long _dataStart;
    private readonly long _dataBytes;
    private readonly SafetensorsLimits _limits;
    private readonly Dictionary<string, SafetensorsEntry> _entries = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, string> _metadata = new(StringComparer.Ordinal);
    private bool _hasMetadata;

    private SafetensorsHeader(string? file, long dataStart, long dataBytes, SafetensorsLimits limits)
    {
        _file = file;
        _dataStart = dataStart;
        _dataBytes = dataBytes;
        _limits = limits;
    }

    /// <summary>Reads a header.</summary>
    /// <param name="json">The header's bytes.</param>
    /// <param name="dataStart">Byte of the file at which the data begins.</param>
    /// <param name="fileBytes">Bytes of the file.</param>
    /// <param name="file">For messages.</param>
    /// <param name="limits">What is refused.</param>
    /// <exception cref="CheckpointFormatException">It is not a valid header of that file.</exception>
    public static (SafetensorsEntry[] Entries, IReadOnlyDictionary<string, string> Metadata) Parse(
        ReadOnlySpan<byte> json, long dataStart, long fileBytes, string? file, SafetensorsLimits limits)
    {
        var header = new SafetensorsHeader(file, dataStart, fileBytes - dataStart, limits);
        try
        {
            // Root, tensor and array are three levels; nothing deeper is ever valid.
            var reader = new Utf8JsonReader(json, new JsonReaderOptions { MaxDepth = 3 });
            header.ReadRoot(ref reader);
        }
        catch (JsonException e)
        {
            throw CheckpointErrors.File(file, "has a header that is not valid JSON", hint: "The file is damaged or is no safetensors file.", inner: e);
        }
        catch (InvalidOperationException e)
        {
            // The reader says so of text that is not valid UTF-8.
            throw CheckpointErrors.File(file, "has a header that is not valid UTF-8", hint: "The file is damaged or is no safetensors file.", inner: e);
        }
        return (header.InFileOrder(), header._metadata);
    }

    private void ReadRoot(ref Utf8JsonReader reader)
    {
        if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
            throw Malformed(ref reader, "an object");
        while (Next(ref reader) != JsonTokenType.EndObject)
        {
            string name = reader.GetString()!;
            Next(ref reader);
            if (name == MetadataName)
                ReadMetadata(ref reader);
            else
                ReadTensor(ref reader, name);
        }
        if (reader.Read())
            throw Malformed(ref reader, "the end of the header");
    }

    private void ReadMetadata(ref Utf8JsonReader reader)
    {
        if (_hasMetadata)
            throw CheckpointErrors.File(_file, $"has '{MetadataName}' twice");
        _hasMetadata = true;
        if (reader.TokenType != JsonTokenType.StartObject)
            throw Malformed(ref reader, "an object of texts");
        while (Next(ref reader) != JsonTokenType.EndObject)
        {
            string key = reader.GetString()!;
            if (Next(ref reader) != JsonTokenType.String)
                throw Malformed(ref reader, "a text");
            if (!_metadata.TryAdd(key, reader.GetString()!))
                throw CheckpointErrors.Tensor(_file, key, $"is twice in '{MetadataName}'");
        }
    }

    private void ReadTensor(ref Utf8JsonReader reader, string name)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
            throw Malformed(ref reader, "an object with dtype, shape and data_offsets");
        if (_entries.Count >= _limits.Tensors)
            throw CheckpointErrors.File(_file, $"has more than {_limits.Tensors} tensors");
        string? type = null;
        long[]? shape = null;
        long[]? offsets = null;
        while (Next(ref reader) != JsonTokenType.EndObject)
        {
            string field = reader.GetString()!;
            Next(ref reader);
            bool first = field switch
            {
                "dtype" => type is null,
                "shape" => shape is null,
                "data_offsets" => offsets is null,
                _ => throw CheckpointErrors.Tensor(_file, name, $"has the field '{CheckpointErrors.Printable(field)}', which the format does not have"),
            };
            if (!first)
                throw CheckpointErrors.Tensor(_file, name, $"has the field '{field}' twice");
            if (field == "dtype")
                type = reader.TokenType == JsonTokenType.String ? reader.GetString()! : throw Malformed(ref reader, "a dtype");
            else if (field == "shape")
                shape = ReadNumbers(ref reader, name, _limits.Rank);
            else
                offsets = ReadNumbers(ref reader, name, 2);
        }
        Add(name, type, shape, offsets);
    }

    private long[] ReadNumbers(ref Utf8JsonReader reader, string name, int most)
    {
        if (reader.TokenType != JsonTokenType.StartArray)
            throw Malformed(ref reader, "an array of numbers");
        var numbers = new List<long>(4);
        while (Next(ref reader) != JsonTokenType.EndArray)
        {
            if (reader.TokenType != JsonTokenType.Number || !reader.TryGetInt64(out long number) || number < 0)
                throw Malformed(ref reader, "a whole number of at most 63 bits");
            if (numbers.Count >= most)
                throw CheckpointErrors.Tensor(_file, name, $"has an array of more than {most} numbers");
            numbers.Add(number);
        }
        return [.. numbers];
    }

    private void Add(string name, string? typeName, long[]? shape, long[]? offsets)
    {
        if (typeName is null || shape is null || offsets is not { Length: 2 })
            throw CheckpointErrors.Tensor(_file, name, "is incomplete", expected: "dtype, shape and two data_offsets");
        if (!SafetensorsTypes.TryParse(typeName, out SafetensorsType type))
            throw CheckpointErrors.Tensor(_file, name, "has an unknown dtype", got: typeName);
        (long begin, long end) = (offsets[0], offsets[1]);
        if (begin > end || end > _dataBytes)
        {
            throw CheckpointErrors.Tensor(_file, name, "lies outside the file", _dataStart + Math.Min(begin, _dataBytes),
                $"bytes within 0 to {_dataBytes} of the data", $"{begin} to {end}", "The file is cut off or damaged; fetch it again.");
        }
        if (!TrySize(shape, type, out long size))
            throw CheckpointErrors.Tensor(_file, name, "has a shape whose size overflows", got: CheckpointErrors.Shape(shape));
        if (size != end - begin)
        {
            throw CheckpointErrors.Tensor(_file, name, "has a shape that does not fit its bytes", _dataStart + begin,
                $"{size} bytes for {typeName} {CheckpointErrors.Shape(shape)}", $"{end - begin} bytes");
        }
        if (!_entries.TryAdd(name, new SafetensorsEntry(name, type, shape, _dataStart + begin, size)))
            throw CheckpointErrors.Tensor(_file, name, "is in the header twice");
    }

    private static bool TrySize(long[] shape, SafetensorsType type, out long size)
    {
        size = 0;
        UInt128 count = 1;
        foreach (long length in shape)
        {
            count *= (ulong)length;
            if (count > long.MaxValue)
                return false;
        }
        UInt128 bits = count * (uint)type.Bits();
        if (bits % 8 != 0 || bits / 8 > long.MaxValue)
            return false;
        size = (long)(bits / 8);
        return true;
    }

    private SafetensorsEntry[] InFileOrder()
    {
        SafetensorsEntry[] entries = [.. _entries.Values];
        Array.Sort(entries, (a, b) => a.Offset != b.Offset ? a.Offset.CompareTo(b.Offset)
            : a.SizeBytes != b.SizeBytes ? a.SizeBytes.CompareTo(b.SizeBytes)
            : string.CompareOrdinal(a.Name, b.Name));
        long next = _dataStart;
        foreach (SafetensorsEntry entry in entries)
        {
            if (entry.Offset < next)
                throw CheckpointErrors.Tensor(_file, entry.Name, "overlaps the tensor before it", entry.Offset, $"byte {next} or later");
            if (entry.Offset > next)
                throw CheckpointErrors.Tensor(_file, entry.Name, "leaves bytes before it that belong to no tensor", next, $"a tensor at byte {next}", $"byte {entry.Offset}");
            next = entry.Offset + entry.SizeBytes;
        }
        if (next != _dataStart + _dataBytes)
        {
            throw CheckpointErrors.File(_file, "goes on after its last tensor", next, $"{next} bytes", $"{_dataStart + _dataBytes} bytes",
                "The file is damaged or something was appended to it.");
        }
        return entries;
    }

    private JsonTokenType Next(ref Utf8JsonReader reader)
    {
        if (!reader.Read())
            throw Malformed(ref reader, "more of the header");
        return reader.TokenType;
    }

    private CheckpointFormatException Malformed(ref Utf8JsonReader reader, string expected) =>
        CheckpointErrors.File(_file, "has a malformed header", 8 + reader.TokenStartIndex, expected, reader.TokenType.ToString());
}
