using Hone.Benchmarks.Measuring;
using Hone.Tensors;

namespace Hone.Benchmarks.Kernels;

/// <summary>
/// Causal attention of packed sequences, head width 64. Counted are the products that a query needs with the keys that it
/// reads: 2 forward, 5 backward (scores again, their gradient, and those of queries, keys and values).
/// </summary>
internal static class AttentionBenchmark
{
    private const int Heads = 4, HeadDim = 64;

    public static IEnumerable<Figure> Run(CpuBackend backend, Meter meter)
    {
        foreach ((int length, double target) in new[] { (2048, backend.Threads == 1 ? 0.70 : 0.65), (512, 0.55) })
        {
            using var work = new AttentionWork(backend, 1, length, Heads, HeadDim);
            yield return meter.Fma($"attention T {length}, head {HeadDim}", target, work.ForwardOperations, work.Forward);
            yield return meter.Fma($"attention backward T {length}, head {HeadDim}", null, work.BackwardOperations, work.Backward);
        }
    }
}
