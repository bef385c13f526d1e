namespace Hone.Tensors;

public sealed partial class ComputeContext
{
    /// <summary>
    /// Layer norm of each row of the innermost axis (arXiv 1607.06450): h = (x - mean) r, r = 1 / sqrt(variance + eps),
    /// y = h g + b. With t = dy g: dx = r (t - mean(t) - h mean(t h)), dg = sum over rows of dy h, db = sum over rows of dy.
    /// </summary>
    /// <param name="x">[.., D].</param>
    /// <param name="gain">[D].</param>
    /// <param name="bias">[D], or null for none.</param>
    /// <param name="epsilon">eps.</param>
    /// <returns>The shape of x.</returns>
    /// <exception cref="ArgumentException">Gain or bias has another width.</exception>
    public Tensor LayerNorm(Tensor x, Parameter gain, Parameter? bias, float epsilon)
    {
        ArgumentNullException.ThrowIfNull(gain);
        if (gain.Value.ElementCount != x.Shape.Last)
            throw new ArgumentException($"Gain {gain} does not fit rows of {x.Shape}.", nameof(gain));
        if (bias is not null && bias.Value.ElementCount != x.Shape.Last)
            throw new ArgumentException($"Bias {bias} does not fit rows of {x.Shape}.", nameof(bias));
        ScratchArena.Mark mark = Tape?.Saved.MarkTop() ?? default;
        Tensor y = Allocate(x.Shape);
        var perRow = new Shape(checked((int)x.Shape.Rows));
        Tensor mean = Tape is null ? default : Allocate(perRow), inverse = Tape is null ? default : Allocate(perRow);
        Backend.LayerNorm(x, gain.Value, bias is null ? default : bias.Value, epsilon, y, mean, inverse);
        return Tape is null ? y : RecordLayerNorm(mark, x, gain, bias, mean, inverse, y);
    }

    private Tensor RecordLayerNorm(ScratchArena.Mark mark, Tensor x, Parameter gain, Parameter? bias, Tensor mean, Tensor inverse, Tensor y) =>
        Tape!.Record(y, mark, pass =>
        {
            Tensor dy = pass.OutputGradient;
            if (gain.IsTrainable)
                pass.Backend.LayerNormGainGradient(x, mean, inverse, dy, pass.Gradients.Accumulator(gain, ParameterUse.Product));
            if (bias is { IsTrainable: true })
            {
                var rows = new Shape(checked((int)dy.Shape.Rows), dy.Shape.Last);
                pass.Backend.BiasGradient(dy.Reshape(rows), pass.Gradients.Accumulator(bias, ParameterUse.Product));
            }
            if (!pass.Wants(x))
                return;
            Tensor dx = pass.Target(x, out bool accumulate);
            pass.Backend.LayerNormInputGradient(x, gain.Value, mean, inverse, dy, dx, accumulate);
        });
}
