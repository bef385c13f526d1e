using Hone.Models;
using Hone.Tensors;
using Xunit;

namespace Hone.UnitTests.Models;

public sealed class SafetensorsWriterTests : IDisposable
{
    private readonly TemporaryDirectory _directory = new();

    public void Dispose() => _directory.Dispose();

    [Theory]
    [InlineData("models/llama/model.safetensors")]
    [InlineData("models/qwen3/model.safetensors")]
    [InlineData("models/llama/expected.safetensors")]
    public void Writing_what_was_read_gives_the_bytes_of_the_formats_own_library(string name)
    {
        string path = ModelTestFiles.Reference(name);
        var writer = new SafetensorsWriter();
        using (SafetensorsFile file = SafetensorsFile.Open(path))
        {
            writer.Metadata.Clear();
            foreach ((string key, string value) in file.Metadata)
                writer.Metadata[key] = value;
            // The order of adding must not matter.
            foreach (SafetensorsEntry entry in file.Entries.Reverse())
            {
                if (entry.Type == SafetensorsType.I64)
                    writer.AddIntegers(entry.Name, entry.Shape, file.ReadIntegers(entry.Name));
                else
                    writer.Add(entry.Name, entry.Shape, file.ReadFloats(entry.Name));
            }
        }
        writer.Save(_directory["copy.safetensors"]);
        writer.Save(_directory["again.safetensors"]);
        byte[] original = File.ReadAllBytes(path);
        Assert.True(original.AsSpan().SequenceEqual(File.ReadAllBytes(_directory["copy.safetensors"])));
        Assert.True(original.AsSpan().SequenceEqual(File.ReadAllBytes(_directory["again.safetensors"])));
    }

    [Fact]
    public void Tensors_of_a_backend_come_back_exactly_and_rounded_once_as_bfloat16()
    {
        using var backend = new ReferenceBackend();
        Tensor tensor = backend.CreateTensor(new Shape(300, 401));
        var values = new float[300 * 401];
        var random = new Random(3);
        for (int i = 0; i < values.Length; i++)
            values[i] = BitConverter.Int32BitsToSingle(random.Next() & 0x7F7FFFFF) * (random.Next(2) == 0 ? 1 : -1);
        backend.Upload(values, tensor);
        var writer = new SafetensorsWriter();
        writer.Add("exact", backend, tensor);
        writer.Add("rounded", backend, tensor, DType.BFloat16);
        writer.Add("héllo \"quoted\" \u0001 漢", [1], new float[] { 1 });
        writer.Save(_directory["x.safetensors"]);
        tensor.Storage.Dispose();

        using SafetensorsFile file = SafetensorsFile.Open(_directory["x.safetensors"]);
        Assert.Equal(values, file.ReadFloats("exact"));
        Assert.Equal(values.Select(v => FloatCasts.FromBFloat16(FloatCasts.ToBFloat16(v))), file.ReadFloats("rounded"));
        Assert.Equal("rounded", file.Entries[^1].Name);
        Assert.Equal([1f], file.ReadFloats("héllo \"quoted\" \u0001 漢"));
        Assert.All(file.Entries.Where(entry => entry.Type == SafetensorsType.F32), entry => Assert.Equal(0, entry.Offset % 4));
    }

    [Fact]
    public void A_write_that_fails_leaves_the_old_file_and_nothing_else()
    {
        string path = _directory["model.safetensors"];
        File.WriteAllText(path, "old");
        Assert.Throws<InvalidOperationException>(() => AtomicFile.Write(path, stream =>
        {
            stream.Write(new byte[100]);
            throw new InvalidOperationException();
        }));
        Assert.Equal("old", File.ReadAllText(path));
        Assert.Single(Directory.GetFiles(_directory.Root));
    }

    [Fact]
    public void Mistakes_of_the_caller_are_argument_errors()
    {
        var writer = new SafetensorsWriter();
        writer.Add("a", [2], new float[2]);
        Assert.Throws<ArgumentException>(() => writer.Add("a", [2], new float[2]));
        Assert.Throws<ArgumentException>(() => writer.Add("b", [3], new float[2]));
        Assert.Throws<ArgumentException>(() => writer.Add("__metadata__", [2], new float[2]));
        Assert.Throws<ArgumentException>(() => writer.Add("c", [2], new float[2], DType.Int32));
    }
}
