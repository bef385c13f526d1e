using Hone.Benchmarks.Measuring;
using Hone.Tensors;

namespace Hone.Benchmarks.Kernels;

/// <summary>The three products of a linear layer at shapes of training.</summary>
internal static class ProductBenchmark
{
    private static readonly (int M, int K, int N)[] Sizes = [(2048, 256, 688), (512, 576, 1536), (2048, 576, 1536), (4096, 256, 256), (2048, 128, 384)];

    public static IEnumerable<Figure> Run(CpuBackend backend, Meter meter)
    {
        double target = backend.Threads == 1 ? 0.85 : 0.80;
        foreach ((int m, int k, int n) in Sizes)
        {
            using var tensors = new Measuring.Tensors(backend);
            Tensor x = tensors.Random(new Shape(m, k)), y = tensors.Random(new Shape(m, n));
            (Tensor w, Tensor panels) = tensors.Weight(n, k);
            Tensor dx = tensors.Make(new Shape(m, k)), dw = tensors.Make(new Shape(n, k));
            double operations = 2.0 * m * k * n;
            string size = FormattableString.Invariant($"{m}x{k}x{n}");
            yield return meter.Fma($"input gradient {size}", target, operations, () => backend.ProductInputGradient(y, w, dx, false));
            // The gradient goes on with its chain: without a new start it would run to large numbers.
            yield return meter.Fma($"weight gradient {size}", 0.80, operations, () =>
            {
                backend.Fill(dw, 0);
                backend.ProductWeightGradient(y, x, dw);
            });
            yield return meter.Fma($"product {size} (MxKxN)", target, operations, () => backend.Product(x, panels, default, y));
        }
    }
}
