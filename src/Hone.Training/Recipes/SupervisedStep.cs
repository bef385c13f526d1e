using Hone.Models;
using Hone.Tensors;
using Hone.Training.Data;

namespace Hone.Training.Recipes;

/// <summary>What a supervised step computed.</summary>
/// <param name="Loss">Mean negative log-likelihood over the step's targets, in nats.</param>
/// <param name="Targets">Ids that counted.</param>
/// <param name="Tokens">Ids that were read.</param>
/// <param name="Entropy">Mean entropy over the targets, in nats.</param>
internal readonly record struct SupervisedResult(double Loss, long Targets, long Tokens, double Entropy);

/// <summary>
/// Loss and gradients of next-token prediction on packed sequences. The divisor is the number of targets of the whole
/// step; micro-batches go on with the chains of the ones before, so that their size changes memory and no bit.
/// </summary>
internal static class SupervisedStep
{
    /// <param name="workspace">Its gradients are cleared first and hold the step's at the end; null only measures.</param>
    /// <param name="adapterSlot">The adapter that is trained or measured; 0 is none.</param>
    public static SupervisedResult Run(
        Transformer model, IReadOnlyList<TrainingSequence> sequences, int microBatch, ComputeContext context, GradientWorkspace? workspace, int adapterSlot = 0)
    {
        long targets = sequences.Sum(s => (long)s.TargetCount), tokens = 0;
        var total = new StepSum();
        workspace?.Gradients.Clear();
        for (int first = 0; first < sequences.Count; first += microBatch)
        {
            TrainingSequence[] part = [.. sequences.Skip(first).Take(microBatch)];
            tokens += part.Sum(s => (long)s.Ids.Length - 1);
            MicroBatch(model, part, -1f / Math.Max(1, targets), context, workspace, total, adapterSlot);
        }
        double count = Math.Max(1, targets);
        return new SupervisedResult(-total.LogProb / count, targets, tokens, total.Entropy / count);
    }

    private static void MicroBatch(
        Transformer model, TrainingSequence[] sequences, float seed, ComputeContext context, GradientWorkspace? workspace, StepSum total, int adapterSlot)
    {
        ScratchArena.Mark mark = context.Scratch.MarkTop();
        context.Tape = workspace?.Tape;
        if (new SequenceForward().Run(model, context, sequences, adapterSlot) is not { } result)
        {
            context.Tape = null;
            return;
        }
        float[] logProbs = SequenceForward.Download(model, result.LogProb), entropies = SequenceForward.Download(model, result.Entropy);
        int[] counts = [.. sequences.Select(s => s.TargetCount)];
        total.Add(logProbs, entropies, counts);
        context.Tape = null;
        if (workspace is not null)
        {
            Tensor seeds = context.Scratch.Take(result.LogProb.Shape);
            model.Backend.Fill(seeds, seed);
            workspace.Tape.Seed(result.LogProb, seeds);
            workspace.Tape.Backward(workspace.Gradients, context);
        }
        context.Scratch.Release(mark);
    }

    // float64 sums a sequence, sequences ascending (numeric contract, rule 5): micro-batches do not move them.
    private sealed class StepSum
    {
        public double LogProb { get; private set; }

        public double Entropy { get; private set; }

        public void Add(float[] logProbs, float[] entropies, int[] counts)
        {
            int row = 0;
            foreach (int count in counts)
            {
                double logProb = 0, entropy = 0;
                for (int i = 0; i < count; i++, row++)
                {
                    logProb += logProbs[row];
                    entropy += entropies[row];
                }
                LogProb += logProb;
                Entropy += entropy;
            }
        }
    }
}
