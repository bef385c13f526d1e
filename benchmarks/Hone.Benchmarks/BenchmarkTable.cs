using Hone.Benchmarks.Allocations;
using Hone.Benchmarks.Kernels;
using Hone.Benchmarks.Peers;

namespace Hone.Benchmarks;

/// <summary>Words behind the name of a table on the command line.</summary>
/// <param name="Words">All of them.</param>
internal sealed record BenchmarkOptions(IReadOnlyList<string> Words)
{
    /// <summary>The word behind <paramref name="name"/>; null if it is not there.</summary>
    public string? After(string name)
    {
        int at = Words.ToList().IndexOf(name);
        return at >= 0 && at + 1 < Words.Count ? Words[at + 1] : null;
    }
}

/// <summary>A table that can be run alone or with the others.</summary>
/// <param name="Name">Name on the command line.</param>
/// <param name="Title">Heading on the page.</param>
/// <param name="About">What it measures, for the page.</param>
/// <param name="Run">Measures and prints.</param>
internal sealed record BenchmarkTable(string Name, string Title, string About, Action<TextWriter, BenchmarkOptions> Run)
{
    /// <summary>All, in the order of the page.</summary>
    public static IReadOnlyList<BenchmarkTable> All { get; } =
    [
        new("kernels", "Kernels", "Each kernel beside its target. An operation is a multiplication or an addition; attention counts the products that a causal query needs.", (o, words) => KernelsBenchmark.Run(o, words.After("--what"))),
        new("training", "Training", "A step: forward, loss, backward and AdamW on B packed sequences of T random tokens. Counted are 6 operations a parameter and token.", (o, _) => TrainingBenchmark.Run(o)),
        new("decode", "Decoding", "Counted are the bytes of the weights, once a step, against a plain read of as many bytes; with many sequences 2 operations a parameter and token where that is the tighter limit.", (o, _) => DecodeBenchmark.Run(o)),
        new("contexts", "Long contexts", "Attention alone.", (o, _) => ContextsBenchmark.Run(o)),
        new("sharpen", "Reinforcement learning", "`recipes/sharpen.yaml` without its evaluations.", (o, _) => RecipeBenchmark.Sharpen(o)),
        new("pretrain", "Pre-training", "`recipes/pretrain-base.yaml`.", (o, _) => RecipeBenchmark.Pretrain(o)),
        new("cold", "A fresh process", "The first steps of `hone train sharpen` beside the later ones.", (o, words) => ColdBenchmark.Run(o, words.After("--program"))),
        new("allocations", "Allocations", "Managed memory of a call after warm-up, held by a test against `benchmarks/expected-allocations.json`, which `-- allocations --update` writes anew when a change needs more.", (o, _) => AllocationGate.Run(o, update: false)),
        new("peers", "Beside PyTorch", "Hone and PyTorch take turns on the same threads with the same shapes.", (o, words) => PeersBenchmark.Run(o, words.After("--python") ?? "python3", words.After("--what")?.Split(',') ?? PeersBenchmark.Parts)),
        new("llamacpp", "Beside llama.cpp", "A GGUF file and its weights in other formats, in Hone and in llama.cpp's prebuilt program from npm, taking turns.", (o, words) => LlamaCppBenchmark.Run(o, words.After("--node") ?? "node", words.After("--folder"), words.After("--model"), words.After("--what")?.Split(',') ?? LlamaCppBenchmark.Parts, words.After("--rows")?.Split(',') ?? LlamaCppBenchmark.AllRows)),
        new("llamacpp-equal", "The same answers as llama.cpp", "GGUF files written by Hone, read by both: likeliest tokens after one another, and the divergence of the next token's distribution. No times.", (o, words) => LlamaCppEquality.Run(o, words.After("--node") ?? "node", words.After("--folder"), words.After("--model"), words.After("--what")?.Split(',') ?? LlamaCppEquality.Parts)),
    ];
}
