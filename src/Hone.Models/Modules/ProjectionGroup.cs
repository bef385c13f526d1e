using Hone.Tensors;

namespace Hone.Models;

/// <summary>
/// Projections that read the same rows (q, k and v; gate and up), done together: each has the bits that it has alone. With a tape
/// the chain of the rows' gradient goes on in the reverse of their order. The projections stay the caller's.
/// </summary>
internal sealed class ProjectionGroup
{
    private readonly Projection[] _members;
    private readonly PackedMatrix[] _weights;
    private readonly Parameter?[] _biases;
    private readonly AdaptedWeight?[][] _slots;

    /// <summary>A group; the order is that of the results.</summary>
    public ProjectionGroup(params Projection[] members)
    {
        _members = members;
        _weights = [.. members.Select(member => member.Matrix)];
        _biases = [.. members.Select(member => member.Bias)];
        _slots = new AdaptedWeight?[members.Length][];
    }

    /// <summary>x [T, K] to [T, N] for every member, with the adapters of the batch's sequences.</summary>
    /// <param name="context">As everywhere.</param>
    /// <param name="x">[T, K].</param>
    /// <param name="batch">Whose adapters change the members.</param>
    /// <param name="results">Receives a tensor for every member.</param>
    public void Forward(ComputeContext context, Tensor x, TokenBatch batch, Span<Tensor> results)
    {
        if (!IsAdapted(batch))
        {
            context.LinearGroup(x, _weights, _biases, results);
            return;
        }
        for (int i = 0; i < _members.Length; i++)
            _slots[i] = _members[i].Site.Slots;
        context.AdaptedLinearGroup(x, _weights, _biases, batch.Segments, _slots, results);
    }

    /// <summary>act(first) * second of a group of two: x [T, K] to [T, F].</summary>
    public Tensor ForwardGated(ComputeContext context, Activation activation, Tensor x, TokenBatch batch)
    {
        if (!IsAdapted(batch))
            return context.GatedLinear(activation, x, _weights, _biases); // [T, F]
        Span<Tensor> both = [default, default];
        Forward(context, x, batch, both);
        return context.GatedActivation(activation, both[0], both[1]); // [T, F]
    }

    private bool IsAdapted(TokenBatch batch)
    {
        if (!batch.HasAdapters)
            return false;
        foreach (Projection member in _members)
        {
            if (!member.Site.IsEmpty)
                return true;
        }
        return false;
    }
}
