using Hone.Tensors;
using Xunit;

namespace Hone.UnitTests.Tensors;

public sealed class NF4Tests
{
    [Fact]
    public void EveryPlaceComesBackAndTheFirstOfAPairIsUpper()
    {
        float[] values = [.. NF4.Codebook.ToArray().Select(value => value * 3f)];
        var packed = new byte[8];
        var largest = new float[1];
        NF4.Quantize(values, 64, packed, largest);
        Assert.Equal([0x01, 0x23, 0x45, 0x67, 0x89, 0xAB, 0xCD, 0xEF], packed);
        Assert.Equal([3f], largest);
        var back = new float[16];
        NF4.Dequantize(packed, largest, 64, back);
        Assert.Equal(values, back);
    }

    [Fact]
    public void TheNearestValueIsTaken()
    {
        var values = new float[2002];
        values[2001] = 1f;
        for (int i = 0; i <= 2000; i++)
            values[i] = (i - 1000) / 1000f;
        var packed = new byte[1001];
        var largest = new float[1];
        NF4.Quantize(values, 2002, packed, largest);
        for (int i = 0; i < values.Length; i++)
        {
            int place = i % 2 == 0 ? packed[i / 2] >> 4 : packed[i / 2] & 15;
            float distance = Math.Abs(values[i] - NF4.Codebook[place]);
            Assert.All(NF4.Codebook.ToArray(), other => Assert.True(distance <= Math.Abs(values[i] - other) + 1e-7f));
        }
    }

    [Theory]
    [InlineData(0u)]
    [InlineData(0x80000000u)]
    [InlineData(1u)]
    public void ZerosAndTheSmallestNumbersAreZeros(uint bits)
    {
        float value = BitConverter.UInt32BitsToSingle(bits);
        var values = new float[64];
        Array.Fill(values, value);
        var packed = new byte[32];
        var largest = new float[1];
        NF4.Quantize(values, 64, packed, largest);
        Assert.All(packed, pair => Assert.Equal(0x77, pair));
        NF4.Dequantize(packed, largest, 64, values);
        Assert.All(values, back => Assert.Equal(0f, back));
    }

    [Fact]
    public void WhatDoesNotFitIsRefused()
    {
        Assert.Throws<ArgumentException>(() => NF4.Quantize([1f, float.NaN], 64, new byte[1], new float[1]));
        Assert.Throws<ArgumentException>(() => NF4.Quantize([1f, 2f, 3f], 64, new byte[1], new float[1]));
        Assert.Throws<ArgumentOutOfRangeException>(() => NF4.Quantize([1f, 2f], 3, new byte[1], new float[1]));
        Assert.Throws<ArgumentException>(() => NF4.Dequantize(new byte[32], new float[2], 64, new float[64]));
        Assert.Throws<ArgumentException>(() => NF4Scales.Quantize([]));
        Assert.Throws<ArgumentException>(() => NF4Scales.Quantize([float.PositiveInfinity]));
        Assert.Throws<ArgumentException>(() => NF4Scales.Create(new byte[257], new float[1], 0));
    }

    [Fact]
    public void DoubleQuantizationIsWithinAStepOfItsTable()
    {
        float[] magnitudes = [.. Enumerable.Range(0, 1000).Select(i => 0.5f + ((i * 37 % 101) / 100f))];
        NF4Scales scales = NF4Scales.Quantize(magnitudes);
        Assert.Equal(magnitudes.Average(), scales.Offset, 1e-5f);
        Assert.Equal(4, scales.Largest.Length);
        var back = new float[1000];
        scales.Dequantize(back);
        // The widest step of the table is 0.0142 of the largest distance, which is at most 0.5 here.
        Assert.All(back.Zip(magnitudes), pair => Assert.InRange(Math.Abs(pair.First - pair.Second), 0, 0.0040f));
        var again = new float[1000];
        NF4Scales.Create(scales.Codes, scales.Largest, scales.Offset).Dequantize(again);
        Assert.Equal(back, again);
    }

    [Fact]
    public void OneMagnitudeIsItsMean()
    {
        NF4Scales scales = NF4Scales.Quantize([0.7f]);
        var back = new float[1];
        scales.Dequantize(back);
        Assert.Equal(0.7f, back[0]);
    }

    [Fact]
    public void TheTableIsSortedAndSymmetricButForItsEnds()
    {
        float[] table = NF4Scales.Codebook.ToArray();
        Assert.Equal(256, table.Length);
        Assert.Equal(table.Order().Distinct(), table);
        Assert.Equal(0f, table[127]);
        Assert.Equal(1f, table[255]);
        for (int i = 0; i < 127; i++)
            Assert.Equal(-table[i], table[254 - i]);
    }
}
