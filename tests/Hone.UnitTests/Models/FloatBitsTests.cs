using Hone.Models;
using Xunit;

namespace Hone.UnitTests.Models;

public sealed class FloatBitsTests
{
    [Fact]
    public void Every_binary16_widens_to_the_bits_that_the_runtime_gives()
    {
        for (int bits = 0; bits <= ushort.MaxValue; bits++)
        {
            float expected = (float)BitConverter.UInt16BitsToHalf((ushort)bits);
            float actual = FloatBits.FromFloat16((ushort)bits);
            if (float.IsNaN(expected))
                Assert.True(float.IsNaN(actual));
            else
                Assert.Equal(BitConverter.SingleToUInt32Bits(expected), BitConverter.SingleToUInt32Bits(actual));
        }
    }

    [Fact]
    public void Every_bfloat16_goes_through_float32_unchanged()
    {
        for (int bits = 0; bits <= ushort.MaxValue; bits++)
        {
            float wide = FloatBits.FromBFloat16((ushort)bits);
            if (!float.IsNaN(wide))
                Assert.Equal((ushort)bits, FloatBits.ToBFloat16(wide));
            else
                Assert.True(float.IsNaN(FloatBits.FromBFloat16(FloatBits.ToBFloat16(wide))));
        }
    }

    [Theory]
    [InlineData(0x3F808000u, 0x3F80)] // tie, even below
    [InlineData(0x3F818000u, 0x3F82)] // tie, even above
    [InlineData(0x3F808001u, 0x3F81)]
    [InlineData(0x3F807FFFu, 0x3F80)]
    [InlineData(0x7F7FFFFFu, 0x7F80)] // rounds to infinity
    [InlineData(0x80000001u, 0x8000)]
    public void Rounding_to_bfloat16_is_to_nearest_ties_to_even(uint bits, int expected) =>
        Assert.Equal((ushort)expected, FloatBits.ToBFloat16(BitConverter.UInt32BitsToSingle(bits)));
}
