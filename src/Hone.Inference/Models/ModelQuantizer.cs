using Hone.Models;
using Hone.Tensors;

namespace Hone.Inference;

/// <summary>A model of any form as a GGUF file of one of llama.cpp's file types.</summary>
public static class ModelQuantizer
{
    /// <summary>Writes the file; the same model gives the same bytes on any number of threads.</summary>
    /// <param name="path">A model directory or a GGUF file, best of floats: what is quantized already loses twice.</param>
    /// <param name="mixture">The file type.</param>
    /// <param name="target">The file to write, ending in ".gguf"; replaced if it is there.</param>
    /// <param name="threads">Compute threads, 1 or more.</param>
    /// <exception cref="CheckpointFormatException">The model is missing, broken or not supported.</exception>
    /// <exception cref="ArgumentException">llama.cpp has no architecture that says this model, or no form for its tokenizer.</exception>
    public static void Write(string path, QuantMixture mixture, string target, int threads)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        ArgumentNullException.ThrowIfNull(mixture);
        ArgumentException.ThrowIfNullOrEmpty(target);
        using var workers = new WorkerPool(threads);
        if (ModelFiles.Open(path).Gguf is { } gguf)
        {
            using GgufCheckpoint checkpoint = gguf.OpenWeights();
            GgufQuantizer.Quantize(checkpoint, mixture, workers).Save(target);
            return;
        }
        using var backend = new CpuBackend(threads);
        using ModelBundle bundle = ModelBundle.Open(path, backend, new ModelOpenOptions { Matrices = WeightDType.Auto });
        Collect(bundle, mixture, workers).Save(target);
    }

    private static GgufWriter Collect(ModelBundle bundle, QuantMixture mixture, WorkerPool workers)
    {
        var options = new GgufSaveOptions
        {
            Name = Path.GetFileName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(bundle.Files.Path))),
            Metadata = GgufBundleMetadata.Of(bundle),
            FileType = mixture.FileType,
            Workers = workers,
        };
        Backend backend = bundle.Model.Backend;
        // The rules count tensors, so all names are known before the first type.
        GgufWriter plain = GgufSaver.Collect(bundle.Config, backend, bundle.Model.Parameters, options with { Type = GgmlType.F32 });
        var types = new MixtureTypes(mixture, MixtureFacts.Of(plain.Metadata), plain.Tensors.Select(tensor => tensor.Name));
        return GgufSaver.Collect(bundle.Config, backend, bundle.Model.Parameters, options with { TypeOf = (name, shape) => types.Choose(name, shape) ?? GgmlType.F32 });
    }
}
