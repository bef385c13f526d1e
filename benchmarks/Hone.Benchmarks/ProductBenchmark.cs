using Hone.Tensors;

namespace Hone.Benchmarks;

/// <summary>The three products of a linear layer as shares of the FMA peak.</summary>
internal static class ProductBenchmark
{
    private static readonly (int M, int K, int N)[] Sizes = [(2048, 128, 384), (2048, 256, 688), (512, 576, 1536), (256, 128, 384)];

    public static void Run()
    {
        foreach (int threads in new[] { 1, Environment.ProcessorCount }.Distinct())
        {
            using var backend = new CpuBackend(threads);
            double peak = Peak.GigaFlops(threads);
            Console.WriteLine($"{backend.Description}: FMA peak {peak:F0} GFLOP/s");
            Console.WriteLine("| M x K x N | product, best (median) | input gradient | weight gradient |");
            Console.WriteLine("| --- | --- | --- | --- |");
            foreach ((int m, int k, int n) in Sizes)
                Console.WriteLine(Row(backend, m, k, n, peak));
        }
    }

    private static string Row(CpuBackend backend, int m, int k, int n, double peak)
    {
        Tensor x = Random(backend, m, k), w = Random(backend, n, k), y = backend.CreateTensor(new Shape(m, n));
        Tensor dx = backend.CreateTensor(new Shape(m, k)), dw = backend.CreateTensor(new Shape(n, k));
        Tensor panels = backend.CreateTensor(Backend.PanelShape(n, k));
        backend.PackPanels(w, panels);
        string Share(Action action)
        {
            (double best, double median) = Peak.Time(action);
            double operations = 2.0 * m * k * n / 1e9;
            return $"{operations / best / peak:P0} ({operations / median / peak:P0})";
        }
        string row = $"| {m} x {k} x {n} | {Share(() => backend.Product(x, panels, default, y))} | {Share(() => backend.ProductInputGradient(y, w, dx, false))} | ";
        backend.Fill(y, 0.001f);
        row += $"{Share(() => backend.ProductWeightGradient(y, x, dw))} |";
        foreach (Tensor tensor in new[] { x, w, y, dx, dw, panels })
            tensor.Storage.Dispose();
        return row;
    }

    private static Tensor Random(Backend backend, int rows, int columns)
    {
        var stream = new PhiloxStream(1, RandomPurpose.Noise);
        var values = new float[rows * columns];
        for (int i = 0; i < values.Length; i++)
            values[i] = stream.NextSingle() - 0.5f;
        Tensor tensor = backend.CreateTensor(new Shape(rows, columns));
        backend.Upload(values, tensor);
        return tensor;
    }
}
