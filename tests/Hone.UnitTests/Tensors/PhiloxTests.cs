using Hone.Tensors;
using Xunit;

namespace Hone.UnitTests.Tensors;

public sealed class PhiloxTests
{
    // Known answers for philox4x32-10 of the Random123 distribution (kat_vectors).
    [Theory]
    [InlineData(0u, 0u, 0u, 0u, 0u, 0u, 0x6627e8d5u, 0xe169c58du, 0xbc57ac4cu, 0x9b00dbd8u)]
    [InlineData(~0u, ~0u, ~0u, ~0u, ~0u, ~0u, 0x408f276du, 0x41c83b0eu, 0xa20bc7c6u, 0x6d5451fdu)]
    [InlineData(0x243f6a88u, 0x85a308d3u, 0x13198a2eu, 0x03707344u, 0xa4093822u, 0x299f31d0u, 0xd16cfe09u, 0x94fdccebu, 0x5001e420u, 0x24126ea1u)]
    public void GivesTheKnownAnswers(uint c0, uint c1, uint c2, uint c3, uint k0, uint k1, uint w0, uint w1, uint w2, uint w3) =>
        Assert.Equal(new PhiloxBlock(w0, w1, w2, w3), Philox.Rounds(c0, c1, c2, c3, k0, k1));

    [Fact]
    public void EveryPartOfKeyAndCounterMatters()
    {
        var blocks = new HashSet<PhiloxBlock>
        {
            new Philox(1, RandomPurpose.Sampling).Block(1, 1, 1),
            new Philox(2, RandomPurpose.Sampling).Block(1, 1, 1),
            new Philox(1UL << 32, RandomPurpose.Sampling).Block(1, 1, 1),
            new Philox(1, RandomPurpose.Task).Block(1, 1, 1),
            new Philox(1, RandomPurpose.Sampling).Block(2, 1, 1),
            new Philox(1, RandomPurpose.Sampling).Block(1UL << 40, 1, 1),
            new Philox(1, RandomPurpose.Sampling).Block(1, 2, 1),
            new Philox(1, RandomPurpose.Sampling).Block(1, 1, 2),
        };
        Assert.Equal(8, blocks.Count);
    }

    [Fact]
    public void UniformNumbersFillTheirHalfOpenInterval()
    {
        var least = new PhiloxBlock(0, 0, 0, 0);
        var most = new PhiloxBlock(~0u, ~0u, ~0u, ~0u);
        Assert.Equal(0f, least.Single(3));
        Assert.Equal(1 - (1f / (1 << 24)), most.Single(0));
        Assert.Equal(0.0, least.Double(1));
        Assert.Equal(1 - (1.0 / (1L << 53)), most.Double(0));
        Assert.True(double.IsFinite(most.Normals().First) && double.IsFinite(least.Normals().Second));
    }

    [Fact]
    public void NormalNumbersHaveTheMomentsOfTheirLaw()
    {
        var stream = new PhiloxStream(3, RandomPurpose.Initialization);
        const int count = 200_000;
        double first = 0, second = 0, fourth = 0;
        for (int i = 0; i < count; i++)
        {
            double x = stream.NextNormal();
            first += x;
            second += x * x;
            fourth += x * x * x * x;
        }
        // Five standard deviations of each mean: 1, sqrt 2 and sqrt 96 over sqrt(count).
        Assert.InRange(first / count, -0.0112, 0.0112);
        Assert.InRange(second / count, 1 - 0.0159, 1 + 0.0159);
        Assert.InRange(fourth / count, 3 - 0.11, 3 + 0.11);
    }

    [Fact]
    public void AStreamResumesAtAnyPosition()
    {
        var whole = new PhiloxStream(9, RandomPurpose.DataOrder, 5);
        uint[] words = new uint[23];
        for (int i = 0; i < words.Length; i++)
            words[i] = whole.NextUInt32();
        for (int start = 0; start < words.Length; start++)
        {
            var resumed = new PhiloxStream(9, RandomPurpose.DataOrder, 5) { Position = start };
            for (int i = start; i < words.Length; i++)
                Assert.Equal(words[i], resumed.NextUInt32());
        }
        Assert.Throws<ArgumentOutOfRangeException>(() => whole.Position = -1);
        whole.Position = 1L << 34;
        Assert.Throws<InvalidOperationException>(() => whole.NextUInt32());
    }

    [Fact]
    public void BoundedNumbersAndShufflesAreUniform()
    {
        var stream = new PhiloxStream(1, RandomPurpose.DataOrder);
        var orders = new int[6];
        for (int i = 0; i < 60_000; i++)
        {
            int[] items = [0, 1, 2];
            stream.Shuffle<int>(items);
            orders[(items[0] * 2) + (items[1] > items[2] ? 1 : 0)]++;
        }
        Assert.All(orders, count => Assert.InRange(count, 10_000 - 460, 10_000 + 460));
        Assert.Throws<ArgumentOutOfRangeException>(() => stream.NextInt32(0));
    }
}
