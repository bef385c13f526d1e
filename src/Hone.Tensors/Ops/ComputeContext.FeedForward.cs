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

    /// <summary>
    /// <see cref="GatedActivation"/> of two <see cref="Linear"/> of the same x, to their bits; without a tape the two need not be written down.
    /// </summary>
    /// <param name="activation">The pointwise function.</param>
    /// <param name="x">[T, K]; leading axes may be several.</param>
    /// <param name="weights">Gate and up, both [F, K].</param>
    /// <param name="biases">Each [F], or null.</param>
    /// <returns>[T, F].</returns>
    /// <exception cref="ArgumentException">The widths differ, or there are not two of each.</exception>
    public Tensor GatedLinear(Activation activation, Tensor x, ReadOnlySpan<PackedMatrix> weights, ReadOnlySpan<Parameter?> biases)
    {
        Require(weights.Length == 2 && biases.Length == 2, "A gate and the other product.", nameof(weights));
        Span<Tensor> both = [default, default];
        if (Tape is not null && weights[0].Weight.Blocks is null && weights[1].Weight.Blocks is null && weights[0].Rows == weights[1].Rows)
            return GatedLinearOnTape(activation, x, weights, biases);
        if (Tape is not null || weights[0].HasFinerInput || weights[1].HasFinerInput || weights[0].Rows != weights[1].Rows)
        {
            LinearGroup(x, weights, biases, both);
            return GatedActivation(activation, both[0], both[1]);
        }
        RequireFit(x, weights[0]);
        Tensor rows = x.Reshape(new Shape((int)(x.ElementCount / weights[0].Columns), weights[0].Columns)); // [T, K]
        RequireFit(rows, weights[1]);
        Tensor y = Scratch.Take(new Shape(rows[0], weights[0].Rows)); // [T, F]
        ScratchArena.Mark mark = Scratch.MarkTop();
        for (int i = 0; i < 2; i++)
            _parts[i] = weights[i].Part(biases[i] is { } bias ? bias.Value : default, Scratch.Take(y.Shape));
        Backend.GatedProducts(rows, _parts[0], _parts[1], activation, y);
        Scratch.Release(mark);
        return y;
    }

    // Three entries, as of three ops; their memory is taken in the order in which they are recorded.
    private Tensor GatedLinearOnTape(Activation activation, Tensor x, ReadOnlySpan<PackedMatrix> weights, ReadOnlySpan<Parameter?> biases)
    {
        RequireFit(x, weights[0]);
        Tensor rows = x.Reshape(new Shape((int)(x.ElementCount / weights[0].Columns), weights[0].Columns)); // [T, K]
        RequireFit(rows, weights[1]);
        Span<Tensor> both = [default, default];
        for (int i = 0; i < 2; i++)
        {
            ScratchArena.Mark before = Tape!.Saved.MarkTop();
            Tensor product = Allocate(new Shape(rows[0], weights[i].Rows)); // [T, F]
            _parts[i] = weights[i].Part(biases[i] is { } bias ? bias.Value : default, product);
            both[i] = RecordLinear(before, rows, weights[i], biases[i], product);
        }
        ScratchArena.Mark mark = Tape!.Saved.MarkTop();
        Tensor y = Allocate(both[0].Shape); // [T, F]
        Backend.GatedProducts(rows, _parts[0], _parts[1], activation, y, keep: true);
        return RecordGatedActivation(mark, activation, both[0], both[1], y);
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
