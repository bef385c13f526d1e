using Hone.Models;
using Hone.Tensors;
using Xunit;

namespace Hone.UnitTests.Models;

/// <summary>One definition: how a forward pass is cut up, batched or recorded moves no bit.</summary>
public sealed class TransformerInvarianceTests : IDisposable
{
    private const int Longest = 300;
    private readonly CpuBackend _backend = new();

    public void Dispose() => _backend.Dispose();

    public static TheoryData<string, CacheDType> Cases() => TinyModels.CacheCases();

    [Theory]
    [MemberData(nameof(Cases))]
    public void PrefillInAnyChunksAndDecodeAreTheFullForward(string name, CacheDType cache)
    {
        using Transformer model = TinyModels.Create(name, _backend, cache);
        int[] ids = TinyModels.Ids(Longest, model.Config.VocabularySize, 1);
        float[] full = TinyModels.Hidden(model, ids);
        int[][] chunkings =
        [
            [Longest],
            [.. Enumerable.Repeat(1, Longest)],
            [.. Enumerable.Repeat(7, 20), 1, 159],
            [31, 1, 1, 32, 63, 128, 1, 43],
            [127, 1, 1, 100, .. Enumerable.Repeat(1, 71)],
        ];
        using var pool = new PagePool(model);
        foreach (int[] chunks in chunkings)
        {
            using var state = new SequenceState(pool);
            TinyModels.SameBits(full, Continue(model, state, ids, chunks), $"{name} in {chunks.Length} chunks");
            Assert.Equal(Longest, state.Length);
        }
        Assert.Equal(0, pool.UsedPages);
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void ABatchIsItsSequencesOneByOne(string name, CacheDType cache)
    {
        using Transformer model = TinyModels.Create(name, _backend, cache);
        int[] lengths = [1, 33, 130, 7, 64];
        int[][] sequences = [.. lengths.Select((length, i) => TinyModels.Ids(length, model.Config.VocabularySize, i))];
        float[][] alone = [.. sequences.Select(s => TinyModels.Hidden(model, s))];
        TinyModels.SameBits([.. alone.SelectMany(s => s)], TinyModels.Hidden(model, sequences), $"{name}: packed");

        // The same with states of different lengths: some sequences decode while others read a prompt.
        using var pool = new PagePool(model);
        SequenceState[] states = [.. sequences.Select(_ => new SequenceState(pool))];
        var parts = sequences.Select(_ => new List<float>()).ToArray();
        for (int round = 0; states.Zip(sequences).Any(p => p.First.Length < p.Second.Length); round++)
            Round(model, sequences, states, parts, round);
        for (int s = 0; s < sequences.Length; s++)
        {
            TinyModels.SameBits(alone[s], [.. parts[s]], $"{name}: sequence {s} beside others");
            states[s].Dispose();
        }
        Assert.Equal(0, pool.UsedPages);
    }

    private void Round(Transformer model, int[][] sequences, SequenceState[] states, List<float>[] parts, int round)
    {
        using var context = new ComputeContext(_backend);
        var batch = new TokenBatch();
        var owners = new List<int>();
        for (int s = 0; s < sequences.Length; s++)
        {
            int take = Math.Min((s + round) % 3 == 0 ? 1 : 5 + (11 * s), sequences[s].Length - states[s].Length);
            if (take == 0)
                continue;
            batch.Add(sequences[s].AsSpan(states[s].Length, take), states[s]);
            owners.AddRange(Enumerable.Repeat(s, take));
        }
        float[] hidden = TinyModels.Read(_backend, model.Forward(context, batch));
        batch.Commit();
        for (int row = 0; row < owners.Count; row++)
            parts[owners[row]].AddRange(hidden.AsSpan(row * model.Config.Width, model.Config.Width));
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void ATapeChangesNothingButTheMemory(string name, CacheDType cache)
    {
        using Transformer model = TinyModels.Create(name, _backend, cache);
        int[][] sequences = [TinyModels.Ids(140, model.Config.VocabularySize, 1), TinyModels.Ids(20, model.Config.VocabularySize, 2)];
        (int[] rows, int[] targets, _, _) = TrainingPass.Rows(sequences);
        using var context = new ComputeContext(_backend);
        using var tape = new Tape(_backend);
        float[][] Values()
        {
            Tensor hidden = model.Forward(context, TinyModels.Batch(sequences), rows);
            TokenLogProbs result = model.TokenLogProb(context, hidden, targets, 0.7f);
            return [TinyModels.Read(_backend, hidden), TinyModels.Read(_backend, result.LogProb), TinyModels.Read(_backend, result.Entropy)];
        }
        float[][] plain = Values();
        context.Tape = tape;
        float[][] recorded = Values();
        tape.Clear();
        Assert.True(tape.Saved.IsEmpty);
        model.RecomputeLayers = true;
        float[][] recomputed = Values();
        for (int i = 0; i < plain.Length; i++)
        {
            TinyModels.SameBits(plain[i], recorded[i], $"{name}: value {i} with a tape");
            TinyModels.SameBits(plain[i], recomputed[i], $"{name}: value {i} with a tape and recomputed layers");
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void RecomputedLayersAndMicroBatchesHaveTheBitsOfOneBatch(string name, CacheDType cache)
    {
        using Transformer model = TinyModels.Create(name, _backend, cache);
        int v = model.Config.VocabularySize;
        int[] a = TinyModels.Ids(140, v, 1), b = TinyModels.Ids(5, v, 2), c = TinyModels.Ids(33, v, 3), d = TinyModels.Ids(64, v, 4);
        TrainingPass one = TrainingPass.Run(model, [[a, b, c, d]]);
        TrainingPass.SameBits(one, TrainingPass.Run(model, [[a], [b, c], [d]]), $"{name} in three micro-batches");
        TrainingPass.SameBits(one, TrainingPass.Run(model, [[a], [b], [c], [d]]), $"{name} in four micro-batches");
        model.RecomputeLayers = true;
        TrainingPass.SameBits(one, TrainingPass.Run(model, [[a, b, c, d]]), $"{name} recomputed");
        TrainingPass.SameBits(one, TrainingPass.Run(model, [[a, b], [c, d]]), $"{name} recomputed in two micro-batches");

        // The order of the chain is part of the contract: another order is another number.
        TrainingPass turned = TrainingPass.Run(model, [[d, c, b, a]]);
        Assert.Contains(one.Gradients, g => !g.Value.AsSpan().SequenceEqual(turned.Gradients[g.Key]));
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void ForkedAndTruncatedStatesGoOnAsFreshOnes(string name, CacheDType cache)
    {
        using Transformer model = TinyModels.Create(name, _backend, cache);
        int v = model.Config.VocabularySize;
        int[] prefix = TinyModels.Ids(77, v, 1), left = TinyModels.Ids(60, v, 2), right = TinyModels.Ids(60, v, 3);
        float[] wantLeft = After(model, prefix, left), wantRight = After(model, prefix, right);
        using var pool = new PagePool(model);
        using var state = new SequenceState(pool);
        Continue(model, state, prefix, [77]);
        using SequenceState fork = state.Fork();
        // 77 tokens are three pages, shared until one of the two writes into the third.
        Assert.Equal(3, pool.UsedPages);
        Assert.Equal(state.Pages.ToArray(), fork.Pages.ToArray());
        TinyModels.SameBits(wantLeft, Continue(model, state, [.. prefix, .. left], [1, 59]), "the first after a fork");
        Assert.Equal(state.Pages[..2].ToArray(), fork.Pages[..2].ToArray());
        Assert.NotEqual(state.Pages[2], fork.Pages[2]);
        TinyModels.SameBits(wantRight, Continue(model, fork, [.. prefix, .. right], [60]), "the second after a fork");

        state.TruncateTo(77);
        TinyModels.SameBits(wantRight, Continue(model, state, [.. prefix, .. right], [20, 40]), "after a truncation");
        state.TruncateTo(64);
        TinyModels.SameBits(wantLeft, Continue(model, state, [.. prefix, .. left], [13, 60])[(13 * model.Config.Width)..], "after a truncation at a page's end");
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void SelectedRowsAreTheRowsOfAll(string name, CacheDType cache)
    {
        using Transformer model = TinyModels.Create(name, _backend, cache);
        int[] ids = TinyModels.Ids(50, model.Config.VocabularySize, 1);
        float[] all = TinyModels.Hidden(model, ids);
        int[] rows = [49, 0, 7, 7, 31, 32];
        using var context = new ComputeContext(_backend);
        float[] some = TinyModels.Read(_backend, model.Forward(context, TinyModels.Batch(ids), rows));
        int d = model.Config.Width;
        TinyModels.SameBits([.. rows.SelectMany(r => all[(r * d)..((r + 1) * d)])], some, name);
        Assert.Throws<ArgumentOutOfRangeException>(() => model.Forward(context, TinyModels.Batch(ids), [50]));
    }

    [Fact]
    public void ASequenceBeyondTheContextIsRefusedWithOrWithoutRotation()
    {
        foreach (int rotary in (int[])[16, 0])
        {
            TransformerConfig config = TinyModels.Config("plain") with { ContextLength = 8, RotaryDim = rotary };
            using Transformer model = TinyModels.Create(config, _backend);
            using var context = new ComputeContext(_backend);
            using var pool = new PagePool(_backend, config);
            using var state = new SequenceState(pool);
            var batch = new TokenBatch();
            Assert.Throws<ArgumentException>(() => model.Forward(context, TinyModels.Batch(TinyModels.Ids(9, 50, 1))));
            batch.Add(TinyModels.Ids(8, 50, 1), state);
            model.Forward(context, batch);
            batch.Commit();
            batch.Clear();
            batch.Add([1], state);
            Assert.Throws<ArgumentException>(() => model.Forward(context, batch));
        }
    }

    private float[] After(Transformer model, int[] prefix, int[] rest) =>
        TinyModels.Hidden(model, [.. prefix, .. rest])[(prefix.Length * model.Config.Width)..];

    // Hidden states of what is added, chunk by chunk.
    private float[] Continue(Transformer model, SequenceState state, int[] ids, int[] chunks)
    {
        using var context = new ComputeContext(_backend);
        var batch = new TokenBatch();
        var hidden = new List<float>();
        foreach (int chunk in chunks)
        {
            ScratchArena.Mark mark = context.Scratch.MarkTop();
            batch.Clear();
            batch.Add(ids.AsSpan(state.Length, chunk), state);
            hidden.AddRange(TinyModels.Read(_backend, model.Forward(context, batch)));
            batch.Commit();
            context.Scratch.Release(mark);
        }
        return [.. hidden];
    }
}
