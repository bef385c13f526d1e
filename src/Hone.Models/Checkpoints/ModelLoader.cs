using Hone.Tensors;

namespace Hone.Models;

/// <summary>From the files of a model to a model: config.json or the metadata of a GGUF file say what is built, and every tensor of the weights must be used.</summary>
public static class ModelLoader
{
    /// <summary>Loads a model. The caller disposes it; the files are closed again.</summary>
    /// <param name="path">A model directory or a GGUF file.</param>
    /// <param name="backend">Where the model is to live.</param>
    /// <param name="matrices">What the matrices are kept as; those in BFloat16 or in blocks are not trained.</param>
    /// <exception cref="CheckpointFormatException">A file is missing or not valid, or the weights are not of the model that is described.</exception>
    public static Transformer Load(string path, Backend backend, WeightDType matrices = WeightDType.Float32) =>
        Load(ModelFiles.Open(path), backend, matrices: matrices);

    /// <summary>Loads an open model.</summary>
    /// <param name="files">The model's files.</param>
    /// <param name="backend">Where the model is to live.</param>
    /// <param name="config">Another configuration than the files' own, in another spelling say; null takes their own.</param>
    /// <param name="matrices">What the matrices are kept as; those in BFloat16 or in blocks are not trained.</param>
    /// <inheritdoc cref="Load(string, Backend, WeightDType)" path="/exception"/>
    /// <param name="quantize">Format that the projections of the layers are quantized to while they are read; embedding and output matrix stay. Null is none.</param>
    /// <exception cref="ArgumentException">A matrix's rows are not whole blocks of the format.</exception>
    public static Transformer Load(
        ModelFiles files, Backend backend, HuggingFaceConfig? config = null, WeightDType matrices = WeightDType.Float32, QuantFormat? quantize = null)
    {
        ArgumentNullException.ThrowIfNull(files);
        return files.Gguf is { } gguf ? Load(gguf, backend, config, matrices, quantize) : Load(files.Directory!, backend, config, matrices, quantize);
    }

    /// <summary>Loads an open directory.</summary>
    /// <param name="directory">The directory.</param>
    /// <param name="backend">Where the model is to live.</param>
    /// <param name="config">Another configuration than the directory's own; null takes its own.</param>
    /// <param name="matrices">What the matrices are kept as; BFloat16 ones are not trained.</param>
    /// <inheritdoc cref="Load(string, Backend, WeightDType)" path="/exception"/>
    /// <param name="quantize">Format that the projections of the layers are quantized to; null is none.</param>
    /// <exception cref="ArgumentException">A matrix's rows are not whole blocks of the format.</exception>
    public static Transformer Load(
        ModelDirectory directory, Backend backend, HuggingFaceConfig? config = null, WeightDType matrices = WeightDType.Float32, QuantFormat? quantize = null)
    {
        ArgumentNullException.ThrowIfNull(directory);
        ArgumentNullException.ThrowIfNull(backend);
        using SafetensorsCheckpoint checkpoint = directory.OpenWeights();
        config = (config ?? directory.Config).FittedTo(checkpoint.Names);
        var source = new SafetensorsParameterSource(backend, checkpoint, config.Names, matrices);
        return Checked(new Transformer(config.Model, Quantized(source, quantize)), () => source.RequireAllUsed(config.TiedNames));
    }

    private static Transformer Load(GgufModel gguf, Backend backend, HuggingFaceConfig? config, WeightDType matrices, QuantFormat? quantize)
    {
        ArgumentNullException.ThrowIfNull(backend);
        using GgufCheckpoint checkpoint = gguf.OpenWeights();
        TransformerConfig model = (config ?? gguf.Config).Model;
        int threads = backend is CpuBackend cpu ? cpu.Threads : 1;
        using var source = new GgufParameterSource(backend, checkpoint, gguf.Architecture, model, matrices, threads);
        return Checked(new Transformer(model, Quantized(source, quantize)), source.RequireAllUsed);
    }

    // What is looked up and what gives logits stays, as in QLoRA (arXiv 2305.14314).
    private static ParameterSource Quantized(ParameterSource source, QuantFormat? format) => format is null ? source
        : new QuantizingParameterSource(source, name => name.Contains(".layers.", StringComparison.Ordinal) ? format : null);

    private static Transformer Checked(Transformer model, Action check)
    {
        try
        {
            check();
            return model;
        }
        catch
        {
            model.Dispose();
            throw;
        }
    }
}
