using Hone.Tensors;
using Xunit;

namespace Hone.UnitTests.Tensors;

/// <summary>Phases hand out every item once, begin when the one before is done, and never mistake an old number for a new one.</summary>
public sealed class StepPhasesTests
{
    [Theory]
    [InlineData(1, 7, 0)]
    [InlineData(2, 100, 0)]
    [InlineData(3, 65, int.MaxValue - 2)] // numbers go on below zero
    public void EveryItemIsHandedOutOnce(int ranges, int size, int first)
    {
        var phases = new StepPhases(ranges);
        phases.Begin(first, 5);
        int before = 5;
        for (int i = 0; i < 6; i++)
        {
            int phase = unchecked(first + i), done = 0;
            Assert.Equal(StepPhases.State.Open, phases.Look(phase, before, ranges * size));
            Assert.Equal(StepPhases.State.Closed, phases.Look(unchecked(phase + 1), ranges * size, ranges * size));
            var taken = new HashSet<(int, int)>();
            for (bool more = true; more;)
            {
                more = false;
                for (int range = 0; range < ranges; range++)
                {
                    foreach (bool front in (bool[])[true, false])
                    {
                        if (!(front ? phases.TakeFront(phase, range, size, out int from, out int to) : phases.TakeBack(phase, range, size, out from, out to)))
                            continue;
                        more = true;
                        for (int item = from; item < to; item++)
                            Assert.True(item >= 0 && item < size && taken.Add((range, item)), $"item {item} of range {range}");
                        done += to - from;
                        phases.Finish(phase, to - from);
                        Assert.Equal(done < ranges * size ? StepPhases.State.Open : StepPhases.State.Over, phases.Look(phase, before, ranges * size));
                    }
                }
            }
            Assert.Equal(ranges * size, taken.Count);
            before = ranges * size;
        }
    }

    [Fact]
    public void AWorkerThatComesLateFindsNothing()
    {
        var phases = new StepPhases(2);
        phases.Begin(10, 1);
        Assert.True(phases.TakeFront(10, 0, 1, out _, out _));
        phases.Finish(10, 1);
        Assert.True(phases.TakeFront(11, 0, 4, out _, out _));
        phases.Finish(11, 1);
        Assert.Equal(StepPhases.State.Over, phases.Look(10, 1, 1));
        Assert.False(phases.TakeFront(10, 0, 1, out _, out _));
        Assert.False(phases.TakeBack(10, 0, 1, out _, out _));
    }

    [Fact]
    public void FailureIsSaidUntilTheNextBeginning()
    {
        var phases = new StepPhases(2);
        phases.Fail();
        Assert.True(phases.HasFailed);
        phases.Begin(1, 1);
        Assert.False(phases.HasFailed);
    }
}
