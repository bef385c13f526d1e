using System.Globalization;
using System.Text;
using Hone.Tensors;

namespace Hone.Training.Benchmarking;

/// <summary>Results as llama-bench prints them (columns model, size, params, backend, threads, test, t/s), with the limit measured beside.</summary>
public static class BenchTables
{
    private static readonly string[] Header = ["model", "size", "params", "backend", "threads", "test", "t/s", "best", "limit", "of limit"];

    /// <summary>What is counted, for the head of a table.</summary>
    public static string Counted =>
        """
        t/s: mean ± standard deviation over the repetitions; best: the fastest one; of limit: what the fastest one (the median one) reached
        of the limit, whose best sample beside the test counts. FMA: fused multiply-adds on registers only, on as many threads. read: a plain
        read of as many bytes as the weights have. Counted against FMA: pp 2 operations a parameter of the layers and token, train 6 a parameter
        and token, attention left out; against read: the weights once for every decode step. Batched decoding is held against the tighter one.
        """;

    /// <summary>A table in Markdown, columns padded to be read as text too.</summary>
    public static string Markdown(IReadOnlyList<BenchResult> results)
    {
        ArgumentNullException.ThrowIfNull(results);
        List<string[]> rows = [Header, .. results.Select(Cells)];
        int[] widths = [.. Header.Select((_, column) => rows.Max(r => r[column].Length))];
        var text = new StringBuilder();
        for (int row = 0; row < rows.Count; row++)
        {
            text.Append("| ").AppendJoin(" | ", rows[row].Select((cell, c) => IsNumber(c) ? cell.PadLeft(widths[c]) : cell.PadRight(widths[c]))).Append(" |\n");
            if (row == 0)
                text.Append("| ").AppendJoin(" | ", widths.Select((w, c) => IsNumber(c) ? new string('-', w - 1) + ":" : new string('-', w))).Append(" |\n");
        }
        return text.ToString();
    }

    /// <summary>Comma-separated values with a header; numbers in full, names quoted.</summary>
    public static string Csv(IReadOnlyList<BenchResult> results)
    {
        ArgumentNullException.ThrowIfNull(results);
        var text = new StringBuilder();
        string[] names = ["model_type", "model_size", "model_n_params", "backends", "n_threads", "kv_cache_dtype", "n_prompt", "n_gen", "n_parallel", "n_train", "test", "avg_ts", "stddev_ts", "best_ts", "limit", "limit_value", "best_share", "median_share"];
        text.AppendJoin(',', names).Append('\n');
        foreach (BenchResult r in results)
        {
            SampleStatistics rate = r.TokensPerSecond;
            object[] cells =
            [
                r.Model.Name, r.Model.SizeBytes, r.Model.Parameters, r.Backend, r.Threads, r.CacheDType.Name(), Count(r, BenchKind.Prompt), Count(r, BenchKind.Generate),
                r.Test.Sequences, Count(r, BenchKind.Train), r.Test.Name, rate.Mean, rate.StandardDeviation, rate.Maximum, Name(r.Limit), r.LimitValue, r.BestShare, r.MedianShare,
            ];
            text.AppendJoin(',', cells.Select(Quote)).Append('\n');
        }
        return text.ToString();
    }

    /// <summary>"FMA 413 to 415 GFLOP/s, read 26.1 to 27.0 GB/s" for each number of threads: how steady the machine was.</summary>
    public static string Spread(IReadOnlyList<BenchResult> results)
    {
        ArgumentNullException.ThrowIfNull(results);
        var text = new StringBuilder();
        foreach (IGrouping<int, BenchResult> group in results.GroupBy(r => r.Threads))
        {
            double[] fma = [.. group.SelectMany(r => r.FmaGigaFlops.Values)];
            text.Append(CultureInfo.InvariantCulture, $"limits on {group.Key} thread{(group.Key == 1 ? "" : "s")}: FMA {fma.Min():0} to {fma.Max():0} GFLOP/s");
            double[] read = [.. group.SelectMany(r => r.ReadGigabytes?.Values ?? [])];
            if (read.Length > 0)
                text.Append(CultureInfo.InvariantCulture, $", read {read.Min():0.0} to {read.Max():0.0} GB/s");
            text.Append('\n');
        }
        return text.ToString();
    }

    /// <summary>"fma" or "read".</summary>
    internal static string Name(BenchLimit limit) => limit == BenchLimit.Fma ? "fma" : "read";

    /// <summary>Tokens of a sequence when the test is of a kind, else 0.</summary>
    internal static int Count(BenchResult result, BenchKind kind) => result.Test.Kind == kind ? result.Test.Length : 0;

    private static string[] Cells(BenchResult r)
    {
        SampleStatistics rate = r.TokensPerSecond;
        return
        [
            r.CacheDType == CacheDType.Float32 ? $"{r.Model.Name} {r.Model.WeightType}" : $"{r.Model.Name} {r.Model.WeightType}, kv {r.CacheDType.Name()}",
            Invariant($"{r.Model.SizeBytes / 1048576.0:0.00} MiB"),
            Invariant($"{r.Model.Parameters / 1e6:0.00} M"),
            r.Backend,
            Invariant($"{r.Threads}"),
            r.Test.Name,
            Invariant($"{rate.Mean:0.00} ± {rate.StandardDeviation:0.00}"),
            Invariant($"{rate.Maximum:0.00}"),
            r.Limit == BenchLimit.Fma ? Invariant($"FMA {r.LimitValue:0} GFLOP/s") : Invariant($"read {r.LimitValue:0.0} GB/s"),
            Invariant($"{r.BestShare * 100:0} % ({r.MedianShare * 100:0} %)"),
        ];
    }

    private static bool IsNumber(int column) => Header[column] is "size" or "params" or "threads" or "test" or "t/s" or "best" or "of limit";

    private static string Quote(object cell) => cell switch
    {
        string s => "\"" + s.Replace("\"", "\"\"", StringComparison.Ordinal) + "\"",
        double d => d.ToString("R", CultureInfo.InvariantCulture),
        _ => Convert.ToString(cell, CultureInfo.InvariantCulture) ?? "",
    };

    private static string Invariant(FormattableString text) => FormattableString.Invariant(text);
}
