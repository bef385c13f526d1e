using Hone.Models;
using Hone.Tensors;

namespace Hone.UnitTests.Models;

/// <summary>Three adapters that between them use every part of the bank, on the tiny models.</summary>
internal static class TinyAdapters
{
    /// <summary>Slot 1: LoRA on all projections and the embedding. Slot 2: DoRA with rsLoRA. Slot 3: LoRA, with a copy of the output matrix of its own.</summary>
    public static IReadOnlyList<LoraConfig> Configs { get; } =
    [
        new() { Rank = 4, Alpha = 8, TargetModules = ["q_proj", "k_proj", "v_proj", "o_proj", "up_proj", "down_proj", "embed_tokens", "lm_head"] },
        new() { Rank = 3, Alpha = 6, UseDora = true, UseRsLora = true, TargetModules = ["q_proj", "v_proj", "down_proj"] },
        new() { Rank = 2, Alpha = 2, TargetModules = ["o_proj", "up_proj"], ModulesToSave = ["lm_head"] },
    ];

    public static Transformer Model(string name, Backend backend)
    {
        Transformer model = TinyModels.Create(name, backend);
        foreach (Parameter parameter in model.Parameters)
            parameter.IsTrainable = false;
        ulong seed = 20;
        foreach (LoraConfig config in Configs)
            model.Adapters.Add(Create(model, config, seed++));
        return model;
    }

    /// <summary>An adapter all of whose parameters have been moved away from where they begin.</summary>
    public static LoraAdapter Create(Transformer model, LoraConfig config, ulong seed)
    {
        LoraAdapter adapter = LoraAdapter.Create(model, Config(model), config, seed);
        foreach (Parameter parameter in adapter.Parameters)
        {
            float[] values = TinyModels.Read(model.Backend, parameter.Value);
            var random = new PhiloxStream(seed, RandomPurpose.Noise, (ulong)parameter.Name.Length * 1000 + (ulong)values.Length);
            for (int i = 0; i < values.Length; i++)
                values[i] += (float)((random.NextDouble() - 0.5) * 0.3);
            model.Backend.Upload(values, parameter.Value);
            parameter.MarkChanged();
        }
        return adapter;
    }

    public static HuggingFaceConfig Config(Transformer model) => HuggingFaceConfig.Parse(
        """{"model_type": "llama", "vocab_size": 8, "hidden_size": 8, "num_hidden_layers": 1, "num_attention_heads": 1, "intermediate_size": 8}"""u8.ToArray());

    public static float[][] Logits(Transformer model, int[][] sequences, int[] slots)
    {
        using var context = new ComputeContext(model.Backend);
        TokenBatch batch = Batch(sequences, slots);
        float[] all = TinyModels.Read(model.Backend, model.Logits(context, model.Forward(context, batch), batch));
        var each = new float[sequences.Length][];
        for (int i = 0, at = 0; i < sequences.Length; at += each[i++].Length)
            each[i] = all[at..(at + (sequences[i].Length * model.Config.VocabularySize))];
        return each;
    }

    public static TokenBatch Batch(int[][] sequences, int[] slots)
    {
        var batch = new TokenBatch();
        for (int i = 0; i < sequences.Length; i++)
            batch.Add(sequences[i], adapterSlot: slots[i]);
        return batch;
    }

    /// <summary>Minus the sum of the log-probabilities of next tokens, each sequence's own.</summary>
    public static double Loss(Transformer model, int[][] sequences, int[] slots)
    {
        using var context = new ComputeContext(model.Backend);
        return -TinyModels.Read(model.Backend, LogProbs(model, context, sequences, slots).LogProb).Sum(value => (double)value);
    }

    /// <summary>Gradients of <see cref="Loss"/> by the parameters' names and slots.</summary>
    public static IReadOnlyDictionary<string, float[]> Gradients(Transformer model, int[][][] microBatches, int[][] slots)
    {
        using var gradients = new Gradients(model.Backend);
        using var context = new ComputeContext(model.Backend);
        using var tape = new Tape(model.Backend);
        for (int i = 0; i < microBatches.Length; i++)
        {
            ScratchArena.Mark mark = context.Scratch.MarkTop();
            context.Tape = tape;
            TokenLogProbs result = LogProbs(model, context, microBatches[i], slots[i]);
            context.Tape = null;
            Tensor seed = context.Scratch.Take(result.LogProb.Shape);
            model.Backend.Fill(seed, -1f);
            tape.Seed(result.LogProb, seed);
            tape.Backward(gradients, context);
            context.Scratch.Release(mark);
        }
        return model.Adapters.Parameters.Where(p => p.IsTrainable).ToDictionary(
            p => p.Name + "#" + model.Adapters.SlotOf(p), p => TinyModels.Read(model.Backend, gradients.Total(p)));
    }

    public static int SlotOf(this AdapterBank bank, Parameter parameter) =>
        Enumerable.Range(1, bank.SlotCount - 1).First(slot => bank[slot]?.Parameters.Contains(parameter) == true);

    private static TokenLogProbs LogProbs(Transformer model, ComputeContext context, int[][] sequences, int[] slots)
    {
        TokenBatch batch = Batch(sequences, slots);
        var rows = new List<int>();
        var targets = new List<int>();
        for (int i = 0; i < sequences.Length; i++)
        {
            for (int t = 0; t + 1 < sequences[i].Length; t++)
            {
                rows.Add(batch.Layout.Offsets[i] + t);
                targets.Add(sequences[i][t + 1]);
            }
        }
        return model.TokenLogProb(context, model.Forward(context, batch, rows.ToArray()), targets.ToArray(), 1f, null, batch, rows.ToArray());
    }
}
