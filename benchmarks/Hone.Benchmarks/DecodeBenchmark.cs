using System.Diagnostics;
using System.Globalization;
using Hone.Benchmarks.Measuring;
using Hone.Tensors;
using Hone.Training.Benchmarking;

namespace Hone.Benchmarks;

/// <summary>
/// Decoding beside the weight bytes that a token must read: greedy through the engine for the d 256 model (drawing and
/// recording included), and the bare decode steps of the SmolLM2-135M shape.
/// </summary>
internal static class DecodeBenchmark
{
    private const int Tokens = 128, Repeats = 5;

    public static void Run(TextWriter output)
    {
        var figures = new List<Figure>();
        foreach (int sequences in (int[])[1, 32])
            figures.Add(Greedy(sequences));
        var options = new BenchOptions { PromptLengths = [], GenerateLengths = [64], Train = [], Threads = [.. new[] { 1, Environment.ProcessorCount }.Distinct()], Repetitions = 3 };
        foreach (BenchResult result in BenchRunner.Run(BenchModel.Of(BenchShapes.Find("smollm2-135m")!), options, TimeProvider.System))
            figures.Add(ModelFigures.Of(result, result.Test.Sequences == 1 && result.Threads > 1 ? 0.80 : null));
        MarkdownTable.Write(output, ModelFigures.Header, [.. figures.Select(f => f.Row())]);
    }

    private static Figure Greedy(int sequences)
    {
        BenchModel model = BenchModel.Of(BenchShapes.Find("d256")!);
        using var backend = new CpuBackend();
        using var decoder = new GreedyDecoder(model, backend, sequences, Tokens);
        using Measuring.Tensors tensors = new(backend);
        Tensor buffer = tensors.Make(new Shape(checked((int)(model.ReadParameters / 1024)), 1024));
        var limits = new MachineLimits(backend, TimeProvider.System);
        var seconds = new List<double>();
        double fma = 0, read = 0;
        decoder.Run();
        for (int repeat = 0; repeat < Repeats; repeat++)
        {
            fma = Math.Max(fma, limits.SampleFmaGigaFlops());
            read = Math.Max(read, limits.SampleReadGigabytes(buffer));
            long start = Stopwatch.GetTimestamp();
            decoder.Run();
            seconds.Add(Stopwatch.GetElapsedTime(start).TotalSeconds);
        }
        var statistics = new SampleStatistics(seconds);
        double readSeconds = Tokens * model.ReadParameters * sizeof(float) / (read * 1e9), fmaSeconds = 2.0 * Tokens * sequences * model.ReadParameters / (fma * 1e9);
        double least = Math.Max(readSeconds, fmaSeconds), rate = sequences * Tokens;
        return new Figure(
            string.Create(CultureInfo.InvariantCulture, $"d256 greedy, {sequences} sequence{(sequences == 1 ? "" : "s")}: {rate / statistics.Minimum:0} tokens/s ({rate / statistics.Median:0})"),
            backend.Threads, least / statistics.Minimum, least / statistics.Median, sequences == 1 ? 0.80 : null,
            Limit: readSeconds > fmaSeconds ? string.Create(CultureInfo.InvariantCulture, $"read {read:0.0} GB/s") : string.Create(CultureInfo.InvariantCulture, $"FMA {fma:0} GFLOP/s"));
    }
}
