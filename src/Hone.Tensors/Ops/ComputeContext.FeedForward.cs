namespace Hone.Tensors;

public sealed partial class ComputeContext
{
    /// <summary>y = act(gate) up (arXiv 2002.05202). With dy: dup = dy act(gate), dgate = dy up act'(gate).</summary>
    /// <param name="activation">The pointwise function.</param>
    /// <param name="gate">[T, F].</param>
    /// <param name="up">[T, F].</param>
    /// <returns>[T, F].</returns>
    public Tensor GatedActivation(Activation activation, Tensor gate, Tensor up)
    {
        if (gate.Shape != up.Shape)
            throw new ArgumentException($"Gate {gate.Shape} and up {up.Shape} differ.", nameof(up));
        ScratchArena.Mark mark = Tape?.Saved.MarkTop() ?? default;
        Tensor y = Allocate(gate.Shape);
        Backend.GatedActivation(activation, gate, up, y);
        return Tape is null ? y : RecordGatedActivation(mark, activation, gate, up, y);
    }

    private Tensor RecordGatedActivation(ScratchArena.Mark mark, Activation activation, Tensor gate, Tensor up, Tensor y) =>
        Tape!.Record(y, mark, pass =>
        {
            Tensor dgate = pass.Rent(gate.Shape);
            Tensor dup = pass.TryTakeOutputGradient(out Tensor dy) ? dy.Reshape(up.Shape) : pass.Rent(up.Shape);
            pass.Backend.GatedActivationGradient(activation, gate, up, dy.IsEmpty ? pass.OutputGradient : dy, dgate, dup);
            pass.Give(gate, dgate);
            pass.Give(up, dup);
        });

    /// <summary>y = act(x), element by element. With dy: dx = dy act'(x).</summary>
    public Tensor Activate(Activation activation, Tensor x)
    {
        ScratchArena.Mark mark = Tape?.Saved.MarkTop() ?? default;
        Tensor y = Allocate(x.Shape);
        Backend.Activate(activation, x, y);
        return Tape is null ? y : RecordActivate(mark, activation, x, y);
    }

    private Tensor RecordActivate(ScratchArena.Mark mark, Activation activation, Tensor x, Tensor y) =>
        Tape!.Record(y, mark, pass =>
        {
            if (!pass.Wants(x))
                return;
            Tensor dx = pass.Target(x, out bool accumulate);
            pass.Backend.ActivateGradient(activation, x, pass.OutputGradient, dx, accumulate);
        });
}
