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
