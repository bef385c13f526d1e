using System.Text.Json;
using Hone.Inference;
using Hone.Models;
using Hone.Tensors;
using Hone.UnitTests.House;
using Hone.UnitTests.Models;
using Xunit;

namespace Hone.UnitTests.Inference;

/// <summary>The allocation gate: managed bytes of a decode step are those of benchmarks/expected-allocations.json.</summary>
public sealed class DecodeAllocationTests
{
    private const int Steps = 120;

    public static TheoryData<string, bool, CacheDType> Cases()
    {
        var data = new TheoryData<string, bool, CacheDType>();
        foreach (string name in TinyModels.Names)
        {
            data.Add(name, false, CacheDType.Float32);
            data.Add(name, true, CacheDType.Float32);
        }
        data.Add("grouped", false, CacheDType.BFloat16);
        data.Add("grouped", false, CacheDType.Int8);
        data.Add("biased", true, CacheDType.Int8);
        return data;
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void ADecodeStepAllocatesNothing(string name, bool greedy, CacheDType cache)
    {
        using var backend = new CpuBackend();
        using Transformer model = TinyModels.Create(name, backend, cache);
        using var engine = new InferenceEngine(model);
        // A first run takes the memory that later ones share: arenas, page slabs, buffers of a step.
        Measure(engine, greedy);
        long bytes = Measure(engine, greedy);
        Assert.Equal(Expected() * Steps, bytes);
    }

    // Eight sequences of different lengths, every one of which crosses the ends of several pages.
    private static long Measure(InferenceEngine engine, bool greedy)
    {
        Sequence[] sequences = [.. Enumerable.Range(0, 8).Select(i => engine.Submit(new GenerationRequest
        {
            PromptIds = TinyModels.Ids(3 + (17 * i), engine.Model.Config.VocabularySize, i),
            PromptId = (ulong)i,
            MaximumNewTokens = Steps + 20,
            StopTokenIds = [],
            Sampling = new SamplingOptions { Temperature = greedy ? 0 : 1, Seed = 2 },
        })[0])];
        for (int step = 0; step < 5; step++)
            engine.Step();
        Assert.Equal(8, engine.GrowingCount);
        int pages = engine.UsedPages;
        long before = GC.GetAllocatedBytesForCurrentThread();
        int drawn = 0;
        for (int step = 0; step < Steps; step++)
            drawn += engine.Step().Length;
        long bytes = GC.GetAllocatedBytesForCurrentThread() - before;
        Assert.Equal(8 * Steps, drawn);
        Assert.True(engine.UsedPages >= pages + 24, "The sequences have crossed pages.");
        EngineRuns.End(engine);
        Assert.All(sequences, s => Assert.Equal(FinishReason.Length, s.Finish));
        return bytes;
    }

    private static long Expected()
    {
        string path = Path.Combine(RepositoryFolder.Root, "benchmarks", "expected-allocations.json");
        using JsonDocument document = JsonDocument.Parse(File.ReadAllText(path));
        return document.RootElement.GetProperty("decode_step_bytes").GetInt64();
    }
}
