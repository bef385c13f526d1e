namespace Hone.Tensors;

public sealed partial class ComputeContext
{
    private ProductPart[] _parts = new ProductPart[8];

    // y = x Wᵀ + b; then sum = sum + y where there is a sum.
    private void Product(Tensor x, PackedMatrix weight, Tensor bias, Tensor y, Tensor sum = default)
    {
        _parts[0] = weight.Part(bias, y) with { Sum = sum };
        Products(x, new ReadOnlySpan<PackedMatrix>(in weight));
    }

    // The products of weights, whose parts stand first in _parts.
    private void Products(Tensor x, ReadOnlySpan<PackedMatrix> weights)
    {
        ScratchArena.Mark scratch = Scratch.MarkTop();
        Tensor remainder = default;
        for (int i = 0; i < weights.Length; i++)
        {
            if (!weights[i].HasFinerInput || x.ElementCount == 0)
                continue;
            if (remainder.IsEmpty)
                remainder = Scratch.Take(x.Shape);
            _parts[i] = _parts[i] with { Remainder = remainder, RemainderY = Scratch.Take(_parts[i].Y.Shape) };
        }
        Backend.Products(x, _parts.AsSpan(0, weights.Length));
        Scratch.Release(scratch);
    }

    private void ReserveParts(int weights)
    {
        if (_parts.Length < weights)
            _parts = new ProductPart[weights];
    }
}
