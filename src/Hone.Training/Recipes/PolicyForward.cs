using Hone.Models;
using Hone.Tensors;
using Hone.Training.Rollouts;

namespace Hone.Training.Recipes;

/// <summary>Log-probabilities of rollouts' completions under some weights, by the arithmetic that drew them, with or without a tape.</summary>
internal sealed class PolicyForward
{
    private readonly TokenBatch _batch = new();
    private readonly List<int> _rows = [];
    private readonly List<int> _targets = [];

    /// <summary>Packs rollouts and runs the model over them.</summary>
    /// <param name="context">With a tape the result can be seeded and walked back; else it lives in scratch memory.</param>
    /// <param name="temperature">That of sampling.</param>
    /// <param name="adapterSlot">Whose weights: the adapter that is trained, or 0 for the base.</param>
    public TokenLogProbs Run(Transformer model, ComputeContext context, ReadOnlySpan<Rollout> rollouts, float temperature, int adapterSlot)
    {
        _batch.Clear();
        _rows.Clear();
        _targets.Clear();
        bool truncated = false;
        foreach (Rollout rollout in rollouts)
        {
            int first = _batch.TokenCount;
            // The last id was drawn and drew nothing; it is not read.
            _batch.Add([.. rollout.PromptIds, .. rollout.CompletionIds.AsSpan(0, rollout.CompletionIds.Length - 1)], rollout.DeclaredLength, adapterSlot);
            for (int t = 0; t < rollout.CompletionIds.Length; t++)
            {
                _rows.Add(first + rollout.PromptIds.Length - 1 + t);
                _targets.Add(rollout.CompletionIds[t]);
            }
            truncated |= rollout.KeptIds is not null;
        }
        int[] rows = [.. _rows];
        Tensor hidden = model.Forward(context, _batch, rows); // [R, D]
        return model.TokenLogProb(context, hidden, _targets.ToArray(), temperature, truncated ? Kept(rollouts) : null, _batch, rows);
    }

    private static KeptSets Kept(ReadOnlySpan<Rollout> rollouts)
    {
        var kept = new KeptSets();
        foreach (Rollout rollout in rollouts)
        {
            for (int t = 0; t < rollout.CompletionIds.Length; t++)
                kept.AddRow(rollout.KeptIds is { } sets ? sets[t] : []);
        }
        return kept;
    }
}
