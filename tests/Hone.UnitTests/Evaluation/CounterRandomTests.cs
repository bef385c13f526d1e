using Hone.Evaluation.Tasks;
using Xunit;

namespace Hone.UnitTests.Evaluation;

public sealed class CounterRandomTests
{
    // The known-answer vectors of the Random123 distribution (kat_vectors, philox4x32 10).
    [Theory]
    [InlineData(0u, 0u, 0u, 0u, 0u, 0u, 0x6627e8d5u, 0xe169c58du, 0xbc57ac4cu, 0x9b00dbd8u)]
    [InlineData(~0u, ~0u, ~0u, ~0u, ~0u, ~0u, 0x408f276du, 0x41c83b0eu, 0xa20bc7c6u, 0x6d5451fdu)]
    [InlineData(0x243f6a88u, 0x85a308d3u, 0x13198a2eu, 0x03707344u, 0xa4093822u, 0x299f31d0u, 0xd16cfe09u, 0x94fdccebu, 0x5001e420u, 0x24126ea1u)]
    public void Philox_gives_the_published_words(
        uint c0, uint c1, uint c2, uint c3, uint k0, uint k1, uint r0, uint r1, uint r2, uint r3) =>
        Assert.Equal((r0, r1, r2, r3), CounterRandom.Philox((c0, c1, c2, c3), (k0, k1)));

    [Fact]
    public void Bounded_numbers_are_uniform()
    {
        foreach (int bound in new[] { 1, 2, 7, 10, 97 })
        {
            var counts = new int[bound];
            var random = new CounterRandom(3, RandomPurpose.TrackerTest, (ulong)bound);
            const int perCell = 2000;
            for (int i = 0; i < bound * perCell; i++) counts[random.Next(bound)]++;
            Assert.All(counts, c => Assert.InRange(c, perCell - 250, perCell + 250));
        }
    }

    [Fact]
    public void Streams_differ_by_seed_purpose_and_index()
    {
        (ulong, RandomPurpose, ulong)[] keys =
        [
            (1, RandomPurpose.TrackerTrain, 1), (2, RandomPurpose.TrackerTrain, 1), (1, RandomPurpose.TrackerTest, 1),
            (1, RandomPurpose.TrackerTrain, 2), (1UL << 32 | 1, RandomPurpose.TrackerTrain, 1), (1, RandomPurpose.TrackerTrain, 1UL << 32 | 1),
        ];
        var words = keys.Select(k => new CounterRandom(k.Item1, k.Item2, k.Item3).NextUInt32()).ToList();
        Assert.Equal(words.Count, words.Distinct().Count());
        var stream = new CounterRandom(1, RandomPurpose.TrackerTrain, 1);
        Assert.Equal(100, Enumerable.Range(0, 100).Select(_ => stream.NextUInt32()).Distinct().Count());
        for (int i = 0; i < 1000; i++) Assert.InRange(stream.NextDouble(), 0, 1 - 1e-16);
    }
}
