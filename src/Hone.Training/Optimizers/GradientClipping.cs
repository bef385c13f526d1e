using Hone.Tensors;

namespace Hone.Training.Optimizers;

/// <summary>Clipping by the global norm, as torch.nn.utils.clip_grad_norm_ does it.</summary>
public static class GradientClipping
{
    /// <summary>The global norm of all gradients: float64 sums of squares of each parameter's gradient, added in the order of the parameters.</summary>
    public static double GlobalNorm(Backend backend, Gradients gradients, IEnumerable<Parameter> parameters)
    {
        ArgumentNullException.ThrowIfNull(backend);
        ArgumentNullException.ThrowIfNull(gradients);
        ArgumentNullException.ThrowIfNull(parameters);
        double sum = 0;
        foreach (Parameter parameter in parameters)
        {
            Tensor gradient = gradients.Total(parameter);
            if (!gradient.IsEmpty)
                sum += backend.SumOfSquares(gradient);
        }
        return Math.Sqrt(sum);
    }

    /// <summary>The factor that brings a norm down to <paramref name="maximum"/>: min(1, maximum / (norm + 1e-6)); 1 when the maximum is 0 (off).</summary>
    public static double Factor(double norm, double maximum) => maximum <= 0 ? 1 : Math.Min(1, maximum / (norm + 1e-6));
}
