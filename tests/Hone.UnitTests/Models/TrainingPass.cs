using Hone.Models;
using Hone.Tensors;
using Xunit;

namespace Hone.UnitTests.Models;

/// <summary>
/// One forward and backward pass of next-token log-probabilities and entropies with fixed, uneven seeds, and what came
/// out of it.
/// </summary>
internal sealed record TrainingPass(float[] LogProb, float[] Entropy, IReadOnlyDictionary<string, float[]> Gradients)
{
    public const float Temperature = 0.8f;

    /// <summary>The gradient that backward starts from, for a row that is the i-th of a sequence of this length.</summary>
    public static float LogProbSeed(int i, int length) => -1f / length * (1f + (0.25f * (i % 3)));

    public static float EntropySeed(int i, int length) => 0.05f * ((i % 4) - 1f) / length;

    /// <summary>All sequences at once, or those of each micro-batch one after the other into the same gradients.</summary>
    public static TrainingPass Run(Transformer model, IReadOnlyList<int[][]> microBatches)
    {
        Backend backend = model.Backend;
        using var gradients = new Gradients(backend);
        using var context = new ComputeContext(backend);
        using var tape = new Tape(backend);
        context.Tape = tape;
        var logProbs = new List<float>();
        var entropies = new List<float>();
        foreach (int[][] sequences in microBatches)
        {
            ScratchArena.Mark mark = context.Scratch.MarkTop();
            (int[] rows, int[] targets, float[] logProbSeeds, float[] entropySeeds) = Rows(sequences);
            Tensor hidden = model.Forward(context, TinyModels.Batch(sequences), rows);
            TokenLogProbs result = model.TokenLogProb(context, hidden, targets, Temperature);
            logProbs.AddRange(TinyModels.Read(backend, result.LogProb));
            entropies.AddRange(TinyModels.Read(backend, result.Entropy));
            Seed(tape, result.LogProb, logProbSeeds);
            Seed(tape, result.Entropy, entropySeeds);
            tape.Backward(gradients, context);
            Assert.Equal(0, tape.Pool.RentedCount);
            Assert.True(tape.Saved.IsEmpty, "Backward leaves nothing in the arena.");
            context.Scratch.Release(mark);
        }
        var values = new Dictionary<string, float[]>();
        foreach (Parameter parameter in model.Parameters.Where(p => p.IsTrainable))
        {
            Tensor total = gradients.Total(parameter);
            Assert.False(total.IsEmpty, $"{parameter} has a gradient.");
            values.Add(parameter.Name, TinyModels.Read(backend, total));
        }
        return new TrainingPass([.. logProbs], [.. entropies], values);
    }

    /// <summary>Rows that have a next token, those tokens, and the seeds.</summary>
    public static (int[] Rows, int[] Targets, float[] LogProbSeeds, float[] EntropySeeds) Rows(int[][] sequences)
    {
        var rows = new List<int>();
        var targets = new List<int>();
        var logProbs = new List<float>();
        var entropies = new List<float>();
        int first = 0;
        foreach (int[] ids in sequences)
        {
            for (int i = 0; i + 1 < ids.Length; i++)
            {
                rows.Add(first + i);
                targets.Add(ids[i + 1]);
                logProbs.Add(LogProbSeed(i, ids.Length));
                entropies.Add(EntropySeed(i, ids.Length));
            }
            first += ids.Length;
        }
        return ([.. rows], [.. targets], [.. logProbs], [.. entropies]);
    }

    public static void SameBits(TrainingPass expected, TrainingPass actual, string what)
    {
        TinyModels.SameBits(expected.LogProb, actual.LogProb, what + ": log-probabilities");
        TinyModels.SameBits(expected.Entropy, actual.Entropy, what + ": entropies");
        Assert.Equal(expected.Gradients.Keys, actual.Gradients.Keys);
        foreach ((string name, float[] values) in expected.Gradients)
        {
            Assert.Contains(values, v => v != 0);
            TinyModels.SameBits(values, actual.Gradients[name], $"{what}: gradient of {name}");
        }
    }

    private static void Seed(Tape tape, Tensor output, float[] values)
    {
        Tensor seed = tape.Backend.CreateTensor(output.Shape);
        tape.Backend.Upload(values, seed);
        tape.Seed(output, seed);
        seed.Storage.Dispose();
    }
}
