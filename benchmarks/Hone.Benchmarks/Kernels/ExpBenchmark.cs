using Hone.Benchmarks.Measuring;
using Hone.Tensors;

namespace Hone.Benchmarks.Kernels;

/// <summary>16 exponentials in the time of 16 vector FMAs at the limit: 16 x 16 x 2 operations for 16 numbers, from the first cache.</summary>
internal static class ExpBenchmark
{
    private const int Count = 2048;
    private const double OperationsOfOne = 32;

    public static IEnumerable<Figure> Run(CpuBackend backend, Meter meter)
    {
        // It runs on the calling thread.
        if (backend.Threads > 1)
            yield break;
        // Memory of tensors, which begins with a cache line; both together are a third of the first cache, whose rest is the neighbour's.
        using var tensors = new Measuring.Tensors(backend);
        Tensor x = tensors.Make(new Shape(Count)), y = tensors.Make(new Shape(Count));
        backend.Upload([.. Enumerable.Range(0, Count).Select(i => (i * 0.006f) - 8)], x);
        yield return meter.Fma("exp, 16 numbers in 16 FMAs", 1.0, OperationsOfOne * Count, () => LaneFunctions.Exp(backend.Set, x.HostSpan(), y.HostSpan()));
    }
}
