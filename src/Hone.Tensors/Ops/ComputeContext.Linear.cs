namespace Hone.Tensors;

public sealed partial class ComputeContext
{
    /// <summary>
    /// y = x Wᵀ + b. With dy: dx = dy W, dW = dyᵀ x, db = sum of dy over rows.
    /// </summary>
    /// <param name="x">[T, K]; leading axes may be several.</param>
    /// <param name="weight">[N, K].</param>
    /// <param name="bias">[N], or null.</param>
    /// <returns>[T, N], T the number of rows of x.</returns>
    /// <exception cref="ArgumentException">The widths differ.</exception>
    public Tensor Linear(Tensor x, PackedMatrix weight, Parameter? bias = null)
    {
        RequireFit(x, weight);
        ScratchArena.Mark mark = Tape?.Saved.MarkTop() ?? default;
        Tensor rows = x.Reshape(new Shape((int)(x.ElementCount / weight.Columns), weight.Columns)); // [T, K]
        Tensor y = Allocate(new Shape(rows[0], weight.Rows)); // [T, N]
        Product(rows, weight, bias is null ? default : bias.Value, y);
        return Tape is null ? y : RecordLinear(mark, rows, weight, bias, y);
    }

    /// <summary>
    /// sum + <see cref="Linear"/> of x. Without a tape the sum itself is overwritten and returned, as by <see cref="AddResidual"/>; with one this is both
    /// ops.
    /// </summary>
    /// <param name="x">[T, K]; leading axes may be several.</param>
    /// <param name="weight">[N, K].</param>
    /// <param name="bias">[N], or null.</param>
    /// <param name="sum">[T, N]; not x.</param>
    /// <returns>[T, N].</returns>
    /// <exception cref="ArgumentException">The widths differ.</exception>
    public Tensor AddLinear(Tensor x, PackedMatrix weight, Parameter? bias, Tensor sum)
    {
        if (Tape is not null)
            return Add(sum, Linear(x, weight, bias));
        RequireFit(x, weight);
        Tensor rows = x.Reshape(new Shape((int)(x.ElementCount / weight.Columns), weight.Columns)); // [T, K]
        if (sum.ElementCount != (long)rows[0] * weight.Rows)
            throw new ArgumentException($"The sum {sum.Shape} does not take up [{rows[0]}, {weight.Rows}].", nameof(sum));
        ScratchArena.Mark mark = Scratch.MarkTop();
        Tensor y = Scratch.Take(new Shape(rows[0], weight.Rows)); // [T, N]
        Product(rows, weight, bias is null ? default : bias.Value, y, sum);
        Scratch.Release(mark);
        return sum;
    }

    private static void RequireFit(Tensor x, PackedMatrix weight)
    {
        ArgumentNullException.ThrowIfNull(weight);
        if (x.Shape.ElementCount % weight.Columns != 0 || (x.Shape.Last != weight.Columns && x.Shape.Rank != 3))
            throw new ArgumentException($"Input {x.Shape} does not fit weight {weight.Weight}.", nameof(x));
    }

    private Tensor RecordLinear(ScratchArena.Mark mark, Tensor x, PackedMatrix weight, Parameter? bias, Tensor y) =>
        Tape!.Record(y, mark, pass =>
        {
            if (pass.Wants(x) && weight.Weight.IsTrainable)
            {
                Tensor dx = pass.Target(x, out bool accumulateX), dw = pass.Gradients.Accumulator(weight.Weight, ParameterUse.Product, out bool accumulateW);
                pass.Backend.ProductGradients(pass.OutputGradient, x, weight.Weight.Value, dx, accumulateX, dw, accumulateW);
            }
            else if (pass.Wants(x))
            {
                Tensor dx = pass.Target(x, out bool accumulate);
                weight.InputGradient(pass.OutputGradient, dx, accumulate);
            }
            else if (weight.Weight.IsTrainable)
            {
                Tensor dw = pass.Gradients.Accumulator(weight.Weight, ParameterUse.Product, out bool accumulate);
                pass.Backend.ProductWeightGradient(pass.OutputGradient, x, dw, accumulate);
            }
            if (bias is { IsTrainable: true })
                pass.Backend.BiasGradient(pass.OutputGradient, pass.Gradients.Accumulator(bias, ParameterUse.Product));
        });
}
