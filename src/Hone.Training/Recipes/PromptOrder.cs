using Hone.Evaluation.Tasks;
using Hone.Tensors;

namespace Hone.Training.Recipes;

/// <summary>The order in which training prompts come: every epoch a shuffle of its own, decided by seed and epoch, so that a position is all a resume needs.</summary>
internal sealed class PromptOrder(IReadOnlyList<TaskExample> examples, ulong seed)
{
    private readonly int[] _order = new int[examples.Count];
    private long _epoch = -1;

    /// <summary>The examples at positions <paramref name="first"/> and following of the whole run.</summary>
    public TaskExample[] At(long first, int count)
    {
        var chosen = new TaskExample[count];
        for (int i = 0; i < count; i++)
        {
            Shuffle((first + i) / examples.Count);
            chosen[i] = examples[_order[(first + i) % examples.Count]];
        }
        return chosen;
    }

    private void Shuffle(long epoch)
    {
        if (epoch == _epoch)
            return;
        for (int i = 0; i < _order.Length; i++)
            _order[i] = i;
        new PhiloxStream(seed, RandomPurpose.DataOrder, (ulong)epoch).Shuffle(_order.AsSpan());
        _epoch = epoch;
    }
}
