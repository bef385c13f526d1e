namespace Hone.Tensors;

/// <summary>
/// The fast backend: vector kernels on all cores, with the bits of <see cref="ReferenceBackend"/> whatever the kernel set
/// and the number of threads.
/// </summary>
public sealed partial class CpuBackend : ReferenceBackend
{
    /// <summary>A backend with its own worker threads.</summary>
    /// <param name="threads">Threads, the caller's included; 0 means one for each processor.</param>
    /// <param name="set">Instructions to use; null means the widest that this processor has.</param>
    /// <exception cref="PlatformNotSupportedException">This processor lacks the asked-for instructions.</exception>
    public CpuBackend(int threads = 0, KernelSet? set = null)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(threads);
        Threads = threads == 0 ? Environment.ProcessorCount : threads;
        Set = set ?? KernelSets.Best;
        if (!KernelSets.IsSupported(Set))
            throw new PlatformNotSupportedException($"This processor does not run the {Set} kernels; the best it has is {KernelSets.Best}.");
    }

    /// <summary>Threads, the caller's included.</summary>
    public int Threads { get; }

    /// <summary>Instructions in use.</summary>
    public KernelSet Set { get; }

    /// <inheritdoc/>
    public override string Description => $"cpu {Set} x{Threads}".ToLowerInvariant();
}
