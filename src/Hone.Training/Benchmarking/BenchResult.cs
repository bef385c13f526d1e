using Hone.Tensors;

namespace Hone.Training.Benchmarking;

/// <summary>What bounds a test.</summary>
public enum BenchLimit : byte
{
    /// <summary>Arithmetic: fused multiply-adds on registers.</summary>
    Fma,

    /// <summary>Memory: a plain read of as many bytes as the weights have.</summary>
    Read,
}

/// <summary>One test, measured.</summary>
public sealed class BenchResult
{
    /// <summary>What was measured.</summary>
    public required BenchModel Model { get; init; }

    /// <summary>How.</summary>
    public required BenchTest Test { get; init; }

    /// <summary>What keys and values were rounded to.</summary>
    public CacheDType CacheDType { get; init; }

    /// <summary>With what: "cpu avx512 x2".</summary>
    public required string Backend { get; init; }

    /// <summary>Threads.</summary>
    public required int Threads { get; init; }

    /// <summary>When it began.</summary>
    public required DateTimeOffset Started { get; init; }

    /// <summary>Seconds of each repetition.</summary>
    public required SampleStatistics Seconds { get; init; }

    /// <summary>Samples of the arithmetic limit, taken before, between and after the repetitions; GFLOP/s.</summary>
    public required SampleStatistics FmaGigaFlops { get; init; }

    /// <summary>Samples of the read limit at the working set, taken likewise; GB/s. Null for tests that read no weights again and again.</summary>
    public required SampleStatistics? ReadGigabytes { get; init; }

    /// <summary>Tokens a second of each repetition.</summary>
    public SampleStatistics TokensPerSecond => new([.. Seconds.Values.Select(s => Test.Tokens / s)]);

    /// <summary>What bounds the test: the one of the two limits under which it takes longer.</summary>
    public BenchLimit Limit => ReadSeconds > FmaSeconds ? BenchLimit.Read : BenchLimit.Fma;

    /// <summary>The limit in GFLOP/s or GB/s: the best sample.</summary>
    public double LimitValue => Limit == BenchLimit.Fma ? FmaGigaFlops.Maximum : ReadGigabytes!.Maximum;

    /// <summary>Share of the limit that the best repetition reached; 1 is all of it.</summary>
    public double BestShare => Math.Max(ReadSeconds, FmaSeconds) / Seconds.Minimum;

    /// <summary>Share of the limit that the median repetition reached.</summary>
    public double MedianShare => Math.Max(ReadSeconds, FmaSeconds) / Seconds.Median;

    // What a repetition would take at each limit.
    private double FmaSeconds => Test.Operations(Model) / (FmaGigaFlops.Maximum * 1e9);

    private double ReadSeconds => ReadGigabytes is null ? 0 : Test.WeightBytes(Model) / (ReadGigabytes.Maximum * 1e9);
}
