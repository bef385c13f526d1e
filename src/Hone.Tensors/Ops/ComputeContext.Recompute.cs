namespace Hone.Tensors;

public sealed partial class ComputeContext
{
    /// <summary>
    /// Runs a stretch of ops without keeping what its backward needs; backward runs it again (arXiv 1604.06174). The
    /// arithmetic is the same, so values and gradients have the same bits; memory is one stretch instead of all.
    /// Without a tape it simply runs.
    /// </summary>
    /// <param name="x">Its input.</param>
    /// <param name="stretch">Ops that depend on x and parameters only and return a tensor of x's element count or another.</param>
    public Tensor Recompute(Tensor x, Func<ComputeContext, Tensor, Tensor> stretch)
    {
        ArgumentNullException.ThrowIfNull(stretch);
        if (Tape is not { } tape)
            return stretch(this, x);
        ScratchArena.Mark mark = tape.Saved.MarkTop(), scratch = Scratch.MarkTop();
        Tensor temporary;
        Tape = null;
        try
        {
            // Ops without a tape may work in place; the saved input stays as it is.
            Tensor copy = Scratch.Take(x.Shape);
            Backend.Copy(x, copy);
            temporary = stretch(this, copy);
        }
        catch
        {
            Scratch.Release(scratch);
            throw;
        }
        finally
        {
            Tape = tape;
        }
        Tensor y = Allocate(temporary.Shape);
        Backend.Copy(temporary, y);
        Scratch.Release(scratch);
        return tape.Record(y, mark, pass =>
        {
            Tape? before = pass.Context.Tape;
            pass.Context.Tape = pass.Tape;
            try
            {
                Tensor input = pass.Tape.Watch(x);
                Tensor again = stretch(pass.Context, input);
                pass.Tape.PassOn(y: again, gradient: pass.OutputGradient);
                pass.Tape.BackwardTo(input.Node + 1, pass.Gradients, pass.Context);
                pass.Tape.MoveGradient(input.Node, x);
            }
            finally
            {
                pass.Context.Tape = before;
            }
        });
    }
}
