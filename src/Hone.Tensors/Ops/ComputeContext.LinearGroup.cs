namespace Hone.Tensors;

public sealed partial class ComputeContext
{
    /// <summary>
    /// Several <see cref="Linear"/> of the same x, done together. Values and gradients have the bits that the calls have one
    /// after the other, in the order given: the chain of dx goes on in the reverse of it.
    /// </summary>
    /// <param name="x">[T, K]; leading axes may be several.</param>
    /// <param name="weights">Each [N, K].</param>
    /// <param name="biases">Each [N], or null; as many.</param>
    /// <param name="results">Receives as many tensors [T, N].</param>
    /// <exception cref="ArgumentException">The widths or the numbers differ.</exception>
    public void LinearGroup(Tensor x, ReadOnlySpan<PackedMatrix> weights, ReadOnlySpan<Parameter?> biases, Span<Tensor> results)
    {
        Require(biases.Length == weights.Length && results.Length >= weights.Length, "There is a bias, or null, and a result for every weight.", nameof(biases));
        ReserveParts(weights.Length);
        if (weights.IsEmpty)
            return;
        RequireFit(x, weights[0]);
        Tensor rows = x.Reshape(new Shape((int)(x.ElementCount / weights[0].Columns), weights[0].Columns)); // [T, K]
        for (int i = 0; i < weights.Length; i++)
        {
            RequireFit(rows, weights[i]);
            ScratchArena.Mark mark = Tape?.Saved.MarkTop() ?? default;
            Tensor y = Allocate(new Shape(rows[0], weights[i].Rows)); // [T, N]
            _parts[i] = weights[i].Part(biases[i] is { } bias ? bias.Value : default, y);
            results[i] = Tape is null ? y : RecordLinear(mark, rows, weights[i], biases[i], y);
        }
        Products(rows, weights);
    }
}
