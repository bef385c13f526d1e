using System.Text;
using Hone.Models;
using Hone.Tensors;
using Xunit;

namespace Hone.UnitTests.Models;

/// <summary>The bytes of GGUF files: metadata of all types, tensors of all types, splits, and one clear line for what is wrong.</summary>
public sealed class GgufFileTests : IDisposable
{
    private readonly TemporaryDirectory _folder = new();

    public void Dispose() => _folder.Dispose();

    internal static IEnumerable<(string Key, GgufValue Value)> AllValues() =>
    [
        ("a.u8", GgufValue.Of(255, GgufValueType.UInt8)), ("a.i8", GgufValue.Of(-128, GgufValueType.Int8)),
        ("a.u16", GgufValue.Of(65535, GgufValueType.UInt16)), ("a.i16", GgufValue.Of(-32768, GgufValueType.Int16)),
        ("a.u32", GgufValue.Of(uint.MaxValue)), ("a.i32", GgufValue.Of(int.MinValue, GgufValueType.Int32)),
        ("a.u64", GgufValue.Of(ulong.MaxValue)), ("a.i64", GgufValue.Of(long.MinValue, GgufValueType.Int64)),
        ("a.f32", GgufValue.Of(1.5e-7f)), ("a.f64", GgufValue.Of(Math.PI)), ("a.bool", GgufValue.Of(true)), ("a.text", GgufValue.Of("Größe 𝄞")),
        ("b.u8", GgufValue.Of(new byte[] { 0, 255 })), ("b.i8", GgufValue.Of(new sbyte[] { -1, 1 })), ("b.u16", GgufValue.Of(new ushort[] { 1, 65535 })),
        ("b.i16", GgufValue.Of(new short[] { -2, 2 })), ("b.u32", GgufValue.Of(new uint[] { uint.MaxValue })), ("b.i32", GgufValue.Of(new[] { -3, 3 })),
        ("b.u64", GgufValue.Of(new[] { ulong.MaxValue })), ("b.i64", GgufValue.Of(new[] { long.MinValue })), ("b.f32", GgufValue.Of(new[] { 0.1f })),
        ("b.f64", GgufValue.Of(new[] { 0.1 })), ("b.bool", GgufValue.Of(new[] { true, false })), ("b.text", GgufValue.Of(new[] { "", "x", "ÿ" })),
        ("b.array", GgufValue.Of(new[] { GgufValue.Of(new[] { 1, 2 }), GgufValue.Of(new[] { "y" }) })), ("b.none", GgufValue.Of(Array.Empty<string>())),
    ];

    [Fact]
    public void ValuesOfAllTypesComeBack()
    {
        var writer = new GgufWriter();
        foreach ((string key, GgufValue value) in AllValues())
            writer.Metadata.Set(key, value);
        byte[] bytes = Bytes(writer);
        GgufMetadata read = GgufFile.ReadHead(new MemoryStream(bytes), bytes.Length).Metadata;
        Assert.Equal(AllValues().Select(pair => pair.Key), read.Select(pair => pair.Key));
        foreach ((string key, GgufValue value) in AllValues())
        {
            Assert.True(read.TryGet(key, out GgufValue? back));
            Assert.Equal((value.Type, value.ElementType, value.Count, value.ToString()), (back.Type, back.ElementType, back.Count, back.ToString()));
            Assert.Equal(value.ToNumbers(), back.ToNumbers());
            Assert.Equal(value.Texts, back.Texts);
        }
        var again = new GgufWriter();
        foreach ((string key, GgufValue value) in read)
            again.Metadata.Set(key, value);
        Assert.Equal(bytes, Bytes(again));
    }

    [Fact]
    public void TheLayoutIsThatOfTheFormat()
    {
        var writer = new GgufWriter();
        writer.Metadata.Set("k", GgufValue.Of("v"));
        writer.Add("ab", GgmlType.F32, [2, 3], () => [1, 2, 3, 4, 5, 6]);
        writer.Add("c", GgmlType.F16, [1], () => [1.5f]);
        byte[] bytes = Bytes(writer);
        byte[] head =
        [
            .. "GGUF"u8, 3, 0, 0, 0, 2, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0,
            1, 0, 0, 0, 0, 0, 0, 0, .. "k"u8, 8, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, .. "v"u8,
            2, 0, 0, 0, 0, 0, 0, 0, .. "ab"u8, 2, 0, 0, 0, 3, 0, 0, 0, 0, 0, 0, 0, 2, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
            1, 0, 0, 0, 0, 0, 0, 0, .. "c"u8, 1, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 32, 0, 0, 0, 0, 0, 0, 0,
        ];
        Assert.Equal(head, bytes[..head.Length]);
        int data = (head.Length + 31) / 32 * 32;
        Assert.Equal(data + 64, bytes.Length);
        Assert.All(bytes[head.Length..data], value => Assert.Equal(0, value));
        Assert.Equal(6f, BitConverter.ToSingle(bytes, data + 20));
        Assert.Equal(0x3E00, BitConverter.ToUInt16(bytes, data + 32));
    }

    [Fact]
    public void EveryDecodedTypeIsReadAtAnyBlock()
    {
        var random = new Random(3);
        foreach (GgmlType type in Enum.GetValues<GgmlType>())
        {
            int rows = 3, columns = type.BlockElements() * 2;
            float[] values = [.. Enumerable.Range(0, rows * columns).Select(_ => (float)(random.NextDouble() - 0.5))];
            var writer = new GgufWriter();
            if (!type.IsDecoded())
            {
                Assert.Throws<ArgumentException>(() => writer.Add("w", type, [rows, columns], () => values));
                writer.Add("w", type, [rows, columns], stream => stream.Write(new byte[rows * type.RowBytes(columns)]));
                writer.Save(_folder["w.gguf"]);
                using GgufFile other = GgufFile.Open(_folder["w.gguf"]);
                CheckpointFormatException error = Assert.Throws<CheckpointFormatException>(() => other.ReadFloats("w"));
                Assert.Contains(type.ToString(), error.Message, StringComparison.Ordinal);
                continue;
            }
            writer.Add("w", type, [rows, columns], () => values);
            writer.Save(_folder["w.gguf"]);
            using GgufFile file = GgufFile.Open(_folder["w.gguf"]);
            float[] read = file.ReadFloats("w"), row = new float[columns];
            file.Read(file.Get("w"), columns, row);
            TinyModels.SameBits(read[columns..(2 * columns)], row, type.ToString());
            double worst = values.Zip(read, (a, b) => Math.Abs(a - b)).Max();
            Assert.InRange(worst, 0, type == GgmlType.F32 ? 0 : type.IsFloat() ? 0.002 : 0.3);
            if (type.BlockElements() > 1)
                Assert.Throws<ArgumentException>(() => file.Read(file.Get("w"), 1, row));
        }
    }

    [Fact]
    public void SplitFilesAreOneModel()
    {
        var writer = new GgufWriter();
        writer.Metadata.Set("general.architecture", GgufValue.Of("llama"));
        for (int i = 0; i < 5; i++)
        {
            int value = i;
            writer.Add("t" + i, GgmlType.F32, [10], () => [.. Enumerable.Repeat((float)value, 10)]);
        }
        IReadOnlyList<string> paths = writer.SaveSplit(_folder["m"], 90);
        Assert.Equal([_folder["m-00001-of-00003.gguf"], _folder["m-00002-of-00003.gguf"], _folder["m-00003-of-00003.gguf"]], paths);
        using (GgufCheckpoint checkpoint = GgufCheckpoint.Open(paths[0]))
        {
            Assert.Equal(5, checkpoint.Names.Count);
            Assert.True(checkpoint.TryGet("t4", out GgufFile file, out _));
            Assert.Equal(Enumerable.Repeat(4f, 10), file.ReadFloats("t4"));
        }
        Assert.Contains("-00001-of-00003.gguf", Refusal(() => GgufCheckpoint.Open(paths[1]).Dispose()), StringComparison.Ordinal);
        File.Delete(paths[2]);
        Assert.Contains("fetch them all", Refusal(() => GgufCheckpoint.Open(paths[0]).Dispose()), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0, "00", "is no GGUF file")]
    [InlineData(4, "00000003", "big-endian")]
    [InlineData(4, "01000000", "version")]
    [InlineData(8, "FFFFFFFFFFFFFFFF", "more tensors")]
    [InlineData(16, "FFFFFFFFFFFFFF7F", "more keys")]
    [InlineData(24, "FFFFFFFFFFFFFFFF", "text that is too long")]
    public void OneLineSaysWhatIsWrong(int offset, string hex, string said)
    {
        var writer = new GgufWriter();
        writer.Metadata.Set("k", GgufValue.Of("v"));
        writer.Add("t", GgmlType.F32, [4], () => new float[4]);
        byte[] bytes = Bytes(writer);
        Convert.FromHexString(hex).CopyTo(bytes, offset);
        Assert.Contains(said, Refusal(() => GgufFile.ReadHead(new MemoryStream(bytes), bytes.Length, "x.gguf")), StringComparison.Ordinal);
    }

    [Fact]
    public void CutOffFilesAreRefused()
    {
        var writer = new GgufWriter();
        writer.Metadata.Set("k", GgufValue.Of([1, 2, 3]));
        writer.Add("t", GgmlType.F32, [4, 4], () => new float[16]);
        byte[] bytes = Bytes(writer);
        for (int length = 0; length < bytes.Length; length++)
            Refusal(() => GgufFile.ReadHead(new MemoryStream(bytes[..length]), length, "x.gguf"));
    }

    [Fact]
    public void AWriterRefusesWhatTheFormatDoesNotHave()
    {
        var writer = new GgufWriter();
        Assert.Throws<ArgumentException>(() => writer.Add("t", GgmlType.Q4_0, [2, 33], () => new float[66]));
        Assert.Throws<ArgumentException>(() => writer.Add("t", GgmlType.F32, [1, 1, 1, 1, 1], () => new float[1]));
        writer.Add("t", GgmlType.F32, [2], () => new float[3]);
        Assert.Throws<ArgumentException>(() => writer.Add("t", GgmlType.F32, [2], () => new float[2]));
        Assert.Throws<InvalidOperationException>(() => writer.Save(_folder["bad.gguf"]));
        Assert.False(File.Exists(_folder["bad.gguf"]));
    }

    private static string Refusal(Action action)
    {
        CheckpointFormatException error = Assert.Throws<CheckpointFormatException>(action);
        Assert.DoesNotContain('\n', error.Message);
        return error.Message;
    }

    private static byte[] Bytes(GgufWriter writer)
    {
        using var stream = new MemoryStream();
        writer.WriteTo(stream);
        return stream.ToArray();
    }
}
