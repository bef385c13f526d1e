using Hone.Tensors;
using Xunit;

namespace Hone.UnitTests.Tensors;

/// <summary>What idle workers ask for. Addresses need not exist: nothing but a prefetch goes there.</summary>
public sealed class WeightsAheadTests
{
    private const long Large = 16 << 20, MostAsked = 512 << 10;

    private static GroupedProduct[] Group(int address, long bytes) =>
    [
        new GroupedProduct { Weight = address, Panels = 2, PanelBytes = bytes / 8 },
        new GroupedProduct { Weight = address + (int)bytes, FirstByte = bytes / 4, Panels = 3, PanelBytes = bytes / 4 },
    ];

    private static readonly GroupedProduct[] First = Group(1 << 28, Large), Second = Group(1 << 29, Large), Third = Group(1 << 30, Large);

    [Fact]
    public void AnOrderIsKnownWhenItWasSeenOnce()
    {
        var ahead = new WeightsAhead(2);
        ahead.Begin(First);
        Assert.False(ahead.Ask(1));
        ahead.Begin(Second);
        Assert.False(ahead.Ask(1));
        ahead.Begin(First);
        Assert.Equal(0, ahead.Asked(1));
        Assert.True(ahead.Ask(0));
        while (ahead.Ask(1))
            Assert.Equal(0, ahead.Asked(1));
        ahead.Begin(Second);
        Assert.Equal(MostAsked, ahead.Asked(1));
        Assert.InRange(ahead.Asked(0), 1, MostAsked - 1);
        ahead.Begin(First);
        Assert.Equal(0, ahead.Asked(1));
    }

    [Fact]
    public void AWrongGuessCountsForNothing()
    {
        var ahead = new WeightsAhead(2);
        foreach (GroupedProduct[] group in (GroupedProduct[][])[First, Second, First])
            ahead.Begin(group);
        Assert.True(ahead.Ask(1));
        ahead.Begin(Third);
        Assert.Equal(0, ahead.Asked(1));
        ahead.Begin(First);
        Assert.True(ahead.Ask(1));
        ahead.Begin(Third);
        Assert.True(ahead.Asked(1) > 0);
    }

    [Fact]
    public void WeightsThatStayInTheCachesAreNotAskedFor()
    {
        var ahead = new WeightsAhead(2);
        for (int round = 0; round < 3; round++)
        {
            ahead.Begin(Group(1 << 28, 1 << 20));
            Assert.False(ahead.Ask(1));
            ahead.Begin(Group(1 << 29, 1 << 20));
            Assert.False(ahead.Ask(1));
        }
    }
}
