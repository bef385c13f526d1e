using System.Globalization;
using System.Text;
using Hone.Models;
using Hone.Tensors;
using Xunit;

namespace Hone.UnitTests.Models;

/// <summary>
/// Mutated GGUF files: each opens or is refused in one line, with no more memory than a few times its bytes, and nothing else
/// happens. HONE_FUZZ_COUNT asks for more rounds than the few thousand of every day.
/// </summary>
public sealed class GgufFuzzTests
{
    // A seed has at most about 10 KB. Sixty times that is what texts of one byte cost as objects, and still nothing.
    private const long LargestAllocation = 4 << 20;

    [Fact]
    public void EveryMutationOpensOrIsRefusedInOneLine()
    {
        int rounds = int.TryParse(Environment.GetEnvironmentVariable("HONE_FUZZ_COUNT"), NumberStyles.None, CultureInfo.InvariantCulture, out int asked) ? asked : 4000;
        var random = new Random(20261122);
        byte[][] seeds = [.. Seeds()];
        int heads = 0, models = 0, refused = 0;
        for (int round = 0; round < rounds; round++)
        {
            byte[] bytes = Mutate(seeds[random.Next(seeds.Length)], random);
            long before = GC.GetAllocatedBytesForCurrentThread();
            try
            {
                using var stream = new MemoryStream(bytes);
                (GgufMetadata metadata, IReadOnlyList<GgufTensor> tensors) = GgufFile.ReadHead(stream, bytes.Length, "fuzz.gguf");
                heads++;
                Assert.All(tensors, tensor => Assert.True(tensor.Offset >= 0 && tensor.SizeBytes > 0 && tensor.Offset + tensor.SizeBytes <= bytes.Length));
                foreach ((string key, GgufValue value) in metadata)
                {
                    Assert.NotEmpty(key);
                    Assert.NotNull(value.ToString());
                }
                models += Opens(metadata, tensors, bytes) ? 1 : 0;
            }
            catch (CheckpointFormatException error)
            {
                Assert.DoesNotContain('\n', error.Message);
                refused++;
            }
            catch (Exception error) when (error is not Xunit.Sdk.XunitException)
            {
                Assert.Fail($"{error.GetType().Name}: {error.Message}\n{error.StackTrace}\n{Convert.ToBase64String(bytes)}");
            }
            Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, LargestAllocation);
        }
        Assert.True(heads > rounds / 20 && refused > rounds / 20 && models > 0, $"{heads} of {rounds} had a valid head, {models} were models, {refused} were refused.");
    }

    [Fact]
    public void MutatedFilesLoadOrAreRefused()
    {
        using var folder = new TemporaryDirectory();
        using var backend = new CpuBackend(1);
        var random = new Random(5);
        byte[][] seeds = [.. Seeds()];
        string path = folder["fuzz.gguf"];
        int loaded = 0, refused = 0;
        for (int round = 0; round < 300; round++)
        {
            byte[] bytes = (byte[])seeds[random.Next(seeds.Length)].Clone();
            // Half of them in the data alone: whatever the numbers are, they are numbers.
            int from = round % 2 == 0 ? 0 : bytes.Length / 2;
            for (int edits = random.Next(1, 4); edits > 0; edits--)
                bytes[random.Next(from, bytes.Length)] ^= (byte)(1 << random.Next(8));
            File.WriteAllBytes(path, bytes);
            try
            {
                ModelLoader.Load(path, backend, round % 3 == 0 ? WeightDType.Auto : WeightDType.Float32).Dispose();
                loaded++;
            }
            catch (CheckpointFormatException error)
            {
                Assert.DoesNotContain('\n', error.Message);
                refused++;
            }
        }
        Assert.True(loaded > 30 && refused > 10, $"{loaded} loaded, {refused} refused.");
    }

    // A configuration that is huge on paper must not be built: what it asks for is checked against the tensors first.
    private static bool Opens(GgufMetadata metadata, IReadOnlyList<GgufTensor> tensors, byte[] bytes)
    {
        var byName = tensors.ToDictionary(tensor => tensor.Name, StringComparer.Ordinal);
        GgufTestContent.Read(metadata, byName, bytes);
        return true;
    }

    private static IEnumerable<byte[]> Seeds()
    {
        using var backend = new CpuBackend(1);
        foreach (string name in new[] { "llama", "gemma3_text", "phi3", "apertus", "gpt2", "olmo3" })
        {
            ModelFamily family = ModelFamilies.Find(name)!;
            for (int seed = 0; seed < 20; seed++)
            {
                HuggingFaceConfig config = HuggingFaceConfig.Parse(Encoding.UTF8.GetBytes(FamilyRoundTripTests.RandomConfig(family, new Random(seed))));
                if (Written(config, backend) is not { } bytes)
                    continue;
                yield return bytes;
                break;
            }
        }
        yield return AllTypes();
    }

    private static byte[]? Written(HuggingFaceConfig config, Backend backend)
    {
        using Transformer model = TinyModels.Create(config.Model, backend);
        try
        {
            GgufWriter writer = GgufSaver.Collect(config, backend, model.Parameters, new GgufSaveOptions
            {
                Metadata = [KeyValuePair.Create("tokenizer.ggml.tokens", GgufValue.Of(["a", "bc", "déf"])), KeyValuePair.Create("tokenizer.ggml.scores", GgufValue.Of([0f, 1f, 2f]))],
            });
            using var stream = new MemoryStream();
            writer.WriteTo(stream);
            return stream.ToArray();
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    private static byte[] AllTypes()
    {
        var writer = new GgufWriter();
        foreach ((string key, GgufValue value) in GgufFileTests.AllValues())
            writer.Metadata.Set(key, value);
        foreach (GgmlType type in Enum.GetValues<GgmlType>())
            writer.Add("t." + type, type, [2, type.BlockElements()], stream => stream.Write(new byte[2 * type.BlockBytes()]));
        using var bytes = new MemoryStream();
        writer.WriteTo(bytes);
        return bytes.ToArray();
    }

    private static byte[] Mutate(byte[] seed, Random random)
    {
        byte[] bytes = (byte[])seed.Clone();
        for (int edits = random.Next(1, 5); edits > 0; edits--)
        {
            // The head is where a reader can go wrong.
            int at = random.Next(Math.Min(bytes.Length, random.Next(2) == 0 ? 1024 : 8192));
            switch (random.Next(6))
            {
                case 0:
                    bytes[at] ^= (byte)(1 << random.Next(8));
                    break;
                case 1:
                    bytes[at] = (byte)random.Next(256);
                    break;
                case 2:
                    ulong[] hostile = [0, 1, 0x7FFFFFFF, 0x80000000, 0xFFFFFFFF, 0x7FFFFFFFFFFFFFFF, 0x8000000000000000, ulong.MaxValue, 1UL << 40];
                    byte[] number = BitConverter.GetBytes(hostile[random.Next(hostile.Length)]);
                    number.AsSpan(0, Math.Min(8, bytes.Length - at)).CopyTo(bytes.AsSpan(at));
                    break;
                case 3:
                    bytes = [.. bytes[..at], .. bytes[Math.Min(bytes.Length, at + random.Next(1, 9))..]];
                    break;
                case 4:
                    bytes = [.. bytes[..at], .. seed[..random.Next(1, 33)], .. bytes[at..]];
                    break;
                default:
                    if (random.Next(4) == 0)
                        bytes = bytes[..Math.Max(1, random.Next(bytes.Length))];
                    else
                        (bytes[at], bytes[bytes.Length - 1 - at % bytes.Length]) = (bytes[bytes.Length - 1 - at % bytes.Length], bytes[at]);
                    break;
            }
            if (bytes.Length == 0)
                return [0];
        }
        return bytes;
    }
}
