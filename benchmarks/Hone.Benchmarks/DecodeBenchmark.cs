using Hone.Tensors;

namespace Hone.Benchmarks;

/// <summary>
/// Products with few rows against their two limits in the same run: reading the weights once at the rate of a plain read of a
/// block of the same size, and the FMA peak. A share of 100 % means the slower of the two limits is reached.
/// </summary>
internal static class DecodeBenchmark
{
    private static readonly int[] Rows = [1, 2, 3, 4, 8, 12, 16, 24, 32];

    private readonly record struct Weights(string Name, int Inputs, int Outputs, int Count);

    private static readonly Weights[] Sets =
    [
        new("L2: 128 -> 384", 128, 384, 12),
        new("L3: 256 -> 688", 256, 688, 28),
        new("L3: one 688 -> 7424", 688, 7424, 1),
        new("memory: 576 -> 1536", 576, 1536, 100),
        new("memory: 2048 -> 8192", 2048, 8192, 6),
        new("memory: one 576 -> 174080", 576, 174080, 1),
    ];

    public static void Run(DType type, string? only = null)
    {
        foreach (int threads in new[] { 1, Environment.ProcessorCount }.Distinct())
        {
            using var backend = new CpuBackend(threads);
            double peak = Peak.GigaFlops(threads);
            Console.WriteLine($"{backend.Description}, {type}: FMA peak {peak:F0} GFLOP/s");
            Console.WriteLine($"| weights | MB | plain read GB/s | {string.Join(" | ", Rows.Select(r => $"{r} rows: GB/s, share of limit"))} |");
            Console.WriteLine($"| --- | --- | --- |{string.Concat(Rows.Select(_ => " --- |"))}");
            foreach (Weights weights in Sets.Where(s => only is null || s.Name.StartsWith(only, StringComparison.Ordinal)))
                Console.WriteLine(Line(backend, weights, type, peak));
        }
    }

    private static string Line(CpuBackend backend, Weights weights, DType type, double peak)
    {
        Shape shape = Backend.PanelShape(weights.Outputs, weights.Inputs);
        // The matrices lie side by side in one block, so that the plain read sees the very same memory.
        Tensor all = backend.CreateTensor(new Shape(shape[0] * weights.Count, shape[1], shape[2]), type);
        Tensor x = backend.CreateTensor(new Shape(Rows[^1], weights.Inputs)), y = backend.CreateTensor(new Shape(Rows[^1], weights.Outputs));
        backend.Fill(x, 0.5f);
        int repeats = all.SizeBytes > 64 << 20 ? 7 : 101;
        double read = ReadBandwidth.GigaBytes(backend.Workers, all, repeats);
        var cells = new List<string>();
        foreach (int rows in Rows)
        {
            Tensor some = x.Slice(0, rows), result = y.Slice(0, rows);
            double best = Peak.Time(() =>
            {
                for (int i = 0; i < weights.Count; i++)
                    backend.Product(some, all.Slice(i * shape[0], shape[0]), default, result);
            }, repeats).Best;
            double limit = Math.Max(all.SizeBytes / read / 1e9, 2.0 * rows * weights.Inputs * weights.Outputs * weights.Count / peak / 1e9);
            cells.Add($"{all.SizeBytes / best / 1e9:F1}, {limit / best:P0}");
        }
        foreach (Tensor tensor in new[] { all, x, y })
            tensor.Storage.Dispose();
        return $"| {weights.Name} x {weights.Count} | {all.SizeBytes / 1048576.0:F1} | {read:F1} | {string.Join(" | ", cells)} |";
    }
}
