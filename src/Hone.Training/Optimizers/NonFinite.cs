using Hone.Tensors;

namespace Hone.Training.Optimizers;

/// <summary>A NaN or an infinity has appeared; names the first tensor and the step. Training stops, nothing is skipped.</summary>
public sealed class NonFiniteException : Exception
{
    /// <summary>A message that names where.</summary>
    public NonFiniteException(string message) : base(message) { }

    /// <summary>Looks through gradients, then weights, in the order of the parameters.</summary>
    /// <returns>The exception to throw, or null when all is finite.</returns>
    internal static NonFiniteException? Find(Backend backend, Gradients gradients, IEnumerable<Parameter> parameters, long step)
    {
        foreach (Parameter parameter in parameters)
        {
            Tensor gradient = gradients.Total(parameter);
            long index = gradient.IsEmpty ? -1 : backend.FirstNonFinite(gradient);
            if (index >= 0)
                return new NonFiniteException($"Step {step}: the gradient of {parameter} is not finite at element {index}. Lower the learning rate, or look at the rewards and the data of this step; nothing was updated.");
        }
        return FindWeight(backend, parameters, step);
    }

    /// <summary>Looks through weights, in the order of the parameters.</summary>
    /// <exception cref="NonFiniteException">One is not finite.</exception>
    internal static void RequireFinite(Backend backend, IEnumerable<Parameter> parameters, long step)
    {
        if (FindWeight(backend, parameters, step) is { } found)
            throw found;
    }

    private static NonFiniteException? FindWeight(Backend backend, IEnumerable<Parameter> parameters, long step)
    {
        foreach (Parameter parameter in parameters)
        {
            if (parameter.Blocks is not null)
                continue; // Blocks are read as the file has them and never change.
            long index = backend.FirstNonFinite(parameter.Value);
            if (index >= 0)
                return new NonFiniteException($"Step {step}: {parameter} is not finite at element {index}. Lower the learning rate; nothing of this step was saved.");
        }
        return null;
    }
}
