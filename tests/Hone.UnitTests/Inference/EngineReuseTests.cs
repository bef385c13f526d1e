using Hone.Inference;
using Hone.Models;
using Hone.Tensors;
using Hone.UnitTests.Models;
using Xunit;

namespace Hone.UnitTests.Inference;

/// <summary>Going on from an earlier sequence's keys and values moves no bit, and no page is lost.</summary>
public sealed class EngineReuseTests : IDisposable
{
    private readonly CpuBackend _backend = new();

    public void Dispose()
    {
        Assert.Equal(0, _backend.Ledger.LiveBlocks);
        _backend.Dispose();
    }

    public static TheoryData<string> Cases() => TinyModels.Cases();

    [Theory]
    [MemberData(nameof(Cases))]
    public void AConversationDrawsWhatSeparatePromptsDraw(string name)
    {
        using Transformer model = TinyModels.Create(name, _backend);
        int vocabulary = model.Config.VocabularySize;
        using var engine = new InferenceEngine(model, new EngineOptions { PrefillTokens = 16 });
        int[] ids = TinyModels.Ids(37, vocabulary, 1);
        Sequence? previous = null;
        for (int turn = 0; turn < 4; turn++)
        {
            GenerationRequest request = Request(ids, turn);
            Sequence sequence = (previous is null ? engine.Submit(request) : engine.SubmitAfter(request, previous))[0];
            EngineRuns.End(engine);
            Drawn.Same(Alone(model, request), Drawn.Of(sequence), $"{name}, turn {turn}");
            if (previous is not null) Assert.Equal(previous.Request.PromptIds.Count + previous.TokenIds.Length - 1, sequence.ReusedTokens);
            previous = sequence;
            // The last token drawn is in no state yet; it is read with what comes after it.
            ids = [.. ids, .. sequence.TokenIds, .. TinyModels.Ids(9, vocabulary, 50 + turn)];
        }
        Assert.True(engine.UsedPages > 0, "The last turn keeps its pages.");
        engine.Release(previous!);
        Assert.Equal(0, engine.UsedPages);
    }

    [Fact]
    public void OnlyWhatTwoPromptsShareIsReused()
    {
        using Transformer model = TinyModels.Create("plain", _backend);
        using var engine = new InferenceEngine(model);
        int[] ids = TinyModels.Ids(50, model.Config.VocabularySize, 3);
        foreach ((int[] next, int reused) in (ReadOnlySpan<(int[], int)>)
        [
            ([.. ids[..20], (ids[20] + 1) % 50, .. ids[21..]], 20),
            (ids[..33], 32),
            (ids, 49),
            ([(ids[0] + 1) % 50, .. ids[1..]], 0),
        ])
        {
            Sequence first = engine.Submit(Request(ids, 0))[0];
            EngineRuns.End(engine);
            GenerationRequest request = Request(next, 1) with { Count = 2, KeepState = false };
            IReadOnlyList<Sequence> second = engine.SubmitAfter(request, first);
            EngineRuns.End(engine);
            Assert.All(second, s => Assert.Equal(reused, s.ReusedTokens));
            Drawn.Same(Alone(model, request with { Count = 1 }), Drawn.Of(second[0]), $"after {reused}");
            Assert.Equal(0, engine.UsedPages);
        }
    }

    [Fact]
    public void AChangedModelOrAnotherEngineReusesNothing()
    {
        using Transformer model = TinyModels.Create("plain", _backend);
        using var engine = new InferenceEngine(model);
        using var other = new InferenceEngine(model);
        int[] ids = TinyModels.Ids(40, model.Config.VocabularySize, 4);
        Sequence first = engine.Submit(Request(ids, 0))[0];
        EngineRuns.End(engine);
        Sequence elsewhere = other.SubmitAfter(Request(ids, 0), first)[0];
        EngineRuns.End(other);
        Assert.Equal(0, elsewhere.ReusedTokens);
        model.Parameters[0].MarkChanged();
        Sequence second = engine.SubmitAfter(Request(ids, 0), first)[0];
        EngineRuns.End(engine);
        Assert.Equal(0, second.ReusedTokens);
        Drawn.Same(Drawn.Of(first), Drawn.Of(second), "marked as changed, but the same");
    }

    private static GenerationRequest Request(int[] ids, int turn) =>
        new() { PromptIds = ids, MaximumNewTokens = 11, KeepState = true, PromptId = (ulong)turn, Sampling = new SamplingOptions { Seed = 9 } };

    private static Drawn Alone(Transformer model, GenerationRequest request) =>
        EngineRuns.Together(model, new EngineOptions(), [request with { KeepState = false }])[0][0];
}
