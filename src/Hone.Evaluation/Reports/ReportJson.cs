using System.Globalization;
using System.Text.Json;
using Hone.Evaluation.Results;

namespace Hone.Evaluation.Reports;

/// <summary>Writes a report as one JSON object (<c>report.json</c>), for programs.</summary>
public static class ReportJson
{
    /// <summary>Version of the format.</summary>
    public const int SchemaVersion = 1;

    /// <summary>Writes the report, indented, UTF-8.</summary>
    /// <param name="report">What to write.</param>
    /// <param name="stream">Where to; stays open.</param>
    public static void Write(RunReport report, Stream stream)
    {
        ArgumentNullException.ThrowIfNull(report);
        ArgumentNullException.ThrowIfNull(stream);
        using var json = new Utf8JsonWriter(stream, new JsonWriterOptions { Indented = true });
        json.WriteStartObject();
        json.WriteNumber("schema_version", SchemaVersion);
        json.WriteString("title", report.Title);
        json.WriteString("summary", report.Summary);
        json.WriteString("created", report.Created.ToUniversalTime().ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture));
        WriteMeasurement(json, "before", report.Before);
        WriteMeasurement(json, "after", report.After);
        if (report.Difference is { } difference) EvalResultsJson.Write(json, "difference", difference);
        EvalResultsJson.Write(json, "sampling_logp_difference_max", report.MaxLogProbDifference);
        json.WriteNumber("sampling_logp_difference_steps", report.LogProbDifferenceSteps);
        WritePlots(json, report.Plots);
        WriteTables(json, report.Tables);
        WriteExamples(json, report.Examples);
        WritePairs(json, "settings", report.Settings);
        WritePairs(json, "machine", report.Machine);
        json.WriteEndObject();
    }

    private static void WriteMeasurement(Utf8JsonWriter json, string name, ReportMeasurement? measurement)
    {
        if (measurement is null) return;
        json.WriteStartObject(name);
        WriteMetrics(json, "sampled", measurement.Sampled);
        WriteMetrics(json, "greedy", measurement.Greedy);
        WriteMetrics(json, "forced", measurement.Forced);
        json.WriteEndObject();
    }

    private static void WriteMetrics(Utf8JsonWriter json, string name, EvalMetrics? metrics)
    {
        if (metrics is null) return;
        json.WritePropertyName(name);
        EvalResultsJson.Write(json, metrics);
    }

    private static void WritePlots(Utf8JsonWriter json, IReadOnlyList<SvgPlot> plots)
    {
        json.WriteStartArray("plots");
        foreach (SvgPlot plot in plots)
        {
            json.WriteStartObject();
            json.WriteString("title", plot.Title);
            json.WriteString("x", plot.XLabel);
            json.WriteString("y", plot.YLabel);
            json.WriteStartObject("series");
            foreach (PlotSeries series in plot.Series)
            {
                json.WriteStartArray(series.Name);
                foreach ((double x, double y) in series.Points)
                {
                    json.WriteStartArray();
                    WriteNumber(json, x);
                    WriteNumber(json, y);
                    json.WriteEndArray();
                }
                json.WriteEndArray();
            }
            json.WriteEndObject();
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private static void WriteTables(Utf8JsonWriter json, IReadOnlyList<ReportTable> tables)
    {
        json.WriteStartArray("tables");
        foreach (ReportTable table in tables)
        {
            json.WriteStartObject();
            json.WriteString("caption", table.Caption);
            WriteStrings(json, "header", table.Header);
            json.WriteStartArray("rows");
            foreach (IReadOnlyList<string> row in table.Rows) WriteStrings(json, null, row);
            json.WriteEndArray();
            json.WriteString("note", table.Note);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private static void WriteExamples(Utf8JsonWriter json, IReadOnlyList<ReportExample> examples)
    {
        json.WriteStartArray("examples");
        foreach (ReportExample example in examples)
        {
            json.WriteStartObject();
            json.WriteString("prompt", example.Prompt);
            json.WriteString("reference", example.Reference);
            WriteCompletions(json, "before", example.Before);
            WriteCompletions(json, "after", example.After);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private static void WriteCompletions(Utf8JsonWriter json, string name, IReadOnlyList<ReportCompletion> completions)
    {
        json.WriteStartArray(name);
        foreach (ReportCompletion completion in completions)
        {
            json.WriteStartObject();
            json.WriteString("text", completion.Text);
            json.WriteBoolean("correct", completion.Correct);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private static void WritePairs(Utf8JsonWriter json, string name, IReadOnlyList<KeyValuePair<string, string>> pairs)
    {
        json.WriteStartObject(name);
        foreach ((string key, string value) in pairs) json.WriteString(key, value);
        json.WriteEndObject();
    }

    private static void WriteStrings(Utf8JsonWriter json, string? name, IReadOnlyList<string> values)
    {
        if (name is null) json.WriteStartArray();
        else json.WriteStartArray(name);
        foreach (string value in values) json.WriteStringValue(value);
        json.WriteEndArray();
    }

    private static void WriteNumber(Utf8JsonWriter json, double value)
    {
        if (double.IsFinite(value)) json.WriteNumberValue(value);
        else json.WriteNullValue();
    }
}
