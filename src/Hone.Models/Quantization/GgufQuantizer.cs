using Hone.Tensors;

namespace Hone.Models;

/// <summary>A GGUF file made of another one, with tensors of a file type of llama.cpp. Metadata is copied.</summary>
public static class GgufQuantizer
{
    // A whole number of blocks of every format; a tensor passes through memory in such pieces.
    private const int ChunkElements = 4 << 20;

    /// <summary>Plans the file; its tensors are converted while it is written.</summary>
    /// <param name="source">The model, open until the file is written. Better one of floats: what is quantized already loses twice.</param>
    /// <param name="mixture">The file type.</param>
    /// <param name="workers">Who converts; the number of workers changes no byte.</param>
    /// <exception cref="CheckpointFormatException">The source has a tensor of a type that is not decoded, or metadata of the wrong kind.</exception>
    public static GgufWriter Quantize(GgufCheckpoint source, QuantMixture mixture, WorkerPool workers)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(mixture);
        ArgumentNullException.ThrowIfNull(workers);
        var writer = new GgufWriter();
        foreach ((string key, GgufValue value) in source.Metadata)
        {
            if (!key.StartsWith("split.", StringComparison.Ordinal))
                writer.Metadata.Set(key, value);
        }
        writer.Metadata.Set("general.quantization_version", GgufValue.Of(GgufSaver.QuantizationVersion));
        writer.Metadata.Set("general.file_type", GgufValue.Of(mixture.FileType));

        var types = new MixtureTypes(mixture, MixtureFacts.Of(source.Metadata), source.Names);
        foreach (string name in source.Names.Order(MixtureTypes.FileOrder))
        {
            source.TryGet(name, out GgufFile file, out GgufTensor tensor);
            GgmlType type = types.Choose(name, tensor.Shape) ?? tensor.Type;
            if (type == tensor.Type)
            {
                writer.Add(file, tensor);
                continue;
            }
            file.RequireDecoded(tensor);
            writer.Add(name, type, tensor.Shape, stream => Convert(file, tensor, type, workers, stream));
        }
        return writer;
    }

    private static void Convert(GgufFile file, GgufTensor tensor, GgmlType type, WorkerPool workers, Stream stream)
    {
        var values = new float[Math.Min(ChunkElements, tensor.ElementCount)];
        for (long done = 0; done < tensor.ElementCount; done += values.Length)
        {
            Memory<float> part = values.AsMemory(0, (int)Math.Min(values.Length, tensor.ElementCount - done));
            file.Read(tensor, done, part.Span);
            try
            {
                GgufEncoding.Write(stream, part, type, workers);
            }
            catch (ArgumentException refused)
            {
                throw CheckpointErrors.Tensor(file.Path, tensor.Name, $"cannot be written as {type}: {refused.Message}", tensor.Offset);
            }
        }
    }
}
