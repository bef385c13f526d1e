using Hone.Inference;
using Hone.Models;
using Hone.Tensors;
using Hone.UnitTests.Models;
using Xunit;

namespace Hone.UnitTests.Inference;

/// <summary>A sequence's tokens and log-probabilities depend on its prompt, options and random key, and on nothing else.</summary>
public sealed class EngineInvarianceTests : IDisposable
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
    public void NothingButTheRequestMovesATokenOrABit(string name)
    {
        using Transformer model = TinyModels.Create(name, _backend);
        GenerationRequest[] requests = EngineRuns.Requests(model.Config.VocabularySize);
        Drawn[][] alone = EngineRuns.OneByOne(model, requests);
        Assert.All(alone, r => Assert.Equal(r.Length, r.Select(d => string.Join(' ', d.Tokens)).Distinct().Count()));

        EngineOptions[] limits =
        [
            new(),
            new() { PrefillTokens = 1 },
            new() { PrefillTokens = 7 },
            new() { PrefillTokens = 130, MaximumSequences = 3 },
            new() { MaximumSequences = 1 },
            // The largest request may need (4 + 1) x 5 pages: two of them never fit.
            new() { MaximumPages = 25 },
            new() { MaximumPages = 40, PrefillTokens = 64 },
        ];
        foreach (EngineOptions options in limits)
            EngineRuns.Same(alone, EngineRuns.Together(model, options, requests), $"{name}, {options}");

        int[] order = [3, 5, 0, 4, 2, 1];
        Drawn[][] shuffled = EngineRuns.Together(model, new EngineOptions { PrefillTokens = 50 }, [.. order.Select(i => requests[i])]);
        EngineRuns.Same([.. order.Select(i => alone[i])], shuffled, $"{name} in another order");
    }

    [Fact]
    public void PagesNeverExceedTheirLimitAndSequencesNeverTheirs()
    {
        using Transformer model = TinyModels.Create("plain", _backend);
        using var engine = new InferenceEngine(model, new EngineOptions { MaximumPages = 25, MaximumSequences = 4 });
        foreach (GenerationRequest request in EngineRuns.Requests(50))
            engine.Submit(request);
        int most = 0;
        while (!engine.IsIdle)
        {
            engine.Step();
            Assert.InRange(engine.UsedPages, 0, 25);
            Assert.InRange(engine.GrowingCount, 0, 4);
            most = Math.Max(most, engine.GrowingCount);
        }
        Assert.True(most > 1, "The limits leave room for several.");
    }

    [Fact]
    public void RequestsThatArriveLaterAndThreadsMoveNothing()
    {
        GenerationRequest[] requests = EngineRuns.Requests(600);
        using Transformer model = TinyModels.Create("grouped", _backend);
        Drawn[][] alone = EngineRuns.OneByOne(model, requests);
        foreach (KernelSet set in Enum.GetValues<KernelSet>().Where(KernelSets.IsSupported))
        {
            using var backend = new CpuBackend(set == KernelSet.Vector128 ? 1 : 2, set);
            using Transformer same = TinyModels.Create("grouped", backend);
            using var engine = new InferenceEngine(same, new EngineOptions { PrefillTokens = 90 });
            var sequences = new List<IReadOnlyList<Sequence>>();
            foreach (GenerationRequest request in requests)
            {
                sequences.Add(engine.Submit(request));
                for (int i = 0; i < 5; i++)
                    engine.Step();
            }
            EngineRuns.End(engine);
            EngineRuns.Same(alone, [.. sequences.Select(s => s.Select(Drawn.Of).ToArray())], $"staggered on {backend.Description}");
        }
    }

    [Fact]
    public void CancellingOneLeavesTheBitsOfTheOthers()
    {
        using Transformer model = TinyModels.Create("grouped", _backend);
        GenerationRequest[] requests = EngineRuns.Requests(600);
        Drawn[][] alone = EngineRuns.OneByOne(model, requests);
        using var engine = new InferenceEngine(model, new EngineOptions { PrefillTokens = 40, MaximumSequences = 11 });
        IReadOnlyList<Sequence>[] sequences = [.. requests.Select(engine.Submit)];
        for (int step = 0; step < 4; step++)
            engine.Step();
        Assert.NotEmpty(sequences[1][1].TokenIds.ToArray());
        Assert.Empty(sequences[4][2].TokenIds.ToArray());
        Assert.Equal(7, engine.GrowingCount);
        engine.Cancel(sequences[1][1]); // grows
        engine.Cancel(sequences[4][2]); // its prompt is being read
        engine.Cancel(sequences[5][0]); // waits
        engine.Cancel(sequences[5][1]);
        int kept = sequences[1][1].TokenIds.Length;
        EngineRuns.End(engine);
        Assert.Equal(0, engine.UsedPages);
        for (int r = 0; r < requests.Length; r++)
        {
            for (int i = 0; i < sequences[r].Count; i++)
            {
                if ((r, i) is (1, 1) or (4, 2) or (5, _))
                    Assert.Equal(FinishReason.Cancelled, sequences[r][i].Finish);
                else
                    Drawn.Same(alone[r][i], Drawn.Of(sequences[r][i]), $"request {r}, sample {i} beside cancelled ones");
            }
        }
        Assert.Equal(alone[1][1].Tokens[..kept], sequences[1][1].TokenIds.ToArray());
    }

    [Theory]
    [InlineData(0)] // still waiting
    [InlineData(1)] // a part of the prompt is read
    [InlineData(6)] // growing
    public void AnEngineWhoseOnlyRequestIsCancelledComesToRest(int steps)
    {
        using Transformer model = TinyModels.Create("plain", _backend);
        using var engine = new InferenceEngine(model, new EngineOptions { PrefillTokens = 10 });
        IReadOnlyList<Sequence> sequences = engine.Submit(EngineRuns.Requests(50)[2]);
        for (int step = 0; step < steps; step++)
            engine.Step();
        foreach (Sequence sequence in sequences)
            engine.Cancel(sequence);
        EngineRuns.End(engine);
        Assert.Equal(0, engine.UsedPages);
        Assert.Equal(0, engine.GrowingCount);

        Sequence next = engine.Submit(EngineRuns.Requests(50)[0])[0];
        EngineRuns.End(engine);
        Assert.Equal(FinishReason.Length, next.Finish);
    }

    [Fact]
    public void ATokenOfCancellationEndsTheRunAndKeepsWhatWasDrawn()
    {
        using Transformer model = TinyModels.Create("plain", _backend);
        using var engine = new InferenceEngine(model);
        using var source = new CancellationTokenSource();
        Sequence sequence = engine.Submit(EngineRuns.Requests(50)[0])[0];
        engine.Step();
        source.Cancel();
        Assert.Throws<OperationCanceledException>(() => engine.RunToEnd(source.Token));
        Assert.Single(sequence.TokenIds.ToArray());
        engine.RunToEnd();
        Assert.Equal(40, sequence.TokenIds.Length);
    }
}
