using System.Text;

namespace Hone.UnitTests.Tokenizers;

/// <summary>Just enough of GGUF v3 to take the tokenizer's keys out of a file, so that these tests depend on no other project.</summary>
internal static class TinyGguf
{
    public static IReadOnlyDictionary<string, object> Tokenizer(string path)
    {
        using var reader = new BinaryReader(File.OpenRead(path));
        if (reader.ReadUInt32() != 0x46554747 || reader.ReadUInt32() != 3) throw new InvalidDataException("not GGUF v3");
        reader.ReadUInt64();
        ulong count = reader.ReadUInt64();
        var keys = new Dictionary<string, object>();
        for (ulong i = 0; i < count; i++)
        {
            string key = Text(reader);
            object value = Value(reader, reader.ReadUInt32());
            if (key.StartsWith("tokenizer.", StringComparison.Ordinal)) keys.Add(key, value);
        }
        return keys;
    }

    private static string Text(BinaryReader reader) => Encoding.UTF8.GetString(reader.ReadBytes(checked((int)reader.ReadUInt64())));

    private static object Value(BinaryReader reader, uint type) => type switch
    {
        0 => reader.ReadByte(),
        1 => reader.ReadSByte(),
        2 => reader.ReadUInt16(),
        3 => reader.ReadInt16(),
        4 => reader.ReadUInt32(),
        5 => reader.ReadInt32(),
        6 => reader.ReadSingle(),
        7 => reader.ReadByte() != 0,
        8 => Text(reader),
        9 => Items(reader),
        10 => reader.ReadUInt64(),
        11 => reader.ReadInt64(),
        12 => reader.ReadDouble(),
        _ => throw new InvalidDataException($"type {type}"),
    };

    private static Array Items(BinaryReader reader)
    {
        uint type = reader.ReadUInt32();
        var items = new object[reader.ReadUInt64()];
        for (int i = 0; i < items.Length; i++) items[i] = Value(reader, type);
        return type == 8 ? items.Cast<string>().ToArray() : items;
    }
}
