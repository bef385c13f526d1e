using System.Diagnostics;
using System.Globalization;
using Hone.Benchmarks.Kernels;
using Hone.Benchmarks.Measuring;
using Hone.Tensors;

namespace Hone.Benchmarks;

/// <summary>
/// Attention over long contexts: time beside what its operations take at the FMA limit, and memory, which grows with the
/// length and not with its square.
/// </summary>
internal static class ContextsBenchmark
{
    private const int Heads = 4, HeadDim = 64;

    public static void Run(TextWriter output)
    {
        var rows = new List<string[]>();
        foreach (int length in (int[])[1024, 4096, 16384])
        {
            using var backend = new CpuBackend();
            var limits = new MachineLimits(backend, TimeProvider.System);
            using var work = new AttentionWork(backend, 1, length, Heads, HeadDim);
            double limit = limits.SampleFmaGigaFlops();
            double forward = double.MaxValue, backward = double.MaxValue;
            for (int repeat = 0; repeat < (length > 8192 ? 2 : 5); repeat++)
            {
                forward = Math.Min(forward, Seconds(work.Forward));
                limit = Math.Max(limit, limits.SampleFmaGigaFlops());
                backward = Math.Min(backward, Seconds(work.Backward));
                limit = Math.Max(limit, limits.SampleFmaGigaFlops());
            }
            double scores = (double)Heads * length * length * sizeof(float);
            rows.Add(
            [
                Text($"{length}"), Text($"{forward * 1e3:0.0} ms"), Share(work.ForwardOperations, forward, limit),
                Text($"{backward * 1e3:0.0} ms"), Share(work.BackwardOperations, backward, limit),
                Mebibytes(backend.Ledger.CurrentBytes), Mebibytes(backend.Ledger.ScratchBytes), Mebibytes(scores),
            ]);
        }
        using var all = new CpuBackend();
        output.WriteLine($"One sequence, {Heads} heads of {HeadDim}, {all.Description}. Memory: the tensors in and out, and what the kernels keep for themselves.");
        output.WriteLine();
        MarkdownTable.Write(output, ["tokens", "forward", "of FMA", "backward", "of FMA", "tensors", "of the kernels", "one T x T matrix a head would be"], rows);
    }

    private static double Seconds(Action action)
    {
        long start = Stopwatch.GetTimestamp();
        action();
        return Stopwatch.GetElapsedTime(start).TotalSeconds;
    }

    private static string Share(double operations, double seconds, double limit) => Text($"{operations / seconds / limit / 1e7:0} %");

    private static string Mebibytes(double bytes) => Text($"{bytes / (1 << 20):0.0} MiB");

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
