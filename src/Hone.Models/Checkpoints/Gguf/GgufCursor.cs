using System.Buffers.Binary;
using System.Text;
using System.Text.Unicode;

namespace Hone.Models;

/// <summary>Reads the head of a GGUF file forward, counting what is left: no length that the file names is believed before its bytes are there.</summary>
internal sealed class GgufCursor(Stream stream, long length, string? file)
{
    private readonly byte[] _buffer = new byte[(int)Math.Min(64 * 1024, Math.Max(length, 16))];
    private long _bufferStart;
    private int _bufferCount;
    private int _at;

    /// <summary>The next byte, counted from the start of the file.</summary>
    public long Position => _bufferStart + _at;

    /// <summary>Bytes from here to the end.</summary>
    public long Remaining => length - Position;

    public byte Byte() => Take(1)[0];

    public ushort UInt16() => BinaryPrimitives.ReadUInt16LittleEndian(Take(2));

    public uint UInt32() => BinaryPrimitives.ReadUInt32LittleEndian(Take(4));

    public ulong UInt64() => BinaryPrimitives.ReadUInt64LittleEndian(Take(8));

    public float Float32() => BinaryPrimitives.ReadSingleLittleEndian(Take(4));

    public double Float64() => BinaryPrimitives.ReadDoubleLittleEndian(Take(8));

    public bool Bool(string what)
    {
        byte value = Byte();
        return value <= 1 ? value == 1 : throw CheckpointErrors.Setting(file, what, $"has a bool that is {value} at byte {Position - 1}", expected: "0 or 1");
    }

    /// <summary>A text.</summary>
    /// <param name="what">What it is, for messages.</param>
    /// <param name="limit">Most bytes.</param>
    public string Text(string what, int limit)
    {
        long start = Position;
        ulong bytes = UInt64();
        if (bytes > (ulong)limit || (long)bytes > Remaining)
        {
            throw CheckpointErrors.Setting(file, what, $"has a text that is too long at byte {start}",
                $"at most {Math.Min(limit, Remaining)} bytes", $"{bytes}", "The file is cut off or damaged.");
        }
        var count = (int)bytes;
        if (count <= _buffer.Length)
            return Decode(Take(count), what, start);
        var whole = new byte[count];
        ReadInto(whole);
        return Decode(whole, what, start);
    }

    /// <summary>Fills a span.</summary>
    public void ReadInto(Span<byte> target)
    {
        Require(target.Length);
        int held = Math.Min(target.Length, _bufferCount - _at);
        _buffer.AsSpan(_at, held).CopyTo(target);
        _at += held;
        if (held == target.Length)
            return;
        stream.ReadExactly(target[held..]);
        _bufferStart += _bufferCount + target.Length - held;
        _at = _bufferCount = 0;
    }

    /// <summary>Refuses if so many bytes are not there.</summary>
    public void Require(long count)
    {
        if (count > Remaining)
            throw CheckpointErrors.File(file, "is cut off", Position, $"{count} more bytes", $"{Remaining}", "Fetch it again.");
    }

    private string Decode(ReadOnlySpan<byte> bytes, string what, long start) => Utf8.IsValid(bytes)
        ? Encoding.UTF8.GetString(bytes)
        : throw CheckpointErrors.Setting(file, what, $"has a text that is not valid UTF-8 at byte {start}");

    private ReadOnlySpan<byte> Take(int count)
    {
        Require(count);
        if (_bufferCount - _at < count)
            Refill(count);
        ReadOnlySpan<byte> bytes = _buffer.AsSpan(_at, count);
        _at += count;
        return bytes;
    }

    private void Refill(int count)
    {
        int held = _bufferCount - _at;
        _buffer.AsSpan(_at, held).CopyTo(_buffer);
        _bufferStart += _at;
        _at = 0;
        _bufferCount = held + stream.ReadAtLeast(_buffer.AsSpan(held), count - held, throwOnEndOfStream: false);
        if (_bufferCount < count)
            throw CheckpointErrors.File(file, "became shorter while it was read", Position);
    }
}
