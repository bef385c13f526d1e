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

    /// <summary>Packs rollouts and runs the model over them; neighbours of one group share the rows of their prompt.</summary>
    /// <param name="context">With a tape the result can be seeded and walked back; else it lives in scratch memory.</param>
    /// <param name="temperature">That of sampling.</param>
    /// <param name="adapterSlot">Whose weights: the adapter that is trained, or 0 for the base.</param>
    public TokenLogProbs Run(Transformer model, ComputeContext context, ReadOnlySpan<Rollout> rollouts, float temperature, int adapterSlot)
    {
        _batch.Clear();
        _rows.Clear();
        _targets.Clear();
        bool truncated = false;
        for (int first = 0, end; first < rollouts.Length; first = end)
        {
            for (end = first + 1; end < rollouts.Length && AreOfOnePrompt(rollouts[first], rollouts[end]);)
                end++;
            AddGroup(rollouts[first..end], adapterSlot);
        }
        foreach (Rollout rollout in rollouts)
            truncated |= rollout.KeptIds is not null;
        int[] rows = [.. _rows];
        Tensor hidden = model.Forward(context, _batch, rows); // [R, D]
        return model.TokenLogProb(context, hidden, _targets.ToArray(), temperature, truncated ? Kept(rollouts) : null, _batch, rows);
    }

    private static bool AreOfOnePrompt(Rollout one, Rollout other) =>
        one.Group == other.Group && one.DeclaredLength == other.DeclaredLength && one.PromptIds.AsSpan().SequenceEqual(other.PromptIds);

    // The prompt is read once, and its last row draws the first id of all.
    private void AddGroup(ReadOnlySpan<Rollout> group, int adapterSlot)
    {
        int[] prompt = group[0].PromptIds;
        int last = _batch.TokenCount + prompt.Length - 1, row = last;
        var ends = new List<ReadOnlyMemory<int>>(group.Length);
        foreach (Rollout rollout in group)
        {
            // The last id was drawn and drew nothing; it is not read.
            ends.Add(rollout.CompletionIds.AsMemory(0, rollout.CompletionIds.Length - 1));
            for (int t = 0; t < rollout.CompletionIds.Length; t++)
            {
                _rows.Add(t == 0 ? last : ++row);
                _targets.Add(rollout.CompletionIds[t]);
            }
        }
        _batch.AddGroup(prompt, ends, group[0].DeclaredLength, adapterSlot);
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
