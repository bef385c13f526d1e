namespace Hone.Tensors;

public sealed partial class ComputeContext
{
    /// <summary>
    /// Soft capping (arXiv 2408.00118, section 2): y = cap tanh(x / cap), element by element. With dy: dx = dy (1 - tanh(x / cap)²).
    /// Without a tape x itself is overwritten and returned.
    /// </summary>
    /// <param name="x">Any shape.</param>
    /// <param name="cap">The largest magnitude of y, above 0.</param>
    public Tensor SoftCap(Tensor x, float cap)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(cap);
        if (Tape is null)
        {
            Backend.SoftCap(x, cap, x);
            return x;
        }
        ScratchArena.Mark mark = Tape.Saved.MarkTop();
        Tensor y = Allocate(x.Shape);
        Backend.SoftCap(x, cap, y);
        return RecordSoftCap(mark, x, cap, y);
    }

    private Tensor RecordSoftCap(ScratchArena.Mark mark, Tensor x, float cap, Tensor y) =>
        Tape!.Record(y, mark, pass =>
        {
            if (!pass.Wants(x))
                return;
            Tensor dx = pass.Target(x, out bool accumulate);
            pass.Backend.SoftCapGradient(x, cap, pass.OutputGradient, dx, accumulate);
        });
}
