using Hone.Models;
using Hone.Tensors;

namespace Hone.ParityTests.Models;

/// <summary>The mean next-token loss of whole sequences, with gradients.</summary>
internal static class NextTokenLoss
{
    /// <param name="mask">Which of a sequence's next-token targets count; null means all.</param>
    /// <param name="slot">The adapter of all sequences.</param>
    public static double Backward(
        Transformer model, ComputeContext context, Tape tape, Gradients gradients, int[][] sequences, int[][]? mask, int slot = 0)
    {
        Backend backend = model.Backend;
        var batch = new TokenBatch();
        var rows = new List<int>();
        var targets = new List<int>();
        for (int s = 0; s < sequences.Length; s++)
        {
            int first = batch.TokenCount;
            batch.Add(sequences[s], adapterSlot: slot);
            for (int t = 0; t + 1 < sequences[s].Length; t++)
            {
                if (mask is not null && mask[s][t] == 0)
                    continue;
                rows.Add(first + t);
                targets.Add(sequences[s][t + 1]);
            }
        }
        context.Tape = tape;
        Tensor hidden = model.Forward(context, batch, rows.ToArray());
        TokenLogProbs result = model.TokenLogProb(context, hidden, targets.ToArray(), batch: batch, rows: rows.ToArray());
        float[] logProbs = ReferenceModel.Download(backend, result.LogProb);
        Tensor seed = backend.CreateTensor(result.LogProb.Shape);
        backend.Fill(seed, -1f / targets.Count);
        tape.Seed(result.LogProb, seed);
        tape.Backward(gradients, context);
        context.Tape = null;
        seed.Storage.Dispose();
        return -logProbs.Sum(l => (double)l) / targets.Count;
    }
}
