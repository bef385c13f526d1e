using Hone.Models;
using Hone.Tensors;

namespace Hone.Benchmarks;

/// <summary>
/// Forward, loss and backward of a whole model on packed sequences, counting 6 operations a parameter and token against
/// the FMA peak, and batched decoding, counting 2.
/// </summary>
internal static class TrainingBenchmark
{
    public static void Run()
    {
        int threads = Environment.ProcessorCount;
        double peak = Peak.GigaFlops(threads);
        using var backend = new CpuBackend(threads);
        Console.WriteLine($"{backend.Description}: FMA peak {peak:F0} GFLOP/s");
        Console.WriteLine("| model | sequences | training step | share of peak | tokens/s |");
        Console.WriteLine("| --- | --- | --- | --- | --- |");
        Step(backend, peak, "hone-base shape, 0.84 M", Config(382, 128, 384, 4, 4, 2, 32), Enumerable.Range(0, 64).Select(i => 30 + (i * 37 % 45)));
        Step(backend, peak, "d 256, 6 layers, 4.9 M", Config(512, 256, 688, 6, 4, 4, 64), Enumerable.Repeat(256, 16));
    }

    private static TransformerConfig Config(int vocabulary, int width, int inner, int layers, int heads, int keyValueHeads, int headDim) => new()
    {
        VocabularySize = vocabulary,
        Width = width,
        Layers = TransformerConfig.Uniform(layers, new AttentionConfig(heads, keyValueHeads, headDim), new FeedForwardConfig(inner)),
        RotaryDim = headDim,
        ContextLength = 256,
        TieEmbeddings = true,
    };

    private static void Step(CpuBackend backend, double peak, string name, TransformerConfig config, IEnumerable<int> lengths)
    {
        using var model = new Transformer(config, new SeededParameterSource(backend, 1));
        using var context = new ComputeContext(backend);
        using var tape = new Tape(backend);
        using var gradients = new Gradients(backend);
        var batch = new TokenBatch();
        var stream = new PhiloxStream(1, RandomPurpose.Noise);
        int[] sizes = [.. lengths];
        foreach (int length in sizes)
            batch.Add([.. Enumerable.Range(0, length).Select(_ => stream.NextInt32(config.VocabularySize))]);
        int[] targets = batch.Ids.ToArray();
        Tensor seeds = backend.CreateTensor(new Shape(targets.Length));
        backend.Fill(seeds, -1f / targets.Length);
        (double best, double median) = Peak.Time(() =>
        {
            gradients.Clear();
            context.Tape = tape;
            TokenLogProbs result = model.TokenLogProb(context, model.Forward(context, batch), targets);
            tape.Seed(result.LogProb, seeds);
            tape.Backward(gradients, context);
            context.Tape = null;
        });
        seeds.Storage.Dispose();
        double operations = 6.0 * config.ParameterCount() * targets.Length / 1e9;
        Console.WriteLine($"| {name} | {sizes.Length} of {sizes.Min()}..{sizes.Max()} | {best * 1e3:F1} ms (median {median * 1e3:F1}) | {operations / best / peak:P0} ({operations / median / peak:P0}) | {targets.Length / best:F0} |");
    }
}
