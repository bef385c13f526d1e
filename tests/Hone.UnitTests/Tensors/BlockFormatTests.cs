using Hone.Tensors;
using Xunit;

namespace Hone.UnitTests.Tensors;

public sealed class BlockFormatTests
{
    private static readonly QuantFormat[] All =
    [
        QuantFormat.Q8_0, QuantFormat.Q4_0, QuantFormat.Q4_1, QuantFormat.Q5_0, QuantFormat.Q5_1, QuantFormat.Q2_K, QuantFormat.Q3_K,
        QuantFormat.Q4_K, QuantFormat.Q5_K, QuantFormat.Q6_K, QuantFormat.IQ4_NL,
    ];

    public static TheoryData<QuantFormat> Formats => [.. All];

    [Theory, MemberData(nameof(Formats))]
    public void EverySetAndEveryCutGivesTheSameBytes(QuantFormat format)
    {
        float[] values = Mixed(8 * 256 * 9);
        byte[] whole = Encode(format, values);
        foreach (KernelSet set in Enum.GetValues<KernelSet>().Where(KernelSets.IsSupported))
        {
            var blocks = new byte[whole.Length];
            BlockFormats.Encode(format, values, blocks, set);
            Assert.Equal(whole, blocks);
        }
        foreach (int threads in (int[])[1, 3])
        {
            using var workers = new WorkerPool(threads);
            float[] many = [.. values, .. values, .. values];
            var blocks = new byte[3 * whole.Length];
            BlockFormats.Encode(format, many, blocks, workers);
            Assert.Equal([.. whole, .. whole, .. whole], blocks);
            var decoded = new float[many.Length];
            BlockFormats.Decode(format, blocks, decoded, workers);
            Assert.Equal(Decode(format, whole), decoded[^values.Length..]);
        }
        int each = format.BlockElements(), bytes = format.BlockBytes();
        for (int block = 0; block < values.Length / each; block += 7)
            Assert.Equal(whole[(block * bytes)..((block + 1) * bytes)], Encode(format, values[(block * each)..((block + 1) * each)]));
    }

    [Theory, MemberData(nameof(Formats))]
    public void ABlockWhoseScaleIsNoFiniteNumberIsFound(QuantFormat format)
    {
        int size = format.BlockBytes(), found = 0;
        var random = new Random(5);
        for (int round = 0; round < 3000; round++)
        {
            var blocks = new byte[3 * size];
            random.NextBytes(blocks);
            float[] values = Decode(format, blocks);
            int expected = -1;
            for (int block = 2; block >= 0; block--)
            {
                if (values.Skip(block * format.BlockElements()).Take(format.BlockElements()).Any(value => !float.IsFinite(value)))
                    expected = block;
            }
            Assert.Equal(expected, BlockFormats.FirstNonFinite(format, blocks));
            found += expected >= 0 ? 1 : 0;
        }
        Assert.True(found > 100, $"{found} rounds had one.");
    }

    [Theory, MemberData(nameof(Formats))]
    public void ZerosAndWhatIsTooSmallForAScaleBecomeZero(QuantFormat format)
    {
        foreach (float value in (float[])[0f, -0f, 1e-45f, -1e-45f, 1e-38f, -3e-39f, 1e-12f])
        {
            var values = new float[256];
            Array.Fill(values, value);
            values[3] = -value / 2;
            Assert.All(Decode(format, Encode(format, values)), decoded => Assert.Equal(0f, Math.Abs(decoded)));
        }
    }

    [Theory]
    [InlineData(QuantFormat.Q2_K)]
    [InlineData(QuantFormat.Q3_K)]
    [InlineData(QuantFormat.Q4_K)]
    [InlineData(QuantFormat.Q5_K)]
    [InlineData(QuantFormat.Q6_K)]
    [InlineData(QuantFormat.IQ4_NL)]
    public void AScaleBelowFloat16IsMadeUpForByItsIntegers(QuantFormat format)
    {
        // The plain choice of scales is below 2^-24, the least that float16 has, and would make all of it zero.
        float[] values = [.. Mixed(256).Select(value => value * 1.5e-5f)];
        float largest = values.Max(Math.Abs), step = MathF.Max(1f / (1 << 23), largest / 2);
        Assert.All(Decode(format, Encode(format, values)).Zip(values), pair => Assert.InRange(Math.Abs(pair.First - pair.Second), 0, step));
    }

    [Theory, MemberData(nameof(Formats))]
    public void WhatIsNoNumberIsRefused(QuantFormat format)
    {
        foreach (float value in (float[])[float.NaN, float.PositiveInfinity, float.NegativeInfinity])
        {
            var values = new float[512];
            values[300] = value;
            string message = Assert.Throws<ArgumentException>(() => Encode(format, values)).Message;
            Assert.Contains("300", message, StringComparison.Ordinal);
            using var workers = new WorkerPool(2);
            values = new float[40 * 1024];
            values[^1] = value;
            var blocks = new byte[values.Length / format.BlockElements() * format.BlockBytes()];
            Assert.Contains($"{values.Length - 1}", Assert.Throws<ArgumentException>(() => BlockFormats.Encode(format, values, blocks, workers)).Message, StringComparison.Ordinal);
        }
    }

    [Theory, MemberData(nameof(Formats))]
    public void WhatIsTooLargeForAScaleIsRefused(QuantFormat format)
    {
        foreach (float value in (float[])[1e12f, -1e20f, float.MaxValue])
        {
            float[] values = Mixed(256);
            values[200] = value;
            Assert.Contains("float16", Assert.Throws<ArgumentException>(() => Encode(format, values)).Message, StringComparison.Ordinal);
        }
    }

    [Theory, MemberData(nameof(Formats))]
    public void SizesMustMatch(QuantFormat format)
    {
        Assert.Throws<ArgumentException>(() => BlockFormats.Encode(format, new float[255], new byte[1000]));
        Assert.Throws<ArgumentException>(() => BlockFormats.Decode(format, new byte[format.BlockBytes() + 1], new float[format.BlockElements()]));
        BlockFormats.Decode(format, [], []);
        BlockFormats.Encode(format, [], []);
    }

    [Theory, MemberData(nameof(Formats))]
    public void ErrorsAreNoLargerThanTheStep(QuantFormat format)
    {
        // Half a step over the range of a block, for the widest of steps; one extra for scales that are rounded themselves.
        (double Steps, double Slack) measure = format switch
        {
            QuantFormat.Q8_0 => (254, 1.1), QuantFormat.Q6_K => (62, 1.5), QuantFormat.Q5_0 or QuantFormat.Q5_1 or QuantFormat.Q5_K => (30, 2),
            QuantFormat.Q3_K => (6, 2), QuantFormat.Q2_K => (3, 2.5), _ => (14, 2),
        };
        float[] values = Mixed(64 * 256);
        float[] decoded = Decode(format, Encode(format, values));
        for (int start = 0; start < values.Length; start += 256)
        {
            double range = values.AsSpan(start, 256).ToArray().Max(value => 2 * Math.Abs((double)value));
            for (int i = start; i < start + 256; i++)
                Assert.InRange(Math.Abs((double)values[i] - decoded[i]), 0, range / measure.Steps / 2 * measure.Slack);
        }
    }

    [Fact]
    public void ZerosHaveTheBytesOfGgml()
    {
        // The scale of the symmetric ones is 0 / -8: a negative zero; code 8 and 16 are zero.
        Assert.Equal([0x00, 0x80, .. Enumerable.Repeat((byte)0x88, 16)], Encode(QuantFormat.Q4_0, new float[32]));
        Assert.Equal([0x00, 0x80, 0xFF, 0xFF, 0xFF, 0xFF, .. new byte[16]], Encode(QuantFormat.Q5_0, new float[32]));
        Assert.Equal(new byte[34], Encode(QuantFormat.Q8_0, new float[32]));
        // The minimum is the first zero, with its sign.
        Assert.Equal([0, 0, 0x00, 0x80, .. new byte[16]], Encode(QuantFormat.Q4_1, [-0f, .. new float[31]]));
        Assert.Equal([0, 0, 0, 0, .. new byte[16]], Encode(QuantFormat.Q4_1, [0f, -0f, .. new float[30]]));
    }

    [Fact]
    public void Q8RoundsHalvesAwayFromZero()
    {
        var values = new float[32];
        (values[0], values[1], values[2], values[3]) = (127f, 0.5f, -0.5f, 0.49999997f);
        byte[] blocks = Encode(QuantFormat.Q8_0, values);
        Assert.Equal([127, 1, 0xFF, 0], blocks[2..6]);
    }

    [Fact]
    public void NF4IsRefusedWithItsName()
    {
        Assert.Contains("NF4", Assert.Throws<ArgumentException>(() => BlockFormats.Encode(QuantFormat.NF4, new float[64], new byte[32])).Message, StringComparison.Ordinal);
        Assert.Contains("NF4", Assert.Throws<ArgumentException>(() => BlockFormats.Decode(QuantFormat.NF4, new byte[32], new float[64])).Message, StringComparison.Ordinal);
    }

    // Gaussian-like blocks of differing magnitude, one-sided ones, flat ones and ones with an outlier.
    private static float[] Mixed(int count)
    {
        var values = new float[count];
        for (int i = 0; i < count; i++)
        {
            float uniform = (((uint)(i * 2654435761L) >> 8) / (float)(1 << 24)) - 0.5f, other = (((uint)(i * 40503L * 69069L) >> 8) / (float)(1 << 24)) - 0.5f;
            values[i] = (uniform + other) * (1 + (i / 256 % 7)) * 0.1f;
            values[i] = (i / 256 % 9) switch
            {
                3 => Math.Abs(values[i]) + 0.2f,
                4 => 0.125f,
                5 when i % 256 == 77 => 3f,
                6 => -Math.Abs(values[i]) - 0.3f,
                7 when i % 2 == 0 => 0f,
                _ => values[i],
            };
        }
        return values;
    }

    private static byte[] Encode(QuantFormat format, float[] values)
    {
        var blocks = new byte[values.Length / format.BlockElements() * format.BlockBytes()];
        BlockFormats.Encode(format, values, blocks);
        return blocks;
    }

    private static float[] Decode(QuantFormat format, byte[] blocks)
    {
        var values = new float[blocks.Length / format.BlockBytes() * format.BlockElements()];
        BlockFormats.Decode(format, blocks, values);
        return values;
    }
}
