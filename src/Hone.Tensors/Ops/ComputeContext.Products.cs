namespace Hone.Tensors;

public sealed partial class ComputeContext
{
    private ProductPart[] _parts = new ProductPart[8];

    // y = x Wᵀ + b.
    private void Product(Tensor x, PackedMatrix weight, Tensor bias, Tensor y)
    {
        _parts[0] = weight.Part(bias, y);
        Products(x, new ReadOnlySpan<PackedMatrix>(in weight));
    }

    // The products of weights, whose parts stand first in _parts, and behind them what finer inputs add: z = product of the remainder, y = y + z.
    private void Products(Tensor x, ReadOnlySpan<PackedMatrix> weights)
    {
        ScratchArena.Mark scratch = Scratch.MarkTop();
        int count = weights.Length, all = count;
        Tensor remainder = default;
        for (int i = 0; i < count; i++)
        {
            if (!weights[i].HasFinerInput || x.ElementCount == 0)
                continue;
            if (remainder.IsEmpty)
            {
                remainder = Scratch.Take(x.Shape);
                Backend.ActivationRemainder(x, remainder);
            }
            _parts[all++] = new ProductPart(weights[i].Weight.Blocks!, default, Scratch.Take(_parts[i].Y.Shape)) { X = remainder };
        }
        Backend.Products(x, _parts.AsSpan(0, all));
        for (int i = 0, finer = count; finer < all; i++)
        {
            if (weights[i].HasFinerInput)
                Backend.Add(_parts[i].Y, _parts[finer++].Y, _parts[i].Y);
        }
        Scratch.Release(scratch);
    }

    private void ReserveParts(int weights)
    {
        if (_parts.Length < 2 * weights)
            _parts = new ProductPart[2 * weights];
    }
}
