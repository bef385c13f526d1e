using Hone.Benchmarks.Measuring;
using Hone.Tensors;

namespace Hone.Benchmarks.Kernels;

/// <summary>
/// The output projection fused with the log-probability, and its gradient, which computes the logits once more. Counted are
/// 2 M N K operations for each product that is done.
/// </summary>
internal static class LogitsBenchmark
{
    private const int M = 2048, V = 49152, K = 576;

    public static IEnumerable<Figure> Run(CpuBackend backend)
    {
        var meter = new Meter(backend, secondsPerRound: 0.01, rounds: 2);
        using var tensors = new Measuring.Tensors(backend);
        Tensor hidden = tensors.Random(new Shape(M, K)), dhidden = tensors.Make(new Shape(M, K)), dweight = tensors.Make(new Shape(V, K));
        (Tensor weight, Tensor panels) = tensors.Weight(V, K);
        var rows = new Shape(M);
        Tensor logProb = tensors.Make(rows), lse = tensors.Make(rows), entropy = tensors.Make(rows), seeds = tensors.Make(rows);
        backend.Fill(seeds, -1f / M);
        int[] targets = [.. Enumerable.Range(0, M).Select(i => i * 17 % V)];
        double product = 2.0 * M * V * K;
        yield return meter.Fma(
            $"logits, fused {M}x{V}x{K}", 0.75, product,
            () => backend.TokenLogProb(hidden, panels, V, targets, 1, null, logProb, lse, entropy));
        yield return meter.Fma(
            $"logits gradient, fused {M}x{V}x{K}", 0.75, 3 * product,
            () => backend.TokenLogProbGradient(hidden, panels, weight, targets, 1, null, lse, entropy, seeds, default, dhidden, dweight));
    }
}
