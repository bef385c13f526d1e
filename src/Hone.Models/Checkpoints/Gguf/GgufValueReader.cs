namespace Hone.Models;

/// <summary>The values of a GGUF file's metadata.</summary>
internal sealed class GgufValueReader(GgufCursor cursor, string? file, GgufLimits limits)
{
    // Arrays of arrays are in the format and in no published file; a chain of them must not exhaust the stack.
    private const int MaximumDepth = 4;

    /// <summary>Reads type and value.</summary>
    public GgufValue Read(string key) => Read(key, ReadType(key), 0);

    private GgufValue Read(string key, GgufValueType type, int depth) => type switch
    {
        GgufValueType.UInt8 => GgufValue.Of(cursor.Byte(), type),
        GgufValueType.Int8 => GgufValue.Of((sbyte)cursor.Byte(), type),
        GgufValueType.UInt16 => GgufValue.Of(cursor.UInt16(), type),
        GgufValueType.Int16 => GgufValue.Of((short)cursor.UInt16(), type),
        GgufValueType.UInt32 => GgufValue.Of(cursor.UInt32(), type),
        GgufValueType.Int32 => GgufValue.Of((int)cursor.UInt32(), type),
        GgufValueType.UInt64 => GgufValue.Of(cursor.UInt64()),
        GgufValueType.Int64 => GgufValue.Of((long)cursor.UInt64(), type),
        GgufValueType.Float32 => GgufValue.Of(cursor.Float32()),
        GgufValueType.Float64 => GgufValue.Of(cursor.Float64()),
        GgufValueType.Bool => GgufValue.Of(cursor.Bool(key)),
        GgufValueType.Text => GgufValue.Of(cursor.Text(key, limits.TextBytes)),
        _ => ReadArray(key, depth),
    };

    private GgufValue ReadArray(string key, int depth)
    {
        if (depth == MaximumDepth)
            throw CheckpointErrors.Setting(file, key, $"has arrays more than {MaximumDepth} deep at byte {cursor.Position}");
        GgufValueType type = ReadType(key);
        ulong count = cursor.UInt64();
        // An array in an array has at least its type and count.
        int smallest = type switch { GgufValueType.Text => 8, GgufValueType.Array => 12, _ => Size(type) };
        if (count > (ulong)limits.ArrayElements || (long)count > cursor.Remaining / smallest)
        {
            throw CheckpointErrors.Setting(file, key, $"has an array that is too long at byte {cursor.Position - 8}",
                $"at most {Math.Min(limits.ArrayElements, cursor.Remaining / smallest)} elements", $"{count}", "The file is cut off or damaged.");
        }
        return GgufValue.OfArray(ReadElements(key, type, (int)count, depth));
    }

    private Array ReadElements(string key, GgufValueType type, int count, int depth) => type switch
    {
        GgufValueType.UInt8 => ReadBytes(count),
        GgufValueType.Int8 => Many(count, () => (sbyte)cursor.Byte()),
        GgufValueType.UInt16 => Many(count, cursor.UInt16),
        GgufValueType.Int16 => Many(count, () => (short)cursor.UInt16()),
        GgufValueType.UInt32 => Many(count, cursor.UInt32),
        GgufValueType.Int32 => Many(count, () => (int)cursor.UInt32()),
        GgufValueType.UInt64 => Many(count, cursor.UInt64),
        GgufValueType.Int64 => Many(count, () => (long)cursor.UInt64()),
        GgufValueType.Float32 => Many(count, cursor.Float32),
        GgufValueType.Float64 => Many(count, cursor.Float64),
        GgufValueType.Bool => Many(count, () => cursor.Bool(key)),
        GgufValueType.Text => Many(count, () => cursor.Text(key, limits.TextBytes)),
        _ => Many(count, () => ReadArray(key, depth + 1)),
    };

    private byte[] ReadBytes(int count)
    {
        var bytes = new byte[count];
        cursor.ReadInto(bytes);
        return bytes;
    }

    private static T[] Many<T>(int count, Func<T> read)
    {
        var values = new T[count];
        for (int i = 0; i < count; i++)
            values[i] = read();
        return values;
    }

    private GgufValueType ReadType(string key)
    {
        uint number = cursor.UInt32();
        return number <= (uint)GgufValueType.Float64 ? (GgufValueType)number
            : throw CheckpointErrors.Setting(file, key, $"has an unknown type at byte {cursor.Position - 4}", "0 to 12", $"{number}");
    }

    private static int Size(GgufValueType type) => type switch
    {
        GgufValueType.UInt16 or GgufValueType.Int16 => 2,
        GgufValueType.UInt32 or GgufValueType.Int32 or GgufValueType.Float32 => 4,
        GgufValueType.UInt64 or GgufValueType.Int64 or GgufValueType.Float64 => 8,
        _ => 1,
    };
}
