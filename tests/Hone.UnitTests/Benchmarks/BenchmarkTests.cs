using Hone.Benchmarks;
using Hone.Benchmarks.Allocations;
using Hone.Benchmarks.Measuring;
using Xunit;

namespace Hone.UnitTests.Benchmarks;

public sealed class BenchmarkTests
{
    [Fact]
    public void MoreThanExpectedFailsTheAllocationGate()
    {
        AllocationFigure[] figures = [new("step", 10, 1), new("region", 0, 0)];
        IReadOnlyDictionary<string, long> written = AllocationGate.Read(AllocationGate.Write(figures));
        Assert.Equal(4, written.Count);
        Assert.Empty(AllocationGate.Excess(figures, written));
        Assert.Empty(AllocationGate.Excess([new("step", 9, 0)], written));
        Assert.Equal("step_bytes is 11, above the 10 of expected-allocations.json.", Assert.Single(AllocationGate.Excess([new("step", 11, 1)], written)));
        Assert.Equal("region_collections is 2, above the 0 of expected-allocations.json.", Assert.Single(AllocationGate.Excess([new("region", 0, 2)], written)));
        Assert.Equal(2, AllocationGate.Excess([new("new", 0, 0)], written).Count);
    }

    [Fact]
    public void FiguresSayWhetherTheyReachTheirTargets()
    {
        Assert.True(new Figure("a", 1, 0.95, 0.9, 0.95).IsReached);
        Assert.False(new Figure("a", 1, 0.94, 0.9, 0.95).IsReached);
        Assert.True(new Figure("a", 1, 0.9, 0.9, 1, "us", AtMost: true).IsReached);
        Assert.Null(new Figure("a", 1, 0.9, 0.9, null).IsReached);
        Assert.Equal(["a", "2", ">= 95 %", "94 % (90 %)", "FMA 1 GFLOP/s", "missed"], new Figure("a", 2, 0.94, 0.9, 0.95, Limit: "FMA 1 GFLOP/s").Row());
        Assert.Equal(["a", "2", "<= 1 us", "0.25 us (0.3 us)", "", "ok"], new Figure("a", 2, 0.25, 0.3, 1, "us", AtMost: true).Row());
    }

    [Fact]
    public void TablesAreMarkdown()
    {
        using var text = new StringWriter { NewLine = "\n" };
        MarkdownTable.Write(text, ["a", "longer"], [["one", "2"], ["x", "y"]]);
        Assert.Equal("| a   | longer |\n| --- | ------ |\n| one | 2      |\n| x   | y      |\n\n", text.ToString());
    }

    [Fact]
    public void TablesHaveNamesOfTheirOwnAndOptionsAreFound()
    {
        Assert.Equal(BenchmarkTable.All.Count, BenchmarkTable.All.Select(t => t.Name).Distinct().Count());
        Assert.All(BenchmarkTable.All, t => Assert.DoesNotContain(t.Name, new[] { "all", "report", "--help" }));
        var options = new BenchmarkOptions(["peers", "--what", "gemm", "--python"]);
        Assert.Equal("gemm", options.After("--what"));
        Assert.Null(options.After("--python"));
        Assert.Null(options.After("--other"));
    }
}
