namespace Hone.Tensors;

public sealed partial class ComputeContext
{
    /// <summary>y = a + b. With dy: da = dy, db = dy.</summary>
    /// <exception cref="ArgumentException">The element counts differ.</exception>
    public Tensor Add(Tensor a, Tensor b)
    {
        if (a.ElementCount != b.ElementCount)
            throw new ArgumentException($"{a.Shape} and {b.Shape} differ.", nameof(b));
        ScratchArena.Mark mark = Tape?.Saved.MarkTop() ?? default;
        Tensor y = Allocate(a.Shape);
        Backend.Add(a, b, y);
        return Tape is null ? y : RecordAdd(mark, a, b, y);
    }

    private Tensor RecordAdd(ScratchArena.Mark mark, Tensor a, Tensor b, Tensor y) =>
        Tape!.Record(y, mark, pass =>
        {
            if (pass.Wants(a))
                pass.PassOn(a);
            if (pass.Wants(b))
                pass.PassOn(b);
        });

    /// <summary>
    /// The residual sum x + branch. Without a tape x itself is overwritten and returned, so that a decode step needs one
    /// residual stream; with one this is <see cref="Add"/>.
    /// </summary>
    public Tensor AddResidual(Tensor x, Tensor branch)
    {
        if (Tape is not null)
            return Add(x, branch);
        if (x.ElementCount != branch.ElementCount)
            throw new ArgumentException($"{x.Shape} and {branch.Shape} differ.", nameof(branch));
        Backend.Add(x, branch, x);
        return x;
    }

    /// <summary>y = x f. With dy: dx = dy f.</summary>
    public Tensor Scale(Tensor x, float factor)
    {
        ScratchArena.Mark mark = Tape?.Saved.MarkTop() ?? default;
        Tensor y = Allocate(x.Shape);
        Backend.Scale(x, factor, y);
        return Tape is null ? y : RecordScale(mark, x, factor, y);
    }

    private Tensor RecordScale(ScratchArena.Mark mark, Tensor x, float factor, Tensor y) =>
        Tape!.Record(y, mark, pass =>
        {
            if (!pass.Wants(x))
                return;
            Tensor dx = pass.Rent(x.Shape);
            pass.Backend.Scale(pass.OutputGradient, factor, dx);
            pass.Give(x, dx);
        });
}
