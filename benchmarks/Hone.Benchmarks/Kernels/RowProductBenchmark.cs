using Hone.Benchmarks.Measuring;
using Hone.Tensors;

namespace Hone.Benchmarks.Kernels;

/// <summary>Products with one row, as in a decode step, over weights that no cache holds and over a small model's; and with a few rows.</summary>
internal static class RowProductBenchmark
{
    // 288 MiB: above the third caches of the machines met so far.
    private const int LargeN = 49152, LargeK = 1536;

    // The matrices of the d 256 model: query, key, value, output, gate, up, down of six layers, and the head.
    private static readonly (int N, int K)[] Small =
        [.. Enumerable.Range(0, 6).SelectMany(_ => new[] { (256, 256), (256, 256), (256, 256), (256, 256), (688, 256), (688, 256), (256, 688) }), (512, 256)];

    public static IEnumerable<Figure> Run(CpuBackend backend)
    {
        // A round over the large weights takes tens of milliseconds, as a sample of the limit does.
        var meter = new Meter(backend, rounds: 12);
        double large = backend.Threads == 1 ? 0.85 : 0.95;
        yield return Rows(backend, meter, "weights of 288 MiB", large, 1, [(LargeN, LargeK)]);
        yield return Rows(backend, meter, "weights of d 256", 0.80, 1, Small);
        foreach (int rows in (int[])[8, 32])
            yield return Rows(backend, meter, "weights of 288 MiB", null, rows, [(LargeN, LargeK)]);
        foreach (int rows in (int[])[8, 32])
            yield return Rows(backend, meter, "weights of d 256", null, rows, Small);
    }

    // With several rows the share is that of the limit under which the product takes longer.
    private static Figure Rows(CpuBackend backend, Meter meter, string what, double? target, int rows, (int N, int K)[] sizes)
    {
        using var tensors = new Measuring.Tensors(backend);
        (Tensor X, Tensor Panels, Tensor Y)[] products =
            [.. sizes.Select(s => (tensors.Random(new Shape(rows, s.K)), tensors.Weight(s.N, s.K).Panels, tensors.Make(new Shape(rows, s.N))))];
        long numbers = sizes.Sum(s => (long)s.N * s.K);
        string name = $"{rows} row{(rows == 1 ? "" : "s")}, {what}";
        void Step()
        {
            foreach ((Tensor x, Tensor panels, Tensor y) in products)
                backend.Product(x, panels, default, y);
        }
        Figure read = meter.Read(name, target, numbers * sizeof(float), Step);
        if (rows == 1)
            return read;
        Figure fma = meter.Fma(name, target, 2.0 * rows * numbers, Step);
        return fma.Best > read.Best ? fma : read;
    }
}
