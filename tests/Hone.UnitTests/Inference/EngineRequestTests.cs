using Hone.Inference;
using Hone.Models;
using Hone.Tensors;
using Hone.UnitTests.Models;
using Xunit;

namespace Hone.UnitTests.Inference;

/// <summary>How sequences end, and what an engine refuses.</summary>
public sealed class EngineRequestTests : IDisposable
{
    private readonly CpuBackend _backend = new();
    private readonly Transformer _model;

    public EngineRequestTests() => _model = TinyModels.Create(TinyModels.Config("plain") with { ContextLength = 40 }, _backend);

    public void Dispose()
    {
        _model.Dispose();
        Assert.Equal(0, _backend.Ledger.LiveBlocks);
        _backend.Dispose();
    }

    private static GenerationRequest Valid => new() { PromptIds = [1, 2, 3], MaximumNewTokens = 20, Sampling = new SamplingOptions { Seed = 3 } };

    [Fact]
    public void AStopTokenEndsASequenceAndIsItsLast()
    {
        Drawn free = Run(Valid);
        Assert.Equal(FinishReason.Length, free.Finish);
        Assert.Equal(20, free.Tokens.Length);
        int stop = free.Tokens[6], first = Array.IndexOf(free.Tokens, stop);
        Drawn stopped = Run(Valid with { StopTokenIds = [stop, 49] });
        Assert.Equal(FinishReason.Stop, stopped.Finish);
        Assert.Equal(free.Tokens[..(first + 1)], stopped.Tokens);
        TinyModels.SameBits(free.LogProbs.AsSpan(0, first + 1), stopped.LogProbs, "until the stop");
        // At the last allowed token the stop is the reason all the same.
        Assert.Equal(FinishReason.Stop, Run(Valid with { StopTokenIds = [stop], MaximumNewTokens = first + 1 }).Finish);
        Assert.Equal(FinishReason.Length, Run(Valid with { MaximumNewTokens = 1 }).Finish);
    }

    [Fact]
    public void AFullContextEndsASequence()
    {
        GenerationRequest request = Valid with { PromptIds = TinyModels.Ids(30, 50, 1), MaximumNewTokens = int.MaxValue };
        Drawn full = Run(request);
        Assert.Equal(FinishReason.Context, full.Finish);
        // Ten more positions, and the token that the last of them predicts.
        Assert.Equal(11, full.Tokens.Length);
        Assert.Equal(full.Tokens[..5], Run(request with { MaximumNewTokens = 5 }).Tokens);
    }

    [Fact]
    public void EventsTellEveryTokenOnce()
    {
        using var engine = new InferenceEngine(_model);
        IReadOnlyList<Sequence> sequences = engine.Submit(Valid with { Count = 3 });
        var tokens = sequences.ToDictionary(s => s, _ => new List<int>());
        var ends = new List<FinishReason>();
        while (!engine.IsIdle)
        {
            foreach (TokenEvent drawn in engine.Step())
            {
                tokens[drawn.Sequence].Add(drawn.TokenId);
                Assert.Equal(drawn.Sequence.LogProbs[tokens[drawn.Sequence].Count - 1], drawn.LogProb);
                if (drawn.Finish != FinishReason.None)
                    ends.Add(drawn.Finish);
            }
        }
        Assert.All(sequences, s => Assert.Equal(s.TokenIds.ToArray(), tokens[s]));
        Assert.Equal([FinishReason.Length, FinishReason.Length, FinishReason.Length], ends);
        Assert.True(engine.Step().IsEmpty);
    }

    [Fact]
    public void GreedyTakesTheLowestOfEquals()
    {
        using Transformer model = TinyModels.Create(TinyModels.Config("grouped"), _backend);
        _backend.Fill(model.Head.Weight.Value, 0);
        model.Head.Weight.MarkChanged();
        using var engine = new InferenceEngine(model);
        Sequence sequence = engine.Submit(Valid with { Sampling = SamplingOptions.Greedy, MaximumNewTokens = 4 })[0];
        EngineRuns.End(engine);
        Assert.Equal([0, 0, 0, 0], sequence.TokenIds.ToArray());
        Assert.All(sequence.LogProbs.ToArray(), l => Assert.Equal(-Math.Log(600), l, 1e-5));
        Assert.All(sequence.Entropies.ToArray(), h => Assert.Equal(Math.Log(600), h, 1e-4));
    }

    [Fact]
    public void DrawsFollowTheDistribution()
    {
        // One step from one prompt, many samples: the counts of each id are those of its probability.
        using var engine = new InferenceEngine(_model, new EngineOptions { MaximumSequences = 4000 });
        IReadOnlyList<Sequence> sequences = engine.Submit(Valid with { Count = 4000, MaximumNewTokens = 1 });
        EngineRuns.End(engine);
        var counts = new int[50];
        var probabilities = new double[50];
        foreach (Sequence sequence in sequences)
        {
            counts[sequence.TokenIds[0]]++;
            probabilities[sequence.TokenIds[0]] = Math.Exp(sequence.LogProbs[0]);
        }
        for (int v = 0; v < 50; v++)
        {
            double deviation = Math.Sqrt(4000 * probabilities[v] * (1 - probabilities[v]));
            Assert.True(Math.Abs(counts[v] - (4000 * probabilities[v])) <= (5 * deviation) + 1, $"id {v}: {counts[v]} of {4000 * probabilities[v]:F1}");
        }
    }

    public static TheoryData<string> Wrong() =>
    [
        "empty prompt", "id too large", "negative id", "prompt fills the context", "no samples", "no tokens", "negative index",
        "indices overflow", "negative temperature", "tiny temperature", "infinite temperature", "temperature not a number",
        "top-k", "top-p zero", "top-p above one", "min-p", "pages", "no prompt",
    ];

    [Theory]
    [MemberData(nameof(Wrong))]
    public void AWrongRequestGivesOneClearLineAndTheEngineGoesOn(string what)
    {
        static GenerationRequest Sampled(SamplingOptions sampling) => Valid with { Sampling = sampling };
        GenerationRequest request = what switch
        {
            "empty prompt" => Valid with { PromptIds = [] },
            "id too large" => Valid with { PromptIds = [1, 50] },
            "negative id" => Valid with { PromptIds = [-1] },
            "prompt fills the context" => Valid with { PromptIds = new int[40] },
            "no samples" => Valid with { Count = 0 },
            "no tokens" => Valid with { MaximumNewTokens = 0 },
            "negative index" => Valid with { FirstSampleIndex = -1 },
            "indices overflow" => Valid with { FirstSampleIndex = int.MaxValue, Count = 2 },
            "negative temperature" => Sampled(new SamplingOptions { Temperature = -1 }),
            "tiny temperature" => Sampled(new SamplingOptions { Temperature = 1e-40f }),
            "infinite temperature" => Sampled(new SamplingOptions { Temperature = float.PositiveInfinity }),
            "temperature not a number" => Sampled(new SamplingOptions { Temperature = float.NaN }),
            "top-k" => Sampled(new SamplingOptions { TopK = -1 }),
            "top-p zero" => Sampled(new SamplingOptions { TopP = 0 }),
            "top-p above one" => Sampled(new SamplingOptions { TopP = 1.1f }),
            "min-p" => Sampled(new SamplingOptions { MinP = float.NaN }),
            "pages" => Valid with { Count = 5 },
            _ => Valid with { PromptIds = null! },
        };
        using var engine = new InferenceEngine(_model, new EngineOptions { MaximumPages = 5 });
        ArgumentException error = Assert.ThrowsAny<ArgumentException>(() => engine.Submit(request));
        Assert.True(error.Message.Length > 20);
        Assert.True(engine.IsIdle);
        engine.Submit(Valid);
        EngineRuns.End(engine);
    }

    [Fact]
    public void WrongOptionsAreRefused()
    {
        Assert.ThrowsAny<ArgumentException>(() => new InferenceEngine(_model, new EngineOptions { MaximumSequences = 0 }));
        Assert.ThrowsAny<ArgumentException>(() => new InferenceEngine(_model, new EngineOptions { PrefillTokens = 0 }));
        Assert.ThrowsAny<ArgumentException>(() => new InferenceEngine(_model, new EngineOptions { MaximumPages = -1 }));
    }

    private Drawn Run(GenerationRequest request) => EngineRuns.Together(_model, new EngineOptions(), [request])[0][0];
}
