using System.Buffers.Binary;
using System.Runtime.InteropServices;
using Hone.Tensors;

namespace Hone.Models;

/// <summary>Float32 to the bytes of a tensor.</summary>
internal static class GgufEncoding
{
    // A whole number of blocks of every format.
    private const int ChunkElements = 64 * 1024;

    /// <summary>Writes all numbers of a tensor.</summary>
    public static void Write(Stream stream, ReadOnlySpan<float> values, GgmlType type)
    {
        if (type == GgmlType.F32 && BitConverter.IsLittleEndian)
        {
            stream.Write(MemoryMarshal.AsBytes(values));
            return;
        }
        int block = type.BlockElements(), size = type.BlockBytes();
        var bytes = new byte[Math.Min(values.Length, ChunkElements) / block * size];
        for (int done = 0; done < values.Length; done += ChunkElements)
        {
            ReadOnlySpan<float> part = values.Slice(done, Math.Min(ChunkElements, values.Length - done));
            Span<byte> target = bytes.AsSpan(0, part.Length / block * size);
            Encode(part, target, type);
            stream.Write(target);
        }
    }

    private static void Encode(ReadOnlySpan<float> values, Span<byte> target, GgmlType type)
    {
        if (type.ToQuantFormat() is { } format)
        {
            BlockFormats.Encode(format, values, target);
            return;
        }
        for (int i = 0; i < values.Length; i++)
        {
            switch (type)
            {
                case GgmlType.F16:
                    BinaryPrimitives.WriteHalfLittleEndian(target[(i * 2)..], (Half)values[i]);
                    break;
                case GgmlType.BF16:
                    BinaryPrimitives.WriteUInt16LittleEndian(target[(i * 2)..], FloatBits.ToBFloat16(values[i]));
                    break;
                default:
                    BinaryPrimitives.WriteSingleLittleEndian(target[(i * 4)..], values[i]);
                    break;
            }
        }
    }
}
