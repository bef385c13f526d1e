using Hone.Inference;
using Hone.Models;
using Hone.Tensors;
using Hone.UnitTests.Models;
using Xunit;

namespace Hone.UnitTests.Inference;

/// <summary>On-policy by construction: the record made at decode time is the number that a loss differentiates.</summary>
public sealed class EngineLogProbTests : IDisposable
{
    private readonly CpuBackend _backend = new();

    public void Dispose()
    {
        Assert.Equal(0, _backend.Ledger.LiveBlocks);
        _backend.Dispose();
    }

    public static TheoryData<string, CacheDType> Cases() => TinyModels.CacheCases();

    [Theory]
    [MemberData(nameof(Cases))]
    public void TheRecordIsTheLogProbabilityOfOneForward(string name, CacheDType cache)
    {
        using Transformer model = TinyModels.Create(name, _backend, cache);
        List<Sequence> sequences = Generate(model);
        foreach (bool tape in (bool[])[false, true])
        {
            foreach (bool recompute in (bool[])[false, true])
            {
                model.RecomputeLayers = recompute;
                foreach (Sequence sequence in sequences)
                {
                    (float[] logProbs, float[] entropies) = Score(model, sequence, tape);
                    TinyModels.SameBits(sequence.LogProbs, logProbs, $"{name}, prompt {sequence.Request.PromptId}, log-probabilities");
                    TinyModels.SameBits(sequence.Entropies, entropies, $"{name}, prompt {sequence.Request.PromptId}, entropies");
                    Assert.Equal(sequence.TokenIds.Length, logProbs.Length);
                }
            }
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void OneFlippedWeightBitIsSeen(string name, CacheDType cache)
    {
        using Transformer model = TinyModels.Create(name, _backend, cache);
        List<Sequence> sequences = Generate(model);
        Assert.Equal(0, Difference(model, sequences));
        Parameter weight = model.Parameters.First(p => p.Name.EndsWith("v_proj.weight", StringComparison.Ordinal));
        float[] values = TinyModels.Read(_backend, weight.Value);
        values[3] = BitConverter.Int32BitsToSingle(BitConverter.SingleToInt32Bits(values[3]) ^ (1 << 18));
        _backend.Upload(values, weight.Value);
        weight.MarkChanged();
        double difference = Difference(model, sequences);
        Assert.True(difference > 0, "A changed weight shows in the difference.");
        Assert.True(difference < 0.5, $"One mantissa bit of one weight is a small change, not {difference}.");
    }

    [Fact]
    public void WithoutItsKeptSetsATruncatedRecordIsNotReproduced()
    {
        using Transformer model = TinyModels.Create("grouped", _backend);
        Sequence truncated = Generate(model).First(s => s.Request.Sampling.TopK == 20);
        Assert.NotNull(truncated.KeptIds);
        Assert.Equal(truncated.TokenIds.Length, truncated.KeptIds.Count);
        for (int i = 0; i < truncated.KeptIds.Count; i++)
        {
            Assert.InRange(truncated.KeptIds[i].Length, 1, 20);
            Assert.Contains(truncated.TokenIds[i], truncated.KeptIds[i]);
            Assert.Equal(truncated.KeptIds[i].Order(), truncated.KeptIds[i]);
        }
        (float[] logProbs, _) = Score(model, truncated, tape: false, replay: false);
        // What is left after a cut is likelier than before it.
        for (int i = 0; i < logProbs.Length; i++)
            Assert.True(truncated.LogProbs[i] > logProbs[i], $"token {i}: {truncated.LogProbs[i]} against {logProbs[i]}");
    }

    [Theory]
    [InlineData(CacheDType.BFloat16)]
    [InlineData(CacheDType.Int8)]
    public void ARecordOfAnotherCachePrecisionIsNotReproduced(CacheDType cache)
    {
        using Transformer model = TinyModels.Create("grouped", _backend, cache);
        List<Sequence> sequences = Generate(model);
        Assert.Equal(0, Difference(model, sequences));
        model.CacheDType = CacheDType.Float32;
        double difference = Difference(model, sequences);
        Assert.True(difference > 0, "Training that reads other keys than sampling is seen.");
        Assert.True(difference < 0.2, $"Rounding is a small change, not {difference}.");
    }

    private static List<Sequence> Generate(Transformer model)
    {
        using var engine = new InferenceEngine(model, new EngineOptions { PrefillTokens = 48 });
        List<Sequence> sequences = [.. EngineRuns.Requests(model.Config.VocabularySize).SelectMany(engine.Submit)];
        EngineRuns.End(engine);
        Assert.All(sequences, s => Assert.Equal(model.Version, s.WeightVersion));
        return sequences;
    }

    private double Difference(Transformer model, List<Sequence> sequences)
    {
        double largest = 0;
        foreach (Sequence sequence in sequences)
        {
            (float[] logProbs, _) = Score(model, sequence, tape: true);
            for (int i = 0; i < logProbs.Length; i++)
                largest = Math.Max(largest, Math.Abs((double)logProbs[i] - sequence.LogProbs[i]));
        }
        return largest;
    }

    private (float[] LogProbs, float[] Entropies) Score(Transformer model, Sequence sequence, bool tape, bool replay = true)
    {
        using var context = new ComputeContext(_backend);
        using var recording = new Tape(_backend);
        context.Tape = tape ? recording : null;
        int prompt = sequence.Request.PromptIds.Count;
        int[] targets = sequence.TokenIds.ToArray();
        int[] ids = [.. sequence.Request.PromptIds, .. targets[..^1]];
        int[] rows = [.. Enumerable.Range(prompt - 1, targets.Length)];
        KeptSets? kept = null;
        if (replay && sequence.KeptIds is { } sets)
        {
            kept = new KeptSets();
            foreach (int[] set in sets)
                kept.AddRow(set);
        }
        float temperature = sequence.Request.Sampling.Temperature == 0 ? 1 : sequence.Request.Sampling.Temperature;
        TokenLogProbs result = model.TokenLogProb(context, model.Forward(context, TinyModels.Batch(ids), rows), targets, temperature, kept);
        return (TinyModels.Read(_backend, result.LogProb), TinyModels.Read(_backend, result.Entropy));
    }
}
