using System.Text.Json;
using Hone.Tensors;
using Xunit;

namespace Hone.ParityTests.Quantization;

public sealed class NF4ParityTests
{
    [Fact]
    public void CodesScalesAndValuesAreTheRecordedOnes()
    {
        JsonElement root = ReferenceFolder.Json("numerics", "nf4.json");
        Assert.Equal(Floats(root.GetProperty("codebook")), NF4.Codebook.ToArray());
        foreach (JsonElement entry in root.GetProperty("cases").EnumerateArray())
        {
            float[] weights = Floats(entry.GetProperty("weights")), expected = Floats(entry.GetProperty("dequantized"));
            int each = entry.GetProperty("blocksize").GetInt32(), blocks = (weights.Length + each - 1) / each;
            var packed = new byte[weights.Length / 2];
            var largest = new float[blocks];
            NF4.Quantize(weights, each, packed, largest);
            Assert.Equal(entry.GetProperty("packed").EnumerateArray().Select(e => e.GetByte()), packed);

            if (entry.Flag("double_quant"))
            {
                Assert.Equal(NF4Scales.BlockElements, entry.GetProperty("state2_blocksize").GetInt32());
                Assert.Equal(Floats(entry.GetProperty("state2_code")), NF4Scales.Codebook.ToArray());
                NF4Scales scales = NF4Scales.Quantize(largest);
                Assert.Equal(entry.GetProperty("offset").GetSingle(), scales.Offset);
                Assert.Equal(entry.GetProperty("absmax_uint8").EnumerateArray().Select(e => e.GetByte()), scales.Codes.ToArray());
                Assert.Equal(Floats(entry.GetProperty("state2_absmax")), scales.Largest.ToArray());
                scales.Dequantize(largest);
            }
            else
            {
                Assert.Equal(Floats(entry.GetProperty("absmax")), largest);
            }

            var values = new float[weights.Length];
            NF4.Dequantize(packed, largest, each, values);
            for (int i = 0; i < values.Length; i++)
                Assert.Equal(expected[i], values[i], 1e-6f);
        }
    }

    private static float[] Floats(JsonElement element) => [.. element.EnumerateArray().Select(e => e.GetSingle())];
}
