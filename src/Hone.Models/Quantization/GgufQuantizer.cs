using System.Buffers.Binary;
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
        int most = (int)Math.Min(ChunkElements, tensor.ElementCount);
        var values = new float[most];
        var bytes = new byte[type.RowBytes(most)];
        for (long done = 0; done < tensor.ElementCount; done += most)
        {
            Memory<float> part = values.AsMemory(0, (int)Math.Min(most, tensor.ElementCount - done));
            Memory<byte> target = bytes.AsMemory(0, (int)type.RowBytes(part.Length));
            file.Read(tensor, done, part.Span);
            try
            {
                Encode(part, target, type, workers);
            }
            catch (ArgumentException refused)
            {
                throw CheckpointErrors.Tensor(file.Path, tensor.Name, $"cannot be written as {type}: {refused.Message}", tensor.Offset);
            }
            stream.Write(target.Span);
        }
    }

    private static void Encode(ReadOnlyMemory<float> values, Memory<byte> bytes, GgmlType type, WorkerPool workers)
    {
        if (type.ToQuantFormat() is { } format)
        {
            BlockFormats.Encode(format, values, bytes, workers);
            return;
        }
        ReadOnlySpan<float> from = values.Span;
        Span<byte> to = bytes.Span;
        for (int i = 0; i < from.Length; i++)
        {
            if (type == GgmlType.F32)
                BinaryPrimitives.WriteSingleLittleEndian(to[(4 * i)..], from[i]);
            else
                BinaryPrimitives.WriteUInt16LittleEndian(to[(2 * i)..], type == GgmlType.F16 ? FloatCasts.ToFloat16(from[i]) : FloatCasts.ToBFloat16(from[i]));
        }
    }
}
