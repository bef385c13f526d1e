using Hone.Models;
using Hone.Tensors;
using Hone.Training.Data;

namespace Hone.Training.Recipes;

/// <summary>
/// Log-probabilities under the weights that a run started from, the same kernels and arithmetic as in training: at the first
/// step the policy's own, bit for bit. Those of an example are computed once and kept.
/// </summary>
/// <param name="model">The weights; an adapter on them is left aside.</param>
/// <param name="isOwned">Whether the model is disposed with it.</param>
internal sealed class ReferencePolicy(Transformer model, bool isOwned) : IDisposable
{
    private readonly Dictionary<(bool Evaluation, long Number), float[][]> _known = [];
    private readonly SequenceForward _forward = new();

    /// <summary>By answer and target, in the order of the examples.</summary>
    public float[][] Of(IReadOnlyList<(long Number, PreferenceExample Example)> examples, bool evaluation, int microBatch, ComputeContext context)
    {
        (long Number, PreferenceExample Example)[] missing = [.. examples.Where(e => !_known.ContainsKey((evaluation, e.Number))).DistinctBy(e => e.Number)];
        float[][] values = Measure([.. missing.SelectMany(e => e.Example.Answers)], microBatch, context);
        int row = 0;
        foreach ((long number, PreferenceExample example) in missing)
        {
            _known[(evaluation, number)] = values[row..(row + example.Answers.Count)];
            row += example.Answers.Count;
        }
        return [.. examples.SelectMany(e => _known[(evaluation, e.Number)])];
    }

    /// <summary>The same of sequences that are not kept.</summary>
    public float[][] Measure(TrainingSequence[] sequences, int microBatch, ComputeContext context) =>
        Measure(model, _forward, sequences, microBatch, context, adapterSlot: 0);

    public static float[][] Measure(Transformer model, SequenceForward forward, TrainingSequence[] sequences, int microBatch, ComputeContext context, int adapterSlot)
    {
        var values = new float[sequences.Length][];
        for (int first = 0; first < sequences.Length; first += microBatch)
        {
            int end = Math.Min(sequences.Length, first + microBatch), at = 0;
            float[] all = forward.Measure(model, context, sequences.AsSpan(first..end), adapterSlot);
            for (int i = first; i < end; i++)
            {
                int count = sequences[i].TargetCount;
                values[i] = all[at..(at + count)];
                at += count;
            }
        }
        return values;
    }

    public void Dispose()
    {
        if (isOwned) model.Dispose();
    }
}
