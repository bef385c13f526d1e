using Hone.Benchmarks.Measuring;
using Hone.Tensors;

namespace Hone.Benchmarks.Kernels;

/// <summary>BFloat16 weights: a blocked product beside the one of float32, and one row as a share of a plain read and beside float32, byte for byte.</summary>
internal static class HalfBenchmark
{
    private const int M = 512, K = 576, N = 1536;
    private const int LargeN = 49152, LargeK = 1536;

    public static IEnumerable<Figure> Run(CpuBackend backend, Meter meter)
    {
        using (var tensors = new Measuring.Tensors(backend))
        {
            Tensor x = tensors.Random(new Shape(M, K)), y = tensors.Make(new Shape(M, N));
            Tensor full = tensors.Weight(N, K).Panels, half = tensors.Weight(N, K, DType.BFloat16).Panels;
            yield return meter.Ratio(
                FormattableString.Invariant($"bfloat16 product {M}x{K}x{N} beside float32"), 0.97, 1, () => backend.Product(x, full, default, y), () => backend.Product(x, half, default, y));
        }
        using (var tensors = new Measuring.Tensors(backend))
        {
            var large = new Meter(backend, rounds: 12);
            Tensor x = tensors.Random(new Shape(1, LargeK)), y = tensors.Make(new Shape(1, LargeN));
            Tensor full = tensors.Weight(LargeN, LargeK).Panels, half = tensors.Weight(LargeN, LargeK, DType.BFloat16).Panels;
            yield return large.Read("1 row, bfloat16 weights of 144 MiB", backend.Threads == 1 ? 0.85 : 0.95, half.SizeBytes, () => backend.Product(x, half, default, y));
            yield return large.Ratio("the same beside float32, byte for byte", 0.95, 0.5, () => backend.Product(x, full, default, y), () => backend.Product(x, half, default, y));
        }
    }
}
