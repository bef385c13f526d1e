using Hone.Tensors;

namespace Hone.Models;

/// <summary>Opens model directories in the Hugging Face layout.</summary>
public static class ModelLoader
{
    /// <summary>Builds the model that a directory describes and reads its weights, widened exactly to float32.</summary>
    /// <param name="path">A directory with config.json and model.safetensors (or its shards).</param>
    /// <param name="backend">Where the weights go; not owned.</param>
    /// <param name="config">Another configuration than the directory's own, in another spelling say; null reads config.json.</param>
    /// <returns>The model, the caller's, and the configuration as read, for saving a copy.</returns>
    /// <exception cref="CheckpointFormatException">A file is missing, broken, or of a family or setting that is not supported; one clear line.</exception>
    public static (Transformer Model, HuggingFaceConfig Config) Load(string path, Backend backend, HuggingFaceConfig? config = null)
    {
        ArgumentNullException.ThrowIfNull(backend);
        ModelDirectory directory = ModelDirectory.Open(path);
        config ??= directory.Config;
        using SafetensorsCheckpoint weights = directory.OpenWeights();
        var source = new SafetensorsParameterSource(backend, weights, config.Family.Names);
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
        return (model, config);
    }
}
