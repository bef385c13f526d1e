using Hone.Inference;
using Hone.Models;
using Hone.Tensors;
using Hone.UnitTests.Inference;
using Xunit;

namespace Hone.UnitTests.Models;

/// <summary>A model over block formats is one definition too: decode, prefill, batches, tapes and adapters move no bit.</summary>
public sealed class QuantizedModelTests : IDisposable
{
    private readonly CpuBackend _backend = new(2);

    public void Dispose()
    {
        Assert.Equal(0, _backend.Ledger.LiveBlocks);
        _backend.Dispose();
    }

    public static TheoryData<QuantFormat> Formats => [QuantFormat.Q8_0, QuantFormat.Q4_0, QuantFormat.Q4_1, QuantFormat.Q4_K, QuantFormat.Q6_K, QuantFormat.NF4];

    // Widths of 32 allow blocks of 32 only.
    private static TransformerConfig Config(QuantFormat format) => new()
    {
        VocabularySize = 600,
        Width = format.BlockElements() == 256 ? 256 : 64,
        Layers = TransformerConfig.Uniform(2, new AttentionConfig(4, 2, 16), new FeedForwardConfig(format.BlockElements() == 256 ? 256 : format == QuantFormat.NF4 ? 128 : 96)),
        RotaryDim = 16,
        ContextLength = 320,
        TieEmbeddings = true,
        InitializerRange = 0.2,
    };

    // The query width is 64: a matrix that it cannot split into blocks of 256 stays Q8_0, as in a file.
    private static Transformer Create(QuantFormat format, Backend backend) => new(
        Config(format),
        new QuantizingParameterSource(
            new SeededParameterSource(backend, 7),
            name => name.EndsWith("o_proj.weight", StringComparison.Ordinal) && format.BlockElements() == 256 ? QuantFormat.Q8_0 : format));

    [Theory, MemberData(nameof(Formats))]
    public void EveryMatrixIsBlocksAndIsNotTrained(QuantFormat format)
    {
        using Transformer model = Create(format, _backend);
        Assert.All(model.Parameters, p => Assert.Equal(p.Shape.Rank == 2, p.Blocks is not null));
        Assert.All(model.Parameters, p => Assert.Equal(p.Shape.Rank != 2, p.IsTrainable));
        Assert.Throws<ArgumentException>(() => model.Embedding.IsTrainable = true);
    }

    [Theory, MemberData(nameof(Formats))]
    public void TheReferenceHasTheSameLogitsAndGradients(QuantFormat format)
    {
        using var reference = new ReferenceBackend();
        using Transformer slow = Create(format, reference);
        int[][] sequences = [TinyModels.Ids(9, 600, 1), TinyModels.Ids(4, 600, 2)];
        TrainingPass expected = TrainingPass.Run(slow, [sequences]);
        foreach (KernelSet set in Enum.GetValues<KernelSet>().Where(KernelSets.IsSupported))
        {
            using var backend = new CpuBackend(2, set);
            using Transformer model = Create(format, backend);
            TrainingPass.SameBits(expected, TrainingPass.Run(model, [sequences]), $"{format} on {set}");
        }
    }

    [Theory, MemberData(nameof(Formats))]
    public void DecodeAndPrefillAreTheFullForward(QuantFormat format)
    {
        using Transformer model = Create(format, _backend);
        int[] ids = TinyModels.Ids(70, 600, 1);
        float[] full = TinyModels.Hidden(model, ids);
        using var pool = new PagePool(_backend, model.Config);
        foreach (int[] chunks in new int[][] { [.. Enumerable.Repeat(1, 70)], [33, 1, 1, 35], [64, 6] })
        {
            using var state = new SequenceState(pool);
            var parts = new List<float>();
            int at = 0;
            foreach (int count in chunks)
            {
                using var context = new ComputeContext(_backend);
                var batch = new TokenBatch();
                batch.Add(ids.AsSpan(at, count), state);
                parts.AddRange(TinyModels.Read(_backend, model.Forward(context, batch)));
                batch.Commit();
                at += count;
            }
            TinyModels.SameBits(full, [.. parts], $"{format} in {chunks.Length} chunks");
        }
    }

    [Theory, MemberData(nameof(Formats))]
    public void TheRecordMadeWhileDecodingIsWhatTheLossReadsWithAnAdapterToo(QuantFormat format)
    {
        using Transformer model = Create(format, _backend);
        foreach (Parameter parameter in model.Parameters)
            parameter.IsTrainable = false;
        LoraAdapter adapter = TinyAdapters.Create(model, new LoraConfig { Rank = 4, Alpha = 8, TargetModules = ["q_proj", "k_proj", "v_proj", "o_proj", "up_proj", "down_proj"] }, 5);
        model.Adapters.Add(adapter);
        GenerationRequest[] requests =
            [.. EngineRuns.Requests(model.Config.VocabularySize).Take(2).Select((r, i) => r with { AdapterSlot = i, Count = 2, MaximumNewTokens = 12, Sampling = new SamplingOptions() })];
        Drawn[][] drawn = EngineRuns.Together(model, new EngineOptions { PrefillTokens = 20 }, requests);
        for (int r = 0; r < requests.Length; r++)
        {
            foreach (Drawn one in drawn[r])
            {
                int[] ids = [.. requests[r].PromptIds, .. one.Tokens[..^1]], rows = [.. Enumerable.Range(requests[r].PromptIds.Count - 1, one.Tokens.Length)];
                using var context = new ComputeContext(_backend);
                using var tape = new Tape(_backend);
                using var gradients = new Gradients(_backend);
                context.Tape = tape;
                var batch = new TokenBatch();
                batch.Add(ids, adapterSlot: r);
                TokenLogProbs result = model.TokenLogProb(context, model.Forward(context, batch, rows), one.Tokens, 1f, null, batch, rows);
                TinyModels.SameBits(one.LogProbs, TinyModels.Read(_backend, result.LogProb), $"{format}, slot {r}");
                if (r == 0)
                    continue;
                Tensor seed = _backend.CreateTensor(result.LogProb.Shape);
                _backend.Fill(seed, -0.1f);
                tape.Seed(result.LogProb, seed);
                tape.Backward(gradients, context);
                seed.Storage.Dispose();
                Assert.All(adapter.Parameters, p => Assert.Contains(TinyModels.Read(_backend, gradients.Total(p)), v => v != 0));
            }
        }
    }

    [Fact]
    public void OneFlippedBitOfABlockIsSeen()
    {
        using Transformer model = Create(QuantFormat.Q8_0, _backend);
        int[] ids = TinyModels.Ids(12, 600, 3);
        float[] before = TinyModels.Hidden(model, ids);
        QuantizedTensor blocks = model.Parameters.First(p => p.Name.EndsWith("v_proj.weight", StringComparison.Ordinal)).Blocks!;
        var row = new byte[blocks.RowBytes];
        _backend.UnpackBlocks(blocks, 3, row);
        row[5] ^= 1;
        _backend.PackBlocks(row, blocks, 3);
        Assert.NotEqual(before, TinyModels.Hidden(model, ids));
    }

    [Fact]
    public void ADecodeStepAllocatesNothing()
    {
        using Transformer model = Create(QuantFormat.Q4_1, _backend);
        using var engine = new InferenceEngine(model);
        long Steps()
        {
            for (int i = 0; i < 4; i++)
                engine.Submit(new GenerationRequest { PromptIds = TinyModels.Ids(3 + (9 * i), 600, i), PromptId = (ulong)i, MaximumNewTokens = 80, StopTokenIds = [] });
            for (int step = 0; step < 5; step++)
                engine.Step();
            long before = GC.GetAllocatedBytesForCurrentThread();
            for (int step = 0; step < 60; step++)
                engine.Step();
            long bytes = GC.GetAllocatedBytesForCurrentThread() - before;
            EngineRuns.End(engine);
            return bytes;
        }
        Steps();
        Assert.Equal(0, Steps());
    }

    [Fact]
    public void AGuardedBackendComputesTheSame()
    {
        using var guard = new GuardBackend(_backend);
        using Transformer model = Create(QuantFormat.Q8_0, _backend), guarded = Create(QuantFormat.Q8_0, guard);
        int[] ids = TinyModels.Ids(20, 600, 3);
        TinyModels.SameBits(TinyModels.Hidden(model, ids), TinyModels.Hidden(guarded, ids), "guarded");
    }

    [Fact]
    public void ACopyInFloat32HasTheDecodedNumbers()
    {
        string path = Directory.CreateTempSubdirectory("hone-quantized-").FullName;
        try
        {
            using Transformer model = Create(QuantFormat.Q4_0, _backend);
            string saved = Path.Combine(path, "model");
            ModelSaver.Save(saved, HuggingFaceConfig.For(model.Config), _backend, model.Parameters);
            using Transformer dense = ModelLoader.Load(saved, _backend);
            foreach ((Parameter blocks, Parameter numbers) in model.Parameters.Zip(dense.Parameters))
                TinyModels.SameBits(ParameterValues.Read(_backend, blocks), ParameterValues.Read(_backend, numbers), blocks.Name);
        }
        finally
        {
            Directory.Delete(path, recursive: true);
        }
    }

    [Fact]
    public void AFormatThatDoesNotFitARowIsRefused()
    {
        ArgumentException error = Assert.Throws<ArgumentException>(() => new Transformer(
            TinyModels.Config("biased"), new QuantizingParameterSource(new SeededParameterSource(_backend, 7), _ => QuantFormat.Q4_K)));
        Assert.Contains("Q4_K", error.Message, StringComparison.Ordinal);
    }
}
