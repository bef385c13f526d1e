using Hone.Tensors;

namespace Hone.Benchmarks;

/// <summary>
/// Attention as a share of the FMA peak. Only useful operations count: 4 Dh a query and the key it reads forward, 10 Dh
/// backward (scores and the gradients of probabilities, queries, keys and values).
/// </summary>
internal static class AttentionBenchmark
{
    private sealed record Case(string Name, AttentionShape Shape, int[] Lengths, int[] Starts);

    public static void Run()
    {
        var stream = new PhiloxStream(3, RandomPurpose.Noise);
        int[] rollouts = [.. Enumerable.Range(0, 64).Select(_ => 30 + (int)(stream.NextSingle() * 61))];
        AttentionShape wide = new(3, 1, 64, 64, 0.125f), small = new(4, 2, 32, 32, 0.17677669f), model = new(9, 3, 64, 64, 0.125f);
        Case[] packed =
        [
            new("1 x 2048, 3/1 heads of 64", wide, [2048], []), new("1 x 512, 9/3 heads of 64", model, [512], []),
            new("8 x 256, 4/2 heads of 32", small, [.. Enumerable.Repeat(256, 8)], []), new("64 x 30..90, 4/2 heads of 32", small, rollouts, []),
        ];
        int[] ones = [.. Enumerable.Repeat(1, 64)];
        Case[] paged =
        [
            new("64 rows at 30..90, 4/2 heads of 32", small, ones, rollouts), new("64 rows at 500, 9/3 heads of 64", model, ones, [.. Enumerable.Repeat(500, 64)]),
            new("4 x 64 rows at 256, 9/3 heads of 64", model, [64, 64, 64, 64], [256, 256, 256, 256]),
            new("32 prompts of 24 rows, 4/2 heads of 32", small, [.. Enumerable.Repeat(24, 32)], new int[32]),
        ];
        foreach (int threads in new[] { 1, Environment.ProcessorCount }.Distinct())
        {
            using var backend = new CpuBackend(threads);
            Console.WriteLine($"{backend.Description}: FMA peak {Peak.GigaFlops(threads):F0} GFLOP/s");
            Console.WriteLine("| packed | forward, best (median) | backward |");
            Console.WriteLine("| --- | --- | --- |");
            foreach (Case c in packed)
                Packed(backend, c);
            Console.WriteLine("| paged | forward | us a call |");
            Console.WriteLine("| --- | --- | --- |");
            foreach (Case c in paged)
                Paged(backend, c);
            if (threads == 1)
                Exponentials();
        }
    }

    private static double Pairs(Case c)
    {
        double pairs = 0;
        for (int b = 0; b < c.Lengths.Length; b++)
        {
            for (int t = 0; t < c.Lengths[b]; t++)
                pairs += (c.Starts.Length > 0 ? c.Starts[b] : 0) + t + 1;
        }
        return pairs * c.Shape.QueryHeads * c.Shape.HeadDim;
    }

    private static string Share(CpuBackend backend, double operations, Action action, out double best)
    {
        // The peak is measured on both sides, because it moves with the neighbours.
        double before = Peak.GigaFlops(backend.Threads);
        (best, double median) = Peak.Time(action, 41);
        double peak = Math.Max(before, Peak.GigaFlops(backend.Threads));
        return $"{operations / 1e9 / best / peak:P1} ({operations / 1e9 / median / peak:P1})";
    }

    private static void Packed(CpuBackend backend, Case c)
    {
        var batch = new RaggedBatch();
        foreach (int length in c.Lengths)
            batch.Add(length);
        AttentionShape s = c.Shape;
        int rows = batch.TokenCount;
        Tensor q = Random(backend, rows, s.QueryHeads, s.HeadDim), k = Random(backend, rows, s.KeyValueHeads, s.HeadDim), v = Random(backend, rows, s.KeyValueHeads, s.ValueDim);
        Tensor output = Random(backend, rows, s.QueryHeads, s.ValueDim), lse = backend.CreateTensor(new Shape(rows, s.QueryHeads)), dout = Random(backend, rows, s.QueryHeads, s.ValueDim);
        Tensor dq = Random(backend, rows, s.QueryHeads, s.HeadDim), dk = Random(backend, rows, s.KeyValueHeads, s.HeadDim), dv = Random(backend, rows, s.KeyValueHeads, s.ValueDim);
        string forward = Share(backend, 4 * Pairs(c), () => backend.Attention(q, k, v, batch, s, output, lse), out _);
        string backward = Share(backend, 10 * Pairs(c), () => backend.AttentionGradient(q, k, v, output, lse, dout, batch, s, dq, dk, dv), out _);
        Console.WriteLine($"| {c.Name} | {forward} | {backward} |");
        foreach (Tensor tensor in new[] { q, k, v, output, lse, dout, dq, dk, dv })
            tensor.Storage.Dispose();
    }

    private static void Paged(CpuBackend backend, Case c)
    {
        AttentionShape s = c.Shape;
        using var pages = new KeyValuePages(backend, 2, s.KeyValueHeads, s.HeadDim, s.ValueDim);
        RaggedBatch fill = new(), batch = new();
        int next = 0;
        for (int b = 0; b < c.Lengths.Length; b++)
        {
            int end = c.Starts[b] + c.Lengths[b];
            int[] table = [.. Enumerable.Range(next, (end + KeyValuePages.PageTokens - 1) / KeyValuePages.PageTokens)];
            next += table.Length;
            fill.Add(end, 0, table);
            batch.Add(c.Lengths[b], c.Starts[b], table);
        }
        pages.Reserve(next);
        Tensor k = Random(backend, fill.TokenCount, s.KeyValueHeads, s.HeadDim), v = Random(backend, fill.TokenCount, s.KeyValueHeads, s.ValueDim);
        backend.WriteKeyValues(k, v, fill, pages, 1);
        Tensor q = Random(backend, batch.TokenCount, s.QueryHeads, s.HeadDim), output = Random(backend, batch.TokenCount, s.QueryHeads, s.ValueDim);
        string share = Share(backend, 4 * Pairs(c), () => backend.PagedAttention(q, batch, pages, 1, s, output), out double best);
        Console.WriteLine($"| {c.Name} | {share} | {best * 1e6:F1} |");
        foreach (Tensor tensor in new[] { k, v, q, output })
            tensor.Storage.Dispose();
    }

    // A cycle is half the time of a 512-bit multiply-add on registers at the peak rate of two a cycle.
    private static void Exponentials()
    {
        float[] x = new float[4096], y = new float[4096];
        for (int i = 0; i < x.Length; i++)
            x[i] = -i / 100f;
        double before = Peak.GigaFlops(1);
        (double best, double median) = Peak.Time(() =>
        {
            for (int repeat = 0; repeat < 10; repeat++)
                LaneFunctions.Exp(KernelSets.Best, x, y);
        }, 501);
        double multiplyAdds = Math.Max(before, Peak.GigaFlops(1)) * 1e9 / 32, vectors = 10 * x.Length / 16.0;
        Console.WriteLine($"16 exponentials: the time of {best * multiplyAdds / vectors:F1} multiply-adds of 512 bits (median {median * multiplyAdds / vectors:F1}), at the peak rate");
    }

    private static Tensor Random(CpuBackend backend, int rows, int heads, int width)
    {
        var stream = new PhiloxStream(1, RandomPurpose.Noise);
        float[] values = new float[rows * heads * width];
        for (int i = 0; i < values.Length; i++)
            values[i] = stream.NextSingle() - 0.5f;
        Tensor tensor = backend.CreateTensor(new Shape(rows, heads, width));
        backend.Upload(values, tensor);
        return tensor;
    }
}
