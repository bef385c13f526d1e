using Hone.Tensors;

namespace Hone.Models;

/// <summary>From a model directory to a model: config.json says what is built, and every tensor of the weights must be used.</summary>
public static class ModelLoader
{
    /// <summary>Loads a directory. The caller disposes the model; the files are closed again.</summary>
    /// <param name="path">A model directory.</param>
    /// <param name="backend">Where the model is to live.</param>
    /// <param name="matrices">What the matrices are kept as; BFloat16 ones are not trained.</param>
    /// <exception cref="CheckpointFormatException">A file is missing or not valid, or the weights are not of the model that config.json describes.</exception>
    public static Transformer Load(string path, Backend backend, WeightDType matrices = WeightDType.Float32) =>
        Load(ModelDirectory.Open(path), backend, matrices: matrices);

    /// <summary>Loads an open directory.</summary>
    /// <param name="directory">The directory.</param>
    /// <param name="backend">Where the model is to live.</param>
    /// <param name="config">Another configuration than the directory's own, in another spelling say; null takes its own.</param>
    /// <param name="matrices">What the matrices are kept as; BFloat16 ones are not trained.</param>
    /// <inheritdoc cref="Load(string, Backend, WeightDType)" path="/exception"/>
    public static Transformer Load(
        ModelDirectory directory, Backend backend, HuggingFaceConfig? config = null, WeightDType matrices = WeightDType.Float32)
    {
        ArgumentNullException.ThrowIfNull(directory);
        ArgumentNullException.ThrowIfNull(backend);
        using SafetensorsCheckpoint checkpoint = directory.OpenWeights();
        config = (config ?? directory.Config).FittedTo(checkpoint.Names);
        var source = new SafetensorsParameterSource(backend, checkpoint, config.Names, matrices);
        var model = new Transformer(config.Model, source);
        try
        {
            source.RequireAllUsed(config.TiedNames);
        }
        catch
        {
            model.Dispose();
            throw;
        }
        return model;
    }
}
