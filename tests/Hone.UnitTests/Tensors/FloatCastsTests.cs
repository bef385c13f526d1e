using Hone.Tensors;
using Xunit;

namespace Hone.UnitTests.Tensors;

public sealed class FloatCastsTests
{
    [Fact]
    public void EveryFloat16GoesThroughFloat32Unchanged()
    {
        for (int bits = 0; bits <= ushort.MaxValue; bits++)
        {
            float wide = FloatCasts.FromFloat16((ushort)bits);
            Assert.Equal(BitConverter.SingleToUInt32Bits((float)BitConverter.UInt16BitsToHalf((ushort)bits)) | (float.IsNaN(wide) ? 0x400000u : 0), BitConverter.SingleToUInt32Bits(wide) | (float.IsNaN(wide) ? 0x400000u : 0));
            if (!float.IsNaN(wide))
                Assert.Equal((ushort)bits, FloatCasts.ToFloat16(wide));
            else
                Assert.True(Half.IsNaN(BitConverter.UInt16BitsToHalf(FloatCasts.ToFloat16(wide))));
        }
    }

    [Fact]
    public void NeighboursAndMiddlesOfFloat16RoundAsTheRuntimeRounds()
    {
        for (int bits = 0; bits < 0x7C00; bits++)
        {
            float low = FloatCasts.FromFloat16((ushort)bits), high = bits + 1 == 0x7C00 ? 65536f : FloatCasts.FromFloat16((ushort)(bits + 1)), middle = low + ((high - low) / 2);
            foreach (float value in (float[])[middle, MathF.BitDecrement(middle), MathF.BitIncrement(middle), -middle])
                Assert.Equal(BitConverter.HalfToUInt16Bits((Half)value), FloatCasts.ToFloat16(value));
        }
    }

    [Fact]
    public void FloatsOfEveryExponentRoundAsTheRuntimeRounds()
    {
        for (uint bits = 0; bits < 0xFFFF0000; bits += 0x1357)
        {
            float value = BitConverter.UInt32BitsToSingle(bits);
            if (float.IsNaN(value))
                continue;
            Assert.Equal(BitConverter.HalfToUInt16Bits((Half)value), FloatCasts.ToFloat16(value));
            bits = bits > 0xFFFF0000 - 0x13570 ? 0xFFFF0000 : bits + (bits % 0x9173);
        }
    }

    [Fact]
    public void EveryFloat8GoesThroughFloat32Unchanged()
    {
        for (int bits = 0; bits <= byte.MaxValue; bits++)
        {
            float e5m2 = FloatCasts.FromFloat8E5M2((byte)bits), e4m3 = FloatCasts.FromFloat8E4M3((byte)bits);
            if (!float.IsNaN(e5m2))
                Assert.Equal((byte)bits, FloatCasts.ToFloat8E5M2(e5m2));
            if (!float.IsNaN(e4m3))
                Assert.Equal((byte)bits, FloatCasts.ToFloat8E4M3(e4m3));
        }
        Assert.True(float.IsNaN(FloatCasts.FromFloat8E4M3(0x7F)) && float.IsNaN(FloatCasts.FromFloat8E4M3(0xFF)));
        Assert.Equal(448f, FloatCasts.FromFloat8E4M3(0x7E));
        Assert.Equal(1f / 512, FloatCasts.FromFloat8E4M3(1));
    }

    [Theory]
    [InlineData(448f, 0x7E)]
    [InlineData(465f, 0x7E)]
    [InlineData(float.PositiveInfinity, 0x7E)]
    [InlineData(float.NegativeInfinity, 0xFE)]
    [InlineData(float.NaN, 0x7F)]
    [InlineData(1f / 1024, 0)]
    [InlineData(1.5f / 512, 2)]
    [InlineData(-0f, 0x80)]
    public void TheEndsOfE4M3(float value, int bits) => Assert.Equal((byte)bits, (byte)(FloatCasts.ToFloat8E4M3(value) & (float.IsNaN(value) ? 0x7F : 0xFF)));

    [Theory]
    [InlineData(57344f, 0x7B)]
    [InlineData(61439f, 0x7B)]
    [InlineData(61440f, 0x7C)]
    [InlineData(float.NegativeInfinity, 0xFC)]
    [InlineData(1f / (1 << 17), 0)]
    [InlineData(1.5f / (1 << 16), 2)]
    public void TheEndsOfE5M2(float value, int bits) => Assert.Equal((byte)bits, FloatCasts.ToFloat8E5M2(value));

    [Fact]
    public void EveryBFloat16GoesThroughFloat32Unchanged()
    {
        for (int bits = 0; bits <= ushort.MaxValue; bits++)
        {
            float wide = FloatCasts.FromBFloat16((ushort)bits);
            if (float.IsNaN(wide))
                Assert.True(float.IsNaN(FloatCasts.FromBFloat16(FloatCasts.ToBFloat16(wide))));
            else
                Assert.Equal((ushort)bits, FloatCasts.ToBFloat16(wide));
        }
    }

    [Theory]
    [InlineData(0x3F808000u, 0x3F80)] // tie, even below
    [InlineData(0x3F818000u, 0x3F82)] // tie, even above
    [InlineData(0x3F808001u, 0x3F81)]
    [InlineData(0x3F807FFFu, 0x3F80)]
    [InlineData(0x7F7FFFFFu, 0x7F80)] // rounds to infinity
    [InlineData(0x80000001u, 0x8000)]
    public void RoundingToBFloat16IsToTheNearestTiesToEven(uint bits, int expected) =>
        Assert.Equal((ushort)expected, FloatCasts.ToBFloat16(BitConverter.UInt32BitsToSingle(bits)));
}
