using System.Text.Json;
using System.Text;
using Hone.Evaluation.Runs;
using Hone.Evaluation.Statistics;
using Hone.Models;

namespace Hone.Experiments;

/// <summary>The result as lines, as a Markdown page and as JSON. Shares are in percent, with a point, whatever the locale.</summary>
public static class RlvrTables
{
    /// <summary>A cell as one line.</summary>
    public static string Line(RlvrCell cell)
    {
        ArgumentNullException.ThrowIfNull(cell);
        RlvrMeasurement before = cell.Before, after = cell.After;
        return $"{cell.Name}: pass@1 {Interval(before.PassAt1)} -> {Interval(after.PassAt1)}, greedy {Percent(before.Greedy)} -> {Percent(after.Greedy)}, "
            + $"chains {Percent(before.ChainShare)} -> {Percent(after.ChainShare)}, tokens {Number(before.MeanLength)} -> {Number(after.MeanLength)}, "
            + $"training {Number(cell.TrainingSeconds)} s";
    }

    /// <summary>The whole result as Markdown.</summary>
    public static string Markdown(RlvrControlsResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        var text = new StringBuilder();
        void Row(params string[] values) => text.Append("| ").AppendJoin(" | ", values).Append(" |\n");
        text.Append($"# {RlvrControls.Description.Name}\n\n{RlvrControls.Description.Claim}\n\n");
        Row("base seed", "arm", "pass@1 before, %", "pass@1 after, % (95 % interval)", "change, points", "greedy, %", "forced before, %", "chain share, %", "mean tokens", "training, s");
        Row([.. Enumerable.Repeat("---", 10)]);
        foreach (RlvrCell cell in result.Cells)
        {
            RlvrMeasurement before = cell.Before, after = cell.After;
            Row(FormattableString.Invariant($"{cell.Seed}"), RlvrArms.NameOf(cell.Arm), Share(before.PassAt1.Value), Interval(after.PassAt1), Points(cell.ChangePoints),
                $"{Share(before.Greedy)} -> {Share(after.Greedy)}", Share(before.Forced), $"{Share(before.ChainShare)} -> {Share(after.ChainShare)}",
                $"{Number(before.MeanLength)} -> {Number(after.MeanLength)}", Number(cell.TrainingSeconds));
        }
        text.Append('\n');
        Row("arm", "seeds", "pass@1 after, mean %", "min", "max", "change, mean points", "min", "max", "rule", "verdict");
        Row([.. Enumerable.Repeat("---", 10)]);
        foreach (RlvrSummary s in result.Summaries)
        {
            Row(RlvrArms.NameOf(s.Arm), FormattableString.Invariant($"{s.After.Count}"), Share(s.After.Mean), Share(s.After.Min), Share(s.After.Max),
                Points(s.ChangePoints.Mean), Points(s.ChangePoints.Min), Points(s.ChangePoints.Max), s.Rule, s.Verdict);
        }
        if (result.Cells.Count > 0)
        {
            text.Append("\nThe same for all cells (their files have the rest):");
            foreach ((string key, string value) in result.Cells[0].Settings.Where(p => IsShown(p.Key)))
                text.Append($" {key} {value};");
            text.Length--;
            text.Append(".\n");
        }
        return text.ToString();
    }

    private static bool IsShown(string key) => key is not ("loss" or "optimizer" or "schedule" or "format" or "base_sha256");

    /// <summary>Writes <c>results.md</c> and <c>results.json</c>, each whole or not at all.</summary>
    public static void Save(RlvrControlsResult result, string directory)
    {
        ArgumentNullException.ThrowIfNull(result);
        AtomicFile.Write(Path.Combine(directory, "results.md"), stream => stream.Write(Encoding.UTF8.GetBytes(Markdown(result))));
        AtomicFile.Write(Path.Combine(directory, "results.json"), stream => WriteJson(result, stream));
    }

    private static void WriteJson(RlvrControlsResult result, Stream stream)
    {
        using var json = new Utf8JsonWriter(stream, new JsonWriterOptions { Indented = true });
        json.WriteStartObject();
        json.WriteString("experiment", RlvrControls.Description.Name);
        json.WriteStartArray("summaries");
        foreach (RlvrSummary summary in result.Summaries)
        {
            json.WriteStartObject();
            json.WriteString("arm", RlvrArms.NameOf(summary.Arm));
            Write(json, "pass_at_1", summary.After);
            Write(json, "change_points", summary.ChangePoints);
            json.WriteString("rule", summary.Rule);
            json.WriteString("verdict", summary.Verdict);
            if (summary.Holds is { } holds)
                json.WriteBoolean("holds", holds);
            else
                json.WriteNull("holds");
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteStartArray("cells");
        foreach (RlvrCell cell in result.Cells)
            RlvrCellJson.Write(json, cell);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, string name, SeedSummary summary)
    {
        json.WriteStartObject(name);
        json.WriteNumber("seeds", summary.Count);
        json.WriteNumber("mean", summary.Mean);
        json.WriteNumber("deviation", summary.Deviation);
        json.WriteNumber("min", summary.Min);
        json.WriteNumber("max", summary.Max);
        json.WriteEndObject();
    }

    private static string Interval(Estimate e) => $"{Share(e.Value)} [{Share(e.Low)}, {Share(e.High)}]";

    private static string Percent(double? share) => share is null ? "-" : Share(share) + " %";

    private static string Share(double? share) => share is { } value ? Number(100 * value) : "-";

    private static string Number(double value) => FormattableString.Invariant($"{value:0.0}");

    private static string Points(double value) => FormattableString.Invariant($"{value:+0.0;-0.0;0.0}");
}
