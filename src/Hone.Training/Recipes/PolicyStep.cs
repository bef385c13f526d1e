using Hone.Models;
using Hone.Tensors;
using Hone.Training.Configuration;
using Hone.Training.Losses;
using Hone.Training.Rollouts;

namespace Hone.Training.Recipes;

/// <summary>The records made while sampling and the numbers that the loss differentiates are not the same bits on an on-policy step.</summary>
public sealed class OnPolicyException : Exception
{
    /// <summary>A message with step and difference.</summary>
    public OnPolicyException(string message) : base(message) { }
}

/// <summary>
/// One optimizer step of a policy loss over rollouts: loss and gradients by micro-batches, whose size changes memory and no
/// bit. Rows that can carry no gradient (advantage 0, no divergence, no entropy bonus, weights unchanged since sampling)
/// are not run again: the recorded log-probabilities are the ones that would come out.
/// </summary>
internal sealed class PolicyStep
{
    private readonly Transformer _model, _reference;
    private readonly RlConfig _config;
    private readonly GradientWorkspace _workspace;
    private readonly PolicyForward _forward = new();
    private double _differenceSum, _differenceMax;
    private long _differenceCount;

    /// <param name="reference">The policy that beta pulls towards; the model itself when beta is 0, or when an adapter is trained: its slot 0.</param>
    public PolicyStep(Transformer model, Transformer reference, RlConfig config, GradientWorkspace workspace) =>
        (_model, _reference, _config, _workspace) = (model, reference, config, workspace);

    /// <summary>The adapter that is trained; 0, the default, is none. The reference is the base alone.</summary>
    public int AdapterSlot { get; init; }

    /// <summary>Whether rows at rest are left out; false runs all, to the same bits. Default true.</summary>
    public bool SkipsRowsAtRest { get; init; } = true;

    /// <summary>Fills the workspace's gradients from the rollouts of one step.</summary>
    /// <param name="rollouts">Rows of the step.</param>
    /// <param name="advantages">One a row.</param>
    /// <param name="reused">Whether the rollouts serve several updates, so that the ratio is to the recorded log-probabilities.</param>
    /// <returns>The step's loss and metrics.</returns>
    public (double Loss, List<KeyValuePair<string, double>> Metrics) Run(Rollout[] rollouts, double[] advantages, bool reused)
    {
        bool onPolicy = rollouts.All(r => r.WeightVersion == _model.Version);
        int[] offsets = OffsetsOf(rollouts);
        bool[] mask = MaskOf(rollouts);
        double[] recordedEntropies = [.. rollouts.SelectMany(r => r.Entropies).Select(e => (double)e)];
        PolicyLossOptions options = _config.Loss;
        var sum = new PolicyLossAccumulator(options, PolicyLossNormalizers.ForStep(options, offsets, mask, recordedEntropies));
        _workspace.Gradients.Clear();
        (_differenceSum, _differenceMax, _differenceCount) = (0, 0, 0);
        bool[] works = WorkingRows(advantages, onPolicy);
        int row = 0;
        while (row < rollouts.Length)
        {
            // A micro-batch is the next rows up to micro_batch of them that need a pass, and the rest of the last one's group,
            // whose prompt is read once: gradients do not depend on where groups are cut. Rows at rest ride along.
            int end = row, working = 0;
            while (end < rollouts.Length && (working < _config.Run.MicroBatch || !works[end] || rollouts[end].Group == rollouts[end - 1].Group))
                working += works[end++] ? 1 : 0;
            MicroBatch(new Part(rollouts, advantages, offsets, mask, recordedEntropies, works, row, end), sum, reused, onPolicy);
            row = end;
        }
        List<KeyValuePair<string, double>> metrics = [.. sum.Metrics()];
        if (onPolicy && _differenceCount > 0)
        {
            metrics.Add(new("sampling/sampling_logp_difference/mean", _differenceSum / _differenceCount));
            metrics.Add(new("sampling/sampling_logp_difference/max", _differenceMax));
            metrics.Add(new("sampling/compared_tokens", _differenceCount));
        }
        return (sum.Loss, metrics);
    }

    private readonly record struct Part(
        Rollout[] Rollouts, double[] Advantages, int[] Offsets, bool[] Mask, double[] Entropies, bool[] Works, int First, int End);

    // At least one row works: the optimizer is to see a gradient of 0, as after a pass over all, and not none.
    private bool[] WorkingRows(double[] advantages, bool onPolicy)
    {
        bool mayRest = SkipsRowsAtRest && onPolicy && !_config.Loss.NeedsReference && _config.Loss.EntropyCoef == 0;
        bool[] works = [.. advantages.Select(a => !mayRest || a != 0)];
        if (works.Length > 0 && !works.Contains(true))
            works[0] = true;
        return works;
    }

    private void MicroBatch(in Part part, PolicyLossAccumulator sum, bool reused, bool onPolicy)
    {
        int first = part.First, count = part.End - first, tokens = part.Offsets[part.End] - part.Offsets[first];
        double[] advantages = part.Advantages;
        Rollout[] rows = part.Rollouts[first..part.End];
        bool[] works = part.Works[first..part.End];
        Rollout[] working = [.. rows.Where((_, i) => works[i])];

        double[] recorded = [.. rows.SelectMany(r => r.LogProbs).Select(l => (double)l)];
        double[] logProbs = [.. recorded], entropies = part.Entropies[part.Offsets[first]..part.Offsets[part.End]];
        double[] selection = [.. entropies];
        double[] reference = _config.Loss.NeedsReference ? Reference(rows) : [];

        ComputeContext context = _workspace.Context;
        ScratchArena.Mark mark = context.Scratch.MarkTop();
        TokenLogProbs result = default;
        if (working.Length > 0)
        {
            context.Tape = _workspace.Tape;
            result = _forward.Run(_model, context, working, (float)_config.Temperature, AdapterSlot);
            context.Tape = null;
            float[] current = Download(result.LogProb);
            Spread(current, rows, works, logProbs);
            Spread(Download(result.Entropy), rows, works, entropies);
            if (onPolicy)
                Compare(working, current);
        }
        var logProbGradient = new double[tokens];
        var entropyGradient = new double[_config.Loss.EntropyCoef == 0 ? 0 : tokens];
        PolicyLoss.Compute(
            new PolicyLossBatch
            {
                Offsets = part.Offsets.AsSpan(first, count + 1),
                Advantages = advantages.AsSpan(first, count),
                LogProbs = logProbs,
                OldLogProbs = reused ? recorded : [],
                RefLogProbs = reference,
                Entropies = entropies,
                SelectionEntropies = selection,
                Mask = part.Mask.AsSpan(part.Offsets[first], tokens),
            },
            sum, logProbGradient, entropyGradient);
        if (working.Length > 0)
            Backward(result, Gather(logProbGradient, rows, works), entropyGradient.Length == 0 ? null : Gather(entropyGradient, rows, works));
        context.Scratch.Release(mark);
    }

    private void Backward(TokenLogProbs result, float[] logProbGradient, float[]? entropyGradient)
    {
        ComputeContext context = _workspace.Context;
        Seed(result.LogProb, logProbGradient, context);
        if (entropyGradient is not null)
            Seed(result.Entropy, entropyGradient, context);
        _workspace.Tape.Backward(_workspace.Gradients, context);
    }

    private void Seed(Tensor output, float[] gradient, ComputeContext context)
    {
        Tensor seed = context.Scratch.Take(output.Shape);
        _model.Backend.Upload(gradient, seed);
        _workspace.Tape.Seed(output, seed);
    }

    private double[] Reference(Rollout[] rows)
    {
        ComputeContext context = _workspace.Context;
        ScratchArena.Mark mark = context.Scratch.MarkTop();
        float[] values = Download(_forward.Run(_reference, context, rows, (float)_config.Temperature, adapterSlot: 0).LogProb);
        context.Scratch.Release(mark);
        return [.. values.Select(v => (double)v)];
    }

    // Only rows that were run say anything: those at rest would be compared with themselves.
    private void Compare(Rollout[] rollouts, float[] current)
    {
        int t = 0;
        foreach (Rollout rollout in rollouts)
        {
            foreach (float recorded in rollout.LogProbs)
            {
                double difference = Math.Abs((double)recorded - current[t++]);
                _differenceSum += difference;
                _differenceMax = Math.Max(_differenceMax, difference);
            }
        }
        _differenceCount += t;
    }

    private float[] Download(Tensor tensor)
    {
        var values = new float[tensor.ElementCount];
        _model.Backend.Download(tensor, values);
        return values;
    }

    // Writes the values of the rows that were run to their places among all rows.
    private static void Spread(float[] values, Rollout[] rows, bool[] works, double[] all)
    {
        int from = 0, to = 0;
        for (int r = 0; r < rows.Length; r++)
        {
            int length = rows[r].CompletionIds.Length;
            if (works[r])
            {
                for (int t = 0; t < length; t++)
                    all[to + t] = values[from++];
            }
            to += length;
        }
    }

    private static float[] Gather(double[] all, Rollout[] rows, bool[] works)
    {
        var values = new List<float>(all.Length);
        int from = 0;
        for (int r = 0; r < rows.Length; r++)
        {
            int length = rows[r].CompletionIds.Length;
            if (works[r])
            {
                for (int t = 0; t < length; t++)
                    values.Add((float)all[from + t]);
            }
            from += length;
        }
        return [.. values];
    }

    private static int[] OffsetsOf(Rollout[] rollouts)
    {
        var offsets = new int[rollouts.Length + 1];
        for (int r = 0; r < rollouts.Length; r++)
            offsets[r + 1] = offsets[r] + rollouts[r].CompletionIds.Length;
        return offsets;
    }

    private bool[] MaskOf(Rollout[] rollouts) =>
        [.. rollouts.SelectMany(r => Enumerable.Repeat(r.Terminated || !_config.MaskTruncatedCompletions, r.CompletionIds.Length))];
}
