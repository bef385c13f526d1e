using System.Text.Json;
using Hone.Cli.Output;
using Hone.Evaluation.Runs;
using Hone.Training.Metrics;

namespace Hone.Cli.Inspection;

/// <summary>Describes a run folder: what made it, how far it is, its last metrics, and the headline of its report.</summary>
internal static class RunInspection
{
    /// <exception cref="RunFormatException">The folder is no run.</exception>
    internal static void Print(string path, Terminal terminal)
    {
        RunDirectory run = RunDirectory.Open(path);
        IReadOnlyList<long> checkpoints = run.CheckpointSteps();
        var pairs = new List<(string, string)>
        {
            ("run", path),
            ("kind", run.Info.Kind),
            ("created", run.Info.Created.ToString("yyyy-MM-dd HH:mm:ss 'UTC'", System.Globalization.CultureInfo.InvariantCulture)),
            ("hone", run.Info.Version),
            ("contract", run.Info.Contract ?? "none"),
            ("checkpoints", checkpoints.Count == 0 ? "none" : string.Join(", ", checkpoints)),
        };
        string model = Path.Combine(path, "model");
        if (Directory.Exists(model)) pairs.Add(("model", model));
        if (File.Exists(run.ReportHtmlPath)) pairs.Add(("report", Path.Combine(path, Path.GetFileName(run.ReportHtmlPath))));
        pairs.AddRange(Headline(run.ReportJsonPath));
        terminal.Pairs(pairs);
        if (File.Exists(run.MetricsPath) && MetricsReader.Read(run.MetricsPath).LastOrDefault() is { } last)
            terminal.Table(["metric", $"step {last.Step}"], [.. last.Values.Select(v => (IReadOnlyList<string>)[v.Key, Numbers.Value(v.Value)])]);
    }

    private static IEnumerable<(string, string)> Headline(string reportPath)
    {
        if (!File.Exists(reportPath)) return [];
        try
        {
            using JsonDocument report = JsonDocument.Parse(File.ReadAllBytes(reportPath));
            return [.. Accuracy(report.RootElement, "before"), .. Accuracy(report.RootElement, "after")];
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            throw new RunFormatException($"{reportPath}: not a report: {e.Message}", e);
        }
    }

    private static IEnumerable<(string, string)> Accuracy(JsonElement report, string when)
    {
        if (!report.TryGetProperty(when, out JsonElement measurement)) return [];
        JsonElement accuracy = measurement.GetProperty("sampled").GetProperty("accuracy");
        double At(string name) => accuracy.GetProperty(name) is { ValueKind: JsonValueKind.Number } number ? number.GetDouble() : double.NaN;
        return [($"pass@1 {when}", $"{Numbers.Percent(At("value"))} ({Numbers.Percent(At("low"))} to {Numbers.Percent(At("high"))})")];
    }
}
