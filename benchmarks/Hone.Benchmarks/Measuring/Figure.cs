using System.Globalization;

namespace Hone.Benchmarks.Measuring;

/// <summary>A measured value beside its target.</summary>
/// <param name="What">What was measured.</param>
/// <param name="Threads">Threads.</param>
/// <param name="Best">The best of many, in the unit; shares are 0..1.</param>
/// <param name="Median">The median.</param>
/// <param name="Target">What it should reach; null where there is no target.</param>
/// <param name="Unit">"%" for shares, otherwise as printed behind the value.</param>
/// <param name="Limit">The limit it is a share of, "FMA 413 GFLOP/s"; empty where there is none.</param>
/// <param name="AtMost">Whether smaller is better.</param>
internal sealed record Figure(string What, int Threads, double Best, double Median, double? Target, string Unit = "%", string Limit = "", bool AtMost = false)
{
    /// <summary>The header of <see cref="Row"/>.</summary>
    public static string[] Header => ["what", "threads", "target", "best (median)", "limit", ""];

    /// <summary>Whether the best reaches the target; null where there is none.</summary>
    public bool? IsReached => Target is not { } target ? null : AtMost ? Best <= target : Best >= target;

    /// <summary>A row of a table.</summary>
    public string[] Row() =>
    [
        What,
        Threads.ToString(CultureInfo.InvariantCulture),
        Target is { } target ? $"{(AtMost ? "<=" : ">=")} {Text(target)}" : "-",
        $"{Text(Best)} ({Text(Median)})",
        Limit,
        IsReached switch { true => "ok", false => "missed", _ => "" },
    ];

    private string Text(double value) => Unit == "%"
        ? (value * 100).ToString("0", CultureInfo.InvariantCulture) + " %"
        : value.ToString("0.##", CultureInfo.InvariantCulture) + " " + Unit;
}
