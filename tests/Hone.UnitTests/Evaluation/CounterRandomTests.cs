using Hone.Evaluation.Tasks;
using Xunit;

namespace Hone.UnitTests.Evaluation;

public sealed class CounterRandomTests
{
    [Fact]
    public void Bounded_numbers_are_uniform()
    {
        foreach (int bound in new[] { 1, 2, 7, 10, 97 })
        {
            var counts = new int[bound];
            var random = new CounterRandom(3, TaskStream.TrackerTest, (ulong)bound);
            const int perCell = 2000;
            for (int i = 0; i < bound * perCell; i++) counts[random.Next(bound)]++;
            Assert.All(counts, c => Assert.InRange(c, perCell - 250, perCell + 250));
        }
    }

    [Fact]
    public void Streams_differ_by_seed_side_and_index()
    {
        (ulong, TaskStream, ulong)[] keys =
        [
            (1, TaskStream.TrackerTrain, 1), (2, TaskStream.TrackerTrain, 1), (1, TaskStream.TrackerTest, 1),
            (1, TaskStream.TrackerTrain, 2), (1UL << 32 | 1, TaskStream.TrackerTrain, 1), (1, TaskStream.TrackerTrain, 1UL << 32 | 1),
        ];
        var words = keys.Select(k => new CounterRandom(k.Item1, k.Item2, k.Item3).NextUInt32()).ToList();
        Assert.Equal(words.Count, words.Distinct().Count());
        var stream = new CounterRandom(1, TaskStream.TrackerTrain, 1);
        Assert.Equal(100, Enumerable.Range(0, 100).Select(_ => stream.NextUInt32()).Distinct().Count());
        for (int i = 0; i < 1000; i++) Assert.InRange(stream.NextDouble(), 0, 1 - 1e-16);
    }
}
