using Hone.Inference;
using Hone.Models;
using Hone.UnitTests.Models;
using Xunit;

namespace Hone.UnitTests.Inference;

/// <summary>What an engine made of one continuation.</summary>
internal sealed record Drawn(int[] Tokens, float[] LogProbs, float[] Entropies, FinishReason Finish)
{
    public static Drawn Of(Sequence sequence) =>
        new(sequence.TokenIds.ToArray(), sequence.LogProbs.ToArray(), sequence.Entropies.ToArray(), sequence.Finish);

    public static void Same(Drawn expected, Drawn actual, string what)
    {
        Assert.True(expected.Tokens.AsSpan().SequenceEqual(actual.Tokens), $"{what}: tokens {string.Join(' ', actual.Tokens)}, expected {string.Join(' ', expected.Tokens)}");
        TinyModels.SameBits(expected.LogProbs, actual.LogProbs, what + ": log-probabilities");
        TinyModels.SameBits(expected.Entropies, actual.Entropies, what + ": entropies");
        Assert.Equal(expected.Finish, actual.Finish);
    }
}

/// <summary>Requests of all kinds, and runs of an engine over them.</summary>
internal static class EngineRuns
{
    public static GenerationRequest[] Requests(int vocabulary) =>
    [
        Request(vocabulary, 0, 1, 1, 40, new SamplingOptions()),
        Request(vocabulary, 1, 5, 3, 30, new SamplingOptions { Temperature = 0.7f, TopK = 20 }),
        Request(vocabulary, 2, 33, 2, 20, new SamplingOptions { Temperature = 1.3f, TopP = 0.8f }),
        Request(vocabulary, 3, 70, 1, 64, SamplingOptions.Greedy),
        Request(vocabulary, 4, 128, 4, 9, new SamplingOptions { MinP = 0.05f, TopP = 0.95f, TopK = 100 }),
        Request(vocabulary, 5, 200, 2, 12, new SamplingOptions { Temperature = 0.5f }),
    ];

    private static GenerationRequest Request(int vocabulary, int id, int length, int count, int tokens, SamplingOptions sampling) => new()
    {
        PromptIds = TinyModels.Ids(length, vocabulary, id),
        PromptId = 1000 + (ulong)id,
        Count = count,
        FirstSampleIndex = id,
        MaximumNewTokens = tokens,
        Sampling = sampling with { Seed = 5 },
    };

    /// <summary>Every continuation by itself in an engine of its own, by request.</summary>
    public static Drawn[][] OneByOne(Transformer model, GenerationRequest[] requests) =>
        [.. requests.Select(r => Enumerable.Range(0, r.Count)
            .Select(i => Together(model, new EngineOptions(), [r with { Count = 1, FirstSampleIndex = r.FirstSampleIndex + i }])[0][0])
            .ToArray())];

    /// <summary>All requests in one engine, submitted in this order.</summary>
    public static Drawn[][] Together(Transformer model, EngineOptions options, GenerationRequest[] requests)
    {
        using var engine = new InferenceEngine(model, options);
        IReadOnlyList<Sequence>[] sequences = [.. requests.Select(engine.Submit)];
        End(engine);
        Assert.Equal(0, engine.UsedPages);
        return [.. sequences.Select(s => s.Select(Drawn.Of).ToArray())];
    }

    /// <summary>Runs to the end, but not for ever.</summary>
    public static void End(InferenceEngine engine)
    {
        for (int step = 0; !engine.IsIdle; step++)
        {
            Assert.True(step < 5000, "The engine makes no progress.");
            engine.Step();
        }
    }

    public static void Same(Drawn[][] expected, Drawn[][] actual, string what)
    {
        Assert.Equal(expected.Length, actual.Length);
        for (int r = 0; r < expected.Length; r++)
        {
            Assert.Equal(expected[r].Length, actual[r].Length);
            for (int i = 0; i < expected[r].Length; i++)
                Drawn.Same(expected[r][i], actual[r][i], $"{what}: request {r}, sample {i}");
        }
    }
}
