namespace Hone.Tensors;

/// <summary>
/// Where ops run: a backend, scratch memory, and a tape when gradients are wanted. The ops are its methods, one file
/// each with forward, backward and derivation. Without a tape an op takes its result from <see cref="Scratch"/> and
/// allocates nothing on the managed heap; with one the result lives until backward. Not thread safe.
/// </summary>
public sealed partial class ComputeContext : IDisposable
{
    /// <summary>A context without a tape.</summary>
    /// <param name="backend">The arithmetic; not owned.</param>
    public ComputeContext(Backend backend)
    {
        ArgumentNullException.ThrowIfNull(backend);
        Backend = backend;
        Scratch = new ScratchArena(backend);
    }

    /// <summary>The arithmetic.</summary>
    public Backend Backend { get; }

    /// <summary>Memory for results that nobody needs after the mark is released.</summary>
    public ScratchArena Scratch { get; }

    /// <summary>Where ops are recorded; null means inference. The caller owns it.</summary>
    public Tape? Tape { get; set; }

    /// <summary>An uninitialised tensor that lives as long as an op's result does here.</summary>
    public Tensor Allocate(Shape shape) => (Tape?.Saved ?? Scratch).Take(shape);

    /// <summary>Gives the scratch memory back.</summary>
    public void Dispose() => Scratch.Dispose();

    // For fixed messages: one with numbers in it would be put together on every call that is in order.
    private static void Require(bool condition, string message, string parameter)
    {
        if (!condition)
            throw new ArgumentException(message, parameter);
    }
}
