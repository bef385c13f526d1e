namespace Hone.Tensors;

public sealed partial class ComputeContext
{
    /// <summary>
    /// xIELU (arXiv 2411.13010, equation 9): with p = softplus(alpha_p) and n = beta + softplus(alpha_n),
    /// y = p x² + beta x above 0, else n (expm1(min(x, eps)) - x) + beta x. With dy: dx = dy (2 p x + beta), else
    /// dy (n (exp(x) [x below eps] - 1) + beta); dp = sum of dy x², dn = sum of dy (expm1(min(x, eps)) - x), and softplus' is the sigmoid.
    /// Beta and eps are constants.
    /// </summary>
    /// <param name="x">[T, F].</param>
    /// <param name="numbers">Slopes and constants.</param>
    /// <returns>[T, F].</returns>
    public Tensor Xielu(Tensor x, XieluParameters numbers)
    {
        ArgumentNullException.ThrowIfNull(numbers);
        ScratchArena.Mark mark = Tape?.Saved.MarkTop() ?? default;
        Tensor y = Allocate(x.Shape);
        Backend.Xielu(x, numbers.AlphaPositive.Value, numbers.AlphaNegative.Value, numbers.Beta.Value, numbers.Epsilon.Value, y);
        return Tape is null ? y : RecordXielu(mark, x, numbers, y);
    }

    private Tensor RecordXielu(ScratchArena.Mark mark, Tensor x, XieluParameters numbers, Tensor y) =>
        Tape!.Record(y, mark, pass =>
        {
            Tensor dx = pass.Rent(x.Shape);
            Tensor dpositive = numbers.AlphaPositive.IsTrainable ? pass.Gradients.Accumulator(numbers.AlphaPositive, ParameterUse.Product) : default;
            Tensor dnegative = numbers.AlphaNegative.IsTrainable ? pass.Gradients.Accumulator(numbers.AlphaNegative, ParameterUse.Product) : default;
            pass.Backend.XieluGradient(
                x, numbers.AlphaPositive.Value, numbers.AlphaNegative.Value, numbers.Beta.Value, numbers.Epsilon.Value,
                pass.OutputGradient, dx, dpositive, dnegative);
            pass.Give(x, dx);
        });
}
