using Hone.Inference;
using Hone.Models;
using Hone.Tensors;
using Hone.UnitTests.Inference;
using Xunit;

namespace Hone.UnitTests.Models;

/// <summary>Adapters by slot: each sequence has the bits that it has alone, in scoring, decoding and backward.</summary>
public sealed class AdapterTests
{
    public static TheoryData<string, KernelSet> Cases()
    {
        var data = new TheoryData<string, KernelSet>();
        foreach (string name in TinyModels.Names)
        {
            foreach (KernelSet set in Enum.GetValues<KernelSet>())
                data.Add(name, set);
        }
        return data;
    }

    [Theory, MemberData(nameof(Cases))]
    public void ThreeAdaptersAndNoneInABatchGiveEachSequenceTheBitsItHasAlone(string name, KernelSet set)
    {
        if (!KernelSets.IsSupported(set)) Assert.Skip($"This processor has no {set}.");
        using var backend = new CpuBackend(threads: 2, set);
        using Transformer model = TinyAdapters.Model(name, backend);
        int[][] sequences = [.. Enumerable.Range(0, 8).Select(i => TinyModels.Ids(3 + (9 * i), model.Config.VocabularySize, i))];
        int[] slots = [0, 1, 2, 2, 3, 0, 1, 3];
        float[][] together = TinyAdapters.Logits(model, sequences, slots);
        for (int i = 0; i < sequences.Length; i++)
        {
            TinyModels.SameBits(TinyAdapters.Logits(model, [sequences[i]], [slots[i]])[0], together[i], $"{name}, sequence {i}");
            if (slots[i] != 0)
                Assert.NotEqual(TinyAdapters.Logits(model, [sequences[i]], [0])[0], together[i]);
        }
        using Transformer plain = TinyModels.Create(name, backend);
        TinyModels.SameBits(TinyAdapters.Logits(plain, [sequences[0]], [0])[0], together[0], "the base alone");
    }

    [Theory, MemberData(nameof(Cases))]
    public void TheEngineDrawsWhatEachAdapterDrawsAlone(string name, KernelSet set)
    {
        if (!KernelSets.IsSupported(set)) Assert.Skip($"This processor has no {set}.");
        using var backend = new CpuBackend(threads: 1, set);
        using Transformer model = TinyAdapters.Model(name, backend);
        GenerationRequest[] requests = [.. EngineRuns.Requests(model.Config.VocabularySize).Take(4).Select((r, i) => r with { AdapterSlot = i, MaximumNewTokens = 12 })];
        Drawn[][] alone = EngineRuns.OneByOne(model, requests);
        Drawn[][] together = EngineRuns.Together(model, new EngineOptions { PrefillTokens = 20 }, requests);
        for (int r = 0; r < requests.Length; r++)
        {
            for (int i = 0; i < alone[r].Length; i++)
                Drawn.Same(alone[r][i], together[r][i], $"{name}, request {r}, continuation {i}");
        }
    }

    [Theory, MemberData(nameof(Cases))]
    public void TheLossReadsTheBitsThatWereDrawn(string name, KernelSet set)
    {
        if (!KernelSets.IsSupported(set)) Assert.Skip($"This processor has no {set}.");
        using var backend = new CpuBackend(threads: 1, set);
        using Transformer model = TinyAdapters.Model(name, backend);
        using var context = new ComputeContext(backend);
        foreach (GenerationRequest request in EngineRuns.Requests(model.Config.VocabularySize).Take(4).Select((r, i) => r with { AdapterSlot = i, Count = 1, MaximumNewTokens = 10 }))
        {
            if (request.Sampling.Temperature == 0)
                continue;
            Drawn drawn = EngineRuns.Together(model, new EngineOptions(), [request with { Sampling = new SamplingOptions { Temperature = request.Sampling.Temperature } }])[0][0];
            int[] ids = [.. request.PromptIds, .. drawn.Tokens[..^1]], rows = [.. Enumerable.Range(request.PromptIds.Count - 1, drawn.Tokens.Length)];
            var batch = new TokenBatch();
            batch.Add(ids, adapterSlot: request.AdapterSlot);
            TokenLogProbs scored = model.TokenLogProb(
                context, model.Forward(context, batch, rows), drawn.Tokens, request.Sampling.Temperature, null, batch, rows);
            TinyModels.SameBits(drawn.LogProbs, TinyModels.Read(backend, scored.LogProb), $"slot {request.AdapterSlot}: log-probabilities");
            TinyModels.SameBits(drawn.Entropies, TinyModels.Read(backend, scored.Entropy), $"slot {request.AdapterSlot}: entropies");
        }
    }

    [Theory, MemberData(nameof(Cases))]
    public void MicroBatchesGiveTheGradientsOfOneBatch(string name, KernelSet set)
    {
        if (!KernelSets.IsSupported(set)) Assert.Skip($"This processor has no {set}.");
        using var backend = new CpuBackend(threads: 2, set);
        using Transformer model = TinyAdapters.Model(name, backend);
        int[][] sequences = [.. Enumerable.Range(0, 4).Select(i => TinyModels.Ids(5 + (11 * i), model.Config.VocabularySize, i))];
        int[] slots = [1, 2, 1, 3];
        IReadOnlyDictionary<string, float[]> whole = TinyAdapters.Gradients(model, [sequences], [slots]);
        IReadOnlyDictionary<string, float[]> parts = TinyAdapters.Gradients(model, [sequences[..1], sequences[1..3], sequences[3..]], [slots[..1], slots[1..3], slots[3..]]);
        Assert.Equal(whole.Keys.Order(), parts.Keys.Order());
        foreach ((string parameter, float[] values) in whole)
            TinyModels.SameBits(values, parts[parameter], parameter);
    }

    [Theory, MemberData(nameof(Cases))]
    public void EveryBackendHasTheReferencesBits(string name, KernelSet set)
    {
        if (!KernelSets.IsSupported(set)) Assert.Skip($"This processor has no {set}.");
        int[][] sequences = [[1, 2, 3, 4, 5], [6, 7, 8], [9, 8, 7, 6]];
        int[] slots = [1, 2, 3];
        using var reference = new ReferenceBackend();
        using var cpu = new CpuBackend(threads: 1, set);
        using Transformer expected = TinyAdapters.Model(name, reference), actual = TinyAdapters.Model(name, cpu);
        float[][] left = TinyAdapters.Logits(expected, sequences, slots), right = TinyAdapters.Logits(actual, sequences, slots);
        for (int i = 0; i < sequences.Length; i++)
            TinyModels.SameBits(left[i], right[i], $"sequence {i}");
        IReadOnlyDictionary<string, float[]> gradients = TinyAdapters.Gradients(expected, [sequences], [slots]);
        foreach ((string parameter, float[] values) in TinyAdapters.Gradients(actual, [sequences], [slots]))
            TinyModels.SameBits(gradients[parameter], values, parameter);
    }

    [Fact]
    public void GradientsAreThoseOfDifferences()
    {
        using var backend = new CpuBackend(threads: 1);
        using Transformer model = TinyAdapters.Model("grouped", backend);
        int[][] sequences = [[1, 2, 3, 4, 5, 6], [7, 8, 9, 10], [11, 12, 13, 14, 15]];
        int[] slots = [1, 2, 3];
        IReadOnlyDictionary<string, float[]> gradients = TinyAdapters.Gradients(model, [sequences], [slots]);
        // Magnitudes' norms are constants by definition, so that differences say nothing of DoRA's A and B.
        foreach (Parameter parameter in model.Adapters[1]!.Parameters.Concat(model.Adapters[3]!.Parameters))
        {
            float[] values = TinyModels.Read(backend, parameter.Value), gradient = gradients[parameter.Name + "#" + model.Adapters.SlotOf(parameter)];
            int index = Array.IndexOf(gradient, gradient.MaxBy(Math.Abs));
            float kept = values[index];
            double Loss(float value)
            {
                values[index] = value;
                backend.Upload(values, parameter.Value);
                parameter.MarkChanged();
                return TinyAdapters.Loss(model, sequences, slots);
            }
            const float Step = 2e-2f;
            double slope = ((8 * (Loss(kept + (Step / 2)) - Loss(kept - (Step / 2)))) - (Loss(kept + Step) - Loss(kept - Step))) / (6 * Step);
            Loss(kept);
            Assert.True(Math.Abs(slope - gradient[index]) <= 2e-2 * Math.Max(Math.Abs(gradient[index]), 1e-2), $"{parameter}: {gradient[index]}, differences give {slope}");
        }
    }

    [Fact]
    public void ASlotWithoutAnAdapterIsRefusedAndARemovedOneIsNotUsedAgain()
    {
        using var backend = new CpuBackend(threads: 1);
        using Transformer model = TinyAdapters.Model("plain", backend);
        using var engine = new InferenceEngine(model);
        var request = new GenerationRequest { PromptIds = [1, 2], MaximumNewTokens = 2, AdapterSlot = 4 };
        Assert.Contains("Slot 4 has no adapter", Assert.Throws<ArgumentException>(() => engine.Submit(request)).Message);
        long version = model.Version;
        model.Adapters.Remove(2);
        Assert.True(model.Version > version);
        Assert.Throws<ArgumentException>(() => engine.Submit(request with { AdapterSlot = 2 }));
        Assert.Equal(4, model.Adapters.Add(TinyAdapters.Create(model, new LoraConfig { TargetModules = ["q_proj"] }, 5)));
        engine.Submit(request);
        engine.RunToEnd();
    }

    [Fact]
    public void ADecodeStepWithAdaptersAllocatesNothing()
    {
        using var backend = new CpuBackend(threads: 1);
        using Transformer model = TinyAdapters.Model("grouped", backend);
        using var engine = new InferenceEngine(model);
        for (int round = 0; round < 2; round++)
        {
            for (int i = 0; i < 8; i++)
                engine.Submit(new GenerationRequest { PromptIds = TinyModels.Ids(4, model.Config.VocabularySize, i), PromptId = (ulong)i, MaximumNewTokens = 30, AdapterSlot = i % 4 });
            for (int step = 0; step < 5; step++)
                engine.Step();
            long before = GC.GetAllocatedBytesForCurrentThread();
            for (int step = 0; step < 20; step++)
                engine.Step();
            long bytes = GC.GetAllocatedBytesForCurrentThread() - before;
            if (round == 1)
                Assert.Equal(0, bytes);
            engine.RunToEnd();
        }
    }
}
