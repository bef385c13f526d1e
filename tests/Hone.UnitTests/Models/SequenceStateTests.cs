using Hone.Models;
using Hone.Tensors;
using Xunit;

namespace Hone.UnitTests.Models;

public sealed class SequenceStateTests : IDisposable
{
    private readonly ReferenceBackend _backend = new();
    private readonly PagePool _pool;

    public SequenceStateTests() => _pool = new PagePool(_backend, TinyModels.Config("plain"), maximumPages: 6);

    public void Dispose()
    {
        _pool.Dispose();
        Assert.Equal(0, _backend.Ledger.LiveBlocks);
    }

    [Fact]
    public void PagesAreTakenAsTheyAreNeeded()
    {
        using var state = new SequenceState(_pool);
        Assert.Equal(0, state.PagesNeeded(0));
        Assert.Equal(1, state.PagesNeeded(32));
        Assert.Equal(2, state.PagesNeeded(33));
        Grow(state, 33);
        Assert.Equal(2, _pool.UsedPages);
        Assert.Equal(0, state.PagesNeeded(31));
        Assert.Equal(1, state.PagesNeeded(32));
        Assert.Throws<ArgumentOutOfRangeException>(() => state.Advance(32));
        Assert.Throws<ArgumentOutOfRangeException>(() => state.TruncateTo(34));
        Assert.Throws<ArgumentOutOfRangeException>(() => state.TruncateTo(-1));
    }

    [Fact]
    public void ARefusedPageIsNobodysAndTheStateStaysWhole()
    {
        using var other = new SequenceState(_pool);
        Grow(other, 32);
        var state = new SequenceState(_pool);
        Grow(state, 40);
        Assert.Throws<InvalidOperationException>(() => state.Reserve(1000));
        Assert.Equal(40, state.Length);
        Assert.Equal(6, _pool.UsedPages);
        Assert.Equal(6, state.Pages.Length + other.Pages.Length);
        Assert.DoesNotContain(other.Pages[0], state.Pages.ToArray());
        state.Dispose();
        Assert.Equal(1, _pool.UsedPages);
        using var next = new SequenceState(_pool);
        Grow(next, 160);
        Assert.DoesNotContain(other.Pages[0], next.Pages.ToArray());
    }

    [Fact]
    public void AForkSharesWhatIsWrittenAndNothingElse()
    {
        using var state = new SequenceState(_pool);
        Grow(state, 32);
        // Reserved for a step that never came.
        state.Reserve(1);
        using SequenceState fork = state.Fork();
        Assert.Equal(1, fork.Pages.Length);
        Assert.Equal(2, _pool.UsedPages);
        Grow(fork, 1);
        Grow(state, 1);
        Assert.Equal(state.Pages[0], fork.Pages[0]);
        Assert.NotEqual(state.Pages[1], fork.Pages[1]);
    }

    [Fact]
    public void ACopyIsMadeOnlyWhileAPageIsShared()
    {
        var state = new SequenceState(_pool);
        Grow(state, 40);
        SequenceState fork = state.Fork();
        Assert.Equal(1, state.PagesNeeded(1));
        int shared = state.Pages[1];
        Grow(state, 1);
        Assert.NotEqual(shared, state.Pages[1]);
        Assert.Equal(0, fork.PagesNeeded(1));
        Grow(fork, 1);
        Assert.Equal(shared, fork.Pages[1]);
        state.Dispose();
        state.Dispose();
        Assert.Equal(2, _pool.UsedPages);
        fork.Dispose();
        Assert.Equal(0, _pool.UsedPages);
        Assert.Throws<ObjectDisposedException>(() => fork.Reserve(1));
        Assert.Throws<ObjectDisposedException>(() => fork.Fork());
    }

    [Fact]
    public void ATableOfTheExpectedLengthGrowsWithoutManagedMemory()
    {
        Grow(new SequenceState(_pool), 32);
        using var state = new SequenceState(_pool, expectedTokens: 160);
        Grow(state, 31);
        using (var warm = new SequenceState(_pool, 96))
            Grow(warm, 96);
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 31; i < 96; i++)
            Grow(state, 1);
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    private static void Grow(SequenceState state, int tokens)
    {
        state.Reserve(tokens);
        state.Advance(tokens);
    }
}
