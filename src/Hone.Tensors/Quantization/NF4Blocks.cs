using System.Buffers.Binary;

namespace Hone.Tensors;

/// <summary>
/// NF4 as rows of blocks, the form in which a weight holds it: 64 numbers in 36 bytes, 32 of 4-bit places (<see cref="NF4"/>)
/// and the block's largest magnitude as float32, as double quantization (<see cref="NF4Scales"/>) left it. Number = table value * magnitude.
/// </summary>
public static class NF4Blocks
{
    private const int Elements = NF4.DefaultBlockElements, PlaceBytes = Elements / 2, Bytes = PlaceBytes + sizeof(float);

    /// <summary>A whole matrix to blocks. Its magnitudes are quantized together, as QLoRA does, so that it cannot be cut into parts.</summary>
    /// <param name="values">All numbers, row-major and finite; a row is a whole number of blocks.</param>
    /// <param name="blocks">36 bytes for every 64 numbers.</param>
    /// <exception cref="ArgumentException">The sizes do not match, or a number is not finite.</exception>
    public static void Encode(ReadOnlySpan<float> values, Span<byte> blocks)
    {
        int count = Count(values.Length, blocks.Length);
        var places = new byte[values.Length / 2];
        var magnitudes = new float[count];
        NF4.Quantize(values, Elements, places, magnitudes);
        NF4Scales.Quantize(magnitudes).Dequantize(magnitudes);
        for (int block = 0; block < count; block++)
        {
            places.AsSpan(block * PlaceBytes, PlaceBytes).CopyTo(blocks[(block * Bytes)..]);
            BinaryPrimitives.WriteSingleLittleEndian(blocks[((block * Bytes) + PlaceBytes)..], magnitudes[block]);
        }
    }

    /// <summary>Blocks to float32.</summary>
    /// <param name="blocks">Whole blocks.</param>
    /// <param name="values">64 numbers for every 36 bytes.</param>
    /// <exception cref="ArgumentException">The sizes do not match.</exception>
    public static void Decode(ReadOnlySpan<byte> blocks, Span<float> values)
    {
        int count = Count(values.Length, blocks.Length);
        for (int block = 0; block < count; block++)
        {
            ReadOnlySpan<byte> source = blocks.Slice(block * Bytes, Bytes);
            float magnitude = BinaryPrimitives.ReadSingleLittleEndian(source[PlaceBytes..]);
            for (int i = 0; i < PlaceBytes; i++)
            {
                values[(block * Elements) + (2 * i)] = NF4.Codebook[source[i] >> 4] * magnitude;
                values[(block * Elements) + (2 * i) + 1] = NF4.Codebook[source[i] & 15] * magnitude;
            }
        }
    }

    private static int Count(int numbers, int bytes) => numbers % Elements == 0 && (long)numbers / Elements * Bytes == bytes
        ? numbers / Elements
        : throw new ArgumentException($"{numbers} numbers are not {bytes} bytes of NF4 blocks: {Bytes} bytes hold {Elements}.");
}
