using Hone.Benchmarks.Measuring;
using Hone.Tensors;

namespace Hone.Benchmarks.Kernels;

/// <summary>
/// Block formats: products of many rows beside the float32 product and as a share of the FMA limit, the gradient of the input
/// beside float32's, and rows of a decode step as a share of a plain read of as many bytes.
/// </summary>
internal static class QuantizedBenchmark
{
    private const int M = 512, K = 576, N = 1536;

    // 140 to 300 MB in any format: above the third caches of the machines met so far.
    private const int LargeK = 2304, LargeN = 122_880;

    // A row of 256-column blocks that is nearly as long.
    private const int SuperK = 2048, SuperN = 138_240, SuperBlockK = 1536, SuperBlockN = 576;

    private static readonly QuantFormat[] Plain = [QuantFormat.Q8_0, QuantFormat.Q4_0, QuantFormat.Q4_1, QuantFormat.Q5_0];
    private static readonly QuantFormat[] Super = [QuantFormat.Q4_K, QuantFormat.Q5_K, QuantFormat.Q6_K];

    public static IEnumerable<Figure> Run(CpuBackend backend, Meter meter)
    {
        // What has no target is measured in fewer rounds.
        var brief = new Meter(backend, rounds: 12);
        foreach (QuantFormat format in Plain)
        {
            foreach (Figure figure in Blocked(backend, format is QuantFormat.Q8_0 or QuantFormat.Q4_0 ? meter : brief, brief, format, N, K))
                yield return figure;
        }
        foreach (QuantFormat format in Super)
        {
            foreach (Figure figure in Blocked(backend, brief, brief, format, SuperBlockN, SuperBlockK))
                yield return figure;
        }
        var large = new Meter(backend, rounds: 6);
        foreach (QuantFormat format in Plain)
        {
            foreach (Figure figure in Rows(backend, large, format, LargeN, LargeK))
                yield return figure;
        }
        foreach (QuantFormat format in Super)
        {
            foreach (Figure figure in Rows(backend, large, format, SuperN, SuperK))
                yield return figure;
        }
    }

    private static IEnumerable<Figure> Blocked(CpuBackend backend, Meter meter, Meter brief, QuantFormat format, int n, int k)
    {
        using var tensors = new Measuring.Tensors(backend);
        Tensor x = tensors.Random(new Shape(M, k)), y = tensors.Make(new Shape(M, n)), dx = tensors.Make(new Shape(M, k));
        (Tensor weight, Tensor panels) = tensors.Weight(n, k);
        using QuantizedTensor blocks = Weight(backend, format, n, k);
        string size = FormattableString.Invariant($"{M}x{k}x{n}");
        double? target = format switch { QuantFormat.Q8_0 => 1.7, QuantFormat.Q4_0 => 2.5, _ => null };
        yield return meter.Ratio($"{format} product {size} beside float32", target, 1, () => backend.Product(x, panels, default, y), () => backend.QuantizedProduct(x, blocks, default, y));
        yield return brief.Fma($"{format} product {size}", null, 2.0 * M * n * k, () => backend.QuantizedProduct(x, blocks, default, y));
        yield return brief.Ratio(
            $"{format} input gradient {size} beside float32", null, 1, () => backend.ProductInputGradient(y, weight, dx, false), () => backend.QuantizedInputGradient(y, blocks, dx, false));
    }

    private static IEnumerable<Figure> Rows(CpuBackend backend, Meter meter, QuantFormat format, int n, int k)
    {
        using var tensors = new Measuring.Tensors(backend);
        using QuantizedTensor blocks = Weight(backend, format, n, k);
        foreach (int rows in (int[])[1, 8])
        {
            Tensor x = tensors.Random(new Shape(rows, k)), y = tensors.Make(new Shape(rows, n));
            double? target = (rows, format, backend.Threads) switch
            {
                (1, QuantFormat.Q8_0, 1) => 0.85,
                (1, QuantFormat.Q8_0, _) => 0.95,
                (1, QuantFormat.Q4_0, 1) => 0.60,
                (1, QuantFormat.Q4_0, _) => 0.87,
                _ => null,
            };
            yield return meter.Read($"{rows} row{(rows == 1 ? "" : "s")}, {format} weights of {blocks.SizeBytes >> 20} MiB", target, blocks.SizeBytes, () => backend.QuantizedProduct(x, blocks, default, y));
        }
    }

    // 32 rows of random numbers, over and over.
    private static QuantizedTensor Weight(CpuBackend backend, QuantFormat format, int n, int k)
    {
        const int Rows = 32;
        var stream = new PhiloxStream(1, RandomPurpose.Noise);
        var values = new float[Rows * k];
        for (int i = 0; i < values.Length; i++)
            values[i] = stream.NextSingle() - 0.5f;
        var bytes = new byte[Rows * format.RowBytes(k)];
        BlockFormats.Encode(format, values, bytes);
        QuantizedTensor weight = backend.CreateQuantized(format, n, k);
        // One panel, copied over all others.
        backend.PackBlocks(bytes, weight, 0);
        for (int row = Rows; row < n; row += Rows)
            weight.Storage.HostBytes(0, bytes.Length).CopyTo(weight.Storage.HostBytes(row * format.RowBytes(k), bytes.Length));
        return weight;
    }
}
