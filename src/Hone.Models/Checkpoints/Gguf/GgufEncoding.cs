using System.Buffers.Binary;
using System.Runtime.InteropServices;
using Hone.Tensors;

namespace Hone.Models;

/// <summary>Float32 to the bytes of a tensor.</summary>
internal static class GgufEncoding
{
    // A whole number of blocks of every format; more at once where several threads share it.
    private const int ChunkElements = 64 * 1024, SharedChunkElements = 4 << 20;

    /// <summary>Writes all numbers of a tensor.</summary>
    /// <param name="stream">Where to.</param>
    /// <param name="values">The numbers.</param>
    /// <param name="type">F32, F16, BF16 or a block format.</param>
    /// <param name="workers">Who encodes blocks; null means the caller. The bytes are the same.</param>
    public static void Write(Stream stream, ReadOnlyMemory<float> values, GgmlType type, WorkerPool? workers = null)
    {
        if (type == GgmlType.F32 && BitConverter.IsLittleEndian)
        {
            stream.Write(MemoryMarshal.AsBytes(values.Span));
            return;
        }
        int most = Math.Min(values.Length, workers is null ? ChunkElements : SharedChunkElements);
        var bytes = new byte[SizeOf(type, most)];
        for (int done = 0; done < values.Length; done += most)
        {
            ReadOnlyMemory<float> part = values.Slice(done, Math.Min(most, values.Length - done));
            Memory<byte> target = bytes.AsMemory(0, SizeOf(type, part.Length));
            Encode(part, target, type, workers);
            stream.Write(target.Span);
        }
    }

    private static int SizeOf(GgmlType type, int elements) => elements / type.BlockElements() * type.BlockBytes();

    private static void Encode(ReadOnlyMemory<float> values, Memory<byte> target, GgmlType type, WorkerPool? workers)
    {
        if (type.ToQuantFormat() is { } format)
        {
            if (workers is null)
                BlockFormats.Encode(format, values.Span, target.Span);
            else
                BlockFormats.Encode(format, values, target, workers);
            return;
        }
        ReadOnlySpan<float> from = values.Span;
        Span<byte> to = target.Span;
        for (int i = 0; i < from.Length; i++)
        {
            switch (type)
            {
                case GgmlType.F16:
                    BinaryPrimitives.WriteUInt16LittleEndian(to[(i * 2)..], FloatCasts.ToFloat16(from[i]));
                    break;
                case GgmlType.BF16:
                    BinaryPrimitives.WriteUInt16LittleEndian(to[(i * 2)..], FloatCasts.ToBFloat16(from[i]));
                    break;
                default:
                    BinaryPrimitives.WriteSingleLittleEndian(to[(i * 4)..], from[i]);
                    break;
            }
        }
    }
}
