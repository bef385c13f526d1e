using System.Buffers.Binary;

namespace Hone.Tokenizers;

/// <summary>Reads the fields of a protocol buffer message, one after the other. Source: the encoding guide of protobuf.dev.</summary>
internal ref struct ProtoReader(ReadOnlySpan<byte> data, string file)
{
    private ReadOnlySpan<byte> _rest = data;

    /// <summary>Number of the field read last.</summary>
    public int Field { get; private set; }

    /// <summary>Value of a number field; the bits of a fixed one.</summary>
    public ulong Number { get; private set; }

    /// <summary>Value of a field of bytes, text or a message.</summary>
    public ReadOnlySpan<byte> Bytes { get; private set; }

    /// <summary>Goes to the next field; false at the end.</summary>
    public bool Next()
    {
        if (_rest.IsEmpty) return false;
        ulong key = Varint();
        Field = key >> 3 is > 0 and <= 0x1FFF_FFFF ? (int)(key >> 3) : throw Bad("a field number", $"{key >> 3}");
        Bytes = default;
        Number = 0;
        switch (key & 7)
        {
            case 0: Number = Varint(); break;
            case 1: Number = BinaryPrimitives.ReadUInt64LittleEndian(Take(8)); break;
            case 2: Bytes = Take(Varint()); break;
            case 5: Number = BinaryPrimitives.ReadUInt32LittleEndian(Take(4)); break;
            default: throw Bad("a field of a known kind", $"kind {key & 7}");
        }
        return true;
    }

    private ReadOnlySpan<byte> Take(ulong length)
    {
        if (length > (ulong)_rest.Length) throw Bad($"{length} bytes", $"{_rest.Length}");
        ReadOnlySpan<byte> taken = _rest[..(int)length];
        _rest = _rest[(int)length..];
        return taken;
    }

    private ulong Varint()
    {
        ulong value = 0;
        for (int shift = 0; shift < 64; shift += 7)
        {
            byte next = Take(1)[0];
            value |= (ulong)(next & 0x7F) << shift;
            if (next < 0x80) return value;
        }
        throw Bad("a number of at most 10 bytes", "a longer one");
    }

    private readonly TokenizerFormatException Bad(string expected, string got) => new(file, $"{_rest.Length} bytes before the end of a message", expected, got);
}
