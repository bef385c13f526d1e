namespace Hone.Tensors;

public sealed partial class ComputeContext
{
    /// <summary>
    /// Root-mean-square norm of each row of the innermost axis (arXiv 1910.07467): y = x r g, r = 1 / sqrt(mean x² + eps).
    /// With t = dy g and h = x r: dx = r (t - h mean(t h)), dg = sum over rows of dy h.
    /// </summary>
    /// <param name="x">[.., D].</param>
    /// <param name="gain">[D], or null for none.</param>
    /// <param name="epsilon">eps.</param>
    /// <returns>The shape of x.</returns>
    /// <exception cref="ArgumentException">The gain has another width.</exception>
    public Tensor RmsNorm(Tensor x, Parameter? gain, float epsilon) => RmsNorm(x, gain, gain is null ? default : gain.Value, epsilon);

    /// <summary><see cref="RmsNorm(Tensor, Parameter, float)"/> with the gain 1 + w; dw is dg.</summary>
    /// <param name="x">[.., D].</param>
    /// <param name="gain">[D].</param>
    /// <param name="epsilon">eps.</param>
    /// <returns>The shape of x.</returns>
    /// <exception cref="ArgumentException">The gain has another width.</exception>
    public Tensor RmsNorm(Tensor x, ShiftedGain gain, float epsilon)
    {
        ArgumentNullException.ThrowIfNull(gain);
        return RmsNorm(x, gain.Weight, gain.Value, epsilon);
    }

    private Tensor RmsNorm(Tensor x, Parameter? gain, Tensor value, float epsilon)
    {
        if (gain is not null && value.ElementCount != x.Shape.Last)
            throw new ArgumentException($"Gain {gain} does not fit rows of {x.Shape}.", nameof(gain));
        ScratchArena.Mark mark = Tape?.Saved.MarkTop() ?? default;
        Tensor y = Allocate(x.Shape);
        Tensor inverse = Tape is null ? default : Allocate(new Shape(checked((int)x.Shape.Rows)));
        Backend.RmsNorm(x, value, epsilon, y, inverse);
        return Tape is null ? y : RecordRmsNorm(mark, x, gain, value, inverse, y);
    }

    private Tensor RecordRmsNorm(ScratchArena.Mark mark, Tensor x, Parameter? gain, Tensor value, Tensor inverse, Tensor y) =>
        Tape!.Record(y, mark, pass =>
        {
            if (gain is { IsTrainable: true })
                pass.Backend.RmsNormGainGradient(x, inverse, pass.OutputGradient, pass.Gradients.Accumulator(gain, ParameterUse.Product));
            if (!pass.Wants(x))
                return;
            Tensor dx = pass.Target(x, out bool accumulate);
            pass.Backend.RmsNormInputGradient(x, value, inverse, pass.OutputGradient, dx, accumulate);
        });
}
