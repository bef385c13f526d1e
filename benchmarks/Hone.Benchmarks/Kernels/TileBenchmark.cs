using Hone.Benchmarks.Measuring;
using Hone.Tensors;

namespace Hone.Benchmarks.Kernels;

/// <summary>The micro-kernel of the products alone, on operands in the first cache.</summary>
internal static class TileBenchmark
{
    private const int K = 192, Repeats = 64;

    public static IEnumerable<Figure> Run(CpuBackend backend, Meter meter)
    {
        // It runs on the calling thread.
        if (backend.Threads > 1)
            yield break;
        using var tensors = new Measuring.Tensors(backend);
        Tensor a = tensors.Random(new Shape(K, TileProbe.Rows)), b = tensors.Random(new Shape(K, TileProbe.Columns));
        Tensor c = tensors.Make(new Shape(TileProbe.Rows, TileProbe.Columns));
        double operations = 2.0 * TileProbe.Rows * TileProbe.Columns * K * Repeats;
        yield return meter.Fma($"micro-kernel {TileProbe.Rows}x{TileProbe.Columns}, K {K}", 0.95, operations, () => TileProbe.Run(backend.Set, a, b, c, Repeats));
    }
}
