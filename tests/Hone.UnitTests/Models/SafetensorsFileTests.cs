using System.Text;
using Hone.Models;
using Xunit;

namespace Hone.UnitTests.Models;

public sealed class SafetensorsFileTests : IDisposable
{
    private const string Valid = """{"__metadata__":{"format":"pt"},"a":{"dtype":"F32","shape":[2,3],"data_offsets":[0,24]},"b":{"dtype":"BF16","shape":[4],"data_offsets":[24,32]}}""";
    private readonly TemporaryDirectory _directory = new();

    public void Dispose() => _directory.Dispose();

    [Theory]
    [InlineData("llama", 130880)]
    [InlineData("qwen3", 147264)]
    public void A_file_of_the_formats_own_library_opens(string family, long parameters)
    {
        using SafetensorsFile file = SafetensorsFile.Open(ModelTestFiles.Reference($"models/{family}/model.safetensors"));
        Assert.Equal(parameters, file.Entries.Sum(entry => entry.ElementCount));
        Assert.Equal("pt", file.Metadata["format"]);
        Assert.Equal([64L], file.Get("model.norm.weight").Shape);
        Assert.All(file.ReadFloats("model.embed_tokens.weight"), value => Assert.True(float.IsFinite(value)));
    }

    [Fact]
    public void Integers_and_masks_are_read()
    {
        using SafetensorsFile file = SafetensorsFile.Open(ModelTestFiles.Reference("training/llama.batches.safetensors"));
        Assert.All(file.ReadIntegers("input_ids"), id => Assert.InRange(id, 0, 130));
        Assert.All(file.ReadIntegers("loss_mask"), mask => Assert.InRange(mask, 0, 1));
        Assert.Throws<CheckpointFormatException>(() => file.ReadFloats("input_ids"));
    }

    [Fact]
    public void Parts_of_a_tensor_are_the_same_numbers_as_the_whole()
    {
        using SafetensorsFile file = Open(ModelTestFiles.Safetensors(Valid, 32));
        foreach (SafetensorsEntry entry in file.Entries)
        {
            float[] whole = file.ReadFloats(entry.Name);
            for (int first = 0; first <= whole.Length; first++)
            {
                var part = new float[whole.Length - first];
                file.Read(entry, first, part);
                Assert.Equal(whole[first..].Select(BitConverter.SingleToInt32Bits), part.Select(BitConverter.SingleToInt32Bits));
            }
            Assert.Throws<ArgumentOutOfRangeException>(() => file.Read(entry, 1, new float[whole.Length]));
        }
    }

    [Fact]
    public void A_type_that_is_not_read_is_listed_and_refused_by_name()
    {
        using SafetensorsFile file = Open(ModelTestFiles.Safetensors("""{"q":{"dtype":"F8_E4M3","shape":[8],"data_offsets":[0,8]}}""", 8));
        Assert.Equal(SafetensorsType.F8_E4M3, file.Entries[0].Type);
        CheckpointFormatException error = Assert.Throws<CheckpointFormatException>(() => file.ReadFloats("q"));
        Assert.Contains("'q'", error.Message, StringComparison.Ordinal);
        Assert.Equal("F8_E4M3", error.Got);
        Assert.Throws<CheckpointFormatException>(() => file.ReadIntegers("q"));
    }

    [Fact]
    public void Every_truncation_is_refused()
    {
        byte[] bytes = ModelTestFiles.Safetensors(Valid, 32);
        for (int length = 0; length < bytes.Length; length++)
            Assert.Throws<CheckpointFormatException>(() => Open(bytes[..length]).Dispose());
    }

    [Theory]
    [InlineData("""{"a":{"dtype":"F32","shape":[2],"data_offsets":[0,8]}}""", 9, "goes on after")]
    [InlineData("""{"a":{"dtype":"F32","shape":[3],"data_offsets":[0,8]}}""", 8, "expected 12 bytes")]
    [InlineData("""{"a":{"dtype":"F32","shape":[2],"data_offsets":[0,8]},"b":{"dtype":"F32","shape":[2],"data_offsets":[4,12]}}""", 12, "overlaps")]
    [InlineData("""{"a":{"dtype":"F32","shape":[2],"data_offsets":[0,8]},"b":{"dtype":"F32","shape":[2],"data_offsets":[0,8]}}""", 8, "overlaps")]
    [InlineData("""{"a":{"dtype":"F32","shape":[1],"data_offsets":[4,8]}}""", 8, "belong to no tensor")]
    [InlineData("""{"a":{"dtype":"F32","shape":[2],"data_offsets":[8,0]}}""", 8, "outside")]
    [InlineData("""{"a":{"dtype":"F32","shape":[2],"data_offsets":[0,16]}}""", 8, "outside")]
    [InlineData("""{"a":{"dtype":"F32","shape":[9223372036854775807,4],"data_offsets":[0,8]}}""", 8, "overflows")]
    [InlineData("""{"a":{"dtype":"F32","shape":[4294967296,4294967296],"data_offsets":[0,0]}}""", 0, "overflows")]
    [InlineData("""{"a":{"dtype":"F32","shape":[2305843009213693952,4],"data_offsets":[0,0]}}""", 0, "overflows")]
    [InlineData("""{"a":{"dtype":"F32","shape":[-1],"data_offsets":[0,0]}}""", 0, "malformed")]
    [InlineData("""{"a":{"dtype":"F32","shape":[1.5],"data_offsets":[0,0]}}""", 0, "malformed")]
    [InlineData("""{"a":{"dtype":"F32","shape":[18446744073709551616],"data_offsets":[0,0]}}""", 0, "malformed")]
    [InlineData("""{"a":{"dtype":"F32","shape":[2],"data_offsets":[0]}}""", 8, "incomplete")]
    [InlineData("""{"a":{"dtype":"F32","shape":[2],"data_offsets":[0,8,9]}}""", 8, "more than 2")]
    [InlineData("""{"a":{"dtype":"F32","data_offsets":[0,8]}}""", 8, "incomplete")]
    [InlineData("""{"a":{"dtype":"F31","shape":[2],"data_offsets":[0,8]}}""", 8, "unknown dtype")]
    [InlineData("""{"a":{"dtype":"F32","shape":[2],"data_offsets":[0,8],"extra":1}}""", 8, "field 'extra'")]
    [InlineData("""{"a":{"dtype":"F32","dtype":"F32","shape":[2],"data_offsets":[0,8]}}""", 8, "twice")]
    [InlineData("""{"a":{"dtype":"F32","shape":[2],"data_offsets":[0,8]},"a":{"dtype":"F32","shape":[2],"data_offsets":[8,16]}}""", 16, "twice")]
    [InlineData("""{"__metadata__":{"a":1}}""", 0, "malformed")]
    [InlineData("""{"__metadata__":{"a":"1","a":"2"}}""", 0, "twice")]
    [InlineData("""{"a":{"dtype":"F32","shape":[[2]],"data_offsets":[0,8]}}""", 8, "JSON")]
    [InlineData("""{"a":{"dtype":"F4","shape":[3],"data_offsets":[0,1]}}""", 1, "overflows")]
    [InlineData("""[]""", 0, "malformed")]
    [InlineData("", 0, "JSON")]
    [InlineData("""{"a":""", 0, "JSON")]
    [InlineData("""{}{}""", 0, "JSON")]
    public void A_bad_header_is_refused_in_one_line(string header, int dataBytes, string says)
    {
        CheckpointFormatException error = Assert.Throws<CheckpointFormatException>(() => Open(ModelTestFiles.Safetensors(header, dataBytes)).Dispose());
        Assert.Contains(says, error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', error.Message);
        Assert.NotNull(error.File);
    }

    [Theory]
    [InlineData(ulong.MaxValue)]
    [InlineData(100_000_001UL)]
    [InlineData(99_999_999UL)]
    public void A_header_length_that_the_file_does_not_have_takes_no_memory(ulong length)
    {
        string path = Write(ModelTestFiles.Safetensors(Valid, 32, length));
        long before = GC.GetAllocatedBytesForCurrentThread();
        Assert.Throws<CheckpointFormatException>(() => SafetensorsFile.Open(path));
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 100_000);
    }

    [Fact]
    public void Names_that_are_not_text_are_refused()
    {
        byte[] bytes = ModelTestFiles.Safetensors("""{"X":{"dtype":"F32","shape":[2],"data_offsets":[0,8]}}""", 8);
        bytes[10] = 0xFF;
        Assert.Contains("UTF-8", Assert.Throws<CheckpointFormatException>(() => Open(bytes).Dispose()).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_empty_tensor_and_a_single_number_are_valid()
    {
        using SafetensorsFile file = Open(ModelTestFiles.Safetensors("""{"e":{"dtype":"F32","shape":[0,7],"data_offsets":[0,0]},"s":{"dtype":"F32","shape":[],"data_offsets":[0,4]}}    """, 4));
        Assert.Empty(file.ReadFloats("e"));
        Assert.Single(file.ReadFloats("s"));
    }

    [Fact]
    public void Ten_thousand_damaged_files_give_errors_and_nothing_worse()
    {
        byte[] original = ModelTestFiles.Safetensors(Valid, 32);
        string path = _directory["fuzz.safetensors"];
        var random = new Random(20240607);
        int opened = 0, refused = 0;
        for (int round = 0; round < 10_000; round++)
        {
            byte[] bytes = Mutate(original, random);
            File.WriteAllBytes(path, bytes);
            long before = GC.GetAllocatedBytesForCurrentThread();
            try
            {
                using SafetensorsFile file = SafetensorsFile.Open(path);
                foreach (SafetensorsEntry entry in file.Entries)
                {
                    Assert.InRange(entry.Offset + entry.SizeBytes, 8, bytes.Length);
                    if (entry.Type is SafetensorsType.F32 or SafetensorsType.F16 or SafetensorsType.BF16)
                        file.ReadFloats(entry.Name);
                }
                opened++;
            }
            catch (CheckpointFormatException error)
            {
                Assert.DoesNotContain('\n', error.Message);
                refused++;
            }
            Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 400_000);
        }
        // Damaged data alone leaves a file valid, so both must have happened.
        Assert.True(opened > 100 && refused > 5_000, $"{opened} opened, {refused} refused");
    }

    private static byte[] Mutate(byte[] original, Random random)
    {
        var bytes = new List<byte>(original);
        int edits = random.Next(1, 4);
        for (int i = 0; i < edits && bytes.Count > 0; i++)
        {
            int at = random.Next(bytes.Count);
            switch (random.Next(6))
            {
                case 0:
                    bytes[at] ^= (byte)(1 << random.Next(8));
                    break;
                case 1:
                    bytes.RemoveRange(at, Math.Min(random.Next(1, 9), bytes.Count - at));
                    break;
                case 2:
                    bytes.InsertRange(at, Encoding.ASCII.GetBytes(random.NextInt64().ToString(System.Globalization.CultureInfo.InvariantCulture)));
                    break;
                case 3:
                    bytes[at] = (byte)"{}[]\",:0-9eE\\ "[random.Next(14)];
                    break;
                case 4:
                    // Swap two stretches: names, offsets and shapes change places.
                    int length = Math.Min(random.Next(1, 20), bytes.Count - at);
                    List<byte> stretch = bytes.GetRange(at, length);
                    bytes.InsertRange(random.Next(bytes.Count), stretch);
                    break;
                default:
                    bytes[random.Next(Math.Min(8, bytes.Count))] = (byte)random.Next(256);
                    break;
            }
        }
        return [.. bytes];
    }

    private SafetensorsFile Open(byte[] bytes) => SafetensorsFile.Open(Write(bytes));

    private string Write(byte[] bytes)
    {
        string path = _directory["test.safetensors"];
        File.WriteAllBytes(path, bytes);
        return path;
    }
}
