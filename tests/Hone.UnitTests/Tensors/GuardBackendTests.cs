using Hone.Inference;
using Hone.Models;
using Hone.Tensors;
using Hone.Training.Optimizers;
using Hone.UnitTests.Models;
using Xunit;

namespace Hone.UnitTests.Tensors;

/// <summary>Nothing peeks at memory and nothing reuses it too early: a backend that runs later gives the same bits.</summary>
public sealed class GuardBackendTests : IDisposable
{
    private readonly CpuBackend _plain = new(2);

    public void Dispose() => _plain.Dispose();

    public static TheoryData<string, CacheDType> Cases() => TinyModels.CacheCases();

    [Theory]
    [MemberData(nameof(Cases))]
    public void TrainingAndGenerationHaveTheBitsOfThePlainBackend(string name, CacheDType cache)
    {
        using var guard = new GuardBackend(_plain);
        List<float[]> expected = TrainAndGenerate(name, cache, _plain, recompute: false);
        Compare(expected, TrainAndGenerate(name, cache, guard, recompute: false), name);
        Compare(expected, TrainAndGenerate(name, cache, guard, recompute: true), name + " recomputed");
        Assert.Equal(0, guard.Ledger.LiveBlocks);
    }

    private static void Compare(List<float[]> expected, List<float[]> actual, string what)
    {
        Assert.Equal(expected.Count, actual.Count);
        for (int i = 0; i < expected.Count; i++)
            TinyModels.SameBits(expected[i], actual[i], $"{what}: result {i}");
    }

    private static List<float[]> TrainAndGenerate(string name, CacheDType cache, Backend backend, bool recompute)
    {
        using Transformer model = TinyModels.Create(name, backend, cache);
        model.RecomputeLayers = recompute;
        var results = new List<float[]>();
        Generate(model, results);
        using (var optimizer = new AdamWOptimizer(backend, model.Parameters, new AdamWSettings(0.01, WeightDecay: 0.1)))
        using (var gradients = new Gradients(backend))
        using (var context = new ComputeContext(backend))
        using (var tape = new Tape(backend))
        {
            context.Tape = tape;
            for (int step = 0; step < 2; step++)
                Step(model, optimizer, gradients, context, step);
        }
        foreach (Parameter parameter in model.Parameters)
            results.Add(TinyModels.Read(backend, parameter.Value));
        Generate(model, results);
        return results;
    }

    // Nothing here waits, so on a guard the whole step is queued while arenas are released and taken again.
    private static void Step(Transformer model, AdamWOptimizer optimizer, Gradients gradients, ComputeContext context, int step)
    {
        Backend backend = model.Backend;
        gradients.Clear();
        for (int micro = 0; micro < 2; micro++)
        {
            ScratchArena.Mark mark = context.Scratch.MarkTop();
            int[][] sequences = [TinyModels.Ids(40 + micro, model.Config.VocabularySize, step), TinyModels.Ids(7, model.Config.VocabularySize, step + 5)];
            (int[] rows, int[] targets, float[] seeds, _) = TrainingPass.Rows(sequences);
            TokenLogProbs result = model.TokenLogProb(context, model.Forward(context, TinyModels.Batch(sequences), rows), targets);
            Tensor seed = context.Scratch.Take(result.LogProb.Shape);
            backend.Upload(seeds, seed);
            context.Tape!.Seed(result.LogProb, seed);
            context.Tape.Backward(gradients, context);
            context.Scratch.Release(mark);
        }
        if (backend is GuardBackend guard)
            Assert.True(guard.PendingCalls > 50, "A training step waits for nothing by itself.");
        optimizer.Step(gradients, 1, 1);
    }

    private static void Generate(Transformer model, List<float[]> results)
    {
        using var engine = new InferenceEngine(model, new EngineOptions { PrefillTokens = 16 });
        IReadOnlyList<Sequence> sequences = engine.Submit(new GenerationRequest
        {
            PromptIds = TinyModels.Ids(35, model.Config.VocabularySize, 9),
            Count = 3,
            MaximumNewTokens = 33,
            Sampling = new SamplingOptions { Seed = 4, TopP = 0.9f },
        });
        engine.RunToEnd();
        foreach (Sequence sequence in sequences)
        {
            results.Add([.. sequence.TokenIds.ToArray().Select(t => (float)t)]);
            results.Add(sequence.LogProbs.ToArray());
        }
    }

    [Fact]
    public void TheHostCannotLook()
    {
        using var guard = new GuardBackend(_plain);
        Tensor x = guard.CreateTensor(new Shape(4));
        guard.Fill(x, 3);
        Assert.Equal(1, guard.PendingCalls);
        Assert.False(x.Storage.IsHostReadable);
        Assert.Throws<InvalidOperationException>(() => x.HostSpan());
        Assert.Throws<InvalidOperationException>(() => x.HostRow(0));
        Assert.Equal([3, 3, 3, 3], TinyModels.Read(guard, x));
        Assert.Equal(0, guard.PendingCalls);
        Assert.Throws<InvalidOperationException>(() => x.HostSpan());
        x.Storage.Dispose();
    }

    [Fact]
    public void MemoryIsGivenBackInTheOrderOfTheCalls()
    {
        using var guard = new GuardBackend(_plain);
        Tensor gone = guard.CreateTensor(new Shape(4)), stays = guard.CreateTensor(new Shape(4));
        guard.Fill(gone, 3);
        guard.Copy(gone, stays);
        gone.Storage.Dispose();
        Assert.Equal([3, 3, 3, 3], TinyModels.Read(guard, stays));
        stays.Storage.Dispose();
        Assert.Equal(0, guard.Ledger.LiveBlocks);
    }

    [Fact]
    public void WhatACallIsHandedIsReadBeforeItReturns()
    {
        using var guard = new GuardBackend(_plain);
        Tensor table = guard.CreateTensor(new Shape(3, 1)), y = guard.CreateTensor(new Shape(2, 1));
        float[] values = [1, 2, 3];
        guard.Upload(values, table);
        values[0] = 9;
        int[] ids = [2, 0];
        guard.GatherRows(table, ids, y);
        ids[0] = 1;
        Assert.Equal([3, 1], TinyModels.Read(guard, y));
        table.Storage.Dispose();
        y.Storage.Dispose();
    }
}
