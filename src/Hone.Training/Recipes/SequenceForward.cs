using Hone.Models;
using Hone.Tensors;
using Hone.Training.Data;

namespace Hone.Training.Recipes;

/// <summary>Log-probabilities of the targets of packed sequences, with or without a tape; the rows of the result are theirs in order.</summary>
internal sealed class SequenceForward
{
    private readonly TokenBatch _batch = new();
    private readonly List<int> _rows = [], _targets = [];

    /// <summary>Runs the model; null where no id counts.</summary>
    /// <param name="model">Of which.</param>
    /// <param name="context">With a tape the result can be seeded and walked back; else it lives in scratch memory.</param>
    /// <param name="sequences">What is scored.</param>
    /// <param name="adapterSlot">The adapter that all of them go through; 0 is none.</param>
    public TokenLogProbs? Run(Transformer model, ComputeContext context, ReadOnlySpan<TrainingSequence> sequences, int adapterSlot = 0)
    {
        _batch.Clear();
        _rows.Clear();
        _targets.Clear();
        foreach (TrainingSequence sequence in sequences)
        {
            // The last id is predicted and predicts nothing; it is not read.
            int first = _batch.TokenCount;
            _batch.Add(sequence.Ids.AsSpan(0, sequence.Ids.Length - 1), adapterSlot: adapterSlot);
            for (int t = sequence.FirstTarget; t < sequence.Ids.Length; t++)
            {
                if (!sequence.IsTarget(t)) continue;
                _rows.Add(first + t - 1);
                _targets.Add(sequence.Ids[t]);
            }
        }
        if (_rows.Count == 0)
            return null;
        int[] rows = [.. _rows];
        return model.TokenLogProb(context, model.Forward(context, _batch, rows), _targets.ToArray(), batch: _batch, rows: rows);
    }

    /// <summary>The log-probabilities alone, target by target, without a tape.</summary>
    public float[] Measure(Transformer model, ComputeContext context, ReadOnlySpan<TrainingSequence> sequences, int adapterSlot)
    {
        ScratchArena.Mark mark = context.Scratch.MarkTop();
        float[] values = Run(model, context, sequences, adapterSlot) is { } result ? Download(model, result.LogProb) : [];
        context.Scratch.Release(mark);
        return values;
    }

    public static float[] Download(Transformer model, Tensor tensor)
    {
        var values = new float[tensor.ElementCount];
        model.Backend.Download(tensor, values);
        return values;
    }
}
