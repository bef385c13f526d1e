using System.Runtime.InteropServices;
using Hone.Tensors;
using Xunit;

namespace Hone.ParityTests.Quantization;

public sealed class BlockFormatParityTests
{
    public static TheoryData<QuantFormat> Formats =>
    [
        QuantFormat.Q8_0, QuantFormat.Q4_0, QuantFormat.Q4_1, QuantFormat.Q5_0, QuantFormat.Q5_1, QuantFormat.Q2_K, QuantFormat.Q3_K,
        QuantFormat.Q4_K, QuantFormat.Q5_K, QuantFormat.Q6_K, QuantFormat.IQ4_NL,
    ];

    [Theory, MemberData(nameof(Formats))]
    public void BlocksDecodeToTheRecordedBits(QuantFormat format)
    {
        foreach (GgmlVectors.Case recorded in GgmlVectors.Read(format.ToString()))
        {
            var decoded = new float[recorded.Decoded.Length];
            BlockFormats.Decode(format, recorded.Blocks, decoded);
            Assert.Equal(MemoryMarshal.Cast<float, uint>(recorded.Decoded), MemoryMarshal.Cast<float, uint>(decoded));
        }
    }

    [Theory]
    [InlineData(QuantFormat.Q8_0)]
    [InlineData(QuantFormat.Q4_0)]
    [InlineData(QuantFormat.Q4_1)]
    [InlineData(QuantFormat.Q5_0)]
    [InlineData(QuantFormat.Q5_1)]
    public void BlocksAreTheRecordedBytes(QuantFormat format)
    {
        foreach (GgmlVectors.Case recorded in GgmlVectors.Read(format.ToString()))
            Assert.Equal(recorded.Blocks, Encode(format, recorded.Input));
    }

    [Theory]
    [InlineData(QuantFormat.Q2_K)]
    [InlineData(QuantFormat.Q3_K)]
    [InlineData(QuantFormat.Q4_K)]
    [InlineData(QuantFormat.Q5_K)]
    [InlineData(QuantFormat.Q6_K)]
    [InlineData(QuantFormat.IQ4_NL)]
    public void TheSearchIsAsGoodAsTheRecordedOne(QuantFormat format)
    {
        foreach (GgmlVectors.Case recorded in GgmlVectors.Read(format.ToString()))
        {
            var decoded = new float[recorded.Input.Length];
            BlockFormats.Decode(format, Encode(format, recorded.Input), decoded);
            double error = decoded.Zip(recorded.Input, (a, b) => ((double)a - b) * ((double)a - b)).Average();
            TestContext.Current.TestOutputHelper?.WriteLine($"{format} {recorded.Name}: {error / recorded.MeanSquaredError:F4} of the recorded error");
            Assert.True(error <= 1.01 * recorded.MeanSquaredError, $"{recorded.Name}: mean squared error {error}, recorded {recorded.MeanSquaredError}");
        }
    }

    [Theory]
    [InlineData("f16")]
    [InlineData("bf16")]
    public void HalvesAreTheRecordedOnes(string type)
    {
        foreach (GgmlVectors.Case recorded in GgmlVectors.Read(type))
        {
            ReadOnlySpan<ushort> halves = MemoryMarshal.Cast<byte, ushort>(recorded.Blocks);
            for (int i = 0; i < recorded.Input.Length; i++)
            {
                Assert.Equal(halves[i], type == "f16" ? FloatCasts.ToFloat16(recorded.Input[i]) : FloatCasts.ToBFloat16(recorded.Input[i]));
                float back = type == "f16" ? FloatCasts.FromFloat16(halves[i]) : FloatCasts.FromBFloat16(halves[i]);
                Assert.Equal(BitConverter.SingleToUInt32Bits(recorded.Decoded[i]), BitConverter.SingleToUInt32Bits(back));
            }
        }
    }

    private static byte[] Encode(QuantFormat format, float[] values)
    {
        var blocks = new byte[values.Length / format.BlockElements() * format.BlockBytes()];
        BlockFormats.Encode(format, values, blocks);
        return blocks;
    }
}
