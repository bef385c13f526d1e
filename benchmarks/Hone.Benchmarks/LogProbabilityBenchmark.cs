using Hone.Tensors;

namespace Hone.Benchmarks;

/// <summary>
/// The fused output product: log-probabilities of targets and their gradients, as shares of the FMA peak. Forward counts
/// 2 R V D operations, backward 6 (the logits again, and two products), or 4 with a frozen output weight.
/// </summary>
internal static class LogProbabilityBenchmark
{
    private static readonly (int Rows, int Vocabulary, int Width)[] Sizes = [(2048, 49152, 576), (3000, 382, 128), (4000, 512, 256), (2000, 512, 128)];

    public static void Run(string? only = null)
    {
        foreach (int threads in new[] { 1, Environment.ProcessorCount }.Distinct())
        {
            using var backend = new CpuBackend(threads);
            Console.WriteLine($"{backend.Description}");
            Console.WriteLine("| rows x vocabulary x width | peak, GFLOP/s | forward, best (median) | product alone | backward | frozen weight |");
            Console.WriteLine("| --- | --- | --- | --- | --- | --- |");
            foreach ((int rows, int vocabulary, int width) in Sizes)
            {
                if (only is null || only == $"{vocabulary}")
                    Line(backend, rows, vocabulary, width);
            }
        }
    }

    private static void Line(CpuBackend backend, int rows, int vocabulary, int width)
    {
        Tensor hidden = Random(backend, rows, width, 1), weight = Random(backend, vocabulary, width, 2 / Math.Sqrt(width));
        Tensor panels = backend.CreateTensor(Backend.PanelShape(vocabulary, width));
        backend.PackPanels(weight, panels);
        Tensor dhidden = backend.CreateTensor(hidden.Shape), dweight = backend.CreateTensor(weight.Shape), g = backend.CreateTensor(new Shape(rows));
        Tensor logProb = backend.CreateTensor(new Shape(rows)), lse = backend.CreateTensor(new Shape(rows)), entropy = backend.CreateTensor(new Shape(rows));
        Tensor logits = backend.CreateTensor(new Shape(rows, Math.Min(vocabulary, 2048)));
        backend.Fill(g, 0.1f);
        int[] targets = [.. Enumerable.Range(0, rows).Select(r => r * 31 % vocabulary)];
        int repeats = vocabulary > 10000 ? 2 : 15;
        double operations = 2.0 * rows * vocabulary * width / 1e9, peak = 0, block = 2.0 * rows * logits[1] * width / 1e9;
        (double Best, double Median) forward = (9e9, 9e9), product = forward, backward = forward, frozen = forward;
        // In turns, so that all see the machine alike.
        for (int round = 0; round < 3; round++)
        {
            peak = Math.Max(peak, Peak.GigaFlops(backend.Threads));
            forward = Better(forward, Peak.Time(() => backend.TokenLogProb(hidden, panels, vocabulary, targets, 1, null, logProb, lse, entropy), repeats));
            product = Better(product, Peak.Time(() => backend.Product(hidden, panels.Slice(0, Backend.PanelShape(logits[1], 1)[0]), default, logits), Math.Max(5, repeats)));
            backward = Better(backward, Peak.Time(() => backend.TokenLogProbGradient(hidden, panels, weight, targets, 1, null, lse, entropy, g, default, dhidden, dweight), repeats));
            frozen = Better(frozen, Peak.Time(() => backend.TokenLogProbGradient(hidden, panels, weight, targets, 1, null, lse, entropy, g, default, dhidden, default), repeats));
        }
        string Share(double count, (double Best, double Median) time) => $"{count / time.Best / peak:P0} ({count / time.Median / peak:P0})";
        Console.WriteLine($"| {rows} x {vocabulary} x {width} | {peak:F0} | {Share(operations, forward)} | {Share(block, product)} | {Share(3 * operations, backward)} | {Share(2 * operations, frozen)} |");
        foreach (Tensor tensor in new[] { hidden, weight, panels, dhidden, dweight, g, logProb, lse, entropy, logits })
            tensor.Storage.Dispose();
    }

    private static (double Best, double Median) Better((double Best, double Median) a, (double Best, double Median) b) => (Math.Min(a.Best, b.Best), Math.Min(a.Median, b.Median));

    private static Tensor Random(Backend backend, int rows, int columns, double deviation)
    {
        var stream = new PhiloxStream(1, RandomPurpose.Noise);
        var values = new float[rows * columns];
        for (int i = 0; i < values.Length; i++)
            values[i] = (float)(deviation * stream.NextNormal());
        Tensor tensor = backend.CreateTensor(new Shape(rows, columns));
        backend.Upload(values, tensor);
        return tensor;
    }
}
