using System.Text;
using System.Text.Json;
using Hone.Models;
using Hone.Tensors;
using Hone.Training.Benchmarking;
using Hone.UnitTests.Models;
using Xunit;

namespace Hone.UnitTests.Training;

public sealed class BenchmarkingTests
{
    private static readonly BenchModel Smol = BenchModel.Of(BenchShapes.Find("smollm2-135m")!);

    private static BenchResult Result(BenchTest test, double[] seconds, double fma = 200, double? read = null, BenchModel? model = null) => new()
    {
        Model = model ?? Smol,
        Test = test,
        Backend = "cpu avx512 x2",
        Threads = 2,
        Started = new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.FromHours(1)),
        Seconds = new SampleStatistics(seconds),
        FmaGigaFlops = new SampleStatistics([fma / 2, fma, fma / 4]),
        ReadGigabytes = read is { } r ? new SampleStatistics([r, r / 3]) : null,
    };

    [Fact]
    public void ShapesAreThoseOfThePublishedModels()
    {
        Assert.Equal(134_515_008, Smol.Parameters);
        Assert.Equal(361_821_120, BenchModel.Of(BenchShapes.Find("smollm2-360m")!).Parameters);
        Assert.Equal(4_877_568, BenchModel.Of(BenchShapes.Find("d256")!).Parameters);
        Assert.Equal(BenchShapes.All.Count, BenchShapes.All.Select(s => s.Name).Distinct().Count());
        Assert.All(BenchShapes.All, s => s.Config.Validate());
        Assert.Null(BenchShapes.Find("d257"));
    }

    [Fact]
    public void StatisticsAreThoseOfTheSample()
    {
        var four = new SampleStatistics([4, 1, 3, 8]);
        Assert.Equal((1, 8, 3.5, 4), (four.Minimum, four.Maximum, four.Median, four.Mean));
        Assert.Equal(Math.Sqrt((0 + 9 + 1 + 16) / 3.0), four.StandardDeviation, 12);
        Assert.Equal([4, 1, 3, 8], four.Values);
        var one = new SampleStatistics([2]);
        Assert.Equal((2, 2, 2, 0), (one.Minimum, one.Median, one.Mean, one.StandardDeviation));
        Assert.Throws<ArgumentException>(() => new SampleStatistics([]));
    }

    [Fact]
    public void TestsAreNamedAndOrderedAsInLlamaBench()
    {
        var options = new BenchOptions { PromptLengths = [512, 64], GenerateLengths = [128], Parallel = [1, 8], Train = [new TrainBatch(2, 256)] };
        Assert.Equal(["pp512", "pp64", "tg128", "tg128 B8", "train 2x256"], options.Tests(Smol).Select(t => t.Name));
        Assert.Equal(["pp512", "tg128", "tg128 B8", "tg128 B32", "train 2x256"], new BenchOptions().Tests(Smol).Select(t => t.Name));
        Assert.Empty(new BenchOptions { PromptLengths = [0], GenerateLengths = [], Train = [] }.Tests(Smol));
    }

    [Fact]
    public void NumbersOutOfRangeAreRefused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new BenchOptions { Repetitions = 0 }.Tests(Smol));
        Assert.Throws<ArgumentOutOfRangeException>(() => new BenchOptions { PromptLengths = [-1] }.Tests(Smol));
        Assert.Throws<ArgumentOutOfRangeException>(() => new BenchOptions { Train = [new TrainBatch(0, 4)] }.Tests(Smol));
    }

    [Fact]
    public void TrainingCountsSixOperationsAParameterAndToken()
    {
        BenchResult result = Result(BenchTest.Train(new TrainBatch(2, 256)), [4, 2, 3]);
        Assert.Equal(BenchLimit.Fma, result.Limit);
        Assert.Equal(200, result.LimitValue);
        Assert.Equal(6.0 * 134_515_008 * 512 / 2 / 200e9, result.BestShare, 12);
        Assert.Equal(6.0 * 134_515_008 * 512 / 3 / 200e9, result.MedianShare, 12);
        Assert.Equal(256, result.TokensPerSecond.Maximum, 12);
    }

    [Fact]
    public void APromptCountsTheLayersAndDecodingTheWeightsOnceAStep()
    {
        const double Layers = 134_515_008 - (49152 * 576);
        Assert.Equal(2 * Layers * 512 / 200e9, Result(BenchTest.Prompt(512), [1]).BestShare, 12);
        BenchResult one = Result(BenchTest.Generate(128), [5], read: 40);
        Assert.Equal((BenchLimit.Read, 40), (one.Limit, one.LimitValue));
        Assert.Equal(128 * 4.0 * 134_515_008 / 40e9 / 5, one.BestShare, 12);
        // Forty sequences share a read, and their arithmetic takes longer than it.
        BenchResult many = Result(BenchTest.Generate(128, 40), [50], read: 40);
        Assert.Equal(BenchLimit.Fma, many.Limit);
        Assert.Equal(128 * 40 * 2.0 * 134_515_008 / 200e9 / 50, many.BestShare, 12);
    }

    [Fact]
    public void AnEmbeddingTableIsNotRead()
    {
        BenchModel untied = BenchModel.Of(BenchShapes.Find("tiny")! with { Config = BenchShapes.Find("tiny")!.Config with { TieEmbeddings = false } });
        Assert.Equal(untied.Parameters - (280 * 32), untied.ReadParameters);
        Assert.Equal(untied.Parameters - (2 * 280 * 32), untied.LayerParameters);
    }

    [Fact]
    public void TheMarkdownTableIsLlamaBenchsWithTheLimit()
    {
        string[] lines = BenchTables.Markdown([Result(BenchTest.Prompt(512), [1, 2]), Result(BenchTest.Generate(128, 8), [5], read: 40)]).Split('\n');
        Assert.Equal("| model            |       size |   params | backend       | threads |     test |             t/s |   best | limit           |    of limit |", lines[0]);
        Assert.Equal("| ---------------- | ---------: | -------: | ------------- | ------: | -------: | --------------: | -----: | --------------- | ----------: |", lines[1]);
        Assert.Equal("| smollm2-135m F32 | 513.13 MiB | 134.52 M | cpu avx512 x2 |       2 |    pp512 | 384.00 ± 181.02 | 512.00 | FMA 200 GFLOP/s | 54 % (36 %) |", lines[2]);
        Assert.Contains("| tg128 B8 |   204.80 ± 0.00 | 204.80 | read 40.0 GB/s  |", lines[3]);
        Assert.All(lines[..4], l => Assert.Equal(lines[0].Length, l.Length));
    }

    [Fact]
    public void CsvHasAHeaderAndQuotedNames()
    {
        string[] lines = BenchTables.Csv([Result(BenchTest.Train(new TrainBatch(2, 256)), [4])]).TrimEnd().Split('\n');
        Assert.Equal(2, lines.Length);
        string[] names = lines[0].Split(','), cells = lines[1].Split(',');
        Assert.Equal(names.Length, cells.Length);
        Assert.Equal("\"train 2x256\"", cells[Array.IndexOf(names, "test")]);
        Assert.Equal("128", cells[Array.IndexOf(names, "avg_ts")]);
        Assert.Equal(("0", "0", "256"), (cells[Array.IndexOf(names, "n_prompt")], cells[Array.IndexOf(names, "n_gen")], cells[Array.IndexOf(names, "n_train")]));
    }

    [Fact]
    public void JsonIsAnArrayWithLlamaBenchsNames()
    {
        using var stream = new MemoryStream();
        BenchJson.Write([Result(BenchTest.Generate(128), [5, 4], read: 40), Result(BenchTest.Prompt(512), [1])], "a \"processor\"", stream);
        using JsonDocument document = JsonDocument.Parse(Encoding.UTF8.GetString(stream.ToArray()));
        Assert.Equal(2, document.RootElement.GetArrayLength());
        JsonElement first = document.RootElement[0];
        Assert.Equal("a \"processor\"", first.GetProperty("cpu_info").GetString());
        Assert.Equal("2026-01-02T02:04:05Z", first.GetProperty("test_time").GetString());
        Assert.Equal((0, 128, 2), (first.GetProperty("n_prompt").GetInt32(), first.GetProperty("n_gen").GetInt32(), first.GetProperty("n_threads").GetInt32()));
        Assert.Equal([5_000_000_000, 4_000_000_000], first.GetProperty("samples_ns").EnumerateArray().Select(e => e.GetInt64()));
        Assert.Equal(128.0 / 4, first.GetProperty("best_ts").GetDouble(), 9);
        Assert.Equal("read", first.GetProperty("limit").GetString());
        Assert.Equal(0, document.RootElement[1].GetProperty("read_gbs").GetArrayLength());
    }

    [Fact]
    public void ARunGivesEveryTestOnEveryNumberOfThreadsAndLeavesNothing()
    {
        var options = new BenchOptions { PromptLengths = [600], GenerateLengths = [3], Parallel = [2], Threads = [1, 2], Repetitions = 2 };
        var told = new List<string>();
        BenchResult[] results = [.. BenchRunner.Run(BenchModel.Of(BenchShapes.Find("tiny")!), options, TimeProvider.System, told.Add, TestContext.Current.CancellationToken)];
        Assert.Equal(["pp600", "tg3", "tg3 B2", "train 2x16", "pp600", "tg3", "tg3 B2", "train 2x16"], results.Select(r => r.Test.Name));
        Assert.Equal([1, 1, 1, 1, 2, 2, 2, 2], results.Select(r => r.Threads));
        Assert.Equal(8, told.Count);
        Assert.All(results, r =>
        {
            Assert.Equal(2, r.Seconds.Values.Count);
            Assert.Equal(3, r.FmaGigaFlops.Values.Count);
            Assert.Equal(r.Test.Kind == BenchKind.Generate, r.ReadGigabytes is not null);
            Assert.True(r.Seconds.Minimum > 0 && r.FmaGigaFlops.Minimum > 0 && r.BestShare >= r.MedianShare);
        });
        Assert.Contains("limits on 1 thread: FMA ", BenchTables.Spread(results));
        Assert.Contains("limits on 2 threads: FMA ", BenchTables.Spread(results));
    }

    [Fact]
    public void AGgufFileIsMeasuredInItsBlocksAndNotTrained()
    {
        using var folder = new TemporaryDirectory();
        using var backend = new CpuBackend(1);
        HuggingFaceConfig config = HuggingFaceConfig.Parse("""
            {"model_type": "llama", "vocab_size": 96, "hidden_size": 32, "intermediate_size": 64, "num_hidden_layers": 2, "num_attention_heads": 2,
             "num_key_value_heads": 1, "max_position_embeddings": 32, "rms_norm_eps": 1e-5, "tie_word_embeddings": false}
            """u8.ToArray());
        using (Transformer model = TinyModels.Create(config.Model, backend))
            GgufSaver.Save(folder["tiny.gguf"], config, backend, model.Parameters, new GgufSaveOptions { TypeOf = (_, shape) => shape.Count == 2 ? GgmlType.Q4_1 : GgmlType.F32 });
        BenchModel subject = BenchModel.Open(folder["tiny.gguf"]);
        // 2 matrices of 96 x 32; in a layer q, k, v, o with 96 rows of 32, gate and up with 128, and down with 32 of 64; 20 bytes for 32 numbers. 5 gains of 32.
        long table = 96 * 20, layers = 2 * ((96 + 128 + 64) * 20), gains = 5 * 32 * 4;
        Assert.Equal(("tiny", "Q4_1", (2 * table) + layers + gains, table + layers + gains), (subject.Name, subject.WeightType, subject.SizeBytes, subject.ReadBytes));
        var options = new BenchOptions { PromptLengths = [4], GenerateLengths = [40], Parallel = [], Threads = [2], Repetitions = 1 };
        BenchResult[] results = [.. BenchRunner.Run(subject, options, TimeProvider.System, null, TestContext.Current.CancellationToken)];
        Assert.Equal(["pp4", "tg40"], results.Select(r => r.Test.Name));
        Assert.Contains("| tiny Q4_1 ", BenchTables.Markdown(results));
        Assert.Throws<ArgumentException>(() => (options with { Train = [new TrainBatch(1, 4)] }).Tests(subject));
    }

    [Fact]
    public void WorkGivesItsMemoryBack()
    {
        using var backend = new CpuBackend(2);
        using (var model = BenchModel.Of(BenchShapes.Find("tiny")!).Create(backend, 64))
        {
            using (var prompt = new PromptWork(model, 40))
                prompt.Repeat();
            using (var decode = new DecodeWork(model, 3, 5))
                decode.Repeat();
            using var train = new TrainWork(model, 2, 8);
            float before = First(backend, model.Parameters[0].Value);
            train.Repeat();
            train.Repeat();
            Assert.NotEqual(before, First(backend, model.Parameters[0].Value));
        }
        using (var limits = new LimitSampler(backend, 1 << 20, TimeProvider.System))
            limits.Sample();
        Assert.Equal(0, backend.Ledger.LiveBlocks);
    }

    private static float First(Backend backend, Tensor tensor)
    {
        var values = new float[tensor.ElementCount];
        backend.Download(tensor, values);
        return values[0] + values[^1];
    }

    [Fact]
    public void ALimitNeedsABuffer()
    {
        using var backend = new CpuBackend(2);
        var limits = new MachineLimits(backend, TimeProvider.System);
        Tensor small = backend.CreateTensor(new Shape(1024));
        Assert.Throws<ArgumentException>(() => limits.SampleReadGigabytes(small));
        small.Storage.Dispose();
        Assert.True(limits.SampleFmaGigaFlops() > 0);
    }
}
