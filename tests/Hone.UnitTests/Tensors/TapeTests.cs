using Hone.Tensors;
using Hone.UnitTests.Models;
using Xunit;

namespace Hone.UnitTests.Tensors;

public sealed class TapeTests : IDisposable
{
    private readonly ReferenceBackend _backend = new();
    private readonly ComputeContext _context;
    private readonly Tape _tape;
    private readonly Gradients _gradients;

    public TapeTests()
    {
        _context = new ComputeContext(_backend);
        _tape = new Tape(_backend);
        _gradients = new Gradients(_backend);
        _context.Tape = _tape;
    }

    public void Dispose()
    {
        _context.Dispose();
        _tape.Dispose();
        _gradients.Dispose();
        Assert.Equal(0, _backend.Ledger.LiveBlocks);
    }

    [Fact]
    public void ATensorUsedTwiceByOneOpGetsBothGradients()
    {
        using Parameter table = Table([1, 2, 3]);
        Tensor x = _context.Embedding(table, [2, 0]);
        Tensor y = _context.Add(x, x);
        // Another use, recorded later and so walked first, must not be lost by the sharing.
        Tensor z = _context.Add(_context.Scale(x, 10), y);
        Seed(z, [1, 100]);
        _tape.Backward(_gradients, _context);
        Assert.Equal([1200, 0, 12], Read(_gradients.Total(table)));
        Assert.Equal(0, _tape.Pool.RentedCount);
        Assert.True(_tape.Saved.IsEmpty);
    }

    [Fact]
    public void SeveralSeedsAddUpAndUnreachedParametersHaveNoGradient()
    {
        using Parameter table = Table([1, 2]), other = Table([1, 2]);
        Tensor x = _context.Embedding(table, [0]);
        _context.Embedding(other, [1]);
        Tensor y = _context.Scale(x, 3);
        Seed(y, [1]);
        Seed(y, [4]);
        Seed(x, [100]);
        _tape.Backward(_gradients, _context);
        Assert.Equal([115, 0], Read(_gradients.Total(table)));
        Assert.True(_gradients.Total(other).IsEmpty);
    }

    [Fact]
    public void AFrozenParameterGetsNoGradientAndAClearedOneStartsAtZero()
    {
        using Parameter table = Table([1, 2]);
        table.IsTrainable = false;
        Once();
        Assert.True(_gradients.Total(table).IsEmpty);
        table.IsTrainable = true;
        Once();
        Assert.Equal([0, 1], Read(_gradients.Total(table)));
        _gradients.Clear();
        Assert.True(_gradients.Total(table).IsEmpty);
        Once();
        Assert.Equal([0, 1], Read(_gradients.Total(table)));

        void Once()
        {
            Seed(_context.Embedding(table, [1]), [1]);
            _tape.Backward(_gradients, _context);
        }
    }

    [Fact]
    public void RowsSelectedTwiceGetTheSum()
    {
        using Parameter table = Table([1, 2, 3]);
        Tensor x = _context.Embedding(table, [0, 1, 2]);
        Seed(_context.SelectRows(x, [2, 2, 0]), [1, 10, 100]);
        _tape.Backward(_gradients, _context);
        Assert.Equal([100, 0, 11], Read(_gradients.Total(table)));
    }

    [Fact]
    public void SeedsMustBeRecordedAndFit()
    {
        using Parameter table = Table([1, 2]);
        Tensor loose = _context.Scratch.Take(new Shape(1, 1));
        Assert.Throws<ArgumentException>(() => _tape.Seed(loose, loose));
        Tensor x = _context.Embedding(table, [0, 1]);
        Assert.Throws<ArgumentException>(() => _tape.Seed(x, loose));
        Assert.Throws<ArgumentOutOfRangeException>(() => _context.Embedding(table, [2]));
        _tape.Clear();
    }

    [Fact]
    public void AStretchThatThrowsLeavesTheTapeInPlaceAndTheArenasClean()
    {
        using Parameter table = Table([1, 2]);
        Tensor x = _context.Embedding(table, [0]);
        Assert.Throws<PlannedFailureException>(() => _context.Recompute(x, (c, i) =>
        {
            c.Scale(i, 2);
            throw new PlannedFailureException();
        }));
        Assert.Same(_tape, _context.Tape);
        Assert.True(_context.Scratch.IsEmpty);
        _tape.Clear();
        Assert.True(_tape.Saved.IsEmpty);

        // And when it throws while it is run again in backward.
        bool fail = false;
        x = _context.Embedding(table, [0]);
        Tensor y = _context.Recompute(x, (c, i) => fail ? throw new PlannedFailureException() : c.Scale(i, 2));
        Seed(y, [1]);
        fail = true;
        _context.Tape = null;
        Assert.Throws<PlannedFailureException>(() => _tape.Backward(_gradients, _context));
        Assert.Null(_context.Tape);
        _tape.Clear();
        Assert.True(_tape.Saved.IsEmpty);
    }

    [Fact]
    public void ARecomputedStretchHasTheGradientOfTheStretch()
    {
        using Parameter table = Table([1, 2, 3]);
        float[] Gradient(bool recompute)
        {
            _gradients.Clear();
            Tensor x = _context.Embedding(table, [0, 2]);
            Tensor y = recompute ? _context.Recompute(x, Stretch) : Stretch(_context, x);
            Seed(y, [0.1f, 0.7f]);
            _tape.Backward(_gradients, _context);
            Assert.Equal(0, _tape.Pool.RentedCount);
            return Read(_gradients.Total(table));
        }
        float[] plain = Gradient(false);
        Assert.Equal(plain, Gradient(true));
        Assert.Equal(2 * 0.1f, plain[0], 1e-6f);

        static Tensor Stretch(ComputeContext context, Tensor x) => context.Add(x, context.Scale(x, 1));
    }

    private Parameter Table(float[] values)
    {
        Tensor tensor = _backend.CreateTensor(new Shape(values.Length, 1));
        _backend.Upload(values, tensor);
        return new Parameter("table", tensor);
    }

    private void Seed(Tensor output, float[] values)
    {
        Tensor seed = _backend.CreateTensor(output.Shape);
        _backend.Upload(values, seed);
        _tape.Seed(output, seed);
        seed.Storage.Dispose();
    }

    private float[] Read(Tensor tensor)
    {
        var values = new float[tensor.ElementCount];
        _backend.Download(tensor, values);
        return values;
    }
}
