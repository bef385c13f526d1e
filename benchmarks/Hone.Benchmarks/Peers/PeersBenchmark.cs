using System.Globalization;
using Hone.Benchmarks.Measuring;
using Hone.Models;
using Hone.Tensors;
using Hone.Training.Benchmarking;

namespace Hone.Benchmarks.Peers;

/// <summary>Hone beside PyTorch on the CPU: the two take turns, so that both meet the same machine, and ratios are printed.</summary>
internal static class PeersBenchmark
{
    private const int Turns = 4;
    private const int Tokens = 128;

    // OpenBLAS is the BLAS of Debian's torch: a product there is a call of its sgemm.
    private static readonly (int M, int K, int N)[] Products = [(512, 576, 1536), (2048, 576, 1536), (2048, 256, 688), (2048, 576, 49152)];

    /// <summary>Parts that can be asked for.</summary>
    public static string[] Parts => ["gemm", "train", "smol", "greedy"];

    public static void Run(TextWriter output, string python, IReadOnlyCollection<string> parts)
    {
        var rows = new List<string[]>();
        string version = "";
        foreach (int threads in new[] { 1, Environment.ProcessorCount }.Distinct())
        {
            using TorchPeer? peer = TorchPeer.Start(python, threads, out string reason);
            if (peer is null)
            {
                output.WriteLine($"Skipped: {reason}. On Debian: apt-get install python3-torch libopenblas0-openmp.");
                output.WriteLine();
                return;
            }
            version = peer.Version;
            using var backend = new CpuBackend(threads);
            bool all = threads > 1;
            if (parts.Contains("gemm"))
                rows.AddRange(Products.Select(p => Product(backend, peer, p.M, p.K, p.N)));
            if (parts.Contains("train"))
                rows.Add(Train(backend, peer, "d256", all ? 1.9 : null));
            if (parts.Contains("smol"))
                rows.Add(Train(backend, peer, "smollm2-135m", all ? 1.5 : null));
            if (parts.Contains("greedy"))
                rows.AddRange([Greedy(backend, peer, 1, all ? 6 : null), Greedy(backend, peer, 32, all ? 5 : null)]);
        }
        output.WriteLine($"PyTorch {version}, float32, OPENBLAS_CORETYPE=SKYLAKEX. Ratio above 1: Hone is faster; of the best repetition (of the median).");
        output.WriteLine();
        MarkdownTable.Write(output, ["what", "threads", "Hone", "PyTorch", "ratio", "target", ""], rows);
    }

    private static string[] Product(CpuBackend backend, TorchPeer peer, int m, int k, int n)
    {
        using var tensors = new Measuring.Tensors(backend);
        Tensor x = tensors.Random(new Shape(m, k)), panels = tensors.Weight(n, k).Panels, y = tensors.Make(new Shape(m, n));
        string request = string.Create(CultureInfo.InvariantCulture, $"{{\"do\": \"gemm\", \"m\": {m}, \"k\": {k}, \"n\": {n}");
        return Row($"product {m}x{k}x{n}", "GFLOP/s", 2e-9 * m * k * n, 0.95, backend, () => backend.Product(x, panels, default, y), peer, request, 0.2);
    }

    private static string[] Train(CpuBackend backend, TorchPeer peer, string shape, double? target)
    {
        BenchShape found = BenchShapes.Find(shape)!;
        BenchModel model = BenchModel.Of(found);
        using Transformer transformer = model.Create(backend, found.Train.Length);
        using var work = new TrainWork(transformer, found.Train.Sequences, found.Train.Length);
        string request = string.Create(CultureInfo.InvariantCulture, $"{{\"do\": \"train\", \"shape\": {TorchPeer.Shape(model)}, \"sequences\": {found.Train.Sequences}, \"length\": {found.Train.Length}");
        return Row($"{shape} train {found.Train.Sequences}x{found.Train.Length}", "tokens/s", found.Train.Tokens, target, backend, work.Repeat, peer, request, 0.5);
    }

    private static string[] Greedy(CpuBackend backend, TorchPeer peer, int sequences, double? target)
    {
        BenchModel model = BenchModel.Of(BenchShapes.Find("d256")!);
        using var decoder = new GreedyDecoder(model, backend, sequences, Tokens);
        string request = string.Create(CultureInfo.InvariantCulture, $"{{\"do\": \"greedy\", \"shape\": {TorchPeer.Shape(model)}, \"sequences\": {sequences}, \"tokens\": {Tokens}");
        return Row($"d256 greedy, {sequences} sequence{(sequences == 1 ? "" : "s")}", "tokens/s", sequences * Tokens, target, backend, decoder.Run, peer, request, 0.5);
    }

    private static string[] Row(
        string what, string unit, double work, double? target, CpuBackend backend, Action ours, TorchPeer peer, string request, double budget)
    {
        ours();
        peer.Ask(request, 0);
        List<double> mine = [], theirs = [];
        for (int turn = 0; turn < Turns; turn++)
        {
            mine.AddRange(Meter.Seconds(ours, budget).Values);
            theirs.AddRange(peer.Ask(request, budget));
        }
        SampleStatistics a = new(mine), b = new(theirs);
        double ratio = b.Minimum / a.Minimum;
        string Rate(SampleStatistics s) => string.Create(CultureInfo.InvariantCulture, $"{work / s.Minimum:0} ({work / s.Median:0}) {unit}");
        return
        [
            what, backend.Threads.ToString(CultureInfo.InvariantCulture), Rate(a), Rate(b),
            string.Create(CultureInfo.InvariantCulture, $"{ratio:0.00} ({b.Median / a.Median:0.00})"),
            target is { } t ? string.Create(CultureInfo.InvariantCulture, $">= {t:0.##}") : "-",
            target is not { } goal ? "" : ratio >= goal ? "ok" : "missed",
        ];
    }
}
