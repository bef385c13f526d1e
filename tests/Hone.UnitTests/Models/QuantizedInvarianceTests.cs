using Hone.Inference;
using Hone.Models;
using Hone.Tensors;
using Hone.UnitTests.Inference;
using Xunit;

namespace Hone.UnitTests.Models;

/// <summary>
/// Every block format with every cache precision, under an adapter: how a pass is cut up, batched, recorded or computed moves no bit,
/// and what was drawn is what a loss differentiates.
/// </summary>
public sealed class QuantizedInvarianceTests
{
    private static readonly CacheDType[] Caches = Enum.GetValues<CacheDType>();

    public static TheoryData<QuantFormat> Formats => [.. Enum.GetValues<QuantFormat>()];

    private static readonly LoraConfig Lora = new() { Rank = 4, Alpha = 8, TargetModules = ["q_proj", "k_proj", "v_proj", "o_proj", "gate_proj", "up_proj", "down_proj"] };

    // Rows of one superblock, so that every format fits; all matrices are blocks, the tied embedding too (but not in NF4, which is for projections).
    private static readonly TransformerConfig Config = new()
    {
        VocabularySize = 300,
        Width = 256,
        Layers = TransformerConfig.Uniform(1, new AttentionConfig(4, 2, 64), new FeedForwardConfig(256)),
        RotaryDim = 64,
        ContextLength = 160,
        TieEmbeddings = true,
        InitializerRange = 0.12,
    };

    private static Transformer Create(QuantFormat format, Backend backend) =>
        Adapted(new Transformer(Config, new QuantizingParameterSource(
            new SeededParameterSource(backend, 7), name => format == QuantFormat.NF4 && !name.Contains(".layers.", StringComparison.Ordinal) ? null : format)));

    private static Transformer Adapted(Transformer model)
    {
        Assert.Contains(model.Parameters, p => p.Blocks is not null);
        Assert.All(model.Parameters, p => Assert.True(p.Blocks is not null || p.Shape.Rank == 1 || p == model.Embedding));
        foreach (Parameter parameter in model.Parameters)
            parameter.IsTrainable = false;
        model.Adapters.Add(TinyAdapters.Create(model, Lora, 20));
        return model;
    }

    private static int[][] Sequences(Transformer model) => [.. ((int[])[1, 40, 70, 7]).Select((length, i) => TinyModels.Ids(length, model.Config.VocabularySize, i))];

    private static readonly int[] Slots = [1, 0, 1, 1];

    [Theory]
    [MemberData(nameof(Formats))]
    public void BatchesChunksAndDecodeHaveTheBitsOfASequenceAlone(QuantFormat format)
    {
        using var backend = new CpuBackend(2);
        using Transformer model = Create(format, backend);
        int[][] sequences = Sequences(model);
        float[]? before = null;
        foreach (CacheDType cache in Caches)
        {
            model.CacheDType = cache;
            float[][] together = TinyAdapters.Logits(model, sequences, Slots);
            for (int i = 0; i < sequences.Length; i++)
                TinyModels.SameBits(TinyAdapters.Logits(model, [sequences[i]], [Slots[i]])[0], together[i], $"{format}, {cache}, sequence {i} in a batch");
            using var pool = new PagePool(model);
            foreach (int[] chunks in (int[][])[[70], [33, 1, 1, 5, 30], [3, .. Enumerable.Repeat(1, 67)]])
                TinyModels.SameBits(together[2], Continued(model, pool, sequences[2], Slots[2], chunks), $"{format}, {cache}, in {chunks.Length} chunks");
            Assert.False(before is not null && before.AsSpan().SequenceEqual(together[2]), "Each precision has bits of its own.");
            before = together[2];
        }
    }

    private static float[] Continued(Transformer model, PagePool pool, int[] ids, int slot, int[] chunks)
    {
        using var context = new ComputeContext(model.Backend);
        using var state = new SequenceState(pool, adapterSlot: slot);
        var batch = new TokenBatch();
        var logits = new List<float>();
        foreach (int chunk in chunks)
        {
            ScratchArena.Mark mark = context.Scratch.MarkTop();
            batch.Clear();
            batch.Add(ids.AsSpan(state.Length, chunk), state);
            logits.AddRange(TinyModels.Read(model.Backend, model.Logits(context, model.Forward(context, batch), batch)));
            batch.Commit();
            context.Scratch.Release(mark);
        }
        return [.. logits];
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public void WhatIsDrawnIsWhatTheLossReads(QuantFormat format)
    {
        using var backend = new CpuBackend(2);
        using Transformer model = Create(format, backend);
        GenerationRequest[] all = EngineRuns.Requests(model.Config.VocabularySize);
        GenerationRequest[] requests = [all[1] with { AdapterSlot = 1, MaximumNewTokens = 12 }, all[2] with { AdapterSlot = 0, MaximumNewTokens = 6 }, all[4] with { AdapterSlot = 1, Count = 2 }];
        foreach (CacheDType cache in Caches)
        {
            model.CacheDType = cache;
            Drawn[][] together = EngineRuns.Together(model, new EngineOptions { PrefillTokens = 40 }, requests);
            EngineRuns.Same(EngineRuns.OneByOne(model, requests), together, $"{format}, {cache}");
            using var engine = new InferenceEngine(model);
            IReadOnlyList<Sequence> drawn = engine.Submit(all[0] with { AdapterSlot = 1, Count = 2 });
            EngineRuns.End(engine);
            foreach (bool recompute in (bool[])[false, true])
            {
                model.RecomputeLayers = recompute;
                foreach (Sequence sequence in drawn)
                    TinyModels.SameBits(sequence.LogProbs, Scored(model, sequence), $"{format}, {cache}, recomputed {recompute}");
            }
            model.RecomputeLayers = false;
        }
    }

    private static float[] Scored(Transformer model, Sequence sequence)
    {
        using var context = new ComputeContext(model.Backend);
        using var tape = new Tape(model.Backend);
        context.Tape = tape;
        int prompt = sequence.Request.PromptIds.Count;
        int[] targets = sequence.TokenIds.ToArray(), ids = [.. sequence.Request.PromptIds, .. targets[..^1]], rows = [.. Enumerable.Range(prompt - 1, targets.Length)];
        TokenBatch batch = TinyAdapters.Batch([ids], [sequence.Request.AdapterSlot]);
        TokenLogProbs result = model.TokenLogProb(context, model.Forward(context, batch, rows), targets, sequence.Request.Sampling.Temperature, null, batch, rows);
        return TinyModels.Read(model.Backend, result.LogProb);
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public void KernelsThreadsAndMicroBatchesMoveNoBitOfAGradient(QuantFormat format)
    {
        var logits = new Dictionary<CacheDType, float[]>();
        var gradients = new Dictionary<CacheDType, IReadOnlyDictionary<string, float[]>>();
        using var reference = new ReferenceBackend();
        using Transformer first = Create(format, reference);
        int[][] brief = [Sequences(first)[3]];
        foreach (CacheDType cache in Caches)
        {
            first.CacheDType = cache;
            logits[cache] = TinyAdapters.Logits(first, brief, [1])[0];
        }
        foreach (KernelSet set in Enum.GetValues<KernelSet>().Where(KernelSets.IsSupported))
        {
            foreach (int threads in set switch { KernelSet.Avx512 => (int[])[1, 2], KernelSet.Avx2 => [2], _ => [1] })
            {
                using var backend = new CpuBackend(threads, set);
                using Transformer model = Adapted(new Transformer(Config, new CopySource(first, backend)));
                int[][] sequences = Sequences(model);
                foreach (CacheDType cache in Caches)
                {
                    string what = $"{format}, {cache}, {backend.Description}";
                    model.CacheDType = cache;
                    TinyModels.SameBits(logits[cache], TinyAdapters.Logits(model, brief, [1])[0], what);
                    model.RecomputeLayers = threads == 2;
                    IReadOnlyDictionary<string, float[]> found = threads == 1
                        ? TinyAdapters.Gradients(model, [sequences], [Slots])
                        : TinyAdapters.Gradients(model, [sequences[..2], sequences[2..]], [Slots[..2], Slots[2..]]);
                    if (gradients.TryAdd(cache, found))
                        continue;
                    foreach ((string name, float[] values) in gradients[cache])
                        TinyModels.SameBits(values, found[name], $"{what}: gradient of {name}");
                }
            }
        }
        Assert.All(gradients[CacheDType.Int8], g => Assert.Contains(g.Value, v => v != 0));
    }

    // Blocks are encoded once: a search for good scales takes longer than everything that is tested with them.
    private sealed class CopySource(Transformer from, Backend backend) : ParameterSource(backend)
    {
        protected override QuantFormat? MatrixFormat(string fullName) => Of(fullName).Blocks?.Format;

        protected override void Fill(string fullName, Tensor target, Initializer initializer) =>
            Backend.Upload(TinyModels.Read(from.Backend, Of(fullName).Value), target);

        protected override void FillBlocks(string fullName, QuantizedTensor target, Initializer initializer)
        {
            var bytes = new byte[target.Rows * target.RowBytes];
            from.Backend.UnpackBlocks(Of(fullName).Blocks!, 0, bytes);
            Backend.PackBlocks(bytes, target);
            target.Scales = Of(fullName).Blocks!.Scales;
        }

        private Parameter Of(string name) => from.Parameters.First(p => p.Name == name);
    }
}
