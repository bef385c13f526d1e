using Hone.Models;
using Hone.Tensors;
using Hone.Training.Data;
using Hone.Training.Losses;

namespace Hone.Training.Recipes;

/// <summary>What a preference step computed.</summary>
/// <param name="Loss">Of the whole step.</param>
/// <param name="Tokens">Ids that were read.</param>
/// <param name="Metrics">By TRL's keys.</param>
internal readonly record struct PreferenceResult(double Loss, long Tokens, List<KeyValuePair<string, double>> Metrics);

/// <summary>
/// Loss and gradients of one optimizer step of a preference loss on packed answers. Divisors are those of the whole step and
/// micro-batches go on with the chains of the ones before, so that their size changes memory and no bit. A loss whose rows
/// depend on each other gets all log-probabilities from a pass without a tape first, which has the bits of the one with it.
/// </summary>
internal sealed class PreferenceStep(Transformer model, ReferencePolicy? reference, PreferenceObjective objective, int maximumLength, int microBatch)
{
    private readonly SequenceForward _forward = new();

    /// <summary>The adapter that is trained; 0, the default, is none.</summary>
    public int AdapterSlot { get; init; }

    /// <param name="evaluation">Whether the examples are numbered apart from those of training.</param>
    /// <param name="workspace">Its gradients are cleared first and hold the step's at the end; null only measures.</param>
    public PreferenceResult Run(
        IReadOnlyList<(long Number, PreferenceExample Example)> examples, bool evaluation, ComputeContext context, GradientWorkspace? workspace)
    {
        TrainingSequence[] rows = [.. examples.SelectMany(e => e.Example.Answers)];
        bool[] labels = [.. examples.SelectMany(e => e.Example.Answers.Select((_, i) => objective.IsPaired ? i == 0 : e.Example.IsDesirable))];
        int[] offsets = Offsets(rows);
        double[] known = reference is not null && objective.NeedsReference
            ? Flat(reference.Of(examples, evaluation, microBatch, context)) : [];
        double divergence = objective.NeedsDivergence ? Divergence(rows, context) : 0.0;
        var step = new PreferenceTotals(examples.Count, rows.Where((_, i) => labels[i]).Sum(r => (long)r.TargetCount));
        var data = new StepData(rows, labels, offsets, known, divergence, step, new double[offsets[^1]]);
        workspace?.Gradients.Clear();

        // A pair is not divided.
        int stride = objective.IsPaired ? Math.Max(1, microBatch / 2) * 2 : microBatch;
        bool first = objective.NeedsWholeStep && rows.Length > stride;
        if (first)
        {
            double[] logProbs = Flat(ReferencePolicy.Measure(model, _forward, rows, microBatch, context, AdapterSlot));
            Compute(data, 0, rows.Length, logProbs);
        }
        if (!first || workspace is not null)
        {
            for (int row = 0; row < rows.Length; row += stride)
                MicroBatch(data, row, Math.Min(rows.Length, row + stride), isComputed: first, context, workspace);
        }
        List<KeyValuePair<string, double>> metrics = [.. step.Metrics()];
        if (objective.NeedsDivergence) metrics.Add(new("kl", divergence));
        return new PreferenceResult(step.Loss, rows.Sum(r => (long)r.Ids.Length - 1), metrics);
    }

    private sealed record StepData(
        TrainingSequence[] Rows, bool[] Labels, int[] Offsets, double[] Reference, double Divergence, PreferenceTotals Step, double[] Gradient);

    private void MicroBatch(StepData data, int first, int end, bool isComputed, ComputeContext context, GradientWorkspace? workspace)
    {
        ScratchArena.Mark mark = context.Scratch.MarkTop();
        context.Tape = workspace?.Tape;
        TokenLogProbs? run = _forward.Run(model, context, data.Rows.AsSpan(first..end), AdapterSlot);
        context.Tape = null;
        if (run is { } result)
        {
            if (!isComputed)
                Compute(data, first, end, [.. SequenceForward.Download(model, result.LogProb).Select(l => (double)l)]);
            if (workspace is not null)
            {
                Tensor seed = context.Scratch.Take(result.LogProb.Shape);
                model.Backend.Upload([.. data.Gradient[data.Offsets[first]..data.Offsets[end]].Select(g => (float)g)], seed);
                workspace.Tape.Seed(result.LogProb, seed);
                workspace.Tape.Backward(workspace.Gradients, context);
            }
        }
        context.Scratch.Release(mark);
    }

    private void Compute(StepData data, int first, int end, double[] logProbs)
    {
        Range tokens = data.Offsets[first]..data.Offsets[end];
        objective.Compute(
            new PreferenceBatch
            {
                Offsets = data.Offsets.AsSpan(first, end - first + 1),
                LogProbs = logProbs,
                RefLogProbs = data.Reference.Length == 0 ? [] : data.Reference.AsSpan(tokens),
            },
            data.Labels.AsSpan(first..end), data.Divergence, data.Step, data.Gradient.AsSpan(tokens));
    }

    // The divergence is measured on each prompt with the answer of the example before it, which does not belong to it.
    private double Divergence(TrainingSequence[] rows, ComputeContext context)
    {
        var mismatched = new TrainingSequence[rows.Length];
        for (int i = 0; i < rows.Length; i++)
        {
            TrainingSequence own = rows[i], other = rows[(i + rows.Length - 1) % rows.Length];
            int[] ids = [.. own.Ids.AsSpan(0, own.FirstTarget), .. other.Ids.AsSpan(other.FirstTarget)];
            if (ids.Length > maximumLength) Array.Resize(ref ids, maximumLength);
            mismatched[i] = new TrainingSequence(ids, own.FirstTarget)
            {
                Mask = other.Mask is { } mask ? [.. new bool[own.FirstTarget], .. mask[other.FirstTarget..]] : null,
            };
        }
        double[] policy = Sums(ReferencePolicy.Measure(model, _forward, mismatched, microBatch, context, AdapterSlot));
        return KtoLoss.Divergence(policy, Sums(reference!.Measure(mismatched, microBatch, context)), objective.Kto!);
    }

    private static double[] Sums(float[][] rows) => [.. rows.Select(r => r.Aggregate(0.0, (sum, l) => sum + l))];

    private static double[] Flat(float[][] rows) => [.. rows.SelectMany(r => r).Select(l => (double)l)];

    private static int[] Offsets(TrainingSequence[] rows)
    {
        var offsets = new int[rows.Length + 1];
        for (int r = 0; r < rows.Length; r++) offsets[r + 1] = offsets[r] + rows[r].TargetCount;
        return offsets;
    }
}
