using Hone.Tensors;

namespace Hone.Models;

/// <summary>The numbers of a parameter, dense or quantized, on the host or as a float32 tensor.</summary>
public static class ParameterValues
{
    /// <summary>All numbers of a parameter, row-major: BFloat16 widened, blocks decoded.</summary>
    /// <param name="backend">Where the parameter lives; waited for.</param>
    /// <param name="parameter">The parameter.</param>
    public static float[] Read(Backend backend, Parameter parameter)
    {
        ArgumentNullException.ThrowIfNull(backend);
        ArgumentNullException.ThrowIfNull(parameter);
        var values = new float[parameter.Shape.ElementCount];
        if (parameter.Blocks is null)
        {
            backend.Download(parameter.Value, values);
            return values;
        }
        Tensor decoded = backend.CreateTensor(parameter.Shape);
        backend.DecodeRows(parameter.Blocks, 0, decoded);
        backend.Download(decoded, values);
        decoded.Storage.Dispose();
        return values;
    }

    /// <summary>Copies the numbers of a float32 or quantized parameter into a float32 tensor of its shape, blocks decoded.</summary>
    /// <param name="backend">Where both live.</param>
    /// <param name="parameter">The parameter.</param>
    /// <param name="target">Float32, of the parameter's shape.</param>
    public static void Copy(Backend backend, Parameter parameter, Tensor target)
    {
        ArgumentNullException.ThrowIfNull(backend);
        ArgumentNullException.ThrowIfNull(parameter);
        if (parameter.Blocks is null)
            backend.Copy(parameter.Value, target);
        else
            backend.DecodeRows(parameter.Blocks, 0, target);
    }
}
