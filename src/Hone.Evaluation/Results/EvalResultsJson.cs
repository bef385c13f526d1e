using System.Text.Encodings.Web;
using System.Text.Json;
using Hone.Evaluation.Statistics;
using Hone.Verification;

namespace Hone.Evaluation.Results;

/// <summary>
/// Results as files: one JSON line a problem with all its samples (<c>samples/*.jsonl</c>), and the metrics
/// as one JSON object (<c>evaluation/*.json</c>). Numbers that are not finite are written as null.
/// </summary>
public static class EvalResultsJson
{
    // The files hold text for people; nothing here is put into a page without escaping it there.
    private static readonly JsonWriterOptions Compact = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private static readonly JsonWriterOptions Indented = Compact with { Indented = true };

    /// <summary>Writes the samples, one line a problem, UTF-8.</summary>
    /// <param name="results">What to write.</param>
    /// <param name="stream">Where to; stays open.</param>
    public static void WriteSamples(EvalResults results, Stream stream)
    {
        ArgumentNullException.ThrowIfNull(results);
        ArgumentNullException.ThrowIfNull(stream);
        foreach (EvalExampleResult example in results.Examples)
        {
            using (var json = new Utf8JsonWriter(stream, Compact)) WriteExample(json, results, example);
            stream.WriteByte((byte)'\n');
        }
    }

    /// <summary>Reads what <see cref="WriteSamples"/> wrote.</summary>
    /// <param name="reader">The lines; the caller disposes of it.</param>
    /// <param name="source">What to call it in messages.</param>
    /// <exception cref="InvalidDataException">A line is not of this format; the message says which.</exception>
    public static EvalResults ReadSamples(TextReader reader, string source)
    {
        ArgumentNullException.ThrowIfNull(reader);
        var examples = new List<EvalExampleResult>();
        string task = "", version = "";
        for (int line = 1; reader.ReadLine() is { } text; line++)
        {
            if (text.Length == 0) continue;
            try
            {
                using JsonDocument document = JsonDocument.Parse(text);
                JsonElement row = document.RootElement;
                task = row.GetProperty("task").GetString() ?? "";
                version = row.GetProperty("task_version").GetString() ?? "";
                examples.Add(new EvalExampleResult(
                    row.GetProperty("id").GetString() ?? "", row.GetProperty("prompt").GetString() ?? "",
                    row.GetProperty("reference").GetString() ?? "",
                    [.. row.GetProperty("samples").EnumerateArray().Select(ReadSample)]));
            }
            catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
            {
                throw new InvalidDataException($"{source}:{line}: no line of samples: {e.Message}", e);
            }
        }
        return new EvalResults(task, version, examples);
    }

    /// <summary>Writes the metrics as an indented object.</summary>
    /// <param name="results">Whose metrics they are.</param>
    /// <param name="metrics">The metrics.</param>
    /// <param name="settings">How it was sampled: temperature, seed, model and the like, in order.</param>
    /// <param name="stream">Where to; stays open.</param>
    public static void WriteMetrics(
        EvalResults results, EvalMetrics metrics, IReadOnlyList<KeyValuePair<string, string>> settings, Stream stream)
    {
        ArgumentNullException.ThrowIfNull(results);
        ArgumentNullException.ThrowIfNull(metrics);
        ArgumentNullException.ThrowIfNull(settings);
        using var json = new Utf8JsonWriter(stream, Indented);
        json.WriteStartObject();
        json.WriteString("task", results.Task);
        json.WriteString("task_version", results.TaskVersion);
        json.WriteStartObject("settings");
        foreach ((string key, string value) in settings) json.WriteString(key, value);
        json.WriteEndObject();
        json.WritePropertyName("metrics");
        Write(json, metrics);
        json.WriteEndObject();
    }

    /// <summary>Writes metrics as an object value.</summary>
    internal static void Write(Utf8JsonWriter json, EvalMetrics metrics)
    {
        json.WriteStartObject();
        json.WriteNumber("problems", metrics.Problems);
        json.WriteNumber("samples", metrics.Samples);
        json.WriteNumber("undecidable", metrics.Undecidable);
        Write(json, "accuracy", metrics.Accuracy);
        foreach ((int k, Estimate value) in metrics.PassAt.OrderBy(p => p.Key)) Write(json, $"pass@{k}", value);
        if (metrics.Majority is { } majority) Write(json, "majority_vote", majority);
        Write(json, "work_share", metrics.WorkShare);
        Write(json, "accuracy_given_work", metrics.AccuracyGivenWork);
        Write(json, "mean_tokens", metrics.MeanTokens);
        Write(json, "terminated_share", metrics.TerminatedShare);
        Write(json, "mean_log_prob", metrics.MeanLogProb);
        json.WriteEndObject();
    }

    /// <summary>Writes an estimate as an object with its interval.</summary>
    internal static void Write(Utf8JsonWriter json, string name, Estimate estimate)
    {
        json.WriteStartObject(name);
        Write(json, "value", estimate.Value);
        Write(json, "low", estimate.Low);
        Write(json, "high", estimate.High);
        json.WriteEndObject();
    }

    /// <summary>Writes a number, or null where there is none that JSON can hold.</summary>
    internal static void Write(Utf8JsonWriter json, string name, double? value)
    {
        if (value is { } number && double.IsFinite(number)) json.WriteNumber(name, number);
        else json.WriteNull(name);
    }

    private static void WriteExample(Utf8JsonWriter json, EvalResults results, EvalExampleResult example)
    {
        json.WriteStartObject();
        json.WriteString("id", example.ExampleId);
        json.WriteString("task", results.Task);
        json.WriteString("task_version", results.TaskVersion);
        json.WriteString("prompt", example.Prompt);
        json.WriteString("reference", example.Reference);
        json.WriteStartArray("samples");
        foreach (EvalSample sample in example.Samples)
        {
            json.WriteStartObject();
            json.WriteString("completion", sample.Completion);
            json.WriteString("verdict", NameOf(sample.Verdict.Kind));
            json.WriteString("reason", sample.Verdict.Reason);
            json.WriteString("answer", sample.Answer);
            if (sample.ShowsWork is { } work) json.WriteBoolean("shows_work", work);
            json.WriteNumber("tokens", sample.TokenCount);
            Write(json, "mean_log_prob", sample.MeanLogProb);
            json.WriteBoolean("terminated", sample.Terminated);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static EvalSample ReadSample(JsonElement row)
    {
        JsonElement logProb = row.GetProperty("mean_log_prob");
        return new EvalSample
        {
            Completion = row.GetProperty("completion").GetString() ?? "",
            Verdict = new Verdict(KindOf(row.GetProperty("verdict").GetString()), row.GetProperty("reason").GetString() ?? ""),
            Answer = row.GetProperty("answer").GetString(),
            ShowsWork = row.TryGetProperty("shows_work", out JsonElement work) ? work.GetBoolean() : null,
            TokenCount = row.GetProperty("tokens").GetInt32(),
            MeanLogProb = logProb.ValueKind == JsonValueKind.Null ? double.NaN : logProb.GetDouble(),
            Terminated = row.GetProperty("terminated").GetBoolean(),
        };
    }

    private static string NameOf(VerdictKind kind) => kind switch
    {
        VerdictKind.Correct => "correct",
        VerdictKind.Incorrect => "incorrect",
        _ => "undecidable",
    };

    private static VerdictKind KindOf(string? name) => name switch
    {
        "correct" => VerdictKind.Correct,
        "incorrect" => VerdictKind.Incorrect,
        "undecidable" => VerdictKind.Undecidable,
        _ => throw new FormatException($"unknown verdict '{name}'"),
    };
}
