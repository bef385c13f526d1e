using System.Text.Json;
using Hone.Tensors;
using Xunit;

namespace Hone.ParityTests.Quantization;

public sealed class FloatCastParityTests
{
    [Fact]
    public void CastsHaveTheRecordedBits()
    {
        JsonElement root = ReferenceFolder.Json("numerics", "float_casts.json");
        JsonElement e4m3 = root.GetProperty("float8_e4m3fn_bits"), e5m2 = root.GetProperty("float8_e5m2_bits");
        JsonElement bfloat = root.GetProperty("bfloat16_bits"), half = root.GetProperty("float16_bits");
        int index = 0;
        foreach (JsonElement element in root.GetProperty("values").EnumerateArray())
        {
            float value = element.ValueKind == JsonValueKind.Number ? element.GetSingle() : Special(element.GetString()!);
            string what = $"value {index}, {value:R}";
            Assert.True(half[index].GetInt32() == FloatCasts.ToFloat16(value), what + " as float16");
            Assert.True(bfloat[index].GetInt32() == FloatCasts.ToBFloat16(value), what + " as bfloat16");
            Assert.True(e5m2[index].GetInt32() == FloatCasts.ToFloat8E5M2(value), what + " as float8 E5M2");
            Assert.True(e4m3[index].GetInt32() == FloatCasts.ToFloat8E4M3(value), what + " as float8 E4M3");
            index++;
        }
        Assert.True(index > 0);
    }

    private static float Special(string name) => name.ToLowerInvariant() switch
    {
        "nan" => float.NaN,
        "inf" or "infinity" => float.PositiveInfinity,
        "-inf" or "-infinity" => float.NegativeInfinity,
        _ => throw new InvalidDataException(name),
    };
}
