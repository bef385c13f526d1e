using Hone.Models;
using Hone.Tensors;
using Xunit;

namespace Hone.UnitTests.Models;

/// <summary>Sequences that share the rows of their prompt: the bits of the same sequences alone, and their gradient.</summary>
public sealed class SharedPromptTests : IDisposable
{
    private static readonly int[] PromptLengths = [37, 1, 130];
    private static readonly int[][] EndLengths = [[5, 0, 20, 1], [3], [64, 2]];
    private readonly CpuBackend _backend = new();

    public void Dispose() => _backend.Dispose();

    public static TheoryData<string> Cases() => TinyModels.Cases();

    [Theory]
    [MemberData(nameof(Cases))]
    public void LogProbabilitiesAreThoseOfTheSequencesAloneAndGradientsTheirSum(string name)
    {
        using Transformer model = TinyModels.Create(name, _backend);
        (float[] alone, Dictionary<string, float[]> expected) = Run(model, shared: false, recompute: false);
        (float[] shared, Dictionary<string, float[]> actual) = Run(model, shared: true, recompute: false);
        TinyModels.SameBits(alone, shared, name);
        // Gradients that cancel out (of a key's bias, which no softmax sees) are rounding alone: nothing is below a millionth of the largest.
        double floor = 1e-6 * expected.Values.Max(values => values.Max(Math.Abs));
        foreach ((string parameter, float[] values) in expected)
        {
            double largest = Math.Max(floor, values.Max(Math.Abs)), difference = values.Zip(actual[parameter]).Max(p => Math.Abs((double)p.First - p.Second));
            Assert.True(difference <= Math.Max(2e-5 * largest, floor), $"{name}, {parameter}: {difference} of {largest}");
        }
        (_, Dictionary<string, float[]> recomputed) = Run(model, shared: true, recompute: true);
        foreach ((string parameter, float[] values) in actual)
            TinyModels.SameBits(values, recomputed[parameter], $"{name}: {parameter}, recomputed");
    }

    [Fact]
    public void AGroupHasAPromptAndSequencesAndNoStates()
    {
        using Transformer model = TinyModels.Create("plain", _backend);
        var batch = new TokenBatch();
        Assert.Throws<ArgumentException>(() => batch.AddGroup([], [new int[1]]));
        Assert.Throws<ArgumentException>(() => batch.AddGroup([1], []));
        using var pool = new PagePool(_backend, model.Config);
        using var state = new SequenceState(pool);
        batch.Add([1], state);
        Assert.Throws<InvalidOperationException>(() => batch.AddGroup([1], [new int[1]]));
    }

    private (float[], Dictionary<string, float[]>) Run(Transformer model, bool shared, bool recompute)
    {
        model.RecomputeLayers = recompute;
        using var gradients = new Gradients(_backend);
        using var context = new ComputeContext(_backend);
        using var tape = new Tape(_backend);
        context.Tape = tape;
        var batch = new TokenBatch();
        var rows = new List<int>();
        for (int g = 0; g < PromptLengths.Length; g++)
        {
            int[] prompt = TinyModels.Ids(PromptLengths[g], model.Config.VocabularySize, g);
            int[][] ends = [.. EndLengths[g].Select((length, i) => TinyModels.Ids(length, model.Config.VocabularySize, 10 + (g * 10) + i))];
            int last = batch.TokenCount + prompt.Length - 1, row = last;
            if (shared)
                batch.AddGroup(prompt, [.. ends.Select(end => (ReadOnlyMemory<int>)end)]);
            foreach (int[] end in ends)
            {
                if (!shared)
                {
                    last = batch.TokenCount + prompt.Length - 1;
                    row = last;
                    batch.Add([.. prompt, .. end]);
                }
                rows.Add(last);
                for (int t = 0; t < end.Length; t++)
                    rows.Add(++row);
            }
        }
        int[] chosen = [.. rows], targets = TinyModels.Ids(rows.Count, model.Config.VocabularySize, 99);
        Tensor hidden = model.Forward(context, batch, chosen);
        TokenLogProbs result = model.TokenLogProb(context, hidden, targets);
        float[] logProbs = TinyModels.Read(_backend, result.LogProb);
        Tensor seed = _backend.CreateTensor(result.LogProb.Shape);
        _backend.Upload([.. Enumerable.Range(0, rows.Count).Select(i => -0.01f * (1 + (i % 5)))], seed);
        tape.Seed(result.LogProb, seed);
        tape.Backward(gradients, context);
        seed.Storage.Dispose();
        return (logProbs, model.Parameters.Where(p => p.IsTrainable).ToDictionary(p => p.Name, p => TinyModels.Read(_backend, gradients.Total(p))));
    }
}
