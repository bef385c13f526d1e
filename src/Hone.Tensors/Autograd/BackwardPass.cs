namespace Hone.Tensors;

/// <summary>What an op's backward sees: the gradient of its output, where the gradients of its inputs go, and scratch memory.</summary>
internal readonly struct BackwardPass(Tape tape, int node, int companion, Gradients gradients, ComputeContext context)
{
    /// <summary>The arithmetic.</summary>
    public Backend Backend => tape.Backend;

    /// <summary>Gradient of the op's output, valid during the call; empty when only its companion has one.</summary>
    public Tensor OutputGradient => tape.GradientOf(node);

    /// <summary>Gradient of the op's second output; empty when it has none or none arrived.</summary>
    public Tensor CompanionGradient => companion == 0 ? default : tape.GradientOf(companion);

    /// <summary>Parameters' gradients.</summary>
    public Gradients Gradients => gradients;

    /// <summary>The context of the backward.</summary>
    public ComputeContext Context => context;

    /// <summary>The tape.</summary>
    public Tape Tape => tape;

    /// <summary>Whether a gradient for this input is wanted.</summary>
    public bool Wants(Tensor input) => input.Node != 0;

    /// <summary>Where the gradient of an input goes.</summary>
    public Tensor Target(Tensor input, out bool accumulate) => tape.Target(input, out accumulate);

    /// <summary>The output's gradient is the input's too.</summary>
    public void PassOn(Tensor input) => tape.PassOn(node, input);

    /// <summary>
    /// Hands out the memory of the output's gradient as if it were rented, to be overwritten and given to an input: what is written in
    /// place need not be fetched first. False when something else reads it, too.
    /// </summary>
    public bool TryTakeOutputGradient(out Tensor gradient) => tape.TryTake(node, out gradient);

    /// <summary>Adds a rented tensor to the gradient of an input, or makes it that gradient; it is no longer the caller's.</summary>
    public void Give(Tensor input, Tensor rented) => tape.Give(input, rented);

    /// <summary>A temporary tensor, given back by <see cref="Return"/>.</summary>
    public Tensor Rent(Shape shape) => tape.Pool.Rent(shape);

    /// <summary>Gives a temporary tensor back.</summary>
    public void Return(Tensor tensor) => tape.Pool.Return(tensor);
}
